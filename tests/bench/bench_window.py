"""How the window feels: stutter while indexing, from key to photos, both while photos are looked into, a very
large folder, a very large photo.

python tests/bench/bench_window.py [stutter] [keys] [regions] [folder] [viewer]  (all without a name)
    --photos 100000     photos of the library        --files 800000     files of the large folder
    --keep FOLDER       make the library there once and use it again
    --causes MS         note where the GUI thread stands when it is later than this

The real program without a screen: window, threads, library, the built-in model. Each part runs in its own
process. Ceilings of the same run: the same probe in the same window at rest, and beside two processes that
only compute.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

from core.library.environment import prepare  # noqa: E402

prepare()

from PySide6.QtCore import QEvent, QObject, Qt, QTimer  # noqa: E402
from PySide6.QtGui import QPaintEvent  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402

from app.application import Application, _qt_application  # noqa: E402
from app.asking import Answer  # noqa: E402
from app.grid.view import GridView  # noqa: E402
from core.jobs import Progress  # noqa: E402
from tests.bench.camera_photos import make_camera_jpegs  # noqa: E402
from tests.bench.probe import Lateness, Probe, Scrolling, burning, load, measured, say, until, wait  # noqa: E402

PARTS = ("stutter", "keys", "regions", "folder", "viewer")
WITH_LIBRARY = ("stutter", "keys", "regions")
_paints: list[tuple[float, float]] = []  # (end, ms) of each painting of the grid


def _timed_paint(original: Callable[[GridView, QPaintEvent], None]) -> Callable[..., None]:
    def paint(view: GridView, event: QPaintEvent) -> None:
        began = time.perf_counter()
        original(view, event)
        ended = time.perf_counter()
        _paints.append((ended, (ended - began) * 1000))

    return paint


class Program:
    """The program over a library's home, from its start to its end."""

    def __init__(self, home: Path) -> None:
        os.environ["RECOLLECT_HOME"] = str(home)
        GridView.paintEvent = _timed_paint(GridView.paintEvent)  # type: ignore[method-assign]
        self.qt = _qt_application()
        self.application = Application(self.qt)
        self.window = self.application.window
        self.link = self.window.link
        self.progress: list[tuple[float, Progress]] = []
        self.link.progressed.connect(lambda one: self.progress.append((time.perf_counter(), one)))
        self.ready_at = 0.0
        self.link.ready.connect(self._ready)

    def _ready(self) -> None:
        self.ready_at = time.perf_counter()

    def start(self) -> None:
        """Show the window and wait until it has answered once and begun its slow work."""
        self.application.start([], samples=False)
        assert until(lambda: self.link._begun, 60), "the library did not open"

    def settle(self) -> None:
        """Wait until the model is loaded and nothing is indexed."""
        assert until(lambda: self.ready_at and not self.link.indexing, 300), "it never came to rest"
        wait(2.0)

    def index(self, folder: Path) -> None:
        """Add a folder, as if dropped, and wait until photos are being taken in."""
        self.progress.clear()
        self.window.folders.take([os.fsencode(folder)])
        assert until(self._taking, 120), "nothing was indexed"

    def _taking(self) -> bool:
        return any(one.done or one.facts.get("indexed") for _, one in self.progress)

    @property
    def photos_a_second(self) -> float:
        """How fast photos were taken in since ``index``."""
        taken = [
            (at, max(one.done if one.total else 0, one.facts.get("indexed", 0))) for at, one in self.progress
        ]
        taken = [one for one in taken if one[1]]
        if len(taken) < 2:
            return 0.0
        return (taken[-1][1] - taken[0][1]) / max(taken[-1][0] - taken[0][0], 0.001)

    def end(self) -> None:
        """Close the window."""
        self.window.close()
        self.application.end()


def painted(name: str, since: float) -> None:
    """How long painting the grid took since a moment."""
    times = np.array([ms for at, ms in _paints if at > since])
    if len(times):
        middle, high = np.percentile(times, (50, 99))
        print(
            f"  {name:34} p50 {middle:5.1f}  p99 {high:5.1f}  worst {times.max():6.1f} ms, {len(times)} times"
        )


# the parts


def stutter(place: Path, home: Path, options: argparse.Namespace) -> None:
    """The event loop's lateness, at rest and while indexing and scrolling."""
    program = Program(home)
    probe = Probe(options.causes)
    began = time.perf_counter()
    probe.begin()
    program.start()
    shown = time.perf_counter()
    torch_at = 0.0
    if until(lambda: "torch" in sys.modules or program.ready_at, 60, every=2):
        torch_at = time.perf_counter()
    program.settle()
    start = probe.end()
    loading = (torch_at - began - 0.5, program.ready_at - began + 0.05)
    print(
        f"stutter: {len(program.window.grid.ids):,} photos in the grid; library opened and shown after"
        f" {shown - began:.2f} s, model loading from {torch_at - began:.2f} to {program.ready_at - began:.2f} s"
    )
    inside = [one for one in start.delays if loading[0] <= one.at <= loading[1]]
    say("start, without loading the model", start.without([loading]))
    say("while the model is loaded", Lateness(inside))
    say("at rest", measured(probe, 10))
    with burning():
        say("at rest, two processes burning", measured(probe, 15))
    with Scrolling(program.window.grid):
        since = time.perf_counter()
        say("scrolling", measured(probe, 15))
        painted("  painting the grid", since)
        with burning():
            since = time.perf_counter()
            say("scrolling, two processes burning", measured(probe, 20))
            painted("  painting the grid", since)
    from tests.bench.made_big import new_photos

    program.index(new_photos(place))
    with Scrolling(program.window.grid):
        since = time.perf_counter()
        probe.begin()
        until(lambda: not program.link.indexing, options.seconds)
        found = probe.end()
        say("scrolling while indexing", found, f", {program.photos_a_second:.0f} photos/s")
        painted("  painting the grid", since)
    program.end()


class Keys:
    """Types queries and notes when the new photos are painted."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.window = program.window
        self.asked_at = self.answered_at = 0.0
        self.window.bar.asked.connect(self._asked)
        self.window.asker.answered.connect(self._answered)

    def _asked(self, _: object) -> None:
        self.asked_at = time.perf_counter()

    def _answered(self, answer: Answer) -> None:
        if not answer.again:
            self.answered_at = time.perf_counter()

    def type(self, query: str) -> tuple[float, float, float]:
        """Ms from the last key: to the question, to the answer, to the paint."""
        window = self.window
        window.bar._line.clear()
        until(lambda: window.asker.question.empty and not window.asker.waiting, 20)
        wait(1.0)
        QTest.keyClicks(window.bar._line, query[:-1], Qt.KeyboardModifier.NoModifier, 5)
        _paints.clear()
        before = time.perf_counter()
        QTest.keyClick(window.bar._line, query[-1])
        self.asked_at = self.answered_at = 0.0
        assert until(lambda: self._shown(query), 20, every=2), f"no answer to {query}"
        at = next(end for end, _ in _paints if end > self.answered_at)
        return tuple((one - before) * 1000 for one in (self.asked_at, self.answered_at, at))

    def _shown(self, query: str) -> bool:
        answer = self.window.results.answer
        return (
            answer is not None
            and answer.question.text == query
            and self.answered_at > 0
            and any(end > self.answered_at for end, _ in _paints)
        )

    def run(self, name: str, queries: list[str], going: Callable[[], bool]) -> None:
        """Type them all, while ``going``."""
        rows = []
        for query in queries:
            if not going():
                break
            rows.append(self.type(query))
        if not rows:
            print(f"  {name:34} nothing measured")
            return
        table = np.array(rows)
        ask, answer, paint = (np.median(table[:, at]) for at in range(3))
        print(
            f"  {name:34} median {paint:4.0f}  p90 {np.percentile(table[:, 2], 90):4.0f}  worst"
            f" {table[:, 2].max():4.0f} ms to the first paint of {len(rows)} answers; medians: asked after"
            f" {ask:.0f}, answered after {answer:.0f}  {load()}",
            flush=True,
        )


def keys(place: Path, home: Path, options: argparse.Namespace) -> None:
    """From the last key of a query to the first paint of its answer."""
    program = Program(home)
    program.start()
    program.settle()
    # Not before: the program imports the engine itself, on a worker.
    from tests.bench.bench_query import QUERIES
    from tests.bench.made_big import new_photos

    typing = Keys(program)
    print(f"keys: {len(program.window.grid.ids):,} photos in the grid")
    # Once each beforehand would answer from stored vectors: every query is new.
    typing.run("(warming)", ["warm"], lambda: True)
    typing.run("at rest", QUERIES, lambda: True)
    with burning():
        typing.run("two processes burning", [f"{one} outside" for one in QUERIES], lambda: True)
    program.index(new_photos(place))
    typing.run("while indexing", [f"{one} in summer" for one in QUERIES], lambda: program.link.indexing)
    print(f"  ({program.photos_a_second:.0f} photos/s taken in meanwhile)")
    program.end()


def regions(place: Path, home: Path, options: argparse.Namespace) -> None:
    """Scrolling and typing while photos are looked into."""
    program = Program(home)
    program.start()
    program.settle()
    from tests.bench.bench_query import QUERIES
    from tests.bench.made_big import new_photos

    program.index(new_photos(place))
    until(lambda: not program.link.indexing, options.seconds)
    wait(2.0)
    typing = Keys(program)
    print(f"regions: {len(program.window.grid.ids):,} photos in the grid")
    typing.run("(warming)", ["warm"], lambda: True)
    typing.run("at rest", [f"{one} at dawn" for one in QUERIES], lambda: True)
    library = program.link.library
    assert library is not None
    program.link.set_setting("regions.look_inside", True)
    assert until(lambda: library.regions.state().looked, 120, every=200), "no photo was looked into"
    probe, began, first = Probe(options.causes), time.perf_counter(), library.regions.state().looked
    with Scrolling(program.window.grid):
        since = time.perf_counter()
        say("scrolling while looking inside", measured(probe, 20))
        painted("  painting the grid", since)
    typing.run("while looking inside", [f"{one} at dusk" for one in QUERIES], lambda: True)
    looked = library.regions.state().looked - first
    print(f"  ({looked / (time.perf_counter() - began):.1f} photos/s looked into meanwhile)")
    program.end()


def folder(place: Path, home: Path, options: argparse.Namespace) -> None:
    """A very large folder is added to an empty library."""
    from tests.bench.made_big import copy_tree, link_tree

    tree = place / ("links" if options.links else "files")
    if not tree.exists():
        began = time.monotonic()
        make = link_tree if options.links else copy_tree
        make(tree, make_camera_jpegs(place / "small", 1000, 0.03), options.files)
        print(f"folder: made in {time.monotonic() - began:.0f} s")
    kind = "hard links to 1,000 small photos" if options.links else "small photos, 1,000 of them different"
    print(f"folder: {options.files:,} {kind}")
    program = Program(home)
    program.start()
    program.settle()
    window, probe = program.window, Probe(options.causes)
    probe.begin()
    began = time.perf_counter()
    window.folders.take([os.fsencode(tree)])
    _paints.clear()
    shown = until(
        lambda: (
            len(window.grid.ids)
            and any(window.grid.cache.get(int(i)) is not None for i in window.grid.ids[:40])
        ),
        120,
    )
    first = time.perf_counter() - began
    say("until the first photos", probe.end(), f"; first photos after {first:.1f} s" if shown else "; none")
    probe.begin()
    wait(max(0.0, 60 - first))
    say(
        "the first minute",
        probe.end(),
        f"; {_known(home)} after a minute, {len(window.grid.ids):,} in the grid",
    )
    probe.begin()
    walked = until(lambda: _all_known(program), options.seconds)
    spent = (_all_known(program) or time.perf_counter()) - began
    end = f"; looked over after {spent:.0f} s" if walked else f"; still looking after {spent:.0f} s"
    say("until all was looked over", probe.end(), f"{end}, {_known(home)}")
    with Scrolling(window.grid):
        say("scrolling meanwhile", measured(probe, 20), f"; {len(window.grid.ids):,} in the grid")
    began = time.perf_counter()
    program.end()
    print(f"  closed in {time.perf_counter() - began:.1f} s")


def _all_known(program: Program) -> float | None:
    """When all was looked over: from then on the number of all photos is told."""
    return next((at for at, one in program.progress if one.total is not None and one.done), None)


def _known(home: Path) -> str:
    import sqlite3

    (file,) = home.glob("*.sqlite*3") if list(home.glob("*.sqlite3")) else list(home.glob("*.db"))[:1]
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as database:
        (known,) = database.execute("SELECT count(*) FROM photos").fetchone()
        (read,) = database.execute("SELECT count(*) FROM photos WHERE content_id IS NOT NULL").fetchone()
    return f"{known:,} photos known, {read:,} read"


class Shown(QObject):
    """Notes when the viewer's canvas was first painted with something, and when with enough pixels."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self.canvas = program.window.viewing.viewer.canvas
        self.any = self.screen = self.whole = 0.0
        self.side = 0
        self.canvas.installEventFilter(self)

    def begin(self) -> None:
        """From now on."""
        self.any = self.screen = self.whole = 0.0
        self.began = time.perf_counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Each painting of the canvas."""
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self, self._painted)
        return False

    def _painted(self) -> None:
        canvas, now = self.canvas, time.perf_counter() - self.began
        side = canvas._pyramid.long_side if canvas._pyramid is not None else 0
        self.side = side
        if side or canvas._stand_in is not None:
            self.any = self.any or now
        if side >= min(canvas.width(), canvas.height()) and side > 512:
            self.screen = self.screen or now
        if side > 4096:
            self.whole = self.whole or now


def viewer(place: Path, home: Path, options: argparse.Namespace) -> None:
    """A photo of 100 megapixels in the viewer, fitted and at its own size."""
    huge = place / "huge"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # cropping so large a picture warns
        make_camera_jpegs(huge, 3, 100)
    for one in huge.iterdir():
        os.utime(one, (time.time() - 86_400,) * 2)
    program = Program(home)
    program.start()
    program.settle()
    program.index(huge)
    program.settle()
    window, probe = program.window, Probe(options.causes)
    window.bar.show_query("in:huge")
    until(lambda: len(window.grid.ids) == 3 and not window.asker.waiting, 30)
    print(f"viewer: {len(window.grid.ids)} photos of 100 megapixels")
    shown = Shown(program)
    for number in range(len(window.grid.ids)):
        window.grid.selection.click(number)
        window.grid.chose()
        probe.begin()
        shown.begin()
        window.viewing.open_current()
        until(lambda: shown.screen, 60, every=2)
        opened = probe.end()
        wait(0.5)
        probe.begin()
        zoomed = time.perf_counter() - shown.began
        window.viewing.viewer.canvas.toggle()
        until(lambda: shown.whole, 120, every=2)
        say(
            f"photo {number + 1}",
            probe.end(),
            f"\n      something after {shown.any * 1000:.0f} ms, sharp on the screen after"
            f" {shown.screen * 1000:.0f} ms (loop's worst {opened.worst(1)[0].late:.0f} ms), zoomed to 1:1 sharp after"
            f" {(shown.whole - zoomed) * 1000:.0f} ms more ({shown.side} px)",
        )
        window.viewing.back()
        wait(0.5)
    program.end()


def main() -> None:
    """Make what is needed and run each part in its own process."""
    parser = argparse.ArgumentParser()
    parser.add_argument("parts", nargs="*", default=PARTS, metavar="PART")
    parser.add_argument("--photos", type=int, default=100_000)
    parser.add_argument("--files", type=int, default=800_000)
    parser.add_argument("--links", action="store_true", help="hard links instead of files of their own")
    parser.add_argument("--seconds", type=float, default=120, help="at most so long while indexing")
    parser.add_argument("--causes", type=float, default=0)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        (part,) = options.parts
        parts = {"stutter": stutter, "keys": keys, "regions": regions, "folder": folder, "viewer": viewer}
        parts[part](options.inside, options.inside / "now", options)
        return
    from tests.bench.made_big import copied, make_library

    place = options.keep or Path(tempfile.mkdtemp(prefix="recollect-window-"))
    try:
        for part in options.parts:
            if part in WITH_LIBRARY and not (place / "home").exists():
                # What this machine's encoder does best is measured once and kept there too.
                os.environ["RECOLLECT_HOME"] = str(place / "home")
                make_library(place, options.photos)
            if part in WITH_LIBRARY:
                copied(place / "home", place / "now")
            else:
                shutil.rmtree(place / "now", ignore_errors=True)
            given = [
                f"--{name}={getattr(options, name)}" for name in ("photos", "files", "seconds", "causes")
            ]
            given += ["--links"] if options.links else []
            command = [sys.executable, __file__, part, f"--inside={place}", *given]
            ended = subprocess.run(command, cwd=ROOT, check=False).returncode
            if ended:
                print(f"{part}: the program ended with {ended}")
    finally:
        if options.keep is None:
            shutil.rmtree(place, ignore_errors=True)


if __name__ == "__main__":
    main()
