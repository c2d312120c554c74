"""``recollect segment``, ``labels``, ``look-inside`` and ``search --regions``, with a tiny region model."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from typer.testing import CliRunner

from core.errors import RecollectError
from core.labels.rle import from_rle
from core.library.region_files import FACE
from core.query.fragments import with_box, with_points
from tests.photos import make_photos
from tests.tiny_models import make_tiny, make_tiny_regions

PHOTOS = 6


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a library and its photos, indexed and looked into by tiny models."""
    top = tmp_path_factory.mktemp("regions")
    encoder = make_tiny("align", top / "tiny-align")
    chosen = {
        "model.active": str(encoder),
        "regions.model": str(make_tiny_regions(top / "tiny-regions", encoder)),
        "device": "cpu",
        "precision": "fp32",
    }
    home = top / "home"
    home.mkdir()
    (home / "settings.json").write_text(json.dumps(chosen))
    make_photos(top / "photos", PHOTOS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RECOLLECT_HOME", str(home))
        recollect("index", top / "photos")
        first = answer("look-inside")
        assert (first["looked"], first["waiting"], first["stopped"]) == (PHOTOS, 0, False)
    return top


@pytest.fixture(autouse=True)
def folder(ready: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The photos of that library, which all commands of a test use."""
    monkeypatch.setenv("RECOLLECT_HOME", str(ready / "home"))
    return ready / "photos"


@pytest.fixture
def stranger(tmp_path: Path) -> Path:
    """A wide photo that is in no library."""
    rng = np.random.default_rng(3)
    pixels = np.kron(rng.integers(0, 255, (3, 9, 3)), np.ones((20, 20, 1))).astype(np.uint8)
    Image.fromarray(pixels).save(tmp_path / "wide.png")
    return tmp_path / "wide.png"


def recollect(*arguments: str | Path, code: int = 0) -> tuple[str, str]:
    """What a command prints on stdout and stderr."""
    from app.cli.program import app

    done = CliRunner().invoke(app, [os.fspath(one) for one in arguments])
    assert done.exit_code == code, (done.stdout, done.stderr, done.exception)
    return done.stdout, done.stderr


def answer(*arguments: str | Path):
    return json.loads(recollect(*arguments, "--json")[0])


def test_a_photo_of_the_library(folder: Path) -> None:
    photo = folder / "photo_0001.jpg"
    found = answer("segment", photo)
    assert set(found) == {"regions"}
    with Image.open(photo) as image:
        size = [image.height, image.width]
    covered = np.zeros(size, int)
    for region in found["regions"]:
        assert set(region) == {"label", "score", "share", "box", "alternatives", "mask"}
        assert region["mask"]["size"] == size
        mask = from_rle(region["mask"])
        covered += mask
        assert mask.mean() == pytest.approx(region["share"], abs=0.12)
        x, y, wide, high = region["box"]
        assert 0 <= x < x + wide <= 1.0001 and 0 <= y < y + high <= 1.0001
        assert len(region["alternatives"]) <= 3
        for other in region["alternatives"]:
            assert set(other) == {"label", "score"} and other["label"] != region["label"]
    assert covered.max() == 1  # no pixel is in two regions
    shares = [region["share"] for region in found["regions"]]
    assert shares == sorted(shares, reverse=True)


def test_the_region_at_a_point_comes_first(stranger: Path) -> None:
    usual = answer("segment", stranger)["regions"]
    assert len(usual) > 1
    mask = from_rle(usual[-1]["mask"])
    rows, columns = np.nonzero(mask)
    middle = len(rows) // 2
    x, y = (columns[middle] + 0.5) / mask.shape[1], (rows[middle] + 0.5) / mask.shape[0]
    found = answer("segment", stranger, "--at", str(x), str(y))["regions"]
    assert found == [usual[-1], *usual[:-1]]
    corner = answer("segment", stranger, "--at", "1", "1")["regions"][0]
    assert from_rle(corner["mask"])[-1, -1]


@pytest.mark.parametrize("at", [("1.01", "0.5"), ("-0.1", "0.5"), ("0.5", "nan"), ("inf", "0")])
def test_a_point_outside_is_asked_wrongly(stranger: Path, at: tuple[str, str]) -> None:
    _, said = recollect("segment", stranger, "--at", *at, code=2)
    assert "X and Y lie between 0 and 1" in said


def test_names_from_a_file(stranger: Path, tmp_path: Path) -> None:
    names = tmp_path / "names.txt"
    names.write_bytes("red umbrella\nКошка\n\n# a comment\nred umbrella\n".encode())
    found = answer("segment", stranger, "--labels", names)["regions"]
    said = {one["label"] for one in found} | {
        other["label"] for one in found for other in one["alternatives"]
    }
    assert said - {None} <= {"red umbrella", "Кошка"} and said - {None}
    listed = answer("labels", stranger, "--labels", names)
    assert set(listed) == {"labels"}
    assert {one["label"] for one in listed["labels"]} <= {"red umbrella", "Кошка"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (b"dog\ncat\n" + b"x" * 10_000, "Line 3"),
        (b"dog\n\xff\xfe\n", "Line 2"),
        (b"dog\n" + b"\n".join(b"%d" % one for one in range(6000)), "5,000"),
        (b"\n# nothing\n", "no words"),
        (None, "No such file"),
    ],
)
def test_lists_that_cannot_be_read(stranger: Path, tmp_path: Path, text: bytes | None, says: str) -> None:
    names = tmp_path / "names.txt"
    if text is not None:
        names.write_bytes(text)
    out, said = recollect("segment", stranger, "--labels", names, code=2)
    assert says in said and out == ""


def test_vocabularies(stranger: Path) -> None:
    assert answer("labels", stranger, "--vocabulary", "coco")["labels"]
    _, said = recollect("labels", stranger, "--vocabulary", "mine", code=2)
    assert "everyday" in said


def test_plain_words(stranger: Path) -> None:
    out, _ = recollect("segment", stranger, "--vocabulary", "voc")
    assert "% of the photo" in out
    found = answer("segment", stranger, "--vocabulary", "voc")["regions"]
    assert len(out.splitlines()) == len(found)
    names, _ = recollect("labels", stranger, "--vocabulary", "voc")
    assert names.splitlines() == [one["label"] for one in found if one["label"]]


def test_an_overlay_is_written(stranger: Path, tmp_path: Path) -> None:
    target = tmp_path / "overlay.png"
    out, _ = recollect("segment", stranger, "--out", target)
    assert "overlay.png" in out
    with Image.open(target) as image, Image.open(stranger) as photo:
        assert image.height > photo.height and image.width >= photo.width
        assert len(image.convert("RGB").getcolors(1 << 20) or []) > 20
    _, said = recollect("segment", stranger, "--out", tmp_path / "overlay.xyz", code=1)
    assert "could not be written" in said
    _, said = recollect("segment", stranger, "--out", tmp_path / "nowhere" / "overlay.png", code=1)
    assert "could not be written" in said


@pytest.mark.parametrize(("mode", "size"), [("1", (1, 1)), ("L", (400, 20)), ("RGBA", (20, 400))])
def test_odd_pictures(folder: Path, tmp_path: Path, size: tuple[int, int], mode: str) -> None:
    Image.new(mode, size, 1 if mode == "1" else 200 if mode == "L" else (9, 200, 9, 40)).save(
        tmp_path / "odd.png"
    )
    found = answer("segment", tmp_path / "odd.png", "--at", "0.5", "0.5")["regions"]
    assert found and all(one["mask"]["size"] == [size[1], size[0]] for one in found)


def test_what_is_no_photo(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.jpg").write_bytes(b"not a picture")
    out, said = recollect("segment", tmp_path / "notes.jpg", "--json", code=1)
    assert out == "" and len(said.strip().splitlines()) == 1
    out, said = recollect("segment", tmp_path / "gone.jpg", code=2)
    assert "gone.jpg" in said


def test_looking_inside_again_is_done_at_once(folder: Path) -> None:
    again = answer("look-inside")
    assert (again["looked"], again["waiting"], again["failed"]) == (0, 0, 0)
    assert recollect("look-inside")[0].startswith("There is nothing left to look into.")


def test_hits_carry_the_part_they_were_found_by(folder: Path) -> None:
    found = answer("search", 'part:"a red thing"', "--regions")
    assert len(found["hits"]) == PHOTOS
    parts = [hit["region"] for hit in found["hits"]]
    assert any(parts)
    for part in filter(None, parts):
        assert set(part) == {"label", "box"}
        x, y, wide, high = part["box"]
        assert 0 <= x < x + wide <= 1.0001 and 0 <= y < y + high <= 1.0001
    out, _ = recollect("search", 'part:"a red thing"', "--regions")
    assert out.count("% across") == sum(map(bool, parts))


def test_without_the_option_nothing_is_said_of_parts(folder: Path) -> None:
    found = answer("search", 'part:"a red thing"')
    assert all(set(hit) == {"path", "score", "band"} for hit in found["hits"])
    assert "across" not in recollect("search", 'part:"a red thing"')[0]


def test_hits_of_whole_photos_have_no_part(folder: Path) -> None:
    found = answer("search", "type:jpeg", "--regions")
    assert found["hits"] and all(hit["region"] is None for hit in found["hits"])


def test_faces_of_chips(folder: Path, stranger: Path) -> None:
    from core.library import Library

    with Library.open(folder.parent / "home", read_only=True) as library:
        files = library.regions.files
        found = library.regions.of_file(stranger)
        first = found.regions[0]
        data, name = files.face(with_points(str(stranger), [first.point]))
        assert name == first.shown != ""
        with Image.open(io.BytesIO(data)) as image, Image.open(stranger) as photo:
            shape = (first.box[2] * photo.width) / (first.box[3] * photo.height)
            assert max(image.size) <= FACE and image.width / image.height == pytest.approx(shape, rel=0.1)
        _, both = files.face(with_points(str(stranger), [one.point for one in found.regions]))
        assert both == " + ".join(dict.fromkeys(one.shown for one in found.regions if one.shown))
        data, name = files.face(with_box(str(stranger), (0.5, 0.0, 0.5, 1.0)))
        with Image.open(io.BytesIO(data)) as image:
            assert image.width / image.height == pytest.approx(90 / 60, rel=0.1)
        with pytest.raises(RecollectError, match=r"gone\.jpg"):
            files.face("/nowhere/gone.jpg#at=50,50")


def test_a_face_without_a_region_model(tmp_path: Path, stranger: Path) -> None:
    from core.library import Library

    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.json").write_text(json.dumps({"regions.model": "none of these"}))
    with Library.open(home) as library:
        data, name = library.regions.files.face(with_box(str(stranger), (0.0, 0.0, 0.5, 0.5)))
        assert name == ""
        with Image.open(io.BytesIO(data)) as image:
            assert image.width / image.height == pytest.approx(3.0, rel=0.1)
        whole, _ = library.regions.files.face(with_points(str(stranger), [(0.5, 0.5)]))
        assert whole


def test_commands_are_known_and_have_an_example() -> None:
    from app.__main__ import COMMANDS

    assert {"segment", "labels", "look-inside"} <= COMMANDS
    for command in ("segment", "labels", "look-inside"):
        assert f"recollect {command}" in recollect(command, "--help")[0]
