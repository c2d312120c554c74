"""What follows when photos were taken in: the library is measured, saved searches and themes counted anew."""

from __future__ import annotations

from core.errors import Cancelled, RecollectError
from core.jobs import Turn
from core.library.finding import Finding
from core.library.labelling import Labelling
from core.library.loose import Loose
from core.library.searches import Searches
from core.library.shared import Shared
from core.library.snapshot import Snapshot
from core.library.values import IndexSummary


class Afterwards:
    """Runs at the end of indexing and of a change of the model, on their lane."""

    def __init__(
        self,
        shared: Shared,
        snapshot: Snapshot,
        finding: Finding,
        searches: Searches,
        labels: Labelling,
        loose: Loose,
    ) -> None:
        self._shared = shared
        self._snapshot = snapshot
        self._finding = finding
        self._searches = searches
        self._labels = labels
        self._loose = loose

    def indexed(self, summary: IndexSummary, turn: Turn) -> None:
        """A run has ended. What fails here is said and changes nothing of the run: all is committed."""
        self._snapshot.forget()
        if (summary.indexed or summary.gone or summary.moved) and not summary.stopped:
            self._count(turn, learn=summary.indexed > 0)

    def model_changed(self, turn: Turn) -> None:
        """Another model answers: its own matches count from now on."""
        self._count(turn, learn=True)

    def _count(self, turn: Turn, *, learn: bool) -> None:
        try:
            if learn:
                self._finding.learn(turn)
            self._searches.recount(turn)
            self._labels.sweep(turn)
            self._loose.prune(self._searches.texts())
        except Cancelled:
            return  # the next query or run measures the library
        except RecollectError as error:
            self._shared.notice(error)
