"""Catalogue rows and what a walk finds, as the pure function that compares them takes them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from core.ingest.walk import Found


@dataclass(frozen=True)
class Row:
    id: int
    path: bytes
    size: int = 10
    mtime_ns: int = 1
    device: int = 1
    inode: int = 1
    gone: bool = False


def found(row: Row, **changes: object) -> Found:
    """The row's file as a walk finds it, with ``changes``."""
    row = replace(row, **changes)  # type: ignore[arg-type]
    return Found(row.path, row.device, row.inode, row.size, row.mtime_ns)
