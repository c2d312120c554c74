"""What was asked: history, and saved searches that collect new photos."""

from __future__ import annotations

import logging
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from core.catalogue import searches
from core.errors import RecollectError
from core.jobs import Turn
from core.library.shared import Shared
from core.library.values import SavedSearch

log = logging.getLogger(__name__)

KEPT = 200

# The ids of a query's matches, Strong and Possible or simply listed.
Matches = Callable[[str, Turn], NDArray[np.int64]]
# Photos that came into the library after a moment, out of these.
Newer = Callable[[NDArray[np.int64], float], int]


class Searches:
    """Queries are kept as text in the query language, whatever they are made of."""

    def __init__(self, shared: Shared, matches: Matches, newer: Newer) -> None:
        self._shared = shared
        self._matches = matches
        self._newer = newer

    def remember(self, query: str) -> None:
        """Put a query on top of the history. A library that cannot be written keeps none."""
        if not query.strip() or self._shared.catalogue.read_only:
            return
        with self._shared.catalogue.writing(photos=False) as conn:
            searches.remember(conn, query, self._shared.now(), KEPT)

    def history(self, limit: int = 50) -> list[str]:
        """What was asked, newest first."""
        with self._shared.catalogue.reading() as conn:
            return [row.query for row in searches.history(conn, limit)]

    def texts(self) -> list[str]:
        """Every query that is kept."""
        return [*self.history(KEPT), *(search.query for search in self.saved())]

    def forget(self, query: str | None = None) -> None:
        """Take a query, or everything, out of the history."""
        with self._shared.catalogue.writing(photos=False) as conn:
            searches.forget(conn, query)

    def saved(self) -> list[SavedSearch]:
        """The saved searches, by name."""
        with self._shared.catalogue.reading() as conn:
            rows = searches.saved(conn)
        return [SavedSearch(row.id, row.name or "", row.query, row.new) for row in rows]

    def save(self, name: str, query: str) -> int:
        """Keep a query; a known name gets the new one. Raises ``catalogue.read_only``, ``query.empty``."""
        name = " ".join(name.split())
        if not name or not query.strip():
            raise RecollectError("query.empty")
        with self._shared.catalogue.writing(photos=False) as conn:
            key = searches.save(conn, name, query, self._shared.now())
        self._shared.tell("searches")
        return key

    def rename(self, search_id: int, name: str) -> None:
        """Give a saved search another name."""
        name = " ".join(name.split())
        if name:
            with self._shared.catalogue.writing(photos=False) as conn:
                searches.rename(conn, search_id, name)
            self._shared.tell("searches")

    def remove(self, search_id: int) -> None:
        """Forget a saved search."""
        with self._shared.catalogue.writing(photos=False) as conn:
            searches.remove(conn, search_id)
        self._shared.tell("searches")

    def seen(self, search_id: int) -> None:
        """A saved search was looked at: nothing in it is new any more."""
        if self._shared.catalogue.read_only:
            return
        with self._shared.catalogue.writing(photos=False) as conn:
            searches.seen(conn, search_id, self._shared.now())
        self._shared.tell("searches")

    def recount(self, turn: Turn) -> None:
        """Count what each saved search has collected since it was looked at; after indexing."""
        if self._shared.catalogue.read_only:
            return
        with self._shared.catalogue.reading() as conn:
            rows = searches.saved(conn)
        counts: list[tuple[searches.SearchRow, int]] = []
        for row in rows:
            turn.token.check()
            try:
                counts.append((row, self._newer(self._matches(row.query, turn), row.seen_at)))
            except RecollectError as error:
                # Its picture is gone, or its words can no longer be read: asking it says so.
                log.info("saved search %d was not counted: %s", row.id, error.code)
        if any(number != row.new for row, number in counts):
            with self._shared.catalogue.writing(photos=False) as conn:
                searches.set_new(conn, counts)
            self._shared.tell("searches")
