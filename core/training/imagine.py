"""Photos of things the training photos do not show, imagined as hidden units.

ImageNet's classifier knows a thousand things; a few thousand everyday photos show perhaps a
hundred of them. For a linear classifier over units of covariance S, photos of class c lie from
the mean along S times the class's own weights. Moving the units of a real photo that way gives
units as a photo of the class would have them, and the classifier says how sure it would be.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from core.training.views import Classifier

SHRINK = 0.05
KEPT = 0.5
NEAREST, FARTHEST = 4.0, 12.0


@dataclass(frozen=True)
class Imagination:
    """Mean of the untuned units (units,), one step towards each class (classes, units)."""

    mean: Tensor
    steps: Tensor
    classifier: Classifier
    units: Tensor

    def draw(self, around: Tensor, count: int, rng: np.random.Generator) -> tuple[Tensor, Tensor]:
        """``count`` imagined photos: their units (count, units), class probabilities (count, classes).

        around (B, units): units of real photos as the tower gives them now, which the imagined
        ones keep half of; the classifier judges the same move from untuned units.
        """
        classes = torch.from_numpy(rng.integers(0, len(self.steps), count))
        far = torch.from_numpy(rng.uniform(NEAREST, FARTHEST, (count, 1))).float()
        move = far * self.steps[classes]
        real = self.units[torch.from_numpy(rng.integers(0, len(self.units), count))]
        untuned = (self.mean + KEPT * (real - self.mean) + move).clamp(min=0)
        now, middle = around[torch.from_numpy(rng.integers(0, len(around), count))], around.mean(0)
        return (middle + KEPT * (now - middle) + move).clamp(min=0), self.classifier(untuned)


def imagination(units: Tensor, classifier: Classifier) -> Imagination:
    """From untuned units (N, units) of real photos."""
    mean = units.mean(0)
    off = units - mean
    spread = off.T @ off / len(off)
    spread = spread + SHRINK * spread.diagonal().mean() * torch.eye(len(spread))
    weights = classifier.weight - classifier.weight.mean(0)
    steps = weights @ spread
    length = (steps * weights).sum(1).clamp(min=1e-6).sqrt()
    return Imagination(mean, steps / length[:, None], classifier, units)
