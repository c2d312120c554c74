"""Finding duplicates among 100,000 photos, beside a bare blocked product of the same vectors.

``python tests/bench/bench_duplicates.py [photos] [--random]``

Vectors are drawn from the 1,000 real photo vectors in tests/data/index as bench_index.py draws them, or with
``--random`` anywhere (384 dimensions); planted are copies, photos saved anew, bursts and crops.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from collections import Counter
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "2")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402

from core.search.duplicate_kinds import DuplicateColumns, Group  # noqa: E402
from core.search.duplicates import find  # noqa: E402

DIMENSION = 384
BLOCK = 2048


def unit(rows: np.ndarray) -> np.ndarray:
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def drawn(n: int, anywhere: bool, chance: np.random.Generator) -> np.ndarray:
    """n unit vectors float32[n, 384]."""
    real = np.load(ROOT / "tests" / "data" / "index" / "starter-test.npy")[:1000].astype(np.float32)
    out = np.empty((n, DIMENSION), np.float32)
    for at in range(0, n, BLOCK):
        m = min(BLOCK, n - at)
        noise = chance.standard_normal((m, DIMENSION), np.float32)
        if anywhere:
            out[at : at + m] = unit(noise)
        else:
            one, two, three = (real[chance.integers(0, len(real), m)] for _ in range(3))
            out[at : at + m] = unit(one + 0.5 * (two - three) + 0.01 * noise)
    return out


def planted(n: int, anywhere: bool) -> tuple[DuplicateColumns, np.ndarray]:
    """Columns and vectors of n photos; in the second half every tenth repeats one of the first half."""
    chance = np.random.default_rng(1)
    vectors = drawn(n, anywhere, chance)
    look = chance.integers(0, 2**63, n, dtype=np.uint64)
    # Events with pauses between: the photos of an hour are a few seconds apart.
    taken = np.cumsum(chance.exponential(8.0, n) + np.where(chance.random(n) < 0.02, 1e5, 0.0))
    timed = chance.random(n) < 0.8
    content = np.arange(n)
    copies = np.arange(n // 2, n, 10)
    sources = chance.permutation(n // 2)[: len(copies)]
    for kind in range(4):
        copy, source = copies[kind::4], sources[kind::4]
        noise = chance.standard_normal((len(copy), DIMENSION), np.float32) * (0, 0.006, 0.015, 0.012)[kind]
        vectors[copy] = unit(vectors[source] + noise)
        timed[copy] = kind == 2
        if kind == 0:
            content[copy] = content[source]
        elif kind == 1:
            look[copy] = look[source] ^ np.uint64(1 << 40 | 1)
        elif kind == 2:
            taken[copy], timed[source] = taken[source] + 1.5, True
    photos = DuplicateColumns(
        photo_id=np.arange(n),
        content_id=content,
        taken_at=taken,
        timed=timed,
        camera=np.full(n, -1),
        width=np.full(n, 4000),
        height=np.full(n, 3000),
        size=chance.integers(2_000_000, 6_000_000, n),
        since=taken,
        look=look,
        looked=np.ones(n, bool),
        pair=np.zeros(n, np.int64),
        favourite=np.zeros(n, bool),
        format=["jpeg"] * n,
        name=[b"IMG_%06d.JPG" % number for number in range(n)],
    )
    return photos, vectors


def told(groups: list[Group]) -> str:
    counts = Counter(group.kind for group in groups)
    return ", ".join(f"{count} {kind}" for kind, count in counts.items())


def main() -> None:
    """Print the figures."""
    numbers = [int(argument) for argument in sys.argv[1:] if argument.isdigit()]
    n = numbers[0] if numbers else 100_000
    photos, vectors = planted(n, "--random" in sys.argv)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started, spent = time.perf_counter(), time.process_time()
    marks: list[tuple[int, float]] = []
    groups = find(
        photos,
        np.unique(photos.content_id),
        lambda keys: vectors[keys],
        progress=lambda done, _: marks.append((done, time.perf_counter() - started)),
    )
    wall, cpu = time.perf_counter() - started, time.process_time() - spent
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1e3
    started = time.perf_counter()
    for start in range(0, n, BLOCK):
        for first in range(start, n, 8192):
            _ = vectors[start : start + BLOCK] @ vectors[first : first + 8192].T
    ceiling = time.perf_counter() - started
    print(f"{n:,} photos, {DIMENSION} dimensions; load {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores")
    print(f"  all four kinds                 {wall:6.1f} s wall {cpu:6.1f} s cpu, {grown:.0f} MB more")
    for name, mark in (("saved anew", 300), ("same moment", 350), ("very alike", 1000)):
        print(
            f"    until {name:12}           {next((at for done, at in marks if done >= mark), wall):6.1f} s"
        )
    print(f"  bare product, each pair once   {ceiling:6.1f} s wall")
    print(f"  found: {told(groups)} ({len(range(n // 2, n, 10)) // 4} of each planted)")


if __name__ == "__main__":
    main()
