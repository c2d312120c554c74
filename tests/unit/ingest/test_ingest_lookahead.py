"""Reading ahead: all results once, within the budget, errors not lost, closing at any time."""

from __future__ import annotations

import threading
import time

import pytest

from core.errors import Cancelled
from core.ingest.lookahead import LookAhead, Room


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
    ahead = LookAhead(
        range(count), lambda n, room: n * n, workers=workers, cost=lambda n: 1, budget=3, ready=4
    )
    assert sorted(drain(ahead)) == [n * n for n in range(count)]


def test_items_in_work_stay_under_the_budget_and_a_large_one_goes_alone() -> None:
    lock = threading.Lock()
    now = {"bytes": 0, "most": 0, "items": 0}

    def work(cost: int, room: Room) -> int:
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
    def work(n: int, room: Room) -> int:
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
        drain(LookAhead(source(), lambda n, room: n, workers=2, cost=lambda n: 1, budget=10))


def test_closing_early_leaves_no_thread() -> None:
    ahead = LookAhead(iter(int, 1), lambda n, room: n, workers=3, cost=lambda n: 1, budget=10, ready=4)
    assert ahead.take(1)
    ahead.close()


def test_waiting_in_vain_is_told_from_the_end() -> None:
    go = threading.Event()
    ahead = LookAhead([1], lambda n, room: go.wait(10) and n, workers=1, cost=lambda n: 1, budget=10)
    assert ahead.take(1, wait=0.02) == []
    go.set()
    assert ahead.take(1, wait=5) == [1]
    assert ahead.take(1) is None
    ahead.close()


# items that turn out to need more ------------------------------------------------------------------


class Ledger:
    """What items in work hold beyond what was foreseen (1 each), as they themselves write it down."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held = 0
        self._count = 0
        self.most_together = 0
        self.most_items = 0
        self.order: list[int] = []

    def work(self, needed: int, room: Room) -> int:
        room(needed)
        with self._lock:
            self.order.append(needed)
            self._held += needed
            self._count += 1
            self.most_items = max(self.most_items, self._count)
            if self._count > 1:
                self.most_together = max(self.most_together, self._held)
        time.sleep(0.001)
        with self._lock:
            self._held -= needed
            self._count -= 1
        return needed


@pytest.mark.parametrize("workers", [1, 2, 5, 16])
def test_many_that_are_larger_than_everything_go_one_at_a_time(workers: int) -> None:
    """Each alone is beyond the roof; were two to wait for each other, this would not end."""
    ledger = Ledger()
    needs = [1000 + number for number in range(60)]
    ahead = LookAhead(needs, ledger.work, workers=workers, cost=lambda n: 1, budget=50, ready=4)
    assert sorted(drain(ahead)) == needs
    assert ledger.most_items == 1


def test_those_that_fit_together_are_in_work_together_and_small_ones_never_wait() -> None:
    ledger = Ledger()
    needs = [40, 1, 70, 1, 300, 1, 30, 30, 30, 1, 90, 500] * 10
    ahead = LookAhead(needs, ledger.work, workers=6, cost=lambda n: 1, budget=50, roof=100, ready=8)
    assert sorted(drain(ahead)) == sorted(needs)
    assert ledger.most_items > 1
    # Small ones of 1, which asked for nothing, go on beside one of 500.
    assert ledger.most_together <= 505


def test_ordinary_items_go_on_beside_a_large_one() -> None:
    done, large = threading.Event(), threading.Event()

    def work(n: int, room: Room) -> int:
        if n == 0:
            room(10_000)
            large.set()
            assert done.wait(10)
        else:
            assert large.wait(10)
            room(1)
        return n

    ahead = LookAhead(range(50), work, workers=2, cost=lambda n: 1, budget=10, ready=100)
    results: list[int] = []
    while len(results) < 49:
        results += ahead.take(7) or []
    assert results == list(range(1, 50))
    done.set()
    assert ahead.take(1) == [0] and ahead.take(1) is None
    ahead.close()


def test_they_go_in_the_order_in_which_they_asked() -> None:
    """A large one is not passed by for ever by smaller ones that would still fit."""
    asked = {n: threading.Event() for n in range(4)}
    go = threading.Event()
    order: list[int] = []
    needs = {0: 60, 1: 500, 2: 20, 3: 20}

    def work(n: int, room: Room) -> int:
        if n:
            assert asked[n - 1].wait(10)
            time.sleep(0.05)  # the one before has entered ``room``
        asked[n].set()
        room(needs[n])
        order.append(n)
        if n == 0:
            assert go.wait(10)
        return n

    ahead = LookAhead(range(4), work, workers=4, cost=lambda n: 1, budget=100)
    assert asked[3].wait(10)
    time.sleep(0.1)
    assert order == [0]
    go.set()
    drain(ahead)
    assert order[:2] == [0, 1]


def test_one_that_asks_twice_does_not_wait_for_itself_nor_for_the_next() -> None:
    def work(n: int, room: Room) -> int:
        room(200)
        time.sleep(0.001)
        room(400)
        return n

    ahead = LookAhead(range(40), work, workers=4, cost=lambda n: 1, budget=1000, roof=1000)
    assert sorted(drain(ahead)) == list(range(40))


def test_closing_ends_those_that_wait_for_room() -> None:
    inside, go = threading.Event(), threading.Event()
    ended: list[str] = []

    def work(n: int, room: Room) -> int:
        try:
            room(1000)
        except Cancelled:
            ended.append("cancelled")
            raise
        inside.set()
        assert go.wait(10)
        return n

    ahead = LookAhead(range(20), work, workers=4, cost=lambda n: 1, budget=10)
    assert inside.wait(10)
    while len(ahead._asking) < 3:
        time.sleep(0.001)
    closing = threading.Thread(target=ahead.close)
    closing.start()
    while len(ended) < 3:
        assert closing.is_alive()
        time.sleep(0.001)
    go.set()
    closing.join(10)
    assert not closing.is_alive() and ended == ["cancelled"] * 3


def test_an_error_of_one_wakes_those_that_wait_for_room() -> None:
    inside = threading.Event()

    def work(n: int, room: Room) -> int:
        room(1000)
        inside.set()
        time.sleep(0.05)
        raise ValueError("the first")

    ahead = LookAhead(range(20), work, workers=4, cost=lambda n: 1, budget=10)
    with pytest.raises(ValueError, match="the first"):
        drain(ahead)
