from __future__ import annotations

import pytest

from core.errors import TABLE, RecollectError
from core.labels import vocabularies
from core.labels.vocabularies import LONGEST, MOST_TERMS, Term, everyday, parse, parse_bytes, shown
from core.paths import resource

LANGUAGES = ["de", "zh_CN", "es"]


def test_terms_plurals_categories_and_comments() -> None:
    text = "\ufeff# my own\nsourdough\n\n[garden]\r\n  apple tree\tapple trees \r\n# more\nmoss\n[boats]\nkayak\tkayaks\n"
    assert parse(text) == [
        Term("sourdough", "sourdough", ""),
        Term("apple tree", "apple trees", "garden"),
        Term("moss", "moss", "garden"),
        Term("kayak", "kayaks", "boats"),
    ]


def test_a_term_is_taken_once_whatever_its_case() -> None:
    assert [term.text for term in parse("Dog\ncat\ndog\tdogs\n")] == ["Dog", "cat"]


def test_an_empty_file_has_no_terms() -> None:
    assert parse("") == [] == parse("# nothing yet\n[things]\n")


@pytest.mark.parametrize(
    ("text", "line", "detail"),
    [
        ("dog\n" + "x" * (LONGEST + 1), 2, f"longer than {LONGEST} characters"),
        ("dog\tdogs" + "s" * LONGEST, 1, f"longer than {LONGEST} characters"),
        ("dog\n\ncat\0\n", 3, "a null character"),
        ("dog\tdogs\thounds\n", 1, "more than a term and its plural"),
        ("[animals\ndog\n", 1, "a category is written [name]"),
        ("dog\n[ ]\n", 2, "a category is written [name]"),
        ("\n".join(map(str, range(MOST_TERMS + 1))), MOST_TERMS + 1, f"more than {MOST_TERMS:,} terms"),
    ],
)
def test_mistakes_are_told_with_their_line(text: str, line: int, detail: str) -> None:
    with pytest.raises(RecollectError) as caught:
        parse(text)
    assert caught.value.code == "labels.bad_vocabulary"
    assert caught.value.facts == {"line": line, "detail": detail}
    assert detail in TABLE["labels.bad_vocabulary"].reason.format(line=line, detail=detail)


def test_as_many_terms_as_may_be() -> None:
    assert len(parse("\n".join(map(str, range(MOST_TERMS))))) == MOST_TERMS


def test_bytes_that_are_not_utf8_are_told_with_their_line() -> None:
    assert parse_bytes("Straße\n海滩\n".encode())[1].text == "海滩"
    with pytest.raises(RecollectError) as caught:
        parse_bytes(b"dog\ncat\nStra\xdfe\n")
    assert caught.value.facts == {"line": 3, "detail": "not text in UTF-8"}


def test_the_built_in_vocabulary_is_sound() -> None:
    terms = everyday()
    lines = resource("labels/everyday.txt").read_text("utf-8").splitlines()
    written = [line for line in lines if line and not line.startswith(("#", "["))]
    assert 450 <= len(terms) <= 650
    assert len(written) == len(terms), "a term stands there twice"
    assert all(term.category and term.plural and term.text == term.text.strip() for term in terms)
    # What can be counted has a plural of its own.
    many = {term.text: term.plural for term in terms}
    assert many["beach"] == "beaches" and many["knife"] == "knives" and many["snow"] == "snow"
    assert {"birthday cake", "whiteboard", "receipt", "screenshot", "sunset", "baby"} <= set(many)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_and_category_is_translated(language: str) -> None:
    table = vocabularies.translations(language)
    terms = everyday()
    wanted = {term.text for term in terms} | {f"[{term.category}]" for term in terms}
    assert set(table) == wanted
    assert all(entry.one.strip() and entry.many.strip() for entry in table.values())
    ones = [entry.one for entry in table.values()]
    assert len(set(ones)) == len(ones), "two terms are shown alike"
    if language == "zh_CN":
        assert all(entry.one == entry.many for entry in table.values())
        assert all(
            any(ord(sign) > 0x2E80 for sign in entry.one) or entry.one == "BMX" for entry in table.values()
        )
    else:
        # A plural that differs in English differs here too, but for a few words.
        counted = [term.text for term in terms if term.plural != term.text]
        same = [text for text in counted if table[text].one == table[text].many]
        assert len(same) < 0.25 * len(counted)


def test_rows_have_one_cell_for_each_column() -> None:
    rows = [row.split("\t") for row in resource("labels/everyday.tsv").read_text("utf-8").splitlines()]
    assert {len(row) for row in rows} == {6}


def test_terms_are_shown_in_the_language_or_as_written() -> None:
    beach, mine = Term("beach", "beaches", "nature"), Term("sourdough", "sourdoughs", "")
    assert (shown(beach, "de").one, shown(beach, "de").many) == ("Strand", "Strände")
    assert shown(beach, "zh_CN").many == "海滩"
    assert shown(beach, "es").many == "playas"
    assert shown(beach, "en").many == shown(beach, "fi").many == "beaches"
    assert shown(mine, "de").many == "sourdoughs"
    assert vocabularies.shown_category("nature", "de") == "Natur"
    assert vocabularies.shown_category("garden", "de") == "garden"
