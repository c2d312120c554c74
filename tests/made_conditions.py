"""Conditions on facts, chosen by chance over every field, for the photos of ``made_catalogue``."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, timedelta
from random import Random

import numpy as np

from core.catalogue import photo_facts, photos, words
from core.catalogue.store import Catalogue
from core.query.tree import AllOf, Amount, AnyOf, Condition, Days, Fact, Not, Place
from core.search.filters import Filters
from tests.made_catalogue import NOW

TODAY = datetime.fromtimestamp(NOW).date()
EPOCH = date(1970, 1, 1)


def filters_of(catalogue: Catalogue) -> Filters:
    """What the library asks its filters with, on the day ``TODAY``."""
    with catalogue.reading() as conn:
        facts, names, keywords = photo_facts.facts(conn), words.names(conn), words.keywords(conn)
        columns = photos.columns(conn)
    days = [(datetime.fromtimestamp(one).date() - EPOCH).days for one in facts.added_at]
    today = (TODAY - EPOCH).days
    return Filters(columns, facts, np.array(days, np.int32), names.like, keywords.holding, today)


def random_fact(random: Random) -> Fact:
    """One fact of any field."""
    field, values = random.choice(list(VALUES.items()))
    value = random.choice(values)
    return Fact(field, value.op if isinstance(value, Amount) else "=", value)


def random_condition(random: Random, depth: int = 3) -> Condition:
    """A tree of facts, at most so deep."""
    kind = random.random()
    if depth == 0 or kind < 0.4:
        return random_fact(random)
    if kind < 0.55:
        return Not(random_condition(random, depth - 1))
    items = tuple(random_condition(random, depth - 1) for _ in range(random.randint(2, 3)))
    return AllOf(items) if kind < 0.78 else AnyOf(items)


def spans() -> list[Days]:
    """Spans of days with and without ends, before 1970 too."""
    days = [None, date(1931, 5, 2), date(1969, 12, 31), EPOCH, date(1990, 1, 1), TODAY, TODAY - timedelta(6)]
    return [Days(first, end) for first in days for end in days if first is None or end is None or first < end]


NFD = unicodedata.normalize("NFD", "café")
VALUES: dict[str, tuple[object, ...]] = {
    "name": ("img_00*", "IMG_00?1.jpg", "café", NFD, "*ôle*", "[1", "*[1]*", "STRASSE", "*.jpg", "a/b", "two", "?*"),
    "in": (
        *("Trips/Norway", "norway", "/pictures/two", "/", "/pictures/one/inner", "oslo", "one", "ter", "Grün"),
        *(unicodedata.normalize("NFD", "ünder/grün"), "odd \udcff", "C:", "trips//norway/"),
    ),
    "taken": tuple(spans()),
    "added": tuple(spans()),
    "type": ("jpeg", "png", "heic", "raw", "tiff"),
    "camera": ("pixel", "PIXEL 6", "pixel 6 pro", unicodedata.normalize("NFD", "caméra ö"), "leica"),
    "lens": ("50MM", "canon", "mm"),
    "orientation": ("portrait", "landscape", "square"),
    "size": (Amount("<", 10), Amount("<=", 10), Amount(">", 2_000_000), Amount(">=", 2_000_000), Amount("=", 0),
             Amount("..", 10, 2_000_000), Amount("..", 10)),
    "megapixels": (Amount(">", 12), Amount("=", 12.0), Amount("<", 1.03), Amount("..", 0.97, 1.029)),
    "near": (Place(59.9, 10.7, 20.0), Place(0, 180, 5), Place(0, -179.99, 1000), Place(90, 0, 1.0), Place(0, 0, 25_000)),
    "has": ("place", "keywords", "caption", "date", "camera"),
    "is": ("favourite", "hidden", "duplicate", "raw", "offline", "new"),
    "keyword": (
        *("beach", "red boat", "boat norway", "BOAT", "norway", "strasse", "❤", "★", "cafe creme", "c++", "words"),
        *("nwords", "quo ted", "fjallraven", "北京", "snow man", "boats", "boat s wake", "alesund", "fish", "red, boat"),
    ),
}  # fmt: skip
