"""Masks as COCO writes them: run lengths down the columns, in a string of printable characters.

Runs alternate between unset and set, unset first. From the fourth on, a run is written as its difference to
the one two before; five bits a character, lowest first, a sixth bit says that more follow, 48 is added.
"""

from __future__ import annotations

from typing import TypedDict

import numpy as np
from numpy.typing import NDArray

Masks = NDArray[np.bool_]


class Rle(TypedDict):
    """A mask's height and width, and its runs."""

    size: list[int]
    counts: str


def to_rle(mask: Masks) -> Rle:
    """A mask bool[h, w] in COCO's compressed form."""
    height, width = mask.shape
    flat = np.asarray(mask, dtype=bool).ravel(order="F")
    turns = np.flatnonzero(flat[1:] != flat[:-1]) + 1
    ends = np.concatenate([turns, [flat.size]]) if flat.size else np.zeros(0, dtype=np.int64)
    runs = np.diff(ends, prepend=0)
    if flat.size and flat[0]:
        runs = np.concatenate([[0], runs])
    moved = runs.astype(np.int64)
    moved[3:] -= runs[1:-2]
    return {"size": [height, width], "counts": "".join(_written(int(value)) for value in moved)}


def from_rle(rle: Rle) -> Masks:
    """The mask bool[h, w]. Raises ValueError for runs that are broken or do not fill it."""
    height, width = rle["size"]
    runs: list[int] = []
    value = shift = 0
    for sign in rle["counts"]:
        bits = ord(sign) - 48
        if not 0 <= bits < 64:
            raise ValueError(f"{sign!r} is no part of a run")
        value |= (bits & 0x1F) << shift
        shift += 5
        if bits & 0x20:
            continue
        if bits & 0x10:
            value -= 1 << shift
        runs.append(value + (runs[-2] if len(runs) > 2 else 0))
        value = shift = 0
    if shift or min(runs, default=0) < 0 or sum(runs) != height * width:
        raise ValueError("the runs do not fill the mask")
    flat = np.repeat(np.arange(len(runs)) % 2 == 1, runs)
    return np.asarray(flat.reshape((height, width), order="F"))


def _written(value: int) -> str:
    signs: list[str] = []
    while True:
        bits = value & 0x1F
        value >>= 5
        if value == (-1 if bits & 0x10 else 0):
            return "".join([*signs, chr(bits + 48)])
        signs.append(chr((bits | 0x20) + 48))
