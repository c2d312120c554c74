"""Duplicates of this library, in their four kinds, with the one to keep first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from core.catalogue import photo_facts, photos, sameness
from core.jobs import Context
from core.library.models import Models
from core.library.shared import Shared
from core.library.showing import info
from core.library.values import DuplicateGroup
from core.search import duplicates
from core.search.duplicate_kinds import DuplicateColumns, Group, looks_of

Ints = NDArray[np.int64]


class Duplicates:
    """Blocking; finding runs on the background lane."""

    def __init__(self, shared: Shared, models: Models) -> None:
        self._shared = shared
        self._models = models

    def find(self, context: Context) -> list[DuplicateGroup]:
        """All groups, kind by kind. Progress counts to 1000. Raises Cancelled.

        What went or became another picture while they were compared is in none: it is no reason to let
        another go.
        """
        with self._shared.catalogue.reading() as conn:
            found = sameness.comparable(conn)
            pairs = photo_facts.raw_pairs(conn)
            apart = sameness.apart(conn)
        columns = columns_of(found, pairs)
        with self._models.steady():
            index = self._models.index()
            groups = duplicates.find(
                columns,
                index.keys(),
                partial(index.vectors, strict=False),
                token=context.turn.token,
                progress=lambda done, total: context.progress(done, total, "Looking for duplicates"),
            )
        content = dict(zip(found.photo_id.tolist(), found.content_id.tolist(), strict=True))
        kept = [group for group in groups if not _all_apart(group, content, apart)]
        wanted = [(group.kind, [int(photo) for photo in group.photos], group.reason) for group in kept]
        return self._shown(wanted, content)

    def set_apart(self, photo_ids: Sequence[int]) -> None:
        """These photos are no duplicates of each other; remembered. Raises ``catalogue.read_only``."""
        with self._shared.catalogue.writing(photos=False) as conn:
            rows = photos.rows(conn, list(photo_ids))
            sameness.keep_apart(conn, [row.content_id for row in rows if row.content_id is not None])

    def left(self, groups: Sequence[DuplicateGroup]) -> list[DuplicateGroup]:
        """What is left of groups found before: photos that can still be shown, where two or more can."""
        return self._shown(
            [(group.kind, [photo.id for photo in group.photos], group.reason) for group in groups]
        )

    def _shown(
        self, groups: Sequence[tuple[str, list[int], str]], content: dict[int, int] | None = None
    ) -> list[DuplicateGroup]:
        """Groups of (kind, ids, reason). ``content``: what each photo was when it was compared."""
        with self._shared.catalogue.reading() as conn:
            found = photos.rows(conn, [photo for _, ids, _ in groups for photo in ids])
        rows = {
            row.id: info(row)
            for row in found
            if row.gone_at is None and not row.folder_removed and not row.hidden
            if content is None or row.content_id == content[row.id]
        }
        left = []
        for kind, ids, reason in groups:
            kept = tuple(rows[photo] for photo in ids if photo in rows)
            if len(kept) >= 2:
                # Why the best was kept says nothing of the next one.
                why = reason if kept[0].id == ids[0] else "first"
                left.append(DuplicateGroup(kind, kept, why, sum(one.size for one in kept[1:])))
        return left


def columns_of(found: sameness.Comparable, pairs: Ints) -> DuplicateColumns:
    """What the search for duplicates compares."""
    look, looked = looks_of(found.looks)
    pair = np.zeros(len(found.photo_id), np.int64)
    place = {key: at for at, key in enumerate(found.photo_id.tolist())}
    for number, (raw, picture) in enumerate(pairs.tolist(), 1):
        # Of several pictures beside a RAW file the first is its pair; a picture may have two RAW files.
        if raw in place and picture in place and not pair[place[raw]]:
            pair[place[raw]] = pair[place[picture]] = pair[place[picture]] or number
    return DuplicateColumns(
        photo_id=found.photo_id,
        content_id=found.content_id,
        taken_at=found.taken_at,
        timed=found.timed,
        camera=found.camera,
        width=found.width,
        height=found.height,
        size=found.size,
        since=found.since,
        look=look,
        looked=looked,
        pair=pair,
        favourite=found.favourite,
        format=found.formats,
        name=found.names,
    )


def _all_apart(group: Group, content: dict[int, int], apart: set[tuple[int, int]]) -> bool:
    """True when the person said of every two of them that they are none."""
    if not apart:
        return False
    ids = sorted(content[int(photo)] for photo in group.photos)
    return all(pair in apart for pair in combinations(ids, 2))
