"""What a typed query costs beside the search itself, and odd names of photos to look like."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from core.catalogue import photos, texts
from core.errors import RecollectError
from core.jobs import Context, Turn
from core.library import Library, finding, snapshot
from tests.photos import make_photos


def index(library: Library, folder: Path) -> None:
    library.add_folder(folder)
    library.index_now(None, Context(Turn().token, 3, lambda event: None, lambda: None))


def settled(library: Library) -> None:
    """Wait until what the interactive lane was given before is done."""
    library.lanes.interactive.submit("nothing", lambda context: None).wait(30)


def test_new_queries_do_not_read_all_photos_again(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_photos(tmp_path / "p", 5)
    index(library, tmp_path / "p")
    library.search("a dog")
    settled(library)
    read: list[int] = []
    real = photos.columns

    def counted(conn: Any) -> photos.PhotoColumns:
        read.append(1)
        return real(conn)

    monkeypatch.setattr(snapshot, "_STALE_FACTOR", 0.0)
    monkeypatch.setattr(photos, "columns", counted)
    for text in ("a cat", "a boat", "a cat and a boat"):
        assert library.search(text).photos_searched == 5
        settled(library)  # the text's vector is stored by now
    assert not read
    with library._shared.catalogue.reading() as conn:
        assert conn.exec_driver_sql("select count(*) from texts where text = 'a boat'").scalar_one() == 1
    make_photos(tmp_path / "p", 1, first=5)
    index(library, tmp_path / "p")
    assert library.search("a boat").photos_searched == 6
    assert read, "a new photo is seen"


def test_the_oldest_queries_are_forgotten(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_photos(tmp_path / "p", 2)
    index(library, tmp_path / "p")
    monkeypatch.setattr(finding, "_REMEMBERED_TEXTS", 3)
    for number in range(6):
        library.search(f"query {number}")
    settled(library)
    with library._shared.catalogue.reading() as conn:
        assert conn.exec_driver_sql("select count(*) from texts").scalar_one() == 3
        space = conn.exec_driver_sql("select space_id from texts").scalars().first()
        assert "query 5" in texts.get(conn, int(space), "{}", ["query 5"])


@pytest.mark.parametrize("name", ["~nobody-here.jpg", "~nobody-here/x.jpg", "~", "a\nb.jpg"])
def test_a_photo_that_is_not_there_is_said_whatever_its_name(library: Library, name: str) -> None:
    with pytest.raises(RecollectError) as caught:
        library.similar(name)
    assert caught.value.code == "photo.not_found"
    with pytest.raises(RecollectError):
        library.add_folder(f"{name}-folder")
