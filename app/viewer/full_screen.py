"""The photo alone on the screen; the viewer's bar comes with the pointer and goes when that rests."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.viewer.canvas import Canvas
from app.viewer.tools import HIGH, Tools

_HIDE_MS = 2000


class FullScreen(QObject):
    """Takes the bar out of the viewer's column and lays it over the photo, and back."""

    def __init__(
        self, viewer: QWidget, column: QVBoxLayout, tools: Tools, canvas: Canvas, strip: QWidget
    ) -> None:
        super().__init__(viewer)
        self._viewer = viewer
        self._column = column
        self._tools = tools
        self._canvas = canvas
        self._strip = strip
        self.full = False
        self._hide = QTimer(self, singleShot=True, interval=_HIDE_MS)
        self._hide.timeout.connect(self.hide_tools)

    def set_full(self, full: bool) -> None:
        """Use the whole screen, or no longer."""
        if full == self.full:
            return
        self.full = full
        self._strip.setVisible(not full)
        self._tools.show_full(full)
        if full:
            self._column.removeWidget(self._tools)
            self._hide.start()
        else:
            self._hide.stop()
            self._column.insertWidget(0, self._tools)
            self._tools.show()
            self._canvas.show_pointer(True)
        self._tools.raise_()
        self.place()

    def place(self) -> None:
        """The bar spans the window."""
        if self.full:
            self._tools.setGeometry(0, 0, self._viewer.width(), HIGH)

    def pointer_moved(self) -> None:
        """The bar comes."""
        if self.full:
            self._tools.show()
            self._canvas.show_pointer(True)
            self._hide.start()

    def hide_tools(self) -> None:
        """The bar goes, unless it is in use."""
        focus = self._viewer.focusWidget()
        inside = focus is not None and self._tools.isAncestorOf(focus)
        if self._tools.underMouse() or self._tools.menu.isVisible() or inside:
            self._hide.start()
            return
        self._tools.hide()
        self._canvas.show_pointer(False)
