"""The catalogue's file: opening, the single writer, readers that never wait, closing."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine

from core.catalogue import backups, folders, schema
from core.catalogue.connect import (
    connect,
    disk_full,
    free_bytes,
    reader_engine,
    translated,
    translated_files,
    writer_engine,
)
from core.catalogue.lock import Owner, Unwritable, WriterLock
from core.errors import RecollectError

FILE = "catalogue.sqlite3"
# How long a second process waits for one that is just creating or migrating the catalogue.
PATIENCE_SECONDS = 5.0


class Catalogue:
    """An open catalogue. One writer per library (``owner`` names it when it is not us)."""

    def __init__(
        self,
        path: Path,
        lock: WriterLock | None,
        owner: Owner | None,
        mode: str,
        scratch: Path | None,
        why: str,
    ) -> None:
        self.path = path
        self.folder = path.parent
        self.owner = owner
        self.read_only = lock is None
        self.why_read_only = why
        self._lock = lock
        self._scratch = scratch
        self._file = scratch / FILE if scratch else path
        self._mode = mode
        self._reader: Engine = reader_engine(self._file, mode)
        self._writer: Engine | None = None if lock is None else writer_engine(path)
        self._mutex = threading.Lock()
        self._writing_thread: int | None = None
        self._watch: sqlite3.Connection | None = None
        self._watch_mutex = threading.Lock()
        self._closed = False
        self._changes = 0

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        role: str = "recollect",
        read_only: bool | None = None,
        now: Callable[[], float] = time.time,
    ) -> Catalogue:
        """Open the catalogue of a library folder; make it when there is none, migrate an old one.

        ``read_only`` None: we are the writer if nobody else is and the folder can be written, else
        read-only. False: insist. True: never write.
        Raises RecollectError ``catalogue.busy`` (insisted, another has it), ``catalogue.newer``,
        ``catalogue.damaged``, ``catalogue.migration_failed``, ``catalogue.no_locks``,
        ``catalogue.read_only`` (an old catalogue that we may not migrate), ``disk.full``,
        ``disk.forbidden``, ``library.empty`` (none there, and read-only was asked for).
        """
        path = folder / FILE
        if read_only is True:
            owner = WriterLock(folder).holder()
            return cls._open_reading(path, owner, "it was asked for")
        _make_folder(folder)
        lock = WriterLock(folder)
        try:
            owner = lock.acquire(role, now())
        except Unwritable as error:
            return cls._open_unwritable(path, insisted=read_only is False, cause=error)
        if owner is not None:
            if read_only is False:
                raise RecollectError("catalogue.busy", owner=str(owner), pid=owner.pid)
            return cls._open_reading(path, owner, f"{owner} has it open")
        try:
            if _is_kept_from_us(path):
                lock.release()
                return cls._open_unwritable(path, insisted=read_only is False, cause=None)
            with translated(path), translated_files(folder):
                schema.prepare(path, now())
            catalogue = cls(path, lock, None, "ro", None, "")
            catalogue._begin()
        except BaseException:
            lock.release()
            raise
        return catalogue

    @classmethod
    def _open_unwritable(cls, path: Path, *, insisted: bool, cause: BaseException | None) -> Catalogue:
        if insisted or not schema.is_there(path):
            raise RecollectError("disk.forbidden", path=path.parent) from cause
        return cls._open_reading(path, None, "its folder cannot be written")

    @classmethod
    def _open_reading(cls, path: Path, owner: Owner | None, why: str) -> Catalogue:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while True:
            try:
                mode, scratch = _readable(path)
                try:
                    with translated(path):
                        schema.require_current(scratch / FILE if scratch else path, mode)
                    return cls(path, None, owner, mode, scratch, why)
                except BaseException:
                    if scratch:
                        shutil.rmtree(scratch, ignore_errors=True)
                    raise
            except RecollectError as error:
                # The owner may be just about to create or migrate it.
                passing = error.code in {"catalogue.read_only", "library.empty"}
                if owner is None or not passing:
                    raise
                if time.monotonic() > deadline:
                    raise RecollectError("catalogue.busy", owner=str(owner), pid=owner.pid) from error
            time.sleep(0.05)

    def _begin(self) -> None:
        """Connect the writer now, so that what is wrong shows at opening, not at the first edit."""
        assert self._writer is not None
        try:
            with translated(self.path), self._writer.connect() as conn:
                conn.exec_driver_sql("SELECT 1")
        except BaseException:
            self._dispose()
            raise

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that reads one state of the catalogue, on any thread; never waits for the writer.

        Raises RecollectError ``catalogue.damaged`` when the file turns out to be.
        """
        self._check_open()
        with translated(self.path), self._reader.connect() as conn:
            conn.begin()
            yield conn

    @contextmanager
    def writing(self, *, photos: bool = True) -> Iterator[Connection]:
        """The connection that writes, one holder at a time; all of it is committed at the end, or nothing.

        ``photos`` False says that nothing of photos, contents or folders is changed (see ``change_count``).

        Raises RecollectError ``catalogue.read_only``, ``disk.full``, ``catalogue.damaged``;
        RuntimeError when this thread is already writing.
        """
        self._check_open()
        if self._writer is None:
            raise RecollectError("catalogue.read_only", why=self.why_read_only)
        me = threading.get_ident()
        if self._writing_thread == me:
            raise RuntimeError("writing() inside writing() would wait for itself")
        with self._mutex:
            self._check_open()
            self._writing_thread = me
            try:
                # Enough for the batch that failed and the log it is written to first.
                with translated(self.path, needed_bytes=32_000_000), self._writer.begin() as conn:
                    yield conn
                self._changes += photos
            finally:
                self._writing_thread = None

    def backup(self, now: Callable[[], float] = time.time) -> Path:
        """Copy the catalogue into ``backups`` beside it and keep the newest three. Returns the copy.

        Raises RecollectError ``disk.full`` before anything is written, ``disk.forbidden``, and
        ``catalogue.damaged`` without making a copy of the damage, which would displace a good one.
        """
        self._check_open()
        with translated(self.path), translated_files(self.folder, backups.size_of(self._file)):
            return backups.make(self._file, self.folder, now(), self._mode)

    def check(self) -> list[str]:
        """What SQLite itself finds wrong with the file: damaged pages, indexes, references. Empty: fine."""
        return self.damage() or self.broken_references()

    def damage(self) -> list[str]:
        """What SQLite finds wrong with the file's pages; reads all of them. Only ``rescue`` mends it."""
        findings: list[str] = []
        try:
            with self.reading() as conn:
                for (finding,) in conn.exec_driver_sql("PRAGMA quick_check(20)"):
                    findings += backups.sentences(finding)
        except RecollectError as error:
            if error.code != "catalogue.damaged":
                raise
            findings.append(str(error.facts["detail"]))  # so damaged that the check itself ends
        return findings

    def broken_references(self) -> list[str]:
        """Rows that name a row which is not there. Raises ``catalogue.damaged``."""
        with self.reading() as conn:
            rows = conn.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(20)
        return [f"row {row} of {table} refers to a missing row of {parent}" for table, row, parent, _ in rows]

    def change_count(self) -> int:
        """A number that changes whenever photos, contents or folders may have changed.

        Who writes counts its own commits; a reader sees every commit of the writer's process.
        """
        self._check_open()
        if self._writer is not None:
            return self._changes
        with self._watch_mutex, translated(self.path):
            if self._watch is None:
                self._watch = connect(self._file, self._mode)
            return int(self._watch.execute("PRAGMA data_version").fetchone()[0])

    def close(self) -> None:
        """Wait for a write that is under way, close all connections, give the lock back."""
        if self._writing_thread == threading.get_ident():
            raise RuntimeError("close() inside writing() would wait for itself")
        with self._mutex:
            if self._closed:
                return
            self._closed = True
        self._dispose()
        if self._lock is not None:
            self._lock.release()
        if self._scratch is not None:
            shutil.rmtree(self._scratch, ignore_errors=True)

    def __enter__(self) -> Catalogue:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _dispose(self) -> None:
        with self._watch_mutex:
            if self._watch is not None:
                self._watch.close()
                self._watch = None
        self._reader.dispose()
        if self._writer is not None:
            self._writer.dispose()  # last: it moves the log into the file

    def _check_open(self) -> None:
        if self._closed:
            raise RuntimeError("the catalogue is closed")


def _make_folder(folder: Path) -> None:
    try:
        with translated_files(folder):
            folder.mkdir(parents=True, exist_ok=True)
    except FileNotFoundError as error:
        raise RecollectError("disk.forbidden", path=folder) from error
    except (FileExistsError, NotADirectoryError) as error:
        raise RecollectError("library.not_a_folder", path=folder) from error


def _is_kept_from_us(path: Path) -> bool:
    """True when the lock could be had but the file or its folder cannot be written."""
    return not os.access(path.parent, os.W_OK) or (path.exists() and not os.access(path, os.W_OK))


def _readable(path: Path) -> tuple[str, Path | None]:
    """How the file can be read: ("ro", None), ("immutable", None), or a copy in a scratch folder.

    A read-only folder has no room for the shared memory that WAL needs. Without a log beside it the
    file is complete and cannot change; with one, both are read from a copy.
    """
    schema.require_log_has_file(path)
    if not path.exists():
        raise RecollectError("library.empty")
    schema.require_sane(path)
    log = path.with_name(path.name + "-wal")
    shared = path.with_name(path.name + "-shm")
    if os.access(path.parent, os.W_OK) or (shared.exists() and os.access(shared, os.W_OK)):
        return "ro", None
    with contextlib.suppress(OSError):
        if not log.exists() or log.stat().st_size == 0:
            return "immutable", None
    scratch = Path(tempfile.mkdtemp(prefix="recollect-"))
    try:
        needed = path.stat().st_size + log.stat().st_size
        if free_bytes(scratch) < needed:
            raise disk_full(scratch, needed)
        shutil.copyfile(path, scratch / FILE)
        shutil.copyfile(log, scratch / log.name)
    except BaseException:
        shutil.rmtree(scratch, ignore_errors=True)
        raise
    return "rw", scratch


def rescue(folder: Path, now: Callable[[], float] = time.time) -> backups.Rescue:
    """Mend a damaged catalogue: rename it (never delete) and put the newest good backup in its place, else
    a new one with the folders the damaged one still names, else nothing. Says which. A whole catalogue stays.

    Raises RecollectError ``catalogue.busy`` while a process has it open, ``disk.full``, ``disk.forbidden``.
    """
    path = folder / FILE
    lock = WriterLock(folder)
    try:
        owner = lock.acquire("rescue", now())
    except Unwritable as error:
        raise RecollectError("disk.forbidden", path=folder) from error
    if owner is not None:
        raise RecollectError("catalogue.busy", owner=str(owner), pid=owner.pid)
    try:
        with translated(path), translated_files(folder):
            if _is_whole(path):
                # It was mended meanwhile, or a disk refused to be read for a moment.
                return backups.Rescue(None, None, None)
            return backups.rescue(path, now(), _anew)
    finally:
        lock.release()


def _is_whole(path: Path) -> bool:
    try:
        if path.exists():
            schema.require_sane(path)
            return backups.is_whole(path)
    except RecollectError as error:
        if error.code != "catalogue.damaged":
            raise
    return False


def _anew(path: Path, names: Sequence[bytes], now: float) -> Path:
    """A new catalogue with these folders, made aside."""
    aside = path.with_name(path.name + ".part")
    aside.unlink(missing_ok=True)
    schema.create(aside)
    engine = writer_engine(aside)
    try:
        with engine.begin() as conn:
            for name in names:
                folders.add(conn, name, now)
    finally:
        engine.dispose()
    return aside


__all__ = ["FILE", "Catalogue", "rescue"]
