"""Which photos a question is about, and which of them stand for others: copies, and RAW beside JPEG."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


class Columns(Protocol):
    """The photos that can be shown, one row each, as ``core.catalogue.photos.columns`` returns them."""

    @property
    def photo_id(self) -> Ints:
        """Ascending ids."""
        ...

    @property
    def content_id(self) -> Ints:
        """The photo's content; copies share one."""
        ...

    @property
    def aspect(self) -> Floats:
        """Width ÷ height."""
        ...

    @property
    def day(self) -> NDArray[np.int32]:
        """Days since 1970-01-01 local, -1 unknown."""
        ...

    @property
    def hidden(self) -> Bools:
        """True for photos the person hid."""
        ...


@dataclass(frozen=True)
class Scope:
    """Rows of ``columns`` a question is about.

    ``shown`` bool[n]: all of them. ``kept`` bool[n]: one for each stack. ``copies`` int32[n]: how many photos
    with the same bytes the row stands for, itself among them. ``paired`` bool[n]: it stands for a RAW file
    too. ``heads`` int64[n]: the row that stands for each, -1 where nothing does; None: each for itself.
    ``whole``: nothing was filtered.
    """

    columns: Columns
    shown: Bools
    kept: Bools
    copies: NDArray[np.int32]
    paired: Bools
    heads: Ints | None
    whole: bool

    @property
    def photos(self) -> int:
        """How many photos it is about, stacked ones too."""
        return int(np.count_nonzero(self.shown))

    @classmethod
    def of(
        cls,
        columns: Columns,
        allowed: Bools | None = None,
        *,
        pairs: Ints | None = None,
        first: NDArray[np.int8] | None = None,
        stacks: bool = False,
    ) -> Scope:
        """The photos of ``allowed`` (None: all that are not hidden), stacked when ``stacks``.

        ``pairs`` int64[p, 2]: ids of a RAW photo and of a picture beside it. ``first`` int8[n], 0 and up: the
        copy with the highest number stands for the others; of equal ones the lowest row.

        A RAW file gives way to the picture beside it (of several to the one in the lowest row), and so do its
        copies, wherever both are shown.
        """
        shown = ~columns.hidden if allowed is None else allowed
        count = len(shown)
        ones, none = np.ones(count, np.int32), np.zeros(count, np.bool_)
        if not stacks:
            return cls(columns, shown, shown, ones, none, None, allowed is None)
        heads, copies = _folded_copies(columns, shown, first)
        paired = none
        if pairs is not None and len(pairs) and count:
            heads, paired = _folded_pairs(columns, shown, heads, pairs)
        kept = heads == np.arange(count)
        return cls(columns, shown, kept, np.where(kept, copies, ones), paired, heads, allowed is None)

    def standing_for(self, photo_ids: Ints) -> Ints:
        """The photos that stand for these, each once; those it is not about are left out."""
        rows = self._rows(photo_ids)
        heads = rows[self.shown[rows]] if self.heads is None else self.heads[rows]
        return self.columns.photo_id[np.unique(heads[heads >= 0])]

    def behind(self, photo_ids: Ints) -> Ints:
        """All photos that these stand for, they themselves among them; ascending ids."""
        rows = self._rows(photo_ids)
        if self.heads is None:
            return self.columns.photo_id[np.sort(rows[self.shown[rows]])]
        chosen = np.zeros(len(self.shown), np.bool_)
        chosen[rows] = True
        found: Ints = self.columns.photo_id[(self.heads >= 0) & chosen[self.heads]]
        return found

    def _rows(self, photo_ids: Ints) -> Ints:
        """The rows of those photos that are among the columns."""
        known = self.columns.photo_id
        if not len(known):
            return np.empty(0, np.int64)
        rows = np.minimum(np.searchsorted(known, photo_ids), len(known) - 1)
        return np.asarray(rows[known[rows] == photo_ids])


def _folded_copies(
    columns: Columns, shown: Bools, first: NDArray[np.int8] | None
) -> tuple[Ints, NDArray[np.int32]]:
    rows = np.flatnonzero(shown)
    contents = columns.content_id[rows]
    if len(rows) and contents.max() > 8 * len(shown) + 65_536:
        contents = np.unique(contents, return_inverse=True)[1]  # a table by id would be mostly empty
    size = int(contents.max(initial=-1)) + 1
    head = np.full(size, -1, np.int64)
    numbers = [] if first is None else [one for one in np.unique(first[rows]) if one > 0]
    # Of repeated places the last that is written stays.
    head[contents[::-1]] = rows[::-1]
    for number in numbers:
        better = first[rows] == number if first is not None else shown
        head[contents[better][::-1]] = rows[better][::-1]
    heads = np.full(len(shown), -1, np.int64)
    heads[rows] = head[contents]
    copies = np.ones(len(shown), np.int32)
    copies[rows] = np.bincount(contents, minlength=size)[contents]
    return heads, copies


def _folded_pairs(columns: Columns, shown: Bools, heads: Ints, pairs: Ints) -> tuple[Ints, Bools]:
    paired = np.zeros(len(shown), np.bool_)
    places = np.minimum(np.searchsorted(columns.photo_id, pairs), len(shown) - 1)
    both = (columns.photo_id[places] == pairs).all(axis=1) & shown[places].all(axis=1)
    raws, pictures = heads[places[both, 0]], heads[places[both, 1]]
    stands = np.arange(len(shown))
    order = np.argsort(-pictures, kind="stable")
    stands[raws[order]] = pictures[order]
    paired[pictures] = True
    return np.where(heads >= 0, stands[heads], -1), paired
