"""Is there a catalogue, is it whole, of which revision, and what has to be done before it is used."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from core.catalogue import backups
from core.catalogue.connect import PAGE_SIZE, connect, require_space
from core.catalogue.tables import HEAD, REVISIONS, metadata
from core.errors import RecollectError

_MAGIC = b"SQLite format 3\x00"
_SPARE = 4_000_000


def prepare(path: Path, now: float) -> None:
    """For the writer: make a new catalogue, or see that this one is whole and of our revision.

    Raises RecollectError ``catalogue.damaged``, ``catalogue.newer`` (both leave the file untouched),
    ``catalogue.migration_failed``, ``catalogue.forbidden``, ``disk.full``.
    """
    require_log_has_file(path)
    if not is_there(path):
        create(path)
        return
    require_sane(path)
    found = revision(path, "rw")
    if found == HEAD:
        return
    _refuse_newer(found)
    migrate(path, found, now)


def require_current(path: Path, mode: str) -> None:
    """For readers: raise unless it is of our revision (``catalogue.read_only`` for an older one)."""
    # An ordinary connection would leave an empty log beside a catalogue that we refuse untouched.
    found = revision(path, mode if is_there(_log(path)) else "immutable")
    if found != HEAD:
        _refuse_newer(found)
        raise RecollectError(
            "catalogue.read_only", path=path, why="its older catalogue has to be brought up to date first"
        )


def is_there(path: Path) -> bool:
    """True for a file that exists; in a folder we may not look into that cannot be said.

    Raises RecollectError ``catalogue.forbidden``.
    """
    with _allowed(path):
        return path.exists()


def require_log_has_file(path: Path) -> None:
    """Raise ``catalogue.damaged`` for a log without its file: SQLite would play it into a new one.

    Raises ``catalogue.forbidden`` too.
    """
    log = _log(path)
    if not is_there(path) and log.exists() and log.stat().st_size:
        raise _damaged(path, "the file is missing, its log is there")


@contextmanager
def _allowed(path: Path) -> Iterator[None]:
    try:
        yield
    except PermissionError as error:
        raise RecollectError("catalogue.forbidden", path=path.parent) from error


def _log(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def require_sane(path: Path) -> None:
    """Raise ``catalogue.damaged`` for a file that plainly is no whole SQLite file; reads 100 bytes.

    Raises ``catalogue.forbidden`` for one that we may not read.
    """
    with _allowed(path):
        size = path.stat().st_size
        with path.open("rb") as stream:
            header = stream.read(100)
    if size == 0:
        raise _damaged(path, "the file is empty")
    if len(header) < 100 or not header.startswith(_MAGIC):
        raise _damaged(path, "the file is not a SQLite file")
    page = int.from_bytes(header[16:18], "big")
    page = 65536 if page == 1 else page
    pages = int.from_bytes(header[28:32], "big")
    log = _log(path)
    hot = log.exists() and log.stat().st_size > 0
    # With a log the file may still be about to grow; SQLite trusts the count only if these agree.
    if not hot and header[24:28] == header[92:96] and pages * page > size:
        raise _damaged(path, f"{size} of {pages * page} bytes are there")


def revision(path: Path, mode: str) -> str:
    """The revision of the catalogue. Raises ``catalogue.damaged`` when the file tells none."""
    with closing(connect(path, mode)) as database:
        try:
            rows = database.execute("SELECT version_num FROM alembic_version").fetchall()
        except sqlite3.OperationalError as error:
            if "no such table" not in str(error):
                raise
            raise _damaged(path, "it holds no catalogue") from error
    if len(rows) != 1:
        raise _damaged(path, "it names no revision")
    return str(rows[0][0])


def create(path: Path) -> None:
    """Make an empty catalogue of the newest revision, aside, and move it into place.

    The same as running all migrations (a test compares them), without importing alembic.
    """
    require_space(path.parent, _SPARE // 4)
    aside = path.with_name(path.name + ".new")
    aside.unlink(missing_ok=True)
    database = connect(aside, "rwc")
    try:
        database.execute(f"PRAGMA page_size={PAGE_SIZE}").close()
        database.execute("PRAGMA synchronous=OFF").close()  # synced as a whole below
        engine = create_engine("sqlite+pysqlite://", creator=lambda: database, poolclass=StaticPool)
        database.execute("BEGIN").close()
        with engine.connect() as conn:
            metadata.create_all(conn, checkfirst=False)
            conn.exec_driver_sql(
                "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
                "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
            )
            conn.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (HEAD,))
            conn.commit()
        engine.dispose()
        database.close()
        backups.settle(aside, path)
    except BaseException:
        database.close()
        aside.unlink(missing_ok=True)
        raise


def migrate(path: Path, found: str, now: float) -> None:
    """Bring an older catalogue to our revision: copy, upgrade, check; at a failure the copy is put back."""
    with closing(connect(path, "rw")) as database:
        findings = [row[0] for row in database.execute("PRAGMA quick_check(1)") if row[0] != "ok"]
    if findings:
        raise _damaged(path, str(findings[0]))
    # The copy, and tables written anew in the file and in its log.
    require_space(path.parent, 3 * backups.size_of(path) + _SPARE)
    copy = backups.make(path, path.parent, now, "rw", label=found)
    from core.catalogue.migrations import run  # alembic: 0.3 s, needed only here

    try:
        run.upgrade(path)
        problems = _check(path)
        if problems:
            raise RuntimeError(problems[0])
    except Exception as error:
        failed = backups.put_back(path, copy, now)
        raise RecollectError(
            "catalogue.migration_failed",
            detail=f"{type(error).__name__}: {error}",
            failed=failed,
            backup=copy,
        ) from error


def _check(path: Path) -> list[str]:
    with closing(connect(path, "rw")) as database:
        findings = [str(row[0]) for row in database.execute("PRAGMA quick_check(5)") if row[0] != "ok"]
        findings += [f"broken reference in {row[0]}" for row in database.execute("PRAGMA foreign_key_check")]
    if revision(path, "rw") != HEAD:
        findings.append("the revision is not the newest")
    return findings


def _refuse_newer(found: str) -> None:
    if found not in REVISIONS:
        raise RecollectError("catalogue.newer", found=found, known=HEAD)


def _damaged(path: Path, detail: str) -> RecollectError:
    return RecollectError("catalogue.damaged", path=os.fspath(path), detail=detail)
