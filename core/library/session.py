"""``Library``: everything the window and the command line may ask of the engine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from core.catalogue.store import Catalogue
from core.errors import RecollectError
from core.images.thumbnails import ThumbnailStore
from core.ingest.walk import absolute
from core.jobs import BACKGROUND, Context, Job, Lanes, Listener, Token, Turn
from core.library import keeping
from core.library.afterwards import Afterwards
from core.library.answering import Answering
from core.library.answers import Answers
from core.library.asked_with import AskedWith
from core.library.cards import Cards
from core.library.duplicates import Duplicates
from core.library.finding import Finding as _Finding
from core.library.finding_parts import PartsFinding
from core.library.folders import Folders, PathLike
from core.library.health import Health
from core.library.indexing import Indexing
from core.library.labelling import Labelling
from core.library.leaving_out import leave_out
from core.library.looking_inside import LAST, LookingInside
from core.library.loose import Loose
from core.library.marks import Marks
from core.library.models import Models
from core.library.narrowing import Narrowing
from core.library.region_values import LookSummary
from core.library.region_words import RegionWords
from core.library.regions import Regions
from core.library.requests import Request, Requests
from core.library.samples import put_samples
from core.library.searches import Searches
from core.library.segmenting import Segmenting
from core.library.shared import Shared
from core.library.showing import Showing
from core.library.snapshot import Snapshot
from core.library.values import (
    CardReport,
    Change,
    DuplicateGroup,
    Estimate,
    Finding,
    FolderInfo,
    HealthInfo,
    IndexSummary,
    ModelInfo,
    ProblemInfo,
    Status,
)
from core.library.watching import Watching
from core.paths import data_home
from core.settings import Settings


class Library(Answers):
    """An open library. Methods block; the window calls them on lanes. Opening loads no network."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared
        self._folders = Folders(shared)
        self._models = Models(shared)
        self._segmenting = Segmenting(shared, self._models)
        words = RegionWords(shared, self._models, self._segmenting)
        self._indexing = Indexing(shared, self._folders, self._models)
        self._snapshot = Snapshot(shared)
        parts = PartsFinding(shared, self._models, self._segmenting, words)
        self._finding = _Finding(shared, self._models, self._snapshot, parts)
        self._narrowing = Narrowing(shared, self._snapshot)
        self._showing = Showing(shared)
        self.regions = Regions(
            shared, self._models, self._segmenting, words, self._finding, self._showing.thumbnail
        )
        self._asked_with = AskedWith(shared, self._models, self.regions)
        self._answering = Answering(
            shared, self._models, self._snapshot, self._finding, self._asked_with, self._narrowing
        )
        self._inside = LookingInside(
            shared, self._segmenting, self._indexing, self._showing.thumbnail, learn=self._finding.learn
        )
        self._health = Health(shared, self._folders, self._models, self._segmenting, self._snapshot.columns)
        self._requests = Requests(shared.home)
        self._watching = Watching(shared, self._folders, self._requests, self._look, self.add_folder)
        self._closed = False
        self.marks = Marks(shared)
        self.searches = Searches(shared, self._answering.matches, self._answering.newer)
        self.loose = Loose(shared)
        self.labels = Labelling(shared, self._models, self._finding, self._answering.strong)
        self._afterwards = Afterwards(
            shared, self._snapshot, self._finding, self.searches, self.labels, self.loose
        )
        self._duplicates = Duplicates(shared, self._models)
        self._cards = Cards(shared, self._folders, self._models)
        shared.settings.observe(lambda key, value: self._applied(key))

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

    def _applied(self, key: str) -> None:
        """A setting was changed: what holds an earlier value is opened anew, in the background."""
        if key in ("device", "precision", "threads") or key.startswith("index."):
            encoder = not key.startswith("index.")
            self.lanes.background.submit("renew", lambda _: self._models.renew(encoder=encoder), order=0)
        if key in ("device", "precision", "threads", "regions.model"):
            self.lanes.background.submit("renew regions", lambda _: self._segmenting.renew(), order=0)
            self._inside.start()
        elif key == "regions.look_inside":
            (self._inside.start if self._inside.wanted else self._inside.stop)()
        elif key.startswith("watch."):
            self._watching.keep_time()
        elif key == "exclude.patterns" and self._watching.active:
            # Without a watcher the next look is somebody's own, and heeds the new patterns.
            self._watching.look_now()

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
        self._watching.watch(folder)
        return folder

    def remove_folder(self, which: PathLike | int) -> FolderInfo:
        """Hide a folder and its photos. Raises ``folder.unknown``."""
        folder = self._folders.remove(which)
        self._watching.unwatch(folder)
        self._snapshot.forget()
        return folder

    def folders(self) -> list[FolderInfo]:
        """All folders, in the order they were added."""
        return self._folders.infos()

    def add_samples(self) -> FolderInfo:
        """Put the sample photos into the library's home and add them as a folder."""
        return self.add_folder(put_samples(self.home))

    # indexing

    def index(self, paths: Sequence[PathLike] | None = None, listener: Listener | None = None) -> Job:
        """Look over folders (None: all) and take in what is new, on the background lane.

        Finished carries an IndexSummary, also when it was cancelled (``stopped``).
        """
        chosen = None if paths is None else [row.id for row in self._folders.rows(paths)]
        return self._watching.submit(chosen, listener)

    def index_now(self, paths: Sequence[PathLike] | None, context: Context) -> IndexSummary:
        """The same on the calling thread, waiting for files that are still being written; what is to follow
        (looking inside photos, where that is wanted) is done there as well."""
        chosen = None if paths is None else [row.id for row in self._folders.rows(paths)]
        summary = self._ran(self._indexing.run(context, chosen), context)
        if not summary.stopped:
            self._inside.follow(context)
        return summary

    def look_inside_now(self, context: Context) -> LookSummary:
        """Look into photos on the calling thread, whatever the settings say, also into those that could not
        be read before. Raises ``model.*``, ``disk.full``, ``catalogue.read_only``."""
        self._inside.again()
        return self._inside.run(context)

    def _look(self, context: Context, chosen: list[int] | None) -> IndexSummary:
        summary = self._ran(self._indexing.run(context, chosen, patient=False), context)
        if not summary.stopped:
            self._inside.follow()
        return summary

    def _ran(self, summary: IndexSummary, context: Context) -> IndexSummary:
        self._afterwards.indexed(summary, context.turn)
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
        if not self.read_only:
            self._watching.start(listener)
            self._finding.hurried = True

    def unwatch(self) -> None:
        """Stop watching."""
        self._watching.stop()

    def hand_over(self, paths: Sequence[PathLike]) -> Request:
        """Read-only: ask the process that has the library to index these folders.

        Raises ``folder.*``, and ``catalogue.read_only`` when nobody has it and we may not write.
        """
        return self._watching.hand_over(paths)

    def estimate(self, path: PathLike, token: Token | None = None) -> Estimate:
        """How many photos a folder would bring, and about how long they would take. Raises ``folder.*``."""
        return self._indexing.estimate(path, token or Token())

    def exclude_folder(self, path: bytes) -> tuple[int, str]:
        """Leave a folder inside a watched one out; returns what ``set_excludes`` takes to undo it.

        Raises ``folder.unknown``.
        """
        before = leave_out(self._folders, path)
        self._watching.look_now([before[0]])
        return before

    def set_excludes(self, folder: int, text: str) -> None:
        """The patterns of what is left out of a folder; it is looked over anew. Raises ``exclude.*``."""
        self._folders.set_excludes(folder, text)
        self._watching.look_now([folder])

    def excludes(self, folder: int) -> str:
        """The patterns of what is left out of a folder. Raises ``folder.unknown``."""
        return self._folders.excludes(folder)

    # tidying up

    def duplicates(self, context: Context) -> list[DuplicateGroup]:
        """Groups of photos that are the same in one of four ways; for the background lane."""
        return self._duplicates.find(context)

    def those_left(self, groups: Sequence[DuplicateGroup]) -> list[DuplicateGroup]:
        """What is left of groups that were found before."""
        return self._duplicates.left(groups)

    def not_duplicates(self, photo_ids: Sequence[int]) -> None:
        """Never propose these photos as duplicates of each other again."""
        self._duplicates.set_apart(photo_ids)

    def card(self, path: PathLike, context: Context) -> CardReport:
        """Which photos of a folder or card the library has; for the background lane. Raises ``folder.*``."""
        return self._cards.look(absolute(path), context)

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
        used = self._models.use(name, self._indexing.encode_all, context)
        self._afterwards.model_changed(context.turn)
        return used

    def import_model(self, path: Path, listener: Listener | None = None) -> Job:
        """Copy a model's folder into the library after checking it."""
        return self.lanes.background.submit(
            "import model", lambda context: self._models.import_model(path, context), listener, order=5
        )

    def import_model_now(self, path: Path, context: Context) -> ModelInfo:
        """The same on the calling thread."""
        return self._models.import_model(path, context)

    def offered_models(self) -> list[ModelInfo]:
        """Models worth knowing that are not here; ``path`` is their page on the network."""
        return self._models.offered()

    def download_model_now(self, name: str, context: Context) -> ModelInfo:
        """Fetch one of ``offered_models`` by its id and copy it into the library, on the calling thread."""
        return self._models.download(name, context)

    def model_cost(self, name: str) -> tuple[int, float | None]:
        """How many photos another model would have to encode, and about how many seconds that takes."""
        return self._models.cost(name)

    def warm_up(self, turn: Turn | None = None) -> None:
        """Load the encoder and the index, so that the first query is quick; what a first click needs follows
        in the background."""
        self._models.encoder()
        self._finding.learn(turn or Turn())
        if not self.read_only:
            self.lanes.background.submit(
                "names of parts", lambda context: self.regions.learn(context.turn), order=LAST
            )
        self._inside.start()

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

    def health(self) -> HealthInfo:
        """Numbers, sizes by part, backups."""
        return keeping.health(self._shared, self._health.status())

    def back_up(self) -> str:
        """Copy the catalogue now; returns the copy's name. Raises ``disk.*``."""
        return keeping.back_up(self._shared).name

    def rebuild_index(self) -> None:
        """Make the indexes of vectors anew from the catalogue."""
        self._segmenting.drop_index()
        self._models.rebuild_index()

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
        self._watching.end()
        ended = all([self.lanes.close(3.0), self._snapshot.close()])
        self._segmenting.close(ended=ended)
        self._models.close(ended=ended)
        self._shared.catalogue.close()
        return ended

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
