import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.query_bar.bar import PAUSE, QueryBar
from app.query_bar.chips import Picture

Key = Qt.Key


@pytest.fixture
def bar(qtbot, theme):
    made = QueryBar(theme)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.asks = []
    made.asked.connect(made.asks.append)
    return made


def texts(bar):
    return [question.text for question in bar.asks]


def test_asks_once_when_typing_pauses(bar, qtbot):
    begin = time.monotonic()
    QTest.keyClicks(bar._line, "red boots")
    assert texts(bar) == []
    qtbot.waitUntil(lambda: texts(bar) == ["red boots"])
    assert time.monotonic() - begin >= 0.9 * PAUSE / 1000  # Qt's timers may be 5 % early
    qtbot.wait(2 * PAUSE)
    assert len(bar.asks) == 1


def test_enter_asks_at_once_and_not_twice(bar, qtbot):
    QTest.keyClicks(bar._line, "dog")
    QTest.keyClick(bar._line, Key.Key_Return)
    assert texts(bar) == ["dog"]
    QTest.keyClick(bar._line, Key.Key_Return)
    qtbot.wait(2 * PAUSE)
    assert texts(bar) == ["dog"]


def test_spaces_around_change_nothing(bar, qtbot):
    bar.set_text("dog")
    bar.ask_now()
    bar.set_text("  dog ")
    qtbot.wait(2 * PAUSE)
    assert texts(bar) == ["dog"]


def test_escape_takes_the_last_picture_then_the_words(bar):
    bar.set_text("in snow")
    bar.show_pictures([Picture("a.jpg", photo=1), Picture("b.jpg", photo=2)])
    counts = [(len(bar.question().pictures), bar.text())]
    for _ in range(3):
        QTest.keyClick(bar._line, Key.Key_Escape)
        counts.append((len(bar.question().pictures), bar.text()))
    assert counts == [(2, "in snow"), (1, "in snow"), (0, "in snow"), (0, "")]
    assert bar.asks[-1].empty


def test_backspace_at_the_start_takes_the_last_picture(bar):
    bar.show_pictures([Picture("a.jpg", photo=1)])
    bar.set_text("x")
    QTest.keyClick(bar._line, Key.Key_Backspace)
    assert (bar.text(), len(bar.question().pictures)) == ("", 1)
    QTest.keyClick(bar._line, Key.Key_Backspace)
    assert bar.question().empty


def test_new_pictures_replace_the_old(bar):
    bar.show_pictures([Picture("a.jpg", photo=1)])
    bar.show_pictures([Picture("b.jpg", photo=2)])
    assert [picture.photo for picture in bar.question().pictures] == [2]


def test_down_leaves_for_the_results(bar, qtbot):
    QTest.keyClicks(bar._line, "dog")
    with qtbot.waitSignal(bar.left_down, timeout=500):
        QTest.keyClick(bar._line, Key.Key_Down)
    assert texts(bar) == ["dog"]


def test_odd_names_make_chips(bar):
    names = ["line\nbreak.jpg", "\u202ertl.jpg", "🏖.jpg", "bad\ufffd.jpg", "x" * 500]
    bar.show_pictures([Picture(name, path=name.encode()) for name in names])
    assert len(bar.question().pictures) == 5
    bar.grab()


def test_examples_rotate_while_empty(bar):
    first = bar._line.placeholderText()
    bar._next_example()
    second = bar._line.placeholderText()
    assert first != second
    bar.set_text("dog")
    bar._next_example()
    bar.set_text("")
    assert bar._line.placeholderText() == second


def test_a_mistake_is_underlined_without_changing_the_text(bar):
    bar.set_text("dog ^^ cat")
    bar.underline(4)
    bar.underline(999)
    bar.underline(None)
    assert bar.text() == "dog ^^ cat"


def test_letters_that_are_shortcuts_elsewhere_can_be_typed(bar):
    QTest.keyClicks(bar._line, "s/f")
    assert bar.text() == "s/f"
