"""Whether a window can be shown here; asked before anything of Qt is loaded."""

from __future__ import annotations

import os
import sys


def has_display() -> bool:
    """True where a window can be shown."""
    if os.environ.get("QT_QPA_PLATFORM"):
        return True
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
