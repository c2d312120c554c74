"""``recollect status``, ``problems``, ``check`` and ``doctor``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import typer

from app.cli.indexing import Json, folder_json, take_in
from app.cli.output import opened, path_text, plainly, print_json, say, shown, tell
from core.library import IndexSummary, ProblemInfo


@plainly
def status(as_json: Json = False) -> None:
    """Show the library in numbers. Example: recollect status"""
    with opened(read_only=True) as library:
        now = library.status()
    if as_json:
        print_json(
            {
                "photos": now.photos,
                "embedded": now.embedded,
                "waiting": now.waiting,
                "problems": now.problems,
                "encoder": now.encoder,
                "model": now.model,
                "folders": [folder_json(folder) for folder in now.folders],
            }
        )
        return
    say(f"{now.embedded:,} of {now.photos:,} photos are searchable (model: {now.model}).")
    if now.waiting:
        say(f"{now.waiting:,} are waiting: recollect index FOLDER goes on.")
    if now.problems:
        say(f"{now.problems:,} have a problem: recollect problems")
    for folder in now.folders:
        say(f"  {folder.state:8} {folder.photos:>9,}  {shown(folder.path)}")


@plainly
def problems(
    retry: Annotated[bool, typer.Option("--retry", help="Read them once more first.")] = False,
    as_json: Json = False,
) -> None:
    """List what could not be read, why, and what to do. Example: recollect problems --retry"""
    if retry:
        listed, summary = _tried_again(tell if as_json else say)
    else:
        with opened(read_only=True) as library:
            listed, summary = library.problems(), None
    if as_json:
        print_json(
            [
                {
                    "path": path_text(one.path),
                    "class": one.code,
                    "reason": one.reason,
                    "remedy": one.remedy,
                }
                for one in listed
            ]
        )
    else:
        for one in listed:
            say(shown(one.path))
            say(f"    {one.reason} {one.remedy}")
        if not listed:
            say("No problems.")
    if summary is not None and summary.stopped:
        raise typer.Exit(130)


def _tried_again(told: Callable[[str], None]) -> tuple[list[ProblemInfo], IndexSummary | None]:
    """Look over all folders and read what had a problem; what still has one, and what was done."""
    with opened(role="recollect problems") as library:
        before = library.problems()
        if not before:
            return before, None
        library.retry_problems([one.id for one in before])
        summary = take_in(library, None)
        after = library.problems()
        left = len({one.path for one in before} & {one.path for one in after})
        told(f"{len(before):,} tried again, {left:,} still with a problem.")
        return after, summary


@plainly
def check(
    repair: Annotated[bool, typer.Option("--repair", help="Mend what is wrong.")] = False,
    as_json: Json = False,
) -> None:
    """Compare catalogue, index and files; exit 1 when something is wrong.

    Example: recollect check --repair
    """
    from app.cli.rescue import check_or_rescue

    findings, rescued = check_or_rescue(repair, tell if as_json else say)
    wrong = [one for one in findings if one.wrong]
    if as_json:
        print_json(
            {
                "wrong": [_finding(one.what, one.count, one.mended) for one in wrong],
                "told": [_finding(one.what, one.count, False) for one in findings if not one.wrong],
                "rescued": rescued,
            }
        )
    else:
        for one in findings:
            mended = " (mended)" if one.mended else ""
            say(f"{'wrong' if one.wrong else 'note '}  {one.what}: {one.count:,}{mended}")
        if not wrong:
            say("Nothing is wrong.")
    if any(not one.mended for one in wrong):
        raise typer.Exit(1)


@plainly
def doctor(as_json: Json = False) -> None:
    """Show versions, device, precision, paths and free space, and test the model.

    Example: recollect doctor
    """
    with opened(read_only=True) as library:
        report = library.doctor()
    if as_json:
        print_json(report)
    else:
        _say_tree(report)
    test = report["self_test"]
    if not (test["unit_vectors"] and test["finite"]):
        raise typer.Exit(1)


def _finding(what: str, count: int, mended: bool) -> dict[str, Any]:
    return {"what": what, "count": count, "mended": mended}


def _say_tree(report: dict[str, Any], indent: int = 0) -> None:
    for key, value in report.items():
        if isinstance(value, dict):
            say(" " * indent + key.replace("_", " "))
            _say_tree(value, indent + 2)
        else:
            say(" " * indent + f"{key.replace('_', ' ')}: {value}")
