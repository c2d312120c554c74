"""Named hits above all others, and orders within the bands, against sorting in plain Python."""

from __future__ import annotations

import numpy as np
import pytest

from core.search.hits import POSSIBLE, REST, STRONG, Hits, in_order, named_first


def hits(seed: int, count: int = 60, clear: bool = True) -> Hits:
    random = np.random.default_rng(seed)
    bands = np.sort(random.integers(STRONG, REST + 1, count)) if clear else np.full(count, REST)
    return Hits(
        photo_ids=random.permutation(count * 3)[:count].astype(np.int64),
        scores=np.sort(random.random(count).astype(np.float32))[::-1],
        bands=bands.astype(np.uint8),
        aspects=random.random(count).astype(np.float32),
        days=random.integers(-3, 10, count).astype(np.int32),
        clear=clear,
        exact=True,
        photos_searched=count,
        copies=random.integers(1, 4, count).astype(np.int32),
        paired=random.random(count) < 0.5,
    )


def rows(found: Hits) -> list[tuple[object, ...]]:
    names = ("photo_ids", "scores", "bands", "aspects", "days", "copies", "paired")
    return list(zip(*(getattr(found, name).tolist() for name in names), strict=True))


@pytest.mark.parametrize("seed", range(10))
def test_named_hits_stand_above_as_strong_in_their_order(seed: int) -> None:
    given = hits(seed, clear=seed % 3 > 0)
    random = np.random.default_rng(seed)
    named = np.sort(random.choice(given.photo_ids, seed, replace=False))
    found = named_first(given, np.append(named, 10**6))
    plain = rows(given)
    above = [(row[0], row[1], STRONG, *row[3:]) for row in plain if row[0] in set(named.tolist())]
    assert rows(found) == above + [row for row in plain if row[0] not in set(named.tolist())]
    assert (found.named, found.clear) == (seed, given.clear or seed > 0)
    assert np.all(np.diff(found.bands.astype(int)) >= 0)


@pytest.mark.parametrize("seed", range(10))
def test_an_order_keeps_the_cut_between_bands(seed: int) -> None:
    given = named_first(hits(seed), hits(seed).photo_ids[5 : 5 + seed])
    random = np.random.default_rng(seed)
    key, tie = random.integers(0, 6, 60), random.integers(0, 3, 60)
    found = in_order(given, [tie, key])

    def block(place: int) -> int:
        return -1 if place < given.named else int(given.bands[place])

    places = sorted(range(60), key=lambda place: (block(place), key[place], tie[place], place))
    assert rows(found) == [rows(given)[place] for place in places]
    for band in (STRONG, POSSIBLE, REST):
        assert np.count_nonzero(found.bands == band) == np.count_nonzero(given.bands == band)
    assert set(found.photo_ids[: given.named]) == set(given.photo_ids[: given.named])
