"""When a graph may answer, how it is searched together with the rows it does not know, how it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.index import hnsw
from core.index.exact import Scorer, best
from core.index.files import Damage, fresh_name
from core.index.hnsw import Graph
from core.index.rows import Rows
from core.index.store import Store, View
from core.jobs import Token

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

GOOD, POOR = 0.99, 0.95
"""Recall@10 up to which ef is doubled, and below which a graph is not used."""

HIGHEST_EF = 4096
SAMPLE = 64
"""Stored vectors, and at most twice as many texts, that a new graph is compared with exact search on."""


@dataclass(frozen=True)
class Task:
    """A build at work: who may stop it, who hears of it, on how many threads."""

    token: Token
    closing: Token
    progress: Callable[[int, int], None] | None = None
    threads: int = 1

    def check(self) -> None:
        """Raise Cancelled when it is not wanted any more."""
        self.token.check()
        self.closing.check()


def search(view: View, scorer: Scorer, query: Floats, k: int) -> tuple[Ints, Floats] | None:
    """Keys and scores of the best k by the graph and the rows after it; None when exact search is cheaper."""
    rows, graph = view.rows, view.graph
    if graph is None:
        return None
    found = _living_of_graph(view, graph, query, k)
    if found is None:
        return None
    tail = view.tail_from
    if tail < rows.total:
        scores = scorer.scores(rows.blocks_from(tail), query)
        scores[~rows.alive[tail:]] = -np.inf
        near = best(scores, k)
        found = np.concatenate([found, tail + near[scores[near] > -np.inf]])
    found = np.sort(found)
    # Scored again here: hnswlib adds in another order, and equal vectors shall have equal scores everywhere.
    scores = np.vecdot(rows.take(found), query)
    at = best(scores, k)
    return rows.keys[found[at]], scores[at]


def _living_of_graph(view: View, graph: Graph, query: Floats, k: int) -> Ints | None:
    rows = view.rows
    known = graph.count - view.graph_dead
    ask = k if not view.graph_dead else k + 8 + 2 * k * view.graph_dead // max(1, graph.count)
    while True:
        serials = graph.search(query, ask)
        at = np.minimum(np.searchsorted(rows.serials, serials), max(0, rows.total - 1))
        found = at[(rows.serials[at] == serials) & rows.alive[at]] if rows.total else at[:0]
        if len(found) >= min(k, known) or ask >= graph.count:
            return found[:k]
        if ask > most_hits(view):
            return None
        ask *= 4


def most_hits(view: View) -> int:
    """The highest k that the graph is asked for."""
    return 4 * view.graph.facts.ef if view.graph is not None else 0


def worn(view: View) -> bool:
    """True when so much of the graph is gone that exact search is the better answer."""
    return view.graph is None or view.graph_dead * 3 > view.graph.count


def outdated(view: View) -> bool:
    """True when a fifth of the rows is not in the graph, or of the graph gone: time to build."""
    if view.graph is None:
        return True
    return 5 * max(view.rows.total - view.tail_from, view.graph_dead) > view.graph.count


def sample(rows: Rows, n: int, seed: int) -> Ints:
    """At most n living rows, drawn without repetition, ascending."""
    living = np.flatnonzero(rows.alive.copy())
    if n >= len(living):
        return living
    drawn = np.random.default_rng(seed).choice(len(living), max(0, n), replace=False)
    return np.asarray(living[np.sort(drawn)])


def load_saved(store: Store, ef: int) -> bool:
    """Put the graph that the store names to work. A damaged one leaves a finding and is forgotten."""
    name = store.graph_file
    if name is None:
        return False
    try:
        graph = hnsw.load(
            store.folder / name, store.space, store.dimension, store.line, store.living_serials()
        )
    except Damage as damage:
        store.findings.append(f"The graph {name} was discarded: {damage}.")
        store.adopt(None, None)
        return False
    store.adopt(graph.with_facts(ef=max(ef, graph.facts.ef)), name)
    return True


def renew(store: Store, scorer: Scorer, ef: int, texts: Floats, task: Task) -> None:
    """See ``Index.build_graph``."""
    store.save()  # first, so that the serial numbers which the graph keeps are lasting ones
    rows = store.rows
    living = np.flatnonzero(rows.alive.copy())
    if not len(living):
        store.adopt(None, None)
        return
    facts = hnsw.Facts(
        store.space, store.dimension, store.line, store.generation, 0, int(rows.serials[living[-1]]), ef
    )
    graph = _grown(store, rows, living, facts, task) or _built(rows, living, facts, task)
    graph = _measured(View(rows, graph), scorer, texts, task)
    poorest = _poorest(graph)
    if poorest < POOR:
        store.findings.append(f"The graph found only {poorest:.1%} of the nearest, so exact search answers.")
        store.adopt(None, None)
        return
    name = fresh_name("graph", store.generation, ".hnsw")
    store.adopt(graph, store.graph_file)
    try:
        with store.saving:
            graph.save(store.folder / name)
    except Damage as damage:
        store.findings.append(f"The graph could not be saved: {damage}.")
        return
    store.adopt(store.view.graph, name)
    store.save()


def _built(rows: Rows, living: Ints, facts: hnsw.Facts, task: Task) -> Graph:
    def fetch(positions: Ints) -> Floats:
        task.check()
        return rows.take(living[positions])

    return hnsw.build(facts, rows.serials[living], fetch, task.token, task.progress, threads=task.threads)


def _grown(store: Store, rows: Rows, living: Ints, facts: hnsw.Facts, task: Task) -> Graph | None:
    """The saved graph and the rows since, when that is less work than a new one."""
    view = store.view
    if store.graph_file is None or view.graph is None:
        return None
    new = living[living >= view.tail_from]
    if 5 * view.graph_dead > view.graph.count or len(new) > view.graph.count:
        return None

    def fetch(positions: Ints) -> Floats:
        task.check()
        return rows.take(new[positions])

    try:
        return hnsw.grow(
            store.folder / store.graph_file,
            facts,
            rows.serials[living],
            rows.serials[new],
            fetch,
            task.token,
            task.progress,
            threads=task.threads,
        )
    except Damage as damage:
        store.findings.append(f"The graph {store.graph_file} was discarded: {damage}.")
        return None


def _measured(view: View, scorer: Scorer, texts: Floats, task: Task) -> Graph:
    """The graph with its recall, and with an ``ef`` wide enough for it."""
    graph = view.graph
    assert graph is not None
    stored = view.rows.take(sample(view.rows, SAMPLE, seed=1))
    # Between stored vectors and not on them: finding a vector by itself is no test.
    stored = stored + np.roll(stored, 1, axis=0)
    if len(texts) > 2 * SAMPLE:
        texts = texts[np.linspace(0, len(texts) - 1, 2 * SAMPLE).astype(np.int64)]
    exact = [_tenth(view.rows, scorer, query, task) for query in (*stored, *texts)]
    while True:
        found = [
            _share(view, graph, query, bound, task)
            for query, bound in zip((*stored, *texts), exact, strict=True)
        ]
        recall = float(np.mean(found[: len(stored)]))
        recall_texts = float(np.mean(found[len(stored) :])) if len(texts) else None
        graph = graph.with_facts(recall=recall, recall_texts=recall_texts)
        ef = graph.facts.ef
        if _poorest(graph) >= GOOD or ef >= min(HIGHEST_EF, graph.count):
            return graph
        graph = graph.with_facts(ef=min(2 * ef, HIGHEST_EF))


def _poorest(graph: Graph) -> float:
    measured = (graph.facts.recall, graph.facts.recall_texts)
    return min((recall for recall in measured if recall is not None), default=0.0)


def _tenth(rows: Rows, scorer: Scorer, query: Floats, task: Task) -> tuple[float, int]:
    """The score of the tenth nearest row by exact search, and how many there are (10, or all)."""
    task.check()
    scores = scorer.scores(rows.blocks, query)
    scores[~rows.alive.copy()] = -np.inf
    near = best(scores, min(10, rows.living))
    return float(scores[near[-1]]), len(near)


def _share(view: View, graph: Graph, query: Floats, bound: tuple[float, int], task: Task) -> float:
    """Which part of the ten nearest the graph finds; equally near ones count."""
    task.check()
    found = _living_of_graph(View(view.rows, graph), graph, query, bound[1])
    if found is None:
        return 0.0
    return float(np.count_nonzero(np.vecdot(view.rows.take(found), query) >= bound[0])) / bound[1]


def describe(view: View) -> dict[str, Any] | None:
    """The graph's facts for the person."""
    if view.graph is None:
        return None
    facts = view.graph.facts
    return {
        "vectors": view.graph.count - view.graph_dead,
        "tail": view.rows.total - view.tail_from,
        "removed": view.graph_dead,
        "ef": facts.ef,
        "links": facts.links,
        "generation": facts.generation,
        "recall_at_10": facts.recall,
        "recall_at_10_texts": facts.recall_texts,
    }
