"""Threads and their priorities: who stands back behind the window, and who must not.

On Linux a thread inherits the priority of the one that starts it, and an ordinary person's program can
never raise it again. So what answers people is started by ``level``, whoever asks for it.
"""

from __future__ import annotations

import contextlib
import os
import queue
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future

_BELOW = 5  # of nice's 20 steps


def step_back() -> None:
    """Let the calling thread give way to the window's, for good, where a thread has a priority of its own.

    With the decoders and the background lane below the window, its 99th percentile of lateness while
    indexing and scrolling fell from 67-84 to 33-67 ms on two cores.
    """
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), min(19, _own() + _BELOW))


def level(call: Callable[[], object]) -> None:
    """Do ``call`` with the program's own priority, which the threads that it starts inherit; wait for it.

    Raises what ``call`` raises.
    """
    if _stands_back():
        _starter.do(call)
    else:
        call()


def prepare() -> None:
    """Called on a thread that has not stepped back, before any does: ``level`` works from now on."""
    if sys.platform == "linux":
        _starter.begin()


def _stands_back() -> bool:
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            return os.getpriority(os.PRIO_PROCESS, threading.get_native_id()) > _own()
    return False


def _own() -> int:
    """The priority of the program: its first thread's."""
    return os.getpriority(os.PRIO_PROCESS, os.getpid())


class _Starter:
    """A thread that never steps back, and starts others for those that did."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._calls: queue.SimpleQueue[tuple[Callable[[], object], Future[None]]] = queue.SimpleQueue()
        self._begun = False

    def begin(self) -> None:
        with self._lock:
            if not self._begun:
                threading.Thread(target=self._run, name="starter", daemon=True).start()
                self._begun = True

    def do(self, call: Callable[[], object]) -> None:
        self.begin()
        done: Future[None] = Future()
        self._calls.put((call, done))
        done.result()

    def _run(self) -> None:
        while True:
            call, done = self._calls.get()
            try:
                call()
            except BaseException as error:
                done.set_exception(error)
            else:
                done.set_result(None)
            del call, done


_starter = _Starter()
