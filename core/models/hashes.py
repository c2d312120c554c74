"""What identifies weights: the hash of every byte, kept so that a start does not read gigabytes."""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import os
from pathlib import Path
from typing import Any

from core.paths import display

log = logging.getLogger(__name__)


def weights_hash(files: list[Path], cache: Path | None) -> str:
    """One hash of the bytes of all files; ``cache`` remembers each file's by path, size and mtime."""
    known = _read_cache(cache)
    digests, changed = [], False
    for file in files:
        facts = file.stat()
        key = display(file.absolute())
        row = known.get(key)
        if not (isinstance(row, list) and row[:2] == [facts.st_size, facts.st_mtime_ns] and len(row) == 3):
            with file.open("rb") as stream:
                row = [facts.st_size, facts.st_mtime_ns, hashlib.file_digest(stream, "sha256").hexdigest()]
            known[key], changed = row, True
        digests.append(str(row[2]))
    if changed and cache is not None:
        _write_cache(cache, known)
    if len(digests) == 1:
        return digests[0]
    return hashlib.sha256("".join(digests).encode()).hexdigest()


def _read_cache(cache: Path | None) -> dict[str, Any]:
    if cache is None or not os.path.isfile(cache):
        return {}
    try:
        value = json.loads(cache.read_text("utf-8"))
    except (ValueError, OSError) as error:
        log.info("the hash cache %s is made anew: %s", display(cache), error)
        return {}
    return value if isinstance(value, dict) else {}


def _write_cache(cache: Path, known: dict[str, Any]) -> None:
    aside = cache.with_name(f"{cache.name}.{os.getpid()}")
    try:
        cache.parent.mkdir(parents=True, exist_ok=True)
        aside.write_text(json.dumps(known), "utf-8")
        os.replace(aside, cache)
    except OSError as error:  # a read-only or full disk: hash again next time
        log.info("the hash cache %s cannot be written: %s", display(cache), error)
        with contextlib.suppress(OSError):
            aside.unlink(missing_ok=True)
