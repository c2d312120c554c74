"""From a vector for each cell of a photo to a handful of groups: where each is, and its own vector."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Grouping:
    """``most`` groups at most, each of at least ``smallest`` of the photo; cells whose cosine to a group
    is ``alike`` or more need no further one; groups more alike than ``same`` become one; ``sharp`` is
    the factor on cosines in the soft map, ``scale`` the one in ``traits``."""

    most: int = 6
    smallest: float = 0.02
    alike: float = 0.9
    same: float = 0.9
    sharp: float = 25.0
    rounds: int = 4
    scale: float = 26.0


def traits(cells: Floats, words: Floats, scale: float) -> Floats:
    """What tells cells apart: the roots of their chances to be each of some words, unit rows.

    cells (N, D) unit vectors, words (V, D) -> (N, V). The cosine of two rows is the overlap of what
    the two cells might be called, which their own cosine hardly shows: all of a photo is alike.
    """
    logits = (scale / 2) * _product(cells, words.T)
    logits -= logits.max(1, keepdims=True)
    return _unit(np.exp(logits, out=logits))


def grouped(
    cells: Floats, rules: Grouping = Grouping(), words: Floats | None = None
) -> tuple[Floats, Floats]:
    """Groups of a photo's cells (h, w, D), unit vectors: vectors (g, D), soft map (g, h, w) that sums to 1.

    Cells are told apart by their ``traits`` over ``words`` (V, D), without words by themselves. Always
    the same for the same cells; groups come largest first. At least one group comes out.
    """
    high, wide, dim = cells.shape
    flat = np.ascontiguousarray(cells.reshape(-1, dim), dtype=np.float32)
    told = flat if words is None else traits(flat, words, rules.scale)
    some = told.reshape(high, wide, -1)[::2, ::2].reshape(-1, told.shape[1])
    centres = _settled(told, _seeds(told, some, rules), rules.sharp, rules.rounds)
    centres = _merged(told, centres, rules)
    while True:
        shares = _soft(told, centres, rules.sharp)
        sizes = shares.mean(0)
        if len(centres) == 1 or (sizes.min() >= rules.smallest and len(centres) <= rules.most):
            break
        centres = np.delete(centres, int(sizes.argmin()), axis=0)
    order = np.argsort(-sizes, kind="stable")
    vectors = _unit(_product(shares.T, flat))[order]
    return vectors, np.ascontiguousarray(shares.T[order].reshape(len(order), high, wide))


def _seeds(cells: Floats, candidates: Floats, rules: Grouping) -> Floats:
    """Candidates chosen one after the other, each the one that makes most cells better covered."""
    near = np.minimum(_product(np.ascontiguousarray(candidates, dtype=np.float32), cells.T), rules.alike)
    covered = np.zeros(near.shape[1], np.float32)
    chosen: list[int] = []
    for _ in range(rules.most + 2):
        gains = np.maximum(near - covered, 0).mean(1)
        best = int(gains.argmax())
        if chosen and gains[best] < 0.002:
            break
        chosen.append(best)
        covered = np.maximum(covered, near[best])
    return np.ascontiguousarray(candidates[chosen], dtype=np.float32)


def _soft(cells: Floats, centres: Floats, sharp: float) -> Floats:
    logits = sharp * _product(cells, centres.T)
    logits -= logits.max(1, keepdims=True)
    shares: Floats = np.exp(logits)
    shares /= shares.sum(1, keepdims=True)
    return shares


def _settled(cells: Floats, centres: Floats, sharp: float, rounds: int) -> Floats:
    for _ in range(rounds):
        centres = _unit(_product(_soft(cells, centres, sharp).T, cells))
    return centres


def _merged(cells: Floats, centres: Floats, rules: Grouping) -> Floats:
    """The two most alike become one while they are more alike than ``same``."""
    while len(centres) > 1:
        near = _product(centres, centres.T)
        np.fill_diagonal(near, -1.0)
        first, second = sorted(divmod(int(near.argmax()), len(centres)))
        if near[first, second] < rules.same:
            break
        sizes = _soft(cells, centres, rules.sharp).mean(0)
        centres[first] = _unit((sizes[first] * centres[first] + sizes[second] * centres[second])[None])[0]
        centres = np.delete(centres, second, axis=0)
    return centres


def _product(first: Floats, second: Floats) -> Floats:
    """By torch, whose threads are those of the network: OpenBLAS starts its own for each of these small
    products and waits for them (beside busy decoders 60 ms a photo instead of 5)."""
    found: Floats = (torch.from_numpy(first) @ torch.from_numpy(second)).numpy()
    return found


def _unit(rows: Floats) -> Floats:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    found: Floats = (rows / np.maximum(lengths, 1e-12)).astype(np.float32)
    return found
