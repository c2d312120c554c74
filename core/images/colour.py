"""From any mode Pillow knows to upright 8-bit sRGB.

The order matters: what is not 8 bit becomes 8 bit, then the picture is made smaller, then
transparency goes onto white, and only then the colour profile is applied, to the fewest pixels.
"""

from __future__ import annotations

import io
import logging
import threading
from collections import OrderedDict

import numpy as np
from PIL import Image, ImageCms

log = logging.getLogger(__name__)

TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""EXIF orientation → what makes the picture upright."""

_SPACES = {"L": "GRAY", "RGB": "RGB", "CMYK": "CMYK", "LAB": "Lab"}
_KEPT_PROFILES = 16


class _Transforms(threading.local):
    """Colour transforms by (profile, mode), one set per thread: lcms promises no more."""

    def __init__(self) -> None:
        self.kept: OrderedDict[tuple[bytes, str], ImageCms.ImageCmsTransform | None] = OrderedDict()


_transforms = _Transforms()


def to_eight_bit(image: Image.Image) -> Image.Image:
    """The same picture in one of the modes L, LA, RGB, RGBA, CMYK, LAB.

    16-bit grey is scaled (65535 → 255), never clipped; 32-bit and float pictures are scaled by the
    range their numbers use.
    """
    mode = image.mode
    clear = "transparency" in image.info
    if mode.startswith("I") or mode == "F":
        return _scaled(image)
    if mode == "P":
        return image.convert("RGBA" if clear else "RGB")
    if mode == "PA":
        return image.convert("RGBA")
    if mode in ("L", "RGB", "1") and clear:
        return image.convert("RGBA")
    if mode == "1":
        return image.convert("L")
    if mode == "La":
        return image.convert("LA")
    if mode == "RGBa":
        return image.convert("RGBA")
    if mode in ("L", "LA", "RGB", "RGBA", "CMYK", "LAB"):
        return image
    return image.convert("RGB")


def _scaled(image: Image.Image) -> Image.Image:
    numbers = np.asarray(image)
    if image.mode.startswith("I;16"):
        return Image.fromarray(((numbers.astype(np.uint32) * 255 + 32767) // 65535).astype(np.uint8))
    values = np.nan_to_num(numbers.astype(np.float32), nan=0.0, posinf=0.0, neginf=0.0)
    high = float(values.max(initial=0.0))
    tops = (1.0, 255.0, 65535.0) if image.mode == "F" else (255.0, 65535.0)
    top = next((value for value in tops if high <= value), high)
    return Image.fromarray((values.clip(0, top) * (255.0 / top) + 0.5).astype(np.uint8))


def flatten(image: Image.Image) -> Image.Image:
    """Put a transparent picture onto white, as photo programs show it."""
    if image.mode not in ("LA", "RGBA"):
        return image
    colour = image.convert(image.mode[:-1])
    alpha = image.getchannel("A")
    if alpha.getextrema()[0] == 255:
        return colour
    paper = Image.new(colour.mode, image.size, "white")
    paper.paste(colour, mask=alpha)
    return paper


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """An RGB picture in sRGB, from mode L, RGB, CMYK or LAB and its ICC profile.

    A profile that is broken or belongs to another kind of picture is ignored.
    """
    transform = _transform(profile, image.mode) if profile else None
    if image.mode == "LAB" and transform is None:
        transform = _transform(b"", "LAB")
    if transform is not None:
        try:
            return ImageCms.applyTransform(image, transform) or image.convert("RGB")
        except (ImageCms.PyCMSError, ValueError, OSError) as error:
            log.debug("colour profile not applied: %s", error)
    return image if image.mode == "RGB" else image.convert("RGB")


def _transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    kept = _transforms.kept
    key = (profile, mode)
    if key in kept:
        kept.move_to_end(key)
        return kept[key]
    kept[key] = made = _make(profile, mode)
    while len(kept) > _KEPT_PROFILES:
        kept.popitem(last=False)
    return made


def _make(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    """A transform to sRGB; None when it would change nothing, does not fit, or the profile is broken."""
    if mode not in _SPACES:
        return None
    try:
        if profile:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        else:
            source = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
        if source.profile.xcolor_space.strip() != _SPACES[mode]:
            return None
        transform = ImageCms.buildTransform(
            source,
            ImageCms.createProfile("sRGB"),
            mode,
            "RGB",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
        return None if mode in ("L", "RGB") and _changes_nothing(transform, mode) else transform
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError, AttributeError) as error:
        log.debug("colour profile ignored: %s", error)
        return None


def _changes_nothing(transform: ImageCms.ImageCmsTransform, mode: str) -> bool:
    """Whether a transform is sRGB to sRGB within rounding: most photos carry such a profile."""
    steps = np.arange(0, 256, 51, dtype=np.uint8)
    if mode == "L":
        before = Image.fromarray(steps[None])
    else:
        cube = np.stack(np.meshgrid(steps, steps, steps), axis=-1).reshape(1, -1, 3)
        before = Image.fromarray(cube)
    after = np.asarray(ImageCms.applyTransform(before, transform), dtype=np.int16)
    return int(np.abs(after - np.asarray(before.convert("RGB"), dtype=np.int16)).max()) <= 2
