from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from core.errors import RecollectError
from core.evaluation.encode import InMemory, Photos
from core.jobs import Turn
from core.query.parse import parse
from core.search.bands import measure
from core.search.hits import STRONG
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


def test_a_photo_finds_its_likes_clearly_also_named_in_a_query() -> None:
    """Fifteen of forty photos show one thing: they are Strong, whichever of them is asked with."""
    chance = np.random.default_rng(0)
    ground = chance.normal(size=(40, 24))
    ground[:15] = ground[0] + 0.12 * chance.normal(size=(15, 24))
    rows = (ground + 1.5).astype(np.float32)  # as photos' vectors do, they share a direction
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    found = Finder(
        lambda texts, turn: np.zeros((len(texts), 24), np.float32), InMemory(rows), Photos.numbered(40)
    )
    found.background = measure(rows, rows[20:] * 0.5)
    for photo in (0, 7):
        hits = found.photo(rows[photo], without=[photo])
        assert hits.clear and set(hits.photo_ids[hits.bands == STRONG].tolist()) == set(range(15)) - {photo}
        named = found.query(parse('like:"x.jpg"'), Turn(), lambda path, photo=photo: rows[photo])
        assert named.clear and photo in named.photo_ids[named.bands == STRONG]
    alone = found.photo(rows[30], without=[30])
    assert not alone.clear
