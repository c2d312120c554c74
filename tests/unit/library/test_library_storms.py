"""Thousands of events, a clock that goes back, folders that flicker: a watched library ends as if all had come
one by one."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.jobs import BACKGROUND, Context, Event, Failed, Finished, Token
from core.library import IndexSummary, Library
from tests.photos import jpeg_bytes, make_photos
from tests.waiting import until

QUIET = 0.3
DAY = 86_400.0


@pytest.fixture
def watched(library: Library, tmp_path: Path) -> Iterator[Watched]:
    (tmp_path / "photos").mkdir()
    made = Watched(library, tmp_path / "photos")
    yield made
    assert not made.failed, made.failed


class Watched:
    """A library that watches one folder, and what it says of its looks."""

    def __init__(self, library: Library, folder: Path) -> None:
        self.library, self.folder = library, folder
        self.looks = 0
        self.failed: list[Exception] = []
        library.settings.set("watch.quiet_seconds", QUIET)
        library.settings.set("watch.poll_seconds", 0.5)
        library.add_folder(folder)

    def heard(self, event: Event) -> None:
        if isinstance(event, Finished):
            self.looks += 1
        elif isinstance(event, Failed):
            self.failed.append(event.error)

    def begin(self) -> None:
        self.library.watch(self.heard)
        assert until(lambda: self.library.folders()[0].state == "live")

    def look(self) -> IndexSummary:
        return self.library.index_now(None, Context(Token(), BACKGROUND, lambda event: None, lambda: None))

    def photos(self) -> dict[bytes, int]:
        ids = self.library.all_photos().photo_ids
        return {row.path: row.id for row in self.library.rows(ids)}

    def wrong(self) -> list[str]:
        return [str(finding) for finding in self.library.check() if finding.wrong]

    def on_disk(self) -> set[bytes]:
        return {os.fsencode(path) for path in self.folder.rglob("*.jpg")}


def pour(folder: Path, count: int, different: int = 40) -> None:
    """Files one after another, as fast as the disk takes them, a hundred to a folder."""
    data = [jpeg_bytes(number) for number in range(different)]
    for number in range(count):
        place = folder / f"day {number // 100:04}"
        if number % 100 == 0:
            place.mkdir(parents=True)
        (place / f"IMG_{number:06}.jpg").write_bytes(data[number % different])


@pytest.mark.parametrize("count", [2_000, pytest.param(50_000, marks=pytest.mark.slow)])
def test_files_poured_into_a_watched_folder_all_come_in(watched: Watched, count: int) -> None:
    library, answered, stop = watched.library, [0], threading.Event()
    watched.begin()

    def ask() -> None:
        while not stop.is_set():
            library.search("a dog")
            answered[0] += 1
            stop.wait(0.05)

    asking = threading.Thread(target=ask)
    asking.start()
    try:
        began = time.monotonic()
        pour(watched.folder, count)
        assert until(lambda: library.status().embedded == count, 120 + count / 100)
        took = time.monotonic() - began
    finally:
        stop.set()
        asking.join()
    assert answered[0] > 2, "nobody could search meanwhile"
    # a look needs some quiet before it, or a minute of patience: never one for each file
    assert until(lambda: watched.looks >= 1)
    assert watched.looks <= 3 + took / QUIET
    assert set(watched.photos()) == watched.on_disk()
    status = library.status()
    assert (status.photos, status.waiting, status.problems) == (count, 0, 0)
    assert not watched.wrong()


@pytest.mark.parametrize("count", [300, pytest.param(10_000, marks=pytest.mark.slow)])
def test_a_folder_renamed_under_the_watch_never_loses_a_photo(watched: Watched, count: int) -> None:
    library = watched.library
    pour(watched.folder / "2023", count)
    assert watched.look().indexed == count
    before = watched.photos()
    library.marks.favourite(sorted(before.values())[::7], True)
    watched.begin()
    least, now = [count], watched.folder / "2023"
    for name in ("Wales", "Summer in Wales", "2023 again"):
        now = now.rename(watched.folder / name)
        time.sleep(QUIET / 2)  # the next comes before this one was looked over

    def moved() -> bool:
        photos = watched.photos()
        least[0] = min(least[0], len(photos))
        return set(photos) == watched.on_disk()

    assert until(moved, 60 + count / 100)
    assert least[0] == count, "photos were missing meanwhile"
    was, to = os.fsencode(watched.folder / "2023"), os.fsencode(now)
    assert watched.photos() == {path.replace(was, to, 1): key for path, key in before.items()}
    rows = library.rows(library.all_photos().photo_ids)
    assert {row.id for row in rows if row.favourite} == set(sorted(before.values())[::7])
    assert not watched.wrong()


def test_a_clock_set_back_forgets_nothing(watched: Watched) -> None:
    library, shared = watched.library, watched.library._shared
    first = make_photos(watched.folder, 6)
    assert watched.look().indexed == 6
    kept = watched.photos()
    ahead = time.time()
    for years in (1, 20, 60):  # the battery of the clock is flat: 1970 comes again
        shared.now = lambda years=years: max(0.0, ahead - years * 365 * DAY)
        new = make_photos(watched.folder, 1, first=100 + years)[0]
        summary = watched.look()
        assert (summary.indexed, summary.gone) == (1, 0)
        away = first.pop()
        away.rename(watched.folder.parent / away.name)
        assert watched.look().gone == 1
        (watched.folder.parent / away.name).rename(away)
        watched.look()
        assert watched.photos()[os.fsencode(away)] == kept[os.fsencode(away)], "known again as it was"
        assert os.fsencode(new) in watched.photos()
    library.remove_folder(watched.folder)
    assert not watched.photos()
    watched.look()
    library.add_folder(watched.folder)
    watched.look()
    assert kept.items() <= watched.photos().items(), "a folder removed and added at once is as it was"
    # the clock is right again
    shared.now = lambda: ahead + DAY
    assert (watched.look().gone, watched.look().indexed) == (0, 0)
    assert kept.items() <= watched.photos().items()
    assert not watched.wrong()


def test_a_clock_set_back_under_the_watch_delays_nothing(watched: Watched) -> None:
    watched.begin()
    make_photos(watched.folder, 2)
    assert until(lambda: len(watched.photos()) == 2)
    watcher = watched.library._watching._watcher
    assert watcher is not None
    watcher._clock = lambda: time.monotonic() - 100_000.0
    make_photos(watched.folder, 2, first=10)
    assert until(lambda: len(watched.photos()) == 4)
    watcher._clock = lambda: time.monotonic() + 100_000.0
    make_photos(watched.folder, 2, first=20)
    assert until(lambda: len(watched.photos()) == 6)
    assert set(watched.photos()) == watched.on_disk()


def test_a_folder_that_flickers_keeps_its_photos(watched: Watched) -> None:
    """As a drive with a loose plug: there, away, there, with photos that come and change meanwhile."""
    library = watched.library
    make_photos(watched.folder, 20)
    watched.look()
    kept = watched.photos()
    watched.begin()
    away = watched.folder.parent / "unplugged"
    for turn in range(6):
        watched.folder.rename(away)
        time.sleep(0.1 * (turn % 3))
        assert len(watched.photos()) >= 20
        make_photos(away, 1, first=100 + turn)
        away.rename(watched.folder)
        time.sleep(0.1 * (turn % 2))
    assert until(lambda: set(watched.photos()) == watched.on_disk())
    assert len(watched.photos()) == 26
    assert kept.items() <= watched.photos().items()
    assert until(lambda: library.folders()[0].state == "live")
    assert not watched.wrong()


def test_orders_that_contradict_each_other_end_with_the_last(watched: Watched) -> None:
    library = watched.library
    make_photos(watched.folder, 30)
    watched.begin()
    jobs = []
    for turn in range(12):
        jobs.append(library.index(None, watched.heard))
        library.remove_folder(watched.folder)
        library.settings.set("watch.rescan_seconds", 3600.0 + turn)  # the watcher begins anew
        library.add_folder(watched.folder)
        jobs.append(library.index([watched.folder], watched.heard))
        if turn % 3 == 0:
            library.pause()
            jobs[-2].cancel()
            library.resume()
    assert until(lambda: library.status().embedded == 30)
    assert set(watched.photos()) == watched.on_disk()
    folder = library.folders()[0]
    library.set_excludes(folder.id, "photo_000*")
    library.set_excludes(folder.id, "")
    library.set_excludes(folder.id, "photo_001*")
    assert until(lambda: len(watched.photos()) == 20)
    library.set_excludes(folder.id, "")
    assert until(lambda: set(watched.photos()) == watched.on_disk())
    assert not watched.wrong()
