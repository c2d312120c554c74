"""What is new on a card: nothing the library has lost is called had."""

from __future__ import annotations

import io
import os
import shutil
from pathlib import Path

import pytest
from PIL import Image

from core.errors import Cancelled, RecollectError
from core.jobs import BACKGROUND, Context, Progress, Token
from core.library import CardReport, Library
from core.paths import resource
from tests.photos import settle, write

NAMES = ("cat-and-yarn", "sheep", "city-lights", "owl", "waterfall", "espresso", "kitten", "great-wall")


def context(token: Token | None = None, heard: list[Progress] | None = None) -> Context:
    def listen(event: object) -> None:
        if heard is not None and isinstance(event, Progress):
            heard.append(event)

    return Context(token or Token(), BACKGROUND, listen, lambda: None)


def resized(path: Path, share: float, quality: int = 80) -> bytes:
    with Image.open(path) as image:
        small = image.convert("RGB").resize((round(image.width * share), round(image.height * share)))
    stream = io.BytesIO()
    small.save(stream, "JPEG", quality=quality)
    return stream.getvalue()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with some samples."""
    place = tmp_path / "library"
    place.mkdir()
    for name in NAMES:
        shutil.copy2(resource("samples") / f"{name}.jpg", place)
        settle(place / f"{name}.jpg")
    return place


@pytest.fixture
def opened(library: Library, home: Path) -> Library:
    library.add_folder(home)
    library.index_now(None, context())
    return library


def states(report: CardReport) -> dict[str, tuple[str, str | None]]:
    return {
        os.path.relpath(os.fsdecode(photo.path), os.fsdecode(report.path)): (
            photo.state,
            photo.match.name if photo.match else None,
        )
        for photo in report.photos
    }


def test_each_photo_of_a_card_has_its_state(opened: Library, home: Path, tmp_path: Path) -> None:
    card = tmp_path / "card" / "DCIM"
    card.mkdir(parents=True)
    shutil.copy2(home / "sheep.jpg", card / "sheep.jpg")
    shutil.copy2(home / "owl.jpg", card / "DSC_0001.jpg")
    write(card / "small.jpg", resized(home / "waterfall.jpg", 0.5))
    write(card / "same shape.jpg", resized(home / "great-wall.jpg", 1.0, 60))
    shutil.copy2(resource("samples") / "red-panda.jpg", card / "fresh.jpg")
    write(card / "broken.jpg", b"no picture at all")
    size = os.path.getsize(home / "kitten.jpg")
    write(card / "as large.jpg", b"\xff\xd8" + bytes(size - 2))
    write(
        card / os.fsdecode(b"odd \xff.jpg") if os.sep == "/" else card / "odd.jpg",
        resized(home / "espresso.jpg", 0.6),
    )
    (card / "notes.txt").write_text("no photo")
    heard: list[Progress] = []
    report = opened.card(tmp_path / "card", context(heard=heard))
    assert states(report) == {
        "DCIM/sheep.jpg": ("here", "sheep.jpg"),
        "DCIM/DSC_0001.jpg": ("here", "owl.jpg"),
        "DCIM/small.jpg": ("resaved", "waterfall.jpg"),
        "DCIM/same shape.jpg": ("resaved", "great-wall.jpg"),
        "DCIM/fresh.jpg": ("new", None),
        "DCIM/broken.jpg": ("unreadable", None),
        "DCIM/as large.jpg": ("unreadable", None),
        ("DCIM/odd \udcff.jpg" if os.sep == "/" else "DCIM/odd.jpg"): ("resaved", "espresso.jpg"),
    }
    assert [photo.path for photo in report.photos] == sorted(photo.path for photo in report.photos)
    assert [report.count(state) for state in ("here", "resaved", "new", "unreadable")] == [2, 3, 1, 2]
    assert (heard[0].total, heard[-1].done) == (8, 7)
    # Nothing of the card is kept.
    assert len(opened.all_photos().photo_ids) == len(NAMES)
    token = Token()
    token.cancel()
    with pytest.raises(Cancelled):
        opened.card(tmp_path / "card", context(token))
    with pytest.raises(RecollectError) as raised:
        opened.card(tmp_path / "nowhere", context())
    assert raised.value.code == "folder.missing"


def test_what_the_library_lost_is_new(opened: Library, home: Path, tmp_path: Path) -> None:
    card = tmp_path / "card"
    shutil.copytree(home, card)
    write(card / "small.jpg", resized(home / "waterfall.jpg", 0.5))
    ids = {row.name: row.id for row in opened.rows(opened.all_photos().photo_ids.tolist())}
    opened.marks._throw = os.unlink
    opened.marks.trash([ids["sheep.jpg"], ids["waterfall.jpg"]])
    (home / "owl.jpg").unlink()
    opened.index_now(None, context())
    found = states(opened.card(card, context()))
    assert {name for name, (state, _) in found.items() if state == "new"} == {
        "sheep.jpg",
        "waterfall.jpg",
        "small.jpg",
        "owl.jpg",
    }
    opened.marks.hide([ids["kitten.jpg"]], True)
    assert states(opened.card(card, context()))["kitten.jpg"] == ("here", "kitten.jpg")
    opened.remove_folder(home)
    assert {state for state, _ in states(opened.card(card, context())).values()} == {"new"}


def test_the_librarys_own_photos_are_no_second_copy(opened: Library, home: Path, tmp_path: Path) -> None:
    """A card that was added as a folder: its photos are nowhere else."""
    (home / "inner").mkdir()
    shutil.copy2(home / "owl.jpg", home / "inner" / "owl.jpg")
    write(home / "inner" / "small.jpg", resized(home / "espresso.jpg", 0.5))
    opened.index_now(None, context())
    assert {state for state, _ in states(opened.card(home, context())).values()} == {"new"}
    inner = states(opened.card(home / "inner", context()))
    assert inner == {"owl.jpg": ("here", "owl.jpg"), "small.jpg": ("resaved", "espresso.jpg")}


def test_the_next_exposure_of_a_photo_that_is_here_is_new(
    opened: Library, home: Path, tmp_path: Path
) -> None:
    card = tmp_path / "card"
    card.mkdir()
    shutil.copy2(home / "sheep.jpg", card / "one.jpg")
    write(card / "two.jpg", resized(home / "sheep.jpg", 0.8))
    assert states(opened.card(card, context())) == {
        "one.jpg": ("here", "sheep.jpg"),
        "two.jpg": ("new", None),
    }


def test_a_card_that_is_drawn_meanwhile(
    opened: Library, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = tmp_path / "card"
    card.mkdir()
    for name in NAMES[:4]:
        write(card / f"{name}.jpg", resized(home / f"{name}.jpg", 0.7))
    cards = opened._cards
    real = cards._picture

    def drawn(path: bytes) -> object:
        shutil.rmtree(card / "..." if path.endswith(b"sheep.jpg") else card, ignore_errors=True)
        return real(path)

    monkeypatch.setattr(cards, "_picture", drawn)
    assert {state for state, _ in states(opened.card(card, context())).values()} == {"new"}
