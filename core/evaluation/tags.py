"""How true the tags' words are, and the themes: ``python -m core.evaluation.tags CAPTIONS FOLDER``.

A tag is right when its pattern (``resources/labels/everyday_words.toml``, else its own words) is found in one
of the photo's captions, case ignored. Captions leave out much that is there, so these are lower bounds.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.errors import RecollectError
from core.evaluation.captions import read_captions
from core.evaluation.encode import Encoder, encode_files, finder_over
from core.evaluation.retrieval import is_right, read_words
from core.jobs import Turn
from core.labels import tags, themes
from core.labels.vocabularies import Term, everyday
from core.paths import display, resource
from core.search.bands import neutral_texts
from core.search.hits import STRONG
from core.search.search import Finder

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class SureRow:
    """Tags of one word of sureness: how many there were, and how many of them captions confirm."""

    sure: str
    tags: int
    right: int

    @property
    def precision(self) -> float:
        """Share of right ones; 0 without tags."""
        return self.right / self.tags if self.tags else 0.0


@dataclass(frozen=True)
class ThemeRow:
    """A theme: photos counted (Strong hits), and how many of them captions confirm."""

    text: str
    count: int
    right: int


@dataclass(frozen=True)
class TagReport:
    """Tags of ``photos`` photos by sureness, photos without any, and the themes of all of them."""

    photos: int
    untagged: int
    rows: tuple[SureRow, ...]
    themes: tuple[ThemeRow, ...]


def read_patterns_of(terms: Sequence[Term], path: Path | None = None) -> list[re.Pattern[str]]:
    """What makes each term right: from the word list, else its own words.

    Raises RecollectError ``evaluate.bad_words``.
    """
    words = {word.query: word.pattern for word in read_words(path or resource("labels/everyday_words.toml"))}
    return [words.get(term.text) or _own_words(term) for term in terms]


def evaluate_tags(
    finder: Finder,
    vectors: Floats,
    captions: Sequence[Sequence[str]],
    terms: Sequence[Term],
    patterns: Sequence[re.Pattern[str]],
    turn: Turn,
) -> TagReport:
    """Tags and themes of photos with unit vectors [n, d]; photo ids of the finder are rows.

    The finder has its background.
    """
    assert finder.background is not None
    neutral = finder.text_vectors(neutral_texts(), turn)
    yardstick = tags.Yardstick.of(neutral, finder.background.text_spread)
    rows = finder.text_vectors([term.text for term in terms], turn)
    told = {"very": [0, 0], "fairly": [0, 0], "maybe": [0, 0]}
    untagged = 0
    for vector, texts in zip(vectors, captions, strict=True):
        proposed = tags.propose(vector, rows, yardstick)
        untagged += not proposed
        for tag in proposed:
            told[tag.sure][0] += 1
            told[tag.sure][1] += is_right(patterns[tag.term], texts)
    counts = themes.count([vectors], rows, yardstick, turn.token)
    strong = {i: _strong(finder, terms[i], turn) for i in themes.candidates(counts)}
    chosen = themes.choose(counts, {i: len(ids) for i, ids in strong.items()}, rows, yardstick)
    return TagReport(
        photos=len(vectors),
        untagged=untagged,
        rows=tuple(SureRow(sure, *numbers) for sure, numbers in told.items()),
        themes=tuple(
            ThemeRow(
                terms[theme.index].plural,
                theme.count,
                sum(is_right(patterns[theme.index], captions[i]) for i in strong[theme.index]),
            )
            for theme in chosen
        ),
    )


def main(arguments: Sequence[str] | None = None, *, encoder: Encoder | None = None) -> int:
    """Encode the captioned photos and tell the figures."""
    from core.models.cards import read_card
    from core.models.dual_encoder import DualEncoder

    parser = argparse.ArgumentParser(prog="python -m core.evaluation.tags", description=__doc__)
    parser.add_argument("captions", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--model", type=Path, default=None, help="a model's folder; else the built-in one")
    chosen = parser.parse_args(arguments)
    turn = Turn()
    card = read_card(chosen.model or resource("starter"))
    used = encoder or DualEncoder.load(card)
    captions = {path: texts for path, texts in read_captions(chosen.captions, chosen.folder).items() if texts}
    encoded = encode_files(used, list(captions), turn)
    if not encoded.files:
        raise RecollectError(
            "evaluate.no_photos", path=display(chosen.captions), folder=display(chosen.folder)
        )
    finder = finder_over(used.encode_texts, encoded.vectors, turn, templates=card.templates)
    terms = everyday()
    texts = [captions[file] for file in encoded.files]
    report = evaluate_tags(finder, encoded.vectors, texts, terms, read_patterns_of(terms), turn)
    sys.stdout.write(_table(report))
    return 0


def _table(report: TagReport) -> str:
    lines = [f"{report.photos} photos, {report.untagged} without tags"]
    lines += [
        f"{row.sure:8} {row.tags:6} tags  {row.tags / report.photos:5.2f} a photo  "
        f"precision {row.precision:.3f}"
        for row in report.rows
    ]
    lines += [f"{row.count:6} {row.text:28} precision {row.right / row.count:.2f}" for row in report.themes]
    counted = sum(row.count for row in report.themes)
    if counted:
        right = sum(row.right for row in report.themes)
        lines.append(f"{len(report.themes)} themes, precision {right / counted:.3f}")
    return "\n".join(lines) + "\n"


def _strong(finder: Finder, term: Term, turn: Turn) -> list[int]:
    hits = finder.text(term.text, turn)
    return [int(i) for i in hits.photo_ids[hits.bands == STRONG]]


def _own_words(term: Term) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in dict.fromkeys((term.text, term.plural)))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


if __name__ == "__main__":
    raise SystemExit(main())
