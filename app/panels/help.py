"""The help page: getting started, the query language, shortcuts, privacy and what Recollect is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QDateTime, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.panels.markdown_view import MarkdownView
from app.panels.page import NARROWEST, WIDEST, Choice, Page, Row, Section, Switch, label
from app.theme import Theme
from core import paths

# In a page narrower than this the list of sections is a choice above.
_BESIDE = 760
_EDGE = 24
TEXTS = ("start", "query", "privacy")


def read_texts(language: str = "") -> dict[str, str]:
    """The texts of Help from the disk, in this language where there is one; what is missing is left out."""
    texts = {}
    for name in TEXTS:
        for file in (f"help/{name}.{language}.md", f"help/{name}.md"):
            try:
                texts[name] = paths.resource(file).read_text("utf-8")
            except FileNotFoundError:
                continue
            break
    return texts


class HelpPage(QWidget):
    """Sections by name: start, query, shortcuts, privacy, about. ``texts`` as ``read_texts`` gives them.

    ``addresses``: where models and updates are asked for, or "" where there is no such place.
    """

    network_allowed = Signal(bool)
    link_asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        texts: Mapping[str, str],
        *,
        version: str = "",
        addresses: tuple[str, str] = ("https://huggingface.co", ""),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(self.tr("Help"))
        self.setMinimumWidth(NARROWEST)
        self._names: list[str] = []
        self._icons: list[str] = []
        self._make_frame(theme)
        self.shortcuts = Page(theme, self.tr("Shortcuts"))
        self._keys = self.shortcuts.section()
        self.shortcuts.column.addStretch(1)
        self.privacy = PrivacyPage(theme, texts.get("privacy", ""), addresses)
        self.privacy.allowed.connect(self.network_allowed)
        self.privacy.link_asked.connect(self._follow)
        self.start = Reading(theme, texts.get("start", ""))
        self.query = Reading(theme, texts.get("query", ""), searched=True)
        for reading in (self.start, self.query):
            reading.view.link_asked.connect(self._follow)
        if "start" in texts:
            self._add("start", self.tr("Getting started"), "sparkles", self.start)
        if "query" in texts:
            self._add("query", self.tr("The query language"), "search", self.query)
        self._add("shortcuts", self.tr("Shortcuts"), "keyboard", self.shortcuts)
        self._add("privacy", self.tr("Privacy"), "lock", self.privacy)
        self._add("about", self.tr("About"), "info", AboutPage(theme, version))
        self.list.currentRowChanged.connect(self._turn)
        self.choice.activated.connect(self.list.setCurrentRow)
        self.list.setCurrentRow(0)
        self.setFocusProxy(self.list)
        theme.changed.connect(self._colour)
        self._colour()

    def _make_frame(self, theme: Theme) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._side = QWidget()
        self._side.setFixedWidth(208)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(_EDGE, _EDGE, 0, 16)
        side.setSpacing(16)
        side.addWidget(label(self.tr("Help"), "title"))
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(self.tr("Sections of the help"))
        self.list.setIconSize(QSize(16, 16))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side.addWidget(self.list, 1)
        row.addWidget(self._side)
        right = QVBoxLayout()
        right.setSpacing(0)
        self._above = QWidget()
        above = QHBoxLayout(self._above)
        above.setContentsMargins(_EDGE, _EDGE, _EDGE, 0)
        self.choice = Choice(theme, self.tr("Sections of the help"))
        above.addWidget(self.choice)
        right.addWidget(self._above)
        self.stack = QStackedWidget()
        right.addWidget(self.stack, 1)
        row.addLayout(right, 1)

    def _add(self, name: str, title: str, icon: str, page: QWidget) -> None:
        self._names.append(name)
        self._icons.append(icon)
        item = QListWidgetItem(title)
        item.setSizeHint(QSize(100, 30))
        item.setToolTip(title)
        self.list.addItem(item)
        self.choice.addItem(title)
        self.stack.addWidget(page)

    def show_section(self, name: str) -> None:
        """Turn to a section; one that is not there leaves the present one."""
        if name in self._names:
            self.list.setCurrentRow(self._names.index(name))

    def _turn(self, place: int) -> None:
        self.choice.setCurrentIndex(place)
        self.stack.setCurrentIndex(place)

    def _follow(self, address: str) -> None:
        if address in self._names:
            self.show_section(address)
        else:
            self.link_asked.emit(address)

    def show_shortcuts(self, keys: Sequence[tuple[str, str]]) -> None:
        """Every action's words with its keys."""
        self._keys.clear()
        for words, key in keys:
            row = Row(words, below=False)
            right = label(key, "faint")
            right.setWordWrap(False)
            right.setAccessibleName(f"{words}: {key}")
            row.put(right)
            self._keys.add(row)
        self.shortcuts.fit()

    def show_network(self, uses: Sequence[tuple[float, str, str]]) -> None:
        """Every connection since the start: when (POSIX seconds), what for, the address asked."""
        self.privacy.show_network(uses)

    def show_allowed(self, allowed: bool) -> None:
        """Whether the network may be used at all."""
        self.privacy.switch.setChecked(allowed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sections are listed beside, or chosen above."""
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE
        self._side.setVisible(beside)
        self._above.setVisible(not beside)
        self.setFocusProxy(self.list if beside else self.choice)

    def _colour(self) -> None:
        colours = self._theme.colours
        for place, icon in enumerate(self._icons):
            self.list.item(place).setIcon(self._theme.icon(icon, "accent"))
        self.list.setStyleSheet(
            "QListWidget { background: transparent; outline: none; }"
            f"QListWidget::item {{ color: {colours.text}; border-radius: 6px; padding-left: 6px;"
            " border: 1px solid transparent; }"
            f"QListWidget::item:selected {{ background: {colours.chosen}; color: {colours.text}; }}"
            f"QListWidget::item:selected:focus {{ border: 1px solid {colours.accent}; }}"
        )


class Reading(QWidget):
    """A text to read, as wide as can be followed; ``searched`` puts a search field above it."""

    def __init__(self, theme: Theme, text: str, *, searched: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self.setMinimumWidth(NARROWEST)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(16)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        self.field = _Find()
        self.field.setTextMargins(-6, 0, 0, 0)
        self.field.setPlaceholderText(self.tr("Find on this page"))
        self.field.setAccessibleName(self.tr("Find on this page"))
        self.field.setToolTip(self.tr("Enter goes to the next place, Shift+Enter to the one before"))
        self.field.setClearButtonEnabled(True)
        self._sign = self.field.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self.field.setMaximumWidth(320)
        self.field.textChanged.connect(self._search)
        self.field.next_asked.connect(self._next)
        tools.addWidget(self.field, 1)
        self.count = label("", "faint")
        self.count.setWordWrap(False)
        tools.addWidget(self.count)
        tools.addStretch(1)
        self._total = 0
        self._column.addLayout(tools)
        self.field.setVisible(searched)
        self.count.setVisible(searched)
        if searched:
            self.setFocusProxy(self.field)
        self.view = MarkdownView(theme, widest=WIDEST)
        self.view.show_text(text)
        self._column.addWidget(self.view, 1)
        theme.changed.connect(self._colour)
        self._colour()

    def _search(self, text: str) -> None:
        self._total = self.view.find_all(text)
        self._tell(min(1, self._total))

    def _next(self, step: int) -> None:
        self._tell(self.view.find_next(step))

    def _tell(self, place: int) -> None:
        number = QLocale().toString
        words = self.tr("{place} of {count}").format(place=number(place), count=number(self._total))
        if not self._total:
            words = self.tr("Not on this page") if self.field.text().strip() else ""
        self.count.setText(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In the middle, with the scroll bar at the edge."""
        super().resizeEvent(event)
        self._column.setContentsMargins(max(_EDGE, (self.width() - WIDEST) // 2), _EDGE, 0, 0)

    def _colour(self) -> None:
        colours = self._theme.colours
        self._sign.setIcon(self._theme.icon("search", "faint", 14))
        self.field.setStyleSheet(
            f"QLineEdit {{ background: {colours.raised}; border: 1px solid {colours.field_line};"
            f" border-radius: 6px; padding: 4px 8px; color: {colours.text}; }}"
            f"QLineEdit:focus {{ border: 1px solid {colours.accent}; }}"
        )


class PrivacyPage(Page):
    """Every use of the network, what was asked since the start, and a switch that forbids all of it."""

    allowed = Signal(bool)
    link_asked = Signal(str)

    def __init__(self, theme: Theme, text: str, addresses: tuple[str, str]) -> None:
        super().__init__(theme, "")
        self.title.setText(self.tr("Privacy"))
        self.setAccessibleName(self.tr("Privacy"))
        network = self.section(self.tr("Network"))
        row = Row(
            self.tr("Network allowed when you ask"),
            self.tr("Off refuses everything in the table below. Search never needs it."),
            below=False,
        )
        self.switch = Switch(theme)
        self.switch.setChecked(True)
        self.switch.setToolTip(self.tr("Allow or forbid every use of the network"))
        self.switch.clicked.connect(lambda on: self.allowed.emit(bool(on)))
        row.put(self.switch)
        network.add(row)
        self.count = Row("")
        network.add(self.count)
        self._table(addresses)
        self._asked = self.section(self.tr("Connections since the start"))
        self.text = MarkdownView(theme, fitted=True)
        self.text.show_text(text)
        self.text.link_asked.connect(self.link_asked)
        self.text.setVisible(bool(text))
        self.column.addWidget(self.text)
        self.column.addStretch(1)
        self.show_network(())

    def _table(self, addresses: tuple[str, str]) -> None:
        uses = self.section(self.tr("What uses the network"))
        when = self.tr("When you ask for it on the Models page. Never by itself.")
        check = self.tr("When you ask for it in the Help menu. Never by itself.")
        rows = (
            (self.tr("Downloading a model"), when, addresses[0]),
            (self.tr("Checking for updates"), check, addresses[1]),
        )
        for what, how, address in rows:
            row = Row(what, how)
            shown = label(address or self.tr("No address in this version"), "faint")
            shown.setWordWrap(False)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            shown.setAccessibleName(f"{what}: {shown.text()}")
            row.put(shown)
            uses.add(row)

    def show_network(self, uses: Sequence[tuple[float, str, str]]) -> None:
        """Every connection since the start: when (POSIX seconds), what for, the address asked."""
        count = QLocale().toString(len(uses))
        self.count.title.setText(self.tr("Connections since the start: {count}").format(count=count))
        self._asked.setVisible(bool(uses))
        self._asked.clear()
        for when, what, address in uses:
            time = QDateTime.fromSecsSinceEpoch(int(when)).time()
            row = Row(what, address, below=False)
            shown = label(QLocale().toString(time, QLocale.FormatType.ShortFormat), "faint")
            shown.setWordWrap(False)
            row.put(shown)
            self._asked.add(row)
        self.fit()


class AboutPage(Page):
    """Name, version, licence, and what Recollect is made of."""

    def __init__(self, theme: Theme, version: str) -> None:
        super().__init__(theme, "Recollect")
        said = self.section()
        row = Row(self.tr("Every photo you own, found by saying what is in it, on your own computer."))
        said.add(row)
        if version:
            _fact(said, self.tr("Version"), version)
        _fact(said, self.tr("Licence"), self.tr("Apache License 2.0"))
        made = self.section(self.tr("Made with"))
        for name, what in (
            ("Qt, PySide6", self.tr("The window (LGPL 3)")),
            ("PyTorch, transformers", self.tr("Running models (BSD 3-Clause, Apache 2.0)")),
            ("hnswlib, NumPy", self.tr("Finding the nearest (Apache 2.0, BSD 3-Clause)")),
            ("SQLite, SQLAlchemy", self.tr("The catalogue (public domain, MIT)")),
            ("Pillow", self.tr("Reading photos (MIT-CMU)")),
            ("pillow-heif, rawpy", self.tr("HEIC and RAW (libheif and LibRaw: LGPL)")),
            ("Lucide", self.tr("Icons (ISC)")),
        ):
            _fact(made, name, what)
        models = self.section(self.tr("Models and photos"))
        models.add(
            Row(
                self.tr("The built-in model"),
                self.tr(
                    "EfficientNet-Lite2 and MiniLM, taught together on Flickr8k, PASCAL VOC and COCO. "
                    "Its weights are for research and private use."
                ),
            )
        )
        models.add(
            Row(
                self.tr("The sample photos"),
                self.tr("CC0, public domain, CC BY and CC BY-SA; each names its author and licence."),
            )
        )
        self.column.addStretch(1)


class _Find(QLineEdit):
    """Enter goes on; Esc clears it, and only then is the window's."""

    next_asked = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.next_asked.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)


def _fact(section: Section, name: str, value: str) -> None:
    row = Row(name, below=False)
    shown: QLabel = label(value, "faint")
    shown.setWordWrap(False)
    row.put(shown)
    section.add(row)
