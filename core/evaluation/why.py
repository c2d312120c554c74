"""How well "Why this matched" finds a thing: the heat of a class's name against the class's own mask.

For each photo and each class that covers at least a hundredth of it, the share of the heat's mass that
lies inside the class's mask stands beside the share of the photo that the mask covers: heat that knew
nothing would have as much. Also counted: how often the hottest place lies inside. Pixels that nobody
claims (255) count neither way. The photos are squeezed and seen at the size of thumbnails, as the
window shows them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.errors import RecollectError
from core.evaluation.masks import VOID, read_masked, shares
from core.jobs import Token, Turn
from core.labels.why import heat
from core.models.templates import averaged
from core.search.bands import neutral_texts

if TYPE_CHECKING:
    from core.models.dual_encoder import DualEncoder

Floats = NDArray[np.float32]
Progress = Callable[[int, int], None]

# A class that covers less of a photo than this is too small for the cells of a map.
LEAST = 0.01


@dataclass(frozen=True)
class WhyRow:
    """One class, or all: how many photos show it (a photo counts once for each class), the mean share of
    the heat inside the mask, the mean share of the photo inside the mask, and the share of photos whose
    hottest place is inside."""

    name: str
    photos: int
    inside: float
    covered: float
    hottest: float


@dataclass(frozen=True)
class WhyFigures:
    """``overall`` of ``photos`` photos, and ``rows`` by class, most photos first; classes nowhere seen are
    left out."""

    photos: int
    overall: WhyRow
    rows: tuple[WhyRow, ...]


def measure_why(
    encoder: DualEncoder, folder: Path, token: Token | None = None, progress: Progress | None = None
) -> WhyFigures:
    """Figures over a folder of photos with masks; ``progress(done, total)`` after each photo.

    Raises RecollectError ``folder.missing``, ``evaluate.bad_masks``, ``model.no_map`` for an encoder
    without ``supports_dense``, and Cancelled.
    """
    if not encoder.supports_dense:
        raise RecollectError("model.no_map", name=encoder.card.name)
    masked = read_masked(folder)
    turn = Turn(token=token or Token())
    templates = encoder.card.templates
    vectors = averaged(encoder.encode_texts, templates, list(masked.names.values()), turn)
    by_value = dict(zip(masked.names, vectors, strict=True))
    neutral = averaged(encoder.encode_texts, templates, neutral_texts(), turn)
    seen: dict[int, list[tuple[float, float, float]]] = {value: [] for value in masked.names}
    for done, file in enumerate(masked.files, 1):
        mask = masked.mask(file)
        present = [value for value, share in shares(mask).items() if share >= LEAST and value in seen]
        if present:
            cells = encoder.dense(encoder.prepare_dense(masked.pixels(file)), turn)
            for value in present:
                seen[value].append(judged(heat(cells, by_value[value], neutral), mask, value))
        if progress is not None:
            progress(done, len(masked.files))
    rows = [_row(masked.names[value], found) for value, found in seen.items() if found]
    rows.sort(key=lambda row: (-row.photos, row.name))
    every = [found for value in seen for found in seen[value]]
    return WhyFigures(len(masked.files), _row("all", every), tuple(rows))


def judged(hot: Floats, mask: NDArray[np.uint8], value: int) -> tuple[float, float, float]:
    """(share of the heat inside, share of the photo inside, 1 when the hottest pixel is inside else 0).

    ``hot`` float32[h, w] covers the whole photo and is spread to the mask's size.
    """
    spread = np.asarray(Image.fromarray(hot).resize(mask.shape[::-1], Image.Resampling.BILINEAR))
    claimed = mask != VOID
    inside = mask == value
    mass = float(spread[claimed].sum())
    covered = float(np.count_nonzero(inside) / np.count_nonzero(claimed))
    share = float(spread[inside].sum()) / mass if mass > 0 else covered
    hottest = np.where(claimed, spread, -1.0).argmax()
    return share, covered, float(inside.ravel()[hottest])


def table(figures: WhyFigures) -> str:
    """The figures for people to read, one line a class."""
    lines = [f"{'':14} {'times':>6} {'heat inside':>12} {'mask covers':>12} {'hottest inside':>15}"]
    lines += [
        f"{row.name:14} {row.photos:6} {row.inside:12.3f} {row.covered:12.3f} {row.hottest:15.3f}"
        for row in (figures.overall, *figures.rows)
    ]
    return "\n".join(lines) + "\n"


def _row(name: str, found: Sequence[tuple[float, float, float]]) -> WhyRow:
    inside, covered, hottest = np.asarray(found, float).reshape(-1, 3).mean(axis=0) if found else np.zeros(3)
    return WhyRow(name, len(found), float(inside), float(covered), float(hottest))
