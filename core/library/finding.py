"""Answers: all photos, typed queries, photos like a photo, and the rows and thumbnails to show them."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.catalogue import contents, photos, texts
from core.errors import RecollectError
from core.images.decode import decode
from core.images.formats import suffix_of
from core.images.read import ChangedWhileRead, read_bytes, read_photo
from core.images.thumbnails import LONG_SIDE
from core.index.index import Index
from core.ingest.walk import absolute
from core.jobs import INTERACTIVE, Turn
from core.library.models import Models
from core.library.shared import Shared
from core.library.values import PhotoInfo
from core.paths import display
from core.query.parse import parse
from core.search import bands
from core.search.hits import REST, Hits
from core.search.search import Finder

log = logging.getLogger(__name__)

Floats = NDArray[np.float32]

# While photos come in, the columns are read again this often at most (times what reading them takes).
_STALE_FACTOR = 10.0
_SAMPLE = 4096
# The library's own distribution is measured again when it has grown by this much.
_GROWN = 1.1
_TEMPLATE = "{}"
_REMEMBERED_THUMBNAILS = 200_000
_REMEMBERED_TEXTS = 20_000


class Finding:
    """Blocking; called on the interactive lane, or by the command line."""

    def __init__(self, shared: Shared, models: Models, clock: Callable[[], float] = time.monotonic) -> None:
        self._shared = shared
        self._models = models
        self._clock = clock
        self._lock = threading.Lock()
        self._columns: photos.PhotoColumns | None = None
        self._columns_change = -1
        self._columns_read = 0.0
        self._columns_cost = 0.0
        self._finder: Finder | None = None
        self._finder_of: Index | None = None
        self._measured = 0
        self.hurried = False
        self._prints: dict[int, bytes] = {}
        self._prints_change = -1

    def all_photos(self) -> Hits:
        """Every photo that is not hidden, newest first."""
        columns = self.columns()
        shown = np.flatnonzero(~columns.hidden)
        taken = np.nan_to_num(columns.taken_at[shown], nan=-np.inf)
        order = shown[np.lexsort((-columns.photo_id[shown], -taken))]
        return Hits(
            photo_ids=columns.photo_id[order],
            scores=np.zeros(len(order), np.float32),
            bands=np.full(len(order), REST, np.uint8),
            aspects=columns.aspect[order],
            days=columns.day[order],
            clear=True,
            exact=True,
            photos_searched=len(order),
        )

    def search(self, text: str, turn: Turn) -> Hits:
        """Photos for a typed query. Raises ``query.*``, ``model.*``, ``photo.*`` for a named photo."""
        query = parse(text)
        with self._models.steady():
            finder = self.finder(turn)
            self._measure(finder, turn)
            turn.token.check()
            return finder.query(
                query, turn, lambda path: self._looks_like(path, turn), strictness=self._strictness()
            )

    def similar(self, photo: int | bytes | str | Path, turn: Turn) -> Hits:
        """Photos like one of the library (by id or path) or any picture file; itself left out."""
        with self._models.steady():
            vector, without = self._vector_of(photo, turn)
            finder = self.finder(turn)
            self._measure(finder, turn)
            return finder.photo(vector, without=without, strictness=self._strictness())

    def similar_picture(self, data: bytes, turn: Turn) -> Hits:
        """Photos like a picture that is no file, for instance dropped from a browser."""
        with self._models.steady():
            vector = self._encode(data, turn)
            finder = self.finder(turn)
            self._measure(finder, turn)
            return finder.photo(vector, strictness=self._strictness())

    def finder(self, turn: Turn) -> Finder:
        """The finder over the active index and the present columns."""
        index = self._models.index()
        columns = self.columns()
        with self._lock:
            if self._finder is None or self._finder_of is not index:
                templates = self._models.card().templates
                self._finder = Finder(self.encode_texts, index, columns, None, templates, near=index.near)
                self._finder_of, self._measured = index, 0
            self._finder.columns = columns
            return self._finder

    def learn(self, turn: Turn) -> None:
        """After indexing: measure this library, and build the graph where its size calls for one, so that
        the next query need not."""
        with self._models.steady():
            finder = self.finder(turn)
            neutral = finder.text_vectors(bands.neutral_texts(), turn)
            self._measure(finder, turn)
        self._models.prepare_graph(turn.token, neutral)

    def columns(self) -> photos.PhotoColumns:
        """Columns of all photos that can be shown; while photos come in they may be a moment old."""
        with self._lock:
            change = self._shared.catalogue.change_count()
            old = self._columns
            if old is not None:
                fresh_enough = self._clock() - self._columns_read < self._columns_cost * _STALE_FACTOR
                if change == self._columns_change or fresh_enough:
                    return old
            began = self._clock()
            with self._shared.catalogue.reading() as conn:
                self._columns = photos.columns(conn)
            self._columns_change, self._columns_read = change, self._clock()
            self._columns_cost = self._columns_read - began
            return self._columns

    def forget_columns(self) -> None:
        """The next answer reads the columns anew (a run of indexing has ended, a folder was removed)."""
        with self._lock:
            self._columns_cost = 0.0

    def encode_texts(self, wanted: Sequence[str], turn: Turn) -> Floats:
        """Unit vectors float32[n, d] of texts, from the catalogue where they were asked before."""
        card = self._models.card()
        with self._shared.catalogue.reading() as conn:
            space = contents.space_id(conn, card.id, card.dimension)
            known = texts.get(conn, space, _TEMPLATE, wanted) if space else {}
        missing = [text for text in dict.fromkeys(wanted) if text not in known]
        if missing:
            vectors = self._models.encode_texts(missing, turn)
            fresh = dict(zip(missing, vectors, strict=True))
            if turn.rank != INTERACTIVE:
                self._remember(card.id, card.dimension, fresh)
            elif not self._shared.catalogue.read_only:
                # An answer never waits for the writer, nor fails because the disk is full.
                self._shared.lanes.interactive.submit(
                    "remember", lambda context: self._remember_quietly(card.id, card.dimension, fresh)
                )
            known = {**known, **fresh}
        return np.stack([known[text] for text in wanted]).astype(np.float32)

    def rows(self, ids: Sequence[int]) -> list[PhotoInfo]:
        """What is shown of these photos, in their order; forgotten ones are left out."""
        with self._shared.catalogue.reading() as conn:
            return [info(row) for row in photos.rows(conn, [int(one) for one in ids])]

    def path(self, photo_id: int) -> bytes:
        """The exact path of a photo. Raises ``photo.not_found``."""
        with self._shared.catalogue.reading() as conn:
            found = photos.paths(conn, [int(photo_id)])
        if int(photo_id) not in found:
            raise RecollectError("photo.not_found", path=photo_id)
        return found[int(photo_id)]

    def thumbnail(self, photo_id: int) -> bytes | None:
        """The stored thumbnail, made again from the file when it is missing; None when neither is there."""
        photo_id = int(photo_id)
        change = self._shared.catalogue.change_count()
        if change != self._prints_change:
            # A photo edited since has another content now.
            self._prints, self._prints_change = {}, change
        print_ = self._prints.get(photo_id)
        if print_ is None:
            with self._shared.catalogue.reading() as conn:
                rows = photos.rows(conn, [photo_id])
            if not rows or rows[0].fingerprint is None:
                return None
            print_ = rows[0].fingerprint
            if len(self._prints) > _REMEMBERED_THUMBNAILS:
                self._prints.clear()
            self._prints[photo_id] = print_
        data = self._shared.thumbnails.read(print_)
        return data if data is not None else self._made_again(photo_id, print_)

    def _made_again(self, photo_id: int, print_: bytes) -> bytes | None:
        self._prints.pop(photo_id, None)
        try:
            result = read_photo(self.path(photo_id), long_side=LONG_SIDE, limits=self._shared.limits)
            if result.fingerprint != print_:
                return None
            self._shared.thumbnails.write(print_, result.picture)
        except (RecollectError, OSError, ChangedWhileRead):
            # The file is gone, changed, or the disk is full: the grid shows a blank tile, and the
            # next look over the folder says what is wrong.
            return None
        return self._shared.thumbnails.read(print_)

    def _vector_of(self, photo: int | bytes | str | Path, turn: Turn) -> tuple[Floats, list[int]]:
        with self._shared.catalogue.reading() as conn:
            if isinstance(photo, int | np.integer):
                rows = photos.rows(conn, [int(photo)])
                row = rows[0] if rows else None
            else:
                row = photos.find(conn, absolute(photo))
        if row is not None and row.content_id is not None:
            known = self._models.index()
            if known.has([row.content_id])[0]:
                return known.vectors([row.content_id])[0], [row.content_id]
        if isinstance(photo, int | np.integer) and row is None:
            raise RecollectError("photo.not_found", path=int(photo))
        path = row.path if row is not None else absolute(photo)  # type: ignore[arg-type]
        try:
            vector = self._encode(self._file(path), turn, suffix_of(path))
        except RecollectError as error:
            if not error.code.startswith("photo.") or error.code == "photo.not_found":
                raise
            # The sentences about a photo are made for a list that shows its path beside them.
            facts = {"path": display(path), "reason": error.reason, "remedy": error.remedy}
            raise RecollectError("photo.asked_with", **facts) from error
        return vector, [row.content_id] if row is not None and row.content_id else []

    def _looks_like(self, path: str, turn: Turn) -> Floats:
        return self._vector_of(path, turn)[0]

    def _file(self, path: bytes) -> bytes:
        shown = display(path)
        if not os.path.isfile(path):
            raise RecollectError("photo.not_found", path=shown)
        try:
            return read_bytes(path, limits=self._shared.limits)[0]
        except ChangedWhileRead:
            raise RecollectError("photo.unreadable", path=shown, detail="it is being written to") from None
        except OSError as error:
            raise RecollectError("photo.unreadable", path=shown, detail=error.strerror) from error

    def _encode(self, data: bytes, turn: Turn, suffix: str = "") -> Floats:
        encoder = self._models.encoder()
        picture = decode(
            data,
            long_side=encoder.input_long_side,
            short_side=encoder.input_short_side,
            limits=self._shared.limits,
            suffix=suffix,
        )
        vector: Floats = encoder.encode_photos([encoder.prepare(picture.pixels)], turn)[0]
        return vector

    def _measure(self, finder: Finder, turn: Turn) -> None:
        """Measure this library's own distribution, once, and again when it has grown."""
        count = self._models.index().count
        if count == 0 or (self._measured and count < self._measured * _GROWN):
            return
        neutral = self._neutral(finder, turn)
        if neutral is None:
            return
        finder.sample = self._models.index().sample(_SAMPLE)
        finder.background = bands.measure(finder.sample, neutral)
        self._measured = count

    def _neutral(self, finder: Finder, turn: Turn) -> Floats | None:
        """The neutral texts' vectors. Someone typing does not wait for them: None until they are stored."""
        wanted = bands.neutral_texts()
        if self.hurried and turn.rank == INTERACTIVE:
            card = self._models.card()
            filled = [template.replace("{}", text) for text in wanted for template in card.templates]
            with self._shared.catalogue.reading() as conn:
                space = contents.space_id(conn, card.id, card.dimension)
                if not space or len(texts.get(conn, space, _TEMPLATE, filled)) < len(set(filled)):
                    return None
        return finder.text_vectors(wanted, turn)

    def _remember_quietly(self, space: str, dimension: int, fresh: dict[str, Floats]) -> None:
        try:
            self._remember(space, dimension, fresh)
        except RecollectError as error:
            log.info("text vectors were not stored: %s", error)

    def _remember(self, space: str, dimension: int, fresh: dict[str, Floats]) -> None:
        if self._shared.catalogue.read_only:
            return
        with self._shared.catalogue.writing(photos=False) as conn:
            number = contents.space_id(conn, space, dimension)
            texts.put(conn, number, _TEMPLATE, fresh)
            texts.prune(conn, number, _REMEMBERED_TEXTS)

    def _strictness(self) -> float:
        return self._shared.settings.number("search.strictness")


def typed_turn(turn: Turn | None) -> Turn:
    """The turn of a typed query."""
    return turn if turn is not None else Turn(INTERACTIVE)


def info(row: photos.PhotoRow) -> PhotoInfo:
    """What the window shows of a photo."""
    folder, name = os.path.split(row.path)
    return PhotoInfo(
        id=row.id,
        path=row.path,
        name=display(name),
        folder=display(folder),
        width=row.width or 0,
        height=row.height or 0,
        size=row.size,
        format=row.format or "",
        taken_at=row.taken_at,
        taken_offset=row.taken_offset,
        taken_source=row.taken_source,
        camera=row.camera,
        lens=row.lens,
        exposure=row.exposure,
        latitude=row.latitude,
        longitude=row.longitude,
        keywords=row.keywords,
        caption=row.caption,
        favourite=row.favourite,
        hidden=row.hidden,
        offline=row.folder_state == "offline",
    )
