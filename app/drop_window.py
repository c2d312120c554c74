"""A window on which pictures and folders can be dropped anywhere."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow

from app import dropping
from app.theme import Theme


class DropWindow(QMainWindow):
    """Says what a drop would do, and emits ``dropped`` with what came."""

    dropped = Signal(object)  # QMimeData

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.guide = dropping.DropGuide(theme, self)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say what a drop would do."""
        if event.source() is not None or not dropping.acceptable(event.mimeData()):
            return
        event.acceptProposedAction()
        self.guide.appear()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Anywhere in the window will do."""
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Not here after all."""
        self.guide.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Folders are added, pictures are searched for."""
        self.guide.hide()
        event.acceptProposedAction()
        self.dropped.emit(event.mimeData())
