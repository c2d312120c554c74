"""Joining the two towers into one ``AlignModel``, and writing it as a folder like any other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from core.training import parts
from core.training.leantext import LeanText

# EfficientNet-Lite takes (x - 127) / 128 for x of 0..255.
PIXEL_MEAN, PIXEL_STD = 127 / 255, 128 / 255


def join(vision: Any, text: LeanText, projection: nn.Linear, scale: float, keep: Tensor | None = None) -> Any:
    """An ``AlignModel`` of an ``AlignVisionModel``, MiniLM with its linear head, and a logit scale.

    keep (V,): the word ids that stay, in their new order (see ``smaller_tokenizer``).
    """
    from transformers import AlignConfig, AlignModel, AlignTextConfig

    state = parts.bert_with_mean(text)
    words = "embeddings.word_embeddings.weight"
    if keep is not None:
        state[words] = state[words][keep]
    vocab, hidden = state[words].shape
    text_config = AlignTextConfig(
        vocab_size=vocab,
        hidden_size=hidden,
        num_hidden_layers=len(text.layers) + 1,
        num_attention_heads=text.layers[0].heads,
        intermediate_size=state["encoder.layer.0.intermediate.dense.weight"].shape[0],
        max_position_embeddings=len(state["embeddings.position_embeddings.weight"]),
        hidden_act="gelu",
        layer_norm_eps=1e-12,
        pad_token_id=0,
    )
    dim = projection.out_features
    config = AlignConfig(
        text_config=text_config.to_dict(),
        vision_config=vision.config.to_dict(),
        projection_dim=dim,
        temperature_init_value=1.0 / scale,
    )
    model: Any = AlignModel(config).eval()
    missing = model.text_model.load_state_dict(state, strict=False).missing_keys
    if left := [key for key in missing if not key.startswith("pooler") and "_ids" not in key]:
        raise ValueError(f"the text tower lacks {left}")
    model.vision_model.load_state_dict(vision.state_dict())
    with torch.no_grad():
        model.text_projection.weight.copy_(projection.weight)
        model.text_projection.bias.copy_(projection.bias)
        model.temperature.fill_(1.0 / scale)
        for name, value in model.text_model.named_parameters():
            if name.startswith("pooler"):  # ALIGN does not use it; 0 packs and hashes the same always
                value.zero_()
    return model


def smaller_tokenizer(source: Path, target: Path, limit: int) -> Tensor:
    """Copy a BERT tokenizer without its unused places and characters of scripts it cannot read.

    The model reads English; words of other scripts were only ever split into single characters.
    Returns keep (V,): the old ids that stay, in the order of their new ids.
    """
    from tokenizers import Tokenizer
    from transformers import BertTokenizerFast

    document = json.loads((source / "tokenizer.json").read_text(encoding="utf-8"))
    old: dict[str, int] = document["model"]["vocab"]
    stays = sorted((number, word) for word, number in old.items() if _readable(word))
    document["model"]["vocab"] = {word: new for new, (_, word) in enumerate(stays)}
    places = {number: new for new, (number, _) in enumerate(stays)}
    document["added_tokens"] = [
        {**token, "id": places[token["id"]]} for token in document["added_tokens"] if token["id"] in places
    ]
    for special in document["post_processor"].get("special_tokens", {}).values():
        special["ids"] = [places[number] for number in special["ids"]]
    document["padding"] = None
    document["truncation"] = None
    tokenizer = Tokenizer.from_str(json.dumps(document))
    wrapped = BertTokenizerFast(tokenizer_object=tokenizer, model_max_length=limit)
    wrapped.save_pretrained(target)
    return torch.tensor([number for number, _ in stays])


def _readable(word: str) -> bool:
    if word.startswith("[unused"):
        return False
    return all(ord(letter) < 0x250 or 0x2000 <= ord(letter) < 0x2200 for letter in word)


def save(model: Any, tokenizer: Path, out: Path, size: int) -> None:
    """Write weights (fp16), configuration, tokenizer and processor so that Auto* loads them.

    The processor squeezes the whole photo to ``size`` x ``size``, whatever its shape.
    """
    from transformers import AlignProcessor, AutoTokenizer
    from transformers.models.efficientnet.image_processing_pil_efficientnet import (
        EfficientNetImageProcessorPil,
    )

    out.mkdir(parents=True, exist_ok=True)
    half = model.to(torch.float16)
    half.save_pretrained(out)
    images = EfficientNetImageProcessorPil(
        size={"height": size, "width": size},
        resample=3,
        do_center_crop=False,
        rescale_factor=1 / 255,
        rescale_offset=False,
        image_mean=[PIXEL_MEAN] * 3,
        image_std=[PIXEL_STD] * 3,
        include_top=False,
    )
    words = AutoTokenizer.from_pretrained(tokenizer, local_files_only=True)
    AlignProcessor(images, words).save_pretrained(out)
