"""The query bar: one line of text with picture chips; asks while typing pauses."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QTextCharFormat,
)
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from app.query_bar.chips import Chip, Picture
from app.theme import Theme, icon_size

PAUSE = 120  # ms after the last key
EXAMPLE = 5000  # ms an example stays
_APART = "\u2009"  # a thin space: the caret would stand on the first letter


@dataclass(frozen=True)
class Question:
    """What the person asks: words, and pictures to be similar to. Empty: all photos."""

    text: str = ""
    pictures: tuple[Picture, ...] = ()

    @property
    def empty(self) -> bool:
        """True when nothing is asked."""
        return not self.text and not self.pictures


class _Line(QLineEdit):
    """The text itself; keys that mean something to the bar are handed to it."""

    special = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        wanted = (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        at_start = self.cursorPosition() == 0 and not self.hasSelectedText()
        if key in wanted or (key == Qt.Key.Key_Backspace and at_start):
            self.special.emit(key.value)
            event.accept()
            return
        super().keyPressEvent(event)


class QueryBar(QFrame):
    """Emits ``asked`` with a Question when it has changed and typing pauses, or at once on Enter."""

    asked = Signal(object)
    left_down = Signal()
    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._asked = Question()
        self._chips: list[Chip] = []
        self._examples = [
            self.tr("Search your photos: try “dog in the snow”"),
            self.tr("Search your photos: try “city at night”"),
            self.tr("Search your photos: try “a cat”"),
            self.tr("Search your photos: try “snowy mountains”"),
            self.tr("Or drop a picture here to find similar photos"),
        ]
        self._example = 0
        self.setObjectName("field")
        self.setFixedHeight(36)
        self._build()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.ask_now)
        self._rotate = QTimer(self, interval=EXAMPLE)
        self._rotate.timeout.connect(self._next_example)
        self._rotate.start()
        theme.changed.connect(self._colour)
        self._colour()
        self._show_example()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 6, 0)
        row.setSpacing(6)
        self._glass = QLabel()
        row.addWidget(self._glass)
        self._line = _Line()
        self._line.setFrame(False)
        self._line.setMaxLength(10_000)
        self._line.setAccessibleName(self.tr("Search your photos"))
        self._line.setToolTip(self.tr("Describe what is in the photo (Ctrl+F or /)"))
        self._line.textChanged.connect(self._edited)
        self._line.special.connect(self._special)
        self._line.installEventFilter(self)
        row.addWidget(self._line, 1)
        self._clear = QToolButton()
        self._clear.setIconSize(icon_size(14))
        self._clear.setToolTip(self.tr("Clear the question (Esc)"))
        self._clear.setAccessibleName(self.tr("Clear"))
        self._clear.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._clear.clicked.connect(self.clear)
        self._clear.hide()
        row.addWidget(self._clear)
        self.setFocusProxy(self._line)

    # the question

    def question(self) -> Question:
        """What stands in the bar now."""
        return Question(self._line.text().strip(), tuple(chip.picture for chip in self._chips))

    def text(self) -> str:
        """The words as typed."""
        return self._line.text()

    def set_text(self, text: str) -> None:
        """Put words in, as if typed."""
        self._line.setText(text)

    def show_pictures(self, pictures: list[Picture]) -> None:
        """Ask for photos similar to these, instead of the pictures asked for before."""
        for chip in list(self._chips):
            self._drop_chip(chip)
        for picture in pictures:
            chip = Chip(self._theme, picture, self)
            chip.removed.connect(lambda chip=chip: self._remove(chip))
            self._chips.append(chip)
            layout = self.layout()
            if isinstance(layout, QHBoxLayout):
                layout.insertWidget(len(self._chips), chip)
            chip.show()
        self._changed()
        self.ask_now()

    def ask_now(self) -> None:
        """Ask without waiting, when it is a new question."""
        self._pause.stop()
        question = self.question()
        if question == self._asked:
            return
        self._asked = question
        self.asked.emit(question)

    def clear(self) -> None:
        """Empty the bar; all photos are asked for."""
        for chip in list(self._chips):
            self._drop_chip(chip)
        self._line.clear()
        self._changed()
        self.ask_now()

    def end_innermost(self) -> None:
        """Esc: the last picture goes first, then the words."""
        if self._chips:
            self._remove(self._chips[-1])
        elif self._line.text():
            self.clear()

    def take_focus(self) -> None:
        """``/`` and Ctrl+F: type here."""
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()

    def underline(self, position: int | None) -> None:
        """Underline the words from a mistake on; None: no mistake."""
        attributes = []
        if position is not None and self._line.text():
            begin = min(max(position, 0), max(len(self._line.text()) - 1, 0))
            wave = QTextCharFormat()
            wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            wave.setUnderlineColor(self._theme.colour("warning"))
            attributes.append(
                QInputMethodEvent.Attribute(
                    QInputMethodEvent.AttributeType.TextFormat,
                    begin - self._line.cursorPosition(),
                    len(self._line.text()) - begin,
                    wave,
                )
            )
        QApplication.sendEvent(self._line, QInputMethodEvent("", attributes))

    # inside

    def _edited(self) -> None:
        self._changed()
        self._pause.start()

    def _changed(self) -> None:
        self._clear.setVisible(bool(self._line.text() or self._chips))
        self.edited.emit()
        self._show_example()

    def _special(self, value: int) -> None:
        key = Qt.Key(value)
        if key == Qt.Key.Key_Escape:
            self.end_innermost()
        elif key == Qt.Key.Key_Down:
            self.ask_now()
            self.left_down.emit()
        elif key == Qt.Key.Key_Backspace:
            if self._chips:
                self._remove(self._chips[-1])
        else:
            self.ask_now()

    def _remove(self, chip: Chip) -> None:
        self._drop_chip(chip)
        self._changed()
        self.ask_now()
        self._line.setFocus()

    def _drop_chip(self, chip: Chip) -> None:
        self._chips.remove(chip)
        chip.hide()
        chip.deleteLater()

    def _next_example(self) -> None:
        if not self._line.text() and not self._chips:
            self._example = (self._example + 1) % len(self._examples)
            self._show_example()

    def _show_example(self) -> None:
        beside = self.tr("Add words to narrow it down")
        shown = beside if self._chips else self._examples[self._example]
        self._line.setPlaceholderText(_APART + shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The frame shows the line's focus."""
        if watched is self._line and isinstance(event, QFocusEvent):
            self.setProperty("focused", "true" if event.gotFocus() else "false")
            self.style().unpolish(self)
            self.style().polish(self)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Chips never take the whole line."""
        super().resizeEvent(event)
        self._line.setMinimumWidth(min(160, max(80, self.width() // 3)))

    def _colour(self) -> None:
        self._glass.setPixmap(self._theme.pixmap("search", "faint", 16, self.devicePixelRatioF()))
        self._clear.setIcon(self._theme.icon("x", "faint", 14))
