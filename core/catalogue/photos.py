"""Statements that change photos, and those a scan compares with. Reading rows: photo_rows.py."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, case, func, select, update
from sqlalchemy.dialects.sqlite import insert

from core.catalogue.connect import chunks, ints, raw
from core.catalogue.photo_rows import (
    Counts,
    PhotoColumns,
    PhotoRow,
    columns,
    count_by_folder,
    counts,
    find,
    paths,
    rows,
)
from core.catalogue.problems import current
from core.catalogue.tables import directories, folders, photos

__all__ = [
    "Counts",
    "Known",
    "MovedCandidate",
    "NewPhoto",
    "PhotoColumns",
    "PhotoRow",
    "ReadPhoto",
    "WaitingPhoto",
    "attach",
    "columns",
    "count_by_folder",
    "counts",
    "file_number",
    "find",
    "find_moved",
    "forget_gone",
    "insert_waiting",
    "known",
    "mark_changed",
    "mark_gone",
    "move",
    "paths",
    "rows",
    "set_marks",
    "touch",
    "waiting",
    "waiting_embedding",
]

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
class NewPhoto:
    """A file that was seen: path and what ``stat`` says."""

    path: bytes
    device: int
    inode: int
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class WaitingPhoto:
    """A photo to be read."""

    id: int
    path: bytes
    folder_id: int
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class ReadPhoto:
    """What reading a photo gave. With ``size`` and ``mtime_ns`` it counts only for that version."""

    photo_id: int
    content_id: int
    taken_at: float | None = None
    taken_offset: int | None = None
    taken_source: str | None = None
    camera: str | None = None
    lens: str | None = None
    exposure: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    altitude: float | None = None
    keywords: tuple[str, ...] = ()
    caption: str | None = None
    size: int | None = None
    mtime_ns: int | None = None


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


def insert_waiting(conn: Connection, folder_id: int, new: Sequence[NewPhoto], now: float) -> None:
    """Add photos that were seen; they wait to be read.

    One whose path is known is there again: its facts are renewed, marks stay, the content stays when
    size and mtime are the same. A path below two folders belongs to the innermost that is not removed.
    """
    if not new:
        return
    split = [split_path(item.path) for item in new]
    heads = _directories(conn, {head for head, _ in split})
    statement = insert(photos)
    fresh = statement.excluded
    same = (photos.c.size == fresh.size) & (photos.c.mtime_ns == fresh.mtime_ns)
    changes = {name: getattr(fresh, name) for name in ("device", "inode", "size", "mtime_ns")}
    changes |= {"gone_at": None, **_content_kept_if(same)}
    yielding = _yielding(conn, folder_id)
    if yielding:
        changes["folder_id"] = case(
            (photos.c.folder_id.in_(yielding), fresh.folder_id), else_=photos.c.folder_id
        )
    statement = statement.on_conflict_do_update(
        index_elements=[photos.c.directory_id, photos.c.name], set_=changes
    )
    conn.execute(
        statement,
        [
            {
                "folder_id": folder_id,
                "directory_id": heads[head],
                "name": name,
                "device": file_number(item.device),
                "inode": file_number(item.inode),
                "size": item.size,
                "mtime_ns": item.mtime_ns,
                "added_at": now,
            }
            for item, (head, name) in zip(new, split, strict=True)
        ],
    )


def mark_changed(conn: Connection, changed: Sequence[tuple[int, int, int, int, int]]) -> None:
    """Files with new bytes, as (id, device, inode, size, mtime_ns): marks stay, the content is read again."""
    _renew(
        conn,
        changed,
        {"content_id": None, "former_id": func.coalesce(photos.c.content_id, photos.c.former_id)},
    )


def touch(conn: Connection, touched: Sequence[tuple[int, int, int, int, int]]) -> None:
    """Files with the same bytes but new facts, as (id, device, inode, size, mtime_ns): content stays."""
    _renew(conn, touched, {})


def move(conn: Connection, moved: Sequence[tuple[int, bytes, int, int, int, int, int]]) -> None:
    """Files that are elsewhere now, as (id, new path, folder_id, device, inode, size, mtime_ns).

    All that is known stays with the photo; the content only when size and mtime are the same. A photo
    that was at the new path gives way (unless it moves too) and leaves its favourite mark.
    """
    if not moved:
        return
    split = [split_path(item[1]) for item in moved]
    heads = _directories(conn, {head for head, _ in split})
    database = raw(conn)
    targets = [(heads[head], name, item[0]) for item, (head, name) in zip(moved, split, strict=True)]
    # Names no file can have, so that photos may swap their places.
    database.executemany(
        "UPDATE photos SET name = CAST('/moving-' || id AS BLOB) WHERE id = ?", [(item[0],) for item in moved]
    )
    database.executemany(
        """UPDATE photos SET favourite = 1 WHERE id = :id AND EXISTS (SELECT 1 FROM photos AS there
        WHERE there.directory_id = :head AND there.name = :name AND there.favourite)""",
        [{"head": head, "name": name, "id": key} for head, name, key in targets],
    )
    database.executemany(
        "DELETE FROM photos WHERE directory_id = ? AND name = ?", [(head, name) for head, name, _ in targets]
    )
    same = (photos.c.size == bindparam("new_size")) & (photos.c.mtime_ns == bindparam("new_mtime"))
    statement = (
        update(photos)
        .where(photos.c.id == bindparam("key"))
        .values(
            directory_id=bindparam("head"),
            name=bindparam("new_name"),
            folder_id=bindparam("folder"),
            device=bindparam("new_device"),
            inode=bindparam("new_inode"),
            size=bindparam("new_size"),
            mtime_ns=bindparam("new_mtime"),
            gone_at=None,
            **_content_kept_if(same),
        )
    )
    conn.execute(
        statement,
        [
            {
                "key": key,
                "head": head,
                "new_name": name,
                "folder": item[2],
                "new_device": file_number(item[3]),
                "new_inode": file_number(item[4]),
                "new_size": item[5],
                "new_mtime": item[6],
            }
            for item, (head, name, key) in zip(moved, targets, strict=True)
        ],
    )


def mark_gone(conn: Connection, ids: Sequence[int], now: float) -> None:
    """Files seen missing under a reachable folder. Everything is kept until ``forget_gone``."""
    raw(conn).execute(
        "UPDATE photos SET gone_at = ? WHERE gone_at IS NULL AND id IN (SELECT value FROM json_each(?))",
        (now, ints(ids)),
    )


def forget_gone(conn: Connection, before: float) -> int:
    """Forget photos gone at ``before`` or earlier. Returns how many."""
    return raw(conn).execute("DELETE FROM photos WHERE gone_at <= ?", (before,)).rowcount


def waiting(
    conn: Connection,
    *,
    after_id: int,
    limit: int,
    folder_ids: Sequence[int] | None = None,
    decoder_version: str | int | None = None,
) -> list[WaitingPhoto]:
    """The next photos to be read, by id: there, reachable, without content, and without a problem of
    exactly this version of the file (and of the decoder, when given)."""
    sql = f"""SELECT photos.id, d.path, photos.name, photos.folder_id, photos.size, photos.mtime_ns
        FROM photos JOIN directories AS d ON d.id = photos.directory_id
        WHERE photos.content_id IS NULL AND photos.id > :after AND photos.gone_at IS NULL
        AND photos.folder_id IN (SELECT id FROM folders WHERE removed_at IS NULL AND state != 'offline'
            AND (:folders IS NULL OR id IN (SELECT value FROM json_each(:folders))))
        AND NOT EXISTS (SELECT 1 FROM problems
            WHERE problems.photo_id = photos.id AND {current(decoder_version)})
        ORDER BY photos.id LIMIT :limit"""
    bound = {
        "after": after_id,
        "limit": limit,
        "folders": None if folder_ids is None else ints(folder_ids),
        "version": str(decoder_version),
    }
    return [
        WaitingPhoto(key, head + name, folder, size, mtime)
        for key, head, name, folder, size, mtime in raw(conn).execute(sql, bound)
    ]


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
        WHERE photos.content_id > :after AND photos.gone_at IS NULL
        AND photos.folder_id IN (SELECT id FROM folders WHERE removed_at IS NULL AND state != 'offline')
        AND NOT EXISTS (SELECT 1 FROM embeddings
            WHERE embeddings.content_id = photos.content_id AND embeddings.space_id = :space)
        AND NOT EXISTS (SELECT 1 FROM problems WHERE problems.photo_id = photos.id
            AND problems.space_id = :space AND {current(decoder_version)})
        GROUP BY photos.content_id ORDER BY photos.content_id LIMIT :limit"""
    bound = {"after": after_id, "space": space_id, "limit": limit, "version": str(decoder_version)}
    return [
        (content, key, head + name, size, mtime)
        for content, key, head, name, size, mtime in raw(conn).execute(sql, bound)
    ]


def attach(conn: Connection, read: Sequence[ReadPhoto]) -> None:
    """Give photos the content and metadata that reading them gave.

    A problem of an earlier version of the file is forgotten; one recorded for this version stays.
    """
    if not read:
        return
    statement = (
        update(photos)
        .where(
            photos.c.id == bindparam("key"),
            (bindparam("of_size") == -1) | (photos.c.size == bindparam("of_size")),
            (bindparam("of_mtime") == None) | (photos.c.mtime_ns == bindparam("of_mtime")),  # noqa: E711
        )
        .values(
            content_id=bindparam("content"),
            former_id=None,
            **{name: bindparam(f"new_{name}") for name in _METADATA},
        )
    )
    conn.execute(statement, [_read_values(item) for item in read])
    raw(conn).execute(
        f"""DELETE FROM problems WHERE photo_id IN (SELECT value FROM json_each(?)) AND NOT EXISTS
        (SELECT 1 FROM photos WHERE photos.id = problems.photo_id AND {current(None)})""",
        (ints([item.photo_id for item in read]),),
    )


def set_marks(
    conn: Connection, ids: Sequence[int], *, favourite: bool | None = None, hidden: bool | None = None
) -> None:
    """Set marks of photos; None leaves a mark as it is."""
    raw(conn).execute(
        """UPDATE photos SET favourite = coalesce(?, favourite), hidden = coalesce(?, hidden)
        WHERE id IN (SELECT value FROM json_each(?))""",
        (favourite, hidden, ints(ids)),
    )


def split_path(path: bytes) -> tuple[bytes, bytes]:
    """Directory with its last separator, and name."""
    cut = path.rfind(os.fsencode(os.sep)) + 1
    if os.altsep:
        cut = max(cut, path.rfind(os.fsencode(os.altsep)) + 1)
    return path[:cut], path[cut:]


_METADATA = (
    "taken_at",
    "taken_offset",
    "taken_source",
    "camera",
    "lens",
    "exposure",
    "latitude",
    "longitude",
    "altitude",
    "keywords",
    "caption",
)


def _read_values(item: ReadPhoto) -> dict[str, Any]:
    values: dict[str, Any] = {f"new_{name}": _storable(getattr(item, name)) for name in _METADATA}
    values["new_keywords"] = json.dumps(item.keywords, ensure_ascii=False) if item.keywords else None
    values["new_keywords"] = _storable(values["new_keywords"])
    values["key"] = int(item.photo_id)
    values["content"] = int(item.content_id)
    values["of_size"] = -1 if item.size is None else item.size
    values["of_mtime"] = item.mtime_ns
    return values


def _storable(value: Any) -> Any:
    """Text from odd tags may hold lone surrogates, which SQLite's text cannot."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def _directories(conn: Connection, heads: Iterable[bytes]) -> dict[bytes, int]:
    found: dict[bytes, int] = {}
    for chunk in chunks(sorted(heads)):
        conn.execute(insert(directories).on_conflict_do_nothing(), [{"path": head} for head in chunk])
        query = select(directories.c.path, directories.c.id).where(directories.c.path.in_(chunk))
        found.update({head: key for head, key in conn.execute(query)})
    return found


def _yielding(conn: Connection, folder_id: int) -> list[int]:
    """Folders that leave a path to this one: removed ones, and those around it."""
    rows = conn.execute(select(folders.c.id, folders.c.path, folders.c.removed_at)).all()
    own = next((row.path for row in rows if row.id == folder_id), b"")
    return [
        row.id
        for row in rows
        if row.id != folder_id and (row.removed_at is not None or own.startswith(row.path))
    ]


def _content_kept_if(same: Any) -> dict[str, Any]:
    return {
        "content_id": case((same, photos.c.content_id), else_=None),
        "former_id": case(
            (same, photos.c.former_id), else_=func.coalesce(photos.c.content_id, photos.c.former_id)
        ),
    }


def _renew(
    conn: Connection, renewed: Sequence[tuple[int, int, int, int, int]], values: dict[str, Any]
) -> None:
    if not renewed:
        return
    names = ("device", "inode", "size", "mtime_ns")
    statement = (
        update(photos)
        .where(photos.c.id == bindparam("key"))
        .values({name: bindparam(f"new_{name}") for name in names} | {"gone_at": None} | values)
    )
    conn.execute(
        statement,
        [
            {
                "key": int(key),
                "new_device": file_number(device),
                "new_inode": file_number(inode),
                "new_size": size,
                "new_mtime_ns": mtime,
            }
            for key, device, inode, size, mtime in renewed
        ],
    )
