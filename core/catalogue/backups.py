"""Copies of the catalogue: made before migrations and on request, put back when something failed."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from core.catalogue.connect import connect, require_space
from core.catalogue.tables import REVISIONS
from core.errors import RecollectError

FOLDER = "backups"
KEEP = 3
_NAME = re.compile(r"catalogue-(\d{8}T\d{6}Z)(-\d+)?(?:-from-\w+)?\.sqlite3")


@dataclass(frozen=True)
class Rescue:
    """What a rescue did. ``damaged``: where the damaged file is now (None: there was none).

    ``restored_from``: the backup that took its place; None: the catalogue starts anew, with ``folders``,
    which the damaged one still named. ``restored_at``: when that backup was made, POSIX seconds.
    """

    damaged: Path | None
    restored_from: Path | None
    restored_at: float | None
    folders: tuple[bytes, ...] = ()


def make(path: Path, folder: Path, now: float, mode: str, label: str = "") -> Path:
    """Copy the catalogue at ``path`` into ``folder/backups`` by SQLite's backup and keep the newest three.

    Raises RecollectError ``disk.full`` before anything is written, ``catalogue.damaged`` when the copy is
    not whole; then the earlier ones stay.
    """
    needed = size_of(path)
    require_space(folder, needed + 1_000_000)
    place = folder / FOLDER
    place.mkdir(exist_ok=True)
    target = _free_name(place, now, f"-from-{label}" if label else "")
    aside = target.with_suffix(".part")
    for left in place.glob("catalogue-*.part*"):  # of a process that was killed while copying
        if left.stat().st_mtime < time.time() - 3600 or left == aside:
            left.unlink(missing_ok=True)
    try:
        with closing(connect(path, mode)) as source, closing(connect(aside, "rwc")) as copy:
            source.backup(copy)
            # A copy is one file: without a log beside it, also when opened on a read-only medium.
            copy.execute("PRAGMA journal_mode=DELETE").close()
            # SQLite copies damaged pages as they are; three such copies would displace every good one.
            for (finding,) in copy.execute("PRAGMA quick_check(1)").fetchall():
                for detail in sentences(finding):
                    raise RecollectError("catalogue.damaged", path=path, detail=detail)
        os.utime(aside, (now, now))
        settle(aside, target)
    except BaseException:
        for left in (aside, aside.with_name(aside.name + "-journal")):
            left.unlink(missing_ok=True)
        raise
    for old in listed(folder)[KEEP:]:
        old.unlink(missing_ok=True)
    return target


def listed(folder: Path) -> list[Path]:
    """The backups of a library folder, newest first."""
    found = []
    for entry in (folder / FOLDER).glob("catalogue-*.sqlite3"):
        name = _NAME.fullmatch(entry.name)
        if name is not None:
            found.append((entry.stat().st_mtime_ns, name[1], -int(name[2] or "-1"), entry))
    return [entry for *_, entry in sorted(found, reverse=True)]


def put_back(path: Path, copy: Path, now: float) -> Path:
    """Set the failed catalogue aside and put the copy in its place. Returns where the failed one is."""
    aside = _stage(copy, path)  # first what may fail for want of space
    failed = _set_aside(path, "failed", now)
    settle(aside, path)
    return failed


def rescue(path: Path, now: float, anew: Callable[[Path, Sequence[bytes], float], Path]) -> Rescue:
    """Rename the damaged file, with its log; put the newest backup that is whole in its place.

    Without one, what ``anew(path, folders, now)`` makes aside for the folders the damaged file still names.
    """
    copy = next((copy for copy in listed(path.parent) if is_whole(copy)), None)
    named = folders_in(path) if copy is None else ()
    aside = None
    if copy is not None:
        aside = _stage(copy, path)
    elif named:
        aside = anew(path, named, now)
    damaged = _set_aside(path, "damaged", now) if _anything(path) else None
    if aside is not None:
        settle(aside, path)
    return Rescue(damaged, copy, copy.stat().st_mtime if copy is not None else None, named)


def is_whole(path: Path) -> bool:
    """True for a catalogue of a revision we know, without damage (reads all of it)."""
    try:
        with closing(_untouched(path)) as database:
            if database.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
                return False
            found = database.execute("SELECT version_num FROM alembic_version").fetchall()
            return len(found) == 1 and found[0][0] in REVISIONS
    except sqlite3.DatabaseError:
        return False


def folders_in(path: Path) -> tuple[bytes, ...]:
    """The folders that a damaged catalogue still names, as many as can be read."""
    found = []
    with suppress(sqlite3.Error), closing(_untouched(path)) as database:
        # Else SQLite reads nothing of a file that was cut short.
        database.execute("PRAGMA writable_schema=ON").close()
        for (folder,) in database.execute("SELECT path FROM folders WHERE removed_at IS NULL ORDER BY id"):
            if isinstance(folder, bytes) and os.path.isabs(folder):
                found.append(folder)
    return tuple(dict.fromkeys(found))


def sentences(finding: object) -> list[str]:
    """What SQLite's own check says in one row, a line each, without its headings; nothing for "ok"."""
    lines = (line.strip() for line in str(finding).splitlines())
    return [line for line in lines if line and line != "ok" and not line.startswith("***")]


def size_of(path: Path) -> int:
    """Bytes of the catalogue and its log."""
    log = path.with_name(path.name + "-wal")
    return path.stat().st_size + (log.stat().st_size if log.exists() else 0)


def settle(aside: Path, target: Path) -> None:
    """Move a finished file into place so that a power cut leaves the old one or the new one."""
    with aside.open("rb+") as stream:
        os.fsync(stream.fileno())
    os.replace(aside, target)
    if sys.platform != "win32":
        handle = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _untouched(path: Path) -> sqlite3.Connection:
    """A connection that leaves nothing beside the file either, unless there is a log that must be read."""
    # SQLite deletes the log of an empty file, even when it may only read.
    logged = path.with_name(path.name + "-wal").exists() and path.exists() and path.stat().st_size > 0
    return connect(path, "ro" if logged else "immutable")


def _stage(copy: Path, path: Path) -> Path:
    require_space(path.parent, copy.stat().st_size + 1_000_000)
    aside = path.with_name(path.name + ".part")
    shutil.copyfile(copy, aside)
    return aside


def _anything(path: Path) -> bool:
    return path.exists() or path.with_name(path.name + "-wal").exists()


def _set_aside(path: Path, word: str, now: float) -> Path:
    """Rename the file and what belongs to it to ``catalogue-<word>-<time>.sqlite3`` (never over another)."""
    target = path.with_name(f"catalogue-{word}-{_stamp(now)}.sqlite3")
    number = 1
    while _anything(target):
        number += 1
        target = path.with_name(f"catalogue-{word}-{_stamp(now)}-{number}.sqlite3")
    for suffix in ("-wal", "-shm", "-journal", ""):
        part = path.with_name(path.name + suffix)
        if part.exists():
            os.replace(part, target.with_name(target.name + suffix))
    return target


def _free_name(place: Path, now: float, label: str) -> Path:
    target = place / f"catalogue-{_stamp(now)}{label}.sqlite3"
    number = 1
    while target.exists():
        number += 1
        target = place / f"catalogue-{_stamp(now)}-{number}{label}.sqlite3"
    return target


def _stamp(now: float) -> str:
    return time.strftime("%Y%m%dT%H%M%SZ", time.gmtime(now))
