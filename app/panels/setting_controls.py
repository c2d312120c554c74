"""The controls of the settings page, one for each kind of setting."""

from __future__ import annotations

import math
import os
import re

from PySide6.QtCore import QLocale, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QValidator,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from app.panels.page import Choice, Switch, link
from app.panels.settings_words import Words, say
from app.theme import Theme
from core.settings import Setting, Value

_QUIET = 250  # ms after the last step of a slider or number before it counts
_STEPS = 100  # of a slider
_SECONDS = {"s": 1.0, "min": 60.0, "h": 3600.0}


class Control(QWidget):
    """What all controls have in common: a value is shown, a change is told."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.first: QWidget = self

    def take(self, widget: QWidget, name: str, says: str) -> None:
        """Put a part in, called as the setting is."""
        widget.setAccessibleName(name)
        widget.setAccessibleDescription(says)
        if self.first is self:
            self.first = widget
            self.setFocusProxy(widget)
        self.row.addWidget(widget)

    def show_value(self, value: Value, *, force: bool = False) -> None:
        """Show a value without telling of it; ``force`` drops what is being typed."""
        raise NotImplementedError


class _OnOff(Control):
    def __init__(self, theme: Theme, name: str, says: str) -> None:
        super().__init__()
        self.switch = Switch(theme)
        self.switch.clicked.connect(lambda on: self.changed.emit(bool(on)))
        self.take(self.switch, name, says)

    def show_value(self, value: Value, *, force: bool = False) -> None:
        self.switch.setChecked(bool(value))


class _OneOf(Control):
    def __init__(self, theme: Theme, setting: Setting, words: Words, name: str, says: str) -> None:
        super().__init__()
        self.box = Choice(theme)
        self.box.setFixedWidth(200)
        for choice in setting.choices:
            self.box.addItem(say(words.choices.get(choice, choice)), choice)
        self.box.activated.connect(lambda index: self.changed.emit(self.box.itemData(index)))
        self.take(self.box, name, says)

    def show_value(self, value: Value, *, force: bool = False) -> None:
        self.box.setCurrentIndex(self.box.findData(value))


class _Number(Control):
    """A number to type; for a bounded float a slider too, in even ratios where the bounds are far apart."""

    def __init__(self, theme: Theme, setting: Setting, words: Words, name: str, says: str) -> None:
        super().__init__()
        self._whole = setting.kind is int
        self._low, self._high = float(setting.low or 0), float(setting.high or 0)
        self._even = self._low > 0 and self._high / self._low > 100
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET)
        self._quiet.timeout.connect(lambda: self.changed.emit(self._value()))
        self.slider: QSlider | None = None
        if not self._whole:
            self.slider = _Slider(Qt.Orientation.Horizontal)
            self.slider.setRange(0, _STEPS)
            self.slider.setPageStep(10)
            self.slider.setFixedWidth(124)
            self.slider.valueChanged.connect(self._slid)
            self.take(self.slider, name, says)
        self.spin = _Spin(theme, seconds=words.unit == "s")
        self.spin.setDecimals(0 if self._whole else 2)
        self.spin.setRange(self._low, self._high)
        if self._whole or self._even:
            self.spin.setStepType(QAbstractSpinBox.StepType.AdaptiveDecimalStepType)
        else:
            self.spin.setSingleStep((self._high - self._low) / 20)
        if words.unit and words.unit != "s":
            self.spin.setSuffix(f" {say(words.unit)}")
        if words.zero and self._low == 0:
            self.spin.setSpecialValueText(say(words.zero))
        self.spin.setFixedWidth(124 if self._whole else 80)
        self.spin.valueChanged.connect(self._typed)
        self.take(self.spin, name, says)

    def show_value(self, value: Value, *, force: bool = False) -> None:
        if not self._quiet.isActive() or force:
            self._quiet.stop()
            self._set(float(value))

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is lost when the page is left at once."""
        super().hideEvent(event)
        if self._quiet.isActive():
            self._quiet.stop()
            self.changed.emit(self._value())

    def _value(self) -> int | float:
        return round(self.spin.value()) if self._whole else self.spin.value()

    def _set(self, value: float) -> None:
        for part in (self.spin, self.slider):
            if part is not None:
                part.blockSignals(True)
        self.spin.setValue(value)
        if self.slider is not None:
            self.slider.setValue(round(self._place(value) * _STEPS))
        for part in (self.spin, self.slider):
            if part is not None:
                part.blockSignals(False)

    def _place(self, value: float) -> float:
        if self._even:
            return math.log(value / self._low) / math.log(self._high / self._low)
        return (value - self._low) / (self._high - self._low)

    def _slid(self, place: int) -> None:
        share = place / _STEPS
        if self._even:
            value = float(f"{self._low * (self._high / self._low) ** share:.2g}")
        else:
            value = self._low + share * (self._high - self._low)
        self.spin.blockSignals(True)
        self.spin.setValue(min(max(value, self._low), self._high))
        self.spin.blockSignals(False)
        self._quiet.start()

    def _typed(self, value: float) -> None:
        self._set(value)
        self._quiet.start()


class Lines(Control):
    """Several lines. They count only when applied: half a pattern could leave out everything."""

    def __init__(self, name: str, says: str) -> None:
        super().__init__()
        self._stored = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout()
        column.setSpacing(8)
        self.row.addLayout(column)
        self.editor = QPlainTextEdit()
        self.editor.setTabChangesFocus(True)
        self.editor.setFont(_typewriter(self.editor))
        self.editor.setFixedHeight(96)
        self.editor.setPlaceholderText("Screenshots/\n*.tmp.jpg")
        self.editor.textChanged.connect(self._edited)
        self.take(self.editor, name, says)
        self.row.removeWidget(self.editor)
        column.addWidget(self.editor)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.apply = QPushButton(self.tr("Apply"))
        self.apply.setToolTip(self.tr("Use these patterns from now on"))
        self.apply.clicked.connect(lambda: self.changed.emit(self.editor.toPlainText()))
        self.discard = link(self.tr("Discard"), self.tr("Back to the patterns in use"))
        self.discard.clicked.connect(lambda: self.show_value(self._stored, force=True))
        self.buttons.addWidget(self.apply)
        self.buttons.addWidget(self.discard)
        column.addLayout(self.buttons)
        self.buttons.addStretch(1)
        self._edited()

    def show_value(self, value: Value, *, force: bool = False) -> None:
        """What is being typed stays unless it is what is stored now."""
        typing = self.editor.toPlainText() not in {self._stored, str(value)}
        self._stored = str(value)
        if force or not typing:
            self.editor.setPlainText(self._stored)
        self._edited()

    def _edited(self) -> None:
        differs = self.editor.toPlainText() != self._stored
        self.apply.setEnabled(differs)
        self.discard.setVisible(differs)


class _Text(Control):
    def __init__(self, name: str, says: str) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setFixedWidth(200)
        self.field.editingFinished.connect(lambda: self.changed.emit(self.field.text()))
        self.take(self.field, name, says)

    def show_value(self, value: Value, *, force: bool = False) -> None:
        self.field.setText(str(value))


class Elsewhere(Control):
    """What is chosen on a page of its own: its name, and the way there."""

    asked = Signal()

    def __init__(self, name: str, says: str) -> None:
        super().__init__()
        self.button = QPushButton(self.tr("Choose…"))
        self.button.setToolTip(self.tr("See the models on this computer"))
        self.button.clicked.connect(self.asked)
        self.name = QLabel()
        self.name.setProperty("faint", "true")
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.row.addWidget(self.name)
        self.take(self.button, name, says)

    def show_value(self, value: Value, *, force: bool = False) -> None:
        """The last part of a name; the whole stands in the tooltip."""
        name = os.path.basename(str(value))
        shown = name[:1].upper() + name[1:]
        self.name.setText(self.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideMiddle, 140))
        self.name.setToolTip(str(value))


class _Spin(QDoubleSpinBox):
    """A number that the wheel does not change; seconds are written as minutes and hours where they suit."""

    def __init__(self, theme: Theme, *, seconds: bool) -> None:
        super().__init__()
        self._theme = theme
        self._seconds = seconds
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setKeyboardTracking(False)
        self.setGroupSeparatorShown(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        self.setFixedHeight(30)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        # as the other fields: a style sheet leaves no room for the words of a field without buttons
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("accent" if self.hasFocus() else "field_line"), 1))
        ground = self._theme.colour("raised")
        palette = self.lineEdit().palette()
        if palette.base().color() != ground:  # the style puts the page's back whenever it is polished
            palette.setColor(QPalette.ColorRole.Base, ground)
            self.lineEdit().setPalette(palette)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def textFromValue(self, val: float) -> str:
        unit, size = "", 1.0
        if self._seconds:
            fitting = [(u, s) for u, s in _SECONDS.items() if s <= val and math.isclose(val % s, 0)]
            unit, size = fitting[-1] if fitting else ("s", 1.0)
        text = QLocale().toString(val / size, "f", self.decimals())
        point = QLocale().decimalPoint()
        if point in text:
            text = text.rstrip("0").removesuffix(point)
        return f"{text} {unit}".rstrip()

    def valueFromText(self, text: str) -> float:
        value = self._read(text)
        return self.value() if value is None else value

    def validate(self, input: str, pos: int) -> tuple[QValidator.State, str, int]:
        value = self._read(input)
        if value is None or not self.minimum() <= value <= self.maximum():
            return QValidator.State.Intermediate, input, pos
        return QValidator.State.Acceptable, input, pos

    def _read(self, text: str) -> float | None:
        if text == self.specialValueText() and text:
            return self.minimum()
        found = re.fullmatch(r"\s*([\d.,' \u00a0\u202f]+?)\s*(s|min|h)?\s*", text.removesuffix(self.suffix()))
        if found is None or (found[2] and not self._seconds):
            return None
        value, fine = QLocale().toDouble(found[1].strip())
        return value * _SECONDS[found[2] or "s"] if fine else None


class _Slider(QSlider):
    """A slider that the wheel does not move."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def control_of(theme: Theme, setting: Setting, words: Words) -> Control:
    """The control that suits a setting's kind."""
    name = say(words.title)
    says = " ".join(filter(None, (say(setting.sentence), say(words.cost))))
    if words.page:
        return Elsewhere(name, says)
    if setting.choices:
        return _OneOf(theme, setting, words, name, says)
    if setting.kind is bool:
        return _OnOff(theme, name, says)
    if setting.kind is str:
        return Lines(name, says) if words.many else _Text(name, says)
    return _Number(theme, setting, words, name, says)


def _typewriter(widget: QWidget) -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(widget.font().pixelSize())
    return font
