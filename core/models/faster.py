"""The same network with fewer steps. Callers compare its results to the unchanged one's before use."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import torch
from torch import nn
from torch.nn.utils import fuse_conv_bn_eval


def is_convolutional(module: nn.Module) -> bool:
    """True for a network of convolutions (not of patches and attention): channels_last pays there."""
    return sum(isinstance(part, nn.Conv2d) for part in module.modules()) > 4


def channels_last(module: nn.Module) -> nn.Module:
    """Store convolution weights with the channel last, which oneDNN and cuDNN prefer; in place."""
    move: Any = module.to
    placed: nn.Module = move(memory_format=torch.channels_last)
    return placed


def fold(module: nn.Module) -> tuple[nn.Module, int]:
    """Fold batch norms into the convolution declared before them; drop always-open gates, in place.

    Returns the module and the number of changes. Modules are matched by the order they are declared
    in, which need not be the order they run in: compare before use.
    """
    changes = 0
    children = list(module.named_children())
    for (name, first), (next_name, second) in pairwise(children):
        if (
            isinstance(first, nn.Conv2d)
            and isinstance(second, nn.BatchNorm2d)
            and first.out_channels == second.num_features
        ):
            setattr(module, name, fuse_conv_bn_eval(first, second))
            setattr(module, next_name, nn.Identity())
            changes += 1
    for name, child in list(module.named_children()):
        if _always_open(child):
            setattr(module, name, nn.Identity())
            changes += 1
        else:
            changes += fold(child)[1]
    return module, changes


def swap_linears(module: nn.Module) -> nn.Module:
    """Let oneDNN compute the linear layers: on AMD processors MKL's fp32 runs at less than half speed."""
    from torch.utils.mkldnn import MkldnnLinear

    if isinstance(module, nn.Linear):
        return _linear(module, MkldnnLinear)
    for name, child in list(module.named_children()):
        # Only the class itself: a subclass may do more in its forward.
        if type(child) is nn.Linear:
            setattr(module, name, _linear(child, MkldnnLinear))
        else:
            swap_linears(child)
    return module


def _linear(layer: nn.Linear, kind: Any) -> nn.Module:
    swapped: nn.Module = kind(layer, torch.float)
    return swapped


def _always_open(module: nn.Module) -> bool:
    """A squeeze-and-excitation gate that multiplies by exactly one whatever it sees."""
    last = getattr(module, "expand", None)
    if not isinstance(last, nn.Conv2d) or last.bias is None:
        return False
    if not isinstance(getattr(module, "act_expand", None), nn.Sigmoid):
        return False
    with torch.inference_mode():
        return bool((last.weight == 0).all()) and bool((torch.sigmoid(last.bias) == 1).all())
