"""Facts of all photos as columns, for filters and for counting what a list can be narrowed by."""

from __future__ import annotations

import os
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from core.catalogue.connect import raw


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
    keywords: NDArray[np.bool_]
    captions: NDArray[np.bool_]
    offline: NDArray[np.bool_]
    dated: NDArray[np.bool_]
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
    cursor = database.execute(
        """SELECT p.id, p.size, c.width, c.height, ifnull(p.latitude, -9e999), ifnull(p.longitude, -9e999),
        p.added_at, p.keywords IS NOT NULL, p.caption IS NOT NULL,
        p.folder_id IN (SELECT id FROM folders WHERE state = 'offline'),
        p.taken_at IS NOT NULL AND ifnull(p.taken_source, '') != 'mtime',
        c.format, p.camera, p.lens, p.directory_id
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
    """Photo ids int64[n, 2]: a RAW file, and the ordinary picture of the same name in the same directory."""
    rows = (
        raw(conn)
        .execute(
            """SELECT p.id, min(q.id) FROM contents AS c
        JOIN photos AS p ON p.content_id = c.id AND p.gone_at IS NULL
        JOIN photos AS q ON q.directory_id = p.directory_id
            AND q.name >= CAST(substr(p.name, 1, length(p.name) - 3) AS BLOB)
            AND q.name < CAST(substr(p.name, 1, length(p.name) - 4) || '/' AS BLOB)
            AND q.gone_at IS NULL AND q.id != p.id
        JOIN contents AS d ON d.id = q.content_id AND d.format != 'raw'
        WHERE c.format = 'raw' AND substr(p.name, length(p.name) - 3, 1) = CAST('.' AS BLOB)
        GROUP BY p.id"""
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
    return np.array([row[0] for row in rows], dtype=np.int64)


def inside(directories: tuple[bytes, ...], folder: str) -> NDArray[np.bool_]:
    """Which of these directories are the folder or lie below it, bool[n].

    A folder is named by its whole path, or by the last parts of it: "Trips/Norway" is
    /home/a/Trips/Norway too. Case does not count.
    """
    wanted = _parts(folder.encode("utf-8", "surrogateescape"))
    whole = os.path.isabs(folder)
    found = np.zeros(len(directories), dtype=np.bool_)
    if not wanted:
        found[:] = whole
        return found
    for place, directory in enumerate(directories):
        parts = _parts(directory)
        starts = (0,) if whole else range(len(parts) - len(wanted) + 1)
        found[place] = any(parts[at : at + len(wanted)] == wanted for at in starts)
    return found


def _parts(path: bytes) -> list[str]:
    text = path.decode("utf-8", "surrogateescape").replace(os.altsep or os.sep, os.sep).casefold()
    return [part for part in text.split(os.sep) if part]
