"""The side bar: Library, Folders with their state, Problems with their number."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.theme import SMALL, Theme
from core import paths

if TYPE_CHECKING:
    from core.library.values import FolderInfo

_ROLE = Qt.ItemDataRole.UserRole
_HIGH = 30  # one line
_INSET = 8  # to the icon, and from the number to the edge
_TEXT_AT = 32


@dataclass(frozen=True)
class Entry:
    """One line. ``kind``: heading, gap, all, folder or problems; ``right``: number or state."""

    kind: str
    text: str
    icon: str = ""
    right: str = ""
    faint: bool = False
    folder: FolderInfo | None = None


class SideBar(QFrame):
    """Emits what was chosen; is told what there is."""

    all_asked = Signal()
    problems_asked = Signal()
    folder_asked = Signal(object)
    folder_menu_asked = Signal(object, QPoint)
    add_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: list[Entry] = []
        self._kind = "all"
        self.setObjectName("side")
        self.setMinimumWidth(160)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setItemDelegate(_Line(theme, self))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(self.tr("Library"))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._menu)
        self.list.currentItemChanged.connect(self._chosen)
        self.list.itemActivated.connect(self._activated)
        self.list.itemClicked.connect(self._clicked)
        self.list.viewport().setAutoFillBackground(False)
        self.list.setStyleSheet("QListWidget { background: transparent; outline: none; }")
        column.addWidget(self.list, 1)
        self.add = _AddButton(theme, self.tr("Add folder"))
        self.add.setToolTip(self.tr("Choose a folder with photos (Ctrl+O)"))
        self.add.clicked.connect(self.add_asked)
        column.addWidget(self.add)
        theme.changed.connect(self.list.viewport().update)
        self.show_library((), 0, 0)

    def sizeHint(self) -> QSize:
        """Room for a folder's name and its number."""
        return QSize(208, 400)

    def show_library(self, folders: Sequence[FolderInfo], photos: int, problems: int) -> None:
        """What there is. The chosen line stays chosen."""
        number = QLocale().toString
        entries = [
            Entry("heading", self.tr("Library")),
            Entry("all", self.tr("All photos"), "images", number(photos) if photos else ""),
        ]
        if folders:
            entries.append(Entry("heading", self.tr("Folders")))
        for folder in folders:
            state = self.state_words(folder.state)
            offline = folder.state == "offline"
            right = state or (number(folder.photos) if folder.photos else "")
            icon = "hard-drive" if offline else "folder"
            entries.append(Entry("folder", shown_name(folder), icon, right, offline, folder))
        if problems:
            entries.append(Entry("gap", ""))  # one line needs no heading
            entries.append(Entry("problems", self.tr("Problems"), "triangle-alert", number(problems)))
        if entries != self._entries:
            self._entries = entries
            self._fill()

    def choose(self, kind: str) -> None:
        """Mark a line without asking for it."""
        self._kind = kind
        self.list.viewport().update()
        self.list.blockSignals(True)
        for index, entry in enumerate(self._entries):
            if entry.kind == kind:
                self.list.setCurrentRow(index)
        self.list.blockSignals(False)

    def state_words(self, state: str) -> str:
        """A folder's state as a word; nothing when it is simply watched, or soon will be."""
        return {
            "offline": self.tr("Offline"),
            "polling": self.tr("Polling"),
            "limit": self.tr("Polling"),
        }.get(state, "")

    def _tip(self, folder: FolderInfo) -> str:
        path = "" if is_samples(folder) else paths.display(folder.path)
        words = {
            "offline": self.tr("Not reachable now. Its photos are still found by their thumbnails."),
            "polling": self.tr("Looked at every now and then, because this place tells of no changes."),
            "limit": self.tr(
                "Looked at every now and then: the system's limit of watched folders is reached. "
                "Raise it with: sudo sysctl fs.inotify.max_user_watches=524288"
            ),
            "waiting": self.tr("Not yet looked at."),
            "live": self.tr("Watched: new photos appear by themselves."),
        }
        return "\n".join(part for part in (path, words.get(folder.state, "")) if part)

    def _fill(self) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for entry in self._entries:
            item = QListWidgetItem(entry.text)
            item.setData(_ROLE, entry)
            said = f"{entry.text}, {entry.right}" if entry.right else entry.text
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            if entry.folder is not None:
                item.setToolTip(self._tip(entry.folder))
            if entry.kind in {"heading", "gap"}:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.choose(self._kind)

    def _chosen(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is None:
            return
        entry: Entry = item.data(_ROLE)
        if entry.folder is not None:
            return  # only gone through by keyboard, or clicked on the way to its menu
        self._kind = entry.kind
        self.list.viewport().update()
        if entry.kind == "all":
            self.all_asked.emit()
        elif entry.kind == "problems":
            self.problems_asked.emit()

    def _clicked(self, item: QListWidgetItem) -> None:
        """A click on the line that is current already asks for it again."""
        self._chosen(item, None)

    def _activated(self, item: QListWidgetItem) -> None:
        """Enter or a double click; a folder opens in the file manager."""
        entry: Entry = item.data(_ROLE)
        if entry.folder is not None:
            self.folder_asked.emit(entry.folder)
        else:
            self._chosen(item, None)

    @property
    def kind(self) -> str:
        """What the window shows: all or problems."""
        return self._kind

    def _menu(self, place: QPoint) -> None:
        item = self.list.itemAt(place)
        entry: Entry | None = item.data(_ROLE) if item is not None else None
        if entry is not None and entry.folder is not None:
            self.folder_menu_asked.emit(entry.folder, self.list.viewport().mapToGlobal(place))


class _AddButton(QAbstractButton):
    """Looks like a line of the list above it."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        self._theme = theme
        self.setText(text)
        self.setAccessibleName(text)
        self.setFixedHeight(_HIGH)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Icon, words and a margin."""
        return QSize(_TEXT_AT + self.fontMetrics().horizontalAdvance(self.text()) + _INSET, _HIGH)

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


class _Line(QStyledItemDelegate):
    """Draws one line of the side bar."""

    def __init__(self, theme: Theme, side: SideBar) -> None:
        super().__init__(side)
        self._theme = theme
        self._side = side

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        entry: Entry = index.data(_ROLE)
        if entry.kind == "heading":
            return QSize(80, 24 if index.row() == 0 else 36)
        return QSize(80, 16 if entry.kind == "gap" else _HIGH)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry: Entry = index.data(_ROLE)
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
        selected = entry.kind == self._side.kind
        # a folder does nothing when clicked, so it does not offer itself under the pointer
        hovered = entry.folder is None and bool(state & QStyle.StateFlag.State_MouseOver)
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
        painter.setPen(self._theme.colour("text" if selected else "faint"))
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


def is_samples(folder: FolderInfo) -> bool:
    """True for the sample photos, which lie in the library's own home."""
    return folder.path == os.fsencode(paths.data_home() / "samples")


def shown_name(folder: FolderInfo) -> str:
    """A folder's name for eyes."""
    if is_samples(folder):
        return QCoreApplication.translate("SideBar", "Sample photos")
    return folder.name


def _ground(rect: QRect) -> QRect:
    return rect.adjusted(0, 1, 0, -1)


def _draw_focus(painter: QPainter, theme: Theme, rect: QRect) -> None:
    painter.setPen(QPen(theme.colour("accent"), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(1, 2, -1, -2), 6, 6)
