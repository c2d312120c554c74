"""History and saved searches: kept as text in the query language, asked again by a click."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from app.asking import Answer, query_of
from app.library_link import LibraryLink
from app.notices import Notices
from app.panels.side_bar import SideBar
from app.query_bar.bar import QueryBar
from app.query_bar.faces import for_eyes
from app.query_bar.history import HistoryList
from app.theme import Theme

if TYPE_CHECKING:
    from core.library import Library, SavedSearch

# A question that stood this long was meant; shorter ones are steps of typing.
MEANT = 2500  # ms
_SHOWN = 30


class SavedSearches(QObject):
    """Fills the side bar's saved searches and the history below the query bar."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        link: LibraryLink,
        bar: QueryBar,
        side: SideBar,
        notices: Notices,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._link = link
        self._bar = bar
        self._side = side
        self._notices = notices
        self._query = ""
        self.popup = HistoryList(theme, bar)
        self.popup.chosen.connect(bar.show_query)
        self.popup.forgotten.connect(self._forget)
        self._meant = QTimer(self, singleShot=True, interval=MEANT)
        self._meant.timeout.connect(self._remember)
        bar.history_asked.connect(self.show_history)
        bar.save_asked.connect(self.save)
        side.search_asked.connect(self._ask)
        side.search_menu_asked.connect(self._menu)

    def answered(self, answer: Answer) -> None:
        """A question was answered: it goes into the history when it stands for a while."""
        self._query = answer.query
        if answer.query and not answer.again:
            self._meant.start()
        elif not answer.query:
            self._meant.stop()

    def refresh(self) -> None:
        """Show the saved searches with what they have collected."""
        self._link.act("searches", lambda library: library.searches.saved(), self._side.show_searches)

    def _remember(self) -> None:
        query = self._query
        if query:
            self._link.act("remember", lambda library: library.searches.remember(query), None)

    def _forget(self, query: str) -> None:
        self._link.act("forget", lambda library: library.searches.forget(query), None)

    def show_history(self) -> None:
        """What was asked before, below the query bar."""

        def show(queries: list[str]) -> None:
            if not queries:
                self._notices.say(self.tr("Nothing was asked yet."))
                return
            faces = self._bar.faces
            self.popup.show_queries([(for_eyes(query, faces), query) for query in queries], self._bar)

        self._link.act("history", lambda library: library.searches.history(_SHOWN), show)

    def save(self) -> None:
        """Keep the present question under a name."""
        question = self._bar.question()
        nothing = self.tr("Ask for something first; then the search can be saved.")
        if question.empty:
            self._notices.say(nothing)
            return

        def named(query: str) -> None:
            if not query:  # a filter without its value
                self._notices.say(nothing)
                return
            title = self.tr("Save this search")
            self._name(title, for_eyes(query, self._bar.faces)[:60], lambda name: self._keep(name, query))

        self._link.act("query", lambda library: query_of(library, question), named)

    def _keep(self, name: str, query: str) -> None:
        def done(_: int) -> None:
            self.refresh()
            self._notices.say(self.tr("“{name}” was saved. It collects new photos.").format(name=name))

        self._link.act("save search", lambda library: library.searches.save(name, query), done)

    def _name(self, title: str, text: str, then: Callable[[str], None]) -> None:
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(title)
        dialog.setLabelText(self.tr("Name"))
        dialog.setTextValue(text)
        dialog.setOkButtonText(self.tr("Save"))
        dialog.setCancelButtonText(self.tr("Cancel"))
        dialog.textValueSelected.connect(lambda name: then(name) if name.strip() else None)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask(self, search: SavedSearch) -> None:
        self._bar.show_query(search.query)
        self._side.choose(f"search:{search.id}")

        def seen(library: Library) -> None:
            library.searches.seen(search.id)

        self._link.act("seen", seen, lambda _: self.refresh())

    def _menu(self, search: SavedSearch, place: QPoint) -> None:
        menu = QMenu(self._window)
        rename = menu.addAction(self.tr("Rename…"))
        rename.triggered.connect(
            lambda: self._name(
                self.tr("Rename the search"), search.name, lambda name: self._rename(search, name)
            )
        )
        remove = menu.addAction(self.tr("Remove"))
        remove.triggered.connect(lambda: self._remove(search))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _rename(self, search: SavedSearch, name: str) -> None:
        self._link.act(
            "rename", lambda library: library.searches.rename(search.id, name), lambda _: self.refresh()
        )

    def _remove(self, search: SavedSearch) -> None:
        def done(_: None) -> None:
            self.refresh()
            self._notices.say(
                self.tr("“{name}” was removed.").format(name=search.name),
                action=self.tr("Undo"),
                do=lambda: self._keep(search.name, search.query),
            )

        self._link.act("remove search", lambda library: library.searches.remove(search.id), done)
