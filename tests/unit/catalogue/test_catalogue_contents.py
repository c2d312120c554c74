"""Contents, spaces and embeddings: wrong input first."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from sqlalchemy import Connection

from core.catalogue import contents, folders, photos
from core.catalogue.connect import raw
from core.catalogue.store import Catalogue
from core.errors import RecollectError


@pytest.fixture
def conn(store: Catalogue) -> Iterator[Connection]:
    with store.writing() as conn:
        folders.add(conn, b"/p", 1.0)
        yield conn


def make(conn: Connection, count: int) -> np.ndarray:
    """Photos with a content each; the content ids."""
    photos.insert_waiting(conn, 1, [photos.NewPhoto(b"/p/%d" % i, 1, i, 1, 1) for i in range(count)], 1.0)
    prints = [b"%016d" % i for i in range(count)]
    found = contents.add(conn, [contents.NewContent(one, None, 4, 3, "png") for one in prints])
    ids = [found[one] for one in prints]
    waiting = photos.waiting(conn, after_id=0, limit=count)
    photos.attach(conn, [photos.ReadPhoto(photo.id, key) for photo, key in zip(waiting, ids, strict=True)])
    return np.array(ids, np.int64)


def test_vectors_that_do_not_fit_are_refused(conn: Connection) -> None:
    ids = make(conn, 2)
    space = contents.space_id(conn, "s", 3)
    good = np.ones((2, 3), np.float32)
    for vectors in (good[:1], good[:, :2], good * np.nan, good * np.inf, good * 1e6):
        with np.errstate(over="ignore"), pytest.raises(ValueError, match=r"expected|finite"):
            contents.add_embeddings(conn, space, ids, vectors)
    with pytest.raises(ValueError, match="no space"):
        contents.add_embeddings(conn, 99, ids, good)
    with pytest.raises(ValueError, match="3 numbers"):
        contents.space_id(conn, "s", 4)
    assert len(contents.embedding_keys(conn, space)) == 0


def test_a_vector_of_a_wrong_length_is_damage(conn: Connection) -> None:
    ids = make(conn, 2)
    space = contents.space_id(conn, "s", 3)
    contents.add_embeddings(conn, space, ids, np.ones((2, 3), np.float32))
    raw(conn).execute("UPDATE embeddings SET vector = X'00' WHERE content_id = ?", (int(ids[0]),))
    for keys in (None, ids):
        with pytest.raises(RecollectError) as caught:
            list(contents.iter_embeddings(conn, space, keys))
        assert caught.value.code == "catalogue.damaged"
    assert len(list(contents.iter_embeddings(conn, space, ids[1:]))) == 1


def test_an_embedding_of_an_unknown_content_is_refused(store: Catalogue) -> None:
    with pytest.raises(Exception, match="FOREIGN KEY"), store.writing() as conn:
        space = contents.space_id(conn, "s", 1)
        contents.add_embeddings(conn, space, np.array([77]), np.ones((1, 1), np.float32))


def test_a_reader_does_not_make_spaces(store: Catalogue) -> None:
    with store.reading() as conn:
        assert contents.space_id(conn, "s", 3) == 0
        assert list(contents.iter_embeddings(conn, 0)) == []
        assert len(contents.embedding_keys(conn, 0)) == 0
        assert contents.missing_embedding_count(conn, 0) == 0
    with store.writing() as conn:
        key = contents.space_id(conn, "s", 3)
    with store.reading() as conn:
        assert contents.space_id(conn, "s", 3) == key > 0


def test_adding_twice_keeps_the_id_and_renews_the_rest(conn: Connection) -> None:
    one = contents.NewContent(b"f" * 16, None, 1, 2, "jpeg", 0.5)
    key = contents.add(conn, [one])[b"f" * 16]
    again = contents.NewContent(b"f" * 16, b"12345678", 3, 4, "png")
    assert contents.add(conn, [again, again]) == {b"f" * 16: key}
    assert contents.get(conn, [key, 99]) == {
        key: contents.Content(key, b"f" * 16, b"12345678", 3, 4, "png", 1.0)
    }
    assert contents.add(conn, []) == {} == contents.by_fingerprint(conn, [])
    assert contents.by_fingerprint(conn, [b"f" * 16, b"g" * 16]) == {b"f" * 16: key}


def test_embeddings_come_back_as_they_were_put(conn: Connection) -> None:
    ids = make(conn, 300)
    space = contents.space_id(conn, "s", 8)
    vectors = np.random.default_rng(0).standard_normal((300, 8)).astype(np.float32)
    contents.add_embeddings(conn, space, ids[:100], vectors[:100] * 2)
    contents.add_embeddings(conn, space, ids, vectors)
    blocks = list(contents.iter_embeddings(conn, space, chunk=128))
    assert [len(keys) for keys, _ in blocks] == [128, 128, 44]
    keys = np.concatenate([keys for keys, _ in blocks])
    found = np.concatenate([block for _, block in blocks])
    assert found.dtype == np.float16 and keys.dtype == np.int64
    order = np.argsort(keys)
    assert np.array_equal(keys[order], ids) and np.array_equal(found[order], vectors.astype(np.float16))
    asked = np.array([ids[7], 9999, ids[3]])
    ((some, part),) = contents.iter_embeddings(conn, space, asked)
    assert some.tolist() == [ids[7], ids[3]]
    assert np.array_equal(part, vectors[[7, 3]].astype(np.float16))
    assert list(contents.iter_embeddings(conn, space, np.array([], np.int64))) == []


def test_spaces_are_apart(conn: Connection) -> None:
    ids = make(conn, 3)
    one, two = contents.space_id(conn, "one", 2), contents.space_id(conn, "two", 3)
    contents.add_embeddings(conn, one, ids, np.ones((3, 2), np.float32))
    contents.add_embeddings(conn, two, ids[:1], np.ones((1, 3), np.float32))
    assert contents.list_spaces(conn) == {"one": (one, 2, 3), "two": (two, 3, 1)}
    contents.remove_embeddings(conn, one, ids[1:])
    assert contents.embedding_keys(conn, one).tolist() == [ids[0]]
    assert contents.missing_embedding_count(conn, one) == 2
    contents.remove_space(conn, "one")
    assert contents.list_spaces(conn) == {"two": (two, 3, 1)}
    assert len(contents.embedding_keys(conn, one)) == 0
    assert contents.embedding_keys(conn, two).tolist() == [ids[0]]


def test_keys_are_of_photos_that_can_be_shown(conn: Connection) -> None:
    ids = make(conn, 4)
    folders.add(conn, b"/q", 1.0)
    photos.insert_waiting(conn, 2, [photos.NewPhoto(b"/q/copy", 1, 1, 1, 1)], 1.0)
    photos.attach(conn, [photos.ReadPhoto(5, int(ids[0]))])
    space = contents.space_id(conn, "s", 1)
    contents.add_embeddings(conn, space, ids[:3], np.ones((3, 1), np.float32))
    assert contents.embedding_keys(conn, space).tolist() == ids[:3].tolist()
    photos.mark_gone(conn, [2], 1.0)
    assert contents.embedding_keys(conn, space).tolist() == [ids[0], ids[2]]
    assert contents.missing_embedding_count(conn, space) == 1
    folders.remove(conn, 1, 1.0)
    assert contents.embedding_keys(conn, space).tolist() == [ids[0]]
    assert contents.missing_embedding_count(conn, space) == 0


def test_orphans_go_with_all_that_is_theirs(conn: Connection) -> None:
    ids = make(conn, 3)
    space = contents.space_id(conn, "s", 1)
    contents.add_embeddings(conn, space, ids, np.ones((3, 1), np.float32))
    folders.remove(conn, 1, 5.0)
    assert contents.orphans(conn) == []
    assert folders.forget_removed(conn, 5.0) == 3
    assert contents.orphans(conn) == [(key, b"%016d" % i) for i, key in enumerate(ids.tolist())]
    assert contents.drop_orphans(conn) == [b"%016d" % i for i in range(3)]
    for table in ("photos", "contents", "embeddings", "directories"):
        assert raw(conn).execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
