"""What one space's folder holds, and the one place that changes it.

``list.index`` names the files that count (vector files, perhaps a graph) and the rows that are dead in
them; it is written last and renamed, so that a kill at any moment leaves the files of before. Vector files
are never changed: a save writes what is new, merging smaller files into it, so that n rows saved a few at a
time are written about log n times. Deleting is done later and may fail: what the list does not name does
not count.
"""

from __future__ import annotations

import base64
import secrets
import threading
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.index import vectors as vector_files
from core.index.files import Damage, expect, fresh_name, pack, saying_why, sweep, unpack, written_aside
from core.index.hnsw import Graph, check, header_of
from core.index.rows import Chunks, Grown, KeyMap, Rows, distinct, is_ascending
from core.index.vectors import VectorFile

MAGIC = b"RECOLLECT-INDEX"
FORMAT = 1
LIST = "list.index"
CHECKED_AT_OPEN = 256 << 20
"""Bytes of vectors up to which opening looks at every page (5 ms per 100 MB); more is left to ``verify``."""

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class View:
    """What searches see at one moment."""

    rows: Rows
    graph: Graph | None = None
    graph_dead: int = 0
    """Rows that the graph may still name and that are gone."""

    @property
    def tail_from(self) -> int:
        """First row that the graph does not know."""
        last = -1 if self.graph is None else self.graph.facts.last
        return int(np.searchsorted(self.rows.serials, last, side="right"))


class Store:
    """Rows in memory and on disk. Its ``view`` is replaced, never changed."""

    def __init__(self, folder: Path, space: str, dimension: int) -> None:
        if not 0 < dimension <= 65_536:
            raise ValueError(f"the dimension {dimension} is not possible")
        self.folder, self.space, self.dimension = folder, space, dimension
        self.findings: list[str] = []
        self.generation = 0
        self.version = 0
        self.line = secrets.token_hex(8)
        self.graph_file: str | None = None
        self._view = View(Rows(dimension))
        self.saving = threading.Lock()
        self._changing = threading.Lock()
        self._files: tuple[VectorFile, ...] = ()
        self._unsound: set[Path] = set()
        self._next_serial = 0
        self._dirty = False
        self._closed = False
        self._columns = Grown(self._view.rows.keys, self._view.rows.serials, self._view.rows.alive)
        self._chunks = Chunks(dimension)

    @property
    def view(self) -> View:
        """What there is to search at this moment. Raises RuntimeError after ``close``."""
        if self._closed:
            raise RuntimeError("the index is closed")
        return self._view

    @property
    def rows(self) -> Rows:
        """All rows at this moment. Raises RuntimeError after ``close``."""
        return self.view.rows

    @property
    def files(self) -> tuple[VectorFile, ...]:
        """The vector files, in the order of their rows."""
        return self._files

    # opening

    def open(self) -> None:
        """Map what the folder's list names; leave out, with a finding, what is not as it should be."""
        for _ in range(3):
            self.findings.clear()
            data = None
            try:
                data = self._read_list()
                if data is not None:
                    self._map(data)
                if not self.findings or self._read_list() == data:
                    return
            except Damage as damage:
                self._finding(f"The list of the index's files was discarded: {damage}.")
                self._dirty = True
                return
            # Another process saved while we looked: what it deleted is not missing. Look again.

    def _read_list(self) -> bytes | None:
        path = self.folder / LIST
        try:
            return path.read_bytes()
        except FileNotFoundError:
            if self.folder.is_dir() and any(self.folder.glob("*.vectors")):
                raise Damage("it is missing") from None
            return None
        except OSError as error:
            raise Damage(f"it cannot be opened ({error.strerror})") from error

    def _map(self, data: bytes) -> None:
        listed = unpack(MAGIC, data)
        expect(listed, format=FORMAT, space=self.space, dimension=self.dimension)
        self.line, self.generation = listed["line"], listed["generation"]
        self._next_serial = listed["next_serial"]
        self.graph_file = listed["graph"]
        dead = np.unpackbits(
            np.frombuffer(zlib.decompress(base64.b64decode(listed["dead"])), np.uint8)
        ).astype(np.bool_)
        files, alive, at = [], [], 0
        check = sum(entry["rows"] for entry in listed["files"]) * self.dimension * 4 <= CHECKED_AT_OPEN
        for entry in listed["files"]:
            living = ~dead[at : at + entry["rows"]]
            at += entry["rows"]
            path = self.folder / entry["file"]
            try:
                file = vector_files.open_file(
                    path, space=self.space, dimension=self.dimension, line=self.line, count=entry["rows"]
                )
                expect({"seal": file.seal}, seal=entry["seal"])
            except Damage as damage:
                self._finding(f"The file {path.name} of the index was discarded: {damage}.")
                self._dirty = True
                continue
            bad = file.damaged_rows() if check else None
            if bad is not None:
                self._finding(f"{int(bad.sum())} vectors in {path.name} were damaged and discarded.")
                self._unsound.add(path)
                self._dirty = True
                living &= ~bad
            files.append(file)
            alive.append(living)
        self._files = tuple(files)
        self._columns = Grown(
            np.concatenate([np.empty(0, np.int64), *(file.keys for file in files)]),
            np.concatenate([np.empty(0, np.int64), *(file.serials for file in files)]),
            np.concatenate([np.empty(0, np.bool_), *alive]),
        )
        self._show([file.vectors for file in files], None)

    # changing

    def add(self, keys: NDArray[Any], vectors: NDArray[Any]) -> int:
        """See ``Index.add``."""
        keys, rounded = self._checked(keys, vectors)
        if not len(keys):
            return 0
        with self._changing:
            rows = self.rows
            self._kill(rows.find(keys))
            serials = np.arange(self._next_serial, self._next_serial + len(keys))
            self._next_serial += len(keys)
            where = np.arange(rows.total, rows.total + len(keys))
            self._columns.append(keys, serials)
            blocks = list(rows.blocks)
            self._chunks.append(blocks, rounded)
            lookup = rows.lookup.extended(keys, where, self._columns.alive)
            self._show(blocks, lookup)
            self._dirty = True
        return len(keys)

    def remove(self, keys: Ints) -> int:
        """See ``Index.remove``."""
        with self._changing:
            rows = self.rows
            found = rows.find(distinct(keys))
            removed = self._kill(found)
            if removed:
                self._show(list(rows.blocks), rows.lookup)
                self._dirty = True
        return removed

    def drop(self, bad: dict[Path, NDArray[np.bool_]]) -> int:
        """Take out the rows found damaged in these files; the next save writes the files anew."""
        with self._changing:
            rows, at, killed = self.rows, 0, 0
            for file in self._files:
                if file.path in bad:
                    here = np.flatnonzero(bad[file.path]) + at
                    killed += self._kill(here[self._columns.alive[here]])
                    self._unsound.add(file.path)
                at += file.rows
            if killed:
                self._show(list(rows.blocks), rows.lookup)
            self._dirty = self._dirty or bool(bad)
        return killed

    def adopt(self, graph: Graph | None, file: str | None) -> None:
        """Let this graph answer from now on, saved under this name."""
        with self._changing:
            rows = self.rows
            if file != self.graph_file:
                self.graph_file, self._dirty = file, True
            self._view = View(rows, graph, self._count_graph_dead(rows, graph))

    def living_serials(self) -> Ints:
        """Serial numbers of all living rows, ascending."""
        rows = self.rows
        return rows.serials[rows.alive.copy()]

    def _checked(self, keys: NDArray[Any], vectors: NDArray[Any]) -> tuple[Ints, Floats]:
        if keys.ndim != 1 or (len(keys) and keys.dtype.kind not in "iu"):
            raise ValueError("keys are whole numbers in one dimension")
        if vectors.shape != (len(keys), self.dimension):
            raise ValueError(f"vectors have shape {(len(keys), self.dimension)}, not {vectors.shape}")
        if not len(keys):
            return np.empty(0, np.int64), np.empty((0, self.dimension), np.float32)
        if keys.dtype.kind == "u" and int(keys.max()) > np.iinfo(np.int64).max:
            raise ValueError("keys fit 64 bits with a sign")
        with np.errstate(over="ignore"):
            rounded = vectors.astype(np.float16, copy=False).astype(np.float32)
        if not np.isfinite(rounded).all():
            raise ValueError("vectors have only finite numbers")
        keys = keys.astype(np.int64)
        if not is_ascending(keys):
            # np.unique takes the first of equal keys: turned round, that is the last.
            different, from_end = np.unique(keys[::-1], return_index=True)
            if len(different) < len(keys):
                last = np.sort(len(keys) - 1 - from_end)
                return keys[last], rounded[last]
        return keys, rounded

    def _kill(self, rows: Ints) -> int:
        rows = rows[rows >= 0]
        self._columns.alive[rows] = False
        return len(rows)

    def _show(self, blocks: list[Floats], lookup: KeyMap | None) -> None:
        columns = self._columns
        if lookup is None:
            living = np.flatnonzero(columns.alive)
            lookup = KeyMap().extended(columns.keys[living], living, columns.alive)
        rows = Rows(
            dimension=self.dimension,
            blocks=tuple(blocks),
            starts=np.cumsum([0, *(len(block) for block in blocks)]),
            keys=columns.keys,
            serials=columns.serials,
            alive=columns.alive,
            living=int(np.count_nonzero(columns.alive)),
            lookup=lookup,
        )
        graph = self.view.graph
        self._view = View(rows, graph, self._count_graph_dead(rows, graph))
        self.version += 1

    @staticmethod
    def _count_graph_dead(rows: Rows, graph: Graph | None) -> int:
        if graph is None:
            return 0
        known = int(np.searchsorted(rows.serials, graph.facts.last, side="right"))
        return graph.count - int(np.count_nonzero(rows.alive[:known]))

    # saving

    def save(self) -> None:
        """See ``Index.save``."""
        with self.saving:
            rows, files = self.rows, self._files
            if not self._dirty:
                return
            with saying_why(self.folder):
                self.folder.mkdir(parents=True, exist_ok=True)
            keep = self._kept(rows, files)
            first = int(sum(file.rows for file in files[:keep]))
            # A copy: numpy counts and then gathers, and a removal between the two would derange it.
            moved = first + np.flatnonzero(rows.alive[first : rows.total].copy())
            generation = self.generation + 1
            fresh = self._write(rows, moved, generation)
            try:
                self._switch(generation, files[:keep] + fresh, first, moved, rows.total)
            except BaseException:
                for file in fresh:
                    file.path.unlink(missing_ok=True)
                raise
            self._unsound -= {file.path for file in files[keep:]}
            self.sweep()

    def sweep(self) -> int:
        """Delete what no longer counts; returns how many files must wait (open elsewhere)."""
        keep = {LIST, *(file.path.name for file in self._files)}
        if self.graph_file is not None:
            keep |= {self.graph_file, header_of(self.folder / self.graph_file).name}
        return sweep(self.folder, keep)

    def _kept(self, rows: Rows, files: tuple[VectorFile, ...]) -> int:
        """How many of the files, from the first, stay as they are."""
        saved = sum(file.rows for file in files)
        if any(file.path in self._unsound for file in files) or 4 * (rows.total - rows.living) > rows.total:
            return 0
        keep, merged = len(files), rows.total - saved
        while keep and merged and files[keep - 1].rows <= 2 * merged:
            keep -= 1
            merged += files[keep].rows
        return keep

    def _write(self, rows: Rows, moved: Ints, generation: int) -> tuple[VectorFile, ...]:
        if not len(moved):
            return ()
        path = self.folder / fresh_name("rows", generation, ".vectors")
        facts = {"space": self.space, "line": self.line, "generation": generation}
        pieces = rows.pieces(moved, vector_files.PIECE)
        vector_files.write(path, facts, rows.keys[moved], rows.serials[moved], self.dimension, pieces)
        try:
            return (vector_files.open_file(path, **facts, dimension=self.dimension, count=len(moved)),)
        except Damage as damage:
            path.unlink(missing_ok=True)
            raise OSError(f"{path} could not be read back: {damage}") from damage

    def _switch(
        self, generation: int, files: tuple[VectorFile, ...], first: int, moved: Ints, until: int
    ) -> None:
        """Write the list, then show the rows of the files followed by those added since ``until``."""
        with self._changing:
            rows = self.rows
            source = np.concatenate([np.arange(first), moved, np.arange(until, rows.total)])
            saved = first + len(moved)
            self._write_list(generation, files, ~rows.alive[source[:saved]])
            lookup: KeyMap | None = rows.lookup
            if len(source) < rows.total:
                lookup = None
                self._columns = Grown(rows.keys[source], rows.serials[source], rows.alive[source])
            self._chunks.cut(rows.total - until)
            self._files, self.generation = files, generation
            self._dirty = rows.total > until
            self._show([*(file.vectors for file in files), *rows.blocks_from(until)], lookup)

    def _write_list(self, generation: int, files: tuple[VectorFile, ...], dead: NDArray[np.bool_]) -> None:
        listed = {
            "format": FORMAT,
            "space": self.space,
            "dimension": self.dimension,
            "line": self.line,
            "generation": generation,
            "next_serial": self._next_serial,
            "files": [{"file": f.path.name, "rows": f.rows, "seal": f.seal} for f in files],
            "dead": base64.b64encode(zlib.compress(np.packbits(dead).tobytes())).decode(),
            "graph": self.graph_file,
        }
        with saying_why(self.folder, 1 << 20), written_aside(self.folder / LIST) as stream:
            stream.write(pack(MAGIC, listed))

    def disk_bytes(self) -> int:
        """Bytes of all files that count."""
        names = [file.path for file in self._files]
        if self.graph_file is not None:
            names.append(self.folder / self.graph_file)
        return sum(path.stat().st_size for path in names if path.exists())

    def verify(self, mend: bool) -> list[str]:
        """See ``Index.verify``."""
        said: list[str] = []
        with self.saving:
            bad: dict[Path, NDArray[np.bool_]] = {}
            for file in self._files:
                rows = file.damaged_rows()
                if rows is not None:
                    said.append(f"{int(rows.sum())} vectors in {file.path.name} are damaged.")
                try:
                    again = vector_files.open_file(file.path, space=self.space, line=self.line)
                    expect({"seal": again.seal}, seal=file.seal)
                except Damage as damage:
                    said.append(f"The file {file.path.name} of the index is damaged: {damage}.")
                    rows = np.zeros(file.rows, np.bool_) if rows is None else rows
                if rows is not None:
                    bad[file.path] = rows
            if mend and bad:
                self.drop(bad)
            if self.graph_file is not None:
                try:
                    check(self.folder / self.graph_file, self.space, self.dimension, self.line)
                except Damage as damage:
                    said.append(f"The graph {self.graph_file} is damaged: {damage}.")
                    if mend:
                        self.adopt(self.view.graph, None)
        return said

    def close(self) -> None:
        """Let go of rows and files."""
        with self.saving, self._changing:
            self._closed = True
            self._files = ()
            self._view = View(Rows(self.dimension))
            self._columns = Grown(self._view.rows.keys, self._view.rows.serials, self._view.rows.alive)
            self._chunks = Chunks(self.dimension)

    def _finding(self, text: str) -> None:
        self.findings.append(text)
