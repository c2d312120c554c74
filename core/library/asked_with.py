"""Vectors of the pictures somebody asks with: photos of the library, files, or mere bytes."""

from __future__ import annotations

import os
from pathlib import Path

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

Floats = NDArray[np.float32]


class AskedWith:
    """Blocking; safe to use from several threads."""

    def __init__(self, shared: Shared, models: Models) -> None:
        self._shared = shared
        self._models = models

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
            known = self._models.index()
            if known.has([row.content_id])[0]:
                return known.vectors([row.content_id])[0], [row.content_id]
        if isinstance(photo, int | np.integer) and row is None:
            raise RecollectError("photo.not_found", path=int(photo))
        path = row.path if row is not None else absolute(photo)  # type: ignore[arg-type]
        try:
            vector = self.encode(self._file(path), turn, suffix_of(path))
        except RecollectError as error:
            if not error.code.startswith("photo.") or error.code == "photo.not_found":
                raise
            # The sentences about a photo are made for a list that shows its path beside them.
            facts = {"path": display(path), "reason": error.reason, "remedy": error.remedy}
            raise RecollectError("photo.asked_with", **facts) from error
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
