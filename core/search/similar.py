"""Neighbours of a photo: the photos that look most like it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from core.errors import RecollectError
from core.search.hits import Hits
from core.search.search import Finder


def neighbours(
    finder: Finder,
    photo_id: int,
    vectors: Callable[[NDArray[np.int64]], NDArray[np.float32]],
    *,
    with_copies: bool = False,
    strictness: float = 0.5,
) -> Hits:
    """Photos that look like the photo ``photo_id``, best first, without the photo itself.

    ``vectors`` gives the unit rows of content ids, KeyError for an unknown one, as ``Index.vectors``
    does. ``with_copies`` keeps photos with the very same bytes.

    Raises RecollectError ``photo.not_found`` when the photo is not shown or not yet encoded.
    """
    columns = finder.columns
    rows = np.flatnonzero(columns.photo_id == photo_id)
    if not len(rows):
        raise RecollectError("photo.not_found", path=f"number {photo_id}")
    content = columns.content_id[rows[0] : rows[0] + 1]
    try:
        found = vectors(content)
    except KeyError:
        raise RecollectError("photo.not_found", path=f"number {photo_id}") from None
    if not with_copies:
        return finder.photo(found[0], without=[int(content[0])], strictness=strictness)
    return finder.photo(found[0], without_photos=[photo_id], strictness=strictness)
