"""Files that may not be opened are asked at each look, and cost no more than that."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from core.errors import RecollectError
from core.images import read
from core.images.decode import Limits
from core.images.thumbnails import ThumbnailStore, encode
from core.ingest.stages import Reader, Wanted, shut
from core.jobs import Context, Token
from core.library import IndexSummary, Library
from tests.photos import jpeg_bytes, make_photos, picture, write


def run(library: Library, *paths: Path) -> IndexSummary:
    for path in paths:
        library.add_folder(path)
    return library.index_now(None, Context(Token(), 3, lambda event: None, lambda: None))


class Doors:
    """Lets files be shut as the system or a cloud drive shuts them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.shut: dict[bytes, str] = {}
        self._read = read._read
        monkeypatch.setattr(read, "_read", self._open)

    def _open(self, path: bytes, limits: Limits) -> tuple[bytes, os.stat_result]:
        code = self.shut.get(os.path.basename(path))
        if code == "photo.forbidden":
            raise PermissionError(13, "Permission denied")
        if code is not None:
            raise RecollectError(code)
        return self._read(path, limits)


@pytest.fixture
def doors(monkeypatch: pytest.MonkeyPatch) -> Doors:
    return Doors(monkeypatch)


@pytest.mark.parametrize("code", ["photo.forbidden", "photo.cloud_only"])
def test_a_shut_photo_is_asked_at_each_look_without_loading_the_encoder(
    library: Library, tmp_path: Path, doors: Doors, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    make_photos(tmp_path / "p", 3)
    doors.shut = {b"photo_0001.jpg": code}
    assert run(library, tmp_path / "p").failed == 1
    loaded: list[int] = []
    encoder = library._models.encoder
    monkeypatch.setattr(library._models, "encoder", lambda: loaded.append(1) or encoder())
    for _ in range(2):
        summary = run(library)
        assert (summary.indexed, summary.failed, summary.waiting) == (0, 1, 0)
        assert [one.code for one in library.problems()] == [code] and loaded == []
    # A new photo beside it has the encoder loaded, and is taken.
    write(tmp_path / "p" / "new.jpg", jpeg_bytes(40))
    summary = run(library)
    assert (summary.indexed, summary.failed, loaded) == (1, 1, [1])
    doors.shut.clear()
    assert run(library).indexed == 1 and library.problems() == []


def test_opening_says_why_a_file_is_shut_and_nothing_else(tmp_path: Path, doors: Doors) -> None:
    (made,) = make_photos(tmp_path, 1)
    write(tmp_path / "empty.jpg", b"")
    for path in (made, tmp_path / "empty.jpg", tmp_path / "missing.jpg"):
        assert shut(Wanted(1, os.fsencode(path), 1, 0, 0)) is None
    doors.shut = {b"photo_0000.jpg": "photo.forbidden"}
    outcome = shut(Wanted(1, os.fsencode(made), 1, 0, 0))
    assert outcome is not None and outcome.code == "photo.forbidden"


class Flat:
    """As much of an encoder as reading needs."""

    space, dimension, input_long_side, input_short_side = "flat", 1, 32, 32

    def prepare(self, pixels: object) -> None:
        return None


def test_of_a_thumbnail_that_is_there_only_the_header_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = ThumbnailStore(tmp_path / "thumbnails")
    reader = Reader(Flat(), store)
    image = picture(1, (512, 300))
    store.write_bytes(b"\x01" * 16, encode(image))
    monkeypatch.setattr(ThumbnailStore, "read", lambda *_: pytest.fail("the whole thumbnail was read"))
    assert reader._has_thumbnail(b"\x01" * 16, (512, 300))
    assert not reader._has_thumbnail(b"\x01" * 16, (512, 150)), "half a photo's"
    assert not reader._has_thumbnail(b"\x02" * 16, (512, 300)), "there is none"
    file = store.path(b"\x01" * 16)
    whole = file.read_bytes()
    for damaged in (whole[:-2], whole[: len(whole) // 2], b"", b"no picture at all"):
        file.write_bytes(damaged)
        assert not reader._has_thumbnail(b"\x01" * 16, (512, 300))
