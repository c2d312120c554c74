"""What happens to one photo on its way in, as plain functions: read, prepare, tell what went wrong."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.catalogue.problems import NewProblem
from core.errors import RecollectError
from core.images.decode import BAD_BYTES, Limits, Picture, decode
from core.images.fingerprint import look
from core.images.metadata import Metadata
from core.images.read import OFFLINE, ChangedWhileRead, read_bytes, read_photo
from core.images.thumbnails import LONG_SIDE, ThumbnailStore, encode, shrink
from core.ingest.lookahead import Room

# Raised when files that could not be read may be readable now: they are tried once more.
DECODER_VERSION = 1


def decoder_version(limits: Limits) -> str:
    """What a remembered problem depends on beside its file: it is tried again when this changes."""
    return f"{DECODER_VERSION} {limits.max_megapixels:g} MP {limits.max_file_mb:g} MB"


_END = b"\xff\xd9"  # of a JPEG

# Problems a file may have only because it is still being written.
_MAY_GROW = frozenset({"photo.unreadable", "photo.empty", "photo.truncated"})


class Encoder(Protocol):
    """What ingest needs of a dual encoder."""

    space: str
    dimension: int
    input_long_side: int
    input_short_side: int

    def prepare(self, pixels: NDArray[np.uint8]) -> Any:
        """Pixels (h, w, 3) → what the encoder takes; pure."""
        ...


@dataclass(frozen=True)
class Wanted:
    """A photo to be read; with ``content_id`` only its embedding in the active space is missing."""

    photo_id: int
    path: bytes
    folder_id: int
    size: int
    mtime_ns: int
    content_id: int | None = None
    fingerprint: bytes | None = None


@dataclass(frozen=True)
class Read:
    """A photo read: all that is stored of it, and the encoder's input."""

    wanted: Wanted
    fingerprint: bytes
    look: bytes
    width: int
    height: int
    format: str
    complete: float
    metadata: Metadata | None
    prepared: Any


@dataclass(frozen=True)
class Unread:
    """A photo that could not be read: a problem to remember."""

    wanted: Wanted
    code: str
    facts: dict[str, Any]


@dataclass(frozen=True)
class Later:
    """Vanished, still growing, or its drive went away: the next look decides."""

    wanted: Wanted
    why: str


Outcome = Read | Unread | Later


def problem_of(unread: Unread, decoder_version: str | int, space_id: int | None = None) -> NewProblem:
    """What is remembered of a photo that could not be read, or only not by the encoder of a space."""
    wanted = unread.wanted
    return NewProblem(
        path=wanted.path,
        folder_id=wanted.folder_id,
        photo_id=wanted.photo_id,
        code=unread.code,
        facts=unread.facts,
        size=wanted.size,
        mtime_ns=wanted.mtime_ns,
        decoder_version=decoder_version,
        space_id=space_id,
    )


# Whatever is opened is too large for this: what cannot even be opened is told from the rest.
_OPENED_ONLY = Limits(max_file_mb=0)
_SHUT = frozenset({"photo.forbidden", "photo.cloud_only"})


def shut(wanted: Wanted) -> Unread | None:
    """Why a photo's file may not be opened, found out without reading it; None for any other."""
    try:
        read_bytes(wanted.path, limits=_OPENED_ONLY)
    except RecollectError as error:
        return Unread(wanted, error.code, error.facts) if error.code in _SHUT else None
    except OSError:
        return None
    return None


@dataclass(frozen=True)
class Reader:
    """Reads photos for one encoder; called from several threads at once."""

    encoder: Encoder
    thumbnails: ThumbnailStore
    limits: Limits = field(default_factory=Limits)
    quiet_seconds: float = 10.0
    now: Callable[[], float] = time.time

    def __call__(self, wanted: Wanted, room: Room | None = None) -> Outcome:
        """One read of the file gives fingerprint, metadata, thumbnail and the encoder's input.

        ``room`` is asked before the pixels are decoded. Difficulties with the file become outcomes;
        ``disk.full`` while writing the thumbnail, what ``room`` raises, and our own bugs, are raised.
        """
        try:
            if wanted.content_id is not None and wanted.fingerprint is not None:
                return self._from_thumbnail(wanted) or self._from_file(wanted, room)
            return self._from_file(wanted, room)
        except MemoryError:
            return Unread(wanted, "photo.no_memory", {})

    def _from_file(self, wanted: Wanted, room: Room | None) -> Outcome:
        try:
            result = read_photo(
                wanted.path,
                long_side=max(LONG_SIDE, self.encoder.input_long_side),
                short_side=self.encoder.input_short_side,
                limits=self.limits,
                room=room,
            )
        except ChangedWhileRead:
            return Later(wanted, "growing")
        except FileNotFoundError:
            return Later(wanted, "vanished")
        except RecollectError as error:
            if error.code in _MAY_GROW and self._young(wanted):
                return Later(wanted, "growing")
            return Unread(wanted, error.code, error.facts)
        except OSError as error:
            if error.errno in OFFLINE:
                return Later(wanted, "offline")
            return Unread(wanted, "photo.unreadable", {"detail": error.strerror or ""})
        picture = result.picture
        if picture.complete < 1.0 and self._young(wanted):
            return Later(wanted, "growing")
        small = shrink(picture)
        if not self._has_thumbnail(result.fingerprint, small.size):
            self.thumbnails.write_bytes(result.fingerprint, encode(small))
        return Read(
            wanted,
            result.fingerprint,
            result.look,
            picture.width,
            picture.height,
            picture.format,
            picture.complete,
            result.metadata,
            self.encoder.prepare(self._seen(picture, small)),
        )

    def _has_thumbnail(self, fingerprint: bytes, size: tuple[int, int]) -> bool:
        """Whether the stored thumbnail is of this size: one of half a photo is not, when more was decoded.

        Only its header is read, and whether it ends as it should.
        """
        try:
            with open(self.thumbnails.path(fingerprint), "rb") as file:
                with Image.open(file, formats=("JPEG",)) as image:
                    same = image.size == size
                file.seek(-len(_END), os.SEEK_END)
                return same and file.read() == _END
        except BAD_BYTES:
            return False

    def _seen(self, picture: Picture, small: Image.Image) -> NDArray[np.uint8]:
        """The pixels the encoder reads: the thumbnail's where they suffice.

        That is quicker (2 megapixels: 4.6 → 1.9 CPU-ms for a ViT's input), and another model, which
        reads the stored thumbnails, then sees what this one saw.
        """
        if (
            min(small.size) >= self.encoder.input_short_side
            and max(small.size) >= self.encoder.input_long_side
        ):
            return np.asarray(small)
        return picture.pixels

    def _from_thumbnail(self, wanted: Wanted) -> Outcome | None:
        """For another model: the stored thumbnail is enough, and there when the drive is not.

        None when it does not do; one that is damaged is removed, so that reading the photo makes it anew.
        """
        assert wanted.fingerprint is not None
        if self.encoder.input_long_side > LONG_SIDE or self.encoder.input_short_side > LONG_SIDE:
            return None
        data = self.thumbnails.read(wanted.fingerprint)
        if data is None:
            return None
        try:
            picture = decode(data, long_side=0)
        except RecollectError as error:
            if error.code != "photo.no_memory":
                self.thumbnails.remove(wanted.fingerprint)
            return None
        if min(picture.pixels.shape[:2]) < self.encoder.input_short_side:
            return None
        return Read(
            wanted,
            wanted.fingerprint,
            look(picture.pixels),
            picture.width,
            picture.height,
            picture.format,
            1.0,
            None,
            self.encoder.prepare(picture.pixels),
        )

    def _young(self, wanted: Wanted) -> bool:
        """Written to a moment ago: it may be still growing."""
        try:
            modified = os.stat(wanted.path).st_mtime
        except OSError:
            return True
        return 0 <= self.now() - modified < self.quiet_seconds
