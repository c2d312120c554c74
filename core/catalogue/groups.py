"""Statements about groups: the parts a region model saw in each content, with a vector each and one map.

A group's key is its content's id times eight, plus its place among the content's groups: one number, so
that an index of vectors can hold groups as it holds contents.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from core.catalogue.connect import chunks, ints, raw
from core.catalogue.tables import groups, spaces

Ints = NDArray[np.int64]
Halves = NDArray[np.float16]

_PLACE_BITS = 3
MOST = 1 << _PLACE_BITS
"""Groups of one content that have a key of their own."""

# Photos that can be shown: there, and in a folder that was not removed.
_SHOWN = """photos.gone_at IS NULL
    AND photos.folder_id IN (SELECT id FROM folders WHERE removed_at IS NULL)"""


@dataclass(frozen=True)
class NewGroups:
    """What was seen in a content: ``vectors`` [k, d] (k may be 0) and the packed map of its cells."""

    content_id: int
    vectors: NDArray[np.floating]
    cells: bytes


@dataclass(frozen=True)
class Counts:
    """``contents`` that can be shown, and how many of them were ``looked`` into."""

    contents: int
    looked: int


def keys_of(content_ids: Ints, places: NDArray[np.integer]) -> Ints:
    """The keys of groups by content and place: int64[n]."""
    return (np.asarray(content_ids, np.int64) << _PLACE_BITS) | np.asarray(places, np.int64)


def content_of(keys: Ints) -> Ints:
    """The contents that these groups are of: int64[n]."""
    return np.asarray(keys, np.int64) >> _PLACE_BITS


def place_of(keys: Ints) -> NDArray[np.uint8]:
    """The groups' places in their contents: uint8[n]."""
    return (np.asarray(keys, np.int64) & (MOST - 1)).astype(np.uint8)


def put(conn: Connection, space_id: int, rows: Sequence[NewGroups]) -> list[int]:
    """Store what was seen, in place of what was there. Returns the contents stored: one that was forgotten
    meanwhile is left out.

    Raises ValueError for vectors that do not fit the space, or numbers that are not finite.
    """
    dimension = _dimension(conn, space_id)
    wanted = ints([row.content_id for row in rows])
    sql = "SELECT id FROM contents WHERE id IN (SELECT value FROM json_each(?))"
    there = {row[0] for row in raw(conn).execute(sql, (wanted,))}
    stored = [_values(space_id, row, dimension) for row in rows if row.content_id in there]
    if stored:
        statement = insert(groups)
        statement = statement.on_conflict_do_update(
            index_elements=[groups.c.content_id, groups.c.space_id],
            set_={name: getattr(statement.excluded, name) for name in ("count", "vectors", "cells")},
        )
        conn.execute(statement, stored)
    return [row.content_id for row in rows if row.content_id in there]


def _values(space_id: int, row: NewGroups, dimension: int) -> dict[str, int | bytes]:
    vectors = np.ascontiguousarray(row.vectors, np.float16)
    if len(vectors) > MOST - 1 or (len(vectors) and vectors.shape[1:] != (dimension,)):
        raise ValueError(f"up to {MOST - 1} vectors of {dimension} expected, {row.vectors.shape} given")
    if not np.isfinite(vectors).all():
        raise ValueError("a group's vector has numbers that are not finite")
    return {
        "space_id": space_id,
        "content_id": int(row.content_id),
        "count": len(vectors),
        "vectors": vectors.tobytes(),
        "cells": row.cells,
    }


def get(conn: Connection, space_id: int, content_ids: Sequence[int]) -> dict[int, tuple[Halves, bytes]]:
    """What was seen in these contents: id → (vectors float16[k, d], packed map). Those not looked into, and
    rows whose vectors are not whole, are left out."""
    if not space_id or not len(content_ids):
        return {}
    dimension = _dimension(conn, space_id)
    sql = """SELECT content_id, count, vectors, cells FROM json_each(?) AS wanted
             CROSS JOIN groups ON content_id = wanted.value AND space_id = ?"""
    found: dict[int, tuple[Halves, bytes]] = {}
    for part in chunks(content_ids):
        for key, count, vectors, cells in raw(conn).execute(sql, (ints(part), space_id)):
            if len(vectors) == count * dimension * 2:
                found[key] = np.frombuffer(vectors, np.float16).reshape(count, dimension), cells
    return found


def iter_maps(conn: Connection, space_id: int) -> Iterator[tuple[int, int, bytes]]:
    """(content, how many groups, packed map) of everything that was looked into."""
    sql = "SELECT content_id, count, cells FROM groups WHERE space_id = ?"
    yield from raw(conn).execute(sql, (space_id,))


def remove(conn: Connection, space_id: int, content_ids: Sequence[int]) -> None:
    """Forget what was seen in these contents, so that they are looked into again."""
    raw(conn).execute(
        "DELETE FROM groups WHERE space_id = ? AND content_id IN (SELECT value FROM json_each(?))",
        (space_id, ints(content_ids)),
    )


def remove_others(conn: Connection, space_id: int) -> int:
    """Forget what other region models saw. Returns how many rows."""
    return raw(conn).execute("DELETE FROM groups WHERE space_id != ?", (space_id,)).rowcount


def waiting(conn: Connection, space_id: int, limit: int = -1) -> Ints:
    """Contents with a photo that can be shown that were not looked into, those known last first: int64[n].

    ``limit`` at most; -1: all.
    """
    sql = f"""SELECT id FROM contents
        WHERE EXISTS (SELECT 1 FROM photos WHERE photos.content_id = contents.id AND {_SHOWN})
        AND NOT EXISTS (SELECT 1 FROM groups WHERE groups.content_id = contents.id AND groups.space_id = ?)
        ORDER BY id DESC LIMIT ?"""
    return np.fromiter((row[0] for row in raw(conn).execute(sql, (space_id, limit))), np.int64)


def photos_of(conn: Connection, content_ids: Sequence[int]) -> dict[int, int]:
    """One photo that can be shown of each of these contents: content → photo."""
    sql = f"""SELECT photos.content_id, min(photos.id) FROM json_each(?) AS wanted
        CROSS JOIN photos ON photos.content_id = wanted.value AND {_SHOWN} GROUP BY photos.content_id"""
    found: dict[int, int] = {}
    for part in chunks(content_ids):
        found.update(raw(conn).execute(sql, (ints(part),)).fetchall())
    return found


def counts(conn: Connection, space_id: int) -> Counts:
    """How many contents can be shown, and how many of them were looked into."""
    shown = _shown(conn)
    return Counts(len(shown), len(np.intersect1d(shown, _looked(conn, space_id)[0], assume_unique=True)))


def keys(conn: Connection, space_id: int) -> Ints:
    """Ascending keys of the groups of contents that can be shown: int64[n]."""
    content_ids, number = _looked(conn, space_id)
    there = np.isin(content_ids, _shown(conn), assume_unique=True)
    return _all_keys(content_ids[there], number[there])


def iter_vectors(
    conn: Connection, space_id: int, keys: Ints | None = None, chunk: int = 4096
) -> Iterator[tuple[Ints, Halves]]:
    """Vectors of groups in blocks: (keys int64[m], float16[m, d]), all or those of ``keys``.

    Keys without a group, and rows whose vectors are not whole, are left out. A block has the groups of about
    ``chunk`` / 4 contents.
    """
    if not space_id:
        return
    dimension = _dimension(conn, space_id)
    wanted = None if keys is None else np.unique(np.asarray(keys, np.int64))
    known = _looked(conn, space_id)[0] if wanted is None else np.unique(content_of(wanted))
    sql = """SELECT content_id, count, vectors FROM json_each(?) AS wanted
             CROSS JOIN groups ON content_id = wanted.value AND space_id = ?
             WHERE count > 0 AND length(vectors) = 2 * ? * count"""
    for part in chunks(known.tolist(), max(1, chunk // 4)):
        rows = raw(conn).execute(sql, (ints(part), space_id, dimension)).fetchall()
        found = _all_keys(
            np.fromiter((row[0] for row in rows), np.int64, len(rows)),
            np.fromiter((row[1] for row in rows), np.int64, len(rows)),
        )
        vectors = np.frombuffer(b"".join([row[2] for row in rows]), np.float16).reshape(-1, dimension)
        if wanted is not None:
            at = np.minimum(np.searchsorted(wanted, found), len(wanted) - 1)
            asked = wanted[at] == found
            found, vectors = found[asked], vectors[asked]
        if len(found):
            yield found, vectors


def _all_keys(content_ids: Ints, number: Ints) -> Ints:
    """The keys of ``number`` groups of each of these contents."""
    places = np.arange(int(number.sum()), dtype=np.int64) - np.repeat(np.cumsum(number) - number, number)
    return keys_of(np.repeat(content_ids, number), places)


def _looked(conn: Connection, space_id: int) -> tuple[Ints, Ints]:
    """Contents looked into, ascending, and the number of their groups."""
    sql = "SELECT content_id, count FROM groups WHERE space_id = ? ORDER BY content_id"
    rows = raw(conn).execute(sql, (space_id,)).fetchall()
    both = np.array(rows, np.int64).reshape(len(rows), 2)
    return both[:, 0].copy(), both[:, 1].copy()


def _shown(conn: Connection) -> Ints:
    sql = f"SELECT DISTINCT content_id FROM photos WHERE content_id IS NOT NULL AND {_SHOWN}"
    return np.sort(np.fromiter((row[0] for row in raw(conn).execute(sql)), np.int64))


def _dimension(conn: Connection, space_id: int) -> int:
    dimension = conn.execute(select(spaces.c.dimension).where(spaces.c.id == space_id)).scalar()
    if dimension is None:
        raise ValueError(f"there is no space {space_id}")
    return int(dimension)
