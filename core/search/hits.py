"""Columns of an answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from core.search.bands import Cut
from core.search.scope import Scope

STRONG, POSSIBLE, REST = 0, 1, 2

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Hits:
    """Columns of an answer; bands are contiguous (0 strong, 1 possible, 2 rest), best first in each, or in
    the order asked for.

    ``scores`` are comparable within one answer only. ``clear`` is false when nothing matches clearly.
    ``days`` count from 1970-01-01 local, -1 unknown; ``aspects`` are width ÷ height. The first ``named``
    hits carry the words themselves in their name, keywords or caption. ``copies``: how many photos of the
    same bytes a hit stands for; ``paired``: it stands for a RAW file too. ``ranked`` is false for a mere
    list, which has no bands. ``regions``: the place, among its photo's parts, of the one a hit owes its place
    to, -1 none. ``by_regions``: parts took part in the search; ``looked`` photos had been looked into.
    """

    photo_ids: Ints
    scores: Floats
    bands: NDArray[np.uint8]
    aspects: Floats
    days: NDArray[np.int32]
    clear: bool
    exact: bool
    photos_searched: int
    named: int = 0
    copies: NDArray[np.int32] = field(default_factory=lambda: np.empty(0, np.int32))
    paired: NDArray[np.bool_] = field(default_factory=lambda: np.empty(0, np.bool_))
    ranked: bool = True
    regions: NDArray[np.int8] = field(default_factory=lambda: np.empty(0, np.int8))
    by_regions: bool = False
    looked: int = 0

    def taken(self, places: Ints) -> Hits:
        """These hits alone, in this order."""
        columns = ("photo_ids", "scores", "bands", "aspects", "days", "copies", "paired")
        taken = {name: getattr(self, name)[places] for name in columns}
        return replace(self, **taken, regions=self.regions[places] if len(self.regions) else self.regions)


def banded(scope: Scope, rows: Ints, scores: Floats, cut: Cut, *, exact: bool, searched: int) -> Hits:
    """Hits for rows of the scope's columns and their falling scores."""
    hits = _of(scope, rows, scores, _bands(scores, cut))
    return replace(hits, clear=cut.clear, exact=exact, photos_searched=searched)


def listed(scope: Scope, rows: Ints) -> Hits:
    """Hits without any ranking, in the order of ``rows``."""
    hits = _of(scope, rows, np.zeros(len(rows), np.float32), np.full(len(rows), REST, np.uint8))
    return replace(hits, ranked=False)


def _of(scope: Scope, rows: Ints, scores: Floats, bands: NDArray[np.uint8]) -> Hits:
    columns = scope.columns
    return Hits(
        photo_ids=columns.photo_id[rows],
        scores=scores,
        bands=bands,
        aspects=columns.aspect[rows],
        days=columns.day[rows],
        clear=True,
        exact=True,
        photos_searched=len(rows),
        copies=scope.copies[rows],
        paired=scope.paired[rows],
        regions=np.full(len(rows), -1, np.int8),
    )


def named_first(hits: Hits, named: Ints) -> Hits:
    """Photos that carry the asked words themselves (by their ids) stand above all others, as Strong."""
    carries = np.isin(hits.photo_ids, named)
    number = int(np.count_nonzero(carries))
    if not number:
        return hits
    first = hits.taken(np.argsort(~carries, kind="stable"))
    bands = first.bands.copy()
    bands[:number] = STRONG
    return replace(first, bands=bands, named=number, clear=True)


def in_order(hits: Hits, keys: Sequence[NDArray[np.generic]]) -> Hits:
    """The hits of each band by rising keys (the last key counts most, as for ``np.lexsort``); equal ones
    stay as they were. The cut between the bands stays too, and so does what carries the words.
    """
    block = hits.bands.astype(np.int64) + (np.arange(len(hits.photo_ids)) >= hits.named)
    return hits.taken(np.lexsort((*keys, block)))


def _bands(falling: Floats, cut: Cut) -> NDArray[np.uint8]:
    """Bands of scores sorted best first."""
    strong = int(np.searchsorted(-falling, -cut.strong, side="right"))
    possible = max(strong, int(np.searchsorted(-falling, -cut.possible, side="right")))
    bands = np.full(len(falling), REST, dtype=np.uint8)
    bands[:possible] = POSSIBLE
    bands[:strong] = STRONG
    return bands
