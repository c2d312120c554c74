"""Tickets, with real lanes and a library whose answers take as long as the test wants."""

import os
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest

from app import asking
from app.asking import Asker, LoosePictures, find
from app.query_bar.bar import Question
from app.query_bar.chips import Picture
from app.workers import Bridge
from core.errors import RecollectError
from core.jobs import Lanes, Turn


class SlowLibrary:
    """Answers with the text it was asked; waits at a gate per text, heeding the token or not."""

    def __init__(self) -> None:
        self.lanes = Lanes()
        self.gates: dict[str, threading.Event] = {}
        self.asked: list[str] = []
        self.deaf = False

    def all_photos(self):
        return "all"

    def search(self, text, turn):
        self.asked.append(text)
        gate = self.gates.get(text)
        while gate is not None and not gate.wait(0.005):
            if not self.deaf:
                turn.token.check()
        if text == "bad":
            raise RecollectError("query.only_minus")
        return f"hits of {text}"

    def similar(self, what, turn):
        return f"like {what!r}"

    def similar_picture(self, data, turn):
        return f"like {len(data)} bytes"

    def photo_path(self, photo):
        return f"/photos/{photo}.jpg".encode()


@pytest.fixture
def parts(qtbot, monkeypatch):
    monkeypatch.setattr(asking, "lay_out", lambda question, hits, width, tile: hits)
    bridge, library = Bridge(), SlowLibrary()
    asker = Asker(bridge)
    asker.serve(library, lambda: (800, 160))
    seen: list = []
    asker.answered.connect(lambda answer: seen.append(answer.wall))
    asker.mistaken.connect(lambda error: seen.append(error.code))
    yield SimpleNamespace(bridge=bridge, library=library, asker=asker, seen=seen)
    for gate in library.gates.values():
        gate.set()
    asker.close()
    assert library.lanes.close()
    bridge.close()


@pytest.mark.parametrize("deaf", [False, True])
def test_a_late_answer_never_replaces_a_newer_one(qtbot, parts, deaf):
    parts.library.deaf = deaf  # deaf: the old search runs to its end although it was cancelled
    gate = parts.library.gates["slow"] = threading.Event()
    parts.asker.ask(Question("slow"))
    qtbot.waitUntil(lambda: parts.library.asked == ["slow"])
    parts.asker.ask(Question("quick"))
    assert parts.asker.waiting
    gate.set()
    qtbot.waitUntil(lambda: parts.seen == ["hits of quick"])
    qtbot.wait(50)
    assert parts.seen == ["hits of quick"]
    assert not parts.asker.waiting


def test_of_many_questions_only_the_last_is_answered(qtbot, parts):
    gate = parts.library.gates["q0"] = threading.Event()
    for number in range(30):
        parts.asker.ask(Question(f"q{number}"))
    gate.set()
    qtbot.waitUntil(lambda: parts.seen == ["hits of q29"])
    assert len(parts.library.asked) <= 2


def test_a_mistake_is_told_and_a_late_one_is_not(qtbot, parts):
    parts.asker.ask(Question("bad"))
    qtbot.waitUntil(lambda: parts.seen == ["query.only_minus"])
    gate = parts.library.gates["bad"] = threading.Event()
    parts.library.deaf = True
    parts.asker.ask(Question("bad"))
    qtbot.waitUntil(lambda: len(parts.library.asked) == 2)
    parts.asker.ask(Question("good"))
    gate.set()
    qtbot.waitUntil(lambda: parts.seen == ["query.only_minus", "hits of good"])


def test_before_the_library_is_open_the_question_is_kept(qtbot):
    bridge = Bridge()
    asker = Asker(bridge)
    asker.ask(Question("early"))
    assert asker.question.text == "early"
    assert not asker.waiting
    bridge.close()


def test_what_is_asked_of_the_library(tmp_path):
    library, loose = SlowLibrary(), LoosePictures()

    def answer(*pictures, text=""):
        return find(library, Question(text, pictures), Turn(), loose)

    odd = os.fsencode(tmp_path) + b'/quo"te\n\xff.jpg'
    with open(odd, "wb") as file:
        file.write(b"x")
    assert answer() == "all"
    assert answer(Picture("a", photo=7)) == "like 7"
    assert answer(Picture("a", path=b"/a\xff.jpg")) == "like b'/a\\xff.jpg'"
    assert answer(Picture("a", data=b"123")) == "like 3 bytes"
    assert answer(Picture("a", photo=7), text="snow") == 'hits of like:"/photos/7.jpg" snow'
    assert answer(Picture("a", path=b"/b\xff.jpg"), text="-x") == 'hits of like:"/b\udcff.jpg" -x'
    assert answer(Picture("a", photo=1), Picture("b", photo=2)).startswith(
        'hits of like:"/photos/1.jpg" like:"'
    )
    asked = answer(Picture("a", path=odd), text="snow")
    aside = asked.removeprefix('hits of like:"').removesuffix('" snow')
    assert '"' not in aside
    assert os.path.samefile(aside, odd)
    data = answer(Picture("a", data=b"png bytes"), text="snow").split('"')[1]
    assert Path(data).read_bytes() == b"png bytes"
    loose.close()
    assert not os.path.exists(data)
    library.lanes.close()
