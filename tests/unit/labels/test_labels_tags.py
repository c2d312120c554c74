from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from core.labels import tags
from core.labels.tags import FAIRLY, MAYBE, MOST, VERY, Yardstick, pick, propose, rate

Floats = NDArray[np.float32]
DIMENSION = 48
TERMS = [f"term {i}" for i in range(30)]


def units(rows: Floats) -> Floats:
    return (rows / np.linalg.norm(rows, axis=-1, keepdims=True)).astype(np.float32)


class World:
    """Texts share one direction; each term has its own; photos show some terms beside much of their own."""

    def __init__(self, seed: int = 0, photos: int = 400) -> None:
        self.chance = np.random.default_rng(seed)
        self.shared = self.chance.normal(size=DIMENSION)
        own = np.linalg.qr(self.chance.normal(size=(DIMENSION, DIMENSION)))[0] * np.sqrt(DIMENSION)
        self.own = own[: len(TERMS)]
        self.terms = units(self.own + self.shared)
        self.neutral = units(self.chance.normal(size=(200, DIMENSION)) + self.shared)
        self.photos = np.stack([self.photo([]) for _ in range(photos)])
        self.yardstick = Yardstick.measure(self.neutral, self.photos)

    def photo(self, shown: list[int], strength: float = 1.0) -> Floats:
        noise = self.chance.normal(size=DIMENSION) * 0.6
        return units(noise + strength * self.own[shown].sum(axis=0))


@pytest.fixture(scope="module")
def world() -> World:
    return World()


def test_what_a_photo_shows_is_proposed_likeliest_first(world: World) -> None:
    found = propose(world.photo([3], 1.5), world.terms, world.yardstick)
    assert found[0].term == 3 and found[0].sure == "very"
    both = propose(world.photo([5, 9], 1.2), world.terms, world.yardstick)
    assert {tag.term for tag in both[:2]} == {5, 9}
    shares = [tag.share for tag in both]
    assert shares == sorted(shares, reverse=True)
    assert all(MAYBE <= share <= 1 for share in shares)


def test_nothing_is_proposed_when_nothing_stands_out(world: World) -> None:
    middling = units(world.own.sum(axis=0))
    assert propose(middling, world.terms, world.yardstick) == []
    # All terms score alike and high: the photo is high with neutral texts too.
    assert propose(units(world.shared.astype(np.float32)), world.terms, world.yardstick) == []
    assert propose(middling, world.terms[:0], world.yardstick) == []


def test_near_synonyms_are_not_repeated(world: World) -> None:
    twin = units(world.own[3] + 0.4 * world.chance.normal(size=DIMENSION) + world.shared)
    terms = np.concatenate([world.terms, twin[None]]).astype(np.float32)
    found = [tag.term for tag in propose(world.photo([3, 7], 1.2), terms, world.yardstick)]
    assert 7 in found
    assert len({3, len(TERMS)} & set(found)) == 1


def test_what_a_higher_term_explains_is_left_out() -> None:
    alike = np.array([[1, 0.45, 0], [0.45, 1, 0], [0, 0, 1]], np.float32)
    chances = np.array([[0.9, 0.6, 0.7]], np.float32)
    # At like heights 0.45 is not enough; where the first is far higher, it is.
    like = pick(np.array([[3, 2.9, 2.8]], np.float32), chances, alike, 0.5)
    assert like[0, :4].tolist() == [0, 2, 1, -1]
    unlike = pick(np.array([[5, 2.9, 2.8]], np.float32), chances, alike, 0.5)
    assert unlike[0, :3].tolist() == [0, 2, -1]


def test_at_most_eight_and_each_once() -> None:
    n = 20
    chances = np.linspace(0.6, 0.9, n, dtype=np.float32)[None].repeat(3, axis=0)
    chances[1] = 0.1
    taken = pick(np.full((3, n), 3, np.float32), chances, np.eye(n, dtype=np.float32), 0.5)
    assert taken.shape == (3, MOST)
    assert taken[0].tolist() == list(range(n - 1, n - 1 - MOST, -1)) == taken[2].tolist()
    assert (taken[1] == -1).all()


def test_many_photos_are_picked_as_one_by_one(world: World) -> None:
    photos = np.stack([world.photo([i % 30, (i * 7) % 30]) for i in range(40)])
    moved = world.yardstick.terms(world.terms)
    taken = pick(*rate(photos, moved, world.yardstick), moved @ moved.T, MAYBE)
    for row, photo in zip(taken, photos, strict=True):
        alone = [tag.term for tag in propose(photo, world.terms, world.yardstick)]
        assert row[row >= 0].tolist() == alone


def test_neither_more_terms_nor_the_units_change_a_chance(world: World) -> None:
    photo = world.photo([4], 1.2)
    few, many = (
        rate(photo[None], world.yardstick.terms(terms), world.yardstick)[1][0, 4]
        for terms in (world.terms[:6], world.terms)
    )
    assert few == pytest.approx(many, abs=1e-5)
    # An encoder whose photos lie in a narrow cone has narrow scores; they mean the same.
    cone = (world.photos * 0.1).astype(np.float32)
    narrow = Yardstick.measure(world.neutral, cone)
    assert narrow.spread == pytest.approx(world.yardstick.spread * 0.1, rel=1e-3)
    same = rate(photo[None] * np.float32(0.1), narrow.terms(world.terms), narrow)[1][0, 4]
    assert same == pytest.approx(many, abs=1e-4)


def test_a_small_library_measures_much_the_same(world: World) -> None:
    small = Yardstick.measure(world.neutral, world.photos[:60])
    photo = world.photo([11], 1.5)
    assert propose(photo, world.terms, small)[0].term == 11
    assert small.spread == pytest.approx(world.yardstick.spread, rel=0.15)


def test_words_of_sureness() -> None:
    assert [tags.sure(share) for share in (MAYBE, FAIRLY, VERY, 1.0)] == ["maybe", "fairly", "very", "very"]
    assert MAYBE < FAIRLY < VERY
