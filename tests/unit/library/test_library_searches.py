"""History, saved searches that collect new photos, and dropped pictures, in a real library."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.errors import RecollectError
from core.jobs import BACKGROUND, Context, Token, Turn
from core.library import Library
from tests.photos import jpeg_bytes, make_photos, settle


@contextmanager
def raised(code: str) -> Iterator[None]:
    with pytest.raises(RecollectError) as error:
        yield
    assert error.value.code == code


def index(library: Library, *folders: Path) -> None:
    for folder in folders:
        library.add_folder(folder)
    library.index_now(None, Context(Token(), BACKGROUND, lambda event: None, lambda: None))


def test_history_is_kept_newest_first_whatever_was_asked(library: Library) -> None:
    odd = ["dog", 'like:"/p/\udcff.jpg"', "x" * 10_000, "half \ud83d", "two\nlines\0"]
    clock = iter(range(1, 1000))
    library._shared.now = lambda: float(next(clock))
    for query in [*odd, "dog", " ", ""]:
        library.searches.remember(query)
    assert library.searches.history() == [
        "dog",
        "two\nlines\0",
        "half ?",
        "x" * 10_000,
        'like:"/p/\udcff.jpg"',
    ]
    library.searches.forget("two\nlines\0")
    assert library.searches.history(2) == ["dog", "half ?"]
    for number in range(260):
        library.searches.remember(f"query {number}")
    assert len(library.searches.texts()) == 200
    library.searches.forget()
    assert library.searches.history() == []


def test_saved_searches_are_named_renamed_and_removed(library: Library) -> None:
    told: list[str] = []
    library.on_change(lambda change: told.append(change.kind))
    first = library.searches.save("  Boats \n of summer ", "boat")
    assert library.searches.save("boats of SUMMER", "a red boat") == first
    other = library.searches.save("Dogs", "dog")
    library.searches.rename(other, "Boats of summer")
    library.searches.rename(other, "  ")
    found = [(one.name, one.query) for one in library.searches.saved()]
    assert found == [("boats of SUMMER", "a red boat"), ("Boats of summer (2)", "dog")]
    for name, query in (("", "dog"), (" ", "dog"), ("name", "  ")):
        with raised("query.empty"):
            library.searches.save(name, query)
    library.searches.remove(first)
    library.searches.remove(first)
    assert [one.id for one in library.searches.saved()] == [other]
    assert told.count("searches") == 6


def test_saved_searches_collect_what_is_new(library: Library, tmp_path: Path) -> None:
    made = make_photos(tmp_path / "a", 6)
    index(library, tmp_path / "a")
    save = library.searches.save
    everything, png, gone, named = (
        save("everything", "size:>0b"),
        save("png", "type:png"),
        save("gone", f'like:"{tmp_path}/nothing.jpg"'),
        save("named", "photo -holiday"),
    )

    def new() -> dict[int, int]:
        return {one.id: one.new for one in library.searches.saved()}

    assert new() == {everything: 0, png: 0, gone: 0, named: 0}
    make_photos(tmp_path / "b", 4, first=20)
    shutil.copy2(made[0], tmp_path / "b" / "copy.jpg")
    told: list[str] = []
    library.on_change(lambda change: told.append(change.kind))
    index(library, tmp_path / "b")
    # "photo_0021.jpg" carries the word; a copy is new as well, and one that cannot be asked stays at none.
    matching = set(
        library._answering.matches("photo -holiday", Context(Token(), 1, print, print).turn).tolist()
    )
    rows = library.rows(sorted(matching))
    expected = sum(b"/b/" in row.path for row in rows)
    assert expected >= 4
    assert new() == {everything: 5, png: 0, gone: 0, named: expected}
    assert "searches" in told
    library.searches.seen(everything)
    assert new()[everything] == 0 and new()[named] == expected
    # Moving a photo makes it no newer, taking it away makes it fewer.
    made[1].rename(tmp_path / "b" / "moved.jpg")
    (tmp_path / "b" / "photo_0020.jpg").unlink()
    (tmp_path / "b" / "photo_0021.jpg").unlink()
    index(library)
    assert new() == {everything: 0, png: 0, gone: 0, named: expected - 2}


def test_what_was_seen_while_it_was_counted_is_not_new_again(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_photos(tmp_path / "a", 2)
    index(library, tmp_path / "a")
    keys = [library.searches.save(name, "size:>0b") for name in ("looked at", "another query", "left alone")]
    make_photos(tmp_path / "b", 3, first=20)
    real = library.searches._matches
    asked: list[str] = []

    def meanwhile(query: str, turn: Turn) -> NDArray[np.int64]:
        found = real(query, turn)
        asked.append(query)
        if len(asked) == 3:
            library.searches.seen(keys[0])
            library.searches.save("another query", "type:png")
        return found

    monkeypatch.setattr(library.searches, "_matches", meanwhile)
    index(library, tmp_path / "b")
    found = {one.name: (one.query, one.new) for one in library.searches.saved()}
    assert asked == ["size:>0b"] * 3
    assert found == {
        "looked at": ("size:>0b", 0),
        "another query": ("type:png", 0),
        "left alone": ("size:>0b", 3),
    }


def test_a_reader_sees_searches_and_keeps_none(library: Library, own_home: Path) -> None:
    library.searches.save("Dogs", "dog")
    library.searches.remember("dog")
    with Library.open(own_home, read_only=True) as reader:
        reader.searches.remember("cat")
        reader.searches.seen(reader.searches.saved()[0].id)
        assert (reader.searches.history(), len(reader.searches.saved())) == (["dog"], 1)
        with raised("catalogue.read_only"):
            reader.searches.save("Cats", "cat")
        kept = reader.loose.keep(b"bytes")
        assert own_home / "loose" not in kept.parents
        assert reader.loose.prune([]) == 0
        kept.unlink()


def test_dropped_pictures_stay_while_a_query_names_them(library: Library) -> None:
    data = [jpeg_bytes(seed) for seed in range(4)]
    files = [library.loose.keep(one, ".jpg") for one in data]
    assert len(set(files)) == 4 and [file.read_bytes() for file in files] == data
    library.searches.remember(f'like:"{files[0]}"')
    library.searches.save("Like it", f'a dog like:"{files[1]}"^2')
    assert library.loose.prune(library.searches.texts()) == 0
    for file in files:
        settle(file, 90_000)
    assert library.loose.keep(data[2], ".jpg") == files[2]  # dropped again, nothing asked yet
    assert library.loose.prune(library.searches.texts()) == 1
    assert [file.exists() for file in files] == [True, True, True, False]
    library.searches.forget()
    assert library.loose.prune(library.searches.texts(), time.time() + 90_000) == 2
    assert [file.exists() for file in files] == [False, True, False, False]
    assert os.listdir(files[1].parent) == [files[1].name]
