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

_EDGE = 8
_ODD = ("1", "P", "PA")
_PNG_KEPT = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})


def rescue(image: ImageFile.ImageFile) -> tuple[Image.Image, float] | None:
    """The rows that were decoded before loading failed, and their share; None when there are none.

    A picture that comes in passes (interlaced PNG) is given at half its size, from the even rows
    and columns, once the last pass alone is missing.
    """
    if image._im is None or image.im.size != image.size:
        return None
    image.tile = []
    if image.info.get("interlace") and image.format == "PNG":
        return _passes(image)
    numbers: NDArray[np.generic] = np.asarray(image.convert("RGB") if image.mode in _ODD else image)
    height = numbers.shape[0]
    # The rest is flat, so the last pixel tells what it looks like; a row cut midway ends flat too.
    rest = numbers[-1, -1]
    edge = (numbers[:, -_EDGE:] == rest).reshape(height, -1).all(axis=1)
    rows = height
    if (numbers[-1] == rest).all():
        there = np.flatnonzero(~edge)
        rows = int(there[-1]) + 1 if there.size else 0
    if rows == 0:
        return image.copy(), 0.0
    return image.crop((0, 0, image.width, rows)), rows / height


def _passes(image: ImageFile.ImageFile) -> tuple[Image.Image, float]:
    numbers = np.asarray(image.convert("RGB"))
    there = numbers.any(axis=2)
    even = image.resize(
        (max(1, image.width // 2), max(1, image.height // 2)),
        Image.Resampling.NEAREST,
        box=(0, 0, image.width - 1, image.height - 1) if min(image.size) > 2 else None,
    )
    share = float(there[::2].any(axis=1).mean()) * 0.5 + float(there[1::2].any(axis=1).mean()) * 0.5
    return even, share


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
    at = 8
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        if data[at + 4 : at + 8] in _PNG_KEPT:
            kept.append(data[at : at + 12 + length])
        at += 12 + length
    return b"".join(kept)
