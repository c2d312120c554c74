"""The library's health in true numbers."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from core.jobs import BACKGROUND, Context, Token
from core.library import Library, keeping
from tests.photos import make_photos, write


def index(library: Library, folder: Path) -> None:
    library.add_folder(folder)
    library.index_now(None, Context(Token(), BACKGROUND, lambda event: None, lambda: None))


def bytes_in(place: Path) -> int:
    return sum(file.lstat().st_size for file in place.rglob("*") if not file.is_dir() or file.is_symlink())


def test_sizes_and_counts_are_those_of_disk_and_catalogue(
    library: Library, tmp_path: Path, tiny_model: Path
) -> None:
    made = make_photos(tmp_path / "p", 7)
    write(tmp_path / "p" / "broken.jpg", b"no picture")
    shutil.copy2(made[0], tmp_path / "p" / "copy.jpg")
    index(library, tmp_path / "p")
    library.loose.keep(b"picture" * 100)
    library.import_model_now(tiny_model, Context(Token(), BACKGROUND, lambda event: None, lambda: None))
    (library.home / "link").symlink_to(tiny_model)
    name = library.back_up()
    found = library.health()
    assert (found.photos, found.searchable, found.waiting, found.problems) == (9, 8, 0, 1)
    home = Path(found.home)
    assert home == library.home
    assert sum(found.sizes.values()) == bytes_in(home)
    for part, folder in (
        ("vectors", "index"),
        ("thumbnails", "thumbnails"),
        ("models", "models"),
        ("backups", "backups"),
    ):
        assert found.sizes[part] == bytes_in(home / folder) > 0
    files = [file for file in home.iterdir() if file.name.startswith("catalogue")]
    assert found.sizes["catalogue"] == sum(file.stat().st_size for file in files)
    assert found.sizes["other"] > 700
    stored, _, size = found.backups[0]
    assert (stored, size) == (name, (home / "backups" / name).stat().st_size)
    moments = [at for _, at, _ in found.backups]
    assert moments == sorted(moments, reverse=True)
    assert abs(found.free - shutil.disk_usage(home).free) < 1 << 30


def test_what_vanishes_meanwhile_counts_nothing(tmp_path: Path) -> None:
    assert keeping._bytes(str(tmp_path / "gone")) == 0
    (tmp_path / "there").write_bytes(b"12345")
    assert keeping._bytes(str(tmp_path / "there")) == 5


def test_the_same_as_du(library: Library, tmp_path: Path) -> None:
    if sys.platform != "linux":
        return
    make_photos(tmp_path / "p", 2)
    index(library, tmp_path / "p")
    said = subprocess.run(
        ["du", "--apparent-size", "-sb", os.fspath(library.home)], capture_output=True, text=True, check=True
    )
    folders = sum(1 for _ in library.home.rglob("*") if _.is_dir()) + 1
    assert abs(int(said.stdout.split()[0]) - sum(library.health().sizes.values())) <= folders * 8192
