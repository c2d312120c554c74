"""Statements about what was asked: the history, and the searches a person saved."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from core.catalogue.connect import raw
from core.catalogue.tables import searches
from core.catalogue.words import folded


@dataclass(frozen=True)
class SearchRow:
    """A saved search, or (without a name) an entry of the history. ``new``: matches since ``seen_at``."""

    id: int
    name: str | None
    query: str
    asked_at: float
    seen_at: float
    new: int


def remember(conn: Connection, query: str, now: float, keep: int) -> None:
    """Put a query on top of the history, once; only the newest ``keep`` entries stay."""
    raw(conn).execute(
        """INSERT INTO searches (name, query, asked_at) VALUES (NULL, ?, ?)
        ON CONFLICT (query) WHERE name IS NULL DO UPDATE SET asked_at = excluded.asked_at""",
        (_stored(query), now),
    )
    newest = (
        select(searches.c.id)
        .where(searches.c.name.is_(None))
        .order_by(searches.c.asked_at.desc(), searches.c.id.desc())
        .limit(keep)
    )
    conn.execute(delete(searches).where(searches.c.name.is_(None), searches.c.id.not_in(newest)))


def history(conn: Connection, limit: int) -> list[SearchRow]:
    """What was asked, newest first."""
    return _rows(conn, f"name IS NULL ORDER BY asked_at DESC, id DESC LIMIT {int(limit)}")


def forget(conn: Connection, query: str | None) -> None:
    """Take a query out of the history; None: all of it."""
    statement = delete(searches).where(searches.c.name.is_(None))
    if query is not None:
        statement = statement.where(searches.c.query == _stored(query))
    conn.execute(statement)


def saved(conn: Connection) -> list[SearchRow]:
    """The saved searches, by name."""
    rows = _rows(conn, "name IS NOT NULL ORDER BY id")
    return sorted(rows, key=lambda row: folded(row.name or ""))


def save(conn: Connection, name: str, query: str, now: float) -> int:
    """Keep a query under a name; the same name again (case ignored) gets the new query. Returns its id."""
    known = _called(conn, name)
    values = {"name": _text(name), "query": _stored(query), "asked_at": now, "seen_at": now, "new": 0}
    if known is not None:
        conn.execute(update(searches).where(searches.c.id == known).values(values))
        return int(known)
    made = conn.execute(insert(searches).values(values).returning(searches.c.id))
    return int(made.scalar_one())


def rename(conn: Connection, search_id: int, name: str) -> None:
    """Give a saved search another name, with a number behind it where another one is called so."""
    free, number = name, 1
    while _called(conn, free) not in (None, search_id):
        number += 1
        free = f"{name} ({number})"
    conn.execute(
        update(searches)
        .where(searches.c.id == search_id, searches.c.name.is_not(None))
        .values(name=_text(free))
    )


def remove(conn: Connection, search_id: int) -> None:
    """Forget a saved search."""
    conn.execute(delete(searches).where(searches.c.id == search_id, searches.c.name.is_not(None)))


def set_new(conn: Connection, counts: Iterable[tuple[SearchRow, int]]) -> None:
    """How many new matches saved searches have; those seen or changed since they were read keep theirs."""
    raw(conn).executemany(
        "UPDATE searches SET new = ? WHERE id = ? AND seen_at = ? AND query = ? AND new != ?",
        [(number, row.id, row.seen_at, _stored(row.query), number) for row, number in counts],
    )


def seen(conn: Connection, search_id: int, now: float) -> None:
    """A saved search was looked at: nothing in it is new."""
    conn.execute(
        update(searches)
        .where(searches.c.id == search_id, searches.c.name.is_not(None))
        .values(seen_at=now, new=0)
    )


def _called(conn: Connection, name: str) -> int | None:
    """The saved search with this name, case ignored."""
    wanted = folded(_text(name))
    return next((row.id for row in saved(conn) if folded(row.name or "") == wanted), None)


def _text(name: str) -> str:
    return name.encode("utf-8", "replace").decode()


def _stored(query: str) -> bytes:
    """A query may name a path that is no text, and a keyboard may leave half a sign."""
    try:
        return os.fsencode(query)
    except UnicodeEncodeError:
        return query.encode("utf-8", "replace")


def _rows(conn: Connection, condition: str) -> list[SearchRow]:
    sql = f"SELECT id, name, query, asked_at, seen_at, new FROM searches WHERE {condition}"
    return [
        SearchRow(key, name, os.fsdecode(query), asked, seen, new)
        for key, name, query, asked, seen, new in raw(conn).execute(sql)
    ]
