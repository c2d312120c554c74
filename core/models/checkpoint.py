"""A transformers folder from anywhere, loaded without running its code and without guessing weights."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from core.errors import RecollectError
from core.models.cards import Card
from core.models.model_folder import damaged, read_config
from core.models.runtime import prepare_environment
from core.paths import display

log = logging.getLogger(__name__)

T = TypeVar("T")

TOKENIZER_FILES = (
    "tokenizer.json",
    "vocab.json",
    "vocab.txt",
    "spiece.model",
    "sentencepiece.bpe.model",
    "tokenizer.model",
)


@dataclass(frozen=True)
class Checkpoint:
    """What a folder holds, loaded in fp32 on the processor. ``positions``: most tokens the network takes."""

    model: Any
    image_processor: Any
    tokenizer: Any
    positions: int


def load_checkpoint(card: Card) -> Checkpoint:
    """Load a dual encoder from ``card.path``.

    Raises RecollectError ``model.not_a_dual_encoder``, ``model.remote_code``, ``model.unsafe``,
    ``model.damaged`` (missing, misshapen, surplus or NaN tensors, no tokenizer) or
    ``device.out_of_memory``.
    """
    prepare_environment()
    from transformers import AutoTokenizer
    from transformers.utils import logging as transformers_logging

    transformers_logging.disable_progress_bar()
    folder = card.path
    _check_kind(folder)
    if not any((folder / name).is_file() for name in TOKENIZER_FILES):
        raise damaged(folder, "no tokenizer")
    model = load_model(card)
    tokenizer = _guarded(
        card, "tokenizer", lambda: AutoTokenizer.from_pretrained(folder, **_SAFE), expect=("pad_token_id",)
    )
    image_processor = _guarded(card, "image processor", lambda: _load_image_processor(folder))
    positions = _check_vocabulary(card, model, tokenizer)
    return Checkpoint(model, image_processor, tokenizer, positions)


_SAFE: dict[str, Any] = {"local_files_only": True, "trust_remote_code": False}


def _check_kind(folder: Path) -> None:
    from transformers.models.auto.configuration_auto import CONFIG_MAPPING

    config = read_config(folder)
    family = config["model_type"]
    if family in CONFIG_MAPPING:
        return
    if config.get("auto_map"):
        raise RecollectError("model.remote_code", path=display(folder))
    raise RecollectError(
        "model.not_a_dual_encoder", path=display(folder), detail=f"transformers knows no type {family}"
    )


def load_model(card: Card) -> Any:
    """The network of a dual encoder alone, checked, in fp32. Raises as ``load_checkpoint`` does."""
    _check_kind(card.path)
    import torch
    from transformers import AutoModel

    model, info = _guarded(
        card,
        "weights",
        lambda: AutoModel.from_pretrained(
            card.path, use_safetensors=True, output_loading_info=True, dtype=torch.float32, **_SAFE
        ),
    )
    if not (hasattr(model, "get_text_features") and hasattr(model, "get_image_features")):
        raise RecollectError(
            "model.not_a_dual_encoder", path=display(card.path), detail=f"type {card.family}"
        )
    missing, mismatched = sorted(info["missing_keys"]), sorted(map(str, info["mismatched_keys"]))
    if missing:
        raise damaged(card.path, f"{len(missing)} tensors are missing, first {missing[0]}")
    if mismatched:
        raise damaged(card.path, f"{len(mismatched)} tensors have another shape, first {mismatched[0]}")
    surplus = _critical(info["unexpected_keys"], (name for name, _ in model.named_parameters()))
    if surplus:
        raise damaged(card.path, f"config.json leaves out {len(surplus)} tensors, first {surplus[0]}")
    check_finite(card, model)
    return model.eval()


def _critical(unexpected: Any, known: Any) -> list[str]:
    """Tensors of a further layer: same name as one that is used but for a number."""
    patterns = {re.sub(r"\d+", "#", name) for name in known}
    return sorted(name for name in unexpected if re.sub(r"\d+", "#", name) in patterns)


def check_finite(card: Card, model: Any) -> None:
    """Raise ``model.damaged`` when a weight is not a number."""
    for name, tensor in [*model.named_parameters(), *model.named_buffers()]:
        # A sum is NaN or infinite when an element is, and needs no second tensor of the same size.
        if tensor.is_floating_point() and not bool(tensor.sum().isfinite()) and not tensor.isfinite().all():
            raise damaged(card.path, f"{name} holds values that are not numbers")


def _load_image_processor(folder: Path) -> Any:
    from transformers import AutoImageProcessor

    # The Pillow backend whatever else is installed: the two are not identical to the bit.
    return AutoImageProcessor.from_pretrained(folder, backend="pil", **_SAFE)


def _check_vocabulary(card: Card, model: Any, tokenizer: Any) -> int:
    """The most tokens the text tower takes; refuses a tokenizer of another model."""
    text = model.config.get_text_config() if hasattr(model.config, "get_text_config") else None
    text = getattr(model.config, "text_config", None) or text
    rows = int(getattr(text, "vocab_size", 0) or 0)
    largest = max(tokenizer.get_vocab().values(), default=-1)
    if largest < 0 or (rows and largest >= rows):
        raise damaged(card.path, f"the tokenizer has {largest + 1} words, the weights {rows}")
    return int(getattr(text, "max_position_embeddings", 0) or 0)


def _guarded(card: Card, what: str, load: Callable[[], T], expect: tuple[str, ...] = ()) -> T:
    """Run a loader on a folder from anywhere: whatever it raises says something about the folder."""
    try:
        found = load()
    except MemoryError as error:
        raise RecollectError("device.out_of_memory", name=card.name) from error
    except Exception as error:
        if "trust_remote_code" in str(error):
            raise RecollectError("model.remote_code", path=display(card.path)) from error
        lines = str(error).strip().splitlines() or [type(error).__name__]
        raise damaged(card.path, f"{what}: {lines[0][:200]}") from error
    for name in expect:
        if getattr(found, name, None) is None:
            raise damaged(card.path, f"{what} without {name}")
    return found
