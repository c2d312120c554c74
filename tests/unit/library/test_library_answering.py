"""Answers of a real library: stacks, names above, orders, filters, facets, and marks that show at once."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import Connection

from core.catalogue import photos
from core.catalogue.connect import raw
from core.errors import RecollectError
from core.jobs import BACKGROUND, Context, Token, Turn
from core.library import Arrangement, Hits, Library
from tests.made_files import Facts, dng, encoded, jpeg
from tests.photos import make_photos, picture, settle, write

STACKED = Arrangement(stacks=True)
ORDERS = ("relevance", "newest", "oldest", "folder")


def index(library: Library, *folders: Path) -> None:
    for folder in folders:
        library.add_folder(folder)
    library.index_now(None, Context(Token(), BACKGROUND, lambda event: None, lambda: None))


def photo(seed: int, day: int, keywords: tuple[str, ...] = ()) -> bytes:
    clock = datetime(1965, 1, 1) if day == 0 else datetime(2020, 1, 1, 12) + timedelta(days=day)
    facts = Facts(clock, 0, "exif", (96, 64), "jpeg", keywords=keywords)
    return jpeg(encoded(picture(seed), "JPEG", quality=90), facts)


@pytest.fixture(scope="module")
def shared_library(tmp_path_factory: pytest.TempPathFactory, tiny_model: Path) -> Iterator[Library]:
    """30 photos in two folders: copies under other names, a RAW file beside its JPEG, keywords, dates."""
    place = tmp_path_factory.mktemp("photos")
    one, two = place / "one", place / "two" / "inner"
    one.mkdir()
    two.mkdir(parents=True)
    for number in range(20):
        words = ("red boat",) if number in (3, 8) else ("Norway", "Sea") if number == 5 else ()
        write(one / f"IMG_{number:02}.jpg", photo(number, number * 9 % 20 * 20, words))
    for number, name in ((4, "dog.jpg"), (7, "copy.jpg"), (7, "again.jpg"), (11, "IMG_30.jpg")):
        shutil.copy2(one / f"IMG_{number:02}.jpg", two / name)
    facts = Facts(datetime(2021, 5, 5), 0, "exif", (96, 64), "raw")
    write(one / "IMG_06.dng", dng(picture(6, (192, 128)), facts))
    make_photos(two, 5, first=50)
    library = Library.open(tmp_path_factory.mktemp("home"))
    library.settings.set("model.active", str(tiny_model))
    library.settings.set("precision", "fp32")
    index(library, one, place / "two")
    yield library
    library.close()


def names(library: Library, hits: Hits) -> list[str]:
    return [row.name for row in library.rows(hits.photo_ids.tolist())]


def ids(library: Library, *wanted: str) -> list[int]:
    rows = library.rows(library.all_photos().photo_ids.tolist())
    found = {row.name: row.id for row in rows}
    return [found[name] for name in wanted]


def test_everything_is_there_once_and_stacked(shared_library: Library) -> None:
    every = shared_library.all_photos()
    assert len(every.photo_ids) == 30 and not every.ranked
    stacked = shared_library.all_photos(STACKED)
    assert len(stacked.photo_ids) == 25 and int(stacked.copies.sum()) == 29
    copies = dict(zip(names(shared_library, stacked), stacked.copies.tolist(), strict=True))
    assert (copies["IMG_07.jpg"], copies["IMG_04.jpg"], copies["IMG_11.jpg"], copies["IMG_00.jpg"]) == (
        3,
        2,
        2,
        1,
    )
    assert [
        name for name, raw in zip(names(shared_library, stacked), stacked.paired, strict=True) if raw
    ] == ["IMG_06.jpg"]
    assert "IMG_06.dng" in names(shared_library, every) and "IMG_06.dng" not in copies


@pytest.mark.parametrize("text", ["", "a dog in the snow", "red boat", "in:one", "a dog -is:raw size:<5mb"])
@pytest.mark.parametrize("stacks", [False, True])
def test_orders_stay_within_named_hits_and_bands(shared_library: Library, text: str, stacks: bool) -> None:
    def ask(sort: str) -> Hits:
        arrangement = Arrangement(sort, stacks)
        return (
            shared_library.search(text, arrangement=arrangement)
            if text
            else shared_library.all_photos(arrangement)
        )

    best = ask("relevance")
    rows = {row.id: row for row in shared_library.rows(best.photo_ids.tolist())}
    place = {key: at for at, key in enumerate(best.photo_ids.tolist())}

    def block(key: int) -> int:
        if not best.ranked:
            return 0
        return -1 if place[key] < best.named else int(best.bands[place[key]])

    def when(key: int) -> float:
        return rows[key].taken_at or 0.0

    keys = {
        "newest": lambda key: (block(key), -when(key), -key),
        "oldest": lambda key: (block(key), when(key), key),
        "folder": lambda key: (block(key), os.path.split(rows[key].path)),
    }
    for sort in ORDERS[1:]:
        hits = ask(sort)
        assert hits.photo_ids.tolist() == sorted(place, key=keys[sort]), sort
        assert (hits.named, hits.clear, hits.photos_searched) == (
            best.named,
            best.clear,
            best.photos_searched,
        )
        again = [place[key] for key in hits.photo_ids.tolist()]
        assert hits.bands.tolist() == best.bands[again].tolist()
        assert hits.copies.tolist() == best.copies[again].tolist()
    if not best.ranked:
        assert best.photo_ids.tolist() == ask("newest").photo_ids.tolist()


def test_photos_older_than_1970_and_all_days_are_put_in_order(shared_library: Library) -> None:
    rows = shared_library.rows(shared_library.all_photos(Arrangement("oldest")).photo_ids.tolist())
    taken = [row.taken_at or 0.0 for row in rows]
    assert taken == sorted(taken) and taken[0] < 0


def test_words_of_names_and_keywords_stand_above(shared_library: Library) -> None:
    for text, expected in (
        ("red boat", {"IMG_03.jpg", "IMG_08.jpg"}),
        ("boat", {"IMG_03.jpg", "IMG_08.jpg"}),
        ('"red boat"', {"IMG_03.jpg", "IMG_08.jpg"}),
        ('"boat red"', set()),
        ("norway", {"IMG_05.jpg"}),
        ("norway sea", {"IMG_05.jpg"}),
        ("norway boat", set()),
        ("dog", {"dog.jpg"}),
        ("IMG_03", {"IMG_03.jpg"}),
        ("boat -people", {"IMG_03.jpg", "IMG_08.jpg"}),
        ("sea in:two", set()),
    ):
        hits = shared_library.search(text)
        assert set(names(shared_library, hits)[: hits.named]) == expected, text
        assert not hits.bands[: hits.named].any() and (hits.clear or not expected)
        assert np.all(np.diff(hits.scores[: hits.named]) <= 0)
        rest = shared_library.search(f"{text} -name:*.xyz").photo_ids
        assert sorted(rest) == sorted(hits.photo_ids)


def test_the_name_of_a_copy_finds_the_photo_that_stands_for_it(shared_library: Library) -> None:
    hits = shared_library.search("dog", arrangement=STACKED)
    assert names(shared_library, hits)[: hits.named] == ["IMG_04.jpg"] and hits.copies[0] == 2
    both = shared_library.search("again", arrangement=STACKED)
    assert names(shared_library, both)[: both.named] == ["IMG_07.jpg"]
    narrowed = shared_library.search("dog in:two", arrangement=STACKED)
    assert names(shared_library, narrowed)[: narrowed.named] == ["dog.jpg"] and narrowed.copies[0] == 1


def test_a_photo_asked_with_and_its_copies_are_no_answer(shared_library: Library) -> None:
    (asked,) = ids(shared_library, "IMG_07.jpg")
    path = os.fsdecode(shared_library.photo_path(asked))
    for hits in (
        shared_library.similar(asked),
        shared_library.similar(path),
        shared_library.search(f'like:"{path}"'),
    ):
        assert not {"IMG_07.jpg", "copy.jpg", "again.jpg"} & set(names(shared_library, hits))
        assert len(hits.photo_ids) == 27


def test_a_filter_alone_lists_and_hidden_photos_are_asked_for(shared_library: Library) -> None:
    (one,) = ids(shared_library, "IMG_12.jpg")
    shared_library.marks.hide([one], True)
    try:
        assert (
            one not in shared_library.all_photos().photo_ids
            and one not in shared_library.search("a dog").photo_ids
        )
        assert shared_library.search("is:hidden").photo_ids.tolist() == [one]
        hits = shared_library.search("a dog is:hidden")
        assert hits.photo_ids.tolist() == [one] and hits.ranked
        facets = shared_library.facets("a dog is:hidden -type:png")
        assert facets.photos == len(shared_library._answering.matches("a dog is:hidden", Turn()))
    finally:
        shared_library.marks.hide([one], False)
    assert one in shared_library.all_photos().photo_ids


def test_marks_show_at_once_and_nothing_is_read_again(shared_library: Library) -> None:
    """However long reading takes: then what was read may be old, but not for what the person did."""
    snapshot = shared_library._snapshot
    shared_library.facets("")
    one, two, other = ids(shared_library, "IMG_13.jpg", "IMG_07.jpg", "again.jpg")
    facts, contents = snapshot.facts(), snapshot.columns().content_id
    for kept in (snapshot._columns, snapshot._facts, snapshot._pairs):
        kept._cost = 1e6
    shared_library.marks.favourite([one, other], True)
    shared_library.marks.hide([two], True)
    try:
        assert sorted(shared_library.search("is:favourite").photo_ids) == sorted([one, other])
        assert two not in shared_library.all_photos().photo_ids
        assert snapshot.facts() is facts and snapshot.columns().content_id is contents
        # A favourite stands for its copies.
        stacked = shared_library.all_photos(STACKED)
        assert dict(zip(stacked.photo_ids.tolist(), stacked.copies.tolist(), strict=True))[other] == 2
    finally:
        shared_library.marks.hide([two], False)
        shared_library.marks.favourite([one, other], False)
        snapshot.forget()
    assert len(shared_library.search("is:favourite").photo_ids) == 0
    assert not any(
        row.favourite or row.hidden
        for row in shared_library.rows(shared_library.all_photos().photo_ids.tolist())
    )


def test_stacks_are_expanded_as_they_were_shown(shared_library: Library) -> None:
    seven, copy, again, six, raw = ids(
        shared_library, "IMG_07.jpg", "copy.jpg", "again.jpg", "IMG_06.jpg", "IMG_06.dng"
    )
    assert set(shared_library.stack([seven])) == {seven, copy, again}
    assert shared_library.stack([six]) == [six, raw] and shared_library.stack([raw]) == [raw]
    assert shared_library.stack([10**9])[:1] == [10**9]
    assert set(shared_library.stack([copy], "in:two")) == {copy, again}
    assert shared_library.stack([six], "-is:raw") == [six]
    shared_library.marks.hide([again], True)
    assert set(shared_library.stack([seven])) == {seven, copy}
    shared_library.marks.hide([again], False)
    shared_library.settings.set("results.stacks", False)
    assert shared_library.stack([seven, six]) == [seven, six]
    shared_library.settings.set("results.stacks", True)


def test_facets_count_what_asking_finds(shared_library: Library) -> None:
    for text in ("", "in:one", "type:raw or keyword:boat", "-type:raw has:keywords", "date:2020"):
        facets = shared_library.facets(text)
        found = shared_library.search(text) if text else shared_library.all_photos()
        assert facets.photos == len(found.photo_ids)
        for field, values in facets.fields.items():
            for value in values:
                if field == "is" or field == "has":
                    alone = shared_library.search(f"({text}) {value.fact}" if text else value.fact)
                    assert value.count == len(alone.photo_ids), (text, value)
    years = shared_library.facets("").months
    assert sum(number for _, number in years) == 30 and years[0][0] < 0
    assert shared_library.facets("date:2020").months == years


def test_chosen_values_are_those_asked_for(shared_library: Library) -> None:
    facets = shared_library.facets("type:raw -orientation:portrait has:keywords")
    chosen = {value.fact for values in facets.fields.values() for value in values if value.chosen}
    assert chosen == {"type:raw", "has:keywords"}


def test_facets_with_words_count_their_matches(shared_library: Library) -> None:
    matches = set(shared_library._answering.matches("red boat", Turn()).tolist())
    assert matches
    assert shared_library.facets("red boat").photos == len(matches)
    raws = set(shared_library.search("in:one").photo_ids.tolist())
    assert shared_library.facets("red boat in:one").photos == len(matches & raws)


def test_strong_is_what_the_window_counts(shared_library: Library) -> None:
    for text in ("dog", "red boat", "a photo of the sea"):
        for stacks in (True, False):
            shared_library.settings.set("results.stacks", stacks)
            hits = shared_library.search(text, arrangement=Arrangement(stacks=stacks))
            assert shared_library._answering.strong(text, Turn()) == np.count_nonzero(hits.bands == 0)
            matches = shared_library._answering.matches(text, Turn())
            shown = hits.photo_ids[hits.bands < 2].tolist()
            assert sorted(matches) == sorted(shared_library.stack(shown))
    shared_library.settings.set("results.stacks", True)


def test_odd_queries_are_answered_or_refused_in_words(shared_library: Library) -> None:
    for text in (
        "x" * 10_000,
        "w " * 3_000,
        "half \ud83d",
        'name:"\udcff"',
        "keyword:★",
        'in:"\udcff"',
        "🐕",
    ):
        shared_library.search(text)
        shared_library.facets(text)
    for text, code in (("", "query.empty"), ("-dog", "query.only_minus"), ("date:2021-13", "query.mistake")):
        with pytest.raises(RecollectError) as raised:
            shared_library.search(text)
        assert raised.value.code == code


def test_a_folder_that_goes_offline_gives_way_to_copies_at_hand(shared_library: Library) -> None:
    from core.catalogue import folders

    first = next(row for row in shared_library.folders() if row.name == "one")
    with shared_library._shared.catalogue.writing() as conn:
        folders.set_state(conn, first.id, "offline")
    shared_library._snapshot.forget()
    try:
        shown = names(shared_library, shared_library.all_photos(STACKED))
        assert {"dog.jpg", "IMG_30.jpg"} <= set(shown) and "IMG_04.jpg" not in shown
        assert len(shared_library.search("is:offline").photo_ids) == 21
    finally:
        with shared_library._shared.catalogue.writing() as conn:
            folders.set_state(conn, first.id, "seen")
        shared_library._snapshot.forget()
    assert "IMG_04.jpg" in names(shared_library, shared_library.all_photos(STACKED))


def test_a_removed_folder_stands_for_nothing(library: Library, tmp_path: Path) -> None:
    (one,) = make_photos(tmp_path / "a", 1)
    (tmp_path / "b").mkdir()
    shutil.copy2(one, tmp_path / "b" / "copy.jpg")
    settle(tmp_path / "b" / "copy.jpg")
    index(library, tmp_path / "a", tmp_path / "b")
    hits = library.all_photos(STACKED)
    assert hits.copies.tolist() == [2]
    library.remove_folder(tmp_path / "a")
    left = library.all_photos(STACKED)
    assert left.copies.tolist() == [1] and names(library, left) == ["copy.jpg"]
    assert library.stack(left.photo_ids.tolist()) == left.photo_ids.tolist()


def test_what_was_being_read_when_a_run_ended_is_read_again(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_photos(tmp_path / "photos", 3)
    index(library, tmp_path / "photos")
    one = int(library.all_photos().photo_ids[0])
    has_read, go_on, real = threading.Event(), threading.Event(), photos.columns

    def slow(conn: Connection) -> photos.PhotoColumns:
        value = real(conn)
        has_read.set()
        assert go_on.wait(10)
        return value

    monkeypatch.setattr(photos, "columns", slow)
    catalogue, snapshot = library._shared.catalogue, library._snapshot
    with catalogue.writing() as conn:
        raw(conn).execute("UPDATE photos SET favourite = 1")
    reader = threading.Thread(target=snapshot.columns)
    reader.start()
    assert has_read.wait(10)
    with catalogue.writing() as conn:
        raw(conn).execute("UPDATE photos SET hidden = 1 WHERE id = ?", (one,))
    snapshot.forget()
    time.sleep(0.05)  # a long reading: what it gives may be shown for a while
    go_on.set()
    reader.join()
    columns = snapshot.columns()
    assert columns.hidden[columns.photo_id == one].tolist() == [True]
