"""Where a photo agrees with words: the dense map of an encoder turned into heat.

A cell's cosine with the words says little alone: some cells are close to every text, some to none. So it
is read as a rank: how far above what the neutral texts reach in the same cell, in units of how much those
differ there. What is above the photo's own average, squared, is heat, the most of it 1.

Chosen on VOC's train photos with the built-in model: the hottest cell lies inside the class's mask for 0.74
with the neutral mean taken off alone, for 0.80 in units of the cell's own spread; a share of 0.55 of the
heat lies inside, 0.62 squared (masks cover 0.25). The mirrored photo beside it gave 0.82 for two passes
instead of one, and was left.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Floats = NDArray[np.float32]

# Heat has at least this many cells a side, so that its outline is smooth.
FINE = 56
# Neighbouring cells are averaged with these weights, rows and then columns.
_SMOOTH = (0.2, 0.6, 0.2)


def heat(cells: Floats, text: Floats, neutral: Floats) -> Floats:
    """Heat float32[h, w], 0 (least) to 1, over the whole photo.

    ``cells`` float32[rows, columns, d]: a dense map; ``text`` float32[d]: the words' unit vector;
    ``neutral`` float32[k, d]: unit vectors of texts that know nothing, at least two, made with the same
    templates. All zero when no place agrees more than another. Raises ValueError for other shapes.
    """
    if (
        cells.ndim != 3
        or text.shape != cells.shape[2:]
        or neutral.shape[1:] != text.shape
        or len(neutral) < 2
    ):
        raise ValueError(f"no map {cells.shape} for words {text.shape} and neutral texts {neutral.shape}")
    smooth = _smoothed(above(cells, text, neutral))
    rows, columns = smooth.shape
    size = (max(columns, min(4 * columns, FINE)), max(rows, min(4 * rows, FINE)))
    fine = np.asarray(Image.fromarray(smooth).resize(size, Image.Resampling.BILINEAR), np.float32)
    over = np.maximum(fine - np.float32(fine.mean(dtype=np.float64)), 0)
    most = over.max()
    # Differences as small as rounding are none.
    if not most > 1e-4:
        return np.zeros_like(over)
    return np.asarray((over / most) ** 2, np.float32)


def above(cells: Floats, text: Floats, neutral: Floats) -> Floats:
    """How far each cell's cosine with the words is above the neutral texts' mean there, float32[rows,
    columns], in units of their spread there."""
    lengths = np.linalg.norm(cells, axis=-1, keepdims=True)
    unit = cells / np.maximum(lengths, np.float32(1e-12))
    usual = unit @ neutral.T
    spread = np.maximum(usual.std(axis=-1), np.float32(1e-3))
    return np.asarray((unit @ text - usual.mean(axis=-1)) / spread, np.float32)


def _smoothed(plane: Floats) -> Floats:
    for axis in (0, 1):
        before, after = (_moved(plane, step, axis) for step in (-1, 1))
        plane = np.asarray(_SMOOTH[0] * before + _SMOOTH[1] * plane + _SMOOTH[2] * after, np.float32)
    return plane


def _moved(plane: Floats, step: int, axis: int) -> Floats:
    """The plane moved by one cell, its edge repeated."""
    order = np.clip(np.arange(plane.shape[axis]) + step, 0, plane.shape[axis] - 1)
    return np.take(plane, order, axis=axis)
