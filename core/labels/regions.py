"""Groups of a photo under a vocabulary: regions with names, what lies under a point, outlines, masks.

A group's cosines with the terms stand beside one of "none of them", the model's threshold: a softmax over all
says how likely each is, and a group whose best term is no better than the threshold has no name. Groups with
the same best term are one region; so are those that have no name and are nearest to the same term, for they
show the same kind of thing. No network runs here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.errors import RecollectError
from core.models.groups import Groups, resized

Floats = NDArray[np.float32]
Masks = NDArray[np.bool_]
Planes = NDArray[np.uint8]
Ints = NDArray[np.int64]
Box = tuple[float, float, float, float]
Point = tuple[float, float]
Sure = Literal["very", "fairly", "maybe", "unclear"]

UNCLEAR = -1
NOBODY = 255
MOST_ALTERNATIVES = 3
VERY, FAIRLY = 0.75, 0.4
_PLACES = 8  # what three bits of a cell can say; 7 is nobody's
_BAND = 64  # rows of a photo made at once, for memory's sake


@dataclass(frozen=True, eq=False)
class Scale:
    """How a region model's cosines are read.

    ``temperature`` multiplies cosines before the softmax. A group whose best cosine is ``threshold`` or less
    is unclear. ``usual`` float32[d], where a model has no threshold of its own for plain cosines: the mean
    of the unit vectors of ordinary words (the everyday things), whose cosine is taken off every term's.
    ``perhaps``, for a vocabulary that has a word for most things: a group whose likeliest term has at least
    this chance is named all the same.
    """

    temperature: float
    threshold: float
    usual: Floats | None = None
    perhaps: float | None = None


@dataclass(frozen=True)
class Named:
    """A name found: row of the term (``UNCLEAR`` where none fits), its chance against the other terms and
    none of them (0 when unclear), and the next likely ones with theirs, likeliest first."""

    term: int
    score: float
    alternatives: tuple[tuple[int, float], ...] = ()

    @property
    def sure(self) -> Sure:
        """The chance in a word."""
        if self.term == UNCLEAR:
            return "unclear"
        return "very" if self.score >= VERY else "fairly" if self.score >= FAIRLY else "maybe"


@dataclass(frozen=True)
class Region(Named):
    """Groups (their places) with one name. ``share`` of the photo, 0 to 1; ``box``: left, top, width, height
    and ``point`` (the middle of the cell farthest from its border), in shares of the photo."""

    share: float = 0.0
    box: Box = (0.0, 0.0, 0.0, 0.0)
    point: Point = (0.5, 0.5)
    groups: tuple[int, ...] = ()


def regions_of(groups: Groups, vectors: Floats, scale: Scale) -> list[Region]:
    """The regions of a photo, largest first.

    ``vectors``: the terms' unit vectors float32[n, d] in the groups' space. Groups that own no cell are left
    out. Raises RecollectError ``labels.empty_vocabulary`` without terms.
    """
    best, clear, chances = _read(groups.embeddings, vectors, scale)
    places = groups.cells >> 5
    owned = np.bincount(places.ravel(), minlength=_PLACES)
    merged: dict[tuple[int, bool], list[int]] = {}
    for place in range(len(groups.embeddings)):
        if owned[place]:
            merged.setdefault((int(best[place]), bool(clear[place])), []).append(place)
    found: list[Region] = []
    for (nearest, known), members in merged.items():
        term = nearest if known else UNCLEAR
        mask = np.isin(places, members)
        # Every member's largest chance is at the term, so their mean's is too.
        named = _named(term, np.average(chances[members], axis=0, weights=owned[members]))
        share = float(owned[members].sum() / places.size)
        found.append(
            Region(
                named.term,
                named.score,
                named.alternatives,
                share,
                box_of(mask),
                inner_point(mask),
                tuple(members),
            )
        )
    return sorted(found, key=lambda region: (-region.share, region.groups))


def label_vector(vector: Floats, vectors: Floats, scale: Scale) -> Named:
    """The name of a unit vector float32[d], as of a box somebody drew. Raises as ``regions_of``."""
    best, clear, chances = _read(vector[None], vectors, scale)
    return _named(int(best[0]) if clear[0] else UNCLEAR, chances[0])


def owners(groups: Groups, regions: Sequence[Region]) -> Planes:
    """The number of the region that owns each cell, ``NOBODY`` where none does: uint8[rows, cols]."""
    table = np.full(_PLACES, NOBODY, dtype=np.uint8)
    for number, region in enumerate(regions):
        table[list(region.groups)] = number
    return np.asarray(table[groups.cells >> 5])


def planes_of(groups: Groups, regions: Sequence[Region]) -> Planes:
    """How much of each cell belongs to each region, 255 wholly: uint8[len(regions), rows, cols].

    A cell has its owner's part only. Where groups of one region meet there is no edge to be seen.
    """
    soft = np.rint(groups.planes().sum(axis=0) * 255).astype(np.uint8)
    owner = owners(groups, regions)
    planes = np.zeros((len(regions), *owner.shape), dtype=np.uint8)
    for number, region in enumerate(regions):
        mine = owner == number
        planes[number][mine] = soft[mine]
        if len(region.groups) > 1:
            planes[number][_inside(mine)] = 255
    return planes


def region_at(planes: Planes, x: float, y: float) -> int | None:
    """The number of the region under a point (0 to 1 of the photo); None outside it and where none is.

    ``planes`` uint8[n, rows, cols] as from ``planes_of``.
    """
    if not len(planes) or not (0 <= x <= 1 and 0 <= y <= 1):
        return None
    rows, columns = planes.shape[1:]
    cell = planes[:, min(int(y * rows), rows - 1), min(int(x * columns), columns - 1)]
    return int(cell.argmax()) if cell.any() else None


def box_of(mask: Masks) -> Box:
    """Left, top, width and height of the cells of bool[rows, cols] that are set, in shares of the whole."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        return (0.0, 0.0, 0.0, 0.0)
    high, wide = mask.shape
    top, left = int(rows[0]), int(columns[0])
    return (left / wide, top / high, (int(columns[-1]) + 1 - left) / wide, (int(rows[-1]) + 1 - top) / high)


def inner_point(mask: Masks) -> Point:
    """The middle of the cell farthest from everything outside bool[rows, cols], as shares of the whole.

    The border of the photo is outside too. Of several such cells the one nearest to the region's middle.
    """
    rows, columns = np.nonzero(mask)
    if not len(rows):
        return (0.5, 0.5)
    top, left = rows.min(), columns.min()
    far = distances(mask[top : rows.max() + 1, left : columns.max() + 1])
    deepest = np.add(np.argwhere(far == far.max()), (top, left))
    aside = ((deepest - (rows.mean(), columns.mean())) ** 2).sum(axis=1)
    row, column = deepest[int(aside.argmin())]
    return (float(column + 0.5) / mask.shape[1], float(row + 0.5) / mask.shape[0])


def distances(mask: Masks) -> Ints:
    """Squared distance, in cells, of every set cell of bool[rows, cols] to the nearest one that is not set or
    lies outside: int64[rows, cols], 0 where it is not set."""
    if mask.shape[1] > mask.shape[0]:
        return np.ascontiguousarray(distances(mask.T).T)
    framed = np.pad(mask, 1)
    steps = np.arange(len(framed))[:, None]
    above = np.maximum.accumulate(np.where(framed, -1, steps), axis=0)
    below = np.minimum.accumulate(np.where(framed, len(framed), steps)[::-1], axis=0)[::-1]
    # The frame's columns have zeros throughout; within the frame no column is without a zero.
    down = np.minimum(steps - above, below - steps) ** 2
    across = np.arange(framed.shape[1])
    apart = (across[:, None] - across[None, :]) ** 2
    found = np.stack([(down + apart[column]).min(axis=1) for column in across], axis=1)
    return np.asarray(found[1:-1, 1:-1], dtype=np.int64)


def spread(planes: Planes, height: int, width: int) -> Planes:
    """The number of the region at each pixel of a photo, ``NOBODY`` where none is: uint8[height, width].

    ``planes`` uint8[n, rows, cols] as from ``planes_of``; edges run smoothly between the cells' middles.
    """
    nobody = np.where((planes > 0).any(axis=0), 0, 255)
    full = resized(np.concatenate([planes, nobody[None]]), height, planes.shape[2])
    numbers = [*range(len(planes)), NOBODY]
    left, right, along = _between(planes.shape[2], width)
    result = np.empty((height, width), dtype=np.uint8)
    for start in range(0, height, _BAND):
        band = full[:, start : start + _BAND]
        most = np.full((band.shape[1], width), -1, dtype=np.float32)
        for number, plane in zip(numbers, band, strict=True):
            if plane.any():
                here = plane[:, left]
                here += (plane[:, right] - here) * along
                result[start : start + _BAND][here > most] = number
                np.maximum(most, here, out=most)
    return result


def _read(embeddings: Floats, vectors: Floats, scale: Scale) -> tuple[Ints, Masks, NDArray[np.float64]]:
    """Best term int64[k], whether it is clear bool[k], and chances float64[k, n] of unit vectors [k, d]."""
    if not len(vectors):
        raise RecollectError("labels.empty_vocabulary")
    # Not @, which starts threads: beside indexing they wait for a core ten times longer than this takes.
    cosines = np.einsum("kd,nd->kn", embeddings, vectors).astype(np.float64)
    if scale.usual is not None:
        cosines -= (embeddings @ scale.usual)[:, None]
    most = cosines.max(axis=1)
    top = np.maximum(most, scale.threshold)
    odds = np.exp(scale.temperature * (cosines - top[:, None]))
    none = np.exp(scale.temperature * (scale.threshold - top))
    chances = odds / (odds.sum(axis=1) + none)[:, None]
    clear = most > scale.threshold
    if scale.perhaps is not None:
        clear |= chances.max(axis=1) >= scale.perhaps
    return cosines.argmax(axis=1), clear, chances


def _named(term: int, chances: NDArray[np.float64]) -> Named:
    count = min(len(chances), MOST_ALTERNATIVES + 1)
    top = np.argpartition(-chances, count - 1)[:count]
    order = [int(i) for i in top[np.lexsort((top, -chances[top]))] if i != term][:MOST_ALTERNATIVES]
    score = 0.0 if term == UNCLEAR else min(1.0, float(chances[term]))
    return Named(term, score, tuple((i, float(chances[i])) for i in order))


def _inside(mask: Masks) -> Masks:
    """Cells all of whose eight neighbours in the photo are set too."""
    framed = np.pad(mask, 1, constant_values=True)
    rows, columns = mask.shape
    inside = mask.copy()
    for down in range(3):
        for across in range(3):
            inside &= framed[down : down + rows, across : across + columns]
    return inside


def _between(cells: int, pixels: int) -> tuple[Ints, Ints, Floats]:
    """For each pixel of a line the cells before and after its middle, and how far it is from the first."""
    places = np.clip((np.arange(pixels) + 0.5) * (cells / pixels) - 0.5, 0, cells - 1)
    before = places.astype(np.int64)
    return before, np.minimum(before + 1, cells - 1), (places - before).astype(np.float32)
