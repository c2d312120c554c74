"""Connections to the catalogue's file, and SQLite's errors in our words."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool, StaticPool

from core.errors import RecollectError

BUSY_SECONDS = 10.0
# Measured: a 512-number vector takes 1,370 bytes in 4 KB pages, 1,170 in 8 KB, 1,090 in 16 KB, where
# inserting costs a tenth more; 384 numbers take 820 in all three.
PAGE_SIZE = 8192
# SQLite's result codes (sqlite.org/rescode.html).
_BUSY, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _PROTOCOL, _NOTADB = 5, 8, 10, 11, 13, 14, 15, 26
_READ_ERRORS = {_IOERR | 1 << 8, _IOERR | 2 << 8}  # READ, SHORT_READ
_LOCK_ERRORS = {_IOERR | kind << 8 for kind in (8, 9, 15, 20, 21)}  # UNLOCK, RDLOCK, LOCK, SHMLOCK, SHMMAP


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """A plain connection. ``mode``: "rw" (never creates), "rwc", "ro", or "immutable".

    "immutable" promises SQLite that nobody changes the file and reads it without any lock or log.
    """
    options = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?{options}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,  # we begin and end transactions ourselves, so that DDL is in them too
        check_same_thread=False,
    )


def writer_engine(path: Path) -> Engine:
    """The engine with the one connection that writes."""

    def create() -> sqlite3.Connection:
        connection = connect(path, "rw")
        for pragma in (
            "journal_mode=WAL",
            "synchronous=NORMAL",  # with WAL a power cut may lose the last commits, never the file
            "foreign_keys=ON",
            "cache_size=-16000",
            "journal_size_limit=67108864",
        ):
            connection.execute(f"PRAGMA {pragma}").close()
        return connection

    engine = create_engine("sqlite+pysqlite://", creator=create, poolclass=StaticPool)
    _begin_with(engine, "BEGIN IMMEDIATE", writer=True)
    return engine


def reader_engine(path: Path, mode: str) -> Engine:
    """An engine whose connections cannot write."""

    def create() -> sqlite3.Connection:
        connection = connect(path, mode)
        connection.execute("PRAGMA query_only=ON").close()
        connection.execute("PRAGMA cache_size=-8000").close()
        return connection

    engine = create_engine(
        "sqlite+pysqlite://", creator=create, poolclass=QueuePool, pool_size=4, max_overflow=60
    )
    _begin_with(engine, "BEGIN", writer=False)
    return engine


def _begin_with(engine: Engine, statement: str, *, writer: bool) -> None:
    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.info["writer"] = writer
        connection.exec_driver_sql(statement)


def may_write(conn: Connection) -> bool:
    """True for a connection of ``Catalogue.writing``."""
    return bool(conn.info.get("writer"))


def raw(conn: Connection) -> sqlite3.Connection:
    """The sqlite3 connection below, for the few statements that move 100,000 rows at once."""
    return cast(sqlite3.Connection, conn.connection.driver_connection)


def ints(values: Sequence[int] | Any) -> str:
    """Ids as a JSON array for ``json_each(?)``: one parameter, however many ids there are."""
    plain = values.tolist() if hasattr(values, "tolist") else values
    return "[" + ",".join(str(int(value)) for value in plain) + "]"


def chunks(values: Sequence[Any], size: int = 5000) -> Iterator[Sequence[Any]]:
    """Slices of at most ``size``."""
    for start in range(0, len(values), size):
        yield values[start : start + size]


@contextmanager
def translated(path: Path, *, needed_bytes: int = 0) -> Iterator[None]:
    """Turn SQLite's known difficulties into a RecollectError; others pass as they are."""
    try:
        yield
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error):
            known = _explain(error.orig, path, needed_bytes)
            if known is not None:
                raise known from error
        raise
    except sqlite3.Error as error:
        known = _explain(error, path, needed_bytes)
        if known is not None:
            raise known from error
        raise


def _explain(error: sqlite3.Error, path: Path, needed_bytes: int) -> RecollectError | None:
    extended = getattr(error, "sqlite_errorcode", 0)
    code = extended & 0xFF
    if code == _FULL or (code == _IOERR and path.exists() and free_bytes(path.parent) < 1 << 20):
        return disk_full(path.parent, needed_bytes)
    if code in {_CANTOPEN, _IOERR} and not path.exists():
        return RecollectError("folder.missing", path=path.parent)  # the drive was taken away
    if code in {_CORRUPT, _NOTADB} or extended in _READ_ERRORS:
        return RecollectError("catalogue.damaged", path=path, detail=str(error))
    if code == _PROTOCOL or extended in _LOCK_ERRORS:
        return RecollectError("catalogue.no_locks", path=path.parent, detail=str(error))
    if code == _CANTOPEN:
        return RecollectError("disk.forbidden", path=path.parent)
    if code == _READONLY:
        return RecollectError("catalogue.read_only", path=path, why="its file cannot be written")
    if code == _BUSY:
        return RecollectError("catalogue.busy", owner="another program")
    return None


@contextmanager
def translated_files(folder: Path, needed_bytes: int = 0) -> Iterator[None]:
    """The same for our own work with files: a full disk, a place that may not be written."""
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise disk_full(folder, needed_bytes) from error
        if error.errno in {errno.EROFS, errno.EACCES, errno.EPERM}:
            raise RecollectError("disk.forbidden", path=folder) from error
        raise


def free_bytes(folder: Path) -> int:
    """Free space of the disk with ``folder``; 0 when it cannot be asked."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return 0


def disk_full(folder: Path, needed_bytes: int) -> RecollectError:
    """The error for a full disk, with what is free and what is needed."""
    needed = max(1, -(-needed_bytes // 1_000_000))
    return RecollectError("disk.full", path=folder, free_mb=free_bytes(folder) // 1_000_000, needed_mb=needed)


def require_space(folder: Path, needed_bytes: int) -> None:
    """Raise ``disk.full`` unless about ``needed_bytes`` are free."""
    if free_bytes(folder) < needed_bytes:
        raise disk_full(folder, needed_bytes)


Clock = Callable[[], float]
