"""The graph beside exact search: recall, tail, removals, growth, who answers, and hnswlib's missing checks."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np
import pytest

from core.errors import Cancelled
from core.index import graphs, hnsw
from core.index.index import Index
from core.jobs import Token

D = 24


def cone(n: int, seed: int = 0) -> np.ndarray:
    """Unit vectors around one direction, as encoders make them."""
    x = np.random.default_rng(seed).standard_normal((n, D)).astype(np.float32)
    x[:, 0] += 3
    return x / np.linalg.norm(x, axis=1, keepdims=True)


def texts(n: int, seed: int = 9) -> np.ndarray:
    """Queries from elsewhere, as texts are."""
    x = np.random.default_rng(seed).standard_normal((n, D)).astype(np.float32)
    x[:, 1] += 2
    return x / np.linalg.norm(x, axis=1, keepdims=True)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("graph")
    index = Index.open(folder, "s", D, answers="hnsw")
    index.add(np.arange(4000), cone(4000))
    index.build_graph(Token(), queries=texts(30))
    index.close()
    return folder


DATA = Path(__file__).parents[2] / "data" / "index" / "starter-test.npy"


def test_captions_find_photos_by_the_graph_as_by_exact_search(tmp_path: Path) -> None:
    """Real vectors of the built-in encoder, 4,000 drawn around 1,000 photos; queries are captions."""
    both = np.load(DATA).astype(np.float32)
    photos, captions = both[:1000], both[1000:]
    random = np.random.default_rng(1)
    one, two, three = (photos[random.integers(0, 1000, 3000)] for _ in range(3))
    drawn = one + 0.5 * (two - three)
    every = np.concatenate([photos, drawn / np.linalg.norm(drawn, axis=1, keepdims=True)])
    index = Index.open(tmp_path, "starter", 384, answers="hnsw")
    index.add(np.arange(4000), every)
    index.build_graph(Token(), queries=captions[:60])
    assert recall(index, captions[100:200]) >= 0.98 and recall(index, photos[::20]) >= 0.98
    assert index.describe()["graph"]["recall_at_10_texts"] >= 0.98
    ranks = [int(np.flatnonzero(index.search(captions[at], 50).keys == at).size) for at in range(0, 1000, 20)]
    assert np.mean(ranks) > 0.6, "a caption's own photo is among its fifty nearest of 4,000"
    index.close()


@pytest.fixture
def index(saved: Path, tmp_path: Path):
    import shutil

    shutil.copytree(saved / "s", tmp_path / "s")
    opened = Index.open(tmp_path, "s", D, answers="hnsw")
    assert opened.load_graph()
    yield opened
    opened.close()


def recall(index: Index, queries: np.ndarray, k: int = 10) -> float:
    shares = []
    for query in queries:
        near, true = index.search(query, k, exact=False), index.search(query, k, exact=True)
        assert not near.exact and true.exact
        shares.append(len(np.intersect1d(near.keys, true.keys)) / k)
    return float(np.mean(shares))


def test_recall_is_measured_kept_in_the_header_and_shown(index: Index) -> None:
    assert recall(index, cone(30, 5)) >= 0.98 and recall(index, texts(30, 5)) >= 0.98
    shown = index.describe()
    assert shown["answers"] == "hnsw" and shown["why"] == "the settings say so"
    assert shown["graph"]["recall_at_10"] >= 0.98 and shown["graph"]["recall_at_10_texts"] >= 0.98
    assert shown["graph"]["ef"] == 400 and shown["graph"]["vectors"] == 4000


def test_scores_of_the_graph_are_those_of_exact_search(index: Index) -> None:
    query = texts(1)[0]
    near, (keys, scores) = index.search(query, 20), index.scores(query)
    assert not near.exact
    np.testing.assert_array_equal(near.scores, scores[np.searchsorted(keys, near.keys)])


def test_the_tail_is_searched_exactly_beside_the_graph(index: Index) -> None:
    fresh = cone(300, 77)
    index.add(np.arange(4000, 4300), fresh)
    for at in range(0, 300, 30):
        answer = index.search(fresh[at], 3)
        assert not answer.exact and answer.keys[0] == 4000 + at
    assert recall(index, texts(20)) >= 0.98
    assert index.describe()["graph"]["tail"] == 300 and not index.graph_wanted
    index.add(np.arange(5000, 6000), cone(1000, 78))
    assert index.graph_wanted


def test_removed_and_replaced_vectors_are_never_answered(index: Index) -> None:
    query = texts(1)[0]
    best = index.search(query, 30).keys
    index.remove(best[:20])
    answer = index.search(query, 30)
    assert not answer.exact and len(answer.keys) == 30 and not np.isin(best[:20], answer.keys).any()
    assert answer.keys.tolist() == index.search(query, 30, exact=True).keys.tolist()
    index.add(best[20:21], -query[None])
    answer = index.search(query, 30)
    assert best[20] not in answer.keys, "its old vector does not answer"
    assert index.search(-query, 1).keys[0] == best[20]


def test_a_worn_graph_hands_over_to_exact_search(index: Index) -> None:
    index.remove(np.arange(0, 2000))
    answer = index.search(texts(1)[0], 10)
    assert answer.exact and (answer.keys >= 2000).all() and index.graph_wanted
    assert "removed" in index.describe()["why"]
    index.remove(np.arange(4000))
    assert len(index.search(texts(1)[0], 10).keys) == 0
    index.build_graph(Token())
    assert index.describe()["graph"] is None


def test_graph_answers_stay_right_over_saving_and_opening(index: Index, tmp_path: Path) -> None:
    index.remove(np.arange(0, 400))
    index.add(np.arange(9000, 9100), cone(100, 4))
    index.save()
    index.close()
    again = Index.open(tmp_path, "s", D, answers="hnsw")
    assert again.search(texts(1)[0], 5).exact, "the graph is not loaded on opening"
    assert again.load_graph() and again.describe()["graph"]["vectors"] == 3600
    assert again.describe()["graph"]["removed"] == 0 and recall(again, texts(20)) >= 0.98
    found = again.search(texts(1)[0], 200).keys
    assert not (found < 400).any()
    again.close()


def test_a_few_new_vectors_grow_the_graph_instead_of_building_it(index: Index, monkeypatch) -> None:
    index.add(np.arange(4000, 5200), cone(1200, 3))
    index.remove(np.arange(0, 100))
    monkeypatch.setattr(graphs, "_built", lambda *_: pytest.fail("built anew"))
    seen: list[tuple[int, int]] = []
    assert index.prepare_graph(Token(), lambda done, total: seen.append((done, total)), texts(20))
    assert seen[-1] == (1200, 1200)
    shown = index.describe()["graph"]
    assert shown["tail"] == 0 and shown["vectors"] == 5100 and recall(index, texts(20, 6)) >= 0.98
    index.add(np.arange(6000, 7500), cone(1500, 8))
    assert index.prepare_graph(Token()), "grown twice: marks of the removed are in the file now"
    assert index.describe()["graph"]["vectors"] == 6600 and index.verify() == []
    assert not (index.search(cone(1)[0], 100).keys < 100).any()


def test_who_answers(tmp_path: Path) -> None:
    index = Index.open(tmp_path, "s", D, hnsw_from=1000)
    index.add(np.arange(900), cone(900))
    assert not index.graph_wanted and not index.prepare_graph(Token())
    assert index.describe()["answers"] == "exact" and "900" in index.describe()["why"]
    index.add(np.arange(900, 1100), cone(200, 1))
    assert index.graph_wanted and "not built" in index.describe()["why"]
    assert index.prepare_graph(Token()) and index.describe()["answers"] == "hnsw"
    query = texts(1)[0]
    assert not index.search(query, 10).exact
    assert index.search(query, 10, exact=True).exact
    assert index.search(query, 10, only=np.arange(500)).exact, "filtered queries are always exact"
    assert index.search(query, 10, only=np.arange(500), exact=False).exact
    assert index.search(query, 1100).exact or len(index.search(query, 1100).keys) == 1100
    index.answers = "exact"
    assert index.search(query, 10).exact and index.describe()["why"] == "the settings say so"
    index.close()


def test_k_beyond_the_graph_gives_all_there_is(index: Index) -> None:
    index.remove(np.arange(0, 500))
    for k in (3499, 3500, 4000, 10_000):
        keys = index.search(texts(1)[0], k, exact=False).keys
        assert len(keys) == min(k, 3500) == len(np.unique(keys))


def test_ef_is_raised_until_texts_are_found(tmp_path: Path) -> None:
    index = Index.open(tmp_path, "s", D, answers="hnsw", ef=16)
    index.add(np.arange(3000), cone(3000))
    index.build_graph(Token(), queries=texts(60))
    shown = index.describe()["graph"]
    assert shown["ef"] > 16 and shown["recall_at_10_texts"] >= 0.99
    index.close()
    again = Index.open(tmp_path, "s", D, answers="hnsw", ef=16)
    assert again.load_graph() and again.describe()["graph"]["ef"] == shown["ef"], "kept in the header"
    again.close()


def test_a_poor_graph_is_not_used(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(graphs, "_share", lambda *_: 0.5)
    index = Index.open(tmp_path, "s", D, answers="hnsw")
    index.add(np.arange(500), cone(500))
    index.build_graph(Token())
    assert "50.0%" in index.findings[0] and index.search(texts(1)[0], 3).exact
    index.close()


def test_cancelling_a_build_leaves_everything_as_it_was(index: Index, tmp_path: Path) -> None:
    index.remove(np.arange(0, 2000))
    index.add(np.arange(10_000, 13_000), cone(3000, 2))
    before = index.describe()["graph"]
    token = Token()
    with pytest.raises(Cancelled):
        index.build_graph(token, lambda done, _: token.cancel() if done > 500 else None)
    assert index.describe()["graph"] == before and index.count == 5000
    assert not list((tmp_path / "s").glob("*.tmp"))


def test_closing_stops_a_build(tmp_path: Path) -> None:
    index = Index.open(tmp_path, "s", D, answers="hnsw")
    index.add(np.arange(20_000), cone(20_000))
    started, ended = threading.Event(), []

    def build() -> None:
        try:
            index.build_graph(Token(), lambda *_: started.set())
        except Cancelled:
            ended.append("cancelled")

    thread = threading.Thread(target=build)
    thread.start()
    assert started.wait(30)
    index.close()
    thread.join(10)
    assert ended == ["cancelled"] and not thread.is_alive()


def test_searching_and_adding_go_on_while_a_graph_is_built(tmp_path: Path) -> None:
    index = Index.open(tmp_path, "s", D, answers="hnsw")
    vectors = cone(3000)
    index.add(np.arange(3000), vectors)
    meanwhile: list[int] = []

    def progress(done: int, total: int) -> None:
        key = 3000 + done
        index.add([key], -vectors[done - 1][None])
        index.remove([done - 1])
        assert index.search(-vectors[done - 1], 1).keys.tolist() == [key]
        meanwhile.append(done - 1)

    index.build_graph(Token(), progress)
    assert len(meanwhile) > 8
    for gone in meanwhile:
        answer = index.search(vectors[gone], 5)
        assert not answer.exact and gone not in answer.keys
        assert index.search(-vectors[gone], 1).keys.tolist() == [3000 + gone + 1]
    index.close()


def test_the_graph_checks_what_hnswlib_does_not(index: Index, saved: Path) -> None:
    graph = index._store.view.graph
    assert graph is not None
    for bad in (np.zeros(D + 1, np.float32), np.zeros((1, D), np.float32), np.float32(0)):
        with pytest.raises(ValueError):
            graph.search(bad, 1)
    assert len(graph.search(np.zeros(D, np.float32), 0)) == 0
    assert len(graph.search(np.zeros(D, np.float32), 10**6)) == 4000
    for queries in (np.zeros((3, D + 1)), np.zeros(D), np.full((1, D), np.nan)):
        with pytest.raises(ValueError):
            index.build_graph(Token(), queries=queries)


def test_an_empty_graph_answers_with_nothing() -> None:
    facts = hnsw.Facts("s", D, "x", 0, 0, -1, 50)
    graph = hnsw.build(facts, np.empty(0, np.int64), lambda _: np.empty((0, D), np.float32), Token())
    assert len(graph.search(np.zeros(D, np.float32), 5)) == 0


def test_hnswlib_is_loaded_only_for_a_graph(tmp_path: Path) -> None:
    script = (
        "import sys, numpy as np, pathlib\n"
        "from core.index.index import Index\n"
        f"index = Index.open(pathlib.Path({str(tmp_path)!r}), 's', 4)\n"
        "index.add([1], np.ones((1, 4))); index.search(np.ones(4), 1); index.save()\n"
        "print(sorted({'hnswlib', 'torch', 'transformers', 'sqlalchemy'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=Path(__file__).parents[3]
    )
    assert done.stdout.strip() == "[]", done.stderr


def test_real_threads_search_while_others_add_remove_and_save(index: Index, tmp_path: Path) -> None:
    """Keys below 4000 stay; what a search finds of them is right at every moment."""
    vectors, failures, stop = index.vectors(np.arange(4000)), [], threading.Event()
    counts = [0, 0]

    def guard(work) -> threading.Thread:
        def run() -> None:
            number = 0
            while not stop.is_set():
                try:
                    work(number)
                except Exception as error:
                    failures.append(repr(error))
                    stop.set()
                number += 1

        return threading.Thread(target=run)

    def search(number: int) -> None:
        at = number * 37 % 4000
        exact = (None, True, False)[number % 3]
        answer = index.search(vectors[at], 5, exact=exact)
        assert answer.keys[0] == at and abs(answer.scores[0] - 1) < 1e-2
        assert index.search(vectors[at], 2, only=[at, 10**9]).keys.tolist()[0] == at
        keys, scores = index.scores(vectors[at])
        assert len(keys) == len(scores) and scores[np.flatnonzero(keys == at)[0]] == answer.scores[0]
        counts[0] += 1

    def change(number: int) -> None:
        keys = np.arange(10_000 + number * 50, 10_050 + number * 50)
        index.add(keys, -vectors[:50])
        assert index.remove(keys[:40]) == 40
        counts[1] += 1

    def save(_: int) -> None:
        index.save()
        index.verify()
        time.sleep(0.01)

    threads = [guard(search), guard(search), guard(change), guard(save)]
    for thread in threads:
        thread.start()
    time.sleep(1.5)
    stop.set()
    for thread in threads:
        thread.join(20)
    assert failures == [] and min(counts) > 3
    assert index.count == 4000 + 10 * counts[1]
    index.save()
    index.close()
    again = Index.open(tmp_path, "s", D)
    assert again.findings == [] and again.count == 4000 + 10 * counts[1] and again.verify() == []
    again.close()
