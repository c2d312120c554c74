"""The only place that knows both worlds: threads of ``core.jobs`` and the signals of Qt.

A worker holds a plain listener with a number in it. What the number means (callbacks, and through
them widgets) is known on the GUI thread alone, so no worker ever owns a widget, pixmap or signal.
"""

from __future__ import annotations

import itertools
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from core.errors import RecollectError
from core.jobs import Context, Event, Failed, Finished, Job, Listener, Progress, Runner, Started, Stopped

T = TypeVar("T")

# The GUI thread hands out arrived events for at most this long before it looks after the window.
_SLICE = 0.004


@dataclass
class _Answers:
    done: Callable[[Any], None] | None
    failed: Callable[[RecollectError], None] | None
    progress: Callable[[Progress], None] | None
    stopped: Callable[[], None] | None
    lasting: bool = False


class Bridge(QObject):
    """Brings what happens on any thread to the GUI thread, in order.

    ``difficulty``: a RecollectError nobody else takes. Anything else that was raised in a job is our
    bug and goes to ``sys.excepthook``.
    """

    difficulty = Signal(object)
    _wake = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._arrived: deque[tuple[int, Any]] = deque()
        self._awake = False
        self._open = True
        self._keys = itertools.count()
        self._answers: dict[int, _Answers] = {}
        self._calls: dict[int, Callable[[Any], None]] = {}
        self._wake.connect(self._hand_out, Qt.ConnectionType.QueuedConnection)

    def listener(
        self,
        *,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[RecollectError], None] | None = None,
        progress: Callable[[Progress], None] | None = None,
        stopped: Callable[[], None] | None = None,
        lasting: bool = False,
    ) -> Listener:
        """A listener for one job, or for many (``lasting``); the callbacks run on the GUI thread."""
        key = next(self._keys)
        self._answers[key] = _Answers(done, failed, progress, stopped, lasting)
        return lambda event: self._post(key, event)

    def submit(
        self,
        runner: Runner,
        name: str,
        work: Callable[[Context], T],
        *,
        done: Callable[[T], None] | None = None,
        failed: Callable[[RecollectError], None] | None = None,
        progress: Callable[[Progress], None] | None = None,
        stopped: Callable[[], None] | None = None,
        order: int = 0,
    ) -> Job:
        """Run ``work`` on a lane. It must hold no widget; the callbacks may."""
        listener = self.listener(done=done, failed=failed, progress=progress, stopped=stopped)
        return runner.submit(name, work, listener, order=order)

    def caller(self, take: Callable[[Any], None]) -> Callable[[Any], None]:
        """A function any thread may call with one value; ``take`` gets it on the GUI thread."""
        key = next(self._keys)
        self._calls[key] = take
        return lambda value: self._post(key, value)

    def close(self) -> None:
        """Deliver nothing from now on; late workers are ignored."""
        with self._lock:
            self._open = False
            self._arrived.clear()
        self._answers.clear()
        self._calls.clear()

    def _post(self, key: int, value: Any) -> None:
        with self._lock:
            if not self._open:
                return
            self._arrived.append((key, value))
            if self._awake:
                return
            self._awake = True
            # Inside the lock: ``close`` must not return while a worker still uses the signal.
            self._wake.emit()

    @Slot()
    def _hand_out(self) -> None:
        until = time.perf_counter() + _SLICE
        while True:
            with self._lock:
                if not self._arrived:
                    self._awake = False
                    return
                if time.perf_counter() > until:
                    self._wake.emit()
                    return
                key, value = self._arrived.popleft()
            try:
                self._deliver(key, value)
            except Exception:
                # One callback's bug must not keep the other events from arriving.
                sys.excepthook(*sys.exc_info())

    def _deliver(self, key: int, value: Any) -> None:
        call = self._calls.get(key)
        if call is not None:
            call(value)
            return
        answers = self._answers.get(key)
        if answers is not None:
            self._answer(key, answers, value)

    def _answer(self, key: int, answers: _Answers, event: Event) -> None:
        if isinstance(event, Started):
            return
        if isinstance(event, Progress):
            if answers.progress is not None:
                answers.progress(event)
            return
        if not answers.lasting:
            del self._answers[key]
        if isinstance(event, Finished):
            if answers.done is not None:
                answers.done(event.result)
        elif isinstance(event, Stopped):
            if answers.stopped is not None:
                answers.stopped()
        elif isinstance(event, Failed):
            self._explain(answers, event.error)

    def _explain(self, answers: _Answers, error: Exception) -> None:
        if not isinstance(error, RecollectError):
            sys.excepthook(type(error), error, error.__traceback__)
            if answers.stopped is not None:
                answers.stopped()
        elif answers.failed is not None:
            answers.failed(error)
        else:
            self.difficulty.emit(error)
