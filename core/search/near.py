"""Which rows are near each other, among very many: stars around the best rows, and a product that is cheap.

A chain of neighbours may lead from one thing to another, so photos are not joined by chains: the best row
takes all rows that are near to itself, then the best of those left, and so on. Done in blocks, with no more
memory for 100,000 rows that are all the same than for rows that are all different.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from core.jobs import Token
from core.search.duplicate_kinds import SAMPLE, Bools, Floats, Ints

BLOCK = 1024, 8192
PAIRS = 16_384  # looked at more closely at a time
PIECE = 8192
SLACK = 1e-4  # what float32 may be wrong by, generously

Near = Callable[[slice, slice], Bools]
Sure = Callable[[Ints, Ints], Floats]
Tell = Callable[[float], None]


@dataclass(frozen=True)
class Stars:
    """``hub`` int64[n]: the row that took each one, itself when none did; ``score`` float32[n]: how near."""

    hub: Ints
    score: Floats

    @classmethod
    def none(cls, count: int) -> Stars:
        """Nobody took anybody."""
        return cls(np.arange(count, dtype=np.int64), np.ones(count, dtype=np.float32))

    def take(self, free: Bools, i: Ints, j: Ints, scores: Floats) -> None:
        """Let each i take its j, in this order, where both are still ``free``; those taken no longer are."""
        for hub, row, score in zip(i.tolist(), j.tolist(), scores, strict=True):
            if free[hub] and free[row]:
                free[row] = False
                self.hub[row], self.score[row] = hub, score


def near_pairs(
    count: int,
    near: Near,
    sure: Sure,
    token: Token,
    *,
    free: Bools | None = None,
    tell: Tell | None = None,
    block: tuple[int, int] = BLOCK,
) -> Iterator[tuple[Ints, Ints, Floats]]:
    """Pairs of ``count`` rows that are near each other, i < j, with their scores, portion by portion.

    ``near(rows, columns)`` is a quick test, bool [rows, columns], right or too generous (its array may be
    written over); ``sure(i, j)`` gives the scores of pairs, NaN where they are not near after all. Rows that
    the caller takes from ``free`` between two portions are left out of later ones. ``tell`` is told the share
    that is done. Raises Cancelled.
    """
    free = np.ones(count, dtype=bool) if free is None else free
    for start in range(0, count, block[0]):
        rows = slice(start, min(count, start + block[0]))
        for first in range(start, count, block[1]):
            token.check()
            columns = slice(first, min(count, first + block[1]))
            if not (free[rows].any() and free[columns].any()):
                continue
            mask = near(rows, columns)
            if first == start:
                mask &= np.arange(first, columns.stop) > np.arange(start, rows.stop)[:, None]
            lines = np.flatnonzero(mask.any(axis=1) & free[rows])
            if not len(lines):
                continue
            i, j = np.nonzero(mask[lines] & free[columns])
            i, j = lines[i] + start, j + first
            while len(i):
                scores = sure(i[:PAIRS], j[:PAIRS])
                good = ~np.isnan(scores)
                yield i[:PAIRS][good], j[:PAIRS][good], scores[good]
                left = free[i[PAIRS:]] & free[j[PAIRS:]]
                i, j = i[PAIRS:][left], j[PAIRS:][left]
        if tell is not None:
            tell(1 - ((count - rows.stop) / count) ** 2)


def stars(
    count: int,
    near: Near,
    sure: Sure,
    token: Token,
    *,
    tell: Tell | None = None,
    block: tuple[int, int] = BLOCK,
) -> Stars:
    """Let each of ``count`` rows, best first, take the later ones near to it that none took before.

    Arguments as in ``near_pairs``.
    """
    found, free = Stars.none(count), np.ones(count, dtype=bool)
    for i, j, scores in near_pairs(count, near, sure, token, free=free, tell=tell, block=block):
        found.take(free, i, j, scores)
    return found


def pieces(count: int, size: int = PIECE) -> Iterator[slice]:
    """0 to ``count`` in slices."""
    for start in range(0, count, size):
        yield slice(start, min(count, start + size))


def spread_over(count: int) -> Ints:
    """At most ``SAMPLE`` row numbers, evenly over ``count``."""
    if count <= SAMPLE:
        return np.arange(count, dtype=np.int64)
    return np.arange(SAMPLE, dtype=np.int64) * count // SAMPLE


def bounds(read: Callable[[Ints], Floats], count: int, sample: Floats, least: float) -> Floats:
    """Rows float32[count, k], k as small as pays, whose products are never below those of the vectors.

    The vectors (``read`` gives them by row number) are turned so that most of their length lies in the first
    k - 1 numbers; the last holds the length of the rest, and by Cauchy and Schwarz the product of two rests
    is at most the product of their lengths. ``least``: products of about this much or more are looked for.
    Few vectors are left as they are.
    """
    if count <= SAMPLE:
        return read(np.arange(count, dtype=np.int64))
    turn = _turned(sample, least)
    out = np.empty((count, turn.shape[1] + 1), dtype=np.float32)
    for piece in pieces(count):
        vectors = read(np.arange(piece.start, piece.stop, dtype=np.int64))
        some = np.matmul(vectors, turn, out=out[piece, :-1])
        rest = np.einsum("nd,nd->n", vectors, vectors) - np.einsum("nk,nk->n", some, some)
        out[piece, -1] = np.sqrt(np.maximum(rest, 0))
    return out


def _turned(sample: Floats, least: float) -> Floats:
    """The directions [d, k] in which the sample is longest, as many as make the search quickest."""
    dimension = sample.shape[1]
    # Found in one half and tried on the other: directions fit the vectors they were found in too well.
    half = sample[::2]
    _, vectors = np.linalg.eigh((half.T @ half).astype(np.float64))
    turn = np.ascontiguousarray(vectors[:, ::-1], dtype=np.float32)
    if dimension <= 64 or len(sample) < 64:
        return turn
    some = sample[1 :: 2 * max(1, len(sample) // 1024)] @ turn
    upper = np.triu_indices(len(some), 1)
    best, cost = dimension, np.inf
    for k in sorted({*(k for k in (48, 64, 96, 128, 192, 256, 384) if k < dimension), dimension}):
        rest = np.sqrt(np.maximum(0, 1 - np.square(some[:, :k]).sum(axis=1)))
        product = some[:, :k] @ some[:, :k].T + rest[:, None] * rest
        passing = float(np.mean(product[upper] >= least))
        # Measured: a pair that must be looked at costs what 80,000 multiplications in a block do.
        spent = k + 80_000 * passing
        if spent < cost:
            best, cost = k, spent
    return np.ascontiguousarray(turn[:, :best])


def nearest(
    rows: Floats,
    own: Ints,
    count: int,
    read: Callable[[slice], Floats],
    rank: int,
    at_least: Floats | None = None,
    token: Token | None = None,
) -> Floats:
    """The product of each row [m, d] with its ``rank``-th nearest other vector: float32[m], -1 for too few.

    ``read`` gives the ``count`` vectors slice by slice; ``own[m]`` is the row's own number among them, -1
    when it is none of them. ``at_least[m]``: bounds from below, where they are known.
    """
    floor = np.full(len(rows), -1.0, dtype=np.float32) if at_least is None else at_least.copy()
    kept = np.full((len(rows), rank), -1.0, dtype=np.float32)
    for piece in pieces(count if len(rows) else 0):
        if token is not None:
            token.check()
        products = rows @ read(piece).T
        mine = np.flatnonzero((own >= piece.start) & (own < piece.stop))
        products[mine, own[mine] - piece.start] = -2
        if at_least is None and piece.start == 0:
            last = max(0, products.shape[1] - rank)
            top = np.partition(products, last, axis=1)[:, last:]
            kept[:, : top.shape[1]] = np.maximum(-np.sort(-top, axis=1), -1)
            floor = kept[:, -1].copy()
            continue
        i, j = np.nonzero(products > floor[:, None])
        # The best of each row so far and of this piece, sorted; the first ``rank`` of each stay.
        line = np.concatenate([i, np.repeat(np.arange(len(rows)), rank)])
        value = np.concatenate([products[i, j], kept.ravel()])
        order = np.lexsort((-value, line))
        line, value = line[order], value[order]
        place = np.arange(len(line)) - np.searchsorted(line, line)
        top = place < rank
        kept[line[top], place[top]] = value[top]
        floor = np.maximum(floor, kept[:, -1])
    return floor
