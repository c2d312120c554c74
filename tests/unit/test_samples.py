"""The sample photographs: how many, how large, and that each is credited and described."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from PIL import Image

from core.jobs import BACKGROUND, Context, Token
from core.library import STRONG, Library

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
FREE = {"CC0-1.0", "Public domain", "CC-BY-2.0", "CC-BY-3.0", "CC-BY-4.0"}
SHARE_ALIKE = {"CC-BY-SA-4.0"}
PHOTOS = sorted(SAMPLES.glob("*.jpg"))


def credits() -> dict[str, list[str]]:
    """The rows of CREDITS.md by file name: what, author, licence, source page, taken from, changes."""
    rows = {}
    for line in (SAMPLES / "CREDITS.md").read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if cells[0].endswith(".jpg"):
            assert cells[0] not in rows, f"{cells[0]} is credited twice"
            rows[cells[0]] = cells[1:]
    return rows


def plain(text: str) -> str:
    """EXIF's text is ASCII."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def captions() -> dict[str, list[str]]:
    return json.loads((SAMPLES / "captions.json").read_text("utf-8"))


def test_there_are_forty_to_sixty_within_six_megabytes() -> None:
    assert 40 <= len(PHOTOS) <= 60
    assert sum(photo.stat().st_size for photo in PHOTOS) <= 6_000_000


def test_nothing_else_lies_there() -> None:
    names = {path.name for path in SAMPLES.iterdir()} - {photo.name for photo in PHOTOS}
    assert names <= {"CREDITS.md", "captions.json"}


def test_each_photo_is_credited_and_each_credit_has_its_photo() -> None:
    assert set(credits()) == {photo.name for photo in PHOTOS}


@pytest.mark.parametrize("photo", PHOTOS, ids=lambda photo: photo.stem)
def test_a_photo_is_an_upright_jpeg_of_1024_pixels_at_most(photo: Path) -> None:
    with Image.open(photo) as picture:
        picture.load()
        assert picture.format == "JPEG"
        assert picture.mode == "RGB"
        assert 500 <= max(picture.size) <= 1024
        assert picture.getexif().get(0x0112, 1) == 1


@pytest.mark.parametrize("photo", PHOTOS, ids=lambda photo: photo.stem)
def test_a_photo_names_author_and_licence_as_its_credit_does(photo: Path) -> None:
    what, author, licence, source, taken_from, changes = credits()[photo.name]
    assert what and author and changes
    assert licence in FREE | SHARE_ALIKE
    assert source.startswith("https://") or source.startswith("http://")
    assert taken_from.startswith(("Debian ", "PyPI "))
    with Image.open(photo) as picture:
        assert picture.getexif()[0x8298] == plain(f"{author}, {licence}")


def test_share_alike_is_rare_and_named_at_the_top() -> None:
    head = (SAMPLES / "CREDITS.md").read_text("utf-8").split("| file |")[0]
    shared = [name for name, row in credits().items() if row[2] in SHARE_ALIKE]
    assert len(shared) <= 3
    for name in shared:
        assert f"`{name}`" in head


def test_each_photo_has_two_captions() -> None:
    written = captions()
    assert set(written) == {photo.name for photo in PHOTOS}
    for name, texts in written.items():
        assert len(texts) == 2, name
        assert len(set(texts)) == 2, name
        assert all(3 <= len(text.split()) <= 20 for text in texts), name


# What the window suggests typing, and a photo that answers it.
SUGGESTED = {
    "dog in the snow": {"snowy-field.jpg", "snowy-cabins.jpg", "dog-winter-woods.jpg"},
    "city at night": {"city-lights.jpg", "harbour-skyline.jpg", "new-york-dusk.jpg"},
    "a cat": {"cat-and-yarn.jpg", "kitten.jpg"},
    "snowy mountains": {"snowy-peak-with-trees.jpg", "snowy-field.jpg", "lake-and-snowy-mountains.jpg"},
}


@pytest.mark.slow
def test_what_the_window_suggests_is_answered_by_the_samples(own_home: Path) -> None:
    bar = Path(__file__).parents[2] / "app" / "query_bar" / "bar.py"
    said = {
        line.split("“")[1].split("”")[0] for line in bar.read_text("utf-8").splitlines() if "try “" in line
    }
    assert said == set(SUGGESTED)
    with Library.open(own_home) as library:
        library.add_samples()
        library.index_now(None, Context(Token(), BACKGROUND, lambda event: None, lambda: None))
        for query, right in SUGGESTED.items():
            hits = library.search(query)
            first = library.rows(hits.photo_ids[:1])[0]
            assert hits.clear and hits.bands[0] == STRONG and first.name in right, (query, first.name)
        assert "dog-winter-woods.jpg" in {
            row.name for row in library.rows(library.search("dog in the snow").photo_ids[:4])
        }
        assert not library.search("xqzv brrt plk").clear
