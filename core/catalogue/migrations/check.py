"""Do the migrations lead to the tables the program uses? ``python -m core.catalogue.migrations.check``.

More than ``alembic check``: types with their lengths, defaults, indexes with their conditions, foreign
keys with what deleting does, and the catalogue that is made without alembic.
"""

from __future__ import annotations

import re
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from core.catalogue import schema
from core.catalogue.connect import connect
from core.catalogue.migrations import run
from core.catalogue.tables import REVISIONS, WORDS, metadata


def differences() -> list[str]:
    """Every difference between tables.py, the migrations and a new catalogue. Empty: all agree."""
    scripts = ScriptDirectory.from_config(run.config())
    found = []
    steps = tuple(step.revision for step in reversed(list(scripts.walk_revisions())))
    if steps != REVISIONS:
        found.append(f"tables.py names the revisions {REVISIONS}, the migrations are {steps}")
    with tempfile.TemporaryDirectory() as folder:
        migrated, created = Path(folder) / "migrated.sqlite3", Path(folder) / "created.sqlite3"
        run.upgrade(migrated)
        schema.create(created)
        found += [f"alembic: {difference}" for difference in compared(migrated)]
        one, other = described(migrated), described(created)
        for name in sorted(one.keys() | other.keys()):
            if one.get(name) != other.get(name):
                found.append(f"{name}: migrated {one.get(name)}, created {other.get(name)}")
    return found


def compared(path: Path) -> list[Any]:
    """What alembic itself finds different between the file and tables.py."""
    engine = create_engine("sqlite+pysqlite://", creator=lambda: connect(path, "ro"), poolclass=NullPool)
    with engine.connect() as conn:
        context = MigrationContext.configure(
            conn,
            opts={
                "compare_type": True,
                "compare_server_default": True,
                "target_metadata": metadata,
                # The words' virtual table and what SQLite keeps behind it; ``described`` compares them.
                "include_name": lambda name, kind, _: kind != "table" or not str(name).startswith(WORDS),
            },
        )
        return list(compare_metadata(context, metadata))


def described(path: Path) -> dict[str, Any]:
    """Columns, indexes, foreign keys and named constraints of a file, by table, without their order."""
    found: dict[str, Any] = {}
    with closing(connect(path, "ro")) as database:
        tables = database.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").fetchall()
        for table, sql in tables:
            columns = database.execute(f"PRAGMA table_xinfo({table})").fetchall()
            keys = database.execute(f"PRAGMA foreign_key_list({table})").fetchall()
            found[table] = {
                "columns": [row[1:] for row in columns],
                "foreign keys": sorted(str(row[2:]) for row in keys),
                "constraints": sorted(re.findall(r"CONSTRAINT \"?(\w+)\"? (\w+)", sql)),
            }
        for name, sql in database.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"):
            found[f"trigger {name}"] = " ".join(sql.split())
        for name, sql in database.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'index'"):
            indexed = database.execute(f"PRAGMA index_xinfo({name})").fetchall()
            condition = re.search(r"\bWHERE\b.*", sql or "", re.DOTALL)
            described = [row[1:] for row in indexed], condition and condition.group()
            if name.startswith("sqlite_autoindex_"):  # numbered in the order the constraints were written
                name = f"of {name.rsplit('_', 1)[0]} on {[row[2] for row in indexed]}"
            found[f"index {name}"] = described
    return found


if __name__ == "__main__":
    sys.exit("\n".join(differences()) or None)
