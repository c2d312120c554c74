from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from numpy.typing import NDArray

from core.errors import RecollectError
from core.labels.regions import (
    NOBODY,
    UNCLEAR,
    Region,
    Scale,
    box_of,
    distances,
    inner_point,
    label_vector,
    owners,
    planes_of,
    region_at,
    regions_of,
    spread,
)
from core.library.region_values import PhotoRegions
from core.models.groups import NONE, Groups, Segmentation, compact, resized

Floats = NDArray[np.float32]
DIMENSION = 24
TERMS = 12
SCALE = Scale(temperature=30.0, threshold=0.3)


def units(rows: Floats) -> Floats:
    return (rows / np.linalg.norm(rows, axis=-1, keepdims=True)).astype(np.float32)


def terms(count: int = TERMS, seed: int = 0) -> Floats:
    return units(np.random.default_rng(seed).normal(size=(count, DIMENSION)) + 0.5)


def strangers(known: Floats, count: int) -> Floats:
    """Unit vectors at right angles to all terms and each other."""
    return np.linalg.svd(known)[2][len(known) : len(known) + count].astype(np.float32)


def groups(embeddings: Floats, places: NDArray[np.int64], ahead: int = 31) -> Groups:
    cells = np.where(places == NONE, NONE << 5, (places << 5) | ahead).astype(np.uint8)
    shares = np.bincount(places.ravel(), minlength=NONE + 1)[: len(embeddings)] / places.size
    return Groups(embeddings, shares.astype(np.float32), cells)


def photo(seed: int, rows: int = 9, columns: int = 13) -> Groups:
    """Blobs of up to six groups; two of them show one term, one is far from all terms."""
    chance = np.random.default_rng(seed)
    known = terms()
    shown = [3, 3, 7, 1, 9]
    embeddings = known[shown] + 0.3 * chance.normal(size=(5, DIMENSION)) / math.sqrt(DIMENSION)
    embeddings = np.concatenate([embeddings, strangers(known, 1) + 0.1 * chance.normal(size=(1, DIMENSION))])
    blobs = resized(chance.random((6, 3, 3)).astype(np.float32), rows, columns)
    return compact(Segmentation(units(embeddings), blobs / blobs.sum(axis=0)))


def naive(found: Groups, vectors: Floats, scale: Scale) -> list[dict[str, object]]:
    """What the regions are, group by group, term by term and cell by cell."""
    chances: list[list[float]] = []
    names: list[tuple[int, bool]] = []
    for embedding in found.embeddings:
        cosines = [sum(float(a) * float(b) for a, b in zip(embedding, v, strict=True)) for v in vectors]
        if scale.usual is not None:
            usual = sum(float(a) * float(b) for a, b in zip(embedding, scale.usual, strict=True))
            cosines = [cosine - usual for cosine in cosines]
        best = cosines.index(max(cosines))
        names.append((best, cosines[best] > scale.threshold))
        powers = [math.exp(scale.temperature * cosine) for cosine in [*cosines, scale.threshold]]
        chances.append([power / sum(powers) for power in powers[:-1]])
    rows, columns = found.cells.shape
    cells = [(r, c, int(found.cells[r, c]) >> 5) for r in range(rows) for c in range(columns)]
    regions = []
    for nearest, clear in set(names):
        name = nearest if clear else UNCLEAR
        members = [place for place in range(len(names)) if names[place] == (nearest, clear)]
        sizes = {place: sum(cell[2] == place for cell in cells) for place in members}
        members = [place for place in members if sizes[place]]
        if not members:
            continue
        total = sum(sizes.values())
        mean = [sum(chances[p][t] * sizes[p] for p in members) / total for t in range(len(vectors))]
        mine = [(r, c) for r, c, place in cells if place in members]
        ordered = sorted(range(len(vectors)), key=lambda t: (-mean[t], t))
        regions.append(
            {
                "term": name,
                "score": 0.0 if name == UNCLEAR else mean[name],
                "alternatives": [(t, mean[t]) for t in ordered if t != name][:3],
                "share": total / len(cells),
                "box": (
                    min(c for _, c in mine) / columns,
                    min(r for r, _ in mine) / rows,
                    (max(c for _, c in mine) - min(c for _, c in mine) + 1) / columns,
                    (max(r for r, _ in mine) - min(r for r, _ in mine) + 1) / rows,
                ),
                "groups": tuple(members),
            }
        )
    return sorted(regions, key=lambda region: (-region["share"], region["groups"]))  # type: ignore[operator]


@pytest.mark.parametrize("usual", [False, True])
@pytest.mark.parametrize("seed", range(6))
def test_regions_are_what_the_slow_way_finds(seed: int, usual: bool) -> None:
    found, vectors = photo(seed), terms()
    scale = Scale(30.0, 0.3, terms(40, seed=9).mean(axis=0) if usual else None)
    wanted = naive(found, vectors, scale)
    regions = regions_of(found, vectors, scale)
    assert len(regions) == len(wanted) > 1
    for region, slow in zip(regions, wanted, strict=True):
        assert (region.term, region.groups) == (slow["term"], slow["groups"])
        assert region.score == pytest.approx(slow["score"], abs=1e-4)
        assert region.share == pytest.approx(slow["share"])
        assert region.box == pytest.approx(slow["box"])
        assert [t for t, _ in region.alternatives] == [t for t, _ in slow["alternatives"]]  # type: ignore[attr-defined]
        for one, other in zip(region.alternatives, slow["alternatives"], strict=True):  # type: ignore[call-overload]
            assert one[1] == pytest.approx(other[1], abs=1e-4)


def test_groups_of_one_name_are_one_region_and_so_are_unclear_ones_nearest_to_one_term() -> None:
    known = terms()
    odd = strangers(known, 2)
    alike = units(np.stack([odd[0] + 0.1 * known[5], odd[1] + 0.1 * known[5], odd[1] + 0.1 * known[8]]))
    embeddings = np.concatenate([known[[3, 7, 3]], alike])
    places = np.array([[0, 0, 0, 1], [2, 2, 4, 1], [2, 3, 3, 5]])
    regions = regions_of(groups(embeddings, places), known, SCALE)
    assert [(region.term, region.groups) for region in regions] == [
        (3, (0, 2)),
        (UNCLEAR, (3, 4)),
        (7, (1,)),
        (UNCLEAR, (5,)),
    ]
    assert [region.share for region in regions] == pytest.approx([6 / 12, 3 / 12, 2 / 12, 1 / 12])
    assert regions[0].sure == "very" and regions[0].score > 0.9
    for one, nearest in ((1, 5), (3, 8)):
        assert (regions[one].sure, regions[one].score, len(regions[one].alternatives)) == ("unclear", 0.0, 3)
        assert regions[one].alternatives[0][0] == nearest


@pytest.mark.parametrize("seed", range(4))
def test_every_cell_of_a_group_is_in_one_region(seed: int) -> None:
    found = photo(seed)
    regions = regions_of(found, terms(), SCALE)
    owner = owners(found, regions)
    assert ((owner == NOBODY) == (found.cells >> 5 == NONE)).all()
    assert sum(region.share for region in regions) == pytest.approx((owner != NOBODY).mean())
    assert sorted(itertools.chain(*(region.groups for region in regions))) == list(
        range(len(found.embeddings))
    )
    rows, columns = owner.shape
    planes = planes_of(found, regions)
    told = PhotoRegions(1, (), planes, "voc", "model")
    for row, column in np.ndindex(owner.shape):
        hit = region_at(planes, (column + 0.5) / columns, (row + 0.5) / rows)
        assert hit == (None if owner[row, column] == NOBODY else owner[row, column])
        assert hit == told.at((column + 0.5) / columns, (row + 0.5) / rows)


def test_a_click_outside_hits_nothing_and_the_edges_are_inside() -> None:
    known = terms()
    found = groups(known[[2, 5]], np.array([[0, 1], [NONE, 1]]))
    regions = regions_of(found, known, SCALE)
    names = {(x, y): region_at(planes_of(found, regions), x, y) for x in (0.0, 1.0) for y in (0.0, 1.0)}
    assert [None if n is None else regions[n].term for n in names.values()] == [2, None, 5, 5]
    for x, y in [(-0.01, 0.5), (0.5, 1.01), (math.nan, 0.5), (0.5, math.inf)]:
        assert region_at(planes_of(found, regions), x, y) is None


@pytest.mark.parametrize("seed", range(4))
def test_the_point_of_a_region_is_in_it(seed: int) -> None:
    found = photo(seed, 17, 11)
    regions = regions_of(found, terms(), SCALE)
    for number, region in enumerate(regions):
        assert region_at(planes_of(found, regions), *region.point) == number
        left, top, width, height = region.box
        assert left < region.point[0] < left + width and top < region.point[1] < top + height


@pytest.mark.parametrize("shape", [(1, 1), (1, 20), (20, 1), (7, 12), (12, 7), (15, 15)])
@pytest.mark.parametrize("filled", [0.5, 0.85, 1.0])
def test_distances_are_those_to_every_cell_outside(shape: tuple[int, int], filled: float) -> None:
    mask = np.random.default_rng(shape[1]).random(shape) < filled
    outside = [
        (r, c)
        for r in range(-1, shape[0] + 1)
        for c in range(-1, shape[1] + 1)
        if not (0 <= r < shape[0] and 0 <= c < shape[1] and mask[r, c])
    ]
    far = distances(mask)
    for row, column in np.ndindex(shape):
        wanted = min((row - r) ** 2 + (column - c) ** 2 for r, c in outside)
        assert far[row, column] == (wanted if mask[row, column] else 0)


def test_the_inner_point_is_the_middle_of_the_widest_part() -> None:
    mask = np.zeros((20, 30), dtype=bool)
    mask[2:5, 1:29] = True
    mask[2:19, 20:29] = True
    x, y = inner_point(mask)
    assert 23 < x * 30 < 26 and 5 < y * 20 < 15
    strip = np.ones((3, 21), dtype=bool)
    assert inner_point(strip) == pytest.approx((0.5, 0.5))
    assert inner_point(np.zeros((4, 4), dtype=bool)) == (0.5, 0.5)
    assert box_of(np.zeros((4, 4), dtype=bool)) == (0.0, 0.0, 0.0, 0.0)


@pytest.mark.parametrize("seed", range(4))
def test_planes_show_each_cell_to_its_owner_only(seed: int) -> None:
    found = photo(seed)
    regions = regions_of(found, terms(), SCALE)
    planes, owner, soft = planes_of(found, regions), owners(found, regions), found.planes()
    assert planes.dtype == np.uint8 and planes.shape == (len(regions), *found.cells.shape)
    for number, region in enumerate(regions):
        for row, column in np.ndindex(owner.shape):
            value = int(planes[number, row, column])
            if owner[row, column] != number:
                assert value == 0
                continue
            own = max(float(soft[place, row, column]) for place in region.groups)
            near = owner[max(0, row - 1) : row + 2, max(0, column - 1) : column + 2]
            whole = len(region.groups) > 1 and bool((near == number).all())
            assert value == (255 if whole else pytest.approx(own * 255, abs=0.51))


def test_there_is_no_edge_where_groups_of_one_region_meet() -> None:
    known = terms()
    places = np.repeat(np.array([[0, 0, 1, 1, 2, 2]]), 4, axis=0)
    found = groups(known[[4, 4, 6]], places, ahead=0)
    regions = regions_of(found, known, SCALE)
    assert [region.groups for region in regions] == [(0, 1), (2,)]
    planes = planes_of(found, regions)
    assert (planes[0, :, :3] == 255).all() and (planes[0, :, 3] == 128).all()
    assert (planes[1, :, 4:] == 128).all()


def test_pixels_follow_the_planes() -> None:
    found = photo(2, 8, 10)
    regions = regions_of(found, terms(), SCALE)
    planes = planes_of(found, regions)
    numbers = [*range(len(regions)), NOBODY]
    for height, width in [(88, 50), (8, 10), (5, 4), (131, 171), (1, 1)]:
        full = np.concatenate([planes, np.where(planes.any(axis=0), 0, 255)[None]])
        wanted = resized(full, height, width)
        shown = spread(planes, height, width)
        assert shown.shape == (height, width) and shown.dtype == np.uint8
        chosen = np.take_along_axis(wanted, np.vectorize(numbers.index)(shown)[None], axis=0)[0]
        assert np.allclose(chosen, wanted.max(axis=0), atol=0.01)
    # The middle of every cell is its owner's.
    assert (spread(planes, 8 * 9, 10 * 9)[4::9, 4::9] == owners(found, regions)).all()


def test_a_photo_without_groups_has_no_regions() -> None:
    empty = groups(np.zeros((0, DIMENSION), dtype=np.float32), np.full((3, 4), NONE))
    assert regions_of(empty, terms(), SCALE) == []
    assert planes_of(empty, []).shape == (0, 3, 4)
    assert region_at(planes_of(empty, []), 0.5, 0.5) is None
    assert (spread(planes_of(empty, []), 6, 9) == NOBODY).all()


def test_no_terms_are_told_plainly() -> None:
    nothing = np.zeros((0, DIMENSION), dtype=np.float32)
    for attempt in (
        lambda: regions_of(photo(0), nothing, SCALE),
        lambda: label_vector(terms()[0], nothing, SCALE),
    ):
        with pytest.raises(RecollectError) as caught:
            attempt()
        assert caught.value.code == "labels.empty_vocabulary"


def test_one_term_stands_against_none() -> None:
    known = terms()
    found = groups(np.concatenate([known[:1], strangers(known, 1)]), np.array([[0, 0, 1]]))
    regions = regions_of(found, known[:1], SCALE)
    assert [region.term for region in regions] == [0, UNCLEAR]
    assert regions[0].score == pytest.approx(1 / (1 + math.exp(-30 * 0.7)), abs=1e-6)
    assert regions[0].alternatives == ()
    assert regions[1].alternatives == ((0, pytest.approx(1 / (1 + math.exp(30 * 0.3)), abs=1e-6)),)


def test_no_better_than_the_threshold_is_unclear() -> None:
    known = terms()
    usual = known.mean(axis=0)
    for mean, best in ((None, 1.0), (usual, 1.0 - float(known[0] @ usual))):
        below = label_vector(known[0], known, Scale(30.0, best - 0.01, mean))
        above = label_vector(known[0], known, Scale(30.0, best + 0.01, mean))
        assert (below.term, above.term) == (0, UNCLEAR)
        assert 0.5 < below.score < 0.65
        assert above.alternatives[0] == (0, pytest.approx(1 / (1 + math.exp(0.3)), abs=0.02))


def test_many_terms_and_twins_among_them() -> None:
    known = terms(5000, seed=4)
    twins = np.concatenate([known, known])
    found = photo(3)
    once, twice = regions_of(found, known, SCALE), regions_of(found, twins, SCALE)
    assert [region.groups for region in once] == [region.groups for region in twice]
    assert [region.term for region in once] == [region.term for region in twice]
    for one, other in zip(once, twice, strict=True):
        if one.term != UNCLEAR:
            assert 0.4 * one.score < other.score < 0.6 * one.score
            assert other.alternatives[0] == (one.term + 5000, pytest.approx(other.score))


def test_a_vector_of_ones_own_box_is_named_as_a_group_is() -> None:
    known = terms()
    found = groups(known[[8]], np.array([[0]]))
    region, named = regions_of(found, known, SCALE)[0], label_vector(known[8], known, SCALE)
    assert (named.term, named.score, named.alternatives) == (region.term, region.score, region.alternatives)
    assert named.term == 8 and named.sure == "very"
    assert label_vector(strangers(known, 1)[0], known, SCALE).sure == "unclear"


def test_the_chance_in_a_word() -> None:
    assert [Region(0, score).sure for score in (0.8, 0.5, 0.1)] == ["very", "fairly", "maybe"]
    assert Region(UNCLEAR, 0.0).sure == "unclear"


def test_a_broad_vocabulary_names_what_is_likely_enough() -> None:
    known = terms()
    vector = 0.25 * known[4] + np.sqrt(1 - 0.25**2) * strangers(known, 1)[0]
    strict, broad = Scale(30.0, 0.3), Scale(30.0, 0.3, perhaps=0.08)
    unlikely = Scale(30.0, 0.3, perhaps=0.9)
    assert label_vector(vector, known, strict).term == UNCLEAR
    found = label_vector(vector, known, broad)
    assert found.term == 4 and 0.08 <= found.score < 0.4 and found.sure == "maybe"
    assert label_vector(vector, known, unlikely).term == UNCLEAR
