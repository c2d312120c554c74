"""Photos by the words of their names, keywords and captions; kept by triggers in an FTS5 table."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from core.catalogue.connect import raw

Ints = NDArray[np.int64]

_WORD = re.compile(r"\w+", re.UNICODE)


def with_all(conn: Connection, phrases: Sequence[str]) -> Ints:
    """Ascending ids of photos, gone and hidden ones too, in whose name, keywords and caption all these
    phrases stand, each with its words side by side; case and accents do not count.

    A phrase without a letter or digit is not looked for; without any phrase nothing is found.
    """
    asked = _asked(phrases)
    return _found(conn, asked) if asked else _nothing()


def with_keyword(conn: Connection, words: str) -> Ints:
    """The same for keywords and captions only."""
    asked = _asked([words])
    return _found(conn, f"{{keywords caption}} : {asked}") if asked else _nothing()


def named(conn: Connection, pattern: str) -> Ints:
    """Ascending ids of photos by file name: a pattern with ``*`` or ``?`` has to fit the whole name,
    other text has to stand somewhere in it. Case does not count.
    """
    wanted = pattern.casefold()
    if "*" in wanted or "?" in wanted:
        # Brackets are ordinary letters of file names.
        fits = re.compile(fnmatch.translate(wanted.replace("[", "[[]"))).match
    else:
        fits = re.compile(re.escape(wanted)).search
    cursor = raw(conn).execute("SELECT id, name FROM photos ORDER BY id")
    kept = [key for key, name in cursor if fits(name.decode("utf-8", "surrogateescape").casefold())]
    return np.array(kept, dtype=np.int64)


def _asked(phrases: Sequence[str]) -> str:
    """The phrases in FTS5's language, none of the person's signs among them."""
    spoken = [" ".join(_WORD.findall(phrase)).strip() for phrase in phrases]
    return " AND ".join(f'"{_storable(phrase)}"' for phrase in spoken if phrase)


def _storable(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


def _found(conn: Connection, asked: str) -> Ints:
    rows = raw(conn).execute(
        "SELECT rowid FROM photo_words WHERE photo_words MATCH ? ORDER BY rowid", (asked,)
    )
    return np.array([row[0] for row in rows], dtype=np.int64)


def _nothing() -> Ints:
    return np.empty(0, dtype=np.int64)
