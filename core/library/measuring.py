"""How well a model finds photos, and making models: what ``recollect evaluate`` and ``train`` ask.

Nothing of the person's library is read or written: photos are encoded into memory and thrown away.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import RecollectError
from core.evaluation.bands import BandReport, evaluate_bands, read_queries
from core.evaluation.captions import read_captions
from core.evaluation.encode import Encoded, encode_files, finder_over
from core.evaluation.retrieval import (
    Naming,
    Retrieval,
    WordPrecision,
    all_names,
    encode_many,
    evaluate_retrieval,
    name_photos,
    precision_of_words,
    read_lines,
    read_names,
    read_words,
)
from core.jobs import BACKGROUND, Token, Turn
from core.models.cards import Card, find_card
from core.paths import cache_home, data_home, display
from core.training import RecipeInfo, list_recipes, read_options, run_recipe

if TYPE_CHECKING:
    from core.models.dual_encoder import DualEncoder

Progress = Callable[[int, int], None]

__all__ = [
    "BandReport",
    "Judge",
    "Naming",
    "RecipeInfo",
    "Retrieval",
    "WordPrecision",
    "recipes",
    "train",
]


@dataclass(frozen=True)
class Judge:
    """Measures one model. ``progress(done, total)`` is told while photos are encoded."""

    card: Card
    encoder: DualEncoder
    turn: Turn
    progress: Progress | None = None

    @classmethod
    def of(
        cls,
        model: str = "starter",
        *,
        precision: str = "auto",
        token: Token | None = None,
        progress: Progress | None = None,
    ) -> Judge:
        """Load a model by id, name or folder. Raises ``model.*``."""
        from core.models.dual_encoder import DualEncoder

        card = find_card(model, data_home() / "models")
        encoder = DualEncoder.load(card, precision=precision, cache=cache_home())
        return cls(card, encoder, Turn(BACKGROUND, token or Token()), progress)

    def retrieval(self, captions: Path, folder: Path) -> Retrieval:
        """Recall@1, 5, 10 both ways. Raises ``evaluate.*``, ``folder.missing``."""
        return evaluate_retrieval(self.encoder, captions, folder, self.turn, self.progress)

    def words(self, words: Path, captions: Path, folder: Path, k: int = 10) -> list[WordPrecision]:
        """Precision@k of everyday words, photos judged by their captions."""
        wanted = read_words(words)
        encoded, texts = self._captioned(captions, folder)
        rows = encode_many(self.encoder, [word.query for word in wanted], self.turn)
        return precision_of_words(rows, encoded.vectors, texts, wanted, k=k)

    def bands(self, queries: Sequence[Path], captions: Path, folder: Path) -> BandReport:
        """How well Strong is cut, and whether absurd queries are seen to match nothing."""
        asked = [query for file in queries for query in read_queries(file)]
        encoded, texts = self._captioned(captions, folder)
        finder = finder_over(
            self.encoder.encode_texts, encoded.vectors, self.turn, templates=self.card.templates
        )
        return evaluate_bands(finder, texts, asked, self.turn)

    def naming(self, accepted: Path, names: Path, folder: Path) -> Naming:
        """Zero-shot naming over a list of names plus the photos' own."""
        wanted = read_names(accepted, folder)
        offered = all_names(read_lines(names), wanted)
        encoded = encode_files(self.encoder, list(wanted), self.turn, progress=self.progress)
        prompts = [f"a photo of {name}" for name in offered]
        vectors = encode_many(self.encoder, prompts, self.turn)
        files = [file.name for file in encoded.files]
        return name_photos(vectors, offered, encoded.vectors, [wanted[file] for file in encoded.files], files)

    def close(self) -> None:
        """Let the model go."""
        self.encoder.close()

    def _captioned(self, captions: Path, folder: Path) -> tuple[Encoded, list[list[str]]]:
        texts = {path: found for path, found in read_captions(captions, folder).items() if found}
        encoded = encode_files(self.encoder, list(texts), self.turn, progress=self.progress)
        if not encoded.files:
            raise RecollectError("evaluate.no_photos", path=display(captions), folder=display(folder))
        return encoded, [texts[path] for path in encoded.files]


def recipes() -> list[RecipeInfo]:
    """What can be trained."""
    return list_recipes()


def train(
    name: str,
    data: Path,
    out: Path,
    work: Path,
    *,
    seed: int = 0,
    token: Token | None = None,
    progress: Callable[[str, float], None] | None = None,
    options: Sequence[str] = (),
) -> dict[str, float]:
    """Run a recipe with ``options`` as NAME=VALUE; resumes where ``work`` holds an interrupted run.

    Raises ``train.*``, Cancelled.
    """
    chosen = read_options(options)
    return run_recipe(name, data, out, work, seed=seed, token=token, progress=progress, **chosen)
