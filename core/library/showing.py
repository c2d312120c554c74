"""What is shown of single photos: rows, paths, thumbnails."""

from __future__ import annotations

import os
from collections.abc import Sequence

from core.catalogue import photos
from core.errors import RecollectError
from core.images.read import ChangedWhileRead, read_photo
from core.images.thumbnails import LONG_SIDE
from core.library.shared import Shared
from core.library.values import PhotoInfo
from core.paths import display

_REMEMBERED_THUMBNAILS = 200_000


class Showing:
    """Safe to use from any thread."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared
        self._prints: dict[int, bytes] = {}
        self._prints_change = -1

    def rows(self, ids: Sequence[int]) -> list[PhotoInfo]:
        """What is shown of these photos, in their order; forgotten ones are left out."""
        with self._shared.catalogue.reading() as conn:
            return [info(row) for row in photos.rows(conn, [int(one) for one in ids])]

    def path(self, photo_id: int) -> bytes:
        """The exact path of a photo. Raises ``photo.not_found``."""
        with self._shared.catalogue.reading() as conn:
            found = photos.paths(conn, [int(photo_id)])
        if int(photo_id) not in found:
            raise RecollectError("photo.not_found", path=photo_id)
        return found[int(photo_id)]

    def thumbnail(self, photo_id: int) -> bytes | None:
        """The stored thumbnail, made again from the file when it is missing; None when neither is there."""
        photo_id = int(photo_id)
        change = self._shared.catalogue.change_count()
        if change != self._prints_change:
            # A photo edited since has another content now.
            self._prints, self._prints_change = {}, change
        print_ = self._prints.get(photo_id)
        if print_ is None:
            with self._shared.catalogue.reading() as conn:
                rows = photos.rows(conn, [photo_id])
            if not rows or rows[0].fingerprint is None:
                return None
            print_ = rows[0].fingerprint
            if len(self._prints) > _REMEMBERED_THUMBNAILS:
                self._prints.clear()
            self._prints[photo_id] = print_
        data = self._shared.thumbnails.read(print_)
        return data if data is not None else self._made_again(photo_id, print_)

    def _made_again(self, photo_id: int, print_: bytes) -> bytes | None:
        self._prints.pop(photo_id, None)
        try:
            result = read_photo(self.path(photo_id), long_side=LONG_SIDE, limits=self._shared.limits)
            if result.fingerprint != print_:
                return None
            self._shared.thumbnails.write(print_, result.picture)
        except (RecollectError, OSError, ChangedWhileRead):
            # The file is gone, changed, or the disk is full: the grid shows a blank tile, and the
            # next look over the folder says what is wrong.
            return None
        return self._shared.thumbnails.read(print_)

    def copies(self, photo_id: int) -> list[PhotoInfo]:
        """The other photos with the same bytes."""
        with self._shared.catalogue.reading() as conn:
            found = [key for key in photos.copies(conn, [int(photo_id)]) if key != int(photo_id)]
            return [info(row) for row in photos.rows(conn, found) if row.gone_at is None]


def info(row: photos.PhotoRow) -> PhotoInfo:
    """What the window shows of a photo."""
    folder, name = os.path.split(row.path)
    return PhotoInfo(
        id=row.id,
        path=row.path,
        name=display(name),
        folder=display(folder),
        width=row.width or 0,
        height=row.height or 0,
        size=row.size,
        format=row.format or "",
        taken_at=row.taken_at,
        taken_offset=row.taken_offset,
        taken_source=row.taken_source,
        camera=row.camera,
        lens=row.lens,
        exposure=row.exposure,
        latitude=row.latitude,
        longitude=row.longitude,
        keywords=row.keywords,
        caption=row.caption,
        favourite=row.favourite,
        hidden=row.hidden,
        offline=row.folder_state == "offline",
        altitude=row.altitude,
    )
