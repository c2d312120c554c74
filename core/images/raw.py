"""RAW files by the preview the camera put into them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from PIL import Image

from core.errors import RecollectError

if TYPE_CHECKING:
    from core.images.decode import Picture, Wanted

_TURNS = {3: 3, 5: 8, 6: 6}
"""LibRaw's flip → EXIF orientation."""


def decode_raw(data: bytes, wanted: Wanted, *, needed: bool) -> Picture | None:
    """Decode the largest preview of a RAW file.

    When LibRaw does not know the file: None if it may still be another format (``needed`` False),
    else ``photo.unreadable``. Without a preview: ``photo.no_preview``.
    """
    import rawpy  # 10 MB of library, only for those who have RAW files

    try:
        with rawpy.imread(io.BytesIO(data)) as raw:
            sizes = raw.sizes
            full = (int(sizes.width), int(sizes.height))
            turned = _TURNS.get(int(sizes.flip), 1)
            preview = raw.extract_thumb()
            content = preview.data
            is_jpeg = preview.format == rawpy.ThumbFormat.JPEG
    except (rawpy.LibRawNoThumbnailError, rawpy.LibRawUnsupportedThumbnailError) as error:
        raise RecollectError("photo.no_preview", detail=_words(error)) from error
    except (rawpy.LibRawError, OSError, ValueError, RuntimeError) as error:
        if needed:
            raise RecollectError("photo.unreadable", detail=_words(error)) from error
        return None
    return _preview(content, is_jpeg, full, turned, wanted)


def _preview(content: Any, is_jpeg: bool, full: tuple[int, int], turned: int, wanted: Wanted) -> Picture:
    from dataclasses import replace

    from core.images.decode import decode_format, finish

    if is_jpeg:
        picture = decode_format(bytes(content), "jpeg", wanted, turned)
    else:
        picture = finish(Image.fromarray(content), turned, full, "raw", 1.0, wanted)
    # The preview may be smaller than the photo; the size shown is the photo's.
    width, height = (full[1], full[0]) if turned >= 5 else full
    if width < picture.width or height < picture.height:
        width, height = picture.width, picture.height
    return replace(picture, width=width, height=height, format="raw")


def _words(error: Exception) -> str:
    first = error.args[0] if error.args else error
    return first.decode("utf-8", "replace") if isinstance(first, bytes) else str(first)
