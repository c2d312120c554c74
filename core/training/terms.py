"""Short texts as people type them, and which training photos they fit, read off the captions.

A caption describes one photo; a query is a word or three that fit many. So the words and phrases
that captions share ("beach", "in the snow", "dog water") become texts of their own, each with every
photo of which at least one caption says it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_EMPTY = (
    "a an the and or but of in on at to from with without by for into onto over under up down out off "
    "through across near next around along behind between while as is are was were be being been has have "
    "having had do does doing it its his her their them they he she him who which that this these those "
    "there some another other others one two three four five six several many few very two's something "
    "someone what where when it's each both all front back side top other's get gets getting"
)
_ARTICLES = "a an the his her their its this that these those some"
EMPTY, ARTICLES = frozenset(_EMPTY.split()), frozenset(_ARTICLES.split())
LONGEST = 4
RARE, RARE_PHRASE, RARE_PAIR = 6, 12, 40
COMMON = 0.4


@dataclass(frozen=True)
class Terms:
    """``texts``; ``photos[i]``: rows of the photos that text i fits; ``said[i]``: by what share of
    each one's captions."""

    texts: list[str]
    photos: list[npt.NDArray[np.int64]]
    said: list[npt.NDArray[np.float32]]

    def __len__(self) -> int:
        return len(self.texts)

    def by_photo(self, count: int) -> tuple[list[npt.NDArray[np.int64]], list[npt.NDArray[np.float32]]]:
        """For each of ``count`` photos its terms, and their shares: rarer terms tell more, so weigh more."""
        terms: list[list[int]] = [[] for _ in range(count)]
        shares: list[list[float]] = [[] for _ in range(count)]
        for number, (rows, said) in enumerate(zip(self.photos, self.said, strict=True)):
            telling = float(np.log(count / len(rows)))
            for row, share in zip(rows, said, strict=True):
                terms[row].append(number)
                shares[row].append(telling * float(share) ** 0.5)
        return (
            [np.array(row, dtype=np.int64) for row in terms],
            [np.array(row, dtype=np.float32) for row in shares],
        )


def find_terms(captions: Sequence[Sequence[str]]) -> Terms:
    """Words, phrases and pairs of words that captions of enough photos share."""
    found: dict[str, dict[int, float]] = defaultdict(dict)
    pairs: dict[str, dict[int, float]] = defaultdict(dict)
    for row, texts in enumerate(captions):
        share = 1.0 / len(texts)
        for text in texts:
            words = WORD.findall(text.lower())
            for phrase in set(_phrases(words)):
                found[phrase][row] = found[phrase].get(row, 0.0) + share
            for first, second in combinations(sorted({w for w in words if w not in EMPTY}), 2):
                for pair in (f"{first} {second}", f"{second} {first}"):
                    pairs[pair][row] = pairs[pair].get(row, 0.0) + share
    most = COMMON * len(captions)
    kept = {t: r for t, r in found.items() if (RARE_PHRASE if " " in t else RARE) <= len(r) <= most}
    kept |= {t: r for t, r in pairs.items() if RARE_PAIR <= len(r) <= most and t not in kept}
    texts = sorted(kept)
    return Terms(
        texts,
        [np.array(sorted(kept[t]), dtype=np.int64) for t in texts],
        [np.array([kept[t][row] for row in sorted(kept[t])], dtype=np.float32) for t in texts],
    )


def _phrases(words: Sequence[str]) -> Iterable[str]:
    """Runs of up to LONGEST words that neither begin nor end with an empty one, and the words themselves."""
    for start, first in enumerate(words):
        for length in range(1, LONGEST + 1):
            run = words[start : start + length]
            whole = len(run) == length and run[-1] not in EMPTY
            if whole and first not in ARTICLES and (length > 1 or first not in EMPTY):
                yield " ".join(run)


def spread_over(
    rows: Sequence[npt.NDArray[np.int64]], shares: Sequence[npt.NDArray[np.float32]], width: int
) -> Tensor:
    """Sparse rows as a dense (len(rows), width) tensor whose rows sum to 1 (or are all 0)."""
    dense = np.zeros((len(rows), width), dtype=np.float32)
    for line, (columns, weights) in enumerate(zip(rows, shares, strict=True)):
        if len(columns):
            dense[line, columns] = weights / weights.sum()
    return torch.from_numpy(dense)
