"""Colours: profiles, modes, depths, transparency."""

from __future__ import annotations

import io
import zlib

import numpy as np
import pytest
from images_support import ADOBE, P3, bare_png, colour_at, corners, profile, saved, scene
from PIL import Image, ImageCms

from core.images.decode import decode


def middle(data: bytes) -> tuple[int, int, int]:
    return colour_at(decode(data, long_side=0).pixels, 0.5, 0.5)


def flat(colour: tuple[int, ...], mode: str = "RGB") -> Image.Image:
    return Image.new(mode, (16, 16), colour)


@pytest.mark.parametrize(("colorants", "gamma"), [(P3, 2.19921875), (ADOBE, 2.19921875)])
def test_wide_profiles_become_srgb(colorants: tuple, gamma: float) -> None:
    icc = profile(b"RGB ", colorants, gamma)
    image = scene(64, 48)
    transform = ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(io.BytesIO(icc)),
        ImageCms.createProfile("sRGB"),
        "RGB",
        "RGB",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    wanted = np.asarray(ImageCms.applyTransform(image, transform))
    assert np.array_equal(decode(saved(image, "PNG", icc_profile=icc), long_side=0).pixels, wanted)
    # By hand: linear light through the matrices.
    linear = (np.array([200, 100, 50]) / 255) ** gamma
    xyz = np.array(colorants).T @ linear
    to_srgb = np.linalg.inv(
        np.array([[0.43607, 0.38515, 0.14307], [0.22249, 0.71687, 0.06061], [0.01392, 0.09708, 0.71410]])
    )
    light = (to_srgb @ xyz).clip(0, 1)
    curve = np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055) * 255
    found = middle(saved(flat((200, 100, 50)), "PNG", icc_profile=icc))
    assert np.abs(np.array(found) - curve).max() <= 2
    assert found != (200, 100, 50)


def test_profiles_in_every_container() -> None:
    icc = profile(b"RGB ", ADOBE)
    wanted = middle(saved(flat((90, 160, 60)), "PNG", icc_profile=icc))
    for form, options in (
        ("JPEG", {"quality": 100, "subsampling": 0}),
        ("TIFF", {}),
        ("WEBP", {"lossless": True}),
    ):
        found = middle(saved(flat((90, 160, 60)), form, icc_profile=icc, **options))
        assert np.abs(np.subtract(found, wanted)).max() <= 4, form


def test_srgb_profile_changes_nothing() -> None:
    icc = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = scene(64, 48)
    assert np.array_equal(decode(saved(image, "PNG", icc_profile=icc), long_side=0).pixels, np.asarray(image))


def test_grey_profile() -> None:
    dark = profile(b"GRAY", gamma=1.0)
    found = middle(saved(flat((55,), "L"), "PNG", icc_profile=dark))
    assert found[0] == found[1] == found[2]
    assert abs(found[0] - 128) <= 3  # linear 0.216 is 128 in sRGB
    found = middle(saved(Image.merge("LA", (flat((55,), "L"), flat((255,), "L"))), "PNG", icc_profile=dark))
    assert abs(found[0] - 128) <= 3


@pytest.mark.parametrize(
    "icc",
    [
        b"broken",
        b"\x00" * 200,
        profile(b"GRAY"),
        profile(b"RGB ", P3)[:200],
        profile(b"RGB ", P3) + b"x" * 99,
    ],
)
def test_broken_or_foreign_profiles_are_ignored(icc: bytes) -> None:
    found = middle(saved(flat((200, 100, 50)), "PNG", icc_profile=icc))
    assert all(abs(a - b) < 60 for a, b in zip(found, (200, 100, 50), strict=True))


def test_lab_tiff() -> None:
    lab = ImageCms.buildTransform(ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB")
    image = ImageCms.applyTransform(flat((200, 100, 50)), lab)
    found = middle(saved(image, "TIFF"))
    assert np.abs(np.subtract(found, (200, 100, 50))).max() <= 4


def test_cmyk_jpeg_as_photoshop_writes_it() -> None:
    """Pillow writes CMYK JPEGs inverted with an Adobe marker, as Photoshop does."""
    data = saved(corners().convert("CMYK"), quality=95, subsampling=0)
    assert b"Adobe" in data
    pixels = decode(data, long_side=0).pixels
    for x, y, wanted in ((0.2, 0.2, (255, 0, 0)), (0.8, 0.2, (0, 255, 0)), (0.8, 0.8, (255, 255, 255))):
        assert np.abs(np.subtract(colour_at(pixels, x, y), wanted)).max() <= 20
    assert decode(saved(corners().convert("CMYK"), "TIFF"), long_side=0).pixels[5, 5, 0] > 200


def test_sixteen_bit_grey_is_scaled_not_clipped() -> None:
    ramp = np.linspace(0, 65535, 256).astype(np.uint16)[None].repeat(8, 0)
    for form in ("PNG", "TIFF"):
        pixels = decode(saved(Image.fromarray(ramp), form), long_side=0).pixels
        assert pixels[0, 0, 0] == 0 and pixels[0, -1, 0] == 255
        assert np.abs(pixels[0, :, 0].astype(int) - np.arange(256)).max() <= 1, form
    big_endian = Image.frombytes("I;16B", (256, 8), ramp.astype(">u2").tobytes())
    assert decode(saved(big_endian, "TIFF"), long_side=0).pixels[0, -1, 0] == 255


def test_sixteen_bit_colour_is_scaled() -> None:
    ramp = np.linspace(0, 65535, 256).astype(">u2")
    rows = np.stack([ramp, ramp[::-1], np.full(256, 30000, ">u2")], axis=-1)
    png = bare_png(256, 2, zlib.compress((b"\x00" + rows.astype(">u2").tobytes()) * 2), depth=16)
    pixels = decode(png, long_side=0).pixels
    assert np.abs(pixels[0, :, 0].astype(int) - np.arange(256)).max() <= 1
    assert np.abs(pixels[0, :, 1].astype(int) - np.arange(255, -1, -1)).max() <= 1
    assert abs(int(pixels[0, 0, 2]) - 117) <= 1


def test_thirty_two_bit_and_float_tiff() -> None:
    ramp = np.linspace(0, 1, 64, dtype=np.float32)[None].repeat(4, 0)
    assert decode(saved(Image.fromarray(ramp), "TIFF"), long_side=0).pixels[0, -1, 0] == 255
    assert decode(saved(Image.fromarray(ramp * 200), "TIFF"), long_side=0).pixels[0, -1, 0] == 200
    broken = ramp.copy()
    broken[0, :3] = [np.nan, np.inf, -np.inf]
    assert decode(saved(Image.fromarray(broken), "TIFF"), long_side=0).pixels[1, -1, 0] == 255
    whole = (ramp * 65535).astype(np.int32)
    assert decode(saved(Image.fromarray(whole), "TIFF"), long_side=0).pixels[0, -1, 0] == 255


def test_transparency_lies_on_white() -> None:
    clear = Image.new("RGBA", (16, 16), (255, 0, 0, 0))
    half = Image.new("RGBA", (16, 16), (255, 0, 0, 128))
    for form, options in (("PNG", {}), ("WEBP", {"lossless": True}), ("TIFF", {})):
        assert middle(saved(clear, form, **options)) == (255, 255, 255), form
        found = middle(saved(half, form, **options))
        assert found[0] == 255 and abs(found[1] - 127) <= 2, form
    assert middle(saved(Image.new("LA", (16, 16), (0, 0)), "PNG")) == (255, 255, 255)
    assert middle(saved(Image.new("LA", (16, 16), (40, 255)), "PNG")) == (40, 40, 40)


def test_reduced_transparency_does_not_bleed() -> None:
    """What is hidden under full transparency never shows, also after averaging."""
    pixels = np.zeros((512, 512, 4), np.uint8)
    pixels[::2] = (0, 0, 255, 255)
    pixels[1::2] = (255, 0, 0, 0)
    found = middle(saved(Image.fromarray(pixels), "PNG"))
    small = colour_at(decode(saved(Image.fromarray(pixels), "PNG"), long_side=64).pixels, 0.5, 0.5)
    assert found in ((0, 0, 255), (255, 255, 255))
    assert abs(small[0] - 127) <= 2 and abs(small[1] - 127) <= 2 and small[2] >= 253


def test_palettes_with_and_without_transparency() -> None:
    image = corners().quantize(8)
    for form in ("PNG", "GIF", "BMP", "TIFF"):
        pixels = decode(saved(image, form), long_side=0).pixels
        assert colour_at(pixels, 0.2, 0.2) == (255, 0, 0), form
    index = image.getpixel((1, 1))
    assert middle(saved(image.crop((0, 0, 20, 20)), "PNG", transparency=index)) == (255, 255, 255)
    assert middle(saved(image.crop((0, 0, 20, 20)), "GIF", transparency=index)) == (255, 255, 255)
    keyed = saved(flat((1, 2, 3)), "PNG", transparency=(1, 2, 3))
    assert middle(keyed) == (255, 255, 255)


def test_one_bit_and_grey() -> None:
    assert middle(saved(Image.new("1", (16, 16), 1), "PNG")) == (255, 255, 255)
    assert middle(saved(Image.new("1", (16, 16), 0), "TIFF", compression="group4")) == (0, 0, 0)
    assert middle(saved(flat((99,), "L"))) == (99, 99, 99)


def test_a_picture_without_colours_has_three_channels() -> None:
    for image in (flat((9,), "L"), Image.new("1", (5, 7)), flat((1, 2, 3, 4), "CMYK")):
        pixels = decode(saved(image, "TIFF"), long_side=0).pixels
        assert pixels.dtype == np.uint8 and pixels.shape[2] == 3
