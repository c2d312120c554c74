"""``recollect segment``, ``labels`` and ``look-inside``: the parts of photos."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.cli.indexing import Json
from app.cli.output import opened, plainly, print_json, say, shown
from app.cli.progress import Bar, interruptible
from core.jobs import INTERACTIVE, Context, Token, Turn
from core.query.parse import parse
from core.query.tree import LIKE

if TYPE_CHECKING:
    from core.library import Hits, Library, PhotoRegions, RegionInfo, RegionOfHit

VOCABULARIES = ("everyday", "coco", "voc", "own")
_UNCLEAR = "unclear"

Names = Annotated[
    Path | None,
    typer.Option("--labels", metavar="FILE", help="Names to choose from, one a line, in UTF-8."),
]
Vocabulary = Annotated[
    str, typer.Option(help="everyday, coco, voc or own; without it, the one that is set.", show_default=False)
]


@plainly
def segment(
    photo: Annotated[str, typer.Argument(help="A photo of the library, or any picture file.")],
    at: Annotated[
        tuple[float, float] | None,
        typer.Option(
            metavar="X Y",
            help="The region at this point comes first: 0 0 is the upper left corner, 1 1 the lower right.",
        ),
    ] = None,
    labels: Names = None,
    vocabulary: Vocabulary = "",
    finer: Annotated[
        bool, typer.Option("--finer", help="Look closer: finer outlines, several times slower.")
    ] = False,
    out: Annotated[
        Path | None, typer.Option(help="Write the photo with its regions and a legend, for example a .png.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Say what the parts of a photo are and where they lie.

    With --json: boxes are left, top, width, height from 0 to 1, masks are COCO's run lengths, and a
    part that no name fits has the label null.

    Example: recollect segment ~/Pictures/IMG_2041.jpg --at 0.5 0.5
    """
    if at is not None and not all(0 <= one <= 1 for one in at):
        raise typer.BadParameter("X and Y lie between 0 and 1, inside the photo", param_hint="--at")
    _check(vocabulary)
    token = Token()
    with opened() as library, interruptible(token):  # what is seen and read is kept
        found = _regions(library, photo, token, labels, vocabulary, finer)
        places = _ordered(found, at)
        if out is not None:
            library.regions.files.draw(found, photo, out)
        if as_json:
            masks = library.regions.files.masks(found, photo)
            print_json({"regions": [region_json(found.regions[one], masks[one]) for one in places]})
            return
    for line in _lines([found.regions[one] for one in places]):
        say(line)
    if out is not None:
        say(f"Written to {shown(bytes(out))}")


@plainly
def labels(
    photo: Annotated[str, typer.Argument(help="A photo of the library, or any picture file.")],
    labels: Names = None,
    vocabulary: Vocabulary = "",
    as_json: Json = False,
) -> None:
    """List the names of what is in a photo, the largest part first.

    Example: recollect labels ~/Pictures/IMG_2041.jpg --vocabulary coco
    """
    _check(vocabulary)
    token = Token()
    with opened() as library, interruptible(token):  # what is seen and read is kept
        found = _regions(library, photo, token, labels, vocabulary, False)
    named = [one for one in found.regions if one.label]
    if as_json:
        rows = [
            {"label": one.label, "score": round(one.score, 4), "share": round(one.share, 4)} for one in named
        ]
        print_json({"labels": rows})
        return
    for one in named:
        say(one.label)
    if not named:
        say("No name fits any part of this photo.")


@plainly
def look_inside(as_json: Json = False) -> None:
    """Look inside all photos of the library, so that parts of them can be found. Safe to interrupt.

    Example: recollect look-inside
    """
    token = Token()
    with (
        opened(role="recollect look-inside", read_only=False) as library,
        interruptible(token),
        Bar() as bar,
    ):
        done = library.look_inside_now(Context(token, 3, bar.event, lambda: None))
    if as_json:
        rate = done.looked / done.seconds if done.seconds else 0.0
        print_json({**asdict(done), "photos_per_second": round(rate, 2)})
    else:
        say(_sentence(done.looked, done.waiting, done.failed, done.seconds, stopped=done.stopped))
    if done.stopped:
        raise typer.Exit(130)


def parts_of(library: Library, hits: Hits, photos: Sequence[int], query: str) -> dict[int, RegionOfHit]:
    """The parts that the first hits owe their place to, by photo; nothing for those that owe it to none."""
    wanted = [(photo, int(place)) for photo, place in zip(photos, hits.regions, strict=False) if place >= 0]
    if not wanted:
        return {}
    photos, places = [photo for photo, _ in wanted], [place for _, place in wanted]
    words = " ".join(part.value for part in parse(query).wanted if part.kind != LIKE)
    return library.regions.hits(photos, places, words, turn=Turn(INTERACTIVE))


def part_json(part: RegionOfHit | None) -> dict[str, Any] | None:
    """A hit's part in JSON."""
    if part is None:
        return None
    return {"label": part.label or None, "box": [round(side, 4) for side in part.box]}


def region_json(region: RegionInfo, mask: Mapping[str, object]) -> dict[str, Any]:
    """A region in JSON."""
    return {
        "label": region.label or None,
        "score": round(region.score, 4),
        "share": round(region.share, 4),
        "box": [round(side, 4) for side in region.box],
        "alternatives": [{"label": one.label, "score": round(one.score, 4)} for one in region.alternatives],
        "mask": mask,
    }


def _regions(
    library: Library, photo: str, token: Token, labels: Path | None, vocabulary: str, finer: bool
) -> PhotoRegions:
    terms = library.regions.files.names(labels) if labels is not None else None
    turn = Turn(INTERACTIVE, token)
    return library.regions.of_file(photo, turn, vocabulary=vocabulary, terms=terms, finer=finer)


def _check(vocabulary: str) -> None:
    if vocabulary and vocabulary not in VOCABULARIES:
        known = ", ".join(VOCABULARIES)
        raise typer.BadParameter(f"{vocabulary!r} is not one of {known}", param_hint="--vocabulary")


def _ordered(found: PhotoRegions, at: tuple[float, float] | None) -> list[int]:
    """The numbers of the regions: the one at the point, then the largest."""
    first = found.at(*at) if at is not None else None
    places = list(range(len(found.regions)))
    return places if first is None else [first, *(one for one in places if one != first)]


def _lines(regions: Sequence[RegionInfo]) -> list[str]:
    """A line for each region: its name, how much of the photo it is, how sure, and what else it may be."""
    names = [one.label or _UNCLEAR for one in regions]
    wide = min(max((len(name) for name in names), default=0), 40)
    lines = []
    for name, one in zip(names, regions, strict=True):
        sure = f"{one.score:5.0%} sure" if one.label else " " * 10
        others = ", ".join(other.label for other in one.alternatives)
        line = f"{name:{wide}}  {one.share:4.0%} of the photo  {sure}"
        lines.append(f"{line}  or: {others}" if others else line.rstrip())
    return lines or ["No part of this photo stands out."]


def _sentence(looked: int, waiting: int, failed: int, seconds: float, *, stopped: bool) -> str:
    if stopped:
        return f"Stopped. {looked:,} of {looked + waiting:,} photos looked into."
    if not (looked or failed or waiting):
        return "There is nothing left to look into."
    parts = [f"{looked:,} looked into"]
    if failed:
        parts.append(f"{failed:,} failed")
    if waiting:
        parts.append(f"{waiting:,} waiting")
    speed = f" ({looked / seconds:.1f} photos/s)" if looked and seconds else ""
    return f"{', '.join(parts)}{speed}."
