"""Filters over this library: which photos a condition leaves, and what could be chosen next."""

from __future__ import annotations

import threading
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from core.catalogue import folders, words
from core.catalogue.photo_rows import local_offset
from core.jobs import Turn
from core.library.shared import Shared
from core.library.snapshot import Snapshot
from core.library.values import Facets, FacetValue
from core.query.parse import parse, render
from core.query.tree import Condition, Fact, facts_of
from core.search import facets
from core.search.filters import Filters
from core.search.scope import Scope

Ints = NDArray[np.int64]


class Narrowing:
    """Blocking; safe to use from several threads."""

    def __init__(self, shared: Shared, snapshot: Snapshot) -> None:
        self._shared = shared
        self._snapshot = snapshot
        self._lock = threading.Lock()
        self._filters: Filters | None = None
        self._today = -1

    def scope(self, condition: Condition | None, *, stacks: bool) -> Scope:
        """The photos a condition leaves; None: all that are not hidden."""
        if condition is None:
            return self._snapshot.whole(stacks=stacks)
        filters = self._present()
        return self._snapshot.narrowed(filters.columns, filters.mask(condition), stacks=stacks)

    def facets(self, text: str, turn: Turn, matches: Callable[[str, Turn], Ints]) -> Facets:
        """What the answer to this query can be narrowed by; its words count by their matches."""
        query = parse(text)
        filters = self._present()
        among = None
        if query.parts:
            ids = matches(render(query.parts), turn)
            among = np.isin(filters.columns.photo_id, ids)
        turn.token.check()
        with self._shared.catalogue.reading() as conn:
            roots = [row.path for row in folders.list_all(conn)]
        counted = facets.count(filters, query.condition, among, roots)
        chosen = {(fact.field, fact.value) for fact in facts_of(query.condition)}
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
                    columns, facts, _day(facts.added_at), self._named, self._keyworded, int(today)
                )
                self._filters, self._today = known, int(today)
            return known

    def _named(self, pattern: str) -> Ints:
        with self._shared.catalogue.reading() as conn:
            return words.named(conn, pattern)

    def _keyworded(self, keyword: str) -> Ints:
        with self._shared.catalogue.reading() as conn:
            return words.with_keyword(conn, keyword)


def _day(moments: NDArray[np.float64]) -> NDArray[np.int32]:
    days = np.floor((moments + local_offset(moments)) / 86_400)
    return np.asarray(days.astype(np.int32))


def _fact_text(field: str, value: str) -> str:
    return render((), Fact(field, "=", value))
