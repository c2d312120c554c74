"""Who tells us: file system events, gathered until a folder is quiet; polling where there are none.

Events only say *that* a folder should be looked over; what changed is decided by the scan. Our own
reads make no noise: opening and closing without writing are not listened to.
"""

from __future__ import annotations

import errno
import logging
import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from core.images.formats import is_photo

log = logging.getLogger(__name__)

_CLOSE_SECONDS = 2.0
_NOISE = frozenset({"opened", "closed_no_write"})
# File systems whose changes by others the kernel does not tell us.
_SILENT = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afpfs", "webdav", "davfs"})


@dataclass
class _Root:
    """One watched folder and when it is due: ``dirty_at`` is the first unanswered event's time."""

    id: int
    path: bytes
    watch: object | None = None
    state: str = "waiting"
    dirty_since: float | None = None
    last_event: float = 0.0
    looked_at: float = 0.0
    there: bool = True


@dataclass(frozen=True)
class Rhythm:
    """Seconds: quiet before a look, at most between looks, between looks without live events."""

    quiet: float = 10.0
    rescan: float = 3600.0
    poll: float = 30.0
    # A folder that is never quiet (a long copy) is looked over all the same.
    patience: float = 60.0


class Watcher:
    """Calls ``due(folder_id)`` when a folder should be looked over and ``state(folder_id, word)``
    when how it is watched changes (live, polling, limit, offline). Both are called on the watcher's
    thread and must only pass the word on.
    """

    def __init__(
        self,
        due: Callable[[int], None],
        state: Callable[[int, str], None],
        rhythm: Rhythm | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._due = due
        self._tell_state = state
        self.rhythm = rhythm or Rhythm()
        self._clock = clock
        self._roots: dict[int, _Root] = {}
        self._lock = threading.Condition()
        self._observer: BaseObserver | None = None
        self._thread: threading.Thread | None = None
        self._stopping = False

    def watch(self, folder_id: int, path: bytes) -> None:
        """Start watching a folder; one that is already watched stays as it is."""
        with self._lock:
            if folder_id in self._roots or self._stopping:
                return
            self._roots[folder_id] = _Root(folder_id, path, looked_at=self._clock())
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="watcher", daemon=True)
                self._thread.start()
            self._lock.notify_all()

    def unwatch(self, folder_id: int) -> None:
        """Stop watching a folder."""
        with self._lock:
            root = self._roots.pop(folder_id, None)
        if root is not None:
            self._unschedule(root)

    def again(self, folder_id: int) -> None:
        """Look once more after the quiet time: a file was not whole yet."""
        with self._lock:
            root = self._roots.get(folder_id)
            if root is not None:
                root.last_event = self._clock()
                root.dirty_since = root.dirty_since or root.last_event

    def close(self) -> None:
        """Stop the watcher's threads; one that hangs on a dead share is left behind after a moment."""
        with self._lock:
            self._stopping = True
            self._lock.notify_all()
        if self._thread is not None:
            self._thread.join(_CLOSE_SECONDS)
        if self._observer is not None:
            self._observer.stop()
            self._observer.join(_CLOSE_SECONDS)

    def heard(self, folder_id: int, path: bytes, is_directory: bool, kind: str) -> None:
        """An event in a folder; photos and folders matter, other files do not."""
        if kind in _NOISE or (is_directory and kind == "modified"):
            return
        # A deleted folder may be reported as a file; it has no photo's name.
        if not is_directory and not is_photo(path) and kind not in {"deleted", "moved"}:
            return
        with self._lock:
            root = self._roots.get(folder_id)
            if root is None:
                return
            now = self._clock()
            root.last_event = now
            if root.dirty_since is None:
                root.dirty_since = now
            self._lock.notify_all()

    def _run(self) -> None:
        while True:
            with self._lock:
                if self._stopping:
                    return
                roots = list(self._roots.values())
            for root in roots:
                self._look(root)
            with self._lock:
                if not self._stopping:
                    self._lock.wait(self._pause(roots))

    def _pause(self, roots: list[_Root]) -> float:
        """Until the next folder can be due, a second at most while events come in."""
        dirty = any(root.dirty_since is not None for root in roots)
        shortest = min(self.rhythm.quiet, 1.0) if dirty else min(self.rhythm.poll, 5.0)
        return max(0.02, shortest / 2)

    def _look(self, root: _Root) -> None:
        now = self._clock()
        there = os.path.isdir(root.path)
        if not there:
            if root.there or root.state != "offline":
                root.there = False
                self._unschedule(root)
                self._set_state(root, "offline")
            return
        if not root.there or root.watch is None:
            came_back = not root.there
            root.there = True
            if root.state in {"waiting", "offline"} or came_back:
                self._schedule(root)
            if came_back:
                self._fire(root, now)
                return
        if root.dirty_since is not None:
            quiet = now - root.last_event >= self.rhythm.quiet
            if quiet or now - root.dirty_since >= self.rhythm.patience:
                self._fire(root, now)
            return
        between = self.rhythm.rescan if root.state == "live" else self.rhythm.poll
        if now - root.looked_at >= between:
            self._fire(root, now)

    def _fire(self, root: _Root, now: float) -> None:
        with self._lock:
            root.dirty_since = None
            root.looked_at = now
            if root.id not in self._roots:
                return
        # Said again, because a look may have written another word meanwhile.
        self._tell_state(root.id, root.state)
        self._due(root.id)

    def _schedule(self, root: _Root) -> None:
        if file_system(root.path) in _SILENT:
            self._set_state(root, "polling")
            return
        try:
            if self._observer is None:
                self._observer = Observer()
                self._observer.start()
            root.watch = self._observer.schedule(
                _Handler(self, root.id), os.fsdecode(root.path), recursive=True
            )
        except OSError as error:
            limit = error.errno in {errno.ENOSPC, errno.EMFILE}
            log.info("watching %r failed: %s", root.path, error)
            self._set_state(root, "limit" if limit else "polling")
            return
        self._set_state(root, "live")

    def _unschedule(self, root: _Root) -> None:
        watch, root.watch = root.watch, None
        if watch is not None and self._observer is not None:
            try:
                self._observer.unschedule(watch)  # type: ignore[arg-type]
            except KeyError:
                log.debug("the watch of %r had ended by itself", root.path)

    def _set_state(self, root: _Root, word: str) -> None:
        if root.state == word:
            return
        root.state = word
        with self._lock:
            if root.id not in self._roots:
                return
        self._tell_state(root.id, word)


class _Handler(FileSystemEventHandler):
    """Runs on watchdog's thread; only passes the word on."""

    def __init__(self, watcher: Watcher, folder_id: int) -> None:
        self._watcher = watcher
        self._folder_id = folder_id

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Hand over both ends of a move."""
        for path in (event.src_path, event.dest_path):
            if path:
                self._watcher.heard(self._folder_id, os.fsencode(path), event.is_directory, event.event_type)


def file_system(path: bytes) -> str:
    """The type of the file system a folder is on, for instance ``ext4`` or ``nfs4``; "" if unknown."""
    try:
        with open("/proc/self/mounts", "rb") as mounts:
            lines = mounts.read().splitlines()
    except OSError:
        return ""
    best, kind = b"", ""
    real = os.path.realpath(path)
    for line in lines:
        fields = line.split(b" ")
        if len(fields) < 3:
            continue
        point = fields[1].replace(b"\\040", b" ")
        inside = real == point or real.startswith(point.rstrip(b"/") + b"/")
        if inside and len(point) >= len(best):
            best, kind = point, fields[2].decode("ascii", "replace")
    return kind
