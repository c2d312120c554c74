"""The photos of a card as squares under headings: what is new first."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QLocale, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from app.grid.layout import BOTTOM, GAP, MARGIN, RIGHT, Ints, Layout
from app.grid.paint import Brush, Tile
from app.grid.sections import HEADING
from app.grid.thumbnails import Wish
from app.panels.wall import Wall
from app.theme import Theme
from core import paths

if TYPE_CHECKING:
    from core.library.values import CardPhoto

STATES = ("new", "resaved", "here", "unreadable")
TILE = 112

Key = Qt.Key


class CardWall(Wall):
    """``show_asked``: the id of the library's photo that a photo of the card is."""

    show_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.viewport().installEventFilter(self)
        self.photos: tuple[CardPhoto, ...] = ()
        self.current = 0
        self._starts = np.empty(0, np.int64)
        self._book: tuple[int, tuple[CardPhoto, ...]] = (0, ())
        self._brush = Brush(theme, self.font())
        self._lay_out()
        self.setAccessibleName(self.tr("Photos of the card"))
        theme.changed.connect(self._theme_changed)

    # what is shown

    def show_photos(self, photos: tuple[CardPhoto, ...]) -> None:
        """Show the photos of a card, gathered by what they are."""
        ordered = [photo for state in STATES for photo in photos if photo.state == state]
        self.photos = tuple(ordered)
        # Numbers go on from list to list: a late thumbnail of an earlier card is never taken for one of this.
        self._book = (self._book[0] + len(self._book[1]), self.photos)
        states = [photo.state for photo in ordered]
        changes = [n for n, state in enumerate(states) if not n or state != states[n - 1]]
        self._starts = np.array(changes, np.int64)
        self.cache.clear()
        self.current = 0
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self._wish()
        self._speak()
        self.viewport().update()

    def photo_at(self, number: int) -> CardPhoto | None:
        """The photo a thumbnail is asked for by this number; None: of an earlier card. Any thread."""
        first, photos = self._book
        return photos[number - first] if 0 <= number - first < len(photos) else None

    def _lay_out(self) -> None:
        self.layout_ = squares(self._starts, len(self.photos), self.viewport().width())
        self._set_height(self.layout_.height, self.viewport().height() - HEADING)

    def wishes(self, top: int, bottom: int) -> list[Wish]:
        """Thumbnails to be made for what stands between two heights."""
        first, ratio = self._book[0], self.devicePixelRatioF()
        wanted = []
        for index in self.layout_.tiles_between(top, bottom):
            _, _, w, h = self.layout_.rect(index)
            width, height = math.ceil(w * ratio), math.ceil(h * ratio)
            unreadable = self.photos[index].state == "unreadable"
            if not unreadable and not self.cache.fits(first + index, width, height):
                wanted.append(Wish(first + index, width, height, ratio))
        return wanted

    # words

    def heading(self, section: int) -> tuple[str, str]:
        """Title and number of a section."""
        begin = int(self._starts[section])
        end = int(self._starts[section + 1]) if section + 1 < len(self._starts) else len(self.photos)
        titles = {
            "new": self.tr("New"),
            "resaved": self.tr("In the library in another size"),
            "here": self.tr("Already here"),
            "unreadable": self.tr("Could not be read"),
        }
        return titles[self.photos[begin].state], QLocale().toString(end - begin)

    def words(self, index: int) -> list[str]:
        """Where a photo is, and where the library has it."""
        photo = self.photos[index]
        said = [paths.display(photo.path)]
        if photo.match is not None:
            place = f"{photo.match.folder}/{photo.match.name}" if photo.match.folder else photo.match.name
            said.append(self.tr("In the library: {place}. Click to show it.").format(place=place))
        return said

    def _speak(self) -> None:
        text = ""
        if self.current < len(self.photos):
            section = int(np.searchsorted(self._starts, self.current, side="right")) - 1
            text = ", ".join([self.heading(section)[0], *self.words(self.current)])
        self.say(text)

    # pointer and keyboard

    def _at(self, place: QPoint) -> int:
        return self.layout_.at(place.x(), place.y() + self.top)

    def _show(self, index: int) -> None:
        match = self.photos[index].match
        if match is not None:
            self.show_asked.emit(match.id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The place of the keyboard follows the pointer."""
        index = self._at(event.position().toPoint())
        self._keyboard = False
        if event.button() == Qt.MouseButton.LeftButton and index >= 0:
            self.current = index
            self._speak()
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click shows the library's photo."""
        index = self._at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index >= 0 and index == self.current:
            self._show(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What can be clicked shows a hand."""
        index = self._at(event.position().toPoint())
        there = index >= 0 and self.photos[index].match is not None
        hand = Qt.CursorShape.PointingHandCursor if there else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(hand)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Names and places are said in a tooltip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self._at(event.pos())
            text = "\n".join(self.words(index)) if index >= 0 else ""
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and friends; Enter shows the library's photo."""
        key, last = event.key(), len(self.photos) - 1
        page = max(self.viewport().height() // TILE, 1)
        moves: dict[int, Callable[[], int]] = {
            Key.Key_Left: lambda: self.current - 1,
            Key.Key_Right: lambda: self.current + 1,
            Key.Key_Up: lambda: self.layout_.above_or_below(self.current, -1),
            Key.Key_Down: lambda: self.layout_.above_or_below(self.current, 1),
            Key.Key_PageUp: lambda: self.layout_.above_or_below(self.current, -page),
            Key.Key_PageDown: lambda: self.layout_.above_or_below(self.current, page),
            Key.Key_Home: lambda: 0,
            Key.Key_End: lambda: last,
        }
        if last < 0:
            super().keyPressEvent(event)
        elif key in moves:
            self._keyboard = True
            self.current = min(max(moves[key](), 0), last)
            self._reveal()
            self._speak()
            self.viewport().update()
        elif key in {Key.Key_Return, Key.Key_Enter, Key.Key_Space}:
            self._show(self.current)
        else:
            super().keyPressEvent(event)

    def _reveal(self) -> None:
        _, y, _, h = self.layout_.rect(self.current)
        if y - HEADING < self.top:
            self.verticalScrollBar().setValue(y - HEADING)
        elif y + h + 8 > self.top + self.viewport().height():
            self.verticalScrollBar().setValue(y + h + 8 - self.viewport().height())

    # painting

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer stand beside each other."""
        self._lay_out()
        self._wish()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only what is in view."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), self._brush.page)
        bottom = self.top + self.viewport().height()
        for section in self.layout_.headings_between(self.top, bottom, HEADING):
            y = int(self.layout_.heading_y[section]) - self.top
            rect = QRect(MARGIN, y, self.viewport().width() - MARGIN - RIGHT, HEADING)
            self._brush.draw_heading(painter, rect, *self.heading(section), line=False)
        ringed = self._keyboard and self.hasFocus()
        first = self._book[0]
        for index in self.layout_.tiles_between(self.top, bottom):
            x, y, w, h = self.layout_.rect(index)
            picture = self.cache.get(first + index)
            missing = self.cache.missing(first + index) or self.photos[index].state == "unreadable"
            rect = QRect(x, y - self.top, w, h)
            current = ringed and index == self.current
            self._brush.draw_tile(painter, Tile(rect, picture, missing, False, current, False, None))

    def minimumSizeHint(self) -> QSize:
        """Two squares."""
        return QSize(256, 160)

    def _theme_changed(self) -> None:
        self._brush.renew(self.font())
        self.viewport().update()


def squares(starts: Ints, count: int, width: int) -> Layout:
    """Squares of one size in rows that fill the width; sections begin at ``starts`` below a heading."""
    room = max(width - MARGIN - RIGHT, TILE)
    columns = (room + GAP) // (TILE + GAP)
    side = (room + GAP) // columns - GAP
    sizes = np.diff(np.append(starts, count))
    rows = -(-sizes // columns)
    nth = np.arange(count) - np.repeat(starts, sizes)  # within its section
    x = MARGIN + nth % columns * (side + GAP)
    first = np.append(np.flatnonzero(nth % columns == 0), count)
    before = np.repeat(np.arange(1, len(starts) + 1), rows)  # headings above each row
    y = np.arange(int(rows.sum())) * (side + GAP) + before * HEADING
    heading_y = (np.cumsum(rows) - rows) * (side + GAP) + np.arange(len(starts)) * HEADING
    height = int(y[-1]) + side + BOTTOM if len(y) else 0
    same = np.full(max(count, len(y)), side, np.int64)
    return Layout(width, height, x, same[:count], first, y, same[: len(y)], starts, heading_y)
