from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.search import bands
from core.search.bands import Calibration, centred, decide, decide_likeness, describe, measure, neutral_texts

CALIBRATION = Calibration.read()
SPREAD = 0.1


def library(n: int, matches: int, seed: int = 0, height: float = 0.55) -> NDArray[np.float32]:
    """Scores of a query that ``matches`` of n photos answer, the rest scattered a little below zero."""
    chance = np.random.default_rng(seed)
    scores = chance.normal(-0.05 if matches else 0.0, SPREAD, n)
    scores[:matches] = chance.normal(height, 0.05, matches)
    return -np.sort(-scores).astype(np.float32)


def test_no_photos_is_not_clear() -> None:
    cut = decide(np.zeros(0, np.float32), SPREAD, CALIBRATION)
    assert not cut.clear and cut.strong == math.inf


@pytest.mark.parametrize("n", [10, 57, 300, 1000, 30_000, 300_000])
def test_matches_stand_out_in_libraries_of_any_size(n: int) -> None:
    matches = max(2, n // 100)
    for seed in range(5):
        scores = library(n, matches, seed)
        cut = decide(scores, SPREAD, CALIBRATION)
        assert cut.clear
        strong = int((scores >= cut.strong).sum())
        assert 1 <= strong <= matches + n // 200
        assert strong >= matches // 2
        assert cut.possible <= cut.strong <= scores[0]


@pytest.mark.parametrize("n", [1, 10, 57, 300, 1000, 30_000])
def test_chance_alone_is_hardly_ever_clear(n: int) -> None:
    said = [decide(library(n, 0, seed), SPREAD, CALIBRATION).clear for seed in range(40)]
    assert sum(said) <= (8 if n < 300 else 4), "at most a fifth, a tenth where there are enough to compare"


@pytest.mark.parametrize("scores", [np.zeros(100), np.full(3, 0.2), np.full(1000, -1.0)])
def test_equal_scores_do_not_break_it(scores: NDArray[np.float64]) -> None:
    cut = decide(scores.astype(np.float32), SPREAD, CALIBRATION)
    assert not math.isnan(cut.strong) and not math.isnan(cut.possible)


def test_the_cut_does_not_depend_on_the_encoders_units() -> None:
    scores = library(1000, 20)
    cut, small = decide(scores, SPREAD, CALIBRATION), decide(scores / 8, SPREAD / 8, CALIBRATION)
    assert cut.clear and small.clear
    assert small.strong == pytest.approx(cut.strong / 8, rel=1e-4)
    assert small.possible == pytest.approx(cut.possible / 8, rel=1e-4)


def test_stricter_means_fewer() -> None:
    scores = library(1000, 20, height=0.45)
    counts = [
        int((scores >= decide(scores, SPREAD, CALIBRATION, s).strong).sum()) for s in (0, 0.25, 0.5, 0.75, 1)
    ]
    assert counts == sorted(counts, reverse=True) and counts[0] > counts[-1]
    assert decide(scores, SPREAD, CALIBRATION, 7.0) == decide(scores, SPREAD, CALIBRATION, 1.0)


def test_description_by_hand() -> None:
    scores = library(1000, 10)
    top, width, middle = describe(scores, SPREAD)
    trust = 1000 / 1050
    assert middle == pytest.approx(trust * scores[500] / SPREAD, rel=1e-5)
    assert width == pytest.approx(math.sqrt(trust * (scores.std() / SPREAD) ** 2 + 1 - trust), rel=1e-5)
    assert top == pytest.approx(scores[:3].mean() / SPREAD, rel=1e-5)


def test_background_measures_the_spread_of_neutral_texts() -> None:
    chance = np.random.default_rng(2)
    photos = centred(chance.normal(size=(500, 16)).astype(np.float32), np.float32(0))
    texts = centred((chance.normal(size=(40, 16)) + 1).astype(np.float32), np.float32(0))
    known = measure(photos, texts)
    by_hand = [(photos @ row).var() for row in centred(texts, texts.mean(axis=0))]
    assert known.text_spread == pytest.approx(math.sqrt(np.mean(by_hand)), rel=1e-4)
    assert np.allclose(known.photo_mean, photos.mean(axis=0)) and known.photo_spread > 0


@pytest.mark.parametrize("n", [0, 1, 2])
def test_background_of_hardly_any_photos(n: int) -> None:
    chance = np.random.default_rng(2)
    known = measure(
        chance.normal(size=(n, 16)).astype(np.float32), chance.normal(size=(40, 16)).astype(np.float32)
    )
    assert known.text_spread > 0 and known.photo_spread > 0
    assert np.all(np.isfinite(known.photo_mean)) and known.text_mean.shape == (16,)


def test_centred_leaves_what_has_no_direction() -> None:
    row = np.ones(4, np.float32)
    assert np.array_equal(centred(row, row), row)
    assert np.array_equal(centred(np.zeros(4, np.float32), np.float32(0)), np.zeros(4))


def test_neutral_texts_are_distinct_and_no_query_that_is_measured() -> None:
    texts = neutral_texts()
    assert 100 <= len(texts) <= 320 and len(set(texts)) == len(texts)
    folder = Path(__file__).parents[2] / "data" / "evaluation"
    import tomllib

    for name in ("bands_test", "absurd"):
        asked = {q["text"] for q in tomllib.loads((folder / f"{name}.toml").read_text("utf-8"))["query"]}
        assert not asked & set(texts)


def test_calibration_survives_its_file(tmp_path: Path) -> None:
    file = tmp_path / "bands.json"
    file.write_text(CALIBRATION.text(), "utf-8")
    assert Calibration.read(file) == CALIBRATION
    file.write_text(json.dumps({"photo": []}), "utf-8")
    with pytest.raises(KeyError):
        Calibration.read(file)
    assert len(CALIBRATION.photo) == 6 and len(CALIBRATION.query) == 4
    assert bands.REFERENCE_SIZE == 1000


def likeness(n: int, like: int, seed: int = 0, height: float = 0.9) -> NDArray[np.float32]:
    """Scores of n photos with a photo whose score with itself is 0.7; ``like`` of them are much like it."""
    chance = np.random.default_rng(seed)
    shares = chance.normal(0.0, 0.15, n).clip(-0.5, 0.55)
    shares[:like] = chance.normal(height, 0.015, like)
    return (-np.sort(-shares) * 0.7).astype(np.float32)


@pytest.mark.parametrize("n", [20, 40, 300, 1000, 30_000])
def test_photos_much_like_a_photo_are_strong_in_libraries_of_any_size(n: int) -> None:
    for seed in range(5):
        scores = likeness(n, 5, seed)
        cut = decide_likeness(scores, 0.7)
        assert cut.clear and int((scores >= cut.strong).sum()) == 5
        assert cut.possible <= cut.strong


def test_many_of_the_same_thing_in_a_small_library_are_still_much_alike() -> None:
    scores = likeness(40, 15)
    cut = decide_likeness(scores, 0.7)
    assert cut.clear and int((scores >= cut.strong).sum()) == 15


def test_a_photo_unlike_all_others_is_said_to_be_so() -> None:
    for seed in range(20):
        assert not decide_likeness(likeness(1000, 0, seed), 0.7).clear
    assert not decide_likeness(np.zeros(0, np.float32), 0.7).clear
    single = decide_likeness(np.array([0.69], np.float32), 0.7)
    assert single.clear and single.strong <= 0.69, "its copy, alone in the library"


def test_strictness_moves_the_cut_of_likeness() -> None:
    scores = likeness(1000, 30, height=0.78)
    found = [int((scores >= decide_likeness(scores, 0.7, s).strong).sum()) for s in (0.0, 0.5, 1.0)]
    assert found[0] >= found[1] >= found[2] and found[0] > found[2]


def test_the_units_of_likeness_do_not_matter() -> None:
    scores = likeness(500, 8)
    cut, small = decide_likeness(scores, 0.7), decide_likeness(scores / 8, 0.7 / 8)
    assert small.strong == pytest.approx(cut.strong / 8, rel=1e-4)
