"""Dates: as EXIF and XMP write them, and as programs put them into file names."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime, timedelta, timezone

EARLIEST = 1826  # the year of the oldest photo
_RESET = {(1904, 1, 1), (1970, 1, 1), (1980, 1, 1)}  # what clocks say after the battery was out

Taken = tuple[float, int | None]
"""POSIX seconds, and minutes east of UTC where known."""

_EXIF = re.compile(r"\s*(\d{4})[:\-/.](\d{1,2})[:\-/.](\d{1,2})(?:[ T]+(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?)?")
_ISO = re.compile(
    r"\s*(\d{4})-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?)?)?\s*(Z|[+-]\d\d:?\d\d)?"
)
_OFFSET = re.compile(r"\s*([+-])(\d\d):?(\d\d)")
_NAME = re.compile(
    r"(?<!\d)((?:19|20)\d\d)([-_. ]?)(\d\d)\2(\d\d)"
    r"(?:(?:[-_. ,T]|\bat\b|\bum\b|à)*(\d\d|(?<!\d)\d)([-_.: h]?)(\d\d)\6(\d\d)"
    r"(?:[-_.]?(\d{3}))?"
    r"(?:\s*([AaPp])\.?[Mm])?)?"
    r"(?!\d)"
)
_EPOCH_NAME = re.compile(r"(?:FB_IMG_|mmexport|IMG_|Screenshot_|received_)(1\d{12})(?!\d)")


def offset_minutes(text: str) -> int | None:
    """Minutes east of UTC of "+02:00" or "Z"; None when it is none or beyond ±14:00."""
    if text.strip() == "Z":
        return 0
    match = _OFFSET.match(text)
    if match is None:
        return None
    minutes = int(match[2]) * 60 + int(match[3])
    if minutes > 14 * 60 or int(match[3]) > 59:
        return None
    return -minutes if match[1] == "-" else minutes


def from_exif(text: str, fraction: str, offset: str) -> Taken | None:
    """The moment of an EXIF date with its sub-seconds and offset; None when it makes no sense."""
    match = _EXIF.match(text)
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups())
    if match[4] is None:
        hour = 12
    return moment((year, month, day, hour, minute, second), fraction, offset_minutes(offset))


def from_iso(text: str) -> Taken | None:
    """The moment of an XMP (ISO 8601) date; a day without a time is taken at noon."""
    match = _ISO.match(text)
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(part) if part else 0 for part in match.groups()[:6])
    if match[4] is None:
        hour = 12
    offset = offset_minutes(match[8]) if match[8] else None
    return moment((year, month, day or 1, hour, minute, second), match[7] or "", offset)


def from_name(name: str) -> Taken | None:
    """The moment in a file's name: IMG_20210506_123456, 2021-05-06 12.34.56, PXL_ (which is UTC),
    Screenshot_, signal-, WhatsApp's IMG-20210506-WA0001 (noon of the day), FB_IMG_ and mmexport
    with milliseconds since 1970.
    """
    epoch = _EPOCH_NAME.search(name)
    if epoch is not None:
        seconds = int(epoch[1]) / 1000
        return (seconds, None) if believable(seconds) else None
    for match in _NAME.finditer(name):
        taken = _of_match(match, utc=name.startswith("PXL_"))
        if taken is not None:
            return taken
    return None


def _of_match(match: re.Match[str], *, utc: bool) -> Taken | None:
    year, month, day = int(match[1]), int(match[3]), int(match[4])
    if match[5] is None:
        return moment((year, month, day, 12, 0, 0), "", None)
    hour, minute, second = int(match[5]), int(match[7]), int(match[8])
    if match[10] is not None:
        hour = hour % 12 + (12 if match[10] in "pP" else 0)
    taken = moment((year, month, day, hour, minute, second), match[9] or "", 0 if utc else None)
    if taken is None:
        # Six digits that are no time: a counter. The day still counts.
        return moment((year, month, day, 12, 0, 0), "", None)
    return (taken[0], None)


def moment(parts: tuple[int, int, int, int, int, int], fraction: str, offset: int | None) -> Taken | None:
    """POSIX seconds of a calendar date; without an offset it is local time of this computer.

    None for dates that do not exist, are older than photography, lie in the future, or are what
    cameras say when their clock was never set.
    """
    year, month, day, hour, minute, second = parts
    if year < EARLIEST or ((year, month, day) in _RESET and (hour, minute) == (0, 0)):
        return None
    digits = fraction.strip()
    part = float(f"0.{digits}") if digits.isascii() and digits.isdigit() else 0.0
    try:
        when = datetime(year, month, day, hour, minute, min(second, 59))
        if offset is not None:
            seconds = when.replace(tzinfo=timezone(timedelta(minutes=offset))).timestamp()
        else:
            seconds = _local(when)
    except (ValueError, OverflowError):
        return None
    return (seconds + part, offset) if believable(seconds) else None


def believable(seconds: float) -> bool:
    """Not in the future (two days of grace for clocks and time zones)."""
    return seconds < time.time() + 2 * 86_400


def _local(when: datetime) -> float:
    try:
        return when.timestamp()
    except OSError:  # Windows knows no local time before 1970
        return when.replace(tzinfo=UTC).timestamp()
