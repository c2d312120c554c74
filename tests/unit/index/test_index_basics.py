"""The index's public face on small libraries, beside a naive Python reference."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.index.index import Index

D = 12


def unit(n: int, seed: int = 0, d: int = D) -> np.ndarray:
    x = np.random.default_rng(seed).standard_normal((n, d)).astype(np.float32)
    return (x / np.linalg.norm(x, axis=1, keepdims=True)).astype(np.float16).astype(np.float32)


def naive(model: dict[int, np.ndarray], query: np.ndarray, k: int, only=None) -> list[int]:
    scored = [
        (sum(float(a) * float(b) for a, b in zip(vector, query, strict=True)), key)
        for key, vector in model.items()
        if only is None or key in only
    ]
    return [key for _, key in sorted(scored, key=lambda pair: -pair[0])[:k]]


@pytest.fixture
def index(tmp_path: Path):
    opened = Index.open(tmp_path, "starter-1-p1", D)
    yield opened
    opened.close()


def test_an_empty_index_answers_with_nothing(index: Index, tmp_path: Path) -> None:
    query = unit(1)[0]
    answer = index.search(query, 10)
    assert len(answer.keys) == len(answer.scores) == 0 and answer.exact
    assert len(index.search(query, 10, only=[1, 2]).keys) == 0
    assert len(index.search(query, 10, exact=False).keys) == 0
    keys, scores = index.scores(query)
    assert keys.shape == scores.shape == (0,)
    assert index.count == 0 and index.findings == [] and index.verify() == []
    assert index.sample(5).shape == (0, D) and index.vectors([]).shape == (0, D)
    assert index.remove([3]) == 0 and index.reconcile([], lambda _: []) == (0, 0)
    assert list(tmp_path.iterdir()) == [], "opening writes nothing"
    index.save()
    assert index.generation == 0, "nothing to save, no new generation"


@pytest.mark.parametrize("n", [1, 2, 7, 300])
def test_search_equals_the_naive_reference(index: Index, n: int) -> None:
    vectors, keys = unit(n, n), np.random.default_rng(n).permutation(10 * n)[:n]
    index.add(keys, vectors)
    model = dict(zip(keys.tolist(), vectors, strict=True))
    for query in unit(5, 99):
        for k in (1, 3, n, n + 10):
            answer = index.search(query, k)
            assert answer.keys.tolist() == naive(model, query, k)
            np.testing.assert_allclose(
                answer.scores, [model[key] @ query for key in answer.keys.tolist()], atol=1e-6
            )
            assert (np.diff(answer.scores) <= 0).all()
        only = [*keys[::3].tolist(), -5, 10**15]
        assert index.search(query, 4, only=only).keys.tolist() == naive(model, query, 4, set(only))


def test_k_of_zero_and_below_gives_nothing(index: Index) -> None:
    index.add([1, 2], unit(2))
    assert len(index.search(unit(1)[0], 0).keys) == len(index.search(unit(1)[0], -3).keys) == 0


def test_any_64_bit_key_is_a_key(index: Index) -> None:
    keys = np.array([-(2**63), -1, 0, 2**40, 2**63 - 1], np.int64)
    vectors = unit(5)
    index.add(keys, vectors)
    assert index.keys().tolist() == keys.tolist()
    for key, vector in zip(keys.tolist(), vectors, strict=True):
        assert index.search(vector, 1).keys.tolist() == [key]
    assert index.remove(keys[[0, 4]]) == 2 and index.keys().tolist() == [-1, 0, 2**40]


def test_adding_again_replaces_and_the_last_of_a_call_wins(index: Index) -> None:
    a, b, c = unit(3)
    assert index.add([5, 6, 5], [a, b, c]) == 2
    np.testing.assert_array_equal(index.vectors([5, 6]), [c, b])
    index.add([5], [a])
    np.testing.assert_array_equal(index.vectors([6, 5, 5]), [b, a, a])
    assert index.count == 2 and index.search(c, 5).keys.tolist().count(5) == 1


def test_equal_scores_keep_the_order_of_adding(index: Index) -> None:
    index.add(np.arange(9000)[::-1], np.repeat(unit(1), 9000, axis=0))
    assert index.search(unit(1)[0], 5).keys.tolist() == [8999, 8998, 8997, 8996, 8995]


def test_scores_are_the_same_bits_whichever_way(index: Index) -> None:
    vectors = unit(9000)
    index.add(np.arange(9000), vectors)
    query = unit(1, 5)[0]
    _, every = index.scores(query)
    found = index.search(query, 50)
    np.testing.assert_array_equal(every[found.keys], found.scores)
    some = index.search(query, 50, only=found.keys)
    np.testing.assert_array_equal(some.scores, found.scores)


@pytest.mark.parametrize(
    ("keys", "vectors"),
    [
        ([1], np.zeros((1, D - 1))),
        ([1], np.zeros(D)),
        ([1, 2], np.zeros((1, D))),
        ([1.5], np.zeros((1, D))),
        ([[1]], np.zeros((1, D))),
        ([2**63], np.zeros((1, D))),
        ([1], np.full((1, D), np.nan)),
        ([1], np.full((1, D), np.inf)),
        ([1], np.full((1, D), 1e30)),
    ],
)
def test_bad_vectors_and_keys_are_refused_and_change_nothing(index: Index, keys, vectors) -> None:
    index.add([7], unit(1))
    with pytest.raises(ValueError):
        index.add(np.array(keys), vectors)
    assert index.keys().tolist() == [7]


@pytest.mark.parametrize(
    "query",
    [np.zeros(D + 1), np.zeros((1, D)), np.float32(1), np.full(D, np.nan), np.full(D, np.inf)],
)
def test_bad_queries_are_refused(index: Index, query) -> None:
    index.add([7], unit(1))
    for ask in (lambda: index.search(query, 1), lambda: index.scores(query)):
        with pytest.raises(ValueError):
            ask()


def test_unknown_keys(index: Index) -> None:
    index.add([7], unit(1))
    with pytest.raises(KeyError):
        index.vectors([7, 8])
    there, found = index.known([8, 7, 6, 7])
    assert there.tolist() == [False, True, False, True]
    np.testing.assert_array_equal(found, index.vectors([7, 7]))
    np.testing.assert_array_equal(index.vectors([8, 7, 6, 7], strict=False), [[0.0] * D, found[0]] * 2)
    assert index.remove([8, 9]) == 0 and index.count == 1


def test_impossible_openings_are_our_mistakes(tmp_path: Path) -> None:
    for arguments in ({"dimension": 0}, {"dimension": -3}, {"space": ""}, {"answers": "perhaps"}):
        with pytest.raises(ValueError):
            Index.open(tmp_path, **{"space": "s", "dimension": D, **arguments})


def test_after_close_it_says_so(tmp_path: Path) -> None:
    index = Index.open(tmp_path, "s", D)
    index.add([1], unit(1))
    index.close()
    index.close()
    with pytest.raises(RuntimeError, match="closed"):
        index.search(unit(1)[0], 1)
    with pytest.raises(RuntimeError, match="closed"):
        index.add([1], unit(1))


def test_reconcile_adds_the_missing_and_drops_the_extra(index: Index) -> None:
    source = dict(zip(range(100), unit(100), strict=True))
    asked: list[int] = []

    def fetch(keys: np.ndarray):
        asked.extend(keys.tolist())
        for part in np.array_split(keys, 3):
            yield part, np.array([source[key] for key in part.tolist()], np.float16)

    index.add(np.arange(10, 30), unit(20, 5))
    wanted = np.random.default_rng(0).permutation(np.arange(20, 60))
    assert index.reconcile(wanted, fetch) == (30, 10)
    assert sorted(asked) == list(range(30, 60)) and index.keys().tolist() == list(range(20, 60))
    np.testing.assert_array_equal(index.vectors([40])[0], source[40])
    asked.clear()
    assert index.reconcile(wanted, fetch) == (0, 0) and asked == []
    assert index.reconcile(np.concatenate([wanted, wanted]), fetch) == (0, 0), "copies share a content"
    assert index.reconcile([], fetch) == (0, 40) and index.count == 0


def test_the_version_changes_with_the_rows_only(index: Index) -> None:
    index.add([1, 2], unit(2))
    before = index.version
    index.search(unit(1)[0], 1), index.scores(unit(1)[0]), index.remove([99])
    assert index.version == before
    index.remove([1])
    assert index.version != before


def test_half_precision_goes_in_as_it_is(index: Index) -> None:
    stored = unit(5).astype(np.float16)
    index.add(np.arange(5), stored)
    np.testing.assert_array_equal(index.vectors(np.arange(5)), stored.astype(np.float32))
    fine = np.random.default_rng(1).standard_normal((5, D)).astype(np.float32)
    index.add(np.arange(5), fine)
    np.testing.assert_array_equal(index.vectors(np.arange(5)), fine.astype(np.float16).astype(np.float32))


def test_sample_is_drawn_without_repetition_and_repeats_with_its_seed(index: Index) -> None:
    index.add(np.arange(50), unit(50))
    index.remove(np.arange(10))
    first = index.sample(20, seed=3)
    np.testing.assert_array_equal(first, index.sample(20, seed=3))
    assert len(np.unique(first, axis=0)) == 20
    assert len(index.sample(1000)) == 40 and len(index.sample(0)) == 0
