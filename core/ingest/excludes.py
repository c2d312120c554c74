"""What a person leaves out, written as in a .gitignore file and matched as git does."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator

import pathspec

from core.errors import RecollectError

_MARK = "ps_d"  # pathspec's name of the slash after a folder that a pattern names
_REMEMBERED = 20_000
# Where the system itself makes no difference between letters.
_FLAGS = re.IGNORECASE if sys.platform in {"win32", "darwin"} else re.NOFLAG


class Excludes:
    """Patterns for all folders, and below them one folder's own, which may take something back by ``!``.

    A folder that is left out is left out with all that is in it. Patterns are relative to the watched folder.
    Raises ``exclude.bad_pattern`` with the line's number; with ``lenient`` such lines count for nothing and
    are in ``bad``. Any thread may ask.
    """

    def __init__(self, common: str = "", own: str = "", *, lenient: bool = False) -> None:
        self.bad: list[RecollectError] = []
        rules = [rule for text in (common, own) for rule in self._rules(text, lenient)]
        self._last_first = [
            (re.compile(regex, _FLAGS).search, out, f"<{_MARK}>" in regex) for regex, out in reversed(rules)
        ]
        # Most files match nothing: one search instead of one for each line.
        self._any = re.compile(
            "|".join(f"(?:{regex.replace(f'(?P<{_MARK}>', '(?:')})" for regex, _ in rules), _FLAGS
        ).search
        self._folders: dict[str, bool] = {"": False}

    def __bool__(self) -> bool:
        return bool(self._last_first)

    def excluded(self, path: bytes, root: bytes, is_dir: bool) -> bool:
        """True when ``path`` below ``root``, or a folder around it, is left out. The root itself never is."""
        if not self._last_first:
            return False
        inner = _below(path, root)
        if not inner:
            return False
        return self._folder(inner.rpartition("/")[0]) or self._matches(inner, is_dir)

    def listed(self, path: bytes, root: bytes, is_dir: bool) -> bool:
        """The same for something in a folder that is known not to be left out."""
        return self._matches(_below(path, root), is_dir)

    def _folder(self, inner: str) -> bool:
        known = self._folders.get(inner)
        if known is None:
            known = self._folder(inner.rpartition("/")[0]) or self._matches(inner, True)
            if len(self._folders) > _REMEMBERED:
                self._folders = {"": False}
            self._folders[inner] = known
        return known

    def _matches(self, inner: str, is_dir: bool) -> bool:
        """The last line that names exactly this decides; one that names a folder around it does not."""
        subject = inner + "/" if is_dir else inner
        if not self._any(subject):
            return False
        for search, out, marked in self._last_first:
            match = search(subject)
            if match is None:
                continue
            mark = match.start(_MARK) if marked else -1
            around = mark >= 0 and mark < len(subject) - 1
            only_what_is_in_it = mark < 0 and is_dir and match.end() == len(subject)
            if not around and not only_what_is_in_it:
                return out
        return False

    def _rules(self, text: str, lenient: bool) -> Iterator[tuple[str, bool]]:
        for number, line in enumerate(text.splitlines(), 1):
            try:
                rule = _rule(line)
            except ValueError as error:
                bad = RecollectError("exclude.bad_pattern", line=number, detail=str(error))
                if not lenient:
                    raise bad from error
                self.bad.append(bad)
                continue
            if rule is not None:
                yield rule


def _rule(line: str) -> tuple[str, bool] | None:
    """The regular expression of a line, and whether it leaves out; None for an empty one and a comment.

    Raises ValueError saying what is wrong.
    """
    if not line.strip() or line.startswith("#"):
        return None
    try:
        (pattern,) = pathspec.GitIgnoreSpec.from_lines([line]).patterns
    except (ValueError, re.error) as error:
        raise ValueError(f"“{line.strip()}” is not a pattern") from error
    regex = getattr(pattern, "regex", None)
    if regex is None or pattern.include is None:
        # git passes over such a line; somebody who wrote it meant something.
        raise ValueError(f"“{line.strip()}” matches nothing")
    return str(regex.pattern), bool(pattern.include)


def _below(path: bytes, root: bytes) -> str:
    """The part of a path below the root, with slashes; "" for the root itself and what is not below it."""
    start = len(root) if root.endswith(_SEPARATOR) else len(root) + 1
    if path[: len(root)] != root:
        return ""
    inner = os.fsdecode(path[start:])
    return inner if os.sep == "/" else inner.replace(os.sep, "/")


_SEPARATOR = os.fsencode(os.sep)

NOTHING = Excludes()
