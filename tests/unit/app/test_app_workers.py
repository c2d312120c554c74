import sys
import threading

import pytest

from app.workers import Bridge
from core.errors import RecollectError
from core.jobs import Lane


@pytest.fixture
def lane():
    lane = Lane("test", 1)
    yield lane
    assert lane.close()


@pytest.fixture
def bridge(qtbot):
    bridge = Bridge()
    yield bridge
    bridge.close()


def test_answers_arrive_on_the_gui_thread_in_order(qtbot, bridge, lane):
    seen = []
    here = threading.get_ident()

    def work(context):
        for step in range(50):
            context.progress(step, 50)
        return 2**40, "b\udcff.jpg", threading.get_ident()

    bridge.submit(
        lane,
        "work",
        work,
        progress=lambda p: seen.append((threading.get_ident(), p.done)),
        done=lambda result: seen.append(result),
    )
    qtbot.waitUntil(lambda: len(seen) == 51)
    assert seen[:50] == [(here, step) for step in range(50)]
    big, name, thread = seen[50]
    assert (big, name) == (2**40, "b\udcff.jpg")  # a Signal(int) or Signal(str) would have lost these
    assert thread != here


def test_a_known_difficulty_goes_to_whoever_takes_it_else_to_the_notices(qtbot, bridge, lane):
    def fail(_):
        raise RecollectError("query.empty")

    taken, told = [], []
    bridge.difficulty.connect(told.append)
    bridge.submit(lane, "a", fail, failed=taken.append)
    bridge.submit(lane, "b", fail)
    qtbot.waitUntil(lambda: len(taken) == len(told) == 1)
    assert taken[0].code == told[0].code == "query.empty"


def test_our_own_mistake_reaches_the_exception_hook(qtbot, bridge, lane, monkeypatch):
    caught = []
    monkeypatch.setattr(sys, "excepthook", lambda *parts: caught.append(parts))
    ended = []
    bridge.submit(lane, "a", lambda _: 1 / 0, stopped=lambda: ended.append(1))
    qtbot.waitUntil(lambda: bool(caught) and bool(ended))
    assert caught[0][0] is ZeroDivisionError


def test_a_callback_that_fails_does_not_hold_up_the_others(qtbot, bridge, lane, monkeypatch):
    caught, seen = [], []
    monkeypatch.setattr(sys, "excepthook", lambda *parts: caught.append(parts))

    def bad(_):
        raise ValueError("in the window")

    bridge.submit(lane, "a", lambda _: 1, done=bad)
    bridge.submit(lane, "b", lambda _: 2, done=seen.append)
    qtbot.waitUntil(lambda: seen == [2])
    assert caught[0][0] is ValueError


def test_stopped_work_says_so(qtbot, bridge, lane):
    gate, ended = threading.Event(), []

    def work(context):
        gate.wait(5)
        context.token.check()

    job = bridge.submit(
        lane, "a", work, done=lambda _: ended.append("done"), stopped=lambda: ended.append("stopped")
    )
    job.cancel()
    gate.set()
    qtbot.waitUntil(lambda: ended == ["stopped"])


def test_a_caller_may_be_called_from_anywhere_and_often(qtbot, bridge):
    seen = []
    call = bridge.caller(seen.append)
    threads = [threading.Thread(target=lambda: [call(n) for n in range(500)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    qtbot.waitUntil(lambda: len(seen) == 2000)
    for thread in threads:
        thread.join()


def test_a_lasting_listener_hears_of_many_jobs(qtbot, bridge, lane):
    seen = []
    listener = bridge.listener(done=seen.append, lasting=True)
    lane.submit("a", lambda _: 1, listener)
    lane.submit("b", lambda _: 2, listener)
    qtbot.waitUntil(lambda: seen == [1, 2])


def test_after_closing_late_workers_are_ignored(qtbot, bridge, lane):
    gate, seen = threading.Event(), []
    bridge.submit(lane, "a", lambda _: gate.wait(5), done=seen.append)
    call = bridge.caller(seen.append)
    bridge.close()
    gate.set()
    call(1)
    qtbot.wait(50)
    assert seen == []
