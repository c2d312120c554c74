"""Imports without PySide's look into every module's source text.

PySide replaces ``__import__`` by one that reads the source of each module imported after it, to learn
whether it wants snake_case names. We never do, and torch with transformers are thousands of modules:
about a second of processor time. Importing this module puts the import below it back.
"""

from __future__ import annotations

import builtins

from PySide6 import QtCore as QtCore  # it replaces __import__ when first imported


def restore() -> bool:
    """Put the earlier import back; False when this PySide has none to put back."""
    earlier = getattr(builtins, "__orig_import__", None)
    if earlier is None:
        return False
    builtins.__import__ = earlier
    return True


restore()
