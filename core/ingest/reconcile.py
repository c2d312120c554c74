"""What changed: a pure function of what the catalogue knows and what is there."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

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


K = TypeVar("K", bound=KnownPhoto)


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


class Comparison(Generic[K]):
    """Compares one folder's catalogue rows with a walk of it, folder by folder as the walk goes on.

    ``known`` are the rows by path; those that were met are taken out of it. ``changes`` grows meanwhile: what
    was dealt with may be taken from its lists at any time.
    """

    def __init__(self, known: MutableMapping[bytes, K]) -> None:
        self._known = known
        self._met = False
        # Devices as the catalogue has them, with what is there now: told by photos that are as they were.
        self._proven: set[tuple[int, int]] = set()
        self.changes = Changes()

    @property
    def unmet(self) -> Collection[bytes]:
        """Known paths that were not met so far, of gone photos too."""
        return self._known.keys()

    def meet(self, found: Iterable[Found], device: int | None) -> None:
        """Photos that are there; ``device`` is their folder's, None if not known."""
        changes = self.changes
        for photo in found:
            self._met = True
            before = self._known.pop(photo.path, None)
            if before is None:
                changes.new.append(photo)
            elif (before.size, before.mtime_ns) != (photo.size, photo.mtime_ns):
                changes.changed.append((before.id, photo))
            else:
                if before.gone or (before.device, before.inode) != (photo.device, photo.inode):
                    changes.back.append((before.id, photo))
                else:
                    changes.unchanged += 1
                if device is not None and before.inode == photo.inode:
                    self._proven.add((before.device, device))

    def finish(
        self,
        *,
        forbidden: Collection[bytes] = (),
        empty: Collection[bytes] = (),
        folders: Mapping[bytes, int] | None = None,
        excluded: Callable[[bytes], bool] = lambda path: False,
    ) -> Changes:
        """Say what is gone, as ``reconcile`` does."""
        lost = [path for path, before in self._known.items() if not before.gone]
        left_out = [path for path in lost if excluded(path)]
        if left_out:
            lost = sorted(set(lost).difference(left_out))
        if lost and not self._met and not forbidden:
            return Changes(unreachable=True)
        shut = frozenset(forbidden), _below(forbidden)
        lost = [path for path in lost if path not in shut[0] and not path.startswith(shut[1])]
        away = self._away(lost, frozenset(empty), folders or {})
        gone = [path for path in lost if path not in away]
        self.changes.gone = [self._known[path].id for path in (*gone, *left_out)]
        return self.changes

    def _away(
        self, lost: Sequence[bytes], empty: Collection[bytes], folders: Mapping[bytes, int]
    ) -> set[bytes]:
        """Those of the lost photos whose drive went, perhaps with its mount point.

        Where a subfolder was deleted, the folder around it is still on the photo's device; where a drive
        went, it is not. Whether a device met now is that of a catalogued photo is told by photos that are as
        they were: numbers change between starts, and a drive may get the number of the one before it.
        """
        now = {path: device for path in lost if (device := _device_left(path, empty, folders)) is not None}
        named = {device for _, device in self._proven}
        return {
            path
            for path, device in now.items()
            if (self._known[path].device, device) not in self._proven
            and (device in named or self._known[path].device != device)
        }


def reconcile(
    known: Mapping[bytes, KnownPhoto],
    found: Sequence[Found],
    *,
    forbidden: Collection[bytes] = (),
    empty: Collection[bytes] = (),
    folders: Mapping[bytes, int] | None = None,
    excluded: Callable[[bytes], bool] = lambda path: False,
) -> Changes:
    """Compare one folder's catalogue rows with a walk of it; ``moved`` is filled by ``settle_moves``.

    Photos at or under a ``forbidden`` path are never gone. Nor are those of a drive that is away: the folder
    they were in is missing or ``empty``, and what is there instead is on another device (``folders``: all
    that were met, with their devices). What is ``excluded`` is gone whatever became of it. A whole root that
    is empty where it was not is taken for an unmounted drive: ``unreachable``, and nothing is gone.
    """
    comparison = Comparison(dict(known))
    for photo in found:
        comparison.meet([photo], (folders or {}).get(os.path.dirname(photo.path)))
    return comparison.finish(forbidden=forbidden, empty=empty, folders=folders, excluded=excluded)


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
