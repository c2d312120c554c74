"""One photo, large: shown at once from whatever is there, sharpened in place, zoomed and moved by hand."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QLocale, QObject, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QPointingDevice,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from app.theme import Theme
from app.viewer.place import Place
from app.viewer.pyramid import Pyramid, draw, unturned

Key = Qt.Key
_NOTCH = 1.2  # zoom of one wheel notch (120 eighths of a degree)
_ARROW = 0.15  # of the port, one arrow key
_CALM = 2_500_000  # device pixels that are painted smoothly in a few milliseconds even while moving
_REST_MS = 90
_WANTED = 1.05  # how much larger than the picture the view must be for a sharper one to be worth it


class Canvas(QWidget):
    """Shows one photo. ``zoomed`` tells factor (1 is the whole photo) and centre (0 to 1) after each move
    by hand; ``moved`` that the photo lies elsewhere, for whatever reason.

    ``scale_changed``: the scale is another, by hand or not. ``sharper_asked``: the view shows more than
    the picture holds.
    """

    zoomed = Signal(float, QPointF)
    moved = Signal()
    scale_changed = Signal()
    sharper_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.place = Place()
        self._pyramid: Pyramid | None = None
        self._stand_in: QPixmap | None = None
        self._known = False  # the true size, from the catalogue or from a whole picture
        self._composed: QImage | None = None
        self._sheet = QImage()  # painted on again and again: new memory of this size costs milliseconds
        self._fast = False
        self._told = 0.0
        self._grip: QPointF | None = None
        self._pointer = True
        self._picking = False
        self._words = ""
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._settle)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(64, 64)
        self.setAccessibleName(self.tr("Photo"))
        self.installEventFilter(self)
        theme.changed.connect(self._renew)

    # what is shown

    def show_photo(
        self,
        size: QSize | None,
        stand_in: QPixmap | None = None,
        pyramid: Pyramid | None = None,
        turns: int = 0,
    ) -> None:
        """Another photo, whole. ``size`` is its true size, if known; ``stand_in`` a small picture of it."""
        self._pyramid, self._stand_in = pyramid, stand_in
        self._known = size is not None and not size.isEmpty()
        self._grip = None
        if not self._known or size is None:
            size = self._guessed()
        self._frame()
        self.place.show(size.width(), size.height(), turns)
        self._told = 0.0
        self._moved(by_hand=False, calm=True)

    def show_size(self, size: QSize) -> None:
        """The true size of the photo that is shown; nothing moves."""
        if not size.isEmpty():
            self._known = True
            self.place.measure(size.width(), size.height())
            self._moved(by_hand=False, calm=True)

    def sharpen(self, pyramid: Pyramid, *, whole: bool = False) -> None:
        """A picture of the photo that is shown; a coarser one than is there changes nothing.

        ``whole``: it has all the photo's pixels, so its size is the true one.
        """
        if self._pyramid is not None and pyramid.long_side < self._pyramid.long_side:
            return
        self._pyramid = pyramid
        if whole or not self._known:
            size = QSize(pyramid.width, pyramid.height) if whole else self._guessed()
            if (size.width(), size.height()) != (self.place.width, self.place.height):
                self.place.measure(size.width(), size.height())
            self._known = self._known or whole
        self._told = 0.0
        self._moved(by_hand=False, calm=True)

    def describe(self, words: str) -> None:
        """Tell screen readers what is shown."""
        self._words = words
        self.speak(words)

    def speak(self, words: str) -> None:
        """Tell screen readers of a part of it; nothing: of the whole again."""
        words = words or self._words
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    @property
    def resolution(self) -> int:
        """Long side of the picture that is here, 0 when there is none."""
        return self._pyramid.long_side if self._pyramid is not None else 0

    def _guessed(self) -> QSize:
        """Before the true size is known only the shape counts; it is taken for large."""
        shape = QSize(3, 2)
        if self._pyramid is not None:
            shape = QSize(self._pyramid.width, self._pyramid.height)
        elif self._stand_in is not None and not self._stand_in.isNull():
            shape = self._stand_in.size()
        return shape.scaled(QSize(6000, 6000), Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))

    # the hands

    def fit(self) -> None:
        """The whole photo."""
        self.place.fit()
        self._moved()

    def full_size(self, at: QPointF | None = None) -> None:
        """One pixel of the photo on one of the screen; the point ``at`` (logical pixels) stays."""
        point = self._device(at) if at is not None else QPointF(*self._middle())
        self.place.zoom_to(1.0, point.x(), point.y())
        self._moved()

    def toggle(self, at: QPointF | None = None) -> None:
        """Between the whole photo and 100 %."""
        if self.place.fitted and abs(self.place.scale - 1.0) > 1e-6:
            self.full_size(at)
        else:
            self.fit()

    def step(self, direction: int) -> None:
        """Zoom in (+1) or out (-1) about the middle."""
        self.place.step(direction)
        self._moved()

    def turn(self, quarters: int) -> None:
        """Turn the view clockwise; the file stays as it is."""
        self.place.turn(quarters)
        self._moved(calm=True)

    def follow(self, factor: float, centre: QPointF) -> None:
        """Zoom as another canvas does; says nothing back."""
        self.place.follow(factor, centre.x(), centre.y())
        self._moved(by_hand=False)

    def target(self) -> QRectF:
        """Where the whole photo lies, in logical pixels."""
        ratio = self.devicePixelRatioF()
        left, top, wide, high = self.place.rect()
        return QRectF(left / ratio, top / ratio, wide / ratio, high / ratio)

    def _frame(self) -> None:
        ratio = self.devicePixelRatioF()
        self.place.frame(math.ceil(self.width() * ratio), math.ceil(self.height() * ratio))

    def _device(self, point: QPointF) -> QPointF:
        return point * self.devicePixelRatioF()

    def _middle(self) -> tuple[float, float]:
        return self.place.port_width / 2, self.place.port_height / 2

    def _moved(self, *, by_hand: bool = True, calm: bool = False) -> None:
        """Something about the place changed: paint anew, tell others, ask for more pixels."""
        place = self.place
        self._composed = None
        if not calm and place.port_width * place.port_height > _CALM:
            self._fast = True
            self._rest.start()
        self.update()
        self._choose_cursor()
        self.moved.emit()
        if by_hand:
            self.zoomed.emit(place.factor, QPointF(place.cx, place.cy))
        if place.scale != self._told:
            self._told = place.scale
            self.scale_changed.emit()
        if place.needed() > self.resolution * _WANTED:
            self.sharper_asked.emit()

    def _settle(self) -> None:
        self._fast = False
        self._renew()

    def _renew(self) -> None:
        self._composed = None
        self.update()

    def _choose_cursor(self) -> None:
        shape = Qt.CursorShape.ArrowCursor
        if not self._pointer:
            shape = Qt.CursorShape.BlankCursor
        elif self._grip is not None:
            shape = Qt.CursorShape.ClosedHandCursor
        elif self._picking:
            shape = Qt.CursorShape.CrossCursor
        elif self.place.zoomed:
            shape = Qt.CursorShape.OpenHandCursor
        if self.cursor().shape() != shape:
            self.setCursor(shape)

    def set_picking(self, picking: bool) -> None:
        """The pointer points at parts of the photo instead of moving it."""
        self._picking = picking
        self._choose_cursor()

    def hold(self, at: QPointF) -> None:
        """Take hold of a zoomed photo here; the next moves of the mouse move it, a release lets go."""
        if self.place.zoomed:
            self._grip = at
            self._choose_cursor()

    @property
    def hurried(self) -> bool:
        """True during a movement, whose frames have to be cheap."""
        return self._fast

    def show_pointer(self, shown: bool) -> None:
        """In full screen a resting pointer is hidden."""
        self._pointer = shown
        self._choose_cursor()

    def scale_text(self) -> str:
        """The scale in words: how many screen pixels one of the photo takes."""
        percent = self.place.scale * 100
        number = QLocale().toString(round(percent) if percent >= 10 else round(percent, 1))
        return self.tr("{number} %").format(number=number)

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """What was composed; composed anew only after something changed."""
        if self._composed is None:
            self._composed = self._compose()
        painter = QPainter(self)
        painter.drawImage(QPointF(0, 0), self._composed)

    def _compose(self) -> QImage:
        ratio = self.devicePixelRatioF()
        port = QSize(max(1, math.ceil(self.width() * ratio)), max(1, math.ceil(self.height() * ratio)))
        turns = self.place.turns
        sheet = port.transposed() if turns % 2 else port
        image = self._sheet
        if image.size() != sheet:
            image = self._sheet = QImage(sheet, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(1.0)
        target = unturned(QRectF(*self.place.rect()), port, turns)
        if self._pyramid is None or not target.contains(QRectF(image.rect())):
            image.fill(self._theme.colour("page"))
        painter = QPainter(image)
        if self._pyramid is not None:
            draw(painter, self._pyramid, target, sheet, fast=self._fast)
        elif self._stand_in is not None and not self._stand_in.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(target, self._stand_in, QRectF(self._stand_in.rect()))
        elif self._known:
            painter.fillRect(target, self._theme.colour("tile"))
        painter.end()
        if turns:
            image = image.transformed(QTransform().rotate(90 * turns))
        image.setDevicePixelRatio(ratio)
        return image

    # events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The whole photo stays whole; a zoomed one keeps its middle."""
        self._frame()
        self._moved(by_hand=False)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Two fingers on a touch pad; another screen's pixels. A filter on itself: see CONTRIBUTING."""
        if isinstance(event, QNativeGestureEvent):
            return self._gesture(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._frame()
            self._moved(by_hand=False)
        return False

    def _gesture(self, event: QNativeGestureEvent) -> bool:
        kind = event.gestureType()
        if kind == Qt.NativeGestureType.ZoomNativeGesture:
            self._zoom(1.0 + max(event.value(), -0.9), event.position())
        elif kind == Qt.NativeGestureType.SmartZoomNativeGesture:
            self.toggle(event.position())
        else:
            return False
        return True

    def _zoom(self, factor: float, at: QPointF) -> None:
        point = self._device(at)
        self.place.zoom_by(factor, point.x(), point.y())
        self._moved()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel zooms at the pointer; two fingers on a touch pad move a zoomed photo."""
        pad = event.device().type() == QPointingDevice.DeviceType.TouchPad
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if pad and not ctrl and self.place.zoomed and not event.pixelDelta().isNull():
            self._pan(QPointF(event.pixelDelta()))
        elif event.angleDelta().y():
            self._zoom(_NOTCH ** (event.angleDelta().y() / 120), event.position())
        event.accept()

    def _pan(self, by: QPointF) -> bool:
        step = self._device(by)
        moved = self.place.pan(step.x(), step.y())
        if moved:
            self._moved()
        return moved

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a zoomed photo."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.hold(event.position())
        super().mousePressEvent(event)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move it along."""
        if self._grip is not None:
            by = event.position() - self._grip
            self._grip = event.position()
            self._pan(by)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._grip = None
        self._choose_cursor()
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The whole photo, or 100 % at this point."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = None
            self.toggle(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom keys; arrows move a zoomed photo. Anything else is for the viewer."""
        if not self.takes(event):
            event.ignore()

    def takes(self, event: QKeyEvent) -> bool:
        """Do what a key means here; False when it means nothing."""
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        key = Key(event.key())
        zooms = {Key.Key_Plus: 1, Key.Key_Equal: 1, Key.Key_Minus: -1, Key.Key_Underscore: -1}
        if key in zooms:
            self.step(zooms[key])
        elif key == Key.Key_0:
            self.fit()
        elif key == Key.Key_1:
            self.full_size()
        else:
            return self.shift(key)
        return True

    def shift(self, key: Key) -> bool:
        """Move a zoomed photo by an arrow key; False when there is nothing to move."""
        ways = {Key.Key_Left: (1, 0), Key.Key_Right: (-1, 0), Key.Key_Up: (0, 1), Key.Key_Down: (0, -1)}
        if key not in ways or not self.place.zoomed:
            return False
        across, down = ways[key]
        self._pan(QPointF(across * self.width() * _ARROW, down * self.height() * _ARROW))
        return True

    def sizeHint(self) -> QSize:
        """Large."""
        return QSize(800, 600)
