from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from core.errors import Cancelled, RecollectError
from core.evaluation.captions import read_captions
from core.evaluation.encode import encode_files
from core.evaluation.retrieval import (
    all_names,
    evaluate_retrieval,
    is_right,
    name_photos,
    precision_of_words,
    read_lines,
    read_names,
    read_words,
)
from core.jobs import Token, Turn

COLOURS = {"red": (255, 0, 0), "green": (0, 255, 0), "blue": (0, 0, 255)}


class Colours:
    """A real, if simple, encoder: a photo is its mean colour, a text the colour it names."""

    input_short_side = 8
    input_long_side = 8

    def prepare(self, pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
        return pixels.reshape(-1, 3).mean(axis=0).astype(np.float32)

    def encode_photos(self, batch: Sequence[Any], turn: Turn) -> NDArray[np.float32]:
        turn.token.check()
        rows = np.stack(batch) + 1
        return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)

    def encode_texts(self, texts: Sequence[str], turn: Turn) -> NDArray[np.float32]:
        rows = np.full((len(texts), 3), 1.0, np.float32)
        for row, text in zip(rows, texts, strict=True):
            for i, name in enumerate(COLOURS):
                row[i] += 200 * text.lower().split().count(name)
        return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "photos"
    place.mkdir()
    for name, colour in COLOURS.items():
        Image.new("RGB", (20, 12), colour).save(place / f"{name}.png")
    return place


def write(tmp_path: Path, content: Any) -> Path:
    file = tmp_path / "captions.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return file


@pytest.mark.parametrize(
    "content",
    [
        "",
        "not json",
        "[1, 2]",
        '{"a.jpg": "a caption"}',
        '{"a.jpg": [1]}',
        '{"train": {"a.jpg": "x"}}',
        '{"images": [{"filename": "a.jpg"}]}',
        '{"images": [17]}',
        '{"images": [{"filename": "a.jpg", "sentences": [{"tokens": []}]}]}',
        '{"a\\u0000.jpg": ["x"]}',
        "[" * 100_000,
    ],
)
def test_bad_captions_are_said(tmp_path: Path, folder: Path, content: str) -> None:
    with pytest.raises(RecollectError) as raised:
        read_captions(write(tmp_path, content), folder)
    assert raised.value.code == "evaluate.bad_captions"


def test_missing_things_are_said(tmp_path: Path, folder: Path) -> None:
    file = write(tmp_path, {"nowhere.jpg": ["x"]})
    for captions, place, code in (
        (file, folder, "evaluate.no_photos"),
        (file, tmp_path / "none", "folder.missing"),
        (tmp_path / "none.json", folder, "evaluate.bad_captions"),
    ):
        with pytest.raises(RecollectError) as raised:
            read_captions(captions, place)
        assert raised.value.code == code


def karpathy() -> dict[str, Any]:
    return {
        "dataset": "coco",
        "images": [
            {
                "filename": f"{c}.png",
                "split": "test",
                "sentences": [{"raw": f"a {c} wall"}, {"raw": c.upper()}],
            }
            for c in COLOURS
        ],
    }


@pytest.mark.parametrize(
    "content",
    [
        karpathy(),
        {f"{c}.png": [f"a {c} wall", c.upper()] for c in COLOURS},
        {"test": {f"{c}.png": [f"a {c} wall", c.upper()] for c in COLOURS}, "train": {"other.png": ["x"]}},
    ],
    ids=["karpathy", "plain", "splits"],
)
def test_each_form_gives_the_same_recall(tmp_path: Path, folder: Path, content: dict[str, Any]) -> None:
    (folder / "extra.png").write_bytes(b"")
    report = evaluate_retrieval(Colours(), write(tmp_path, content), folder, Turn())
    assert (report.photos, report.captions, report.unread) == (3, 6, 0)
    assert report.text_to_photo == {1: 1.0, 5: 1.0, 10: 1.0}
    assert report.photo_to_text == {1: 1.0, 5: 1.0, 10: 1.0}


def test_files_may_lie_in_a_folder_named_by_filepath_or_split(tmp_path: Path, folder: Path) -> None:
    (folder / "val2014").mkdir()
    (folder / "red.png").rename(folder / "val2014" / "red.png")
    image = {"filename": "red.png", "filepath": "val2014", "sentences": [{"raw": "red"}]}
    assert list(read_captions(write(tmp_path, {"images": [image]}), folder)) == [
        folder / "val2014" / "red.png"
    ]
    assert list(read_captions(write(tmp_path, {"val2014": {"red.png": ["red"]}}), folder)) == [
        folder / "val2014" / "red.png"
    ]


def test_wrong_captions_lower_recall(tmp_path: Path, folder: Path) -> None:
    swapped = {"red.png": ["green"], "green.png": ["red"], "blue.png": ["blue"]}
    report = evaluate_retrieval(Colours(), write(tmp_path, swapped), folder, Turn())
    assert report.text_to_photo[1] == pytest.approx(1 / 3)
    assert report.photo_to_text[1] == pytest.approx(1 / 3)


def test_unreadable_photos_are_counted_and_left_out(tmp_path: Path, folder: Path) -> None:
    (folder / "bad.png").write_bytes(b"no picture")
    (folder / "empty.png").write_bytes(b"")
    captions = write(tmp_path, {"red.png": ["red"], "bad.png": ["bad"], "empty.png": ["empty"]})
    report = evaluate_retrieval(Colours(), captions, folder, Turn())
    assert (report.photos, report.unread) == (1, 2)
    only_bad = write(tmp_path, {"bad.png": ["bad"]})
    with pytest.raises(RecollectError) as raised:
        evaluate_retrieval(Colours(), only_bad, folder, Turn())
    assert raised.value.code == "evaluate.no_photos"


def test_many_files_keep_their_order_and_report_progress(folder: Path) -> None:
    files = []
    for i in range(70):
        file = folder / f"{i}.png"
        Image.new("RGB", (10, 10), (i, 255 - i, 0)).save(file)
        files.append(file)
    told: list[tuple[int, int]] = []
    encoded = encode_files(Colours(), files, Turn(), progress=lambda done, total: told.append((done, total)))
    assert encoded.files == tuple(files)
    expected = np.array([[i + 1, 256 - i, 1] for i in range(70)], np.float32)
    assert np.allclose(encoded.vectors, expected / np.linalg.norm(expected, axis=1, keepdims=True), atol=1e-3)
    assert told[-1] == (70, 70) and len(told) == 3


def test_cancelling_stops_the_encoding(folder: Path) -> None:
    token = Token()
    token.cancel()
    with pytest.raises(Cancelled):
        encode_files(Colours(), [folder / "red.png"], Turn(3, token))


@pytest.mark.parametrize(
    "content",
    [
        "",
        "x = ",
        "[[word]]\n",
        '[[word]]\nquery = ""\n',
        '[[word]]\nquery = "a"\npattern = "("\n',
        "word = 3\n",
    ],
)
def test_bad_word_lists_are_said(tmp_path: Path, content: str) -> None:
    file = tmp_path / "words.toml"
    file.write_text(content, "utf-8")
    with pytest.raises(RecollectError) as raised:
        read_words(file)
    assert raised.value.code == "evaluate.bad_words"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("none.txt", None),
        ("names.txt", b"caf\xe9\n"),
        ("names.json", b"caf\xe9"),
        ("names.json", b"[1"),
        ("names.JSON", b"{}"),
        ("names.json", b'["dog", 3]'),
        ("names.json", b"[" * 100_000),
    ],
)
def test_bad_lists_of_names_are_said(tmp_path: Path, name: str, content: bytes | None) -> None:
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(RecollectError) as raised:
        read_lines(file)
    assert raised.value.code == "evaluate.bad_names" and str(file) in str(raised.value)


def test_names_come_by_lines_or_as_json(tmp_path: Path) -> None:
    lines, listed = tmp_path / "names.txt", tmp_path / "names.json"
    lines.write_text("dog\n\n  cat \n", "utf-8")
    listed.write_text('["dog", " cat ", ""]', "utf-8")
    assert read_lines(lines) == read_lines(listed) == ["dog", "cat"]


def test_precision_of_words(tmp_path: Path) -> None:
    file = tmp_path / "words.toml"
    file.write_text('[[word]]\nquery = "red"\npattern = "red|crimson"\n[[word]]\nquery = "blue"\n', "utf-8")
    words = read_words(file)
    captions = [["a Crimson door"], ["blue sky", "red roof"], ["bluebird"], ["a blue car"]]
    assert is_right(words[0].pattern, captions[0]) and not is_right(words[1].pattern, captions[2])
    photos = np.array([[1, 0], [0.8, 0.6], [0.1, 0.9], [0.6, 0.8]], np.float32)
    results = precision_of_words(np.eye(2, dtype=np.float32), photos, captions, words, k=2)
    assert [(r.query, r.right, r.precision) for r in results] == [("red", 2, 1.0), ("blue", 2, 0.5)]


def test_naming_counts_accepted_names(tmp_path: Path, folder: Path) -> None:
    accepted = read_names(write(tmp_path, {"red.png": ["Red", "ruby"], "blue.png": ["sea"]}), folder)
    names = all_names(["red", "green", "blue", "grey", "white", "black"], accepted)
    assert names == ["red", "green", "blue", "grey", "white", "black", "ruby", "sea"]
    encoder = Colours()
    encoded = encode_files(encoder, list(accepted), Turn())
    naming = name_photos(
        encoder.encode_texts(names, Turn()),
        names,
        encoded.vectors,
        [accepted[file] for file in encoded.files],
        [file.name for file in encoded.files],
    )
    assert (naming.photos, naming.names, naming.top1, naming.top5) == (2, 8, 0.5, 0.5)
    assert naming.missed[0][0] == "blue.png" and naming.missed[0][1][0] == "blue"
