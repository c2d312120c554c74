"""Jobs and lanes: events in order, cancelling is an end, nothing is left behind in a queue."""

from __future__ import annotations

import random
import sys
import threading
import time
from collections.abc import Iterator

import pytest

from core.errors import Cancelled, RecollectError
from core.jobs import (
    Context,
    Event,
    Failed,
    Finished,
    InlineRunner,
    Job,
    Lane,
    Lanes,
    Progress,
    Started,
    Stopped,
    Token,
)


def test_a_job_reports_start_progress_and_result() -> None:
    events: list[Event] = []

    def work(context: Context) -> int:
        context.progress(1, 2, "half", rate=3.0)
        return 42

    InlineRunner().submit("answer", work, events.append)
    assert events == [Started(), Progress(1, 2, "half", {"rate": 3.0}), Finished(42)]


def test_a_raised_error_is_reported_not_lost() -> None:
    events: list[Event] = []

    def work(context: Context) -> None:
        raise RecollectError("query.empty")

    InlineRunner().submit("fails", work, events.append)
    assert isinstance(events[-1], Failed)
    assert isinstance(events[-1].error, RecollectError)


def test_a_failure_nobody_listens_to_is_logged(expected_logs) -> None:
    expected_logs("job unheard failed")

    def work(context: Context) -> None:
        raise ValueError("nobody hears me")

    InlineRunner().submit("unheard", work)


def test_cancelling_a_running_job_stops_it() -> None:
    lane = Lane("test", 3)
    events: list[Event] = []
    running = threading.Event()

    def work(context: Context) -> None:
        running.set()
        while True:
            context.token.check()
            time.sleep(0.001)

    job = lane.submit("endless", work, events.append)
    assert running.wait(5)
    job.cancel()
    assert job.wait(5)
    assert events == [Started(), Stopped()]
    assert lane.close()


def test_a_job_cancelled_while_waiting_never_starts() -> None:
    lane = Lane("test", 3)
    gate = threading.Event()
    ran: list[str] = []
    first = lane.submit("first", lambda context: gate.wait(5))
    second = lane.submit("second", lambda context: ran.append("second"))
    second.cancel()
    gate.set()
    assert first.wait(5) and second.wait(5)
    assert ran == []
    assert lane.close()


def test_a_waiting_job_tells_at_once_that_it_was_cancelled() -> None:
    lane = Lane("test", 3)
    gate, running = threading.Event(), threading.Event()
    heard: list[tuple[Event, threading.Thread]] = []

    def long(context: Context) -> None:
        running.set()
        gate.wait(30)

    first = lane.submit("an hour's work", long)
    second = lane.submit(
        "waits", lambda context: 1, lambda event: heard.append((event, threading.current_thread()))
    )
    assert running.wait(5) and not second.ended
    second.cancel()
    told, ended = list(heard), second.ended
    second.cancel()
    gate.set()
    assert first.wait(5) and second.wait(5)
    assert lane.close(5)
    assert ended and told == heard == [(Stopped(), threading.current_thread())]


@pytest.fixture
def restless() -> Iterator[None]:
    """Threads take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


class Hesitant(Job):
    """Lets others come between the question whether it has begun and what follows from that."""

    has_begun = False

    @property
    def _begun(self) -> bool:
        known = self.has_begun
        time.sleep(0.0005)
        return known

    @_begun.setter
    def _begun(self, begun: bool) -> None:
        self.has_begun = begun


@pytest.mark.parametrize("kind", [Job, Hesitant])
def test_one_end_is_told_whenever_the_cancel_comes(kind: type[Job], restless: None) -> None:
    ends = (Finished, Failed, Stopped)
    told: list[list[Event]] = [[] for _ in range(150)]
    jobs = [kind("odd", lambda context: context.token.check(), events.append, 0) for events in told]

    def run() -> None:
        for number, job in enumerate(jobs):
            gates[number].wait(30)
            job.run(3, lambda: None)

    def cancel(seed: int) -> None:
        chance = random.Random(seed)
        for number, job in enumerate(jobs):
            gates[number].wait(30)
            for _ in range(chance.randrange(40)):
                pass
            job.cancel()

    gates = [threading.Barrier(3) for _ in jobs]
    threads = [threading.Thread(target=run), *(threading.Thread(target=cancel, args=(n,)) for n in range(2))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    for events, job in zip(told, jobs, strict=True):
        assert job.wait(5) and isinstance(events[-1], ends)
        assert events[:-1] in ([], [Started()]), "one end, and nothing behind it"


def test_on_a_lane_each_job_ends_once_however_it_is_cancelled(restless: None) -> None:
    lane = Lane("busy", 3)
    told: list[list[Event]] = [[] for _ in range(300)]
    jobs = [lane.submit("n", lambda context: context.token.check(), events.append) for events in told]

    def cancel(seed: int) -> None:
        for job in random.Random(seed).sample(jobs, 200):
            job.cancel()

    threads = [threading.Thread(target=cancel, args=(n,)) for n in range(3)]
    for thread in threads:
        thread.start()
    lane.cancel_all()
    assert lane.close(30)
    for thread in threads:
        thread.join(30)
    assert all(job.wait(5) for job in jobs)
    ends = [[event for event in events if not isinstance(event, Started)] for events in told]
    assert [len(one) for one in ends] == [1] * len(jobs)


def test_closing_a_lane_stops_what_waits_without_holding_its_lock() -> None:
    lane = Lane("test", 3)
    gate, running = threading.Event(), threading.Event()
    heard: list[tuple[str, Event, bool]] = []
    asked: list[threading.Thread] = []

    def hear(name: str, event: Event) -> None:
        """Another thread may look at the lane meanwhile."""
        seen = threading.Event()
        asking = threading.Thread(target=lambda: (lane.busy, seen.set()))
        asking.start()
        heard.append((name, event, seen.wait(2)))
        asked.append(asking)

    def long(context: Context) -> None:
        running.set()
        gate.wait(30)

    first = lane.submit("long", long)
    waiting = [lane.submit("w", lambda context: 1, lambda event, n=n: hear(n, event)) for n in "abc"]
    assert running.wait(5)
    waiting[1].cancel()
    lane.cancel_all()
    threading.Timer(0.05, gate.set).start()
    assert lane.close(30) and first.ended and all(job.ended for job in waiting)
    for asking in asked:
        asking.join(5)
    assert heard == [("b", Stopped(), True), ("a", Stopped(), True), ("c", Stopped(), True)]


def test_newest_only_cancels_older_jobs() -> None:
    lane = Lane("typed", 1, newest_only=True)
    ends: dict[str, Event] = {}
    running = threading.Event()

    def endless(context: Context) -> None:
        running.set()
        while True:
            context.token.check()
            time.sleep(0.001)

    old = lane.submit("old", endless, lambda event: ends.__setitem__("old", event))
    assert running.wait(5)
    new = lane.submit("new", lambda context: "answer", lambda event: ends.__setitem__("new", event))
    assert old.wait(5) and new.wait(5)
    assert ends == {"old": Stopped(), "new": Finished("answer")}
    assert lane.close()


def test_a_smaller_order_runs_at_the_commit_point_of_a_longer_job() -> None:
    lane = Lane("background", 3)
    log: list[str] = []
    submitted = threading.Event()
    started = threading.Event()

    def long(context: Context) -> None:
        log.append("long begins")
        started.set()
        submitted.wait(5)
        context.give_way()
        log.append("long ends")

    slow = lane.submit("long", long, order=5)
    assert started.wait(5)
    quick = lane.submit("quick", lambda context: log.append("quick"), order=0)
    submitted.set()
    assert slow.wait(5) and quick.wait(5)
    assert log == ["long begins", "quick", "long ends"]
    assert lane.close()


def test_no_job_is_lost_when_many_threads_submit() -> None:
    lane = Lane("busy", 3)
    done: list[int] = []
    jobs: list[object] = []

    def feed(base: int) -> None:
        jobs.extend(lane.submit("n", lambda context, n=base + number: done.append(n)) for number in range(50))

    feeders = [threading.Thread(target=feed, args=(base,)) for base in (0, 100, 200)]
    for feeder in feeders:
        feeder.start()
    for feeder in feeders:
        feeder.join()
    for job in jobs:
        assert job.wait(5)  # type: ignore[attr-defined]
    assert sorted(done) == sorted([*range(50), *range(100, 150), *range(200, 250)])
    assert lane.close()


def test_a_closed_lane_stops_new_jobs_at_once() -> None:
    lanes = Lanes()
    assert lanes.close()
    events: list[Event] = []
    job = lanes.background.submit("late", lambda context: 1, events.append)
    assert job.ended
    assert events == [Stopped()]


def test_a_token_raises_only_after_cancel() -> None:
    token = Token()
    token.check()
    token.cancel()
    with pytest.raises(Cancelled):
        token.check()
    assert token.wait(10)
