import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from app.single_instance import SingleInstance, socket_name

ROOT = Path(__file__).resolve().parents[3]
HOLDER = """
import sys
from PySide6.QtCore import QCoreApplication
from app.single_instance import SingleInstance
application = QCoreApplication([])
instance = SingleInstance(sys.argv[1])
print(instance.listen(), flush=True)
application.exec()
"""
SECOND = """
import sys, os
from PySide6.QtCore import QCoreApplication
from app.single_instance import SingleInstance
application = QCoreApplication([])
folders = [os.fsencode(a) for a in sys.argv[2:] if a != "--samples"]
print(SingleInstance(sys.argv[1]).hand_over(folders, samples="--samples" in sys.argv))
"""


def start(code: str, *arguments: str | bytes) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, cwd=ROOT)


@pytest.fixture
def name(tmp_path):
    return socket_name(tmp_path)


def test_a_second_start_hands_its_folders_over(qtbot, name):
    first = SingleInstance(name)
    assert not first.hand_over([])
    assert first.listen()
    with qtbot.waitSignal(first.started_again, timeout=10_000) as heard:
        second = start(SECOND, name, "some/where", b"/bad\xff\nname, too")
    folders = heard.args[0]
    assert folders == [os.fsencode(ROOT / "some/where"), b"/bad\xff\nname, too"] and heard.args[1] is False
    assert second.communicate(timeout=10)[0].strip() == b"True"
    with qtbot.waitSignal(first.started_again, timeout=10_000) as heard:
        second = start(SECOND, name, "--samples")
    assert heard.args == [[], True]
    assert second.communicate(timeout=10)[0].strip() == b"True"
    first.close()
    assert not SingleInstance(name).hand_over([])


def test_a_crashed_program_does_not_hold_the_name(qtbot, name):
    holder = start(HOLDER, name)
    assert holder.stdout is not None
    assert holder.stdout.readline().strip() == b"True"
    assert not SingleInstance(name).listen()  # it lives
    holder.send_signal(signal.SIGKILL)
    holder.wait(5)
    holder.stdout.close()
    probe = QLocalServer()
    assert not probe.listen(name)  # the trap: the dead one's socket still counts as in use
    fresh = SingleInstance(name)
    assert not fresh.hand_over([])
    assert fresh.listen()
    fresh.close()


def test_nonsense_on_the_socket_is_ignored(qtbot, name):
    first = SingleInstance(name)
    assert first.listen()
    nonsense = (b"", b"{}", b"[1]", b'{"folders": [3]}', b'{"folders": ["zz"], "samples": true}', b"\xff\xfe")
    for message in (*nonsense, b'{"folders": [], "samples": 1}', b"[" * 100_000):
        with qtbot.waitSignal(first.started_again, timeout=3000) as heard:
            socket = QLocalSocket()
            socket.connectToServer(name)
            socket.write(message + b"\n")
            socket.flush()
        assert heard.args == [[], False]
        socket.abort()
    first.close()


def test_names_differ_by_library(tmp_path):
    assert socket_name(tmp_path / "a") != socket_name(tmp_path / "b")
