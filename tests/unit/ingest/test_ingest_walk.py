"""Walking a folder: what counts, odd names, symlinks, what may not be read."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from core.catalogue.photos import file_number
from core.errors import Cancelled, RecollectError
from core.ingest.walk import walk
from core.jobs import Token
from tests.photos import make_photos


def names(root: Path, **options: object) -> list[bytes]:
    found = walk(os.fsencode(root), **options)  # type: ignore[arg-type]
    return sorted(os.path.relpath(one.path, os.fsencode(root)) for one in found.photos)


def test_a_missing_folder_is_offline_not_empty(tmp_path: Path) -> None:
    with pytest.raises(RecollectError) as caught:
        walk(os.fsencode(tmp_path / "nowhere"))
    assert caught.value.code == "folder.offline"


def test_a_file_in_place_of_the_folder_is_offline(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(RecollectError) as caught:
        walk(os.fsencode(tmp_path / "file"))
    assert caught.value.code == "folder.offline"


def test_photos_videos_and_others_are_told_apart(tmp_path: Path) -> None:
    for name in ("a.JPG", "b.heic", "c.CR2", "film.mov", "notes.txt", "._a.jpg", ".hidden.jpg", "noext"):
        (tmp_path / name).write_bytes(b"x")
    result = walk(os.fsencode(tmp_path))
    assert sorted(os.path.basename(one.path) for one in result.photos) == [b"a.JPG", b"b.heic", b"c.CR2"]
    assert (result.videos, result.others) == (1, 2)


def test_hidden_and_junk_folders_are_left_out(tmp_path: Path) -> None:
    for folder in (".thumbnails", "@eaDir", "$RECYCLE.BIN", "Trip"):
        make_photos(tmp_path / folder, 1)
    assert names(tmp_path) == [b"Trip/photo_0000.jpg"]


def test_odd_names_are_ordinary_photos(tmp_path: Path) -> None:
    odd = [
        b"line\nbreak.jpg",
        "🐕.jpg".encode(),
        "\u202erevers.jpg".encode(),
        unicodedata.normalize("NFC", "é.jpg").encode(),
        unicodedata.normalize("NFD", "é.jpg").encode(),
        b"broken\xff\xfe.jpg",
    ]
    for name in odd:
        with open(os.path.join(os.fsencode(tmp_path), name), "wb") as file:
            file.write(b"x")
    assert names(tmp_path) == sorted(odd)


def test_symlink_loops_and_shared_folders_are_followed_once(tmp_path: Path) -> None:
    make_photos(tmp_path / "real", 2)
    (tmp_path / "real" / "loop").symlink_to(tmp_path)
    (tmp_path / "again").symlink_to(tmp_path / "real")
    (tmp_path / "nowhere").symlink_to(tmp_path / "gone")
    assert len(names(tmp_path)) == 2


def test_the_library_itself_is_not_walked(tmp_path: Path) -> None:
    make_photos(tmp_path / "library", 1)
    make_photos(tmp_path / "photos", 1)
    assert names(tmp_path, skip=[os.fsencode(tmp_path / "library")]) == [b"photos/photo_0000.jpg"]


def test_a_folder_that_may_not_be_listed_is_told_and_the_rest_is_found(tmp_path: Path) -> None:
    make_photos(tmp_path / "open", 1)
    shut = tmp_path / "shut"
    make_photos(shut, 1)
    for part in (tmp_path, *tmp_path.parents):
        if part.owner() == "root" and part != Path("/"):
            os.chmod(part, os.stat(part).st_mode | 0o011)
    os.chmod(tmp_path, 0o755)
    os.chmod(tmp_path / "open", 0o755)
    os.chmod(shut, 0o700)
    assert as_another(lambda: walk(os.fsencode(tmp_path)).forbidden == [os.fsencode(shut)])
    os.chmod(tmp_path, 0o711)
    assert as_another(lambda: code_of(tmp_path) == "folder.forbidden")


def code_of(root: Path) -> str:
    try:
        walk(os.fsencode(root))
    except RecollectError as error:
        return error.code
    return "none"


def as_another(claim) -> bool:
    """Run a claim in a child with another uid, because root may read everything."""
    if os.getuid() != 0:
        return bool(claim())
    child = os.fork()
    if child == 0:
        os.setgid(65534)
        os.setuid(65534)
        try:
            os._exit(0 if claim() else 1)
        except BaseException:
            os._exit(2)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_a_cancel_ends_the_walk(tmp_path: Path) -> None:
    make_photos(tmp_path, 1)
    token = Token()
    token.cancel()
    with pytest.raises(Cancelled):
        walk(os.fsencode(tmp_path), token=token)


def test_a_link_beside_its_folder_does_not_take_the_photos_place(tmp_path: Path) -> None:
    make_photos(tmp_path / "z", 1)
    (tmp_path / "a").symlink_to(tmp_path / "z")
    assert names(tmp_path) == [b"z/photo_0000.jpg"]


def test_links_to_nowhere_and_empty_folders_are_told(tmp_path: Path) -> None:
    make_photos(tmp_path / "p", 1)
    (tmp_path / "nas").symlink_to(tmp_path / "unmounted")
    (tmp_path / "drive").mkdir()
    result = walk(os.fsencode(tmp_path))
    assert result.absent == [os.fsencode(tmp_path / "nas")]
    assert result.empty == [os.fsencode(tmp_path / "drive")]
    assert set(result.folders) == {os.fsencode(tmp_path / name) for name in ("", "p", "drive")}
    assert set(result.folders.values()) == {file_number(os.stat(tmp_path).st_dev)}


def test_a_folder_that_may_be_listed_but_not_entered_is_forbidden(tmp_path: Path) -> None:
    shut = tmp_path / "listed"
    make_photos(shut, 1)
    make_photos(tmp_path / "open", 1)
    for part in (tmp_path, *tmp_path.parents):
        if part != Path("/"):
            os.chmod(part, os.stat(part).st_mode | 0o055)
    os.chmod(shut, 0o744)
    assert as_another(lambda: walk(os.fsencode(tmp_path)).forbidden == [os.fsencode(shut)])
