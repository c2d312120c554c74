"""Vocabularies: the terms that may be proposed for photos, built in or a person's own.

A vocabulary is a text file with one term a line and, after a tab, its plural where it has another.
``#`` begins a comment line, ``[…]`` a category. Terms are embedded as they are written, in English for the
built-in one, and shown in the window's language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from core.errors import RecollectError
from core.paths import resource

MOST_TERMS = 5000
LONGEST = 100

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
    """The terms of a vocabulary's text, each once (case ignored), in their order.

    Raises RecollectError ``labels.bad_vocabulary`` with the line and what is wrong there.
    """
    terms: dict[str, Term] = {}
    category = ""
    for number, raw in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        _check(number, line)
        if line.startswith("["):
            category = _category(number, line)
            continue
        parts = [part.strip() for part in line.split("\t") if part.strip()]
        if len(parts) > 2:
            raise _bad(number, "more than a term and its plural")
        terms.setdefault(parts[0].casefold(), Term(parts[0], parts[-1], category))
        if len(terms) > MOST_TERMS:
            raise _bad(number, f"more than {MOST_TERMS:,} terms")
    return list(terms.values())


def parse_bytes(data: bytes) -> list[Term]:
    """The terms of a vocabulary file's bytes, which must be UTF-8. Raises as ``parse``."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _bad(data.count(b"\n", 0, error.start) + 1, "not text in UTF-8") from None
    return parse(text)


def everyday() -> list[Term]:
    """The built-in vocabulary: what people search their own photos for."""
    return parse(resource("labels/everyday.txt").read_text("utf-8"))


@cache
def translations(language: str) -> Mapping[str, Shown]:
    """The built-in vocabulary's terms, and its categories in brackets, in ``de``, ``zh_CN`` or ``es``.

    Another language has none: an empty mapping.
    """
    if language not in _COLUMNS:
        return {}
    first, *rows = resource("labels/everyday.tsv").read_text("utf-8").splitlines()
    names = first.split("\t")
    one, many = (names.index(column) for column in _COLUMNS[language])
    cells = (row.split("\t") for row in rows)
    return {row[0]: Shown(row[one], row[many] or row[one]) for row in cells}


def shown(term: Term, language: str) -> Shown:
    """The term as it is shown in a language; as it is written where no translation is known."""
    return translations(language).get(term.text, Shown(term.text, term.plural))


def shown_category(category: str, language: str) -> str:
    """A category's name in a language; as it is written where no translation is known."""
    known = translations(language).get(f"[{category}]")
    return known.one if known is not None else category


def _check(number: int, line: str) -> None:
    if "\0" in line:
        raise _bad(number, "a null character")
    if len(line) > 2 * LONGEST or any(len(part) > LONGEST for part in line.split("\t")):
        raise _bad(number, f"longer than {LONGEST} characters")


def _category(number: int, line: str) -> str:
    name = line[1:-1].strip() if line.endswith("]") else ""
    if not name:
        raise _bad(number, "a category is written [name]")
    return name


def _bad(line: int, detail: str) -> RecollectError:
    return RecollectError("labels.bad_vocabulary", line=line, detail=detail)
