"""The bar under the photo while its parts are looked at: what can be done, which words, the legend."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup, QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.query_bar.busy import BusyLine
from app.theme import Theme
from app.viewer.parts import Flow, Tool, tag
from app.viewer.region_card import shown_name

if TYPE_CHECKING:
    from core.library.region_values import RegionInfo, VocabularyInfo

_DOT, _GAP = 10, 4
PATIENCE = 3000  # ms, after which it is said why this takes so long


class RegionBar(QFrame):
    """``help_asked``: the button beside the sentence. ``legend_chosen``: a region's number, and whether it
    is to be added to what is chosen."""

    vocabulary_chosen = Signal(str)
    own_asked = Signal()
    all_toggled = Signal(bool)
    help_asked = Signal()
    legend_chosen = Signal(int, bool)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._legend: list[tuple[RegionInfo, QColor]] = []
        self.setObjectName("regionbar")
        self.busy = BusyLine(theme)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._ask_for_patience)
        self.sentence = QLabel()
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.help = QPushButton()
        self.help.setProperty("link", True)
        self.help.hide()
        self.words = QToolButton()
        self.words.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.words.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.words.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.words.setToolTip(self.tr("The words that parts may be called by"))
        self.menu = QMenu(self)
        self.menu.setToolTipsVisible(True)
        self.words.setMenu(self.menu)
        self.all = Tool(theme, "layers", self.tr("Show all parts with their names"), checkable=True)
        self.close_ = Tool(theme, "x", self.tr("Leave"), self.tr("Esc"))
        self._chips = QWidget()
        self._flow = Flow(6)
        self._chips.setLayout(self._flow)
        self._lay_out()
        self._wire()
        self.show_vocabularies((), "")
        self.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.busy)
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 2, 8, 4)
        inner.setSpacing(4)
        inner.addWidget(self._chips)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.help)
        row.addSpacing(4)
        for button in (self.words, self.all, self.close_):
            row.addWidget(button)
        inner.addLayout(row)
        column.addLayout(inner)
        self._chips.hide()

    def _wire(self) -> None:
        self.help.clicked.connect(self.help_asked)
        self.all.toggled.connect(self.all_toggled)
        self.close_.clicked.connect(self.closed)
        self._theme.changed.connect(self._draw_legend)

    # what is shown

    def say(self, words: str, tip: str = "", *, help_: str = "", busy: bool = False) -> None:
        """One sentence; ``help_``: what a button beside it does about it."""
        self.sentence.setText(words)
        self.sentence.setToolTip(tip)
        self.help.setText(help_)
        self.help.setAccessibleName(help_)
        self.help.setToolTip(help_)
        self.help.setVisible(bool(help_))
        self.busy.set_busy(busy)
        if busy:
            self._patience.start()
        else:
            self._patience.stop()

    def _ask_for_patience(self) -> None:
        """The model is being loaded, and its words are read."""
        beside = self.tr("The first time takes a little longer.")
        self.sentence.setText(f"{self.sentence.text()} {beside}")

    def show_tools(self, shown: bool) -> None:
        """What only parts need: the words, and showing all of them."""
        self.words.setVisible(shown)
        self.all.setVisible(shown)

    def show_vocabularies(self, known: Sequence[VocabularyInfo], current: str) -> None:
        """The lists of words there are, and which is used."""
        self.menu.clear()
        group = QActionGroup(self.menu)
        title = ""
        for info in known:
            words = self.tr("%Ln word(s)", "", info.terms)
            action = self.menu.addAction(f"{info.shown}\t{words}")
            action.setCheckable(True)
            action.setChecked(info.name == current)
            action.triggered.connect(lambda _checked=False, name=info.name: self._choose(name))
            group.addAction(action)
            title = info.shown if info.name == current else title
        if known:
            self.menu.addSeparator()
        edit = self.menu.addAction(self.tr("Edit my own words…"))
        edit.triggered.connect(self.own_asked)
        self.words.setText(title or self.tr("Words"))
        self.words.setAccessibleName(self.tr("Words: {name}").format(name=self.words.text()))

    def _choose(self, name: str) -> None:
        self.vocabulary_chosen.emit(name)

    def show_legend(self, legend: Sequence[tuple[RegionInfo, QColor]]) -> None:
        """Each region with its colour; none hides the legend."""
        self._legend = list(legend)
        self._draw_legend()

    def _draw_legend(self) -> None:
        self._flow.clear()
        before: QWidget = self.close_
        for number, (info, colour) in enumerate(self._legend):
            chip = tag(shown_name(info), self.tr("Choose this part; with Shift, add it to those chosen"))
            chip.setIcon(_dot(colour, self.devicePixelRatioF()))
            chip.setIconSize(QSize(_DOT + _GAP, _DOT))
            chip.clicked.connect(lambda _checked=False, number=number: self._pick(number))
            self._flow.addWidget(chip)
            QWidget.setTabOrder(before, chip)
            before = chip
        self._chips.setVisible(bool(self._legend))
        self._chips.updateGeometry()

    def _pick(self, number: int) -> None:
        shift = QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
        self.legend_chosen.emit(number, bool(shift))


def _dot(colour: QColor, ratio: float) -> QIcon:
    pixmap = QPixmap(round((_DOT + _GAP) * ratio), round(_DOT * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QRectF(0.5, 0.5, _DOT - 1, _DOT - 1))
    painter.end()
    return QIcon(pixmap)
