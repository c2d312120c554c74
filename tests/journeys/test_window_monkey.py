"""A monkey at the window (see ``monkey.py``), in a process of its own: it may die and still tell what it did."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("seed", "events"),
    [
        (1, 1_000),
        pytest.param(2, 10_000, marks=pytest.mark.slow),
        pytest.param(3, 10_000, marks=pytest.mark.slow),
    ],
)
def test_a_monkey_breaks_nothing(tmp_path: Path, seed: int, events: int) -> None:
    story = tmp_path / "story.txt"
    command = [sys.executable, "-X", "faulthandler", "-m", "tests.journeys.monkey"]
    done = subprocess.run(
        [*command, "--seed", str(seed), "--events", str(events), "--story", str(story)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        errors="replace",
        timeout=300 + events,
    )
    last = story.read_text("utf-8").splitlines()[-60:] if story.exists() else []
    told = done.stdout if done.stdout.strip() else "\n".join([done.stderr[-6000:], *last])
    assert done.returncode == 0, f"exit code {done.returncode}\n{told}"
    assert "Traceback" not in done.stderr, done.stderr[-6000:]
