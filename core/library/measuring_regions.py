"""How well the parts of photos are found, named and pointed at: what ``recollect evaluate`` asks of them.

Nothing of the person's library is read or written.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.evaluation.masks import read_masked
from core.evaluation.regions import MaskReport, PasteReport, evaluate_masks, evaluate_pastes
from core.jobs import BACKGROUND, Token, Turn
from core.labels.regions import Scale
from core.library.region_words import scale_of, templates_of
from core.models.cards import find_card, find_segmenter
from core.models.groups import Groups, compact
from core.models.templates import averaged
from core.paths import cache_home, data_home

if TYPE_CHECKING:
    from core.evaluation.why import WhyFigures
    from core.models.dual_encoder import DualEncoder
    from core.models.segmenter import Segmenter

Floats = NDArray[np.float32]
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class RegionJudge:
    """Measures a region model beside an encoder; ``labels`` embeds the names of parts."""

    encoder: DualEncoder
    segmenter: Segmenter
    labels: DualEncoder | Segmenter
    turn: Turn
    progress: Progress | None = None

    @classmethod
    def of(
        cls,
        model: str = "starter",
        segmenter: str = "starter-regions",
        *,
        token: Token | None = None,
        progress: Progress | None = None,
    ) -> RegionJudge:
        """Load both by id, name or folder. Raises ``model.*``."""
        from core.models.dual_encoder import DualEncoder
        from core.models.segmenter import Segmenter

        folder = data_home() / "models"
        card, parts_card = find_card(model, folder), find_segmenter(segmenter, folder)
        encoder = DualEncoder.load(card, cache=cache_home())
        parts = Segmenter.load(parts_card, cache=cache_home())
        labels: DualEncoder | Segmenter = parts
        if parts_card.labels_by:
            named = find_card(parts_card.labels_by, folder)
            labels = encoder if named.id == card.id else DualEncoder.load(named, cache=cache_home())
        return cls(encoder, parts, labels, Turn(BACKGROUND, token or Token()), progress)

    def pastes(self, captions: Path, folder: Path, things: Sequence[Path], count: int = 300) -> PasteReport:
        """Recall of small things pasted into photos, with and without parts. Raises ``evaluate.*``."""
        return evaluate_pastes(
            self.encoder,
            self._look,
            self._vectors,
            captions,
            folder,
            [read_masked(place) for place in things],
            self.turn,
            templates=self.encoder.card.templates,
            count=count,
            progress=self.progress,
        )

    def masks(self, folder: Path) -> MaskReport:
        """How well parts are named where masks know better. Raises ``evaluate.bad_masks``."""
        masked = read_masked(folder)
        names = list(dict.fromkeys(masked.names.values()))
        vectors = self._vectors(names, self.turn)
        return evaluate_masks(self._look, names, vectors, self._scale(), masked, self.turn, self.progress)

    def close(self) -> None:
        """Let the models go."""
        for model in {id(one): one for one in (self.encoder, self.segmenter, self.labels)}.values():
            model.close()

    def _look(self, pictures: Sequence[NDArray[np.uint8]]) -> list[Groups]:
        prepared = [self.segmenter.prepare(picture) for picture in pictures]
        return [compact(seen) for seen in self.segmenter.segment(prepared, self.turn)]

    def _vectors(self, names: Sequence[str], turn: Turn) -> Floats:
        """Unit vectors float32[n, d] of names of parts: the mean over the templates."""
        return averaged(self.labels.encode_texts, templates_of(self.segmenter.card), names, turn)

    def _scale(self) -> Scale:
        return scale_of(self.segmenter.card, lambda names: self._vectors(names, self.turn))


def why_of(
    model: str, folder: Path, token: Token | None = None, progress: Progress | None = None
) -> WhyFigures:
    """How much of "Why this matched" lies where the thing is, by an encoder.

    Raises ``model.*`` (``model.no_map`` for one that cannot tell), ``evaluate.bad_masks``,
    ``folder.missing``, Cancelled.
    """
    from core.evaluation.why import measure_why
    from core.models.dual_encoder import DualEncoder

    encoder = DualEncoder.load(find_card(model, data_home() / "models"), cache=cache_home())
    try:
        return measure_why(encoder, folder, token, progress)
    finally:
        encoder.close()
