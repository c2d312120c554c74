"""``python -m core.training.regions_measure --data ../shared/data --model resources/starter-regions``

Figures of a finished region model on the val parts of VOC and COCO, all through its stored groups:
pointing, naming the whole photo with the same groups, outlines; and whether words that no mask
knows still find their photos (captions of flickr8k/dev).
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from core.models.clustering import Grouping, grouped
from core.models.dense_head import DenseHead, DenseHeadConfig
from core.training import regions_judge as judging
from core.training import towers
from core.training.augment import to_network
from core.training.data import Pixels, read_split
from core.training.loop import mixed_precision
from core.training.regions_data import read_masked, whole
from core.training.regions_features import maps_of
from core.training.regions_texts import embedded
from core.training.words import Tokens

Floats = npt.NDArray[np.float32]

# VOC's own names, but for those that are two words run together.
SAID = {
    "airplane": "aeroplane",
    "motorcycle": "motorbike",
    "couch": "sofa",
    "tv": "tv monitor",
}
BIG = ("cat", "dog", "horse", "cow", "sheep", "person")
NOUNS = tuple(
    re.findall(
        r"\w+",
        "ball beach bench boat bridge building bus camera car chair child dress fence fire flag flower "
        "football fountain guitar hat helmet jacket kayak microphone mountain pool rope sand sign skateboard "
        "snow sunglasses swing tent tree truck tunnel umbrella wall wave",
    )
)
BATCH = 16


class Regions:
    """A finished region model with the encoder whose maps it reads."""

    def __init__(self, folder: Path, starter: Path) -> None:
        from safetensors.torch import load_file

        self.card: dict[str, Any] = json.loads((folder / "recollect.json").read_text(encoding="utf-8"))
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        self.head = DenseHead(DenseHeadConfig.from_dict(config)).eval()
        state = load_file(str(folder / "model.safetensors"))
        self.head.load_state_dict({name: value.float() for name, value in state.items()})
        self.words: Floats | None = self.head.words.numpy() if len(self.head.words) else None
        stages = _stages(starter, self.card["reads"]["blocks"][0])
        self.starter = towers.read(starter, stages, still=0).eval()
        self.tokens = Tokens(starter)
        self.side = int(self.card["reads"]["side"])

    @torch.no_grad()
    def cells(self, pictures: Sequence[Pixels]) -> Floats:
        """Pictures of the model's side -> vectors of their cells (N, h, w, D)."""
        found = []
        for start in range(0, len(pictures), BATCH):
            maps = maps_of(self.starter, to_network(np.stack(pictures[start : start + BATCH])))
            with mixed_precision():
                cells = self.head(*maps)
            found.append(cells.permute(0, 2, 3, 1).numpy())
        return np.concatenate(found)

    def groups(self, cells: Floats) -> list[tuple[Floats, Floats]]:
        """Groups of each picture as they are stored."""
        found = [grouped(of, Grouping(), self.words) for of in cells]
        return [(vectors, judging.eight_bits(shares)) for vectors, shares in found]

    def texts(self, words: Sequence[str]) -> Floats:
        """Unit vectors of words, said as the model's templates say them."""
        parts = [
            embedded(self.starter, self.tokens, [template.format(word) for word in words])
            for template in self.card["templates"]
        ]
        return np.asarray(torch.nn.functional.normalize(torch.stack(parts).sum(0), dim=1).numpy())


def _stages(starter: Path, block: int) -> int:
    """How many stages of the image tower end with ``block``."""
    config = json.loads((starter / "config.json").read_text(encoding="utf-8"))["vision_config"]
    ends = np.cumsum(config["num_block_repeats"]) - 1
    return int(np.flatnonzero(ends == block)[0]) + 1


def masks(model: Regions, data: Path, source: str) -> dict[str, Any]:
    """Pointing and outlines on ``data/source/val``."""
    masked = read_masked(data, [(source, "val")])
    if masked is None:
        return {}
    names = [SAID.get(name, name) if source.startswith("voc") else name for name in masked.names]
    texts = model.texts(names)
    pictures = [
        whole(photo, labels, model.side)[0]
        for photo, labels in zip(masked.photos, masked.labels, strict=True)
    ]
    cells = model.cells(pictures)
    groups = model.groups(cells)
    points = judging.points_of(masked)
    score = judging.pointing(points, groups, texts, np.stack([judging.whole_of(*g) for g in groups]))
    dense = [_dense(cells[p.row], texts, p) for p in points]
    clear = float(model.card["unclear"]["cosine"])
    found = [
        judging.named_pixels(*group, texts, clear, (labels.shape[0], labels.shape[1]))
        for group, labels in zip(groups, masked.labels, strict=True)
    ]
    overlap = judging.overlaps(masked.labels, found, len(names))
    several = [right for right, point in zip(dense, points, strict=True) if point.several]
    return {
        "points": score.points,
        "points in photos with several": len(several),
        "pointing": round(score.right, 3),
        "pointing, several": round(score.right_several, 3),
        "whole photo": round(score.whole, 3),
        "whole photo, several": round(score.whole_several, 3),
        "without groups": round(float(np.mean(dense)), 3),
        "without groups, several": round(float(np.mean(several)), 3),
        "groups": round(float(np.mean([len(vectors) for vectors, _ in groups])), 2),
        "overlap": {n: round(float(overlap[masked.names.index(n)]), 3) for n in BIG if n in masked.names},
        "mean overlap": round(float(np.nanmean(overlap)), 3),
    }


def _dense(cells: Floats, texts: Floats, point: judging.Point) -> bool:
    at = judging.at(np.ascontiguousarray(cells.transpose(2, 0, 1)), point.x, point.y)
    return int((texts @ at).argmax()) == point.name


def nouns(model: Regions, data: Path, most: int) -> dict[str, float]:
    """Mean average precision of words in flickr8k/dev: by the best group, by the whole photo of the groups,
    by the encoder's own vector of the photo at this side, and by its cosine and the best group's together."""
    split = read_split(data / "flickr8k", "dev")
    files, said = split.files[:most], split.captions[:most]
    from PIL import Image

    pictures = []
    for file in files:
        with Image.open(file) as image:
            photo = np.asarray(image.convert("RGB"))
        pictures.append(whole(photo, np.zeros(photo.shape[:2], np.uint8), model.side)[0])
    groups = model.groups(model.cells(pictures))
    own = _own(model, pictures)
    texts = model.texts(NOUNS)
    best = np.stack([(texts @ vectors.T).max(1) for vectors, _ in groups], 1)
    wholes = texts @ np.stack([judging.whole_of(*group) for group in groups]).T
    spoken = [" ".join(captions).lower() for captions in said]
    encoder = texts @ own.T
    ways = {
        "best group": best,
        "whole of groups": wholes,
        "encoder": encoder,
        "encoder and best group": encoder + best,
    }
    found: dict[str, list[float]] = {name: [] for name in ways}
    for row, noun in enumerate(NOUNS):
        right = np.array([bool(re.search(rf"\b{noun}(s|es)?\b", text)) for text in spoken])
        if right.sum() < 3:
            continue
        for name, scores in ways.items():
            found[name].append(_precision(scores[row], right))
    return {name: round(float(np.mean(values)), 3) for name, values in found.items()} | {
        "nouns": len(found["encoder"])
    }


@torch.no_grad()
def _own(model: Regions, pictures: Sequence[Pixels]) -> Floats:
    found = []
    for start in range(0, len(pictures), BATCH):
        maps = maps_of(model.starter, to_network(np.stack(pictures[start : start + BATCH])))
        found.append(torch.nn.functional.normalize(maps[2].float().mean((2, 3)), dim=1).numpy())
    return np.concatenate(found)


def _precision(scores: Floats, right: npt.NDArray[np.bool_]) -> float:
    """Average precision of a ranking."""
    order = right[np.argsort(-scores, kind="stable")]
    ranks = np.flatnonzero(order) + 1
    return float((np.arange(1, len(ranks) + 1) / ranks).mean())


def main() -> int:
    """Writes the figures as JSON; exit code 0."""
    parser = argparse.ArgumentParser(prog="python -m core.training.regions_measure", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--starter", type=Path, default=Path("resources/starter"))
    parser.add_argument("--masks", nargs="*", default=["voc2012", "coco"], help="sources with masks")
    parser.add_argument("--dev", type=int, default=1000, help="how many photos of flickr8k/dev; 0: none")
    given = parser.parse_args()
    model = Regions(given.model, given.starter)
    figures: dict[str, Any] = {source: masks(model, given.data, source) for source in given.masks}
    if given.dev:
        figures["flickr8k/dev"] = nouns(model, given.data, given.dev)
    sys.stdout.write(json.dumps(figures, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
