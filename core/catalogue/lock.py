"""The writer's lock: a file that names its owner and is really locked by the system.

The operating system drops the lock when its process ends, however it ends, so there is no stale
lock to judge. The file itself stays: deleting it would let two processes lock two files.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import socket
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from core.errors import RecollectError

FILE = "catalogue.lock"
# The file system knows no locks (some network shares).
_NO_LOCKS = {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.ENOTSUP, errno.EINVAL}
_REFUSED = {errno.EROFS, errno.EACCES, errno.EPERM}
# Locked far behind the text, because Windows forbids others to read the locked bytes.
_WINDOWS_BYTE = 1 << 30


@dataclass(frozen=True)
class Owner:
    """Who has the library open for writing. ``started`` is in POSIX seconds."""

    pid: int
    role: str
    host: str
    started: float

    def __str__(self) -> str:
        where = "" if self.host == socket.gethostname() else f" on {self.host}"
        since = time.strftime("%H:%M", time.localtime(self.started))
        return f"{self.role} (process {self.pid}{where}, since {since})"


UNKNOWN_OWNER = Owner(0, "another program", socket.gethostname(), 0.0)


class Unwritable(Exception):
    """The lock file cannot be written: a read-only folder or file system."""


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int, *, shared: bool) -> bool:
        os.lseek(handle, _WINDOWS_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

    def _drop(handle: int) -> None:
        os.lseek(handle, _WINDOWS_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(handle: int, *, shared: bool) -> bool:
        # flock, not lockf: it belongs to this open file, so a second opening in the same process
        # is kept out too, and closing another handle does not drop it.
        try:
            fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _drop(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)


class WriterLock:
    """The lock of one library folder, or of what else is to be written by one program at a time (``file``).

    ``acquire`` at most once, then ``release``.
    """

    def __init__(self, folder: Path, file: str = FILE) -> None:
        self.path = folder / file
        self._handle: int | None = None

    @property
    def held(self) -> bool:
        """True while this object has the lock."""
        return self._handle is not None

    def acquire(self, role: str, started: float) -> Owner | None:
        """Take the lock and write our name into it: None. Or say who has it.

        Raises Unwritable when the folder cannot be written, RecollectError ``catalogue.no_locks``
        when the file system has no locks, ``disk.full``.
        """
        for _ in range(10):
            handle = self._open()
            try:
                taken = self._try(handle, shared=False)
                if taken and self._same_file(handle):
                    self._handle = handle
                    self._write(Owner(os.getpid(), role, socket.gethostname(), started))
                    return None
            finally:
                if self._handle is None:
                    os.close(handle)
            if not taken:
                owner = read_owner(self.path)
                if not _dead(owner):
                    return owner
                # Somebody only looks who has it (``holder``), for less than a millisecond.
                time.sleep(0.02)
        return UNKNOWN_OWNER

    def release(self) -> None:
        """Give the lock back; harmless when not held."""
        handle, self._handle = self._handle, None
        if handle is None:
            return
        with contextlib.suppress(OSError):  # a full or lost disk must not keep us from closing
            os.ftruncate(handle, 0)
        with contextlib.suppress(OSError):
            _drop(handle)
        os.close(handle)

    def holder(self) -> Owner | None:
        """Who has the lock now, without taking it; None when nobody or when it cannot be known."""
        try:
            handle = os.open(self.path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        except OSError:
            return None
        try:
            if not _take(handle, shared=True):
                return read_owner(self.path)
            _drop(handle)
            return None
        except OSError:
            return None
        finally:
            os.close(handle)

    def _open(self) -> int:
        try:
            return os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o644)
        except OSError as error:
            if error.errno in _REFUSED:
                raise Unwritable(str(error)) from error
            if error.errno == errno.ENOSPC:
                raise RecollectError("disk.full", path=self.path.parent, free_mb=0, needed_mb=1) from error
            raise

    def _try(self, handle: int, *, shared: bool) -> bool:
        try:
            return _take(handle, shared=shared)
        except OSError as error:
            if error.errno in _NO_LOCKS:
                raise RecollectError(
                    "catalogue.no_locks", path=self.path.parent, detail=error.strerror
                ) from error
            raise

    def _same_file(self, handle: int) -> bool:
        """False when the file was replaced between opening and locking it."""
        try:
            found = os.stat(self.path)
        except FileNotFoundError:
            return False
        return os.path.samestat(found, os.fstat(handle))

    def _write(self, owner: Owner) -> None:
        assert self._handle is not None
        text = json.dumps(asdict(owner)).encode()
        # A disk without a free byte still has its lock; only the name is missing then.
        with contextlib.suppress(OSError):
            os.ftruncate(self._handle, 0)
            os.lseek(self._handle, 0, os.SEEK_SET)
            os.write(self._handle, text)


def read_owner(path: Path) -> Owner:
    """The owner a lock file names; ``UNKNOWN_OWNER`` when it names nobody we can understand."""
    for _ in range(5):
        try:
            stored = json.loads(path.read_bytes())
            return Owner(
                int(stored["pid"]), str(stored["role"]), str(stored["host"]), float(stored["started"])
            )
        except (OSError, ValueError, KeyError, TypeError):
            time.sleep(0.005)  # the owner is about to write it
    return UNKNOWN_OWNER


def _dead(owner: Owner) -> bool:
    """True when the named process certainly does not run, or nobody is named."""
    if owner is UNKNOWN_OWNER:
        return True
    if owner.host != socket.gethostname() or sys.platform == "win32":
        return False
    try:
        os.kill(owner.pid, 0)
    except ProcessLookupError:
        return True
    except (PermissionError, OverflowError):
        return False
    return False
