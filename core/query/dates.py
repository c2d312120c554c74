"""Days as people write them: ``2021``, ``2021-05-03``, ``2019..2021``, ``last summer``, ``may 2021``.

Weeks begin on Monday and seasons are those of the northern half, in whole months: winter 2019 is
December 2019 to February 2020. A name without a year is the latest one that has begun.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from core.query.tree import Days

Span = tuple[date, date]
"""The first day, and the day after the last."""

_DAY = timedelta(days=1)
_NUMBERS = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?")
_LAST_FEW = re.compile(r"(?:last|past) (\d{1,4}) (day|week|month|year)s?")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_NAMES: dict[str, tuple[int, int]] = {
    # the month it begins in, and how many it lasts
    **{name: (month, 1) for month, name in enumerate(_MONTHS, 1)},
    **{name[:3]: (month, 1) for month, name in enumerate(_MONTHS, 1)},
    "sept": (9, 1),
    "spring": (3, 3),
    "summer": (6, 3),
    "autumn": (9, 3),
    "fall": (9, 3),
    "winter": (12, 3),
    "christmas": (12, 0),
}
_PERIODS = ("week", "month", "year")
_BEGINNINGS = (
    "today",
    "yesterday",
    *_NAMES,
    *(f"{which} {what}" for which in ("this", "last") for what in (*_PERIODS, *_NAMES)),
)


def days(text: str, today: date) -> Days | None:
    """The days a text names, or None when it names none. A range with ``..`` holds both its ends."""
    before, dots, behind = text.partition("..")
    if not dots:
        one = _one(text, today)
        return Days(*one) if one else None
    first, last = _one(before, today), _one(behind, today)
    if (before.strip() and not first) or (behind.strip() and not last) or not (first or last):
        return None
    if first and last and first[0] >= last[1]:
        return None
    return Days(first[0] if first else None, last[1] if last else None)


def may_become_days(text: str) -> bool:
    """True for the beginning of something ``days`` understands."""
    last = _words(text.rpartition("..")[2])
    if re.fullmatch(r"\d{0,4}(?:[-/]\d{0,2}){0,2}\.?", last):
        return True
    return any(name.startswith(last) for name in _BEGINNINGS) or bool(
        re.fullmatch(r"(?:last|past)(?: \d{0,4}(?: [a-z]*)?)?", last)
    )


def written(span: Days) -> str:
    """The shortest numbers that name the same days; an open side stays empty."""
    first = span.first.isoformat() if span.first else ""
    last = (span.end - _DAY).isoformat() if span.end else ""
    if span.first is None or span.end is None:
        return f"{first}..{last}"
    months = (span.end.year - span.first.year) * 12 + span.end.month - span.first.month
    if first == last:
        return first
    if span.first.day == span.end.day == 1 and months == 1:
        return first[:7]
    if (span.first.month, span.first.day, span.end.month, span.end.day) == (1, 1, 1, 1):
        return first[:4] if months == 12 else f"{first[:4]}..{last[:4]}"
    return f"{first}..{last}"


def _words(text: str) -> str:
    """Small letters and single spaces; where words stand, a dash is as good as a space."""
    text = text.casefold()
    if any(letter.isalpha() for letter in text):
        text = text.replace("-", " ").replace("_", " ")
    return " ".join(text.split())


def _one(text: str, today: date) -> Span | None:
    words = _words(text)
    try:
        if numbers := _NUMBERS.fullmatch(words):
            return _numbered(*(int(number) if number else None for number in numbers.groups()))
        if few := _LAST_FEW.fullmatch(words):
            return _last_few(int(few[1]), few[2], today)
        return _relative(words, today) or _named(words, today)
    except (ValueError, OverflowError):
        return None  # the calendar knows no such day


def _numbered(year: int | None, month: int | None, day: int | None) -> Span | None:
    if year is None or not 1000 <= year <= 9998:
        return None
    if month is None:
        return _year(year)
    if day is None:
        return _month(year, month)
    only = date(year, month, day)
    return only, only + _DAY


def _last_few(count: int, unit: str, today: date) -> Span | None:
    """So many days, weeks, months or years up to today."""
    if count < 1:
        return None
    end = today + _DAY
    if unit in ("day", "week"):
        return end - count * (7 if unit == "week" else 1) * _DAY, end
    return _months_later(today, -count * (12 if unit == "year" else 1)) + _DAY, end


def _relative(words: str, today: date) -> Span | None:
    if words == "today":
        return today, today + _DAY
    if words == "yesterday":
        return today - _DAY, today
    which, _, what = words.partition(" ")
    if which not in ("this", "last") or what not in _PERIODS:
        return None
    if what == "week":
        first = today - today.weekday() * _DAY
        return (first, first + 7 * _DAY) if which == "this" else (first - 7 * _DAY, first)
    if what == "month":
        first = today.replace(day=1)
        first = first if which == "this" else _months_later(first, -1)
        return _month(first.year, first.month)
    return _year(today.year if which == "this" else today.year - 1)


def _named(words: str, today: date) -> Span | None:
    """``may 2021``, ``2021 may``, ``this may``, ``last may``, ``may``; so too for seasons and Christmas."""
    parts = words.split()
    if len(parts) == 2 and parts[0] not in _NAMES:
        parts.reverse()
    name, which = parts[0] if parts else "", parts[1] if len(parts) == 2 else ""
    if len(parts) > 2 or name not in _NAMES:
        return None
    if re.fullmatch(r"\d{4}", which):
        return _span(name, int(which)) if 1000 <= int(which) <= 9998 else None
    near = [_span(name, today.year - back) for back in range(3)]
    if which == "this":
        return next((span for span in near if span[0] <= today < span[1]), near[0])
    if which == "last":
        return next(span for span in near if span[1] <= today)
    return next(span for span in near if span[0] <= today) if not which else None


def _span(name: str, year: int) -> Span:
    month, count = _NAMES[name]
    if not count:
        return date(year, 12, 24), date(year, 12, 27)
    first = date(year, month, 1)
    return first, _months_later(first, count)


def _year(year: int) -> Span:
    return date(year, 1, 1), date(year + 1, 1, 1)


def _month(year: int, month: int) -> Span:
    first = date(year, month, 1)
    return first, _months_later(first, 1)


def _months_later(day: date, months: int) -> date:
    """The same day so many months later; the month's last where that month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return date(year, month + 1, min(day.day, (following - _DAY).day))
