"""The page of problems: which file, why, what to do about it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app import i18n
from app.panels.first_run import Message
from app.theme import Theme
from core import paths

if TYPE_CHECKING:
    from core.library.values import ProblemInfo

# Beyond this many cards the rest is only counted: nobody reads thousands, and widgets are dear.
SHOWN = 200
# In a page narrower than this the buttons stand below the words.
_BESIDE = 640


class ProblemsPage(QWidget):
    """One card per problem, with try again and show in folder."""

    retry_asked = Signal(object)  # list of ids, or None for all
    show_asked = Signal(object)  # path
    ignore_asked = Signal(object)  # id

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._problems: tuple[ProblemInfo, ...] = ()
        self._cards: list[QBoxLayout] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.none = Message(theme, "circle-check")
        self.none.say(self.tr("No problems"), self.tr("Files that Recollect cannot read are listed here."))
        column.addWidget(self.none, 1)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(16, 8, 16, 8)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.title = QLabel()
        self.title.setProperty("heading", "true")
        words.addWidget(self.title)
        self.said = QLabel()
        self.said.setProperty("faint", "true")
        self.said.setWordWrap(True)
        words.addWidget(self.said)
        head.addLayout(words, 1)
        self.retry = QPushButton(self.tr("Try all again"))
        self.retry.setToolTip(self.tr("Read these files once more"))
        self.retry.clicked.connect(lambda: self.retry_asked.emit(None))
        head.addWidget(self.retry)
        column.addWidget(self._head)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.verticalScrollBar().rangeChanged.connect(self._line_up)
        column.addWidget(self._area, 1)
        self.set_complete(False)
        self.show_problems(())

    def set_complete(self, complete: bool) -> None:
        """Whether everything else was indexed; it is said only then."""
        again = self.tr("Files are tried again when they change.")
        self.said.setText(f"{self.tr('Everything else was indexed.')} {again}" if complete else again)

    def show_problems(self, problems: Sequence[ProblemInfo]) -> None:
        """Show these; the scroll place stays."""
        if tuple(problems) == self._problems and self._area.widget() is not None:
            return
        self._problems = tuple(problems)
        count = QLocale().toString(len(problems))
        title = self.tr("{count} problems") if len(problems) != 1 else self.tr("{count} problem")
        self.title.setText(title.format(count=count))
        self.none.setVisible(not problems)
        for widget in (self._head, self._area):
            widget.setVisible(bool(problems))
        self._cards = []
        place = self._area.verticalScrollBar().value()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 8, 16, 24)
        column.setSpacing(8)
        for problem in problems[:SHOWN]:
            column.addWidget(self._card(problem))
        if len(problems) > SHOWN:
            more = QLocale().toString(len(problems) - SHOWN)
            column.addWidget(_label(self.tr("And {count} more.").format(count=more), "faint"))
        column.addStretch(1)
        self._inside = column
        self._area.setWidget(inside)
        self._area.verticalScrollBar().setValue(place)

    def _card(self, problem: ProblemInfo) -> QWidget:
        card = QFrame()
        card.setObjectName("card")
        row = QBoxLayout(self._direction(), card)
        row.setContentsMargins(16, 12, 12, 12)
        row.setSpacing(8)
        self._cards.append(row)
        words = QVBoxLayout()
        words.setSpacing(2)
        folder, name = os.path.split(problem.path)
        title = _label(paths.display(name).replace("\n", "␤") or paths.display(folder), "strong")
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        words.addWidget(title)
        words.addWidget(_label(" ".join(i18n.sentences(problem.code, problem.facts)), ""))
        words.addSpacing(2)
        words.addWidget(_label(paths.display(folder), "faint", small=True))
        row.addLayout(words, 1)
        row.addLayout(self._buttons(problem))
        return card

    def _buttons(self, problem: ProblemInfo) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        again = QPushButton(self.tr("Try again"))
        again.setToolTip(self.tr("Read this file once more"))
        again.clicked.connect(lambda: self.retry_asked.emit([problem.id]))
        show = QPushButton(self.tr("Show in folder"))
        show.setToolTip(self.tr("Open the folder with this file chosen"))
        show.clicked.connect(lambda: self.show_asked.emit(problem.path))
        ignore = QPushButton(self.tr("Ignore"))
        ignore.setToolTip(self.tr("Do not list this file again"))
        ignore.setProperty("link", "true")
        ignore.clicked.connect(lambda: self.ignore_asked.emit(problem.id))
        for button in (again, show, ignore):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        return row

    def _direction(self) -> QBoxLayout.Direction:
        beside = self.width() >= _BESIDE
        return QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom

    def _line_up(self, _lowest: int, highest: int) -> None:
        """The cards end where the button above them does, with a scroll bar and without."""
        bar = self._area.verticalScrollBar().sizeHint().width() if highest else 0
        self._inside.setContentsMargins(16, 8, 16 - bar, 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Buttons beside or below the words."""
        super().resizeEvent(event)
        for card in self._cards:
            card.setDirection(self._direction())


def _label(text: str, kind: str, *, small: bool = False) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if kind:
        label.setProperty(kind, "true")
    if small:
        label.setProperty("small", "true")
    return label
