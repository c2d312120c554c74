"""The window as a process of its own: started twice, ended by a signal, closed while the model loads."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
START = """
import sys
from app import application
taken = application.MainWindow.bring_to_front
def front(self):
    taken(self)
    print("front", flush=True)
application.MainWindow.bring_to_front = front
shown = application.Application.start
def start(self, folders, *, samples):
    shown(self, folders, samples=samples)
    self.window.first_painted.connect(lambda: print("painted", flush=True))
    self.window.notices.say = lambda text, **_: print("notice", text, flush=True)
application.Application.start = start
sys.exit(application.run_window(sys.argv[1:], False))
"""
posix = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")


def start(*folders: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", START, *folders],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def await_line(process: subprocess.Popen[str], word: str) -> str:
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith(word):
            return line
    pytest.fail(f"{word} never came: {process.stderr.read() if process.stderr else ''}")


@posix
def test_a_second_start_shows_the_first_and_a_signal_closes_it():
    first = start()
    try:
        await_line(first, "painted")
        begin = time.monotonic()
        second = start("no such folder")
        assert second.wait(30) == 0
        second.communicate()
        assert await_line(first, "front")
        assert "no such folder" in await_line(first, "notice")
        assert time.monotonic() - begin < 30
        # the model is being loaded by now, and that cannot be cancelled
        begin = time.monotonic()
        first.send_signal(signal.SIGTERM)
        assert first.wait(20) == 0, first.stderr.read() if first.stderr else ""
        assert time.monotonic() - begin < 12  # 3 s on a machine that has nothing else to do
    finally:
        if first.poll() is None:
            first.kill()
        _, errors = first.communicate()
    assert "Traceback" not in errors
    assert "terminate called" not in errors
    third = start()  # the name is free again
    try:
        await_line(third, "painted")
    finally:
        third.send_signal(signal.SIGINT)
        assert third.wait(20) == 0
        third.communicate()
