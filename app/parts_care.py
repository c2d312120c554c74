"""What the window knows of the parts of photos: outlines in the grid, pictures of chips, looking inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QSettings

from app.asking import Answer
from app.grid.thumbnails import Wish, fitted
from app.grid.view import GridView
from app.library_link import LibraryLink
from app.notices import Notices
from app.query_bar.bar import QueryBar
from app.query_bar.faces import SIDE, Face
from app.results_bar import ResultsBar
from core.jobs import VIEWER, Token, Turn

if TYPE_CHECKING:
    from collections.abc import Callable

    from core.errors import RecollectError
    from core.library import Library, RegionOfHit

_KEY = "results/outlines"
# Sharp on a screen of any density; it is made smaller when its chip is painted.
_FACE = Wish(0, 3 * SIDE, 3 * SIDE, 1.0)


class PartsCare(QObject):
    """Asks the library for parts of photos, aside of everything else, and tells widgets."""

    def __init__(
        self,
        window: QObject,
        link: LibraryLink,
        bar: QueryBar,
        grid: GridView,
        results_bar: ResultsBar,
        notices: Notices,
        store: QSettings,
        language: str = "en",
    ) -> None:
        super().__init__(window)
        self._link = link
        self._bar = bar
        self._grid = grid
        self._row = results_bar
        self._notices = notices
        self._store = store
        self._language = language
        self._answer: Answer | None = None
        self._offer = ""  # the last sentence that offered to look inside
        self._token = Token()
        grid.set_outlined(store.value(_KEY, "true") == "true")
        results_bar.outlines_toggled.connect(self.set_outlined)
        bar.faces.wanted.connect(self._fetch_face)
        link.setting_stored.connect(self.setting_changed)
        link.region_model_changed.connect(self._forget_names)

    def serve(self) -> None:
        """Another library is open: names and numbers are its own."""
        self._grid.parts.serve(self._fetch_parts)
        self._bar.faces.forget()

    def close(self) -> None:
        """Nothing more is wanted: what is being encoded ends at its next step."""
        self._token.cancel()

    def shown(self, answer: Answer) -> None:
        """An answer is on screen: say how parts were found, and offer what makes them found at all."""
        self._answer = answer
        self._grid.parts.words = " ".join(part.value for part in answer.question.words() if part.sign > 0)
        self._show()
        if answer.again or answer.looked < 0 or answer.by_parts:
            return
        library = self._link.library
        if library is None or library.read_only or library.settings.get("regions.look_inside"):
            return
        # The parts in the index: what single clicks have seen is no answer for a library either.
        self._offer = self.tr("Too few photos were looked into yet, so whole photos were compared.")
        self._notices.say(
            self._offer,
            action=self.tr("Look inside photos"),
            do=self.look_inside,
        )

    def look_inside(self) -> None:
        """Switch it on; what is shown is asked for again when it has ended."""
        self._link.set_setting("regions.look_inside", True)

    def setting_changed(self, key: str) -> None:
        """Names may be others now, or parts found at all."""
        if key == "regions.look_inside" and self._offer and self._notices.text == self._offer:
            self._notices.hide()  # what it offers is being done
        if key == "regions.vocabulary":
            self._forget_names()

    def _forget_names(self) -> None:
        """Names are others now, and outlines too where it is the model that changed."""
        self._grid.parts.forget()
        self._bar.faces.forget()
        self._grid.set_outlined(self._grid.outlined)

    def toggle_outlines(self) -> None:
        """Outline parts, or no longer."""
        self.set_outlined(not self._grid.outlined)

    def set_outlined(self, outlined: bool) -> None:
        """Outline the parts that photos were found by, or not; remembered."""
        self._grid.set_outlined(outlined)
        self._store.setValue(_KEY, "true" if outlined else "false")
        self._show()

    def _show(self) -> None:
        answer = self._answer
        if answer is not None:
            self._row.show_parts(answer.wall.has_parts, self._grid.outlined, self._how(answer))

    def _how(self, answer: Answer) -> str:
        """How an answer about parts came about; nothing for one about whole photos."""
        if answer.looked < 0:
            return ""
        if not answer.by_parts:
            return self.tr("by whole photos")
        if answer.looked < answer.photos:
            looked = QLocale().toString(answer.looked)
            return self.tr("by parts of {count} photos").format(count=looked)
        return self.tr("by parts")

    def _fetch_parts(
        self, photos: list[int], places: list[int], then: Callable[[dict[int, RegionOfHit]], None]
    ) -> None:
        language, turn = self._language, Turn(VIEWER, self._token)
        self._link.aside(
            "parts",
            lambda library: library.regions.hits(photos, places, language=language, turn=turn),
            then,
        )

    def _fetch_face(self, value: str) -> None:
        language, turn = self._language, Turn(VIEWER, self._token)

        def fetch(library: Library) -> Face:
            data, name = library.regions.files.face(value, turn, language)
            return Face(fitted(data, _FACE) if data else None, name)

        def failed(_: RecollectError) -> None:
            """The answer itself says what is wrong with the photo; its chip stays as it is."""
            self._bar.faces.put(value, Face(None, ""))

        self._link.aside("face", fetch, lambda face: self._bar.faces.put(value, face), failed)
