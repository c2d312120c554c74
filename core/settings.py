"""Every setting, declared once: key, type, default, bounds, one sentence.

The settings page, the command line's ``--set`` and the documentation are made from ``SETTINGS``.
A stored value that is no longer valid falls back to the default and is reported, never raised.
"""

from __future__ import annotations

import contextlib
import errno
import json
import math
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.errors import RecollectError

Value = bool | int | float | str

_FULL = {errno.ENOSPC, errno.EDQUOT}
# Also when a folder or a file stands where the other should be.
_SHUT = {errno.EROFS, errno.EACCES, errno.EPERM, errno.EISDIR, errno.ENOTDIR, errno.EEXIST}


@dataclass(frozen=True)
class Setting:
    """One setting. ``choices`` for a fixed list, else ``low``/``high`` bound numbers."""

    key: str
    default: Value
    sentence: str
    low: float | None = None
    high: float | None = None
    choices: tuple[str, ...] = ()

    @property
    def kind(self) -> type:
        """The type of its values."""
        return type(self.default)

    @property
    def allowed(self) -> str:
        """The allowed values, for a sentence."""
        if self.choices:
            return ", ".join(self.choices)
        if self.kind is bool:
            return "true or false"
        if self.kind is str:
            return "any text"
        return f"{self.low:g} to {self.high:g}"

    def parse(self, value: Any) -> Value:
        """A valid value of the right type from JSON or text.

        Raises RecollectError ``settings.bad_value``.
        """
        bad = RecollectError("settings.bad_value", key=self.key, value=value, allowed=self.allowed)
        if self.kind is bool:
            if isinstance(value, bool):
                return value
            if str(value).lower() in {"true", "false"}:
                return str(value).lower() == "true"
            raise bad
        if self.kind is str:
            if not isinstance(value, str) or (self.choices and value not in self.choices):
                raise bad
            if not _can_be_a_path(value):
                raise bad
            return value
        number = self._number(value)
        if number is None:
            raise bad
        return number

    def _number(self, value: Any) -> int | float | None:
        """The number within the bounds; None for anything else, also for NaN and the infinite."""
        if isinstance(value, bool) or (self.kind is int and isinstance(value, float) and value % 1):
            return None
        try:
            number = int(value) if self.kind is int else float(value)
        except (TypeError, ValueError, OverflowError):
            return None
        low = -math.inf if self.low is None else self.low
        high = math.inf if self.high is None else self.high
        return number if low <= number <= high and math.isfinite(number) else None


SETTINGS: tuple[Setting, ...] = (
    Setting("model.active", "starter", "The model that reads photos and words."),
    Setting(
        "device",
        "auto",
        "Where the model runs.",
        choices=("auto", "cuda", "mps", "cpu"),
    ),
    Setting(
        "precision",
        "auto",
        "How exactly the model calculates; auto measures what is fastest and still right.",
        choices=("auto", "fp32", "bf16", "int8"),
    ),
    Setting("threads", 0, "Processor cores used for indexing; 0 means all.", low=0, high=256),
    Setting(
        "photo.max_megapixels",
        400,
        "Larger pictures are not opened (megapixels).",
        low=10,
        high=4000,
    ),
    Setting("lookahead_mb", 192, "Memory for photos read ahead while indexing (MB).", low=16, high=8192),
    Setting(
        "index.answers",
        "auto",
        "Which index answers: exact, the HNSW graph, or what this library's size calls for.",
        choices=("auto", "exact", "hnsw"),
    ),
    Setting(
        "index.hnsw_from",
        1_000_000,
        "Number of photos from which the HNSW graph answers unfiltered queries.",
        low=1,
        high=100_000_000,
    ),
    Setting("index.ef", 200, "How widely the HNSW graph searches.", low=16, high=4096),
    Setting("search.strictness", 0.5, "How strict the Strong and Possible bands are.", low=0.0, high=1.0),
    Setting(
        "regions.look_inside",
        False,
        "After indexing, look inside photos, so that parts of them can be found.",
    ),
    Setting("regions.in_search", True, "Plain words may match a part of a photo that was looked into."),
    Setting("regions.model", "starter-regions", "The model that sees the parts of a photo."),
    Setting(
        "regions.vocabulary",
        "everyday",
        "Which names the parts of a photo may have.",
        choices=("everyday", "coco", "voc", "own"),
    ),
    Setting("watch.quiet_seconds", 10.0, "A new photo is taken after this quiet time.", low=0.1, high=600.0),
    Setting(
        "watch.rescan_seconds", 3600.0, "Every folder is looked over this often.", low=5.0, high=86_400.0
    ),
    Setting(
        "watch.poll_seconds",
        30.0,
        "Folders without live events are looked at this often.",
        low=0.2,
        high=3600.0,
    ),
    Setting("forget.days", 30, "Days until removed folders and gone photos are forgotten.", low=0, high=3650),
    Setting("grid.tile", 160, "Height of the thumbnails in the grid.", low=80, high=256),
    Setting(
        "grid.shape",
        "justified",
        "Whether thumbnails keep their shape or are cut to squares.",
        choices=("justified", "square"),
    ),
    Setting(
        "results.sort",
        "relevance",
        "In which order results stand.",
        choices=("relevance", "newest", "oldest", "folder"),
    ),
    Setting("results.stacks", True, "Copies of a photo, and RAW with JPEG, are shown as one."),
    Setting(
        "indexing.gentle",
        "auto",
        "Whether indexing leaves the computer to others: auto is gentle on battery only.",
        choices=("auto", "always", "never"),
    ),
    Setting(
        "indexing.battery",
        "slower",
        "What indexing does while the computer runs on battery.",
        choices=("slower", "pause", "same"),
    ),
    Setting(
        "exclude.patterns",
        "",
        "Files and folders that are left out, one pattern a line, written as in a .gitignore file.",
    ),
    Setting("network.allowed", True, "Whether Recollect may use the network when you ask for something."),
    Setting("looks.scheme", "system", "Light or dark.", choices=("system", "light", "dark")),
    Setting("looks.motion", "system", "Whether things move.", choices=("system", "full", "less")),
    Setting(
        "language",
        "system",
        "The language of the window.",
        choices=("system", "en", "zh_CN", "de", "es"),
    ),
)

BY_KEY: dict[str, Setting] = {setting.key: setting for setting in SETTINGS}


class Settings:
    """The values of this library, kept in a small JSON file written aside and renamed.

    ``notes`` holds one RecollectError per stored value that was not valid and fell back.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._values: dict[str, Value] = {}
        self._unknown: dict[str, Any] = {}
        self._observers: list[Callable[[str, Value], None]] = []
        self.notes: list[RecollectError] = []
        if file is not None:
            self._read(file)

    def get(self, key: str) -> Value:
        """The value of a setting. Raises ``settings.unknown`` for a wrong key."""
        setting = _declared(key)
        return self._values.get(key, setting.default)

    def values(self) -> dict[str, Value]:
        """Every setting with its value."""
        return {setting.key: self.get(setting.key) for setting in SETTINGS}

    def number(self, key: str) -> float:
        """The value of a numeric setting."""
        return float(self.get(key))

    def text(self, key: str) -> str:
        """The value of a text setting."""
        return str(self.get(key))

    def set(self, key: str, value: Any) -> Value:
        """Store a value and tell the observers.

        Raises ``settings.bad_value``, ``disk.full``, ``disk.forbidden``, and then changes nothing.
        """
        parsed = _declared(key).parse(value)
        values = {**self._values, key: parsed}
        self._write(values)
        self._values = values
        for observer in list(self._observers):
            observer(key, parsed)
        return parsed

    def observe(self, observer: Callable[[str, Value], None]) -> None:
        """Call ``observer(key, value)`` after each change, on the thread that made it."""
        self._observers.append(observer)

    def _read(self, file: Path) -> None:
        try:
            # Some editors put a mark at the beginning of what they save as UTF-8.
            stored = json.loads(file.read_text("utf-8-sig"))
            why = "" if isinstance(stored, dict) else "something else"
        except FileNotFoundError:
            return
        except OSError as error:
            why = str(error.strerror)
        except (ValueError, RecursionError) as error:
            why = str(error)
        if why:
            note = RecollectError(
                "settings.bad_value", key=file.name, value=f"read ({why})", allowed="a JSON object"
            )
            self.notes.append(note)
            return
        for key, value in stored.items():
            if key not in BY_KEY:
                self._unknown[key] = value
                continue
            try:
                self._values[key] = BY_KEY[key].parse(value)
            except RecollectError as error:
                self.notes.append(error)

    def _write(self, values: dict[str, Value]) -> None:
        if self._file is None:
            return
        text = json.dumps({**self._unknown, **values}, indent=2, sort_keys=True) + "\n"
        with _explained(self._file, len(text)):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            handle, aside = tempfile.mkstemp(dir=self._file.parent, prefix=".settings-")
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as stream:
                    stream.write(text)
                    stream.flush()
                    # A power cut must leave the old file or the new one, and never an empty one.
                    os.fsync(stream.fileno())
                os.replace(aside, self._file)
            except BaseException:
                with contextlib.suppress(OSError):
                    os.unlink(aside)
                raise


@contextlib.contextmanager
def _explained(file: Path, needed: int) -> Iterator[None]:
    """Turn a full disk, and a place that may not be written, into ``disk.full`` and ``disk.forbidden``."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise RecollectError(
                "disk.full", path=file, free_mb=_free_mb(file.parent), needed_mb=max(1, needed >> 20)
            ) from error
        if error.errno in _SHUT:
            raise RecollectError("disk.forbidden", path=file) from error
        raise


def _free_mb(folder: Path) -> int:
    try:
        return shutil.disk_usage(folder).free >> 20
    except OSError:
        return 0  # it cannot be asked: most likely it is gone


def _can_be_a_path(text: str) -> bool:
    """False for a text no file can be called by: asking the system for it would raise."""
    try:
        return b"\0" not in os.fsencode(text)
    except UnicodeEncodeError:
        return False


def _declared(key: str) -> Setting:
    if key not in BY_KEY:
        raise RecollectError("settings.unknown", key=key)
    return BY_KEY[key]
