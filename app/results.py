"""From a question to what is on screen: order, bands, histogram, filters, and the way back."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal

from app.asking import Answer, Asker, Wanted
from app.grid import places
from app.grid.histogram import Histogram
from app.grid.view import GridView
from app.library_link import LibraryLink
from app.panels.filters import FiltersDrawer
from app.panels.themes import ThemesStrip
from app.query_bar.bar import QueryBar
from app.query_bar.chips import Token
from app.query_bar.question import Question
from app.results_bar import ResultsBar
from core.query.parse import parse
from core.query.render import same
from core.query.tree import AllOf, AnyOf, Days, Fact, Not, Part

if TYPE_CHECKING:
    from core.library import Facets, Library
    from core.query.tree import Piece

_EPOCH = date(1970, 1, 1)
_FIRST_DAY, _LAST_DAY = (date.min - _EPOCH).days, (date.max - _EPOCH).days
# Questions that stood for less than this are steps of typing, not places to go back to.
STOOD = 1.5
_TRAIL = 50


@dataclass(frozen=True)
class Step:
    """A question that was shown, with the place and the photos chosen in its answer."""

    question: Question
    top: int
    current: int | None
    chosen: tuple[int, ...]
    rest: bool = False


class Results(QObject):
    """Asks, and shows the answer. Everything belongs to the GUI thread."""

    shown = Signal(object)  # Answer

    def __init__(
        self,
        parent: QObject,
        asker: Asker,
        link: LibraryLink,
        bar: QueryBar,
        grid: GridView,
        results_bar: ResultsBar,
        histogram: Histogram,
        filters: FiltersDrawer,
        themes: ThemesStrip,
        store: QSettings,
    ) -> None:
        super().__init__(parent)
        self.asker = asker
        self._link = link
        self._bar = bar
        self._grid = grid
        self._row = results_bar
        self._histogram = histogram
        self._filters = filters
        self._themes = themes
        self._store = store
        self.answer: Answer | None = None
        self._asked_at = 0.0
        self._stood_since = 0.0
        self._rest_open = False
        self._sort = "relevance"
        self._strictness = 0.5
        self._stacks = True
        self._encoder = ""
        self._back: list[Step] = []
        self._forward: list[Step] = []
        self._going: Step | None = None
        self._facets_of = ""
        self._library: Library | None = None
        self.without: tuple[int, ...] = ()  # photos that are shown no more, on their way to the trash
        self._connect()
        self._restore()

    def _connect(self) -> None:
        self.asker.answered.connect(self._answered)
        self._grid.rest_asked.connect(self.open_rest)
        row = self._row
        row.sort_chosen.connect(self.set_sort)
        row.strictness_chosen.connect(self._set_strictness)
        row.square_chosen.connect(self._set_square)
        row.timeline_toggled.connect(self._set_timeline)
        row.filters_toggled.connect(self.set_filters)
        self._histogram.brushed.connect(self._brushed)
        self._filters.brushed.connect(self._brushed)
        self._filters.toggled.connect(self._filter)
        self._filters.cleared.connect(self._clear_filters)
        self._filters.close_asked.connect(lambda: self.set_filters(False))
        self._themes.asked.connect(self._bar.show_query)

    def _restore(self) -> None:
        self._timeline = self._store.value("results/timeline", "true") == "true"
        filters = self._store.value("results/filters", "false") == "true"
        self._filters.setVisible(filters)
        self._row.show_open(filters=filters, timeline=self._timeline)
        self._histogram.hide()
        self._themes.hide()

    def serve(self, library: Library) -> None:
        """Ask this library from now on."""
        self._library = library
        settings = library.settings
        self._sort = settings.text("results.sort")
        self._stacks = bool(settings.get("results.stacks"))
        self._strictness = settings.number("search.strictness")
        self._row.show_sort(self._sort)
        self._row.show_strictness(self._strictness)
        square = settings.text("grid.shape") == "square"
        self._grid.set_square(square)
        self._row.show_square(square)
        self.asker.serve(library, self._wanted)

    def use_encoder(self, encoder: str) -> None:
        """How strict a person wants the bands is remembered for each model."""
        if encoder != self._encoder:
            self._encoder = encoder
            kept = self._store.value(f"strictness/{encoder}")
            if kept is not None and float(kept) != self._strictness:
                self._strictness = float(kept)
                self._row.show_strictness(self._strictness)
                self.ask_again()

    def _wanted(self) -> Wanted:
        from core.library.values import Arrangement

        arrangement = Arrangement(self._sort, self._stacks, self._strictness)
        return Wanted(arrangement, self._grid.frame(self._sort, rest=self._rest_open), self.without)

    # asking

    def ask(self, question: Question) -> None:
        """A new question; the old one can be gone back to."""
        now = time.monotonic()
        answer, going = self.answer, self._going
        if answer is not None and answer.question.asks_like(question):
            # words became chips, or the other way round: the same answer at the same place
            self._asked_at = now
            self.asker.ask(question, again=True)
            return
        if going is None and answer is not None and now - self._stood_since >= STOOD:
            self._keep_step(self._back)
            self._forward.clear()
        self._stood_since = now
        self._rest_open = going is not None and going.rest
        self._asked_at = now
        self.asker.ask(question)

    def ask_again(self, *, refresh: bool = True) -> None:
        """The same question: the library has changed, or it is to be shown otherwise."""
        self._asked_at = time.monotonic()
        self.asker.ask(self.asker.question, again=refresh)

    @property
    def stacks(self) -> bool:
        """True while copies, and RAW with JPEG, are shown as one."""
        return self._stacks

    @property
    def waited(self) -> float:
        """Seconds since the last question was asked."""
        return time.monotonic() - self._asked_at

    def _answered(self, answer: Answer) -> None:
        self.answer = answer
        self._grid.show_wall(answer.wall, keep=answer.again)
        going, self._going = self._going, None
        if going is not None and going.question == answer.question:
            places.restore(self._grid, going.top, going.current, going.chosen)
        self._row.show_counts(
            answer.strong,
            answer.possible,
            answer.photos,
            ranked=answer.ranked,
            clear=answer.clear,
            named=answer.named,
        )
        self._histogram.show_counts(answer.days, answer.bands if answer.ranked else None, self._span())
        self._show_strips()
        self._refresh_facets(answer)
        self.shown.emit(answer)

    def _show_strips(self) -> None:
        """Either what the library is rich in, or when its matches were taken."""
        asked = not self.asker.question.empty
        self._themes.setVisible(not asked and bool(self._themes.pills))
        useful = self._histogram.tells_something or self._span() is not None
        self._histogram.setVisible(asked and self._timeline and useful)

    def show_themes(self, themes: list[tuple[str, int, str]]) -> None:
        """What the library is rich in: (label, photos, query)."""
        self._themes.show_themes(themes)
        self._show_strips()

    # how it is shown

    def set_sort(self, sort: str) -> None:
        """Another order; the bands stay cut as they are."""
        self._sort = sort
        self._row.show_sort(sort)
        self._link.set_setting("results.sort", sort)
        self.ask_again()

    def _set_strictness(self, value: float) -> None:
        self._strictness = value
        if self._encoder:
            self._store.setValue(f"strictness/{self._encoder}", value)
        self._link.set_setting("search.strictness", value)
        self.ask_again()

    def setting_changed(self, key: str, value: object) -> None:
        """A setting was changed elsewhere."""
        if key == "results.stacks":
            self._stacks = bool(value)
        elif key == "results.sort":
            self._sort = str(value)
            self._row.show_sort(self._sort)
        elif key == "search.strictness" and isinstance(value, float):
            self._strictness = value
            self._row.show_strictness(value)
        elif key == "grid.shape":
            self._grid.set_square(value == "square")
            self._row.show_square(value == "square")
            return
        elif key != "regions.in_search":  # words may match parts of photos now, or no more
            return
        self.ask_again()

    def _set_square(self, square: bool) -> None:
        self._grid.set_square(square)
        self._link.set_setting("grid.shape", "square" if square else "justified")

    def toggle_timeline(self) -> None:
        """Show the matches over the years, or not."""
        self._row.timeline.toggle()

    def _set_timeline(self, shown: bool) -> None:
        self._timeline = shown
        self._store.setValue("results/timeline", "true" if shown else "false")
        self._show_strips()

    def toggle_filters(self) -> None:
        """Show what the answer can be narrowed by, or not."""
        self.set_filters(not self._filters.isVisible())

    def set_filters(self, shown: bool) -> None:
        """Open or close the filters."""
        self._filters.setVisible(shown)
        self._row.show_open(filters=shown)
        self._store.setValue("results/filters", "true" if shown else "false")
        if shown and self.answer is not None:
            self._facets_of = ""
            self._refresh_facets(self.answer)

    def open_rest(self) -> None:
        """Show the rest too, below what matches."""
        self._rest_open = True
        self.ask_again()

    # filters

    def _refresh_facets(self, answer: Answer) -> None:
        library = self._library
        if library is None or self._filters.isHidden():
            return
        query = answer.query
        self._facets_of = query

        def take(facets: Facets) -> None:
            if self._facets_of == query:
                # Its counts look at all matches; how many are left is what the answer shows.
                left = answer.named + answer.strong + answer.possible if answer.ranked else answer.photos
                self._filters.show_facets(replace(facets, photos=left), self._span())

        self._link.ask("facets", lambda: library.facets(query), take, order=2)

    def _brushed(self, first: int | None, end: int | None) -> None:
        """A span of days was chosen: one chip, in the place of the one before."""
        if not self._bar.commit():
            return
        before = self._bar.question().tokens
        dated = [at for at, token in enumerate(before) if token.days is not None]
        if first is None and end is None:
            self._bar.remove([before[at] for at in dated])
            return
        tokens = [token for token in before if token.days is None]
        chip = Token(Fact("taken", "=", Days(_day(first), _day(end))))
        tokens.insert(dated[0] if dated else len(tokens), chip)
        self._bar.show_question(Question("", tuple(tokens)))

    def _span(self) -> tuple[int | None, int | None] | None:
        """The days that are chosen, for the histogram; a side without end is None."""
        for token in self.asker.question.tokens:
            if token.days is not None:
                return _number(token.days.first), _number(token.days.end)
        return None

    def _filter(self, fact_text: str, on: bool) -> None:
        if not self._bar.commit():
            return
        piece = parse(fact_text).typed[0]
        tokens = self._bar.question().tokens
        if on:
            self._bar.add([Token(piece)])
        else:
            self._bar.remove(
                [token for token in tokens if token.picture is None and same(token.piece, piece)]
            )

    def _clear_filters(self, field: str) -> None:
        if self._bar.commit():
            tokens = self._bar.question().tokens
            self._bar.remove(
                [
                    token
                    for token in tokens
                    if not isinstance(token.piece, Part) and (not field or _fields(token.piece) == {field})
                ]
            )

    # the way back

    def forget_library(self) -> None:
        """No way leads back: a step names photos by numbers that may be others' now."""
        self._back.clear()
        self._forward.clear()
        self._going = self.answer = None

    @property
    def can_go_back(self) -> bool:
        """True when there is an earlier question."""
        return bool(self._back)

    def back(self) -> None:
        """To the question before, at the same place with the same photos chosen."""
        self._go(self._back, self._forward)

    def forward(self) -> None:
        """The other way."""
        self._go(self._forward, self._back)

    def _go(self, from_: list[Step], to: list[Step]) -> None:
        while from_ and from_[-1].question.asks_like(self.asker.question):
            from_.pop()
        if from_:
            self._keep_step(to)
            self._going = from_.pop()
            self._bar.show_question(self._going.question)

    def _keep_step(self, trail: list[Step]) -> None:
        if self.answer is None:
            return
        grid = self._grid
        chosen = tuple(grid.chosen_ids()) if grid.selection.number <= 5000 else ()
        trail.append(Step(self.answer.question, grid.top(), grid.current_id(), chosen, self._rest_open))
        del trail[:-_TRAIL]


def _number(day: date | None) -> int | None:
    return None if day is None else (day - _EPOCH).days


def _day(number: int | None) -> date | None:
    if number is None:
        return None
    return _EPOCH + timedelta(days=min(max(number, _FIRST_DAY), _LAST_DAY))  # the years a date can have


def _fields(piece: Piece) -> set[str]:
    match piece:
        case Fact():
            return {piece.field}
        case Not():
            return _fields(piece.item)
        case AllOf() | AnyOf():
            return set().union(*(_fields(item) for item in piece.items))
        case _:
            return set()
