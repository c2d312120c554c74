"""Photos whose masks say what is where, as the shared data keep them: ``photo.webp`` beside ``photo.png``.

The folder above holds ``categories.json``: VOC's ``{"classes": [names by mask value]}`` or COCO's
``{"categories": {mask value: {"name"}}}``. Value 0 is the background, 255 nobody's.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.errors import RecollectError
from core.evaluation.captions import bad
from core.labels.regions import distances
from core.paths import display

VOID = 255
# VOC writes them as one word.
SPOKEN = {"diningtable": "dining table", "pottedplant": "potted plant", "tvmonitor": "tv monitor"}

Mask = NDArray[np.uint8]
Pixels = NDArray[np.uint8]


@dataclass(frozen=True)
class Masked:
    """``files`` with masks beside them, and the ``names`` of mask values, lowest value first."""

    files: tuple[Path, ...]
    names: dict[int, str]

    def pixels(self, file: Path) -> Pixels:
        """The photo, uint8 (h, w, 3)."""
        with Image.open(file) as image:
            return np.asarray(image.convert("RGB"))

    def mask(self, file: Path) -> Mask:
        """The photo's mask, uint8 (h, w)."""
        with Image.open(file.with_suffix(".png")) as image:
            return np.asarray(image)


def read_masked(folder: Path) -> Masked:
    """The photos of a folder that have masks, by name.

    Raises RecollectError ``folder.missing``, ``evaluate.bad_masks``.
    """
    if not folder.is_dir():
        raise RecollectError("folder.missing", path=display(folder))
    listed = folder.parent / "categories.json"
    names = _names(listed)
    files = tuple(path for path in sorted(folder.glob("*.webp")) if path.with_suffix(".png").is_file())
    if not files:
        raise bad(folder, "no photo with a mask beside it", "evaluate.bad_masks")
    return Masked(files, names)


def _names(path: Path) -> dict[int, str]:
    try:
        read = json.loads(path.read_text("utf-8"))
        if "classes" in read:
            named = enumerate(read["classes"])
            return {value: SPOKEN.get(name, str(name)) for value, name in named if value}
        return {
            int(value): str(entry["name"]) for value, entry in sorted(read["categories"].items(), key=_by)
        }
    except OSError as error:
        raise bad(path, error.strerror or "cannot be read", "evaluate.bad_masks") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise bad(path, "not a list of classes or categories", "evaluate.bad_masks") from None


def _by(entry: tuple[str, object]) -> int:
    return int(entry[0])


def shares(mask: Mask) -> dict[int, float]:
    """Share of the photo of each value in a mask, background and void left out."""
    counts = np.bincount(mask.ravel(), minlength=256)
    present = [int(value) for value in np.flatnonzero(counts) if value not in (0, VOID)]
    return {value: float(counts[value] / mask.size) for value in present}


def deepest(inside: NDArray[np.bool_]) -> tuple[int, int]:
    """Row and column of the cell of a mask that lies farthest from all that is outside, the edge too.

    The first such cell in reading order; distances are exact (Euclidean). Needs one cell inside.
    """
    far = distances(inside)
    row, column = np.unravel_index(int(far.argmax()), far.shape)
    return int(row), int(column)


def piece(inside: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The connected piece of a mask that its deepest cell lies in (neighbours share a side)."""
    grown = np.zeros_like(inside)
    grown[deepest(inside)] = True
    size = 0
    while size < int(np.count_nonzero(grown)):
        size = int(np.count_nonzero(grown))
        grown = _along(grown, inside)
        grown = _along(grown.T, inside.T).T
    return grown


def _along(grown: NDArray[np.bool_], inside: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """All cells of a mask whose unbroken run along the rows has a cell in ``grown``."""
    runs = np.cumsum(np.pad(~inside, ((0, 0), (1, 0)), constant_values=True)).reshape(len(inside), -1)[:, 1:]
    hit = np.zeros(int(runs.max()) + 1, np.bool_)
    hit[runs[grown]] = True
    return inside & hit[runs]
