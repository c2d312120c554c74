"""Watches the GUI thread while a window is in use: it must touch no disk, catalogue or model.

Python's audit events tell of every file opened, folder listed, database connected and program started;
``os.stat`` has no event and is wrapped. The library's own blocking methods are watched by name.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

import pytest
from PySide6.QtCore import QAbstractEventDispatcher

_EVENTS = {
    "open",
    "os.listdir",
    "os.scandir",
    "os.mkdir",
    "os.remove",
    "os.rename",
    "sqlite3.connect",
    "subprocess.Popen",
    "os.system",
    "shutil.copyfile",
}
_BLOCKING = [
    "add_folder",
    "remove_folder",
    "folders",
    "add_samples",
    "index",
    "watch",
    "unwatch",
    "all_photos",
    "search",
    "similar",
    "similar_picture",
    "rows",
    "photo_path",
    "thumbnail",
    "models",
    "warm_up",
    "status",
    "problems",
    "retry_problems",
    "ignore_problem",
    "check",
    "doctor",
    "hand_over",
]
_active: list[Guard] = []
_hooked = False


class Guard:
    """Collects what the GUI thread did between ``begin`` and ``end``."""

    def __init__(self) -> None:
        self.thread = threading.get_ident()
        self.faults: list[str] = []
        self.on = False

    def begin(self) -> None:
        """The window is in use from now on."""
        self.on = True

    def end(self) -> None:
        """The window is closing: anything goes."""
        self.on = False

    def saw(self, what: str) -> None:
        """Something that touches the disk happened on this thread."""
        if not self.on or threading.get_ident() != self.thread:
            return
        ours = []
        frame: FrameType | None = sys._getframe(1)  # not ``traceback``: that reads files itself
        while frame is not None:
            name = frame.f_code.co_filename
            if "/app/" in name:
                ours.append(f"{name.rsplit('/app/', 1)[-1]}:{frame.f_lineno} {frame.f_code.co_name}")
            frame = frame.f_back
        if ours:  # what the test itself does is its own affair
            self.faults.append(f"{what} from {' < '.join(ours[:4])}")


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    if event in _EVENTS:
        for guard in _active:
            guard.saw(f"{event}{str(arguments)[:120]}")


def _watched(name: str, original: Callable[..., Any], guard: Guard) -> Callable[..., Any]:
    def call(*arguments: Any, **named: Any) -> Any:
        guard.saw(name)
        return original(*arguments, **named)

    return call


@pytest.fixture
def gui_thread_guard(monkeypatch: pytest.MonkeyPatch) -> Iterator[Guard]:
    """``guard.begin()`` once the window is up, ``guard.end()`` before it closes; faults fail the test."""
    global _hooked
    guard = Guard()
    if not _hooked:
        sys.addaudithook(_hook)
        _hooked = True
    for name in ("stat", "lstat"):
        monkeypatch.setattr(os, name, _watched(f"os.{name}", getattr(os, name), guard))
    from core.library import Library

    for name in _BLOCKING:
        monkeypatch.setattr(Library, name, _watched(f"Library.{name}", getattr(Library, name), guard))
    _active.append(guard)
    yield guard
    _active.remove(guard)
    assert not guard.faults, "the GUI thread touched the disk or the library:\n" + "\n".join(
        guard.faults[:12]
    )


class BusyProbe:
    """CPU time of the GUI thread per turn of the event loop, milliseconds.

    CPU time and not wall time: other programs on the machine do not count.
    """

    def __init__(self) -> None:
        self.turns: list[float] = []
        self._since: float | None = None
        dispatcher = QAbstractEventDispatcher.instance()
        assert dispatcher is not None
        self._dispatcher = dispatcher
        dispatcher.awake.connect(self._awake)
        dispatcher.aboutToBlock.connect(self._block)

    def _awake(self) -> None:
        self._since = time.thread_time()

    def _block(self) -> None:
        if self._since is not None:
            self.turns.append((time.thread_time() - self._since) * 1000)
            self._since = None

    def close(self) -> None:
        """Measure no more."""
        self._dispatcher.awake.disconnect(self._awake)
        self._dispatcher.aboutToBlock.disconnect(self._block)
