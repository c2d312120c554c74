import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from test_app_viewer import Files, bury, info
from test_app_viewer_canvas import turn_wheel

from app.theme import DARK, LIGHT
from app.viewer.compare import Compare
from app.viewer.loader import Pictures
from app.viewer.preview import QuickPreview
from app.workers import Bridge

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def files():
    return Files()


@pytest.fixture
def pictures(files):
    bridge = Bridge()
    made = Pictures(bridge, files.load, files.glance)
    yield made
    made.close()
    bridge.close()


@pytest.fixture
def compare(qtbot, theme, pictures):
    made = Compare(theme)
    qtbot.addWidget(made)
    made.serve(pictures)
    made.resize(900, 600)
    made.show_photos([info(1), info(2, width=900, height=600, size=1000), info(3)])
    made.show()
    qtbot.waitExposed(made)
    yield made
    bury()


def looks(compare):
    return [
        (round(p.canvas.place.factor, 6), round(p.canvas.place.cx, 3), round(p.canvas.place.cy, 3))
        for p in compare.panels
    ]


def test_all_zoom_and_move_in_step_whatever_their_pixels(compare):
    first, second, third = (panel.canvas for panel in compare.panels)
    turn_wheel(second, QPoint(40, 260), 9)
    assert len(set(looks(compare))) == 1
    assert first.place.factor > 4
    assert first.place.scale == pytest.approx(second.place.scale / 2, rel=0.01)
    QTest.mousePress(third, LEFT, pos=QPoint(150, 200))
    QTest.mouseMove(third, QPoint(90, 180))
    QTest.mouseRelease(third, LEFT, pos=QPoint(90, 180))
    assert len(set(looks(compare))) == 1
    QTest.keyClick(first, Key.Key_0)
    assert all(panel.canvas.place.fitted for panel in compare.panels)


def test_unlinked_each_moves_alone_and_linked_again_all_follow(compare):
    QTest.keyClick(compare.panels[0].canvas, Key.Key_L)
    assert not compare.link.isChecked()
    turn_wheel(compare.panels[0].canvas, QPoint(100, 200), 8)
    assert len(set(looks(compare))) == 2
    compare.panels[0].canvas.setFocus()
    QTest.mouseClick(compare.link, LEFT)
    assert len(set(looks(compare))) == 1
    assert compare.panels[2].canvas.place.factor > 4


def test_what_differs_is_bold(compare):
    bold = [[label.font().bold() for label in panel.facts] for panel in compare.panels]
    assert bold == [[True, True, False, False]] * 3


def test_keep_and_trash_speak_of_their_photo(compare, qtbot):
    second = compare.panels[1]
    with qtbot.waitSignal(compare.favourite_asked) as told:
        QTest.mouseClick(second.keep, LEFT)
    assert told.args == [2]
    assert not second.keep.isChecked()  # only asked
    compare.show_photos([info(1), info(2, favourite=True), info(3)])
    assert second.keep.isChecked()
    with qtbot.waitSignal(compare.trash_asked) as told:
        QTest.mouseClick(second.trash, LEFT)
    assert told.args == [2]
    compare.panels[0].canvas.setFocus()
    QTest.keyClick(compare.panels[0].canvas, Key.Key_Right)
    assert compare.focused() is second
    with qtbot.waitSignal(compare.trash_asked) as told:
        QTest.keyClick(second.canvas, Key.Key_Delete)
    assert told.args == [2]
    with qtbot.waitSignal(compare.open_asked) as told:
        QTest.mouseClick(second.name, LEFT)
    assert told.args == [2]


def test_when_one_goes_the_others_keep_their_zoom_and_with_one_left_it_closes(compare, qtbot):
    turn_wheel(compare.panels[0].canvas, QPoint(100, 200), 8)
    before = looks(compare)[0][0]
    compare.show_photos([info(1), info(3)])
    assert [panel.row.id for panel in compare.panels] == [1, 3]
    assert [look[0] for look in looks(compare)] == pytest.approx([before, before])
    with qtbot.waitSignal(compare.closed):
        compare.show_photos([info(3)])


def test_the_colours_change_after_one_went(compare, theme):
    compare.show_photos([info(1), info(3)])
    bury()
    theme.use(DARK)
    assert compare.panels[0].canvas.grab().toImage().pixelColor(3, 3).name() == DARK.page
    theme.use(LIGHT)


def test_four_lie_in_two_rows_and_a_fifth_is_left_out(compare, qtbot):
    compare.show_photos([info(photo) for photo in range(1, 6)])
    qtbot.waitUntil(lambda: compare.panels[3].y() > compare.panels[0].y())
    assert len(compare.panels) == 4
    assert compare.panels[1].y() == compare.panels[0].y()
    sizes = {panel.canvas.size().toTuple() for panel in compare.panels}
    assert max(w for w, _ in sizes) - min(w for w, _ in sizes) <= 1


def test_pictures_and_sentences_reach_their_photo(compare, files, pictures, qtbot):
    qtbot.waitUntil(lambda: all(panel.canvas.resolution == 1024 for panel in compare.panels))
    files.gone = {9}
    compare.show_photos([info(1), info(9)])
    qtbot.waitUntil(lambda: compare.panels[1].problem.isVisible())
    assert not compare.panels[0].problem.isVisible()
    with qtbot.waitSignal(compare.closed):
        QTest.keyClick(compare.panels[0].canvas, Key.Key_Escape)


# quick preview


@pytest.fixture
def preview(qtbot, theme, pictures):
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(700, 500)
    host.show()
    qtbot.waitExposed(host)
    made = QuickPreview(theme, host)
    made.serve(pictures)
    made.show_photo(1, info(1))
    yield made
    host.hide()


def test_the_preview_covers_its_parent_and_sharpens(preview, qtbot):
    assert preview.geometry() == preview.parentWidget().rect()
    assert preview.hasFocus() or preview.parentWidget().focusWidget() is preview
    frame = preview.frame()
    assert frame.width() / frame.height() == pytest.approx(1.5, rel=0.01)
    assert preview.rect().contains(frame)
    qtbot.waitUntil(lambda: preview._pyramid is not None and preview._pyramid.long_side == 700)
    assert preview.frame() == frame
    preview.parentWidget().resize(600, 420)
    assert preview.size() == preview.parentWidget().size()
    assert preview.accessibleDescription().startswith("1.jpg, ")
    picture = preview.grab().toImage()
    shown = np.array(picture.pixelColor(preview.frame().center()).getRgb()[:3])
    assert np.abs(shown - 255).sum() > 20  # the photo, not the page


def test_arrows_move_enter_opens_space_and_esc_close(preview, qtbot):
    for name, way in ((Key.Key_Left, [-1, 0]), (Key.Key_Down, [0, 1])):
        with qtbot.waitSignal(preview.moved) as told:
            QTest.keyClick(preview, name)
        assert told.args == way
    preview.show_photo(2, info(2), near=(3,))
    assert preview.photo == 2
    with qtbot.waitSignal(preview.open_asked) as told:
        QTest.keyClick(preview, Key.Key_Return)
    assert told.args == [2]
    assert not preview.isVisible()
    for name in (Key.Key_Space, Key.Key_Escape):
        preview.show_photo(1, info(1))
        with qtbot.waitSignal(preview.closed):
            QTest.keyClick(preview, name)
        assert not preview.isVisible()


def test_a_click_beside_the_photo_closes_one_on_it_does_not(preview, qtbot):
    QTest.mouseClick(preview, LEFT, pos=preview.frame().center())
    assert preview.isVisible()
    with qtbot.waitSignal(preview.open_asked) as told:
        QTest.mouseDClick(preview, LEFT, pos=preview.frame().center())
    assert told.args == [1]
    preview.show_photo(1, info(1))
    with qtbot.waitSignal(preview.closed):
        QTest.mouseClick(preview, LEFT, pos=QPointF(4, 4).toPoint())


def test_a_photo_that_cannot_be_read_is_said_in_the_preview(preview, files, qtbot):
    files.gone = {8}
    preview.show_photo(8, info(8))
    qtbot.waitUntil(lambda: "not a picture" in preview.accessibleDescription())
    qtbot.waitUntil(lambda: preview._pyramid is not None)  # the stored thumbnail stays
