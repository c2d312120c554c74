"""The first page: add a folder, or try with sample photos. Also the pages for trouble at the start."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.theme import Theme

# The lower edge stays free, so that a notice of one or two lines moves nothing.
_FREE = 88


class FirstRun(QWidget):
    """Calm: one sentence, one button, one link, and what happens to the photos (nothing)."""

    add_asked = Signal()
    samples_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("free", _FREE)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 24, 48, _FREE)
        column.setSpacing(0)
        column.addStretch(4)
        self._sign = QLabel()
        column.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(16)
        title = _centred(self.tr("Find any photo by saying what is in it"), "title")
        column.addWidget(title)
        column.addSpacing(8)
        column.addWidget(
            _centred(self.tr("Choose a folder with photos. You can search while it is being read."), "faint")
        )
        column.addSpacing(24)
        self.add = QPushButton(self.tr("Add a folder"))
        self.add.setProperty("primary", "true")
        self.add.setToolTip(self.tr("Choose a folder with photos (Ctrl+O)"))
        self.add.clicked.connect(self.add_asked)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        self.samples = QPushButton(self.tr("Try with sample photos"))
        self.samples.setProperty("link", "true")
        self.samples.setToolTip(self.tr("Look around with a few dozen photos that come with Recollect"))
        self.samples.clicked.connect(self.samples_asked)
        column.addWidget(self.samples, 0, Qt.AlignmentFlag.AlignHCenter)
        self.reads = _centred(
            self.tr(
                "The built-in model understands English: ask in English, or import a model that reads your "
                "language."
            ),
            "faint",
        )
        self.reads.hide()
        column.addSpacing(16)
        column.addWidget(self.reads)
        column.addStretch(5)
        column.addLayout(self._promise())
        theme.changed.connect(self._colour)
        self._colour()

    def show_language(self, language: str) -> None:
        """Say which language the built-in model reads, when the window speaks another."""
        self.reads.setVisible(language != "en")

    def _promise(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._lock = QLabel()
        said = _centred(
            self.tr("Everything stays on this computer. Recollect never changes or sends your photos."),
            "faint",
        )
        said.setAlignment(Qt.AlignmentFlag.AlignLeading)
        # one line where there is room, else as wide as the window lets it be
        said.setMaximumWidth(said.fontMetrics().horizontalAdvance(said.text()) + 4)
        row.addStretch(1)
        row.addWidget(self._lock, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(said, 1000)
        row.addStretch(1)
        return row

    def _colour(self) -> None:
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(self._theme.pixmap("images", "accent", 56, ratio))
        self._lock.setPixmap(self._theme.pixmap("lock", "faint", 14, ratio))


class Message(QWidget):
    """A page with one sentence, its remedy, and up to two things to do."""

    first_asked = Signal()
    second_asked = Signal()

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self.setProperty("free", _FREE)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 24, 48, _FREE)
        column.setSpacing(8)
        column.addStretch(4)
        self._sign = QLabel()
        column.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignHCenter)
        self.title = _centred("", "heading")
        column.addWidget(self.title)
        self.text = _centred("", "faint")
        column.addWidget(self.text)
        column.addSpacing(8)
        self.first = QPushButton()
        self.first.clicked.connect(self.first_asked)
        column.addWidget(self.first, 0, Qt.AlignmentFlag.AlignHCenter)
        self.second = QPushButton()
        self.second.clicked.connect(self.second_asked)
        column.addWidget(self.second, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(5)
        theme.changed.connect(self._colour)
        self._colour()
        self.say("", "")

    def say(self, title: str, text: str, first: str = "", second: str = "") -> None:
        """Fill the page; empty words hide their part. The second thing to do is a link beside a first."""
        for widget, words in (
            (self.title, title),
            (self.text, text),
            (self.first, first),
            (self.second, second),
        ):
            widget.setText(words)
            widget.setVisible(bool(words))
        self._sign.setVisible(bool(title))
        self.second.setProperty("link", "true" if first else None)
        self.second.style().unpolish(self.second)
        self.second.style().polish(self.second)

    def _colour(self) -> None:
        self._sign.setPixmap(self._theme.pixmap(self._icon, "faint", 40, self.devicePixelRatioF()))


def _centred(text: str, kind: str) -> QLabel:
    label = QLabel(text)
    label.setProperty(kind, "true")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.setWordWrap(True)
    return label
