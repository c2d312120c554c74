"""Whether things move: the person's wish, and what the system says where they leave it to that."""

from __future__ import annotations

from collections.abc import Callable

LONGEST = 150
"""Milliseconds; nothing moves for longer."""


class Motion:
    """Asked by everything that moves. Until the system has answered, nothing moves.

    ``setting`` is a value of ``looks.motion``; ``system_reader`` tells whether the system asks for less
    motion, None where it says nothing.
    """

    def __init__(self, setting: str, system_reader: Callable[[], bool | None]) -> None:
        self._setting = setting
        self._reader = system_reader
        self._less: bool | None = True

    def ask(self) -> bool | None:
        """Ask the system. Blocking: on a worker; the answer goes to ``answered``."""
        return self._reader()

    def answered(self, less: bool | None) -> None:
        """Take the system's answer. One that says nothing of motion wants it."""
        self._less = less

    def choose(self, setting: str) -> None:
        """Another value of ``looks.motion``: "system", "full" or "less"."""
        self._setting = setting

    @property
    def allowed(self) -> bool:
        """True when things may move."""
        return self._setting == "full" or (self._setting == "system" and not self._less)

    def duration(self, milliseconds: int) -> int:
        """How long a movement takes: at most 150 ms, and 0 when nothing moves."""
        return min(milliseconds, LONGEST) if self.allowed else 0
