"""Teaching the region model: masks, captions, and what the towers already know of each cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from core.training.loop import Figures, mixed_precision
from core.training.regions_data import NOTHING, UNKNOWN
from core.training.regions_features import Maps

SHARP = 20.0


@dataclass(frozen=True)
class Texts:
    """Unit embeddings by the starter: ``names[i]`` (forms, D) all ways to say name i; ``classes``
    (1000, D) ImageNet's; ``terms`` (T, D) what captions share; ``bank`` (N, D) everything else."""

    names: list[Tensor]
    classes: Tensor
    terms: Tensor
    bank: Tensor

    def forms(self, rng: np.random.Generator) -> Tensor:
        """One way to say each name, at random (names, D)."""
        return torch.stack([forms[int(rng.integers(len(forms)))] for forms in self.names])


@dataclass(frozen=True)
class RegionLesson:
    """Batch sizes, rates and how much each part of the loss counts."""

    scenes: int = 12
    captioned: int = 8
    rate: float = 6e-4
    masks: float = 1.0
    captions: float = 0.25
    teacher: float = 0.5
    classes: float = 0.1
    nothing: float = 0.6
    terms: int = 96
    nouns: int = 384
    scale: float = 26.0


@dataclass(frozen=True)
class RegionMaterial:
    """Maps of scenes and of captioned photos (``owner``: which photo each is), the texts, which names
    each source's masks know (sources, names), and the terms that fit each photo."""

    scenes: Maps
    captioned: Maps | None
    owner: npt.NDArray[np.int64]
    texts: Texts
    known: Tensor
    terms_of: Sequence[npt.NDArray[np.int64]]


def cell_targets(labels: Tensor, names: int, sources: int, cells: int) -> Tensor:
    """What each cell shows: (B, S, S) numbers -> shares (B, cells², names + sources).

    The last ``sources`` columns are "none of the names that this source knows"; unknown pixels do
    not count, so a row sums to 1 at most.
    """
    batch, side = labels.shape[:2]
    step = side // cells
    index = labels.long()
    index = torch.where(labels > NOTHING - sources, names + NOTHING - index, index)
    index = torch.where(labels == UNKNOWN, torch.full_like(index, names + sources), index)
    blocks = index.view(batch, cells, step, cells, step).permute(0, 1, 3, 2, 4).reshape(batch, cells**2, -1)
    shares = torch.zeros(batch, cells**2, names + sources + 1)
    shares.scatter_add_(2, blocks, torch.full(blocks.shape, 1.0 / step**2))
    return shares[..., :-1]


class RegionTask:
    """A network from maps to cells' vectors, as ``loop.Run`` wants it."""

    model: nn.Module

    def __init__(
        self,
        network: nn.Module,
        material: RegionMaterial,
        lesson: RegionLesson,
        judge: Callable[[Any, float], Figures],
        steps: int | None = None,
    ) -> None:
        self.material, self.lesson, self.judge = material, lesson, judge
        scales = Scales(lesson.scale)
        self.model = nn.ModuleDict({"network": network, "scales": scales})
        self.network = network
        self.scales = scales
        self.steps_per_epoch = steps or max(1, len(material.scenes) // lesson.scenes)

    def groups(self) -> list[dict[str, Any]]:
        """Weights with two dimensions or more decay, others do not."""
        lean = [p for p in self.network.parameters() if p.requires_grad and p.dim() < 2]
        full = [p for p in self.network.parameters() if p.requires_grad and p.dim() >= 2]
        rate = self.lesson.rate
        scales = list(self.scales.parameters())
        return [
            {"params": full, "lr": rate},
            {"params": lean, "lr": rate, "weight_decay": 0.0},
            {"params": scales, "lr": rate * 3, "weight_decay": 0.0},
        ]

    def loss(self, step: int, rng: np.random.Generator) -> tuple[Tensor, Figures]:
        """All lessons on a batch of scenes and of captioned photos."""
        lesson, material = self.lesson, self.material
        rows = np.sort(rng.choice(len(material.scenes), min(lesson.scenes, len(material.scenes)), False))
        maps = material.scenes.batch(rows)
        count, said = len(rows), np.zeros(0, np.int64)
        if material.captioned is not None and lesson.captioned:
            said = np.sort(
                rng.choice(len(material.captioned), min(lesson.captioned, len(material.captioned)), False)
            )
            more = material.captioned.batch(said)
            near, far, text = (torch.cat(pair) for pair in zip(maps, more, strict=True))
            maps = (near, far, text)
        with mixed_precision():
            cells = self.network(*maps)
        labels = torch.from_numpy(material.scenes.labels[rows])
        parts = {"masks": self._masks(cells[:count], labels, rng)}
        parts["teacher"] = self._teacher(cells, maps[2], labels, rng)
        parts["classes"] = self._classes(cells, rows, said)
        if len(said):
            parts["captions"] = self._captions(cells[count:], said, rng)
        whole = torch.stack([getattr(lesson, name) * value for name, value in parts.items()]).sum()
        return whole, {name: float(value.detach()) for name, value in parts.items()}

    def _masks(self, cells: Tensor, labels: Tensor, rng: np.random.Generator) -> Tensor:
        """Cross entropy of each cell over the names and "none of them", every thing of a photo counted
        by the root of its area."""
        known = self.material.known
        sources, names = known.shape
        shares = cell_targets(labels, names, sources, cells.shape[-1])
        flat = cells.flatten(2).transpose(1, 2)
        texts = self.material.texts.forms(rng)
        scale, nothing = self.scales.masks()
        logits = scale * flat @ texts.T
        none = nothing.expand(*logits.shape[:2], 1)
        every = torch.cat([logits, none], 2).log_softmax(2)
        areas = shares.sum(1, keepdim=True).clamp(min=1.0)
        weight = areas.rsqrt()
        weight[..., names:] *= self.lesson.nothing
        loss = -(shares[..., :names] * weight[..., :names] * every[..., :names]).sum((1, 2))
        for source in range(sources):
            some = torch.cat([logits[..., known[source]], none], 2).log_softmax(2)[..., -1]
            loss = loss - (shares[..., names + source] * weight[..., names + source] * some).sum(1)
        full = (shares * weight).sum((1, 2))
        return loss.sum() / full.sum().clamp(min=1.0)

    def _teacher(self, cells: Tensor, text: Tensor, labels: Tensor, rng: np.random.Generator) -> Tensor:
        """Cells without a name keep what the tower's own map says of words drawn at random."""
        bank = self.material.texts.bank
        words = bank[torch.from_numpy(rng.choice(len(bank), min(self.lesson.nouns, len(bank)), False))]
        small = F.normalize(F.avg_pool2d(cells, 2), dim=1).flatten(2).transpose(1, 2)
        taught = F.normalize(text.float(), dim=1).flatten(2).transpose(1, 2)
        with torch.no_grad():
            wanted = (self.lesson.scale * taught @ words.T).softmax(2)
        found = (self.lesson.scale * small @ words.T).log_softmax(2)
        apart = F.kl_div(found, wanted, reduction="none").sum(2)
        weight = torch.ones_like(apart)
        things = (labels < len(self.material.texts.names)).float()[:, None]
        weight[: len(labels)] = 1.0 - F.adaptive_avg_pool2d(things, text.shape[-1]).flatten(1)
        return (apart * weight).sum() / weight.sum().clamp(min=1.0)

    def _classes(self, cells: Tensor, rows: npt.NDArray[np.int64], said: npt.NDArray[np.int64]) -> Tensor:
        """What ImageNet's own network makes of each cell, where it is sure of something."""
        material = self.material
        sets = [(material.scenes, rows)]
        if material.captioned is not None and len(said):
            sets.append((material.captioned, said))
        classes = torch.from_numpy(np.concatenate([maps.classes[at] for maps, at in sets])).long()
        scores = torch.from_numpy(np.concatenate([maps.chances[at] for maps, at in sets])).float()
        chances = scores.flatten(1, 2)
        small = F.normalize(F.avg_pool2d(cells, 2), dim=1).flatten(2).transpose(1, 2)
        with mixed_precision():
            cosines = small @ material.texts.classes.T
        found = (self.scales.classes() * cosines.float()).log_softmax(2)
        taken = found.gather(2, classes.flatten(1, 2))
        return -(chances * taken).sum() / chances.sum().clamp(min=1.0)

    def _captions(self, cells: Tensor, said: npt.NDArray[np.int64], rng: np.random.Generator) -> Tensor:
        """Words that captions share find their photos by the part that fits them best, and back."""
        material = self.material
        of = [material.terms_of[int(material.owner[row])] for row in said]
        every = np.unique(np.concatenate(of)) if of else np.zeros(0, np.int64)
        if len(every) == 0:
            return cells.sum() * 0.0
        chosen = rng.choice(every, min(self.lesson.terms, len(every)), False)
        same = torch.from_numpy(np.stack([np.isin(chosen, terms) for terms in of])).float()
        scores = best_part(cells, material.texts.terms[torch.from_numpy(chosen)])
        logits = self.scales.terms() * scores
        to_photo = -(logits.log_softmax(0) * same).sum() / same.sum().clamp(min=1.0)
        to_term = -(logits.log_softmax(1) * same).sum() / same.sum().clamp(min=1.0)
        return to_photo + to_term

    def measure(self) -> Figures:
        """Figures of photos kept apart."""
        return self.judge(self.network, float(self.scales.masks()[0].detach()))

    def state(self) -> dict[str, Tensor]:
        """Nothing besides weights."""
        return {}

    def load_state(self, state: dict[str, Tensor]) -> None:
        """Nothing besides weights."""


def best_part(cells: Tensor, texts: Tensor) -> Tensor:
    """How well the best part of each photo fits each text: cells (B, D, h, w), texts (T, D) -> (B, T)."""
    cosines = torch.einsum("bdc,td->btc", cells.flatten(2), texts)
    return ((SHARP * cosines).softmax(2) * cosines).sum(2)


class Scales(nn.Module):
    """The factors on the cosines, and the score of "none of the names"."""

    def __init__(self, scale: float) -> None:
        super().__init__()
        start = torch.tensor(scale).log()
        self.mask, self.class_, self.term = (nn.Parameter(start.clone()) for _ in range(3))
        self.nothing = nn.Parameter(torch.tensor(0.25))

    def masks(self) -> tuple[Tensor, Tensor]:
        """Factor, and the score of "none" (a cosine times the factor)."""
        scale = self.mask.exp()
        return scale, self.nothing * scale

    def classes(self) -> Tensor:
        """Factor for ImageNet's names."""
        return self.class_.exp()

    def terms(self) -> Tensor:
        """Factor for what captions share."""
        return self.term.exp()
