"""Columns of an answer."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

STRONG, POSSIBLE, REST = 0, 1, 2

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Hits:
    """Columns of an answer, best first; bands are contiguous (0 strong, 1 possible, 2 rest).

    ``scores`` are comparable within one answer only. ``clear`` is false when nothing matches clearly.
    ``days`` count from 1970-01-01 local, -1 unknown; ``aspects`` are width ÷ height.
    """

    photo_ids: Ints
    scores: Floats
    bands: NDArray[np.uint8]
    aspects: Floats
    days: NDArray[np.int32]
    clear: bool
    exact: bool
    photos_searched: int
