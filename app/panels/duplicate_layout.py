"""Where groups of photos, their tiles and their buttons stand: cards below each other, tiles in rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect

Ints = NDArray[np.int64]

MARGIN = 16
RIGHT = 4  # the scroll bar stands in the margin
PAD = 16  # inside a card
HEAD = 56
BETWEEN = 12  # from card to card
GAP = 16  # from tile to tile
WIDE = 176
PICTURE = 132  # height of a tile's picture
SWITCH = 26  # the control below it
HIGH = PICTURE + 8 + SWITCH + 6 + 3 * 17
ROW = HIGH + 16


@dataclass(frozen=True)
class Cards:
    """Cards of ``starts`` (g+1, in tiles) at heights ``y`` (g+1), ``columns`` tiles beside each other."""

    width: int
    columns: int
    starts: Ints
    y: Ints

    @property
    def height(self) -> int:
        """All of it, logical pixels."""
        return int(self.y[-1]) if len(self.y) > 1 else 0

    @property
    def tiles(self) -> int:
        """How many tiles there are."""
        return int(self.starts[-1])

    def group_of(self, tile: int) -> int:
        """The group a tile belongs to."""
        return int(np.searchsorted(self.starts, tile, side="right")) - 1

    def between(self, top: int, bottom: int) -> range:
        """The groups that show any part between two heights."""
        if len(self.y) < 2:
            return range(0)
        begin = max(int(np.searchsorted(self.y, top, side="right")) - 1, 0)
        end = min(int(np.searchsorted(self.y, bottom, side="left")), len(self.y) - 1)
        return range(begin, max(begin, end))

    def card(self, group: int) -> QRect:
        """The ground of a group."""
        top, below = int(self.y[group]), int(self.y[group + 1])
        return QRect(MARGIN, top, self.width - MARGIN - RIGHT, below - top - BETWEEN)

    def tile(self, tile: int) -> QRect:
        """A tile: picture, switch and words."""
        group = self.group_of(tile)
        row, column = divmod(tile - int(self.starts[group]), self.columns)
        x = MARGIN + PAD + column * (WIDE + GAP)
        return QRect(x, int(self.y[group]) + HEAD + row * ROW, WIDE, HIGH)

    def tiles_between(self, group: int, top: int, bottom: int) -> range:
        """The tiles of a group in rows that show between two heights."""
        begin = int(self.starts[group])
        base = int(self.y[group]) + HEAD
        rows = range(max((top - base) // ROW, 0), max((bottom - base) // ROW + 1, 0))
        end = int(self.starts[group + 1])
        return range(min(begin + rows.start * self.columns, end), min(begin + rows.stop * self.columns, end))

    def at(self, x: int, y: int) -> tuple[int, int]:
        """The group and the tile at a point, -1 where there is none."""
        groups = self.between(y, y + 1)
        if not groups or not self.card(groups.start).contains(x, y):
            return -1, -1
        group = groups.start
        for tile in self.tiles_between(group, y, y):
            if self.tile(tile).contains(x, y):
                return group, tile
        return group, -1

    def beside(self, tile: int, step: int) -> int:
        """The tile a row further down (1) or up (-1), in the next group when this one ends."""
        group = self.group_of(tile)
        begin, end = int(self.starts[group]), int(self.starts[group + 1])
        column = (tile - begin) % self.columns
        to = tile + step * self.columns
        if begin <= to < end:
            return to
        last_row = begin + (end - 1 - begin) // self.columns * self.columns
        if step > 0:
            if tile < last_row:
                return end - 1
            if group + 2 >= len(self.starts):
                return tile
            return min(end + column, int(self.starts[group + 2]) - 1)
        if group == 0:
            return tile
        before = int(self.starts[group - 1])
        row = before + (begin - 1 - before) // self.columns * self.columns
        return min(row + column, begin - 1)


def lay_out(sizes: Sequence[int], width: int) -> Cards:
    """Cards for groups of so many photos each, in a view of this width."""
    room = width - MARGIN - RIGHT - 2 * PAD
    columns = max((room + GAP) // (WIDE + GAP), 1)
    count = np.asarray(sizes, np.int64)
    rows = -(-count // columns)
    high = HEAD + rows * ROW + BETWEEN
    y = np.concatenate(([MARGIN], MARGIN + np.cumsum(high)))
    return Cards(width, columns, np.concatenate(([0], np.cumsum(count))), y)


def fitted(tile: QRect, width: int, height: int) -> QRect:
    """Where the whole picture stands in a tile: nothing is cut, so that sizes can be compared."""
    if width <= 0 or height <= 0:
        width, height = 4, 3
    scale = min(WIDE / width, PICTURE / height)
    wide, high = max(round(width * scale), 8), max(round(height * scale), 8)
    return QRect(tile.x() + (WIDE - wide) // 2, tile.y() + (PICTURE - high) // 2, wide, high)


def switch(tile: QRect) -> tuple[QRect, QRect]:
    """The two halves of the control below a picture: keep and trash."""
    y = tile.y() + PICTURE + 8
    half = WIDE // 2
    return QRect(tile.x(), y, half, SWITCH), QRect(tile.x() + half, y, WIDE - half, SWITCH)
