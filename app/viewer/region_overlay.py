"""What is painted over the photo: outlines and tints of its regions, names, a box being drawn, and heat."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.theme import SMALL, Theme
from app.viewer.canvas import Canvas
from app.viewer.region_shapes import Box, Shapes, box_path, to_view

# The legend's colours: muted, of one lightness, told apart without red and green. A photo keeps its own.
LEGEND = ("#4f9be6", "#eab03f", "#56b881", "#e07ba3", "#9d87e6", "#45bcc8")
UNCLEAR = "#b4b4ba"
LINE = "#ffffff"
EDGE = "#8c000000"  # around each line, so that it is seen on white as well
PLATE, INK = "#e6202022", "#ffffff"  # a name beside the pointer: the same over every photo
_HOVERED, _CHOSEN, _LEGEND, _NAMELESS = 0.18, 0.34, 0.46, 0.20  # how strong tints are
_SOFT = 0.08  # of the photo: how far a tint reaches beyond its outline
_LINE = 4  # pixels that lines may stand out
_BESIDE = 14.0  # from the pointer to the name


@dataclass
class Marks:
    """What is to be seen: numbers of regions, drawn boxes; and when all are shown each region's colour, its
    name and a point inside it."""

    hovered: int | None = None
    chosen: tuple[int, ...] = ()
    boxes: tuple[Box, ...] = ()
    drawing: Box | None = None
    colours: tuple[QColor, ...] = field(default=())
    names: tuple[tuple[str, tuple[float, float]], ...] = ()


class Overlay(QWidget):
    """Lies over the canvas, follows its place, takes no mouse."""

    def __init__(self, theme: Theme, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._theme = theme
        self._canvas = canvas
        self._shapes: Shapes | None = None
        self._marks = Marks()
        self._tint: QImage | None = None
        self._heat: QImage | None = None
        self._name, self._at = "", QPointF()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        canvas.moved.connect(self.update)
        theme.changed.connect(self._recolour)
        self.hide()

    def show_shapes(self, shapes: Shapes | None) -> None:
        """The regions of the photo shown; None: not known."""
        self._shapes = shapes
        self._tint = None
        self.update()

    def show_marks(self, marks: Marks) -> None:
        """Which of them are marked."""
        if marks != self._marks:
            before, self._marks = self._bounds(), marks
            self._tint = None
            view = to_view(self._canvas.place, self.devicePixelRatioF())
            changed = view.mapRect(before.united(self._bounds())).toAlignedRect()
            self.update(changed.adjusted(-_LINE, -_LINE, _LINE, _LINE))

    def show_heat(self, heat: QImage | None) -> None:
        """A veil over the whole photo, or none."""
        self._heat = heat
        self.update()

    def show_name(self, name: str, at: QPointF) -> None:
        """The name beside the pointer, nothing when empty."""
        if (name, at) == (self._name, self._at):
            return
        before = self._plate()
        self._name, self._at = name, QPointF(at)
        for rect in (before, self._plate()):
            if rect is not None:
                self.update(rect.toAlignedRect().adjusted(-1, -1, 1, 1))

    @property
    def name(self) -> str:
        """The name beside the pointer."""
        return self._name

    @property
    def marks(self) -> Marks:
        """What is marked."""
        return self._marks

    def _recolour(self) -> None:
        self._tint = None
        self.update()

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tints first, then lines, then words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # A movement's frames are painted coarsely, as the photo's own are.
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not self._canvas.hurried)
        if self._heat is not None:
            self._lay(painter, self._heat, QRectF(0, 0, 1, 1))
        if self._shapes is not None:
            if self._tint is None:
                self._tint = self._tinted(self._shapes)
            if self._tint is not None:
                self._lay(painter, self._tint, self._bounds())
        painter.save()
        painter.setClipRect(self._canvas.target())
        self._draw_lines(painter)
        painter.restore()
        self._draw_legend(painter)
        self._draw_name(painter, event.rect())

    def _lay(self, painter: QPainter, image: QImage, part: QRectF) -> None:
        """This part of the photo: at 4K every pixel that need not be painted counts."""
        wide, high = image.width(), image.height()
        of_image = QRectF(part.x() * wide, part.y() * high, part.width() * wide, part.height() * high)
        painter.save()
        painter.setTransform(to_view(self._canvas.place, self.devicePixelRatioF()), combine=True)
        painter.drawImage(part, image, of_image)
        painter.restore()

    def _bounds(self) -> QRectF:
        """What of the photo the marks lie in, with their soft edges."""
        marks, shapes = self._marks, self._shapes
        whole = QRectF(0, 0, 1, 1)
        if marks.colours:
            return whole
        bounds = QRectF()
        if shapes is not None:
            marked = (*marks.chosen, *((marks.hovered,) if marks.hovered is not None else ()))
            for region in marked:
                bounds = bounds.united(shapes.path(region).boundingRect())
        for box in (*marks.boxes, *((marks.drawing,) if marks.drawing is not None else ())):
            bounds = bounds.united(QRectF(*box))
        return bounds.adjusted(-_SOFT, -_SOFT, _SOFT, _SOFT).intersected(whole)

    def _tinted(self, shapes: Shapes) -> QImage | None:
        marks = self._marks
        tints: dict[int, QColor] = {}
        for region, one in enumerate(marks.colours):
            tints[region] = _faded(one, _NAMELESS if one == QColor(UNCLEAR) else _LEGEND)
        if marks.hovered is not None:
            tints[marks.hovered] = _faded(QColor(LINE), _HOVERED)
        for region in marks.chosen:
            tints[region] = _faded(self._theme.colour("fill"), _CHOSEN)
        return shapes.tint(list(tints.items())) if tints else None

    def _draw_lines(self, painter: QPainter) -> None:
        marks, shapes = self._marks, self._shapes
        accent = self._theme.colour("fill")
        if shapes is not None:
            for region in range(len(marks.colours)):
                self._outline(painter, shapes.path(region), 1.25)
            if marks.hovered is not None and marks.hovered not in marks.chosen:
                self._outline(painter, shapes.path(marks.hovered), 1.5)
            for region in marks.chosen:
                self._outline(painter, shapes.path(region), 2.25)
        for box in marks.boxes:
            painter.fillPath(self._seen(box_path(box)), _faded(accent, _CHOSEN / 2))
            self._outline(painter, box_path(box), 2.25)
        if marks.drawing is not None:
            painter.fillPath(self._seen(box_path(marks.drawing)), _faded(QColor(LINE), _HOVERED))
            self._outline(painter, box_path(marks.drawing), 1.5)

    def _seen(self, path: QPainterPath) -> QPainterPath:
        return to_view(self._canvas.place, self.devicePixelRatioF()).map(path)

    def _outline(self, painter: QPainter, path: QPainterPath, width: float) -> None:
        seen = self._seen(path)
        if not self._canvas.hurried:
            painter.strokePath(seen, _pen(EDGE, width + 1.75))
        painter.strokePath(seen, _pen(LINE, width))

    def _draw_legend(self, painter: QPainter) -> None:
        """Each name in the middle of its region, with its colour; what has none keeps its tint alone."""
        view = to_view(self._canvas.place, self.devicePixelRatioF())
        font = self._font()
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        for (name, point), colour in zip(self._marks.names, self._marks.colours, strict=True):
            if not name:
                continue
            at = view.map(QPointF(*point))
            words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, 160)
            wide, high = metrics.horizontalAdvance(words) + 32, metrics.height() + 8
            plate = QRectF(at.x() - wide / 2, at.y() - high / 2, wide, high)
            self._draw_plate(painter, plate)
            painter.setBrush(colour)
            painter.drawEllipse(QPointF(plate.left() + 12, plate.center().y()), 4, 4)
            painter.setPen(QColor(INK))
            painter.drawText(plate.adjusted(22, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)

    def _font(self) -> QFont:
        font = self.font()
        font.setPixelSize(SMALL)
        return font

    def _draw_plate(self, painter: QPainter, plate: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(PLATE))
        painter.drawRoundedRect(plate, 6, 6)

    def _plate(self) -> QRectF | None:
        """Where the name stands: beside the pointer, inside the canvas."""
        if not self._name:
            return None
        metrics = QFontMetricsF(self._font())
        wide = min(metrics.horizontalAdvance(self._name) + 18, max(self.width() - 16.0, 40.0))
        high = metrics.height() + 8
        x, y = self._at.x() + _BESIDE, self._at.y() + _BESIDE
        if x + wide > self.width() - 4:
            x = self._at.x() - _BESIDE - wide
        if y + high > self.height() - 4:
            y = self._at.y() - _BESIDE - high
        return QRectF(min(max(x, 4), max(self.width() - wide - 4, 4)), max(y, 4), wide, high)

    def _draw_name(self, painter: QPainter, dirty: QRect) -> None:
        plate = self._plate()
        if plate is None or not plate.intersects(QRectF(dirty)):
            return
        font = self._font()
        painter.setFont(font)
        self._draw_plate(painter, plate)
        painter.setPen(QColor(INK))
        words = QFontMetricsF(font).elidedText(self._name, Qt.TextElideMode.ElideRight, plate.width() - 16)
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, words)


def _pen(colour: str, width: float) -> QPen:
    style, cap, join = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    return QPen(QColor(colour), width, style, cap, join)


def _faded(one: QColor, strength: float) -> QColor:
    faded = QColor(one)
    faded.setAlphaF(strength)
    return faded


def legend_colour(number: int, label: str) -> QColor:
    """The colour of a region in the legend."""
    return QColor(LEGEND[number % len(LEGEND)] if label else UNCLEAR)
