"""The program's log: one file with rotation, written by its own thread."""

from __future__ import annotations

import logging
import queue
from logging.handlers import QueueHandler, QueueListener, RotatingFileHandler

from core import paths

FILE = "recollect.log"
_BYTES = 2 << 20
_COPIES = 3


class LogFile:
    """From ``start`` to ``stop`` the log of all packages goes to the file.

    Lines are queued: the GUI thread never waits for the disk. Without a place to write to, the log
    goes nowhere and the program runs on.
    """

    def __init__(self) -> None:
        self._listener: QueueListener | None = None
        self._handler: QueueHandler | None = None

    def start(self, level: int = logging.INFO) -> None:
        """Begin."""
        folder = paths.log_home()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            file = RotatingFileHandler(folder / FILE, maxBytes=_BYTES, backupCount=_COPIES, encoding="utf-8")
        except OSError as error:
            logging.getLogger(__name__).info("no log file: %s", error)
            return
        form = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"
        file.setFormatter(logging.Formatter(form))
        lines: queue.SimpleQueue[logging.LogRecord] = queue.SimpleQueue()
        self._handler = QueueHandler(lines)
        self._handler.setLevel(level)
        self._listener = QueueListener(lines, file)
        self._listener.start()
        root = logging.getLogger()
        root.addHandler(self._handler)
        if root.level > level or root.level == logging.NOTSET:
            root.setLevel(level)

    def stop(self) -> None:
        """Write what is queued and close the file."""
        if self._handler is not None:
            logging.getLogger().removeHandler(self._handler)
            self._handler = None
        if self._listener is not None:
            self._listener.stop()
            for handler in self._listener.handlers:
                handler.close()
            self._listener = None
