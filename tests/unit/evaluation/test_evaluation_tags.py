from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from core.errors import RecollectError
from core.evaluation import tags
from core.evaluation.encode import finder_over
from core.evaluation.retrieval import is_right, read_words
from core.evaluation.tags import evaluate_tags, read_patterns_of
from core.jobs import Turn
from core.labels.vocabularies import everyday, parse
from core.paths import resource

KINDS = ["dog", "snow", "beach", "bicycle", "music"]
DIMENSION = 64

Floats = NDArray[np.float32]


def units(rows: Floats) -> Floats:
    return (rows / np.linalg.norm(rows, axis=-1, keepdims=True)).astype(np.float32)


def direction(text: str) -> Floats:
    """A fixed random direction for each word."""
    return np.random.default_rng(list(text.encode())).normal(size=DIMENSION).astype(np.float32)


def encode(texts: Sequence[str], turn: Turn) -> Floats:
    return units(
        np.stack([sum((direction(word) for word in text.split()), direction("text")) for text in texts])
    )


def world(n: int = 300) -> tuple[Floats, list[list[str]]]:
    """One in four photos shows one of the kinds; captions say so."""
    chance = np.random.default_rng(3)
    rows, captions = [], []
    for i in range(n):
        kind = KINDS[i // 4 % len(KINDS)] if i % 4 == 0 else ""
        rows.append(chance.normal(size=DIMENSION) * 0.5 + (1.5 * direction(kind) if kind else 0))
        captions.append([f"a picture of a {kind or 'thing'}"])
    return units(np.stack(rows).astype(np.float32)), captions


def test_the_word_list_knows_the_vocabulary() -> None:
    terms = everyday()
    listed = {word.query for word in read_words(resource("labels/everyday_words.toml"))}
    assert listed <= {term.text for term in terms}
    assert len(listed) > 250
    patterns = dict(zip((term.text for term in terms), read_patterns_of(terms), strict=True))
    assert is_right(patterns["dog"], ["Two greyhounds race ."])
    assert not is_right(patterns["dog"], ["A hotdog stand ."])
    # Not listed: its own words, one or many.
    assert "zebra" not in listed
    assert is_right(patterns["zebra"], ["some Zebras"]) and not is_right(patterns["zebra"], ["zebrafish"])


def test_figures_over_planted_photos() -> None:
    vectors, captions = world()
    terms = parse("\n".join([*KINDS, "spaceship", "castle"]))
    patterns = [re.compile(rf"\b{term.text}\b") for term in terms]
    finder = finder_over(encode, vectors, Turn())
    report = evaluate_tags(finder, vectors, captions, terms, patterns, Turn())
    assert report.photos == 300
    assert [row.sure for row in report.rows] == ["very", "fairly", "maybe"]
    very = report.rows[0]
    assert very.tags >= 60 and very.precision > 0.9
    assert report.untagged > 150
    assert {theme.text for theme in report.themes} == set(KINDS)
    assert all(0.8 * theme.count <= theme.right <= theme.count <= 20 for theme in report.themes)
    # Captions that say nothing confirm nothing.
    nothing = evaluate_tags(finder, vectors, [[""]] * 300, terms, patterns, Turn())
    assert nothing.rows[0].tags == very.tags and nothing.rows[0].right == 0


def test_the_command_prints_a_table(
    tmp_path: Path, tiny_model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for i in range(6):
        Image.new("RGB", (48, 40), (40 * i, 90, 200 - 30 * i)).save(tmp_path / f"{i}.jpg")
    captions = tmp_path / "captions.json"
    captions.write_text(json.dumps({f"{i}.jpg": ["a dog"] for i in range(6)}), "utf-8")
    assert tags.main([str(captions), str(tmp_path), "--model", str(tiny_model)]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("6 photos, ")
    assert all(
        re.search(rf"^{sure} .*precision \d\.\d{{3}}$", printed, re.M) for sure in ("very", "fairly", "maybe")
    )


def test_without_readable_photos_it_says_so(tmp_path: Path, tiny_model: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"no picture")
    captions = tmp_path / "captions.json"
    captions.write_text(json.dumps({"a.jpg": ["a dog"]}), "utf-8")
    with pytest.raises(RecollectError) as caught:
        tags.main([str(captions), str(tmp_path), "--model", str(tiny_model)])
    assert caught.value.code == "evaluate.no_photos"
