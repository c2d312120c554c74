"""What is known of all photos at once, as columns; read again when the catalogue has changed."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from core.catalogue import photo_facts, photos
from core.library.shared import Shared
from core.search.filters import Marked
from core.search.scope import Scope

T = TypeVar("T")

# While photos come in, columns are read again this often at most (times what reading them takes).
_STALE_FACTOR = 10.0


class _Kept(Generic[T]):
    """One thing read from the catalogue; while photos come in it may be a moment old."""

    def __init__(self, shared: Shared, read: Callable[[Connection], T], clock: Callable[[], float]) -> None:
        self._shared = shared
        self._read = read
        self._clock = clock
        self._lock = threading.Lock()
        self._value: T | None = None
        self._change = -1
        self._at = 0.0
        self._cost = 0.0

    def get(self) -> T:
        with self._lock:
            change = self._shared.catalogue.change_count()
            began = self._clock()
            if self._value is not None and (
                change == self._change or began - self._at < self._cost * _STALE_FACTOR
            ):
                return self._value
            with self._shared.catalogue.reading() as conn:
                value = self._read(conn)
            self._value, self._change, self._at = value, change, self._clock()
            self._cost = self._at - began
            return value

    def forget(self) -> None:
        """The next answer reads it anew."""
        with self._lock:
            self._cost = 0.0


class Snapshot:
    """Safe to use from any thread."""

    def __init__(self, shared: Shared, clock: Callable[[], float] = time.monotonic) -> None:
        self._columns = _Kept(shared, lambda conn: photos.columns(conn), clock)
        self._facts = _Kept(shared, photo_facts.facts, clock)
        self._pairs = _Kept(shared, photo_facts.raw_pairs, clock)
        self._order = _Kept(shared, photo_facts.path_order, clock)
        self._lock = threading.Lock()
        self._whole: dict[bool, Scope] = {}

    def columns(self) -> photos.PhotoColumns:
        """Columns of all photos that can be shown."""
        return self._columns.get()

    def facts(self) -> photo_facts.PhotoFacts:
        """What can be filtered by. It may know photos the columns do not, and the other way round."""
        return self._facts.get()

    def path_rank(self, photo_ids: NDArray[np.int64]) -> NDArray[np.int64]:
        """The place of each photo in the order of all paths."""
        order = self._order.get()
        rank = np.zeros(int(max(order.max(initial=0), photo_ids.max(initial=0))) + 1, np.int64)
        rank[order] = np.arange(len(order))
        return rank[photo_ids]

    def whole(self, *, stacks: bool) -> Scope:
        """Every photo that is not hidden."""
        columns = self.columns()
        with self._lock:
            known = self._whole.get(stacks)
            if known is None or known.columns is not columns:
                known = self._scope(columns, None, stacks)
                self._whole[stacks] = known
            return known

    def narrowed(self, columns: Marked, allowed: NDArray[np.bool_], *, stacks: bool) -> Scope:
        """The photos of these columns that are ``allowed``, bool[n]."""
        return self._scope(columns, allowed, stacks)

    def _scope(self, columns: Marked, allowed: NDArray[np.bool_] | None, stacks: bool) -> Scope:
        pairs = self._pairs.get() if stacks else None
        return Scope.of(columns, allowed, pairs=pairs, first=columns.favourite, stacks=stacks)

    def forget(self) -> None:
        """The next answer reads everything anew (a run of indexing has ended, a folder was removed)."""
        for kept in (self._columns, self._facts, self._pairs, self._order):
            kept.forget()
