"""Questions and tickets: the newest question is answered, a late answer never replaces a newer one."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Signal
from PySide6.QtGui import QImage

from app.grid.walls import Frame, Wall, wall_of
from app.query_bar.chips import Picture
from app.query_bar.question import Question, named
from app.workers import Bridge
from core.errors import RecollectError
from core.jobs import Job, Turn
from core.query.parse import parse
from core.query.render import join

if TYPE_CHECKING:
    from core.library import Arrangement, Hits, Library


@dataclass(frozen=True)
class Answer:
    """What is shown for a question. ``again``: it was asked before, and the library has changed.

    ``query``: the question in the query language. ``days``, ``bands``: of its matches, for the histogram
    (all photos when nothing was asked). ``named``, ``strong``, ``possible``: how many match, by
    their words or their looks. ``photos``: all the answer is about, those stacked behind others too.
    ``looked``: where a part of a photo was asked for, how many photos were looked into; -1: none was.
    ``by_parts``: the answer is about parts of photos, not about whole ones.
    """

    question: Question
    wall: Wall
    again: bool
    query: str
    days: NDArray[np.int32]
    bands: NDArray[np.uint8]
    strong: int
    possible: int
    named: int
    photos: int
    ranked: bool
    clear: bool
    looked: int = -1
    by_parts: bool = False


@dataclass(frozen=True)
class Wanted:
    """How an answer is to be shown: its order, what the grid has room for, and photos left out of it."""

    arrangement: Arrangement
    frame: Frame
    without: tuple[int, ...] = ()


class Asker(QObject):
    """Asks the library on the interactive lane, one ticket per question."""

    answered = Signal(object)
    mistaken = Signal(object)
    busy = Signal(bool)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._library: Library | None = None
        self._ticket = 0
        self._job: Job | None = None
        self._wanted: Callable[[], Wanted] | None = None
        self._shown: Question | None = None
        self._mistaken: Question | None = None
        self.question = Question()

    @property
    def waiting(self) -> bool:
        """True while an answer is on its way."""
        return self._job is not None

    def serve(self, library: Library, wanted: Callable[[], Wanted]) -> None:
        """From now on this library answers, and answers are arranged and laid out as ``wanted`` says."""
        self._library = library
        self._wanted = wanted

    def ask(self, question: Question, *, again: bool = False) -> None:
        """Ask; an older question that still waits is dropped.

        ``again``: what is shown is to be shown anew. It counts only when this question's answer is shown.
        """
        self.question = question
        again = again and self._shown is not None and self._shown.asks_like(question)
        if self._library is None or self._wanted is None:
            return
        self._ticket += 1
        ticket = self._ticket
        if self._job is not None:
            self._job.cancel()
        library, wanted = self._library, self._wanted()
        self._job = self._bridge.submit(
            library.lanes.interactive,
            "question",
            lambda context: answer(library, question, context.turn, wanted),
            done=lambda found: self._answer(ticket, replace(found, again=again)),
            failed=lambda error: self._mistake(ticket, error, question),
            stopped=lambda: self._stopped(ticket),
        )
        self.busy.emit(True)

    def close(self) -> None:
        """Ask no more."""
        if self._job is not None:
            self._job.cancel()

    def _answer(self, ticket: int, found: Answer) -> None:
        if self._end(ticket):
            self._shown, self._mistaken = found.question, None
            self.answered.emit(found)

    def _mistake(self, ticket: int, error: RecollectError, question: Question) -> None:
        if not self._end(ticket):
            return
        # A question asked again because photos came in was already said to be mistaken.
        said = question == self._mistaken and error.code.startswith(("query.", "photo."))
        self._mistaken = question
        if not said:
            self.mistaken.emit(error)

    def _stopped(self, ticket: int) -> None:
        self._end(ticket)

    def _end(self, ticket: int) -> bool:
        if ticket != self._ticket:
            return False
        self._job = None
        self.busy.emit(False)
        return True


def answer(library: Library, question: Question, turn: Turn, wanted: Wanted) -> Answer:
    """Answer a question and lay the answer out; blocks, for a lane, so that the window never computes it.

    Raises RecollectError for mistakes in the question.
    """
    query = query_of(library, question)
    try:
        hits = find(library, question, query, turn, wanted.arrangement)
    except RecollectError as error:
        raise in_line(error, question, query) from None
    if wanted.without:
        hits = _left_of(hits, wanted.without)
    days, bands = _spread(hits)
    undated = question.undated()
    if undated != question:
        # The histogram shows more than the span chosen: what would match at any time.
        days, bands = _spread(find(library, undated, query_of(library, undated), turn, wanted.arrangement))
    return Answer(
        question=question,
        wall=wall_of(hits, wanted.frame),
        again=False,
        query=query,
        days=days,
        bands=bands,
        strong=int(np.count_nonzero(hits.bands == 0)) - hits.named,
        named=hits.named,
        photos=hits.photos_searched - len(wanted.without),
        possible=int(np.count_nonzero(hits.bands == 1)),
        ranked=hits.ranked,
        clear=hits.clear,
        looked=hits.looked if question.asks_for_parts else -1,
        by_parts=hits.by_regions,
    )


def _left_of(hits: Hits, without: tuple[int, ...]) -> Hits:
    kept = np.flatnonzero(~np.isin(hits.photo_ids, without))
    return replace(hits.taken(kept), named=int(np.searchsorted(kept, hits.named)))


def in_line(error: RecollectError, question: Question, query: str) -> RecollectError:
    """A mistake in the whole query, with its place in the text of the line; 0 when a chip is mistaken."""
    position = error.facts.get("position")
    if not isinstance(position, int) or query == question.text:
        return error
    first, end = 0, 0
    try:
        piece = next((at for at, one in enumerate(parse(query).typed) if one.end >= position), -1)
        typed = parse(question.text, typing=True).typed[max(piece - len(question.tokens), 0) :]
        if piece >= len(question.tokens) and typed:
            first, end = typed[0].start + 1, typed[0].end + 1
    except RecollectError:
        pass  # too long to be read at all: no one place is wrong
    return RecollectError(error.code, **{**error.facts, "position": first, "end": end})


def _spread(hits: Hits) -> tuple[NDArray[np.int32], NDArray[np.uint8]]:
    """Days and bands of what matches, for the histogram; of a mere list all."""
    matching = hits.bands < 2 if hits.ranked else np.ones(len(hits.bands), np.bool_)
    return hits.days[matching], hits.bands[matching]


def find(library: Library, question: Question, query: str, turn: Turn, arrangement: Arrangement) -> Hits:
    """The hits for a question whose text in the query language is ``query``."""
    if question.empty:
        return library.all_photos(arrangement)
    alone = question.alone
    if alone is not None and alone.photo is not None:
        return library.similar(alone.photo, turn, arrangement)
    if not query:
        # A filter whose value is still being typed.
        return library.all_photos(arrangement)
    return library.search(query, turn, arrangement)


def query_of(library: Library, question: Question) -> str:
    """The whole question in the query language; pictures without a file get one. For a lane."""
    pieces = []
    for piece, picture in question.pieces():
        pieces.append(piece if picture is None else named(piece, path_of(library, picture)))
    return join(pieces)


def path_of(library: Library, picture: Picture) -> str:
    """A path under which the library can read this picture, also when it is asked again later."""
    if picture.path is not None:
        return os.fsdecode(picture.path)
    if picture.photo is not None:
        return os.fsdecode(library.photo_path(picture.photo))
    return str(library.loose.keep(_data(picture), _suffix(picture)))


def _suffix(picture: Picture) -> str:
    suffix = os.path.splitext(picture.name)[1].lower()
    return suffix if picture.data is not None and suffix.isascii() and len(suffix) <= 5 else ".png"


def _data(picture: Picture) -> bytes:
    if picture.data is not None:
        return picture.data
    return png(picture.image) if picture.image is not None else b""


def png(image: QImage) -> bytes:
    """A picture from the clipboard or a browser as a file's bytes; any thread."""
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(store.data())
