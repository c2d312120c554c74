"""What is known of the photos in view (name, date, folder), fetched a page at a time on a lane."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from core.library.values import PhotoInfo


PAGE = 200
_KEPT = 20_000

# Asks for the rows of some photos; the second argument gets them on the GUI thread.
FetchRows = Callable[[list[int], Callable[["list[PhotoInfo]"], None]], None]


class RowBook(QObject):
    """Rows by photo id. ``arrived`` is emitted when some were added."""

    arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: OrderedDict[int, PhotoInfo] = OrderedDict()
        self._asked: set[int] = set()
        self._fetch: FetchRows | None = None

    def serve(self, fetch: FetchRows) -> None:
        """From now on rows are fetched this way."""
        self._fetch = fetch

    def get(self, photo: int) -> PhotoInfo | None:
        """The row, or None when it was not fetched (yet)."""
        return self._rows.get(photo)

    def known(self, photos: Sequence[int]) -> list[PhotoInfo]:
        """The rows that are here, in the order asked."""
        return [row for photo in photos if (row := self._rows.get(photo)) is not None]

    def want(self, photos: Sequence[int]) -> None:
        """Fetch what is not here, ``PAGE`` photos to a request."""
        if self._fetch is None:
            return
        missing = [photo for photo in photos if photo not in self._rows and photo not in self._asked]
        for begin in range(0, len(missing), PAGE):
            page = missing[begin : begin + PAGE]
            self._asked.update(page)
            self._fetch(page, lambda rows, page=page: self._take(page, rows))  # type: ignore[misc]

    def whole(self, photos: Sequence[int], then: Callable[[list[PhotoInfo]], None]) -> None:
        """Give all rows of these photos to ``then``: at once when known, else when fetched."""
        known = self.known(photos)
        if len(known) == len(photos) or self._fetch is None:
            then(known)
            return
        gathered: dict[int, PhotoInfo] = {row.id: row for row in known}
        missing = [photo for photo in photos if photo not in gathered]
        pages = [missing[begin : begin + PAGE] for begin in range(0, len(missing), PAGE)]
        left = len(pages)

        def take(page: list[int], rows: list[PhotoInfo]) -> None:
            nonlocal left
            self._take(page, rows)
            gathered.update((row.id, row) for row in rows)
            left -= 1
            if left == 0:
                then([gathered[photo] for photo in photos if photo in gathered])

        for page in pages:
            self._fetch(page, lambda rows, page=page: take(page, rows))  # type: ignore[misc]

    def forget(self) -> None:
        """Something changed: fetch afresh when asked again (shown rows stay until then)."""
        self._rows.clear()
        self._asked.clear()

    def _take(self, page: list[int], rows: list[PhotoInfo]) -> None:
        self._asked.difference_update(page)
        for row in rows:
            self._rows[row.id] = row
        while len(self._rows) > _KEPT:
            self._rows.popitem(last=False)
        self.arrived.emit()
