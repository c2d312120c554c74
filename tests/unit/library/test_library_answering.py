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
def filled(tmp_path_factory: pytest.TempPathFactory, tiny_model: Path) -> Iterator[Library]:
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
    library.lanes.interactive.submit("begin", lambda context: None).wait()
    yield library
    library.close()


def names(library: Library, hits: Hits) -> list[str]:
    return [row.name for row in library.rows(hits.photo_ids.tolist())]


def ids(library: Library, *wanted: str) -> list[int]:
    rows = library.rows(library.all_photos().photo_ids.tolist())
    found = {row.name: row.id for row in rows}
    return [found[name] for name in wanted]


def test_everything_is_there_once_and_stacked(filled: Library) -> None:
    every = filled.all_photos()
    assert len(every.photo_ids) == 30 and not every.ranked
    stacked = filled.all_photos(STACKED)
    assert len(stacked.photo_ids) == 25 and int(stacked.copies.sum()) == 29
    copies = dict(zip(names(filled, stacked), stacked.copies.tolist(), strict=True))
    assert (copies["IMG_07.jpg"], copies["IMG_04.jpg"], copies["IMG_11.jpg"], copies["IMG_00.jpg"]) == (
        3,
        2,
        2,
        1,
    )
    assert [name for name, raw in zip(names(filled, stacked), stacked.paired, strict=True) if raw] == [
        "IMG_06.jpg"
    ]
    assert "IMG_06.dng" in names(filled, every) and "IMG_06.dng" not in copies


@pytest.mark.parametrize("text", ["", "a dog in the snow", "red boat", "in:one", "a dog -is:raw size:<5mb"])
@pytest.mark.parametrize("stacks", [False, True])
def test_orders_stay_within_named_hits_and_bands(filled: Library, text: str, stacks: bool) -> None:
    def ask(sort: str) -> Hits:
        arrangement = Arrangement(sort, stacks)
        return filled.search(text, arrangement=arrangement) if text else filled.all_photos(arrangement)

    best = ask("relevance")
    rows = {row.id: row for row in filled.rows(best.photo_ids.tolist())}
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


def test_photos_older_than_1970_and_all_days_are_put_in_order(filled: Library) -> None:
    rows = filled.rows(filled.all_photos(Arrangement("oldest")).photo_ids.tolist())
    taken = [row.taken_at or 0.0 for row in rows]
    assert taken == sorted(taken) and taken[0] < 0


def test_words_of_names_and_keywords_stand_above(filled: Library) -> None:
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
        hits = filled.search(text)
        assert set(names(filled, hits)[: hits.named]) == expected, text
        assert not hits.bands[: hits.named].any() and (hits.clear or not expected)
        assert np.all(np.diff(hits.scores[: hits.named]) <= 0)
        rest = filled.search(f"{text} -name:*.xyz").photo_ids
        assert sorted(rest) == sorted(hits.photo_ids)


def test_the_name_of_a_copy_finds_the_photo_that_stands_for_it(filled: Library) -> None:
    hits = filled.search("dog", arrangement=STACKED)
    assert names(filled, hits)[: hits.named] == ["IMG_04.jpg"] and hits.copies[0] == 2
    both = filled.search("again", arrangement=STACKED)
    assert names(filled, both)[: both.named] == ["IMG_07.jpg"]
    narrowed = filled.search("dog in:two", arrangement=STACKED)
    assert names(filled, narrowed)[: narrowed.named] == ["dog.jpg"] and narrowed.copies[0] == 1


def test_a_photo_asked_with_and_its_copies_are_no_answer(filled: Library) -> None:
    (asked,) = ids(filled, "IMG_07.jpg")
    path = os.fsdecode(filled.photo_path(asked))
    for hits in (filled.similar(asked), filled.similar(path), filled.search(f'like:"{path}"')):
        assert not {"IMG_07.jpg", "copy.jpg", "again.jpg"} & set(names(filled, hits))
        assert len(hits.photo_ids) == 27


def test_a_filter_alone_lists_and_hidden_photos_are_asked_for(filled: Library) -> None:
    (one,) = ids(filled, "IMG_12.jpg")
    filled.marks.hide([one], True)
    try:
        assert one not in filled.all_photos().photo_ids and one not in filled.search("a dog").photo_ids
        assert filled.search("is:hidden").photo_ids.tolist() == [one]
        hits = filled.search("a dog is:hidden")
        assert hits.photo_ids.tolist() == [one] and hits.ranked
        facets = filled.facets("a dog is:hidden -type:png")
        assert facets.photos == len(filled._answering.matches("a dog is:hidden", Turn()))
    finally:
        filled.marks.hide([one], False)
    assert one in filled.all_photos().photo_ids


def test_marks_show_at_once_and_nothing_is_read_again(filled: Library) -> None:
    """However long reading takes: then what was read may be old, but not for what the person did."""
    snapshot = filled._snapshot
    filled.facets("")
    one, two, other = ids(filled, "IMG_13.jpg", "IMG_07.jpg", "again.jpg")
    facts, contents = snapshot.facts(), snapshot.columns().content_id
    for kept in (snapshot._columns, snapshot._facts, snapshot._pairs):
        kept._cost = 1e6
    filled.marks.favourite([one, other], True)
    filled.marks.hide([two], True)
    try:
        assert sorted(filled.search("is:favourite").photo_ids) == sorted([one, other])
        assert two not in filled.all_photos().photo_ids
        assert snapshot.facts() is facts and snapshot.columns().content_id is contents
        # A favourite stands for its copies.
        stacked = filled.all_photos(STACKED)
        assert dict(zip(stacked.photo_ids.tolist(), stacked.copies.tolist(), strict=True))[other] == 2
    finally:
        filled.marks.hide([two], False)
        filled.marks.favourite([one, other], False)
        snapshot.forget()
    assert len(filled.search("is:favourite").photo_ids) == 0
    assert not any(row.favourite or row.hidden for row in filled.rows(filled.all_photos().photo_ids.tolist()))


def test_stacks_are_expanded_as_they_were_shown(filled: Library) -> None:
    seven, copy, again, six, raw = ids(
        filled, "IMG_07.jpg", "copy.jpg", "again.jpg", "IMG_06.jpg", "IMG_06.dng"
    )
    assert set(filled.stack([seven])) == {seven, copy, again}
    assert filled.stack([six]) == [six, raw] and filled.stack([raw]) == [raw]
    assert filled.stack([10**9])[:1] == [10**9]
    assert set(filled.stack([copy], "in:two")) == {copy, again}
    assert filled.stack([six], "-is:raw") == [six]
    filled.marks.hide([again], True)
    assert set(filled.stack([seven])) == {seven, copy}
    filled.marks.hide([again], False)
    filled.settings.set("results.stacks", False)
    assert filled.stack([seven, six]) == [seven, six]
    filled.settings.set("results.stacks", True)


def test_facets_count_what_asking_finds(filled: Library) -> None:
    for text in ("", "in:one", "type:raw or keyword:boat", "-type:raw has:keywords", "date:2020"):
        facets = filled.facets(text)
        found = filled.search(text) if text else filled.all_photos()
        assert facets.photos == len(found.photo_ids)
        for field, values in facets.fields.items():
            for value in values:
                if field == "is" or field == "has":
                    alone = filled.search(f"({text}) {value.fact}" if text else value.fact)
                    assert value.count == len(alone.photo_ids), (text, value)
    years = filled.facets("").months
    assert sum(number for _, number in years) == 30 and years[0][0] < 0
    assert filled.facets("date:2020").months == years


def test_chosen_values_are_those_asked_for(filled: Library) -> None:
    facets = filled.facets("type:raw -orientation:portrait has:keywords")
    chosen = {value.fact for values in facets.fields.values() for value in values if value.chosen}
    assert chosen == {"type:raw", "has:keywords"}


def test_facets_with_words_count_their_matches(filled: Library) -> None:
    matches = set(filled._answering.matches("red boat", Turn()).tolist())
    assert matches
    assert filled.facets("red boat").photos == len(matches)
    raws = set(filled.search("in:one").photo_ids.tolist())
    assert filled.facets("red boat in:one").photos == len(matches & raws)


def test_strong_is_what_the_window_counts(filled: Library) -> None:
    for text in ("dog", "red boat", "a photo of the sea"):
        for stacks in (True, False):
            filled.settings.set("results.stacks", stacks)
            hits = filled.search(text, arrangement=Arrangement(stacks=stacks))
            assert filled._answering.strong(text, Turn()) == np.count_nonzero(hits.bands == 0)
            matches = filled._answering.matches(text, Turn())
            shown = hits.photo_ids[hits.bands < 2].tolist()
            assert sorted(matches) == sorted(filled.stack(shown))
    filled.settings.set("results.stacks", True)


def test_odd_queries_are_answered_or_refused_in_words(filled: Library) -> None:
    for text in (
        "x" * 10_000,
        "w " * 3_000,
        "half \ud83d",
        'name:"\udcff"',
        "keyword:★",
        'in:"\udcff"',
        "🐕",
    ):
        filled.search(text)
        filled.facets(text)
    for text, code in (("", "query.empty"), ("-dog", "query.only_minus"), ("date:2021-13", "query.mistake")):
        with pytest.raises(RecollectError) as raised:
            filled.search(text)
        assert raised.value.code == code


def test_a_folder_that_goes_offline_gives_way_to_copies_at_hand(filled: Library) -> None:
    from core.catalogue import folders

    first = next(row for row in filled.folders() if row.name == "one")
    with filled._shared.catalogue.writing() as conn:
        folders.set_state(conn, first.id, "offline")
    filled._snapshot.forget()
    try:
        shown = names(filled, filled.all_photos(STACKED))
        assert {"dog.jpg", "IMG_30.jpg"} <= set(shown) and "IMG_04.jpg" not in shown
        assert len(filled.search("is:offline").photo_ids) == 21
    finally:
        with filled._shared.catalogue.writing() as conn:
            folders.set_state(conn, first.id, "seen")
        filled._snapshot.forget()
    assert "IMG_04.jpg" in names(filled, filled.all_photos(STACKED))


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
