"""A list of photos ready to be shown: order, headings, rows. Made on a worker."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from app.grid.layout import Layout, justify, squares
from app.grid.sections import HEADING, Sections, by_band, by_date, whole_rows, within_bands

if TYPE_CHECKING:
    from core.library import Hits

Ints = NDArray[np.int64]
_REST = 2  # the last of the bands


@dataclass(frozen=True)
class Frame:
    """What the grid has room for, and how it shows a list. ``sort``: the order the list is in; in order of
    time, dates are headings. ``open``: the rest, too, is shown."""

    width: int
    tile: int
    square: bool = False
    sort: str = "relevance"
    open: bool = False


@dataclass(frozen=True)
class Wall:
    """A list laid out for one frame. ``closed``: so many more photos, the rest, are not shown.

    ``copies`` int32[n] and ``paired`` bool[n]: what each photo stands for; empty when nothing is stacked.
    ``regions`` int8[n]: the place of the group that a photo was found by, -1 none; empty without any.
    """

    ids: Ints
    aspects: NDArray[np.float32]
    sections: Sections
    layout: Layout
    tile: int
    square: bool = False
    closed: int = 0
    copies: NDArray[np.int32] = field(default_factory=lambda: np.empty(0, np.int32))
    paired: NDArray[np.bool_] = field(default_factory=lambda: np.empty(0, np.bool_))
    regions: NDArray[np.int8] = field(default_factory=lambda: np.empty(0, np.int8))

    def fits(self, frame: Frame) -> bool:
        """True when it need not be laid out again."""
        return (self.layout.width, self.tile, self.square) == (frame.width, frame.tile, frame.square)

    def stands_for(self, index: int) -> tuple[int, bool]:
        """How many copies a photo stands for, and whether for a RAW file too."""
        if index >= len(self.copies):
            return 1, False
        return int(self.copies[index]), bool(self.paired[index])

    def part(self, index: int) -> tuple[int, int] | None:
        """The photo and the place of the group that it was found by; None for the whole photo."""
        place = int(self.regions[index]) if index < len(self.regions) else -1
        return (int(self.ids[index]), place) if place >= 0 else None

    @property
    def has_parts(self) -> bool:
        """True when some photo was found by a part of it."""
        return bool((self.regions >= 0).any())


def wall_of(hits: Hits, frame: Frame) -> Wall:
    """The headings and rows of an answer."""
    ordered = frame.sort != "relevance"
    if hits.ranked and ordered and not hits.clear:
        # The closest stand above the line, whatever the order: nothing else speaks for them.
        hits, ordered = hits.taken(np.argsort(-hits.scores, kind="stable")), False
    if hits.ranked:
        sections = by_band(hits.bands, clear=hits.clear, named=hits.named)
        closed = 0
        if not frame.open and len(sections) > 1 and sections.kind(len(sections) - 1) == "rest":
            sections = whole_rows(sections, hits.aspects, frame.width, frame.tile)
            if len(sections) > 1:
                sections, closed = sections.without_last()
        sections = replace(sections, ordered=ordered)
        if frame.sort in ("newest", "oldest"):
            sections = within_bands(sections, hits.days)
    else:
        closed = 0
        sections = Sections.one(len(hits.days)) if frame.sort == "folder" else by_date(hits.days)
    shown = slice(0, len(hits.photo_ids) - closed)
    wall = _laid_out(
        hits.photo_ids[shown],
        hits.aspects[shown],
        sections,
        frame,
        closed,
        hits.copies[shown],
        hits.paired[shown],
    )
    return replace(wall, regions=_outlined(hits)[shown])


def _outlined(hits: Hits) -> NDArray[np.int8]:
    """The parts that photos were found by: none where nothing matches clearly, and none of the rest, for an
    outline says that the thing is there."""
    if not hits.ranked or not len(hits.regions):
        return hits.regions
    found = (hits.bands < _REST) & hits.clear
    return np.where(found, hits.regions, -1).astype(np.int8)


def build_wall(ids: Ints, aspects: NDArray[np.float32], sections: Sections, width: int, tile: int) -> Wall:
    """Lay a plain list out for this width and size of thumbnails."""
    return _laid_out(ids, aspects, sections, Frame(width, tile))


def again(wall: Wall, frame: Frame) -> Wall:
    """The same list in another frame."""
    laid = _laid_out(wall.ids, wall.aspects, wall.sections, frame, wall.closed, wall.copies, wall.paired)
    return replace(laid, regions=wall.regions)


def _laid_out(
    ids: Ints,
    aspects: NDArray[np.float32],
    sections: Sections,
    frame: Frame,
    closed: int = 0,
    copies: NDArray[np.int32] | None = None,
    paired: NDArray[np.bool_] | None = None,
) -> Wall:
    if not closed:
        sections = whole_rows(sections, aspects, frame.width, frame.tile)
    headings = np.full(len(sections), HEADING, np.int64)
    if sections.bare:
        headings[:] = 0
    lay = squares if frame.square else justify
    layout = lay(aspects, sections.starts, headings, frame.width, frame.tile)
    return Wall(
        ids,
        aspects,
        sections,
        layout,
        frame.tile,
        frame.square,
        closed,
        np.empty(0, np.int32) if copies is None else copies,
        np.empty(0, np.bool_) if paired is None else paired,
    )
