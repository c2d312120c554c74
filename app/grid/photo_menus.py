"""Which actions a photo has, in its menu and while some are chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from app.actions import Actions
from app.grid.view import GridView
from app.panels.status_strip import StatusStrip

_GROUPS = (
    ("open", "open_with", "show"),
    ("copy", "copy_image", "copy_path"),
    ("regions", "why"),
    ("similar", "more", "less", "compare"),
    ("favourite", "hide", "exclude"),
    ("trash",),
)
# What speaks of the grid or the question, and would act unseen behind an open viewer.
_OF_THE_GRID = (
    *("select_all", "paste", "save", "history"),
    *("larger", "smaller", "sidebar", "filters", "timeline"),
)


class PhotoMenus(QObject):
    """Keeps the actions that speak of photos in step with what is chosen."""

    def __init__(self, window: QWidget, grid: GridView, actions: Actions, status: StatusStrip) -> None:
        super().__init__(window)
        self._window = window
        self._grid = grid
        self._actions = actions
        self._status = status
        self.looking: Callable[[], bool] = lambda: False  # True while a viewer covers the grid
        grid.chosen_changed.connect(self.chosen_changed)
        grid.menu_asked.connect(self.show_menu)

    def chosen_changed(self) -> None:
        """Others are chosen, or none."""
        number = self._grid.selection.number
        looking = self.looking()
        some = looking or number > 0 or self._grid.selection.current >= 0
        for group in _GROUPS:
            for name in group:
                self._actions[name].setEnabled(some)
        self._actions["open"].setEnabled(some and not looking)
        self._actions["preview"].setEnabled(some and not looking)
        self._actions["compare"].setEnabled(number >= 2 and not looking)
        self._actions["rest"].setEnabled(bool(self._grid.wall.closed) and not looking)
        for name in _OF_THE_GRID:
            self._actions[name].setEnabled(not looking)
        self._status.show_chosen(number)

    def show_menu(self, place: QPoint) -> None:
        """What can be done with the chosen photos."""
        menu = QMenu(self._window)
        for group in _GROUPS:
            if not menu.isEmpty():
                menu.addSeparator()
            for name in group:
                menu.addAction(self._actions[name])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)
