"""``recollect``: the window, or a command.

The window comes first, so that nothing of the command line is loaded before its first picture.
"""

from __future__ import annotations

import os
import sys

from app.display import has_display
from core.library.environment import prepare

COMMANDS = frozenset(
    (
        *("gui", "index", "folders", "search", "similar", "models", "status", "problems"),
        *("check", "evaluate", "train", "doctor"),
    )
)
_OPTIONS = frozenset({"--help", "-h", "--version"})
_SAMPLES = "--samples"


def arguments(given: list[str]) -> list[str]:
    """The window is what is meant when no command is named."""
    if not given or (given[0] not in COMMANDS and given[0] not in _OPTIONS):
        return ["gui", *given]
    return given


def window_folders(given: list[str]) -> list[str] | None:
    """The folders of a plain start of the window; None when the command line is to look at it."""
    rest = [one for one in given[1:] if one != _SAMPLES]
    if given[0] != "gui" or any(one.startswith("-") for one in rest):
        return None
    return [os.path.abspath(one) for one in rest]


def main() -> None:
    """The console script's entry."""
    prepare()
    given = arguments(sys.argv[1:])
    folders = window_folders(given)
    if folders is not None and has_display():
        from app.application import run_window

        sys.exit(run_window(folders, _SAMPLES in given))
    from app.cli.program import run

    run(given)


if __name__ == "__main__":
    main()
