"""The real program in a cage: a library of its own, nothing of the person's system in reach, every complaint heard."""

from __future__ import annotations

import json
import logging
import os
import shutil
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from random import Random
from types import SimpleNamespace
from unittest.mock import patch

from PySide6.QtCore import QEventLoop, QLocale, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app import page_care, system
from app.application import Application
from app.grid import photo_actions
from core.library import marks
from tests.photos import jpeg_bytes, make_photos, settle

# What the offscreen platform says of itself.
_HARMLESS = ("This plugin does not support",)


class Files:
    """What is in the folders, by whoever's hand; compared with the disk at the end."""

    def __init__(self, place: Path) -> None:
        self.folder, self.trash = place / "photos", place / "trash"
        self.held: dict[bytes, bytes] = {}
        self.thrown: list[bytes] = []
        self._lock = threading.Lock()
        self.trash.mkdir(parents=True)
        for number, name in enumerate(("", "Trips", "Trips/Norway", "odd [name] #1")):
            make_photos(self.folder / name, 7, first=10 * number)
        shutil.copy(self.folder / "photo_0001.jpg", self.folder / "copy of it.jpg")
        (self.folder / "empty.jpg").write_bytes(b"")
        (self.folder / "text.jpg").write_text("no picture")
        (self.folder / "cut.jpg").write_bytes(jpeg_bytes(90, (200, 100))[:1500])
        (self.folder / "late.txt").write_text("a text")
        self.more = [place / "more", place / "still more", place / "hollow"]
        make_photos(self.more[0], 3, first=60)
        make_photos(self.more[1] / "deep", 2, first=70)
        self.more[2].mkdir()
        for root in (self.folder, *self.more):
            for path in root.rglob("*"):
                if path.is_file():
                    settle(path)
                    self.held[os.fsencode(path)] = path.read_bytes()

    def throw(self, path: bytes) -> None:
        """The system's trash, which refuses every sixth file."""
        if zlib.crc32(path) % 6 == 0:
            raise PermissionError(13, "Permission denied")
        with self._lock:
            os.rename(path, os.fsencode(self.trash) + b"/%d" % len(self.thrown))
            self.held.pop(path, None)
            self.thrown.append(path)

    def change(self, kind: int, draw: Random) -> str:
        """Another program adds, removes, moves or edits a photo."""
        with self._lock:
            known = sorted(path for path in self.held if path.endswith(b".jpg"))
            path = draw.choice(known) if known else b""
            if kind == 0 or len(known) < 15:
                path = os.fsencode(self.folder) + b"/new \xff %d.jpg" % draw.randrange(10_000)
                self._write(path, jpeg_bytes(draw.randrange(100, 200)))
            elif kind == 1:
                os.unlink(path)
                del self.held[path]
            elif kind == 2:
                to = os.path.dirname(path) + b"/moved %d.jpg" % draw.randrange(10_000)
                os.rename(path, to)
                self.held[to] = self.held.pop(path)
            else:
                self._write(path, jpeg_bytes(draw.randrange(200, 300)) if kind == 3 else b"spoilt" * 99)
        return os.fsdecode(os.path.basename(path))

    def _write(self, path: bytes, data: bytes) -> None:
        with open(path, "wb") as file:
            file.write(data)
        self.held[path] = data

    def differences(self) -> list[str]:
        """What on the disk is not what the monkey and the trash left there."""
        found: dict[bytes, bytes] = {}
        for root in (self.folder, *self.more):
            for path in root.rglob("*"):
                if path.is_file():
                    found[os.fsencode(path)] = path.read_bytes()
        keys = sorted(found.keys() | self.held.keys())
        return [repr(key) for key in keys if found.get(key) != self.held.get(key)]


class Complaints(logging.Handler):
    """Everything that may not happen: exceptions, Qt's warnings, logged warnings."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """A warning of ours; others' are their affair."""
        if record.name.split(".")[0] in {"core", "app", "recollect"}:
            self.said.append(logging.Formatter().format(record))

    def qt(self, kind: QtMsgType, _: object, text: str) -> None:
        """A message of Qt."""
        if kind != QtMsgType.QtDebugMsg and not text.startswith(_HARMLESS):
            self.said.append(f"Qt: {text}")

    @contextmanager
    def listening(self) -> Iterator[Complaints]:
        """Hear everything. Exceptions come through the program's own hook, which logs them."""
        before = qInstallMessageHandler(self.qt)
        logging.getLogger().addHandler(self)
        try:
            yield self
        finally:
            logging.getLogger().removeHandler(self)
            qInstallMessageHandler(before)


class _Drag:
    """A drag that ends at once: the window system's own would wait for a person."""

    def __init__(self, source: QWidget) -> None:
        self.source = source

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *_: None


class Cage:
    """The program on a library of its own, where nothing reaches the person's system."""

    def __init__(self, home: Path, model: Path, throw: Callable[[bytes], None] | None = None) -> None:
        self.home = home
        self.outside: list[object] = []
        self.crashed: QWidget | None = None
        self.running = False
        self.program: Application
        self._held = ExitStack()
        self._throw = throw
        home.mkdir(parents=True, exist_ok=True)
        settings = {"model.active": str(model), "device": "cpu", "precision": "fp32"}
        # new photos are taken after a moment of quiet instead of ten seconds
        settings |= {"watch.quiet_seconds": 0.3, "watch.poll_seconds": 1.0}
        (home / "settings.json").write_text(json.dumps(settings))

    def __enter__(self) -> Cage:
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
        hold, seen = self._held.enter_context, self.outside
        hold(patch.dict(os.environ, RECOLLECT_HOME=str(self.home)))
        for name in ("open_file", "show_in_folder", "restart"):
            hold(patch.object(system, name, lambda what, name=name: seen.append(name)))
        hold(patch.object(photo_actions, "QDrag", _Drag))
        hold(patch.object(page_care, "QDesktopServices", SimpleNamespace(openUrl=seen.append)))
        if self._throw is not None:
            hold(patch.object(marks, "to_trash", self._throw))
        return self

    def __exit__(self, *_: object) -> None:
        # Qt's own end comes after Python's: what Python made must not be in its clipboard by then.
        QApplication.clipboard().clear()
        self._held.close()

    def start(self, folders: list[str]) -> Application:
        """A window, as a start of the program makes it."""
        qt = QApplication.instance() or QApplication(["recollect"])
        self.program, self.running = Application(qt), True
        self.program.start(folders, samples=False)
        self.program.window.activateWindow()
        return self.program

    def end(self) -> bool:
        """Close the window as its button does, and end. False when a worker could not be ended."""
        program, self.running = self.program, False
        for dialog in program.window.findChildren(QDialog):
            dialog.close()
        program.window.close()
        library = program.link.library or program.link._given_up
        ended = program.end()
        if not ended:  # the program itself ends there; here a thread must not outlive the interpreter
            lanes = [program.link._start, program.link._aside, *([library.lanes] if library else [])]
            ended = all(lane.close(60) for lane in lanes)
        self.crashed = program.crashes.dialog
        program.theme.setParent(None)
        program.theme.deleteLater()
        program.window.deleteLater()
        program.deleteLater()
        pump(0.02)
        return ended


def pump(seconds: float, until: Callable[[], bool] = lambda: False) -> bool:
    """Let the event loop run so long, or until something is so; whether it is.

    ``QTest.qWait`` sleeps without letting Python's other threads run: loading a model beside it takes 30 s.
    """
    end = time.monotonic() + seconds
    while not until():
        left = end - time.monotonic()
        if left <= 0:
            return False
        loop = QEventLoop()
        QTimer.singleShot(max(1, min(10, round(1000 * left))), loop.quit)
        loop.exec()
    return True
