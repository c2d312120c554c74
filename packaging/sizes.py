"""Fail when a module or a function has grown beyond what one reads in one go.

Run from anywhere: ``python packaging/sizes.py [FOLDER...]``; without a folder, core and app of this checkout.
Migrations are left out: each is a plain list of changes, written once and never touched again.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

FILE_LINES = 450
FUNCTION_LINES = 60
MIGRATIONS = "/migrations/versions/"
ROOT = Path(__file__).resolve().parents[1]


def too_long(path: Path) -> Iterator[str]:
    """Say what in one Python file is longer than allowed; a function counts from ``def`` to its last line."""
    text = path.read_text("utf-8")
    lines = len(text.splitlines())
    if lines > FILE_LINES:
        yield f"{path}: {lines} lines, {FILE_LINES} allowed"
    for node in ast.walk(ast.parse(text, str(path))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None:
            length = node.end_lineno - node.lineno + 1
            if length > FUNCTION_LINES:
                yield f"{path}:{node.lineno}: {node.name} has {length} lines, {FUNCTION_LINES} allowed"


def main(arguments: list[str]) -> int:
    """Check every Python file under the folders; return the exit status."""
    folders = [Path(name) for name in arguments] or [ROOT / "core", ROOT / "app"]
    missing = [folder for folder in folders if not folder.is_dir()]
    if missing:
        sys.stderr.write(f"not a folder: {missing[0]}\n")
        return 2
    modules = [path for folder in folders for path in sorted(folder.rglob("*.py"))]
    findings = [line for path in modules if MIGRATIONS not in path.as_posix() for line in too_long(path)]
    sys.stdout.writelines(f"{line}\n" for line in findings)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
