"""The frame of a page of words: a title, sections as quiet cards in one column, and their controls."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.theme import Theme

if TYPE_CHECKING:

    def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
        """Marks a text for the translators' tool and gives it back."""
else:
    # its own annotation says object
    from PySide6.QtCore import QT_TRANSLATE_NOOP as QT_TRANSLATE_NOOP

# Lines longer than this are hard to follow.
WIDEST = 720
# In a column narrower than this controls stand below their words.
BESIDE = 520
NARROWEST = 400
_EDGE = 24
_FIELD = Template(
    "QLineEdit, QPlainTextEdit { background: $raised; color: $text;"
    " border: 1px solid $field_line; border-radius: 6px; padding: 4px 8px;"
    " selection-background-color: $fill; selection-color: $on_fill; }"
    "QLineEdit:focus, QPlainTextEdit:focus { border: 1px solid $accent; }"
    "QAbstractSpinBox QLineEdit { background: transparent; border: none; padding: 0; }"
    "QComboBox QAbstractItemView { background: $raised; color: $text; border: 1px solid $field_line;"
    " padding: 4px; outline: none; selection-background-color: $fill; selection-color: $on_fill; }"
    "QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 6px; border-radius: 4px; }"
    "#rule { background: $line; }"
)


class Page(QWidget):
    """A title above a column that scrolls. ``head`` takes what stands beside the title, ``column`` the
    sections."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(title)
        # else the edges beside a wide column would not let the window grow narrow
        self.setMinimumWidth(NARROWEST)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        top = QWidget()
        self._top = QHBoxLayout(top)
        self.head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.head.setSpacing(8)
        self._top.addLayout(self.head)
        self.title = label(title, "title")
        self.title.setWordWrap(False)
        self.head.addWidget(self.title, 1)
        whole.addWidget(top)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self._inside = QHBoxLayout(inside)
        self.column = QVBoxLayout()
        self.column.setSpacing(24)
        self._inside.addLayout(self.column)
        self.area.setWidget(inside)
        whole.addWidget(self.area, 1)
        self.area.verticalScrollBar().rangeChanged.connect(lambda *_: self._set_edges())
        theme.changed.connect(self._colour)
        self._colour()
        self._set_edges()

    def section(self, title: str = "") -> Section:
        """A new section at the end of the column."""
        made = Section(title)
        self.column.addWidget(made)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The column stays in the middle and never grows too wide; controls go below their words."""
        super().resizeEvent(event)
        self._set_edges()

    def fit(self) -> None:
        """Place the controls of rows that were just made."""
        for row in self.findChildren(Row):
            row.set_beside(self.width() - 2 * _EDGE >= BESIDE)

    def _set_edges(self) -> None:
        side = max(_EDGE, (self.width() - WIDEST) // 2)
        self._top.setContentsMargins(side, 24, side, 16)
        bar = self.area.verticalScrollBar()
        # the bar takes its width from the right alone, and the column must not move when it comes
        right = side - (bar.sizeHint().width() if bar.maximum() else 0)
        self._inside.setContentsMargins(side, 0, right, 32)
        self.head.setDirection(_direction(self.width() - 2 * side >= BESIDE))
        self.fit()

    def _colour(self) -> None:
        colours = self._theme.colours
        names = ("raised", "text", "field_line", "fill", "on_fill", "accent", "line")
        self.setStyleSheet(_FIELD.substitute({name: getattr(colours, name) for name in names}))


class Section(QWidget):
    """A heading and a card below it; rules part what was added."""

    def __init__(self, title: str = "") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.heading = label(title)
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        self.heading.setVisible(bool(title))
        column.addWidget(self.heading)
        self.card = QFrame()
        self.card.setObjectName("card")
        self.card.setAccessibleName(title)
        self._column = QVBoxLayout(self.card)
        self._column.setContentsMargins(16, 4, 16, 4)
        self._column.setSpacing(0)
        column.addWidget(self.card)
        self._parts: list[tuple[QFrame, QWidget]] = []

    def add(self, widget: QWidget) -> None:
        """One more thing on the card, below a rule unless it is the first."""
        rule = QFrame()
        rule.setObjectName("rule")
        rule.setFixedHeight(1)
        self._parts.append((rule, widget))
        self._column.addWidget(rule)
        self._column.addWidget(widget)
        self.tidy()

    def clear(self) -> None:
        """Take everything off the card."""
        for rule, widget in self._parts:
            for one in (rule, widget):
                self._column.removeWidget(one)
                one.hide()
                one.deleteLater()
        self._parts = []

    def tidy(self) -> int:
        """A rule stands between what is shown only. Returns how many things are shown."""
        shown = 0
        for rule, widget in self._parts:
            there = not widget.isHidden()
            rule.setVisible(there and shown > 0)
            shown += there
        return shown


class Row(QWidget):
    """Words, and controls beside them or, in a narrow window, below; ``below`` says always or never."""

    def __init__(self, title: str, says: str = "", *, below: bool | None = None) -> None:
        super().__init__()
        self._below = below
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 10, 0, 10)
        self._row.setSpacing(16)
        self.words = QVBoxLayout()
        self.words.setSpacing(2)
        self.title = label(title)
        self.words.addWidget(self.title)
        self.says = label(says, "faint", small=True)
        self.says.setVisible(bool(says))
        self.words.addWidget(self.says)
        self._row.addLayout(self.words, 1)
        self.controls = QHBoxLayout()
        self.controls.setSpacing(8)
        self._row.addLayout(self.controls)

    def put(self, control: QWidget) -> None:
        """One more control, called as the row is unless it has a name."""
        if not control.accessibleName():
            control.setAccessibleName(self.title.text())
        if not control.accessibleDescription():
            control.setAccessibleDescription(self.says.text())
        self.controls.addWidget(control)

    def set_beside(self, beside: bool) -> None:
        """Whether the control has room beside the words. Beside them the first one stands outermost."""
        beside = not self._below if self._below is not None else beside
        self._row.setDirection(_direction(beside))
        self._row.setSpacing(16 if beside else 8)
        directions = QBoxLayout.Direction
        self.controls.setDirection(directions.RightToLeft if beside else directions.LeftToRight)
        if not self._below:
            flags = Qt.AlignmentFlag.AlignTrailing if beside else Qt.AlignmentFlag.AlignLeading
            self._row.setAlignment(self.controls, flags | Qt.AlignmentFlag.AlignVCenter)


class Switch(QCheckBox):
    """On or off, drawn as a small switch."""

    def __init__(self, theme: Theme, name: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """The switch and the ring around it."""
        return QSize(42, 26)

    def hitButton(self, pos: object) -> bool:
        """All of it takes the pointer."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """On is filled with the accent; off is an outline."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isEnabled() else 0.4)
        # flush with the other controls at its trailing edge
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        track = QRectF(1 if mirrored else self.width() - 37, (self.height() - 20) / 2, 36, 20)
        on = self.isChecked()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("fill" if on else "chosen"))
        painter.drawRoundedRect(track, 10, 10)
        if not on:
            painter.setPen(QPen(self._theme.colour("faint"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), 9.5, 9.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("on_fill" if on else "faint"))
        knob = QPointF(track.x() + (26 if on else 10), track.center().y())
        painter.drawEllipse(knob, 7 if on else 6, 7 if on else 6)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("text" if on else "accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(track.adjusted(-0.25, -0.25, 0.25, 0.25), 10, 10)


class Choice(QComboBox):
    """One of a few words. The wheel scrolls the page over it and changes nothing."""

    def __init__(self, theme: Theme, name: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setView(QListView())
        self.setFixedHeight(30)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.update)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to the page."""
        event.ignore()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Words that do not fit stand in the tooltip."""
        cut = self.fontMetrics().horizontalAdvance(self.currentText()) > self._inner().width()
        if cut:
            self.setToolTip(self.currentText())
        super().enterEvent(event)

    def _inner(self) -> QRectF:
        return QRectF(self.rect()).adjusted(11, 0, -30, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """As the buttons are, with a sign that there is more."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isEnabled() else 0.4)
        painter.setPen(QPen(self._theme.colour("accent" if self.hasFocus() else "field_line"), 1))
        painter.setBrush(self._theme.colour("field" if self.underMouse() else "raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        sign = self._theme.pixmap("chevron-down", "faint", 14, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(self.width() - 24, (self.height() - 14) / 2), sign)
        painter.setPen(self._theme.colour("text"))
        inner = self._inner()
        shown = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, int(inner.width())
        )
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, shown)


class Busy(QWidget):
    """What is being done, how far it is, and a way to stop it. Hidden while nothing is."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 10, 0, 10)
        row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(8)
        self.text = label("")
        words.addWidget(self.text)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        words.addWidget(self.bar)
        row.addLayout(words, 1)
        self.cancel = QPushButton(QCoreApplication.translate("Page", "Cancel"))
        self.cancel.setToolTip(QCoreApplication.translate("Page", "Stop this; nothing is lost"))
        row.addWidget(self.cancel)
        self.hide()

    def say(self, text: str, done: int, total: int | None) -> None:
        """Show this; without a known total the bar moves by itself."""
        self.text.setText(text)
        self.bar.setAccessibleName(text)
        # a bar counts in 32 bits, bytes do not fit
        scale = max(1, (total or 0) // 1_000_000)
        self.bar.setRange(0, (total or 0) // scale)
        self.bar.setValue(min(done // scale, self.bar.maximum()))
        self.show()


def _direction(beside: bool) -> QBoxLayout.Direction:
    return QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom


def label(text: str, kind: str = "", *, small: bool = False) -> QLabel:
    """Plain words that break into lines; ``kind`` is one of the style's words (faint, heading, warning)."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    if kind:
        made.setProperty(kind, "true")
    if small:
        made.setProperty("small", "true")
    return made


def link(text: str, tip: str = "") -> QPushButton:
    """A button that looks like a link."""
    made = QPushButton(text)
    made.setProperty("link", "true")
    made.setAccessibleName(text)
    made.setToolTip(tip)
    return made


def about(seconds: float) -> str:
    """About how long, in words."""
    number = QLocale().toString
    if seconds < 60:
        return QCoreApplication.translate("Page", "less than a minute")
    if seconds < 3570:
        return QCoreApplication.translate("Page", "about {count} min").format(
            count=number(round(seconds / 60))
        )
    return QCoreApplication.translate("Page", "about {count} h").format(
        count=QLocale().toString(seconds / 3600, "f", 1)
    )


def amount(size: int) -> str:
    """A size on disk in the largest unit that suits."""
    leading = float(size)
    while leading >= 1000:
        leading /= 1000
    digits = 1 if size >= 1000 and leading < 10 else 0
    return QLocale().formattedDataSize(size, digits, QLocale.DataSizeFormat.DataSizeSIFormat)
