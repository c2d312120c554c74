"""What is asked: signed and weighted parts, and conditions on facts, with their places in the typed text.

Parts say what a photo looks like and rank it; a condition says which photos are looked at at all.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

TEXT, LIKE, PART = "text", "like", "part"
LOWEST_WEIGHT, HIGHEST_WEIGHT = 0.1, 10.0

# A photo can be favourite and RAW at once: each of these values is a fact of its own, so that two of
# them side by side both have to be true. Of all other fields a photo is expected to have one value.
_EACH_FOR_ITSELF = frozenset({"has", "is"})


@dataclass(frozen=True)
class Part:
    """One piece of a query.

    ``kind`` is "text" (``value`` is what the photo looks like), "like" (``value`` is a path) or "part"
    (``value`` is what some region of the photo looks like). ``sign`` is +1 or -1, ``weight`` lies
    between 0.1 and 10. ``start`` and ``end`` are the characters of the typed text it came from, sign,
    quotes and weight included. ``quoted`` text is a phrase, which may be a name or a keyword too.
    """

    kind: str
    value: str
    sign: int = 1
    weight: float = 1.0
    start: int = 0
    end: int = 0
    quoted: bool = dataclasses.field(default=False, compare=False)


@dataclass(frozen=True)
class Days:
    """Days from ``first`` on, before ``end``; None leaves that side open."""

    first: date | None
    end: date | None

    def holds(self, day: date) -> bool:
        """True when the day is one of them."""
        return (self.first is None or self.first <= day) and (self.end is None or day < self.end)


@dataclass(frozen=True)
class Amount:
    """A number to compare with. ``op`` is "<", "<=", ">", ">=", "=" or ".." (from ``number`` to ``upto``,
    both included). Bytes are whole numbers, megapixels are not.
    """

    op: str
    number: float
    upto: float | None = None

    def holds(self, number: float) -> bool:
        """True when the number fits."""
        if self.op == "..":
            return self.upto is not None and self.number <= number <= self.upto
        return {
            "<": number < self.number,
            "<=": number <= self.number,
            ">": number > self.number,
            ">=": number >= self.number,
            "=": number == self.number,
        }[self.op]


@dataclass(frozen=True)
class Place:
    """A circle on the globe: degrees, north and east positive, and a radius in kilometres."""

    latitude: float
    longitude: float
    km: float


Value = str | Days | Amount | Place


@dataclass(frozen=True)
class Fact:
    """One thing that has to be true of a photo.

    ``field`` and ``value``: "name" a file name or pattern; "in" a path with forward slashes, none at
    its end; "taken" and "added" ``Days``; "type" a format as the catalogue writes it; "camera", "lens",
    "keyword" words; "orientation" portrait, landscape or square; "size" (bytes) and "megapixels"
    ``Amount``; "near" ``Place``; "has" place, keywords, caption, date or camera; "is" favourite, hidden,
    duplicate, raw, offline or new. ``op`` is the amount's; ">=" or "<" for days open on one side; else "=".

    ``start`` and ``end`` are its characters in the typed text, without a minus, and ``typed`` is what
    stood there: empty for a fact that was not typed, and to be emptied by who changes the value.
    """

    field: str
    op: str
    value: Value
    start: int = dataclasses.field(default=0, compare=False)
    end: int = dataclasses.field(default=0, compare=False)
    typed: str = dataclasses.field(default="", compare=False)


@dataclass(frozen=True)
class AllOf:
    """Every item has to be true."""

    items: tuple[Condition, ...]
    start: int = dataclasses.field(default=0, compare=False)
    end: int = dataclasses.field(default=0, compare=False)


@dataclass(frozen=True)
class AnyOf:
    """At least one item has to be true."""

    items: tuple[Condition, ...]
    start: int = dataclasses.field(default=0, compare=False)
    end: int = dataclasses.field(default=0, compare=False)


@dataclass(frozen=True)
class Not:
    """The item must not be true."""

    item: Condition
    start: int = dataclasses.field(default=0, compare=False)
    end: int = dataclasses.field(default=0, compare=False)


Condition = Fact | AllOf | AnyOf | Not
Piece = Part | Condition


@dataclass(frozen=True)
class Query:
    """The parts in the order they were typed, the text itself, and what has to be true of the photos.

    ``condition`` is in the form that ``normal`` gives; None when nothing is asked of the facts.
    ``typed`` are parts and conditions in the order they were typed, see ``core.query.pieces``.
    """

    parts: tuple[Part, ...]
    text: str
    condition: Condition | None = None
    typed: tuple[Piece, ...] = dataclasses.field(default=(), compare=False, repr=False)

    @property
    def wanted(self) -> tuple[Part, ...]:
        """The parts that say what should be in the photo."""
        return tuple(part for part in self.parts if part.sign > 0)

    @property
    def unwanted(self) -> tuple[Part, ...]:
        """The parts that say what should not be in it."""
        return tuple(part for part in self.parts if part.sign < 0)

    @property
    def phrases(self) -> tuple[str, ...]:
        """The wanted phrases: what of the text stood between quotes."""
        return tuple(part.value for part in self.wanted if part.kind == TEXT and part.quoted)


def all_of(items: Iterable[Condition]) -> Condition | None:
    """One condition for all of these, in the form ``normal`` gives; None when there are none."""
    flat: dict[Condition, None] = {}
    for item in map(normal, items):
        flat.update(dict.fromkeys(item.items if isinstance(item, AllOf) else (item,)))
    return _joined(AllOf, tuple(flat))


def any_of(items: Iterable[Condition]) -> Condition | None:
    """One condition for any of these, in the form ``normal`` gives; None when there are none."""
    flat: dict[Condition, None] = {}
    for item in map(normal, items):
        flat.update(dict.fromkeys(item.items if isinstance(item, AnyOf) else (item,)))
    return _joined(AnyOf, tuple(flat))


def negated(condition: Condition) -> Condition:
    """The opposite, at the same place of the text."""
    if isinstance(condition, Not):
        item = condition.item
        return item if isinstance(item, Fact) else replace(item, start=condition.start, end=condition.end)
    return Not(condition, condition.start, condition.end)


def normal(condition: Condition) -> Condition:
    """The same condition without needless depth: no ``AllOf`` directly inside ``AllOf``, no ``AnyOf``
    inside ``AnyOf``, no ``Not`` inside ``Not``, nothing twice, and at least two items in each.
    """
    match condition:
        case Fact():
            return condition
        case Not():
            item = normal(condition.item)
            return item.item if isinstance(item, Not) else Not(item, condition.start, condition.end)
        case AllOf() | AnyOf():
            found = all_of(condition.items) if isinstance(condition, AllOf) else any_of(condition.items)
            if found is None:
                raise ValueError("a condition needs at least one item")
            if isinstance(found, (AllOf, AnyOf)):
                return replace(found, start=condition.start, end=condition.end)
            return found


def side_by_side(items: Iterable[Condition]) -> Condition | None:
    """What conditions mean that stand side by side: values of one field, any of them; else all.

    Comparisons, negated facts and what stands in brackets are never alternatives of each other.
    """
    found: dict[str | int, list[Condition]] = {}
    for place, item in enumerate(items):
        key = alternative_of(item)
        found.setdefault(place if key is None else key, []).append(item)
    return all_of(one for same in found.values() if (one := any_of(same)) is not None)


def alternative_of(condition: Condition) -> str | None:
    """The field of a fact that is an alternative to others of its field; None for all else."""
    if not isinstance(condition, Fact) or condition.field in _EACH_FOR_ITSELF:
        return None
    return condition.field if condition.op in ("=", "..") else None


def facts_of(condition: Condition | None) -> Iterator[Fact]:
    """Every fact in a condition, negated ones too, from left to right."""
    match condition:
        case Fact():
            yield condition
        case Not():
            yield from facts_of(condition.item)
        case AllOf() | AnyOf():
            for item in condition.items:
                yield from facts_of(item)


def quote(value: str) -> str:
    """A value between quotes; a quote inside is doubled, so a backslash needs no care."""
    return '"' + value.replace('"', '""') + '"'


def _joined(kind: type[AllOf] | type[AnyOf], items: tuple[Condition, ...]) -> Condition | None:
    if len(items) < 2:
        return items[0] if items else None
    return kind(items, items[0].start, max(item.end for item in items))
