"""How near a finished starter's texts are to its teacher: MiniLM's mean through the same head."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

from core.errors import RecollectError
from core.training import parts, words
from core.training.towers import in_batches


@torch.no_grad()
def cosines(folder: Path, texts: Sequence[str]) -> Tensor:
    """(texts,) cosines of the model's text embeddings with the teacher's.

    The teacher is MiniLM as it came, its mean of the words, through the model's own projection.
    """
    from transformers import AutoModel

    if not (folder / "config.json").is_file():
        raise RecollectError("model.missing", path=str(folder))
    model: Any = AutoModel.from_pretrained(
        folder, local_files_only=True, use_safetensors=True, dtype=torch.float32
    ).eval()
    tokens = words.Tokens(folder)
    dim = model.text_projection.out_features

    def student(ids: list[list[int]]) -> Tensor:
        longest = max(len(row) for row in ids)
        grid = torch.tensor([row + [0] * (longest - len(row)) for row in ids])
        mask = torch.tensor([[1] * len(row) + [0] * (longest - len(row)) for row in ids])
        found = model.get_text_features(input_ids=grid, attention_mask=mask)
        return found if isinstance(found, Tensor) else found.pooler_output

    lean = parts.minilm(dtype=torch.float32).eval()
    teacher = in_batches(lean, words.Tokens(parts.minilm_folder())(texts), lean.word.weight.shape[1])
    found = in_batches(student, tokens(texts), dim)
    return F.cosine_similarity(found, model.text_projection(teacher), dim=1)
