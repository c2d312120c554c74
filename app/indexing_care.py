"""What the status strip says of indexing, and pausing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QWidget

from app.library_link import LibraryLink
from app.notices import Notices
from app.panels.problems import ProblemsPage
from app.panels.status_strip import StatusStrip
from core.jobs import Progress

if TYPE_CHECKING:
    from core.library import IndexSummary

# A run as short as this needs no word at its end.
_WORTH_A_WORD = 10.0


class IndexingCare(QObject):
    """Shows progress while photos are taken in, and what there is when none are."""

    ended = Signal()

    def __init__(
        self,
        window: QWidget,
        link: LibraryLink,
        status: StatusStrip,
        problems: ProblemsPage,
        notices: Notices,
    ) -> None:
        super().__init__(window)
        self._link = link
        self._status = status
        self._problems = problems
        self._notices = notices
        self._progress: Progress | None = None
        status.pause_asked.connect(lambda: self.set_paused(True))
        status.resume_asked.connect(lambda: self.set_paused(False))
        link.progressed.connect(self._progressed)
        link.indexed.connect(self._indexed)
        link.looking_inside.connect(self._looking_inside)
        link.ready.connect(self.show_rest)

    def show_rest(self) -> None:
        """What there is, while nothing is taken in."""
        status = self._link.status
        if status is None:
            return
        if not self._link.indexing and self._link.inside is not None:
            self._status.show_progress(self._link.inside, paused=self._link.paused)
        elif not self._link.indexing:
            photos = status.embedded
            count = QLocale().toString(photos)
            words = self.tr("{count} photos") if photos != 1 else self.tr("{count} photo")
            self._status.rest(words.format(count=count) if status.folders else "")
        self._status.show_model(status.model)

    def show_completeness(self) -> None:
        """Whether the list of problems may still grow."""
        status = self._link.status
        whole = status is not None and not self._link.indexing and not status.waiting
        self._problems.set_complete(whole)

    def set_paused(self, paused: bool) -> None:
        """Pause, or go on."""
        if paused:
            self._link.pause()
        else:
            self._link.resume()
        if self._progress is not None:
            self._progressed(self._progress)
        else:
            self._looking_inside(self._link.inside)

    def _progressed(self, progress: Progress) -> None:
        self._progress = progress
        self._problems.set_complete(False)
        self._status.show_progress(progress, paused=self._link.paused)

    def _looking_inside(self, progress: Progress | None) -> None:
        """After indexing, photos are looked into; while both go on, the strip speaks of indexing."""
        if self._progress is None:
            self.show_rest()

    def _indexed(self, summary: IndexSummary | None) -> None:
        self._progress = None
        self.show_rest()
        self.ended.emit()
        self.show_completeness()
        if summary is not None and summary.indexed and summary.seconds >= _WORTH_A_WORD:
            number = QLocale().toString
            words = self.tr("{count} photos indexed in {seconds} s.").format(
                count=number(summary.indexed), seconds=number(round(summary.seconds))
            )
            self._notices.say(words)
