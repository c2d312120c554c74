"""``recollect search`` and ``recollect similar``."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from app.cli.indexing import Json
from app.cli.output import opened, path_text, plainly, print_json, say, shown, tell
from core.library import POSSIBLE, STRONG, Arrangement, Hits, Library

SORTS = ("relevance", "newest", "oldest", "folder")
BANDS = ("strong", "possible", "rest")
_HEADINGS = ("Strong matches", "Possible", "The rest, by relevance")

Number = Annotated[int, typer.Option("-n", "--number", min=1, help="How many hits, over all bands.")]


@plainly
def search(
    query: Annotated[str, typer.Argument(help="What is in the photo; see: recollect language")],
    number: Number = 20,
    sort: Annotated[str, typer.Option(help="relevance, newest, oldest or folder.")] = "relevance",
    as_json: Json = False,
) -> None:
    """Find photos by saying what is in them.

    Example: recollect search "dog in the snow -people after:2021" -n 10
    """
    if sort not in SORTS:
        raise typer.BadParameter(f"{sort!r} is not one of {', '.join(SORTS)}", param_hint="--sort")
    with opened(read_only=True) as library:
        hits = library.search(query, arrangement=Arrangement(sort))
        show(library, query, hits, number, as_json)


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


def show(library: Library, query: str, hits: Hits, number: int, as_json: bool) -> None:
    """Print the first hits, with their bands."""
    first = [int(one) for one in hits.photo_ids[:number]]
    paths = {row.id: row.path for row in library.rows(first)}
    rows = [
        (paths[photo], float(hits.scores[at]), int(hits.bands[at]))
        for at, photo in enumerate(first)
        if photo in paths
    ]
    if as_json:
        print_json(as_object(query, hits, rows))
        return
    if not hits.photos_searched:
        if library.status().photos:
            say("No photo fits all of this.")
        else:
            tell("The library has no photos yet. Add a folder with: recollect index FOLDER")
        return
    if not hits.ranked:
        say(f"{hits.photos_searched:,} photos")
        for path, _, _ in rows:
            say(f"  {shown(path)}")
        return
    if not hits.clear:
        say("Nothing matches clearly. Here are the closest.")
    band = -1
    if hits.named:
        say(f"In names and keywords · {hits.named:,}")
    for at, (path, score, hit_band) in enumerate(rows):
        if at >= hits.named and hits.clear and hit_band != band:
            band = hit_band
            total = int((hits.bands[hits.named :] == band).sum())
            say(f"{_HEADINGS[band]} · {total:,}" if band in (STRONG, POSSIBLE) else _HEADINGS[band])
        say(f"  {score:6.3f}  {shown(path)}")


def as_object(query: str, hits: Hits, rows: list[tuple[bytes, float, int]]) -> dict[str, Any]:
    """The object that ``search --json`` prints."""
    return {
        "query": query,
        "photos_searched": hits.photos_searched,
        "exact": hits.exact,
        "clear": hits.clear,
        "ranked": hits.ranked,
        "hits": [
            {"path": path_text(path), "score": round(score, 6), "band": BANDS[band]}
            for path, score, band in rows
        ],
    }
