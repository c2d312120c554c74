"""Tokens, word lists and ImageNet's class names for the text tower's lessons."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from core.training.data import lines

LISTS = Path(__file__).parent / "lists"
LONGEST = 40


@cache
def class_names() -> list[str]:
    """ImageNet's 1000 class names, in the order of the classifier."""
    return lines(LISTS / "imagenet_names.txt")


@cache
def vocabulary() -> list[str]:
    """About 31,000 English nouns and noun phrases (WordNet) whose meaning the text tower keeps."""
    return lines(LISTS / "nouns.txt")


class Tokens:
    """Turns texts into token ids with the tokenizer of a model's folder."""

    def __init__(self, folder: Path, longest: int = LONGEST) -> None:
        from transformers import AutoTokenizer

        self._tokenizer: Any = AutoTokenizer.from_pretrained(folder, local_files_only=True)
        self._longest = longest

    def __call__(self, texts: Sequence[str]) -> list[list[int]]:
        """Ids of each text with its start and end signs, cut at the longest length."""
        ids: list[list[int]] = self._tokenizer(list(texts), truncation=True, max_length=self._longest)[
            "input_ids"
        ]
        return ids
