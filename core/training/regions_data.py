"""Photos whose masks say what is where, and scenes composed of things cut out of them.

A picture is a square; its labels are a smaller square of numbers: a name's, or "none of the names that
this source's masks know", or unknown (a border, a crowd, a photo without a mask).
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image

from core.jobs import Token
from core.training.data import Pixels
from core.training.named import PARTS, SPOKEN, VOID

Labels = npt.NDArray[np.uint8]

UNKNOWN = 255
NOTHING = 254  # less the number of the source: 254 for the first, 253 for the second
LABEL_STEP = 4  # pixels of a picture for each label
CUT_SMALLEST = 0.015
CUT_CLEAR = 8  # a thing's mask must measure at least so many pixels in both directions

# Other ways to say a name: cells of a thing learn all of them.
FORMS = {
    "airplane": ("airplane", "aeroplane"),
    "couch": ("couch", "sofa"),
    "dining table": ("dining table", "table"),
    "motorcycle": ("motorcycle", "motorbike"),
    "person": ("person", "people"),
    "potted plant": ("potted plant", "plant in a pot"),
    "tv": ("tv", "television", "tv monitor"),
}


@dataclass(frozen=True)
class Masked:
    """Photos with label maps of their own size; ``sources[i]`` is the number of photo i's source."""

    names: list[str]
    known: npt.NDArray[np.bool_]
    files: list[Path]
    sources: list[int]
    photos: list[Pixels]
    labels: list[Labels]

    def __len__(self) -> int:
        return len(self.files)

    def some(self, rows: Sequence[int]) -> Masked:
        """Only these photos; names stay."""
        return Masked(
            self.names,
            self.known,
            [self.files[row] for row in rows],
            [self.sources[row] for row in rows],
            [self.photos[row] for row in rows],
            [self.labels[row] for row in rows],
        )


def read_masked(
    data: Path, parts: Sequence[tuple[str, str]] = PARTS, token: Token | None = None
) -> Masked | None:
    """All photos of ``parts`` with their masks, in memory; None when there are none.

    ``known`` (sources, names): the names a source's masks would show.
    """
    folders = sorted({source for source, _ in parts if (data / source / "categories.json").is_file()})
    folders.reverse()  # VOC before COCO
    classes = [_spoken(data / source / "categories.json") for source in folders]
    names = sorted({name for of in classes for name in of.values()})
    known = np.array([[name in of.values() for name in names] for of in classes], dtype=bool)
    files: list[Path] = []
    sources: list[int] = []
    photos: list[Pixels] = []
    labels: list[Labels] = []
    for source, part in parts:
        if source not in folders:
            continue
        number = folders.index(source)
        table = _table(classes[number], names, number)
        for file in sorted((data / source / part).glob("*.webp")):
            if token is not None:
                token.check()
            with Image.open(file) as image:
                photos.append(np.asarray(image.convert("RGB")))
            with Image.open(file.with_suffix(".png")) as mask:
                labels.append(table[np.asarray(mask)])
            files.append(file)
            sources.append(number)
    return Masked(names, known, files, sources, photos, labels) if files else None


def _spoken(path: Path) -> dict[int, str]:
    """Mask value -> name as people say it; the background has none."""
    read = json.loads(path.read_text(encoding="utf-8"))
    if "classes" in read:
        return {n: SPOKEN.get(name, name) for n, name in enumerate(read["classes"]) if n}
    return {int(n): str(entry["name"]) for n, entry in read["categories"].items()}


def _table(classes: dict[int, str], names: list[str], source: int) -> Labels:
    table = np.full(256, UNKNOWN, np.uint8)
    table[0] = NOTHING - source
    for value, name in classes.items():
        table[value] = names.index(name)
    table[VOID] = UNKNOWN
    return table


def apart(masked: Masked, share: float, seed: int) -> tuple[list[int], list[int]]:
    """(rows to learn from, rows kept apart): ``share`` of each source's photos."""
    rng = np.random.default_rng([seed, 5])
    kept: set[int] = set()
    for source in sorted(set(masked.sources)):
        rows = [row for row, of in enumerate(masked.sources) if of == source]
        kept.update(int(row) for row in rng.permutation(rows)[: round(share * len(rows))])
    return [row for row in range(len(masked)) if row not in kept], sorted(kept)


@dataclass(frozen=True)
class Cut:
    """A thing to paste: photo, name, box (left, top, right, bottom) in its photo."""

    row: int
    name: int
    box: tuple[int, int, int, int]


@dataclass(frozen=True)
class SceneRules:
    """How scenes are drawn: shares of plain views and of other grounds, how large what is pasted is."""

    plain: float = 0.35
    other: float = 0.3
    pastes: int = 3
    smallest: float = 0.22
    largest: float = 0.85
    crop: float = 0.3
    shape: float = 1.6


class Scenes:
    """Draws pictures from masked photos: a view of one, with or without things pasted on it."""

    def __init__(self, masked: Masked, grounds: Pixels | None, side: int, rules: SceneRules) -> None:
        self.masked, self.grounds, self.side, self.rules = masked, grounds, side, rules
        self.cuts = [cut for row in range(len(masked)) for cut in _cuts(masked, row)]
        counts = np.bincount([cut.name for cut in self.cuts], minlength=len(masked.names))
        weights = np.array([1.0 / math.sqrt(counts[cut.name]) for cut in self.cuts])
        self._chances = weights / weights.sum() if len(weights) else weights
        per_source = np.bincount(masked.sources)
        shares = np.array([1.0 / math.sqrt(per_source[of]) for of in masked.sources])
        self._rows = shares / shares.sum()

    def draw(self, rng: np.random.Generator) -> tuple[Pixels, Labels]:
        """A picture (side, side, 3) and its labels (side / LABEL_STEP both ways)."""
        kind = rng.random()
        if kind >= 1 - self.rules.other and self.grounds is not None and self.cuts:
            photo = np.asarray(self.grounds[rng.integers(len(self.grounds))])
            picture, labels = self.view(photo, np.full(photo.shape[:2], UNKNOWN, np.uint8), rng)
        else:
            row = int(rng.choice(len(self._rows), p=self._rows))
            picture, labels = self.view(self.masked.photos[row], self.masked.labels[row], rng)
        if kind >= self.rules.plain and self.cuts:
            for _ in range(rng.integers(1, self.rules.pastes + 1)):
                self._paste(picture, labels, rng)
        if rng.random() < 0.5:
            picture, labels = picture[:, ::-1], labels[:, ::-1]
        return np.ascontiguousarray(picture), np.ascontiguousarray(labels)

    def view(self, photo: Pixels, labels: Labels, rng: np.random.Generator) -> tuple[Pixels, Labels]:
        """A random part of a photo, squeezed; often nearly all of it."""
        high, wide = photo.shape[:2]
        area = rng.uniform(self.rules.crop, 1.0) if rng.random() < 0.6 else rng.uniform(0.85, 1.0)
        ratio = math.exp(rng.uniform(-1, 1) * math.log(self.rules.shape) / 2)
        width, height = min(1.0, (area * ratio) ** 0.5) * wide, min(1.0, (area / ratio) ** 0.5) * high
        left, top = rng.uniform(0, wide - width), rng.uniform(0, high - height)
        return _squeezed(photo, labels, (left, top, left + width, top + height), self.side)

    def _paste(self, picture: Pixels, labels: Labels, rng: np.random.Generator) -> None:
        cut = self.cuts[int(rng.choice(len(self.cuts), p=self._chances))]
        left, top, right, bottom = cut.box
        long = max(right - left, bottom - top)
        scale = rng.uniform(self.rules.smallest, self.rules.largest) * self.side / long
        stretch = math.exp(rng.uniform(-0.2, 0.2))
        wide = max(4, round((right - left) * scale * stretch))
        high = max(4, round((bottom - top) * scale / stretch))
        size = (wide, high)
        inside = (self.masked.labels[cut.row][top:bottom, left:right] == cut.name).astype(np.uint8) * 255
        thing = Image.fromarray(self.masked.photos[cut.row][top:bottom, left:right])
        soft = np.asarray(Image.fromarray(inside).resize(size, Image.Resampling.BILINEAR), np.float32) / 255
        colours = np.asarray(thing.resize(size, Image.Resampling.BILINEAR), np.float32)
        if rng.random() < 0.5:
            soft, colours = soft[:, ::-1], colours[:, ::-1]
        x = int(rng.uniform(-0.25 * wide, self.side - 0.75 * wide))
        y = int(rng.uniform(-0.25 * high, self.side - 0.75 * high))
        x0, y0, x1, y1 = max(x, 0), max(y, 0), min(x + wide, self.side), min(y + high, self.side)
        if x1 <= x0 or y1 <= y0:
            return
        soft, colours = soft[y0 - y : y1 - y, x0 - x : x1 - x], colours[y0 - y : y1 - y, x0 - x : x1 - x]
        under = picture[y0:y1, x0:x1]
        under[:] = (under + soft[..., None] * (colours - under)).astype(np.uint8)
        whole = np.zeros((self.side, self.side), np.float32)
        whole[y0:y1, x0:x1] = soft
        labels[whole[LABEL_STEP // 2 :: LABEL_STEP, LABEL_STEP // 2 :: LABEL_STEP] >= 0.5] = cut.name


def _squeezed(
    photo: Pixels, labels: Labels, box: tuple[float, float, float, float], side: int
) -> tuple[Pixels, Labels]:
    picture = Image.fromarray(photo).resize((side, side), Image.Resampling.BILINEAR, box=box)
    size = (side // LABEL_STEP, side // LABEL_STEP)
    small = Image.fromarray(labels).resize(size, Image.Resampling.NEAREST, box=box)
    return np.array(picture), np.array(small)


def whole(photo: Pixels, labels: Labels, side: int) -> tuple[Pixels, Labels]:
    """A whole photo and its labels, squeezed to a picture."""
    return _squeezed(photo, labels, (0, 0, photo.shape[1], photo.shape[0]), side)


def _cuts(masked: Masked, row: int) -> list[Cut]:
    """The things of a photo that are worth pasting: not small, and not cut by much of the border."""
    labels = masked.labels[row]
    found = []
    for name in np.unique(labels):
        if name >= len(masked.names):
            continue
        inside = labels == name
        ys, xs = np.flatnonzero(inside.any(1)), np.flatnonzero(inside.any(0))
        box = (int(xs[0]), int(ys[0]), int(xs[-1]) + 1, int(ys[-1]) + 1)
        thinnest = min(box[2] - box[0], box[3] - box[1])
        if inside.mean() >= CUT_SMALLEST and thinnest >= CUT_CLEAR:
            found.append(Cut(row, int(name), box))
    return found
