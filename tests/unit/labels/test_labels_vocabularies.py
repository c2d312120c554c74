from __future__ import annotations

import pytest

from core.errors import TABLE, RecollectError
from core.labels import vocabularies
from core.labels.vocabularies import (
    BUILT_IN,
    LONGEST,
    MOST_TERMS,
    PLAIN,
    Term,
    everyday,
    load,
    own,
    parse,
    parse_bytes,
    shown,
)
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
@pytest.mark.parametrize("name", ["tags", *BUILT_IN])
def test_every_term_and_category_is_translated(name: str, language: str) -> None:
    table = vocabularies.translations(language)
    terms = everyday() if name == "tags" else load(name)
    assert {term.text for term in terms} | {f"[{term.category}]" for term in terms} <= set(table)
    entries = {term.text: shown(term, language) for term in terms}
    assert all(entry.one.strip() and entry.many.strip() for entry in entries.values())
    ones = [entry.one for entry in entries.values()]
    assert len(set(ones)) == len(ones), "two terms are shown alike"
    if language == "zh_CN":
        assert all(entry.one == entry.many for entry in entries.values())
        assert all(
            any(ord(sign) > 0x2E80 for sign in entry.one) or entry.one == "BMX" for entry in entries.values()
        )
    else:
        # A plural that differs in English differs here too, but for a few words.
        counted = [term.text for term in terms if term.plural != term.text]
        same = [text for text in counted if entries[text].one == entries[text].many]
        assert len(same) < 0.25 * len(counted)


def test_nothing_is_translated_that_no_vocabulary_has() -> None:
    vocabulary = [*everyday(), *(term for name in BUILT_IN for term in load(name))]
    known = {term.text for term in vocabulary} | {f"[{term.category}]" for term in vocabulary}
    known |= {f"{term.text} [{term.category}]" for term in vocabulary}
    for language in LANGUAGES:
        assert set(vocabularies.translations(language)) <= known


def test_rows_have_one_cell_for_each_column_and_stand_once() -> None:
    rows = []
    for name in ("everyday", "things"):
        lines = resource(f"labels/{name}.tsv").read_text("utf-8").splitlines()
        rows += [line.split("\t") for line in lines]
    assert {len(row) for row in rows} == {6}
    texts = [row[0] for row in rows]
    assert [text for text in set(texts) if texts.count(text) > 1] == ["term"]


@pytest.mark.parametrize(
    ("name", "least", "most"), [("everyday", 290, 340), ("coco", 80, 80), ("voc", 20, 20)]
)
def test_the_vocabularies_for_parts_are_sound(name: str, least: int, most: int) -> None:
    terms = load(name)
    lines = resource(f"labels/{'things' if name == 'everyday' else name}.txt").read_text("utf-8").splitlines()
    written = [line for line in lines if line and not line.startswith(("#", "["))]
    assert least <= len(terms) == len(written) <= most
    assert all(term.category and term.text == term.text.strip() for term in terms)
    assert load(name) == terms and load(name) is not terms


def test_everyday_things_can_be_pointed_at() -> None:
    things = {term.text for term in load("everyday")}
    assert {"person", "face", "dog", "sky", "sea", "grass", "sand", "road", "wall", "window"} <= things
    assert not things & {
        "wedding",
        "party",
        "summer",
        "landscape",
        "portrait",
        "running",
        "silhouette",
        "city",
    }


def test_names_are_written_as_coco_and_voc_do() -> None:
    coco = [term.text for term in load("coco")]
    assert (coco[0], coco[4], coco[57], coco[60], coco[62], coco[78], coco[79]) == (
        "person",
        "airplane",
        "couch",
        "dining table",
        "tv",
        "hair drier",
        "toothbrush",
    )
    voc = [term.text for term in load("voc")]
    assert voc[0] == "aeroplane" and voc[-1] == "tv monitor" and voc == sorted(voc)
    assert {"dining table", "potted plant", "motorbike", "sofa"} <= set(voc)
    with pytest.raises(KeyError):
        load("own")


@pytest.mark.parametrize("text", ["", " \n\t\n", "# nothing yet\n[things]\n", "\u200b\n\u00a0\n", b""])
def test_a_list_of_ones_own_needs_a_word(text: str | bytes) -> None:
    with pytest.raises(RecollectError) as caught:
        own(text)
    assert caught.value.code == "labels.empty_vocabulary"


def test_a_list_of_ones_own_in_any_script() -> None:
    text = "Hund\n海滩\nкот\nكلب\nज़मीन\n👩🏽‍🚒\r\nгород\rкошка"
    assert [term.text for term in own(text)] == [
        "Hund",
        "海滩",
        "кот",
        "كلب",
        "ज़मीन",
        "👩🏽‍🚒",
        "город",
        "кошка",
    ]
    assert own(text.encode()) == own(text)


def test_ways_to_write_one_word_are_folded() -> None:
    text = "Caf\u00e9\ncafe\u0301\nCAFÉ\nStraße\nSTRASSE\nＤｏｇ\ndog\nred  umbrella\n red\u00a0umbrella \n"
    assert [term.text for term in own(text)] == ["Café", "Straße", "Ｄｏｇ", "red umbrella"]


def test_five_thousand_words_and_no_more() -> None:
    words = [f"word {number}" for number in range(MOST_TERMS)]
    assert len(own("\n".join(words + words))) == MOST_TERMS
    with pytest.raises(RecollectError) as caught:
        own("\n".join([*words, "one more"]))
    assert caught.value.code == "labels.bad_vocabulary"


def test_a_word_of_ten_thousand_signs_is_refused_in_a_plain_sentence() -> None:
    for word in ("x" * 10_000, "海" * 10_000, "red " * 2500):
        with pytest.raises(RecollectError) as caught:
            own(f"dog\n{word}\n")
        assert caught.value.code == "labels.bad_vocabulary"
        assert caught.value.reason == (
            f"Line 2 of your vocabulary cannot be read (longer than {LONGEST} characters)."
        )


def test_half_characters_are_refused() -> None:
    with pytest.raises(RecollectError) as caught:
        own("dog\ncat \ud83d\n")
    assert caught.value.facts == {"line": 2, "detail": "half a character"}


def test_the_plain_sentence_has_a_place_for_the_word() -> None:
    assert [template.replace("{}", "dog") for template in PLAIN] == ["a photo of a dog."]


def test_terms_are_shown_in_the_language_or_as_written() -> None:
    beach, mine = Term("beach", "beaches", "nature"), Term("sourdough", "sourdoughs", "")
    assert (shown(beach, "de").one, shown(beach, "de").many) == ("Strand", "Strände")
    assert shown(beach, "zh_CN").many == "海滩"
    assert shown(beach, "es").many == "playas"
    assert shown(beach, "en").many == shown(beach, "fi").many == "beaches"
    assert shown(mine, "de").many == "sourdoughs"
    # COCO's mouse is no animal.
    animal, device = Term("mouse", "mice", "animals"), Term("mouse", "mice", "electronic")
    assert (shown(animal, "zh_CN").one, shown(device, "zh_CN").one) == ("老鼠", "鼠标")
    assert vocabularies.shown_category("nature", "de") == "Natur"
    assert vocabularies.shown_category("garden", "de") == "garden"
