"""Regions as they are painted: outlines, the place under the pointer, turned views, finer outlines."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor

from app.viewer.place import Place
from app.viewer.region_choice import Choice
from app.viewer.region_shapes import Shapes, enlarged, grid_of, heat_image, outline, refined, to_view
from core.library.region_values import PhotoRegions, RegionInfo


def info(label, point=(0.5, 0.5), groups=(0,), share=0.3):
    return RegionInfo(label, label.title(), 0.8, "very", share, (0, 0, 1, 1), point, (), groups)


def halves(labels=("dog", "grass"), rows=20, columns=20, split=10, finer=False):
    """The left part is the first region, the right one the second; the lowest row is none."""
    planes = np.zeros((2, rows, columns), np.uint8)
    planes[0, :-1, :split] = 240
    planes[1, :-1, split:] = 240
    regions = (info(labels[0], (0.2, 0.5)), info(labels[1], (0.8, 0.5), (1,)))
    return PhotoRegions(1, regions, planes, "everyday", "Tiny", finer)


def test_the_place_under_the_pointer_is_inside_its_outline():
    shapes = Shapes(halves(), 1.5)
    for x, y, region in ((0.1, 0.3, 0), (0.45, 0.6, 0), (0.55, 0.1, 1), (0.99, 0.02, 1)):
        assert shapes.at(x, y) == region
        assert shapes.path(region).contains(QPointF(x, y))
        assert not shapes.path(1 - region).contains(QPointF(x, y))
    assert shapes.at(0.5, 0.999) is None  # the row that belongs to none
    assert shapes.at(1.2, 0.5) is None
    assert shapes.at(0.5, -0.01) is None


def test_outlines_of_neighbours_meet_and_keep_to_the_photo():
    shapes = Shapes(halves(), 1.0)
    left, right = shapes.path(0).boundingRect(), shapes.path(1).boundingRect()
    assert left.right() == pytest.approx(0.5, abs=0.01)
    assert right.left() == pytest.approx(0.5, abs=0.01)
    assert (left.left(), left.top()) == pytest.approx((0, 0), abs=0.01)
    assert left.bottom() == pytest.approx(0.95, abs=0.02)


def test_an_outline_goes_around_holes_and_leaves_specks_out():
    y, x = np.mgrid[0:80, 0:80]
    away = np.hypot(x - 40, y - 40)
    ring = np.where((away < 30) & (away > 12), 1.0, -1.0).astype(np.float32)
    ring[2, 2] = 1
    path = outline(ring)
    assert path.contains(QPointF(0.5, 0.5 + 20 / 80))
    assert not path.contains(QPointF(0.5, 0.5))
    assert path.boundingRect().left() > 0.1
    assert outline(np.full((5, 5), -1, np.float32)).isEmpty()
    assert outline(np.full((50, 50), 1, np.float32)).boundingRect().width() == pytest.approx(1, abs=0.03)


def test_saddles_are_walked_through_without_end():
    board = np.where((np.indices((120, 120)) // 20).sum(axis=0) % 2, 1.0, -1.0).astype(np.float32)
    assert outline(board).elementCount() > 100


def test_a_name_stands_inside_its_outline():
    shapes = Shapes(halves(), 1.0)
    assert shapes.inner(0, (0.2, 0.5)) == (0.2, 0.5)
    assert shapes.at(*shapes.inner(0, (0.9, 0.5))) == 0  # a finer outline leaves the point out


def test_a_tint_is_strongest_inside_and_soft_at_its_edge():
    image = Shapes(halves(), 1.0).tint([(0, QColor(0, 0, 255, 100))])
    wide = image.width()
    inside, edge, outside = (
        image.pixelColor(int(wide * x), image.height() // 2).alpha() for x in (0.2, 0.5, 0.8)
    )
    assert inside == pytest.approx(100, abs=1)
    assert 0 < edge < inside
    assert outside == 0


def test_a_smooth_plane_keeps_flat_parts_flat():
    flat = enlarged(np.full((1, 7, 9), 200, np.uint8), 70, 90)
    assert flat.shape == (1, 70, 90)
    assert flat == pytest.approx(200)


@pytest.mark.parametrize("aspect", [20.0, 0.05, 1.0])
def test_panoramas_have_shapes_too(aspect):
    rows, columns = grid_of(aspect)
    assert min(rows, columns) >= 96
    assert Shapes(halves(), aspect).prepare().at(0.9, 0.5) == 1


def test_a_photo_without_regions():
    empty = PhotoRegions(1, (), np.zeros((0, 28, 28), np.uint8), "everyday", "Tiny")
    assert Shapes(empty, 1.5).prepare().at(0.5, 0.5) is None


@pytest.mark.parametrize("turns", range(4))
def test_points_follow_the_turned_view(turns):
    place = Place(width=400, height=200)
    place.frame(1000, 800)
    place.turn(turns)
    view = to_view(place, 2.0)
    left, top, wide, high = (one / 2 for one in place.rect())
    corner = view.map(QPointF(0, 0))
    expected = [(left, top), (left + wide, top), (left + wide, top + high), (left, top + high)][turns]
    assert (corner.x(), corner.y()) == pytest.approx(expected)
    back, possible = view.inverted()
    assert possible
    point = back.map(view.map(QPointF(0.3, 0.9)))
    assert (point.x(), point.y()) == pytest.approx((0.3, 0.9))


def test_finer_outlines_keep_names_order_and_what_lies_elsewhere():
    coarse = halves()
    sharp = halves(("grass", "dog"), 60, 60, split=34)  # the other way round
    same = refined(coarse, halves(("dog", "grass"), 60, 60, split=34))
    assert same.finer
    assert same.regions == coarse.regions
    assert Shapes(same, 1).at(0.53, 0.4) == 0
    other = refined(coarse, sharp)  # its dog lies where the grass was: not the same dog
    assert Shapes(other, 1).at(0.53, 0.4) == 1
    assert Shapes(refined(coarse, halves(("cat", "tree"), 60, 60, 34)), 1).at(0.53, 0.4) == 1
    empty = PhotoRegions(1, (), np.zeros((0, 9, 9), np.uint8), "everyday", "Tiny")
    assert (refined(coarse, empty).planes == coarse.planes).all()


def test_other_words_keep_what_is_chosen_under_its_place():
    choice = Choice()
    choice.take(halves())
    choice.choose(1)
    choice.draw((0.1, 0.1, 0.2, 0.2), add=True)
    choice.drawn((0.1, 0.1, 0.2, 0.2))[0].info = info("dog")
    swapped = halves(("plant", "animal"))
    swapped = PhotoRegions(
        1, swapped.regions[::-1], swapped.planes[::-1], vocabulary="coco", model="Tiny", finer=False
    )
    anew = choice.take(swapped)
    assert choice.regions == (0,)
    assert choice.infos[0].label == "animal"
    assert [one.box for one in anew] == [(0.1, 0.1, 0.2, 0.2)]
    assert not choice.complete
    assert not choice.refine(halves())  # of the words before


def test_heat_darkens_what_agrees_little():
    heat = np.zeros((10, 10), np.float32)
    heat[:, 5:] = 1
    image = heat_image(heat, 1.0, QColor("#ffd27a"))
    dark, lit = (image.pixelColor(int(image.width() * x), image.height() // 2) for x in (0.1, 0.9))
    assert dark.alpha() > 2 * lit.alpha()
    assert lit.red() > dark.red()
