"""What is there: every photo file under a folder, with its facts, without opening one."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from core.catalogue.photos import file_number
from core.errors import RecollectError
from core.images.formats import VIDEO_EXTENSIONS, is_photo, suffix_of
from core.ingest.excludes import NOTHING, Excludes
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
_PORTION = 2000

# A folder's device and inode.
FolderKey = tuple[int, int]


class Found(NamedTuple):
    """One photo file: its file id (device, inode), size in bytes and mtime."""

    path: bytes
    device: int
    inode: int
    size: int
    mtime_ns: int


@dataclass
class Walk:
    """All of one folder.

    ``forbidden`` are subfolders that could not be listed; ``unreached`` folders and files that failed
    in another way, each with the place to name in a problem; ``absent`` links to nowhere (their drive may
    be away) and folders that went while they were walked; ``empty`` subfolders with nothing in them;
    ``elsewhere`` folders left out because they are a left-out folder (or inside it) under another name,
    each with that folder; ``folders`` every folder that is there, with its device.
    """

    root: bytes
    photos: list[Found] = field(default_factory=list)
    videos: int = 0
    others: int = 0
    forbidden: list[bytes] = field(default_factory=list)
    unreached: dict[bytes, bytes] = field(default_factory=dict)
    absent: list[bytes] = field(default_factory=list)
    empty: list[bytes] = field(default_factory=list)
    elsewhere: dict[bytes, bytes] = field(default_factory=dict)
    folders: dict[bytes, int] = field(default_factory=dict)


class Skip:
    """Folders a walk of ``root`` leaves out, by what they are and not by what they are called.

    Device and inode tell a folder that a symlink, a bind mount or other letters lead to. Names serve where
    there are no inodes, and for a folder that is away. The root itself is left out by its name only:
    a folder that was added under two names must not take itself for the other one.
    """

    def __init__(self, paths: Collection[bytes], root: bytes) -> None:
        self._names = {os.path.normcase(path): path for path in paths}
        self._keys = {key: path for path in paths if (key := identity(path)) is not None}
        self._around = {key for folder in _upwards(root) if (key := identity(folder)) is not None}
        own = identity(root)
        if own is not None:
            self._keys.pop(own, None)

    def __bool__(self) -> bool:
        return bool(self._names)

    def named(self, folder: bytes) -> bool:
        """True for a left-out folder's own name; asks the file system nothing."""
        return os.path.normcase(folder) in self._names

    def same(self, key: FolderKey | None) -> bytes | None:
        """The left-out folder that has this identity."""
        return None if key is None else self._keys.get(key)

    def behind(self, link: bytes) -> bytes | None:
        """The left-out folder a link leads to or into. Not one that holds the walked root as well: what
        else it holds may be shown here by the link."""
        for folder in _upwards(link):
            key = identity(folder)
            if key is not None and key in self._keys and key not in self._around:
                return self._keys[key]
        return None


def walk(
    root: bytes,
    *,
    skip: Collection[bytes] = (),
    excludes: Excludes = NOTHING,
    token: Token | None = None,
    told: Callable[[int], None] | None = None,
) -> Walk:
    """All of ``walking`` at once; ``told`` hears the count now and then."""
    result = Walk(root)
    found: list[Found] = []
    spoken = 0
    for _, photos in walking(result, skip=skip, excludes=excludes, token=token):
        found += photos
        if told is not None and len(found) >= spoken + _TOLD_EVERY:
            spoken = len(found)
            told(spoken)
    result.photos = found
    return result


def walking(
    result: Walk,
    *,
    skip: Collection[bytes] = (),
    excludes: Excludes = NOTHING,
    token: Token | None = None,
) -> Iterator[tuple[bytes, list[Found]]]:
    """Each folder below ``result.root`` with the photos straight in it, as soon as it was listed, a large one
    in portions; all else is put into ``result``. Symlinked folders are followed, each real folder once and
    by its real name where it is under the root.

    ``skip`` are folders left out (the library's own), whatever name leads to them; ``excludes`` what the
    person leaves out. Hidden files and folders, and what systems leave behind (``@eaDir``, recycle bins),
    are left out.
    Raises ``folder.offline`` when the root cannot be reached, ``folder.forbidden`` when it may not
    be listed, Cancelled by the token.
    """
    token = token or Token()
    root = result.root
    left_out = Skip(skip, root)
    seen: set[FolderKey] = set()
    pending, linked = [root], list[bytes]()
    while pending or linked:
        token.check()
        by_link = not pending
        folder = linked.pop(0) if by_link else pending.pop()
        if left_out.named(folder) or not _first_visit(folder, by_link, left_out, result, seen):
            continue
        try:
            with os.scandir(folder) as entries:
                inner = list(entries)
        except OSError as error:
            _unlisted(folder, error, result)
            continue
        if not inner:
            result.empty.append(folder)
        subfolders: list[bytes] = []
        result.photos = []
        for entry in inner:
            if not _hidden(entry.name):
                _take(entry, folder, result, subfolders, linked, excludes)
                if len(result.photos) >= _PORTION:
                    yield folder, result.photos
                    result.photos = []
                    token.check()
        pending.extend(sorted(subfolders, reverse=True))
        yield folder, result.photos


def count_photos(
    root: bytes,
    *,
    skip: Collection[bytes] = (),
    excludes: Excludes = NOTHING,
    enough: Callable[[], bool] = lambda: False,
    token: Token | None = None,
) -> tuple[int, bool]:
    """How many photos a walk of ``root`` would find, and whether all were counted; ``enough`` ends it early.

    Raises like ``walking``.
    """
    count = 0
    for _, photos in walking(Walk(root), skip=skip, excludes=excludes, token=token):
        count += len(photos)
        if enough():
            return count, False
    return count, True


def passed_over(root: bytes, path: bytes, skip: Skip, *, by_name: bool = False) -> bool:
    """True when a walk of ``root`` would not come to ``path``: some part below the root is hidden, junk,
    or a left-out folder. What is not below the root is not judged; ``by_name`` asks the system nothing."""
    separator = os.fsencode(os.sep)
    start = root.rstrip(separator) + separator
    if not path.startswith(start):
        return False
    parts = [part for part in path[len(start) :].split(separator) if part]
    if any(_hidden(part) for part in parts):
        return True
    below = [start + separator.join(parts[: count + 1]) for count in range(len(parts))] if skip else []
    # All names first: asking what a folder is costs a system call.
    if any(skip.named(part) for part in below):
        return True
    return not by_name and any(skip.same(identity(part)) for part in below)


def inside(path: bytes, outer: bytes) -> bool:
    """True when ``path`` is ``outer`` or lies below it, by whatever name: both may be reached by links."""
    own = identity(outer)
    real = os.path.normcase(os.path.realpath(outer))
    return any(
        os.path.normcase(folder) == real or (own is not None and identity(folder) == own)
        for folder in _upwards(path)
    )


def identity(folder: bytes) -> FolderKey | None:
    """What tells a folder from all others: device and inode. None where that is not known."""
    try:
        facts = os.stat(folder)
    except OSError:
        return None
    return (facts.st_dev, facts.st_ino) if facts.st_ino else None


def _upwards(path: bytes) -> Iterator[bytes]:
    """The real folder behind a path, and those around it, outwards."""
    folder = os.path.realpath(path)
    while True:
        yield folder
        outer = os.path.dirname(folder)
        if outer == folder:
            return
        folder = outer


def _hidden(name: bytes) -> bool:
    return name.startswith(b".") or name in _JUNK


def _first_visit(folder: bytes, by_link: bool, left_out: Skip, result: Walk, seen: set[FolderKey]) -> bool:
    try:
        facts = os.stat(folder)
    except OSError as error:
        _unlisted(folder, error, result)
        return False
    result.folders[folder] = file_number(facts.st_dev)
    key = (facts.st_dev, facts.st_ino) if facts.st_ino else None
    if key is not None and key in seen:
        return False
    other = left_out.same(key) or (left_out.behind(folder) if by_link and left_out else None)
    if other is not None:
        result.elsewhere[folder] = other
        return False
    if key is not None:
        seen.add(key)
    return True


def _unlisted(folder: bytes, error: OSError, result: Walk) -> None:
    """Only "not there" means absent; every other failure keeps what is known of the folder."""
    if isinstance(error, PermissionError):
        if folder == result.root:
            raise RecollectError("folder.forbidden", path=display(folder)) from error
        result.forbidden.append(folder)
    elif folder == result.root or error.errno in UNREACHABLE:
        raise RecollectError("folder.offline", path=display(result.root)) from error
    elif isinstance(error, FileNotFoundError | NotADirectoryError):
        _vanished(folder, result)
    else:
        result.unreached[folder] = folder


def _vanished(path: bytes, result: Walk) -> None:
    """What was listed is no longer there: deleted, unless the folder around it is not what it was either.

    Then its drive may have been taken out under our feet, and the next look decides.
    """
    if os.path.islink(path):
        result.absent.append(path)
        return
    folder = os.path.dirname(path)
    try:
        device = file_number(os.stat(folder).st_dev)
    except OSError:
        device = None
    if device != result.folders.get(folder) and folder not in result.absent[-1:]:
        result.absent.append(folder)


def _take(
    entry: os.DirEntry[bytes],
    folder: bytes,
    result: Walk,
    subfolders: list[bytes],
    linked: list[bytes],
    excludes: Excludes,
) -> None:
    try:
        if entry.is_dir():
            if not (excludes and excludes.listed(entry.path, result.root, True)):
                (linked if entry.is_symlink() else subfolders).append(entry.path)
            return
        if entry.is_symlink() and not os.path.exists(entry.path):
            result.absent.append(entry.path)
            result.others += 1
            return
        if not is_photo(entry.name):
            is_video = suffix_of(entry.name) in VIDEO_EXTENSIONS
            result.videos, result.others = result.videos + is_video, result.others + (not is_video)
        elif not (excludes and excludes.listed(entry.path, result.root, False)):
            # DirEntry.stat leaves the inode out on Windows.
            facts = entry.stat() if os.name != "nt" else os.stat(entry.path)
            device, inode = file_number(facts.st_dev), file_number(facts.st_ino)
            result.photos.append(Found(entry.path, device, inode, facts.st_size, facts.st_mtime_ns))
    except OSError as error:
        _untaken(entry, folder, error, result)


def _untaken(entry: os.DirEntry[bytes], folder: bytes, error: OSError, result: Walk) -> None:
    """Only "not there" means absent; every other failure keeps what is known of the file."""
    result.others += 1
    if os.path.islink(entry.path):
        # A circle, or a place that cannot be reached or may not be looked at.
        (result.forbidden if isinstance(error, PermissionError) else result.absent).append(entry.path)
    elif isinstance(error, FileNotFoundError | NotADirectoryError):
        _vanished(entry.path, result)
    elif isinstance(error, PermissionError):
        # The folder may be listed but not entered.
        if folder not in result.forbidden[-1:]:
            result.forbidden.append(folder)
    elif error.errno in UNREACHABLE:
        raise RecollectError("folder.offline", path=display(result.root)) from error
    else:
        result.unreached[entry.path] = folder if is_photo(entry.name) else entry.path


def absolute(path: str | bytes | os.PathLike[str]) -> bytes:
    """An absolute path as bytes, without resolving symlinks."""
    text = os.fsdecode(path)
    # os.path's own expanduser leaves an unknown "~name" alone, which may well be a file's name.
    return os.fsencode(os.path.abspath(os.path.expanduser(text)))
