"""Short texts out of captions, photos of known things, and what both teach."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from PIL import Image

from core.training import losses
from core.training.named import SPOKEN, read_things
from core.training.terms import RARE, RARE_PAIR, RARE_PHRASE, find_terms, spread_over


def captions() -> list[list[str]]:
    """60 photos: 45 of a dog in the snow, 15 of a cat; every second dog only in one of two captions."""
    dogs = [
        [f"A brown dog runs in the snow number{n}.", "A dog in the snow." if n % 2 else "Cold."]
        for n in range(45)
    ]
    return dogs + [["The cat, asleep on a sofa.", "A cat sleeps."] for _ in range(15)]


def test_terms_are_words_phrases_and_pairs_that_enough_photos_share() -> None:
    terms = find_terms([*captions(), *([["Nothing here"]] * 100)])
    found = dict(zip(terms.texts, terms.photos, strict=True))
    assert {"dog", "snow", "brown dog", "in the snow", "dog snow", "snow dog", "cat", "cat sleeps"} <= set(
        found
    )
    assert found["dog"].tolist() == list(range(45)) == found["snow dog"].tolist()
    assert found["cat"].tolist() == list(range(45, 60))
    assert not {"the snow", "a brown dog", "number3", "in the", "dog in the", "the", "sofa cat"} & set(found)
    said = terms.said[terms.texts.index("in the snow")]
    assert said[1] == pytest.approx(1.0) and said[0] == pytest.approx(0.5)
    for text, rows in found.items():
        pair = " " in text and len(rows) < RARE_PHRASE
        assert len(rows) >= RARE and not pair, text
    assert RARE_PAIR > RARE_PHRASE


def test_what_everybody_says_is_no_term() -> None:
    assert "dog" not in find_terms(captions()).texts, "three quarters of the photos"


def test_a_photo_tells_its_rarer_terms_more() -> None:
    terms = find_terms([*captions(), *([["Nothing here"]] * 100)])
    numbers, shares = terms.by_photo(160)
    weights = {terms.texts[n]: share for n, share in zip(numbers[45], shares[45], strict=True)}
    assert weights["cat"] == pytest.approx(math.log(160 / 15), abs=1e-5)
    assert all(n in range(len(terms)) for n in numbers[0]) and len(numbers[159]) == 0
    dense = spread_over(numbers, shares, len(terms))
    assert torch.allclose(dense.sum(1)[:60], torch.ones(60)) and float(dense[159].sum()) == 0


def test_things_come_from_masks_with_what_a_mask_would_show(tmp_path: Path) -> None:
    voc, coco = tmp_path / "voc2012", tmp_path / "coco"
    for folder in (voc / "train", voc / "train_sbd", coco / "train"):
        folder.mkdir(parents=True)
    (voc / "categories.json").write_text(json.dumps({"classes": ["background", "cat", "sofa"]}))
    (coco / "categories.json").write_text(
        json.dumps({"categories": {"1": {"coco_id": 1, "name": "cat"}, "2": {"coco_id": 2, "name": "kite"}}})
    )

    def photo(folder: Path, name: str, areas: dict[int, int]) -> None:
        mask = np.zeros((20, 20), np.uint8)
        at = 0
        for value, count in areas.items():
            mask.flat[at : at + count] = value
            at += count
        Image.fromarray(mask).save(folder / f"{name}.png")
        Image.new("RGB", (20, 20)).save(folder / f"{name}.webp")

    photo(voc / "train", "a", {1: 100, 2: 25, 255: 50})
    photo(voc / "train_sbd", "b", {2: 40, 1: 3})
    photo(voc / "train", "empty", {255: 9})
    photo(coco / "train", "c", {2: 200, 1: 50})
    things = read_things(tmp_path)
    assert things is not None
    assert [file.name for file in things.files] == ["a.webp", "b.webp", "c.webp"]
    assert things.names == ["cat", SPOKEN["sofa"], "kite"]
    assert things.shares[0].tolist() == pytest.approx([2 / 3, 1 / 3, 0]), "by the root of the area"
    assert things.shares[1].tolist() == [0, 1, 0], "what is too small does not count"
    assert things.known.tolist() == [[True, True, False], [True, True, False], [True, False, True]]
    assert read_things(tmp_path / "nowhere") is None


def test_told_things_is_the_naive_cross_entropy_over_what_is_known() -> None:
    generator = torch.Generator().manual_seed(0)
    photos, names = (F.normalize(torch.randn(n, 5, generator=generator), dim=1) for n in (2, 3))
    shares = torch.tensor([[0.25, 0.75, 0], [0, 0, 1.0]])
    known = torch.tensor([[True, True, False], [True, True, True]])
    total = 0.0
    for i, photo in enumerate(photos):
        logits = [float(4 * (photo * name).sum()) for name in names]
        whole = math.log(sum(math.exp(x) for x, there in zip(logits, known[i], strict=True) if there))
        total += sum(float(s) * (whole - x) for s, x in zip(shares[i], logits, strict=True))
    found = losses.told_things(photos, names, torch.tensor(4.0), shares, known)
    assert float(found) == pytest.approx(total / 2, abs=1e-5)
