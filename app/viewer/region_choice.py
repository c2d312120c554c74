"""What is chosen in a photo: parts the model found, and boxes somebody drew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.viewer.region_shapes import Box
    from core.library.region_values import PhotoRegions, RegionInfo


@dataclass(eq=False)
class Drawn:
    """A box somebody drew; ``info`` is None until it is known what is in it, ``failed`` says why not."""

    box: Box
    info: RegionInfo | None = None
    failed: str = ""


class Choice:
    """Parts are chosen by their number in ``found``."""

    def __init__(self) -> None:
        self.found: PhotoRegions | None = None
        self.chosen: list[int | Drawn] = []

    def forget(self) -> None:
        """Another photo."""
        self.found = None
        self.chosen = []

    def take(self, found: PhotoRegions) -> list[Drawn]:
        """The parts of the photo, perhaps under other words: what lay under a chosen part stays chosen.

        Returns the boxes whose names are to be asked for anew.
        """
        before, self.found = self.found, found
        kept: list[int | Drawn] = []
        anew: list[Drawn] = []
        for one in self.chosen:
            if isinstance(one, Drawn):
                kept.append(one)
                # Asked for anew, the words of the same list may be others; what was asked before is dropped.
                if before is not None or (one.info is None and not one.failed):
                    one.info, one.failed = None, ""
                    anew.append(one)
            elif before is not None:
                place = found.at(*before.regions[one].point)
                if place is not None and place not in kept:
                    kept.append(place)
        self.chosen = kept
        return anew

    def refine(self, finer: PhotoRegions) -> bool:
        """The same parts with finer outlines; False when they are others."""
        if self.found is None or finer.regions != self.found.regions:
            return False
        self.found = finer
        return True

    def choose(self, region: int, *, add: bool = False) -> None:
        """This part; with ``add`` beside what is chosen, or no longer."""
        if not add:
            self.chosen = [region]
        elif region in self.chosen:
            self.chosen.remove(region)
        else:
            self.chosen.append(region)

    def draw(self, box: Box, *, add: bool = False) -> None:
        """A box of one's own."""
        self.chosen = [*self.chosen, Drawn(box)] if add else [Drawn(box)]

    def drawn(self, box: Box) -> list[Drawn]:
        """The chosen boxes of this shape and place."""
        return [one for one in self.chosen if isinstance(one, Drawn) and one.box == box]

    def step(self, direction: int) -> bool:
        """The next part, the largest first, or the one before; False beyond the ends."""
        number = len(self.found.regions) if self.found is not None else 0
        present = next((one for one in reversed(self.chosen) if isinstance(one, int)), None)
        place = present + direction if present is not None else (0 if direction > 0 else number - 1)
        if not 0 <= place < number:
            return False
        self.chosen = [place]
        return True

    @property
    def regions(self) -> tuple[int, ...]:
        """Numbers of the parts chosen."""
        return tuple(one for one in self.chosen if isinstance(one, int))

    @property
    def boxes(self) -> tuple[Box, ...]:
        """The boxes chosen."""
        return tuple(one.box for one in self.chosen if isinstance(one, Drawn))

    @property
    def infos(self) -> tuple[RegionInfo, ...]:
        """What is chosen and known."""
        known = []
        for one in self.chosen:
            if isinstance(one, Drawn):
                known += [one.info] if one.info is not None else []
            elif self.found is not None:
                known.append(self.found.regions[one])
        return tuple(known)

    @property
    def complete(self) -> bool:
        """True when something is chosen, and all of it is known."""
        return bool(self.chosen) and len(self.infos) == len(self.chosen)
