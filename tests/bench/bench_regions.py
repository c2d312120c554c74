"""The parts of photos: one photo, a second click, the stage, and a search, beside the bare network of the same run.

    python tests/bench/bench_regions.py [FOLDER] [--seconds 4] [--groups 600000]

Without FOLDER: a random GroupViT of the published one's size, and the built-in model where there is one.
Speeds are per second of this thread's processor time, alternating, so that other programs disturb them
little; the ceiling is transformers' own forward pass in fp32 on ready pixels.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core.models.runtime import prepare_environment

prepare_environment()

from core.catalogue.groups import keys_of  # noqa: E402
from core.index.index import Index  # noqa: E402
from core.jobs import Turn  # noqa: E402
from core.labels.regions import Scale, planes_of, regions_of  # noqa: E402
from core.models.cards import Card, find_segmenter, starter_regions_card  # noqa: E402
from core.models.device import candidates, probe_photos  # noqa: E402
from core.models.groups import Groups, compact  # noqa: E402
from core.models.segmenter import Segmenter  # noqa: E402
from core.search.regions import RegionScores  # noqa: E402
from tests.tiny_models import make_real_groupvit  # noqa: E402

TERMS = 300
Work = Callable[[], Any]


def spent(works: dict[str, Work], seconds: float) -> dict[str, float]:
    """Milliseconds of this thread's processor time of each work, alternating; the median of the rounds."""
    took: dict[str, list[float]] = {name: [] for name in works}
    for work in works.values():
        work()
    end = time.thread_time() + seconds * len(works)
    while time.thread_time() < end:
        for name, work in works.items():
            begin = time.thread_time()
            work()
            took[name].append((time.thread_time() - begin) * 1e3)
    return {name: statistics.median(values) for name, values in took.items()}


def bare(segmenter: Segmenter, card: Card, prepared: list[Any]) -> tuple[Work, Work]:
    """The network alone in fp32 on the ready pixels of one photo, and of a batch."""
    import torch

    exact = Segmenter.load(card, device="cpu", precision="fp32", threads=1, measure=False)
    towers = exact._towers
    inputs = [towers._image_inputs(prepared[:n])["pixel_values"].contiguous() for n in (1, segmenter.batch)]

    def forward(pixel_values: Any) -> None:
        with torch.inference_mode():
            if card.reads is None:
                towers.model.get_image_features(pixel_values, output_attentions=True)
            else:
                towers.model(pixel_values)

    return lambda: forward(inputs[0]), lambda: forward(inputs[1])


def stored(groups: Groups) -> tuple[Any, bytes]:
    """What the catalogue keeps of a photo."""
    return groups.embeddings.astype(np.float16), groups.cells_bytes()


def measure(card: Card, seconds: float) -> dict[str, float]:
    """Print a model's figures and return them."""
    segmenter = Segmenter.load(card, device="cpu", threads=1)
    pixels = list(probe_photos(max(12, segmenter.batch)))
    prepared = [segmenter.prepare(one) for one in pixels]
    print(f"{card.name} ({card.family}, {card.size_bytes / 1e6:.0f} MB), load {os.getloadavg()[0]:.1f}")
    print(f"  plan {segmenter.plan}")
    one, many = bare(segmenter, card, prepared)
    batch = prepared[: segmenter.batch]

    def click() -> None:
        compact(segmenter.segment([segmenter.prepare(pixels[0])], Turn())[0])

    def stage() -> None:
        for found in segmenter.segment(batch, Turn()):
            stored(compact(found))

    works = {"bare": one, "click": click, "bare batch": many, "stage": stage}
    took = spent({**works, "look": lambda: segmenter._towers.look(batch)}, seconds)
    found = {"click": took["click"] / took["bare"], "stage": took["bare batch"] / took["stage"]}
    found["own"] = took["look"] / took["stage"]
    print(
        f"  bare forward, one photo {took['bare']:8.1f} ms;  click {took['click']:8.1f} ms: {found['click']:.2f} ×"
    )
    rates = [segmenter.batch / took[name] * 1e3 for name in ("bare batch", "stage")]
    print(f"  bare forward {rates[0]:6.1f} photos/s;  stage {rates[1]:6.1f} photos/s: {found['stage']:.2f} ×")
    print(f"  the stage to its own network as the plan runs it: {found['own']:.2f} ×")
    kept = [stored(compact(one)) for one in segmenter.segment(prepared, Turn())]
    sizes = [vectors.nbytes + len(cells) for vectors, cells in kept]
    found["bytes"] = max(sizes)
    print(f"  stored: {statistics.mean(sizes):.0f} bytes a photo, {max(sizes)} at most")
    found["again"] = again(kept[0], card, seconds)
    print(f"  second click, {TERMS} names: {found['again']:.2f} ms")
    begin = time.thread_time()
    segmenter.finer(pixels[0], Turn())
    print(f"  through windows: {(time.thread_time() - begin) * 1e3:.0f} ms")
    segmenter.close()
    return found


def again(kept: tuple[Any, bytes], card: Card, seconds: float) -> float:
    """Regions and their planes from what is stored: no network, no photo."""
    names = np.random.default_rng(0).normal(size=(TERMS, card.dimension)).astype(np.float32)
    names /= np.linalg.norm(names, axis=1, keepdims=True)
    scale = Scale(card.scale, -1.0)

    def work() -> None:
        groups = Groups.of(*kept)
        planes_of(groups, regions_of(groups, names, scale))

    return spent({"again": work}, seconds / 4)["again"]


def ways(card: Card, seconds: float) -> None:
    """Every precision of this processor: is it faithful, and does it pay."""
    segmenter = Segmenter.load(card, device="cpu", precision="fp32", threads=1, measure=False)
    towers = segmenter._towers
    prepared = [segmenter.prepare(one) for one in probe_photos(8)]
    towers.improve(prepared[:2])
    towers.become("fp32", keep=True)
    exact = towers.photos(prepared)
    print("  photos/s in batches of 4, smallest cosine of the painted cells to fp32:")
    for precision, variant in candidates("cpu", "auto"):
        try:
            towers.become(precision, variant, keep=True)
            cosine = float((towers.photos(prepared) * exact).sum(axis=1).min())
        except (RuntimeError, NotImplementedError) as error:
            print(f"    {precision} {variant:7s} not possible: {error}")
            continue
        took = spent({"look": lambda: towers.look(prepared[:4])}, seconds / 4)["look"]
        print(f"    {precision} {variant:7s} {4 / took * 1e3:6.1f}   {cosine:.5f}")


def search(groups: int, dimension: int) -> float:
    """Milliseconds of a search for the best group of each photo among ``groups`` random unit vectors."""
    random = np.random.default_rng(2)
    with tempfile.TemporaryDirectory() as folder:
        index = Index.open(Path(folder), "groups", dimension, answers="exact")
        photos = -(-groups // 6)
        for begin in range(0, photos, 10_000):
            contents = np.arange(begin, min(begin + 10_000, photos), dtype=np.int64)
            keys = keys_of(contents[:, None], np.arange(6)).ravel()
            vectors = random.standard_normal((len(keys), dimension), np.float32)
            index.add(keys, vectors / np.linalg.norm(vectors, axis=1, keepdims=True))
        scores = RegionScores(index)
        query = random.standard_normal(dimension).astype(np.float32)
        query /= np.linalg.norm(query)
        walls, cpus = [], []
        for _ in range(25):
            wall, cpu = time.perf_counter(), time.process_time()
            contents, best, _ = scores.best(query)
            walls.append((time.perf_counter() - wall) * 1e3)
            cpus.append((time.process_time() - cpu) * 1e3)
        assert len(contents) == len(best) == photos
        index.close()
    wall, cpu = statistics.median(walls), statistics.median(cpus)
    print(
        f"region search, {photos:,} photos of six groups, {dimension} numbers, load {os.getloadavg()[0]:.1f}:"
    )
    print(f"  {wall:.1f} ms wall (least {min(walls):.1f}), {cpu:.1f} ms cpu")
    return wall


def models(folder: Path) -> list[Card]:
    """A random GroupViT of real size, made in ``folder``, and the built-in model when it is there."""
    cards = [find_segmenter(str(make_real_groupvit(folder / "random-groupvit")), folder)]
    built_in = starter_regions_card()
    return cards if built_in is None else [*cards, built_in]


@pytest.mark.bench
def test_parts_cost_little_more_than_the_network(tmp_path: Path) -> None:
    for card in models(tmp_path):
        found = measure(card, 3.0)
        assert found["click"] <= 1.2 and found["stage"] >= 0.9
        assert found["bytes"] <= 8192 and found["again"] <= 20


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--seconds", type=float, default=4.0)
    parser.add_argument("--groups", type=int, default=600_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as aside:
        named = [find_segmenter(str(given.folder), Path(aside))] if given.folder else models(Path(aside))
        for card in named:
            measure(card, given.seconds)
            ways(card, given.seconds)
    search(given.groups, 384)


if __name__ == "__main__":
    main()
