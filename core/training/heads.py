"""The linear heads over still towers: the first lesson, half a minute long, and the teacher's space.

The text head over MiniLM's mean is what "the teacher" means from then on: where the text tower
is tuned, words that no caption uses are held to the place this head gave them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from core.jobs import Token
from core.training import losses
from core.training.loop import Plan, share_of_rate
from core.training.views import Classifier


@dataclass(frozen=True)
class HeadLesson:
    """How the heads are taught."""

    epochs: int = 30
    batch: int = 256
    rate: float = 4e-3
    weight_decay: float = 0.3
    photo_drop: float = 0.6
    text_drop: float = 0.3
    classes: float = 0.3
    seed: int = 0


@dataclass(frozen=True)
class Heads:
    """Two linear heads and two scales (logarithms), learnt together."""

    photo: nn.Linear
    text: nn.Linear
    scale: Tensor
    class_scale: Tensor


def learn_heads(
    units: list[npt.NDArray[np.float16]],
    texts: Tensor,
    owner: npt.NDArray[np.int64],
    names: Tensor,
    classes: Tensor,
    lesson: HeadLesson,
    token: Token | None = None,
) -> Heads:
    """Heads by InfoNCE with several captions per photo, and ImageNet's classes by their names.

    units: per view (photos, units); texts (captions, hidden) means of words, owner (captions,)
    their photos in order; names (1000, hidden); classes (photos, 1000) probabilities.
    """
    torch.manual_seed(lesson.seed)
    rng = np.random.default_rng(lesson.seed)
    first = torch.from_numpy(units[0].astype(np.float32))
    middle, spread = first.mean(0), first.std(0) + 1e-3
    photo, text = _fresh(first.shape[1], texts.shape[1])
    scales = [nn.Parameter(torch.tensor(20.0).log()) for _ in range(2)]
    optimizer = torch.optim.AdamW(
        [*photo.parameters(), *text.parameters(), *scales], lr=lesson.rate, weight_decay=lesson.weight_decay
    )
    steps = max(1, len(first) // lesson.batch)
    plan = Plan(epochs=lesson.epochs, warm=0.1, end=0.0)
    begin = np.searchsorted(owner, np.arange(len(first) + 1))
    for step in range(steps * lesson.epochs):
        if token is not None:
            token.check()
        if step % steps == 0:
            order = rng.permutation(len(first))
        rows = order[step % steps * lesson.batch : (step % steps + 1) * lesson.batch]
        chosen = rng.integers(0, len(units), len(rows))
        drawn = np.stack([units[v][row] for v, row in zip(chosen, rows, strict=True)]).astype(np.float32)
        x = (torch.from_numpy(drawn) - middle) / spread
        said = np.concatenate([np.arange(begin[row], begin[row + 1]) for row in rows])
        same = torch.from_numpy((owner[said][None] == rows[:, None]).astype(np.float32))
        v = F.normalize(photo(F.dropout(x, lesson.photo_drop)), dim=1)
        t = F.normalize(text(F.dropout(texts[said], lesson.text_drop)), dim=1)
        n = F.normalize(text(names), dim=1)
        loss = losses.symmetric(v, t, same, scales[0].exp())
        loss = loss + lesson.classes * losses.class_knowledge(v, n, scales[1].exp(), classes[rows])
        share = share_of_rate(step, steps * lesson.epochs, plan)
        for group in optimizer.param_groups:
            group["lr"] = lesson.rate * share
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
    _absorb(photo, middle, spread)
    return Heads(photo, text, scales[0].detach(), scales[1].detach())


def _fresh(units: int, hidden: int) -> tuple[nn.Linear, nn.Linear]:
    photo, text = nn.Linear(units, hidden), nn.Linear(hidden, hidden)
    nn.init.normal_(photo.weight, std=units**-0.5)
    nn.init.zeros_(photo.bias)
    nn.init.eye_(text.weight)
    nn.init.zeros_(text.bias)
    return photo, text


def _absorb(photo: nn.Linear, middle: Tensor, spread: Tensor) -> None:
    """Let the head take units as they are, instead of standardised ones (in place)."""
    with torch.no_grad():
        photo.weight.div_(spread)
        photo.bias.sub_(photo.weight @ middle)


@torch.no_grad()
def class_head(units: Tensor, names: Tensor, classifier: Classifier) -> tuple[Tensor, Tensor]:
    """Weight (dim, units) and bias (dim,) of a photo head that needs no captions.

    ImageNet's classifier followed by the names' embeddings: a photo lands at the sum of what its
    classes are called, each weighted by its logit. units (N, units) of real photos say where the
    middle is, and are given length 1 on average; names (classes, dim).
    """
    directions = F.normalize(names - names.mean(0), dim=1)
    weight = directions.T @ (classifier.weight - classifier.weight.mean(0))
    weight = weight / ((units - units.mean(0)) @ weight.T).norm(dim=1).mean()
    return weight, -weight @ units.mean(0)


@torch.no_grad()
def lean_on_classes(
    photo: nn.Linear, units: Tensor, names: Tensor, classifier: Classifier, share: float
) -> None:
    """Add ``share`` of the class head to a photo head (in place), measured by their usual lengths."""
    weight, bias = class_head(units, names, classifier)
    usual = photo(units).norm(dim=1).mean() * share
    photo.weight.add_(usual * weight)
    photo.bias.add_(usual * bias)
