"""When a watcher waits longer, what an empty place means, clocks that go back, storms, silent file systems."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.ingest import mounts
from core.ingest import watch as watching
from core.ingest.watch import Rhythm, Watcher


class Silent:
    """An observer that starts and schedules and tells nothing."""

    def start(self) -> None: ...
    def stop(self) -> None: ...
    def join(self, timeout: float | None = None) -> None: ...

    def schedule(self, handler: object, path: str, *, recursive: bool) -> object:
        return object()

    def unschedule(self, watch: object) -> None: ...


class Stepped:
    """A watcher whose looks are asked for, with its clock, and what it said."""

    def __init__(self, root: Path) -> None:
        self.now = 1000.0
        self.due: list[int] = []
        self.words: list[str] = []
        self.filled = False
        self.root = root
        self.watcher = Watcher(
            self.due.append,
            lambda _, word: self.words.append(word) if word not in self.words[-1:] else None,
            Rhythm(quiet=10.0, rescan=3600.0, poll=30.0, patience=60.0),
            filled=lambda _: self.filled,
            clock=lambda: self.now,
        )
        self.watcher.watch(1, os.fsencode(root))
        self.watcher.look()

    def hear(self, below: str, kind: str) -> None:
        self.watcher.heard(1, os.path.join(os.fsencode(self.root), os.fsencode(below)), False, kind)

    def after(self, seconds: float) -> int:
        self.now += seconds
        self.due.clear()
        self.watcher.look()
        return len(self.due)


def _then(work: Callable[..., None], after: Callable[[Watcher], object]) -> Callable[..., None]:
    def both(self: Watcher, *args: object, **options: object) -> None:
        work(self, *args, **options)
        after(self)

    return both


@pytest.fixture
def one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stepped]:
    monkeypatch.setattr(watching, "Observer", Silent)
    monkeypatch.setattr(watching, "limit_reached", lambda: False)
    monkeypatch.setattr(watching.Watcher, "_begin", lambda self: None)
    (tmp_path / "r").mkdir()
    stepped = Stepped(tmp_path / "r")
    yield stepped
    stepped.watcher.close()


def test_what_was_deleted_is_waited_for_longer_than_what_is_new(one: Stepped) -> None:
    one.hear("a.jpg", "created")
    assert (one.after(9.0), one.after(2.0)) == (0, 1)
    one.hear("a.jpg", "deleted")
    assert (one.after(11.0), one.after(15.0), one.after(5.0)) == (0, 0, 1)
    # Renamed in one folder: it is already known where it went.
    one.hear("a.jpg", "moved")
    assert one.after(11.0) == 1
    # A new one in between does not have the deleted one looked for early.
    one.hear("a.jpg", "deleted")
    one.now += 5.0
    one.hear("b.jpg", "created")
    assert (one.after(11.0), one.after(15.0)) == (0, 1)


def test_another_rhythm_holds_from_the_next_look_on(one: Stepped) -> None:
    one.hear("a.jpg", "created")
    assert one.after(3.0) == 0
    one.watcher.set_rhythm(Rhythm(quiet=2.0, rescan=100.0))
    assert (one.after(0.0), one.after(99.0), one.after(2.0)) == (1, 0, 1)
    assert one.words == ["live"]


@pytest.mark.parametrize(("early", "due"), [(True, 1), (False, 0)])
def test_what_changed_between_a_look_and_the_watch_gets_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, early: bool, due: int
) -> None:
    monkeypatch.setattr(watching, "Observer", Silent)
    monkeypatch.setattr(watching, "limit_reached", lambda: False)
    monkeypatch.setattr(watching.Watcher, "_begin", lambda self: None)
    looks = watching.Watcher.looks
    monkeypatch.setattr(
        watching.Watcher, "watch", _then(watching.Watcher.watch, lambda one: early and looks(one, patience=0))
    )
    (tmp_path / "r").mkdir()
    one = Stepped(tmp_path / "r")
    try:
        looks(one.watcher, patience=0)  # it is watched by now
        assert (one.after(5.0), one.after(6.0), one.after(100.0)) == (0, due, 0)
        assert one.words == ["live"]
    finally:
        one.watcher.close()


def test_a_look_waits_a_moment_for_the_watch(one: Stepped, tmp_path: Path) -> None:
    (tmp_path / "s").mkdir()
    one.watcher.watch(2, os.fsencode(tmp_path / "s"))
    begun = threading.Event()
    look = threading.Thread(target=lambda: (one.watcher.looks([2], patience=60.0), begun.set()))
    look.start()
    assert not begun.wait(0.1)
    one.watcher.looks([1], patience=60.0)  # that one is watched
    one.watcher.look()
    assert begun.wait(30.0)
    look.join()
    assert one.after(50.0) == 0, "heard from the beginning, nothing happened"


def test_deletions_without_end_are_looked_at_all_the_same(one: Stepped) -> None:
    due = 0
    for _ in range(25):
        one.hear("a.jpg", "deleted")
        due += one.after(5.0)
    assert due == 2


def test_an_empty_place_is_offline_only_where_photos_were(one: Stepped) -> None:
    assert one.after(5.0) == 0 and one.words == ["live"]
    one.filled = True
    assert one.after(5.0) == 0 and one.words == ["live", "offline"]
    assert one.after(4000.0) == 0, "nothing to look over"
    (one.root / "a.jpg").touch()
    assert one.after(5.0) == 1 and one.words == ["live", "offline", "live"]


def test_a_folder_that_is_emptied_under_our_eyes_is_left_to_the_scan(one: Stepped) -> None:
    one.filled = True
    (one.root / "a.jpg").touch()
    one.watcher.look()
    words = list(one.words)
    (one.root / "a.jpg").unlink()
    one.hear("a.jpg", "deleted")
    assert one.after(5.0) == 0 and one.words == words
    assert one.after(26.0) == 1 and one.words == words
    one.filled = False  # they are in another folder now
    assert one.after(5.0) == 0 and one.words == words


def test_a_clock_that_goes_back_puts_nothing_off(one: Stepped) -> None:
    one.hear("a.jpg", "created")
    one.now -= 5000.0
    assert (one.after(0.0), one.after(11.0)) == (0, 1)
    one.hear("a.jpg", "deleted")
    one.now -= 5000.0
    assert (one.after(0.0), one.after(31.0)) == (0, 1)
    one.now -= 5000.0
    assert (one.after(0.0), one.after(3601.0)) == (0, 1)


def test_in_a_storm_the_system_is_asked_once_for_each_folder(
    one: Stepped, monkeypatch: pytest.MonkeyPatch
) -> None:
    one.watcher.watch(2, os.fsencode(one.root / "inner"))
    one.watcher.look()
    asked: list[bytes] = []
    stat = os.stat
    monkeypatch.setattr(os, "stat", lambda path, **more: asked.append(path) or stat(path, **more))
    for folder in range(3):
        for number in range(500):
            one.hear(f"day/{folder}/{number}.jpg", "created")
    assert len(asked) <= 6
    one.due.clear()
    assert one.after(11.0) == 1


@pytest.mark.parametrize(
    ("kind", "silent"),
    [(b"nfs4", True), (b"cifs", True), (b"fuse.sshfs", True), (b"ext4", False), (b"fuseblk", False)],
)
def test_network_drives_are_polled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: bytes, silent: bool
) -> None:
    (tmp_path / "a drive" / "x").mkdir(parents=True)
    place = os.fsencode(tmp_path / "a drive")
    table = [(b"/", "ext4"), (place, kind.decode()), (place + b"2", "nfs")]
    monkeypatch.setattr(mounts, "_mounts", lambda: table)
    assert mounts.is_silent(place + b"/x") == mounts.is_silent(place) == silent
    assert not mounts.is_silent(os.fsencode(tmp_path))


def test_the_systems_own_table_is_read() -> None:
    assert mounts.file_system(b"/proc/self") in {"proc", ""}
    assert mounts.file_system(b"/") == mounts.file_system(b"/no/such/place")


def test_a_silent_folder_is_polled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, one: Stepped) -> None:
    monkeypatch.setattr(watching, "is_silent", lambda path: True)
    (tmp_path / "share").mkdir()
    other = Stepped(tmp_path / "share")
    assert other.words == ["polling"]
    assert [other.after(31.0) for _ in range(3)] == [1, 1, 1]
    other.watcher.close()
