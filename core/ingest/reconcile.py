"""What changed: a pure function of what the catalogue knows and what is there."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from core.ingest.walk import Found

FileId = tuple[int, int, int, int]


class KnownPhoto(Protocol):
    """What reconcile needs to know of a catalogued photo."""

    @property
    def id(self) -> int: ...  # noqa: D102
    @property
    def size(self) -> int: ...  # noqa: D102
    @property
    def mtime_ns(self) -> int: ...  # noqa: D102
    @property
    def device(self) -> int: ...  # noqa: D102
    @property
    def inode(self) -> int: ...  # noqa: D102
    @property
    def gone(self) -> bool: ...  # noqa: D102


class Candidate(Protocol):
    """A catalogued photo, anywhere in the library, with the file id of a new one."""

    @property
    def id(self) -> int: ...  # noqa: D102
    @property
    def path(self) -> bytes: ...  # noqa: D102


@dataclass
class Changes:
    """What to do to the catalogue so that it says what is there."""

    new: list[Found] = field(default_factory=list)
    changed: list[tuple[int, Found]] = field(default_factory=list)
    back: list[tuple[int, Found]] = field(default_factory=list)
    moved: list[tuple[int, Found]] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)
    unchanged: int = 0
    unreachable: bool = False


def reconcile(
    known: Mapping[bytes, KnownPhoto],
    found: Sequence[Found],
    *,
    forbidden: Collection[bytes] = (),
    empty: Collection[bytes] = (),
    folders: Mapping[bytes, int] | None = None,
) -> Changes:
    """Compare one folder's catalogue rows with a walk of it; ``moved`` is filled by ``settle_moves``.

    Photos at or under a ``forbidden`` path are never gone. Nor are those of a drive that is away: the folder
    they were in is missing or ``empty``, and what is there instead is on another device (``folders``: all
    that were met, with their devices). A whole root that is empty where it was not is taken for an
    unmounted drive: ``unreachable``, and nothing is gone.
    """
    changes = Changes()
    present: set[bytes] = set()
    for photo in found:
        present.add(photo.path)
        before = known.get(photo.path)
        if before is None:
            changes.new.append(photo)
        elif (before.size, before.mtime_ns) != (photo.size, photo.mtime_ns):
            changes.changed.append((before.id, photo))
        elif before.gone or (before.device, before.inode) != (photo.device, photo.inode):
            changes.back.append((before.id, photo))
        else:
            changes.unchanged += 1
    lost = [path for path, before in known.items() if path not in present and not before.gone]
    if lost and not found and not forbidden:
        return Changes(unreachable=True)
    shut = frozenset(forbidden), _below(forbidden)
    lost = [path for path in lost if path not in shut[0] and not path.startswith(shut[1])]
    away = _away(lost, known, found, frozenset(empty), folders or {})
    changes.gone = [known[path].id for path in lost if path not in away]
    return changes


def _away(
    lost: Sequence[bytes],
    known: Mapping[bytes, KnownPhoto],
    found: Sequence[Found],
    empty: Collection[bytes],
    folders: Mapping[bytes, int],
) -> set[bytes]:
    """Those of the lost photos whose drive went, perhaps with its mount point.

    Where a subfolder was deleted, the folder around it is still on the photo's device; where a drive went,
    it is not. Whether a device met now is that of a catalogued photo is told by photos that are as they were:
    numbers change between starts, and a drive may get the number of the one before it.
    """
    now = {path: device for path in lost if (device := _device_left(path, empty, folders)) is not None}
    if not now:
        return set()
    proven: set[tuple[int, int]] = set()
    for photo in found:
        before = known.get(photo.path)
        device = folders.get(os.path.dirname(photo.path))
        if before is not None and device is not None and _same_file(before, photo):
            proven.add((before.device, device))
    named = {device for _, device in proven}
    return {
        path
        for path, device in now.items()
        if (known[path].device, device) not in proven and (device in named or known[path].device != device)
    }


def _device_left(path: bytes, empty: Collection[bytes], folders: Mapping[bytes, int]) -> int | None:
    """The device of the nearest folder left around a photo; None if nothing around it is missing."""
    folder = os.path.dirname(path)
    if folder in folders and folder not in empty:
        return None
    while folder not in folders:
        outer = os.path.dirname(folder)
        if outer == folder:
            return None
        folder = outer
    return folders[folder]


def _same_file(before: KnownPhoto, photo: Found) -> bool:
    facts = (before.inode, before.size, before.mtime_ns)
    return facts == (photo.inode, photo.size, photo.mtime_ns)


def _below(folders: Collection[bytes]) -> tuple[bytes, ...]:
    """What the paths under these folders begin with."""
    separator = os.fsencode(os.sep)
    return tuple(folder.rstrip(separator) + separator for folder in folders)


def file_id(found: Found) -> FileId:
    """What stays the same when a file is renamed or moved on its drive."""
    return (found.device, found.inode, found.size, found.mtime_ns)


def settle_moves(
    changes: Changes, candidates: Mapping[FileId, Sequence[Candidate]], exists: Collection[bytes]
) -> Changes:
    """Turn new photos into moved ones where a known photo with the same file id lost its place.

    ``exists`` are paths of candidates that are still there (hard links): these do not move.
    Each known photo moves at most once. Files without a file id (inode 0) never move this way.
    """
    taken: set[int] = set()
    new: list[Found] = []
    for photo in changes.new:
        key = file_id(photo)
        choices = [] if photo.inode == 0 else candidates.get(key, ())
        free = [one for one in choices if one.id not in taken and one.path not in exists]
        if free:
            taken.add(free[0].id)
            changes.moved.append((free[0].id, photo))
        else:
            new.append(photo)
    changes.new = new
    changes.gone = [photo for photo in changes.gone if photo not in taken]
    return changes
