"""Looking beside reading: what is found comes in order, once, and an end or an error is never missed."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.catalogue import contents, folders, photos
from core.catalogue.store import Catalogue
from core.ingest.lookahead import LookAhead
from core.ingest.looking import Looking
from core.ingest.scan import scan_folder
from core.ingest.waiting import Waiting
from core.ingest.walk import Walk, walking


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue.open(tmp_path / "home") as opened:
        yield opened


@pytest.fixture
def folder(catalogue: Catalogue, tmp_path: Path) -> int:
    (tmp_path / "p").mkdir()
    with catalogue.writing() as conn:
        return folders.add(conn, os.fsencode(tmp_path / "p"), 0.0).id


def insert(catalogue: Catalogue, folder: int, first: int, count: int) -> None:
    new = [photos.NewPhoto(b"/p/%d.jpg" % number, 1, number, 5, 5) for number in range(first, first + count)]
    with catalogue.writing() as conn:
        photos.insert_waiting(conn, folder, new, 1.0)


def waiting(catalogue: Catalogue) -> Waiting:
    with catalogue.writing() as conn:
        space = contents.space_id(conn, "s", 4)
    return Waiting(catalogue, space, "1")


def test_what_is_found_comes_first_and_everything_once(catalogue: Catalogue, folder: int) -> None:
    insert(catalogue, folder, 0, 300)
    more = threading.Event()

    def work(looking: Looking) -> None:
        insert(catalogue, folder, 1000, 3)
        looking.wrote(3)
        more.wait(10)
        insert(catalogue, folder, 2000, 300)

    with catalogue.reading() as conn:
        newest = folders.newest_photo(conn)
    given: list[int] = []
    idle = 0
    with Looking(work, newest) as looking:
        while not looking.found:
            looking.wait(1.0)
        for one in waiting(catalogue).all(looking):
            if one is None:
                idle += 1
                more.set()
                time.sleep(0.001)
            else:
                given.append(one.photo_id)
    found, older = given[:303], given[303:]
    assert found == sorted(found) and found[0] > newest and older == list(range(1, 301)) and idle > 0


def test_leaving_ends_the_work_and_its_error_is_kept() -> None:
    def endless(looking: Looking) -> None:
        while True:
            looking.token.check()
            time.sleep(0.01)

    with Looking(endless, 0) as looking:
        assert looking.going and not looking.found
    assert not looking.going
    looking.check()

    def failing(looking: Looking) -> None:
        raise OSError("no room")

    with Looking(failing, 0) as looking:
        looking.wait(5.0)
        assert not looking.going
        with pytest.raises(OSError, match="no room"):
            looking.check()


def test_a_source_that_has_nothing_now_is_asked_again_and_can_be_closed() -> None:
    ready = threading.Event()

    def source() -> Iterator[int | None]:
        yield 1
        while not ready.is_set():
            yield None
        yield 2

    def ahead() -> LookAhead[int, int]:
        return LookAhead(source(), lambda item, room: item, workers=2, cost=lambda _: 1, budget=10)

    one = ahead()
    assert one.take(5) == [1]
    assert one.take(5, wait=0.05) == []
    one.close()
    other = ahead()
    assert other.take(5) == [1]
    ready.set()
    assert other.take(5) == [2] and other.take(5) is None
    other.close()


def test_gentle_reading_has_one_thread_of_its_own_and_can_change_at_any_time() -> None:
    gentle = [True]
    lowered: list[str] = []
    names: list[str] = []

    def work(item: int, room: object) -> int:
        names.append(threading.current_thread().name)
        gentle[0] = not 20 <= item < 60
        return item

    ahead = LookAhead(
        range(80),
        work,
        workers=3,
        cost=lambda _: 1,
        budget=10,
        gentle=lambda: gentle[0],
        lowered=lambda: lowered.append(threading.current_thread().name),
    )
    done: list[int] = []
    while (taken := ahead.take(10)) is not None:
        done += taken
    ahead.close()
    assert sorted(done) == list(range(80)) and lowered == ["decoder-gentle"]
    assert set(names[:20]) == {"decoder-gentle"} == {names[-1]}
    assert any(name != "decoder-gentle" for name in names[21:61])


# steps of a look


def tree(root: Path, count: int) -> None:
    for number in range(count):
        if number % 10 == 0:
            (root / f"{number:03}").mkdir(parents=True)
        (root / f"{number // 10 * 10:03}" / f"{number}.jpg").write_bytes(bytes(number + 1))


def test_a_large_folder_is_given_in_portions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from core.ingest import walk

    monkeypatch.setattr(walk, "_PORTION", 4)
    for number in range(10):
        (tmp_path / f"{number}.jpg").touch()
    given = [len(found) for _, found in walking(Walk(os.fsencode(tmp_path)))]
    assert sum(given) == 10 and max(given) == 4


@pytest.mark.parametrize("rows", [1, 7, 5000])
def test_in_however_many_steps_the_outcome_is_the_same(
    catalogue: Catalogue, folder: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: int
) -> None:
    from core.ingest import scan as scanning

    monkeypatch.setattr(scanning, "_FIRST_ROWS", rows)
    monkeypatch.setattr(scanning, "_ROWS", rows)
    root = tmp_path / "p"
    tree(root, 40)
    with catalogue.reading() as conn:
        row = folders.get(conn, folder)
    assert row is not None
    steps: list[int] = []
    assert scan_folder(catalogue, row, now=1.0, written=steps.append).new == 40 == sum(steps)
    assert (len([one for one in steps if one]) > 1) == (rows < 40)
    with catalogue.reading() as conn:
        before = {path: one.id for path, one in photos.known(conn, folder).items()}
    # Moved to a place the walk comes to before the old one, and after; changed, deleted, new.
    (root / "030").rename(root / "000" / "inner")
    (root / "000" / "1.jpg").rename(root / "zzz.jpg")
    (root / "010" / "11.jpg").write_bytes(b"changed")
    (root / "010" / "12.jpg").unlink()
    (root / "020" / "new.jpg").write_bytes(b"new")
    scan = scan_folder(catalogue, row, now=2.0)
    assert (scan.new, len(scan.changed), len(scan.moved), len(scan.gone), scan.unchanged) == (1, 1, 11, 1, 27)
    with catalogue.reading() as conn:
        after = {path: one.id for path, one in photos.known(conn, folder).items() if not one.gone}
    place = os.fsencode(root)
    assert after[place + b"/zzz.jpg"] == before[place + b"/000/1.jpg"]
    assert all(
        after[place + b"/000/inner/%d.jpg" % number] == before[place + b"/030/%d.jpg" % number]
        for number in range(30, 40)
    )
    assert scan.gone == {before[place + b"/010/12.jpg"]} and len(after) == 40
