"""An installed Recollect has all it needs: resources and migrations travel in the wheel."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
def test_the_wheel_carries_resources_and_migrations(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(tmp_path), str(ROOT)],
        check=True,
        timeout=300,
    )
    (wheel,) = tmp_path.glob("recollect-*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    for needed in (
        "resources/starter/model.safetensors",
        "resources/starter/tokenizer.json",
        "resources/models.toml",
        "resources/neutral_texts.txt",
        "resources/bands.json",
        "resources/themes/window.qss",
        "resources/samples/CREDITS.md",
        "core/catalogue/migrations/env.py",
        "core/catalogue/migrations/script.py.mako",
    ):
        assert needed in names
    assert sum(name.startswith("resources/samples/") for name in names) >= 40
    assert sum(name.startswith("resources/icons/") for name in names) >= 10
    assert sum(name.startswith("core/catalogue/migrations/versions/") for name in names) >= 2
    assert not [name for name in names if name.startswith("tests/")]
    assert wheel.stat().st_size < 100e6
