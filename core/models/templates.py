"""Names put into sentences: a name's vector is the mean over those that a model was trained with."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from core.jobs import Turn

Floats = NDArray[np.float32]
Encode = Callable[[Sequence[str], Turn], Floats]


def filled(templates: Sequence[str], names: Sequence[str]) -> list[str]:
    """Every name in every template, name by name."""
    return [template.replace("{}", name) for name in names for template in templates]


def averaged(encode: Encode, templates: Sequence[str], names: Sequence[str], turn: Turn) -> Floats:
    """Unit vectors float32[n, d] of names: the mean of each one's sentences as ``encode`` gives them."""
    rows = encode(filled(templates, names), turn).reshape(len(names), len(templates), -1).mean(axis=1)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-12), dtype=np.float32)
