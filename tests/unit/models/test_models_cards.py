"""What is known of a model without loading it, and how a model comes into the library."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from core.errors import Cancelled, RecollectError
from core.jobs import Token, Turn
from core.models import cards, weights
from core.models.cards import find_card, known_models, list_cards, read_card, starter_card
from core.models.dual_encoder import DualEncoder
from core.models.weights import import_model
from tests.tiny_models import FAMILIES, make_tiny


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny("clip", tmp_path_factory.mktemp("models") / "tiny-clip")


def test_cards_need_neither_torch_nor_transformers() -> None:
    code = (
        "import sys; from core.models import cards, gate, runtime, weights, words, preparation, dual_encoder;"
        "runtime.prepare_environment(); card = cards.starter_card(); assert card.dimension > 0; cards.known_models();"
        "print([m for m in ('torch', 'transformers', 'hnswlib', 'sqlalchemy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_environment_is_set_but_never_overruled() -> None:
    code = (
        "import os; os.environ['GOMP_SPINCOUNT'] = '7'; from core.models.runtime import prepare_environment;"
        "prepare_environment(); prepare_environment(); print(os.environ['GOMP_SPINCOUNT'], os.environ['HF_HUB_OFFLINE'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PATH": os.environ["PATH"]},
    )
    assert done.stdout.split() == ["7", "1"] and done.stderr == ""


def test_the_starter_is_complete() -> None:
    card = starter_card()
    assert card.built_in and card.name == "Starter" and card.family == "align"
    assert card.languages and card.good_for and card.licence
    assert card.size_bytes < 60 << 20 and card.dimension > 100 and 1 < card.scale < 200
    assert list_cards(Path("/nowhere"))[0] == card


@pytest.mark.parametrize("family", FAMILIES)
def test_a_card_knows_its_dimension(family: str, tmp_path: Path) -> None:
    card = read_card(make_tiny(family, tmp_path / family))
    assert card.family == family and card.id.startswith(f"{family}-")
    assert card.dimension == (32 if family.startswith("siglip") else 16)
    assert card.image_size == ((0, 0) if family == "siglip2" else (32, 32)) or family == "siglip2"


def test_the_id_follows_weights_and_preprocessing(clip: Path, tmp_path: Path) -> None:
    same = Path(shutil.copytree(clip, tmp_path / "same"))
    card = read_card(clip)
    assert read_card(same).id == card.id
    (same / "recollect.json").write_text(json.dumps({"image_mode": "pad"}))
    assert read_card(same).id != card.id
    other = make_tiny("clip", tmp_path / "other", seed=1)
    assert read_card(other).id.split("-")[1] != card.id.split("-")[1]


def test_hashes_are_kept_until_a_file_changes(
    clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Path(shutil.copytree(clip, tmp_path / "m"))
    cache, read = tmp_path / "hashes.json", []
    real = cards.hashlib.file_digest
    monkeypatch.setattr(cards.hashlib, "file_digest", lambda *a: (read.append(1), real(*a))[1])
    first = read_card(folder, cache=cache)
    assert read_card(folder, cache=cache) == first and len(read) == 1
    os.utime(folder / "model.safetensors", ns=(1, 1))
    assert read_card(folder, cache=cache) == first and len(read) == 2
    for damage in ("{", "[1]", json.dumps({str(folder / "model.safetensors"): "x"})):
        cache.write_text(damage)
        assert read_card(folder, cache=cache) == first


def test_recollect_json_says_more(clip: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(clip, tmp_path / "m"))
    extra = {
        "name": "Mine",
        "languages": "Latin",
        "templates": ["a photo of {}"],
        "scale": 50,
        "text_limit": 9,
    }
    (folder / "recollect.json").write_text(json.dumps(extra))
    card = read_card(folder)
    assert (card.name, card.languages, card.templates) == ("Mine", ("Latin",), ("a photo of {}",))
    assert (card.scale, card.text_limit) == (50.0, 9)
    encoder = DualEncoder.load(card, measure=False, threads=1)
    rows = encoder.encode_texts(["dog " * 20, "dog " * 30], Turn())
    assert np.abs(rows[0] - rows[1]).max() < 1e-6, "both are cut to nine tokens"


@pytest.mark.parametrize("mode", ["squeeze", "pad"])
def test_the_whole_photo_is_seen(clip: Path, tmp_path: Path, mode: str) -> None:
    folder = Path(shutil.copytree(clip, tmp_path / "m"))
    (folder / "recollect.json").write_text(json.dumps({"image_mode": mode}))
    encoder = DualEncoder.load(read_card(folder), measure=False, threads=1)
    pixels = np.zeros((100, 200, 3), np.uint8)
    pixels[:, :20], pixels[:, -20:] = (255, 0, 0), (0, 255, 0)
    found = encoder.prepare(pixels).pixels
    assert found is not None and found.shape == (32, 32, 3)
    assert tuple(found[16, 0]) == (255, 0, 0) and tuple(found[16, -1]) == (0, 255, 0), "both ends are there"
    if mode == "pad":
        mean = np.rint(np.array([0.48145466, 0.4578275, 0.40821073]) * 255)
        assert np.array_equal(found[0, 0], mean) and np.array_equal(found[-1, -1], mean)
        assert encoder.input_long_side == 32


def test_known_models_for_the_list() -> None:
    known = known_models()
    assert known[0].name == "starter" and known[0].how == "built-in" and len(known) >= 5
    assert all(k.languages and k.good_for and k.licence and k.size_mb > 0 for k in known)


def test_a_folder_named_like_a_known_model_inherits_its_facts(clip: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(clip, tmp_path / "clip-vit-base-patch32"))
    assert read_card(folder).languages == ("English",) and "MIT" in read_card(folder).licence


def test_languages_are_a_list_whichever_way_they_are_written(clip: Path, tmp_path: Path) -> None:
    assert starter_card().languages == ("en",)
    assert next(k for k in known_models() if "siglip2" in k.name).languages == ("Over 100 languages",)
    folder = Path(shutil.copytree(clip, tmp_path / "m"))
    for written, meant in (
        (["en", "de"], ("en", "de")),
        ("Latin", ("Latin",)),
        ([], ()),
        (None, ()),
        (3, ("3",)),
    ):
        (folder / "recollect.json").write_text(json.dumps({"languages": written}))
        assert read_card(folder).languages == meant


READ = """
import sys, os
from pathlib import Path
from core.errors import RecollectError
from core.models import cards
from core.models.cards import find_card, list_cards
from core.models.dual_encoder import DualEncoder
ours = cards.starter_card()  # the checkout may lie where another user cannot look
cards.starter_card = lambda cache=None: ours
if os.geteuid() == 0: os.setuid(65534)
models = Path(sys.argv[1])
for name in sys.argv[2:]:
    try: print(find_card(name, models).name)
    except RecollectError as error: print(error.code)
print(*(card.name for card in list_cards(models)))
"""


def test_a_model_we_may_not_read_is_said(clip: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    import tempfile

    with tempfile.TemporaryDirectory(dir="/tmp") as place:
        os.chmod(place, 0o755)
        shut = []
        for name, locked in (("folder", ""), ("weights", "model.safetensors"), ("config", "config.json")):
            folder = Path(shutil.copytree(clip, Path(place) / name))
            os.chmod(folder / locked, 0)
            shut.append(folder)
        models = Path(place)
        asked = [*map(str, shut), str(shut[0] / "inside"), "folder", "weights"]
        try:
            done = subprocess.run(
                [sys.executable, "-c", READ, place, *asked], capture_output=True, text=True, timeout=120
            )
            assert done.stdout.splitlines() == ["model.forbidden"] * 6 + ["Starter"], done.stderr
            os.chmod(models, 0)
            done = subprocess.run(
                [sys.executable, "-c", READ, place, "starter", "x"],
                capture_output=True,
                text=True,
                timeout=120,
            )
            assert done.stdout.splitlines() == ["Starter", "model.unknown", "Starter"], done.stderr
        finally:
            os.chmod(models, 0o755)
            os.chmod(shut[0], 0o755)


def test_import_then_find(clip: Path, tmp_path: Path) -> None:
    models, seen = tmp_path / "models", []
    (clip.parent / "junk").mkdir(exist_ok=True)
    card = import_model(clip, models, token=Token(), progress=lambda done, total: seen.append((done, total)))
    assert card.path == models / "tiny-clip" and card.id == read_card(clip).id
    assert seen[-1][0] == seen[-1][1] and [s[0] for s in seen] == sorted(s[0] for s in seen)
    again = import_model(clip, models, token=Token(), name="twice")
    assert again == card, "importing the same model twice changes nothing"
    assert [c.name for c in list_cards(models)] == ["Starter", "tiny-clip"]
    for name in ("tiny-clip", card.id, str(card.path)):
        assert find_card(name, models).id == card.id
    assert find_card("starter", models).built_in and find_card("", models).built_in
    for wrong in ("nothing", "../tiny-clip", "a\0b"):
        with pytest.raises((RecollectError, ValueError)):
            find_card(wrong, models)
    assert sorted(p.name for p in models.iterdir()) == [".hashes.json", "tiny-clip"], "nothing is left over"


def test_another_model_of_the_same_name(clip: Path, tmp_path: Path) -> None:
    other = make_tiny("align", tmp_path / "tiny-clip")
    models = tmp_path / "models"
    import_model(clip, models, token=Token())
    assert import_model(other, models, token=Token()).path.name == "tiny-clip-2"


def test_an_unreadable_model_hides_no_other(clip: Path, tmp_path: Path) -> None:
    models = tmp_path / "models"
    import_model(clip, models, token=Token())
    (models / "broken").mkdir()
    (models / "a file").write_text("x")
    assert [card.name for card in list_cards(models)] == ["Starter", "tiny-clip"]


def nothing_left(models: Path) -> bool:
    return not models.exists() or [p for p in models.iterdir() if p.name != ".hashes.json"] == []


def test_a_broken_model_is_not_imported(clip: Path, tmp_path: Path) -> None:
    from safetensors.torch import load_file, save_file

    folder = Path(shutil.copytree(clip, tmp_path / "bad"))
    found = load_file(folder / "model.safetensors")
    del found["vision_model.encoder.layers.1.mlp.fc1.weight"]
    save_file(found, folder / "model.safetensors", metadata={"format": "pt"})
    with pytest.raises(RecollectError) as caught:
        import_model(folder, tmp_path / "models", token=Token())
    assert caught.value.code == "model.damaged" and str(folder) in caught.value.reason
    assert nothing_left(tmp_path / "models")


def test_links_that_lead_outside(clip: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(clip, tmp_path / "linked"))
    (folder / "notes.txt").symlink_to("/etc/hostname")
    with pytest.raises(RecollectError) as caught:
        import_model(folder, tmp_path / "models", token=Token())
    assert caught.value.code == "model.damaged" and "notes.txt" in caught.value.reason


def test_a_folder_of_the_hugging_face_cache(clip: Path, tmp_path: Path) -> None:
    blobs, snapshot = tmp_path / "blobs", tmp_path / "snapshots" / "0123"
    blobs.mkdir()
    snapshot.mkdir(parents=True)
    for file in clip.iterdir():
        shutil.copy(file, blobs / f"hash-{file.name}")
        (snapshot / file.name).symlink_to(Path("..") / ".." / "blobs" / f"hash-{file.name}")
    card = import_model(snapshot, tmp_path / "models", token=Token(), name="cached")
    assert card.path.name == "cached" and not any(p.is_symlink() for p in card.path.iterdir())


def test_only_what_is_needed_is_copied(clip: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(clip, tmp_path / "full"))
    (folder / "pytorch_model.bin").write_bytes(b"x" * 100)
    (folder / "code.py").write_text("x")
    (folder / "onnx").mkdir()
    card = import_model(folder, tmp_path / "models", token=Token())
    names = {p.name for p in card.path.iterdir()}
    assert "model.safetensors" in names and not names & {"pytorch_model.bin", "code.py", "onnx"}


def test_cancelled_leaves_nothing(clip: Path, tmp_path: Path) -> None:
    token = Token()
    with pytest.raises(Cancelled):
        import_model(clip, tmp_path / "models", token=token, progress=lambda done, total: token.cancel())
    assert nothing_left(tmp_path / "models")


def test_a_full_disk(clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "SPARE", 1 << 60)
    with pytest.raises(RecollectError) as caught:
        import_model(clip, tmp_path / "models", token=Token())
    assert caught.value.code == "disk.full" and caught.value.facts["free_mb"] > 0
    assert nothing_left(tmp_path / "models")


def test_a_place_that_cannot_be_written(clip: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(RecollectError):
        import_model(clip, tmp_path / "file" / "models", token=Token())
