"""What was meant for photos of a damaged library does not reach the photos of the mended one."""

from __future__ import annotations

import json
import os
import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from send2trash import plat_other

from app import results
from app.application import Application
from app.grid.thumbnails import Made, Wish
from app.query_bar.chips import Picture
from core import paths
from core.errors import RecollectError
from core.jobs import Context, Token
from tests.photos import make_photos
from tests.window_hands import end

WAIT = 30_000  # ms: a loaded machine loads the model slowly
Key = Qt.Key


@pytest.fixture
def home(tiny_model: Path, tmp_path: Path) -> Path:
    """A closed library of six photos, one of which is there twice."""
    from core.library import Library

    home = paths.data_home()
    chosen = {"model.active": str(tiny_model), "device": "cpu", "precision": "fp32"}
    (home / "settings.json").write_text(json.dumps(chosen))
    made = make_photos(tmp_path / "photos", 6)
    shutil.copy2(made[0], tmp_path / "photos" / "copy.jpg")
    with Library.open() as library:
        library.add_folder(tmp_path / "photos")
        library.index_now(None, Context(Token(), 3, lambda event: None, lambda: None))
    return home


@pytest.fixture
def program(
    qapp: QApplication, home: Path, tmp_path: Path, qtbot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Application]:
    """The program with that library on screen, and a trash of its own."""
    trash = os.fsencode(tmp_path / "xdg")
    monkeypatch.setattr(plat_other, "XDG_DATA_HOME", trash)
    monkeypatch.setattr(plat_other, "HOMETRASH_B", trash + b"/Trash")
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    application = Application(qapp)
    application.start([], samples=False)
    qtbot.waitUntil(lambda: at_rest(application), timeout=WAIT)
    yield application
    end(application)


def at_rest(program: Application) -> bool:
    window = program.window
    return (
        window.pages.currentWidget() is window.grid
        and window.link.library is not None
        and not window.link.indexing
        and not window.asker.waiting
    )


def shown_as_damaged(program: Application) -> bool:
    pages = program.window.pages
    return pages.currentWidget() is pages.trouble and pages.trouble.first.text() == "Mend the library"


def damage(program: Application) -> None:
    program.link._hear(RecollectError("catalogue.damaged", path="/x", detail="a page is lost"))


def mend(program: Application, qtbot) -> None:
    given_up = program.link._given_up
    QTest.mouseClick(program.window.pages.trouble.first, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: at_rest(program), timeout=WAIT)
    assert program.link.library is not given_up


def boxes(program: Application) -> list[QMessageBox]:
    return [box for box in program.window.findChildren(QMessageBox) if box.isVisible()]


@pytest.mark.parametrize("when", ["announced", "moving", "asked", "asked at the page"])
def test_nothing_of_the_mended_library_goes_to_the_trash(qtbot, program, tmp_path, when):
    window, care, notices = program.window, program.window.care, program.window.notices
    photos = sorted(window.grid.ids.tolist())
    chosen: list[list[int]] = []
    window.pages.turned.connect(lambda: chosen.append(window.target()))
    window.grid.selection.everything()
    if when == "asked":
        care.trash(photos[:2], alone=True)
        assert boxes(program)
    elif when != "asked at the page":
        care._doom(photos[:2])
        qtbot.waitUntil(lambda: len(window.grid.ids) == 4 and at_rest(program), timeout=WAIT)
        assert notices.isVisible()
        if when == "moving":
            care._leaving, care._doomed = care._doomed, ()
            notices.hide()
    damage(program)
    assert shown_as_damaged(program) and not boxes(program)
    assert not notices.isVisible()  # it cannot keep its word any longer
    if when == "asked at the page":
        care.trash(photos[:2], alone=True)
        assert not boxes(program)
        care._doom(photos[:2])  # whatever way it was said
    chosen.clear()
    mend(program, qtbot)
    assert sorted(window.grid.ids.tolist()) == photos
    assert window.results.without == ()
    # from the opening until its first answer is there, and then
    assert len(chosen) >= 2 and not any(chosen) and window.target() == []
    notices.hide()  # whatever it announced would be carried out now
    assert care.take_doomed() == ()
    window.close()
    program.end()
    assert not (tmp_path / "xdg" / "Trash" / "files").exists()
    assert len(list((tmp_path / "photos").iterdir())) == 7


def picture_of(photo: int) -> Made:
    return Made(Wish(photo, 8, 8, 1.0), QImage(8, 8, QImage.Format.Format_RGB32))


def test_the_viewer_is_left_and_asks_a_closed_library_nothing(qtbot, program, monkeypatch):
    window, viewing, viewer = program.window, program.window.viewing, program.window.viewing.viewer
    photo = int(window.grid.ids[1])
    viewing.open_photo(photo)
    viewer.strip.film.cache.put(picture_of(1))
    assert viewing.open
    qtbot.waitUntil(lambda: photo in viewer._rows, timeout=WAIT)
    library = program.link.library
    damage(program)
    assert shown_as_damaged(program)
    assert not viewing.open and window.parts.browse.isVisible() and viewing._library is None
    qtbot.waitUntil(lambda: library._closed, timeout=WAIT)
    asked: list[str] = []
    with monkeypatch.context() as patch:
        patch.setattr(window.link, "ask", lambda name, *args, **more: asked.append(name))
        viewer.go_to(2)
        viewer.set_mode("similar")
    assert asked == []
    mend(program, qtbot)
    assert not viewing.open and len(viewer.strip.film.cache) == 0
    # the number belonged to another file before
    viewer._rows[photo] = replace(viewer._rows[photo], path=b"/other.jpg", name="other.jpg")
    qtbot.waitUntil(lambda: all(window.rows.get(int(one)) for one in window.grid.ids), timeout=WAIT)
    viewing.open_photo(photo)
    assert viewer._rows[photo].name != "other.jpg"


def test_groups_of_duplicates_are_forgotten(qtbot, program):
    window, tidying = program.window, program.window.tidying
    window.turn_to("duplicates")
    page = tidying.duplicates
    tidying.find()
    qtbot.waitUntil(lambda: bool(tidying._groups), timeout=WAIT)
    page.wall.cache.put(picture_of(1))
    damage(program)
    mend(program, qtbot)
    assert tidying._groups == [] and len(page.wall.cache) == 0
    assert not any(review.groups or review.going for review in page.reviews.values())
    window.turn_to("duplicates")
    # as if nobody had looked for any: nothing says that there are none
    assert page.none.title.text() == "Find photos you have more than once"
    assert page.age.text() == "" and not page.wall.isVisible()


def test_a_search_for_duplicates_that_ends_too_late_shows_nothing(qtbot, program, monkeypatch):
    window, tidying, library = program.window, program.window.tidying, program.link.library
    window.turn_to("duplicates")
    found = library.duplicates(Context(Token(), 3, lambda event: None, lambda: None))
    assert found
    begun, gate = threading.Event(), threading.Event()

    def slow(context: Context) -> object:
        begun.set()
        gate.wait(30)
        return found

    monkeypatch.setattr(library, "duplicates", slow)
    tidying.find()
    assert begun.wait(30)
    damage(program)
    gate.set()
    qtbot.waitUntil(lambda: tidying._finding is None and library._closed, timeout=WAIT)
    assert tidying._groups == []
    mend(program, qtbot)
    assert tidying._groups == [] and tidying.duplicates.progress.isHidden()


def test_a_page_first_turned_to_at_the_page_of_trouble_reads_no_closed_library(qtbot, program):
    window, preview = program.window, program.window.viewing.preview
    window.grid.setFocus()
    window.viewing.toggle_preview()
    assert preview.isVisible()
    damage(program)
    assert preview.isHidden() and preview.photo is None
    window.turn_to("duplicates")
    window.turn_to("card")
    assert window.tidying._makers == {}
    window.turn_to("all")
    assert shown_as_damaged(program)
    mend(program, qtbot)
    assert set(window.tidying._makers) == {"duplicates", "card"}


def test_a_photo_asked_with_is_asked_with_by_its_file_and_no_way_leads_back(qtbot, program, monkeypatch):
    window = program.window
    photo = int(window.grid.ids[0])
    (row,) = window.link.library.rows([photo])
    monkeypatch.setattr(results, "STOOD", 0.0)
    window.bar.set_text("a dog")
    window.bar.ask_now()
    qtbot.waitUntil(lambda: at_rest(program) and window.results.can_go_back, timeout=WAIT)
    window.grid.selection.current = 0
    window.bar.show_pictures([Picture(row.name, photo=photo, path=row.path)])
    qtbot.waitUntil(lambda: at_rest(program), timeout=WAIT)
    window.results.back()
    window.results.forward()
    qtbot.waitUntil(lambda: at_rest(program), timeout=WAIT)
    damage(program)
    mend(program, qtbot)
    assert [step.question for step in window.results._back] == []
    (token,) = window.bar.question().tokens
    assert token.picture is not None and (token.picture.photo, token.picture.path) == (None, row.path)
    assert window.asker.question == window.bar.question()
    assert not window.results.can_go_back
    before = window.bar.question()
    window.results.back()
    window.results.forward()
    assert window.bar.question() == before
