"""The image tower in the shape it is trained in: batch norms folded, depthwise filters still.

``LeanVision`` computes what an ``AlignVisionModel`` in eval mode computes when its squeeze
and excite parts are neutral (as in EfficientNet-Lite expressed as ALIGN), several times faster
to train on a CPU: the filters of depthwise convolutions stay as they are, because their weight
gradient alone costs more there than the rest of the backward pass together.
"""

from __future__ import annotations

from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn


class _StillDepthwise(torch.autograd.Function):
    """Depthwise convolution whose weight has no gradient; the input's is a plain convolution."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, weight: Tensor, bias: Tensor, stride: int, padding: int) -> Tensor:
        ctx.save_for_backward(weight)
        ctx.geometry = (stride, padding, x.shape)
        return F.conv2d(x, weight, bias, stride, padding, 1, weight.shape[0])

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[Tensor, None, Tensor | None, None, None]:
        (weight,) = ctx.saved_tensors
        stride, padding, shape = ctx.geometry
        grad = grads[0]
        bias_grad = grad.sum((0, 2, 3)) if ctx.needs_input_grad[2] else None
        if stride > 1:
            n, c, h, w = grad.shape
            spread = torch.zeros((n, c, stride * (h - 1) + 1, stride * (w - 1) + 1), dtype=grad.dtype)
            spread = spread.contiguous(memory_format=torch.channels_last)
            spread[:, :, ::stride, ::stride] = grad
            grad = spread
        kernel = weight.shape[-1]
        back = F.conv2d(grad, weight.flip(2, 3), None, 1, kernel - 1 - padding, 1, weight.shape[0])
        missing = (shape[3] - back.shape[3], shape[2] - back.shape[2])
        if missing != (0, 0):
            back = F.pad(back, (0, missing[0], 0, missing[1]))
        return back, None, bias_grad, None, None


class ConvAct(nn.Module):
    """A convolution with a bias (a folded batch norm) and, where asked, relu6."""

    def __init__(
        self,
        weight: Tensor,
        bias: Tensor,
        *,
        stride: int = 1,
        pad: tuple[int, int] = (0, 0),
        groups: int = 1,
        act: bool = False,
    ) -> None:
        super().__init__()
        self.weight = nn.Parameter(weight.contiguous(memory_format=torch.channels_last))
        self.bias = nn.Parameter(bias)
        self.stride, self.pad, self.groups, self.act = stride, pad, groups, act

    def forward(self, x: Tensor) -> Tensor:
        """(B, C, H, W) -> (B, C', H/stride, W/stride), in the input's precision."""
        pad = self.pad[0]
        if self.pad[0] != self.pad[1]:
            x = F.pad(x, (self.pad[0], self.pad[1], self.pad[0], self.pad[1]))
            pad = 0
        weight, bias = self.weight.to(x.dtype), self.bias.to(x.dtype)
        if self.groups > 1 and torch.is_grad_enabled() and not self.weight.requires_grad:
            y: Tensor = _StillDepthwise.apply(x, weight, bias, self.stride, pad)  # type: ignore[no-untyped-call]
        else:
            y = F.conv2d(x, weight, bias, self.stride, pad, 1, self.groups)
        return F.relu6(y, inplace=True) if self.act else y


class Block(nn.Module):
    """One inverted bottleneck: expand, depthwise, project, and the short cut where it has one."""

    def __init__(self, convs: list[ConvAct], residual: bool) -> None:
        super().__init__()
        self.convs = nn.ModuleList(convs)
        self.residual = residual

    def forward(self, x: Tensor, drop: float = 0.0) -> Tensor:
        """(B, C, H, W) -> (B, C', H', W'); ``drop``: share of photos that take the short cut only."""
        y = x
        for conv in self.convs:
            y = conv(y)
        if not self.residual:
            return y
        if self.training and drop > 0:
            keep = (torch.rand(len(x), 1, 1, 1) >= drop).to(y.dtype) / (1 - drop)
            y = y * keep
        return y + x


def fold(weight: Tensor, norm: nn.Module) -> tuple[Tensor, Tensor]:
    """Weight and bias of convolution + batch norm as one convolution."""
    mean, var, gamma, beta, eps = _norm_parts(norm)
    gain = gamma / torch.sqrt(var + eps)
    return (weight * gain[:, None, None, None]).detach().clone(), (beta - mean * gain).detach().clone()


def _norm_parts(norm: nn.Module) -> tuple[Tensor, Tensor, Tensor, Tensor, float]:
    if not isinstance(norm, nn.BatchNorm2d) or norm.running_mean is None or norm.running_var is None:
        raise TypeError("a batch norm with running figures is needed")
    return norm.running_mean, norm.running_var, norm.weight, norm.bias, norm.eps


class LeanVision(nn.Module):
    """Stem and stages of an ``AlignVisionModel``, the last stage (the head) kept apart.

    ``early`` runs the stages that stay still, ``late`` those that are trained; together they
    give the mean of the head's hidden units (B, units), to which the head is linear.
    """

    def __init__(self, vision: nn.Module) -> None:
        super().__init__()
        model: Any = vision
        config = model.config
        stem = model.embeddings
        self.stem = ConvAct(*fold(stem.convolution.weight, stem.batchnorm), stride=2, pad=(0, 1), act=True)
        self.stages = nn.ModuleList()
        blocks = iter(model.encoder.blocks)
        repeats = list(config.num_block_repeats)
        for stage, count in enumerate(repeats[:-1]):
            built = [_lean_block(next(blocks), config.strides[stage], first=j == 0) for j in range(count)]
            self.stages.append(nn.ModuleList(built))
        head = next(blocks)
        self.top = ConvAct(*fold(head.expansion.expand_conv.weight, head.expansion.expand_bn), act=True)
        self._vision = [vision]  # in a list: not a submodule, so not trained and not saved twice

    def early(self, pixels: Tensor, stages: int) -> Tensor:
        """(B, 3, H, W) -> the map after the first ``stages`` stages."""
        x = self.stem(pixels)
        for stage in list(self.stages)[:stages]:
            for block in stage:  # type: ignore[attr-defined]
                x = block(x)
        return x  # type: ignore[no-any-return]

    def late(self, x: Tensor, stages: int, drop: float = 0.0) -> Tensor:
        """The map after ``stages`` stages -> mean hidden units of the head (B, units)."""
        for stage in list(self.stages)[stages:]:
            for block in stage:  # type: ignore[attr-defined]
                x = block(x, drop)
        return self.top(x).mean((2, 3))  # type: ignore[no-any-return]

    def forward(self, pixels: Tensor) -> Tensor:
        """(B, 3, H, W) -> mean hidden units of the head (B, units)."""
        return self.late(self.early(pixels, 0), 0)

    def keep_still(self, stages: int) -> None:
        """No gradient for the stem, the first ``stages`` stages and every depthwise filter."""
        for part in [self.stem, *list(self.stages)[:stages]]:
            part.requires_grad_(False)
        for module in self.modules():
            if isinstance(module, ConvAct) and module.groups > 1:
                module.weight.requires_grad_(False)

    def write_back(self) -> nn.Module:
        """Put the weights into the ``AlignVisionModel`` this was made from (all but the head's own)."""
        model: Any = self._vision[0]
        _unfold(self.stem, model.embeddings.convolution, model.embeddings.batchnorm)
        lean = [block for stage in self.stages for block in stage]  # type: ignore[attr-defined]
        for block, target in zip(lean, model.encoder.blocks, strict=False):
            convs = list(block.convs)
            if hasattr(target, "expansion"):
                _unfold(convs.pop(0), target.expansion.expand_conv, target.expansion.expand_bn)
            _unfold(convs.pop(0), target.depthwise_conv.depthwise_conv, target.depthwise_conv.depthwise_norm)
            _unfold(convs.pop(0), target.projection.project_conv, target.projection.project_bn)
        head = model.encoder.blocks[-1]
        _unfold(self.top, head.expansion.expand_conv, head.expansion.expand_bn)
        return self._vision[0]


def _lean_block(block: Any, stride: int, first: bool) -> Block:
    stride = stride if first else 1
    convs: list[ConvAct] = []
    if hasattr(block, "expansion"):
        convs.append(ConvAct(*fold(block.expansion.expand_conv.weight, block.expansion.expand_bn), act=True))
    depthwise = block.depthwise_conv
    weight, bias = fold(depthwise.depthwise_conv.weight, depthwise.depthwise_norm)
    half = weight.shape[-1] // 2
    pad = (half, half) if stride == 1 else (half - 1, half)
    convs.append(ConvAct(weight, bias, stride=stride, pad=pad, groups=len(weight), act=True))
    convs.append(ConvAct(*fold(block.projection.project_conv.weight, block.projection.project_bn)))
    return Block(convs, residual=not first)


def _unfold(conv: ConvAct, target: Any, norm: Any) -> None:
    """A folded convolution as convolution + batch norm that does nothing but add the bias."""
    with torch.no_grad():
        target.weight.copy_(conv.weight)
        norm.running_mean.zero_()
        norm.running_var.fill_(1.0 - norm.eps)
        norm.weight.fill_(1.0)
        norm.bias.copy_(conv.bias)
