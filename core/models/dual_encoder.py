"""Any transformers dual encoder from a folder: photos to unit vectors, texts to unit vectors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.errors import RecollectError
from core.jobs import Turn
from core.models.cards import Card
from core.models.checkpoint import load_checkpoint
from core.models.device import Plan, choose, is_out_of_memory
from core.models.model_folder import damaged
from core.models.preparation import Preparation, Prepared
from core.models.runner import Notice, Runner, probes
from core.models.runtime import prepare_environment, set_threads
from core.models.words import Words


class DualEncoder(Runner):
    """A loaded encoder. ``prepare`` runs in any thread; the encode methods queue at the gate."""

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
    ) -> DualEncoder:
        """Load the model of ``card``; takes seconds, so call it on a worker.

        ``device`` is "auto", "cuda", "mps" or "cpu"; ``precision`` "auto", "fp32", "bf16" or "int8";
        ``threads`` 0 for all cores; ``cache`` the folder that keeps measured plans; ``notice`` is
        told once when the device has to be treated gently; without ``measure`` it runs unmeasured, as
        it is, on the processor in fp32 (for a check). Raises RecollectError ``model.*``,
        ``device.unknown``, ``device.out_of_memory``.
        """
        prepare_environment()
        checkpoint = load_checkpoint(card)
        used = set_threads(threads)
        from core.models.towers import Towers

        try:
            preparation = Preparation.of(checkpoint.image_processor, card.image_mode)
            photos = probes(preparation, 2)
        except (ValueError, TypeError, AttributeError) as error:
            raise damaged(card.path, f"image processor: {error}") from error
        words = Words(checkpoint.tokenizer, card, checkpoint.positions)
        towers = Towers(checkpoint.model, preparation.recipe)
        plan = Plan("cpu", "fp32", 1, 0.0, 1.0)
        self = cls(card, towers, preparation, words, plan, threads=threads, notice=notice)
        self._check(photos, words)
        if not measure:
            return self
        towers.improve(photos)
        self._settle(choose(device), precision, used, cache)
        return self

    def encode_photos(self, batch: Sequence[Prepared], turn: Turn) -> NDArray[np.float32]:
        """(n, d) unit rows. Passes the gate once per device batch (≤ 100 ms on a processor).

        A row of zeros means the encoder could not make sense of that photo. Raises Cancelled between
        batches, ``device.out_of_memory`` when not even one photo fits.
        """
        rows = np.zeros((len(batch), self.dimension), np.float32)
        for begin, found in self._batches(batch, turn, lambda chunk: self._towers.photos(chunk)):
            rows[begin : begin + len(found)] = found
        return rows

    @property
    def supports_dense(self) -> bool:
        """Whether ``dense`` can tell where in a photo something is."""
        return bool(self._towers.has_map)

    def prepare_dense(self, pixels: NDArray[np.uint8]) -> Prepared:
        """The whole photo for ``dense``, squeezed, never a crop; any thread."""
        recipe = self._preparation.recipe
        if recipe is None or recipe.target is None:
            return self._preparation.prepare(pixels)
        whole = replace(recipe, size=self._towers.map_size(recipe.target), crop=None)
        return Preparation(whole, None, "squeeze").prepare(pixels)

    def dense(self, prepared: Prepared, turn: Turn) -> NDArray[np.float32]:
        """What each cell of one photo shows, (rows, columns, d), comparable with texts; an approximation.

        Cells are unit vectors; of a network of convolutions their mean is the photo's vector. One forward
        pass through the gate. Raises Cancelled, ``device.out_of_memory``, ValueError without
        ``supports_dense``.
        """
        run = self._batches([prepared], turn, lambda chunk: self._towers.dense(chunk[0]))
        cells: NDArray[np.float32] = next(found for _, found in run)
        return cells

    def _check(self, photos: Sequence[Prepared], words: Words) -> None:
        """One photo and one text must give vectors of the card's length."""
        try:
            photo = self._towers.photos(photos[:1])
            text = self._towers.texts(words.tokens(["a photo"]))
        except (RuntimeError, ValueError, IndexError, TypeError, KeyError, AttributeError) as error:
            if is_out_of_memory(error):
                raise RecollectError("device.out_of_memory", name=self.card.name) from error
            raise damaged(self.card.path, f"it cannot run: {error}") from error
        if photo.shape != text.shape or photo.shape[1] != self.dimension:
            detail = f"photos give {photo.shape[1]} numbers, texts {text.shape[1]}, stated {self.dimension}"
            raise damaged(self.card.path, detail)
