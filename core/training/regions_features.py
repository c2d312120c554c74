"""What the still image tower sees of each picture, computed once and kept on disk for the region model."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from torch import Tensor

from core.jobs import Token
from core.training.augment import Changes, coloured, to_network
from core.training.data import Pixels
from core.training.lean import LeanVision
from core.training.loop import Tell
from core.training.regions_data import LABEL_STEP, Labels
from core.training.towers import Towers
from core.training.views import Classifier

BATCH = 32
BEST = 5
# Colours only: frames are drawn with the labels, and nothing is covered without its label.
COLOURS = Changes(brightness=0.25, contrast=0.25, colour=0.3, grey=0.05, cover=0.0)

Draw = Callable[[int, np.random.Generator], tuple[Pixels, Labels]]


@dataclass(frozen=True)
class Maps:
    """Stored maps of N pictures, channels last, float16: ``near`` after the still stages, ``far`` after
    the last stage, ``text`` in the space of the texts; ``labels`` (N, s, s); the ``BEST`` classes of
    ImageNet's own network in each far cell and their probabilities (N, h, w, BEST)."""

    near: npt.NDArray[np.float16]
    far: npt.NDArray[np.float16]
    text: npt.NDArray[np.float16]
    labels: Labels
    classes: npt.NDArray[np.int16]
    chances: npt.NDArray[np.float16]

    def __len__(self) -> int:
        return len(self.labels)

    def batch(self, rows: npt.NDArray[np.int64]) -> tuple[Tensor, Tensor, Tensor]:
        """near, far, text of these rows as the network takes them: (B, C, h, w) bfloat16."""

        def taken(stored: npt.NDArray[np.float16]) -> Tensor:
            return torch.from_numpy(stored[rows]).to(torch.bfloat16).permute(0, 3, 1, 2)

        return taken(self.near), taken(self.far), taken(self.text)


class Seer:
    """The starter's image tower, and ImageNet's own late stages as a second teacher."""

    def __init__(self, starter: Towers, untuned: Towers, classifier: Classifier) -> None:
        self.starter, self.untuned, self.classifier = starter.eval(), untuned.eval(), classifier

    @torch.no_grad()
    def maps(self, pixels: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """(B, 3, S, S) -> near (B, C, S/16, S/16), far and text (B, C, S/32, S/32)."""
        return maps_of(self.starter, pixels)

    @torch.no_grad()
    def classes(self, near: Tensor) -> tuple[Tensor, Tensor]:
        """ImageNet's ``BEST`` classes of each far cell (B, h, w, BEST) and their probabilities."""
        far = _late(self.untuned.vision, near, self.untuned.stages)
        units = self.untuned.vision.top(far).permute(0, 2, 3, 1)
        found = self.classifier(units.float().flatten(0, 2))
        chances, classes = found.topk(min(BEST, found.shape[1]), dim=1)
        shape = (*units.shape[:3], chances.shape[1])
        return classes.view(shape), chances.view(shape)


@torch.no_grad()
def maps_of(starter: Towers, pixels: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """What the region model reads of the starter: (B, 3, S, S) -> near (B, C, S/16, S/16), far and text
    (B, C, S/32, S/32); ``starter.stages`` stages come before near."""
    near = starter.vision.early(pixels, starter.stages)
    far = _late(starter.vision, near, starter.stages)
    head = starter.photo_head
    hidden = starter.vision.top(far)
    text = F.conv2d(hidden, head.weight[:, :, None, None].to(hidden.dtype), head.bias.to(hidden.dtype))
    return near, far, text


def _late(vision: LeanVision, near: Tensor, stages: int) -> Tensor:
    x = near
    for stage in list(vision.stages)[stages:]:
        for block in stage:  # type: ignore[attr-defined]
            x = block(x)
    return x


def make_maps(
    seer: Seer,
    draw: Draw,
    count: int,
    folder: Path,
    *,
    changed: bool,
    seed: int = 0,
    token: Token | None = None,
    tell: Tell | None = None,
) -> Maps:
    """Maps of ``count`` pictures that ``draw`` gives by number, made once and kept in ``folder``.

    A stopped run goes on at the batch where it was; ``changed``: with random colours.
    """
    folder.mkdir(parents=True, exist_ok=True)
    state = folder / "done.json"
    done = json.loads(state.read_text(encoding="utf-8"))["done"] if state.is_file() else 0
    stored: dict[str, Any] = _opened(folder, "r+") if done else {}
    while done < count:
        if token is not None:
            token.check()
        rows = range(done, min(done + BATCH, count))
        rngs = [np.random.default_rng([seed, row]) for row in rows]
        drawn = [draw(row, rng) for row, rng in zip(rows, rngs, strict=True)]
        pictures = np.stack([picture for picture, _ in drawn])
        found = _seen(seer, coloured(pictures, rngs[0], COLOURS) if changed else to_network(pictures))
        found["labels"] = np.stack([labels for _, labels in drawn])
        if not stored:
            for name, array in found.items():
                shape = (count, *array.shape[1:])
                np.lib.format.open_memmap(folder / f"{name}.npy", mode="w+", dtype=array.dtype, shape=shape)
            stored = _opened(folder, "r+")
        for name, array in found.items():
            stored[name][rows.start : rows.stop] = array
        done = rows.stop
        state.write_text(json.dumps({"done": done}), encoding="utf-8")
        if tell is not None and (done // BATCH % 20 == 0 or done == count):
            tell(f"{folder.name}: {done} of {count} pictures seen", done / count)
    return Maps(**_opened(folder, "r"))


def _opened(folder: Path, mode: Any) -> dict[str, Any]:
    names = ("near", "far", "text", "labels", "classes", "chances")
    return {name: np.load(folder / f"{name}.npy", mmap_mode=mode) for name in names}


def _seen(seer: Seer, pixels: Tensor) -> dict[str, npt.NDArray[Any]]:
    near, far, text = seer.maps(pixels)
    classes, chances = seer.classes(near)
    return {
        "near": _kept(near),
        "far": _kept(far),
        "text": _kept(text),
        "classes": classes.to(torch.int16).numpy(),
        "chances": chances.half().numpy(),
    }


def _kept(x: Tensor) -> npt.NDArray[np.float16]:
    kept: npt.NDArray[np.float16] = x.permute(0, 2, 3, 1).half().contiguous().numpy()
    return kept


def side_of(labels: Labels) -> int:
    """The side in pixels of the pictures these label maps (N, s, s) belong to."""
    return int(labels.shape[1]) * LABEL_STEP
