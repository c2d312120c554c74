"""Which terms a photo shows, and how sure that is.

A term's score with a photo is read in units of the spread that neutral texts' scores have over the library,
after the mean of neutral texts is taken off, as search does. A photo that scores high with everything is
seen by its ``level``, what neutral texts reach with it. A logistic function of the two, fitted on Flickr8k
dev's captions and half of COCO's and VOC's val masks, tells the chance that the term is right. Neither
function nor cut depends on how many terms or photos there are.

A term is left out when one already taken explains its score: near-synonyms, but also the goat in a photo
that is more of a cow.

Tried and left: a term's own mean over the library. It raised precision on Flickr8k (0.68 to 0.73 for
"fairly") and called goats likely in a library of cats and dogs (VOC: 0.71 to 0.64, "maybe" 0.61 to 0.31).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Sure = Literal["very", "fairly", "maybe"]

MOST = 8
VERY, FAIRLY, MAYBE = 0.75, 0.6, 0.45
# Log odds = _SCORE * score + _LEVEL * level + _BIAS.
_SCORE, _LEVEL, _BIAS = 1.12, -0.52, -3.55
# The level is a soft maximum over neutral texts; the larger, the harder.
_HARD = 2.0
# Of two terms at cosine c, the lower is explained when c * higher score > _EXPLAINED * its own.
_EXPLAINED = 0.5


class Tag(NamedTuple):
    """A term (its row), the chance that it is right (0 to 1), and that chance in a word."""

    term: int
    share: float
    sure: Sure


@dataclass(frozen=True)
class Yardstick:
    """What scores mean in one library and space.

    ``text_mean`` float32[d]: mean of the neutral texts' vectors; ``neutral`` float32[k, d]: their unit
    vectors after it was taken off; ``spread``: standard deviation of a neutral text's scores over the
    library, as in the background that search measures.
    """

    text_mean: Floats
    neutral: Floats
    spread: float

    @classmethod
    def of(cls, neutral: Floats, spread: float) -> Yardstick:
        """From the neutral texts' unit vectors [k, d], made with the same templates as the terms', and the
        background's text spread."""
        mean = neutral.mean(axis=0)
        return cls(mean, _units(neutral - mean), max(1e-6, float(spread)))

    @classmethod
    def measure(cls, neutral: Floats, sample: Floats) -> Yardstick:
        """The same from a sample of the library's photo vectors [m, d], at least two."""
        yardstick = cls.of(neutral, 1.0)
        over = yardstick.neutral @ sample.T
        return cls.of(neutral, float(np.sqrt(over.var(axis=1).mean())))

    def terms(self, vectors: Floats) -> Floats:
        """Terms' unit vectors [t, d], taken from the neutral mean: what photos are compared with."""
        return _units(vectors - self.text_mean)


def propose(photo: Floats, terms: Floats, yardstick: Yardstick) -> list[Tag]:
    """The terms that a photo's unit vector [d] shows, most likely first; none when nothing stands out.

    ``terms``: the terms' unit vectors float32[t, d], as the encoder gives them under the model's templates.
    At most eight, none of them much the same as another.
    """
    if not len(terms):
        return []
    moved = yardstick.terms(terms)
    scores, chances = rate(photo[None], moved, yardstick)
    near = np.flatnonzero(chances[0] >= MAYBE)
    if not len(near):
        return []
    taken = pick(scores[:, near], chances[:, near], moved[near] @ moved[near].T, MAYBE)[0]
    found = [int(near[i]) for i in taken if i >= 0]
    return [Tag(i, float(chances[0, i]), sure(float(chances[0, i]))) for i in found]


def sure(share: float) -> Sure:
    """A chance (at least ``MAYBE``) in a word."""
    return "very" if share >= VERY else "fairly" if share >= FAIRLY else "maybe"


def rate(photos: Floats, moved: Floats, yardstick: Yardstick) -> tuple[Floats, Floats]:
    """Scores in spreads and chances, float32[n, t], of photos [n, d] and terms from ``Yardstick.terms``."""
    scores = (photos @ moved.T) / np.float32(yardstick.spread)
    neutral = (photos @ yardstick.neutral.T) * np.float32(_HARD / yardstick.spread)
    most = neutral.max(axis=1, keepdims=True)
    level = (np.log(np.exp(neutral - most).mean(axis=1, keepdims=True)) + most) / np.float32(_HARD)
    odds = np.float32(_SCORE) * scores + np.float32(_LEVEL) * level + np.float32(_BIAS)
    chances = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
    return scores.astype(np.float32), chances.astype(np.float32)


def pick(scores: Floats, chances: Floats, alike: Floats, least: float, most: int = MOST) -> Ints:
    """Rows of terms taken for each photo, likeliest first: int64[n, most], -1 where there are no more.

    ``alike`` float32[t, t]: cosines of the terms. Chances from ``least`` on count; a term that one
    already taken explains is left out.
    """
    taken = np.full((len(scores), most), -1, dtype=np.int64)
    rows = np.flatnonzero((chances >= least).any(axis=1))
    left = np.where(chances[rows] >= least, chances[rows], np.float32(-1))
    scores = scores[rows]
    for step in range(most):
        best = left.argmax(axis=1)
        going = left[np.arange(len(left)), best] >= 0
        rows, left, scores, best = rows[going], left[going], scores[going], best[going]
        if not len(rows):
            break
        taken[rows, step] = best
        top = scores[np.arange(len(best)), best][:, None]
        left[alike[best] * top > np.float32(_EXPLAINED) * scores] = -1
        left[np.arange(len(best)), best] = -1
    return taken


def _units(rows: Floats) -> Floats:
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-12), dtype=np.float32)
