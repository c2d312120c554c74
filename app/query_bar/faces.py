"""What a chip for a part of a photo looks like: a small picture of it and its name, fetched once."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap

from core.errors import RecollectError
from core.paths import display
from core.query.fragments import split
from core.query.parse import parse
from core.query.render import join
from core.query.tree import LIKE, Part

if TYPE_CHECKING:
    from core.query.tree import Piece

SIDE = 20  # logical pixels
_ROUND = 4.0
_MOST = 200


@dataclass(frozen=True, eq=False)
class Face:
    """``image`` is None where there is no picture to be had; ``name`` is empty where nothing has a name."""

    image: QImage | None
    name: str


class Faces(QObject):
    """Faces by the value of a ``like:`` that names a part of a photo. GUI thread."""

    wanted = Signal(object)  # a value: its face is not here yet
    arrived = Signal(object)  # a value
    forgotten = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: dict[str, Face] = {}
        self._asked: set[str] = set()

    def get(self, value: str) -> Face | None:
        """The face, or None while it is not here; it is asked for once."""
        face = self._known.get(value)
        if face is None and value not in self._asked:
            self._asked.add(value)
            self.wanted.emit(value)
        return face

    def put(self, value: str, face: Face) -> None:
        """A face has come."""
        while len(self._known) >= _MOST:
            self._known.pop(next(iter(self._known)))
        self._known[value] = face
        self._asked.discard(value)
        self.arrived.emit(value)

    def forget(self) -> None:
        """Names may be others now: ask again for what is needed again."""
        self._known.clear()
        self._asked.clear()
        self.forgotten.emit()

    def name(self, value: str) -> str:
        """What a part of a photo is called: its name, else of which file it is a part."""
        face = self._known.get(value)
        return face.name if face is not None and face.name else part_of(value)


def is_region(piece: Piece) -> bool:
    """True for a ``like:`` that names a part of a photo."""
    return isinstance(piece, Part) and piece.kind == LIKE and split(piece.value)[1] is not None


def file_of(value: str) -> str:
    """The name of the file that a ``like:`` names, for eyes."""
    return display(os.fsencode(os.path.basename(split(value)[0])))


def part_of(value: str) -> str:
    """What a part of a photo is called while it has no name."""
    return QCoreApplication.translate("Chip", "part of {name}").format(name=file_of(value))


def for_eyes(query: str, faces: Faces) -> str:
    """A query on one line, for a list: parts of photos by their names instead of their places."""
    text = query
    try:
        pieces = parse(query).typed
    except RecollectError:
        pieces = ()  # of an older language: shown as it was typed
    if any(map(is_region, pieces)):
        text = " ".join(_for_eyes(piece, faces) for piece in pieces)
    return text.encode("utf-8", "replace").decode().replace("\n", " ")


def _for_eyes(piece: Piece, faces: Faces) -> str:
    if not is_region(piece) or not isinstance(piece, Part):
        return join([piece])
    weight = "" if piece.weight == 1 else f" ×{piece.weight:g}"
    return f"{'−' if piece.sign < 0 else ''}▨ {faces.name(piece.value)}{weight}"


def painted(image: QImage, ratio: float) -> QPixmap:
    """The middle of a face, square, with round corners. GUI thread."""
    side = round(SIDE * ratio)
    filled = image.scaled(
        QSize(side, side),
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    result = QPixmap(side, side)
    result.fill(Qt.GlobalColor.transparent)
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(0, 0, side, side), _ROUND * ratio, _ROUND * ratio)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(shape)
    left, top = (filled.width() - side) // 2, (filled.height() - side) // 2
    painter.drawImage(QRect(0, 0, side, side), filled, QRect(left, top, side, side))
    painter.end()
    result.setDevicePixelRatio(ratio)
    return result
