"""The window: puts the parts side by side and lets them speak to each other."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QPoint, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMenu,
    QSlider,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app import dialogs, dropping, system
from app.actions import Actions
from app.asking import Answer, Asker
from app.grid.photo_actions import PhotoActions
from app.grid.rows import RowBook
from app.grid.thumbnails import ThumbnailMaker
from app.grid.view import LARGEST, SMALLEST, TILE_STEP, GridView
from app.library_link import LibraryLink
from app.notices import Notices
from app.panels.first_run import FirstRun, Message
from app.panels.problems import ProblemsPage
from app.panels.side_bar import SideBar
from app.panels.status_strip import StatusStrip
from app.query_bar.bar import QueryBar, Question
from app.query_bar.busy import BusyLine
from app.query_bar.chips import Picture
from app.theme import Theme
from app.workers import Bridge
from core.errors import RecollectError
from core.jobs import Progress

if TYPE_CHECKING:
    from core.library import FolderInfo, IndexSummary, ProblemInfo, Status


class MainWindow(QMainWindow):
    """One window on one library."""

    first_painted = Signal()

    def __init__(self, theme: Theme, bridge: Bridge, link: LibraryLink, settings: QSettings) -> None:
        super().__init__()
        self.theme = theme
        self.bridge = bridge
        self.link = link
        self._settings = settings
        self._painted = False
        self._begun = False
        self._asked_at = 0.0
        self._maker: ThumbnailMaker | None = None
        self._progress: Progress | None = None
        self._later: list[bytes] = []  # folders given before the library was open
        self._samples_later = False
        self.rows = RowBook(self)
        self.asker = Asker(bridge, self)
        self.setWindowTitle("Recollect")
        self.setAcceptDrops(True)
        self._build()
        self.actions_ = Actions(theme, self, self.grid)
        self.actions_.fill(self.menuBar())
        self.photos = PhotoActions(self.grid, self.rows, link, self.bar, self.notices)
        self._connect()
        self._connect_actions()
        self._restore()
        self.bar.setFocus()

    # building

    def _build(self) -> None:
        self.side = SideBar(self.theme)
        self.bar = QueryBar(self.theme)
        self.busy = BusyLine(self.theme)
        self.zoom = QSlider(Qt.Orientation.Horizontal)
        self.zoom.setRange(SMALLEST, LARGEST)
        self.zoom.setSingleStep(TILE_STEP)
        self.zoom.setPageStep(2 * TILE_STEP)
        self.zoom.setFixedWidth(104)
        self.zoom.setToolTip(self.tr("Size of the thumbnails (Ctrl and the wheel)"))
        self.zoom.setAccessibleName(self.tr("Size of the thumbnails"))
        self._small, self._large = QLabel(), QLabel()
        self.mistake = QLabel()
        self.mistake.setTextFormat(Qt.TextFormat.PlainText)
        self.mistake.setProperty("warning", "true")
        self.mistake.setContentsMargins(28, 0, 16, 6)
        self.mistake.hide()
        self.grid = GridView(self.theme, self.rows)
        self.zoom.setValue(self.grid.tile)
        self.first_run = FirstRun(self.theme)
        self.message = Message(self.theme, "images")
        self.trouble = Message(self.theme, "triangle-alert")
        self.problems = ProblemsPage(self.theme)
        self.pages = QStackedWidget()
        self._blank = QWidget()
        for page in (self._blank, self.first_run, self.message, self.trouble, self.grid, self.problems):
            self.pages.addWidget(page)
        self.status = StatusStrip(self.theme)
        self.setCentralWidget(self._arrange())
        self.notices = Notices(self.theme, self.pages)
        self.guide = dropping.DropGuide(self.theme, self)
        self._colour()
        self.theme.changed.connect(self._colour)

    def _arrange(self) -> QWidget:
        top = QWidget()
        top.setObjectName("topbar")
        row = QHBoxLayout(top)
        row.setContentsMargins(16, 10, 16, 8)
        row.setSpacing(8)
        row.addWidget(self.bar, 1)
        for widget in (self._small, self.zoom, self._large):
            row.addWidget(widget)
        self.top_bar = top
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self.mistake)
        column.addWidget(self.busy)
        column.addWidget(self.pages, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.side)
        self.splitter.addWidget(right)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([208, 1072])
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.status)
        return whole

    def _connect(self) -> None:
        link, bar, grid, asker = self.link, self.bar, self.grid, self.asker
        bar.asked.connect(self._ask)
        bar.edited.connect(self._clear_mistake)
        bar.left_down.connect(self._to_results)
        asker.answered.connect(self._answered)
        asker.mistaken.connect(self._mistaken)
        asker.busy.connect(self.busy.set_busy)
        link.opened.connect(self._opened)
        link.refused.connect(self._refused)
        link.status_changed.connect(self._status_changed)
        link.photos_changed.connect(self._photos_changed)
        link.problems_changed.connect(self._problems_changed)
        link.progressed.connect(self._progressed)
        link.indexed.connect(self._indexed)
        link.ready.connect(self._show_rest)
        self.bridge.difficulty.connect(self.notices.explain)
        self.first_run.add_asked.connect(self.choose_folder)
        self.first_run.samples_asked.connect(self.add_samples)
        self.message.first_asked.connect(self.bar.clear)
        self.trouble.first_asked.connect(self._try_again)
        self.trouble.second_asked.connect(self.close)
        self.side.add_asked.connect(self.choose_folder)
        self.side.all_asked.connect(self._show_all)
        self.side.problems_asked.connect(self._show_problems)
        self.side.folder_asked.connect(self._show_folder)
        self.side.folder_menu_asked.connect(self._folder_menu)
        self.problems.retry_asked.connect(link.retry)
        self.problems.ignore_asked.connect(link.ignore)
        self.problems.show_asked.connect(self._show_path)
        self.status.pause_asked.connect(self._pause)
        self.status.resume_asked.connect(self._resume)
        self.zoom.valueChanged.connect(grid.set_tile)
        grid.tile_changed.connect(self._tile_changed)
        grid.went_up.connect(bar.take_focus)
        grid.escaped.connect(self._escape)
        grid.chosen_changed.connect(self._chosen_changed)
        grid.menu_asked.connect(self._photo_menu)

    def _connect_actions(self) -> None:
        on = self.actions_.on
        on("add", self.choose_folder)
        on("samples", self.add_samples)
        on("rescan", lambda: self.link.index(None))
        on("quit", self._quit)
        on("copy", self.photos.copy)
        on("copy_path", self.photos.copy_path)
        on("select_all", self.photos.select_all)
        on("find", self.bar.take_focus)
        on("larger", lambda: self.grid.set_tile(self.grid.tile + TILE_STEP))
        on("smaller", lambda: self.grid.set_tile(self.grid.tile - TILE_STEP))
        on("sidebar", lambda: self.side.setVisible(not self.side.isVisible()))
        on("full", self._full_screen)
        on("open", self.photos.open)
        on("show", self.photos.show_in_folder)
        on("similar", self.photos.find_similar)
        on("shortcuts", self._show_shortcuts)
        on("about", self._show_about)
        self._chosen_changed()

    def _restore(self) -> None:
        self.resize(1280, 800)
        geometry = self._settings.value("window/geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)
        splitter = self._settings.value("window/splitter")
        if splitter is not None:
            self.splitter.restoreState(splitter)

    # the library's life

    def _opened(self) -> None:
        library = self.link.library
        if library is None:
            return
        self._maker = ThumbnailMaker(library.thumbnail, self.bridge.caller(self._pictures_made))
        self.rows.serve(self.link.rows)
        self.grid.serve(self._maker)
        self.grid.set_tile(int(library.settings.number("grid.tile")))
        self.asker.serve(library, self.grid.frame)
        self.asker.ask(self.bar.question())

    def _pictures_made(self, _: None) -> None:
        if self._maker is not None:
            self.grid.take_pictures(self._maker.take())

    def _refused(self, error: RecollectError) -> None:
        self.trouble.say(error.reason, error.remedy, self.tr("Try again"), self.tr("Close Recollect"))
        self._set_page(self.trouble)

    def _try_again(self) -> None:
        self._set_page(self._blank)
        self.link.open()

    def _begin(self) -> None:
        """The first answer is on screen: now the slow things may start."""
        if self._begun:
            return
        self._begun = True
        self.link.begin()
        self.take_folders(self._later)
        if self._samples_later:
            self.add_samples()

    def _status_changed(self, status: Status) -> None:
        self.side.show_library(status.folders, _readable(status), status.problems)
        self._show_rest()
        self._choose_page()
        if not status.problems and self.pages.currentWidget() is self.problems:
            self.problems.show_problems(())

    def _show_rest(self) -> None:
        status = self.link.status
        if status is None:
            return
        if not self.link.indexing:
            photos = _readable(status)
            count = QLocale().toString(photos)
            words = self.tr("{count} photos") if photos != 1 else self.tr("{count} photo")
            self.status.rest(words.format(count=count) if status.folders else "")
        self.status.show_model(status.model)

    # questions and answers

    def _ask(self, question: Question) -> None:
        self._asked_at = time.monotonic()
        self.asker.ask(question)
        self.side.choose("all")
        if self.pages.currentWidget() is self.problems:
            self.link.want_problems(False)
            self._choose_page(leave_problems=True)

    def _answered(self, answer: Answer) -> None:
        self.link.answered_in(time.monotonic() - self._asked_at if answer.again else 0.0)
        self._clear_mistake()
        self.grid.show_wall(answer.wall, keep=answer.again)
        self._choose_page()
        self._begin()

    def _mistaken(self, error: RecollectError) -> None:
        """Earlier hits stay; the sentence stands under the bar."""
        if not error.code.startswith("query."):
            self.notices.explain(error)
            return
        self.mistake.setText(str(error))
        self.mistake.show()
        position = error.facts.get("position")
        self.bar.underline(position if isinstance(position, int) else None)

    def _clear_mistake(self) -> None:
        if self.mistake.isVisible():
            self.mistake.hide()
            self.bar.underline(None)

    def _photos_changed(self) -> None:
        self.grid.refresh_pictures()
        if not self.asker.waiting and self.link.library is not None:
            self._asked_at = time.monotonic()
            self.asker.ask(self.asker.question, again=True)

    def _choose_page(self, *, leave_problems: bool = False) -> None:
        """The page that fits what there is; the problems page stays until it is left."""
        page = self.pages.currentWidget()
        if page is self.trouble or (page is self.problems and not leave_problems):
            return
        status = self.link.status
        if len(self.grid.ids):
            self._set_page(self.grid)
        elif status is None:
            return
        elif not status.folders:
            self._set_page(self.first_run)
        elif self.link.indexing or status.waiting:
            self.message.say(
                self.tr("Looking through your folders"), self.tr("The first photos appear in a moment.")
            )
            self._set_page(self.message)
        elif self.asker.question.empty:
            self.message.say(
                self.tr("No photos here yet"),
                self.tr("The folders you added hold no pictures Recollect can read."),
            )
            self._set_page(self.message)
        else:
            self.message.say(
                self.tr("Nothing found"), self.tr("There are no photos to search yet."), self.tr("Clear")
            )
            self._set_page(self.message)

    def _set_page(self, page: QWidget) -> None:
        if self.pages.currentWidget() is not page:
            self.pages.setCurrentWidget(page)
        for widget in (self.zoom, self._small, self._large):
            widget.setVisible(page is self.grid)

    def _show_all(self) -> None:
        self.link.want_problems(False)
        self.bar.clear()
        self._choose_page(leave_problems=True)

    def _show_problems(self) -> None:
        self.link.want_problems(True)
        self._set_page(self.problems)

    def _problems_changed(self, problems: Sequence[ProblemInfo]) -> None:
        self.problems.show_problems(problems)

    def _to_results(self) -> None:
        if self.pages.currentWidget() is self.grid:
            self.grid.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _escape(self) -> None:
        self.bar.end_innermost()

    # indexing

    def _progressed(self, progress: Progress) -> None:
        self._progress = progress
        self.status.show_progress(progress, paused=self.link.paused)

    def _indexed(self, summary: IndexSummary | None) -> None:
        self._progress = None
        self._show_rest()
        self._choose_page()
        if summary is not None and summary.indexed and summary.seconds >= 10:
            number = QLocale().toString
            words = self.tr("{count} photos indexed in {seconds} s.").format(
                count=number(summary.indexed), seconds=number(round(summary.seconds))
            )
            self.notices.say(words)

    def _pause(self) -> None:
        self.link.pause()
        if self._progress is not None:
            self._progressed(self._progress)

    def _resume(self) -> None:
        self.link.resume()
        if self._progress is not None:
            self._progressed(self._progress)

    # folders

    def choose_folder(self) -> None:
        """Ask for a folder; nothing waits meanwhile."""
        dialog = QFileDialog(self, self.tr("Add a folder with photos"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.take_folders([os.fsencode(path)]))
        dialog.open()

    def take_folders(self, folders: Sequence[bytes]) -> None:
        """Add these folders, now or as soon as the library is open."""
        if not self._begun:
            self._later.extend(folders)
            return
        for folder in folders:
            self.link.add_folder(folder)

    def add_samples(self) -> None:
        """Add the sample photos, now or as soon as the library is open."""
        if self._begun:
            self.link.add_samples()
        else:
            self._samples_later = True

    def _show_folder(self, folder: FolderInfo) -> None:
        self._show_path(folder.path)

    def _folder_menu(self, folder: FolderInfo, place: QPoint) -> None:
        menu = QMenu(self)
        show = menu.addAction(self.theme.icon("folder-open", "faint"), self.tr("Show in file manager"))
        show.triggered.connect(lambda: self._show_path(folder.path))
        menu.addSeparator()
        remove = menu.addAction(self.theme.icon("x", "faint"), self.tr("Remove from Recollect"))
        remove.setToolTip(self.tr("The photos stay where they are"))
        remove.triggered.connect(lambda: self._remove_folder(folder))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _remove_folder(self, folder: FolderInfo) -> None:
        self.link.remove_folder(folder)
        words = self.tr("“{name}” was removed. Its photos stay where they are.").format(name=folder.name)
        self.notices.say(words, action=self.tr("Undo"), do=lambda: self.link.add_folder(folder.path))

    def _show_path(self, path: bytes) -> None:
        self.link.run("show in folder", lambda: system.show_in_folder(path))

    # photos

    def _chosen_changed(self) -> None:
        number = self.grid.selection.number
        for name in ("open", "show", "copy", "copy_path", "similar"):
            self.actions_[name].setEnabled(number > 0 or self.grid.selection.current >= 0)
        self.status.show_chosen(number)

    def _photo_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        for name in ("open", "show", "", "copy", "copy_path", "", "similar"):
            if name:
                menu.addAction(self.actions_[name])
            else:
                menu.addSeparator()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _tile_changed(self, tile: int) -> None:
        self.zoom.blockSignals(True)
        self.zoom.setValue(tile)
        self.zoom.blockSignals(False)
        if not hasattr(self, "_store_tile"):
            self._store_tile = QTimer(self, singleShot=True, interval=500)
            self._store_tile.timeout.connect(lambda: self.link.set_setting("grid.tile", self.grid.tile))
        self._store_tile.start()

    # dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say what a drop would do."""
        if event.source() is not None or not dropping.acceptable(event.mimeData()):
            return
        event.acceptProposedAction()
        self.guide.appear()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Anywhere in the window will do."""
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Not here after all."""
        self.guide.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Folders are added, pictures are searched for."""
        self.guide.hide()
        event.acceptProposedAction()
        self.take_dropped(dropping.read(event.mimeData(), self.tr("Dropped picture")))

    def take_dropped(self, dropped: dropping.Dropped) -> None:
        """What was dropped; whether a path is a folder is found out on a worker."""
        if dropped.picture is not None:
            self.bar.show_pictures([dropped.picture])
        elif dropped.paths:
            paths = dropped.paths
            self.link.ask("dropped", lambda: system.sort_dropped(paths), self._sorted)
        else:
            self.notices.say(self.tr("Recollect takes folders and pictures from this computer."))

    def _sorted(self, kinds: tuple[list[bytes], list[bytes]]) -> None:
        folders, files = kinds
        self.take_folders(folders)
        pictures: list[Picture] = [dropping.picture_of(path) for path in files]
        if pictures:
            self.bar.show_pictures(pictures)

    # the window itself

    def bring_to_front(self) -> None:
        """Another start was made: show this window."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()
        QApplication.alert(self)

    def _show_shortcuts(self) -> None:
        dialogs.show_shortcuts(self, self.actions_.keys())

    def _show_about(self) -> None:
        dialogs.show_about(self)

    def _full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _quit(self) -> None:
        self.close()

    def event(self, event: QEvent) -> bool:
        """Tells of the first paint, after which slow things may begin."""
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside everything leaves the query bar."""
        event.ignore()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's place; the application closes the library."""
        self._settings.setValue("window/geometry", self.saveGeometry())
        self._settings.setValue("window/splitter", self.splitter.saveState())
        event.accept()
        self.hide()
        QApplication.quit()

    def end(self) -> bool:
        """Stop all workers, close the library: at most about three seconds, window already hidden.

        False when a worker could not be ended.
        """
        self.asker.close()
        if self._maker is not None:
            self._maker.close()
        ended = self.link.close()
        self.bridge.close()
        return ended

    def sizeHint(self) -> QSize:
        """A good size to begin with."""
        return QSize(1280, 800)

    def _colour(self) -> None:
        ratio = self.devicePixelRatioF()
        self._small.setPixmap(self.theme.pixmap("image", "faint", 12, ratio))
        self._large.setPixmap(self.theme.pixmap("image", "faint", 18, ratio))


def _readable(status: Status) -> int:
    """How many photos can be shown: known ones, less those still to be read or unreadable."""
    return max(status.photos - status.waiting - status.problems, 0)
