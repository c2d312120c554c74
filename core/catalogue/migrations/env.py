"""Alembic's entry: takes the engine of ``run`` and surrounds the steps with what SQLite needs."""

from __future__ import annotations

from alembic import context

from core.catalogue.tables import metadata


def migrate() -> None:
    """Run the steps in one transaction, with foreign keys off.

    With them on, rebuilding a table drops the old one, and ON DELETE CASCADE deletes all rows that
    refer to it. The pragma does nothing inside a transaction, so it comes before.
    """
    engine = context.config.attributes["engine"]
    with engine.connect() as conn:
        database = conn.connection.driver_connection
        database.execute("PRAGMA foreign_keys=OFF").close()
        # isolation_level None: sqlite3 begins nothing by itself, so tables change in the transaction too.
        database.execute("BEGIN IMMEDIATE").close()
        context.configure(
            connection=conn, target_metadata=metadata, render_as_batch=True, transactional_ddl=True
        )
        with context.begin_transaction():
            context.run_migrations()
            broken = database.execute("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise RuntimeError(f"{len(broken)} rows refer to missing rows, the first in {broken[0][0]}")
        conn.commit()


migrate()
