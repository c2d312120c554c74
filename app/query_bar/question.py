"""What the person asks: the chips' pieces and the words being typed; and what the library is asked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.query_bar.chips import Picture, Token
from app.query_bar.faces import is_region
from core.errors import RecollectError
from core.query.parse import parse
from core.query.render import same
from core.query.tree import LIKE, PART, Part

if TYPE_CHECKING:
    from core.query.tree import Piece


@dataclass(frozen=True)
class Question:
    """``text`` is what stands in the line, without spaces around it. Empty: all photos."""

    text: str = ""
    tokens: tuple[Token, ...] = ()

    @property
    def empty(self) -> bool:
        """True when nothing is asked."""
        return not self.text and not self.tokens

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """The pictures asked with."""
        return tuple(token.picture for token in self.tokens if token.picture is not None)

    @property
    def alone(self) -> Picture | None:
        """The picture when it is all that is asked."""
        if self.text or len(self.tokens) != 1 or self.tokens[0].minus:
            return None
        return self.tokens[0].picture

    def undated(self) -> Question:
        """The same question for any time: without the chips that keep it to some days."""
        kept = tuple(token for token in self.tokens if token.days is None)
        return self if len(kept) == len(self.tokens) else replace(self, tokens=kept)

    @property
    def asks_for_parts(self) -> bool:
        """True when a part of photos is asked for, in words or by showing one."""
        return any(
            isinstance(piece, Part) and (piece.kind == PART or is_region(piece)) for piece, _ in self.pieces()
        )

    def words(self) -> list[Part]:
        """The parts that are words, typed or on chips."""
        return [piece for piece, _ in self.pieces() if isinstance(piece, Part) and piece.kind != LIKE]

    def asks_like(self, other: Question) -> bool:
        """True when the other asks the very same, in chips or in words."""
        if self == other:
            return True
        try:
            mine, theirs = self.pieces(), other.pieces()
        except RecollectError:
            return False
        return len(mine) == len(theirs) and all(
            same(one[0], two[0]) and one[1] is two[1] for one, two in zip(mine, theirs, strict=True)
        )

    def pieces(self) -> list[tuple[Piece, Picture | None]]:
        """All pieces in order, each with its picture. Raises ``query.mistake`` with places in ``text``."""
        typed: list[tuple[Piece, Picture | None]] = [
            (piece, None) for piece in parse(self.text, typing=True).typed
        ]
        return [*((token.piece, token.picture) for token in self.tokens), *typed]


def named(piece: Piece, path: str) -> Piece:
    """A picture's piece with the path that the library can read."""
    return replace(piece, value=path) if isinstance(piece, Part) else piece
