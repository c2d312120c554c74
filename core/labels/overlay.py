"""A photo with its regions in colours, their names on them, and a legend below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from core.labels.regions import spread

Pixels = NDArray[np.uint8]
Font = ImageFont.FreeTypeFont | ImageFont.ImageFont
Colour = tuple[int, int, int]

LONG_SIDE = 1600
"""A drawn photo is at most this long, so that a panorama of 400 megapixels is drawn too."""

# Told apart by people who see few colours, too; the last is for what has no name.
_COLOURS: tuple[Colour, ...] = (
    (0, 114, 178),
    (230, 159, 0),
    (0, 158, 115),
    (204, 121, 167),
    (86, 180, 233),
    (213, 94, 0),
    (240, 228, 66),
)
_UNNAMED: Colour = (150, 150, 150)
_TINT = 0.42
_PAPER, _INK, _FAINT = (255, 255, 255), (29, 29, 31), (110, 110, 115)
# Tried in this order for a name in letters that Pillow's own font lacks.
_FONTS = (
    "DejaVuSans.ttf",
    "NotoSans-Regular.ttf",
    "NotoSansCJK-Regular.ttc",
    "NotoSansArabic-Regular.ttf",
    "NotoSansDevanagari-Regular.ttf",
    "arialuni.ttf",
    "Arial Unicode.ttf",
    "PingFang.ttc",
    "msyh.ttc",
)
_LONGEST = 60


@dataclass(frozen=True)
class Named:
    """What is written of one region: its name (empty: none fits), its ``share`` of the photo and a
    ``point`` inside it, all 0 to 1."""

    name: str
    share: float
    point: tuple[float, float]


def draw(
    pixels: Pixels, planes: Pixels, regions: Sequence[Named], *, unnamed: str = "unclear"
) -> Image.Image:
    """The photo (uint8[h, w, 3]) tinted by region, with names and a legend below it.

    ``unnamed`` is written where a region has no name.
    """
    photo = Image.fromarray(pixels)
    photo.thumbnail((LONG_SIDE, LONG_SIDE), Image.Resampling.LANCZOS)
    width, height = photo.size
    shown = _tinted(np.asarray(photo), spread(planes, height, width), regions)
    size = min(max(width // 40, 13), 28)
    names = [(one.name or unnamed)[:_LONGEST] for one in regions]
    legend = _legend(width, names, regions, size)
    whole = Image.new("RGB", (max(width, legend.width), height + legend.height), _PAPER)
    whole.paste(shown, (0, 0))
    whole.paste(legend, (0, height))
    _write_names(whole, (width, height), names, regions, size)
    return whole


def _tinted(pixels: Pixels, map_: Pixels, regions: Sequence[Named]) -> Image.Image:
    """Every region in its colour, and a fine white line where two meet."""
    colours = np.zeros((256, 3), np.float32)
    strength = np.zeros(256, np.float32)
    for number, one in enumerate(regions):
        colours[number] = _colour(number, one.name)
        strength[number] = _TINT if one.name else _TINT / 2
    mix = strength[map_][..., None]
    tinted = (pixels * (1 - mix) + colours[map_] * mix).astype(np.uint8)
    edge = np.zeros(map_.shape, np.bool_)
    edge[:, 1:] |= map_[:, 1:] != map_[:, :-1]
    edge[1:, :] |= map_[1:, :] != map_[:-1, :]
    tinted[edge] = _PAPER
    return Image.fromarray(tinted)


def _write_names(
    image: Image.Image, size: tuple[int, int], names: Sequence[str], regions: Sequence[Named], high: int
) -> None:
    """Each name where its region lies, white with a dark edge: it reads on any photo."""
    draw = ImageDraw.Draw(image)
    for name, one in zip(names, regions, strict=True):
        font = _font(name, high)
        left, top, right, bottom = draw.textbbox((0, 0), name, font=font, stroke_width=2)
        wide, tall = right - left, bottom - top
        if wide > size[0] or tall > size[1]:
            continue  # the legend says it
        x = min(max(one.point[0] * size[0] - wide / 2, 0), size[0] - wide)
        y = min(max(one.point[1] * size[1] - tall / 2, 0), size[1] - tall)
        draw.text((x - left, y - top), name, _PAPER, font, stroke_width=2, stroke_fill=_INK)


def _legend(width: int, names: Sequence[str], regions: Sequence[Named], size: int) -> Image.Image:
    """A square in each region's colour, its name and its share, as many in a row as there is room for."""
    width = max(width, 240)
    probe = ImageDraw.Draw(Image.new("RGB", (1, 1)))
    gap, line = size // 2, size * 2
    places: list[tuple[int, int]] = []
    x, y = gap, gap
    shares = [f"{one.share:.0%}" for one in regions]
    for name, share in zip(names, shares, strict=True):
        wide = size + gap + _wide(probe, name, size) + gap + _wide(probe, share, size) + 2 * gap
        if x > gap and x + wide > width:
            x, y = gap, y + line
        places.append((x, y))
        x += wide
    legend = Image.new("RGB", (width, y + line if regions else 0), _PAPER)
    draw = ImageDraw.Draw(legend)
    for number, (x, y) in enumerate(places):
        colour = _colour(number, regions[number].name)
        draw.rounded_rectangle((x, y + 2, x + size - 2, y + size), size // 5, colour)
        x += size + gap
        base = y + size - 2  # letters of two fonts stand on one line
        draw.text((x, base), names[number], _INK, _font(names[number], size), anchor="ls")
        x += _wide(probe, names[number], size) + gap
        draw.text((x, base), shares[number], _FAINT, _font(shares[number], size), anchor="ls")
    return legend


def _wide(draw: ImageDraw.ImageDraw, text: str, size: int) -> int:
    return round(draw.textlength(text, _font(text, size)))


def _colour(number: int, name: str) -> Colour:
    return _COLOURS[number % len(_COLOURS)] if name else _UNNAMED


def _font(text: str, size: int) -> Font:
    """Pillow's own font, or the first of this computer's that has all the letters."""
    usual = _own(size)
    if text.isascii() or _has(usual, text):
        return usual
    for name in _FONTS:
        font = _installed(name, size)
        if font is not None and _has(font, text):
            return font
    return usual


def _has(font: Font, text: str) -> bool:
    """True when no letter is drawn as the box that stands for a missing one."""
    missing = bytes(font.getmask("\uffff"))
    return all(bytes(font.getmask(sign)) != missing for sign in set(text) if not sign.isspace())


@cache
def _own(size: int) -> Font:
    return ImageFont.load_default(size)


@cache
def _installed(name: str, size: int) -> Font | None:
    """A font of this computer; None when it is not there."""
    try:
        return ImageFont.truetype(name, size)
    except OSError:
        return None
