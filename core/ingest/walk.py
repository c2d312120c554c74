"""What is there: every photo file under a folder, with its facts, without opening one."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import NamedTuple

from core.catalogue.photos import file_number
from core.errors import RecollectError
from core.images.formats import VIDEO_EXTENSIONS, is_photo, suffix_of
from core.jobs import Token
from core.paths import display

# Errors that say the drive or share is gone, not that a file is.
UNREACHABLE = frozenset(
    code
    for name in (
        "EIO",
        "ENODEV",
        "ENXIO",
        "ESTALE",
        "ENOTCONN",
        "EHOSTDOWN",
        "EHOSTUNREACH",
        "ETIMEDOUT",
        "ENETDOWN",
        "ENETUNREACH",
    )
    if (code := getattr(errno, name, None)) is not None
)

_JUNK = frozenset({b"@eaDir", b"$RECYCLE.BIN", b"System Volume Information", b"lost+found", b"__MACOSX"})

_TOLD_EVERY = 2000


class Found(NamedTuple):
    """One photo file: its file id (device, inode), size in bytes and mtime."""

    path: bytes
    device: int
    inode: int
    size: int
    mtime_ns: int


@dataclass
class Walk:
    """All of one folder. ``forbidden`` are subfolders that could not be listed, ``absent`` links to
    nowhere (their drive may be away), ``empty`` subfolders with nothing in them, ``devices`` the file
    systems met.
    """

    root: bytes
    photos: list[Found] = field(default_factory=list)
    videos: int = 0
    others: int = 0
    forbidden: list[bytes] = field(default_factory=list)
    absent: list[bytes] = field(default_factory=list)
    empty: list[bytes] = field(default_factory=list)
    devices: set[int] = field(default_factory=set)


def walk(
    root: bytes,
    *,
    skip: Collection[bytes] = (),
    token: Token | None = None,
    told: Callable[[int], None] | None = None,
) -> Walk:
    """List every photo under ``root``; symlinked folders are followed, each real folder once and by its
    real name where it is under the root.

    ``skip`` are folders left out (the library's own). ``told`` hears the count now and then.
    Hidden files and folders, and what systems leave behind (``@eaDir``, recycle bins), are left out.
    Raises ``folder.offline`` when the root cannot be reached, ``folder.forbidden`` when it may not
    be listed, Cancelled by the token.
    """
    token = token or Token()
    result = Walk(root)
    skipped = {os.path.normcase(path) for path in skip}
    seen: set[tuple[int, int]] = set()
    pending, linked = [root], list[bytes]()
    spoken = 0
    while pending or linked:
        token.check()
        folder = pending.pop() if pending else linked.pop(0)
        if os.path.normcase(folder) in skipped or not _first_visit(folder, result, seen):
            continue
        try:
            with os.scandir(folder) as entries:
                inner = list(entries)
        except OSError as error:
            _unlistable(folder, root, error, result)
            continue
        if not inner:
            result.empty.append(folder)
        subfolders: list[bytes] = []
        for entry in inner:
            if not _hidden(entry.name):
                _take(entry, folder, result, subfolders, linked)
        pending.extend(sorted(subfolders, reverse=True))
        if told is not None and len(result.photos) >= spoken + _TOLD_EVERY:
            spoken = len(result.photos)
            told(spoken)
    return result


def _hidden(name: bytes) -> bool:
    return name.startswith(b".") or name in _JUNK


def _first_visit(folder: bytes, result: Walk, seen: set[tuple[int, int]]) -> bool:
    try:
        facts = os.stat(folder)
    except OSError as error:
        if folder == result.root or error.errno in UNREACHABLE:
            raise RecollectError("folder.offline", path=display(result.root)) from error
        if isinstance(error, PermissionError):
            result.forbidden.append(folder)
        return False
    result.devices.add(file_number(facts.st_dev))
    key = (facts.st_dev, facts.st_ino)
    if key[1] and key in seen:
        return False
    seen.add(key)
    return True


def _unlistable(folder: bytes, root: bytes, error: OSError, result: Walk) -> None:
    if isinstance(error, PermissionError):
        if folder == root:
            raise RecollectError("folder.forbidden", path=display(root)) from error
        result.forbidden.append(folder)
    elif folder == root or error.errno in UNREACHABLE:
        raise RecollectError("folder.offline", path=display(root)) from error
    elif not isinstance(error, FileNotFoundError | NotADirectoryError):
        result.forbidden.append(folder)


def _take(
    entry: os.DirEntry[bytes], folder: bytes, result: Walk, subfolders: list[bytes], linked: list[bytes]
) -> None:
    try:
        if entry.is_dir():
            (linked if entry.is_symlink() else subfolders).append(entry.path)
            return
        if entry.is_symlink() and not os.path.exists(entry.path):
            result.absent.append(entry.path)
            result.others += 1
            return
        if not is_photo(entry.name):
            is_video = suffix_of(entry.name) in VIDEO_EXTENSIONS
            result.videos, result.others = result.videos + is_video, result.others + (not is_video)
        else:
            # DirEntry.stat leaves the inode out on Windows.
            facts = entry.stat() if os.name != "nt" else os.stat(entry.path)
            device, inode = file_number(facts.st_dev), file_number(facts.st_ino)
            result.photos.append(Found(entry.path, device, inode, facts.st_size, facts.st_mtime_ns))
    except FileNotFoundError:
        # Vanished since it was listed: the next look decides.
        result.others += 1
    except PermissionError:
        # The folder may be listed but not entered.
        if not result.forbidden or result.forbidden[-1] != folder:
            result.forbidden.append(folder)
    except OSError as error:
        if error.errno in UNREACHABLE:
            raise RecollectError("folder.offline", path=display(result.root)) from error
        result.others += 1


def absolute(path: str | bytes | os.PathLike[str]) -> bytes:
    """An absolute path as bytes, without resolving symlinks."""
    text = os.fsdecode(path)
    # os.path's own expanduser leaves an unknown "~name" alone, which may well be a file's name.
    return os.fsencode(os.path.abspath(os.path.expanduser(text)))
