"""Photos that cannot be seen now are kept: failures of the system, and drives that went with their mount point."""

from __future__ import annotations

import errno
import os
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from ingest_support import Row, found

from core.catalogue import folders, problems
from core.catalogue.store import Catalogue
from core.errors import RecollectError
from core.ingest import walk as walking
from core.ingest.reconcile import reconcile
from core.ingest.scan import Scan, scan_folder
from core.ingest.walk import Found, walk
from tests.harm import in_namespace, needs_mount
from tests.photos import make_photos

ROOT = Path(__file__).resolve().parents[3]

# Neither "not there" nor "the drive is gone" nor "not allowed".
STRANGE = [
    getattr(errno, name)
    for name in ("ECONNABORTED", "EREMOTEIO", "EAGAIN", "ENOKEY", "EUCLEAN", "ENOMEM", "EINTR", "EOVERFLOW")
    if hasattr(errno, name)
]


def gone(rows: list[Row], there: list[Found], listed: dict[bytes, int], **options: object) -> list[int]:
    return reconcile({row.path: row for row in rows}, there, folders=listed, **options).gone  # type: ignore[arg-type]


# a pure function: what is away and what is gone

HERE = Row(1, b"/media/u/A/a.jpg", device=5, inode=11)
THERE = Row(2, b"/media/u/B/trip/b.jpg", device=9, inode=12)
LISTED = {b"/media/u": 3, b"/media/u/A": 5}


def test_photos_of_a_drive_that_took_its_mount_point_with_it_are_kept() -> None:
    assert gone([HERE, THERE], [found(HERE)], LISTED) == []


def test_a_deleted_subfolder_on_the_same_device_is_gone() -> None:
    trip = Row(3, b"/media/u/A/trip/deep/c.jpg", device=5)
    assert gone([HERE, trip], [found(HERE)], LISTED) == [trip.id]


def test_a_deleted_photo_is_gone_though_its_link_led_to_another_device() -> None:
    link = Row(3, b"/media/u/A/link.jpg", device=77)
    assert gone([HERE, link], [found(HERE)], LISTED) == [link.id]


def test_a_deleted_subfolder_of_a_mounted_drive_is_gone() -> None:
    listed = LISTED | {b"/media/u/B": 9}
    assert gone([HERE, THERE], [found(HERE)], listed) == [THERE.id]


def test_another_drive_with_the_same_number_does_not_speak_for_the_one_that_is_away() -> None:
    other = Row(4, b"/media/u/C/c.jpg", device=9, inode=44)
    listed = LISTED | {b"/media/u/C": 9}
    assert gone([HERE, THERE], [found(HERE), found(other)], listed) == []
    assert gone([HERE, THERE, other], [found(HERE), found(other)], listed) == []


def test_a_drive_that_has_another_number_after_a_restart_still_knows_what_is_gone() -> None:
    trip = Row(3, b"/media/u/A/trip/c.jpg", device=5)
    renamed = LISTED | {b"/media/u/A": 6}
    assert gone([HERE, trip], [found(HERE, device=6)], renamed) == [trip.id]


def test_a_number_that_went_over_to_another_drive_does_not_lose_the_one_that_is_away() -> None:
    a = Row(1, b"/r/a.jpg", device=30, inode=11)
    b = Row(2, b"/r/B/b.jpg", device=32, inode=12)
    assert gone([a, b], [found(a, device=32)], {b"/r": 32}) == []


def test_what_is_away_against_an_obvious_reference() -> None:
    """A random tree with mount points: photos of drives that are away are kept, deleted ones gone."""
    chance = random.Random(11)
    for _ in range(300):
        mounts = {b"/r": 1, b"/r/m": 2, b"/r/m/n": 3, b"/r/o": 4}
        plain = [b"/r/p", b"/r/m/q", b"/r/m/n/s", b"/r/o/t/u"]

        def device_of(path: bytes, mounted: dict[bytes, int]) -> int:
            return mounted[max((m for m in mounted if (path + b"/").startswith(m + b"/")), key=len)]

        places = [*mounts, *plain]
        rows = [
            Row(n, place + b"/%d.jpg" % n, device=device_of(place, mounts), inode=n)
            for n, place in enumerate(places * 2)
        ]
        away = {m for m in mounts if m != b"/r" and chance.random() < 0.4}
        mounted = {
            m: device
            for m, device in mounts.items()
            if not any((m + b"/").startswith(a + b"/") for a in away)
        }
        reachable = [row for row in rows if not any(row.path.startswith(a + b"/") for a in away)]
        deleted = {row.id for row in reachable if row.id and chance.random() < 0.3}
        deleted -= {row.id for row in reachable if os.path.dirname(row.path) in mounts}
        there = [found(row) for row in reachable if row.id not in deleted]
        listed = {b"/r": 1}
        for photo in there:
            place = os.path.dirname(photo.path)
            while place not in listed:
                listed[place] = device_of(place, mounted)
                place = os.path.dirname(place)
        assert set(gone(rows, there, listed)) == deleted


# failures while walking


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path, int, str], None]:
    """``failing(path, code, how)``: "stat", "list" or "entry" of one path gives this error number."""
    bad: dict[str, tuple[bytes, int]] = {}
    real_stat, real_scandir = os.stat, os.scandir

    def fail(how: str, path: object) -> None:
        if how in bad and not isinstance(path, int) and os.fsencode(path) == bad[how][0]:  # type: ignore[arg-type]
            raise OSError(bad[how][1], os.strerror(bad[how][1]))

    class Entry:
        def __init__(self, entry: os.DirEntry[bytes]) -> None:
            self._entry = entry
            self.name, self.path = entry.name, entry.path
            self.is_symlink = entry.is_symlink

        def is_dir(self) -> bool:
            fail("kind", self.path)
            return self._entry.is_dir()

        def stat(self) -> os.stat_result:
            fail("entry", self.path)
            return self._entry.stat()

    class Listing:
        def __init__(self, path: object) -> None:
            fail("list", path)
            self._entries = real_scandir(path)  # type: ignore[call-overload]

        def __enter__(self) -> Iterator[Entry]:
            return (Entry(entry) for entry in self._entries)

        def __exit__(self, *_: object) -> None:
            self._entries.close()

    def stat(path: object, **options: object) -> os.stat_result:
        fail("stat", path)
        return real_stat(path, **options)  # type: ignore[arg-type]

    fake = type("os", (), {**vars(os), "stat": staticmethod(stat), "scandir": Listing})
    monkeypatch.setattr(walking, "os", fake)

    def set_(path: Path, code: int, how: str) -> None:
        bad[how] = (os.fsencode(path), code)

    return set_


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue.open(tmp_path / "home") as opened:
        yield opened


def scan(catalogue: Catalogue, root: Path, **options: object) -> Scan:
    with catalogue.writing() as conn:
        row = folders.add(conn, os.fsencode(root), 0.0)
    return scan_folder(catalogue, row, now=1.0, **options)  # type: ignore[arg-type]


def problems_of(catalogue: Catalogue) -> list[tuple[bytes, str]]:
    with catalogue.reading() as conn:
        return [(one.path, one.code) for one in problems.list_all(conn)]


@pytest.mark.parametrize("code", STRANGE)
@pytest.mark.parametrize("how", ["stat", "list", "kind"])
def test_a_folder_that_fails_strangely_keeps_its_photos(
    catalogue: Catalogue, tmp_path: Path, failing: Callable[[Path, int, str], None], code: int, how: str
) -> None:
    root = tmp_path / "r"
    make_photos(root, 1)
    make_photos(root / "sub" / "deep", 3, first=5)
    assert scan(catalogue, root).new == 4
    failing(root / "sub", code, how)
    after = scan(catalogue, root)
    assert (after.gone, after.unchanged, after.offline) == (frozenset(), 1, False)
    assert problems_of(catalogue) == [(os.fsencode(root / "sub"), "folder.offline")]


@pytest.mark.parametrize("code", STRANGE)
def test_a_photo_that_fails_strangely_is_kept_and_the_folder_named(
    catalogue: Catalogue, tmp_path: Path, failing: Callable[[Path, int, str], None], code: int
) -> None:
    root = tmp_path / "r"
    made = make_photos(root / "sub", 3)
    scan(catalogue, root)
    failing(made[1], code, "entry")
    made[2].unlink()
    after = scan(catalogue, root)
    assert (len(after.gone), after.unchanged, after.offline) == (1, 1, False)
    assert problems_of(catalogue) == [(os.fsencode(root / "sub"), "folder.offline")]
    failing(root / "other", code, "entry")
    assert scan(catalogue, root).unchanged == 2
    assert problems_of(catalogue) == []


@pytest.mark.parametrize("how", ["stat", "list"])
@pytest.mark.parametrize("code", [errno.ENOENT, errno.ENOTDIR])
def test_a_folder_that_is_no_longer_there_is_absent(
    catalogue: Catalogue, tmp_path: Path, failing: Callable[[Path, int, str], None], code: int, how: str
) -> None:
    root = tmp_path / "r"
    make_photos(root, 1)
    make_photos(root / "sub", 2, first=5)
    scan(catalogue, root)
    failing(root / "sub", code, how)
    assert len(scan(catalogue, root).gone) == 2
    assert problems_of(catalogue) == []


@pytest.mark.parametrize("how", ["stat", "list"])
def test_a_drive_that_is_gone_turns_the_whole_root_offline(
    tmp_path: Path, failing: Callable[[Path, int, str], None], how: str
) -> None:
    make_photos(tmp_path / "sub", 1)
    failing(tmp_path / "sub", errno.EIO, how)
    with pytest.raises(RecollectError) as caught:
        walk(os.fsencode(tmp_path))
    assert caught.value.code == "folder.offline"


def test_a_link_that_leads_in_a_circle_or_cannot_be_followed_is_a_link_to_nowhere(
    catalogue: Catalogue, tmp_path: Path, failing: Callable[[Path, int, str], None]
) -> None:
    root = tmp_path / "r"
    make_photos(root, 1)
    (root / "circle.jpg").symlink_to(root / "circle.jpg")
    make_photos(tmp_path / "nas", 2)
    (root / "nas").symlink_to(tmp_path / "nas")
    assert scan(catalogue, root).new == 3
    failing(root / "nas", errno.ENOTCONN, "kind")
    after = scan(catalogue, root)
    assert (after.gone, after.unchanged, after.offline) == (frozenset(), 1, False)
    assert problems_of(catalogue) == []


def test_what_vanishes_with_the_folder_around_it_is_left_to_the_next_look(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A drive taken out in the middle of a walk: its folders are not there, nor is the one around them."""
    root = tmp_path / "r"
    make_photos(root, 1)
    make_photos(root / "drive" / "a", 2, first=5)
    make_photos(root / "drive" / "b", 2, first=8)
    scan(catalogue, root)
    hidden = walking._hidden

    def pull(name: bytes) -> bool:
        if name == b"a":
            shutil.move(root / "drive", tmp_path / "pulled")
        return hidden(name)

    monkeypatch.setattr(walking, "_hidden", pull)
    assert scan(catalogue, root).gone == frozenset()
    monkeypatch.undo()
    assert len(scan(catalogue, root).gone) == 4


# real drives


@needs_mount
def test_real_drives_that_go_with_their_mount_points(tmp_path: Path) -> None:
    done = in_namespace(
        """
        import os, shutil, subprocess, sys
        from pathlib import Path
        from core.catalogue import folders
        from core.catalogue.store import Catalogue
        from core.ingest.scan import scan_folder
        place = Path(sys.argv[1])
        root = place / "media"
        def mount(name):
            (root / name).mkdir(exist_ok=True)
            subprocess.run(["mount", "-t", "tmpfs", name, str(root / name)], check=True)
        def fill(folder, count):
            folder.mkdir(parents=True, exist_ok=True)
            for n in range(count):
                (folder / f"{n}.jpg").write_bytes(bytes(n + 1))
        def eject(name, remove=True):
            subprocess.run(["umount", str(root / name)], check=True)
            if remove:
                (root / name).rmdir()
        root.mkdir()
        fill(root / "own" / "trip", 2)
        fill(root / "own", 1)
        mount("A"); fill(root / "A" / "x", 3)
        mount("B"); fill(root / "B", 1); fill(root / "B" / "y", 4); fill(root / "B" / "z", 1)
        with Catalogue.open(place / "home") as catalogue:
            with catalogue.writing() as conn:
                row = folders.add(conn, os.fsencode(root), 0.0)
            def look(title):
                s = scan_folder(catalogue, row, now=1.0)
                print(title, s.new, len(s.gone), s.unchanged, s.offline)
            look("first")
            shutil.rmtree(root / "B" / "z")
            look("deleted on B")
            eject("B")
            look("B ejected")
            shutil.rmtree(root / "own" / "trip")
            look("deleted beside")
            mount("C"); fill(root / "C", 2)
            look("C instead")
            eject("A", remove=False)
            look("A unmounted")
            (root / "A" / "note.txt").write_text("x")
            (root / "A" / "note.txt").unlink()
            look("again")
        """,
        tmp_path,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "first 12 0 0 False",
        "deleted on B 0 1 11 False",
        "B ejected 0 0 6 False",
        "deleted beside 0 2 4 False",
        "C instead 2 0 4 False",
        "A unmounted 0 0 3 False",
        "again 0 0 3 False",
    ]
