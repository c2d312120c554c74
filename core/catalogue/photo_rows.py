"""Reading photos: rows on demand, columns of all that can be shown, counts."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from core.catalogue.connect import ints, raw


@dataclass(frozen=True)
class PhotoRow:
    """A photo with its content's description (None until it was read) and its folder's state."""

    id: int
    path: bytes
    folder_id: int
    folder_state: str
    folder_removed: bool
    device: int
    inode: int
    size: int
    mtime_ns: int
    content_id: int | None
    added_at: float
    gone_at: float | None
    favourite: bool
    hidden: bool
    taken_at: float | None
    taken_offset: int | None
    taken_source: str | None
    camera: str | None
    lens: str | None
    exposure: str | None
    latitude: float | None
    longitude: float | None
    altitude: float | None
    keywords: tuple[str, ...]
    caption: str | None
    fingerprint: bytes | None
    look: bytes | None
    width: int | None
    height: int | None
    format: str | None
    complete: float | None


@dataclass(frozen=True)
class PhotoColumns:
    """All photos that can be shown (there, folder not removed, content known), by ascending photo id.

    ``photo_id``, ``content_id`` int64[n]; ``aspect`` (width ÷ height) float32[n]; ``day`` int32[n], days
    since 1970-01-01 where the photo was taken (without an offset: in this computer's zone), -1 unknown;
    ``taken_at`` float64[n] POSIX seconds, NaN unknown; ``folder_id`` int32[n]; ``hidden``, ``favourite``
    bool[n].
    """

    photo_id: NDArray[np.int64]
    content_id: NDArray[np.int64]
    aspect: NDArray[np.float32]
    day: NDArray[np.int32]
    taken_at: NDArray[np.float64]
    folder_id: NDArray[np.int32]
    hidden: NDArray[np.bool_]
    favourite: NDArray[np.bool_]


@dataclass(frozen=True)
class Counts:
    """Numbers of the library. ``photos`` are those there, in folders that were not removed.

    ``waiting``: of these, without content and not listed as a problem; ``indexed``: with content.
    ``gone``: seen missing, not yet forgotten. ``contents`` counts all that are stored.
    """

    photos: int
    indexed: int
    waiting: int
    contents: int
    problems: int
    gone: int
    favourites: int
    hidden: int
    videos: int
    folders: int


_ROW = """SELECT p.id, d.path, p.name, p.folder_id, f.state, f.removed_at IS NOT NULL,
    p.device, p.inode, p.size, p.mtime_ns, p.content_id, p.added_at, p.gone_at, p.favourite, p.hidden,
    p.taken_at, p.taken_offset, p.taken_source, p.camera, p.lens, p.exposure,
    p.latitude, p.longitude, p.altitude, p.keywords, p.caption,
    c.fingerprint, c.look, c.width, c.height, c.format, c.complete
    FROM {source} JOIN directories AS d ON d.id = p.directory_id JOIN folders AS f ON f.id = p.folder_id
    LEFT JOIN contents AS c ON c.id = p.content_id"""


def rows(conn: Connection, ids: Sequence[int]) -> list[PhotoRow]:
    """The photos with these ids, in their order; forgotten ones are left out."""
    sql = _ROW.format(source="json_each(?) AS wanted CROSS JOIN photos AS p ON p.id = wanted.value")
    found = {row[0]: _photo_row(row) for row in raw(conn).execute(sql, (ints(ids),))}
    return [found[int(key)] for key in ids if int(key) in found]


def find(conn: Connection, path: bytes) -> PhotoRow | None:
    """The photo at exactly this path, gone or not."""
    sql = _ROW.format(source="photos AS p") + " WHERE d.path = ? AND p.name = ?"
    row = raw(conn).execute(sql, split_path(path)).fetchone()
    return None if row is None else _photo_row(row)


def split_path(path: bytes) -> tuple[bytes, bytes]:
    """Directory with its last separator, and name."""
    cut = path.rfind(os.fsencode(os.sep)) + 1
    if os.altsep:
        cut = max(cut, path.rfind(os.fsencode(os.altsep)) + 1)
    return path[:cut], path[cut:]


def paths(conn: Connection, ids: Sequence[int]) -> dict[int, bytes]:
    """Only the paths of these photos."""
    sql = """SELECT p.id, d.path, p.name FROM json_each(?) AS wanted
        CROSS JOIN photos AS p ON p.id = wanted.value JOIN directories AS d ON d.id = p.directory_id"""
    return {key: head + name for key, head, name in raw(conn).execute(sql, (ints(ids),))}


def copies(conn: Connection, ids: Sequence[int]) -> list[int]:
    """These photos and all others there that have the same bytes; ascending ids."""
    sql = """SELECT id FROM photos WHERE gone_at IS NULL AND content_id IN
        (SELECT content_id FROM photos WHERE id IN (SELECT value FROM json_each(?1)))
        UNION SELECT id FROM photos WHERE id IN (SELECT value FROM json_each(?1)) ORDER BY id"""
    return [row[0] for row in raw(conn).execute(sql, (ints(ids),))]


_COLUMNS = np.dtype(
    [
        ("photo_id", np.int64),
        ("content_id", np.int64),
        ("width", np.float32),
        ("height", np.float32),
        ("taken_at", np.float64),
        ("offset", np.float64),
        ("folder_id", np.int32),
        ("hidden", np.bool_),
        ("favourite", np.bool_),
    ]
)


def columns(conn: Connection) -> PhotoColumns:
    """Columns of all photos that can be shown, in one pass over the table."""
    # 9e999 is SQLite's way to write infinity: a number where numpy wants one.
    cursor = raw(conn).execute(
        """SELECT p.id, p.content_id, c.width, c.height, ifnull(p.taken_at, -9e999),
        ifnull(p.taken_offset, 9e999), p.folder_id, p.hidden, p.favourite
        FROM photos AS p NOT INDEXED CROSS JOIN contents AS c ON c.id = p.content_id
        WHERE p.gone_at IS NULL AND p.folder_id IN (SELECT id FROM folders WHERE removed_at IS NULL)
        ORDER BY p.id"""
    )
    blocks = []
    while block := cursor.fetchmany(8192):
        blocks.append(np.array(block, _COLUMNS))
    table = np.concatenate(blocks) if blocks else np.empty(0, _COLUMNS)
    taken = table["taken_at"].copy()
    unknown = ~np.isfinite(taken)
    taken[unknown] = np.nan
    offset = np.where(np.isfinite(table["offset"]), table["offset"], np.nan)
    shift = np.where(np.isnan(offset), local_offset(taken), offset * 60)
    day = np.where(unknown, -1, np.clip(np.floor((taken + shift) / 86_400), -(2**31), 2**31 - 1))
    return PhotoColumns(
        photo_id=table["photo_id"].copy(),
        content_id=table["content_id"].copy(),
        aspect=table["width"] / np.maximum(table["height"], 1),
        day=day.astype(np.int32),
        taken_at=taken,
        folder_id=table["folder_id"].copy(),
        hidden=table["hidden"].copy(),
        favourite=table["favourite"].copy(),
    )


def local_offset(moments: NDArray[np.float64]) -> NDArray[np.float64]:
    """Seconds this computer's time zone is ahead of UTC at POSIX moments (NaN: 0), as float64[n].

    One look at the zone per day, not per photo; only on days on which it changes one per photo.
    """
    days = np.floor(moments / 86_400)
    found = np.zeros(len(moments))
    known = np.isfinite(days)
    unique, place = np.unique(days[known], return_inverse=True)
    starts = np.array([_ahead(day * 86_400) for day in unique])
    ends = np.array([_ahead((day + 1) * 86_400) for day in unique])
    found[known] = starts[place] if len(unique) else 0
    changing = np.flatnonzero(known)[(starts != ends)[place]] if len(unique) else []
    for index in changing:
        found[index] = _ahead(float(moments[index]))
    return found


def _ahead(moment: float) -> int:
    try:
        return time.localtime(moment).tm_gmtoff
    except (OverflowError, OSError, ValueError):  # a year the system's calendar does not have
        return 0


def counts(conn: Connection, *, decoder_version: str | int | None = None) -> Counts:
    """Numbers of the library."""
    from core.catalogue.problems import count, current

    database = raw(conn)
    live = "folder_id IN (SELECT id FROM folders WHERE removed_at IS NULL)"

    def one(sql: str) -> int:
        return int(database.execute(sql, bound).fetchone()[0])

    bound = {"version": str(decoder_version)}
    present, marked, hidden = database.execute(
        f"""SELECT count(*), ifnull(sum(favourite), 0), ifnull(sum(hidden), 0)
        FROM photos WHERE gone_at IS NULL AND {live}"""
    ).fetchone()
    unread = one(
        f"SELECT count(*) FROM photos WHERE content_id IS NULL AND gone_at IS NULL AND photos.{live}"
    )
    due = one(
        f"""SELECT count(*) FROM photos WHERE content_id IS NULL AND gone_at IS NULL AND photos.{live}
        AND NOT EXISTS (SELECT 1 FROM problems
            WHERE problems.photo_id = photos.id AND {current(decoder_version)})"""
    )
    return Counts(
        photos=present,
        indexed=present - unread,
        waiting=due,
        contents=one("SELECT count(*) FROM contents"),
        problems=count(conn),
        gone=one(f"SELECT count(*) FROM photos WHERE gone_at IS NOT NULL AND {live}"),
        favourites=marked,
        hidden=hidden,
        videos=one("SELECT ifnull(sum(videos), 0) FROM folders WHERE removed_at IS NULL"),
        folders=one("SELECT count(*) FROM folders WHERE removed_at IS NULL"),
    )


def count_by_folder(conn: Connection) -> dict[int, int]:
    """Photos that are there, by folder id; removed folders too."""
    sql = """SELECT f.id, (SELECT count(*) FROM photos WHERE folder_id = f.id AND gone_at IS NULL)
        FROM folders AS f"""
    return dict(raw(conn).execute(sql))


def _photo_row(row: Sequence[Any]) -> PhotoRow:
    key, head, name, folder, state, removed, *facts = row
    facts[7] = bool(facts[7])
    facts[8] = bool(facts[8])
    facts[18] = tuple(json.loads(facts[18])) if facts[18] else ()
    return PhotoRow(key, head + name, folder, state, bool(removed), *facts)
