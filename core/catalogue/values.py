"""Small JSON values of the library: calibration, blends, what was last active."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from core.catalogue.tables import stored_values


def get(conn: Connection, key: str) -> Any:
    """The stored value, or None."""
    text = conn.execute(select(stored_values.c.value).where(stored_values.c.key == key)).scalar()
    return None if text is None else json.loads(text)


def put(conn: Connection, key: str, value: Any) -> None:
    """Store a JSON value under ``key``; None removes it. Raises TypeError for what JSON cannot hold."""
    if value is None:
        conn.execute(delete(stored_values).where(stored_values.c.key == key))
        return
    statement = insert(stored_values).values(key=key, value=json.dumps(value))
    conn.execute(
        statement.on_conflict_do_update(
            index_elements=[stored_values.c.key], set_={"value": statement.excluded.value}
        )
    )
