"""What a library is rich in: the few terms with most photos, each with a number that search keeps.

``count`` looks at every photo once and counts for how many each term would be a tag. That only says which
terms are worth showing: the number shown is that of the Strong hits of a search for the term, so that a
click finds what was promised. ``candidates`` names the terms to search for, ``choose`` takes the numbers
found and keeps the themes. A term that search finds in far more photos than it is a tag of (snowman, in a
library of snow) is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.jobs import Token
from core.labels.tags import Floats, Ints, Yardstick, pick, rate

THEMES = 12
CANDIDATES = 40
FEWEST = 3
_BLOCK = 2048
_LEAST = 0.5  # the chance from which a tag counts
_KEPT = 0.3  # a theme is a tag of at least this share of the photos found for it
_COMMON = 0.5  # what more of the library shows says nothing of it
_ALIKE = 0.5  # of two terms at this cosine one is a theme


@dataclass(frozen=True)
class Counts:
    """For how many of ``photos`` photos each term is a tag: int64[t]."""

    tagged: Ints
    photos: int

    @property
    def fewest(self) -> int:
        """A theme has at least so many photos: three, fewer in tiny libraries."""
        return max(1, min(FEWEST, self.photos // 20))


@dataclass(frozen=True)
class Theme:
    """A term by its row, and how many photos search finds for it."""

    index: int
    count: int


def count(
    chunks: Iterable[Floats], terms: Floats, yardstick: Yardstick, token: Token | None = None
) -> Counts:
    """Counts over the library's unit vectors, given in chunks float32[n, d] of any size.

    ``terms`` as in ``tags.propose``. Raises Cancelled.
    """
    token = token or Token()
    moved = yardstick.terms(terms)
    alike = moved @ moved.T
    tagged: NDArray[np.int64] = np.zeros(len(terms), dtype=np.int64)
    photos = 0
    for chunk in chunks:
        for start in range(0, len(chunk) if len(terms) else 0, _BLOCK):
            token.check()
            scores, chances = rate(chunk[start : start + _BLOCK], moved, yardstick)
            taken = pick(scores, chances, alike, _LEAST)
            tagged += np.bincount(taken[taken >= 0], minlength=len(terms))
        token.check()
        photos += len(chunk)
    return Counts(tagged, photos)


def candidates(counts: Counts, limit: int = CANDIDATES) -> list[int]:
    """Rows of the terms worth searching for, most photos first."""
    order = np.argsort(-counts.tagged, kind="stable")
    worth = (counts.tagged >= counts.fewest) & (counts.tagged <= _COMMON * counts.photos)
    return [int(i) for i in order if worth[i]][:limit]


def choose(
    counts: Counts,
    found: Mapping[int, int],
    terms: Floats,
    yardstick: Yardstick,
    limit: int = THEMES,
) -> list[Theme]:
    """At most ``limit`` themes, most photos first.

    ``found``: for each of ``candidates`` the number of Strong photos that search finds, all of the library
    searched. No two themes mean much the same. Equal input gives equal themes.
    """
    moved = yardstick.terms(terms)
    kept: list[int] = []
    for index in _by_worth(counts, found):
        if len(kept) == limit:
            break
        if not kept or float((moved[kept] @ moved[index]).max()) <= _ALIKE:
            kept.append(index)
    return sorted((Theme(i, found[i]) for i in kept), key=lambda theme: (-theme.count, theme.index))


def _by_worth(counts: Counts, found: Mapping[int, int]) -> Sequence[int]:
    """Rows that can be themes; many photos and few of them untagged come first."""
    worth: list[tuple[float, int]] = []
    for index, number in found.items():
        tagged = int(counts.tagged[index])
        if not counts.fewest <= number <= _COMMON * counts.photos or tagged < _KEPT * number:
            continue
        worth.append((-tagged * min(1.0, tagged / number), index))
    return [index for _, index in sorted(worth)]
