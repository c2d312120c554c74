"""What a loaded model is to its callers: one batch at a time at the gate, a way down when memory ends."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from core.errors import RecollectError
from core.jobs import Turn
from core.models import gate
from core.models.cards import Card
from core.models.device import BATCHES, Plan, is_device_lost, is_out_of_memory, plan_for, probe_photos
from core.models.preparation import Preparation, Prepared
from core.models.runtime import set_threads
from core.models.words import Words

log = logging.getLogger(__name__)

T = TypeVar("T")
Notice = Callable[[RecollectError], None]

# Texts in one forward pass; keeps a long list of labels from holding the device.
TEXTS_AT_ONCE = 16


class Runner:
    """A network on a device. ``prepare`` runs in any thread; whatever needs the device queues at the gate.

    ``space`` names the space of its vectors, ``dimension`` their length, ``plan`` how photos are run
    here. ``input_short_side`` and ``input_long_side`` are the pixels a decoded photo should have at
    least on its short and long side (0: any).
    """

    def __init__(
        self,
        card: Card,
        towers: Any,
        preparation: Preparation,
        words: Words | None,
        plan: Plan,
        *,
        threads: int = 0,
        notice: Notice | None = None,
        device_gate: gate.Gate | None = None,
    ) -> None:
        self.card = card
        self.space = card.id
        self.dimension = card.dimension
        self.plan = plan
        self.input_short_side = preparation.short_side
        self.input_long_side = preparation.long_side
        self._towers = towers
        self._preparation = preparation
        self._words = words
        self._threads = threads
        # True while photos are taken in gently: one thread, so that others have the processor.
        self.gentle = False
        self._notice = notice
        self._said: set[str] = set()
        self._batch = plan.batch
        self._gate = gate.DEVICE if device_gate is None else device_gate
        self._lock = threading.Lock()

    def prepare(self, pixels: NDArray[np.uint8]) -> Prepared:
        """A decoded photo, uint8 (h, w, 3) upright sRGB (grey and RGBA too), ready for the network.

        Pure numpy and Pillow, any thread. Equals the family's own processor to 1e-5.
        """
        return self._preparation.prepare(pixels)

    def encode_texts(self, texts: Sequence[str], turn: Turn) -> NDArray[np.float32]:
        """(n, d) unit rows; what is longer than the model reads is cut.

        Raises Cancelled, and ValueError for a model without a text tower.
        """
        if self._words is None:
            raise ValueError(f"{self.card.name} reads no texts")
        rows = np.zeros((len(texts), self.dimension), np.float32)
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        for begin in range(0, len(order), TEXTS_AT_ONCE):
            chosen = order[begin : begin + TEXTS_AT_ONCE]
            tokens = self._words.tokens([texts[i] for i in chosen])
            with self._gate.admitted(turn):
                set_threads(self._threads)
                rows[chosen] = self._texts(tokens)
        return rows

    def close(self) -> None:
        """Let the weights go. The model cannot be used after that."""
        self._towers = None

    def _batches(
        self, batch: Sequence[Prepared], turn: Turn, run: Callable[[Sequence[Prepared]], T]
    ) -> Iterator[tuple[int, T]]:
        """(place of the first photo, what ``run`` made of them), one device batch after the other.

        Raises Cancelled between batches, ``device.out_of_memory`` when not even one photo fits.
        """
        done = 0
        while done < len(batch):
            chunk = self._next(batch, done)
            try:
                with self._gate.admitted(turn):
                    set_threads(1 if self.gentle else self._threads)
                    found = run(chunk)
            except (RuntimeError, MemoryError) as error:
                self._step_down(error, len(chunk))
                continue
            yield done, found
            done += len(chunk)

    def _next(self, batch: Sequence[Prepared], done: int) -> Sequence[Prepared]:
        """The next photos that share a shape, at most one device batch."""
        chunk = batch[done : done + self._batch]
        shape = chunk[0].shape
        same = next((i for i, photo in enumerate(chunk) if photo.shape != shape), len(chunk))
        return chunk[:same]

    def _texts(self, tokens: Any) -> NDArray[np.float32]:
        try:
            found: NDArray[np.float32] = self._towers.texts(tokens)
        except (RuntimeError, MemoryError) as error:
            self._step_down(error, 1)
            found = self._towers.texts(tokens)
        return found

    def _step_down(self, error: Exception, batch: int) -> None:
        """Smaller batches, then the processor; raises what neither can help."""
        memory, lost = is_out_of_memory(error), is_device_lost(error)
        device = self.plan.device
        if memory and batch > 1:
            self._batch = max(1, batch // 2)
            self._tell(RecollectError("device.smaller_batches", device=device))
        elif (memory or lost) and device != "cpu":
            self._towers.move("cpu")
            self._batch = min(self._batch, 4)
            self._tell(RecollectError("device.processor" if memory else "device.lost", device=device))
        elif memory:
            raise RecollectError("device.out_of_memory", name=self.card.name) from error
        else:
            raise error
        self._release(device)
        self.plan = Plan(
            self._towers.device,
            self.plan.precision,
            self._batch,
            self.plan.photos_per_s,
            self.plan.cosine,
            self.plan.variant,
        )

    def _release(self, device: str) -> None:
        import torch

        if device == "cuda" and torch.cuda.is_available():
            torch.cuda.empty_cache()

    def _tell(self, message: RecollectError) -> None:
        log.info("%s", message)
        with self._lock:
            new = message.code not in self._said
            self._said.add(message.code)
        if new and self._notice is not None:
            self._notice(message)

    def _settle(self, device: str, precision: str, threads: int, cache: Path | None) -> None:
        """Move to the device and take the plan for it; a device without room gives way to the processor."""
        for place in dict.fromkeys((device, "cpu")):
            try:
                if place != self._towers.device:
                    self._towers.move(place)
                self.plan = plan_for(
                    self._towers,
                    lambda: probes(self._preparation, max(BATCHES)),
                    name=self.card.id,
                    precision=precision,
                    threads=threads,
                    cache=cache,
                )
            except (RuntimeError, MemoryError) as error:
                self._release(place)
                if place == "cpu" or not (is_out_of_memory(error) or is_device_lost(error)):
                    raise
                self._tell(RecollectError("device.processor", device=place))
                continue
            self._batch = self.plan.batch
            return


def probes(preparation: Preparation, count: int) -> list[Prepared]:
    """Prepared photos to measure and check a network with."""
    return [preparation.prepare(pixels) for pixels in probe_photos(count)]
