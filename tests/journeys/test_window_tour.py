"""The tour of the window as a test: the main journey quickly, and all of it on a screen of its own."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QInputDialog

from app.application import Application
from core import paths
from tests.journeys.tour import ROOT
from tests.journeys.tour_hands import Hands
from tests.window_hands import end

Key, Mod = Qt.Key, Qt.KeyboardModifier
PHOTOS = 14


@pytest.fixture
def hands(qapp: QApplication, tiny_model: Path) -> Iterator[Hands]:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    home = paths.data_home()
    home.mkdir(parents=True, exist_ok=True)
    chosen = {"model.active": str(tiny_model), "device": "cpu", "precision": "fp32"}
    (home / "settings.json").write_text(json.dumps(chosen))
    application = Application(qapp)
    yield Hands(application)
    end(application)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Sample photos, one of them twice."""
    folder = tmp_path / "Pictures"
    (folder / "Copies").mkdir(parents=True)
    samples = sorted((ROOT / "resources" / "samples").glob("*.jpg"))[:PHOTOS]
    for sample in samples:
        shutil.copy(sample, folder)
    shutil.copy(samples[0], folder / "Copies" / "the same.jpg")
    return folder


def test_from_the_first_start_to_duplicates(hands: Hands, folder: Path):
    window, grid = hands.window, hands.grid
    hands.application.start([], samples=False)
    hands.wait(lambda: window.pages.currentWidget() is window.pages.first_run, "the first page")

    # the folder is chosen in the dialog, and its photos come
    hands.click(window.pages.first_run.add)
    hands.choose_folder(folder)
    hands.wait(lambda: len(grid.ids) == PHOTOS and not window.link.indexing, "the photos")
    hands.pictures()

    # words, words that are to be less, and a photo
    hands.ask("dog -snow", enter=True)
    assert len(window.bar.question().tokens) == 2
    hands.click_tile(0)
    first = grid.current_id()
    hands.press(Key.Key_M)
    hands.wait(lambda: len(window.bar.question().tokens) == 3, "a third chip")
    hands.answered()
    assert [picture.photo for picture in window.bar.question().pictures] == [first]

    # the viewer walks on, and the grid shows where it went
    hands.home()
    window.resize(900, 480)
    hands.rest(0.1)
    place = 9
    hands.click_tile(place, twice=True)
    hands.wait(lambda: window.viewing.open, "the viewer")
    assert window.viewing.viewer.current_id() == int(grid.ids[place])
    hands.press(Key.Key_Right)
    hands.press(Key.Key_Escape)
    hands.wait(lambda: not window.viewing.open, "the grid")
    photo = int(grid.ids[place + 1])
    assert grid.current_id() == photo
    _, y, _, high = grid.layout_.rect(place + 1)
    assert grid.top() <= y and y + high <= grid.top() + grid.viewport().height()

    # what is like it, kept under a name
    hands.press(Key.Key_S)
    hands.answered()
    assert [picture.photo for picture in window.asker.question.pictures] == [photo]
    hands.press(Key.Key_D, Mod.ControlModifier)
    hands.wait(lambda: isinstance(QApplication.activeModalWidget(), QInputDialog), "the dialog")
    hands.press(Key.Key_A, Mod.ControlModifier)
    hands.write("like that one")
    hands.press(Key.Key_Return)
    hands.wait(lambda: [one.name for one in window.side._searches] == ["like that one"], "the search")
    hands.home()
    hands.side("search:")
    hands.answered()
    assert not window.asker.question.empty

    # the photo that is there twice
    hands.side("duplicates")
    page = window.tidying.duplicates
    assert page is not None
    hands.click(page.none.first)
    hands.wait(lambda: page.reviews["bytes"].groups, "groups of the same file")
    assert [len(group.photos) for group in page.reviews["bytes"].groups] == [2]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("xvfb-run") is None, reason="there is no xvfb-run for a screen of its own")
def test_the_whole_tour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    command = [sys.executable, "-m", "tests.journeys.tour", str(tmp_path / "pictures")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(list((tmp_path / "pictures").glob("*.png"))) > 50
