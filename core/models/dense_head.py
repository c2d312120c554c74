"""A small network over an image tower's maps: one vector of the text space for each cell of a photo.

It reads three maps of the same photo: ``near`` (B, near, 2g, 2g), ``far`` (B, far, g, g) and ``text``
(B, dim, g, g), the last already in the text space. Layers of attention look at the whole photo on
the coarse grid; convolutions on the fine grid find the outlines. Only torch is needed.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn


@dataclass(frozen=True)
class DenseHeadConfig:
    """Sizes: channels of the three maps, ``grid`` cells on each side of the coarse maps, the widths of
    the attention layers (``deep``) and of the convolutions (``wide``), and how many of each; ``words``: how
    many vectors of words are kept with it, by which ``clustering.grouped`` tells cells apart."""

    near: int = 120
    far: int = 352
    dim: int = 384
    grid: int = 14
    deep: int = 384
    layers: int = 3
    heads: int = 6
    wide: int = 256
    fine: int = 2
    dropout: float = 0.1
    words: int = 0

    def to_dict(self) -> dict[str, Any]:
        """As config.json keeps it."""
        return {"model_type": "dense_head", **asdict(self)}

    @classmethod
    def from_dict(cls, read: dict[str, Any]) -> DenseHeadConfig:
        """The inverse of ``to_dict``; unknown keys are ignored."""
        return cls(**{key: read[key] for key in cls.__dataclass_fields__ if key in read})


class Layer(nn.Module):
    """One attention layer over all cells, normalised before each part."""

    def __init__(self, width: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.norm, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv, self.mix = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def forward(self, x: Tensor) -> Tensor:
        """(B, cells, width) -> the same."""
        batch, cells, width = x.shape
        qkv = self.qkv(self.norm(x)).view(batch, cells, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        seen = F.scaled_dot_product_attention(qkv[0], qkv[1], qkv[2])
        x = x + self._drop(self.mix(seen.transpose(1, 2).reshape(batch, cells, width)))
        return x + self._drop(self.down(F.gelu(self.up(self.norm2(x)))))

    def _drop(self, x: Tensor) -> Tensor:
        return F.dropout(x, self.dropout, self.training)


class Fine(nn.Module):
    """One residual 3 × 3 convolution."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.norm = nn.GroupNorm(1, width)
        self.conv = nn.Conv2d(width, width, 3, padding=1)
        self.mix = nn.Conv2d(width, width, 1)

    def forward(self, x: Tensor) -> Tensor:
        """(B, width, h, w) -> the same."""
        mixed: Tensor = self.mix(F.gelu(self.conv(self.norm(x))))
        return x + mixed


class DenseHead(nn.Module):
    """The network; ``shift`` and ``gain`` buffers bring each channel of the maps to mean 0,
    spread 1; ``words`` (V, dim) are unit vectors of the text space."""

    near_shift: Tensor
    near_gain: Tensor
    far_shift: Tensor
    far_gain: Tensor
    text_gain: Tensor
    words: Tensor

    def __init__(self, config: DenseHeadConfig) -> None:
        super().__init__()
        self.config = config
        c = config
        for name, size in (("near", c.near), ("far", c.far)):
            self.register_buffer(f"{name}_shift", torch.zeros(size, 1, 1))
            self.register_buffer(f"{name}_gain", torch.ones(size, 1, 1))
        self.register_buffer("text_gain", torch.ones(()))
        self.register_buffer("words", torch.zeros(c.words, c.dim))
        self.from_far = nn.Conv2d(c.far, c.deep, 1)
        self.from_text = nn.Conv2d(c.dim, c.deep, 1, bias=False)
        self.from_near = nn.Conv2d(c.near, c.deep, 2, stride=2, bias=False)
        self.place = nn.Parameter(torch.randn(1, c.grid * c.grid, c.deep) * 0.02)
        self.layers = nn.ModuleList(Layer(c.deep, c.heads, c.dropout) for _ in range(c.layers))
        self.norm = nn.LayerNorm(c.deep)
        self.lift = nn.Conv2d(c.deep, c.wide, 1)
        self.beside = nn.Conv2d(c.near, c.wide, 3, padding=1, bias=False)
        self.fine = nn.ModuleList(Fine(c.wide) for _ in range(c.fine))
        self.last = nn.GroupNorm(1, c.wide)
        self.out = nn.Conv2d(c.wide, c.dim, 1)
        self.keep = nn.Parameter(torch.ones(()))

    def forward(self, near: Tensor, far: Tensor, text: Tensor) -> Tensor:
        """(B, near, 2g, 2g), (B, far, g, g), (B, dim, g, g) -> unit vectors (B, dim, 2g, 2g), float32."""
        near = (near - self.near_shift) * self.near_gain
        far = (far - self.far_shift) * self.far_gain
        text = text * self.text_gain
        deep = self.from_far(far) + self.from_text(text) + self.from_near(near)
        batch, width, high, wide = deep.shape
        x = deep.flatten(2).transpose(1, 2) + self.place.to(deep.dtype)
        for layer in self.layers:
            x = layer(x)
        x = self.norm(x).transpose(1, 2).reshape(batch, width, high, wide)
        size = near.shape[-2:]
        y = _up(self.lift(x), size) + self.beside(near)
        for block in self.fine:
            y = block(y)
        found = self.out(self.last(y)).float() + self.keep * _up(text.float(), size)
        return F.normalize(found, dim=1)


def _up(x: Tensor, size: torch.Size) -> Tensor:
    return F.interpolate(x, size=tuple(size), mode="bilinear", align_corners=False)
