"""Query to nearest vectors: milliseconds and recall of exact search and the graph, beside the bare product.

    python tests/bench/bench_index.py [--million] [--hnsw N]

Vectors are drawn from the 1,000 real photo vectors in tests/data/index (built-in encoder, Flickr8k's test
photos) plus the difference of two others, so that they lie in the same cone and no two are the same;
queries are real captions. The ceiling of each size is the plain product of the same vectors in the same run.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402
import psutil  # noqa: E402

from core.index.index import Index  # noqa: E402
from core.jobs import Token  # noqa: E402

DATA = ROOT / "tests" / "data" / "index"
RESIDUAL = 0.5


def real() -> tuple[np.ndarray, np.ndarray]:
    """Photo vectors and caption vectors of the built-in encoder: float32 (1000, 384) each."""
    both = np.load(DATA / "starter-test.npy").astype(np.float32)
    return both[:1000], both[1000:]


def resampled(n: int, seed: int = 0) -> np.ndarray:
    """n unit vectors like the real ones: one of them plus half the difference of two others, as float16."""
    photos, _ = real()
    random = np.random.default_rng(seed)
    out = np.empty((n, photos.shape[1]), np.float16)
    for at in range(0, n, 20_000):
        m = min(20_000, n - at)
        one, two, three = (photos[random.integers(0, len(photos), m)] for _ in range(3))
        some = one + RESIDUAL * (two - three) + random.standard_normal(one.shape, np.float32) * 0.01
        out[at : at + m] = some / np.linalg.norm(some, axis=1, keepdims=True)
    return out


def timed(work: Callable[[int], Any], times: int = 25) -> tuple[float, float]:
    """Median wall and CPU milliseconds of ``work(0)``, ``work(1)``, …"""
    walls, cpus = [], []
    work(0)
    for number in range(times):
        wall, cpu = time.perf_counter(), time.process_time()
        work(number)
        walls.append(time.perf_counter() - wall)
        cpus.append(time.process_time() - cpu)
    return 1e3 * float(np.median(walls)), 1e3 * float(np.median(cpus))


def show(name: str, spent: tuple[float, float], more: str = "") -> None:
    print(f"  {name:<46}{spent[0]:9.2f} ms wall {spent[1]:9.2f} ms cpu  {more}", flush=True)


def memory() -> str:
    """Resident memory, and how much of it is mapped files (shared, given back when needed)."""
    info = psutil.Process().memory_info()
    return f"{info.rss / 1e6:.0f} MB resident, {getattr(info, 'shared', 0) / 1e6:.0f} MB of it mapped files"


def recall(index: Index, queries: np.ndarray) -> float:
    """Share of the ten nearest that the graph finds."""
    shares = []
    for query in queries:
        true = index.search(query, 10, exact=True).scores[-1]
        shares.append(float(np.mean(index.search(query, 10, exact=False).scores >= true)))
    return float(np.mean(shares))


def portions(vectors: np.ndarray, keys: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """The vectors of these keys (seven times their row), 4,096 at a time, as the catalogue gives them."""
    for at in range(0, len(keys), 4096):
        some = keys[at : at + 4096]
        yield some, vectors[some // 7]


def exact(folder: Path, n: int, captions: np.ndarray) -> None:
    """Exact search at n vectors, with the costs of getting there."""
    print(f"\n{n:,} × {captions.shape[1]}; load {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores")
    vectors, keys = resampled(n), np.arange(n, dtype=np.int64) * 7
    index = Index.open(folder, f"bench-{n}", captions.shape[1])
    started = time.process_time()
    fetch = partial(portions, vectors)
    index.reconcile(keys, fetch)
    filled = time.process_time() - started
    started, wall = time.process_time(), time.perf_counter()
    index.save()
    print(
        f"  filled from float16 in {filled:.2f} s cpu; saved {index.describe()['disk_mb']:.0f} MB in "
        f"{time.process_time() - started:.2f} s cpu, {time.perf_counter() - wall:.2f} s wall"
    )
    index.close()
    del vectors, fetch

    def reopen(_: int) -> None:
        Index.open(folder, f"bench-{n}", captions.shape[1]).close()

    show("open (header, keys, pages up to 256 MB)", timed(reopen, 20))
    index = Index.open(folder, f"bench-{n}", captions.shape[1])
    plain = index._store.rows.blocks[0]
    show(
        "ceiling: reading them once (xor)",
        timed(lambda _: np.bitwise_xor.reduce(plain.view(np.uint64), axis=None)),
    )
    show("ceiling: X @ q (BLAS)", timed(lambda i: plain @ captions[i]))
    show("ceiling: np.vecdot(X, q), one thread", timed(lambda i: np.vecdot(plain, captions[i])))
    show("search, 200 best of all", timed(lambda i: index.search(captions[i], 200, exact=True)), memory())
    show("scores of all", timed(lambda i: index.scores(captions[i])))
    random = np.random.default_rng(1)
    for share in (0.01, 0.1, 0.5):
        some = np.sort(random.choice(keys, int(n * share), replace=False))
        show(
            f"search, 200 best of {share:.0%}",
            timed(lambda i, some=some: index.search(captions[i], 200, only=some)),
        )
    show("reconcile, nothing changed", timed(lambda _: index.reconcile(keys, lambda _: [])))
    fresh = resampled(256, 9)
    show("add 256 (a commit)", timed(lambda i: index.add(10**9 + i * 256 + np.arange(256), fresh)))
    show("remove 256", timed(lambda i: index.remove(10**9 + i * 256 + np.arange(256))))
    show("verify all pages", timed(lambda _: index.verify(), 3))
    index.close()
    shutil.rmtree(folder / f"bench-{n}")


def graph(folder: Path, n: int, captions: np.ndarray) -> None:
    """The graph at n vectors: its build, then milliseconds and recall for several ef."""
    vectors = resampled(n)
    index = Index.open(folder, "bench-graph", captions.shape[1], answers="hnsw", ef=50)
    index.add(np.arange(n), vectors)
    print(f"\ngraph of {n:,}; load {os.getloadavg()[0]:.1f}", flush=True)
    started, wall = time.process_time(), time.perf_counter()
    index.build_graph(Token(), queries=captions[500:], threads=1)
    built = index.describe()["graph"]
    print(
        f"  built in {time.process_time() - started:.0f} s cpu, {time.perf_counter() - wall:.0f} s wall; {memory()}"
        f"\n  at build: ef {built['ef']}, recall@10 stored {built['recall_at_10']:.3f}, "
        f"texts {built['recall_at_10_texts']:.3f}",
        flush=True,
    )
    found = index._store.view.graph
    assert found is not None
    photos = resampled(40, 77).astype(np.float32)
    for ef in (50, 100, 200, 400, 800):
        changed = found.with_facts(ef=ef)
        index._store.adopt(changed, index._store.graph_file)
        show(
            f"search, 10 best by the graph, ef {ef}",
            timed(lambda i: index.search(captions[i], 10, exact=False), 100),
            f"recall@10 captions {recall(index, captions[:100]):.3f} photos {recall(index, photos):.3f}",
        )
    started = time.process_time()
    index.close()
    again = Index.open(folder, "bench-graph", captions.shape[1], answers="hnsw")
    started, wall = time.process_time(), time.perf_counter()
    again.load_graph()
    print(
        f"  loaded with all checks in {time.process_time() - started:.2f} s cpu, "
        f"{time.perf_counter() - wall:.2f} s wall; files {again.describe()['disk_mb']:.0f} MB"
    )
    again.close()
    shutil.rmtree(folder / "bench-graph")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--million", action="store_true", help="exact search at 1,000,000 too (3 GB of memory)"
    )
    parser.add_argument("--hnsw", type=int, default=100_000, help="vectors in the graph (0: none)")
    options = parser.parse_args()
    _, captions = real()
    folder = Path(tempfile.mkdtemp(prefix="recollect-bench-"))
    try:
        exact(folder, 100_000, captions)
        if options.hnsw:
            graph(folder, options.hnsw, captions)
        if options.million:
            exact(folder, 1_000_000, captions)
    finally:
        shutil.rmtree(folder)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3:.0f} MB")


if __name__ == "__main__":
    main()
