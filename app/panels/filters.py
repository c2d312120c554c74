"""The drawer of filters: what the present answer can be narrowed by, with live numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QDate, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from app.grid.histogram import Histogram
from app.panels.facet_list import FacetRow, Section, small_link
from app.theme import Theme, icon_size

if TYPE_CHECKING:
    from core.library.values import Facets

WIDE = 264
DATE = "date"
_START = QDate(1970, 1, 1)

Span = tuple[int | None, int | None]


class FiltersDrawer(QFrame):
    """Sections of values to check; values of one field mean "or", fields mean "and".

    ``toggled``: a fact's text and whether it is wanted. ``cleared``: a field's name, or "" for all.
    ``brushed``: first day of a span of time and the day after its last, None twice for all times.
    ``close_asked``: the drawer is no longer wanted.
    """

    toggled = Signal(str, bool)
    cleared = Signal(str)
    brushed = Signal(object, object)
    close_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        today: Callable[[], QDate] = QDate.currentDate,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = today
        self.setObjectName("side")
        self.setFixedWidth(WIDE)
        self.setAccessibleName(self.tr("Filters"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        for ground in (area.viewport(), inside):
            ground.setAutoFillBackground(False)
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 0, 24)
        self._list.setSpacing(0)
        area.setWidget(inside)
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        column.addWidget(area, 1)
        self.sections: dict[str, Section] = {}
        for field, title in self._titles().items():
            self._add(field, title)
        self._fill_dates()
        self._list.addStretch(1)
        theme.changed.connect(self._colour)
        self._colour()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 8, 0)
        row.setSpacing(0)
        self.left = QLabel()
        self.left.setProperty("faint", "true")
        row.addWidget(self.left, 1)
        self.clear_all = small_link(self.tr("Clear all"))
        self.clear_all.setToolTip(self.tr("Take all filters away"))
        self.clear_all.clicked.connect(lambda: self.cleared.emit(""))
        self.clear_all.hide()
        row.addWidget(self.clear_all)
        self.close_button = QToolButton()
        self.close_button.setIconSize(icon_size(14))
        self.close_button.setToolTip(self.tr("Close the filters (Esc)"))
        self.close_button.setAccessibleName(self.tr("Close the filters"))
        self.close_button.clicked.connect(self.close_asked)
        row.addWidget(self.close_button)
        return row

    def _titles(self) -> dict[str, str]:
        return {
            DATE: self.tr("Date"),
            "type": self.tr("Type"),
            "camera": self.tr("Camera"),
            "in": self.tr("Folder"),
            "orientation": self.tr("Orientation"),
            "has": self.tr("Has"),
            "is": self.tr("Is"),
        }

    def _words(self) -> dict[str, str]:
        """Facts whose values are the program's own words."""
        return {
            "orientation:landscape": self.tr("Landscape"),
            "orientation:portrait": self.tr("Portrait"),
            "orientation:square": self.tr("Square"),
            "has:place": self.tr("A place"),
            "has:keywords": self.tr("Keywords"),
            "has:camera": self.tr("A camera"),
            "has:caption": self.tr("A caption"),
            "has:date": self.tr("A date"),
            "is:favourite": self.tr("A favourite"),
            "is:raw": self.tr("RAW"),
            "is:duplicate": self.tr("A duplicate"),
            "is:hidden": self.tr("Hidden"),
            "is:new": self.tr("New"),
            "is:offline": self.tr("On a drive that is away"),
        }

    def _add(self, field: str, title: str) -> None:
        section = Section(self._theme, field, title)
        section.flipped.connect(self.toggled)
        section.cleared.connect(self._cleared)
        self.sections[field] = section
        self._list.addWidget(section)

    def _fill_dates(self) -> None:
        """The section of dates: months as bars, and two usual years."""
        above = self.sections[DATE].above
        above.setSpacing(0)
        self.months = Histogram(self._theme, margin=8, finest="month")
        self.months.brushed.connect(self.brushed)
        above.addWidget(self.months)
        above.addSpacing(4)
        self.years: list[FacetRow] = []
        for _ in range(2):
            row = FacetRow(self._theme)
            row.flipped.connect(self._year_flipped)
            above.addWidget(row)
            self.years.append(row)

    def show_facets(self, facets: Facets, brushed: Span | None = None) -> None:
        """Show what the present answer can be narrowed by; ``brushed``: the span of days it keeps to."""
        self.left.setText(self.tr("%Ln photo(s)", "", facets.photos))
        words = self._words() | {value.fact: value.label.upper() for value in facets.fields.get("type", ())}
        for field, section in self.sections.items():
            values = facets.fields.get(field, ())
            section.show_values(values, words)
            section.setVisible(bool(values))
        self._show_dates(facets, brushed)
        narrowed = any(section.narrowed for section in self.sections.values())
        self.clear_all.setVisible(narrowed or self.months.span is not None)

    def _show_dates(self, facets: Facets, brushed: Span | None) -> None:
        days = np.array([day for day, _ in facets.months], np.int32)
        counts = np.array([count for _, count in facets.months], np.int64)
        self.months.show_counts(days, None, brushed, counts)
        year = self._today().year()
        names = (self.tr("This year"), self.tr("Last year"))
        for row, name, which in zip(self.years, names, (year, year - 1), strict=True):
            first, end = year_span(which)
            inside = counts[(days >= first) & (days < end)]
            chosen = brushed == (first, end)
            row.show_fact(self.tr("Date"), f"date:{which}", name, int(inside.sum()), chosen=chosen)
            row.setVisible(chosen or row.count > 0)
        section = self.sections[DATE]
        section.setVisible(bool(facets.months) or self.months.span is not None)
        section.clear.setVisible(section.narrowed or self.months.span is not None)

    def _year_flipped(self, fact: str, on: bool) -> None:
        span: Span = year_span(int(fact.removeprefix("date:"))) if on else (None, None)
        self.brushed.emit(*span)

    def _cleared(self, field: str) -> None:
        if field == DATE and self.months.span is not None:
            self.months.clear()
        if field != DATE or self.sections[DATE].narrowed:
            self.cleared.emit(field)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_asked.emit()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As wide as it is."""
        return QSize(WIDE, 480)

    def _colour(self) -> None:
        self.close_button.setIcon(self._theme.icon("x", "faint", 14))


def year_span(year: int) -> tuple[int, int]:
    """The days of a year since 1970-01-01, half open."""
    return _START.daysTo(QDate(year, 1, 1)), _START.daysTo(QDate(year + 1, 1, 1))
