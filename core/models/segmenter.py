"""A model that sees the parts of a photo: a soft map of its cells to groups, and a vector for each group."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.errors import RecollectError
from core.jobs import Turn
from core.models.cards import Card
from core.models.checkpoint import load_checkpoint
from core.models.device import Plan, choose, is_measured, is_out_of_memory
from core.models.groups import Segmentation
from core.models.model_folder import damaged
from core.models.preparation import Preparation, Prepared
from core.models.runner import Notice, Runner, probes
from core.models.runtime import prepare_environment, set_threads
from core.models.windows import cut, joined, short_side
from core.models.words import Words


class Segmenter(Runner):
    """A loaded segmenter. ``prepare`` runs in any thread; ``segment`` and the others queue at the gate.

    A photo is seen whole, squeezed to the network's square, whatever its shape. ``labels_by`` names the
    encoder whose texts name its parts, None when its own ``encode_texts`` does.
    """

    settled = True
    """False while nobody has measured how it runs best here."""

    _side: tuple[int, int]
    _grid: tuple[int, int]

    @classmethod
    def load(
        cls,
        card: Card,
        *,
        device: str = "auto",
        precision: str = "auto",
        threads: int = 0,
        cache: Path | None = None,
        notice: Notice | None = None,
        measure: bool = True,
        hurried: bool = False,
        encoder_card: Card | None = None,
    ) -> Segmenter:
        """Load the segmenter of ``card``; takes seconds, so call it on a worker.

        The other arguments are those of ``DualEncoder.load``; ``encoder_card`` stands for the encoder
        whose maps it reads (None: the one its card names). ``hurried``: somebody waits, so a processor
        that has not been measured yet runs it plainly, and it is not ``settled``. Raises RecollectError
        ``model.not_a_segmenter``, ``model.*``, ``device.unknown``, ``device.out_of_memory``.
        """
        prepare_environment()
        used = set_threads(threads)
        plan = Plan("cpu", "fp32", 1, 0.0, 1.0)
        towers, preparation, words = _loaded(card, encoder_card)
        self = cls(card, towers, preparation, words, plan, threads=threads, notice=notice)
        try:
            photos = probes(preparation, 2)
        except (ValueError, TypeError, AttributeError) as error:
            raise damaged(card.path, f"image processor: {error}") from error
        self._check(photos)
        if not measure:
            return self
        towers.improve(photos)
        place = choose(device)
        self.settled = not (
            hurried and place == "cpu" and not is_measured(card.id, place, precision, used, cache)
        )
        if self.settled:
            self._settle(place, precision, used, cache)
        return self

    @property
    def labels_by(self) -> str | None:
        """The encoder whose texts name the parts, None for the segmenter's own."""
        return self.card.labels_by or None

    @property
    def input_side(self) -> int:
        """The pixels a decoded photo should have on each side."""
        return max(self.input_short_side, self.input_long_side)

    @property
    def finer_side(self) -> int:
        """The pixels a decoded photo should have on its short side for ``finer``."""
        return short_side(min(self._side))

    @property
    def batch(self) -> int:
        """Photos in one pass."""
        return self._batch

    def segment(self, batch: Sequence[Prepared], turn: Turn) -> list[Segmentation]:
        """The groups of each photo. Passes the gate once per device batch.

        Raises Cancelled between batches, ``device.out_of_memory`` when not even one photo fits.
        """
        found: list[Segmentation] = []
        for _, seen in self._batches(batch, turn, lambda chunk: self._towers.look(chunk)):
            found += self._towers.parts(seen)
        return found

    def finer(self, pixels: NDArray[np.uint8], turn: Turn) -> Segmentation:
        """The groups of one photo, uint8 (h, w, 3), with the outlines that windows over a larger picture see.

        Many passes: the token is read between them. Raises as ``segment`` does.
        """
        windows, layout = cut(pixels, self._side, self._grid)
        whole, *found = self.segment([self.prepare(one) for one in (pixels, *windows)], turn)
        return joined(layout, found, whole)

    def _check(self, photos: Sequence[Prepared]) -> None:
        """One photo and one text must give vectors of the card's length."""
        try:
            found = self._towers.parts(self._towers.look(photos[:1]))[0]
            text = self._towers.texts(self._words.tokens(["a photo"])) if self._words else None
        except (RuntimeError, ValueError, IndexError, TypeError, KeyError, AttributeError) as error:
            if is_out_of_memory(error):
                raise RecollectError("device.out_of_memory", name=self.card.name) from error
            raise damaged(self.card.path, f"it cannot run: {error}") from error
        lengths = {found.embeddings.shape[1], self.dimension, *(() if text is None else text.shape[1:])}
        if len(lengths) > 1:
            raise damaged(self.card.path, f"vectors of different lengths: {sorted(lengths)}")
        self._side, self._grid = photos[0].shape[:2], found.assignment.shape[1:]


def _loaded(card: Card, encoder_card: Card | None) -> tuple[Any, Preparation, Words | None]:
    """The network, how photos are prepared for it, and its words when it has a text tower."""
    if card.reads is not None:
        from core.models.reading import load_reading

        return (*load_reading(card, encoder_card), None)
    from core.models.part_towers import GroupTowers

    checkpoint = load_checkpoint(card)
    try:
        preparation = Preparation.of(checkpoint.image_processor, "squeeze")
    except (ValueError, TypeError, AttributeError) as error:
        raise damaged(card.path, f"image processor: {error}") from error
    words = None if card.labels_by else Words(checkpoint.tokenizer, card, checkpoint.positions)
    return GroupTowers(checkpoint.model, preparation.recipe), preparation, words
