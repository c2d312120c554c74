"""Ways to make a copy of a photo, and as which kind of duplicate each should be found."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageEnhance, ImageOps

from core.search.duplicate_kinds import ALIKE, BYTES, MOMENT, RESAVED

Chance = np.random.Generator


def saved(image: Image.Image, quality: int) -> bytes:
    """The bytes of a JPEG."""
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=quality)
    return stream.getvalue()


def resized(image: Image.Image, share: float) -> Image.Image:
    """At another size."""
    width, height = (max(1, round(side * share)) for side in image.size)
    return image.resize((width, height), Image.Resampling.LANCZOS)


def cropped(image: Image.Image, share: float, chance: Chance) -> Image.Image:
    """Sides shorter by ``share``, cut somewhere."""
    width, height = (max(1, round(side * (1 - share))) for side in image.size)
    x, y = (int(chance.integers(0, left + 1)) for left in (image.width - width, image.height - height))
    return image.crop((x, y, x + width, y + height))


def warmer(image: Image.Image) -> Image.Image:
    """More red, less blue."""
    red, green, blue = image.split()
    scaled = (
        band.point(lambda v, s=s: min(255, int(v * s)))
        for band, s in ((red, 1.15), (green, 1.03), (blue, 0.8))
    )
    return Image.merge("RGB", tuple(scaled))


def exposed_again(image: Image.Image, chance: Chance) -> Image.Image:
    """The next exposure of a burst: shifted by 2 %, turned by 2 degrees, 4 to 10 % nearer, noisier."""
    width, height = image.size
    nearer, angle = 1.04 + float(chance.uniform(0, 0.06)), float(chance.uniform(-2, 2))
    large = resized(image, nearer + 0.04).rotate(angle, Image.Resampling.BICUBIC)
    x, y = ((big - side) // 2 for big, side in ((large.width, width), (large.height, height)))
    x += round(chance.uniform(-0.02, 0.02) * width)
    y += round(chance.uniform(-0.02, 0.02) * height)
    part = ImageEnhance.Brightness(large.crop((x, y, x + width, y + height))).enhance(
        float(chance.uniform(0.93, 1.07))
    )
    pixels = np.asarray(part, dtype=np.float32) + chance.normal(0, 4, (height, width, 1))
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


Change = Callable[[Image.Image, Chance], Image.Image]


@dataclass(frozen=True)
class Way:
    """A way to make a copy: the kind it should be found as, the kinds that are no mistake, how it is made."""

    name: str
    kind: str
    change: Change
    quality: int = 90
    also: tuple[str, ...] = ()


def _same(image: Image.Image, _: Chance) -> Image.Image:
    return image


def _sized(share: float) -> Change:
    return lambda image, _: resized(image, share)


def _cropped(share: float) -> Change:
    return lambda image, chance: cropped(image, share, chance)


def _brighter(factor: float) -> Change:
    return lambda image, _: ImageEnhance.Brightness(image).enhance(factor)


def _saturated(factor: float) -> Change:
    return lambda image, _: ImageEnhance.Color(image).enhance(factor)


def _warmer(image: Image.Image, _: Chance) -> Image.Image:
    return warmer(image)


def _grey(image: Image.Image, _: Chance) -> Image.Image:
    return image.convert("L").convert("RGB")


def _framed(image: Image.Image, _: Chance) -> Image.Image:
    return ImageOps.expand(image, round(0.06 * image.width), "white")


def _saved_anew(name: str, change: Change, quality: int = 90) -> Way:
    return Way(name, RESAVED, change, quality, (MOMENT, ALIKE))


WAYS = (
    *(_saved_anew(f"quality {quality}", _same, quality) for quality in (90, 75, 50)),
    *(_saved_anew(f"size {percent} %", _sized(percent / 100), 85) for percent in (75, 50, 25)),
    _saved_anew("brighter", _brighter(1.2)),
    _saved_anew("darker", _brighter(0.8)),
    _saved_anew("saturated", _saturated(1.4)),
    _saved_anew("paler", _saturated(0.6)),
    _saved_anew("warmer", _warmer),
    _saved_anew("black and white", _grey),
    Way("cropped 5 %", ALIKE, _cropped(0.05), also=(RESAVED,)),
    *(Way(f"cropped {percent} %", ALIKE, _cropped(percent / 100)) for percent in (10, 20, 30)),
    Way("framed", ALIKE, _framed),
    Way("burst", MOMENT, exposed_again, 92, (ALIKE,)),
    Way("burst again", MOMENT, exposed_again, 92, (ALIKE,)),
    Way("same file", BYTES, _same),
)
