"""Labels the encoder proposes for photos, and the themes this library is rich in."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.catalogue import photos, values
from core.errors import RecollectError
from core.jobs import Turn
from core.labels import tags, themes, vocabularies
from core.labels.tags import Yardstick
from core.labels.vocabularies import Term
from core.library.finding import Finding
from core.library.models import Models
from core.library.shared import Shared
from core.library.values import Tag, Theme
from core.query.parse import render
from core.query.tree import TEXT, Part
from core.search import bands

log = logging.getLogger(__name__)

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

VOCABULARY = "vocabulary.txt"
_STORED = "themes"
_CHUNK = 4096


class Labelling:
    """Blocking; ``strong(query, turn)`` counts the Strong hits of a typed query."""

    def __init__(
        self, shared: Shared, models: Models, finding: Finding, strong: Callable[[str, Turn], int]
    ) -> None:
        self._shared = shared
        self._models = models
        self._finding = finding
        self._strong = strong
        self._lock = threading.Lock()
        self._known: tuple[str, tuple[str, ...], Floats] | None = None

    @property
    def vocabulary_file(self) -> Path:
        """A person's own vocabulary; the built-in one counts while there is none."""
        return self._shared.home / VOCABULARY

    def vocabulary(self) -> list[Term]:
        """The terms that may be proposed. Raises ``labels.bad_vocabulary``."""
        try:
            data = self.vocabulary_file.read_bytes()
        except FileNotFoundError:
            return vocabularies.everyday()
        except OSError as error:
            raise RecollectError("labels.bad_vocabulary", line=1, detail=f"not readable ({error})") from error
        return vocabularies.parse_bytes(data)

    def tags(self, photo_id: int, turn: Turn, language: str = "en") -> list[Tag]:
        """Labels of a photo in this language, likeliest first; none while it is not encoded."""
        with self._shared.catalogue.reading() as conn:
            rows = photos.rows(conn, [int(photo_id)])
        if not rows or rows[0].content_id is None:
            return []
        with self._models.steady():
            index = self._models.index()
            yardstick = self._yardstick(turn)
            own = index.known([rows[0].content_id])[1]
            if yardstick is None or not len(own):
                return []
            terms, vectors = self._terms(turn)
        found = tags.propose(own[0], vectors, yardstick)
        chosen = [(terms[one.term], one) for one in found]
        return [
            Tag(_asked(term), one.share, one.sure, vocabularies.shown(term, language).one)
            for term, one in chosen
        ]

    def themes(self, language: str = "en") -> list[Theme]:
        """What was last found this library to be rich in; nothing while the vocabulary cannot be read."""
        with self._shared.catalogue.reading() as conn:
            stored = values.get(conn, _STORED)
        if not isinstance(stored, dict) or stored.get("encoder") != self._models.card().id:
            return []
        try:
            known = {term.text: term for term in self.vocabulary()}
        except RecollectError as error:
            log.info("no themes: %s", error.reason)
            return []
        return [
            Theme(_asked(known[text]), count, vocabularies.shown(known[text], language).many)
            for text, count in stored["themes"]
            if text in known
        ]

    def sweep(self, turn: Turn) -> None:
        """Find the themes anew; after indexing, on the background lane. A vocabulary that cannot be read is
        said in a notice, and the themes stay. Raises Cancelled.
        """
        if self._shared.catalogue.read_only:
            return
        try:
            self.vocabulary()
        except RecollectError as error:
            self._shared.notice(error)
            return
        with self._models.steady():
            encoder = self._models.card().id
            yardstick = self._yardstick(turn)
            if yardstick is None:
                return
            terms, vectors = self._terms(turn)
            counts = themes.count(self._chunks(), vectors, yardstick, turn.token)
        found: dict[int, int] = {}
        for index in themes.candidates(counts):
            turn.token.check()
            found[index] = self._strong(_asked(terms[index]), turn)
        chosen = themes.choose(counts, found, vectors, yardstick)
        stored = {
            "encoder": encoder,
            "themes": [(terms[one.index].text, one.count) for one in chosen],
        }
        with self._shared.catalogue.writing(photos=False) as conn:
            values.put(conn, _STORED, stored)
        self._shared.tell("themes")

    def _yardstick(self, turn: Turn) -> Yardstick | None:
        """What scores mean here; None while the library was not measured."""
        finder = self._finding.finder(turn)
        self._finding.measure(finder, turn)
        background = finder.background
        if background is None:
            return None
        neutral = finder.text_vectors(bands.neutral_texts(), turn)
        return Yardstick.of(neutral, background.text_spread)

    def _terms(self, turn: Turn) -> tuple[list[Term], Floats]:
        terms = self.vocabulary()
        texts = tuple(term.text for term in terms)
        encoder = self._models.card().id
        with self._lock:
            if self._known is None or self._known[:2] != (encoder, texts):
                vectors = self._finding.finder(turn).text_vectors(texts, turn)
                self._known = (encoder, texts, vectors)
            return terms, self._known[2]

    def _chunks(self) -> Iterator[Floats]:
        index = self._models.index()
        keys: Ints = index.keys()
        for begin in range(0, len(keys), _CHUNK):
            yield index.known(keys[begin : begin + _CHUNK])[1]


def _asked(term: Term) -> str:
    """The query that searches for a term; a person's own may look like a filter."""
    return render((Part(TEXT, term.text),))
