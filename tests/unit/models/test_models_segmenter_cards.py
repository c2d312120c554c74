"""Which folders see the parts of photos, and what their cards say."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

from core.errors import RecollectError
from core.jobs import Token, Turn
from core.models import cards
from core.models.cards import (
    as_segmenter,
    find_card,
    find_segmenter,
    list_cards,
    list_segmenters,
    read_card,
    starter_regions_card,
)
from core.models.device import probe_photos
from core.models.segmenter import Segmenter
from core.models.weights import import_model
from tests.tiny_models import SIDE, make_tiny, make_tiny_regions


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    for family in ("groupvit", "clip", "align"):
        make_tiny(family, folder / f"tiny-{family}")
    make_tiny_regions(folder / "parts", folder / "tiny-align")
    make_tiny_regions(folder / "over-maps", folder / "tiny-align", "groupvit")
    return folder


@pytest.fixture
def models(made: Path, tmp_path: Path) -> Path:
    """A copy to change: the segmenters read the encoder beside them."""
    folder = tmp_path / "models"
    shutil.copytree(made, folder)
    for name in ("parts", "over-maps"):
        change(folder / name, reads={"encoder": "tiny-align"})
    return folder


def change(folder: Path, **changes: Any) -> None:
    file = folder / "recollect.json"
    said = json.loads(file.read_text("utf-8"))
    for key, value in changes.items():
        both = isinstance(said.get(key), dict) and isinstance(value, dict)
        said[key] = {**said[key], **value} if both else value
        if value is None:
            del said[key]
    file.write_text(json.dumps(said), "utf-8")


def without_built_in(found: list[cards.Card]) -> list[str]:
    return [card.path.name for card in found if not card.built_in]


def code(work: Callable[[], Any]) -> str:
    with pytest.raises(RecollectError) as caught:
        work()
    assert caught.value.reason and caught.value.remedy
    return caught.value.code


def test_encoders_and_segmenters_are_listed_apart(models: Path) -> None:
    assert without_built_in(list_cards(models)) == ["tiny-align", "tiny-clip", "tiny-groupvit"]
    assert without_built_in(list_segmenters(models)) == ["over-maps", "parts", "tiny-groupvit"]
    assert {card.kind for card in list_cards(models)} == {"encoder"}
    assert {card.kind for card in list_segmenters(models)} == {"segmenter"}


def test_what_the_cards_say(models: Path) -> None:
    change(models / "parts", unclear={"cosine": 0.25, "how": "on held-out photos"}, terms="research only")
    card = find_segmenter("parts", models)
    encoder = find_card("tiny-align", models)
    assert (card.name, card.family, card.dimension) == ("Tiny parts", "dense_head", 16)
    assert card.image_size == (SIDE, SIDE) and card.image_mode == "squeeze"
    assert card.unclear == 0.25 and card.scale == 20.0 and card.terms == "research only"
    assert Path(card.labels_by).name == "tiny-align"
    assert card.reads is not None and card.reads.encoder_id == encoder.id
    assert card.reads.blocks == (0, 1, 2) and card.reads.side == SIDE
    groupvit = find_segmenter("tiny-groupvit", models)
    assert groupvit.labels_by == "" and groupvit.reads is None and groupvit.unclear is None
    assert groupvit.scale == find_card("tiny-groupvit", models).scale


def test_found_by_name_id_and_path(models: Path) -> None:
    card = find_segmenter("parts", models)
    for name in ("Tiny parts", card.id, str(models / "parts")):
        assert find_segmenter(name, models).id == card.id
    assert find_segmenter(str(models / "tiny-groupvit"), Path("/nowhere")).kind == "segmenter"
    as_encoder = find_card("tiny-groupvit", models)
    assert (
        find_segmenter(as_encoder.id, models).id
        == find_segmenter("tiny-groupvit", models).id
        != as_encoder.id
    )
    assert code(lambda: find_segmenter(find_card("tiny-clip", models).id, models)) == "model.not_a_segmenter"
    assert code(lambda: find_segmenter("nobody", models)) == "model.unknown"
    assert code(lambda: find_segmenter("tiny-clip", models)) == "model.not_a_segmenter"
    assert code(lambda: find_card("parts", models)) == "model.not_a_dual_encoder"
    assert code(lambda: find_card(str(models / "parts"), models)) == "model.not_a_dual_encoder"


def test_the_built_in_one_may_be_missing(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = cards.resource

    def without(name: str) -> Path:
        if name == cards.STARTER_REGIONS:
            raise FileNotFoundError(name)
        return real(name)

    monkeypatch.setattr(cards, "resource", without)
    assert starter_regions_card() is None
    for name in ("", "starter-regions"):
        assert code(lambda name=name: find_segmenter(name, models)) == "model.segmenter_missing"
    assert len(list_segmenters(models)) == 3


def test_the_built_in_one_is_first(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = cards.resource
    monkeypatch.setattr(cards, "resource", lambda name: models / "parts" if "regions" in name else real(name))
    assert find_segmenter("", models).built_in and find_segmenter("starter-regions", models).built_in
    assert [card.built_in for card in list_segmenters(models)] == [True, False, False, False]


def test_a_damaged_built_in_one_hides_no_other(
    models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "recollect.json").write_text("{")
    real = cards.resource
    monkeypatch.setattr(cards, "resource", lambda name: tmp_path if "regions" in name else real(name))
    assert code(lambda: find_segmenter("", models)) == "model.damaged"
    assert len(list_segmenters(models)) == 3
    assert find_segmenter(str(models / "parts"), models).name == "Tiny parts"


def test_the_space_changes_with_weights_encoder_and_blocks(models: Path) -> None:
    spaces = {find_segmenter("parts", models).id}
    change(models / "parts", reads={"blocks": [0, 2, 1]})
    spaces.add(find_segmenter("parts", models).id)
    shutil.rmtree(models / "tiny-align")
    make_tiny("align", models / "tiny-align", seed=9)
    spaces.add(find_segmenter("parts", models).id)
    weights = models / "parts" / "model.safetensors"
    tensors = load_file(weights)
    tensors["out.bias"] = tensors["out.bias"] + 1
    save_file(tensors, weights)
    spaces.add(find_segmenter("parts", models).id)
    assert len(spaces) == 4
    encoder = find_card("tiny-groupvit", models)
    assert as_segmenter(encoder).id != encoder.id, "groups are another space than whole photos"


# how: (folder, changes of recollect.json, what config.json becomes, what becomes of the weights, code)
BROKEN: dict[str, tuple[str, dict[str, Any], str | None, str, str]] = {
    "no such encoder": ("parts", {"reads": {"encoder": "nobody"}}, None, "", "model.missing"),
    "another encoder": ("parts", {"reads": {"encoder": "tiny-clip"}}, None, "", "model.damaged"),
    "no such block": ("parts", {"reads": {"blocks": [0, 1, 77]}}, None, "", "model.damaged"),
    "blocks in another order": ("parts", {"reads": {"blocks": [2, 1, 0]}}, None, "", "model.damaged"),
    "no blocks": ("parts", {"reads": {"blocks": []}}, None, "", "model.damaged"),
    "blocks that are no numbers": ("parts", {"reads": {"blocks": ["a"]}}, None, "", "model.damaged"),
    "unclear is no number": ("parts", {"unclear": {"cosine": "much"}}, None, "", "model.damaged"),
    "another kind of network": ("parts", {}, '{"model_type": "mask2former"}', "", "model.not_a_segmenter"),
    "an empty config": ("parts", {}, "{}", "", "model.not_a_segmenter"),
    "other sizes": ("parts", {}, '{"model_type": "dense_head", "dim": 16, "wide": 8}', "", "model.damaged"),
    "maps that are not named": ("over-maps", {"reads": None}, None, "", "model.not_a_segmenter"),
    "other maps": ("over-maps", {"reads": {"blocks": [2]}}, None, "", "model.damaged"),
    "cut weights": ("parts", {}, None, "cut", "model.damaged"),
    "not numbers": ("parts", {}, None, "nan", "model.damaged"),
}


def broken(models: Path, how: str) -> Path:
    name, changes, config, weights, _ = BROKEN[how]
    folder = models / name
    change(folder, **changes)
    if config is not None:
        (folder / "config.json").write_text(config, "utf-8")
    if weights == "cut":
        raw = (folder / "model.safetensors").read_bytes()
        (folder / "model.safetensors").write_bytes(raw[:-10])
    elif weights == "nan":
        tensors = load_file(folder / "model.safetensors")
        tensors["out.bias"][0] = np.nan
        save_file(tensors, folder / "model.safetensors")
    return folder


@pytest.mark.parametrize("how", BROKEN)
def test_a_broken_folder_is_said(how: str, models: Path) -> None:
    folder = broken(models, how)
    load = lambda: Segmenter.load(find_segmenter(str(folder), models), device="cpu", measure=False)  # noqa: E731
    assert code(load) == BROKEN[how][4]
    assert "tiny-groupvit" in without_built_in(list_segmenters(models)), "the others are still there"


@pytest.mark.parametrize("mean", [[0.5, 0.5], ["a", "b", "c"]])
def test_an_image_processor_that_cannot_be_used(mean: Any, models: Path) -> None:
    folder = models / "tiny-groupvit"
    for file in folder.glob("*processor_config.json"):
        stated = json.loads(file.read_text("utf-8"))
        stated.get("image_processor", stated)["image_mean"] = mean
        file.write_text(json.dumps(stated), "utf-8")
    card = find_segmenter("tiny-groupvit", models)
    assert code(lambda: Segmenter.load(card, device="cpu", measure=False)) == "model.damaged"


def test_an_encoder_that_changed_meanwhile(models: Path) -> None:
    card = find_segmenter("parts", models)
    other = read_card(make_tiny("align", models / "other", seed=5))
    with pytest.raises(RecollectError) as caught:
        Segmenter.load(card, device="cpu", measure=False, encoder_card=other)
    assert caught.value.code == "model.damaged"


@pytest.mark.parametrize("name", ["tiny-groupvit", "parts"])
def test_brought_into_the_library(name: str, made: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    card = import_model(made / name, library, token=Token())
    assert import_model(made / name, library, token=Token()) == card, "known already"
    assert card.path == library / name
    assert (card.kind == "encoder") == (name == "tiny-groupvit")
    segmenter = Segmenter.load(find_segmenter(name, library), device="cpu", measure=False)
    pixels = next(iter(probe_photos(1)))
    assert len(segmenter.segment([segmenter.prepare(pixels)], Turn())) == 1
    with pytest.raises(RecollectError):
        import_model(broken_copy(made / name, tmp_path), library, token=Token())
    assert sorted(p.name for p in library.iterdir() if not p.name.startswith(".")) == [name]


def broken_copy(folder: Path, where: Path) -> Path:
    copy = shutil.copytree(folder, where / "broken")
    tensors = load_file(copy / "model.safetensors")
    first = next(name for name, tensor in tensors.items() if tensor.ndim > 1)
    tensors[first] = np.full_like(tensors[first], np.nan)
    save_file(tensors, copy / "model.safetensors", metadata={"format": "pt"})
    return copy
