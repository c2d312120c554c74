from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest

from app.grid.outlines import PAGE, SMALLEST, Part, draw_part, frame
from app.grid.rows import RowBook
from app.grid.thumbnails import Made, Wish, fitted
from app.grid.view import GridView
from app.grid.walls import Frame, again, wall_of
from app.theme import DARK, LIGHT
from core.library.region_values import RegionOfHit
from core.library.values import PhotoInfo
from core.search.hits import Hits

COUNT = 60
PLANE = np.full((7, 7), 255, np.uint8)


def hits(regions, aspects=None):
    count = len(regions)
    return Hits(
        photo_ids=np.arange(1000, 1000 + count, dtype=np.int64),
        scores=np.linspace(1, 0.5, count).astype(np.float32),
        bands=np.zeros(count, np.uint8),
        aspects=np.full(count, 1.5, np.float32) if aspects is None else np.array(aspects, np.float32),
        days=np.full(count, -1, np.int32),
        clear=True,
        exact=True,
        photos_searched=count,
        copies=np.ones(count, np.int32),
        paired=np.zeros(count, np.bool_),
        regions=np.array(regions, np.int8),
        by_regions=True,
        looked=count,
    )


class Library:
    """Answers what is asked of it when ``answer`` is called, as a lane would."""

    def __init__(self, label="dog"):
        self.asked = []
        self.label = label
        self._waiting = []

    def fetch(self, photos, places, then):
        self.asked.append(list(zip(photos, places, strict=True)))
        self._waiting.append((photos, then))

    def answer(self):
        waiting, self._waiting = self._waiting, []
        for photos, then in waiting:
            then({photo: RegionOfHit(self.label, (0.25, 0.25, 0.5, 0.5), PLANE) for photo in photos})


@pytest.fixture
def library():
    return Library()


@pytest.fixture
def grid(qtbot, theme, library):
    view = GridView(theme, RowBook())
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.parts.serve(library.fetch)
    view.show()
    qtbot.waitExposed(view)
    wall = wall_of(hits([2 if at % 3 else -1 for at in range(COUNT)]), view.frame())
    view.show_wall(wall)
    for photo in view.ids.tolist():
        fill(view, photo)
    return view


def fill(view, photo):
    """A grey picture, exactly as large as its tile."""
    w, h = view.layout_.rect(photo - 1000)[2:]
    image = QImage(w, h, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(128, 128, 128))
    view.cache.put(Made(Wish(photo, w, h, 1.0), image))


def rect_of(view, index):
    x, y, w, h = view.layout_.rect(index)
    return QRect(x, y - view.top(), w, h)


def seen(view):
    return view.viewport().grab().toImage()


def brightest(image, rect):
    """The lightest grey along a line across the middle of a tile."""
    y = rect.center().y()
    return max(image.pixelColor(x, y).lightness() for x in range(rect.left() + 4, rect.right() - 4))


def test_only_parts_in_view_are_asked_for_and_once(grid, library, qtbot):
    qtbot.waitUntil(lambda: bool(library.asked))
    asked = [key for page in library.asked for key in page]
    shown = grid.layout_.tiles_between(0, grid.viewport().height())
    assert asked == [(1000 + at, 2) for at in shown if at % 3]
    assert 0 < len(asked) < COUNT
    library.answer()
    grid.supply.fetch_rows()
    assert len(library.asked) == 1
    grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: len(library.asked) == 2)
    assert not set(library.asked[0]) & set(library.asked[1])


def test_a_part_is_outlined_where_it_lies(grid, library, qtbot):
    qtbot.waitUntil(lambda: bool(library.asked))
    before = seen(grid)
    library.answer()
    after = seen(grid)
    whole, part = rect_of(grid, 0), rect_of(grid, 1)
    assert brightest(before, part) < 140 < 200 < brightest(after, part)
    assert brightest(after, whole) < 140
    left = [
        x
        for x in range(part.left(), part.center().x())
        if after.pixelColor(x, part.center().y()).lightness() > 200
    ]
    assert left
    assert abs(left[0] - (part.left() + part.width() / 4)) <= 2


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("ground", [0, 128, 255])
def test_an_outline_is_seen_on_any_photo(theme, palette, ground):
    theme.use(palette)
    image = QImage(160, 120, QImage.Format.Format_RGB32)
    image.fill(QColor(ground, ground, ground))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_part(
        painter, QRect(0, 0, 160, 120), 4 / 3, Part("", (0.25, 0.25, 0.5, 0.5)), painter.font(), named=False
    )
    painter.end()
    lights = [image.pixelColor(x, 60).lightness() for x in range(160)]
    assert max(lights) - min(lights) > 60
    theme.use(LIGHT)


def test_where_the_frame_runs():
    box = (0.25, 0.25, 0.5, 0.5)
    tile = QRect(100, 50, 120, 80)
    same = frame(tile, 1.5, box)
    assert (same.left(), same.top(), same.width(), same.height()) == pytest.approx((130, 70, 60, 40))
    square = frame(QRect(0, 0, 100, 100), 2.0, box)  # the middle of a wide photo
    assert (square.left(), square.top(), square.width(), square.height()) == pytest.approx((3, 25, 94, 50))
    assert frame(tile, 1.5, (0, 0, 1, 1)).isEmpty()
    assert frame(QRect(0, 0, SMALLEST - 1, 200), 1.5, box).isEmpty()
    assert frame(QRect(0, 0, 100, 100), 4.0, (0.0, 0.4, 0.1, 0.2)).isEmpty()  # cut away by the square tile
    speck = frame(tile, 1.5, (0.5, 0.5, 0.001, 0.001))
    assert speck.width() == pytest.approx(14)
    assert speck.height() == pytest.approx(14)


def test_an_edge_never_leaves_its_tile():
    for aspect in (0.2, 1.0, 7.0):
        rect = frame(QRect(10, 10, 150, 100), aspect, (0.0, 0.0, 0.9, 0.9))
        assert QRect(10, 10, 150, 100).contains(rect.toAlignedRect())


def test_outlines_can_be_turned_off_and_on(grid, library, qtbot):
    qtbot.waitUntil(lambda: bool(library.asked))
    library.answer()
    part = rect_of(grid, 1)
    assert brightest(seen(grid), part) > 200
    grid.set_outlined(False)
    assert grid.part_at(1) is None
    assert brightest(seen(grid), part) < 140
    grid.set_outlined(True)
    assert brightest(seen(grid), part) > 200


def test_nothing_is_asked_for_while_outlines_are_off(qtbot, theme, library):
    view = GridView(theme, RowBook())
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.set_outlined(False)
    view.parts.serve(library.fetch)
    view.show_wall(wall_of(hits([0] * 10), view.frame()))
    view.supply.fetch_rows()
    assert library.asked == []
    view.set_outlined(True)
    view.supply.fetch_rows()
    assert len(library.asked[0]) == 10


def test_what_comes_after_forgetting_is_dropped(grid, library, qtbot):
    qtbot.waitUntil(lambda: bool(library.asked))
    grid.parts.forget()
    library.answer()
    assert grid.part_at(1) is None
    grid.supply.fetch_rows()
    library.label = "cat"
    library.answer()
    assert grid.part_at(1).label == "cat"


def test_many_are_fetched_page_by_page(library):
    from app.grid.outlines import PartBook

    book = PartBook()
    book.serve(library.fetch)
    book.want([(photo, 1) for photo in range(PAGE + 5)])
    assert [len(page) for page in library.asked] == [PAGE, 5]
    library.answer()
    assert book.get(PAGE + 4, 1) == Part("dog", (0.25, 0.25, 0.5, 0.5))
    assert book.get(PAGE + 4, 2) is None


def test_a_part_without_a_name_is_called_what_was_asked(library):
    from app.grid.outlines import PartBook

    library.label = ""
    book = PartBook()
    book.serve(library.fetch)
    book.want([(7, 0)])
    library.answer()
    assert book.get(7, 0).label == ""
    book.words = "red umbrella"
    assert book.get(7, 0).label == "red umbrella"


def test_a_screen_reader_hears_the_part(grid, library, qtbot):
    qtbot.waitUntil(lambda: bool(library.asked))
    library.answer()
    info = PhotoInfo(
        id=1001,
        path=b"/p/boat.jpg",
        name="boat.jpg",
        folder="/p",
        width=60,
        height=40,
        size=1,
        format="jpeg",
        taken_at=None,
        taken_offset=None,
        taken_source=None,
        camera=None,
        lens=None,
        exposure=None,
        latitude=None,
        longitude=None,
        keywords=(),
        caption=None,
        favourite=False,
        hidden=False,
        offline=False,
    )
    grid.rows._take([1001], [info])
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Home)
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert grid.accessibleDescription().startswith("boat.jpg, found by: dog")


def test_the_name_stands_on_the_hovered_tile(grid, library, qtbot):
    qtbot.waitUntil(lambda: bool(library.asked))
    library.answer()
    part = rect_of(grid, 1)
    before = seen(grid)
    QTest.mouseMove(grid.viewport(), QPoint(part.center().x(), part.center().y()))
    grid.hover(1)
    after = seen(grid)
    corner = QRect(part.left() + part.width() // 4 + 6, part.top() + part.height() // 4 + 6, 20, 12)

    def dark(image):
        return min(
            image.pixelColor(x, corner.center().y()).lightness() for x in range(corner.left(), corner.right())
        )

    assert dark(after) < 90 < dark(before)


def test_a_wall_keeps_its_parts_in_another_frame():
    wall = wall_of(hits([3, -1, 0, 1], [1.5, 0.7, 1.0, 2.0]), Frame(800, 160))
    assert [wall.part(at) for at in range(4)] == [(1000, 3), None, (1002, 0), (1003, 1)]
    other = again(wall, Frame(500, 120, square=True))
    assert [other.part(at) for at in range(5)] == [(1000, 3), None, (1002, 0), (1003, 1), None]
    assert wall.has_parts
    assert not wall_of(hits([-1, -1]), Frame(800, 160)).has_parts


def test_thumbnails_and_frames_agree_on_what_a_tile_shows():
    """A mark in the photo's corner quarter lies where ``frame`` says, in a tile of another shape."""
    from io import BytesIO

    from PIL import Image

    photo = Image.new("RGB", (400, 200), "black")
    photo.paste("white", (160, 40, 240, 120))
    store = BytesIO()
    photo.save(store, "JPEG", quality=95)
    image = fitted(store.getvalue(), Wish(1, 120, 120, 1.0))
    rect = frame(QRect(0, 0, 120, 120), 2.0, (0.4, 0.2, 0.2, 0.4))
    inside = rect.toAlignedRect().adjusted(4, 4, -4, -4)
    outside = rect.toAlignedRect().adjusted(-4, -4, 4, 4)
    assert image.pixelColor(inside.topLeft()).lightness() > 200
    assert image.pixelColor(inside.bottomRight()).lightness() > 200
    assert image.pixelColor(outside.topLeft()).lightness() < 60
    assert image.pixelColor(outside.bottomRight()).lightness() < 60


def test_what_hardly_matches_has_no_outline():
    found = replace(hits([0, 1, 2]), bands=np.array([0, 1, 2], np.uint8))
    frame = Frame(800, 128, open=True)
    assert [wall_of(found, frame).part(n) for n in range(3)] == [(1000, 0), (1001, 1), None]
    nothing = wall_of(replace(found, clear=False), frame)
    assert not nothing.has_parts
    assert nothing.part(0) is None
