"""The window with its real library: marking photos, looking at them, comparing them."""

from __future__ import annotations

import os
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app import system
from app.query_bar.faces import Face
from core.errors import RecollectError
from tests.window_hands import COPIES, NO, WAIT, YES, Hands

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def hands(shared_program, qtbot) -> Iterator[Hands]:
    made = Hands(shared_program, qtbot)
    yield made
    made.reset()


def test_marks_that_could_not_be_stored_are_not_said_to_be(hands):
    def refuse(*_: object) -> None:
        raise RecollectError("disk.full", path="/home", free_mb=0, needed_mb=32)

    said: list[str] = []
    marks = type(hands.window.link.library.marks)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(marks, "favourite", refuse)
        patch.setattr(marks, "hide", refuse)
        patch.setattr(hands.window.notices, "say", lambda words, **_: said.append(words))
        for key in (Key.Key_F, Key.Key_H):
            hands.choose(3, 4)
            said.clear()
            hands.key(key)
            hands.qtbot.waitUntil(lambda: bool(said), timeout=WAIT)
            hands.settle()
            assert len(said) == 1 and "is full" in said[0]


def test_favourites_hidden_and_more_like_this_are_undone_by_their_notice(hands):
    window, grid, notices = hands.window, hands.window.grid, hands.window.notices
    (photo,) = hands.choose(3)
    hands.key(Key.Key_F)
    hands.qtbot.waitUntil(lambda: hands.rows([photo])[0].favourite, timeout=WAIT)
    hands.settle()
    assert not notices.isVisible() and grid.chosen_ids() == [photo]
    several = hands.choose(3, 4, 5)
    hands.key(Key.Key_F)
    hands.qtbot.waitUntil(notices.isVisible, timeout=WAIT)
    assert [row.favourite for row in hands.rows(several)] == [True] * 3
    notices._button.click()
    hands.qtbot.waitUntil(
        lambda: [row.favourite for row in hands.rows(several)] == [True, False, False], timeout=WAIT
    )
    hands.settle()

    copied = next(row.id for row in hands.rows([int(one) for one in grid.ids]) if row.name in COPIES)
    hands.choose(int(np.flatnonzero(grid.ids == copied)[0]))
    before = grid.top()
    hands.key(Key.Key_H)  # the tile stands for two files: neither is shown any longer
    hands.qtbot.waitUntil(lambda: len(grid.ids) == 31, timeout=WAIT)
    assert "2 photo(s) hidden" in notices.text
    assert grid.selection.current >= 0  # the keyboard goes on with its neighbour
    notices._button.click()
    hands.qtbot.waitUntil(lambda: copied in grid.ids, timeout=WAIT)
    assert len(grid.ids) == 32 and abs(grid.top() - before) <= 2 * grid.tile

    (photo,) = hands.choose(2)
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
    (photo,) = hands.choose(0)
    hands.key(Key.Key_M)
    hands.qtbot.waitUntil(lambda: bool(window.bar.question().pictures), timeout=WAIT)
    window.care.less([photo])  # the same photo is not asked for twice
    hands.qtbot.waitUntil(lambda: window.bar.question().tokens[-1].minus, timeout=WAIT)
    assert len(window.bar.question().tokens) == 2
    notices._button.click()
    assert [token.minus for token in window.bar.question().tokens] == [False, False]


def test_a_file_that_cannot_go_is_said_and_shown_again(hands, monkeypatch):
    window, grid, notices = hands.window, hands.window.grid, hands.window.notices

    def refuse(path: bytes) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(window.link.library.marks, "_throw", refuse)
    (photo,) = hands.choose(1)
    hands.key(Key.Key_Delete)
    hands.answer_box(YES)
    assert photo not in grid.ids
    notices.hide()
    hands.qtbot.waitUntil(lambda: "could not be moved" in notices.text, timeout=WAIT)
    assert "Permission denied" in notices.text
    hands.settle()
    assert photo in grid.ids


def test_the_viewer_opens_walks_and_comes_back(hands, monkeypatch):
    window, grid, viewing = hands.window, hands.window.grid, hands.window.viewing
    started: list[bytes] = []
    monkeypatch.setattr(system, "open_file", started.append)
    chosen = hands.choose(4, 6, 7)
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
    hands.answer_box(YES)
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
    (one,) = hands.choose(1)
    hands.key(Key.Key_C)
    assert not viewing.open
    chosen = hands.choose(1, 2, 3, 4, 5)
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


def test_a_photo_edited_elsewhere_is_nowhere_shown_as_it_was(hands):
    window, grid, viewing = hands.window, hands.window.grid, hands.window.viewing
    one, other = (int(photo) for photo in grid.ids[:2])
    viewing.open_photo(one)
    film = viewing.viewer.strip.film
    hands.qtbot.waitUntil(lambda: film.cache.get(one) is not None, timeout=WAIT)
    hands.qtbot.waitUntil(lambda: film.cache.get(other) is not None, timeout=WAIT)
    before, kept = film.cache.get(one), film.cache.get(other)
    grid.parts._parts[one, 0] = None
    window.bar.faces.put("a part", Face(None, "dog"))
    window.link.photos_edited.emit([one])
    assert film.cache.get(one) is None and film.cache.get(other) is kept
    assert (one, 0) not in grid.parts._parts and window.bar.faces._known == {}
    hands.qtbot.waitUntil(lambda: film.cache.get(one) not in (None, before), timeout=WAIT)


def test_leaving_a_folder_out_is_undone(hands, ready_library):
    window, grid = hands.window, hands.window.grid
    names = {row.id: row.path for row in hands.rows([int(one) for one in grid.ids])}
    old = next(at for at, one in enumerate(grid.ids) if os.fsencode("/old/") in names[int(one)])
    hands.choose(old)
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
    names = {row.id: row.name for row in hands.rows([int(one) for one in grid.ids])}
    place = next(at for at, one in enumerate(grid.ids) if names[int(one)] == "copy.jpg")
    hands.choose(place)
    hands.key(Key.Key_Delete)
    assert hands.answer_box(NO) == "Move 1 file(s) to the trash?"


def test_a_folder_removed_before_it_is_looked_over_leaves_nothing_going_on(hands, tmp_path):
    link, said = hands.window.link, []
    link.difficulty.connect(said.append)
    link.index([bytes(tmp_path / "removed")])
    assert link.indexing
    hands.qtbot.waitUntil(lambda: not link.indexing, timeout=WAIT)
    link.difficulty.disconnect(said.append)
    assert said == []
