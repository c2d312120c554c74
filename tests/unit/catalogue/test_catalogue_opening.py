"""Opening: damaged, newer, strange, read-only and busy catalogues; then the ordinary ones."""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import numpy as np
import pytest

from core.catalogue import backups, contents, folders, lock, photos, schema, tables, values
from core.catalogue.connect import connect, raw
from core.catalogue.store import FILE, Catalogue, rescue
from core.errors import RecollectError

ROOT = Path(__file__).resolve().parents[3]


def filled(folder: Path, count: int = 3000) -> Path:
    """A closed catalogue with some pages in it."""
    with Catalogue.open(folder) as catalogue, catalogue.writing() as conn:
        key = folders.add(conn, b"/p", 1.0).id
        new = [photos.NewPhoto(b"/p/%06d.jpg" % number, 1, number, 5, 6) for number in range(count)]
        photos.insert_waiting(conn, key, new, 1.0)
    return folder / FILE


def snapshot(folder: Path) -> dict[str, bytes]:
    """All files of a library but the lock."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != lock.FILE
    }


def page_of(path: Path, table: str) -> tuple[int, int]:
    with closing(connect(path, "ro")) as database:
        root = database.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()[0]
        return (root - 1) * tables_page(database), tables_page(database)


def tables_page(database: sqlite3.Connection) -> int:
    return int(database.execute("PRAGMA page_size").fetchone()[0])


def garbage(path: Path) -> None:
    path.write_bytes(b"\x00garbage" * 4096)


def text(path: Path) -> None:
    path.write_text("this is a letter\n")


def empty(path: Path) -> None:
    path.write_bytes(b"")


def empty_with_log(path: Path) -> None:
    path.write_bytes(b"")
    path.with_name(FILE + "-wal").write_bytes(b"\x37\x7f\x06\x82" + b"\x01" * 8000)


def only_log(path: Path) -> None:
    path.unlink()
    path.with_name(FILE + "-wal").write_bytes(b"\x37\x7f\x06\x82" + b"\x01" * 8000)


def half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def one_page_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-4096])


def first_page_flipped(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[100:4096] = bytes(byte ^ 0xFF for byte in data[100:4096])
    path.write_bytes(data)


def other_database(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE recipes (name)")


def without_revision(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("DELETE FROM alembic_version")


DAMAGES = [
    garbage,
    text,
    empty,
    empty_with_log,
    only_log,
    half,
    one_page_short,
    first_page_flipped,
    other_database,
    without_revision,
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_catalogue_is_refused_untouched_then_rescued(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    path = filled(tmp_path)
    damage(path)
    before = snapshot(tmp_path)
    for read_only in (None, False):
        with pytest.raises(RecollectError) as caught:
            Catalogue.open(tmp_path, read_only=read_only)
        assert caught.value.code == "catalogue.damaged"
        assert snapshot(tmp_path) == before
    done = rescue(tmp_path, now=lambda: 1.8e9)
    assert done.restored_from is None and done.damaged is not None
    kept = {name.replace(FILE, done.damaged.name): data for name, data in before.items()}
    after = snapshot(tmp_path)
    assert bool(after.pop(FILE, None)) == bool(done.folders)
    assert after == kept
    with Catalogue.open(tmp_path) as catalogue, catalogue.reading() as conn:
        assert photos.counts(conn).photos == 0
        assert tuple(row.path for row in folders.list_all(conn)) == done.folders
        assert catalogue.check() == []


@pytest.mark.parametrize("damage", [half, one_page_short, without_revision])
def test_the_folders_a_damaged_catalogue_still_names_are_kept(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    path = filled(tmp_path)
    damage(path)
    assert rescue(tmp_path).folders == (b"/p",)


def test_reading_a_damaged_catalogue_is_refused_too(tmp_path: Path) -> None:
    path = filled(tmp_path)
    half(path)
    with pytest.raises(RecollectError, match="is damaged"):
        Catalogue.open(tmp_path, read_only=True)


def root_page_lost(path: Path, table: str = "photos") -> None:
    start, size = page_of(path, table)
    data = bytearray(path.read_bytes())
    data[start : start + size] = b"\xa5" * size
    path.write_bytes(data)


def test_damage_deep_inside_shows_when_it_is_read(tmp_path: Path) -> None:
    path = filled(tmp_path)
    root_page_lost(path)
    with Catalogue.open(tmp_path) as catalogue:
        assert catalogue.check() == catalogue.damage() != []
        assert all(line and "\n" not in line and "***" not in line for line in catalogue.damage())
        with pytest.raises(RecollectError) as caught, catalogue.reading() as conn:
            photos.known(conn, 1)
        assert caught.value.code == "catalogue.damaged"
        with pytest.raises(RecollectError) as caught, catalogue.writing() as conn:
            photos.mark_gone(conn, list(range(3000)), 5.0)
        assert caught.value.code == "catalogue.damaged"


def test_rescue_takes_the_newest_whole_backup(tmp_path: Path) -> None:
    path = filled(tmp_path)
    with Catalogue.open(tmp_path) as catalogue:
        catalogue.backup(now=lambda: 1.7e9)
        with catalogue.writing() as conn:
            values.put(conn, "made", "after the first backup")
        good = catalogue.backup(now=lambda: 1.8e9)
        bad = catalogue.backup(now=lambda: 1.9e9)
    half(bad)
    half(path)
    done = rescue(tmp_path)
    assert (done.restored_from, done.restored_at) == (good, 1.8e9)
    assert done.damaged is not None and done.damaged.exists()
    with Catalogue.open(tmp_path) as catalogue, catalogue.reading() as conn:
        assert values.get(conn, "made") == "after the first backup"
        assert photos.counts(conn).photos == 3000
    assert good.exists()


def test_rescue_never_overwrites_an_earlier_damaged_file(tmp_path: Path) -> None:
    names = set()
    for _ in range(3):
        garbage(filled(tmp_path, 1))
        names.add(rescue(tmp_path, now=lambda: 1.8e9).damaged)
    assert len(names) == 3 and all(name and name.exists() for name in names)


def test_rescue_without_anything_to_rescue(tmp_path: Path) -> None:
    assert rescue(tmp_path) == backups.Rescue(None, None, None)


@pytest.mark.parametrize("table", ["photos", "contents", "embeddings"])
def test_rescue_of_a_lost_page(tmp_path: Path, table: str) -> None:
    path = filled(tmp_path)
    with Catalogue.open(tmp_path) as catalogue:
        good = catalogue.backup(now=lambda: 1.8e9)
        bad = catalogue.backup(now=lambda: 1.9e9)
    root_page_lost(bad, table)
    root_page_lost(path, table)
    lost = path.read_bytes()
    done = rescue(tmp_path)
    assert done.restored_from == good
    assert done.damaged is not None and done.damaged.read_bytes() == lost
    root_page_lost(good, table)
    root_page_lost(path, table)
    done = rescue(tmp_path)
    assert (done.restored_from, done.folders) == (None, (b"/p",))
    with Catalogue.open(tmp_path) as catalogue, catalogue.reading() as conn:
        assert [row.path for row in folders.list_all(conn)] == [b"/p"]
        assert catalogue.check() == []
    assert good.exists() and bad.exists()


def test_only_folders_that_were_not_removed_come_back(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path) as catalogue, catalogue.writing() as conn:
        removed = folders.add(conn, b"/removed", 1.0).id
        folders.add(conn, b"/kept \xff\n", 1.0)
        folders.add(conn, b"relative", 1.0)
        folders.remove(conn, removed, 2.0)
    root_page_lost(tmp_path / FILE)
    assert rescue(tmp_path).folders == (b"/kept \xff\n",)


def test_the_log_of_a_killed_writer_counts_in_a_rescue(tmp_path: Path) -> None:
    filled(tmp_path)
    write = (
        "from core.catalogue import folders\nwith store.writing() as conn: folders.add(conn, b'/late', 1.0)"
    )
    with another_process(tmp_path, write) as process:
        process.send_signal(signal.SIGKILL)
        process.wait()
    log = tmp_path / (FILE + "-wal")
    assert log.stat().st_size
    root_page_lost(tmp_path / FILE)
    done = rescue(tmp_path)
    assert done.folders == (b"/p", b"/late")
    assert done.damaged is not None and done.damaged.with_name(done.damaged.name + "-wal").exists()


def test_a_whole_catalogue_is_not_rescued(tmp_path: Path) -> None:
    """A window may still offer to mend what the command line has mended meanwhile."""
    filled(tmp_path)
    with Catalogue.open(tmp_path) as catalogue:
        catalogue.backup()
    before = snapshot(tmp_path)
    assert rescue(tmp_path) == backups.Rescue(None, None, None)
    assert snapshot(tmp_path) == before


def test_damage_is_not_copied_over_the_good_backups(tmp_path: Path) -> None:
    path = filled(tmp_path)
    with Catalogue.open(tmp_path) as catalogue:
        good = [catalogue.backup(now=lambda at=at: at) for at in (1.7e9, 1.8e9, 1.9e9)]
    root_page_lost(path, "embeddings")
    with Catalogue.open(tmp_path) as catalogue, pytest.raises(RecollectError) as caught:
        catalogue.backup()
    assert caught.value.code == "catalogue.damaged"
    assert sorted((tmp_path / backups.FOLDER).iterdir()) == good


def test_rescue_waits_for_nobody(store: Catalogue) -> None:
    with pytest.raises(RecollectError) as caught:
        rescue(store.folder)
    assert caught.value.code == "catalogue.busy"


def test_a_newer_catalogue_is_refused_untouched(tmp_path: Path) -> None:
    path = filled(tmp_path)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '0099'")
    before = snapshot(tmp_path)
    for read_only in (None, False, True):
        with pytest.raises(RecollectError) as caught:
            Catalogue.open(tmp_path, read_only=read_only)
        assert caught.value.code == "catalogue.newer"
        assert caught.value.facts == {"found": "0099", "known": tables.HEAD}
    assert snapshot(tmp_path) == before


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.write_text("x")
    with pytest.raises(RecollectError) as caught:
        Catalogue.open(place)
    assert caught.value.code == "library.not_a_folder"


def test_a_folder_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(RecollectError) as caught:
        Catalogue.open(tmp_path / "file" / "library")
    assert caught.value.code == "library.not_a_folder"


def test_a_drive_that_was_taken_away(tmp_path: Path) -> None:
    filled(tmp_path / "library", 1)
    with Catalogue.open(tmp_path / "library") as catalogue:
        (tmp_path / "library").rename(tmp_path / "elsewhere")
        with pytest.raises(RecollectError) as caught, catalogue.reading() as conn:
            photos.counts(conn)
        assert caught.value.code == "folder.missing"


def test_leftovers_of_a_killed_creation_are_replaced(tmp_path: Path) -> None:
    (tmp_path / f"{FILE}.new").write_bytes(b"half of it")
    with Catalogue.open(tmp_path) as catalogue:
        assert catalogue.check() == []
    assert not (tmp_path / f"{FILE}.new").exists()


# one writer


def test_a_second_opening_reads_and_knows_the_owner(store: Catalogue) -> None:
    with Catalogue.open(store.folder, role="window") as second:
        assert second.read_only and second.owner is not None
        assert (second.owner.pid, second.owner.role) == (os.getpid(), "recollect")
        assert str(os.getpid()) in str(second.owner)
        with pytest.raises(RecollectError, match="has it open") as caught, second.writing():
            pass
        assert caught.value.code == "catalogue.read_only"
        with pytest.raises(RecollectError) as caught:
            Catalogue.open(store.folder, read_only=False)
        assert caught.value.code == "catalogue.busy" and caught.value.facts["pid"] == os.getpid()
    with Catalogue.open(store.folder, read_only=True) as third:
        assert third.owner is not None and third.read_only


def test_closing_gives_the_lock_back(tmp_path: Path) -> None:
    first = Catalogue.open(tmp_path)
    second = Catalogue.open(tmp_path)
    first.close()
    first.close()
    with Catalogue.open(tmp_path) as third:
        assert not third.read_only
    second.close()
    with Catalogue.open(tmp_path, read_only=True) as fourth:
        assert fourth.owner is None
    with pytest.raises(RuntimeError, match="closed"), first.reading():
        pass


@contextmanager
def another_process(folder: Path, then: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process that opens the catalogue as its writer, says so, and goes on with ``then``."""
    script = (
        "import sys, time\nfrom pathlib import Path\nfrom core.catalogue import values\n"
        "from core.catalogue.store import Catalogue\n"
        "store = Catalogue.open(Path(sys.argv[1]), role='index')\n"
        f"{then}\nprint('ready', flush=True)\ntime.sleep(60)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", script, folder], cwd=ROOT, stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None and process.stdout.readline() == b"ready\n"
        yield process
    finally:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


def test_a_killed_writer_leaves_no_lock_and_loses_nothing(tmp_path: Path) -> None:
    write = "with store.writing() as conn: values.put(conn, 'said', 'before the kill')"
    with another_process(tmp_path, write) as process:
        with Catalogue.open(tmp_path) as second:
            assert second.read_only and second.owner is not None
            assert (second.owner.pid, second.owner.role) == (process.pid, "index")
            with second.reading() as conn:
                assert values.get(conn, "said") == "before the kill"
        process.send_signal(signal.SIGKILL)
        process.wait()
        # A reader may come before the next writer; the log is still there.
        with Catalogue.open(tmp_path, read_only=True) as reader, reader.reading() as conn:
            assert reader.owner is None
            assert values.get(conn, "said") == "before the kill"
        with Catalogue.open(tmp_path) as third, third.reading() as conn:
            assert not third.read_only
            assert values.get(conn, "said") == "before the kill"
            assert third.check() == []


def test_changes_of_another_process_are_noticed(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path) as writer, Catalogue.open(tmp_path) as reader:
        before = reader.change_count()
        assert reader.change_count() == before
        with writer.writing() as conn:
            values.put(conn, "key", 1)
        assert reader.change_count() != before


def test_opening_waits_for_an_owner_that_is_just_creating(tmp_path: Path) -> None:
    held = lock.WriterLock(tmp_path)
    assert held.acquire("window", 1.0) is None
    later = threading.Timer(0.3, lambda: schema.create(tmp_path / FILE))
    later.start()
    with Catalogue.open(tmp_path) as catalogue:
        assert catalogue.read_only
    later.join()
    held.release()


def test_an_owner_that_never_creates_is_busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.catalogue.store.PATIENCE_SECONDS", 0.1)
    held = lock.WriterLock(tmp_path)
    assert held.acquire("window", 1.0) is None
    with pytest.raises(RecollectError) as caught:
        Catalogue.open(tmp_path)
    assert caught.value.code == "catalogue.busy"
    held.release()


@pytest.mark.parametrize("said", [b"", b"{", b"[]", b'{"pid": "x"}', b"\xff" * 40])
def test_a_lock_file_that_says_nothing_understandable(tmp_path: Path, said: bytes) -> None:
    path = filled(tmp_path, 1)
    (tmp_path / lock.FILE).write_bytes(said)
    with Catalogue.open(tmp_path) as catalogue:
        assert not catalogue.read_only
        owner = json.loads((tmp_path / lock.FILE).read_bytes())
        assert owner["pid"] == os.getpid()
        (tmp_path / lock.FILE).write_bytes(said)
        with Catalogue.open(tmp_path) as second:
            assert second.read_only and second.owner is not None and "another program" in str(second.owner)
    assert path.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="flock")
def test_somebody_who_only_looks_does_not_keep_a_writer_out(tmp_path: Path) -> None:
    import fcntl

    filled(tmp_path, 1)
    looking = os.open(tmp_path / lock.FILE, os.O_RDONLY)
    fcntl.flock(looking, fcntl.LOCK_SH)
    ending = threading.Timer(0.03, lambda: os.close(looking))
    ending.start()
    with Catalogue.open(tmp_path) as catalogue:
        assert not catalogue.read_only
    ending.join()


def test_a_replaced_lock_file_does_not_make_two_writers(tmp_path: Path) -> None:
    """Between opening and locking, the file is deleted by somebody else."""
    one = lock.WriterLock(tmp_path)
    original = one._open
    calls = []

    def open_then_lose() -> int:
        handle = original()
        if not calls:
            (tmp_path / lock.FILE).unlink()
        calls.append(handle)
        return handle

    one._open = open_then_lose  # type: ignore[method-assign]
    assert one.acquire("one", 1.0) is None
    assert len(calls) == 2
    two = lock.WriterLock(tmp_path).acquire("two", 1.0)
    assert two is not None and two.role == "one"
    one.release()


@pytest.mark.skipif(sys.platform == "win32", reason="flock")
def test_a_file_system_without_locks_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(RecollectError) as caught:
        Catalogue.open(tmp_path)
    assert caught.value.code == "catalogue.no_locks"
    assert "No locks available" in caught.value.reason


# reading and writing


def test_nothing_can_be_written_through_reading(store: Catalogue) -> None:
    with pytest.raises(RecollectError), store.reading() as conn:
        values.put(conn, "key", 1)
    with store.reading() as conn:
        assert values.get(conn, "key") is None


def test_what_fails_leaves_nothing(store: Catalogue) -> None:
    with pytest.raises(ZeroDivisionError), store.writing() as conn:
        values.put(conn, "key", 1)
        raise ZeroDivisionError
    with store.writing() as conn:
        assert values.get(conn, "key") is None


def test_writing_inside_writing_says_so_instead_of_hanging(store: Catalogue) -> None:
    with store.writing(), pytest.raises(RuntimeError, match="inside"), store.writing():
        pass
    with store.writing() as conn:
        values.put(conn, "key", 1)


def test_closing_while_writing_says_so_instead_of_hanging(store: Catalogue) -> None:
    with store.writing(), pytest.raises(RuntimeError, match="inside"):
        store.close()


def test_closing_waits_for_a_writer_on_another_thread(tmp_path: Path) -> None:
    catalogue = Catalogue.open(tmp_path)
    started = threading.Event()

    def write() -> None:
        with catalogue.writing() as conn:
            started.set()
            time.sleep(0.2)
            values.put(conn, "key", "in time")

    writer = threading.Thread(target=write)
    writer.start()
    started.wait()
    catalogue.close()
    writer.join()
    with Catalogue.open(tmp_path) as again, again.reading() as conn:
        assert values.get(conn, "key") == "in time"


def test_a_reader_sees_one_state_and_never_waits(store: Catalogue) -> None:
    with store.writing() as conn:
        values.put(conn, "key", "old")
    with store.writing() as writing:
        values.put(writing, "key", "new")
        start = time.monotonic()
        with store.reading() as reading:
            assert values.get(reading, "key") == "old"
        assert time.monotonic() - start < 1.0  # the writer's lock would take for ever
    with store.reading() as reading:
        assert values.get(reading, "key") == "new"
        with store.writing() as writing:
            values.put(writing, "key", "newest")
        assert values.get(reading, "key") == "new"


def test_many_threads_read_while_others_write_one_at_a_time(store: Catalogue) -> None:
    with store.writing() as conn:
        values.put(conn, "count", 0)
    seen: list[int] = []
    errors: list[BaseException] = []

    def write() -> None:
        try:
            for _ in range(20):
                with store.writing() as conn:
                    values.put(conn, "count", values.get(conn, "count") + 1)
        except BaseException as error:
            errors.append(error)

    def read() -> None:
        try:
            for _ in range(40):
                with store.reading() as conn:
                    seen.append(values.get(conn, "count"))
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=work) for work in (write, write, write, read, read, read, read)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    with store.reading() as conn:
        assert values.get(conn, "count") == 60
    assert all(0 <= count <= 60 for count in seen)


def test_what_is_set_on_connections(store: Catalogue) -> None:
    def pragma(conn: object, name: str) -> object:
        return raw(conn).execute(f"PRAGMA {name}").fetchone()[0]  # type: ignore[arg-type]

    with store.writing() as conn:
        assert pragma(conn, "journal_mode") == "wal"
        assert pragma(conn, "foreign_keys") == 1
        assert pragma(conn, "synchronous") == 1
    with store.reading() as conn:
        assert pragma(conn, "query_only") == 1
        assert pragma(conn, "busy_timeout") == 10_000


def test_closing_leaves_one_file(tmp_path: Path) -> None:
    filled(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [lock.FILE, FILE]


def test_a_strange_library_path(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"l\xc3\xa9 % ? # & \xff\n lib")
    with Catalogue.open(folder) as catalogue, catalogue.writing() as conn:
        values.put(conn, "key", 1)
        catalogue.change_count()
    with Catalogue.open(folder) as catalogue, catalogue.reading() as conn:
        assert values.get(conn, "key") == 1
        assert catalogue.backup().exists()
    shutil.rmtree(folder)


def test_opening_is_fast(tmp_path: Path) -> None:
    """Beside the plain thing, so that a busy machine does not decide."""
    path = filled(tmp_path)

    def best(work: Callable[[], None]) -> float:
        times = []
        for _ in range(7):
            start = time.process_time()
            work()
            times.append(time.process_time() - start)
        return min(times)

    def plain() -> None:
        with closing(sqlite3.connect(path)) as database:
            database.execute("SELECT count(*) FROM photos").fetchone()

    opened = best(lambda: Catalogue.open(tmp_path).close())
    assert opened < 0.02 + 10 * best(plain)


def test_a_copy_on_a_read_only_medium_needs_no_log(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path / "a") as catalogue:
        with catalogue.writing() as conn:
            space = contents.space_id(conn, "s", 2)
            ids = contents.add(conn, [contents.NewContent(b"f" * 16, None, 1, 1, "png")])
            contents.add_embeddings(conn, space, np.array(list(ids.values())), np.ones((1, 2), np.float32))
        copy = catalogue.backup()
    with closing(connect(copy, "immutable")) as database:
        assert database.execute("PRAGMA journal_mode").fetchone()[0] == "delete"
        assert database.execute("SELECT count(*) FROM embeddings").fetchone()[0] == 1
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]
