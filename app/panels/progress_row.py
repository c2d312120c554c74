"""A line that says how far some work is, how long it still takes, and cancels it."""

from __future__ import annotations

import time

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

# Only after so long, and so many parts of the work, is it said how long the rest takes.
_PATIENCE = 3.0
_ENOUGH = 0.02


class ProgressRow(QWidget):
    """Words, a bar and a button. ``cancel_asked``: the work is no longer wanted."""

    cancel_asked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._begun = 0.0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(160)
        self.bar.setAccessibleName(name)
        row.addWidget(self.bar)
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setProperty("faint", "true")
        row.addWidget(self.text, 1)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setToolTip(self.tr("Stop; what is known already stays"))
        self.cancel.clicked.connect(self._cancel)
        row.addWidget(self.cancel)
        self.hide()

    def show_progress(self, done: int, total: int | None, words: str) -> None:
        """The work goes on: ``done`` of ``total`` (None: not yet counted); ``words`` say so."""
        if self.isHidden():
            self._begun = time.monotonic()
            self.cancel.setEnabled(True)
            self.show()
        self.bar.setRange(0, total or 0)  # without an end the bar moves by itself
        self.bar.setValue(done if total else 0)
        left = self._left(done, total)
        self.text.setText(f"{words} · {left}" if left else words)

    def end(self) -> None:
        """The work is over."""
        self.hide()

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)  # it ends at its next step
        self.cancel_asked.emit()

    def _left(self, done: int, total: int | None) -> str:
        passed = time.monotonic() - self._begun
        if not total or passed < _PATIENCE or done < _ENOUGH * total:
            return ""
        seconds = passed * (total - done) / done
        if seconds < 60:
            return self.tr("less than a minute left")
        return self.tr("about {count} min left").format(count=QLocale().toString(round(seconds / 60)))
