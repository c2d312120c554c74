"""Folders handed from a second process to the one that has the library, as small files.

The asker writes ``requests/NAME.json`` aside and renames it. The owner renames it to ``NAME.taken`` while it
works and leaves ``NAME.done`` with a summary or an error, which the asker takes away.
"""

from __future__ import annotations

import errno
import json
import logging
import os
import threading
import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.errors import RecollectError
from core.threads import level

log = logging.getLogger(__name__)

_EVERY_SECONDS = 0.5
_TAKEN_WITHIN = 8.0


@dataclass(frozen=True)
class Asked:
    """A request as its owner sees it."""

    folders: tuple[bytes, ...]
    file: Path

    def done(self, answer: dict[str, Any]) -> None:
        """Leave the answer for the asker."""
        _write(self.file.with_suffix(".done"), answer)
        self.file.unlink(missing_ok=True)

    def refused(self, error: RecollectError) -> None:
        """Leave a difficulty for the asker, who raises it."""
        self.done({"error": error.code, "facts": {key: str(fact) for key, fact in error.facts.items()}})


@dataclass(frozen=True)
class Request:
    """A request as its asker sees it. ``alive`` tells whether somebody still has the library."""

    file: Path
    owner: str
    alive: Callable[[], bool]
    since: float

    def answer(self) -> dict[str, Any] | None:
        """What came of it; None while it is worked on. Raises ``catalogue.busy`` when nobody answers."""
        done = self.file.with_suffix(".done")
        if done.exists():
            answer: dict[str, Any] = json.loads(done.read_text("utf-8"))
            done.unlink(missing_ok=True)
            return answer
        late = self.file.exists() and time.monotonic() - self.since > _TAKEN_WITHIN
        if late or not self.alive():
            self.withdraw()
            raise RecollectError("catalogue.busy", owner=self.owner)
        return None

    def withdraw(self) -> None:
        """Take the request back; what is already being indexed goes on."""
        self.file.unlink(missing_ok=True)


class Requests:
    """The ``requests`` folder of one library."""

    def __init__(self, home: Path) -> None:
        self._folder = home / "requests"
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def ask(self, folders: Sequence[bytes], owner: str, alive: Callable[[], bool]) -> Request:
        """Leave a request. Raises ``disk.forbidden``, ``disk.full``."""
        file = self._folder / f"{uuid.uuid4().hex}.json"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            _write(file, {"index": [os.fsdecode(folder) for folder in folders]})
        except OSError as error:
            if error.errno == errno.ENOSPC:
                raise RecollectError("disk.full", path=self._folder, free_mb=0, needed_mb=1) from error
            raise RecollectError("disk.forbidden", path=self._folder) from error
        return Request(file, owner, alive, time.monotonic())

    def take(self) -> list[Asked]:
        """All requests made so far; each is marked as taken."""
        asked: list[Asked] = []
        for file in sorted(self._folder.glob("*.json")):
            taken = file.with_suffix(".taken")
            try:
                os.replace(file, taken)
                request = json.loads(taken.read_text("utf-8"))
                asked.append(Asked(tuple(os.fsencode(one) for one in request["index"]), taken))
            except (OSError, ValueError, KeyError, TypeError) as error:
                log.info("request %s cannot be taken: %s", file.name, error)
        return asked

    def serve(self, asked: Callable[[Asked], object]) -> None:
        """Look for requests now and then, on a thread of its own, until ``stop``."""
        if self._thread is not None:
            return
        self._stop.clear()
        for left in (*self._folder.glob("*.taken"), *self._folder.glob("*.part")):
            left.unlink(missing_ok=True)

        def run() -> None:
            while not self._stop.wait(_EVERY_SECONDS):
                for request in self.take():
                    asked(request)

        self._thread = threading.Thread(target=run, name="requests", daemon=True)
        level(self._thread.start)

    def stop(self) -> None:
        """Stop looking."""
        self._stop.set()
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.join()


def _write(file: Path, value: dict[str, Any]) -> None:
    aside = file.with_suffix(".part")
    aside.write_text(json.dumps(value), "utf-8")
    os.replace(aside, file)
