"""``Library``: everything the window and the command line may ask of the engine."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from core.catalogue.lock import WriterLock
from core.catalogue.store import Catalogue
from core.errors import Cancelled, RecollectError
from core.images.thumbnails import ThumbnailStore
from core.ingest.watch import Rhythm, Watcher
from core.jobs import (
    BACKGROUND,
    Context,
    Event,
    Failed,
    Finished,
    Job,
    Lanes,
    Listener,
    Stopped,
    Token,
    Turn,
)
from core.library.finding import Finding as _Finding
from core.library.finding import typed_turn
from core.library.folders import Folders, PathLike
from core.library.health import Health
from core.library.indexing import Indexing, set_watch_state
from core.library.models import Models
from core.library.requests import Asked, Request, Requests
from core.library.shared import Shared
from core.library.values import (
    Change,
    Finding,
    FolderInfo,
    IndexSummary,
    ModelInfo,
    PhotoInfo,
    ProblemInfo,
    Status,
)
from core.paths import data_home, resource
from core.search.hits import Hits
from core.settings import Settings

# How often a folder with unfinished files is looked at again before its usual time.
_LOOKS = 5


class Library:
    """An open library. Methods block; the window calls them on lanes. Opening loads no network."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared
        self._folders = Folders(shared)
        self._models = Models(shared)
        self._indexing = Indexing(shared, self._folders, self._models)
        self._finding = _Finding(shared, self._models)
        self._health = Health(shared, self._folders, self._models, self._finding.columns)
        self._requests = Requests(shared.home)
        self._watcher: Watcher | None = None
        self._due: set[int] = set()
        self._due_lock = threading.Lock()
        self._closed = False
        self._tries: dict[int, int] = {}

    @classmethod
    def open(
        cls,
        home: Path | None = None,
        *,
        read_only: bool | None = None,
        role: str = "recollect",
        notice: Callable[[RecollectError], None] | None = None,
    ) -> Library:
        """Open (or make) the library in ``home``. Raises ``catalogue.*``, ``disk.*``.

        ``read_only`` None: we write unless another process does, or the folder cannot be written.
        """
        home = home or data_home()
        catalogue = Catalogue.open(home, role=role, read_only=read_only)
        shared = Shared(
            home=home,
            catalogue=catalogue,
            thumbnails=ThumbnailStore(home / "thumbnails"),
            settings=Settings(home / "settings.json"),
            lanes=Lanes(),
        )
        library = cls(shared)
        if notice is not None:
            heard = notice
            library.on_change(
                lambda change: heard(change.facts["error"]) if change.kind == "notice" else None
            )
            for note in shared.settings.notes:
                notice(note)
        return library

    @property
    def home(self) -> Path:
        """The library's folder on disk."""
        return self._shared.home

    @property
    def read_only(self) -> bool:
        """True when another process has the library, or its folder cannot be written."""
        return self._shared.catalogue.read_only

    @property
    def owner(self) -> str | None:
        """Who has the library when we do not, for a sentence."""
        owner = self._shared.catalogue.owner
        return str(owner) if owner is not None else None

    @property
    def settings(self) -> Settings:
        """The library's settings."""
        return self._shared.settings

    @property
    def lanes(self) -> Lanes:
        """The lanes on which this library's work runs."""
        return self._shared.lanes

    def on_change(self, listener: Callable[[Change], None]) -> None:
        """Call ``listener`` at each change, on whatever thread made it; it must only pass the word on."""
        self._shared.listen(listener)

    # folders

    def add_folder(self, path: PathLike) -> FolderInfo:
        """Add a folder; index it with ``index``. Raises ``folder.*``."""
        folder = self._folders.add(path)
        if self._watcher is not None:
            self._watcher.watch(folder.id, folder.path)
        return folder

    def remove_folder(self, which: PathLike | int) -> FolderInfo:
        """Hide a folder and its photos. Raises ``folder.unknown``."""
        folder = self._folders.remove(which)
        if self._watcher is not None:
            self._watcher.unwatch(folder.id)
        self._finding.forget_columns()
        return folder

    def folders(self) -> list[FolderInfo]:
        """All folders, in the order they were added."""
        return self._folders.infos()

    def add_samples(self) -> FolderInfo:
        """Put the sample photos into the library's home and add them as a folder."""
        target = self.home / "samples"
        source = resource("samples")
        target.mkdir(parents=True, exist_ok=True)
        for file in source.iterdir():
            if file.suffix in {".jpg", ".md"} and not (target / file.name).exists():
                aside = target / f".{file.name}.part"
                shutil.copy2(file, aside)
                os.replace(aside, target / file.name)
        return self.add_folder(target)

    # indexing

    def index(self, paths: Sequence[PathLike] | None = None, listener: Listener | None = None) -> Job:
        """Look over folders (None: all) and take in what is new, on the background lane.

        Finished carries an IndexSummary, also when it was cancelled (``stopped``).
        """
        chosen = None if paths is None else [row.id for row in self._folders.rows(paths)]
        return self._submit_index(chosen, listener)

    def index_now(self, paths: Sequence[PathLike] | None, context: Context) -> IndexSummary:
        """The same on the calling thread, waiting for files that are still being written."""
        chosen = None if paths is None else [row.id for row in self._folders.rows(paths)]
        return self._ran(self._indexing.run(context, chosen), context)

    def _submit_index(self, chosen: list[int] | None, listener: Listener | None) -> Job:
        def work(context: Context) -> IndexSummary:
            return self._look(context, chosen)

        return self.lanes.background.submit("index", work, listener, order=0)

    def _look(self, context: Context, chosen: list[int] | None) -> IndexSummary:
        summary = self._ran(self._indexing.run(context, chosen, patient=False), context)
        for folder in chosen if chosen is not None else [row.id for row in self._folders.rows()]:
            self._look_again(folder, summary)
        return summary

    def _ran(self, summary: IndexSummary, context: Context) -> IndexSummary:
        self._finding.forget_columns()
        if summary.indexed and not summary.stopped:
            try:
                self._finding.learn(context.turn)
            except Cancelled:
                # Everything is committed; the next query or run measures the library.
                return summary
        return summary

    def pause(self) -> None:
        """Stop taking photos in for now; what was read is committed."""
        self._indexing.pause()

    def resume(self) -> None:
        """Go on taking photos in."""
        self._indexing.resume()

    @property
    def paused(self) -> bool:
        """True while indexing is paused."""
        return self._indexing.paused

    def watch(self, listener: Listener | None = None) -> None:
        """Watch all folders: new photos appear by themselves. Progress goes to ``listener``."""
        if self.read_only or self._watcher is not None:
            return
        settings = self.settings
        rhythm = Rhythm(
            quiet=settings.number("watch.quiet_seconds"),
            rescan=settings.number("watch.rescan_seconds"),
            poll=settings.number("watch.poll_seconds"),
        )
        self._watcher = Watcher(
            lambda folder: self._due_now(folder, listener),
            self._watched,
            rhythm,
            # Our own thumbnails are no news.
            skip=[os.fsencode(self.home)],
        )
        for folder in self.folders():
            self._watcher.watch(folder.id, folder.path)
        self._finding.hurried = True
        self._requests.serve(
            lambda asked: self.lanes.interactive.submit("asked", lambda context: self._asked(asked, listener))
        )

    def unwatch(self) -> None:
        """Stop watching."""
        self._requests.stop()
        watcher, self._watcher = self._watcher, None
        if watcher is not None:
            watcher.close()

    def _watched(self, folder: int, word: str) -> None:
        """The watcher only passes the word on; the edit is made on the interactive lane."""

        def work(context: Context) -> None:
            try:
                set_watch_state(self._shared, folder, word)
            except RecollectError as error:
                self._shared.notice(error)

        self.lanes.interactive.submit("folder state", work)

    def _due_now(self, folder: int, listener: Listener | None) -> None:
        """One waiting run per folder is enough, however often it becomes due."""
        with self._due_lock:
            if folder in self._due:
                return
            self._due.add(folder)

        def work(context: Context) -> IndexSummary:
            with self._due_lock:
                self._due.discard(folder)
            return self._look(context, [folder])

        self.lanes.background.submit("look", work, listener, order=0)

    def _look_again(self, folder: int, summary: IndexSummary) -> None:
        """A file that was not whole yet gets a few more looks, each after the quiet time."""
        watcher = self._watcher
        tries = self._tries.get(folder, 0) + 1 if summary.waiting and not summary.stopped else 0
        self._tries[folder] = tries
        if watcher is not None and 0 < tries <= _LOOKS:
            watcher.again(folder)

    def _asked(self, asked: Asked, listener: Listener | None) -> None:
        """Another process handed us folders to index; it waits for the answer."""
        try:
            chosen = [self.add_folder(path).id for path in asked.folders]
        except RecollectError as error:
            asked.refused(error)
            return

        def heard(event: Event) -> None:
            if isinstance(event, Finished):
                asked.done(asdict(event.result))
            elif isinstance(event, Failed) and isinstance(event.error, RecollectError):
                asked.refused(event.error)
            elif isinstance(event, Failed | Stopped):
                asked.refused(RecollectError("catalogue.busy", owner="the window"))
            if listener is not None:
                listener(event)

        self._submit_index(chosen, heard)

    def hand_over(self, paths: Sequence[PathLike]) -> Request:
        """Read-only: ask the process that has the library to index these folders.

        Raises ``folder.*``, and ``catalogue.read_only`` when nobody has it and we may not write.
        """
        folders = [self._folders.checked(path) for path in paths]
        if self.owner is None:
            raise RecollectError("catalogue.read_only", why=self._shared.catalogue.why_read_only)
        return self._requests.ask(folders, self.owner, self._has_owner)

    def _has_owner(self) -> bool:
        return WriterLock(self.home).holder() is not None

    # finding

    def all_photos(self) -> Hits:
        """Every photo, newest first."""
        return self._finding.all_photos()

    def search(self, text: str, turn: Turn | None = None) -> Hits:
        """Photos for a typed query, best first. Raises ``query.*``, ``model.*``."""
        return self._finding.search(text, typed_turn(turn))

    def similar(self, photo: int | bytes | str | Path, turn: Turn | None = None) -> Hits:
        """Photos like a photo (id or path) or any picture file. Raises ``photo.*``."""
        return self._finding.similar(photo, typed_turn(turn))

    def similar_picture(self, data: bytes, turn: Turn | None = None) -> Hits:
        """Photos like a picture's bytes. Raises ``photo.*``."""
        return self._finding.similar_picture(data, typed_turn(turn))

    def rows(self, photo_ids: Sequence[int]) -> list[PhotoInfo]:
        """What is shown of photos, in their order."""
        return self._finding.rows(photo_ids)

    def photo_path(self, photo_id: int) -> bytes:
        """The exact path of a photo. Raises ``photo.not_found``."""
        return self._finding.path(photo_id)

    def thumbnail(self, photo_id: int) -> bytes | None:
        """A photo's thumbnail as JPEG bytes, up to 512 px; None when there is none. Any thread."""
        return self._finding.thumbnail(photo_id)

    # models

    def models(self) -> list[ModelInfo]:
        """Every model on this computer."""
        return self._models.infos()

    def use_model(self, name: str, listener: Listener | None = None) -> Job:
        """Change the model in the background; the old one answers until the new one is complete."""
        return self.lanes.background.submit(
            "use model", lambda context: self.use_model_now(name, context), listener, order=5
        )

    def use_model_now(self, name: str, context: Context) -> ModelInfo:
        """The same on the calling thread. ``name``: id, name, or a model's folder."""
        return self._models.use(name, self._indexing.encode_all, context)

    def import_model(self, path: Path, listener: Listener | None = None) -> Job:
        """Copy a model's folder into the library after checking it."""
        return self.lanes.background.submit(
            "import model", lambda context: self._models.import_model(path, context), listener, order=5
        )

    def import_model_now(self, path: Path, context: Context) -> ModelInfo:
        """The same on the calling thread."""
        return self._models.import_model(path, context)

    def warm_up(self, turn: Turn | None = None) -> None:
        """Load the encoder and the index, so that the first query is quick."""
        self._models.encoder()
        self._finding.learn(turn or Turn())

    @property
    def warm(self) -> bool:
        """True when the encoder is loaded."""
        return self._models.loaded

    # health

    def status(self) -> Status:
        """The library in numbers."""
        return self._health.status()

    def problems(self) -> list[ProblemInfo]:
        """Remembered difficulties."""
        return self._health.problems()

    def retry_problems(self, ids: Sequence[int] | None = None) -> None:
        """Let the next indexing read these photos again."""
        self._health.retry(ids)

    def ignore_problem(self, problem_id: int) -> None:
        """Do not list this problem any more."""
        self._health.ignore(problem_id)

    def check(self, repair: bool = False) -> list[Finding]:
        """What is wrong, and mended with ``repair``; what is only said has ``wrong`` False."""
        findings = self._health.check(repair)
        if repair:
            self._indexing.mend(Context(Token(), BACKGROUND, lambda event: None, lambda: None))
            self._models.save_index()
        return findings

    def doctor(self) -> dict[str, Any]:
        """What this computer offers, and a self-test."""
        return self._health.doctor()

    def close(self) -> bool:
        """Refuse new work, cancel, wait at most 3 s, close the index, then the catalogue.

        False when a lane was still busy then (in a call that cannot be stopped).
        """
        if self._closed:
            return True
        self._closed = True
        self._indexing.resume()
        self.unwatch()
        ended = self.lanes.close(3.0)
        self._models.close(ended=ended)
        self._shared.catalogue.close()
        return ended

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
