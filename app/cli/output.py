"""How commands speak: results on stdout, everything else on stderr, one sentence per difficulty."""

from __future__ import annotations

import difflib
import errno
import json
import os
import sys
import unicodedata
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from functools import wraps
from typing import Any, NoReturn, ParamSpec, TypeVar

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
        "library.not_a_folder",
        "command.unknown",
        "command.mistyped",
        "query.empty",
        "query.only_minus",
        "query.mistake",
        "photo.not_found",
        "model.missing",
        "model.unknown",
        "settings.bad_value",
        "settings.unknown",
        "labels.bad_vocabulary",
        "labels.empty_vocabulary",
        "evaluate.bad_captions",
        "evaluate.bad_words",
        "evaluate.bad_queries",
        "evaluate.bad_names",
        "evaluate.bad_masks",
        "evaluate.no_photos",
        "train.data_missing",
        "train.no_data",
        "train.no_out",
        "train.unknown_recipe",
        "train.bad_option",
    }
)

# Signs that turn the direction of what follows: with them a name looks like another one.
_TURNS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

# What the system says when nothing more can be written: no space, over quota, too long, a broken disk.
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})


def print_json(value: Any) -> None:
    """One JSON value on stdout; undecodable bytes of paths stay as surrogate escapes."""
    _write(json.dumps(value, ensure_ascii=True, default=_plain) + "\n")


def say(text: str) -> None:
    """A line on stdout. What a terminal cannot show is replaced, what would steer it is made visible."""
    _write(_printable(text, sys.stdout.encoding) + "\n")


def tell(text: str) -> None:
    """A line on stderr, made harmless in the same way."""
    sys.stderr.write(_printable(text, sys.stderr.encoding) + "\n")


def shown(path: bytes) -> str:
    """A path on a screen: one line, and without signs that steer the terminal or turn the text around."""
    return _visible(display(path))


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


def no_folder(word: str, commands: Collection[str] = ()) -> RecollectError:
    """The difficulty with a word that names no folder; a bare word may be meant for one of ``commands``."""
    if os.path.lexists(word):
        code = "folder.not_a_folder" if os.path.isfile(word) else "folder.missing"
        return RecollectError(code, path=shown(os.fsencode(word)))
    if not commands or os.sep in word:
        return RecollectError("folder.missing", path=shown(os.fsencode(word)))
    near = difflib.get_close_matches(word.lower(), sorted(commands), n=1)
    if near:
        return RecollectError("command.mistyped", name=shown(os.fsencode(word)), nearest=near[0])
    return RecollectError("command.unknown", name=shown(os.fsencode(word)))


def end_with(error: RecollectError) -> NoReturn:
    """End the process with a difficulty's sentence on stderr and the exit status it calls for."""
    tell(str(error))
    sys.exit(_status(error))


def plainly(command: Callable[P, R]) -> Callable[P, R]:
    """Known difficulties end a command with their sentence on stderr: exit 2 asked wrongly, else 1."""

    @wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            try:
                return command(*args, **kwargs)
            finally:
                _flush()
        except RecollectError as error:
            tell(str(error))
            raise typer.Exit(_status(error)) from None
        except (Cancelled, KeyboardInterrupt):
            tell("Stopped.")
            raise typer.Exit(130) from None
        except BrokenPipeError:
            # Whoever read our output (head, less) has had enough.
            _write_no_more()
            raise typer.Exit(0) from None

    return wrapped


def _status(error: RecollectError) -> int:
    return 2 if error.code in ASKED_WRONGLY else 1


def _write(text: str) -> None:
    """Write to stdout. Raises ``output.failed`` for a full disk behind it, BrokenPipeError."""
    with explained():
        sys.stdout.write(text)


def _flush() -> None:
    """Write what Python still keeps, now, while the failure can be told."""
    with explained():
        sys.stdout.flush()


@contextmanager
def explained() -> Iterator[None]:
    """A full disk behind stdout becomes ``output.failed``; any other failure is not about stdout."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        if error.filename is not None or error.errno not in _FULL:
            raise
        _write_no_more()
        raise RecollectError("output.failed", detail=error.strerror) from None


def _write_no_more() -> None:
    """Python writes what it keeps once more at its end, and would complain then."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _printable(text: str, encoding: str | None) -> str:
    encoding = encoding or "utf-8"
    return _visible(text, keep="\n\t").encode(encoding, "replace").decode(encoding)


def _visible(text: str, keep: str = "") -> str:
    """Control signs, line ends and turns of direction as escapes (``\\x1b``), except those in ``keep``."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_escaped(sign) if sign not in keep else sign for sign in text)


def _escaped(sign: str) -> str:
    if sign in _TURNS or unicodedata.category(sign) in {"Cc", "Zl", "Zp"}:
        return sign.encode("unicode_escape").decode("ascii")
    return sign


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return os.fsdecode(value)
    if hasattr(value, "item"):
        return value.item()
    return str(value)
