"""Leaving a single folder out of the library, as a pattern of the watched folder around it."""

from __future__ import annotations

import os
import re

from core.library.folders import Folders

# What str.splitlines takes for a line's end.
_ENDS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")


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
    text = inner.decode("utf-8", "surrogateescape").replace(os.sep, "/")
    escaped = re.sub(r"([\\*?\[\]])", r"\\\1", text)
    # Patterns are lines of text: a byte that is none, or a line's end in a name, is any one character.
    any_one = re.sub(r"[\udc80-\udcff]", "?", escaped)
    return "/" + "".join("?" if one in _ENDS else one for one in any_one) + "/"
