"""Dense maps of every family against a plain reimplementation from the checkpoint's own tensors."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch.nn.functional import layer_norm

from core.errors import RecollectError
from core.jobs import BACKGROUND, Cancelled, Token, Turn
from core.models import dense
from core.models.cards import read_card
from core.models.dual_encoder import DualEncoder
from core.models.towers import Towers
from tests.tiny_models import FAMILIES, SIDE, make_tiny

Array = np.ndarray[Any, Any]
PATCHES = ("clip", "chinese_clip", "siglip", "siglip2")


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return {family: make_tiny(family, tmp_path_factory.mktemp(family)) for family in FAMILIES}


@pytest.fixture(scope="module")
def encoders(folders: dict[str, Path]) -> dict[str, DualEncoder]:
    return {family: loaded(folder) for family, folder in folders.items()}


def loaded(folder: Path, precision: str = "fp32", variant: str = "") -> DualEncoder:
    """An encoder, folded where that is exact, in a precision that nobody measured."""
    encoder = DualEncoder.load(read_card(folder), device="cpu", threads=1, measure=False)
    encoder._towers.improve([encoder.prepare(picture())])
    encoder._towers.become(precision, variant)
    return encoder


def picture(height: int = 70, width: int = 100, seed: int = 0) -> Array:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), dtype=np.uint8)


def units(rows: torch.Tensor) -> torch.Tensor:
    return rows / rows.norm(dim=-1, keepdim=True)


class ByHand:
    """The last layer and what comes after it, written out from the tensors of the folder."""

    def __init__(self, folder: Path, family: str) -> None:
        from transformers import AutoImageProcessor, AutoModel

        self.family = family
        self.model = AutoModel.from_pretrained(folder, local_files_only=True).eval()
        self.processor = AutoImageProcessor.from_pretrained(folder, backend="pil", local_files_only=True)
        self.tensors = dict(self.model.state_dict())
        self.vision = self.model.config.vision_config

    def named(self, name: str) -> torch.Tensor:
        return self.tensors[f"vision_model.{name}"]

    def linear(self, name: str, rows: torch.Tensor) -> torch.Tensor:
        return rows @ self.named(f"{name}.weight").T + self.named(f"{name}.bias")

    def norm(self, name: str, rows: torch.Tensor) -> torch.Tensor:
        weight, bias = self.named(f"{name}.weight"), self.named(f"{name}.bias")
        return layer_norm(rows, weight.shape, weight, bias, self.vision.layer_norm_eps)

    def mlp(self, name: str, rows: torch.Tensor) -> torch.Tensor:
        activation = self.model.vision_model.encoder.layers[-1].mlp.activation_fn
        return self.linear(f"{name}.fc2", activation(self.linear(f"{name}.fc1", rows)))

    def inputs(self, prepared: Any) -> dict[str, torch.Tensor]:
        if prepared.pixels is None:
            return {name: torch.from_numpy(array)[None] for name, array in prepared.arrays.items()}
        plain = self.processor(
            images=prepared.pixels, do_resize=False, do_center_crop=False, return_tensors="pt"
        )
        return {"pixel_values": plain["pixel_values"]}

    def cells(self, prepared: Any, *, values_only: bool) -> Array:
        """The map by hand: (rows, columns, d)."""
        inputs = self.inputs(prepared)
        last = self.vision.num_hidden_layers - 1
        layer = f"encoder.layers.{last}"
        with torch.inference_mode():
            found = self.model.vision_model(**inputs, output_hidden_states=True)
            before = found.hidden_states[last][0]
            rows, columns = self.shape(inputs)
            class_token = 1 if "clip" in self.family else 0
            before = before[: class_token + rows * columns]
            states = self.norm(f"{layer}.layer_norm1", before)
            mixed = self.values(f"{layer}.self_attn", states, values_only)
            after = before + self.linear(f"{layer}.self_attn.out_proj", mixed)
            after = after + self.mlp(f"{layer}.mlp", self.norm(f"{layer}.layer_norm2", after))
            tokens = self.norm("post_layernorm", after[class_token:])
            if class_token:
                projected = tokens @ self.tensors["visual_projection.weight"].T
            else:
                projected = self.pooled(tokens)
            return units(projected).reshape(rows, columns, -1).numpy()

    def shape(self, inputs: dict[str, torch.Tensor]) -> tuple[int, int]:
        if "spatial_shapes" in inputs:
            rows, columns = inputs["spatial_shapes"][0].tolist()
            return rows, columns
        return SIDE // self.vision.patch_size, SIDE // self.vision.patch_size

    def values(self, name: str, states: torch.Tensor, values_only: bool) -> torch.Tensor:
        values = self.linear(f"{name}.v_proj", states)
        if values_only:
            return values
        size = self.vision.hidden_size // self.vision.num_attention_heads
        heads = []
        for head in range(self.vision.num_attention_heads):
            own = slice(head * size, (head + 1) * size)
            weights = torch.zeros(len(states), len(states))
            for kind in ("q_proj", "k_proj"):
                part = self.linear(f"{name}.{kind}", states)[:, own]
                weights += (part @ part.T / size**0.5).softmax(dim=-1)
            heads.append(weights @ values[:, own])
        return torch.cat(heads, dim=-1)

    def pooled(self, tokens: torch.Tensor) -> torch.Tensor:
        """SigLIP's pooling head, of each token as if there were no other."""
        width = self.vision.hidden_size
        weight, bias = self.named("head.attention.in_proj_weight"), self.named("head.attention.in_proj_bias")
        values = tokens @ weight[2 * width :].T + bias[2 * width :]
        pooled = self.linear("head.attention.out_proj", values)
        return pooled + self.mlp("head.mlp", self.norm("head.layernorm", pooled))


@pytest.mark.parametrize("family", PATCHES)
def test_tokens_that_are_alike_are_mixed_as_the_paper_says(
    family: str, folders: dict[str, Path], encoders: dict[str, DualEncoder]
) -> None:
    prepared = encoders[family].prepare_dense(picture())
    expected = ByHand(folders[family], family).cells(prepared, values_only=False)
    found = encoders[family].dense(prepared, Turn())
    assert found.dtype == np.float32
    assert found.shape == expected.shape
    np.testing.assert_allclose(found, expected, atol=2e-5)


@pytest.mark.parametrize("family", PATCHES)
def test_with_each_token_looking_at_itself_the_map_is_the_value_path(
    family: str,
    folders: dict[str, Path],
    encoders: dict[str, DualEncoder],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    prepared = encoders[family].prepare_dense(picture())
    mixed = encoders[family].dense(prepared, Turn())
    monkeypatch.setattr(dense, "correlation", lambda queries, *_: torch.eye(queries.shape[-2]))
    found = encoders[family].dense(prepared, Turn())
    expected = ByHand(folders[family], family).cells(prepared, values_only=True)
    np.testing.assert_allclose(found, expected, atol=2e-5)
    assert np.abs(found - mixed).max() > 1e-3


@pytest.mark.parametrize("family", FAMILIES)
def test_a_map_leaves_the_encoder_as_it_was(family: str, encoders: dict[str, DualEncoder]) -> None:
    encoder = encoders[family]
    photos = [encoder.prepare(picture())]
    before = encoder.encode_photos(photos, Turn())
    assert encoder.supports_dense
    first = encoder.dense(encoder.prepare_dense(picture()), Turn())
    again = encoder.dense(encoder.prepare_dense(picture()), Turn())
    np.testing.assert_array_equal(first, again)
    np.testing.assert_array_equal(encoder.encode_photos(photos, Turn()), before)


def test_the_mean_of_a_convolutional_map_is_the_photo_s_vector(encoders: dict[str, DualEncoder]) -> None:
    encoder = encoders["align"]
    for photo in (encoder.prepare(picture()), encoder.prepare_dense(picture())):
        cells = encoder.dense(photo, Turn())
        vector = encoder.encode_photos([photo], Turn())[0]
        np.testing.assert_allclose(cells.mean(axis=(0, 1)), vector, atol=1e-5)
    assert np.prod(cells.shape[:2]) > np.prod(encoder.dense(encoder.prepare(picture()), Turn()).shape[:2])


def test_the_built_in_model_s_map_is_finer_than_its_vector_needs() -> None:
    from core.paths import resource

    encoder = loaded(resource("starter"))
    photo = encoder.prepare_dense(picture(300, 500))
    cells = encoder.dense(photo, Turn())
    assert cells.shape == (14, 14, 384)
    vector = encoder.encode_photos([photo], Turn())[0]
    np.testing.assert_allclose(cells.mean(axis=(0, 1)), vector, atol=1e-5)
    encoder._towers.become("bf16", "late")
    assert float(encoder.dense(photo, Turn()).mean(axis=(0, 1)) @ vector) > 0.99


def test_a_groupvit_cell_is_a_mixture_of_groups(
    folders: dict[str, Path], encoders: dict[str, DualEncoder]
) -> None:
    from transformers.models.groupvit.modeling_groupvit import get_grouping_from_attentions

    encoder, hand = encoders["groupvit"], ByHand(folders["groupvit"], "groupvit")
    prepared = encoder.prepare_dense(picture())
    with torch.inference_mode():
        found = hand.model.get_image_features(**hand.inputs(prepared), output_attentions=True)
        groups = units(hand.model.visual_projection(found.last_hidden_state[0]))
        side = SIDE // hand.vision.patch_size
        shares = get_grouping_from_attentions(found.attentions, (side, side))[0]
        expected = units(torch.einsum("ghw,gd->hwd", shares, groups)).numpy()
    np.testing.assert_allclose(encoder.dense(prepared, Turn()), expected, atol=2e-5)


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("size", [(20, 400), (1, 1)])
def test_the_whole_photo_is_seen(
    family: str, size: tuple[int, int], encoders: dict[str, DualEncoder]
) -> None:
    encoder = encoders[family]
    dark = np.zeros((*size, 3), np.uint8)
    lit = dark.copy()
    lit[:, -(size[1] // 10 + 1) :] = 255
    plain = encoder.dense(encoder.prepare_dense(dark), Turn())
    cells = encoder.dense(encoder.prepare_dense(lit), Turn())
    assert cells.shape == plain.shape
    assert np.isfinite(cells).all()
    # What differs lies at the right edge, which a crop of the middle would have lost.
    assert np.abs(cells[:, -1] - plain[:, -1]).max() > 1e-4


# SigLIP 2's tower does not run in 8 bits, and convolutions are not tried.
PRECISIONS = [(family, "bf16", "") for family in FAMILIES]
PRECISIONS += [(family, "int8", "") for family in ("clip", "chinese_clip", "siglip", "groupvit")]
PRECISIONS += [("clip", "fp32", "onednn"), ("siglip", "fp32", "onednn")]


@pytest.mark.parametrize(("family", "precision", "variant"), PRECISIONS)
def test_other_precisions_give_nearly_the_same_map(
    family: str, precision: str, variant: str, folders: dict[str, Path], encoders: dict[str, DualEncoder]
) -> None:
    exact, other = encoders[family], loaded(folders[family], precision, variant)
    photo = exact.prepare_dense(picture())
    found, expected = other.dense(photo, Turn()), exact.dense(photo, Turn())
    assert found.dtype == np.float32
    cosines = (found * expected).sum(axis=-1) / np.linalg.norm(found, axis=-1)
    assert (cosines / np.linalg.norm(expected, axis=-1)).min() > 0.98


def test_a_cancelled_turn_gets_no_map(encoders: dict[str, DualEncoder]) -> None:
    token = Token()
    token.cancel()
    with pytest.raises(Cancelled):
        encoders["clip"].dense(encoders["clip"].prepare_dense(picture()), Turn(BACKGROUND, token))


def test_memory_that_ends_on_the_processor_is_said(
    encoders: dict[str, DualEncoder], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Towers, photo: Any) -> Array:
        raise MemoryError

    encoder = encoders["clip"]
    photo = encoder.prepare_dense(picture())
    monkeypatch.setattr(Towers, "dense", full)
    with pytest.raises(RecollectError) as caught:
        encoder.dense(photo, Turn())
    assert caught.value.code == "device.out_of_memory"


def test_a_network_without_a_way_says_so(folders: dict[str, Path]) -> None:
    towers = Towers(torch.nn.Sequential(torch.nn.Linear(2, 2)), None)
    assert not towers.has_map
    with pytest.raises(ValueError, match="no dense map"):
        towers.dense(None)  # type: ignore[arg-type]
