"""``recollect search`` and ``recollect similar``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

import typer

from app.cli.indexing import Json
from app.cli.output import opened, path_text, plainly, print_json, say, shown, tell
from app.cli.regions import part_json, parts_of
from core.library import POSSIBLE, STRONG, Arrangement, Hits, Library, RegionOfHit

SORTS = ("relevance", "newest", "oldest", "folder")
BANDS = ("strong", "possible", "rest")
_HEADINGS = ("Strong matches", "Possible", "The rest, by relevance")

Number = Annotated[int, typer.Option("-n", "--number", min=1, help="How many hits, over all bands.")]


@plainly
def search(
    query: Annotated[str, typer.Argument(help="What is in the photo; see: recollect language")],
    number: Number = 20,
    sort: Annotated[str, typer.Option(help="relevance, newest, oldest or folder.")] = "relevance",
    regions: Annotated[
        bool, typer.Option("--regions", help="Say which part of a photo it was found by, and where it lies.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Find photos by saying what is in them.

    Example: recollect search "dog in the snow -people after:2021" -n 10
    """
    if sort not in SORTS:
        raise typer.BadParameter(f"{sort!r} is not one of {', '.join(SORTS)}", param_hint="--sort")
    with opened(read_only=True) as library:
        hits = library.search(query, arrangement=Arrangement(sort))
        show(library, query, hits, number, as_json, regions=regions)


@plainly
def similar(
    photo: Annotated[str, typer.Argument(help="A photo of the library, or any picture file.")],
    number: Number = 20,
    as_json: Json = False,
) -> None:
    """Find photos that look like a photo.

    Example: recollect similar ~/Pictures/IMG_2041.jpg
    """
    with opened(read_only=True) as library:
        show(library, photo, library.similar(photo), number, as_json)


@dataclass(frozen=True)
class Row:
    """One hit as it is printed: ``part`` is what it was found by, None for the whole photo."""

    path: bytes
    score: float
    band: int
    part: RegionOfHit | None = None


def show(
    library: Library, query: str, hits: Hits, number: int, as_json: bool, *, regions: bool = False
) -> None:
    """Print the first hits, with their bands; with the parts they were found by if ``regions``."""
    first = [int(one) for one in hits.photo_ids[:number]]
    paths = {row.id: row.path for row in library.rows(first)}
    parts = parts_of(library, hits, first, query) if regions else {}
    rows = [
        Row(paths[photo], float(hits.scores[at]), int(hits.bands[at]), parts.get(photo))
        for at, photo in enumerate(first)
        if photo in paths
    ]
    if as_json:
        print_json(as_object(query, hits, rows, regions=regions))
        return
    if not hits.photos_searched:
        if library.status().photos:
            say("No photo fits all of this.")
        else:
            tell("The library has no photos yet. Add a folder with: recollect index FOLDER")
        return
    if regions and not library.regions.state().looked:
        tell("No photo was looked into yet. Begin with: recollect look-inside")
    if not hits.ranked:
        say(f"{hits.photos_searched:,} photos")
        for row in rows:
            say(f"  {shown(row.path)}")
        return
    _say_ranked(hits, rows)


def _say_ranked(hits: Hits, rows: list[Row]) -> None:
    if not hits.clear:
        say("Nothing matches clearly. Here are the closest.")
    band = -1
    if hits.named:
        say(f"In names and keywords · {hits.named:,}")
    for at, row in enumerate(rows):
        if at >= hits.named and hits.clear and row.band != band:
            band = row.band
            total = int((hits.bands[hits.named :] == band).sum())
            say(f"{_HEADINGS[band]} · {total:,}" if band in (STRONG, POSSIBLE) else _HEADINGS[band])
        say(f"  {row.score:6.3f}  {shown(row.path)}{_found_by(row.part)}")


def _found_by(part: RegionOfHit | None) -> str:
    """Behind a path: which part of the photo it is, and where in it, in percent."""
    if part is None:
        return ""
    left, top, wide, high = (round(100 * side) for side in part.box)
    place = f"{left}–{left + wide} % across, {top}–{top + high} % down"
    return f"  ({part.label}: {place})" if part.label else f"  ({place})"


def as_object(query: str, hits: Hits, rows: list[Row], *, regions: bool = False) -> dict[str, Any]:
    """The object that ``search --json`` prints."""
    return {
        "query": query,
        "photos_searched": hits.photos_searched,
        "exact": hits.exact,
        "clear": hits.clear,
        "ranked": hits.ranked,
        "hits": [
            {
                "path": path_text(row.path),
                "score": round(row.score, 6),
                "band": BANDS[row.band],
                **({"region": part_json(row.part)} if regions else {}),
            }
            for row in rows
        ],
    }
