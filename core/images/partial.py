"""Pictures that end too early: how much of them is there.

Pillow's switch for such files (``LOAD_TRUNCATED_IMAGES``) is one flag for all threads and says
nothing of how much is missing, so it stays off. After a load that failed, Pillow's buffer
still holds the rows that were decoded; the rest is flat: black, or grey for JPEG.
"""

from __future__ import annotations

import struct

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFile

_EDGE = 16
_PNG_KEPT = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})


def rescue(image: ImageFile.ImageFile) -> tuple[Image.Image, float] | None:
    """The rows that were decoded before loading failed, and their share; None when there are none.

    A picture that comes in passes (interlaced PNG or GIF) is given at half its size, from the even
    rows and columns, once these are there.
    """
    if image._im is None or image.im.size != image.size:
        return None
    details = image.tile[0].args if image.tile else None
    image.tile = []
    width, height = image.size
    # The right edge tells enough, and a header may promise hundreds of megapixels that never come.
    edge = np.asarray(image.crop((max(0, width - _EDGE), 0, width, height)))
    edge = edge.reshape(height, edge.shape[1], -1)
    if image.format == "PNG" and image.info.get("interlace"):
        return _passes(image, edge, 0)
    if image.format == "GIF" and isinstance(details, tuple) and details[1:2] == (True,):
        clear = image.info.get("transparency", 0)
        return _passes(image, edge, clear if isinstance(clear, int) else 0)
    upwards = image.format == "BMP" and isinstance(details, tuple) and details[-1:] == (-1,)
    rows = _rows(edge[::-1] if upwards else edge)
    box = (0, height - rows, width, height) if upwards else (0, 0, width, rows)
    # Too little is not worth a copy: the caller refuses it by its share.
    return (image.crop(box) if 2 * rows >= height else image), rows / height


def _rows(edge: NDArray[np.generic]) -> int:
    """How many rows from the top are there. The rest is flat, so the last pixel tells what it looks
    like; the row that was cut midway ends flat too.
    """
    there = np.flatnonzero((edge != edge[-1, -1]).any(axis=(1, 2)))
    return int(there[-1]) + 1 if there.size else 0


def _passes(image: Image.Image, edge: NDArray[np.generic], fill: int) -> tuple[Image.Image, float]:
    there = (edge != fill).any(axis=(1, 2))
    share = (float(there[::2].mean()) + float(there[1::2].mean() if len(there) > 1 else 1.0)) / 2
    half = (max(1, image.width // 2), max(1, image.height // 2))
    # Nearest takes the pixel below each sample's centre: moved by a half, these are the even ones.
    matrix = (2, 0, -1, 0, 2, -1)
    return image.transform(half, Image.Transform.AFFINE, matrix, Image.Resampling.NEAREST), share


def ends_early(data: bytes, kind: str) -> bool:
    """Whether the file itself says that more should follow."""
    if kind == "jpeg":
        return b"\xff\xd9" not in data[-65536:]
    if kind == "png":
        return b"IEND" not in data[-65536:]
    if kind == "webp":
        return len(data) < struct.unpack_from("<I", data, 4)[0] + 8 if len(data) >= 12 else True
    if kind == "bmp":
        return len(data) < struct.unpack_from("<I", data, 2)[0] if len(data) >= 14 else True
    if kind in ("heic", "avif"):
        return _boxes_overrun(data)
    return False


def _boxes_overrun(data: bytes) -> bool:
    at = 0
    while at + 8 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        if size == 1 and at + 16 <= len(data):
            size = int.from_bytes(data[at + 8 : at + 16], "big")
        if size == 0:
            return False
        if size < 8:
            return False
        at += size
    return at > len(data)


def bare_png(data: bytes) -> bytes:
    """A PNG with nothing but its picture: no texts, profiles or animation.

    Chunks are taken as their lengths say; a file cut short keeps what it has.
    """
    kept = [data[:8]]
    wanted = _PNG_KEPT if data[25:26] == b"\x03" else _PNG_KEPT - {b"tRNS"}
    at = 8
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        if data[at + 4 : at + 8] in wanted:
            kept.append(data[at : at + 12 + length])
        at += 12 + length
    return b"".join(kept)
