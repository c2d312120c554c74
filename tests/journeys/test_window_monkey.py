"""A monkey at the window (see ``monkey.py``), in a process of its own: it may die and still tell what it did."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def start(seed: int, events: int, story: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-X", "faulthandler", "-m", "tests.journeys.monkey"]
    return subprocess.Popen(
        [*command, "--seed", str(seed), "--events", str(events), "--story", str(story)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
    )


@pytest.mark.parametrize(
    ("seeds", "events"), [((1,), 700), pytest.param((2, 3), 10_000, marks=pytest.mark.slow)]
)
def test_a_monkey_breaks_nothing(tmp_path: Path, seeds: tuple[int, ...], events: int) -> None:
    stories = [tmp_path / f"story {seed}.txt" for seed in seeds]
    runs = [start(seed, events, story) for seed, story in zip(seeds, stories, strict=True)]
    try:
        told = [run.communicate(timeout=300 + events / 10) for run in runs]
    finally:
        for run in runs:
            run.kill()
    for run, story, (out, errors) in zip(runs, stories, told, strict=True):
        last = story.read_text("utf-8").splitlines()[-60:] if story.exists() else []
        why = "\n".join([out, errors[-8000:], *([] if out.strip() else last)])
        assert run.returncode == 0, f"exit code {run.returncode}\n{why}"
        assert "Traceback" not in errors, errors[-6000:]
