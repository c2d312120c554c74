"""A timer in the window's event loop that tells how late it comes: what a person feels as stutter."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QTimer

if TYPE_CHECKING:
    from app.grid.view import GridView

EVERY = 5  # ms


@dataclass(frozen=True)
class Delay:
    """One late turn: seconds since the probe began, ms late; of that the GUI thread computed ``own`` ms, and
    waited ``queue`` ms for a processor. What is left it waited for others: Python's lock above all."""

    at: float
    late: float
    own: float
    queue: float = 0.0
    stack: str = ""


class Probe(QObject):
    """Collects lateness in ms from ``begin`` to ``end``.

    ``causes``: a thread notes where the GUI thread is while it is later than ``causes`` ms. That thread
    takes Python's lock every few milliseconds itself, so figures are taken without it.
    """

    def __init__(self, causes: float = 0.0) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=EVERY, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._fired)
        self._causes = causes
        self._gui = threading.get_ident()
        self._seen = ""
        self._began = self._last = self._cpu = self._queued = 0.0
        self.delays: list[Delay] = []

    def begin(self) -> None:
        """Forget what was collected, and collect."""
        self.delays = []
        self._began = self._last = time.perf_counter()
        self._cpu, self._queued = time.thread_time(), queued()
        self._timer.start()
        if self._causes:
            threading.Thread(target=self._look, daemon=True, name="probe").start()

    def end(self) -> Lateness:
        """Collect no more; what was found."""
        self._timer.stop()
        return Lateness(self.delays)

    def _fired(self) -> None:
        now, cpu, waited = time.perf_counter(), time.thread_time(), queued()
        late = max(0.0, (now - self._last) * 1000 - EVERY)
        own, queue = (cpu - self._cpu) * 1000, (waited - self._queued) * 1000
        self.delays.append(Delay(now - self._began, late, own, queue, self._seen))
        self._last, self._cpu, self._queued, self._seen = now, cpu, waited, ""

    def _look(self) -> None:
        while self._timer.isActive():
            time.sleep(self._causes / 2000)
            if (time.perf_counter() - self._last) * 1000 > self._causes + EVERY:
                frame = sys._current_frames().get(self._gui)
                lines = traceback.extract_stack(frame)[-5:]
                self._seen = " < ".join(
                    f"{os.path.basename(one.filename)}:{one.lineno} {one.name}" for one in reversed(lines)
                )


class Lateness:
    """How late the probe came: percentiles, and the worst moments."""

    def __init__(self, delays: list[Delay]) -> None:
        self.delays = delays

    def without(self, spans: list[tuple[float, float]]) -> Lateness:
        """Without the turns that ended within these seconds."""
        return Lateness([one for one in self.delays if not any(a <= one.at <= b for a, b in spans)])

    def worst(self, number: int = 5) -> list[Delay]:
        """The latest turns, worst first."""
        return sorted(self.delays, key=lambda one: -one.late)[:number]

    def __str__(self) -> str:
        late = np.array([one.late for one in self.delays])
        if not len(late):
            return "nothing measured"
        middle, high = np.percentile(late, (50, 99))
        # By time, not by turn: a stall of a second is one turn, but two hundred were due.
        share = late[late > 50].sum() / max(late.sum() + EVERY * len(late), 1)
        own = np.array([one.own for one in self.delays])
        # Without the time in which other programs had the processors.
        fair = np.maximum(late - np.array([one.queue for one in self.delays]), 0)
        return (
            f"p50 {middle:5.1f}  p99 {high:5.1f}  worst {late.max():6.1f} ms; without waiting for a processor p99"
            f" {np.percentile(fair, 99):5.1f}  worst {fair.max():6.1f}; own CPU p99 {np.percentile(own, 99):5.1f}"
            f"  worst {own.max():5.1f}; {100 * share:.1f} % of the time in turns over 50 ms"
        )


def queued() -> float:
    """Seconds for which this thread could have run and had no processor; 0 where that is not known."""
    try:
        with open(f"/proc/self/task/{threading.get_native_id()}/schedstat") as file:
            return int(file.read().split()[1]) / 1e9
    except OSError:
        return 0.0


def wait(seconds: float) -> None:
    """Let the event loop run for so long, as Qt runs it, without a polling Python."""
    loop = QEventLoop(QCoreApplication.instance())
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()
    loop.deleteLater()


def until(true: Callable[[], object], seconds: float, every: int = 10) -> bool:
    """Let the event loop run until something is true; False after so many seconds."""
    if true():
        return True
    # Owned by the program: a thread that looks at this frame must not be the one that ends them.
    loop, end = QEventLoop(QCoreApplication.instance()), time.monotonic() + seconds
    timer = QTimer(loop, interval=every)
    timer.timeout.connect(lambda: loop.quit() if true() or time.monotonic() > end else None)
    timer.start()
    loop.exec()
    timer.stop()
    loop.deleteLater()
    return bool(true())


@contextmanager
def burning(number: int = 2) -> Iterator[None]:
    """So many processes that only compute, at the usual priority: what the machine itself makes late."""
    code = "x = 0\nwhile True: x += 1"
    burners = [subprocess.Popen([sys.executable, "-c", code]) for _ in range(number)]
    try:
        yield
    finally:
        for burner in burners:
            burner.kill()
            burner.wait()


def load() -> str:
    """The machine's load, for the end of a line."""
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"


class Scrolling(QObject):
    """Turns the wheel sixty times a second, and jumps to another year every two seconds."""

    def __init__(self, grid: GridView) -> None:
        super().__init__()
        self._bar = grid.verticalScrollBar()
        self._random = np.random.default_rng(1)
        self._timer = QTimer(self, interval=16, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._step)
        self._jump = QTimer(self, interval=2000)
        self._jump.timeout.connect(self._leap)

    def _step(self) -> None:
        self._bar.setValue(self._bar.value() + 40)

    def _leap(self) -> None:
        self._bar.setValue(int(self._random.integers(0, self._bar.maximum() + 1)))

    def __enter__(self) -> Scrolling:
        self._timer.start()
        self._jump.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.stop()
        self._jump.stop()


def say(name: str, found: Lateness, more: str = "") -> None:
    """One line, and with ``--causes`` where the worst turns were spent."""
    print(f"  {name:34} {found}  {load()}{more}", flush=True)
    for one in found.worst(6):
        if one.stack:
            parts = f"own CPU {one.own:.0f}, in the queue {one.queue:.0f}, at {one.at:.1f} s"
            print(f"      {one.late:6.0f} ms late ({parts}): {one.stack}")


def measured(probe: Probe, seconds: float) -> Lateness:
    """The probe for so long."""
    probe.begin()
    wait(seconds)
    return probe.end()
