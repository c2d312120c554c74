"""Vectors of the pictures somebody asks with: photos of the library, files, or mere bytes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.catalogue import photos
from core.errors import RecollectError
from core.images.decode import decode
from core.images.formats import suffix_of
from core.images.read import ChangedWhileRead, read_bytes
from core.ingest.walk import absolute
from core.jobs import Turn
from core.library.models import Models
from core.library.shared import Shared
from core.paths import display
from core.query import fragments

if TYPE_CHECKING:
    from core.library.regions import Regions

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Meant:
    """What a ``like:`` means: a unit vector, the library's contents it is of, and whether the vector is that
    of a part in the region model's space; else it is in the active encoder's."""

    vector: Floats
    contents: list[int]
    is_part: bool = False


class AskedWith:
    """Blocking; safe to use from several threads. ``regions`` sees parts of photos, where there is such."""

    def __init__(self, shared: Shared, models: Models, regions: Regions | None = None) -> None:
        self._shared = shared
        self._models = models
        self._regions = regions

    def meant(self, value: str, turn: Turn, *, by_parts: bool) -> Meant:
        """What the value of a ``like:`` means: a photo by its path, or the part of it that a fragment names.

        A photo whose whole name is the value comes first. ``by_parts``: a part is looked for among parts;
        else its crop among whole photos. Raises as ``vector``, and ``model.*``.
        """
        path, part = fragments.split(value)
        if part is None or self._regions is None or self._there(value):
            return Meant(*self.vector(os.fsencode(value), turn))
        contents = self._contents(os.fsencode(path))
        with _as_asked_with(os.fsencode(path)):
            found = self._regions.region_vector(os.fsencode(path), part, turn) if by_parts else None
            if found is not None:
                return Meant(found[0], contents, is_part=True)
            encoder = self._models.encoder()
            crop = self._regions.crop(os.fsencode(path), part, turn)
            return Meant(encoder.encode_photos([encoder.prepare(crop)], turn)[0], contents)

    def _there(self, value: str) -> bool:
        path = absolute(os.fsencode(value))
        with self._shared.catalogue.reading() as conn:
            return photos.find(conn, path) is not None or os.path.isfile(path)

    def _contents(self, path: bytes) -> list[int]:
        with self._shared.catalogue.reading() as conn:
            row = photos.find(conn, absolute(path))
        return [row.content_id] if row is not None and row.content_id else []

    def vector(self, photo: int | bytes | str | Path, turn: Turn) -> tuple[Floats, list[int]]:
        """The unit vector of a photo (id or path) or any picture file, and the library's content it is.

        Raises ``photo.not_found``, ``photo.asked_with``.
        """
        with self._shared.catalogue.reading() as conn:
            if isinstance(photo, int | np.integer):
                rows = photos.rows(conn, [int(photo)])
                row = rows[0] if rows else None
            else:
                row = photos.find(conn, absolute(photo))
        if row is not None and row.content_id is not None:
            known = self._models.index().known([row.content_id])[1]
            if len(known):
                return known[0], [row.content_id]
        if isinstance(photo, int | np.integer) and row is None:
            raise RecollectError("photo.not_found", path=int(photo))
        path = row.path if row is not None else absolute(photo)  # type: ignore[arg-type]
        with _as_asked_with(path):
            vector = self.encode(self._file(path), turn, suffix_of(path))
        return vector, [row.content_id] if row is not None and row.content_id else []

    def _file(self, path: bytes) -> bytes:
        shown = display(path)
        if not os.path.isfile(path):
            raise RecollectError("photo.not_found", path=shown)
        try:
            return read_bytes(path, limits=self._shared.limits)[0]
        except ChangedWhileRead:
            raise RecollectError("photo.unreadable", path=shown, detail="it is being written to") from None
        except OSError as error:
            raise RecollectError("photo.unreadable", path=shown, detail=error.strerror) from error

    def encode(self, data: bytes, turn: Turn, suffix: str = "") -> Floats:
        """The unit vector of a picture's bytes. Raises ``photo.*``."""
        encoder = self._models.encoder()
        picture = decode(
            data,
            long_side=encoder.input_long_side,
            short_side=encoder.input_short_side,
            limits=self._shared.limits,
            suffix=suffix,
        )
        vector: Floats = encoder.encode_photos([encoder.prepare(picture.pixels)], turn)[0]
        return vector


@contextmanager
def _as_asked_with(path: bytes) -> Iterator[None]:
    """Sentences about a photo are made for a list that shows its path beside them: here it is named."""
    try:
        yield
    except RecollectError as error:
        if not error.code.startswith("photo.") or error.code == "photo.not_found":
            raise
        facts = {"path": display(path), "reason": error.reason, "remedy": error.remedy}
        raise RecollectError("photo.asked_with", **facts) from error
