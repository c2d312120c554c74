"""One index over the vectors of one space: keeps them, finds the nearest, decides who answers.

Exact search answers filtered queries, small libraries, and whenever there is no good graph. The graph
answers unfiltered queries from ``hnsw_from`` vectors on; vectors added since it was built are searched
exactly beside it. All of it is derived from the catalogue: what is damaged is dropped with a finding and
comes back by ``reconcile``.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.index import graphs
from core.index.exact import Scorer, best
from core.index.files import subfolder
from core.index.rows import Rows, distinct
from core.index.store import Store, View
from core.jobs import Token

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
GATHERED, PORTION = 8, 2048
"""A subset below an eighth of the rows is gathered, 2,048 rows at a time; for a larger one all are read."""

Fetch = Callable[[Ints], Iterable[tuple[Ints, NDArray[Any]]]]


@dataclass(frozen=True)
class Answer:
    """Nearest first: keys int64 (k,), their exact inner products float32 (k,), and whether all were seen."""

    keys: Ints
    scores: Floats
    exact: bool


class Index:
    """The index of one space. Every method may be called from any thread at any time until ``close``.

    Searches take no lock: they see the vectors of one moment while others are added, removed or saved.
    """

    def __init__(self, store: Store, *, answers: str, hnsw_from: int, ef: int, threads: int = 0) -> None:
        if answers not in {"auto", "exact", "hnsw"}:
            raise ValueError(f"answers is auto, exact or hnsw, not {answers!r}")
        self.answers, self.hnsw_from, self.ef = answers, hnsw_from, ef
        self._store = store
        self._scorer = Scorer(threads)
        self._building = threading.Lock()
        self._closing = Token()

    @classmethod
    def open(
        cls,
        folder: Path,
        space: str,
        dimension: int,
        *,
        answers: str = "auto",
        hnsw_from: int = 400_000,
        ef: int = 400,
        threads: int = 0,
    ) -> Index:
        """Open the space's index, which lives in a folder of its own under ``folder``; nothing is written.

        Missing, damaged, foreign or cut files are left out with a line in ``findings``; ``reconcile`` then
        brings back what they held. ``threads`` 0: up to 4, as the machine has cores.
        """
        store = Store(folder / subfolder(space), space, dimension)
        store.open()
        return cls(store, answers=answers, hnsw_from=hnsw_from, ef=ef, threads=threads)

    @property
    def space(self) -> str:
        """The name of the space."""
        return self._store.space

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""
        return self._store.dimension

    @property
    def findings(self) -> list[str]:
        """What was found damaged or missing since it was opened, one sentence each."""
        return list(self._store.findings)

    @property
    def count(self) -> int:
        """Vectors that can be found."""
        return self._store.rows.living

    @property
    def generation(self) -> int:
        """Number of the last save."""
        return self._store.generation

    @property
    def version(self) -> int:
        """Changes with every addition and removal: as long as it is the same, so are ``scores``' keys."""
        return self._store.version

    def keys(self) -> Ints:
        """All keys, ascending: int64 (n,)."""
        rows = self._store.rows
        return rows.lookup.living(rows.alive).copy()

    def has(self, keys: ArrayLike) -> NDArray[np.bool_]:
        """Which of these keys can be found: bool (m,)."""
        found: NDArray[np.bool_] = self._store.rows.find(np.asarray(keys, np.int64).reshape(-1)) >= 0
        return found

    def reconcile(self, keys: ArrayLike, fetch: Fetch) -> tuple[int, int]:
        """Make the index hold exactly these keys; returns (added, removed).

        ``fetch(missing)`` yields (keys int64 (m,), vectors (m, d) float16 or float32). A vector that changed
        under its key is not noticed here: ``add`` it again.
        """
        wanted = distinct(np.asarray(keys, np.int64).reshape(-1))
        rows = self._store.rows
        have = rows.lookup.living(rows.alive)
        if np.array_equal(wanted, have):
            return 0, 0
        extra = np.setdiff1d(have, wanted, assume_unique=True)
        missing = np.setdiff1d(wanted, have, assume_unique=True)
        removed = self._store.remove(extra)
        added = 0
        if len(missing):
            for some, vectors in fetch(missing):
                added += self.add(some, vectors)
        return added, removed

    def add(self, keys: ArrayLike, vectors: ArrayLike) -> int:
        """Put in vectors (m, d) under keys (m,), in place of what was there; of a repeated key the last.

        They are rounded to float16, as the catalogue keeps them, so that an index made anew answers the
        same. Returns how many distinct keys. Raises ValueError for wrong shapes, NaN or infinite numbers.
        """
        return self._store.add(np.asarray(keys), np.asarray(vectors))

    def remove(self, keys: ArrayLike) -> int:
        """Take out keys; unknown ones do not matter. Returns how many were there."""
        return self._store.remove(np.asarray(keys, np.int64).reshape(-1))

    def search(
        self, query: ArrayLike, k: int, *, only: ArrayLike | None = None, exact: bool | None = None
    ) -> Answer:
        """The k keys with the highest inner product with ``query`` (d,), best first, fewer when there are.

        ``only`` limits it to these keys (unknown ones do not matter) and is always exact. ``exact`` True or
        False asks for that way (False needs a graph, else exact); None leaves it to the settings.
        Equal scores stand in the order in which they were added. Raises ValueError for a bad query.
        """
        vector = self._query(query)
        view = self._store.view
        if only is not None:
            return self._among(view.rows, vector, k, np.asarray(only, np.int64).reshape(-1))
        if view.graph is not None and self._graph_answers(view, k, exact):
            found = graphs.search(view, self._scorer, vector, k)
            if found is not None:
                return Answer(*found, exact=False)
        return self._all(view.rows, vector, k)

    def near(self, query: ArrayLike, k: int) -> tuple[Ints, Floats] | None:
        """The k best keys and scores from the graph, where it is the one that answers here; else None."""
        view = self._store.view
        if view.graph is None or not self._graph_answers(view, k, None):
            return None
        return graphs.search(view, self._scorer, self._query(query), k)

    def scores(self, query: ArrayLike) -> tuple[Ints, Floats]:
        """Every key and its exact inner product with ``query``: int64 (n,), float32 (n,).

        In the order in which the vectors were added; the order changes only with ``version``. The keys are
        not to be written to (usually they are the index's own).
        """
        rows, vector = self._store.rows, self._query(query)
        scores = self._scorer.scores(rows.blocks, vector)
        if rows.living == rows.total:
            keys = rows.keys.view()
            keys.flags.writeable = False
            return keys, scores
        alive = rows.alive.copy()
        return rows.keys[alive], scores[alive]

    def sample(self, n: int, seed: int = 0) -> Floats:
        """At most n of the vectors, drawn without repetition: float32 (m, d)."""
        rows = self._store.rows
        return rows.take(graphs.sample(rows, n, seed))

    def vectors(self, keys: ArrayLike, *, strict: bool = True) -> Floats:
        """The vectors of these keys: float32 (m, d). An unknown key raises KeyError, or has zeros, which are
        like nothing (``strict`` False: whoever works for a while, meanwhile some may be removed)."""
        there, found = self.known(keys)
        if there.all():
            return found
        if strict:
            raise KeyError(int(np.asarray(keys, np.int64).reshape(-1)[int(there.argmin())]))
        out = np.zeros((len(there), self.dimension), np.float32)
        out[there] = found
        return out

    def known(self, keys: ArrayLike) -> tuple[NDArray[np.bool_], Floats]:
        """Which of these keys are there, bool (m,), and the vectors of those that are, float32 (k, d): of one
        moment, while ``has`` and ``vectors`` after it may see another."""
        rows = self._store.rows
        found = rows.find(np.asarray(keys, np.int64).reshape(-1))
        return found >= 0, rows.take(found[found >= 0])

    def save(self) -> None:
        """Write what changed: new vectors as a new file (small ones are merged), then the list of files.

        Searching, adding and removing go on meanwhile. Raises ``disk.full``, ``disk.forbidden``; then the
        files are as before and the index in memory goes on answering.
        """
        self._store.save()

    @property
    def graph_wanted(self) -> bool:
        """True when ``prepare_graph`` has something to do: a graph should answer and is missing or old."""
        view = self._store.view
        if not self._graph_allowed(view.rows.living):
            return False
        return view.graph is None or graphs.outdated(view)

    def prepare_graph(
        self,
        token: Token,
        progress: Callable[[int, int], None] | None = None,
        queries: ArrayLike | None = None,
    ) -> bool:
        """Load the saved graph, and build or grow one when that is not there or old; for a background lane.

        Returns whether a graph answers now. Raises what ``build_graph`` raises.
        """
        if self.graph_wanted and self._store.view.graph is None:
            self.load_graph()
        if self.graph_wanted:
            self.build_graph(token, progress, queries)
        return self._store.view.graph is not None

    def load_graph(self) -> bool:
        """Let the saved graph answer, when it is whole and of this index; else a finding (and False)."""
        with self._building:
            return graphs.load_saved(self._store, self.ef)

    def build_graph(
        self,
        token: Token,
        progress: Callable[[int, int], None] | None = None,
        queries: ArrayLike | None = None,
        *,
        threads: int = 1,
    ) -> None:
        """Build a graph aside (or grow a copy of the saved one), check it, let it answer, save it.

        It is compared with exact search on stored vectors and on ``queries`` (m, d), which should be text
        vectors: those need a far wider search. ``ef`` is doubled until recall@10 is 0.99; a graph that does
        not reach 0.95 is not used and leaves a finding. Searching, adding and removing go on meanwhile.
        ``progress(done, total)`` in vectors. Raises Cancelled, ``disk.full``, ``disk.forbidden`` (the graph
        then answers until the program ends).
        """
        texts = np.empty((0, self.dimension), np.float32)
        if queries is not None:
            texts = np.ascontiguousarray(queries, np.float32)
            if texts.ndim != 2 or texts.shape[1] != self.dimension or not np.isfinite(texts).all():
                raise ValueError(f"queries have shape (m, {self.dimension}) and finite numbers")
        with self._building:
            task = graphs.Task(token, self._closing, progress, threads)
            graphs.renew(self._store, self._scorer, self.ef, texts, task)

    def describe(self) -> dict[str, Any]:
        """Facts for ``recollect doctor``: who answers and why, sizes, what the graph was measured at."""
        view = self._store.view
        answers, why = self._who_answers(view)
        return {
            "space": self.space,
            "dimension": self.dimension,
            "vectors": view.rows.living,
            "generation": self.generation,
            "answers": answers,
            "why": why,
            "hnsw_from": self.hnsw_from,
            "ef": self.ef,
            "files": len(self._store.files),
            "disk_mb": round(self._store.disk_bytes() / 1e6, 1),
            "unsaved_vectors": view.rows.total - sum(file.rows for file in self._store.files),
            "graph": graphs.describe(view),
            "findings": self.findings,
        }

    def verify(self, *, mend: bool = False) -> list[str]:
        """Read every file again and say what is not as it was written; [] when all is well.

        With ``mend``, damaged vectors are dropped (``reconcile`` brings them back) and the next ``save``
        writes their files anew.
        """
        return self._store.verify(mend)

    def close(self) -> None:
        """Stop a build, end the threads, let go of the files. Unsaved vectors are not written."""
        self._closing.cancel()
        with self._building:
            self._store.close()
            self._scorer.close()

    def _query(self, query: ArrayLike) -> Floats:
        vector = np.ascontiguousarray(query, np.float32)
        if vector.shape != (self.dimension,):
            raise ValueError(f"a query has shape ({self.dimension},), not {vector.shape}")
        if not np.isfinite(vector).all():
            raise ValueError("a query has only finite numbers")
        return vector

    def _all(self, rows: Rows, query: Floats, k: int) -> Answer:
        scores = self._scorer.scores(rows.blocks, query)
        if rows.living < rows.total:
            alive = rows.alive.copy()
            scores[~alive] = -np.inf
            k = min(k, int(np.count_nonzero(alive)))
        at = best(scores, k)
        return Answer(rows.keys[at], scores[at], exact=True)

    def _among(self, rows: Rows, query: Floats, k: int, only: Ints) -> Answer:
        found = rows.find(distinct(only))
        found = np.sort(found[found >= 0])
        if len(found) * GATHERED < rows.total:
            # Small portions stay in the cache between being gathered and being multiplied.
            parts = [np.vecdot(piece, query) for piece in rows.pieces(found, PORTION)]
            scores = np.concatenate([np.empty(0, np.float32), *parts])
        else:
            scores = self._scorer.scores(rows.blocks, query)[found]
        at = best(scores, k)
        return Answer(rows.keys[found[at]], scores[at], exact=True)

    def _graph_allowed(self, living: int) -> bool:
        return living > 0 and (
            self.answers == "hnsw" or (self.answers == "auto" and living >= self.hnsw_from)
        )

    def _graph_answers(self, view: View, k: int, exact: bool | None) -> bool:
        if exact is None and not self._graph_allowed(view.rows.living):
            return False
        # So many hits, or so many rows gone, cost the graph more than they cost exact search.
        return not exact and k <= graphs.most_hits(view) and not graphs.worn(view)

    def _who_answers(self, view: View) -> tuple[str, str]:
        living = view.rows.living
        if self.answers == "exact":
            return "exact", "the settings say so"
        if not self._graph_allowed(living):
            return "exact", f"{living:,} vectors are fewer than {self.hnsw_from:,}"
        if view.graph is None:
            return "exact", "the graph is not built yet"
        if graphs.worn(view):
            return "exact", "too many vectors of the graph were removed since it was built"
        if self.answers == "hnsw":
            return "hnsw", "the settings say so"
        return "hnsw", f"{living:,} vectors are at least {self.hnsw_from:,}; filtered queries stay exact"
