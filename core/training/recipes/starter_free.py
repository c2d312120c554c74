"""The starter's parts joined without any research-only photo: what ImageNet's names alone teach.

The text tower stays MiniLM, less the mean of the class names. The image tower stays
EfficientNet-Lite2; its head is ImageNet's own classifier followed by the names' embeddings: a
photo lands at the sum of what its classes are called, each weighted by its logit. Freely usable
photos only say where the middle is.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from core.errors import RecollectError
from core.jobs import Token
from core.training import towers, words
from core.training.augment import Changes, coloured, view
from core.training.data import PHOTO_ENDINGS, Pixels, read_split, square
from core.training.heads import class_head
from core.training.judge import recalls
from core.training.loop import Figures, Tell
from core.training.recipes.starter import Options, Source, pretrained
from core.training.views import Classifier, plain_maps, units_of

SIZE = 256


def run(
    data: Path,
    out: Path,
    work: Path,
    *,
    seed: int = 0,
    token: Token | None = None,
    tell: Tell | None = None,
    source: Source | None = None,
    views: int = 12,
    **options: Any,
) -> Figures:
    """Make it from packages and ``data/free``; dev's figures of flickr8k where that is there."""
    source = source or pretrained(Options())
    folder = data / "free"
    files = sorted(p for p in folder.glob("*") if p.suffix.lower() in PHOTO_ENDINGS)
    if not files:
        raise RecollectError("train.data_missing", path=str(folder))
    work.mkdir(parents=True, exist_ok=True)
    model = source.towers()
    tokens = words.Tokens(source.tokenizer)
    names = towers.in_batches(
        model.text.eval(),
        tokens([f"a photo of a {name}" for name in source.names]),
        model.text_head.in_features,
    )
    photos = np.stack([_read(file) for file in files])
    units = _units(model, photos, views, seed, token, tell)
    fit_heads(model, units, names, source.classifier)
    towers.write(model, source.tokenizer, out, work, SIZE)
    figures = judged(model, data, tokens) if (data / "flickr8k").is_dir() else {}
    (out / "figures.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return figures


def _read(file: Path) -> Pixels:
    with Image.open(file) as image:
        return square(image, SIZE)


@torch.no_grad()
def _units(
    model: towers.Towers, photos: Pixels, views: int, seed: int, token: Token | None, tell: Tell | None
) -> Tensor:
    """Hidden units of ``views`` random views of each photo (views * photos, units)."""
    rng = np.random.default_rng(seed)
    changes = Changes(smallest=0.2)
    model.eval()
    found = []
    for number in range(views):
        if token is not None:
            token.check()
        pixels = np.stack([view(photo, SIZE, False, rng, changes) for photo in photos])
        maps = model.vision.early(coloured(pixels, rng, changes), model.stages)
        found.append(units_of(model.vision, maps, model.stages))
        if tell is not None:
            tell(f"view {number + 1} of {views}", (number + 1) / views)
    return torch.cat(found)


@torch.no_grad()
def fit_heads(model: towers.Towers, units: Tensor, names: Tensor, classifier: Classifier) -> None:
    """Set both heads (in place).

    units (N, units) of real photos; names (classes, hidden) embeddings of the class names.
    """
    weight, bias = class_head(units, names, classifier)
    model.photo_head.weight.copy_(weight)
    model.photo_head.bias.copy_(bias)
    torch.nn.init.eye_(model.text_head.weight)
    model.text_head.bias.copy_(-names.mean(0))


def judged(model: towers.Towers, data: Path, tokens: words.Tokens) -> Figures:
    """Recall on flickr8k/dev, whose photos this recipe never learns from."""
    trial = read_split(data / "flickr8k", "dev")
    photos = np.stack([_read(file) for file in trial.files])
    maps = plain_maps(model.vision, photos, SIZE, model.stages)
    found = model.of_units(units_of(model.vision, maps, model.stages)).detach()
    return recalls(found, model.all_texts(tokens(trial.texts)), trial.owner)
