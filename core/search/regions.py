"""Search among the parts of photos: of each content the group that answers a query best.

A group's key is that of ``core.catalogue.groups``: its content's, with its place among the content's groups.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.catalogue.groups import content_of, place_of

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Places = NDArray[np.uint8]


class GroupScores(Protocol):
    """What region search needs of an index of groups (as of ``core.index.index.Index``)."""

    def scores(self, query: Floats) -> tuple[Ints, Floats]:
        """Keys and scores, one each per group, in any order."""
        ...


class RegionScores:
    """Best group per content. Safe to use from several threads.

    Beside the product of index and query, a search is linear in the number of groups: 3 ms for 600,000.
    """

    def __init__(self, index: GroupScores) -> None:
        self._index = index
        self._known: _Grouped | None = None

    def best(self, query: Floats) -> tuple[Ints, Floats, Places]:
        """Contents int64[n] ascending, the score of the best group of each float32[n], and that group's
        place uint8[n] (of equal ones the first), for a vector float32[d].
        """
        keys, scores = self._index.scores(query)
        grouped = self._grouped(keys)
        if not len(grouped.contents):
            return grouped.contents, np.empty(0, np.float32), np.empty(0, np.uint8)
        if grouped.order is not None:
            scores = scores[grouped.order]
        best = np.maximum.reduceat(scores, grouped.starts)
        at = np.flatnonzero(scores == best[grouped.owners])
        if len(at) > len(best):  # some content's groups have equal scores
            at = at[np.diff(grouped.owners[at], prepend=-1) > 0]
        return grouped.contents, best, grouped.places[at]

    def _grouped(self, keys: Ints) -> _Grouped:
        known = self._known
        if known is None or not np.array_equal(known.keys, keys):
            known = self._known = _Grouped.of(keys)
        return known


@dataclass(frozen=True)
class _Grouped:
    """How the groups' ``keys`` (as the index gives them) stand when sorted: ``order`` (None: they are), the
    ``contents`` ascending, where each one's groups start, and of every group the number of its content among
    them, and its place."""

    keys: Ints
    order: Ints | None
    contents: Ints
    starts: Ints
    owners: NDArray[np.int32]
    places: Places

    @classmethod
    def of(cls, keys: Ints) -> _Grouped:
        ascending = len(keys) < 2 or bool((keys[1:] > keys[:-1]).all())
        order = None if ascending else np.argsort(keys, kind="stable")
        keys = keys.copy()
        rising = keys if order is None else keys[order]
        contents = content_of(rising)
        starts = np.flatnonzero(np.diff(contents, prepend=contents[:1] - 1)) if len(keys) else contents
        owners = np.repeat(np.arange(len(starts), dtype=np.int32), np.diff(starts, append=len(keys)))
        return cls(keys, order, contents[starts], starts, owners, place_of(rising))
