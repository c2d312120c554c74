"""The best part of each photo, and whole photos and parts in one answer, against slow and obvious ways."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pytest
from numpy.typing import NDArray

from core.jobs import Turn
from core.query.parse import parse
from core.search import bands, blending
from core.search.blending import MINUS_WEIGHT, Inside
from core.search.hits import POSSIBLE, REST, STRONG, Hits
from core.search.regions import RegionScores
from core.search.scope import Scope
from core.search.search import Finder

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
D = 24
WORDS = ("dog", "snow", "umbrella", "boat", "beach")


@dataclass(frozen=True)
class Photos:
    photo_id: Ints
    content_id: Ints
    aspect: Floats
    day: NDArray[np.int32]
    hidden: NDArray[np.bool_]


@dataclass
class Rows:
    """An exact index over keys in any order."""

    keys: Ints
    vectors: Floats
    asked: list[Floats] = field(default_factory=list)

    def scores(self, query: Floats) -> tuple[Ints, Floats]:
        self.asked.append(query)
        return self.keys, self.vectors @ query


def photos(contents: Sequence[int], hidden: Sequence[int] = ()) -> Photos:
    n = len(contents)
    ids = np.arange(100, 100 + n)
    blank = np.zeros(n, np.float32)
    return Photos(ids, np.array(contents, np.int64), blank, np.zeros(n, np.int32), np.isin(ids, hidden))


def unit(rows: NDArray[np.floating]) -> Floats:
    return (rows / np.linalg.norm(rows, axis=-1, keepdims=True)).astype(np.float32)


def encode(texts: Sequence[str], turn: Turn) -> Floats:
    """Each known word an axis of its own, every other text a direction of its own."""
    rows = np.zeros((len(texts), D), np.float32)
    for row, text in zip(rows, texts, strict=True):
        for word in text.split():
            if word in WORDS:
                row[WORDS.index(word)] += 1
            else:
                row += np.random.default_rng(sum(word.encode())).normal(size=D) / np.sqrt(D)
    return unit(rows)


@dataclass
class World:
    """Contents 1 to n of noise; ``things`` puts words into parts: {content: {place: words}}."""

    groups: dict[int, Floats]
    whole: Rows
    inside: Inside
    finder: Finder


def world(
    n: int = 60,
    things: dict[int, dict[int, str]] | None = None,
    looked: Sequence[int] | None = None,
    *,
    everywhere: bool = False,
    seed: int = 0,
    measured: bool = True,
) -> World:
    chance = np.random.default_rng(seed)
    groups = {key: unit(chance.normal(size=(chance.integers(1, 7), D))) for key in range(1, n + 1)}
    for key, named in (things or {}).items():
        groups[key] = unit(chance.normal(size=(6, D)))
        for place, text in named.items():
            groups[key][place] = unit(encode([text], Turn())[0] + 0.1 * groups[key][place])
    whole = Rows(np.arange(1, n + 1), unit(np.stack([rows.mean(axis=0) for rows in groups.values()])))
    kept = [key for key in groups if looked is None or key in looked]
    keys = np.array([(key << 3) | place for key in kept for place in range(len(groups[key]))], np.int64)
    vectors = np.concatenate([groups[key] for key in kept])
    order = chance.permutation(len(keys))
    inside = Inside(RegionScores(Rows(keys[order], vectors[order])), encode, everywhere)
    finder = Finder(encode, whole, photos(range(1, n + 1)))
    if measured:
        neutral = encode(bands.neutral_texts(), Turn())
        finder.background = bands.measure(whole.vectors, neutral)
        starts = np.flatnonzero(np.diff(keys >> 3, prepend=-1))
        rows = whole.vectors[np.array(kept) - 1]
        scores = bands.centred(neutral, finder.background.text_mean) @ rows.T
        spread = finder.background.text_spread
        inside.background = blending.measure(vectors, starts, neutral, (scores, spread))
    finder.inside = inside
    return World(groups, whole, inside, finder)


def ask(finder: Finder, text: str, **options: object) -> Hits:
    return finder.combined(parse(text).parts, Turn(), **options)  # type: ignore[arg-type]


def contents(hits: Hits) -> list[int]:
    return (hits.photo_ids - 99).tolist()


# the best of each content


@pytest.mark.parametrize("seed", range(12))
def test_the_best_group_of_each_content_in_any_order_of_keys(seed: int) -> None:
    chance = np.random.default_rng(seed)
    ids = np.sort(chance.choice(500, chance.integers(1, 80), replace=False))
    keys = np.array([(key << 3) | place for key in ids for place in range(chance.integers(1, 7))], np.int64)
    if seed % 3:
        keys = chance.permutation(keys)
    vectors = np.round(chance.normal(size=(len(keys), 4)), 0).astype(np.float32)  # many equal scores
    query = np.array([1, 0, 0, 1], np.float32)
    naive: dict[int, tuple[float, int]] = {}
    for key, score in sorted(zip(keys.tolist(), (vectors @ query).tolist(), strict=True)):
        if key >> 3 not in naive or score > naive[key >> 3][0]:
            naive[key >> 3] = score, key & 7
    found, scores, places = RegionScores(Rows(keys, vectors)).best(query)
    assert found.tolist() == sorted(naive)
    assert [(s, p) for s, p in zip(scores.tolist(), places.tolist(), strict=True)] == [
        naive[key] for key in found.tolist()
    ]


def test_groups_that_came_and_went_are_seen() -> None:
    rows = Rows(np.empty(0, np.int64), np.empty((0, 2), np.float32))
    scores = RegionScores(rows)
    query = np.array([1, 0], np.float32)
    assert [len(column) for column in scores.best(query)] == [0, 0, 0]
    rows.keys, rows.vectors = np.array([17, 16, 8]), np.array([[2, 0], [1, 0], [3, 0]], np.float32)
    assert [column.tolist() for column in scores.best(query)] == [[1, 2], [3, 2], [0, 1]]
    rows.keys, rows.vectors = np.array([16, 40]), np.array([[1, 0], [5, 0]], np.float32)
    assert [column.tolist() for column in scores.best(query)] == [[2, 5], [1, 5], [0, 0]]


# asked for a part


def test_a_part_is_found_by_its_best_group_and_says_which() -> None:
    here = world(things={7: {4: "umbrella"}, 30: {2: "umbrella snow"}, 31: {0: "boat"}})
    hits = ask(here.finder, "part:umbrella")
    assert contents(hits)[:2] == [7, 30] and hits.regions[:2].tolist() == [4, 2]
    assert hits.by_regions and hits.looked == hits.photos_searched == 60 and len(hits.photo_ids) == 60
    assert hits.clear and hits.bands[0] == STRONG
    known = here.inside.background
    assert known is not None
    query = bands.centred(encode(["umbrella"], Turn())[0], known.text_mean)
    naive = {
        key: (float((rows @ query).max()) - known.text.middle) / known.text.spread
        for key, rows in here.groups.items()
    }
    assert contents(hits) == sorted(naive, key=lambda key: -naive[key])
    assert np.allclose(hits.scores, sorted(naive.values(), reverse=True), atol=1e-4)


def test_photos_not_looked_into_come_last_and_are_no_match() -> None:
    things = {3: {1: "boat"}, 50: {0: "boat"}}
    here = world(things=things, looked=range(1, 41))
    hits = ask(here.finder, "part:boat")
    assert contents(hits)[0] == 3 and hits.looked == 40 and hits.photos_searched == 60
    assert set(contents(hits)[40:]) == set(range(41, 61))
    assert (hits.bands[40:] == REST).all() and (hits.regions[40:] == -1).all()
    assert (np.diff(hits.scores) <= 0).all() and (np.diff(hits.bands.astype(int)) >= 0).all()
    only = here.finder.combined(
        parse("part:boat").parts, Turn(), scope=Scope.of(photos([45, 46, 47])), strictness=0.0
    )
    assert len(only.photo_ids) == 3 and not only.clear and only.looked == 0


def test_without_any_part_looked_into_words_are_asked_of_whole_photos() -> None:
    here = world()
    here.finder.inside = None
    part, words = ask(here.finder, "part:umbrella"), ask(here.finder, "umbrella")
    assert contents(part) == contents(words) and not part.by_regions
    assert (part.regions == -1).all()


def test_minus_and_weights_are_for_parts_too() -> None:
    both = {5: {0: "dog", 1: "umbrella"}, 9: {3: "dog"}, 12: {2: "umbrella"}, 20: {0: "dog umbrella"}}
    here = world(things=both)
    assert set(contents(ask(here.finder, "part:dog part:umbrella"))[:1]) == {5}
    assert contents(ask(here.finder, "part:dog"))[:2] == [9, 5]
    without = contents(ask(here.finder, "part:dog -part:umbrella^4"))
    assert without[0] == 9 and without.index(5) > 9
    heavy = ask(here.finder, "part:dog part:umbrella^8")
    assert contents(heavy).index(12) < contents(heavy).index(9)
    places = dict(zip(contents(heavy), heavy.regions.tolist(), strict=True))
    assert (places[5], places[12]) == (1, 2)
    known = here.inside.background
    assert known is not None
    scores = []
    for word in ("dog", "umbrella"):
        query = bands.centred(encode([word], Turn())[0], known.text_mean)
        scores.append(known.text.of(np.array([(here.groups[5] @ query).max()], np.float32))[0])
    hits = ask(here.finder, "part:dog^2 -part:umbrella")
    expected = (2 * scores[0] - MINUS_WEIGHT * scores[1]) / np.hypot(2, MINUS_WEIGHT)
    assert hits.scores[contents(hits).index(5)] == pytest.approx(expected, abs=1e-4)


def test_words_and_a_part_add_up_and_stay_within_the_scope() -> None:
    things = {4: {0: "snow", 1: "snow", 2: "snow", 3: "snow", 4: "snow", 5: "umbrella"}}
    things |= {8: dict.fromkeys(range(6), "snow"), 11: {0: "umbrella"}}
    here = world(things=things)
    hits = ask(here.finder, "snow part:umbrella")
    assert contents(hits)[0] == 4 and hits.regions[0] == 5
    fewer = here.finder.combined(
        parse("snow part:umbrella").parts, Turn(), scope=Scope.of(photos([8, 11, 30])), without=[11]
    )
    assert fewer.photo_ids.tolist() == [100, 102] and fewer.photos_searched == 2
    less = ask(here.finder, "snow -part:umbrella")
    assert contents(less)[0] == 8 and less.regions[0] == -1


@pytest.mark.filterwarnings("error")
def test_a_part_without_a_word_of_the_whole_photo() -> None:
    snowy = {0: "dog", **dict.fromkeys(range(1, 6), "snow")}
    here = world(things={4: snowy, 9: {0: "dog"}, 12: dict.fromkeys(range(6), "snow")})
    mine = here.groups[9][0]
    for text in ("part:dog -snow^4", 'like:"a.jpg#at=1,2" -snow^4'):
        hits = here.finder.combined(
            parse(text).parts, Turn(), lambda path: mine, likes_inside=["a.jpg#at=1,2"]
        )
        order = contents(hits)
        assert np.isfinite(hits.scores).all() and len(np.unique(hits.scores)) > 50, text
        assert order.index(9) < order.index(4) < order.index(12), text
        assert np.count_nonzero(hits.bands == STRONG) < 10, text


def test_a_minus_alone_asks_no_photo_to_be_looked_into() -> None:
    here = world(things={n: dict.fromkeys(range(6), "snow") for n in (2, 55)}, looked=range(1, 41))
    hits = ask(here.finder, "snow -part:umbrella")
    assert set(contents(hits)[:2]) == {2, 55} and hits.looked == 40


def test_copies_and_hidden_photos() -> None:
    here = world(things={7: {4: "umbrella"}})
    here.finder.columns = photos([3, 7, 7, 7, 9], hidden=[102])
    hits = ask(here.finder, "part:umbrella")
    assert hits.photo_ids.tolist()[:2] == [101, 103] and len(hits.photo_ids) == 4
    assert hits.scores[0] == hits.scores[1] and hits.looked == 4


# photos with this


def test_a_part_is_looked_for_with_a_part() -> None:
    here = world(things={7: {4: "umbrella"}, 30: {2: "umbrella"}, 41: {1: "umbrella beach"}, 8: {2: "dog"}})
    mine = here.groups[7][4]
    parts = parse('like:"a.jpg#at=1,2"').parts
    found = here.finder.combined(parts, Turn(), lambda path: mine, without=[7], likes_inside=["a.jpg#at=1,2"])
    assert contents(found)[:2] == [30, 41] and found.regions[:2].tolist() == [2, 1]
    assert found.by_regions and found.bands[0] == STRONG and found.bands[2] == REST
    other = unit(np.random.default_rng(5).normal(size=D))
    nothing = here.finder.combined(parts, Turn(), lambda path: other, likes_inside=["a.jpg#at=1,2"])
    assert not nothing.clear
    whole = here.finder.combined(parts, Turn(), lambda path: mine, without=[7])
    assert not whole.by_regions and (whole.regions == -1).all()
    mixed = here.finder.combined(
        parse('like:"a.jpg#at=1,2" part:dog^0.1').parts,
        Turn(),
        lambda path: mine,
        likes_inside=["a.jpg#at=1,2"],
    )
    assert set(contents(mixed)[:2]) == {7, 30}


# words about the whole photo


def test_plain_words_are_answered_as_before_where_parts_do_not_count() -> None:
    here = world(things={7: {4: "umbrella"}})
    with_inside = ask(here.finder, "umbrella -snow")
    here.finder.inside = None
    without = ask(here.finder, "umbrella -snow")
    assert contents(with_inside) == contents(without)
    assert np.array_equal(with_inside.scores, without.scores)
    assert not with_inside.by_regions and len(here.whole.asked) == 2


def test_plain_words_find_a_part_that_stands_out() -> None:
    here = world(things={7: {4: "umbrella"}})
    before = contents(ask(here.finder, "umbrella")).index(7)
    here.inside.everywhere = True
    hits = ask(here.finder, "umbrella")
    after = contents(hits).index(7)
    assert after < before or after == 0
    assert hits.regions[after] == 4 and hits.by_regions and hits.looked == 60
    unmeasured = world(things={7: {4: "umbrella"}}, everywhere=True, measured=False)
    assert not ask(unmeasured.finder, "umbrella").by_regions


def test_a_photo_not_looked_into_keeps_its_score_as_a_whole() -> None:
    things = {50: dict.fromkeys(range(6), "dog"), 4: {0: "dog"}}
    here = world(things=things, looked=range(1, 41), everywhere=True)
    hits = ask(here.finder, "dog")
    at = contents(hits).index(50)
    assert at < 2 and hits.regions[at] == -1 and len(hits.photo_ids) == 60
    pictures = ask(here.finder, 'like:"x.jpg"', looks_like=lambda path: here.whole.vectors[3])
    assert not pictures.by_regions  # a picture as a whole has no words


# what nothing looks like


def test_neutral_texts_have_the_same_best_photos_everywhere() -> None:
    """So that the bands' calibration, made for whole photos, means the same for parts and for both."""
    here = world(n=400, seed=3, everywhere=True)
    known, background = here.inside.background, here.finder.background
    assert known is not None and background is not None
    tops: dict[str, list[float]] = {"whole": [], "part": [], "both": []}
    for text in bands.neutral_texts()[:80]:
        query = f'"{text}"' if text.strip() else text
        found = ask(here.finder, f"part:{query}")
        tops["part"].append(float(found.scores[:3].mean()))
        tops["both"].append(float(ask(here.finder, query).scores[:3].mean()))
        here.inside.everywhere = False
        hits = ask(here.finder, query)
        tops["whole"].append(float(hits.scores[:3].mean()) / background.text_spread)
        here.inside.everywhere = True
    means = {name: float(np.mean(values)) for name, values in tops.items()}
    assert means["part"] == pytest.approx(means["whole"], rel=0.1)
    assert means["both"] == pytest.approx(means["whole"], rel=0.1)


def test_what_is_in_no_part_matches_nothing_clearly() -> None:
    here = world(n=300, seed=1, things={7: {4: "umbrella"}})
    clear = [ask(here.finder, f'part:"zork{n} blif{n}"').clear for n in range(40)]
    whole = [ask(here.finder, f'"zork{n} blif{n}"').clear for n in range(40)]
    assert sum(clear) <= sum(whole) + 4
    assert ask(here.finder, "part:umbrella").bands[0] <= POSSIBLE


def test_a_library_of_two_photos_is_measured_too() -> None:
    here = world(n=2, things={1: {0: "dog"}})
    assert contents(ask(here.finder, "part:dog")) == [1, 2]
    assert np.isfinite(ask(here.finder, "part:dog").scores).all()


def test_levels_read_scores_as_they_say() -> None:
    level = blending.Level(0.5, 0.25)
    assert level.of(np.array([0.5, 1.0], np.float32)).tolist() == [0.0, 2.0]
    assert blending.Level.own(np.empty(0, np.float32)) == blending.Level(0.0, 1.0)


def test_the_better_of_whole_and_part_counts() -> None:
    whole = np.array([0.0, 1.0, 2.0], np.float32)
    inside = np.array([0.5, 3.0, -np.inf], np.float32)
    for words in (1, 4, 30):
        as_whole, as_part = blending.sides(whole, inside, words)
        less = blending.PER_WORD * (min(words, blending.MOST_WORDS) - 1)
        assert np.allclose(as_whole, [0.1, 1.6, 2.0])
        assert np.allclose(as_part, [0.5 - less, 3.2 - less, -np.inf])
        assert as_part[1] > as_whole[1] and as_part[2] < as_whole[2]


@pytest.mark.parametrize(
    ("text", "words"), [("dog", 1), ("a red  umbrella", 3), ("", 1), ("红色的雨伞", 2), ("雪", 1)]
)
def test_words_are_counted_in_any_writing(text: str, words: int) -> None:
    assert blending.words_in(text) == words


def test_each_asker_has_parts_of_their_own_and_shares_the_rest() -> None:
    here = world(things={7: {2: "boat"}})
    kept = here.finder
    inside, kept.inside = here.inside, None
    mine = kept.with_parts(inside)
    assert kept.inside is None and mine.inside is inside and mine.background is kept.background
    assert contents(ask(mine, "part:boat"))[0] == 7 and not ask(kept, "part:boat").by_regions
    assert mine._by_content(mine.columns) is kept._by_content(kept.columns), "photos are sorted once"
    columns = photos(range(1, 61))
    kept.columns = columns
    assert mine.columns is not columns, "what is asked stays about the same photos"


def test_parts_that_are_taken_away_meanwhile_still_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    here = world(things={7: {2: "boat"}})
    before = ask(here.finder, "boat part:boat")

    def gone(texts: Sequence[str], turn: Turn) -> Floats:
        here.finder.inside = None
        return encode(texts, turn)

    monkeypatch.setattr(here.finder, "_encode_texts", gone)
    after = ask(here.finder, "boat part:boat")
    assert here.finder.inside is None and after.by_regions
    assert contents(after) == contents(before)
