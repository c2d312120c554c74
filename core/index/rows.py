"""The rows of one space in memory: mapped blocks first, then what was added since; and where each key is.

A ``Rows`` never changes in what it shows of vectors and keys: a writer makes the next one and puts it in
place, readers keep the one they took. So searching needs no lock, whatever is added or removed meanwhile.
Rows are in the order in which they were added; ``serials`` number them for ever, also across saves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

CHUNK = 8192
"""Rows for which memory is taken at a time."""

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Level = tuple[Ints, Ints]
T = TypeVar("T", bound=np.generic)


@dataclass(frozen=True)
class KeyMap:
    """Key → row, as few sorted arrays of falling size (a merge tree): 16 bytes a key, cheap to extend."""

    levels: tuple[Level, ...] = ()

    def find(self, keys: Ints, alive: NDArray[np.bool_]) -> Ints:
        """The living row of each key, -1 where there is none."""
        rows = np.full(len(keys), -1, np.int64)
        for known, where in reversed(self.levels):
            if not len(known):
                continue
            at = np.minimum(np.searchsorted(known, keys), len(known) - 1)
            hit = (known[at] == keys) & (rows < 0)
            hit &= alive[where[at]]
            rows[hit] = where[at[hit]]
        return rows

    def extended(self, keys: Ints, rows: Ints, alive: NDArray[np.bool_]) -> KeyMap:
        """With these keys too; none of them may have a living row already."""
        levels = [*self.levels, _sorted(keys, rows)]
        while len(levels) > 1 and 2 * len(levels[-1][0]) >= len(levels[-2][0]):
            upper, lower = levels.pop(), levels.pop()
            levels.append(_merged(lower, upper, alive))
        return KeyMap(tuple(levels))

    def living(self, alive: NDArray[np.bool_]) -> Ints:
        """All keys with a living row, ascending."""
        merged: Level | None = None
        for level in self.levels:
            merged = level if merged is None else _merged(merged, level, alive)
        if merged is None:
            return np.empty(0, np.int64)
        keep = alive[merged[1]]
        return merged[0] if bool(keep.all()) else merged[0][keep]


def distinct(keys: Ints) -> Ints:
    """The different keys, ascending. Keys that are so already, as a catalogue's are, cost one comparison."""
    if is_ascending(keys):
        return keys
    keys = np.sort(keys)
    first = np.ones(len(keys), np.bool_)
    np.not_equal(keys[1:], keys[:-1], out=first[1:])
    return keys[first]


def is_ascending(keys: Ints) -> bool:
    """True when each key is larger than the one before."""
    return len(keys) < 2 or bool((keys[1:] > keys[:-1]).all())


def _sorted(keys: Ints, rows: Ints) -> Level:
    if is_ascending(keys):
        return keys, rows
    order = np.argsort(keys, kind="stable")
    return keys[order], rows[order]


def _merged(lower: Level, upper: Level, alive: NDArray[np.bool_]) -> Level:
    parts = []
    for keys, rows in (lower, upper):
        keep = alive[rows]
        parts.append((keys, rows) if bool(keep.all()) else (keys[keep], rows[keep]))
    return _sorted(np.concatenate([p[0] for p in parts]), np.concatenate([p[1] for p in parts]))


@dataclass(frozen=True)
class Rows:
    """All rows at one moment. ``alive`` may lose rows later (a removal); nothing else changes."""

    dimension: int
    blocks: tuple[Floats, ...] = ()
    starts: Ints = field(default_factory=lambda: np.zeros(1, np.int64))
    keys: Ints = field(default_factory=lambda: np.empty(0, np.int64))
    serials: Ints = field(default_factory=lambda: np.empty(0, np.int64))
    alive: NDArray[np.bool_] = field(default_factory=lambda: np.empty(0, np.bool_))
    living: int = 0
    lookup: KeyMap = KeyMap()

    @property
    def total(self) -> int:
        """Rows, dead ones included."""
        return len(self.keys)

    def find(self, keys: Ints) -> Ints:
        """The living row of each key, -1 where there is none."""
        return self.lookup.find(keys, self.alive)

    def take(self, rows: Ints) -> Floats:
        """Copies of these rows: float32 (m, d)."""
        if is_ascending(rows):
            return self.take_ascending(rows)
        order = np.argsort(rows, kind="stable")
        out = np.empty((len(rows), self.dimension), np.float32)
        out[order] = self.take_ascending(rows[order])
        return out

    def take_ascending(self, rows: Ints) -> Floats:
        """``take`` for rows in ascending order (repeated ones may be)."""
        out = np.empty((len(rows), self.dimension), np.float32)
        edges = np.searchsorted(rows, self.starts).tolist()
        for block, start, low, high in zip(
            self.blocks, self.starts[:-1].tolist(), edges[:-1], edges[1:], strict=True
        ):
            if high > low:
                # Every row lies in its block; mode "clip" only spares numpy a buffer.
                np.take(block, rows[low:high] - start, axis=0, out=out[low:high], mode="clip")
        return out

    def pieces(self, rows: Ints, size: int) -> Iterator[Floats]:
        """These rows in portions of ``size``."""
        for at in range(0, len(rows), size):
            yield self.take(rows[at : at + size])

    def blocks_from(self, row: int) -> tuple[Floats, ...]:
        """Views of all rows from ``row`` on."""
        views = []
        for number, block in enumerate(self.blocks):
            start = int(self.starts[number])
            if start + len(block) > row:
                views.append(block[max(0, row - start) :])
        return tuple(views)


class Grown:
    """The three columns with room to grow: doubled when full, never changed below what a reader sees."""

    def __init__(self, keys: Ints, serials: Ints, alive: NDArray[np.bool_]) -> None:
        self.count = len(keys)
        self._keys, self._serials, self._alive = keys, serials, alive

    def append(self, keys: Ints, serials: Ints) -> None:
        """Add living rows at the end."""
        need = self.count + len(keys)
        if need > len(self._keys):
            room = max(need, 2 * self.count, 1024)
            self._keys = _roomier(self._keys, room)
            self._serials = _roomier(self._serials, room)
            self._alive = _roomier(self._alive, room)
        self._keys[self.count : need] = keys
        self._serials[self.count : need] = serials
        self._alive[self.count : need] = True
        self.count = need

    @property
    def keys(self) -> Ints:
        """Keys of all rows."""
        return self._keys[: self.count]

    @property
    def serials(self) -> Ints:
        """Serial numbers of all rows, ascending."""
        return self._serials[: self.count]

    @property
    def alive(self) -> NDArray[np.bool_]:
        """Which rows live."""
        return self._alive[: self.count]


def _roomier(column: NDArray[T], room: int) -> NDArray[T]:
    bigger = np.empty(room, column.dtype)
    bigger[: len(column)] = column
    return bigger


class Chunks:
    """Memory for added vectors, taken ``CHUNK`` rows at a time; rows once written stay where they are."""

    def __init__(self, dimension: int) -> None:
        self._dimension = dimension
        self._room = np.empty((0, dimension), np.float32)
        self._used = 0
        self._start = 0

    def append(self, blocks: list[Floats], vectors: Floats) -> None:
        """Put the vectors behind ``blocks``: the last block grows, new ones follow."""
        at = 0
        while at < len(vectors):
            if self._used == len(self._room):
                self._room = np.empty((CHUNK, self._dimension), np.float32)
                self._used = self._start = 0
            fit = min(len(vectors) - at, len(self._room) - self._used)
            self._room[self._used : self._used + fit] = vectors[at : at + fit]
            if self._used > self._start:
                blocks.pop()
            self._used += fit
            blocks.append(self._room[self._start : self._used])
            at += fit

    def cut(self, left: int) -> None:
        """Only the last ``left`` rows are still ours; the next rows join those."""
        self._start = max(0, self._used - left)
