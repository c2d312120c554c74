"""What can be done with the chosen photos: open, show, copy, drag out, find similar."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QByteArray, QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QDrag, QGuiApplication, QImage

from app import system
from app.grid.rows import RowBook
from app.grid.view import GridView
from app.library_link import LibraryLink
from app.notices import Notices
from app.query_bar.bar import QueryBar
from app.query_bar.chips import Picture

if TYPE_CHECKING:
    from core.library import PhotoInfo

# So many files may be opened at once; more is surely a slip of the hand.
MOST_OPENED = 20
# Rows of so many chosen photos are fetched ahead, so that a drag can begin at once.
_AHEAD = 2000


class PhotoActions(QObject):
    """Acts on the grid's selection, or on its current photo when none is chosen."""

    def __init__(
        self, grid: GridView, rows: RowBook, link: LibraryLink, bar: QueryBar, notices: Notices
    ) -> None:
        super().__init__(grid)
        self._grid = grid
        self._rows = rows
        self._link = link
        self._bar = bar
        self._notices = notices
        self.target: Callable[[], list[int]] = self._in_grid
        grid.drag_asked.connect(self.drag)
        grid.chosen_changed.connect(self._fetch_ahead)

    def _ids(self) -> list[int]:
        return self.target()

    def _in_grid(self) -> list[int]:
        ids = self._grid.chosen_ids()
        current = self._grid.current_id()
        return ids or ([current] if current is not None else [])

    def _fetch_ahead(self) -> None:
        if 0 < self._grid.selection.number <= _AHEAD:
            self._rows.want(self._grid.chosen_ids())

    def open(self) -> None:
        """Open in the system's viewer."""
        ids = self._ids()
        if len(ids) > MOST_OPENED:
            self._notices.say(self.tr("Choose at most {count} photos to open.").format(count=MOST_OPENED))
            return
        self._rows.whole(ids, self._open)

    def _open(self, rows: list[PhotoInfo]) -> None:
        there = [row.path for row in rows if not row.offline]
        if len(there) < len(rows):
            self._notices.say(self.tr("This photo's drive is not connected."), warning=True)

        def work() -> list[bytes]:
            return [path for path in there if not _try_open(path)]

        if there:
            self._link.ask("open", work, self._opened)

    def _opened(self, failed: list[bytes]) -> None:
        if failed:
            name = os.path.basename(failed[0]).decode("utf-8", "replace")
            words = self.tr("No program could open {name}, or it is no longer there.")
            self._notices.say(words.format(name=name), warning=True)

    def show_in_folder(self) -> None:
        """Show the first chosen photo in the file manager."""
        ids = self._ids()[:1]

        self._rows.whole(ids, self._show_first)

    def _show_first(self, rows: list[PhotoInfo]) -> None:
        if rows:
            path = rows[0].path
            self._link.run("show in folder", lambda: system.show_in_folder(path))

    def copy(self) -> None:
        """Copy as files."""
        self._rows.whole(self._ids(), self._copy_rows)

    def _copy_rows(self, rows: list[PhotoInfo]) -> None:
        if rows:
            QGuiApplication.clipboard().setMimeData(system.carry([row.path for row in rows]))

    def copy_image(self) -> None:
        """Copy the picture itself, as large as it is."""
        ids = self._ids()[:1]
        library = self._link.library
        if ids and library is not None:
            self._link.ask("picture", lambda: image_of(library.picture(ids[0]).pixels), self._copy_picture)

    def _copy_picture(self, image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)
        self._notices.say(self.tr("The picture was copied."))

    def copy_path(self) -> None:
        """Copy where the photos are, as text."""
        self._rows.whole(self._ids(), self._copy_paths)

    def _copy_paths(self, rows: list[PhotoInfo]) -> None:
        text = b"\n".join(row.path for row in rows)
        mime = QMimeData()
        try:
            mime.setText(text.decode())
        except UnicodeDecodeError:
            mime.setData("text/plain", QByteArray(text))  # the exact bytes: a terminal understands them
        if rows:
            QGuiApplication.clipboard().setMimeData(mime)

    def select_all(self) -> None:
        """Choose everything shown."""
        self._grid.selection.everything()
        self._grid.chose()

    def find_similar(self, ids: list[int] | None = None) -> None:
        """Ask for photos like these: the current one, or all that are chosen (up to five)."""
        current = self._grid.current_id()
        ids = self._ids() if ids is None else ids
        if current is not None and (not ids or len(ids) > 5):
            ids = [current]
        self._rows.whole(ids, self._ask_similar)

    def _ask_similar(self, rows: list[PhotoInfo]) -> None:
        if rows:
            self._bar.show_pictures([Picture(row.name, photo=row.id, path=row.path) for row in rows])

    def drag(self) -> None:
        """Carry the chosen photos out as real files."""
        ids = self._grid.chosen_ids()
        rows = self._rows.known(ids)
        if len(rows) < len(ids):
            self._rows.want(ids)
            self._notices.say(self.tr("Preparing the photos; drag again in a moment."))
            return
        drag = QDrag(self._grid)
        drag.setMimeData(system.carry([row.path for row in rows]))
        picture = self._grid.cache.get(ids[0]) if ids else None
        if picture is not None:
            small = picture.scaledToHeight(96, Qt.TransformationMode.SmoothTransformation)
            drag.setPixmap(small)
            drag.setHotSpot(QPoint(small.width() // 2, small.height() // 2))
        drag.exec(Qt.DropAction.CopyAction)


def image_of(pixels: NDArray[np.uint8]) -> QImage:
    """Pixels (h, w, 3) as a picture of its own; any thread."""
    high, wide = pixels.shape[:2]
    whole = np.ascontiguousarray(pixels)
    return QImage(whole.data, wide, high, 3 * wide, QImage.Format.Format_RGB888).copy()


def _try_open(path: bytes) -> bool:
    """On a worker: open a file that is there."""
    if not os.path.exists(path):
        return False
    try:
        system.open_file(path)
    except OSError:
        return False
    return True
