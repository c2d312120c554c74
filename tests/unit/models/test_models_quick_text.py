"""The text tower without torch gives what the full encoder gives."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from core.errors import Cancelled, RecollectError
from core.jobs import Token, Turn
from core.models.cards import read_card, starter_card
from core.models.dual_encoder import DualEncoder
from core.models.quick_text import QuickText
from tests.tiny_models import make_tiny

TEXTS = [
    "a dog in the snow",
    "dog",
    "",
    "  ",
    "Two CATS & a bird's nest, 3.5 m — naïve café",
    "🐕 in the ❄️",
    "שלום كلب 狗 कुत्ता",
    "dog " * 2500,
    "d" * 10_000,
    "dog \udcff",
    "a [SEP] b [MASK]",
]


def test_the_starter_reads_the_same() -> None:
    card = starter_card()
    quick = QuickText.open(card)
    assert quick is not None and quick.space == card.id
    full = DualEncoder.load(card, measure=False, threads=1)
    rows, expected = quick.encode_texts(TEXTS, Turn()), full.encode_texts(TEXTS, Turn())
    assert rows.shape == expected.shape and rows.dtype == np.float32
    assert np.abs(rows - expected).max() <= 1e-5


def test_a_tiny_model_reads_the_same(tmp_path: Path) -> None:
    card = read_card(make_tiny("align", tmp_path / "tiny"))
    quick = QuickText.open(card)
    assert quick is not None
    full = DualEncoder.load(card, measure=False, threads=1)
    difference = quick.encode_texts(TEXTS, Turn()) - full.encode_texts(TEXTS, Turn())
    assert np.abs(difference).max() <= 1e-5


def test_torch_stays_out() -> None:
    code = (
        "import sys; from core.jobs import Turn; from core.models.cards import starter_card;"
        "from core.models.quick_text import QuickText;"
        "assert QuickText.open(starter_card()).encode_texts(['a dog'], Turn()).shape[0] == 1;"
        "print([m for m in ('torch', 'transformers') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_other_families_take_the_full_encoder(tmp_path: Path) -> None:
    assert QuickText.open(read_card(make_tiny("clip", tmp_path / "clip"))) is None
    folder = make_tiny("align", tmp_path / "align")
    config = json.loads((folder / "config.json").read_text())
    config["text_config"]["hidden_act"] = "relu"
    (folder / "config.json").write_text(json.dumps(config))
    assert QuickText.open(read_card(folder)) is None


def test_damage_is_said(tmp_path: Path) -> None:
    from safetensors.torch import load_file, save_file

    folder = make_tiny("align", tmp_path / "tiny")
    card = read_card(folder)
    spare = Path(shutil.copytree(folder, tmp_path / "spare"))
    (folder / "tokenizer.json").write_text("{")
    with pytest.raises(RecollectError, match="tokenizer"):
        QuickText.open(card)
    shutil.copy(spare / "tokenizer.json", folder)
    found = load_file(folder / "model.safetensors")
    del found["text_model.encoder.layer.1.output.dense.bias"]
    save_file(found, folder / "model.safetensors")
    with pytest.raises(RecollectError, match="text tower"):
        QuickText.open(card)
    (folder / "model.safetensors").write_bytes(b"\xff" * 100)
    with pytest.raises(RecollectError, match="damaged"):
        QuickText.open(card)


def test_cancelling(tmp_path: Path) -> None:
    quick = QuickText.open(starter_card())
    assert quick is not None
    token = Token()
    token.cancel()
    with pytest.raises(Cancelled):
        quick.encode_texts(["a dog"], Turn(1, token))
