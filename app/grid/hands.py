"""Mouse and keyboard on the grid: the habits of a file manager."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from app.grid.view import GridView

Key = Qt.Key
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_EDGE = 24
_NOTCH = 120  # of a wheel, in Qt's eighths of a degree
TILE_STEP = 16  # pixels of a thumbnail's height for each


class Hands:
    """Turns presses, moves and keys into selection, rubber band, drag and requests."""

    def __init__(self, view: GridView) -> None:
        self._view = view
        self._pressed: QPoint | None = None  # viewport, for the drag threshold
        self._pressed_on = -1
        self._on_release = False
        self._band_from: QPoint | None = None  # content
        self._band_before: NDArray[np.bool_] = np.zeros(0, np.bool_)
        self._band_toggle = False
        self._pointer = QPoint()
        self._wheel = 0
        self._glide = QTimer(view, interval=16)
        self._glide.timeout.connect(self._scroll_at_edge)

    def press(self, event: QMouseEvent) -> None:
        """Left or right button went down."""
        view = self._view
        place = event.position().toPoint()
        index = view.layout_.at(place.x(), place.y() + view.top())
        if event.button() == Qt.MouseButton.RightButton:
            if index >= 0 and not view.selection.chosen[index]:
                view.selection.click(index)
                view.chose()
            return
        if event.button() != Qt.MouseButton.LeftButton:
            return
        ctrl, shift = bool(event.modifiers() & _CTRL), bool(event.modifiers() & _SHIFT)
        self._pressed, self._pressed_on, self._on_release = place, index, False
        if index < 0:
            self._begin_band(place, ctrl, shift)
            return
        if view.selection.chosen[index] and not ctrl and not shift:
            # a drag may follow: several chosen photos stay chosen until the button comes up
            self._on_release = True
            view.selection.current = index
        else:
            view.selection.click(index, ctrl=ctrl, shift=shift)
        view.chose()

    def _begin_band(self, place: QPoint, ctrl: bool, shift: bool) -> None:
        view = self._view
        if not ctrl and not shift:
            view.selection.nothing()
        self._band_before = view.selection.chosen.copy()
        self._band_toggle = ctrl
        self._band_from = place + QPoint(0, view.top())
        view.chose()

    def move(self, event: QMouseEvent) -> None:
        """The pointer moved, with or without a button."""
        view = self._view
        place = event.position().toPoint()
        self._pointer = place
        if self._band_from is not None:
            self._stretch()
            return
        if event.buttons() & Qt.MouseButton.LeftButton and self._pressed is not None:
            far = (place - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            if self._pressed_on >= 0 and far:
                self._pressed = None
                self._on_release = False
                view.drag_asked.emit()
            return
        view.hover(view.layout_.at(place.x(), place.y() + view.top()))

    def _stretch(self) -> None:
        view = self._view
        if self._band_from is None:
            return
        corner = self._pointer + QPoint(0, view.top())
        band = QRect(self._band_from, corner).normalized()
        if band.width() + band.height() < 6 and view.band is None:
            return
        view.band = band
        touched = view.layout_.inside(band.x(), band.y(), band.width(), band.height())
        view.selection.band(touched, self._band_before, toggle=self._band_toggle)
        view.viewport().update()
        near = self._pointer.y() < _EDGE or self._pointer.y() > view.viewport().height() - _EDGE
        if near and not self._glide.isActive():
            self._glide.start()
        elif not near:
            self._glide.stop()

    def _scroll_at_edge(self) -> None:
        view = self._view
        high = view.viewport().height()
        over = min(self._pointer.y() - _EDGE, 0) + max(self._pointer.y() - (high - _EDGE), 0)
        bar = view.verticalScrollBar()
        bar.setValue(bar.value() + over)
        self._stretch()

    def scrolled(self) -> None:
        """The content moved under a resting pointer."""
        if self._band_from is not None or not self._view.viewport().underMouse():
            return
        place = self._view.viewport().mapFromGlobal(self._view.cursor().pos())
        self._view.hover(self._view.layout_.at(place.x(), place.y() + self._view.top()))

    def listed(self, old: NDArray[np.int64], new: NDArray[np.int64], *, keep: bool) -> None:
        """Another list is shown: what was begun on the old one is carried over, or ends."""
        if not keep:
            self._glide.stop()
            self._band_from = self._pressed = self._view.band = None
            self._on_release, self._pressed_on = False, -1
            self._band_before = np.zeros(len(new), np.bool_)
            return
        chosen = old[self._band_before] if len(self._band_before) == len(old) else old[:0]
        self._band_before = np.isin(new, chosen)
        there = np.flatnonzero(new == old[self._pressed_on]) if 0 <= self._pressed_on < len(old) else new[:0]
        self._pressed_on = int(there[0]) if len(there) else -1

    def release(self, event: QMouseEvent) -> None:
        """The button came up."""
        view = self._view
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._band_from is not None:
            self._glide.stop()
            self._band_from = None
            view.band = None
            view.chose()
        elif self._on_release and self._pressed_on >= 0:
            view.selection.click(self._pressed_on)
            view.chose()
        self._pressed, self._on_release = None, False

    def double_click(self, event: QMouseEvent) -> None:
        """Open the photo under the pointer."""
        view = self._view
        place = event.position().toPoint()
        index = view.layout_.at(place.x(), place.y() + view.top())
        if index >= 0 and event.button() == Qt.MouseButton.LeftButton:
            view.selection.click(index)
            view.chose()
            view.open_asked.emit()

    def menu(self, event: QContextMenuEvent) -> None:
        """The context menu, by mouse or by key."""
        view = self._view
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            current = view.selection.current
            if current < 0:
                return
            x, y, w, h = view.layout_.rect(current)
            view.menu_asked.emit(view.viewport().mapToGlobal(QPoint(x + w // 2, y - view.top() + h // 2)))
        elif view.selection.number:
            view.menu_asked.emit(event.globalPos())

    def wheel(self, event: QWheelEvent) -> bool:
        """With Ctrl the wheel changes the size of the thumbnails; False when it is to scroll."""
        if not event.modifiers() & _CTRL:
            return False
        self._wheel += event.angleDelta().y()
        steps = int(self._wheel / _NOTCH)  # a smooth wheel tells of many small turns
        self._wheel -= steps * _NOTCH
        if steps:
            self._view.set_tile(self._view.tile + steps * TILE_STEP, event.position().toPoint())
        event.accept()
        return True

    def key(self, event: QKeyEvent) -> bool:
        """A key; False when it means nothing here."""
        view = self._view
        key = Key(event.key())
        ctrl, shift = bool(event.modifiers() & _CTRL), bool(event.modifiers() & _SHIFT)
        if view.on_footer and self._at_footer(key):
            return True
        if key in (Key.Key_Return, Key.Key_Enter) and not ctrl:
            if view.selection.current >= 0 and not view.selection.number:
                view.selection.click(view.selection.current)
                view.chose()
            view.open_asked.emit()
            return True
        if key == Key.Key_Escape:
            if view.selection.number:
                view.selection.nothing()
                view.chose()
            else:
                view.escaped.emit()
            return True
        if key == Key.Key_Space and not ctrl:
            view.preview_asked.emit()
            return True
        if key == Key.Key_Space and ctrl and view.selection.current >= 0:
            view.selection.click(view.selection.current, ctrl=True)
            view.chose()
            return True
        target = self._target(key, ctrl)
        if target is None:
            return False
        if key == Key.Key_Up and target == view.selection.current and not shift:
            view.went_up.emit()
            return True
        if key == Key.Key_Down and target == view.selection.current and view.wall.closed and not shift:
            view.stand_on_footer(True)
            return True
        view.selection.move(target, ctrl=ctrl and not shift, shift=shift)
        view.reveal(view.selection.current)
        view.chose()
        return True

    def _at_footer(self, key: Qt.Key) -> bool:
        """The keyboard is on the line that opens the rest; False when the key is for the photos."""
        view = self._view
        if key in (Key.Key_Return, Key.Key_Enter, Key.Key_Space, Key.Key_Down):
            view.stand_on_footer(False)
            view.rest_asked.emit()
            return True
        view.stand_on_footer(False)
        if key in (Key.Key_Up, Key.Key_Escape):
            view.reveal(view.selection.current)
            return True
        return False

    def _target(self, key: Key, ctrl: bool) -> int | None:
        """Where a key leads, None when it leads nowhere."""
        view = self._view
        count = len(view.layout_)
        moves = (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Home, Key.Key_End)
        if count == 0 or key not in (*moves, Key.Key_PageUp, Key.Key_PageDown):
            return None
        if key == Key.Key_Home:
            return 0
        if key == Key.Key_End:
            return count - 1
        current = view.selection.current
        if current < 0:
            shown = view.layout_.tiles_between(view.top(), view.top() + view.viewport().height())
            return shown.start if shown else 0
        forward = Key.Key_Right if view.isLeftToRight() else Key.Key_Left
        if key in (Key.Key_Left, Key.Key_Right):
            return current + (1 if key == forward else -1)
        if key in (Key.Key_Up, Key.Key_Down):
            return view.layout_.above_or_below(current, -1 if key == Key.Key_Up else 1)
        return self._page(current, 1 if key == Key.Key_PageDown else -1)

    def _page(self, current: int, step: int) -> int:
        layout = self._view.layout_
        row = layout.row_of(current)
        high = self._view.viewport().height()
        goal = int(layout.y[row]) + step * max(high - self._view.tile, self._view.tile)
        to = int(np.searchsorted(layout.y, goal, side="right")) - 1
        to = min(max(to, 0), layout.rows - 1)
        if to == row:
            to = min(max(row + step, 0), layout.rows - 1)
        return layout.above_or_below(current, to - row)
