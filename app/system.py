"""What the operating system does for us: open a file, show it in its folder, carry files to others.

Names are bytes throughout: a file whose name is no valid UTF-8 opens like any other. Everything here
that starts a program or looks at the disk is called on a lane, never on the GUI thread.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from urllib.parse import quote_from_bytes, unquote_to_bytes

from PySide6.QtCore import QByteArray, QMimeData, QUrl

# What a file manager reads to tell "copy" from "cut".
_GNOME_FILES = "x-special/gnome-copied-files"
_WAIT = 5.0


def file_uri(path: bytes) -> bytes:
    """``file://`` address of a path, every unusual byte percent-encoded."""
    return b"file://" + quote_from_bytes(path, safe=b"/-._~").encode()


def path_of(url: QUrl) -> bytes | None:
    """The exact bytes of a local path, or None for an address elsewhere."""
    if not url.isLocalFile():
        return None
    if sys.platform == "win32":
        return os.fsencode(url.toLocalFile())
    encoded = url.path(QUrl.ComponentFormattingOption.FullyEncoded)
    return unquote_to_bytes(encoded)


def open_file(path: bytes) -> None:
    """Open with the program the person uses for it. Raises OSError when nothing can open it."""
    if sys.platform == "win32":
        os.startfile(os.fsdecode(path))
    elif sys.platform == "darwin":
        _start([b"open", path])
    else:
        _start([b"xdg-open", file_uri(path)])


def show_in_folder(path: bytes) -> None:
    """Open the file manager with this file chosen, or at least its folder."""
    if sys.platform == "win32":
        subprocess.Popen(f'explorer /select,"{os.fsdecode(path)}"')
    elif sys.platform == "darwin":
        _start([b"open", b"-R", path])
    elif not _ask_file_manager(path):
        _start([b"xdg-open", file_uri(os.path.dirname(path))])


def sort_dropped(paths: Sequence[bytes]) -> tuple[list[bytes], list[bytes]]:
    """Folders and files among dropped paths; what is neither is left out."""
    folders = [path for path in paths if os.path.isdir(path)]
    files = [path for path in paths if os.path.isfile(path)]
    return folders, files


def restart(arguments: Sequence[str]) -> None:
    """Start the program anew beside this one."""
    command = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "app"]
    subprocess.Popen([*command, *arguments], start_new_session=True, env=_environment())


def carry(paths: Sequence[bytes]) -> QMimeData:
    """Real files for a drag or the clipboard, as file managers and editors expect them."""
    mime = QMimeData()
    if sys.platform in ("win32", "darwin"):
        mime.setUrls([QUrl.fromLocalFile(os.fsdecode(path)) for path in paths])
        return mime
    addresses = [file_uri(path) for path in paths]
    mime.setData("text/uri-list", QByteArray(b"".join(address + b"\r\n" for address in addresses)))
    mime.setData(_GNOME_FILES, QByteArray(b"copy\n" + b"\n".join(addresses)))
    return mime


def _ask_file_manager(path: bytes) -> bool:
    """Through the file manager's own interface; False when there is none."""
    sender = shutil.which("dbus-send")
    if sender is None:
        return False
    # Percent-encoding also covers the comma, which dbus-send takes for the next element.
    command = [
        os.fsencode(sender),
        b"--session",
        b"--print-reply",
        b"--reply-timeout=3000",
        b"--dest=org.freedesktop.FileManager1",
        b"--type=method_call",
        b"/org/freedesktop/FileManager1",
        b"org.freedesktop.FileManager1.ShowItems",
        b"array:string:" + file_uri(path),
        b"string:",
    ]
    try:
        result = subprocess.run(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=_WAIT, env=_environment()
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return result.returncode == 0


def _start(command: list[bytes]) -> None:
    subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env=_environment(),
    )


def _environment() -> dict[str, str]:
    """A bundle's own libraries must not be forced upon other programs."""
    environment = dict(os.environ)
    if getattr(sys, "frozen", False):
        original = environment.pop("LD_LIBRARY_PATH_ORIG", None)
        environment.pop("LD_LIBRARY_PATH", None)
        if original is not None:
            environment["LD_LIBRARY_PATH"] = original
    return environment
