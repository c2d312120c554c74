"""Photos as a camera makes them, for the benches: free photos scaled up, with grain and EXIF.

``make_camera_jpegs(folder, count, megapixels, seed)``; files that are already there are kept, so
a second run costs nothing. ``RECOLLECT_FREE_PHOTOS`` names another folder of source photos.
"""

from __future__ import annotations

import math
import os
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path

import numpy as np
from PIL import Image, ImageChops

QUALITY = 88
GRAIN = 5.0
SPARE = 64
CAMERAS = (
    ("Canon", "Canon EOS 6D", "EF24-70mm f/4L IS USM"),
    ("NIKON CORPORATION", "NIKON D750", "24.0-120.0 mm f/4.0"),
    ("SONY", "ILCE-7M3", "FE 24-105mm F4 G OSS"),
    ("Apple", "iPhone 12", "iPhone 12 back camera 4.2mm f/1.6"),
    ("samsung", "SM-G991B", ""),
)


def source_folder() -> Path:
    """Where the free photos are."""
    here = Path(__file__).resolve()
    default = here.parents[3] / "shared" / "data" / "free"
    return Path(os.environ.get("RECOLLECT_FREE_PHOTOS", default))


@lru_cache(maxsize=4)
def _grain(width: int, height: int, seed: int) -> Image.Image:
    """Noise around 128, as a sensor's: finer than the photo's details, a little of it in colour."""
    random = np.random.default_rng(seed)
    tile = random.normal(128, GRAIN, (512, 512, 1)) + random.normal(0, GRAIN / 3, (512, 512, 3))
    pixels = tile.round().clip(0, 255).astype(np.uint8)
    times = (math.ceil(height / 512), math.ceil(width / 512), 1)
    return Image.fromarray(np.tile(pixels, times)[:height, :width])


def _upscaled(source: Path, megapixels: float) -> Image.Image:
    """A photo scaled up to a little more than asked for, to leave room for moving the crop."""
    image = Image.open(source).convert("RGB")
    scale = math.sqrt(megapixels * 1e6 / (image.width * image.height))
    size = (round(image.width * scale) + SPARE, round(image.height * scale) + SPARE)
    return image.resize(size, Image.Resampling.BICUBIC)


def _exif(random: np.random.Generator, taken: datetime) -> Image.Exif:
    make, model, lens = CAMERAS[int(random.integers(len(CAMERAS)))]
    tags = Image.Exif()
    tags[0x010F], tags[0x0110], tags[0x0112] = make, model, 1
    tags[0x0132] = taken.strftime("%Y:%m:%d %H:%M:%S")
    inner = tags.get_ifd(0x8769)
    inner[0x829A] = 1 / float(random.choice([30, 60, 125, 250, 500, 1000]))
    inner[0x829D] = float(random.choice([1.8, 2.8, 4.0, 5.6, 8.0]))
    inner[0x8827] = int(random.choice([100, 200, 400, 800, 1600]))
    inner[0x9003] = inner[0x9004] = tags[0x0132]
    inner[0x9011] = "+02:00"
    inner[0x9291] = f"{int(random.integers(1000)):03d}"
    inner[0x920A] = float(random.choice([24, 35, 50, 85]))
    if lens:
        inner[0xA434] = lens
    if random.random() < 0.5:
        gps = tags.get_ifd(0x8825)
        gps[1], gps[2] = "N", (48.0, float(random.integers(60)), float(random.integers(6000)) / 100)
        gps[3], gps[4] = "E", (11.0, float(random.integers(60)), float(random.integers(6000)) / 100)
        gps[5], gps[6] = b"\x00", float(random.integers(2000))
    return tags


def _make(source: Path, jobs: list[tuple[int, Path]], megapixels: float, seed: int) -> None:
    """All photos that come from one source: it is scaled up once."""
    image = _upscaled(source, megapixels)
    width, height = image.width - SPARE, image.height - SPARE
    grain = _grain(image.width + SPARE, image.height + SPARE, seed)
    for number, path in jobs:
        random = np.random.default_rng((seed, number))
        left, top = (int(random.integers(SPARE)) for _ in range(2))
        shifted = [int(random.integers(2 * SPARE)) for _ in range(2)]
        crop = image.crop((left, top, left + width, top + height))
        if random.random() < 0.5:
            crop = crop.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        noise = grain.crop((shifted[0], shifted[1], shifted[0] + width, shifted[1] + height))
        photo = ImageChops.add(crop, noise, 1.0, -128)
        aside = path.with_suffix(".part")
        taken = datetime(2015, 1, 1) + timedelta(seconds=int(random.integers(300_000_000)))
        photo.save(aside, "JPEG", quality=QUALITY, exif=_exif(random, taken))
        aside.replace(path)


def make_camera_jpegs(folder: Path, count: int, megapixels: float, seed: int = 0) -> list[Path]:
    """``count`` different JPEGs of about so many megapixels (quality 88, grain, EXIF), in ``folder``.

    Deterministic in ``seed``; two threads. About 0.2 CPU-s for each 12-megapixel photo.
    """
    folder.mkdir(parents=True, exist_ok=True)
    sources = sorted(source_folder().glob("*.jpg"))
    if not sources:
        raise FileNotFoundError(f"no photos in {source_folder()}")
    paths = [folder / f"IMG_{megapixels:g}mp_{seed}_{number:05d}.jpg" for number in range(count)]
    work: dict[Path, list[tuple[int, Path]]] = {}
    for number, path in enumerate(paths):
        if not path.exists():
            work.setdefault(sources[(number * 7 + seed) % len(sources)], []).append((number, path))
    with ThreadPoolExecutor(max_workers=2) as pool:
        for done in [pool.submit(_make, source, jobs, megapixels, seed) for source, jobs in work.items()]:
            done.result()
    return paths
