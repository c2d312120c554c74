"""Small photographs made on the spot: distinct, real files of real formats."""

from __future__ import annotations

import io
import os
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw


def picture(seed: int, size: tuple[int, int] = (96, 64)) -> Image.Image:
    """A smooth picture that differs for each seed."""
    generator = np.random.default_rng(seed)
    corners = generator.integers(0, 256, (3, 4, 3), dtype=np.uint8)
    image = Image.fromarray(corners, "RGB").resize(size, Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(image)
    box = sorted(generator.integers(0, min(size), 2).tolist())
    draw.ellipse([box[0], box[0], box[1] + 4, box[1] + 4], fill=tuple(generator.integers(0, 256, 3).tolist()))
    return image


def jpeg_bytes(seed: int, size: tuple[int, int] = (96, 64), quality: int = 88) -> bytes:
    """The bytes of a JPEG."""
    stream = io.BytesIO()
    picture(seed, size).save(stream, "JPEG", quality=quality)
    return stream.getvalue()


def write(path: Path | bytes, data: bytes, *, age: float = 3600.0) -> None:
    """Write a file that was last changed ``age`` seconds ago, so that nothing takes it for growing."""
    with open(path, "wb") as file:
        file.write(data)
    settle(path, age)


def settle(path: Path | bytes, age: float = 3600.0) -> None:
    """Let the file's mtime lie in the past."""
    now = os.stat(path).st_mtime
    os.utime(path, (now - age, now - age))


def make_photos(folder: Path, count: int, *, first: int = 0, size: tuple[int, int] = (96, 64)) -> list[Path]:
    """``count`` different JPEGs in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for number in range(first, first + count):
        path = folder / f"photo_{number:04}.jpg"
        write(path, jpeg_bytes(number, size))
        made.append(path)
    return made
