"""A photo's facts in the words and numbers of this locale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTimeZone

if TYPE_CHECKING:
    from core.library.values import PhotoInfo

translate = QCoreApplication.translate


def moment(taken_at: float | None, offset: int | None) -> QDateTime | None:
    """When a photo was taken, by the clock of the place it was taken at; None when that is unknown."""
    if taken_at is None:
        return None
    seconds = int(taken_at // 1)
    if offset is None:
        return QDateTime.fromSecsSinceEpoch(seconds)
    return QDateTime.fromSecsSinceEpoch(seconds, QTimeZone.fromSecondsAheadOfUtc(60 * offset))


def day(when: QDateTime) -> str:
    """Weekday and date in full."""
    return QLocale().toString(when.date(), QLocale.FormatType.LongFormat)


def clock(when: QDateTime) -> str:
    """Hours and minutes."""
    return QLocale().toString(when.time(), QLocale.FormatType.ShortFormat)


def short_day(row: PhotoInfo) -> str:
    """The date for a caption."""
    when = moment(row.taken_at, row.taken_offset)
    return QLocale().toString(when.date(), QLocale.FormatType.ShortFormat) if when is not None else ""


def iso(date: QDate) -> str:
    """A date as the query language writes it."""
    return f"{date.year():04}-{date.month():02}-{date.day():02}"


def source(name: str | None) -> str:
    """How the date is known."""
    said = {
        "exif": translate("Facts", "from the camera"),
        "xmp": translate("Facts", "from the photo's description"),
        "name": translate("Facts", "from the file's name"),
        "mtime": translate("Facts", "from the file's date"),
    }
    return said.get(name or "", "")


def dimensions(row: PhotoInfo) -> str:
    """Width × height."""
    if not row.width or not row.height:
        return ""
    number = QLocale().toString
    return f"{number(row.width)} × {number(row.height)}"


def megapixels(row: PhotoInfo) -> str:
    """How many million pixels."""
    if not row.width or not row.height:
        return ""
    millions = row.width * row.height / 1e6
    number = QLocale().toString(millions, "f", 1 if millions < 99.5 else 0)
    return translate("Facts", "{number} MP").format(number=number)


def size(row: PhotoInfo) -> str:
    """Of the file."""
    return QLocale().formattedDataSize(row.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def place(latitude: float, longitude: float) -> str:
    """Coordinates to be read."""

    def part(value: float, positive: str, negative: str) -> str:
        number = QLocale().toString(abs(value), "f", 5)
        return f"{number}° {positive if value >= 0 else negative}"

    north, south = translate("Facts", "N", "north"), translate("Facts", "S", "south")
    east, west = translate("Facts", "E", "east"), translate("Facts", "W", "west")
    return f"{part(latitude, north, south)}, {part(longitude, east, west)}"


def place_to_copy(latitude: float, longitude: float) -> str:
    """Coordinates as every map takes them."""
    return f"{latitude:.6f}, {longitude:.6f}"


def altitude(metres: float) -> str:
    """Height above the sea."""
    return translate("Facts", "{number} m above the sea").format(number=QLocale().toString(round(metres)))


def name_of(row: PhotoInfo) -> str:
    """The file's name on one line."""
    return row.name.replace("\n", "␤")
