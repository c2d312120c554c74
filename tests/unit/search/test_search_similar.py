from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from core.errors import RecollectError
from core.evaluation.encode import InMemory, Photos
from core.search.search import Finder
from core.search.similar import neighbours

VECTORS = np.array([[1, 0, 0], [0.9, 0.4, 0], [0, 1, 0], [0, 0, 1]], dtype=np.float32)
# photo 10 and 11 are copies (content 0)
PHOTOS = Photos(
    photo_id=np.array([10, 11, 12, 13, 14]),
    content_id=np.array([0, 0, 1, 2, 3]),
    aspect=np.ones(5, np.float32),
    day=np.zeros(5, np.int32),
    hidden=np.array([False, False, False, False, True]),
)


def vectors(keys: NDArray[np.int64]) -> NDArray[np.float32]:
    if keys.max() >= len(VECTORS):
        raise KeyError(int(keys.max()))
    return VECTORS[keys]


def finder(photos: Photos = PHOTOS) -> Finder:
    return Finder(lambda texts, turn: np.zeros((len(texts), 3), np.float32), InMemory(VECTORS), photos)


def test_neighbours_leave_out_the_photo_and_its_copies() -> None:
    assert neighbours(finder(), 10, vectors).photo_ids.tolist() == [12, 13]
    assert neighbours(finder(), 10, vectors, with_copies=True).photo_ids.tolist() == [11, 12, 13]
    assert neighbours(finder(), 13, vectors).photo_ids.tolist() == [12, 10, 11]


def test_unknown_and_unread_photos_are_said() -> None:
    waiting = Photos(
        np.array([1]), np.array([9]), np.ones(1, np.float32), np.zeros(1, np.int32), np.zeros(1, bool)
    )
    for searched, photo in ((finder(), 99), (finder(waiting), 1)):
        with pytest.raises(RecollectError) as raised:
            neighbours(searched, photo, vectors)
        assert raised.value.code == "photo.not_found"
