"""The pages of the window's middle, and which of them fits what there is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app import i18n
from app.grid.view import GridView
from app.panels.first_run import FirstRun, Message
from app.panels.problems import ProblemsPage
from app.theme import Theme
from core.errors import RecollectError

if TYPE_CHECKING:
    from core.library import Status


class Pages(QStackedWidget):
    """One page at a time. ``turned``: another one is shown.

    ``open_asked``, ``mend_asked``: what the page for trouble offers.
    """

    turned = Signal()
    open_asked = Signal()
    mend_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        grid: GridView,
        makers: Mapping[str, Callable[[], QWidget]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.mendable = False
        self.line = "all"  # the line of the side bar that the question stands for
        self._refused = False
        self.blank = QWidget()
        self.grid = grid
        self.first_run = FirstRun(theme)
        self.message = Message(theme, "images")
        self.trouble = Message(theme, "triangle-alert")
        self.trouble.first_asked.connect(self._act)
        self.problems = ProblemsPage(theme)
        # Pages a person turns to; they stay until they are left, and are made when first turned to.
        self.by_name: dict[str, QWidget] = {"problems": self.problems}
        self._makers = dict(makers or {})
        ours = (self.blank, self.first_run, self.message, self.trouble, grid, self.problems)
        for page in ours:
            self.addWidget(page)

    def named(self, name: str) -> QWidget:
        """The page a person turns to by this name."""
        if name not in self.by_name:
            self.by_name[name] = self._makers[name]()
            self.addWidget(self.by_name[name])
        return self.by_name[name]

    @property
    def turned_to(self) -> str:
        """The name of the page a person turned to; nothing when photos (or why there are none) are shown."""
        page = self.currentWidget()
        return next((name for name, one in self.by_name.items() if one is page), "")

    def minimumSizeHint(self) -> QSize:
        """What the page that is shown needs; the others do not keep the window wide."""
        page = self.currentWidget()
        if page is None:
            return super().minimumSizeHint()
        # What a page says itself counts before what its layout needs at the present width.
        least, fixed = page.minimumSizeHint(), page.minimumSize()
        return QSize(fixed.width() or least.width(), fixed.height() or least.height())

    def turn_to(self, page: QWidget) -> None:
        """Show a page."""
        if page is self.blank:
            self._refused = False
        if self.currentWidget() is not page:
            self.setCurrentWidget(page)
        self.turned.emit()

    def refuse(self, error: RecollectError) -> None:
        """The library could not be opened, or cannot be used any longer."""
        self.mendable = error.code == "catalogue.damaged"
        self._refused = True
        if self.mendable:
            remedy = self.tr(
                "Recollect can put the newest good copy in its place, or begin anew and read your photos "
                "again. The damaged file is kept aside; your photos are not touched."
            )
            first = self.tr("Mend the library")
        else:
            remedy, first = i18n.explain(error)[1], self.tr("Try again")
        self.trouble.say(i18n.explain(error)[0], remedy, first, self.tr("Close Recollect"))
        self.turn_to(self.trouble)

    def _act(self) -> None:
        if self.mendable:
            self.trouble.say(self.tr("Mending the library"), self.tr("This can take a moment."))
            self.mend_asked.emit()
        else:
            self.turn_to(self.blank)
            self.open_asked.emit()

    def choose(self, status: Status | None, *, indexing: bool, asked: bool, leave: bool = False) -> None:
        """The page that fits what there is; one that was turned to stays until it is left.

        ``asked``: there is a question, not just all photos.
        """
        page = self.currentWidget()
        if page is self.trouble or (self.turned_to and not leave):
            return
        if self._refused:
            self.turn_to(self.trouble)
        elif len(self.grid.ids):
            self.turn_to(self.grid)
        elif status is None:
            return
        elif not status.folders:
            self.turn_to(self.first_run)
        else:
            self._say_why_empty(status, indexing=indexing, asked=asked)
            self.turn_to(self.message)

    def _say_why_empty(self, status: Status, *, indexing: bool, asked: bool) -> None:
        say = self.message.say
        if asked and status.embedded and self.line == "favourites":
            say(
                self.tr("No favourites yet"),
                self.tr("Choose the photos you like best and press F. They are gathered here."),
                self.tr("Show all photos"),
            )
        elif asked and status.embedded:
            say(
                self.tr("No photo fits all of this"),
                self.tr("Take a filter away, or clear the question."),
                self.tr("Clear"),
            )
        elif status.waiting:
            say(
                self.tr("{count} photos found").format(count=QLocale().toString(status.waiting)),
                self.tr("Getting ready; the first photos appear in a moment."),
            )
        elif indexing:
            say(self.tr("Looking through your folders"), self.tr("The first photos appear in a moment."))
        elif status.embedded:
            say(self.tr("No photos to show"), self.tr("To see those you have hidden, type is:hidden."))
        else:
            say(
                self.tr("No photos here yet"),
                self.tr("The folders you added hold no pictures Recollect can read."),
                second=self.tr("Add a folder"),
            )
