"""What breaks breaks well: damaged, swapped and missing files, full and read-only disks, two processes."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from core.errors import RecollectError
from core.jobs import Context, Token
from core.library import Library, health
from tests.harm import in_namespace, lose_root_page, needs_mount
from tests.photos import make_photos

ROOT = Path(__file__).resolve().parents[3]


def index(library: Library, *folders: Path):
    for folder in folders:
        library.add_folder(folder)
    return library.index_now(None, Context(Token(), 3, lambda event: None, lambda: None))


@pytest.fixture
def filled(library: Library, tmp_path: Path) -> Path:
    """A library of eight photos, closed again; the home folder."""
    make_photos(tmp_path / "photos", 8)
    index(library, tmp_path / "photos")
    library.close()
    return library.home


def reopened(home: Path) -> Library:
    return Library.open(home)


def wrong(library: Library, repair: bool = False) -> list[str]:
    return [finding.what for finding in library.check(repair) if finding.wrong and not finding.mended]


def index_files(home: Path) -> list[Path]:
    return [file for file in (home / "index").rglob("*") if file.is_file() and file.stat().st_size > 64]


def test_a_whole_library_has_nothing_wrong(filled: Path) -> None:
    with reopened(filled) as library:
        assert wrong(library) == []


def test_a_missing_index_is_made_again(filled: Path) -> None:
    shutil.rmtree(filled / "index")
    with reopened(filled) as library:
        assert library.search("a dog").photos_searched == 8


@pytest.mark.parametrize("damage", ["flip", "cut", "empty"])
def test_a_damaged_index_is_noticed_and_search_still_finds_everything(filled: Path, damage: str) -> None:
    for file in index_files(filled):
        data = bytearray(file.read_bytes())
        if damage == "flip":
            data[len(data) // 2] ^= 0xFF
        file.write_bytes({"flip": data, "cut": data[: len(data) // 2], "empty": b""}[damage])
    with reopened(filled) as library:
        assert wrong(library) != []
    with reopened(filled) as library:
        assert library.search("a dog").photos_searched == 8
        assert wrong(library, repair=True) == []
    with reopened(filled) as library:
        assert wrong(library) == []


def test_another_librarys_index_in_its_place_is_noticed(
    filled: Path, tmp_path: Path, tiny_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    make_photos(tmp_path / "q", 5, first=50)
    with Library.open(other) as library:
        library.settings.set("model.active", str(tiny_model))
        library.settings.set("precision", "fp32")
        index(library, tmp_path / "q")
    (ours,) = (filled / "index").iterdir()
    (theirs,) = (other / "index").iterdir()
    shutil.rmtree(ours)
    shutil.copytree(theirs, filled / "index" / theirs.name)
    with reopened(filled) as library:
        best = library.similar_picture((tmp_path / "photos" / "photo_0003.jpg").read_bytes())
        assert library.rows(best.photo_ids[:1])[0].name == "photo_0003.jpg", "it is never taken for ours"
        assert best.photos_searched == 8
    shutil.rmtree(filled / "index")
    shutil.copytree(theirs, ours)
    with reopened(filled) as library:
        assert wrong(library) != []
        assert wrong(library, repair=True) == []
        best = library.similar_picture((tmp_path / "photos" / "photo_0003.jpg").read_bytes())
        assert library.rows(best.photo_ids[:1])[0].name == "photo_0003.jpg"


def test_a_missing_embedding_is_wrong_and_mended(filled: Path) -> None:
    with sqlite3.connect(filled / "catalogue.sqlite3") as conn:
        conn.execute("delete from embeddings where id = (select min(id) from embeddings)")
    with reopened(filled) as library:
        assert any("without an embedding" in what for what in wrong(library))
        library.check(repair=True)
        index(library)
        assert wrong(library) == []
        assert library.search("a dog").photos_searched == 8


def test_an_orphan_row_is_wrong_and_mended(filled: Path) -> None:
    with sqlite3.connect(filled / "catalogue.sqlite3") as conn:
        conn.execute("pragma foreign_keys = off")
        conn.execute("update photos set content_id = null where id = 1")
    with reopened(filled) as library:
        assert wrong(library) != []
        library.check(repair=True)
        index(library)
        assert wrong(library) == []


def test_a_missing_thumbnail_is_made_again_from_the_photo(filled: Path) -> None:
    with reopened(filled) as library:
        photo = int(library.all_photos().photo_ids[0])
        before = library.thumbnail(photo)
        shutil.rmtree(filled / "thumbnails")
        assert library.thumbnail(photo) == before


def test_a_damaged_catalogue_is_said_kept_aside_and_rebuilt(filled: Path, tmp_path: Path) -> None:
    file = filled / "catalogue.sqlite3"
    shutil.rmtree(filled / "backups")
    file.write_bytes(b"garbage" * 500)
    with pytest.raises(RecollectError) as caught:
        reopened(filled)
    assert caught.value.code == "catalogue.damaged"
    assert file.read_bytes() == b"garbage" * 500, "nothing is touched without being asked"
    sentence = health.rescue(filled)
    (kept,) = filled.glob("catalogue-damaged-*.sqlite3")
    assert f"kept as {kept}." in sentence and "add your folders again" in sentence
    assert kept.read_bytes() == b"garbage" * 500
    assert not file.exists()
    with reopened(filled) as library:
        assert library.status().photos == 0
        index(library, tmp_path / "photos")
        assert library.search("a dog").photos_searched == 8
        assert wrong(library) == []


@pytest.mark.parametrize("table", ["photos", "contents", "embeddings", "texts", "problems"])
@pytest.mark.parametrize("copies", [True, False])
def test_a_lost_page_is_said_before_anything_is_mended_and_rescued(
    filled: Path, table: str, copies: bool
) -> None:
    file = filled / "catalogue.sqlite3"
    if not copies:
        shutil.rmtree(filled / "backups")
    lose_root_page(file, table)
    lost = file.read_bytes()
    for repair in (False, True):
        with reopened(filled) as library, pytest.raises(RecollectError) as caught:
            library.check(repair)
        assert caught.value.code == "catalogue.damaged"
        assert file.read_bytes() == lost
    sentence = health.rescue(filled)
    assert ("was put in its place" in sentence) == copies
    assert ("read anew" in sentence) != copies
    assert [kept.read_bytes() for kept in filled.glob("catalogue-damaged-*.sqlite3")] == [lost]
    with reopened(filled) as library:
        assert [folder.name for folder in library.folders()] == ["photos"]
        index(library)
        assert wrong(library) == []
        assert library.search("a dog").photos_searched == 8
    assert "nothing was changed" in health.rescue(filled)
    with reopened(filled) as library:
        assert library.status().embedded == 8


def test_damage_that_a_days_copy_meets_is_told(filled: Path) -> None:
    lose_root_page(filled / "catalogue.sqlite3", "texts")
    with reopened(filled) as library:
        heard: list[RecollectError] = []
        library.on_change(
            lambda change: heard.append(change.facts["error"]) if change.kind == "notice" else None
        )
        library._shared.now = lambda: time.time() + 2 * 86_400
        index(library)
    assert [error.code for error in heard] == ["catalogue.damaged"]
    assert len(list((filled / "backups").iterdir())) == 1


def test_a_broken_reference_is_wrong_and_mended(filled: Path) -> None:
    with sqlite3.connect(filled / "catalogue.sqlite3") as conn:
        conn.execute("pragma foreign_keys = off")
        conn.execute("update photos set content_id = 12345 where id = 1")
    with reopened(filled) as library:
        assert any("refers to a missing row" in what for what in wrong(library))
        assert wrong(library, repair=True) == []
        index(library)
        assert wrong(library) == []


def test_a_catalogue_of_a_newer_version_is_left_alone(filled: Path) -> None:
    with sqlite3.connect(filled / "catalogue.sqlite3") as conn:
        conn.execute("update alembic_version set version_num = '9999'")
    before = (filled / "catalogue.sqlite3").read_bytes()
    with pytest.raises(RecollectError) as caught:
        reopened(filled)
    assert caught.value.code == "catalogue.newer"
    assert (filled / "catalogue.sqlite3").read_bytes() == before


def test_a_second_library_reads_while_the_first_writes(filled: Path, tmp_path: Path) -> None:
    with reopened(filled) as first, reopened(filled) as second:
        assert not first.read_only
        assert second.read_only and second.owner
        assert second.search("a dog").photos_searched == 8
        make_photos(tmp_path / "photos", 2, first=40)
        index(first)
        assert second.search("a dog").photos_searched == 10
        with pytest.raises(RecollectError) as caught:
            second.add_folder(tmp_path)
        assert caught.value.code == "catalogue.read_only"


def test_a_second_process_hands_its_folders_over(library: Library, tmp_path: Path) -> None:
    make_photos(tmp_path / "p", 3)
    library.watch()
    done = subprocess.run(
        [sys.executable, "-m", "app", "index", str(tmp_path / "p")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=90,
    )
    assert done.returncode == 0, done.stderr
    assert "will index these folders" in done.stderr
    assert library.status().embedded == 3


def test_folders_nobody_takes_are_said_and_not_waited_for(own_home: Path, tmp_path: Path) -> None:
    make_photos(tmp_path / "p", 1)
    with Library.open(own_home), Library.open(own_home) as second:
        request = second.hand_over([tmp_path / "p"])
        object.__setattr__(request, "since", request.since - 60)
        with pytest.raises(RecollectError) as caught:
            request.answer()
        assert caught.value.code == "catalogue.busy"
        assert not request.file.exists()


def test_a_folder_the_window_refuses_is_said_to_the_asker(library: Library, tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    library.watch()
    with Library.open(library.home) as second:
        request = second.hand_over([tmp_path / "p"])
        (tmp_path / "p").rmdir()
        deadline = time.monotonic() + 20
        while (answer := request.answer()) is None:
            assert time.monotonic() < deadline
            time.sleep(0.05)
    assert answer["error"] == "folder.missing"


@needs_mount
def test_a_full_disk_is_said_and_indexing_goes_on_when_there_is_room(
    tiny_model: Path, tmp_path: Path
) -> None:
    make_photos(tmp_path / "photos", 40, size=(900, 700))
    (tmp_path / "disk").mkdir()
    done = in_namespace(
        """
        import shutil, subprocess, sys
        from pathlib import Path
        disk, photos, model = map(Path, sys.argv[1:4])
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "none", str(disk)], check=True)
        from core.errors import RecollectError
        from core.jobs import Context, Token
        from core.library import Library
        library = Library.open(disk / "home")
        library.settings.set("model.active", str(model)); library.settings.set("precision", "fp32")
        library.add_folder(photos)
        filler = disk / "filler"
        free = shutil.disk_usage(disk).free
        filler.write_bytes(b"x" * (free - 150_000))
        def run():
            return library.index_now(None, Context(Token(), 3, lambda event: None, lambda: None))
        try:
            run()
            print("NOT FULL")
        except RecollectError as error:
            print(error.code)
        kept = library.status().embedded
        library.close()
        filler.unlink()
        library = Library.open(disk / "home")
        print("kept", library.status().embedded == kept, [f.what for f in library.check() if f.wrong])
        run()
        print("done", library.status().embedded, len(library.search("a dog").photo_ids))
        library.close()
        """,
        tmp_path / "disk",
        tmp_path / "photos",
        tiny_model,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["disk.full", "kept True []", "done 40 40"], done.stdout


@needs_mount
@pytest.mark.parametrize(("options", "code"), [("size=64k", "disk.full"), ("size=1m,ro", "disk.forbidden")])
def test_settings_on_a_disk_that_takes_nothing(tmp_path: Path, options: str, code: str) -> None:
    (tmp_path / "disk").mkdir()
    done = in_namespace(
        """
        import subprocess, sys
        from pathlib import Path
        disk, options = Path(sys.argv[1]), str(sys.argv[2])
        mount = ["mount", "-t", "tmpfs", "none", str(disk), "-o"]
        subprocess.run([*mount, "size=" + options.split("=")[1].split(",")[0]], check=True)
        from core.errors import RecollectError
        from core.settings import Settings
        file = disk / "settings.json"
        Settings(file).set("index.ef", 300)
        before = file.read_bytes()
        if options.endswith("ro"):
            subprocess.run([*mount[:3], str(disk), "-o", "remount,ro"], check=True)
        else:
            try:
                (disk / "filler").write_bytes(b"x" * 200_000)
            except OSError:
                pass
        settings = Settings(file)
        try:
            settings.set("index.ef", 400)
        except RecollectError as error:
            print(error.code, "?" in error.reason)
        print(settings.get("index.ef"), file.read_bytes() == before, len(list(disk.glob(".settings-*"))))
        """,
        tmp_path / "disk",
        Path(options),
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [f"{code} False", "300 True 0"], done.stdout


@needs_mount
def test_a_read_only_library_still_finds(filled: Path, tmp_path: Path) -> None:
    (tmp_path / "ro").mkdir()
    done = in_namespace(
        """
        import subprocess, sys
        from pathlib import Path
        home, ro = map(Path, sys.argv[1:3])
        subprocess.run(["mount", "--bind", str(home), str(ro)], check=True)
        subprocess.run(["mount", "-o", "remount,ro,bind", str(ro)], check=True)
        from core.errors import RecollectError
        from core.library import Library
        with Library.open(ro) as library:
            print(library.read_only, library.search("a dog").photos_searched)
            try:
                library.add_folder("/tmp")
            except RecollectError as error:
                print(error.code)
        """,
        filled,
        tmp_path / "ro",
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["True 8", "catalogue.read_only"]


def test_scores_of_the_second_opening_are_those_of_the_first(filled: Path) -> None:
    with reopened(filled) as library:
        first = library.search("a dog")
    with reopened(filled) as library:
        second = library.search("a dog")
    assert np.array_equal(first.photo_ids, second.photo_ids)
    assert np.allclose(first.scores, second.scores, atol=1e-6)
