"""Tickets, with real lanes and a library whose answers take as long as the test wants."""

import os
import threading
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtGui import QImage

from app.asking import Asker, Wanted, answer, query_of
from app.grid.walls import Frame
from app.query_bar.chips import Picture, Token
from app.query_bar.question import Question
from app.workers import Bridge
from core.errors import RecollectError
from core.jobs import Lanes, Turn
from core.library.values import Arrangement
from core.query.parse import parse
from core.search.hits import Hits

WANTED = Wanted(Arrangement(), Frame(800, 160))


def hits(count, *, ranked=True, named=0, clear=True, bands=None):
    """An answer of ``count`` photos with the ids 0, 1, 2 …"""
    bands = np.zeros(count, np.uint8) if bands is None else np.array(bands, np.uint8)
    return Hits(
        photo_ids=np.arange(count, dtype=np.int64),
        scores=np.linspace(1, 0, count, dtype=np.float32),
        bands=bands,
        aspects=np.ones(count, np.float32),
        days=np.arange(count, dtype=np.int32) * 400,
        clear=clear,
        exact=True,
        photos_searched=count,
        named=named,
        copies=np.ones(count, np.int32),
        paired=np.zeros(count, np.bool_),
        ranked=ranked,
    )


class SlowLibrary:
    """Answers every question with as many photos as it has letters; waits at a gate per question."""

    def __init__(self) -> None:
        self.lanes = Lanes()
        self.gates: dict[str, threading.Event] = {}
        self.asked: list[str] = []
        self.deaf = False
        self.loose = SimpleNamespace(keep=lambda data, suffix: f"/loose/{len(data)}{suffix}")
        self.named = 0

    def all_photos(self, arrangement):
        return hits(100, ranked=False)

    def search(self, text, turn, arrangement):
        self.asked.append(text)
        gate = self.gates.get(text)
        while gate is not None and not gate.wait(0.005):
            if not self.deaf:
                turn.token.check()
        parse(text)
        if "bad" in text:
            raise RecollectError("query.only_minus")
        if "part:" in text:
            at = text.index("part:")
            raise RecollectError("query.mistake", detail="No.", position=at + 1, end=len(text) + 1)
        return hits(len(text), named=self.named, bands=[at % 3 for at in range(len(text))])

    def similar(self, what, turn, arrangement):
        self.asked.append(f"like {what!r}")
        return hits(3)

    def photo_path(self, photo):
        return f"/photos/{photo}.jpg".encode()


@pytest.fixture
def parts(qtbot):
    bridge, library = Bridge(), SlowLibrary()
    asker = Asker(bridge)
    asker.serve(library, lambda: WANTED)
    seen: list = []
    asker.answered.connect(lambda found: seen.append((found.query, found.again)))
    asker.mistaken.connect(lambda error: seen.append(error.code))
    yield SimpleNamespace(bridge=bridge, library=library, asker=asker, seen=seen)
    for gate in library.gates.values():
        gate.set()
    asker.close()
    assert library.lanes.close()
    bridge.close()


def chips(text: str) -> tuple[Token, ...]:
    return tuple(Token(piece) for piece in parse(text).typed)


@pytest.mark.parametrize("deaf", [False, True])
def test_a_late_answer_never_replaces_a_newer_one(qtbot, parts, deaf):
    parts.library.deaf = deaf  # deaf: the old search runs to its end although it was cancelled
    gate = parts.library.gates["slow"] = threading.Event()
    parts.asker.ask(Question("slow"))
    qtbot.waitUntil(lambda: parts.library.asked == ["slow"])
    parts.asker.ask(Question("quick"))
    assert parts.asker.waiting
    gate.set()
    qtbot.waitUntil(lambda: parts.seen == [("quick", False)])
    qtbot.wait(50)
    assert parts.seen == [("quick", False)]
    assert not parts.asker.waiting


def test_of_many_questions_only_the_last_is_answered(qtbot, parts):
    gate = parts.library.gates["q0"] = threading.Event()
    for number in range(30):
        parts.asker.ask(Question(f"q{number}"))
    gate.set()
    qtbot.waitUntil(lambda: parts.seen == [("q29", False)])
    assert len(parts.library.asked) <= 5  # the first, the last, and what a busy lane took between


def test_a_mistake_is_told_once_and_a_late_one_is_not(qtbot, parts):
    parts.asker.ask(Question("bad"))
    qtbot.waitUntil(lambda: parts.seen == ["query.only_minus"])
    parts.asker.ask(Question("bad"), again=True)  # photos came in: it is no less mistaken
    qtbot.waitUntil(lambda: len(parts.library.asked) == 2 and not parts.asker.waiting)
    assert parts.seen == ["query.only_minus"]
    gate = parts.library.gates["bad"] = threading.Event()
    parts.library.deaf = True
    parts.asker.ask(Question("bad"))
    qtbot.waitUntil(lambda: len(parts.library.asked) == 3)
    parts.asker.ask(Question("good"))
    gate.set()
    qtbot.waitUntil(lambda: parts.seen == ["query.only_minus", ("good", False)])


def test_what_is_asked_again_before_its_first_answer_is_new(qtbot, parts):
    parts.asker.ask(Question("cat"))
    qtbot.waitUntil(lambda: parts.seen == [("cat", False)])
    gate = parts.library.gates["dog"] = threading.Event()
    parts.asker.ask(Question("dog"))
    parts.asker.ask(Question("dog"), again=True)  # another order, chosen before the answer came
    gate.set()
    qtbot.waitUntil(lambda: parts.seen[1:] == [("dog", False)])
    parts.asker.ask(Question("", chips("dog")), again=True)  # the same in a chip
    qtbot.waitUntil(lambda: parts.seen[2:] == [("dog", True)])


def test_before_the_library_is_open_the_question_is_kept(qtbot):
    bridge = Bridge()
    asker = Asker(bridge)
    asker.ask(Question("early"))
    assert asker.question.text == "early"
    assert not asker.waiting
    bridge.close()


@pytest.fixture
def library():
    made = SlowLibrary()
    yield made
    made.lanes.close()


def test_what_is_asked_of_the_library(library):
    def asked(*tokens, text=""):
        library.asked.clear()
        found = answer(library, Question(text, tokens), Turn(), WANTED)
        return (library.asked or ["all"])[0], found.query

    snow, photo = chips("snow -cat^2 type:jpeg"), Token.of(Picture("a", photo=7))
    odd = Token.of(Picture("b", path=b"/b \xff.jpg"), -1)
    image = QImage(2, 2, QImage.Format.Format_RGB32)
    image.fill(0)
    assert asked() == ("all", "")
    assert asked(photo) == ("like 7", 'like:"/photos/7.jpg"')
    assert asked(photo, text="snow")[0] == 'like:"/photos/7.jpg" snow'
    assert asked(odd, text="x")[1] == '-like:"/b \udcff.jpg" x'
    assert asked(*snow, text="in the rain")[0] == "snow -cat^2 type:jpeg in the rain"
    assert asked(Token.of(Picture("x.webp", data=b"12345")))[1] == 'like:"/loose/5.webp"'
    assert asked(Token.of(Picture("dropped", image=image)))[1].endswith('.png"')
    assert asked(text="dog date:") == ("dog", "dog")  # what is still being typed is left out
    assert asked(text="date:") == ("all", "")
    assert os.fsencode(query_of(library, Question("", (odd,)))) == b'-like:"/b \xff.jpg"'


def test_the_span_of_time_is_kept_to_by_the_answer_and_not_by_the_histogram(library):
    found = answer(library, Question("red boots", chips("date:2021")), Turn(), WANTED)
    assert library.asked == ["date:2021 red boots", "red boots"]
    assert len(found.days) == sum(at % 3 < 2 for at in range(len("red boots")))
    library.asked.clear()
    answer(library, Question("red boots date:2021"), Turn(), WANTED)
    assert library.asked == ["red boots date:2021"]


def test_photos_on_their_way_to_the_trash_are_left_out_of_the_bands(library):
    library.named = 4
    wanted = Wanted(Arrangement(), Frame(800, 160, open=True), without=(1, 3, 9))
    found = answer(library, Question("red boots!"), Turn(), wanted)
    sections = found.wall.sections
    assert found.wall.ids.tolist() == [0, 2, 4, 5, 6, 7, 8]
    assert (sections.kind(0), sections.size(0)) == ("named", 2)


@pytest.mark.parametrize(
    ("text", "tokens", "place"),
    [
        ("cat part:hat", "", (5, 13)),
        ("cat part:hat", "type:jpeg -dog", (5, 13)),
        ("cat", "dog part:hat", (0, 0)),
        ("part:hat type:", "dog", (1, 9)),
    ],
)
def test_a_mistake_found_late_stands_where_it_was_typed(library, text, tokens, place):
    with pytest.raises(RecollectError) as raised:
        answer(library, Question(text, chips(tokens)), Turn(), WANTED)
    assert (raised.value.facts["position"], raised.value.facts["end"]) == place
    with pytest.raises(RecollectError) as raised:
        answer(library, Question("bad", chips(tokens)), Turn(), WANTED)
    assert raised.value.code == "query.only_minus" or tokens == "dog part:hat"


def test_when_nothing_is_clear_the_closest_stand_first_in_any_order(library):
    from app.grid.walls import wall_of

    unclear = hits(30, clear=False, bands=[2] * 30)
    mixed = unclear.taken(np.argsort(-unclear.days))  # newest first, as another order gives it
    wall = wall_of(mixed, Frame(800, 160, sort="newest"))
    assert wall.ids[0] == 0 and wall.sections.kind(0) == "unclear"
    assert wall.ids.tolist() == list(range(len(wall.ids)))
