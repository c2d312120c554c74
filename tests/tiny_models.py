"""Tiny random dual encoders, written with save_pretrained as a downloaded folder would be.

``make_tiny(family, folder)`` for clip, align, groupvit, siglip, siglip2 and chinese_clip: 0.1 to 1 MB,
real tokenizers and processors, no network. ``make_tiny_regions(folder, encoder_folder)`` adds what sees
the parts of photos in a tiny ALIGN's maps, in the form of the built-in one.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("HF_HUB_OFFLINE", "1")

FAMILIES = ("clip", "align", "groupvit", "siglip", "siglip2", "chinese_clip")
SIDE = 32
WORDS = [
    "a",
    "photo",
    "of",
    "the",
    "dog",
    "cat",
    "bird",
    "horse",
    "boat",
    "car",
    "tree",
    "snow",
    "sand",
    "street",
    "child",
    "girl",
    "man",
    "woman",
    "ball",
    "red",
    "blue",
    "green",
    "white",
    "black",
    "in",
    "on",
    "under",
    "with",
    "and",
    "two",
    "three",
    "runs",
    "jumps",
    "sits",
    "sleeps",
    "water",
    "beach",
    "mountain",
    "city",
    "night",
    "day",
    "house",
    "door",
    "window",
    "table",
    "plate",
    "food",
    "fish",
    "apple",
    "bread",
    "狗",
    "猫",
    "雪",
    "的",
    "照",
    "片",
    "कुत्ता",
    "שלום",
    "كلب",
]


def make_tiny(family: str, folder: Path, seed: int = 0) -> Path:
    """Write a random checkpoint of a family into ``folder`` and return it. Same seed, same weights."""
    import torch
    from transformers.utils import logging

    logging.disable_progress_bar()
    folder.mkdir(parents=True, exist_ok=True)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        model, processor = _MAKERS[family](folder)
        with torch.no_grad():
            for name, parameter in model.named_parameters():
                if "logit" not in name and "temperature" not in name and parameter.ndim > 1:
                    parameter.normal_(0, 0.7 / max(1.0, parameter[0].numel() ** 0.5))
        if family == "align":
            _awaken(model)
    model.eval().save_pretrained(folder)
    processor.save_pretrained(folder)
    return folder


def make_tiny_regions(folder: Path, encoder_folder: Path, family: str = "dense_head", seed: int = 0) -> Path:
    """Write a random segmenter over the maps of the tiny ALIGN in ``encoder_folder``; return its folder.

    ``family`` "dense_head" or "groupvit" (over maps). ALIGN's texts name its parts.
    """
    import json

    import torch
    from safetensors.torch import save_file

    folder.mkdir(parents=True, exist_ok=True)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        if family == "groupvit":
            _group_head().eval().save_pretrained(folder)
        else:
            config, head = _dense_head()
            (folder / "config.json").write_text(json.dumps(config), "utf-8")
            save_file(
                {k: v.half().contiguous() for k, v in head.state_dict().items()}, folder / "model.safetensors"
            )
    blocks = [0, 2] if family == "groupvit" else [0, 1, 2]
    said = {
        "name": f"Tiny {folder.name}",
        "kind": "segmenter",
        "labels_by": str(encoder_folder),
        "reads": {"encoder": str(encoder_folder), "blocks": blocks, "side": SIDE},
        "templates": ["a photo of {}"],
        "scale": 20.0,
        "unclear": {"cosine": -1.0},
    }
    (folder / "recollect.json").write_text(json.dumps(said), "utf-8")
    return folder


def make_real_groupvit(folder: Path, seed: int = 0) -> Path:
    """Write a random GroupViT of the published one's size (223 MB) into ``folder`` and return it."""
    import torch
    from transformers import CLIPProcessor, GroupViTConfig, GroupViTModel
    from transformers.models.clip.image_processing_pil_clip import CLIPImageProcessorPil
    from transformers.utils import logging

    logging.disable_progress_bar()
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer = _clip_tokenizer()
    ends = {"eos_token_id": tokenizer.eos_token_id, "bos_token_id": tokenizer.bos_token_id}
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        model = GroupViTModel(GroupViTConfig(text_config={**ends, "pad_token_id": tokenizer.eos_token_id}))
        _scatter(model)
    model.eval().save_pretrained(folder)
    CLIPProcessor(CLIPImageProcessorPil(), tokenizer).save_pretrained(folder)
    return folder


def _scatter(model: Any) -> None:
    """Random weights that use several groups: what assigns cells is strong, else one group takes all."""
    import torch

    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if "logit" not in name and parameter.ndim > 1:
                strength = 4.0 if ".assign." in name else 1.0
                parameter.normal_(0, strength / max(1.0, parameter[0].numel() ** 0.5))


def _dense_head() -> tuple[dict[str, Any], Any]:
    """Over the tiny ALIGN's blocks: 8 × 16 × 16, then 16 × 8 × 8 twice."""
    import torch

    from core.models.dense_head import DenseHead, DenseHeadConfig

    config = DenseHeadConfig(
        near=8, far=16, dim=16, grid=8, deep=16, layers=1, heads=2, wide=16, fine=1, words=12
    )
    head = DenseHead(config).eval()
    head.words.copy_(torch.nn.functional.normalize(torch.randn(12, 16), dim=1))
    return config.to_dict(), head


def _group_head() -> Any:
    from transformers import GroupViTConfig, GroupViTModel

    vision = _groupvit_vision(image_size=16, patch_size=1, num_channels=24)
    config = GroupViTConfig(
        text_config=_text(
            vocab_size=8, max_position_embeddings=8, bos_token_id=0, eos_token_id=1, pad_token_id=1
        ),
        vision_config=vision,
        projection_dim=16,
        projection_intermediate_dim=64,
    )
    model = GroupViTModel(config)
    _scatter(model)
    return model


def _awaken(model: Any) -> None:
    """Batch norms of a random CNN: statistics of real activations, else the output is about zero."""
    import torch

    for module in model.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            module.momentum = None  # a plain average over the batches below
    model.train()
    with torch.no_grad():
        for _ in range(3):
            model.get_image_features(pixel_values=torch.randn(8, 3, SIDE, SIDE))
        for module in model.modules():
            if isinstance(module, torch.nn.BatchNorm2d):
                module.bias.normal_(0, 0.3)
    model.eval()


def _text(**more: Any) -> dict[str, Any]:
    return {
        "hidden_size": 32,
        "intermediate_size": 64,
        "num_hidden_layers": 2,
        "num_attention_heads": 2,
    } | more


def _clip_tokenizer() -> Any:
    from tokenizers.pre_tokenizers import ByteLevel
    from transformers import CLIPTokenizer

    letters = sorted(ByteLevel.alphabet())
    merges = [("d", "o"), ("do", "g</w>"), ("c", "a"), ("ca", "t</w>"), ("s", "n"), ("sn", "o")]
    words = [*letters, *(f"{letter}</w>" for letter in letters), *("".join(pair) for pair in merges)]
    words += ["<|startoftext|>", "<|endoftext|>"]
    vocabulary = {word: i for i, word in enumerate(words)}
    return CLIPTokenizer(vocab=vocabulary, merges=merges, model_max_length=77)


def _clip_text_config(tokenizer: Any) -> dict[str, Any]:
    return _text(
        vocab_size=len(tokenizer),
        eos_token_id=tokenizer.eos_token_id,
        bos_token_id=tokenizer.bos_token_id,
        pad_token_id=tokenizer.eos_token_id,
    )


def _clip_images() -> Any:
    from transformers.models.clip.image_processing_pil_clip import CLIPImageProcessorPil

    return CLIPImageProcessorPil(size={"shortest_edge": SIDE}, crop_size={"height": SIDE, "width": SIDE})


def _clip(folder: Path) -> tuple[Any, Any]:
    from transformers import CLIPConfig, CLIPModel, CLIPProcessor

    tokenizer = _clip_tokenizer()
    config = CLIPConfig(
        text_config=_clip_text_config(tokenizer),
        vision_config=_text(image_size=SIDE, patch_size=8),
        projection_dim=16,
    )
    return CLIPModel(config), CLIPProcessor(_clip_images(), tokenizer)


def _groupvit(folder: Path) -> tuple[Any, Any]:
    from transformers import CLIPProcessor, GroupViTConfig, GroupViTModel

    tokenizer = _clip_tokenizer()
    config = GroupViTConfig(
        text_config=_clip_text_config(tokenizer),
        vision_config=_groupvit_vision(image_size=SIDE, patch_size=4),
        projection_dim=16,
        projection_intermediate_dim=64,
    )
    return GroupViTModel(config), CLIPProcessor(_clip_images(), tokenizer)


def _groupvit_vision(**more: Any) -> dict[str, Any]:
    return {
        "hidden_size": 32,
        "intermediate_size": 64,
        "depths": [1, 1, 1],
        "num_group_tokens": [8, 4, 0],
        "num_output_groups": [8, 4, 4],
        "num_attention_heads": 2,
    } | more


def _bert_tokenizer(limit: int) -> Any:
    from transformers import BertTokenizer

    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *dict.fromkeys(WORDS)]
    letters = [chr(code) for code in range(ord("a"), ord("z") + 1)]
    pieces += [p for p in [*letters, *(f"##{letter}" for letter in letters)] if p not in pieces]
    vocabulary = {word: i for i, word in enumerate(pieces)}
    return BertTokenizer(vocab=vocabulary, model_max_length=limit)


def _align(folder: Path) -> tuple[Any, Any]:
    from transformers import AlignConfig, AlignModel, AlignProcessor
    from transformers.models.efficientnet.image_processing_pil_efficientnet import (
        EfficientNetImageProcessorPil,
    )

    tokenizer = _bert_tokenizer(512)
    vision = {
        "image_size": SIDE,
        "width_coefficient": 1.0,
        "depth_coefficient": 1.0,
        "in_channels": [32, 8],
        "out_channels": [8, 16],
        "kernel_sizes": [3, 5],
        "strides": [1, 2],
        "num_block_repeats": [1, 2],
        "expand_ratios": [1, 6],
        "hidden_dim": 64,
    }
    config = AlignConfig(
        text_config=_text(vocab_size=len(tokenizer)), vision_config=vision, projection_dim=16
    )
    images = EfficientNetImageProcessorPil(
        size={"height": SIDE, "width": SIDE}, rescale_offset=True, include_top=True, do_center_crop=False
    )
    return AlignModel(config), AlignProcessor(images, tokenizer)


def _chinese_clip(folder: Path) -> tuple[Any, Any]:
    from transformers import ChineseCLIPConfig, ChineseCLIPModel, ChineseCLIPProcessor
    from transformers.models.chinese_clip.image_processing_pil_chinese_clip import (
        ChineseCLIPImageProcessorPil,
    )

    tokenizer = _bert_tokenizer(512)
    config = ChineseCLIPConfig(
        text_config=_text(vocab_size=len(tokenizer)),
        vision_config=_text(image_size=SIDE, patch_size=8),
        projection_dim=16,
    )
    images = ChineseCLIPImageProcessorPil(
        size={"shortest_edge": SIDE}, crop_size={"height": SIDE, "width": SIDE}
    )
    return ChineseCLIPModel(config), ChineseCLIPProcessor(images, tokenizer)


def _siglip(folder: Path) -> tuple[Any, Any]:
    import sentencepiece
    from transformers import SiglipConfig, SiglipModel, SiglipProcessor, SiglipTokenizer
    from transformers.models.siglip.image_processing_pil_siglip import SiglipImageProcessorPil

    sentences = [" ".join(WORDS[(i + j * 7) % len(WORDS)] for j in range(6)) for i in range(300)]
    prefix = folder / "trained"
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(sentences),
        model_prefix=str(prefix),
        vocab_size=220,
        hard_vocab_limit=False,
        pad_id=0,
        eos_id=1,
        unk_id=2,
        bos_id=-1,
        minloglevel=2,
        num_threads=1,
    )
    piece = Path(f"{prefix}.model").rename(folder / "spiece.model")
    Path(f"{prefix}.vocab").unlink()
    tokenizer = SiglipTokenizer(str(piece), model_max_length=64)
    config = SiglipConfig(
        text_config=_text(vocab_size=len(tokenizer), pad_token_id=0, eos_token_id=1, bos_token_id=1),
        vision_config=_text(image_size=SIDE, patch_size=8),
    )
    images = SiglipImageProcessorPil(size={"height": SIDE, "width": SIDE})
    return SiglipModel(config), SiglipProcessor(images, tokenizer)


def _siglip2(folder: Path) -> tuple[Any, Any]:
    from transformers import Siglip2Config, Siglip2Model, Siglip2Processor, Siglip2Tokenizer
    from transformers.models.siglip2.image_processing_pil_siglip2 import Siglip2ImageProcessorPil

    pieces = ["<pad>", "<eos>", "<bos>", "<unk>", "<mask>", *(f"<0x{byte:02X}>" for byte in range(256))]
    pieces += ["▁", *(chr(code) for code in range(ord("a"), ord("z") + 1)), *(f"▁{word}" for word in WORDS)]
    vocabulary = {piece: i for i, piece in enumerate(dict.fromkeys(pieces))}
    tokenizer = Siglip2Tokenizer(vocab=vocabulary, merges=[], model_max_length=64, padding_side="right")
    config = Siglip2Config(
        text_config=_text(vocab_size=len(tokenizer), pad_token_id=0, eos_token_id=1, bos_token_id=2),
        vision_config=_text(patch_size=16, num_patches=16),
    )
    images = Siglip2ImageProcessorPil(patch_size=16, max_num_patches=16)
    return Siglip2Model(config), Siglip2Processor(images, tokenizer)


_MAKERS: dict[str, Callable[[Path], tuple[Any, Any]]] = {
    "clip": _clip,
    "align": _align,
    "groupvit": _groupvit,
    "siglip": _siglip,
    "siglip2": _siglip2,
    "chinese_clip": _chinese_clip,
}
