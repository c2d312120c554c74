"""Photos that are "the same", in four lists: same bytes, saved anew, same moment, very alike.

The lists are made one after another. Each is told only of the photos that those before would keep, so no pair
is listed twice, and each group is what is near to the one photo that would be kept, never a chain. A RAW and
JPEG pair counts as its better half: the two are never proposed for each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from core.jobs import Token
from core.search import near
from core.search.duplicate_kinds import (
    ALIKE,
    BYTES,
    FARTHEST,
    LIKE_ALIKE,
    LIKE_MOMENT,
    LIKE_RESAVED,
    LOOK_BITS,
    MOMENT,
    MOMENT_SECONDS,
    NEARER,
    NEIGHBOUR,
    RESAVED,
    SAMPLE,
    Bools,
    Doubles,
    DuplicateColumns,
    Floats,
    Group,
    Ints,
    Vectors,
    middle_of,
    other_moment,
    same_shape,
)
from core.search.keep import best, merits, ranked

Progress = Callable[[int, int], None]

STEPS = 1000  # what progress counts to

# Small enough for a processor's cache: 64-bit numbers are read, turned and counted three times.
_LOOK_BLOCK = 128, 8192
_BATCH = 1024


def find(
    photos: DuplicateColumns,
    keys: Ints,
    vectors: Vectors,
    *,
    token: Token | None = None,
    progress: Progress | None = None,
) -> list[Group]:
    """All groups, kind by kind in the order of ``KINDS``, each kind's by falling number of bytes freed.

    ``keys`` int64[m]: the contents that have a vector, which ``vectors`` gives; photos without one can
    only be the same in their bytes. ``progress(done, total)``. Raises Cancelled.
    """
    token = token or Token()
    search = _Search(photos, vectors, merits(photos), token, progress)
    groups, rows = search.same_bytes(ranked(photos, search.found))
    rows = _one_of_each_pair(photos, rows[np.isin(photos.content_id[rows], keys)])
    search.measure(rows)
    for work, until in ((search.saved_anew, 300), (search.same_moment, 350), (search.very_alike, STEPS)):
        search.stage = (search.stage[1], until)
        more, rows = work(rows)
        groups += more
        search.tell(1.0)
    return groups


def _one_of_each_pair(photos: DuplicateColumns, rows: Ints) -> Ints:
    """Of rows that are halves of one pair, or copies of such, only the first."""
    paired = photos.pair > 0
    above: dict[int, int] = {}

    def top(content: int) -> int:
        while (parent := above.get(content, content)) != content:
            above[content] = above.get(parent, parent)
            content = parent
        return content

    first: dict[int, int] = {}
    for pair, content in zip(photos.pair[paired].tolist(), photos.content_id[paired].tolist(), strict=True):
        above[top(content)] = top(first.setdefault(pair, content))
    if not first:
        return rows
    tops = np.array([top(content) for content in photos.content_id[rows].tolist()], dtype=np.int64)
    _, kept = np.unique(tops, return_index=True)
    return rows[np.sort(kept)]


@dataclass
class _Search:
    """What the kinds share. Rows of ``photos`` are always handled best first."""

    photos: DuplicateColumns
    vectors: Vectors
    found: Doubles
    token: Token
    progress: Progress | None
    middle: float = 0.0
    stage: tuple[int, int] = (0, 0)

    def tell(self, share: float) -> None:
        """So much of the present stage is done."""
        if self.progress is not None:
            start, stop = self.stage
            self.progress(round(start + share * (stop - start)), STEPS)

    def read(self, rows: Ints) -> Floats:
        """The vectors of these rows of ``photos``; numbers that are not finite count as 0."""
        found = self.vectors(self.photos.content_id[rows])
        return found if np.isfinite(found).all() else np.nan_to_num(found, posinf=0, neginf=0)

    def measure(self, rows: Ints) -> None:
        """Find the library's middle."""
        if len(rows):
            self.middle = middle_of(self.read(rows[:: len(rows) // SAMPLE + 1]), len(rows))

    def cosine(self, share: float) -> float:
        """The cosine that a likeness stands for."""
        return self.middle + share * (1 - self.middle)

    def likeness(self, one: Ints, other: Ints) -> Floats:
        """Likeness of pairs of rows."""
        cosines = np.einsum("nd,nd->n", self.read(one), self.read(other))
        return np.asarray((cosines - self.middle) / max(1e-6, 1 - self.middle), dtype=np.float32)

    def groups(self, kind: str, rows: Ints, stars: near.Stars) -> tuple[list[Group], Ints]:
        """The groups of ``rows`` that these stars are, and the rows that stay."""
        alone = stars.hub == np.arange(len(rows))
        taken = np.flatnonzero(~alone)
        if not len(taken):
            return [], rows
        taken = taken[np.lexsort((taken, -stars.score[taken], stars.hub[taken]))]
        hubs, starts = np.unique(stars.hub[taken], return_index=True)
        made = []
        for hub, members in zip(hubs.tolist(), np.split(taken, starts[1:]), strict=True):
            all_rows = rows[np.append(hub, members)]
            _, reason = best(self.photos, all_rows, self.found)
            scores = np.append(np.float32(1), np.clip(stars.score[members], 0, 1))
            freed = int(self.photos.size[all_rows[1:]].sum())
            made.append(Group(kind, self.photos.photo_id[all_rows], scores, reason, freed))
        made.sort(key=lambda group: (-group.freed, int(group.photos[0])))
        return made, rows[alone]

    def same_bytes(self, rows: Ints) -> tuple[list[Group], Ints]:
        """Photos that share a content."""
        _, first, which = np.unique(self.photos.content_id[rows], return_index=True, return_inverse=True)
        stars = near.Stars(first[which].astype(np.int64), np.ones(len(rows), dtype=np.float32))
        return self.groups(BYTES, rows, stars)

    def saved_anew(self, rows: Ints) -> tuple[list[Group], Ints]:
        """Looks and vectors agree, shapes too, and no camera's time contradicts."""
        photos = self.photos
        looked = photos.looked[rows]
        some = rows[looked]
        looks = photos.look[some]
        apart = np.empty(_LOOK_BLOCK, dtype=np.uint64)

        def close(lines: slice, columns: slice) -> Bools:
            shape = lines.stop - lines.start, columns.stop - columns.start
            bits = apart[: shape[0], : shape[1]]
            np.bitwise_xor(looks[lines, None], looks[columns], out=bits)
            return np.bitwise_count(bits) <= LOOK_BITS

        def sure(i: Ints, j: Ints) -> Floats:
            one, other = some[i], some[j]
            good = same_shape(
                photos.width[one], photos.height[one], photos.width[other], photos.height[other]
            )
            good &= ~self._two_moments(one, other)
            scores = np.full(len(i), np.nan, dtype=np.float32)
            scores[good] = self.likeness(one[good], other[good])
            return np.where(scores >= LIKE_RESAVED, scores, np.float32(np.nan))

        stars = near.stars(len(some), close, sure, self.token, tell=self.tell, block=_LOOK_BLOCK)
        made, left = self.groups(RESAVED, some, stars)
        return made, rows[~looked | np.isin(rows, left)]

    def _two_moments(self, one: Ints, other: Ints) -> Bools:
        taken, timed = self.photos.taken_at, self.photos.timed
        return other_moment(taken[one], timed[one], taken[other], timed[other])

    def same_moment(self, rows: Ints) -> tuple[list[Group], Ints]:
        """Within seconds by the camera's time, alike, and by one camera where both are known."""
        photos = self.photos
        timed = photos.timed[rows] & np.isfinite(photos.taken_at[rows])
        some = np.flatnonzero(timed)  # numbers of ``rows``, best first
        order = np.argsort(photos.taken_at[rows[some]], kind="stable")
        breaks = np.flatnonzero(np.diff(photos.taken_at[rows[some[order]]]) > MOMENT_SECONDS) + 1
        whole = near.Stars.none(len(rows))
        for done, start, stop in _portions(np.append(breaks, len(some)), _BATCH):
            part = np.sort(some[order[start:stop]])
            stars = self._moment_stars(rows[part])
            whole.hub[part], whole.score[part] = part[stars.hub], stars.score
            self.tell(done)
        return self.groups(MOMENT, rows, whole)

    def _moment_stars(self, rows: Ints) -> near.Stars:
        photos = self.photos
        taken, camera = photos.taken_at[rows], photos.camera[rows]
        least = self.cosine(LIKE_MOMENT)
        sample = self.read(rows[near.spread_over(len(rows))])
        short = near.bounds(lambda at: self.read(rows[at]), len(rows), sample, least)

        def close(lines: slice, columns: slice) -> Bools:
            mask = np.abs(taken[lines, None] - taken[columns]) <= MOMENT_SECONDS
            mask &= short[lines] @ short[columns].T >= least - near.SLACK
            return mask

        def sure(i: Ints, j: Ints) -> Floats:
            scores = self.likeness(rows[i], rows[j])
            good = (camera[i] == camera[j]) | (camera[i] < 0) | (camera[j] < 0)
            return np.where(good & (scores >= LIKE_MOMENT), scores, np.float32(np.nan))

        return near.stars(len(rows), close, sure, self.token)

    def very_alike(self, rows: Ints) -> tuple[list[Group], Ints]:
        """So alike that nothing else is, or much nearer to each other than either is to its neighbours."""
        if len(rows) < 2:
            return [], rows
        picked = near.spread_over(len(rows))
        sample = self.read(rows[picked])
        farthest = FARTHEST * (1 - self.middle)
        # Neighbours in a sample are never nearer than those among all.
        around = self._around(rows, picked, np.arange(len(rows)))
        surely = self.cosine(LIKE_ALIKE)
        least = np.minimum(surely, 1 - NEARER * np.minimum(farthest, 1 - around)).astype(np.float32)
        stars, free = near.Stars.none(len(rows)), np.ones(len(rows), dtype=bool)
        waiting = [(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.float32))]
        for i, j, scores in self._nearer_than(rows, least, sample, free):
            sure = scores >= LIKE_ALIKE
            stars.take(free, i[sure], j[sure], scores[sure])
            waiting.append((i[~sure], j[~sure], scores[~sure]))
        i, j, scores = (np.concatenate(column) for column in zip(*waiting, strict=True))
        del waiting
        hubs = np.isin(np.arange(len(rows)), stars.hub[~free])
        open_to = free[i] & free[j] & ~hubs[j]  # a photo with a group of its own is not taken into another
        i, j, scores = i[open_to], j[open_to], scores[open_to]
        if len(picked) < len(rows):
            involved = np.union1d(i, j)
            around[involved] = self._around(rows, np.arange(len(rows)), involved, around[involved])
        reach = NEARER * np.minimum(farthest, 1 - around)
        good = np.flatnonzero(1 - self._cosines(scores) <= np.minimum(reach[i], reach[j]))
        good = good[np.lexsort((j[good], i[good]))]
        stars.take(free, i[good], j[good], scores[good])
        return self.groups(ALIKE, rows, stars)

    def _nearer_than(
        self, rows: Ints, least: Floats, sample: Floats, free: Bools
    ) -> Iterator[tuple[Ints, Ints, Floats]]:
        """Pairs of rows whose cosine is at least what both ask for."""
        short = near.bounds(lambda at: self.read(rows[at]), len(rows), sample, float(np.median(least)))
        asked = least - np.float32(near.SLACK)

        def close(lines: slice, columns: slice) -> Bools:
            products = short[lines] @ short[columns].T
            mask = products >= asked[lines, None]
            if mask.any():
                mask &= products >= asked[columns]
            return mask

        def sure(i: Ints, j: Ints) -> Floats:
            scores = self.likeness(rows[i], rows[j])
            good = self._cosines(scores) >= np.maximum(least[i], least[j])
            return np.where(good, scores, np.float32(np.nan))

        return near.near_pairs(len(rows), close, sure, self.token, free=free, tell=self.tell)

    def _cosines(self, scores: Floats) -> Floats:
        return np.asarray(self.middle + scores * (1 - self.middle), dtype=np.float32)

    def _around(self, rows: Ints, among: Ints, involved: Ints, at_least: Floats | None = None) -> Floats:
        """The cosine of each of the ``involved`` with its ``NEIGHBOUR``-th nearest ``among`` the rows.

        Both are numbers of ``rows``, ``among`` ascending; ``at_least``: what it is at least.
        """
        place = np.minimum(np.searchsorted(among, involved), len(among) - 1)
        own = np.where(among[place] == involved, place, -1)
        found = np.empty(len(involved), dtype=np.float32)
        for piece in near.pieces(len(involved), _BATCH):
            found[piece] = near.nearest(
                self.read(rows[involved[piece]]),
                own[piece],
                len(among),
                lambda part: self.read(rows[among[part]]),
                NEIGHBOUR,
                None if at_least is None else at_least[piece],
                self.token,
            )
        return found


def _portions(ends: Ints, size: int) -> list[tuple[float, int, int]]:
    """Runs, given by their ends, joined to portions of at least ``size``: (share done, start, stop)."""
    portions, start, total = [], 0, int(ends[-1]) if len(ends) else 0
    for end in ends.tolist():
        if end - start >= size or (end == total and end > start):
            portions.append((end / total, start, end))
            start = end
    return portions
