"""Under which headings a list of hits is shown: bands for a question, dates for all photos."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from app.grid.layout import justify

HEADING = 44  # logical pixels kept free above each section

Ints = NDArray[np.int64]

# At least so many are shown as the closest when nothing matches clearly; their last row is filled.
NEAREST = 6
# The finest of day, month, year whose headings have at least this many photos on average.
WORTH_A_HEADING = 6


@dataclass(frozen=True)
class Sections:
    """Where each heading's photos begin, and what kind of heading it is.

    ``kinds`` per section: "named", "strong", "possible", "rest", "unclear", "day", "month", "year" or
    "undated"; ``days``: days since 1970-01-01 of the first photo (dates). ``grains``: for bands in order
    of time, the kind of date each heading names too, "" for none. ``bare``: no heading is shown.
    ``ordered``: bands are in another order than relevance.
    """

    starts: Ints
    kinds: tuple[str, ...] | None = None
    grain: str = ""
    days: Ints = field(default_factory=lambda: np.empty(0, np.int64))
    count: int = 0
    grains: tuple[str, ...] = ()
    bare: bool = False
    ordered: bool = False

    @classmethod
    def one(cls, count: int) -> Sections:
        """A single section without a heading."""
        return cls(np.zeros(min(count, 1), np.int64), ("list",) * min(count, 1), count=count, bare=True)

    def without_last(self) -> tuple[Sections, int]:
        """Everything but the last section, and how many photos that one had."""
        last = int(self.starts[-1])
        kinds = self.kinds[:-1] if self.kinds is not None else None
        left = replace(self, starts=self.starts[:-1], kinds=kinds, count=last)
        return left, self.count - last

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


def by_band(bands: NDArray[np.uint8], *, clear: bool, named: int = 0) -> Sections:
    """Strong, possible and the rest; or, when nothing is clear, the nearest few above a line.

    The first ``named`` photos, which carry the words themselves, are a section of their own.
    """
    count = len(bands)
    if count == 0:
        return Sections(np.empty(0, np.int64), (), count=0)
    if not clear:
        few = min(NEAREST, count)
        starts = [0] if few == count else [0, few]
        return Sections(np.array(starts), ("unclear", "rest")[: len(starts)], count=count)
    kind = np.minimum(bands, 2).astype(np.int64) + 1
    kind[:named] = 0
    starts_at = np.concatenate(([0], np.flatnonzero(np.diff(kind)) + 1)).astype(np.int64)
    names = ("named", "strong", "possible", "rest")
    return Sections(starts_at, tuple(names[kind[start]] for start in starts_at), count=count)


def within_bands(sections: Sections, days: NDArray[np.int32]) -> Sections:
    """Each band, whose photos are in order of time, parted into its dates."""
    if sections.kinds is None or sections.kinds[:1] == ("unclear",) or not len(sections):
        return sections
    starts: list[Ints] = []
    kinds: list[str] = []
    grains: list[str] = []
    firsts: list[Ints] = []
    for at, kind in enumerate(sections.kinds):
        begin = int(sections.starts[at])
        dated = by_date(days[begin : begin + sections.size(at)])
        if len(dated) > 1 and dated.count < WORTH_A_HEADING * len(dated):  # a heading a photo tells nothing
            dated = replace(dated, starts=dated.starts[:1], days=dated.days[:1], kinds=("",))
        starts.append(dated.starts + begin)
        kinds += [kind] * len(dated)
        grains += [dated.kind(one) for one in range(len(dated))]
        firsts.append(dated.days)
    return replace(
        sections,
        starts=np.concatenate(starts),
        kinds=tuple(kinds),
        grains=tuple(grains),
        days=np.concatenate(firsts),
    )


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
        if count >= WORTH_A_HEADING * len(starts) or len(starts) == 1 or grain == "year":
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
