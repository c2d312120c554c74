"""The two towers while they are trained together: lean image tower, lean text tower, linear heads."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from core.errors import RecollectError
from core.training import align, parts
from core.training.lean import LeanVision
from core.training.leantext import LeanText


class Towers(nn.Module):
    """Photos and texts -> unit vectors of one space, with the scale that belongs to them."""

    def __init__(self, vision: LeanVision, text: LeanText, dim: int, stages: int) -> None:
        super().__init__()
        self.vision, self.text, self.stages = vision, text, stages
        units = vision.top.weight.shape[0]
        self.photo_head = nn.Linear(units, dim)
        self.text_head = nn.Linear(text.word.weight.shape[1], dim)
        self.scale = nn.Parameter(torch.tensor(20.0).log())
        self.class_scale = nn.Parameter(torch.tensor(20.0).log())
        self.skip, self.drop = 0.1, 0.4
        vision.keep_still(stages)

    def photos(self, maps: Tensor) -> Tensor:
        """Maps behind the still stages (B, C, H, W) -> unit vectors (B, dim)."""
        return self.of_units(self.units(maps))

    def units(self, maps: Tensor) -> Tensor:
        """Maps behind the still stages -> mean hidden units of the image tower (B, units)."""
        return self.vision.late(maps, self.stages, self.skip).float()

    def of_units(self, units: Tensor) -> Tensor:
        """Hidden units of the image tower (B, units) -> unit vectors (B, dim); drops some in training."""
        return F.normalize(self.photo_head(F.dropout(units, self.drop, self.training)), dim=1)

    def texts(self, ids: Sequence[Sequence[int]]) -> Tensor:
        """Token ids -> unit vectors (B, dim)."""
        return self.of_means(self.text(ids))

    def of_means(self, means: Tensor) -> Tensor:
        """Normalised means of the words' states (B, hidden) -> unit vectors (B, dim)."""
        return F.normalize(self.text_head(means), dim=1)

    @torch.no_grad()
    def all_texts(self, ids: Sequence[Sequence[int]], batch: int = 256) -> Tensor:
        """``texts`` for many, in batches of like length."""
        return in_batches(self.texts, ids, self.text_head.out_features, batch)

    def trained(self) -> dict[str, Tensor]:
        """Copies of everything that is trained."""
        return {name: p.detach().clone() for name, p in self.named_parameters() if p.requires_grad}

    @torch.no_grad()
    def take(self, weights: dict[str, Tensor]) -> None:
        """Put trained weights (as from ``trained``) in place."""
        own = dict(self.named_parameters())
        for name, value in weights.items():
            own[name].copy_(value)


@torch.no_grad()
def in_batches(function: Any, ids: Sequence[Sequence[int]], dim: int, batch: int = 256) -> Tensor:
    """function(list of token ids) -> (B, dim), for many texts, sorted by length to waste nothing."""
    order = sorted(range(len(ids)), key=lambda i: len(ids[i]))
    found = torch.empty(len(ids), dim)
    for start in range(0, len(order), batch):
        rows = order[start : start + batch]
        found[rows] = function([ids[i] for i in rows])
    return found


def built(stages: int, *, still: int, text_drop: float = 0.1, dim: int = 384) -> Towers:
    """Towers of EfficientNet-Lite2 and MiniLM; heads still random."""
    vision = parts.lite_vision(parts.lite2_state(), parts.LITE2, dim)
    lean = LeanVision(vision).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    return Towers(lean, parts.minilm(still=still, drop=text_drop), dim, stages)


def read(folder: Path, stages: int, *, still: int, text_drop: float = 0.1) -> Towers:
    """Towers of a starter that ``write`` made, to go on from.

    Its words are those of its own tokenizer. Raises RecollectError ``model.missing``.
    """
    from transformers import AutoModel

    if not (folder / "config.json").is_file():
        raise RecollectError("model.missing", path=str(folder))
    model: Any = AutoModel.from_pretrained(
        folder, local_files_only=True, use_safetensors=True, dtype=torch.float32
    ).eval()
    config = model.config.text_config
    text = LeanText(
        config.vocab_size,
        config.hidden_size,
        config.intermediate_size,
        config.num_hidden_layers - 1,  # the last one is ``parts.bert_with_mean``'s
        config.num_attention_heads,
        config.max_position_embeddings,
        still=still,
        drop=text_drop,
    )
    text.load_bert(model.text_model.state_dict())
    lean = LeanVision(model.vision_model).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    towers = Towers(lean, text, model.config.projection_dim, stages)
    with torch.no_grad():
        weight, bias = parts.head_of(model.vision_model)
        towers.photo_head.weight.copy_(weight)
        towers.photo_head.bias.copy_(bias)
        towers.text_head.load_state_dict(model.text_projection.state_dict())
        towers.scale.copy_(-model.temperature.log())
    return towers


def write(towers: Towers, tokenizer: Path, out: Path, work: Path, size: int) -> None:
    """Save the towers as an ALIGN checkpoint that any loader of the family reads."""
    vision = towers.vision.write_back()
    parts.set_head(vision, towers.photo_head.weight.detach(), towers.photo_head.bias.detach())
    smaller = work / "tokenizer"
    keep = align.smaller_tokenizer(tokenizer, smaller, limit=128)
    scale = float(towers.scale.detach().exp())
    model = align.join(vision, towers.text, towers.text_head, scale, keep)
    align.save(model, smaller, out, size)
