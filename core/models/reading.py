"""A segmenter over another encoder's maps: its image tower runs as it is, a small network sees its blocks."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from core.models.cards import DENSE_HEAD, STARTER, Card, Reads, read_card
from core.models.checkpoint import check_finite, load_checkpoint, load_model
from core.models.clustering import Grouping, grouped
from core.models.dense import groups_of
from core.models.dense_head import DenseHead, DenseHeadConfig
from core.models.groups import Segmentation
from core.models.model_folder import damaged, read_json
from core.models.part_towers import PartTowers, apart, pair
from core.models.preparation import Preparation, Prepared, Recipe
from core.models.safetensors_files import weight_files
from core.models.towers import EPS


class Reading(nn.Module):
    """An image tower that runs as far as the last block that is read, and the network over its maps."""

    def __init__(self, vision_model: nn.Module, head: nn.Module, blocks: Sequence[int]) -> None:
        super().__init__()
        self.vision_model = vision_model
        self.head = head
        self.blocks = tuple(blocks)

    def maps(self, pixel_values: torch.Tensor) -> list[torch.Tensor]:
        """The outputs of the blocks that are read, in the order the card names them."""
        vision: Any = self.vision_model
        x = vision.embeddings(pixel_values)
        found: dict[int, torch.Tensor] = {}
        for place, block in enumerate(vision.encoder.blocks[: max(self.blocks) + 1]):
            x = block(x)
            if place in self.blocks:
                found[place] = x
        return [found[place] for place in self.blocks]

    def forward(self, pixel_values: torch.Tensor) -> Any:
        """What the head makes of the maps, in the head's own precision."""
        dtype = next(self.head.parameters()).dtype
        return self.head(*(found.to(dtype) for found in self.maps(pixel_values)))


class GroupHead(nn.Module):
    """GroupViT whose pixels are maps: coarser ones are brought to the finest grid, all joined by channels."""

    def __init__(self, model: Any) -> None:
        super().__init__()
        self.vision_model = model.vision_model
        self.visual_projection = model.visual_projection
        vision = model.config.vision_config
        (tall, wide), (down, across) = pair(vision.image_size), pair(vision.patch_size)
        self.grid = (tall // down, wide // across)

    def forward(self, *maps: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """(n, g, d) unit embeddings and (n, g, rows, columns) assignment."""
        finest = max((one.shape[-2:] for one in maps), key=math.prod)
        same = [
            one if one.shape[-2:] == finest else nn.functional.interpolate(one, finest, mode="bilinear")
            for one in maps
        ]
        found = self.vision_model(torch.cat(same, dim=1), output_attentions=True, return_dict=True)
        embeddings, assignment = groups_of(self.visual_projection, found)
        return embeddings, assignment.reshape(*assignment.shape[:2], *self.grid)


class ReadingTowers(PartTowers):
    """A network over an encoder's maps on a device. ``rules`` cluster the cells of a dense head."""

    def __init__(self, model: Reading, recipe: Recipe, rules: Grouping) -> None:
        super().__init__(model, recipe)
        self._rules = rules
        words = getattr(model.head, "words", None)
        # Kept apart from the network, whose numbers may become shorter.
        self._words = None if words is None or not len(words) else words.numpy().copy()

    def look(self, batch: Sequence[Prepared]) -> tuple[NDArray[np.float32], ...]:
        """GroupViT's embeddings and assignments, or a dense head's cells (n, rows, columns, d)."""
        with torch.inference_mode():
            found = self.model(**self._image_inputs(batch))
            if isinstance(found, torch.Tensor):
                return (found.float().permute(0, 2, 3, 1).contiguous().cpu().numpy(),)
            return tuple(one.cpu().numpy() for one in found)

    def parts(self, seen: tuple[NDArray[np.float32], ...]) -> list[Segmentation]:
        """The groups of each photo: those of GroupViT, or the clusters of a dense head's cells."""
        if len(seen) == 2:
            return apart(*seen)
        cells = np.where(np.isfinite(seen[0]), seen[0], np.float32(0))
        return [Segmentation(*grouped(one, self._rules, self._words)) for one in cells]

    def photos(self, batch: Sequence[Prepared]) -> NDArray[np.float32]:
        """(n, cells · d) unit rows, by which two ways of running the same network are compared."""
        seen = self.look(batch)
        if len(seen) == 2:
            return self.painted(self.parts(seen))
        rows = seen[0].reshape(len(batch), -1)
        unit: NDArray[np.float32] = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), EPS)
        return unit

    def _altered(self, module: nn.Module, precision: str, variant: str) -> nn.Module:
        # What matters is that the tower's first blocks stay exact; the head can be all in bf16.
        late = variant == "late" and module is not self.model.vision_model and not _has_blocks(module)
        return super()._altered(module, precision, "" if late else variant)


def load_reading(card: Card, encoder_card: Card | None) -> tuple[ReadingTowers, Preparation]:
    """The network of ``card`` over its encoder's image tower, and how photos are prepared for it.

    Raises RecollectError ``model.damaged`` when the files do not fit each other, and what loading the
    encoder raises.
    """
    reads = card.reads
    assert reads is not None
    encoder = encoder_card or read_card(reads.folder, built_in=reads.encoder == STARTER)
    if encoder.id != reads.encoder_id:
        raise damaged(card.path, f"it reads {reads.encoder_id}, not {encoder.id}")
    checkpoint = load_checkpoint(encoder)
    vision = getattr(checkpoint.model, "vision_model", None)
    blocks = getattr(getattr(vision, "encoder", None), "blocks", ())
    if vision is None or not all(0 <= block < len(blocks) for block in reads.blocks):
        raise damaged(card.path, f"{reads.encoder} has no blocks {reads.blocks}")
    config = read_json(card.path, "config.json") or {}
    head = _dense_head(card, config) if card.family == DENSE_HEAD else GroupHead(load_model(card)).eval()
    try:
        preparation = _preparation(checkpoint.image_processor, reads)
        rules = Grouping(**config.get("grouping", {}))
    except (TypeError, ValueError, AttributeError) as error:
        raise damaged(card.path, error) from error
    assert preparation.recipe is not None
    return ReadingTowers(Reading(vision, head, reads.blocks).eval(), preparation.recipe, rules), preparation


def _dense_head(card: Card, config: dict[str, Any]) -> nn.Module:
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    try:
        head = DenseHead(DenseHeadConfig.from_dict(config))
        state: dict[str, torch.Tensor] = {}
        for file in weight_files(card.path):
            state.update(load_file(file))
        head.load_state_dict({name: tensor.float() for name, tensor in state.items()})
    except (SafetensorError, RuntimeError, TypeError, ValueError) as error:
        raise damaged(card.path, f"weights: {str(error).splitlines()[0][:200]}") from error
    check_finite(card, head)
    return head.eval()


def _preparation(processor: Any, reads: Reads) -> Preparation:
    """The encoder's own, but squeezed to the square that is read. Raises ValueError for odd families."""
    recipe = Preparation.of(processor).recipe
    if recipe is None:
        raise ValueError(f"the photos of {reads.encoder} have no fixed size")
    square = (reads.side, reads.side)
    return Preparation(replace(recipe, size=square, shortest=0, longest=0, crop=None), processor, "squeeze")


def _has_blocks(module: nn.Module) -> bool:
    return any(isinstance(part, nn.ModuleList) and len(part) >= 4 for part in module.modules())
