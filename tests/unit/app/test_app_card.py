import pytest
from conftest import jpeg
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app import system
from app.grid.sections import HEADING
from app.grid.thumbnails import Made, ThumbnailMaker, Wish
from app.panels.card import CardPage
from app.panels.card_wall import squares
from app.workers import Bridge
from core.library.values import CardPhoto, CardReport, PhotoInfo

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def match(number):
    return PhotoInfo(
        id=2**40 + number, path=b"/lib/%d.jpg" % number, name=f"{number}.jpg", folder="Trips", width=4, height=3,
        size=1, format="jpeg", taken_at=None, taken_offset=None, taken_source=None, camera=None, lens=None,
        exposure=None, latitude=None, longitude=None, keywords=(), caption=None, favourite=False, hidden=False,
        offline=False,
    )  # fmt: skip


def report(**counts):
    photos = []
    for state in ("here", "new", "unreadable", "resaved"):
        for number in range(counts.get(state, 0)):
            path = f"/card/{state}{number}.jpg".encode()
            photos.append(CardPhoto(path, state, match(number) if state in {"here", "resaved"} else None))
    return CardReport(b"/media/NIKON D90/", tuple(photos))


@pytest.fixture
def page(qtbot, theme):
    made = CardPage(theme)
    qtbot.addWidget(made)
    made.resize(800, 700)
    made.show()
    qtbot.waitExposed(made)
    made.heard = []
    for name in ("choose_asked", "cancel_asked"):
        getattr(made, name).connect(lambda name=name: made.heard.append(name))
    for name in ("look_asked", "add_asked", "show_asked", "copied"):
        getattr(made, name).connect(lambda said, name=name: made.heard.append((name, said)))
    return made


def show(page, **counts):
    page.show_report(report(**counts))
    QApplication.processEvents()
    return page.wall


def middle(wall, index):
    x, y, w, h = wall.layout_.rect(index)
    return QPoint(x + w // 2, y + h // 2 - wall.top)


def test_choosing_and_cancelling(page):
    QTest.mouseClick(page.place.choose, LEFT)
    page.show_progress(12, None)
    assert "12" in page.progress.text.text()
    page.show_progress(40, 128)
    assert (page.progress.bar.value(), page.progress.bar.maximum()) == (40, 128)
    assert not page.place.isVisible()
    QTest.mouseClick(page.progress.cancel, LEFT)
    page.stop_progress()
    assert page.place.isVisible()
    assert page.heard == ["choose_asked", "cancel_asked"]


def drag(page, mime, place=QPoint(300, 300)):
    enter = QDragEnterEvent(place, Qt.DropAction.CopyAction, mime, LEFT, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(page, enter)
    return enter.isAccepted()


def drop(page, mime):
    event = QDropEvent(
        QPointF(300, 300), Qt.DropAction.CopyAction, mime, LEFT, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(page, event)


def test_a_dropped_folder_is_looked_at_whatever_its_bytes(page):
    path = b"/media/Caf\xe9 100%"
    mime = system.carry([path, b"/other"])
    calm = page.place.grab().toImage()
    assert drag(page, mime)
    assert page.place.grab().toImage() != calm
    QApplication.sendEvent(page, QDragLeaveEvent())
    assert page.place.grab().toImage() == calm
    assert drag(page, mime)
    drop(page, mime)
    assert page.heard == [("look_asked", path)]
    assert page.place.grab().toImage() == calm


def test_what_has_no_place_here_is_not_taken(page):
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/a.jpg")])
    assert not drag(page, mime)
    mime = QMimeData()
    mime.setText("/media/card")
    assert not drag(page, mime)


def test_the_result_in_words(page):
    show(page, new=34, here=90, resaved=4, unreadable=1)
    said = page.said.text()
    assert said.startswith("129 photo")
    assert said.endswith(": 34 new, 90 already here, 4 the library has in another size, 1 unreadable")
    assert page.title.text() == "NIKON D90"
    show(page, here=3)
    assert page.said.text().endswith(": 0 new, 3 already here")
    assert not page.add.isEnabled()
    assert not page.copy.isEnabled()
    show(page)
    assert page.said.text() == "There are no photos in this folder."
    page.wall.grab()
    QTest.keyClick(page.wall, Key.Key_End)


def test_what_is_new_comes_first(page):
    wall = show(page, new=3, here=20, resaved=2, unreadable=1)
    assert [wall.heading(n) for n in range(4)] == [
        ("New", "3"), ("In the library in another size", "2"), ("Already here", "20"), ("Could not be read", "1"),
    ]  # fmt: skip
    assert [photo.state for photo in wall.photos[:6]] == ["new"] * 3 + ["resaved"] * 2 + ["here"]


def test_squares_are_of_one_size_and_in_order(page):
    wall = show(page, new=7, here=23, resaved=1, unreadable=9)
    for width in (300, 640, 1700):
        layout = squares(wall._starts, len(wall.photos), width)
        boxes = [layout.rect(index) for index in range(len(wall.photos))]
        assert len({(w, h) for _, _, w, h in boxes}) == 1
        assert max(x + w for x, _, w, _ in boxes) <= width - 4
        assert boxes == sorted(boxes, key=lambda box: (box[1], box[0]))
        tops = layout.heading_y.tolist()
        for section, start in enumerate(wall._starts.tolist()):
            assert boxes[start][:2] == (16, tops[section] + HEADING)
            assert not start or boxes[start - 1][1] + boxes[start - 1][3] <= tops[section]
        for index, (x, y, w, h) in enumerate(boxes):
            assert layout.at(x + w // 2, y + h // 2) == index
        assert layout.height > boxes[-1][1] + boxes[-1][3]


def test_a_click_on_what_is_here_shows_it(page):
    wall = show(page, new=2, here=2)
    QTest.mouseClick(wall.viewport(), LEFT, pos=middle(wall, 0))
    assert page.heard == []
    QTest.mouseClick(wall.viewport(), LEFT, pos=middle(wall, 3))
    QTest.mousePress(wall.viewport(), LEFT, pos=middle(wall, 2))
    QTest.mouseRelease(wall.viewport(), LEFT, pos=middle(wall, 3))  # a press that ended elsewhere
    assert page.heard == [("show_asked", 2**40 + 1)]
    assert wall.words(3) == ["/card/here1.jpg", "In the library: Trips/1.jpg. Click to show it."]


def test_the_pointer_tells_what_can_be_clicked(page):
    wall = show(page, new=1, here=1)
    QTest.mouseMove(wall.viewport(), middle(wall, 1))
    assert wall.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(wall.viewport(), middle(wall, 0))
    assert wall.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor


def test_keys_walk_and_show(page):
    wall = show(page, new=5, here=60)
    wall.setFocus()
    QTest.keyClick(wall, Key.Key_Right)
    assert wall.accessibleDescription() == "New, /card/new1.jpg"
    QTest.keyClick(wall, Key.Key_Return)
    QTest.keyClick(wall, Key.Key_Down)
    assert "Trips/" in wall.accessibleDescription()
    QTest.keyClick(wall, Key.Key_Return)
    QTest.keyClick(wall, Key.Key_End)
    assert wall.current == 64
    assert wall.top > 0
    QTest.keyClick(wall, Key.Key_PageUp)
    QTest.keyClick(wall, Key.Key_Home)
    assert (wall.current, wall.top) == (0, 0)
    assert [name for name, _ in page.heard] == ["show_asked"]


def test_adding_and_copying(page):
    show(page, new=2, here=1)
    for button in (page.add, page.copy, page.another):
        QTest.mouseClick(button, LEFT)
    assert page.heard == [("add_asked", b"/media/NIKON D90/"), ("copied", 2), "choose_asked"]
    assert QGuiApplication.clipboard().text() == "/card/new0.jpg\n/card/new1.jpg"
    page.show_report(CardReport(b"/c", (CardPhoto(b"/c/Caf\xe9.jpg", "new"),)))
    QTest.mouseClick(page.copy, LEFT)
    assert bytes(QGuiApplication.clipboard().mimeData().data("text/plain").data()) == b"/c/Caf\xe9.jpg"


def test_thumbnails_are_asked_for_by_photo_and_late_ones_are_not_mixed_up(page, qtbot):
    bridge = Bridge()
    asked = []

    def fetch(number):
        photo = page.photo_at(number)
        asked.append(photo)
        return jpeg(seed=number) if photo is not None else None

    maker = ThumbnailMaker(fetch, bridge.caller(lambda _: page.take_pictures(maker.take())))
    page.serve(maker)
    wall = show(page, new=3, here=4, unreadable=2)
    empty = wall.viewport().grab().toImage()
    qtbot.waitUntil(lambda: len(wall.cache) == 7)
    assert wall.viewport().grab().toImage() != empty
    assert {photo.path for photo in asked} == {
        photo.path for photo in wall.photos if photo.state != "unreadable"
    }
    old = wall._book[0]
    show(page, new=300)
    assert page.photo_at(old) is None
    wall.take_pictures([Made(Wish(old, 10, 10, 1.0), None)])
    assert not wall.cache.missing(wall._book[0])
    qtbot.waitUntil(lambda: maker.idle)
    assert len(asked) < 150  # only what is in view, and the next screen
    maker.close()
    bridge.close()


def test_the_page_can_be_narrow(page):
    show(page, new=34, here=90, resaved=4, unreadable=1)
    assert page.minimumSizeHint().width() < 460
