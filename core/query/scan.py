"""Typed text to tokens: plain words, parts, facts, brackets around facts, and ``or``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from core.errors import RecollectError
from core.query import values
from core.query.tree import (
    HIGHEST_WEIGHT,
    LIKE,
    LOWEST_WEIGHT,
    PART,
    TEXT,
    Condition,
    Fact,
    Not,
    Part,
    Piece,
)

MOST_FACTS, DEEPEST = 200, 20

_SPACE = re.compile(r"\s*")
_WORD = re.compile(r"\S+")
# Words that can be nothing else: most of what is typed, and so taken many at a time.
_PLAIN = re.compile(
    r'(?:(?!or(?:\s|$))[^\s"\u201c()^:：\-\u2212][^\s"\u201c()^:：]*+(?:\s+|$))+', re.IGNORECASE
)
_MINUS = re.compile(r"[-\u2212](?=[^\s\-\u2212^])")
_FIELD = re.compile(rf"([-\u2212])?({'|'.join(values.FIELDS)})[:：]", re.IGNORECASE)
_PART = re.compile(r"(like|part)[:：](?=\S)", re.IGNORECASE)
_EMPTY_PART = re.compile(r"[-\u2212]?(?:like|part)[:：]", re.IGNORECASE)
_OPENINGS = re.compile(r"(?:[-\u2212]?\(\s*)+")
_BRACKET = re.compile(r"[()]")
_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?!")|\u201c([^\u201c\u201d]*)\u201d')
_OR_IN_BRACKETS = re.compile(r"or(?=[\s)]|$)", re.IGNORECASE)
_WEIGHT = re.compile(r"\^(\d{1,4}(?:\.\d{0,6})?|\.\d{1,6})(?=\s|$)")
_WEIGHTED_WORD = re.compile(r"(.+?)\^(\d{1,4}(?:\.\d{0,6})?|\.\d{1,6})", re.DOTALL)

_EXAMPLE = "for example (camera:pixel or camera:canon)"


@dataclass(frozen=True)
class Word:
    """One or more plain words, with single spaces; "or" stands alone, since it may join filters."""

    text: str
    start: int
    end: int

    @property
    def says_or(self) -> bool:
        """True for the word that joins filters."""
        return self.text.casefold() == "or"


@dataclass(frozen=True)
class Open:
    """A bracket that opens among facts, with the minus before it."""

    negated: bool
    start: int
    end: int


@dataclass(frozen=True)
class Close:
    """A bracket that closes among facts."""

    start: int
    end: int


Token = Word | Open | Close | Piece


def mistake(detail: str, start: int, end: int) -> RecollectError:
    """A mistake in these characters; the facts count them from 1, ``end`` behind the last one."""
    return RecollectError("query.mistake", detail=detail, position=start + 1, end=end + 1)


class Scanner:
    """Reads tokens from left to right, each character a bounded number of times.

    ``typing``: somebody is about to go on behind the last character, so that an unfinished last piece
    is left out. Facts come as ``Fact``, or as ``Not`` around it.
    """

    def __init__(self, text: str, today: date, *, typing: bool) -> None:
        self.tokens: list[Token] = []
        self._text = text
        self._today = today
        self._typing = typing
        self._depth = 0
        self._facts = 0
        self._plain_until = 0

    def scan(self) -> list[Token]:
        """All tokens. Raises ``query.mistake``."""
        at = self._after_space(0)
        while at < len(self._text):
            at = self._after_space(self._next(at))
        return self.tokens

    def _next(self, start: int) -> int:
        """Take the token at ``start``, and say where it ends."""
        if not self._depth and (plain := _PLAIN.match(self._text, start)):
            words = plain[0].split()
            end = start + len(plain[0].rstrip())
            self.tokens.append(Word(" ".join(words), start, end))
            return end
        if self._text[start] == ")" and self._closes(start):
            return start + 1
        if end := self._opened(start):
            return end
        if field := _FIELD.match(self._text, start):
            return self._fact(field)
        word = _WORD.match(self._text, start)
        assert word is not None
        if self._depth:
            return self._joined(start, word.end())
        if self._typing and self._unfinished_part(start, word.end()):
            return len(self._text)
        piece = _piece(self._text, start, word.end())
        if (piece.kind, piece.sign) == (TEXT, 1) and self._text[start : piece.end] == piece.value:
            self.tokens.append(Word(piece.value, start, piece.end))
        elif piece.value:
            self.tokens.append(piece)
        return piece.end

    def _closes(self, start: int) -> bool:
        """True, and taken, for a closing bracket among facts."""
        if self._depth:
            self._depth -= 1
            self.tokens.append(Close(start, start + 1))
            return True
        last = self.tokens[-1] if self.tokens else None
        if last is not None and not isinstance(last, (Word, Part)) and last.end == start:
            detail = f"This bracket closes none that was opened. Brackets combine filters, {_EXAMPLE}."
            raise mistake(detail, start, start + 1)
        return False

    def _opened(self, start: int) -> int:
        """Take the brackets that open here before a field, and say where they end; 0 when there are none."""
        found = _OPENINGS.match(self._text, start) if start >= self._plain_until else None
        if found is None:
            return 0
        if not _FIELD.match(self._text, found.end()):
            # Each of them would look just as far again, and in vain.
            self._plain_until = found.end()
            return 0
        for bracket in re.finditer(r"([-\u2212])?\(", found[0]):
            at = start + bracket.start()
            self._depth += 1
            if self._depth > DEEPEST:
                raise mistake(f"Brackets can be at most {DEEPEST} deep.", at, start + bracket.end())
            self.tokens.append(Open(bracket[1] is not None, at, start + bracket.end()))
        return found.end()

    def _joined(self, start: int, end: int) -> int:
        """Between brackets among facts, nothing but ``or`` may stand beside them."""
        if found := _OR_IN_BRACKETS.match(self._text, start):
            self.tokens.append(Word(found[0], start, found.end()))
            return found.end()
        if self._typing and end == len(self._text):
            return end
        detail = f"Only filters can stand in brackets with filters, {_EXAMPLE}. Write other words outside."
        raise mistake(detail, start, end)

    def _fact(self, found: re.Match[str]) -> int:
        """Take the fact whose field was found, and say where it ends."""
        text, field, at = self._text, found[2].casefold(), found.end()
        start, begins = found.start(), found.start(2)
        quoted = _QUOTED.match(text, at)
        if quoted:
            value, end = _unquoted(quoted), quoted.end()
        elif text.startswith(('"', "“"), at):
            if self._typing:
                return len(text)
            raise mistake(f"The quote behind “{field}:” is not closed.", at, _line_end(text, at))
        else:
            end = self._value_end(at)
            value = text[at:end]
        try:
            name, op, read = values.read(field, value, self._today)
        except values.Unfit as unfit:
            if self._typing and end == len(text) and not quoted and values.unfinished(field, value):
                return end
            raise mistake(str(unfit), at if end > at else begins, end) from None
        self._facts += 1
        if self._facts > MOST_FACTS:
            raise mistake(f"A query can have at most {MOST_FACTS} filters.", start, end)
        fact: Condition = Fact(name, op, read, begins, end, text[begins:end])
        self.tokens.append(Not(fact, start, end) if found[1] else fact)
        return end

    def _value_end(self, at: int) -> int:
        """Where a value without quotes ends: at a space, or at a bracket that closes none of its own."""
        word = _WORD.match(self._text, at)
        if word is None:
            return at
        depth = 0
        for bracket in _BRACKET.finditer(self._text, at, word.end()):
            depth += 1 if bracket[0] == "(" else -1
            if depth < 0:
                return bracket.start()
        return word.end()

    def _unfinished_part(self, start: int, end: int) -> bool:
        """True for ``like:`` or ``part:`` at the end of the text, or with a quote that is not closed."""
        found = _EMPTY_PART.match(self._text, start)
        if found is None:
            return False
        if found.end() == end:
            return end == len(self._text)
        opened = self._text.startswith(('"', "“"), found.end())
        return opened and not _QUOTED.match(self._text, found.end())

    def _after_space(self, at: int) -> int:
        found = _SPACE.match(self._text, at)
        return found.end() if found else at


def _piece(text: str, start: int, word_end: int) -> Part:
    """The part that begins at ``start``: sign, kind, value, weight."""
    minus = _MINUS.match(text, start)
    sign = -1 if minus else 1
    at = minus.end() if minus else start
    named = _PART.match(text, at)
    kind = TEXT if named is None else LIKE if named[1].casefold() == LIKE else PART
    value_at = named.end() if named else at
    quoted = _QUOTED.match(text, value_at)
    if quoted:
        value = _unquoted(quoted)
        value = value if kind == LIKE else " ".join(value.split())
        weight = _WEIGHT.match(text, quoted.end())
        end = weight.end() if weight else quoted.end()
        number = _bounded(weight[1]) if weight else 1.0
        return Part(kind, value, sign, number, start, end, quoted=True)
    word = text[value_at:word_end]
    weighted = _WEIGHTED_WORD.fullmatch(word)
    if weighted:
        return Part(kind, weighted[1], sign, _bounded(weighted[2]), start, word_end)
    return Part(kind, word, sign, 1.0, start, word_end)


def _unquoted(quoted: re.Match[str]) -> str:
    first, curly = quoted[1], quoted[2]
    return str(curly) if first is None else str(first).replace('""', '"')


def _line_end(text: str, at: int) -> int:
    """Where an open quote's line ends, without the spaces at its end."""
    line = re.compile(r"[^\r\n]*").match(text, at)
    return at + len(line[0].rstrip()) if line else at


def _bounded(number: str) -> float:
    return min(HIGHEST_WEIGHT, max(LOWEST_WEIGHT, float(number)))
