"""What a person does with photos: favourite, hide, to the trash. Nothing else ever touches a file."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from core.catalogue import photos
from core.errors import RecollectError
from core.library.shared import Shared
from core.library.values import Trashed
from core.paths import display

Throw = Callable[[bytes], None]


class Marks:
    """Marks belong to a photo's row and survive moves and edits of the file.

    What holds columns of all photos changes them in place when it hears of a mark; nothing is read again.
    """

    def __init__(self, shared: Shared, throw: Throw | None = None) -> None:
        self._shared = shared
        self._throw = throw or to_trash

    def favourite(self, ids: Sequence[int], on: bool) -> None:
        """Mark photos as favourites, or no longer. Raises ``catalogue.read_only``, ``disk.full``."""
        with self._shared.catalogue.writing(photos=False) as conn:
            photos.set_marks(conn, ids, favourite=on)
        self._shared.tell("photos", marked=list(ids), favourite=on)

    def hide(self, ids: Sequence[int], on: bool) -> None:
        """Leave photos out of every list but that of hidden ones, or no longer. Raises as ``favourite``."""
        with self._shared.catalogue.writing(photos=False) as conn:
            photos.set_marks(conn, ids, hidden=on)
        self._shared.tell("photos", marked=list(ids), hidden=on)

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
            why = self._refused(path)
            if why is None:
                gone.append(key)
            else:
                refused.append((key, why))
        if gone:
            with self._shared.catalogue.writing() as conn:
                photos.mark_gone(conn, gone, self._shared.now())
            self._shared.tell("photos", gone=gone)
        return Trashed(tuple(gone), tuple(refused))

    def _refused(self, path: bytes) -> str | None:
        """Throw a file away, unless somebody else was quicker; why that cannot be, None when it is gone."""
        folder = os.path.dirname(path)
        try:
            os.lstat(path)
            self._throw(path)
        except OSError as error:
            if not os.path.isdir(folder):
                # Away with its drive, it is not known to be gone.
                return RecollectError("folder.offline", path=display(folder)).reason
            if not _is_missing(path):
                return f"{display(path)}: {error.strerror or error}"
        return None


def to_trash(path: bytes) -> None:
    """Move one file to the system's trash. Raises OSError when that is refused."""
    from send2trash import send2trash
    from send2trash.exceptions import TrashPermissionError

    try:
        send2trash(os.fsdecode(path))
    except TrashPermissionError as error:
        raise PermissionError(f"no trash on this drive: {error}") from error


def _is_missing(path: bytes) -> bool:
    try:
        os.lstat(path)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return False
