"""The line of text in the query bar; keys that mean something to the bar are handed to it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence, QTextCharFormat
from PySide6.QtWidgets import QApplication, QLineEdit

from app.theme import Theme

_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Line(QLineEdit):
    """Emits ``special`` with the key, or ``pasted`` with what is no text."""

    special = Signal(int)
    history_asked = Signal()
    pasted = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Esc, Down, and what leads out of the line at its beginning."""
        key = Qt.Key(event.key())
        at_start = self.cursorPosition() == 0 and not self.hasSelectedText()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key == Qt.Key.Key_Down and alt:
            self.history_asked.emit()
            event.accept()
            return
        leaves = key in (Qt.Key.Key_Backspace, Qt.Key.Key_Left) and at_start
        if (key in _KEYS or leaves) and not alt:
            self.special.emit(key.value)
            event.accept()
            return
        if event.matches(QKeySequence.StandardKey.Paste) and not self.isReadOnly():
            mime = QGuiApplication.clipboard().mimeData()
            if mime is not None and is_picture(mime):
                self.pasted.emit(mime)
                event.accept()
                return
        super().keyPressEvent(event)

    def underline(self, theme: Theme, span: tuple[int, int] | None) -> None:
        """Underline these characters as a mistake; None: no mistake."""
        attributes = []
        text = self.text()
        if span is not None and text:
            begin = min(max(span[0], 0), len(text) - 1)
            end = min(max(span[1], begin + 1), len(text))
            wave = QTextCharFormat()
            wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            wave.setUnderlineColor(theme.colour("warning"))
            kind = QInputMethodEvent.AttributeType.TextFormat
            attributes.append(
                QInputMethodEvent.Attribute(kind, begin - self.cursorPosition(), end - begin, wave)
            )
        QApplication.sendEvent(self, QInputMethodEvent("", attributes))


def is_picture(mime: QMimeData) -> bool:
    """True for a picture or files on the clipboard, rather than words (an address is words)."""
    files = any(url.isLocalFile() for url in mime.urls())
    return files or (mime.hasImage() and not mime.hasText())
