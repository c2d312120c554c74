"""What the library is rich in, as one quiet row below the query bar: "412 beaches", "96 cakes"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.panels.pills import HIGH, Pill
from app.theme import Theme

_MARGIN = 16
_BELOW = 8
_GAP = 8


class ThemesStrip(QWidget):
    """One line of pills; those that do not fit are left out. ``asked``: the text to search for."""

    asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._themes: tuple[tuple[str, int, str], ...] = ()
        self.pills: list[Pill] = []
        self.setFixedHeight(HIGH + _BELOW)
        self.setAccessibleName(self.tr("Themes of your library"))

    def show_themes(self, themes: Sequence[tuple[str, int, str]]) -> None:
        """Show these: what it is, how many photos, the text to search for; the most telling first."""
        if tuple(themes) == self._themes:
            return
        self._themes = tuple(themes)
        for pill in self.pills:
            pill.hide()
            pill.deleteLater()
        self.pills = [self._pill(*one) for one in self._themes]
        self._place()

    def _pill(self, label: str, count: int, text: str) -> Pill:
        pill = Pill(self._theme, label, self)
        pill.before = True
        pill.show_number(QLocale().toString(count))
        photos = self.tr("%Ln photo(s)", "", count)
        pill.setAccessibleName(self.tr("Search for {label}, {photos}").format(label=label, photos=photos))
        pill.setToolTip(self.tr("Search for “{text}”").format(text=text))
        pill.clicked.connect(lambda: self.asked.emit(text))
        return pill

    def shown(self) -> list[Pill]:
        """The pills that have room."""
        return [pill for pill in self.pills if not pill.isHidden()]

    def _place(self) -> None:
        """From the leading edge on; the first that does not fit ends the line."""
        x, room = _MARGIN, self.width() - _MARGIN
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        fits = True
        for pill in self.pills:
            wide = pill.sizeHint().width()
            fits = fits and x + wide <= room
            if not fits:
                if pill.hasFocus() and self.shown():
                    self.shown()[0].setFocus(Qt.FocusReason.OtherFocusReason)
                pill.hide()
                continue
            pill.setGeometry(self.width() - x - wide if mirrored else x, 0, wide, HIGH)
            pill.show()
            x += wide + _GAP

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer may fit."""
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the first and last; arrows are the pills' own."""
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
        shown = self.shown()
        if event.key() in ends and shown:
            shown[ends[Qt.Key(event.key())]].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(400, HIGH + _BELOW)

    def minimumSizeHint(self) -> QSize:
        """It gives way: pills that do not fit are left out."""
        return QSize(0, HIGH + _BELOW)
