"""Whole photos and the best of their parts in one answer.

A photo's score with a text and the score of the best of its parts cannot be compared as they are: the best of
six is high by chance alone. So each is read in this library's own units, from the scores that neutral texts
have here: zero is their middle, and neutral texts' best photos stand equally high in both. Then weighted
scores may be added, and the calibration of the bands means the same for all.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.jobs import Turn
from core.query.tree import LIKE, TEXT, Part
from core.search.bands import Cut, centred
from core.search.regions import Floats, Ints, RegionScores

FEWEST = 20
"""Photos from which neutral texts' best ones say more than the spread of their scores."""

# A photo is as good as the better of whole and best part, with a fifth of the other. For every word beyond
# the first a part stands a tenth of a spread lower: few words are likelier to name a thing, many to describe
# all of a photo. Chosen on dev photos, with things pasted into them, so that captions and everyday words
# lose nothing.
AGREEING, PER_WORD, MOST_WORDS = 0.2, 0.1, 11

# Of the ways tried on 40 pairs of words (dev photos; right: captions match the one and not the other), taking
# the unwanted vector off at 0.6 found most: mean average precision 0.639, against 0.564 without the minus,
# 0.570 for the orthogonal part alone, 0.638 for the best penalty on the unwanted score.
MINUS_WEIGHT = 0.6

_TOP = 3
_SOME = 256  # parts that are compared with the others to learn how far parts lie from each other


LooksLike = Callable[[str], Floats]


@dataclass(frozen=True)
class Level:
    """Where scores of one kind begin, and how wide they spread."""

    middle: float
    spread: float

    def of(self, scores: Floats) -> Floats:
        """The scores in spreads above the middle."""
        return np.asarray((scores - np.float32(self.middle)) / np.float32(self.spread), dtype=np.float32)

    @classmethod
    def own(cls, scores: Floats) -> Level:
        """The level of a query's own scores, while nothing better is known."""
        if not len(scores):
            return cls(0.0, 1.0)
        return cls(float(np.median(scores)), max(1e-6, float(scores.std())))


@dataclass(frozen=True)
class InsideBackground:
    """What queries that mean nothing find among the parts of this library's photos.

    ``text_mean``, ``group_mean``: mean vectors float32[d] of neutral texts and of all parts. ``text``,
    ``like``: levels of a neutral text's, or another part's, best score in each photo. ``mixed``: of neutral
    texts' scores with whole photos and parts together, if they had one word, two, and so on.
    """

    text_mean: Floats
    group_mean: Floats
    text: Level
    like: Level
    mixed: tuple[Level, ...]


@dataclass
class Inside:
    """The parts of a library's photos. ``text_vectors`` gives unit rows in their space. ``everywhere``: they
    count for texts about whole photos too. ``background`` may be set at any time."""

    scores: RegionScores
    text_vectors: Callable[[Sequence[str], Turn], Floats]
    everywhere: bool = False
    background: InsideBackground | None = None

    def counts_for(self, parts: Sequence[Part]) -> bool:
        """Whether parts of photos may answer what these ask of whole photos."""
        return (
            self.everywhere
            and self.background is not None
            and any(part.kind == TEXT and part.sign > 0 for part in parts)
        )

    def aimed(self, vector: Floats, *, like: bool) -> Floats:
        """The unit vector that parts are compared with, without what all texts, or all parts, share."""
        known = self.background
        if known is None:
            return centred(vector, np.float32(0.0))
        return centred(vector, known.group_mean if like else known.text_mean)

    def aims(self, parts: Sequence[Part], turn: Turn, looks_like: LooksLike | None) -> list[Aim]:
        """What these parts of a query look for; ``looks_like`` gives the vector of a ``like:``'s value."""
        texts = [part.value for part in parts if part.kind != LIKE]
        rows = list(self.text_vectors(texts, turn)) if texts else []
        found = []
        for part in parts:
            like = part.kind == LIKE and looks_like is not None
            vector = looks_like(part.value) if like and looks_like is not None else rows.pop(0)
            found.append(Aim(vector, part.weight * (1.0 if part.sign > 0 else -MINUS_WEIGHT), like))
        return found

    def hint(self, parts: Sequence[Part], turn: Turn) -> Hint:
        """The texts wanted among these, to compare parts of photos with."""
        wanted = [part for part in parts if part.kind == TEXT and part.sign > 0]
        rows = self.text_vectors([part.value for part in wanted], turn)
        total = np.zeros(rows.shape[1], np.float32)
        for part, row in zip(wanted, rows, strict=True):
            total += np.float32(part.weight) * self.aimed(row, like=False)
        return Hint(centred(total, np.float32(0.0)), sum(words_in(part.value) for part in wanted))

    def level(self, scores: Floats, *, like: bool) -> Level:
        """How scores of the best parts are read."""
        if self.background is None:
            return Level.own(scores)
        return self.background.like if like else self.background.text


@dataclass(frozen=True)
class Hint:
    """A text about whole photos: the unit vector that parts are compared with, and how many words it has."""

    vector: Floats
    words: int


@dataclass(frozen=True)
class Aim:
    """What is looked for among the parts: a unit vector, its signed weight, whether it is a part itself."""

    vector: Floats
    weight: float
    like: bool


@dataclass(frozen=True)
class Whole:
    """What is asked of whole photos: their scores in spreads, its weight, its own score with itself."""

    scores: Floats
    weight: float
    itself: float


@dataclass(frozen=True)
class Found:
    """For each photo asked about: its score in spreads, the place int8 of the part it owes that to (-1 none),
    whether it was looked into. ``itself``: the score of what was asked with. ``needed``: only photos that
    were looked into can answer.
    """

    scores: Floats
    places: NDArray[np.int8]
    looked: NDArray[np.bool_]
    itself: float
    needed: bool

    def first(self) -> tuple[Ints, Ints]:
        """Numbers of the photos that are ranked, and of those that stand behind them."""
        if not self.needed:
            return np.arange(len(self.scores)), np.empty(0, np.int64)
        return np.flatnonzero(self.looked), np.flatnonzero(~self.looked)


def words_in(text: str) -> int:
    """About how many words a text has; two wide letters, as of Chinese, count as one."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return max(1, len(text.split()), round(wide / 2))


def handicap(words: int) -> float:
    """What is taken off a part's score before it stands against that of the whole photo."""
    return PER_WORD * (min(words, MOST_WORDS) - 1)


def sides(whole: Floats, inside: Floats, words: int) -> tuple[Floats, Floats]:
    """What photos score as wholes and for their best parts, for a text of so many words, all in spreads.

    Each with a part of the other; ``inside`` is -inf for photos that were not looked into.
    """
    share, less = np.float32(AGREEING), np.float32(handicap(words))
    known: Floats = np.where(np.isfinite(inside), inside, np.float32(0.0)).astype(np.float32)
    return whole + share * known, inside + share * whole - less


def measure(
    groups: Floats, starts: Ints, neutral: Floats, whole: tuple[Floats, float] | None = None
) -> InsideBackground:
    """The background from parts float32[g, d] of a sample of photos, photo by photo from ``starts`` on, and
    the neutral texts' unit vectors [t, d] in the parts' space.

    ``whole``: the same texts' scores [t, m] with the same photos, and the spread of such scores.
    """
    text_mean, group_mean = neutral.mean(axis=0), groups.mean(axis=0)
    of_texts = _best(centred(neutral, text_mean), groups, starts)
    some = groups[:: max(1, len(groups) // _SOME)]
    of_parts = _best(centred(some, group_mean), groups, starts)
    lift = None if whole is None else _lift(whole[0] / whole[1])
    text, like = _level(of_texts, lift), _level(of_parts, None)
    mixed = (Level(0.0, 1.0),) * MOST_WORDS
    if whole is not None:
        wholes, best = whole[0] / np.float32(whole[1]), text.of(of_texts)
        both = (np.maximum(*sides(wholes, best, words)) for words in range(1, MOST_WORDS + 1))
        mixed = tuple(_level(scores, lift) for scores in both)
    return InsideBackground(text_mean, group_mean, text, like, mixed)


def find(
    inside: Inside,
    whole: Whole | None,
    aims: Sequence[Aim],
    hint: Hint | None,
    at: Callable[[Ints], Ints],
    count: int,
) -> Found:
    """The weighted sum of what ``count`` photos score as wholes, and the best of their parts with each aim.

    ``at(contents)`` says where each photo's content stands among the contents looked into, -1 nowhere. With a
    ``hint``, the whole's text among parts, parts that stand out count instead of the whole.
    """
    total, places = np.zeros(count, np.float32), np.full(count, -1, np.int8)
    most, looked = np.zeros(count, np.float32), np.zeros(count, np.bool_)
    itself, length = 0.0, 0.0
    if whole is not None:
        scores = whole.scores
        if hint is not None and inside.background is not None:
            contents, best, best_places = inside.scores.best(hint.vector)
            row = at(contents)
            looked = row >= 0
            own = np.full(count, -np.inf, np.float32)
            own[looked] = inside.background.text.of(best)[row[looked]]
            as_whole, as_part = sides(scores, own, hint.words)
            better = as_part > as_whole
            places[better] = best_places[row[better]]
            level = inside.background.mixed[min(hint.words, MOST_WORDS) - 1]
            scores = level.of(np.maximum(as_whole, as_part))
        total += np.float32(whole.weight) * scores
        itself, length = whole.weight * whole.itself, whole.weight**2
    for aim in aims:
        query = inside.aimed(aim.vector, like=aim.like)
        contents, best, best_places = inside.scores.best(query)
        row = at(contents)
        looked = row >= 0
        level = inside.level(best, like=aim.like)
        in_spreads = level.of(best)
        if aim.weight < 0:
            in_spreads = np.maximum(in_spreads, 0)  # that nothing is like the unwanted is no merit
        own = np.zeros(count, np.float32)
        own[looked] = np.float32(aim.weight) * in_spreads[row[looked]]
        total += own
        length += aim.weight**2
        if aim.weight > 0:
            itself += aim.weight * float(level.of(aim.vector[None] @ query)[0])
            better = looked & ((own > most) | (places < 0))
            most[better], places[better] = own[better], best_places[row[better]]
    scale = np.float32(1 / math.sqrt(length)) if length else np.float32(1.0)
    needed = any(aim.weight > 0 for aim in aims)
    return Found(total * scale, places, looked, itself * float(scale), needed)


def behind(scores: Floats, first: int, cut: Cut) -> Floats:
    """The scores of ranked photos, ``first`` of them, and below all of them those that stand behind."""
    if first == len(scores):
        return scores
    lowest = float(scores[:first].min()) if first else 0.0
    if math.isfinite(cut.possible):
        lowest = min(lowest, cut.possible)
    return np.append(scores[:first], np.full(len(scores) - first, lowest - 1.0, np.float32))


def _best(queries: Floats, groups: Floats, starts: Ints) -> Floats:
    """The best group's score [q, photos] of each query with each photo."""
    return np.maximum.reduceat(queries @ groups.T, starts, axis=1)


def _lift(scores: Floats) -> float | None:
    """How far the best photos of a query stand above its middle, on average; None in small libraries."""
    if scores.shape[1] < FEWEST:
        return None
    best = np.partition(scores, -_TOP, axis=1)[:, -_TOP:].mean(axis=1)
    return float((best - np.median(scores, axis=1)).mean())


def _level(scores: Floats, wanted: float | None) -> Level:
    """The level at which these scores' best stand ``wanted`` spreads above the middle."""
    middle = float(np.median(scores, axis=1).mean())
    lift = _lift(scores)
    if wanted is None or lift is None or wanted <= 0:
        return Level(middle, max(1e-6, float(np.sqrt(scores.var(axis=1).mean()))))
    return Level(middle, max(1e-6, lift / wanted))
