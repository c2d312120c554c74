from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from core.query.matcher import PhotoFacts, distance_km, inside, keyword_matches, matches, name_matches
from core.query.parse import parse

TODAY = date(2025, 1, 15)
PHOTO = PhotoFacts(
    name="IMG_2031 [Straße].JPG",
    path="/home/a/Trips/Norway/Fjord/IMG_2031 [Straße].JPG",
    folder="/home/a/Trips/Norway/Fjord",
    taken=date(2024, 7, 3),
    added=date(2025, 1, 14),
    format="jpeg",
    camera="Google Pixel 6",
    lens="EF50mm f/1.8",
    width=4032,
    height=3024,
    size=10_200_000,
    latitude=59.91,
    longitude=10.75,
    keywords=("Golden Gate", "sea-side", "Café"),
    caption="Two dogs on the beach, at noon",
    favourite=True,
)


def found(text: str, photo: PhotoFacts = PHOTO) -> bool:
    return matches(parse(text, TODAY).condition, photo)


@pytest.mark.parametrize(
    "text",
    [
        "anything",
        *(
            "name:img_*",
            "name:STRASSE",
            "name:*.jpg",
            "name:???_2031*",
            "name:[straße]",
            "name:*[straße]*",
            "name:2031",
        ),
        *("in:trips/norway", "in:Norway", "in:/home/a", "in:/", "in:/home/a/Trips/Norway/Fjord", "in:fjord/"),
        *(
            "date:2024",
            'date:"last summer"',
            "after:2024-07-03",
            "before:2024-07-04",
            "date:2024-07..",
            "date:2020..2024",
        ),
        *("added:yesterday", "added:..2025", "type:jpg", "type:jpg type:heic", "camera:pixel", "lens:50MM"),
        *(
            "orientation:landscape",
            "size:>10mb",
            "size:10mb",
            "size:10mb..11mb",
            "size:10200000",
            "size:>1mb size:<1gb",
        ),
        *(
            "megapixels:12",
            "megapixels:>12",
            "has:place",
            "has:keywords",
            "has:caption",
            "has:date",
            "has:camera",
        ),
        *(
            "is:favourite",
            "-is:hidden",
            "-is:raw",
            "near:59.91,10.75",
            "near:59.9,10.8,5km",
            "near:60.91,10.75,70mi",
        ),
        *(
            "keyword:beach",
            "keyword:GOLDEN",
            'keyword:"golden gate"',
            "keyword:café",
            "keyword:cafe",
            'keyword:"beach at"',
        ),
        *(
            "camera:canon or type:jpg",
            "(camera:canon or is:favourite) -type:heic",
            "-(camera:canon or is:hidden)",
        ),
    ],
)
def test_matches(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "name:2031?",
            "name:*.jp",
            "name:[s]*",
            "in:Norw",
            "in:/home/b",
            "in:/Trips",
            "in:Norway/Trips",
            "in:home/Trips",
        ),
        *(
            "after:2024-07-04",
            "before:2024-07-03",
            "before:2024",
            "added:today",
            "added:..2024",
            "type:heic",
            "camera:canon",
        ),
        *(
            "orientation:portrait",
            "orientation:square",
            "size:<10mb",
            "size:11mb",
            "megapixels:<12",
            "is:hidden",
            "is:new",
        ),
        *(
            "is:offline",
            "is:duplicate",
            "type:raw",
            "is:favourite is:raw",
            "near:60.91,10.75,100km",
            "keyword:bea",
        ),
        *(
            "keyword:gold",
            'keyword:"gate golden"',
            "keyword:caf",
            "type:jpg -is:favourite",
            "camera:canon or type:heic",
        ),
    ],
)
def test_does_not_match(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize(
    "text",
    [
        "date:2024",
        "after:1900",
        "before:2100",
        "added:2025",
        "near:0,0,20000km",
        "camera:x",
        "lens:x",
        "orientation:square",
    ],
)
def test_what_is_unknown_matches_only_the_opposite(text: str) -> None:
    assert not found(text, PhotoFacts())
    assert found(f"-{text}", PhotoFacts())


@pytest.mark.parametrize("flag", ["favourite", "hidden", "duplicate", "raw", "offline", "new"])
def test_each_flag_is_asked_by_its_name(flag: str) -> None:
    assert found(f"is:{flag}", replace(PhotoFacts(), **{flag: True}))
    assert not found(f"is:{flag}", PhotoFacts())


def test_each_thing_a_photo_can_have_is_missing_from_an_empty_one() -> None:
    for name in ("place", "keywords", "caption", "date", "camera"):
        assert not found(f"has:{name}", PhotoFacts())
    assert not found("has:place", PhotoFacts(latitude=1.0))
    assert found("has:place near:0,0", PhotoFacts(latitude=0.0, longitude=0.0))


def test_raw_is_a_type_whatever_the_file_says_inside() -> None:
    photo = PhotoFacts(format="raw", raw=True)
    assert found("type:raw", photo) and not found("type:tiff", photo)


def test_square_and_portrait() -> None:
    assert found("orientation:square", PhotoFacts(width=5, height=5))
    assert found("orientation:square", PhotoFacts(width=102, height=100))
    assert found("orientation:portrait", PhotoFacts(width=96, height=100))
    assert found("orientation:landscape", PhotoFacts(width=104, height=100))


def test_the_day_of_the_file_is_a_day_but_not_a_date_the_photo_has() -> None:
    photo = PhotoFacts(taken=date(2024, 7, 3), dated=False)
    assert found("date:2024", photo) and not found("has:date", photo)


def test_distances_along_the_globe() -> None:
    assert distance_km(59.9139, 10.7522, 60.3913, 5.3221) == pytest.approx(305, abs=3)  # Oslo, Bergen
    assert distance_km(0, 179.9, 0, -179.9) == pytest.approx(22.24, abs=0.05)
    assert distance_km(0, 0, 0, 180) == pytest.approx(20015, abs=2)
    assert distance_km(90, 0, 90, 120) == pytest.approx(0, abs=1e-6)


def test_names_paths_and_keywords_of_other_scripts() -> None:
    assert name_matches("*ΣΊΣΥΦΟΣ*", "x σίσυφος.jpg")
    assert name_matches("海滩", "2021 海滩.jpg")
    assert name_matches("a\udcff*", "A\udcff.png")
    assert inside("Fotos/Übersee", "/x/fotos/übersee/1")
    assert inside("c:/Photos", "C:/photos/x") and not inside("C:/Photos", "D:/C:/Photos")
    assert keyword_matches("海滩", ("海滩",), None)
    assert keyword_matches("★★", ("★★",), None) and not keyword_matches("★", ("★★",), None)
