"""``recollect``: the window, or a command."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from app.cli import finding, health, indexing, measuring, models
from core.library.environment import prepare

# Said first in the help, because people read from the top.
_HELP = """Every photo you own, found by saying what is in it, on your own computer.

Without a command the window opens: recollect ~/Pictures
"""

app = typer.Typer(
    help=_HELP,
    add_completion=False,
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("index")(indexing.index)
app.add_typer(indexing.folders_app, name="folders")
app.command("search")(finding.search)
app.command("similar")(finding.similar)
app.add_typer(models.models_app, name="models")
app.command("status")(health.status)
app.command("problems")(health.problems)
app.command("check")(health.check)
app.command("evaluate")(measuring.evaluate)
app.command("train")(measuring.train)
app.command("doctor")(health.doctor)

COMMANDS = frozenset(
    [
        "gui",
        "index",
        "folders",
        "search",
        "similar",
        "models",
        "status",
        "problems",
        "check",
        "evaluate",
        "train",
        "doctor",
    ]
)
_OPTIONS = frozenset({"--help", "-h", "--version"})


@app.command("gui")
def gui(
    folders: Annotated[list[str] | None, typer.Argument(help="Folders to add.")] = None,
    samples: Annotated[bool, typer.Option("--samples", help="Try it with the sample photos.")] = False,
) -> None:
    """Open the window. Example: recollect ~/Pictures, or recollect --samples"""
    from app.cli.journey import has_display, without_display

    if not has_display():
        without_display(folders or [], samples)
        return
    from app.application import run_window

    raise typer.Exit(run_window([os.path.abspath(folder) for folder in folders or []], samples))


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"recollect {version('recollect')}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def root(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="Show the version.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Nothing by itself: commands and the window do the work."""


def arguments(given: list[str]) -> list[str]:
    """The window is what is meant when no command is named."""
    if not given or (given[0] not in COMMANDS and given[0] not in _OPTIONS):
        return ["gui", *given]
    return given


def main() -> None:
    """The console script's entry."""
    prepare()
    app(args=arguments(sys.argv[1:]), prog_name="recollect")


if __name__ == "__main__":
    main()
