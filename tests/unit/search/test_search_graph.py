"""The graph in front of search: the same best photos and bands as exact search gives."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from core.evaluation.encode import Photos
from core.index.index import Index
from core.jobs import Token, Turn
from core.search import bands
from core.search.search import GRAPH_HITS, Finder

N, D = 3000, 24


@pytest.fixture(scope="module")
def vectors() -> np.ndarray:
    random = np.random.default_rng(5)
    centres = random.normal(size=(30, D))
    rows = centres[random.integers(0, 30, N)] + 0.6 * random.normal(size=(N, D)) + 1.0
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def texts(wanted: Sequence[str], turn: Turn) -> np.ndarray:
    """Text vectors near some photos, the same for the same text."""
    rows = []
    for text in wanted:
        random = np.random.default_rng(zlib.crc32(text.encode()))
        rows.append(random.normal(size=D) + 1.0)
    array = np.array(rows, np.float32)
    return array / np.linalg.norm(array, axis=1, keepdims=True)


def finder(index: Index, vectors: np.ndarray) -> Finder:
    made = Finder(texts, index, Photos.numbered(N), near=index.near)
    made.sample = vectors[::2]
    made.background = bands.measure(vectors, texts([f"neutral {n}" for n in range(50)], Turn()))
    return made


def test_the_graph_gives_the_same_best_photos_and_bands(tmp_path: Path, vectors: np.ndarray) -> None:
    index = Index.open(tmp_path, "space", D, answers="hnsw", ef=400)
    index.add(np.arange(N), vectors)
    exact = [finder(index, vectors).text("x" * n, Turn()) for n in range(1, 9)]
    index.build_graph(Token())
    near = [finder(index, vectors).text("x" * n, Turn()) for n in range(1, 9)]
    matching = [int(np.count_nonzero(hits.bands < 2)) for hits in exact]
    assert min(matching) < GRAPH_HITS < max(matching)
    for slow, fast, number in zip(exact, near, matching, strict=True):
        # Where more match than the graph names, only exact search can tell how many.
        assert slow.exact and fast.exact == (number >= GRAPH_HITS)
        assert fast.photos_searched == slow.photos_searched == N
        assert len(set(slow.photo_ids[:50]) & set(fast.photo_ids[:50])) >= 48
        assert np.all(np.diff(fast.scores) <= 0)
        assert slow.clear == fast.clear
        strong = [int(np.count_nonzero(hits.bands == 0)) for hits in (slow, fast)]
        assert abs(strong[0] - strong[1]) <= 0.15 * max(strong) + 3
    index.close()


def test_hidden_photos_and_the_asked_one_are_left_out(tmp_path: Path, vectors: np.ndarray) -> None:
    index = Index.open(tmp_path, "space", D, answers="hnsw", ef=400)
    index.add(np.arange(N), vectors)
    index.build_graph(Token())
    made = finder(index, vectors)
    columns = Photos.numbered(N)
    columns.hidden[7] = True
    made.columns = columns
    hits = made.photo(vectors[3], without=[3])
    assert not hits.exact
    assert 3 not in hits.photo_ids and 7 not in hits.photo_ids
    index.close()


def test_without_a_graph_search_is_exact(tmp_path: Path, vectors: np.ndarray) -> None:
    index = Index.open(tmp_path, "space", D)
    index.add(np.arange(N), vectors)
    assert finder(index, vectors).text("xx", Turn()).exact
    index.close()
