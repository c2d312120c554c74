"""How well the parts of photos are found and named.

``evaluate_pastes``: things cut out by their masks and pasted small into captioned photos, one photo at a
time; asked for by name, as plain words without and with parts, and as ``part:``. ``evaluate_masks``: whether
the name at the middle of a thing is right, and how well the named parts cover the masks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.catalogue.groups import content_of, keys_of
from core.errors import RecollectError
from core.evaluation.captions import read_captions
from core.evaluation.encode import BATCH, Encoder, finder_over
from core.evaluation.masks import VOID, Masked, Pixels, deepest, shares
from core.evaluation.pastes import drawn, made
from core.evaluation.retrieval import encode_many
from core.jobs import Turn
from core.labels.regions import Scale, planes_of, regions_of, spread
from core.models.groups import NONE, Groups
from core.paths import display
from core.query.tree import PART, TEXT, Part
from core.search import blending
from core.search.bands import centred, neutral_texts
from core.search.blending import Inside
from core.search.regions import RegionScores
from core.search.search import Finder

AT = 10
SMALLEST = 0.01
"""A thing under this share of the photo is no vote."""

Floats = NDArray[np.float32]
Look = Callable[[Sequence[Pixels]], list[Groups]]
Encode = Callable[[Sequence[str], Turn], Floats]
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Library:
    """Photos as they are searched: unit vectors float32[n, d] of the wholes, and the groups of each."""

    whole: Floats
    groups: tuple[Groups, ...]

    def with_photo(self, row: int, whole: Floats, groups: Groups) -> Library:
        """With another photo in the place of one."""
        changed = self.whole.copy()
        changed[row] = whole
        return Library(changed, (*self.groups[:row], groups, *self.groups[row + 1 :]))

    def parts(self) -> tuple[NDArray[np.int64], Floats]:
        """Keys and vectors of all groups, ascending."""
        counts = [len(one.embeddings) for one in self.groups]
        keys = [keys_of(np.full(count, row), np.arange(count)) for row, count in enumerate(counts)]
        return np.concatenate(keys), np.concatenate([g.embeddings for g in self.groups])


@dataclass(frozen=True)
class InMemoryParts:
    """An exact index over groups in memory."""

    keys: NDArray[np.int64]
    vectors: Floats

    def scores(self, query: Floats) -> tuple[NDArray[np.int64], Floats]:
        """Every key and its inner product with ``query``."""
        return self.keys, self.vectors @ query


@dataclass(frozen=True)
class PasteReport:
    """Recall@10 of ``pastes`` pasted things by their names among ``photos`` photos: plain words without and
    with parts, and ``part:``. The same of ``captions`` captions, without and with parts."""

    photos: int
    pastes: int
    without: float
    with_parts: float
    parts_alone: float
    captions: int
    captions_without: float
    captions_with_parts: float


@dataclass(frozen=True)
class MaskReport:
    """``pointing``: share of ``votes`` (a photo and a class) whose deepest point has the right name, and
    ``whole``: of those that the name of the whole photo is right for; ``several`` votes are in photos with
    two classes or more. ``iou`` of each class's mask, over all photos."""

    photos: int
    votes: int
    pointing: float
    whole: float
    several: int
    several_pointing: float
    several_whole: float
    iou: dict[str, float]
    mean_iou: float


def finder_inside(
    library: Library, encode: Encode, encode_inside: Encode, turn: Turn, templates: Sequence[str] = ("{}",)
) -> Finder:
    """Search over a library as the program does it, parts included; photo ids are rows.

    ``encode_inside`` gives unit vectors of names in the parts' space.
    """
    finder = finder_over(encode, library.whole, turn, templates=templates)
    keys, vectors = library.parts()
    inside = Inside(RegionScores(InMemoryParts(keys, vectors)), encode_inside, everywhere=True)
    background = finder.background
    if background is not None and len(keys):
        rows, starts = np.unique(content_of(keys), return_index=True)
        neutral = centred(finder.text_vectors(neutral_texts(), turn), background.text_mean)
        scores = neutral @ library.whole[rows].T
        own = encode_inside(neutral_texts(), turn)
        inside.background = blending.measure(vectors, starts, own, (scores, background.text_spread))
        finder.inside = inside
    return finder


def evaluate_pastes(
    encoder: Encoder,
    look: Look,
    encode_inside: Encode,
    captions_file: Path,
    folder: Path,
    sources: Sequence[Masked],
    turn: Turn,
    *,
    templates: Sequence[str] = ("{}",),
    count: int = 300,
    progress: Progress | None = None,
) -> PasteReport:
    """The figures of the built library as it is searched. Raises as ``read_captions``; Cancelled."""
    # Sorted, so that the same things lie in the same photos whatever the order of the captions.
    captions = {path: texts for path, texts in sorted(read_captions(captions_file, folder).items()) if texts}
    files = list(captions)
    pastes = drawn(sources, len(files), count)
    total = len(files) + len(pastes)

    def seen(pictures: Sequence[Pixels], done: int) -> tuple[Floats, list[Groups]]:
        turn.token.check()
        rows = encoder.encode_photos([encoder.prepare(picture) for picture in pictures], turn)
        found = look(pictures)
        if progress is not None:
            progress(done + len(pictures), total)
        return rows, found

    wholes, groups = [], []
    for at in range(0, len(files), BATCH):
        rows, found = seen([_pixels(file) for file in files[at : at + BATCH]], at)
        wholes.append(rows)
        groups += found
    library = Library(np.concatenate(wholes), tuple(groups))
    changed: list[Library] = []
    for at in range(0, len(pastes), BATCH):
        some = pastes[at : at + BATCH]
        pictures = [made(one, _pixels(files[one.ground]), sources[one.source]) for one in some]
        rows, found = seen(pictures, len(files) + at)
        changed += [
            library.with_photo(one.ground, row, part)
            for one, row, part in zip(some, rows, found, strict=True)
        ]
    wanted = [(one.name, one.ground) for one in pastes]
    owned = [(text, row) for row, texts in enumerate(captions.values()) for text in texts]
    words = [*dict.fromkeys([*(text for text, _ in wanted), *(text for text, _ in owned), *neutral_texts()])]
    filled = _Remembered(lambda texts, turn: encode_many(encoder, list(texts), turn))
    filled([t.replace("{}", word) for word in words for t in templates], turn)
    inside = _Remembered(encode_inside)
    inside(words, turn)
    return judged(library, changed, wanted, owned, filled, inside, turn, templates)


def judged(
    library: Library,
    changed: Sequence[Library],
    wanted: Sequence[tuple[str, int]],
    owned: Sequence[tuple[str, int]],
    encode: Encode,
    encode_inside: Encode,
    turn: Turn,
    templates: Sequence[str] = ("{}",),
) -> PasteReport:
    """``wanted``: the name and row to be found in each of the ``changed`` libraries; ``owned``: captions and
    their rows in ``library``."""
    found = np.zeros((len(changed), 3))
    for row, (other, (name, photo)) in enumerate(zip(changed, wanted, strict=True)):
        turn.token.check()
        finder = finder_inside(other, encode, encode_inside, turn, templates)
        found[row, 2] = _found(finder, PART, name, photo, turn)
        found[row, :2] = _both(finder, name, photo, turn)
    finder = finder_inside(library, encode, encode_inside, turn, templates)
    captions = np.array([_both(finder, text, photo, turn) for text, photo in owned]).reshape(-1, 2)
    without, with_parts, alone = found.mean(axis=0).tolist() if len(found) else (0.0, 0.0, 0.0)
    of_captions = captions.mean(axis=0).tolist() if len(captions) else (0.0, 0.0)
    counts = len(library.whole), len(found)
    return PasteReport(*counts, without, with_parts, alone, len(captions), *of_captions)


def _both(finder: Finder, text: str, photo: int, turn: Turn) -> tuple[bool, bool]:
    """Whether plain words find the photo, without and with parts."""
    found = []
    for everywhere in (False, True):
        if finder.inside is not None:
            finder.inside.everywhere = everywhere
        found.append(_found(finder, TEXT, text, photo, turn))
    return found[0], found[1]


def _found(finder: Finder, kind: str, text: str, photo: int, turn: Turn) -> bool:
    return photo in finder.combined([Part(kind, text)], turn).photo_ids[:AT]


class _Remembered:
    """Vectors of texts, each encoded once."""

    def __init__(self, encode: Encode) -> None:
        self._encode = encode
        self._known: dict[str, Floats] = {}

    def __call__(self, texts: Sequence[str], turn: Turn) -> Floats:
        missing = [text for text in dict.fromkeys(texts) if text not in self._known]
        if missing:
            self._known.update(zip(missing, self._encode(missing, turn), strict=True))
        return np.stack([self._known[text] for text in texts])


def evaluate_masks(
    look: Look,
    names: Sequence[str],
    vectors: Floats,
    scale: Scale,
    masked: Masked,
    turn: Turn,
    progress: Progress | None = None,
) -> MaskReport:
    """Naming of parts over ``names`` (those of the masks), whose unit vectors are float32[n, d].

    ``scale`` says which parts have no name: those count as background in ``iou``, while pointing takes the
    nearest name of whatever lies under the point.
    """
    values = {value: names.index(name) for value, name in masked.names.items()}
    votes: list[tuple[bool, bool, bool]] = []
    table = _Overlaps(len(names))
    for at in range(0, len(masked.files), BATCH):
        files = masked.files[at : at + BATCH]
        turn.token.check()
        for file, groups in zip(files, look([masked.pixels(file) for file in files]), strict=True):
            mask = masked.mask(file)
            present = {v: s for v, s in shares(mask).items() if v in values and s >= SMALLEST}
            whole = _whole_name(groups, vectors)
            for value in present:
                term = values[value]
                right = name_at(groups, vectors, *_middle(mask == value)) == term
                votes.append((right, whole == term, len(present) > 1))
            table.add(_label_map(groups, vectors, scale, mask.shape), mask, values)
        if progress is not None:
            progress(at + len(files), len(masked.files))
    flags = np.array(votes, dtype=bool).reshape(-1, 3)
    several = flags[flags[:, 2]]
    iou = table.iou()
    named = {names[term]: float(iou[term]) for term in range(len(names)) if not np.isnan(iou[term])}
    return MaskReport(
        photos=len(masked.files),
        votes=len(flags),
        pointing=_share(flags[:, 0]),
        whole=_share(flags[:, 1]),
        several=len(several),
        several_pointing=_share(several[:, 0]),
        several_whole=_share(several[:, 1]),
        iou=named,
        mean_iou=float(np.mean(list(named.values()))) if named else 0.0,
    )


def name_at(groups: Groups, vectors: Floats, x: float, y: float) -> int:
    """The term nearest to the group under a point (0 to 1 of the photo); -1 where there is no group."""
    rows, columns = groups.cells.shape
    place = int(groups.cells[min(int(y * rows), rows - 1), min(int(x * columns), columns - 1)]) >> 5
    if place == NONE or place >= len(groups.embeddings):
        return -1
    return int((vectors @ groups.embeddings[place]).argmax())


def _whole_name(groups: Groups, vectors: Floats) -> int:
    """The term nearest to the mean of all groups, each by its share."""
    if not len(groups.embeddings):
        return -1
    return int((vectors @ (groups.shares @ groups.embeddings)).argmax())


def _middle(inside: NDArray[np.bool_]) -> tuple[float, float]:
    """The deepest pixel's middle as x, y, 0 to 1 of the photo."""
    row, column = deepest(inside)
    return (column + 0.5) / inside.shape[1], (row + 0.5) / inside.shape[0]


def _label_map(groups: Groups, vectors: Floats, scale: Scale, size: tuple[int, ...]) -> NDArray[np.int64]:
    """The term of each pixel, -1 where none is clear: int64[h, w]."""
    found = regions_of(groups, vectors, scale)
    terms = np.full(256, -1, np.int64)
    terms[: len(found)] = [region.term for region in found]
    label_map: NDArray[np.int64] = terms[spread(planes_of(groups, found), size[0], size[1])]
    return label_map


class _Overlaps:
    """How many pixels of each term were called what, over all photos; the last row and column are neither."""

    def __init__(self, terms: int) -> None:
        self._terms = terms
        self._table = np.zeros((terms + 1, terms + 1), np.int64)

    def add(self, guess: NDArray[np.int64], mask: NDArray[np.uint8], values: dict[int, int]) -> None:
        """One photo: ``guess`` terms or -1, ``mask`` values; void is left out."""
        n = self._terms
        truth = np.full(256, n, np.int64)
        for value, term in values.items():
            truth[value] = term
        kept = mask != VOID
        pairs = truth[mask[kept]] * (n + 1) + np.where(guess[kept] < 0, n, guess[kept])
        self._table += np.bincount(pairs, minlength=(n + 1) ** 2).reshape(n + 1, n + 1)

    def iou(self) -> NDArray[np.float64]:
        """Of each term; NaN where no mask has it."""
        n = self._terms
        both = self._table.diagonal()[:n].astype(np.float64)
        real = self._table.sum(axis=1)[:n]
        union = real + self._table.sum(axis=0)[:n] - both
        return np.where(real > 0, both / np.maximum(union, 1), np.nan)


def _share(flags: NDArray[np.bool_]) -> float:
    return float(flags.mean()) if len(flags) else 0.0


def _pixels(file: Path) -> Pixels:
    try:
        with Image.open(file) as image:
            return np.asarray(image.convert("RGB"))
    except OSError as error:
        raise RecollectError("photo.unreadable", path=display(file), detail=str(error)) from error
