"""The finder over the active index: the texts' vectors, and what this library's own scores look like."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager

import numpy as np
from numpy.typing import NDArray

from core.catalogue import contents, texts
from core.errors import RecollectError
from core.index.index import Index
from core.jobs import BACKGROUND, INTERACTIVE, Context, Turn
from core.library.finding_parts import PartsFinding
from core.library.models import Models
from core.library.shared import Shared
from core.library.snapshot import Snapshot
from core.models.templates import filled
from core.search import bands
from core.search.search import Finder

log = logging.getLogger(__name__)

Floats = NDArray[np.float32]

_SAMPLE = 4096
# The library's own distribution is measured again when it has grown by this much.
_GROWN = 1.1
_TEMPLATE = "{}"
_REMEMBERED_TEXTS = 20_000
# Behind what was asked for; before the long stages.
_ORDER = 4


class Finding:
    """Blocking; called on the interactive lane, or by the command line."""

    def __init__(
        self, shared: Shared, models: Models, snapshot: Snapshot, parts: PartsFinding | None = None
    ) -> None:
        self._shared = shared
        self._models = models
        self._snapshot = snapshot
        self._parts = parts
        self._lock = threading.Lock()
        self._finder: Finder | None = None
        self._finder_of: Index | None = None
        self._measured = 0
        self._learning = False
        self.hurried = False

    @contextmanager
    def steady(self) -> Iterator[None]:
        """While it is held, models and indexes belong together: a switch waits for it."""
        with ExitStack() as held:
            held.enter_context(self._models.steady())
            if self._parts is not None:
                held.enter_context(self._parts.segmenting.steady())
            yield

    @property
    def parts_for_likes(self) -> bool:
        """Whether photos with a part are found by their parts; else by its crop, as whole photos are."""
        return self._parts is not None and self._parts.for_likes

    def finder(self, turn: Turn, *, parts: bool = False) -> Finder:
        """The finder over the active index and the present columns; ``parts``: it is asked for a part.

        Whoever searches parts gets one of their own, so that nobody who asks meanwhile takes them away.
        """
        inside = None
        if self._parts is not None:
            inside = self._parts.inside(self.encode_texts, asked=parts, hurried=self._in_a_hurry(turn))
        index = self._models.index()
        columns = self._snapshot.columns()
        with self._lock:
            if self._finder is None or self._finder_of is not index:
                templates = self._models.card().templates
                self._finder = Finder(self.encode_texts, index, columns, None, templates, near=index.near)
                self._finder_of, self._measured = index, 0
            self._finder.columns = columns
            return self._finder if inside is None else self._finder.with_parts(inside)

    def learn(self, turn: Turn) -> None:
        """After indexing: measure this library, and build the graph where its size calls for one, so that
        the next query need not. What is shown may be other photos then: told as a change of the index."""
        with self.steady():
            finder = self.finder(turn, parts=True)
            neutral = finder.text_vectors(bands.neutral_texts(), turn)
            measured = self.measure(finder, turn)
        self._models.prepare_graph(turn.token, neutral)
        if measured:
            self._shared.tell("index")

    def encode_texts(self, wanted: Sequence[str], turn: Turn) -> Floats:
        """Unit vectors float32[n, d] of texts, from the catalogue where they were asked before."""
        card = self._models.card()
        with self._shared.catalogue.reading() as conn:
            space = contents.space_id(conn, card.id, card.dimension)
            known = texts.get(conn, space, _TEMPLATE, wanted) if space else {}
        missing = [text for text in dict.fromkeys(wanted) if text not in known]
        if missing:
            vectors = self._models.encode_texts(missing, turn)
            fresh = dict(zip(missing, vectors, strict=True))
            if turn.rank != INTERACTIVE:
                self._remember(card.id, card.dimension, fresh)
            elif not self._shared.catalogue.read_only:
                # An answer never waits for the writer, nor fails because the disk is full.
                self._shared.lanes.interactive.submit(
                    "remember", lambda context: self._remember_quietly(card.id, card.dimension, fresh)
                )
            known = {**known, **fresh}
        return np.stack([known[text] for text in wanted]).astype(np.float32)

    def measure(self, finder: Finder, turn: Turn) -> bool:
        """Measure this library's own distribution, once, and again when it has grown. True when it was.

        ``finder`` knows afterwards what was measured for others, too.
        """
        count = self._models.index().count
        stale = count > 0 and (not self._measured or count >= self._measured * _GROWN)
        kept = self._finder or finder
        finder.sample, finder.background = kept.sample, kept.background
        inside = finder.inside
        inside_stale = inside is not None and self._parts is not None and self._parts.stale(inside)
        if inside_stale and self._in_a_hurry(turn):
            self._learn_later()
            inside_stale = False
        if not stale and not inside_stale:
            return False
        neutral = self._neutral(finder, turn)
        if neutral is None:
            return False
        if stale:
            sample = self._models.index().sample(_SAMPLE)
            background = bands.measure(sample, neutral)
            for one in (kept, finder):
                one.sample, one.background = sample, background
            self._measured = count
        if inside_stale and inside is not None and self._parts is not None and finder.background is not None:
            return self._parts.measure(inside, finder.background, neutral, turn) or stale
        return stale

    def _learn_later(self) -> None:
        """What neutral texts find among the parts takes a while: on the background lane, once at a time."""
        if not self._learning:
            self._learning = True
            self._shared.lanes.background.submit("measure the library", self._learn_quietly, order=_ORDER)

    def _learn_quietly(self, context: Context) -> None:
        try:
            self.learn(Turn(BACKGROUND, context.token))
        except RecollectError as error:
            log.info("the library was not measured: %s", error)
        finally:
            self._learning = False

    def _in_a_hurry(self, turn: Turn) -> bool:
        """Whether somebody is typing who shall not wait for what is only measured."""
        return self.hurried and turn.rank == INTERACTIVE

    def _neutral(self, finder: Finder, turn: Turn) -> Floats | None:
        """The neutral texts' vectors. Someone typing does not wait for them: None until they are stored."""
        wanted = bands.neutral_texts()
        if self._in_a_hurry(turn):
            card = self._models.card()
            sentences = filled(card.templates, wanted)
            with self._shared.catalogue.reading() as conn:
                space = contents.space_id(conn, card.id, card.dimension)
                if not space or len(texts.get(conn, space, _TEMPLATE, sentences)) < len(set(sentences)):
                    return None
        return finder.text_vectors(wanted, turn)

    def _remember_quietly(self, space: str, dimension: int, fresh: dict[str, Floats]) -> None:
        try:
            self._remember(space, dimension, fresh)
        except RecollectError as error:
            log.info("text vectors were not stored: %s", error)

    def _remember(self, space: str, dimension: int, fresh: dict[str, Floats]) -> None:
        if self._shared.catalogue.read_only:
            return
        with self._shared.catalogue.writing(photos=False) as conn:
            number = contents.space_id(conn, space, dimension)
            texts.put(conn, number, _TEMPLATE, fresh)
            texts.prune(conn, number, _REMEMBERED_TEXTS)


def typed_turn(turn: Turn | None) -> Turn:
    """The turn of a typed query."""
    return turn if turn is not None else Turn(INTERACTIVE)
