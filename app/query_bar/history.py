"""What was asked before: a list below the query bar (Alt+Down)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.theme import Theme, icon_size

_SHOWN = 12
_HIGH = 30


class HistoryList(QFrame):
    """A popup; emits the query that was chosen, or that shall be forgotten (Delete)."""

    chosen = Signal(object)
    forgotten = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        self.setObjectName("notice")
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setIconSize(icon_size(14))
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(self.tr("What you asked before"))
        self.list.setToolTip(self.tr("Enter asks again, Delete forgets"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.itemClicked.connect(self._take)
        self.list.itemActivated.connect(self._take)
        column.addWidget(self.list)

    def show_queries(self, queries: Sequence[tuple[str, str]], below: QWidget) -> None:
        """Show (text for eyes, query) below a widget; nothing when there are none."""
        self.list.clear()
        for text, query in queries:
            item = QListWidgetItem(self._theme.icon("history", "faint", 14), text)
            item.setData(Qt.ItemDataRole.UserRole, query)
            item.setSizeHint(QSize(80, _HIGH))
            self.list.addItem(item)
        if not queries:
            return
        self.resize(below.width(), min(len(queries), _SHOWN) * _HIGH + 10)
        self.move(below.mapToGlobal(QPoint(0, below.height() + 2)))
        self.list.setCurrentRow(0)
        self.show()
        self.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete forgets the current line; Esc closes."""
        item = self.list.currentItem()
        if event.key() == Qt.Key.Key_Delete and item is not None:
            self.forgotten.emit(item.data(Qt.ItemDataRole.UserRole))
            self.list.takeItem(self.list.row(item))
            if not self.list.count():
                self.close()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _take(self, item: QListWidgetItem) -> None:
        query = item.data(Qt.ItemDataRole.UserRole)
        self.close()
        self.chosen.emit(query)
