"""Photos per second of DualEncoder beside the bare transformers forward of the same run; text ms.

    python tests/bench/bench_models.py [FOLDER] [--seconds 4] [--threads 1]

All speeds are per second of this thread's processor time, alternating, so that other programs
disturb them little. The ceiling is the network alone: pixels already on the device, no gate.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core.models.runtime import prepare_environment

prepare_environment()

from core.jobs import INTERACTIVE, Turn  # noqa: E402
from core.models.cards import Card, read_card, starter_card  # noqa: E402
from core.models.device import synthetic_photos  # noqa: E402
from core.models.dual_encoder import DualEncoder  # noqa: E402
from core.models.quick_text import QuickText  # noqa: E402

QUERIES = ("dog", "a dog in the snow", "a plate of food on a table", "two people on a boat at sunset")


def rates(works: dict[str, Callable[[], int]], seconds: float) -> dict[str, float]:
    """Photos per processor second of each work, alternating; the median of the rounds."""
    found: dict[str, list[float]] = {name: [] for name in works}
    for work in works.values():
        work()
    end = time.thread_time() + seconds * len(works)
    while time.thread_time() < end:
        for name, work in works.items():
            begin = time.thread_time()
            count = work()
            found[name].append(count / (time.thread_time() - begin))
    return {name: statistics.median(values) for name, values in found.items()}


def bare_forward(card: Card, photos: list[Any], encoder: DualEncoder) -> Callable[[], int]:
    """transformers' own model in fp32 on ready pixels, in batches of the plan."""
    import torch
    from transformers import AutoModel

    model = AutoModel.from_pretrained(
        card.path, local_files_only=True, use_safetensors=True, dtype=torch.float32
    ).eval()
    inputs = encoder._towers._image_inputs(photos[: encoder.plan.batch])
    inputs = {k: v.float().contiguous() if v.is_floating_point() else v for k, v in inputs.items()}

    def work() -> int:
        with torch.inference_mode():
            model.get_image_features(**inputs)
        return encoder.plan.batch

    return work


def ready_forward(encoder: DualEncoder, photos: list[Any]) -> Callable[[], int]:
    """The encoder's own network on ready pixels: the ceiling of encode_photos."""
    import torch

    towers = encoder._towers
    inputs = towers._image_inputs(photos[: encoder.plan.batch])

    def work() -> int:
        with torch.inference_mode():
            towers.model.get_image_features(**inputs)
        return encoder.plan.batch

    return work


def milliseconds(encode: Callable[[list[str]], Any]) -> float:
    """Median of 20 single queries, processor ms of this thread."""
    took = []
    for i in range(23):
        begin = time.thread_time()
        encode([QUERIES[i % len(QUERIES)]])
        took.append(time.thread_time() - begin)
    return statistics.median(took[3:]) * 1000


def measure(card: Card, seconds: float, threads: int) -> dict[str, float]:
    """Print the figures and return them."""
    encoders = {p: DualEncoder.load(card, precision=p, threads=threads) for p in ("fp32", "bf16")}
    pixels = list(synthetic_photos(32))
    photos = [encoders["fp32"].prepare(picture) for picture in pixels]
    works: dict[str, Callable[[], int]] = {"transformers fp32": bare_forward(card, photos, encoders["fp32"])}
    for name, encoder in encoders.items():
        works[f"network {name}"] = ready_forward(encoder, photos)

        def encode(encoder: DualEncoder = encoder) -> int:
            encoder.encode_photos(photos[: 2 * encoder.plan.batch], Turn())
            return 2 * encoder.plan.batch

        works[f"encode_photos {name}"] = encode
    found = rates(works, seconds)
    full, exact = encoders["bf16"], encoders["fp32"]
    cosine = (full.encode_photos(photos, Turn()) * exact.encode_photos(photos, Turn())).sum(axis=1).min()
    print(f"{card.name}: {threads} thread(s), load {os.getloadavg()[0]:.1f}; photos per processor second")
    for name, rate in found.items():
        print(f"  {name:22s} {rate:8.1f}")
    for name, encoder in encoders.items():
        found[f"ratio {name}"] = found[f"encode_photos {name}"] / found[f"network {name}"]
        print(f"  encode_photos / network {name}: {found[f'ratio {name}']:.2f}  (plan {encoder.plan})")
    print(f"  bf16 to fp32: smallest cosine {cosine:.5f}")
    begin = time.thread_time()
    for picture in pixels:
        full.prepare(picture)
    print(f"  prepare, 512 x 384: {(time.thread_time() - begin) / len(pixels) * 1000:.2f} ms")
    found["text"] = milliseconds(lambda texts: full.encode_texts(texts, Turn(INTERACTIVE)))
    print(f"  one short text, torch: {found['text']:.1f} ms")
    quick = QuickText.open(card)
    if quick is not None:
        print(f"  one short text, numpy: {milliseconds(lambda t: quick.encode_texts(t, Turn(1))):.1f} ms")
    return found


@pytest.mark.bench
def test_the_encoder_adds_little_to_its_network() -> None:
    found = measure(starter_card(), 3.0, 1)
    assert found["ratio fp32"] > 0.85 and found["ratio bf16"] > 0.8
    assert found["encode_photos bf16"] > 0.9 * found["encode_photos fp32"] or not np.isfinite(found["text"])


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--seconds", type=float, default=4.0)
    parser.add_argument("--threads", type=int, default=1)
    given = parser.parse_args()
    measure(read_card(given.folder) if given.folder else starter_card(), given.seconds, given.threads)


if __name__ == "__main__":
    main()
