"""Places in the grid: what is held while the list changes, and going to a photo or back to a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from app.grid.layout import GAP
from app.grid.sections import HEADING
from app.grid.selection import Selection

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from app.grid.view import GridView


def anchor(view: GridView, at: QPoint | None = None) -> tuple[int, int] | None:
    """A tile to hold in place and its distance from the upper edge; None at the very top."""
    if at is not None:
        index = view.layout_.at(at.x(), at.y() + view.top())
        if index >= 0:
            return index, view.layout_.rect(index)[1] - view.top()
    if view.top() == 0:
        return None
    tiles = view.layout_.tiles_between(view.top(), view.top() + view.viewport().height())
    if not tiles:
        return None
    current = view.selection.current
    index = current if current in tiles else tiles.start
    return index, view.layout_.rect(index)[1] - view.top()


def hold(view: GridView, index: int, offset: int) -> None:
    """Scroll so that a tile is as far from the upper edge as it was."""
    if index < len(view.layout_):
        view.verticalScrollBar().setValue(view.layout_.rect(index)[1] - offset)


def reveal(view: GridView, index: int) -> None:
    """Scroll as little as needed to show a tile whole, below the sticky heading."""
    if not 0 <= index < len(view.layout_):
        return
    bar, high = view.verticalScrollBar(), view.viewport().height()
    _, y, _, h = view.layout_.rect(index)
    if y - HEADING < view.top():
        bar.setValue(y - HEADING)
    elif index >= int(view.layout_.first[-2]):
        bar.setValue(bar.maximum())
    elif y + h + GAP > view.top() + high:
        bar.setValue(y + h + GAP - high)


def go_to(view: GridView, photo: int) -> None:
    """Make a photo current and show it, when it is in the list."""
    found = np.flatnonzero(view.ids == photo)
    if len(found):
        _choose(view, int(found[0]))


def step(view: GridView, dx: int, dy: int) -> None:
    """Go to a neighbour: left or right, above or below."""
    current = view.selection.current
    to = current + dx if dx else view.layout_.above_or_below(current, dy)
    if 0 <= to < len(view.ids):
        _choose(view, to)


def restore(view: GridView, top: int, current: int | None, chosen: tuple[int, ...]) -> None:
    """Come back to a place, with the photos chosen that were."""
    view.selection = Selection(len(view.ids))
    if chosen:
        view.selection.chosen = np.isin(view.ids, np.array(chosen, np.int64))
    found = np.flatnonzero(view.ids == current) if current is not None else view.ids[:0]
    if len(found):
        view.selection.current = view.selection.anchor = int(found[0])
    view.verticalScrollBar().setValue(top)
    view.chose()


def _choose(view: GridView, index: int) -> None:
    view.selection.click(index)
    view.reveal(index)
    view.chose()
