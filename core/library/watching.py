"""Watched folders: new photos come in by themselves, and other processes may hand us folders."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from dataclasses import asdict

from core.catalogue.lock import WriterLock
from core.errors import RecollectError
from core.ingest.watch import Rhythm, Watcher
from core.jobs import Context, Event, Failed, Finished, Job, Listener, Stopped
from core.library.folders import Folders, PathLike
from core.library.requests import Asked, Request, Requests
from core.library.shared import Shared
from core.library.values import FolderInfo, IndexSummary

# How often a folder with unfinished files is looked at again before its usual time.
_LOOKS = 5

# Looks over folders (None: all) and takes in what is new, on the calling thread.
Look = Callable[[Context, "list[int] | None"], IndexSummary]
# Adds the folder at a path.
Add = Callable[[bytes], FolderInfo]


class Watching:
    """One per open library; idle until ``start``."""

    def __init__(self, shared: Shared, folders: Folders, requests: Requests, look: Look, add: Add) -> None:
        self._shared = shared
        self._folders = folders
        self._requests = requests
        self._look = look
        self._add = add
        # Beginning and closing may come from two threads.
        self._turning = threading.RLock()
        self._ended = False
        self._watcher: Watcher | None = None
        self._listener: Listener | None = None
        self._due: set[int] = set()
        self._due_lock = threading.Lock()
        self._tries: dict[int, int] = {}

    @property
    def active(self) -> bool:
        """True between ``start`` and ``stop``."""
        return self._watcher is not None

    def start(self, listener: Listener | None) -> None:
        """Watch all folders, and take what other processes ask for. Progress goes to ``listener``."""
        with self._turning:
            if self._watcher is None and not self._ended:
                self._listener = listener
                self._begin(listener)

    def _begin(self, listener: Listener | None) -> None:
        self._watcher = Watcher(
            lambda folder: self._due_now(folder, listener),
            self._watched,
            # Our own thumbnails are no news.
            skip=[os.fsencode(self._shared.home)],
            filled=self._folders.filled,
        )
        self.keep_time()
        for folder in self._folders.infos():
            self.watch(folder)
        self._requests.serve(
            lambda asked: self._shared.lanes.interactive.submit(
                "asked", lambda context: self._asked(asked, listener)
            )
        )

    def stop(self) -> None:
        """Stop watching."""
        with self._turning:
            self._requests.stop()
            watcher, self._watcher = self._watcher, None
            if watcher is not None:
                watcher.close()
                try:
                    self._folders.unwatched()
                except RecollectError as error:
                    self._shared.notice(error)

    def end(self) -> None:
        """Stop watching for good: the library is being closed."""
        with self._turning:
            self._ended = True
            self.stop()

    def keep_time(self) -> None:
        """Watch in the rhythm that the settings give now; nothing that happened meanwhile is missed."""
        watcher, settings = self._watcher, self._shared.settings
        if watcher is not None:
            watcher.set_rhythm(
                Rhythm(
                    quiet=settings.number("watch.quiet_seconds"),
                    rescan=settings.number("watch.rescan_seconds"),
                    poll=settings.number("watch.poll_seconds"),
                )
            )

    def look_now(self, chosen: list[int] | None = None) -> None:
        """Look over folders (None: all) as when they had changed; who started the watching hears of it."""
        with self._turning:
            if self._watcher is not None:
                for folder in self._folders.infos():
                    if chosen is None or folder.id in chosen:
                        self._watcher.set_excludes(folder.id, self._folders.patterns(folder.id))
        self.submit(chosen, self._listener)

    def watch(self, folder: FolderInfo) -> None:
        """A folder was added."""
        if self._watcher is not None:
            self._watcher.watch(folder.id, folder.path, excludes=self._folders.patterns(folder.id))

    def unwatch(self, folder: FolderInfo) -> None:
        """A folder was removed."""
        if self._watcher is not None:
            self._watcher.unwatch(folder.id)

    def again(self, folder: int, summary: IndexSummary) -> None:
        """A file that was not whole yet gets a few more looks, each after the quiet time."""
        watcher = self._watcher
        tries = self._tries.get(folder, 0) + 1 if summary.waiting and not summary.stopped else 0
        self._tries[folder] = tries
        if watcher is not None and 0 < tries <= _LOOKS:
            watcher.again(folder)

    def submit(self, chosen: list[int] | None, listener: Listener | None) -> Job:
        """Look over these folders on the background lane."""

        def work(context: Context) -> IndexSummary:
            return self._looked(context, chosen)

        return self._shared.lanes.background.submit("index", work, listener, order=0)

    def _looked(self, context: Context, chosen: list[int] | None) -> IndexSummary:
        watcher = self._watcher
        if watcher is not None:
            watcher.looks(chosen)
        summary = self._look(context, chosen)
        for folder in chosen if chosen is not None else [row.id for row in self._folders.rows()]:
            self.again(folder, summary)
        return summary

    def _watched(self, folder: int, word: str) -> None:
        """The watcher only passes the word on; the edit is made on the interactive lane."""

        def work(context: Context) -> None:
            try:
                self._folders.watched(folder, word)
            except RecollectError as error:
                self._shared.notice(error)

        self._shared.lanes.interactive.submit("folder state", work)

    def _due_now(self, folder: int, listener: Listener | None) -> None:
        """One waiting run per folder is enough, however often it becomes due."""
        with self._due_lock:
            if folder in self._due:
                return
            self._due.add(folder)

        def work(context: Context) -> IndexSummary:
            with self._due_lock:
                self._due.discard(folder)
            return self._looked(context, [folder])

        self._shared.lanes.background.submit("look", work, listener, order=0)

    def _asked(self, asked: Asked, listener: Listener | None) -> None:
        """Another process handed us folders to index; it waits for the answer."""
        try:
            chosen = [self._add(path).id for path in asked.folders]
        except RecollectError as error:
            asked.refused(error)
            return

        def heard(event: Event) -> None:
            if isinstance(event, Finished):
                asked.done(asdict(event.result))
            elif isinstance(event, Failed) and isinstance(event.error, RecollectError):
                asked.refused(event.error)
            elif isinstance(event, Failed | Stopped):
                asked.refused(RecollectError("catalogue.busy", owner="the window"))
            if listener is not None:
                listener(event)

        self.submit(chosen, heard)

    def hand_over(self, paths: Sequence[PathLike]) -> Request:
        """Ask the process that has the library to index these folders.

        Raises ``folder.*``, and ``catalogue.read_only`` when nobody has it and we may not write.
        """
        folders = [self._folders.checked(path) for path in paths]
        catalogue = self._shared.catalogue
        if catalogue.owner is None:
            raise RecollectError("catalogue.read_only", why=catalogue.why_read_only)
        return self._requests.ask(folders, str(catalogue.owner), self._has_owner)

    def _has_owner(self) -> bool:
        return WriterLock(self._shared.home).holder() is not None
