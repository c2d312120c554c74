"""What a scan compares with, and what waits to be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection

from core.catalogue.connect import chunks, ints, raw
from core.catalogue.problems import current

# (device, inode, size, mtime_ns)
Facts = tuple[int, int, int, int]


class Known(NamedTuple):
    """What the catalogue knows of one path. A tuple, because a scan holds 100,000 of them.

    ``problem``: it has a problem for exactly this size, mtime and decoder version.
    """

    id: int
    size: int
    mtime_ns: int
    device: int
    inode: int
    content_id: int | None
    gone: bool
    problem: bool


@dataclass(frozen=True)
class MovedCandidate:
    """A photo whose file had these facts: where it was, and what is known of it."""

    id: int
    path: bytes
    folder_id: int
    content_id: int | None
    gone: bool


@dataclass(frozen=True, slots=True)
class WaitingPhoto:
    """A photo to be read."""

    id: int
    path: bytes
    folder_id: int
    size: int
    mtime_ns: int


def file_number(value: int) -> int:
    """A device or inode number as the catalogue keeps it: 64 bits with a sign.

    Compare ``Known.device`` and ``Known.inode`` with this: some file systems use all 64 bits, or more.
    """
    value &= (1 << 64) - 1
    return value - (1 << 64) if value >> 63 else value


def known(
    conn: Connection, folder_id: int, *, decoder_version: str | int | None = None
) -> dict[bytes, Known]:
    """All photos of a folder by path, gone ones too. Without ``decoder_version`` any version counts."""
    database = raw(conn)
    troubled = {
        row[0]
        for row in database.execute(
            f"""SELECT photos.id FROM problems JOIN photos ON photos.id = problems.photo_id
            WHERE photos.folder_id = :folder AND {current(decoder_version)}""",
            {"folder": folder_id, "version": str(decoder_version)},
        )
    }
    heads: dict[int, bytes] = dict(database.execute("SELECT id, path FROM directories"))
    same: dict[int, int] = {}  # one int object for each device, not one for each photo
    cursor = database.execute(
        """SELECT directory_id, name, id, size, mtime_ns, device, inode, content_id, gone_at IS NOT NULL
        FROM photos NOT INDEXED WHERE folder_id = ?""",
        (folder_id,),
    )
    make = Known._make
    return {
        heads[head] + name: make(
            (key, size, mtime, same.setdefault(device, device), inode, content, gone == 1, key in troubled)
        )
        for head, name, key, size, mtime, device, inode, content, gone in cursor
    }


def find_moved(conn: Connection, wanted: Sequence[Facts]) -> dict[Facts, list[MovedCandidate]]:
    """Photos that had these (device, inode, size, mtime_ns), in all folders, gone and removed too."""
    found: dict[Facts, list[MovedCandidate]] = {}
    sql = """SELECT p.device, p.inode, p.size, p.mtime_ns, p.id, d.path, p.name, p.folder_id, p.content_id,
        p.gone_at IS NOT NULL
        FROM json_each(?) AS wanted CROSS JOIN photos AS p ON p.inode = wanted.value
        JOIN directories AS d ON d.id = p.directory_id ORDER BY p.id"""
    for chunk in chunks(wanted):
        asked = {(file_number(item[0]), file_number(item[1]), item[2], item[3]): item for item in chunk}
        inodes = sorted({item[1] for item in asked})
        for *facts, key, head, name, folder, content, gone in raw(conn).execute(sql, (ints(inodes),)):
            original = asked.get((facts[0], facts[1], facts[2], facts[3]))
            if original is not None:
                candidate = MovedCandidate(key, head + name, folder, content, gone == 1)
                found.setdefault(original, []).append(candidate)
    return found


def waiting(
    conn: Connection,
    *,
    after_id: int,
    limit: int,
    folder_ids: Sequence[int] | None = None,
    decoder_version: str | int | None = None,
) -> list[WaitingPhoto]:
    """The next photos to be read, by id: there, reachable, without content, and without a problem of
    exactly this version of the file (and of the decoder, when given); and those with content, of half a
    file for instance, whose problem is of another version."""
    columns = "d.path, photos.name, photos.folder_id, photos.size, photos.mtime_ns"
    directory = "JOIN directories AS d ON d.id = photos.directory_id"
    sql = f"""SELECT photos.id AS key, {columns} FROM photos {directory}
        WHERE photos.id > :after AND {_unread(decoder_version)}
        UNION ALL SELECT problems.photo_id, {columns} FROM {_HALVES} {directory}
        WHERE problems.photo_id > :after AND {_half_read(decoder_version)}
        ORDER BY key LIMIT :limit"""
    bound = {"after": after_id, "limit": limit, **_asked(folder_ids, decoder_version)}
    return [
        WaitingPhoto(key, head + name, folder, size, mtime)
        for key, head, name, folder, size, mtime in raw(conn).execute(sql, bound)
    ]


def waiting_count(
    conn: Connection,
    *,
    folder_ids: Sequence[int] | None = None,
    decoder_version: str | int | None = None,
) -> int:
    """How many photos ``waiting`` would give in all."""
    sql = f"""SELECT (SELECT count(*) FROM photos WHERE {_unread(decoder_version)})
        + (SELECT count(*) FROM {_HALVES} WHERE {_half_read(decoder_version)})"""
    return int(raw(conn).execute(sql, _asked(folder_ids, decoder_version)).fetchone()[0])


def waiting_embedding(
    conn: Connection,
    space_id: int,
    after_id: int,
    limit: int,
    *,
    decoder_version: str | int | None = None,
) -> list[tuple[int, int, bytes, int, int]]:
    """The next contents without an embedding in the space, by content id, each with one reachable photo:
    (content_id, photo_id, path, size, mtime_ns). Left out: those this space's encoder could not take."""
    sql = f"""SELECT photos.content_id, min(photos.id), d.path, photos.name, photos.size, photos.mtime_ns
        FROM photos INDEXED BY ix_photos_content_id JOIN directories AS d ON d.id = photos.directory_id
        WHERE photos.content_id > :after AND {_unembedded(decoder_version)}
        GROUP BY photos.content_id ORDER BY photos.content_id LIMIT :limit"""
    bound = {"after": after_id, "space": space_id, "limit": limit, **_asked(None, decoder_version)}
    return [
        (content, key, head + name, size, mtime)
        for content, key, head, name, size, mtime in raw(conn).execute(sql, bound)
    ]


def waiting_embedding_count(
    conn: Connection, space_id: int, *, decoder_version: str | int | None = None
) -> int:
    """How many contents ``waiting_embedding`` would give in all."""
    sql = f"""SELECT count(DISTINCT content_id) FROM photos
        WHERE content_id IS NOT NULL AND {_unembedded(decoder_version)}"""
    bound = {"space": space_id, **_asked(None, decoder_version)}
    return int(raw(conn).execute(sql, bound).fetchone()[0])


_REACHABLE = """photos.gone_at IS NULL AND photos.folder_id IN (SELECT id FROM folders
    WHERE removed_at IS NULL AND state != 'offline'
    AND (:folders IS NULL OR id IN (SELECT value FROM json_each(:folders))))"""


def _unread(decoder_version: str | int | None) -> str:
    return f"""photos.content_id IS NULL AND {_REACHABLE} AND NOT EXISTS (SELECT 1 FROM problems
        WHERE problems.photo_id = photos.id AND {current(decoder_version)})"""


_HALVES = "problems CROSS JOIN photos ON photos.id = problems.photo_id"


def _half_read(decoder_version: str | int | None) -> str:
    # The plus keeps SQLite from the index of space_id: by photo_id they come in order.
    return f"""photos.content_id IS NOT NULL AND +problems.space_id IS NULL AND {_REACHABLE}
        AND NOT ({current(decoder_version)})"""


def _unembedded(decoder_version: str | int | None) -> str:
    return f"""{_REACHABLE} AND NOT EXISTS (SELECT 1 FROM embeddings
            WHERE embeddings.content_id = photos.content_id AND embeddings.space_id = :space)
        AND NOT EXISTS (SELECT 1 FROM problems WHERE problems.photo_id = photos.id
            AND problems.space_id = :space AND {current(decoder_version)})"""


def _asked(folder_ids: Sequence[int] | None, decoder_version: str | int | None) -> dict[str, str | None]:
    return {
        "folders": None if folder_ids is None else ints(folder_ids),
        "version": str(decoder_version),
    }
