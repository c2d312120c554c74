"""Pasted things and masks: made up, measured, and compared with slow and obvious ways."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from core import metrics
from core.errors import RecollectError
from core.evaluation.masks import Masked, deepest, piece, read_masked, shares
from core.evaluation.pastes import LARGEST, SMALLEST, drawn, pasted
from core.evaluation.regions import Library as Searched
from core.evaluation.regions import evaluate_masks, evaluate_pastes, judged, name_at
from core.jobs import Cancelled, Token, Turn
from core.labels.regions import Scale, planes_of, regions_of, spread
from core.models.groups import Groups

Floats = NDArray[np.float32]
D = 16
COLOURS = {"red": (220, 20, 20), "green": (20, 200, 20), "blue": (20, 20, 220)}
NAMES = list(COLOURS)


def axis(number: int) -> Floats:
    return np.eye(D, dtype=np.float32)[number]


def encode(texts: Sequence[str], turn: Turn) -> Floats:
    """A colour's name is its axis; any other text a direction of its own in the other axes."""
    rows = np.zeros((len(texts), D), np.float32)
    for row, text in zip(rows, texts, strict=True):
        if text in NAMES:
            row[NAMES.index(text)] = 1
        else:
            row[4:] = np.random.default_rng(sum(text.encode())).normal(size=D - 4)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def look(pictures: Sequence[NDArray[np.uint8]]) -> list[Groups]:
    """Each colour of a picture a group; all that is grey one more."""
    found = []
    for picture in pictures:
        near = [np.abs(picture.astype(int) - colour).sum(axis=2) < 200 for colour in COLOURS.values()]
        planes = np.stack([*near, ~np.any(near, axis=0)])
        order = [int(n) for n in np.argsort(-planes.sum(axis=(1, 2)), kind="stable") if planes[n].any()]
        cells = (np.argmax(planes[order], axis=0) << 5).astype(np.uint8) + 31
        shares_of = planes[order].mean(axis=(1, 2)).astype(np.float32)
        found.append(Groups(np.stack([axis(n) for n in order]), shares_of, cells))
    return found


class Grey:
    """An encoder that sees of a picture hardly more than how bright it is."""

    input_short_side = input_long_side = 32

    def prepare(self, pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
        return pixels

    def encode_photos(self, batch: Sequence[NDArray[np.uint8]], turn: Turn) -> Floats:
        rows = np.stack([np.random.default_rng(int(photo[0, 0, 0])).normal(size=D) for photo in batch])
        return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)

    def encode_texts(self, texts: Sequence[str], turn: Turn) -> Floats:
        return encode(texts, turn)


def store(folder: Path, name: str, picture: NDArray[np.uint8], mask: NDArray[np.uint8]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    Image.fromarray(picture).save(folder / f"{name}.webp", lossless=True)
    Image.fromarray(mask).save(folder / f"{name}.png")


@pytest.fixture
def source(tmp_path: Path) -> Masked:
    """Six photos of 60 × 40: a coloured block of its own size each, one with two, with a border of void."""
    folder = tmp_path / "masks" / "val"
    for number in range(6):
        picture, mask = np.full((40, 60, 3), 120, np.uint8), np.zeros((40, 60), np.uint8)
        value = number % 3 + 1
        mask[8:32, 9:33] = 255
        mask[9:31, 10:32] = value
        picture[9:31, 10:32] = COLOURS[NAMES[value - 1]]
        if number == 5:
            mask[5:25, 40:58] = 1
            picture[5:25, 40:58] = COLOURS["red"]
        store(folder, f"p{number}", picture, mask)
    (folder.parent / "categories.json").write_text(
        json.dumps({"classes": ["background", *NAMES], "void": 255})
    )
    return read_masked(folder)


def test_both_lists_of_names_are_read(tmp_path: Path, source: Masked) -> None:
    assert source.names == {1: "red", 2: "green", 3: "blue"} and len(source.files) == 6
    folder = tmp_path / "other" / "train"
    store(folder, "a", np.zeros((4, 4, 3), np.uint8), np.ones((4, 4), np.uint8))
    listed = folder.parent / "categories.json"
    listed.write_text(json.dumps({"categories": {"2": {"name": "car"}, "10": {"name": "bus"}}}))
    assert list(read_masked(folder).names.items()) == [(2, "car"), (10, "bus")]
    listed.write_text(json.dumps({"classes": ["background", "diningtable", "tvmonitor"]}))
    assert list(read_masked(folder).names.values()) == ["dining table", "tv monitor"]
    for text in ("[]", "{}", "no", '{"categories": {"x": 1}}'):
        listed.write_text(text)
        with pytest.raises(RecollectError) as raised:
            read_masked(folder)
        assert raised.value.code == "evaluate.bad_masks"
    with pytest.raises(RecollectError) as raised:
        read_masked(tmp_path / "nowhere")
    assert raised.value.code == "folder.missing"


@pytest.mark.parametrize("seed", range(8))
def test_the_deepest_point_and_its_piece(seed: int) -> None:
    inside = np.random.default_rng(seed).random((19, 26)) < 0.7
    padded = np.pad(inside, 1)
    outside = np.argwhere(~padded)
    far = {
        (row, column): int(((outside - (row + 1, column + 1)) ** 2).sum(axis=1).min())
        for row, column in np.argwhere(inside).tolist()
    }
    found = deepest(inside)
    assert far[found] == max(far.values())
    reached, ahead = {found}, [found]
    while ahead:
        row, column = ahead.pop()
        for near in ((row + 1, column), (row - 1, column), (row, column + 1), (row, column - 1)):
            if near in far and near not in reached:
                reached.add(near)
                ahead.append(near)
    assert {tuple(cell) for cell in np.argwhere(piece(inside)).tolist()} == reached


def test_shares_leave_out_background_and_void() -> None:
    mask = np.array([[0, 1, 255, 2], [2, 2, 0, 0]], np.uint8)
    assert shares(mask) == {1: 1 / 8, 2: 3 / 8}


def test_pastes_are_small_seeded_and_show_the_thing(source: Masked) -> None:
    pastes = drawn([source], 40, 30)
    assert pastes == drawn([source], 40, 30) != drawn([source], 40, 30, seed=12)
    assert len({one.ground for one in pastes}) == 30 and {one.name for one in pastes} == set(NAMES)
    for one in pastes:
        ground = np.full((50, 70, 3), 90, np.uint8)
        picture, cover = pasted(one, ground, source)
        assert picture.shape == ground.shape and picture.dtype == np.uint8
        assert SMALLEST * 0.8 < cover.mean() < LARGEST * 1.1
        assert np.array_equal(picture[cover == 0], ground[cover == 0])
        inside = picture[cover == 1]
        assert len(inside) and np.abs(inside.astype(int) - COLOURS[one.name]).max() <= 8
    assert len(drawn([source], 5, 30)) == 5


def test_things_too_small_to_cut_are_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "m" / "val"
    mask = np.zeros((80, 80), np.uint8)
    mask[3:7, 3:60] = 1
    store(folder, "a", np.zeros((80, 80, 3), np.uint8), mask)
    (folder.parent / "categories.json").write_text(json.dumps({"classes": ["background", "line"]}))
    assert drawn([read_masked(folder)], 10, 5) == []


def test_pasted_things_are_found_by_their_parts_only(tmp_path: Path, source: Masked) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    captions = {}
    for number in range(40):
        picture = np.full((48, 48, 3), 60 + 4 * number, np.uint8)
        Image.fromarray(picture).save(folder / f"{number:02}.png")
        captions[f"{number:02}.png"] = [f"grey number {number}", "a photo"]
    (tmp_path / "captions.json").write_text(json.dumps(captions))
    told: list[tuple[int, int]] = []
    report = evaluate_pastes(
        Grey(),
        look,
        encode,
        tmp_path / "captions.json",
        folder,
        [source],
        Turn(),
        count=12,
        progress=lambda done, total: told.append((done, total)),
    )
    assert (report.photos, report.pastes, report.captions) == (40, 12, 80)
    assert report.parts_alone == 1.0 and report.with_parts > report.without
    assert report.captions_with_parts == pytest.approx(report.captions_without, abs=0.1)
    assert told[-1] == (52, 52)
    token = Token()
    token.cancel()
    with pytest.raises(Cancelled):
        evaluate_pastes(Grey(), look, encode, tmp_path / "captions.json", folder, [source], Turn(token=token))


def test_recall_counts_the_changed_photo_only() -> None:
    chance = np.random.default_rng(0)
    whole = chance.normal(size=(30, D)).astype(np.float32)
    whole /= np.linalg.norm(whole, axis=1, keepdims=True)
    nothing = np.zeros((2, 2), np.uint8)
    plain = tuple(Groups(axis(3)[None], np.ones(1, np.float32), nothing) for _ in whole)
    red = Groups(axis(0)[None], np.ones(1, np.float32), nothing)
    library = Searched(whole, plain)
    changed = [library.with_photo(row, whole[row], red) for row in (4, 9)]
    assert len(library.groups) == 30 and np.array_equal(library.groups[4].embeddings[0], axis(3))
    report = judged(library, changed, [("red", 4), ("blue", 9)], [], encode, encode, Turn())
    assert (report.pastes, report.parts_alone, report.captions) == (2, 0.5, 0)


def test_masks_are_judged_as_a_slow_way_does(source: Masked) -> None:
    chance = np.random.default_rng(3)
    vectors = np.stack([axis(n) for n in range(3)])

    def blurred(pictures: Sequence[NDArray[np.uint8]]) -> list[Groups]:
        """Some groups wrong, so that the figures are between 0 and 1."""
        found = []
        for number, groups in enumerate(look(pictures)):
            rows = groups.embeddings.copy()
            if number in (1, 4):
                rows = rows[chance.permutation(len(rows))]
            found.append(Groups(rows, groups.shares, groups.cells))
        return found

    seen = blurred([source.pixels(file) for file in source.files])
    told: list[int] = []
    scale = Scale(20.0, 0.5)
    report = evaluate_masks(
        lambda pictures: seen, NAMES, vectors, scale, source, Turn(), lambda done, total: told.append(done)
    )
    votes, guesses, truths = [], [], []
    for file, groups in zip(source.files, seen, strict=True):
        mask = source.mask(file)
        several = len([v for v in (1, 2, 3) if (mask == v).mean() >= 0.01]) > 1
        whole = (groups.shares @ groups.embeddings) @ vectors.T
        for value in (1, 2, 3):
            if (mask == value).mean() >= 0.01:
                row, column = deepest(mask == value)
                place = groups.cells[row, column] >> 5  # cells and pixels are the same here
                name = int((vectors @ groups.embeddings[place]).argmax())
                votes.append((name == value - 1, int(whole.argmax()) == value - 1, several))
        found = regions_of(groups, vectors, scale)
        owner = spread(planes_of(groups, found), *mask.shape)
        guess = np.zeros(mask.shape, np.int64)
        for number, region in enumerate(found):
            guess[owner == number] = region.term + 1
        guesses.append(guess)
        truths.append(mask.astype(np.int64))
    flags = np.array(votes)
    assert (report.photos, report.votes, report.several) == (6, 7, 2) and told == [6]
    assert report.pointing == pytest.approx(flags[:, 0].mean()) and 0 < report.pointing < 1
    assert report.whole == pytest.approx(flags[:, 1].mean())
    assert report.several_pointing == pytest.approx(flags[flags[:, 2], 0].mean())
    each = metrics.mean_iou(np.stack(guesses), np.stack(truths), 4)[1]
    assert report.iou == pytest.approx({name: each[n + 1] for n, name in enumerate(NAMES)})
    assert report.mean_iou == pytest.approx(float(each[1:].mean()))


def test_a_point_without_a_group_has_no_name() -> None:
    cells = np.array([[0, 7 << 5], [31, 1 << 5]], np.uint8)
    groups = Groups(np.stack([axis(0), axis(1)]), np.array([0.5, 0.25], np.float32), cells)
    vectors = np.stack([axis(1), axis(0)])
    points = [(0.0, 0.0), (0.9, 0.1), (0.1, 1.0), (1.0, 1.0)]
    assert [name_at(groups, vectors, *point) for point in points] == [1, -1, 1, 0]
