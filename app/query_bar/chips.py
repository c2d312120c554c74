"""Pictures in the query bar: ▣ name ×."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from app.theme import Theme, icon_size

_NAME_WIDTH = 160


@dataclass(frozen=True, eq=False)
class Picture:
    """A picture to find similar photos to: one of the library, a file, or data from elsewhere.

    ``image`` is what a browser gave when it gave no file (a QImage may be used on any thread).
    """

    name: str
    photo: int | None = None
    path: bytes | None = None
    data: bytes | None = None
    image: QImage | None = None


class Chip(QFrame):
    """One picture as part of the question."""

    removed = Signal()

    def __init__(self, theme: Theme, picture: Picture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = picture
        self._theme = theme
        self.setObjectName("chip")
        self.setFixedHeight(26)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 2, 2)
        row.setSpacing(4)
        self._sign = QLabel()
        row.addWidget(self._sign)
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        name = picture.name.replace("\n", "␤")
        metrics = QFontMetrics(label.font())
        label.setText(metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, _NAME_WIDTH))
        label.setToolTip(name)
        row.addWidget(label)
        self._cross = QToolButton()
        self._cross.setIconSize(icon_size(12))
        self._cross.setFixedSize(QSize(20, 20))
        self._cross.setToolTip(self.tr("Remove this picture from the question (Esc)"))
        self._cross.setAccessibleName(self.tr("Remove {name}").format(name=name))
        self._cross.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._cross.clicked.connect(self.removed)
        row.addWidget(self._cross)
        self.setAccessibleName(self.tr("Similar to {name}").format(name=name))
        theme.changed.connect(self._colour)
        self._colour()

    def _colour(self) -> None:
        self._sign.setPixmap(self._theme.pixmap("image", "text", 14, self.devicePixelRatioF()))
        self._cross.setIcon(self._theme.icon("x", "faint", 12))
