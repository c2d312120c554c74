"""The values of one field as rows to check, each with the number of photos that would be left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.theme import SMALL, Theme

if TYPE_CHECKING:
    from core.library.values import FacetValue

SHORT = 6  # rows before "Show all"
MOST = 200  # rows at all: nobody reads thousands, and widgets are dear
_HIGH = 26
_BOX = 14
_TEXT_AT = 30


class FacetRow(QAbstractButton):
    """One value: a box, its name, its number. ``flipped``: the person checked or unchecked it."""

    flipped = Signal(str, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.installEventFilter(self)
        self._theme = theme
        self.fact = ""
        self.label = ""
        self.count = 0
        self._field = ""
        self.setCheckable(True)
        self.setFixedHeight(_HIGH)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._clicked)
        self.toggled.connect(lambda _on: self._name())
        theme.changed.connect(self.update)

    def show_value(self, field: str, value: FacetValue, label: str) -> None:
        """Show a value; ``field`` and ``label`` in this language."""
        self.show_fact(field, value.fact, label, value.count, chosen=value.chosen)

    def show_fact(self, field: str, fact: str, label: str, count: int, *, chosen: bool) -> None:
        """Show what a fact would leave. One that leaves nothing is greyed unless it is chosen."""
        self.fact, self.label, self.count, self._field = fact, label, count, field
        self.setChecked(chosen)
        self.setEnabled(count > 0 or chosen)
        self._name()
        self.update()

    def _name(self) -> None:
        photos = self.tr("%Ln photo(s)", "", self.count)
        words = (
            self.tr("{field} {value}, {photos}, chosen")
            if self.isChecked()
            else self.tr("{field} {value}, {photos}")
        )
        self.setAccessibleName(words.format(field=self._field, value=self.label, photos=photos))

    def _clicked(self, on: bool) -> None:
        self.flipped.emit(self.fact, on)

    def sizeHint(self) -> QSize:
        """The width is the drawer's."""
        return QSize(120, _HIGH)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A name that was cut stands in the tooltip."""
        if event.type() == QEvent.Type.ToolTip:
            cut = self._shown() != self.label
            self.setToolTip(self.label if cut else "")
        return False

    def _number(self) -> str:
        return QLocale().toString(self.count)

    def _shown(self) -> str:
        room = self.width() - _TEXT_AT - 8 - self.fontMetrics().horizontalAdvance(self._number()) - 8
        return self.fontMetrics().elidedText(
            self.label.replace("\n", "␤"), Qt.TextElideMode.ElideMiddle, max(room, 24)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground shows the pointer, the ring the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        elif self.isDown() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("pressed" if self.isDown() else "hover"))
            painter.drawRoundedRect(self.rect().adjusted(0, 1, 0, -1), 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1.5, -1, -1.5), 6, 6)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - 8 - _BOX if mirrored else 8
        draw_check(painter, self._theme, left, (self.height() - _BOX) // 2, checked=self.isChecked())
        inner = self.rect().adjusted(*((8, 0, -_TEXT_AT, 0) if mirrored else (_TEXT_AT, 0, -8, 0)))
        painter.setPen(self._theme.colour("text"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self._shown())
        font = self.font()
        font.setPixelSize(SMALL)
        painter.setFont(font)
        painter.setPen(self._theme.colour("faint"))
        painter.drawText(
            inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing, self._number()
        )


def draw_check(painter: QPainter, theme: Theme, x: int, y: int, *, checked: bool) -> None:
    """A box, with a tick when it is checked."""
    box = QRectF(x + 0.5, y + 0.5, _BOX - 1, _BOX - 1)
    if not checked:
        line = QColor(theme.colour("faint"))
        line.setAlphaF(0.7)
        painter.setPen(QPen(line, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 3.5, 3.5)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("fill"))
    painter.drawRoundedRect(box.adjusted(-0.5, -0.5, 0.5, 0.5), 4, 4)
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    painter.drawPixmap(x + 1, y + 1, theme.pixmap("check", "on_fill", _BOX - 2, ratio))


class Section(QWidget):
    """A field's title, a link that clears it, and what it can be narrowed to.

    ``flipped``: a fact's text and whether it is wanted. ``cleared``: the field's name.
    """

    flipped = Signal(str, bool)
    cleared = Signal(str)

    def __init__(self, theme: Theme, field: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.field = field
        self._title = title
        self._values: tuple[FacetValue, ...] = ()
        self._labels: dict[str, str] = {}
        self.rows: dict[str, FacetRow] = {}
        self.whole = False  # all rows are shown
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 0, 0)
        self.title = QLabel(title)
        font = self.title.font()
        font.setPixelSize(11)
        font.setWeight(font.Weight.DemiBold)
        self.title.setFont(font)
        self.title.setProperty("faint", "true")
        head.addWidget(self.title, 1)
        self.clear = small_link(self.tr("Clear"))
        self.clear.setToolTip(self.tr("Leave {field} open again").format(field=title))
        self.clear.setAccessibleName(self.tr("Clear {field}").format(field=title))
        self.clear.clicked.connect(lambda: self.cleared.emit(self.field))
        keep = self.clear.sizePolicy()
        keep.setRetainSizeWhenHidden(True)  # nothing jumps when it appears
        self.clear.setSizePolicy(keep)
        head.addWidget(self.clear)
        column.addLayout(head)
        self.above = QVBoxLayout()  # what stands above the rows, for the section of dates
        column.addLayout(self.above)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        column.addLayout(self._column)
        self.more = small_link("")
        self.more.clicked.connect(self._unfold)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        self.rest = QLabel()
        self.rest.setProperty("faint", "true")
        self.rest.setProperty("small", "true")
        self.rest.setContentsMargins(8, 4, 8, 0)
        column.addWidget(self.rest)
        self.show_values((), {})

    def show_values(self, values: Sequence[FacetValue], labels: dict[str, str]) -> None:
        """Show these, the first few or all; ``labels``: words of this language by fact."""
        self._values, self._labels = tuple(values), labels
        self._fill()

    @property
    def narrowed(self) -> bool:
        """True when the answer is narrowed by this field."""
        return any(value.chosen for value in self._values)

    def shown(self) -> list[FacetValue]:
        """The values that have a row: the first few, and whatever is chosen."""
        first = MOST if self.whole else SHORT
        return [value for place, value in enumerate(self._values) if place < first or value.chosen]

    def _fill(self) -> None:
        """Rows keep their widget as long as their value is shown, and with it the focus."""
        shown = self.shown()
        wanted = {value.fact for value in shown}
        for fact in [fact for fact in self.rows if fact not in wanted]:
            row = self.rows.pop(fact)
            if row.hasFocus():
                self.more.setFocus(Qt.FocusReason.OtherFocusReason)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        before: QWidget | None = None
        for place, value in enumerate(shown):
            row = self.rows.get(value.fact) or self._new_row(value.fact)
            row.show_value(self._title, value, self._labels.get(value.fact, value.label))
            if self._column.indexOf(row) != place:
                self._column.removeWidget(row)
                self._column.insertWidget(place, row)
            QWidget.setTabOrder(before or self.clear, row)
            before = row
        if before is not None:
            QWidget.setTabOrder(before, self.more)
        self.clear.setVisible(self.narrowed)
        total = len(self._values)
        self.more.setVisible(total > SHORT)
        number = QLocale().toString(total)
        words = self.tr("Show fewer") if self.whole else self.tr("Show all ({count})").format(count=number)
        self.more.setText(words)
        self.more.setAccessibleName(f"{self._title}: {words}")
        hidden = total - len(shown) if self.whole else 0
        self.rest.setVisible(hidden > 0)
        self.rest.setText(self.tr("And {count} more.").format(count=QLocale().toString(hidden)))

    def _new_row(self, fact: str) -> FacetRow:
        row = FacetRow(self._theme, self)
        row.flipped.connect(self.flipped)
        self.rows[fact] = row
        return row

    def _unfold(self) -> None:
        self.whole = not self.whole
        self._fill()


def small_link(text: str) -> QPushButton:
    """A word that can be clicked."""
    button = QPushButton(text)
    button.setProperty("link", "true")
    button.setStyleSheet("QPushButton { padding: 2px 6px; font-size: 12px; }")
    return button
