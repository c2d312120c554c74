"""The upper edge: query bar, size of the thumbnails, the sentence about a mistake, the busy line."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from app import i18n
from app.grid.view import LARGEST, SMALLEST, TILE_STEP
from app.query_bar.bar import QueryBar
from app.query_bar.busy import BusyLine
from app.theme import Theme
from core.errors import RecollectError


class TopBar(QWidget):
    """Puts these parts together."""

    def __init__(self, theme: Theme, tile: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("topbar")
        self.bar = QueryBar(theme)
        self.busy = BusyLine(theme)
        self.zoom = QSlider(Qt.Orientation.Horizontal)
        self.zoom.setRange(SMALLEST, LARGEST)
        self.zoom.setSingleStep(TILE_STEP)
        self.zoom.setPageStep(2 * TILE_STEP)
        self.zoom.setValue(tile)
        self.zoom.setFixedWidth(104)
        self.zoom.setToolTip(self.tr("Size of the thumbnails (Ctrl and the wheel)"))
        self.zoom.setAccessibleName(self.tr("Size of the thumbnails"))
        self._small, self._large = QLabel(), QLabel()
        self.mistake = QLabel()
        self.mistake.setTextFormat(Qt.TextFormat.PlainText)
        self.mistake.setWordWrap(True)
        self.mistake.setProperty("warning", "true")
        self.mistake.setContentsMargins(51, 0, 16, 6)  # below the first letter of the text
        self.mistake.hide()
        row = QHBoxLayout()
        row.setContentsMargins(16, 10, 16, 8)
        row.setSpacing(8)
        row.addWidget(self.bar, 1)
        for widget in (self._small, self.zoom, self._large):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.mistake)
        column.addWidget(self.busy)
        theme.changed.connect(self._colour)
        self._colour()

    def show_size(self, shown: bool) -> None:
        """The slider stands there only while thumbnails do."""
        for widget in (self._small, self.zoom, self._large):
            widget.setVisible(shown)

    def set_size(self, tile: int) -> None:
        """Show a size that was chosen elsewhere."""
        with QSignalBlocker(self.zoom):
            self.zoom.setValue(tile)

    def explain(self, error: RecollectError) -> None:
        """A mistake in the query: underlined where it is, with a sentence below."""
        reason, remedy = i18n.explain(error)
        position, end = error.facts.get("position"), error.facts.get("end")  # people count from one
        placed = isinstance(position, int)
        # Where it stands is underlined; the number of a character helps on the command line alone.
        self.mistake.setText(reason if placed else f"{reason} {remedy}")
        self.mistake.show()
        if not placed:
            self.bar.underline(0)
        elif position:
            self.bar.underline(position - 1, end - 1 if isinstance(end, int) else None)
        else:
            self.bar.underline(None)  # a chip is mistaken, not what stands in the line

    def clear_mistake(self) -> None:
        """The query is right, or being changed."""
        if not self.mistake.isHidden():
            self.mistake.hide()
            self.bar.underline(None)

    def _colour(self) -> None:
        ratio = self.devicePixelRatioF()
        self._small.setPixmap(self._theme.pixmap("image", "faint", 12, ratio))
        self._large.setPixmap(self._theme.pixmap("image", "faint", 18, ratio))
