"""What is wrong is found and, where the catalogue alone can, mended."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from core.catalogue import audit, contents, folders, groups, photos, problems
from core.catalogue.connect import connect
from core.catalogue.store import FILE, Catalogue

SPOIL = {
    "photo without folder": ("UPDATE photos SET directory_id = 99 WHERE id = 2", (2,)),
    "photo without its content": ("UPDATE photos SET content_id = 99 WHERE id = 3", (3,)),
    "embedding without content": ("UPDATE embeddings SET content_id = 77 WHERE id = 4", (4,)),
    "embedding of a wrong length": ("UPDATE embeddings SET vector = X'0000' WHERE id = 1", (1,)),
    "text of a wrong length": (
        "INSERT INTO texts (id, space_id, template, text, vector) VALUES (5, 1, '', 'x', X'00')",
        (5,),
    ),
    "groups without content": ("UPDATE groups SET content_id = 77 WHERE id = 2", (2,)),
    "groups of a wrong length": ("UPDATE groups SET count = 3 WHERE id = 1", (1,)),
    "problem without photo or folder": ("UPDATE problems SET photo_id = 99", (1,)),
    "directory without photos": ("INSERT INTO directories VALUES (8, X'2F71')", (8,)),
    audit.ORPHAN_CONTENT: ("DELETE FROM photos WHERE id = 4", (4,)),
}


def library(folder: Path) -> None:
    with Catalogue.open(folder) as catalogue, catalogue.writing() as conn:
        folders.add(conn, b"/p", 1.0)
        photos.insert_waiting(conn, 1, [photos.NewPhoto(b"/p/%d" % i, 1, i, 1, 1) for i in range(6)], 1.0)
        ids = contents.add(conn, [contents.NewContent(b"%016d" % i, None, 1, 1, "png") for i in range(4)])
        keys = [ids[b"%016d" % i] for i in range(4)]
        photos.attach(conn, [photos.ReadPhoto(i + 1, key) for i, key in enumerate(keys)])
        space = contents.space_id(conn, "s", 4)
        contents.add_embeddings(conn, space, np.array(keys), np.ones((4, 4), np.float32))
        seen = [groups.NewGroups(key, np.ones((2, 4), np.float16), b"") for key in keys[:2]]
        groups.put(conn, space, seen)
        problems.record(conn, [problems.NewProblem(b"", 1, 5, "photo.empty", {}, 1, 1)], 1.0)


@pytest.mark.parametrize("kind", SPOIL)
def test_each_kind_is_found_and_mended(tmp_path: Path, kind: str) -> None:
    library(tmp_path)
    statement, ids = SPOIL[kind]
    with closing(connect(tmp_path / FILE, "rw")) as database:  # without foreign keys, as damage is
        database.execute(statement)
    with Catalogue.open(tmp_path) as catalogue:
        with catalogue.reading() as conn:
            assert audit.Finding(kind, ids) in audit.findings(conn)
            if kind != audit.ORPHAN_CONTENT:
                assert tuple(audit.rows(conn, kind)) == ids
        with catalogue.writing() as conn:
            assert audit.Finding(kind, ids) in audit.repair(conn)
        with catalogue.reading() as conn:
            # What is missing now is read and encoded again; nothing else is wrong.
            assert {finding.kind for finding in audit.findings(conn, 1)} <= {audit.NOT_EMBEDDED}
        assert catalogue.check() == []


def test_nothing_wrong_in_an_ordinary_library(tmp_path: Path) -> None:
    library(tmp_path)
    with Catalogue.open(tmp_path) as catalogue:
        with catalogue.reading() as conn:
            assert audit.findings(conn, 1) == []
            assert len(photos.waiting(conn, after_id=0, limit=9)) == 1  # waits and has a problem: not wrong
        with catalogue.writing() as conn:
            assert audit.repair(conn) == []


def test_photos_without_an_embedding(tmp_path: Path) -> None:
    library(tmp_path)
    with Catalogue.open(tmp_path) as catalogue, catalogue.writing() as conn:
        contents.remove_embeddings(conn, 1, [1, 2, 3])
        assert audit.not_embedded(conn, 1) == [1, 2, 3]
        assert audit.findings(conn, 1) == [audit.Finding(audit.NOT_EMBEDDED, (1, 2, 3))]
        assert audit.findings(conn) == [] == audit.repair(conn)
        photos.mark_gone(conn, [1], 1.0)
        problems.record(conn, [problems.NewProblem(b"", 1, 2, "photo.encode_failed", {}, 1, 1, "", 1)], 1.0)
        assert audit.not_embedded(conn, 1) == [3]
        folders.remove(conn, 1, 1.0)
        assert audit.not_embedded(conn, 1) == []


def test_every_kind_is_tested() -> None:
    assert set(audit.KINDS) == {*SPOIL, audit.NOT_EMBEDDED}
