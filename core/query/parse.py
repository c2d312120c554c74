"""The query language: text to parts with positions, and parts to text.

Plain words in a row are one text part; ``"a phrase"`` is one of its own; ``-`` before a word or
phrase asks for less of it; ``^2`` behind one gives it weight; ``like:"path"`` asks for photos that
look like a file. Whatever does not fit, such as a colon behind an unknown name, an unmatched quote
or a lone dash, is plain text: any text can be parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from core.query.tree import HIGHEST_WEIGHT, LIKE, LOWEST_WEIGHT, TEXT, Part, Query, quote

_WORD = re.compile(r"\S+")
_MINUS = re.compile(r"[-\u2212](?=[^\s\-\u2212^])")
_LIKE = re.compile(r"like:(?=\S)", re.IGNORECASE)
_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?!")|\u201c([^\u201c\u201d]*)\u201d')
_WEIGHT = re.compile(r"\^(\d{1,4}(?:\.\d{0,6})?|\.\d{1,6})(?=\s|$)")
_WEIGHTED_WORD = re.compile(r"(.+?)\^(\d{1,4}(?:\.\d{0,6})?|\.\d{1,6})", re.DOTALL)


def parse(text: str) -> Query:
    """The parts of a typed query. Never raises; a text of spaces or empty quotes has no parts."""
    parts: list[Part] = []
    words: list[tuple[str, int, int]] = []
    at = 0
    while found := _WORD.search(text, at):
        piece = _piece(text, found.start(), found.end())
        at = piece.end
        if _plain(piece, text):
            words.append((piece.value, piece.start, piece.end))
            continue
        _end_run(words, parts)
        if piece.value:
            parts.append(piece)
    _end_run(words, parts)
    return Query(tuple(parts), text)


def render(query: Query | Iterable[Part]) -> str:
    """The text that parses into the same parts (kind, value, sign and weight)."""
    parts = query.parts if isinstance(query, Query) else tuple(query)
    short = _join(parts, quoted=False)
    again = parse(short).parts
    if len(again) == len(parts) and all(map(_same, again, parts)):
        return short
    return _join(parts, quoted=True)


def _join(parts: tuple[Part, ...], *, quoted: bool) -> str:
    """The parts as text; unless all are ``quoted``, quotes are left out where a part alone needs none."""
    pieces: list[str] = []
    after_words = False
    for part in parts:
        bare = not quoted and part.kind == TEXT and part.sign > 0 and part.weight == 1.0
        if bare and not after_words and _is_run(part.value):
            pieces.append(part.value)
            after_words = True
            continue
        after_words = False
        sign = "-" if part.sign < 0 else ""
        field = "like:" if part.kind == LIKE else ""
        open_word = not quoted and part.kind == TEXT and (part.sign < 0 or part.weight != 1.0)
        value = part.value if open_word and _is_word(part.value) else quote(part.value)
        pieces.append(f"{sign}{field}{value}{_weight_text(part.weight)}")
    return " ".join(pieces)


def _piece(text: str, start: int, word_end: int) -> Part:
    """The piece that begins at ``start``: sign, field, value, weight."""
    minus = _MINUS.match(text, start)
    sign = -1 if minus else 1
    at = minus.end() if minus else start
    like = _LIKE.match(text, at)
    kind = LIKE if like else TEXT
    value_at = like.end() if like else at
    quoted = _QUOTED.match(text, value_at)
    if quoted:
        value = quoted[1].replace('""', '"') if quoted[1] is not None else quoted[2]
        value = value if kind == LIKE else " ".join(value.split())
        weight = _WEIGHT.match(text, quoted.end())
        end = weight.end() if weight else quoted.end()
        return Part(kind, value, sign, _bounded(weight[1]) if weight else 1.0, start, end)
    word = text[value_at:word_end]
    weighted = _WEIGHTED_WORD.fullmatch(word)
    if weighted:
        return Part(kind, weighted[1], sign, _bounded(weighted[2]), start, word_end)
    return Part(kind, word, sign, 1.0, start, word_end)


def _plain(piece: Part, text: str) -> bool:
    """True for a word that belongs to the run of plain words around it."""
    return (piece.kind, piece.sign) == (TEXT, 1) and text[piece.start : piece.end] == piece.value


def _end_run(words: list[tuple[str, int, int]], parts: list[Part]) -> None:
    if words:
        value = " ".join(word for word, _, _ in words)
        parts.append(Part(TEXT, value, 1, 1.0, words[0][1], words[-1][2]))
        words.clear()


def _bounded(number: str) -> float:
    return min(HIGHEST_WEIGHT, max(LOWEST_WEIGHT, float(number)))


def _is_run(value: str) -> bool:
    """True when the value, typed without quotes, is one run of plain words again."""
    parsed = parse(value).parts
    return len(parsed) == 1 and _same(parsed[0], Part(TEXT, value))


def _is_word(value: str) -> bool:
    """True when the value needs no quotes behind a minus or before a weight."""
    return value.isalnum()


def _weight_text(weight: float) -> str:
    return "" if weight == 1.0 else f"^{weight:.6f}".rstrip("0").rstrip(".")


def _same(one: Part, other: Part) -> bool:
    return (one.kind, one.value, one.sign, one.weight) == (other.kind, other.value, other.sign, other.weight)
