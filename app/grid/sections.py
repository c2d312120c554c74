"""Under which headings a list of hits is shown: bands for a question, dates for all photos."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from app.grid.layout import Layout, justify

HEADING = 44  # logical pixels kept free above each section

Ints = NDArray[np.int64]

# At least so many are shown as the closest when nothing matches clearly; their last row is filled.
NEAREST = 6
# The finest of day, month, year whose headings have at least this many photos on average.
WORTH_A_HEADING = 6


@dataclass(frozen=True)
class Sections:
    """Where each heading's photos begin, and what kind of heading it is.

    ``kinds`` per section: "strong", "possible", "rest", "unclear",
    "day", "month", "year" or "undated"; ``days``: days since 1970-01-01 of the first photo (dates).
    """

    starts: Ints
    kinds: tuple[str, ...] | None = None
    grain: str = ""
    days: Ints = field(default_factory=lambda: np.empty(0, np.int64))
    count: int = 0

    def __len__(self) -> int:
        return len(self.starts)

    def kind(self, section: int) -> str:
        """The kind of one heading."""
        if self.kinds is not None:
            return self.kinds[section]
        return "undated" if self.days[section] < 0 else self.grain

    def size(self, section: int) -> int:
        """How many photos stand under it."""
        end = self.starts[section + 1] if section + 1 < len(self) else self.count
        return int(end - self.starts[section])


def by_band(bands: NDArray[np.uint8], *, clear: bool) -> Sections:
    """Strong, possible and the rest; or, when nothing is clear, the nearest few above a line."""
    count = len(bands)
    if count == 0:
        return Sections(np.empty(0, np.int64), (), count=0)
    if not clear:
        few = min(NEAREST, count)
        starts = [0] if few == count else [0, few]
        return Sections(np.array(starts), ("unclear", "rest")[: len(starts)], count=count)
    change = np.flatnonzero(np.diff(bands)) + 1
    starts_at = np.concatenate(([0], change)).astype(np.int64)
    names = ("strong", "possible", "rest")
    kinds = tuple(names[min(int(bands[start]), 2)] for start in starts_at)
    return Sections(starts_at, kinds, count=count)


def by_date(days: NDArray[np.int32]) -> Sections:
    """Dates, newest first as the list is: by day, or by month or year where days hold few photos."""
    count = len(days)
    if count == 0:
        return Sections(np.empty(0, np.int64), (), count=0)
    day = np.asarray(days, np.int64)
    dates = np.where(day < 0, 0, day).astype("datetime64[D]")
    for grain, unit in (("day", "D"), ("month", "M"), ("year", "Y")):
        group = np.where(
            day < 0, np.iinfo(np.int64).min, dates.astype(f"datetime64[{unit}]").astype(np.int64)
        )
        starts = np.concatenate(([0], np.flatnonzero(np.diff(group)) + 1)).astype(np.int64)
        if count >= WORTH_A_HEADING * len(starts) or grain == "year":
            break
    return Sections(starts, None, grain, day[starts], count)


def whole_rows(sections: Sections, aspects: NDArray[np.float32], width: int, tile: int) -> Sections:
    """The closest few end where a row ends at this width, so that no hole gapes above the line."""
    if sections.kinds is None or sections.kinds[:1] != ("unclear",):
        return sections
    few = aspects[: 6 * NEAREST]
    nothing = np.zeros(1, np.int64)
    ends = justify(few, nothing, nothing, width, tile).first[1:]
    end = int(ends[np.searchsorted(ends, min(NEAREST, len(few)))])
    if end >= sections.count:
        return replace(sections, starts=nothing, kinds=("unclear",))
    return replace(sections, starts=np.array([0, end]), kinds=("unclear", "rest"))


@dataclass(frozen=True)
class Wall:
    """A list of photos ready to be shown at one width and size. Any thread may make it."""

    ids: Ints
    aspects: NDArray[np.float32]
    sections: Sections
    layout: Layout
    tile: int

    def fits(self, width: int, tile: int) -> bool:
        """True when it need not be laid out again."""
        return self.layout.width == width and self.tile == tile


def build_wall(ids: Ints, aspects: NDArray[np.float32], sections: Sections, width: int, tile: int) -> Wall:
    """Lay a list out for this width and size of thumbnails."""
    sections = whole_rows(sections, aspects, width, tile)
    headings = np.full(len(sections), HEADING, np.int64)
    return Wall(ids, aspects, sections, justify(aspects, sections.starts, headings, width, tile), tile)
