from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.catalogue.store import Catalogue


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Catalogue]:
    """An open, empty catalogue."""
    with Catalogue.open(tmp_path / "library") as catalogue:
        yield catalogue
