"""Problems, folders, values, text vectors."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import Connection

from core.catalogue import contents, folders, photos, problems, texts, values
from core.catalogue.problems import NewProblem
from core.catalogue.store import Catalogue


@pytest.fixture
def conn(store: Catalogue) -> Iterator[Connection]:
    with store.writing() as conn:
        folders.add(conn, b"/p", 1.0)
        photos.insert_waiting(conn, 1, [photos.NewPhoto(b"/p/%c" % c, 1, c, 10, 20) for c in b"abc"], 1.0)
        yield conn


def unreadable(key: int, code: str = "photo.unreadable", size: int = 10) -> NewProblem:
    return NewProblem(b"stale path", 1, key, code, {"percent": 5}, size, 20, "1")


def test_a_problem_of_nobody_is_refused(conn: Connection) -> None:
    with pytest.raises(ValueError, match="belongs to"):
        problems.record(conn, [NewProblem(b"/x", None, None, "photo.empty")], 1.0)
    problems.record(conn, [], 1.0)
    problems.record(conn, [unreadable(999)], 1.0)  # forgotten meanwhile
    assert problems.list_all(conn) == [] and problems.count(conn) == 0


def test_odd_facts_are_stored(conn: Connection) -> None:
    facts = {
        "path": Path("/a/\udcff"),
        "raw": b"\xff\n",
        "n": np.int64(3),
        "share": np.float32(0.5),
        "e": OSError(2, "no"),
    }
    problems.record(conn, [NewProblem(b"/p/sub\xff\n", 1, None, "folder.forbidden", facts)], 3.0)
    (row,) = problems.list_all(conn)
    assert row.path == b"/p/sub\xff\n" and row.photo_id is None and row.folder_id == 1
    assert row.facts == {"path": "/a/\ufffd", "raw": "\ufffd\n", "n": 3, "share": 0.5, "e": "[Errno 2] no"}


def test_one_problem_per_photo_the_newest(conn: Connection) -> None:
    problems.record(conn, [unreadable(1), unreadable(2)], 1.0)
    problems.record(conn, [unreadable(1, "photo.empty", 0)], 2.0)
    assert [(row.photo_id, row.code, row.at) for row in problems.list_all(conn)] == [
        (1, "photo.empty", 2.0),
        (2, "photo.unreadable", 1.0),
    ]
    assert problems.list_all(conn)[0] == problems.ProblemRow(
        1, 1, 1, b"/p/a", "photo.empty", {"percent": 5}, 2.0, False
    )
    problems.clear(conn, [1, 999])
    assert [row.photo_id for row in problems.list_all(conn)] == [2]


def test_ignored_while_it_stays_the_same(conn: Connection) -> None:
    problems.record(conn, [unreadable(1), unreadable(2)], 1.0)
    problems.ignore(conn, 1)
    assert problems.count(conn) == 1 == len(problems.list_all(conn))
    problems.record(conn, [unreadable(1)], 2.0)
    assert problems.count(conn) == 1
    assert [row.ignored for row in problems.list_all(conn, include_ignored=True)] == [True, False]
    problems.record(conn, [unreadable(1, "photo.empty")], 3.0)
    assert problems.count(conn) == 2


def test_gone_and_removed_photos_have_no_listed_problems(conn: Connection) -> None:
    problems.record(
        conn, [unreadable(1), unreadable(2), NewProblem(b"/p/s", 1, None, "folder.forbidden")], 1.0
    )
    photos.mark_gone(conn, [1], 1.0)
    assert [row.photo_id for row in problems.list_all(conn)] == [2, None]
    assert problems.count(conn) == 2
    folders.remove(conn, 1, 1.0)
    assert problems.list_all(conn) == [] and problems.count(conn) == 0
    folders.add(conn, b"/p", 2.0)
    assert problems.count(conn) == 2


def test_retry_has_photos_read_again(conn: Connection) -> None:
    problems.record(conn, [unreadable(1), unreadable(2, "photo.truncated"), unreadable(3)], 1.0)
    problems.record(conn, [NewProblem(b"/p/s", 1, None, "folder.forbidden")], 1.0)
    content = contents.add(conn, [contents.NewContent(b"f" * 16, None, 1, 1, "jpeg", 0.6)])[b"f" * 16]
    photos.attach(conn, [photos.ReadPhoto(2, content)])
    assert photos.waiting(conn, after_id=0, limit=9) == []
    assert len(problems.list_all(conn)) == 4
    problems.ignore(conn, 2)
    problems.retry(conn, [2])
    assert [photo.id for photo in photos.waiting(conn, after_id=0, limit=9)] == [2]
    assert photos.rows(conn, [2])[0].content_id == content, "half a photo is found while it waits"
    assert len(problems.list_all(conn)) == 4  # still listed until it was read
    assert contents.drop_orphans(conn) == []
    problems.retry(conn, None)
    assert [photo.id for photo in photos.waiting(conn, after_id=0, limit=9)] == [1, 2, 3]
    assert len(problems.list_all(conn)) == 3
    photos.attach(conn, [photos.ReadPhoto(2, content)])  # now it could be read
    problems.record(conn, [unreadable(1)], 2.0)  # that one could not
    assert [row.photo_id for row in problems.list_all(conn)] == [1, 3]
    assert [photo.id for photo in photos.waiting(conn, after_id=0, limit=9)] == [3]


def test_a_half_picture_keeps_its_problem(conn: Connection) -> None:
    content = contents.add(conn, [contents.NewContent(b"f" * 16, None, 1, 1, "jpeg", 0.6)])[b"f" * 16]
    for order in ("problem first", "photo first"):
        if order == "problem first":
            problems.record(conn, [unreadable(1, "photo.truncated")], 1.0)
        photos.attach(conn, [photos.ReadPhoto(1, content)])
        if order == "photo first":
            problems.record(conn, [unreadable(1, "photo.truncated")], 1.0)
        assert [row.code for row in problems.list_all(conn)] == ["photo.truncated"]
        assert photos.rows(conn, [1])[0].complete == 0.6
        problems.clear(conn, [1])


def test_what_may_have_passed_is_tried_once_for_each_look(conn: Connection) -> None:
    """Neither permissions, nor a loose cable, nor other programs' memory change size or mtime."""

    def waiting() -> list[int]:
        found = [photo.id for photo in photos.waiting(conn, after_id=0, limit=9, decoder_version="1")]
        assert photos.waiting_count(conn, decoder_version="1") == len(found)
        return found

    folders.add(conn, b"/q", 1.0)
    photos.insert_waiting(conn, 2, [photos.NewPhoto(b"/q/d", 1, 9, 10, 20)], 1.0)
    for code in ("photo.forbidden", "photo.not_read", "photo.no_memory"):
        assert code in problems.PASSING
        tried = [unreadable(1, code), unreadable(2), unreadable(3), unreadable(4, code)]
        problems.record(conn, tried, 1.0)
        assert waiting() == []
        problems.ignore(conn, 1)
        problems.due_again(conn, 1)
        assert waiting() == [1], "not the broken one, not that of another folder"
        assert problems.list_all(conn, include_ignored=True)[0].ignored
        problems.record(conn, tried, 2.0)
        assert waiting() == [], "once for each look"
        assert len(problems.list_all(conn, include_ignored=True)) == 4
    photos.mark_gone(conn, [1], 3.0)
    problems.due_again(conn, 1)
    photos.insert_waiting(conn, 1, [photos.NewPhoto(b"/p/a", 1, 97, 10, 20)], 4.0)
    assert waiting() == []


def test_places_are_settled_by_a_scan(conn: Connection) -> None:
    places = [NewProblem(path, 1, None, "folder.forbidden") for path in (b"/p/x", b"/p/y")]
    problems.record(conn, [*places, unreadable(1)], 1.0)
    problems.record(conn, places, 2.0)
    assert problems.count(conn) == 3
    problems.clear_places(conn, 1, keep=[b"/p/y"])
    assert [row.path for row in problems.list_all(conn)] == [b"/p/a", b"/p/y"]
    problems.clear_places(conn, 1)
    assert [row.path for row in problems.list_all(conn)] == [b"/p/a"]


# folders


def test_folders_come_go_and_come_back(conn: Connection) -> None:
    odd = folders.add(conn, b"/\xff\n", 2.0)
    assert odd == folders.FolderRow(2, b"/\xff\n", "waiting", 2.0, None, None, 0)
    with pytest.raises(ValueError, match="not a state"):
        folders.set_state(conn, 1, "asleep")
    folders.set_state(conn, 1, "live")
    folders.set_scanned(conn, 1, 5.0, videos=7)
    folders.set_scanned(conn, 1, 6.0)
    before = folders.get(conn, 1)
    assert before == folders.FolderRow(1, b"/p", "live", 1.0, None, 6.0, 3, 7)
    assert folders.add(conn, b"/p", 9.0) == before
    folders.remove(conn, 1, 10.0)
    folders.remove(conn, 1, 11.0)
    assert [row.id for row in folders.list_all(conn)] == [2]
    assert [row.removed_at for row in folders.list_all(conn, removed=True)] == [10.0, None]
    assert photos.counts(conn).photos == 0 and photos.counts(conn).videos == 0
    assert len(photos.known(conn, 1)) == 3
    back = folders.add(conn, b"/p", 12.0)
    assert (back.id, back.state, back.removed_at, back.photos) == (1, "waiting", None, 3)
    assert folders.find(conn, b"/nowhere") is None and folders.get(conn, 99) is None


def test_removed_folders_are_forgotten_in_time(conn: Connection) -> None:
    problems.record(conn, [unreadable(1), NewProblem(b"/p/s", 1, None, "folder.forbidden")], 1.0)
    folders.remove(conn, 1, 10.0)
    assert folders.forget_removed(conn, 9.9) == 0
    assert folders.forget_removed(conn, 10.0) == 3
    assert folders.list_all(conn, removed=True) == []
    assert photos.known(conn, 1) == {} and problems.list_all(conn, True) == []


# values and text vectors


def test_values(conn: Connection) -> None:
    with pytest.raises(TypeError):
        values.put(conn, "key", b"bytes")
    assert values.get(conn, "key") is None
    for value in ({"a": [1, 2.5, None, "é\ud800"]}, 0, False, "", []):
        values.put(conn, "key", value)
        assert values.get(conn, "key") == value
    values.put(conn, "key", None)
    assert values.get(conn, "key") is None


def test_text_vectors(conn: Connection) -> None:
    one, two = contents.space_id(conn, "one", 2), contents.space_id(conn, "two", 2)
    odd = ["", "a dog", "chien \U0001f415", "new\nline", "nul\x00", "x" * 10_000]
    vectors = {text: np.array([i, 0.1], np.float32) for i, text in enumerate(odd)}
    texts.put(conn, one, "a photo of {}", vectors)
    texts.put(conn, one, "a photo of {}", {})
    texts.put(conn, one, "a photo of {}", {"\ud800": np.zeros(2, np.float32)})
    found = texts.get(conn, one, "a photo of {}", [*odd, "unknown", "\ud800"])
    assert found.keys() == vectors.keys()
    assert all(np.array_equal(found[text], vectors[text]) and found[text].dtype == np.float32 for text in odd)
    assert texts.get(conn, one, "{}", odd) == {} == texts.get(conn, two, "a photo of {}", odd)
    texts.put(conn, one, "a photo of {}", {"": np.array([9, 9], np.float32)})
    assert texts.get(conn, one, "a photo of {}", [""])[""].tolist() == [9, 9]
    assert texts.prune(conn, one, 4) == 2
    assert texts.get(conn, one, "a photo of {}", odd).keys() == set(odd[2:])
    assert texts.prune(conn, one, 4) == 0
    assert texts.prune(conn, one, 0) == 4
    assert texts.get(conn, one, "a photo of {}", iter(odd)) == {}
