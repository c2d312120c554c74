"""The window: puts the parts side by side and lets them speak to each other."""

from __future__ import annotations

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
    QMainWindow,
    QMenu,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app import dialogs, dropping
from app.actions import Actions
from app.asking import Answer, Asker
from app.folder_care import FolderCare
from app.grid.photo_actions import PhotoActions
from app.grid.rows import RowBook
from app.grid.thumbnails import ThumbnailMaker
from app.grid.view import TILE_STEP, GridView
from app.library_link import LibraryLink
from app.notices import Notices
from app.panels.pages import Pages
from app.panels.side_bar import SideBar
from app.panels.status_strip import StatusStrip
from app.query_bar.bar import QueryBar, Question
from app.query_bar.top_bar import TopBar
from app.theme import Theme
from app.workers import Bridge
from core.errors import RecollectError
from core.jobs import Progress

if TYPE_CHECKING:
    from core.library import IndexSummary, ProblemInfo, Status


class MainWindow(QMainWindow):
    """One window on one library."""

    first_painted = Signal()
    grid: GridView
    bar: QueryBar
    notices: Notices

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
        self._store_tile = QTimer(self, singleShot=True, interval=500)
        self._store_tile.timeout.connect(lambda: self.link.set_setting("grid.tile", self.grid.tile))
        self.rows = RowBook(self)
        self.asker = Asker(bridge, self)
        self.setWindowTitle("Recollect")
        self.setAcceptDrops(True)
        self._build()
        self.actions_ = Actions(theme, self, self.grid)
        self.actions_.fill(self.menuBar())
        self.folders = FolderCare(self, theme, link, self.notices, self.bar)
        self.photos = PhotoActions(self.grid, self.rows, link, self.bar, self.notices)
        self._connect()
        self._connect_actions()
        self._restore()
        self.bar.setFocus()

    # building

    def _build(self) -> None:
        self.side = SideBar(self.theme)
        self.grid = GridView(self.theme, self.rows)
        self.top_bar = TopBar(self.theme, self.grid.tile)
        self.bar, self.zoom = self.top_bar.bar, self.top_bar.zoom
        self.pages = Pages(self.theme, self.grid)
        self.problems = self.pages.problems
        self.status = StatusStrip(self.theme)
        self.setCentralWidget(self._arrange())
        self.notices = Notices(self.theme, self.pages)
        self.guide = dropping.DropGuide(self.theme, self)
        self._turned()

    def _arrange(self) -> QWidget:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
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
        bar.edited.connect(self.top_bar.clear_mistake)
        bar.left_down.connect(self._to_results)
        asker.answered.connect(self._answered)
        asker.mistaken.connect(self._mistaken)
        asker.busy.connect(self.top_bar.busy.set_busy)
        link.opened.connect(self._opened)
        link.refused.connect(self._refused)
        link.difficulty.connect(self.notices.explain)
        link.mended.connect(self.notices.say)
        link.status_changed.connect(self._status_changed)
        link.photos_changed.connect(self._photos_changed)
        link.photos_edited.connect(self.grid.cache.forget)
        link.problems_changed.connect(self._problems_changed)
        link.progressed.connect(self._progressed)
        link.indexed.connect(self._indexed)
        link.ready.connect(self._show_rest)
        self.pages.turned.connect(self._turned)
        self.pages.first_run.add_asked.connect(self.folders.choose)
        self.pages.first_run.samples_asked.connect(self.folders.add_samples)
        self.pages.message.first_asked.connect(self.bar.clear)
        self.pages.message.second_asked.connect(self.folders.choose)
        self.pages.open_asked.connect(link.open)
        self.pages.mend_asked.connect(link.mend)
        self.pages.trouble.second_asked.connect(self.close)
        self.side.add_asked.connect(self.folders.choose)
        self.side.all_asked.connect(self._show_all)
        self.side.problems_asked.connect(self._show_problems)
        self.side.folder_asked.connect(self.folders.show_folder)
        self.side.folder_menu_asked.connect(self.folders.menu)
        self.problems.retry_asked.connect(link.retry)
        self.problems.ignore_asked.connect(link.ignore)
        self.problems.show_asked.connect(self.folders.show_path)
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
        on("add", self.folders.choose)
        on("samples", self.folders.add_samples)
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
        # A mended library may give the numbers of its photos to others.
        self.rows.forget()
        self.grid.cache.clear()
        self.pages.turn_to(self.pages.blank)
        self._maker = ThumbnailMaker(library.thumbnail, self.bridge.caller(self._pictures_made))
        self.rows.serve(self.link.rows)
        self.grid.serve(self._maker)
        self.zoom.setMaximum(self.grid.largest)
        self.grid.set_tile(int(library.settings.number("grid.tile")))
        self.asker.serve(library, self.grid.frame)
        self.asker.ask(self.bar.question())

    def _pictures_made(self, _: None) -> None:
        if self._maker is not None:
            self.grid.take_pictures(self._maker.take())

    def _refused(self, error: RecollectError) -> None:
        if self._maker is not None:
            self._maker.close(0)  # its threads end by themselves; the window does not wait
            self._maker = None
        self.side.show_library((), 0, 0)
        self.status.rest("")
        self.pages.refuse(error)

    def _begin(self) -> None:
        """An answer is on screen: now the slow things may start, once."""
        if self.link.begin() and not self._begun:
            self._begun = True
            self.folders.begin()

    def _status_changed(self, status: Status) -> None:
        self.side.show_library(status.folders, status.embedded, status.problems)
        self._show_rest()
        self._choose_page()
        self._show_completeness()
        if not status.problems and self.pages.currentWidget() is self.problems:
            self.problems.show_problems(())

    def _show_rest(self) -> None:
        status = self.link.status
        if status is None:
            return
        if not self.link.indexing:
            photos = status.embedded
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
        self.top_bar.clear_mistake()
        self.grid.show_wall(answer.wall, keep=answer.again)
        self._choose_page()
        self._begin()

    def _mistaken(self, error: RecollectError) -> None:
        """Earlier hits stay; the sentence stands under the bar."""
        if error.code.startswith("query.") or error.code == "photo.not_found":
            self.top_bar.explain(error)
            self.grid.set_stale(True)
        else:
            self.bridge.difficulty.emit(error)

    def _photos_changed(self) -> None:
        self.grid.refresh_pictures()
        if not self.asker.waiting and self.link.library is not None:
            self._asked_at = time.monotonic()
            self.asker.ask(self.asker.question, again=True)

    def _choose_page(self, *, leave_problems: bool = False) -> None:
        self.pages.choose(
            self.link.status,
            indexing=self.link.indexing,
            asked=not self.asker.question.empty,
            leave_problems=leave_problems,
        )

    def _turned(self) -> None:
        self.top_bar.show_size(self.pages.currentWidget() is self.grid)

    def _show_all(self) -> None:
        self.link.want_problems(False)
        self.bar.clear()
        self._choose_page(leave_problems=True)

    def _show_problems(self) -> None:
        self.link.want_problems(True)
        self.pages.turn_to(self.problems)

    def _problems_changed(self, problems: Sequence[ProblemInfo]) -> None:
        self.problems.show_problems(problems)

    def _to_results(self) -> None:
        if self.pages.currentWidget() is self.grid:
            self.grid.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _escape(self) -> None:
        self.bar.end_innermost()

    # indexing

    def _show_completeness(self) -> None:
        status = self.link.status
        self.problems.set_complete(status is not None and not self.link.indexing and not status.waiting)

    def _progressed(self, progress: Progress) -> None:
        self._progress = progress
        self.problems.set_complete(False)
        self.status.show_progress(progress, paused=self.link.paused)

    def _indexed(self, summary: IndexSummary | None) -> None:
        self._progress = None
        self._show_rest()
        self._choose_page()
        self._show_completeness()
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
        self.top_bar.set_size(tile)
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
        self.folders.take_dropped(dropping.read(event.mimeData(), self.tr("Dropped picture")))

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
