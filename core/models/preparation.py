"""Pixels to what a family's image tower reads, in any thread, by numpy and Pillow alone.

Most families resize, crop, rescale and normalise. For those the photo stays uint8 until it is on the
device (a quarter of the memory while it waits), where one multiplication and one addition do the rest;
equal to the family's own processor to 1e-5. Other families (SigLIP 2 with varying shapes) are
prepared by their own processor. Every number comes from the checkpoint's processor.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

# Longer than this many times its width, a photo that will be cropped is cropped before it is resized:
# 1 × 100,000 pixels would otherwise become 224 × 22 million.
EXTREME = 32


@dataclass(frozen=True)
class Prepared:
    """One photo, ready for the device: ``pixels`` (h, w, 3) uint8, or the named ``arrays`` of its family."""

    pixels: NDArray[np.uint8] | None
    arrays: dict[str, NDArray[Any]] | None = None

    @property
    def nbytes(self) -> int:
        """How much memory it takes (bytes)."""
        if self.pixels is not None:
            return int(self.pixels.nbytes)
        return sum(int(array.nbytes) for array in (self.arrays or {}).values())

    @property
    def shape(self) -> tuple[Any, ...]:
        """Photos of the same shape can share a batch."""
        if self.pixels is not None:
            return self.pixels.shape
        return tuple(sorted((name, array.shape) for name, array in (self.arrays or {}).items()))


@dataclass(frozen=True)
class Recipe:
    """Resize, crop, then ``value * gain + offset`` for each channel.

    ``size`` is (height, width) exactly; else ``shortest`` is the wanted short side and ``longest``
    the most the long side may be (0: any). ``crop`` is (height, width) around the middle, filled
    with black where the photo is smaller.
    """

    size: tuple[int, int] | None
    shortest: int
    longest: int
    crop: tuple[int, int] | None
    resample: int
    gain: NDArray[np.float32]
    offset: NDArray[np.float32]
    fill: tuple[int, int, int]

    @property
    def target(self) -> tuple[int, int] | None:
        """(height, width) of what comes out, None when it varies with the photo."""
        return self.crop or self.size


class Preparation:
    """How photos are prepared for one encoder. Use ``of`` to make one from a family's processor."""

    def __init__(self, recipe: Recipe | None, processor: Any, mode: str = "own") -> None:
        self.recipe = recipe
        self._processor = processor
        self._mode = mode
        self.short_side, self.long_side = _wanted(recipe, processor, mode)

    @classmethod
    def of(cls, processor: Any, mode: str = "own") -> Preparation:
        """Read a transformers image processor. ``mode`` is "own" (as the family does), "squeeze" or "pad".

        Raises ValueError when squeeze or pad is wanted of a family without a fixed size.
        """
        recipe = read_recipe(processor)
        if mode != "own" and (recipe is None or recipe.target is None):
            raise ValueError(f"image_mode {mode} needs a fixed size")
        return cls(recipe, processor, mode)

    def prepare(self, pixels: NDArray[np.uint8]) -> Prepared:
        """Prepare one photo, uint8 of (h, w, 3), (h, w, 4), (h, w, 1) or (h, w)."""
        image = rgb(pixels)
        if self.recipe is None:
            return self._by_family(image)
        if self._mode == "squeeze":
            return Prepared(_resized(image, self._target(), self.recipe.resample))
        if self._mode == "pad":
            return Prepared(self._padded(image))
        return Prepared(self._own(image, self.recipe))

    def _own(self, image: Image.Image, recipe: Recipe) -> NDArray[np.uint8]:
        if recipe.size is not None:
            array = _resized(image, recipe.size, recipe.resample)
        elif recipe.shortest:
            if recipe.crop is not None:
                image = _without_ends(image, recipe.crop)
            array = _resized(image, _scaled_size(image, recipe), recipe.resample)
        else:
            array = np.asarray(image)
        return array if recipe.crop is None else _cropped(array, recipe.crop)

    def _padded(self, image: Image.Image) -> NDArray[np.uint8]:
        """The whole photo, its proportions kept, on a ground of the mean colour."""
        assert self.recipe is not None
        height, width = self._target()
        scale = min(width / image.width, height / image.height)
        inner = (max(1, round(image.height * scale)), max(1, round(image.width * scale)))
        array = np.empty((height, width, 3), np.uint8)
        array[:] = self.recipe.fill
        top, left = (height - inner[0]) // 2, (width - inner[1]) // 2
        array[top : top + inner[0], left : left + inner[1]] = _resized(image, inner, self.recipe.resample)
        return array

    def _target(self) -> tuple[int, int]:
        target = self.recipe.target if self.recipe else None
        if target is None:
            raise ValueError("this family has no fixed size")
        return target

    def _by_family(self, image: Image.Image) -> Prepared:
        features = self._processor(images=image, return_tensors="np")
        return Prepared(None, {name: np.asarray(value)[0] for name, value in features.items()})


def read_recipe(processor: Any) -> Recipe | None:
    """The recipe of a transformers image processor, None when it does more than resize, crop, normalise."""
    rescale_offset, include_top = _efficientnet(processor)
    if rescale_offset is None:
        return None
    if getattr(processor, "do_pad", None):
        return None
    size = processor.size if processor.do_resize else None
    crop = processor.crop_size if getattr(processor, "do_center_crop", None) else None
    exact = _pair(size)
    shortest = int(getattr(size, "shortest_edge", None) or 0) if exact is None else 0
    if size is not None and exact is None and not shortest:
        return None
    gain, offset, mean = _affine(processor, bool(rescale_offset), include_top)
    fill = np.clip(np.rint(mean * 255), 0, 255).astype(int)
    return Recipe(
        size=exact,
        shortest=shortest,
        longest=int(getattr(size, "longest_edge", None) or 0) if shortest else 0,
        crop=_pair(crop),
        resample=int(processor.resample),
        gain=gain,
        offset=offset,
        fill=(int(fill[0]), int(fill[1]), int(fill[2])),
    )


def _efficientnet(processor: Any) -> tuple[bool | None, bool]:
    """(rescale_offset, include_top) of EfficientNet's processor, (False, False) of a plain one.

    (None, False) for a processor with steps of its own: a class that replaces one of the base's.
    """
    from transformers.image_processing_backends import PilBackend
    from transformers.models.efficientnet.image_processing_pil_efficientnet import (
        EfficientNetImageProcessorPil,
    )

    if type(processor) is EfficientNetImageProcessorPil:
        return bool(processor.rescale_offset), bool(processor.include_top)
    steps = ("_preprocess", "resize", "center_crop", "rescale", "normalize", "process_image", "preprocess")
    plain = isinstance(processor, PilBackend) and all(
        getattr(type(processor), step) is getattr(PilBackend, step) for step in steps
    )
    return (False if plain else None), False


def _affine(
    processor: Any, rescale_offset: bool, include_top: bool
) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float64]]:
    """(gain, offset, mean colour in 0..1), each of length 3."""
    gain, offset = np.ones(3), np.zeros(3)
    mean = np.full(3, 0.5)
    if processor.do_rescale:
        gain *= float(processor.rescale_factor)
        offset -= 1.0 if rescale_offset else 0.0
    std = np.ones(3) * np.asarray(processor.image_std if processor.image_std is not None else 1.0, float)
    if processor.do_normalize:
        mean = np.ones(3) * np.asarray(processor.image_mean, float)
        gain, offset = gain / std, (offset - mean) / std
    if include_top:
        gain, offset = gain / std, offset / std
    return gain.astype(np.float32), offset.astype(np.float32), mean


def _wanted(recipe: Recipe | None, processor: Any, mode: str) -> tuple[int, int]:
    """(short side, long side) in pixels that a decoded photo should have at least."""
    if recipe is None:
        area = _patch_area(processor)
        return (0, area) if area else (0, 512)
    target = recipe.target
    if mode == "pad" and target is not None:
        return 0, max(target)
    if recipe.size is not None:
        return min(recipe.size), max(recipe.size)
    if recipe.shortest:
        return recipe.shortest, recipe.shortest
    return 0, 0


def _patch_area(processor: Any) -> int:
    """The long side a varying-shape family can use: a strip one and a half times the square's side."""
    patch, count = getattr(processor, "patch_size", None), getattr(processor, "max_num_patches", None)
    if not patch or not count:
        return 0
    return int(patch * ceil(count**0.5) * 1.5)


def _pair(size: Any) -> tuple[int, int] | None:
    height, width = getattr(size, "height", None), getattr(size, "width", None)
    return (int(height), int(width)) if height and width else None


def rgb(pixels: NDArray[np.uint8]) -> Image.Image:
    """A picture of three colours from uint8 (h, w, 3), (h, w, 4), (h, w, 1) or (h, w)."""
    if pixels.ndim == 3 and pixels.shape[2] == 1:
        pixels = pixels[:, :, 0]
    image = Image.fromarray(np.ascontiguousarray(pixels))
    return image if image.mode == "RGB" else image.convert("RGB")


def _resized(image: Image.Image, size: tuple[int, int], resample: int) -> NDArray[np.uint8]:
    height, width = size
    if (image.height, image.width) != (height, width):
        image = image.resize((width, height), Image.Resampling(resample))
    return np.asarray(image)


def _scaled_size(image: Image.Image, recipe: Recipe) -> tuple[int, int]:
    """transformers' own arithmetic: the long side is cut to a whole number, not rounded."""
    short, long = sorted((image.height, image.width))
    wanted, factor = recipe.shortest, float(recipe.shortest)
    if recipe.longest and long / short * wanted > recipe.longest:
        factor = recipe.longest * short / long
        wanted = max(1, round(factor))
        new_long = max(1, int(factor * long / short))
    else:
        new_long = int(wanted * long / short)
    if short == wanted and recipe.longest:
        new_long = long
    return (wanted, new_long) if image.height <= image.width else (new_long, wanted)


def _without_ends(image: Image.Image, crop: tuple[int, int]) -> Image.Image:
    """Cut the far ends of an extreme shape, which the crop would drop anyway."""
    keep = EXTREME * max(1, ceil(max(crop) / min(crop)))
    if image.width > 2 * keep * image.height:
        left = (image.width - keep * image.height) // 2
        return image.crop((left, 0, left + keep * image.height, image.height))
    if image.height > 2 * keep * image.width:
        top = (image.height - keep * image.width) // 2
        return image.crop((0, top, image.width, top + keep * image.width))
    return image


def _cropped(array: NDArray[np.uint8], crop: tuple[int, int]) -> NDArray[np.uint8]:
    """The middle, as transformers takes it; black around a photo that is too small."""
    (height, width), (tall, wide) = array.shape[:2], crop
    top, left = (height - tall) // 2, (width - wide) // 2
    if top >= 0 and left >= 0:
        # a copy: a view would keep the whole resized photo in memory while it waits
        return np.ascontiguousarray(array[top : top + tall, left : left + wide])
    new_height, new_width = max(tall, height), max(wide, width)
    ground = np.zeros((new_height, new_width, 3), np.uint8)
    y, x = ceil((new_height - height) / 2), ceil((new_width - width) / 2)
    ground[y : y + height, x : x + width] = array
    top, left = max(0, top + y), max(0, left + x)
    return np.ascontiguousarray(ground[top : top + tall, left : left + wide])
