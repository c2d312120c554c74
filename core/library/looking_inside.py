"""Looking inside photos: what the region model sees in each, from its thumbnail, stored for search."""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.catalogue import groups
from core.errors import Cancelled, RecollectError
from core.images.decode import decode
from core.ingest.lookahead import LookAhead, Room
from core.jobs import Context, Job, Turn
from core.library.estimates import Rate
from core.library.indexing import Indexing
from core.library.region_values import LookSummary
from core.library.segmenting import Kept, Segmenting
from core.library.shared import Shared
from core.library.surroundings import lower_priority
from core.models.cards import Card
from core.models.preparation import Prepared

if TYPE_CHECKING:
    from core.models.segmenter import Segmenter

log = logging.getLogger(__name__)

# After taking photos in (0) and a change of the encoder (5); what is less urgent still comes last.
ORDER, LAST = 8, 9
COMMIT_SECONDS = 2.0
TEXT = "Looking inside photos"
_SAVE_EVERY = 20_000
_REST_SECONDS = 2.0
_TOLD_EVERY = 0.5
# Photos asked for at once, and the memory of a thumbnail while it is prepared.
_PORTION = 512
_COST, _BUDGET = 8 << 20, 64 << 20
_WORKERS = 2


@dataclass
class _Run:
    """One run: what was looked into so far, of how many."""

    context: Context
    rate: Rate
    began: float
    total: int = 0
    looked: int = 0
    failed: int = 0
    unsaved: int = 0
    held: bool = False
    told: float = 0.0
    pending: dict[int, Kept] = field(default_factory=dict)
    since: float = 0.0

    @property
    def done(self) -> int:
        return self.looked + self.failed


Read = tuple[int, Prepared | None]


class LookingInside:
    """Runs on the background lane behind everything else there; one job at a time.

    ``thumbnail`` gives a photo's JPEG bytes, so that photos of drives that are away are looked into too.
    ``learn`` measures what is found among the parts, after a run that brought some.
    """

    def __init__(
        self,
        shared: Shared,
        segmenting: Segmenting,
        indexing: Indexing,
        thumbnail: Callable[[int], bytes | None],
        clock: Callable[[], float] = time.monotonic,
        learn: Callable[[Turn], None] = lambda turn: None,
    ) -> None:
        self._learn = learn
        self._shared = shared
        self._segmenting = segmenting
        self._indexing = indexing
        self._thumbnail = thumbnail
        self._clock = clock
        self._lock = threading.Lock()
        self._job: Job | None = None
        self._again = False
        # Photos that could not be read: left alone until somebody asks, or the program starts again.
        self._skipped: set[int] = set()
        self._said: set[str] = set()

    @property
    def wanted(self) -> bool:
        """True when photos are to be looked into by themselves."""
        return bool(self._shared.settings.get("regions.look_inside")) and not self._shared.catalogue.read_only

    def start(self) -> Job | None:
        """Look into what waits, on the background lane, if that is wanted. One job at a time is enough."""
        if not self.wanted:
            return None
        with self._lock:
            if self._job is not None and not self._job.ended and not self._job.token.cancelled:
                self._again = True
                return self._job
            self._job = self._shared.lanes.background.submit("look inside", self._work, order=ORDER)
            return self._job

    def follow(self, context: Context | None = None) -> None:
        """Photos came and went: the index of groups hears of it, and what is new is looked into: with
        ``context`` on the calling thread, else in a job of its own.
        """
        try:
            self._segmenting.bring_up()
        except RecollectError as error:
            self._shared.notice(error)
        if context is None:
            self.start()
        elif self.wanted:
            with contextlib.suppress(Cancelled):  # what was taken in before is nonetheless done
                self._work(context)

    def stop(self) -> None:
        """Stop it; what was seen is kept."""
        with self._lock:
            if self._job is not None:
                self._job.cancel()

    def _work(self, context: Context) -> None:
        try:
            while True:
                with self._lock:
                    self._again = False
                if self.run(context).stopped:
                    raise Cancelled
                with self._lock:
                    if not self._again:
                        self._job = None
                        return
        except RecollectError as error:
            if error.code not in self._said:
                self._said.add(error.code)
                self._shared.notice(error)

    def again(self) -> None:
        """Try photos again that could not be read."""
        self._skipped.clear()

    def run(self, context: Context) -> LookSummary:
        """Look into every photo that waits for it, on the calling thread.

        A cancel ends it with ``stopped``: what was seen is kept. Raises ``model.*``, ``disk.full``,
        ``catalogue.read_only``.
        """
        catalogue = self._shared.catalogue
        if catalogue.read_only:
            raise RecollectError("catalogue.read_only", why=catalogue.why_read_only)
        run = _Run(context, Rate(self._clock), self._clock())
        stopped = False
        try:
            while self._pass(run):
                pass
            if run.looked:
                self._learn(context.turn)
        except Cancelled:
            stopped = True
        finally:
            self._segmenting.save_index()
            self._tell(run, running=False)
        waiting = self._waiting()
        left = len(waiting)
        if not stopped and self._skipped.issuperset(waiting.tolist()):
            self._segmenting.settle(self._segmenting.card())
        return LookSummary(run.looked, left, run.failed, self._clock() - run.began, stopped)

    def _waiting(self) -> NDArray[np.int64]:
        """Contents that were not looked into, those that came in last first."""
        number = self._segmenting.space_id(make=True)
        with self._shared.catalogue.reading() as conn:
            return groups.waiting(conn, number)

    def _pass(self, run: _Run) -> bool:
        """Look into what waits now. False when nothing did; photos may have come in meanwhile."""
        found = self._waiting()
        if self._skipped:
            found = found[~np.isin(found, np.fromiter(self._skipped, np.int64))]
        if not len(found):
            return False
        run.total = run.done + len(found)
        self._tell(run, running=True, now=True)
        self._segmenting.measure()
        segmenter = self._segmenting.segmenter()
        card = segmenter.card  # not the settings' own: they may change at any moment
        with self._segmenting.steady():
            self._segmenting.index()  # it grows with what is seen, and need not be filled by a first query
        batch = max(1, segmenter.batch)
        ahead = LookAhead(
            self._source(found),
            lambda one, room: self._read(segmenter, one, room),
            workers=_WORKERS,
            cost=lambda one: _COST,
            budget=_BUDGET,
            ready=2 * batch,
            gentle=lambda: self._indexing.pace.gentle,
            lowered=lower_priority,
        )
        run.since = self._clock()
        try:
            self._take(run, ahead, card, segmenter)
        finally:
            ahead.close()
            self._store(run, card)
        return True

    def _take(
        self, run: _Run, ahead: LookAhead[tuple[int, int], Read], card: Card, segmenter: Segmenter
    ) -> None:
        batch = max(1, segmenter.batch)
        while True:
            run.context.token.check()
            self._wait_while_held(run, card, segmenter)
            read = ahead.take(batch, at_least=batch, wait=0.25)
            if read is None:
                return
            with self._segmenting.steady():
                if self._segmenting.segmenter() is not segmenter:
                    return  # the settings changed: what waits now is asked anew
                self._look(run, segmenter, read)
            if self._clock() - run.since >= COMMIT_SECONDS:
                self._store(run, card)
                run.context.give_way()
            self._tell(run, running=True)

    def _look(self, run: _Run, segmenter: Segmenter, read: Sequence[Read]) -> None:
        good = [(content_id, prepared) for content_id, prepared in read if prepared is not None]
        unread = [content_id for content_id, prepared in read if prepared is None]
        self._skipped.update(unread)
        run.failed += len(unread)
        if not good:
            return
        began = self._clock()
        segmenter.gentle = gentle = self._indexing.pace.gentle
        seen = segmenter.segment([prepared for _, prepared in good], run.context.turn)
        for (content_id, _), one in zip(good, seen, strict=True):
            run.pending[content_id] = Kept.of(one)
        if gentle:
            run.context.token.wait(min(self._clock() - began, _REST_SECONDS))

    def _store(self, run: _Run, card: Card) -> None:
        pending, run.pending = run.pending, {}
        run.since = self._clock()
        if pending:
            kept = self._segmenting.store(card, pending)
            run.looked += len(pending)
            run.unsaved += sum(len(pending[one].vectors) for one in kept)
        if run.unsaved >= _SAVE_EVERY:
            self._segmenting.save_index()
            run.unsaved = 0

    def _wait_while_held(self, run: _Run, card: Card, segmenter: Segmenter) -> None:
        """Paused by the person or for the battery, as taking photos in is; others on the lane may pass."""
        while self._indexing.paused or self._indexing.pace.paused:
            if not run.held:
                run.held = True
                self._store(run, card)
                self._tell(run, running=True, now=True)
            run.context.token.wait(0.1)
            run.context.token.check()
            run.context.give_way()
        if run.held:
            run.held = False
            self._tell(run, running=True, now=True)

    def _source(self, found: NDArray[np.int64]) -> Iterator[tuple[int, int]]:
        """(content, one of its photos); contents whose photos went meanwhile are left out."""
        for begin in range(0, len(found), _PORTION):
            portion = found[begin : begin + _PORTION].tolist()
            with self._shared.catalogue.reading() as conn:
                there = groups.photos_of(conn, portion)
            for content_id in portion:
                if content_id in there:
                    yield content_id, there[content_id]

    def _read(self, segmenter: Segmenter, one: tuple[int, int], room: Room) -> Read:
        """A photo ready for the network; None where its thumbnail cannot be read nor made again."""
        content_id, photo_id = one
        try:
            data = self._thumbnail(photo_id)
            if data is None:
                return content_id, None
            return content_id, segmenter.prepare(decode(data, long_side=0, room=room).pixels)
        except Cancelled:
            raise
        except RecollectError:
            return content_id, None
        except Exception:
            # A bug of ours or of a decoder met one odd picture: said in the log, and the run goes on.
            log.exception("the thumbnail of photo %d could not be looked into", photo_id)
            return content_id, None

    def _tell(self, run: _Run, *, running: bool, now: bool = False) -> None:
        moment = self._clock()
        if running and not now and moment - run.told < _TOLD_EVERY:
            return
        run.told = moment
        done = run.done + len(run.pending)
        rate = run.rate.at(done)
        left = max(0, run.total - done) / rate if rate > 0 else None
        if running:
            run.context.progress(
                min(done, run.total), run.total, TEXT, rate=rate, seconds_left=left, failed=run.failed
            )
        self._shared.tell(
            "regions",
            done=done,
            total=run.total,
            running=running,
            paused=run.held,
            seconds_left=left,
            rate=rate,
            skipped=run.failed,
        )
