"""What is kept of a photo's parts: few groups, few bytes, and nothing damaged taken for true."""

from __future__ import annotations

import struct
import zlib

import numpy as np
import pytest

from core.models.groups import LEAST_SHARE, MOST_GROUPS, NONE, Groups, Segmentation, compact, resized


def made(count: int, rows: int = 28, columns: int = 28, dimension: int = 16, seed: int = 0) -> Segmentation:
    random = np.random.default_rng(seed)
    embeddings = random.normal(size=(count, dimension)).astype(np.float32)
    embeddings /= np.linalg.norm(embeddings, axis=1, keepdims=True)
    assignment = np.exp(random.normal(0, 2, (count, rows, columns)) + np.arange(count)[:, None, None] * 0.3)
    return Segmentation(embeddings, (assignment / assignment.sum(axis=0)).astype(np.float32))


def striped(widths: list[int], dimension: int = 8) -> Segmentation:
    """One group a stripe, wholly sure."""
    owners = np.repeat(np.arange(len(widths)), widths)
    assignment = (owners[None] == np.arange(len(widths))[:, None])[:, None, :].repeat(4, axis=1)
    return Segmentation(np.eye(len(widths), dimension, dtype=np.float32), assignment.astype(np.float32))


def test_the_largest_groups_are_kept_and_small_ones_are_none_of_them() -> None:
    given = striped([1, 30, 5, 20, 10, 8, 4, 22], 8)
    groups = compact(given)
    assert len(groups.embeddings) == MOST_GROUPS
    assert [int(row.argmax()) for row in groups.embeddings] == [1, 7, 3, 4, 5, 2]
    assert np.allclose(groups.shares, [0.30, 0.22, 0.20, 0.10, 0.08, 0.05])
    places = groups.cells >> 5
    assert (places[:, 0] == NONE).all(), "1 % is too small"
    assert (places[:, 74:78] == NONE).all(), "the seventh group, although large enough"
    assert (places[:, 1:31] == 0).all() and (groups.cells[:, 1:31] & 31 == 31).all()
    assert groups.shares.min() >= LEAST_SHARE


def test_shares_and_cells_say_the_same() -> None:
    given = made(9)
    groups = compact(given)
    best = given.assignment.argmax(axis=0)
    for place, row in enumerate(groups.embeddings):
        original = int((given.embeddings @ row).argmax())
        assert np.array_equal(groups.cells >> 5 == place, best == original)
        assert np.isclose(groups.shares[place], (best == original).mean())
    assert (np.diff(groups.shares) <= 0).all()


def test_a_group_without_direction_is_none_of_them() -> None:
    given = striped([50, 50])
    given.embeddings[0] = 0
    groups = compact(given)
    assert groups.embeddings.shape == (1, 8) and groups.shares.tolist() == [0.5]
    assert (groups.cells[:, :50] >> 5 == NONE).all()


def test_a_photo_without_groups() -> None:
    given = striped([50, 50])
    given.embeddings[:] = 0
    groups = compact(given)
    again = Groups.of(groups.embeddings.astype(np.float16), groups.cells_bytes())
    assert again.embeddings.shape == (0, 8) and again.planes().shape == (0, 4, 100)


def test_what_is_stored_comes_back() -> None:
    groups = compact(made(8, rows=14, columns=20, dimension=384))
    again = Groups.of(groups.embeddings.astype(np.float16), groups.cells_bytes())
    assert np.array_equal(again.cells, groups.cells)
    assert np.array_equal(again.shares, groups.shares)
    assert (again.embeddings * groups.embeddings).sum(axis=1).min() > 0.99999
    assert np.allclose(np.linalg.norm(again.embeddings, axis=1), 1, atol=1e-6)


def test_a_photo_takes_eight_kilobytes_at_most() -> None:
    random = np.random.default_rng(1)
    assignment = random.dirichlet(np.ones(8), (28, 28)).transpose(2, 0, 1).astype(np.float32)
    groups = compact(Segmentation(random.normal(size=(8, 384)).astype(np.float32), assignment))
    assert len(groups.embeddings) == MOST_GROUPS, "the worst case: all places used, cells at random"
    assert len(groups.embeddings.astype(np.float16).tobytes()) + len(groups.cells_bytes()) <= 8192


def test_planes_are_soft_and_one_half_is_the_outline() -> None:
    given = made(6, rows=10, columns=12)
    groups = compact(given)
    planes = groups.planes()
    places = groups.cells >> 5
    assert planes.shape == (len(groups.embeddings), 10, 12) and planes.dtype == np.float32
    for place in range(len(planes)):
        assert np.array_equal(planes[place] >= 0.5, places == place)
        assert (planes[place][places != place] == 0).all()
    two = np.sort(given.assignment, axis=0)[-2:]
    ahead = two[1] / two.sum(axis=0)
    kept = places != NONE
    assert np.abs(planes.max(axis=0) - ahead)[kept].max() <= 0.5 / 31


def head(version: int, rows: int, columns: int) -> bytes:
    return struct.pack("<BHH", version, rows, columns)


GOOD = compact(striped([50, 50])).cells_bytes()
DAMAGED = {
    "nothing": b"",
    "cut head": GOOD[:4],
    "cut cells": GOOD[:-3],
    "another version": b"\x07" + GOOD[1:],
    "no cells": head(1, 0, 100) + GOOD[5:],
    "too many cells": head(1, 65535, 65535) + GOOD[5:],
    "more cells than it says": head(1, 4, 99) + GOOD[5:],
    "fewer cells than it says": head(1, 5, 100) + GOOD[5:],
    "not packed": head(1, 4, 100) + bytes(400),
    "a group that is not there": head(1, 1, 3) + zlib.compress(bytes([0, 32, 64])),
    "a bomb": head(1, 2, 2) + zlib.compress(bytes(100_000_000)),
}


@pytest.mark.parametrize("stored", DAMAGED.values(), ids=DAMAGED)
def test_damaged_bytes_are_said(stored: bytes) -> None:
    with pytest.raises(ValueError, match="map of the photo"):
        Groups.of(np.eye(2, 8, dtype=np.float16), stored)


@pytest.mark.parametrize("wrong", [np.full((2, 8), np.nan), np.zeros(8), np.zeros((7, 8))])
def test_damaged_vectors_are_said(wrong: np.ndarray) -> None:
    with pytest.raises(ValueError, match="group vector"):
        Groups.of(wrong.astype(np.float16), GOOD)


@pytest.mark.parametrize(("rows", "columns"), [(31, 57), (14, 20), (5, 3), (1, 1), (224, 224)])
def test_planes_are_resized_as_torch_does(rows: int, columns: int) -> None:
    import torch

    given = made(3, rows=14, columns=9).assignment
    theirs = torch.nn.functional.interpolate(
        torch.from_numpy(given)[None], size=(rows, columns), mode="bilinear", align_corners=False
    )[0].numpy()
    assert np.abs(resized(given, rows, columns) - theirs).max() < 1e-5
