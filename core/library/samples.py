"""The sample photos that come with Recollect."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from core.paths import resource


def put_samples(home: Path) -> Path:
    """Copy the sample photos, with their credits, into the library's home; those already there stay."""
    target = home / "samples"
    target.mkdir(parents=True, exist_ok=True)
    for file in resource("samples").iterdir():
        if file.suffix in {".jpg", ".md"} and not (target / file.name).exists():
            aside = target / f".{file.name}.part"
            shutil.copy2(file, aside)
            os.replace(aside, target / file.name)
    return target
