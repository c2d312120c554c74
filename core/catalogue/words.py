"""Photos by the words of their names, keywords and captions.

What a search's own words find is asked of an FTS5 table that triggers keep. Filters for names and keywords
mean more than it knows (parts of names, patterns, words within one keyword), so their texts are read once and
looked through in memory: milliseconds for 100,000 photos.
"""

from __future__ import annotations

import fnmatch
import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from core.catalogue.connect import raw

Ints = NDArray[np.int64]

_WORD = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"[\W_]+")
# No name or keyword holds more, and SQLite's expressions end somewhere.
_MOST_PHRASES = 100


def folded(text: str) -> str:
    """Text without case, and with its accents in one piece, as macOS does not store them."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).casefold())


def with_all(conn: Connection, phrases: Sequence[str]) -> Ints:
    """Ascending ids of photos, gone and hidden ones too, in whose name, keywords and caption all these
    phrases stand, each with its words side by side (in one keyword, or one and the next); case and accents
    do not count.

    A phrase without a letter or digit is not looked for; without any phrase, or with more than a hundred,
    nothing is found.
    """
    spoken = [" ".join(_WORD.findall(unicodedata.normalize("NFC", phrase))) for phrase in phrases]
    wanted = list(dict.fromkeys(_storable(phrase) for phrase in spoken if phrase))
    if not 0 < len(wanted) <= _MOST_PHRASES:
        return np.empty(0, np.int64)
    rows = raw(conn).execute(
        "SELECT rowid FROM photo_words WHERE photo_words MATCH ? ORDER BY rowid",
        (" AND ".join(f'"{phrase}"' for phrase in wanted),),
    )
    return np.fromiter((row[0] for row in rows), np.int64)


@dataclass(frozen=True)
class Names:
    """The file names of all photos, gone and hidden ones too, by ascending id."""

    photo_id: Ints
    folded: tuple[str, ...]

    def like(self, pattern: str) -> Ints:
        """Ascending ids by a pattern with ``*`` or ``?``, which has to fit the whole name; other text has to
        stand somewhere in it. Case does not count, nor how an accent is stored.
        """
        wanted = folded(pattern)
        if "*" in wanted or "?" in wanted:
            # Brackets are ordinary letters of file names.
            fits = re.compile(fnmatch.translate(wanted.replace("[", "[[]"))).match
            found: Iterable[bool] = (fits(name) is not None for name in self.folded)
        else:
            found = (wanted in name for name in self.folded)
        return self.photo_id[np.fromiter(found, np.bool_, len(self.folded))]


def names(conn: Connection) -> Names:
    """Read the names of all photos."""
    rows = raw(conn).execute("SELECT id, name FROM photos ORDER BY id").fetchall()
    # No name holds a slash, so that all of them are decoded and folded at once.
    joined = folded(b"/".join([row[1] for row in rows]).decode("utf-8", "surrogateescape"))
    keys = np.fromiter((row[0] for row in rows), np.int64, len(rows))
    return Names(keys, tuple(joined.split("/")) if rows else ())


@dataclass(frozen=True)
class Keywords:
    """The words of all photos that have keywords or a caption, gone and hidden ones too, by ascending id.

    ``spoken``: each keyword and the caption on a line of its own, plain words with a space on either side.
    ``exact``: the keywords that have no letter or digit, folded.
    """

    photo_id: Ints
    spoken: tuple[str, ...]
    exact: dict[int, frozenset[str]]

    def holding(self, wanted: str) -> Ints:
        """Ascending ids of photos with these words side by side within one keyword or the caption. Case,
        accents and what stands between the words do not count.
        """
        words = _WORD.findall(_plain(wanted))
        if not words:
            sign = folded(wanted)
            return np.array([key for key, signs in self.exact.items() if sign in signs], np.int64)
        asked = f" {' '.join(words)} "
        return self.photo_id[np.fromiter((asked in text for text in self.spoken), np.bool_, len(self.spoken))]


def keywords(conn: Connection) -> Keywords:
    """Read keywords and captions of all photos."""
    rows = raw(conn).execute(
        """SELECT id, keywords, caption FROM photos
        WHERE keywords IS NOT NULL OR caption IS NOT NULL ORDER BY id"""
    )
    keys: list[int] = []
    spoken: list[str] = []
    exact: dict[int, frozenset[str]] = {}
    for key, stored, caption in rows:
        texts = [*(json.loads(stored) if stored else ()), *([caption] if caption else ())]
        lines = [_BETWEEN.sub(" ", _plain(text)).strip() for text in texts]
        keys.append(key)
        spoken.append("".join(f"\n {line} " for line in lines if line))
        if "" in lines:
            exact[key] = frozenset(folded(text) for text in texts[: len(texts) - bool(caption)])
    return Keywords(np.array(keys, np.int64), tuple(spoken), exact)


def _plain(text: str) -> str:
    """Text without case and accents."""
    text = text.casefold()
    if text.isascii():
        return text
    return "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))


def _storable(text: str) -> str:
    return text.encode("utf-8", "replace").decode()
