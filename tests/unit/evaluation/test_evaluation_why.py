from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from core.errors import RecollectError
from core.evaluation.why import judged, measure_why, table
from core.jobs import Cancelled, Token, Turn

Floats = NDArray[np.float32]
COLOURS = {"cat": (255, 0, 0), "dog": (0, 255, 0)}


class Colourful:
    """An encoder of 8 × 8 cells that knows a cat by its red, a dog by its green and calls a cow nothing."""

    card = SimpleNamespace(name="Colourful", templates=("a photo of {}", "{}"))
    supports_dense = True

    def prepare_dense(self, pixels: NDArray[np.uint8]) -> Floats:
        squeezed = Image.fromarray(pixels).resize((8, 8), Image.Resampling.BOX)
        return np.asarray(squeezed, np.float32) / 255

    def dense(self, prepared: Floats, turn: Turn) -> Floats:
        turn.token.check()
        return np.concatenate([prepared, np.full((8, 8, 5), 0.3, np.float32)], axis=2)

    def encode_texts(self, texts: Sequence[str], turn: Turn) -> Floats:
        rows = np.zeros((len(texts), 8), np.float32)
        for row, text in zip(rows, texts, strict=True):
            row[3:] = np.random.default_rng(list(text.encode())).normal(size=5)
            row[:3] = (
                9 * np.eye(3)[0]
                if "cat" in text.split()
                else 9 * np.eye(3)[1]
                if "dog" in text.split()
                else 0
            )
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four photos of 80 × 64: a cat in one quarter, a dog in another; a dot of a cow."""
    made = tmp_path / "val"
    made.mkdir()
    (tmp_path / "categories.json").write_text(json.dumps({"classes": ["background", "cat", "dog", "cow"]}))
    for number in range(4):
        pixels, mask = np.full((64, 80, 3), 40, np.uint8), np.zeros((64, 80), np.uint8)
        for value, name in ((1, "cat"), (2, "dog")):
            if value == 1 or number < 2:
                rows = slice(0, 32) if value == 1 else slice(32, 64)
                pixels[rows, 40:], mask[rows, 40:] = COLOURS[name], value
        mask[0:4, 0:4] = 3
        mask[:, 38:40] = 255
        Image.fromarray(pixels).save(made / f"{number}.webp", lossless=True)
        Image.fromarray(mask).save(made / f"{number}.png")
    (made / "unmasked.webp").write_bytes((made / "0.webp").read_bytes())
    return made


def measured(folder: Path, **more: Any) -> Any:
    encoder: Any = Colourful()
    return measure_why(encoder, folder, **more)


def test_heat_in_the_right_place_is_counted(folder: Path) -> None:
    seen: list[tuple[int, int]] = []
    figures = measured(folder, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert figures.photos == 4
    # The cow covers less than a hundredth.
    assert [(row.name, row.photos) for row in figures.rows] == [("cat", 4), ("dog", 2)]
    for row in (*figures.rows, figures.overall):
        assert row.covered == pytest.approx(32 * 40 / (64 * 78))
        assert row.inside > 0.75
        assert row.hottest == 1
    assert figures.overall.photos == 6
    expected = (4 * figures.rows[0].inside + 2 * figures.rows[1].inside) / 6
    assert figures.overall.inside == pytest.approx(expected)
    lines = table(figures).splitlines()
    assert [line.split()[0] for line in lines[1:]] == ["all", "cat", "dog"]


def test_heat_in_the_wrong_place_is_counted_too(folder: Path) -> None:
    (folder.parent / "categories.json").write_text(json.dumps({"classes": ["background", "dog", "cat"]}))
    figures = measured(folder)
    # Both are on the right, in each other's place; where only red is, "dog" has nowhere to be.
    assert figures.overall.inside < figures.overall.covered
    assert figures.overall.hottest < 0.5


def test_shares_by_hand() -> None:
    mask = np.array([[1, 1, 0, 0], [1, 255, 0, 0]], np.uint8)
    hot = np.array([[0.5, 0, 0.25, 0], [0, 1, 0, 0.25]], np.float32)
    assert judged(hot, mask, 1) == pytest.approx((0.5, 3 / 7, 1.0))
    assert judged(np.fliplr(hot).copy(), mask, 1)[2] == 0
    # No heat at all is as good as knowing nothing.
    assert judged(np.zeros_like(hot), mask, 1)[:2] == pytest.approx((3 / 7, 3 / 7))


def test_what_cannot_be_measured_is_said(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(RecollectError) as caught:
        measured(tmp_path / "nowhere")
    assert caught.value.code == "folder.missing"
    (tmp_path / "empty").mkdir()
    with pytest.raises(RecollectError) as caught:
        measured(tmp_path / "empty")
    assert caught.value.code == "evaluate.bad_masks"
    token = Token()
    token.cancel()
    with pytest.raises(Cancelled):
        measured(folder, token=token)
    blind: Any = SimpleNamespace(supports_dense=False, card=Colourful.card)
    with pytest.raises(RecollectError) as caught:
        measure_why(blind, folder)
    assert caught.value.code == "model.no_map" and "Colourful" in str(caught.value)
