from __future__ import annotations

import random

import pytest

from core.errors import RecollectError
from core.query.parse import parse, render
from core.query.tree import Part


def short(text: str) -> list[tuple[str, str, int, float]]:
    return [(p.kind, p.value, p.sign, p.weight) for p in parse(text).parts]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("   \n\t ", []),
        ('""', []),
        ("dog", [("text", "dog", 1, 1)]),
        ("dog in  the\tsnow", [("text", "dog in the snow", 1, 1)]),
        ("dog -snow", [("text", "dog", 1, 1), ("text", "snow", -1, 1)]),
        ("dog −snow", [("text", "dog", 1, 1), ("text", "snow", -1, 1)]),
        ('dog -"group photo"', [("text", "dog", 1, 1), ("text", "group photo", -1, 1)]),
        ("dog^2 beach", [("text", "dog", 1, 2), ("text", "beach", 1, 1)]),
        ("red dog^2", [("text", "red", 1, 1), ("text", "dog", 1, 2)]),
        ("-dog^.5", [("text", "dog", -1, 0.5)]),
        ('"golden gate"^3 bridge', [("text", "golden gate", 1, 3), ("text", "bridge", 1, 1)]),
        ("dog^1000", [("text", "dog", 1, 10)]),
        ("dog^0", [("text", "dog", 1, 0.1)]),
        ('like:"a b/c.jpg"', [("like", "a b/c.jpg", 1, 1)]),
        ('like:"C:\\photos\\"', [("like", "C:\\photos\\", 1, 1)]),
        ("LIKE:c.jpg^2 dog", [("like", "c.jpg", 1, 2), ("text", "dog", 1, 1)]),
        ('-like:"c.jpg" dog', [("like", "c.jpg", -1, 1), ("text", "dog", 1, 1)]),
        ('"say ""hi"" now"', [("text", 'say "hi" now', 1, 1)]),
        ("“red boots”", [("text", "red boots", 1, 1)]),
        # whatever does not fit is text
        ("x-ray of a hand", [("text", "x-ray of a hand", 1, 1)]),
        ("dog - snow", [("text", "dog - snow", 1, 1)]),
        ("--dog", [("text", "--dog", 1, 1)]),
        ("-", [("text", "-", 1, 1)]),
        ("-^2", [("text", "-", 1, 2)]),
        ("^2", [("text", "^2", 1, 1)]),
        ("dog^", [("text", "dog^", 1, 1)]),
        ("dog^big", [("text", "dog^big", 1, 1)]),
        ("colour:red at 5:30", [("text", "colour:red at 5:30", 1, 1)]),
        ("like: dog", [("text", "like: dog", 1, 1)]),
        ('dog "in the', [("text", 'dog "in the', 1, 1)]),
        ('5" screen', [("text", '5" screen', 1, 1)]),
        ("cats or dogs (small)", [("text", "cats or dogs (small)", 1, 1)]),
    ],
)
def test_parses_as_documented(text: str, parts: list[tuple[str, str, int, float]]) -> None:
    assert short(text) == parts


def test_positions_cover_sign_quotes_and_weight() -> None:
    text = '  red boots -"in snow"^2  rain^3 like:"x y.jpg"'
    assert [text[p.start : p.end] for p in parse(text).parts] == [
        "red boots",
        '-"in snow"^2',
        "rain^3",
        'like:"x y.jpg"',
    ]


def test_wanted_and_unwanted() -> None:
    query = parse("dog -snow beach")
    assert [p.value for p in query.wanted] == ["dog", "beach"]
    assert [p.value for p in query.unwanted] == ["snow"]


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ([Part("text", "dog in snow"), Part("text", "ice", -1)], "dog in snow -ice"),
        ([Part("text", "dog"), Part("text", "beach", 1, 2.5)], "dog beach^2.5"),
        ([Part("text", "dog"), Part("text", "beach")], 'dog "beach"'),
        ([Part("like", "a.jpg"), Part("text", "a b", -1)], 'like:"a.jpg" -"a b"'),
    ],
)
def test_renders_short(parts: list[Part], text: str) -> None:
    assert render(parts) == text


def test_any_text_parses_and_survives_a_round_trip() -> None:
    chance = random.Random(5)
    pieces = [
        '"',
        '""',
        "-",
        "--",
        "−",
        "^",
        "^2",
        "^.5",
        "2",
        "like:",
        "LIKE:",
        "dog",
        "snow",
        " ",
        "  ",
        "\n",
    ]
    pieces += [
        "\\",
        "“",
        "”",
        ":",
        "name:",
        "(",
        ")",
        "or",
        "\x00",
        "\udcff",
        "🐕",
        "שלום",
        "\u200f",
        ".",
        "\u00a0",
    ]
    for _ in range(20_000):
        text = "".join(chance.choice(pieces) for _ in range(chance.randrange(12)))
        try:
            query = parse(text)
        except RecollectError:  # a known field without a value
            assert "name:" in text.lower()
            continue
        places = [(p.start, p.end) for p in query.parts]
        assert all(0 <= a < b <= len(text) for a, b in places), text
        assert places == sorted(places), text
        assert short(render(query)) == [(p.kind, p.value, p.sign, p.weight) for p in query.parts], repr(text)


def test_long_text_is_parsed_quickly() -> None:
    for text in ('"' * 20_001, "-" * 20_000, 'a"' * 10_000, "dog^" * 5_000, '"a ' * 5_000, "\u201c " * 5_000):
        parse(text)
