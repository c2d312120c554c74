"""Who may use the device now: a smaller rank first, within a rank who came first. Knows no torch."""

from __future__ import annotations

import heapq
import itertools
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from core.errors import Cancelled
from core.jobs import Turn

# How often a waiting thread looks at its cancel token, which cannot wake it (seconds).
LOOK = 0.05


class Gate:
    """Admits one holder at a time. A typed query waits for the batch that runs, never for two."""

    def __init__(self) -> None:
        self._lock = threading.Condition()
        self._serial = itertools.count()
        self._waiting: list[tuple[int, int]] = []
        self._busy = False

    @contextmanager
    def admitted(self, turn: Turn) -> Iterator[None]:
        """Hold the device for one batch.

        Waits behind smaller ranks and earlier comers of the same rank. Raises Cancelled when the
        turn's token is cancelled before or while waiting. Not re-entrant.
        """
        self._enter(turn)
        try:
            yield
        finally:
            with self._lock:
                self._busy = False
                self._lock.notify_all()

    @property
    def waiting(self) -> int:
        """How many threads wait now."""
        with self._lock:
            return len(self._waiting)

    def _enter(self, turn: Turn) -> None:
        with self._lock:
            ticket = (turn.rank, next(self._serial))
            heapq.heappush(self._waiting, ticket)
            try:
                turn.token.check()
                while self._busy or self._waiting[0] != ticket:
                    self._lock.wait(LOOK)
                    turn.token.check()
            except Cancelled:
                self._waiting.remove(ticket)
                heapq.heapify(self._waiting)
                self._lock.notify_all()
                raise
            heapq.heappop(self._waiting)
            self._busy = True


# The one device of this process.
DEVICE = Gate()
