"""How well regions are named: the middle of each thing, and the outlines of a label map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F

from core.training.named import SMALLEST
from core.training.regions_data import UNKNOWN, Labels, Masked

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Point:
    """The place (x, y in 0..1) of a thing farthest from its border, and what it is."""

    row: int
    name: int
    x: float
    y: float
    several: bool


def depth(inside: npt.NDArray[np.bool_]) -> Floats:
    """Distance of each pixel of a mask to the nearest pixel outside it; the photo's edge is outside."""
    padded = np.pad(inside, 1)
    high, wide = padded.shape
    up = np.zeros((high, wide), np.float32)
    for y in range(1, high):
        up[y] = np.where(padded[y], up[y - 1] + 1, 0)
    for y in range(high - 2, -1, -1):
        up[y] = np.minimum(up[y], np.where(padded[y], up[y + 1] + 1, 0))
    across = (np.arange(wide)[:, None] - np.arange(wide)[None]).astype(np.float32) ** 2
    rows = [np.sqrt((across + line[None] ** 2).min(1)) for line in up]
    return np.stack(rows)[1:-1, 1:-1]


def points_of(masked: Masked) -> list[Point]:
    """One point for each photo and name that takes at least ``SMALLEST`` of it."""
    found = []
    for row, labels in enumerate(masked.labels):
        names = [n for n in np.unique(labels) if n < len(masked.names) and (labels == n).mean() >= SMALLEST]
        for name in names:
            deep = depth(labels == name)
            y, x = divmod(int(deep.argmax()), deep.shape[1])
            high, wide = labels.shape
            found.append(Point(row, int(name), (x + 0.5) / wide, (y + 0.5) / high, len(names) > 1))
    return found


def at(maps: Floats, x: float, y: float) -> Floats:
    """Values of maps (c, h, w) at a place, bilinear between the cells' middles (c,)."""
    _, high, wide = maps.shape
    px, py = min(max(x * wide - 0.5, 0), wide - 1), min(max(y * high - 0.5, 0), high - 1)
    left, top = int(px), int(py)
    right, bottom = min(left + 1, wide - 1), min(top + 1, high - 1)
    a, b = px - left, py - top
    upper = (1 - a) * maps[:, top, left] + a * maps[:, top, right]
    lower = (1 - a) * maps[:, bottom, left] + a * maps[:, bottom, right]
    found: Floats = (1 - b) * upper + b * lower
    return found


@dataclass
class Score:
    """Shares of points named rightly: of all, of photos with several things, and by naming the whole."""

    right: float
    right_several: float
    whole: float
    whole_several: float
    points: int


def pointing(
    points: Sequence[Point], groups: Sequence[tuple[Floats, Floats]], names: Floats, wholes: Floats
) -> Score:
    """groups[row]: vectors (g, D) and soft map (g, h, w); names (N, D); wholes (rows, D)."""
    hits, whole_hits = [], []
    for point in points:
        vectors, shares = groups[point.row]
        group = int(at(shares, point.x, point.y).argmax())
        hits.append(int((names @ vectors[group]).argmax()) == point.name)
        whole_hits.append(int((names @ wholes[point.row]).argmax()) == point.name)
    several = np.array([point.several for point in points], dtype=bool)
    right, whole = np.array(hits, dtype=bool), np.array(whole_hits, dtype=bool)

    def mean(of: npt.NDArray[np.bool_]) -> float:
        return float(of.mean()) if len(of) else 0.0

    return Score(mean(right), mean(right[several]), mean(whole), mean(whole[several]), len(points))


def named_pixels(
    vectors: Floats, shares: Floats, names: Floats, clear: float, size: tuple[int, int]
) -> npt.NDArray[np.int64]:
    """The name of each pixel of a photo of ``size`` (height, width); -1 where its group is unclear."""
    cosines = names @ vectors.T
    best, sure = cosines.argmax(0), cosines.max(0) >= clear
    large = F.interpolate(torch.from_numpy(shares)[None], size=size, mode="bilinear", align_corners=False)
    group = large[0].argmax(0).numpy()
    found: npt.NDArray[np.int64] = np.where(sure, best, -1)[group]
    return found


def overlaps(truth: Sequence[Labels], found: Sequence[npt.NDArray[np.int64]], names: int) -> Floats:
    """Intersection over union of each name over all pixels of known label (names,); NaN where absent."""
    inter, truths, founds = (np.zeros(names, np.int64) for _ in range(3))
    for labels, mine in zip(truth, found, strict=True):
        sure = labels != UNKNOWN
        real, said = labels[sure].astype(np.int64), mine[sure]
        real = np.where(real < names, real, -1)
        inter += np.bincount(real[(real == said) & (real >= 0)], minlength=names)
        truths += np.bincount(real[real >= 0], minlength=names)
        founds += np.bincount(said[said >= 0], minlength=names)
    with np.errstate(invalid="ignore", divide="ignore"):
        return (inter / (truths + founds - inter)).astype(np.float32)


def whole_of(vectors: Floats, shares: Floats) -> Floats:
    """The whole photo as its groups give it: their mean by share, unit (D,)."""
    mean = shares.mean((1, 2)) @ vectors
    found: Floats = mean / max(float(np.linalg.norm(mean)), 1e-12)
    return found


def eight_bits(shares: Floats) -> Floats:
    """A soft map as it is stored: 255 steps."""
    steps = np.rint(shares * 255).astype(np.uint8).astype(np.float32)
    return np.asarray(steps / np.float32(255), np.float32)
