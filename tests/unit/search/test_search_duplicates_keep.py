from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.search.duplicate_kinds import DuplicateColumns
from core.search.keep import REASONS, best, merits, named_as_copy, ranked

PLAIN = DuplicateColumns(
    photo_id=np.array([7, 5, 9]),
    content_id=np.arange(3),
    taken_at=np.full(3, np.nan),
    timed=np.zeros(3, bool),
    camera=np.full(3, -1),
    width=np.full(3, 400),
    height=np.full(3, 300),
    size=np.full(3, 100_000),
    since=np.full(3, 1e9),
    look=np.zeros(3, np.uint64),
    looked=np.zeros(3, bool),
    pair=np.zeros(3, np.int64),
    favourite=np.zeros(3, bool),
    format=["jpeg"] * 3,
    name=[b"IMG_1 (1).jpg"] * 3,
)
ALL = np.arange(3)

# The third photo is the better one in this, and this alone.
MERITS = {
    "favourite": {"favourite": np.array([False, False, True])},
    "largest": {"width": np.array([400, 400, 401])},
    "dated": {"timed": np.array([True, False, True]), "taken_at": np.array([np.nan, 1e9, 1e9])},
    "most_detail": {"size": np.array([100_000, 100_000, 130_000])},
    "original_name": {"name": [b"IMG_1 (1).jpg", b"IMG_1 copy.jpg", b"IMG_1.jpg"]},
    "oldest": {"since": np.array([1e9, np.nan, 1e9 - 60])},
}


@pytest.mark.parametrize("reason", MERITS)
def test_each_reason_decides_alone(reason: str) -> None:
    assert best(replace(PLAIN, **MERITS[reason]), ALL) == (2, reason)


@pytest.mark.parametrize("reason", list(MERITS)[1:])
def test_the_one_before_outweighs(reason: str) -> None:
    above = REASONS[REASONS.index(reason) - 1]
    other = {name: np.asarray(values)[::-1].copy() for name, values in MERITS[above].items()}
    both = replace(PLAIN, **MERITS[reason])
    both = replace(both, **{name: list(v) if name in ("name", "format") else v for name, v in other.items()})
    assert best(both, ALL) == (0, above)


def test_without_a_difference_the_first_stays() -> None:
    assert best(PLAIN, ALL) == (1, "first")
    assert best(PLAIN, np.array([2])) == (2, "first")
    assert ranked(PLAIN).tolist() == [1, 0, 2]


def test_detail_is_what_a_format_holds_not_its_bytes() -> None:
    sizes = np.array([100_000, 400_000, 90_000])
    assert best(replace(PLAIN, size=sizes, format=["jpeg", "png", "heic"]), ALL) == (2, "most_detail")
    assert best(replace(PLAIN, size=sizes, format=["raw", "png", "heic"]), ALL) == (0, "most_detail")
    nearly = np.array([100_000, 100_000, 101_000])
    assert best(replace(PLAIN, size=nearly), ALL) == (1, "first")


def test_best_agrees_with_the_ranking() -> None:
    chance = np.random.default_rng(0)
    n = 200
    photos = DuplicateColumns(
        photo_id=chance.permutation(n),
        content_id=np.arange(n),
        taken_at=chance.choice([np.nan, 1e9], n),
        timed=chance.random(n) < 0.5,
        camera=np.full(n, -1),
        width=chance.choice([400, 800], n),
        height=chance.choice([300, 600], n),
        size=chance.integers(1, 10**6, n),
        since=chance.choice([1e9, 2e9, np.nan], n),
        look=np.zeros(n, np.uint64),
        looked=np.zeros(n, bool),
        pair=np.zeros(n, np.int64),
        favourite=chance.random(n) < 0.2,
        format=list(chance.choice(["jpeg", "raw", "png"], n)),
        name=[bytes(name) for name in chance.choice([b"a.jpg", b"a (2).jpg"], n)],
    )
    place = np.argsort(ranked(photos))
    found = merits(photos)
    for _ in range(100):
        rows = chance.choice(n, 5, replace=False)
        assert best(photos, rows, found)[0] == rows[place[rows].argmin()]


@pytest.mark.parametrize(
    ("name", "copy"),
    [
        (b"IMG_1.jpg", False),
        (b"IMG_1 (1).jpg", True),
        (b"IMG_1(12).JPG", True),
        (b"IMG_1 copy.jpg", True),
        (b"IMG_1 - Copy (2).jpg", True),
        (b"IMG_1 - Kopie.jpg", True),
        (b"Copy of IMG_1.jpg", True),
        (b"IMG_1-edited.jpg", True),
        (b"IMG_1~2.jpg", True),
        ("IMG_1 副本.jpg".encode(), True),
        (b"photocopy.jpg", False),
        (b"copyright.jpg", False),
        (b"(1).jpg", True),
        (b"Paris (France).jpg", False),
        (b"2021 (2019).jpg", False),
        (b".jpg", False),
        (b"", False),
        (b"\xff\xfe (1).jpg", True),
    ],
)
def test_names_of_copies(name: bytes, copy: bool) -> None:
    assert named_as_copy(name) is copy
