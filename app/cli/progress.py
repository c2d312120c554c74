"""Progress on a terminal, and Ctrl-C that loses nothing."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from app.cli.output import tell
from core.jobs import Event, Progress, Token


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
        line = _progress_line(event)
        now = time.monotonic()
        if self._terminal:
            self._open = True
            sys.stderr.write("\r\x1b[K" + line)
            sys.stderr.flush()
        elif now - self._spoken >= 5.0:
            self._spoken = now
            tell(line)


def _progress_line(event: Progress) -> str:
    if event.total is None:
        return f"{event.text}: {event.done:,} found" if event.done else event.text
    share = event.done / event.total if event.total else 1.0
    filled = int(24 * share)
    bar = "█" * filled + "░" * (24 - filled)
    parts = [f"{event.text} {bar} {event.done:,} of {event.total:,}"]
    rate = event.facts.get("rate")
    if rate:
        parts.append(f"{rate:.1f} photos/s")
    left = event.facts.get("seconds_left")
    if left is not None:
        parts.append(_left(left))
    return " · ".join(parts)


def _left(seconds: float) -> str:
    if seconds < 90:
        return f"about {max(1, round(seconds))} s left"
    if seconds < 5400:
        return f"about {round(seconds / 60)} min left"
    return f"about {seconds / 3600:.1f} h left"
