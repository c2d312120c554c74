"""Image towers that see parts, on a device: prepared photos in, their groups out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from core.models.dense import groups_of
from core.models.groups import Segmentation
from core.models.preparation import Prepared
from core.models.towers import EPS, Towers


class PartTowers(Towers):
    """A network whose passes give groups. Not thread-safe: the gate admits one caller at a time."""

    def look(self, batch: Sequence[Prepared]) -> tuple[NDArray[np.float32], ...]:
        """One pass over photos of one shape: what the device has to say."""
        raise NotImplementedError

    def parts(self, seen: tuple[NDArray[np.float32], ...]) -> list[Segmentation]:
        """The groups of each photo from what ``look`` gave; needs no device."""
        raise NotImplementedError

    def photos(self, batch: Sequence[Prepared]) -> NDArray[np.float32]:
        """(n, cells · d) unit rows: what each cell is a mixture of, which no order of the groups changes.

        By these two ways of running the same network are compared.
        """
        return self.painted(self.parts(self.look(batch)))

    @staticmethod
    def painted(found: Sequence[Segmentation]) -> NDArray[np.float32]:
        """(n, cells · d) unit rows: every cell's mixture of the groups' embeddings."""
        rows = np.stack([np.tensordot(one.assignment, one.embeddings, (0, 0)).ravel() for one in found])
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        unit: NDArray[np.float32] = (rows / np.maximum(lengths, EPS)).astype(np.float32)
        return unit


class GroupTowers(PartTowers):
    """A loaded GroupViT over pixels."""

    def look(self, batch: Sequence[Prepared]) -> tuple[NDArray[np.float32], ...]:
        """(n, g, d) unit embeddings and (n, g, rows, columns) assignments."""
        vision = self.model.config.vision_config
        (tall, wide), (down, across) = pair(vision.image_size), pair(vision.patch_size)
        with torch.inference_mode():
            found = self.model.vision_model(
                **self._image_inputs(batch), output_attentions=True, return_dict=True
            )
            embeddings, assignment = groups_of(self.model.visual_projection, found)
            planes = assignment.reshape(*assignment.shape[:2], tall // down, wide // across)
            return embeddings.cpu().numpy(), planes.cpu().numpy()

    def parts(self, seen: tuple[NDArray[np.float32], ...]) -> list[Segmentation]:
        """The groups of each photo. One that gave no number has a row of zeros."""
        return apart(*seen)


def apart(embeddings: NDArray[np.float32], assignment: NDArray[np.float32]) -> list[Segmentation]:
    """One segmentation a photo; what is not a number becomes zero."""
    known = np.isfinite(embeddings).all(axis=2, keepdims=True)
    vectors = np.where(known, embeddings, np.float32(0))
    shares = np.where(np.isfinite(assignment), assignment, np.float32(0))
    return [Segmentation(v.copy(), s.copy()) for v, s in zip(vectors, shares, strict=True)]


def pair(size: Any) -> tuple[int, int]:
    """(height, width) of a setting that is one number or two."""
    return (int(size), int(size)) if isinstance(size, int) else (int(size[0]), int(size[1]))
