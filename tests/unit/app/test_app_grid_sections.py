import datetime as dt
from types import SimpleNamespace

import numpy as np
import pytest

from app.grid.headings import heading
from app.grid.sections import NEAREST, by_band, by_date, whole_rows, within_bands
from app.grid.walls import Frame, again, wall_of

EPOCH = dt.date(1970, 1, 1)


def days(*dates: str) -> np.ndarray:
    return np.array([(dt.date.fromisoformat(d) - EPOCH).days if d else -1 for d in dates], np.int32)


def shown(sections):
    return [(sections.kind(i), sections.size(i)) for i in range(len(sections))]


def test_bands_in_order():
    bands = np.array([0] * 3 + [1] * 2 + [2] * 5, np.uint8)
    assert shown(by_band(bands, clear=True)) == [("strong", 3), ("possible", 2), ("rest", 5)]


@pytest.mark.parametrize(("bands", "expected"), [([1, 2], ["possible", "rest"]), ([2], ["rest"]), ([], [])])
def test_missing_bands_have_no_heading(bands, expected):
    assert [k for k, _ in shown(by_band(np.array(bands, np.uint8), clear=True))] == expected


def test_nothing_clear_shows_the_nearest_few_apart():
    assert shown(by_band(np.full(20, 2, np.uint8), clear=False)) == [
        ("unclear", NEAREST),
        ("rest", 20 - NEAREST),
    ]
    assert shown(by_band(np.full(2, 2, np.uint8), clear=False)) == [("unclear", 2)]
    assert shown(by_band(np.empty(0, np.uint8), clear=False)) == []


def test_the_nearest_few_fill_whole_rows():
    aspects = np.full(100, 1.0, np.float32)
    sections = whole_rows(by_band(np.full(100, 2, np.uint8), clear=False), aspects, 500, 160)
    assert sections.size(0) >= NEAREST
    assert sections.size(0) % 3 == 0  # three squares of about 160 fit into 480
    few = whole_rows(by_band(np.full(4, 2, np.uint8), clear=False), aspects[:4], 500, 160)
    assert shown(few) == [("unclear", 4)]


def test_many_photos_a_day_are_headed_by_day():
    sections = by_date(days(*["2024-05-02"] * 10, *["2024-05-01"] * 9))
    assert shown(sections) == [("day", 10), ("day", 9)]


def test_few_photos_a_day_are_headed_by_month_or_year():
    month = by_date(
        days(*[f"2024-05-{d:02}" for d in range(20, 5, -1)], *[f"2024-04-{d:02}" for d in range(9, 1, -1)])
    )
    assert shown(month) == [("month", 15), ("month", 8)]
    year = by_date(days("2024-05-01", "2023-04-01", "2023-01-01", "1969-12-31"))
    assert shown(year) == [("year", 1), ("year", 2), ("undated", 1)] or shown(year)[:2] == [
        ("year", 1),
        ("year", 2),
    ]


def test_photos_without_a_date_come_last_under_their_own_heading():
    sections = by_date(days(*["2024-05-02"] * 8, *[""] * 3))
    assert shown(sections) == [("day", 8), ("undated", 3)] or shown(sections)[-1] == ("undated", 3)
    assert shown(by_date(days("", ""))) == [("undated", 2)]
    assert shown(by_date(days())) == []


def test_bands_in_order_of_time_are_parted_into_dates_that_are_worth_it():
    many, few = ["2024-05-02"] * 10 + ["2024-05-01"] * 9, ["2024-05-02", "2023-01-01", "2020-01-01"]
    bands = np.array([0] * 19 + [1] * 3 + [2], np.uint8)
    sections = within_bands(by_band(bands, clear=True, named=2), days(*many, *few, "2019-02-02"))
    assert [heading(sections, at)[0] for at in range(len(sections))] == [
        "In names and keywords · 2 May 2024",
        "Strong matches · 2 May 2024",
        "1 May 2024",
        "Possible",
        "The rest, by relevance · 2 February 2019",
    ]
    assert sum(sections.size(at) for at in range(len(sections))) == 23


def test_a_closed_list_has_no_rest_however_wide_the_window_becomes():
    count = 60
    hits = SimpleNamespace(
        photo_ids=np.arange(count),
        aspects=np.full(count, 1.5, np.float32),
        days=np.zeros(count, np.int32),
        bands=np.full(count, 2, np.uint8),
        scores=np.linspace(1, 0, count),
        copies=np.ones(count, np.int32),
        paired=np.zeros(count, np.bool_),
        regions=np.full(count, -1, np.int8),
        clear=False,
        ranked=True,
        named=0,
    )
    wall = wall_of(hits, Frame(700, 160))
    assert shown(wall.sections) == [("unclear", len(wall.ids))] and wall.closed == count - len(wall.ids)
    for width in (400, 1500, 3000):
        assert shown(again(wall, Frame(width, 160)).sections) == [("unclear", len(wall.ids))]
    opened = again(wall_of(hits, Frame(700, 160, open=True)), Frame(1500, 160))
    assert [kind for kind, _ in shown(opened.sections)] == ["unclear", "rest"]
