"""The side bar: Library, Folders with their state, saved searches, and the window's other pages."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.panels.side_lines import ROLE, AddButton, Entry, Lines
from app.query_bar.question import Question
from app.theme import Theme
from core import paths
from core.query.tree import Fact

if TYPE_CHECKING:
    from core.library.values import FolderInfo, SavedSearch

# Pages in the order of their lines: below the library, and at the end.
_TOOLS = ("duplicates", "card")
_LAST = ("health", "models", "settings", "help")


class SideBar(QFrame):
    """Emits what was chosen; is told what there is."""

    page_asked = Signal(str)  # all, favourites, duplicates, card, problems, health, models, settings, help
    folder_asked = Signal(object)  # a FolderInfo whose photos are wanted
    folder_menu_asked = Signal(object, QPoint)
    search_asked = Signal(object)  # a SavedSearch
    search_menu_asked = Signal(object, QPoint)
    add_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: list[Entry] = []
        self._library: tuple[tuple[FolderInfo, ...], int, int] = ((), 0, 0)
        self._searches: tuple[SavedSearch, ...] = ()
        self.setObjectName("side")
        self.setMinimumWidth(160)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.lines = Lines(theme, self.list)
        self.list.setItemDelegate(self.lines)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(self.tr("Library"))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._menu)
        self.list.currentItemChanged.connect(self._chosen)
        self.list.itemActivated.connect(self._activated)
        self.list.itemClicked.connect(self._clicked)
        self.list.viewport().setAutoFillBackground(False)
        self.list.setStyleSheet("QListWidget { background: transparent; outline: none; }")
        column.addWidget(self.list, 1)
        self.add = AddButton(theme, self.tr("Add folder"))
        self.add.setToolTip(self.tr("Choose a folder with photos (Ctrl+O)"))
        self.add.clicked.connect(self.add_asked)
        column.addWidget(self.add)
        theme.changed.connect(self.list.viewport().update)
        self.show_library((), 0, 0)
        self.choose("all")

    def sizeHint(self) -> QSize:
        """Room for a folder's name and its number."""
        return QSize(208, 400)

    def show_library(self, folders: Sequence[FolderInfo], photos: int, problems: int) -> None:
        """What there is. The chosen line stays chosen."""
        self._library = (tuple(folders), photos, problems)
        self._renew()

    def show_searches(self, searches: Sequence[SavedSearch]) -> None:
        """The saved searches, with what they have collected."""
        self._searches = tuple(searches)
        self._renew()

    def _renew(self) -> None:
        folders, photos, problems = self._library
        number = QLocale().toString
        entries = [
            Entry("heading", self.tr("Library")),
            Entry("all", self.tr("All photos"), "images", number(photos) if photos else ""),
        ]
        if folders:
            entries.append(Entry("favourites", self.tr("Favourites"), "heart"))
            entries.append(Entry("heading", self.tr("Folders")))
        for folder in folders:
            state = self.state_words(folder.state)
            offline = folder.state == "offline"
            right = state or (number(folder.photos) if folder.photos else "")
            icon = "hard-drive" if offline else "folder"
            entries.append(Entry("folder", shown_name(folder), icon, right, offline, folder))
        if self._searches:
            entries.append(Entry("heading", self.tr("Saved searches")))
        for search in self._searches:
            new = self.tr("{count} new").format(count=number(search.new)) if search.new else ""
            entries.append(Entry("search", search.name, "search", new, search=search, loud=bool(new)))
        if folders:
            entries.append(Entry("heading", self.tr("Tidy up")))
            entries += [Entry(page, *self._page_words(page)) for page in _TOOLS]
        if problems:
            entries.append(Entry("problems", self.tr("Problems"), "triangle-alert", number(problems)))
        entries.append(Entry("gap", ""))
        entries += [Entry(page, *self._page_words(page)) for page in _LAST]
        if entries != self._entries:
            self._entries = entries
            self._fill()

    def _page_words(self, page: str) -> tuple[str, str]:
        return {
            "duplicates": (self.tr("Duplicates"), "copy-check"),
            "card": (self.tr("New on a card?"), "card-sim"),
            "health": (self.tr("Library health"), "heart-pulse"),
            "models": (self.tr("Models"), "cpu"),
            "settings": (self.tr("Settings"), "settings"),
            "help": (self.tr("Help"), "circle-help"),
        }[page]

    def choose(self, key: str) -> None:
        """Mark a line without asking for it; none when there is no such line."""
        self.lines.chosen = key
        self.list.viewport().update()
        self.list.blockSignals(True)
        for index, entry in enumerate(self._entries):
            if entry.key == key:
                self.list.setCurrentRow(index)
        self.list.blockSignals(False)

    def state_words(self, state: str) -> str:
        """A folder's state as a word; nothing when it is simply watched, or soon will be."""
        return {
            "offline": self.tr("Offline"),
            "polling": self.tr("Polling"),
            "limit": self.tr("Watch limit"),
        }.get(state, "")

    def _tip(self, folder: FolderInfo) -> str:
        path = "" if is_samples(folder) else paths.display(folder.path)
        words = {
            "offline": self.tr("Not reachable now. Its photos are still found by their thumbnails."),
            "polling": self.tr("Looked at every now and then, because this place tells of no changes."),
            "limit": self.tr(
                "Looked at every now and then: the system's limit of watched folders is reached. "
                "Raise it with: sudo sysctl fs.inotify.max_user_watches=524288"
            ),
            "waiting": self.tr("Not yet looked at."),
            "live": self.tr("Watched: new photos appear by themselves."),
        }
        return "\n".join(part for part in (path, words.get(folder.state, "")) if part)

    def _fill(self) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for entry in self._entries:
            item = QListWidgetItem(entry.text)
            item.setData(ROLE, entry)
            said = f"{entry.text}, {entry.right}" if entry.right else entry.text
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            if entry.folder is not None:
                item.setToolTip(self._tip(entry.folder))
            if entry.kind in {"heading", "gap"}:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.choose(self.lines.chosen)

    def _chosen(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        """Gone to by keyboard: pages are turned to, folders and searches are asked for by Enter."""
        if item is not None:
            entry: Entry = item.data(ROLE)
            if entry.folder is None and entry.search is None:
                self._ask(entry)

    def _clicked(self, item: QListWidgetItem) -> None:
        """A click on the line that is current already asks for it again."""
        self._ask(item.data(ROLE))

    def _activated(self, item: QListWidgetItem) -> None:
        """Enter."""
        self._ask(item.data(ROLE))

    def _ask(self, entry: Entry) -> None:
        if entry.kind in {"heading", "gap"}:
            return  # Qt tells of clicks on greyed lines too
        self.lines.chosen = entry.key
        self.list.viewport().update()
        if entry.folder is not None:
            self.folder_asked.emit(entry.folder)
        elif entry.search is not None:
            self.search_asked.emit(entry.search)
        else:
            self.page_asked.emit(entry.kind)

    @property
    def kind(self) -> str:
        """The line that is marked."""
        return self.lines.chosen

    def _menu(self, place: QPoint) -> None:
        item = self.list.itemAt(place)
        entry: Entry | None = item.data(ROLE) if item is not None else None
        if entry is None:
            return
        there = self.list.viewport().mapToGlobal(place)
        if entry.folder is not None:
            self.folder_menu_asked.emit(entry.folder, there)
        elif entry.search is not None:
            self.search_menu_asked.emit(entry.search, there)


def line_of(question: Question) -> str:
    """The line of the side bar that stands for a question; nothing when none does."""
    if question.empty:
        return "all"
    token = question.tokens[0] if len(question.tokens) == 1 and not question.text else None
    if token is not None and isinstance(token.piece, Fact):
        fact = token.piece
        if (fact.field, fact.value) == ("is", "favourite"):
            return "favourites"
    return ""


def is_samples(folder: FolderInfo) -> bool:
    """True for the sample photos, which lie in the library's own home."""
    return folder.path == os.fsencode(paths.data_home() / "samples")


def shown_name(folder: FolderInfo) -> str:
    """A folder's name for eyes."""
    if is_samples(folder):
        return QCoreApplication.translate("SideBar", "Sample photos")
    return folder.name
