"""Which photos are chosen: the rules of a file manager, without any widget."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


class Selection:
    """Chosen places in a list of ``n`` photos, the current one, and the anchor of ranges."""

    def __init__(self, count: int = 0) -> None:
        self.chosen: NDArray[np.bool_] = np.zeros(count, np.bool_)
        self.current = -1
        self.anchor = -1

    def __len__(self) -> int:
        return len(self.chosen)

    @property
    def indices(self) -> Ints:
        """The chosen places, ascending."""
        return np.flatnonzero(self.chosen)

    @property
    def number(self) -> int:
        """How many are chosen."""
        return int(np.count_nonzero(self.chosen))

    def click(self, index: int, *, ctrl: bool = False, shift: bool = False) -> None:
        """Click: this one only. Ctrl: in or out. Shift: from the anchor to here. Both: add the range."""
        if not 0 <= index < len(self):
            return
        if shift:
            self._range_to(index, keep=ctrl)
            return
        if ctrl:
            self.chosen[index] = not self.chosen[index]
        else:
            self.chosen[:] = False
            self.chosen[index] = True
        self.current = self.anchor = index

    def move(self, index: int, *, ctrl: bool = False, shift: bool = False) -> None:
        """An arrow key went to ``index``: Shift extends, Ctrl moves without choosing."""
        if not len(self):
            return
        index = min(max(index, 0), len(self) - 1)
        if shift:
            self._range_to(index, keep=ctrl)
        elif ctrl:
            self.current = index
        else:
            self.click(index)

    def everything(self) -> None:
        """Choose all."""
        self.chosen[:] = True
        if self.current < 0 and len(self):
            self.current = self.anchor = 0

    def nothing(self) -> None:
        """Choose none; the current place stays."""
        self.chosen[:] = False

    def band(self, touched: Ints, before: NDArray[np.bool_], *, toggle: bool) -> None:
        """A rubber band touches these; ``before`` is what was chosen when it began."""
        if toggle:
            self.chosen = before.copy()
            self.chosen[touched] = ~before[touched]
        else:
            self.chosen = before.copy()
            self.chosen[touched] = True
        if len(touched):
            self.current = self.anchor = int(touched[-1])

    def carried(self, old_ids: Ints, new_ids: Ints) -> Selection:
        """The same photos chosen in a new list; a current one that left gives way to the next there is."""
        fresh = Selection(len(new_ids))
        if self.number:
            fresh.chosen = np.isin(new_ids, old_ids[self.chosen])
        fresh.current = carried_place(self.current, old_ids, new_ids)
        fresh.anchor = carried_place(self.anchor, old_ids, new_ids)
        return fresh

    def _range_to(self, index: int, *, keep: bool) -> None:
        start = self.anchor if self.anchor >= 0 else max(self.current, 0)
        if not keep:
            self.chosen[:] = False
        low, high = min(start, index), max(start, index)
        self.chosen[low : high + 1] = True
        self.anchor, self.current = start, index


def carried_place(index: int, old_ids: Ints, new_ids: Ints) -> int:
    """Where the photo at a place of the old list stands now; if it left, the next one that is still there,
    else the last one before it. -1: none is left."""
    if not 0 <= index < len(old_ids):
        return -1
    found = np.flatnonzero(new_ids == old_ids[index])
    if len(found):
        return int(found[0])
    left = np.isin(old_ids, new_ids)
    after, before = np.flatnonzero(left[index:]), np.flatnonzero(left[:index])
    if not len(after) and not len(before):
        return -1
    nearest = index + int(after[0]) if len(after) else int(before[-1])
    return int(np.flatnonzero(new_ids == old_ids[nearest])[0])
