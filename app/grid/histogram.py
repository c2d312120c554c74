"""A strip above the grid: how many photos were taken when, and a span of time to keep to."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QLocale, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolButton, QWidget

from app.grid.bins import Bins, Ints, bins, by_day
from app.grid.histogram_paint import BASE, draw
from app.grid.paint import date_of
from app.theme import Theme, icon_size

HIGH = 56
_GRIP = 6  # so near to an edge of the chosen span the pointer takes hold of it
_CROSS = 20

Key = Qt.Key


class Histogram(QWidget):
    """Bars of days, months or years. ``brushed``: first day and the day after the last, or None twice."""

    brushed = Signal(object, object)

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, margin: int = 16, finest: str = "day"
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.margin = margin
        self._finest = finest
        self._days: NDArray[np.int32] = np.empty(0, np.int32)
        self._bands: NDArray[np.uint8] | None = None
        self._numbers: Ints | None = None
        self._made_for = -1
        self.bins: Bins = bins(self._days, 1)
        self.span: tuple[int | None, int | None] | None = None  # days, as given or chosen
        self._drawn: tuple[int, int] | None = None  # bars, while a button is held
        self.grip = ""  # "", new, first, last or move
        self._from = 0
        self._held: tuple[int, int] = (0, 0)
        self.hovered = -1
        self.setFixedHeight(HIGH)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("When photos were taken"))
        self.clear_button = QToolButton(self)
        self.clear_button.setIconSize(icon_size(12))
        self.clear_button.setFixedSize(QSize(_CROSS, _CROSS))
        self.clear_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clear_button.setToolTip(self.tr("Show all times again (Esc)"))
        self.clear_button.setAccessibleName(self.tr("Show all times again"))
        self.clear_button.clicked.connect(self.clear)
        self.clear_button.hide()
        theme.changed.connect(self._colour)
        self._colour()

    # what is shown

    def show_counts(
        self,
        days: NDArray[np.int32],
        bands: NDArray[np.uint8] | None = None,
        brushed: tuple[int | None, int | None] | None = None,
        counts: Ints | None = None,
    ) -> None:
        """Show when photos were taken: ``days`` (n) since 1970-01-01, negative without a date.

        ``bands`` (n): Strong, Possible, the rest. ``brushed``: the span the question keeps to; the days
        should be those of the question without it. ``counts`` (n): photos for each day, else one.
        """
        self._days, self._bands, self._numbers = by_day(days, bands, counts)
        self._made_for = -1
        self.span = None if brushed is None or brushed == (None, None) else brushed
        self._gather()
        self._changed()

    @property
    def tells_something(self) -> bool:
        """False when all photos are of one time, or of none, and no span is chosen."""
        return len(self.bins) > 1 or self.span is not None

    def clear(self) -> None:
        """Keep to no span any longer."""
        self._drawn = None
        if self.span is not None:
            self.span = None
            self._changed()
            self.brushed.emit(None, None)

    def _gather(self) -> None:
        room = self.room
        if room != self._made_for:
            self._made_for = room
            # The bars under the pointer are others now.
            self.hovered = -1
            self.grip, self._drawn = "", None
            self.bins = bins(self._days, room, self._bands, self._numbers, self._finest)

    def _changed(self) -> None:
        if self.clear_button.isVisibleTo(self) and self.span is None and self.clear_button.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.clear_button.setVisible(self.span is not None)
        undated = self.bins.undated
        self.setToolTip(
            self.tr("%Ln photo(s) without a date are not shown here", "", undated) if undated else ""
        )
        text = self._description()
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()

    def _description(self) -> str:
        if not len(self.bins):
            return self.tr("No photo has a date")
        last = len(self.bins) - 1
        most = int(np.argmax(self.bins.shown))
        words = [
            self.tr("{span}; most in {time}").format(span=self.label(0, last), time=self.label(most, most))
        ]
        chosen = self.chosen
        if chosen is not None:
            words.append(self.tr("chosen: {span}").format(span=self.label(*chosen)))
        return "; ".join(words)

    # bars and places

    @property
    def room(self) -> int:
        """Width for the bars; the cross stands beside them."""
        return max(self.width() - 2 * self.margin - _CROSS, 1)

    def bar_at(self, x: float) -> int:
        """The bar nearest to a place."""
        number = len(self.bins)
        return min(max(int((x - self.margin) * number / self.room), 0), number - 1)

    def edge_at(self, x: float) -> int:
        """The edge between bars nearest to a place: 0 before the first, n after the last."""
        number = len(self.bins)
        return min(max(round((x - self.margin) * number / self.room), 0), number)

    def left_of(self, bar: int) -> float:
        """Where a bar's place begins."""
        return self.margin + bar * self.room / max(len(self.bins), 1)

    @property
    def chosen(self) -> tuple[int, int] | None:
        """First and last bar of the span, None when there is none or it lies elsewhere."""
        if self._drawn is not None:
            return self._drawn
        return self.bins.bars(*self.span) if self.span is not None else None

    def label(self, first: int, last: int) -> str:
        """ "May 2021 · 34" of one bar or several."""
        count = QLocale().toString(int(self.bins.shown[first : last + 1].sum()))
        begin, end = self.bins.days(first, last)
        words = [self.date(begin), self.date(end - 1)]
        time = (
            words[0]
            if words[0] == words[1]
            else self.tr("{first} – {last}").format(first=words[0], last=words[1])
        )
        return f"{time} · {count}"

    def date(self, day: int) -> str:
        """The day, month or year that a day belongs to."""
        forms = {
            "day": self.tr("d MMMM yyyy", "a day"),
            "month": self.tr("MMMM yyyy", "a month"),
            "year": self.tr("yyyy", "a year"),
        }
        return QLocale().toString(date_of(day), forms[self.bins.unit])

    def short(self, day: int) -> str:
        """A day, month or year below its bar."""
        forms = {"day": self.tr("d MMM", "a day below a bar"), "month": "MMM", "year": "yyyy"}
        return QLocale().toString(date_of(day), forms[self.bins.unit])

    # pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of an edge, of the span, or begin a new one."""
        if event.button() != Qt.MouseButton.LeftButton or not len(self.bins):
            event.ignore()
            return
        x = event.position().x()
        bar = self.bar_at(x)
        self.grip = self._grip_at(x)
        self._from = bar
        self._held = self.chosen or (bar, bar)
        if self.grip == "new":
            self._drawn = (bar, bar)
        self.update()

    def _grip_at(self, x: float) -> str:
        chosen = self.chosen
        if chosen is None:
            return "new"
        left, right = self.left_of(chosen[0]), self.left_of(chosen[1] + 1)
        near = min(abs(x - left), abs(x - right))
        if near <= _GRIP:
            return "first" if abs(x - left) < abs(x - right) else "last"
        return "move" if left < x < right else "new"

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the span, or tell what the bar under the pointer is."""
        if not len(self.bins):
            return
        x = event.position().x()
        bar = self.bar_at(x)
        if not self.grip:
            edge = self._grip_at(x) in {"first", "last"}
            self.setCursor(Qt.CursorShape.SizeHorCursor if edge else Qt.CursorShape.ArrowCursor)
        elif self.grip != "move" or bar != self._from or self._drawn is not None:
            self._drawn = self._dragged(x)
        if bar != self.hovered or self.grip:
            self.hovered = bar
            self.update()

    def _dragged(self, x: float) -> tuple[int, int]:
        """The bars of the span when the pointer is dragged to a place."""
        first, last = self._held
        bar = self.bar_at(x)
        if self.grip == "new":
            return min(self._from, bar), max(self._from, bar)
        if self.grip == "move":
            step = min(max(bar - self._from, -first), len(self.bins) - 1 - last)
            return first + step, last + step
        still, moving = (last + 1, first) if self.grip == "first" else (first, last + 1)
        edge = self.edge_at(x)
        if edge == still:  # at least one bar is left
            edge = still + (1 if moving > still else -1)
        return min(still, edge), max(still, edge) - 1

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The span is chosen. A click inside a span chooses that one bar."""
        grip, drawn = self.grip, self._drawn
        self.grip = ""
        if event.button() != Qt.MouseButton.LeftButton or not grip:
            return
        self._drawn = None
        if drawn is None and grip == "move":
            drawn = (self._from, self._from)
        if drawn is not None:
            self._choose(*drawn)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """All times again."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.grip = ""
            self.clear()

    def leaveEvent(self, event: QEvent) -> None:
        """No bar is meant any longer."""
        self.hovered = -1
        self.update()
        super().leaveEvent(event)

    def _choose(self, first: int, last: int) -> None:
        span = self.bins.days(first, last)
        if span != self.span:
            self.span = span
            self._changed()
            self.brushed.emit(*span)

    # keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right move the span, with Shift its end; Home and End go to the ends, Esc clears."""
        key = event.key()
        if key == Key.Key_Escape and self.span is not None:
            self.clear()
            return
        if key not in {Key.Key_Left, Key.Key_Right, Key.Key_Home, Key.Key_End} or not len(self.bins):
            super().keyPressEvent(event)
            return
        top = len(self.bins) - 1
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        chosen = self.chosen
        if chosen is None:
            begin = 0 if key in {Key.Key_Right, Key.Key_Home} else top
            self._choose(begin, begin)
            return
        first, last = chosen
        wide = last - first
        steps = {Key.Key_Left: -1, Key.Key_Right: 1, Key.Key_Home: -top, Key.Key_End: top}
        step = steps[Key(key)]
        if extend:
            self._choose(first, min(max(last + step, first), top))
            return
        first = min(max(first + step, 0), top - wide)
        self._choose(first, first + wide)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring appears."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.update()

    # painting

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other bars may fit now."""
        super().resizeEvent(event)
        self.clear_button.move(self.width() - self.margin - _CROSS + 4, BASE - _CROSS + 2)
        self._gather()

    def sizeHint(self) -> QSize:
        """A slim strip."""
        return QSize(400, HIGH)

    def minimumSizeHint(self) -> QSize:
        """Some bars."""
        return QSize(160, HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bars, the span, years below and words above."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setPixelSize(11)
        painter.setFont(font)
        draw(painter, self)

    def _colour(self) -> None:
        self.clear_button.setIcon(self.theme.icon("x", "faint", 12))
        self.update()
