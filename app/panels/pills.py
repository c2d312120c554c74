"""Rounded words to click: themes below the query bar, and the lists to choose one of."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.theme import Theme

HIGH = 26
_INSET = 10
_APART = 6


class Pill(QAbstractButton):
    """Words and a fainter number; a checked one is filled."""

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.number = ""
        self.before = False  # the number stands before the words
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HIGH)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.update)

    def show_number(self, number: str) -> None:
        """Show how many; nothing when it is empty."""
        self.number = number
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Words, number and margins."""
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance(self.text()) + 2 * _INSET
        if self.number:
            wide += metrics.horizontalAdvance(self.number) + _APART
        return QSize(wide, HIGH)

    def minimumSizeHint(self) -> QSize:
        """Some letters: its words give way in a narrow window."""
        return QSize(min(self.sizeHint().width(), 72), HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground shows the pointer and what is chosen, the ring the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        ground = "chosen" if self.isChecked() else "field"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(ground))
        painter.drawRoundedRect(box, HIGH / 2, HIGH / 2)
        if self.isDown() or self.underMouse():
            painter.setBrush(self._theme.colour("pressed" if self.isDown() else "hover"))
            painter.drawRoundedRect(box, HIGH / 2, HIGH / 2)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("accent"), 1.5))
            painter.drawRoundedRect(box, HIGH / 2, HIGH / 2)
        metrics = painter.fontMetrics()
        room = self.width() - 2 * _INSET
        if self.number:
            room -= metrics.horizontalAdvance(self.number) + _APART
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room + 1)
        number, words = (self.number, "faint"), (shown, "text")
        if self.isChecked():
            number = (self.number, "text")  # faint words could not be read on this ground
        parts = [part for part in ((number, words) if self.before else (words, number)) if part[0]]
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            parts.reverse()
        x = _INSET
        for text, role in parts:
            painter.setPen(self._theme.colour(role))
            wide = metrics.horizontalAdvance(text) + 1
            painter.drawText(x, 0, wide, self.height(), Qt.AlignmentFlag.AlignVCenter, text)
            x += wide - 1 + _APART
