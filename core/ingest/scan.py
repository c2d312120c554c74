"""Look over one folder and bring the catalogue's rows up to it; nothing is read yet."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from core.catalogue import folders, photos, problems
from core.catalogue.problems import NewProblem
from core.catalogue.store import Catalogue
from core.errors import RecollectError
from core.ingest.reconcile import Changes, FileId, file_id, reconcile, settle_moves
from core.ingest.walk import Found, Walk, walk
from core.jobs import Token
from core.paths import display

T = TypeVar("T")

_ROWS = 5000


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
    token: Token | None = None,
    told: Callable[[int], None] | None = None,
) -> Scan:
    """Walk a folder, reconcile, and write the difference in short transactions.

    A root that is missing, unlistable or suddenly empty turns the folder offline and loses nothing.
    Raises Cancelled by the token; ``disk.full`` and the like from the catalogue.
    """
    token = token or Token()
    try:
        there = walk(folder.path, skip=skip, token=token, told=told)
    except RecollectError as error:
        return _offline(catalogue, folder, error, now)
    with catalogue.reading() as conn:
        known = photos.known(conn, folder.id)
        watched = {row.path for row in folders.list_all(conn)}
    changes = reconcile(
        known,
        there.photos,
        forbidden=[*there.forbidden, *there.unreached, *there.absent, *_shared(there, watched, known)],
        empty=there.empty,
        folders=there.folders,
    )
    del known
    if changes.unreachable:
        empty = RecollectError("folder.offline", path=display(folder.path))
        return _offline(catalogue, folder, empty, now)
    _settle(catalogue, changes)
    token.check()
    _write(catalogue, folder, changes, there, now)
    return Scan(
        new=len(changes.new),
        changed=frozenset(photo for photo, _ in changes.changed),
        moved=frozenset(photo for photo, _ in changes.moved),
        gone=frozenset(changes.gone),
        back=len(changes.back),
        unchanged=changes.unchanged + len(changes.back),
        videos=there.videos,
    )


def _offline(catalogue: Catalogue, folder: folders.FolderRow, error: RecollectError, now: float) -> Scan:
    with catalogue.writing() as conn:
        if folder.state != "offline":
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


def _write(
    catalogue: Catalogue, folder: folders.FolderRow, changes: Changes, there: Walk, now: float
) -> None:
    if changes.moved:
        # All at once: a swap or a chain of renames must not be cut in two.
        rows = [
            (id_, to.path, folder.id, to.device, to.inode, to.size, to.mtime_ns) for id_, to in changes.moved
        ]
        with catalogue.writing() as conn:
            photos.move(conn, rows)
    for new in _chunks(changes.new, _ROWS):
        with catalogue.writing() as conn:
            photos.insert_waiting(conn, folder.id, [photos.NewPhoto(*one) for one in new], now)
    for back in _chunks(changes.back, _ROWS):
        with catalogue.writing() as conn:
            photos.insert_waiting(conn, folder.id, [photos.NewPhoto(*one) for _, one in back], now)
    for changed in _chunks(changes.changed, _ROWS):
        with catalogue.writing() as conn:
            photos.mark_changed(conn, [_facts(id_, to) for id_, to in changed])
    for gone in _chunks(changes.gone, _ROWS):
        with catalogue.writing() as conn:
            photos.mark_gone(conn, gone, now)
    with catalogue.writing() as conn:
        troubled = dict.fromkeys(there.unreached.values(), "folder.offline")
        troubled |= dict.fromkeys(there.forbidden, "folder.forbidden")
        problems.due_again(conn, folder.id)
        problems.clear_places(conn, folder.id, list(troubled))
        if troubled:
            problems.record(conn, list(_places(folder.id, troubled)), now)
        row = folders.get(conn, folder.id)
        if row is not None and row.state in {"waiting", "offline"}:
            folders.set_state(conn, folder.id, "polling")
        folders.set_scanned(conn, folder.id, now, videos=there.videos)


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
