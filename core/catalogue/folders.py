"""Statements about folders, the watched roots."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Row, Select, delete, func, insert, select, update

from core.catalogue.connect import raw
from core.catalogue.tables import folders, photos

# Not yet looked at: waiting. Looked over, and nothing watches it now: seen.
STATES = ("live", "polling", "offline", "limit", "waiting", "seen")


@dataclass(frozen=True)
class FolderRow:
    """One folder. ``photos`` counts those that are there (not gone); ``videos`` as last scanned."""

    id: int
    path: bytes
    state: str
    added_at: float
    removed_at: float | None
    scanned_at: float | None
    photos: int
    videos: int = 0


def add(conn: Connection, path: bytes, now: float) -> FolderRow:
    """Add a folder; one that was removed comes back with its photos. Known folders stay as they are."""
    known = find(conn, path)
    if known is None:
        conn.execute(insert(folders).values(path=path, state="waiting", added_at=now))
    elif known.removed_at is not None:
        conn.execute(update(folders).where(folders.c.id == known.id).values(removed_at=None, state="waiting"))
    row = find(conn, path)
    assert row is not None
    return row


def list_all(conn: Connection, *, removed: bool = False) -> list[FolderRow]:
    """All folders in the order they were added; with ``removed`` also those removed, not yet forgotten."""
    query = _query().order_by(folders.c.id)
    if not removed:
        query = query.where(folders.c.removed_at.is_(None))
    return [_row(row) for row in conn.execute(query)]


def find(conn: Connection, path: bytes) -> FolderRow | None:
    """The folder with exactly this path, removed or not."""
    row = conn.execute(_query().where(folders.c.path == path)).first()
    return None if row is None else _row(row)


def get(conn: Connection, folder_id: int) -> FolderRow | None:
    """The folder with this id, removed or not."""
    row = conn.execute(_query().where(folders.c.id == folder_id)).first()
    return None if row is None else _row(row)


def set_state(conn: Connection, folder_id: int, state: str) -> None:
    """Set how the folder is watched, one of ``STATES``. Raises ValueError for another word."""
    if state not in STATES:
        raise ValueError(f"{state!r} is not a state of a folder")
    conn.execute(update(folders).where(folders.c.id == folder_id).values(state=state))


def state(conn: Connection, folder_id: int) -> str | None:
    """How the folder is watched; None when it was removed or is not known. Cheap, unlike ``get``."""
    sql = "SELECT state FROM folders WHERE id = ? AND removed_at IS NULL"
    row = raw(conn).execute(sql, (folder_id,)).fetchone()
    return None if row is None else str(row[0])


def rest(conn: Connection) -> None:
    """Nothing watches the folders any more: those that were watched are only seen."""
    raw(conn).execute("UPDATE folders SET state = 'seen' WHERE state IN ('live', 'polling', 'limit')")


def excludes(conn: Connection, folder_id: int) -> str:
    """The folder's own patterns of what is left out; "" for an unknown folder."""
    row = raw(conn).execute("SELECT excludes FROM folders WHERE id = ?", (folder_id,)).fetchone()
    return "" if row is None else str(row[0])


def set_excludes(conn: Connection, folder_id: int, text: str) -> None:
    """Set the folder's own patterns of what is left out."""
    raw(conn).execute("UPDATE folders SET excludes = ? WHERE id = ?", (text, folder_id))


def newest_photo(conn: Connection) -> int:
    """The highest photo id there is: photos added after this have higher ones. 0 without photos."""
    return int(raw(conn).execute("SELECT ifnull(max(id), 0) FROM photos").fetchone()[0])


def set_scanned(conn: Connection, folder_id: int, when: float, *, videos: int | None = None) -> None:
    """Remember a complete scan, and how many videos it saw."""
    values: dict[str, float | int] = {"scanned_at": when}
    if videos is not None:
        values["videos"] = videos
    conn.execute(update(folders).where(folders.c.id == folder_id).values(values))


def remove(conn: Connection, folder_id: int, now: float) -> None:
    """Hide the folder and its photos; everything is kept until ``forget_removed``."""
    conn.execute(
        update(folders)
        .where(folders.c.id == folder_id, folders.c.removed_at.is_(None))
        .values(removed_at=now)
    )


def forget_removed(conn: Connection, before: float) -> int:
    """Forget folders removed at ``before`` or earlier, with their photos. Returns how many photos went.

    Contents that no photo has any more stay until ``contents.drop_orphans``.
    """
    old = select(folders.c.id).where(folders.c.removed_at <= before)
    went = conn.execute(select(func.count()).where(photos.c.folder_id.in_(old))).scalar_one()
    conn.execute(delete(folders).where(folders.c.removed_at <= before))
    return went


def _query() -> Select[*tuple[object, ...]]:
    present = (
        select(func.count())
        .select_from(photos)
        .where(photos.c.folder_id == folders.c.id, photos.c.gone_at.is_(None))
        .scalar_subquery()
    )
    return select(
        folders.c.id,
        folders.c.path,
        folders.c.state,
        folders.c.added_at,
        folders.c.removed_at,
        folders.c.scanned_at,
        present.label("photos"),
        folders.c.videos,
    )


def _row(row: Row[*tuple[object, ...]]) -> FolderRow:
    return FolderRow(*row)  # type: ignore[arg-type]
