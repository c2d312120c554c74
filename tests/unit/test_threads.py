"""What works behind the window stands back; what answers people does not, whoever starts it."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from core.index import exact
from core.index.exact import Scorer
from core.ingest.watch import Watcher
from core.jobs import BACKGROUND, INTERACTIVE, Lane
from core.library import requests
from core.library.requests import Requests
from core.threads import level, prepare, step_back

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a thread has no priority of its own there")


def priority(thread: threading.Thread | None = None) -> int:
    native = threading.get_native_id() if thread is None else thread.native_id
    assert native is not None
    return os.getpriority(os.PRIO_PROCESS, native)


OWN = priority(threading.main_thread())


def behind(work: Callable[[], object]) -> None:
    """Do it on a thread that stands back."""
    failed: list[BaseException] = []

    def run() -> None:
        step_back()
        try:
            work()
        except BaseException as error:
            failed.append(error)

    prepare()
    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if failed:
        raise failed[0]


def test_who_stands_back_twice_stands_no_farther() -> None:
    seen: list[int] = []

    def work() -> None:
        seen.append(priority())
        step_back()
        seen.append(priority())
        child = threading.Thread(target=lambda: (step_back(), seen.append(priority())))
        child.start()
        child.join()

    behind(work)
    assert seen == [min(19, OWN + 5)] * 3


def test_what_is_started_level_has_the_programs_own_priority() -> None:
    seen: list[int] = []

    def work() -> None:
        inherits = threading.Thread(target=lambda: seen.append(priority()))
        inherits.start()
        inherits.join()
        raised = threading.Thread(target=lambda: seen.append(priority()))
        level(raised.start)
        raised.join()

    behind(work)
    assert seen == [min(19, OWN + 5), OWN]


def test_what_fails_there_is_raised_here() -> None:
    def fail() -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        behind(lambda: level(fail))
    with pytest.raises(ValueError, match="no"):
        level(fail)


@pytest.mark.parametrize(("rank", "below"), [(INTERACTIVE, 0), (BACKGROUND, 5)])
def test_a_lanes_priority_is_its_ranks(rank: int, below: int) -> None:
    lane, seen = Lane("one", rank), list[int]()
    behind(lambda: lane.submit("look", lambda _: seen.append(priority())).wait())
    assert lane.close() and seen == [min(19, OWN + below)]


def test_who_hears_of_new_photos_and_of_requests_does_not_stand_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watcher, asked = Watcher(lambda folder: None, lambda folder, word: None), Requests(tmp_path)
    monkeypatch.setattr(requests, "_EVERY_SECONDS", 0.01)

    def begin() -> None:
        watcher.watch(1, os.fsencode(tmp_path))
        asked.serve(lambda request: None)

    before = set(threading.enumerate())
    try:
        behind(begin)
        begun = [one for one in set(threading.enumerate()) - before if one.name in {"watcher", "requests"}]
        assert [priority(one) for one in begun] == [OWN, OWN]
    finally:
        watcher.close()
        asked.stop()


def test_a_search_from_behind_does_not_slow_those_that_follow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exact, "THREADS_FROM", 1)
    rows = np.eye(64, 8, dtype=np.float32)
    scorer = Scorer(3)
    try:
        behind(lambda: scorer.scores((rows,), rows[0]))
        threads = [one for one in threading.enumerate() if one.name.startswith("index")]
        assert [priority(one) for one in threads] == [OWN, OWN]
        assert scorer.scores((rows,), rows[1])[1] == 1.0
    finally:
        scorer.close()
