"""Storms, removals, clocks, drives: nothing lost, nothing frozen, and first results while the walk goes on."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from core.catalogue import contents, folders, values
from core.errors import RecollectError
from core.ingest import scan as scanning
from core.ingest import walk as walking
from core.jobs import Context, Event, Finished, Progress, Token
from core.library import IndexSummary, Library
from tests.harm import in_namespace, needs_mount
from tests.photos import jpeg_bytes, make_photos, write
from tests.waiting import until


def run(library: Library, *paths: Path, heard: Callable[[Event], None] = lambda event: None) -> IndexSummary:
    for path in paths:
        library.add_folder(path)
    return library.index_now(None, Context(Token(), 3, heard, lambda: None))


def linked(folder: Path, originals: list[Path], count: int, *, per_folder: int = 250) -> None:
    """``count`` hard links to a few photos: as many photos as anyone could wish for."""
    for number in range(count):
        place = folder / f"day-{number // per_folder:04}"
        if number % per_folder == 0:
            place.mkdir(parents=True)
        os.link(originals[number % len(originals)], place / f"IMG_{number:06}.jpg")


def embedded(library: Library) -> int:
    with library._shared.catalogue.reading() as conn:
        return int(conn.exec_driver_sql("SELECT count(*) FROM embeddings").scalar_one())


# first results


class HeldWalk:
    """A walk that does not go beyond a folder before it is let on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, name: bytes) -> None:
        self.reached, self.on = threading.Event(), threading.Event()
        hidden = walking._hidden

        def hold(entry: bytes) -> bool:
            if entry == name:
                self.reached.set()
                self.on.wait(30)
            return hidden(entry)

        monkeypatch.setattr(walking, "_hidden", hold)


@pytest.mark.parametrize("how", ["many", "slowly"])
def test_photos_are_found_while_the_walk_goes_on(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    make_photos(tmp_path / "p" / "1", 6)
    make_photos(tmp_path / "p" / "2", 1, first=10)
    make_photos(tmp_path / "p" / "3" / "last", 4, first=20)
    # Two reasons to write what was found: it is much, or it waits for a while.
    monkeypatch.setattr(scanning, "_FIRST_ROWS" if how == "many" else "_SECONDS", 5 if how == "many" else 0.0)
    walk = HeldWalk(monkeypatch, b"last")
    library.add_folder(tmp_path / "p")
    heard: list[Event] = []
    job = library.index(None, heard.append)
    assert walk.reached.wait(30)
    assert until(lambda: library.search("a dog").photos_searched >= 6)
    assert not job.ended and embedded(library) < 11
    said = [event for event in heard if isinstance(event, Progress)]
    assert all(event.total is None for event in said), "the total is not known yet"
    walk.on.set()
    assert job.wait(60)
    assert isinstance(heard[-1], Finished) and heard[-1].result.indexed == 11
    last = [event for event in heard if isinstance(event, Progress)][-1]
    assert (last.text, last.done, last.total) == ("Indexing", 11, 11)


def test_a_cancel_while_the_walk_goes_on_keeps_what_was_read(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_photos(tmp_path / "p" / "1", 6)
    make_photos(tmp_path / "p" / "3" / "last", 4, first=20)
    monkeypatch.setattr(scanning, "_FIRST_ROWS", 5)
    walk = HeldWalk(monkeypatch, b"last")
    library.add_folder(tmp_path / "p")
    heard: list[Event] = []
    job = library.index(None, heard.append)
    assert walk.reached.wait(30) and until(lambda: embedded(library))
    job.cancel()
    walk.on.set()
    assert job.wait(30)
    assert isinstance(heard[-1], Finished) and heard[-1].result.stopped
    kept = embedded(library)
    assert run(library).indexed == 10 - kept


def test_an_error_of_the_look_ends_the_run(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_photos(tmp_path / "p" / "1", 6)
    make_photos(tmp_path / "p" / "2", 2, first=10)
    monkeypatch.setattr(scanning, "_FIRST_ROWS", 5)
    monkeypatch.setattr(scanning, "_ROWS", 1)
    written = scanning.photos.insert_waiting
    calls: list[int] = []

    def full(*arguments: object) -> None:
        calls.append(1)
        if len(calls) > 6:
            raise RecollectError("disk.full", path="x", free_mb=0, needed_mb=1)
        written(*arguments)  # type: ignore[arg-type]

    library.add_folder(tmp_path / "p")
    with monkeypatch.context() as patch:
        patch.setattr(scanning.photos, "insert_waiting", full)
        with pytest.raises(RecollectError) as caught:
            run(library)
    assert caught.value.code == "disk.full"
    run(library)
    assert embedded(library) == 8 and library.status().waiting == 0


# storms


@pytest.mark.parametrize("count", [400, pytest.param(50_000, marks=pytest.mark.slow)])
def test_a_storm_of_new_files_is_taken_in_and_nothing_freezes(
    library: Library, tmp_path: Path, count: int
) -> None:
    library.settings.set("watch.quiet_seconds", 0.5)
    originals = make_photos(tmp_path / "originals", 6)
    make_photos(tmp_path / "p", 1, first=50)
    run(library, tmp_path / "p")
    library.watch()
    assert until(lambda: library.folders()[0].state == "live")
    linked(tmp_path / "p" / "copied", originals, count)
    slowest = 0.0
    deadline = time.monotonic() + 60 + count / 50
    while library.status().embedded < count + 1 and time.monotonic() < deadline:
        began = time.monotonic()
        library.search("a dog")
        slowest = max(slowest, time.monotonic() - began)
        time.sleep(0.05 if count < 1000 else 1.0)
    assert library.search("a dog").photos_searched == count + 1
    assert embedded(library) == 7, "each content once"
    assert library.problems() == [] and slowest < 5.0
    # The new folders are watched as well.
    write(tmp_path / "p" / "copied" / "day-0000" / "late.jpg", jpeg_bytes(99))
    assert until(lambda: library.search("a dog").photos_searched == count + 2)


# removals


def test_a_folder_removed_while_it_is_looked_over(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_photos(tmp_path / "p" / "1", 6)
    make_photos(tmp_path / "p" / "3" / "last", 4, first=20)
    make_photos(tmp_path / "q", 2, first=40)
    monkeypatch.setattr(scanning, "_FIRST_ROWS", 5)
    walk = HeldWalk(monkeypatch, b"last")
    library.add_folder(tmp_path / "p")
    library.add_folder(tmp_path / "q")
    job = library.index()
    assert walk.reached.wait(30) and until(lambda: embedded(library))
    library.remove_folder(tmp_path / "p")
    assert library.search("a dog").photos_searched == 0
    walk.on.set()
    assert job.wait(60)
    assert [info.name for info in library.folders()] == ["q"]
    assert library.search("a dog").photos_searched == 2 and library.status().waiting == 0
    before = embedded(library)
    assert run(library, tmp_path / "p").indexed == 4 + (8 - before)
    assert embedded(library) == 12 and not [one for one in library.check() if one.wrong]


def test_a_folder_removed_while_its_photos_are_read(library: Library, tmp_path: Path) -> None:
    make_photos(tmp_path / "p", 320)
    make_photos(tmp_path / "q", 2, first=600)
    library.add_folder(tmp_path / "q")

    def heard(event: Event) -> None:
        if (
            isinstance(event, Progress)
            and event.done
            and event.text == "Indexing"
            and len(library.folders()) > 1
        ):
            library.remove_folder(tmp_path / "p")

    run(library, tmp_path / "p", heard=heard)
    left = embedded(library)
    assert left < 322, "what a removed folder holds is not read to its end"
    assert library.search("a dog").photos_searched == 2
    run(library, tmp_path / "p")
    assert library.search("a dog").photos_searched == 322 and embedded(library) == 322


def test_a_folder_forgotten_while_it_is_looked_over(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_photos(tmp_path / "p" / "1", 6)
    make_photos(tmp_path / "p" / "3" / "last", 4, first=20)
    monkeypatch.setattr(scanning, "_FIRST_ROWS", 5)
    walk = HeldWalk(monkeypatch, b"last")
    library.add_folder(tmp_path / "p")
    job = library.index()
    assert walk.reached.wait(30) and until(lambda: embedded(library))
    library.remove_folder(tmp_path / "p")
    with library._shared.catalogue.writing() as conn:
        folders.forget_removed(conn, time.time() + 60)
        contents.drop_orphans(conn)
    walk.on.set()
    assert job.wait(60)
    assert library.status().photos == 0
    assert not [one for one in library.check() if one.wrong]


# clocks


def test_a_clock_set_back_forgets_nothing_and_stops_nothing(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [time.time()]
    monkeypatch.setattr(library._shared, "now", lambda: now[0])
    made = make_photos(tmp_path / "p", 3)
    make_photos(tmp_path / "q", 1, first=30)
    run(library, tmp_path / "p", tmp_path / "q")
    today, now[0] = now[0], 1000.0  # an empty battery: it is 1970
    data, facts = made[0].read_bytes(), made[0].stat()
    made[0].unlink()
    write(tmp_path / "p" / "new.jpg", jpeg_bytes(50))
    library.remove_folder(tmp_path / "q")
    summary = run(library)
    assert (summary.gone, summary.indexed) == (1, 1)
    now[0] = today + 86_400.0
    run(library)
    made[0].write_bytes(data)
    os.utime(made[0], ns=(facts.st_atime_ns, facts.st_mtime_ns))
    assert run(library).indexed == 0 and embedded(library) == 5
    assert run(library, tmp_path / "q").indexed == 0
    assert library.search("a dog").photos_searched == 5


def test_a_copy_of_the_catalogue_is_made_though_the_last_one_is_from_the_future(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [time.time()]
    monkeypatch.setattr(library._shared, "now", lambda: now[0])
    make_photos(tmp_path / "p", 1)
    run(library, tmp_path / "p")
    now[0] -= 400 * 86_400.0
    run(library)
    with library._shared.catalogue.reading() as conn:
        assert values.get(conn, "backup.at") == now[0]


# drives


@pytest.mark.slow
@needs_mount
def test_an_unplugged_drive_keeps_everything_and_is_taken_up_again_when_it_is_back(
    tiny_model: Path, tmp_path: Path
) -> None:
    for number in range(2):
        make_photos(tmp_path / "source" / str(number), 3, first=10 * number)
    (tmp_path / "usb").mkdir()
    done = in_namespace(
        """
        import os, shutil, subprocess, sys, time
        from pathlib import Path
        from core.library import Library
        place, model = Path(sys.argv[1]), sys.argv[2]
        usb, image = place / "usb", place / "image"
        def sh(*words): subprocess.run(list(map(str, words)), check=True)
        def until(what):
            end = time.monotonic() + 60
            while not what() and time.monotonic() < end: time.sleep(0.05)
            assert what(), ([one.state for one in library.folders()], library.status())
        def state(): return library.folders()[0].state
        # What is on the drive is elsewhere, and is bound to its mount point.
        shutil.copytree(place / "source", image)
        sh("mount", "--bind", image, usb)
        library = Library.open(place / "home")
        library.settings.set("model.active", model); library.settings.set("precision", "fp32")
        library.settings.set("watch.quiet_seconds", 0.2); library.settings.set("watch.poll_seconds", 0.4)
        library.add_folder(usb)
        library.watch()
        library.index()
        until(lambda: library.status().embedded == 6 and state() == "live")
        encoder = library._models.encoder()
        passes, encode = [], encoder.encode_photos
        encoder.encode_photos = lambda batch, turn: passes.append(len(batch)) or encode(batch, turn)
        sh("umount", usb)
        until(lambda: state() == "offline")
        assert library.index().wait(30)  # looked over once more, and still
        print(state(), library.search("a dog").photos_searched, library.status().photos)
        # Something else at its place is not it, and takes nothing away.
        sh("mount", "-t", "tmpfs", "none", usb)
        time.sleep(1.0)
        print(state(), library.search("a dog").photos_searched)
        sh("umount", usb)
        (image / "0" / "photo_0000.jpg").unlink()
        shutil.copytree(image / "1", image / "2")
        sh("mount", "--bind", image, usb)
        until(lambda: state() == "live")
        until(lambda: library.search("a dog").photos_searched == 8 and not library.problems())
        print(state(), library.status().photos, sum(passes))
        library.close()
        """,
        tmp_path,
        tiny_model,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert done.stdout.splitlines() == ["offline 6 6", "offline 6", "live 8 0"]


def test_a_folder_is_seen_polled_or_live_and_never_more_than_it_is(library: Library, tmp_path: Path) -> None:
    make_photos(tmp_path / "p", 1)
    library.add_folder(tmp_path / "p")
    assert library.folders()[0].state == "waiting"
    run(library)
    assert library.folders()[0].state == "seen", "nothing watches it"
    library.watch()
    assert until(lambda: library.folders()[0].state == "live")
    library.unwatch()
    assert library.folders()[0].state == "seen"


# folders by other names


def test_a_folder_reached_by_a_link_is_the_one_that_is_known(library: Library, tmp_path: Path) -> None:
    make_photos(tmp_path / "p" / "inner", 2)
    make_photos(tmp_path / "far", 1, first=20)
    (tmp_path / "link").symlink_to(tmp_path / "p")
    (tmp_path / "p" / "elsewhere").symlink_to(tmp_path / "far")
    outer = library.add_folder(tmp_path / "p")
    for name in ("link", "link/inner", "p/inner", "p/elsewhere"):
        assert library.add_folder(tmp_path / name).id == outer.id, name
    far = library.add_folder(tmp_path / "far")
    assert far.id != outer.id
    # Of several the innermost, and the one that is named exactly.
    assert library._folders.rows([tmp_path / "far"])[0].id == far.id
    assert library.remove_folder(tmp_path / "link").id == outer.id
