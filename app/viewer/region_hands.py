"""Mouse and keyboard on the canvas while parts of the photo are pointed at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent

from app.viewer.canvas import Canvas
from app.viewer.region_shapes import Box, to_view

Key = Qt.Key
_LEAST = 6  # pixels on the screen: a smaller box was a click of an unsteady hand
_KEYS = (Key.Key_Tab, Key.Key_Backtab, Key.Key_Return, Key.Key_Enter, Key.Key_Space)


class Hands(QObject):
    """A click, Shift and click, a box drawn by dragging; the middle button, or Space held, moves a zoomed
    photo. Points are 0 to 1 of the upright photo, however it is turned.

    ``hovered``: point or None, and where on the canvas. ``clicked``, ``boxed``: whether it is to be added to
    what is chosen. ``drawing``: the box so far, or None.
    """

    hovered = Signal(object, QPointF)
    clicked = Signal(object, bool)
    drawing = Signal(object)
    boxed = Signal(object, bool)
    entered = Signal()  # Enter

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._pressed: QPointF | None = None
        self._drawing = False
        self._space = False
        self.active = False
        # Tab (+1) or Shift+Tab (-1): True when there was a part to go to; else the focus goes on.
        self.step: Callable[[int], bool] = lambda _direction: False
        canvas.installEventFilter(self)

    def set_active(self, active: bool) -> None:
        """Listen, or leave the canvas its own keys and clicks."""
        self.active = active
        self._space = False
        self.let_go()
        self._canvas.set_picking(active)
        if not active:
            self.hovered.emit(None, QPointF())

    def let_go(self) -> bool:
        """Forget a box that is being drawn; False when there is none."""
        drawing, self._drawing, self._pressed = self._drawing, False, None
        if drawing:
            self.drawing.emit(None)
        return drawing

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is meant for parts does not reach the canvas."""
        if not self.active:
            return False
        kind = event.type()
        if kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) and isinstance(event, QKeyEvent):
            return self._key(event, pressed=kind == QEvent.Type.KeyPress)
        if kind == QEvent.Type.Leave:
            self.hovered.emit(None, QPointF())
        elif kind == QEvent.Type.FocusOut:
            self._hold_space(False)
        if not isinstance(event, QMouseEvent):
            return False
        if kind == QEvent.Type.MouseButtonPress:
            return self._press(event)
        if kind == QEvent.Type.MouseMove:
            return self._move(event)
        return kind == QEvent.Type.MouseButtonRelease and self._release(event)

    # the mouse

    def _press(self, event: QMouseEvent) -> bool:
        self._canvas.setFocus(Qt.FocusReason.MouseFocusReason)
        left = event.button() == Qt.MouseButton.LeftButton
        if event.button() == Qt.MouseButton.MiddleButton or (left and self._space):
            self._canvas.hold(event.position())
            return True
        if left:
            self._pressed = event.position()
        return left

    def _move(self, event: QMouseEvent) -> bool:
        at = event.position()
        if self._pressed is not None:
            far = (at - self._pressed).manhattanLength()
            if self._drawing or far >= QGuiApplication.styleHints().startDragDistance():
                self._drawing = True
                self.hovered.emit(None, at)
                self.drawing.emit(self._box(self._pressed, at))
            return False
        if event.buttons() == Qt.MouseButton.NoButton:
            self.hovered.emit(self._point(at), at)
        return False

    def _release(self, event: QMouseEvent) -> bool:
        pressed, drawn = self._pressed, self._drawing
        if event.button() != Qt.MouseButton.LeftButton or pressed is None:
            return False
        self.let_go()
        add = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        box = self._box(pressed, event.position()) if drawn else None
        if box is not None and self._large_enough(box):
            self.boxed.emit(box, add)
        else:
            self.clicked.emit(self._point(pressed), add)
        return True

    def _point(self, at: QPointF) -> tuple[float, float] | None:
        """The photo's point under one of the canvas; None beside the photo."""
        inverse, possible = to_view(self._canvas.place, self._canvas.devicePixelRatioF()).inverted()
        point = inverse.map(at)
        inside = possible and 0 <= point.x() <= 1 and 0 <= point.y() <= 1
        return (point.x(), point.y()) if inside else None

    def _box(self, one: QPointF, other: QPointF) -> Box:
        """The box between two points of the canvas, held to the photo."""
        inverse, _ = to_view(self._canvas.place, self._canvas.devicePixelRatioF()).inverted()
        first, last = inverse.map(one), inverse.map(other)
        left, right = sorted(min(max(x, 0.0), 1.0) for x in (first.x(), last.x()))
        top, bottom = sorted(min(max(y, 0.0), 1.0) for y in (first.y(), last.y()))
        return left, top, right - left, bottom - top

    def _large_enough(self, box: Box) -> bool:
        seen = to_view(self._canvas.place, self._canvas.devicePixelRatioF()).mapRect(QRectF(*box))
        return min(seen.width(), seen.height()) >= _LEAST

    # the keyboard

    def _key(self, event: QKeyEvent, *, pressed: bool) -> bool:
        key = Key(event.key())
        others = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if key not in _KEYS or event.modifiers() & others:
            return False
        if key == Key.Key_Space:
            if not event.isAutoRepeat():
                self._hold_space(pressed)
            return True
        if not pressed:
            return False
        if key in (Key.Key_Return, Key.Key_Enter):
            self.entered.emit()
            return True
        back = key == Key.Key_Backtab or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return self.step(-1 if back else 1)

    def _hold_space(self, held: bool) -> None:
        self._space = held
        self._canvas.set_picking(not held and self.active)
