"""Holds the window's library: opens it on a worker, asks it on lanes, tells what changed by signals."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from app import library_life
from app.workers import Bridge
from core.errors import RecollectError
from core.jobs import BACKGROUND, Context, Job, Lane, Progress

if TYPE_CHECKING:
    from core.library import Change, FolderInfo, IndexSummary, Library, PhotoInfo, Status

T = TypeVar("T")

GRACE = 0.3  # seconds: an import of the model cannot be stopped, and has nothing to lose
REFRESH = 1000  # ms between refreshes of what is shown, at least


class LibraryLink(QObject):
    """All methods belong to the GUI thread and return at once; answers come as signals or callbacks."""

    opened = Signal()
    refused = Signal(object)  # RecollectError: the library could not be opened, or cannot be used any longer
    difficulty = Signal(object)  # RecollectError: to be explained
    mended = Signal(object)  # a sentence: what became of a damaged catalogue
    status_changed = Signal(object)
    problems_changed = Signal(object)
    photos_changed = Signal()
    searches_changed = Signal()
    themes_changed = Signal()
    region_model_changed = Signal()  # it has taken over: names and outlines are its own from now on
    looking_inside = Signal(object)  # Progress, or None when that has ended
    photos_edited = Signal(object)  # ids of photos that look different now
    progressed = Signal(object)
    indexed = Signal(object)  # IndexSummary, or None when it was stopped
    setting_stored = Signal(str)
    ready = Signal()  # the model is loaded

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        bridge.difficulty.connect(self._hear)
        self._start = Lane("start", BACKGROUND)
        self._aside = Lane("aside", BACKGROUND)
        self._runs = 0
        self._looking = False
        self._refreshed = 0.0
        self._cost = 0.0
        self._wants_problems = False
        self._progress: Progress | None = None
        self._due = QTimer(self, singleShot=True)
        self._due.timeout.connect(self._refresh)
        self._closing = False
        self._begun = False
        self._given_up: Library | None = None
        self.library: Library | None = None
        self.status: Status | None = None
        self.paused = False
        self.inside: Progress | None = None  # how far photos are looked into, while that goes on

    # opening and closing

    def open(self) -> None:
        """Open the library on a worker; ``opened`` or ``refused`` follows."""
        notice = self._bridge.caller(self._bridge.difficulty.emit)
        change = self._bridge.caller(self._changed)
        self._bridge.submit(
            self._start,
            "open",
            lambda _: library_life.open_library(notice, change),
            done=self._take,
            failed=self.refused.emit,
        )

    def mend(self) -> None:
        """Put a damaged catalogue aside and the newest good copy in its place, then open; ``mended``."""
        self._bridge.submit(
            self._start, "mend", lambda _: library_life.rescue(), done=self._mended, failed=self.refused.emit
        )

    def _mended(self, sentence: str) -> None:
        self.mended.emit(sentence)
        self.open()

    def _take(self, library: Library) -> None:
        self.library = library
        self._begun = False
        self.paused = library.paused
        self.opened.emit()
        self.refresh_status()

    def begin(self) -> bool:
        """After the first answer is shown: load the model, look for what changed, watch; once per opening.

        False when there is no library.
        """
        library = self.library
        if library is None:
            return False
        if not self._begun:
            self._begun = True
            self._begin(library)
        return True

    def _begin(self, library: Library) -> None:
        if library.read_only:
            error = RecollectError("catalogue.read_only", why=library_life.why(library.owner))
            self._bridge.difficulty.emit(error)
            self._warm_up(library)
            return
        listener = self._bridge.listener(
            done=self._looked,
            failed=self._look_failed,
            progress=self._look_progressed,
            stopped=lambda: self._looked(None),
            lasting=True,
        )
        # On one lane and in this order: what changes while folders are looked over is heard.
        self._bridge.submit(library.lanes.interactive, "watch", lambda _: library.watch(listener))
        self.index(None)
        self._warm_up(library)

    def _warm_up(self, library: Library) -> None:
        """On its own worker, so that counting photos need not wait for it."""
        self._bridge.submit(
            self._start,
            "warm up",
            lambda context: library.warm_up(context.turn),
            done=lambda _: self.ready.emit(),
        )

    def close(self, doomed: Sequence[int] = ()) -> bool:
        """Stop everything and close the library: at most about three seconds. The window is gone.
        ``doomed``: photos that the person sent to the trash just now.

        False when a worker is still inside a call that cannot be cancelled (loading the model).
        """
        self._closing = True
        self._due.stop()
        self._start.cancel_all()
        self._aside.cancel_all()
        library, self.library = self.library or self._given_up, None
        if library is not None:
            if library is not self._given_up:  # mended, its numbers may be those of other photos
                library_life.trash(library, doomed)
            ended = library.close()
        else:
            ended = True
        started, aside = self._start.close(GRACE), self._aside.close(GRACE)
        return ended and started and aside

    def _hear(self, error: RecollectError) -> None:
        """What no job's own callback took."""
        if error.code == "catalogue.damaged":
            self._give_up(error)
        else:
            self.difficulty.emit(error)

    def _hear_of(self, library: Library) -> Callable[[RecollectError], None]:
        """What a job says of this library, while it is the one that is open."""
        return library_life.while_open(lambda: self.library is library, self._hear)

    def _give_up(self, error: RecollectError) -> None:
        """The open library turned out to be damaged: close it on a worker, so that it can be mended."""
        library, self.library = self.library, None
        if library is None:
            return  # the first job's word was enough; those after it say the same
        self._given_up = library
        self.status = None
        self._looking = self._wants_problems = False
        self._due.stop()
        self._start.cancel_all()
        self._bridge.submit(self._start, "close", lambda _: library_life.close(library))
        self.refused.emit(error)

    # what the person does

    def add_folder(self, path: bytes) -> None:
        """Add a folder and index it; without the right to write, ask the process that has it."""
        if self.library is not None and self.library.read_only:
            self._with("hand over", lambda library: library.hand_over([path]), None)
            return
        self._with(
            "add folder",
            lambda library: library.add_folder(path),
            lambda folder: self._added([folder.path]),
        )

    def add_samples(self) -> None:
        """Add the sample photos and index them."""
        self._with(
            "samples", lambda library: library.add_samples(), lambda folder: self._added([folder.path])
        )

    def _added(self, paths: list[bytes]) -> None:
        self.refresh_status()
        self.index(paths)

    def remove_folder(self, folder: FolderInfo) -> None:
        """Forget a folder; its files stay where they are."""
        self._with(
            "remove folder", lambda library: library.remove_folder(folder.path), lambda _: self.changed_now()
        )

    def index(self, paths: Sequence[bytes] | None) -> None:
        """Look for new and changed photos in these folders (None: all) and take them in."""
        library = self.library
        if library is None:
            return
        self._runs += 1
        failed, stopped = self._index_failed, partial(self._index_ended, None)
        listener = self._bridge.listener(
            done=self._index_ended, failed=failed, progress=self._progressed, stopped=stopped
        )
        lane = library.lanes.interactive
        # Where no run begins, as of a folder that was removed meanwhile, nothing else tells the end.
        self._bridge.submit(
            lane, "index", lambda _: library.index(paths, listener), failed=failed, stopped=stopped
        )

    def pause(self) -> None:
        """Pause indexing."""
        self._set_paused(True)

    def resume(self) -> None:
        """Go on indexing."""
        self._set_paused(False)

    def retry(self, ids: list[int] | None) -> None:
        """Read problem files once more."""
        self._with("retry", lambda library: library.retry_problems(ids), lambda _: self.index(None))

    def ignore(self, problem: int) -> None:
        """Do not list this problem again."""
        self._with("ignore", lambda library: library.ignore_problem(problem), lambda _: self.changed_now())

    def rows(self, photos: list[int], then: Callable[[list[PhotoInfo]], None]) -> None:
        """Rows of these photos, on the interactive lane after typed queries."""
        self._with("rows", lambda library: library.rows(photos), then, order=1)

    def run(self, name: str, work: Callable[[], None]) -> None:
        """Do something outside the library (open a file, look at dropped paths) on a worker."""
        self.ask(name, work, None)

    def ask(
        self, name: str, work: Callable[[], T], then: Callable[[T], None] | None, *, order: int = 0
    ) -> None:
        """Like ``run``, with an answer. A higher ``order`` waits for lower ones: typed queries have 0."""
        runner = self.library.lanes.interactive if self.library is not None else self._start
        self._bridge.submit(runner, name, lambda _: work(), done=then, order=order)

    def act(self, name: str, work: Callable[[Library], T], then: Callable[[T], None] | None) -> None:
        """Do something with the library on the interactive lane; ``then`` gets what it gives."""
        self._with(name, work, then)

    def aside(
        self,
        name: str,
        work: Callable[[Library], T],
        then: Callable[[T], None],
        failed: Callable[[RecollectError], None] | None = None,
    ) -> None:
        """Something that may take a few seconds and delays nothing else."""
        library = self.library
        if library is not None:
            done = library_life.while_open(lambda: self.library is library, then)
            fail = library_life.damage_too(failed, self._hear_of(library))
            self._bridge.submit(self._aside, name, lambda _: work(library), done=done, failed=fail)

    def long(
        self,
        name: str,
        work: Callable[[Library, Context], T],
        done: Callable[[T], None],
        *,
        failed: Callable[[RecollectError], None] | None = None,
        progress: Callable[[Progress], None] | None = None,
        stopped: Callable[[], None] | None = None,
    ) -> Job | None:
        """Something that takes a while, on the background lane; it can be cancelled."""
        library = self.library
        if library is None:
            return None
        return self._bridge.submit(
            library.lanes.background,
            name,
            lambda context: work(library, context),
            done=done,
            failed=library_life.damage_too(failed, self._hear_of(library)),
            progress=progress,
            stopped=stopped,
            order=3,
        )

    def set_setting(self, key: str, value: object) -> None:
        """Store a setting."""
        self._with(
            "setting",
            lambda library: library.settings.set(key, value),
            lambda _: self.setting_stored.emit(key),
        )

    # what is told

    @property
    def indexing(self) -> bool:
        """True while photos are being taken in."""
        return self._runs > 0 or self._looking

    def want_problems(self, wanted: bool) -> None:
        """Whether the list of problems is on screen and must be kept fresh."""
        self._wants_problems = wanted
        if wanted:
            self._fetch_problems()

    def refresh_status(self) -> None:
        """Ask for the library's numbers."""
        self._with("status", lambda library: library.status(), self._take_status, order=1)
        if self._wants_problems:
            self._fetch_problems()

    def changed_now(self) -> None:
        """Something the person did changed the library: show it at once."""
        self._due.stop()
        self._refresh()

    def answered_in(self, seconds: float) -> None:
        """How long the last refresh took: slow libraries are refreshed less often."""
        self._cost = seconds

    def _fetch_problems(self) -> None:
        self._with("problems", lambda library: library.problems(), self.problems_changed.emit, order=1)

    def _take_status(self, status: Status) -> None:
        if status != self.status:
            self.status = status
            self.status_changed.emit(status)

    def _changed(self, change: Change) -> None:
        if self._closing or change.kind == "notice":
            return  # a notice comes by its own way, see ``open``
        if change.kind == "paused":
            self._heard_pause(change)
            return
        if change.kind == "regions":
            self._heard_looking(change)
            return
        if change.kind in ("searches", "themes"):
            (self.searches_changed if change.kind == "searches" else self.themes_changed).emit()
            return
        if change.facts.get("edited"):
            self.photos_edited.emit(change.facts["edited"])
        if not self._due.isActive():
            pause = max(REFRESH / 1000, 3 * self._cost)
            wait = max(0.0, self._refreshed + pause - time.monotonic())
            self._due.start(round(wait * 1000))

    def _refresh(self) -> None:
        if self._closing:
            return
        self._refreshed = time.monotonic()
        self.refresh_status()
        self.photos_changed.emit()

    def _index_ended(self, summary: IndexSummary | None) -> None:
        self._runs -= 1
        if self._closing:
            return
        self.changed_now()
        if not self.indexing:
            self.indexed.emit(summary)

    def _look_progressed(self, progress: Progress) -> None:
        """A watched folder changed and is being looked over."""
        self._looking = True
        self._progressed(progress)

    def _progressed(self, progress: Progress) -> None:
        self._progress = progress
        self.progressed.emit(progress)

    def _heard_pause(self, change: Change) -> None:
        """On a full disk the library pauses by itself and waits to be resumed; on battery it does not."""
        self.paused = bool(change.facts["paused"]) and not change.facts.get("battery")
        if self.indexing and self._progress is not None:
            self.progressed.emit(self._progress)
        elif self.inside is not None:
            self.looking_inside.emit(self.inside)

    def _heard_looking(self, change: Change) -> None:
        """Photos are being looked into; at the end what is shown may be found by parts too."""
        taken_over = "running" not in change.facts
        if taken_over:
            self.region_model_changed.emit()
        else:
            self.inside = library_life.looking(change)
        if self.inside is None or taken_over:
            self.changed_now()
        self.looking_inside.emit(self.inside)

    def _looked(self, summary: IndexSummary | None) -> None:
        self._looking = False
        if not self._closing:
            self.changed_now()
            if not self.indexing:
                self.indexed.emit(summary)

    def _look_failed(self, error: RecollectError) -> None:
        self._looked(None)
        self._bridge.difficulty.emit(error)

    def _index_failed(self, error: RecollectError) -> None:
        self._index_ended(None)
        if error.code != "folder.unknown":  # the person has just removed it
            self._bridge.difficulty.emit(error)

    def _set_paused(self, paused: bool) -> None:
        self.paused = paused

        def do(library: Library) -> None:
            if paused:
                library.pause()
            else:
                library.resume()

        self._with("pause", do, None, order=-1)

    def _with(
        self,
        name: str,
        work: Callable[[Library], T],
        then: Callable[[T], None] | None,
        *,
        order: int = 0,
    ) -> Job | None:
        library = self.library
        if library is None:
            return None
        done = then and library_life.while_open(lambda: self.library is library, then)
        return self._bridge.submit(
            library.lanes.interactive, name, lambda _: work(library), done=done, order=order
        )
