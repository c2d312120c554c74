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
    Spec("add", "file", _t("Add folder…"), _t("Choose a folder with photos"), ("Ctrl+O",), "folder-plus"),
    Spec(
        "samples",
        "file",
        _t("Try with sample photos"),
        _t("Add a few dozen photos that come with Recollect"),
        ("Ctrl+Shift+O",),
        "images",
    ),
    Spec(
        "card",
        "file",
        _t("What is new on this card?"),
        _t("See which photos you already have"),
        (),
        "card-sim",
    ),
    Spec("rescan", "file", _t("Look for new photos"), _t("Look over all folders now"), ("F5",), "refresh-cw"),
    Spec("settings", "file", _t("Settings"), _t("How Recollect works and looks"), ("Ctrl+,",), "settings"),
    Spec("quit", "file", _t("Quit"), _t("Close Recollect"), ("Ctrl+Q",), "log-out"),
    Spec("back", "edit", _t("Back"), _t("To the question before"), ("Alt+Left",), "arrow-left"),
    Spec("forward", "edit", _t("Forward"), _t("To the question after"), ("Alt+Right",), "arrow-right"),
    Spec("copy", "edit", _t("Copy"), _t("Copy the chosen photos as files"), ("Ctrl+C",), "copy", near=True),
    Spec(
        "copy_image",
        "edit",
        _t("Copy as image"),
        _t("Copy the photo's picture, for a letter or a chat"),
        ("Ctrl+Alt+C",),
        "image",
        near=True,
    ),
    Spec(
        "copy_path",
        "edit",
        _t("Copy path"),
        _t("Copy where the chosen photos are"),
        ("Ctrl+Shift+C",),
        "link",
        near=True,
    ),
    Spec(
        "paste",
        "edit",
        _t("Paste"),
        _t("Search with the picture you copied"),
        ("Ctrl+V",),
        "image-up",
        near=True,
    ),
    Spec(
        "select_all",
        "edit",
        _t("Select all"),
        _t("Choose all photos shown"),
        ("Ctrl+A",),
        "check-check",
        near=True,
    ),
    Spec("find", "edit", _t("Search"), _t("Type what you look for"), ("Ctrl+F", "/"), "search"),
    Spec("save", "edit", _t("Save this search"), _t("Keep it in the side bar"), ("Ctrl+D",), "star"),
    Spec("history", "edit", _t("History"), _t("What you asked before"), ("Alt+Down",), "history"),
    Spec("larger", "view", _t("Larger"), _t("Make thumbnails larger"), ("Ctrl++", "Ctrl+="), "plus"),
    Spec("smaller", "view", _t("Smaller"), _t("Make thumbnails smaller"), ("Ctrl+-",), "minus"),
    Spec("sidebar", "view", _t("Side bar"), _t("Show or hide the side bar"), ("F9",), "panel-left"),
    Spec(
        "filters",
        "view",
        _t("Filters"),
        _t("Show what the photos can be narrowed by"),
        ("Ctrl+Shift+L",),
        "sliders-horizontal",
    ),
    Spec(
        "timeline", "view", _t("Timeline"), _t("Show the matches over the years"), ("Ctrl+T",), "chart-column"
    ),
    Spec(
        "outlines",
        "view",
        _t("Outlines"),
        _t("Outline the part that a photo was found by"),
        ("Ctrl+Shift+B",),
        "square-dashed",
    ),
    Spec(
        "rest",
        "view",
        _t("Show the rest"),
        _t("Show photos that match less, too"),
        ("Ctrl+R",),
        "chevron-down",
    ),
    Spec("full", "view", _t("Full screen"), _t("Use the whole screen"), ("F11",), "maximize"),
    Spec(
        "open",
        "photo",
        _t("Open"),
        _t("Look at the photo"),
        ("Enter",),  # the one of the number pad; the other does the same in the grid's own keys
        "image",
        near=True,
    ),
    Spec("preview", "photo", _t("Quick preview"), _t("Show the photo large, as long as you like"), (), "eye"),
    Spec(
        "regions",
        "photo",
        _t("Regions"),
        _t("Click a part of the photo to learn what it is, and find more of it"),
        ("R",),
        "scan-eye",
        near=True,
    ),
    Spec(
        "why",
        "photo",
        _t("Why this matched"),
        _t("Show which parts of the photo agree with your words"),
        ("W",),
        "lightbulb",
        near=True,
    ),
    Spec(
        "compare",
        "photo",
        _t("Compare"),
        _t("Two to four photos side by side"),
        ("C",),
        "columns-2",
        near=True,
    ),
    Spec(
        "open_with",
        "photo",
        _t("Open in another program"),
        _t("Open the photo in the program you use for pictures"),
        ("Ctrl+Return",),
        "external-link",
        near=True,
    ),
    Spec(
        "show",
        "photo",
        _t("Show in folder"),
        _t("Open the folder with this photo chosen"),
        ("Ctrl+Shift+F",),
        "folder-open",
        near=True,
    ),
    Spec(
        "similar",
        "photo",
        _t("Find similar"),
        _t("Find photos that look like this one"),
        ("S",),
        "scan-search",
        near=True,
    ),
    Spec(
        "more",
        "photo",
        _t("More like this"),
        _t("Move the question towards this photo"),
        ("M",),
        "thumbs-up",
        near=True,
    ),
    Spec(
        "less",
        "photo",
        _t("Less like this"),
        _t("Move the question away from this photo"),
        ("L",),
        "thumbs-down",
        near=True,
    ),
    Spec(
        "favourite",
        "photo",
        _t("Favourite"),
        _t("Mark as a favourite, or no longer"),
        ("F",),
        "heart",
        near=True,
    ),
    Spec(
        "hide",
        "photo",
        _t("Hide this photo"),
        _t("Leave it out of the results; type is:hidden to see it"),
        ("H",),
        "eye-off",
        near=True,
    ),
    Spec(
        "exclude",
        "photo",
        _t("Exclude this folder"),
        _t("Leave the photo's folder out of the library"),
        (),
        "ban",
        near=True,
    ),
    Spec(
        "trash",
        "photo",
        _t("Move to trash"),
        _t("Move the file to the system's trash; asks first"),
        ("Del",),
        "trash-2",
        near=True,
    ),
    Spec("duplicates", "library", _t("Duplicates"), _t("Find photos you have twice"), (), "copy-check"),
    Spec("problems", "library", _t("Problems"), _t("Files that could not be read"), (), "triangle-alert"),
    Spec("health", "library", _t("Library health"), _t("Check, repair, back up"), (), "heart-pulse"),
    Spec("models", "library", _t("Models"), _t("What reads your photos and words"), (), "cpu"),
    Spec("help", "help", _t("Help"), _t("How to search, shortcuts, privacy"), ("F1",), "circle-help"),
    Spec("shortcuts", "help", _t("Shortcuts"), _t("List all keys"), ("Ctrl+?",), "keyboard"),
    Spec("privacy", "help", _t("Privacy"), _t("Every use of the network"), (), "lock"),
    Spec("about", "help", _t("About Recollect"), _t("Version and licence"), (), "info"),
)

_MENUS = {
    "file": _t("&File"),
    "edit": _t("&Edit"),
    "view": _t("&View"),
    "photo": _t("&Photo"),
    "library": _t("&Library"),
    "help": _t("&Help"),
}
_SEPARATE_BEFORE = {
    "card",
    "settings",
    "quit",
    "copy",
    "find",
    "sidebar",
    "full",
    "open_with",
    "similar",
    "favourite",
    "trash",
    "health",
    "about",
}


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

    def on(self, name: str, do: Callable[[], object]) -> None:
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
