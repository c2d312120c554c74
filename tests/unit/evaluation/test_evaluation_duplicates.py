from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from core.errors import Cancelled
from core.evaluation.copies import WAYS
from core.evaluation.duplicates import ORIGINAL, Report, evaluate_duplicates, lines_of
from core.jobs import Token
from core.search.duplicate_kinds import ALIKE, BYTES, KINDS, MOMENT, RESAVED
from tests.photos import make_photos

PHOTOS = 60


def small(pixels: Sequence[NDArray[np.uint8]]) -> NDArray[np.float32]:
    """A simple encoder: the photo at 6 × 6 pixels."""
    rows = np.stack(
        [np.asarray(Image.fromarray(one).resize((6, 6)), np.float32).ravel() - 128 for one in pixels]
    )
    return (rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)).astype(np.float32)


def blind(pixels: Sequence[NDArray[np.uint8]]) -> NDArray[np.float32]:
    """One that sees nothing at all."""
    return np.tile(np.eye(1, 8, dtype=np.float32), (len(pixels), 1))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("photos")
    made = make_photos(folder, PHOTOS, size=(160, 120))
    (folder / "broken.jpg").write_bytes(b"no photo")
    return [*made, folder / "broken.jpg", folder / "missing.jpg"]


@pytest.fixture(scope="module")
def report(files: list[Path]) -> Report:
    return evaluate_duplicates(files, small, (64, 48), rounds=2)


def test_every_way_is_made_and_every_copy_is_found_or_missed(report: Report) -> None:
    assert report.photos == PHOTOS
    assert set(report.wanted) == {way.name for way in WAYS}
    assert sum(report.wanted.values()) == 2 * PHOTOS + 2 * PHOTOS // len(WAYS)  # bursts have two
    for name, count in report.wanted.items():
        assert count == sum(report.as_kind.get((name, kind), 0) for kind in (*KINDS, ""))
    assert sum(report.card.values()) == sum(report.wanted.values())


def test_what_this_encoder_can_see_is_found(report: Report) -> None:
    assert report.recall(BYTES) == report.precision(BYTES) == 1
    assert report.precision(RESAVED) > 0.95 and report.recall(RESAVED) > 0.7
    assert report.precision(MOMENT) > 0.8 and report.recall(MOMENT) > 0.5
    assert 0 < report.recall(ALIKE) < 1
    assert all((name, True, "here") in report.card for name in ("same file",))
    assert not any(state != "new" for way, had, state in report.card if not had and way != ORIGINAL)


def test_an_encoder_that_sees_nothing_is_not_praised(files: list[Path]) -> None:
    """All photos within seconds look the same to it; only what the looks tell stays right."""
    report = evaluate_duplicates(files, blind, (64, 48), rounds=1)
    assert report.precision(MOMENT) < 0.6 < report.precision(RESAVED)
    assert report.strangers[MOMENT] > 10
    assert {kind for _, _, kind, _ in report.pairs} >= {MOMENT}


def test_the_same_seed_makes_the_same_report(files: list[Path], report: Report) -> None:
    few = files[:12]
    one, again, other = (evaluate_duplicates(few, small, (64, 48), rounds=1, seed=seed) for seed in (1, 1, 2))
    assert one == again
    assert one.wanted != other.wanted


def test_the_table_tells_all(report: Report) -> None:
    text = "\n".join(lines_of(report))
    for word in (*KINDS, *report.wanted, f"{PHOTOS} photos"):
        assert word in text
    assert f"{report.recall(RESAVED):.3f}" in text


def test_nothing_to_read_and_a_cancel(files: list[Path]) -> None:
    assert evaluate_duplicates(files[-2:], small, (64, 48)).photos == 0
    token = Token()

    def stop(done: int, total: int) -> None:
        assert 0 < done <= total
        token.cancel()

    with pytest.raises(Cancelled):
        evaluate_duplicates(files, small, (64, 48), token=token, progress=stop)
