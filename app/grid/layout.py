"""Where each photo of a long list is drawn: justified rows under headings, from numpy columns.

Every row keeps the photos' own shapes and fills the width. All of it is array arithmetic apart from
one walk from row to row, so that 100,000 photos take a few milliseconds at each change of width.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

GAP = 4
MARGIN = 16  # left; on the right the scroll bar stands in the margin
RIGHT = 4
BOTTOM = 24
# Beyond these shapes (width / height) a photo is shown by its middle: no hair-thin tiles.
NARROWEST, WIDEST = 0.4, 3.6
# A row may be at most this much higher than asked; a wider one is left unfilled instead.
TALLEST = 1.6
# A section's last row is stretched when it is nearly full already.
NEARLY_FULL = 0.85


@dataclass(frozen=True)
class Layout:
    """Positions of ``n`` tiles in ``r`` rows under ``s`` headings, in logical pixels.

    ``x``, ``w``: per tile. ``first`` (r+1), ``y``, ``h``: per row. ``heading_y``: per section.
    """

    width: int
    height: int
    x: Ints
    w: Ints
    first: Ints
    y: Ints
    h: Ints
    starts: Ints
    heading_y: Ints

    def __len__(self) -> int:
        return len(self.x)

    @property
    def rows(self) -> int:
        """Number of rows."""
        return len(self.y)

    def row_of(self, index: int) -> int:
        """The row that holds the tile."""
        return int(np.searchsorted(self.first, index, side="right")) - 1

    def rect(self, index: int) -> tuple[int, int, int, int]:
        """x, y, width, height of a tile."""
        row = self.row_of(index)
        return int(self.x[index]), int(self.y[row]), int(self.w[index]), int(self.h[row])

    def rows_between(self, top: int, bottom: int) -> range:
        """The rows that show any part between two heights."""
        begin = int(np.searchsorted(self.y + self.h, top, side="right"))
        end = int(np.searchsorted(self.y, bottom, side="left"))
        return range(begin, max(begin, end))

    def tiles_between(self, top: int, bottom: int) -> range:
        """The tiles of those rows."""
        rows = self.rows_between(top, bottom)
        if not rows:
            return range(0)
        return range(int(self.first[rows.start]), int(self.first[rows.stop]))

    def headings_between(self, top: int, bottom: int, heading: int) -> range:
        """The sections whose heading shows between two heights."""
        begin = int(np.searchsorted(self.heading_y + heading, top, side="right"))
        end = int(np.searchsorted(self.heading_y, bottom, side="left"))
        return range(begin, max(begin, end))

    def section_at(self, y: int) -> int:
        """The section that covers a height, -1 above the first."""
        return int(np.searchsorted(self.heading_y, y, side="right")) - 1

    def at(self, x: int, y: int) -> int:
        """The tile under a point, or -1."""
        row = int(np.searchsorted(self.y, y, side="right")) - 1
        if row < 0 or y >= self.y[row] + self.h[row]:
            return -1
        begin, end = int(self.first[row]), int(self.first[row + 1])
        index = begin + int(np.searchsorted(self.x[begin:end], x, side="right")) - 1
        if index < begin or x >= self.x[index] + self.w[index]:
            return -1
        return index

    def inside(self, x: int, y: int, w: int, h: int) -> Ints:
        """The tiles that a rectangle touches."""
        tiles = self.tiles_between(y, y + h)
        if not tiles:
            return np.empty(0, np.int64)
        part = slice(tiles.start, tiles.stop)
        touched = (self.x[part] < x + w) & (self.x[part] + self.w[part] > x)
        return np.flatnonzero(touched) + tiles.start

    def above_or_below(self, index: int, step: int) -> int:
        """The tile nearest to this one's middle, ``step`` rows further down (negative: up)."""
        row = self.row_of(index)
        to = min(max(row + step, 0), self.rows - 1)
        if to == row:
            return index
        begin, end = int(self.first[to]), int(self.first[to + 1])
        middle = self.x[index] + self.w[index] / 2
        return begin + int(np.argmin(np.abs(self.x[begin:end] + self.w[begin:end] / 2 - middle)))


def justify(
    aspects: NDArray[np.float32],
    starts: Ints,
    headings: Ints,
    width: int,
    tile: int,
) -> Layout:
    """Lay out tiles of shapes ``aspects`` (width / height) in rows about ``tile`` pixels high.

    ``starts``: index of each section's first tile (ascending, the first is 0, none empty);
    ``headings``: height kept free above each section. Every row except a section's last fills
    ``width`` less the margins to the pixel.
    """
    count = len(aspects)
    if count == 0:
        none = np.empty(0, np.int64)
        return Layout(width, 0, none, none, np.zeros(1, np.int64), none, none, none, none)
    room = max(width - MARGIN - RIGHT, tile // 2)
    shape = np.nan_to_num(np.asarray(aspects, np.float64), nan=1.0, posinf=WIDEST, neginf=1.0)
    shape = np.clip(shape, NARROWEST, WIDEST)
    reach = np.concatenate(([0.0], np.cumsum(shape)))  # sums of shapes
    ends = np.append(starts[1:], count)
    first, height = _rows(reach, starts, ends, room, tile)
    last = first[1:]
    tiles = last - first[:-1]
    row = np.repeat(np.arange(len(tiles)), tiles)
    left = (reach[:-1] - reach[first[:-1]][row]) * height[row]
    nth = np.arange(count) - first[:-1][row]
    begin = np.rint(left)
    end = np.rint(left + shape * height[row])
    x = begin + nth * GAP + MARGIN
    w = np.maximum(end - begin, 1)
    h = np.maximum(np.rint(height), 1).astype(np.int64)
    above = np.zeros(len(tiles), np.int64)
    section_row = np.searchsorted(first[:-1], starts)
    above[section_row] = headings
    y = np.cumsum(above) + np.concatenate(([0], np.cumsum(h + GAP)[:-1]))
    total = int(y[-1] + h[-1]) + BOTTOM
    return Layout(
        width, total, x.astype(np.int64), w.astype(np.int64), first, y, h, starts, y[section_row] - headings
    )


def squares(aspects: NDArray[np.float32], starts: Ints, headings: Ints, width: int, tile: int) -> Layout:
    """The same with every tile a square, as many in each row as fit at about ``tile`` pixels."""
    count = len(aspects)
    if count == 0:
        return justify(aspects, starts, headings, width, tile)
    room = max(width - MARGIN - RIGHT, tile // 2)
    columns = max(1, round((room + GAP) / (tile + GAP)))
    edges = np.rint(np.arange(columns + 1) * (room + GAP) / columns).astype(np.int64)
    side = int(edges[1] - GAP)
    sizes = np.diff(np.append(starts, count))
    nth = np.arange(count) - np.repeat(starts, sizes)
    column = nth % columns
    rows = -(-sizes // columns)
    begins = np.cumsum(rows) - rows  # each section's first row
    first = np.append(np.flatnonzero(column == 0), count)
    h = np.full(len(first) - 1, side, np.int64)
    above = np.zeros(len(h), np.int64)
    above[begins] = headings
    y = np.cumsum(above) + np.arange(len(h)) * (side + GAP)
    w = (edges[1:] - edges[:-1] - GAP)[column]
    total = int(y[-1] + side) + BOTTOM
    return Layout(width, total, edges[column] + MARGIN, w, first, y, h, starts, y[begins] - headings)


def _rows(
    reach: NDArray[np.float64], starts: Ints, ends: Ints, room: int, tile: int
) -> tuple[Ints, NDArray[np.float64]]:
    """Break into rows: the first tile of each row (and the count at the end), the rows' heights.

    For every tile at once: were it a row's first, where would that row end? Then one walk along.
    """
    count = len(reach) - 1
    index = np.arange(count)
    end_of = np.repeat(ends, ends - starts)
    # natural width up to each tile, gaps included
    along = reach * tile + GAP * np.arange(count + 1)
    over = np.searchsorted(along, along[:-1] + room + GAP, side="left")
    fits = over <= end_of
    more = np.minimum(over, end_of)
    less = np.maximum(more - 1, index + 1)
    high_more = _height(reach, index, more, room)
    high_less = _height(reach, index, less, room)
    shorter = fits & (high_less * high_more < tile * tile) & (high_less <= TALLEST * tile)
    following = np.where(shorter, less, more)
    chain = following.tolist()
    walk = []
    at = 0
    while at < count:
        walk.append(at)
        at = chain[at]
    first = np.array(walk, np.int64)
    height = np.where(shorter, high_less, high_more)[first]
    unfilled = ~fits[first]
    nearly = height * NEARLY_FULL <= tile
    height = np.where(unfilled & ~nearly, float(tile), height)
    height = np.minimum(height, TALLEST * tile)
    return np.append(first, count), height


def _height(reach: NDArray[np.float64], begin: Ints, end: Ints, room: int) -> NDArray[np.float64]:
    """The height at which the tiles begin..end fill the room."""
    free = np.maximum(room - GAP * (end - begin - 1), 1)
    filled: NDArray[np.float64] = free / (reach[end] - reach[begin])
    return filled
