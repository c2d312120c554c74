"""How many photos were taken when: days gathered to the bars of a histogram. Any thread, numpy alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

# A bar and its gap take at least this much, logical pixels.
SLIMMEST = 3
# Longer than this a list of days tells less than one of months.
MOST_DAYS = 62

# Spans up to so many days are counted in a table of all their days.
_DENSE = 200_000

_CODES = {"day": "D", "month": "M", "year": "Y"}


@dataclass(frozen=True)
class Bins:
    """Bars without a hole between the first and the last photo.

    ``unit``: day, month or year, "" when no photo has a date. ``edges`` (n+1): first day of each bar
    since 1970-01-01, and the day after the last. ``counts`` (3, n): Strong, Possible and all others.
    ``undated``: photos that are in no bar.
    """

    unit: str
    edges: Ints
    counts: Ints
    undated: int = 0

    def __len__(self) -> int:
        return int(self.counts.shape[1])

    @property
    def ranked(self) -> bool:
        """True when some photos match clearly: then only those are shown."""
        return bool(self.counts[:2].any())

    @property
    def shown(self) -> Ints:
        """Photos per bar (n): the clear matches where there are any, else all."""
        whole: Ints = (self.counts[:2] if self.ranked else self.counts).sum(axis=0)
        return whole

    def days(self, first: int, last: int) -> tuple[int, int]:
        """The days of the bars ``first`` to ``last``, half open."""
        return int(self.edges[first]), int(self.edges[last + 1])

    def bars(self, first_day: int | None, end_day: int | None) -> tuple[int, int] | None:
        """The first and last bar that a span of days touches (half open, None: without end)."""
        if not len(self):
            return None
        low = int(self.edges[0]) if first_day is None else first_day
        high = int(self.edges[-1]) if end_day is None else end_day
        if low >= high or high <= self.edges[0] or low >= self.edges[-1]:
            return None
        begin = int(np.searchsorted(self.edges, low, side="right")) - 1
        end = int(np.searchsorted(self.edges, high, side="left")) - 1
        return max(begin, 0), min(end, len(self) - 1)


def by_day(
    days: NDArray[np.int32], bands: NDArray[np.uint8] | None = None, counts: Ints | None = None
) -> tuple[NDArray[np.int32], NDArray[np.uint8], Ints]:
    """The same for ``bins`` in as few entries as there are days and bands: days, bands and counts (m).

    Photos without a date become one entry a band, of day -1.
    """
    if not len(days):
        return np.empty(0, np.int32), np.empty(0, np.uint8), np.empty(0, np.int64)
    day = np.maximum(days, -1).astype(np.int64)
    band = 2 if bands is None else np.minimum(bands, 2).astype(np.int64)
    low, high = int(day.min()), int(day.max())
    key = (day - low) * 3 + band
    if high - low <= _DENSE:
        total = np.bincount(key, weights=counts)
        keys = np.flatnonzero(total)
        sums = total[keys].astype(np.int64)
    else:
        keys, place = np.unique(key, return_inverse=True)
        sums = np.bincount(place, weights=counts).astype(np.int64)
    return (keys // 3 + low).astype(np.int32), (keys % 3).astype(np.uint8), sums


def bins(
    days: NDArray[np.int32],
    width: int,
    bands: NDArray[np.uint8] | None = None,
    counts: Ints | None = None,
    finest: str = "day",
) -> Bins:
    """Gather days (n, since 1970-01-01, negative: without a date) to bars that fit ``width`` pixels.

    ``bands`` (n): 0 Strong, 1 Possible, 2 the rest. ``counts`` (n): photos for each entry, one when not
    given. ``finest``: the smallest unit to use.
    """
    day = np.asarray(days, np.int64)
    weight = np.ones(len(day), np.int64) if counts is None else np.asarray(counts, np.int64)
    band = np.full(len(day), 2, np.int64) if bands is None else np.minimum(bands, 2).astype(np.int64)
    dated = day >= 0
    undated = int(weight[~dated].sum())
    if undated or not dated.all():
        day, weight, band = day[dated], weight[dated], band[dated]
    if not len(day):
        return Bins("", np.zeros(1, np.int64), np.zeros((3, 0), np.int64), undated)
    unit, step = _unit(int(day.min()), int(day.max()), width, finest)
    code = day.astype("datetime64[D]").astype(f"datetime64[{_CODES[unit]}]").astype(np.int64)
    low = int(code.min()) // step * step if unit == "year" else int(code.min())
    place = (code - low) // step
    number = int(place.max()) + 1
    total = np.bincount(band * number + place, weights=weight, minlength=3 * number)
    starts = low + step * np.arange(number + 1)
    edges = starts.astype(f"datetime64[{_CODES[unit]}]").astype("datetime64[D]").astype(np.int64)
    return Bins(unit, edges, total.astype(np.int64).reshape(3, number), undated)


def _unit(low: int, high: int, width: int, finest: str) -> tuple[str, int]:
    """The smallest unit whose bars fit, and how many years a bar takes."""
    room = max(width // SLIMMEST, 1)
    ends = np.array([low, high]).astype("datetime64[D]")
    number = {
        unit: int(np.diff(ends.astype(f"datetime64[{code}]").astype(np.int64))[0]) + 1
        for unit, code in _CODES.items()
    }
    if finest == "day" and number["day"] <= min(room, MOST_DAYS):
        return "day", 1
    if finest != "year" and number["month"] <= room:
        return "month", 1
    if number["year"] <= room:
        return "year", 1
    steps = (scale * factor for scale in (1, 10, 100, 1000) for factor in (1, 2, 5))
    return "year", next((step for step in steps if number["year"] // step + 2 <= room), 10_000)
