"""What waits to be read, in the order of its ids, also while more is found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.catalogue import contents, photos
from core.catalogue.problems import NewProblem
from core.catalogue.store import Catalogue
from core.ingest.looking import Looking
from core.ingest.stages import Wanted, problem_of, shut

# Small, so that little of a folder is read once it was removed.
_CHUNK = 250


@dataclass(frozen=True)
class Waiting:
    """Photos without content in the chosen folders (None: all), and contents without an embedding in the
    space. What failed before counts only where ``decoder_version`` has changed or it is to be tried again."""

    catalogue: Catalogue
    space_id: int
    decoder_version: str
    chosen: Sequence[int] | None = None

    def count(self) -> int:
        """How many are waiting now."""
        with self.catalogue.reading() as conn:
            unread = photos.waiting_count(conn, folder_ids=self.chosen, decoder_version=self.decoder_version)
            return unread + photos.waiting_embedding_count(
                conn, self.space_id, decoder_version=self.decoder_version
            )

    def all(self, looking: Looking | None = None) -> Iterator[Wanted | None]:
        """All that waits, each once. While ``looking`` goes on, what it finds comes as it is found (None:
        nothing at the moment), and what is older only when it has ended: until then that may still change."""
        if looking is not None:
            yield from self._found(looking)
            yield from self.photos(0, looking.newest)
        else:
            yield from self.photos()
        yield from self.embeddings()

    def photos(self, after: int = 0, upto: int | None = None) -> Iterator[Wanted]:
        """Waiting photos with ids above ``after``, not above ``upto``."""
        while True:
            rows = self._next(after)
            for row in rows:
                if upto is not None and row.photo_id > upto:
                    return
                yield row
            if not rows:
                return
            after = rows[-1].photo_id

    def embeddings(self) -> Iterator[Wanted]:
        """Contents that were read and have no embedding in the space."""
        after = 0
        while True:
            with self.catalogue.reading() as conn:
                rows = photos.waiting_embedding(
                    conn, self.space_id, after, _CHUNK, decoder_version=self.decoder_version
                )
                known = contents.get(conn, [row[0] for row in rows])
            if not rows:
                return
            after = rows[-1][0]
            for content_id, photo_id, path, size, mtime_ns in rows:
                yield Wanted(photo_id, path, 0, size, mtime_ns, content_id, known[content_id].fingerprint)

    def all_shut(self) -> list[NewProblem] | None:
        """The problems of all that waits when none of it may even be opened; None when something may."""
        closed: list[NewProblem] = []
        for wanted in self.photos():
            unread = shut(wanted)
            if unread is None:
                return None
            closed.append(problem_of(unread, self.decoder_version))
        return closed if next(self.embeddings(), None) is None else None

    def _found(self, looking: Looking) -> Iterator[Wanted | None]:
        after = looking.newest
        while True:
            # Asked first: what was written before the end is then seen for certain.
            going = looking.going
            rows = self._next(after)
            yield from rows
            if rows:
                after = rows[-1].photo_id
            elif going:
                yield None
            else:
                return

    def _next(self, after: int) -> list[Wanted]:
        with self.catalogue.reading() as conn:
            rows = photos.waiting(
                conn,
                after_id=after,
                limit=_CHUNK,
                folder_ids=self.chosen,
                decoder_version=self.decoder_version,
            )
        return [Wanted(row.id, row.path, row.folder_id, row.size, row.mtime_ns) for row in rows]
