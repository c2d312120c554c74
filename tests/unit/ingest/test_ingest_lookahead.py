"""Reading ahead: all results once, within the budget, errors not lost, closing at any time."""

from __future__ import annotations

import threading
import time

import pytest

from core.ingest.lookahead import LookAhead


def drain(ahead: LookAhead[int, int]) -> list[int]:
    results: list[int] = []
    try:
        while (taken := ahead.take(7)) is not None:
            results += taken
    finally:
        ahead.close()
    return results


@pytest.mark.parametrize("workers", [1, 2, 5])
@pytest.mark.parametrize("count", [0, 1, 200])
def test_every_item_comes_out_once(workers: int, count: int) -> None:
    ahead = LookAhead(range(count), lambda n: n * n, workers=workers, cost=lambda n: 1, budget=3, ready=4)
    assert sorted(drain(ahead)) == [n * n for n in range(count)]


def test_items_in_work_stay_under_the_budget_and_a_large_one_goes_alone() -> None:
    lock = threading.Lock()
    now = {"bytes": 0, "most": 0, "items": 0}

    def work(cost: int) -> int:
        with lock:
            now["bytes"] += cost
            now["items"] += 1
            if now["items"] > 1:
                now["most"] = max(now["most"], now["bytes"])
        time.sleep(0.002)
        with lock:
            now["bytes"] -= cost
            now["items"] -= 1
        return cost

    costs = [3, 4, 50, 5, 2, 60, 1, 4] * 5
    ahead = LookAhead(costs, work, workers=4, cost=lambda c: c, budget=10, ready=4)
    assert sorted(drain(ahead)) == sorted(costs)
    assert now["most"] <= 10


def test_an_error_of_the_work_is_raised_and_threads_end() -> None:
    def work(n: int) -> int:
        if n == 5:
            raise ValueError("five")
        return n

    ahead = LookAhead(range(100), work, workers=3, cost=lambda n: 1, budget=10)
    with pytest.raises(ValueError, match="five"):
        drain(ahead)


def test_an_error_of_the_source_is_raised() -> None:
    def source():
        yield 1
        raise OSError("the catalogue")

    with pytest.raises(OSError, match="catalogue"):
        drain(LookAhead(source(), lambda n: n, workers=2, cost=lambda n: 1, budget=10))


def test_closing_early_leaves_no_thread() -> None:
    ahead = LookAhead(iter(int, 1), lambda n: n, workers=3, cost=lambda n: 1, budget=10, ready=4)
    assert ahead.take(1)
    ahead.close()


def test_waiting_in_vain_is_told_from_the_end() -> None:
    go = threading.Event()
    ahead = LookAhead([1], lambda n: go.wait(10) and n, workers=1, cost=lambda n: 1, budget=10)
    assert ahead.take(1, wait=0.02) == []
    go.set()
    assert ahead.take(1, wait=5) == [1]
    assert ahead.take(1) is None
    ahead.close()
