"""Conditions on facts, answered for all photos at once: a tree becomes one mask over the columns.

What a fact means is said by ``core.query.matcher``, the slow and obvious reference.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from core.catalogue.photo_facts import PhotoFacts
from core.catalogue.words import folded
from core.query.matcher import EARTH_KM, NEARLY_SQUARE
from core.query.tree import AllOf, Amount, AnyOf, Condition, Days, Fact, Not, Place, facts_of
from core.search.scope import Columns

Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]

NEW_DAYS = 7  # a photo is new for a week
ORIENTATIONS = ("landscape", "portrait", "square")

_EPOCH = date(1970, 1, 1).toordinal()
_MEGA = 1e6
_REMEMBERED = 64  # facts, a byte for each photo


class Marked(Columns, Protocol):
    """Columns that also know what the person marked, when photos were taken, and where they lie."""

    @property
    def favourite(self) -> Bools:
        """True for favourites."""
        ...

    @property
    def taken_at(self) -> NDArray[np.float64]:
        """POSIX seconds, NaN unknown."""
        ...

    @property
    def folder_id(self) -> NDArray[np.int32]:
        """The watched folder."""
        ...


class Filters:
    """Answers conditions over one state of the library; any thread may ask.

    ``columns``: the photos that can be shown. ``facts``: facts of these and perhaps other photos.
    ``added_day`` int32[m]: local days since 1970-01-01 on which the photos of ``facts`` came in.
    ``named`` and ``keyworded`` give ascending photo ids for a file name or pattern, and for a keyword;
    ``today`` is the local day, for what is new.
    """

    def __init__(
        self,
        columns: Marked,
        facts: PhotoFacts,
        added_day: NDArray[np.int32],
        named: Callable[[str], Ints],
        keyworded: Callable[[str], Ints],
        today: int,
    ) -> None:
        self.columns = columns
        self.facts = facts
        self._named = named
        self._keyworded = keyworded
        self._today = today
        place = np.searchsorted(facts.photo_id, columns.photo_id)
        place = np.minimum(place, max(len(facts.photo_id) - 1, 0))
        # A photo that came in between the two readings has no facts yet, so nothing is true of it.
        self.known: Bools = (
            facts.photo_id[place] == columns.photo_id if len(facts.photo_id) else np.zeros(len(place), bool)
        )
        self._place = place
        self._added_day = added_day
        self._remembered: dict[Fact, Bools] = {}

    def mask(self, condition: Condition | None) -> Bools:
        """Which photos the condition lets through, bool[n]. Hidden ones only when it speaks of them."""
        if condition is None:
            return self.visible
        return self.bare(condition) if speaks_of_hidden(condition) else self.bare(condition) & self.visible

    def bare(self, condition: Condition | None) -> Bools:
        """The same with hidden photos among them in any case."""
        match condition:
            case None:
                return np.ones(len(self._place), np.bool_)
            case Fact():
                return self.fact(condition)
            case Not():
                return ~self.bare(condition.item)
            case AllOf():
                return np.asarray(np.logical_and.reduce([self.bare(item) for item in condition.items]))
            case AnyOf():
                return np.asarray(np.logical_or.reduce([self.bare(item) for item in condition.items]))

    def fact(self, fact: Fact) -> Bools:
        """Of which photos this is true, bool[n]; hidden ones among them. Not to be written to."""
        known = self._remembered.get(fact)
        if known is None:
            known = self._answer(fact)
            known.flags.writeable = False
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            self._remembered[fact] = known
        return known

    @cached_property
    def visible(self) -> Bools:
        """The photos that are not hidden, bool[n]."""
        return ~self.columns.hidden

    @cached_property
    def duplicate(self) -> Bools:
        """True for photos with the same bytes as another one that can be shown, bool[n]."""
        _, back, number = np.unique(self.columns.content_id, return_inverse=True, return_counts=True)
        return np.asarray(number[back] > 1)

    @cached_property
    def orientation(self) -> NDArray[np.int8]:
        """Places in ``ORIENTATIONS``, -1 unknown, int8[n]."""
        width, height = self.column("width"), self.column("height")
        kind = np.where(width > height, 0, 1).astype(np.int8)
        measured = (width > 0) & (height > 0) & self.known
        kind[np.abs(width / np.maximum(height, 1) - 1) < NEARLY_SQUARE] = 2
        kind[~measured] = -1
        return kind

    @cached_property
    def month(self) -> NDArray[np.int64]:
        """Months since January 1970 in which the photos were taken, int64[n]; chance where unknown."""
        return self.columns.day.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)

    def column(self, name: str) -> NDArray[Any]:
        """A column of the facts, in the order of the columns; what it says where not ``known`` is chance."""
        return self._taken_from(getattr(self.facts, name))

    def _answer(self, fact: Fact) -> Bools:
        value = fact.value
        if isinstance(value, Days):
            days = self.columns.day if fact.field == "taken" else self._taken_from(self._added_day)
            known = ~np.isnan(self.columns.taken_at) if fact.field == "taken" else self.known
            return np.asarray(_within(days, value) & known)
        if isinstance(value, Amount):
            return self._amount(fact.field, value) & self.known
        if isinstance(value, Place):
            return self._near(value) & self.known
        return self._text(fact.field, value)

    def _text(self, field: str, value: str) -> Bools:
        facts = self.facts
        match field:
            case "name":
                return self._among(self._named(value))
            case "keyword":
                return self._among(self._keyworded(value))
            case "orientation":
                return np.asarray(self.orientation == ORIENTATIONS.index(value))
            case "in":
                return self._coded("directory", facts.inside(value))
            case "type":
                return self._coded("format", _fitting(facts.formats, lambda name: name == value))
            case "camera" | "lens":
                wanted = folded(value)
                names = facts.cameras if field == "camera" else facts.lenses
                return self._coded(field, _fitting(names, lambda name: wanted in folded(name)))
            case "has":
                return self._has(value)
        return self._is(value)

    def _has(self, value: str) -> Bools:
        facts = self.facts
        if value == "place":
            found: Bools = ~(np.isnan(facts.latitude) | np.isnan(facts.longitude))
        elif value == "camera":
            found = facts.camera >= 0
        else:
            found = {"keywords": facts.keywords, "caption": facts.captions, "date": facts.dated}[value]
        return np.asarray(self._taken_from(found) & self.known)

    def _is(self, value: str) -> Bools:
        match value:
            case "favourite":
                return self.columns.favourite.copy()
            case "hidden":
                return self.columns.hidden.copy()
            case "duplicate":
                return self.duplicate.copy()
            case "raw":
                return self._text("type", "raw")
            case "offline":
                return np.asarray(self._taken_from(self.facts.offline) & self.known)
        return np.asarray((self._taken_from(self._added_day) > self._today - NEW_DAYS) & self.known)

    def _amount(self, field: str, amount: Amount) -> Bools:
        facts = self.facts
        numbers = (
            facts.size.astype(np.float64)
            if field == "size"
            else facts.width.astype(np.float64) * facts.height / _MEGA
        )
        return np.asarray(self._taken_from(_holding(numbers, amount)))

    def _near(self, place: Place) -> Bools:
        facts = self.facts
        away = distance_km(facts.latitude, facts.longitude, place.latitude, place.longitude)
        return np.asarray(self._taken_from(away <= place.km))

    def _among(self, photo_ids: Ints) -> Bools:
        """Which photos have these ids, which ascend."""
        if not len(photo_ids):
            return np.zeros(len(self._place), np.bool_)
        place = np.minimum(np.searchsorted(photo_ids, self.columns.photo_id), len(photo_ids) - 1)
        return np.asarray(photo_ids[place] == self.columns.photo_id)

    def _coded(self, name: str, wanted: Bools) -> Bools:
        """Photos whose code in a column of the facts is wanted; -1 (none) never is."""
        return np.asarray(self._taken_from(np.append(wanted, False)[getattr(self.facts, name)]) & self.known)

    def _taken_from(self, of_facts: NDArray[Any]) -> NDArray[Any]:
        """A column of the facts, put in the order of the columns."""
        return of_facts[self._place] if len(of_facts) else np.zeros(len(self._place), of_facts.dtype)


def speaks_of_hidden(condition: Condition | None) -> bool:
    """True when a condition asks for hidden photos, or for none: they are not left out by themselves then."""
    return any(fact.field == "is" and fact.value == "hidden" for fact in facts_of(condition))


def _fitting(names: tuple[str, ...], fits: Callable[[str], bool]) -> Bools:
    return np.fromiter(map(fits, names), np.bool_, len(names))


def _holding(numbers: NDArray[np.float64], amount: Amount) -> Bools:
    low = amount.number
    if amount.op == "..":
        upto = -np.inf if amount.upto is None else amount.upto
        return np.asarray((numbers >= low) & (numbers <= upto))
    compare = {
        "<": np.less,
        "<=": np.less_equal,
        ">": np.greater,
        ">=": np.greater_equal,
        "=": np.equal,
    }[amount.op]
    return np.asarray(compare(numbers, low))


def _within(days: NDArray[Any], wanted: Days) -> Bools:
    first = -(2**31) if wanted.first is None else wanted.first.toordinal() - _EPOCH
    end = 2**31 if wanted.end is None else wanted.end.toordinal() - _EPOCH
    return np.asarray((days >= first) & (days < end))


def distance_km(
    latitude: NDArray[np.float64], longitude: NDArray[np.float64], to_latitude: float, to_longitude: float
) -> NDArray[np.float64]:
    """Great-circle distances (haversine formula) from places in degrees to one place; NaN stays NaN."""
    north, east = np.radians(latitude), np.radians(longitude)
    to_north, to_east = np.radians(to_latitude), np.radians(to_longitude)
    half = (
        np.sin((north - to_north) / 2) ** 2
        + np.cos(north) * np.cos(to_north) * np.sin((east - to_east) / 2) ** 2
    )
    return np.asarray(2 * EARTH_KM * np.arcsin(np.sqrt(np.clip(half, 0, 1))))
