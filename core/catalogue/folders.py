"""Statements about folders, the watched roots."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Row, Select, delete, func, insert, select, update

from core.catalogue.tables import folders, photos

STATES = ("live", "polling", "offline", "limit", "waiting")


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
