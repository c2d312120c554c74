"""Thumbnails for the tiles in view: decoded by two threads, kept by bytes, newest wish first.

Threads make QImages at exactly the size they are painted at, corners rounded. QPixmaps are made, kept
and dropped on the GUI thread alone.
"""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPainterPath, QPixmap

log = logging.getLogger(__name__)

Fetch = Callable[[int], bytes | None]

CORNER = 3.0
THREADS = 2


@dataclass(frozen=True)
class Wish:
    """A tile that is to be shown: the photo and its size in device pixels."""

    photo: int
    width: int
    height: int
    ratio: float


@dataclass(frozen=True)
class Made:
    """What became of a wish; ``image`` is None when there is no thumbnail to be had."""

    wish: Wish
    image: QImage | None


class ThumbnailMaker:
    """Two threads that serve the latest list of wishes; what is no longer on it is dropped.

    ``wake`` is called on a thread when results wait in ``take``; it must only pass the word on.
    """

    def __init__(self, fetch: Fetch, wake: Callable[[None], None], threads: int = THREADS) -> None:
        self._fetch = fetch
        self._wake = wake
        self._lock = threading.Condition()
        self._wishes: deque[Wish] = deque()
        self._made: deque[Made] = deque()
        self._busy: set[int] = set()
        self._told = False
        self._closed = False
        self._threads = [
            threading.Thread(target=self._loop, name=f"thumbnails-{number}", daemon=True)
            for number in range(threads)
        ]
        for thread in self._threads:
            thread.start()

    def want(self, wishes: Sequence[Wish]) -> None:
        """Replace all earlier wishes; the first is made first."""
        with self._lock:
            self._wishes = deque(wish for wish in wishes if wish.photo not in self._busy)
            self._lock.notify_all()

    def take(self) -> list[Made]:
        """All results since the last call."""
        with self._lock:
            made = list(self._made)
            self._made.clear()
            self._told = False
            return made

    @property
    def idle(self) -> bool:
        """True when nothing is wished for, being made, or waiting to be taken."""
        with self._lock:
            return not (self._wishes or self._busy or self._made)

    def close(self, timeout: float = 2.0) -> None:
        """Drop all wishes and end the threads."""
        with self._lock:
            self._closed = True
            self._wishes.clear()
            self._lock.notify_all()
        for thread in self._threads:
            thread.join(timeout)

    def _loop(self) -> None:
        while True:
            with self._lock:
                while not self._wishes and not self._closed:
                    self._lock.wait()
                if self._closed:
                    return
                wish = self._wishes.popleft()
                self._busy.add(wish.photo)
            try:
                image = self._make(wish)
            except Exception:
                # One photo's trouble must not end the thread that serves all others.
                log.warning("no thumbnail of photo %d", wish.photo, exc_info=True)
                image = None
            with self._lock:
                self._busy.discard(wish.photo)
                self._made.append(Made(wish, image))
                tell = not self._told
                self._told = True
            if tell:
                self._wake(None)

    def _make(self, wish: Wish) -> QImage | None:
        data = self._fetch(wish.photo)
        return None if data is None else fitted(data, wish)


_STARTS = ((b"\xff\xd8", b"jpeg"), (b"\x89PNG", b"png"), (b"RIFF", b"webp"))


def fitted(data: bytes, wish: Wish) -> QImage | None:
    """A thumbnail file cut to the wished size (its middle), with rounded corners. Any thread.

    None when the bytes are no picture.
    """
    # Named, because guessing asks the SVG plugin, which waits for Qt's locks while Python's is held: a
    # deadlock with a widget that dies at that moment.
    kind = next((name for start, name in _STARTS if data.startswith(start)), None)
    if kind is None:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setAutoDetectImageFormat(False)
    size = reader.size()
    if size.isValid():
        cover = size.scaled(QSize(wish.width, wish.height), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        # a JPEG decoder gives 1/2, 1/4, 1/8 for less work; stay above the final size for sharpness
        if cover.width() * 2 <= size.width():
            reader.setScaledSize(cover * 2)
    image = reader.read()
    if image.isNull():
        return None
    target = QSize(wish.width, wish.height)
    if image.size() != target:
        image = image.scaled(
            target,
            Qt.AspectRatioMode.KeepAspectRatioByExpanding,
            Qt.TransformationMode.SmoothTransformation,
        )
    return _rounded(image, wish)


def _rounded(image: QImage, wish: Wish) -> QImage:
    left, top = (image.width() - wish.width) // 2, (image.height() - wish.height) // 2
    result = QImage(wish.width, wish.height, QImage.Format.Format_ARGB32_Premultiplied)
    result.fill(Qt.GlobalColor.transparent)
    corner = CORNER * wish.ratio
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(0, 0, wish.width, wish.height), corner, corner)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(shape)
    painter.drawImage(QRect(0, 0, wish.width, wish.height), image, QRect(left, top, wish.width, wish.height))
    painter.end()
    result.setDevicePixelRatio(wish.ratio)
    return result


@dataclass
class _Kept:
    pixmap: QPixmap
    width: int
    height: int

    @property
    def bytes(self) -> int:
        return self.width * self.height * 4


class PixmapCache:
    """Pixmaps by photo id, least recently painted dropped first. GUI thread only."""

    def __init__(self, limit_bytes: int = 192 << 20) -> None:
        self.limit = limit_bytes
        self.bytes = 0
        self._kept: OrderedDict[int, _Kept] = OrderedDict()
        self._none: set[int] = set()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, photo: int) -> QPixmap | None:
        """The pixmap, whatever its size."""
        kept = self._kept.get(photo)
        if kept is None:
            return None
        self._kept.move_to_end(photo)
        return kept.pixmap

    def fits(self, photo: int, width: int, height: int) -> bool:
        """True when nothing needs to be made for this size in device pixels."""
        if photo in self._none:
            return True
        kept = self._kept.get(photo)
        return kept is not None and abs(kept.width - width) <= 1 and abs(kept.height - height) <= 1

    def missing(self, photo: int) -> bool:
        """True when it is known that there is no thumbnail (yet)."""
        return photo in self._none

    def put(self, made: Made) -> None:
        """Keep a result."""
        photo = made.wish.photo
        if made.image is None:
            self._none.add(photo)
            return
        self._none.discard(photo)
        old = self._kept.pop(photo, None)
        if old is not None:
            self.bytes -= old.bytes
        kept = _Kept(QPixmap.fromImage(made.image), made.wish.width, made.wish.height)
        self._kept[photo] = kept
        self.bytes += kept.bytes
        while self.bytes > self.limit and len(self._kept) > 1:
            _, dropped = self._kept.popitem(last=False)
            self.bytes -= dropped.bytes

    def ask_again(self) -> None:
        """Forget which thumbnails were missing: something changed."""
        self._none.clear()

    def forget(self, photos: Iterable[int]) -> None:
        """These photos look different now: they were edited."""
        for photo in photos:
            kept = self._kept.pop(photo, None)
            if kept is not None:
                self.bytes -= kept.bytes

    def clear(self) -> None:
        """Forget all."""
        self._kept.clear()
        self._none.clear()
        self.bytes = 0
