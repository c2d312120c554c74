"""Progress on a terminal, and Ctrl-C that loses nothing."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from app.cli.output import tell
from core.jobs import Event, Progress, Token

_BAR, _SHORTEST = 24, 6  # cells


@contextmanager
def interruptible(token: Token) -> Iterator[None]:
    """Ctrl-C and a polite kill ask the work to end; a second Ctrl-C interrupts at once."""

    def ask(number: int, frame: object) -> None:
        if token.cancelled:
            raise KeyboardInterrupt
        token.cancel()

    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class Bar:
    """A progress bar on a terminal, a line now and then elsewhere; both on stderr."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._spoken = time.monotonic()
        self._open = False

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, *_: object) -> None:
        if self._open:
            sys.stderr.write("\n")

    def event(self, event: Event) -> None:
        """Show a Progress; other events are not shown."""
        if not isinstance(event, Progress):
            return
        now = time.monotonic()
        if self._terminal:
            self._open = True
            # One cell stays free: a terminal that is full to its edge goes on to the next row, and only
            # the last row can be wiped.
            sys.stderr.write("\r\x1b[K" + progress_line(event, _columns() - 1))
            sys.stderr.flush()
        elif now - self._spoken >= 5.0:
            self._spoken = now
            tell(progress_line(event))


def progress_line(event: Progress, columns: int = 1000) -> str:
    """A line of at most ``columns`` cells: the bar shrinks and goes first, then figures from the right."""
    if event.total is None:
        return (f"{event.text}: {event.done:,} found" if event.done else event.text)[:columns]
    figures = [f"{event.done:,} of {event.total:,}"]
    rate = event.facts.get("rate")
    if rate:
        figures.append(f"{rate:.1f} photos/s")
    left = event.facts.get("seconds_left")
    if left is not None:
        figures.append(_left(left))
    cells = min(_BAR, columns - len(f"{event.text}  {_joined(figures)}"))
    if cells >= _SHORTEST:
        share = event.done / event.total if event.total else 1.0
        filled = max(0, min(cells, int(cells * share)))
        return f"{event.text} {'█' * filled}{'░' * (cells - filled)} {_joined(figures)}"
    while len(figures) > 1 and len(f"{event.text} {_joined(figures)}") > columns:
        figures.pop()
    return f"{event.text} {_joined(figures)}"[: max(0, columns)]


def _joined(figures: list[str]) -> str:
    return " · ".join(figures)


def _columns() -> int:
    """The width of the terminal that stderr is; stdout may be a file."""
    with suppress(OSError, ValueError):
        width = os.get_terminal_size(sys.stderr.fileno()).columns
        if width:
            return width
    return shutil.get_terminal_size().columns


def _left(seconds: float) -> str:
    if seconds < 90:
        return f"about {max(1, round(seconds))} s left"
    if seconds < 5400:
        return f"about {round(seconds / 60)} min left"
    return f"about {seconds / 3600:.1f} h left"
