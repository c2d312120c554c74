"""The two towers on a device: prepared photos and tokens in, unit vectors out. The only forward passes."""

from __future__ import annotations

import copy
import logging
from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from core.models.dense import size_for, way_of
from core.models.faster import channels_last, fold, is_convolutional, only_late, quantised, swap_linears
from core.models.preparation import Prepared, Recipe
from core.models.words import Tokens

log = logging.getLogger(__name__)

# Below this length a vector has no direction (a row of zeros comes out).
EPS = 1e-12


class Towers:
    """A loaded dual encoder. Not thread-safe: the gate admits one caller at a time.

    The text tower stays in fp32 (one short text at a time; exactness costs nothing); the image
    tower is put into the precision of the plan by ``become``.
    """

    def __init__(self, model: Any, recipe: Recipe | None, device: str = "cpu") -> None:
        self.model = model
        self.device = device
        self.precision = "fp32"
        self.variant = ""
        self._recipe = recipe
        self._convolutional = is_convolutional(nn.ModuleList(self._image_modules().values()))
        self._exact: dict[str, nn.Module] | None = None
        self._place()

    def improve(self, photos: Sequence[Prepared]) -> float:
        """Fold batch norms and drop gates that are always open, if ``photos`` come out the same.

        Returns the smallest cosine to the unchanged network (1.0 when there was nothing to fold);
        below 0.9999 the unchanged network is kept.
        """
        originals = self._image_modules()
        folded = {name: fold(copy.deepcopy(module)) for name, module in originals.items()}
        if not any(count for _, count in folded.values()):
            return 1.0
        before = self.photos(photos)
        self._install({name: module for name, (module, _) in folded.items()})
        cosine = float((before * self.photos(photos)).sum(axis=1).min())
        if not cosine >= 0.9999:
            log.info("folding is not exact here (cosine %.6f) and is left out", cosine)
            self._install(originals)
        return cosine

    def become(self, precision: str, variant: str = "", *, keep: bool = False) -> None:
        """Run the image tower in "fp32", "bf16" or "int8" (its linear layers, see ``faster.quantised``).
        Variants: "onednn" computes fp32's linear layers by oneDNN, "late" keeps the first blocks of a
        bf16 tower in fp32 (see ``faster.only_late``).

        With ``keep`` the fp32 weights stay beside it, so that another choice can follow.
        """
        if self._exact is None:
            if (precision, variant) == (self.precision, self.variant) == ("fp32", ""):
                return
            self._exact = self._image_modules()
        modules = self._exact
        if (precision, variant) != ("fp32", ""):
            modules = {
                name: self._altered(copy.deepcopy(module) if keep else module, precision, variant)
                for name, module in modules.items()
            }
        self._install(modules)
        self.precision, self.variant = precision, variant
        if not keep:
            self._exact = None

    def move(self, device: str) -> None:
        """Put everything on another device."""
        self.device = device
        self._exact = None
        self._place()

    def photos(self, batch: Sequence[Prepared]) -> NDArray[np.float32]:
        """(n, d) unit rows of photos of one shape; a row of zeros where the network gave no number."""
        with torch.inference_mode():
            found = self.model.get_image_features(**self._image_inputs(batch))
            return _unit(_embedding(found))

    @property
    def has_map(self) -> bool:
        """Whether ``dense`` can tell what is where."""
        return way_of(self.model) is not None

    def map_size(self, size: tuple[int, int]) -> tuple[int, int]:
        """(height, width) in pixels of a photo for ``dense``, where ``size`` serves for its vector."""
        return size_for(self.model, size)

    def dense(self, photo: Prepared) -> NDArray[np.float32]:
        """(rows, columns, d): what each cell of a photo shows, see ``core.models.dense``; zeros where the
        network gave no number. Raises ValueError without ``has_map``."""
        way = way_of(self.model)
        if way is None:
            raise ValueError("this family has no dense map")
        with torch.inference_mode():
            cells = way(self.model, self._image_inputs([photo]))
            return np.asarray(cells.nan_to_num(0.0, 0.0, 0.0).cpu().numpy(), np.float32)

    def texts(self, tokens: Tokens) -> NDArray[np.float32]:
        """(n, d) unit rows of tokenized texts."""
        with torch.inference_mode():
            inputs = {name: torch.from_numpy(array).to(self.device) for name, array in tokens.items()}
            return _unit(_embedding(self.model.get_text_features(**inputs)))

    def _image_inputs(self, batch: Sequence[Prepared]) -> dict[str, torch.Tensor]:
        dtype = torch.float32 if (self.precision, self.variant) != ("bf16", "") else torch.bfloat16
        if self._recipe is None:
            names = (batch[0].arrays or {}).keys()
            stacked = {
                name: torch.from_numpy(np.stack([(photo.arrays or {})[name] for photo in batch]))
                for name in names
            }
            return {
                name: tensor.to(self.device, dtype if tensor.is_floating_point() else None)
                for name, tensor in stacked.items()
            }
        pixels = np.stack([photo.pixels for photo in batch if photo.pixels is not None])
        values = torch.from_numpy(pixels).to(self.device).permute(0, 3, 1, 2).float()
        values = values.mul_(self._gain).add_(self._offset).to(dtype)
        if not self._convolutional:
            values = values.contiguous()
        return {"pixel_values": values}

    def _altered(self, module: nn.Module, precision: str, variant: str) -> nn.Module:
        if variant == "onednn":
            return swap_linears(module)
        if variant == "late":
            return only_late(module, torch.bfloat16)
        return quantised(module) if precision == "int8" else module.to(torch.bfloat16)

    def _image_modules(self) -> dict[str, nn.Module]:
        return {name: module for name, module in self.model.named_children() if not name.startswith("text")}

    def _install(self, modules: dict[str, nn.Module]) -> None:
        for name, module in modules.items():
            if self._convolutional:
                module = channels_last(module)
            setattr(self.model, name, module)

    def _place(self) -> None:
        self.model.to(self.device)
        self._install(self._image_modules())
        if self._recipe is not None:
            self._gain = torch.from_numpy(self._recipe.gain).to(self.device).view(1, 3, 1, 1)
            self._offset = torch.from_numpy(self._recipe.offset).to(self.device).view(1, 3, 1, 1)


def _embedding(found: Any) -> torch.Tensor:
    """The projected embedding: transformers 4 returned the tensor, 5 returns an object around it."""
    tensor = found if isinstance(found, torch.Tensor) else found.pooler_output
    return tensor.float()


def _unit(rows: torch.Tensor) -> NDArray[np.float32]:
    rows = rows / rows.norm(dim=-1, keepdim=True).clamp_min(EPS)
    array: NDArray[np.float32] = rows.cpu().numpy()
    bad = ~np.isfinite(array).all(axis=1)
    if bad.any():
        array[bad] = 0.0
    return array
