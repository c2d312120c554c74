"""Measures of search and segmentation: recall, precision, average precision, IoU. Pure numpy.

Equal scores count against us: whatever is wrong stands before what is right at the same score,
so that an encoder which gives everything one score is not praised.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Bools = NDArray[np.bool_]


def first_right_ranks(scores: NDArray[np.floating], right: Bools) -> NDArray[np.int64]:
    """Rank (0 = best) of the best right candidate in each row of ``scores`` [rows, candidates].

    ``right`` has the same shape. A row with nothing right gets the number of candidates.
    """
    best = np.where(right, scores, -np.inf).max(axis=1, initial=-np.inf)
    ahead = ((scores >= best[:, None]) & ~right).sum(axis=1)
    return np.asarray(np.where(right.any(axis=1), ahead, scores.shape[1]), dtype=np.int64)


def recall_at(ranks: NDArray[np.int64], k: int) -> float:
    """Share of rows whose first right candidate is among the first ``k``; 0 without rows."""
    return float((ranks < k).mean()) if len(ranks) else 0.0


def retrieval_ranks(
    photos: NDArray[np.float32], texts: NDArray[np.float32], owner: NDArray[np.int64], *, rows: int = 1024
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Ranks for text→photo [texts] and photo→text [photos] from unit vectors.

    ``owner[i]`` is the photo (row of ``photos``) that text ``i`` describes; a photo may have several.
    Done ``rows`` at a time, so memory stays bounded.
    """
    of_texts = np.empty(len(texts), dtype=np.int64)
    for start in range(0, len(texts), rows):
        stop = start + rows
        right = owner[start:stop, None] == np.arange(len(photos))[None]
        of_texts[start:stop] = first_right_ranks(texts[start:stop] @ photos.T, right)
    of_photos = np.empty(len(photos), dtype=np.int64)
    for start in range(0, len(photos), rows):
        stop = min(start + rows, len(photos))
        right = np.arange(start, stop)[:, None] == owner[None]
        of_photos[start:stop] = first_right_ranks(photos[start:stop] @ texts.T, right)
    return of_texts, of_photos


def precision_at(right: Sequence[bool] | Bools, k: int) -> float:
    """Share of right ones among the first ``k`` of a ranking; fewer than ``k`` hits count as wrong."""
    return float(np.count_nonzero(np.asarray(right, dtype=bool)[:k])) / k


def average_precision(right: Sequence[bool] | Bools, total: int | None = None) -> float:
    """Mean of the precision at each right hit of a ranking, best first.

    ``total`` is how many right ones there are, if some are not in the ranking. 0 when there is none.
    """
    flags = np.asarray(right, dtype=bool)
    wanted = int(np.count_nonzero(flags)) if total is None else total
    if wanted == 0:
        return 0.0
    precision = np.cumsum(flags) / np.arange(1, len(flags) + 1)
    return float(precision[flags].sum() / wanted)


def precision_recall(chosen: Bools, right: Bools) -> tuple[float, float]:
    """Precision and recall of a chosen set; an empty choice is 0 for both, nothing right gives recall 0."""
    hits = int(np.count_nonzero(chosen & right))
    found, wanted = int(np.count_nonzero(chosen)), int(np.count_nonzero(right))
    return (hits / found if found else 0.0), (hits / wanted if wanted else 0.0)


def iou(one: Bools, other: Bools) -> float:
    """Intersection over union of two masks of one shape; 1 when both are empty."""
    union = int(np.count_nonzero(one | other))
    return int(np.count_nonzero(one & other)) / union if union else 1.0


def mean_iou(
    predicted: NDArray[np.integer], truth: NDArray[np.integer], classes: int, *, void: int = 255
) -> tuple[float, NDArray[np.float64]]:
    """Mean IoU over the classes that occur in either label map, and each class's (NaN: occurs in neither).

    Pixels whose truth is ``void`` are left out; predictions outside 0..classes-1 count as wrong.
    """
    kept = truth != void
    guess = predicted[kept].astype(np.int64)
    real = truth[kept].astype(np.int64)
    guess = np.where((guess >= 0) & (guess < classes), guess, classes)
    table = np.bincount(real * (classes + 1) + guess, minlength=classes * (classes + 1))
    table = table.reshape(classes, classes + 1)
    both = table.diagonal().astype(np.float64)
    union = table.sum(axis=1) + table[:, :classes].sum(axis=0) - both
    each = np.full(classes, np.nan)
    np.divide(both, union, out=each, where=union > 0)
    return (float(np.nanmean(each)) if np.any(union > 0) else 0.0), each
