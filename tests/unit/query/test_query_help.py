"""The reference of the language says what is so."""

from __future__ import annotations

import re
from datetime import date

from core.paths import resource
from core.query.parse import parse
from core.query.values import EXPECTED, FIELDS, FORMATS

TODAY = date(2025, 1, 15)
HELP = resource("help/query.md").read_text(encoding="utf-8")


def examples() -> list[str]:
    return re.findall(r"`([^`]+)`", HELP)


def test_every_example_is_read() -> None:
    wrong = {"date:2021-13"}
    bare = {"*", "?", "<", "<=", ">=", "or", "this"}
    for example in set(examples()) - wrong - bare:
        query = parse(example, TODAY)
        assert query.condition is not None or query.parts, example
        if re.match(rf"-?\(?({'|'.join(FIELDS)}):", example):
            assert query.condition is not None and not query.parts, example


def test_every_field_and_format_is_described() -> None:
    for field in (*FIELDS, "like", "part"):
        assert f"`{field}:" in HELP, field
    for name in FORMATS:
        assert name in HELP


def test_every_example_in_a_sentence_about_a_mistake_is_right() -> None:
    for field, sentence in EXPECTED.items():
        found = re.findall(rf"(?:{field}|name):(?:\"[^\"]+\"|[^\s”]*[^\s”.,])", sentence)
        for example in found:
            assert parse(example, TODAY).condition is not None, example
        assert found or field in ("has", "is", "orientation"), field
