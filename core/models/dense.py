"""Where in a photo an image tower sees what: one vector for every cell, in the space of the texts.

No family was trained for places, so a dense map is an approximation whatever is done:

- ALIGN: the last map of the network; its mean is the photo's vector.
- CLIP, Chinese CLIP, SigLIP, SigLIP 2: in the last layer a token looks at tokens like itself instead of
  where its query sends it (correlative self-attention: SCLIP, arXiv 2312.01597, after MaskCLIP's value
  path, arXiv 2112.01071). CLIP's tokens then take the way of the class token; SigLIP's each pass the
  pooling head alone, which leaves that head's value path.
- GroupViT: every cell is a mixture of its groups' vectors.

The hooks live for one forward pass on the tower as it is, so folded, bf16 and 8-bit towers serve too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import torch
from torch import nn

# A convolutional network sees a photo this much larger for a map than for its vector: 448 pixels instead of
# 256 for the built-in one, at three times the cost. On VOC's train photos the hottest cell lay inside the
# thing's mask for 0.64 at 256 pixels, 0.71 at 352, 0.80 at 448 and 0.83 at 576.
FINER = 1.75
# Sides are multiples of this: what the usual network of convolutions shrinks a photo by.
STRIDE = 32

Inputs = dict[str, torch.Tensor]
Way = Callable[[Any, Inputs], torch.Tensor]


def way_of(model: Any) -> Way | None:
    """How ``model`` gives a dense map, a function for ``(model, inputs)``; None when it has no way.

    The inputs are one photo's. What comes out is float32 (rows, columns, d), not finite where the
    network gave no number.
    """
    vision = getattr(model, "vision_model", None)
    encoder = getattr(vision, "encoder", None)
    if hasattr(encoder, "stages"):
        return _from_groups
    if isinstance(getattr(vision, "pooler", None), nn.AvgPool2d | nn.MaxPool2d):
        return _from_map
    if not _attends(encoder):
        return None
    if hasattr(vision, "head"):
        return _through_head
    return _like_class_token if hasattr(model, "visual_projection") else None


def size_for(model: Any, size: tuple[int, int]) -> tuple[int, int]:
    """(height, width) in pixels of a photo squeezed for a map, where ``size`` serves for its vector."""
    if way_of(model) is not _from_map:
        return size
    return _finer(size[0]), _finer(size[1])


def _finer(side: int) -> int:
    return max(STRIDE, round(side * FINER / STRIDE) * STRIDE)


def _from_map(model: Any, inputs: Inputs) -> torch.Tensor:
    found = model.get_image_features(**inputs)
    length = found.pooler_output[0].float().norm().clamp_min(1e-12)
    cells: torch.Tensor = found.last_hidden_state[0].permute(1, 2, 0).float() / length
    return cells


def _like_class_token(model: Any, inputs: Inputs) -> torch.Tensor:
    vision = model.vision_model
    with _correlative(vision.encoder.layers[-1].self_attn):
        states = model.get_image_features(**inputs).last_hidden_state
    cells = model.visual_projection(vision.post_layernorm(states[0, 1:]))
    return _shaped(cells, inputs, vision)


def _through_head(model: Any, inputs: Inputs) -> torch.Tensor:
    vision = model.vision_model
    with _correlative(vision.encoder.layers[-1].self_attn):
        states = model.get_image_features(**inputs).last_hidden_state
    # A token that is alone gets all of the head's attention.
    return _shaped(vision.head(states[0].unsqueeze(1)), inputs, vision)


def _from_groups(model: Any, inputs: Inputs) -> torch.Tensor:
    found = model.get_image_features(**inputs, output_attentions=True)
    embeddings, assignment = groups_of(model.visual_projection, found)
    return _shaped(assignment[0].T @ embeddings[0], inputs, model.vision_model)


def groups_of(projection: Any, found: Any) -> tuple[torch.Tensor, torch.Tensor]:
    """(n, g, d) unit embeddings and (n, g, cells) soft assignment of a GroupViT's output.

    The stages' assignments are multiplied: cells to the first groups, those to the next.
    """
    tokens = found.last_hidden_state
    count, groups, width = tokens.shape
    embeddings = _unit(projection(tokens.reshape(-1, width))).view(count, groups, -1)
    first, *later = found.attentions
    assignment = first.float()
    for stage in later:
        assignment = stage.float() @ assignment
    return embeddings, assignment


def _shaped(cells: torch.Tensor, inputs: Inputs, vision: Any) -> torch.Tensor:
    """Unit cells in rows and columns; SigLIP 2 says how many there are and fills up behind them."""
    shapes = inputs.get("spatial_shapes")
    if shapes is not None:
        rows, columns = (int(side) for side in shapes[0])
    else:
        patch = vision.config.patch_size
        rows, columns = (side // patch for side in inputs["pixel_values"].shape[2:])
    return _unit(cells[: rows * columns]).view(rows, columns, -1)


def _unit(rows: torch.Tensor) -> torch.Tensor:
    return nn.functional.normalize(rows.float(), dim=-1)


def _attends(encoder: Any) -> bool:
    layers = getattr(encoder, "layers", None)
    if not isinstance(layers, nn.ModuleList) or not len(layers):
        return False
    attention = getattr(layers[-1], "self_attn", None)
    return all(hasattr(attention, name) for name in ("q_proj", "k_proj", "v_proj", "out_proj", "head_dim"))


@contextmanager
def _correlative(attention: nn.Module) -> Iterator[None]:
    """Within, ``attention`` mixes the values of tokens that are like each other."""

    def attend(module: Any, args: tuple[Any, ...], named: dict[str, Any], _: Any) -> tuple[Any, None]:
        states = args[0] if args else named["hidden_states"]
        parts = (part(states) for part in (module.q_proj, module.k_proj, module.v_proj))
        queries, keys, values = (
            part.unflatten(-1, (-1, module.head_dim)).transpose(1, 2).float() for part in parts
        )
        mixed = correlation(queries, keys, module.scale, named.get("attention_mask")) @ values
        return module.out_proj(mixed.transpose(1, 2).flatten(2).to(states.dtype)), None

    hook = attention.register_forward_hook(attend, with_kwargs=True)
    try:
        yield
    finally:
        hook.remove()


def correlation(
    queries: torch.Tensor, keys: torch.Tensor, scale: float, mask: torch.Tensor | None
) -> torch.Tensor:
    """How much each token takes of each other, (n, heads, t, t): by likeness of queries, plus of keys.

    As in SCLIP the two are added, so that a row sums to two.
    """
    return _likeness(queries, scale, mask) + _likeness(keys, scale, mask)


def _likeness(part: torch.Tensor, scale: float, mask: torch.Tensor | None) -> torch.Tensor:
    found = part @ part.transpose(-1, -2) * scale
    if mask is not None and mask.dtype == torch.bool:
        found = found.masked_fill(~mask, torch.finfo(found.dtype).min)
    elif mask is not None:
        found = found + mask
    return found.softmax(dim=-1)
