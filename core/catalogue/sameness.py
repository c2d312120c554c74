"""What is compared to find duplicates: looks, times and sizes of all photos, and pairs kept apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from core.catalogue.connect import ints, raw

_THERE = "gone_at IS NULL AND folder_id IN (SELECT id FROM folders WHERE removed_at IS NULL)"


@dataclass(frozen=True)
class Comparable:
    """Columns of the photos that can be shown, by ascending id; arrays of length n.

    ``taken_at`` NaN unknown, ``timed`` when it comes from the camera; ``camera`` -1 unknown; ``since`` is
    the file's modification time. ``looks`` are 8-byte perceptual hashes or None.
    """

    photo_id: NDArray[np.int64]
    content_id: NDArray[np.int64]
    taken_at: NDArray[np.float64]
    timed: NDArray[np.bool_]
    camera: NDArray[np.int64]
    width: NDArray[np.int64]
    height: NDArray[np.int64]
    size: NDArray[np.int64]
    since: NDArray[np.float64]
    favourite: NDArray[np.bool_]
    looks: tuple[bytes | None, ...]
    formats: tuple[str, ...]
    names: tuple[bytes, ...]


def comparable(conn: Connection) -> Comparable:
    """Read them all; hidden photos are left out."""
    rows = (
        raw(conn)
        .execute(
            f"""SELECT p.id, p.content_id, ifnull(p.taken_at, -9e999), p.taken_source IN ('exif', 'xmp'),
        p.camera, c.width, c.height, p.size, p.mtime_ns, p.favourite, c.look, c.format, p.name
        FROM photos AS p JOIN contents AS c ON c.id = p.content_id
        WHERE {_THERE} AND NOT p.hidden ORDER BY p.id"""
        )
        .fetchall()
    )
    columns = list(zip(*rows, strict=True)) if rows else [()] * 13
    taken = np.array(columns[2], np.float64)
    taken[~np.isfinite(taken)] = np.nan
    cameras: dict[str, int] = {}
    camera = [-1 if name is None else cameras.setdefault(name, len(cameras)) for name in columns[4]]
    return Comparable(
        photo_id=np.array(columns[0], np.int64),
        content_id=np.array(columns[1], np.int64),
        taken_at=taken,
        timed=np.array([bool(one) for one in columns[3]], np.bool_),
        camera=np.array(camera, np.int64),
        width=np.array(columns[5], np.int64),
        height=np.array(columns[6], np.int64),
        size=np.array(columns[7], np.int64),
        since=np.array(columns[8], np.float64) / 1e9,
        favourite=np.array([bool(one) for one in columns[9]], np.bool_),
        looks=tuple(columns[10]),
        formats=tuple(columns[11]),
        names=tuple(columns[12]),
    )


def keep_apart(conn: Connection, content_ids: Sequence[int]) -> None:
    """The person says that no two photos with these contents, one for each, are duplicates of each other.

    A content that stands there twice is then apart from itself: its copies are meant.
    """
    pairs = dict.fromkeys(combinations(sorted(content_ids), 2))
    raw(conn).executemany(
        "INSERT INTO apart (one_id, other_id) VALUES (?, ?) ON CONFLICT DO NOTHING", list(pairs)
    )


def apart(conn: Connection) -> set[tuple[int, int]]:
    """Pairs of contents that are kept apart, the smaller id first; twice the same one: its copies."""
    return set(raw(conn).execute("SELECT one_id, other_id FROM apart"))


def known_sizes(conn: Connection) -> NDArray[np.int64]:
    """Sizes in bytes of all photos that are there, in folders that were not removed, each once, ascending."""
    rows = raw(conn).execute(f"SELECT DISTINCT size FROM photos WHERE {_THERE} ORDER BY size")
    return np.array([row[0] for row in rows], np.int64)


def a_photo_of(conn: Connection, content_ids: Sequence[int], outside: bytes = b"") -> dict[int, int]:
    """For each content the id of one photo that is there, in a folder that was not removed; none for a
    content that only photos below ``outside`` have, a path with its last separator.
    """
    rows = raw(conn).execute(
        f"""SELECT content_id, min(photos.id) FROM photos JOIN directories AS d ON d.id = directory_id
        WHERE {_THERE} AND (?2 = x'' OR substr(d.path, 1, length(?2)) != ?2)
        AND content_id IN (SELECT value FROM json_each(?1)) GROUP BY content_id""",
        (ints(content_ids), outside),
    )
    return dict(rows)
