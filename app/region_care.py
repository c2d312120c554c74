"""What regions in the viewer ask of the library: one thing at a time, only for the photo that is shown."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app import i18n
from app.library_link import LibraryLink
from app.panels.vocabulary import OwnWords
from app.query_bar.question import Question
from app.theme import Theme
from app.viewer.region_shapes import Box, Shapes, refined
from app.viewer.regions import OFF, PARTS
from app.viewer.viewer import Viewer
from app.viewer.walk import RESULTS
from app.workers import Bridge
from core.errors import RecollectError
from core.jobs import Context, Job
from core.query.tree import quote

if TYPE_CHECKING:
    from core.library import Library
    from core.library.region_values import PhotoRegions, RegionInfo, RegionModelInfo, VocabularyInfo, Why

_OWN, _EVERYDAY = "own", "everyday"
_ENOUGH = 0.1  # of the photos must be looked into for parts to be searched at all
# Which button helps with a difficulty.
_HELP = {
    "labels.empty_vocabulary": "words",
    "labels.bad_vocabulary": "words",
    "model.segmenter_missing": "model",
    "model.not_a_segmenter": "model",
    "model.damaged": "model",
}

Work = Callable[[Context], Any]
Take = Callable[[Any], None]
Fail = Callable[[RecollectError], None]


class RegionCare(QObject):
    """``found``: a query in place of the question; ``added``: a piece of a query beside it.

    ``question`` gives the question that stands in the bar, None while a list of its own is looked at.
    """

    found = Signal(str)
    added = Signal(str)
    models_asked = Signal()

    def __init__(
        self, viewer: Viewer, theme: Theme, bridge: Bridge, link: LibraryLink, language: str = "en"
    ) -> None:
        super().__init__(viewer)
        self._viewer = viewer
        self._view = viewer.regions
        self._theme = theme
        self._bridge = bridge
        self._link = link
        self._language = language
        self._vocabulary = ""  # as the settings say
        self._state: RegionModelInfo | None = None
        self._own_terms: int | None = None  # words on the person's own list; None until that is known
        self._kept = OFF
        self._measuring: Job | None = None
        self._waiting: deque[tuple[str, Work, Take, Fail]] = deque()
        self._job: Job | None = None
        self._turn = 0  # jobs begun before belong to what was looked at before
        self.question: Callable[[], Question | None] = lambda: None
        self.editor: OwnWords | None = None
        self._connect()

    def _connect(self) -> None:
        view = self._view
        self._viewer.current_changed.connect(self._arrived)
        view.mode_changed.connect(self._mode_changed)
        view.wanted.connect(self._look)
        view.finer_wanted.connect(self._look_closer)
        view.box_wanted.connect(self._name_box)
        view.why_wanted.connect(self._ask_why)
        view.find_asked.connect(self._find)
        view.name_asked.connect(self._find_name)
        view.vocabulary_chosen.connect(self._choose_vocabulary)
        view.help_asked.connect(self._help)
        self._link.region_model_changed.connect(self._look_anew)

    # what is looked at

    def _arrived(self, _photo: int) -> None:
        found_by = words_of(self.question()) if self._viewer.walk.mode == RESULTS else ""
        self._viewer.tools.offer_why(bool(found_by))
        self._view.show_question(found_by)

    def _mode_changed(self, mode: str) -> None:
        self._drop()
        if mode == PARTS:
            question = self.question()
            self._view.show_asked(question is not None and not question.empty)
            self._refresh()

    def attend(self, looked_at: bool) -> None:
        """The viewer is looked at, or no longer. Who looked at parts goes on with the next photo opened."""
        if looked_at:
            self._view.turn_to(self._kept)
        else:
            self._kept = PARTS if self._view.mode == PARTS else OFF
            self._view.turn_to(OFF)

    def close(self) -> None:
        """Ask no more: the library closes."""
        self._drop()

    def setting_changed(self, key: str) -> None:
        """A setting was changed elsewhere."""
        if key == "regions.vocabulary":
            self._vocabulary = ""  # as the settings say now, also when parts are next looked at
            self._look_anew()

    def _look_anew(self) -> None:
        """Names or outlines are others now."""
        if self._view.mode == PARTS:
            self._refresh()
            self._view.again()

    def _refresh(self) -> None:
        """The lists of words, and how many photos were looked into."""
        language = self._language

        def ask(library: Library) -> tuple[list[VocabularyInfo], str, RegionModelInfo]:
            regions = library.regions
            present = library.settings.text("regions.vocabulary")
            return regions.vocabularies(language), present, regions.state()

        def show(answer: tuple[list[VocabularyInfo], str, RegionModelInfo]) -> None:
            known, present, self._state = answer
            self._own_terms = next((one.terms for one in known if one.name == _OWN), None)
            self._vocabulary = self._vocabulary or present
            self._view.show_vocabularies(known, self._vocabulary)
            self._view.show_state(self._state)

        self._link.act("vocabularies", ask, show)

    # one thing at a time

    def _drop(self) -> None:
        """Nothing that was asked is wanted any more."""
        self._turn += 1
        self._waiting.clear()
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def _ask(self, name: str, work: Work, take: Take, fail: Fail) -> None:
        self._waiting.append((name, work, take, fail))
        self._go_on()

    def _go_on(self) -> None:
        library = self._link.library
        if self._job is not None or not self._waiting or library is None:
            return
        name, work, take, fail = self._waiting.popleft()
        turn = self._turn

        def ended(then: Callable[[Any], None] | None, value: Any = None) -> None:
            if turn == self._turn:
                self._job = None
                if then is not None:
                    then(value)
                self._go_on()

        self._job = self._bridge.submit(
            library.lanes.viewer,
            name,
            work,
            done=lambda value: ended(take, value),
            failed=lambda error: ended(fail, error),
            stopped=lambda: ended(lambda _: self._view.give_up()),
        )

    def _look(self, photo: int) -> None:
        library = self._link.library
        if library is None:
            return
        self._drop()
        vocabulary, language, aspect = self._vocabulary, self._language, self._view.aspect

        def look(context: Context) -> tuple[PhotoRegions, Shapes]:
            found = library.regions.of(photo, context.turn, vocabulary=vocabulary, language=language)
            return found, Shapes(found, aspect).prepare()

        def show(answer: tuple[PhotoRegions, Shapes]) -> None:
            self._view.show_regions(*answer)
            self._measure()

        self._ask("regions", look, show, lambda error: self._failed(photo, error))

    def _measure(self) -> None:
        """Nobody waits for the network now: let it be found out how it runs best here, if it is loaded."""
        if self._measuring is None or self._measuring.ended:
            self._measuring = self._link.long(
                "measure", lambda library, _: library.regions.measure(), lambda _: None
            )

    def _failed(self, photo: int, error: RecollectError) -> None:
        self._view.show_failed(photo, i18n.explain(error)[0], _HELP.get(error.code, ""))

    def _look_closer(self, photo: int) -> None:
        library, coarse = self._link.library, self._view.choice.found
        if library is None or coarse is None:
            return
        vocabulary, language, aspect = self._vocabulary, self._language, self._view.aspect

        def look(context: Context) -> tuple[PhotoRegions, Shapes]:
            finer = library.regions.finer(photo, context.turn, vocabulary=vocabulary, language=language)
            found = refined(coarse, finer)
            return found, Shapes(found, aspect).prepare()

        def show(answer: tuple[PhotoRegions, Shapes]) -> None:
            self._view.show_finer(*answer)
            self._measure()

        # When it fails the outlines that are there stay: they say the same, only coarser.
        self._ask("finer", look, show, lambda _error: None)

    def _name_box(self, photo: int, box: Box) -> None:
        library, name = self._link.library, f"box {box}"
        if library is None or any(asked == name for asked, *_ in self._waiting):
            return
        vocabulary, language = self._vocabulary, self._language

        def look(context: Context) -> RegionInfo:
            return library.regions.box(photo, box, context.turn, vocabulary=vocabulary, language=language)

        self._ask(
            name,
            look,
            lambda info: self._view.show_box(photo, box, info),
            lambda error: self._view.show_box(photo, box, None, i18n.explain(error)[0]),
        )

    def _ask_why(self, photo: int) -> None:
        library, words = self._link.library, self._view.question
        if library is None:
            return
        self._drop()

        def look(context: Context) -> Why:
            return library.regions.why(photo, words, context.turn)

        self._ask("why", look, self._view.show_why, lambda error: self._failed(photo, error))

    # finding

    def _find(self, photo: int, regions: Sequence[RegionInfo], beside: bool) -> None:
        signal = self.added if beside else self.found
        self._link.act("region query", lambda library: library.regions.asked(photo, regions), signal.emit)

    def _find_name(self, name: str) -> None:
        state = self._state
        looked = state is not None and state.looked >= _ENOUGH * max(state.photos, 1)
        self.found.emit(f"part:{quote(name)}" if looked else quote(name))

    # words

    def _choose_vocabulary(self, name: str) -> None:
        if name == _OWN and self._own_terms == 0:
            self._refresh()  # the list in use stays until there are words on the other
            self._help("words")
            return
        self._vocabulary = name
        self._link.set_setting("regions.vocabulary", name)
        self._refresh()
        self._view.again()

    def _help(self, what: str) -> None:
        if what == "model":
            self.models_asked.emit()
        elif what == "words":
            self._link.act("own words", lambda library: library.regions.own_text(), self._edit)

    def _edit(self, text: str) -> None:
        if self.editor is not None:
            return
        languages = self._state.languages if self._state is not None else ()
        editor = self.editor = OwnWords(self._theme, text, languages, self._viewer)
        editor.keep_asked.connect(self._keep)
        editor.finished.connect(self._edited)
        editor.open()

    def _edited(self, _result: int) -> None:
        self.editor = None

    def _keep(self, text: str) -> None:
        editor = self.editor  # it may be closed, or write something else, before the answer comes
        words = editor.words if editor is not None else 0

        def keep(library: Library) -> RecollectError | None:
            try:
                library.regions.set_own_text(text)
            except RecollectError as error:
                return error
            return None

        def done(error: RecollectError | None) -> None:
            standing = editor if editor is self.editor else None
            if error is None:
                if standing is not None:
                    standing.kept()
                self._kept_words(words)
            elif standing is not None:
                line = error.facts.get("line")
                standing.show_mistake(i18n.said(error), line if isinstance(line, int) else None)
            else:
                self._link.difficulty.emit(error)

        self._link.act("own words", keep, done)

    def _kept_words(self, number: int) -> None:
        """The list has so many words now; without any, the list in use is another."""
        self._own_terms = number
        if number:
            self._choose_vocabulary(_OWN)
        elif self._vocabulary == _OWN:
            self._choose_vocabulary(_EVERYDAY)
        else:
            self._refresh()


def words_of(question: Question | None) -> str:
    """The words that photos were found by; none where something else was asked, or a mistake stands."""
    if question is None:
        return ""
    try:
        return " ".join(part.value for part in question.words() if part.sign > 0)
    except RecollectError:
        return ""
