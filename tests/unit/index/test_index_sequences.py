"""Random sequences of everything an index can do, beside a dict that does the same."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.index import rows as rows_module
from core.index import vectors as vectors_module
from core.index.exact import Scorer, best
from core.index.index import Index
from core.jobs import Token

D = 8


class Run:
    """One sequence: an index, the dict beside it, and the steps."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.random = np.random.default_rng(seed)
        self.folder, self.model, self.saved = folder, {}, {}
        self.index = self._open()

    def _open(self) -> Index:
        return Index.open(self.folder, "space", D, answers="hnsw", ef=200)

    def vectors(self, n: int) -> np.ndarray:
        x = self.random.standard_normal((n, D)).astype(np.float32)
        return (x / np.linalg.norm(x, axis=1, keepdims=True)).astype(np.float16).astype(np.float32)

    def some_keys(self) -> np.ndarray:
        n = int(self.random.choice([1, 5, 40, 300]))
        span = int(self.random.choice([50, 2000]))
        keys = self.random.integers(-span, span, n)
        return np.sort(keys) if self.random.random() < 0.5 else keys

    def add(self) -> None:
        keys = self.some_keys()
        vectors = self.vectors(len(keys))
        self.index.add(keys, vectors)
        self.model.update(zip(keys.tolist(), vectors, strict=True))

    def remove(self) -> None:
        keys = self.some_keys()
        known = len({key for key in keys.tolist() if self.model.pop(key, None) is not None})
        assert self.index.remove(keys) == known

    def reconcile(self) -> None:
        wanted = np.union1d(self.some_keys(), self.random.permutation([*self.model, 0])[:200])

        def fetch(keys: np.ndarray):
            vectors = self.vectors(len(keys))
            self.model.update(zip(keys.tolist(), vectors, strict=True))
            yield keys, vectors.astype(np.float16)

        before = set(self.model)
        counts = self.index.reconcile(wanted, fetch)
        self.model = {key: self.model[key] for key in wanted.tolist()}
        assert counts == (len(set(self.model) - before), len(before - set(self.model)))

    def save(self) -> None:
        self.index.save()
        self.saved = dict(self.model)

    def reopen(self) -> None:
        self.index.close()
        self.index = self._open()
        assert self.index.findings == []
        self.model = dict(self.saved)
        if self.random.random() < 0.5:
            self.index.load_graph()

    def build(self) -> None:
        self.index.build_graph(Token())
        self.saved = dict(self.model)

    def check(self) -> None:
        index, model = self.index, self.model
        assert index.count == len(model) and index.keys().tolist() == sorted(model)
        assert index.vectors(sorted(model)).tolist() == [model[key].tolist() for key in sorted(model)]
        query = self.vectors(1)[0]
        keys, scores = index.scores(query)
        assert len(keys) == len(set(keys.tolist())) == len(model)
        for key, score in zip(keys.tolist(), scores.tolist(), strict=True):
            assert abs(float(model[key] @ query) - score) < 1e-6
        k = int(self.random.integers(1, 30))
        true = sorted(scores.tolist(), reverse=True)[:k]
        answer = index.search(query, k, exact=True)
        assert answer.scores.tolist() == true
        only = self.some_keys()
        inside = sorted(
            (s for key, s in zip(keys.tolist(), scores.tolist(), strict=True) if key in only), reverse=True
        )
        assert index.search(query, k, only=only).scores.tolist() == inside[:k]
        near = index.search(query, k, exact=False)
        assert len(near.keys) == len(true) and set(near.keys.tolist()) <= set(model)
        assert np.intersect1d(near.scores, true).size >= 0.8 * len(set(true))


@pytest.mark.parametrize("seed", range(8))
def test_a_random_sequence_equals_the_dict(tmp_path: Path, monkeypatch, seed: int) -> None:
    # Small chunks and pieces, so that few vectors fill many.
    monkeypatch.setattr(rows_module, "CHUNK", 64)
    monkeypatch.setattr(vectors_module, "PIECE", 1024)
    run = Run(tmp_path, seed)
    steps = (
        [run.add] * 6 + [run.remove] * 3 + [run.save] * 3 + [run.reopen, run.reopen, run.build, run.reconcile]
    )
    for _ in range(45):
        steps[int(run.random.integers(len(steps)))]()
        run.check()
    assert run.index.verify() == []
    run.index.close()


@pytest.mark.parametrize("seed", range(5))
def test_best_equals_a_full_sort(seed: int) -> None:
    random = np.random.default_rng(seed)
    for n in (1, 10, 4096, 5000, 60_000):
        for scores in (
            random.standard_normal(n).astype(np.float32),
            np.round(random.standard_normal(n), 1).astype(np.float32),
            np.sort(random.standard_normal(n)).astype(np.float32),
            np.where(np.arange(n) % 64, 1.0, -1.0).astype(np.float32),
            np.where(np.arange(n) % 64, -np.inf, 1.0).astype(np.float32),
            np.zeros(n, np.float32),
        ):
            for k in (1, 10, 200, n - 1, n, n + 5):
                expected = np.argsort(-scores, kind="stable")[: max(0, k)]
                np.testing.assert_array_equal(best(scores, k), expected)


def test_many_threads_give_the_same_scores_as_one(monkeypatch) -> None:
    monkeypatch.setattr("core.index.exact.THREADS_FROM", 1)
    random = np.random.default_rng(0)
    blocks = tuple(random.standard_normal((n, D)).astype(np.float32) for n in (1, 40_000, 0, 17, 9000))
    query = random.standard_normal(D).astype(np.float32)
    one, four = Scorer(1), Scorer(4)
    for _ in range(20):
        np.testing.assert_array_equal(one.scores(blocks, query), four.scores(blocks, query))
    np.testing.assert_allclose(
        one.scores(blocks, query), np.concatenate(blocks) @ query, rtol=1e-4, atol=1e-5
    )
    four.close()
    np.testing.assert_array_equal(one.scores(blocks, query), four.scores(blocks, query), "alone after close")
    four.close()
