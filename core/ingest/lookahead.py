"""Photos read ahead of the encoder by several threads, bounded in bytes."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class LookAhead(Generic[Item, Result]):
    """Runs ``work`` over ``source`` on ``workers`` threads; results come in order of completion.

    ``cost`` is the memory in bytes an item may take while it is worked on; together the items in
    work stay under ``budget`` (a single larger one goes alone). At most ``ready`` results wait.
    An exception of ``work`` or ``source`` is raised by ``take``. ``source`` is read under a lock,
    by one thread at a time.
    """

    def __init__(
        self,
        source: Iterable[Item],
        work: Callable[[Item], Result],
        *,
        workers: int,
        cost: Callable[[Item], int],
        budget: int,
        ready: int = 64,
    ) -> None:
        self._source = iter(source)
        self._work = work
        self._cost = cost
        self._budget = budget
        self._ready_limit = max(ready, workers)
        self._state = threading.Condition()
        self._feeding = threading.Lock()
        self._results: deque[Result] = deque()
        self._error: BaseException | None = None
        self._in_work = 0
        self._in_work_bytes = 0
        self._alive = workers
        self._stopped = False
        self._threads = [
            threading.Thread(target=self._run, name=f"decoder-{number}", daemon=True)
            for number in range(workers)
        ]
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

    def _run(self) -> None:
        try:
            for item in self._items():
                cost = self._cost(item)
                with self._admitted(cost) as wanted:
                    if not wanted:
                        return
                    result = self._work(item)
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

    def _items(self) -> Iterator[Item]:
        while not self._stopped:
            with self._feeding:
                try:
                    item = next(self._source)
                except StopIteration:
                    return
            yield item

    @contextmanager
    def _admitted(self, cost: int) -> Iterator[bool]:
        with self._state:
            while not self._stopped and (
                len(self._results) >= self._ready_limit
                or (self._in_work and self._in_work_bytes + cost > self._budget)
            ):
                self._state.wait()
            if self._stopped:
                yield False
                return
            self._in_work += 1
            self._in_work_bytes += cost
        try:
            yield True
        finally:
            with self._state:
                self._in_work -= 1
                self._in_work_bytes -= cost
                self._state.notify_all()
