"""The window: lets its parts speak to each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from app import dropping, window_state, wiring
from app.actions import Actions
from app.asking import Answer, Asker
from app.drop_window import DropWindow
from app.folder_care import FolderCare
from app.grid.photo_actions import PhotoActions
from app.grid.photo_menus import PhotoMenus
from app.grid.rows import RowBook
from app.grid.thumbnails import ThumbnailMaker
from app.indexing_care import IndexingCare
from app.library_link import LibraryLink
from app.motion import Motion
from app.notices import Notices
from app.page_care import PageCare
from app.panels.side_bar import line_of
from app.parts_care import PartsCare
from app.photo_care import PhotoCare
from app.query_bar.bar import QueryBar
from app.query_bar.question import Question
from app.results import Results
from app.saved_searches import SavedSearches
from app.scripts import readable
from app.surroundings import Scheme
from app.theme import Theme
from app.tidying import Tidying
from app.viewing import Viewing
from app.window_parts import Parts
from app.workers import Bridge
from core.errors import RecollectError

if TYPE_CHECKING:
    from app.grid.view import GridView
    from core.library import FolderInfo, ProblemInfo, Status
    from core.library import Theme as LibraryTheme


class MainWindow(DropWindow):
    """One window on one library."""

    first_painted = Signal()
    grid: GridView
    bar: QueryBar
    notices: Notices

    def __init__(
        self,
        theme: Theme,
        bridge: Bridge,
        link: LibraryLink,
        settings: QSettings,
        motion: Motion | None = None,
        scheme: Scheme | None = None,
        language: str = "en",
    ) -> None:
        super().__init__(theme)
        self.theme = theme
        self.bridge = bridge
        self.link = link
        self._settings = settings
        self._motion = motion
        self._scheme = scheme
        self._language = language
        self._painted = self._begun = self._ask_once_more = False
        self._maker: ThumbnailMaker | None = None
        self._store_tile = QTimer(self, singleShot=True, interval=500)
        self._store_tile.timeout.connect(lambda: self.link.set_setting("grid.tile", self.grid.tile))
        self.rows = RowBook(self)
        self.asker = Asker(bridge, self)
        self.setWindowTitle("Recollect")
        self._build()
        wiring.connect(self)
        self.menus.chosen_changed()
        window_state.restore(self, settings)
        self.bar.setFocus()

    # building

    def _makers(self) -> dict[str, Callable[[], QWidget]]:
        """Who makes the pages a person turns to."""
        self.notices = Notices(self.theme)
        self.page_care = PageCare(self, self.theme, self.link, self.notices)
        self.tidying = Tidying(self, self.theme, self.bridge, self.link, self.notices)
        return {**self.page_care.makers(), **self.tidying.makers()}

    def _build(self) -> None:
        parts = self.parts = Parts(self.theme, self.rows, self._makers())
        self.side, self.grid, self.pages = parts.side, parts.grid, parts.pages
        self.top_bar, self.status, self.splitter = parts.top_bar, parts.status, parts.splitter
        self.bar, self.zoom, self.problems = self.top_bar.bar, self.top_bar.zoom, self.pages.problems
        self._no_photos = self.grid.wall
        self.setCentralWidget(parts.stack)
        self.pages.first_run.show_language(self._language)
        self.notices.stand_over(self.pages)
        self.actions_ = Actions(self.theme, self, self.grid)
        self.actions_.fill(self.menuBar())
        link, notices = self.link, self.notices
        self.folders = FolderCare(self, self.theme, link, notices, self.bar)
        look = (self.theme, self.bridge, parts.browse, self.grid, self.rows, link, notices, self._language)
        self.viewing = Viewing(parts.stack, *look)
        self.photos = PhotoActions(self.grid, self.rows, link, self.bar, notices)
        self.care = PhotoCare(self, self.rows, link, self.bar, notices, self.target)
        self.viewing.care(self.care)
        self.viewing.turned.connect(self.viewer_turned)
        self.results = Results(
            self,
            self.asker,
            link,
            self.bar,
            self.grid,
            parts.results_bar,
            parts.histogram,
            parts.filters,
            parts.themes,
            self._settings,
        )
        row, store = parts.results_bar, self._settings
        self.region_parts = PartsCare(self, link, self.bar, self.grid, row, notices, store, self._language)
        self.indexing = IndexingCare(self, link, self.status, self.problems, notices)
        self.menus = PhotoMenus(self, self.grid, self.actions_, self.status)
        self.searches = SavedSearches(self, self.theme, link, self.bar, self.side, notices)
        self.turned()

    # the library's life

    def opened(self) -> None:
        """The library is open: everything that shows photos gets them from it."""
        library = self.link.library
        if library is None:
            return
        self._forget_photos()
        self.pages.turn_to(self.pages.blank)
        self._maker = ThumbnailMaker(library.thumbnail, self.bridge.caller(self._pictures_made))
        self.rows.serve(self.link.rows)
        self.grid.serve(self._maker)
        self.region_parts.serve()
        self.viewing.serve(library)
        self.tidying.serve(library)
        self.zoom.setMaximum(self.grid.largest)
        self.grid.set_tile(int(library.settings.number("grid.tile")))
        self.setting_changed("looks.scheme", library.settings.get("looks.scheme"))
        self.setting_changed("looks.motion", library.settings.get("looks.motion"))
        self.results.serve(library)
        self.asker.ask(self.bar.question())
        self.searches.refresh()

    def _forget_photos(self) -> None:
        """A mended library may give the numbers of its photos to others: none is of use any longer."""
        self.tidying.forget_library()
        self.viewing.forget_library()
        self.care.forget()
        self.results.forget_library()
        self.bar.forget_photos()
        self.rows.forget()
        self.grid.cache.clear()
        self.grid.show_wall(self._no_photos)

    def _pictures_made(self, _: None) -> None:
        if self._maker is not None:
            self.grid.take_pictures(self._maker.take())

    def refused(self, error: RecollectError) -> None:
        """The library cannot be opened, or no longer be used: say why, and what can be done."""
        if self._maker is not None:
            self._maker.close(0)  # its threads end by themselves; the window does not wait
            self._maker = None
        self._forget_photos()
        self.notices.hide()  # the page says it, and what to do
        self.side.show_library((), 0, 0)
        self.status.rest("")
        self.pages.refuse(error)

    def _begin(self) -> None:
        """An answer is on screen: now the slow things may start, once."""
        if self.link.begin() and not self._begun:
            self._begun = True
            self.folders.begin()
            self.refresh_themes()

    def status_changed(self, status: Status) -> None:
        """The library's numbers are others now."""
        self.side.show_library(status.folders, status.embedded, status.problems)
        self.results.use_encoder(status.encoder)
        self.indexing.show_rest()
        self.choose_page()
        self.indexing.show_completeness()
        if not status.problems and self.pages.currentWidget() is self.problems:
            self.problems.show_problems(())
        self.page_care.refresh(self.pages.currentWidget())

    def refresh_themes(self) -> None:
        """Show what the library is rich in."""
        language = self._language
        self.link.act("themes", lambda library: library.themes(language), self._show_themes)

    def _show_themes(self, themes: Sequence[LibraryTheme]) -> None:
        self.results.show_themes([(one.shown or one.term, one.count, one.term) for one in themes])

    # questions and answers

    def ask(self, question: Question) -> None:
        """A new question stands in the bar."""
        self.results.ask(question)
        self.side.choose(line_of(question))
        if self.pages.turned_to:
            self.link.want_problems(False)
            self.choose_page(leave=True)

    def shown(self, answer: Answer) -> None:
        """An answer is on screen."""
        self.link.answered_in(self.results.waited if answer.again else 0.0)
        self.top_bar.clear_mistake()
        self.choose_page()
        self.viewing.list_changed()
        self.searches.answered(answer)
        self._say_unreadable(answer)
        if self._ask_once_more:
            # The library changed while this answer was on its way.
            self._ask_once_more = False
            self.results.ask_again()
        self._begin()

    def _say_unreadable(self, answer: Answer) -> None:
        """Words in letters the model never learnt find nothing sensible: say so, once for a question."""
        status = self.link.status
        if answer.again or status is None or not answer.ranked:
            return
        words = " ".join(part.value for part in answer.question.words())
        if not readable(words, status.languages):
            self.notices.say(
                self.tr(
                    "The model “{name}” cannot read these letters. Ask in English, or choose a model "
                    "that reads your language."
                ).format(name=status.model),
                action=self.tr("Models"),
                do=lambda: self.turn_to("models"),
            )

    def mistaken(self, error: RecollectError) -> None:
        """Earlier hits stay; the sentence stands under the bar."""
        if error.code.startswith("query.") or error.code == "photo.not_found":
            self.top_bar.explain(error)
            self.grid.set_stale(True)
        else:
            self.bridge.difficulty.emit(error)

    def photos_changed(self) -> None:
        """The library changed: what is shown is asked for again."""
        self.grid.refresh_pictures()
        if self.link.library is None:
            return
        if self.asker.waiting:
            self._ask_once_more = True
        else:
            self.results.ask_again()

    def photos_edited(self, ids: Sequence[int]) -> None:
        """These photos look different now."""
        self.grid.cache.forget(ids)
        self.grid.parts.forget()
        self.bar.faces.forget()
        self.viewing.forget(ids)
        self.tidying.edited(ids)

    def marks_changed(self) -> None:
        """The person marked photos."""
        self.grid.refresh_pictures()
        self.results.ask_again()

    def pending(self, ids: Sequence[int]) -> None:
        """Photos on their way to the trash leave the screen at once."""
        self.results.without = tuple(ids)
        self.results.ask_again()
        self.tidying.doomed(ids)

    def choose_page(self, *, leave: bool = False) -> None:
        """The page that fits what there is; ``leave`` one that was turned to."""
        self.pages.choose(
            self.link.status,
            indexing=self.link.indexing,
            asked=not self.asker.question.empty,
            leave=leave,
        )

    def turned(self) -> None:
        """Another page is shown."""
        self.parts.show_results(self.pages.currentWidget() is self.grid)

    def viewer_turned(self) -> None:
        """The viewer or the comparison covers the window, or no longer: what is being said stays in sight."""
        page = self.parts.stack.currentWidget() or self.pages
        browsing = page is self.parts.browse
        self.notices.stand_over(self.pages if browsing else page, floats=not browsing)

    def turn_to(self, name: str) -> None:
        """A page of the side bar: all photos, favourites, or one of the others."""
        if self.viewing.open:
            self.viewing.back()
        if name == "all":
            self.link.want_problems(False)
            self.bar.clear()
            self.choose_page(leave=True)
        elif name == "favourites":
            self.bar.show_query("is:favourite")
            self.choose_page(leave=True)
        else:
            self.link.want_problems(name == "problems")
            page = self.pages.named(name)
            self.pages.turn_to(page)
            self.page_care.refresh(page)
        self.side.choose(name)

    def show_folder(self, folder: FolderInfo) -> None:
        """A folder of the side bar: its photos."""
        self.bar.show_query(self.folders.query_for(folder))
        self.choose_page(leave=True)
        self.side.choose(f"folder:{folder.id}")

    def show_help(self, section: str) -> None:
        """Turn to a section of the help."""
        self.turn_to("help")
        if self.page_care.help is not None:
            self.page_care.help.show_section(section)

    def problems_changed(self, problems: Sequence[ProblemInfo]) -> None:
        """The list of problems is another now."""
        self.problems.show_problems(problems)

    def to_query(self) -> None:
        """``/`` and Ctrl+F, from wherever one is."""
        if self.viewing.open:
            self.viewing.back()
        self.bar.take_focus()

    def to_results(self) -> None:
        """Down, from the query bar."""
        if self.pages.currentWidget() is self.grid:
            self.grid.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def search_from_viewer(self, query: str) -> None:
        """Something in the inspector was clicked: search for it."""
        self.viewing.back()
        self.bar.show_query(query)

    def similar_from_viewer(self, photo: int) -> None:
        """Find photos like the one in the viewer."""
        self.photos.find_similar([photo])
        self.viewing.back()

    def setting_changed(self, key: str, value: object) -> None:
        """A setting took effect."""
        if key == "grid.tile" and isinstance(value, int):
            self.grid.set_tile(value)
        elif key == "looks.scheme" and self._scheme is not None:
            self._scheme.apply(str(value))
        elif key == "looks.motion" and self._motion is not None:
            self._motion.choose(str(value))
        elif key == "language":
            self.notices.say(self.tr("The language changes when Recollect is started again."))
        else:
            self.results.setting_changed(key, value)
            self.region_parts.setting_changed(key)

    # photos

    def target(self) -> list[int]:
        """The photos actions speak of: the one in the viewer, those chosen, or the grid's current one."""
        if self.viewing.open:
            return self.viewing.target()
        current = self.grid.current_id()
        return self.grid.chosen_ids() or ([current] if current is not None else [])

    def tile_changed(self, tile: int) -> None:
        """Thumbnails have another size; it is remembered when it stays."""
        self.top_bar.set_size(tile)
        self._store_tile.start()

    def paste(self, mime: QMimeData | None) -> None:
        """Something was dropped or pasted: folders are added, pictures searched for."""
        self.folders.take_dropped(dropping.read(mime, self.tr("Dropped picture")))

    # the window itself

    def bring_to_front(self) -> None:
        """Another start was made: show this window."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()
        QApplication.alert(self)

    def full_screen(self) -> None:
        """Use the whole screen, or no longer."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        full = self.isFullScreen()
        self.menuBar().setVisible(not full)
        self.viewing.viewer.set_full(full)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tells of the first paint, after which slow things may begin."""
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)
        super().paintEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside everything leaves the query bar."""
        event.ignore()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's place; the application closes the library."""
        window_state.remember(self, self._settings)
        event.accept()
        self.hide()
        QApplication.quit()

    def end(self) -> bool:
        """Stop all workers, close the library: at most about three seconds, window already hidden.

        False when a worker could not be ended.
        """
        self.asker.close()
        self.region_parts.close()
        if self._maker is not None:
            self._maker.close()
        self.viewing.close_workers()
        self.tidying.close_workers()
        ended = self.link.close(self.care.take_doomed())
        self.bridge.close()
        return ended

    def sizeHint(self) -> QSize:
        """A good size to begin with."""
        return QSize(1280, 800)
