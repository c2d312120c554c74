"""A catalogue that turns out to be damaged while the window is open: the same page as at a failed opening."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.application import Application
from core import paths
from core.errors import RecollectError
from core.jobs import Context, Token
from tests.harm import lose_root_page
from tests.photos import make_photos
from tests.window_hands import end

WAIT = 30_000  # ms: a loaded machine loads the model slowly


@pytest.fixture
def home(tiny_model: Path, tmp_path: Path) -> Path:
    """A closed library of six photos with a copy of its catalogue."""
    from core.library import Library

    home = paths.data_home()
    chosen = {
        "model.active": str(tiny_model),
        "device": "cpu",
        "precision": "fp32",
        "watch.quiet_seconds": 0.5,
    }
    (home / "settings.json").write_text(json.dumps(chosen))
    make_photos(tmp_path / "photos", 6)
    with Library.open() as library:
        library.add_folder(tmp_path / "photos")
        library.index_now(None, Context(Token(), 3, lambda event: None, lambda: None))
    return home


@pytest.fixture
def program(qapp: QApplication, home: Path) -> Iterator[Application]:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    application = Application(qapp)
    yield application
    end(application)


def offers_to_mend(program: Application) -> bool:
    pages = program.window.pages
    return pages.currentWidget() is pages.trouble and pages.trouble.first.text() == "Mend the library"


def shows(program: Application, count: int) -> bool:
    window = program.window
    return (
        window.pages.currentWidget() is window.grid
        and len(window.grid.ids) == count
        and window.link.library is not None
        and not window.link.indexing
        and not window.asker.waiting
    )


def mend(program: Application) -> None:
    QTest.mouseClick(program.window.pages.trouble.first, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("copies", [True, False])
@pytest.mark.parametrize("table", ["photos", "embeddings"])
def test_a_lost_page_is_mended_on_request(qtbot, home, program, table, copies):
    """Opening succeeds; the first question, or the look over the folders, meets the damage."""
    if not copies:
        shutil.rmtree(home / "backups")
    shutil.rmtree(home / "index")  # else the embeddings are not read at all
    lose_root_page(home / "catalogue.sqlite3", table)
    program.start([], samples=False)
    qtbot.waitUntil(lambda: offers_to_mend(program), timeout=WAIT)
    assert "damaged" in program.window.pages.trouble.title.text()
    assert "check --repair" not in program.window.pages.trouble.text.text()
    assert not list(home.glob("catalogue-damaged-*")), "nothing is touched without being asked"
    mend(program)
    qtbot.waitUntil(lambda: shows(program, 6), timeout=WAIT)
    assert ("was put in its place" in program.window.notices.text) == copies
    (kept,) = home.glob("catalogue-damaged-*.sqlite3")
    assert b"\xa5" * 4096 in kept.read_bytes()


def failing_job(program: Application, error: RecollectError) -> None:
    def work() -> None:
        raise error

    program.link.run("job", work)


def failing_question(program: Application, error: RecollectError) -> None:
    program.window.asker.mistaken.emit(error)


def failing_index(program: Application, error: RecollectError) -> None:
    program.link._runs += 1
    program.link._index_failed(error)


def failing_look(program: Application, error: RecollectError) -> None:
    program.link._look_failed(error)


def failing_long_job(program: Application, error: RecollectError) -> None:
    def work(library: object, context: object) -> None:
        raise error

    program.link.long("job", work, lambda _: None, failed=program.window.notices.explain)


def failing_job_aside(program: Application, error: RecollectError) -> None:
    def work(library: object) -> None:
        raise error

    program.link.aside("job", work, lambda _: None, program.window.notices.explain)


def notice_of_the_engine(program: Application, error: RecollectError) -> None:
    library = program.link.library
    assert library is not None
    library._shared.notice(error)


@pytest.mark.parametrize(
    "fail",
    [
        failing_job,
        failing_question,
        failing_index,
        failing_look,
        failing_long_job,
        failing_job_aside,
        notice_of_the_engine,
    ],
)
def test_damage_met_by_any_job_leads_to_the_page_that_mends(
    qtbot, home, program, tmp_path, fail: Callable[[Application, RecollectError], None]
):
    window = program.window
    program.start([], samples=False)
    qtbot.waitUntil(lambda: shows(program, 6), timeout=WAIT)
    library = window.link.library
    file = home / "catalogue.sqlite3"
    for _ in range(2):  # whoever comes later says nothing new
        fail(program, RecollectError("catalogue.damaged", path=file, detail="a page is lost"))
        qtbot.waitUntil(lambda: offers_to_mend(program), timeout=WAIT)
        if fail is notice_of_the_engine:
            break
    assert "a page is lost" in window.pages.trouble.title.text()
    assert not window.notices.isVisible()
    assert window.link.library is None
    assert not any(entry.kind == "folder" for entry in window.side._entries)
    window.turn_to("help")
    window.turn_to("all")  # there are no photos to show: back to what is to be done
    assert offers_to_mend(program)
    window.bar.set_text("a dog")  # nothing answers, and nothing breaks
    qtbot.waitUntil(lambda: library is not None and library._closed, timeout=WAIT)
    assert offers_to_mend(program)
    window.bar.set_text("")
    # what was said was not so: the file is whole, and stays
    mend(program)
    qtbot.waitUntil(lambda: shows(program, 6), timeout=WAIT)
    assert "nothing was changed" in window.notices.text
    assert not list(home.glob("catalogue-damaged-*"))
    # the reopened library is watched as the first was
    make_photos(tmp_path / "photos", 1, first=6)
    qtbot.waitUntil(lambda: shows(program, 7), timeout=WAIT)


def test_what_a_library_that_was_given_up_still_answers_is_not_shown(qtbot, home, program):
    program.start([], samples=False)
    qtbot.waitUntil(lambda: shows(program, 6), timeout=WAIT)
    library, heard = program.link.library, []
    program.link.act("late", lambda _: threading.Event().wait(0.2), heard.append)
    program.link.aside("late", lambda _: threading.Event().wait(0.2), heard.append)
    program.link.refresh_status()
    program.link._hear(RecollectError("catalogue.damaged", path=home, detail="a page is lost"))
    qtbot.waitUntil(lambda: library._closed and program.link._aside.close(30), timeout=WAIT)
    qtbot.wait(20)
    assert heard == [] and program.link.status is None
    assert not any(entry.kind == "folder" for entry in program.window.side._entries)


def test_another_difficulty_is_only_explained(qtbot, program):
    window = program.window
    program.start([], samples=False)
    qtbot.waitUntil(lambda: shows(program, 6), timeout=WAIT)
    failing_job(program, RecollectError("folder.missing", path="/x"))
    qtbot.waitUntil(lambda: "There is no folder at /x" in window.notices.text, timeout=WAIT)
    assert window.pages.currentWidget() is window.grid


def test_closing_at_the_page_that_mends_closes_the_library(qtbot, home, program):
    program.start([], samples=False)
    qtbot.waitUntil(lambda: shows(program, 6), timeout=WAIT)
    library = program.link.library
    program.link._hear(RecollectError("catalogue.damaged", path=home, detail="a page is lost"))
    assert offers_to_mend(program)
    program.window.close()
    program.end()
    assert library is not None and library._closed


def test_nothing_goes_to_the_trash_by_the_numbers_of_a_damaged_library(qtbot, home, program):
    """A mended library may give them to other photos."""
    program.start([], samples=False)
    qtbot.waitUntil(lambda: shows(program, 6), timeout=WAIT)
    link, thrown = program.link, []
    library, photo = link.library, int(program.window.grid.ids[0])
    library.marks._throw = thrown.append
    link.act("late", lambda _: threading.Event().wait(0.5), None)  # it is not closed yet
    link._hear(RecollectError("catalogue.damaged", path=home, detail="a page is lost"))
    program.window.care._doomed = (photo,)
    program.window.close()
    program.end()
    assert library._closed and thrown == []


def test_closing_goes_on_where_photos_cannot_go_to_the_trash(qtbot, home, program, expected_logs):
    from core.library import Library

    expected_logs("not moved to the trash: The library is open read-only")
    with Library.open(home):
        program.start([], samples=False)
        qtbot.waitUntil(lambda: shows(program, 6), timeout=WAIT)
        library = program.link.library
        assert library.read_only
        program.window.care._doomed = (int(program.window.grid.ids[0]),)
        program.window.close()
        program.end()
        assert library._closed


def test_a_photo_that_the_trash_refuses_while_closing_is_named_in_the_log(qtbot, program, expected_logs):
    expected_logs("a photo was not moved to the trash: ")
    program.start([], samples=False)
    qtbot.waitUntil(lambda: shows(program, 6), timeout=WAIT)
    library, photo = program.link.library, int(program.window.grid.ids[0])

    def refuse(path: bytes) -> None:
        raise OSError("no trash on this drive")

    library.marks._throw = refuse
    program.window.care._doomed = (photo,)
    program.window.close()
    program.end()
    assert library._closed
