"""What is wrong in the catalogue's rows, for ``recollect check``, and what it can mend by itself.

Foreign keys keep most of these from happening; they are looked for all the same, because files get
damaged and programs have bugs. SQLite's own findings (pages, indexes) come from ``Catalogue.check``.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from core.catalogue.connect import ints, raw
from core.catalogue.contents import orphans

_SHOWN = "gone_at IS NULL AND folder_id IN (SELECT id FROM folders WHERE removed_at IS NULL)"

# kind → (the table that repair changes, ids of wrong rows)
_ROWS: dict[str, tuple[str, str]] = {
    "photo without folder": (
        "photos",
        """SELECT id FROM photos WHERE folder_id NOT IN (SELECT id FROM folders)
        OR directory_id NOT IN (SELECT id FROM directories)""",
    ),
    "photo without its content": (
        "photos",
        """SELECT id FROM photos WHERE content_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM contents WHERE contents.id = photos.content_id)""",
    ),
    "embedding without content": (
        "embeddings",
        """SELECT id FROM embeddings WHERE space_id NOT IN (SELECT id FROM spaces)
        OR NOT EXISTS (SELECT 1 FROM contents WHERE contents.id = embeddings.content_id)""",
    ),
    "embedding of a wrong length": (
        "embeddings",
        """SELECT embeddings.id FROM embeddings JOIN spaces ON spaces.id = space_id
        WHERE length(vector) != 2 * dimension""",
    ),
    "groups without content": (
        "groups",
        """SELECT id FROM groups WHERE space_id NOT IN (SELECT id FROM spaces)
        OR NOT EXISTS (SELECT 1 FROM contents WHERE contents.id = groups.content_id)""",
    ),
    "groups of a wrong length": (
        "groups",
        """SELECT groups.id FROM groups JOIN spaces ON spaces.id = space_id
        WHERE length(vectors) != 2 * dimension * count""",
    ),
    "text of a wrong length": (
        "texts",
        """SELECT texts.id FROM texts LEFT JOIN spaces ON spaces.id = space_id
        WHERE dimension IS NULL OR length(vector) != 4 * dimension""",
    ),
    "problem without photo or folder": (
        "problems",
        """SELECT id FROM problems WHERE
        (photo_id IS NOT NULL AND photo_id NOT IN (SELECT id FROM photos))
        OR (folder_id IS NOT NULL AND folder_id NOT IN (SELECT id FROM folders))
        OR (photo_id IS NULL AND (folder_id IS NULL OR path IS NULL))""",
    ),
    "directory without photos": (
        "directories",
        """SELECT id FROM directories
        WHERE NOT EXISTS (SELECT 1 FROM photos WHERE photos.directory_id = directories.id)""",
    ),
}
ORPHAN_CONTENT = "content without photo"
NOT_EMBEDDED = "photo without embedding"


@dataclass(frozen=True)
class Finding:
    """One kind of wrong row, and the ids of all that are (photo ids for photos, else row ids)."""

    kind: str
    ids: tuple[int, ...]


def findings(conn: Connection, space_id: int | None = None) -> list[Finding]:
    """Everything that is wrong; with ``space_id`` also photos without an embedding in that space."""
    found = [
        Finding(kind, tuple(row[0] for row in raw(conn).execute(sql))) for kind, (_, sql) in _ROWS.items()
    ]
    found.append(Finding(ORPHAN_CONTENT, tuple(orphan_contents(conn))))
    if space_id is not None:
        found.append(Finding(NOT_EMBEDDED, tuple(not_embedded(conn, space_id))))
    return [finding for finding in found if finding.ids]


def rows(conn: Connection, kind: str) -> list[int]:
    """Ids of the rows that are wrong in one way (a key of ``KINDS``)."""
    return [row[0] for row in raw(conn).execute(_ROWS[kind][1])]


def not_embedded(conn: Connection, space_id: int) -> list[int]:
    """Photos that can be shown, were read, and have no embedding in the space nor a problem that says why.

    The catalogue alone cannot mend these: ``photos.waiting_embedding`` offers them to the encoder.
    """
    sql = f"""SELECT id FROM photos WHERE content_id IS NOT NULL AND {_SHOWN}
        AND NOT EXISTS (SELECT 1 FROM embeddings
            WHERE embeddings.content_id = photos.content_id AND embeddings.space_id = :space)
        AND NOT EXISTS (SELECT 1 FROM problems WHERE problems.photo_id = photos.id
            AND problems.space_id = :space)"""
    return [row[0] for row in raw(conn).execute(sql, {"space": space_id})]


def orphan_contents(conn: Connection) -> list[int]:
    """Contents no photo has. ``contents.drop_orphans`` removes them, and says whose thumbnails go too."""
    return [key for key, _ in orphans(conn)]


def repair(conn: Connection) -> list[Finding]:
    """Mend what the catalogue alone can, and return what was mended.

    A photo without its content waits to be read again; a row that belongs to nothing is deleted; a
    vector of a wrong length is deleted, so that it is made again. Orphan contents lose their rows, too.
    """
    database = raw(conn)
    mended = []
    for kind, (table, sql) in _ROWS.items():
        wrong = [row[0] for row in database.execute(sql)]
        if not wrong:
            continue
        if kind == "photo without its content":
            change = "UPDATE photos SET content_id = NULL"
        else:
            change = f"DELETE FROM {table}"
        database.execute(f"{change} WHERE id IN (SELECT value FROM json_each(?))", (ints(wrong),))
        mended.append(Finding(kind, tuple(wrong)))
    loose = orphan_contents(conn)
    if loose:
        database.execute("DELETE FROM contents WHERE id IN (SELECT value FROM json_each(?))", (ints(loose),))
        mended.append(Finding(ORPHAN_CONTENT, tuple(loose)))
    return mended


KINDS = (*_ROWS, ORPHAN_CONTENT, NOT_EMBEDDED)
