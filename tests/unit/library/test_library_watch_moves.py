"""Renamed and moved, alone or by the thousand: everything known stays, and nothing is encoded again."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import Any

import pytest

from core.catalogue import photos
from core.ingest.watch import Watcher
from core.jobs import Context, Token
from core.library import IndexSummary, Library
from tests.photos import make_photos
from tests.waiting import until


def run(library: Library, *paths: Path) -> IndexSummary:
    for path in paths:
        library.add_folder(path)
    return library.index_now(None, Context(Token(), 3, lambda event: None, lambda: None))


class Encoded:
    """Counts the photos that go through the network, and the files that are read."""

    def __init__(self, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
        from core.images import read

        self.photos = 0
        self.read = 0
        encoder = library._models.encoder()
        encode, whole = encoder.encode_photos, read._whole

        def counted(batch, turn):
            self.photos += len(batch)
            return encode(batch, turn)

        def reading(handle: int, size: int) -> bytes:
            self.read += 1
            return whole(handle, size)

        monkeypatch.setattr(encoder, "encode_photos", counted)
        monkeypatch.setattr(read, "_whole", reading)

    @property
    def nothing(self) -> bool:
        return (self.photos, self.read) == (0, 0)


def by_path(library: Library) -> dict[bytes, int]:
    ids = library.all_photos().photo_ids
    return {row.path: row.id for row in library.rows(ids)}


def mark(library: Library, ids: list[int]) -> None:
    with library._shared.catalogue.writing() as conn:
        photos.set_marks(conn, ids, favourite=True)


def favourites(library: Library) -> set[int]:
    return {row.id for row in library.rows(library.all_photos().photo_ids) if row.favourite}


@pytest.mark.parametrize("count", [300, pytest.param(10_000, marks=pytest.mark.slow)])
def test_a_renamed_folder_of_many_photos_keeps_everything(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    # Each a file of its own: of hard links nobody could say which went where.
    root = tmp_path / "p"
    data = [file.read_bytes() for file in make_photos(tmp_path / "originals", 5)]
    for number in range(count):
        place = root / "2023" / f"day-{number // 100:04}"
        if number % 100 == 0:
            place.mkdir(parents=True)
        (place / f"IMG_{number:06}.jpg").write_bytes(data[number % 5])
    assert run(library, root).indexed == count
    before = by_path(library)
    mark(library, sorted(before.values())[::7])
    counter = Encoded(library, monkeypatch)
    (root / "2023").rename(root / "Summer in Wales")
    summary = run(library)
    assert (summary.moved, summary.gone, summary.indexed) == (count, 0, 0)
    assert counter.nothing
    was, now = os.fsencode(root / "2023"), os.fsencode(root / "Summer in Wales")
    assert by_path(library) == {path.replace(was, now, 1): key for path, key in before.items()}
    assert favourites(library) == set(sorted(before.values())[::7])
    assert library.search("a dog").photos_searched == count


@pytest.mark.parametrize("first", ["where they were", "where they are"])
def test_a_folder_moved_between_two_watched_folders_keeps_everything(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: str
) -> None:
    make_photos(tmp_path / "a" / "trip", 6)
    make_photos(tmp_path / "a", 1, first=50)
    make_photos(tmp_path / "b", 2, first=60)
    run(library, tmp_path / "a", tmp_path / "b")
    before = by_path(library)
    trip = os.fsencode(tmp_path / "a" / "trip")
    moving = sorted(key for path, key in before.items() if path.startswith(trip))
    mark(library, moving[:2])
    counter = Encoded(library, monkeypatch)
    (tmp_path / "a" / "trip").rename(tmp_path / "b" / "holiday")
    ids = {info.name: info.id for info in library.folders()}
    context = Context(Token(), 3, lambda event: None, lambda: None)
    for chosen in {"where they were": ["a", "b"], "where they are": ["b", "a"]}[first]:
        library._indexing.run(context, [ids[chosen]])
    now = os.fsencode(tmp_path / "b" / "holiday")
    assert {key for path, key in by_path(library).items() if path.startswith(now)} == set(moving)
    assert favourites(library) == set(moving[:2])
    assert counter.nothing and library.search("a dog").photos_searched == 9
    assert {info.name: info.photos for info in library.folders()} == {"a": 1, "b": 8}


def swap(folder: Path) -> None:
    (folder / "photo_0000.jpg").rename(folder / "aside.jpg")
    (folder / "photo_0001.jpg").rename(folder / "photo_0000.jpg")
    (folder / "aside.jpg").rename(folder / "photo_0001.jpg")


def test_odd_renames_encode_nothing(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "p"
    make_photos(folder, 4)
    run(library, folder)
    counter = Encoded(library, monkeypatch)
    for old, new in (
        ("photo_0002.jpg", "PHOTO_0002.JPG"),
        ("photo_0003.jpg", "broken\udcff.jpg"),
        # Two change their places.
        ("photo_0000.jpg", "aside.jpg"),
        ("photo_0001.jpg", "photo_0000.jpg"),
        ("aside.jpg", "photo_0001.jpg"),
    ):
        (folder / old).rename(folder / new)
    assert run(library).gone == 0
    assert counter.photos == 0 and len(by_path(library)) == 4


def test_a_renamed_folder_in_a_watched_one_is_followed_live(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.settings.set("watch.quiet_seconds", 0.2)
    make_photos(tmp_path / "p" / "old", 5)
    run(library, tmp_path / "p")
    before = set(by_path(library).values())
    counter = Encoded(library, monkeypatch)
    library.watch()
    assert until(lambda: library.folders()[0].state == "live")
    (tmp_path / "p" / "old").rename(tmp_path / "p" / "new")
    new = os.fsencode(tmp_path / "p" / "new")
    assert until(lambda: all(path.startswith(new) for path in by_path(library)))
    assert set(by_path(library).values()) == before and counter.nothing


def test_a_photo_that_comes_between_the_first_look_and_the_watch_is_found(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.settings.set("watch.quiet_seconds", 0.2)
    make_photos(tmp_path / "p", 1)
    library.add_folder(tmp_path / "p")
    gate, schedule = threading.Event(), Watcher._schedule

    def late(*arguments: Any) -> None:
        assert gate.wait(60)
        schedule(*arguments)

    monkeypatch.setattr(Watcher, "_schedule", late)
    library.watch()
    assert library.index().wait(60)
    assert library.status().embedded == 1
    make_photos(tmp_path / "p", 1, first=5)
    gate.set()
    assert until(lambda: library.status().embedded == 2)
