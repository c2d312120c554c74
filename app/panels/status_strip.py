"""The strip along the lower edge: what is being done, how long it takes, which model reads."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from app.theme import Theme, icon_size
from core.jobs import Progress

LOOKING = "Looking inside photos"  # a stage, as the library calls it


class StatusStrip(QFrame):
    """Progress with pause and resume on the left, the model on the right."""

    pause_asked = Signal()
    resume_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._paused = self._inside = False
        self._resting = ""
        self.setObjectName("status")
        self.setFixedHeight(32)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(12)
        self.text = _Elided()
        row.addWidget(self.text)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(96)
        self.bar.setAccessibleName(self.tr("Indexing"))
        row.addWidget(self.bar)
        self.button = QToolButton()
        self.button.setIconSize(icon_size(14))
        self.button.clicked.connect(self._clicked)
        row.addWidget(self.button)
        row.addStretch(1)
        self.chosen = _Small()
        row.addWidget(self.chosen)
        self.model = _Small()
        row.addWidget(self.model)
        theme.changed.connect(self._colour)
        self.rest("")

    def show_progress(self, progress: Progress, *, paused: bool) -> None:
        """Indexing goes on, or photos are looked into."""
        self._paused = paused
        self._inside = progress.text == LOOKING
        self.text.setText(self._words(progress))
        self.bar.setVisible(True)
        # until the first photo is done nobody can say how far it is: the bar moves by itself, but not when
        # paused, which would never let the window rest
        known = progress.total if progress.done and progress.total else int(paused)
        self.bar.setRange(0, known)
        self.bar.setValue(min(progress.done, known))
        self.button.setVisible(True)
        self._colour()

    def rest(self, text: str) -> None:
        """Nothing is being done; ``text`` says what there is."""
        self._resting = text
        self.text.setText(text)
        self.bar.setVisible(False)
        self.button.setVisible(False)

    def _words(self, progress: Progress) -> str:
        number = QLocale().toString
        stage = self._stage(progress.text)
        if progress.total is None:
            counting = self.tr("Counting photos: {count}").format(count=number(progress.done))
            words = stage if progress.done == 0 and stage else counting
            return f"{words} · {self.tr('Paused')}" if self._paused else words
        if progress.done == 0 and progress.total and not self._paused and not self._inside:
            words = self.tr("{count} photos found; getting ready")
            one = self.tr("{count} photo found; getting ready")
            return (words if progress.total != 1 else one).format(count=number(progress.total))
        words = self.tr("Looking inside photos {done} of {total}")
        words = words if self._inside else self.tr("Indexing {done} of {total}")
        parts = [words.format(done=number(progress.done), total=number(progress.total))]
        if self._paused:
            return " · ".join([*parts, self.tr("Paused")])
        rate = progress.facts.get("rate")
        if rate:
            shown = QLocale().toString(float(rate), "f", 0 if rate >= 10 else 1)
            parts.append(self.tr("{rate} photos/s").format(rate=shown))
        left = progress.facts.get("seconds_left")
        if left is not None:
            parts.append(self.time_left(float(left)))
        return " · ".join(parts)

    def _stage(self, text: str) -> str:
        """What comes before photos are counted, in this language; a stage we do not know as it is."""
        known = {
            "": "",
            "Indexing": "",
            LOOKING: self.tr("Looking inside photos…"),
            "Looking for photos": self.tr("Looking for photos…"),
            "Getting ready": self.tr("Getting ready…"),
            "Waiting for files that are still being written": self.tr(
                "Waiting for files that are still being written…"
            ),
            "Preparing the new model": self.tr("Preparing the new model…"),
        }
        return known.get(text, text)

    def time_left(self, seconds: float) -> str:
        """About how long it still takes, in words."""
        number = QLocale().toString
        if seconds < 60:
            return self.tr("less than a minute left")
        minutes = round(seconds / 60)
        if minutes < 60:
            return self.tr("about {count} min left").format(count=number(minutes))
        hours = round(seconds / 3600)
        return self.tr("about {count} h left").format(count=number(hours))

    def show_model(self, name: str, state: str = "") -> None:
        """The model's name, and what it is doing when it is not simply there."""
        shown = name[:1].upper() + name[1:]
        text = self.tr("Model: {name}").format(name=shown) if name else ""
        self.model.setText(f"{text} · {state}" if state and text else text or state)

    def show_chosen(self, count: int) -> None:
        """How many photos are chosen."""
        words = self.tr("{count} selected").format(count=QLocale().toString(count))
        self.chosen.setText(words if count > 1 else "")

    def _clicked(self) -> None:
        (self.resume_asked if self._paused else self.pause_asked).emit()

    def _colour(self) -> None:
        self.button.setIcon(self._theme.icon("play" if self._paused else "pause", "text", 14))
        words = self.tr("Resume indexing") if self._paused else self.tr("Pause indexing")
        if self._inside:
            words = self.tr("Go on looking inside") if self._paused else self.tr("Pause looking inside")
        self.bar.setAccessibleName(self.tr("Looking inside photos") if self._inside else self.tr("Indexing"))
        self.button.setToolTip(words)
        self.button.setAccessibleName(words)


class _Small(QLabel):
    """Small and faint, on one line."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("faint", "true")
        self.setProperty("small", "true")
        self.setAlignment(Qt.AlignmentFlag.AlignVCenter)


class _Elided(_Small):
    """Gives way in a narrow window: its end is left out, and stands in its tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """A word or two."""
        return QSize(80, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """As much as there is room for."""
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        whole = shown == self.text()
        tip = "" if whole else self.text()
        if tip != self.toolTip():
            self.setToolTip(tip)
        if whole:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, shown)
