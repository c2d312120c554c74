"""Conditions on facts, answered for all photos at once: a tree becomes one mask over the columns.

What a fact means is said by ``core.query.matcher``, the slow and obvious reference.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from core.catalogue.photo_facts import PhotoFacts, inside
from core.query.tree import AllOf, Amount, AnyOf, Condition, Days, Fact, Not, Place, facts_of
from core.search.scope import Columns

Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]

EARTH_KM = 6371.0088
_EPOCH = date(1970, 1, 1).toordinal()
_SQUARE = 0.03  # sides that differ by less are equal to the eye
MEGA = 1e6


class Marked(Columns, Protocol):
    """Columns that also know what the person marked."""

    @property
    def favourite(self) -> Bools:
        """True for favourites."""
        ...

    @property
    def taken_at(self) -> NDArray[np.float64]:
        """POSIX seconds, NaN unknown."""
        ...


class Filters:
    """Answers conditions over one state of the library.

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
        self.place = place
        self._added_day = added_day

    def mask(self, condition: Condition | None) -> Bools:
        """Which photos the condition lets through, bool[n]. Hidden ones only when it speaks of them."""
        shown = ~self.columns.hidden
        if condition is None:
            return shown
        spoken = any(fact.field == "is" and fact.value == "hidden" for fact in facts_of(condition))
        found = self._of(condition)
        return found if spoken else found & shown

    def _of(self, condition: Condition) -> Bools:
        match condition:
            case Fact():
                return self.fact(condition)
            case Not():
                return ~self._of(condition.item)
            case AllOf():
                return np.asarray(np.logical_and.reduce([self._of(item) for item in condition.items]))
            case AnyOf():
                return np.asarray(np.logical_or.reduce([self._of(item) for item in condition.items]))

    def fact(self, fact: Fact) -> Bools:
        """Of which photos this is true, bool[n]; hidden ones among them."""
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
        if field == "name":
            return np.isin(self.columns.photo_id, self._named(value))
        if field == "keyword":
            return np.isin(self.columns.photo_id, self._keyworded(value))
        if field == "orientation":
            return np.asarray(self.orientation() == ("landscape", "portrait", "square").index(value))
        if field == "in":
            return self._coded(self.facts.directory, inside(self.facts.directories, value))
        if field == "type":
            return self._coded(
                self.facts.format, np.array([one == value for one in self.facts.formats], bool)
            )
        if field in ("camera", "lens"):
            codes, names = (
                (self.facts.camera, self.facts.cameras)
                if field == "camera"
                else (self.facts.lens, self.facts.lenses)
            )
            wanted = value.casefold()
            fits = np.array([wanted in name.casefold() for name in names], bool)
            return self._coded(codes, fits)
        return self._has(value) if field == "has" else self._is(value)

    def _has(self, value: str) -> Bools:
        facts = self.facts
        if value == "place":
            found: Bools = ~np.isnan(facts.latitude)
        elif value == "camera":
            found = facts.camera >= 0
        elif value == "date":
            found = facts.dated
        else:
            found = {"keywords": facts.keywords, "caption": facts.captions}[value]
        return np.asarray(self._taken_from(found) & self.known)

    def _is(self, value: str) -> Bools:
        if value == "favourite":
            return self.columns.favourite
        if value == "hidden":
            return self.columns.hidden
        if value == "duplicate":
            return self.duplicate()
        if value == "raw":
            raws = np.array([one == "raw" for one in self.facts.formats], bool)
            return self._coded(self.facts.format, raws)
        if value == "offline":
            return np.asarray(self._taken_from(self.facts.offline) & self.known)
        return np.asarray((self._taken_from(self._added_day) > self._today - NEW_DAYS) & self.known)

    def duplicate(self) -> Bools:
        """True for photos with the same bytes as another one that can be shown."""
        _, back, number = np.unique(self.columns.content_id, return_inverse=True, return_counts=True)
        return np.asarray(number[back] > 1)

    def orientation(self) -> NDArray[np.int8]:
        """0 landscape, 1 portrait, 2 square, int8[n]."""
        aspect = self.columns.aspect
        kind = np.where(aspect > 1, 0, 1).astype(np.int8)
        kind[np.abs(aspect - 1) < _SQUARE] = 2
        return kind

    def _amount(self, field: str, amount: Amount) -> Bools:
        facts = self.facts
        numbers = (
            facts.size.astype(np.float64)
            if field == "size"
            else facts.width.astype(np.float64) * facts.height / MEGA
        )
        found = _fitting(numbers, amount)
        return np.asarray(self._taken_from(found))

    def _near(self, place: Place) -> Bools:
        facts = self.facts
        away = distance_km(facts.latitude, facts.longitude, place.latitude, place.longitude)
        return np.asarray(self._taken_from(away <= place.km))

    def _coded(self, codes: NDArray[np.int32], wanted: Bools) -> Bools:
        """Photos whose code is wanted; -1 (none) never is."""
        return np.asarray(self._taken_from(np.append(wanted, False)[codes]) & self.known)

    def _taken_from(self, of_facts: NDArray[Any]) -> NDArray[Any]:
        """A column of the facts, put in the order of the columns."""
        return of_facts[self.place] if len(of_facts) else np.zeros(len(self.place), of_facts.dtype)


NEW_DAYS = 7  # a photo is new for a week


def _fitting(numbers: NDArray[np.float64], amount: Amount) -> Bools:
    low = amount.number
    if amount.op == "..":
        return np.asarray((numbers >= low) & (numbers <= (low if amount.upto is None else amount.upto)))
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
    end = 2**31 - 1 if wanted.end is None else wanted.end.toordinal() - _EPOCH
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
