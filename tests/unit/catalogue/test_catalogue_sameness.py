from __future__ import annotations

from pathlib import Path

import numpy as np

from core.catalogue import photos, sameness
from core.catalogue.connect import raw
from core.catalogue.photos import PhotoRow
from core.catalogue.store import Catalogue
from tests import made_catalogue


def rows_of(catalogue: Catalogue) -> list[PhotoRow]:
    with catalogue.reading() as conn:
        return photos.rows(conn, [key for (key,) in raw(conn).execute("SELECT id FROM photos ORDER BY id")])


def test_what_is_compared_is_what_the_rows_say(tmp_path: Path) -> None:
    with made_catalogue.made(tmp_path, seed=4, count=200) as catalogue:
        rows = rows_of(catalogue)
        with catalogue.reading() as conn:
            found = sameness.comparable(conn)
            sizes = sameness.known_sizes(conn).tolist()
    there = [row for row in rows if row.gone_at is None and not row.folder_removed]
    assert sizes == sorted({row.size for row in there})
    shown = [row for row in there if row.content_id is not None and not row.hidden]
    assert found.photo_id.tolist() == [row.id for row in shown]
    cameras: dict[int, str | None] = {}
    for at, row in enumerate(shown):
        taken = None if np.isnan(found.taken_at[at]) else found.taken_at[at]
        assert taken == row.taken_at and found.timed[at] == (row.taken_source in ("exif", "xmp"))
        numbers = (found.content_id[at], found.width[at], found.height[at], found.size[at])
        assert numbers == (row.content_id, row.width, row.height, row.size)
        assert (found.since[at], found.favourite[at]) == (row.mtime_ns / 1e9, row.favourite)
        assert (found.formats[at], found.names[at]) == (row.format, row.path.rpartition(b"/")[2])
        assert cameras.setdefault(int(found.camera[at]), row.camera) == row.camera
    assert cameras.get(-1) is None


def test_an_empty_catalogue(store: Catalogue) -> None:
    with store.reading() as conn:
        assert len(sameness.comparable(conn).photo_id) == len(sameness.known_sizes(conn)) == 0
        assert sameness.a_photo_of(conn, [1, 2]) == {} and sameness.apart(conn) == set()


def test_pairs_are_kept_apart_and_forgotten_with_their_contents(store: Catalogue) -> None:
    with store.writing() as conn:
        for key in range(1, 6):
            raw(conn).execute(
                "INSERT INTO contents (id, fingerprint, width, height, format) VALUES (?, ?, 1, 1, 'jpeg')",
                (key, bytes([key])),
            )
        sameness.keep_apart(conn, [4, 2, 5])
        sameness.keep_apart(conn, [2, 4])
        sameness.keep_apart(conn, [3])
        sameness.keep_apart(conn, [])
        assert sameness.apart(conn) == {(2, 4), (2, 5), (4, 5)}
        sameness.keep_apart(conn, [1, 1, 3])
        assert sameness.apart(conn) == {(2, 4), (2, 5), (4, 5), (1, 1), (1, 3)}
        raw(conn).execute("DELETE FROM contents WHERE id = 4")
    with store.reading() as conn:
        assert sameness.apart(conn) == {(2, 5), (1, 1), (1, 3)}


def test_a_photo_of_each_content_that_is_there_and_elsewhere(tmp_path: Path) -> None:
    with made_catalogue.made(tmp_path, seed=6, count=200) as catalogue:
        rows = rows_of(catalogue)
        contents = sorted({row.content_id for row in rows if row.content_id is not None})
        for below in (b"", b"/pictures/one/", b"/pictures/", b"/drive/away/"):
            with catalogue.reading() as conn:
                found = sameness.a_photo_of(conn, [*contents, 10**6], below)
            expected: dict[int, int] = {}
            for row in reversed(rows):
                there = row.gone_at is None and not row.folder_removed and row.content_id is not None
                if there and not (below and row.path.startswith(below)):
                    expected[row.content_id or 0] = row.id
            assert found == expected
        assert len(found) < len(contents)
