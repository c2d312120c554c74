"""What a person decides about photos: favourite, hidden, more or less like this, excluded, to the trash."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from app.grid.rows import RowBook
from app.library_link import LibraryLink
from app.notices import Notices
from app.query_bar.bar import QueryBar
from app.query_bar.chips import Picture, Token
from core import paths
from core.errors import RecollectError

if TYPE_CHECKING:
    from core.library import Library, PhotoInfo, Trashed

# How much a photo that was named by "more like this" weighs beside the question itself.
NUDGE = 0.5


class PhotoCare(QObject):
    """Acts on the photos ``target`` gives: those chosen in the grid, or the one in the viewer."""

    changed = Signal()  # what is shown has to be asked for again
    pending = Signal(object)  # ids that are on their way to the trash: shown no more
    forgotten = Signal()  # what was asked about photos is no question any more

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
        self._doomed: tuple[int, ...] = ()  # may still be spared
        self._leaving: tuple[int, ...] = ()  # are being moved
        # The query in whose answer a photo stands for its copies and the RAW file beside it; None where
        # every photo stands for itself.
        self.stacked_under: Callable[[], str | None] = lambda: ""
        self.ask_first = True

    # marks

    def favourite(self, ids: Sequence[int] | None = None) -> None:
        """Mark as favourites; when all of them are, no longer."""
        self._rows.whole(self._or_target(ids), self._favourite)

    def _favourite(self, rows: list[PhotoInfo]) -> None:
        if not rows:
            return
        on = not all(row.favourite for row in rows)
        changed = [row.id for row in rows if row.favourite != on]
        count = len(changed)
        words = (
            self.tr("%Ln photo(s) are favourites now.", "", count)
            if on
            else self.tr("%Ln photo(s) are no longer favourites.", "", count)
        )

        def said() -> None:
            if count > 1:  # one is undone by the same key, and its heart says enough
                self._say_undo(words, lambda: self._set_favourite(changed, not on))

        self._set_favourite(changed, on, said)

    def _set_favourite(self, ids: list[int], on: bool, said: Callable[[], None] | None = None) -> None:
        self._mark("favourite", lambda library: library.marks.favourite(ids, on), said)

    def hide(self, ids: Sequence[int] | None = None) -> None:
        """Leave these out of every list but that of hidden photos; hidden ones come back."""
        self._with_all(self._or_target(ids), lambda all_: self._rows.whole(all_, self._hide))

    def _hide(self, rows: list[PhotoInfo]) -> None:
        if not rows:
            return
        on = not all(row.hidden for row in rows)
        changed = [row.id for row in rows if row.hidden != on]
        count = len(changed)
        words = (
            self.tr("%Ln photo(s) hidden. Type is:hidden to see them.", "", count)
            if on
            else self.tr("%Ln photo(s) shown again.", "", count)
        )
        said = partial(self._say_undo, words, lambda: self._set_hidden(changed, not on))
        self._set_hidden(changed, on, said)

    def _set_hidden(self, ids: list[int], on: bool, said: Callable[[], None] | None = None) -> None:
        self._mark("hide", lambda library: library.marks.hide(ids, on), said)

    def _mark(self, name: str, work: Callable[[Library], object], said: Callable[[], None] | None) -> None:
        """Say so once it is stored, and not before: what fails is said instead."""

        def marked(_: object) -> None:
            self._rows.forget()
            self.changed.emit()
            if said is not None and not self._doomed:  # what can still be spared stays on offer
                said()

        self._link.act(name, work, marked)

    def _say_undo(self, words: str, undo: Callable[[], None]) -> None:
        self._notices.say(words, action=self.tr("Undo"), do=undo)

    def _with_all(self, ids: Sequence[int], then: Callable[[list[int]], None]) -> None:
        """Give these to ``then``, with copies and RAW files that are shown as one with them."""
        if not ids:
            return
        query = self.stacked_under()
        if query is None:
            then(list(ids))
        else:
            self._link.act("stack", lambda library: library.stack(ids, query), then)

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
        before = self._bar.question()
        ids = {row.id for row in rows}
        known = [one for one in before.tokens if one.picture and one.picture.photo in ids]
        if sign < 0 and not before.text and len(known) == len(before.tokens):
            self._notices.say(self.tr("Ask for something first; then photos can be less like this one."))
            return
        if not self._bar.commit():
            return
        self._bar.remove(known, ask=False)
        tokens = [Token.of(Picture(row.name, photo=row.id, path=row.path), sign, NUDGE) for row in rows]
        self._bar.add(tokens)
        after = self._bar.question()
        if len(rows) == 1:
            words = self.tr("The question was moved towards {name}.")
            if sign < 0:
                words = self.tr("The question was moved away from {name}.")
            words = words.format(name=rows[0].name)
        elif sign > 0:
            words = self.tr("The question was moved towards %Ln photo(s).", "", len(rows))
        else:
            words = self.tr("The question was moved away from %Ln photo(s).", "", len(rows))

        def undo() -> None:
            if self._bar.question() == after:
                self._bar.show_question(before)
            else:
                self._bar.remove(tokens)

        self._say_undo(words, undo)

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

    def trash(self, ids: Sequence[int] | None = None, *, alone: bool = False) -> None:
        """Ask, take the photos from the screen, and move them when the notice ends.

        ``alone``: exactly these files, whatever else they are shown as one with.
        """
        chosen = self._or_target(ids)
        if alone:
            self._confirm(chosen)
        else:
            self._with_all(chosen, self._confirm)

    def _confirm(self, ids: list[int]) -> None:
        if not ids or self._link.library is None:
            return
        if not self.ask_first:
            self._doom(ids)
            return
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(self.tr("Move to trash"))
        box.setText(self.tr("Move %Ln file(s) to the trash?", "", len(ids)))
        box.setInformativeText(self.tr("You can get them back from the trash of your system."))
        yes = box.addButton(self.tr("Move to trash"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(yes)
        box.accepted.connect(lambda: self._doom(ids))
        self.forgotten.connect(box.reject)
        box.open()

    def _doom(self, ids: list[int]) -> None:
        self._carry_out()  # those announced before: their notice gives way to this one
        words = self.tr("%Ln file(s) go to the trash.", "", len(ids))
        self._notices.say(words, action=self.tr("Undo"), do=self._spare, ended=self._carry_out)
        self._doomed = tuple(ids)
        self._tell_pending()

    def _spare(self) -> None:
        self._doomed = ()
        self._tell_pending()

    def _tell_pending(self) -> None:
        self.pending.emit((*self._leaving, *self._doomed))

    def _carry_out(self) -> None:
        doomed, self._doomed = self._doomed, ()
        if not doomed:
            return
        self._leaving = (*self._leaving, *doomed)

        def work(library: Library) -> Trashed | RecollectError:
            try:
                return library.marks.trash(doomed)
            except RecollectError as error:
                return error

        self._link.act("trash", work, lambda result: self._trashed(doomed, result))

    def _trashed(self, doomed: tuple[int, ...], result: Trashed | RecollectError) -> None:
        self._leaving = tuple(photo for photo in self._leaving if photo not in doomed)
        self._tell_pending()
        if isinstance(result, RecollectError):
            self._notices.explain(result)
        elif result.refused:
            words = self.tr("%Ln file(s) could not be moved to the trash.", "", len(result.refused))
            self._notices.say(f"{words} {result.refused[0][1]}", warning=True)

    def take_doomed(self) -> tuple[int, ...]:
        """What is still to be moved when the window closes. What is being moved may be named again."""
        doomed, self._doomed, self._leaving = (*self._leaving, *self._doomed), (), ()
        return doomed

    def forget(self) -> None:
        """The library is another, or cannot be used: what was meant for its photos is not done to others."""
        self.forgotten.emit()
        announced = bool(self._doomed)
        if self.take_doomed():
            self._tell_pending()
        if announced:
            self._notices.hide()  # it promised what is not done now

    def _or_target(self, ids: Sequence[int] | None) -> list[int]:
        return list(ids) if ids is not None else self._target()
