"""Which of several photos that are "the same" to keep, and why. A suggestion: nobody's photo goes by it.

The order, most weighty first:

1. ``favourite``      marked by the person
2. ``largest``        most pixels
3. ``dated``          has the camera's own time, which messengers and editors drop
4. ``most_detail``    a RAW file, else the one that kept clearly more bytes for the same pixels
5. ``original_name``  not named as a copy: "IMG_1.jpg" before "IMG_1 (1).jpg", "Copy of IMG_1.jpg"
6. ``oldest``         the file that has been as it is for longest
7. ``first``          nothing tells them apart: the lower photo id
"""

from __future__ import annotations

import re

import numpy as np

from core.search.duplicate_kinds import Doubles, DuplicateColumns, Ints

REASONS = ("favourite", "largest", "dated", "most_detail", "original_name", "oldest", "first")

# How much a byte of a format holds, JPEG's being 1. A lossless file made from a JPEG is several times its
# size and shows no more.
_WORTH = {
    "heic": 2.0,
    "avif": 2.0,
    "jp2": 1.5,
    "webp": 1.4,
    "png": 0.25,
    "gif": 0.1,
    "tiff": 0.1,
    "bmp": 0.08,
}
_STEP = 1.25  # a file must be worth so much more before it counts as more detail

_COPY = re.compile(
    rb"""( \s? \(\d{1,3}\) | [\s_-]+ (copy|kopie|copie|copia|c\xc3\xb3pia) ([\s_-]*\(?\d{1,3}\)?)?
        | [\s_-]+ (edited|edit|bearbeitet|small|resized|compressed|klein|thumb|thumbnail) | ~\d{1,3}
        | \xe5\x89\xaf\xe6\x9c\xac | \xe6\x8b\xb7\xe8\xb4\x9d )+ $
        | ^ (copy\sof|kopie\svon|copie\sde|copia\sde) \s""",
    re.IGNORECASE | re.VERBOSE,
)


def named_as_copy(name: bytes) -> bool:
    """Whether a file's name says that it is a copy, a small version or an edit of another."""
    stem, dot, _ = name.rpartition(b".")
    return _COPY.search(stem if dot and stem else name) is not None


def merits(photos: DuplicateColumns) -> Doubles:
    """What speaks for each photo, float64[n, 6], in the order of ``REASONS``; more is better."""
    worth = np.array([_WORTH.get(kind, 1.0) for kind in photos.format], dtype=np.float64)
    raw = np.array([kind == "raw" for kind in photos.format], dtype=bool)
    detail = np.round(np.log(np.maximum(photos.size * worth, 1.0)) / np.log(_STEP))
    since = np.where(np.isfinite(photos.since), photos.since, np.inf)
    copies = np.array([named_as_copy(name) for name in photos.name], dtype=bool)
    columns = (
        photos.favourite,
        photos.width * photos.height,
        photos.timed & np.isfinite(photos.taken_at),
        np.where(raw, np.inf, detail),
        ~copies,
        -since,
    )
    return np.stack([np.asarray(column, dtype=np.float64) for column in columns], axis=1)


def ranked(photos: DuplicateColumns, found: Doubles | None = None) -> Ints:
    """Rows of all photos, the one to keep before all others first; ``found`` spares a second ``merits``."""
    found = merits(photos) if found is None else found
    keys = [photos.photo_id, *(-found[:, column] for column in reversed(range(found.shape[1])))]
    return np.lexsort(keys).astype(np.int64)


def best(photos: DuplicateColumns, rows: Ints, found: Doubles | None = None) -> tuple[int, str]:
    """The row to keep of ``rows`` (at least one), and why: the first merit in which it beats the next best.

    ``found`` is what ``merits`` gave for ``photos``.
    """
    found = merits(photos) if found is None else found
    some = found[rows]
    keys = [photos.photo_id[rows], *(-some[:, column] for column in reversed(range(some.shape[1])))]
    order = np.lexsort(keys)
    row = int(rows[order[0]])
    if len(rows) == 1:
        return row, REASONS[-1]
    ahead = np.flatnonzero(some[order[0]] > some[order[1]])
    return row, REASONS[int(ahead[0])] if len(ahead) else REASONS[-1]
