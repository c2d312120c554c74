"""The strip of small photos below the large one. Virtual: only what is in view is painted."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.grid.thumbnails import CORNER, Made, PixmapCache, ThumbnailMaker, Wish
from app.theme import Theme
from app.viewer.walk import RESULTS, SIMILAR, Ints

TILE, GAP, HIGH = 56, 4, 72
_AHEAD = 12


class Film(QAbstractScrollArea):
    """A row of square thumbnails. ``chosen`` is emitted with the place of the one that was clicked."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.ids: Ints = np.empty(0, np.int64)
        self.current = -1
        self.cache = PixmapCache(48 << 20)
        self._maker: ThumbnailMaker | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # the arrows of the viewer walk along the strip; it needs no focus of its own
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(HIGH)
        self.setAccessibleName(self.tr("Strip of photos"))
        theme.changed.connect(self._recolour)

    def _recolour(self) -> None:
        self.viewport().update()

    def serve(self, maker: ThumbnailMaker) -> None:
        """From now on thumbnails come from here."""
        self._maker = maker
        self._wish()

    def take_pictures(self, made: list[Made]) -> None:
        """Results of the maker, on the GUI thread."""
        for one in made:
            self.cache.put(one)
        self.viewport().update()

    def show_ids(self, ids: Ints, current: int) -> None:
        """These photos, this one marked and in the middle."""
        self.ids = ids
        self._measure()
        self.mark(current)

    def mark(self, current: int) -> None:
        """Another one is the current one."""
        self.current = current
        bar = self.horizontalScrollBar()
        bar.setValue(GAP + current * (TILE + GAP) + TILE // 2 - self.viewport().width() // 2)
        self._wish()
        self.viewport().update()

    def _measure(self) -> None:
        bar = self.horizontalScrollBar()
        bar.setPageStep(max(self.viewport().width(), 1))
        bar.setRange(0, max(0, GAP + len(self.ids) * (TILE + GAP) - self.viewport().width()))

    def _left(self) -> int:
        """A short strip lies in the middle."""
        room = self.viewport().width() - (GAP + len(self.ids) * (TILE + GAP))
        return room // 2 if room > 0 else -self.horizontalScrollBar().value()

    def shown(self) -> range:
        """The places in view."""
        first = (-self._left() - GAP) // (TILE + GAP)
        last = (-self._left() + self.viewport().width()) // (TILE + GAP) + 1
        return range(max(0, first), min(len(self.ids), last))

    def rect_of(self, index: int) -> QRect:
        """Where a thumbnail lies in the viewport."""
        return QRect(self._left() + GAP + index * (TILE + GAP), (HIGH - TILE) // 2, TILE, TILE)

    def _wish(self) -> None:
        if self._maker is None or not self.isVisible():
            return
        ratio = self.devicePixelRatioF()
        side = math.ceil(TILE * ratio)
        shown = self.shown()
        after = range(shown.stop, min(len(self.ids), shown.stop + _AHEAD))
        before = range(max(0, shown.start - _AHEAD), shown.start)
        photos = [int(self.ids[index]) for index in (*shown, *after, *before)]
        self._maker.want(
            [Wish(photo, side, side, ratio) for photo in photos if not self.cache.fits(photo, side, side)]
        )

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """All is painted anew."""
        self._wish()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The current one stays in the middle."""
        self._measure()
        self.mark(self.current)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only what is in view."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self._theme.colour("page"))
        for index in self.shown():
            rect = self.rect_of(index)
            pixmap = self.cache.get(int(self.ids[index]))
            if pixmap is not None:
                painter.drawPixmap(rect, pixmap)
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.colour("tile"))
                painter.drawRoundedRect(rect, CORNER, CORNER)
            if index == self.current:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(self._theme.colour("accent"), 3))
                painter.drawRoundedRect(QRectF(rect).adjusted(-1.5, -1.5, 1.5, 1.5), CORNER + 1, CORNER + 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show this one."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        index = int(event.position().x() - self._left() - GAP) // (TILE + GAP)
        if 0 <= index < len(self.ids):
            self.chosen.emit(index)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Either wheel scrolls along."""
        delta = event.angleDelta().y() or event.angleDelta().x()
        if not event.pixelDelta().isNull():
            delta = event.pixelDelta().y() or event.pixelDelta().x()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - delta)
        event.accept()

    def sizeHint(self) -> QSize:
        """One row."""
        return QSize(400, HIGH)

    def minimumSizeHint(self) -> QSize:
        """A few thumbnails."""
        return QSize(2 * TILE, HIGH)


class Strip(QFrame):
    """The film with its two modes: the results, or photos like the one shown."""

    mode_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.film = Film(theme)
        self.results = self._tab(self.tr("Results"), self.tr("Walk through the results"))
        self.similar = self._tab(self.tr("Similar"), self.tr("Walk through photos like this one"))
        self.results.setChecked(True)
        group = QButtonGroup(self)
        tabs = QVBoxLayout()
        tabs.setSpacing(4)
        tabs.addStretch(1)
        for name, button in ((RESULTS, self.results), (SIMILAR, self.similar)):
            group.addButton(button)
            tabs.addWidget(button)
            button.clicked.connect(lambda _checked=False, name=name: self.mode_asked.emit(name))
        tabs.addStretch(1)
        self._said = QLabel()
        self._said.setProperty("faint", True)
        self._said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.film)
        self._stack.addWidget(self._said)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(8)
        row.addLayout(tabs)
        row.addLayout(self._stack, 1)
        self.setFixedHeight(HIGH)

    def _tab(self, text: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(text)
        button.setCheckable(True)
        button.setProperty("tab", True)
        button.setFixedHeight(26)
        bold = QFont(button.font())
        bold.setWeight(QFont.Weight.DemiBold)  # as the tab in use is written
        button.setMinimumWidth(max(80, QFontMetrics(bold).horizontalAdvance(text) + 24))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def show_ids(self, mode: str, ids: Ints, current: int) -> None:
        """What is walked through now."""
        (self.similar if mode == SIMILAR else self.results).setChecked(True)
        self._stack.setCurrentWidget(self.film)
        self.film.show_ids(ids, current)

    def say(self, text: str) -> None:
        """In place of the film."""
        self._said.setText(text)
        self._stack.setCurrentWidget(self._said)
