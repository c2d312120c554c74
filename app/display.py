"""Whether a window can be shown here; asked before anything of Qt is loaded.

Where Qt finds no display, or a library of its own missing, it ends the process. So what it is going to
do is tried first: connecting takes a millisecond, and the libraries are loaded for the window anyway.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import socket
import sys

from core.errors import RecollectError

_PATIENCE = 2.0  # seconds for a Wayland socket to take a connection


def has_display() -> bool:
    """True where a window can be shown."""
    return obstacle() is None


def obstacle() -> RecollectError | None:
    """Why no window can be shown here (``window.*``); None where one can."""
    if sys.platform in {"win32", "darwin"}:
        return None
    first: RecollectError | None = None
    for platform in _platforms():
        found = _obstacle_of(platform)
        if found is None:
            return None
        first = first or found
    return first or RecollectError("window.no_display")


def _platforms() -> list[str]:
    """What Qt is going to try, in its order."""
    asked = os.environ.get("QT_QPA_PLATFORM")
    if asked:
        return [name.partition(":")[0] for name in asked.split(";")]
    known = (("WAYLAND_DISPLAY", "wayland"), ("DISPLAY", "xcb"))
    return [platform for variable, platform in known if os.environ.get(variable)]


def _obstacle_of(platform: str) -> RecollectError | None:
    if platform == "xcb":
        return _x_is_silent() or _library_missing("qxcb")
    if platform.startswith("wayland"):
        return _wayland_is_silent() or _library_missing("qwayland")
    return None  # drawn elsewhere, by somebody who knows what they ask for


def _x_is_silent() -> RecollectError | None:
    """Connect as Qt does: by libxcb, which knows every form of the address and who may connect."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError as error:
        return _missing(error)
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return _silent("DISPLAY") if failed else None


def _wayland_is_silent() -> RecollectError | None:
    """Connect to the socket, which lies in the session's folder unless it is named in full."""
    folder = os.environ.get("XDG_RUNTIME_DIR") or "/"
    name = os.environ.get("WAYLAND_DISPLAY") or "wayland-0"
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        probe.settimeout(_PATIENCE)
        try:
            probe.connect(os.path.join(folder, name))
        except OSError:
            return _silent("WAYLAND_DISPLAY")
    return None


def _library_missing(plugin: str) -> RecollectError | None:
    """Load Qt's plugin with all that it needs of the system. Where it lies elsewhere, nothing is said."""
    package = importlib.util.find_spec("PySide6")
    for folder in (package and package.submodule_search_locations) or ():
        file = os.path.join(folder, "Qt", "plugins", "platforms", f"lib{plugin}.so")
        if os.path.isfile(file):
            try:
                ctypes.CDLL(file)
            except OSError as error:
                return _missing(error)
    return None


def _missing(error: OSError) -> RecollectError:
    library, cannot, _ = str(error).partition(": cannot open shared object file")
    return RecollectError("window.libraries_missing", detail=library if cannot else error)


def _silent(variable: str) -> RecollectError:
    return RecollectError("window.display_silent", display=os.environ.get(variable, ""))
