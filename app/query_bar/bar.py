"""The query bar: chips and one line of text; asks while typing pauses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from app.query_bar.chip_row import ChipRow
from app.query_bar.chips import Picture, Token, is_plain, without
from app.query_bar.faces import Faces
from app.query_bar.line import Line
from app.query_bar.question import Question
from app.theme import Theme, icon_size
from core.errors import RecollectError
from core.query.parse import parse
from core.query.render import join
from core.query.tree import Part

PAUSE = 120  # ms after the last key
EXAMPLE = 5000  # ms an example stays
_APART = "\u2009"  # a thin space: the caret would stand on the first letter

__all__ = ["PAUSE", "QueryBar", "Question"]


class QueryBar(QFrame):
    """Emits ``asked`` with a Question when it has changed and typing pauses, or at once on Enter."""

    asked = Signal(object)
    left_down = Signal()
    edited = Signal()
    mistaken = Signal(object)  # a RecollectError: what stands in the line cannot be read
    pasted = Signal(object)  # QMimeData with a picture or files
    history_asked = Signal()
    save_asked = Signal()
    insisted = Signal()  # what was asked already is asked for again: its answer is to be seen

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._asked = Question()
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
        self.faces = Faces(self)
        self._chips = ChipRow(self._theme, self.faces)
        self._chips.resized.connect(self._share_room)
        self._chips.changed.connect(self._chips_changed)
        self._chips.edit_asked.connect(self._edit_token)
        self._chips.left_end.connect(self._to_line)
        row.addWidget(self._chips)
        self._line = Line()
        self._line.setFrame(False)
        self._line.setMaxLength(10_000)
        self._line.setAccessibleName(self.tr("Search your photos"))
        self._line.setToolTip(self.tr("Describe what is in the photo (Ctrl+F or /)"))
        self._line.textChanged.connect(self._edited)
        self._line.special.connect(self._special)
        self._line.history_asked.connect(self.history_asked)
        self._line.pasted.connect(self.pasted)
        self._line.installEventFilter(self)
        row.addWidget(self._line, 1)
        self._chips.last = self._line
        self._star = self._button(self.tr("Save this search (Ctrl+D)"), self.tr("Save this search"))
        self._star.clicked.connect(self.save_asked)
        self._past = self._button(self.tr("What you asked before (Alt+Down)"), self.tr("History"))
        self._past.clicked.connect(self.history_asked)
        self._clear = self._button(self.tr("Clear the question (Esc)"), self.tr("Clear"))
        self._clear.clicked.connect(self.clear)
        for button in (self._star, self._past, self._clear):
            row.addWidget(button)
        self._star.hide()
        self._clear.hide()
        self.setFocusProxy(self._line)

    def _button(self, tip: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setIconSize(icon_size(14))
        button.setToolTip(tip)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    # the question

    def question(self) -> Question:
        """What stands in the bar now."""
        return Question(self._line.text().strip(), self._chips.tokens)

    def text(self) -> str:
        """The words as typed."""
        return self._line.text()

    def set_text(self, text: str) -> None:
        """Put words in, as if typed."""
        self._line.setText(text)

    def show_question(self, question: Question) -> None:
        """Ask this instead of what stands there."""
        self._chips.show_tokens(question.tokens)
        self._line.setText(question.text)
        self._changed()
        if not self.ask_now():
            self.insisted.emit()

    def show_query(self, text: str) -> None:
        """Ask a query from the history, a saved search or a panel: plain words as words, the rest as chips.

        Text that can no longer be read is put in as it is, and the mistake is said.
        """
        try:
            pieces = parse(text).typed
        except RecollectError:
            self.show_question(Question(text))
            return
        if all(isinstance(piece, Part) and is_plain(piece) for piece in pieces):
            self.show_question(Question(text))
        else:
            self.show_question(Question("", tuple(Token(piece) for piece in pieces)))

    def show_pictures(self, pictures: list[Picture]) -> None:
        """Ask for photos similar to these, instead of the pictures asked for before."""
        kept = [token for token in self._chips.tokens if token.picture is None]
        self._chips.show_tokens([*map(Token.of, pictures), *kept])
        self._changed()
        self.ask_now()

    def forget_photos(self) -> None:
        """Name photos by their files: another library is to be asked. Nothing is asked yet."""
        tokens = [replace(one, picture=one.picture and one.picture.by_file()) for one in self._chips.tokens]
        if tokens != list(self._chips.tokens):
            known = self._asked == self.question()
            self._chips.show_tokens(tokens)
            if known:
                self._asked = self.question()

    def add(self, tokens: Sequence[Token]) -> None:
        """Ask for these too. Words being typed become chips first, so that all can be weighed."""
        if self.commit():
            self._chips.show_tokens([*self._chips.tokens, *tokens])
            self._changed()
            self.ask_now()

    def remove(self, unwanted: Sequence[Token], *, ask: bool = True) -> None:
        """Ask without these; ``ask`` when no more is to be changed."""
        self._chips.show_tokens(without(self._chips.tokens, lambda token: token in unwanted))
        self._changed()
        if ask:
            self.ask_now()

    def commit(self) -> bool:
        """Turn what was typed into chips. False, with the mistake said, when it cannot be read."""
        text = self._line.text().strip()
        if not text:
            return True
        try:
            pieces = parse(text).typed
        except RecollectError as error:
            self.mistaken.emit(error)
            return False
        self._chips.show_tokens([*self._chips.tokens, *(Token(piece) for piece in pieces)])
        self._line.clear()
        self._changed()
        return True

    def ask_now(self) -> bool:
        """Ask without waiting. False when it is the question that was asked last."""
        self._pause.stop()
        question = self.question()
        if question == self._asked:
            return False
        self._asked = question
        self.asked.emit(question)
        return True

    def clear(self) -> None:
        """Empty the bar; all photos are asked for."""
        self.show_question(Question())

    def end_innermost(self) -> None:
        """Esc: the last chip goes first, then the words."""
        if self._chips.tokens:
            self._drop_last()
        elif self._line.text():
            self.clear()

    def take_focus(self) -> None:
        """``/`` and Ctrl+F: type here."""
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()

    def underline(self, position: int | None, end: int | None = None) -> None:
        """Underline a mistake from a character of the question's text on, up to ``end``; None: no mistake."""
        text = self._line.text()
        before = len(text) - len(text.lstrip())
        span = None if position is None else (position + before, len(text) if end is None else end + before)
        self._line.underline(self._theme, span)

    # inside

    def _edited(self) -> None:
        self._changed()
        self._pause.start()

    def _changed(self) -> None:
        filled = bool(self._line.text() or self._chips.tokens)
        self._clear.setVisible(filled)
        self._star.setVisible(filled)
        self.edited.emit()
        self._show_example()
        self._share_room()

    def _special(self, value: int) -> None:
        key = Qt.Key(value)
        if key == Qt.Key.Key_Escape:
            self.end_innermost()
        elif key == Qt.Key.Key_Down:
            self.ask_now()
            self.left_down.emit()
        elif key == Qt.Key.Key_Left:
            self._chips.focus(-1)
        elif key == Qt.Key.Key_Backspace:
            if self._chips.tokens:
                self._take_back(len(self._chips.tokens) - 1)
        else:
            self._enter()

    def _enter(self) -> None:
        """Plain words stay words; anything that can be weighed or turned round becomes a chip."""
        try:
            pieces = parse(self._line.text().strip()).typed
        except RecollectError as error:
            self.mistaken.emit(error)
            return
        lone = len(pieces) == 1 and isinstance(pieces[0], Part) and is_plain(pieces[0])
        if not lone or self._chips.tokens:
            self.commit()
        if not self.ask_now():
            self.insisted.emit()

    def _drop_last(self) -> None:
        self._chips.show_tokens(self._chips.tokens[:-1])
        self._changed()
        self.ask_now()
        self._line.setFocus()

    def _take_back(self, place: int) -> None:
        """A chip becomes words again, in front of those being typed; a picture just goes."""
        token = self._chips.tokens[place]
        self._chips.show_tokens(without(self._chips.tokens, lambda one: one is token))
        typed = self._line.text()
        if not token.pictured:
            words = join([token.piece])
            self._line.setText(f"{words} {typed}" if typed else words)
            self._line.setCursorPosition(len(words))
        self._changed()
        self.ask_now()
        self._line.setFocus()

    def _edit_token(self, place: int) -> None:
        token = self._chips.tokens[place]
        if self.commit():
            self._take_back(self._chips.tokens.index(token))

    def _chips_changed(self) -> None:
        self._changed()
        self.ask_now()

    def _to_line(self) -> None:
        self._line.setFocus(Qt.FocusReason.TabFocusReason)
        self._line.setCursorPosition(0)

    def _next_example(self) -> None:
        if not self._line.text() and not self._chips.tokens:
            self._example = (self._example + 1) % len(self._examples)
            self._show_example()

    def _show_example(self) -> None:
        beside = self.tr("Add words to narrow it down")
        shown = beside if self._chips.tokens else self._examples[self._example]
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
        self._share_room()

    def _share_room(self) -> None:
        """Chips have what they need as long as words keep a third of the bar."""
        self._line.setMinimumWidth(min(160, max(80, self.width() // 3)))
        self._chips.setMaximumWidth(self._chips.sizeHint().width())

    def _colour(self) -> None:
        self._glass.setPixmap(self._theme.pixmap("search", "faint", 16, self.devicePixelRatioF()))
        self._clear.setIcon(self._theme.icon("x", "faint", 14))
        self._star.setIcon(self._theme.icon("star", "faint", 14))
        self._past.setIcon(self._theme.icon("history", "faint", 14))
