"""Look over one folder and bring the catalogue's rows up to it; nothing is read yet."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from core.catalogue import folders, photos, problems
from core.catalogue.problems import NewProblem
from core.catalogue.store import Catalogue
from core.errors import RecollectError
from core.ingest.excludes import NOTHING, Excludes
from core.ingest.reconcile import Changes, Comparison, FileId, file_id, settle_moves
from core.ingest.walk import Found, Walk, walking
from core.jobs import Token
from core.paths import display

if TYPE_CHECKING:
    from sqlalchemy import Connection

T = TypeVar("T")

# A step's photos at most, those of the first, and how long what was found may wait for it.
_ROWS = 5000
_FIRST_ROWS = 200
_SECONDS = 1.0


@dataclass(frozen=True)
class Scan:
    """What a look over one folder found. ``changed``, ``moved`` and ``gone`` are photo ids: what is
    gone from one folder may have moved to the next."""

    new: int = 0
    changed: frozenset[int] = frozenset()
    moved: frozenset[int] = frozenset()
    gone: frozenset[int] = frozenset()
    back: int = 0
    unchanged: int = 0
    videos: int = 0
    offline: bool = False

    @property
    def differs(self) -> bool:
        """True when the catalogue had to change."""
        return bool(self.new or self.changed or self.moved or self.gone or self.back)


def scan_folder(
    catalogue: Catalogue,
    folder: folders.FolderRow,
    *,
    now: float,
    skip: Collection[bytes] = (),
    excludes: Excludes = NOTHING,
    token: Token | None = None,
    told: Callable[[int], None] = lambda found: None,
    written: Callable[[int], None] = lambda waiting: None,
    watched: Callable[[], str] = lambda: "seen",
) -> Scan:
    """Walk a folder, reconcile, and write the difference in short transactions, while the walk goes on.

    A root that is missing, unlistable or suddenly empty turns the folder offline and loses nothing; what
    is ``excluded`` is gone. A folder that was removed meanwhile is left as it is. ``told`` hears how many
    photos were found so far, ``written`` how many just began to wait to be read; ``watched`` is asked how the
    folder is watched, when it turns out to be reachable.
    Raises Cancelled by the token; ``disk.full`` and the like from the catalogue.
    """
    # A clock that was set back would have what goes now forgotten early.
    now = max(now, folder.scanned_at or 0.0, folder.added_at)
    with catalogue.reading() as conn:
        look = _Look(catalogue, folder, now, watched, written, photos.known(conn, folder.id))
    there = Walk(folder.path)
    try:
        for place, found in walking(there, skip=skip, excludes=excludes, token=token):
            look.take(found, there.folders.get(place))
            told(look.found)
        look.finish(there, excludes)
    except RecollectError as error:
        if error.code not in {"folder.offline", "folder.forbidden"}:
            raise
        return _offline(catalogue, folder, error, now)
    except _Removed:
        return Scan()
    return Scan(
        new=look.new,
        changed=frozenset(look.changed),
        moved=frozenset(look.moved),
        gone=frozenset(look.gone),
        back=look.back,
        unchanged=look.unchanged + look.back,
        videos=there.videos,
    )


class _Removed(Exception):
    """The folder was removed while it was looked over."""


class _Look:
    """One look over a folder: what was found is compared and written in steps."""

    def __init__(
        self,
        catalogue: Catalogue,
        folder: folders.FolderRow,
        now: float,
        watched: Callable[[], str],
        written: Callable[[int], None],
        known: dict[bytes, photos.Known],
    ) -> None:
        self._catalogue = catalogue
        self._folder = folder
        self._now = now
        self._watched = watched
        self._tell = written
        self._comparison = Comparison(known)
        self._wrote_at = time.monotonic()
        self._began = False
        self.found = self.new = self.back = 0
        self.changed: set[int] = set()
        self.moved: set[int] = set()
        self.gone: list[int] = []

    @property
    def unchanged(self) -> int:
        """Photos that are as they were."""
        return self._comparison.changes.unchanged

    def take(self, found: Sequence[Found], device: int | None) -> None:
        """Compare a folder's photos; write when there are many, or when the last step is a while ago."""
        self.found += len(found)
        self._comparison.meet(found, device)
        changes = self._comparison.changes
        due = len(changes.new) + len(changes.changed) + len(changes.back)
        if due >= (_ROWS if self._began else _FIRST_ROWS) or (
            due and time.monotonic() - self._wrote_at > _SECONDS
        ):
            self._write(changes)

    def finish(self, there: Walk, excludes: Excludes) -> None:
        """Write the rest, what is gone, and what is wrong. Raises ``folder.offline`` for an empty place."""
        with self._catalogue.reading() as conn:
            watched = {row.path for row in folders.list_all(conn)}
        root = self._folder.path
        changes = self._comparison.finish(
            forbidden=[
                *there.forbidden,
                *there.unreached,
                *there.absent,
                *_shared(there, watched, self._comparison.unmet),
            ],
            empty=there.empty,
            folders=there.folders,
            excluded=(lambda path: excludes.excluded(path, root, False)) if excludes else lambda path: False,
        )
        if changes.unreachable:
            raise RecollectError("folder.offline", path=display(root))
        self._write(changes)
        self.gone = [photo for photo in changes.gone if photo not in self.moved]
        for gone in _chunks(self.gone, _ROWS):
            with self._writing() as conn:
                photos.mark_gone(conn, gone, self._now)
        with self._writing() as conn:
            troubled = dict.fromkeys(there.unreached.values(), "folder.offline")
            troubled |= dict.fromkeys(there.forbidden, "folder.forbidden")
            problems.clear_places(conn, self._folder.id, list(troubled))
            if troubled:
                problems.record(conn, list(_places(self._folder.id, troubled)), self._now)
            folders.set_scanned(conn, self._folder.id, self._now, videos=there.videos)

    def _write(self, changes: Changes) -> None:
        """Bring the catalogue up to what was found since the last step, and forget it here."""
        folder = self._folder.id
        _settle(self._catalogue, changes)
        if changes.moved:
            # All at once: a swap or a chain of renames must not be cut in two.
            rows = [
                (id_, to.path, folder, to.device, to.inode, to.size, to.mtime_ns) for id_, to in changes.moved
            ]
            with self._writing() as conn:
                photos.move(conn, rows)
        for seen in _chunks([*changes.new, *(photo for _, photo in changes.back)], _ROWS):
            with self._writing() as conn:
                photos.insert_waiting(conn, folder, [photos.NewPhoto(*one) for one in seen], self._now)
        for changed in _chunks(changes.changed, _ROWS):
            with self._writing() as conn:
                photos.mark_changed(conn, [_facts(id_, to) for id_, to in changed])
        self.new += len(changes.new)
        self.back += len(changes.back)
        self.moved.update(id_ for id_, _ in changes.moved)
        self.changed.update(id_ for id_, _ in changes.changed)
        self._tell(len(changes.new) + len(changes.changed))
        changes.new, changes.moved, changes.back, changes.changed = [], [], [], []
        self._wrote_at = time.monotonic()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """Write about the folder, if it is still one of the library's; at first, that it can be reached."""
        with self._catalogue.writing() as conn:
            state = folders.state(conn, self._folder.id)
            if state is None:
                raise _Removed
            if not self._began:
                self._began = True
                # Before anything of this look is read: what fails now has been tried.
                problems.due_again(conn, self._folder.id)
                if state in {"waiting", "offline"}:
                    folders.set_state(conn, self._folder.id, self._watched())
            yield conn


def _offline(catalogue: Catalogue, folder: folders.FolderRow, error: RecollectError, now: float) -> Scan:
    with catalogue.writing() as conn:
        if folders.state(conn, folder.id) is None:
            return Scan()
        folders.set_state(conn, folder.id, "offline")
        problem = NewProblem(
            path=folder.path,
            folder_id=folder.id,
            photo_id=None,
            code=error.code,
            facts=error.facts,
        )
        problems.record(conn, [problem], now)
    return Scan(offline=True)


def _shared(there: Walk, watched: Collection[bytes], known: Iterable[bytes]) -> list[bytes]:
    """Known photos that are still there, but left to the watched folder that has them by another name.

    They are kept: their marks belong to this row. What is the library's own is not kept.
    """
    separator = os.fsencode(os.sep)
    under = tuple(path + separator for path, other in there.elsewhere.items() if other in watched)
    return [path for path in known if path.startswith(under) and os.path.lexists(path)] if under else []


def _settle(catalogue: Catalogue, changes: Changes) -> None:
    if not changes.new:
        return
    wanted = [file_id(photo) for photo in changes.new if photo.inode]
    candidates: dict[FileId, list[photos.MovedCandidate]] = {}
    with catalogue.reading() as conn:
        for chunk in _chunks(wanted, _ROWS):
            candidates.update(photos.find_moved(conn, chunk))
    own = {photo.path for photo in changes.new}
    exists = {
        one.path
        for choices in candidates.values()
        for one in choices
        if one.path not in own and os.path.lexists(one.path)
    }
    settle_moves(changes, candidates, exists)


def _facts(photo_id: int, found: Found) -> tuple[int, int, int, int, int]:
    return (photo_id, found.device, found.inode, found.size, found.mtime_ns)


def _places(folder_id: int, troubled: Mapping[bytes, str]) -> Iterator[NewProblem]:
    for path, code in troubled.items():
        yield NewProblem(
            path=path,
            folder_id=folder_id,
            photo_id=None,
            code=code,
            facts={"path": display(path)},
        )


def _chunks(items: Sequence[T], size: int) -> Iterator[list[T]]:
    source = iter(items)
    while chunk := list(islice(source, size)):
        yield chunk
