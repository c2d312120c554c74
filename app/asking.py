"""Questions and tickets: the newest question is answered, a late answer never replaces a newer one."""

from __future__ import annotations

import contextlib
import logging
import os
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Signal
from PySide6.QtGui import QImage

from app.grid.sections import Wall, build_wall, by_band, by_date
from app.query_bar.bar import Question
from app.query_bar.chips import Picture
from app.workers import Bridge
from core.errors import RecollectError
from core.jobs import Job, Turn

if TYPE_CHECKING:
    from core.library import Hits, Library

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Answer:
    """What is shown for a question. ``again``: it was asked before, and the library has changed."""

    question: Question
    wall: Wall
    again: bool


class Asker(QObject):
    """Asks the library on the interactive lane, one ticket per question."""

    answered = Signal(object)
    mistaken = Signal(object)
    busy = Signal(bool)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._library: Library | None = None
        self._ticket = 0
        self._job: Job | None = None
        self._loose = LoosePictures()
        self._frame: Callable[[], tuple[int, int]] = lambda: (1024, 160)
        self.question = Question()

    @property
    def waiting(self) -> bool:
        """True while an answer is on its way."""
        return self._job is not None

    def serve(self, library: Library, frame: Callable[[], tuple[int, int]]) -> None:
        """From now on this library answers, and answers are laid out for this width and size."""
        self._library = library
        self._frame = frame

    def ask(self, question: Question, *, again: bool = False) -> None:
        """Ask; an older question that still waits is dropped."""
        self.question = question
        if self._library is None:
            return
        self._ticket += 1
        ticket = self._ticket
        if self._job is not None:
            self._job.cancel()
        library, loose = self._library, self._loose
        width, tile = self._frame()
        self._job = self._bridge.submit(
            library.lanes.interactive,
            "question",
            lambda context: lay_out(question, find(library, question, context.turn, loose), width, tile),
            done=lambda wall: self._answer(ticket, question, wall, again),
            failed=lambda error: self._mistake(ticket, error, again),
            stopped=lambda: self._stopped(ticket),
        )
        self.busy.emit(True)

    def close(self) -> None:
        """Forget what was dropped."""
        if self._job is not None:
            self._job.cancel()
        self._loose.close()

    def _answer(self, ticket: int, question: Question, wall: Wall, again: bool) -> None:
        if self._end(ticket):
            self.answered.emit(Answer(question, wall, again))

    def _mistake(self, ticket: int, error: RecollectError, again: bool) -> None:
        # A question asked again because photos came in was already said to be mistaken.
        said = again and error.code.startswith(("query.", "photo."))
        if self._end(ticket) and not said:
            self.mistaken.emit(error)

    def _stopped(self, ticket: int) -> None:
        self._end(ticket)

    def _end(self, ticket: int) -> bool:
        if ticket != self._ticket:
            return False
        self._job = None
        self.busy.emit(False)
        return True


def lay_out(question: Question, hits: Hits, width: int, tile: int) -> Wall:
    """Headings and rows for an answer; on the lane, so that the window never computes them."""
    sections = by_date(hits.days) if question.empty else by_band(hits.bands, clear=hits.clear)
    return build_wall(hits.photo_ids, hits.aspects, sections, width, tile)


def find(library: Library, question: Question, turn: Turn, loose: LoosePictures) -> Hits:
    """Answer a question; blocks, for a lane. Raises RecollectError for mistakes in it."""
    if question.empty:
        return library.all_photos()
    if not question.pictures:
        return library.search(question.text, turn)
    if len(question.pictures) == 1 and not question.text:
        return _similar(library, question.pictures[0], turn)
    parts = [f'like:"{loose.quotable(library, picture)}"' for picture in question.pictures]
    return library.search(" ".join((*parts, question.text)), turn)


def _similar(library: Library, picture: Picture, turn: Turn) -> Hits:
    if picture.photo is not None:
        return library.similar(picture.photo, turn)
    if picture.path is not None:
        return library.similar(picture.path, turn)
    return library.similar_picture(_data(picture), turn)


def _data(picture: Picture) -> bytes:
    if picture.data is not None:
        return picture.data
    return png(picture.image) if picture.image is not None else b""


def png(image: QImage) -> bytes:
    """A picture from the clipboard or a browser as a file's bytes; any thread."""
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(store.data())


class LoosePictures:
    """Gives every picture a path that can be quoted in a query. Used on lanes.

    Dropped data and names with a quotation mark get a file or link in a temporary folder that goes
    when the program ends.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._paths: dict[Picture, str] = {}

    def quotable(self, library: Library, picture: Picture) -> str:
        """A path without quotation marks that shows this picture."""
        path = picture.path
        if path is None and picture.photo is not None:
            path = library.photo_path(picture.photo)
        if path is not None and not any(sign in path for sign in (b'"', b"\n", b"\\")):
            return os.fsdecode(path)
        with self._lock:
            if picture not in self._paths:
                self._paths[picture] = self._aside(picture, path)
            return self._paths[picture]

    def _aside(self, picture: Picture, path: bytes | None) -> str:
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="recollect-")
        suffix = os.fsdecode(os.path.splitext(path)[1]) if path is not None else ".png"
        aside = Path(self._folder.name) / f"{len(self._paths)}{suffix if suffix.isascii() else ''}"
        if path is None:
            aside.write_bytes(_data(picture))
        else:
            aside.symlink_to(os.fsdecode(path))
        return str(aside)

    def close(self) -> None:
        """Remove the temporary folder."""
        with self._lock:
            if self._folder is not None:
                with contextlib.suppress(OSError):
                    self._folder.cleanup()
                self._folder = None
