"""Photos: strange paths and numbers first, then seeing, reading, changing, moving, losing them."""

from __future__ import annotations

import os
import time
import tracemalloc
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from sqlalchemy import Connection

from core.catalogue import contents, folders, photos, problems
from core.catalogue.connect import raw
from core.catalogue.photo_rows import local_offset
from core.catalogue.store import Catalogue


@pytest.fixture
def conn(store: Catalogue) -> Iterator[Connection]:
    with store.writing() as conn:
        folders.add(conn, b"/p", 1.0)
        yield conn


def new(path: bytes, number: int = 1, size: int = 10, mtime_ns: int = 20, device: int = 5) -> photos.NewPhoto:
    return photos.NewPhoto(path, device, number, size, mtime_ns)


def seen(conn: Connection, *paths: bytes, folder: int = 1) -> list[int]:
    """Insert photos, and their ids."""
    photos.insert_waiting(conn, folder, [new(path, number) for number, path in enumerate(paths)], 2.0)
    known = photos.known(conn, folder)
    return [known[path].id for path in paths]


def read(conn: Connection, key: int, fingerprint: bytes = b"", **facts: Any) -> int:
    """Give a photo a content; its id."""
    fingerprint = (fingerprint or b"%d" % key).ljust(16, b".")
    content = contents.add(conn, [contents.NewContent(fingerprint, b"l" * 8, 30, 20, "jpeg")])[fingerprint]
    photos.attach(conn, [photos.ReadPhoto(key, content, **facts)])
    return content


STRANGE = [
    b"/p/new\nline.jpg",
    b"/p/\xff\xfe.jpg",
    b"/p/\xf0\x9f\x90\x8b.jpg",
    b"/p/\xe2\x80\x8frtl\xe2\x80\xae.jpg",
    "/p/café.jpg".encode(),
    "/p/cafe\u0301.jpg".encode(),
    b"/p/a'b\"c;--%?_*.jpg",
    b"/p/back\\slash.jpg",
    b"/p/ ",
    b"/p/" + b"n" * 255,
    b"/p" + b"/d" * 500 + b"/deep.jpg",
    b"/p/CASE.jpg",
    b"/p/case.jpg",
    b"/p/1",
]


def test_strange_names_are_ordinary_photos(conn: Connection) -> None:
    ids = seen(conn, *STRANGE)
    assert len(set(ids)) == len(STRANGE)
    assert [row.path for row in photos.rows(conn, ids)] == STRANGE
    assert photos.paths(conn, ids) == dict(zip(ids, STRANGE, strict=True))
    for key, path in zip(ids, STRANGE, strict=True):
        found = photos.find(conn, path)
        assert found is not None and found.id == key
    assert [photo.path for photo in photos.waiting(conn, after_id=0, limit=100)] == STRANGE
    assert photos.find(conn, b"/p/absent") is None and photos.find(conn, b"") is None


@pytest.mark.parametrize("number", [0, 1, 2**31, 2**63 - 1, 2**63, 2**64 - 1, 2**100 + 7, -1])
def test_file_numbers_of_any_size(conn: Connection, number: int) -> None:
    photos.insert_waiting(conn, 1, [photos.NewPhoto(b"/p/a", number, number, 2**62, -(2**62))], 1.0)
    known = photos.known(conn, 1)[b"/p/a"]
    assert known.inode == known.device == photos.file_number(number)
    facts = (number, number, 2**62, -(2**62))
    assert [item.id for item in photos.find_moved(conn, [facts])[facts]] == [known.id]


def test_odd_metadata_is_stored_as_far_as_it_goes(conn: Connection) -> None:
    (key,) = seen(conn, b"/p/a")
    read(
        conn,
        key,
        camera="lone \ud800 surrogate",
        caption="nul \x00 and \U0001f40b",
        keywords=("\udcff", 'quo"te', ""),
        latitude=float("nan"),
        taken_at=float("inf"),
    )
    row = photos.rows(conn, [key])[0]
    assert (row.camera, row.caption) == ("lone ? surrogate", "nul \x00 and \U0001f40b")
    assert row.keywords == ("?", 'quo"te', "")
    assert row.latitude is None
    assert np.isnan(photos.columns(conn).taken_at[0]) and photos.columns(conn).day[0] == -1


def test_nothing_given_nothing_done(conn: Connection) -> None:
    photos.insert_waiting(conn, 1, [], 1.0)
    photos.mark_changed(conn, [])
    photos.touch(conn, [])
    photos.move(conn, [])
    photos.attach(conn, [])
    photos.mark_gone(conn, [], 1.0)
    photos.set_marks(conn, [], favourite=True)
    assert photos.known(conn, 1) == {} == photos.find_moved(conn, []) == photos.paths(conn, [])
    assert photos.rows(conn, []) == [] == photos.waiting(conn, after_id=0, limit=5)
    assert len(photos.columns(conn).photo_id) == 0
    assert photos.counts(conn) == photos.Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 1)


def test_unknown_ids_change_nothing(conn: Connection) -> None:
    seen(conn, b"/p/a")
    photos.mark_gone(conn, [999], 1.0)
    photos.mark_changed(conn, [(999, 1, 1, 1, 1)])
    photos.move(conn, [(999, b"/p/b", 1, 1, 1, 1, 1)])
    assert photos.rows(conn, [999]) == []
    assert photos.counts(conn).waiting == 1


def test_rows_keep_the_order_asked_for(conn: Connection) -> None:
    ids = seen(conn, b"/p/a", b"/p/b", b"/p/c")
    asked = np.array([ids[2], 12345, ids[0], ids[2]])
    assert [row.id for row in photos.rows(conn, asked)] == [ids[2], ids[0], ids[2]]  # type: ignore[arg-type]


def test_a_new_photo_waits_then_is_read(conn: Connection) -> None:
    a, b = seen(conn, b"/p/a.jpg", b"/p/sub/b.jpg")
    assert photos.waiting(conn, after_id=0, limit=1) == [photos.WaitingPhoto(a, b"/p/a.jpg", 1, 10, 20)]
    assert [photo.id for photo in photos.waiting(conn, after_id=a, limit=9)] == [b]
    assert photos.waiting(conn, after_id=0, limit=9, folder_ids=[2]) == []
    content = read(conn, a, taken_at=86_400.0 * 3 - 60, taken_offset=2, camera="Nikon", keywords=("x", "y"))
    row = photos.rows(conn, [a])[0]
    assert (row.content_id, row.width, row.height, row.format, row.complete) == (content, 30, 20, "jpeg", 1.0)
    assert (row.camera, row.keywords, row.fingerprint, row.look) == (
        "Nikon",
        ("x", "y"),
        b"1".ljust(16, b"."),
        b"l" * 8,
    )
    columns = photos.columns(conn)
    assert columns.photo_id.tolist() == [a] and columns.content_id.tolist() == [content]
    assert columns.aspect.tolist() == [1.5] and columns.day.tolist() == [3]
    assert columns.photo_id.dtype == columns.content_id.dtype == np.int64
    assert columns.aspect.dtype == np.float32 and columns.taken_at.dtype == np.float64
    assert columns.day.dtype == columns.folder_id.dtype == np.int32
    assert columns.hidden.dtype == columns.favourite.dtype == np.bool_


def test_reading_a_version_that_is_no_longer_there_does_not_count(conn: Connection) -> None:
    (key,) = seen(conn, b"/p/a")
    photos.mark_changed(conn, [(key, 5, 1, 11, 21)])
    read(conn, key, size=10, mtime_ns=20)
    assert photos.rows(conn, [key])[0].content_id is None
    read(conn, key, size=11, mtime_ns=21)
    assert photos.rows(conn, [key])[0].content_id is not None


def test_a_changed_file_keeps_marks_and_waits(conn: Connection) -> None:
    (key,) = seen(conn, b"/p/a")
    content = read(conn, key)
    photos.set_marks(conn, [key], favourite=True, hidden=True)
    photos.mark_changed(conn, [(key, 5, 77, 11, 21)])
    row = photos.rows(conn, [key])[0]
    assert (row.content_id, row.favourite, row.hidden, row.size, row.inode) == (None, True, True, 11, 77)
    assert [photo.id for photo in photos.waiting(conn, after_id=0, limit=5)] == [key]
    # Changed twice before it was read: what it was is still not an orphan.
    photos.mark_changed(conn, [(key, 5, 77, 12, 22)])
    assert contents.drop_orphans(conn) == []
    assert read(conn, key, b"1") == content
    read(conn, key, b"really other bytes")
    assert contents.drop_orphans(conn) == [b"1".ljust(16, b".")]


def test_a_touched_file_keeps_its_content(conn: Connection) -> None:
    (key,) = seen(conn, b"/p/a")
    content = read(conn, key)
    photos.touch(conn, [(key, 6, 7, 10, 99)])
    row = photos.rows(conn, [key])[0]
    assert (row.content_id, row.device, row.inode, row.mtime_ns) == (content, 6, 7, 99)


@pytest.mark.parametrize(("size", "kept"), [(10, True), (11, False)])
def test_a_gone_photo_that_is_seen_again(conn: Connection, size: int, kept: bool) -> None:
    (key,) = seen(conn, b"/p/a")
    content = read(conn, key)
    photos.set_marks(conn, [key], favourite=True)
    photos.mark_gone(conn, [key], 50.0)
    photos.mark_gone(conn, [key], 60.0)
    row = photos.rows(conn, [key])[0]
    assert (row.gone_at, row.content_id, row.favourite) == (50.0, content, True)
    assert photos.known(conn, 1)[b"/p/a"].gone
    assert len(photos.columns(conn).photo_id) == 0 and photos.counts(conn).gone == 1
    photos.insert_waiting(conn, 1, [new(b"/p/a", 3, size)], 70.0)
    row = photos.rows(conn, [key])[0]
    assert (row.id, row.gone_at, row.favourite, row.inode) == (key, None, True, 3)
    assert row.content_id == (content if kept else None)


def test_gone_photos_are_forgotten_in_time(conn: Connection) -> None:
    a, b, c = seen(conn, b"/p/a", b"/p/b", b"/p/c")
    for key in (a, b, c):
        read(conn, key, b"shared" if key != c else b"c")
    problems.record(conn, [problems.NewProblem(b"/p/a", 1, a, "photo.truncated")], 1.0)
    photos.mark_gone(conn, [a], 50.0)
    photos.mark_gone(conn, [c], 60.0)
    assert photos.forget_gone(conn, 49.0) == 0
    assert photos.forget_gone(conn, 55.0) == 1
    assert contents.drop_orphans(conn) == []  # b shares the content
    assert photos.forget_gone(conn, 60.0) == 1
    assert contents.drop_orphans(conn) == [b"c".ljust(16, b".")]
    assert problems.list_all(conn) == [] and [*photos.known(conn, 1)] == [b"/p/b"]


def test_find_moved_looks_everywhere(conn: Connection) -> None:
    folders.add(conn, b"/q", 1.0)
    seen(conn, b"/p/a", b"/p/b", b"/p/c")
    photos.insert_waiting(conn, 2, [new(b"/q/a", 0), new(b"/q/other size", 0, size=11)], 1.0)
    content = read(conn, 1)
    photos.mark_gone(conn, [1], 9.0)
    folders.remove(conn, 2, 9.0)
    facts = (5, 0, 10, 20)
    assert photos.find_moved(conn, [facts, (5, 1, 10, 21), (6, 1, 10, 20)]) == {
        facts: [
            photos.MovedCandidate(1, b"/p/a", 1, content, True),
            photos.MovedCandidate(4, b"/q/a", 2, None, False),
        ]
    }


def test_a_move_keeps_everything(conn: Connection) -> None:
    folders.add(conn, b"/q", 1.0)
    (key,) = seen(conn, b"/p/a")
    content = read(conn, key, camera="Nikon")
    photos.set_marks(conn, [key], favourite=True)
    problems.record(conn, [problems.NewProblem(b"/p/a", 1, key, "photo.truncated", {}, 10, 20, 1)], 1.0)
    photos.mark_gone(conn, [key], 9.0)
    photos.move(conn, [(key, b"/q/new/b", 2, 8, 9, 10, 20)])
    row = photos.rows(conn, [key])[0]
    assert (row.path, row.folder_id, row.content_id, row.camera) == (b"/q/new/b", 2, content, "Nikon")
    assert (row.favourite, row.gone_at, row.device, row.inode) == (True, None, 8, 9)
    assert [problem.path for problem in problems.list_all(conn)] == [b"/q/new/b"]
    assert photos.known(conn, 2)[b"/q/new/b"].problem
    photos.move(conn, [(key, b"/q/c", 2, 8, 9, 10, 21)])  # moved and changed
    assert photos.rows(conn, [key])[0].content_id is None


def test_photos_may_swap_places_and_follow_each_other(conn: Connection) -> None:
    a, b, c = seen(conn, b"/p/a", b"/p/b", b"/p/c")
    moves = [(a, b"/p/b"), (b, b"/p/a"), (c, b"/p/d")]
    photos.move(conn, [(key, path, 1, 5, key, 10, 20) for key, path in moves])
    assert photos.paths(conn, [a, b, c]) == dict(moves)
    chain = [(a, b"/p/a"), (b, b"/p/d"), (c, b"/p/e")]
    photos.move(conn, [(key, path, 1, 5, key, 10, 20) for key, path in chain])
    assert photos.paths(conn, [a, b, c]) == dict(chain)


def test_a_move_onto_another_photo(conn: Connection) -> None:
    a, b = seen(conn, b"/p/a", b"/p/b")
    photos.set_marks(conn, [b], favourite=True)
    photos.mark_gone(conn, [b], 9.0)
    photos.move(conn, [(a, b"/p/b", 1, 5, 0, 10, 20)])
    assert photos.rows(conn, [a, b]) == [photos.find(conn, b"/p/b")]
    assert photos.rows(conn, [a])[0].favourite


def test_the_innermost_folder_owns_a_path(conn: Connection) -> None:
    inner = folders.add(conn, b"/p/in", 1.0).id
    (key,) = seen(conn, b"/p/in/a")
    photos.insert_waiting(conn, inner, [new(b"/p/in/a")], 1.0)
    assert photos.known(conn, 1) == {} and photos.known(conn, inner)[b"/p/in/a"].id == key
    photos.insert_waiting(conn, 1, [new(b"/p/in/a")], 1.0)
    assert photos.known(conn, inner)[b"/p/in/a"].id == key
    folders.remove(conn, inner, 5.0)
    photos.insert_waiting(conn, 1, [new(b"/p/in/a")], 1.0)
    assert photos.known(conn, 1)[b"/p/in/a"].id == key
    assert photos.count_by_folder(conn) == {1: 1, inner: 0}


def test_a_problem_of_this_version_is_not_tried_again(conn: Connection) -> None:
    (key,) = seen(conn, b"/p/a")

    def waits(version: int | str | None = 1) -> bool:
        known = photos.known(conn, 1, decoder_version=version)[b"/p/a"]
        waiting = bool(photos.waiting(conn, after_id=0, limit=9, decoder_version=version))
        assert photos.waiting_count(conn, decoder_version=version) == int(waiting)
        assert waiting != known.problem
        assert photos.counts(conn, decoder_version=version).waiting == int(waiting)
        return waiting

    problems.record(conn, [problems.NewProblem(b"/p/a", 1, key, "photo.unreadable", {}, 10, 20, 1)], 1.0)
    assert not waits() and not waits("1") and not waits(None)
    assert waits(2)
    photos.mark_changed(conn, [(key, 5, 1, 11, 20)])
    assert waits() and waits(None)
    problems.record(conn, [problems.NewProblem(b"/p/a", 1, key, "photo.unreadable", {}, 11, 20, 1)], 1.0)
    assert not waits()
    photos.touch(conn, [(key, 5, 1, 11, 21)])
    assert waits()
    problems.record(conn, [problems.NewProblem(b"/p/a", 1, key, "photo.unreadable", {}, 11, 21, 2)], 1.0)
    assert waits() and not waits(2)


def test_half_a_photo_is_tried_again_by_another_decoder(conn: Connection) -> None:
    def waiting(version: int | str | None, after: int = 0, limit: int = 9) -> list[int]:
        found = photos.waiting(conn, after_id=after, limit=limit, decoder_version=version)
        return [photo.id for photo in found]

    a, b, c, d = seen(conn, b"/p/a", b"/p/b", b"/p/c", b"/p/d")
    for key in (a, b, c):
        read(conn, key)
    half = [problems.NewProblem(b"", 1, key, "photo.truncated", {}, 10, 20, 1) for key in (a, c)]
    problems.record(conn, half, 1.0)
    assert waiting(1) == waiting(None) == [d]
    assert waiting(2) == [a, c, d] and waiting(2, a) == [c, d] and waiting(2, a, 1) == [c]
    assert photos.waiting_count(conn, decoder_version=2) == 3
    assert photos.waiting_count(conn, decoder_version=2, folder_ids=[99]) == 0 == len(waiting(2, d))
    (found,) = photos.waiting(conn, after_id=0, limit=1, decoder_version=2)
    assert found == photos.WaitingPhoto(a, b"/p/a", 1, 10, 20)
    # Whose embedding only is missing is no business of the reader.
    space = contents.space_id(conn, "s", 2)
    problems.record(conn, [problems.NewProblem(b"", 1, b, "photo.encode_failed", {}, 10, 20, 1, space)], 1.0)
    assert waiting(2) == [a, c, d]
    folders.set_state(conn, 1, "offline")
    assert waiting(2) == []
    folders.set_state(conn, 1, "live")
    photos.mark_gone(conn, [a], 1.0)
    assert waiting(2) == [c, d]
    read(conn, c)
    problems.clear(conn, [c])
    assert waiting(2) == [d]


def test_waiting_leaves_out_what_cannot_be_reached(conn: Connection) -> None:
    folders.add(conn, b"/q", 1.0)
    a, b = seen(conn, b"/p/a", b"/p/b")
    photos.insert_waiting(conn, 2, [new(b"/q/c", 9)], 1.0)
    photos.mark_gone(conn, [b], 3.0)
    assert [photo.id for photo in photos.waiting(conn, after_id=0, limit=9)] == [a, 3]
    folders.set_state(conn, 2, "offline")
    assert [photo.id for photo in photos.waiting(conn, after_id=0, limit=9)] == [a]
    folders.set_state(conn, 2, "live")
    folders.remove(conn, 1, 4.0)
    assert [photo.id for photo in photos.waiting(conn, after_id=0, limit=9)] == [3]


def test_waiting_counts_are_of_what_waiting_gives(conn: Connection) -> None:
    space = contents.space_id(conn, "s", 2)
    ids = seen(conn, *(b"/p/%d" % number for number in range(9)))
    for key in ids[:6]:
        read(conn, key, b"shared" if key < 3 else b"")
    problems.record(conn, [problems.NewProblem(b"", 1, ids[8], "photo.empty", {}, 10, 20, 1)], 1.0)
    failed = problems.NewProblem(b"", 1, ids[5], "photo.encode_failed", {}, 10, 20, 1, space)
    problems.record(conn, [failed], 1.0)
    photos.mark_gone(conn, [ids[4]], 1.0)
    for version in (None, 1, 2):
        given = photos.waiting_embedding(conn, space, 0, 99, decoder_version=version)
        assert photos.waiting_embedding_count(conn, space, decoder_version=version) == len(given)
        for chosen in (None, [1], [2], []):
            found = photos.waiting(conn, after_id=0, limit=99, folder_ids=chosen, decoder_version=version)
            assert photos.waiting_count(conn, folder_ids=chosen, decoder_version=version) == len(found)
    assert photos.waiting_embedding_count(conn, space) == 3 and photos.waiting_count(conn) == 2


def test_waiting_for_an_embedding(conn: Connection) -> None:
    space = contents.space_id(conn, "s", 2)
    other = contents.space_id(conn, "t", 2)
    a, b, c, _ = seen(conn, b"/p/a", b"/p/copy of a", b"/p/c", b"/p/not read")
    first, same, second = read(conn, a, b"x"), read(conn, b, b"x"), read(conn, c)
    assert first == same
    both = [(first, a, b"/p/a", 10, 20), (second, c, b"/p/c", 10, 20)]
    assert photos.waiting_embedding(conn, space, 0, 9) == both
    assert photos.waiting_embedding(conn, space, 0, 1) == both[:1]
    assert photos.waiting_embedding(conn, space, first, 9) == both[1:]
    # A photo that is gone does not offer its path; its copy does.
    photos.mark_gone(conn, [a], 1.0)
    assert photos.waiting_embedding(conn, space, 0, 1) == [(first, b, b"/p/copy of a", 10, 20)]
    contents.add_embeddings(conn, space, np.array([first]), np.ones((1, 2), np.float32))
    assert photos.waiting_embedding(conn, space, 0, 9) == both[1:]
    # Half a picture has a problem and an embedding; only the encoder's own problem keeps it out.
    problems.record(conn, [problems.NewProblem(b"/p/c", 1, c, "photo.truncated", {}, 10, 20, 1)], 1.0)
    assert photos.waiting_embedding(conn, space, 0, 9) == both[1:]
    failed = problems.NewProblem(b"/p/c", 1, c, "photo.encode_failed", {}, 10, 20, 1, space)
    problems.record(conn, [failed], 1.0)
    assert photos.waiting_embedding(conn, space, 0, 9) == []
    assert photos.waiting_embedding(conn, space, 0, 9, decoder_version=2) == both[1:]
    assert len(photos.waiting_embedding(conn, other, 0, 9)) == 2
    folders.set_state(conn, 1, "offline")
    assert photos.waiting_embedding(conn, other, 0, 9) == []


def test_marks(conn: Connection) -> None:
    a, b = seen(conn, b"/p/a", b"/p/b")
    photos.set_marks(conn, [a, b], favourite=True)
    photos.set_marks(conn, [b], hidden=True, favourite=False)
    assert [(row.favourite, row.hidden) for row in photos.rows(conn, [a, b])] == [
        (True, False),
        (False, True),
    ]
    counts = photos.counts(conn)
    assert (counts.favourites, counts.hidden, counts.photos, counts.waiting) == (1, 1, 2, 2)


def test_columns_leave_out_what_cannot_be_shown(conn: Connection) -> None:
    folders.add(conn, b"/q", 1.0)
    a, b, c = seen(conn, b"/p/a", b"/p/b", b"/p/c")
    photos.insert_waiting(conn, 2, [new(b"/q/d")], 1.0)
    for key in (a, b, 4):
        read(conn, key)
    photos.mark_gone(conn, [b], 1.0)
    assert photos.columns(conn).photo_id.tolist() == [a, 4]
    assert photos.columns(conn).folder_id.tolist() == [1, 2]
    folders.set_state(conn, 1, "offline")
    assert photos.columns(conn).photo_id.tolist() == [a, 4]
    folders.remove(conn, 2, 1.0)
    assert photos.columns(conn).photo_id.tolist() == [a]
    assert c not in photos.columns(conn).photo_id


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="needs tzset")
def test_the_local_day_follows_this_computers_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    try:
        rng = np.random.default_rng(1)
        moments = np.concatenate(
            [
                rng.uniform(0, 1.9e9, 500),
                1616893200 + rng.uniform(-9e4, 9e4, 200),
                [np.nan, np.inf, 1e30, -1e30],
            ]
        )

        def slow(moment: float) -> int:
            try:
                return time.localtime(moment).tm_gmtoff
            except (OverflowError, ValueError, OSError):
                return 0

        assert local_offset(moments).tolist() == [slow(moment) for moment in moments]
    finally:
        monkeypatch.undo()
        time.tzset()


def test_indexes_are_used(conn: Connection) -> None:
    """What is asked often, or by foreign keys for each deleted row, never walks the whole table."""
    for sql in (
        "SELECT 1 FROM photos WHERE inode = 1",
        "SELECT 1 FROM photos WHERE content_id = 1",
        "SELECT 1 FROM photos WHERE former_id = 1",
        "SELECT 1 FROM photos WHERE directory_id = 1 AND name = X'00'",
        "SELECT count(*) FROM photos WHERE folder_id = 1 AND gone_at IS NULL",
        "SELECT 1 FROM photos WHERE content_id IS NULL AND id > 5 ORDER BY id",
        "SELECT 1 FROM embeddings WHERE content_id = 1",
        "SELECT 1 FROM problems WHERE photo_id = 1",
        "SELECT 1 FROM problems WHERE folder_id = 1",
    ):
        plan = " ".join(row[3] for row in raw(conn).execute(f"EXPLAIN QUERY PLAN {sql}"))
        assert "SEARCH" in plan or "ix_photos_waiting" in plan, (sql, plan)
        assert "TEMP B-TREE" not in plan


@pytest.mark.bench
def test_a_hundred_thousand_known_photos_are_lean(store: Catalogue) -> None:
    count = 100_000
    with store.writing() as conn:
        folders.add(conn, b"/p", 1.0)
        made = [
            new(b"/p/%04d/%s/%06d.jpg" % (i // 200, b"d" * 40, i), i + 10**9, i + 10**6, i + 10**18)
            for i in range(count)
        ]
        photos.insert_waiting(conn, 1, made, 1.0)
    with store.reading() as conn:
        start = time.process_time()
        plain = {
            row[1]: row
            for row in raw(conn).execute("SELECT id, name, size, mtime_ns, device, inode FROM photos")
        }
        ceiling = time.process_time() - start
        del plain
        start = time.process_time()
        known = photos.known(conn, 1)
        took = time.process_time() - start
        del known
        tracemalloc.start()
        known = photos.known(conn, 1)
        size, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    print(
        f"known: {took:.3f} CPU-s, plain sqlite3 {ceiling:.3f}; {size / 1e6:.1f} MB; load {os.getloadavg()[0]:.1f}"
    )
    assert len(known) == count
    assert took < 4 * ceiling
    assert size < 60e6
