"""Things the window's tests share."""

from __future__ import annotations

import io
from collections.abc import Iterator

import numpy as np
import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from app import theme as looks


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[looks.Theme]:
    made = looks.Theme(qapp)
    yield made
    made.setParent(None)
    made.deleteLater()


def jpeg(width: int = 60, height: int = 40, seed: int = 0) -> bytes:
    """A small picture in one colour with some grain."""
    rng = np.random.default_rng(seed)
    pixels = np.clip(rng.integers(0, 255, 3) + rng.normal(0, 8, (height, width, 3)), 0, 255).astype(np.uint8)
    store = io.BytesIO()
    Image.fromarray(pixels).save(store, "JPEG")
    return store.getvalue()
