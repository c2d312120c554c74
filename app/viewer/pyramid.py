"""A decoded photo at full size, half, a quarter and so on, so that any zoom is painted in milliseconds.

The halves are made with numpy a few rows at a time: QImage's own scaling holds Python's lock while it
works, which for 100 megapixels would stop the window for a tenth of a second.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

Pixels = NDArray[np.uint8]
Words = NDArray[np.uint32]

_SMALLEST = 512  # long side of the last half
_ROWS = 16  # rows made at a time: they stay in the processor's cache
_SHOW_PIXELS = 3.0  # from this magnification on pixels are shown as squares
_MARGIN = 2


def never() -> bool:
    """Nobody lost interest."""
    return False


class Pyramid:
    """Levels of one picture, largest first. The arrays are kept because the images only borrow them."""

    def __init__(self, levels: list[QImage], arrays: list[Words]) -> None:
        self.levels = levels
        self._arrays = arrays
        self.width, self.height = levels[0].width(), levels[0].height()

    @classmethod
    def of_pixels(cls, pixels: Pixels, stop: Callable[[], bool] = never) -> Pyramid | None:
        """From upright sRGB pixels (h, w, 3). Any thread. None when ``stop`` said so on the way."""
        whole = _words(pixels, stop)
        arrays = [whole]
        while max(arrays[-1].shape) >= 2 * _SMALLEST and min(arrays[-1].shape) >= 2:
            if stop():
                return None
            arrays.append(_half(arrays[-1]))
        return None if stop() else cls([_image(array) for array in arrays], arrays)

    @classmethod
    def of_image(cls, image: QImage) -> Pyramid:
        """From a small picture, as it is."""
        return cls([image.convertToFormat(QImage.Format.Format_RGB32)], [])

    @property
    def bytes(self) -> int:
        """What it takes in memory."""
        return sum(level.sizeInBytes() for level in self.levels)

    @property
    def long_side(self) -> int:
        """Of the largest level."""
        return max(self.width, self.height)

    def level_for(self, width: float, *, near: bool = False) -> QImage:
        """The smallest level that is at least ``width`` wide; ``near``: also one a little smaller."""
        least = width * (0.71 if near else 0.999)
        best = self.levels[0]
        for level in self.levels[1:]:
            if level.width() < least:
                break
            best = level
        return best


def _words(pixels: Pixels, stop: Callable[[], bool]) -> Words:
    """(h, w, 3) bytes as (h, w) numbers 0xffRRGGBB, the screen's own order."""
    height, width = pixels.shape[:2]
    result = np.empty((height, width), np.uint32)
    for top in range(0, height, _ROWS):
        if stop():
            break
        part = pixels[top : top + _ROWS]
        # bytes of little-endian numbers; every system Recollect runs on is
        out = result[top : top + _ROWS].view(np.uint8).reshape(-1, width, 4)
        out[..., 0] = part[..., 2]
        out[..., 1] = part[..., 1]
        out[..., 2] = part[..., 0]
        out[..., 3] = 255
    return result


def _half(words: Words) -> Words:
    """Each pixel the mean of four. Rows are rounded down and columns up, so that it stays as bright."""
    height, width = words.shape[0] // 2, words.shape[1] // 2
    result = np.empty((height, width), np.uint32)
    for top in range(0, height, _ROWS):
        part = words[2 * top : 2 * min(top + _ROWS, height), : 2 * width]
        upper, lower = part[0::2], part[1::2]
        rows = (upper & lower) + (((upper ^ lower) >> 1) & 0x7F7F7F7F)
        left, right = rows[:, 0::2], rows[:, 1::2]
        result[top : top + _ROWS] = (left | right) - (((left ^ right) >> 1) & 0x7F7F7F7F)
    return result


def _image(words: Words) -> QImage:
    height, width = words.shape
    return QImage(words.data, width, height, 4 * width, QImage.Format.Format_RGB32)


def draw(painter: QPainter, pyramid: Pyramid, target: QRectF, port: QSize, *, fast: bool = False) -> None:
    """Paint the part of a picture that lies in the port; ``target`` is where the whole would be.

    ``fast``: nearest pixels of the nearest level, for the frames of a movement.
    """
    level = pyramid.level_for(target.width(), near=fast)
    across, down = target.width() / level.width(), target.height() / level.height()
    left, right = _span(-target.x(), port.width(), across, level.width())
    top, bottom = _span(-target.y(), port.height(), down, level.height())
    if right <= left or bottom <= top:
        return
    smooth = not fast and across < _SHOW_PIXELS
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
    place = QRectF(
        target.x() + left * across, target.y() + top * down, (right - left) * across, (bottom - top) * down
    )
    painter.drawImage(place, level, QRectF(left, top, right - left, bottom - top))


def _span(start: float, length: int, scale: float, size: int) -> tuple[int, int]:
    """The source pixels a stretch of the port needs, with a margin for smoothing."""
    first = int(start / scale) - _MARGIN
    last = int((start + length) / scale) + 1 + _MARGIN
    return max(0, first), min(size, last)


def unturned(seen: QRectF, port: QSize, turns: int) -> QRectF:
    """A rectangle of the turned view on the sheet that is turned afterwards."""
    x, y, wide, high = seen.x(), seen.y(), seen.width(), seen.height()
    if turns == 1:
        return QRectF(y, port.width() - x - wide, high, wide)
    if turns == 2:
        return QRectF(port.width() - x - wide, port.height() - y - high, wide, high)
    if turns == 3:
        return QRectF(port.height() - y - high, x, high, wide)
    return seen
