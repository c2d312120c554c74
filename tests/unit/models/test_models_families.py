"""Every family, loaded through the real path, gives what transformers gives when called directly."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from core.jobs import Turn
from core.models.cards import read_card
from core.models.dual_encoder import DualEncoder
from core.models.words import CONTEXT
from tests.tiny_models import FAMILIES, make_tiny

TOLERANCE = 1e-5


class Pair:
    """Our encoder beside transformers' own model and processor of the same folder."""

    def __init__(self, family: str, folder: Path) -> None:
        from transformers import AutoModel, AutoProcessor

        make_tiny(family, folder)
        self.family = family
        self.ours = DualEncoder.load(read_card(folder), device="cpu", precision="fp32", threads=1)
        self.model = AutoModel.from_pretrained(folder, local_files_only=True, use_safetensors=True).eval()
        self.processor = AutoProcessor.from_pretrained(folder, local_files_only=True)

    def texts(self, texts: list[str]) -> np.ndarray:
        import torch

        # The limits are those of the checkpoint or of the family's training, see words.CONTEXT.
        limit = {"clip": 77, "groupvit": 77, "siglip": 64, "siglip2": 64}.get(self.family) or CONTEXT[
            self.family
        ]
        padding: Any = "max_length" if self.family.startswith("siglip") else True
        inputs = self.processor.tokenizer(
            texts, padding=padding, truncation=True, max_length=limit, return_tensors="pt"
        )
        if self.family.startswith("siglip"):
            inputs.pop("attention_mask", None)
        with torch.inference_mode():
            return unit(self.model.get_text_features(**inputs).pooler_output)

    def photos(self, images: list[Image.Image]) -> np.ndarray:
        import torch

        rows = []
        for image in images:
            inputs = self.processor.image_processor(images=image.convert("RGB"), return_tensors="pt")
            with torch.inference_mode():
                rows.append(unit(self.model.get_image_features(**inputs).pooler_output))
        return np.concatenate(rows)


def unit(rows: Any) -> np.ndarray:
    array = rows.double().numpy()
    return array / np.linalg.norm(array, axis=1, keepdims=True)


@pytest.fixture(scope="module", params=FAMILIES)
def pair(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Pair:
    return Pair(request.param, tmp_path_factory.mktemp(request.param))


def picture(mode: str, size: tuple[int, int], seed: int = 0) -> Image.Image:
    random = np.random.default_rng(seed)
    channels = {"L": 1, "RGB": 3, "RGBA": 4}[mode]
    pixels = random.integers(0, 256, (size[1], size[0], channels), dtype=np.uint8)
    return Image.fromarray(pixels.squeeze(2) if channels == 1 else pixels)


TEXTS = {
    "one": ["a photo of a dog"],
    "batch": ["dog", "two birds on the street in the snow", "a red boat", ""],
    "empty": [""],
    "long": ["dog " * 2500],
    "long word": ["d" * 10_000],
    "emoji": ["🐕 in the ❄️ 👩‍👩‍👧"],
    "right to left": ["שלום כلب كلب يجري"],
    "hindi and chinese": ["कुत्ता 狗 雪"],
    "spaces": ["   \n\t "],
}


@pytest.mark.parametrize("kind", TEXTS)
def test_texts_equal_transformers(pair: Pair, kind: str) -> None:
    ours = pair.ours.encode_texts(TEXTS[kind], Turn())
    assert ours.dtype == np.float32 and ours.shape == (len(TEXTS[kind]), pair.ours.dimension)
    assert np.abs(ours - pair.texts(TEXTS[kind])).max() <= TOLERANCE


def test_texts_at_the_limit_are_cut_not_refused(pair: Pair) -> None:
    limit = pair.ours._words.limit
    assert (
        limit
        == {"clip": 77, "groupvit": 77, "siglip": 64, "siglip2": 64, "align": 64, "chinese_clip": 52}[
            pair.family
        ]
    )
    for count in (limit - 3, limit - 2, limit - 1, limit, limit + 1):
        text = [" ".join(["dog"] * count)]
        assert np.abs(pair.ours.encode_texts(text, Turn()) - pair.texts(text)).max() <= TOLERANCE


def test_a_lone_surrogate_is_a_question_mark(pair: Pair) -> None:
    rows = pair.ours.encode_texts(["dog \udcff", "dog ?"], Turn())
    assert np.array_equal(rows[0], rows[1])


def test_no_texts_and_no_photos(pair: Pair) -> None:
    assert pair.ours.encode_texts([], Turn()).shape == (0, pair.ours.dimension)
    assert pair.ours.encode_photos([], Turn()).shape == (0, pair.ours.dimension)


PHOTOS = {
    "rgb": ("RGB", (70, 50)),
    "portrait": ("RGB", (45, 90)),
    "grey": ("L", (64, 40)),
    "rgba": ("RGBA", (40, 64)),
    "one pixel": ("RGB", (1, 1)),
    "one pixel grey": ("L", (1, 1)),
    "tiny": ("RGB", (3, 2)),
    "wide 20:1": ("RGB", (400, 20)),
    "tall 20:1": ("RGB", (20, 400)),
    "the right size": ("RGB", (32, 32)),
    "large": ("RGB", (801, 603)),
}


@pytest.mark.parametrize("kind", PHOTOS)
def test_photos_equal_transformers(pair: Pair, kind: str) -> None:
    image = picture(*PHOTOS[kind])
    ours = pair.ours.encode_photos([pair.ours.prepare(np.asarray(image))], Turn())
    assert np.abs(ours - pair.photos([image])).max() <= TOLERANCE
    assert abs(np.linalg.norm(ours) - 1) < 1e-5


def test_a_photos_vector_does_not_depend_on_its_batch(pair: Pair) -> None:
    images = [picture("RGB", (50 + i, 80 - i), seed=i) for i in range(7)]
    prepared = [pair.ours.prepare(np.asarray(image)) for image in images]
    together = pair.ours.encode_photos(prepared, Turn())
    alone = np.concatenate([pair.ours.encode_photos([photo], Turn()) for photo in prepared])
    assert np.abs(together - alone).max() <= TOLERANCE
    assert np.abs(together - pair.photos(images)).max() <= TOLERANCE
    assert np.abs(together[0] - together[1]).max() > 1e-3, "different photos give different vectors"


def test_a_texts_vector_does_not_depend_on_its_batch(pair: Pair) -> None:
    texts = [" ".join(["a red dog in the snow"] * i) for i in range(1, 20)]
    together = pair.ours.encode_texts(texts, Turn())
    alone = np.concatenate([pair.ours.encode_texts([text], Turn()) for text in texts])
    assert np.abs(together - alone).max() <= TOLERANCE


def test_an_extreme_shape_costs_little(pair: Pair) -> None:
    strip = np.zeros((1, 100_000, 3), np.uint8)
    prepared = pair.ours.prepare(strip)
    assert prepared.nbytes < 1 << 20
    assert np.isfinite(pair.ours.encode_photos([prepared], Turn())).all()


def test_waiting_photos_are_small(pair: Pair) -> None:
    prepared = pair.ours.prepare(np.asarray(picture("RGB", (300, 200))))
    if pair.family == "siglip2":
        assert prepared.pixels is None and prepared.nbytes < 1 << 16
    else:
        assert prepared.nbytes == 32 * 32 * 3
