"""The window with its real library: photos that leave it, into a real trash, and the copies that stay."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from app.grid.thumbnails import Made, Wish
from tests.window_hands import COPIES, NO, WAIT, YES, Hands

Key = Qt.Key


@pytest.fixture
def hands(program, qtbot) -> Hands:
    return Hands(program, qtbot)


def in_trash(home: Path) -> set[str]:
    """The names of what lies in the system's trash."""
    folder = home / "xdg" / "Trash" / "files"
    return set(os.listdir(folder)) if folder.exists() else set()


def test_the_trash_asks_waits_and_is_carried_out_at_the_latest_at_the_end(
    hands, own_home, ready_library, program
):
    window, grid, notices = hands.window, hands.window.grid, hands.window.notices
    folder = ready_library[1]
    photos = [int(one) for one in grid.ids]
    names = {row.id: row.name for row in hands.rows(photos)}
    copied = next(photo for photo in photos if names[photo] in COPIES)
    place = photos.index(copied)
    hands.choose(place)
    hands.key(Key.Key_Delete)
    assert hands.answer_box(NO) == "Move 2 file(s) to the trash?"
    assert copied in grid.ids
    hands.key(Key.Key_Delete)
    hands.answer_box(YES)
    assert copied not in grid.ids and (folder / "old" / "photo 00.jpg").exists()
    notices._button.click()  # Undo
    hands.settle()
    assert [int(one) for one in grid.ids] == photos and not in_trash(own_home)

    hands.choose(place)
    hands.key(Key.Key_Delete)
    hands.answer_box(YES)
    (other,) = hands.choose(0)
    hands.key(Key.Key_Delete)
    assert hands.answer_box(YES) == "Move 1 file(s) to the trash?"
    # a second one: the first can no longer be undone and goes, the second still waits
    hands.qtbot.waitUntil(lambda: len(in_trash(own_home)) == 2, timeout=WAIT)
    hands.qtbot.waitUntil(lambda: window.care._leaving == (), timeout=WAIT)
    hands.settle()
    assert not (folder / "old" / "photo 00.jpg").exists() and not (folder / "new" / "copy.jpg").exists()
    assert copied not in grid.ids and other not in grid.ids
    notices._button.click()
    hands.settle()
    assert other in grid.ids and copied not in grid.ids

    hands.choose(int(np.flatnonzero(grid.ids == other)[0]))
    hands.key(Key.Key_Delete)
    hands.answer_box(YES)
    notices.hide()  # its time is over
    hands.qtbot.waitUntil(lambda: names[other] in in_trash(own_home), timeout=WAIT)
    hands.qtbot.waitUntil(lambda: not window.care._leaving, timeout=WAIT)
    hands.settle()
    assert other not in grid.ids

    (last,) = hands.choose(0)
    hands.key(Key.Key_Delete)
    hands.answer_box(YES)
    assert names[last] not in in_trash(own_home)
    window.close()
    program.end()
    assert names[last] in in_trash(own_home)


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
    assert hands.answer_box(YES) == "Move 1 file(s) to the trash?"
    assert not window.viewing.open and window.pages.turned_to == "duplicates"
    window.care._spare()
    hands.qtbot.waitUntil(lambda: bool(page.reviews["bytes"].groups), timeout=WAIT)
    page.choose("bytes")
    page.trash.click()
    assert hands.answer_box(YES) == "Move 1 file(s) to the trash?"
    assert not page.reviews["bytes"].groups
    window.notices.hide()
    hands.qtbot.waitUntil(lambda: len(in_trash(own_home)) == 1, timeout=WAIT)
    hands.qtbot.waitUntil(lambda: not window.care._leaving, timeout=WAIT)
    left = [path for path in (folder / "old" / "photo 00.jpg", folder / "new" / "copy.jpg") if path.exists()]
    assert len(left) == 1
    # edited elsewhere, it is not shown as it was
    for photo in (kept, goes):
        page.wall.cache.put(Made(Wish(photo, 8, 8, 1.0), QImage(8, 8, QImage.Format.Format_RGB32)))
    window.link.photos_edited.emit([kept])
    assert page.wall.cache.get(kept) is None and page.wall.cache.get(goes) is not None
