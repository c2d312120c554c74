"""Plain values about the parts of photos that cross the library's door."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.labels.regions import region_at

Box = tuple[float, float, float, float]
Point = tuple[float, float]


@dataclass(frozen=True)
class RegionLabel:
    """A name a region may have: ``label`` is embedded (English), ``shown`` in the window's language,
    ``score`` 0 to 1 among the vocabulary's terms."""

    label: str
    shown: str
    score: float


@dataclass(frozen=True)
class RegionInfo:
    """A part of a photo: groups with the same best label, or a box somebody drew.

    ``label`` is empty where none fits ("unclear"). ``sure``: very, fairly, maybe or unclear. ``share`` of
    the photo, 0 to 1. ``box``: left, top, width, height and ``point`` (inside the region), 0 to 1 of the
    photo. ``alternatives``: up to three other names, likeliest first. ``groups``: which of the photo's
    groups it is made of (none for a box).
    """

    label: str
    shown: str
    score: float
    sure: str
    share: float
    box: Box
    point: Point
    alternatives: tuple[RegionLabel, ...] = ()
    groups: tuple[int, ...] = ()


@dataclass(frozen=True)
class PhotoRegions:
    """The regions of a photo under a vocabulary, largest first.

    ``planes`` uint8[n, h, w]: how much each region covers each cell, 255 wholly; cells cover the whole
    photo whatever its shape. ``model`` is the region model's name; ``finer``: from sliding windows.
    """

    photo_id: int
    regions: tuple[RegionInfo, ...]
    planes: NDArray[np.uint8]
    vocabulary: str
    model: str
    finer: bool = False

    def at(self, x: float, y: float) -> int | None:
        """The number of the region under a point (0 to 1 of the photo); None outside it and where none is."""
        return region_at(self.planes, x, y)


@dataclass(frozen=True)
class RegionModelInfo:
    """The region model: ``state`` is ready, missing (none on this computer) or damaged. ``looked`` of
    ``photos`` photos have their regions stored. ``languages``: codes of those its names may be in, as far as
    they are known."""

    id: str
    name: str
    state: str
    looked: int
    photos: int
    languages: tuple[str, ...] = ()


@dataclass(frozen=True)
class VocabularyInfo:
    """Terms that regions may be called: ``name`` is everyday, coco, voc or own; ``shown`` in the window's
    language."""

    name: str
    shown: str
    terms: int


@dataclass(frozen=True)
class RegionOfHit:
    """The part of a photo that a query found: its name (may be empty), box and the cells it covers.

    ``plane`` uint8[h, w]: how much of each cell belongs to it, 255 wholly.
    """

    label: str
    box: Box
    plane: NDArray[np.uint8]


@dataclass(frozen=True)
class Why:
    """Where a photo agrees with words: ``heat`` float32[h, w], 0 (least) to 1, over the whole photo.

    An approximation: the encoder judged the photo as a whole. ``score`` is its cosine with the words.
    """

    photo_id: int
    heat: NDArray[np.float32]
    score: float


@dataclass(frozen=True)
class LookSummary:
    """What looking inside photos did: ``looked`` into, ``waiting`` still, ``failed``: could not be read.

    ``stopped``: it was cancelled.
    """

    looked: int
    waiting: int
    failed: int
    seconds: float
    stopped: bool = False
