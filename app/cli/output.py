"""How commands speak: results on stdout, everything else on stderr, one sentence per difficulty."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import typer

from core.errors import Cancelled, RecollectError
from core.library import Library
from core.paths import display

P = ParamSpec("P")
R = TypeVar("R")

# Difficulties with what was asked, not with doing it.
ASKED_WRONGLY = frozenset(
    {
        "folder.missing",
        "folder.not_a_folder",
        "folder.unknown",
        "folder.inside_library",
        "query.empty",
        "query.only_minus",
        "query.mistake",
        "photo.not_found",
        "model.missing",
        "model.unknown",
        "settings.bad_value",
        "settings.unknown",
        "evaluate.bad_captions",
        "evaluate.no_photos",
        "train.data_missing",
        "train.unknown_recipe",
        "train.bad_option",
    }
)


def print_json(value: Any) -> None:
    """One JSON value on stdout; undecodable bytes of paths stay as surrogate escapes."""
    sys.stdout.write(json.dumps(value, ensure_ascii=True, default=_plain) + "\n")


def say(text: str) -> None:
    """A line on stdout. What a terminal cannot show is replaced."""
    sys.stdout.write(_printable(text, sys.stdout.encoding) + "\n")


def tell(text: str) -> None:
    """A line on stderr."""
    sys.stderr.write(_printable(text, sys.stderr.encoding) + "\n")


def shown(path: bytes) -> str:
    """A path on a screen: line breaks are made visible, so that one photo stays one line."""
    return display(path).replace("\n", "\\n").replace("\r", "\\r")


def path_text(path: bytes) -> str:
    """A path in JSON."""
    return os.fsdecode(path)


@contextmanager
def opened(*, role: str = "recollect", read_only: bool | None = None) -> Iterator[Library]:
    """The library, closed at the end; notices go to stderr as they come.

    Commands that only read say ``read_only=True``, so that a window started meanwhile can write.
    """
    library = _open(role, read_only)
    try:
        yield library
    finally:
        library.close()


def _open(role: str, read_only: bool | None) -> Library:
    def notice(error: RecollectError) -> None:
        tell(str(error))

    try:
        return Library.open(role=role, read_only=read_only, notice=notice)
    except RecollectError as error:
        # Nothing to read yet, or a catalogue of an older version: it has to be made or migrated first.
        if not read_only or error.code not in {"library.empty", "catalogue.read_only"}:
            raise
        return Library.open(role=role, notice=notice)


def plainly(command: Callable[P, R]) -> Callable[P, R]:
    """Known difficulties end a command with their sentence on stderr: exit 2 asked wrongly, else 1."""

    @wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except RecollectError as error:
            tell(str(error))
            raise typer.Exit(2 if error.code in ASKED_WRONGLY else 1) from None
        except (Cancelled, KeyboardInterrupt):
            tell("Stopped.")
            raise typer.Exit(130) from None
        except BrokenPipeError:
            # Whoever read our output (head, less) has had enough.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None

    return wrapped


def _printable(text: str, encoding: str | None) -> str:
    encoding = encoding or "utf-8"
    return text.encode(encoding, "replace").decode(encoding)


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return os.fsdecode(value)
    if hasattr(value, "item"):
        return value.item()
    return str(value)
