"""What may be dropped on the window: folders are added, pictures are searched for."""

from __future__ import annotations

import os
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app import system
from app.query_bar.chips import Picture
from app.theme import Theme
from core import paths

_DATA = ("image/jpeg", "image/png", "image/webp")


@dataclass(frozen=True)
class Dropped:
    """Local paths, or a picture that is in no file."""

    paths: tuple[bytes, ...] = ()
    picture: Picture | None = None

    @property
    def empty(self) -> bool:
        """True when there is nothing we can use."""
        return not self.paths and self.picture is None


def acceptable(mime: QMimeData) -> bool:
    """Whether a drag holds anything for us; cheap, asked while the pointer moves."""
    return mime.hasUrls() or mime.hasImage() or any(mime.hasFormat(kind) for kind in _DATA)


def read(mime: QMimeData | None, name: str) -> Dropped:
    """What was dropped or pasted; ``name`` for a picture without one. Touches no file.

    None, as an empty clipboard gives, is nothing.
    """
    if mime is None:
        return Dropped()
    local = tuple(path for url in mime.urls() if (path := system.path_of(url)) is not None)
    if local:
        return Dropped(paths=local)
    for kind in _DATA:
        if mime.hasFormat(kind):
            return Dropped(picture=Picture(name, data=bytes(mime.data(kind).data())))
    if mime.hasImage():
        image = mime.imageData()
        if isinstance(image, QImage) and not image.isNull():
            return Dropped(picture=Picture(name, image=image))
    return Dropped()


def picture_of(path: bytes) -> Picture:
    """A dropped file as part of the question."""
    return Picture(paths.display(os.path.basename(path)), path=path)


class DropGuide(QWidget):
    """Lies over the window while something is dragged across it, and says what will happen."""

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def appear(self) -> None:
        """Cover the window."""
        over = self.parentWidget()
        if over is not None:
            self.setGeometry(over.rect())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A veil, a line, a sentence."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = self._theme.colour("page")
        shade = veil.__class__(veil)
        shade.setAlphaF(0.86)
        painter.fillRect(self.rect(), shade)
        painter.setPen(QPen(self._theme.colour("accent"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(9, 9, -9, -9), 12, 12)
        font = painter.font()
        font.setPixelSize(17)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text"))
        said = self.tr("Drop folders to add them, or a picture to find similar photos")
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, said)
