"""Indexing end to end beside its ceiling: decode + thumbnail + encode, timed alone in the same run.

python tests/bench/bench_ingest.py [--photos 200] [--model starter|clip-b32|FOLDER] [--precision auto]
prints photos/s, the share of all CPU-seconds that the three necessary steps take, how busy the cores
were, and (in a process of its own) peak memory and the catalogue's size for 2,000 small photos.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).resolve().parent)]

from core.models.runtime import prepare_environment, usable_cores  # noqa: E402

prepare_environment()

import numpy as np  # noqa: E402
from camera_photos import make_camera_jpegs  # noqa: E402

from core.images.decode import decode  # noqa: E402
from core.images.thumbnails import LONG_SIDE, encode, shrink  # noqa: E402
from core.jobs import BACKGROUND, Context, Token, Turn  # noqa: E402
from core.library import Library  # noqa: E402


def random_clip(folder: Path, side: int = 224) -> Path:
    """A random ViT-B/32 CLIP of real size that reads ``side`` pixels, saved as transformers saves it."""
    from transformers import CLIPConfig, CLIPModel

    from tests.tiny_models import make_tiny

    if (folder / "model.safetensors").exists():
        return folder
    make_tiny("clip", folder)
    config = CLIPConfig()
    tiny = json.loads((folder / "config.json").read_text())["text_config"]
    config.text_config.vocab_size = tiny["vocab_size"]
    config.text_config.eos_token_id, config.text_config.bos_token_id = (
        tiny["eos_token_id"],
        tiny["bos_token_id"],
    )
    config.text_config.pad_token_id = tiny.get("pad_token_id", tiny["eos_token_id"])
    config.vision_config.image_size = side
    CLIPModel(config).save_pretrained(folder)
    processor = json.loads((folder / "processor_config.json").read_text())
    processor["image_processor"].update(
        size={"shortest_edge": side}, crop_size={"height": side, "width": side}, do_center_crop=True
    )
    (folder / "processor_config.json").write_text(json.dumps(processor))
    return folder


def ceiling(library: Library, photos: list[Path]) -> dict[str, float]:
    """CPU-seconds of the necessary steps over these photos, one after the other."""
    encoder = library._models.encoder()
    spent = {"decode": 0.0, "thumbnail": 0.0, "encode": 0.0}
    for start in range(0, len(photos), 32):
        prepared = []
        for photo in photos[start : start + 32]:
            data = photo.read_bytes()
            began = time.process_time()
            picture = decode(
                data,
                long_side=max(LONG_SIDE, encoder.input_long_side),
                short_side=encoder.input_short_side,
            )
            decoded = time.process_time()
            small = shrink(picture)
            encode(small)
            shrunk = time.process_time()
            prepared.append(encoder.prepare(np.asarray(small)))
            spent["decode"] += decoded - began
            spent["thumbnail"] += shrunk - decoded
            spent["encode"] += time.process_time() - shrunk
        began = time.process_time()
        encoder.encode_photos(prepared, Turn(BACKGROUND))
        spent["encode"] += time.process_time() - began
    return spent


def measure(megapixels: float, count: int, model: str | None, precision: str) -> float:
    """Print one row; returns the ratio of necessary to all CPU-seconds."""
    cache = Path(tempfile.gettempdir()) / f"recollect-bench-{megapixels:g}mp"
    photos = sorted(make_camera_jpegs(cache, count, megapixels, 1))[:count]
    with tempfile.TemporaryDirectory() as home, Library.open(Path(home)) as library:
        if model:
            library.settings.set("model.active", model)
        library.settings.set("precision", precision)
        library.warm_up()
        folder = Path(home).parent / f"{Path(home).name}-photos"
        folder.mkdir()
        for photo in photos:
            os.link(photo, folder / photo.name)
        library.add_folder(folder)
        half = len(photos) // 2
        first = ceiling(library, photos[:half])
        cpu, wall = time.process_time(), time.perf_counter()
        summary = library.index_now(None, Context(Token(), BACKGROUND, lambda event: None, lambda: None))
        cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
        second = ceiling(library, photos[half:])
        for photo in photos:
            (folder / photo.name).unlink()
        folder.rmdir()
        needed = {step: first[step] + second[step] for step in first}
        plan = library._models.encoder().plan
    ratio = sum(needed.values()) / cpu
    each = {step: 1000 * seconds / len(photos) for step, seconds in needed.items()}
    print(
        f"{megapixels:4g} MP  {summary.indexed} photos  {summary.indexed / wall:6.1f} photos/s"
        f"  needed/all CPU {ratio:.3f}  cores busy {cpu / wall / usable_cores():.2f}"
        f"  CPU-ms a photo: decode {each['decode']:.1f}, thumbnail {each['thumbnail']:.1f},"
        f" encode {each['encode']:.1f}, all {1000 * cpu / len(photos):.1f}"
        f"  ({plan.device} {plan.precision}, load {os.getloadavg()[0]:.1f})",
        flush=True,
    )
    return ratio


def memory(count: int) -> None:
    """Peak memory of indexing ``count`` photos of 2 megapixels with the starter, in its own process."""
    cache = Path(tempfile.gettempdir()) / "recollect-bench-2mp"
    sources = sorted(make_camera_jpegs(cache, 200, 2, 1))[:200]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "photos"
        folder.mkdir()
        for number in range(count):
            data = sources[number % len(sources)].read_bytes()
            # Bytes after the picture's end make another content of it.
            (folder / f"{number:05}.jpg").write_bytes(data + number.to_bytes(4, "little"))
            os.utime(folder / f"{number:05}.jpg", (1e9, 1e9))
        home = Path(place) / "home"
        done = subprocess.run(
            [sys.executable, "-m", "app", "index", str(folder), "--json"],
            cwd=ROOT,
            env={**os.environ, "RECOLLECT_HOME": str(home)},
            capture_output=True,
            text=True,
            check=True,
        )
        summary = json.loads(done.stdout)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        size = sum(file.stat().st_size for file in home.glob("catalogue.sqlite3*"))
        with Library.open(home, read_only=True) as library:
            dimension = library._models.card().dimension
        print(
            f"{summary['indexed']} photos: peak memory {peak:.0f} MB; catalogue"
            f" {size / count - 2 * dimension:.0f} bytes a photo beside its vector of {2 * dimension}"
        )


def main() -> None:
    """Both sizes, then memory."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--photos", type=int, default=200)
    parser.add_argument("--model", default="starter")
    parser.add_argument("--precision", default="auto")
    parser.add_argument("--memory", type=int, default=0, help="photos of the memory run, e.g. 2000")
    options = parser.parse_args()
    model = None if options.model == "starter" else options.model
    if options.model == "clip-b32":
        model = str(random_clip(Path(tempfile.gettempdir()) / "recollect-bench-clip-b32"))
    for megapixels in (2, 12):
        measure(megapixels, options.photos, model, options.precision)
    if options.memory:
        memory(options.memory)


if __name__ == "__main__":
    main()
