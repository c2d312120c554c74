import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QNativeGestureEvent, QPainter, QPixmap, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.viewer.canvas import Canvas
from app.viewer.place import LARGEST, Place
from app.viewer.pyramid import Pyramid, draw

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
ROOT = Path(__file__).parents[3]


def noise(width, height, seed=0):
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), dtype=np.uint8)


def pixels_of(image):
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()


def turn_wheel(widget, place, notches=1, pixels=None, device=None):
    parts = (
        QPointF(place),
        QPointF(widget.mapToGlobal(place)),
        pixels or QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, QWheelEvent(*parts, device=device) if device else QWheelEvent(*parts))


def under(canvas, place):
    """The point of the photo (0 to 1) below a point of the canvas."""
    target = canvas.target()
    return (place.x() - target.x()) / target.width(), (place.y() - target.y()) / target.height()


@pytest.fixture
def canvas(qtbot, theme):
    made = Canvas(theme)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show_photo(QSize(1200, 800), None, Pyramid.of_pixels(noise(1200, 800)))
    made.show()
    qtbot.waitExposed(made)
    return made


# geometry


def test_fit_keeps_the_shape_and_the_middle():
    place = Place(port_width=400, port_height=300)
    place.show(1200, 800)
    assert place.rect() == (0.0, 17.0, 400.0, pytest.approx(800 / 3))
    place.show(800, 1200)
    assert place.rect() == (100.0, 0.0, 200.0, 300.0)
    place.show(10, 10)  # a tiny picture is not blown up to fill the window
    assert place.size() == (40.0, 40.0)


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_zooming_holds_the_point_until_an_edge_comes(turns):
    place = Place(port_width=400, port_height=300)
    place.show(4000, 3000, turns)
    place.zoom_to(1.0, 200, 150)
    for x, y, factor in ((130, 80, 1.3), (260, 200, 1.7), (200, 150, 0.8)):
        left, top, wide, high = place.rect()
        before = (x - left) / wide, (y - top) / high
        place.zoom_by(factor, x, y)
        left, top, wide, high = place.rect()
        after = left + before[0] * wide, top + before[1] * high
        assert abs(after[0] - x) <= 1
        assert abs(after[1] - y) <= 1


def test_the_photo_never_leaves_the_port():
    place = Place(port_width=400, port_height=300)
    place.show(4000, 1000)
    place.zoom_to(1.0, 0, 0)
    assert place.pan(-1e6, -1e6)
    left, top, wide, high = place.rect()
    assert (left + wide, top + high) == (400, 300)
    assert not place.pan(-10, -10)
    place.zoom_to(0.2, 0, 0)  # now less high than the port: in the middle
    assert place.rect()[1] == 50


def test_steps_stop_at_the_whole_photo_and_at_100_percent():
    place = Place(port_width=400, port_height=300)
    place.show(1300, 900)
    seen = [place.scale]
    for _ in range(20):
        place.step(1)
        seen.append(place.scale)
    assert 1.0 in seen
    assert seen[-1] == LARGEST
    for _ in range(30):
        place.step(-1)
    assert place.fitted
    small = Place(port_width=400, port_height=300)
    small.show(150, 100)  # fits above 100 %: out goes to 100 % and no further
    for _ in range(8):
        small.step(-1)
    assert small.scale == 1.0


def test_turning_four_times_is_nothing_and_keeps_what_is_in_the_middle():
    place = Place(port_width=400, port_height=300)
    place.show(4000, 3000)
    place.zoom_to(1.0, 30, 40)
    before = (place.cx, place.cy, place.scale)
    place.turn(1)
    assert place.turned() == (3000, 4000)
    assert (place.cx, place.cy) == (pytest.approx(1 - before[1]), pytest.approx(before[0]))
    place.turn(3)
    assert (place.cx, place.cy, place.scale) == pytest.approx(before)


def test_a_truer_size_moves_nothing():
    place = Place(port_width=400, port_height=300)
    place.show(6000, 4000)
    place.zoom_to(0.2, 100, 100)
    before = place.rect()
    place.measure(3000, 2000)
    assert place.rect() == before
    assert place.scale == pytest.approx(0.4)


# pyramid


def test_halves_are_means_and_stay_as_bright():
    pixels = noise(1025, 771, 3)
    pyramid = Pyramid.of_pixels(pixels)
    assert [(level.width(), level.height()) for level in pyramid.levels] == [(1025, 771), (512, 385)]
    assert np.array_equal(pixels_of(pyramid.levels[0]), pixels)
    means = pixels[:770, :1024].astype(float).reshape(385, 2, 512, 2, 3).mean((1, 3))
    halves = pixels_of(pyramid.levels[1]).astype(float)
    assert np.abs(halves - means).max() <= 1
    assert abs(halves.mean() - means.mean()) < 0.1


def test_a_stopped_pyramid_is_none():
    assert Pyramid.of_pixels(noise(200, 100), lambda: True) is None


@pytest.mark.parametrize("size", [(1, 1), (1, 5000), (5000, 1), (3, 2000)])
def test_extreme_shapes_have_a_pyramid(size):
    pyramid = Pyramid.of_pixels(noise(*size))
    assert (pyramid.width, pyramid.height) == size


def test_only_the_part_in_view_is_drawn_and_in_the_right_place(qapp):
    """Against the slow way: the whole picture scaled, then cut."""
    pixels = np.kron(noise(40, 30, 5), np.ones((16, 16, 1), np.uint8))
    pyramid = Pyramid.of_pixels(pixels)
    port = QSize(200, 150)
    for target in (QRectF(-113, -57, 960, 720), QRectF(-2000, -1500, 5120, 3840), QRectF(20, 10, 160, 120)):
        image = QImage(port, QImage.Format.Format_RGB32)
        image.fill(0)
        painter = QPainter(image)
        draw(painter, pyramid, target, port)
        painter.end()
        slow = QImage(port, QImage.Format.Format_RGB32)
        slow.fill(0)
        painter = QPainter(slow)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(target, pyramid.levels[0])
        painter.end()
        difference = np.abs(pixels_of(image).astype(int) - pixels_of(slow).astype(int))
        assert np.median(difference) <= 2
        assert difference.mean() < 6


# canvas


def test_the_wheel_keeps_the_point_under_the_pointer(canvas):
    canvas.full_size()
    place = QPoint(283, 91)
    for notches in (1, 1, 2, -1, -1):
        before = under(canvas, place)
        turn_wheel(canvas, place, notches)
        target = canvas.target()
        x, y = target.x() + before[0] * target.width(), target.y() + before[1] * target.height()
        assert abs(x - place.x()) <= 1
        assert abs(y - place.y()) <= 1
    for _ in range(40):
        turn_wheel(canvas, place, -1)
    assert canvas.place.fitted


def test_at_100_percent_the_screen_shows_the_photos_own_pixels(canvas):
    pixels = noise(1200, 800)
    QTest.keyClick(canvas, Key.Key_1)
    assert canvas.scale_text() == "100 %"
    left, top, _, _ = (round(value) for value in canvas.place.rect())
    seen = pixels_of(canvas.grab().toImage())
    assert np.array_equal(seen, pixels[-top : -top + 300, -left : -left + 400])
    canvas.turn(1)
    left, top, _, _ = (round(value) for value in canvas.place.rect())
    turned = np.rot90(pixels, -1)
    assert np.array_equal(pixels_of(canvas.grab().toImage()), turned[-top : -top + 300, -left : -left + 400])


def test_at_200_percent_scaling_100_percent_is_still_one_pixel_for_one(tmp_path):
    program = """
import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from app.theme import Theme
from app.viewer.canvas import Canvas
from app.viewer.pyramid import Pyramid
application = QApplication([])
pixels = np.random.default_rng(0).integers(0, 256, (800, 1200, 3), dtype=np.uint8)
canvas = Canvas(Theme(application))
canvas.resize(200, 150)
canvas.show_photo(QSize(1200, 800), None, Pyramid.of_pixels(pixels))
canvas.show()
canvas.full_size()
image = canvas.grab().toImage()
words = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1)
left, top, _, _ = (round(value) for value in canvas.place.rect())
wanted = pixels[-top : -top + 300, -left : -left + 400].astype(np.uint32)
wanted = wanted[..., 0] << 16 | wanted[..., 1] << 8 | wanted[..., 2]
assert image.devicePixelRatio() == 2.0, image.devicePixelRatio()
assert words.shape == (300, 400), words.shape
assert np.array_equal(words & 0xFFFFFF, wanted)
"""
    env = {**os.environ, "QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", program], env=env, capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr.decode()


def test_double_click_toggles_between_whole_and_100_percent_at_the_point(canvas):
    place = QPoint(240, 170)
    before = under(canvas, place)
    QTest.mouseDClick(canvas, LEFT, pos=place)
    assert canvas.place.scale == 1.0
    assert under(canvas, place) == pytest.approx(before, abs=1 / 800)
    QTest.mouseDClick(canvas, LEFT, pos=place)
    assert canvas.place.fitted


def test_drag_and_arrows_move_a_zoomed_photo(canvas, qtbot):
    QTest.mousePress(canvas, LEFT, pos=QPoint(200, 150))  # whole: there is nothing to move
    assert canvas.cursor().shape() == Qt.CursorShape.ArrowCursor
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(200, 150))
    canvas.full_size()
    before = canvas.target().topLeft()
    QTest.mousePress(canvas, LEFT, pos=QPoint(200, 150))
    assert canvas.cursor().shape() == Qt.CursorShape.ClosedHandCursor
    QTest.mouseMove(canvas, QPoint(170, 163))
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(170, 163))
    assert canvas.target().topLeft() - before == QPointF(-30, 13)
    assert canvas.cursor().shape() == Qt.CursorShape.OpenHandCursor
    with qtbot.waitSignal(canvas.zoomed) as told:
        QTest.keyClick(canvas, Key.Key_Right)
    assert canvas.target().x() == before.x() - 30 - 60
    assert told.args[0] == pytest.approx(3.0)


def test_keys_zoom_and_come_back(canvas):
    QTest.keyClick(canvas, Key.Key_Plus)
    assert canvas.place.factor == pytest.approx(1.25)
    QTest.keyClick(canvas, Key.Key_Minus)
    assert canvas.place.fitted
    QTest.keyClick(canvas, Key.Key_1)
    QTest.keyClick(canvas, Key.Key_0)
    assert canvas.place.fitted


def test_two_fingers_pinch_and_move(canvas):
    pad = QPointingDevice(
        "pad",
        7,
        QPointingDevice.DeviceType.TouchPad,
        QPointingDevice.PointerType.Finger,
        QPointingDevice.Capability.Scroll,
        2,
        2,
    )
    place = QPointF(200, 150)
    pinch = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, pad, 2, place, place, place, 1.0, QPointF()
    )
    QApplication.sendEvent(canvas, pinch)
    assert canvas.place.factor == pytest.approx(2.0)
    before = canvas.target().topLeft()
    turn_wheel(canvas, place.toPoint(), 1, QPoint(-12, 7), pad)
    assert canvas.target().topLeft() - before == QPointF(-12, 7)
    smart = QNativeGestureEvent(
        Qt.NativeGestureType.SmartZoomNativeGesture, pad, 2, place, place, place, 0.0, QPointF()
    )
    QApplication.sendEvent(canvas, smart)
    assert canvas.place.fitted


def test_a_photo_sharpens_in_place_and_never_back(qtbot, theme):
    canvas = Canvas(theme)
    qtbot.addWidget(canvas)
    canvas.resize(400, 300)
    canvas.show()
    pixels = noise(1200, 800)
    coarse, fine = (Pyramid.of_pixels(np.ascontiguousarray(pixels[::step, ::step])) for step in (8, 2))
    tile = QPixmap(90, 60)
    tile.fill(Qt.GlobalColor.red)
    canvas.show_photo(QSize(1200, 800), tile)
    target = canvas.target()
    assert canvas.grab().toImage().pixelColor(200, 150).red() > 200
    with qtbot.waitSignal(canvas.sharper_asked):
        canvas.sharpen(coarse)
    first = canvas.grab().toImage()
    canvas.sharpen(fine)
    second = canvas.grab().toImage()
    assert first != second
    canvas.sharpen(coarse)  # came late
    assert canvas.grab().toImage() == second
    assert canvas.target() == target
    assert canvas.resolution == 600
    with qtbot.assertNotEmitted(canvas.sharper_asked):
        canvas.step(1)  # 500 of 600 pixels
    with qtbot.waitSignal(canvas.sharper_asked):
        canvas.full_size()


def test_the_shape_of_an_unknown_photo_comes_from_what_is_at_hand(qtbot, theme):
    canvas = Canvas(theme)
    qtbot.addWidget(canvas)
    canvas.resize(400, 300)
    tile = QPixmap(60, 90)
    tile.fill(Qt.GlobalColor.red)
    canvas.show_photo(None, tile)
    assert canvas.target() == QRectF(100, 0, 200, 300)
    canvas.sharpen(Pyramid.of_pixels(noise(342, 512)))
    canvas.sharpen(Pyramid.of_pixels(noise(1000, 1500)), whole=True)
    assert canvas.target() == QRectF(100, 0, 200, 300)
    canvas.full_size()
    assert canvas.place.size() == (1000, 1500)


def test_painting_again_composes_nothing(canvas):
    canvas.grab()
    composed = canvas._composed.cacheKey()
    canvas.grab()
    assert canvas._composed.cacheKey() == composed
    canvas.step(1)
    canvas.grab()
    assert canvas._composed.cacheKey() != composed


def test_light_and_dark_change_the_page_at_once(canvas, theme):
    from app.theme import DARK, LIGHT

    for colours in (DARK, LIGHT):
        theme.use(colours)
        assert canvas.grab().toImage().pixelColor(200, 2).name() == colours.page


def test_another_screen_keeps_the_whole_photo_whole(canvas):
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.DevicePixelRatioChange))
    canvas.resize(300, 300)
    assert canvas.place.fitted
    assert canvas.target().width() == 300
