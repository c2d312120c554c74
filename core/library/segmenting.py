"""The library's region model: its card, the network, what it saw, and the index of its groups."""

from __future__ import annotations

import shutil
import threading
from collections import OrderedDict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.catalogue import contents, groups
from core.catalogue.groups import NewGroups
from core.errors import RecollectError
from core.index.files import subfolder
from core.index.index import Index
from core.library import environment
from core.library.models import Models
from core.library.readers import Readers
from core.library.region_values import RegionModelInfo
from core.library.shared import Shared
from core.models import cards
from core.models.cards import Card
from core.models.groups import NONE, Groups, Segmentation, compact
from core.paths import cache_home

if TYPE_CHECKING:
    from core.models.segmenter import Segmenter

BUILT_IN = "starter-regions"
# Where in the library the index of groups is.
FOLDER = "regions"

Ints = NDArray[np.int64]

# Photos whose groups stay in memory: a second click asks neither the network nor the catalogue.
_REMEMBERED = 512


class Segmenting:
    """Owns the region model (loaded at first use, on whatever lane asks) and the index of its groups.

    Groups belong to a space, which changes with the model: what another model saw stays in the catalogue
    until this one has looked into every photo.
    """

    def __init__(self, shared: Shared, models: Models) -> None:
        self._shared = shared
        self._models = models
        self._loading = threading.Lock()
        self._opening = threading.Lock()
        self._readers = Readers()
        self._choosing = threading.Lock()
        self._renewals = 0
        self._card: Card | None = None
        self._segmenter: Segmenter | None = None
        self._index: Index | None = None
        self._seen_changes = -1
        self._spaces: dict[str, int] = {}
        self._memory: OrderedDict[Hashable, Groups] = OrderedDict()
        self._memory_lock = threading.Lock()

    def steady(self) -> AbstractContextManager[None]:
        """While it is held, card, network and index belong together: a change of the model waits for it."""
        return self._readers.reading()

    # the model

    def card(self) -> Card:
        """The region model's card. A chosen model that is gone falls back to the built-in one, said once.

        Raises ``model.segmenter_missing`` when there is none, and what is wrong with the one there is.
        """
        with self._choosing:
            card, renewals = self._card, self._renewals
        if card is not None:
            return card
        wanted = self._shared.settings.text("regions.model")
        try:
            card = cards.find_segmenter(wanted, self._models.folder)
        except RecollectError as error:
            if wanted == BUILT_IN:
                raise
            card = cards.find_segmenter(BUILT_IN, self._models.folder)
            self._shared.notice(error)
        with self._choosing:
            if self._renewals != renewals:
                return card  # the settings may name another by now: whoever asks next looks again
            self._card = self._card or card
            return self._card

    def state(self) -> RegionModelInfo:
        """Which region model there is, and how many photos it has looked into."""
        wanted = self._shared.settings.text("regions.model")
        try:
            card = self.card()
        except RecollectError as error:
            missing = error.code in ("model.segmenter_missing", "model.missing", "model.unknown")
            with self._shared.catalogue.reading() as conn:
                found = groups.counts(conn, 0)
            return RegionModelInfo("", wanted, "missing" if missing else "damaged", 0, found.contents)
        with self._shared.catalogue.reading() as conn:
            found = groups.counts(conn, self._number(card))
        return RegionModelInfo(card.id, card.name, "ready", found.looked, found.contents)

    def segmenter(self) -> Segmenter:
        """The network; loads it when this is the first use (a second or two). Raises ``model.*``."""
        with self._loading:
            if self._segmenter is None:
                with environment.loading():
                    self._segmenter = self._load(self.card(), hurried=True)
            return self._segmenter

    def measure(self) -> None:
        """Load the network if need be, and measure how it runs best here unless that is known: seconds, in
        which clicks are answered as before. For the background lane. Raises ``model.*``."""
        with self._loading:
            renewals = self._renewals
            if self._segmenter is not None and self._segmenter.settled:
                return
        with environment.loading():
            measured = self._load(self.card(), hurried=False)
        with self._readers.switching(), self._loading:
            spare: Segmenter | None = measured
            now = self._segmenter
            # One that somebody in a hurry loaded meanwhile is not measured either.
            if self._renewals == renewals and (now is None or not now.settled):
                self._segmenter, spare = measured, now
        if spare is not None:
            spare.close()

    @property
    def loaded(self) -> bool:
        """True when the network is ready."""
        return self._segmenter is not None

    def _load(self, card: Card, *, hurried: bool) -> Segmenter:
        from core.models.segmenter import Segmenter

        settings = self._shared.settings
        return Segmenter.load(
            card,
            device=settings.text("device"),
            precision=settings.text("precision"),
            threads=int(settings.number("threads")),
            cache=cache_home(),
            notice=self._shared.notice,
            hurried=hurried,
        )

    def renew(self) -> None:
        """Let go of model and index: the next use opens them as the settings say now.

        For the background lane. A photo that is just being looked into is waited for.
        """
        with self._readers.switching(), self._loading, self._opening:
            index, self._index = self._index, None
            old, self._segmenter = self._segmenter, None
            with self._choosing:
                self._card = None
                self._renewals += 1
        if index is not None:
            if not self._shared.catalogue.read_only:
                self._save(index)
            index.close()
        if old is not None:
            old.close()
        self._shared.tell("regions")

    # what was seen

    def space_id(self, *, make: bool = False) -> int:
        """The catalogue's number of the model's space; 0 while there is none and it is not to be made."""
        card = self.card()
        number = self._number(card)
        if not number and make:
            with self._shared.catalogue.writing(photos=False) as conn:
                number = contents.space_id(conn, card.id, card.dimension)
        return number

    def _number(self, card: Card) -> int:
        number = self._spaces.get(card.id, 0)
        if not number:
            with self._shared.catalogue.reading() as conn:
                number = contents.space_id(conn, card.id, card.dimension)
            if number:
                self._spaces[card.id] = number
        return number

    def groups(self, content_ids: Sequence[int]) -> dict[int, Groups]:
        """What was seen in these contents, from memory or the catalogue; those not looked into are missing.

        A row that is damaged counts as none and is forgotten, so that the photo is looked into again.
        """
        card = self.card()
        found: dict[int, Groups] = {}
        missing = []
        for content_id in dict.fromkeys(int(one) for one in content_ids):
            known = self.remembered((card.id, content_id))
            if known is not None:
                found[content_id] = known
            else:
                missing.append(content_id)
        if missing:
            with self._shared.catalogue.reading() as conn:
                rows = groups.get(conn, self._number(card), missing)
            damaged = []
            for content_id, (vectors, cells) in rows.items():
                try:
                    found[content_id] = Groups.of(vectors, cells)
                except ValueError:
                    damaged.append(content_id)
                    continue
                self.remember((card.id, content_id), found[content_id])
            if damaged:
                self._forget(card, damaged)
        return found

    def damaged(self) -> list[int]:
        """Contents whose map in the catalogue cannot be read. Reads all of them. Raises ``model.*``."""
        found = []
        with self._shared.catalogue.reading() as conn:
            for content_id, count, cells in groups.iter_maps(conn, self._number(self.card())):
                try:
                    Groups.of(np.zeros((count, 1), np.float16), cells)
                except ValueError:
                    found.append(content_id)
        return found

    def forget_damaged(self, content_ids: Sequence[int]) -> None:
        """Let these contents be looked into again."""
        self._forget(self.card(), content_ids)

    def _forget(self, card: Card, content_ids: Sequence[int]) -> None:
        with self._memory_lock:
            for content_id in content_ids:
                self._memory.pop((card.id, content_id), None)
        if self._shared.catalogue.read_only:
            return
        with self._shared.catalogue.writing(photos=False) as conn:
            groups.remove(conn, self._number(card), content_ids)
        if self._index is not None and self._index.space == card.id:
            self._index.remove(_all_keys(content_ids))

    def remembered(self, key: Hashable) -> Groups | None:
        """What was seen under a key while the program ran."""
        with self._memory_lock:
            found = self._memory.get(key)
            if found is not None:
                self._memory.move_to_end(key)
            return found

    def remember(self, key: Hashable, seen: Groups) -> None:
        """Keep what was seen for a second question, in place of what was not asked for the longest."""
        with self._memory_lock:
            self._memory[key] = seen
            self._memory.move_to_end(key)
            while len(self._memory) > _REMEMBERED:
                self._memory.popitem(last=False)

    def store(self, card: Card, seen: Mapping[int, Kept]) -> list[int]:
        """Keep what a model saw in contents; returns those kept: one that was forgotten meanwhile is not.

        Raises ``disk.full``, ``catalogue.read_only``.
        """
        rows = [NewGroups(key, one.vectors, one.cells) for key, one in seen.items()]
        with self._shared.catalogue.writing(photos=False) as conn:
            number = contents.space_id(conn, card.id, card.dimension)
            kept = groups.put(conn, number, rows)
        index = self._index
        if index is None and kept and (self.folder / subfolder(card.id)).is_dir():
            # The stored index may hold what a forgotten content of the same number showed.
            index = self.index()
        if index is not None and index.space == card.id and kept:
            fresh = [_keys(key, len(seen[key].vectors)) for key in kept]
            added: Ints = np.concatenate(fresh)
            before = _all_keys(kept)
            index.remove(np.setdiff1d(before[index.has(before)], added))
            index.add(added, np.concatenate([seen[key].vectors for key in kept]).reshape(-1, card.dimension))
        return kept

    # the index of groups

    @property
    def folder(self) -> Path:
        """Where the index of groups is kept."""
        return self._shared.home / FOLDER / self._models.index_folder().name

    def index(self) -> Index:
        """The index of the model's groups, brought up to the catalogue; needs no network.

        Its keys are those of ``core.catalogue.groups``. To be used inside ``steady``. Raises ``model.*``.
        """
        with self._opening:
            if self._index is None:
                card = self.card()
                index = Index.open(self.folder, card.id, card.dimension, answers="exact")
                self._seen_changes = self._shared.catalogue.change_count()
                self._reconcile(index)
                self._index = index
            elif self._shared.catalogue.read_only:
                changes = self._shared.catalogue.change_count()
                if changes != self._seen_changes:
                    self._seen_changes = changes
                    self._reconcile(self._index)
            return self._index

    def bring_up(self) -> None:
        """Bring an open index up to the catalogue: folders came and went, photos were forgotten."""
        with self._memory_lock:
            self._memory.clear()  # the number of a content that was forgotten may be another's by now
        with self._opening:
            if self._index is not None:
                self._reconcile(self._index)

    def _reconcile(self, index: Index) -> None:
        number = self._spaces.get(index.space, 0) or self._number(self.card())
        with self._shared.catalogue.reading() as conn:
            keys = groups.keys(conn, number)

        def fetch(missing: Ints) -> Iterator[tuple[Ints, NDArray[np.float16]]]:
            with self._shared.catalogue.reading() as conn:
                yield from groups.iter_vectors(conn, number, missing)

        index.reconcile(keys, fetch)

    def save_index(self) -> None:
        """Write the index beside the catalogue; a full or shut disk is said, and search goes on."""
        index = self._index
        if index is not None and not self._shared.catalogue.read_only:
            self._save(index)

    def _save(self, index: Index) -> None:
        try:
            index.save()
        except RecollectError as error:
            self._shared.notice(error)

    def drop_index(self) -> None:
        """Let go of the index, which is made anew from the catalogue at the next use."""
        with self._readers.switching(), self._opening:
            if self._index is not None:
                self._index.close()
                self._index = None
            shutil.rmtree(self.folder, ignore_errors=True)

    def settle(self, card: Card) -> None:
        """This model has looked into every photo: what others saw is not needed any more."""
        with self._shared.catalogue.writing(photos=False) as conn:
            gone = groups.remove_others(conn, contents.space_id(conn, card.id, card.dimension))
        if gone:
            with self._readers.switching(), self._opening:
                for place in self.folder.iterdir() if self.folder.is_dir() else ():
                    if place.name != subfolder(card.id):
                        shutil.rmtree(place, ignore_errors=True)

    def close(self, *, ended: bool = True) -> None:
        """Save the index; close it and let the network go unless a lane may still use them."""
        self.save_index()
        if not ended:
            return
        if self._index is not None:
            self._index.close()
        if self._segmenter is not None:
            self._segmenter.close()


@dataclass(frozen=True)
class Kept:
    """What was seen in a photo: ``vectors`` float16[k, d] and the packed map as they are stored, and what is
    read from them, so that a first answer is what every later one will be."""

    vectors: NDArray[np.float16]
    cells: bytes
    groups: Groups

    @classmethod
    def of(cls, segmentation: Segmentation) -> Kept:
        """The largest groups; none where the network gave numbers that are none."""
        seen = compact(segmentation)
        vectors, cells = seen.embeddings.astype(np.float16), seen.cells_bytes()
        if not np.isfinite(vectors).all():
            nothing = Groups(seen.embeddings[:0], seen.shares[:0], np.full_like(seen.cells, NONE << 5))
            return cls(vectors[:0], nothing.cells_bytes(), nothing)
        return cls(vectors, cells, Groups.of(vectors, cells))


def _keys(content_id: int, count: int) -> Ints:
    return groups.keys_of(np.full(count, content_id, np.int64), np.arange(count))


def _all_keys(content_ids: Sequence[int]) -> Ints:
    ids = np.repeat(np.asarray(content_ids, np.int64), groups.MOST)
    return groups.keys_of(ids, np.tile(np.arange(groups.MOST), len(content_ids)))
