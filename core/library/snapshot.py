"""What is known of all photos at once, as columns; read again when the catalogue has changed."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from core.catalogue import photo_facts, photos, words
from core.jobs import BACKGROUND, Lane
from core.library.shared import Shared
from core.library.values import Change
from core.search.filters import Marked
from core.search.scope import Scope

T = TypeVar("T")

# While photos come in, columns are read again this often at most (times what reading them takes).
_STALE_FACTOR = 10.0
_WAITED_FOR = 0.03  # seconds


class _Kept(Generic[T]):
    """One thing read from the catalogue; while photos come in it may be a moment old.

    What takes longer to read than anybody typing should wait is read anew on ``aside`` then, and the value
    that is there answers meanwhile.
    """

    def __init__(
        self, shared: Shared, read: Callable[[Connection], T], clock: Callable[[], float], aside: Lane
    ) -> None:
        self._shared = shared
        self._read = read
        self._clock = clock
        self._aside = aside
        self._lock = threading.Lock()
        self._reading = threading.Lock()
        self._value: T | None = None
        self._change = -1
        self._at = 0.0
        self._cost = 0.0
        self._altered = 0
        self._renewing = False

    def get(self) -> T:
        with self._lock:
            value = self._value
            if value is not None:
                if self._fresh():
                    return value
                if self._cost > _WAITED_FOR:
                    if not self._renewing:
                        self._renewing = True
                        self._aside.submit("columns", lambda _: self._renew())
                    return value
        return self._renew()

    def _fresh(self) -> bool:
        if self._shared.catalogue.change_count() == self._change:
            return True
        return self._clock() - self._at < self._cost * _STALE_FACTOR

    def _renew(self) -> T:
        """Read it, again when it was altered meanwhile: the reading may have missed that."""
        try:
            with self._reading:
                while True:
                    with self._lock:
                        if self._value is not None and self._shared.catalogue.change_count() == self._change:
                            return self._value
                        altered = self._altered
                    change, began = self._shared.catalogue.change_count(), self._clock()
                    with self._shared.catalogue.reading() as conn:
                        value = self._read(conn)
                    with self._lock:
                        if altered == self._altered:
                            self._value, self._change, self._at = value, change, self._clock()
                            self._cost = self._at - began
                            return value
        finally:
            with self._lock:
                self._renewing = False

    def alter(self, change: Callable[[T], T]) -> None:
        """Change what was read in the way the catalogue was changed just now."""
        with self._lock:
            self._altered += 1
            if self._value is not None:
                self._value = change(self._value)

    def forget(self) -> None:
        """The next answer reads it anew, if anything has changed; so does who is just reading it."""
        with self._lock:
            self._altered += 1
            self._cost = 0.0


class Snapshot:
    """Safe to use from any thread."""

    def __init__(self, shared: Shared, clock: Callable[[], float] = time.monotonic) -> None:
        self._aside = Lane("columns", BACKGROUND)
        self._columns = _Kept(shared, lambda conn: photos.columns(conn), clock, self._aside)
        self._facts = _Kept(shared, photo_facts.facts, clock, self._aside)
        self._pairs = _Kept(shared, photo_facts.raw_pairs, clock, self._aside)
        self._order = _Kept(shared, photo_facts.path_order, clock, self._aside)
        self._names = _Kept(shared, words.names, clock, self._aside)
        self._keywords = _Kept(shared, words.keywords, clock, self._aside)
        self._offline = _Kept(shared, photo_facts.offline_folders, clock, self._aside)
        self._lock = threading.Lock()
        self._whole: dict[bool, tuple[object, Scope]] = {}
        shared.listen(self._heard)

    def close(self) -> bool:
        """Read nothing any more. False when that is still being done."""
        return self._aside.close(3.0)

    def columns(self) -> photos.PhotoColumns:
        """Columns of all photos that can be shown."""
        return self._columns.get()

    def facts(self) -> photo_facts.PhotoFacts:
        """What can be filtered by. It may know photos the columns do not, and the other way round."""
        return self._facts.get()

    def names(self) -> words.Names:
        """All file names."""
        return self._names.get()

    def keywords(self) -> words.Keywords:
        """The words of all keywords and captions."""
        return self._keywords.get()

    def path_rank(self, photo_ids: NDArray[np.int64]) -> NDArray[np.int64]:
        """The place of each photo in the order of all paths; what is too new to have one stands last."""
        order = self._order.get()
        rank = np.full(int(max(order.max(initial=0), photo_ids.max(initial=0))) + 1, len(order), np.int64)
        rank[order] = np.arange(len(order))
        return rank[photo_ids]

    def whole(self, *, stacks: bool) -> Scope:
        """Every photo that is not hidden."""
        columns = self.columns()
        of = (columns, self._pairs.get(), self._offline.get()) if stacks else (columns,)
        with self._lock:
            known = self._whole.get(stacks)
            if known is None or not _same(known[0], of):
                known = (of, self._scope(columns, None, stacks))
                self._whole[stacks] = known
            return known[1]

    def narrowed(self, columns: Marked, allowed: NDArray[np.bool_], *, stacks: bool) -> Scope:
        """The photos of these columns that are ``allowed``, bool[n]."""
        return self._scope(columns, allowed, stacks)

    def forget(self) -> None:
        """The next answer reads everything anew (a run of indexing has ended, a folder was removed)."""
        for kept in (
            self._columns,
            self._facts,
            self._pairs,
            self._order,
            self._names,
            self._keywords,
            self._offline,
        ):
            kept.forget()

    def _scope(self, columns: Marked, allowed: NDArray[np.bool_] | None, stacks: bool) -> Scope:
        if not stacks:
            return Scope.of(columns, allowed)
        # Favourites stand for their copies, then those at hand.
        away = np.isin(columns.folder_id, self._offline.get())
        first = columns.favourite * np.int8(2) + ~away
        return Scope.of(columns, allowed, pairs=self._pairs.get(), first=first, stacks=True)

    def _heard(self, change: Change) -> None:
        """What the person did shows at once, however new the columns are."""
        facts = change.facts
        if "gone" in facts:
            self.forget()
        elif "marked" in facts:
            ids = np.array(facts["marked"], np.int64)
            self._columns.alter(lambda columns: _marked(columns, ids, facts))


def _marked(
    columns: photos.PhotoColumns, ids: NDArray[np.int64], marks: dict[str, bool]
) -> photos.PhotoColumns:
    chosen = np.isin(columns.photo_id, ids)
    changed = {
        name: np.where(chosen, marks[name], getattr(columns, name))
        for name in ("favourite", "hidden")
        if name in marks
    }
    return replace(columns, **changed)


def _same(some: object, others: object) -> bool:
    """True when these tuples hold the very same things."""
    return (
        isinstance(some, tuple)
        and isinstance(others, tuple)
        and all(one is other for one, other in zip(some, others, strict=True))
    )
