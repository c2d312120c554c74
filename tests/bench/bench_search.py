"""Query to hits beyond encoding the text, at 100,000 photos; the index's product alone is the ceiling.

``python tests/bench/bench_search.py [photos]``
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("OMP_NUM_THREADS", "2")
sys.path.insert(0, str(Path(__file__).parents[2]))

import numpy as np

from core.evaluation.encode import Photos
from core.index.index import Index
from core.jobs import Turn
from core.search.bands import centred, measure
from core.search.search import Finder, ranking

DIMENSION, ROUNDS = 384, 41


def median_ms(work: Callable[[], object]) -> tuple[float, float]:
    """Median wall and processor milliseconds of a call."""
    walls, cpus = [], []
    for _ in range(ROUNDS):
        wall, cpu = time.perf_counter(), time.process_time()
        work()
        walls.append(1e3 * (time.perf_counter() - wall))
        cpus.append(1e3 * (time.process_time() - cpu))
    return statistics.median(walls), statistics.median(cpus)


def main() -> None:
    """Print the figures."""
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    chance = np.random.default_rng(1)
    vectors = np.concatenate(
        [
            centred(chance.normal(size=(min(50_000, n - start), DIMENSION)).astype(np.float32), np.float32(0))
            for start in range(0, n, 50_000)
        ]
    )
    texts = centred(chance.normal(size=(300, DIMENSION)).astype(np.float32), np.float32(0))
    with TemporaryDirectory() as folder:
        index = Index.open(Path(folder), "bench", DIMENSION, answers="exact")
        index.add(np.arange(n), vectors)
        finder = Finder(lambda asked, turn: texts[: len(asked)], index, Photos.numbered(n))
        finder.background = measure(index.sample(4096), texts)
        finder.text("warm", Turn())
        product = median_ms(lambda: index.scores(texts[0]))
        whole = median_ms(lambda: finder.text("a query", Turn()))
        scores = index.scores(texts[0])[1]
        ranked = median_ms(lambda: ranking(scores))
        sort = median_ms(lambda: np.argsort(-scores))
        index.close()
    print(
        f"{n} photos, {DIMENSION} dimensions; load {os.getloadavg()[0]:.1f}; median of {ROUNDS}, wall (processor)"
    )
    for name, (wall, cpu) in (
        ("query to hits, text already encoded", whole),
        ("of that, the product (ceiling)", product),
        ("of that, the ranking", ranked),
        ("beside it, np.argsort", sort),
    ):
        print(f"{name:38} {wall:7.2f} ms ({cpu:.2f})")


if __name__ == "__main__":
    main()
