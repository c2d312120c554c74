from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from core.errors import Cancelled
from core.jobs import Token
from core.search.cards import (
    HERE,
    NEW,
    RESAVED,
    Matches,
    Pictures,
    candidates,
    here,
    may_be_here,
    resaved,
    states,
)
from core.search.duplicate_kinds import LOOK_BITS


def unit(rows: NDArray[np.floating]) -> NDArray[np.float32]:
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def pictures(look: NDArray[np.uint64], first: int = 0, **known: NDArray[np.generic]) -> Pictures:
    n = len(look)
    plain = Pictures(
        id=np.arange(first, first + n),
        look=look,
        looked=np.ones(n, bool),
        width=np.full(n, 4000),
        height=np.full(n, 3000),
        taken_at=np.full(n, np.nan),
        timed=np.zeros(n, bool),
        raw=np.zeros(n, bool),
    )
    return replace(plain, **known)


CHANCE = np.random.default_rng(3)
LOOKS = CHANCE.integers(0, 2**63, 40, dtype=np.uint64)
ROWS = unit(CHANCE.normal(size=(40, 64)))
LIBRARY = pictures(LOOKS, 1000)


def asked(
    card: Pictures, rows: NDArray[np.float32], library: Pictures = LIBRARY
) -> tuple[list[int], list[int]]:
    """What is found, and the card's photos that had to be encoded."""
    encoded: list[int] = []

    def encode(numbers: NDArray[np.int64]) -> NDArray[np.float32]:
        encoded.extend(numbers.tolist())
        return rows[numbers]

    found = resaved(card, library, candidates(card, library), encode, lambda keys: ROWS[keys - 1000], 0.0)
    return found.content.tolist(), encoded


def test_sizes_then_fingerprints() -> None:
    assert may_be_here(np.array([5, 6, 7]), np.array([7, 5, 5])).tolist() == [True, False, True]
    assert may_be_here(np.array([5]), np.zeros(0, np.int64)).tolist() == [False]
    assert here([b"a", None, b"b"], {b"a": 0, b"c": 4}).tolist() == [0, -1, -1]


def test_only_candidates_are_encoded_each_once_and_the_nearest_is_taken() -> None:
    library = pictures(np.append(LOOKS[:39], LOOKS[0]), 1000)
    near = unit(ROWS + 0.05 * np.random.default_rng(1).normal(size=ROWS.shape))
    card = pictures(np.concatenate([LOOKS[:2] ^ np.uint64(0b1111), ~LOOKS[:2]]))
    rows = np.stack([near[39], near[1], near[0], near[1]])
    found, encoded = asked(card, rows, library)
    assert found == [1039, 1001, -1, -1]
    assert encoded == [0, 1]


def test_a_look_without_a_likeness_is_new() -> None:
    assert asked(pictures(LOOKS[:3]), ROWS[[3, 1, 4]])[0] == [-1, 1001, -1]
    assert asked(pictures(LOOKS[:1]), np.full((1, 64), np.nan, np.float32))[0] == [-1]


def test_looks_that_are_missing_match_nothing() -> None:
    unseen = replace(pictures(LOOKS[:3]), looked=np.array([True, False, True]))
    assert asked(unseen, ROWS[:3]) == ([1000, -1, 1002], [0, 2])
    nothing = replace(LIBRARY, looked=np.zeros(40, bool))
    assert asked(unseen, ROWS[:3], nothing) == ([-1, -1, -1], [])
    assert asked(pictures(LOOKS[:0]), ROWS[:0]) == ([], [])


def test_candidates_are_those_that_counting_bits_finds() -> None:
    card = pictures(
        LOOKS[CHANCE.integers(0, 40, 200)] ^ (np.uint64(2) ** CHANCE.integers(0, 60, 200).astype(np.uint64))
    )
    i, j = candidates(card, LIBRARY)
    slow = [
        (a, b)
        for a in range(200)
        for b in range(40)
        if bin(int(card.look[a]) ^ int(LOOKS[b])).count("1") <= LOOK_BITS
    ]
    assert sorted(zip(i.tolist(), j.tolist(), strict=True)) == slow


@pytest.mark.parametrize(
    ("mine", "cosine", "had"),
    [
        (1e9 + 2, 0.999, False),  # another second: another exposure
        (1e9, 0.95, False),  # the same second, but another picture
        (1e9, 0.999, True),  # tags written anew
        (1e9 + 3600, 0.95, True),  # the time zone was lost
        (np.nan, 0.95, True),  # the time was lost
    ],
)
def test_the_next_exposure_of_a_burst_is_new(mine: float, cosine: float, had: bool) -> None:
    other = ROWS[1] - (ROWS[1] @ ROWS[0]) * ROWS[0]
    row = cosine * ROWS[0] + np.sqrt(1 - cosine**2) * other / np.linalg.norm(other)
    times = np.full(40, np.nan)
    times[0] = 1e9
    library = replace(LIBRARY, taken_at=times, timed=np.isfinite(times))
    card = pictures(LOOKS[:1], taken_at=np.array([mine]), timed=np.isfinite([mine]))
    assert asked(card, row[None].astype(np.float32), library)[0] == [1000 if had else -1]


def test_fractions_of_a_second_that_agree_name_one_exposure() -> None:
    other = ROWS[1] - (ROWS[1] @ ROWS[0]) * ROWS[0]
    row = (0.95 * ROWS[0] + np.sqrt(1 - 0.95**2) * other / np.linalg.norm(other)).astype(np.float32)
    library = replace(LIBRARY, taken_at=np.full(40, 1e9 + 0.25), timed=np.ones(40, bool))
    card = pictures(LOOKS[:1], taken_at=np.array([1e9 + 0.25]), timed=np.ones(1, bool))
    assert asked(card, row[None], library)[0] == [1000]


def matches(card: Pictures, library: Pictures = LIBRARY, had: Sequence[int] = ()) -> Matches:
    """What is found when the card's photos have the library's first vectors."""
    pairs = candidates(card, library)
    gone = np.array(had, dtype=np.int64)
    return resaved(card, library, pairs, lambda rows: ROWS[rows], lambda keys: ROWS[keys - 1000], 0.0, gone)


def test_what_looks_like_a_photo_that_the_card_holds_is_new() -> None:
    """The first of a burst is here in its own bytes; so is a JPEG whose RAW file is not."""
    assert matches(pictures(LOOKS[:2]), had=[1001, 1030]).content.tolist() == [1000, -1]


def test_a_better_one_on_the_card_is_told() -> None:
    card = pictures(LOOKS[:3], width=np.array([8000, 4000, 2000]), height=np.array([6000, 3000, 1500]))
    found = matches(card)
    assert found.content.tolist() == [1000, 1001, 1002]
    assert found.better.tolist() == [True, False, False]
    raw = replace(card, raw=np.ones(3, bool))
    assert matches(raw).better.tolist() == [True, True, True]
    assert matches(raw, replace(LIBRARY, raw=np.ones(40, bool))).better.tolist() == [True, False, False]
    assert found.likeness == pytest.approx(1)
    assert states(np.array([-1, 1001, -1]), replace(found, content=np.array([1000, -1, -1]))) == [
        RESAVED,
        HERE,
        NEW,
    ]


def test_a_cancel_ends_it() -> None:
    token = Token()
    token.cancel()
    with pytest.raises(Cancelled):
        candidates(pictures(LOOKS), LIBRARY, token)
