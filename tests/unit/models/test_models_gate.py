"""Who may use the device: by rank, then first come; a typed query waits for one batch at most."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest

from core.errors import Cancelled
from core.jobs import BACKGROUND, INTERACTIVE, VIEWER, Token, Turn
from core.models.gate import Gate


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.001)


def run(target: Callable[[], None]) -> threading.Thread:
    thread = threading.Thread(target=target)
    thread.start()
    return thread


def test_ranks_first_then_first_come() -> None:
    gate, order = Gate(), []
    threads = []

    def enter(name: str, rank: int) -> None:
        with gate.admitted(Turn(rank)):
            order.append(name)

    with gate.admitted(Turn(BACKGROUND)):
        for i, (name, rank) in enumerate(
            [("b1", BACKGROUND), ("b2", BACKGROUND), ("v", VIEWER), ("q1", INTERACTIVE), ("q2", INTERACTIVE)]
        ):
            threads.append(run(lambda name=name, rank=rank: enter(name, rank)))
            until(lambda i=i: gate.waiting == i + 1)
        assert order == []
    for thread in threads:
        thread.join(10)
    assert order == ["q1", "q2", "v", "b1", "b2"]


def test_one_holder_at_a_time() -> None:
    gate, inside, most = Gate(), 0, 0

    def enter(rank: int) -> None:
        nonlocal inside, most
        for _ in range(200):
            with gate.admitted(Turn(rank)):
                inside += 1
                most = max(most, inside)
                inside -= 1

    threads = [run(lambda rank=rank: enter(rank)) for rank in (1, 2, 3, 3, 1, 2)]
    for thread in threads:
        thread.join(20)
    assert most == 1 and inside == 0 and gate.waiting == 0


def test_a_typed_query_waits_for_one_batch() -> None:
    gate, stop, batches = Gate(), threading.Event(), 0

    def background() -> None:
        nonlocal batches
        while not stop.is_set():
            with gate.admitted(Turn(BACKGROUND)):
                time.sleep(0.01)
                batches += 1

    threads = [run(background) for _ in range(3)]
    try:
        until(lambda: batches > 3)
        for _ in range(10):
            before = batches
            with gate.admitted(Turn(INTERACTIVE)):
                assert batches - before <= 1
            time.sleep(0.005)
    finally:
        stop.set()
        for thread in threads:
            thread.join(10)


def test_cancelled_while_waiting_lets_the_next_one_in() -> None:
    gate, token, ended, entered = Gate(), Token(), [], []

    def cancelled() -> None:
        try:
            with gate.admitted(Turn(INTERACTIVE, token)):
                entered.append("cancelled")
        except Cancelled:
            ended.append(True)

    def patient() -> None:
        with gate.admitted(Turn(BACKGROUND)):
            entered.append("patient")

    with gate.admitted(Turn(BACKGROUND)):
        first = run(cancelled)
        until(lambda: gate.waiting == 1)
        second = run(patient)
        until(lambda: gate.waiting == 2)
        token.cancel()
        first.join(5)
        assert ended == [True] and gate.waiting == 1
    second.join(5)
    assert entered == ["patient"]


def test_cancelled_before_it_comes() -> None:
    gate, token = Gate(), Token()
    token.cancel()
    with pytest.raises(Cancelled), gate.admitted(Turn(INTERACTIVE, token)):
        raise AssertionError("not admitted")
    with gate.admitted(Turn()):
        pass


def test_an_error_inside_frees_the_device() -> None:
    gate = Gate()
    with pytest.raises(ZeroDivisionError), gate.admitted(Turn()):
        raise ZeroDivisionError
    with gate.admitted(Turn()):
        assert gate.waiting == 0
