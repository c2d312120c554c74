"""What is new on a card: which photos of a folder this library has, even renamed, smaller or saved anew."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from core.catalogue import contents, photos, sameness
from core.errors import RecollectError
from core.images.decode import Picture
from core.images.fingerprint import fingerprint
from core.images.read import ChangedWhileRead, read_bytes, read_photo
from core.images.thumbnails import LONG_SIDE
from core.ingest.walk import walk
from core.jobs import Context
from core.library.duplicates import columns_of
from core.library.folders import Folders
from core.library.models import Models
from core.library.shared import Shared
from core.library.showing import info
from core.library.values import CardPhoto, CardReport
from core.search import cards
from core.search.duplicate_kinds import looks_of, middle_of

Ints = NDArray[np.int64]

_SAMPLE = 1024
_BATCH = 16


@dataclass
class _Read:
    """What a photo of the card that may be new looks like."""

    look: bytes
    width: int
    height: int
    taken_at: float | None
    timed: bool
    raw: bool


class Cards:
    """Blocking, for the background lane. The card's photos are read, and nothing of them is kept."""

    def __init__(self, shared: Shared, folders: Folders, models: Models) -> None:
        self._shared = shared
        self._folders = folders
        self._models = models

    def look(self, path: bytes, context: Context) -> CardReport:
        """Every photo below ``path`` with its state. Raises ``folder.*``, Cancelled."""
        root = self._folders.checked(path)
        files = sorted(walk(root).photos, key=lambda file: file.path)
        # A library's photo on the card itself is no reason to erase it there.
        below = os.path.join(root, b"")
        states = ["unreadable"] * len(files)
        found: Ints = np.full(len(files), -1, np.int64)
        read: dict[int, _Read] = {}
        with self._shared.catalogue.reading() as conn:
            sizes = sameness.known_sizes(conn)
        maybe = cards.may_be_here(np.array([file.size for file in files], np.int64), sizes)
        for number, file in enumerate(files):
            context.turn.token.check()
            context.progress(number, len(files), "Looking at the card")
            try:
                if maybe[number] and (content := self._same_bytes(file.path, below)) is not None:
                    states[number], found[number] = cards.HERE, content
                    continue
                read[number] = self._read(file.path)
                states[number] = cards.NEW
            except (RecollectError, OSError, ChangedWhileRead):
                # Said as it is: this photo cannot be read, so nobody can tell whether it is new.
                continue
        paths = [file.path for file in files]
        self._compare(paths, below, read, states, found, context)
        return CardReport(root, self._photos(paths, below, states, found))

    def _same_bytes(self, path: bytes, below: bytes) -> int | None:
        data, _ = read_bytes(path, limits=self._shared.limits)
        mark = fingerprint(data)
        with self._shared.catalogue.reading() as conn:
            content = contents.by_fingerprint(conn, [mark]).get(mark)
            # Photos that are gone are kept in mind for a while.
            return content if content is not None and sameness.a_photo_of(conn, [content], below) else None

    def _read(self, path: bytes) -> _Read:
        result = read_photo(path, long_side=LONG_SIDE, limits=self._shared.limits)
        about = result.metadata
        timed = about.taken_source in ("exif", "xmp")
        size = result.picture
        return _Read(result.look, size.width, size.height, about.taken_at, timed, size.format == "raw")

    def _compare(
        self,
        paths: list[bytes],
        below: bytes,
        read: dict[int, _Read],
        states: list[str],
        found: Ints,
        context: Context,
    ) -> None:
        """Of those whose bytes are new: which are pictures that the library has, saved anew."""
        if not read:
            return
        with self._shared.catalogue.reading() as conn:
            comparable = sameness.comparable(conn)
            elsewhere = sameness.a_photo_of(conn, comparable.content_id.tolist(), below)
        columns = columns_of(comparable, np.empty((0, 2), np.int64))
        with self._models.steady():
            index = self._models.index()
            has = index.has(columns.content_id) & np.isin(columns.content_id, list(elsewhere))
            library = cards.Pictures(
                columns.content_id[has],
                columns.look[has],
                columns.looked[has],
                columns.width[has],
                columns.height[has],
                columns.taken_at[has],
                columns.timed[has],
                np.array([one == "raw" for one in columns.format], np.bool_)[has],
            )
            mine = _pictures(read)
            pairs = cards.candidates(mine, library, context.turn.token)
            if not len(pairs[0]):
                return
            middle = middle_of(index.sample(_SAMPLE), index.count)
            matches = cards.resaved(
                mine,
                library,
                pairs,
                lambda ids: self._encode([paths[int(one)] for one in ids], context),
                partial(index.vectors, strict=False),
                middle,
                had=found[found >= 0],
            )
        for row, number in enumerate(mine.id.tolist()):
            if matches.content[row] >= 0:
                states[number], found[number] = cards.RESAVED, matches.content[row]

    def _encode(self, paths: list[bytes], context: Context) -> NDArray[np.float32]:
        """Vectors of photos of the card, float32[n, d]; zeros for one that cannot be read any more."""
        encoder = self._models.encoder()
        vectors = np.zeros((len(paths), encoder.card.dimension), np.float32)
        for begin in range(0, len(paths), _BATCH):
            context.turn.token.check()
            pictures = [self._picture(path) for path in paths[begin : begin + _BATCH]]
            there = [number for number, picture in enumerate(pictures) if picture is not None]
            prepared = [encoder.prepare(picture.pixels) for picture in pictures if picture is not None]
            if prepared:
                vectors[begin + np.array(there)] = encoder.encode_photos(prepared, context.turn)
        return vectors

    def _picture(self, path: bytes) -> Picture | None:
        try:
            return read_photo(path, long_side=LONG_SIDE, limits=self._shared.limits).picture
        except (RecollectError, OSError, ChangedWhileRead):
            return None  # the card was drawn: it was seen as new, and stays so

    def _photos(
        self, paths: list[bytes], below: bytes, states: list[str], found: Ints
    ) -> tuple[CardPhoto, ...]:
        with self._shared.catalogue.reading() as conn:
            by_content = sameness.a_photo_of(conn, [int(one) for one in found if one >= 0], below)
            rows = {row.id: info(row) for row in photos.rows(conn, list(by_content.values()))}
        matches = [rows.get(by_content.get(int(content), -1)) for content in found]
        return tuple(
            CardPhoto(os.fsencode(path), state, match)
            for path, state, match in zip(paths, states, matches, strict=True)
        )


def _pictures(read: dict[int, _Read]) -> cards.Pictures:
    look, looked = looks_of([one.look for one in read.values()])
    return cards.Pictures(
        np.array(list(read), np.int64),
        look,
        looked,
        np.array([one.width for one in read.values()], np.int64),
        np.array([one.height for one in read.values()], np.int64),
        np.array([np.nan if one.taken_at is None else one.taken_at for one in read.values()], np.float64),
        np.array([one.timed for one in read.values()], np.bool_),
        np.array([one.raw for one in read.values()], np.bool_),
    )
