"""Every action of the window, declared once: words, shortcut, icon, tooltip, and where it listens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

from app.theme import Theme


@dataclass(frozen=True)
class Spec:
    """One action. ``near``: it listens only while the grid has the focus (single letters, copy)."""

    name: str
    menu: str
    text: str
    tip: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    near: bool = False


def _t(text: str) -> str:
    """Marks a text for the translators; it is looked up when the actions are made."""
    return text


# A menu name of its own line is where a separator goes.
SPECS: tuple[Spec, ...] = (
    Spec(
        "add", "file", _t("Add folder…"), _t("Choose a folder with photos"), ("Ctrl+O",), icon="folder-plus"
    ),
    Spec(
        "samples",
        "file",
        _t("Try with sample photos"),
        _t("Add a few dozen photos that come with Recollect"),
        ("Ctrl+Shift+O",),
        icon="images",
    ),
    Spec("rescan", "file", _t("Look for new photos"), _t("Look over all folders now"), ("F5",), "refresh-cw"),
    Spec("quit", "file", _t("Quit"), _t("Close Recollect"), ("Ctrl+Q",), "log-out"),
    Spec(
        "copy", "edit", _t("Copy"), _t("Copy the chosen photos as files"), ("Ctrl+C",), icon="copy", near=True
    ),
    Spec(
        "copy_path",
        "edit",
        _t("Copy path"),
        _t("Copy where the chosen photos are"),
        ("Ctrl+Shift+C",),
        icon="link",
        near=True,
    ),
    Spec(
        "select_all",
        "edit",
        _t("Select all"),
        _t("Choose all photos shown"),
        ("Ctrl+A",),
        icon="check-check",
        near=True,
    ),
    Spec("find", "edit", _t("Search"), _t("Type what you look for"), ("Ctrl+F", "/"), icon="search"),
    Spec("larger", "view", _t("Larger"), _t("Make thumbnails larger"), ("Ctrl++", "Ctrl+="), icon="plus"),
    Spec("smaller", "view", _t("Smaller"), _t("Make thumbnails smaller"), ("Ctrl+-",), icon="minus"),
    Spec("sidebar", "view", _t("Side bar"), _t("Show or hide the side bar"), ("F9",), icon="panel-left"),
    Spec("full", "view", _t("Full screen"), _t("Use the whole screen"), ("F11",), icon="maximize"),
    Spec(
        "open",
        "photo",
        _t("Open"),
        _t("Open the photo in your picture viewer"),
        ("Enter",),  # the one of the number pad; the other does the same in the grid's own keys
        icon="external-link",
        near=True,
    ),
    Spec(
        "show",
        "photo",
        _t("Show in folder"),
        _t("Open the folder with this photo chosen"),
        ("Ctrl+Shift+F",),
        icon="folder-open",
        near=True,
    ),
    Spec(
        "similar",
        "photo",
        _t("Find similar"),
        _t("Find photos that look like this one"),
        ("S",),
        icon="scan-search",
        near=True,
    ),
    Spec("shortcuts", "help", _t("Shortcuts"), _t("List all keys"), ("F1",), icon="keyboard"),
    Spec("about", "help", _t("About Recollect"), _t("Version and licence"), (), icon="info"),
)

_MENUS = {
    "file": _t("&File"),
    "edit": _t("&Edit"),
    "view": _t("&View"),
    "photo": _t("&Photo"),
    "help": _t("&Help"),
}
_SEPARATE_BEFORE = {"rescan", "quit", "find", "sidebar", "full", "similar", "about"}


class Actions(QObject):
    """The actions by name."""

    def __init__(self, theme: Theme, window: QWidget, grid: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._by_name: dict[str, QAction] = {}
        for spec in SPECS:
            action = QAction(words(spec.text), window)
            action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{words(spec.tip)} ({keys})" if keys else words(spec.tip))
            action.setStatusTip(words(spec.tip))
            if spec.near:
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                grid.addAction(action)
            else:
                window.addAction(action)
            self._by_name[spec.name] = action
        theme.changed.connect(self._colour)
        self._colour()

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def on(self, name: str, do: Callable[[], None]) -> None:
        """What an action does."""
        self._by_name[name].triggered.connect(lambda _checked=False: do())

    def fill(self, bar: QMenuBar) -> None:
        """The menu bar with every action."""
        for menu_name, title in _MENUS.items():
            menu = bar.addMenu(words(title))
            menu.setToolTipsVisible(True)
            for spec in SPECS:
                if spec.menu == menu_name:
                    if spec.name in _SEPARATE_BEFORE:
                        menu.addSeparator()
                    menu.addAction(self._by_name[spec.name])

    def keys(self) -> list[tuple[str, str]]:
        """Words and keys of every action, for the list of shortcuts."""
        form = QKeySequence.SequenceFormat.NativeText
        return [
            (action.text().rstrip("…"), " · ".join(one.toString(form) for one in action.shortcuts()))
            for action in self._by_name.values()
            if action.shortcuts()
        ]

    def _colour(self) -> None:
        for spec in SPECS:
            if spec.icon:
                self._by_name[spec.name].setIcon(self._theme.icon(spec.icon, "faint", chosen="on_fill"))


def words(text: str) -> str:
    """An action's words in this language."""
    return QCoreApplication.translate("Actions", text)
