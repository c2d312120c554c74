"""The parts of photos: as transformers says, of the whole photo, one pass a batch, whatever the photo."""

from __future__ import annotations

import io
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from core.errors import Cancelled, RecollectError
from core.images.decode import decode
from core.jobs import BACKGROUND, INTERACTIVE, Turn
from core.models.cards import find_segmenter
from core.models.device import Plan, probe_photos, synthetic_photos
from core.models.groups import MOST_GROUPS, compact, resized
from core.models.segmenter import Segmenter
from tests.tiny_models import SIDE, make_real_groupvit, make_tiny, make_tiny_regions

KINDS = ("groupvit", "dense_head", "over_maps")
TEXTS = ["a dog", "a cat in the snow", "water", "sky", "a red house", "table", "two people on a street"]


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models")
    make_tiny("groupvit", folder / "groupvit")
    make_tiny("align", folder / "tiny-align")
    make_tiny_regions(folder / "dense_head", folder / "tiny-align")
    make_tiny_regions(folder / "over_maps", folder / "tiny-align", "groupvit")
    return folder


@pytest.fixture
def notices() -> list[RecollectError]:
    return []


@pytest.fixture
def load(models: Path, notices: list[RecollectError]) -> Callable[[str], Segmenter]:
    def loaded(name: str) -> Segmenter:
        card = find_segmenter(name, models)
        return Segmenter.load(card, device="cpu", threads=1, measure=False, notice=notices.append)

    return loaded


def agreement(segmenter: Segmenter, model: Any, tokenizer: Any, photos: list[np.ndarray]) -> float:
    """The share of pixels whose best text is the one transformers' own segmentation_logits names."""
    import torch

    prepared = [segmenter.prepare(pixels) for pixels in photos]
    tokens = tokenizer(TEXTS, padding=True, return_tensors="pt")
    with torch.inference_mode():
        pixel_values = segmenter._towers._image_inputs(prepared)["pixel_values"]
        found = model(**tokens, pixel_values=pixel_values, output_segmentation=True)
    theirs = found.segmentation_logits.argmax(dim=1).numpy()
    height, width = theirs.shape[1:]
    vectors = segmenter.encode_texts(TEXTS, Turn())
    same = []
    for their, one in zip(theirs, segmenter.segment(prepared, Turn()), strict=True):
        assignment = resized(one.assignment, height, width)
        ours = np.einsum("tg,ghw->thw", vectors @ one.embeddings.T, assignment).argmax(axis=0)
        same.append(float((ours == their).mean()))
    return min(same)


def their(folder: Path) -> tuple[Any, Any]:
    from transformers import AutoModel, AutoTokenizer

    model = AutoModel.from_pretrained(folder, local_files_only=True, use_safetensors=True).eval()
    return model, AutoTokenizer.from_pretrained(folder, local_files_only=True)


@pytest.mark.parametrize("seed", range(4))
def test_agrees_with_segmentation_logits(tmp_path: Path, seed: int) -> None:
    folder = make_tiny("groupvit", tmp_path / "tiny", seed)
    segmenter = Segmenter.load(find_segmenter(str(folder), tmp_path), device="cpu", threads=1, measure=False)
    photos = [*probe_photos(4), *synthetic_photos(4, side=64)]
    assert agreement(segmenter, *their(folder), photos) >= 0.99


@pytest.mark.slow
def test_agrees_with_segmentation_logits_at_real_size(tmp_path: Path) -> None:
    folder = make_real_groupvit(tmp_path / "real")
    segmenter = Segmenter.load(find_segmenter(str(folder), tmp_path), device="cpu", precision="fp32")
    assert agreement(segmenter, *their(folder), list(probe_photos(6))) >= 0.99


def test_the_dense_head_sees_what_its_encoder_sees(models: Path, load: Callable[[str], Segmenter]) -> None:
    """The same blocks' outputs by hooks on transformers' own tower, through the same head."""
    import torch
    from safetensors.torch import load_file
    from transformers import AutoModel

    from core.models.dense_head import DenseHead

    segmenter = load("dense_head")
    prepared = [segmenter.prepare(pixels) for pixels in probe_photos(3)]
    vision = AutoModel.from_pretrained(models / "tiny-align", local_files_only=True).eval().vision_model
    maps: dict[int, Any] = {}
    for place in (0, 1, 2):
        vision.encoder.blocks[place].register_forward_hook(
            lambda _, __, output, place=place: maps.__setitem__(place, output)
        )
    head = DenseHead(segmenter._towers.model.head.config).eval()
    stored = load_file(models / "dense_head" / "model.safetensors")
    head.load_state_dict({name: tensor.float() for name, tensor in stored.items()})
    with torch.inference_mode():
        vision(**segmenter._towers._image_inputs(prepared))
        cells = head(maps[0], maps[1], maps[2]).permute(0, 2, 3, 1).numpy()
    assert np.abs(segmenter._towers.look(prepared)[0] - cells).max() < 1e-5


@pytest.mark.parametrize("kind", KINDS)
def test_assignments_add_up_and_embeddings_are_unit(kind: str, load: Callable[[str], Segmenter]) -> None:
    segmenter = load(kind)
    for one in segmenter.segment([segmenter.prepare(pixels) for pixels in probe_photos(3)], Turn()):
        assert np.abs(one.assignment.sum(axis=0) - 1).max() < 1e-5 and one.assignment.min() >= 0
        assert np.abs(np.linalg.norm(one.embeddings, axis=1) - 1).max() < 1e-5
        assert one.embeddings.shape[1] == segmenter.dimension == 16
        assert 1 <= len(compact(one).embeddings) <= MOST_GROUPS


@pytest.mark.parametrize("kind", KINDS)
def test_a_batch_is_one_pass_and_changes_nothing(kind: str, load: Callable[[str], Segmenter]) -> None:
    segmenter = load(kind)
    prepared = [segmenter.prepare(pixels) for pixels in probe_photos(5)]
    apart = segmenter.segment(prepared, Turn())
    passes: list[int] = []
    look = segmenter._towers.look
    segmenter._towers.look = lambda batch: passes.append(len(batch)) or look(batch)
    segmenter._batch = 8
    together = segmenter.segment(prepared, Turn())
    assert passes == [5]
    for one, other in zip(apart, together, strict=True):
        assert np.abs(one.assignment - other.assignment).max() < 1e-4
        assert np.abs(one.embeddings - other.embeddings).max() < 1e-4


@pytest.mark.parametrize("kind", KINDS)
def test_the_photo_is_squeezed_not_cropped(kind: str, load: Callable[[str], Segmenter]) -> None:
    pixels = np.zeros((60, 600, 3), np.uint8)
    pixels[:, :75], pixels[:, 525:] = (255, 0, 0), (0, 0, 255)
    seen = load(kind).prepare(pixels).pixels
    assert seen is not None and seen.shape == (SIDE, SIDE, 3)
    assert (seen[:, : SIDE // 8 - 1, 0] > 200).all() and (seen[:, -SIDE // 8 + 1 :, 2] > 200).all()


def painted(segmenter: Segmenter, prepared: list[Any]) -> list[np.ndarray]:
    """(rows, columns, d) of each photo: what a dense head gives for each cell, or its mixture of groups."""
    if segmenter.card.family == "dense_head":
        return list(segmenter._towers.look(prepared)[0])
    found = segmenter.segment(prepared, Turn())
    return [np.tensordot(one.assignment, one.embeddings, (0, 0)) for one in found]


@pytest.mark.parametrize("kind", ["groupvit", "dense_head"])
@pytest.mark.parametrize("wide", [True, False])
def test_the_whole_photo_is_seen(kind: str, wide: bool, load: Callable[[str], Segmenter]) -> None:
    """A mark at either end of a photo three times as long as wide changes the cells at that end most."""
    segmenter = load(kind)
    plain = np.full((60, 180, 3), 110, np.uint8)
    changes = []
    for end in (slice(0, 15), slice(165, 180)):
        marked = plain.copy()
        marked[:, end] = (250, 20, 20)
        pair = [plain, marked] if wide else [plain.transpose(1, 0, 2), marked.transpose(1, 0, 2)]
        before, after = painted(segmenter, [segmenter.prepare(one) for one in pair])
        change = np.abs(before - after).sum(axis=2)
        changes.append(change.mean(axis=0) if wide else change.mean(axis=1))
    count = len(changes[0]) // 4
    assert changes[0][:count].mean() > 1.2 * changes[0][count:].mean()
    assert changes[1][-count:].mean() > 1.2 * changes[1][:-count].mean()


def encoded(image: Image.Image, form: str, **options: Any) -> np.ndarray:
    stream = io.BytesIO()
    image.save(stream, form, **options)
    return decode(stream.getvalue(), long_side=SIDE).pixels


def odd_photos() -> dict[str, np.ndarray]:
    random = np.random.default_rng(3)
    colours = Image.fromarray(random.integers(0, 256, (40, 60, 3), dtype=np.uint8))
    frames = [colours, colours.rotate(180)]
    return {
        "one pixel": np.full((1, 1, 3), 7, np.uint8),
        "panorama": random.integers(0, 256, (50, 1000, 3), dtype=np.uint8),
        "tower": random.integers(0, 256, (1000, 50, 3), dtype=np.uint8),
        "grey plane": random.integers(0, 256, (40, 60), dtype=np.uint8),
        "one channel": random.integers(0, 256, (40, 60, 1), dtype=np.uint8),
        "four channels": random.integers(0, 256, (40, 60, 4), dtype=np.uint8),
        "grey file": encoded(colours.convert("L"), "JPEG"),
        "1-bit file": encoded(colours.convert("1"), "PNG"),
        "transparent file": encoded(colours.convert("RGBA"), "PNG"),
        "animated file": encoded(frames[0], "GIF", save_all=True, append_images=frames[1:]),
        "one colour": np.zeros((33, 77, 3), np.uint8),
    }


ODD = odd_photos()


@pytest.mark.parametrize("kind", KINDS)
def test_odd_photos_have_parts_too(kind: str, load: Callable[[str], Segmenter]) -> None:
    segmenter = load(kind)
    prepared = [segmenter.prepare(pixels) for pixels in ODD.values()]
    assert {one.shape for one in prepared} == {(SIDE, SIDE, 3)}
    for name, one in zip(ODD, segmenter.segment(prepared, Turn()), strict=True):
        groups = compact(one)
        assert np.isfinite(one.assignment).all() and np.isfinite(one.embeddings).all(), name
        assert 0.9 < groups.shares.sum() <= 1.001, name
        planes = groups.planes()
        assert planes.shape[1:] == one.assignment.shape[1:] and planes.max() >= 0.5, name


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["one pixel", "panorama", "tower", "grey plane", "four channels"])
def test_odd_photos_through_windows(kind: str, name: str, load: Callable[[str], Segmenter]) -> None:
    one = load(kind).finer(ODD[name], Turn())
    assert np.abs(one.assignment.sum(axis=0) - 1).max() < 1e-5
    assert np.abs(np.linalg.norm(one.embeddings, axis=1) - 1).max() < 1e-5


@pytest.mark.parametrize("kind", KINDS)
def test_windows_are_finer(kind: str, load: Callable[[str], Segmenter]) -> None:
    segmenter = load(kind)
    pixels = next(iter(probe_photos(1)))
    plain = segmenter.segment([segmenter.prepare(pixels)], Turn())[0].assignment.shape
    fine = segmenter.finer(pixels, Turn()).assignment.shape
    assert min(fine[1:]) >= 2 * plain[1]
    assert (fine[1] > fine[2]) == (pixels.shape[0] > pixels.shape[1])


def test_cancelled_between_windows(load: Callable[[str], Segmenter]) -> None:
    segmenter, turn = load("dense_head"), Turn()
    look, passes = segmenter._towers.look, []

    def cancelling(batch: Any) -> Any:
        passes.append(len(batch))
        turn.token.cancel()
        return look(batch)

    segmenter._towers.look = cancelling
    with pytest.raises(Cancelled):
        segmenter.finer(ODD["panorama"], turn)
    assert passes == [1]


@pytest.mark.parametrize("kind", KINDS)
def test_only_an_own_text_tower_reads_texts(
    kind: str, models: Path, load: Callable[[str], Segmenter]
) -> None:
    segmenter = load(kind)
    if kind == "groupvit":
        rows = segmenter.encode_texts(TEXTS, Turn())
        assert segmenter.labels_by is None and rows.shape == (len(TEXTS), segmenter.dimension)
        return
    assert segmenter.labels_by == str(models / "tiny-align")
    with pytest.raises(ValueError, match="reads no texts"):
        segmenter.encode_texts(TEXTS, Turn())


class Failing:
    """The real towers, but a batch larger than fits raises what the device would."""

    def __init__(self, real: Any, error: Exception, fits: int, device_name: str = "cpu") -> None:
        self.real, self.error, self.fits, self.device = real, error, fits, device_name
        self.sizes: list[int] = []

    def look(self, batch: Any) -> Any:
        self.sizes.append(len(batch))
        if len(batch) > self.fits:
            raise self.error
        return self.real.look(batch)

    def parts(self, seen: Any) -> Any:
        return self.real.parts(seen)

    def move(self, name: str) -> None:
        self.device, self.fits = name, 1000


@pytest.mark.parametrize("kind", KINDS)
def test_memory_that_ends_halves_the_batch_then_the_processor_helps_then_it_is_said(
    kind: str, load: Callable[[str], Segmenter], notices: list[RecollectError]
) -> None:
    segmenter = load(kind)
    prepared = [segmenter.prepare(pixels) for pixels in synthetic_photos(9, side=48)]
    expected = segmenter.segment(prepared, Turn())
    real, no_room = segmenter._towers, RuntimeError("CUDA out of memory. Tried to allocate")
    segmenter.plan, segmenter._batch = Plan("cuda", "fp32", 8, 1.0, 1.0), 8
    failing = segmenter._towers = Failing(real, no_room, 2, "cuda")
    found = segmenter.segment(prepared, Turn())
    assert failing.sizes[:3] == [8, 4, 2] and set(failing.sizes[3:]) <= {1, 2}
    assert segmenter.batch == 2 and [notice.code for notice in notices] == ["device.smaller_batches"]
    failing.fits = 0
    again = segmenter.segment(prepared, Turn())
    assert segmenter.plan.device == "cpu" and notices[-1].code == "device.processor"
    for one, other, third in zip(expected, found, again, strict=True):
        assert np.abs(one.assignment - other.assignment).max() < 1e-4
        assert np.abs(one.assignment - third.assignment).max() < 1e-4
    segmenter._towers = Failing(real, MemoryError(), 0)
    with pytest.raises(RecollectError) as caught:
        segmenter.segment(prepared, Turn())
    assert caught.value.code == "device.out_of_memory"


def test_a_typed_query_waits_for_one_pass(load: Callable[[str], Segmenter]) -> None:
    segmenter = load("groupvit")
    prepared = [segmenter.prepare(pixels) for pixels in synthetic_photos(12, side=48)]
    order: list[str] = []
    started = threading.Event()
    look, texts = segmenter._towers.look, segmenter._towers.texts

    def slow(batch: Any) -> Any:
        order.append("photo")
        started.set()
        time.sleep(0.02)
        return look(batch)

    segmenter._towers.look = slow
    segmenter._towers.texts = lambda tokens: order.append("text") or texts(tokens)
    worker = threading.Thread(target=lambda: segmenter.segment(prepared, Turn(BACKGROUND)))
    worker.start()
    started.wait(5)
    before = len(order)
    segmenter.encode_texts(["a dog"], Turn(INTERACTIVE))
    after = order.index("text")
    worker.join()
    assert after - before <= 1 and order.count("photo") == len(prepared)


def test_a_group_that_is_not_a_number_has_no_direction(load: Callable[[str], Segmenter]) -> None:
    segmenter = load("groupvit")
    prepared = [segmenter.prepare(pixels) for pixels in probe_photos(1)]
    embeddings, assignment = segmenter._towers.look(prepared)
    embeddings[0, 1, 3] = np.nan
    segmenter._towers.look = lambda _: (embeddings, assignment)
    one = segmenter.segment(prepared, Turn())[0]
    assert (one.embeddings[1] == 0).all() and (one.embeddings[0] != 0).any()
    assert np.isfinite(compact(one).embeddings).all()


@pytest.mark.parametrize("kind", KINDS)
def test_every_precision_paints_the_same_picture(kind: str, load: Callable[[str], Segmenter]) -> None:
    segmenter = load(kind)
    towers = segmenter._towers
    prepared = [segmenter.prepare(pixels) for pixels in probe_photos(3)]
    exact = towers.photos(prepared)
    assert np.abs(np.linalg.norm(exact, axis=1) - 1).max() < 1e-5
    assert towers.improve(prepared) > 0.9999
    towers.become("bf16", keep=True)
    assert (exact * towers.photos(prepared)).sum(axis=1).min() > 0.95
    towers.become("fp32")
    assert (exact * towers.photos(prepared)).sum(axis=1).min() > 0.9999


@pytest.mark.parametrize("kind", ["dense_head"])
def test_a_plan_is_measured_and_kept(kind: str, models: Path, tmp_path: Path) -> None:
    card = find_segmenter(kind, models)
    first = Segmenter.load(card, device="cpu", precision="fp32", threads=1, cache=tmp_path)
    assert first.plan.cosine >= 0.999 and first.plan.photos_per_s > 0
    again = Segmenter.load(card, device="cpu", precision="fp32", threads=1, cache=tmp_path)
    assert again.plan == first.plan and again.space == card.id
    again.close()


def test_who_is_in_a_hurry_waits_for_no_measuring(models: Path, tmp_path: Path) -> None:
    card = find_segmenter("dense_head", models)
    options = {"device": "cpu", "precision": "fp32", "threads": 1, "cache": tmp_path}
    hurried = Segmenter.load(card, hurried=True, **options)
    assert not hurried.settled and not list(tmp_path.iterdir())
    prepared = [hurried.prepare(next(probe_photos(1)))]
    measured = Segmenter.load(card, **options)
    assert measured.settled
    ours, theirs = (one.segment(prepared, Turn())[0] for one in (hurried, measured))
    assert np.allclose(ours.embeddings, theirs.embeddings, atol=1e-4)
    again = Segmenter.load(card, hurried=True, **options)
    assert again.settled and again.plan == measured.plan
