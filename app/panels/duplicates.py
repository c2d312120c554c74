"""The page of duplicates: four lists of groups, what each means, and what would go to the trash."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.grid.thumbnails import Made, ThumbnailMaker
from app.panels.duplicate_wall import DuplicateWall
from app.panels.first_run import Message
from app.panels.pills import Pill
from app.panels.progress_row import ProgressRow
from app.panels.review import KINDS, Review
from app.theme import Theme

if TYPE_CHECKING:
    from core.library.values import DuplicateGroup


class DuplicatesPage(QWidget):
    """Nothing goes to the trash but what is marked here and asked for by a button.

    ``find_asked``, ``cancel_asked``: look for duplicates, or no longer. ``compare_asked``,
    ``ignored_asked``, ``trash_asked``: ids of photos. ``open_asked``: one id.
    """

    find_asked = Signal()
    cancel_asked = Signal()
    compare_asked = Signal(object)
    ignored_asked = Signal(object)
    trash_asked = Signal(object)
    open_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._groups: tuple[DuplicateGroup, ...] | None = None
        self._looked_at: float | None = None
        self.reviews: dict[str, Review] = {kind: Review(()) for kind in KINDS}
        self.kind = KINDS[0]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = self._make_head()
        column.addWidget(self._head)
        self.progress = ProgressRow(self.tr("Looking for duplicates"))
        self.progress.setContentsMargins(16, 0, 16, 8)
        self.progress.cancel_asked.connect(self.cancel_asked)
        column.addWidget(self.progress)
        self._lists = self._make_lists()
        column.addWidget(self._lists)
        self.wall = DuplicateWall(theme)
        for mine, theirs in (
            (self.compare_asked, self.wall.compare_asked),
            (self.ignored_asked, self.wall.ignored_asked),
            (self.trash_asked, self.wall.trash_asked),
            (self.open_asked, self.wall.open_asked),
        ):
            theirs.connect(mine)
        self.wall.decided.connect(self._count)
        self.wall.refused.connect(self._refuse)
        self.none = Message(theme, "copy")
        self.none.first_asked.connect(self.find_asked)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.none)
        self._pages.addWidget(self.wall)
        column.addWidget(self._pages, 1)
        self._bottom = self._make_bottom()
        column.addWidget(self._bottom)
        self._turn()

    def _make_head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 8, 16, 8)
        words = QVBoxLayout()
        words.setSpacing(2)
        title = QLabel(self.tr("Duplicates"))
        title.setProperty("heading", "true")
        words.addWidget(title)
        self.age = QLabel()
        self.age.setProperty("faint", "true")
        words.addWidget(self.age)
        row.addLayout(words, 1)
        self.look = QPushButton(self.tr("Look for duplicates"))
        self.look.setToolTip(self.tr("Compare all photos of the library again"))
        self.look.clicked.connect(self.find_asked)
        row.addWidget(self.look)
        return head

    def _make_lists(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(16, 0, 16, 8)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.pills: dict[str, Pill] = {}
        group = QButtonGroup(self)
        for kind, name in self._names().items():
            pill = Pill(self._theme, name)
            pill.setCheckable(True)
            pill.setToolTip(self._meaning(kind))
            pill.clicked.connect(lambda _on=False, kind=kind: self.choose(kind))
            group.addButton(pill)
            row.addWidget(pill)
            self.pills[kind] = pill
        row.addStretch(1)
        column.addLayout(row)
        self.meaning = QLabel()
        self.meaning.setProperty("faint", "true")
        self.meaning.setWordWrap(True)
        column.addWidget(self.meaning)
        return whole

    def _make_bottom(self) -> QFrame:
        bottom = QFrame()
        bottom.setObjectName("status")
        row = QHBoxLayout(bottom)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(16)
        self.total = QLabel()
        row.addWidget(self.total)
        self.refusal = QLabel()
        self.refusal.setProperty("warning", "true")
        self.refusal.setWordWrap(True)
        row.addWidget(self.refusal, 1)
        self.trash = QPushButton()
        self.trash.setToolTip(self.tr("Move all photos marked Trash in this list to the trash"))
        self.trash.clicked.connect(self._trash)
        row.addWidget(self.trash)
        return bottom

    def _names(self) -> dict[str, str]:
        return {
            "bytes": self.tr("Same file"),
            "resaved": self.tr("Same picture saved again"),
            "moment": self.tr("Same moment"),
            "alike": self.tr("Look-alikes"),
        }

    def _meaning(self, kind: str) -> str:
        return {
            "bytes": self.tr("The very same file, stored more than once."),
            "resaved": self.tr("One picture in several sizes, qualities or formats."),
            "moment": self.tr("Taken within moments of each other. Nothing is marked for you here."),
            "alike": self.tr(
                "Different photos that look much alike. Nothing is marked for you here; compare first."
            ),
        }[kind]

    # what is shown

    def serve(self, maker: ThumbnailMaker) -> None:
        """From now on thumbnails come from here."""
        self.wall.serve(maker)

    def take_pictures(self, made: list[Made]) -> None:
        """Thumbnails that were made, on the GUI thread."""
        self.wall.take_pictures(made)

    def show_progress(self, done: int, total: int | None) -> None:
        """Photos are being compared: ``done`` of ``total`` (None: not yet counted)."""
        number = QLocale().toString
        words = self.tr("Getting ready to compare")
        if total:
            words = self.tr("Comparing {done} of {total}").format(done=number(done), total=number(total))
        begins = self.progress.isHidden()
        self.progress.show_progress(done, total, words)
        if begins:
            self._turn()

    def stop_progress(self) -> None:
        """The search ended without a result."""
        self.progress.end()
        self._turn()

    def show_groups(self, groups: Sequence[DuplicateGroup], looked_at: float | None = None) -> None:
        """Show what was found at a time (POSIX seconds, now when not given); decisions made by hand stay."""
        again = self._groups is not None
        self._groups = tuple(groups)
        self._looked_at = time.time() if looked_at is None else looked_at
        self.progress.end()
        for kind in KINDS:
            of_kind = [group for group in groups if group.kind == kind]
            self.reviews[kind] = Review(of_kind, self.reviews[kind])
            self.pills[kind].show_number(QLocale().toString(len(of_kind)) if of_kind else "")
            count = self.tr("%Ln group(s)", "", len(of_kind))
            self.pills[kind].setAccessibleName(f"{self._names()[kind]}, {count}")
        if not self.reviews[self.kind].groups:
            self.kind = next((kind for kind in KINDS if self.reviews[kind].groups), self.kind)
            again = False
        self._show_kind(keep=again)

    def forget(self) -> None:
        """Nothing was looked for yet: the library is another."""
        self.show_groups(())
        self.reviews = {kind: Review(()) for kind in KINDS}
        self._groups = self._looked_at = None
        self.wall.cache.clear()
        self._show_kind(keep=False)

    def drop_photos(self, photos: Iterable[int]) -> None:
        """These went to the trash: groups of one are none any longer."""
        away = set(photos)
        left = [group for kind in KINDS for group in self.reviews[kind].without(away)]
        self.show_groups(left, self._looked_at)

    def choose(self, kind: str) -> None:
        """Show one of the four lists."""
        if kind != self.kind:
            self.kind = kind
            self._show_kind(keep=False)

    def _show_kind(self, *, keep: bool) -> None:
        self.pills[self.kind].setChecked(True)
        self.meaning.setText(self._meaning(self.kind))
        self.wall.show_review(self.reviews[self.kind], keep=keep)
        self._count()
        self._turn()

    def _turn(self) -> None:
        """The page that fits what there is."""
        looking = not self.progress.isHidden()
        found = bool(self._groups)
        here = bool(self.reviews[self.kind].groups)
        self._head.setVisible(self._groups is not None or looking)
        self.look.setVisible(found and not looking)
        self._lists.setVisible(found)
        self._bottom.setVisible(here)
        self._pages.setCurrentWidget(self.wall if here else self.none)
        self._say_age()
        if looking and not found:
            self.none.say("", "")
        elif self._groups is None:
            self.none.say(
                self.tr("Find photos you have more than once"),
                self.tr(
                    "Recollect compares what it knows of your photos. You decide what goes to the trash."
                ),
                self.tr("Look for duplicates"),
            )
        elif not found:
            self.none.say(
                self.tr("No duplicates"),
                self.tr("Every photo in your library is there only once."),
                self.tr("Look again"),
            )
        else:
            self.none.say(self.tr("None of this kind"), "")

    def _count(self) -> None:
        """How much would go."""
        self.refusal.setText("")
        review = self.reviews[self.kind]
        count = len(review.going)
        size = QLocale().formattedDataSize(review.freed, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        photos = self.tr("%Ln photo(s)", "", count)
        words = self.tr("{photos}, {size} to the trash").format(photos=photos, size=size)
        self.total.setText(words if count else self.tr("Nothing is marked for the trash"))
        trash = self.tr("Move %Ln to the trash", "", count) if count else self.tr("Move to the trash")
        self.trash.setText(trash)
        self.trash.setEnabled(count > 0)

    def _refuse(self) -> None:
        self.refusal.setText(self.tr("One photo of a group that can be reached always stays."))

    def _trash(self) -> None:
        going = self.reviews[self.kind].all_going()
        if going:
            self.trash_asked.emit(going)

    def _say_age(self) -> None:
        if self._looked_at is None:
            self.age.setText("")
            return
        passed = max(time.time() - self._looked_at, 0.0)
        minutes, hours = int(passed // 60), int(passed // 3600)
        if minutes < 1:
            text = self.tr("Compared just now")
        elif hours < 1:
            text = self.tr("Compared %Ln minute(s) ago", "", minutes)
        elif hours < 24:
            text = self.tr("Compared %Ln hour(s) ago", "", hours)
        else:
            date = QDateTime.fromSecsSinceEpoch(int(self._looked_at)).date()
            text = self.tr("Compared on {date}").format(
                date=QLocale().toString(date, QLocale.FormatType.ShortFormat)
            )
        self.age.setText(text)

    def showEvent(self, event: QShowEvent) -> None:
        """What was found may have aged."""
        super().showEvent(event)
        self._say_age()
