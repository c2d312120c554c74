from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from core.errors import Cancelled
from core.jobs import Token
from core.labels.tags import Yardstick, propose
from core.labels.themes import CANDIDATES, FEWEST, THEMES, Counts, candidates, choose, count

Floats = NDArray[np.float32]
DIMENSION, TERMS = 48, 30


def units(rows: Floats) -> Floats:
    return (rows / np.linalg.norm(rows, axis=-1, keepdims=True)).astype(np.float32)


def library(seed: int = 1, photos: int = 300) -> tuple[Floats, Floats, Yardstick, NDArray[np.int64]]:
    """Photos that each show one term, low rows oftener; the terms; the yardstick; what each photo shows."""
    chance = np.random.default_rng(seed)
    shared = chance.normal(size=DIMENSION)
    own = np.linalg.qr(chance.normal(size=(DIMENSION, DIMENSION)))[0][:TERMS] * np.sqrt(DIMENSION)
    neutral = units(chance.normal(size=(200, DIMENSION)) + shared)
    odds = 1 / np.arange(1, TERMS + 1)
    shown = chance.choice(TERMS, size=photos, p=odds / odds.sum())
    rows = units(1.3 * own[shown] + 0.6 * chance.normal(size=(photos, DIMENSION)))
    return rows, units(own + shared), Yardstick.measure(neutral, rows), shown


def some_terms(n: int) -> tuple[Floats, Yardstick]:
    """Terms at right angles and a yardstick that takes nothing off."""
    return np.eye(n, dtype=np.float32), Yardstick(np.zeros(n, np.float32), np.eye(n, dtype=np.float32), 1.0)


def test_counts_are_those_of_tags_photo_by_photo() -> None:
    rows, terms, yardstick, shown = library()
    counts = count([rows], terms, yardstick)
    slow = np.zeros(TERMS, dtype=np.int64)
    for row in rows:
        for tag in propose(row, terms, yardstick):
            slow[tag.term] += tag.share >= 0.5
    assert counts.tagged.tolist() == slow.tolist()
    assert counts.photos == len(rows)
    truth = np.bincount(shown, minlength=TERMS)
    assert np.corrcoef(truth, counts.tagged)[0, 1] > 0.95


def test_chunks_of_any_size_count_the_same() -> None:
    rows, terms, yardstick, _ = library(photos=200)
    whole = count([np.tile(rows, (11, 1))], terms, yardstick)
    parts = count([rows[:0], *([rows] * 10), rows[:70], rows[70:]], terms, yardstick)
    assert whole.tagged.tolist() == parts.tagged.tolist()
    assert whole.photos == parts.photos == 2200
    assert count([rows], terms[:0], yardstick).photos == 200


def test_counting_can_be_stopped() -> None:
    rows, terms, yardstick, _ = library(photos=50)
    token = Token()

    def chunks() -> object:
        yield rows
        token.cancel()
        yield rows

    with pytest.raises(Cancelled):
        count(chunks(), terms, yardstick, token)  # type: ignore[arg-type]


def test_candidates_are_neither_rare_nor_everywhere() -> None:
    tagged = np.array([600, 40, 3, 2, 0, 40, 500])
    assert candidates(Counts(tagged, 1000)) == [6, 1, 5, 2]
    assert candidates(Counts(tagged, 1000), 2) == [6, 1]
    assert len(candidates(Counts(np.full(100, 9), 1000))) == CANDIDATES


@pytest.mark.parametrize(("photos", "fewest"), [(0, 1), (10, 1), (45, 2), (60, 3), (100_000, FEWEST)])
def test_tiny_libraries_have_smaller_themes(photos: int, fewest: int) -> None:
    assert Counts(np.zeros(0, np.int64), photos).fewest == fewest


def test_themes_carry_what_search_found_most_first() -> None:
    terms, yardstick = some_terms(5)
    counts = Counts(np.array([10, 30, 8, 4, 0]), 1000)
    themes = choose(counts, {1: 35, 0: 12, 2: 20, 3: 4}, terms, yardstick)
    assert [(theme.index, theme.count) for theme in themes] == [(1, 35), (2, 20), (0, 12), (3, 4)]


def test_what_search_finds_far_oftener_than_it_is_a_tag_is_no_theme() -> None:
    terms, yardstick = some_terms(4)
    counts = Counts(np.array([10, 10, 10, 10]), 1000)
    # 80 found with 10 tagged; 2 found; found nowhere; and half the library and more.
    assert choose(counts, {0: 80, 1: 2, 2: 0, 3: 501}, terms, yardstick) == []


def test_no_two_themes_mean_the_same() -> None:
    terms, yardstick = some_terms(4)
    terms[1] = units(np.array([1, 0.5, 0, 0], np.float32))
    counts = Counts(np.array([20, 19, 5, 5]), 1000)
    assert [theme.index for theme in choose(counts, {0: 20, 1: 19, 2: 5, 3: 5}, terms, yardstick)] == [
        0,
        2,
        3,
    ]


def test_a_dozen_themes_the_same_each_time() -> None:
    terms, yardstick = some_terms(30)
    counts = Counts(np.full(30, 7), 1000)
    found = dict.fromkeys(reversed(range(30)), 7)
    themes = choose(counts, found, terms, yardstick)
    assert [theme.index for theme in themes] == list(range(THEMES))
    assert themes == choose(counts, dict(sorted(found.items())), terms, yardstick)
