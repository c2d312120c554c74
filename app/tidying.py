"""Duplicates, and what is new on a card: long searches whose results are reviewed on a page."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.grid.thumbnails import Made, ThumbnailMaker
from app.library_link import LibraryLink
from app.notices import Notices
from app.panels.card import CardPage
from app.panels.duplicates import DuplicatesPage
from app.panels.review import Review
from app.theme import Theme
from app.workers import Bridge
from core.errors import RecollectError
from core.jobs import Job

if TYPE_CHECKING:
    from core.library import CardReport, DuplicateGroup, Library

PAUSE = 3000  # ms between two looks at what is left of groups, at least: while photos come in much changes


class Tidying(QObject):
    """What the two pages ask for."""

    trash_asked = Signal(object)  # ids
    compare_asked = Signal(object)  # ids
    open_asked = Signal(object)  # an id
    add_asked = Signal(object)  # a folder's path

    def __init__(
        self, window: QWidget, theme: Theme, bridge: Bridge, link: LibraryLink, notices: Notices
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._bridge = bridge
        self._link = link
        self._notices = notices
        self.duplicates: DuplicatesPage | None = None
        self.card: CardPage | None = None
        self._library: Library | None = None
        self._finding: Job | None = None
        self._looking: Job | None = None
        self._groups: list[DuplicateGroup] = []
        self._found_at = 0.0  # POSIX seconds
        self._away: tuple[int, ...] = ()  # photos on their way to the trash
        self._reduced = False  # the page shows less than the groups, without those
        self._look_again = False
        self._due = QTimer(self, singleShot=True, interval=PAUSE)
        self._due.timeout.connect(self._pause_over)
        link.photos_changed.connect(self._photos_changed)
        self._makers: dict[str, ThumbnailMaker] = {}

    def makers(self) -> dict[str, Callable[[], QWidget]]:
        """How each page is made when it is first turned to."""
        return {"duplicates": self._make_duplicates, "card": self._make_card}

    def _make_duplicates(self) -> QWidget:
        page = self.duplicates = DuplicatesPage(self._theme)
        page.find_asked.connect(self.find)
        page.cancel_asked.connect(lambda: self._cancel(self._finding))
        page.compare_asked.connect(self.compare_asked)
        page.open_asked.connect(self.open_asked)
        page.trash_asked.connect(self.trash_asked)
        page.ignored_asked.connect(self._ignore)
        self._serve_duplicates()
        return page

    def _make_card(self) -> QWidget:
        page = self.card = CardPage(self._theme)
        page.choose_asked.connect(self._choose)
        page.look_asked.connect(self.look_at)
        page.cancel_asked.connect(lambda: self._cancel(self._looking))
        page.add_asked.connect(self.add_asked)
        page.show_asked.connect(self.open_asked)
        page.copied.connect(self._copied)
        self._serve_card()
        return page

    def serve(self, library: Library) -> None:
        """Thumbnails come from this library from now on."""
        self.close_workers()
        self._library = library
        self._serve_duplicates()
        self._serve_card()

    def _serve_duplicates(self) -> None:
        page, library = self.duplicates, self._library
        if page is None or library is None:
            return
        deliver = self._bridge.caller(lambda _: page.take_pictures(self._made("duplicates")))
        maker = self._makers["duplicates"] = ThumbnailMaker(library.thumbnail, deliver)
        page.serve(maker)

    def _serve_card(self) -> None:
        page, library = self.card, self._library
        if page is None or library is None:
            return

        def fetch(number: int) -> bytes | None:
            photo = page.photo_at(number)
            if photo is None:
                return None
            known = library.thumbnail(photo.match.id) if photo.match is not None else None
            return known if known is not None else library.file_thumbnail(photo.path)

        deliver = self._bridge.caller(lambda _: page.take_pictures(self._made("card")))
        maker = self._makers["card"] = ThumbnailMaker(fetch, deliver)
        page.serve(maker)

    def _made(self, page: str) -> list[Made]:
        maker = self._makers.get(page)
        return maker.take() if maker is not None else []

    def forget_library(self) -> None:
        """The library cannot be used any longer, or is another: nothing that was found is true of that."""
        self.close_workers()
        self._cancel(self._finding)
        self._cancel(self._looking)
        self._groups, self._away, self._reduced = [], (), False
        if self.duplicates is not None:
            self.duplicates.forget()
        if self.card is not None:
            self.card.show_report(None)

    def close_workers(self) -> None:
        """End the threads."""
        self._library = None
        makers, self._makers = self._makers, {}
        for maker in makers.values():
            maker.close()

    def _cancel(self, job: Job | None) -> None:
        if job is not None:
            job.cancel()

    # duplicates

    def find(self) -> None:
        """Compare all photos of the library."""
        page, library = self.duplicates, self._link.library
        if self._finding is not None or page is None:
            return
        page.show_progress(0, None)

        def done(groups: list[DuplicateGroup]) -> None:
            stopped()
            if self._link.library is library:
                self._found_at = time.time()
                self._show_left(groups)

        def failed(error: RecollectError) -> None:
            stopped()
            self._notices.explain(error)

        def stopped() -> None:
            self._finding = None
            page.stop_progress()

        self._finding = self._link.long(
            "duplicates",
            lambda library, context: library.duplicates(context),
            done,
            failed=failed,
            progress=lambda progress: page.show_progress(progress.done, progress.total),
            stopped=stopped,
        )
        if self._finding is None:  # no library is open
            page.stop_progress()

    def doomed(self, ids: Sequence[int]) -> None:
        """These photos are on their way to the trash; none: they were spared."""
        self._away = tuple(ids)
        if self.duplicates is None:
            return
        if ids:
            self._reduced = True
            self.duplicates.drop_photos(ids)
        else:
            self._look_over()

    def edited(self, ids: Sequence[int]) -> None:
        """These photos look different now: what they were the same as is for the next search to say."""
        page, maker = self.duplicates, self._makers.get("duplicates")
        if page is None:
            return
        page.wall.cache.forget(ids)
        if not {photo.id for group in self._groups for photo in group.photos}.isdisjoint(ids):
            self._show_left(Review(self._groups).without(ids))
        if maker is not None:
            page.serve(maker)  # what is in view is wished for again

    def _photos_changed(self) -> None:
        if not self._groups:
            return
        self._look_again = self._due.isActive()
        if not self._look_again:
            self._due.start()
            self._look_over()

    def _pause_over(self) -> None:
        if self._look_again:
            self._photos_changed()

    def _look_over(self) -> None:
        """Of what is shown, show what is left; a photo that is gone is no reason to let another go."""
        groups = self._groups
        if not groups:
            return

        def work(library: Library) -> tuple[list[DuplicateGroup], bool]:
            left = library.those_left(groups)
            return left, left != groups

        def take(answer: tuple[list[DuplicateGroup], bool]) -> None:
            left, changed = answer
            if self._groups is not groups:
                self._look_over()  # other groups are shown meanwhile
            elif changed or (self._reduced and not self._away):
                self._show_left(left)

        self._link.act("gone", work, take)

    def _show_left(self, groups: list[DuplicateGroup]) -> None:
        self._groups, self._reduced = groups, bool(self._away)
        if self.duplicates is not None:
            self.duplicates.show_groups(groups, self._found_at)
            if self._away:
                self.duplicates.drop_photos(self._away)

    def _ignore(self, ids: list[int]) -> None:
        def done(_: None) -> None:
            self._show_left(
                [group for group in self._groups if {photo.id for photo in group.photos} != set(ids)]
            )

        self._link.act("apart", lambda library: library.not_duplicates(ids), done)

    # the card

    def _choose(self) -> None:
        dialog = QFileDialog(self._window, self.tr("Choose a folder or card"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda path: self.look_at(os.fsencode(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def look_at(self, path: bytes) -> None:
        """See which photos of a folder or card the library already has."""
        page, library = self.card, self._link.library
        if self._looking is not None or page is None:
            return
        page.show_progress(0, None)

        def done(report: CardReport) -> None:
            stopped()
            if self._link.library is library:
                page.show_report(report)

        def failed(error: RecollectError) -> None:
            stopped()
            self._notices.explain(error)

        def stopped() -> None:
            self._looking = None
            page.stop_progress()

        self._looking = self._link.long(
            "card",
            lambda library, context: library.card(path, context),
            done,
            failed=failed,
            progress=lambda progress: page.show_progress(progress.done, progress.total),
            stopped=stopped,
        )
        if self._looking is None:  # no library is open
            page.stop_progress()

    def _copied(self, count: int) -> None:
        self._notices.say(self.tr("The paths of %Ln photo(s) were copied.", "", count))
