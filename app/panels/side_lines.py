"""How the lines of the side bar are drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.theme import SMALL, Theme

if TYPE_CHECKING:
    from core.library.values import FolderInfo, SavedSearch

ROLE = Qt.ItemDataRole.UserRole
HIGH = 30  # one line
_INSET = 8  # to the icon, and from the number to the edge
_TEXT_AT = 32


@dataclass(frozen=True)
class Entry:
    """One line. ``kind``: heading, gap, folder, search, or the name of a page; ``right``: number or state;
    ``key`` names the line among all; ``loud``: its number calls for attention."""

    kind: str
    text: str
    icon: str = ""
    right: str = ""
    faint: bool = False
    folder: FolderInfo | None = None
    search: SavedSearch | None = None
    loud: bool = False

    @property
    def key(self) -> str:
        """What tells this line from all others."""
        if self.folder is not None:
            return f"folder:{self.folder.id}"
        return f"search:{self.search.id}" if self.search is not None else self.kind


class AddButton(QAbstractButton):
    """Looks like a line of the list above it."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        self._theme = theme
        self.setText(text)
        self.setAccessibleName(text)
        self.setFixedHeight(HIGH)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Icon, words and a margin."""
        return QSize(_TEXT_AT + self.fontMetrics().horizontalAdvance(self.text()) + _INSET, HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground shows the pointer, the ring the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isDown() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("pressed" if self.isDown() else "hover"))
            painter.drawRoundedRect(_ground(self.rect()), 6, 6)
        if self.hasFocus():
            _draw_focus(painter, self._theme, self.rect())
        picture = self._theme.pixmap("folder-plus", "accent", 16, self.devicePixelRatioF())
        painter.drawPixmap(_INSET, self.rect().center().y() - 7, picture)
        painter.setPen(self._theme.colour("text"))
        inner = self.rect().adjusted(_TEXT_AT, 0, -_INSET, 0)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, text)


class Lines(QStyledItemDelegate):
    """Draws one line of the side bar."""

    def __init__(self, theme: Theme, list_: QListWidget) -> None:
        super().__init__(list_)
        self._theme = theme
        self.chosen = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """High enough for a line, a heading or a gap."""
        entry: Entry = index.data(ROLE)
        if entry.kind == "heading":
            return QSize(80, 24 if index.row() == 0 else 36)
        return QSize(80, 16 if entry.kind == "gap" else HIGH)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Its ground, icon, words and number."""
        entry: Entry = index.data(ROLE)
        if entry.kind == "gap":
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        font = QFont(option.font)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.kind == "heading":
            font.setPixelSize(11)
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(self._theme.colour("faint"))
            below = rect.adjusted(_INSET, 0, -_INSET, -4)
            painter.drawText(below, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading, entry.text)
            painter.restore()
            return
        selected = entry.key == self.chosen
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("chosen" if selected else "hover"))
            painter.drawRoundedRect(_ground(rect), 6, 6)
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
            _draw_focus(painter, self._theme, rect)
        self._words(painter, rect, entry, font, selected=selected)
        painter.restore()

    def _words(self, painter: QPainter, rect: QRect, entry: Entry, font: QFont, *, selected: bool) -> None:
        leading = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        trailing = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        role = "faint" if entry.faint else "accent" if entry.kind != "problems" else "warning"
        picture = self._theme.pixmap(entry.icon, role, 16, ratio)
        painter.drawPixmap(rect.left() + _INSET, rect.center().y() - 7, picture)
        inner = rect.adjusted(_TEXT_AT, 0, -_INSET, 0)
        small = QFont(font)
        small.setPixelSize(SMALL)
        painter.setFont(small)
        # faint words could not be read on the chosen line's ground
        painter.setPen(self._theme.colour("accent" if entry.loud else "text" if selected else "faint"))
        painter.drawText(inner, trailing, entry.right)
        right = painter.fontMetrics().horizontalAdvance(entry.right)
        painter.setFont(font)
        text_colour: QColor = self._theme.colour("faint" if entry.faint else "text")
        painter.setPen(text_colour)
        room = inner.width() - (right + 8 if right else 0)
        text = painter.fontMetrics().elidedText(
            entry.text.replace("\n", "␤"), Qt.TextElideMode.ElideMiddle, room
        )
        painter.drawText(inner, leading, text)


def _ground(rect: QRect) -> QRect:
    return rect.adjusted(0, 1, 0, -1)


def _draw_focus(painter: QPainter, theme: Theme, rect: QRect) -> None:
    painter.setPen(QPen(theme.colour("accent"), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(1, 2, -1, -2), 6, 6)
