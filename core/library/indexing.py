"""Taking photos in: look over the folders, and read, encode and store what is new meanwhile."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.catalogue import contents, folders, photos, problems, values
from core.catalogue.folders import FolderRow
from core.errors import Cancelled, RecollectError
from core.index.index import Index
from core.ingest.looking import Looking
from core.ingest.pipeline import Commit, Counts, Pipeline
from core.ingest.scan import Scan, scan_folder
from core.ingest.stages import Reader
from core.ingest.waiting import Waiting
from core.ingest.walk import inside
from core.jobs import Context, Token
from core.library.estimates import Rate, estimate, remember_rate
from core.library.folders import Folders, PathLike
from core.library.models import Models
from core.library.shared import Shared
from core.library.surroundings import Pace, Pacing, Surroundings, lower_priority
from core.library.values import Estimate, IndexSummary
from core.models.cards import Card
from core.models.runtime import usable_cores
from core.paths import display

if TYPE_CHECKING:
    from core.models.dual_encoder import DualEncoder

# A file still growing is given this many quiet times before it is left to the next look.
_PATIENCE = 3
_SAVE_EVERY = 20_000
_DAY = 86_400.0


@dataclass
class _Run:
    """One run: what was looked over and taken in so far. ``total`` is None until all was looked over."""

    context: Context
    chosen: Sequence[int] | None
    patient: bool
    rate: Rate
    scans: list[tuple[FolderRow, Scan]] = field(default_factory=list)
    counts: Counts = field(default_factory=Counts)
    total: int | None = None
    looking: Looking | None = None
    encoder: DualEncoder | None = None
    text: str = "Indexing"
    held: bool = False
    # Whether it went as fast as it could, and how long it read: what an estimate is made of.
    steady: bool = True
    reading: float = 0.0


class Indexing:
    """Runs on the background lane, one run at a time."""

    def __init__(
        self,
        shared: Shared,
        folders_: Folders,
        models: Models,
        clock: Callable[[], float] = time.monotonic,
        surroundings: Surroundings | None = None,
    ) -> None:
        self._shared = shared
        self._folders = folders_
        self._models = models
        self._clock = clock
        self._pacing = Pacing(shared.settings, surroundings)
        self._pause = threading.Event()
        self._unsaved = 0
        self._cleaned = False
        self._reconciled = False

    @property
    def paused(self) -> bool:
        """True while the person (or a full disk) stopped indexing for now."""
        return self._pause.is_set()

    @property
    def pace(self) -> Pace:
        """How indexing goes now: gently, or not at all on battery."""
        return self._pacing.now()

    def pause(self) -> None:
        """Commit what was read and wait."""
        self._pause.set()
        self._shared.tell("paused", paused=True)

    def resume(self) -> None:
        """Go on."""
        self._pause.clear()
        self._shared.tell("paused", paused=False)

    def run(
        self, context: Context, chosen: Sequence[int] | None = None, *, patient: bool = True
    ) -> IndexSummary:
        """Look over the chosen folders (None: all) and take in what waits.

        A cancel ends it with ``stopped``: what was committed stays. ``patient`` waits for files that
        are still growing; a window leaves them to its watcher. Raises ``disk.full`` and ``model.*``.
        """
        began = self._clock()
        run = _Run(context, chosen, patient, Rate(self._clock))
        stopped = False
        try:
            while not self._looked_and_taken(run):
                self._wait_for_room(context)
        except Cancelled:
            stopped = True
        finally:
            self._models.save_index()
            self._unsaved = 0
        if run.steady:
            remember_rate(self._shared, self._models.card().id, run.counts.encoded, run.reading)
        if not stopped:
            self._back_up_daily()
        with self._shared.catalogue.reading() as conn:
            waiting = photos.counts(conn).waiting
        summary = replace(_summed(run.scans), stopped=stopped)
        edited = sorted(frozenset[int]().union(*(scan.changed for _, scan in run.scans)))
        self._shared.tell("photos", edited=edited)
        return replace(
            summary,
            indexed=run.counts.indexed,
            failed=run.counts.failed,
            waiting=waiting,
            seconds=self._clock() - began,
        )

    def _looked_and_taken(self, run: _Run) -> bool:
        """Look over the folders not yet looked over, and take photos in. False when the disk is full,
        which in a window (not ``patient``) only pauses indexing: said, and tried again later."""
        try:
            known = self._folders.rows()
            self._folders.forget()
            self._clean_once()
            seen = {row.id for row, _ in run.scans}
            chosen = known if run.chosen is None else [row for row in known if row.id in run.chosen]
            due = [row for row in chosen if row.id not in seen]
            # Before anything is found: what has no room should fail before the disk is filled with photos.
            self._models.index()
            waiting = self._waiting(run.chosen)
            with self._shared.catalogue.reading() as conn:
                newest = folders.newest_photo(conn)
            with Looking(lambda looking: self._look_over(run, looking, due, known), newest) as looking:
                run.looking, run.total = looking, None
                self._take_in(run, waiting)
            # Edited photos leave their former content behind.
            self._shared.drop_orphans()
        except RecollectError as error:
            if run.patient or error.code != "disk.full":
                raise
            self._shared.notice(error)
            return False
        return True

    def _wait_for_room(self, context: Context) -> None:
        """Paused until the person says to go on."""
        self.pause()
        while self.paused:
            context.token.wait(0.2)
            context.token.check()

    def _back_up_daily(self) -> None:
        """Marks and searches live only in the catalogue: a copy a day, the last three are kept."""
        catalogue = self._shared.catalogue
        with catalogue.reading() as conn:
            last = values.get(conn, "backup.at")
        # One from the future was made before the clock was set back.
        if last is not None and 0 <= self._shared.now() - last < _DAY:
            return
        try:
            catalogue.backup()
        except RecollectError as error:
            self._shared.notice(error)
            return
        with catalogue.writing() as conn:
            values.put(conn, "backup.at", self._shared.now())

    def _clean_once(self) -> None:
        if not self._cleaned:
            self._cleaned = True
            self._shared.thumbnails.clear_leftovers()

    # looking over, on a thread beside

    def _look_over(
        self, run: _Run, looking: Looking, due: Sequence[FolderRow], known: Sequence[FolderRow]
    ) -> None:
        for row in due:
            run.scans.append((row, self._scan(row, known, looking)))

    def _scan(self, row: FolderRow, known: Sequence[FolderRow], looking: Looking) -> Scan:
        shown = display(row.path)
        looking.saw(0, shown)
        return scan_folder(
            self._shared.catalogue,
            row,
            now=self._shared.now(),
            skip=self._left_out(row.path, known),
            excludes=self._folders.patterns(row.id),
            token=looking.token,
            told=lambda found: looking.saw(found, shown),
            written=looking.wrote,
            watched=lambda: self._folders.word(row.id),
        )

    def _left_out(self, path: bytes, known: Sequence[FolderRow]) -> list[bytes]:
        """A folder added inside this one looks after its photos itself; the library's own are no photos."""
        home = os.fsencode(self._shared.home)
        inner = [other.path for other in known if other.path != path]
        return inner if inside(path, home) else [*inner, home]

    def _looked(self, run: _Run) -> bool:
        """True once all was looked over; then the index is brought up to it, on the thread that fills it."""
        looking = run.looking
        if looking is None:
            return True
        context = run.context
        context.token.check()
        if looking.going:
            found, shown = looking.seen
            context.progress(found, None, "Looking for photos", folder=shown, indexed=run.counts.indexed)
            return False
        run.looking = None
        looking.check()
        # A folder that was removed and added again is as it was, but not in the index.
        differs = any(scan.differs or row.state == "waiting" for row, scan in run.scans)
        if differs or not self._reconciled:
            self._models.reconcile(self._models.index())
            self._reconciled = True
            self._shared.tell("photos")
        self._shared.tell("folders")
        return True

    # reading, encoding, storing

    def mend(self, context: Context) -> Counts:
        """Encode what was read and has no vector in the active space."""
        run = _Run(context, [], False, Rate(self._clock))
        self._take_in(run, self._waiting(run.chosen))
        return run.counts

    def _take_in(self, run: _Run, waiting: Waiting) -> None:
        context, looking = run.context, run.looking
        while not self._looked(run) and looking is not None and not looking.found:
            looking.wait(0.1)
        if run.looking is None:
            run.total = run.counts.indexed + run.counts.failed + waiting.count()
            if not waiting.count() or not self._can_be_opened(run, waiting):
                return
        context.progress(run.counts.done, run.total, "Getting ready")
        encoder = self._models.encoder()
        index = self._models.index()
        rounds = _PATIENCE if run.patient else 1
        for round_ in range(rounds):
            later = self._one_round(run, waiting, encoder, index)
            if not later or round_ == rounds - 1:
                return
            context.progress(run.counts.done, run.total, "Waiting for files that are still being written")
            context.token.wait(self._shared.settings.number("watch.quiet_seconds"))
            context.token.check()

    def _can_be_opened(self, run: _Run, waiting: Waiting) -> bool:
        """False when nothing waits but files that may not be opened, which are asked at each look: they
        stay problems, and the encoder need not be loaded for them."""
        shut = waiting.all_shut()
        if shut is None:
            return True
        with self._shared.catalogue.writing() as conn:
            problems.record(conn, shut, self._shared.now())
        run.counts.failed += len(shut)
        return False

    def _one_round(self, run: _Run, waiting: Waiting, encoder: DualEncoder, index: Index) -> int:
        base, began = replace(run.counts, later=0), self._clock()

        def progressed(now: Counts) -> None:
            counts = run.counts
            counts.indexed, counts.failed = base.indexed + now.indexed, base.failed + now.failed
            counts.encoded = base.encoded + now.encoded
            self._report(run)

        def committed(commit: Commit) -> None:
            if len(commit.keys):
                index.add(commit.keys, commit.vectors)
            self._unsaved += len(commit.keys)
            if self._unsaved >= _SAVE_EVERY:
                self._models.save_index()
                self._unsaved = 0
            progressed(commit.counts)
            self._shared.tell("photos", indexed=run.counts.indexed)
            if commit.counts.failed:
                self._shared.tell("problems")

        def held() -> bool:
            if run.total is None and self._looked(run):
                run.total = run.counts.indexed + run.counts.failed + waiting.count()
            return self._is_held(run)

        pipeline = self._pipeline(run, encoder, waiting.space_id, index)
        pipeline.committed, pipeline.progressed, pipeline.paused = committed, progressed, held
        try:
            return pipeline.run(waiting.all(run.looking)).later
        finally:
            run.reading += self._clock() - began

    def encode_all(self, card: Card, encoder: DualEncoder, context: Context) -> None:
        """Give every content an embedding of another encoder, beside those of the active one."""
        run = _Run(context, None, False, Rate(self._clock), text="Preparing the new model")
        waiting = replace(self._waiting(None), space_id=self._models.space_id(card))
        with self._shared.catalogue.reading() as conn:
            run.total = photos.waiting_embedding_count(
                conn, waiting.space_id, decoder_version=waiting.decoder_version
            )

        def progressed(now: Counts) -> None:
            run.counts = now
            self._report(run)

        # What came in during the first round is taken by the second, which lets nothing pass.
        for passing in (True, False):
            pipeline = self._pipeline(run, encoder, waiting.space_id, None)
            if passing:
                pipeline.committed = lambda commit: context.give_way()
            pipeline.progressed = progressed
            pipeline.run(waiting.embeddings())

    def _pipeline(self, run: _Run, encoder: DualEncoder, space: int, index: Index | None) -> Pipeline:
        run.encoder = encoder
        settings = self._shared.settings
        cores = int(settings.number("threads")) or usable_cores()

        def searchable(ids: NDArray[np.int64]) -> NDArray[np.bool_]:
            there = index.has(ids) if index is not None else np.zeros(len(ids), np.bool_)
            if index is not None and not there.all():
                # Contents of photos that were gone: their vectors are kept, and only have to come back.
                with self._shared.catalogue.reading() as conn:
                    for keys, vectors in contents.iter_embeddings(conn, space, ids[~there]):
                        index.add(keys, vectors)
                there = index.has(ids)
            return there

        return Pipeline(
            self._shared.catalogue,
            Reader(
                encoder,
                self._shared.thumbnails,
                self._shared.limits,
                settings.number("watch.quiet_seconds"),
                self._shared.now,
            ),
            encoder,
            space,
            run.context.turn,
            self._shared.decoder_version,
            searchable,
            paused=lambda: self._is_held(run),
            gentle=lambda: self._pacing.now().gentle,
            lowered=lower_priority,
            workers=cores,
            batch=max(16, 4 * encoder.plan.batch),
            at_least=encoder.plan.batch,
            budget=int(settings.number("lookahead_mb")) << 20,
            now=self._shared.now,
            clock=self._clock,
        )

    def _is_held(self, run: _Run) -> bool:
        """Whether nothing is taken in now, because of the person or of the battery, which is said."""
        pace = self._pacing.now()
        if run.encoder is not None:
            run.encoder.gentle = pace.gentle
        held = self.paused or pace.paused
        run.steady &= not (held or pace.gentle)
        if held != run.held:
            run.held = held
            if held and pace.paused and not self.paused:
                run.context.progress(run.counts.done, run.total, "Paused on battery", battery=True)
            self._shared.tell("paused", paused=held, battery=pace.paused and not self.paused)
        return held

    def _waiting(self, chosen: Sequence[int] | None) -> Waiting:
        return Waiting(
            self._shared.catalogue,
            self._models.space_id(self._models.card()),
            self._shared.decoder_version,
            chosen,
        )

    def _report(self, run: _Run) -> None:
        if run.total is None:
            return  # ``_looked`` says how many were found so far
        done = run.counts.done
        rate = run.rate.at(done)
        left = max(0, run.total - done) / rate if rate > 0 else None
        run.context.progress(
            min(done, run.total),
            run.total,
            run.text,
            rate=rate,
            seconds_left=left,
            failed=run.counts.failed,
            gentle=self._pacing.now().gentle,
        )

    def estimate(self, path: PathLike, token: Token, limit_seconds: float = 2.0) -> Estimate:
        """How many photos adding a folder would bring, counted for so long at most, and about how many
        seconds this computer would take for them.

        Raises as ``Folders.checked`` does, ``folder.offline``, Cancelled.
        """
        root = self._folders.checked(path)
        return estimate(
            self._shared,
            self._models.card().id,
            root,
            skip=self._left_out(root, self._folders.rows()),
            excludes=self._folders.patterns(None),
            token=token,
            limit_seconds=limit_seconds,
            clock=self._clock,
        )


def _summed(scans: list[tuple[FolderRow, Scan]]) -> IndexSummary:
    moved = frozenset[int]().union(*(scan.moved for _, scan in scans))
    gone = frozenset[int]().union(*(scan.gone for _, scan in scans))
    return IndexSummary(
        unchanged=sum(scan.unchanged for _, scan in scans),
        moved=len(moved),
        gone=len(gone - moved),
        videos=sum(scan.videos for _, scan in scans),
        offline=tuple(display(row.path) for row, scan in scans if scan.offline),
    )
