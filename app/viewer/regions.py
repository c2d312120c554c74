"""Regions in the viewer: point at a part of the photo, learn what it is, look for more of it.

Knows the photo shown and plain values about it; everything else is asked for by signals. What comes for
another photo than the one shown changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from app.theme import Theme
from app.viewer.canvas import Canvas
from app.viewer.region_bar import RegionBar
from app.viewer.region_card import Card, read_out, shown_name
from app.viewer.region_choice import Choice
from app.viewer.region_hands import Hands
from app.viewer.region_overlay import Marks, Overlay, legend_colour
from app.viewer.region_shapes import Box, Shapes, heat_image, to_view

if TYPE_CHECKING:
    from core.library.region_values import PhotoRegions, RegionInfo, RegionModelInfo, VocabularyInfo, Why

OFF, PARTS, WHY = "", "parts", "why"
GLOW = "#ffd27a"


class Regions(QObject):
    """``wanted``, ``finer_wanted``, ``why_wanted``: the photo; ``box_wanted``: photo and box.

    ``find_asked``: photo, regions, and whether beside the question; ``name_asked``: an alternative's English
    name. ``mode_changed``: "" (none), "parts" or "why". ``help_asked``: "model" or "words".
    """

    wanted = Signal(object)
    finer_wanted = Signal(object)
    box_wanted = Signal(object, object)
    why_wanted = Signal(object)
    find_asked = Signal(object, object, bool)
    name_asked = Signal(str)
    vocabulary_chosen = Signal(str)
    help_asked = Signal(str)
    mode_changed = Signal(str)

    def __init__(self, theme: Theme, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._theme = theme
        self._canvas = canvas
        self.mode = OFF
        self.photo: int | None = None
        self.choice = Choice()
        self.shapes: Shapes | None = None
        self._hovered: int | None = None
        self._pointer: tuple[tuple[float, float] | None, QPointF] = (None, QPointF())
        self._early: tuple[tuple[float, float], bool] | None = None  # a click before the parts were known
        self._aimed: tuple[int, tuple[float, float]] | None = None  # the part a click chose, and where
        self._drawing: Box | None = None
        self._help = ""
        self._question = ""
        self._refined = False
        self._top = 0
        self._state: RegionModelInfo | None = None
        self.overlay = Overlay(theme, canvas)
        self.card = Card(theme, canvas)
        self.bar = RegionBar(theme)
        self.hands = Hands(canvas)
        self._wire()

    def _wire(self) -> None:
        for watched in (self._canvas, self.card):
            watched.installEventFilter(self)
        hands, card, bar = self.hands, self.card, self.bar
        hands.hovered.connect(self._hover)
        hands.clicked.connect(self._click)
        hands.drawing.connect(self._draw)
        hands.boxed.connect(self._boxed)
        hands.entered.connect(lambda: self._find(False))
        hands.step = self.step
        card.find_asked.connect(self._find)
        card.name_asked.connect(self.name_asked)
        card.closed.connect(self._clear_and_stay)
        bar.vocabulary_chosen.connect(self.vocabulary_chosen)
        bar.own_asked.connect(lambda: self.help_asked.emit("words"))
        bar.help_asked.connect(lambda: self.help_asked.emit(self._help))
        bar.all_toggled.connect(lambda _on: self._all_toggled())
        bar.legend_chosen.connect(lambda number, add: self._choose(number, add=add))
        bar.closed.connect(lambda: self.turn_to(OFF))

    # modes

    def toggle(self, mode: str = PARTS) -> None:
        """Turn a mode on, or off when it is on. Why is only answered for a photo found by words."""
        if mode == WHY and not self._question:
            return
        self.turn_to(OFF if self.mode == mode else mode)

    def turn_to(self, mode: str) -> None:
        """Another mode, or none."""
        if mode == self.mode:
            return
        self.mode = mode
        self._forget()
        self.hands.set_active(mode == PARTS)
        self.overlay.setVisible(mode != OFF)
        self.bar.setVisible(mode != OFF)
        self.bar.show_tools(mode == PARTS)
        self.mode_changed.emit(mode)
        self._begin()
        if mode == OFF and self._canvas.isVisible():
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def escape(self) -> bool:
        """End the innermost: a box being drawn, what is chosen, the mode. False when there is none."""
        if self.hands.let_go():
            return True
        if self.choice.chosen:
            self._clear_and_stay()
            return True
        if self.mode != OFF:
            self.turn_to(OFF)
            return True
        return False

    # the photo

    def show_photo(self, photo: int | None) -> None:
        """Another photo is shown: what was known is of the one before."""
        if photo != self.photo:
            self.photo = photo
            self._forget()
            self._begin()

    def show_question(self, words: str) -> None:
        """The words the photo was found by; none when it was not found by words."""
        if words != self._question:
            self._question = words
            if self.mode == WHY:
                self.turn_to(OFF)

    @property
    def question(self) -> str:
        """The words the photo was found by."""
        return self._question

    def again(self) -> None:
        """Ask anew, with what is shown staying until the answer comes: other words may be used now."""
        if self.mode == PARTS and self.photo is not None:
            self.bar.say(self.tr("Looking for the parts of this photo…"), busy=True)
            self.wanted.emit(self.photo)

    def _forget(self) -> None:
        self.hands.let_go()
        self.choice.forget()
        self.shapes = None
        self._early = self._aimed = None
        self._hovered = None
        self._refined = False
        self.overlay.show_shapes(None)
        self.overlay.show_heat(None)
        self.overlay.show_name("", QPointF())
        self._show_legend()
        self._chose()

    def _begin(self) -> None:
        if self.photo is None:
            return
        if self.mode == PARTS:
            self.again()
        elif self.mode == WHY:
            words = self.tr("Comparing the photo with “{words}”…").format(words=self._question)
            self.bar.say(words, busy=True)
            self.why_wanted.emit(self.photo)

    # what arrives

    def show_regions(self, found: PhotoRegions, shapes: Shapes | None = None) -> None:
        """The parts of the photo, perhaps under other words than before: what was chosen stays chosen."""
        if self.mode != PARTS or found.photo_id != self.photo:
            return
        anew = self.choice.take(found)
        self._show_shapes(found, shapes)
        self._refined = False
        self._say_ready()
        self._show_legend()
        self._chose()
        early, self._early = self._early, None
        if early is not None:
            self._click(*early)
        self._refine()
        for one in anew:
            self.box_wanted.emit(self.photo, one.box)
        if not self.choice.chosen and found.regions:
            words = self.tr("%Ln part(s). Tab goes from one to the next.", "", len(found.regions))
            self._canvas.speak(words)

    def show_finer(self, found: PhotoRegions, shapes: Shapes | None = None) -> None:
        """The same parts with finer outlines: names, order and what is chosen stay."""
        if self.mode == PARTS and found.photo_id == self.photo and self.choice.refine(found):
            self._show_shapes(found, shapes)
            self._mark()  # names stand where they are inside of the finer outlines
            self._aim_again()

    def _aim_again(self) -> None:
        """Where finer outlines leave what was clicked to another part, that one was meant."""
        if self._aimed is None or self.shapes is None or self.choice.chosen != [self._aimed[0]]:
            return
        meant = self.shapes.at(*self._aimed[1])
        if meant is not None and meant != self._aimed[0]:
            self.choice.choose(meant)
            self._chose()

    def _show_shapes(self, found: PhotoRegions, shapes: Shapes | None) -> None:
        self.shapes = shapes if shapes is not None else Shapes(found, self.aspect)
        self.overlay.show_shapes(self.shapes)
        self._hover(*self._pointer)

    def show_box(self, photo: int, box: Box, info: RegionInfo | None, failed: str = "") -> None:
        """What is in a box that was drawn, or why that cannot be told."""
        known = self.choice.drawn(box) if photo == self.photo else []
        for one in known:
            one.info, one.failed = info, failed
        if known:
            self._chose()

    def show_why(self, why: Why) -> None:
        """Where the photo agrees with the words."""
        if self.mode == WHY and why.photo_id == self.photo:
            place = self._canvas.place
            self.overlay.show_heat(heat_image(why.heat, place.width / place.height, QColor(GLOW)))
            words = self.tr(
                "What agrees most with “{words}”. An approximation: the encoder judged the whole photo."
            ).format(words=self._question)
            self.bar.say(words)
            self._canvas.speak(words)

    def show_failed(self, photo: int, words: str, help_: str = "") -> None:
        """Nothing can be shown of this photo. ``help_``: what may be done about it, "model" or "words"."""
        if photo != self.photo or self.mode == OFF:
            return
        known = {"model": self.tr("Get a region model"), "words": self.tr("My own words…")}
        self._help = help_
        self._early = None
        self.bar.say(words, help_=known.get(help_, ""))
        self._canvas.speak(words)

    def give_up(self) -> None:
        """What was asked ended without an answer, through no fault of the photo."""
        self._early = None
        self.bar.say(self.tr("That could not be done."))

    def show_vocabularies(self, known: Sequence[VocabularyInfo], current: str) -> None:
        """The lists of words there are."""
        self.bar.show_vocabularies(known, current)

    def show_state(self, state: RegionModelInfo) -> None:
        """How many photos were looked into: what a search for a part can compare with."""
        self._state = state
        self._chose()

    def show_asked(self, asked: bool) -> None:
        """Whether there is a question that a part could be added to."""
        self.card.show_asked(asked)

    @property
    def aspect(self) -> float:
        """Width of the photo by its height."""
        return self._canvas.place.width / self._canvas.place.height

    def _say_ready(self) -> None:
        number = len(self.choice.found.regions) if self.choice.found is not None else 0
        if number:
            words = self.tr("%Ln part(s). Click one, or draw a box.", "", number)
        else:
            words = self.tr("No parts were found. Draw a box around what you mean.")
        tip = self.tr(
            "Click a part, Shift+click adds another.\nDrag to draw a box of your own.\n"
            "The middle button, or Space held down, moves a zoomed photo.\n"
            "Tab goes from part to part, Enter finds photos with what is chosen."
        )
        self.bar.say(words, tip)

    # choosing

    def _hover(self, point: tuple[float, float] | None, at: QPointF) -> None:
        self._pointer = (point, at)
        found = self.choice.found
        hovered = self.shapes.at(*point) if self.shapes is not None and point is not None else None
        if self._drawing is not None:
            hovered = None
        if hovered != self._hovered:
            self._hovered = hovered
            self._mark()
        name = ""
        if hovered is not None and found is not None:
            info = found.regions[hovered]
            name = "" if info.label and self._legend() else shown_name(info)
        self.overlay.show_name(name, at)

    def _click(self, point: tuple[float, float] | None, add: bool) -> None:
        if self.shapes is None:
            self._early = (point, add) if point is not None else None
            return
        region = self.shapes.at(*point) if point is not None else None
        if region is not None:
            self._choose(region, add=add)
            if point is not None and not add:
                self._aimed = region, point
        elif not add:
            self._clear_and_stay()

    def _choose(self, region: int, *, add: bool = False) -> None:
        self._aimed = None
        self.choice.choose(region, add=add)
        self._chose()
        self._refine()

    def step(self, direction: int) -> bool:
        """Choose the next part or the one before; False beyond the ends."""
        if not self.choice.step(direction):
            return False
        self._aimed = None
        self._chose()
        self._refine()
        return True

    def _draw(self, box: Box | None) -> None:
        self._drawing = box
        self._mark()

    def _boxed(self, box: Box, add: bool) -> None:
        self.choice.draw(box, add=add)
        self._chose()
        self.box_wanted.emit(self.photo, box)

    def _clear_and_stay(self) -> None:
        self.choice.chosen = []
        self._chose()
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refine(self) -> None:
        """Once for a photo, when it turns out that its parts matter."""
        found = self.choice.found
        matters = bool(self.choice.regions) or self.bar.all.isChecked()
        if matters and not self._refined and found is not None and not found.finer:
            self._refined = True
            self.finer_wanted.emit(self.photo)

    def _chose(self) -> None:
        """Something else is chosen: marks, card and what is read out."""
        self._mark()
        self.card.show_choice(self.choice, self._state)
        self._place_card()
        self._canvas.speak(read_out(self.choice))

    def _find(self, add: bool) -> None:
        if self.choice.complete:
            self.find_asked.emit(self.photo, self.choice.infos, add)

    # what is painted

    def _legend(self) -> list[tuple[RegionInfo, QColor]]:
        """Each part with its colour, while all are shown."""
        found = self.choice.found
        if found is None or self.mode != PARTS or not self.bar.all.isChecked():
            return []
        return [(info, legend_colour(number, info.label)) for number, info in enumerate(found.regions)]

    def _mark(self) -> None:
        legend, choice = self._legend(), self.choice
        colours = tuple(colour for _, colour in legend)
        names = tuple(
            (shown_name(info) if info.label else "", self._inside(at, info.point))
            for at, (info, _) in enumerate(legend)
        )
        marks = Marks(self._hovered, choice.regions, choice.boxes, self._drawing, colours, names)
        self.overlay.show_marks(marks)

    def _inside(self, region: int, point: tuple[float, float]) -> tuple[float, float]:
        return self.shapes.inner(region, point) if self.shapes is not None else point

    def _all_toggled(self) -> None:
        self._show_legend()
        self._hover(*self._pointer)  # its name stands on the part itself now, or no longer
        self._refine()

    def _show_legend(self) -> None:
        self.bar.show_legend(self._legend())
        self._mark()

    def _place_card(self) -> None:
        if self.choice.chosen:
            view = to_view(self._canvas.place, self._canvas.devicePixelRatioF())
            boxes = (*(info.box for info in self.choice.infos), *self.choice.boxes)
            hidden = [view.mapRect(QRectF(*box)) for box in boxes]
            self.card.settle(self._canvas.size(), hidden, self._top)

    def keep_free(self, top: int) -> None:
        """So many pixels of the canvas's upper edge belong to something else."""
        self._top = top
        self._place_card()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Overlay and card keep to the canvas; on the card the pointer is not on the photo."""
        if watched is self.card:
            if event.type() == QEvent.Type.Enter:
                self._hover(None, QPointF())
        elif event.type() == QEvent.Type.Resize:
            self.overlay.setGeometry(self._canvas.rect())
            self._place_card()
        return False

    def order_focus(self) -> None:
        """Tab goes from the photo's parts to the card, and from there to the bar."""
        card, bar = self.card, self.bar
        line: list[QWidget] = [self._canvas, card.search, card.add, card.close_]
        line += [bar.help, bar.words, bar.all, bar.close_]
        for one, following in pairwise(line):
            QWidget.setTabOrder(one, following)
