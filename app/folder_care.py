"""Adding, showing and removing folders, and sorting out what was dropped."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QPoint, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMenu, QWidget

from app import dropping, system
from app.library_link import LibraryLink
from app.notices import Notices
from app.panels.side_bar import shown_name
from app.query_bar.bar import QueryBar
from app.theme import Theme
from core.errors import RecollectError
from core.query.parse import render
from core.query.tree import Fact

if TYPE_CHECKING:
    from core.library import Estimate, FolderInfo, Library


# A folder with more photos than this is worth a word before it is read.
MANY = 500
# So many pictures are one question; a folder's whole contents are none.
MOST_ASKED = 5


class FolderCare(QObject):
    """What the window does with folders. Before ``begin`` it remembers what it was asked."""

    def __init__(
        self, window: QWidget, theme: Theme, link: LibraryLink, notices: Notices, bar: QueryBar
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._link = link
        self._notices = notices
        self._bar = bar
        self._begun = False
        self._later: list[bytes] = []
        self._samples_later = False

    def begin(self) -> None:
        """The library is open: do what was asked meanwhile."""
        self._begun = True
        later, self._later = self._later, []
        self.take(later)
        if self._samples_later:
            self._link.add_samples()

    def choose(self) -> None:
        """Ask for a folder; nothing waits meanwhile."""
        dialog = QFileDialog(self._window, self.tr("Add a folder with photos"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.take([os.fsencode(path)]))
        dialog.open()

    def take(self, folders: Sequence[bytes]) -> None:
        """Add these folders, now or as soon as the library is open."""
        if not self._begun:
            self._later.extend(folders)
            return
        for folder in folders:
            self._link.add_folder(folder)
            self._link.aside("estimate", partial(_estimate, folder), partial(self._estimated, folder))

    def _estimated(self, folder: bytes, estimate: Estimate | None) -> None:
        """Before many photos are read: how many, and about how long it takes."""
        if estimate is None or estimate.photos <= MANY:
            return
        count = QLocale().toString(estimate.photos)
        if estimate.more:
            words = self.tr("More than {count} photos. You can search while they are read.")
        elif estimate.seconds is None:
            words = self.tr("{count} photos. You can search while they are read.")
        else:
            words = self.tr("{count} photos, {time}. You can search while they are read.")
        time = self._about(estimate.seconds or 0)
        self._notices.say(
            words.format(count=count, time=time),
            action=self.tr("Do not add"),
            do=lambda: self._link.act("remove folder", lambda library: library.remove_folder(folder), None),
        )

    def _about(self, seconds: float) -> str:
        minutes = round(seconds / 60)
        if minutes < 1:
            return self.tr("less than a minute")
        if minutes < 90:
            return self.tr("about %n minute(s)", "", minutes)
        return self.tr("about %n hour(s)", "", round(seconds / 3600))

    def add_samples(self) -> None:
        """Add the sample photos, now or as soon as the library is open."""
        if self._begun:
            self._link.add_samples()
        else:
            self._samples_later = True

    def query_for(self, folder: FolderInfo) -> str:
        """The query for a folder's photos."""
        return render((), Fact("in", "=", os.fsdecode(folder.path).rstrip(os.sep) or os.sep))

    def show_path(self, path: bytes) -> None:
        """Show a file or folder in the file manager."""
        self._link.run("show in folder", lambda: system.show_in_folder(path))

    def menu(self, folder: FolderInfo, place: QPoint) -> None:
        """The context menu of a folder in the side bar."""
        menu = QMenu(self._window)
        look = menu.addAction(self._menu_icon("refresh-cw"), self.tr("Look for new photos"))
        look.triggered.connect(lambda: self._link.index([folder.path]))
        show = menu.addAction(self._menu_icon("folder-open"), self.tr("Show in file manager"))
        show.triggered.connect(lambda: self.show_path(folder.path))
        leave = menu.addAction(self._menu_icon("ban"), self.tr("Leave out…"))
        leave.setToolTip(self.tr("Files and folders in here that are not to be indexed"))
        leave.triggered.connect(lambda: self.edit_excludes(folder))
        menu.addSeparator()
        remove = menu.addAction(self._menu_icon("x"), self.tr("Remove from Recollect"))
        remove.setToolTip(self.tr("The photos stay where they are"))
        remove.triggered.connect(lambda: self.remove(folder))
        menu.setToolTipsVisible(True)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def edit_excludes(self, folder: FolderInfo) -> None:
        """Change what is left out of a folder."""

        def show(text: str) -> None:
            dialog = QInputDialog(self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.setOption(QInputDialog.InputDialogOption.UsePlainTextEditForTextInput)
            dialog.setWindowTitle(self.tr("Leave out of “{name}”").format(name=shown_name(folder)))
            dialog.setLabelText(
                self.tr("One pattern a line, as in a .gitignore file, for instance: screenshots/ or *.gif")
            )
            dialog.setOkButtonText(self.tr("Save"))
            dialog.setCancelButtonText(self.tr("Cancel"))
            dialog.setTextValue(text)
            dialog.textValueSelected.connect(
                lambda new: self._link.act(
                    "excludes", lambda library: library.set_excludes(folder.id, new), None
                )
            )
            dialog.open()

        self._link.act("excludes", lambda library: library.excludes(folder.id), show)

    def _menu_icon(self, name: str) -> QIcon:
        return self._theme.icon(name, "faint", chosen="on_fill")

    def remove(self, folder: FolderInfo) -> None:
        """Forget a folder; can be undone."""
        self._link.remove_folder(folder)
        words = self.tr("“{name}” was removed. Its photos stay where they are.").format(
            name=shown_name(folder)
        )
        self._notices.say(words, action=self.tr("Undo"), do=lambda: self._link.add_folder(folder.path))

    def take_dropped(self, dropped: dropping.Dropped) -> None:
        """Folders are added, pictures searched for; which is which is found out on a worker."""
        if dropped.picture is not None:
            self._bar.show_pictures([dropped.picture])
        elif dropped.paths:
            paths = dropped.paths
            self._link.ask("dropped", lambda: system.sort_dropped(paths), self._sorted)
        else:
            self._say_what_is_taken()

    def _sorted(self, kinds: tuple[list[bytes], list[bytes]]) -> None:
        folders, files = kinds
        self.take(folders)
        if files:
            self._bar.show_pictures([dropping.picture_of(path) for path in files[:MOST_ASKED]])
        if len(files) > MOST_ASKED:
            words = self.tr("Recollect looks for photos like the first {most} of these {count} pictures.")
            number = QLocale().toString
            self._notices.say(words.format(most=number(MOST_ASKED), count=number(len(files))))
        if not folders and not files:
            self._say_what_is_taken()

    def _say_what_is_taken(self) -> None:
        self._notices.say(self.tr("Recollect takes folders and pictures from this computer."))


def _estimate(folder: bytes, library: Library) -> Estimate | None:
    """On a worker; a folder that cannot be looked at is explained by adding it."""
    try:
        return library.estimate(folder)
    except RecollectError:
        return None
