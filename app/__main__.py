"""``recollect``: the window, or a command.

The window comes first, so that nothing of the command line is loaded before its first picture.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from app.display import has_display
from core.library.environment import prepare

if TYPE_CHECKING:
    from core.errors import RecollectError

COMMANDS = frozenset(
    (
        *("gui", "index", "folders", "search", "similar", "models", "status", "problems"),
        *("segment", "labels", "look-inside", "language", "duplicates", "card"),
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


def misunderstood(given: list[str]) -> RecollectError | None:
    """What is wrong with a start of the window: a word that is neither an option nor a folder.

    Found here, because a window that opens is no answer to a misspelt command.
    """
    started = arguments(given)
    if started[0] != "gui":
        return None
    wrong = next((one for one in started[1:] if not one.startswith("-") and not os.path.isdir(one)), None)
    if wrong is None:
        return None
    from app.cli.output import no_folder

    return no_folder(wrong, () if given[0] == "gui" else COMMANDS)


def main() -> None:
    """The console script's entry."""
    prepare()
    wrong = misunderstood(sys.argv[1:])
    if wrong is not None:
        from app.cli.output import end_with

        end_with(wrong)
    given = arguments(sys.argv[1:])
    folders = window_folders(given)
    if folders is not None and has_display():
        from app.application import run_window

        sys.exit(run_window(folders, _SAMPLES in given))
    from app.cli.program import run

    run(given)


if __name__ == "__main__":
    main()
