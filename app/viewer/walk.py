"""The photos the viewer walks through: the results, or for a while photos like one of them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
RESULTS, SIMILAR = "results", "similar"


class Walk:
    """Two lists, each with its own place. ``mode`` says which is walked through."""

    def __init__(self) -> None:
        self.mode = RESULTS
        self._lists: dict[str, Ints] = {RESULTS: np.empty(0, np.int64), SIMILAR: np.empty(0, np.int64)}
        self._at = {RESULTS: -1, SIMILAR: -1}

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def ids(self) -> Ints:
        """The list that is walked through."""
        return self._lists[self.mode]

    @property
    def index(self) -> int:
        """The place in it, -1 when it is empty."""
        return self._at[self.mode]

    def photo(self, index: int | None = None) -> int | None:
        """The photo at a place (the present one), None beyond the ends."""
        at = self.index if index is None else index
        return int(self.ids[at]) if 0 <= at < len(self) else None

    def open(self, ids: Ints, index: int) -> None:
        """New results."""
        self.mode = RESULTS
        self._lists = {RESULTS: ids, SIMILAR: np.empty(0, np.int64)}
        self._at = {RESULTS: _inside(index, len(ids)), SIMILAR: -1}

    def replace(self, ids: Ints) -> None:
        """The results changed. Each list keeps its photo, or goes to the nearest that is left."""
        similar = self._lists[SIMILAR]
        for mode, fresh in ((RESULTS, ids), (SIMILAR, self._left_of(similar, ids))):
            self._at[mode] = kept_place(fresh, self._lists[mode], self._at[mode])
            self._lists[mode] = fresh
        if self.mode == SIMILAR and len(similar) and not len(self._lists[SIMILAR]):
            self.mode = RESULTS

    def _left_of(self, similar: Ints, ids: Ints) -> Ints:
        """Similar photos may be none of the results; what left the results is gone from both."""
        lost = np.setdiff1d(self._lists[RESULTS], ids)
        return similar[~np.isin(similar, lost)]

    def go(self, index: int) -> bool:
        """Another place; False when it is the same."""
        index = _inside(index, len(self))
        if index == self.index:
            return False
        self._at[self.mode] = index
        return True

    def like(self, photo: int, others: Ints) -> None:
        """Walk through this photo and those like it."""
        self.mode = SIMILAR
        self._lists[SIMILAR] = np.concatenate([np.array([photo], np.int64), others.astype(np.int64)])
        self._at[SIMILAR] = 0

    def back(self) -> None:
        """Walk through the results again, from where they were left."""
        self.mode = RESULTS


def _inside(index: int, count: int) -> int:
    return min(max(index, 0), count - 1)


def kept_place(ids: Ints, old: Ints, index: int) -> int:
    """Where the photo at ``index`` of the old list is now, else the next one left, else the one before."""
    index = max(index, 0)
    for near in (old[index:], old[:index][::-1]):
        left = near[np.isin(near, ids)]
        if len(left):
            return int(np.flatnonzero(ids == left[0])[0])
    return _inside(index, len(ids))
