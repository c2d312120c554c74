import io
from functools import cache
from types import SimpleNamespace

import numpy as np
import pytest
from conftest import jpeg
from PIL import Image
from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from app.grid.thumbnails import ThumbnailMaker
from app.viewer.inspector import Inspector
from app.viewer.loader import Pictures
from app.viewer.parts import Words
from app.viewer.strip import GAP, TILE
from app.viewer.viewer import Viewer
from app.viewer.walk import RESULTS, SIMILAR, Walk
from app.workers import Bridge
from core.errors import RecollectError
from core.library.values import PhotoInfo, Tag

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def ids(*photos):
    return np.array(photos, np.int64)


def info(photo, **changes):
    facts = {
        "id": photo,
        "path": f"/photos/Vienna/{photo}.jpg".encode(),
        "name": f"{photo}.jpg",
        "folder": "/photos/Vienna",
        "width": 1800,
        "height": 1200,
        "size": 2_345_678,
        "format": "jpeg",
        "taken_at": 1620052345.0,
        "taken_offset": 120,
        "taken_source": "exif",
        "camera": 'Pixel "8"',
        "lens": "6.9 mm f/1.7",
        "exposure": "1/250 s · f/1.7 · ISO 64",
        "latitude": 48.20849,
        "longitude": -16.37208,
        "keywords": ("harbour", 'with "quotes"'),
        "caption": "The first morning.",
        "favourite": False,
        "hidden": False,
        "offline": False,
    }
    return PhotoInfo(**{**facts, **changes})


@cache
def large_jpeg(seed):
    """1800 × 1200 with soft grain."""
    grain = np.random.default_rng(seed).integers(0, 256, (120, 180, 3), dtype=np.uint8)
    store = io.BytesIO()
    Image.fromarray(grain).resize((1800, 1200), Image.Resampling.BILINEAR).save(store, "JPEG")
    return store.getvalue()


@cache
def decoded(seed, side):
    """Its pixels, fitted into this side."""
    picture = Image.open(io.BytesIO(large_jpeg(seed))).convert("RGB")
    if side is not None:
        picture.thumbnail((side, side))
    return SimpleNamespace(pixels=np.asarray(picture))


class Files:
    """Real JPEG bytes; some may be gone."""

    def __init__(self):
        self.gone = set()
        self.asked = []

    def load(self, photo, side):
        self.asked.append((photo, side))
        if photo in self.gone:
            raise RecollectError("photo.unreadable")
        return decoded(photo % 4, side)

    def glance(self, photo):
        return jpeg(60, 40, seed=photo)


def bury():
    """Widgets of ended tests die now: else each change of theme would style all of them anew."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Scene:
    def __init__(self, theme):
        self.files = Files()
        self.bridge = Bridge()
        self.pictures = Pictures(self.bridge, self.files.load, self.files.glance)
        self.viewer = Viewer(theme)
        self.maker = ThumbnailMaker(
            self.files.glance,
            self.bridge.caller(lambda _: self.viewer.take_thumbnails(self.maker.take())),
        )
        self.viewer.serve(self.pictures, self.maker)

    def close(self):
        self.maker.close()
        self.pictures.close()
        self.bridge.close()


@pytest.fixture
def scene(qtbot, theme):
    made = Scene(theme)
    qtbot.addWidget(made.viewer)
    made.viewer.resize(900, 640)
    yield made
    made.close()
    bury()


@pytest.fixture
def viewer(scene, qtbot):
    scene.viewer.show_list(ids(10, 11, 12, 13, 14), 2)
    scene.viewer.show()
    qtbot.waitExposed(scene.viewer)
    return scene.viewer


def key(viewer, name, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(viewer.canvas, name, modifiers)


# the list


def test_walking_with_keys_clicks_and_the_strip(viewer, qtbot):
    seen = []
    viewer.current_changed.connect(seen.append)
    key(viewer, Key.Key_Right)
    key(viewer, Key.Key_Left)
    key(viewer, Key.Key_PageDown)
    key(viewer, Key.Key_End)
    key(viewer, Key.Key_Right)  # there is no next one
    key(viewer, Key.Key_Home)
    key(viewer, Key.Key_PageUp)
    assert seen == [13, 12, 13, 14, 10]
    assert viewer.tools.position.text() == "1 of 5"
    film = viewer.strip.film
    QTest.mouseClick(film.viewport(), LEFT, pos=film.rect_of(3).center())
    assert viewer.current_id() == 13
    assert film.current == 3


def test_ids_beyond_32_bits_survive(viewer, qtbot):
    big = 2**40
    with qtbot.waitSignal(viewer.current_changed) as told:
        viewer.show_list(ids(big, big + 1), 0)
    assert told.args == [big + 1]
    with qtbot.waitSignal(viewer.trash_asked) as told:
        key(viewer, Key.Key_Delete)
    assert told.args == [big + 1]


def test_the_photo_sharpens_and_its_neighbours_are_prepared(scene, viewer, qtbot):
    qtbot.waitUntil(lambda: viewer.canvas.resolution >= 1024)
    qtbot.waitUntil(lambda: scene.pictures.idle)
    assert {photo for photo, _ in scene.files.asked} == {12, 13, 11}
    assert {side for _, side in scene.files.asked} == {1024}
    scene.files.asked.clear()
    key(viewer, Key.Key_Right)
    assert viewer.canvas.resolution == 1024  # at once
    qtbot.waitUntil(lambda: scene.pictures.idle)
    assert {photo for photo, _ in scene.files.asked} == {14}


def test_all_pixels_are_read_only_when_the_zoom_shows_them(scene, viewer, qtbot):
    viewer.show_row(info(12))
    qtbot.waitUntil(lambda: scene.pictures.idle and viewer.canvas.resolution == 1024)
    assert (12, None) not in scene.files.asked
    key(viewer, Key.Key_1)
    qtbot.waitUntil(lambda: viewer.canvas.resolution == 1800)
    assert scene.files.asked.count((12, None)) == 1


def test_what_comes_late_for_another_photo_changes_nothing(scene, viewer, qtbot):
    qtbot.waitUntil(lambda: scene.pictures.idle)
    late = scene.pictures.best(12)
    key(viewer, Key.Key_End)
    qtbot.waitUntil(lambda: scene.pictures.idle and viewer.canvas.resolution == 1024)
    before = viewer.canvas.grab().toImage()
    viewer.take_picture(late)
    viewer.show_row(info(12))
    viewer.show_tags([Tag("dog", 0.9, "very")], 12)
    viewer.show_copies([info(99)], 12)
    assert viewer.canvas.grab().toImage() == before
    assert viewer.tools.title.text() == ""
    assert not viewer.inspector.findChildren(QPushButton, options=Qt.FindChildOption.FindDirectChildrenOnly)


@pytest.mark.parametrize(
    ("left", "stays"),
    [((10, 11, 12, 13), 12), ((10, 11, 13, 14), 13), ((10, 11), 11), ((14, 12, 99, 10), 12)],
)
def test_when_the_list_changes_the_photo_stays_or_the_nearest_comes(viewer, left, stays):
    viewer.show_list(ids(*left), 0)
    assert viewer.current_id() == stays
    assert viewer.tools.position.text() == f"{left.index(stays) + 1} of {len(left)}"


def test_when_the_last_photo_goes_the_viewer_closes(viewer, qtbot):
    with qtbot.waitSignal(viewer.closed):
        viewer.show_list(ids(), 0)


def test_a_photo_that_is_gone_keeps_its_thumbnail_and_says_so(scene, qtbot):
    viewer = scene.viewer
    scene.files.gone = {10}
    viewer.show_list(ids(10, 11), 0)
    viewer.show()
    qtbot.waitUntil(viewer.problem.isVisible)
    assert viewer.problem.text() == "The file is not a picture Recollect can read."
    qtbot.waitUntil(lambda: viewer.canvas.resolution == 60)
    assert viewer.canvas.accessibleDescription() == viewer.problem.text()
    inside = viewer.canvas.rect().contains(viewer.problem.geometry())
    assert inside
    key(viewer, Key.Key_Right)
    assert not viewer.problem.isVisible()
    viewer.show_problem("The drive “Archive” is not connected.")
    assert viewer.problem.isVisible()


def test_rows_are_wanted_for_this_one_and_its_neighbours(scene, qtbot):
    viewer = scene.viewer
    with qtbot.waitSignal(viewer.rows_wanted) as told:
        viewer.show_list(ids(*range(100, 110)), 5)
    assert told.args[0][0] == 105
    assert sorted(told.args[0]) == [103, 104, 105, 106, 107]
    for photo in told.args[0]:
        viewer.show_row(info(photo))
    viewer.show()
    with qtbot.waitSignal(viewer.rows_wanted) as told:
        key(viewer, Key.Key_Right)
    assert told.args[0] == [108]
    assert viewer.tools.title.text() == "106.jpg"  # was here before it was shown


# letters


@pytest.mark.parametrize(
    ("letter", "modifiers", "signal"),
    [
        (Key.Key_F, None, "favourite_asked"),
        (Key.Key_S, None, "similar_asked"),
        (Key.Key_M, None, "more_asked"),
        (Key.Key_M, SHIFT, "less_asked"),
        (Key.Key_Delete, None, "trash_asked"),
        (Key.Key_C, CTRL, "copy_asked"),
        (Key.Key_F, CTRL | SHIFT, "show_asked"),
    ],
)
def test_letters_ask(viewer, qtbot, letter, modifiers, signal):
    with qtbot.waitSignal(getattr(viewer, signal)) as told:
        key(viewer, letter, modifiers or Qt.KeyboardModifier.NoModifier)
    assert told.args == [12]


@pytest.mark.parametrize("name", [Key.Key_Space, Key.Key_Backspace, Key.Key_Escape])
def test_space_and_esc_close(viewer, qtbot, name):
    with qtbot.waitSignal(viewer.closed):
        key(viewer, name)


def test_keys_work_wherever_the_focus_is(viewer, qtbot):
    viewer.show_inspector(True)
    viewer.show_row(info(12))
    viewer.inspector.camera.setFocus()
    QTest.keyClick(viewer.inspector.camera, Key.Key_Right)
    assert viewer.current_id() == 13
    QTest.keyClick(viewer.tools.heart, Key.Key_1)
    assert viewer.canvas.place.scale == 1.0


def test_arrows_move_a_zoomed_photo_instead(viewer):
    viewer.show_row(info(12))
    key(viewer, Key.Key_1)
    before = viewer.canvas.target().x()
    key(viewer, Key.Key_Right)
    assert viewer.current_id() == 12
    assert viewer.canvas.target().x() < before
    key(viewer, Key.Key_PageDown)
    assert viewer.current_id() == 13
    assert viewer.canvas.place.fitted


def test_the_turn_is_remembered_for_each_photo(viewer):
    key(viewer, Key.Key_R, CTRL)
    key(viewer, Key.Key_Right)
    assert viewer.canvas.place.turns == 0
    key(viewer, Key.Key_R, CTRL | SHIFT)
    assert viewer.canvas.place.turns == 3
    key(viewer, Key.Key_Left)
    assert viewer.canvas.place.turns == 1


def test_the_bar_does_and_shows(viewer, qtbot):
    viewer.show_row(info(12, favourite=True))
    assert viewer.tools.heart.isChecked()
    with qtbot.waitSignal(viewer.favourite_asked):
        QTest.mouseClick(viewer.tools.heart, LEFT)
    assert viewer.tools.heart.isChecked()  # nothing changed yet: it was only asked
    viewer.show_row(info(12, favourite=False))
    assert not viewer.tools.heart.isChecked()
    QTest.mouseClick(viewer.tools.in_, LEFT)
    assert viewer.canvas.place.factor == pytest.approx(1.25)
    assert viewer.tools.scale.text() == viewer.canvas.scale_text()
    QTest.mouseClick(viewer.tools.out, LEFT)
    assert viewer.tools.scale.text() == "Fit"
    QTest.mouseClick(viewer.tools.info, LEFT)
    assert viewer.inspector.isVisible()
    key(viewer, Key.Key_I)
    assert not viewer.inspector.isVisible()
    for button, signal in ((viewer.tools.compare, viewer.compare_asked), (viewer.tools.back, viewer.closed)):
        with qtbot.waitSignal(signal):
            QTest.mouseClick(button, LEFT)
    asked = {action.objectName(): action for action in viewer.tools.menu.actions()}
    with qtbot.waitSignal(viewer.hide_asked) as told:
        asked["hide"].trigger()
    assert told.args == [12]


def test_every_button_says_what_it_is(viewer):
    viewer.show_row(info(12))
    viewer.show_tags([Tag("dog", 0.9, "very")])
    for button in [*viewer.findChildren(QPushButton), *viewer.tools.findChildren(type(viewer.tools.back))]:
        if not button.isHidden() and button.objectName() != "qt_menubar_ext_button":
            assert button.accessibleName(), button.text()
            assert button.toolTip(), button.text()


# full screen


def test_in_full_screen_the_bar_comes_with_the_pointer(viewer, qtbot):
    with qtbot.waitSignal(viewer.full_asked):
        key(viewer, Key.Key_F11)
    viewer.set_full(True)
    assert not viewer.strip.isVisible()
    QApplication.sendEvent(viewer.tools, QEvent(QEvent.Type.Leave))
    viewer.on_screen.hide_tools()
    assert not viewer.tools.isVisible()
    assert viewer.canvas.cursor().shape() == Qt.CursorShape.BlankCursor
    place = QPointF(200, 200)
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        place,
        viewer.canvas.mapToGlobal(place),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(viewer.canvas, move)
    assert viewer.tools.isVisible()
    assert viewer.canvas.height() > viewer.height() - 10
    with qtbot.waitSignal(viewer.full_asked), qtbot.assertNotEmitted(viewer.closed):
        key(viewer, Key.Key_Escape)  # the innermost first
    viewer.set_full(False)
    assert viewer.strip.isVisible()
    qtbot.waitUntil(lambda: viewer.canvas.y() >= viewer.tools.height())


# similar photos


def test_a_walk_through_similar_photos_comes_back_to_its_beginning(viewer, qtbot):
    with qtbot.waitSignal(viewer.similar_wanted) as told:
        QTest.mouseClick(viewer.strip.similar, LEFT)
    assert told.args == [12]
    viewer.show_similar(ids(70), 11)  # a late answer about another photo
    assert viewer.walk.mode == RESULTS
    viewer.show_similar(ids(12, 50, 51), 12)
    assert viewer.walk.ids.tolist() == [12, 50, 51]
    assert viewer.current_id() == 12
    key(viewer, Key.Key_End)
    assert viewer.current_id() == 51
    with qtbot.assertNotEmitted(viewer.closed):
        key(viewer, Key.Key_Escape)
    assert viewer.current_id() == 12
    assert viewer.tools.position.text() == "3 of 5"
    assert viewer.strip.results.isChecked()


def test_walking_on_no_longer_waits_for_similar_ones(viewer):
    QTest.mouseClick(viewer.strip.similar, LEFT)
    key(viewer, Key.Key_Right)
    viewer.show_similar(ids(50, 51), 12)
    assert viewer.walk.mode == RESULTS
    assert viewer.current_id() == 13
    assert viewer.strip.results.isChecked()


def test_both_lists_lose_a_photo_that_goes():
    walk = Walk()
    walk.open(ids(1, 2, 3, 4), 1)
    walk.like(2, ids(9, 3, 8))
    walk.go(2)
    walk.replace(ids(1, 2, 4))
    assert (walk.mode, walk.ids.tolist(), walk.photo()) == (SIMILAR, [2, 9, 8], 8)
    walk.back()
    assert (walk.ids.tolist(), walk.photo()) == ([1, 2, 4], 2)


# strip


def test_the_strip_shows_what_is_near_and_stays_cheap(scene, viewer, qtbot):
    many = np.arange(500_000, dtype=np.int64)
    film = viewer.strip.film
    viewer.walk.open(many, 250_000)
    viewer._show_walk()
    assert 250_000 in film.shown()
    assert len(film.shown()) < 40
    assert abs(film.rect_of(250_000).center().x() - film.viewport().width() // 2) <= TILE
    qtbot.waitUntil(lambda: film.cache.get(250_000) is not None)
    assert len(film.cache) < 80
    film.horizontalScrollBar().setValue(0)
    assert film.shown().start == 0
    assert film.rect_of(1).x() - film.rect_of(0).x() == TILE + GAP


# inspector


@pytest.fixture
def inspector(qtbot, theme):
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.C))
    made = Inspector(theme)
    qtbot.addWidget(made)
    made.resize(288, 900)
    made.show_row(info(7))
    made.show()
    yield made
    bury()
    QLocale.setDefault(before)


def test_the_inspector_tells_all_that_is_known(inspector):
    assert inspector.day.whole.endswith("2021")
    assert "from the camera" in inspector.clock.text()
    assert "16:32" in inspector.clock.text()  # by the clock of the place
    assert "1800 × 1200" in inspector.picture.text().replace(",", "")
    assert "2.2 MP" in inspector.picture.text()
    assert "2.3 MB" in inspector.picture.text()
    assert inspector.exposure.text() == "1/250 s · f/1.7 · ISO 64"
    assert inspector.place.text() == "48.20849° N, 16.37208° W"
    assert inspector.path.whole == "/photos/Vienna/7.jpg"
    QTest.mouseClick(inspector.copy_place, LEFT)
    assert QGuiApplication.clipboard().text() == "48.208490, -16.372080"


def test_what_is_not_known_takes_no_room(inspector):
    bare = {
        "taken_at": None,
        "camera": None,
        "lens": None,
        "exposure": None,
        "latitude": None,
        "keywords": (),
        "caption": None,
    }
    inspector.show_row(info(8, **bare))
    hidden = (inspector.day, inspector.camera, inspector.exposure, inspector.place, inspector.caption)
    assert not any(widget.isVisible() for widget in hidden)
    assert inspector.path.isVisible()
    inspector.show_row(None)
    assert not inspector.path.isVisible()


def test_a_click_asks_in_the_query_language(inspector, qtbot):
    pairs = {
        inspector.day: "date:2021-05-03",
        inspector.camera: 'camera:"Pixel ""8"""',
        inspector.folder: 'in:"/photos/Vienna"',
        chip(inspector, "harbour"): 'keyword:"harbour"',
        chip(inspector, 'with "quotes"'): 'keyword:"with ""quotes"""',
    }
    for button, text in pairs.items():
        with qtbot.waitSignal(inspector.search_asked) as told:
            QTest.mouseClick(button, LEFT)
        assert told.args == [text]
    with qtbot.waitSignal(inspector.show_asked) as told:
        QTest.keyClick(inspector.path, Key.Key_Space)
    assert told.args == [7]


def chip(inspector, text):
    return next(one for one in inspector.findChildren(QPushButton) if one.text() == text)


def test_labels_say_how_sure_in_words_and_weight(inspector, qtbot):
    inspector.show_tags([Tag("dog", 0.9, "very"), Tag("beach", 0.5, "fairly"), Tag("R&D", 0.2, "maybe")])
    dog, beach = chip(inspector, "dog"), chip(inspector, "beach")
    assert dog.accessibleName() == "dog, very sure"
    assert beach.accessibleName() == "beach, fairly sure"
    assert dog.property("sure") == "very"
    assert chip(inspector, "R&&D").accessibleName() == "R&D, perhaps"
    with qtbot.waitSignal(inspector.tag_asked) as told:
        QTest.mouseClick(dog, LEFT)
    assert told.args == ["dog"]
    inspector.show_row(info(8))  # another photo: its labels come later
    assert not dog.isVisible()


def test_copies_are_listed_and_shown_in_their_folder(inspector, qtbot):
    inspector.show_copies([info(2**40, path=b"/other/\xff.jpg")])
    line = next(one for one in inspector.findChildren(Words) if one.whole.startswith("/other"))
    assert line.whole == "/other/�.jpg"
    with qtbot.waitSignal(inspector.show_asked) as told:
        QTest.mouseClick(line, LEFT)
    assert told.args == [2**40]


def test_a_long_path_is_shortened_in_the_middle_and_told_whole(inspector):
    path = "/photos/" + "a very long folder name/" * 6 + "end.jpg"
    inspector.show_row(info(9, path=path.encode(), name="end.jpg"))
    QApplication.processEvents()
    assert "…" in inspector.path.text()
    assert inspector.path.text().endswith("end.jpg")
    assert path in inspector.path.toolTip()
    assert inspector.widget().width() <= inspector.viewport().width()
    assert inspector.path.mapTo(inspector, QPoint(inspector.path.width(), 0)).x() <= inspector.width()
