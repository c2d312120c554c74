"""Marks follow photos; files go to the trash, or stay with the reason."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from core.errors import RecollectError
from core.jobs import BACKGROUND, Context, Token
from core.library import Library
from core.library.leaving_out import pattern_for
from core.library.marks import Marks
from tests.photos import make_photos


@contextmanager
def raised(code: str) -> Iterator[None]:
    with pytest.raises(RecollectError) as error:
        yield
    assert error.value.code == code


def index(library: Library, *folders: Path) -> None:
    for folder in folders:
        library.add_folder(folder)
    library.index_now(None, Context(Token(), BACKGROUND, lambda event: None, lambda: None))


def ids(library: Library) -> dict[str, int]:
    hits = library.search("is:hidden or -is:hidden")
    return {row.name: row.id for row in library.rows(hits.photo_ids.tolist())}


def test_marks_survive_moves_and_edits(library: Library, tmp_path: Path) -> None:
    made = make_photos(tmp_path / "p", 4)
    index(library, tmp_path / "p")
    known = ids(library)
    one, two = known["photo_0000.jpg"], known["photo_0001.jpg"]
    told: list[dict[str, object]] = []
    library.on_change(lambda change: told.append(change.facts))
    library.marks.favourite([one], True)
    library.marks.hide([two], True)
    library.marks.favourite([10**9], True)
    assert told[0] == {"marked": [one], "favourite": True} and told[1] == {"marked": [two], "hidden": True}
    made[0].rename(tmp_path / "p" / "renamed.jpg")
    (tmp_path / "p" / "trip").mkdir()
    made[1].rename(tmp_path / "p" / "trip" / "photo_0001.jpg")
    index(library)
    rows = {row.id: row for row in library.rows([one, two])}
    assert rows[one].favourite and rows[one].name == "renamed.jpg" and not rows[one].hidden
    assert rows[two].hidden and library.search("is:hidden").photo_ids.tolist() == [two]
    library.marks.hide([two], False)
    library.marks.favourite([one], False)
    assert not library.search("is:favourite or is:hidden").photo_ids.size


def test_what_goes_is_gone_and_what_cannot_go_stays(library: Library, tmp_path: Path) -> None:
    make_photos(tmp_path / "p", 6)
    index(library, tmp_path / "p")
    known = list(ids(library).items())
    (_, went), (_, shut), (gone_name, gone), (_, odd), (_, vanished), _ = known
    (tmp_path / "p" / gone_name).unlink()
    thrown: list[bytes] = []

    def throw(path: bytes) -> None:
        thrown.append(path)
        if path == library.photo_path(shut):
            raise PermissionError(errno.EACCES, "Permission denied")
        if path == library.photo_path(odd):
            raise OSError("no trash on this drive")
        if path == library.photo_path(vanished):
            os.unlink(path)
            raise FileNotFoundError(errno.ENOENT, "No such file or directory")
        os.unlink(path)

    marks = Marks(library._shared, throw)
    told: list[dict[str, object]] = []
    library.on_change(lambda change: told.append(change.facts))
    library.search("size:>0b")
    library._snapshot._columns._cost = 1e6
    result = marks.trash([went, shut, gone, odd, vanished, 10**9])
    assert result.gone == (went, gone, vanished)
    assert [key for key, _ in result.refused] == [shut, odd]
    assert [why.rpartition(": ")[2] for _, why in result.refused] == [
        "Permission denied",
        "no trash on this drive",
    ]
    assert library.photo_path(gone) not in thrown
    assert told == [{"gone": [went, gone, vanished]}]
    left = set(library.all_photos().photo_ids.tolist())
    assert left == {key for _, key in known} - {went, gone, vanished}
    told.clear()
    assert marks.trash([]).gone == () and told == []


def test_a_photo_that_is_away_with_its_drive_is_not_gone(library: Library, tmp_path: Path) -> None:
    make_photos(tmp_path / "drive" / "p", 2)
    index(library, tmp_path / "drive" / "p")
    one, two = ids(library).values()
    (tmp_path / "drive").rename(tmp_path / "drawer")
    result = library.marks.trash([one, two])
    assert result.gone == () and [key for key, _ in result.refused] == [one, two]
    assert "cannot be reached" in result.refused[0][1]
    assert len(library.all_photos().photo_ids) == 2


def test_a_reader_throws_nothing_away(library: Library, own_home: Path, tmp_path: Path) -> None:
    (made,) = make_photos(tmp_path / "p", 1)
    index(library, tmp_path / "p")
    with Library.open(own_home, read_only=True) as reader:
        for work in (
            lambda: reader.marks.trash([1]),
            lambda: reader.marks.favourite([1], True),
            lambda: reader.marks.hide([1], True),
        ):
            with raised("catalogue.read_only"):
                work()
    assert made.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="the trash of the freedesktop specification")
def test_files_go_to_the_systems_trash(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import send2trash.plat_other as plat

    data = tmp_path / "share"
    data.mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(data))
    monkeypatch.setattr(plat, "HOMETRASH", str(data / "Trash"))
    monkeypatch.setattr(plat, "HOMETRASH_B", os.fsencode(data / "Trash"))
    made = make_photos(tmp_path / "p", 3)
    odd = os.path.join(os.fsencode(tmp_path / "p"), b"odd \xff.jpg")
    shutil.copy2(made[0], odd)
    os.utime(odd, (1e9, 1e9))
    index(library, tmp_path / "p")
    known = {row.path: row.id for row in library.rows(library.all_photos().photo_ids.tolist())}
    result = library.marks.trash([known[os.fsencode(made[1])], known[odd]])
    assert len(result.gone) == 2 and not result.refused
    assert not made[1].exists() and not os.path.exists(odd) and made[0].exists()
    trashed = set(os.listdir(os.fsencode(data / "Trash" / "files")))
    assert trashed == {b"photo_0001.jpg", b"odd \xff.jpg"}
    assert len(library.all_photos().photo_ids) == 2
    # Taken back from the trash it is the photo it was.
    shutil.move(data / "Trash" / "files" / "photo_0001.jpg", made[1])
    index(library)
    assert ids(library)["photo_0001.jpg"] == known[os.fsencode(made[1])]


def test_a_folder_is_left_out_whatever_its_name(library: Library, tmp_path: Path) -> None:
    root = tmp_path / "p"
    make_photos(root, 1)
    names = ["plain", "[x] *?", "#hash", "!not", " spaces ", "back\\slash", "a\nb", "été"]
    if sys.platform == "linux":
        names.append(os.fsdecode(b"odd \xe2\x82\xff"))
    for number, name in enumerate(names, 1):
        make_photos(root / "deep" / name, 1, first=number)
        make_photos(root / "deep" / name / "below", 1, first=number + 50)
    index(library, root)
    assert len(library.all_photos().photo_ids) == 1 + 2 * len(names)
    before = [library.exclude_folder(os.fsencode(root / "deep" / name)) for name in names]
    assert before[0][1] == "" and before[1][1] == "/deep/plain/"
    assert library.excludes(before[0][0]).splitlines()[0] == pattern_for(b"deep/plain")
    index(library)
    assert len(library.all_photos().photo_ids) == 1
    assert library.exclude_folder(os.fsencode(root / "deep" / "plain"))[1] == library.excludes(before[0][0])
    library.set_excludes(*before[0])
    index(library)
    assert len(library.all_photos().photo_ids) == 1 + 2 * len(names)
    with raised("folder.unknown"):
        library.exclude_folder(os.fsencode(tmp_path / "elsewhere"))
    assert pattern_for(b".") == "/*"
