"""Where Strong, Possible and the rest part, decided per query.

First version: how far a score stands out of the query's own bulk over this library.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Background:
    """What neutral texts look like in this library."""

    text_mean: Floats
    photo_mean: Floats


@dataclass(frozen=True)
class Cut:
    """Strong from the score ``strong`` up, Possible from ``possible`` up; ``clear``: something matches."""

    strong: float
    possible: float
    clear: bool


def measure(sample: Floats, neutral: Floats) -> Background:
    """The background from a sample of photo vectors [m, d] and the neutral texts' vectors [t, d]."""
    return Background(neutral.mean(axis=0), sample.mean(axis=0))


def decide(falling: Floats, background: Background | None, vector: Floats, strictness: float = 0.5) -> Cut:
    """The cut for scores sorted best first."""
    n = len(falling)
    if n == 0:
        return Cut(np.inf, np.inf, False)
    middle = float(falling[n // 2])
    spread = max(1e-6, (float(falling[min(n - 1, int(n * 0.16))]) - middle))
    strong = middle + spread * (2.0 + 1.2 * strictness)
    possible = middle + spread * (1.3 + 0.8 * strictness)
    return Cut(strong, possible, bool(falling[0] >= middle + spread * (2.5 + 1.2 * strictness)))
