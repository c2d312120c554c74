"""Taking photos in: look over the folders, then read, encode and store what is new."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.catalogue import contents, folders, photos, problems, values
from core.catalogue.folders import FolderRow
from core.errors import Cancelled, RecollectError
from core.index.index import Index
from core.ingest.pipeline import Commit, Counts, Pipeline
from core.ingest.scan import Scan, scan_folder
from core.ingest.stages import Reader, Wanted
from core.jobs import Context
from core.library.folders import Folders, within
from core.library.models import Models
from core.library.shared import Shared
from core.library.values import IndexSummary
from core.models.cards import Card
from core.models.runtime import usable_cores
from core.paths import display

if TYPE_CHECKING:
    from core.models.dual_encoder import DualEncoder

_CHUNK = 1000
# A file still growing is given this many quiet times before it is left to the next look.
_PATIENCE = 3
_RATE_SECONDS = 20.0
_SAVE_EVERY = 20_000
_DAY = 86_400.0


@dataclass
class _Pace:
    """Photos per second over the last seconds, from (time, done) marks."""

    clock: Callable[[], float]

    def __post_init__(self) -> None:
        self._marks: list[tuple[float, int]] = [(self.clock(), 0)]

    def at(self, done: int) -> float:
        """Record the count; the present rate."""
        now = self.clock()
        self._marks.append((now, done))
        while len(self._marks) > 2 and now - self._marks[0][0] > _RATE_SECONDS:
            self._marks.pop(0)
        since, before = self._marks[0]
        return (done - before) / (now - since) if now > since else 0.0


class Indexing:
    """Runs on the background lane, one run at a time."""

    def __init__(
        self, shared: Shared, folders_: Folders, models: Models, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._shared = shared
        self._folders = folders_
        self._models = models
        self._clock = clock
        self._pause = threading.Event()
        self._unsaved = 0
        self._cleaned = False
        self._reconciled = False

    @property
    def paused(self) -> bool:
        """True while the person (or a full disk) stopped indexing for now."""
        return self._pause.is_set()

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
        counts = Counts()
        scans: list[tuple[FolderRow, Scan]] = []
        stopped = False
        try:
            while not self._looked_and_taken(context, chosen, scans, counts, patient=patient):
                self._wait_for_room(context)
        except Cancelled:
            stopped = True
        finally:
            self._models.save_index()
            self._unsaved = 0
        if not stopped:
            self._back_up_daily()
        with self._shared.catalogue.reading() as conn:
            waiting = photos.counts(conn).waiting
        summary = replace(_summed(scans), stopped=stopped)
        edited = sorted(frozenset[int]().union(*(scan.changed for _, scan in scans)))
        self._shared.tell("photos", edited=edited)
        return replace(
            summary,
            indexed=counts.indexed,
            failed=counts.failed,
            waiting=waiting,
            seconds=self._clock() - began,
        )

    def _looked_and_taken(
        self,
        context: Context,
        chosen: Sequence[int] | None,
        scans: list[tuple[FolderRow, Scan]],
        counts: Counts,
        *,
        patient: bool,
    ) -> bool:
        """Look over the folders not yet in ``scans``, then take photos in. False when the disk is full,
        which in a window (not ``patient``) only pauses indexing: said, and tried again later."""
        try:
            known = self._folders.rows()
            self._folders.forget()
            self._clean_once()
            seen = {row.id for row, _ in scans}
            for row in (one for one in known if one.id not in seen and (chosen is None or one.id in chosen)):
                scan = self._scan(row, known, context)
                scans.append((row, scan))
            self._after_scan(any(scan.differs for _, scan in scans))
            self._take_in(context, chosen, counts, patient=patient)
            # Edited photos leave their former content behind.
            self._shared.drop_orphans()
        except RecollectError as error:
            if patient or error.code != "disk.full":
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
        if last is not None and self._shared.now() - last < _DAY:
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

    def _scan(self, row: FolderRow, known: Sequence[FolderRow], context: Context) -> Scan:
        shown = display(row.path)
        # A folder added inside this one looks after its photos itself.
        inner = [other.path for other in known if other.id != row.id]
        home = os.fsencode(self._shared.home)
        context.progress(0, None, "Looking for photos", folder=shown)
        return scan_folder(
            self._shared.catalogue,
            row,
            now=self._shared.now(),
            skip=inner if within(row.path, home) else [*inner, home],
            token=context.token,
            told=lambda found: context.progress(found, None, "Looking for photos", folder=shown),
        )

    def _after_scan(self, differs: bool) -> None:
        if differs or not self._reconciled:
            self._models.reconcile(self._models.index())
            self._reconciled = True
            self._shared.tell("photos")
        self._shared.tell("folders")

    def mend(self, context: Context) -> Counts:
        """Encode what was read and has no vector in the active space."""
        counts = Counts()
        self._take_in(context, [], counts, patient=False)
        return counts

    def _take_in(
        self, context: Context, chosen: Sequence[int] | None, counts: Counts, *, patient: bool
    ) -> None:
        card = self._models.card()
        space = self._models.space_id(card)
        total = self._count_waiting(chosen, space)
        if not total:
            return
        context.progress(0, total, "Getting ready")
        encoder = self._models.encoder()
        index = self._models.index()
        rounds = _PATIENCE if patient else 1
        for round_ in range(rounds):
            later = self._one_round(context, chosen, counts, total, space, encoder, index)
            if not later or round_ == rounds - 1:
                return
            context.progress(counts.done, total, "Waiting for files that are still being written")
            context.token.wait(self._shared.settings.number("watch.quiet_seconds"))
            context.token.check()

    def _one_round(
        self,
        context: Context,
        chosen: Sequence[int] | None,
        counts: Counts,
        total: int,
        space: int,
        encoder: DualEncoder,
        index: Index,
    ) -> int:
        pace = _Pace(self._clock)
        base = replace(counts, later=0)

        def progressed(now: Counts) -> None:
            counts.indexed, counts.failed = base.indexed + now.indexed, base.failed + now.failed
            counts.encoded = base.encoded + now.encoded
            self._report(context, counts.indexed + counts.failed, total, pace, counts.failed)

        def committed(commit: Commit) -> None:
            progressed(commit.counts)
            if len(commit.keys):
                index.add(commit.keys, commit.vectors)
            self._unsaved += len(commit.keys)
            if self._unsaved >= _SAVE_EVERY:
                self._models.save_index()
                self._unsaved = 0
            self._shared.tell("photos", indexed=counts.indexed)
            if commit.counts.failed:
                self._shared.tell("problems")

        pipeline = self._pipeline(context, encoder, space, index)
        pipeline.committed, pipeline.progressed = committed, progressed
        return pipeline.run(self._waiting(chosen, space)).later

    def encode_all(self, card: Card, encoder: DualEncoder, context: Context) -> None:
        """Give every content an embedding of another encoder, beside those of the active one."""
        space = self._models.space_id(card)
        with self._shared.catalogue.reading() as conn:
            total = photos.waiting_embedding_count(conn, space, decoder_version=self._shared.decoder_version)
        pace = _Pace(self._clock)

        def progressed(now: Counts) -> None:
            self._report(context, now.done, total, pace, now.failed, text="Preparing the new model")

        # What came in during the first round is taken by the second, which lets nothing pass.
        for passing in (True, False):
            pipeline = self._pipeline(context, encoder, space, None)
            if passing:
                pipeline.committed = lambda commit: context.give_way()
            pipeline.progressed = progressed
            pipeline.run(self._waiting_embedding(space))

    def _pipeline(self, context: Context, encoder: DualEncoder, space: int, index: Index | None) -> Pipeline:
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
            context.turn,
            self._shared.decoder_version,
            searchable,
            paused=self._pause.is_set,
            workers=cores,
            batch=max(16, 4 * encoder.plan.batch),
            at_least=encoder.plan.batch,
            budget=int(settings.number("lookahead_mb")) << 20,
            now=self._shared.now,
            clock=self._clock,
        )

    def _count_waiting(self, chosen: Sequence[int] | None, space: int) -> int:
        with self._shared.catalogue.reading() as conn:
            unread = photos.waiting_count(
                conn, folder_ids=chosen, decoder_version=self._shared.decoder_version
            )
            return unread + photos.waiting_embedding_count(
                conn, space, decoder_version=self._shared.decoder_version
            )

    def _waiting(self, chosen: Sequence[int] | None, space: int) -> Iterator[Wanted]:
        after = 0
        while True:
            with self._shared.catalogue.reading() as conn:
                rows = photos.waiting(
                    conn,
                    after_id=after,
                    limit=_CHUNK,
                    folder_ids=chosen,
                    decoder_version=self._shared.decoder_version,
                )
            if not rows:
                break
            after = rows[-1].id
            for row in rows:
                yield Wanted(row.id, row.path, row.folder_id, row.size, row.mtime_ns)
        yield from self._waiting_embedding(space)

    def _waiting_embedding(self, space: int) -> Iterator[Wanted]:
        after = 0
        while True:
            with self._shared.catalogue.reading() as conn:
                rows = photos.waiting_embedding(
                    conn, space, after, _CHUNK, decoder_version=self._shared.decoder_version
                )
                known = contents.get(conn, [row[0] for row in rows])
            if not rows:
                return
            after = rows[-1][0]
            for content_id, photo_id, path, size, mtime_ns in rows:
                print_ = known[content_id].fingerprint
                yield Wanted(photo_id, path, 0, size, mtime_ns, content_id, print_)

    def _report(
        self, context: Context, done: int, total: int, pace: _Pace, failed: int, text: str = "Indexing"
    ) -> None:
        rate = pace.at(done)
        left = max(0, total - done) / rate if rate > 0 else None
        context.progress(min(done, total), total, text, rate=rate, seconds_left=left, failed=failed)


def set_watch_state(shared: Shared, folder_id: int, word: str) -> None:
    """How a folder is watched now; a folder that is back has its Offline problem taken away."""
    with shared.catalogue.writing() as conn:
        row = folders.get(conn, folder_id)
        if row is None or row.state == word:
            return
        folders.set_state(conn, folder_id, word)
        if row.state == "offline":
            problems.clear_places(conn, folder_id)
    shared.tell("folders")


def _summed(scans: list[tuple[FolderRow, Scan]]) -> IndexSummary:
    moved = frozenset().union(*(scan.moved for _, scan in scans))
    gone = frozenset().union(*(scan.gone for _, scan in scans))
    return IndexSummary(
        unchanged=sum(scan.unchanged for _, scan in scans),
        moved=len(moved),
        gone=len(gone - moved),
        videos=sum(scan.videos for _, scan in scans),
        offline=tuple(display(row.path) for row, scan in scans if scan.offline),
    )
