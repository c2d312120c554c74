"""Ratios that must hold on any machine; milliseconds are printed by tests/bench/bench_index.py."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.index.index import Index

N, D = 60_000, 256


def cpu(work: Callable[[], Any], times: int = 15) -> float:
    spent = []
    for _ in range(times):
        started = time.process_time()
        work()
        spent.append(time.process_time() - started)
    return float(np.median(spent))


@pytest.mark.bench
def test_the_index_costs_little_more_than_the_bare_product(tmp_path: Path) -> None:
    random = np.random.default_rng(0)
    vectors = random.standard_normal((N, D)).astype(np.float16)
    index = Index.open(tmp_path, "s", D, threads=1)
    keys = np.arange(N) * 3
    index.add(keys, vectors)
    index.save()
    bare, query = vectors.astype(np.float32), random.standard_normal(D).astype(np.float32)
    product = cpu(lambda: np.vecdot(bare, query))
    assert cpu(lambda: index.search(query, 200)) < 1.6 * product
    assert cpu(lambda: index.scores(query)) < 1.6 * product
    assert cpu(lambda: index.reconcile(keys, lambda _: [])) < 0.5 * product
    assert cpu(lambda: index.search(query, 200, only=keys[:600])) < 0.5 * product
    assert cpu(lambda: Index.open(tmp_path, "s", D).close()) < 4 * product, "open checks every page"
    few = index.vectors(keys[:256])
    assert cpu(lambda: index.add(keys[:256] + 1, few)) < 0.5 * product, "no copy of what is there"
    index.close()
