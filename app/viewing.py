"""Looking at photos: the viewer, the comparison and the quick preview over the grid."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.grid import places
from app.grid.rows import RowBook
from app.grid.thumbnails import ThumbnailMaker
from app.grid.view import GridView
from app.library_link import LibraryLink
from app.notices import Notices
from app.photo_care import PhotoCare
from app.region_care import RegionCare
from app.theme import Theme
from app.viewer.compare import MOST, Compare
from app.viewer.loader import Pictures
from app.viewer.preview import QuickPreview
from app.viewer.regions import WHY
from app.viewer.viewer import Viewer
from app.workers import Bridge

if TYPE_CHECKING:
    from core.library import Library, PhotoInfo


class Viewing(QObject):
    """Shows ``browse`` (the window's usual contents), the viewer or the comparison in ``stack``."""

    turned = Signal()  # another of them is shown
    full_asked = Signal()

    def __init__(
        self,
        stack: QStackedWidget,
        theme: Theme,
        bridge: Bridge,
        browse: QWidget,
        grid: GridView,
        rows: RowBook,
        link: LibraryLink,
        notices: Notices,
        language: str = "en",
    ) -> None:
        super().__init__(stack)
        self._stack = stack
        self._bridge = bridge
        self._browse = browse
        self._grid = grid
        self._rows = rows
        self._link = link
        self._notices = notices
        self._language = language
        self._library: Library | None = None
        self._pictures: Pictures | None = None
        self._maker: ThumbnailMaker | None = None
        self._compared_from: QWidget = browse
        # What is looked at came from a list of its own, such as the duplicates: each photo is one file.
        self.apart = False
        self.viewer = Viewer(theme)
        self.regions = RegionCare(self.viewer, theme, bridge, link, language)
        self.compare = Compare(theme)
        self.preview = QuickPreview(theme, grid)
        for page in (browse, self.viewer, self.compare):
            stack.addWidget(page)
        self._connect()

    def _connect(self) -> None:
        viewer, compare, preview, grid = self.viewer, self.compare, self.preview, self._grid
        viewer.closed.connect(self.back)
        viewer.full_asked.connect(self.full_asked)
        viewer.rows_wanted.connect(self._fetch_rows)
        viewer.similar_wanted.connect(self._find_like)
        viewer.current_changed.connect(self._arrived)
        viewer.compare_asked.connect(self._compare_here)
        compare.closed.connect(self._end_comparison)
        compare.open_asked.connect(lambda photo: self.open_photo(photo, apart=self.apart))
        grid.preview_asked.connect(self.toggle_preview)
        preview.moved.connect(self._move_preview)
        preview.open_asked.connect(self.open_photo)
        preview.closed.connect(lambda: self._grid.setFocus())
        self._rows.arrived.connect(self._rows_arrived)
        self.turned.connect(lambda: self.regions.attend(self._stack.currentWidget() is self.viewer))

    def serve(self, library: Library) -> None:
        """Pictures come from this library from now on."""
        self.close_workers()
        self._library = library
        self._pictures = Pictures(
            self._bridge, lambda photo, side: library.picture(photo, side or 0), library.thumbnail
        )
        self._maker = ThumbnailMaker(library.thumbnail, self._bridge.caller(self._thumbnails_made))
        self.viewer.serve(self._pictures, self._maker, self._at_once)
        self.compare.serve(self._pictures, self._at_once)
        self.preview.serve(self._pictures, self._at_once)

    def forget_library(self) -> None:
        """The library cannot be used any longer, or is another: leave its photos and ask it no more."""
        self.preview.close_preview()
        if self.open:
            self.back()
        self.close_workers()
        self.viewer.strip.film.cache.clear()

    def close_workers(self) -> None:
        """End the threads."""
        self._library = None
        self.regions.close()
        pictures, self._pictures = self._pictures, None
        maker, self._maker = self._maker, None
        if pictures is not None:
            pictures.close()
        if maker is not None:
            maker.close()

    def care(self, care: PhotoCare) -> None:
        """What the viewer's and the comparison's buttons do."""
        viewer, compare = self.viewer, self.compare
        for signal, act in (
            (viewer.favourite_asked, care.favourite),
            (viewer.trash_asked, care.trash),
            (viewer.hide_asked, care.hide),
            (compare.favourite_asked, care.favourite),
            (compare.trash_asked, care.trash),
        ):
            signal.connect(lambda photo, act=act: act([photo]))
        care.changed.connect(lambda: self._rows.want(self._looked_at()))
        for signal, act in ((viewer.more_asked, care.more), (viewer.less_asked, care.less)):
            signal.connect(lambda photo, act=act: self._back_and(lambda: act([photo])))

    # opening and closing

    @property
    def open(self) -> bool:
        """True while the viewer or the comparison covers the window."""
        return self._stack.currentWidget() is not self._browse

    def target(self) -> list[int]:
        """The photo that is looked at; none when the grid is shown."""
        photo = self.viewer.current_id() if self._stack.currentWidget() is self.viewer else None
        return [photo] if photo is not None else []

    def open_current(self) -> None:
        """Look at the grid's current photo; the list is what the grid shows."""
        index = self._grid.selection.current
        if 0 <= index < len(self._grid.ids):
            self._open(self._grid.ids, index)

    def look_into(self, mode: str) -> None:
        """Show what is in the photo that is looked at, or the grid's current one, or no longer."""
        opened = not self.open
        if opened:
            self.open_current()
        if self._stack.currentWidget() is not self.viewer:
            return
        if mode == WHY and not self.viewer.regions.question:
            self._notices.say(self.tr("Search with words first. Then a photo can show why it matched."))
        elif opened:
            self.viewer.regions.turn_to(mode)
        else:
            self.viewer.regions.toggle(mode)

    def open_photo(self, photo: int, *, apart: bool = False) -> None:
        """Look at this photo, among those of the grid if it is one; ``apart``: alone, as one file."""
        found = np.flatnonzero(self._grid.ids == photo)
        if len(found) and not apart:
            self._open(self._grid.ids, int(found[0]))
        else:
            self._open(np.array([photo], np.int64), 0, apart=True)

    def _open(self, ids: NDArray[np.int64], index: int, *, apart: bool = False) -> None:
        self.preview.close_preview()
        self.apart = apart
        self.viewer.show_list(ids, index)
        self._turn_to(self.viewer)
        self.viewer.canvas.setFocus()

    def forget(self, ids: Sequence[int]) -> None:
        """These photos look different now."""
        if self._pictures is not None:
            self._pictures.forget(ids)
        film = self.viewer.strip.film
        film.cache.forget(ids)
        if np.isin(film.ids, ids).any():
            film.mark(film.current)  # what is in view is wished for again
        if self.viewer.current_id() in ids:
            self.viewer.regions.again()

    def list_changed(self) -> None:
        """The grid shows another list; an open viewer follows, unless it shows a list of its own."""
        if self.preview.isVisible() and self.preview.photo not in self._grid.ids:
            photo = self._grid.current_id()
            if photo is None:
                self.preview.close_preview()
            else:
                self._preview(photo)
        if self._stack.currentWidget() is self.viewer and not self.apart:
            self.viewer.show_list(self._grid.ids, self.viewer.walk.index)

    def gone(self, ids: Sequence[int]) -> None:
        """These photos are on their way to the trash: those that are looked at apart go from the screen."""
        page = self._stack.currentWidget()
        if page is self.compare:
            left = [panel.row for panel in self.compare.panels if panel.row.id not in ids]
            if len(left) < len(self.compare.panels):
                self.compare.show_photos(left)
        elif page is self.viewer and self.apart:
            self.viewer.show_list(self.viewer.walk.ids[~np.isin(self.viewer.walk.ids, ids)], 0)

    def back(self) -> None:
        """To the grid: the photo last looked at is current and in view; those chosen stay chosen if it is."""
        looked = self.viewer.current_id() if self._stack.currentWidget() is self.viewer else None
        self._turn_to(self._browse)
        if not self._grid.isVisible():
            return  # another page than the photos was left
        if looked is not None and looked != self._grid.current_id():
            places.go_to(self._grid, looked)
        else:
            self._grid.reveal(self._grid.selection.current)
        self._grid.setFocus()

    def _back_and(self, act: object) -> None:
        self.back()
        if callable(act):
            act()

    def _turn_to(self, page: QWidget) -> None:
        if self._stack.currentWidget() is not page:
            self._stack.setCurrentWidget(page)
            self.turned.emit()

    # comparing

    def compare_photos(self, ids: Sequence[int], *, apart: bool = False) -> None:
        """Two to four photos side by side; ``apart``: each is one file, whatever it is a copy of."""
        if len(ids) < 2:
            self._notices.say(self.tr("Choose two to four photos to compare."))
            return
        if len(ids) > MOST:
            self._notices.say(self.tr("The first four of the chosen photos are compared."))
        page = self._stack.currentWidget()
        if page is not None and page is not self.compare:
            self._compared_from = page
        self.apart = apart
        self._rows.whole(list(ids[:MOST]), self._compare)

    def _compare(self, rows: list[PhotoInfo]) -> None:
        if len(rows) < 2:
            return  # they went meanwhile
        self.compare.show_photos(rows)
        self._turn_to(self.compare)
        self.compare.setFocus()

    def _compare_here(self) -> None:
        """The photo looked at and the next."""
        walk = self.viewer.walk
        ids = [photo for at in (walk.index, walk.index + 1) if (photo := walk.photo(at)) is not None]
        self.compare_photos(ids, apart=self.apart)

    def _end_comparison(self) -> None:
        self._turn_to(self._compared_from)
        if self._compared_from is not self._browse:
            self.viewer.setFocus()
        elif self._grid.isVisible():
            self._grid.setFocus()

    # the preview

    def toggle_preview(self) -> None:
        """Show the current photo large, or no longer."""
        if self.preview.isVisible():
            self.preview.close_preview()
            return
        grid = self._grid
        if grid.selection.current < 0 and len(grid.ids):
            grid.selection.click(0)
            grid.chose()
        photo = grid.current_id()
        if photo is not None:
            self._preview(photo)

    def _preview(self, photo: int) -> None:
        grid = self._grid
        at = grid.selection.current
        near = tuple(int(grid.ids[one]) for one in (at + 1, at - 1) if 0 <= one < len(grid.ids))
        self.preview.show_photo(photo, self._rows.get(photo), near)
        self._rows.want([photo, *near])

    def _move_preview(self, dx: int, dy: int) -> None:
        grid = self._grid
        places.step(grid, dx, dy)
        photo = grid.current_id()
        if photo is not None:
            self._preview(photo)

    # what arrives

    def _at_once(self, photo: int) -> QPixmap | None:
        return self._grid.cache.get(photo)

    def _thumbnails_made(self, _: object) -> None:
        if self._maker is not None:
            self.viewer.take_thumbnails(self._maker.take())

    def _fetch_rows(self, ids: list[int]) -> None:
        for row in self._rows.known(ids):
            self.viewer.show_row(row)
        self._rows.want(ids)

    def _rows_arrived(self) -> None:
        if self._stack.currentWidget() is self.viewer:
            for row in self._rows.known(self._looked_at()):
                self.viewer.show_row(row)
        elif self._stack.currentWidget() is self.compare:
            fresh = self._rows.known(self._looked_at())
            if len(fresh) == len(self.compare.panels):
                self.compare.show_photos(fresh)
        photo = self.preview.photo if self.preview.isVisible() else None
        shown = self._rows.get(photo) if photo is not None else None
        if shown is not None:
            self.preview.show_row(shown)

    def _looked_at(self) -> list[int]:
        """The photos whose rows are on screen over the grid, or soon will be."""
        page = self._stack.currentWidget()
        if page is self.compare:
            return [panel.row.id for panel in self.compare.panels]
        if page is not self.viewer:
            return []
        walk = self.viewer.walk
        return [photo for at in range(-2, 3) if (photo := walk.photo(walk.index + at)) is not None]

    def _arrived(self, photo: int) -> None:
        """Another photo is looked at: what the inspector says of it besides its row."""
        library = self._library
        if library is None:
            return
        # What the viewer knows may be of a time before: marks, or another library.
        self._fetch_rows([photo])
        self._link.ask(
            "copies",
            lambda: library.copies(photo),
            lambda rows: self.viewer.show_copies(rows, photo),
            order=2,
        )
        language = self._language
        self._link.ask(
            "tags",
            lambda: library.tags(photo, language),
            lambda tags: self.viewer.show_tags(tags, photo),
            order=2,
        )

    def _find_like(self, photo: int) -> None:
        library = self._library
        if library is not None:
            self._link.ask(
                "like this",
                lambda: library.similar(photo).photo_ids[:200],
                lambda ids: self.viewer.show_similar(ids, photo),
                order=1,
            )
