from __future__ import annotations

import numpy as np
import pytest

from core import metrics


def naive_ranks(scores: np.ndarray, right: np.ndarray) -> list[int]:
    ranks = []
    for row, flags in zip(scores.tolist(), right.tolist(), strict=True):
        order = sorted(range(len(row)), key=lambda j: (-row[j], flags[j]))
        ranks.append(next((place for place, j in enumerate(order) if flags[j]), len(row)))
    return ranks


@pytest.mark.parametrize("seed", range(6))
def test_ranks_as_by_sorting_with_ties_against_us(seed: int) -> None:
    chance = np.random.default_rng(seed)
    scores = np.round(chance.normal(size=(40, 25)), seed % 3).astype(np.float32)
    right = chance.random((40, 25)) < 0.1
    assert metrics.first_right_ranks(scores, right).tolist() == naive_ranks(scores, right)


def test_retrieval_both_ways_equals_the_loop_and_does_not_depend_on_the_block() -> None:
    chance = np.random.default_rng(1)
    photos = chance.normal(size=(30, 8)).astype(np.float32)
    owner = np.repeat(np.arange(30), 5)[:140]
    texts = photos[owner] + chance.normal(size=(140, 8)).astype(np.float32)
    to_photo, to_text = metrics.retrieval_ranks(photos, texts, owner, rows=7)
    scores = texts @ photos.T
    assert to_photo.tolist() == [int((scores[i] > scores[i, owner[i]]).sum()) for i in range(140)]
    for photo in range(28):
        best = max(scores[i, photo] for i in range(140) if owner[i] == photo)
        assert to_text[photo] == sum(scores[i, photo] > best for i in range(140) if owner[i] != photo)
    assert to_text[29] == 140
    whole = metrics.retrieval_ranks(photos, texts, owner)
    assert np.array_equal(whole[0], to_photo) and np.array_equal(whole[1], to_text)


def test_recall() -> None:
    ranks = np.array([0, 1, 4, 5, 30])
    assert [metrics.recall_at(ranks, k) for k in (1, 5, 10)] == [0.2, 0.6, 0.8]
    assert metrics.recall_at(np.zeros(0, np.int64), 5) == 0.0


def test_one_score_for_all_is_not_praised() -> None:
    ranks = metrics.first_right_ranks(np.zeros((10, 10), np.float32), np.eye(10, dtype=bool))
    assert metrics.recall_at(ranks, 1) == 0.0


@pytest.mark.parametrize(
    ("right", "k", "expected"),
    [
        ([True, False, True], 2, 0.5),
        ([True], 10, 0.1),
        ([], 10, 0.0),
        ([False] * 20, 10, 0.0),
        ([True] * 20, 10, 1.0),
    ],
)
def test_precision_at(right: list[bool], k: int, expected: float) -> None:
    assert metrics.precision_at(right, k) == pytest.approx(expected)


@pytest.mark.parametrize("seed", range(5))
def test_average_precision_as_by_hand(seed: int) -> None:
    right = np.random.default_rng(seed).random(50) < 0.2
    found, total = 0, 0.0
    for place, flag in enumerate(right, 1):
        if flag:
            found += 1
            total += found / place
    assert metrics.average_precision(right) == pytest.approx(total / max(1, found))
    assert metrics.average_precision(right, total=2 * found) == pytest.approx(total / max(1, 2 * found))
    assert metrics.average_precision([]) == 0.0


@pytest.mark.parametrize("seed", range(5))
def test_precision_and_recall_of_a_set(seed: int) -> None:
    chance = np.random.default_rng(seed)
    chosen, right = chance.random(40) < 0.3, chance.random(40) < 0.3
    both = sum(1 for a, b in zip(chosen, right, strict=True) if a and b)
    assert metrics.precision_recall(chosen, right) == (both / sum(chosen), both / sum(right))
    nothing = np.zeros(40, bool)
    assert metrics.precision_recall(nothing, right) == (0.0, 0.0)
    assert metrics.precision_recall(chosen, nothing) == (0.0, 0.0)


@pytest.mark.parametrize("seed", range(4))
def test_iou_as_by_sets_of_pixels(seed: int) -> None:
    chance = np.random.default_rng(seed)
    truth = chance.integers(0, 4, (12, 9)).astype(np.uint8)
    truth[chance.random((12, 9)) < 0.2] = 255
    guess = chance.integers(0, 5, (12, 9)).astype(np.uint8)
    mean, each = metrics.mean_iou(guess, truth, 6)
    expected = []
    for label in range(6):
        a = {(i, j) for i, j in np.ndindex(12, 9) if guess[i, j] == label and truth[i, j] != 255}
        b = {(i, j) for i, j in np.ndindex(12, 9) if truth[i, j] == label}
        if a | b:
            expected.append(len(a & b) / len(a | b))
            assert each[label] == pytest.approx(expected[-1])
            flat = metrics.iou((guess == label) & (truth != 255), truth == label)
            assert flat == pytest.approx(expected[-1])
        else:
            assert np.isnan(each[label])
    assert mean == pytest.approx(np.mean(expected))


def test_iou_of_nothing() -> None:
    nothing = np.zeros((3, 3), bool)
    assert metrics.iou(nothing, nothing) == 1.0
    assert metrics.iou(nothing, ~nothing) == 0.0
    assert metrics.mean_iou(np.zeros((2, 2), np.uint8), np.full((2, 2), 255, np.uint8), 3)[0] == 0.0
