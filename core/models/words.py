"""Texts to token ids as the family was trained to read them. Loads transformers only through its argument."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.models.cards import Card

# What a family was trained with where its files do not say: longer texts meet positions that were
# never trained (transformers' AlignProcessor: max_length 64; Chinese-CLIP's paper and code: 52).
CONTEXT = {"align": 64, "chinese_clip": 52}
# Their text vector is taken at the last position, so they always read the full length, unmasked.
FULL_LENGTH = ("siglip", "siglip2")
# Tokenizers say "no limit" with a huge number.
NO_LIMIT = 1_000_000

Tokens = dict[str, NDArray[np.int64]]


class Words:
    """The tokenizer of one encoder. ``limit`` is the most tokens it reads; what is longer is cut."""

    def __init__(self, tokenizer: Any, card: Card, positions: int) -> None:
        self._tokenizer = tokenizer
        self._full = card.family in FULL_LENGTH
        self.limit = text_limit(card, positions, int(tokenizer.model_max_length))

    def tokens(self, texts: Sequence[str]) -> Tokens:
        """Arrays of shape (n, tokens), padded to the longest text (SigLIP: to the full length)."""
        found = self._tokenizer(
            [clean(text) for text in texts],
            padding="max_length" if self._full else True,
            truncation=True,
            max_length=self.limit,
            return_tensors="np",
        )
        arrays = {name: np.asarray(value, dtype=np.int64) for name, value in found.items()}
        if self._full:
            arrays.pop("attention_mask", None)
        return arrays


def text_limit(card: Card, positions: int, stated: int) -> int:
    """The smallest of what the card, the network, the tokenizer and the family's training allow."""
    limits = [card.text_limit, positions, stated if stated < NO_LIMIT else 0, CONTEXT.get(card.family, 0)]
    return min((limit for limit in limits if limit > 0), default=77)


def clean(text: str) -> str:
    """Half a surrogate pair (from a file name) cannot be tokenized: it becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")
