"""What reading a photo costs beside its ceiling: bare draft decode + resize + encode.

python tests/bench/bench_images.py [folder]     prints CPU-milliseconds, medians
pytest -m bench tests/bench/bench_images.py     asserts the ratio only
"""

from __future__ import annotations

import hashlib
import io
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from camera_photos import make_camera_jpegs

from core.images.decode import decode
from core.images.fingerprint import fingerprint, look, look_of_image
from core.images.metadata import read_metadata
from core.images.read import read_bytes, read_photo
from core.images.thumbnails import ThumbnailStore, encode, shrink

COUNT = 24
LONG_SIDE, SHORT_SIDE = 512, 289


def bare(path: Path) -> bytes:
    """The ceiling: draft decode to the scale we use, one resize to 512, one JPEG encode."""
    image = Image.open(path)
    scale = max(
        s for s in (1, 2, 4, 8) if max(image.size) // s >= LONG_SIDE and min(image.size) // s >= SHORT_SIDE
    )
    image.draft(None, (image.width // scale, image.height // scale))
    image.load()
    image = image.resize(
        tuple(round(s * 512 / max(image.size)) for s in image.size),
        Image.Resampling.HAMMING,
        reducing_gap=2.0,
    )
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=85)
    return stream.getvalue()


def median_ms(work: Callable[[Path], object], paths: list[Path]) -> float:
    """Median CPU-milliseconds of ``work`` over the photos (the better of two rounds)."""
    rounds = []
    for _ in range(2):
        times = []
        for path in paths:
            begin = time.process_time()
            work(path)
            times.append((time.process_time() - begin) * 1000)
        rounds.append(statistics.median(times))
    return min(rounds)


def whole(store: ThumbnailStore) -> Callable[[Path], object]:
    """Everything ingest does with one photo besides encoding it."""

    def work(path: Path) -> int:
        result = read_photo(os.fsencode(path), long_side=LONG_SIDE, short_side=SHORT_SIDE)
        return store.write(result.fingerprint, result.picture)

    return work


def hashes(data: bytes) -> dict[str, float]:
    """CPU-milliseconds of the hashes that were considered."""
    makers: dict[str, Callable[[bytes], bytes]] = {
        "sha256 (SHA-NI)": lambda d: hashlib.sha256(d).digest(),
        "blake2b-128": lambda d: hashlib.blake2b(d, digest_size=16).digest(),
        "blake2s-128": lambda d: hashlib.blake2s(d, digest_size=16).digest(),
        "sha512": lambda d: hashlib.sha512(d).digest(),
    }
    found = {}
    for name, make in makers.items():
        times = []
        for _ in range(20):
            begin = time.process_time()
            make(data)
            times.append((time.process_time() - begin) * 1000)
        found[name] = statistics.median(times)
    return found


def formats(paths: list[Path]) -> dict[str, tuple[float, float]]:
    """CPU-milliseconds and KB of the thumbnail formats that were considered."""
    makers: dict[str, dict[str, object]] = {
        "jpeg q80": {"format": "JPEG", "quality": 80},
        "jpeg q85 (chosen)": {"format": "JPEG", "quality": 85},
        "jpeg q85 optimized": {"format": "JPEG", "quality": 85, "optimize": True},
        "webp q80 m0": {"format": "WEBP", "quality": 80, "method": 0},
        "webp q80 m4": {"format": "WEBP", "quality": 80, "method": 4},
    }
    small = [shrink(decode(path.read_bytes(), long_side=LONG_SIDE)) for path in paths]
    found = {}
    for name, options in makers.items():
        times, sizes = [], []
        for image in small:
            stream = io.BytesIO()
            begin = time.process_time()
            image.save(stream, **options)
            times.append((time.process_time() - begin) * 1000)
            sizes.append(len(stream.getvalue()) / 1000)
        found[name] = (statistics.median(times), statistics.mean(sizes))
    return found


def steps(paths: list[Path], store: ThumbnailStore) -> dict[str, float]:
    """CPU-milliseconds of each step by itself."""
    found: dict[str, list[float]] = {}

    def timed(name: str, work: Callable[[], object]) -> object:
        begin = time.process_time()
        result = work()
        found.setdefault(name, []).append((time.process_time() - begin) * 1000)
        return result

    for path in paths:
        data, _ = read_bytes(os.fsencode(path))
        timed("read", lambda path=path: read_bytes(os.fsencode(path)))
        name = timed("fingerprint", lambda data=data: fingerprint(data))
        timed("metadata", lambda data=data, path=path: read_metadata(data, name=path.name, mtime_ns=0))
        picture = timed("decode", lambda data=data: decode(data, long_side=LONG_SIDE, short_side=SHORT_SIDE))
        timed("look", lambda picture=picture: look_of_image(picture.image))
        timed("look (array)", lambda picture=picture: look(picture.pixels))
        small = timed("thumbnail: resize", lambda picture=picture: shrink(picture))
        content = timed("thumbnail: encode", lambda small=small: encode(small))
        timed("thumbnail: write", lambda name=name, content=content: store.write_bytes(name, content))
    return {name: statistics.median(times) for name, times in found.items()}


def main() -> None:
    """Print everything."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(made)
        store = ThumbnailStore(Path(made) / "thumbnails")
        print(
            f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; CPU-ms, medians of {COUNT} photos"
        )
        for megapixels in (2, 12):
            paths = make_camera_jpegs(folder / f"{megapixels}mp", COUNT, megapixels, 0)
            size = statistics.median(path.stat().st_size for path in paths) / 1e6
            ceiling = median_ms(bare, paths)
            ours = median_ms(whole(store), paths)
            print(
                f"\n{megapixels} MP, {size:.2f} MB: bare draft + resize + encode {ceiling:.2f}, all of ours {ours:.2f}, ratio {ceiling / ours:.3f}"
            )
            for name, value in steps(paths, store).items():
                print(f"   {name:20} {value:7.3f}")
        print()
        for name, (cost, size) in formats(paths).items():
            print(f"   {name:20} {cost:7.3f} {size:6.1f} KB")
        print()
        for name, value in hashes(paths[0].read_bytes()).items():
            print(f"   {name:20} {value:7.3f} for {paths[0].stat().st_size / 1e6:.2f} MB")


@pytest.mark.bench
def test_reading_costs_little_beyond_the_bare_decode(tmp_path: Path) -> None:
    paths = make_camera_jpegs(tmp_path / "photos", COUNT, 12, 0)
    store = ThumbnailStore(tmp_path / "thumbnails")
    assert median_ms(bare, paths) / median_ms(whole(store), paths) > 0.75


if __name__ == "__main__":
    main()
