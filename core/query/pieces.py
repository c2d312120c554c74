"""A query as the pieces it was typed in, for a bar of chips: take them apart, change one, join them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from core.query import values
from core.query.grammar import parse
from core.query.render import join, render, same
from core.query.tree import (
    HIGHEST_WEIGHT,
    LOWEST_WEIGHT,
    AllOf,
    Fact,
    Part,
    Piece,
    Query,
    negated,
)

__all__ = ["join", "pieces", "replaced", "same", "toggled", "weighted", "with_piece", "without", "words"]


def pieces(query: Query) -> tuple[Piece, ...]:
    """Parts and conditions in the order they were typed, each with its characters.

    Filters joined by ``or`` are one piece, and so is what stands between brackets; ``AllOf`` around a
    single fact is a fact in brackets. A query that was not typed has the pieces of its rendering.
    """
    return query.typed or parse(render(query)).typed


def without(query: Query, piece: Piece, *, today: date | None = None) -> Query:
    """The query without this piece; the same query when it is not there."""
    kept = list(pieces(query))
    place = _place(kept, piece)
    if place is None:
        return query
    del kept[place]
    return parse(join(kept, today=today), today)


def with_piece(query: Query, piece: Piece, *, today: date | None = None) -> Query:
    """The query with this piece behind all others."""
    return parse(join((*pieces(query), piece), today=today), today)


def replaced(query: Query, piece: Piece, new: Piece, *, today: date | None = None) -> Query:
    """The query with another piece in this one's place; the same query when it is not there."""
    changed = list(pieces(query))
    place = _place(changed, piece)
    if place is None:
        return query
    changed[place] = new
    return parse(join(changed, today=today), today)


def toggled(piece: Piece) -> Piece:
    """The piece with the opposite sign."""
    if isinstance(piece, Part):
        return replace(piece, sign=-piece.sign)
    inner = piece.items[0] if isinstance(piece, AllOf) and len(piece.items) == 1 else piece
    return replace(negated(inner), start=piece.start, end=piece.end)


def weighted(part: Part, weight: float) -> Part:
    """The part with another weight, within what a query can say."""
    return replace(part, weight=round(min(HIGHEST_WEIGHT, max(LOWEST_WEIGHT, weight)), 6))


def words(piece: Part | Fact) -> tuple[str, str]:
    """A chip's two words: the part's kind or the fact's field, and the value, as typed if it was."""
    if isinstance(piece, Part):
        return piece.kind, piece.value
    if not piece.typed:
        return values.written(piece)
    field, value = piece.typed.replace("：", ":", 1).split(":", 1)
    if value.startswith("“"):
        value = value[1:-1]
    elif value.startswith('"'):
        value = value[1:-1].replace('""', '"')
    return field.casefold(), " ".join(value.split())


def _place(among: Sequence[Piece], piece: Piece) -> int | None:
    """Where the piece stands; of equal ones the one with its characters, else the first."""
    equal = [place for place, one in enumerate(among) if same(one, piece)]
    exact = [place for place in equal if (among[place].start, among[place].end) == (piece.start, piece.end)]
    return next(iter(exact or equal), None)
