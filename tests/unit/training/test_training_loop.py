"""The loop: a run that is stopped and resumed equals one that is not; cancelling keeps a checkpoint."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from core.errors import Cancelled
from core.jobs import Token
from core.training.loop import Plan, Run, mean_of_weights, share_of_rate


class Line:
    """Learn y = 3x + 1 from noisy points, with a bank like the real task's."""

    steps_per_epoch = 5

    def __init__(self) -> None:
        torch.manual_seed(0)
        self.model: nn.Module = nn.Sequential(nn.Linear(1, 8), nn.Dropout(0.2), nn.Linear(8, 1))
        self.bank = torch.zeros(4)
        self.stop_at: tuple[int, Token] | None = None

    def groups(self) -> list[dict[str, Any]]:
        return [{"params": list(self.model.parameters()), "lr": 0.05}]

    def loss(self, step: int, rng: np.random.Generator) -> tuple[Tensor, dict[str, float]]:
        if self.stop_at is not None and step == self.stop_at[0]:
            self.stop_at[1].cancel()
        x = torch.from_numpy(rng.normal(size=(16, 1)).astype(np.float32))
        off = (self.model(x) - 3 * x - 1).square().mean()
        self.bank[step % 4] = off.detach()
        return off + 0.01 * self.bank.mean(), {"off": float(off.detach())}

    def measure(self) -> dict[str, float]:
        x = torch.linspace(-1, 1, 9)[:, None]
        return {"error": float((self.model(x) - 3 * x - 1).abs().mean())}

    def state(self) -> dict[str, Tensor]:
        return {"bank": self.bank}

    def load_state(self, state: dict[str, Tensor]) -> None:
        self.bank = state["bank"]


PLAN = Plan(epochs=6, average=0.9, seed=3)


def weights(task: Line) -> list[Tensor]:
    return [p.detach().clone() for p in task.model.parameters()]


def test_a_resumed_run_equals_an_uninterrupted_one(tmp_path: Path) -> None:
    whole = Line()
    figures = Run(whole, PLAN, tmp_path / "whole").train()
    assert figures["error"] < 1.0

    stopped, token = Line(), Token()
    stopped.stop_at = (12, token)
    with pytest.raises(Cancelled):
        Run(stopped, PLAN, tmp_path / "parts").train(token)
    again = Run(Line(), PLAN, tmp_path / "parts")
    assert again.step == 13
    resumed = Line()
    run = Run(resumed, PLAN, tmp_path / "parts")
    run.train()
    for a, b in zip(weights(whole), weights(resumed), strict=True):
        assert torch.equal(a, b)
    rows = [json.loads(line) for line in (tmp_path / "parts" / "figures.jsonl").read_text().splitlines()]
    assert [row["epoch"] for row in rows] == [1, 2, 3, 4, 5, 6]
    assert {"loss", "off", "error", "gradient"} <= rows[-1].keys()


def test_another_plan_starts_anew(tmp_path: Path) -> None:
    Run(Line(), PLAN, tmp_path).train()
    assert Run(Line(), Plan(epochs=7, average=0.9, seed=3), tmp_path).step == 0


def test_the_rate_rises_then_falls_to_its_end() -> None:
    shares = [share_of_rate(step, 100, Plan(warm=0.1, end=0.02)) for step in range(100)]
    assert shares[0] == pytest.approx(0.1)
    assert max(shares) == pytest.approx(1.0)
    assert shares[10:] == sorted(shares[10:], reverse=True)
    assert 0.02 <= shares[-1] < 0.03


def test_weights_meet_in_the_middle() -> None:
    a, b = {"w": torch.zeros(2)}, {"w": torch.full((2,), 4.0)}
    assert mean_of_weights([a, b])["w"].tolist() == [2.0, 2.0]
    assert mean_of_weights([a, b], [3.0, 1.0])["w"].tolist() == [1.0, 1.0]
