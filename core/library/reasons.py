"""Why a photo matched: where in it the active encoder sees what was asked for."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.errors import RecollectError
from core.jobs import Turn
from core.labels.why import heat
from core.library.finding import Finding
from core.library.models import Models
from core.library.region_sight import Place, Sight
from core.library.region_values import Why
from core.query.parse import parse
from core.query.tree import LIKE
from core.search.bands import centred, neutral_texts

if TYPE_CHECKING:
    from core.models.dual_encoder import DualEncoder

Floats = NDArray[np.float32]

# Photos whose maps stay in memory, so that other words need no network.
_REMEMBERED = 8


class Reasons:
    """Blocking; safe to use from several threads."""

    def __init__(self, models: Models, finding: Finding, sight: Sight) -> None:
        self._models = models
        self._finding = finding
        self._sight = sight
        self._lock = threading.Lock()
        self._maps: OrderedDict[Hashable, Floats] = OrderedDict()

    def why(self, photo_id: int, text: str, turn: Turn) -> Why:
        """Where a photo agrees with the words of a query; an approximation.

        Raises ``query.*`` (``query.empty`` without words that are wanted), ``photo.*``, ``model.*``
        (``model.no_map`` for an encoder that cannot tell), Cancelled.
        """
        wanted = [part for part in parse(text).wanted if part.kind != LIKE]
        if not wanted:
            raise RecollectError("query.empty")
        place = self._sight.place(photo_id)
        with self._finding.steady():
            finder = self._finding.finder(turn)
            rows = finder.text_vectors([part.value for part in wanted], turn)
            neutral = finder.text_vectors(neutral_texts(), turn)
            asked = centred(
                (rows * np.array([[part.weight] for part in wanted])).sum(axis=0), np.float32(0.0)
            )
            cells = self._map(place, turn)
            self._sight.still_there(place)
            return Why(place.photo_id, heat(cells, asked, neutral), float(self._whole(place, cells) @ asked))

    def _map(self, place: Place, turn: Turn) -> Floats:
        key = self._models.card().id, place.fingerprint or self._sight.key(place)
        with self._lock:
            known = self._maps.get(key)
        if known is None:
            encoder = self._encoder()
            known = encoder.dense(encoder.prepare_dense(self._sight.whole(place)), turn)
            with self._lock:
                self._maps[key] = known
                while len(self._maps) > _REMEMBERED:
                    self._maps.popitem(last=False)
        return known

    def _encoder(self) -> DualEncoder:
        encoder = self._models.encoder()
        if not encoder.supports_dense:
            raise RecollectError("model.no_map", name=encoder.card.name)
        return encoder

    def _whole(self, place: Place, cells: Floats) -> Floats:
        """The photo's own vector; about it, from its cells, while it is not indexed."""
        if place.content_id is not None:
            own = self._models.index().known([place.content_id])[1]
            if len(own):
                return np.asarray(own[0])
        return centred(cells.mean(axis=(0, 1)), np.float32(0.0))
