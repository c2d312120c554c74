"""Statements about problems: remembered difficulties with one photo or one part of a folder."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, case, func, select, update
from sqlalchemy.dialects.sqlite import insert

from core.catalogue.connect import ints, raw
from core.catalogue.tables import directories, folders, photos, problems

# What may pass without the file changing: permissions, a loose cable, other programs' memory.
PASSING = ("photo.forbidden", "photo.not_read", "photo.no_memory", "photo.cloud_only")

# No file has this size: the problem is still listed, but no longer of the file's present version.
_RETRY = -1


@dataclass(frozen=True)
class NewProblem:
    """A difficulty with the version of a file given by ``size``, ``mtime_ns``, ``decoder_version``.

    With ``photo_id`` None it is about ``path`` in the folder (a forbidden subfolder). ``space_id``
    is set when the photo was read and only the encoder of that space could not take it.
    """

    path: bytes
    folder_id: int | None
    photo_id: int | None
    code: str
    facts: dict[str, Any] = field(default_factory=dict)
    size: int = 0
    mtime_ns: int = 0
    decoder_version: str | int = ""
    space_id: int | None = None


@dataclass(frozen=True)
class ProblemRow:
    """A remembered difficulty; ``code`` and ``facts`` go to ``errors.explain``."""

    id: int
    photo_id: int | None
    folder_id: int | None
    path: bytes
    code: str
    facts: dict[str, Any]
    at: float
    ignored: bool


def record(conn: Connection, new: Sequence[NewProblem], now: float) -> None:
    """Remember problems; a photo or place has one at most, the newest.

    An ignored problem stays ignored while its code stays the same. Photos that are not known
    (any more) are left out. Raises ValueError for one that names neither photo nor folder.
    """
    if any(item.photo_id is None and item.folder_id is None for item in new):
        raise ValueError("a problem belongs to a photo or to a folder")
    known = _existing(conn, [item.photo_id for item in new if item.photo_id is not None])
    photo_rows = [_values(item, now) for item in new if item.photo_id in known]
    place_rows = [_values(item, now) for item in new if item.photo_id is None]
    for rows, key in (
        (photo_rows, [problems.c.photo_id]),
        (place_rows, [problems.c.folder_id, problems.c.path]),
    ):
        if not rows:
            continue
        statement = insert(problems)
        renewed = ("code", "facts", "size", "mtime_ns", "decoder_version", "at", "space_id")
        changes = {name: getattr(statement.excluded, name) for name in renewed}
        changes["ignored"] = case(
            (problems.c.code == statement.excluded.code, problems.c.ignored), else_=False
        )
        conn.execute(statement.on_conflict_do_update(index_elements=key, set_=changes), rows)


def clear(conn: Connection, photo_ids: Sequence[int]) -> None:
    """Forget the problems of these photos."""
    raw(conn).execute(
        "DELETE FROM problems WHERE photo_id IN (SELECT value FROM json_each(?))", (ints(photo_ids),)
    )


def clear_places(conn: Connection, folder_id: int, keep: Sequence[bytes] = ()) -> None:
    """After a complete scan: forget the folder's place problems, except at the paths seen again."""
    kept = set(keep)
    rows = conn.execute(
        select(problems.c.id, problems.c.path).where(
            problems.c.folder_id == folder_id, problems.c.photo_id.is_(None)
        )
    )
    _delete(conn, [key for key, path in rows if path not in kept])


def list_all(conn: Connection, include_ignored: bool = False) -> list[ProblemRow]:
    """Problems in folders and of photos that are there, oldest first."""
    folder_id = func.coalesce(photos.c.folder_id, problems.c.folder_id)
    query = (
        select(
            problems.c.id,
            problems.c.photo_id,
            folder_id,
            problems.c.path,
            directories.c.path,
            photos.c.name,
            problems.c.code,
            problems.c.facts,
            problems.c.at,
            problems.c.ignored,
        )
        .select_from(problems)
        .outerjoin(photos, photos.c.id == problems.c.photo_id)
        .outerjoin(directories, directories.c.id == photos.c.directory_id)
        .join(folders, folders.c.id == folder_id)
        .where(folders.c.removed_at.is_(None), photos.c.gone_at.is_(None))
        .order_by(problems.c.id)
    )
    if not include_ignored:
        query = query.where(problems.c.ignored.is_(False))
    return [
        ProblemRow(key, photo, folder, place or head + name, code, json.loads(facts), at, ignored)
        for key, photo, folder, place, head, name, code, facts, at, ignored in conn.execute(query)
    ]


def count(conn: Connection) -> int:
    """How many problems are listed: not ignored, of photos that are there."""
    sql = """SELECT count(*) FROM problems LEFT JOIN photos ON photos.id = problems.photo_id
        JOIN folders ON folders.id = coalesce(photos.folder_id, problems.folder_id)
        WHERE NOT ignored AND folders.removed_at IS NULL AND photos.gone_at IS NULL"""
    return int(raw(conn).execute(sql).fetchone()[0])


def ignore(conn: Connection, problem_id: int) -> None:
    """No longer list this problem, while it stays the same."""
    conn.execute(update(problems).where(problems.c.id == problem_id).values(ignored=True))


def retry(conn: Connection, ids: Sequence[int] | None) -> None:
    """Have the photos with these problems (None: all) read again, and the places looked at again.

    A photo's problem stays listed until the photo was read, and half a photo is found until then.
    """
    chosen = "1" if ids is None else "id IN (SELECT value FROM json_each(:ids))"
    bound = {"ids": ints(ids or [])}
    database = raw(conn)
    database.execute(
        f"UPDATE problems SET size = {_RETRY}, ignored = 0 WHERE photo_id IS NOT NULL AND {chosen}", bound
    )
    database.execute(f"DELETE FROM problems WHERE photo_id IS NULL AND {chosen}", bound)


def current(decoder_version: str | int | None) -> str:
    """SQL: the joined problem is of the photo's present version. Bind ``:version``."""
    same = "problems.size = photos.size AND problems.mtime_ns = photos.mtime_ns"
    return same if decoder_version is None else f"{same} AND problems.decoder_version = :version"


def due_again(conn: Connection, folder_id: int) -> None:
    """Have the folder's photos tried once more whose difficulty may have passed; once for each look over it:
    what fails again is remembered as of the present version."""
    raw(conn).execute(
        f"""UPDATE problems SET size = {_RETRY} WHERE code IN (SELECT value FROM json_each(?))
        AND photo_id IN (SELECT id FROM photos WHERE folder_id = ? AND gone_at IS NULL)""",
        (json.dumps(PASSING), folder_id),
    )


def _existing(conn: Connection, ids: Sequence[int]) -> set[int]:
    sql = "SELECT id FROM photos WHERE id IN (SELECT value FROM json_each(?))"
    return {row[0] for row in raw(conn).execute(sql, (ints(ids),))}


def _delete(conn: Connection, ids: Sequence[int]) -> None:
    raw(conn).execute("DELETE FROM problems WHERE id IN (SELECT value FROM json_each(?))", (ints(ids),))


def _values(item: NewProblem, now: float) -> dict[str, Any]:
    of_photo = item.photo_id is not None
    return {
        "photo_id": item.photo_id,
        # Of a photo both are known from its row, and would go stale here when it moves.
        "folder_id": None if of_photo else item.folder_id,
        "path": None if of_photo else item.path,
        "code": item.code,
        "facts": json.dumps(item.facts, default=_plain),
        "size": item.size,
        "mtime_ns": item.mtime_ns,
        "decoder_version": str(item.decoder_version),
        "at": now,
        "ignored": False,
        "space_id": item.space_id,
    }


def _plain(value: Any) -> Any:
    """Facts of an error may be paths, bytes or numpy numbers."""
    if isinstance(value, bytes | os.PathLike):
        return os.fsencode(value).decode("utf-8", "replace")
    return value.item() if hasattr(value, "item") else str(value)
