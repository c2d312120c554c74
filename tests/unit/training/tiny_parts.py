"""Tiny random pretrained parts and a handful of generated photos, for whole recipes in seconds."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import nn

from core.training import parts, towers
from core.training.lean import LeanVision
from core.training.leantext import LeanText
from core.training.recipes.starter import Source
from core.training.views import Classifier

STAGES = [(1, 32, 8, 3, 1, 1), (2, 8, 8, 3, 2, 6), (2, 8, 16, 5, 2, 6)]
COLOURS = {
    "red": (200, 30, 30),
    "green": (30, 180, 30),
    "blue": (30, 30, 200),
    "white": (240, 240, 240),
}
THINGS = ("square", "stripe")
WORDS = ["[PAD]", "[unused0]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "a", "photo", "of", "the", "火", "."]


def scenes() -> list[tuple[str, np.ndarray]]:
    """Eight pictures with what is in them: a coloured square or stripe on grey."""
    found = []
    for colour, value in COLOURS.items():
        for thing in THINGS:
            picture = np.full((64, 64, 3), 90, np.uint8)
            picture[20:44, 20:44] = value if thing == "square" else picture[20:44, 20:44]
            if thing == "stripe":
                picture[:, 28:36] = value
            found.append((f"a {colour} {thing}", picture))
    return found


def write_flickr(folder: Path) -> None:
    """The eight pictures as flickr8k's train and dev, two captions each."""
    captions: dict[str, dict[str, list[str]]] = {}
    for split in ("train", "dev"):
        (folder / split).mkdir(parents=True)
        captions[split] = {}
        for number, (said, picture) in enumerate(scenes()):
            Image.fromarray(picture).save(folder / split / f"{number}.png")
            captions[split][f"{number}.png"] = [f"{said} .", f"the photo of {said}"]
    (folder / "captions.json").write_text(json.dumps(captions))


def write_things(folder: Path) -> None:
    """The eight pictures as VOC's training part: a mask says where the square or stripe is."""
    (folder / "train").mkdir(parents=True)
    (folder / "categories.json").write_text(json.dumps({"classes": ["background", *THINGS]}))
    for number, (said, picture) in enumerate(scenes()):
        mask = np.where((picture == 90).all(axis=2), 0, 1 + THINGS.index(said.split()[-1])).astype(np.uint8)
        Image.fromarray(mask).save(folder / "train" / f"{number}.png")
        Image.fromarray(picture).save(folder / "train" / f"{number}.webp")


def write_tokenizer(folder: Path) -> Path:
    """A BERT tokenizer that knows the captions' words."""
    from transformers import BertTokenizer

    words = [*WORDS, *COLOURS, *THINGS]
    tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words)})
    tokenizer.save_pretrained(folder)
    return folder


def lite_state(stages: list[tuple[int, ...]] = STAGES) -> dict[str, torch.Tensor]:
    """Random weights under the names EfficientNet-Lite's authors use."""
    generator = torch.Generator().manual_seed(3)
    state: dict[str, torch.Tensor] = {}

    def conv(name: str, out: int, into: int, kernel: int) -> None:
        state[name + ".weight"] = torch.randn(out, into, kernel, kernel, generator=generator) * (
            1.5 / (into * kernel * kernel) ** 0.5
        )

    def norm(name: str, size: int) -> None:
        state[name + ".weight"] = torch.rand(size, generator=generator) + 0.5
        state[name + ".bias"] = torch.randn(size, generator=generator) * 0.2
        state[name + ".running_mean"] = torch.randn(size, generator=generator) * 0.1
        state[name + ".running_var"] = torch.rand(size, generator=generator) + 0.5

    conv("_conv_stem", 32, 3, 3)
    norm("_bn0", 32)
    number = 0
    for repeats, first, out, kernel, _, expand in stages:
        for j in range(repeats):
            into = first if j == 0 else out
            prefix = f"_blocks.{number}."
            if expand > 1:
                conv(prefix + "_expand_conv", into * expand, into, 1)
                norm(prefix + "_bn0", into * expand)
            conv(prefix + "_depthwise_conv", into * expand, 1, kernel)
            norm(prefix + "_bn1", into * expand)
            conv(prefix + "_project_conv", out, into * expand, 1)
            norm(prefix + "_bn2", out)
            number += 1
    last = stages[-1][2]
    conv("_conv_head", last * parts.HEAD_EXPANSION - 4, last, 1)
    norm("_bn1", last * parts.HEAD_EXPANSION - 4)
    return state


def tiny_towers(vocab: int, dim: int = 32) -> towers.Towers:
    """Towers of tiny random parts."""
    torch.manual_seed(1)
    vision = parts.lite_vision(lite_state(), STAGES, dim)
    lean = LeanVision(vision).to(memory_format=torch.channels_last)
    text = LeanText(vocab, 32, 64, 2, 2, 64, still=1, drop=0.1, dtype=torch.float32)
    for p in text.parameters():
        if p.dim() > 1:
            nn.init.normal_(p, std=0.3)
    return towers.Towers(lean, text, dim, 2)


def tiny_source(folder: Path) -> Source:
    """What ``starter.pretrained`` gives, tiny."""
    tokenizer = write_tokenizer(folder)
    vocab = len(WORDS) + len(COLOURS) + len(THINGS)
    units = STAGES[-1][2] * parts.HEAD_EXPANSION
    generator = torch.Generator().manual_seed(5)
    classifier = Classifier(torch.randn(4, units, generator=generator), torch.zeros(4))
    return Source(lambda: tiny_towers(vocab), tokenizer, classifier, list(COLOURS), list(THINGS))
