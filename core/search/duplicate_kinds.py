"""The four ways in which photos are "the same", where they begin, and what is known of each photo.

Thresholds were chosen on Flickr8k's dev photos with ``python -m core.evaluation.duplicates`` for few
wrong pairs rather than for all right ones. A likeness is the share of the way from this library's
middle (two photos that have nothing to do with each other) to 1 (the same picture), as in
``core.search.bands.decide_likeness``; so the same numbers serve other encoders and libraries.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.search.bands import TRUST

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Looks = NDArray[np.uint64]

BYTES, RESAVED, MOMENT, ALIKE = KINDS = ("bytes", "resaved", "moment", "alike")
"""Same bytes; same picture saved anew; taken within seconds of each other; neither, but very alike."""

LOOK_BITS = 4
"""Of 24 million pairs of different photos one agreed in all but 8 bits, and none in all but 6."""

LIKE_RESAVED, LIKE_MOMENT, LIKE_ALIKE = 0.5, 0.78, 0.97

MOMENT_SECONDS = 10.0

# An encoder puts two tennis players as near to each other as a photo to its crop; but a player has many such
# neighbours and a crop has one. So two photos below LIKE_ALIKE must be nearer to each other, by this factor,
# than either is to its NEIGHBOUR-th nearest. Among 7,000 different photos of Flickr8k that lists 11 pairs,
# most of one scene; a flat threshold that finds as many crops lists well over a hundred.
NEARER, NEIGHBOUR = 0.3, 6
FARTHEST = 0.4  # where a photo has no near neighbours: as a share of the way, like a likeness

SAMPLE = 2048

Vectors = Callable[[Ints], Floats]
"""Unit rows float32[m, d] of content ids int64[m], as ``Index.vectors`` gives them."""


@dataclass(frozen=True)
class DuplicateColumns:
    """The photos to be compared, one row each, in any order. All arrays have length n.

    ``taken_at`` POSIX seconds, NaN unknown; ``timed``: it is a camera's own time (EXIF or XMP), not one
    guessed from a name or a file. ``camera``: any number per camera, -1 unknown. ``width``, ``height``
    pixels, 0 unknown. ``size`` bytes; ``since`` POSIX seconds since when the file is as it is. ``look``:
    the perceptual hash as a number (``looks_of``), ``looked`` False where there is none. ``pair``: photos
    with the same number above 0 are one RAW and JPEG pair. ``format`` as the catalogue names it, ``name``
    the file's name.
    """

    photo_id: Ints
    content_id: Ints
    taken_at: Doubles
    timed: Bools
    camera: Ints
    width: Ints
    height: Ints
    size: Ints
    since: Doubles
    look: Looks
    looked: Bools
    pair: Ints
    favourite: Bools
    format: Sequence[str]
    name: Sequence[bytes]

    def __len__(self) -> int:
        return len(self.photo_id)


@dataclass(frozen=True)
class Group:
    """Photos that are "the same" in one way.

    ``photos`` int64[m]: photo ids, the one to keep first, then by falling likeness. ``scores`` float32[m]:
    each one's likeness to the first. ``reason``: why the first is kept (``core.search.keep.REASONS``).
    ``freed``: bytes of all but the first.
    """

    kind: str
    photos: Ints
    scores: Floats
    reason: str
    freed: int


def looks_of(looks: Sequence[bytes | None]) -> tuple[Looks, Bools]:
    """Perceptual hashes of 8 bytes as numbers, and which there are: (uint64[n], bool[n])."""
    looked = np.array([look is not None and len(look) == 8 for look in looks], dtype=bool)
    joined = b"".join(look if look is not None and len(look) == 8 else bytes(8) for look in looks)
    return np.frombuffer(joined, ">u8").astype(np.uint64), looked


def middle_of(sample: Floats, count: int) -> float:
    """The cosine of two photos that have nothing to do with each other, from some of a library's ``count``.

    The median over the sample's pairs; in small libraries it leans on 0.
    """
    if len(sample) < 2:
        return 0.0
    some = sample[:: max(1, len(sample) // 1024)]
    cosines = (some @ some.T)[np.triu_indices(len(some), 1)]
    return float(np.median(cosines)) * count / (count + TRUST)


def same_shape(width: Ints, height: Ints, other_width: Ints, other_height: Ints) -> Bools:
    """Whether one picture may be the other at another size, by their sides; sides of 0 are not known."""
    known = (width > 0) & (height > 0) & (other_width > 0) & (other_height > 0)
    shortest = np.minimum(np.minimum(width, height), np.minimum(other_width, other_height))
    shape, other = (
        np.log(np.maximum(wide, 1) / np.maximum(high, 1))
        for wide, high in ((width, height), (other_width, other_height))
    )
    return np.asarray(~known | (np.abs(shape - other) <= 0.01 + 0.75 / np.maximum(shortest, 1)))


def other_moment(taken: Doubles, timed: Bools, other_taken: Doubles, other_timed: Bools) -> Bools:
    """Whether two cameras' times say that these are two exposures.

    They may differ by less than a second where one has no fractions, and by whole quarters of an hour up to a
    day, which are a lost time zone.
    """
    apart = np.abs(taken - other_taken)
    slack = np.where(whole_seconds(taken) | whole_seconds(other_taken), 1.0, 0.02)
    zone = 900 * np.round(apart / 900)
    contradict = np.abs(apart - np.where(zone <= 26 * 3600, zone, 0)) >= slack
    return np.asarray(timed & other_timed & contradict)


def whole_seconds(taken: Doubles) -> Bools:
    """Which times have no fraction: the camera did not write it, with few exceptions."""
    return np.asarray(taken == np.floor(taken))
