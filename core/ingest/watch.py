"""Who tells us: file system events, gathered until a folder is quiet; polling where there are none.

Events only say *that* a folder should be looked over; what changed is decided by the scan. Our own
reads make no noise: opening and closing without writing are not listened to.
"""

from __future__ import annotations

import ctypes
import errno
import logging
import os
import sys
import threading
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from core.images.formats import is_photo
from core.ingest.excludes import NOTHING, Excludes
from core.ingest.mounts import is_silent
from core.ingest.walk import FolderKey, Skip, identity, passed_over
from core.threads import level

log = logging.getLogger(__name__)

_CLOSE_SECONDS = 2.0
# How long a look waits for the watches: those of a large tree are put on while it is looked over.
_WATCHED_WITHIN = 1.0
_CREATED = 0x100  # IN_CREATE of inotify
_NOISE = frozenset({"opened", "closed_no_write"})
_GONE = frozenset({"deleted", "moved"})
# Verdicts on folders that are remembered between two looks.
_JUDGED = 20_000


@dataclass
class _Root:
    """One watched folder and when it is due: ``dirty_since`` is the first unanswered event's time.

    ``real`` is where its watch is, ``key`` the folder it was put on, ``replaced`` whether that one went,
    ``early`` whether a look over it began before its watch was there.
    """

    id: int
    path: bytes
    real: bytes
    skip: Skip
    others: frozenset[bytes] | None = None
    watch: object | None = None
    key: FolderKey | None = None
    replaced: bool = False
    early: bool = False
    tried_at: float = 0.0
    state: str = "waiting"
    excludes: Excludes = NOTHING
    # Of folders in which something happened: whether a walk would pass them over.
    judged: dict[bytes, bool] = field(default_factory=dict)
    dirty_since: float | None = None
    last_event: float = 0.0
    last_loss: float | None = None
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

    @property
    def loss(self) -> float:
        """Quiet after something went: it may be on its way to another folder, or be put back changed."""
        return 3 * self.quiet


class Watcher:
    """Calls ``due(folder_id)`` when a folder should be looked over and ``state(folder_id, word)``
    when how it is watched changes (live, polling, limit, offline). Both are called on the watcher's
    thread and must only pass the word on.

    What a walk would not come to is not heard: hidden and junk folders, ``skip`` (the library's own
    folder), what the person excludes, and other watched folders, which speak for themselves.
    ``filled(folder_id)`` says whether photos are known to be in a folder: an empty one is then a place
    where a drive is missing. It is asked on the watcher's thread.
    """

    def __init__(
        self,
        due: Callable[[int], None],
        state: Callable[[int, str], None],
        rhythm: Rhythm | None = None,
        *,
        skip: Collection[bytes] = (),
        filled: Callable[[int], bool] = lambda folder: False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._due = due
        self._tell_state = state
        self.rhythm = rhythm or Rhythm()
        self._skip = tuple(skip)
        self._filled = filled
        self._clock = clock
        self._roots: dict[int, _Root] = {}
        self._lock = threading.Condition()
        self._observer: BaseObserver | None = None
        self._thread: threading.Thread | None = None
        self._stopping = False

    def watch(self, folder_id: int, path: bytes, *, excludes: Excludes = NOTHING) -> None:
        """Start watching a folder; one that is already watched stays as it is."""
        with self._lock:
            if folder_id in self._roots or self._stopping:
                return
            root = _Root(folder_id, path, path, Skip((), path), looked_at=self._clock())
            root.excludes = excludes
            self._roots[folder_id] = root
            self._begin()
            self._lock.notify_all()

    def set_rhythm(self, rhythm: Rhythm) -> None:
        """What is due from now on is due by this rhythm."""
        with self._lock:
            self.rhythm = rhythm
            self._lock.notify_all()

    def set_excludes(self, folder_id: int, excludes: Excludes) -> None:
        """What is left out of a folder from now on."""
        with self._lock:
            root = self._roots.get(folder_id)
            if root is not None:
                root.excludes, root.judged = excludes, {}

    def _begin(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="watcher", daemon=True)
            level(self._thread.start)

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

    def looks(self, folders: Collection[int] | None = None, *, patience: float = _WATCHED_WITHIN) -> None:
        """A look over these folders (None: all) begins, as soon as they are watched; after ``patience``
        seconds all the same, and then what changes before their watches are there gets another look."""
        deadline = time.monotonic() + patience
        with self._lock:
            while True:
                early = [
                    root
                    for root in self._roots.values()
                    if root.state == "waiting" and (folders is None or root.id in folders)
                ]
                left = deadline - time.monotonic()
                if not early or left <= 0 or self._stopping:
                    break
                self._lock.wait(left)
            for root in early:
                root.early = True

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
        if not is_directory and kind not in _GONE and not is_photo(path):
            return
        with self._lock:
            root = self._roots.get(folder_id)
        # Outside the lock: it may ask the file system what a folder is.
        if root is None or _passed_over(root, path, is_directory):
            return
        with self._lock:
            now = self._clock()
            root.last_event = now
            if kind == "deleted":
                root.last_loss = now
            if root.dirty_since is None:
                root.dirty_since = now
                self._lock.notify_all()
            # Its watch ended with it; there may be a new folder in its place before anyone looks.
            root.replaced |= kind in _GONE and path == root.real

    def _run(self) -> None:
        while True:
            self.look()
            with self._lock:
                if self._stopping:
                    return
                self._lock.wait(self._pause(list(self._roots.values())))

    def look(self) -> None:
        """Look at every root once, and say which are due. The watcher's own thread does it all the time."""
        with self._lock:
            roots = list(self._roots.values())
        for root in roots:
            if self._stopping:
                return
            self._leave_to_others(root, frozenset(one.path for one in roots if one is not root))
            self._look(root)

    def _leave_to_others(self, root: _Root, others: frozenset[bytes]) -> None:
        if root.others != others:
            root.skip, root.others, root.judged = Skip((*others, *self._skip), root.path), others, {}

    def _pause(self, roots: list[_Root]) -> float:
        """Until the next folder can be due, a second at most while events come in."""
        dirty = any(root.dirty_since is not None for root in roots)
        shortest = min(self.rhythm.quiet, 1.0) if dirty else min(self.rhythm.poll, 5.0)
        return max(0.02, shortest / 2)

    def _look(self, root: _Root) -> None:
        now = self._clock()
        self._set_back(root, now)
        if not self._is_there(root):
            if root.there or root.state != "offline":
                root.there = False
                self._unschedule(root)
                self._set_state(root, "offline")
            return
        if self._comes_back(root, now):
            self._fire(root, now)
            return
        if root.dirty_since is not None:
            if self._is_quiet(root, now) or now - root.dirty_since >= self.rhythm.patience:
                self._fire(root, now)
            return
        between = self.rhythm.rescan if root.state == "live" else self.rhythm.poll
        if now - root.looked_at >= between:
            self._fire(root, now)

    def _is_there(self, root: _Root) -> bool:
        """Whether the folder can be reached. Of one that became empty under our eyes the scan decides."""
        try:
            with os.scandir(root.path) as entries:
                empty = next(entries, None) is None
        except PermissionError:
            return True
        except OSError:
            return False
        return not (empty and root.dirty_since is None and self._filled(root.id))

    def _is_quiet(self, root: _Root, now: float) -> bool:
        lost = root.last_loss is not None and now - root.last_loss < self.rhythm.loss
        return not lost and now - root.last_event >= self.rhythm.quiet

    def _set_back(self, root: _Root, now: float) -> None:
        """A clock that went back must not put off what is due."""
        with self._lock:
            root.last_event, root.looked_at = min(root.last_event, now), min(root.looked_at, now)
            root.tried_at = min(root.tried_at, now)
            if root.dirty_since is not None:
                root.dirty_since = min(root.dirty_since, now)
            if root.last_loss is not None:
                root.last_loss = min(root.last_loss, now)

    def _comes_back(self, root: _Root, now: float) -> bool:
        """Put the watch where the folder is now; True when it was away or is another one than before."""
        was_away, root.there = not root.there, True
        other = root.watch is not None and (root.replaced or identity(root.path) != root.key)
        failed = root.state in {"limit", "polling"} and now - root.tried_at >= self.rhythm.rescan
        if was_away or other or failed or root.state in {"waiting", "offline"}:
            self._unschedule(root)
            self._schedule(root, now)
            if root.early and root.state != "polling":
                self.again(root.id)
            root.early = False
        return was_away or other

    def _fire(self, root: _Root, now: float) -> None:
        with self._lock:
            root.dirty_since = root.last_loss = None
            root.looked_at = now
            root.judged = {}
            if root.id not in self._roots:
                return
        if root.state == "live" and limit_reached():
            # Folders made since could not be watched.
            root.state, root.tried_at = "limit", now
        # Said again, because a look may have written another word meanwhile.
        self._tell_state(root.id, root.state)
        self._due(root.id)

    def _schedule(self, root: _Root, now: float) -> None:
        root.tried_at, root.replaced = now, False
        if is_silent(root.path):
            self._set_state(root, "polling")
            return
        # Of a link only the link itself would be watched, and not what is straight in the folder.
        root.real, root.key = os.path.realpath(root.path), identity(root.path)
        try:
            if self._observer is None:
                self._observer = _started()
            root.watch = self._observer.schedule(
                _Handler(self, root.id), os.fsdecode(root.real), recursive=True
            )
        except OSError as error:
            limit = error.errno in {errno.ENOSPC, errno.EMFILE}
            log.info("watching %r failed: %s", root.path, error)
            self._set_state(root, "limit" if limit else "polling")
            return
        # watchdog passes over subfolders it cannot watch; what it can watch is heard all the same.
        self._set_state(root, "limit" if limit_reached() else "live")

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
        with self._lock:
            root.state = word
            self._lock.notify_all()
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


def _passed_over(root: _Root, path: bytes, is_directory: bool) -> bool:
    """Whether a walk would not come to ``path``. In a storm most events are of few folders, which are
    judged once between two looks: asking the file system what a folder is costs system calls."""
    if path == root.real:
        return False
    folder = os.path.dirname(path)
    verdict = root.judged.get(folder)
    if verdict is None:
        verdict = passed_over(root.real, folder, root.skip) or root.excludes.excluded(folder, root.real, True)
        if len(root.judged) >= _JUDGED:
            root.judged = {}
        root.judged[folder] = verdict
    return (
        verdict
        or passed_over(folder, path, root.skip, by_name=not is_directory)
        or root.excludes.excluded(path, root.real, is_directory)
    )


def _started() -> BaseObserver:
    observer = Observer()
    try:
        observer.start()
    except OSError:
        observer.stop()
        raise
    return observer


def limit_reached() -> bool:
    """True when the system refuses to watch one more folder (Linux; elsewhere a watch covers a tree)."""
    if sys.platform != "linux":
        return False
    system = ctypes.CDLL(None, use_errno=True)
    number = system.inotify_init1(os.O_CLOEXEC)
    if number < 0:
        return False
    try:
        return system.inotify_add_watch(number, b"/", _CREATED) < 0 and ctypes.get_errno() == errno.ENOSPC
    finally:
        os.close(number)
