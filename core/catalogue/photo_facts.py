"""Facts of all photos as columns, for filters and for counting what a list can be narrowed by."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from core.catalogue.connect import raw
from core.catalogue.words import folded

Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class PhotoFacts:
    """Facts by ascending photo id, one row each for every photo whose content is known, gone or not.

    ``photo_id`` int64[n]; ``size`` int64[n] bytes; ``width``, ``height`` int32[n]; ``latitude``,
    ``longitude``, ``added_at`` float64[n] (NaN unknown); ``keywords``, ``captions``, ``offline``, ``dated``
    bool[n] (it has some; its folder is offline; its date is more than that of the file). ``format``,
    ``camera``, ``lens``, ``directory`` int32[n] are places in the lists of the same names; -1: none.
    ``directories`` are paths with their last separator.
    """

    photo_id: NDArray[np.int64]
    size: NDArray[np.int64]
    width: NDArray[np.int32]
    height: NDArray[np.int32]
    latitude: NDArray[np.float64]
    longitude: NDArray[np.float64]
    added_at: NDArray[np.float64]
    keywords: Bools
    captions: Bools
    offline: Bools
    dated: Bools
    format: NDArray[np.int32]
    camera: NDArray[np.int32]
    lens: NDArray[np.int32]
    directory: NDArray[np.int32]
    formats: tuple[str, ...]
    cameras: tuple[str, ...]
    lenses: tuple[str, ...]
    directories: tuple[bytes, ...]

    def rows_of(self, photo_id: NDArray[np.int64]) -> NDArray[np.int64]:
        """Where these photos stand; every one of them must be there."""
        return np.searchsorted(self.photo_id, photo_id)

    @cached_property
    def plain_directories(self) -> tuple[str, ...]:
        """The directories as ``plain_path`` has them."""
        return tuple(plain_path(path.decode("utf-8", "surrogateescape")) for path in self.directories)

    def inside(self, folder: str) -> Bools:
        """Which of the directories are the folder or lie below it, bool[n].

        A folder is named by its whole path, or by parts of it that follow each other: "Trips/Norway" is
        /home/a/Trips/Norway too. Case does not count, nor how an accent is stored.
        """
        folder = folder.replace(os.sep, "/")
        wanted = plain_path(folder)
        if folder.startswith("/") or re.match(r"[A-Za-z]:(?:/|$)", folder):
            found = (path.startswith(wanted) for path in self.plain_directories)
        else:
            found = (wanted in path for path in self.plain_directories)
        return np.fromiter(found, np.bool_, len(self.directories))


def plain_path(path: str) -> str:
    """A path to be compared: without case, one slash between its parts, and one at either end."""
    steps = folded(path).replace(os.sep, "/").split("/")
    return "".join(f"/{step}" for step in steps if step) + "/"


_NUMBERS = np.dtype(
    [
        ("photo_id", np.int64),
        ("size", np.int64),
        ("width", np.int32),
        ("height", np.int32),
        ("latitude", np.float64),
        ("longitude", np.float64),
        ("added_at", np.float64),
        ("keywords", np.bool_),
        ("captions", np.bool_),
        ("offline", np.bool_),
        ("dated", np.bool_),
    ]
)


def facts(conn: Connection) -> PhotoFacts:
    """Read them all, in one pass over the table."""
    database = raw(conn)
    # 9e999 is SQLite's way to write infinity: a number where numpy wants one.
    cursor = database.execute(
        """SELECT p.id, p.size, c.width, c.height, ifnull(p.latitude, -9e999), ifnull(p.longitude, -9e999),
        p.added_at, ifnull(p.keywords, '') NOT IN ('', '[]'), ifnull(p.caption, '') != '',
        p.folder_id IN (SELECT id FROM folders WHERE state = 'offline'),
        p.taken_at IS NOT NULL AND ifnull(p.taken_source, '') != 'mtime',
        c.format, nullif(p.camera, ''), nullif(p.lens, ''), p.directory_id
        FROM photos AS p NOT INDEXED CROSS JOIN contents AS c ON c.id = p.content_id ORDER BY p.id"""
    )
    blocks: list[NDArray[np.void]] = []
    codes: list[NDArray[np.int32]] = []
    known: tuple[dict[str | int | None, int], ...] = ({}, {}, {}, {})
    while block := cursor.fetchmany(8192):
        blocks.append(np.array([row[:11] for row in block], _NUMBERS))
        coded = [
            [-1 if row[11 + at] is None else names.setdefault(row[11 + at], len(names)) for row in block]
            for at, names in enumerate(known)
        ]
        codes.append(np.array(coded, np.int32))
    table = np.concatenate(blocks) if blocks else np.empty(0, _NUMBERS)
    code = np.concatenate(codes, axis=1) if codes else np.empty((4, 0), np.int32)
    heads: dict[int, bytes] = dict(database.execute("SELECT id, path FROM directories"))
    columns = {name: table[name].copy() for name in _NUMBERS.names or ()}
    for name in ("latitude", "longitude"):
        columns[name][~np.isfinite(columns[name])] = np.nan
    return PhotoFacts(
        **columns,
        format=code[0].copy(),
        camera=code[1].copy(),
        lens=code[2].copy(),
        directory=code[3].copy(),
        formats=tuple(map(str, known[0])),
        cameras=tuple(map(str, known[1])),
        lenses=tuple(map(str, known[2])),
        directories=tuple(heads.get(int(key or 0), b"") for key in known[3]),
    )


def raw_pairs(conn: Connection) -> NDArray[np.int64]:
    """Photo ids int64[n, 2]: a RAW file, and an ordinary picture of the same name in the same directory; of
    several pictures each.
    """
    rows = (
        raw(conn)
        .execute(
            """SELECT p.id, q.id FROM contents AS c
        JOIN photos AS p ON p.content_id = c.id AND p.gone_at IS NULL
        JOIN photos AS q ON q.directory_id = p.directory_id
            AND q.name >= CAST(substr(p.name, 1, length(p.name) - 3) AS BLOB)
            AND q.name < CAST(substr(p.name, 1, length(p.name) - 4) || '/' AS BLOB)
            AND instr(substr(q.name, length(p.name) - 2), CAST('.' AS BLOB)) = 0
            AND q.gone_at IS NULL AND q.id != p.id
        JOIN contents AS d ON d.id = q.content_id AND d.format != 'raw'
        WHERE c.format = 'raw' AND substr(p.name, length(p.name) - 3, 1) = CAST('.' AS BLOB)
        ORDER BY p.id, q.id"""
        )
        .fetchall()
    )
    return np.array(rows, dtype=np.int64).reshape(-1, 2)


def path_order(conn: Connection) -> NDArray[np.int64]:
    """All photo ids in the order of their paths."""
    rows = raw(conn).execute(
        """SELECT p.id FROM directories AS d CROSS JOIN photos AS p ON p.directory_id = d.id
        ORDER BY d.path, p.name"""
    )
    return np.fromiter((row[0] for row in rows), np.int64)


def offline_folders(conn: Connection) -> NDArray[np.int64]:
    """Ids of the folders that cannot be reached."""
    rows = raw(conn).execute("SELECT id FROM folders WHERE state = 'offline' ORDER BY id").fetchall()
    return np.array([row[0] for row in rows], np.int64)
