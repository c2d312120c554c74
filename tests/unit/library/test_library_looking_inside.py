"""Looking inside photos in the background: stopped, killed, paused, passed by others; and what it leaves."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.catalogue import groups
from core.catalogue.connect import raw
from core.errors import RecollectError
from core.images.decode import decode
from core.jobs import BACKGROUND, INTERACTIVE, Context, Event, Progress, Token, Turn
from core.library import Library
from core.library import looking_inside as stage
from core.library.surroundings import Pacing
from core.models import cards
from core.models.groups import Segmentation, compact
from tests.photos import make_photos

COUNT = 8


def context(token: Token | None = None, heard: Callable[[Event], None] | None = None) -> Context:
    return Context(token or Token(), BACKGROUND, heard or (lambda event: None), lambda: None)


def looked(library: Library) -> int:
    return library.regions.state().looked


def settled(library: Library) -> None:
    """Wait until the background lane has done what it was given."""
    assert library.lanes.background.submit("wait", lambda _: None, order=99).wait(60)


def one_at_a_time(library: Library, monkeypatch: pytest.MonkeyPatch, each: Callable[[int], None]) -> None:
    """Single photos go to the network, each is committed at once, and ``each`` hears of it before."""
    monkeypatch.setattr(stage, "COMMIT_SECONDS", 0.0)
    segmenter = library._segmenting.segmenter()
    segmenter._batch = 1
    segment, count = segmenter.segment, [0]

    def counted(batch: Sequence[Any], turn: Turn) -> list[Segmentation]:
        count[0] += 1
        each(count[0])
        return segment(batch, turn)

    monkeypatch.setattr(segmenter, "segment", counted)


def test_every_photo_is_looked_into_from_its_thumbnail(looking: Library, made: Any) -> None:
    heard: list[Event] = []
    told: list[dict[str, Any]] = []
    looking.on_change(lambda change: told.append(change.facts) if change.kind == "regions" else None)
    summary = looking.look_inside_now(context(heard=heard.append))
    assert (summary.looked, summary.waiting, summary.failed, summary.stopped) == (COUNT, 0, 0, False)
    last = [event for event in heard if isinstance(event, Progress)][-1]
    assert last.total == COUNT and {"rate", "seconds_left", "failed"} <= set(last.facts)
    assert told[0]["running"] and not told[-1]["running"]
    assert (told[-1]["done"], told[-1]["total"], told[-1]["skipped"]) == (COUNT, COUNT, 0)
    segmenter = looking._segmenting.segmenter()
    photo = int(looking.all_photos().photo_ids[0])
    data = looking.thumbnail(photo)
    assert data is not None
    pixels = decode(data, long_side=0).pixels
    expected = compact(segmenter.segment([segmenter.prepare(pixels)], Turn())[0])
    with looking._shared.catalogue.reading() as conn:
        content = raw(conn).execute("SELECT content_id FROM photos WHERE id = ?", (photo,)).fetchone()[0]
        vectors, cells = groups.get(conn, looking._segmenting.space_id(), [content])[content]
        keys = groups.keys(conn, looking._segmenting.space_id())
    assert np.allclose(vectors, expected.embeddings, atol=2e-3) and cells == expected.cells_bytes()
    with looking._segmenting.steady():
        index = looking._segmenting.index()
        assert np.array_equal(index.keys(), keys) and len(keys) >= COUNT
        key = groups.keys_of(np.array([content]), np.array([0]))
        assert np.array_equal(index.vectors(key)[0], vectors[0].astype(np.float32))
    assert looking.look_inside_now(context()).looked == 0


def test_the_index_of_parts_is_there_after_a_restart(looking: Library, own_home: Path) -> None:
    looking.look_inside_now(context())
    with looking._segmenting.steady():
        keys = looking._segmenting.index().keys()
    looking.close()
    with Library.open(own_home) as again, again._segmenting.steady():
        index = again._segmenting.index()
        assert np.array_equal(index.keys(), keys) and index.generation > 0
        assert index.describe()["unsaved_vectors"] == 0 and not again._segmenting.loaded
    shutil.rmtree(own_home / "regions")
    with Library.open(own_home) as again:
        with again._segmenting.steady():
            assert np.array_equal(again._segmenting.index().keys(), keys), "made again from the catalogue"
        again.rebuild_index()
        with again._segmenting.steady():
            assert np.array_equal(again._segmenting.index().keys(), keys)
        assert again.health().sizes["vectors"] > 0 and again.check() == []


def test_a_damaged_index_of_parts_is_found_and_made_again(looking: Library, own_home: Path) -> None:
    looking.look_inside_now(context())
    looking.close()
    (file,) = (own_home / "regions").rglob("*.vectors")
    data = bytearray(file.read_bytes())
    data[-100:] = bytes(100)
    file.write_bytes(data)
    with Library.open(own_home) as again:
        found = again.check()
        assert any("index of parts" in one.what for one in found)
        assert all(one.mended for one in again.check(repair=True) if one.wrong)
        assert again.check() == []


def test_it_starts_and_stops_with_its_setting(looking: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    looking.index()
    settled(looking)
    assert looked(looking) == 0, "nobody asked for it"
    third, go_on = threading.Event(), threading.Event()

    def each(number: int) -> None:
        if number == 3:
            third.set()
            assert go_on.wait(30)

    one_at_a_time(looking, monkeypatch, each)
    looking.settings.set("regions.look_inside", True)
    assert third.wait(30)
    looking.settings.set("regions.look_inside", False)
    go_on.set()
    settled(looking)
    assert 2 <= looked(looking) < COUNT, "what was seen is kept, the rest is left alone"
    looking.settings.set("regions.look_inside", True)
    settled(looking)
    assert looked(looking) == COUNT


def test_new_photos_are_looked_into_after_indexing(looking: Library, made: Any, tmp_path: Path) -> None:
    looking.settings.set("regions.look_inside", True)
    make_photos(tmp_path / "more", 3, first=100)
    looking.add_folder(tmp_path / "more")
    assert looking.index().wait(60)
    settled(looking)
    assert looked(looking) == COUNT + 3
    looking.remove_folder(tmp_path / "more")
    assert looking.index().wait(60)
    settled(looking)
    state = looking.regions.state()
    assert (state.looked, state.photos) == (COUNT, COUNT)
    with looking._segmenting.steady():
        assert len(np.unique(groups.content_of(looking._segmenting.index().keys()))) == COUNT
    looking.add_folder(tmp_path / "more")
    assert looking.index().wait(60)
    settled(looking)
    with looking._segmenting.steady():
        assert len(np.unique(groups.content_of(looking._segmenting.index().keys()))) == COUNT + 3


def test_a_run_on_the_calling_thread_looks_into_photos_there(looking: Library, tmp_path: Path) -> None:
    make_photos(tmp_path / "more", 2, first=150)
    looking.add_folder(tmp_path / "more")
    looking.index_now([tmp_path / "more"], context())
    assert looked(looking) == 0
    looking.settings.set("regions.look_inside", True)
    settled(looking)
    make_photos(tmp_path / "more", 2, first=160)
    assert looking.index_now([tmp_path / "more"], context()).indexed == 2
    assert looked(looking) == COUNT + 4 and not looking.lanes.background.busy


@pytest.mark.parametrize("commit_every", [0.0, 1000.0])
def test_a_cancel_keeps_what_was_seen(
    looking: Library, monkeypatch: pytest.MonkeyPatch, commit_every: float
) -> None:
    token = Token()
    one_at_a_time(looking, monkeypatch, lambda number: token.cancel() if number == 4 else None)
    monkeypatch.setattr(stage, "COMMIT_SECONDS", commit_every)
    summary = looking.look_inside_now(context(token))
    assert summary.stopped and summary.looked == looked(looking) == 3
    assert summary.waiting == COUNT - 3
    again = looking.look_inside_now(context())
    assert (again.looked, again.waiting) == (COUNT - 3, 0)


def test_a_kill_loses_nothing_that_was_committed(looking: Library, own_home: Path) -> None:
    looking.close()
    script = (
        "import os, sys\nfrom core.jobs import Context, Token\nfrom core.library import Library\n"
        "from core.library import looking_inside as stage\nstage.COMMIT_SECONDS = 0.0\n"
        "library = Library.open()\nlibrary._segmenting.segmenter()._batch = 1\n"
        "store, count = library._segmenting.store, []\n"
        "def stored(*a):\n    kept = store(*a)\n    count.extend(kept)\n"
        "    if len(count) == 3: os._exit(9)\n    return kept\n"
        "library._segmenting.store = stored\n"
        "library.look_inside_now(Context(Token(), 3, lambda e: None, lambda: None))\n"
    )
    environment = {**os.environ, "RECOLLECT_HOME": str(own_home)}
    place = Path(__file__).resolve().parents[3]
    done = subprocess.run([sys.executable, "-c", script], cwd=place, env=environment, check=False)
    assert done.returncode == 9
    with Library.open(own_home) as again:
        assert looked(again) == 3 and again.check() == []
        assert again.look_inside_now(context()).looked == COUNT - 3
        with again._segmenting.steady():
            assert len(np.unique(groups.content_of(again._segmenting.index().keys()))) == COUNT


def test_a_pause_holds_it_and_others_pass(looking: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[int, bool]] = []
    looking.on_change(
        lambda change: (
            told.append((change.facts["done"], change.facts["paused"]))
            if change.facts.get("running")
            else None
        )
    )
    one_at_a_time(looking, monkeypatch, lambda number: looking.pause() if number == 3 else None)
    looking.settings.set("regions.look_inside", True)
    while looked(looking) < 3:
        threading.Event().wait(0.01)
    passed = looking.lanes.background.submit("other", lambda _: looked(looking), order=1)
    assert passed.wait(30), "what waits on the lane goes on meanwhile"
    assert looking.paused and looked(looking) == 3
    looking.resume()
    settled(looking)
    assert (3, True) in told and told[-1][1] is False
    assert looked(looking) == COUNT


def test_it_waits_for_the_mains_when_that_is_wanted(
    looking: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Battery:
        away = True

        def on_battery(self) -> bool:
            return self.away

    battery = Battery()
    looking.settings.set("indexing.battery", "pause")
    monkeypatch.setattr(
        looking._indexing, "_pacing", Pacing(looking.settings, battery, clock=iter(range(10**9)).__next__)
    )
    looking.settings.set("regions.look_inside", True)
    threading.Event().wait(0.5)
    assert looked(looking) == 0 and not looking.paused
    battery.away = False
    settled(looking)
    assert looked(looking) == COUNT


def test_gently_means_one_thread_and_rests(looking: Library) -> None:
    looking.settings.set("indexing.gentle", "always")
    assert looking.look_inside_now(context()).looked == COUNT
    assert looking._segmenting.segmenter().gentle
    looking.settings.set("indexing.gentle", "never")
    looking.regions.of(int(looking.all_photos().photo_ids[0]))
    with looking._shared.catalogue.writing() as conn:
        raw(conn).execute("DELETE FROM groups")
    looking.look_inside_now(context())
    assert not looking._segmenting.segmenter().gentle


def test_taking_photos_in_goes_first(
    looking: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    make_photos(tmp_path / "more", 2, first=200)
    looking.add_folder(tmp_path / "more")
    looking.settings.set("regions.look_inside", True)
    settled(looking)
    with looking._shared.catalogue.writing() as conn:
        raw(conn).execute("DELETE FROM groups")
    at: list[int] = []

    def each(number: int) -> None:
        if number == 2:
            looking.index(listener=lambda event: at.append(looked(looking)))

    one_at_a_time(looking, monkeypatch, each)
    looking._inside.start()
    settled(looking)
    assert max(at) <= 3, "the run was over before the third photo was looked into"
    assert looked(looking) == COUNT + 2, "and what it brought was looked into as well"


def test_what_cannot_be_read_is_skipped_and_not_asked_again(
    looking: Library, made: Any, tmp_path: Path
) -> None:
    folder = tmp_path / "doomed"
    make_photos(folder, 2, first=300)
    looking.add_folder(folder)
    looking.index_now([folder], context())
    shutil.rmtree(folder)
    thumbnails = looking.home / "thumbnails"
    for photo in looking.all_photos().photo_ids.tolist():
        if os.fsencode(folder) in looking.photo_path(photo):
            (print_,) = [row.fingerprint for row in _rows(looking, photo)]
            assert print_ is not None
            looking._shared.thumbnails.remove(print_)
    summary = looking.look_inside_now(context())
    assert (summary.looked, summary.failed, summary.waiting) == (COUNT, 2, 2)
    asked: list[int] = []
    thumbnail = looking._inside._thumbnail
    looking._inside._thumbnail = lambda photo: asked.append(photo) or thumbnail(photo)  # type: ignore[func-returns-value]
    looking.settings.set("regions.look_inside", True)
    settled(looking)
    assert not asked, "not again by itself"
    make_photos(folder, 2, first=300)
    again = looking.look_inside_now(context())
    assert (again.looked, again.failed, again.waiting) == (2, 0, 0), (
        "when somebody asks, their files are read"
    )
    assert thumbnails.is_dir()


def _rows(library: Library, photo: int) -> list[Any]:
    from core.catalogue import photos

    with library._shared.catalogue.reading() as conn:
        return photos.rows(conn, [photo])


def test_without_a_region_model_it_says_so_once(
    looking: Library, monkeypatch: pytest.MonkeyPatch, said: list[RecollectError]
) -> None:
    monkeypatch.setattr(cards, "starter_regions_card", lambda cache=None: None)
    looking.settings.set("regions.model", "starter-regions")
    looking.settings.set("regions.look_inside", True)
    settled(looking)
    for _ in range(2):
        looking.index().wait(60)
        settled(looking)
    assert [error.code for error in said] == ["model.segmenter_missing"]
    with pytest.raises(RecollectError) as caught:
        looking.look_inside_now(context())
    assert caught.value.code == "model.segmenter_missing"


def test_another_model_sees_all_before_what_the_first_saw_goes(
    looking: Library, made: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    looking.look_inside_now(context())
    first = looking._segmenting.card().id
    looking.settings.set("regions.model", str(made.other_regions))
    settled(looking)
    assert looking._segmenting.card().id != first
    assert (looked(looking), looking.regions.state().photos) == (0, COUNT)
    token = Token()
    with monkeypatch.context() as patch:
        one_at_a_time(looking, patch, lambda number: token.cancel() if number == 4 else None)
        looking.look_inside_now(context(token))
    spaces = "SELECT count(DISTINCT space_id), count(*) FROM groups"
    with looking._shared.catalogue.reading() as conn:
        assert raw(conn).execute(spaces).fetchone() == (2, COUNT + 3)
    looking.settings.set("regions.model", str(made.regions))
    settled(looking)
    assert looked(looking) == COUNT, "the first one's are still there"
    looking.settings.set("regions.model", str(made.other_regions))
    settled(looking)
    assert looking.look_inside_now(context()).looked == COUNT - 3
    with looking._shared.catalogue.reading() as conn:
        assert raw(conn).execute(spaces).fetchone() == (1, COUNT)
    assert len(list(looking._segmenting.folder.iterdir())) == 1, "and the index of the first is gone"
    with looking._segmenting.steady():
        assert looking._segmenting.index().count > 0


def test_a_change_of_the_model_meanwhile_begins_anew(
    looking: Library, made: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def each(number: int) -> None:
        if number == 2:
            looking.settings.set("regions.model", str(made.other_regions))

    one_at_a_time(looking, monkeypatch, each)
    looking.settings.set("regions.look_inside", True)
    settled(looking)
    settled(looking)
    assert looking._segmenting.card().path == made.other_regions and looked(looking) == COUNT
    with looking._shared.catalogue.reading() as conn:
        assert raw(conn).execute("SELECT count(*) FROM groups").fetchone()[0] == COUNT


def test_a_typed_query_waits_for_one_pass_at_most(looking: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """The gate lets the smaller rank in between two passes of the stage."""
    from core.models.gate import DEVICE

    asked, answered = threading.Event(), threading.Event()
    passes: list[int] = []
    after: list[int] = []

    def query() -> None:
        assert asked.wait(30)
        with DEVICE.admitted(Turn(INTERACTIVE)):
            after.append(len(passes))
        answered.set()

    segmenter = looking._segmenting.segmenter()
    look = segmenter._towers.look

    def counted(chunk: Sequence[Any]) -> Any:
        passes.append(1)
        if len(passes) == 2:
            asked.set()
            while not DEVICE.waiting:
                threading.Event().wait(0.001)
        return look(chunk)

    monkeypatch.setattr(segmenter._towers, "look", counted)
    segmenter._batch = 1
    thread = threading.Thread(target=query)
    thread.start()
    looking.look_inside_now(context())
    thread.join(30)
    assert answered.is_set() and after == [2] and len(passes) == COUNT


def test_photos_without_any_group_count_as_looked_into(
    looking: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    segmenter = looking._segmenting.segmenter()
    segment = segmenter.segment

    def blind(batch: Sequence[Any], turn: Turn) -> list[Segmentation]:
        seen = segment(batch, turn)
        return [
            Segmentation(one.embeddings * np.float32(np.nan if i % 2 else 0), one.assignment)
            for i, one in enumerate(seen)
        ]

    monkeypatch.setattr(segmenter, "segment", blind)
    assert looking.look_inside_now(context()).looked == COUNT
    assert (looked(looking), looking.look_inside_now(context()).looked) == (COUNT, 0)
    with looking._segmenting.steady():
        assert looking._segmenting.index().count == 0
    photo = int(looking.all_photos().photo_ids[0])
    assert looking.regions.of(photo).regions == () and looking.regions.hit(photo, 0) is None
