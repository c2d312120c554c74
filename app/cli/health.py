"""``recollect status``, ``problems``, ``check`` and ``doctor``."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from app.cli.indexing import Json, folder_json
from app.cli.output import opened, path_text, plainly, print_json, say, shown


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
def problems(as_json: Json = False) -> None:
    """List what could not be read, why, and what to do. Example: recollect problems"""
    with opened(read_only=True) as library:
        listed = library.problems()
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
        return
    for one in listed:
        say(shown(one.path))
        say(f"    {one.reason} {one.remedy}")
    if not listed:
        say("No problems.")


@plainly
def check(
    repair: Annotated[bool, typer.Option("--repair", help="Mend what is wrong.")] = False,
    as_json: Json = False,
) -> None:
    """Compare catalogue, index and files; exit 1 when something is wrong.

    Example: recollect check --repair
    """
    from app.cli.rescue import open_or_rescue

    with open_or_rescue(repair) as (library, rescued):
        findings = library.check(repair)
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
        if rescued:
            say(rescued)
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
