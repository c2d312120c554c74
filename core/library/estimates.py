"""How fast photos are taken in, and what adding a folder would mean."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from dataclasses import dataclass

from core.catalogue import values
from core.ingest.excludes import Excludes
from core.ingest.walk import count_photos
from core.jobs import Token
from core.library.shared import Shared
from core.library.values import Estimate

_RATE_SECONDS = 20.0
# Fewer photos say little of how fast this computer is.
_MEASURED_FROM = 50
RATES = "indexing.rates"


@dataclass
class Rate:
    """Photos per second over the last seconds, from (time, done) marks."""

    clock: Callable[[], float]

    def __post_init__(self) -> None:
        self._marks: list[tuple[float, int]] = [(self.clock(), 0)]

    def at(self, done: int) -> float:
        """Record the count; the present rate."""
        now = self.clock()
        self._marks.append((now, done))
        while len(self._marks) > 2 and now - self._marks[0][0] > _RATE_SECONDS:
            self._marks.pop(0)
        since, before = self._marks[0]
        return (done - before) / (now - since) if now > since else 0.0


def remember_rate(shared: Shared, model: str, encoded: int, seconds: float) -> None:
    """Keep how fast this computer took photos in with a model, for estimates; a short run says nothing."""
    if encoded < _MEASURED_FROM or seconds <= 0:
        return
    with shared.catalogue.writing(photos=False) as conn:
        rates = values.get(conn, RATES) or {}
        values.put(conn, RATES, {**rates, model: encoded / seconds})


def estimate(
    shared: Shared,
    model: str,
    root: bytes,
    *,
    skip: Collection[bytes],
    excludes: Excludes,
    token: Token,
    limit_seconds: float,
    clock: Callable[[], float] = time.monotonic,
) -> Estimate:
    """Count the photos of a folder for so long at most, without reading one.

    Raises ``folder.offline``, ``folder.forbidden``, Cancelled.
    """
    end = clock() + limit_seconds
    count, complete = count_photos(
        root, skip=skip, excludes=excludes, enough=lambda: clock() >= end, token=token
    )
    with shared.catalogue.reading() as conn:
        rate = (values.get(conn, RATES) or {}).get(model)
    return Estimate(root, count, count / rate if rate else None, more=not complete)
