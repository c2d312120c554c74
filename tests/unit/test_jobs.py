"""Jobs and lanes: events in order, cancelling is an end, nothing is left behind in a queue."""

from __future__ import annotations

import threading
import time

import pytest

from core.errors import Cancelled, RecollectError
from core.jobs import (
    Context,
    Event,
    Failed,
    Finished,
    InlineRunner,
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
