"""What every test gets: its own home folder, and a failure for stray warnings and threads."""

from __future__ import annotations

import gc
import logging
import os
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

if TYPE_CHECKING:
    from core.library import Library

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Tests share few cores; spinning OpenMP threads would starve each other.
os.environ.setdefault("OMP_NUM_THREADS", "2")
os.environ.setdefault("GOMP_SPINCOUNT", "1000")
os.environ.setdefault("HF_HUB_OFFLINE", "1")

# Threads that libraries keep for the life of the process.
_LASTING = ("ThreadPoolExecutor-", "pymain", "Dummy-", "QtThread", "tqdm_", "starter")


@pytest.fixture(autouse=True)
def own_home(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A fresh RECOLLECT_HOME, so that no test sees the person's library or another test's."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("RECOLLECT_HOME", str(home))
    if "tiny_model" in request.fixturenames:
        keep_plan(home, request.getfixturevalue("tiny_plan"))
    return home


def keep_plan(home: Path, plan: Path) -> None:
    """The tiny model was already measured on this machine: three seconds less for each library."""
    (home / "cache").mkdir()
    shutil.copy2(plan, home / "cache")


@pytest.fixture(scope="session", autouse=True)
def empty_clipboard() -> Iterator[None]:
    """The offscreen platform keeps what was copied beyond Python's end, and crashes when it lets go of it."""
    yield
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and gui.QGuiApplication.instance() is not None:
        gui.QGuiApplication.clipboard().clear()


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a tiny random CLIP: real files, real loading, milliseconds a photo."""
    from tests.tiny_models import make_tiny

    return make_tiny("clip", tmp_path_factory.mktemp("models") / "tiny-clip")


@pytest.fixture(scope="session")
def tiny_plan(tiny_model: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """How fast the tiny model is here in fp32, measured once."""
    from core.models.cards import find_card
    from core.models.dual_encoder import DualEncoder

    cache = tmp_path_factory.mktemp("plans")
    DualEncoder.load(find_card(str(tiny_model), cache), device="cpu", precision="fp32", cache=cache).close()
    return cache / "plans.json"


@pytest.fixture
def library(own_home: Path, tiny_model: Path) -> Iterator[Library]:
    """An empty library that searches with the tiny model; closed after the test."""
    from core.library import Library

    opened = Library.open(own_home)
    opened.settings.set("model.active", str(tiny_model))
    opened.settings.set("precision", "fp32")
    yield opened
    opened.close()


class PatientBot(QtBot):
    """Waits longer than pytest-qt's five seconds: a loaded machine is slow, not wrong."""

    PATIENCE = 30_000  # ms

    def waitUntil(self, callback, *, timeout=PATIENCE):
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal, *, timeout=PATIENCE, raising=None, check_params_cb=None):
        return super().waitSignal(signal, timeout=timeout, raising=raising, check_params_cb=check_params_cb)


@pytest.fixture
def qtbot(qapp, request: pytest.FixtureRequest) -> QtBot:
    """pytest-qt's own, with more patience."""
    return PatientBot(request)


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture
def expected_logs() -> Iterator[Callable[[str], None]]:
    """``expected_logs("part of a message")`` allows, and demands, such a warning in this test."""
    parts: list[str] = []

    def expect(part: str) -> None:
        parts.append(part)

    expect.parts = parts  # type: ignore[attr-defined]
    yield expect


@pytest.fixture(autouse=True)
def no_stray_logs(expected_logs: Callable[[str], None]) -> Iterator[None]:
    """A logged warning or error of our own packages fails the test unless it was expected."""
    collector = _Collector()
    root = logging.getLogger()
    root.addHandler(collector)
    yield
    root.removeHandler(collector)
    parts: list[str] = expected_logs.parts  # type: ignore[attr-defined]
    ours = [r for r in collector.records if r.name.split(".")[0] in {"core", "app", "recollect"}]
    stray = [r.getMessage() for r in ours if not any(part in r.getMessage() for part in parts)]
    missing = [part for part in parts if not any(part in r.getMessage() for r in ours)]
    assert not stray, f"unexpected log lines: {stray}"
    assert not missing, f"expected log lines did not come: {missing}"


@pytest.fixture(autouse=True)
def no_leaked_threads(request: pytest.FixtureRequest) -> Iterator[None]:
    """A thread that outlives its test fails it."""
    before = set(threading.enumerate())
    # What serves several tests starts a lane when it first needs it, and ends it with itself.
    shared = {"shared_program", "shared_library"} & set(request.fixturenames)
    lasting = (*_LASTING, "lane-") if shared else _LASTING
    yield
    deadline = time.monotonic() + 5.0
    left = _left(before, lasting)
    while left and time.monotonic() < deadline:
        gc.collect()
        time.sleep(0.02)
        left = _left(before, lasting)
    assert not left, f"threads left behind: {[thread.name for thread in left]}"


def _left(before: set[threading.Thread], lasting: tuple[str, ...]) -> list[threading.Thread]:
    return [
        thread
        for thread in threading.enumerate()
        if thread not in before and thread.is_alive() and not thread.name.startswith(lasting)
    ]
