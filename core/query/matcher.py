"""What a condition means, one photo at a time: slow and obvious, to test faster ways against."""

from __future__ import annotations

import fnmatch
import math
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from core.query.tree import AllOf, Amount, AnyOf, Condition, Days, Fact, Not, Place

EARTH_KM = 6371.0088
"""The mean radius of the earth."""

NEARLY_SQUARE = 0.03
"""A picture is square when width ÷ height differs from 1 by less than this."""


@dataclass(frozen=True)
class PhotoFacts:
    """What is known of one photo.

    ``folder`` is the path of the directory that holds it, ``path`` that with its ``name``. ``taken`` and
    ``added`` are local days, None when unknown. ``dated``: the day is more than that of the file (None:
    wherever a day is known). ``width`` and ``height`` are as shown, 0 when unknown; ``size`` is in bytes.
    ``duplicate``: another photo has the same bytes. ``offline``: its folder cannot be reached. ``new``: it
    came in within seven days.
    """

    name: str = ""
    path: str = ""
    folder: str = ""
    taken: date | None = None
    added: date | None = None
    format: str = ""
    camera: str | None = None
    lens: str | None = None
    width: int = 0
    height: int = 0
    size: int = 0
    latitude: float | None = None
    longitude: float | None = None
    keywords: tuple[str, ...] = ()
    caption: str | None = None
    favourite: bool = False
    hidden: bool = False
    duplicate: bool = False
    raw: bool = False
    offline: bool = False
    new: bool = False
    dated: bool | None = None


def matches(condition: Condition | None, photo: PhotoFacts) -> bool:
    """True when the condition is true of the photo; no condition is true of every photo.

    A fact that is unknown of a photo does not match, so its opposite does: ``-date:2019`` finds photos
    without a date too.
    """
    match condition:
        case None:
            return True
        case Not(item):
            return not matches(item, photo)
        case AllOf(items):
            return all(matches(item, photo) for item in items)
        case AnyOf(items):
            return any(matches(item, photo) for item in items)
        case Fact():
            return _FACTS[condition.field](condition, photo)


def name_matches(pattern: str, name: str) -> bool:
    """With ``*`` (any characters) or ``?`` (one) the pattern has to fit the whole file name, its ending
    too; other text has to stand somewhere in it. Case does not count, nor how an accent is stored, and no
    other sign is special.
    """
    pattern, name = folded(pattern), folded(name)
    if "*" not in pattern and "?" not in pattern:
        return pattern in name
    return re.match(fnmatch.translate(pattern.replace("[", "[[]")), name) is not None


def inside(wanted: str, folder: str) -> bool:
    """A whole path matches that folder and all below it. Other text matches wherever these folders
    follow each other in the path: "Trips/Norway" matches /home/a/Trips/Norway and what is below it, not
    /home/a/Trips/Norway2. Case does not count, nor how an accent is stored.
    """
    steps, have = _steps(wanted), _steps(folder)
    if wanted.startswith("/") or re.match(r"[A-Za-z]:(?:/|$)", wanted):
        return have[: len(steps)] == steps
    return any(have[at : at + len(steps)] == steps for at in range(len(have) - len(steps) + 1))


def folded(text: str) -> str:
    """Text without case, and with its accents in one piece, as macOS does not store them."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).casefold())


def keyword_matches(wanted: str, keywords: tuple[str, ...], caption: str | None) -> bool:
    """The whole keyword, or whole words side by side within one keyword or the caption. Case, accents
    and what stands between the words do not count.
    """
    asked = _words(wanted)
    for text in (*keywords, caption or ""):
        have = _words(text)
        if asked and any(have[at : at + len(asked)] == asked for at in range(len(have) - len(asked) + 1)):
            return True
    return folded(wanted) in map(folded, keywords)


def distance_km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """The way along the surface of the globe between two points given in degrees."""
    north, other_north = math.radians(latitude), math.radians(other_latitude)
    height = math.sin((other_north - north) / 2) ** 2
    width = math.sin(math.radians(other_longitude - longitude) / 2) ** 2
    chord = height + math.cos(north) * math.cos(other_north) * width
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, chord)))


def _on_day(fact: Fact, day: date | None) -> bool:
    assert isinstance(fact.value, Days)
    return day is not None and fact.value.holds(day)


def _text(fact: Fact) -> str:
    assert isinstance(fact.value, str)
    return fact.value


def _holds(fact: Fact, number: float) -> bool:
    assert isinstance(fact.value, Amount)
    return fact.value.holds(number)


def _in_text(fact: Fact, text: str | None) -> bool:
    """The words stand somewhere in the text. Case does not count."""
    return text is not None and folded(_text(fact)) in folded(text)


def _orientation(fact: Fact, photo: PhotoFacts) -> bool:
    if photo.width <= 0 or photo.height <= 0:
        return False
    if abs(photo.width / photo.height - 1) < NEARLY_SQUARE:
        return fact.value == "square"
    return fact.value == ("landscape" if photo.width > photo.height else "portrait")


def _near(fact: Fact, photo: PhotoFacts) -> bool:
    """At most so many kilometres away, along the globe."""
    place = fact.value
    assert isinstance(place, Place)
    if photo.latitude is None or photo.longitude is None:
        return False
    return distance_km(place.latitude, place.longitude, photo.latitude, photo.longitude) <= place.km


def _has(fact: Fact, photo: PhotoFacts) -> bool:
    return {
        "place": photo.latitude is not None and photo.longitude is not None,
        "keywords": bool(photo.keywords),
        "caption": bool(photo.caption),
        "date": photo.taken is not None if photo.dated is None else photo.dated,
        "camera": bool(photo.camera),
    }[_text(fact)]


def _is(fact: Fact, photo: PhotoFacts) -> bool:
    return {
        "favourite": photo.favourite,
        "hidden": photo.hidden,
        "duplicate": photo.duplicate,
        "raw": photo.raw,
        "offline": photo.offline,
        "new": photo.new,
    }[_text(fact)]


_FACTS: dict[str, Callable[[Fact, PhotoFacts], bool]] = {
    "name": lambda fact, photo: name_matches(_text(fact), photo.name),
    "in": lambda fact, photo: inside(_text(fact), photo.folder),
    "taken": lambda fact, photo: _on_day(fact, photo.taken),
    "added": lambda fact, photo: _on_day(fact, photo.added),
    "type": lambda fact, photo: photo.raw if fact.value == "raw" else photo.format == fact.value,
    "camera": lambda fact, photo: _in_text(fact, photo.camera),
    "lens": lambda fact, photo: _in_text(fact, photo.lens),
    "orientation": _orientation,
    "size": lambda fact, photo: _holds(fact, photo.size),
    "megapixels": lambda fact, photo: _holds(fact, photo.width * photo.height / 1e6),
    "has": _has,
    "is": _is,
    "near": _near,
    "keyword": lambda fact, photo: keyword_matches(_text(fact), photo.keywords, photo.caption),
}


def _steps(path: str) -> list[str]:
    return [step for step in folded(path).split("/") if step]


def _words(text: str) -> list[str]:
    """Letters and digits in a row, without case and accents."""
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", text.casefold())
        if not unicodedata.combining(letter)
    )
    return re.findall(r"[^\W_]+", plain)
