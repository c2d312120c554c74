"""The region model's lessons on eight generated photos, with tiny random towers."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from tiny_parts import tiny_source, tiny_towers, write_flickr, write_things

from core.errors import Cancelled, RecollectError
from core.jobs import Token
from core.models.clustering import Grouping, grouped
from core.models.dense_head import DenseHead, DenseHeadConfig
from core.training import run_recipe, towers
from core.training.named import PARTS
from core.training.regions import RegionLesson, RegionMaterial, RegionTask, Texts, best_part, cell_targets
from core.training.regions_data import (
    NOTHING,
    UNKNOWN,
    SceneRules,
    Scenes,
    apart,
    read_masked,
    whole,
)
from core.training.regions_judge import Point, depth, named_pixels, overlaps, pointing, points_of, whole_of

QUICK = {
    "side": 64,
    "scenes": 10,
    "captioned": 6,
    "apart": 0.25,
    "steps": 4,
    "batch": 4,
    "said": 2,
    "stages": 2,
    "deep": 16,
    "heads": 2,
    "layers": 1,
    "wide": 16,
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    write_flickr(tmp_path / "data" / "flickr8k")
    write_things(tmp_path / "data" / "voc2012")
    return tmp_path / "data"


def test_masks_become_numbers_and_photos_are_kept_apart(data: Path) -> None:
    masked = read_masked(data)
    assert masked is not None and masked.names == ["square", "stripe"] and len(masked) == 8
    assert masked.known.tolist() == [[True, True]]
    first = masked.labels[0]
    assert first[32, 32] == 0 and first[0, 0] == NOTHING
    learn, kept = apart(masked, 0.25, 0)
    assert len(kept) == 2 and sorted([*learn, *kept]) == list(range(8))
    assert read_masked(data / "nowhere", PARTS) is None


def test_scenes_are_repeatable_and_their_labels_say_where_things_were_pasted(data: Path) -> None:
    masked = read_masked(data)
    assert masked is not None
    grounds = np.zeros((2, 64, 64, 3), np.uint8)
    scenes = Scenes(masked, grounds, 64, SceneRules(plain=0.0, other=1.0))
    picture, labels = scenes.draw(np.random.default_rng(4))
    again, _ = scenes.draw(np.random.default_rng(4))
    assert np.array_equal(picture, again)
    assert picture.shape == (64, 64, 3) and labels.shape == (16, 16)
    things = labels < 2
    assert things.any() and (labels[~things] == UNKNOWN).all()
    bright = picture.max(2)[2::4, 2::4] > 100
    assert (bright & things).sum() >= 0.8 * things.sum(), "what is labelled is what was pasted on black"
    kept, told = whole(masked.photos[0], masked.labels[0], 64)
    assert np.array_equal(kept, masked.photos[0]) and told[8, 8] == 0


def test_cell_targets_share_a_cell_between_what_it_shows() -> None:
    labels = torch.full((1, 4, 4), UNKNOWN, dtype=torch.uint8)
    labels[0, :2, :2] = 1
    labels[0, :2, 2:] = torch.tensor([[0, NOTHING], [NOTHING - 1, NOTHING - 1]], dtype=torch.uint8)
    shares = cell_targets(labels, 2, 2, 2)
    assert shares[0, 0].tolist() == [0, 1, 0, 0]
    assert shares[0, 1].tolist() == [0.25, 0, 0.25, 0.5]
    assert shares[0].sum(1).tolist() == [1, 1, 0, 0]


def test_best_part_finds_a_small_part() -> None:
    cells = torch.zeros(1, 3, 4, 4)
    cells[:, 0] = 1.0
    cells[:, :, 1, 1] = torch.tensor([0.0, 1.0, 0.0])
    found = best_part(cells, torch.eye(3))
    assert found[0, 0] > 0.99 and found[0, 1] > 0.9 and found[0, 2] < 0.01


def test_groups_are_the_parts_largest_first_and_always_the_same() -> None:
    rng = np.random.default_rng(0)
    vectors = np.linalg.qr(rng.normal(size=(16, 3)))[0].T.astype(np.float32)
    which = np.zeros((12, 12), int)
    which[2:8, 2:8] = 1
    which[10:, 10:] = 2
    cells = vectors[which] + rng.normal(size=(12, 12, 16)).astype(np.float32) * 0.02
    cells /= np.linalg.norm(cells, axis=2, keepdims=True)
    found, shares = grouped(cells)  # by themselves
    assert found.shape == (3, 16) and np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)
    assert np.array_equal(shares.argmax(0), which)
    assert np.allclose(shares.sum(0), 1, atol=1e-5)
    assert np.array_equal(grouped(cells)[1], shares)
    assert len(grouped(cells, Grouping(smallest=0.05))[0]) == 2
    alone, all_of_it = grouped(np.broadcast_to(vectors[0], (5, 4, 16)).copy())
    assert len(alone) == 1 and np.allclose(all_of_it, 1)


def test_words_tell_cells_apart_that_are_nearly_alike() -> None:
    words = np.eye(3, 16, dtype=np.float32)
    cells = np.zeros((10, 10, 16), np.float32)
    cells[..., 8] = 1.0  # what all of a photo shares
    cells[:, :5, 0] = cells[:, 5:, 1] = 0.4
    cells /= np.linalg.norm(cells, axis=2, keepdims=True)
    alone, _ = grouped(cells, Grouping(alike=0.8, same=0.8))
    assert len(alone) == 1, "their own cosines show nothing"
    vectors, shares = grouped(cells, Grouping(), words)
    assert len(vectors) == 2 and (shares.argmax(0)[:, :5] != shares.argmax(0)[:, 5:]).all()
    assert sorted((words @ vectors.T).argmax(0).tolist()) == [0, 1]


def test_points_lie_deep_inside_and_overlaps_count_pixels(data: Path) -> None:
    inside = np.zeros((9, 11), bool)
    inside[1:8, 2:9] = True
    deep = depth(inside)
    assert divmod(int(deep.argmax()), 11) == (4, 5) and deep[4, 5] == 4 and deep[0, 0] == 0
    assert depth(np.ones((5, 5), bool))[2, 2] == 3, "the photo's edge is a border"
    masked = read_masked(data)
    assert masked is not None
    points = points_of(masked)
    assert len(points) == 8 and abs(points[0].x - 0.5) < 0.1 and not points[0].several
    names = np.eye(2, 4, dtype=np.float32)
    shares = np.zeros((2, 4, 4), np.float32)
    shares[0, :, :2] = shares[1, :, 2:] = 1
    group = (names[[1, 0]], shares)
    score = pointing(
        [Point(0, 1, 0.1, 0.5, True), Point(0, 1, 0.9, 0.5, False)], [group], names, whole_of(*group)[None]
    )
    assert score.right == 0.5 and score.right_several == 1.0 and score.points == 2
    found = named_pixels(*group, names, 0.5, (4, 4))
    assert found[:, :2].tolist() == [[1, 1]] * 4 and found[:, 2:].tolist() == [[0, 0]] * 4
    assert (named_pixels(*group, names, 1.5, (4, 4)) == -1).all()
    truth = np.ones((4, 4), np.uint8)
    truth[0] = UNKNOWN
    assert overlaps([truth], [found], 2).tolist() == [0.0, 0.5]


def test_a_head_learns_what_a_cell_shows() -> None:
    """Two names, told apart by one channel: a few steps are enough."""
    from core.training.regions_features import Maps

    rng = np.random.default_rng(0)
    count, cells = 8, 4
    labels = np.repeat(np.repeat(rng.integers(0, 2, (count, cells, cells)), 2, 1), 2, 2).astype(np.uint8)
    near = rng.normal(size=(count, cells, cells, 6)).astype(np.float16)
    near[..., 0] = labels[:, ::2, ::2] * 2.0 - 1.0
    maps = Maps(
        near,
        rng.normal(size=(count, 2, 2, 5)).astype(np.float16),
        rng.normal(size=(count, 2, 2, 8)).astype(np.float16),
        labels,
        rng.integers(0, 3, (count, 2, 2, 2)).astype(np.int16),
        np.full((count, 2, 2, 2), 0.4, np.float16),
    )
    torch.manual_seed(0)
    eye = torch.eye(8)
    texts = Texts([eye[:1], eye[1:2]], eye[:3], eye[3:6], eye)
    material = RegionMaterial(
        maps, maps, np.arange(count), texts, torch.ones(1, 2, dtype=torch.bool), [np.array([0, 1])] * count
    )
    head = DenseHead(DenseHeadConfig(6, 5, 8, 2, 16, 1, 2, 16, 1))
    lesson = RegionLesson(scenes=8, captioned=2, rate=3e-3)
    task = RegionTask(head, material, lesson, lambda network, scale: {"scale": scale})
    optimizer = torch.optim.AdamW(task.groups(), lr=3e-3)
    first = last = 0.0
    for step in range(24):
        loss, figures = task.loss(step, np.random.default_rng(step))
        assert set(figures) == {"masks", "teacher", "classes", "captions"}
        first = first or figures["masks"]
        last = figures["masks"]
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    assert last < 0.8 * first
    assert task.measure()["scale"] > 1


def test_the_recipe_writes_a_folder_resumes_and_only_reads_when_done(data: Path, tmp_path: Path) -> None:
    from safetensors.torch import load_file

    source = tiny_source(tmp_path / "words")
    vocab = 18
    towers.write(tiny_towers(vocab), source.tokenizer, tmp_path / "starter", tmp_path / "st", 64)
    token = Token()

    def stop(sentence: str, share: float) -> None:
        if sentence.startswith("epoch 2"):
            token.cancel()

    arguments = ("starter-regions", data, tmp_path / "out", tmp_path / "work")
    options = {"source": source, "starter": str(tmp_path / "starter"), **QUICK}
    with pytest.raises(Cancelled):
        run_recipe(*arguments, token=token, progress=stop, **options)
    assert not (tmp_path / "out").exists()
    figures = run_recipe(*arguments, **options)
    assert 0 <= figures["pointing"] <= 1 and 0 < figures["clear"] < 1
    card = json.loads((tmp_path / "out" / "recollect.json").read_text())
    assert card["reads"]["blocks"] == [2, 4, 5] and card["unclear"]["cosine"] == figures["clear"]
    config = DenseHeadConfig.from_dict(json.loads((tmp_path / "out" / "config.json").read_text()))
    head = DenseHead(config)
    state = load_file(str(tmp_path / "out" / "model.safetensors"))
    head.load_state_dict({name: value.float() for name, value in state.items()})
    found = head(torch.rand(1, 8, 16, 16), torch.rand(1, 16, 8, 8), torch.rand(1, 32, 8, 8))
    assert found.shape == (1, 32, 16, 16) and torch.isfinite(found).all()
    told: list[str] = []
    run_recipe(
        *arguments[:2],
        tmp_path / "again",
        tmp_path / "work",
        progress=lambda sentence, share: told.append(sentence),
        **options,
    )
    assert told == [], "a second call trains nothing and looks at nothing"
    weights = "model.safetensors"
    assert (tmp_path / "again" / weights).read_bytes() == (tmp_path / "out" / weights).read_bytes()


def test_the_recipe_needs_masks(tmp_path: Path) -> None:
    write_flickr(tmp_path / "data" / "flickr8k")
    source = tiny_source(tmp_path / "words")
    towers.write(tiny_towers(18), source.tokenizer, tmp_path / "starter", tmp_path / "st", 64)
    with pytest.raises(RecollectError) as caught:
        run_recipe(
            "starter-regions",
            tmp_path / "data",
            tmp_path / "out",
            tmp_path / "work",
            source=source,
            starter=str(tmp_path / "starter"),
            **QUICK,
        )
    assert caught.value.code == "train.data_missing"
