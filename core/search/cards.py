"""What is new on a card: which of its photos the library has, even renamed, smaller or saved anew.

Asked cheapest first, so that most photos are never decoded:

1. ``may_be_here``: by size in bytes, from the directory alone. Only these can be the same bytes.
2. ``here``: by fingerprint, for those; the file is read, not decoded.
3. ``candidates``: by look, for the rest; the photo is decoded once.
4. ``resaved``: by vector, for the candidates alone; they are encoded.

What none of these finds is new. Wrong is worse than missed here: a photo that is said to be had may be erased
from the card. So two exposures of a burst are never taken for one another where the times or, at the same
second, the pictures tell them apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.jobs import Token
from core.search.duplicate_kinds import (
    LIKE_RESAVED,
    LOOK_BITS,
    Bools,
    Doubles,
    Floats,
    Ints,
    Looks,
    Vectors,
    other_moment,
    same_shape,
    whole_seconds,
)

NEW, HERE, RESAVED = "new", "here", "resaved"

# At one second and one size either the tags were written anew or it is the next exposure of a burst.
LIKE_SAME_SECOND = 0.985

_ROWS = 64
_NONE: Ints = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True)
class Pictures:
    """What is compared, one row per content of the library or per photo of the card; arrays of length n.

    ``id`` the content's id, or the card photo's number. ``look`` and ``looked`` as ``looks_of`` gives them;
    ``width``, ``height`` upright pixels; ``taken_at`` POSIX seconds, NaN unknown; ``timed``: by a camera;
    ``raw``: a RAW file.
    """

    id: Ints
    look: Looks
    looked: Bools
    width: Ints
    height: Ints
    taken_at: Doubles
    timed: Bools
    raw: Bools


@dataclass(frozen=True)
class Matches:
    """For each photo of the card: ``content`` int64, the library's content that it is, -1 none;
    ``likeness`` float32, 0 where there is none; ``better`` bool: the card's has more pixels, or is RAW and
    the other is not."""

    content: Ints
    likeness: Floats
    better: Bools


def may_be_here(sizes: Ints, known: Ints) -> Bools:
    """Which files of these sizes in bytes may be in a library of photos of the ``known`` sizes."""
    return np.isin(sizes, known)


def here(fingerprints: Sequence[bytes | None], known: dict[bytes, int]) -> Ints:
    """The content with each fingerprint, int64[n], -1 when there is none; None: it was not read.

    ``known`` is what ``core.catalogue.contents.by_fingerprint`` gives.
    """
    found = (-1 if mark is None else known.get(mark, -1) for mark in fingerprints)
    return np.fromiter(found, np.int64, len(fingerprints))


def candidates(card: Pictures, library: Pictures, token: Token | None = None) -> tuple[Ints, Ints]:
    """Pairs that may be one picture: row numbers of ``card`` and of ``library``, by rising card row.

    Their looks and shapes agree, and their times do not say otherwise. Raises Cancelled.
    """
    mine, theirs = np.flatnonzero(card.looked), np.flatnonzero(library.looked)
    looks = library.look[theirs]
    portions = [(np.zeros(0, np.int64), np.zeros(0, np.int64))]
    for start in range(0, len(mine), _ROWS):
        if token is not None:
            token.check()
        some = mine[start : start + _ROWS]
        i, j = np.nonzero(np.bitwise_count(card.look[some, None] ^ looks) <= LOOK_BITS)
        i, j = some[i], theirs[j]
        good = same_shape(card.width[i], card.height[i], library.width[j], library.height[j])
        good &= ~other_moment(card.taken_at[i], card.timed[i], library.taken_at[j], library.timed[j])
        portions.append((i[good], j[good]))
    one, other = (np.concatenate(column) for column in zip(*portions, strict=True))
    return one, other


def resaved(
    card: Pictures,
    library: Pictures,
    pairs: tuple[Ints, Ints],
    encode: Vectors,
    vectors: Vectors,
    middle: float,
    had: Ints = _NONE,
) -> Matches:
    """The nearest of each card photo's ``candidates`` where vectors agree too.

    ``encode`` gives unit rows of card photos by ``card.id``, each asked for once; ``vectors`` those of the
    library's contents, which must all have one; ``middle`` as ``middle_of`` measures it in the library.
    ``had``: contents that ``here`` found on the card. What looks like one of these beside it is the next
    exposure, or the RAW file of a JPEG, and new.
    """
    i, j = pairs
    open_to = ~np.isin(library.id[j], had)
    i, j = i[open_to], j[open_to]
    count = len(card.id)
    found = Matches(np.full(count, -1, np.int64), np.zeros(count, np.float32), np.zeros(count, bool))
    if not len(i):
        return found
    asked, place = np.unique(i, return_inverse=True)
    rows = np.nan_to_num(encode(card.id[asked]))
    cosines = np.einsum("nd,nd->n", rows[place], np.nan_to_num(vectors(library.id[j])))
    likeness = (cosines - middle) / max(1e-6, 1 - middle)
    good = np.flatnonzero(
        likeness >= np.where(_same_second(card, library, i, j), LIKE_SAME_SECOND, LIKE_RESAVED)
    )
    # The likest last, so that it is what remains.
    good = good[np.lexsort((-library.id[j[good]], likeness[good]))]
    found.content[i[good]] = library.id[j[good]]
    found.likeness[i[good]] = likeness[good]
    pixels, others = card.width * card.height, library.width * library.height
    better = (pixels[i] > others[j]) | (card.raw[i] & ~library.raw[j])
    found.better[i[good]] = better[good]
    return found


def states(same: Ints, again: Matches) -> list[str]:
    """The state of each photo of the card, from what ``here`` and ``resaved`` found."""
    return [
        HERE if content >= 0 else RESAVED if other >= 0 else NEW
        for content, other in zip(same.tolist(), again.content.tolist(), strict=True)
    ]


def _same_second(card: Pictures, library: Pictures, i: Ints, j: Ints) -> Bools:
    one, other = card.taken_at[i], library.taken_at[j]
    timed = card.timed[i] & library.timed[j]
    whole = whole_seconds(one) | whole_seconds(other)  # fractions that agree name one exposure
    size = (card.width[i] == library.width[j]) & (card.height[i] == library.height[j])
    return np.asarray(timed & whole & size & (np.abs(one - other) < 1))
