from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from core.labels.rle import from_rle, to_rle


def naive(counts: str, height: int, width: int) -> NDArray[np.bool_]:
    """COCO's rleFrString and rleDecode, step by step."""
    runs: list[int] = []
    position = 0
    while position < len(counts):
        value, step, more = 0, 0, True
        while more:
            sign = ord(counts[position]) - 48
            value |= (sign & 0x1F) << (5 * step)
            more = bool(sign & 0x20)
            position += 1
            step += 1
            if not more and sign & 0x10:
                value |= -1 << (5 * step)
        if len(runs) > 2:
            value += runs[len(runs) - 2]
        runs.append(value)
    mask = np.zeros((height, width), dtype=bool)
    place, on = 0, False
    for run in runs:
        for pixel in range(place, place + run):
            mask[pixel % height, pixel // height] = on
        place, on = place + run, not on
    assert place == height * width
    return mask


@pytest.mark.parametrize("shape", [(1, 1), (1, 7), (9, 1), (24, 31), (60, 45)])
@pytest.mark.parametrize("filled", [0.0, 0.03, 0.5, 0.98, 1.0])
def test_masks_come_back_and_a_slow_reader_sees_the_same(shape: tuple[int, int], filled: float) -> None:
    mask = np.random.default_rng(shape[0]).random(shape) < filled
    rle = to_rle(mask)
    assert rle["size"] == list(shape) and rle["counts"].isascii()
    assert (naive(rle["counts"], *shape) == mask).all()
    assert (from_rle(rle) == mask).all()


def test_long_runs_and_ones_that_shrink() -> None:
    mask = np.zeros((700, 500), dtype=bool)
    mask[:, 100:400] = True
    mask[3:5, 150] = False
    mask[600:, 320:330] = False
    assert (naive(to_rle(mask)["counts"], 700, 500) == mask).all()
    assert (from_rle(to_rle(mask)) == mask).all()


def test_strings_as_coco_writes_them() -> None:
    # The tests of COCO's own tools have these two.
    flat = np.repeat([False, True] * 4 + [False], [6, 1, 40, 4, 5, 4, 5, 4, 21])
    mask = flat.reshape((9, 10), order="F")
    assert to_rle(mask) == {"size": [9, 10], "counts": "61X13mN000`0"}
    square = np.zeros((40, 40), dtype=bool)
    square[5:10, 6:11] = True
    assert to_rle(square) == {"size": [40, 40], "counts": "e75S10000000ST1"}


def test_turned_and_sliced_masks() -> None:
    mask = np.random.default_rng(3).random((20, 30)) < 0.4
    for view in (mask.T, mask[::2, ::-1], mask[:, 5:6]):
        assert (from_rle(to_rle(view)) == view).all()


@pytest.mark.parametrize("counts", ["", "5", "61X13mN000`1", "61X13mN000", "6\x7f", "6 1", "61X", "0O"])
def test_broken_runs_are_refused(counts: str) -> None:
    with pytest.raises(ValueError):
        from_rle({"size": [9, 10], "counts": counts})
