"""The settings page, made from ``core.settings``: every setting with its words, applied at once."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.panels.page import Page, Row, Section, label, link
from app.panels.setting_controls import Elsewhere, Lines, control_of
from app.panels.settings_words import GROUPS, Words, say, words_of
from app.theme import Theme
from core.settings import SETTINGS, Setting, Value


class SettingsPage(Page):
    """Emits what was changed; the window stores it and answers by ``show_values`` or ``show_refused``."""

    changed = Signal(str, object)
    models_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.title.setText(self.tr("Settings"))
        self.setAccessibleName(self.tr("Settings"))
        self._stored: dict[str, Value] = {setting.key: setting.default for setting in SETTINGS}
        self._asked: dict[str, Value] = {}
        self._sections: list[Section] = []
        self.rows: dict[str, SettingRow] = {}
        self.filter = _Filter()
        self.filter.setPlaceholderText(self.tr("Find a setting"))
        self.filter.setAccessibleName(self.tr("Find a setting"))
        self.filter.setToolTip(self.tr("Show only the settings with these words (Esc clears)"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumWidth(200)
        self.filter.setTextMargins(-6, 0, 0, 0)
        self._sign = self.filter.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self.filter.textChanged.connect(self._filter)
        self.head.addWidget(self.filter)
        self.setFocusProxy(self.filter)
        for group in GROUPS:
            self._add_group(theme, group)
        self._none = label(self.tr("No setting has these words."), "faint")
        self._none.hide()
        self.column.addWidget(self._none)
        self.column.addStretch(1)
        theme.changed.connect(self._colour_sign)
        self._colour_sign()
        self.show_values(self._stored)

    def _colour_sign(self) -> None:
        self._sign.setIcon(self._theme.icon("search", "faint", 14))

    def _add_group(self, theme: Theme, group: str) -> None:
        section = self.section(say(group))
        for setting in SETTINGS:
            words = words_of(setting)
            if words.group == group:
                row = SettingRow(theme, setting, words)
                row.changed.connect(self._ask)
                row.page_asked.connect(self.models_asked)
                self.rows[setting.key] = row
                section.add(row)
        section.setVisible(bool(section.tidy()))
        self._sections.append(section)

    def show_values(self, values: Mapping[str, Value]) -> None:
        """These values are stored now. A control that was moved again since keeps its newer value."""
        for key, value in values.items():
            if key not in self.rows:
                continue
            self._stored[key] = value
            if key in self._asked and self._asked[key] != value:
                continue
            self._asked.pop(key, None)
            self.rows[key].show_value(value)

    def show_refused(self, key: str, sentence: str) -> None:
        """A change could not be stored: the stored value is back, and the sentence says why."""
        self._asked.pop(key, None)
        self.rows[key].show_value(self._stored[key])
        self.rows[key].refuse(sentence)
        self.area.ensureWidgetVisible(self.rows[key])

    def show_model(self, name: str) -> None:
        """The name of the model that answers."""
        self.rows["model.active"].show_value(name)

    def show_region_model(self, name: str) -> None:
        """The name of the model that sees the parts of photos."""
        self.rows["regions.model"].show_value(name)

    def _ask(self, key: str, value: Value) -> None:
        if self._asked.get(key, self._stored[key]) == value:
            return
        self._asked[key] = value
        self.changed.emit(key, value)

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        found = 0
        for section in self._sections:
            for row in section.findChildren(SettingRow):
                there = f"{section.heading.text()} {row.everything}".casefold()
                row.setVisible(all(word in there for word in wanted))
            shown = section.tidy()
            section.setVisible(shown > 0)
            found += shown
        self._none.setVisible(not found)
        self.area.verticalScrollBar().setValue(0)


class SettingRow(Row):
    """One setting: words, control, a way back to the default, and why a value was refused."""

    changed = Signal(str, object)
    page_asked = Signal()

    def __init__(self, theme: Theme, setting: Setting, words: Words) -> None:
        says = " ".join(filter(None, (say(setting.sentence), say(words.cost))))
        super().__init__(say(words.title), says, below=words.many or None)
        self._setting = setting
        self.refused = label("", "warning", small=True)
        self.refused.hide()
        self.words.addWidget(self.refused)
        choices = " ".join(say(choice) for choice in words.choices.values())
        self.everything = f"{setting.key} {self.title.text()} {says} {choices}"
        self.control = control_of(theme, setting, words)
        self.control.changed.connect(self._changed)
        self.reset = link(self.tr("Reset"), self.tr("Back to what Recollect comes with"))
        self.reset.setAccessibleName(self.tr("Reset {setting}").format(setting=self.title.text()))
        keeps = self.reset.sizePolicy()
        keeps.setRetainSizeWhenHidden(not words.many)
        self.reset.setSizePolicy(keeps)
        self.reset.clicked.connect(self._reset)
        self.put(self.control)
        if isinstance(self.control, Elsewhere):
            self.control.asked.connect(self.page_asked)
            self.reset.setParent(self)  # never shown
        elif isinstance(self.control, Lines):
            self.control.buttons.insertWidget(2, self.reset)
        else:
            self.put(self.reset)
        self.show_value(setting.default)

    def show_value(self, value: Value) -> None:
        """This value is stored."""
        self.control.show_value(value)
        self.refused.hide()
        self._offer_reset(value)

    def refuse(self, sentence: str) -> None:
        """Why the last change was not taken; people know the setting by its title."""
        self.refused.setText(sentence.replace(self._setting.key, self.title.text()))
        self.refused.show()

    def _changed(self, value: Value) -> None:
        self.refused.hide()
        self._offer_reset(value)
        self.changed.emit(self._setting.key, value)

    def _reset(self) -> None:
        self.control.show_value(self._setting.default, force=True)
        self.control.first.setFocus()
        self._changed(self._setting.default)

    def _offer_reset(self, value: Value) -> None:
        can = value != self._setting.default and not isinstance(self.control, Elsewhere)
        self.reset.setVisible(can)


class _Filter(QLineEdit):
    """Esc clears it; only then it is the window's."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)
