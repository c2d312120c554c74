"""Groups of photos that are "the same", as cards that are painted only where they are in view."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from app.grid.paint import day_text
from app.grid.thumbnails import Wish
from app.panels import duplicate_layout as places
from app.panels.duplicate_paint import Button, CardBrush, TileLook
from app.panels.review import Review
from app.panels.wall import Wall
from app.theme import Theme
from core import paths

if TYPE_CHECKING:
    from core.library.values import PhotoInfo

Key = Qt.Key


class DuplicateWall(Wall):
    """Shows a ``Review`` and changes it: what stays and what goes, group by group.

    ``compare_asked``, ``ignored_asked``: the ids of a group; ``trash_asked``: those of it that are to go.
    ``decided``: another photo is to go, or stays. ``refused``: one could not be let go.
    """

    compare_asked = Signal(object)
    ignored_asked = Signal(object)
    trash_asked = Signal(object)
    open_asked = Signal(object)  # id
    decided = Signal()
    refused = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.viewport().installEventFilter(self)
        self.review = Review(())
        self.cards = places.lay_out((), 800)
        self.current = 0  # tile
        self._photos: list[PhotoInfo] = []
        self._pressed: tuple[int, str] | None = None
        self._brush = CardBrush(theme, self.font())
        self.setAccessibleName(self.tr("Groups of photos"))
        theme.changed.connect(self._theme_changed)

    # what is shown

    def show_review(self, review: Review, *, keep: bool = False) -> None:
        """Show these groups. ``keep``: it is the same list again, so hold the place."""
        before = self._photos[self.current].id if keep and self.current < len(self._photos) else None
        self.review = review
        self._photos = [photo for group in review.groups for photo in group.photos]
        self.current = next((n for n, photo in enumerate(self._photos) if photo.id == before), 0)
        self._lay_out()
        if not keep:
            self.verticalScrollBar().setValue(0)
        self._wish()
        self._speak()
        self.viewport().update()

    def _lay_out(self) -> None:
        sizes = [len(group.photos) for group in self.review.groups]
        self.cards = places.lay_out(sizes, self.viewport().width())
        self._set_height(self.cards.height, self.viewport().height() - places.HEAD)

    def wishes(self, top: int, bottom: int) -> list[Wish]:
        """Thumbnails to be made for what stands between two heights."""
        return [
            wish
            for group in self.cards.between(top, bottom)
            for tile in self.cards.tiles_between(group, top, bottom)
            if (wish := self._wish_for(tile)) is not None
        ]

    def _picture(self, tile: int) -> QRect:
        photo = self._photos[tile]
        return places.fitted(self.cards.tile(tile), photo.width, photo.height)

    def _wish_for(self, tile: int) -> Wish | None:
        photo, rect = self._photos[tile].id, self._picture(tile)
        ratio = self.devicePixelRatioF()
        width, height = math.ceil(rect.width() * ratio), math.ceil(rect.height() * ratio)
        return None if self.cache.fits(photo, width, height) else Wish(photo, width, height, ratio)

    # words

    def buttons(self, group: int) -> list[Button]:
        """What can be done with a group, in content coordinates."""
        going = len(self.review.of_group(group))
        trash = self.tr("Move %Ln to the trash", "", going) if going else self.tr("Move to the trash")
        wanted = (
            ("compare", self.tr("Compare"), True),
            ("ignore", self.tr("Not duplicates"), True),
            ("trash", trash, going > 0),
        )
        return self._brush.place_buttons(self.cards.card(group), wanted)

    def _reason(self, reason: str) -> str:
        return {
            "largest": self.tr("Largest"),
            "most_detail": self.tr("Most detail"),
            "oldest": self.tr("Oldest"),
            "original_name": self.tr("Original name"),
            "favourite": self.tr("Favourite"),
        }.get(reason, "")

    def _badge(self, tile: int) -> str:
        """Why the first of a group is the one to keep; nothing on the others, or when it goes."""
        group = self.cards.group_of(tile)
        if tile != int(self.cards.starts[group]) or self.review.goes(self._photos[tile].id):
            return ""
        reason = self._reason(self.review.groups[group].reason)
        return f"{self.tr('Keep')} · {reason}" if reason else self.tr("Keep")

    def lines(self, tile: int) -> tuple[str, str, str]:
        """Name, pixels and size, date and folder."""
        photo = self._photos[tile]
        number = QLocale().toString
        size = QLocale().formattedDataSize(photo.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        taken = day_text(photo.taken_at, photo.taken_offset)
        return (
            photo.name.replace("\n", "␤"),
            f"{number(photo.width)} × {number(photo.height)} · {size}",
            f"{taken} · {photo.folder}" if taken else photo.folder,
        )

    def _speak(self) -> None:
        text = ""
        if self.current < len(self._photos):
            photo = self._photos[self.current]
            group = self.cards.group_of(self.current)
            state = self.tr("to the trash") if self.review.goes(photo.id) else self.tr("stays")
            place = self.tr("group {number} of {count}").format(
                number=QLocale().toString(group + 1), count=QLocale().toString(len(self.review.groups))
            )
            parts = (*self.lines(self.current), self._badge(self.current), state, place)
            text = ", ".join(part for part in parts if part)
        self.say(text)

    # decisions

    def _decide(self, tile: int, *, goes: bool) -> None:
        photo = self._photos[tile].id
        if self.review.decide(photo, goes=goes):
            self.decided.emit()
        else:
            self.refused.emit()
        self._speak()
        self.viewport().update()

    def _act(self, group: int, name: str) -> None:
        ids = [photo.id for photo in self.review.groups[group].photos]
        if name == "compare":
            self.compare_asked.emit(ids)
        elif name == "ignore":
            self.ignored_asked.emit(ids)
        elif name == "trash" and self.review.of_group(group):
            self.trash_asked.emit(self.review.of_group(group))

    # pointer

    def _under(self, place: QPoint) -> tuple[int, int, str]:
        """Group, tile and part (a button's name, keep, trash, picture or nothing) at a point in view."""
        at = place + QPoint(0, self.top)
        group, tile = self.cards.at(at.x(), at.y())
        if group < 0:
            return -1, -1, ""
        for button in self.buttons(group):
            if button.rect.contains(at):
                return group, -1, button.name
        if tile < 0:
            return group, -1, ""
        for rect, part in zip(places.switch(self.cards.tile(tile)), ("keep", "let go"), strict=True):
            if rect.contains(at):
                return group, tile, part
        return group, tile, "picture"

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The place of the keyboard follows the pointer; buttons act when they are let go."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._keyboard = False
        group, tile, part = self._under(event.position().toPoint())
        if tile >= 0:
            self.current = tile
            self._speak()
        self._pressed = (group if tile < 0 else tile, part) if part else None
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click, when it ends where it began."""
        pressed, self._pressed = self._pressed, None
        group, tile, part = self._under(event.position().toPoint())
        if pressed is None or pressed != (group if tile < 0 else tile, part):
            self.viewport().update()
            return
        if part in {"keep", "let go"}:
            self._decide(tile, goes=part == "let go")
        elif tile < 0:
            self._act(group, part)
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A picture opens; on a switch or button it is two clicks."""
        _group, tile, part = self._under(event.position().toPoint())
        if part == "picture":
            self.open_asked.emit(self._photos[tile].id)
        else:
            self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Buttons and switches show that they can be clicked."""
        self._pointer = event.position().toPoint()
        self.viewport().update()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """What is under the pointer, in words; and when it leaves."""
        if event.type() == QEvent.Type.Leave:
            self._pointer = QPoint(-1, -1)
            self.viewport().update()
        elif event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip(event.pos()), self.viewport())
            return True
        return False

    def tip(self, place: QPoint) -> str:
        """What is said of a place in view."""
        _group, tile, part = self._under(place)
        if part == "picture":
            return paths.display(self._photos[tile].path)
        if part == "let go" and self._photos[tile].offline:
            return self.tr("This photo's drive is not connected.")
        return {
            "compare": self.tr("See these photos side by side (C)"),
            "ignore": self.tr("Do not show this group again (N)"),
            "trash": self.tr("Move the photos marked Trash to the trash (Del)"),
            "keep": self.tr("This photo stays (Space)"),
            "let go": self.tr("This photo is to go to the trash (Space)"),
        }.get(part, "")

    # keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from photo to photo, Space decides, C, N and Del act on the group."""
        if not self._photos or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        key = event.key()
        group = self.cards.group_of(self.current)
        acts = {Key.Key_C: "compare", Key.Key_N: "ignore", Key.Key_Delete: "trash"}
        self._keyboard = True
        if key == Key.Key_Space:
            self._decide(self.current, goes=not self.review.goes(self._photos[self.current].id))
        elif key in acts:
            self._act(group, acts[Key(key)])
        elif key in {Key.Key_Return, Key.Key_Enter}:
            self.open_asked.emit(self._photos[self.current].id)
        elif not self._walk(Key(key)):
            event.ignore()

    def _walk(self, key: Qt.Key) -> bool:
        last = len(self._photos) - 1
        page = max(self.viewport().height() // places.ROW, 1)
        to = self.current
        if key in {Key.Key_Left, Key.Key_Right}:
            to += 1 if key == Key.Key_Right else -1
        elif key in {Key.Key_Home, Key.Key_End}:
            to = 0 if key == Key.Key_Home else last
        elif key in {Key.Key_Up, Key.Key_Down, Key.Key_PageUp, Key.Key_PageDown}:
            step = 1 if key in {Key.Key_Down, Key.Key_PageDown} else -1
            for _ in range(page if key in {Key.Key_PageUp, Key.Key_PageDown} else 1):
                to = self.cards.beside(to, step)
        else:
            return False
        self.current = min(max(to, 0), last)
        self._reveal()
        self._speak()
        self.viewport().update()
        return True

    def _reveal(self) -> None:
        """Scroll as little as needed to show the current photo, and its card's head with a first row."""
        rect = self.cards.tile(self.current)
        if rect.top() - places.HEAD < self.top:
            self.verticalScrollBar().setValue(rect.top() - places.HEAD - places.BETWEEN)
        elif rect.bottom() + 24 > self.top + self.viewport().height():
            self.verticalScrollBar().setValue(rect.bottom() + 24 - self.viewport().height())

    # painting

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other tiles stand beside each other; the group in view stays in view."""
        groups = self.cards.between(self.top, self.top + 1)
        offset = self.top - int(self.cards.y[groups.start]) if groups else 0
        self._lay_out()
        if groups and self.top:
            self.verticalScrollBar().setValue(int(self.cards.y[groups.start]) + offset)
        self._wish()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only cards in view."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), self._theme.colour("page"))
        painter.translate(0, -self.top)
        under = self._under(self._pointer) if self._pointer.x() >= 0 else (-1, -1, "")
        bottom = self.top + self.viewport().height()
        for group in self.cards.between(self.top, bottom):
            self._draw_group(painter, group, bottom, under)

    def _draw_group(self, painter: QPainter, group: int, bottom: int, under: tuple[int, int, str]) -> None:
        values = self.review.groups[group]
        buttons = self.buttons(group)
        size = QLocale().formattedDataSize(values.freed, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        title = self.tr("%Ln photo(s)", "", len(values.photos))
        said = self.tr("{size} could be freed").format(size=size)
        self._brush.draw_card(painter, self.cards.card(group), title, said, buttons)
        for button in buttons:
            hovered = under == (group, -1, button.name)
            pressed = hovered and self._pressed == (group, button.name)
            self._brush.draw_button(painter, button, hovered=hovered, pressed=pressed)
        for tile in self.cards.tiles_between(group, self.top, bottom):
            self._brush.draw_tile(painter, self._look(tile, group, under))

    def _look(self, tile: int, group: int, under: tuple[int, int, str]) -> TileLook:
        photo, rect = self._photos[tile], self.cards.tile(tile)
        lines, kept = self.lines(tile), self.lines(int(self.cards.starts[group]))
        halves = {"keep": 0, "let go": 1}
        return TileLook(
            rect,
            self._picture(tile),
            self.cache.get(photo.id),
            self.cache.missing(photo.id),
            self.review.goes(photo.id),
            photo.offline,
            tile == self.current and self._keyboard and self.hasFocus(),
            self._badge(tile),
            tuple((line, line != other) for line, other in zip(lines, kept, strict=True)),
            places.switch(rect),
            (self.tr("Keep"), self.tr("Trash")),
            halves.get(under[2], -1) if under[1] == tile else -1,
        )

    def minimumSizeHint(self) -> QSize:
        """One tile."""
        return QSize(places.WIDE + 80, 160)

    def _theme_changed(self) -> None:
        self._brush.renew()
        self.viewport().update()
