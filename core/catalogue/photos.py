"""Statements about photos: those that change them here, the others from photo_scan and photo_rows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, case, func, or_, select, update
from sqlalchemy.dialects.sqlite import insert

from core.catalogue.connect import chunks, ints, raw
from core.catalogue.photo_rows import (
    Counts,
    PhotoColumns,
    PhotoRow,
    columns,
    copies,
    count_by_folder,
    counts,
    find,
    paths,
    rows,
    split_path,
)
from core.catalogue.photo_scan import (
    Known,
    MovedCandidate,
    WaitingPhoto,
    file_number,
    find_moved,
    known,
    waiting,
    waiting_count,
    waiting_embedding,
    waiting_embedding_count,
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
    "copies",
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
    "split_path",
    "touch",
    "waiting",
    "waiting_count",
    "waiting_embedding",
    "waiting_embedding_count",
]


@dataclass(frozen=True, slots=True)
class NewPhoto:
    """A file that was seen: path and what ``stat`` says."""

    path: bytes
    device: int
    inode: int
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
            # Not in_(): a list cannot be a parameter of a statement that runs for many rows.
            (or_(*(photos.c.folder_id == one for one in yielding)), fresh.folder_id),
            else_=photos.c.folder_id,
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
        {"content_id": None, "former_id": _former()},
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
        found.update((head, key) for head, key in conn.execute(query))
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


def _former() -> Any:
    return func.coalesce(photos.c.content_id, photos.c.former_id)


def _content_kept_if(same: Any) -> dict[str, Any]:
    return {
        "content_id": case((same, photos.c.content_id), else_=None),
        "former_id": case((same, photos.c.former_id), else_=_former()),
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
