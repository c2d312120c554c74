"""Files that are not what they should be: each becomes what ARCHITECTURE's table says, none stops a run."""

from __future__ import annotations

import io
import random
import struct
import subprocess
import sys
import time
import zlib

import numpy as np
import pytest
from images_support import (
    bare_png,
    chunk,
    colour_at,
    corners,
    dng,
    saved,
    scene,
    segment,
    with_chunk,
    with_segment,
)
from PIL import Image

from core.errors import RecollectError
from core.images.decode import Picture, decode


def code_of(data: bytes, suffix: str = ".jpg") -> str:
    """The problem's code, or "" for a photo."""
    try:
        decode(data, long_side=256, suffix=suffix)
    except RecollectError as error:
        assert "{" not in error.reason and "?" not in error.reason, error.reason
        return error.code
    return ""


def test_empty_zero_text_and_headers_alone() -> None:
    assert code_of(b"") == "photo.empty"
    assert code_of(bytes(10_000)) == "photo.unreadable"
    assert code_of(b"This is a letter, not a photo.\n" * 20) == "photo.unreadable"
    assert code_of(b"<!DOCTYPE html><html></html>") == "photo.unreadable"
    assert code_of(b"%PDF-1.7 ...") == "photo.unreadable"
    assert code_of(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n") == "photo.unreadable"
    for start in (
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"\x89PNG\r\n\x1a\n",
        b"GIF89a",
        b"BM",
        b"II*\x00",
    ):
        assert code_of(start) in ("photo.unreadable", "photo.truncated"), start
        assert code_of(start + bytes(100)) in ("photo.unreadable", "photo.truncated"), start
    assert code_of(b"RIFF\x00\x10\x00\x00WEBPVP8X") in ("photo.unreadable", "photo.truncated")
    assert code_of(b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic") in (
        "photo.unreadable",
        "photo.truncated",
    )
    assert code_of(b"\x00\x00\x00\x18ftypavif\x00\x00\x00\x00mif1avif") in (
        "photo.unreadable",
        "photo.truncated",
    )


def test_no_pixels_at_all() -> None:
    assert code_of(bare_png(0, 0, zlib.compress(b""))) == "photo.unreadable"
    assert code_of(bare_png(0, 10, zlib.compress(b""))) == "photo.unreadable"
    gif = bytearray(saved(Image.new("P", (4, 4)), "GIF"))
    gif[6:10] = bytes(4)
    assert code_of(bytes(gif)) in ("photo.unreadable", "")
    jpeg = bytearray(saved(corners()))
    at = jpeg.index(b"\xff\xc0")
    jpeg[at + 5 : at + 9] = bytes(4)
    assert code_of(bytes(jpeg)) == "photo.unreadable"
    no_picture = b"\x89PNG\r\n\x1a\n" + saved(corners(), "PNG")[8:33] + chunk(b"IEND", b"")
    assert code_of(no_picture) in ("photo.unreadable", "photo.truncated")


# truncated ----------------------------------------------------------------------------------------


def cut(data: bytes, share: float) -> bytes:
    return data[: int(len(data) * share)]


@pytest.mark.parametrize(
    "options", [{}, {"progressive": True}, {"subsampling": 0}, {"restart_marker_rows": 1}]
)
@pytest.mark.parametrize("grey", [False, True])
def test_a_truncated_jpeg_is_a_photo_from_half_on(options: dict, grey: bool) -> None:
    image = scene(800, 600).convert("L" if grey else "RGB")
    data = saved(image, quality=90, **options)
    whole = decode(data, long_side=256)
    for long_side in (0, 256):
        for share in (0.6, 0.75, 0.9):
            picture = decode(cut(data, share), long_side=long_side)
            if "progressive" in options:
                assert 0.5 <= picture.complete <= 1
            else:
                assert abs(picture.complete - share) < 0.12
            assert picture.width == 800
            assert abs(picture.height - 600 * picture.complete) <= 1
            assert abs(picture.pixels.shape[0] / picture.pixels.shape[1] - picture.height / 800) < 0.02
            below = picture.pixels[-1].astype(int)
            assert below.std() > 2  # the last row is photo, not grey filling
    small = decode(cut(data, 0.75), long_side=256).pixels
    if "progressive" not in options:
        rows = small.shape[0] - 10
        assert np.abs(small[:rows].astype(int) - whole.pixels[:rows]).max() <= 3


def test_less_than_half_is_a_problem_that_says_how_much() -> None:
    data = saved(scene(800, 600), quality=90)
    with pytest.raises(RecollectError) as caught:
        decode(cut(data, 0.3), long_side=256)
    assert caught.value.code == "photo.truncated"
    assert 20 <= caught.value.facts["percent"] <= 40
    assert code_of(cut(data, 0.02)) == "photo.truncated"
    assert code_of(data[:200]) == "photo.truncated"


def test_a_jpeg_that_lacks_only_its_end_is_whole() -> None:
    data = saved(scene(800, 600), quality=90)
    picture = decode(data[:-2], long_side=256)
    assert picture.complete == 1.0 and picture.height == 600


def test_a_copy_that_broke_off_into_zeros() -> None:
    """Programs that make the file at its full size first leave zeros behind."""
    data = saved(scene(800, 600), quality=90)
    half = cut(data, 0.7)
    picture = decode(half + bytes(len(data) - len(half)), long_side=256)
    assert 0.6 < picture.complete < 0.8
    assert code_of(cut(data, 0.2) + bytes(len(data))) == "photo.truncated"
    assert decode(data + bytes(4096), long_side=256).complete == 1.0


@pytest.mark.parametrize(
    ("form", "options"),
    [
        ("PNG", {}),
        ("BMP", {}),
        ("TIFF", {}),
        ("GIF", {"interlace": 0}),
        ("TIFF", {"compression": "tiff_lzw"}),
    ],
)
def test_other_truncated_formats(form: str, options: dict) -> None:
    data = saved(scene(400, 300), form, **options)
    for share in (0.3, 0.8):
        try:
            picture = decode(cut(data, share), long_side=0)
        except RecollectError as error:
            assert error.code in ("photo.truncated", "photo.unreadable"), (form, share)
            assert share < 0.5 or form == "TIFF"  # its directory may be at the end
        else:
            assert share > 0.5
            assert abs(picture.complete - share) < 0.15
            assert picture.pixels.shape[0] == picture.height


@pytest.mark.parametrize("form", ["WEBP", "AVIF", "JPEG2000"])
def test_formats_that_give_nothing_when_cut(form: str) -> None:
    data = saved(scene(400, 300), form)
    for share in (0.3, 0.8):
        assert code_of(cut(data, share)) in ("photo.truncated", "photo.unreadable", "")


def test_truncated_heic() -> None:
    pillow_heif = pytest.importorskip("pillow_heif")
    stream = io.BytesIO()
    pillow_heif.from_pillow(scene(400, 300)).save(stream, quality=70)
    assert code_of(cut(stream.getvalue(), 0.6), ".heic") == "photo.truncated"


def test_an_interlaced_gif_that_is_cut() -> None:
    data = saved(scene(400, 300), "GIF", interlace=1)
    picture = decode(cut(data, 0.8), long_side=0)
    assert 0.7 < picture.complete < 0.95
    assert picture.pixels.shape == (150, 200, 3) and (picture.width, picture.height) == (400, 300)
    whole = decode(data, long_side=0).pixels[::2, ::2]
    assert np.array_equal(picture.pixels[:-8], whole[:-8])


def test_an_interlaced_png_without_its_last_pass() -> None:
    """Written by hand: Pillow writes no interlaced PNG."""
    image = np.asarray(scene(64, 48))
    passes = [
        (0, 0, 8, 8),
        (4, 0, 8, 8),
        (0, 4, 4, 8),
        (2, 0, 4, 4),
        (0, 2, 2, 4),
        (1, 0, 2, 2),
        (0, 1, 1, 2),
    ]
    body = b""
    for number, (x, y, dx, dy) in enumerate(passes):
        if number < 6:
            body += b"".join(b"\x00" + row.tobytes() for row in image[y::dy, x::dx])
    packer = zlib.compressobj(0)
    cut_stream = packer.compress(body) + packer.flush(zlib.Z_FULL_FLUSH)  # without its end
    head = bytearray(bare_png(64, 48, cut_stream))
    head[28] = 1  # interlaced
    head[29:33] = zlib.crc32(bytes(head[12:29])).to_bytes(4, "big")
    picture = decode(bytes(head), long_side=0)
    assert picture.complete == 0.5
    assert (picture.width, picture.height) == (64, 48)
    assert np.abs(picture.pixels.astype(int) - image[::2, ::2]).max() == 0


@pytest.mark.parametrize("form", ["BMP", "PNG"])
def test_a_header_that_promises_far_more_than_there_is(form: str) -> None:
    """Judged at once and without touching memory for what never comes."""
    if form == "PNG":
        packer = zlib.compressobj()
        data = bare_png(18_000, 18_000, packer.compress(bytes(54_001 * 20)) + packer.flush(zlib.Z_FULL_FLUSH))
    else:
        data = saved(scene(64, 48), form)
        data = data[:18] + struct.pack("<ii", 18_000, 18_000) + data[26:]
    begin = time.process_time()
    assert code_of(data) in ("photo.truncated", "photo.unreadable")
    assert time.process_time() - begin < 2


def test_too_little_memory_is_a_problem_of_the_photo() -> None:
    code = (
        "import resource, sys; sys.path[:0] = ['tests/unit/images'];"
        "from images_support import *; from core.errors import RecollectError; from core.images.decode import decode;"
        "data = bare_png(15000, 15000, zlib.compress(bytes(45001 * 100)));"
        "resource.setrlimit(resource.RLIMIT_AS, (1 << 29, 1 << 29))\n"
        "try: decode(data, long_side=512)\n"
        "except RecollectError as error: print(error.code, error.facts)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "photo.no_memory {}"


# bombs and odd blocks -----------------------------------------------------------------------------


def test_bombs_in_side_chunks_of_a_png() -> None:
    plain = saved(corners(), "PNG")
    zeros = zlib.compress(bytes(64 << 20))
    for kind, content in (
        (b"zTXt", b"Comment\x00\x00" + zeros),
        (b"iTXt", b"Comment\x00\x01\x00\x00\x00" + zeros),
        (b"iTXt", b"XML:com.adobe.xmp\x00\x01\x00\x00\x00" + zeros),
        (b"iCCP", b"profile\x00\x00" + zeros),
        (b"iCCP", b"profile\x00\x00not deflate"),
        (b"gAMA", b"\x00"),
        (b"pHYs", b""),
        (b"tRNS", b""),
        (b"eXIf", b"\xff" * 100_000),
        (b"acTL", b"\x00" * 8),
    ):
        data = with_chunk(plain, kind, content)
        assert colour_at(decode(data, long_side=0).pixels, 0.2, 0.2) == (255, 0, 0), kind


def test_huge_and_senseless_exif() -> None:
    plain = saved(corners(), quality=95)
    for content in (
        b"",
        b"MM",
        b"II*\x00\xff\xff\xff\xff",
        b"MM\x00*\x00\x00\x00\x08\xff\xff" + b"\xff" * 60_000,
    ):
        assert code_of(with_segment(plain, 0xE1, b"Exif\x00\x00" + content)) == ""
    many = plain[:2] + segment(0xE1, b"Exif\x00\x00" + bytes(65_000)) * 200 + plain[2:]
    assert code_of(many) == ""
    for orientation in (0, 9, 65_535):
        exif = Image.Exif()
        exif[0x0112] = orientation
        picture = decode(saved(corners(), exif=exif), long_side=0)
        assert (picture.width, picture.height) == (60, 40)


def test_a_tiff_that_points_at_itself() -> None:
    loop = (
        b"II*\x00\x08\x00\x00\x00"
        + b"\x01\x00"
        + b"\x00\x01\x03\x00\x01\x00\x00\x00\x10\x00\x00\x00"
        + b"\x08\x00\x00\x00"
    )
    assert code_of(loop, ".tif") == "photo.unreadable"


def test_a_damaged_middle_of_a_jpeg_is_still_a_photo() -> None:
    data = bytearray(saved(scene(800, 600), quality=90))
    data[len(data) // 2 : len(data) // 2 + 50] = bytes(range(50))
    assert code_of(bytes(data)) == ""


def flipped(data: bytes, rng: random.Random, most: int) -> bytes:
    broken = bytearray(data)
    for _ in range(rng.randint(1, most)):
        broken[rng.randrange(len(broken))] = rng.randrange(256)
    if rng.random() < 0.2:
        del broken[rng.randrange(len(broken)) :]
    return bytes(broken)


@pytest.mark.parametrize(
    "form", ["JPEG", "PNG", "GIF", "WEBP", "TIFF", "BMP", "AVIF", "JPEG2000", "RAW", "HEIC"]
)
def test_random_damage_gives_a_photo_or_a_known_problem(form: str) -> None:
    rng = random.Random(form)
    image = scene(48, 36)
    if form == "RAW":
        data = dng(saved(image), (64, 48))
    elif form == "HEIC":
        stream = io.BytesIO()
        pytest.importorskip("pillow_heif").from_pillow(image).save(stream, quality=60)
        data = stream.getvalue()
    elif form == "PALETTE":
        data = saved(image.quantize(16), "BMP")
    else:
        data = saved(image, form)
    known = {"", "photo.unreadable", "photo.truncated", "photo.too_large", "photo.empty", "photo.no_preview"}
    for _ in range(60 if form in ("RAW", "HEIC", "AVIF") else 150):
        assert code_of(flipped(data, rng, 12), ".dng" if form == "RAW" else ".jpg") in known


def test_whatever_comes_out_is_a_picture() -> None:
    rng = random.Random(7)
    data = saved(scene(200, 150), quality=60)
    for _ in range(100):
        try:
            picture = decode(flipped(data, rng, 5), long_side=64)
        except RecollectError:
            continue
        assert isinstance(picture, Picture)
        assert picture.pixels.ndim == 3 and picture.pixels.dtype == np.uint8
        assert 0.5 <= picture.complete <= 1.0
