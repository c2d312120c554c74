"""Vectors of texts, so that a word is encoded once per space and template."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from core.catalogue.connect import chunks
from core.catalogue.tables import texts as table


def get(
    conn: Connection, space_id: int, template: str, texts: Iterable[str]
) -> dict[str, NDArray[np.float32]]:
    """Stored vectors (float32[d], as they were put) of those texts that have one."""
    found: dict[str, NDArray[np.float32]] = {}
    for chunk in chunks([text for text in texts if _storable(text)]):
        rows = conn.execute(
            select(table.c.text, table.c.vector).where(
                table.c.space_id == space_id, table.c.template == template, table.c.text.in_(chunk)
            )
        )
        found.update({text: np.frombuffer(vector, np.float32) for text, vector in rows})
    return found


def put(conn: Connection, space_id: int, template: str, vectors: Mapping[str, NDArray[np.float32]]) -> None:
    """Store vectors; one already there is replaced. A text with lone surrogates is left out."""
    rows = [
        {
            "space_id": space_id,
            "template": template,
            "text": text,
            "vector": np.ascontiguousarray(vector, np.float32).tobytes(),
        }
        for text, vector in vectors.items()
        if _storable(text)
    ]
    if not rows:
        return
    statement = insert(table)
    conn.execute(
        statement.on_conflict_do_update(
            index_elements=[table.c.space_id, table.c.template, table.c.text],
            set_={"vector": statement.excluded.vector},
        ),
        rows,
    )


def prune(conn: Connection, space_id: int, keep: int) -> int:
    """Forget the oldest texts of a space beyond ``keep``. Returns how many."""
    newest = (
        select(table.c.id)
        .where(table.c.space_id == space_id)
        .order_by(table.c.id.desc())
        .limit(1)
        .offset(max(keep, 1) - 1)
        .scalar_subquery()
    )
    limit = newest if keep > 0 else select(func.max(table.c.id) + 1).scalar_subquery()
    return conn.execute(delete(table).where(table.c.space_id == space_id, table.c.id < limit)).rowcount


def _storable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
