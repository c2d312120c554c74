"""Photos of a folder to vectors in memory: the throw-away library that evaluation searches in."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from core.errors import RecollectError
from core.images.decode import Limits, decode
from core.jobs import Turn
from core.search.bands import Background, Calibration, measure, neutral_texts
from core.search.search import Finder

BATCH = 32
DECODERS = 2

Floats = NDArray[np.float32]


class Encoder(Protocol):
    """What evaluation needs of ``core.models.dual_encoder.DualEncoder``."""

    input_short_side: int
    input_long_side: int

    def prepare(self, pixels: NDArray[np.uint8]) -> Any:
        """Pixels (h, w, 3) to what the encoder takes."""
        ...

    def encode_photos(self, batch: Sequence[Any], turn: Turn) -> Floats:
        """Unit rows."""
        ...

    def encode_texts(self, texts: Sequence[str], turn: Turn) -> Floats:
        """Unit rows."""
        ...


@dataclass(frozen=True)
class Encoded:
    """Unit vectors float32[n, d] of ``files``, and the files that could not be read, with the code why."""

    files: tuple[Path, ...]
    vectors: Floats
    unread: tuple[tuple[Path, str], ...]


def encode_files(
    encoder: Encoder,
    files: Sequence[Path],
    turn: Turn,
    *,
    progress: Callable[[int, int], None] | None = None,
) -> Encoded:
    """Decode on two threads, encode on the caller's; ``progress(done, total)`` after each batch.

    Files that cannot be read are listed, not raised. Raises Cancelled.
    """
    kept: list[Path] = []
    rows: list[Floats] = []
    unread: list[tuple[Path, str]] = []
    waiting: list[tuple[Path, Any]] = []

    def flush() -> None:
        if waiting:
            rows.append(encoder.encode_photos([prepared for _, prepared in waiting], turn))
            kept.extend(path for path, _ in waiting)
            waiting.clear()

    for done, (path, outcome) in enumerate(_prepared(encoder, files), 1):
        turn.token.check()
        if isinstance(outcome, RecollectError):
            unread.append((path, outcome.code))
        else:
            waiting.append((path, outcome))
        if len(waiting) == BATCH or done == len(files):
            flush()
            if progress is not None:
                progress(done, len(files))
    vectors = np.concatenate(rows) if rows else np.zeros((0, 0), dtype=np.float32)
    return Encoded(tuple(kept), vectors, tuple(unread))


@dataclass(frozen=True)
class Photos:
    """Columns as search takes them: photo ``i`` is content ``i``."""

    photo_id: NDArray[np.int64]
    content_id: NDArray[np.int64]
    aspect: Floats
    day: NDArray[np.int32]
    hidden: NDArray[np.bool_]

    @classmethod
    def numbered(cls, n: int) -> Photos:
        """``n`` photos, 0 to n - 1."""
        ids = np.arange(n, dtype=np.int64)
        return cls(ids, ids, np.ones(n, np.float32), np.full(n, -1, np.int32), np.zeros(n, bool))


@dataclass(frozen=True)
class InMemory:
    """An exact index over rows in memory; keys are row numbers."""

    vectors: Floats

    def scores(self, query: Floats) -> tuple[NDArray[np.int64], Floats]:
        """Every key and its inner product with ``query``."""
        return np.arange(len(self.vectors), dtype=np.int64), self.vectors @ query


def finder_over(
    encode_texts: Callable[[Sequence[str], Turn], Floats],
    vectors: Floats,
    turn: Turn,
    *,
    templates: Sequence[str] = ("{}",),
    calibration: Calibration | None = None,
) -> Finder:
    """Search over unit vectors [n, d] as the library does it, background included; photo ids are rows."""
    photos = Photos.numbered(len(vectors))
    finder = Finder(encode_texts, InMemory(vectors), photos, None, templates, calibration)
    finder.background = background_of(finder, vectors, turn)
    return finder


def background_of(finder: Finder, vectors: Floats, turn: Turn) -> Background:
    """The background of photo vectors under the finder's templates."""
    return measure(vectors, finder.text_vectors(neutral_texts(), turn))


def _prepared(encoder: Encoder, files: Sequence[Path]) -> Iterator[tuple[Path, Any]]:
    def work(path: Path) -> Any:
        try:
            picture = decode(
                path.read_bytes(),
                long_side=encoder.input_long_side,
                short_side=encoder.input_short_side,
                limits=Limits(),
                suffix=path.suffix.lower(),
            )
        except RecollectError as error:
            return error
        except OSError:
            return RecollectError("photo.unreadable")
        return encoder.prepare(picture.pixels)

    ahead: deque[tuple[Path, Future[Any]]] = deque()
    with ThreadPoolExecutor(DECODERS, thread_name_prefix="evaluation-decode") as pool:
        for path in files:
            ahead.append((path, pool.submit(work, path)))
            if len(ahead) > BATCH:
                first, future = ahead.popleft()
                yield first, future.result()
        while ahead:
            first, future = ahead.popleft()
            yield first, future.result()
