from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pytest
from numpy.typing import NDArray

from core.errors import RecollectError
from core.jobs import Turn
from core.query.parse import parse
from core.search.hits import Hits
from core.search.search import Finder, ranking


@dataclass(frozen=True)
class Photos:
    photo_id: NDArray[np.int64]
    content_id: NDArray[np.int64]
    aspect: NDArray[np.float32]
    day: NDArray[np.int32]
    hidden: NDArray[np.bool_]


@dataclass
class Exact:
    keys: NDArray[np.int64]
    vectors: NDArray[np.float32]

    def scores(self, query: NDArray[np.float32]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        return self.keys, self.vectors @ query


WORDS = {"dog": 0, "snow": 1, "beach": 2}


def encode(texts: Sequence[str], turn: Turn) -> NDArray[np.float32]:
    """Each word an axis of its own; a text is the unit sum of its words."""
    turn.token.check()
    rows = np.zeros((len(texts), 8), np.float32)
    for row, text in zip(rows, texts, strict=True):
        for word in text.split():
            row[WORDS.get(word, 7)] += 1
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def photos(contents: Sequence[int], hidden: Sequence[int] = ()) -> Photos:
    n = len(contents)
    return Photos(
        photo_id=np.arange(100, 100 + n),
        content_id=np.array(contents, dtype=np.int64),
        aspect=np.linspace(0.5, 2, n, dtype=np.float32) if n else np.zeros(0, np.float32),
        day=np.arange(n, dtype=np.int32),
        hidden=np.isin(np.arange(100, 100 + n), hidden),
    )


def pictures() -> Exact:
    """Contents 1 dog, 2 dog+snow, 3 snow, 4 beach, 5 dog+beach; keys in no order."""
    rows = encode(["dog", "dog snow", "snow", "beach", "dog beach"], Turn())
    order = [3, 0, 4, 2, 1]
    return Exact(np.array([1, 2, 3, 4, 5])[order], rows[order])


def ids(hits: Hits) -> list[int]:
    return hits.photo_ids.tolist()


def test_empty_queries_are_said() -> None:
    finder = Finder(encode, pictures(), photos([1, 2]))
    for text, code in (
        ("", "query.empty"),
        ("  ", "query.empty"),
        ('""', "query.empty"),
        ("-dog", "query.only_minus"),
    ):
        with pytest.raises(RecollectError) as raised:
            finder.query(parse(text), Turn())
        assert raised.value.code == code
    with pytest.raises(RecollectError):
        finder.text(" \n", Turn())
    with pytest.raises(RecollectError) as raised:
        finder.query(parse("dog like:x.jpg"), Turn())
    assert raised.value.code == "query.mistake"


def test_an_empty_library_gives_no_hits_and_is_not_clear() -> None:
    nothing = Exact(np.zeros(0, np.int64), np.zeros((0, 8), np.float32))
    for columns in (photos([]), photos([1, 2])):
        hits = Finder(encode, nothing, columns).text("dog", Turn())
        assert (ids(hits), hits.clear, hits.photos_searched) == ([], False, 0)
    assert ids(Finder(encode, pictures(), photos([])).text("dog", Turn())) == []


def test_every_copy_is_a_hit_and_hidden_or_waiting_photos_are_none() -> None:
    columns = photos([2, 1, 1, 99, 3, 1], hidden=[105])
    hits = Finder(encode, pictures(), columns).text("dog", Turn())
    assert ids(hits) == [101, 102, 100, 104]
    assert hits.photos_searched == 4
    assert hits.days.tolist() == [1, 2, 0, 4]
    assert np.allclose(hits.aspects, columns.aspect[[1, 2, 0, 4]])
    assert np.all(np.diff(hits.scores) <= 0) and np.all(np.diff(hits.bands.astype(int)) >= 0)


def test_new_columns_and_new_contents_are_seen() -> None:
    index = pictures()
    finder = Finder(encode, index, photos([1, 2]))
    assert ids(finder.text("dog", Turn())) == [100, 101]
    finder.columns = photos([2, 1, 6])
    assert ids(finder.text("dog", Turn())) == [101, 100]
    index.keys = np.append(index.keys, 6)
    index.vectors = np.vstack([index.vectors, encode(["dog dog dog snow"], Turn())])
    assert ids(finder.text("dog", Turn())) == [101, 102, 100]


def test_minus_and_weight_change_the_order() -> None:
    finder = Finder(encode, pictures(), photos([1, 2, 3, 4, 5]))
    assert ids(finder.query(parse("dog snow"), Turn()))[0] == 101
    minus = ids(finder.query(parse("dog -snow"), Turn()))
    assert minus[0] == 100 and minus.index(104) < minus.index(101)
    assert ids(finder.query(parse("dog^2 -snow beach"), Turn()))[0] == 104
    heavy = finder.query(parse("dog^0.2 beach^5"), Turn())
    assert ids(heavy)[0] == 103


def test_like_asks_for_the_named_photo() -> None:
    finder = Finder(encode, pictures(), photos([1, 2, 3, 4, 5]))
    asked: list[str] = []

    def looks_like(path: str) -> NDArray[np.float32]:
        asked.append(path)
        return encode(["beach"], Turn())[0]

    assert ids(finder.query(parse('like:"a b.jpg"'), Turn(), looks_like))[0] == 103
    assert ids(finder.query(parse('dog like:"a b.jpg"'), Turn(), looks_like))[0] == 104
    assert asked == ["a b.jpg", "a b.jpg"]


def test_a_photo_query_can_leave_itself_out() -> None:
    finder = Finder(encode, pictures(), photos([1, 1, 2, 5]))
    vector = encode(["dog"], Turn())[0]
    assert ids(finder.photo(3 * vector)) == [100, 101, 102, 103]
    hits = finder.photo(vector, without=[1])
    assert ids(hits) == [102, 103] and hits.photos_searched == 2


def test_templates_are_averaged() -> None:
    finder = Finder(encode, pictures(), photos([1]), templates=("{}", "{} snow"))
    vector = finder.text_vectors(["dog"], Turn())[0]
    expected = encode(["dog"], Turn())[0] + encode(["dog snow"], Turn())[0]
    assert np.allclose(vector, expected / np.linalg.norm(expected))


@pytest.mark.parametrize("n", [0, 1, 2, 1000, 70_000])
def test_ranking_is_a_stable_sort(n: int) -> None:
    chance = np.random.default_rng(n)
    scores = chance.normal(0, 0.1, n).astype(np.float32)
    scores[: n // 2] = np.round(scores[: n // 2], 2)
    scores[n // 3 : n // 2] = 0.0
    scores[n // 4 : n // 3] = -0.0
    assert np.array_equal(ranking(scores), np.argsort(-scores, kind="stable"))
