"""Things cut out of photos by their masks and pasted small into other photos: what only a part shows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.evaluation.masks import Masked, Pixels, piece, shares

SMALLEST, LARGEST = 0.02, 0.10
"""Share of the photo's area that a pasted thing covers."""

CUT_FROM = 0.01
"""A thing cut out covers at least this share of its own photo, all of its name and in one piece."""

FEWEST = 16
"""It is at least so many pixels wide and high."""


@dataclass(frozen=True)
class Paste:
    """A thing (the mask's ``value`` in ``thing``, of ``source``) in the photo ``ground``, a row number.

    ``share`` of the photo's area; ``x``, ``y``: where its box lies, 0 to 1 of the room that it has.
    """

    ground: int
    source: int
    thing: Path
    value: int
    name: str
    share: float
    x: float
    y: float
    mirrored: bool


def drawn(sources: Sequence[Masked], grounds: int, count: int, seed: int = 11) -> list[Paste]:
    """``count`` pastes into as many different photos of ``grounds`` (fewer when there are fewer photos).

    A name is drawn first and then one of its things, so that rare things count as much as cats.
    """
    chance = np.random.default_rng(seed)
    things: dict[str, list[tuple[int, Path, int]]] = {}
    for number, source in enumerate(sources):
        for file in source.files:
            for value, share in shares(source.mask(file)).items():
                if share >= CUT_FROM and value in source.names:
                    things.setdefault(source.names[value], []).append((number, file, value))
    names = sorted(things)
    pastes: list[Paste] = []
    for ground in chance.permutation(grounds)[: count if things else 0]:
        while True:
            name = names[int(chance.integers(len(names)))]
            number, file, value = things[name][int(chance.integers(len(things[name])))]
            if _worth_pasting(piece(sources[number].mask(file) == value)):
                break
            things[name].remove((number, file, value))
            names = sorted(name for name, left in things.items() if left)
            if not names:
                return pastes
        share = math.exp(chance.uniform(math.log(SMALLEST), math.log(LARGEST)))
        x, y, mirrored = float(chance.random()), float(chance.random()), bool(chance.random() < 0.5)
        pastes.append(Paste(int(ground), number, file, value, name, share, x, y, mirrored))
    return pastes


def _worth_pasting(cut: NDArray[np.bool_]) -> bool:
    sides = (int(np.ptp(np.flatnonzero(cut.any(axis)))) + 1 for axis in (0, 1))
    return float(cut.mean()) >= CUT_FROM and min(sides) >= FEWEST


def made(paste: Paste, ground: Pixels, source: Masked) -> Pixels:
    """The photo uint8 (h, w, 3) with the thing in it."""
    return pasted(paste, ground, source)[0]


def pasted(paste: Paste, ground: Pixels, source: Masked) -> tuple[Pixels, NDArray[np.float32]]:
    """The photo with the thing in it, and how much of each pixel is the thing's, float32 (h, w) 0 to 1."""
    photo, inside = source.pixels(paste.thing), piece(source.mask(paste.thing) == paste.value)
    rows, columns = np.flatnonzero(inside.any(1)), np.flatnonzero(inside.any(0))
    box = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    thing, cut = photo[box], inside[box]
    high, wide = ground.shape[:2]
    scale = math.sqrt(paste.share * high * wide / int(np.count_nonzero(cut)))
    scale = min(scale, high / cut.shape[0], wide / cut.shape[1])
    size = (max(1, int(cut.shape[1] * scale)), max(1, int(cut.shape[0] * scale)))
    colours = np.asarray(Image.fromarray(thing).resize(size, Image.Resampling.LANCZOS), np.float32)
    soft = Image.fromarray(cut.astype(np.uint8) * 255).resize(size, Image.Resampling.LANCZOS)
    cover = np.asarray(soft, np.float32) / 255
    if paste.mirrored:
        colours, cover = colours[:, ::-1], cover[:, ::-1]
    top, left = round(paste.y * (high - size[1])), round(paste.x * (wide - size[0]))
    place = np.s_[top : top + size[1], left : left + size[0]]
    whole = np.zeros((high, wide), np.float32)
    whole[place] = cover
    result = ground.astype(np.float32)
    result[place] += cover[..., None] * (colours - result[place])
    return np.rint(result.clip(0, 255)).astype(np.uint8), whole
