"""Leaving a single folder out of the library, as a pattern of the watched folder around it."""

from __future__ import annotations

import os
import re

from core.library.folders import Folders


def leave_out(folders: Folders, path: bytes) -> tuple[int, str]:
    """Add a pattern for this folder to the watched folder that holds it; it holds from the next look on.

    Returns the watched folder's id and its patterns before. Raises ``folder.unknown``,
    ``catalogue.read_only``.
    """
    row = folders.rows([path])[0]
    before = folders.excludes(row.id)
    line = pattern_for(os.path.relpath(path, row.path))
    lines = [*before.splitlines(), line] if line not in before.splitlines() else before.splitlines()
    folders.set_excludes(row.id, "\n".join(lines))
    return row.id, before


def pattern_for(inner: bytes) -> str:
    """The pattern for a folder by its path inside the watched one; that one itself: everything in it."""
    if inner == b".":
        return "/*"
    # A byte that is no text is any one character: patterns are text.
    text = inner.decode("utf-8", "replace").replace(os.sep, "/")
    escaped = re.sub(r"([\\*?\[\]])", r"\\\1", text).replace("\ufffd", "?")
    return f"/{escaped}/"
