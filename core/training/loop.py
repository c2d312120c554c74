"""The training loop: one cosine cycle, averaged weights, checkpoints that resume exactly.

Every random choice of step n comes from (seed, n), so a run that was stopped and resumed gives
the same weights as one that was not.
"""

from __future__ import annotations

import contextlib
import json
import math
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import torch
from torch import Tensor, nn

from core.jobs import Token

Figures = dict[str, float]
Tell = Callable[[str, float], None]
"""Called with a sentence and the share done, 0 to 1."""


@dataclass(frozen=True)
class Plan:
    """What a run does, apart from the task."""

    epochs: float = 10.0
    warm: float = 0.08
    end: float = 0.02
    average: float = 0.99
    clip: float = 5.0
    weight_decay: float = 0.05
    seed: int = 0
    keep_every: int = 1


class Task(Protocol):
    """What is trained: weights with their rates, batches with their loss, and how to judge it."""

    model: nn.Module
    steps_per_epoch: int

    def groups(self) -> list[dict[str, Any]]:
        """Parameter groups for AdamW: {"params": [...], "lr": ...}."""
        ...

    def loss(self, step: int, rng: np.random.Generator) -> tuple[Tensor, Figures]:
        """Loss of one batch and figures to show."""
        ...

    def measure(self) -> Figures:
        """Figures of the averaged weights on photos kept apart; called after each epoch."""
        ...

    def state(self) -> dict[str, Tensor]:
        """What the task remembers besides weights (banks)."""
        ...

    def load_state(self, state: dict[str, Tensor]) -> None:
        """The inverse of ``state``."""
        ...


class Average:
    """Moving average of the trained weights; starts fast, so that the beginning is forgotten."""

    def __init__(self, model: nn.Module, decay: float) -> None:
        self.decay = decay
        self.live = {name: p for name, p in model.named_parameters() if p.requires_grad}
        self.mean = {name: p.detach().clone() for name, p in self.live.items()}

    @torch.no_grad()
    def update(self, step: int) -> None:
        """Take in the weights after ``step`` (from 0)."""
        decay = min(self.decay, (1 + step) / (10 + step))
        for name, p in self.live.items():
            self.mean[name].lerp_(p.detach(), 1 - decay)

    @contextlib.contextmanager
    def in_place(self) -> Iterator[None]:
        """Within it the model has the averaged weights."""
        self._swap()
        try:
            yield
        finally:
            self._swap()

    def _swap(self) -> None:
        for name, p in self.live.items():
            p.data, self.mean[name] = self.mean[name], p.data


def share_of_rate(step: int, total: int, plan: Plan) -> float:
    """Factor on the learning rates at ``step``: a linear rise, then half a cosine down to ``end``."""
    warm = plan.warm * total
    if step < warm:
        return (step + 1) / max(warm, 1)
    done = (step - warm) / max(total - warm, 1)
    return plan.end + (1 - plan.end) * 0.5 * (1 + math.cos(math.pi * done))


def mixed_precision(wanted: bool = True) -> contextlib.AbstractContextManager[Any]:
    """bf16 autocast on the CPU for models run as they are (the lean towers choose by themselves)."""
    return torch.autocast("cpu", torch.bfloat16, enabled=wanted)


def use_gradient_checkpointing(model: nn.Module) -> bool:
    """Trade time for memory where the network can; True when it could (ALIGN's image tower cannot)."""
    try:
        model.gradient_checkpointing_enable()  # type: ignore[operator]
    except (AttributeError, ValueError):
        return False
    return True


class Run:
    """One run in one folder: ``checkpoint.pt`` to resume from, ``figures.jsonl`` to look at."""

    def __init__(self, task: Task, plan: Plan, folder: Path) -> None:
        self.task, self.plan, self.folder = task, plan, folder
        folder.mkdir(parents=True, exist_ok=True)
        self.total = max(1, round(task.steps_per_epoch * plan.epochs))
        groups = task.groups()
        self.rates = [group["lr"] for group in groups]
        self.optimizer = torch.optim.AdamW(
            groups, weight_decay=plan.weight_decay, betas=(0.9, 0.98), fused=True
        )
        self.average = Average(task.model, plan.average)
        self.step = 0
        self._resume()

    @property
    def checkpoint(self) -> Path:
        """The file this run resumes from."""
        return self.folder / "checkpoint.pt"

    def train(self, token: Token | None = None, tell: Tell | None = None) -> Figures:
        """Run to the end (or raise Cancelled with a checkpoint kept); the last measured figures.

        The averaged weights are in the model afterwards.
        """
        figures: Figures = {}
        self.task.model.train()
        seen: list[Figures] = []
        while self.step < self.total:
            if token is not None and token.cancelled:
                self.keep()
                token.check()
            seen.append(self._one_step())
            if self.step % self.task.steps_per_epoch == 0 or self.step == self.total:
                figures = self._after_epoch(seen, tell)
                seen = []
        self.average._swap()
        return figures

    def _one_step(self) -> Figures:
        share = share_of_rate(self.step, self.total, self.plan)
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * share
        torch.manual_seed(self.plan.seed * 1_000_003 + self.step)
        rng = np.random.default_rng([self.plan.seed, self.step])
        loss, shown = self.task.loss(self.step, rng)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        norm = nn.utils.clip_grad_norm_(list(self.average.live.values()), self.plan.clip)
        self.optimizer.step()
        self.average.update(self.step)
        self.step += 1
        return {"loss": float(loss.detach()), "gradient": float(norm), **shown}

    def _after_epoch(self, seen: list[Figures], tell: Tell | None) -> Figures:
        epoch = self.step // self.task.steps_per_epoch
        means = {key: round(float(np.mean([s[key] for s in seen if key in s])), 4) for key in seen[-1]}
        self.task.model.eval()
        with self.average.in_place(), torch.no_grad():
            measured = self.task.measure()
        self.task.model.train()
        row = {"epoch": epoch, "step": self.step, "time": round(time.time()), **means, **measured}
        with (self.folder / "figures.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")
        if epoch % self.plan.keep_every == 0 or self.step == self.total:
            self.keep()
        if tell is not None:
            shown = " ".join(f"{key} {value:.3f}" for key, value in {**means, **measured}.items())
            tell(f"epoch {epoch}: {shown}", self.step / self.total)
        return measured

    def keep(self) -> None:
        """Write the checkpoint aside and rename it."""
        state = {
            "step": self.step,
            "plan": asdict(self.plan),
            "live": {name: p.detach() for name, p in self.average.live.items()},
            "mean": self.average.mean,
            "optimizer": self.optimizer.state_dict(),
            "task": self.task.state(),
        }
        aside = self.checkpoint.with_suffix(".part")
        torch.save(state, aside)
        aside.replace(self.checkpoint)

    def _resume(self) -> None:
        if not self.checkpoint.is_file():
            return
        state = torch.load(self.checkpoint, map_location="cpu", weights_only=True)
        if state["plan"] != asdict(self.plan):
            return  # another plan: its rates and steps do not continue this one
        with torch.no_grad():
            for name, p in self.average.live.items():
                p.copy_(state["live"][name])
                self.average.mean[name].copy_(state["mean"][name])
        self.optimizer.load_state_dict(state["optimizer"])
        self.task.load_state(state["task"])
        self.step = state["step"]


def mean_of_weights(states: list[dict[str, Tensor]], shares: list[float] | None = None) -> dict[str, Tensor]:
    """The (weighted) mean of several runs' weights that began alike: often better than each."""
    shares = shares or [1.0] * len(states)
    whole = sum(shares)
    return {
        name: torch.stack(
            [s[name].float() * (share / whole) for s, share in zip(states, shares, strict=True)]
        ).sum(0)
        for name in states[0]
    }
