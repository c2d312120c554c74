"""The grid: a justified wall of photos that paints only what is in view."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from app.grid import hands, headings, places, spoken
from app.grid.hands import TILE_STEP as TILE_STEP
from app.grid.outlines import Part, PartBook
from app.grid.paint import Brush, Tile
from app.grid.rows import RowBook
from app.grid.sections import HEADING, Sections
from app.grid.selection import Selection, carried_place
from app.grid.supply import Supply
from app.grid.thumbnails import Made, PixmapCache, ThumbnailMaker
from app.grid.walls import Frame, Wall, again, build_wall
from app.theme import Theme

SMALLEST, LARGEST, START = 80, 256, 160
LONG_SIDE = 512  # device pixels of a stored thumbnail
USUAL_SHAPE = 1.5

Ints = NDArray[np.int64]


class GridView(QAbstractScrollArea):
    """Shows a list of photos. Knows ids, shapes and headings; pictures and rows come from workers."""

    chosen_changed = Signal()
    open_asked = Signal()
    similar_asked = Signal()
    menu_asked = Signal(QPoint)
    tile_changed = Signal(int)
    went_up = Signal()
    escaped = Signal()
    drag_asked = Signal()
    rest_asked = Signal()
    preview_asked = Signal()

    def __init__(self, theme: Theme, rows: RowBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.rows = rows
        self.parts = PartBook(self)
        self.outlined = True
        self.ids: Ints = np.empty(0, np.int64)
        self.selection = Selection()
        self.hovered = -1
        self.band: QRect | None = None  # in content coordinates
        self.cache = PixmapCache()
        self._tile = START
        self._square = False
        self._over_footer = False
        self.on_footer = False  # the keyboard is on the line that opens the rest
        self._wall = build_wall(
            self.ids, np.empty(0, np.float32), Sections(np.empty(0, np.int64), ()), 800, self._tile
        )
        self.supply = Supply(self)
        self._down = True
        self._last_top = 0
        self._keyboard = self._ringed = self._stale = False
        self.layout_ = self._wall.layout
        self._brush = Brush(theme, self.font())
        self._hands = hands.Hands(self)
        self._settle = QTimer(self, singleShot=True, interval=60)
        self._settle.timeout.connect(self.supply.fetch_rows)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Photos"))
        self.viewport().setMouseTracking(True)
        self.viewport().installEventFilter(self)
        self.verticalScrollBar().setSingleStep(40)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        for book in (rows, self.parts):
            book.arrived.connect(self._rows_arrived)
        theme.changed.connect(self._theme_changed)

    # what is shown

    def serve(self, maker: ThumbnailMaker) -> None:
        """From now on thumbnails come from here."""
        self.supply.maker = maker
        self._wish()

    def show_hits(
        self, ids: Ints, aspects: NDArray[np.float32], sections: Sections, *, keep: bool = False
    ) -> None:
        """Show this list, laid out here and now."""
        self.show_wall(build_wall(ids, aspects, sections, self.viewport().width(), self._tile), keep=keep)

    def frame(self, sort: str = "relevance", *, rest: bool = False) -> Frame:
        """What a list in this order is to be laid out for; with the rest if ``rest``."""
        return Frame(self.viewport().width(), self._tile, self._square, sort, rest)

    @property
    def wall(self) -> Wall:
        """What is shown."""
        return self._wall

    @property
    def square(self) -> bool:
        """Tiles are cut to squares instead of keeping their shape."""
        return self._square

    def set_square(self, square: bool) -> None:
        """Cut tiles to squares, or let them keep their shape."""
        if square != self._square:
            anchor = places.anchor(self)
            self._square = square
            self._lay_out()
            if anchor is not None:
                places.hold(self, *anchor)
            self.cache.clear()
            self._wish()
            self.viewport().update()

    def show_wall(self, wall: Wall, *, keep: bool = False) -> None:
        """Show a list. ``keep``: it is the same question again, so hold place and selection."""
        ids = wall.ids
        self._stale = False
        anchor = places.anchor(self) if keep else None
        if keep:
            self.selection = self.selection.carried(self.ids, ids)
        else:
            self.selection = Selection(len(ids))
        old = self.ids
        self._hands.listed(old, ids, keep=keep)
        self.ids, self._wall = ids, wall
        self.hovered = -1
        self.on_footer = self.on_footer and keep and bool(wall.closed)
        self._lay_out()
        if anchor is not None:
            index, offset = anchor
            place = carried_place(index, old, ids)
            if place >= 0:
                places.hold(self, place, offset)
        elif not keep:
            self.verticalScrollBar().setValue(0)
        self._wish()
        self._settle.start()
        self.viewport().update()
        self.chosen_changed.emit()

    def set_stale(self, stale: bool) -> None:
        """What is shown answers an earlier question, not the one that stands in the bar: pale it."""
        if stale != self._stale:
            self._stale = stale
            self.viewport().update()

    def refresh_pictures(self) -> None:
        """Something changed: ask again for thumbnails that were missing, and for rows."""
        self.cache.ask_again()
        self.rows.forget()
        self._settle.start()
        self._wish()

    @property
    def tile(self) -> int:
        """Height of the thumbnails, logical pixels."""
        return self._tile

    @property
    def largest(self) -> int:
        """As high as a stored thumbnail of a usual shape stays sharp on this screen."""
        sharp = int(LONG_SIDE / (USUAL_SHAPE * self.devicePixelRatioF())) // TILE_STEP * TILE_STEP
        return min(LARGEST, max(sharp, START))

    def set_tile(self, tile: int, at: QPoint | None = None) -> None:
        """Make thumbnails larger or smaller; the photo at ``at`` (or at the top) stays in place."""
        tile = min(max(tile, SMALLEST), self.largest)
        if tile == self._tile:
            return
        anchor = places.anchor(self, at)
        self._tile = tile
        self._lay_out()
        if anchor is not None:
            places.hold(self, *anchor)
        self._wish()
        self.viewport().update()
        self.tile_changed.emit(tile)

    def chosen_ids(self) -> list[int]:
        """The chosen photos, in the order shown."""
        return [int(photo) for photo in self.ids[self.selection.indices]]

    def current_id(self) -> int | None:
        """The photo keyboard and shortcuts speak of."""
        current = self.selection.current
        return int(self.ids[current]) if 0 <= current < len(self.ids) else None

    # layout and scrolling

    def _lay_out(self) -> None:
        if not self._wall.fits(self.frame()):
            self._wall = again(self._wall, self.frame())
        self.layout_ = self._wall.layout
        bar = self.verticalScrollBar()
        bar.setPageStep(max(self.viewport().height() - HEADING, 1))
        below = headings.FOOTER if self._wall.closed else 0
        bar.setRange(0, max(0, self.layout_.height + below - self.viewport().height()))

    def top(self) -> int:
        """The content height at the viewport's upper edge."""
        return self.verticalScrollBar().value()

    def reveal(self, index: int) -> None:
        """Scroll as little as needed to show a tile whole, below the sticky heading."""
        places.reveal(self, index)

    def _scrolled(self, value: int) -> None:
        self._down = value >= self._last_top
        self._last_top = value
        self._hands.scrolled()
        self._wish()
        self._settle.start()
        self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Qt would shift pixels; headings stick to the top, so all is painted anew (2-3 ms)."""

    # thumbnails and rows

    def _wish(self) -> None:
        self.supply.wish(down=self._down)

    def take_pictures(self, made: list[Made]) -> None:
        """Results of the makers, on the GUI thread."""
        for one in made:
            self.cache.put(one)
        if made:
            self.viewport().update()

    def _rows_arrived(self) -> None:
        self.viewport().update()
        self.speak()

    def speak(self) -> None:
        """Tell screen readers what the current photo is."""
        spoken.speak(self)

    def set_outlined(self, outlined: bool) -> None:
        """Outline the part that a photo was found by, or not."""
        self.outlined = outlined
        self._settle.start()
        self.viewport().update()

    def part_at(self, index: int) -> Part | None:
        """The part that a tile's photo was found by, when it is to be outlined and known."""
        key = self._wall.part(index) if self.outlined and 0 <= index < len(self.ids) else None
        return self.parts.get(*key) if key is not None else None

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only rows in view."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), self._brush.page)
        if not len(self.layout_):
            return
        top = self.top()
        area = event.rect()
        self._ringed = self.hasFocus() and self._keyboard
        size = self.viewport().size()
        headings.draw_headings(painter, self._brush, self._wall, top, size)
        rows = self.layout_.rows_between(top + area.top(), top + area.bottom() + 1)
        late: list[Tile] = []
        for index in range(int(self.layout_.first[rows.start]), int(self.layout_.first[rows.stop])):
            tile = self._tile_at(index, top)
            if tile.chosen or tile.current:
                late.append(tile)
            else:
                self._brush.draw_tile(painter, tile)
        for tile in late:  # rings lie over the neighbours
            self._brush.draw_tile(painter, tile)
        headings.draw_footer(
            painter,
            self._brush,
            self._wall,
            top,
            size.width(),
            hovered=self._over_footer,
            ringed=self.on_footer and self._ringed,
        )
        headings.draw_sticky(painter, self._brush, self._wall, top, size)
        if self.band is not None:
            self._brush.draw_band(painter, self.band.translated(0, -top))
        if self._stale:
            self._brush.draw_veil(painter, area, 0.65)

    def _tile_at(self, index: int, top: int) -> Tile:
        photo = int(self.ids[index])
        x, y, w, h = self.layout_.rect(index)
        return Tile(
            QRect(x, y - top, w, h),
            self.cache.get(photo),
            self.cache.missing(photo),
            bool(self.selection.chosen[index]),
            index == self.selection.current and self._ringed and not self.on_footer,
            index == self.hovered,
            self.rows.get(photo),
            *self._wall.stands_for(index),
            self.part_at(index),
            float(self._wall.aspects[index]),
        )

    def heading(self, section: int) -> tuple[str, str]:
        """Title and number of a section, in this language."""
        return headings.heading(self._wall.sections, section)

    def footer_at(self, place: QPoint) -> bool:
        """True over the line that opens the rest."""
        rect = headings.footer(self._wall, self.viewport().width())
        return rect.contains(place + QPoint(0, self.top()))

    # events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A new width is a new layout; the photo in view stays in view."""
        anchor = places.anchor(self)
        self._lay_out()
        if anchor is not None:
            places.hold(self, *anchor)
        self._wish()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose, or begin a rubber band; the line at the end opens the rest."""
        self._keyboard = self.on_footer = False
        if event.button() == Qt.MouseButton.LeftButton and self.footer_at(event.position().toPoint()):
            self.rest_asked.emit()
            return
        self._hands.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hover, drag out, or stretch the band."""
        over = self.footer_at(event.position().toPoint()) and not event.buttons()
        if over != self._over_footer:
            self._over_footer = over
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()
        self._hands.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End of a click or band."""
        self._hands.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open."""
        self._hands.double_click(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu speaks of what is chosen."""
        self._hands.menu(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and wheel change the size, else scroll."""
        if not self._hands.wheel(event):
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and friends; anything else goes to the window."""
        self._keyboard = True
        if not self._hands.key(event):
            event.ignore()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Forget the hovered tile when the pointer leaves the viewport."""
        if event.type() == QEvent.Type.Leave:
            self.hover(-1)
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The focus ring appears; by keyboard there is always a current photo."""
        if self.selection.current < 0 and len(self.ids) and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selection.current = self.selection.anchor = 0
        self._keyboard = event.reason() != Qt.FocusReason.MouseFocusReason
        self.viewport().update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The focus ring goes."""
        self.viewport().update()
        super().focusOutEvent(event)

    def hover(self, index: int) -> None:
        """The pointer is over this tile."""
        if index == self.hovered:
            return
        for one in (self.hovered, index):
            if 0 <= one < len(self.layout_):
                x, y, w, h = self.layout_.rect(one)
                self.viewport().update(QRect(x, y - self.top(), w, h).adjusted(-3, -3, 3, 3))
        self.hovered = index

    def stand_on_footer(self, on: bool) -> None:
        """The keyboard goes to the line that opens the rest, or leaves it."""
        self.on_footer = on
        if on:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
        self.viewport().update()
        self.speak()

    def chose(self) -> None:
        """The selection changed."""
        self.viewport().update()
        self.speak()
        self.chosen_changed.emit()

    def minimumSizeHint(self) -> QSize:
        """One row."""
        return QSize(240, 160)

    def _theme_changed(self) -> None:
        self._brush.renew(self.font())
        self.viewport().update()
