"""Going to a photo of the grid: one that was looked at, a neighbour, the place one came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from app.grid.selection import Selection

if TYPE_CHECKING:
    from app.grid.view import GridView


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
