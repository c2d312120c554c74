"""What an answer can be narrowed by: values with the number of photos each would leave."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.query.tree import AllOf, AnyOf, Condition, Fact, Not, all_of
from core.search.filters import Filters

Bools = NDArray[np.bool_]
Count = tuple[str, str, int]
"""Value in the query language, label, photos."""

_MOST = 60  # values of one field
_HAS = ("place", "keywords", "caption")
_IS = ("favourite", "raw", "duplicate", "new", "offline", "hidden")


@dataclass(frozen=True)
class Counted:
    """``months``: (days since 1970-01-01 of the month's first, photos); ``fields``: field → counts."""

    months: tuple[tuple[int, int], ...]
    fields: dict[str, tuple[Count, ...]]
    photos: int


def count(filters: Filters, condition: Condition | None, among: Bools | None, roots: list[bytes]) -> Counted:
    """Count every value over the photos that pass all conditions on other fields.

    ``among`` bool[n]: the matches of the query's words, None without words. ``roots``: the watched
    folders' paths, whose parts are counted as folders.
    """

    def passing(field: str) -> Bools:
        mask = filters.mask(without(condition, field))
        return mask if among is None else mask & among

    whole = filters.mask(condition)
    whole = whole if among is None else whole & among
    facts, place = filters.facts, filters.place
    fields = {
        "type": _coded(facts.format[place] if len(facts.format) else None, facts.formats, passing("type")),
        "camera": _coded(
            facts.camera[place] if len(facts.camera) else None, facts.cameras, passing("camera")
        ),
        "in": _folders(filters, passing("in"), roots),
        "orientation": _kinds(filters, "orientation", ("landscape", "portrait", "square"), passing),
        "has": _kinds(filters, "has", _HAS, lambda _: whole),
        "is": _kinds(filters, "is", _IS, lambda _: whole),
    }
    return Counted(_months(filters.columns.day[passing("taken")]), fields, int(np.count_nonzero(whole)))


def without(condition: Condition | None, field: str) -> Condition | None:
    """The condition with everything left out that speaks of this field alone, at its outermost level."""
    if condition is None:
        return None
    items = condition.items if isinstance(condition, AllOf) else (condition,)
    return all_of(item for item in items if _fields(item) != {field})


def _fields(condition: Condition) -> set[str]:
    match condition:
        case Fact():
            return {condition.field}
        case Not():
            return _fields(condition.item)
        case AllOf() | AnyOf():
            return set().union(*(_fields(item) for item in condition.items))


def _coded(codes: NDArray[np.int32] | None, names: tuple[str, ...], mask: Bools) -> tuple[Count, ...]:
    if codes is None:
        return ()
    chosen = codes[mask]
    numbers = np.bincount(chosen[chosen >= 0], minlength=len(names))
    order = sorted(range(len(names)), key=lambda at: (-numbers[at], names[at].casefold()))
    return tuple((names[at], names[at], int(numbers[at])) for at in order[:_MOST])


def _kinds(
    filters: Filters, field: str, values: tuple[str, ...], passing: Callable[[str], Bools]
) -> tuple[Count, ...]:
    mask = passing(field)
    found = []
    for value in values:
        base = mask
        if value == "hidden":
            base = np.ones(len(mask), np.bool_)
        number = int(np.count_nonzero(filters.fact(Fact(field, "=", value)) & base))
        found.append((value, value, number))
    return tuple(found)


def _folders(filters: Filters, mask: Bools, roots: list[bytes]) -> tuple[Count, ...]:
    """Watched folders and the folders directly in them, with all that lies below."""
    facts = filters.facts
    codes = facts.directory[filters.place[mask & filters.known]] if len(facts.directory) else facts.directory
    numbers = np.bincount(codes[codes >= 0], minlength=len(facts.directories))
    found: dict[bytes, int] = {}
    separator = os.fsencode(os.sep)
    for directory, number in zip(facts.directories, numbers, strict=True):
        if not number:
            continue
        root = next((one for one in roots if directory.startswith(one.rstrip(separator) + separator)), None)
        if root is None:
            continue
        found[root] = found.get(root, 0) + int(number)
        below = directory[len(root.rstrip(separator)) + 1 :].split(separator)[0]
        if below:
            child = root.rstrip(separator) + separator + below
            found[child] = found.get(child, 0) + int(number)
    counts = [(os.fsdecode(path), _shown(path), number) for path, number in found.items()]
    return tuple(sorted(counts, key=lambda one: (-one[2], one[0]))[:_MOST])


def _shown(path: bytes) -> str:
    return os.path.basename(path.rstrip(b"/\\")).decode("utf-8", "replace") or path.decode("utf-8", "replace")


def _months(days: NDArray[np.int32]) -> tuple[tuple[int, int], ...]:
    known = days[days >= 0].astype("datetime64[D]").astype("datetime64[M]")
    months, numbers = np.unique(known, return_counts=True)
    firsts = months.astype("datetime64[D]").astype(np.int64)
    return tuple((int(day), int(number)) for day, number in zip(firsts, numbers, strict=True))
