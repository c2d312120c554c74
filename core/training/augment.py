"""Random changes of photos while training: framing, shape, colour, cover. Seeded, so repeatable."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from PIL import Image
from torch import Tensor

from core.training.data import Pixels

GREY = 127.0  # the pixel value that the network sees as 0
SPREAD = 128.0


@dataclass(frozen=True)
class Changes:
    """How strongly photos are changed. The training photos are squashed squares of unknown
    proportions, so the frame's shape varies widely: from 3:5 to 5:3 of the squashed photo."""

    smallest: float = 0.4
    shape: float = 1.67
    brightness: float = 0.3
    contrast: float = 0.3
    colour: float = 0.35
    grey: float = 0.08
    cover: float = 0.25
    mirror: float = 0.5


def framed(photo: Pixels, size: int, rng: np.random.Generator, changes: Changes) -> Pixels:
    """A random part of a photo (H, H, 3), of random shape, squeezed to (size, size, 3)."""
    whole = photo.shape[0]
    width = height = float(whole)
    for _ in range(8):
        area = rng.uniform(changes.smallest, 1.0) * whole * whole
        ratio = math.exp(rng.uniform(-math.log(changes.shape), math.log(changes.shape)))
        if (area * ratio) ** 0.5 <= whole and (area / ratio) ** 0.5 <= whole:
            width, height = (area * ratio) ** 0.5, (area / ratio) ** 0.5
            break
    left, top = rng.uniform(0, whole - width), rng.uniform(0, whole - height)
    kind = Image.Resampling.BICUBIC if rng.random() < 0.7 else Image.Resampling.BILINEAR
    box = (left, top, left + width, top + height)
    return np.asarray(Image.fromarray(photo).resize((size, size), kind, box=box), dtype=np.uint8)


def to_network(photos: Pixels, dtype: torch.dtype = torch.bfloat16) -> Tensor:
    """(B, H, W, 3) uint8 -> (B, 3, H, W) as the network takes it, channels last in memory."""
    x = torch.from_numpy(photos).float().sub_(GREY).div_(SPREAD).to(dtype)
    return x.permute(0, 3, 1, 2)


def coloured(photos: Pixels, rng: np.random.Generator, changes: Changes) -> Tensor:
    """Random brightness, contrast, colour and covered rectangles; result as ``to_network``'s.

    Brightness b, contrast c and colour s are one matrix per photo: x' = bc(s x + (1-s) grey)
    + b(1-c) mean.
    """
    count, size = photos.shape[:2]
    flat = torch.from_numpy(photos).float().view(count, size * size, 3)

    def around(spread: float) -> npt.NDArray[np.float64]:
        return rng.uniform(1 - spread, 1 + spread, size=(count,))

    bright, contrast = around(changes.brightness), around(changes.contrast)
    colour = around(changes.colour) * (rng.random(count) >= changes.grey)
    matrix = np.repeat((1 - colour)[:, None, None] / 3, 9, axis=2).reshape(count, 3, 3)
    matrix[:, [0, 1, 2], [0, 1, 2]] += colour[:, None]
    matrix *= (bright * contrast)[:, None, None]
    shift = flat.mean((1, 2)).numpy() * bright * (1 - contrast)
    offset = torch.from_numpy(np.repeat(shift[:, None, None], 3, axis=2)).float()
    x = torch.baddbmm(offset, flat, torch.from_numpy(matrix).float()).clamp_(0, 255)
    x = x.sub_(GREY).div_(SPREAD).to(torch.bfloat16).view(count, size, size, 3)
    for number in np.flatnonzero(rng.random(count) < changes.cover):
        high, wide = (int(size * rng.uniform(0.15, 0.45)) for _ in range(2))
        top, left = rng.integers(0, size - high), rng.integers(0, size - wide)
        x[number, top : top + high, left : left + wide] = 0
    return x.permute(0, 3, 1, 2)


def view(photo: Pixels, size: int, sided: bool, rng: np.random.Generator, changes: Changes) -> Pixels:
    """One random view of a photo, mirrored half of the time unless its captions name sides."""
    if rng.random() < changes.mirror and not sided:
        photo = np.ascontiguousarray(photo[:, ::-1])
    return framed(photo, size, rng, changes)
