"""Which folders may be added: never one inside the library, whatever its name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from core.errors import RecollectError
from core.jobs import Context, Token
from core.library import Library
from tests.photos import make_photos


@pytest.fixture
def linked(tmp_path: Path, tiny_model: Path):
    """A library at /link/lib, where /link leads to /data."""
    (tmp_path / "data").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "data")
    with Library.open(tmp_path / "link" / "lib") as library:
        library.settings.set("model.active", str(tiny_model))
        library.settings.set("precision", "fp32")
        yield library


def code_of(library: Library, path: Path) -> str:
    try:
        library.add_folder(path)
    except RecollectError as error:
        return error.code
    return "taken"


def test_a_folder_inside_the_library_is_refused_by_any_name(linked: Library, tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "lib" / "thumbnails").mkdir(exist_ok=True)
    (tmp_path / "shortcut").symlink_to(data / "lib" / "thumbnails")
    for path in (data / "lib", data / "lib" / "thumbnails", tmp_path / "link" / "lib", tmp_path / "shortcut"):
        assert code_of(linked, path) == "folder.inside_library", path
    (data / "library").mkdir()
    assert code_of(linked, data / "library") == "taken"
    assert code_of(linked, data) == "taken"


def test_the_samples_inside_the_library_are_taken_by_any_name(linked: Library, tmp_path: Path) -> None:
    make_photos(tmp_path / "data" / "lib" / "samples", 1)
    assert code_of(linked, tmp_path / "data" / "lib" / "samples") == "taken"
    assert code_of(linked, tmp_path / "link" / "lib" / "samples") == "taken"


def test_a_library_reached_by_a_link_does_not_index_its_own_thumbnails(
    linked: Library, tmp_path: Path
) -> None:
    make_photos(tmp_path / "data" / "p", 3)
    linked.add_folder(tmp_path / "data")
    for _ in range(3):
        linked.index_now(None, Context(Token(), 3, lambda event: None, lambda: None))
    assert len(linked.all_photos().photo_ids) == 3
    assert any(os.scandir(tmp_path / "data" / "lib" / "thumbnails"))
