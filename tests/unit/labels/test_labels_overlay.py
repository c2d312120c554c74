"""A photo drawn with its regions: every shape, every script, colours where they belong."""

import numpy as np
import pytest
from PIL import Image

from core.labels.overlay import LONG_SIDE, Named, draw

HALVES = np.zeros((2, 4, 4), np.uint8)
HALVES[0, :, :2] = 255
HALVES[1, :, 2:] = 255
NAMES = [Named("dog", 0.5, (0.25, 0.5)), Named("grass", 0.5, (0.75, 0.5))]


def grey(width, height):
    return np.full((height, width, 3), 128, np.uint8)


def test_each_half_has_its_own_tint_and_the_legend_stands_below():
    drawn = np.asarray(draw(grey(600, 400), HALVES, NAMES)).astype(int)
    assert drawn.shape[0] > 400
    assert drawn.shape[1] == 600
    left, right = drawn[40, 40], drawn[40, 560]
    assert np.abs(left - right).sum() > 60
    for tint in (left, right):
        assert np.abs(tint - 128).sum() > 30
    assert (drawn[40, 297:303] == 255).all(axis=1).any()  # a white line where they meet
    assert (drawn[401:403] > 250).all()
    legend = drawn[400:]
    assert (np.abs(legend - 255).sum(axis=2) > 60).sum() > 200


def test_what_has_no_name_is_grey_and_says_unclear():
    plain = draw(grey(600, 400), HALVES, NAMES)
    unnamed = draw(grey(600, 400), HALVES, [NAMES[0], Named("", 0.5, (0.75, 0.5))])
    tint = np.asarray(unnamed)[40, 560].astype(int)
    assert np.ptp(tint) <= 6
    assert np.asarray(plain).shape == np.asarray(unnamed).shape
    other = draw(grey(600, 400), HALVES, [NAMES[0], Named("", 0.5, (0.75, 0.5))], unnamed="unklar")
    assert (np.asarray(other) != np.asarray(unnamed)).any()


@pytest.mark.parametrize("size", [(1, 1), (2000, 100), (100, 2000), (5000, 3)])
def test_any_shape_is_drawn_and_stays_small(size):
    drawn = draw(grey(*size), HALVES, NAMES)
    assert drawn.width <= LONG_SIDE
    assert drawn.height < LONG_SIDE + 200
    assert drawn.mode == "RGB"


def test_nothing_found_is_the_photo_itself():
    pixels = grey(300, 200)
    drawn = draw(pixels, np.zeros((0, 4, 4), np.uint8), [])
    assert (np.asarray(drawn)[:200, :300] == pixels).all()


def test_names_in_any_script_and_length():
    names = ["собака", "狗", "x" * 10_000, "café", "🐕"]
    planes = np.zeros((5, 5, 5), np.uint8)
    for row in range(5):
        planes[row, row] = 255
    found = [Named(name, 0.2, (0.5, row / 5 + 0.1)) for row, name in enumerate(names)]
    drawn = draw(grey(640, 480), planes, found)
    assert drawn.width == 640
    assert isinstance(drawn, Image.Image)
