"""The part of a photo that ``like:`` may name behind its path: ``#at=x,y;x,y`` or ``#xywh=percent:x,y,w,h``.

All numbers are percent of the photo's width and height. ``at`` names the regions under points; ``xywh`` is a
box as in W3C's media fragments.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

Point = tuple[float, float]
Box = tuple[float, float, float, float]

MOST_POINTS = 16

_NUMBER = r"\d{1,3}(?:\.\d{1,6})?"
_AT = re.compile(rf"#at=({_NUMBER},{_NUMBER}(?:;{_NUMBER},{_NUMBER})*)$", re.IGNORECASE)
_BOX = re.compile(rf"#xywh=percent:({_NUMBER}(?:,{_NUMBER}){{3}})$", re.IGNORECASE)


@dataclass(frozen=True)
class Fragment:
    """A part of a photo: ``points`` in its regions, or a ``box`` (left, top, width, height), 0 to 1."""

    points: tuple[Point, ...] = ()
    box: Box | None = None


def split(value: str) -> tuple[str, Fragment | None]:
    """The path and the part that a value of ``like:`` names.

    What is no such fragment, or lies outside the photo, belongs to the path. Whether a file has the whole
    value as its name is for the caller to look at first.
    """
    if found := _AT.search(value):
        points = tuple((x / 100, y / 100) for x, y in (_numbers(pair) for pair in found[1].split(";")))
        if len(points) <= MOST_POINTS and all(x <= 1 and y <= 1 for x, y in points):
            return value[: found.start()], Fragment(points)
    elif found := _BOX.search(value):
        left, top, width, height = (number / 100 for number in _numbers(found[1]))
        if width > 0 and height > 0 and left + width <= 1 + 1e-9 and top + height <= 1 + 1e-9:
            return value[: found.start()], Fragment(box=(left, top, width, height))
    return value, None


def with_points(path: str, points: Sequence[Point]) -> str:
    """The value that names the regions under these points (0 to 1 of the photo); the path without any."""
    if not points:
        return path
    return f"{path}#at=" + ";".join(f"{_percent(x)},{_percent(y)}" for x, y in points[:MOST_POINTS])


def with_box(path: str, box: Box) -> str:
    """The value that names a box (left, top, width, height; 0 to 1 of the photo), kept inside the photo."""
    left, top = (min(0.999, max(0.0, number)) for number in box[:2])
    width, height = min(max(box[2], 0.001), 1 - left), min(max(box[3], 0.001), 1 - top)
    return f"{path}#xywh=percent:" + ",".join(_percent(number) for number in (left, top, width, height))


def _numbers(text: str) -> list[float]:
    return [float(number) for number in text.split(",")]


def _percent(share: float) -> str:
    """Percent with up to two digits behind the point, none of them needless; rounded down."""
    return f"{min(100.0, max(0.0, int(share * 1e4 + 1e-6) / 100)):.2f}".rstrip("0").rstrip(".")
