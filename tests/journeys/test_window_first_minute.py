"""The window from the first start to a query and back, with the real library and real threads."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from gui_guard import BusyProbe, Guard, gui_thread_guard  # noqa: F401 (a fixture)
from PIL import Image
from PySide6.QtCore import QLocale, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tiny_models import make_tiny

from app import dropping, system
from app.application import Application
from core import paths

WAIT = 30_000  # ms: a loaded machine loads the model slowly


def photos(folder: Path, count: int, seed: int = 0) -> Path:
    """Small JPEGs, each different."""
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(seed)
    for number in range(count):
        size = [(96, 64), (64, 96), (80, 80)][number % 3]
        ground = np.full((size[1], size[0], 3), rng.integers(0, 255, 3), np.uint8)
        ground[8:40, 8:40] = rng.integers(0, 255, 3)
        noise = rng.integers(0, 40, ground.shape)
        Image.fromarray((ground // 2 + noise).astype(np.uint8)).save(folder / f"photo {number}.jpg")
    return folder


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A random dual encoder: what it answers means nothing, how it is asked is real."""
    return make_tiny("clip", tmp_path_factory.mktemp("tiny") / "clip")


@pytest.fixture
def program(qapp: QApplication, tiny: Path) -> Iterator[Application]:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    home = paths.data_home()
    home.mkdir(parents=True, exist_ok=True)
    # new photos are taken after half a second of quiet instead of ten
    chosen = {"model.active": str(tiny), "device": "cpu", "precision": "fp32", "watch.quiet_seconds": 0.5}
    (home / "settings.json").write_text(json.dumps(chosen))
    application = Application(qapp)
    yield application
    application.window.close()
    begin = time.monotonic()
    application.end()
    assert time.monotonic() - begin < 10  # 3 s on a machine that has nothing else to do
    # a program would end here; a test waits for the model that is still being loaded
    assert application.link._start.close(60)
    assert application.crashes.dialog is None
    application.theme.setParent(None)
    application.window.deleteLater()


def headings(application: Application) -> list[tuple[str, str]]:
    grid = application.window.grid
    return [grid.heading(section) for section in range(len(grid.layout_.heading_y))]


def test_from_the_first_start_to_similar_photos(qtbot, tmp_path, program, gui_thread_guard: Guard):  # noqa: F811
    window = program.window
    folder = photos(tmp_path / "new\nline \U0001f3d6", 8)
    program.start([], samples=False)
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.pages.first_run, timeout=WAIT)
    assert window.bar._line.hasFocus()
    gui_thread_guard.begin()
    probe = BusyProbe()

    # a folder is dropped on the window
    mime = QMimeData()
    mime.setUrls([QUrl.fromEncoded(system.file_uri(os.fsencode(folder)))])
    place = QPointF(400, 300)
    drop = QDropEvent(
        place, Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.dropEvent(drop)  # Qt hands a drop on only within a drag of the window system
    qtbot.waitUntil(lambda: len(window.grid.ids) == 8 and not window.link.indexing, timeout=WAIT)
    assert window.pages.currentWidget() is window.grid

    # thumbnails appear
    qtbot.waitUntil(
        lambda: all(window.grid.cache.get(int(i)) is not None for i in window.grid.ids), timeout=WAIT
    )
    qtbot.waitUntil(lambda: window.status.text.text() == "8 photos", timeout=WAIT)

    # a query is typed; the answer has headings
    QTest.keyClicks(window.bar._line, "a dog")
    qtbot.waitUntil(lambda: window.asker.question.text == "a dog" and not window.asker.waiting, timeout=WAIT)
    shown = len(window.grid.ids)
    assert shown + window.grid.wall.closed == 8
    assert headings(program)[0][0] in {
        "Strong matches",
        "Possible",
        "The rest, by relevance",
        "Nothing matches clearly. Here are the closest.",
    }

    # a mistake keeps the hits and says what is wrong
    window.bar.set_text("-dog")
    qtbot.waitUntil(window.top_bar.mistake.isVisible, timeout=WAIT)
    assert "should not be" in window.top_bar.mistake.text()
    assert len(window.grid.ids) == shown

    # down to the photos, S: similar ones
    window.bar.set_text("a dog")
    QTest.keyClick(window.bar._line, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: window.grid.hasFocus() and not window.asker.waiting, timeout=WAIT)
    QTest.keyClick(window.grid, Qt.Key.Key_Right)
    photo = window.grid.current_id()
    window.bar.set_text("")
    qtbot.waitUntil(lambda: window.asker.question.empty and not window.asker.waiting, timeout=WAIT)
    index = int(np.flatnonzero(window.grid.ids == photo)[0])
    window.grid.selection.click(index)
    window.grid.chose()
    window.actions_["similar"].trigger()
    qtbot.waitUntil(
        lambda: (
            bool(window.asker.question.pictures) and not window.asker.waiting and len(window.grid.ids) > 0
        ),
        timeout=WAIT,
    )
    assert window.asker.question.pictures[0].photo == photo

    # picture and words together
    window.bar.set_text("red")
    qtbot.waitUntil(lambda: window.asker.question.text == "red" and not window.asker.waiting, timeout=WAIT)
    assert not window.top_bar.mistake.isVisible()

    # a picture without a file, as a browser gives it
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    mime = QMimeData()
    mime.setImageData(image)
    window.bar.clear()
    window.folders.take_dropped(dropping.read(mime, "picture"))
    qtbot.waitUntil(lambda: bool(window.asker.question.pictures) and not window.asker.waiting, timeout=WAIT)
    assert not window.notices.isVisible() or "cannot" not in window.notices.text

    # a new photo appears by itself
    window.bar.clear()
    qtbot.waitUntil(lambda: window.asker.question.empty and not window.asker.waiting, timeout=WAIT)
    shutil.copy(photos(tmp_path / "elsewhere", 1, seed=9) / "photo 0.jpg", folder / "late \udcff.jpg")
    qtbot.waitUntil(lambda: len(window.grid.ids) == 9, timeout=WAIT)

    # names stay what they are
    rows = []
    window.rows.whole([int(i) for i in window.grid.ids], rows.extend)
    qtbot.waitUntil(lambda: len(rows) == 9, timeout=WAIT)
    late = [row for row in rows if row.path.endswith(b"late \xff.jpg")]
    assert len(late) == 1
    window.grid.hover(int(np.flatnonzero(window.grid.ids == late[0].id)[0]))
    window.grab()
    window.actions_["select_all"].trigger()
    window.actions_["copy"].trigger()
    qtbot.waitUntil(
        lambda: len(dropping.read(QApplication.clipboard().mimeData(), "").paths) == 9, timeout=WAIT
    )
    assert late[0].path in dropping.read(QApplication.clipboard().mimeData(), "").paths
    probe.close()
    gui_thread_guard.end()
    turns = np.array(probe.turns)
    assert np.median(turns) < 8
    assert np.percentile(turns, 99) < 120, f"busiest turns of the event loop: {np.sort(turns)[-5:]} CPU-ms"


def test_closing_while_indexing_keeps_what_was_taken_in(qtbot, tmp_path, program):
    window = program.window
    folder = photos(tmp_path / "many", 600)
    program.start([str(folder)], samples=False)
    qtbot.waitUntil(lambda: window.link.library is not None, timeout=WAIT)
    seen = []
    window.link.progressed.connect(lambda p: seen.append(p.done))
    qtbot.waitUntil(lambda: bool(seen) and seen[-1] > 0, timeout=WAIT)
    assert window.status.button.isVisible()
    window.status.button.click()
    assert window.link.paused
    assert "Paused" in window.status.text.text()
    window.status.button.click()
    geometry = window.saveGeometry()
    begin = time.monotonic()
    window.close()
    assert not window.isVisible()
    assert program.end()
    assert time.monotonic() - begin < 10
    assert program.settings.value("window/geometry") == geometry


def test_problems_are_listed_and_tried_again(qtbot, tmp_path, program, gui_thread_guard: Guard):  # noqa: F811
    window = program.window
    folder = photos(tmp_path / "some", 3)
    (folder / "empty.jpg").write_bytes(b"")
    (folder / "text.jpg").write_text("no picture")
    program.start([str(folder)], samples=False)
    qtbot.waitUntil(
        lambda: (
            window.link.status is not None and window.link.status.problems == 2 and not window.link.indexing
        ),
        timeout=WAIT,
    )
    gui_thread_guard.begin()
    line = next(
        row for row in range(window.side.list.count()) if window.side._entries[row].kind == "problems"
    )
    rect = window.side.list.visualItemRect(window.side.list.item(line))
    QTest.mouseClick(window.side.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    qtbot.waitUntil(lambda: window.problems.title.text() == "2 problems", timeout=WAIT)
    assert window.pages.currentWidget() is window.problems
    photos(tmp_path / "good", 1)
    shutil.copy(tmp_path / "good" / "photo 0.jpg", folder / "empty.jpg")
    window.problems.retry.click()
    qtbot.waitUntil(lambda: window.problems.title.text() == "1 problem", timeout=WAIT)
    window.bar.set_text("dog")
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.grid, timeout=WAIT)
    qtbot.waitUntil(lambda: not window.link.indexing and not window.asker.waiting, timeout=WAIT)
    gui_thread_guard.end()


def test_a_folder_that_is_not_there_is_explained(qtbot, tmp_path, program):
    window = program.window
    program.start([str(tmp_path / "nowhere")], samples=False)
    qtbot.waitUntil(lambda: "There is no folder" in window.notices.text, timeout=WAIT)
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.pages.first_run, timeout=WAIT)
    window.folders.take_dropped(dropping.Dropped())
    assert window.notices.isVisible()


def test_a_library_of_a_newer_version_is_refused_in_words(qtbot, program):
    import sqlite3

    from core.library import Library

    Library.open().close()
    file = next(paths.data_home().glob("*.sqlite3"))
    with sqlite3.connect(file) as db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
    db.close()
    window = program.window
    program.start([], samples=False)
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.pages.trouble, timeout=WAIT)
    assert "newer Recollect" in window.pages.trouble.title.text()
    QTest.mouseClick(window.pages.trouble.first, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.pages.trouble, timeout=WAIT)


def test_a_damaged_library_is_mended_on_request(qtbot, program):
    from core.library import Library

    Library.open().close()
    file = next(paths.data_home().glob("*.sqlite3"))
    file.write_bytes(b"no database at all" * 500)
    window = program.window
    program.start([], samples=False)
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.pages.trouble, timeout=WAIT)
    assert "damaged" in window.pages.trouble.title.text()
    assert window.pages.trouble.first.text() == "Mend the library"
    QTest.mouseClick(window.pages.trouble.first, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.pages.first_run, timeout=WAIT)
    assert "kept as" in window.notices.text
