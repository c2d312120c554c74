"""The window with its real library: marking photos, moving them to a real trash, looking at them."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from app import system
from tests.window_hands import WAIT, Hands

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
COPIES = ("photo 00.jpg", "copy.jpg")


@pytest.fixture
def hands(program, qtbot) -> Hands:
    return Hands(program, qtbot)


def rows_of(hands: Hands, ids: list[int]):
    """What the library knows of these photos now."""
    return hands.window.link.library.rows(ids)


def choose(hands: Hands, *places: int) -> list[int]:
    """Click tiles, the further ones with Ctrl."""
    grid = hands.window.grid
    for number, place in enumerate(places):
        grid.reveal(place)
        x, y, w, h = grid.layout_.rect(place)
        spot = QPoint(x + w // 2, y - grid.top() + h // 2)
        held = CTRL if number else Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, held, spot)
    grid.setFocus()
    return grid.chosen_ids()


def answer_box(hands: Hands, role: QMessageBox.ButtonRole) -> str:
    """Press a button of the question that is asked; what it said."""
    hands.qtbot.waitUntil(lambda: bool(hands.window.findChildren(QMessageBox)), timeout=WAIT)
    (box,) = hands.window.findChildren(QMessageBox)
    words = box.text()
    button = next(one for one in box.buttons() if box.buttonRole(one) == role)
    button.click()
    hands.qtbot.waitUntil(lambda: not hands.window.findChildren(QMessageBox), timeout=WAIT)
    hands.window.activateWindow()
    hands.settle()
    return words


YES, NO = QMessageBox.ButtonRole.AcceptRole, QMessageBox.ButtonRole.RejectRole


def in_trash(home: Path) -> set[str]:
    folder = home / "xdg" / "Trash" / "files"
    return set(os.listdir(folder)) if folder.exists() else set()


def test_favourites_hidden_and_more_like_this_are_undone_by_their_notice(hands):
    window, grid, notices = hands.window, hands.window.grid, hands.window.notices
    (photo,) = choose(hands, 3)
    hands.key(Key.Key_F)
    hands.qtbot.waitUntil(lambda: rows_of(hands, [photo])[0].favourite, timeout=WAIT)
    hands.settle()
    assert not notices.isVisible() and grid.chosen_ids() == [photo]
    several = choose(hands, 3, 4, 5)
    hands.key(Key.Key_F)
    hands.qtbot.waitUntil(notices.isVisible, timeout=WAIT)
    assert [row.favourite for row in rows_of(hands, several)] == [True] * 3
    notices._button.click()
    hands.qtbot.waitUntil(
        lambda: [row.favourite for row in rows_of(hands, several)] == [True, False, False], timeout=WAIT
    )
    hands.settle()

    copied = next(row.id for row in rows_of(hands, [int(one) for one in grid.ids]) if row.name in COPIES)
    choose(hands, int(np.flatnonzero(grid.ids == copied)[0]))
    before = grid.top()
    hands.key(Key.Key_H)  # the tile stands for two files: neither is shown any longer
    hands.qtbot.waitUntil(lambda: len(grid.ids) == 31, timeout=WAIT)
    assert "2 photo(s) hidden" in notices.text
    assert grid.selection.current >= 0  # the keyboard goes on with its neighbour
    notices._button.click()
    hands.qtbot.waitUntil(lambda: copied in grid.ids, timeout=WAIT)
    assert len(grid.ids) == 32 and abs(grid.top() - before) <= 2 * grid.tile

    (photo,) = choose(hands, 2)
    hands.key(Key.Key_L)
    hands.qtbot.waitUntil(lambda: "Ask for something first" in notices.text, timeout=WAIT)
    assert window.bar.question().empty
    hands.key(Key.Key_M)
    hands.qtbot.waitUntil(lambda: bool(window.bar.question().pictures), timeout=WAIT)
    hands.settle()
    assert photo not in grid.ids  # it is no answer to itself
    notices._button.click()
    hands.settle()
    assert window.bar.question().empty
    hands.type("zebra")
    (photo,) = choose(hands, 0)
    hands.key(Key.Key_M)
    hands.qtbot.waitUntil(lambda: bool(window.bar.question().pictures), timeout=WAIT)
    window.care.less([photo])  # the same photo is not asked for twice
    hands.qtbot.waitUntil(lambda: window.bar.question().tokens[-1].minus, timeout=WAIT)
    assert len(window.bar.question().tokens) == 2
    notices._button.click()
    assert [token.minus for token in window.bar.question().tokens] == [False, False]


def test_the_trash_asks_waits_and_is_carried_out(hands, own_home, ready_library):
    window, grid, notices = hands.window, hands.window.grid, hands.window.notices
    folder = ready_library[1]
    photos = [int(one) for one in grid.ids]
    names = {row.id: row.name for row in rows_of(hands, photos)}
    copied = next(photo for photo in photos if names[photo] in COPIES)
    place = photos.index(copied)
    choose(hands, place)
    hands.key(Key.Key_Delete)
    assert answer_box(hands, NO) == "Move 2 file(s) to the trash?"
    assert copied in grid.ids
    hands.key(Key.Key_Delete)
    answer_box(hands, YES)
    assert copied not in grid.ids and (folder / "old" / "photo 00.jpg").exists()
    notices._button.click()  # Undo
    hands.settle()
    assert [int(one) for one in grid.ids] == photos and not in_trash(own_home)

    choose(hands, place)
    hands.key(Key.Key_Delete)
    answer_box(hands, YES)
    (other,) = choose(hands, 0)
    hands.key(Key.Key_Delete)
    assert answer_box(hands, YES) == "Move 1 file(s) to the trash?"
    # a second one: the first can no longer be undone and goes, the second still waits
    hands.qtbot.waitUntil(lambda: len(in_trash(own_home)) == 2, timeout=WAIT)
    hands.qtbot.waitUntil(lambda: window.care._leaving == (), timeout=WAIT)
    hands.settle()
    assert not (folder / "old" / "photo 00.jpg").exists() and not (folder / "new" / "copy.jpg").exists()
    assert copied not in grid.ids and other not in grid.ids
    notices._button.click()
    hands.settle()
    assert other in grid.ids and copied not in grid.ids

    choose(hands, int(np.flatnonzero(grid.ids == other)[0]))
    hands.key(Key.Key_Delete)
    answer_box(hands, YES)
    notices.hide()  # its time is over
    hands.qtbot.waitUntil(lambda: names[other] in in_trash(own_home), timeout=WAIT)
    hands.qtbot.waitUntil(lambda: not window.care._leaving, timeout=WAIT)
    hands.settle()
    assert other not in grid.ids


def test_a_file_that_cannot_go_is_said_and_shown_again(hands, monkeypatch):
    window, grid, notices = hands.window, hands.window.grid, hands.window.notices

    def refuse(path: bytes) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(window.link.library.marks, "_throw", refuse)
    (photo,) = choose(hands, 1)
    hands.key(Key.Key_Delete)
    answer_box(hands, YES)
    assert photo not in grid.ids
    notices.hide()
    hands.qtbot.waitUntil(lambda: "could not be moved" in notices.text, timeout=WAIT)
    assert "Permission denied" in notices.text
    hands.settle()
    assert photo in grid.ids


def test_closing_carries_the_trash_out(hands, own_home, program):
    (photo,) = choose(hands, 0)
    name = rows_of(hands, [photo])[0].name
    hands.key(Key.Key_Delete)
    answer_box(hands, YES)
    assert not in_trash(own_home)
    hands.window.close()
    program.end()
    assert in_trash(own_home) == {name}


def test_copies_are_single_files_on_the_page_of_duplicates(hands, own_home, ready_library):
    window, folder = hands.window, ready_library[1]
    window.turn_to("duplicates")
    page = window.tidying.duplicates
    window.tidying.find()
    window.tidying.find()  # one search is enough
    hands.qtbot.waitUntil(lambda: bool(window.tidying._groups), timeout=WAIT)
    (group,) = [one for one in window.tidying._groups if one.kind == "bytes"]
    kept, goes = (photo.id for photo in group.photos)
    page.choose("bytes")
    page.compare_asked.emit([kept, goes])
    hands.qtbot.waitUntil(lambda: window.viewing.open, timeout=WAIT)
    assert [panel.row.id for panel in window.viewing.compare.panels] == [kept, goes]
    window.viewing.compare.trash_asked.emit(goes)
    assert answer_box(hands, YES) == "Move 1 file(s) to the trash?"
    assert not window.viewing.open and window.pages.turned_to == "duplicates"
    window.care._spare()
    hands.qtbot.waitUntil(lambda: bool(page.reviews["bytes"].groups), timeout=WAIT)
    page.choose("bytes")
    page.trash.click()
    assert answer_box(hands, YES) == "Move 1 file(s) to the trash?"
    assert not page.reviews["bytes"].groups
    window.notices.hide()
    hands.qtbot.waitUntil(lambda: len(in_trash(own_home)) == 1, timeout=WAIT)
    hands.qtbot.waitUntil(lambda: not window.care._leaving, timeout=WAIT)
    left = [path for path in (folder / "old" / "photo 00.jpg", folder / "new" / "copy.jpg") if path.exists()]
    assert len(left) == 1


def test_the_viewer_opens_walks_and_comes_back(hands, monkeypatch):
    window, grid, viewing = hands.window, hands.window.grid, hands.window.viewing
    started: list[bytes] = []
    monkeypatch.setattr(system, "open_file", started.append)
    chosen = choose(hands, 4, 6, 7)
    grid.verticalScrollBar().setValue(40)
    hands.key(Key.Key_Return)
    assert viewing.open and viewing.viewer.current_id() == chosen[-1]
    QTest.keyClick(viewing.viewer.canvas, Key.Key_Escape)
    assert not viewing.open and grid.chosen_ids() == chosen and grid.top() == 40  # nothing was lost
    x, y, w, h = grid.layout_.rect(5)
    spot = QPoint(x + w // 2, y - grid.top() + h // 2)
    QTest.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert viewing.open and viewing.viewer.walk.index == 5
    QTest.keyClick(viewing.viewer.canvas, Key.Key_Right)
    photo = viewing.viewer.current_id()
    assert photo == int(grid.ids[6])

    # marks made in the viewer are seen in it
    QTest.keyClick(viewing.viewer.canvas, Key.Key_F)
    hands.qtbot.waitUntil(
        lambda: (row := viewing.viewer._rows.get(photo)) is not None and row.favourite, timeout=WAIT
    )
    # the list changes behind it: the same photo stays
    window.results.set_sort("oldest")
    hands.settle()
    assert viewing.open and viewing.viewer.current_id() == photo
    index = viewing.viewer.walk.index
    following = int(grid.ids[index + 1])
    QTest.keyClick(viewing.viewer.canvas, Key.Key_Delete)
    answer_box(hands, YES)
    assert viewing.open and viewing.viewer.current_id() == following
    window.care._spare()
    hands.settle()
    turns = viewing.viewer._turns.get(following, 0)
    QTest.keyClick(viewing.viewer.canvas, Key.Key_R, CTRL)  # turns the photo, opens no rest behind it
    assert viewing.viewer._turns.get(following) == turns + 1
    assert not window.results._rest_open
    QTest.keyClick(viewing.viewer.canvas, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert not viewing.open and grid.current_id() == following
    assert started == []
    grid.setFocus()
    hands.key(Key.Key_Return, CTRL)
    hands.qtbot.waitUntil(lambda: len(started) == 1, timeout=WAIT)


def test_comparing_and_the_quick_preview(hands):
    window, grid, viewing = hands.window, hands.window.grid, hands.window.viewing
    grid.setFocus()
    hands.key(Key.Key_Space)
    preview = viewing.preview
    assert preview.isVisible() and preview.photo == int(grid.ids[0])
    QTest.keyClick(preview, Key.Key_Right)
    QTest.keyClick(preview, Key.Key_Down)
    assert preview.photo == grid.current_id() and grid.selection.current > 1
    gone = grid.current_id()
    window.results.without = (gone,)
    window.results.ask_again()
    hands.settle()
    assert preview.isVisible() and preview.photo == grid.current_id() != gone
    window.results.without = ()
    QTest.keyClick(preview, Key.Key_Space)
    assert not preview.isVisible() and window.focusWidget() is grid
    (one,) = choose(hands, 1)
    hands.key(Key.Key_C)
    assert not viewing.open
    chosen = choose(hands, 1, 2, 3, 4, 5)
    hands.key(Key.Key_C)
    hands.qtbot.waitUntil(lambda: viewing.open, timeout=WAIT)
    compare = viewing.compare
    assert [panel.row.id for panel in compare.panels] == chosen[:4] and "first four" in window.notices.text
    assert not window.actions_["rest"].isEnabled() and window.actions_["favourite"].isEnabled()
    compare.favourite_asked.emit(one)
    hands.qtbot.waitUntil(lambda: compare.panels[0].row.favourite, timeout=WAIT)
    compare.closed.emit()
    assert not viewing.open and grid.chosen_ids() == chosen
    compare.open_asked.emit(chosen[1])
    assert viewing.viewer.current_id() == chosen[1]
    window.turn_to("all")
    assert not viewing.open


def test_leaving_a_folder_out_is_undone(hands, ready_library):
    window, grid = hands.window, hands.window.grid
    names = {row.id: row.path for row in rows_of(hands, [int(one) for one in grid.ids])}
    old = next(at for at, one in enumerate(grid.ids) if os.fsencode("/old/") in names[int(one)])
    choose(hands, old)
    window.actions_["exclude"].trigger()
    hands.qtbot.waitUntil(lambda: "“old” is left out" in window.notices.text, timeout=WAIT)
    hands.qtbot.waitUntil(lambda: len(grid.ids) == 9, timeout=WAIT)  # the copy is in the other folder
    window.notices._button.click()
    hands.qtbot.waitUntil(lambda: len(grid.ids) == 32, timeout=WAIT)


def test_without_stacks_each_file_is_itself(hands, own_home):
    window, grid = hands.window, hands.window.grid
    window.results.setting_changed("results.stacks", False)
    hands.settle()
    assert len(grid.ids) == 33
    names = {row.id: row.name for row in rows_of(hands, [int(one) for one in grid.ids])}
    place = next(at for at, one in enumerate(grid.ids) if names[int(one)] == "copy.jpg")
    choose(hands, place)
    hands.key(Key.Key_Delete)
    assert answer_box(hands, NO) == "Move 1 file(s) to the trash?"
