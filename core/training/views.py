"""What the still stages make of random views of each photo, computed once and kept on disk.

The first stages of the image tower are not trained, and cost most of a forward pass. So each
photo's map behind them is stored for several random views (crop, shape, colour, mirror), with
the hidden units the untuned tower has for that very view: the heads start from them, and
ImageNet's own classifier reads its class probabilities from them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from core.jobs import Token
from core.training.augment import Changes, coloured, to_network, view
from core.training.data import Pixels, resized
from core.training.lean import LeanVision
from core.training.loop import Tell

BATCH = 50


@dataclass(frozen=True)
class View:
    """One random view of every photo: maps (photos, H, W, C) bf16 bits, units (photos, units) f16."""

    maps: npt.NDArray[np.int16]
    units: npt.NDArray[np.float16]


@dataclass(frozen=True)
class Classifier:
    """ImageNet's own linear classifier over the hidden units: weight (classes, units), bias (classes,)."""

    weight: Tensor
    bias: Tensor

    def __call__(self, units: Tensor) -> Tensor:
        """(B, units) -> probabilities (B, classes)."""
        return torch.softmax(units @ self.weight.T + self.bias, dim=1)


def bits(x: Tensor) -> npt.NDArray[np.int16]:
    """bf16 tensor -> its bits, for numpy has no bf16."""
    return x.contiguous().view(torch.int16).numpy()


def from_bits(x: npt.NDArray[np.int16]) -> Tensor:
    """The inverse of ``bits``."""
    return torch.from_numpy(x).view(torch.bfloat16)


def make_views(
    vision: LeanVision,
    photos: Pixels,
    sided: npt.NDArray[np.bool_],
    folder: Path,
    *,
    count: int,
    stages: int,
    size: int,
    changes: Changes,
    seed: int = 0,
    token: Token | None = None,
    tell: Tell | None = None,
) -> list[View]:
    """``count`` views of every photo (photos, H, H, 3); those already in ``folder`` are kept."""
    folder.mkdir(parents=True, exist_ok=True)
    vision.eval()
    for number in range(count):
        if _paths(folder, number)[0].is_file():
            continue
        _make_one(vision, photos, sided, folder, number, stages, size, changes, seed, token)
        if tell is not None:
            tell(f"view {number + 1} of {count}", (number + 1) / count)
    return [_load(folder, number) for number in range(count)]


def _paths(folder: Path, number: int) -> tuple[Path, Path]:
    return folder / f"view{number}.npy", folder / f"units{number}.npy"


def _load(folder: Path, number: int) -> View:
    maps, units = _paths(folder, number)
    return View(np.load(maps, mmap_mode="r"), np.load(units, mmap_mode="r"))


@torch.no_grad()
def _make_one(
    vision: LeanVision,
    photos: Pixels,
    sided: npt.NDArray[np.bool_],
    folder: Path,
    number: int,
    stages: int,
    size: int,
    changes: Changes,
    seed: int,
    token: Token | None,
) -> None:
    maps_path, units_path = _paths(folder, number)
    rng = np.random.default_rng([seed, number])
    maps: npt.NDArray[np.int16] | None = None
    units: list[Tensor] = []
    aside = maps_path.with_suffix(".part")
    for start in range(0, len(photos), BATCH):
        if token is not None:
            token.check()
        rows = range(start, min(start + BATCH, len(photos)))
        pixels = np.stack([view(photos[i], size, bool(sided[i]), rng, changes) for i in rows])
        hidden = vision.early(coloured(pixels, rng, changes), stages)
        if maps is None:
            shape = (len(photos), hidden.shape[2], hidden.shape[3], hidden.shape[1])
            maps = np.lib.format.open_memmap(aside, mode="w+", dtype=np.int16, shape=shape)
        assert maps is not None
        maps[rows.start : rows.stop] = bits(hidden.permute(0, 2, 3, 1))
        units.append(vision.late(hidden, stages).half())
    np.save(units_path, torch.cat(units).numpy())
    aside.replace(maps_path)


def as_maps(stored: npt.NDArray[np.int16]) -> Tensor:
    """Stored maps (B, H, W, C) -> as the network takes them (B, C, H, W) bf16."""
    return from_bits(np.array(stored)).permute(0, 3, 1, 2)


def draw(views: list[View], rows: npt.NDArray[np.int64], rng: np.random.Generator) -> tuple[Tensor, Tensor]:
    """A random view of each of these photos: maps (B, C, H, W) bf16, untuned units (B, units)."""
    chosen = rng.integers(0, len(views), len(rows))
    maps = np.stack([views[v].maps[row] for v, row in zip(chosen, rows, strict=True)])
    units = np.stack([views[v].units[row] for v, row in zip(chosen, rows, strict=True)])
    return as_maps(maps), torch.from_numpy(units.astype(np.float32))


@torch.no_grad()
def plain_maps(vision: LeanVision, photos: Pixels, size: int, stages: int) -> Tensor:
    """Maps behind the still stages of whole, unchanged photos (photos, C, H, W) bf16."""
    found = []
    for start in range(0, len(photos), BATCH):
        pixels = resized(photos[start : start + BATCH], size)
        found.append(vision.early(to_network(pixels), stages))
    return torch.cat(found).contiguous(memory_format=torch.channels_last)


@torch.no_grad()
def units_of(vision: LeanVision, maps: Tensor, stages: int) -> Tensor:
    """Mean hidden units of the head (photos, units) float32 for maps behind the still stages."""
    pieces = [
        vision.late(maps[i : i + BATCH].contiguous(memory_format=torch.channels_last), stages).float()
        for i in range(0, len(maps), BATCH)
    ]
    return torch.cat(pieces)
