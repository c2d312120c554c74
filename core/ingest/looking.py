"""Looking folders over on a thread of its own, so that the first photos are read while the walk goes on."""

from __future__ import annotations

import threading
from collections.abc import Callable

from core.errors import Cancelled
from core.jobs import Token


class Looking:
    """Runs ``work(looking)`` beside the thread that reads photos, as a context manager.

    ``newest`` is the highest photo id before it began: photos that are found have higher ones. The work
    says ``saw`` and ``wrote``; leaving the context asks it to end and waits.
    """

    def __init__(self, work: Callable[[Looking], None], newest: int) -> None:
        self.newest = newest
        self.token = Token()
        self.seen: tuple[int, str] = (0, "")
        self._work = work
        self._state = threading.Condition()
        self._waiting = 0
        self._going = True
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="looking", daemon=True)

    @property
    def going(self) -> bool:
        """True until everything was looked over and written."""
        return self._going

    @property
    def found(self) -> bool:
        """True once photos wait to be read that did not wait before."""
        return self._waiting > 0

    def saw(self, count: int, folder: str) -> None:
        """For the work: so many photos were met in a folder so far."""
        self.seen = (count, folder)

    def wrote(self, waiting: int) -> None:
        """For the work: so many more photos wait to be read."""
        if waiting:
            with self._state:
                self._waiting += waiting
                self._state.notify_all()

    def wait(self, seconds: float) -> None:
        """Wait until something is found or all was looked over, at most so long."""
        with self._state:
            if self._going and not self._waiting:
                self._state.wait(seconds)

    def check(self) -> None:
        """Raise what the work raised."""
        if self._error is not None:
            raise self._error

    def __enter__(self) -> Looking:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.token.cancel()
        self._thread.join()

    def _run(self) -> None:
        try:
            self._work(self)
        except Cancelled:
            # Whoever reads photos was cancelled too, or failed and says so itself.
            pass
        except BaseException as error:
            self._error = error
        finally:
            with self._state:
                self._going = False
                self._state.notify_all()
