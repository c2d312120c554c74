"""What the grid needs for the photos in view: pictures, nearest first, and rows."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from app.grid.rows import PAGE
from app.grid.thumbnails import ThumbnailMaker, Wish

if TYPE_CHECKING:
    from app.grid.view import GridView


class Supply:
    """Asks the makers of thumbnails and the book of rows for what a grid shows."""

    def __init__(self, view: GridView) -> None:
        self._view = view
        self.maker: ThumbnailMaker | None = None

    def wish(self, *, down: bool) -> None:
        """Tell the makers what is in view first, then what comes next in scrolling direction."""
        view = self._view
        layout = view.layout_
        if self.maker is None or not len(layout):
            return
        top, high = view.top(), view.viewport().height()
        shown = layout.tiles_between(top, top + high)
        after = layout.tiles_between(top + high, top + 2 * high)
        before = layout.tiles_between(max(0, top - high), top)
        ahead = [*after, *reversed(before)] if down else [*reversed(before), *after]
        wishes = [wish for index in (*shown, *ahead) if (wish := self._wish_for(index)) is not None]
        self.maker.want(wishes)

    def _wish_for(self, index: int) -> Wish | None:
        view = self._view
        photo = int(view.ids[index])
        _, _, w, h = view.layout_.rect(index)
        ratio = view.devicePixelRatioF()
        width, height = math.ceil(w * ratio), math.ceil(h * ratio)
        return None if view.cache.fits(photo, width, height) else Wish(photo, width, height, ratio)

    def fetch_rows(self) -> None:
        """Ask for the rows of what is in view, and for the parts they were found by."""
        view = self._view
        top, high = view.top(), view.viewport().height()
        shown = list(view.layout_.tiles_between(top, top + high))[: 2 * PAGE]
        view.rows.want([int(photo) for photo in view.ids[shown]])
        if view.outlined:
            view.parts.want([part for index in shown if (part := view.wall.part(index)) is not None])
