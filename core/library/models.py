"""The library's models: which one is active, its encoder and its index, and changing it."""

from __future__ import annotations

import contextlib
import shutil
import threading
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.catalogue import contents, photos, values
from core.catalogue.lock import Owner, Unwritable, WriterLock
from core.errors import RecollectError
from core.index.index import Index
from core.jobs import Context, Token, Turn
from core.library import environment
from core.library.estimates import RATES
from core.library.readers import Readers
from core.library.shared import Shared
from core.library.values import ModelInfo
from core.models import cards, weights
from core.models.cards import Card
from core.models.quick_text import QuickText
from core.paths import cache_home

if TYPE_CHECKING:
    from core.models.dual_encoder import DualEncoder


_LIBRARY_ID = "library.id"
# The lock of whoever fetches a model, where downloads arrive.
_FETCHING = "download.lock"


class Models:
    """Owns the active encoder (loaded at first use, on whatever lane asks) and the active index.

    Until a change of model is complete the old encoder and index answer; the switch itself is one
    assignment under a lock, and one line in the settings.
    """

    def __init__(self, shared: Shared) -> None:
        self._shared = shared
        self._loading = threading.Lock()
        self._opening = threading.Lock()
        self._card: Card | None = None
        self._encoder: DualEncoder | None = None
        self._index: Index | None = None
        self._seen_changes = -1
        self._switching: str | None = None
        self._readers = Readers()
        self._quick: QuickText | None = None
        self._no_quick = False
        self._quick_lock = threading.Lock()

    def steady(self) -> AbstractContextManager[None]:
        """While it is held, card, encoder and index belong together: a switch waits for it."""
        return self._readers.reading()

    @property
    def folder(self) -> Path:
        """Where imported models are kept."""
        return self._shared.home / "models"

    def card(self) -> Card:
        """The active model's card. A chosen model that is gone falls back to the built-in one, said once."""
        card = self._card
        if card is not None:
            return card
        wanted = self._shared.settings.text("model.active")
        try:
            card = cards.find_card(wanted, self.folder)
        except RecollectError as error:
            self._shared.notice(error)
            card = cards.find_card("starter", self.folder)
        self._card = self._card or card  # somebody may have changed the model meanwhile
        return self._card

    def encoder(self) -> DualEncoder:
        """The active encoder; loads it when this is the first use (seconds). Raises ``model.*``."""
        with self._loading:
            if self._encoder is None:
                with environment.loading():
                    self._encoder = self.load(self.card())
            return self._encoder

    def encode_texts(self, texts: Sequence[str], turn: Turn) -> NDArray[np.float32]:
        """Unit vectors float32[n, d] of texts, without torch where the model's text side allows it."""
        if self._encoder is None:
            with self._quick_lock:
                if self._quick is None and not self._no_quick:
                    self._quick = QuickText.open(self.card())
                    self._no_quick = self._quick is None
                quick = self._quick
            if quick is not None:
                return quick.encode_texts(texts, turn)
        return self.encoder().encode_texts(texts, turn)

    @property
    def loaded(self) -> bool:
        """True when the active encoder is ready."""
        return self._encoder is not None

    def load(self, card: Card) -> DualEncoder:
        """Load an encoder with the person's device settings; imports torch."""
        from core.models.dual_encoder import DualEncoder

        settings = self._shared.settings
        return DualEncoder.load(
            card,
            device=settings.text("device"),
            precision=settings.text("precision"),
            threads=int(settings.number("threads")),
            cache=cache_home(),
            notice=self._shared.notice,
        )

    def index(self) -> Index:
        """The active space's index, brought up to the catalogue; needs no encoder."""
        with self._opening:
            if self._index is None:
                self._index = self._open(self.card())
            elif self._shared.catalogue.read_only:
                changes = self._shared.catalogue.change_count()
                if changes != self._seen_changes:
                    self._seen_changes = changes
                    self.reconcile(self._index)
            return self._index

    def _open(self, card: Card) -> Index:
        settings = self._shared.settings
        index = Index.open(
            self.index_folder(),
            card.id,
            card.dimension,
            answers=settings.text("index.answers"),
            hnsw_from=int(settings.number("index.hnsw_from")),
            ef=int(settings.number("index.ef")),
        )
        if self._shared.catalogue.read_only:
            self._seen_changes = self._shared.catalogue.change_count()
        self.reconcile(index)
        return index

    def index_folder(self) -> Path:
        """Named by the catalogue, so that another library's index in this place is never taken for ours."""
        catalogue = self._shared.catalogue
        with catalogue.reading() as conn:
            name = values.get(conn, _LIBRARY_ID)
        if name is None and not catalogue.read_only:
            name = uuid.uuid4().hex[:12]
            with catalogue.writing() as conn:
                values.put(conn, _LIBRARY_ID, name)
        return self._shared.home / "index" / (name or "unnamed")

    def reconcile(self, index: Index) -> tuple[int, int]:
        """Set difference with the catalogue: (added, removed) keys."""
        with self._shared.catalogue.reading() as conn:
            space = contents.space_id(conn, index.space, index.dimension)
            keys = contents.embedding_keys(conn, space)

        def fetch(missing: NDArray[np.int64]) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float16]]]:
            with self._shared.catalogue.reading() as conn:
                yield from contents.iter_embeddings(conn, space, missing)

        return index.reconcile(keys, fetch)

    def space_id(self, card: Card) -> int:
        """The catalogue's number of a card's space, made when missing."""
        with self._shared.catalogue.writing() as conn:
            return contents.space_id(conn, card.id, card.dimension)

    def save_index(self) -> None:
        """Write the index beside the catalogue; a full or shut disk is said, and search goes on."""
        index = self._index
        if index is None or self._shared.catalogue.read_only:
            return
        try:
            index.save()
        except RecollectError as error:
            self._shared.notice(error)

    def infos(self) -> list[ModelInfo]:
        """Every model on this computer, the built-in one first."""
        active = self.card().id
        return [self._info(card, active) for card in cards.list_cards(self.folder)]

    def import_model(self, source: Path, context: Context) -> ModelInfo:
        """Copy a model folder into the library after checking it; it is not used yet."""
        card = weights.import_model(
            source,
            self.folder,
            token=context.token,
            progress=lambda done, total: context.progress(done, total, "Copying the model"),
        )
        self._shared.tell("model")
        return self._info(card, self.card().id)

    def offered(self) -> list[ModelInfo]:
        """Models worth knowing that are not on this computer, as ``download`` takes them: state "absent"."""
        here = {card.path.name.lower() for card in cards.list_cards(self.folder)}
        return [
            ModelInfo(
                known.name,
                known.title,
                known.family,
                known.page,
                0,
                float(known.size_mb),
                known.languages,
                known.good_for,
                known.licence,
                False,
                "absent",
            )
            for known in cards.known_models()
            if known.page and known.name.split("/")[-1].lower() not in here
        ]

    def download(self, name: str, context: Context) -> ModelInfo:
        """Fetch one of ``offered`` and copy it into the library after checking it; it is not used yet.

        Raises ``model.unknown``, ``model.download``, ``disk.full``, and what an import raises.
        """
        known = next((one for one in cards.known_models() if one.page and one.name == name), None)
        if known is None:
            raise RecollectError("model.unknown", name=name)
        if not self._shared.settings.get("network.allowed"):
            raise RecollectError("model.download", name=name, detail="the settings forbid the network")
        from core.models.download import DOWNLOADS, download_model

        with self._fetching(name, self.folder / DOWNLOADS):
            card = download_model(
                name,
                self.folder,
                token=context.token,
                progress=lambda done, total: context.progress(done, total, "Downloading the model"),
            )
        self._shared.tell("model")
        return self._info(card, self.card().id)

    @contextmanager
    def _fetching(self, name: str, folder: Path) -> Iterator[None]:
        """One program at a time: two would write into the same file. Raises ``model.download``."""
        lock = WriterLock(folder, _FETCHING)
        owner: Owner | None = None
        # A folder that cannot be written, or one without locks: the download says what is wrong itself.
        with contextlib.suppress(Unwritable, OSError):
            folder.mkdir(parents=True, exist_ok=True)
            owner = lock.acquire("Recollect", self._shared.now())
        if owner is not None:
            raise RecollectError("model.download", name=name, detail=f"{owner} is downloading a model")
        try:
            yield
        finally:
            lock.release()

    def find(self, name: str) -> Card:
        """The card with this id, name or folder. Raises ``model.unknown``."""
        return cards.find_card(name, self.folder)

    def cost(self, name: str) -> tuple[int, float | None]:
        """How many contents a model would have to encode, and about how long, if that was ever measured.

        Raises ``model.unknown``.
        """
        card = self.find(name)
        with self._shared.catalogue.reading() as conn:
            space = contents.space_id(conn, card.id, card.dimension)
            missing = photos.waiting_embedding_count(conn, space) if space else photos.counts(conn).contents
            rate = (values.get(conn, RATES) or {}).get(card.id)
        return missing, missing / rate if rate else None

    def activate(self, card: Card, encoder: DualEncoder | None) -> None:
        """The switch: from the next question on, this model and its index answer."""
        index = self._open(card)
        # First what may fail for want of room: then the old model goes on answering.
        self._shared.settings.set("model.active", self._remembered(card))
        with self._readers.switching(), self._loading, self._opening:
            old, self._encoder = self._encoder, encoder
            old_index, self._index = self._index, index
            self._card = card
            self._quick, self._no_quick = None, False
        if old_index is not None and not self._shared.catalogue.read_only:
            old_index.save()
        if old is not None and old is not encoder:
            old.close()
        self._shared.tell("model")
        self._shared.tell("photos")

    def renew(self, *, encoder: bool) -> None:
        """Let go of the index, and of the ``encoder`` too: the next use opens them as the settings say now.

        For the background lane, where nothing else uses the encoder.
        """
        with self._readers.switching(), self._loading, self._opening:
            index, self._index = self._index, None
            old = self._encoder if encoder else None
            if encoder:
                self._encoder = None
        if index is not None:
            if not self._shared.catalogue.read_only:
                index.save()
            index.close()
        if old is not None:
            old.close()
        self._shared.tell("model")

    def use(
        self, name: str, encode_all: Callable[[Card, DualEncoder, Context], None], context: Context
    ) -> ModelInfo:
        """Change the model: encode everything with it beside the old one, then switch."""
        card = self.find(name)
        if card.id != self.card().id:
            self._switching = card.id
            try:
                encoder = self.load(card)
                encode_all(card, encoder, context)
                self.activate(card, encoder)
            finally:
                self._switching = None
        return self._info(card, card.id)

    def _remembered(self, card: Card) -> str:
        """How the settings name a model: a folder elsewhere is found again by its path only."""
        if card.built_in:
            return "starter"
        return card.id if self.folder in card.path.parents else str(card.path)

    def close(self, *, ended: bool = True) -> None:
        """Save the index; close it and let the encoder go unless a lane may still use them."""
        self.save_index()
        if not ended:
            return
        if self._index is not None:
            self._index.close()
        if self._encoder is not None:
            self._encoder.close()

    def prepare_graph(self, token: Token, queries: NDArray[np.float32] | None) -> None:
        """Build or load the HNSW graph when this library's size calls for it."""
        index = self.index()
        if index.graph_wanted and index.prepare_graph(token, None, queries):
            self._shared.tell("index")

    def stored_index(self) -> Index:
        """The active space's index as it is on disk, not brought up to the catalogue; close it after use."""
        card = self.card()
        self.save_index()
        return Index.open(self.index_folder(), card.id, card.dimension)

    def rebuild_index(self) -> None:
        """Throw the stored index away and make it anew from the catalogue's embeddings."""
        with self._readers.switching(), self._opening:
            if self._index is not None:
                self._index.close()
                self._index = None
            shutil.rmtree(self._shared.home / "index", ignore_errors=True)
        self.index().save()

    def _info(self, card: Card, active: str) -> ModelInfo:
        state = "active" if card.id == active else "switching" if card.id == self._switching else "ready"
        return ModelInfo(
            card.id,
            card.name,
            card.family,
            str(card.path),
            card.dimension,
            card.size_bytes / 1e6,
            card.languages,
            card.good_for,
            card.licence,
            card.built_in,
            state,
        )
