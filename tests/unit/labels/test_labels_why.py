from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from core.labels.why import FINE, above, heat

Floats = NDArray[np.float32]
DIMENSION = 32


def units(rows: Floats) -> Floats:
    return np.asarray(rows / np.linalg.norm(rows, axis=-1, keepdims=True), np.float32)


def drawn(*shape: int, seed: int = 0) -> Floats:
    return units(np.random.default_rng(seed).normal(size=(*shape, DIMENSION)).astype(np.float32))


def scene(rows: int = 10, columns: int = 14) -> tuple[Floats, Floats, Floats]:
    """(cells, text, neutral): the words' thing is at rows 2-4, columns 9-12 of a dull background."""
    text, neutral = drawn(1, seed=1)[0], drawn(40, seed=2)
    cells = np.tile(drawn(1, seed=3)[0], (rows, columns, 1)) + 0.2 * drawn(rows, columns, seed=4)
    cells[2:5, 9:13] += 0.8 * text
    return units(cells), text, neutral


def test_heat_lies_where_the_words_are_true() -> None:
    cells, text, neutral = scene()
    hot = heat(cells, text, neutral)
    assert hot.dtype == np.float32
    assert hot.shape == (40, 56)
    assert hot.min() == 0
    assert hot.max() == 1
    row, column = np.unravel_index(hot.argmax(), hot.shape)
    assert 2 <= row / 4 < 5
    assert 9 <= column / 4 < 13
    inside = hot[8:20, 36:52].sum() / hot.sum()
    assert inside > 0.8


def test_a_cell_that_every_text_likes_is_not_hot() -> None:
    cells, text, neutral = scene()
    usual = neutral.mean(axis=0)
    cells[8, 2] = units(cells[8, 2] + 4 * usual / np.linalg.norm(usual))
    hot = heat(cells, text, neutral)
    assert hot[32:36, 8:12].max() < 0.05


def test_how_long_a_cell_s_vector_is_says_nothing() -> None:
    cells, text, neutral = scene()
    stretched = cells * np.random.default_rng(5).uniform(0.1, 9, (10, 14, 1)).astype(np.float32)
    np.testing.assert_allclose(heat(stretched, text, neutral), heat(cells, text, neutral), atol=1e-4)


def test_above_is_the_plain_standard_score() -> None:
    cells, text, neutral = scene()
    expected = np.zeros((10, 14))
    for row in range(10):
        for column in range(14):
            scores = [float(cells[row, column] @ other) for other in neutral]
            expected[row, column] = (cells[row, column] @ text - np.mean(scores)) / np.std(scores)
    np.testing.assert_allclose(above(cells, text, neutral), expected, rtol=1e-3, atol=1e-4)


def test_a_photo_of_one_thing_everywhere_has_no_heat() -> None:
    _, text, neutral = scene()
    same = np.tile(text, (7, 7, 1))
    assert not heat(same, text, neutral).any()
    assert not heat(np.zeros((7, 7, DIMENSION), np.float32), text, neutral).any()
    assert not heat(same[:1, :1], text, neutral).any()


@pytest.mark.parametrize(
    ("rows", "columns", "shape"), [(7, 7, (28, 28)), (32, 16, (56, 56)), (60, 80, (60, 80))]
)
def test_heat_is_fine_enough_to_draw(rows: int, columns: int, shape: tuple[int, int]) -> None:
    hot = heat(drawn(rows, columns), drawn(1, seed=1)[0], drawn(9, seed=2))
    assert hot.shape == shape
    assert max(hot.shape) >= min(4 * max(rows, columns), FINE)


def test_shapes_that_do_not_fit_are_refused() -> None:
    cells, text, neutral = scene()
    for wrong in ((cells[0], text, neutral), (cells, text[:5], neutral), (cells, text, neutral[:1])):
        with pytest.raises(ValueError, match="no map"):
            heat(*wrong)
