"""Identity and look."""

from __future__ import annotations

import numpy as np
from images_support import saved, scene
from PIL import Image, ImageEnhance

from core.images.decode import decode
from core.images.fingerprint import fingerprint, look, look_of_image


def distance(one: bytes, other: bytes) -> int:
    return (int.from_bytes(one, "big") ^ int.from_bytes(other, "big")).bit_count()


def test_fingerprint_is_of_the_bytes() -> None:
    assert len(fingerprint(b"")) == 16
    assert fingerprint(b"a") != fingerprint(b"b")
    assert fingerprint(b"a" * 100_000).hex() == fingerprint(b"a" * 100_000).hex()
    assert fingerprint(b"abc").hex() == "ba7816bf8f01cfea414140de5dae2223"  # the start of SHA-256


def test_look_survives_saving_resizing_and_light() -> None:
    for seed in range(8):
        image = scene(800, 600, seed)
        first = look(np.asarray(image))
        assert len(first) == 8
        variants = {
            "saved again": Image.fromarray(decode(saved(image, quality=40), long_side=0).pixels),
            "half the size": image.resize((400, 300), Image.Resampling.LANCZOS),
            "thumbnail": image.resize((160, 120), Image.Resampling.BICUBIC),
            "draft": Image.fromarray(decode(saved(image, quality=80), long_side=200).pixels),
            "larger": image.resize((1200, 900), Image.Resampling.BICUBIC),
            "brighter": ImageEnhance.Brightness(image).enhance(1.1),
            "grey": image.convert("L"),
        }
        for name, variant in variants.items():
            assert distance(first, look(np.asarray(variant))) <= (
                10 if name in ("brighter", "grey") else 5
            ), (seed, name)


def test_looks_of_different_photos_differ() -> None:
    looks = [look_of_image(scene(320, 240, seed)) for seed in range(20)]
    distances = [distance(a, b) for number, a in enumerate(looks) for b in looks[:number]]
    assert min(distances) >= 12 and 26 <= np.median(distances) <= 38


def test_look_of_odd_shapes() -> None:
    for shape in ((1, 1, 3), (1, 5000, 3), (5000, 1, 3), (7, 3), (33, 31, 3)):
        assert len(look(np.zeros(shape, np.uint8))) == 8
