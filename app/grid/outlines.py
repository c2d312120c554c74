"""The part of a photo that a hit owes its place to: fetched for what is in view, drawn as a fine outline."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

if TYPE_CHECKING:
    from core.library.region_values import Box, RegionOfHit

Key = tuple[int, int]  # a photo and the place of its group
# Asks for the parts of some photos; the last argument gets them by photo, on the GUI thread.
FetchParts = Callable[[list[int], list[int], Callable[["dict[int, RegionOfHit]"], None]], None]

PAGE = 200
_KEPT = 20_000
SMALLEST = 72  # logical pixels of a tile's shorter side: below, an outline hides more than it shows
_WHOLE = 0.96  # of the photo in both directions: then the part is the photo, and needs no outline
_LEAST = 14.0  # logical pixels: a smaller part is framed with some room around it
_ROUND = 5.0
_INSET = 3.0  # from the tile's edge, where the ring of a chosen tile runs
_AROUND = 2  # logical pixels outside the frame that its dark edge needs
_MOST_BYTES = 24 << 20
_HALO, _LINE = QColor(0, 0, 0, 105), QColor(255, 255, 255, 235)


@dataclass(frozen=True)
class Part:
    """What a hit was found by: its name (may be empty) and its box, 0 to 1 of the photo."""

    label: str
    box: Box


class PartBook(QObject):
    """Parts by photo and group, least recently wanted dropped first. ``arrived``: some were added."""

    arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts: OrderedDict[Key, Part | None] = OrderedDict()
        self._asked: set[Key] = set()
        self._fetch: FetchParts | None = None
        self._round = 0
        self.words = ""  # what was asked: the name of parts that the vocabulary has none for

    def serve(self, fetch: FetchParts) -> None:
        """From now on parts are fetched this way; what was known is forgotten."""
        self._fetch = fetch
        self.forget()

    def forget(self) -> None:
        """Names or numbers may be others now."""
        self._parts.clear()
        self._asked.clear()
        self._round += 1  # what is on its way is of the time before

    def get(self, photo: int, place: int) -> Part | None:
        """The part, or None when there is none or it was not fetched (yet)."""
        part = self._parts.get((photo, place))
        return replace(part, label=self.words) if part is not None and not part.label else part

    def want(self, keys: Sequence[Key]) -> None:
        """Fetch what is not here, ``PAGE`` photos to a request."""
        if self._fetch is None:
            return
        missing = [key for key in keys if key not in self._parts and key not in self._asked]
        for begin in range(0, len(missing), PAGE):
            page = missing[begin : begin + PAGE]
            self._asked.update(page)
            turn = self._round
            self._fetch(
                [photo for photo, _ in page],
                [place for _, place in page],
                lambda found, page=page, turn=turn: self._take(page, turn, found),  # type: ignore[misc]
            )

    def _take(self, page: list[Key], turn: int, found: dict[int, RegionOfHit]) -> None:
        if turn != self._round:
            return
        self._asked.difference_update(page)
        for photo, place in page:
            one = found.get(photo)
            self._parts[photo, place] = None if one is None else Part(one.label, one.box)
        while len(self._parts) > _KEPT:
            self._parts.popitem(last=False)
        self.arrived.emit()


def frame(tile: QRect, aspect: float, box: Box) -> QRectF:
    """Where a part's outline runs on a tile, which shows the middle of the photo; empty for none.

    ``aspect``: the photo's width ÷ height.
    """
    if min(tile.width(), tile.height()) < SMALLEST or aspect <= 0 or min(box[2:]) >= _WHOLE:
        return QRectF()
    wide, high = float(tile.width()), float(tile.height())
    if aspect > wide / high:
        wide = high * aspect
    else:
        high = wide / aspect
    middle = QRectF(tile).center()
    rect = QRectF(
        middle.x() - wide / 2 + box[0] * wide,
        middle.y() - high / 2 + box[1] * high,
        box[2] * wide,
        box[3] * high,
    )
    grow_x, grow_y = max(0.0, _LEAST - rect.width()) / 2, max(0.0, _LEAST - rect.height()) / 2
    inner = QRectF(tile).adjusted(_INSET, _INSET, -_INSET, -_INSET)
    return rect.adjusted(-grow_x, -grow_y, grow_x, grow_y) & inner


def draw_part(
    painter: QPainter, tile: QRect, aspect: float, part: Part, font: QFont, *, named: bool, below: int = 0
) -> None:
    """A white line with a dark edge, seen on any photo; with its name inside it if ``named``.

    ``below``: so many pixels from the tile's upper edge are taken by a badge at its left.
    """
    rect = frame(tile, aspect, part.box)
    if rect.isEmpty():
        return
    _draw_frame(painter, rect)
    if named and part.label:
        _draw_name(painter, tile, rect, part.label, font, below)


def _draw_frame(painter: QPainter, rect: QRectF) -> None:
    """Made once for each size: strokes with smooth edges cost more than all else of a tile."""
    place = rect.toAlignedRect().adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    painter.drawPixmap(place.topLeft(), _frames.get(place.width(), place.height(), ratio))


class _Frames:
    """Frames by size; all are dropped when they are too many. GUI thread."""

    def __init__(self) -> None:
        self._made: dict[tuple[int, int, float], QPixmap] = {}
        self._bytes = 0

    def get(self, wide: int, high: int, ratio: float) -> QPixmap:
        """A frame with room for its dark edge."""
        picture = self._made.get((wide, high, ratio))
        if picture is None:
            if self._bytes > _MOST_BYTES:
                self._made.clear()
                self._bytes = 0
            picture = self._made[wide, high, ratio] = _painted(wide, high, ratio)
            self._bytes += picture.width() * picture.height() * 4
        return picture


_frames = _Frames()


def _painted(wide: int, high: int, ratio: float) -> QPixmap:
    picture = QPixmap(max(round(wide * ratio), 1), max(round(high * ratio), 1))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = _AROUND + 0.5  # the middle of a pixel: a fine line fills it
    _stroke(painter, QRectF(0, 0, wide, high).adjusted(edge, edge, -edge, -edge))
    painter.end()
    return picture


def _stroke(painter: QPainter, rect: QRectF) -> None:
    turn = min(_ROUND, rect.width() / 3, rect.height() / 3)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((_HALO, 3.2), (_LINE, 1.4)):
        painter.setPen(QPen(colour, width))
        painter.drawRoundedRect(rect, turn, turn)


def _draw_name(painter: QPainter, tile: QRect, rect: QRectF, label: str, font: QFont, below: int) -> None:
    """The name on a dark pill in the outline's upper left corner, within the tile."""
    metrics = QFontMetrics(font)
    room = tile.width() - 24
    text = metrics.elidedText(label.replace("\n", " "), Qt.TextElideMode.ElideRight, room)
    wide = metrics.horizontalAdvance(text) + 12
    left = min(rect.left() + 4, tile.right() - wide - 3.0)
    top = rect.top() + 4
    if below and left < tile.left() + 60:
        top = max(top, tile.top() + float(below))
    pill = QRectF(left, min(top, tile.bottom() - 22.0), wide, 18)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 150))
    painter.drawRoundedRect(pill, 9, 9)
    painter.setPen(QColor(255, 255, 255))
    painter.setFont(font)
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
