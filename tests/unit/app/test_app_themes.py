import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest

from app.panels.pills import Pill
from app.panels.themes import ThemesStrip

Key = Qt.Key
THEMES = [("beaches", 412, "beach"), ("cakes", 1096, "cake"), ("whiteboards", 31, "a whiteboard")]


@pytest.fixture
def strip(qtbot, theme):
    made = ThemesStrip(theme)
    qtbot.addWidget(made)
    made.resize(700, made.height())
    made.show()
    qtbot.waitExposed(made)
    made.show_themes(THEMES)
    made.heard = []
    made.asked.connect(made.heard.append)
    return made


def test_a_click_or_space_asks(strip):
    assert [(pill.number, pill.text()) for pill in strip.shown()] == [
        ("412", "beaches"),
        (QLocale().toString(1096), "cakes"),
        ("31", "whiteboards"),
    ]
    QTest.mouseClick(strip.pills[2], Qt.MouseButton.LeftButton)
    strip.pills[0].setFocus()
    QTest.keyClick(strip.pills[0], Key.Key_Space)
    assert strip.heard == ["a whiteboard", "beach"]
    assert strip.pills[0].accessibleName().startswith("Search for beaches, 412")


def test_what_does_not_fit_is_left_out_and_comes_back(strip, qtbot):
    whole = strip.pills[2].geometry().right()
    strip.pills[2].setFocus()
    strip.resize(whole, strip.height())  # the last one misses its margin
    qtbot.waitUntil(lambda: len(strip.shown()) == 2)
    assert strip.pills[0].hasFocus()
    assert strip.shown()[-1].geometry().right() <= strip.width() - 16
    strip.resize(whole + 17, strip.height())
    qtbot.waitUntil(lambda: len(strip.shown()) == 3)
    strip.resize(10, strip.height())
    qtbot.waitUntil(lambda: not strip.shown())
    assert strip.minimumSizeHint().width() == 0


def test_pills_do_not_overlap_and_mirror(strip):
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        strip.setLayoutDirection(direction)
        strip.show_themes([])
        strip.show_themes(THEMES)
        boxes = [pill.geometry() for pill in strip.shown()]
        assert not any(one.intersects(other) for one in boxes for other in boxes if one is not other)
        assert all(strip.rect().contains(box) for box in boxes)
        assert (boxes[0].x() < boxes[1].x()) == (direction == Qt.LayoutDirection.LeftToRight)
        strip.grab()


def test_keys_go_from_pill_to_pill(strip):
    strip.pills[0].setFocus()
    QTest.keyClick(strip.pills[0], Key.Key_Tab)
    assert strip.pills[1].hasFocus()
    QTest.keyClick(strip.pills[1], Key.Key_Right)
    assert strip.pills[2].hasFocus()
    QTest.keyClick(strip.pills[2], Key.Key_Home)
    assert strip.pills[0].hasFocus()
    QTest.keyClick(strip.pills[0], Key.Key_End)
    assert strip.pills[2].hasFocus()


def test_the_same_themes_keep_their_pills(strip, qtbot):
    strip.pills[1].setFocus()
    strip.show_themes(list(THEMES))
    assert strip.pills[1].hasFocus()
    strip.show_themes(THEMES[:1])
    qtbot.waitUntil(lambda: len(strip.findChildren(Pill)) == 1)


def test_the_pointer_and_the_focus_are_seen(strip):
    pill = strip.pills[0]
    pill.clearFocus()
    plain = pill.grab().toImage()
    pill.setFocus()
    ringed = pill.grab().toImage()
    assert ringed != plain
    QTest.mousePress(pill, Qt.MouseButton.LeftButton)
    assert pill.grab().toImage() != ringed
    QTest.mouseRelease(pill, Qt.MouseButton.LeftButton)
