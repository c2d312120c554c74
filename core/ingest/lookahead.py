"""Photos read ahead of the encoder by several threads, bounded in bytes."""

from __future__ import annotations

import ctypes
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from core.errors import Cancelled
from core.threads import step_back

# Seconds until a thread looks again whether it is its turn, and whether the source has more.
_TURN, _AGAIN = 0.2, 0.05

Item = TypeVar("Item")
Result = TypeVar("Result")

Room = Callable[[int], None]
"""Called by an item's work before it takes more memory than was foreseen, with all the bytes it needs then:
it waits until there is room. Raises Cancelled when reading ahead was stopped meanwhile."""


@dataclass(eq=False)
class _Place:
    """An item in work: the bytes foreseen for it, and those it asked for beyond."""

    foreseen: int
    extra: int = 0


class LookAhead(Generic[Item, Result]):
    """Runs ``work`` over ``source`` on ``workers`` threads; results come in order of completion.

    ``cost`` is the memory in bytes an item may take while it is worked on, as far as it can be foreseen;
    together the items in work stay under ``budget`` (a single larger one goes alone). An item that turns
    out to need more asks for it by the ``Room`` its work is given: those that did stay, with all that is in
    work, under ``roof`` (the budget if not given), or there is one of them at a time. The others go on
    beside it. They are let through in the order in which they asked, so that none waits for ever.

    At most ``ready`` results wait. An exception of ``work`` or ``source`` is raised by ``take``.
    ``source`` is read under a lock, by one thread at a time; None from it means nothing now, ask again.

    While ``gentle()`` is true one thread alone works, which called ``lowered`` when it began: it can then
    leave the processor to others, as threads often may not be given back the priority they had.
    """

    def __init__(
        self,
        source: Iterable[Item | None],
        work: Callable[[Item, Room], Result],
        *,
        workers: int,
        cost: Callable[[Item], int],
        budget: int,
        roof: int | None = None,
        ready: int = 64,
        gentle: Callable[[], bool] | None = None,
        lowered: Callable[[], None] = lambda: None,
    ) -> None:
        self._source = iter(source)
        self._work = work
        self._cost = cost
        self._budget = budget
        self._roof = max(budget, roof or 0)
        self._share = self._roof // workers
        self._ready_limit = max(ready, workers)
        self._state = threading.Condition()
        self._feeding = threading.Lock()
        self._results: deque[Result] = deque()
        self._error: BaseException | None = None
        self._in_work = 0
        self._in_work_bytes = 0
        self._extra_bytes = 0
        self._asking: deque[_Place] = deque()
        self._gentle = gentle
        self._lowered = lowered
        self._stopped = False
        self._ended = False
        self._threads = [
            threading.Thread(target=self._run, name=f"decoder-{number}", args=(False,), daemon=True)
            for number in range(workers)
        ]
        if gentle is not None:
            self._threads.append(
                threading.Thread(target=self._run, name="decoder-gentle", args=(True,), daemon=True)
            )
        self._alive = len(self._threads)
        for thread in self._threads:
            thread.start()

    def take(self, at_most: int, *, at_least: int = 1, wait: float | None = None) -> list[Result] | None:
        """``at_least`` to ``at_most`` results; fewer after ``wait`` seconds; None at the end."""
        deadline = None if wait is None else time.monotonic() + wait
        with self._state:
            while len(self._results) < at_least:
                if self._error is not None:
                    raise self._error
                if self._alive == 0:
                    if not self._results:
                        return None
                    break
                left = None if deadline is None else deadline - time.monotonic()
                if left is not None and left <= 0:
                    break
                self._state.wait(left)
            taken = [self._results.popleft() for _ in range(min(at_most, len(self._results)))]
            self._state.notify_all()
            return taken

    def close(self) -> None:
        """Stop reading ahead and wait for the photos in work."""
        with self._state:
            self._stopped = True
            self._state.notify_all()
        for thread in self._threads:
            thread.join()

    def _run(self, gentle: bool) -> None:
        try:
            step_back()
            if gentle:
                self._lowered()
            for item in self._items(gentle):
                with self._admitted(self._cost(item)) as place:
                    if place is None:
                        return
                    result = self._work(item, partial(self._grow, place))
                    with self._state:
                        self._results.append(result)
                        self._state.notify_all()
        except BaseException as error:
            with self._state:
                self._error = self._error or error
                self._stopped = True
        finally:
            with self._state:
                self._alive -= 1
                self._state.notify_all()

    def _items(self, gentle: bool) -> Iterator[Item]:
        while not self._over():
            if self._gentle is not None and self._gentle() != gentle:
                self._rest(_TURN)
                continue
            with self._feeding:
                if self._over():
                    return
                try:
                    item = next(self._source)
                except StopIteration:
                    self._ended = True
                    break
            if item is None:
                self._rest(_AGAIN)
            else:
                yield item
        with self._state:
            self._state.notify_all()

    def _rest(self, seconds: float) -> None:
        with self._state:
            if not self._over():
                self._state.wait(seconds)

    def _over(self) -> bool:
        return self._stopped or self._ended

    @contextmanager
    def _admitted(self, cost: int) -> Iterator[_Place | None]:
        with self._state:
            while not self._stopped and (
                len(self._results) >= self._ready_limit
                or (self._in_work and self._in_work_bytes + cost > self._budget)
            ):
                self._state.wait()
            if self._stopped:
                yield None
                return
            self._in_work += 1
            self._in_work_bytes += cost
        place = _Place(cost)
        try:
            yield place
        finally:
            if place.foreseen + place.extra > self._share:
                _give_back()
            with self._state:
                self._in_work -= 1
                self._in_work_bytes -= cost
                self._extra_bytes -= place.extra
                self._state.notify_all()

    def _grow(self, place: _Place, needed: int) -> None:
        more = needed - place.foreseen - place.extra
        if more <= 0:
            return
        with self._state:
            # One that has extra room already never waits for the others: they may be waiting for it.
            if not place.extra:
                self._asking.append(place)
                while not self._stopped and not self._fits(place, more):
                    self._state.wait()
                self._asking.remove(place)
                self._state.notify_all()
            if self._stopped:
                raise Cancelled
            place.extra += more
            self._extra_bytes += more

    def _fits(self, place: _Place, more: int) -> bool:
        if self._asking[0] is not place:
            return False
        return not self._extra_bytes or self._in_work_bytes + self._extra_bytes + more <= self._roof


def _give_back() -> None:
    """Return freed memory to the system.

    glibc keeps it for the thread that freed it (measured: a 230 MB picture, for each of the decoders).
    """
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
