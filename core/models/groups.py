"""The groups of a photo's cells: what a region model sees, and the few bytes that are kept of it.

A segmentation is soft: each cell belongs a little to every group. What is kept is one byte a cell, the
largest group and how far it is ahead, so that a click needs neither the network nor the photo.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# What is kept of a photo: so many groups, each with at least this share of its cells.
MOST_GROUPS = 6
LEAST_SHARE = 0.02
# A cell's high three bits for "none of the kept groups", and the largest value of its low five bits.
NONE = 7
SUREST = 31
# Raised when the bytes of a map change their meaning.
VERSION = 1
_HEAD = struct.Struct("<BHH")
# A damaged map must not claim gigabytes (cells).
_MOST_CELLS = 1 << 22
_EPS = 1e-6


@dataclass(frozen=True)
class Segmentation:
    """One photo as its network sees it. The cells cover the whole photo, whatever its shape.

    ``embeddings`` float32[g, d], unit rows (zeros: the network could not make sense of the group);
    ``assignment`` float32[g, rows, columns] sums to 1 over the groups.
    """

    embeddings: NDArray[np.float32]
    assignment: NDArray[np.float32]


@dataclass(frozen=True)
class Groups:
    """What is kept of a photo, the largest group first; none is possible.

    ``embeddings`` float32[k, d] unit rows; ``shares`` float32[k] of the cells; ``cells`` uint8[rows,
    columns]: the group's place in the high three bits (7: none of them), in the low five how far it is
    ahead of the next group there (0: both alike, 31: it is alone).
    """

    embeddings: NDArray[np.float32]
    shares: NDArray[np.float32]
    cells: NDArray[np.uint8]

    @classmethod
    def of(cls, embeddings: NDArray[np.floating], cells: bytes) -> Groups:
        """From what was stored: vectors [k, d] and the bytes of ``cells_bytes``.

        Raises ValueError for damaged bytes, or a map of groups that are not there.
        """
        found = _unpacked(cells)
        count = len(embeddings)
        if embeddings.ndim != 2 or count > MOST_GROUPS:
            raise ValueError(f"{embeddings.shape} is no set of group vectors")
        if not np.isfinite(embeddings).all():
            raise ValueError("a group vector holds values that are not numbers")
        places = found >> 5
        if ((places >= count) & (places != NONE)).any():
            raise ValueError("the map of the photo names a group that is not there")
        rows = np.asarray(embeddings, np.float32)
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        return cls(rows / np.maximum(lengths, _EPS), _shares(places, count), found)

    def planes(self) -> NDArray[np.float32]:
        """float32[k, rows, columns]: how much each cell belongs to each group, 0 or 0.5 to 1."""
        places, ahead = self.cells >> 5, (self.cells & SUREST).astype(np.float32)
        own = places[None] == np.arange(len(self.embeddings), dtype=np.uint8)[:, None, None]
        planes: NDArray[np.float32] = own * (0.5 + ahead * np.float32(0.5 / SUREST))
        return planes

    def cells_bytes(self) -> bytes:
        """The map, packed: a version byte, rows, columns, then the cells."""
        return _HEAD.pack(VERSION, *self.cells.shape) + zlib.compress(self.cells.tobytes(), 9)


def compact(segmentation: Segmentation) -> Groups:
    """The largest groups of a segmentation with at least LEAST_SHARE of its cells, MOST_GROUPS at most.

    A cell counts for the group that has most of it. Groups without a direction are left out.
    """
    assignment = segmentation.assignment
    count, rows, columns = assignment.shape
    best = assignment.argmax(axis=0)
    shares = np.bincount(best.ravel(), minlength=count) / best.size
    known = (segmentation.embeddings != 0).any(axis=1)
    order = np.argsort(-shares, kind="stable")
    kept = [int(i) for i in order if shares[i] >= LEAST_SHARE and known[i]][:MOST_GROUPS]
    places = np.full(count, NONE, np.uint8)
    places[kept] = np.arange(len(kept), dtype=np.uint8)
    cells = (places[best] << 5) | _ahead(assignment)
    cells[places[best] == NONE] = NONE << 5
    return Groups(
        np.ascontiguousarray(segmentation.embeddings[kept], np.float32),
        shares[kept].astype(np.float32),
        cells.reshape(rows, columns).astype(np.uint8),
    )


def resized(planes: NDArray[np.floating], rows: int, columns: int) -> NDArray[np.float32]:
    """float32[n, rows, columns] from [n, h, w], between the middles of the cells in straight lines.

    As torch does it: bilinear, align_corners=False.
    """
    down = _weights(planes.shape[1], rows)
    across = _weights(planes.shape[2], columns)
    found: NDArray[np.float32] = np.matmul(np.matmul(down, planes.astype(np.float32)), across.T)
    return found


def _weights(given: int, wanted: int) -> NDArray[np.float32]:
    """float32[wanted, given]: what each wanted line takes of the given ones."""
    at = np.clip((np.arange(wanted) + 0.5) * (given / wanted) - 0.5, 0, None)
    first = np.minimum(at.astype(int), given - 1)
    second = np.minimum(first + 1, given - 1)
    weights = np.zeros((wanted, given), np.float32)
    lines = np.arange(wanted)
    np.add.at(weights, (lines, first), 1 - (at - first))
    np.add.at(weights, (lines, second), at - first)
    return weights


def _ahead(assignment: NDArray[np.float32]) -> NDArray[np.uint8]:
    """uint8[rows, columns], 0 to 31: the best group's part of what it and the next one have, from a half."""
    if len(assignment) == 1:
        return np.full(assignment.shape[1:], SUREST, np.uint8)
    two = np.partition(assignment, -2, axis=0)[-2:]
    part = two[1] / np.maximum(two[0] + two[1], _EPS)
    ahead: NDArray[np.uint8] = np.clip(np.rint((part * 2 - 1) * SUREST), 0, SUREST).astype(np.uint8)
    return ahead


def _shares(places: NDArray[np.integer], count: int) -> NDArray[np.float32]:
    shares: NDArray[np.float64] = np.bincount(places.ravel(), minlength=NONE + 1)[:count] / places.size
    return shares.astype(np.float32)


def _unpacked(stored: bytes) -> NDArray[np.uint8]:
    try:
        version, rows, columns = _HEAD.unpack_from(stored)
    except struct.error as error:
        raise ValueError(f"the map of the photo is cut: {error}") from error
    if version != VERSION:
        raise ValueError(f"the map of the photo has version {version}")
    size = rows * columns
    if not 0 < size <= _MOST_CELLS:
        raise ValueError(f"the map of the photo says {rows} × {columns} cells")
    opened = zlib.decompressobj()
    try:
        cells = opened.decompress(stored[_HEAD.size :], size + 1)
    except zlib.error as error:
        raise ValueError(f"the map of the photo is damaged: {error}") from error
    if len(cells) != size or not opened.eof:
        raise ValueError("the map of the photo has another size than it says")
    return np.frombuffer(cells, np.uint8).reshape(rows, columns)
