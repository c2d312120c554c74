"""How well duplicates are told: copies made of a folder's photos in known ways, and what is found of them.

``python -m core.evaluation.duplicates FOLDER [--photos N] [--rounds R]``

Each round gives every photo one copy made in one way (a burst: two), so that a pair found is right or wrong
without doubt. What counts for which kind:

- ``resaved``: saved at quality 90, 75, 50; at 75, 50, 25 % of its size; a fifth brighter or darker, more
  or less saturated, warmer, black and white. Half of them keep the camera's time, half lost it.
- ``moment``: two more exposures seconds later, by a hand that moved: shifted, turned, nearer, with new noise.
- ``alike``: cropped by 10, 20 or 30 %, or framed; without a time, for with one they would be the same moment.
- Cropped by 5 % counts as ``alike``, and is no mistake as ``resaved``. A copy saved anew that is listed as
  the same moment or alike, and a burst listed as alike, are missed but no mistake.

The photos themselves are said to be taken 7 seconds apart in random order, so time alone tells nothing. A
pair of different photos counts as wrong, even where the folder has several of one scene: look at the list.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.errors import RecollectError
from core.evaluation.copies import WAYS, Way, saved
from core.images.decode import Limits, decode
from core.images.fingerprint import fingerprint, look
from core.images.formats import is_photo
from core.jobs import Token, Turn
from core.search import cards
from core.search.duplicate_kinds import (
    BYTES,
    KINDS,
    MOMENT,
    RESAVED,
    DuplicateColumns,
    Floats,
    Group,
    looks_of,
    middle_of,
)
from core.search.duplicates import find

BATCH = 32
APART = 7.0
START = 1.6e9
ORIGINAL = "original"

Pixels = NDArray[np.uint8]
Encode = Callable[[Sequence[Pixels]], Floats]


@dataclass(frozen=True)
class Made:
    """One photo of the made library. ``of``: the original's number; ``way`` "original" for itself."""

    of: int
    way: str
    mark: bytes
    size: int
    look: bytes
    width: int
    height: int
    taken: float
    vector: Floats


@dataclass
class Report:
    """Counts of pairs.

    ``claimed``, ``right``, ``strangers`` (pairs of different photos) by kind; ``wanted`` and ``as_kind``
    (found as which kind) by way; ``pairs``: the strangers, with names and likeness. ``card``: what
    was said of a card's photos: (way, had by the library, state) → how many.
    """

    photos: int = 0
    claimed: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KINDS, 0))
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KINDS, 0))
    strangers: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KINDS, 0))
    wanted: dict[str, int] = field(default_factory=dict)
    as_kind: dict[tuple[str, str], int] = field(default_factory=dict)
    pairs: set[tuple[str, str, str, float]] = field(default_factory=set)
    card: dict[tuple[str, bool, str], int] = field(default_factory=dict)

    def precision(self, kind: str) -> float:
        """Share of the pairs listed that are right; 1 when none was."""
        return self.right[kind] / self.claimed[kind] if self.claimed[kind] else 1.0

    def recall(self, kind: str) -> float:
        """Share of the pairs made for this kind that are listed as it."""
        names = [way.name for way in WAYS if way.kind == kind and way.name in self.wanted]
        made = sum(self.wanted[name] for name in names)
        return sum(self.as_kind.get((name, kind), 0) for name in names) / made if made else 0.0


def evaluate_duplicates(
    files: Sequence[Path],
    encode: Encode,
    sides: tuple[int, int],
    *,
    rounds: int = 3,
    seed: int = 0,
    token: Token | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Make copies of these photos and look for them. ``sides``: the encoder's long and short input side.

    Files that cannot be read are left out. Raises Cancelled.
    """
    token = token or Token()
    chance = np.random.default_rng(seed)
    report = Report()
    images, kept = _images(files, token)
    report.photos = len(images)
    if not images:
        return report
    # Every other photo is by a camera that writes no fractions of seconds.
    taken = START + APART * chance.permutation(len(images)) + np.where(np.arange(len(images)) % 2, 0.0, 0.25)
    total, done = len(images) * (1 + rounds), 0

    def make(way: Way | None, of: int) -> tuple[int, str, bytes, float]:
        if way is None or way.kind == BYTES:
            return of, ORIGINAL if way is None else way.name, saved(images[of], 92), float(taken[of])
        data = saved(way.change(images[of], chance), way.quality)
        when = float(taken[of]) if chance.random() < 0.5 and way.kind == RESAVED else np.nan
        if way.kind == MOMENT:
            when = float(taken[of] + chance.uniform(0.2, 3.0))
            when = when if of % 2 == 0 else float(np.floor(when))
        return of, way.name, data, when

    def encoded(recipes: Sequence[tuple[int, str, bytes, float]]) -> list[Made]:
        nonlocal done
        made: list[Made] = []
        for start in range(0, len(recipes), BATCH):
            token.check()
            made += _encoded(recipes[start : start + BATCH], encode, sides)
            done += min(BATCH, len(recipes) - start)
            if progress is not None:
                progress(min(done, total), total)
        return made

    originals = encoded([make(None, of) for of in range(len(images))])
    for _ in range(rounds):
        order = chance.permutation(np.resize(chance.permutation(len(WAYS)), len(images)))
        recipes = [make(WAYS[way], of) for of, way in enumerate(order.tolist())]
        again = next(way for way in WAYS if way.name == "burst again")
        recipes += [make(again, of) for of, name, _, _ in recipes if name == "burst"]
        made = encoded(recipes)
        _judge(report, [*originals, *made], kept, token)
        _judge_card(report, originals, made, token)
    return report


def columns_of(made: Sequence[Made]) -> DuplicateColumns:
    """What finding duplicates takes; photo ids are row numbers, contents go by fingerprint."""
    n = len(made)
    marks: dict[bytes, int] = {}
    taken = np.array([photo.taken for photo in made], dtype=np.float64)
    look_numbers, looked = looks_of([photo.look for photo in made])
    return DuplicateColumns(
        photo_id=np.arange(n),
        content_id=np.array([marks.setdefault(photo.mark, len(marks)) for photo in made], dtype=np.int64),
        taken_at=taken,
        timed=np.isfinite(taken),
        camera=np.zeros(n, dtype=np.int64),
        width=np.array([photo.width for photo in made], dtype=np.int64),
        height=np.array([photo.height for photo in made], dtype=np.int64),
        size=np.array([photo.size for photo in made], dtype=np.int64),
        since=np.zeros(n),
        look=look_numbers,
        looked=looked,
        pair=np.zeros(n, dtype=np.int64),
        favourite=np.zeros(n, dtype=bool),
        format=["jpeg"] * n,
        name=[b"photo.jpg"] * n,
    )


def _groups(made: Sequence[Made], token: Token) -> list[Group]:
    columns = columns_of(made)
    keys, first = np.unique(columns.content_id, return_index=True)
    vectors = np.stack([made[row].vector for row in first.tolist()])
    return find(columns, keys, lambda wanted: vectors[np.searchsorted(keys, wanted)], token=token)


def _judge(report: Report, made: Sequence[Made], names: Sequence[str], token: Token) -> None:
    ways = {way.name: way for way in WAYS}
    found: dict[tuple[int, int], str] = {}
    for group in _groups(made, token):
        photos = group.photos.tolist()
        for place, one in enumerate(photos):
            for other in photos[place + 1 :]:
                a, b = made[one], made[other]
                report.claimed[group.kind] += 1
                found[min(one, other), max(one, other)] = group.kind
                if a.of != b.of:
                    report.strangers[group.kind] += 1
                    pair = sorted((names[a.of], names[b.of]))
                    score = float(group.scores[place + 1 + photos[place + 1 :].index(other)])
                    report.pairs.add((pair[0], pair[1], group.kind, round(score, 3)))
                    continue
                way = ways[b.way if a.way == ORIGINAL else a.way]
                report.right[group.kind] += group.kind in (way.kind, *way.also)
    first = {photo.of: row for row, photo in enumerate(made) if photo.way == ORIGINAL}
    for row, photo in enumerate(made):
        if photo.way == ORIGINAL:
            continue
        one = first[photo.of]
        report.wanted[photo.way] = report.wanted.get(photo.way, 0) + 1
        kind = found.get((min(one, row), max(one, row)), "")
        report.as_kind[photo.way, kind] = report.as_kind.get((photo.way, kind), 0) + 1


def _judge_card(report: Report, originals: Sequence[Made], made: Sequence[Made], token: Token) -> None:
    """Half of the originals are the library, all that was made is the card."""
    shelf = [photo for photo in originals if photo.of // 2 % 2 == 0]
    vectors = np.stack([photo.vector for photo in shelf])
    offered = np.stack([photo.vector for photo in made])
    same = cards.here([photo.mark for photo in made], {photo.mark: row for row, photo in enumerate(shelf)})
    card, library = _pictures(made), _pictures(shelf)
    again = cards.resaved(
        card,
        library,
        cards.candidates(card, library, token),
        lambda rows: offered[rows],
        lambda rows: vectors[rows],
        middle_of(vectors, len(vectors)),
        same[same >= 0],
    )
    for photo, state in zip(made, cards.states(same, again), strict=True):
        key = (photo.way, photo.of // 2 % 2 == 0, state)
        report.card[key] = report.card.get(key, 0) + 1


def _pictures(made: Sequence[Made]) -> cards.Pictures:
    columns = columns_of(made)
    return cards.Pictures(
        columns.photo_id,
        columns.look,
        columns.looked,
        columns.width,
        columns.height,
        columns.taken_at,
        columns.timed,
        np.zeros(len(made), dtype=bool),
    )


def _images(files: Sequence[Path], token: Token) -> tuple[list[Image.Image], list[str]]:
    images, names = [], []
    for path in files:
        token.check()
        try:
            pixels = decode(
                path.read_bytes(), long_side=0, limits=Limits(), suffix=path.suffix.lower()
            ).pixels
        except (RecollectError, OSError):
            continue
        image = Image.fromarray(pixels)
        image.thumbnail((1024, 1024), Image.Resampling.LANCZOS)
        images.append(image)
        names.append(path.name)
    return images, names


def _encoded(
    recipes: Sequence[tuple[int, str, bytes, float]], encode: Encode, sides: tuple[int, int]
) -> list[Made]:
    pictures = [decode(data, long_side=sides[0], short_side=sides[1]) for _, _, data, _ in recipes]
    rows = encode([picture.pixels for picture in pictures])
    return [
        Made(of, way, fingerprint(data), len(data), look(p.pixels), p.width, p.height, taken, row)
        for (of, way, data, taken), p, row in zip(recipes, pictures, rows, strict=True)
    ]


def lines_of(report: Report) -> list[str]:
    """The report as a table."""
    lines = [f"{report.photos} photos, {sum(report.wanted.values())} copies", ""]
    lines.append(
        f"{'kind':10}{'precision':>10}{'recall':>8}{'listed':>8}{'wrong':>7}  of them different photos"
    )
    for kind in KINDS:
        wrong = report.claimed[kind] - report.right[kind]
        lines.append(
            f"{kind:10}{report.precision(kind):10.3f}{report.recall(kind):8.3f}{report.claimed[kind]:8}"
            f"{wrong:7}  {report.strangers[kind]}"
        )
    lines += ["", f"{'way':18}{'made':>6}" + "".join(f"{kind:>9}" for kind in (*KINDS, "missed"))]
    for name, count in report.wanted.items():
        shares = (report.as_kind.get((name, kind), 0) / count for kind in (*KINDS, ""))
        lines.append(f"{name:18}{count:6}" + "".join(f"{share:9.3f}" for share in shares))
    lines += ["", "on a card, half of its photos had by the library:"]
    lines.append(
        f"{'way':18}{'had: here':>12}{'resaved':>9}{'new':>7}{'not had: here':>16}{'resaved':>9}{'new':>7}"
    )
    for name in report.wanted:
        had, other = (
            [report.card.get((name, had, state), 0) for state in (cards.HERE, cards.RESAVED, cards.NEW)]
            for had in (True, False)
        )
        lines.append(f"{name:18}{had[0]:12}{had[1]:9}{had[2]:7}{other[0]:16}{other[1]:9}{other[2]:7}")
    if report.pairs:
        lines += ["", "pairs of different photos that were listed:"]
        lines += [f"  {one}  {other}  {kind} {score:.3f}" for one, other, kind, score in sorted(report.pairs)]
    return lines


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure a model on a folder and tell the table."""
    from core.models.cards import find_card
    from core.models.dual_encoder import DualEncoder
    from core.paths import data_home

    parser = argparse.ArgumentParser(prog="python -m core.evaluation.duplicates")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--photos", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--model", default="starter", help="a model's name, id or folder")
    chosen = parser.parse_args(arguments)
    encoder = DualEncoder.load(find_card(chosen.model, data_home() / "models"))
    turn = Turn()
    files = sorted(path for path in chosen.folder.iterdir() if is_photo(path.name))[: chosen.photos]
    report = evaluate_duplicates(
        files,
        lambda pixels: encoder.encode_photos([encoder.prepare(one) for one in pixels], turn),
        (encoder.input_long_side, encoder.input_short_side),
        rounds=chosen.rounds,
    )
    sys.stdout.write("\n".join(lines_of(report)) + "\n")
    encoder.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
