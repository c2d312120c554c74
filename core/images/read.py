"""One read of a file serves its fingerprint, metadata, look and pixels."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass

from core.errors import RecollectError
from core.images.decode import Limits, Picture, decode
from core.images.fingerprint import fingerprint, look, look_of_image
from core.images.formats import base_name, suffix_of
from core.images.metadata import Metadata, read_metadata

_AWAY = """
EIO ENODEV ENXIO ESTALE ENOTCONN EHOSTDOWN EHOSTUNREACH ENETDOWN ENETUNREACH ETIMEDOUT ESHUTDOWN ECONNABORTED
ECONNRESET EREMOTEIO ENOMEDIUM EMFILE ENFILE ENOMEM
"""
OFFLINE = frozenset(getattr(errno, name) for name in _AWAY.split() if hasattr(errno, name))
"""Errors that say nothing of the file: the drive or share is away, or the system is out of handles or memory.

EIO is one of them only where the photo's folder cannot be read either (``read_bytes`` finds out)."""

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)  # a pipe called x.jpg must not hang
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_CLOUD = 0x00400000 | 0x00040000 | 0x00001000  # recall on data access, recall on open, offline
_CHUNK = 1 << 30


class ChangedWhileRead(Exception):
    """The file's size or time changed while it was read: somebody is still writing it. Wait."""


@dataclass(frozen=True)
class ReadResult:
    """Everything one read of a photo gives; ``size`` and ``mtime_ns`` are those of the bytes read."""

    fingerprint: bytes
    look: bytes
    metadata: Metadata
    picture: Picture
    size: int
    mtime_ns: int


def read_photo(
    path: bytes,
    *,
    long_side: int = 512,
    short_side: int = 0,
    limits: Limits = Limits(),
    name: str | None = None,
    room: Callable[[int], None] | None = None,
) -> ReadResult:
    """Read a photo once: fingerprint, metadata, look, and pixels as ``decode`` gives them.

    ``path`` is bytes, any bytes. ``name`` is where a date is looked for when the tags hold none
    (the file's own name if not given). ``room`` is asked before the pixels are decoded.

    Raises RecollectError ``photo.*`` (problems of this file), FileNotFoundError (vanished),
    ChangedWhileRead (still being written), and other OSError when the drive or share is away.
    """
    data, facts = read_bytes(path, limits=limits)
    if name is None:
        name = base_name(path).decode("utf-8", "replace")
    suffix = suffix_of(path)
    picture = decode(
        data, long_side=long_side, short_side=short_side, limits=limits, suffix=suffix, room=room
    )
    return ReadResult(
        fingerprint(data),
        look_of_image(picture.image) if picture.image is not None else look(picture.pixels),
        read_metadata(data, name=name, mtime_ns=facts.st_mtime_ns),
        picture,
        facts.st_size,
        facts.st_mtime_ns,
    )


def read_bytes(path: bytes, *, limits: Limits = Limits()) -> tuple[bytes, os.stat_result]:
    """All bytes of a photo's file, and its facts. Raises like ``read_photo``."""
    try:
        return _read(path, limits)
    except FileNotFoundError:
        raise
    except PermissionError as error:
        raise RecollectError("photo.forbidden") from error
    except OSError as error:
        if error.errno == errno.EIO and _has_entries(os.path.dirname(path) or b"."):
            raise RecollectError("photo.not_read", detail=error.strerror) from error
        if error.errno in OFFLINE and not _is_special(path):
            raise
        raise RecollectError("photo.unreadable", detail=error.strerror or str(error)) from error


def _read(path: bytes, limits: Limits) -> tuple[bytes, os.stat_result]:
    if os.name == "nt":
        _refuse_placeholder(os.stat(path))
    handle = os.open(path, _FLAGS)
    try:
        before = os.fstat(handle)
        if not stat.S_ISREG(before.st_mode):
            raise RecollectError("photo.unreadable", detail="not an ordinary file")
        if before.st_size == 0:
            raise RecollectError("photo.empty")
        megabytes = before.st_size / 1e6
        if megabytes > limits.max_file_mb:
            raise RecollectError(
                "photo.file_too_large", size_mb=round(megabytes), limit_mb=limits.max_file_mb
            )
        data = _whole(handle, before.st_size)
        after = os.fstat(handle)
    finally:
        os.close(handle)
    if len(data) != before.st_size or _facts(before) != _facts(after):
        raise ChangedWhileRead(os.fsdecode(path))
    return data, before


def _whole(handle: int, size: int) -> bytes:
    """Up to ``size`` bytes; one allocation in the usual case."""
    data = os.read(handle, min(size, _CHUNK))
    if len(data) == size:
        return data
    parts = [data]
    missing = size - len(data)
    while missing > 0 and parts[-1]:
        parts.append(os.read(handle, min(missing, _CHUNK)))
        missing -= len(parts[-1])
    return b"".join(parts)


def _facts(found: os.stat_result) -> tuple[int, int]:
    return found.st_size, found.st_mtime_ns


def _is_special(path: bytes) -> bool:
    """Whether the path names a socket or device: those, too, answer with "no such device"."""
    try:
        return not stat.S_ISREG(os.stat(path).st_mode)
    except OSError:
        return False


def _has_entries(folder: bytes) -> bool:
    """Whether the folder can still be read; that of a drive which is away fails, or is an empty one."""
    try:
        with os.scandir(folder) as entries:
            return next(entries, None) is not None
    except OSError:
        return False


def _refuse_placeholder(found: os.stat_result) -> None:
    """Opening a placeholder of a cloud drive would download it."""
    if getattr(found, "st_file_attributes", 0) & _CLOUD:
        raise RecollectError("photo.cloud_only")
