"""What a person leaves out: matched as git matches, never walked into, never heard, gone and back."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.catalogue import folders, photos
from core.catalogue.store import Catalogue
from core.errors import RecollectError
from core.ingest.excludes import Excludes
from core.ingest.scan import Scan, scan_folder
from core.ingest.walk import count_photos, walk
from core.ingest.watch import Watcher
from tests.photos import make_photos

ROOT = b"/r"


def out(excludes: Excludes, inner: str) -> bool:
    """Whether a path is left out; one that ends with a slash is a folder."""
    return excludes.excluded(ROOT + b"/" + os.fsencode(inner.rstrip("/")), ROOT, inner.endswith("/"))


@pytest.mark.parametrize(
    ("patterns", "yes", "no"),
    [
        ("", [], ["a.jpg", "x/"]),
        ("# a comment\n\n   \n", [], ["# a comment", "a.jpg"]),
        ("*.png", ["a.png", "x/y/a.png"], ["a.jpg", "a.png.jpg"]),
        ("screenshots/", ["screenshots/", "x/screenshots/a.jpg"], ["screenshots", "my-screenshots/a.jpg"]),
        ("/raw", ["raw/a.jpg", "raw"], ["x/raw/a.jpg"]),
        ("a/b", ["a/b/c.jpg"], ["x/a/b/c.jpg"]),
        ("out/**", ["out/a.jpg", "out/x/"], ["out/", "x/out/a.jpg"]),
        ("**/out", ["out/a.jpg", "x/y/out/a.jpg"], ["outer/a.jpg"]),
        ("*.jpg\n!keep.jpg", ["a.jpg"], ["keep.jpg", "x/keep.jpg"]),
        # A file cannot be taken back from a folder that is left out.
        ("x/\n!x/keep.jpg", ["x/keep.jpg"], ["keep.jpg"]),
        ("x/*\n!x/keep.jpg", ["x/a.jpg"], ["x/keep.jpg"]),
        # Taking a folder back does not take back what another line leaves out in it.
        ("*.jpg\n!keep", ["keep/a.jpg"], ["keep/a.png", "keep/"]),
        ("[ab].jpg\n?x.jpg", ["a.jpg", "1x.jpg"], ["c.jpg", "x.jpg"]),
        ("\\!odd.jpg\n\\#1", ["!odd.jpg", "#1"], ["odd.jpg"]),
        ("ü*.jpg", ["über.jpg"], ["uber.jpg"]),
        ("*", ["a.jpg", "x/"], []),
    ],
)
def test_patterns_mean_what_they_mean_to_git(patterns: str, yes: list[str], no: list[str]) -> None:
    excludes = Excludes(patterns)
    assert [one for one in yes if not out(excludes, one)] == []
    assert [one for one in no if out(excludes, one)] == []
    assert not excludes.excluded(ROOT, ROOT, True)
    assert not excludes.excluded(b"/elsewhere/a.jpg", ROOT, False)


@pytest.mark.skipif(shutil.which("git") is None, reason="git is the reference")
def test_against_git_itself(tmp_path: Path) -> None:
    chance = random.Random(7)
    names = ["a", "b", "ab", "raw", "x.jpg", "y.jpg", "keep.jpg", "IMG_1.JPG", "deep"]
    parts = [*names, "*", "*.jpg", "?", "[ab]", "i*", "**", "IMG_?.JPG", "[!a]*"]
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    paths = {"/".join(chance.choices(names, k=chance.randint(1, 4))) for _ in range(120)}
    files = sorted(path for path in paths if not any(other.startswith(path + "/") for other in paths))
    for file in files:
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).touch()
    asked = "\n".join(files).encode()
    for _ in range(60):
        lines = []
        for _ in range(chance.randint(1, 5)):
            body = "/".join(chance.choices(parts, k=chance.randint(1, 3)))
            line = (
                chance.choice(["", "", "!"])
                + chance.choice(["", "", "/"])
                + body
                + chance.choice(["", "", "/"])
            )
            # "**/" at the end is where pathspec and git differ: it takes the folder too.
            lines.append(line if not line.endswith("**/") else "a")
        (tmp_path / ".gitignore").write_text("\n".join(lines))
        asking = ["git", "-C", str(tmp_path), "check-ignore", "--no-index", "--stdin"]
        done = subprocess.run(asking, input=asked, capture_output=True, check=False)
        excludes = Excludes("\n".join(lines))
        ours = [one for one in files if excludes.excluded(os.fsencode(f"/r/{one}"), ROOT, False)]
        assert ours == done.stdout.decode().splitlines(), lines


def test_a_folders_own_patterns_come_after_those_for_all() -> None:
    excludes = Excludes("*.png", "!keep.png\nraw/")
    assert out(excludes, "a.png") and out(excludes, "raw/a.jpg") and not out(excludes, "keep.png")
    assert not Excludes("", "") and not Excludes("# only a comment")


@pytest.mark.parametrize("bad", ["!", "\\", "[z-a].jpg", "[abc"])
def test_a_line_that_is_no_pattern_is_said_with_its_number(bad: str) -> None:
    with pytest.raises(RecollectError) as caught:
        Excludes(f"*.png\n\n{bad}\n")
    assert (caught.value.code, caught.value.facts["line"]) == ("exclude.bad_pattern", 3)
    assert bad in str(caught.value.facts["detail"])
    lenient = Excludes(f"{bad}\n*.png", lenient=True)
    assert out(lenient, "a.png") and [error.facts["line"] for error in lenient.bad] == [1]


def test_names_that_are_no_text_are_matched_too(tmp_path: Path) -> None:
    root = os.fsencode(tmp_path)
    assert Excludes("*.jpg").excluded(root + b"/broken\xff.jpg", root, False)
    assert not Excludes("b*.png").excluded(root + b"/broken\xff.jpg", root, False)


# the walk


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    make_photos(tmp_path / "r", 2)
    make_photos(tmp_path / "r" / "raw" / "deep", 3, first=10)
    make_photos(tmp_path / "r" / "trip" / "raw", 1, first=20)
    return tmp_path / "r"


def test_a_folder_that_is_left_out_is_never_listed(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed: list[bytes] = []
    scandir = os.scandir

    def noting(path: bytes) -> Iterator[os.DirEntry[bytes]]:
        listed.append(path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", noting)
    found = walk(os.fsencode(tree), excludes=Excludes("/raw/\nphoto_0001.jpg"))
    assert [os.path.relpath(photo.path, os.fsencode(tree)) for photo in found.photos] == [
        b"photo_0000.jpg",
        b"trip/raw/photo_0020.jpg",
    ]
    assert not [path for path in listed if os.fsencode(tree / "raw") in path]


def test_the_walk_and_the_watcher_agree(tree: Path) -> None:
    """Every photo is either found by the walk or passed over by what the watcher asks."""
    root = os.fsencode(tree)
    everything = {photo.path for photo in walk(root).photos}
    for patterns in ("raw/", "/raw", "trip/raw", "*_0001.jpg\n!photo_0001.jpg", "*\n!*/\n!photo_001*"):
        excludes = Excludes(patterns)
        found = {photo.path for photo in walk(root, excludes=excludes).photos}
        assert found == {path for path in everything if not excludes.excluded(path, root, False)}, patterns


def test_counting_leaves_out_the_same_and_can_be_cut_short(tree: Path) -> None:
    root = os.fsencode(tree)
    assert count_photos(root) == (6, True)
    assert count_photos(root, excludes=Excludes("raw/")) == (2, True)
    assert count_photos(root, enough=lambda: True) == (2, False)


def test_what_is_left_out_is_not_heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    due: list[int] = []
    now = [0.0]
    monkeypatch.setattr(Watcher, "_begin", lambda self: None)
    watcher = Watcher(due.append, lambda *state: None, clock=lambda: now[0])
    (tmp_path / "r").mkdir()
    root = os.fsencode(tmp_path / "r")
    watcher.watch(1, root, excludes=Excludes("raw/\n*.png"))

    def heard(below: str, is_directory: bool = False) -> bool:
        watcher.heard(1, os.path.join(root, os.fsencode(below)), is_directory, "created")
        now[0] += 11.0
        watcher.look()
        told, due[:] = bool(due), []
        return told

    try:
        watcher.look()
        assert [heard(one) for one in ("raw/a.jpg", "x/raw/y/a.jpg", "a.png")] == [False] * 3
        assert not heard("x/raw", True) and heard("rawer/a.jpg")
        watcher.set_excludes(1, Excludes("*.jpg"))
        assert heard("raw/a.png") and not heard("rawer/a.jpg")
    finally:
        watcher.close()


# the catalogue


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue.open(tmp_path / "home") as opened:
        yield opened


def look(catalogue: Catalogue, root: Path, patterns: str = "") -> Scan:
    with catalogue.writing() as conn:
        row = folders.add(conn, os.fsencode(root), 0.0)
    return scan_folder(catalogue, row, now=1.0, excludes=Excludes(patterns))


def shown(catalogue: Catalogue) -> int:
    with catalogue.reading() as conn:
        return photos.counts(conn).photos


def test_a_pattern_hides_and_taking_it_away_brings_back(catalogue: Catalogue, tree: Path) -> None:
    assert look(catalogue, tree).new == 6
    hidden = look(catalogue, tree, "raw/")
    assert (len(hidden.gone), hidden.unchanged, shown(catalogue)) == (4, 2, 2)
    assert not look(catalogue, tree, "raw/").differs
    back = look(catalogue, tree)
    assert (back.back, back.new, len(back.gone), shown(catalogue)) == (4, 0, 0, 6)


def test_everything_left_out_is_not_taken_for_a_drive_that_is_away(catalogue: Catalogue, tree: Path) -> None:
    look(catalogue, tree)
    scan = look(catalogue, tree, "*")
    assert (scan.offline, len(scan.gone), shown(catalogue)) == (False, 6, 0)
    assert look(catalogue, tree).back == 6


def test_an_empty_place_loses_nothing_though_patterns_were_added(catalogue: Catalogue, tree: Path) -> None:
    look(catalogue, tree)
    tree.rename(tree.with_name("away"))
    assert look(catalogue, tree, "raw/").offline
    tree.mkdir()
    assert look(catalogue, tree, "raw/").offline and shown(catalogue) == 6
    tree.rmdir()
    tree.with_name("away").rename(tree)
    assert len(look(catalogue, tree, "raw/").gone) == 4
