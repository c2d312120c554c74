"""The chips of the question in a row that scrolls sideways when there are many."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from app.query_bar.chips import Chip, Token, without
from app.query_bar.faces import Faces
from app.theme import Theme

_HIGH = 30


class ChipRow(QScrollArea):
    """Holds the tokens. ``changed``: they are others now."""

    changed = Signal()
    edit_asked = Signal(int)  # the place of a token whose words are to be changed
    resized = Signal()  # a chip has another width now
    left_end = Signal()  # Right was pressed on the last chip

    def __init__(self, theme: Theme, faces: Faces, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._faces = faces
        self._chips: list[Chip] = []
        self.last: QWidget | None = None  # where Tab leads from the last chip
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedHeight(_HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QScrollArea, #chips { background: transparent; }")
        self._inner = QWidget()
        self._inner.setObjectName("chips")
        self._row = QHBoxLayout(self._inner)
        self._row.setContentsMargins(0, 2, 0, 2)
        self._row.setSpacing(4)
        self.setWidget(self._inner)
        self.hide()

    @property
    def tokens(self) -> tuple[Token, ...]:
        """What the chips stand for, in their order."""
        return tuple(chip.token for chip in self._chips)

    def show_tokens(self, tokens: Sequence[Token]) -> None:
        """One chip for each, and none else."""
        while len(self._chips) > len(tokens):
            chip = self._chips.pop()
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for place, token in enumerate(tokens):
            if place < len(self._chips):
                if self._chips[place].token != token:
                    self._chips[place].show_token(token)
            else:
                self._add(token)
        self.setVisible(bool(tokens))
        self.updateGeometry()
        self._order_focus()
        QTimer.singleShot(0, self, self._to_end)

    def _order_focus(self) -> None:
        """Tab goes from chip to chip and on to the line."""
        after = [*self._chips[1:], self.last] if self.last is not None else self._chips[1:]
        for chip, following in zip(self._chips, after, strict=False):
            QWidget.setTabOrder(chip, following)

    def focus(self, place: int) -> None:
        """Put the keyboard on a chip; -1 is the last."""
        if self._chips:
            chip = self._chips[place]
            chip.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(chip, 8, 0)

    def sizeHint(self) -> QSize:
        """As wide as the chips."""
        return QSize(self._inner.sizeHint().width(), _HIGH)

    def minimumSizeHint(self) -> QSize:
        """They scroll: many chips never make the window wider."""
        return QSize(0, _HIGH)

    def _add(self, token: Token) -> None:
        chip = Chip(self._theme, token, self._faces, self._inner)
        chip.removed.connect(lambda chip=chip: self._remove(chip))
        chip.changed.connect(lambda token, chip=chip: self._change(chip, token))
        chip.edit_asked.connect(lambda chip=chip: self.edit_asked.emit(self._chips.index(chip)))
        chip.moved.connect(lambda step, chip=chip: self._move(chip, step))
        chip.resized.connect(self.resized)
        self._chips.append(chip)
        self._row.addWidget(chip)
        chip.show()

    def _remove(self, gone: Chip) -> None:
        at = self._chips.index(gone)
        focused = gone.hasFocus()
        self.show_tokens(without(self.tokens, lambda token: token is gone.token))
        if focused and self._chips:
            self.focus(min(at, len(self._chips) - 1))
        elif focused:
            self.left_end.emit()
        self.changed.emit()

    def _change(self, chip: Chip, token: Token) -> None:
        chip.show_token(token)
        self.updateGeometry()
        self.changed.emit()

    def _move(self, chip: Chip, step: int) -> None:
        at = self._chips.index(chip) + step
        if at >= len(self._chips):
            self.left_end.emit()
        elif at >= 0:
            self.focus(at)

    def _to_end(self) -> None:
        bar = self.horizontalScrollBar()
        bar.setValue(bar.maximum())
