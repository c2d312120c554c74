"""Regions of a picture file as others want them: lists of names, masks, an overlay, the face of a chip."""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from core.errors import RecollectError
from core.ingest.walk import absolute
from core.jobs import Turn
from core.labels import overlay, vocabularies
from core.labels.regions import spread
from core.labels.rle import Rle, to_rle
from core.library.pictures import picture_of
from core.library.region_values import Box, PhotoRegions, RegionInfo
from core.library.shared import Shared
from core.paths import display
from core.query.fragments import Fragment, split

if TYPE_CHECKING:
    from core.library.regions import Regions

FACE = 96
"""Pixels of the longer side of a chip's picture."""


class RegionFiles:
    """Blocking; safe to use from several threads."""

    def __init__(self, shared: Shared, regions: Regions) -> None:
        self._shared = shared
        self._regions = regions

    def names(self, path: Path) -> tuple[str, ...]:
        """The names in a list of them, one a line. Raises ``labels.*`` with the line."""
        try:
            data = path.read_bytes()
        except OSError as error:
            detail = f"{display(os.fsencode(path))}: {error.strerror}"
            raise RecollectError("labels.bad_vocabulary", line=1, detail=detail) from error
        return tuple(term.text for term in vocabularies.own(data))

    def masks(self, found: PhotoRegions, path: bytes | str | Path) -> list[Rle]:
        """COCO's run-length masks of the regions, at the size of the whole photo. Raises ``photo.*``."""
        picture = picture_of(self._shared, absolute(path), 1)
        map_ = spread(found.planes, picture.height, picture.width)
        return [to_rle(map_ == number) for number in range(len(found.regions))]

    def draw(self, found: PhotoRegions, path: bytes | str | Path, out: Path) -> None:
        """Write the photo with its regions and a legend. The name's end says which kind of file.

        Raises ``photo.*``, ``output.failed``.
        """
        picture = picture_of(self._shared, absolute(path), overlay.LONG_SIDE)
        names = [overlay.Named(one.shown or one.label, one.share, one.point) for one in found.regions]
        drawn = overlay.draw(picture.pixels, found.planes, names)
        try:
            drawn.save(out)
        except (OSError, ValueError) as error:
            detail = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            raise RecollectError("output.failed", detail=detail) from error

    def face(self, value: str, turn: Turn | None = None, language: str = "en") -> tuple[bytes | None, str]:
        """How a chip for a part of a photo looks: a small JPEG of it, and its name (may be empty).

        ``value`` is a like's, with its fragment. Raises ``photo.*``, ``model.*``.
        """
        path, aimed = split(value)
        if aimed is not None and os.path.isfile(absolute(value)):
            path, aimed = value, None  # somebody's file has such a name
        try:
            regions = self._aimed_at(path, aimed, turn, language)
        except RecollectError as error:
            if not error.code.startswith("model."):
                raise
            regions = []  # nobody can say what it is; it can be shown all the same
        box = _around(regions)
        if not regions and aimed is not None and aimed.box is not None:
            box = aimed.box
        names = dict.fromkeys(one.shown for one in regions if one.shown)
        picture = picture_of(self._shared, absolute(path), FACE * 4)
        return _cut(Image.fromarray(picture.pixels), box), " + ".join(names)

    def _aimed_at(
        self, path: str, aimed: Fragment | None, turn: Turn | None, language: str
    ) -> list[RegionInfo]:
        if aimed is None:
            return []
        if aimed.box is not None:
            return [self._regions.box(path, aimed.box, turn, language=language)]
        return _under(self._regions.of_file(path, turn, language=language), aimed)


def _under(found: PhotoRegions, aimed: Fragment) -> list[RegionInfo]:
    """The regions at the points, each once."""
    places = dict.fromkeys(found.at(x, y) for x, y in aimed.points)
    return [found.regions[place] for place in places if place is not None]


def _around(regions: Sequence[RegionInfo]) -> Box:
    """A box around them all; the whole photo for none."""
    if not regions:
        return (0.0, 0.0, 1.0, 1.0)
    boxes = np.array([one.box for one in regions])
    left, top = boxes[:, :2].min(axis=0)
    right, bottom = (boxes[:, :2] + boxes[:, 2:]).max(axis=0)
    return (float(left), float(top), float(right - left), float(bottom - top))


def _cut(image: Image.Image, box: Box) -> bytes:
    """What is inside the box, small, as a JPEG."""
    wide, high = image.size
    left, top = int(box[0] * wide), int(box[1] * high)
    right = min(max(round((box[0] + box[2]) * wide), left + 1), wide)
    bottom = min(max(round((box[1] + box[3]) * high), top + 1), high)
    part = image.crop((min(left, wide - 1), min(top, high - 1), right, bottom))
    part.thumbnail((FACE, FACE), Image.Resampling.LANCZOS)
    stream = io.BytesIO()
    part.save(stream, "JPEG", quality=88)
    return stream.getvalue()
