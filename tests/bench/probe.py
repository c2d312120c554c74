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

import numpy as np
from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

EVERY = 5  # ms


@dataclass(frozen=True)
class Delay:
    """One late turn: seconds since the probe began, ms late, and of that the GUI thread's own ms of CPU."""

    at: float
    late: float
    own: float
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
        self._began = self._last = self._cpu = 0.0
        self.delays: list[Delay] = []

    def begin(self) -> None:
        """Forget what was collected, and collect."""
        self.delays = []
        self._began = self._last = time.perf_counter()
        self._cpu = time.thread_time()
        self._timer.start()
        if self._causes:
            threading.Thread(target=self._look, daemon=True, name="probe").start()

    def end(self) -> Lateness:
        """Collect no more; what was found."""
        self._timer.stop()
        return Lateness(self.delays)

    def _fired(self) -> None:
        now, cpu = time.perf_counter(), time.thread_time()
        late = max(0.0, (now - self._last) * 1000 - EVERY)
        self.delays.append(Delay(now - self._began, late, (cpu - self._cpu) * 1000, self._seen))
        self._last, self._cpu, self._seen = now, cpu, ""

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
        return (
            f"p50 {middle:5.1f}  p99 {high:5.1f}  worst {late.max():6.1f} ms"
            f"  ({np.count_nonzero(late > 50)} of {len(late)} turns over 50 ms, {100 * share:.1f} % of the time)"
        )


def wait(seconds: float) -> None:
    """Let the event loop run for so long, as Qt runs it, without a polling Python."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def until(true: Callable[[], object], seconds: float, every: int = 10) -> bool:
    """Let the event loop run until something is true; False after so many seconds."""
    if true():
        return True
    loop, end = QEventLoop(), time.monotonic() + seconds
    timer = QTimer(interval=every)
    timer.timeout.connect(lambda: loop.quit() if true() or time.monotonic() > end else None)
    timer.start()
    loop.exec()
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
