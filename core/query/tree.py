"""What is asked, as signed and weighted parts with their places in the typed text; and back to text."""

from __future__ import annotations

from dataclasses import dataclass

TEXT, LIKE = "text", "like"
LOWEST_WEIGHT, HIGHEST_WEIGHT = 0.1, 10.0


@dataclass(frozen=True)
class Part:
    """One piece of a query.

    ``kind`` is "text" (``value`` is what the photo looks like) or "like" (``value`` is a path).
    ``sign`` is +1 or -1, ``weight`` lies between 0.1 and 10. ``start`` and ``end`` are the
    characters of the typed text it came from, sign, quotes and weight included.
    """

    kind: str
    value: str
    sign: int = 1
    weight: float = 1.0
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class Query:
    """The parts in the order they were typed, and the text itself."""

    parts: tuple[Part, ...]
    text: str

    @property
    def wanted(self) -> tuple[Part, ...]:
        """The parts that say what should be in the photo."""
        return tuple(part for part in self.parts if part.sign > 0)

    @property
    def unwanted(self) -> tuple[Part, ...]:
        """The parts that say what should not be in it."""
        return tuple(part for part in self.parts if part.sign < 0)


def quote(value: str) -> str:
    """A value between quotes; a quote inside is doubled, so a backslash needs no care."""
    return '"' + value.replace('"', '""') + '"'
