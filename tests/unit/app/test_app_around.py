"""Theme, notices, crash dialog, log, panels."""

import logging
import subprocess
import sys
import threading
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app import theme as looks
from app.crash import CrashReporter
from app.logs import LogFile
from app.notices import Notices
from app.panels.problems import SHOWN, ProblemsPage
from app.panels.side_bar import SideBar
from app.panels.side_lines import ROLE
from app.panels.status_strip import StatusStrip
from core import paths
from core.errors import RecollectError
from core.jobs import Progress

ROOT = Path(__file__).resolve().parents[3]


def test_the_theme_follows_the_system_live(qtbot, qapp, theme):
    hints = qapp.styleHints()
    # the offscreen platform has no appearance of its own: say what a real one says
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.colours is looks.DARK
    assert qapp.palette().window().color().name() == looks.DARK.page
    dark = theme.icon("search").pixmap(16).toImage()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.colours is looks.LIGHT
    assert qapp.palette().window().color().name() == looks.LIGHT.page
    assert theme.icon("search").pixmap(16).toImage() != dark


def test_every_icon_is_a_drawing_of_one_family(theme):
    for file in paths.resource("icons").glob("*.svg"):
        text = file.read_text()
        assert 'stroke="currentColor"' in text
        image = theme.pixmap(file.stem, "text", 16, 2.0).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(32) for y in range(32)), file.name
    assert "ISC" in (paths.resource("icons") / "LICENSE").read_text()


def test_a_difficulty_is_explained_in_words(qtbot, theme):
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(800, 600)
    over.show()
    notices = Notices(theme, over)
    notices.explain(RecollectError("folder.missing", path="/x"))
    assert notices.text == "There is no folder at /x. Check the path, or connect the drive."
    assert notices.isVisible()
    done = []
    notices.say("Removed. " * 30, action="Undo", do=lambda: done.append(1))
    assert over.rect().contains(notices.geometry())
    notices._button.click()
    assert done == [1]
    assert not notices.isVisible()


def test_an_exception_anywhere_opens_the_crash_dialog(qtbot, expected_logs):
    expected_logs("unexpected ValueError")
    expected_logs("unexpected KeyError")
    reporter = CrashReporter()
    reporter.install()
    try:
        sys.excepthook(ValueError, ValueError("in a slot"), None)
        qtbot.waitUntil(lambda: reporter.dialog is not None and reporter.dialog.isVisible())
        dialog = reporter.dialog

        def fail():
            raise KeyError("in a thread")

        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: "in a thread" in dialog.details.toPlainText())
        assert reporter.dialog is dialog  # one dialog, however many
        assert "in a slot" in dialog.details.toPlainText()
        dialog.copy.click()
        assert "ValueError" in QApplication.clipboard().text()
        with qtbot.waitSignal(reporter.restart_asked, timeout=500):
            dialog.restart.click()
        dialog.close()
    finally:
        reporter.uninstall()


def test_the_log_is_written_by_its_own_thread_and_turned_over():
    logs = LogFile()
    logs.start()
    log = logging.getLogger("recollect.test")
    begin = time.thread_time()
    for _ in range(400):
        log.info("x" * 10_000)
    log.info("the last line")
    assert time.thread_time() - begin < 2
    logs.stop()
    files = sorted(paths.log_home().glob("recollect.log*"))
    assert len(files) >= 2
    assert "the last line" in (paths.log_home() / "recollect.log").read_text()


def test_without_a_place_for_the_log_the_program_runs(tmp_path, monkeypatch):
    blocker = tmp_path / "file"
    blocker.write_text("")
    monkeypatch.setenv("RECOLLECT_HOME", str(blocker))
    logs = LogFile()
    logs.start()
    logs.stop()


def test_progress_in_words(qtbot, theme):
    strip = StatusStrip(theme)
    qtbot.addWidget(strip)
    cases = [
        (Progress(3204, 12400, "", {"rate": 74.2, "seconds_left": 124.0}), "Indexing 3,204 of 12,400 · 74 photos/s · about 2 min left"),
        (Progress(1, 2, "", {"rate": 3.21, "seconds_left": 9.0}), "Indexing 1 of 2 · 3.2 photos/s · less than a minute left"),
        (Progress(0, 9000, "", {"rate": 0.0, "seconds_left": None}), "9,000 photos found; getting ready"),
        (Progress(1, 9, "", {"rate": 1.0, "seconds_left": 9000.0}), "Indexing 1 of 9 · 1.0 photos/s · about 2 h left"),
        (Progress(0, 1, "Getting ready"), "1 photo found; getting ready"),
        (Progress(812, None), "Counting photos: 812"),
    ]  # fmt: skip
    from PySide6.QtCore import QLocale

    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    for progress, words in cases:
        strip.show_progress(progress, paused=False)
        assert strip.text.text() == words
    strip.show_progress(cases[0][0], paused=True)
    assert strip.text.text() == "Indexing 3,204 of 12,400 · Paused"
    with qtbot.waitSignal(strip.resume_asked, timeout=500):
        strip.button.click()
    strip.rest("12 photos")
    assert not strip.button.isVisibleTo(strip)


def test_the_side_bar_shows_states_and_keeps_its_place(qtbot, theme):
    from core.library.values import FolderInfo, SavedSearch

    side = SideBar(theme)
    qtbot.addWidget(side)
    side.show()
    folders = (
        FolderInfo(1, b"/home/a/Pictures", "Pictures", "live", 1200),
        FolderInfo(2, b"/media/USB-7\xff", "USB-7\ufffd\nx", "offline", 30),
        FolderInfo(3, b"/net/share", "share", "polling", 4),
    )
    side.show_library(folders, 1234, 3)
    lines = [(entry.kind, entry.text, entry.right) for entry in side._entries]
    assert ("folder", "USB-7\ufffd\nx", "Offline") in lines
    assert ("folder", "share", "Polling") in lines
    problems = next(row for row, line in enumerate(lines) if line[0] == "problems")
    with qtbot.waitSignal(side.page_asked, timeout=500) as heard:
        side.list.setCurrentRow(problems)
    assert heard.args == ["problems"]
    asked = []
    side.folder_asked.connect(asked.append)
    usb = next(row for row, line in enumerate(lines) if line[1].startswith("USB"))
    side.list.setCurrentRow(usb)  # walking over a folder asks for nothing, Enter opens it
    assert (asked, side.kind) == ([], "problems")
    qtbot.keyClick(side.list, Qt.Key.Key_Return)
    assert [folder.name for folder in asked] == ["USB-7\ufffd\nx"]
    side.list.setCurrentRow(problems)
    side.show_library(folders, 1235, 4)
    side.show_searches([SavedSearch(5, "Boats", "boat", 3), SavedSearch(6, "Cats", "cat")])
    assert side.list.currentItem().data(ROLE).kind == side.kind == "problems"
    saved = [(entry.text, entry.right, entry.loud) for entry in side._entries if entry.search]
    assert saved == [("Boats", "3 new", True), ("Cats", "", False)]
    side.grab()


def test_thousands_of_problems_are_counted_not_drawn(qtbot, theme):
    from core.library.values import ProblemInfo

    page = ProblemsPage(theme)
    qtbot.addWidget(page)
    page.show_problems([ProblemInfo(n, b"/a/\xff%d.jpg" % n, "photo.empty", {}) for n in range(SHOWN + 300)])
    assert page.title.text().endswith("problems")
    with qtbot.waitSignal(page.retry_asked, timeout=500) as heard:
        page.retry.click()
    assert heard.args == [None]
    page.show_problems([])
    assert page.none.isVisibleTo(page)
    assert page.none.title.text() == "No problems"


def test_the_first_paint_needs_no_engine(tmp_path):
    """torch and friends load on a worker, after the window is on screen."""
    code = """
import sys, time
from app import application
qt = application._qt_application()
made = application.Application(qt)
def painted():
    heavy = [m for m in ("torch", "transformers", "hnswlib", "sqlalchemy", "alembic", "PIL", "rawpy") if m in sys.modules]
    print(heavy, time.process_time())
    made.window.close()
made.window.first_painted.connect(painted)
made.window.show()
qt.exec()
made.end()
"""
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0, ran.stderr
    heavy, seconds = ran.stdout.split("] ")
    assert heavy == "["
    # CPU time and generous: the wall time is measured by the bench
    assert float(seconds) < 3
