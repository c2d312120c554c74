"""What tests do to a library: pages damaged, and small or vanishing disks that nobody else sees."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

needs_mount = pytest.mark.skipif(
    os.name != "posix" or os.getuid() != 0 or shutil.which("unshare") is None,
    reason="mounting needs root on Linux",
)


def in_namespace(script: str, *arguments: Path, timeout: int = 120) -> subprocess.CompletedProcess[str]:
    """Run a script where mounting is private to it; needs root."""
    return subprocess.run(
        ["unshare", "-m", sys.executable, "-c", textwrap.dedent(script), *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=timeout,
    )


def lose_root_page(file: Path, table: str) -> bytes:
    """Overwrite the first page of a table with garbage; the file's bytes after that."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as conn:
        (size,) = conn.execute("pragma page_size").fetchone()
        (root,) = conn.execute("select rootpage from sqlite_schema where name = ?", (table,)).fetchone()
    data = bytearray(file.read_bytes())
    data[(root - 1) * size : root * size] = b"\xa5" * size
    file.write_bytes(data)
    return bytes(data)
