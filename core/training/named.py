"""Photos of which masks tell what is in them: PASCAL VOC and COCO, as the shared data keep them.

No captions, but many things that Flickr8k hardly shows, and the certainty that they are there.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from core.jobs import Token

SMALLEST = 0.01  # of the photo's area
VOID = 255
# VOC's names as people (and COCO) write them.
SPOKEN = {
    "aeroplane": "airplane",
    "diningtable": "dining table",
    "motorbike": "motorcycle",
    "pottedplant": "potted plant",
    "sofa": "couch",
    "tvmonitor": "tv",
}
PARTS = (("voc2012", "train"), ("voc2012", "train_sbd"), ("coco", "train"))


@dataclass(frozen=True)
class Things:
    """``files``; ``names`` of all things; ``shares`` (files, names): how much each counts in a photo
    (rows sum to 1); ``known`` (files, names): whether a mask would show the thing if it were there."""

    files: list[Path]
    names: list[str]
    shares: Tensor
    known: Tensor


def read_things(data: Path, token: Token | None = None) -> Things | None:
    """All photos of ``PARTS`` under ``data`` that show something; None when there are none."""
    rows: list[tuple[Path, str, dict[str, float]]] = []
    for source, part in PARTS:
        folder = data / source
        if not (folder / "categories.json").is_file():
            continue
        classes = _classes(folder / "categories.json")
        for file in sorted((folder / part).glob("*.webp")):
            if token is not None:
                token.check()
            found = _areas(file.with_suffix(".png"), classes)
            if found:
                rows.append((file, source, found))
    if not rows:
        return None
    of_source: dict[str, set[str]] = {}
    for _, source, found in rows:
        of_source.setdefault(source, set()).update(found)
    names = sorted(set().union(*of_source.values()))
    shares = torch.zeros(len(rows), len(names))
    known = torch.zeros(len(rows), len(names), dtype=torch.bool)
    for line, (_, source, found) in enumerate(rows):
        for name, area in found.items():
            shares[line, names.index(name)] = area**0.5
        known[line] = torch.tensor([name in of_source[source] for name in names])
    return Things([file for file, _, _ in rows], names, shares / shares.sum(1, keepdim=True), known)


def _classes(path: Path) -> dict[int, str]:
    """Mask value -> name; the background has none."""
    read = json.loads(path.read_text(encoding="utf-8"))
    if "classes" in read:
        return {n: SPOKEN.get(name, name) for n, name in enumerate(read["classes"]) if n}
    return {int(n): str(entry["name"]) for n, entry in read["categories"].items()}


def _areas(mask: Path, classes: dict[int, str]) -> dict[str, float]:
    """Share of the area of each thing in a mask that is not too small."""
    with Image.open(mask) as image:
        values, counts = np.unique(np.asarray(image), return_counts=True)
    areas = counts / counts.sum()
    return {
        classes[int(value)]: float(area)
        for value, area in zip(values, areas, strict=True)
        if int(value) in classes and value != VOID and area >= SMALLEST
    }
