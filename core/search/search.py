"""Query to columns of hits: every photo once, best first, with its band.

What is asked of whole photos is one vector: the weighted sum of the unit vectors of its parts. What is
asked of the parts of photos is answered by the best of each (``core.search.blending``). Photos that are
copies share a content and so a score. Each search looks at all contents; what is left beside the product
of index and query is linear in the number of photos.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from copy import copy
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.errors import RecollectError
from core.jobs import Turn
from core.models.templates import averaged
from core.query.tree import LIKE, PART, TEXT, Part, Query
from core.search import blending
from core.search.bands import Background, Bulk, Calibration, Cut, centred, decide, decide_likeness
from core.search.blending import MINUS_WEIGHT, Aim, Hint, Inside, Level, LooksLike, Whole
from core.search.hits import Hits, banded
from core.search.scope import Columns, Scope

# So many contents are asked of a graph: enough for the bands and some screens of the rest.
GRAPH_HITS = 500

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
EncodeTexts = Callable[[Sequence[str], Turn], Floats]
Near = Callable[[Floats, int], "tuple[Ints, Floats] | None"]


class Scores(Protocol):
    """What search needs of an index: the query's score with every content, in any order."""

    def scores(self, query: Floats) -> tuple[Ints, Floats]:
        """Keys and scores, one each per content."""
        ...


def ranking(scores: Floats) -> Ints:
    """Row numbers by falling score, equal scores by rising row: two radix passes over the bits.

    Half the time of ``np.argsort`` at 100,000 rows and stable; the same order as a stable sort of
    ``-scores`` (NaN is not expected).
    """
    bits = (-(scores + np.float32(0.0))).view(np.int32)
    rising = (bits ^ ((bits >> 31) | np.int32(-(2**31)))).view(np.uint32)
    low = np.argsort(rising.astype(np.uint16), kind="stable")
    high = (rising >> np.uint32(16)).astype(np.uint16)
    return low[np.argsort(high[low], kind="stable")]


class Finder:
    """Finds photos in one space. Safe to use from several threads.

    ``encode_texts`` gives unit rows and may answer from a cache. ``columns`` may be replaced at any time by
    newer ones. ``background`` is what ``bands.measure`` found in this library; while it is None, scores are
    read by their own spread. ``near`` may answer with the best contents only, from a graph (then ``sample``,
    some of the library's vectors, stands for the rest), or with None to leave the question to exact search.
    ``inside``: the parts of the photos, where they were looked into.
    """

    def __init__(
        self,
        encode_texts: EncodeTexts,
        index: Scores,
        columns: Columns,
        background: Background | None = None,
        templates: Sequence[str] = ("{}",),
        calibration: Calibration | None = None,
        near: Near | None = None,
    ) -> None:
        self._scope = Scope.of(columns)
        self.background = background
        self.sample: Floats | None = None
        self.inside: Inside | None = None
        self._near = near
        self._orders: list[tuple[Columns, Ints]] = []  # one at most; those ``with_parts`` share it
        self._calibration = calibration or Calibration.read()
        self._encode_texts = encode_texts
        self._index = index
        self._templates = tuple(templates) or ("{}",)
        self._known: dict[bool, _Matched] = {}

    @property
    def columns(self) -> Columns:
        """The photos searched; newer ones may be set at any time."""
        return self._scope.columns

    @columns.setter
    def columns(self, columns: Columns) -> None:
        if columns is not self._scope.columns:
            self._scope = Scope.of(columns)

    def with_parts(self, inside: Inside) -> Finder:
        """The same finder with these parts, for one asker; what it keeps of the photos' places is shared."""
        other = copy(self)
        other.inside = inside
        return other

    def text(self, text: str, turn: Turn, *, strictness: float = 0.5) -> Hits:
        """Photos that look like a text, taken as one phrase; the query language is not read."""
        if not text.strip():
            raise RecollectError("query.empty")
        return self._find(self._sum([Part(TEXT, text)], self.text_vectors([text], turn)), strictness)

    def photo(
        self,
        vector: Floats,
        *,
        without: Sequence[int] = (),
        without_photos: Sequence[int] = (),
        strictness: float = 0.5,
        scope: Scope | None = None,
    ) -> Hits:
        """Photos near a photo's unit vector, but for contents ``without`` and photos ``without_photos``."""
        asked = self._sum([Part(LIKE, "")], np.asarray(vector, dtype=np.float32)[None])
        return self._find(asked, strictness, without, without_photos, scope)

    def query(
        self, query: Query, turn: Turn, looks_like: LooksLike | None = None, *, strictness: float = 0.5
    ) -> Hits:
        """Photos for a parsed query's parts. ``looks_like`` gives the unit vector of a photo by its path.

        Raises RecollectError ``query.empty``, ``query.only_minus``, ``query.mistake``, and whatever
        ``looks_like`` raises.
        """
        return self.combined(query.parts, turn, looks_like, strictness=strictness)

    def combined(
        self,
        parts: Sequence[Part],
        turn: Turn,
        looks_like: LooksLike | None = None,
        *,
        strictness: float = 0.5,
        scope: Scope | None = None,
        without: Sequence[int] = (),
        exact: bool = False,
        likes_inside: Collection[str] = (),
    ) -> Hits:
        """Photos for signed, weighted parts; errors as in ``query``.

        ``scope``: the photos it is about (None: all). The best of them are exact, and the bands are cut
        over them alone. ``without``: contents that are left out. ``exact``: no graph may answer.
        ``likes_inside``: for these values ``looks_like`` gives vectors of parts. Photos not looked into
        come last when a part is asked for; while none was looked into, its words are asked of whole photos.
        """
        if not parts:
            raise RecollectError("query.empty")
        if all(part.sign < 0 for part in parts):
            raise RecollectError("query.only_minus")
        if (inside := self.inside) is not None:  # read once: it may be replaced meanwhile
            within = [part.kind == PART or part.value in likes_inside for part in parts]
            if any(within) or inside.counts_for(parts):
                mixed = self._mixed(inside, parts, within, turn, looks_like)
                return self._find_mixed(inside, mixed, strictness, without, scope or self._scope)
        asked = self._sum(parts, self._rows_of(parts, turn, looks_like))
        return self._find(asked, strictness, without, (), scope, exact=exact)

    def text_vectors(self, texts: Sequence[str], turn: Turn) -> Floats:
        """Unit vectors float32[n, d] of texts: the mean over the model's templates."""
        return averaged(self._encode_texts, self._templates, texts, turn)

    def _rows_of(self, parts: Sequence[Part], turn: Turn, looks_like: LooksLike | None) -> Floats:
        """The unit vector of each part."""
        texts = [part.value for part in parts if part.kind != LIKE]
        rows = list(self.text_vectors(texts, turn)) if texts else []
        vectors: list[Floats] = []
        for part in parts:
            if part.kind != LIKE:
                vectors.append(rows.pop(0))
            elif looks_like is None:
                raise RecollectError(
                    "query.mistake", detail="A photo cannot be named here.", position=part.start + 1
                )
            else:
                vectors.append(np.asarray(looks_like(part.value), dtype=np.float32))
        return np.stack(vectors)

    def _mixed(
        self,
        inside: Inside,
        parts: Sequence[Part],
        within: Sequence[bool],
        turn: Turn,
        looks_like: LooksLike | None,
    ) -> _Mixed:
        """What is asked of whole photos, and what of their parts (where ``within`` is true)."""
        whole = [part for part, is_within in zip(parts, within, strict=True) if not is_within]
        asked = self._sum(whole, self._rows_of(whole, turn, looks_like)) if whole else None
        others = [part for part, is_within in zip(parts, within, strict=True) if is_within]
        aims = inside.aims(others, turn, looks_like)
        hints = [part for part in whole if part.kind == TEXT and part.sign > 0]
        hint = inside.hint(hints, turn) if inside.counts_for(hints) else None
        likes = all(part.kind == LIKE for part in parts if part.sign > 0)
        return _Mixed(asked, aims, hint, likes)

    def _find_mixed(
        self, inside: Inside, mixed: _Mixed, strictness: float, without: Sequence[int], scope: Scope
    ) -> Hits:
        """Hits by the weighted sum of calibrated scores; ranked by parts alone, all photos are searched."""
        kept, shown = _left(scope, without)
        whole = None
        if mixed.whole is not None:
            keys, of_contents = self._index.scores(mixed.whole.vector)
            at = self._matched(keys, scope.columns)
            kept, shown = kept & (at >= 0), shown & (at >= 0)
            whole = mixed.whole.within(of_contents[at[kept]])
        rows = np.flatnonzero(kept)
        found = blending.find(
            inside,
            whole,
            mixed.aims,
            mixed.hint,
            lambda contents: self._matched(contents, scope.columns, inside=True)[rows],
            len(rows),
        )
        first, last = found.first()
        order = np.append(first[ranking(found.scores[first])], last)
        scores = found.scores[order]
        itself = found.itself if mixed.likes else None
        asked = _Asked(np.empty(0, np.float32), 1.0, itself, of_parts=mixed.whole is None)
        cut = self._cut(asked, scores[: len(first)], strictness)
        scores = blending.behind(scores, len(first), cut)
        hits = banded(scope, rows[order], scores, cut, exact=True, searched=int(np.count_nonzero(shown)))
        return replace(hits, regions=found.places[order], by_regions=True, looked=int(found.looked.sum()))

    def _sum(self, parts: Sequence[Part], vectors: Floats) -> _Asked:
        """One query vector: each part's vector taken from its kind's mean, weighted and added.

        Without the means, words and photos, which lie in two corners of the space, could not be added
        and photos that score high with any text would stand in front.
        """
        known = self.background
        total = np.zeros(vectors.shape[1], dtype=np.float32)
        spread = weights = 0.0
        for part, vector in zip(parts, vectors, strict=True):
            weight = part.weight if part.sign > 0 else -MINUS_WEIGHT * part.weight
            if known is None:
                row = centred(vector, np.float32(0.0))
            elif part.kind == LIKE:
                row = centred(vector, known.photo_mean)
            else:
                row = centred(vector, known.text_mean)
            total += np.float32(weight) * row
            if known is not None:
                spread += abs(weight) * (known.photo_spread if part.kind == LIKE else known.text_spread)
            weights += abs(weight)
        length = float(np.linalg.norm(total))
        asked = centred(total, np.float32(0.0))
        wanted = [vector for part, vector in zip(parts, vectors, strict=True) if part.sign > 0]
        itself = None
        if wanted and all(part.kind == LIKE for part in parts if part.sign > 0):
            itself = float(np.mean([vector @ asked for vector in wanted]))
        return _Asked(asked, spread / weights if known is not None else None, itself, length)

    def _cut(self, asked: _Asked, scores: Floats, strictness: float, bulk: Bulk | None = None) -> Cut:
        if asked.itself is not None:
            return decide_likeness(scores, asked.itself, strictness, bulk, parts=asked.of_parts)
        deviation = bulk.deviation if bulk is not None else float(scores.std()) if len(scores) else 1.0
        return decide(scores, asked.spread or max(1e-6, deviation), self._calibration, strictness, bulk)

    def _find(
        self,
        asked: _Asked,
        strictness: float,
        without: Sequence[int] = (),
        without_photos: Sequence[int] = (),
        scope: Scope | None = None,
        *,
        exact: bool = False,
    ) -> Hits:
        scope = scope or self._scope
        may_guess = not exact and scope.whole and not len(without_photos)
        if self._near is not None and self.sample is not None and may_guess:
            best = self._near(asked.vector, GRAPH_HITS + len(without))
            found = None if best is None else self._nearest(asked, best, strictness, without, scope)
            if found is not None:
                return found
        keys, of_contents = self._index.scores(asked.vector)
        at = self._matched(keys, scope.columns)
        kept, searched = _left(scope, without, without_photos)
        kept, searched = kept & (at >= 0), searched & (at >= 0)
        rows = np.flatnonzero(kept)
        scores = of_contents[at[rows]]
        order = ranking(scores)
        scores = scores[order]
        cut = self._cut(asked, scores, strictness)
        return banded(scope, rows[order], scores, cut, exact=True, searched=int(np.count_nonzero(searched)))

    def _nearest(
        self,
        asked: _Asked,
        best: tuple[Ints, Floats],
        strictness: float,
        without: Sequence[int],
        scope: Scope,
    ) -> Hits | None:
        """Hits from the graph's best contents; all others are searched, but neither ranked nor shown. None
        when all of these match: then there are more, and how many only exact search can tell.
        """
        assert self.sample is not None
        columns = scope.columns
        keys, of_contents = best
        kept = ~np.isin(keys, np.asarray(without, dtype=np.int64))
        keys, of_contents = keys[kept], of_contents[kept]
        order = self._by_content(columns)
        contents = columns.content_id[order]
        first, last = np.searchsorted(contents, keys, "left"), np.searchsorted(contents, keys, "right")
        found = [order[a:b] for a, b in zip(first, last, strict=True)]
        rows = np.concatenate(found) if found else np.zeros(0, dtype=np.int64)
        scores = np.repeat(of_contents, last - first)
        seen = scope.kept[rows]
        rows, scores = rows[seen], scores[seen]
        every = int(np.count_nonzero(scope.kept))
        cut = self._cut(asked, scores, strictness, Bulk.of(self.sample @ asked.vector, every))
        if len(scores) and scores[-1] >= cut.possible and len(scores) < every:
            return None
        return banded(scope, rows, scores, cut, exact=False, searched=scope.photos)

    def _by_content(self, columns: Columns) -> Ints:
        known = next((order for of, order in self._orders if of is columns), None)
        if known is None:
            known = np.argsort(columns.content_id, kind="stable")
            self._orders[:] = [(columns, known)]
        return known

    def _matched(self, keys: Ints, columns: Columns, *, inside: bool = False) -> Ints:
        """The place of each photo's content in ``keys``, int64[n], -1 where it has none."""
        known = self._known.get(inside)
        contents = columns.content_id
        # Columns in which only a mark has changed share their contents.
        if known is None or known.contents is not contents or not np.array_equal(known.keys, keys):
            known = self._known[inside] = _Matched(contents, keys.copy(), _places(keys, contents))
        return known.at


@dataclass(frozen=True)
class _Asked:
    """The query's unit vector, how wide such queries' scores spread here (None: not known), and, for
    photos alone, the score they have with themselves. ``weight``: of all its parts together.
    ``of_parts``: only parts of photos are asked about."""

    vector: Floats
    spread: float | None
    itself: float | None
    weight: float = 1.0
    of_parts: bool = False

    def within(self, scores: Floats) -> Whole:
        """Its scores with photos, in spreads, to be added to others."""
        spread = self.spread or Level.own(scores).spread
        return Whole(scores / np.float32(spread), self.weight, (self.itself or 0.0) / spread)


@dataclass(frozen=True)
class _Mixed:
    """What is asked of whole photos, what of their parts, the whole's text as a vector among parts, and
    whether all that is wanted are pictures."""

    whole: _Asked | None
    aims: list[Aim]
    hint: Hint | None
    likes: bool


@dataclass(frozen=True)
class _Matched:
    """Where the photos' ``contents`` stand in the index's answer."""

    contents: Ints
    keys: Ints
    at: Ints


def _left(
    scope: Scope, without: Sequence[int], without_photos: Sequence[int] = ()
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """The scope's kept and shown photos but for some contents and photos."""
    if not len(without) and not len(without_photos):
        return scope.kept, scope.shown
    others = ~np.isin(scope.columns.content_id, np.asarray(without, dtype=np.int64))
    others &= ~np.isin(scope.columns.photo_id, np.asarray(without_photos, dtype=np.int64))
    return scope.kept & others, scope.shown & others


def _places(keys: Ints, contents: Ints) -> Ints:
    if not len(keys):
        return np.full(len(contents), -1, np.int64)
    order = np.argsort(keys, kind="stable")
    place = order[np.minimum(np.searchsorted(keys, contents, sorter=order), len(keys) - 1)]
    return np.where(keys[place] == contents, place, -1)
