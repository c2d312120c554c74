"""Whole recipes on eight generated photos, with tiny random parts."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from tiny_parts import scenes, tiny_source, write_flickr, write_things

from core.errors import Cancelled, RecollectError
from core.jobs import Token
from core.training import list_recipes, read_options, run_recipe, terms, towers
from core.training.data import pack, read_folder, read_split
from core.training.recipes import fine_tune
from tests.tiny_models import make_tiny

QUICK = {
    "runs": 2,
    "length": 0.25,
    "views": 2,
    "finals": 0,
    "scale": 1 / 6,
    "stages": 2,
    "test_sizes": (32, 64),
    "batch": 4,
    "head_epochs": 3,
}


def test_the_registry_names_recipes_without_loading_torch() -> None:
    assert [info.name for info in list_recipes()] == [
        "starter",
        "starter-regions",
        "starter-free",
        "fine-tune",
    ]
    code = "import sys, core.training; core.training.list_recipes(); print('torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_unknown_recipe_and_missing_data_are_said(tmp_path: Path) -> None:
    with pytest.raises(RecollectError) as caught:
        run_recipe("stew", tmp_path, tmp_path, tmp_path)
    assert caught.value.code == "train.unknown_recipe"
    with pytest.raises(RecollectError) as caught:
        run_recipe("starter", tmp_path / "nowhere", tmp_path, tmp_path)
    assert caught.value.code == "train.data_missing"
    with pytest.raises(RecollectError) as caught:
        run_recipe("fine-tune", tmp_path, tmp_path, tmp_path, salt=1)
    assert caught.value.code == "train.bad_option" and "salt" in caught.value.reason
    for pair in ("salt", "=1", "a b=1"):
        with pytest.raises(RecollectError):
            read_options([pair])
    assert read_options(["model=a/b=c", "epochs=2", "rate=1e-3"]) == {
        "model": "a/b=c",
        "epochs": 2,
        "rate": 1e-3,
    }
    with pytest.raises(RecollectError) as caught:
        read_split(tmp_path, "train")
    assert caught.value.code == "train.data_missing"


def test_starter_from_eight_photos_loads_and_a_second_call_only_reads(tmp_path: Path) -> None:
    from transformers import AutoModel, AutoProcessor

    write_flickr(tmp_path / "data" / "flickr8k")
    source = tiny_source(tmp_path / "words")
    told: list[str] = []

    def make(out: Path) -> dict[str, float]:
        return run_recipe(
            "starter",
            tmp_path / "data",
            out,
            tmp_path / "work",
            progress=lambda sentence, share: told.append(sentence),
            source=source,
            **QUICK,
        )

    figures = make(tmp_path / "a")
    assert figures["size"] in (32, 64)
    assert 0 <= figures["t2p@1"] <= figures["t2p@5"] <= 1
    assert json.loads((tmp_path / "a" / "figures.json").read_text()) == figures
    model = AutoModel.from_pretrained(tmp_path / "a", local_files_only=True, use_safetensors=True)
    assert model.config.model_type == "align"
    AutoProcessor.from_pretrained(tmp_path / "a", local_files_only=True)
    assert any("epoch 2" in sentence for sentence in told)

    told.clear()
    make(tmp_path / "b")
    assert not any("epoch" in sentence for sentence in told)
    for name in ("model.safetensors", "config.json", "tokenizer.json"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_a_finished_starter_can_be_gone_on_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from transformers import AutoModel

    monkeypatch.setattr(terms, "RARE", 1)
    data = tmp_path / "data"
    write_flickr(data / "flickr8k")
    write_things(data / "voc2012")
    source = tiny_source(tmp_path / "words")
    run_recipe("starter", data, tmp_path / "a", tmp_path / "work", source=source, **QUICK)
    begun = towers.read(tmp_path / "a", QUICK["stages"], still=1)
    written = AutoModel.from_pretrained(tmp_path / "a", local_files_only=True, dtype=torch.float32)
    pixels = torch.rand(2, 3, 32, 32, generator=torch.Generator().manual_seed(0))
    found = begun.eval().photos(begun.vision.early(pixels, begun.stages))
    expected = torch.nn.functional.normalize(written.get_image_features(pixels).pooler_output, dim=1)
    assert torch.nn.functional.cosine_similarity(found, expected).min() > 0.999
    told: list[str] = []
    figures = run_recipe(
        "starter",
        data,
        tmp_path / "b",
        tmp_path / "more",
        source=source,
        begin=str(tmp_path / "a"),
        progress=lambda sentence, share: told.append(sentence),
        **{**QUICK, "finals": 1},
    )
    assert (tmp_path / "more" / "all.npy").is_file(), "the final one learns from dev's photos too"
    assert sum(sentence.startswith("epoch") for sentence in told) == 2, "a last run and a final one"
    last = next(sentence for sentence in told if sentence.startswith("epoch"))
    assert "find" in last and "named" in last, "with short texts and photos of known things"
    assert 0 <= figures["t2p@1"] <= 1
    AutoModel.from_pretrained(tmp_path / "b", local_files_only=True, use_safetensors=True)
    with pytest.raises(RecollectError) as caught:
        run_recipe(
            "starter", data, tmp_path / "c", tmp_path / "w", source=source, begin=str(tmp_path), **QUICK
        )
    assert caught.value.code == "model.missing"


def test_cancelling_the_starter_keeps_a_checkpoint_and_goes_on(tmp_path: Path) -> None:
    write_flickr(tmp_path / "data" / "flickr8k")
    source, token = tiny_source(tmp_path / "words"), Token()

    def stop(sentence: str, share: float) -> None:
        if sentence.startswith("epoch 1"):
            token.cancel()

    arguments = ("starter", tmp_path / "data", tmp_path / "out", tmp_path / "work")
    with pytest.raises(Cancelled):
        run_recipe(*arguments, token=token, progress=stop, source=source, **QUICK)
    assert (tmp_path / "work" / "run0" / "checkpoint.pt").is_file()
    assert not (tmp_path / "out").exists()
    run_recipe(*arguments, source=source, **QUICK)
    assert (tmp_path / "out" / "model.safetensors").is_file()


def test_free_starter_learns_from_class_names_alone(tmp_path: Path) -> None:
    from transformers import AutoModel

    folder = tmp_path / "data" / "free"
    folder.mkdir(parents=True)
    for number, (_, picture) in enumerate(scenes()):
        Image.fromarray(picture).save(folder / f"{number}.png")
    run_recipe(
        "starter-free",
        tmp_path / "data",
        tmp_path / "out",
        tmp_path / "work",
        source=tiny_source(tmp_path / "w"),
        views=2,
    )
    model = AutoModel.from_pretrained(tmp_path / "out", local_files_only=True, dtype=torch.float32)
    assert torch.isfinite(model.get_image_features(torch.zeros(1, 3, 64, 64)).pooler_output).all()


def test_fine_tuning_a_tiny_clip_improves_its_retrieval(tmp_path: Path) -> None:
    from transformers import AutoModel, AutoProcessor

    model = make_tiny("clip", tmp_path / "clip")
    photos = tmp_path / "photos"
    photos.mkdir()
    colours = {"dog": (220, 30, 30), "cat": (30, 220, 30), "snow": (30, 30, 220), "beach": (230, 230, 30)}
    rng = np.random.default_rng(0)
    for word, colour in colours.items():
        for number in range(6):
            picture = np.clip(np.array(colour) + rng.normal(0, 20, (40, 40, 3)), 0, 255).astype(np.uint8)
            Image.fromarray(picture).save(photos / f"{word}{number}.png")
            (photos / f"{word}{number}.txt").write_text(f"{word}\n")
    options = {
        "model": model,
        "epochs": 12.0,
        "rate": 5e-3,
        "batch": 12,
        "layers": 2,
        "share": 1.0,
        "held_out": 0.0,
    }
    network, processor = fine_tune._load(model)
    found = read_folder(photos)
    rows = np.arange(len(found))
    task = fine_tune.FineTune(network, processor, found, rows, rows, fine_tune.Options(batch=24))
    before = float(task.loss(0, np.random.default_rng(1))[0].detach())
    run_recipe("fine-tune", photos, tmp_path / "out", tmp_path / "work", **options)
    network, processor = fine_tune._load(tmp_path / "out")
    task = fine_tune.FineTune(network, processor, found, rows, rows, fine_tune.Options(batch=24))
    after = float(task.loss(0, np.random.default_rng(1))[0].detach())
    assert after < before - 0.5
    assert AutoModel.from_pretrained(tmp_path / "out", local_files_only=True).config.model_type == "clip"
    AutoProcessor.from_pretrained(tmp_path / "out", local_files_only=True)


def test_fine_tune_refuses_a_folder_without_a_model(tmp_path: Path) -> None:
    with pytest.raises(RecollectError) as caught:
        run_recipe("fine-tune", tmp_path, tmp_path / "out", tmp_path / "work", model=tmp_path)
    assert caught.value.code == "model.missing"


def test_packing_is_done_once_and_again_when_the_list_changes(tmp_path: Path) -> None:
    write_flickr(tmp_path / "flickr8k")
    training = read_split(tmp_path / "flickr8k", "train")
    assert training.captions[0][0] == "a red square."
    packed = pack(training.files, 32, tmp_path / "p.npy")
    assert packed.shape == (8, 32, 32, 3)
    stamp = (tmp_path / "p.npy").stat().st_mtime_ns
    pack(training.files, 32, tmp_path / "p.npy")
    assert (tmp_path / "p.npy").stat().st_mtime_ns == stamp
    assert pack(training.files[:3], 32, tmp_path / "p.npy").shape[0] == 3
