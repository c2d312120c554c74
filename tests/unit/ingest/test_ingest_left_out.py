"""What a walk never enters, by whatever name it is reached; events there are not heard either."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.catalogue import folders
from core.catalogue.store import Catalogue
from core.ingest.scan import Scan, scan_folder
from core.ingest.walk import Skip, inside, passed_over, walk
from tests.harm import in_namespace, needs_mount
from tests.photos import make_photos

ROOT = Path(__file__).resolve().parents[3]


def names(root: Path, *skip: Path) -> list[str]:
    found = walk(os.fsencode(root), skip=[os.fsencode(path) for path in skip]).photos
    return sorted(os.fsdecode(os.path.relpath(one.path, os.fsencode(root))) for one in found)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """/data with photos and a library; /link leads to /data."""
    make_photos(tmp_path / "data" / "p", 1)
    make_photos(tmp_path / "data" / "lib" / "thumbnails", 2)
    (tmp_path / "link").symlink_to(tmp_path / "data")
    return tmp_path / "data"


def test_the_library_is_left_out_though_its_home_is_named_by_a_link(data: Path, tmp_path: Path) -> None:
    assert names(data, tmp_path / "link" / "lib") == ["p/photo_0000.jpg"]


def test_the_library_is_left_out_when_a_link_leads_to_it_or_into_it(data: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    shutil.move(data / "lib", tmp_path / "elsewhere" / "lib")
    home = tmp_path / "elsewhere" / "lib"
    (data / "shortcut").symlink_to(home)
    (data / "thumbs").symlink_to(home / "thumbnails")
    assert names(data, home) == ["p/photo_0000.jpg"]
    (data / "around").symlink_to(tmp_path / "elsewhere")
    assert names(data, home) == ["p/photo_0000.jpg"]


def test_a_folder_under_two_names_does_not_leave_itself_out(data: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    assert names(data, link) == names(link, data) == names(data)
    assert names(data / "p", link) == ["photo_0000.jpg"]


def test_links_inside_the_root_are_followed_though_a_folder_around_it_is_left_out(data: Path) -> None:
    make_photos(data / "p" / ".hidden", 2)
    (data / "p" / "shown").symlink_to(data / "p" / ".hidden")
    assert names(data / "p", data) == ["photo_0000.jpg", "shown/photo_0000.jpg", "shown/photo_0001.jpg"]


def test_a_left_out_folder_that_is_away_is_left_out_by_name(data: Path, tmp_path: Path) -> None:
    assert names(data, tmp_path / "nowhere", data / "lib") == ["p/photo_0000.jpg"]


def test_inside_compares_what_folders_are(data: Path, tmp_path: Path) -> None:
    link = os.fsencode(tmp_path / "link")
    real = os.fsencode(data)
    assert inside(link, real) and inside(real, link)
    assert inside(link + b"/lib/thumbnails", real + b"/lib")
    assert inside(real + b"/lib/nowhere", link + b"/lib")
    assert not inside(real, link + b"/lib")
    assert not inside(real + b"/library", real + b"/lib")
    assert not inside(real, real + b"/nowhere")
    assert inside(real + b"/nowhere/x", real + b"/nowhere")


@needs_mount
def test_the_library_is_left_out_when_it_is_bound_into_the_folder(data: Path, tmp_path: Path) -> None:
    shutil.move(data / "lib", tmp_path / "lib")
    (data / "bound").mkdir()
    script = """
        import os, subprocess, sys
        from core.ingest.walk import inside, walk
        data, home = map(os.fsencode, sys.argv[1:])
        subprocess.run(["mount", "--bind", home, data + b"/bound"], check=True)
        print(len(walk(data, skip=[home]).photos), inside(data + b"/bound/thumbnails", home))
    """
    done = in_namespace(script, data, tmp_path / "lib", timeout=60)
    assert (done.stdout, done.stderr) == ("1 True\n", "")


# rows of what is left out now


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue.open(tmp_path / "home") as opened:
        yield opened


def scan(catalogue: Catalogue, root: Path, *skip: Path) -> Scan:
    with catalogue.writing() as conn:
        row = folders.add(conn, os.fsencode(root), 0.0)
    return scan_folder(catalogue, row, now=1.0, skip=[os.fsencode(path) for path in skip])


def test_thumbnails_taken_for_photos_before_are_gone_now(
    catalogue: Catalogue, data: Path, tmp_path: Path
) -> None:
    assert scan(catalogue, data).new == 3
    after = scan(catalogue, data, tmp_path / "link" / "lib")
    assert (len(after.gone), after.unchanged) == (2, 1)


def test_photos_another_folder_has_by_a_link_are_kept_while_they_are_there(
    catalogue: Catalogue, data: Path, tmp_path: Path
) -> None:
    """A link leads to a folder that is watched by itself since: a favourite seen by the link is not lost."""
    made = make_photos(tmp_path / "drive", 2, first=7)
    (data / "fav").symlink_to(tmp_path / "drive")
    assert scan(catalogue, data).new == 5
    assert scan(catalogue, tmp_path / "drive", data).new == 2
    make_photos(tmp_path / "drive", 1, first=20)
    after = scan(catalogue, data, tmp_path / "drive")
    assert (after.new, after.gone) == (0, frozenset())
    made[0].unlink()
    assert len(scan(catalogue, data, tmp_path / "drive").gone) == 1


# the same rules for a path


@pytest.mark.parametrize(
    ("below", "over"),
    [
        ("a.jpg", False),
        ("trip/a.jpg", False),
        ("trip", False),
        ("", False),
        (".a.jpg", True),
        (".cache/thumbnails/a.png", True),
        ("trip/.cache", True),
        ("trip/@eaDir/a.jpg", True),
        ("$RECYCLE.BIN/S-1/a.jpg", True),
        ("lib", True),
        ("lib/thumbnails/ab/a.jpg", True),
        ("lib/thumbnails/no longer/there.jpg", True),
        ("library/a.jpg", False),
    ],
)
@pytest.mark.parametrize("home", ["data/lib", "link/lib"])
def test_a_path_is_passed_over_by_the_rules_of_the_walk(
    data: Path, tmp_path: Path, below: str, over: bool, home: str
) -> None:
    skip = Skip([os.fsencode(tmp_path / home)], os.fsencode(data))
    assert passed_over(os.fsencode(data), os.path.join(os.fsencode(data), os.fsencode(below)), skip) is over


def test_only_what_is_below_the_root_is_judged(tmp_path: Path) -> None:
    root = os.fsencode(tmp_path / ".hidden" / "@eaDir")
    assert not passed_over(root, root + b"/a.jpg", Skip([], root))
    assert not passed_over(root, b"/elsewhere/.x", Skip([], root))
    assert passed_over(b"/", b"/.x", Skip([], b"/"))


def test_passed_over_agrees_with_the_walk(data: Path, tmp_path: Path) -> None:
    for folder in (".cache/x", "a/.b/c", "a/b", "@eaDir", "lost+found", "a/System Volume Information"):
        make_photos(data / folder, 1)
    root, skip = os.fsencode(data), [os.fsencode(tmp_path / "link" / "lib")]
    left = Skip(skip, root)
    every = [os.path.join(at, name) for at, _, files in os.walk(root) for name in files]
    heard = {path for path in every if not passed_over(root, path, left)}
    assert heard == {one.path for one in walk(root, skip=skip).photos}
