"""The graph: hnswlib behind the checks that hnswlib does not make, with our header beside its file.

hnswlib reads out of bounds on a wrong dimension, crashes before init, forgets ``ef`` when it loads, takes a
file of another space or with flipped bytes, and fails silently when it cannot save. A ``Graph`` is frozen:
built or grown aside, then only searched (from any number of threads, which hnswlib allows without adds).
Its labels are the serial numbers of rows, so that a removed and re-added key is never mixed up.
"""

from __future__ import annotations

import contextlib
import mmap
import os
import secrets
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.errors import RecollectError
from core.index.files import (
    Damage,
    digest,
    expect,
    full,
    pack,
    saying_why,
    sync_folder,
    unpack,
    written_aside,
)
from core.jobs import Token

MAGIC = b"RECOLLECT-GRAPH"
FORMAT = 1
LINKS, EF_CONSTRUCTION = 16, 200
BATCH = 256
"""Rows added between two looks at the token: about 0.1 s."""

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Fetch = Callable[[Ints], Floats]


@dataclass(frozen=True)
class Facts:
    """What the header says: whose graph, of how many rows, how good."""

    space: str
    dimension: int
    line: str
    generation: int
    count: int
    last: int
    """Highest serial number in it: rows above it are the tail."""
    ef: int
    recall: float | None = None
    recall_texts: float | None = None
    links: int = LINKS


class Graph:
    """A frozen graph over the rows up to serial number ``facts.last``."""

    def __init__(self, index: Any, facts: Facts, dead: int = 0) -> None:
        self._index = index
        self.facts = facts
        self.count = facts.count - dead
        index.set_ef(facts.ef)
        index.set_num_threads(1)

    def with_facts(self, **changes: Any) -> Graph:
        """The same graph under changed facts; a changed ``ef`` holds from now on."""
        return Graph(self._index, replace(self.facts, **changes), self.facts.count - self.count)

    def search(self, query: Floats, k: int) -> Ints:
        """Serial numbers of about the k nearest rows, nearest first; fewer when it holds fewer.

        Raises ValueError when the query has another shape than (dimension,): hnswlib would read beyond it.
        """
        if query.shape != (self.facts.dimension,):
            raise ValueError(f"a query has shape ({self.facts.dimension},), not {query.shape}")
        k = min(k, self.count)
        if k <= 0:
            return np.empty(0, np.int64)
        labels, _ = self._index.knn_query(query[None], k=k, num_threads=1)
        return np.asarray(labels[0]).astype(np.int64)

    def save(self, path: Path) -> Facts:
        """Write the graph and, beside it, its header. Raises ``disk.full``, ``disk.forbidden``."""
        folder, size = path.parent, int(self._index.index_file_size())
        aside = folder / f".{path.name}-{secrets.token_hex(4)}.tmp"
        try:
            with saying_why(folder, size):
                # hnswlib says nothing when it cannot write: try first, measure after.
                with open(aside, "xb"):
                    pass
                with _plain(aside) as name:
                    self._index.save_index(name)
                with open(aside, "r+b") as stream:
                    written = stream.seek(0, 2)
                    if written != size:
                        raise self._cut(folder, size)
                    os.fsync(stream.fileno())
                facts = {**asdict(self.facts), "format": FORMAT, "bytes": size, "digest": _digest(aside)}
                os.replace(aside, path)
                sync_folder(folder)
                with written_aside(header_of(path)) as stream:
                    stream.write(pack(MAGIC, facts))
        finally:
            with contextlib.suppress(OSError):
                os.unlink(aside)
        return self.facts

    @staticmethod
    def _cut(folder: Path, size: int) -> RecollectError | Damage:
        if shutil.disk_usage(folder).free < size:
            return full(folder, size)
        return Damage("hnswlib could not write the file")


def header_of(path: Path) -> Path:
    """Where the header of a graph file is."""
    return path.with_suffix(".header")


def build(
    facts: Facts,
    serials: Ints,
    fetch: Fetch,
    token: Token,
    progress: Callable[[int, int], None] | None = None,
    *,
    threads: int = 1,
) -> Graph:
    """A new graph over the rows with these serial numbers; ``fetch`` gives rows by position.

    Raises Cancelled.
    """
    index = _new(facts.dimension)
    index.init_index(
        max_elements=max(1, len(serials)), ef_construction=EF_CONSTRUCTION, M=facts.links, random_seed=7
    )
    _fill(index, serials, fetch, token, progress, threads)
    return Graph(index, replace(facts, count=len(serials)))


def grow(
    path: Path,
    facts: Facts,
    living: Ints,
    serials: Ints,
    fetch: Fetch,
    token: Token,
    progress: Callable[[int, int], None] | None = None,
    *,
    threads: int = 1,
) -> Graph:
    """The saved graph, loaded a second time with room for more, and the new rows added to that.

    ``living`` are the serial numbers of all rows it should answer with. Raises Damage, Cancelled.
    """
    index, old = _read(path, facts.space, facts.dimension, facts.line, room=len(serials))
    _fill(index, serials, fetch, token, progress, threads)
    facts = replace(facts, count=old.count + len(serials), links=old.links)
    return Graph(index, facts, _mark_dead(index, living))


def load(path: Path, space: str, dimension: int, line: str, living: Ints) -> Graph:
    """A saved graph, when its header fits and its bytes are as they were written.

    Rows that are not among the ``living`` serial numbers are marked deleted. Raises Damage.
    """
    index, facts = _read(path, space, dimension, line, room=0)
    return Graph(index, facts, _mark_dead(index, living))


def check(path: Path, space: str, dimension: int, line: str) -> Facts:
    """The facts of a saved graph that is whole. Raises Damage."""
    try:
        stored = unpack(MAGIC, header_of(path).read_bytes())
        expect(stored, format=FORMAT, space=space, dimension=dimension, line=line)
        expect({"size": path.stat().st_size}, size=stored["bytes"])
        expect({"checksum": _digest(path)}, checksum=stored["digest"])
    except OSError as error:
        raise Damage(f"it cannot be opened ({error.strerror})") from error
    return Facts(**{name: stored[name] for name in Facts.__dataclass_fields__})


def _read(path: Path, space: str, dimension: int, line: str, room: int) -> tuple[Any, Facts]:
    facts = check(path, space, dimension, line)
    index = _new(dimension)
    try:
        with _plain(path) as name:
            index.load_index(name, max_elements=facts.count + room)
    except RuntimeError as error:
        raise Damage(f"hnswlib refuses it ({error})") from error
    expect({"count": index.element_count}, count=facts.count)
    return index, facts


def _new(dimension: int) -> Any:
    import hnswlib  # here, because only libraries above a hundred thousands of photos ever need it

    return hnswlib.Index(space="ip", dim=dimension)


def _fill(
    index: Any,
    serials: Ints,
    fetch: Fetch,
    token: Token,
    progress: Callable[[int, int], None] | None,
    threads: int,
) -> None:
    for at in range(0, len(serials), BATCH):
        token.check()
        positions = np.arange(at, min(at + BATCH, len(serials)))
        index.add_items(fetch(positions), serials[positions], num_threads=threads)
        if progress is not None:
            progress(int(positions[-1]) + 1, len(serials))
    token.check()


def _mark_dead(index: Any, living: Ints) -> int:
    labels = np.sort(np.asarray(index.get_ids_list(), np.int64))
    dead = np.setdiff1d(labels, living, assume_unique=True)
    for label in dead.tolist():
        try:
            index.mark_deleted(label)
        except RuntimeError as error:
            # A grown graph is saved with its marks, and a second one is refused.
            if "already deleted" not in str(error):
                raise
    return len(dead)


def _digest(path: Path) -> int:
    with open(path, "rb") as stream:
        if stream.seek(0, 2) == 0:
            return 0
        with mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
            view = np.frombuffer(mapped, np.uint8)
            try:
                return digest(view)
            finally:
                del view


@contextlib.contextmanager
def _plain(path: Path) -> Any:
    """A name of the file that hnswlib takes: it refuses names that are not UTF-8."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        if not Path("/proc/self/fd").is_dir():
            raise Damage("hnswlib cannot open files with such a name") from None
        handle = os.open(path, os.O_RDWR)
        try:
            yield f"/proc/self/fd/{handle}"
        finally:
            os.close(handle)
    else:
        yield str(path)
