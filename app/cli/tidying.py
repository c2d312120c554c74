"""``recollect duplicates``, ``recollect card`` and ``recollect language``."""

from __future__ import annotations

from itertools import groupby
from typing import Annotated, Any

import typer

from app.cli.indexing import Json
from app.cli.output import opened, path_text, plainly, print_json, say, shown
from app.cli.progress import Bar, interruptible
from core import paths
from core.jobs import Context, Token
from core.library import CardReport, DuplicateGroup

_KINDS = {
    "bytes": "The same file",
    "resaved": "The same picture saved again",
    "moment": "The same moment",
    "alike": "Look-alikes",
}
_REASONS = {
    "favourite": "a favourite",
    "largest": "the largest",
    "most_detail": "most detail",
    "original_name": "the original name",
    "oldest": "the oldest",
    "dated": "has its date",
    "first": "the first",
}
_STATES = {
    "new": "new",
    "here": "already here",
    "resaved": "here in another size",
    "unreadable": "not readable",
}


@plainly
def duplicates(
    kind: Annotated[str, typer.Option(help="Only bytes, resaved, moment or alike.")] = "",
    as_json: Json = False,
) -> None:
    """List photos you have more than once, the one to keep first. Nothing is changed.

    Example: recollect duplicates --kind bytes
    """
    if kind and kind not in _KINDS:
        raise typer.BadParameter(f"{kind!r} is not one of {', '.join(_KINDS)}")
    token = Token()
    with opened(read_only=True) as library, interruptible(token), Bar() as bar:
        groups = library.duplicates(Context(token, 3, bar.event, lambda: None))
    groups = [group for group in groups if not kind or group.kind == kind]
    if as_json:
        print_json([_group(group) for group in groups])
        return
    for name, some in groupby(groups, key=lambda group: group.kind):
        listed = list(some)
        say(f"{_KINDS[name]} · {len(listed):,}")
        for group in listed:
            keep, *others = group.photos
            say(f"  keep   {shown(keep.path)}  ({_REASONS.get(group.reason, group.reason)})")
            for photo in others:
                say(f"         {shown(photo.path)}")
    if not groups:
        say("No duplicates were found.")


@plainly
def card(
    folder: Annotated[str, typer.Argument(help="A card or folder.")],
    as_json: Json = False,
) -> None:
    """See which photos of a card or folder the library has, even renamed or resized. Nothing is copied.

    Example: recollect card /media/SDCARD
    """
    token = Token()
    with opened(read_only=True) as library, interruptible(token), Bar() as bar:
        report = library.card(folder, Context(token, 3, bar.event, lambda: None))
    if as_json:
        print_json(_report(report))
        return
    counts = [f"{report.count(state):,} {words}" for state, words in _STATES.items() if report.count(state)]
    say(f"{len(report.photos):,} photos: {', '.join(counts)}" if counts else "There are no photos.")
    for photo in report.photos:
        if photo.state == "new":
            say(f"  new    {shown(photo.path)}")


@plainly
def language() -> None:
    """Explain the query language: minus, weights, filters, dates. Example: recollect language"""
    say(paths.resource("help/query.md").read_text("utf-8").rstrip())


def _group(group: DuplicateGroup) -> dict[str, Any]:
    return {
        "kind": group.kind,
        "keep": path_text(group.photos[0].path),
        "reason": group.reason,
        "others": [path_text(photo.path) for photo in group.photos[1:]],
        "bytes": group.freed,
    }


def _report(report: CardReport) -> dict[str, Any]:
    return {
        "folder": path_text(report.path),
        "photos": [
            {
                "path": path_text(photo.path),
                "state": photo.state,
                "match": path_text(photo.match.path) if photo.match is not None else None,
            }
            for photo in report.photos
        ],
    }
