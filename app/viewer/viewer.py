"""The viewer: one photo large, the results to walk through, and all that is known of it at the right."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QPixmap,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import i18n
from app.grid.thumbnails import Made, ThumbnailMaker
from app.theme import Theme
from app.viewer import facts
from app.viewer.canvas import Canvas
from app.viewer.full_screen import FullScreen
from app.viewer.inspector import Inspector
from app.viewer.keys import meaning
from app.viewer.loader import Loaded, Need, Pictures
from app.viewer.parts import Sentence, Styled
from app.viewer.regions import WHY, Regions
from app.viewer.strip import Strip
from app.viewer.tools import HIGH, Tools
from app.viewer.walk import RESULTS, SIMILAR, Ints, Walk

if TYPE_CHECKING:
    from core.library.values import PhotoInfo, Tag

Key = Qt.Key

_ROWS = 200
_GLANCES = 8  # stored thumbnails read ahead in each direction
_SIDE_STEP = 256  # sizes are asked for in such steps, so that resizing the window decodes little anew


class Viewer(Styled):
    """Knows ids and rows; pictures come from ``Pictures``, everything else is asked for by signals.

    Signals that carry an id speak of the photo shown. ``rows_wanted``: ids whose rows are needed soon;
    ``similar_wanted``: the id of the photo whose like ``show_similar`` is to bring.
    """

    current_changed = Signal(object)
    closed = Signal()
    favourite_asked = Signal(object)
    trash_asked = Signal(object)
    similar_asked = Signal(object)
    more_asked = Signal(object)
    less_asked = Signal(object)
    hide_asked = Signal(object)
    open_asked = Signal(object)
    show_asked = Signal(object)
    copy_asked = Signal(object)
    tag_asked = Signal(str)
    search_asked = Signal(str)
    compare_asked = Signal()
    full_asked = Signal()
    rows_wanted = Signal(object)
    similar_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._pictures: Pictures | None = None
        self._at_once: Callable[[int], QPixmap | None] = lambda _photo: None
        self._rows: OrderedDict[int, PhotoInfo] = OrderedDict()
        self._turns: dict[int, int] = {}
        self._asked_like: int | None = None
        self.walk = Walk()
        self.tools = Tools(theme)
        self.canvas = Canvas(theme)
        self.strip = Strip(theme)
        self.inspector = Inspector(theme)
        self.problem = Sentence(self.canvas)
        self.regions = Regions(theme, self.canvas)
        self.setAccessibleName(self.tr("Viewer"))
        self.setFocusProxy(self.canvas)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        self.inspector.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.tools)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.canvas, 1)
        middle.addWidget(self.inspector)
        self._column.addLayout(middle, 1)
        self._column.addWidget(self.regions.bar)
        self._column.addWidget(self.strip)
        self.on_screen = FullScreen(self, self._column, self.tools, self.canvas, self.strip)
        self.regions.order_focus()

    def _wire(self) -> None:
        self.canvas.installEventFilter(self)
        self.canvas.scale_changed.connect(self._scale_changed)
        self.canvas.sharper_asked.connect(self._wish)
        self.tools.asked.connect(self._do)
        self.regions.mode_changed.connect(self.tools.show_mode)
        self.strip.film.chosen.connect(self.go_to)
        self.strip.mode_asked.connect(self.set_mode)
        self.inspector.search_asked.connect(self.search_asked)
        self.inspector.tag_asked.connect(self.tag_asked)
        self.inspector.show_asked.connect(self.show_asked)
        # buttons would take the arrows to walk among themselves
        for key in (Key.Key_Left, Key.Key_Right):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda key=key: self._arrow(key))
        self._own: dict[str, Callable[[], object]] = {
            "back": self.closed.emit,
            "escape": self._escape,
            "smaller": lambda: self.canvas.step(-1),
            "larger": lambda: self.canvas.step(1),
            "toggle": self.canvas.toggle,
            "turn": lambda: self.turn(1),
            "turn_back": lambda: self.turn(-1),
            "compare": self.compare_asked.emit,
            "regions": self.regions.toggle,
            "why": lambda: self.regions.toggle(WHY),
            "info": lambda: self.show_inspector(not self.inspector.isVisible()),
            "full": self.full_asked.emit,
            "next": lambda: self.go_to(self.walk.index + 1),
            "previous": lambda: self.go_to(self.walk.index - 1),
            "first": lambda: self.go_to(0),
            "last": lambda: self.go_to(len(self.walk) - 1),
        }
        self._asks = {
            "favourite": self.favourite_asked,
            "trash": self.trash_asked,
            "similar": self.similar_asked,
            "more": self.more_asked,
            "less": self.less_asked,
            "hide": self.hide_asked,
            "open": self.open_asked,
            "show": self.show_asked,
            "copy": self.copy_asked,
        }

    def serve(
        self,
        pictures: Pictures,
        thumbnails: ThumbnailMaker,
        at_once: Callable[[int], QPixmap | None] | None = None,
    ) -> None:
        """Where pictures come from; ``at_once`` gives a small one that is at hand, as the grid's tile."""
        self._pictures = pictures
        pictures.arrived.connect(self.take_picture)
        self.strip.film.serve(thumbnails)
        if at_once is not None:
            self._at_once = at_once

    # the list

    def show_list(self, ids: Ints, index: int) -> None:
        """Walk through these photos. A viewer that is closed begins at ``index``; in an open one the list
        changed, so its photo stays, or the nearest that is left takes its place; it closes when none is."""
        before = self.current_id()
        if self.isVisible() and before is not None:
            self.walk.replace(ids)
        else:
            self.walk.open(ids, index)
            before = None
        self._show_walk()
        if not len(self.walk):
            self.closed.emit()
        elif self.current_id() != before:
            self._arrive()
        else:
            self._wish()

    def current_id(self) -> int | None:
        """The photo shown."""
        return self.walk.photo()

    def go_to(self, index: int) -> None:
        """Show another photo of the list."""
        if self._asked_like is not None:  # whoever walks on no longer waits for similar ones
            self._asked_like = None
            self._show_walk()
        if self.walk.go(index):
            self.strip.film.mark(self.walk.index)
            self.tools.show_position(self.walk.index, len(self.walk))
            self._arrive()

    def _show_walk(self) -> None:
        self.strip.show_ids(self.walk.mode, self.walk.ids, self.walk.index)
        self.tools.show_position(self.walk.index, len(self.walk))

    def set_mode(self, mode: str) -> None:
        """Walk through the results, or through photos like the one shown."""
        photo = self.current_id()
        if mode == SIMILAR and photo is not None and self.walk.mode != SIMILAR:
            self._asked_like = photo
            self.strip.say(self.tr("Looking for similar photos…"))
            self.similar_wanted.emit(photo)
        elif mode == RESULTS:
            self._asked_like = None
            self.walk.back()
            self._show_walk()
            if self.current_id() != photo:
                self._arrive()

    def show_similar(self, ids: Ints, of: int | None = None) -> None:
        """Photos like the one shown, most alike first. ``of``: whose; a late answer changes nothing."""
        photo = self._asked_like
        if photo is None or of not in (None, photo):
            return
        self._asked_like = None
        others = ids[ids != photo]
        if not len(others):
            self.strip.say(self.tr("Nothing similar was found."))
            return
        self.walk.like(photo, others)
        self._show_walk()
        self._wish()

    # the photo

    def _arrive(self) -> None:
        """Another photo: show what is at hand, ask for the rest."""
        photo = self.current_id()
        if photo is None:
            return
        row = self._rows.get(photo)
        best = self._pictures.best(photo) if self._pictures is not None else None
        pyramid = best.pyramid if best is not None else None
        self.problem.hide()
        self.canvas.show_photo(
            QSize(row.width, row.height) if row is not None else None,
            self._at_once(photo) if pyramid is None else None,
            pyramid,
            self._turns.get(photo, 0),
        )
        self._show_facts(row)
        self.regions.show_photo(photo)
        self._wish()
        near = range(self.walk.index - 2, self.walk.index + 3)
        around = [photo, *(one for index in near if (one := self.walk.photo(index)) not in (None, photo))]
        self.rows_wanted.emit([one for one in around if one not in self._rows])
        self.current_changed.emit(photo)

    def _wish(self) -> None:
        """Tell the decoders: this one first, then the next, then the one before."""
        photo = self.current_id()
        if self._pictures is None or photo is None or not self.isVisible():
            return
        side = self._on_screenside()
        wanted = self.canvas.place.needed()
        # all pixels only once something fills the screen: a zoom during the first second waits for it
        whole = wanted > side and self.canvas.resolution * 2 >= min(side, wanted)
        index = self.walk.index
        ahead = [one for at in (index + 1, index - 1) if (one := self.walk.photo(at)) is not None]
        needs = [Need(photo, None if whole else side), *(Need(one, side) for one in ahead)]
        steps = (way * step for step in range(1, _GLANCES + 1) for way in (1, -1))
        glances = [one for step in steps if (one := self.walk.photo(index + step)) is not None]
        self._pictures.want(needs, [photo, *glances])

    def _on_screenside(self) -> int:
        """Long side that fills the canvas, in device pixels."""
        ratio = self.devicePixelRatioF()
        longest = max(self.canvas.width(), self.canvas.height()) * ratio
        return max(1024, math.ceil(longest / _SIDE_STEP) * _SIDE_STEP)

    def take_picture(self, loaded: Loaded) -> None:
        """A picture arrived; one of another photo only waits in the store."""
        if loaded.photo != self.current_id() or not self.isVisible():
            return
        if loaded.pyramid is None:
            if loaded.error is not None:
                self.show_problem(i18n.explain(loaded.error)[0])
            return
        self.canvas.sharpen(loaded.pyramid, whole=loaded.whole)
        if not loaded.glance:
            self.problem.hide()

    def show_row(self, row: PhotoInfo) -> None:
        """What is known of a photo, the one shown or one nearby."""
        self._rows[row.id] = row
        while len(self._rows) > _ROWS:
            self._rows.popitem(last=False)
        if row.id == self.current_id():
            self.canvas.show_size(QSize(row.width, row.height))
            self._show_facts(row)

    def _show_facts(self, row: PhotoInfo | None) -> None:
        self.tools.show_row(row)
        self.inspector.show_row(row)
        words = (facts.name_of(row), facts.short_day(row)) if row is not None else ()
        self.canvas.describe(", ".join(word for word in words if word))

    def show_problem(self, words: str) -> None:
        """One plain sentence about the photo shown; what is seen of it stays."""
        self.problem.say(words)
        self.canvas.describe(words)

    def show_tags(self, tags: Sequence[Tag], of: int | None = None) -> None:
        """Labels proposed for the photo shown. ``of``: whose; a late answer changes nothing."""
        if of in (None, self.current_id()):
            self.inspector.show_tags(tags)

    def show_copies(self, rows: Sequence[PhotoInfo], of: int | None = None) -> None:
        """Other files with its bytes. ``of``: whose; a late answer changes nothing."""
        if of in (None, self.current_id()):
            self.inspector.show_copies(rows)

    def take_thumbnails(self, made: list[Made]) -> None:
        """Results of the strip's maker, on the GUI thread."""
        self.strip.film.take_pictures(made)

    # what can be done

    def _do(self, name: str) -> None:
        photo = self.current_id()
        if name in self._own:
            self._own[name]()
        elif photo is not None:
            self._asks[name].emit(photo)
        if name == "favourite":  # the heart says what is, not what was asked
            self.tools.show_row(self._rows.get(photo) if photo is not None else None)

    def turn(self, quarters: int) -> None:
        """Turn the view of this photo; it stays so until the program ends."""
        photo = self.current_id()
        if photo is not None:
            self.canvas.turn(quarters)
            self._turns[photo] = self.canvas.place.turns

    def show_inspector(self, shown: bool) -> None:
        """The details at the right."""
        self.inspector.setVisible(shown)
        self.tools.info.setChecked(shown)

    def _scale_changed(self) -> None:
        self.tools.show_scale(self.canvas.scale_text(), fitted=self.canvas.place.fitted)

    def _escape(self) -> None:
        """End the innermost: what regions have, full screen, the walk through similar photos, the viewer."""
        if self.regions.escape():
            return
        if self.full:
            self.full_asked.emit()
        elif self.walk.mode == SIMILAR or self._asked_like is not None:
            self.set_mode(RESULTS)
        else:
            self.closed.emit()

    # full screen

    def set_full(self, full: bool) -> None:
        """The photo alone on the screen; the bar comes with the pointer."""
        self.on_screen.set_full(full)
        self.regions.keep_free(HIGH if full else 0)

    @property
    def full(self) -> bool:
        """Whether the photo is alone on the screen."""
        return self.on_screen.full

    # events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The canvas: its size, and the pointer on it in full screen."""
        if watched is self.canvas:
            if event.type() == QEvent.Type.Resize:
                QTimer.singleShot(0, self, self._wish)
                self.problem.settle()
            elif event.type() == QEvent.Type.MouseMove:
                self.on_screen.pointer_moved()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The bar spans the window."""
        super().resizeEvent(event)
        self.on_screen.place()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what is to be seen."""
        super().showEvent(event)
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self.strip.film.mark(self.walk.index)
        self._wish()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the photo."""
        self.tools.menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The viewer's keys, whichever of its parts has the focus."""
        name = meaning(Key(event.key()), event.modifiers())
        if name is not None:
            self._do(name)
        elif self.canvas.takes(event):
            pass
        elif event.key() in (Key.Key_Left, Key.Key_Right):
            self._arrow(Key(event.key()))
        else:
            event.ignore()

    def _arrow(self, key: Key) -> None:
        """Arrows move a zoomed photo, else they walk."""
        forward = Key.Key_Right if self.isLeftToRight() else Key.Key_Left
        if not self.canvas.shift(key):
            self.go_to(self.walk.index + (1 if key == forward else -1))
