"""What the region model sees in a photo, a file or a part of one: kept, else looked at now."""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.catalogue import photos
from core.errors import RecollectError
from core.images.decode import decode
from core.ingest.walk import absolute
from core.jobs import Turn
from core.library.pictures import picture_of
from core.library.region_values import Box, Point
from core.library.segmenting import Kept, Segmenting
from core.library.shared import Shared
from core.models.groups import NONE, Groups, Segmentation, compact
from core.paths import display
from core.search.bands import centred

Floats = NDArray[np.float32]
Pixels = NDArray[np.uint8]
Which = int | bytes | str | Path


@dataclass(frozen=True)
class Place:
    """A photo of the library, or any picture file (``photo_id`` 0). ``width`` and ``height`` are 0 where they
    are not known."""

    path: bytes
    photo_id: int = 0
    content_id: int | None = None
    width: int = 0
    height: int = 0
    fingerprint: bytes | None = None


class Sight:
    """Blocking; safe to use from several threads. ``thumbnail`` gives a photo's JPEG bytes or None."""

    def __init__(
        self, shared: Shared, segmenting: Segmenting, thumbnail: Callable[[int], bytes | None]
    ) -> None:
        self._shared = shared
        self._segmenting = segmenting
        self._thumbnail = thumbnail

    def place(self, which: Which) -> Place:
        """The photo with this id, or the file at this path. Raises ``photo.not_found``."""
        with self._shared.catalogue.reading() as conn:
            if isinstance(which, int | np.integer):
                rows = photos.rows(conn, [int(which)])
                row = rows[0] if rows else None
            else:
                row = photos.find(conn, absolute(which))
        if row is not None and row.gone_at is None:
            return Place(row.path, row.id, row.content_id, row.width or 0, row.height or 0, row.fingerprint)
        if isinstance(which, int | np.integer):
            raise RecollectError("photo.not_found", path=display(row.path) if row else int(which))
        path = absolute(which)
        if not os.path.isfile(path):
            raise RecollectError("photo.not_found", path=display(path))
        return Place(path)

    def groups(self, place: Place, turn: Turn) -> Groups:
        """What was seen in a photo, else what is seen in it now, which is kept where that is possible.

        Raises ``model.*``, ``photo.*``, Cancelled.
        """
        with self._segmenting.steady():
            card = self._segmenting.card()
            key = self.key(place, card.id)
            known = self._segmenting.remembered(key)
            if known is None and place.content_id is not None:
                known = self._segmenting.groups([place.content_id]).get(place.content_id)
            if known is not None:
                return known
            segmenter = self._segmenting.segmenter()
            prepared = segmenter.prepare(self.whole(place))
            seen = Kept.of(segmenter.segment([prepared], turn)[0])
            self._segmenting.remember(key, seen.groups)
            if place.content_id is not None and not self._shared.catalogue.read_only:
                self._store(place.content_id, seen)
            self.still_there(place)
            return seen.groups

    def still_there(self, place: Place) -> None:
        """A photo may have gone while the network ran. Raises ``photo.not_found``."""
        if place.photo_id:
            self.place(place.photo_id)

    def _store(self, content_id: int, seen: Kept) -> None:
        """A full disk keeps nobody from an answer."""
        try:
            self._segmenting.store(self._segmenting.card(), {content_id: seen})
        except RecollectError as error:
            if not error.code.startswith("disk."):
                raise
            self._shared.notice(error)

    def finer(self, place: Place, turn: Turn) -> Groups:
        """What windows that slide over the photo see; remembered, not stored. Raises as ``groups``."""
        with self._segmenting.steady():
            key = "finer", self.key(place, self._segmenting.card().id)
            known = self._segmenting.remembered(key)
            if known is None:
                segmenter = self._segmenting.segmenter()
                pixels = self._large(place, segmenter.finer_side)
                known = compact(segmenter.finer(pixels, turn))
                self.still_there(place)
                self._segmenting.remember(key, known)
            return known

    def inside(self, place: Place, box: Box, turn: Turn) -> Floats:
        """The unit vector float32[d] of what is inside a box. Raises as ``groups``."""
        with self._segmenting.steady():
            segmenter = self._segmenting.segmenter()
            pixels = self.crop(place, box, segmenter.input_side)
            found = middle(segmenter.segment([segmenter.prepare(pixels)], turn)[0])
            self.still_there(place)
            return found

    def crop(self, place: Place, box: Box, side: int = 512) -> Pixels:
        """The pixels inside a box: uint8[h, w, 3], ``side`` on the longer side where the photo has so many.

        Raises ``photo.*``.
        """
        left, top, right, bottom = clipped(box)
        width, height = place.width or 1, place.height or 1
        share = max((right - left) * width, (bottom - top) * height) / max(width, height)
        long_side = math.ceil(side / max(share, 1e-3)) if place.width else 0
        pixels = self._from_file(place, long_side)
        high, wide = pixels.shape[:2]
        x, y = min(int(left * wide), wide - 1), min(int(top * high), high - 1)
        x_end, y_end = max(math.ceil(right * wide), x + 1), max(math.ceil(bottom * high), y + 1)
        return np.ascontiguousarray(pixels[y:y_end, x:x_end])

    def under(self, place: Place, points: Sequence[Point], turn: Turn) -> Floats | None:
        """The unit vector float32[d] of the groups at these points, or nearest to them; None where the photo
        has no group. Raises as ``groups``."""
        seen = self.groups(place, turn)
        places = sorted({one for one in (place_at(seen, *point) for point in points) if one is not None})
        return centred(seen.embeddings[places].mean(axis=0), np.float32(0.0)) if places else None

    def whole(self, place: Place) -> Pixels:
        """All of a photo: uint8[h, w, 3]. Its thumbnail, which is there also while its drive is away, else
        its file. Raises ``photo.*``.
        """
        data = self._thumbnail(place.photo_id) if place.photo_id else None
        if data is not None:
            return decode(data, long_side=0).pixels
        return picture_of(self._shared, place.path, 512).pixels

    def _large(self, place: Place, side: int) -> Pixels:
        """All of a photo, its short side of ``side`` pixels or more where the photo has so many."""
        long_side = 0
        if place.width and place.height:
            long_side = math.ceil(side * max(place.width, place.height) / min(place.width, place.height))
        return self._from_file(place, long_side)

    def _from_file(self, place: Place, long_side: int) -> Pixels:
        """The file's pixels; where it cannot be read, those of the thumbnail."""
        try:
            return picture_of(self._shared, place.path, long_side).pixels
        except RecollectError:
            data = self._thumbnail(place.photo_id) if place.photo_id else None
            if data is None:
                raise
            return decode(data, long_side=0).pixels

    def key(self, place: Place, space: str = "") -> Hashable:
        """What a photo's bytes are remembered by. Raises ``photo.not_found``."""
        if place.content_id is not None:
            return space, place.content_id
        try:
            facts = os.stat(place.path)
        except OSError:
            raise RecollectError("photo.not_found", path=display(place.path)) from None
        return space, place.path, facts.st_mtime_ns, facts.st_size


def clipped(box: Box) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what of a box is inside the photo."""
    left, top = (min(max(one, 0.0), 1.0) for one in box[:2])
    return left, top, min(max(box[0] + box[2], left), 1.0), min(max(box[1] + box[3], top), 1.0)


def place_at(seen: Groups, x: float, y: float) -> int | None:
    """The group at a point (0 to 1 of the photo), or the nearest one; None where there is no group."""
    places = seen.cells >> 5
    rows, columns = np.nonzero(places != NONE)
    if not len(rows):
        return None
    high, wide = places.shape
    row, column = min(int(y * high), high - 1), min(int(x * wide), wide - 1)
    if min(row, column) >= 0 and places[row, column] != NONE:
        return int(places[row, column])
    nearest = int((((columns + 0.5) / wide - x) ** 2 + ((rows + 0.5) / high - y) ** 2).argmin())
    return int(places[rows[nearest], columns[nearest]])


def middle(seen: Segmentation) -> Floats:
    """One unit vector float32[d] for a part somebody cut out: what fills its middle counts most."""
    rows, columns = seen.assignment.shape[1:]
    down, across = (np.hanning(count + 2)[1:-1] for count in (rows, columns))
    weights = np.tensordot(seen.assignment, np.outer(down, across), axes=2) ** 2
    return centred((seen.embeddings * weights[:, None]).sum(axis=0), np.float32(0.0))
