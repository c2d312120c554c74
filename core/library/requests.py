"""Folders handed from a second process to the one that has the library, as small files."""

from __future__ import annotations

import json
import logging
import os
import threading
import uuid
from collections.abc import Callable, Sequence
from pathlib import Path

log = logging.getLogger(__name__)

_EVERY_SECONDS = 0.5


class Requests:
    """``home/requests/*.json``: written aside and renamed by the asker, taken away by the owner."""

    def __init__(self, home: Path) -> None:
        self._folder = home / "requests"
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def ask(self, folders: Sequence[bytes]) -> Path:
        """Leave a request; the returned file disappears when it was taken."""
        self._folder.mkdir(parents=True, exist_ok=True)
        name = uuid.uuid4().hex
        aside, final = self._folder / f"{name}.part", self._folder / f"{name}.json"
        aside.write_text(json.dumps({"index": [os.fsdecode(folder) for folder in folders]}), "utf-8")
        os.replace(aside, final)
        return final

    def take(self) -> list[bytes]:
        """All folders asked for so far; the requests are taken away."""
        asked: list[bytes] = []
        if not self._folder.is_dir():
            return asked
        for file in sorted(self._folder.glob("*.json")):
            try:
                request = json.loads(file.read_text("utf-8"))
                asked += [os.fsencode(folder) for folder in request["index"]]
            except (ValueError, KeyError, TypeError) as error:
                log.info("request %s is not readable: %s", file.name, error)
            file.unlink(missing_ok=True)
        return asked

    def serve(self, asked: Callable[[list[bytes]], object]) -> None:
        """Look for requests now and then, on a thread of its own, until ``stop``."""
        if self._thread is not None:
            return
        self._stop.clear()

        def run() -> None:
            while not self._stop.wait(_EVERY_SECONDS):
                folders = self.take()
                if folders:
                    asked(folders)

        self._thread = threading.Thread(target=run, name="requests", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop looking."""
        self._stop.set()
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.join()
