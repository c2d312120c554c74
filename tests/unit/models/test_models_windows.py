"""Windows over large and wide photos: they cover everything, and their groups come together again."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from core.models.groups import Segmentation, resized
from core.models.windows import MOST_NEW, MOST_WINDOWS, Layout, cut, joined

SHAPES = [(1, 1), (300, 400), (400, 300), (3000, 4000), (50, 1000), (1000, 50), (1, 60_000), (448, 448)]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(
    ("side", "grid"), [((224, 224), (14, 14)), ((448, 448), (28, 28)), ((32, 32), (5, 5))]
)
def test_windows_cover_the_whole_photo(
    shape: tuple[int, int], side: tuple[int, int], grid: tuple[int, int]
) -> None:
    pixels = np.zeros((*shape, 3), np.uint8)
    windows, layout = cut(pixels, side, grid)
    assert {window.shape for window in windows} == {(*side, 3)}
    assert 1 <= len(windows) == len(layout.places) <= MOST_WINDOWS
    seen = np.zeros(layout.cells, int)
    for top, left in layout.places:
        assert 0 <= top <= layout.cells[0] - grid[0] and 0 <= left <= layout.cells[1] - grid[1]
        seen[top : top + grid[0], left : left + grid[1]] += 1
    assert seen.min() >= 1


def test_windows_are_finer_than_the_squeezed_photo_and_keep_its_shape() -> None:
    _, layout = cut(np.zeros((3000, 4000, 3), np.uint8), (224, 224), (14, 14))
    assert layout.cells == (28, 37), "448 pixels on the short side"
    _, larger = cut(np.zeros((3000, 4000, 3), np.uint8), (448, 448), (28, 28))
    assert larger.cells == (42, 56)


def test_a_window_holds_the_pixels_at_its_place() -> None:
    pixels = np.zeros((448, 896, 3), np.uint8)
    pixels[..., 0] = np.linspace(0, 255, 896).astype(np.uint8)
    pixels[..., 1] = np.linspace(0, 255, 448).astype(np.uint8)[:, None]
    windows, layout = cut(pixels, (224, 224), (14, 14))
    for window, (top, left) in zip(windows, layout.places, strict=True):
        expected = pixels[top * 16 : top * 16 + 224, left * 16 : left * 16 + 224]
        assert np.abs(window.astype(int) - expected).max() <= 1


@pytest.mark.parametrize("mode", ["L", "RGBA"])
def test_grey_and_transparent_photos(mode: str) -> None:
    pixels = np.asarray(Image.new(mode, (60, 40), 200 if mode == "L" else (200, 200, 200, 255)))
    for given in (pixels, pixels[..., None]) if mode == "L" else (pixels,):
        windows, _ = cut(given, (32, 32), (8, 8))
        assert all((window == 200).all() for window in windows)


def unit(rows: np.ndarray) -> np.ndarray:
    return (rows / np.linalg.norm(rows, axis=-1, keepdims=True)).astype(np.float32)


def seen(part: np.ndarray, vectors: np.ndarray, random: np.random.Generator, noise: float) -> Segmentation:
    """What a network would say of a map of things: their groups in any order, a little wrong."""
    order = random.permutation(np.unique(part))
    rows = unit(vectors[order] + random.normal(0, noise, (len(order), vectors.shape[1])))
    return Segmentation(rows, (part[None] == order[:, None, None]).astype(np.float32))


@pytest.mark.parametrize("noise", [0.0, 0.03, 0.05])
@pytest.mark.parametrize("unseen", [0, 1])
def test_windows_draw_the_outlines_and_find_what_was_not_seen(noise: float, unseen: int) -> None:
    random = np.random.default_rng(5)
    truth = np.linalg.qr(random.normal(size=(32, 32)))[0][:5].astype(np.float32)
    bands = (np.arange(40) * 5 // 40)[None].repeat(16, axis=0)
    coarse = bands[::4, ::5].copy()  # eight columns: a band is not quite two of them
    small = np.where(coarse == 4, 3, coarse) if unseen else coarse
    whole = seen(small, truth, random, noise)
    layout = Layout((16, 40), (8, 8), tuple((t, c) for t in (0, 4, 8) for c in range(0, 33, 4)))
    found = [seen(bands[t : t + 8, c : c + 8], truth, random, noise) for t, c in layout.places]
    one = joined(layout, found, whole)
    assert np.array_equal(one.embeddings[: len(whole.embeddings)], whole.embeddings), "the same parts"
    assert len(one.embeddings) - len(whole.embeddings) == unseen, "and what is new, once"
    names = (one.embeddings @ truth.T).argmax(axis=1)
    right = names[one.assignment.argmax(axis=0)] == bands
    at_once = (whole.embeddings @ truth.T).argmax(axis=1)[resized(whole.assignment, 16, 40).argmax(axis=0)]
    assert right[4:-4, 4:-4].mean() > 0.97, "at the photo's border few windows speak"
    assert right.mean() > (at_once == bands).mean()
    assert np.abs(one.assignment.sum(axis=0) - 1).max() < 1e-5


def test_many_unlike_new_groups_become_few() -> None:
    random = np.random.default_rng(0)
    layout = Layout((8, 48), (8, 8), tuple((0, left) for left in range(0, 41, 4)))
    found = []
    for _ in layout.places:
        shares = random.dirichlet(np.ones(8), (8, 8)).transpose(2, 0, 1)
        found.append(Segmentation(unit(random.normal(size=(8, 64))), shares.astype(np.float32)))
    whole = Segmentation(unit(random.normal(size=(2, 64))), np.full((2, 8, 8), 0.5, np.float32))
    one = joined(layout, found, whole)
    assert one.embeddings.shape == (2 + MOST_NEW, 64) and one.assignment.shape == (2 + MOST_NEW, 8, 48)
    assert np.abs(one.assignment.sum(axis=0) - 1).max() < 1e-5
    assert np.abs(np.linalg.norm(one.embeddings, axis=1) - 1).max() < 1e-5


def test_a_single_window_that_sees_the_same_changes_nothing() -> None:
    random = np.random.default_rng(1)
    given = Segmentation(
        unit(random.normal(size=(3, 32))),
        random.dirichlet(np.ones(3), (8, 8)).transpose(2, 0, 1).astype(np.float32),
    )
    one = joined(Layout((8, 8), (8, 8), ((0, 0),)), [given], given)
    assert np.allclose(one.assignment, given.assignment, atol=1e-6)
