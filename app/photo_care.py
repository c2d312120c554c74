"""What a person decides about photos: favourite, hidden, more or less like this, excluded, to the trash."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from app.grid.rows import RowBook
from app.library_link import LibraryLink
from app.notices import Notices
from app.query_bar.bar import QueryBar
from app.query_bar.chips import Picture, Token
from core import paths

if TYPE_CHECKING:
    from core.library import PhotoInfo, Trashed

# How much a photo that was named by "more like this" weighs beside the question itself.
NUDGE = 0.5


class PhotoCare(QObject):
    """Acts on the photos ``target`` gives: those chosen in the grid, or the one in the viewer."""

    changed = Signal()  # what is shown has to be asked for again
    pending = Signal(object)  # ids that are on their way to the trash: shown no more

    def __init__(
        self,
        window: QWidget,
        rows: RowBook,
        link: LibraryLink,
        bar: QueryBar,
        notices: Notices,
        target: Callable[[], list[int]],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._rows = rows
        self._link = link
        self._bar = bar
        self._notices = notices
        self._target = target
        self._doomed: tuple[int, ...] = ()
        self.ask_first = True

    # marks

    def favourite(self, ids: Sequence[int] | None = None) -> None:
        """Mark as favourites; when all of them are, no longer."""
        self._rows.whole(self._or_target(ids), self._favourite)

    def _favourite(self, rows: list[PhotoInfo]) -> None:
        if not rows:
            return
        on = not all(row.favourite for row in rows)
        ids = [row.id for row in rows]
        self._link.act("favourite", lambda library: library.marks.favourite(ids, on), self._marked)

    def hide(self, ids: Sequence[int] | None = None) -> None:
        """Leave these out of every list but that of hidden photos; hidden ones come back."""
        self._rows.whole(self._or_target(ids), self._hide)

    def _hide(self, rows: list[PhotoInfo]) -> None:
        if not rows:
            return
        on = not all(row.hidden for row in rows)
        ids = [row.id for row in rows]
        self._set_hidden(ids, on)
        count = len(ids)
        words = (
            self.tr("%n photo(s) hidden. Type is:hidden to see them.", "", count)
            if on
            else self.tr("%n photo(s) shown again.", "", count)
        )
        self._notices.say(words, action=self.tr("Undo"), do=lambda: self._set_hidden(ids, not on))

    def _set_hidden(self, ids: list[int], on: bool) -> None:
        self._link.act("hide", lambda library: library.marks.hide(ids, on), self._marked)

    def _marked(self, _: object) -> None:
        self._rows.forget()
        self.changed.emit()

    # the question

    def more(self, ids: Sequence[int] | None = None) -> None:
        """Move the question towards these photos."""
        self._rows.whole(self._or_target(ids)[:5], lambda rows: self._nudge(rows, 1))

    def less(self, ids: Sequence[int] | None = None) -> None:
        """Move the question away from these photos."""
        self._rows.whole(self._or_target(ids)[:5], lambda rows: self._nudge(rows, -1))

    def _nudge(self, rows: list[PhotoInfo], sign: int) -> None:
        if not rows:
            return
        if sign < 0 and self._bar.question().empty:
            self._notices.say(self.tr("Ask for something first; then photos can be less like this one."))
            return
        tokens = [Token.of(Picture(row.name, photo=row.id, path=row.path), sign, NUDGE) for row in rows]
        self._bar.add(tokens)
        words = self.tr("The question was moved towards {name}.")
        if sign < 0:
            words = self.tr("The question was moved away from {name}.")
        self._notices.say(
            words.format(name=rows[0].name), action=self.tr("Undo"), do=lambda: self._bar.remove(tokens)
        )

    # folders

    def exclude_folder(self, ids: Sequence[int] | None = None) -> None:
        """Leave the folder of the first of these photos out of the library; can be undone."""
        self._rows.whole(self._or_target(ids)[:1], self._exclude)

    def _exclude(self, rows: list[PhotoInfo]) -> None:
        if not rows:
            return
        folder = os.path.dirname(rows[0].path)
        words = self.tr("“{name}” is left out from now on. Its photos stay where they are.").format(
            name=paths.display(os.path.basename(folder) or folder)
        )

        def said(before: tuple[int, str]) -> None:
            self._notices.say(
                words,
                action=self.tr("Undo"),
                do=lambda: self._link.act("exclude", lambda library: library.set_excludes(*before), None),
            )

        self._link.act("exclude", lambda library: library.exclude_folder(folder), said)

    # the trash

    def trash(self, ids: Sequence[int] | None = None) -> None:
        """Ask, take the photos from the screen, and move them when the notice ends."""
        chosen = self._or_target(ids)
        if chosen:
            self._link.act("stack", lambda library: library.marks.stack(chosen), self._confirm)

    def _confirm(self, ids: list[int]) -> None:
        """With copies and RAW files that are shown as one with the chosen photos."""
        if not self.ask_first:
            self._doom(ids)
            return
        count = len(ids)
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(self.tr("Move to trash"))
        box.setText(self.tr("Move %n file(s) to the trash?", "", count))
        box.setInformativeText(self.tr("You can get them back from the trash of your system."))
        yes = box.addButton(self.tr("Move to trash"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(yes)
        box.finished.connect(lambda _: self._doom(ids) if box.clickedButton() is yes else None)
        box.open()

    def _doom(self, ids: list[int]) -> None:
        self._doomed = tuple(ids)
        self.pending.emit(self._doomed)
        words = self.tr("%n file(s) go to the trash.", "", len(ids))
        self._notices.say(words, action=self.tr("Undo"), do=self._spare, ended=self._carry_out)

    def _spare(self) -> None:
        self._doomed = ()
        self.pending.emit(())

    def _carry_out(self) -> None:
        doomed, self._doomed = self._doomed, ()
        if doomed:
            self._link.act("trash", lambda library: library.marks.trash(doomed), self._trashed)

    def _trashed(self, result: Trashed) -> None:
        self.pending.emit(())
        if result.refused:
            words = self.tr("%n file(s) could not be moved to the trash.", "", len(result.refused))
            self._notices.say(f"{words} {result.refused[0][1]}", warning=True)

    def take_doomed(self) -> tuple[int, ...]:
        """What is still to be moved when the window closes."""
        doomed, self._doomed = self._doomed, ()
        return doomed

    def _or_target(self, ids: Sequence[int] | None) -> list[int]:
        return list(ids) if ids is not None else self._target()
