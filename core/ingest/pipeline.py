"""From waiting photos to stored embeddings: read ahead, encode in batches, commit in small steps.

The thread that calls ``run`` encodes and stores; decoders read ahead of it. Rows are gathered
outside transactions, and a commit comes every 256 photos or 2 seconds, so that whatever ends the
program loses two seconds of work at most.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from core.catalogue import contents, photos, problems
from core.catalogue.store import Catalogue
from core.errors import Cancelled, RecollectError
from core.ingest.lookahead import LookAhead, Room
from core.ingest.stages import Later, Outcome, Read, Unread, Wanted, problem_of
from core.jobs import Turn
from core.paths import display

log = logging.getLogger(__name__)

COMMIT_PHOTOS = 256
COMMIT_SECONDS = 2.0
_REST_SECONDS = 2.0

# Decoded pixels of a draft, thumbnail and encoder input of one photo, whatever its size.
_FLOOR = 4 << 20
# A compressed byte becomes several while it is decoded; one that becomes more is found in the header.
_GROWTH = 6
# Every decoder may use this much before it waits for others, all together so much: a 12-megapixel HEIC
# takes 100 MB, and with many cores the budget alone would let two of them work.
_SHARE, _ROOF = 128 << 20, 1 << 30


class Encodes(Protocol):
    """The encoder's part used here."""

    def encode_photos(self, batch: Sequence[Any], turn: Turn) -> NDArray[np.float32]:
        """Prepared photos → unit vectors float32[n, d]."""
        ...


@dataclass
class Counts:
    """What a run did so far. ``indexed`` counts photos made searchable, ``encoded`` network passes."""

    indexed: int = 0
    encoded: int = 0
    failed: int = 0
    later: int = 0

    @property
    def done(self) -> int:
        """Photos dealt with, in whatever way."""
        return self.indexed + self.failed + self.later


@dataclass
class Commit:
    """What one commit made searchable: content ids int64[n] and their vectors float32[n, d]."""

    keys: NDArray[np.int64]
    vectors: NDArray[np.float32]
    counts: Counts


@dataclass
class _Pending:
    read: list[Read] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    vectors: dict[bytes, NDArray[np.float32]] = field(default_factory=dict)
    since: float = 0.0

    def __len__(self) -> int:
        return len(self.read) + len(self.unread)


@dataclass
class Pipeline:
    """Takes photos in for one encoder and space.

    ``searchable`` tells which content ids have a vector already (copies are not encoded again).
    ``committed`` hears of each commit, after it; ``at_commit`` is called between commits, for
    instance to let other work pass. ``paused`` is asked between batches; while it says True the
    pipeline waits, with everything committed. ``at_least`` photos go to the encoder at once while more
    are coming (its best batch), ``batch`` at most. While ``gentle`` says True one decoder works (after it
    called ``lowered``) and the encoder rests as long as it works.
    """

    catalogue: Catalogue
    reader: Callable[[Wanted, Room], Outcome]
    encoder: Encodes
    space_id: int
    turn: Turn
    decoder_version: str | int
    searchable: Callable[[NDArray[np.int64]], NDArray[np.bool_]]
    committed: Callable[[Commit], None] = lambda commit: None
    progressed: Callable[[Counts], None] = lambda counts: None
    paused: Callable[[], bool] = lambda: False
    gentle: Callable[[], bool] = lambda: False
    lowered: Callable[[], None] = lambda: None
    workers: int = 2
    budget: int = 192 << 20
    batch: int = 16
    at_least: int = 1
    now: Callable[[], float] = time.time
    clock: Callable[[], float] = time.monotonic

    def run(self, source: Iterable[Wanted | None]) -> Counts:
        """Take in all of ``source``. Raises Cancelled by the token, with everything read committed.

        Other errors (``disk.full``, the device's) are raised after what was encoded is committed
        where that is still possible.
        """
        self._counts = Counts()
        self._pending = _Pending(since=self.clock())
        ahead = LookAhead(
            source,
            self._read,
            workers=self.workers,
            cost=_cost,
            budget=self.budget,
            roof=min(self.workers * _SHARE, _ROOF),
            ready=2 * self.batch,
            gentle=self.gentle,
            lowered=self.lowered,
        )
        try:
            self._consume(ahead)
        finally:
            ahead.close()
            self._store()
        return self._counts

    def _read(self, wanted: Wanted, room: Room) -> Outcome:
        try:
            return self.reader(wanted, room)
        except (RecollectError, Cancelled):
            raise
        except Exception as error:
            # A bug of ours or of a decoder met one odd file: said in the log, and the run goes on.
            log.exception("reading %s failed", display(wanted.path))
            return Unread(wanted, "photo.unreadable", {"detail": type(error).__name__})

    def _consume(self, ahead: LookAhead[Wanted, Outcome]) -> None:
        while True:
            self.turn.token.check()
            if self.paused():
                self._store()
                while self.paused():
                    self.turn.token.wait(0.1)
                    self.turn.token.check()
            outcomes = ahead.take(self.batch, at_least=self.at_least, wait=0.25)
            if outcomes is None:
                return
            self._take(outcomes)
            # The first photos are shown at once.
            due = not self._counts.done or self.clock() - self._pending.since >= COMMIT_SECONDS
            if len(self._pending) >= COMMIT_PHOTOS or (due and len(self._pending)):
                self._store()
            self.progressed(self._counts)

    def _take(self, outcomes: list[Outcome]) -> None:
        if outcomes and not len(self._pending):
            self._pending.since = self.clock()
        read = [outcome for outcome in outcomes if isinstance(outcome, Read)]
        fresh = self._fresh(read)
        if fresh:
            self._encode(fresh)
        for outcome in outcomes:
            if isinstance(outcome, Later):
                self._counts.later += 1
            elif isinstance(outcome, Unread):
                self._pending.unread.append(outcome)
        self._pending.read.extend(read)

    def _fresh(self, read: list[Read]) -> list[Read]:
        """The first of each content that has no vector yet, neither stored nor pending, or of which more
        is there than when it was encoded."""
        unseen = {item.fingerprint: item for item in read if item.fingerprint not in self._pending.vectors}
        if not unseen:
            return []
        with self.catalogue.reading() as conn:
            known = contents.by_fingerprint(conn, list(unseen))
            stored = contents.get(conn, list(known.values()))
        if known:
            prints = list(known)
            has = self.searchable(np.fromiter((known[one] for one in prints), np.int64, len(prints)))
            for one, there in zip(prints, has, strict=True):
                if there and stored[known[one]].complete >= unseen[one].complete:
                    del unseen[one]
        return list(unseen.values())

    def _encode(self, fresh: list[Read]) -> None:
        began = self.clock()
        vectors = self.encoder.encode_photos([item.prepared for item in fresh], self.turn)
        self._counts.encoded += len(fresh)
        if self.gentle():
            self.turn.token.wait(min(self.clock() - began, _REST_SECONDS))
        for item, vector in zip(fresh, vectors, strict=True):
            if np.isfinite(vector).all() and np.any(vector):
                self._pending.vectors[item.fingerprint] = vector
            else:
                self._pending.unread.append(Unread(item.wanted, "photo.encode_failed", {}))

    def _store(self) -> None:
        pending, self._pending = self._pending, _Pending(since=self.clock())
        if not len(pending):
            return
        keys: NDArray[np.int64] = np.zeros(0, np.int64)
        vectors = np.zeros((0, 0), np.float32)
        with self.catalogue.writing() as conn:
            ids = contents.add(conn, _contents(pending.read))
            ids.update(_already(pending.read))
            if pending.vectors:
                keys = np.array([ids[one] for one in pending.vectors], np.int64)
                vectors = np.stack(list(pending.vectors.values()))
                contents.add_embeddings(conn, self.space_id, keys, vectors)
            photos.attach(conn, [_attached(item, ids) for item in pending.read if item.metadata is not None])
            problems.clear(conn, [item.wanted.photo_id for item in pending.read if item.metadata is not None])
            problems.record(conn, [*self._unread(pending), *self._halves(pending)], self.now())
        failed = {item.wanted.photo_id for item in pending.unread}
        self._counts.indexed += sum(item.wanted.photo_id not in failed for item in pending.read)
        self._counts.failed += len(failed)
        self.committed(Commit(keys, vectors, self._counts))

    def _unread(self, pending: _Pending) -> list[problems.NewProblem]:
        return [
            problem_of(
                item, self.decoder_version, self.space_id if item.code == "photo.encode_failed" else None
            )
            for item in pending.unread
        ]

    def _halves(self, pending: _Pending) -> list[problems.NewProblem]:
        """Truncated photos of which at least half is there: searchable, and listed."""
        return [
            problem_of(
                Unread(item.wanted, "photo.truncated", {"percent": int(100 * item.complete)}),
                self.decoder_version,
            )
            for item in pending.read
            if item.complete < 1.0 and item.metadata is not None
        ]


def _cost(wanted: Wanted) -> int:
    return _FLOOR + _GROWTH * wanted.size


def _contents(read: list[Read]) -> list[contents.NewContent]:
    unique = {item.fingerprint: item for item in read if item.metadata is not None}
    return [
        contents.NewContent(one.fingerprint, one.look, one.width, one.height, one.format, one.complete)
        for one in unique.values()
    ]


def _already(read: list[Read]) -> dict[bytes, int]:
    """Contents read again from their thumbnail, only to be encoded."""
    return {
        item.fingerprint: item.wanted.content_id
        for item in read
        if item.metadata is None and item.wanted.content_id is not None
    }


def _attached(item: Read, ids: dict[bytes, int]) -> photos.ReadPhoto:
    metadata = item.metadata
    assert metadata is not None
    return photos.ReadPhoto(
        photo_id=item.wanted.photo_id,
        content_id=ids[item.fingerprint],
        taken_at=metadata.taken_at,
        taken_offset=metadata.taken_offset,
        taken_source=metadata.taken_source,
        camera=metadata.camera,
        lens=metadata.lens,
        exposure=metadata.exposure,
        latitude=metadata.latitude,
        longitude=metadata.longitude,
        altitude=metadata.altitude,
        keywords=metadata.keywords,
        caption=metadata.caption,
        size=item.wanted.size,
        mtime_ns=item.wanted.mtime_ns,
    )
