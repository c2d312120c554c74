"""Statements about contents (distinct bytes), spaces and embeddings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from core.catalogue.connect import chunks, ints, may_write, raw
from core.catalogue.tables import contents, embeddings, spaces
from core.errors import RecollectError

# Photos that can be shown: there, and in a folder that was not removed.
_SHOWN = """photos.gone_at IS NULL
    AND photos.folder_id IN (SELECT id FROM folders WHERE removed_at IS NULL)"""


@dataclass(frozen=True)
class NewContent:
    """What is known of a content once its bytes were decoded.

    ``fingerprint`` 16 bytes; ``look`` 8 bytes or None; ``width`` × ``height`` upright pixels of the
    full photo; ``complete`` the fraction of rows that could be decoded.
    """

    fingerprint: bytes
    look: bytes | None
    width: int
    height: int
    format: str
    complete: float = 1.0


@dataclass(frozen=True)
class Content:
    """One distinct set of bytes; photos that are copies share it. Fields as in ``NewContent``."""

    id: int
    fingerprint: bytes
    look: bytes | None
    width: int
    height: int
    format: str
    complete: float


def by_fingerprint(conn: Connection, fingerprints: Sequence[bytes]) -> dict[bytes, int]:
    """Ids of the contents with these fingerprints; unknown ones are missing in the answer."""
    found: dict[bytes, int] = {}
    for chunk in chunks(fingerprints):
        query = select(contents.c.fingerprint, contents.c.id).where(contents.c.fingerprint.in_(chunk))
        found.update((fingerprint, key) for fingerprint, key in conn.execute(query))
    return found


def add(conn: Connection, new: Sequence[NewContent]) -> dict[bytes, int]:
    """Add contents; of one already known the description is renewed and the id stays."""
    if not new:
        return {}
    statement = insert(contents)
    described = ("look", "width", "height", "format", "complete")
    statement = statement.on_conflict_do_update(
        index_elements=[contents.c.fingerprint],
        set_={name: getattr(statement.excluded, name) for name in described},
    )
    rows = [
        {"fingerprint": item.fingerprint, **{name: getattr(item, name) for name in described}} for item in new
    ]
    conn.execute(statement, rows)
    return by_fingerprint(conn, [item.fingerprint for item in new])


def get(conn: Connection, ids: Sequence[int]) -> dict[int, Content]:
    """The contents with these ids."""
    sql = """SELECT id, fingerprint, look, width, height, format, complete FROM contents
             WHERE id IN (SELECT value FROM json_each(?))"""
    return {row[0]: Content(*row) for row in raw(conn).execute(sql, (ints(ids),))}


def space_id(conn: Connection, name: str, dimension: int) -> int:
    """The id of a space; created when missing and ``conn`` may write, else 0 (a space without vectors).

    Raises ValueError when the space exists with another dimension.
    """
    query = select(spaces.c.id, spaces.c.dimension).where(spaces.c.name == name)
    row = conn.execute(query).first()
    if row is None:
        if not may_write(conn):
            return 0
        conn.execute(insert(spaces).values(name=name, dimension=dimension))
        row = conn.execute(query).one()
    if row.dimension != dimension:
        raise ValueError(f"space {name} has {row.dimension} numbers per vector, not {dimension}")
    return int(row.id)


def list_spaces(conn: Connection) -> dict[str, tuple[int, int, int]]:
    """All spaces: name → (id, dimension, number of embeddings)."""
    sql = """SELECT name, id, dimension, (SELECT count(*) FROM embeddings WHERE space_id = spaces.id)
             FROM spaces ORDER BY id"""
    return {name: (key, dimension, count) for name, key, dimension, count in raw(conn).execute(sql)}


def remove_space(conn: Connection, name: str) -> None:
    """Forget a space with its embeddings and text vectors."""
    conn.execute(spaces.delete().where(spaces.c.name == name))


def add_embeddings(
    conn: Connection, space_id: int, content_ids: NDArray[np.int64], vectors: NDArray[np.float32]
) -> None:
    """Store vectors (float32[n, d]) of contents (int64[n]) as float16; those there are replaced.

    Raises ValueError for a shape that does not fit the space, or numbers that are not finite.
    """
    dimension = _dimension(conn, space_id)
    halves = np.ascontiguousarray(vectors, dtype=np.float16)
    if halves.shape != (len(content_ids), dimension):
        raise ValueError(f"{len(content_ids)} vectors of {dimension} expected, {halves.shape} given")
    if not np.isfinite(halves).all():
        raise ValueError("an embedding has numbers that are not finite")
    statement = insert(embeddings)
    statement = statement.on_conflict_do_update(
        index_elements=[embeddings.c.content_id, embeddings.c.space_id],
        set_={"vector": statement.excluded.vector},
    )
    rows = [
        {"space_id": space_id, "content_id": int(key), "vector": half.tobytes()}
        for key, half in zip(content_ids, halves, strict=True)
    ]
    if rows:
        conn.execute(statement, rows)


def embedding_keys(conn: Connection, space_id: int) -> NDArray[np.int64]:
    """Ascending ids of contents that have an embedding in the space and a photo that can be shown."""
    database = raw(conn)
    having = database.execute("SELECT content_id FROM embeddings WHERE space_id = ?", (space_id,))
    keys = np.fromiter((row[0] for row in having), np.int64)
    shown = database.execute(f"SELECT content_id FROM photos WHERE content_id IS NOT NULL AND {_SHOWN}")
    wanted = np.fromiter((row[0] for row in shown), np.int64)
    return np.intersect1d(keys, wanted)


def iter_embeddings(
    conn: Connection, space_id: int, keys: NDArray[np.int64] | None = None, chunk: int = 4096
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float16]]]:
    """Vectors of the space in blocks: (int64[m], float16[m, d]), all or those of ``keys``.

    Keys without an embedding are left out. Raises RecollectError ``catalogue.damaged`` for a vector
    of a wrong length.
    """
    if space_id == 0:
        return
    dimension = _dimension(conn, space_id)
    database = raw(conn)
    if keys is None:
        cursor = database.execute(
            "SELECT content_id, vector FROM embeddings WHERE space_id = ? ORDER BY id", (space_id,)
        )
        while rows := cursor.fetchmany(chunk):
            yield _block(rows, dimension)
        return
    sql = """SELECT content_id, vector FROM json_each(?) AS wanted
             CROSS JOIN embeddings ON content_id = wanted.value AND space_id = ?"""
    for part in chunks(keys.tolist(), chunk):
        rows = database.execute(sql, (ints(part), space_id)).fetchall()
        if rows:
            yield _block(rows, dimension)


def remove_embeddings(conn: Connection, space_id: int, ids: Sequence[int] | NDArray[np.int64]) -> None:
    """Forget the vectors of these contents in the space."""
    raw(conn).execute(
        "DELETE FROM embeddings WHERE space_id = ? AND content_id IN (SELECT value FROM json_each(?))",
        (space_id, ints(ids)),
    )


def missing_embedding_count(conn: Connection, space_id: int) -> int:
    """How many contents with a photo that can be shown have no embedding in the space.

    Counts also those in offline folders and those whose encoding failed: what search cannot find.
    """
    sql = f"""SELECT count(DISTINCT content_id) FROM photos WHERE content_id IS NOT NULL AND {_SHOWN}
        AND NOT EXISTS (SELECT 1 FROM embeddings
            WHERE embeddings.content_id = photos.content_id AND embeddings.space_id = ?)"""
    return int(raw(conn).execute(sql, (space_id,)).fetchone()[0])


def orphans(conn: Connection) -> list[tuple[int, bytes]]:
    """Contents no photo has any more: (id, fingerprint), for instance to remove their thumbnails.

    A content whose photo's file changed and was not read again is none: perhaps the file was only
    touched.
    """
    sql = """SELECT id, fingerprint FROM contents
        WHERE NOT EXISTS (SELECT 1 FROM photos WHERE photos.content_id = contents.id)
        AND NOT EXISTS (SELECT 1 FROM photos WHERE photos.former_id = contents.id)"""
    return raw(conn).execute(sql).fetchall()


def drop_orphans(conn: Connection) -> list[bytes]:
    """Forget orphan contents with their embeddings, and directories without photos.

    Returns the fingerprints of the contents that are gone.
    """
    found = orphans(conn)
    database = raw(conn)
    database.execute(
        "DELETE FROM contents WHERE id IN (SELECT value FROM json_each(?))",
        (ints([key for key, _ in found]),),
    )
    database.execute(
        """DELETE FROM directories
           WHERE NOT EXISTS (SELECT 1 FROM photos WHERE photos.directory_id = directories.id)"""
    )
    return [fingerprint for _, fingerprint in found]


def _dimension(conn: Connection, space_id: int) -> int:
    dimension = conn.execute(select(spaces.c.dimension).where(spaces.c.id == space_id)).scalar()
    if dimension is None:
        raise ValueError(f"there is no space {space_id}")
    return int(dimension)


def _block(
    rows: Sequence[tuple[int, bytes]], dimension: int
) -> tuple[NDArray[np.int64], NDArray[np.float16]]:
    keys = np.fromiter((row[0] for row in rows), np.int64, len(rows))
    joined = b"".join([row[1] for row in rows])
    if len(joined) != len(rows) * dimension * 2:
        raise RecollectError("catalogue.damaged", detail="an embedding has a wrong length")
    return keys, np.frombuffer(joined, np.float16).reshape(len(rows), dimension)
