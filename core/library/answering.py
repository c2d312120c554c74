"""Answers: all photos, typed queries with their filters, photos like a photo; in the order asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray

from core.catalogue import words
from core.errors import RecollectError
from core.jobs import Turn
from core.library.asked_with import AskedWith
from core.library.finding import Finding
from core.library.models import Models
from core.library.narrowing import Narrowing
from core.library.shared import Shared
from core.library.snapshot import Snapshot
from core.library.values import Arrangement
from core.query import fragments
from core.query.parse import parse
from core.query.tree import LIKE, PART, TEXT, Part, Query
from core.search.filters import Marked
from core.search.hits import POSSIBLE, STRONG, Hits, in_order, listed, named_first
from core.search.scope import Scope

Ints = NDArray[np.int64]


class Answering:
    """Blocking; called on the interactive lane, or by the command line."""

    def __init__(
        self,
        shared: Shared,
        models: Models,
        snapshot: Snapshot,
        finding: Finding,
        asked_with: AskedWith,
        narrowing: Narrowing,
    ) -> None:
        self._shared = shared
        self._models = models
        self._snapshot = snapshot
        self._finding = finding
        self._asked_with = asked_with
        self._narrowing = narrowing

    def all_photos(self, arrangement: Arrangement) -> Hits:
        """Every photo that is not hidden, newest first unless asked for otherwise."""
        return self._listed(self._snapshot.whole(stacks=arrangement.stacks), arrangement)

    def search(self, text: str, turn: Turn, arrangement: Arrangement) -> Hits:
        """Photos for a typed query. Raises ``query.*``, ``model.*``, ``photo.*`` for a named photo."""
        return self._search(text, turn, arrangement)[0]

    def _search(self, text: str, turn: Turn, arrangement: Arrangement) -> tuple[Hits, Scope]:
        query = parse(text)
        if not query.parts and query.condition is None:
            raise RecollectError("query.empty")
        scope = self._narrowing.scope(query.condition, stacks=arrangement.stacks)
        turn.token.check()
        if not query.parts:
            return self._listed(scope, arrangement), scope
        named = scope.standing_for(self._named(query))
        with self._finding.steady():
            finder = self._finding.finder(turn, parts=any(map(_about_a_part, query.parts)))
            self._finding.measure(finder, turn)
            turn.token.check()
            by_parts = finder.inside is not None and self._finding.parts_for_likes
            asked_with = {
                part.value: self._asked_with.meant(part.value, turn, by_parts=by_parts)
                for part in query.parts
                if part.kind == LIKE
            }
            wanted = [part.value for part in query.wanted if part.kind == LIKE]
            hits = finder.combined(
                query.parts,
                turn,
                lambda value: asked_with[value].vector,
                strictness=self._strictness(arrangement),
                scope=scope,
                # A photo of the library that is asked with is no answer to itself.
                without=[content for value in wanted for content in asked_with[value].contents],
                # A graph names the likest photos only, and those with the words may be others.
                exact=len(named) > 0,
                likes_inside=[value for value, one in asked_with.items() if one.is_part],
            )
        return self._ordered(named_first(hits, named), scope, arrangement), scope

    def similar(self, photo: int | bytes | str | Path, turn: Turn, arrangement: Arrangement) -> Hits:
        """Photos like one of the library (by id or path) or any picture file; itself left out."""
        with self._finding.steady():
            vector, without = self._asked_with.vector(photo, turn)
            return self._like(vector, without, turn, arrangement)

    def similar_picture(self, data: bytes, turn: Turn, arrangement: Arrangement) -> Hits:
        """Photos like a picture that is no file, for instance dropped from a browser."""
        with self._finding.steady():
            return self._like(self._asked_with.encode(data, turn), [], turn, arrangement)

    def matches(self, text: str, turn: Turn) -> Ints:
        """Ids of the photos that match a query as the window shows it: Strong and Possible, or all that a
        filter leaves; every photo of a stack.
        """
        hits, scope = self._search(text, turn, self._usual())
        return scope.behind(hits.photo_ids[hits.bands <= POSSIBLE] if hits.ranked else hits.photo_ids)

    def strong(self, text: str, turn: Turn) -> int:
        """How many strong matches the window shows for a query."""
        return int(np.count_nonzero(self.search(text, turn, self._usual()).bands == STRONG))

    def stack(self, ids: Sequence[int], text: str = "") -> list[int]:
        """These photos with all that are shown as one with them in the answer to this query."""
        wanted = [int(one) for one in ids]
        scope = self._narrowing.scope(parse(text).condition, stacks=self._usual().stacks)
        return list(dict.fromkeys([*wanted, *scope.behind(np.array(wanted, np.int64)).tolist()]))

    def newer(self, ids: Ints, moment: float) -> int:
        """How many of these photos came into the library after a moment."""
        facts = self._snapshot.facts()
        there = ids[np.isin(ids, facts.photo_id)]
        return int(np.count_nonzero(facts.added_at[facts.rows_of(there)] > moment))

    def _like(
        self, vector: NDArray[np.float32], without: list[int], turn: Turn, arrangement: Arrangement
    ) -> Hits:
        finder = self._finding.finder(turn)
        self._finding.measure(finder, turn)
        scope = self._snapshot.whole(stacks=arrangement.stacks)
        hits = finder.photo(vector, without=without, strictness=self._strictness(arrangement), scope=scope)
        return self._ordered(hits, scope, arrangement)

    def _named(self, query: Query) -> Ints:
        """Photos whose name, keywords or caption hold what was typed."""
        if any(part.kind != TEXT for part in query.wanted):
            return np.empty(0, np.int64)
        phrases: list[str] = []
        for part in query.wanted:
            phrases += [part.value] if part.quoted else part.value.split()
        with self._shared.catalogue.reading() as conn:
            return words.with_all(conn, phrases)

    def _listed(self, scope: Scope, arrangement: Arrangement) -> Hits:
        hits = listed(scope, np.flatnonzero(scope.kept))
        sort = "newest" if arrangement.sort == "relevance" else arrangement.sort
        return self._ordered(hits, scope, Arrangement(sort=sort))

    def _ordered(self, hits: Hits, scope: Scope, arrangement: Arrangement) -> Hits:
        if arrangement.sort == "relevance":
            return hits
        if arrangement.sort == "folder":
            return in_order(hits, [self._snapshot.path_rank(hits.photo_ids)])
        columns = cast(Marked, scope.columns)  # all scopes are of the library's columns
        taken = columns.taken_at[np.searchsorted(columns.photo_id, hits.photo_ids)]
        if arrangement.sort == "newest":
            return in_order(hits, [-hits.photo_ids, np.nan_to_num(-taken, nan=np.inf)])
        return in_order(hits, [hits.photo_ids, np.nan_to_num(taken, nan=np.inf)])

    def _usual(self) -> Arrangement:
        """As the window shows an answer."""
        return Arrangement(stacks=bool(self._shared.settings.get("results.stacks")))

    def _strictness(self, arrangement: Arrangement) -> float:
        if arrangement.strictness is not None:
            return arrangement.strictness
        return self._shared.settings.number("search.strictness")


def _about_a_part(part: Part) -> bool:
    return part.kind == PART or (part.kind == LIKE and fragments.split(part.value)[1] is not None)
