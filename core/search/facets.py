"""What an answer can be narrowed by: values with the number of photos each would leave."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.catalogue.photo_facts import PhotoFacts, plain_path
from core.catalogue.words import folded
from core.query.tree import AllOf, AnyOf, Condition, Fact, Not, all_of
from core.search.filters import ORIENTATIONS, Bools, Filters

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


@dataclass(frozen=True)
class Places:
    """Folders that can be counted: the watched ones, and those directly in them with all that lies below.

    ``folders``: paths. ``directory`` and ``folder``: int64[m] pairs, a directory of the facts and a folder it
    lies in, as places in either list.
    """

    folders: tuple[bytes, ...]
    directory: NDArray[np.int64]
    folder: NDArray[np.int64]

    @classmethod
    def of(cls, facts: PhotoFacts, roots: Sequence[bytes]) -> Places:
        """The folders of these watched ones' paths, in a library with these facts."""
        separator = os.fsencode(os.sep)
        known: dict[str, int] = {}
        folders: list[bytes] = []
        pairs: list[tuple[int, int]] = []
        tops = [(root.rstrip(separator), plain_path(os.fsdecode(root))) for root in roots]
        for number, plain in enumerate(facts.plain_directories):
            steps = facts.directories[number].split(separator)
            for root, top in tops:
                if not plain.startswith(top):
                    continue
                depth = root.count(separator) + 1
                for name, path in _chain(plain, top, steps, depth):
                    if name not in known:
                        known[name] = len(folders)
                        folders.append(separator.join(path) or separator)
                    pairs.append((number, known[name]))
        table = np.array(sorted(set(pairs)), np.int64).reshape(-1, 2)
        return cls(tuple(folders), table[:, 0], table[:, 1])


def _chain(plain: str, top: str, steps: list[bytes], depth: int) -> list[tuple[str, list[bytes]]]:
    """The watched folder and the one directly in it, as compared and as written."""
    found = [(top, steps[:depth])]
    below = plain[len(top) :].split("/")[0]
    if below:
        found.append((f"{top}{below}/", steps[: depth + 1]))
    return found


def count(filters: Filters, condition: Condition | None, among: Bools | None, places: Places) -> Counted:
    """Count every value over the photos that pass all conditions on other fields.

    ``among`` bool[n]: the matches of the query's words, hidden ones too, None without words.
    """

    def passing(field: str) -> Bools:
        mask = filters.mask(without(condition, field))
        return mask if among is None else mask & among

    whole = filters.mask(condition)
    every = filters.bare(condition)  # what is left when hidden photos are asked for too
    if among is not None:
        whole, every = whole & among, every & among
    facts = filters.facts
    fields = {
        "type": _coded(filters, "format", facts.formats, passing("type")),
        "camera": _cameras(filters, passing("camera")),
        "in": _folders(filters, passing("in"), places),
        "orientation": _kinds(filters, "orientation", ORIENTATIONS, passing("orientation")),
        "has": _kinds(filters, "has", _HAS, whole),
        "is": (*_kinds(filters, "is", _IS[:-1], whole), *_kinds(filters, "is", _IS[-1:], every)),
    }
    return Counted(_months(filters, passing("taken")), fields, int(np.count_nonzero(whole)))


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


def _numbers(filters: Filters, column: str, size: int, mask: Bools) -> NDArray[np.int64]:
    """How many photos of the mask have each code."""
    codes = filters.column(column)[mask & filters.known]
    return np.bincount(codes[codes >= 0], minlength=size)


def _coded(filters: Filters, column: str, names: tuple[str, ...], mask: Bools) -> tuple[Count, ...]:
    numbers = _numbers(filters, column, len(names), mask)
    return _most([(name, name, int(number)) for name, number in zip(names, numbers, strict=True)])


def _cameras(filters: Filters, mask: Bools) -> tuple[Count, ...]:
    """A camera's name also finds those whose name begins like it: a Pixel 6 and a Pixel 6 Pro."""
    names = filters.facts.cameras
    numbers = _numbers(filters, "camera", len(names), mask)
    order = np.argsort(-numbers, kind="stable")[: 4 * _MOST]
    plain = [folded(name) for name in names]
    return _most(
        [
            (names[at], names[at], int(sum(numbers[i] for i, name in enumerate(plain) if plain[at] in name)))
            for at in order[numbers[order] > 0].tolist()
        ]
    )


def _kinds(filters: Filters, field: str, values: tuple[str, ...], mask: Bools) -> tuple[Count, ...]:
    return tuple(
        (value, value, int(np.count_nonzero(filters.fact(Fact(field, "=", value)) & mask)))
        for value in values
    )


def _folders(filters: Filters, mask: Bools, places: Places) -> tuple[Count, ...]:
    numbers = _numbers(filters, "directory", len(filters.facts.directories), mask)
    totals = np.zeros(len(places.folders), np.int64)
    np.add.at(totals, places.folder, numbers[places.directory])
    return _most(
        [
            (os.fsdecode(path), _shown(path), int(number))
            for path, number in zip(places.folders, totals, strict=True)
        ]
    )


def _most(counts: list[Count]) -> tuple[Count, ...]:
    return tuple(sorted(counts, key=lambda one: (-one[2], one[1].casefold(), one[0]))[:_MOST])


def _shown(path: bytes) -> str:
    return os.path.basename(path.rstrip(b"/\\")).decode("utf-8", "replace") or path.decode("utf-8", "replace")


def _months(filters: Filters, mask: Bools) -> tuple[tuple[int, int], ...]:
    months = filters.month[mask & ~np.isnan(filters.columns.taken_at)]
    there, numbers = np.unique(months, return_counts=True)
    days = there.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    return tuple(zip(days.tolist(), numbers.tolist(), strict=True))
