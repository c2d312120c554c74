from __future__ import annotations

import contextlib
import random
import time
from datetime import date, timedelta
from itertools import pairwise

import pytest

from core.errors import RecollectError
from core.query.parse import parse, render
from core.query.pieces import join, pieces, replaced, same, toggled, weighted, with_piece, without, words
from core.query.tree import (
    AllOf,
    Amount,
    AnyOf,
    Condition,
    Days,
    Fact,
    Not,
    Part,
    Piece,
    Place,
    Query,
    all_of,
    any_of,
    normal,
)
from core.query.values import FIELDS

TODAY = date(2025, 1, 15)
STRANGE = [
    *(
        "pixel",
        "IMG_2*",
        "a b",
        'say "hi"',
        "C:\\x",
        "x:y",
        "Straße",
        "Ä",
        "海滩",
        "🐕",
        "שלום",
        "\u200fx",
        "or",
        "(",
        ")",
        "a(b",
        "a)b",
    ),
    *(
        "-x",
        "^2",
        "type:heic",
        "“q”",
        "\udcff\udc80",
        "\u00a0",
        "x\ny",
        "~",
        "~/x",
        "'",
        ":",
        "date:",
        "−y",
        '"',
        '""',
        "%",
        "\x00",
    ),
]


def a_fact(chance: random.Random) -> Fact:
    """Any fact the language can say, in the form it is read in."""
    text = "".join(chance.choice(STRANGE) for _ in range(chance.randrange(1, 4)))
    first = date(1990, 1, 1) + timedelta(days=chance.randrange(12_000))
    end = first + timedelta(days=chance.choice((1, 31, 365, chance.randrange(1, 900))))
    amount = Amount(
        chance.choice(("<", "<=", ">", ">=", "=")),
        chance.choice((0, 1, 1000, 10**7, chance.randrange(10**12))),
    )
    between = Amount("..", amount.number, amount.number + chance.randrange(10**9))
    degrees = (chance.uniform(-90, 90), chance.choice((0.0, -180.0, chance.uniform(-180, 180))))
    sizes = chance.choice((amount, between))
    pixels = Amount(sizes.op, sizes.number / 7e9, None if sizes.upto is None else sizes.upto / 7e9)
    path = "/".join(step for step in text.replace(":", "/").split("/") if step not in ("", "."))
    return chance.choice(
        [
            Fact("name", "=", text if text.strip() else "x"),
            Fact("in", "=", chance.choice(("", "/")) + path if path.strip() else "/"),
            *(Fact(field, "=", " ".join(text.split()) or "x") for field in ("camera", "lens", "keyword")),
            *(Fact(field, "=", Days(first, end)) for field in ("taken", "added")),
            *(Fact(field, ">=", Days(first, None)) for field in ("taken", "added")),
            *(Fact(field, "<", Days(None, end)) for field in ("taken", "added")),
            Fact("type", "=", chance.choice(("jpeg", "heic", "raw"))),
            Fact("type", "=", chance.choice(("jpeg", "heic", "raw"))),
            Fact("orientation", "=", "square"),
            Fact("has", "=", chance.choice(("place", "date"))),
            Fact("is", "=", chance.choice(("favourite", "hidden", "new"))),
            Fact("size", sizes.op, sizes),
            Fact("megapixels", pixels.op, pixels),
            Fact("near", "=", Place(*degrees, chance.choice((10.0, 0.5, 1e-5, 8.04672)))),
        ]
    )


def a_condition(chance: random.Random, depth: int = 3) -> Condition:
    kind = chance.randrange(6) if depth else 0
    if kind < 2:
        return a_fact(chance)
    if kind == 2:
        return Not(a_condition(chance, depth - 1))
    items = tuple(a_condition(chance, depth - 1) for _ in range(chance.randrange(1, 4)))
    return AllOf(items) if kind == 3 else AnyOf(items)


def a_part(chance: random.Random) -> Part:
    kind = chance.choice(("text", "text", "text", "like", "part"))
    value = "".join(chance.choice([*STRANGE, "dog", "in the", " "]) for _ in range(chance.randrange(1, 5)))
    value = value if kind == "like" else " ".join(value.split())
    return Part(kind, value or "dog", chance.choice((1, 1, -1)), chance.choice((1.0, 1.0, 2.0, 0.25)))


def seen(parts: tuple[Part, ...]) -> list[tuple[str, str, int, float]]:
    return [(part.kind, part.value, part.sign, part.weight) for part in parts]


def test_any_parts_and_condition_survive_as_text() -> None:
    chance = random.Random(11)
    for _ in range(1200):
        parts = tuple(a_part(chance) for _ in range(chance.randrange(3)))
        condition = normal(a_condition(chance)) if chance.random() < 0.9 else None
        text = render(parts, condition)
        again = parse(text, TODAY)
        assert seen(again.parts) == seen(parts), text
        assert again.condition == condition, text
        assert render(again, today=TODAY) == render(again.parts, again.condition, today=TODAY)


def test_any_pieces_survive_as_text() -> None:
    chance = random.Random(12)
    for _ in range(800):
        made: list[Piece] = []
        for _ in range(chance.randrange(1, 5)):
            condition = normal(a_condition(chance, 2))
            condition = (
                AllOf((condition,)) if isinstance(condition, Fact) and chance.random() < 0.3 else condition
            )
            made.append(chance.choice((condition, a_part(chance))))
        text = join(made)
        again = pieces(parse(text, TODAY))
        assert len(again) == len(made) and all(map(same, again, made)), text
        assert all(one.end <= other.start for one, other in pairwise(again)), text
        assert all(0 <= one.start < one.end <= len(text) for one in again), text


def test_parse_raises_mistakes_only_and_what_it_reads_survives() -> None:
    chance = random.Random(13)
    bits = [f"{field}:" for field in FIELDS] + [
        "like:",
        "part:",
        "heic",
        "jpg",
        "2021",
        "..",
        "-05",
        "last summer",
        ">",
        "10mb",
        "<=",
    ]
    bits += [
        "59.9,10",
        ",20km",
        "(",
        ")",
        "((",
        "))",
        "or",
        " or ",
        "OR",
        "-",
        "−",
        '"',
        "“",
        "”",
        " ",
        " ",
        " ",
        "\n",
        "：",
        "^2",
        "raw",
    ]
    bits += [
        "favourite",
        "place",
        "~/",
        "/",
        "dog",
        "\udcff",
        "🐕",
        "\x00",
        "x",
        "٣",
        "²",
        "1e9",
        "nan",
        "portrait",
        "type:heic",
        "(is:raw",
        "is:raw)",
    ]
    read = 0
    for _ in range(4_000):
        text = "".join(chance.choice(bits) for _ in range(chance.randrange(1, 9)))
        for typing in (False, True):
            try:
                query = parse(text, TODAY, typing=typing)
            except RecollectError as wrong:
                assert wrong.code == "query.mistake"
                assert 1 <= wrong.facts["position"] < wrong.facts["end"] <= len(text) + 1, repr(text)
                continue
            read += 1
            found = pieces(query)
            assert all(one.end <= other.start for one, other in pairwise(found)), repr(text)
            again = parse(render(query, today=TODAY), TODAY)
            assert seen(again.parts) == seen(query.parts), repr(text)
            assert again.condition == query.condition, repr(text)
            if found:
                assert all(map(same, pieces(parse(join(found, today=TODAY), TODAY)), found)), repr(text)
    assert read > 2_000


@pytest.mark.parametrize(
    "text",
    [
        "dog in snow camera:pixel",
        "type:heic type:jpg",
        "camera:pixel or camera:canon type:heic",
        'dog -snow^2 date:"last summer" -type:raw',
        "dog (camera:pixel or lens:50mm) is:raw",
        '"a phrase"^2 part:boots size:10mb near:59.91,10.75',
        "type:heic (type:jpg)",
        "-(camera:pixel or lens:50mm)",
    ],
)
def test_what_was_typed_plainly_comes_back_as_typed(text: str) -> None:
    assert render(parse(text, TODAY), today=TODAY) == text
    assert join(pieces(parse(text, TODAY)), today=TODAY) == text


@pytest.mark.parametrize(
    ("fact", "field", "value"),
    [
        (Fact("taken", ">=", Days(date(2021, 5, 1), None)), "after", "2021-05-01"),
        (Fact("taken", "<", Days(None, date(2023, 1, 1))), "before", "2023-01-01"),
        (Fact("taken", "=", Days(date(2021, 1, 1), date(2022, 1, 1))), "date", "2021"),
        (Fact("taken", "=", Days(date(2021, 5, 1), date(2021, 6, 1))), "date", "2021-05"),
        (Fact("added", "<", Days(None, date(2021, 6, 1))), "added", "..2021-05-31"),
        (Fact("size", ">", Amount(">", 10_000_000)), "size", ">10mb"),
        (Fact("size", "..", Amount("..", 1500, 3_000_000_000)), "size", "1500..3gb"),
        (Fact("megapixels", "<", Amount("<", 0.00001)), "megapixels", "<0.00001"),
        (Fact("near", "=", Place(59.91, -10.0, 20.0)), "near", "59.91,-10,20km"),
        (Fact("camera", "=", "Pixel 6"), "camera", "Pixel 6"),
    ],
)
def test_words_of_facts_that_were_not_typed(fact: Fact, field: str, value: str) -> None:
    assert words(fact) == (field, value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Date:"last  summer"', ("date", "last summer")),
        ("after:2021-05", ("after", "2021-05")),
        ("size:10mb", ("size", "10mb")),
        ("camera：“Pixel 6”", ("camera", "Pixel 6")),
        ('name:"say ""x"""', ("name", 'say "x"')),
        ('part:"red umbrella"', ("part", "red umbrella")),
    ],
)
def test_words_are_those_that_were_typed(text: str, expected: tuple[str, str]) -> None:
    (piece,) = pieces(parse(text))
    assert isinstance(piece, (Part, Fact))
    assert words(piece) == expected


def test_pieces_stand_where_they_were_typed() -> None:
    text = 'camera:pixel red dog -type:heic "x y"^2 (is:raw or has:place) type:jpg or lens:50mm'
    found = pieces(parse(text))
    assert [text[one.start : one.end] for one in found] == [
        "camera:pixel",
        "red dog",
        "-type:heic",
        '"x y"^2',
        "(is:raw or has:place) type:jpg or lens:50mm",
    ]
    assert [type(one) for one in found] == [Fact, Part, Not, Part, AnyOf]


def test_pieces_can_be_taken_away_added_and_changed() -> None:
    query = parse('dog camera:pixel "x" type:heic date:"last summer"', TODAY)
    dog, camera, phrase, kind, day = pieces(query)
    assert without(query, camera, today=TODAY).text == 'dog "x" type:heic date:"last summer"'
    assert without(query, Part("text", "cat")) is query
    assert with_piece(query, Part("text", "boots"), today=TODAY).text == f"{query.text} boots"
    assert replaced(query, kind, toggled(kind), today=TODAY).condition == all_of(
        [x for x in (camera, Not(kind), day) if not isinstance(x, Part)]
    )
    assert isinstance(phrase, Part) and isinstance(dog, Part)
    heavier = replaced(query, phrase, weighted(phrase, 99), today=TODAY)
    assert heavier.text == 'dog camera:pixel "x"^10 type:heic date:"last summer"'
    changed = replaced(query, dog, toggled(dog), today=TODAY)
    assert changed.text == '-dog camera:pixel "x" type:heic date:"last summer"'
    assert [piece.start for piece in pieces(changed)] == sorted(piece.start for piece in pieces(changed))


def test_the_piece_at_its_place_is_taken_of_two_equal_ones() -> None:
    query = parse("dog^2 type:heic dog^2")
    first, _, last = pieces(query)
    assert without(query, last).text == "dog^2 type:heic"
    assert without(query, first).text == "type:heic dog^2"


def test_joining_or_to_others_keeps_what_it_means() -> None:
    query = parse("camera:pixel or camera:canon")
    assert with_piece(query, Fact("type", "=", "heic")).text == "(camera:pixel or camera:canon) type:heic"
    query = parse('camera:pixel "or" camera:canon')
    assert join(pieces(query)) == 'camera:pixel "or" camera:canon'


def test_every_piece_is_toggled_there_and_back() -> None:
    for text in ("dog", "-dog", "type:heic", "-type:heic", "(is:raw or type:heic)", "-(is:raw or type:heic)"):
        (piece,) = pieces(parse(text))
        once = toggled(piece)
        assert not same(once, piece)
        assert same(toggled(once), piece)
        assert pieces(parse(join([once])))[0] == once or isinstance(once, Part)


def test_a_query_that_was_not_typed_has_pieces_too() -> None:
    condition = all_of([Fact("type", "=", "heic"), Fact("type", "=", "jpeg"), Fact("is", "=", "raw")])
    query = Query((Part("text", "dog"),), "", condition)
    assert parse(join(pieces(query))).condition == condition
    assert pieces(Query((), "")) == ()


def test_normal_conditions_are_flat() -> None:
    heic, raw = Fact("type", "=", "heic"), Fact("is", "=", "raw")
    assert normal(AllOf((AllOf((heic,)), AllOf((raw, AllOf((heic,))))))) == AllOf((heic, raw))
    assert normal(Not(Not(heic))) == heic
    assert normal(Not(AllOf((Not(heic),)))) == heic
    assert any_of([]) is None and all_of([AnyOf((heic, heic))]) == heic
    with pytest.raises(ValueError, match="at least one"):
        normal(AnyOf(()))


def test_the_time_grows_with_the_text_and_not_with_its_square() -> None:
    repeated = [
        "(",
        "( ",
        "-(",
        ") ",
        "(x ",
        '"',
        'name:"',
        "name:(",
        "or ",
        "a or ",
        "is:x(",
        "2021..",
        "date:",
        "like:",
        "“ ",
        "-",
        "((is:",
        "\t",
    ]

    def seconds(text: str) -> float:
        best = 9.0
        for _ in range(3):
            start = time.perf_counter()
            with contextlib.suppress(RecollectError):
                parse(text)
            best = min(best, time.perf_counter() - start)
        return best

    for bit in repeated:
        for before in ("", "(type:heic or name:"):
            short, long = seconds(before + bit * 500), seconds(before + bit * 4000)
            assert long < 40 * short + 0.01, (before, bit)
