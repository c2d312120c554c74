from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from core.errors import Cancelled
from core.jobs import Token
from core.search import near
from core.search.duplicate_kinds import (
    ALIKE,
    BYTES,
    FARTHEST,
    KINDS,
    LIKE_ALIKE,
    LIKE_MOMENT,
    LIKE_RESAVED,
    LOOK_BITS,
    MOMENT,
    MOMENT_SECONDS,
    NEARER,
    NEIGHBOUR,
    RESAVED,
    DuplicateColumns,
    Group,
    looks_of,
    middle_of,
    other_moment,
    same_shape,
)
from core.search.duplicates import find
from core.search.keep import ranked

Floats = NDArray[np.float32]


def unit(rows: NDArray[np.floating]) -> Floats:
    return (rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)).astype(np.float32)


def columns(n: int, **known: object) -> DuplicateColumns:
    """n photos of which nothing is alike, but for what is given."""
    chance = np.random.default_rng(7)
    plain = DuplicateColumns(
        photo_id=np.arange(100, 100 + n),
        content_id=np.arange(n),
        taken_at=np.full(n, np.nan),
        timed=np.zeros(n, bool),
        camera=np.full(n, -1),
        width=np.full(n, 400),
        height=np.full(n, 300),
        size=np.full(n, 1000),
        since=np.zeros(n),
        look=chance.integers(0, 2**63, n, dtype=np.uint64),
        looked=np.ones(n, bool),
        pair=np.zeros(n, np.int64),
        favourite=np.zeros(n, bool),
        format=["jpeg"] * n,
        name=[b"photo.jpg"] * n,
    )
    return replace(plain, **known)


def run(photos: DuplicateColumns, rows: Floats, **how: object) -> list[Group]:
    """``rows``: one vector per content, by content id."""
    return find(photos, np.unique(photos.content_id), lambda keys: rows[keys], **how)


def told(groups: list[Group]) -> list[tuple[str, list[int]]]:
    return [(group.kind, group.photos.tolist()) for group in groups]


def apart(n: int, seed: int = 0) -> Floats:
    """n vectors of which no two are near."""
    return unit(np.random.default_rng(seed).normal(size=(n, 96)))


def beside(rows: Floats, cosine: float, seed: int = 1) -> Floats:
    """Vectors at this cosine from each row."""
    noise = np.random.default_rng(seed).normal(size=rows.shape)
    noise -= (noise * rows).sum(axis=1, keepdims=True) * rows
    return unit(cosine * rows + np.sqrt(1 - cosine**2) * unit(noise))


# the reference ----------------------------------------------------------------------------------


class Reference:
    """What ``find`` does, pair by pair."""

    def __init__(self, photos: DuplicateColumns, vectors: Floats) -> None:
        self.photos, self.vectors = photos, vectors[photos.content_id]
        self.groups: list[tuple[str, list[int]]] = []
        rows = self.take(BYTES, ranked(photos).tolist(), self.same_content)
        rows = self.halves(rows)
        self.middle = middle_of(self.vectors[rows], len(rows))
        rows = self.take(RESAVED, rows, self.is_resaved)
        rows = self.take(MOMENT, rows, self.is_moment)
        self.alike(rows)

    def take(self, kind: str, rows: list[int], same: Callable[[int, int], bool]) -> list[int]:
        kept, left = [], list(rows)
        while left:
            hub, *others = left
            taken = [row for row in others if same(hub, row)]
            if taken:
                self.groups.append((kind, [int(self.photos.photo_id[row]) for row in (hub, *taken)]))
            kept.append(hub)
            left = [row for row in others if row not in taken]
        return kept

    def halves(self, rows: list[int]) -> list[int]:
        """Only the first of photos whose contents are joined by pairs, over however many copies."""
        group = {int(content): {int(content)} for content in self.photos.content_id}
        for pair in set(self.photos.pair.tolist()) - {0}:
            contents = self.photos.content_id[self.photos.pair == pair].tolist()
            joined = set().union(*(group[content] for content in contents))
            for content in joined:
                group[content] = joined
        kept: list[int] = []
        for row in rows:
            if not any(
                int(self.photos.content_id[other]) in group[int(self.photos.content_id[row])]
                for other in kept
            ):
                kept.append(row)
        return kept

    def cosine(self, a: int, b: int) -> float:
        return float(self.vectors[a] @ self.vectors[b])

    def like(self, a: int, b: int) -> float:
        return (self.cosine(a, b) - self.middle) / (1 - self.middle)

    def same_content(self, a: int, b: int) -> bool:
        return bool(self.photos.content_id[a] == self.photos.content_id[b])

    def is_resaved(self, a: int, b: int) -> bool:
        known = self.photos
        bits = bin(int(known.look[a]) ^ int(known.look[b])).count("1")
        shapes = (side[row : row + 1] for row in (a, b) for side in (known.width, known.height))
        times = (column[row : row + 1] for row in (a, b) for column in (known.taken_at, known.timed))
        looked = known.looked[a] and known.looked[b] and bits <= LOOK_BITS
        one_picture = same_shape(*shapes)[0] and not other_moment(*times)[0]
        return bool(looked and one_picture and self.like(a, b) >= LIKE_RESAVED)

    def is_moment(self, a: int, b: int) -> bool:
        known = self.photos
        cameras = {int(known.camera[row]) for row in (a, b)} - {-1}
        timed = known.timed[a] and known.timed[b]
        soon = abs(known.taken_at[a] - known.taken_at[b]) <= MOMENT_SECONDS
        return bool(timed and soon and len(cameras) < 2 and self.like(a, b) >= LIKE_MOMENT)

    def alike(self, rows: list[int]) -> None:
        around = {}
        for row in rows:
            others = sorted(1 - self.cosine(row, other) for other in rows if other != row)
            nth = others[NEIGHBOUR - 1] if len(others) >= NEIGHBOUR else 2.0
            around[row] = min(FARTHEST * (1 - self.middle), nth)
        before = len(self.groups)
        rows = self.take(ALIKE, rows, lambda a, b: self.like(a, b) >= LIKE_ALIKE)
        sure = {group[0]: group for _, group in self.groups[before:]}
        del self.groups[before:]

        def is_nearer(a: int, b: int) -> bool:
            free = int(self.photos.photo_id[b]) not in sure
            return free and 1 - self.cosine(a, b) <= NEARER * min(around[a], around[b])

        self.take(ALIKE, rows, is_nearer)
        for _, group in self.groups[before:]:
            sure[group[0]] = group + sure.get(group[0], [group[0]])[1:]
        self.groups[before:] = [(ALIKE, group) for group in sure.values()]


def library(seed: int, n: int = 120) -> tuple[DuplicateColumns, Floats]:
    """Photos around few things, some of them copies of every kind, in no order."""
    chance = np.random.default_rng(seed)
    things = chance.normal(size=(12, 24)) + 0.4
    rows = things[chance.integers(0, 12, n)] + chance.choice([0.2, 0.5, 0.9], n)[:, None] * chance.normal(
        size=(n, 24)
    )
    look = chance.integers(0, 2**63, n, dtype=np.uint64)
    taken = np.where(chance.random(n) < 0.2, np.nan, np.cumsum(chance.exponential(6.0, n)) + 1e9)
    width = chance.choice([400, 800, 1600], n)
    content = np.arange(n)
    for row in range(1, n):
        of = int(chance.integers(0, row))
        match int(chance.integers(0, 8)):
            case 0:
                content[row] = content[of]
            case 1:
                rows[row] = rows[of] + 0.1 * chance.normal(size=24)
                look[row] = look[of] ^ np.uint64(sum(1 << int(bit) for bit in chance.integers(0, 63, 4)))
                taken[row] = chance.choice([np.nan, taken[of], taken[of] + 3600])
            case 2:
                rows[row] = rows[of] + chance.choice([0.2, 0.4]) * chance.normal(size=24)
                taken[row] = taken[of] + chance.uniform(-12, 12)
            case 3:
                rows[row] = rows[of] + chance.choice([0.05, 0.2]) * chance.normal(size=24)
    photos = columns(
        n,
        photo_id=chance.permutation(n) + 5,
        content_id=content,
        taken_at=taken,
        timed=(chance.random(n) < 0.9) & np.isfinite(taken),
        camera=chance.integers(-1, 2, n),
        width=width,
        height=width * 3 // chance.choice([4, 4, 4, 5], n),
        size=chance.integers(1000, 9000, n),
        look=look,
        looked=chance.random(n) < 0.95,
        pair=np.where(chance.random(n) < 0.2, chance.integers(1, n // 10, n), 0),
        favourite=chance.random(n) < 0.1,
    )
    return photos, unit(rows)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("few", [False, True])
def test_the_fast_way_finds_what_comparing_all_pairs_finds(
    seed: int, few: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With small blocks and a small sample the ways for large libraries are taken too."""
    photos, rows = library(seed)
    if few:
        monkeypatch.setattr(near, "SAMPLE", 40)
        monkeypatch.setattr(near, "PIECE", 16)
        monkeypatch.setattr(near, "PAIRS", 7)
        monkeypatch.setattr("core.search.duplicates._BATCH", 8)
        monkeypatch.setattr("core.search.duplicates._LOOK_BLOCK", (4, 16))
        for name in ("stars", "near_pairs"):
            plain = getattr(near, name).__kwdefaults__
            monkeypatch.setitem(plain, "block", (8, 32))
    expected = Reference(photos, rows).groups
    found = run(photos, rows)
    assert {kind for kind, _ in expected} == set(KINDS)
    assert sorted((kind, group[0], sorted(group)) for kind, group in expected) == sorted(
        (kind, group[0], sorted(group)) for kind, group in told(found)
    )
    for group in found:
        assert group.scores[0] == 1 and (np.diff(group.scores) <= 0).all()
        assert group.freed == sum(photos.size[photos.photo_id == photo][0] for photo in group.photos[1:])


# what each kind is ------------------------------------------------------------------------------


def test_a_chain_of_likes_is_not_one_group() -> None:
    """Each is as near to the next as a copy, the last is nothing like the first."""
    angle = np.arccos(0.985)
    chain = np.zeros((12, 96))
    chain[:, 0], chain[:, 1] = np.cos(angle * np.arange(12)), np.sin(angle * np.arange(12))
    rows = np.concatenate([unit(chain), apart(200)])
    photos = columns(len(rows), width=np.append(np.arange(1200, 0, -100), np.full(200, 400)))
    groups = [group for group in run(photos, rows) if group.photos[0] < 112]
    assert len(groups) > 2
    for group in groups:
        assert (rows[group.photos - 100] @ rows[group.photos[0] - 100] > 0.95).all()


def test_two_exposures_are_the_same_moment_and_not_one_picture_saved_twice() -> None:
    rows = np.concatenate([apart(60), beside(apart(60)[:3], 0.97)])
    look = columns(63).look.copy()
    look[60:] = look[:3]
    taken = np.full(63, np.nan)
    taken[[0, 60]] = 1e9, 1e9 + 2  # two exposures
    taken[[1, 61]] = 1e9 + 500, 1e9 + 500 + 7200  # one, in another time zone
    taken[[2, 62]] = 1e9 + 900, np.nan  # one, saved without its time
    photos = columns(63, look=look, taken_at=taken, timed=np.isfinite(taken))
    assert told(run(photos, rows)) == [(RESAVED, [101, 161]), (RESAVED, [102, 162]), (MOMENT, [100, 160])]
    guessed = replace(photos, timed=np.zeros(63, bool))
    assert [kind for kind, _ in told(run(guessed, rows))] == [RESAVED] * 3


def test_looks_alone_or_time_alone_are_nothing() -> None:
    photos = columns(50, look=np.zeros(50, np.uint64), taken_at=np.full(50, 1e9), timed=np.ones(50, bool))
    assert run(replace(photos, timed=np.zeros(50, bool)), apart(50)) == []
    assert run(photos, apart(50)) == []


def test_a_crop_of_other_proportions_is_not_saved_anew() -> None:
    rows = np.concatenate([apart(60), beside(apart(60)[:1], 0.99)])
    look = columns(61).look.copy()
    look[60] = look[0]
    height = np.full(61, 300)
    assert told(run(columns(61, look=look), rows)) == [(RESAVED, [100, 160])]
    height[60] = 240
    assert told(run(columns(61, look=look, height=height), rows)) == [(ALIKE, [100, 160])]


def test_among_many_of_a_kind_only_what_is_nearer_than_they_are_is_alike() -> None:
    """Forty photos of one subject, each as near to the others; one has a crop."""
    crowd = beside(np.repeat(apart(1, 5), 40, axis=0), 0.95)
    rows = np.concatenate([apart(60), crowd, beside(crowd[:1], 0.985), beside(apart(60)[:1], 0.9)])
    found = told(run(columns(len(rows)), rows))
    assert found == [(ALIKE, [100, 201]), (ALIKE, [160, 200])]


def test_raw_and_jpeg_of_one_name_are_never_proposed_for_each_other() -> None:
    """Two such pairs of copies: each half goes with its own copy alone."""
    rows = np.concatenate([apart(60), beside(apart(60)[:1], 0.99)])
    look = columns(61).look.copy()
    look[60] = look[0]
    content = np.append(np.arange(61), [0, 60])
    pair = np.zeros(63, np.int64)
    pair[[0, 60]], pair[[61, 62]] = 1, 2
    plain = columns(63, content_id=content, look=np.append(look, look[[0, 60]]))
    assert [kind for kind, _ in told(run(plain, rows))] == [BYTES, BYTES, RESAVED]
    paired = replace(plain, pair=pair)
    assert told(run(paired, rows)) == [(BYTES, [100, 161]), (BYTES, [160, 162])]


# odd libraries ----------------------------------------------------------------------------------


def test_nothing_and_one_photo() -> None:
    assert run(columns(0), apart(1)) == []
    assert run(columns(1), apart(1)) == []
    assert find(columns(3, content_id=np.zeros(3, int)), np.zeros(0, np.int64), lambda keys: apart(0)) != []


def test_photos_without_vectors_are_the_same_in_their_bytes_alone() -> None:
    photos = columns(4, content_id=np.array([0, 1, 1, 2]), look=np.zeros(4, np.uint64))
    found = find(photos, np.array([0]), lambda keys: apart(3)[keys])
    assert told(found) == [(BYTES, [101, 102])]


@pytest.mark.parametrize("value", [0.0, np.nan, np.inf])
def test_vectors_that_say_nothing_make_nothing_alike(value: float) -> None:
    rows = apart(40)
    rows[5:20] = value
    taken = np.full(40, 1e9)
    photos = columns(40, look=np.zeros(40, np.uint64), taken_at=taken, timed=np.ones(40, bool))
    assert run(photos, rows) == []


def test_a_library_of_one_picture_ends_and_is_one_group() -> None:
    """Also where it is too large for pairs to be listed."""
    n = 3000
    photos = columns(n, looked=np.zeros(n, bool))
    groups = run(photos, np.repeat(apart(1), n, axis=0))
    assert told(groups) == [(ALIKE, list(range(100, 100 + n)))]


def test_photos_without_looks_or_times_are_compared_by_what_they_have() -> None:
    rows = np.concatenate([apart(60), beside(apart(60)[:2], 0.99)])
    look = columns(62).look.copy()
    look[60:] = look[:2]
    looked = np.ones(62, bool)
    looked[60] = False
    taken = np.full(62, np.nan)
    photos = columns(62, look=look, looked=looked, taken_at=taken, timed=np.ones(62, bool))
    assert told(run(photos, rows)) == [(RESAVED, [101, 161]), (ALIKE, [100, 160])]


def test_progress_rises_to_its_end_and_a_cancel_ends_it() -> None:
    photos, rows = library(3)
    seen: list[tuple[int, int]] = []
    run(photos, rows, progress=lambda done, total: seen.append((done, total)))
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert seen[-1][0] == seen[-1][1]
    token = Token()

    def stop(done: int, total: int) -> None:
        if done >= 300:
            token.cancel()

    with pytest.raises(Cancelled):
        run(photos, rows, token=token, progress=stop)


# parts ------------------------------------------------------------------------------------------


def test_short_rows_never_hide_a_near_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = np.random.default_rng(0)
    rows = unit(chance.normal(size=(400, 128)) * np.linspace(2, 0.1, 128))
    monkeypatch.setattr(near, "SAMPLE", 100)
    short = near.bounds(lambda at: rows[at], 400, rows[:100], 0.9)
    assert short.shape[1] < 128
    assert (short @ short.T >= rows @ rows.T - near.SLACK).all()


@pytest.mark.parametrize("known", [False, True])
def test_the_nth_nearest_is_the_one_that_sorting_finds(known: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(near, "PIECE", 11)
    rows = apart(50)
    products = rows @ rows.T
    np.fill_diagonal(products, -2)
    true = -np.sort(-products, axis=1)
    at_least = true[:, 9].copy() if known else None
    found = near.nearest(rows, np.arange(50), 50, lambda part: rows[part], 4, at_least)
    assert found == pytest.approx(true[:, 3], abs=1e-6)
    few = near.nearest(rows[:3], np.arange(3), 3, lambda part: rows[:3][part], 4)
    assert few.tolist() == [-1, -1, -1]


def test_looks_are_read_as_numbers() -> None:
    numbers, looked = looks_of([bytes(7) + b"\x05", None, b"short"])
    assert numbers.tolist() == [5, 0, 0] and looked.tolist() == [True, False, False]


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        (1e9, 1e9, False),
        (1e9, 1e9 + 0.7, False),  # the fraction was dropped
        (1e9 + 0.1, 1e9 + 0.7, True),
        (1e9, 1e9 + 1, True),
        (1e9, 1e9 + 7200, False),  # the zone was dropped
        (1e9 + 0.1, 1e9 + 900.1, False),
        (1e9, 1e9 + 7203, True),
        (1e9, 1e9 + 900 * 1000, True),
        (1e9, np.nan, False),
    ],
)
def test_which_times_are_of_two_exposures(one: float, other: float, two: bool) -> None:
    some, others, known = np.array([one]), np.array([other]), np.ones(1, bool)
    for a, b in ((some, others), (others, some)):
        assert other_moment(a, known, b, known).tolist() == [two]
        assert other_moment(a, known, b, ~known).tolist() == [False]
