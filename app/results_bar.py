"""The row above the results: how many match, their order, how strict the bands are, filters."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QSlider, QToolButton, QWidget

from app.theme import Theme, icon_size

SORTS = ("relevance", "newest", "oldest", "folder")
# Widths from which there is room for the slider, and for the words beside it.
_SLIDER, _WORDS = 520, 680
_PAUSE = 80  # ms a slider rests before it is asked anew


class ResultsBar(QWidget):
    """Says what is shown, and offers how to show it."""

    sort_chosen = Signal(str)
    strictness_chosen = Signal(float)
    square_chosen = Signal(bool)
    outlines_toggled = Signal(bool)
    timeline_toggled = Signal(bool)
    filters_toggled = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sort = "relevance"
        self._ranked = False
        self._counts = self._how = ""
        self.setObjectName("topbar")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 6)
        row.setSpacing(4)
        self.summary = QLabel()
        self.summary.setProperty("faint", "true")
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self.summary, 1)
        self._build_strictness(row)
        self.sort = QToolButton()
        self.sort.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.sort.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.sort.setIconSize(icon_size(14))
        self.sort.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.sort.setMenu(self._sort_menu())
        row.addWidget(self.sort)
        self.square = self._toggle(self.tr("Square tiles"), self.tr("Square tiles, or photos' own shapes"))
        self.square.toggled.connect(self._square_toggled)
        self.outlines = self._toggle(
            self.tr("Outlines"), self.tr("Outline the part that a photo was found by (Ctrl+Shift+B)")
        )
        self.outlines.toggled.connect(self.outlines_toggled)
        self.outlines.hide()
        self.timeline = self._toggle(self.tr("Timeline"), self.tr("Show the matches over the years (Ctrl+T)"))
        self.timeline.toggled.connect(self.timeline_toggled)
        self.filters = self._toggle(self.tr("Filters"), self.tr("Filters (Ctrl+Shift+L)"))
        self.filters.toggled.connect(self.filters_toggled)
        for button in (self.outlines, self.square, self.timeline, self.filters):
            row.addWidget(button)
        theme.changed.connect(self._colour)
        self.show_sort("relevance")
        self.show_counts(0, 0, 0, ranked=False, clear=True)
        self._colour()

    def _build_strictness(self, row: QHBoxLayout) -> None:
        self._less = QLabel(self.tr("More matches"))
        self._more = QLabel(self.tr("Stricter"))
        self.strictness = QSlider(Qt.Orientation.Horizontal)
        self.strictness.setRange(0, 20)
        self.strictness.setPageStep(4)
        self.strictness.setValue(10)
        self.strictness.setFixedWidth(96)
        self.strictness.setToolTip(self.tr("How well a photo must match to be called Strong or Possible"))
        self.strictness.setAccessibleName(self.tr("Strictness of the matches"))
        self._settle = QTimer(self, singleShot=True, interval=_PAUSE)
        self._settle.timeout.connect(lambda: self.strictness_chosen.emit(self.strictness.value() / 20))
        self.strictness.valueChanged.connect(lambda _: self._settle.start())
        for label in (self._less, self._more):
            label.setProperty("faint", "true")
            label.setProperty("small", "true")
        for widget in (self._less, self.strictness, self._more):
            row.addWidget(widget)
        row.addSpacing(12)

    def _toggle(self, name: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setIconSize(icon_size(16))
        button.setAccessibleName(name)
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _sort_menu(self) -> QMenu:
        menu = QMenu(self)
        self._sorts: dict[str, QAction] = {}
        group = QActionGroup(menu)
        words = {
            "relevance": self.tr("Relevance"),
            "newest": self.tr("Newest first"),
            "oldest": self.tr("Oldest first"),
            "folder": self.tr("Folder and name"),
        }
        for name in SORTS:
            action = QAction(words[name], menu)
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, name=name: self._choose(name))
            group.addAction(action)
            menu.addAction(action)
            self._sorts[name] = action
        return menu

    def show_sort(self, sort: str) -> None:
        """Mark the order in use."""
        self._sort = sort
        self._name_sort()

    def show_strictness(self, value: float) -> None:
        """Mark how strict the bands are, 0 to 1."""
        with QSignalBlocker(self.strictness):
            self.strictness.setValue(round(value * 20))

    def show_square(self, square: bool) -> None:
        """Mark the shape of the tiles."""
        with QSignalBlocker(self.square):
            self.square.setChecked(square)
        self._colour()

    def show_open(self, *, filters: bool | None = None, timeline: bool | None = None) -> None:
        """Mark what else is shown."""
        for button, shown in ((self.filters, filters), (self.timeline, timeline)):
            if shown is not None:
                with QSignalBlocker(button):
                    button.setChecked(shown)

    def show_parts(self, there: bool, outlined: bool, how: str = "") -> None:
        """Offer outlines when photos were found by parts of them; ``how`` the answer was found, if it needs
        saying."""
        self.outlines.setVisible(there)
        with QSignalBlocker(self.outlines):
            self.outlines.setChecked(outlined)
        self._how = how
        self._say()

    def _say(self) -> None:
        self.summary.setText(" · ".join(one for one in (self._counts, self._how) if one))

    def show_counts(
        self, strong: int, possible: int, photos: int, *, ranked: bool, clear: bool, named: int = 0
    ) -> None:
        """Say how many photos are shown: matches of a question, or a mere list. ``named``: by name."""
        number = QLocale().toString
        if not ranked:
            words = self.tr("%Ln photo(s)", "", photos) if photos else ""
        elif not clear:
            words = self.tr("Nothing matches clearly")
        else:
            parts = []
            if named:
                parts.append(self.tr("{count} by name").format(count=number(named)))
            if strong or not (possible or named):
                parts.append(self.tr("{count} strong").format(count=number(strong)))
            if possible:
                parts.append(self.tr("{count} possible").format(count=number(possible)))
            words = " · ".join(parts)
        self._counts = words
        self._say()
        self._ranked = ranked
        self._fit()
        self._sorts["relevance"].setVisible(ranked)
        self._name_sort()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the words beside the slider go first, then the slider."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Order and buttons."""
        return QSize(300, super().minimumSizeHint().height())

    def _fit(self) -> None:
        for label in (self._less, self._more):
            label.setVisible(self._ranked and self.width() >= _WORDS)
        self.strictness.setVisible(self._ranked and self.width() >= _SLIDER)

    def _name_sort(self) -> None:
        """A mere list has no relevance: there, the usual order is the newest first."""
        shown = "newest" if self._sort == "relevance" and not self._ranked else self._sort
        self._sorts[shown].setChecked(True)
        words = self._sorts[shown].text()
        self.sort.setText(f"\u2009{words}")  # a little room beside the icon
        self.sort.setAccessibleName(self.tr("Order: {order}").format(order=words))
        self.sort.setToolTip(self.tr("In which order the photos stand"))

    def _choose(self, sort: str) -> None:
        self.show_sort(sort)
        self.sort_chosen.emit(sort)

    def _square_toggled(self, square: bool) -> None:
        self._colour()
        self.square_chosen.emit(square)

    def _colour(self) -> None:
        self.sort.setIcon(self._theme.icon("arrow-down-up", "faint", 14))
        shape = "layout-grid" if self.square.isChecked() else "layout-dashboard"
        self.square.setIcon(self._theme.icon(shape, "faint", 16))
        self.outlines.setIcon(self._theme.icon("square-dashed", "faint", 16))
        self.timeline.setIcon(self._theme.icon("chart-column", "faint", 16))
        self.filters.setIcon(self._theme.icon("sliders-horizontal", "faint", 16))
