"""The text tower in the shape it is trained in: no padding, mean of the words at the end.

``LeanText`` computes what MiniLM computes (BERT, post-norm, gelu) on a packed list of words
without padding, which nearly halves the work on captions, and ends with the mean of the last
hidden states, normalised. ``parts.text_tower`` writes it as an ALIGN text tower: ALIGN takes
the first word's state, so one more layer is added whose attention is the same for every word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

EPS = 1e-12


class TextLayer(nn.Module):
    """One BERT layer over packed words."""

    def __init__(self, hidden: int, units: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(hidden, 3 * hidden)
        self.out = nn.Linear(hidden, hidden)
        self.norm = nn.LayerNorm(hidden, eps=EPS)
        self.up = nn.Linear(hidden, units)
        self.down = nn.Linear(units, hidden)
        self.norm2 = nn.LayerNorm(hidden, eps=EPS)

    def forward(self, x: Tensor, where: Tensor, mask: Tensor, drop: float, dtype: torch.dtype) -> Tensor:
        """x (words, hidden) -> (words, hidden).

        where (words,): place of each word in the padded (texts * longest) grid;
        mask (texts, 1, 1, longest): 0 for words, very negative for padding.
        """
        texts, longest = mask.shape[0], mask.shape[3]
        hidden = x.shape[1]
        width = hidden // self.heads
        qkv = _linear(x, self.qkv, dtype)
        grid = torch.zeros(texts * longest, 3 * hidden, dtype=dtype).index_copy(0, where, qkv)
        q, k, v = grid.view(texts, longest, 3, self.heads, width).permute(2, 0, 3, 1, 4)
        scores = (q @ k.transpose(-1, -2)).float() * width**-0.5 + mask
        share = F.dropout(scores.softmax(-1).to(dtype), drop, drop > 0)
        y = (share @ v).transpose(1, 2).reshape(texts * longest, hidden).index_select(0, where)
        y = F.dropout(_linear(y, self.out, dtype), drop, drop > 0)
        x = self.norm(x + y.float())
        y = F.dropout(_linear(F.gelu(_linear(x, self.up, dtype)), self.down, dtype), drop, drop > 0)
        return self.norm2(x + y.float())  # type: ignore[no-any-return]


def _linear(x: Tensor, layer: nn.Linear, dtype: torch.dtype) -> Tensor:
    return F.linear(x.to(dtype), layer.weight.to(dtype), layer.bias.to(dtype))


class LeanText(nn.Module):
    """BERT's embeddings and layers, then the normalised mean of the last states.

    ``still``: number of layers (from the first) that are not trained; the embeddings never are.
    """

    def __init__(
        self,
        vocab: int,
        hidden: int,
        units: int,
        layers: int,
        heads: int,
        positions: int,
        *,
        still: int = 0,
        drop: float = 0.0,
        dtype: torch.dtype = torch.bfloat16,
    ) -> None:
        super().__init__()
        self.word = nn.Embedding(vocab, hidden)
        self.position = nn.Embedding(positions, hidden)
        self.kind = nn.Parameter(torch.zeros(hidden))
        self.norm = nn.LayerNorm(hidden, eps=EPS)
        self.layers = nn.ModuleList([TextLayer(hidden, units, heads) for _ in range(layers)])
        self.still, self.drop, self.dtype = still, drop, dtype
        for part in [self.word, self.position, self.norm, *list(self.layers)[:still]]:
            part.requires_grad_(False)
        self.kind.requires_grad_(False)

    def forward(self, ids: Sequence[Sequence[int]]) -> Tensor:
        """Token ids of each text -> (texts, hidden) float32, each row of mean 0 and variance 1."""
        lengths = torch.tensor([len(i) for i in ids])
        longest = int(lengths.max())
        steps = torch.arange(longest)
        real = steps[None] < lengths[:, None]
        where = real.flatten().nonzero()[:, 0]
        words = torch.from_numpy(np.concatenate([np.asarray(i, dtype=np.int64) for i in ids]))
        mask = torch.zeros(len(ids), 1, 1, longest).masked_fill(~real[:, None, None], -1e9)
        x = self.norm(self.word(words) + self.position(steps.expand(len(ids), longest)[real]) + self.kind)
        drop = self.drop if self.training else 0.0
        learning = torch.is_grad_enabled()
        for number, layer in enumerate(self.layers):
            tuned = number >= self.still
            with torch.set_grad_enabled(learning and tuned):
                x = layer(x, where, mask, drop if tuned else 0.0, self.dtype)
        text = torch.arange(len(ids))[:, None].expand(len(ids), longest)[real]
        total = torch.zeros(len(ids), x.shape[1]).index_add(0, text, x)
        return F.layer_norm(total / lengths[:, None], (x.shape[1],), eps=EPS)

    def load_bert(self, state: Mapping[str, Tensor]) -> None:
        """Take the weights of a BERT encoder (transformers' names, without a prefix)."""
        embeddings = "embeddings."
        with torch.no_grad():
            self.word.weight.copy_(state[embeddings + "word_embeddings.weight"])
            known = state[embeddings + "position_embeddings.weight"]
            self.position.weight.copy_(known[: len(self.position.weight)])
            self.kind.copy_(state[embeddings + "token_type_embeddings.weight"][0])
            _take(self.norm, state, embeddings + "LayerNorm")
            for number, layer in enumerate(self.layers):
                _load_layer(layer, state, f"encoder.layer.{number}.")

    def bert_state(self) -> dict[str, Tensor]:
        """The weights under BERT's names: the inverse of ``load_bert``."""
        embeddings = "embeddings."
        state = {
            embeddings + "word_embeddings.weight": self.word.weight,
            embeddings + "position_embeddings.weight": self.position.weight,
            embeddings + "token_type_embeddings.weight": torch.stack(
                [self.kind, torch.zeros_like(self.kind)]
            ),
            embeddings + "LayerNorm.weight": self.norm.weight,
            embeddings + "LayerNorm.bias": self.norm.bias,
        }
        for number, layer in enumerate(self.layers):
            _save_layer(layer, state, f"encoder.layer.{number}.")
        return {key: value.detach().clone() for key, value in state.items()}


_PLACES = {
    "out": "attention.output.dense",
    "norm": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm2": "output.LayerNorm",
}
_QKV = ("query", "key", "value")


def _take(part: nn.Module, state: Mapping[str, Tensor], name: str) -> None:
    for kind, target in part.named_parameters():
        target.copy_(state[f"{name}.{kind}"])


def _load_layer(layer: nn.Module, state: Mapping[str, Tensor], prefix: str) -> None:
    for own, name in _PLACES.items():
        _take(getattr(layer, own), state, prefix + name)
    for kind, target in layer.qkv.named_parameters():  # type: ignore[union-attr]
        target.copy_(torch.cat([state[f"{prefix}attention.self.{part}.{kind}"] for part in _QKV]))


def _save_layer(layer: nn.Module, state: dict[str, Tensor], prefix: str) -> None:
    for own, name in _PLACES.items():
        for kind, value in getattr(layer, own).named_parameters():
            state[f"{prefix}{name}.{kind}"] = value
    for kind, value in layer.qkv.named_parameters():  # type: ignore[union-attr]
        for part, piece in zip(_QKV, value.chunk(3), strict=True):
            state[f"{prefix}attention.self.{part}.{kind}"] = piece
