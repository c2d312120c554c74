"""The parts of photos for the finder: their index, words in their space, what neutral texts find there."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.catalogue.groups import content_of
from core.errors import RecollectError
from core.index.index import Index
from core.jobs import Turn
from core.library.models import Models
from core.library.region_words import RegionWords
from core.library.segmenting import Segmenting
from core.library.shared import Shared
from core.models.templates import Encode, averaged
from core.search import blending
from core.search.bands import Background, centred, neutral_texts
from core.search.blending import Inside
from core.search.regions import RegionScores

log = logging.getLogger(__name__)

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

# Contents whose parts show what neutral texts find in this library.
_SAMPLE = 2048
_GROWN = 1.1
# Parts are searched once this share of the contents was looked into, and parts are looked for with a part
# once it is this one; below, whole photos answer.
FEWEST, FEWEST_FOR_LIKE = 0.1, 0.5
# With more parts than these, plain words are answered by whole photos alone: they are typed and cannot wait.
_MOST_FOR_WORDS = 1_500_000
# A region model that is not there is looked for again after so many seconds.
_AGAIN = 5.0


class PartsFinding:
    """Blocking; called inside ``Segmenting.steady``, by the finder's owner."""

    def __init__(self, shared: Shared, models: Models, segmenting: Segmenting, words: RegionWords) -> None:
        self._shared = shared
        self._models = models
        self._segmenting = segmenting
        self._words = words
        self._lock = threading.Lock()
        self._missing_until = 0.0
        self._index: Index | None = None
        self._inside: Inside | None = None
        self._counted: tuple[int, int] = (-1, 0)
        self._measured, self._beside = 0, ""
        self._opening = False

    @property
    def segmenting(self) -> Segmenting:
        """The region model and its index."""
        return self._segmenting

    def inside(self, encode: Encode, *, asked: bool, hurried: bool) -> Inside | None:
        """What the finder needs to search the parts of photos; None where whole photos are to answer.

        ``encode`` gives vectors of texts in the active encoder's space, remembered. ``asked``: the question
        names a part; else parts are searched only where the settings say so, and somebody in a hurry does not
        wait for the index to be opened. A region model that is missing or damaged is as good as none here.
        """
        everywhere = self._shared.settings.get("regions.in_search") is True
        if not (asked or everywhere) or time.monotonic() < self._missing_until:
            return None
        if not asked and hurried and self._index is None:
            self._open_later()
            return None
        try:
            index = self._segmenting.index()
            self._words.space()  # an encoder that names the parts may be gone
        except RecollectError as error:
            if not error.code.startswith(("model.", "device.")):
                raise
            self._missing_until = time.monotonic() + _AGAIN
            return None
        with self._lock:
            if self._index is not index or self._inside is None:
                self._index, self._measured = index, 0
                self._inside = Inside(
                    RegionScores(index), lambda texts, turn: self._vectors(encode, texts, turn)
                )
            self._inside.everywhere = everywhere
            looked = self.looked()
            enough = looked > 0 and looked >= FEWEST * self._models.index().count
            return self._inside if enough and (asked or index.count <= _MOST_FOR_WORDS) else None

    def looked(self) -> int:
        """Contents with parts that can be found."""
        index = self._index
        if index is None:
            return 0
        version, count = self._counted
        if version != index.version:
            version, keys = index.version, index.keys()
            count = int(np.count_nonzero(np.diff(content_of(keys)))) + 1 if len(keys) else 0
            self._counted = version, count
        return count

    @property
    def for_likes(self) -> bool:
        """Whether so many contents were looked into that photos with a part are found by their parts."""
        return self.looked() > 0 and self.looked() >= FEWEST_FOR_LIKE * self._models.index().count

    def stale(self, inside: Inside) -> bool:
        """Whether what neutral texts find among the parts is to be measured: it never was, there are more, or
        another encoder sees whole photos."""
        count = self.looked()
        grown = inside.background is None or count >= self._measured * _GROWN
        return count > 0 and (grown or self._beside != self._models.card().id)

    def measure(self, inside: Inside, background: Background, neutral: Floats, turn: Turn) -> bool:
        """Measure it; False where there is nothing to measure it by. ``background`` and ``neutral``: that of
        whole photos, and the texts' vectors there."""
        count = self.looked()
        wholes, groups, starts = self._sample()
        if not len(wholes):
            return False
        own = self._neutral(neutral, turn)
        scores = centred(neutral, background.text_mean) @ wholes.T
        inside.background = blending.measure(groups, starts, own, (scores, background.text_spread))
        self._measured, self._beside = count, self._models.card().id
        return True

    def _neutral(self, neutral: Floats, turn: Turn) -> Floats:
        if self._as_active() and self._words.templates == self._models.card().templates:
            return neutral
        return self._words.vectors(neutral_texts(), turn)

    def _sample(self) -> tuple[Floats, Floats, Ints]:
        """Vectors of some contents with parts, those of their parts, and where each one's parts begin."""
        assert self._index is not None
        keys = self._index.keys()
        contents = np.unique(content_of(keys))
        contents = contents[self._models.index().has(contents)]
        if len(contents) > _SAMPLE:
            contents = np.sort(np.random.default_rng(0).choice(contents, _SAMPLE, replace=False))
        there, wholes = self._models.index().known(contents)
        keys = keys[np.isin(content_of(keys), contents[there])]
        known, groups = self._index.known(keys)
        of = content_of(keys[known])
        starts = np.flatnonzero(np.diff(of, prepend=-1)).astype(np.int64)
        return wholes[np.isin(contents[there], of)], groups, starts

    def _as_active(self) -> bool:
        """Whether the active encoder's texts are those of the parts."""
        return self._words.space().id == self._models.card().id

    def _vectors(self, encode: Encode, texts: Sequence[str], turn: Turn) -> Floats:
        """Unit vectors float32[n, d] of texts in the space of the parts: the mean over the templates."""
        own = encode if self._as_active() else self._words.encode_texts
        return averaged(own, self._words.templates, texts, turn)

    def _open_later(self) -> None:
        if not self._opening:
            self._opening = True
            self._shared.lanes.background.submit("open the index of parts", lambda context: self._open())

    def _open(self) -> None:
        try:
            with self._segmenting.steady():
                self._index = self._segmenting.index()
                found = self.looked()
            if found:
                self._shared.tell("index")  # what was answered without it may be answered anew
        except RecollectError as error:
            self._missing_until = time.monotonic() + _AGAIN
            log.info("the index of parts was not opened: %s", error)
        finally:
            self._opening = False
