import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.query_bar.bar import QueryBar
from app.query_bar.chips import Picture, Token
from app.query_bar.faces import SIDE, Face, Faces, for_eyes, painted
from app.query_bar.question import Question
from core.query.parse import parse
from core.query.render import join
from core.query.tree import LIKE, Part

Key = Qt.Key
DOG = "/p/my boat.jpg#at=31.2,52;60.1,40"
BOX = "/p/café#1.jpg#xywh=percent:12,30,45,60"


@pytest.fixture
def bar(qtbot, theme):
    made = QueryBar(theme)
    qtbot.addWidget(made)
    made.resize(900, 36)
    made.show()
    qtbot.waitExposed(made)
    made.asks = []
    made.asked.connect(made.asks.append)
    made.wanted = []
    made.faces.wanted.connect(made.wanted.append)
    return made


def picture(colour):
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def query(bar):
    return join([piece for piece, _ in bar.question().pieces()])


def said(bar):
    return [chip._words.text() for chip in bar._chips._chips]


def chip(bar, place):
    return bar._chips._chips[place]


def test_query_text_and_chips_are_the_same(bar):
    again = QueryBar(bar._theme)
    for value in (DOG, BOX, "/p/100%.jpg#at=0,100", '/p/a"b.jpg#at=1,2'):
        for template in ("{}", "dog {} -cat", "-{}", "{}^2 type:jpeg", "part:umbrella {}"):
            text = template.format(join([Part(LIKE, value)]))
            bar.show_query(text)
            assert query(bar) == text
            assert parse(query(bar)).parts == parse(text).parts
            again.show_query(query(bar))
            assert again.question().asks_like(bar.question())
    again.deleteLater()


def test_a_chip_is_named_when_its_face_comes(bar):
    bar.show_query(f'like:"{DOG}" snow')
    assert bar.wanted == [DOG]
    assert said(bar) == ["part of my boat.jpg", "snow"]
    before = bar._chips.sizeHint().width()
    bar.faces.put(DOG, Face(picture("red"), "dog"))
    assert said(bar) == ["dog", "snow"]
    assert bar._chips.sizeHint().width() < before
    assert chip(bar, 0)._face.pixmap().toImage().pixelColor(SIDE // 2, SIDE // 2) == QColor("red")
    assert chip(bar, 0).accessibleName() == "Parts of photos like this: dog in my boat.jpg"
    assert not chip(bar, 1)._face.isVisible()
    assert len(bar.asks) == 1  # the question is the same


def test_a_face_is_fetched_once_for_all_chips(bar):
    bar.show_query(f'like:"{DOG}"')
    bar.show_query(f'like:"{DOG}" -like:"{BOX}"')
    bar.clear()
    bar.show_query(f'like:"{DOG}"')
    assert bar.wanted == [DOG, BOX]
    bar.faces.put(DOG, Face(picture("blue"), "dog"))
    bar.clear()
    bar.show_query(f'like:"{DOG}"^2')
    assert bar.wanted == [DOG, BOX]
    assert said(bar) == ["dog"]


def test_a_part_without_a_name_or_picture_has_its_file(bar):
    bar.show_query(f'like:"{BOX}"')
    bar.faces.put(BOX, Face(None, ""))
    assert said(bar) == ["part of café#1.jpg"]
    assert not chip(bar, 0)._face.pixmap().isNull()
    bar.faces.forget()  # its chip asks again by itself
    assert bar.wanted == [BOX, BOX]


def test_sign_weight_and_cross(bar):
    bar.show_query(f'like:"{DOG}" snow')
    QTest.mouseClick(chip(bar, 0)._sign, Qt.MouseButton.LeftButton)
    assert query(bar) == f'-like:"{DOG}" snow'
    bar.faces.put(DOG, Face(picture("red"), "dog"))
    assert chip(bar, 0).accessibleName().startswith("Less like: ")
    place = QPoint(10, 10)
    turn = QWheelEvent(
        place,
        chip(bar, 0).mapToGlobal(place),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(chip(bar, 0), turn)
    assert query(bar) == f'-like:"{DOG}"^1.5 snow'
    assert chip(bar, 0)._weight.text() == "×1.5"
    assert said(bar)[0] == "dog"
    QTest.mouseClick(chip(bar, 0)._cross, Qt.MouseButton.LeftButton)
    assert query(bar) == "snow"


def test_there_are_no_words_to_be_changed(bar):
    bar.show_query(f'like:"{DOG}" snow')
    QTest.mouseClick(chip(bar, 0), Qt.MouseButton.LeftButton, pos=QPoint(60, 13))
    QTest.keyClick(chip(bar, 0), Key.Key_Return)
    assert (bar.text(), len(bar.question().tokens)) == ("", 2)
    bar.remove(bar.question().tokens[1:])
    QTest.keyClick(bar._line, Key.Key_Backspace)
    assert bar.question().empty


def test_typed_text_becomes_a_chip(bar):
    bar.set_text(f'like:"{DOG}"')
    QTest.keyClick(bar._line, Key.Key_Return)
    assert (bar.text(), query(bar)) == ("", f'like:"{DOG}"')
    assert bar.wanted == [DOG]


def test_a_chip_that_stands_for_something_else_now_shows_no_face(bar):
    bar.show_query(f'like:"{DOG}"')
    bar.show_query("-snow")
    assert not chip(bar, 0)._face.isVisible()
    bar.faces.put(DOG, Face(picture("red"), "dog"))
    assert said(bar) == ["snow"]


def test_what_asks_for_parts():
    asks = {
        "dog": False,
        'like:"/p/a.jpg"': False,
        f'like:"{DOG}"': True,
        f'snow -like:"{BOX}"': True,
        "part:umbrella": True,
        'part:"red umbrella" type:jpeg': True,
        'like:"/p/a.jpg#at=200,3"': False,
    }
    assert {text: Question(text).asks_for_parts for text in asks} == asks
    assert not Question("", (Token.of(Picture("a#at=1,2", photo=3)),)).pictures[0].path


def test_history_shows_names_instead_of_places(bar):
    faces = Faces()
    text = f'like:"{DOG}"^2 red boots -like:"{BOX}" type:jpeg'
    assert for_eyes(text, faces) == "▨ part of my boat.jpg ×2 red boots −▨ part of café#1.jpg type:jpeg"
    faces.put(DOG, Face(None, "dog"))
    assert for_eyes(text, faces).startswith("▨ dog ×2 red boots")
    for other in ('dog -"red boots"^2', "date:2021-13", 'like:"/p/a.jpg"'):
        assert for_eyes(other, faces) == other
    assert for_eyes("two\nlines", faces) == "two lines"


def test_faces_of_any_shape_fill_their_square(qapp):
    for size in ((1, 1), (1, 90), (90, 1), (96, 64)):
        for ratio in (1.0, 1.5, 2.0):
            image = QImage(*size, QImage.Format.Format_RGB32)
            image.fill(QColor("green"))
            made = painted(image, ratio)
            assert made.deviceIndependentSize().toSize().width() == SIDE
            shown = made.toImage()
            middle = shown.width() // 2
            assert shown.pixelColor(middle, middle) == QColor("green")
            assert shown.pixelColor(0, 0).alpha() < 255
            assert shown.pixelColor(middle, 1).alpha() == 255
