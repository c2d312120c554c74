"""What walls of pictures on pages share: they scroll, paint only what is in view, and speak."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from app.grid.thumbnails import Made, PixmapCache, ThumbnailMaker, Wish
from app.theme import Theme


class Wall(QAbstractScrollArea):
    """A tall picture seen through a window. Subclasses say which thumbnails they wish for, and paint."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.cache = PixmapCache()
        self._maker: ThumbnailMaker | None = None
        self._keyboard = False  # the place of the keyboard is shown
        self._pointer = QPoint(-1, -1)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(40)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def serve(self, maker: ThumbnailMaker) -> None:
        """From now on thumbnails come from here."""
        self._maker = maker
        self._wish()

    def take_pictures(self, made: list[Made]) -> None:
        """Results of the makers, on the GUI thread."""
        for one in made:
            self.cache.put(one)
        if made:
            self.viewport().update()

    def wishes(self, top: int, bottom: int) -> list[Wish]:
        """Thumbnails to be made for what stands between two heights."""
        raise NotImplementedError

    @property
    def top(self) -> int:
        """The content's height at the viewport's upper edge."""
        return self.verticalScrollBar().value()

    def _wish(self) -> None:
        """What is in view first, then the next screen."""
        if self._maker is None or not self.isVisible():
            return
        high = self.viewport().height()
        wanted = [*self.wishes(self.top, self.top + high), *self.wishes(self.top + high, self.top + 2 * high)]
        self._maker.want(list(dict.fromkeys(wanted)))

    def _set_height(self, height: int, page: int) -> None:
        """How tall the content is, and how far a page goes."""
        bar = self.verticalScrollBar()
        bar.setPageStep(max(page, 1))
        bar.setRange(0, max(0, height - self.viewport().height()))

    def _scrolled(self, _value: int) -> None:
        self._wish()
        self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """All is painted anew, as in the grid."""

    def say(self, text: str) -> None:
        """Tell screen readers what stands at the keyboard's place."""
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def showEvent(self, event: QShowEvent) -> None:
        """Thumbnails are wished for only while they can be seen."""
        super().showEvent(event)
        self._wish()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring appears when it came by keyboard."""
        self._keyboard = event.reason() != Qt.FocusReason.MouseFocusReason
        self.viewport().update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        self.viewport().update()
        super().focusOutEvent(event)
