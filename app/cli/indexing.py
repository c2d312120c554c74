"""``recollect index`` and ``recollect folders``."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

import typer

from app.cli.output import opened, path_text, plainly, print_json, say, shown, tell
from app.cli.progress import Bar, interruptible
from core.errors import Cancelled, RecollectError
from core.jobs import Context, Progress, Token
from core.library import FolderInfo, IndexSummary, Library

Json = Annotated[bool, typer.Option("--json", help="Print one JSON value.")]


@plainly
def index(
    folders: Annotated[list[str], typer.Argument(help="Folders with photos.")],
    as_json: Json = False,
) -> None:
    """Add folders and take their photos in. Safe to interrupt with Ctrl-C.

    Example: recollect index ~/Pictures
    """
    with opened(role="recollect index") as library:
        if library.read_only:
            _hand_over(library, folders, as_json)
            return
        added = [library.add_folder(folder) for folder in folders]
        summary = take_in(library, [folder.path for folder in added])
        _conclude(summary, as_json)


def take_in(library: Library, paths: list[bytes] | None) -> IndexSummary:
    """Index these folders (None: all) with progress on the terminal; Ctrl-C ends it with ``stopped``."""
    token = Token()
    with interruptible(token), Bar() as bar:
        return library.index_now(paths, Context(token, 3, bar.event, lambda: None))


def _conclude(summary: IndexSummary, as_json: bool) -> None:
    if as_json:
        print_json({**asdict(summary), "photos_per_second": round(summary.rate, 2)})
    else:
        say(_sentence(summary))
    for folder in summary.offline:
        tell(f"The folder {folder} cannot be reached; everything known of its photos is kept.")
    if summary.stopped:
        raise typer.Exit(130)


def _sentence(summary: IndexSummary) -> str:
    if summary.stopped:
        total = summary.indexed + summary.waiting
        return f"Stopped. {summary.indexed:,} of {total:,} indexed."
    parts = [
        f"{summary.indexed:,} indexed",
        f"{summary.unchanged:,} unchanged",
        f"{summary.moved:,} moved",
        f"{summary.failed:,} failed",
    ]
    if summary.gone:
        parts.append(f"{summary.gone:,} gone")
    if summary.waiting:
        parts.append(f"{summary.waiting:,} waiting")
    if summary.videos:
        parts.append(f"{summary.videos:,} videos counted")
    speed = f" ({summary.rate:.1f} photos/s)" if summary.indexed else ""
    problems = " See: recollect problems" if summary.failed else ""
    return f"{', '.join(parts)}{speed}.{problems}"


def _hand_over(library: Library, folders: list[str], as_json: bool) -> None:
    """A window (or another run) has the library: it indexes, we show its progress.

    Raises ``catalogue.busy`` when that program does not take the folders, or ends before it is done.
    """
    request = library.hand_over(folders)
    tell(f"{library.owner} has the library; it will index these folders.")
    token = Token()
    with interruptible(token), Bar() as bar:
        while (answer := request.answer()) is None:
            if token.wait(0.5):
                request.withdraw()
                raise Cancelled
            status = library.status()
            total = max(1, status.embedded + status.waiting)
            bar.event(Progress(status.embedded, total, "Indexing in the other program"))
    if "error" in answer:
        raise RecollectError(answer["error"], **answer["facts"])
    if as_json:
        print_json({"handed_over": True, **answer})
    else:
        status = library.status()
        say(f"{status.embedded:,} of {status.photos:,} photos are searchable.")


folders_app = typer.Typer()


@folders_app.callback(invoke_without_command=True)
@plainly
def folders_default(context: typer.Context, as_json: Json = False) -> None:
    """List or remove folders. Example: recollect folders remove ~/Pictures/Old"""
    if context.invoked_subcommand is None:
        _list(as_json)


@folders_app.command("list")
@plainly
def folders_list(as_json: Json = False) -> None:
    """List the folders with their state and number of photos. Example: recollect folders list"""
    _list(as_json)


@folders_app.command("remove")
@plainly
def folders_remove(folder: str, as_json: Json = False) -> None:
    """Remove a folder from the library; its files are not touched.

    Example: recollect folders remove ~/Pictures/Old
    """
    with opened() as library:
        removed = library.remove_folder(folder)
    if as_json:
        print_json(folder_json(removed))
    else:
        say(f"{shown(removed.path)} is no longer searched. Add it again within 30 days and nothing is lost.")


def _list(as_json: bool) -> None:
    with opened(read_only=True) as library:
        known = library.folders()
    if as_json:
        print_json([folder_json(folder) for folder in known])
        return
    for folder in known:
        say(f"{folder.state:8} {folder.photos:>9,}  {shown(folder.path)}")
    if not known:
        say("No folders yet. Add one with: recollect index FOLDER")


def folder_json(folder: FolderInfo) -> dict[str, Any]:
    """A folder in JSON."""
    return {"path": path_text(folder.path), "state": folder.state, "photos": folder.photos}
