"""A glance at one photo over the grid: Space shows it, Space ends it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from app import i18n
from app.theme import SMALL, Theme
from app.viewer import facts
from app.viewer.loader import Loaded, Need, Pictures
from app.viewer.place import FIT_LIMIT
from app.viewer.pyramid import Pyramid, draw

if TYPE_CHECKING:
    from core.library.values import PhotoInfo

Key = Qt.Key

_MARGIN = 32
_WORDS = 60  # room for name and date
_CORNER = 8.0
_SHADOW = 24


class QuickPreview(QWidget):
    """Covers its parent. ``moved``: an arrow key, as columns and rows. ``open_asked``: the photo's id."""

    moved = Signal(int, int)
    closed = Signal()
    open_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures: Pictures | None = None
        self._at_once: Callable[[int], QPixmap | None] = lambda _photo: None
        self.photo: int | None = None
        self._row: PhotoInfo | None = None
        self._pyramid: Pyramid | None = None
        self._stand_in: QPixmap | None = None
        self._problem = ""
        self._composed: QImage | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Quick preview"))
        theme.changed.connect(self._renew)
        parent.installEventFilter(self)
        self.hide()

    def serve(self, pictures: Pictures, at_once: Callable[[int], QPixmap | None] | None = None) -> None:
        """Where pictures come from; ``at_once`` gives a small one that is at hand."""
        self._pictures = pictures
        pictures.arrived.connect(self.take_picture)
        if at_once is not None:
            self._at_once = at_once

    # what is shown

    def show_photo(self, photo: int, row: PhotoInfo | None = None, near: tuple[int, ...] = ()) -> None:
        """This photo, at once from what is at hand. ``near``: photos to prepare, as they may come next."""
        self.photo, self._row, self._problem = photo, row, ""
        best = self._pictures.best(photo) if self._pictures is not None else None
        self._pyramid = best.pyramid if best is not None else None
        self._stand_in = self._at_once(photo) if self._pyramid is None else None
        self.setGeometry(self._parent().rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._describe()
        self._renew()
        if self._pictures is not None:
            side = round(max(self.width(), self.height()) * self.devicePixelRatioF())
            self._pictures.want([Need(one, side) for one in (photo, *near)], [photo, *near])

    def show_row(self, row: PhotoInfo) -> None:
        """Name, date and true size, when they come later."""
        if row.id == self.photo:
            self._row = row
            self._describe()
            self._renew()

    def take_picture(self, loaded: Loaded) -> None:
        """A picture arrived."""
        if loaded.photo != self.photo or not self.isVisible():
            return
        if loaded.pyramid is None:
            self._problem = i18n.explain(loaded.error)[0] if loaded.error is not None else ""
            self._describe()
        elif self._pyramid is None or loaded.pyramid.long_side > self._pyramid.long_side:
            self._pyramid = loaded.pyramid
        self._renew()

    def close_preview(self) -> None:
        """Back to the grid."""
        if self.isVisible():
            self.photo = None
            self.hide()
            self.closed.emit()

    def _parent(self) -> QWidget:
        parent = self.parentWidget()
        return parent if parent is not None else self

    def _describe(self) -> None:
        parts = self._words()
        self.setAccessibleDescription(", ".join(part for part in parts if part))

    def _words(self) -> tuple[str, str]:
        row = self._row
        if row is None:
            return "", self._problem
        when = facts.moment(row.taken_at, row.taken_offset)
        date = f"{facts.day(when)}, {facts.clock(when)}" if when is not None else ""
        return facts.name_of(row), self._problem or date

    def _shape(self) -> QSize:
        """Width and height of the photo, as far as they are known."""
        if self._row is not None and self._row.width and self._row.height:
            return QSize(self._row.width, self._row.height)
        if self._pyramid is not None:
            return QSize(self._pyramid.width, self._pyramid.height) * 8
        if self._stand_in is not None and not self._stand_in.isNull():
            return self._stand_in.size() * 8
        return QSize(3000, 2000)

    def frame(self) -> QRect:
        """Where the photo lies, in logical pixels."""
        area = self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_WORDS)
        shape = self._shape()
        size = shape.scaled(area.size().expandedTo(QSize(8, 8)), Qt.AspectRatioMode.KeepAspectRatio)
        ratio = self.devicePixelRatioF()
        most = QSize(round(shape.width() * FIT_LIMIT / ratio), round(shape.height() * FIT_LIMIT / ratio))
        size = size.boundedTo(most).expandedTo(QSize(1, 1))
        left = area.x() + (area.width() - size.width()) // 2
        return QRect(
            QRect(left, area.y() + (area.height() - size.height()) // 2, size.width(), size.height())
        )

    # painting

    def _renew(self) -> None:
        self._composed = None
        self.update()

    def _compose(self, size: QSize) -> QImage:
        ratio = self.devicePixelRatioF()
        port = QSize(max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio)))
        image = QImage(port, QImage.Format.Format_RGB32)
        image.fill(self._theme.colour("tile"))
        painter = QPainter(image)
        if self._pyramid is not None:
            draw(painter, self._pyramid, QRectF(0, 0, port.width(), port.height()), port)
        elif self._stand_in is not None and not self._stand_in.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(image.rect(), self._stand_in, self._stand_in.rect())
        painter.end()
        image.setDevicePixelRatio(ratio)
        return image

    def paintEvent(self, event: QPaintEvent) -> None:
        """The grid paled, the photo, its name and date."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(self._theme.colour("page"))
        veil.setAlphaF(0.9)
        painter.fillRect(self.rect(), veil)
        frame = self.frame()
        painter.setPen(Qt.PenStyle.NoPen)
        for wide in range(_SHADOW, 0, -1):  # fainter outwards, so that no edge is seen
            painter.setBrush(QColor(0, 0, 0, round(4 * (1 - wide / _SHADOW))))
            soft = QRectF(frame).adjusted(-wide, -wide + 4, wide, wide + 4)
            painter.drawRoundedRect(soft, _CORNER + wide, _CORNER + wide)
        if self._composed is None:
            self._composed = self._compose(frame.size())
        brush = QBrush(self._composed)
        painter.setBrush(brush)
        painter.setBrushOrigin(QPointF(frame.topLeft()))
        painter.drawRoundedRect(frame, _CORNER, _CORNER)
        self._draw_words(painter, frame)

    def _draw_words(self, painter: QPainter, frame: QRect) -> None:
        name, more = self._words()
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        line = QRect(_MARGIN, frame.bottom() + 1 + 16, self.width() - 2 * _MARGIN, 18)
        for text, role in ((name, "text"), (more, "faint")):
            painter.setFont(font)
            painter.setPen(self._theme.colour(role))
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideMiddle, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, shown)
            line.translate(0, 18)
            font = QFont(self.font())
            font.setPixelSize(SMALL)

    # events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It covers its parent, whatever size that has."""
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self.setGeometry(self._parent().rect())
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Compose anew."""
        self._renew()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Esc close, arrows move on, Enter opens; other keys are the grid's."""
        ways = {Key.Key_Left: (-1, 0), Key.Key_Right: (1, 0), Key.Key_Up: (0, -1), Key.Key_Down: (0, 1)}
        key = Key(event.key())
        if key in (Key.Key_Space, Key.Key_Escape):
            self.close_preview()
        elif key in ways:
            self.moved.emit(*ways[key])
        elif key in (Key.Key_Return, Key.Key_Enter):
            self._open()
        else:
            event.ignore()

    def _open(self) -> None:
        photo = self.photo
        if photo is not None:
            self.close_preview()
            self.open_asked.emit(photo)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the photo closes."""
        event.accept()
        if not self.frame().contains(event.position().toPoint()):
            self.close_preview()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._open()
