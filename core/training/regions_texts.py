"""The texts that the region model's cells learn from, embedded once by the built-in encoder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from torch import Tensor

from core.training.regions import Texts
from core.training.regions_data import FORMS
from core.training.terms import find_terms
from core.training.towers import Towers
from core.training.words import Tokens

TEMPLATES = ("a photo of a {}", "a photo of {}", "{}")
NOUNS, COMMON = 4000, 2000

Said = Sequence[Sequence[str]]


def embedded(starter: Towers, tokens: Tokens, texts: Sequence[str]) -> Tensor:
    """Unit vectors of texts (texts, D)."""
    return F.normalize(starter.all_texts(tokens(texts)), dim=1)


def read_texts(
    starter: Towers,
    tokens: Tokens,
    names: Sequence[str],
    classes: Sequence[str],
    nouns: Sequence[str],
    captions: Said,
    kept: Path,
) -> tuple[Texts, list[npt.NDArray[np.int64]]]:
    """All texts, and which terms (rows of ``Texts.terms``) fit each captioned photo; kept in a file."""
    terms = find_terms(captions) if captions else None
    fitting: list[list[int]] = [[] for _ in captions]
    for number, rows in enumerate(terms.photos if terms else []):
        for row in rows:
            fitting[int(row)].append(number)
    of = [np.array(row, dtype=np.int64) for row in fitting]
    if kept.is_file():
        read = torch.load(kept, weights_only=True)
        return Texts(read["names"], read["classes"], read["terms"], read["bank"]), of
    forms = [
        embedded(starter, tokens, [way.format(form) for form in forms for way in TEMPLATES])
        for forms in (FORMS.get(name, (name,)) for name in names)
    ]
    rng = np.random.default_rng(0)
    some = [nouns[i] for i in rng.choice(len(nouns), min(NOUNS, len(nouns)), False)]
    of_classes = embedded(starter, tokens, [f"a photo of a {name}" for name in classes])
    of_nouns = embedded(starter, tokens, [f"a photo of {noun}" for noun in some])
    of_terms = of_nouns[:0]
    if terms is not None and len(terms):
        of_terms = embedded(starter, tokens, [f"a photo of {term}" for term in terms.texts])
    common = of_terms[torch.from_numpy(rng.choice(len(of_terms), min(COMMON, len(of_terms)), False))]
    texts = Texts(forms, of_classes, of_terms, torch.cat([of_nouns, common, of_classes]))
    kept.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"names": forms, "classes": texts.classes, "terms": texts.terms, "bank": texts.bank}, kept)
    return texts, of
