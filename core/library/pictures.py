"""Pictures of the library's photos at the size that is wanted, for looking at."""

from __future__ import annotations

from core.catalogue import photos
from core.errors import RecollectError
from core.images.decode import Picture, decode
from core.images.formats import suffix_of
from core.images.read import ChangedWhileRead, read_bytes
from core.images.thumbnails import LONG_SIDE, encode, shrink
from core.library.shared import Shared
from core.paths import display


def picture(shared: Shared, photo_id: int, long_side: int) -> Picture:
    """A photo's pixels, at least ``long_side`` long where it has them (0: all it has); any thread.

    Raises RecollectError ``photo.*`` with the path among its facts.
    """
    with shared.catalogue.reading() as conn:
        found = photos.rows(conn, [int(photo_id)])
    if not found:
        raise RecollectError("photo.not_found", path=photo_id)
    return picture_of(shared, found[0].path, long_side)


def picture_of(shared: Shared, path: bytes, long_side: int) -> Picture:
    """The same for any picture file."""
    shown = display(path)
    try:
        data = read_bytes(path, limits=shared.limits)[0]
        return decode(data, long_side=long_side, limits=shared.limits, suffix=suffix_of(path))
    except FileNotFoundError:
        raise RecollectError("photo.not_found", path=shown) from None
    except ChangedWhileRead:
        raise RecollectError("photo.unreadable", path=shown, detail="it is being written to") from None
    except OSError as error:
        raise RecollectError("photo.unreadable", path=shown, detail=error.strerror) from error


def file_thumbnail(shared: Shared, path: bytes) -> bytes | None:
    """A JPEG thumbnail of any picture file; None for one that cannot be read: its tile stays blank."""
    try:
        return encode(shrink(picture_of(shared, path, LONG_SIDE)))
    except RecollectError:
        return None
