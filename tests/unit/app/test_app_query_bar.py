import time
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.query_bar.bar import PAUSE, QueryBar
from app.query_bar.chips import Picture, Token
from core.query.render import join
from core.query.tree import Days, Fact

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


# chips


def said(bar):
    return [" ".join(part for part in token.label() if part) for token in bar.question().tokens]


def query(bar):
    return join([piece for piece, _ in bar.question().pieces()])


def chip(bar, place):
    return bar._chips._chips[place]


@pytest.mark.parametrize(
    ("typed", "stays", "made"),
    [
        ("dog in the snow", "dog in the snow", []),
        ('"dog in the snow"', '"dog in the snow"', []),
        ("-dog", "", ["dog"]),
        ("dog^2", "", ["dog"]),
        ("type:jpeg", "", ["Type jpeg"]),
        ("dog -cat", "", ["dog", "cat"]),
        ('boat in:"/a b/c" or camera:pixel', "", ["boat", 'in:"/a b/c" or camera:pixel']),
        ("unknown:colon (x) -", "unknown:colon (x) -", []),
    ],
)
def test_enter_makes_chips_of_what_can_be_combined(bar, typed, stays, made):
    QTest.keyClicks(bar._line, typed)
    QTest.keyClick(bar._line, Key.Key_Return)
    assert (bar.text(), said(bar)) == (stays, made)
    assert query(bar) == typed


def test_words_typed_after_a_chip_become_one(bar):
    QTest.keyClicks(bar._line, "type:jpeg")
    QTest.keyClick(bar._line, Key.Key_Return)
    QTest.keyClicks(bar._line, "red boots")
    QTest.keyClick(bar._line, Key.Key_Return)
    assert said(bar) == ["Type jpeg", "red boots"] and bar.text() == ""
    heard = []
    bar.insisted.connect(lambda: heard.append(True))
    QTest.keyClick(bar._line, Key.Key_Return)
    assert heard == [True] and len(bar.asks) == 2  # nothing new, but its answer is wanted


def test_a_chip_is_turned_weighed_and_left_by_keys(bar):
    bar.show_query("dog -cat type:jpeg")
    QTest.keyClick(bar._line, Key.Key_Left)
    assert chip(bar, 2).hasFocus()
    QTest.keyClick(chip(bar, 2), Key.Key_Up)  # a filter has no weight
    QTest.keyClick(chip(bar, 2), Key.Key_Space)
    assert query(bar) == "dog -cat -type:jpeg"
    QTest.keyClick(chip(bar, 2), Key.Key_Left)
    QTest.keyClick(chip(bar, 1), Key.Key_Minus)  # it is minus already
    assert query(bar) == "dog -cat -type:jpeg"
    QTest.keyClick(chip(bar, 1), Key.Key_Plus)
    QTest.keyClick(chip(bar, 1), Key.Key_Up)
    QTest.keyClick(chip(bar, 1), Key.Key_Up)
    assert query(bar) == "dog cat^2 -type:jpeg"
    for _ in range(20):
        QTest.keyClick(chip(bar, 1), Key.Key_Down)
    assert query(bar) == "dog cat^0.25 -type:jpeg"
    QTest.mouseClick(chip(bar, 2)._sign, Qt.MouseButton.LeftButton)
    assert query(bar) == "dog cat^0.25 type:jpeg"
    for _ in range(2):
        QTest.keyClick(bar.window().focusWidget(), Key.Key_Right)
    assert bar._line.hasFocus()
    assert bar.asks[-1] == bar.question()


def test_tab_goes_through_the_chips_to_the_line(bar):
    bar.show_query("dog -cat type:jpeg")
    bar.show_query("dog -cat type:jpeg date:2021")  # one more, made later
    bar._line.setFocus()
    met = []
    for _ in range(5):
        QTest.keyClick(bar.window().focusWidget(), Key.Key_Backtab)
        met.append(bar.window().focusWidget())
    assert met[:4] == bar._chips._chips[::-1]
    for expected in (*bar._chips._chips, bar._line):
        QTest.keyClick(bar.window().focusWidget(), Key.Key_Tab)
        assert bar.window().focusWidget() is expected


def test_a_click_and_backspace_turn_a_chip_into_words_again(bar):
    bar.show_query('dog -"red boots"^2 type:jpeg')
    place = chip(bar, 1)._words.geometry().center()
    QTest.mouseClick(chip(bar, 1), Qt.MouseButton.LeftButton, pos=place)
    assert bar.text() == '-"red boots"^2' and said(bar) == ["dog", "Type jpeg"]
    assert bar._line.hasFocus()
    QTest.keyClick(bar._line, Key.Key_Return)
    assert query(bar) == 'dog type:jpeg -"red boots"^2'
    QTest.keyClicks(bar._line, "sun")
    bar._line.setCursorPosition(0)
    QTest.keyClick(bar._line, Key.Key_Backspace)
    assert bar.text() == '-"red boots"^2 sun' and bar._line.cursorPosition() == len('-"red boots"^2')
    QTest.keyClick(bar._line, Key.Key_Home)
    QTest.keyClick(bar._line, Key.Key_Backspace)
    QTest.keyClick(bar._line, Key.Key_Home)
    QTest.keyClick(bar._line, Key.Key_Backspace)
    assert said(bar) == [] and bar.text() == 'dog type:jpeg -"red boots"^2 sun'


def test_words_are_one_run_again_when_the_filter_between_them_goes(bar):
    bar.show_query("dog type:jpeg in the snow")
    QTest.mouseClick(chip(bar, 1)._cross, Qt.MouseButton.LeftButton)
    assert query(bar) == "dog in the snow" and said(bar) == ["dog in the snow"]
    bar.show_query("dog -cat snow")
    QTest.mouseClick(chip(bar, 1)._cross, Qt.MouseButton.LeftButton)
    assert said(bar) == ["dog", "snow"]  # they were never one
    bar.show_query("dog type:jpeg camera:pixel snow^2")
    bar.remove(bar.question().tokens[1:3])
    assert query(bar) == "dog snow^2"


def test_escape_takes_chips_from_behind_then_the_words(bar):
    bar.show_query("dog type:jpeg date:2021")
    bar.set_text("sun")
    left = []
    for _ in range(4):
        QTest.keyClick(bar._line, Key.Key_Escape)
        left.append((len(bar.question().tokens), bar.text()))
    assert left == [(2, "sun"), (1, "sun"), (0, "sun"), (0, "")]


def test_what_is_still_being_typed_is_no_mistake_and_enter_says_it(bar, qtbot):
    mistakes = []
    bar.mistaken.connect(mistakes.append)
    QTest.keyClicks(bar._line, "  dog date:")
    qtbot.waitUntil(lambda: texts(bar) == ["dog date:"])
    assert query(bar) == "dog" and not mistakes
    QTest.keyClick(bar._line, Key.Key_Return)
    assert (mistakes[0].facts["position"], mistakes[0].facts["end"]) == (5, 10)
    assert bar.text() == "  dog date:"


def test_pasting_takes_pictures_and_files_and_leaves_words(bar, qtbot, tmp_path):
    clipboard = QApplication.clipboard()
    heard = []
    bar.pasted.connect(lambda mime: heard.append(bool(mime.urls())))

    def paste(mime):
        clipboard.setMimeData(mime)
        QTest.keyClick(bar._line, Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    words, address, file, picture = QMimeData(), QMimeData(), QMimeData(), QMimeData()
    words.setText("red boots")
    address.setText("https://example.org/a.jpg")
    address.setUrls([QUrl("https://example.org/a.jpg")])
    file.setUrls([QUrl.fromLocalFile(str(tmp_path / "a b.jpg"))])
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(0)
    picture.setImageData(image)
    paste(words)
    assert (bar.text(), heard) == ("red boots", [])
    bar.set_text("")
    paste(address)
    assert (bar.text(), heard) == ("https://example.org/a.jpg", [])
    bar.set_text("dog")
    paste(file)
    paste(picture)
    assert (bar.text(), heard) == ("dog", [True, False])
    clipboard.clear()


@pytest.mark.parametrize(
    ("first", "end", "shown"),
    [
        ("2021-05-01", "2021-06-01", "May 2021"),
        ("2021-05-01", "2022-01-01", "May 2021 – Dec 2021"),
        ("2019-01-01", "2022-01-01", "2019 – 2021"),
        ("2021-05-03", "2021-05-04", "3 May 2021"),
        ("2021-01-01", None, "2021 –"),
        (None, "2021-01-01", "– 2020"),
    ],
)
def test_a_span_of_days_is_written_for_eyes(first, end, shown):
    ends = [date.fromisoformat(one) if one else None for one in (first, end)]
    assert Token(Fact("taken", "=", Days(*ends))).label() == ("Date", shown)


def test_many_chips_scroll_and_leave_room_to_type(bar, qtbot):
    bar.resize(500, 36)
    qtbot.wait(1)
    before = bar.minimumSizeHint().width()
    bar.show_query(" ".join(f"-{'long' * 9}{number}" for number in range(20)) + " date:2021")
    row = bar._chips
    qtbot.waitUntil(lambda: row.width() > 200)
    assert bar.minimumSizeHint().width() <= before + 80 and bar.width() == 500  # the window stays as it is
    assert bar._line.width() >= 100 and row.geometry().right() < bar._line.geometry().left()
    qtbot.waitUntil(lambda: row.horizontalScrollBar().value() == row.horizontalScrollBar().maximum() > 0)
    row.focus(0)
    assert chip(bar, 0).visibleRegion().boundingRect().width() > 50


@pytest.mark.parametrize("name", ["line\nbreak.jpg", "\u202ertl.jpg", "🏖 &amp <b>.jpg", "x" * 5000])
def test_odd_and_long_names_stay_one_line(bar, name):
    bar.show_pictures([Picture(name, path=b"/a.jpg")])
    assert chip(bar, 0).height() == 26
    assert chip(bar, 0).sizeHint().width() < 300
    assert bar._chips.height() <= bar.height()


def test_a_saved_or_remembered_query_comes_back_as_it_was_meant(bar):
    bar.show_query("dog in the snow")
    assert (bar.text(), said(bar)) == ("dog in the snow", [])
    bar.show_query("dog -cat")
    assert (bar.text(), said(bar)) == ("", ["dog", "cat"])
    bar.show_query("date:")  # no longer read by this version
    assert (bar.text(), said(bar)) == ("date:", [])
    before = len(bar.asks)
    heard = []
    bar.insisted.connect(lambda: heard.append(True))
    bar.show_query("date:")
    assert (len(bar.asks), heard) == (before, [True])
