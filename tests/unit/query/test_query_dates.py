from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from core.query import dates
from core.query.tree import Days

TODAY = date(2025, 1, 15)  # a Wednesday, in the winter that began the year before


def span(text: str, today: date = TODAY) -> str | None:
    found = dates.days(text, today)
    return f"{found.first or ''} {found.end or ''}" if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021", "2021-01-01 2022-01-01"),
        ("2021-05", "2021-05-01 2021-06-01"),
        ("2021-5", "2021-05-01 2021-06-01"),
        ("2021-12", "2021-12-01 2022-01-01"),
        ("2021-05-03", "2021-05-03 2021-05-04"),
        ("2021/5/3", "2021-05-03 2021-05-04"),
        ("2020-02-29", "2020-02-29 2020-03-01"),
        ("2019..2021", "2019-01-01 2022-01-01"),
        ("2019 .. 2021-05-03", "2019-01-01 2021-05-04"),
        ("2019..", "2019-01-01 "),
        ("..2021-05", " 2021-06-01"),
        ("last summer..today", "2024-06-01 2025-01-16"),
        ("today", "2025-01-15 2025-01-16"),
        ("Yesterday", "2025-01-14 2025-01-15"),
        ("this week", "2025-01-13 2025-01-20"),
        ("last week", "2025-01-06 2025-01-13"),
        ("this month", "2025-01-01 2025-02-01"),
        ("last month", "2024-12-01 2025-01-01"),
        ("this year", "2025-01-01 2026-01-01"),
        ("last year", "2024-01-01 2025-01-01"),
        ("last 30 days", "2024-12-17 2025-01-16"),
        ("last 1 day", "2025-01-15 2025-01-16"),
        ("past 2 weeks", "2025-01-02 2025-01-16"),
        ("last 3 months", "2024-10-16 2025-01-16"),
        ("last 2 years", "2023-01-16 2025-01-16"),
        ("summer 2019", "2019-06-01 2019-09-01"),
        ("2019 summer", "2019-06-01 2019-09-01"),
        ("winter 2019", "2019-12-01 2020-03-01"),
        ("fall 2019", "2019-09-01 2019-12-01"),
        ("spring-2019", "2019-03-01 2019-06-01"),
        ("last summer", "2024-06-01 2024-09-01"),
        ("last winter", "2023-12-01 2024-03-01"),
        ("this winter", "2024-12-01 2025-03-01"),
        ("this summer", "2025-06-01 2025-09-01"),
        ("winter", "2024-12-01 2025-03-01"),
        ("may", "2024-05-01 2024-06-01"),
        ("january", "2025-01-01 2025-02-01"),
        ("last january", "2024-01-01 2024-02-01"),
        ("May 2021", "2021-05-01 2021-06-01"),
        ("2021-may", "2021-05-01 2021-06-01"),
        ("sept 2020", "2020-09-01 2020-10-01"),
        ("Christmas 2020", "2020-12-24 2020-12-27"),
        ("last christmas", "2024-12-24 2024-12-27"),
        ("last  30\tDAYS", "2024-12-17 2025-01-16"),
        # what is no day
        ("", None),
        ("2021-13", None),
        ("2021-00", None),
        ("2021-02-29", None),
        ("21", None),
        ("0999", None),
        ("9999", None),
        ("2021..2019", None),
        ("..", None),
        ("2019...2021", None),
        ("2019..soon", None),
        ("last", None),
        ("last 0 days", None),
        ("last 9999 years", None),
        ("this tuesday", None),
        ("summer 0000", None),
        ("may may", None),
        ("may 2021 early", None),
        ("²⁰²¹", None),
    ],
)
def test_days_as_people_write_them(text: str, expected: str | None) -> None:
    assert span(text) == expected


def test_the_last_day_of_a_long_month_has_one_in_a_short_month() -> None:
    assert span("last 1 month", date(2024, 3, 31)) == "2024-03-01 2024-04-01"
    assert span("last month", date(2024, 3, 31)) == "2024-02-01 2024-03-01"


def test_named_days_hold_today_only_when_they_should() -> None:
    for offset in range(0, 800, 3):
        today = date(2023, 1, 1) + timedelta(days=offset)
        for name in ("week", "month", "year"):
            this, last = dates.days(f"this {name}", today), dates.days(f"last {name}", today)
            assert this and last and this.holds(today) and last.end == this.first
        for name in ("winter", "may", "december", "christmas"):
            last, latest = dates.days(f"last {name}", today), dates.days(name, today)
            assert last and last.end and last.end <= today
            assert latest and latest.first and latest.first <= today
            assert latest in (last, dates.days(f"this {name}", today))


def test_written_days_are_read_again() -> None:
    chance = random.Random(2)
    for _ in range(3000):
        first = date(1990, 1, 1) + timedelta(days=chance.randrange(12_000))
        if chance.random() < 0.4:
            first = first.replace(day=1)
        if chance.random() < 0.4:
            first = first.replace(month=1)
        end = chance.choice(
            (
                first + timedelta(days=1 + chance.randrange(900)),
                first.replace(year=first.year + chance.choice((1, 3)), day=1),
                (first.replace(day=1) + timedelta(days=31)).replace(day=1),
            )
        )
        for days in (Days(first, end), Days(first, None), Days(None, end)):
            assert dates.days(dates.written(days), TODAY) == days


@pytest.mark.parametrize(
    "text", ["", "2", "202", "2021-", "2021-1", "2019..", "2019..20", "last su", "past 3", "tod", "m"]
)
def test_beginnings_of_days(text: str) -> None:
    assert dates.may_become_days(text)


@pytest.mark.parametrize("text", ["soon", "20211", "2021-05-03-1", "last 3 days ago", "x2021"])
def test_what_can_never_become_days(text: str) -> None:
    assert not dates.may_become_days(text)
