"""Cancellable work on named lanes: one thread each, with a rank.

A job tells what becomes of it by events, delivered on the lane's thread (on the canceller's, when it
is cancelled while it waits); whoever needs them elsewhere (the window) hands them over. Cancelling is
an end, not an error.
"""

from __future__ import annotations

import heapq
import itertools
import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar

from core.errors import Cancelled
from core.threads import level, prepare, step_back

log = logging.getLogger(__name__)

T = TypeVar("T")

INTERACTIVE, VIEWER, BACKGROUND = 1, 2, 3


class Token:
    """Says whether the work is still wanted. Read between photos, batches, megabytes, steps."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Ask the work to end at its next check."""
        self._event.set()

    @property
    def cancelled(self) -> bool:
        """True once ``cancel`` was called."""
        return self._event.is_set()

    def check(self) -> None:
        """Raise Cancelled when the work is no longer wanted."""
        if self._event.is_set():
            raise Cancelled

    def wait(self, seconds: float) -> bool:
        """Sleep, but wake at a cancel; True when cancelled."""
        return self._event.wait(seconds)


@dataclass(frozen=True)
class Turn:
    """Who asks for the device: a rank (1 typed query, 2 viewer, 3 background) and its token."""

    rank: int = BACKGROUND
    token: Token = field(default_factory=Token)


@dataclass(frozen=True)
class Progress:
    """How far a job is: ``done`` of ``total`` (None when not yet counted), and what it does."""

    done: int
    total: int | None
    text: str = ""
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Started:
    """The job left the queue."""


@dataclass(frozen=True)
class Finished(Generic[T]):
    """The job returned."""

    result: T


@dataclass(frozen=True)
class Failed:
    """The job raised: a RecollectError to be explained, or anything else: our bug."""

    error: Exception


@dataclass(frozen=True)
class Stopped:
    """The job was cancelled, before or while it ran."""


Event = Started | Progress | Finished[Any] | Failed | Stopped
Listener = Callable[[Event], None]


class Context:
    """What a running job is given: its token, its turn, a way to report, a way to give way."""

    def __init__(self, token: Token, rank: int, report: Listener, give_way: Callable[[], None]) -> None:
        self.token = token
        self.turn = Turn(rank, token)
        self._report = report
        self._give_way = give_way

    def progress(self, done: int, total: int | None, text: str = "", **facts: Any) -> None:
        """Report how far the job is."""
        self._report(Progress(done, total, text, facts))

    def give_way(self) -> None:
        """At a commit point: let waiting jobs of a smaller ``order`` run first, on this thread."""
        self._give_way()


Work = Callable[[Context], T]


class Job:
    """A handle on submitted work."""

    def __init__(self, name: str, work: Work[Any], listener: Listener | None, order: int) -> None:
        self.name = name
        self.order = order
        self.token = Token()
        self._work = work
        self._listener = listener
        self._lock = threading.Lock()
        self._begun = False
        self._ended = threading.Event()

    def cancel(self) -> None:
        """Ask the job to end; it reports Stopped.

        One that still waits ends at once: its listener hears so on the calling thread, before this returns.
        Let no lock be held that the listener wants.
        """
        self.token.cancel()
        if self._begin():
            self._end(Stopped())

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until the job has ended; False at a timeout. Never call it on the job's own lane."""
        return self._ended.wait(timeout)

    @property
    def ended(self) -> bool:
        """True once the job finished, failed or was stopped."""
        return self._ended.is_set()

    def run(self, rank: int, give_way: Callable[[], None]) -> None:
        """Run on the calling thread and report the end, unless it has ended already.

        Used by lanes and by InlineRunner.
        """
        if not self._begin():
            return
        outcome: Event
        try:
            self.token.check()
            self._tell(Started())
            outcome = Finished(self._work(Context(self.token, rank, self._tell, give_way)))
        except Cancelled:
            outcome = Stopped()
        except Exception as error:
            outcome = Failed(error)
        self._end(outcome)

    def _begin(self) -> bool:
        """True for one caller only: the one who is to tell the end."""
        with self._lock:
            first, self._begun = not self._begun, True
            return first

    def _end(self, outcome: Event) -> None:
        try:
            self._tell(outcome)
        finally:
            self._ended.set()

    def _tell(self, event: Event) -> None:
        if self._listener is not None:
            self._listener(event)
        elif isinstance(event, Failed):
            log.error("job %s failed", self.name, exc_info=event.error)


class Runner(Protocol):
    """Something that takes jobs: a Lane, or InlineRunner in tests."""

    def submit(self, name: str, work: Work[T], listener: Listener | None = None, *, order: int = 0) -> Job:
        """Take work; events go to ``listener``."""
        ...


class InlineRunner:
    """Runs each job at once on the caller's thread; for tests and the command line."""

    def __init__(self, rank: int = BACKGROUND) -> None:
        self.rank = rank

    def submit(self, name: str, work: Work[T], listener: Listener | None = None, *, order: int = 0) -> Job:
        """Run the work now."""
        job = Job(name, work, listener, order)
        job.run(self.rank, lambda: None)
        return job


class Lane:
    """One thread that runs one job at a time, smaller ``order`` first, else first come.

    With ``newest_only`` a new job cancels those waiting or running before it (typed queries).
    The thread starts with the first job, and the queue's end is put under the same lock that
    starts it, so that no job is ever left behind.
    """

    def __init__(self, name: str, rank: int, *, newest_only: bool = False) -> None:
        self.name = name
        self.rank = rank
        self.newest_only = newest_only
        self._lock = threading.Condition()
        self._queue: list[tuple[int, int, Job]] = []
        self._serial = itertools.count()
        self._running: list[Job] = []
        self._thread: threading.Thread | None = None
        self._closed = False
        prepare()

    def submit(self, name: str, work: Work[T], listener: Listener | None = None, *, order: int = 0) -> Job:
        """Queue work. After ``close`` the job is stopped at once."""
        job = Job(name, work, listener, order)
        with self._lock:
            if not self._closed:
                if self.newest_only:
                    self._cancel_all()
                heapq.heappush(self._queue, (order, next(self._serial), job))
                if self._thread is None:
                    self._thread = threading.Thread(target=self._loop, name=f"lane-{self.name}", daemon=True)
                    level(self._thread.start)
                self._lock.notify()
                return job
        job.cancel()
        return job

    @property
    def busy(self) -> bool:
        """True while a job runs or waits."""
        with self._lock:
            return bool(self._running) or not all(job.ended for _, _, job in self._queue)

    def cancel_all(self) -> None:
        """Cancel what runs and what waits; each job still reports Stopped, on the lane's thread."""
        with self._lock:
            self._cancel_all()

    def close(self, timeout: float = 3.0) -> bool:
        """Refuse new jobs, cancel all, wait for the thread. False when it did not end in time."""
        with self._lock:
            self._closed = True
            self._cancel_all()
            self._lock.notify_all()
            thread = self._thread
        if thread is None or thread is threading.current_thread():
            return True
        thread.join(timeout)
        return not thread.is_alive()

    def _cancel_all(self) -> None:
        """Called with the lock held, under which no listener may run: the lane comes to those that wait."""
        for job in (*self._running, *(job for _, _, job in self._queue)):
            job.token.cancel()

    def _loop(self) -> None:
        if self.rank >= BACKGROUND:
            step_back()
        while True:
            with self._lock:
                while not self._queue and not self._closed:
                    self._lock.wait()
                if not self._queue:
                    return
                job = self._take()
            self._run(job)

    def _take(self) -> Job:
        """The next job, running from now on: no ``cancel_all`` misses it. Called with the lock held."""
        job = heapq.heappop(self._queue)[2]
        self._running.append(job)
        return job

    def _run(self, job: Job) -> None:
        try:
            job.run(self.rank, lambda: self._let_pass(job.order))
        except Exception:
            log.exception("the listener of job %s failed", job.name)
        finally:
            with self._lock:
                self._running.remove(job)

    def _let_pass(self, order: int) -> None:
        while True:
            with self._lock:
                if self._closed or not self._queue or self._queue[0][0] >= order:
                    return
                job = self._take()
            self._run(job)


class Lanes:
    """The lanes of one process, opened and closed together."""

    def __init__(self) -> None:
        self.interactive = Lane("interactive", INTERACTIVE)
        self.viewer = Lane("viewer", VIEWER, newest_only=True)
        self.background = Lane("background", BACKGROUND)
        self.transfer = Lane("transfer", BACKGROUND)

    def close(self, timeout: float = 3.0) -> bool:
        """Cancel everything and wait at most ``timeout`` seconds for all lanes together."""
        lanes = (self.interactive, self.viewer, self.background, self.transfer)
        for lane in lanes:
            lane.cancel_all()
        deadline = time.monotonic() + timeout
        ended = [lane.close(max(0.0, deadline - time.monotonic())) for lane in lanes]
        return all(ended)
