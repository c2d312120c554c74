"""Gentle, slower on battery, paused on battery, live; and what adding a folder would mean."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.errors import Cancelled, RecollectError
from core.jobs import Context, Event, Progress, Token
from core.library import Library
from core.library.estimates import Rate
from core.library.indexing import Indexing
from core.library.surroundings import Computer, Pace, Pacing, lower_priority
from core.settings import Settings
from tests.photos import make_photos


class Around:
    """Surroundings that do what the test wants."""

    def __init__(self, battery: bool | None = None) -> None:
        self.battery = battery
        self.asked = 0

    def on_battery(self) -> bool | None:
        self.asked += 1
        return self.battery


GENTLE, FULL = Pace(gentle=True), Pace()
SLOW, HELD = Pace(gentle=True, battery=True), Pace(gentle=True, paused=True, battery=True)


@pytest.mark.parametrize(
    ("gentle", "battery", "mains", "on_battery"),
    [
        ("auto", "slower", FULL, SLOW),
        ("auto", "pause", FULL, HELD),
        ("auto", "same", FULL, FULL),
        ("always", "slower", GENTLE, GENTLE),
        ("always", "pause", GENTLE, HELD),
        ("always", "same", GENTLE, GENTLE),
        ("never", "slower", FULL, FULL),
        ("never", "pause", FULL, Pace(paused=True, battery=True)),
        ("never", "same", FULL, FULL),
    ],
)
def test_the_pace_by_settings_and_battery(gentle: str, battery: str, mains: Pace, on_battery: Pace) -> None:
    settings = Settings()
    settings.set("indexing.gentle", gentle)
    settings.set("indexing.battery", battery)
    for there, expected in ((None, mains), (False, mains), (True, on_battery)):
        assert Pacing(settings, Around(there)).now() == expected


def test_the_battery_is_asked_now_and_then_also_when_the_clock_goes_back() -> None:
    around, now = Around(False), [100.0]
    pacing = Pacing(Settings(), around, clock=lambda: now[0])
    for _ in range(50):
        pacing.now()
    assert around.asked == 1
    around.battery = True
    now[0] += 6.0
    assert pacing.now() == SLOW
    around.battery = False
    now[0] -= 50.0
    assert pacing.now() == FULL


def test_this_computer_answers() -> None:
    assert Computer().on_battery() in {True, False, None}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere priorities are asked for in other ways")
def test_only_the_thread_that_asks_gets_a_lower_priority() -> None:
    seen: list[int] = []

    def ask() -> None:
        lower_priority()
        seen.append(os.getpriority(os.PRIO_PROCESS, threading.get_native_id()))

    before = os.getpriority(os.PRIO_PROCESS, threading.get_native_id())
    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    assert seen == [max(before, 10)]
    assert os.getpriority(os.PRIO_PROCESS, threading.get_native_id()) == before


# indexing obeys


@pytest.fixture
def around() -> Around:
    return Around()


@pytest.fixture
def indexing(library: Library, around: Around, monkeypatch: pytest.MonkeyPatch) -> Iterator[Indexing]:
    """The library's indexing in these surroundings, which are asked each time."""
    monkeypatch.setattr("core.library.surroundings._ASKED_EVERY", 0.0)
    made = Indexing(library._shared, library._folders, library._models, surroundings=around)
    library.settings.set("threads", 2)
    yield made
    made.resume()


class Decoders:
    """Which threads read photos, how many at once, and with which priority."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from core.images import read

        self.names: list[str] = []
        self.priorities: set[int] = set()
        self.at_once = self.most = 0
        self._lock = threading.Lock()
        self._whole = read._whole
        monkeypatch.setattr(read, "_whole", self._read)

    def _read(self, handle: int, size: int) -> bytes:
        with self._lock:
            self.names.append(threading.current_thread().name)
            self.priorities.add(os.getpriority(os.PRIO_PROCESS, threading.get_native_id()))
            self.at_once += 1
            self.most = max(self.most, self.at_once)
        time.sleep(0.005)
        with self._lock:
            self.at_once -= 1
        return self._whole(handle, size)


def go(indexing: Indexing, heard: Callable[[Event], None] = lambda event: None) -> int:
    return indexing.run(Context(Token(), 3, heard, lambda: None)).indexed


def test_on_battery_one_decoder_of_low_priority_works(
    library: Library, indexing: Indexing, around: Around, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_photos(tmp_path / "p", 12)
    library.add_folder(tmp_path / "p")
    around.battery = True
    decoders = Decoders(monkeypatch)
    assert go(indexing) == 12
    assert (set(decoders.names), decoders.most) == ({"decoder-gentle"}, 1)
    if sys.platform == "linux":
        assert min(decoders.priorities) >= 10


def test_the_pace_changes_while_photos_come_in(
    library: Library, indexing: Indexing, around: Around, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_photos(tmp_path / "p", 120)
    library.add_folder(tmp_path / "p")
    decoders = Decoders(monkeypatch)

    def heard(event: Event) -> None:
        if isinstance(event, Progress) and event.text == "Indexing":
            around.battery = event.done < 60 and event.done > 0

    assert go(indexing, heard) == 120
    assert {"decoder-0", "decoder-gentle"} <= set(decoders.names)
    changes = sum(
        a != b for a, b in zip(decoders.names, decoders.names[1:], strict=False) if "gentle" in a + b
    )
    assert changes < 20, "not from photo to photo"


def test_on_battery_it_is_paused_and_says_so_and_goes_on_by_itself(
    library: Library, indexing: Indexing, around: Around, tmp_path: Path
) -> None:
    make_photos(tmp_path / "p", 8)
    library.add_folder(tmp_path / "p")
    library.settings.set("indexing.battery", "pause")
    told: list[dict[str, object]] = []
    library.on_change(lambda change: told.append(change.facts) if change.kind == "paused" else None)
    around.battery = True
    texts: list[str] = []

    def heard(event: Event) -> None:
        if isinstance(event, Progress):
            texts.append(event.text)
            if event.text == "Paused on battery":
                assert event.facts["battery"] and indexing.pace == HELD and not indexing.paused
                around.battery = False

    assert go(indexing, heard) == 8
    assert texts.count("Paused on battery") == 1
    assert told == [{"paused": True, "battery": True}, {"paused": False, "battery": False}]


def test_a_cancel_ends_a_run_that_waits_for_the_mains(
    library: Library, indexing: Indexing, around: Around, tmp_path: Path
) -> None:
    make_photos(tmp_path / "p", 3)
    library.add_folder(tmp_path / "p")
    library.settings.set("indexing.battery", "pause")
    around.battery = True
    token = Token()

    def heard(event: Event) -> None:
        if isinstance(event, Progress) and event.text == "Paused on battery":
            token.cancel()

    assert indexing.run(Context(token, 3, heard, lambda: None)).stopped


# estimates


def test_an_estimate_counts_without_reading_and_knows_the_rate(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_photos(tmp_path / "p", 60)
    make_photos(tmp_path / "new", 7, first=100)
    make_photos(tmp_path / "new" / "raw", 3, first=110)
    (tmp_path / "new" / "notes.txt").write_text("x")
    decoders = Decoders(monkeypatch)
    first = library._indexing.estimate(tmp_path / "new", Token())
    assert (first.photos, first.seconds, first.more) == (10, None, False)
    assert first.path == os.fsencode(tmp_path / "new") and decoders.names == []
    library.add_folder(tmp_path / "p")
    summary = library.index_now(None, Context(Token(), 3, lambda event: None, lambda: None))
    then = library._indexing.estimate(tmp_path / "new", Token())
    assert then.photos == 10 and then.seconds is not None
    # The encoder's loading is not the photos' fault: less than that run's share of time.
    assert 0 < then.seconds <= 10 * summary.seconds / 60
    library.settings.set("exclude.patterns", "raw/")
    assert library._indexing.estimate(tmp_path / "new", Token()).photos == 7


def test_an_estimate_is_cut_short_and_can_be_cancelled(library: Library, tmp_path: Path) -> None:
    for number in range(3):
        make_photos(tmp_path / "p" / str(number), 2, first=10 * number)
    short = library._indexing.estimate(tmp_path / "p", Token(), limit_seconds=0.0)
    assert short.more and short.photos < 6
    token = Token()
    token.cancel()
    with pytest.raises(Cancelled):
        library._indexing.estimate(tmp_path / "p", token)
    with pytest.raises(RecollectError) as caught:
        library._indexing.estimate(tmp_path / "nowhere", Token())
    assert caught.value.code == "folder.missing"


def test_what_other_folders_have_is_not_counted_again(library: Library, tmp_path: Path) -> None:
    make_photos(tmp_path / "p" / "inner", 4)
    make_photos(tmp_path / "p", 2, first=20)
    library.add_folder(tmp_path / "p" / "inner")
    assert library._indexing.estimate(tmp_path / "p", Token()).photos == 2


def test_the_rate_is_that_of_the_last_seconds() -> None:
    now = [0.0]
    rate = Rate(lambda: now[0])
    for done in range(0, 100, 10):
        now[0] += 1.0
        last = rate.at(done)
    assert last == pytest.approx(9.0)
    for done in range(100, 200, 2):
        now[0] += 1.0
        last = rate.at(done)
    assert last == pytest.approx(2.0)
