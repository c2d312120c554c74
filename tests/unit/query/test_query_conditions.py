from __future__ import annotations

import os
from datetime import date
from typing import Any

import pytest

from core.errors import RecollectError
from core.query.parse import parse
from core.query.tree import AllOf, Amount, AnyOf, Condition, Days, Fact, Not, Part, Place, facts_of

TODAY = date(2025, 1, 15)


def asked(text: str, *, typing: bool = False) -> Condition | None:
    return parse(text, TODAY, typing=typing).condition


def words(text: str, *, typing: bool = False) -> list[str]:
    return [part.value for part in parse(text, TODAY, typing=typing).parts]


def fact(field: str, value: Any, op: str = "=") -> Fact:
    return Fact(field, value.op if isinstance(value, Amount) else op, value)


HEIC, JPEG = fact("type", "heic"), fact("type", "jpeg")
PIXEL, CANON = fact("camera", "pixel"), fact("camera", "canon")
YEAR = fact("taken", Days(date(2021, 1, 1), date(2022, 1, 1)))
AFTER = fact("taken", Days(date(2020, 1, 1), None), ">=")
BEFORE = fact("taken", Days(None, date(2023, 1, 1)), "<")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name:IMG_20*", fact("name", "IMG_20*")),
        ('name:"a b"', fact("name", "a b")),
        ("name:IMG(1).jpg", fact("name", "IMG(1).jpg")),
        ("name:C:x", fact("name", "C:x")),
        ('in:"Trips/Norway/"', fact("in", "Trips/Norway")),
        ("in:./a//b/./c", fact("in", "a/b/c")),
        ("in:/", fact("in", "/")),
        ("in:/home/a", fact("in", "/home/a")),
        ("in:~/Pictures", fact("in", os.path.expanduser("~/Pictures"))),
        ("in:~other/x", fact("in", "~other/x")),
        ("after:2020", AFTER),
        ("after:2021-05", fact("taken", Days(date(2021, 5, 1), None), ">=")),
        ("before:2023", BEFORE),
        ("date:2021", YEAR),
        ('Date:"last summer"', fact("taken", Days(date(2024, 6, 1), date(2024, 9, 1)))),
        ("date:last-summer", fact("taken", Days(date(2024, 6, 1), date(2024, 9, 1)))),
        ("date:2020..", AFTER),
        ("added:yesterday", fact("added", Days(date(2025, 1, 14), date(2025, 1, 15)))),
        ("type:heic", HEIC),
        ("TYPE:HEIF", HEIC),
        ("type:.jpg", JPEG),
        ("type:tif", fact("type", "tiff")),
        ("type:raw", fact("type", "raw")),
        ("camera:Pixel", fact("camera", "Pixel")),
        ('lens:" 50  mm "', fact("lens", "50 mm")),
        ("orientation:Portrait", fact("orientation", "portrait")),
        ("size:>10mb", fact("size", Amount(">", 10_000_000))),
        ("size:<=1.5KB", fact("size", Amount("<=", 1500))),
        ("size:≥2gb", fact("size", Amount(">=", 2_000_000_000))),
        ("size:1234", fact("size", Amount("=", 1234))),
        ("size:=10mb", fact("size", Amount("=", 10_000_000))),
        ("size:10mb", fact("size", Amount("..", 9_500_000, 10_500_000))),
        ("size:1.5mb", fact("size", Amount("..", 1_450_000, 1_550_000))),
        ("size:10mb..20mb", fact("size", Amount("..", 10_000_000, 20_000_000))),
        ("size:10mb..", fact("size", Amount(">=", 10_000_000))),
        ("megapixels:>12", fact("megapixels", Amount(">", 12.0))),
        ("megapixels:12", fact("megapixels", Amount("..", 11.5, 12.5))),
        ("megapixels:8..12.5", fact("megapixels", Amount("..", 8.0, 12.5))),
        ("has:place", fact("has", "place")),
        ("is:favorite", fact("is", "favourite")),
        ("near:59.91,10.75,20km", fact("near", Place(59.91, 10.75, 20.0))),
        ("near:59.91,-10.75", fact("near", Place(59.91, -10.75, 10.0))),
        ('near:"59.91, 10.75, 500 m"', fact("near", Place(59.91, 10.75, 0.5))),
        ("near:1,2,5mi", fact("near", Place(1.0, 2.0, 8.04672))),
        ("keyword:beach", fact("keyword", "beach")),
        ("keyword：海滩", fact("keyword", "海滩")),
        ("camera:“pixel 6”", fact("camera", "pixel 6")),
    ],
)
def test_fields_have_typed_values(text: str, expected: Fact) -> None:
    query = parse(text, TODAY)
    assert query.condition == expected
    assert query.parts == ()
    assert isinstance(query.condition, Fact)
    assert (query.condition.start, query.condition.end, query.condition.typed) == (0, len(text), text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("type:heic type:jpg", AnyOf((HEIC, JPEG))),
        ("type:heic camera:pixel type:jpg", AllOf((AnyOf((HEIC, JPEG)), PIXEL))),
        ("type:heic dog type:jpg", AnyOf((HEIC, JPEG))),
        ("type:heic type:HEIF", HEIC),
        ("date:2021 after:2020 before:2023", AllOf((YEAR, AFTER, BEFORE))),
        ("date:2021 date:2021..2021", YEAR),
        ("-type:heic type:jpg", AllOf((Not(HEIC), JPEG))),
        ("-type:heic −type:jpg", AllOf((Not(HEIC), Not(JPEG)))),
        (
            "size:>1mb size:<2mb",
            AllOf((fact("size", Amount(">", 10**6)), fact("size", Amount("<", 2 * 10**6)))),
        ),
        ("is:raw is:favourite", AllOf((fact("is", "raw"), fact("is", "favourite")))),
        ("camera:pixel or type:heic", AnyOf((PIXEL, HEIC))),
        ("camera:pixel type:heic OR camera:canon", AnyOf((AllOf((PIXEL, HEIC)), CANON))),
        ("(camera:pixel or camera:canon) after:2020", AllOf((AnyOf((PIXEL, CANON)), AFTER))),
        ("after:2020 ( camera:pixel or camera:canon )", AllOf((AFTER, AnyOf((PIXEL, CANON))))),
        ("-(camera:pixel or type:heic)", Not(AnyOf((PIXEL, HEIC)))),
        ("-(-camera:pixel)", PIXEL),
        ("((camera:pixel) or ((type:heic)))", AnyOf((PIXEL, HEIC))),
        ("(type:heic) (type:jpg)", AllOf((HEIC, JPEG))),
        ("(camera:pixel (type:heic or -type:jpg)) dog", AllOf((PIXEL, AnyOf((HEIC, Not(JPEG)))))),
        ("camera:pixel or camera:canon dog type:heic", AllOf((AnyOf((PIXEL, CANON)), HEIC))),
        ("(name:IMG(1) or camera:pixel)", AnyOf((fact("name", "IMG(1)"), PIXEL))),
        ('(camera:"pixel" or camera:"canon")', AnyOf((PIXEL, CANON))),
    ],
)
def test_facts_combine(text: str, expected: Condition) -> None:
    assert asked(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("http://x foo:bar at 12:30", ["http://x foo:bar at 12:30"]),
        ("x(type:heic)", ["x(type:heic)"]),
        ("--type:heic", ["--type:heic"]),
        ("cats or dogs (small)", ["cats or dogs (small)"]),
        ("dog or type:heic", ["dog or"]),
        ("type:heic or dog", ["or dog"]),
        ("type:heic or", ["or"]),
        ("type:heic or or type:jpg", ["or or"]),
        ("dog (small) type:heic :)", ["dog (small)", ":)"]),
        ('"type:heic"', ["type:heic"]),
        ("(small dogs) ( or )", ["(small dogs) ( or )"]),
        ("red type:heic boots", ["red", "boots"]),
        ("sometype:heic", ["sometype:heic"]),
    ],
)
def test_all_else_is_text(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_region_is_a_part() -> None:
    query = parse('dog -part:"red  umbrella"^2 PART:boots part: x')
    assert [(p.kind, p.value, p.sign, p.weight) for p in query.parts] == [
        ("text", "dog", 1, 1),
        ("part", "red umbrella", -1, 2),
        ("part", "boots", 1, 1),
        ("text", "part: x", 1, 1),
    ]


def test_quoted_phrases_are_known() -> None:
    query = parse('red "golden gate" “sea side” -"no" like:"x" part:"y z"')
    assert query.phrases == ("golden gate", "sea side")


def test_facts_know_their_places() -> None:
    text = ' dog -Type:"heic" (camera:pixel or date:2021)'
    places = [text[one.start : one.end] for one in facts_of(parse(text).condition)]
    assert places == ['Type:"heic"', "camera:pixel", "date:2021"]
    assert [one.typed for one in facts_of(parse(text).condition)] == places


@pytest.mark.parametrize(
    ("text", "wrong", "says"),
    [
        ("dog date:2021-13", "2021-13", "date:2021-05"),
        ("date:2021..2019", "2021..2019", "date:2019..2021"),
        ("after:2019..2021", "2019..2021", "after:2021-05"),
        ("date:last summer", "last", 'date:"last summer"'),
        ("size:>abc", ">abc", "size:>10mb"),
        ("size:5mb..2mb", "5mb..2mb", "smaller"),
        ("size:9999999999gb", "9999999999gb", "size:"),
        ("near:91,200", "91,200", "near:59.91,10.75,20km"),
        ("near:1,2,0km", "1,2,0km", "near:"),
        ("near:somewhere", "somewhere", "near:"),
        ("type: dog", "type:", "heic"),
        ("-type:", "type:", "heic"),
        ('type:""', '""', "heic"),
        ("type:nef", "nef", "name:*.nef"),
        ("is:foo", "foo", "favourite"),
        ("has:wings", "wings", "place"),
        ("orientation:up", "up", "portrait"),
        ("megapixels:many", "many", "megapixels:>12"),
        ('in:" "', '" "', "in:"),
        ("in:.", ".", "in:"),
        ('snow camera:"pixel 6', '"pixel 6', "not closed"),
        ("(camera:pixel or camera:canon", "(", "not closed"),
        ("-((camera:pixel) type:heic", "-(", "not closed"),
        ("camera:pixel)", ")", "closes none"),
        ("(camera:pixel))", ")", "closes none"),
        ("(camera:pixel dog)", "dog)", "Only filters"),
        ('(camera:pixel "dog")', '"dog")', "Only filters"),
        ("(camera:pixel or)", "or", "both sides"),
        ("(camera:pixel or or type:heic)", "or", "both sides"),
        ("(" * 21 + "type:heic", "(", "deep"),
        ("is:raw " * 201, "is:raw", "at most"),
    ],
)
def test_a_mistake_is_explained_and_placed(text: str, wrong: str, says: str) -> None:
    with pytest.raises(RecollectError) as caught:
        parse(text, TODAY)
    facts = caught.value.facts
    assert caught.value.code == "query.mistake"
    assert text[facts["position"] - 1 : facts["end"] - 1] == wrong
    assert says in facts["detail"]
    assert "?" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "parts", "expected"),
    [
        ("dog date:", ["dog"], None),
        ("dog -camera:", ["dog"], None),
        ("dog type:he", ["dog"], None),
        ("type:heic date:20", [], HEIC),
        ("is:fav", [], None),
        ("size:>1", [], fact("size", Amount(">", 1))),
        ("size:>", [], None),
        ("near:59.9,", [], None),
        ("camera:pix", [], fact("camera", "pix")),
        ('dog camera:"pixel 6', ["dog"], None),
        ("dog like:", ["dog"], None),
        ('dog part:"red um', ["dog"], None),
        ("dog part:re", ["dog", "re"], None),
        ("camera:pixel or", [], PIXEL),
        ("camera:pixel or ", [], PIXEL),
        ("dog or", ["dog or"], None),
        ("(camera:pixel", [], PIXEL),
        ("(camera:pixel or ", [], PIXEL),
        ("(camera:pixel or ca", [], PIXEL),
        ("(camera:pixel or camera:", [], PIXEL),
        ("dog (camera:", ["dog"], None),
        ('dog "in the', ['dog "in the'], None),
    ],
)
def test_while_typing_an_unfinished_end_is_left_out(
    text: str, parts: list[str], expected: Condition | None
) -> None:
    assert words(text, typing=True) == parts
    assert asked(text, typing=True) == expected


@pytest.mark.parametrize(
    "text", ["is:foo", "date: dog", "type:he dog", "date:soon", "size:abc", "camera:pixel)", "(type:x"]
)
def test_while_typing_what_can_never_become_right_is_a_mistake(text: str) -> None:
    with pytest.raises(RecollectError):
        parse(text, TODAY, typing=True)


def test_relative_days_are_counted_from_the_day_it_is() -> None:
    condition = parse("date:today").condition
    assert isinstance(condition, Fact) and isinstance(condition.value, Days)
    assert condition.value.first in (date.today(), date.fromordinal(date.today().toordinal() - 1))


def test_a_query_without_filters_has_no_condition() -> None:
    assert parse("dog -snow").condition is None
    assert parse("dog").parts == (Part("text", "dog", 1, 1.0, 0, 3),)
