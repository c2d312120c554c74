"""Figures while training, on photos kept apart: recall both ways, and nearness to the text teacher."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor


def recalls(photos: Tensor, texts: Tensor, owner: npt.NDArray[np.int64]) -> dict[str, float]:
    """Recall at 1, 5 and 10, text -> photo ("t2p") and photo -> text ("p2t").

    photos (P, D) and texts (T, D) unit rows, owner (T,) the photo of each text.
    """
    scores = texts @ photos.T
    own = torch.from_numpy(np.ascontiguousarray(owner))
    better = (scores > scores.gather(1, own[:, None])).sum(1)
    found = {f"t2p@{k}": float((better < k).float().mean()) for k in (1, 5, 10)}
    mine = own[:, None] == torch.arange(len(photos))[None]
    best = scores.masked_fill(~mine, -torch.inf).max(0).values
    ahead = (scores > best[None]).sum(0)
    return found | {f"p2t@{k}": float((ahead < k).float().mean()) for k in (1, 5, 10)}


def nearness(texts: Tensor, teacher: Tensor) -> float:
    """Mean cosine of texts (T, D) with their teacher's embeddings (T, D), unit rows."""
    return float((texts * teacher).sum(1).mean())
