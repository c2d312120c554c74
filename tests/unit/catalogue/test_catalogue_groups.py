"""Groups of contents: what does not fit, what was forgotten, what waits, and their keys."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from sqlalchemy import Connection

from core.catalogue import contents, folders, groups, photos
from core.catalogue.connect import raw
from core.catalogue.groups import NewGroups
from core.catalogue.store import Catalogue

DIMENSION = 4


@pytest.fixture
def conn(store: Catalogue) -> Iterator[Connection]:
    with store.writing() as conn:
        folders.add(conn, b"/p", 1.0)
        yield conn


@pytest.fixture
def ids(conn: Connection) -> list[int]:
    """Five photos with a content each, by ascending id."""
    photos.insert_waiting(conn, 1, [photos.NewPhoto(b"/p/%d" % i, 1, i, 1, 1) for i in range(5)], 1.0)
    prints = [b"%016d" % i for i in range(5)]
    found = contents.add(conn, [contents.NewContent(one, None, 4, 3, "png") for one in prints])
    waiting = photos.waiting(conn, after_id=0, limit=5)
    made = [found[one] for one in prints]
    photos.attach(conn, [photos.ReadPhoto(photo.id, key) for photo, key in zip(waiting, made, strict=True)])
    return sorted(made)


def seen(content_id: int, count: int, fill: float = 1.0) -> NewGroups:
    vectors = np.full((count, DIMENSION), fill, np.float32)
    vectors[:, 0] = np.arange(count)
    return NewGroups(content_id, vectors, b"cells %d" % content_id)


def test_what_does_not_fit_is_refused(conn: Connection, ids: list[int]) -> None:
    space = contents.space_id(conn, "s", DIMENSION)
    good = np.ones((2, DIMENSION), np.float32)
    for vectors in (good[:, :3], good * np.nan, good * np.inf, np.ones((8, DIMENSION), np.float32)):
        with pytest.raises(ValueError, match=r"expected|finite"):
            groups.put(conn, space, [NewGroups(ids[0], vectors, b"")])
    with pytest.raises(ValueError, match="no space"):
        groups.put(conn, 99, [NewGroups(ids[0], good, b"")])
    assert not groups.get(conn, space, ids)


def test_groups_come_back_as_they_were_put_and_the_last_counts(conn: Connection, ids: list[int]) -> None:
    space, other = (contents.space_id(conn, name, DIMENSION) for name in ("s", "t"))
    assert groups.put(conn, space, [seen(ids[0], 3), seen(ids[1], 0)]) == ids[:2]
    groups.put(conn, other, [seen(ids[0], 1)])
    groups.put(conn, space, [seen(ids[0], 2, 0.5)])
    found = groups.get(conn, space, ids)
    assert sorted(found) == ids[:2]
    vectors, cells = found[ids[0]]
    assert vectors.dtype == np.float16 and cells == b"cells %d" % ids[0]
    assert vectors.tolist() == [[0, 0.5, 0.5, 0.5], [1, 0.5, 0.5, 0.5]]
    assert found[ids[1]][0].shape == (0, DIMENSION)
    assert len(groups.get(conn, other, ids)[ids[0]][0]) == 1


def test_a_content_that_was_forgotten_meanwhile_is_left_out(conn: Connection, ids: list[int]) -> None:
    space = contents.space_id(conn, "s", DIMENSION)
    raw(conn).execute("DELETE FROM photos WHERE content_id = ?", (ids[0],))
    contents.drop_orphans(conn)
    assert groups.put(conn, space, [seen(ids[0], 1), seen(ids[1], 1)]) == [ids[1]]
    assert not raw(conn).execute("PRAGMA foreign_key_check").fetchall()


def test_groups_go_with_their_content_and_their_space(conn: Connection, ids: list[int]) -> None:
    space, other = (contents.space_id(conn, name, DIMENSION) for name in ("s", "t"))
    for one in (space, other):
        groups.put(conn, one, [seen(key, 2) for key in ids])
    raw(conn).execute("DELETE FROM photos WHERE content_id = ?", (ids[0],))
    contents.drop_orphans(conn)
    assert sorted(groups.get(conn, space, ids)) == ids[1:]
    assert groups.remove_others(conn, space) == 4
    assert not groups.get(conn, other, ids) and len(groups.get(conn, space, ids)) == 4
    contents.remove_space(conn, "s")
    assert not raw(conn).execute("SELECT count(*) FROM groups").fetchone()[0]


def test_what_waits_is_what_can_be_shown_and_was_not_looked_into(conn: Connection, ids: list[int]) -> None:
    space, other = (contents.space_id(conn, name, DIMENSION) for name in ("s", "t"))
    assert groups.waiting(conn, space).tolist() == ids[::-1]
    groups.put(conn, space, [seen(ids[0], 2), seen(ids[1], 0)])  # nothing found counts as looked into
    groups.put(conn, other, [seen(ids[2], 1)])
    raw(conn).execute("UPDATE photos SET gone_at = 5 WHERE content_id = ?", (ids[4],))
    assert groups.waiting(conn, space).tolist() == [ids[3], ids[2]]
    assert groups.waiting(conn, space, 1).tolist() == [ids[3]]
    assert groups.counts(conn, space) == groups.Counts(4, 2)
    assert groups.counts(conn, 0) == groups.Counts(4, 0)
    raw(conn).execute("UPDATE photos SET gone_at = 5 WHERE content_id = ?", (ids[0],))
    assert groups.counts(conn, space) == groups.Counts(3, 1)
    groups.remove(conn, space, [ids[1]])
    assert ids[1] in groups.waiting(conn, space)
    folders.remove(conn, 1, 9.0)
    assert not len(groups.waiting(conn, space)) and not len(groups.keys(conn, space))


def test_one_photo_of_each_content_is_named(conn: Connection, ids: list[int]) -> None:
    rows = raw(conn).execute("SELECT content_id, id FROM photos").fetchall()
    raw(conn).execute("UPDATE photos SET gone_at = 5 WHERE content_id = ?", (ids[1],))
    expected = {content: photo for content, photo in rows if content != ids[1]}
    assert groups.photos_of(conn, [*ids, 12_345]) == expected


def test_keys_name_content_and_place(conn: Connection, ids: list[int]) -> None:
    space = contents.space_id(conn, "s", DIMENSION)
    groups.put(conn, space, [seen(ids[2], 7), seen(ids[0], 2), seen(ids[1], 0)])
    keys = groups.keys(conn, space)
    expected = [(ids[0], place) for place in range(2)] + [(ids[2], place) for place in range(7)]
    assert (
        list(zip(groups.content_of(keys).tolist(), groups.place_of(keys).tolist(), strict=True)) == expected
    )
    assert (np.diff(keys) > 0).all()
    for chunk in (1, 3, 100):
        some = list(groups.iter_vectors(conn, space, chunk=chunk))
        assert np.concatenate([part for part, _ in some]).tolist() == keys.tolist()
        vectors = np.concatenate([part for _, part in some])
        assert vectors[:, 0].tolist() == [place for _, place in expected]
    wanted = keys[[1, 5]]
    ((found, vectors),) = groups.iter_vectors(conn, space, np.append(wanted, 999_999))
    assert found.tolist() == wanted.tolist() and vectors[:, 0].tolist() == [1, 3]
    assert not list(groups.iter_vectors(conn, 0)) and not len(groups.keys(conn, 0))


def test_a_row_of_a_wrong_length_is_as_none(conn: Connection, ids: list[int]) -> None:
    space = contents.space_id(conn, "s", DIMENSION)
    groups.put(conn, space, [seen(key, 2) for key in ids])
    raw(conn).execute("UPDATE groups SET vectors = X'00' WHERE content_id = ?", (ids[0],))
    assert sorted(groups.get(conn, space, ids)) == ids[1:]
    assert sum(len(part) for part, _ in groups.iter_vectors(conn, space)) == 8
    groups.put(conn, space, [seen(ids[0], 1)])
    assert len(groups.get(conn, space, ids)) == 5


def test_which_groups_there_are_is_read_without_their_vectors(conn: Connection) -> None:
    sql = "EXPLAIN QUERY PLAN SELECT content_id, count FROM groups WHERE space_id = 1 ORDER BY content_id"
    plan = " ".join(row[3] for row in raw(conn).execute(sql))
    assert "COVERING INDEX ix_groups_keys" in plan and "TEMP B-TREE" not in plan
