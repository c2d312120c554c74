"""Names in sentences: the mean over a model's templates."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from core.jobs import Turn
from core.models.templates import averaged, filled

TURN = Turn()


def letters(texts: Sequence[str], turn: Turn) -> NDArray[np.float32]:
    """How often each small letter stands in a text, as a unit vector."""
    assert turn is TURN
    rows = np.array([[text.count(chr(97 + place)) for place in range(26)] for text in texts], np.float32)
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)


def test_each_name_is_put_into_each_sentence() -> None:
    assert filled(("{}", "a {} and {}"), ["cat", "dog"]) == ["cat", "a cat and cat", "dog", "a dog and dog"]
    assert filled(("{}",), ["{braces}", "{}"]) == ["{braces}", "{}"], "what is written in a name stays"


def test_a_name_is_the_mean_of_its_sentences() -> None:
    found = averaged(letters, ("{}", "two {} in snow"), ["cat", "horse"], TURN)
    for row, name in zip(found, ("cat", "horse"), strict=True):
        mean = letters([name, f"two {name} in snow"], TURN).mean(axis=0)
        assert row == pytest.approx(mean / np.linalg.norm(mean), abs=1e-6)
    assert found.dtype == np.float32 and np.linalg.norm(found, axis=1) == pytest.approx(1)


def test_a_name_without_a_direction_has_none() -> None:
    assert not averaged(letters, ("{}",), ["123"], TURN).any()
