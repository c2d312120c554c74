"""From soft planes to what is painted: smooth masks, outlines and the place under the pointer."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainterPath, QPolygonF, QTransform

from app.viewer.place import Place

if TYPE_CHECKING:
    from core.library.region_values import PhotoRegions

Soft = NDArray[np.float32]
Box = tuple[float, float, float, float]
"""Left, top, width and height, 0 to 1 of the photo."""

_LONG, _SHORT = 320, 96  # sides of the grid on which masks are smooth
_SOFT = (-0.25, 0.45)  # of the lead over the other regions: the tint begins here and is full there
_COARSE = 36  # cells along a side: of more, each alone says little
_LEAST = 120.0  # cells of that grid: a speck smaller than this is not outlined
_ALIKE = 0.3  # intersection over union, from which on a finer region is the same one
_HEAT = (0.52, 0.12)  # how much of the shade and of the glow is laid over the photo


def to_view(place: Place, ratio: float) -> QTransform:
    """From the upright photo, 0 to 1 in both directions, to logical pixels of the canvas."""
    left, top, wide, high = (one / ratio for one in place.rect())
    turn = (
        QTransform(),
        QTransform(0, 1, -1, 0, 1, 0),
        QTransform(-1, 0, 0, -1, 1, 1),
        QTransform(0, -1, 1, 0, 0, 1),
    )[place.turns]
    return turn * QTransform(wide, 0, 0, high, left, top)


def _stretched(planes: Soft, axis: int, size: int) -> Soft:
    """Cubic interpolation (Catmull-Rom) of cell centres along one axis, edges held."""
    cells = planes.shape[axis]
    places = np.arange(cells)
    before, after = np.maximum(places - 1, 0), np.minimum(places + 1, cells - 1)
    # Blurred first, so that the corners of cells leave no steps: a cell wide, or two where they are small.
    for share in (0.2,) if cells <= _COARSE else (0.25, 0.25):
        beside = planes.take(before, axis) + planes.take(after, axis)
        planes = (1 - 2 * share) * planes + share * beside
    at = (np.arange(size, dtype=np.float32) + 0.5) * cells / size - 0.5
    first = np.floor(at).astype(np.int64)
    t = (at - first).astype(np.float32)
    parts = (
        -0.5 * t**3 + t**2 - 0.5 * t,
        1.5 * t**3 - 2.5 * t**2 + 1,
        -1.5 * t**3 + 2 * t**2 + 0.5 * t,
        0.5 * t**3 - 0.5 * t**2,
    )
    shape = [1, 1, 1]
    shape[axis] = size
    result: Soft = np.zeros((*planes.shape[:axis], size, *planes.shape[axis + 1 :]), np.float32)
    for step, part in enumerate(parts):
        result += part.reshape(shape) * planes.take(np.clip(first + step - 1, 0, cells - 1), axis)
    return result


def enlarged(planes: NDArray[np.uint8] | Soft, rows: int, columns: int) -> Soft:
    """float32[n, rows, columns]: planes [n, h, w] made smooth."""
    return _stretched(_stretched(planes.astype(np.float32), 2, columns), 1, rows)


def grid_of(aspect: float) -> tuple[int, int]:
    """Rows and columns of the smooth grid for a photo this many times as wide as high."""
    if aspect >= 1:
        return max(_SHORT, round(_LONG / aspect)), _LONG
    return _LONG, max(_SHORT, round(_LONG * aspect))


class Shapes:
    """The regions of one photo, ready to be painted. ``aspect``: width by height."""

    def __init__(self, regions: PhotoRegions, aspect: float) -> None:
        self._planes = regions.planes
        self._aspect = aspect if math.isfinite(aspect) and aspect > 0 else 1.0
        self._masks: dict[int, Soft] = {}
        self._paths: dict[int, QPainterPath] = {}

    @cached_property
    def _smooth(self) -> Soft:
        """float32[n + 1, rows, columns], 0 to 1; the last says where no region is."""
        none = np.where(self._planes.any(axis=0), 0, 255).astype(np.uint8)
        planes = np.concatenate([self._planes, none[None]])
        return enlarged(planes, *grid_of(self._aspect)) / np.float32(255)

    @cached_property
    def _map(self) -> NDArray[np.int64]:
        """int64[rows, columns]: the region each place belongs to."""
        owners: NDArray[np.int64] = self._smooth.argmax(axis=0)
        return owners

    def prepare(self) -> Shapes:
        """Make everything now, on a worker, so that the window's thread only paints."""
        for region in range(len(self._planes)):
            self.path(region)
        self.at(0.5, 0.5)
        return self

    def at(self, x: float, y: float) -> int | None:
        """The region under a point of the photo (0 to 1), by its outline."""
        if not len(self._planes) or not (0 <= x <= 1 and 0 <= y <= 1):
            return None
        rows, columns = self._map.shape
        found = int(self._map[min(int(y * rows), rows - 1), min(int(x * columns), columns - 1)])
        return found if found < len(self._planes) else None

    def lead(self, region: int) -> Soft:
        """float32[rows, columns]: how far a region is ahead of the next best, -1 to 1; 0 is its outline."""
        if region not in self._masks:
            others = np.delete(self._smooth, region, axis=0).max(axis=0)
            self._masks[region] = self._smooth[region] - others
        return self._masks[region]

    def inner(self, region: int, point: tuple[float, float]) -> tuple[float, float]:
        """A point in a region: this one, unless a finer outline leaves it out."""
        if self.at(*point) == region:
            return point
        lead = self.lead(region)
        row, column = divmod(int(lead.argmax()), lead.shape[1])
        return (column + 0.5) / lead.shape[1], (row + 0.5) / lead.shape[0]

    def path(self, region: int) -> QPainterPath:
        """Its outline over the unit square."""
        if region not in self._paths:
            self._paths[region] = outline(self.lead(region))
        return self._paths[region]

    def tint(self, regions: list[tuple[int, QColor]]) -> QImage:
        """One picture with these regions in their colours, soft at the edge."""
        rows, columns = self._smooth.shape[1:]
        total = np.zeros((rows, columns, 4), np.float32)
        for region, colour in regions:
            alpha = smoothstep(self.lead(region), *_SOFT)[..., None]
            total += alpha * _premultiplied(colour)
        return image_of(np.minimum(total, total[..., 3:].clip(0, 1)))


def smoothstep(values: Soft, low: float, high: float) -> Soft:
    """0 up to ``low``, 1 from ``high`` on, smooth between."""
    t: Soft = np.clip((values - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


def heat_image(heat: Soft, aspect: float, glow: QColor) -> QImage:
    """float32[h, w], 0 to 1, as a veil: dark where the photo agrees little, ``glow`` where it agrees most."""
    smooth = np.clip(enlarged(heat[None], *grid_of(aspect))[0], 0, 1)
    share = smoothstep(smooth, 0.15, 0.85)[..., None]
    shade = np.array([0, 0, 0, _HEAT[0]], np.float32)
    lit = QColor(glow)
    lit.setAlphaF(_HEAT[1])
    return image_of((1 - share) * shade + share * _premultiplied(lit))


def _premultiplied(colour: QColor) -> Soft:
    alpha = colour.alphaF()
    return np.array(
        [colour.blueF() * alpha, colour.greenF() * alpha, colour.redF() * alpha, alpha], np.float32
    )


def image_of(pixels: Soft) -> QImage:
    """float32[h, w, 4], premultiplied blue, green, red, alpha from 0 to 1."""
    data = np.ascontiguousarray(np.clip(pixels * 255 + 0.5, 0, 255).astype(np.uint8))
    height, width = data.shape[:2]
    borrowed = QImage(data.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
    return borrowed.copy()


def box_path(box: Box) -> QPainterPath:
    """A drawn box as an outline."""
    path = QPainterPath()
    path.addRect(QRectF(*box))
    return path


def refined(coarse: PhotoRegions, finer: PhotoRegions) -> PhotoRegions:
    """The coarse regions with the finer ones' outlines, each with those of its own name.

    A region that the finer look does not know, or sees elsewhere, keeps its outline.
    """
    rows, columns = finer.planes.shape[1:]
    if not len(coarse.regions) or not len(finer.regions):
        return replace(coarse, finer=True)
    before = np.clip(enlarged(coarse.planes, rows, columns), 0, 255)
    planes = np.rint(before).astype(np.uint8)
    for at, region in enumerate(coarse.regions):
        like = [n for n, one in enumerate(finer.regions) if one.label == region.label]
        if not like:
            continue
        found = finer.planes[like].max(axis=0).astype(np.float32)
        both, either = np.minimum(found, before[at]).sum(), np.maximum(found, before[at]).sum()
        if either > 0 and both / either >= _ALIKE:
            planes[at] = found.astype(np.uint8)
    return replace(coarse, planes=planes, finer=True)


# the outline


def outline(field: Soft) -> QPainterPath:
    """Where a field float32[rows, columns] passes zero, as closed smooth curves over the unit square."""
    rows, columns = field.shape
    framed = np.full((rows + 2, columns + 2), -1.0, np.float32)
    framed[1:-1, 1:-1] = field
    framed[framed == 0] = -1e-6
    path = QPainterPath()
    for ring in _rings(framed):
        polygon = QPolygonF()
        # The frame's zero lies between the outermost centres and the frame: held to the photo's edge.
        x = np.clip((ring[:, 0] - 0.5) / columns, 0, 1)
        y = np.clip((ring[:, 1] - 0.5) / rows, 0, 1)
        if abs(_area(x * columns, y * rows)) < _LEAST:
            continue
        for across, down in zip(x.tolist(), y.tolist(), strict=True):
            polygon.append(QPointF(across, down))
        _add_smooth(path, polygon)
    return path


def _area(x: NDArray[np.float64], y: NDArray[np.float64]) -> float:
    return float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2


def _add_smooth(path: QPainterPath, polygon: QPolygonF) -> None:
    """A closed curve through the middles of the polygon's sides."""
    count = polygon.size()
    points = [polygon.at(index) for index in range(count)]
    path.moveTo((points[-1] + points[0]) / 2)
    for index, point in enumerate(points):
        path.quadTo(point, (point + points[(index + 1) % count]) / 2)
    path.closeSubpath()


def _rings(field: Soft) -> list[NDArray[np.float64]]:
    """Marching squares: rings of points (x, y) in the field's own cells, the inside at their right."""
    inside = field > 0
    # Crossings on horizontal sides (between a cell and its right neighbour) and on vertical ones.
    code = inside[:-1, :-1].astype(np.int64) + 2 * inside[:-1, 1:] + 4 * inside[1:, 1:] + 8 * inside[1:, :-1]
    width = field.shape[1]
    follow: dict[int, list[int]] = {}
    for row, column in np.argwhere((code > 0) & (code < 15)).tolist():
        base = 2 * (row * width + column)
        sides = (base, base + 3, base + 2 * width, base + 1)  # top, right, bottom, left
        for start, end in _STEPS[int(code[row, column])]:
            follow.setdefault(sides[start], []).append(sides[end])
    rings = []
    while follow:
        start = next(iter(follow))
        at, trail = start, []
        while at in follow:
            trail.append(at)
            ways = follow[at]
            onward = ways.pop()
            if not ways:
                del follow[at]
            at = onward
        rings.append(_points(field, np.array(trail)))
    return rings


# Which side a line enters a cell by and leaves it by, for each set of corners inside.
_TOP, _RIGHT, _BOTTOM, _LEFT = range(4)
_STEPS: dict[int, tuple[tuple[int, int], ...]] = {
    1: ((_LEFT, _TOP),),
    2: ((_TOP, _RIGHT),),
    3: ((_LEFT, _RIGHT),),
    4: ((_RIGHT, _BOTTOM),),
    5: ((_LEFT, _TOP), (_RIGHT, _BOTTOM)),
    6: ((_TOP, _BOTTOM),),
    7: ((_LEFT, _BOTTOM),),
    8: ((_BOTTOM, _LEFT),),
    9: ((_BOTTOM, _TOP),),
    10: ((_TOP, _RIGHT), (_BOTTOM, _LEFT)),
    11: ((_BOTTOM, _RIGHT),),
    12: ((_RIGHT, _LEFT),),
    13: ((_RIGHT, _TOP),),
    14: ((_TOP, _LEFT),),
}


def _points(field: Soft, sides: NDArray[np.int64]) -> NDArray[np.float64]:
    """float64[n, 2]: where the field is zero on each of these sides."""
    width = field.shape[1]
    down = sides % 2
    row, column = np.divmod(sides // 2, width)
    one = field[row, column].astype(np.float64)
    other = field[row + down, column + 1 - down].astype(np.float64)
    share = one / (one - other)
    return np.stack([column + share * (1 - down), row + share * down], axis=1)
