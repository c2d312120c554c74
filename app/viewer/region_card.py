"""The card of a chosen part: what it is, how sure that is, what else it may be, and finding more of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.theme import Theme
from app.viewer.parts import Tool, heading
from app.viewer.region_choice import Choice

if TYPE_CHECKING:
    from core.library.region_values import RegionInfo, RegionLabel, RegionModelInfo

WIDE = 248
_INDENT = 5  # of words, so that they stand under those of the buttons
_ENOUGH = 0.5  # of the photos must be looked into for parts to be compared with parts
_MARGIN = 12  # to the edge of the canvas
_BAR = 56  # of an alternative's likelihood


class Alternative(QPushButton):
    """Another name a part may have, with a bar for how likely it is."""

    def __init__(self, theme: Theme, label: RegionLabel) -> None:
        super().__init__()
        self._theme = theme
        self.label = label
        self._share = min(max(label.score, 0.0), 1.0)
        self.setProperty("quiet", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(26)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        percent = percent_words(self._share)
        self.setAccessibleName(self.tr("{name}, {percent}").format(name=label.shown, percent=percent))
        self.setToolTip(
            self.tr("{percent} likely. Find photos of “{name}”").format(percent=percent, name=label.shown)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A long name is shortened."""
        super().resizeEvent(event)
        room = max(self.width() - _BAR - 24, 24)
        text = QFontMetrics(self.font()).elidedText(shown_name(self.label), Qt.TextElideMode.ElideRight, room)
        self.setText(text.replace("&", "&&"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar at the end of the line."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        left = self.width() - _BAR - 6 if self.isLeftToRight() else 6
        whole = QRectF(left, self.height() / 2 - 2, _BAR, 4)
        painter.setBrush(self._theme.colour("chosen"))
        painter.drawRoundedRect(whole, 2, 2)
        long = max(_BAR * self._share, 4)
        start = whole.left() if self.isLeftToRight() else whole.right() - long
        painter.setBrush(self._theme.colour("faint"))
        painter.drawRoundedRect(QRectF(start, whole.top(), long, 4), 2, 2)


class Card(QFrame):
    """``find_asked``: photos with what is chosen, in place of the question (False) or beside it (True).
    ``name_asked``: the English name of an alternative."""

    find_asked = Signal(bool)
    name_asked = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = ""
        self.setObjectName("regioncard")
        self.setFixedWidth(WIDE)
        self.setAccessibleName(self.tr("The chosen part"))
        self.title = QLabel()
        self.title.setProperty("strong", True)
        self.facts, self.how = _faint(), _faint()
        for label in (self.title, self.facts, self.how):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setContentsMargins(_INDENT, 0, 0, 0)
        self.close_ = Tool(theme, "x", self.tr("Choose nothing"), self.tr("Esc"))
        self.close_.setFixedSize(24, 24)
        self.others = heading(self.tr("It may also be"))
        self.others.setContentsMargins(_INDENT, 0, 0, 0)
        self.search = QPushButton(self.tr("Find photos with this"))
        self.search.setProperty("primary", True)
        self.search.setAccessibleName(self.search.text())
        self.search.setToolTip(self.tr("Search for this part instead of what was asked (Enter)"))
        self.add = QPushButton(self.tr("Add to the question"))
        self.add.setProperty("link", True)
        self.add.setAccessibleName(self.add.text())
        self.add.setToolTip(self.tr("Ask for photos with this part, and for what was asked before"))
        self._lay_out()
        self.close_.clicked.connect(self.closed)
        self.search.clicked.connect(lambda: self.find_asked.emit(False))
        self.add.clicked.connect(lambda: self.find_asked.emit(True))
        self.add.hide()
        self.hide()

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 12)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_)
        column.addLayout(head)
        column.addWidget(self.facts)
        self._room = QWidget()
        box = QVBoxLayout(self._room)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(2)
        box.addWidget(self.others)
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        box.addLayout(self._lines)
        column.addWidget(self._room)
        column.addSpacing(8)
        row = QHBoxLayout()
        row.setContentsMargins(_INDENT, 0, _INDENT, 4)
        row.addWidget(self.search)
        column.addLayout(row)
        column.addWidget(self.add)
        column.addWidget(self.how)

    # what is shown

    def show_choice(self, choice: Choice, state: RegionModelInfo | None) -> None:
        """What is chosen; hidden when nothing is. ``state``: what a search for it can compare with."""
        infos = choice.infos
        if not choice.chosen:
            self.hide()
            return
        one = choice.chosen[0]
        if len(choice.chosen) > 1:
            self._show_several(infos)
        elif isinstance(one, int):
            self._show_part(infos[0])
        elif one.info is not None:
            self._show_part(one.info, drawn=True)
        else:
            self._say(self.tr("Your box"), one.failed or self.tr("Looking…"), ())
        for button in (self.search, self.add):
            button.setEnabled(choice.complete)
        self._say_how(infos, state)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self._column.totalHeightForWidth(WIDE))

    def _show_part(self, info: RegionInfo, *, drawn: bool = False) -> None:
        title = self.tr("Your box") if drawn and not info.shown else shown_name(info)
        words = sure_words(info.sure) if info.label else self.tr("No word of the list fits well")
        share = self.tr("{percent} of the photo").format(percent=percent_words(info.share))
        self.others.setText(self.tr("It may also be") if info.label else self.tr("Nearest words"))
        self._say(title, f"{words} · {share}", info.alternatives)

    def _show_several(self, infos: Sequence[RegionInfo]) -> None:
        names = list(dict.fromkeys(shown_name(info) for info in infos))
        share = percent_words(min(sum(info.share for info in infos), 1.0))
        words = [self.tr("%Ln part(s)", "", len(infos))]
        words.append(self.tr("{percent} of the photo").format(percent=share))
        self._say(", ".join(names) or self.tr("Your box"), " · ".join(words), ())

    def _say_how(self, infos: Sequence[RegionInfo], state: RegionModelInfo | None) -> None:
        words = ""
        if infos and state is not None:
            words = self.tr("Compares what is cut out here with whole photos.")
            if state.looked >= _ENOUGH * max(state.photos, 1) and all(info.groups for info in infos):
                words = self.tr("Compares with the parts of your photos.")
                if state.looked < state.photos:
                    words = self.tr(
                        "Compares with the parts of %Ln photo(s) looked into so far.", "", state.looked
                    )
        self.how.setText(words)
        self.how.setVisible(bool(words))

    def show_asked(self, asked: bool) -> None:
        """Whether there is a question that this could be added to."""
        self.add.setVisible(asked)
        self._fit()

    def settle(self, room: QSize, hidden: Sequence[QRectF], top: int = 0) -> None:
        """Stand in the upper corner of ``room`` that hides less of these rectangles, below ``top``.

        Where there is little room, other names give way: the buttons stay in sight.
        """
        top += _MARGIN
        self._room.setVisible(self._lines.count() > 0)
        self._fit()
        if self.height() > room.height() - top - _MARGIN:
            self._room.hide()
            self._fit()
        right = room.width() - self.width() - _MARGIN
        spots = [right, _MARGIN] if self.isLeftToRight() else [_MARGIN, right]

        def covered(left: int) -> float:
            spot = QRectF(left, top, self.width(), self.height())
            parts = (spot.intersected(one) for one in hidden)
            return sum(part.width() * part.height() for part in parts if part.isValid())

        self.move(min(spots, key=covered), top)
        self.show()
        self.raise_()

    def _say(self, title: str, facts: str, others: Sequence[RegionLabel]) -> None:
        self._title = title
        self._elide()
        self.facts.setText(facts)
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for label in others:
            line = Alternative(self._theme, label)
            line.clicked.connect(lambda _checked=False, name=label.label: self.name_asked.emit(name))
            self._lines.addWidget(line)
            line.show()  # now: the height is asked for at once
        self._room.setVisible(bool(others))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A long name is shortened and told whole by the tooltip."""
        super().resizeEvent(event)
        self._elide()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside its buttons is none on the photo behind."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """As a press."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """As a press."""
        event.accept()

    def _elide(self) -> None:
        room = WIDE - 24 - _INDENT - self.close_.width() - 4
        short = self.title.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        self.title.setText(short)
        self.title.setToolTip(self._title if short != self._title else "")
        self.title.setAccessibleName(self._title)

    @property
    def words(self) -> str:
        """The name on it, unshortened."""
        return self._title


def _faint() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setProperty("faint", True)
    label.setProperty("small", True)
    return label


def percent_words(share: float) -> str:
    """A share in whole per cent as the language writes it; never none of what is there."""
    if 0 < share < 0.01:
        return _tr("under {percent}").format(percent=_percent(1))
    return _percent(round(share * 100))


def _percent(number: int) -> str:
    return _tr("{number} %").format(number=QLocale().toString(number))


def sure_words(sure: str) -> str:
    """How sure the model is, in words."""
    known = {"very": _tr("Very sure"), "fairly": _tr("Fairly sure"), "maybe": _tr("Perhaps")}
    return known.get(sure, _tr("Unclear"))


def read_out(choice: Choice) -> str:
    """What is chosen, for a screen reader; empty when nothing is."""
    words = []
    for info in choice.infos:
        sure = sure_words(info.sure) if info.label else ""
        share = _tr("{percent} of the photo").format(percent=percent_words(info.share))
        words.append(", ".join(one for one in (shown_name(info), sure, share) if one))
    if choice.chosen and not words:
        return _tr("Your box")
    return "; ".join(words)


def shown_name(part: RegionInfo | RegionLabel) -> str:
    """Its name as it is written alone; what has none is unclear."""
    return part.shown[:1].upper() + part.shown[1:] or _tr("Unclear")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Card", text)
