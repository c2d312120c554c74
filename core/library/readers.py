"""Many who use something, and now and then one who puts another in its place."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Readers:
    """Many may read at once; whoever switches waits for them, and they for the switch."""

    def __init__(self) -> None:
        self._state = threading.Condition()
        self._reading = 0
        self._switching = False

    @contextmanager
    def reading(self) -> Iterator[None]:
        """While it is held, nothing is switched."""
        with self._state:
            while self._switching:
                self._state.wait()
            self._reading += 1
        try:
            yield
        finally:
            with self._state:
                self._reading -= 1
                self._state.notify_all()

    @contextmanager
    def switching(self) -> Iterator[None]:
        """While it is held, nobody reads."""
        with self._state:
            while self._switching or self._reading:
                self._state.wait()
            self._switching = True
        try:
            yield
        finally:
            with self._state:
                self._switching = False
                self._state.notify_all()
