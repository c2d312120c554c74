"""All commands and their help; ``app.__main__`` comes here when the window is not what is meant."""

from __future__ import annotations

import inspect
import os
from typing import Annotated

import typer

from app.cli import finding, health, indexing, measuring, models, regions, tidying
from app.cli.output import end_with, explained
from app.display import has_display
from core.errors import RecollectError

# Said first in the help, because people read from the top.
_HELP = """Every photo you own, found by saying what is in it, on your own computer.

Without a command the window opens: recollect ~/Pictures
"""

# Said last: what a script may rely on.
_EPILOG = (
    "With --json stdout holds one value, or nothing when the command fails: then stderr says why."
    " Exit status: 0 done, 1 failed or something is wrong, 2 asked wrongly."
)

app = typer.Typer(
    help=_HELP,
    epilog=_EPILOG,
    add_completion=False,
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("index")(indexing.index)
app.add_typer(indexing.folders_app, name="folders")
app.command("search")(finding.search)
app.command("similar")(finding.similar)
app.command("segment")(regions.segment)
app.command("labels")(regions.labels)
app.command("look-inside")(regions.look_inside)
app.command("language")(tidying.language)
app.command("duplicates")(tidying.duplicates)
app.command("card")(tidying.card)
app.add_typer(models.models_app, name="models")
app.command("status")(health.status)
app.command("problems")(health.problems)
app.command("check")(health.check)
app.command("evaluate")(measuring.evaluate)
app.command("train")(measuring.train)
app.command("doctor")(health.doctor)


@app.command("gui")
def gui(
    folders: Annotated[list[str] | None, typer.Argument(help="Folders to add.")] = None,
    samples: Annotated[bool, typer.Option("--samples", help="Try it with the sample photos.")] = False,
) -> None:
    """Open the window. Example: recollect ~/Pictures, or recollect --samples"""
    if not has_display():
        from app.cli.journey import without_display

        without_display(folders or [], samples)
        return
    from app.application import run_window

    raise typer.Exit(run_window([os.path.abspath(folder) for folder in folders or []], samples))


def _summary(command: object) -> str:
    """What a list shows of a command: the first paragraph of its help, and the example."""
    text = inspect.getdoc(command) or ""
    first = " ".join(text.partition("\n\n")[0].split())
    _, _, example = text.rpartition("Example: ")
    return first if "Example: " in first else f"{first} Example: {example}"


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


for _group in (app, indexing.folders_app, models.models_app):
    for _command in _group.registered_commands:
        _command.short_help = _summary(_command.callback)


def run(arguments: list[str]) -> None:
    """Run a command line and end the process with its exit status."""
    try:
        with explained():  # commands explain themselves: what is left is the help and the version
            app(args=arguments, prog_name="recollect")
    except RecollectError as error:
        end_with(error)
