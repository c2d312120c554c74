"""How the cards of duplicates are drawn: ground, words, buttons, tiles and their switches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from app import theme as looks
from app.grid.thumbnails import CORNER
from app.panels.duplicate_layout import HEAD, PAD, SWITCH

_BUTTON = 28
_LEADING = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
_LINE = 17


@dataclass(frozen=True)
class Button:
    """A painted button: what it does, where and what it says."""

    name: str
    rect: QRect
    text: str
    enabled: bool


@dataclass(frozen=True)
class TileLook:
    """What one tile shows. ``rect``: the tile; ``picture``: the picture in it; viewport coordinates.

    ``lines``: words and whether they differ from those of the photo that is kept.
    """

    rect: QRect
    picture: QRect
    pixmap: QPixmap | None
    missing: bool
    goes: bool
    offline: bool
    current: bool
    badge: str
    lines: tuple[tuple[str, bool], ...]
    halves: tuple[QRect, QRect]
    words: tuple[str, str]
    hovered_half: int


class CardBrush:
    """Draws with the theme's colours; takes them anew when the theme changes."""

    def __init__(self, theme: looks.Theme, font: QFont) -> None:
        self._theme = theme
        self.font = QFont(font)
        self.font.setPixelSize(looks.TEXT)
        self.bold = QFont(self.font)
        self.bold.setWeight(QFont.Weight.DemiBold)
        self.small = QFont(font)
        self.small.setPixelSize(looks.SMALL)
        self.small_bold = QFont(self.small)
        self.small_bold.setWeight(QFont.Weight.DemiBold)
        self.renew()

    def renew(self) -> None:
        """Take the theme's present colours."""
        self.no_picture = self._theme.pixmap("image", "faint", 20, 2.0)
        self.offline = self._theme.pixmap("cloud-off", "on_fill", 14, 2.0)
        self._signs: dict[tuple[int, str, float], QPixmap] = {}

    def place_buttons(self, card: QRect, wanted: Sequence[tuple[str, str, bool]]) -> list[Button]:
        """Buttons (name, words, enabled) at the trailing edge of a card's head."""
        metrics = QFontMetrics(self.font)
        right = card.right() - PAD + 1
        placed = []
        for name, text, enabled in reversed(wanted):
            wide = metrics.horizontalAdvance(text) + 24
            rect = QRect(right - wide, card.top() + (HEAD - _BUTTON) // 2, wide, _BUTTON)
            placed.append(Button(name, rect, text, enabled))
            right -= wide + 8
        return placed[::-1]

    def draw_card(
        self, painter: QPainter, card: QRect, title: str, said: str, buttons: Sequence[Button]
    ) -> None:
        """The ground of a group, what it is and what can be done with it (but not the buttons)."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("side"))
        painter.drawRoundedRect(card, 8, 8)
        left = card.left() + PAD
        room = (buttons[0].rect.left() if buttons else card.right()) - left - 12
        if room < 40:
            return
        head = QRect(left, card.top(), room, HEAD)
        metrics = QFontMetrics(self.bold)
        shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room)
        painter.setFont(self.bold)
        painter.setPen(self._theme.colour("text"))
        painter.drawText(head, _LEADING, shown)
        used = metrics.horizontalAdvance(shown) + 8
        if room - used > 40:
            painter.setFont(self.font)
            painter.setPen(self._theme.colour("faint"))
            rest = QFontMetrics(self.font).elidedText(said, Qt.TextElideMode.ElideRight, room - used)
            painter.drawText(head.adjusted(used, 0, 0, 0), _LEADING, rest)

    def draw_button(self, painter: QPainter, button: Button, *, hovered: bool, pressed: bool) -> None:
        """Looks like the window's other buttons."""
        painter.setOpacity(1.0 if button.enabled else 0.45)
        ground = "raised"
        if button.enabled and (hovered or pressed):
            ground = "chosen" if pressed else "field"
        painter.setBrush(self._theme.colour(ground))
        painter.setPen(QPen(self._theme.colour("field_line"), 1))
        painter.drawRoundedRect(QRectF(button.rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setFont(self.font)
        painter.setPen(self._theme.colour("text"))
        painter.drawText(button.rect, Qt.AlignmentFlag.AlignCenter, button.text)
        painter.setOpacity(1.0)

    def draw_tile(self, painter: QPainter, look: TileLook) -> None:
        """A photo, its switch and its words."""
        if look.pixmap is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("tile"))
            painter.drawRoundedRect(look.picture, CORNER, CORNER)
            if look.missing:
                middle = look.picture.center()
                painter.drawPixmap(middle.x() - 10, middle.y() - 10, self.no_picture)
        else:
            painter.setOpacity(0.35 if look.goes or look.offline else 1.0)
            painter.drawPixmap(look.picture, look.pixmap)
            painter.setOpacity(1.0)
        if look.badge:
            self._draw_badge(painter, look)
        if look.offline:
            self._draw_offline(painter, look.picture)
        if look.current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(look.rect).adjusted(-6, -6, 6, 6), 8, 8)
        self._draw_switch(painter, look)
        self._draw_lines(painter, look)

    def _draw_badge(self, painter: QPainter, look: TileLook) -> None:
        metrics = QFontMetrics(self.small_bold)
        text = metrics.elidedText(look.badge, Qt.TextElideMode.ElideRight, max(look.picture.width() - 24, 60))
        box = QRectF(look.picture.x() + 6, look.picture.y() + 6, metrics.horizontalAdvance(text) + 14, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 165))
        painter.drawRoundedRect(box, 10, 10)
        painter.setFont(self.small_bold)
        painter.setPen(QColor(255, 255, 255))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _draw_offline(self, painter: QPainter, picture: QRect) -> None:
        circle = QRectF(picture.right() - 27, picture.top() + 6, 22, 22)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 120))
        painter.drawEllipse(circle)
        painter.drawPixmap(int(circle.x()) + 4, int(circle.y()) + 4, self.offline)

    def _raised(self) -> QColor:
        """The half that holds stands out from its ground, in the dark too."""
        if not self._theme.colours.dark:
            return self._theme.colour("raised")
        light = QColor(self._theme.colour("text"))
        light.setAlphaF(0.12)
        return light

    def _draw_switch(self, painter: QPainter, look: TileLook) -> None:
        """Two halves, the one that holds is raised."""
        whole = QRectF(look.halves[0].united(look.halves[1]))
        painter.setOpacity(0.45 if look.offline else 1.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("hover"))
        painter.drawRoundedRect(whole, 6, 6)
        painter.setFont(self.small)
        for half, (rect, text) in enumerate(zip(look.halves, look.words, strict=True)):
            holds = half == int(look.goes)
            if holds:
                painter.setPen(QPen(self._theme.colour("field_line"), 1))
                painter.setBrush(self._raised())
                painter.drawRoundedRect(QRectF(rect).adjusted(1.5, 1.5, -1.5, -1.5), 5, 5)
            elif look.hovered_half == half and not look.offline:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.colour("hover"))
                painter.drawRoundedRect(QRectF(rect).adjusted(1.5, 1.5, -1.5, -1.5), 5, 5)
            self._draw_half(painter, rect, text, half, holds=holds)
        painter.setOpacity(1.0)

    def _draw_half(self, painter: QPainter, rect: QRect, text: str, half: int, *, holds: bool) -> None:
        role = ("warning" if half else "text") if holds else "faint"
        metrics = QFontMetrics(self.small)
        sign = 17 if metrics.horizontalAdvance(text) + 17 <= rect.width() - 10 else 0  # words come first
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width() - 10 - sign)
        x = rect.x() + (rect.width() - sign - metrics.horizontalAdvance(shown)) // 2
        painter.setPen(self._theme.colour(role))
        painter.drawText(QRect(x + sign, rect.y(), rect.width(), rect.height()), _LEADING, shown)
        if not sign:
            return
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        key = (half, role, ratio)
        if key not in self._signs:
            self._signs[key] = self._theme.pixmap("trash-2" if half else "check", role, 12, ratio)
        painter.drawPixmap(x, rect.y() + (SWITCH - 12) // 2, self._signs[key])

    def _draw_lines(self, painter: QPainter, look: TileLook) -> None:
        y = look.halves[0].bottom() + 7
        for place, (text, differs) in enumerate(look.lines):
            font = self.small if place else self.small_bold
            painter.setFont(font)
            painter.setPen(self._theme.colour("text" if differs or not place else "faint"))
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideMiddle, look.rect.width())
            painter.drawText(QRect(look.rect.x(), y, look.rect.width(), _LINE), _LEADING, shown)
            y += _LINE
