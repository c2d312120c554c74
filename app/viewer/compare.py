"""Two to four photos beside each other, zoomed and moved in step, to decide which to keep."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app import i18n
from app.theme import Theme
from app.viewer import facts
from app.viewer.canvas import Canvas
from app.viewer.loader import Loaded, Need, Pictures
from app.viewer.parts import Sentence, Styled, Tool, Words

if TYPE_CHECKING:
    from core.library.values import PhotoInfo

Key = Qt.Key

MOST = 4


class Panel(QFrame):
    """One of the photos with its facts and what can be done with it."""

    favourite_asked = Signal(object)
    trash_asked = Signal(object)
    open_asked = Signal(object)

    def __init__(self, theme: Theme, row: PhotoInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self._theme = theme
        self.canvas = Canvas(theme)
        self.canvas.installEventFilter(self)
        self.problem = Sentence(self.canvas)
        self.name = Words(strong=True)
        self.name.clicked.connect(lambda: self.open_asked.emit(self.row.id))
        self.facts = [QLabel() for _ in range(4)]
        self.keep = Tool(theme, "heart", self.tr("Keep as a favourite"), "F", checkable=True)
        self.keep.clicked.connect(self._keep_clicked)
        self.trash = Tool(theme, "trash-2", self.tr("To the trash"), self.tr("Del"))
        self.trash.clicked.connect(lambda: self.trash_asked.emit(self.row.id))
        self.setMinimumWidth(160)  # whatever the words ask for: all are equally wide
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        line = QHBoxLayout()
        line.setContentsMargins(5, 0, 0, 0)
        line.setSpacing(12)
        for label in self.facts:
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("small", True)
            line.addWidget(label)
        line.addStretch(1)
        words.addLayout(line)
        foot = QHBoxLayout()
        foot.setContentsMargins(4, 4, 4, 8)
        foot.setSpacing(4)
        foot.addLayout(words, 1)
        foot.addWidget(self.keep)
        foot.addWidget(self.trash)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.canvas, 1)
        column.addLayout(foot)

    def show_row(self, row: PhotoInfo, differs: Sequence[bool]) -> None:
        """The facts; those that differ among the photos are bold."""
        self.row = row
        self.name.say(facts.name_of(row), self.tr("Show this photo alone"))
        for label, text, bold in zip(self.facts, _facts(row), differs, strict=True):
            label.setText(text)
            label.setVisible(bool(text))
            font = label.font()
            font.setBold(bold)
            label.setFont(font)
            label.setProperty("faint", not bold)
            label.style().unpolish(label)
            label.style().polish(label)
        self.keep.setChecked(row.favourite)
        self.keep.draw("heart-filled" if row.favourite else "heart")
        self.canvas.setAccessibleName(facts.name_of(row))
        self.canvas.describe(", ".join(text for text in _facts(row) if text))

    def _keep_clicked(self) -> None:
        self.keep.setChecked(self.row.favourite)  # the heart says what is, not what was asked
        self.favourite_asked.emit(self.row.id)

    @property
    def marked(self) -> bool:
        """The keyboard speaks of this photo."""
        return self.canvas.hasFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The mark goes where the keyboard goes."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line below the photo that the keyboard speaks of."""
        super().paintEvent(event)
        if self.marked:
            below = self.canvas.geometry()
            painter = QPainter(self)
            painter.fillRect(below.x(), below.bottom() + 1, below.width(), 2, self._theme.colour("accent"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A sentence stays at the edge."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self.problem.settle)


class Compare(Styled):
    """Emits what is asked for one of the photos by its id, and ``closed``."""

    closed = Signal()
    favourite_asked = Signal(object)
    trash_asked = Signal(object)
    open_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._pictures: Pictures | None = None
        self._at_once: Callable[[int], QPixmap | None] = lambda _photo: None
        self.panels: list[Panel] = []
        self.back = Tool(theme, "arrow-left", self.tr("Back to the photos"), self.tr("Esc"))
        self.back.clicked.connect(self.closed)
        self.title = QLabel(self.tr("Compare"))
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.out = Tool(theme, "zoom-out", self.tr("Zoom out"), "-")
        self.out.clicked.connect(lambda: self._zoom(lambda canvas: canvas.step(-1)))
        self.scale = QToolButton()
        self.scale.setFixedSize(64, 32)
        self.scale.setToolTip(self.tr("Between the whole photos and 100 % (0, 1)"))
        self.scale.clicked.connect(lambda: self._zoom(lambda canvas: canvas.toggle()))
        self.in_ = Tool(theme, "zoom-in", self.tr("Zoom in"), "+")
        self.in_.clicked.connect(lambda: self._zoom(lambda canvas: canvas.step(1)))
        self.link = Tool(theme, "link", self.tr("Zoom and move together"), "L", checkable=True)
        self.link.setChecked(True)
        self.link.toggled.connect(self._linked)
        self._lay_out()
        self.setAccessibleName(self.tr("Compare photos"))

    def _lay_out(self) -> None:
        bar = QFrame()
        bar.setObjectName("topbar")
        bar.setFixedHeight(48)
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(2)
        left, right = QHBoxLayout(), QHBoxLayout()
        left.setSpacing(2)
        left.addWidget(self.back)
        left.addSpacing(8)
        for button in (self.out, self.scale, self.in_):
            left.addWidget(button)
        left.addStretch(1)
        right.addStretch(1)
        right.addWidget(self.link)
        row.addLayout(left, 1)
        row.addWidget(self.title)
        row.addLayout(right, 1)
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        self._grid.setContentsMargins(8, 0, 8, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addLayout(self._grid, 1)

    def serve(self, pictures: Pictures, at_once: Callable[[int], QPixmap | None] | None = None) -> None:
        """Where pictures come from; ``at_once`` gives a small one that is at hand."""
        self._pictures = pictures
        pictures.arrived.connect(self.take_picture)
        if at_once is not None:
            self._at_once = at_once

    # what is shown

    def show_photos(self, rows: Sequence[PhotoInfo]) -> None:
        """Compare these, at most four. Photos already shown keep their place and zoom; with fewer than two
        there is nothing to compare, and it closes."""
        rows = list(rows[:MOST])
        wanted = [row.id for row in rows]
        if [panel.row.id for panel in self.panels] != wanted:
            self._arrange(rows)
        differs = [len(set(texts)) > 1 for texts in zip(*(_facts(row) for row in rows), strict=True)]
        for panel, row in zip(self.panels, rows, strict=True):
            panel.show_row(row, differs)
        if len(rows) < 2:
            self.closed.emit()

    def _arrange(self, rows: list[PhotoInfo]) -> None:
        kept = {panel.row.id: panel for panel in self.panels}
        shown = next((panel.canvas.place for panel in self.panels), None)
        self.panels = [kept.pop(row.id) if row.id in kept else self._panel(row) for row in rows]
        for panel in kept.values():
            panel.hide()
            panel.deleteLater()
        while self._grid.takeAt(0) is not None:
            pass
        columns = 2 if len(rows) == MOST else max(len(rows), 1)
        for place, panel in enumerate(self.panels):
            self._grid.addWidget(panel, place // columns, place % columns)
        for at in range(MOST):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)
            self._grid.setRowStretch(at, 1 if at * columns < len(rows) else 0)
        if shown is not None and not shown.fitted and self.link.isChecked():
            for panel in self.panels:
                panel.canvas.follow(shown.factor, QPointF(shown.cx, shown.cy))
        if self.panels:
            self.setFocusProxy(self.panels[0].canvas)
        self._wish()

    def _panel(self, row: PhotoInfo) -> Panel:
        panel = Panel(self._theme, row, self)
        panel.favourite_asked.connect(self.favourite_asked)
        panel.trash_asked.connect(self.trash_asked)
        panel.open_asked.connect(self.open_asked)
        panel.canvas.zoomed.connect(lambda factor, centre: self._in_step(panel, factor, centre))
        panel.canvas.scale_changed.connect(self._scale_changed)
        panel.canvas.sharper_asked.connect(self._wish)
        best = self._pictures.best(row.id) if self._pictures is not None else None
        pyramid = best.pyramid if best is not None else None
        stand_in = self._at_once(row.id) if pyramid is None else None
        panel.canvas.show_photo(QSize(row.width, row.height), stand_in, pyramid)
        return panel

    def _in_step(self, moved: Panel, factor: float, centre: QPointF) -> None:
        if self.link.isChecked():
            for panel in self.panels:
                if panel is not moved:
                    panel.canvas.follow(factor, centre)

    def _linked(self, together: bool) -> None:
        """From now on in step (again): all go where the one with the focus is."""
        self.link.draw("link" if together else "unlink")
        panel = self.focused()
        if together and panel is not None:
            place = panel.canvas.place
            self._in_step(panel, place.factor, QPointF(place.cx, place.cy))

    def focused(self) -> Panel | None:
        """The photo the keyboard speaks of."""
        focus = self.focusWidget()
        inside = (one for one in self.panels if focus is not None and one.isAncestorOf(focus))
        return next(inside, self.panels[0] if self.panels else None)

    def _zoom(self, do: Callable[[Canvas], None]) -> None:
        """By the buttons: in step all follow the first, else each by itself."""
        for panel in self.panels[:1] if self.link.isChecked() else self.panels:
            do(panel.canvas)

    def _scale_changed(self) -> None:
        panel = self.focused()
        if panel is not None:
            canvas = panel.canvas
            self.scale.setText(self.tr("Fit") if canvas.place.fitted else canvas.scale_text())
            self.scale.setAccessibleName(self.tr("Zoom: {scale}").format(scale=canvas.scale_text()))

    def _wish(self) -> None:
        """First all photos as large as they are shown, then all pixels where the zoom shows more."""
        if self._pictures is None or not self.isVisible():
            return
        side = max(1024, round(max(self.width(), self.height()) * self.devicePixelRatioF()))
        coarse: list[Need] = []
        fine: list[Need] = []
        for panel in self.panels:
            canvas = panel.canvas
            seen = canvas.place.needed()
            whole = seen > side and canvas.resolution * 2 >= min(side, seen)
            (fine if whole else coarse).append(Need(panel.row.id, None if whole else side))
        self._pictures.want([*coarse, *fine], [panel.row.id for panel in self.panels])

    def take_picture(self, loaded: Loaded) -> None:
        """A picture arrived."""
        panel = next((one for one in self.panels if one.row.id == loaded.photo), None)
        if panel is None or not self.isVisible():
            return
        if loaded.pyramid is not None:
            panel.canvas.sharpen(loaded.pyramid, whole=loaded.whole)
            if not loaded.glance:
                panel.problem.hide()
        elif loaded.error is not None:
            self.show_problem(loaded.photo, i18n.explain(loaded.error)[0])

    def show_problem(self, photo: int, words: str) -> None:
        """One plain sentence about one of the photos."""
        for panel in self.panels:
            if panel.row.id == photo:
                panel.problem.say(words)
                panel.canvas.describe(words)

    # events

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what is to be seen."""
        super().showEvent(event)
        if self.panels:
            self.panels[0].canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self._wish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F and Del speak of the photo with the focus, arrows go to the next photo, L links, Esc closes."""
        panel, key = self.focused(), Key(event.key())
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            event.ignore()
        elif key in (Key.Key_Escape, Key.Key_Space, Key.Key_Backspace):
            self.closed.emit()
        elif key == Key.Key_L:
            self.link.toggle()
        elif panel is None or panel.canvas.takes(event):
            pass
        elif key == Key.Key_F:
            self.favourite_asked.emit(panel.row.id)
        elif key == Key.Key_Delete:
            self.trash_asked.emit(panel.row.id)
        elif key in (Key.Key_Left, Key.Key_Right):
            step = 1 if (key == Key.Key_Right) == self.isLeftToRight() else -1
            at = (self.panels.index(panel) + step) % len(self.panels)
            self.panels[at].canvas.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            event.ignore()


def _facts(row: PhotoInfo) -> tuple[str, str, str, str]:
    """What is compared in words: pixels, size of the file, format, date."""
    return facts.dimensions(row), facts.size(row), row.format.upper(), facts.short_day(row)
