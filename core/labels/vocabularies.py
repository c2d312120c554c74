"""Vocabularies: the terms that may be proposed for photos or their parts, built in or a person's own.

A vocabulary is a text file with one term a line and, after a tab, its plural where it has another.
``#`` begins a comment line, ``[…]`` a category. Terms are embedded as they are written, in English for the
built-in ones, and shown in the window's language.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from core.errors import RecollectError
from core.paths import resource

MOST_TERMS = 5000
LONGEST = 100

# The sentence around the name of a part, for models that state none, as GroupViT's authors measure masks.
PLAIN = ("a photo of a {}.",)

# Vocabularies for parts of photos: everyday things, COCO's names and PASCAL VOC's.
BUILT_IN = ("everyday", "coco", "voc")
_FILES = {"everyday": "things", "coco": "coco", "voc": "voc"}
_TRANSLATED = ("everyday", "things")
_COLUMNS = {"de": ("de", "de plural"), "zh_CN": ("zh_CN", "zh_CN"), "es": ("es", "es plural")}


@dataclass(frozen=True)
class Term:
    """One thing to say of photos: ``text`` is embedded, ``plural`` is for counts ("412 beaches").

    A term without a plural of its own ("snow", "sunglasses") has its text there.
    """

    text: str
    plural: str
    category: str


@dataclass(frozen=True)
class Shown:
    """How a term or category is written in a language: for one photo's tag, and for many photos' theme."""

    one: str
    many: str


def parse(text: str) -> list[Term]:
    """The terms of a vocabulary's text, each once (case and ways to write a letter ignored), in their order.

    Raises RecollectError ``labels.bad_vocabulary`` with the line and what is wrong there.
    """
    terms: dict[str, Term] = {}
    category = ""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, raw in enumerate(lines, 1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        _check(number, line)
        if line.startswith("["):
            category = _category(number, line)
            continue
        parts = [part for part in map(_neat, line.split("\t")) if part]
        if len(parts) > 2:
            raise RecollectError(
                "labels.bad_vocabulary", line=number, detail="more than a term and its plural"
            )
        if parts:
            terms.setdefault(_folded(parts[0]), Term(parts[0], parts[-1], category))
        if len(terms) > MOST_TERMS:
            raise RecollectError("labels.bad_vocabulary", line=number, detail="more than 5,000 terms")
    return list(terms.values())


def parse_bytes(data: bytes) -> list[Term]:
    """The terms of a vocabulary file's bytes, which must be UTF-8. Raises as ``parse``."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RecollectError(
            "labels.bad_vocabulary", line=data.count(b"\n", 0, error.start) + 1, detail="not text in UTF-8"
        ) from None
    return parse(text)


def own(text: str | bytes) -> list[Term]:
    """The terms of a person's own list of names for parts of photos, at least one.

    Raises as ``parse`` and RecollectError ``labels.empty_vocabulary``.
    """
    terms = parse_bytes(text) if isinstance(text, bytes) else parse(text)
    if not terms:
        raise RecollectError("labels.empty_vocabulary")
    return terms


def everyday() -> list[Term]:
    """The built-in vocabulary for whole photos: what people search their own photos for."""
    return list(_built_in("everyday"))


def load(name: str) -> list[Term]:
    """A built-in vocabulary for parts of photos, one of ``BUILT_IN``. Raises KeyError for another name."""
    return list(_built_in(_FILES[name]))


@cache
def translations(language: str) -> Mapping[str, Shown]:
    """The built-in vocabularies' terms, and their categories in brackets, in ``de``, ``zh_CN`` or ``es``.

    A term that means something else in a category has its own entry, "mouse [electronic]". Another language
    has none: an empty mapping.
    """
    if language not in _COLUMNS:
        return {}
    table: dict[str, Shown] = {}
    for name in _TRANSLATED:
        first, *rows = resource(f"labels/{name}.tsv").read_text("utf-8").splitlines()
        names = first.split("\t")
        one, many = (names.index(column) for column in _COLUMNS[language])
        cells = (row.split("\t") for row in rows)
        table |= {row[0]: Shown(row[one], row[many] or row[one]) for row in cells}
    return table


def shown(term: Term, language: str) -> Shown:
    """The term as it is shown in a language; as it is written where no translation is known."""
    known = translations(language)
    return known.get(f"{term.text} [{term.category}]") or known.get(term.text, Shown(term.text, term.plural))


def shown_category(category: str, language: str) -> str:
    """A category's name in a language; as it is written where no translation is known."""
    known = translations(language).get(f"[{category}]")
    return known.one if known is not None else category


@cache
def _built_in(file: str) -> tuple[Term, ...]:
    return tuple(parse(resource(f"labels/{file}.txt").read_text("utf-8")))


def _neat(part: str) -> str:
    """Without a space too many; empty when nothing of it can be seen."""
    return " ".join(part.split()) if any(sign.isprintable() and sign != " " for sign in part) else ""


def _folded(text: str) -> str:
    """What two ways to write one term have in common."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def _check(number: int, line: str) -> None:
    if "\0" in line:
        raise RecollectError("labels.bad_vocabulary", line=number, detail="a null character")
    if any("\ud800" <= sign <= "\udfff" for sign in line):
        raise RecollectError("labels.bad_vocabulary", line=number, detail="half a character")
    if len(line) > 2 * LONGEST or any(len(part) > LONGEST for part in line.split("\t")):
        raise RecollectError("labels.bad_vocabulary", line=number, detail="longer than 100 characters")


def _category(number: int, line: str) -> str:
    name = line[1:-1].strip() if line.endswith("]") else ""
    if not name:
        raise RecollectError("labels.bad_vocabulary", line=number, detail="a category is written [name]")
    return name
