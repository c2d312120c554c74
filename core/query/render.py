"""Parts and conditions back to the text that is parsed into them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from core.errors import RecollectError
from core.query import values
from core.query.grammar import parse
from core.query.tree import (
    PART,
    TEXT,
    AllOf,
    AnyOf,
    Condition,
    Fact,
    Not,
    Part,
    Piece,
    Query,
    alternative_of,
    normal,
    quote,
)


def render(
    query: Query | Iterable[Part], condition: Condition | None = None, *, today: date | None = None
) -> str:
    """The text that parses into the same parts (kind, value, sign, weight) and the same condition.

    Filters stand behind the parts. A fact that was typed keeps its spelling, so "last summer" stays.
    """
    parts = query.parts if isinstance(query, Query) else tuple(query)
    condition = query.condition if isinstance(query, Query) else condition
    asked = normal(condition) if condition is not None else None
    tail = [] if asked is None else [_alone(asked) if not parts else _row(asked)]

    def fits(again: Query) -> bool:
        return same_parts(again.parts, parts) and again.condition == asked

    return _shortest(lambda quoted: [*_part_texts(parts, quoted=quoted), *tail], fits, today)


def join(pieces: Sequence[Piece], *, today: date | None = None) -> str:
    """The text that parses into the same pieces in the same order."""

    def texts(quoted: bool) -> list[str]:
        found: list[str] = []
        for place, piece in enumerate(pieces):
            if isinstance(piece, Part):
                after = place > 0 and _is_run(pieces[place - 1])
                found.append(_part_text(piece, quoted=quoted, after_words=after))
            else:
                beside = (*pieces[max(0, place - 1) : place], *pieces[place + 1 : place + 2])
                found.append(_piece_text(piece, open_ended=all(isinstance(one, Part) for one in beside)))
        return found

    def fits(again: Query) -> bool:
        return len(again.typed) == len(pieces) and all(map(same, again.typed, pieces))

    return _shortest(texts, fits, today)


def same(one: Piece, other: Piece) -> bool:
    """True when two pieces ask the same, wherever they stand."""
    if isinstance(one, Part) and isinstance(other, Part):
        return same_parts((one,), (other,))
    return one == other


def same_parts(some: Sequence[Part], others: Sequence[Part]) -> bool:
    """True when the parts ask the same, wherever they stand."""
    plain = [[(part.kind, part.value, part.sign, part.weight) for part in parts] for parts in (some, others)]
    return plain[0] == plain[1]


def _shortest(texts: Callable[[bool], list[str]], fits: Callable[[Query], bool], today: date | None) -> str:
    """Without needless quotes if that is read the same, else with all of them."""
    short = " ".join(texts(False))
    try:
        if fits(parse(short, today)):
            return short
    except RecollectError:
        pass  # plain words that look like filters need their quotes
    return " ".join(texts(True))


def _part_texts(parts: Sequence[Part], *, quoted: bool) -> list[str]:
    return [
        _part_text(part, quoted=quoted, after_words=place > 0 and _is_run(parts[place - 1]))
        for place, part in enumerate(parts)
    ]


def _part_text(part: Part, *, quoted: bool, after_words: bool) -> str:
    """A part as text; unless ``quoted``, quotes are left out where it alone needs none."""
    if not quoted and not after_words and _is_run(part):
        return part.value
    sign = "-" if part.sign < 0 else ""
    field = "" if part.kind == TEXT else f"{part.kind}:"
    open_word = not quoted and (part.kind == PART or (part.kind == TEXT and not part.quoted))
    open_word = open_word and bool(field or sign or part.weight != 1.0)
    # A word of letters and digits needs no quotes behind a minus or a colon, or before a weight.
    value = part.value if open_word and part.value.isalnum() else quote(part.value)
    return f"{sign}{field}{value}{_weight_text(part.weight)}"


def _is_run(piece: Piece) -> bool:
    """True for a part that, typed without quotes, is one run of plain words again."""
    if (
        not isinstance(piece, Part)
        or piece.quoted
        or (piece.kind, piece.sign, piece.weight) != (TEXT, 1, 1.0)
    ):
        return False
    try:
        parsed = parse(piece.value)
    except RecollectError:
        return False
    return same_parts(parsed.parts, (piece,)) and parsed.condition is None


def _weight_text(weight: float) -> str:
    return "" if weight == 1.0 else f"^{weight:.6f}".rstrip("0").rstrip(".")


def _alone(condition: Condition) -> str:
    """A condition that nothing stands beside, without brackets around it."""
    if isinstance(condition, AnyOf) and _common_field(condition) is None:
        return _either(condition)
    return _row(condition)


def _either(condition: Condition) -> str:
    return " or ".join(map(_row, condition.items)) if isinstance(condition, AnyOf) else _row(condition)


def _row(condition: Condition) -> str:
    """Conditions side by side. A second value of a field is in brackets, or it would be an alternative."""
    used: set[str] = set()
    texts: list[str] = []
    for item in condition.items if isinstance(condition, AllOf) else (condition,):
        name = _common_field(item)
        if name is not None and name not in used:
            used.add(name)
            texts.extend(map(_fact_or_group, item.items if isinstance(item, AnyOf) else (item,)))
        elif name is not None and isinstance(item, Fact):
            texts.append(f"({values.spelt(item)})")
        else:
            texts.append(_fact_or_group(item))
    return " ".join(texts)


def _fact_or_group(item: Condition) -> str:
    match item:
        case Fact():
            return values.spelt(item)
        case Not(inner):
            return f"-{_fact_or_group(inner)}"
        case _:
            return f"({_either(item)})"


def _piece_text(piece: Condition, *, open_ended: bool) -> str:
    if isinstance(piece, AnyOf) and open_ended:
        return _either(piece)
    return _fact_or_group(piece)


def _common_field(condition: Condition) -> str | None:
    """The field whose values these alternatives are, when side by side says the same."""
    items = condition.items if isinstance(condition, AnyOf) else (condition,)
    fields = {alternative_of(item) for item in items}
    return fields.pop() if len(fields) == 1 else None
