"""Facts as columns, RAW pairs and the order of paths, against reading rows one by one."""

from __future__ import annotations

import os
from collections.abc import Iterator

import numpy as np
import pytest

from core.catalogue import photo_facts, photos
from core.catalogue.connect import raw
from core.catalogue.photos import PhotoRow
from core.catalogue.store import Catalogue
from core.query.matcher import inside
from tests import made_catalogue
from tests.made_conditions import VALUES


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    with made_catalogue.made(tmp_path_factory.mktemp("facts"), seed=9, count=260) as opened:
        yield opened


@pytest.fixture(scope="module")
def rows(catalogue: Catalogue) -> list[PhotoRow]:
    """All photos, by their ids."""
    with catalogue.reading() as conn:
        return photos.rows(conn, [key for (key,) in raw(conn).execute("SELECT id FROM photos ORDER BY id")])


def test_facts_are_those_of_the_rows(catalogue: Catalogue, rows: list[PhotoRow]) -> None:
    with catalogue.reading() as conn:
        facts = photo_facts.facts(conn)
    known = [row for row in rows if row.content_id is not None]
    assert facts.photo_id.tolist() == [row.id for row in known] and len(known) < len(rows)
    assert facts.rows_of(facts.photo_id[3:9]).tolist() == list(range(3, 9))
    for at, row in enumerate(known):
        place = tuple(
            None if np.isnan(one) else float(one) for one in (facts.latitude[at], facts.longitude[at])
        )
        assert place == (row.latitude, row.longitude)
        said = (facts.size[at], facts.width[at], facts.height[at], facts.added_at[at])
        assert said == (row.size, row.width, row.height, row.added_at)
        said = (facts.keywords[at], facts.captions[at], facts.offline[at])
        assert said == (bool(row.keywords), bool(row.caption), row.folder_state == "offline")
        assert facts.dated[at] == (row.taken_at is not None and row.taken_source != "mtime")
        assert facts.formats[facts.format[at]] == row.format
        assert (facts.cameras[facts.camera[at]] if facts.camera[at] >= 0 else None) == (row.camera or None)
        assert (facts.lenses[facts.lens[at]] if facts.lens[at] >= 0 else None) == (row.lens or None)
        assert facts.directories[facts.directory[at]] + os.path.basename(row.path) == row.path
    assert "" not in facts.cameras and "" not in facts.lenses


def test_folders_are_those_of_the_slow_reference(catalogue: Catalogue) -> None:
    with catalogue.reading() as conn:
        facts = photo_facts.facts(conn)
    plain = [os.fsdecode(path).rstrip("/") for path in facts.directories]
    for wanted in (*VALUES["in"], "", "C:/x", "//", "PICTURES/one", "ne/inner", "/pictures/on"):
        assert isinstance(wanted, str)
        assert facts.inside(wanted).tolist() == [inside(wanted, path) for path in plain], wanted


def test_raw_pairs_are_those_of_equal_stems(catalogue: Catalogue, rows: list[PhotoRow]) -> None:
    there = [row for row in rows if row.gone_at is None and row.content_id is not None]
    expected = [
        (row.id, other.id)
        for row in there
        for other in there
        if row.format == "raw"
        and other.format != "raw"
        and os.path.dirname(row.path) == os.path.dirname(other.path)
        and os.path.basename(row.path)[-4:-3] == b"."
        and os.path.basename(row.path)[:-4] == os.path.basename(other.path).rpartition(b".")[0]
    ]
    with catalogue.reading() as conn:
        found = [tuple(pair) for pair in photo_facts.raw_pairs(conn).tolist()]
    assert found == sorted(expected)
    raws = [raw_file for raw_file, _ in found]
    assert len(set(raws)) > 5 and len(raws) > len(set(raws))  # some with two pictures


def test_the_order_of_paths(catalogue: Catalogue, rows: list[PhotoRow]) -> None:
    with catalogue.reading() as conn:
        order = photo_facts.path_order(conn).tolist()
        assert photo_facts.offline_folders(conn).tolist() == [3]

    def key(row: PhotoRow) -> tuple[bytes, bytes]:
        head, name = os.path.split(row.path)
        return head + b"/", name

    assert order == [row.id for row in sorted(rows, key=key)]


def test_an_empty_catalogue(store: Catalogue) -> None:
    with store.reading() as conn:
        facts = photo_facts.facts(conn)
        assert len(facts.photo_id) == len(facts.directories) == len(facts.inside("/")) == 0
        assert photo_facts.raw_pairs(conn).shape == (0, 2)
        assert len(photo_facts.path_order(conn)) == len(photo_facts.offline_folders(conn)) == 0
