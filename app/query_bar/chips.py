"""Chips of the query bar: one for each part of the question, with its sign, weight and cross."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from app.query_bar.faces import SIDE, Faces, file_of, is_region, painted, part_of
from app.theme import Theme, icon_size
from core.query.pieces import toggled, weighted, words
from core.query.render import join
from core.query.tree import LIKE, PART, TEXT, AllOf, Days, Fact, Not, Part

if TYPE_CHECKING:
    from core.query.tree import Piece

_NAME_WIDTH = 160
# What the wheel and the arrow keys go through.
WEIGHTS = (0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 5.0)
NOTCH = 120  # of a wheel, in Qt's eighths of a degree


@dataclass(frozen=True, eq=False)
class Picture:
    """A picture to find similar photos to: one of the library, a file, or data from elsewhere.

    ``image`` is what a browser gave when it gave no file (a QImage may be used on any thread).
    """

    name: str
    photo: int | None = None
    path: bytes | None = None
    data: bytes | None = None
    image: QImage | None = None

    def by_file(self) -> Picture:
        """The same, if it is one of the library's, by its file and not by the library's number of it."""
        return self if self.photo is None or self.path is None else replace(self, photo=None)


@dataclass(frozen=True)
class Token:
    """What one chip stands for: a piece of the query; for a picture, the piece lacks only its path."""

    piece: Piece
    picture: Picture | None = None

    @classmethod
    def of(cls, picture: Picture, sign: int = 1, weight: float = 1.0) -> Token:
        """A chip for a picture."""
        return cls(Part(LIKE, picture.name, sign, weight), picture)

    @property
    def minus(self) -> bool:
        """True when less of it is wanted."""
        return self.piece.sign < 0 if isinstance(self.piece, Part) else isinstance(self.piece, Not)

    @property
    def weight(self) -> float:
        """How much it counts; 1 for what cannot be weighed."""
        return self.piece.weight if isinstance(self.piece, Part) else 1.0

    @property
    def plain(self) -> bool:
        """True for words without sign, weight or quotes."""
        piece = self.piece
        return self.picture is None and isinstance(piece, Part) and is_plain(piece) and not piece.quoted

    @property
    def region(self) -> str:
        """The value of a ``like:`` that names a part of a photo; empty for anything else."""
        return self.piece.value if isinstance(self.piece, Part) and is_region(self.piece) else ""

    @property
    def pictured(self) -> bool:
        """True for a picture or a part of one: there are no words to be changed."""
        return self.picture is not None or bool(self.region)

    @property
    def days(self) -> Days | None:
        """The days it keeps the photos to, when it is a chip for the date."""
        piece = self.piece
        dated = isinstance(piece, Fact) and piece.field == "taken" and isinstance(piece.value, Days)
        return piece.value if dated else None  # type: ignore[union-attr,return-value]

    def toggled(self) -> Token:
        """With the opposite sign."""
        return replace(self, piece=toggled(self.piece))

    def weighted(self, step: int) -> Token:
        """One step heavier or lighter; filters have no weight."""
        if not isinstance(self.piece, Part):
            return self
        weight = self.piece.weight
        nearest = min(range(len(WEIGHTS)), key=lambda at: abs(WEIGHTS[at] - weight))
        at = min(max(nearest + step, 0), len(WEIGHTS) - 1)
        return replace(self, piece=weighted(self.piece, WEIGHTS[at]))

    def label(self) -> tuple[str, str]:
        """What is written on the chip: a faint word for its kind, and what it says."""
        piece = self.piece.item if isinstance(self.piece, Not) else self.piece
        if self.picture is not None:
            return "", self.picture.name
        if self.region:
            return "", part_of(self.region)
        if isinstance(piece, AllOf) and len(piece.items) == 1 and isinstance(piece.items[0], Fact):
            piece = piece.items[0]
        if isinstance(piece, Fact) and isinstance(piece.value, Days) and not piece.typed:
            return field_word("date"), days_words(piece.value)
        if isinstance(piece, Part | Fact):
            kind, value = words(piece)
            return field_word(kind), value
        return "", join([piece])


def is_plain(part: Part) -> bool:
    """True for words that need no sign or weight."""
    return part.kind == TEXT and part.sign > 0 and part.weight == 1.0


def without(tokens: Sequence[Token], gone: Callable[[Token], bool]) -> tuple[Token, ...]:
    """The tokens that are left. Words that only a filter stood between are one run of words again."""
    left: list[Token] = []
    open_ = False  # only filters went between the last of these and the next
    for token in tokens:
        if gone(token):
            open_ = not isinstance(token.piece, Part)
        elif open_ and left and left[-1].plain and token.plain:
            left[-1] = _run(left[-1].piece, token.piece)
            open_ = False
        else:
            left.append(token)
            open_ = False
    return tuple(left)


def _run(one: Piece, other: Piece) -> Token:
    assert isinstance(one, Part) and isinstance(other, Part)
    return Token(Part(TEXT, f"{one.value} {other.value}"))


class Chip(QFrame):
    """One token. Click it to change its words, the sign to turn it round, the wheel to weigh it.

    With the focus: Space or minus turns it round, Up and Down weigh it, Delete takes it away, Enter
    changes its words, Left and Right go on.
    """

    removed = Signal()
    changed = Signal(object)  # the new Token
    edit_asked = Signal()
    moved = Signal(int)
    resized = Signal()

    def __init__(self, theme: Theme, token: Token, faces: Faces, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.token = token
        self._theme = theme
        self._faces = faces
        self._wheel = 0
        self.setObjectName("chip")
        self.setFixedHeight(26)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 2, 2)
        row.setSpacing(4)
        self._sign = QToolButton()
        self._sign.setIconSize(icon_size(12))
        self._sign.setFixedSize(QSize(20, 20))
        self._sign.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sign.clicked.connect(self._toggle)
        row.addWidget(self._sign)
        self._face = QLabel()
        self._face.setFixedSize(QSize(SIDE, SIDE))
        self._face.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self._face)
        self._kind, self._words, self._weight = QLabel(), QLabel(), QLabel()
        self._kind.setProperty("faint", "true")
        self._weight.setProperty("faint", "true")
        for label in (self._kind, self._words, self._weight):
            label.setTextFormat(Qt.TextFormat.PlainText)
            row.addWidget(label)
        self._cross = QToolButton()
        self._cross.setIconSize(icon_size(12))
        self._cross.setFixedSize(QSize(20, 20))
        self._cross.setToolTip(self.tr("Take this out of the question (Esc)"))
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cross.clicked.connect(self.removed)
        row.addWidget(self._cross)
        theme.changed.connect(self._colour)
        faces.arrived.connect(self._face_arrived)
        faces.forgotten.connect(self._faces_forgotten)
        self.show_token(token)

    def show_token(self, token: Token) -> None:
        """Stand for this token from now on."""
        self.token = token
        kind, value = self._label()
        value = value.replace("\n", "␤")
        metrics = QFontMetrics(self._words.font())
        elide = Qt.TextElideMode.ElideMiddle if token.pictured else Qt.TextElideMode.ElideRight
        self._kind.setText(kind)
        self._kind.setVisible(bool(kind))
        self._words.setText(metrics.elidedText(value, elide, _NAME_WIDTH))
        weight = "" if token.weight == 1 else f"×{QLocale().toString(token.weight, 'g', 3)}"
        self._weight.setText(weight)
        self._weight.setVisible(bool(weight))
        what = f"{kind} {value}".strip()
        if token.picture is not None:
            what = self.tr("Similar to {name}").format(name=value)
        elif token.region:
            named = self._faces.name(token.region) != part_of(token.region)
            words_ = self.tr("Parts of photos like this: {part} in {name}")
            what = words_.format(part=value, name=file_of(token.region)) if named else value
        said = self.tr("Less like: {what}").format(what=what) if token.minus else what
        self.setAccessibleName(f"{said} {weight}".strip())
        turn = self.tr("Ask for more of it") if token.minus else self.tr("Ask for less of it")
        self._sign.setToolTip(f"{turn} (−)")
        self._sign.setAccessibleName(f"{turn}: {what}")
        self._cross.setAccessibleName(self.tr("Remove {name}").format(name=what))
        hint = self.tr("The wheel makes it count more or less") if isinstance(token.piece, Part) else ""
        self.setToolTip("\n".join(one for one in (what, hint) if one))
        self._colour()
        self.updateGeometry()  # at once: the row's width is asked for before labels have told of theirs

    def _label(self) -> tuple[str, str]:
        """A part of a photo by its name, once that has come."""
        region = self.token.region
        return ("", self._faces.name(region)) if region else self.token.label()

    def _faces_forgotten(self) -> None:
        if self.token.region:
            self.show_token(self.token)

    def _face_arrived(self, value: str) -> None:
        if value == self.token.region:
            self.show_token(self.token)
            self.resized.emit()

    def _toggle(self) -> None:
        self.changed.emit(self.token.toggled())

    def _weigh(self, step: int) -> None:
        heavier = self.token.weighted(step)
        if heavier != self.token:
            self.changed.emit(heavier)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the words changes them."""
        if event.button() == Qt.MouseButton.LeftButton and not self.token.pictured:
            self.edit_asked.emit()
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Up: it counts more. A smooth wheel tells of many small turns, which are gathered to steps."""
        self._wheel += event.angleDelta().y()
        steps = int(self._wheel / NOTCH)
        self._wheel -= steps * NOTCH
        if steps:
            self._weigh(steps)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the wheel and the buttons do, by keys."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Space, Qt.Key.Key_Minus, Qt.Key.Key_Plus):
            if key == Qt.Key.Key_Space or (key == Qt.Key.Key_Minus) != self.token.minus:
                self._toggle()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._weigh(1 if key == Qt.Key.Key_Up else -1)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self.token.pictured:
                self.edit_asked.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.moved.emit(-1 if key == Qt.Key.Key_Left else 1)
        else:
            event.ignore()
            return
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style's ground, and a ring for the keyboard."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("accent"), 1.5))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)

    def _colour(self) -> None:
        minus = self.token.minus
        name = "minus" if minus else self._icon()
        self._sign.setIcon(self._theme.icon(name, "warning" if minus else "faint", 12))
        self._cross.setIcon(self._theme.icon("x", "faint", 12))
        self._show_face()

    def _show_face(self) -> None:
        """The crop of a part of a photo; until it has come, and where there is none, a sign for it."""
        region = self.token.region
        self._face.setVisible(bool(region))
        if not region:
            return
        face = self._faces.get(region)
        ratio = self.devicePixelRatioF()
        if face is not None and face.image is not None:
            self._face.setPixmap(painted(face.image, ratio))
        else:
            self._face.setPixmap(self._theme.pixmap("square-dashed", "faint", 14, ratio))

    def _icon(self) -> str:
        if self.token.picture is not None:
            return "image"
        if isinstance(self.token.piece, Part) and self.token.piece.kind == PART:
            return "square-dashed"
        return "plus" if isinstance(self.token.piece, Part) else "funnel"


def days_words(days: Days) -> str:
    """A span of days as this locale writes it: years or months where it is whole ones."""
    first, last = days.first, days.end - timedelta(days=1) if days.end is not None else None
    ends = [one for one in (days.first, days.end) if one is not None]
    form = "d MMM yyyy"
    if all(one.day == 1 for one in ends):
        form = "yyyy" if all(one.month == 1 for one in ends) else "MMM yyyy"
    shown = [
        QLocale().toString(QDate(one.year, one.month, one.day), form) if one is not None else ""
        for one in (first, last)
    ]
    return shown[0] if shown[0] == shown[1] else " – ".join(shown).strip()


def field_word(field: str) -> str:
    """A field of the query language in this language; nothing for words that need none."""
    known = {
        "like": _t("Similar to"),
        "part": _t("Part"),
        "name": _t("Name"),
        "in": _t("In"),
        "after": _t("After"),
        "before": _t("Before"),
        "date": _t("Date"),
        "taken": _t("Date"),
        "added": _t("Added"),
        "type": _t("Type"),
        "camera": _t("Camera"),
        "lens": _t("Lens"),
        "orientation": _t("Shape"),
        "size": _t("Size"),
        "megapixels": _t("Megapixels"),
        "near": _t("Near"),
        "has": _t("Has"),
        "is": _t("Is"),
        "keyword": _t("Keyword"),
    }
    return QCoreApplication.translate("Chip", known[field]) if field in known else ""


def _t(text: str) -> str:
    """Marks a text for the translators."""
    return text
