"""One file of vectors: our header, the float32 rows to be mapped as they are, then keys, serials, page sums.

float32 and not float16, because numpy multiplies float16 25 times slower (and int8, widened piece by piece,
takes 6.6 ms at 100,000 × 384 where float32 takes 5): twice the disk buys an index that is open at once and
costs no memory of its own. A file is written once and never changed.
"""

from __future__ import annotations

import mmap
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.index.files import PAGE, Damage, expect, pack, page_sums, saying_why, unpack, written_aside

MAGIC = b"RECOLLECT-VECTORS"
FORMAT = 1
PIECE = 8192
"""Rows written at a time; 1024 rows are a whole number of pages for every dimension."""

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class VectorFile:
    """An opened file: everything mapped read-only, nothing copied."""

    path: Path
    vectors: Floats
    keys: Ints
    serials: Ints
    sums: NDArray[np.uint64]
    seal: int
    data: NDArray[np.uint8]

    @property
    def rows(self) -> int:
        """Rows in the file."""
        return len(self.keys)

    def damaged_rows(self) -> NDArray[np.bool_] | None:
        """Which rows touch a page that is not as it was written; None when all are whole."""
        bad = np.flatnonzero(page_sums(self.data) != self.sums)
        if not len(bad):
            return None
        width = self.vectors.shape[1] * 4
        rows = np.zeros(self.rows, np.bool_)
        for page in bad.tolist():
            rows[page * PAGE // width : -(-(page + 1) * PAGE // width)] = True
        return rows


def write(
    path: Path, facts: dict[str, Any], keys: Ints, serials: Ints, dimension: int, pieces: Iterable[Floats]
) -> None:
    """Write a file aside and rename it. ``pieces`` yield the rows, ``PIECE`` at a time.

    Raises RecollectError ``disk.full``, ``disk.forbidden``.
    """
    size = PAGE + len(keys) * (dimension * 4 + 16)
    with saying_why(path.parent, size), written_aside(path) as stream:
        stream.write(bytes(PAGE))
        sums: list[NDArray[np.uint64]] = []
        for piece in pieces:
            raw = np.ascontiguousarray(piece, "<f4").reshape(-1).view(np.uint8)
            stream.write(raw.data)
            if len(raw) % PAGE:
                stream.write(bytes(-len(raw) % PAGE))
            sums.append(page_sums(raw))
        tail = b"".join(
            (
                keys.astype("<i8").tobytes(),
                serials.astype("<i8").tobytes(),
                np.concatenate(sums).astype("<u8").tobytes(),
            )
        )
        stream.write(tail)
        facts = {**facts, "format": FORMAT, "dtype": "float32", "dimension": dimension, "count": len(keys)}
        header = pack(MAGIC, {**facts, "tail": zlib.crc32(tail), "bytes": stream.tell()})
        if len(header) > PAGE:
            raise ValueError("the name of the space is too long")
        stream.seek(0)
        stream.write(header)


def open_file(path: Path, **wanted: Any) -> VectorFile:
    """Map a file. ``wanted`` facts (space, dimension, line, count) must be in its header.

    Raises Damage: missing, foreign, cut, of another space, or with damaged keys. The vectors themselves are
    looked at by ``damaged_rows``.
    """
    try:
        with open(path, "rb") as stream:
            size = stream.seek(0, 2)
            if size < PAGE:
                raise Damage(f"it has only {size} bytes")
            mapped = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
    except OSError as error:
        raise Damage(f"it cannot be opened ({error.strerror})") from error
    facts = unpack(MAGIC, mapped[:PAGE])
    expect(facts, format=FORMAT, dtype="float32", bytes=size, **wanted)
    count, dimension = int(facts["count"]), int(facts["dimension"])
    pages = -(-count * dimension * 4 // PAGE)
    tail_at = PAGE + pages * PAGE
    if size != tail_at + 16 * count + 8 * pages:
        raise Damage("its size does not fit its header")
    raw = np.frombuffer(mapped, np.uint8)
    if zlib.crc32(raw[tail_at:].data) != facts["tail"]:
        raise Damage("its keys are damaged")
    tail = raw[tail_at:]
    return VectorFile(
        path=path,
        vectors=raw[PAGE : PAGE + count * dimension * 4].view("<f4").reshape(count, dimension),
        keys=tail[: 8 * count].view("<i8"),
        serials=tail[8 * count : 16 * count].view("<i8"),
        sums=tail[16 * count :].view("<u8"),
        seal=int(facts["tail"]),
        data=raw[PAGE:tail_at],
    )
