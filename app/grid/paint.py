"""How tiles, captions, rings and headings of the grid are drawn."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QLinearGradient, QPainter, QPen, QPixmap

from app import theme as looks
from app.grid.outlines import Part, draw_part
from app.grid.thumbnails import CORNER

if TYPE_CHECKING:
    from core.library.values import PhotoInfo

RING = 3


@dataclass(frozen=True)
class Tile:
    """What one tile shows, ``rect`` in viewport coordinates."""

    rect: QRect
    pixmap: QPixmap | None
    missing: bool
    chosen: bool
    current: bool
    hovered: bool
    row: PhotoInfo | None
    copies: int = 1
    paired: bool = False
    part: Part | None = None  # what the hit was found by, to be outlined
    aspect: float = 1.0  # of the photo, of which the tile may show the middle only


class Brush:
    """Draws with the theme's colours; remakes its pens and fonts when the theme changes."""

    def __init__(self, theme: looks.Theme, font: QFont) -> None:
        self._theme = theme
        self.renew(font)

    def renew(self, font: QFont) -> None:
        """Take the theme's present colours."""
        self.page = self._theme.colour("page")
        self.tile = self._theme.colour("tile")
        self.accent = self._theme.colour("accent")
        self.text = self._theme.colour("text")
        self.faint = self._theme.colour("faint")
        self.line = self._theme.colour("line")
        self.heading_font = QFont(font)
        self.heading_font.setPixelSize(15)
        self.heading_font.setWeight(QFont.Weight.DemiBold)
        self.count_font = QFont(font)
        self.count_font.setPixelSize(looks.TEXT)
        self.name_font = QFont(font)
        self.name_font.setPixelSize(looks.SMALL)
        self.name_font.setWeight(QFont.Weight.DemiBold)
        self.small_font = QFont(font)
        self.small_font.setPixelSize(11)
        self.offline = self._theme.pixmap("cloud-off", "on_fill", 14, 2.0)
        self.no_picture = self._theme.pixmap("image", "faint", 20, 2.0)
        self.open_rest = self._theme.pixmap("chevron-down", "accent", 14, 2.0)
        self.heart = self._theme.pixmap("heart-filled", "on_fill", 14, 2.0)

    def draw_tile(self, painter: QPainter, tile: Tile) -> None:
        """One photo with whatever is said about it."""
        rect = tile.rect
        offline = tile.row is not None and tile.row.offline
        if tile.pixmap is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.tile)
            painter.drawRoundedRect(rect, CORNER, CORNER)
            if tile.missing:
                painter.drawPixmap(rect.center().x() - 10, rect.center().y() - 10, self.no_picture)
        else:
            if offline:
                painter.setOpacity(0.4)
            if tile.pixmap.deviceIndependentSize() == rect.size().toSizeF():
                painter.drawPixmap(rect.topLeft(), tile.pixmap)
            else:
                painter.drawPixmap(rect, tile.pixmap)
            painter.setOpacity(1.0)
        if offline:
            self._badge(painter, rect)
        if tile.row is not None and tile.row.favourite and rect.width() >= 48:
            painter.drawPixmap(rect.left() + 7, rect.bottom() - 20, self.heart)
        self._stands_for(painter, rect, tile)
        if tile.part is not None and tile.pixmap is not None and not offline:
            named = tile.hovered or tile.current
            below = 28 if tile.copies > 1 or tile.paired else 0
            draw_part(painter, rect, tile.aspect, tile.part, self.small_font, named=named, below=below)
        if tile.hovered and tile.row is not None:
            self._caption(painter, rect, tile.row)
        if tile.chosen:
            self._ring(painter, rect, RING + 2 if tile.current else RING)
        elif tile.current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.accent, 1.5))
            painter.drawRoundedRect(QRectF(rect).adjusted(-1.25, -1.25, 1.25, 1.25), CORNER + 1, CORNER + 1)

    def _ring(self, painter: QPainter, rect: QRect, wide: int) -> None:
        """Around a chosen tile; a wider one where the keyboard is. It ends in the middle of the gap."""
        edge = -1.0 - (wide - RING) / 2
        inner = QRectF(rect).adjusted(wide + edge, wide + edge, -wide - edge, -wide - edge)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.page, 1.5))
        painter.drawRoundedRect(inner.adjusted(0.25, 0.25, -0.25, -0.25), CORNER - 1, CORNER - 1)
        centre = wide / 2 + edge
        painter.setPen(QPen(self.accent, wide))
        painter.drawRoundedRect(
            QRectF(rect).adjusted(centre, centre, -centre, -centre), CORNER + 1, CORNER + 1
        )

    def _badge(self, painter: QPainter, rect: QRect) -> None:
        circle = QRectF(rect.right() - 27, rect.top() + 6, 22, 22)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 120))
        painter.drawEllipse(circle)
        painter.drawPixmap(circle.topLeft() + QPointF(4, 4), self.offline)

    def _stands_for(self, painter: QPainter, rect: QRect, tile: Tile) -> None:
        """In the corner: a RAW file lies beside it, and how many photos it is."""
        words = " ".join(
            one for one in ("RAW" if tile.paired else "", f"{tile.copies}×" if tile.copies > 1 else "") if one
        )
        if not words:
            return
        painter.setFont(self.small_font)
        wide = QFontMetrics(self.small_font).horizontalAdvance(words) + 12
        pill = QRectF(rect.left() + 6, rect.top() + 6, wide, 18)
        if wide > rect.width() - 12:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 130))
        painter.drawRoundedRect(pill, 9, 9)
        painter.setPen(QColor(255, 255, 255))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)

    def _caption(self, painter: QPainter, rect: QRect, row: PhotoInfo) -> None:
        lines = [row.name.replace("\n", "␤"), details(row)]
        high = 46 if rect.width() >= 90 else 28
        high = min(high, rect.height())
        box = QRectF(rect.left(), rect.bottom() + 1 - high, rect.width(), high)
        shade = QLinearGradient(box.topLeft(), box.bottomLeft())
        shade.setColorAt(0.0, QColor(0, 0, 0, 0))
        shade.setColorAt(0.45, QColor(0, 0, 0, 120))
        shade.setColorAt(1.0, QColor(0, 0, 0, 190))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        painter.drawRoundedRect(box, CORNER, CORNER)
        room = rect.width() - 16
        if room < 24:
            return
        painter.setPen(QColor(255, 255, 255))
        base = rect.bottom() - 8
        if high >= 46:
            painter.setFont(self.small_font)
            text = QFontMetrics(self.small_font).elidedText(lines[1], Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(rect.left() + 8, base), text)
            base -= 15
        painter.setFont(self.name_font)
        text = QFontMetrics(self.name_font).elidedText(lines[0], Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(QPointF(rect.left() + 8, base), text)

    def draw_heading(self, painter: QPainter, rect: QRect, title: str, count: str, *, line: bool) -> None:
        """A heading: what it says, how many, and a hairline above when it begins the rest."""
        if line:
            painter.setPen(QPen(self.line, 1))
            painter.drawLine(rect.left(), rect.top() + 4, rect.right(), rect.top() + 4)
        base = rect.bottom() - 13
        painter.setPen(self.text)
        painter.setFont(self.heading_font)
        metrics = QFontMetrics(self.heading_font)
        shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, max(rect.width() - 80, 40))
        painter.drawText(rect.left(), base, shown)
        if count:
            painter.setPen(self.faint)
            painter.setFont(self.count_font)
            painter.drawText(rect.left() + metrics.horizontalAdvance(shown) + 8, base, count)

    def draw_ring(self, painter: QPainter, rect: QRect) -> None:
        """Where the keyboard is, when it is on no photo."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.accent, 1.5))
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 6, 6)

    def draw_veil(self, painter: QPainter, area: QRect, strength: float) -> None:
        """The page's colour over what was painted: below a heading, or over an earlier answer."""
        veil = QColor(self.page)
        veil.setAlphaF(strength)
        painter.fillRect(area, veil)

    def draw_band(self, painter: QPainter, rect: QRect) -> None:
        """The rubber band."""
        fill = QColor(self.accent)
        fill.setAlpha(40)
        painter.setPen(QPen(self.accent, 1))
        painter.setBrush(fill)
        painter.drawRect(rect.adjusted(0, 0, -1, -1))


def details(row: PhotoInfo) -> str:
    """Date and folder of a photo, for a caption."""
    taken = day_text(row.taken_at, row.taken_offset)
    # The end of a path tells more than its beginning.
    folder = os.sep.join(row.folder.rstrip(os.sep).split(os.sep)[-2:])
    return f"{taken} · {folder}" if taken else folder


def day_text(taken_at: float | None, offset: int | None) -> str:
    """The day a photo was taken, as this locale writes it."""
    if taken_at is None:
        return ""
    days = int((taken_at + 60 * (offset or 0)) // 86400)
    return QLocale().toString(date_of(days), QLocale.FormatType.ShortFormat)


def date_of(days: int) -> QDate:
    """The date so many days after 1970-01-01."""
    return QDate(1970, 1, 1).addDays(days)
