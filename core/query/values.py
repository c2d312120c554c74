"""What may stand behind a field's colon: text to a typed value, and back."""

from __future__ import annotations

import math
import os
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from core.query import dates
from core.query.tree import Amount, Days, Fact, Place, Value, quote

Read = tuple[str, str, Value]
"""A fact's field, op and value."""

FORMATS = ("jpeg", "png", "gif", "webp", "bmp", "tiff", "heic", "avif", "jp2", "raw")
_FORMAT_NAMES = {
    **{name: name for name in FORMATS},
    **dict.fromkeys(("jpg", "jpe", "jfif", "mpo"), "jpeg"),
    **dict.fromkeys(("heif", "hif"), "heic"),
    **{"tif": "tiff", "apng": "png", "dib": "bmp", "j2k": "jp2", "jpeg2000": "jp2"},
}
_ORIENTATIONS = {name: name for name in ("portrait", "landscape", "square")}
_HAS = {
    **{name: name for name in ("place", "keywords", "caption", "date", "camera")},
    "keyword": "keywords",
}
_IS = {
    **{name: name for name in ("favourite", "hidden", "duplicate", "raw", "offline", "new")},
    **{"favorite": "favourite", "favourites": "favourite", "favorites": "favourite"},
    "duplicates": "duplicate",
}
_CHOICES = {"type": _FORMAT_NAMES, "orientation": _ORIENTATIONS, "has": _HAS, "is": _IS}

EXPECTED = {
    "name": "After “name:” comes a file name or a pattern, for example name:IMG_20*.",
    "in": 'After “in:” comes a folder, for example in:"Trips/Norway".',
    "after": "After “after:” comes a day, month or year, for example after:2021-05.",
    "before": "After “before:” comes a day, month or year, for example before:2023.",
    "date": 'After “date:” comes a day, month or year, for example date:2021-05 or date:"last summer".',
    "added": 'After “added:” comes a day, month or year, for example added:2024-05 or added:"last week".',
    "type": "After “type:” comes a kind of file: "
    + ", ".join(FORMATS[:-1])
    + " or raw. For one kind of RAW, ask for the name, for example name:*.nef.",
    "camera": "After “camera:” comes a part of the camera's name, for example camera:pixel.",
    "lens": "After “lens:” comes a part of the lens's name, for example lens:50mm.",
    "keyword": "After “keyword:” comes a word of the photo's keywords or caption, for example keyword:beach.",
    "orientation": "After “orientation:” comes portrait, landscape or square.",
    "size": "After “size:” comes a size of the file, for example size:>10mb or size:2mb..5mb.",
    "megapixels": "After “megapixels:” comes a number, for example megapixels:>12 or megapixels:8..12.",
    "has": "After “has:” comes place, keywords, caption, date or camera.",
    "is": "After “is:” comes favourite, hidden, duplicate, raw, offline or new.",
    "near": "After “near:” come degrees north, degrees east and, if you like, how far around, "
    "for example near:59.91,10.75,20km.",
}
FIELDS = tuple(EXPECTED)
_BACKWARDS = "A range goes from the smaller to the larger, for example {field}:{example}."
_RANGES = {"date": "2019..2021", "added": "2023..2024", "size": "2mb..5mb", "megapixels": "8..12"}

DEFAULT_KM = 10.0
_KM_PER_MILE = 1.609344
_HIGHEST = 2**62

_NUMBER = r"(?:\d{1,15}(?:\.\d{0,30})?|\.\d{1,30})"
_SIZE = re.compile(rf"({_NUMBER})\s*(b|kb|mb|gb|tb|k|m|g|t)?")
_PLAIN = re.compile(rf"({_NUMBER})()")
_COMPARED = re.compile(r"(<=|>=|<|>|=|≤|≥)\s*(.*)", re.DOTALL)
_BYTES = {"": 1, "b": 1, "k": 10**3, "m": 10**6, "g": 10**9, "t": 10**12}
_COORDINATE = r"([-+−]?\d{1,3}(?:\.\d{0,30})?)"
_NEAR = re.compile(rf"{_COORDINATE}\s*[,\s]\s*{_COORDINATE}(?:\s*[,\s]\s*({_NUMBER})\s*(km|mi|m)?)?")
_SAFE = re.compile(r'[^\s"“”()]+')


class Unfit(Exception):
    """A value that makes no sense behind its field. The text says what does."""


def read(field: str, text: str, today: date) -> Read:
    """The fact a field (small letters, one of ``FIELDS``) with this value stands for. Raises Unfit."""
    if not text.strip():
        raise Unfit(EXPECTED[field])
    return _READERS[field](field, text, today)


def unfinished(field: str, text: str) -> bool:
    """True when typing on may turn this value into one that makes sense."""
    text = text.strip().casefold()
    if field in _CHOICES:
        return any(name.startswith(text.lstrip(".")) for name in _CHOICES[field])
    if field in ("date", "after", "before", "added"):
        return dates.may_become_days(text)
    if field in ("size", "megapixels"):
        return bool(re.fullmatch(r"[<>=≤≥]{0,2}[\d.]*(?:[kmgt]?b?\.{0,2}[\d.]*[kmgt]?)?", text))
    if field == "near":
        return bool(re.fullmatch(rf"[-+−]?[\d.]*(?:,[-+−]?[\d.]*)?|{_COORDINATE},{_COORDINATE},[\d.]*", text))
    return not text


def written(fact: Fact) -> tuple[str, str]:
    """The field and the value, without quotes, that are read as this fact. What was typed counts not."""
    match fact.value:
        case Days(first, end):
            if fact.field != "taken":
                return fact.field, dates.written(fact.value)
            if first is not None and end is None:
                return "after", first.isoformat()
            if end is not None and first is None:
                return "before", end.isoformat()
            return "date", dates.written(fact.value)
        case Amount(op, number, upto):
            unit = _bytes_text if fact.field == "size" else _number_text
            return fact.field, f"{unit(number)}..{unit(upto or 0)}" if op == ".." else f"{op}{unit(number)}"
        case Place(latitude, longitude, km):
            return fact.field, f"{_number_text(latitude)},{_number_text(longitude)},{_number_text(km)}km"
        case str(text):
            # A tilde in front would be read as the home folder.
            return fact.field, f"./{text}" if fact.field == "in" and text.startswith("~") else text


def spelt(fact: Fact) -> str:
    """The fact as text: as it was typed if it was, except that brackets always stand between quotes."""
    if fact.typed and "(" not in fact.typed and ")" not in fact.typed:
        return fact.typed
    field, value = written(fact)
    return f"{field}:{value if _SAFE.fullmatch(value) else quote(value)}"


def _name(field: str, text: str, today: date) -> Read:
    return field, "=", text


def _words(field: str, text: str, today: date) -> Read:
    return field, "=", " ".join(text.split())


def _path(field: str, text: str, today: date) -> Read:
    """Forward slashes, none doubled and none at the end; ``~`` in front is the home folder."""
    if text == "~" or text.startswith(("~/", f"~{os.sep}")):
        text = os.path.expanduser(text)
    if os.altsep:
        text = text.replace(os.sep, os.altsep)
    steps = [step for step in text.split("/") if step not in ("", ".")]
    if not steps and not text.startswith("/"):
        raise Unfit(EXPECTED[field])
    return field, "=", ("/" if text.startswith("/") else "") + "/".join(steps)


def _days(field: str, text: str, today: date) -> Read:
    found = dates.days(text, today)
    if found is None:
        before, dots, behind = text.partition("..")
        ends = dots and field in _RANGES and dates.days(before, today) and dates.days(behind, today)
        raise Unfit(_backwards(field) if ends else EXPECTED[field])
    if field in ("after", "before"):
        if ".." in text:
            raise Unfit(EXPECTED[field])
        found = Days(found.first, None) if field == "after" else Days(None, found.first)
    op = ">=" if found.end is None else "<" if found.first is None else "="
    return "added" if field == "added" else "taken", op, found


def _choice(field: str, text: str, today: date) -> Read:
    value = text.strip().casefold()
    known = _CHOICES[field].get(value.lstrip(".") if field == "type" else value)
    if known is None:
        raise Unfit(EXPECTED[field])
    return field, "=", known


def _amount(field: str, text: str, today: date) -> Read:
    """A comparison, a range, or one number: then what is that number when rounded to its digits."""
    text = text.strip().casefold()
    before, dots, behind = text.partition("..")
    if dots:
        return _amount_between(field, before.strip(), behind.strip())
    if compared := _COMPARED.fullmatch(text):
        op = {"≤": "<=", "≥": ">="}.get(compared[1], compared[1])
        return field, op, Amount(op, _number(field, compared[2]))
    exact, half = _quantity(field, text)
    if not half:
        return field, "=", Amount("=", int(exact))
    low, high = max(Decimal(0), exact - half), exact + half
    if field == "size":
        return field, "..", Amount("..", math.ceil(low), math.floor(high))
    return field, "..", Amount("..", float(low), float(high))


def _amount_between(field: str, before: str, behind: str) -> Read:
    low = _number(field, before) if before else None
    high = _number(field, behind) if behind else None
    if low is not None and high is not None:
        if low > high:
            raise Unfit(_backwards(field))
        return field, "..", Amount("..", low, high)
    if low is not None:
        return field, ">=", Amount(">=", low)
    if high is not None:
        return field, "<=", Amount("<=", high)
    raise Unfit(EXPECTED[field])


def _number(field: str, text: str) -> float:
    """The number with its unit: whole bytes, or megapixels."""
    exact, _ = _quantity(field, text)
    return round(exact) if field == "size" else float(exact)


def _quantity(field: str, text: str) -> tuple[Decimal, Decimal]:
    """The number, and half of what its last digit stands for (0 for bytes without a larger unit)."""
    found = (_SIZE if field == "size" else _PLAIN).fullmatch(text.strip())
    if found is None:
        raise Unfit(EXPECTED[field])
    unit = _BYTES[(found[2] or "")[:1]]
    digits = Decimal(found[1])
    if digits * unit > _HIGHEST:
        raise Unfit(EXPECTED[field])
    half = unit * Decimal((0, (5,), int(digits.as_tuple().exponent) - 1))
    whole = field == "size" and unit == 1
    return Decimal(round(digits)) if whole else digits * unit, Decimal(0) if whole else half


def _near(field: str, text: str, today: date) -> Read:
    found = _NEAR.fullmatch(text.strip().casefold())
    if found is None:
        raise Unfit(EXPECTED[field])
    latitude, longitude = (float(found[at].replace("−", "-")) for at in (1, 2))
    km = float(found[3]) if found[3] else DEFAULT_KM
    if found[3] and found[4]:
        km *= {"km": 1.0, "m": 0.001, "mi": _KM_PER_MILE}[found[4]]
    if abs(latitude) > 90 or abs(longitude) > 180 or km <= 0:
        raise Unfit(EXPECTED[field])
    return field, "=", Place(latitude, longitude, km)


def _backwards(field: str) -> str:
    return _BACKWARDS.format(field=field, example=_RANGES[field])


def _bytes_text(number: float) -> str:
    for unit in ("gb", "mb", "kb"):
        if number and number % _BYTES[unit[0]] == 0:
            return f"{int(number) // _BYTES[unit[0]]}{unit}"
    return str(int(number))


def _number_text(number: float) -> str:
    """The number in full, without an exponent and without needless zeros."""
    text = format(Decimal(repr(float(number))), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


_READERS: dict[str, Callable[[str, str, date], Read]] = {
    "name": _name,
    "in": _path,
    **dict.fromkeys(("after", "before", "date", "added"), _days),
    **dict.fromkeys(("type", "orientation", "has", "is"), _choice),
    **dict.fromkeys(("camera", "lens", "keyword"), _words),
    **dict.fromkeys(("size", "megapixels"), _amount),
    "near": _near,
}
