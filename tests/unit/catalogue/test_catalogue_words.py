"""Names, keywords and captions: what is looked for in memory and in the FTS5 table."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from core.catalogue import folders, photos, words
from core.catalogue.connect import raw
from core.catalogue.photos import NewPhoto, ReadPhoto
from core.catalogue.store import Catalogue
from core.query.matcher import keyword_matches, name_matches
from tests import made_catalogue
from tests.made_conditions import VALUES

NFD = unicodedata.normalize("NFD", "résumé")
NAMES = [
    "IMG_1.jpg",
    "Rēd Bōat.JPG",
    f"{NFD} 2.png",
    "golden-gate_bridge.heic",
    "hidden",
    "写真.jpg",
    "snow.tar.gz.jpg",
]


@pytest.fixture
def filled(store: Catalogue) -> Catalogue:
    """Photos 1 to 7 with the names above; the first two with words."""
    with store.writing() as conn:
        folder = folders.add(conn, b"/p", 1.0)
        new = [NewPhoto(b"/p/" + name.encode(), 1, at, 10, 10) for at, name in enumerate(NAMES)]
        photos.insert_waiting(conn, folder.id, new, 1.0)
        raw(conn).execute(
            "INSERT INTO contents (id, fingerprint, width, height, format) VALUES (1, x'00', 1, 1, 'jpeg')"
        )
        photos.attach(
            conn,
            [
                ReadPhoto(1, 1, keywords=("Café Crème", "Norway"), caption="A dog in the snow"),
                ReadPhoto(2, 1, keywords=("dog", "sled")),
            ],
        )
    return store


def with_all(catalogue: Catalogue, *phrases: str) -> list[int]:
    with catalogue.reading() as conn:
        return words.with_all(conn, phrases).tolist()


def test_all_phrases_have_to_stand_in_name_keywords_or_caption(filled: Catalogue) -> None:
    assert with_all(filled, "dog") == [1, 2]
    assert with_all(filled, "dog", "snow") == [1]
    assert with_all(filled, "dog", "norway", "IMG_1") == [1]
    assert with_all(filled, "dog DOG") == [] and with_all(filled, "sled snow") == []
    assert with_all(filled, "golden gate bridge") == with_all(filled, "Gate", "BRIDGE") == [4]
    assert with_all(filled, "gate golden") == [] and with_all(filled, "golden bridge") == []
    assert with_all(filled, "red boat") == [2]
    assert with_all(filled, "hidden") == [5] and with_all(filled, "写真") == [6]


def test_endings_are_no_words(filled: Catalogue) -> None:
    assert with_all(filled, "jpg") == [] and with_all(filled, "snow tar gz") == [7]


def test_accents_do_not_count_however_they_are_stored(filled: Catalogue) -> None:
    for asked in ("resume", "résumé", NFD, "RÉSUMÉ"):
        assert with_all(filled, asked) == [3]
    assert (
        with_all(filled, "cafe creme") == with_all(filled, unicodedata.normalize("NFD", "Café Crème")) == [1]
    )


def test_odd_phrases_find_nothing_and_break_nothing(filled: Catalogue) -> None:
    for phrases in (
        [],
        [""],
        ["-", "★", '"'],
        ["\ud800"],
        ["\0"],
        ['" OR name : "dog'],
        ["dog"] * 5 + ["*"] * 5 + ["NEAR(dog sled)"],
        [f"w{n}" for n in range(3000)],
        ["x" * 10_000],
        ["x " * 10_000],
    ):
        assert with_all(filled, *phrases) == []
    assert with_all(filled, *["dog"] * 500, "★") == [1, 2]
    assert with_all(filled, "dog", *[f"w{n}" for n in range(99)]) == []


def test_words_follow_renames_new_keywords_and_removal(filled: Catalogue) -> None:
    with filled.writing() as conn:
        photos.move(conn, [(4, b"/p/plain.heic", 1, 1, 3, 10, 10)])
        photos.attach(conn, [ReadPhoto(2, 1, keywords=("cat",))])
    assert (with_all(filled, "golden"), with_all(filled, "plain"), with_all(filled, "cat")) == ([], [4], [2])
    with filled.writing() as conn:
        photos.mark_gone(conn, [2], 5.0)
        photos.forget_gone(conn, 6.0)
    assert with_all(filled, "cat") == []


def test_names_are_those_of_the_slow_reference(tmp_path: Path) -> None:
    with made_catalogue.made(tmp_path, seed=2, count=200) as catalogue, catalogue.reading() as conn:
        known = dict(raw(conn).execute("SELECT id, name FROM photos ORDER BY id").fetchall())
        names = words.names(conn)
        found = set()
        for pattern in (
            *VALUES["name"],
            "*",
            "?",
            "**",
            "*?*",
            "bad \udcff",
            "\udcff*",
            "\n",
            "*.NEF",
            "ß",
            "",
        ):
            assert isinstance(pattern, str)
            expected = [
                key
                for key, name in known.items()
                if name_matches(pattern, name.decode("utf-8", "surrogateescape"))
            ]
            assert names.like(pattern).tolist() == expected, pattern
            found.add(len(expected))
    assert len(found) > 10


def test_keywords_are_those_of_the_slow_reference(tmp_path: Path) -> None:
    with made_catalogue.made(tmp_path, seed=3, count=200) as catalogue, catalogue.reading() as conn:
        rows = raw(conn).execute("SELECT id, keywords, caption FROM photos ORDER BY id").fetchall()
        keywords = words.keywords(conn)
        for asked in (*VALUES["keyword"], "", " ", "\n", "a", "the beach", "x" * 10_000, "\ud800"):
            assert isinstance(asked, str)
            expected = [
                key
                for key, stored, caption in rows
                if keyword_matches(asked, tuple(json.loads(stored)) if stored else (), caption)
            ]
            assert keywords.holding(asked).tolist() == expected, asked


def test_an_empty_catalogue(store: Catalogue) -> None:
    with store.reading() as conn:
        assert words.names(conn).like("*").tolist() == words.names(conn).like("a").tolist() == []
        assert words.keywords(conn).holding("a").tolist() == []
