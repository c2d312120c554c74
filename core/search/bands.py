"""Where Strong, Possible and the rest part, decided per query from its scores over this library.

A raw cosine says nothing by itself: its spread depends on the encoder, on the photos and on the
text. So every score is read in units of this library's own ``spread``, the spread that neutral
texts' scores have over it, and the query is described by a few such numbers: how high its best
photos stand, how wide its scores spread, where its bulk lies (a text that means something here
pushes the bulk below zero, a meaningless one does not). Two small logistic functions, fitted by
``python -m core.evaluation.fit_bands`` and kept in ``resources/bands.json``, turn these into the
odds of a photo being right and of anything being right at all. The best of n photos rise with n
by chance alone; above a thousand photos that rise is divided out, so one calibration serves
libraries of any size.
"""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.paths import resource

Floats = NDArray[np.float32]

REFERENCE_SIZE = 1000
FEWEST = 20  # in smaller libraries chance is what it is in one of this size
LIKE_STRONG, LIKE_POSSIBLE, LIKE_PER_STRICTNESS = 0.8, 0.62, 0.1
# Parts of VOC's train photos asked for with a part of another one: from 0.8 on 96 of 100 show the same kind
# of thing, from 0.6 on 88 (and half of all that do).
PART_STRONG, PART_POSSIBLE = 0.8, 0.6
TRUST = 50  # a library of this many photos counts as much as the prior in spread and middle


@dataclass(frozen=True)
class Background:
    """What queries that mean nothing look like in this library, in one space.

    ``text_mean``, ``photo_mean``: mean vectors float32[d] of neutral texts and of the library's
    photos. A query's vector is taken from its kind's mean, which removes what all such queries share
    (some photos score high with any text). ``text_spread``, ``photo_spread``: standard deviation of
    a neutral text's, or another photo's, scores over the library.
    """

    text_mean: Floats
    photo_mean: Floats
    text_spread: float
    photo_spread: float


@dataclass(frozen=True)
class Cut:
    """Strong from the score ``strong`` up, Possible from ``possible`` up; ``clear``: something matches."""

    strong: float
    possible: float
    clear: bool


@dataclass(frozen=True)
class Calibration:
    """Coefficients of the two logistic functions, in the order of ``describe``, bias last.

    ``photo``: for a photo: its score, its share of the top, then the query's numbers.
    ``query``: for the query as a whole. ``strong``, ``possible``, ``clear``: log odds from which a
    photo is Strong or Possible, and the query clear, at strictness 0.5; one step of ``per_strictness``
    further up at strictness 1.
    """

    photo: tuple[float, ...]
    query: tuple[float, ...]
    strong: float
    possible: float
    clear: float
    per_strictness: float = 2.0

    @classmethod
    def read(cls, path: Path | None = None) -> Calibration:
        """From a JSON file; without one, the built-in ``resources/bands.json``."""
        stored = json.loads((path or resource("bands.json")).read_text("utf-8"))
        known = {name: stored[name] for name in ("strong", "possible", "clear", "per_strictness")}
        return cls(photo=tuple(stored["photo"]), query=tuple(stored["query"]), **known)

    def text(self) -> str:
        """The JSON that ``read`` reads."""
        return json.dumps(asdict(self), indent=2) + "\n"


def neutral_texts() -> list[str]:
    """The fixed texts that know nothing of the library (``resources/neutral_texts.txt``)."""
    lines = resource("neutral_texts.txt").read_text("utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def measure(sample: Floats, neutral: Floats) -> Background:
    """The background from photo vectors [m, d] of the library and the neutral texts' unit vectors [t, d].

    A few thousand photos are enough. With fewer than two photos the spreads are those of the
    neutral texts among themselves, a stand-in until photos come.
    """
    text_mean = neutral.mean(axis=0)
    texts = centred(neutral, text_mean)
    if len(sample) < 2:
        spread = max(1e-6, float((texts @ texts.T).std()))
        return Background(text_mean, np.zeros_like(text_mean), spread, spread)
    photo_mean = sample.mean(axis=0)
    some = sample[:: max(1, len(sample) // 256)]
    over_texts = texts @ sample.T
    over_photos = centred(some, photo_mean) @ sample.T
    return Background(
        text_mean,
        photo_mean,
        max(1e-6, float(np.sqrt(over_texts.var(axis=1).mean()))),
        max(1e-6, float(np.sqrt(over_photos.var(axis=1).mean()))),
    )


def centred(vectors: Floats, mean: Floats | np.float32) -> Floats:
    """Unit vectors of ``vectors - mean``, rows or one vector; a vector equal to the mean stays itself."""
    moved = vectors - mean
    lengths = np.linalg.norm(moved, axis=-1, keepdims=True)
    return np.where(lengths > 1e-6, moved / np.maximum(lengths, 1e-12), vectors).astype(np.float32)


@dataclass(frozen=True)
class Bulk:
    """What all scores of a query look like when only the best were asked for: drawn from a sample."""

    count: int
    middle: float
    deviation: float

    @classmethod
    def of(cls, scores: Floats, count: int) -> Bulk:
        """Median and standard deviation of a sample's scores, for a library of ``count`` photos."""
        return cls(count, float(np.median(scores)), float(scores.std()))


def describe(falling: Floats, spread: float, bulk: Bulk | None = None) -> NDArray[np.float64]:
    """What a query's scores (sorted best first, at least one) look like, in units of ``spread``.

    Returns top, width, middle: the mean of the best three, brought to what it would be among a thousand
    photos; the standard deviation; the median. In small libraries the last two lean on what neutral
    texts show.
    With ``bulk`` the scores are only the best ones of many more.
    """
    bulk = bulk or Bulk(len(falling), float(falling[len(falling) // 2]), float(falling.std()))
    n = bulk.count
    trust = n / (n + TRUST)
    middle = trust * bulk.middle / spread
    width = math.sqrt(trust * (bulk.deviation / spread) ** 2 + (1 - trust))
    best = float(falling[: 3 if n >= 300 else 1].mean()) / spread
    top = middle + (best - middle) * _chance_top(REFERENCE_SIZE) / _chance_top(max(n, FEWEST))
    return np.array([top, width, middle])


def decide(
    falling: Floats,
    spread: float,
    calibration: Calibration,
    strictness: float = 0.5,
    bulk: Bulk | None = None,
) -> Cut:
    """The cut for scores sorted best first; ``spread`` as in ``Background``, ``bulk`` as in ``describe``.

    ``strictness`` 0 to 1. A clear query has at least its best photo in Strong; one that is not
    clear has neither Strong nor Possible photos, only the closest.
    """
    if not len(falling):
        return Cut(math.inf, math.inf, False)
    about = describe(falling, spread, bulk)
    shift = (min(1.0, max(0.0, strictness)) - 0.5) * 2 * calibration.per_strictness
    odds = float(np.dot(calibration.query[:-1], about)) + calibration.query[-1]
    clear = odds >= calibration.clear + shift
    best = float(falling[0])
    top = max(1e-3, float(about[0]))
    slope = (calibration.photo[0] + calibration.photo[1] / top) / spread
    fixed = float(np.dot(calibration.photo[2:-1], about)) + calibration.photo[-1]
    strong = (calibration.strong + shift - fixed) / slope
    possible = (calibration.possible + shift - fixed) / slope
    if not clear:
        return Cut(math.inf, math.inf, False)
    return Cut(min(strong, best), min(possible, strong, best), True)


def decide_likeness(
    falling: Floats,
    itself: float,
    strictness: float = 0.5,
    bulk: Bulk | None = None,
    *,
    parts: bool = False,
) -> Cut:
    """The cut for scores of photos with a photo, sorted best first; ``itself`` is its score with itself.

    A photo's score counts as the share of the way from the library's middle to ``itself``. With the
    starter, one photo saved anew at another size stands at 0.87 or more for 99 in 100, the best of a
    thousand others at 0.70 (median). So Strong is hardly ever another subject, in any library and
    space; a query is clear when anything is at least Possible. ``parts``: scores are those of parts.
    """
    if not len(falling):
        return Cut(math.inf, math.inf, False)
    shares = (PART_STRONG, PART_POSSIBLE) if parts else (LIKE_STRONG, LIKE_POSSIBLE)
    bulk = bulk or Bulk(len(falling), float(falling[len(falling) // 2]), float(falling.std()))
    middle = bulk.middle * bulk.count / (bulk.count + TRUST)
    shift = (min(1.0, max(0.0, strictness)) - 0.5) * 2 * LIKE_PER_STRICTNESS
    strong, possible = (middle + (share + shift) * (itself - middle) for share in shares)
    best = float(falling[0])
    if best < possible:
        return Cut(math.inf, math.inf, False)
    return Cut(min(strong, best), possible, True)


def _chance_top(n: int) -> float:
    """About how far the largest of n normal values lies above their middle, in standard deviations."""
    root = math.sqrt(2 * math.log(n))
    return root - (math.log(math.log(n)) + math.log(4 * math.pi)) / (2 * root)
