"""What a foreign or broken folder becomes: always the right sentence, never a half-loaded model."""

from __future__ import annotations

import json
import os
import pickle
import shutil
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.errors import RecollectError
from core.jobs import Turn
from core.models.cards import read_card
from core.models.dual_encoder import DualEncoder
from tests.tiny_models import make_tiny


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny("clip", tmp_path_factory.mktemp("models") / "tiny")


@pytest.fixture
def folder(clip: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(clip, tmp_path / "copy"))


def load(folder: Path) -> DualEncoder:
    return DualEncoder.load(read_card(folder), device="cpu", precision="fp32", measure=False)


def refused(folder: Path, code: str, detail: str = "") -> None:
    with pytest.raises(RecollectError) as caught:
        load(folder)
    assert caught.value.code == code, caught.value
    assert detail in caught.value.reason
    assert "?" not in caught.value.reason, "every fact of the sentence is given"


def same(one: DualEncoder, other: DualEncoder) -> bool:
    """Equal but for the last bits, which depend on where the weights lie in memory."""
    difference = one.encode_texts(["a dog"], Turn()) - other.encode_texts(["a dog"], Turn())
    return bool(np.abs(difference).max() < 1e-6)


def tensors(folder: Path) -> dict[str, Any]:
    from safetensors.torch import load_file

    return load_file(folder / "model.safetensors")


def save(folder: Path, found: dict[str, Any]) -> None:
    from safetensors.torch import save_file

    save_file(found, folder / "model.safetensors", metadata={"format": "pt"})


def edit(folder: Path, name: str, change: Callable[[dict[str, Any]], None]) -> None:
    value = json.loads((folder / name).read_text())
    change(value)
    (folder / name).write_text(json.dumps(value))


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    refused(tmp_path / "nowhere", "model.missing")
    (tmp_path / "file").write_text("x")
    refused(tmp_path / "file", "model.missing")


def test_an_empty_folder(tmp_path: Path) -> None:
    refused(tmp_path, "model.not_a_dual_encoder", "config.json")


def test_a_text_model_alone(tmp_path: Path) -> None:
    from transformers import BertConfig, BertModel

    config = BertConfig(
        hidden_size=32, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32, vocab_size=50
    )
    BertModel(config).save_pretrained(tmp_path)
    refused(tmp_path, "model.not_a_dual_encoder", "bert")


def test_a_model_that_talks_about_photos_is_no_dual_encoder(folder: Path) -> None:
    def talker(config: dict[str, Any]) -> None:
        config["model_type"] = "blip-2"
        config["architectures"] = ["Blip2Model"]

    edit(folder, "config.json", talker)
    with pytest.raises(RecollectError) as caught:
        load(folder)
    assert caught.value.code in ("model.not_a_dual_encoder", "model.damaged")


def test_an_unknown_kind(folder: Path) -> None:
    edit(folder, "config.json", lambda c: c.update(model_type="from_the_future"))
    refused(folder, "model.not_a_dual_encoder", "from_the_future")


def test_own_program_code_is_refused_and_not_run(folder: Path, tmp_path: Path) -> None:
    witness = tmp_path / "ran"
    (folder / "evil.py").write_text(f"open({str(witness)!r}, 'w')\nclass C: pass\n")
    evil = {"AutoConfig": "evil.C", "AutoModel": "evil.C"}
    edit(folder, "config.json", lambda c: c.update(model_type="mine", auto_map=evil))
    refused(folder, "model.remote_code")
    assert not witness.exists()


def test_program_code_beside_a_known_kind_is_ignored(folder: Path, tmp_path: Path) -> None:
    witness = tmp_path / "ran"
    (folder / "evil.py").write_text(f"open({str(witness)!r}, 'w')\nclass C: pass\n")
    edit(folder, "config.json", lambda c: c.update(auto_map={"AutoConfig": "evil.C", "AutoModel": "evil.C"}))
    edit(
        folder, "tokenizer_config.json", lambda c: c.update(auto_map={"AutoTokenizer": ["evil.C", "evil.C"]})
    )
    edit(
        folder,
        "processor_config.json",
        lambda c: c["image_processor"].update(auto_map={"AutoImageProcessor": "evil.C"}),
    )
    try:
        load(folder)
    except RecollectError as error:
        assert error.code == "model.remote_code"
    assert not witness.exists()


def test_other_weight_formats(folder: Path, tmp_path: Path) -> None:
    (folder / "model.safetensors").unlink()
    refused(folder, "model.damaged", "model.safetensors")
    witness = tmp_path / "ran"

    class Bomb:
        def __reduce__(self) -> tuple[Any, ...]:
            return (os.system, (f"touch {witness}",))

    (folder / "pytorch_model.bin").write_bytes(pickle.dumps(Bomb()))
    refused(folder, "model.unsafe")
    assert not witness.exists()


@pytest.mark.parametrize(
    "garbage",
    [
        b"",
        b"PK\x03\x04 not weights",
        b"\xff" * 4096,
        struct.pack("<Q", 10) + b"not json!!",
        struct.pack("<Q", 1 << 60) + b"{}",
        struct.pack("<Q", 2) + b"[]",
        struct.pack("<Q", 24) + b'{"a":{"data_offsets":7}}',
    ],
)
def test_garbage_weights(folder: Path, garbage: bytes) -> None:
    (folder / "model.safetensors").write_bytes(garbage)
    refused(folder, "model.damaged")


@pytest.mark.parametrize("keep", [0.05, 0.5, 0.999])
def test_cut_weights(folder: Path, keep: float) -> None:
    raw = (folder / "model.safetensors").read_bytes()
    (folder / "model.safetensors").write_bytes(raw[: int(len(raw) * keep)])
    refused(folder, "model.damaged")


def test_a_missing_tensor(folder: Path) -> None:
    found = tensors(folder)
    del found["vision_model.encoder.layers.1.mlp.fc1.weight"]
    save(folder, found)
    refused(folder, "model.damaged", "missing")


def test_a_misshapen_tensor(folder: Path) -> None:
    found = tensors(folder)
    found["text_projection.weight"] = found["text_projection.weight"][:8].clone()
    save(folder, found)
    refused(folder, "model.damaged")


def test_a_layer_that_the_config_leaves_out(folder: Path) -> None:
    edit(folder, "config.json", lambda c: c["vision_config"].update(num_hidden_layers=1))
    refused(folder, "model.damaged", "leaves out")


def test_surplus_tensors_of_another_task_are_harmless(folder: Path) -> None:
    import torch

    save(folder, {**tensors(folder), "classifier.weight": torch.zeros(2, 2)})
    assert load(folder).dimension == 16


@pytest.mark.parametrize("bad", [float("nan"), float("inf")])
def test_weights_that_are_not_numbers(folder: Path, bad: float) -> None:
    found = tensors(folder)
    found["vision_model.encoder.layers.0.mlp.fc1.weight"][0, 0] = bad
    save(folder, found)
    refused(folder, "model.damaged", "fc1")


def test_a_temperature_that_is_not_a_number(folder: Path) -> None:
    import torch

    save(folder, {**tensors(folder), "logit_scale": torch.tensor(float("nan"))})
    refused(folder, "model.damaged", "logit_scale")


def test_no_tokenizer(folder: Path) -> None:
    (folder / "tokenizer.json").unlink()
    refused(folder, "model.damaged", "tokenizer")


def test_a_broken_tokenizer(folder: Path) -> None:
    (folder / "tokenizer.json").write_text("{")
    refused(folder, "model.damaged", "tokenizer")


def test_the_tokenizer_of_another_model(folder: Path, tmp_path: Path) -> None:
    found = tensors(folder)
    name = "text_model.embeddings.token_embedding.weight"
    found[name] = found[name][:100].clone()
    save(folder, found)
    edit(folder, "config.json", lambda c: c["text_config"].update(vocab_size=100))
    refused(folder, "model.damaged", "tokenizer")


def test_no_image_processor(folder: Path) -> None:
    edit(folder, "processor_config.json", lambda c: c.pop("image_processor"))
    refused(folder, "model.damaged", "image processor")


@pytest.mark.parametrize("name", ["config.json", "processor_config.json", "recollect.json"])
@pytest.mark.parametrize("text", ["{", "[]", "nul\x00", ""])
def test_broken_json(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text)
    refused(folder, "model.damaged", name)


@pytest.mark.parametrize(
    "extra", [{"image_mode": "stretch"}, {"templates": []}, {"templates": ["no place"]}, {"templates": "x{}"}]
)
def test_bad_words_in_recollect_json(folder: Path, extra: dict[str, Any]) -> None:
    (folder / "recollect.json").write_text(json.dumps(extra))
    refused(folder, "model.damaged", "recollect.json")


def test_an_index_that_names_files_outside(folder: Path) -> None:
    (folder / "model.safetensors").rename(folder.parent / "model.safetensors")
    weight_map = {"x": "../model.safetensors"}
    (folder / "model.safetensors.index.json").write_text(json.dumps({"weight_map": weight_map}))
    refused(folder, "model.damaged", "../model.safetensors")


def test_weights_in_several_parts(folder: Path, clip: Path) -> None:
    from transformers import CLIPModel

    CLIPModel.from_pretrained(folder, local_files_only=True).save_pretrained(folder, max_shard_size="40KB")
    (folder / "model.safetensors").unlink()
    parts = sorted(folder.glob("model-*.safetensors"))
    assert len(parts) > 2
    whole, split = load(clip), load(folder)
    assert same(whole, split)
    assert read_card(folder).size_bytes == sum(part.stat().st_size for part in parts)
    parts[1].unlink()
    refused(folder, "model.damaged", parts[1].name)


def test_a_folder_of_transformers_4(folder: Path, clip: Path) -> None:
    """preprocessor_config.json with numbers for sizes, vocab.json and merges.txt."""
    from transformers import AutoTokenizer

    settings = json.loads((folder / "processor_config.json").read_text())["image_processor"]
    settings["size"], settings["crop_size"] = 32, 32
    settings["feature_extractor_type"] = "CLIPFeatureExtractor"
    settings.pop("image_processor_type")
    (folder / "processor_config.json").unlink()
    (folder / "preprocessor_config.json").write_text(json.dumps(settings))
    tokenizer = json.loads((folder / "tokenizer.json").read_text())
    (folder / "vocab.json").write_text(json.dumps(tokenizer["model"]["vocab"]))
    merges = [" ".join(pair) if isinstance(pair, list) else pair for pair in tokenizer["model"]["merges"]]
    (folder / "merges.txt").write_text("#version: 0.2\n" + "\n".join(merges) + "\n")
    (folder / "tokenizer.json").unlink()
    (folder / "tokenizer_config.json").write_text(
        json.dumps({"tokenizer_class": "CLIPTokenizer", "model_max_length": 77})
    )
    assert AutoTokenizer.from_pretrained(folder).model_max_length == 77
    old, new = load(folder), load(clip)
    assert same(old, new)
    pixels = np.random.default_rng(0).integers(0, 256, (50, 90, 3), dtype=np.uint8)
    assert np.array_equal(old.prepare(pixels).pixels, new.prepare(pixels).pixels)


def test_half_precision_weights_load(folder: Path, clip: Path) -> None:
    save(folder, {name: t.half() if t.is_floating_point() else t for name, t in tensors(folder).items()})
    whole, half = load(clip), load(folder)
    a, b = whole.encode_texts(["a dog"], Turn()), half.encode_texts(["a dog"], Turn())
    assert b.dtype == np.float32 and (a * b).sum() > 0.999
    assert whole.space != half.space
