"""Large pictures: decoded on threads, the one being looked at first, the last few kept.

Three threads: one for glances (stored thumbnails, a millisecond each), one that only ever serves the
photo being looked at, and one that also decodes ahead. So a photo that was being prepared never keeps
the one being looked at waiting.
"""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Signal
from PySide6.QtGui import QImage, QImageReader

from app.viewer.pyramid import Pyramid
from app.workers import Bridge
from core.errors import RecollectError

log = logging.getLogger(__name__)

LIMIT = 400 << 20
_GLANCES = 400  # half a megabyte each


class Decoded(Protocol):
    """What a decoder gives: ``pixels`` (h, w, 3) uint8, upright, sRGB."""

    @property
    def pixels(self) -> NDArray[np.uint8]:
        """The picture."""


Load = Callable[[int, int | None], Decoded]
Glance = Callable[[int], bytes | None]


@dataclass(frozen=True)
class Need:
    """A photo and the long side it is needed at in device pixels; None means all its pixels."""

    photo: int
    side: int | None

    def met_by(self, side: int | None) -> bool:
        """True when a picture decoded for this side is good enough."""
        return side is None or (self.side is not None and side >= self.side)


@dataclass(frozen=True, eq=False)
class Loaded:
    """What became of a need. ``glance``: this is the stored thumbnail. ``error``: why there is no picture."""

    need: Need
    pyramid: Pyramid | None
    error: RecollectError | None = None
    glance: bool = False

    @property
    def photo(self) -> int:
        """Whose picture it is."""
        return self.need.photo

    @property
    def whole(self) -> bool:
        """True when it has all the photo's pixels, as far as that can be told."""
        if self.glance or self.pyramid is None:
            return False
        return self.need.side is None or self.pyramid.long_side < self.need.side


class LargePictures:
    """Serves the latest list of needs; whatever is no longer on it is not begun.

    ``deliver`` is called on a thread with each result. ``load`` gives pixels or raises RecollectError.
    """

    def __init__(
        self,
        load: Load,
        deliver: Callable[[Loaded], None],
        glance: Glance | None = None,
        limit_bytes: int = LIMIT,
    ) -> None:
        self._load, self._deliver, self._glance = load, deliver, glance
        self._limit = limit_bytes
        self._lock = threading.Condition()
        self._needs: list[Need] = []
        self._glimpses: list[int] = []
        self._busy: set[Need] = set()
        self._spoiled: set[Need] = set()
        self._kept: OrderedDict[int, Loaded] = OrderedDict()
        self._thumbs: OrderedDict[int, Loaded] = OrderedDict()
        self._first_busy = False
        self._closed = False
        jobs = {"picture-now": self._serve_first, "picture-ahead": self._serve_ahead}
        if glance is not None:
            jobs["picture-glances"] = self._serve_glances
        self._threads = [threading.Thread(target=job, name=name, daemon=True) for name, job in jobs.items()]
        for thread in self._threads:
            thread.start()

    def want(self, needs: Sequence[Need], glances: Sequence[int] = ()) -> None:
        """Replace all earlier needs; the first is what is being looked at. What is kept is not made again."""
        with self._lock:
            for need in reversed(needs):
                if need.photo in self._kept:
                    self._kept.move_to_end(need.photo)
            self._needs = [need for need in needs if not self._met(need)]
            self._glimpses = [photo for photo in glances if photo not in self._thumbs]
            self._lock.notify_all()

    def best(self, photo: int) -> Loaded | None:
        """The sharpest picture that is here, be it a glance."""
        with self._lock:
            return self._kept.get(photo) or self._thumbs.get(photo)

    def forget(self, photos: Iterable[int]) -> None:
        """These look different now: they were edited. One that is being decoded is decoded again."""
        with self._lock:
            for photo in photos:
                self._kept.pop(photo, None)
                self._thumbs.pop(photo, None)
                self._spoiled.update(need for need in self._busy if need.photo == photo)

    @property
    def bytes(self) -> int:
        """What the kept pictures take."""
        with self._lock:
            return sum(one.pyramid.bytes for one in self._kept.values() if one.pyramid is not None)

    @property
    def idle(self) -> bool:
        """True when nothing is needed or being made."""
        with self._lock:
            return not (self._needs or self._busy or self._glimpses)

    def close(self, timeout: float = 5.0) -> None:
        """Drop all needs and end the threads; a decode that runs is waited for."""
        with self._lock:
            self._closed = True
            self._needs, self._glimpses = [], []
            self._lock.notify_all()
        for thread in self._threads:
            thread.join(timeout)
        with self._lock:
            self._kept.clear()
            self._thumbs.clear()

    def _met(self, need: Need) -> bool:
        kept = self._kept.get(need.photo)
        return kept is not None and need.met_by(kept.need.side)

    def _serve_first(self) -> None:
        self._serve(ahead=False)

    def _serve_ahead(self) -> None:
        self._serve(ahead=True)

    def _serve(self, *, ahead: bool) -> None:
        while (need := self._next(ahead)) is not None:
            made = self._make(need)
            with self._lock:
                self._busy.discard(need)
                self._first_busy = self._first_busy and ahead
                spoiled = need in self._spoiled
                self._spoiled.discard(need)
                # the next need may be for the other thread
                self._lock.notify_all()
                if made is None or spoiled or self._closed:
                    continue  # if it is among the needs (again), it is made (again)
                if need in self._needs:
                    self._needs.remove(need)
                self._keep(made)
            self._deliver(made)

    def _next(self, ahead: bool) -> Need | None:
        """Wait for a need to serve; None at the end. It stays among the needs until it is met.

        The photo looked at is left to the thread it has for itself, unless that still decodes another.
        """
        with self._lock:
            while not self._closed:
                mine = self._needs[:1]
                if ahead:
                    mine = self._needs if self._first_busy else self._needs[1:]
                for need in mine:
                    if need not in self._busy:
                        self._busy.add(need)
                        self._first_busy = self._first_busy or not ahead
                        return need
                self._lock.wait()
            return None

    def _stale(self, need: Need) -> bool:
        with self._lock:
            return self._closed or all(need.photo != other.photo for other in self._needs)

    def _make(self, need: Need) -> Loaded | None:
        """None when nobody wanted it any more after it was decoded."""
        try:
            pixels = self._load(need.photo, need.side).pixels
            pyramid = Pyramid.of_pixels(pixels, lambda: self._stale(need))
        except RecollectError as error:
            return Loaded(need, None, error)
        except Exception:
            # One photo's trouble must not end the thread that serves all others.
            log.warning("no picture of photo %d", need.photo, exc_info=True)
            return Loaded(need, None, RecollectError("photo.unreadable"))
        return None if pyramid is None else Loaded(need, pyramid)

    def _keep(self, made: Loaded) -> None:
        if made.pyramid is None:
            return
        old = self._kept.get(made.photo)
        if old is not None and made.need.met_by(old.need.side) and old.need != made.need:
            return  # the sharper one came first
        self._kept[made.photo] = made
        self._kept.move_to_end(made.photo)
        total = sum(one.pyramid.bytes for one in self._kept.values() if one.pyramid is not None)
        while total > self._limit and len(self._kept) > 1:
            _, dropped = self._kept.popitem(last=False)
            total -= dropped.pyramid.bytes if dropped.pyramid is not None else 0

    def _serve_glances(self) -> None:
        while True:
            with self._lock:
                while not self._glimpses and not self._closed:
                    self._lock.wait()
                if self._closed:
                    return
                photo = self._glimpses.pop(0)
            made = self._make_glance(photo)
            if made is None:
                continue
            with self._lock:
                self._thumbs[photo] = made
                while len(self._thumbs) > _GLANCES:
                    self._thumbs.popitem(last=False)
                silent = self._closed
            if not silent:
                self._deliver(made)

    def _make_glance(self, photo: int) -> Loaded | None:
        try:
            data = self._glance(photo) if self._glance is not None else None
        except Exception:
            log.warning("no thumbnail of photo %d", photo, exc_info=True)
            return None
        image = _read(data) if data is not None else None
        return None if image is None else Loaded(Need(photo, 0), Pyramid.of_image(image), glance=True)


def _read(data: bytes) -> QImage | None:
    """A stored thumbnail (always JPEG; named, because guessing asks plugins that wait for Qt's locks)."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"jpeg"))
    reader.setAutoDetectImageFormat(False)
    # First, while Python's lock is held: Qt finds the decoder under a lock of its own and asks the buffer,
    # a Python object, on the way. ``read`` lets go of Python's lock, and two threads would wait for ever.
    reader.size()
    image = reader.read()
    return None if image.isNull() else image


class Pictures(QObject):
    """The GUI thread's side of LargePictures: ``arrived`` brings each Loaded there."""

    arrived = Signal(object)

    def __init__(
        self,
        bridge: Bridge,
        load: Load,
        glance: Glance | None = None,
        limit_bytes: int = LIMIT,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._large = LargePictures(load, bridge.caller(self.arrived.emit), glance, limit_bytes)

    def want(self, needs: Sequence[Need], glances: Sequence[int] = ()) -> None:
        """As LargePictures.want."""
        self._large.want(needs, glances)

    def best(self, photo: int) -> Loaded | None:
        """As LargePictures.best."""
        return self._large.best(photo)

    def forget(self, photos: Iterable[int]) -> None:
        """As LargePictures.forget."""
        self._large.forget(photos)

    def close(self) -> None:
        """End the threads."""
        self._large.close()

    @property
    def idle(self) -> bool:
        """True when nothing is needed or being made."""
        return self._large.idle
