"""The library's folders: add, remove, list."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from core.catalogue import folders, photos
from core.catalogue.folders import FolderRow
from core.errors import RecollectError
from core.ingest.excludes import Excludes
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
        self._words: dict[int, str] = {}
        self._said: set[str] = set()

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
            # A clock that was set back would have it forgotten early.
            now = max(self._shared.now(), row.added_at, row.scanned_at or 0.0)
            folders.remove(conn, row.id, now)
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

    def excludes(self, which: PathLike | int) -> str:
        """The folder's own patterns of what is left out. Raises ``folder.unknown``."""
        with self._shared.catalogue.reading() as conn:
            return folders.excludes(conn, self._named(folders.list_all(conn), which).id)

    def set_excludes(self, which: PathLike | int, text: str) -> FolderInfo:
        """Set what is left out of one folder, beside the patterns for all; it holds from the next look on.

        Raises ``folder.unknown``, ``exclude.bad_pattern``.
        """
        Excludes(text)
        with self._shared.catalogue.writing() as conn:
            row = self._named(folders.list_all(conn), which)
            folders.set_excludes(conn, row.id, text)
        self._shared.tell("folders")
        return info(row)

    def patterns(self, folder_id: int | None) -> Excludes:
        """What is left out of a folder, of one not yet added (None) too. A line that is no pattern, from a
        file edited by hand, is said once and counts for nothing."""
        own = ""
        if folder_id is not None:
            with self._shared.catalogue.reading() as conn:
                own = folders.excludes(conn, folder_id)
        excludes = Excludes(self._shared.settings.text("exclude.patterns"), own, lenient=True)
        for error in excludes.bad:
            if str(error) not in self._said:
                self._said.add(str(error))
                self._shared.notice(error)
        return excludes

    def filled(self, folder_id: int) -> bool:
        """True when photos are known to be in a folder: it cannot just be empty."""
        with self._shared.catalogue.reading() as conn:
            row = folders.get(conn, folder_id)
        return row is not None and row.photos > 0

    def word(self, folder_id: int) -> str:
        """How a folder is watched, as far as it was said; "seen" when nothing watches it."""
        return self._words.get(folder_id, "seen")

    def watched(self, folder_id: int, word: str) -> None:
        """How a folder is watched now. One that was offline becomes reachable by a look that found it so."""
        self._words[folder_id] = word
        with self._shared.catalogue.writing() as conn:
            state = folders.state(conn, folder_id)
            if state is None or state == word or (state == "offline" and word != "offline"):
                return
            folders.set_state(conn, folder_id, word)
        self._shared.tell("folders")

    def unwatched(self) -> None:
        """Nothing watches the folders any more."""
        self._words.clear()
        with self._shared.catalogue.writing() as conn:
            folders.rest(conn)

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
    """The folder that holds a path, by whatever name it is reached; of several the innermost."""
    holding = [row for row in known if _below(path, row.path) or inside(path, row.path)]
    return max(holding, key=lambda row: (row.path == path, len(os.path.realpath(row.path))), default=None)


def _below(path: bytes, root: bytes) -> bool:
    """True for what is under the root by its name, though a link leads it elsewhere: its photos are shown."""
    path, root = os.path.normcase(path), os.path.normcase(root)
    return path == root or path.startswith(root.rstrip(os.fsencode(os.sep)) + os.fsencode(os.sep))
