"""What is left out leaves the results and comes back with everything known; nothing is encoded again."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from core.catalogue import photos
from core.errors import RecollectError
from core.jobs import Context, Token
from core.library import IndexSummary, Library
from tests.photos import make_photos
from tests.waiting import until


def run(library: Library, *paths: Path) -> IndexSummary:
    for path in paths:
        library.add_folder(path)
    return library.index_now(None, Context(Token(), 3, lambda event: None, lambda: None))


def settle(library: Library) -> None:
    """Wait until what a changed setting started is done."""
    assert until(lambda: not library.lanes.background.busy)


def leave_out(library: Library, text: str) -> None:
    library.settings.set("exclude.patterns", text)
    settle(library)


def shown(library: Library) -> set[str]:
    return {row.name for row in library.rows(library.all_photos().photo_ids)}


@pytest.fixture
def filled(library: Library, tmp_path: Path) -> Library:
    make_photos(tmp_path / "p", 2)
    make_photos(tmp_path / "p" / "raw", 3, first=10)
    assert run(library, tmp_path / "p").indexed == 5
    return library


@pytest.fixture
def passes(filled: Library, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many photos went through the network since the library was filled."""
    encoder = filled._models.encoder()
    original, counted = encoder.encode_photos, list[int]()

    def encode(batch, turn):
        counted.append(len(batch))
        return original(batch, turn)

    monkeypatch.setattr(encoder, "encode_photos", encode)
    return counted


@pytest.mark.parametrize("whose", ["all folders", "the folder"])
def test_left_out_and_back_with_marks_and_without_encoding(
    filled: Library, passes: list[int], whose: str
) -> None:
    ids = filled.all_photos().photo_ids
    with filled._shared.catalogue.writing() as conn:
        photos.set_marks(conn, ids.tolist(), favourite=True)

    def change(text: str) -> IndexSummary:
        if whose == "all folders":
            leave_out(filled, text)
        else:
            filled._folders.set_excludes(filled.folders()[0].id, text)
        return run(filled)

    assert change("raw/\n").offline == ()
    assert shown(filled) == {"photo_0000.jpg", "photo_0001.jpg"}
    assert filled.search("a dog").photos_searched == 2 and filled.folders()[0].photos == 2
    again = run(filled)
    assert (again.gone, again.unchanged) == (0, 2)
    assert change("").unchanged == 5
    assert filled.search("a dog").photos_searched == 5 and passes == []
    rows = filled.rows(filled.all_photos().photo_ids)
    assert all(row.favourite for row in rows) and {row.id for row in rows} == set(ids.tolist())


def test_new_photos_are_left_out_from_the_first_look(filled: Library, tmp_path: Path) -> None:
    leave_out(filled, "*.png\n/private/")
    make_photos(tmp_path / "p" / "private", 2, first=30)
    make_photos(tmp_path / "q", 1, first=40)
    make_photos(tmp_path / "q" / "private", 1, first=41)
    assert run(filled, tmp_path / "q").indexed == 1
    assert len(shown(filled)) == 6


def test_what_is_left_out_is_forgotten_like_anything_gone(
    filled: Library, passes: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [time.time()]
    monkeypatch.setattr(filled._shared, "now", lambda: now[0])
    for days, encoded in ((29, 0), (31, 3)):
        leave_out(filled, "raw/")
        run(filled)
        now[0] += days * 86_400
        run(filled)
        leave_out(filled, "")
        run(filled)
        assert (len(shown(filled)), sum(passes)) == (5, encoded)


def test_a_bad_line_is_refused_and_one_in_a_file_is_said_and_passed_over(
    filled: Library, tmp_path: Path
) -> None:
    folder = filled.folders()[0].id
    with pytest.raises(RecollectError) as caught:
        filled._folders.set_excludes(folder, "raw/\n!\n")
    assert (caught.value.code, caught.value.facts["line"]) == ("exclude.bad_pattern", 2)
    assert filled._folders.excludes(tmp_path / "p") == ""
    said: list[object] = []
    filled.on_change(lambda change: said.append(change.facts.get("error")))
    leave_out(filled, "[abc\nraw/")
    for _ in range(2):
        run(filled)
        assert len(shown(filled)) == 2
    assert [error.code for error in said if isinstance(error, RecollectError)] == ["exclude.bad_pattern"]


def test_a_watched_folder_follows_its_patterns(filled: Library, tmp_path: Path) -> None:
    filled.watch()
    assert until(lambda: filled.folders()[0].state == "live"), filled.folders()
    # Another rhythm is no pause in the watching, in which what is set next would not be heard.
    filled.settings.set("watch.quiet_seconds", 0.2)
    filled.settings.set("exclude.patterns", "raw/")
    assert filled._watching._watcher.rhythm.quiet == 0.2
    assert until(lambda: len(shown(filled)) == 2)
    make_photos(tmp_path / "p" / "raw", 1, first=70)
    make_photos(tmp_path / "p" / "other", 1, first=71)
    assert until(lambda: "photo_0071.jpg" in shown(filled))
    assert len(shown(filled)) == 3
    settle(filled)
    filled.set_excludes(filled.folders()[0].id, "!raw/")
    assert until(lambda: len(shown(filled)) == 7)
