"""Who tells us: what is heard and what is not, when a folder is due, what happens when watching fails."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from core.ingest import watch as watching
from core.ingest.watch import Rhythm, Watcher
from tests.photos import make_photos
from tests.waiting import until

ROOT = Path(__file__).resolve().parents[3]
QUICK = Rhythm(quiet=0.1, rescan=3600.0, poll=0.1, patience=60.0)


@dataclass
class Told:
    """What a watcher said, and its clock."""

    now: float = 1000.0
    due: list[int] = field(default_factory=list)
    states: list[tuple[int, str]] = field(default_factory=list)

    def watcher(self, rhythm: Rhythm, **options: object) -> Watcher:
        return Watcher(
            self.due.append,
            lambda *state: self.states.append(state),
            rhythm,
            clock=lambda: self.now,
            **options,
        )  # type: ignore[arg-type]

    @property
    def words(self) -> list[str]:
        """The states without repetitions."""
        words = [word for _, word in self.states]
        return [word for at, word in enumerate(words) if at == 0 or word != words[at - 1]]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    return Told()


@dataclass
class Stepped:
    """A watcher without its thread and without the system's events: each look is asked for."""

    watcher: Watcher
    told: Told
    path: bytes

    def hear(self, below: str, kind: str = "modified", is_directory: bool = False) -> None:
        path = os.path.join(self.path, os.fsencode(below)) if below else self.path
        self.watcher.heard(1, path, is_directory, kind)

    def after(self, seconds: float) -> int:
        """Let time pass, look, and say how often the folder was due."""
        self.told.now += seconds
        self.told.due.clear()
        self.watcher.look()
        return len(self.told.due)


class NoEvents:
    """An observer that starts and schedules and tells nothing."""

    def __init__(self) -> None:
        self.watched: list[str] = []

    def start(self) -> None: ...
    def stop(self) -> None: ...
    def join(self, timeout: float | None = None) -> None: ...

    def schedule(self, handler: object, path: str, *, recursive: bool) -> object:
        self.watched.append(path)
        return object()

    def unschedule(self, watch: object) -> None: ...


@pytest.fixture
def stepped(told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Stepped]:
    monkeypatch.setattr(watching, "Observer", NoEvents)
    monkeypatch.setattr(watching, "limit_reached", lambda: False)
    monkeypatch.setattr(watching.Watcher, "_begin", lambda self: None)

    def make(rhythm: Rhythm | None = None, **options: object) -> Stepped:
        folder = tmp_path / "r"
        folder.mkdir(exist_ok=True)
        watcher = told.watcher(rhythm or Rhythm(), **options)
        watcher.watch(1, os.fsencode(folder))
        watcher.look()
        assert (told.words, told.due) == (["live"], [])
        return Stepped(watcher, told, os.fsencode(folder))

    return make


# what is heard


@pytest.mark.parametrize(
    ("below", "kind", "is_directory", "heard"),
    [
        ("a.jpg", "created", False, True),
        ("a.jpg", "modified", False, True),
        ("a.jpg", "closed", False, True),
        ("a.jpg", "deleted", False, True),
        ("trip", "created", True, True),
        ("trip", "deleted", True, True),
        ("trip", "deleted", False, True),  # may be reported as a file
        # Our own reads.
        ("a.jpg", "opened", False, False),
        ("a.jpg", "closed_no_write", False, False),
        ("trip", "opened", True, False),
        ("trip", "closed_no_write", True, False),
        ("trip", "modified", True, False),
        # What the walk would not take.
        ("notes.txt", "modified", False, False),
        (".cache/thumbnails/a.png", "created", False, False),
        (".cache", "created", True, False),
        (".cache/x", "deleted", True, False),
        (".a.jpg", "created", False, False),
        ("trip/@eaDir/a.jpg", "created", False, False),
        ("$RECYCLE.BIN/a.jpg", "deleted", False, False),
        ("lib/thumbnails/ab/a.jpg", "created", False, False),
        ("lib/catalogue.sqlite-wal", "deleted", False, False),
        ("inner/a.jpg", "created", False, False),
        ("library/a.jpg", "created", False, True),
    ],
)
def test_what_is_heard(
    stepped: Callable[..., Stepped], tmp_path: Path, below: str, kind: str, is_directory: bool, heard: bool
) -> None:
    (tmp_path / "r" / "lib").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "r")
    one = stepped(skip=[os.fsencode(tmp_path / "link" / "lib")])
    one.watcher.watch(2, one.path + b"/inner")
    one.watcher.look()
    one.hear(below, kind, is_directory)
    assert one.after(31.0) == heard


def test_nothing_heard_of_an_unwatched_folder(stepped: Callable[..., Stepped]) -> None:
    one = stepped()
    one.watcher.unwatch(1)
    one.hear("a.jpg")
    one.watcher.heard(7, b"/elsewhere/a.jpg", False, "created")
    assert one.after(100.0) == 0


# when it is due


def test_a_folder_is_due_once_it_is_quiet(stepped: Callable[..., Stepped]) -> None:
    one = stepped(Rhythm(quiet=10.0, patience=60.0))
    one.hear("a.jpg")
    assert one.after(9.0) == 0
    one.hear("b.jpg")
    assert one.after(9.0) == 0
    assert one.after(1.5) == 1
    assert one.after(60.0) == 0


def test_a_folder_that_is_never_quiet_is_due_all_the_same(stepped: Callable[..., Stepped]) -> None:
    one = stepped(Rhythm(quiet=10.0, patience=60.0))
    due = 0
    for _ in range(25):
        one.hear("a.jpg")
        due += one.after(5.0)
    assert due == 2


def test_a_look_again_comes_after_the_quiet_time(stepped: Callable[..., Stepped]) -> None:
    one = stepped(Rhythm(quiet=10.0))
    one.watcher.again(1)
    assert one.after(9.0) == 0
    assert one.after(2.0) == 1


def test_a_quiet_folder_is_looked_over_now_and_then(stepped: Callable[..., Stepped]) -> None:
    one = stepped(Rhythm(rescan=3600.0))
    assert one.after(3599.0) == 0
    assert one.after(2.0) == 1
    assert one.after(2.0) == 0


# roots that go and come back


def test_a_root_that_vanishes_is_offline_and_due_when_it_is_back(
    stepped: Callable[..., Stepped], tmp_path: Path
) -> None:
    one = stepped()
    (tmp_path / "r").rename(tmp_path / "away")
    assert one.after(1.0) == 0
    assert one.told.words[-1] == "offline"
    (tmp_path / "away").rename(tmp_path / "r")
    assert one.after(1.0) == 1
    assert one.told.words == ["live", "offline", "live"]


def real(told: Told, path: Path, rhythm: Rhythm = QUICK, **options: object) -> Watcher:
    watcher = Watcher(told.due.append, lambda *state: told.states.append(state), rhythm, **options)  # type: ignore[arg-type]
    watcher.watch(1, os.fsencode(path))
    assert until(lambda: told.words == ["live"])
    return watcher


@pytest.fixture
def root(tmp_path: Path) -> Iterator[Path]:
    make_photos(tmp_path / "r", 1)
    return tmp_path / "r"


def heard_again(told: Told, make: Callable[[], object]) -> bool:
    """Wait until nothing is due any more, then make a noise and say whether it was heard."""
    while True:
        told.due.clear()
        time.sleep(0.6)
        if not told.due:
            break
    make()
    return until(lambda: told.due, 5.0)


def test_our_own_reads_are_not_heard_and_a_new_photo_is(told: Told, root: Path) -> None:
    watcher = real(told, root)
    try:
        for _ in range(3):
            (root / "photo_0000.jpg").read_bytes()
            list(os.scandir(root))
        time.sleep(0.8)
        assert told.due == []
        assert heard_again(told, lambda: make_photos(root, 1, first=5))
    finally:
        watcher.close()


def test_thumbnails_written_in_hidden_folders_are_not_heard(told: Told, root: Path) -> None:
    (root / ".cache" / "thumbnails").mkdir(parents=True)
    (root / "lib" / "thumbnails").mkdir(parents=True)
    watcher = real(told, root, skip=[os.fsencode(root / "lib")])
    try:
        make_photos(root / ".cache" / "thumbnails", 2)
        make_photos(root / "lib" / "thumbnails" / "ab", 2)
        shutil.rmtree(root / ".cache")
        time.sleep(0.8)
        assert told.due == []
        assert heard_again(told, lambda: make_photos(root / "new", 1))
    finally:
        watcher.close()


@pytest.mark.parametrize("how", ["deleted", "moved"])
def test_a_root_that_is_replaced_between_two_looks_is_watched_again(
    told: Told, root: Path, tmp_path: Path, how: str
) -> None:
    watcher = real(told, root, Rhythm(quiet=0.1, rescan=3600.0, poll=0.4))
    try:
        with watcher._lock:  # no look comes between
            if how == "deleted":
                shutil.rmtree(root)
            else:
                root.rename(tmp_path / "away")
            root.mkdir()
        assert until(lambda: told.due, 5.0)
        assert heard_again(told, lambda: make_photos(root, 1, first=9))
        assert told.words[-1] == "live"
    finally:
        watcher.close()


def test_a_root_that_vanishes_and_is_made_anew_is_watched_again(told: Told, root: Path) -> None:
    watcher = real(told, root)
    try:
        shutil.rmtree(root)
        assert until(lambda: told.words[-1] == "offline")
        make_photos(root, 1)
        assert until(lambda: told.words[-1] == "live")
        assert heard_again(told, lambda: make_photos(root, 1, first=9))
    finally:
        watcher.close()


def test_photos_straight_in_a_root_that_is_a_link_are_heard(told: Told, root: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(root)
    watcher = real(told, tmp_path / "link")
    try:
        assert heard_again(told, lambda: make_photos(root, 1, first=5))
        assert not heard_again(told, lambda: make_photos(root / ".cache", 1)) and told.due == []
    finally:
        watcher.close()


# when watching fails


@pytest.mark.parametrize(
    ("code", "word"),
    [(errno.ENOSPC, "limit"), (errno.EMFILE, "limit"), (errno.EACCES, "polling"), (errno.EINVAL, "polling")],
)
@pytest.mark.parametrize("where", ["__init__", "start", "schedule"])
def test_a_watch_that_fails_is_polled_and_tried_again(
    told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, word: str, where: str
) -> None:
    failing = [True]
    stopped: list[object] = []

    class Observer(NoEvents):
        def __init__(self) -> None:
            self.fail("__init__")
            super().__init__()

        def fail(self, name: str) -> None:
            if failing[0] and name == where:
                raise OSError(code, os.strerror(code))

        def start(self) -> None:
            self.fail("start")

        def stop(self) -> None:
            stopped.append(self)

        def schedule(self, handler: object, path: str, *, recursive: bool) -> object:
            self.fail("schedule")
            return super().schedule(handler, path, recursive=recursive)

    monkeypatch.setattr(watching, "Observer", Observer)
    monkeypatch.setattr(watching, "limit_reached", lambda: False)
    monkeypatch.setattr(watching.Watcher, "_begin", lambda self: None)
    (tmp_path / "r").mkdir()
    watcher = told.watcher(Rhythm(poll=30.0, rescan=3600.0))
    watcher.watch(1, os.fsencode(tmp_path / "r"))
    watcher.look()
    assert told.words == [word]
    for _ in range(3):
        told.now += 31.0
        watcher.look()
    assert (told.due, told.words) == ([1, 1, 1], [word])
    assert len(stopped) == (where == "start")
    # Raised meanwhile: the next rescan is live.
    failing[0] = False
    told.now += 3600.0
    watcher.look()
    assert told.words == [word, "live"]
    assert watcher._observer is not None and watcher._observer.watched == [str(tmp_path / "r")]  # type: ignore[attr-defined]


def test_a_limit_that_only_subfolders_meet_is_told_and_polled(
    told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """watchdog swallows the failure of a subfolder: only the root's own is raised."""
    reached = [False]
    monkeypatch.setattr(watching, "Observer", NoEvents)
    monkeypatch.setattr(watching, "limit_reached", lambda: reached[0])
    monkeypatch.setattr(watching.Watcher, "_begin", lambda self: None)
    (tmp_path / "r").mkdir()
    watcher = told.watcher(Rhythm(quiet=10.0, poll=30.0, rescan=3600.0))
    watcher.watch(1, os.fsencode(tmp_path / "r"))
    watcher.look()
    assert told.words == ["live"]
    reached[0] = True
    watcher.heard(1, os.fsencode(tmp_path / "r" / "new"), True, "created")
    told.now += 11.0
    watcher.look()
    assert (told.words, told.due) == (["live", "limit"], [1])
    told.now += 31.0
    watcher.look()
    assert told.due == [1, 1]
    reached[0] = False
    told.now += 3600.0
    watcher.look()
    assert told.words == ["live", "limit", "live"]


@pytest.mark.skipif(
    sys.platform != "linux"
    or shutil.which("unshare") is None
    or subprocess.run(["unshare", "-Ur", "true"], capture_output=True, check=False).returncode != 0,
    reason="a limit of one's own needs a user namespace",
)
@pytest.mark.parametrize(("limit", "word"), [(0, "limit"), (3, "limit"), (50, "live")])
def test_the_systems_limit_of_watched_folders(tmp_path: Path, limit: int, word: str) -> None:
    for number in range(8):
        make_photos(tmp_path / "r" / str(number), 1)
    script = """
        import os, sys, time
        from core.ingest.watch import Rhythm, Watcher
        open("/proc/sys/user/max_inotify_watches", "w").write(sys.argv[2])
        states = []
        watcher = Watcher(lambda folder: None, lambda folder, word: states.append(word), Rhythm(0.1, 9, 0.1))
        watcher.watch(1, os.fsencode(sys.argv[1]))
        while not states:
            time.sleep(0.02)
        time.sleep(0.3)
        watcher.close()
        print(*sorted(set(states)))
    """
    done = subprocess.run(
        ["unshare", "-Ur", sys.executable, "-c", textwrap.dedent(script), str(tmp_path / "r"), str(limit)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.stdout, done.stderr) == (f"{word}\n", "")
