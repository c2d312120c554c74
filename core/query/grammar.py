"""Tokens to a query: runs of words, filters side by side, ``or``, brackets.

Side by side binds tighter than ``or``. ``or`` joins filters only where a filter or a bracket of filters
stands on both its sides; beside plain words it is a plain word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from core.query.scan import Close, Open, Scanner, Word, mistake
from core.query.tree import (
    TEXT,
    AllOf,
    Condition,
    Fact,
    Part,
    Piece,
    Query,
    any_of,
    negated,
    side_by_side,
)


@dataclass
class _Group:
    """What stands between two brackets, or in the whole text."""

    opened: Open | None = None
    units: list[Word | Piece] = field(default_factory=list)


def parse(text: str, today: date | None = None, *, typing: bool = False) -> Query:
    """The parts and the condition of a typed query; a text of spaces or empty quotes has neither.

    ``today`` is what "yesterday" is counted from (None: the day it is). With ``typing``, an unfinished
    last piece is left out instead of being a mistake. Raises ``query.mistake`` with ``detail`` (what is
    expected), ``position`` and ``end`` (the wrong characters, counted from 1, ``end`` behind the last).
    """
    tokens = Scanner(text, today or date.today(), typing=typing).scan()
    outer: list[_Group] = []
    group = _Group()
    for token in tokens:
        if isinstance(token, Open):
            outer.append(group)
            group = _Group(token)
        elif isinstance(token, Close):
            group = _closed(group, outer.pop(), token.end, typing=False)
        else:
            group.units.append(token)
    while outer:
        if not typing and group.opened:
            raise mistake("This bracket is not closed.", group.opened.start, group.opened.end)
        group = _closed(group, outer.pop(), len(text), typing=True)
    pieces = _pieces(group.units, typing=typing)
    parts = tuple(piece for piece in pieces if isinstance(piece, Part))
    return Query(parts, text, condition_of(pieces), tuple(pieces))


def condition_of(pieces: Sequence[Piece]) -> Condition | None:
    """What all the conditions among these pieces ask together; None when there are none."""
    return side_by_side(piece for piece in pieces if not isinstance(piece, Part))


def _closed(group: _Group, outer: _Group, end: int, *, typing: bool) -> _Group:
    """The outer group with this one in it as a single condition."""
    units = group.units
    while typing and units and isinstance(units[-1], Word):
        units = units[:-1]
    if units and group.opened:
        found = _alternatives(units)
        outer.units.append(
            grouped(negated(found) if group.opened.negated else found, group.opened.start, end)
        )
    return outer


def grouped(condition: Condition, start: int, end: int) -> Condition:
    """A condition in brackets: a fact there is no alternative to others of its field."""
    return (
        AllOf((condition,), start, end)
        if isinstance(condition, Fact)
        else replace(condition, start=start, end=end)
    )


def _alternatives(units: Sequence[Word | Piece]) -> Condition:
    """Conditions side by side, with ``or`` between some of them."""
    rows: list[list[Condition]] = [[]]
    last: Word | None = None
    for unit in units:
        if not isinstance(unit, (Word, Part)):
            rows[-1].append(unit)
            continue
        assert isinstance(unit, Word), "the scanner lets no part into brackets"
        last = unit
        if not rows[-1]:
            break
        rows.append([])
    if last is not None and not rows[-1]:
        raise mistake(
            "On both sides of “or” has to be a filter, for example (camera:pixel or camera:canon).",
            last.start,
            last.end,
        )
    found = any_of(one for row in rows if (one := side_by_side(row)) is not None)
    assert found is not None
    return found


def _pieces(units: Sequence[Word | Piece], *, typing: bool) -> list[Piece]:
    """Parts and conditions: runs of plain words as one part, filters joined by ``or`` as one condition."""
    pieces: list[Piece] = []
    words: list[Word] = []
    row: list[Word | Piece] = []
    for place, unit in enumerate(units):
        if isinstance(unit, Word):
            if unit.says_or and row and place + 1 < len(units) and _is_condition(units[place + 1]):
                row.append(unit)
            elif not (unit.says_or and row and typing and place + 1 == len(units)):
                _end_row(row, pieces)
                words.append(unit)
            continue
        _end_run(words, pieces)
        if _is_condition(unit):
            row.append(unit)
        else:
            _end_row(row, pieces)
            pieces.append(unit)
    _end_run(words, pieces)
    _end_row(row, pieces)
    return pieces


def _is_condition(unit: Word | Piece) -> bool:
    return not isinstance(unit, (Word, Part))


def _end_row(row: list[Word | Piece], pieces: list[Piece]) -> None:
    """Filters in a row: each a piece of its own, unless ``or`` joins them."""
    if any(isinstance(unit, Word) for unit in row):
        pieces.append(grouped(_alternatives(row), row[0].start, row[-1].end))
    else:
        pieces.extend(unit for unit in row if not isinstance(unit, Word))
    row.clear()


def _end_run(words: list[Word], pieces: list[Piece]) -> None:
    if words:
        value = " ".join(word.text for word in words)
        pieces.append(Part(TEXT, value, 1, 1.0, words[0].start, words[-1].end))
        words.clear()
