"""What a person does with photos: favourite, hide, to the trash. Nothing else ever touches a file."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from core.catalogue import photo_facts, photos
from core.errors import RecollectError
from core.library.shared import Shared
from core.library.values import Trashed
from core.paths import display

Throw = Callable[[bytes], None]


class Marks:
    """Marks belong to a photo's row and survive moves and edits of the file."""

    def __init__(self, shared: Shared, throw: Throw | None = None) -> None:
        self._shared = shared
        self._throw = throw or to_trash

    def favourite(self, ids: Sequence[int], on: bool) -> None:
        """Mark photos as favourites, or no longer. Raises ``catalogue.read_only``, ``disk.full``."""
        with self._shared.catalogue.writing() as conn:
            photos.set_marks(conn, ids, favourite=on)
        self._shared.tell("photos", marked=list(ids))

    def hide(self, ids: Sequence[int], on: bool) -> None:
        """Leave photos out of every list but that of hidden ones, or no longer. Raises as ``favourite``."""
        with self._shared.catalogue.writing() as conn:
            photos.set_marks(conn, ids, hidden=on)
        self._shared.tell("photos", marked=list(ids))

    def stack(self, ids: Sequence[int]) -> list[int]:
        """These photos with all that are shown as one with them: their copies, and RAW files beside them."""
        with self._shared.catalogue.reading() as conn:
            pairs = photo_facts.raw_pairs(conn)
            found = photos.copies(conn, ids)
            beside = {int(picture): int(raw) for raw, picture in pairs}
            raws = [beside[key] for key in found if key in beside]
        return list(dict.fromkeys([*found, *raws]))

    def trash(self, ids: Sequence[int]) -> Trashed:
        """Move files to the system's trash; those that went are gone from the library's lists at once.

        A file that cannot go stays as it is, with the reason. Raises ``catalogue.read_only``.
        """
        if self._shared.catalogue.read_only:
            raise RecollectError("catalogue.read_only", why=self._shared.catalogue.why_read_only)
        with self._shared.catalogue.reading() as conn:
            paths = photos.paths(conn, [int(one) for one in ids])
        gone: list[int] = []
        refused: list[tuple[int, str]] = []
        for key, path in paths.items():
            try:
                self._throw(path)
            except OSError as error:
                if os.path.lexists(path):
                    refused.append((key, f"{display(path)}: {error.strerror or error}"))
                    continue
            gone.append(key)
        if gone:
            with self._shared.catalogue.writing() as conn:
                photos.mark_gone(conn, gone, self._shared.now())
            self._shared.tell("photos")
        return Trashed(tuple(gone), tuple(refused))


def to_trash(path: bytes) -> None:
    """Move one file to the system's trash. Raises OSError when that is refused."""
    from send2trash import send2trash
    from send2trash.exceptions import TrashPermissionError

    try:
        send2trash(os.fsdecode(path))
    except TrashPermissionError as error:
        raise PermissionError(f"no trash on this drive: {error}") from error
