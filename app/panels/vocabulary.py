"""A person's own words for the parts of photos, one a line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor, QTextFormat
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.scripts import readable
from app.theme import Theme

# Lines whose letters are looked at: a list of thousands is edited without waiting.
_LOOKED_AT = 500


class OwnWords(QDialog):
    """``keep_asked``: the text to be kept. The dialog stays open until it is told that this was done."""

    keep_asked = Signal(str)

    def __init__(
        self, theme: Theme, text: str, languages: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        """``languages``: codes of those the model of parts reads, as far as they are known."""
        super().__init__(parent)
        self._theme = theme
        self._languages = languages
        self.words = 0  # lines that hold one
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("My own words"))
        self.resize(420, 440)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        words = self.tr(
            "One word or a few words a line: “my red bicycle”, “tram”. "
            "Parts of photos are called by whichever fits best."
        )
        if list(languages) == ["en"]:
            words = f"{words} {self.tr('The model that finds them reads English.')}"
        hint = QLabel(words)
        hint.setWordWrap(True)
        hint.setProperty("faint", True)
        column.addWidget(hint)
        self.edit = QPlainTextEdit(text)
        self.edit.setAccessibleName(self.tr("Words, one a line"))
        self.edit.setToolTip(self.tr("One word a line"))
        self.edit.setTabChangesFocus(True)
        column.addWidget(self.edit, 1)
        self.mistake = QLabel()
        self.mistake.setTextFormat(Qt.TextFormat.PlainText)
        self.mistake.setWordWrap(True)
        self.mistake.setProperty("warning", True)
        self.mistake.hide()
        column.addWidget(self.mistake)
        self.letters = QLabel(
            self.tr("The model cannot read these letters, so these words fit nothing. Write them in English.")
        )
        self.letters.setWordWrap(True)
        self.letters.setProperty("warning", True)
        column.addWidget(self.letters)
        row = QHBoxLayout()
        self.count = QLabel()
        self.count.setProperty("faint", True)
        self.count.setProperty("small", True)
        row.addWidget(self.count, 1)
        self.cancel = self._button(self.tr("Cancel"), self.tr("Leave the words as they were (Esc)"))
        self.keep = self._button(self.tr("Save"), self.tr("Use these words from now on (Ctrl+Enter)"))
        self.keep.setShortcut("Ctrl+Return")
        self.keep.setDefault(True)
        for button in (self.cancel, self.keep):
            row.addWidget(button)
        column.addLayout(row)
        self.cancel.clicked.connect(self.reject)
        self.keep.clicked.connect(lambda: self.keep_asked.emit(self.edit.toPlainText()))
        self.edit.textChanged.connect(self._edited)
        self._edited()
        self.edit.moveCursor(QTextCursor.MoveOperation.End)

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(text)
        button.setToolTip(tip)
        return button

    def _edited(self) -> None:
        lines = (line.strip() for line in self.edit.toPlainText().split("\n"))
        words = [line for line in lines if line and not line.startswith(("#", "["))]
        self.words = len(words)
        self.letters.setVisible(not all(readable(word, self._languages) for word in words[:_LOOKED_AT]))
        self.count.setText(self.tr("%Ln word(s)", "", self.words))
        self.mistake.hide()
        self.edit.setExtraSelections([])

    def show_mistake(self, words: str, line: int | None) -> None:
        """Why the text cannot be kept, and which line it is, counted from 1."""
        self.mistake.setText(words)
        self.mistake.setAccessibleName(words)
        self.mistake.show()
        block = self.edit.document().findBlockByNumber(line - 1) if line is not None else None
        if block is not None and block.isValid():
            self.edit.setTextCursor(QTextCursor(block))
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(block)
            mark.cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            ground = self._theme.colour("chosen")
            mark.format.setBackground(ground)
            mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            self.edit.setExtraSelections([mark])
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def kept(self) -> None:
        """It was kept."""
        self.accept()
