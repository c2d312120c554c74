"""A thin line that moves while an answer takes longer than a moment."""

from __future__ import annotations

import time

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.theme import Theme

PATIENCE = 300  # ms before it shows
_LAP = 1.2  # seconds


class BusyLine(QWidget):
    """Shows itself after ``PATIENCE`` and costs nothing when nothing is awaited."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._since = 0.0
        self.setFixedHeight(2)
        self._wait = QTimer(self, singleShot=True, interval=PATIENCE)
        self._wait.timeout.connect(self._begin)
        self._frame = QTimer(self, interval=33)
        self._frame.timeout.connect(self.update)

    def set_busy(self, busy: bool) -> None:
        """An answer is awaited, or has come."""
        if not busy:
            self._wait.stop()
            self._frame.stop()
            self.update()
        elif not self._frame.isActive() and not self._wait.isActive():
            self._wait.start()

    def _begin(self) -> None:
        self._since = time.monotonic()
        self._frame.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A short piece of the accent that runs along."""
        if not self._frame.isActive():
            return
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent"))
        part = ((time.monotonic() - self._since) / _LAP) % 1.0
        long = self.width() * 0.25
        painter.drawRoundedRect(QRectF(part * (self.width() + long) - long, 0, long, 2), 1, 1)
