import numpy as np
import pytest
from conftest import jpeg
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.grid.rows import RowBook
from app.grid.sections import by_band, by_date
from app.grid.thumbnails import ThumbnailMaker
from app.grid.view import LARGEST, SMALLEST, GridView
from app.workers import Bridge

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def grid(qtbot, theme):
    view = GridView(theme, RowBook())
    qtbot.addWidget(view)
    view.resize(900, 600)
    show(view, 300)
    view.show()
    qtbot.waitExposed(view)
    view.setFocus()
    return view


def show(view, count, *, keep=False, first=0):
    ids = np.arange(1000 + first, 1000 + first + count, dtype=np.int64)
    aspects = np.tile(np.array([1.5, 0.75, 1.0], np.float32), count // 3 + 1)[:count]
    bands = np.repeat(np.array([0, 1, 2], np.uint8), [count // 3, count // 3, count - 2 * (count // 3)])
    view.show_hits(ids, aspects, by_band(bands, clear=True), keep=keep)


def middle(view, index):
    x, y, w, h = view.layout_.rect(index)
    return QPoint(x + w // 2, y + h // 2 - view.top())


def click(view, index, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.mouseClick(view.viewport(), LEFT, modifiers, middle(view, index))


def chosen(view):
    return view.selection.indices.tolist()


def test_click_shift_ctrl_and_all(grid):
    click(grid, 2)
    click(grid, 5, SHIFT)
    assert chosen(grid) == [2, 3, 4, 5]
    click(grid, 3, CTRL)
    assert chosen(grid) == [2, 4, 5]
    assert grid.chosen_ids() == [1002, 1004, 1005]
    click(grid, 4)  # one of several: they stay until the button comes up, then only this one
    assert chosen(grid) == [4]


def test_keys_walk_and_scroll(grid, qtbot):
    QTest.keyClick(grid, Key.Key_Home)
    QTest.keyClick(grid, Key.Key_Right)
    assert chosen(grid) == [1]
    QTest.keyClick(grid, Key.Key_Down)
    assert grid.layout_.row_of(grid.selection.current) == 1
    QTest.keyClick(grid, Key.Key_End, SHIFT)
    assert chosen(grid)[-1] == 299
    assert grid.verticalScrollBar().value() == grid.verticalScrollBar().maximum()
    QTest.keyClick(grid, Key.Key_PageUp)
    row = grid.layout_.row_of(grid.selection.current)
    _x, y, _w, h = grid.layout_.rect(grid.selection.current)
    assert row < grid.layout_.rows - 1
    assert grid.top() <= y
    assert y + h <= grid.top() + grid.viewport().height()
    for _ in range(80):
        QTest.keyClick(grid, Key.Key_PageUp)
    assert grid.layout_.row_of(grid.selection.current) == 0
    with qtbot.waitSignal(grid.went_up, timeout=500):
        QTest.keyClick(grid, Key.Key_Up)


def test_ctrl_arrows_and_ctrl_space(grid):
    click(grid, 0)
    QTest.keyClick(grid, Key.Key_Right, CTRL)
    QTest.keyClick(grid, Key.Key_Right, CTRL)
    assert chosen(grid) == [0]
    QTest.keyClick(grid, Key.Key_Space, CTRL)
    assert chosen(grid) == [0, 2]


def test_enter_double_click_and_escape(grid, qtbot):
    with qtbot.waitSignal(grid.open_asked, timeout=500):
        QTest.mouseDClick(grid.viewport(), LEFT, pos=middle(grid, 3))
    assert chosen(grid) == [3]
    with qtbot.waitSignal(grid.open_asked, timeout=500):
        QTest.keyClick(grid, Key.Key_Return)
    QTest.keyClick(grid, Key.Key_Escape)
    assert chosen(grid) == []
    with qtbot.waitSignal(grid.escaped, timeout=500):
        QTest.keyClick(grid, Key.Key_Escape)


def test_rubber_band_from_a_gap(grid):
    start = QPoint(2, middle(grid, 0).y())
    QTest.mousePress(grid.viewport(), LEFT, pos=start)
    QTest.mouseMove(grid.viewport(), middle(grid, 1))
    assert grid.band is not None
    assert chosen(grid) == [0, 1]
    QTest.mouseMove(grid.viewport(), middle(grid, 0))
    assert chosen(grid) == [0]
    QTest.mouseRelease(grid.viewport(), LEFT, pos=middle(grid, 0))
    assert grid.band is None
    QTest.mouseClick(grid.viewport(), LEFT, pos=start)  # a click beside everything chooses nothing
    assert chosen(grid) == []


def test_dragging_a_tile_asks_for_a_drag_and_keeps_the_selection(grid, qtbot):
    click(grid, 0)
    click(grid, 2, SHIFT)
    QTest.mousePress(grid.viewport(), LEFT, pos=middle(grid, 1))
    with qtbot.waitSignal(grid.drag_asked, timeout=500):
        QTest.mouseMove(grid.viewport(), middle(grid, 1) + QPoint(60, 5))
    assert chosen(grid) == [0, 1, 2]
    QTest.mouseRelease(grid.viewport(), LEFT, pos=middle(grid, 1))


def test_new_photos_leave_place_and_selection(grid):
    grid.verticalScrollBar().setValue(1500)
    seen = grid.layout_.tiles_between(grid.top(), grid.top() + 600)[3]
    click(grid, seen)
    photo = int(grid.ids[seen])
    before = grid.layout_.rect(seen)[1] - grid.top()
    show(grid, 360, keep=True, first=-60)  # sixty newer ones above
    index = int(np.flatnonzero(grid.ids == photo)[0])
    assert chosen(grid) == [index]
    assert grid.layout_.rect(index)[1] - grid.top() == before


def test_at_the_very_top_new_photos_come_into_view(grid):
    show(grid, 330, keep=True, first=-30)
    assert grid.top() == 0


def test_a_new_question_starts_at_the_top(grid):
    grid.verticalScrollBar().setValue(1500)
    click(grid, grid.layout_.tiles_between(1500, 1600)[0])
    show(grid, 90)
    assert (grid.top(), chosen(grid)) == (0, [])


def test_ctrl_wheel_changes_the_size_around_the_pointer(grid, qtbot):
    grid.verticalScrollBar().setValue(2000)
    index = grid.layout_.tiles_between(2100, 2300)[0]
    place = middle(grid, index)
    before = grid.layout_.rect(index)[1] - grid.top()
    with qtbot.waitSignal(grid.tile_changed, timeout=500):
        QApplication.sendEvent(
            grid.viewport(),
            QWheelEvent(
                QPointF(place), QPointF(place), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, CTRL,
                Qt.ScrollPhase.NoScrollPhase, False,
            ),
        )  # fmt: skip
    assert abs(grid.layout_.rect(index)[1] - grid.top() - before) <= 1
    grid.set_tile(10_000)
    assert grid.tile == LARGEST
    grid.set_tile(1)
    assert grid.tile == SMALLEST


def test_headings_in_words(grid):
    assert [grid.heading(section) for section in range(3)] == [
        ("Strong matches", "100"),
        ("Possible", "100"),
        ("The rest, by relevance", "100"),
    ]
    ids = np.arange(20)
    grid.show_hits(ids, np.ones(20, np.float32), by_band(np.full(20, 2, np.uint8), clear=False))
    assert grid.heading(0) == ("Nothing matches clearly. Here are the closest.", "")
    grid.show_hits(ids, np.ones(20, np.float32), by_date(np.full(20, 19844, np.int32)))
    assert grid.heading(0) == ("1 May 2024", "20")


def test_resizing_keeps_what_is_in_view(grid, qtbot):
    grid.verticalScrollBar().setValue(1800)
    index = grid.layout_.tiles_between(grid.top(), grid.top() + 600)[0]
    grid.resize(640, 600)
    qtbot.waitUntil(lambda: grid.layout_.width == grid.viewport().width())
    shown = grid.layout_.tiles_between(grid.top(), grid.top() + 600)
    assert index in shown


def test_pictures_of_the_visible_tiles_arrive_and_are_painted(grid, qtbot):
    bridge = Bridge()
    asked = []

    def fetch(photo):
        asked.append(photo)
        return jpeg(seed=photo)

    maker = ThumbnailMaker(fetch, bridge.caller(lambda _: grid.take_pictures(maker.take())))
    grid.serve(maker)
    visible = [int(grid.ids[i]) for i in grid.layout_.tiles_between(0, grid.viewport().height())]
    qtbot.waitUntil(lambda: all(grid.cache.get(photo) is not None for photo in visible))
    assert set(asked[: len(visible) - 2]) <= set(visible)  # what is in view comes first
    image = grid.viewport().grab().toImage()
    place = middle(grid, 0)
    shown = image.pixelColor(place * image.devicePixelRatio())
    assert shown != grid.theme.colour("tile")
    maker.close()
    bridge.close()


def test_an_empty_list_can_be_used(grid):
    grid.show_hits(np.empty(0, np.int64), np.empty(0, np.float32), by_date(np.empty(0, np.int32)))
    for key in (Key.Key_Down, Key.Key_Home, Key.Key_End, Key.Key_PageDown, Key.Key_Return, Key.Key_Escape):
        QTest.keyClick(grid, key)
    QTest.mouseClick(grid.viewport(), LEFT, pos=QPoint(50, 50))
    grid.viewport().grab()
    assert grid.current_id() is None


def test_an_earlier_answer_is_pale_until_the_next(grid):
    click(grid, 0)
    plain = grid.viewport().grab().toImage()
    grid.set_stale(True)
    assert grid.viewport().grab().toImage() != plain
    assert chosen(grid) == [0]
    show(grid, 300, keep=True)
    assert grid.viewport().grab().toImage() == plain


def test_the_keyboards_place_is_seen_among_the_chosen(grid):
    click(grid, 0)
    click(grid, 3, SHIFT)
    plain = grid.viewport().grab().toImage()
    QTest.keyClick(grid, Key.Key_Left, CTRL)
    image = grid.viewport().grab().toImage()
    assert chosen(grid) == [0, 1, 2, 3]
    assert image != plain
