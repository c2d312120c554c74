"""Filters over this library: which photos a condition leaves, and what could be chosen next."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from core.catalogue import folders
from core.catalogue.photo_facts import PhotoFacts
from core.catalogue.photo_rows import local_offset
from core.jobs import Turn
from core.library.shared import Shared
from core.library.snapshot import Snapshot
from core.library.values import Facets, FacetValue
from core.query.parse import parse, render
from core.query.tree import AllOf, AnyOf, Condition, Fact, Not, Query, Value
from core.search import facets
from core.search.facets import Places
from core.search.filters import Filters, speaks_of_hidden
from core.search.scope import Scope

Ints = NDArray[np.int64]

# True of every photo, and speaks of hidden ones, so that they are not left out.
_HIDDEN = Fact("is", "=", "hidden")
_EVERY = AnyOf((_HIDDEN, Not(_HIDDEN)))


class Narrowing:
    """Blocking; safe to use from several threads."""

    def __init__(self, shared: Shared, snapshot: Snapshot) -> None:
        self._shared = shared
        self._snapshot = snapshot
        self._lock = threading.Lock()
        self._filters: Filters | None = None
        self._today = -1
        self._places: tuple[PhotoFacts, list[bytes], Places] | None = None

    def scope(self, condition: Condition | None, *, stacks: bool) -> Scope:
        """The photos a condition leaves; None: all that are not hidden."""
        if condition is None:
            return self._snapshot.whole(stacks=stacks)
        filters = self._present()
        return self._snapshot.narrowed(filters.columns, filters.mask(condition), stacks=stacks)

    def facets(self, text: str, turn: Turn, matches: Callable[[str, Turn], Ints]) -> Facets:
        """What the answer to this query can be narrowed by; its words count by their matches in the whole
        library, ``matches(text, turn)``.
        """
        query = parse(text)
        filters = self._present()
        among = None
        if query.parts:
            among = self._matching(filters, query, turn, matches)
        turn.token.check()
        counted = facets.count(filters, query.condition, among, self._folders(filters.facts))
        chosen = set(_chosen(query.condition))
        fields = {
            field: tuple(
                FacetValue(_fact_text(field, value), label, number, (field, value) in chosen)
                for value, label, number in counts
                if number or (field, value) in chosen
            )
            for field, counts in counted.fields.items()
        }
        return Facets(counted.months, fields, counted.photos)

    def _present(self) -> Filters:
        columns, facts = self._snapshot.columns(), self._snapshot.facts()
        today = _day(np.array([self._shared.now()]))[0]
        with self._lock:
            known = self._filters
            if (
                known is None
                or known.columns is not columns
                or known.facts is not facts
                or self._today != today
            ):
                known = Filters(
                    columns,
                    facts,
                    _day(facts.added_at),
                    lambda pattern: self._snapshot.names().like(pattern),
                    lambda words: self._snapshot.keywords().holding(words),
                    int(today),
                )
                self._filters, self._today = known, int(today)
            return known

    def _matching(
        self, filters: Filters, query: Query, turn: Turn, matches: Callable[[str, Turn], Ints]
    ) -> NDArray[np.bool_]:
        """Matches of the query's words, bool[n]. Hidden ones too: how many there are is one of the counts."""
        hidden, photo_id = filters.columns.hidden, filters.columns.photo_id
        spoken = speaks_of_hidden(query.condition)
        found = np.isin(photo_id, matches(render(query.parts, _EVERY if spoken else None), turn))
        if hidden.any() and not spoken:
            found |= hidden & np.isin(photo_id, matches(render(query.parts, _EVERY), turn))
        return found

    def _folders(self, facts: PhotoFacts) -> Places:
        with self._shared.catalogue.reading() as conn:
            roots = [row.path for row in folders.list_all(conn)]
        with self._lock:
            known = self._places
            if known is None or known[0] is not facts or known[1] != roots:
                known = self._places = (facts, roots, Places.of(facts, roots))
            return known[2]


def _day(moments: NDArray[np.float64]) -> NDArray[np.int32]:
    days = np.floor((moments + local_offset(moments)) / 86_400)
    return np.asarray(days.astype(np.int32))


def _chosen(condition: Condition | None) -> Iterator[tuple[str, Value]]:
    """Field and value of every fact that is asked for, not of those that are to be false."""
    match condition:
        case Fact():
            yield condition.field, condition.value
        case AllOf() | AnyOf():
            for item in condition.items:
                yield from _chosen(item)


def _fact_text(field: str, value: str) -> str:
    return render((), Fact(field, "=", value))
