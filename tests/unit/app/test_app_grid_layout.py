import numpy as np
import pytest

from app.grid.layout import GAP, MARGIN, NARROWEST, NEARLY_FULL, RIGHT, TALLEST, WIDEST, Layout, justify


def naive(aspects: list[float], starts: list[int], headings: list[int], width: int, tile: int):
    """The same rules, one photo after the other: rows as (first, end, height, filled)."""
    room = max(width - MARGIN - RIGHT, tile // 2)
    shapes = [min(max(a, NARROWEST), WIDEST) for a in aspects]
    rows = []
    for begin, end in zip(starts, [*starts[1:], len(shapes)], strict=True):
        at = begin
        while at < end:
            stop, natural = at, 0.0
            while stop < end and natural + GAP * (stop - at - 1) < room:
                natural += shapes[stop] * tile
                stop += 1
            full = natural + GAP * (stop - at - 1) >= room

            def height(to: int, at: int = at) -> float:
                return max(room - GAP * (to - at - 1), 1) / sum(shapes[at:to])

            if full:
                more, less = height(stop), height(max(stop - 1, at + 1))
                if less * more < tile * tile and less <= TALLEST * tile:
                    stop = max(stop - 1, at + 1)
                    high = less
                else:
                    high = more
            else:
                high = height(stop)
                if high * NEARLY_FULL > tile:
                    high = float(tile)
            rows.append((at, stop, min(high, TALLEST * tile), full))
            at = stop
    return rows


def lay(aspects, starts=(0,), heading=40, width=1000, tile=160) -> Layout:
    headings = np.full(len(starts), heading, np.int64)
    return justify(np.array(aspects, np.float32), np.array(starts, np.int64), headings, width, tile)


@pytest.mark.parametrize("seed", range(12))
def test_rows_equal_the_obvious_way(seed):
    rng = np.random.default_rng(seed)
    count = int(rng.integers(1, 400))
    aspects = rng.choice([1.5, 4 / 3, 0.75, 2 / 3, 1.0, 16 / 9, 0.5, 3.0], count).astype(np.float32)
    starts = np.unique(np.concatenate(([0], rng.integers(0, count, count // 20))))
    width, tile = int(rng.integers(300, 2600)), int(rng.integers(80, 257))
    layout = lay(aspects, starts.tolist(), width=width, tile=tile)
    expected = naive([float(a) for a in aspects], starts.tolist(), [40] * len(starts), width, tile)
    assert layout.first.tolist() == [row[0] for row in expected] + [count]
    assert np.abs(layout.h - np.array([row[2] for row in expected])).max() <= 0.5 + 1e-6


@pytest.mark.parametrize("seed", range(6))
def test_rows_fill_the_width_without_overlap(seed):
    rng = np.random.default_rng(seed)
    aspects = np.exp(rng.normal(0.2, 0.4, 500)).astype(np.float32)
    starts = [0, 130, 131, 377]
    layout = lay(aspects, starts, width=1211)
    right = 1211 - RIGHT
    ends_of_sections = set(starts[1:]) | {500}
    for row in range(layout.rows):
        begin, end = int(layout.first[row]), int(layout.first[row + 1])
        x, w = layout.x[begin:end], layout.w[begin:end]
        assert x[0] == MARGIN
        assert (x[1:] - (x[:-1] + w[:-1]) == GAP).all()
        if end not in ends_of_sections:
            assert x[-1] + w[-1] == right
            assert layout.h[row] <= TALLEST * 160 + 1
        else:
            assert x[-1] + w[-1] <= right
    assert (layout.y[1:] >= layout.y[:-1] + layout.h[:-1] + GAP).all()
    assert layout.height > layout.y[-1] + layout.h[-1]
    for section, start in enumerate(starts):
        row = layout.row_of(start)
        assert layout.first[row] == start
        assert layout.heading_y[section] + 40 == layout.y[row]


def test_tiles_keep_their_shape():
    aspects = np.array([1.5, 0.75, 1.0, 1.333, 0.667] * 40, np.float32)
    layout = lay(aspects)
    shapes = layout.w / layout.h[np.repeat(np.arange(layout.rows), np.diff(layout.first))]
    assert np.abs(shapes / aspects - 1).max() < 0.02


def test_nothing_to_show():
    layout = lay([], starts=())
    assert (len(layout), layout.rows, layout.height) == (0, 0, 0)
    assert layout.at(10, 10) == -1
    assert not layout.tiles_between(0, 1000)
    assert not len(layout.inside(0, 0, 100, 100))


@pytest.mark.parametrize("aspect", [np.nan, np.inf, 0.0, 1e-5, 1e5, -3.0])
def test_impossible_shapes_are_still_tiles(aspect):
    layout = lay([1.5, aspect, 1.5] * 5)
    assert (layout.w >= 1).all()
    assert (layout.h >= 1).all()
    assert layout.w.max() <= 1000


def test_a_window_too_narrow_for_one_photo():
    layout = lay([1.5] * 10, width=20, tile=256)
    assert layout.rows == 10
    assert (layout.w > 0).all()


def test_points_and_rectangles_find_their_tiles():
    layout = lay(np.random.default_rng(3).uniform(0.5, 2, 300), [0, 50, 170])
    for index in (0, 1, 49, 50, 169, 170, 299):
        x, y, w, h = layout.rect(index)
        assert layout.at(x, y) == layout.at(x + w - 1, y + h - 1) == index
        assert layout.at(x, y - 1) != index
        assert layout.at(x + w, y) != index
        assert index in layout.inside(x + 1, y + 1, 1, 1)
    rng = np.random.default_rng(4)
    for _ in range(50):
        x, y = int(rng.integers(0, 1000)), int(rng.integers(0, layout.height))
        w, h = int(rng.integers(1, 600)), int(rng.integers(1, 900))
        slow = []
        for index in range(300):
            tx, ty, tw, th = layout.rect(index)
            if tx < x + w and tx + tw > x and ty < y + h and ty + th > y:
                slow.append(index)
        assert layout.inside(x, y, w, h).tolist() == slow


def test_up_and_down_go_to_the_nearest_middle():
    layout = lay([1.0] * 30)
    below = layout.above_or_below(2, 1)
    assert layout.row_of(below) == 1
    assert layout.above_or_below(below, -1) == 2
    assert layout.above_or_below(2, -1) == 2
    assert layout.row_of(layout.above_or_below(2, 99)) == layout.rows - 1


@pytest.mark.bench
def test_a_hundred_thousand_photos_cost_little_more_than_sorting_them(capsys):
    import time

    rng = np.random.default_rng(0)
    aspects = rng.uniform(0.5, 2, 100_000).astype(np.float32)
    starts = np.unique(np.concatenate(([0], rng.integers(1, 100_000, 3000))))
    headings = np.full(len(starts), 44, np.int64)

    def cost(work) -> float:
        times = []
        for _ in range(20):
            begin = time.process_time()
            work()
            times.append(time.process_time() - begin)
        return float(np.median(times)) * 1000

    layout = cost(lambda: justify(aspects, starts, headings, 1050, 160))
    ceiling = cost(lambda: np.sort(rng.permutation(aspects)))
    with capsys.disabled():
        print(f"\nlayout of 100,000: {layout:.1f} CPU-ms; sorting them: {ceiling:.1f} CPU-ms")
    assert layout < 12 * ceiling
