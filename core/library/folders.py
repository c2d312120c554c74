"""The library's folders: add, remove, list."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from core.catalogue import folders, photos
from core.catalogue.folders import FolderRow
from core.errors import RecollectError
from core.ingest.walk import absolute, inside
from core.library.shared import Shared
from core.library.values import FolderInfo
from core.paths import display

PathLike = str | bytes | Path

_DAY = 86_400.0


class Folders:
    """Statements about watched folders, in the library's words."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared

    def add(self, path: PathLike) -> FolderInfo:
        """Add a folder; one inside a known folder is that folder's already, and that one is returned.

        Raises ``folder.missing``, ``folder.not_a_folder``, ``folder.forbidden``,
        ``folder.inside_library``, ``catalogue.read_only``.
        """
        root = self.checked(path)
        with self._shared.catalogue.writing() as conn:
            outer = _around(folders.list_all(conn), root)
            row = outer or folders.add(conn, root, self._shared.now())
        self._shared.tell("folders")
        return info(row)

    def checked(self, path: PathLike) -> bytes:
        """The absolute path of an existing folder that can be listed.

        Raises as ``add`` does; a folder inside the library is refused by whatever name it is reached.
        """
        root = absolute(path)
        shown = display(root)
        if not os.path.lexists(root) or not os.path.exists(root):
            raise RecollectError("folder.missing", path=shown)
        if not os.path.isdir(root):
            raise RecollectError("folder.not_a_folder", path=shown)
        try:
            with os.scandir(root):
                pass
        except PermissionError as error:
            raise RecollectError("folder.forbidden", path=shown) from error
        home = os.fsencode(self._shared.home)
        if inside(root, home) and not inside(root, os.path.join(home, b"samples")):
            raise RecollectError("folder.inside_library", path=shown)
        return root

    def remove(self, which: PathLike | int) -> FolderInfo:
        """Hide a folder and its photos; forgotten after the days of ``forget.days``.

        Raises ``folder.unknown``.
        """
        with self._shared.catalogue.writing() as conn:
            row = self._named(folders.list_all(conn), which)
            folders.remove(conn, row.id, self._shared.now())
        self._shared.tell("folders")
        self._shared.tell("photos")
        return info(row)

    def infos(self) -> list[FolderInfo]:
        """All folders, in the order they were added."""
        return [info(row) for row in self.rows()]

    def rows(self, paths: Sequence[PathLike] | None = None) -> list[FolderRow]:
        """Catalogue rows of all folders, or of those that hold ``paths``."""
        with self._shared.catalogue.reading() as conn:
            known = folders.list_all(conn)
        if paths is None:
            return known
        chosen: dict[int, FolderRow] = {}
        for path in paths:
            row = self._named(known, path)
            chosen[row.id] = row
        return list(chosen.values())

    def forget(self) -> int:
        """Forget what was removed or gone longer ago than ``forget.days``. Returns how many photos went."""
        before = self._shared.now() - self._shared.settings.number("forget.days") * _DAY
        with self._shared.catalogue.writing() as conn:
            forgotten = photos.forget_gone(conn, before) + folders.forget_removed(conn, before)
        if forgotten:
            self._shared.drop_orphans()
        return forgotten

    def _named(self, known: list[FolderRow], which: PathLike | int) -> FolderRow:
        if isinstance(which, int):
            row = next((row for row in known if row.id == which), None)
        else:
            row = _around(known, absolute(which))
        if row is None:
            raise RecollectError("folder.unknown", path=which if isinstance(which, int) else display(which))
        return row


def info(row: FolderRow) -> FolderInfo:
    """What the window shows of a folder."""
    name = display(os.path.basename(row.path.rstrip(b"/\\")) or row.path)
    return FolderInfo(row.id, row.path, name, row.state, row.photos)


def _around(known: list[FolderRow], path: bytes) -> FolderRow | None:
    return next((row for row in known if within(path, row.path)), None)


def within(path: bytes, root: bytes) -> bool:
    """True when ``path`` is ``root`` or lies below it by its name, at any depth; ``inside`` follows links."""
    path, root = os.path.normcase(path), os.path.normcase(root)
    return path == root or path.startswith(root.rstrip(os.fsencode(os.sep)) + os.fsencode(os.sep))
