"""The parts of the window and where they stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.grid.histogram import Histogram
from app.grid.rows import RowBook
from app.grid.view import GridView
from app.panels.filters import FiltersDrawer
from app.panels.pages import Pages
from app.panels.side_bar import SideBar
from app.panels.status_strip import StatusStrip
from app.panels.themes import ThemesStrip
from app.query_bar.top_bar import TopBar
from app.results_bar import ResultsBar
from app.theme import Theme


class Parts:
    """Made once; ``browse`` holds the side bar, the bars and the pages, ``stack`` what covers the window."""

    def __init__(self, theme: Theme, rows: RowBook, makers: Mapping[str, Callable[[], QWidget]]) -> None:
        self.side = SideBar(theme)
        self.grid = GridView(theme, rows)
        self.top_bar = TopBar(theme, self.grid.tile)
        self.results_bar = ResultsBar(theme)
        self.themes = ThemesStrip(theme)
        self.histogram = Histogram(theme)
        self.filters = FiltersDrawer(theme)
        self.pages = Pages(theme, self.grid, makers)
        self.status = StatusStrip(theme)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.stack = QStackedWidget()
        self.browse = self._arrange()

    def show_results(self, shown: bool) -> None:
        """What belongs to results stands there only with them."""
        self.results_bar.setVisible(shown)
        self._above.setVisible(shown)
        self._beside.setVisible(shown)
        self.top_bar.show_size(shown)

    def _arrange(self) -> QWidget:
        self._above = QWidget()
        above = _column(self._above)
        above.addWidget(self.themes)
        above.addWidget(self.histogram)
        self._beside = QWidget()
        beside = QHBoxLayout(self._beside)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.filters)
        right = QWidget()
        column = _column(right)
        column.addWidget(self.top_bar)
        column.addWidget(self.results_bar)
        column.addWidget(self._above)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.pages, 1)
        middle.addWidget(self._beside)
        column.addLayout(middle, 1)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.side)
        self.splitter.addWidget(right)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([208, 1072])
        whole = QWidget()
        column = _column(whole)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.status)
        return whole


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
