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

    ``kept`` bool[n]: shown, one for each stack. ``copies`` int32[n]: how many photos with the same bytes
    the row stands for, itself among them. ``paired`` bool[n]: it stands for a RAW file too. ``whole``:
    nothing was filtered. ``photos``: how many photos it is about, stacked ones too.
    """

    columns: Columns
    kept: Bools
    copies: NDArray[np.int32]
    paired: Bools
    whole: bool
    photos: int

    @classmethod
    def of(
        cls,
        columns: Columns,
        allowed: Bools | None = None,
        *,
        pairs: Ints | None = None,
        first: Bools | None = None,
        stacks: bool = False,
    ) -> Scope:
        """The photos of ``allowed`` (None: all that are not hidden), stacked when ``stacks``.

        ``pairs`` int64[p, 2]: ids of a RAW photo and of the picture beside it. ``first`` bool[n]: photos
        that stand for their copies before others do (favourites, those at hand).
        """
        shown = ~columns.hidden if allowed is None else allowed
        count = len(shown)
        ones, none = np.ones(count, np.int32), np.zeros(count, np.bool_)
        photos = int(np.count_nonzero(shown))
        if not stacks:
            return cls(columns, shown, ones, none, allowed is None, photos)
        kept, copies = _folded_copies(columns, shown, first)
        paired = none
        if pairs is not None and len(pairs):
            kept, paired = _folded_pairs(columns, shown, kept, pairs)
        return cls(columns, kept, copies, paired, allowed is None, photos)


def _folded_copies(columns: Columns, shown: Bools, first: Bools | None) -> tuple[Bools, NDArray[np.int32]]:
    rows = np.flatnonzero(shown)
    contents = columns.content_id[rows]
    rank = rows if first is None else rows + np.where(first[rows], 0, len(shown))
    order = np.lexsort((rank, contents))
    ordered = contents[order]
    starts = np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1]))) if len(rows) else rows
    heads = rows[order[starts]]
    kept = np.zeros(len(shown), np.bool_)
    kept[heads] = True
    copies = np.ones(len(shown), np.int32)
    copies[heads] = np.diff(np.append(starts, len(rows)))
    return kept, copies


def _folded_pairs(columns: Columns, shown: Bools, kept: Bools, pairs: Ints) -> tuple[Bools, Bools]:
    """A RAW file gives way to the picture beside it, wherever that one is shown too."""
    kept, paired = kept.copy(), np.zeros(len(shown), np.bool_)
    if not len(shown):
        return kept, paired
    places = np.minimum(np.searchsorted(columns.photo_id, pairs), len(shown) - 1)
    both = (columns.photo_id[places] == pairs).all(axis=1) & shown[places].all(axis=1)
    raws, pictures = places[both, 0], places[both, 1]
    # The picture may itself stand behind a copy: then the RAW file does too.
    heads = _heads(columns, kept)
    kept[raws] = False
    paired[heads[np.searchsorted(columns.content_id[heads], columns.content_id[pictures])]] = True
    return kept, paired & kept


def _heads(columns: Columns, kept: Bools) -> Ints:
    """Kept rows by rising content."""
    rows = np.flatnonzero(kept)
    return rows[np.argsort(columns.content_id[rows], kind="stable")]
