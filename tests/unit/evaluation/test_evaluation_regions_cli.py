"""``recollect evaluate`` over photos with masks, with tiny models: every figure is there and in its bounds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from typer.testing import CliRunner

from app.cli.program import app
from tests.photos import make_photos
from tests.tiny_models import make_tiny, make_tiny_regions

NAMES = ["dog", "boat"]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tiny models, five photos with captions, four with masks."""
    folder = tmp_path_factory.mktemp("evaluate")
    make_tiny_regions(folder / "regions", make_tiny("align", folder / "align"))
    files = make_photos(folder / "photos", 5)
    captions = {file.name: ["a dog in the snow", f"boat {number}"] for number, file in enumerate(files)}
    (folder / "captions.json").write_text(json.dumps(captions))
    (folder / "masks" / "val").mkdir(parents=True)
    chance = np.random.default_rng(0)
    for number in range(4):
        picture = chance.integers(0, 255, (60, 80, 3)).astype(np.uint8)
        mask = np.zeros((60, 80), np.uint8)
        mask[10:50, 5:45] = number % 2 + 1
        Image.fromarray(picture).save(folder / "masks" / "val" / f"{number}.webp")
        Image.fromarray(mask).save(folder / "masks" / "val" / f"{number}.png")
    (folder / "masks" / "categories.json").write_text(json.dumps({"classes": ["background", *NAMES]}))
    return folder


def run(place: Path, *arguments: str) -> tuple[int, Any]:
    models = ("--model", str(place / "align"), "--segmenter", str(place / "regions"))
    done = CliRunner().invoke(app, ["evaluate", *arguments, *models], prog_name="recollect")
    return done.exit_code, done


def test_parts_are_measured_against_masks(place: Path, own_home: Path) -> None:
    code, done = run(place, "--masks", str(place / "masks" / "val"), "--json")
    assert code == 0, done.output
    told = json.loads(done.stdout)["masks"][str(place / "masks" / "val")]
    assert (told["photos"], told["votes"], told["several"]) == (4, 4, 0)
    assert 0 <= told["pointing"] <= 1 and 0 <= told["whole"] <= 1 and set(told["iou"]) == set(NAMES)


def test_pasted_things_are_measured(place: Path, own_home: Path) -> None:
    asked = (str(place / "captions.json"), str(place / "photos"), "--regions")
    code, done = run(place, *asked, "--masks", str(place / "masks" / "val"))
    assert code == 0, done.output
    assert "5 things pasted into 5 photos" in done.stdout and "R@10 of 10 captions: 1.0000" in done.stdout


def test_what_is_missing_is_said(place: Path, own_home: Path) -> None:
    for arguments in (("--regions", "--masks", "x"), (str(place / "captions.json"),)):
        assert run(place, *arguments)[0] == 2
    asked = (str(place / "captions.json"), str(place / "photos"), "--regions")
    assert run(place, *asked)[0] == 2
