"""Folders and file systems that cannot be written: a child of another user, a read-only mount."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from core.catalogue import folders, photos, values
from core.catalogue.store import FILE, Catalogue
from core.errors import RecollectError

ROOT = Path(__file__).resolve().parents[3]

# Prints what opening says: the code of an error, or whether it reads only and a value.
LOOK = """
import sys
from pathlib import Path
from core.catalogue import values
from core.catalogue.store import Catalogue
from core.errors import RecollectError
import sqlalchemy, sqlite3, sqlalchemy.dialects.sqlite.pysqlite, sqlalchemy.dialects.sqlite
if len(sys.argv) > 3:
    import os
    os.setuid(int(sys.argv[3]))
insist = {"None": None, "False": False, "True": True}[sys.argv[2]]
try:
    with Catalogue.open(Path(sys.argv[1]), read_only=insist) as store:
        with store.reading() as conn:
            print(store.read_only, store._mode, values.get(conn, "key"), store.check(), store.change_count())
        try:
            with store.writing() as conn:
                values.put(conn, "key", 2)
        except RecollectError as error:
            print(error.code, error.reason)
except RecollectError as error:
    print(error.code)
"""

mounting = pytest.mark.skipif(
    sys.platform != "linux"
    or shutil.which("unshare") is None
    or subprocess.run(["unshare", "-m", "true"], capture_output=True, check=False).returncode != 0,
    reason="needs mount namespaces",
)


def as_other_user(folder: Path, insist: str = "None") -> str:
    """What a process sees that is not root (for whom permissions do not count)."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        arguments: list[str] = []
    else:
        arguments = ["65534"]
    for above in folder.parents:  # pytest's own folders are closed to others
        if above in {Path("/tmp"), Path("/")}:
            break
        if above.exists():
            above.chmod(above.stat().st_mode | 0o555)
    done = subprocess.run(
        [sys.executable, "-c", LOOK, folder, insist, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def on_read_only_mount(folder: Path, insist: str = "None") -> str:
    command = 'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && exec "$2" -c "$3" "$1" "$4"'
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", command, "sh", folder, sys.executable, LOOK, insist],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def library(folder: Path) -> Path:
    with Catalogue.open(folder) as catalogue, catalogue.writing() as conn:
        values.put(conn, "key", "kept")
    return folder


def hot_library(folder: Path) -> Path:
    """A catalogue whose last commit is only in the log, as after a kill."""
    library(folder / "source")
    with Catalogue.open(folder / "source") as catalogue:
        with catalogue.writing() as conn:
            values.put(conn, "key", "only in the log")
            key = folders.add(conn, b"/p", 1.0).id
            photos.insert_waiting(conn, key, [photos.NewPhoto(b"/p/a", 1, 2, 3, 4)], 1.0)
        (folder / "hot").mkdir()
        for name in (FILE, f"{FILE}-wal"):
            shutil.copyfile(folder / "source" / name, folder / "hot" / name)
    return folder / "hot"


def contents_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@mounting
def test_an_empty_read_only_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "lib").mkdir()
    assert on_read_only_mount(tmp_path / "lib") == "disk.forbidden\n"
    assert on_read_only_mount(tmp_path / "lib", "True") == "library.empty\n"


@mounting
def test_insisting_on_writing_to_a_read_only_mount(tmp_path: Path) -> None:
    assert on_read_only_mount(library(tmp_path / "lib"), "False") == "disk.forbidden\n"


@mounting
@pytest.mark.parametrize("insist", ["None", "True"])
def test_a_read_only_mount_is_read(tmp_path: Path, insist: str) -> None:
    folder = library(tmp_path / "lib")
    before = contents_of(folder)
    said = on_read_only_mount(folder, insist).splitlines()
    assert said[0].startswith("True immutable kept []")
    assert said[1].startswith("catalogue.read_only The library is open read-only, because")
    assert contents_of(folder) == before


@mounting
def test_a_log_on_a_read_only_mount_is_read_too(tmp_path: Path) -> None:
    folder = hot_library(tmp_path)
    before = contents_of(folder)
    assert on_read_only_mount(folder).startswith("True rw only in the log []")
    assert contents_of(folder) == before


def test_a_folder_of_somebody_else_is_read(tmp_path: Path) -> None:
    folder = library(tmp_path / "lib")
    folder.chmod(0o555)
    (folder / FILE).chmod(0o444)
    said = as_other_user(folder).splitlines()
    assert said[0].startswith("True immutable kept []")
    assert "its folder cannot be written" in said[1]
    assert as_other_user(folder, "False") == "disk.forbidden\n"


def test_a_file_that_may_not_be_written_in_a_folder_that_may(tmp_path: Path) -> None:
    folder = library(tmp_path / "lib")
    folder.chmod(0o777)
    (folder / FILE).chmod(0o444)
    (folder / "catalogue.lock").chmod(0o666)
    assert as_other_user(folder).startswith("True ro kept []")


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    if os.geteuid() == 0:
        assert as_other_user(tmp_path / "new" / "lib") == "disk.forbidden\n"
        return
    with pytest.raises(RecollectError):
        Catalogue.open(tmp_path / "new" / "lib")


def test_reading_where_there_is_no_catalogue(tmp_path: Path) -> None:
    with pytest.raises(RecollectError) as caught:
        Catalogue.open(tmp_path / "new", read_only=True)
    assert caught.value.code == "library.empty"
    assert not (tmp_path / "new").exists()


def test_an_old_catalogue_is_not_migrated_by_a_reader(tmp_path: Path) -> None:
    shutil.copyfile(ROOT / "tests" / "data" / "catalogue" / "0001.sqlite3", tmp_path / FILE)
    before = contents_of(tmp_path)
    with pytest.raises(RecollectError, match="older catalogue") as caught:
        Catalogue.open(tmp_path, read_only=True)
    assert caught.value.code == "catalogue.read_only"
    assert contents_of(tmp_path) == before
