"""Pixels: scale, orientation, formats."""

from __future__ import annotations

import io
import subprocess
import sys
import threading

import numpy as np
import pytest
from images_support import bare_png, colour_at, corners, dng, saved, scene, with_segment
from PIL import Image, ImageOps

from core.errors import RecollectError
from core.images.decode import EXTENSIONS, VIDEO_EXTENSIONS, Limits, decode, is_photo

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


def near(found: tuple[int, int, int], wanted: tuple[int, int, int], by: int = 12) -> bool:
    return all(abs(a - b) <= by for a, b in zip(found, wanted, strict=True))


def looks_upright(pixels: np.ndarray, by: int = 12) -> bool:
    places = ((0.2, 0.2, RED), (0.8, 0.2, GREEN), (0.2, 0.8, BLUE), (0.8, 0.8, WHITE))
    return all(near(colour_at(pixels, x, y), colour, by) for x, y, colour in places)


def oriented(image: Image.Image, orientation: int) -> Image.Image:
    """How a camera stores an upright picture that it marks with this orientation."""
    back = {1: None, 2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}[orientation]
    return image if back is None else image.transpose(Image.Transpose(back))


def tag(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_all_orientations_come_out_upright(form: str, orientation: int) -> None:
    stored = oriented(corners(64, 48), orientation)
    data = saved(
        stored, form, exif=tag(orientation), **({"quality": 95} if form in ("JPEG", "WEBP", "AVIF") else {})
    )
    assert looks_upright(np.asarray(ImageOps.exif_transpose(Image.open(io.BytesIO(data))).convert("RGB")), 40)
    picture = decode(data, long_side=0)
    assert (picture.width, picture.height) == (64, 48)
    assert picture.pixels.shape == (48, 64, 3)
    assert looks_upright(picture.pixels, 40)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_heic_is_turned_once(orientation: int) -> None:
    pillow_heif = pytest.importorskip("pillow_heif")
    stored = oriented(corners(64, 48), orientation)
    stream = io.BytesIO()
    heif = pillow_heif.from_pillow(stored)
    heif.save(stream, quality=90, exif=tag(orientation).tobytes())
    picture = decode(stream.getvalue(), long_side=0)
    assert picture.format == "heic"
    assert (picture.width, picture.height) == (64, 48)
    assert looks_upright(picture.pixels, 40)


def test_heic_gives_its_thumbnail_when_it_is_large_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    pillow_heif = pytest.importorskip("pillow_heif")
    stream = io.BytesIO()
    heif = pillow_heif.from_pillow(scene(400, 300))
    heif.save(stream, quality=60, thumbnails=[160])
    data = stream.getvalue()
    small = decode(data, long_side=150)
    assert (small.width, small.height) == (400, 300)
    assert small.pixels.shape == (120, 160, 3)
    assert max(decode(data, long_side=250).pixels.shape) == 400


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_raw_shows_its_preview_upright(orientation: int) -> None:
    preview = saved(oriented(corners(320, 240), orientation), quality=95)
    size = (640, 480) if orientation in (1, 3) else (480, 640)
    picture = decode(dng(preview, size, orientation), long_side=100, suffix=".dng")
    assert picture.format == "raw"
    assert (picture.width, picture.height) == (640, 480)
    assert picture.pixels.shape == (120, 160, 3)
    assert looks_upright(picture.pixels, 30)


def test_raw_preview_that_is_a_bitmap() -> None:
    preview = np.asarray(corners(32, 24)).tobytes()
    picture = decode(dng(preview, (64, 48)), long_side=0, suffix=".dng")
    assert picture.pixels.shape == (24, 32, 3)
    assert looks_upright(picture.pixels)


def test_raw_without_preview_and_raw_that_is_none() -> None:
    with pytest.raises(RecollectError) as caught:
        decode(dng(None, (64, 48)), long_side=0, suffix=".dng")
    assert caught.value.code == "photo.no_preview"
    for data, code in (
        (b"FUJIFILMCCD-RAW 0201" + bytes(300), "photo.unreadable"),
        (b"not raw" * 50, "photo.unreadable"),
    ):
        with pytest.raises(RecollectError) as caught:
            decode(data, long_side=0, suffix=".raf")
        assert caught.value.code == code


def test_a_jpeg_called_raw_is_an_ordinary_photo() -> None:
    assert decode(saved(corners()), long_side=0, suffix=".nef").format == "jpeg"
    assert decode(saved(corners(), "PNG"), long_side=0, suffix=".jpg").format == "png"
    assert decode(saved(corners(), "TIFF"), long_side=0, suffix=".cr2").pixels.shape == (40, 60, 3)


def test_rawpy_is_imported_only_for_raw_files() -> None:
    code = (
        "import sys; sys.path[:0] = ['tests/unit/images']; from images_support import corners, saved;"
        "from core.images.read import read_photo; from core.images.decode import decode;"
        "from core.images.thumbnails import ThumbnailStore;"
        "decode(saved(corners()), long_side=0, suffix='.jpg');"
        "bad = {'rawpy', 'torch', 'pillow_heif'} & set(sys.modules); assert not bad, bad"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    ("size", "long_side", "short_side", "expected"),
    [
        ((1600, 1200), 512, 0, (534, 400)),
        ((1600, 1200), 200, 0, (200, 150)),
        ((1600, 1200), 200, 289, (400, 300)),
        ((1600, 1200), 512, 700, (1600, 1200)),
        ((1600, 1200), 0, 0, (1600, 1200)),
        ((1600, 1200), 5000, 0, (1600, 1200)),
        ((1201, 1601), 512, 289, (401, 534)),
        ((300, 200), 512, 289, (300, 200)),
    ],
)
def test_the_scale_is_the_smallest_that_covers_what_is_asked(
    size: tuple[int, int], long_side: int, short_side: int, expected: tuple[int, int]
) -> None:
    image = scene(*size)
    for form in ("JPEG", "PNG"):
        picture = decode(saved(image, form), long_side=long_side, short_side=short_side)
        height, width = picture.pixels.shape[:2]
        assert (picture.width, picture.height) == size
        assert max(width, height) >= min(long_side, max(size)) and min(width, height) >= min(
            short_side, min(size)
        )
        if form == "PNG":
            assert (width, height) == expected
        else:
            assert expected[0] <= width <= max(2 * expected[0], size[0] if long_side == 0 else 0)
        reference = np.asarray(image.resize((width, height), Image.Resampling.BOX), dtype=float)
        assert np.abs(reference - picture.pixels).mean() < 4


def test_draft_is_used_and_equals_the_full_decode_made_smaller() -> None:
    data = saved(scene(1600, 1200), quality=90)
    small = decode(data, long_side=200).pixels.astype(float)
    full = Image.fromarray(decode(data, long_side=0).pixels).resize((200, 150), Image.Resampling.BOX)
    assert small.shape == (150, 200, 3)
    assert np.abs(np.asarray(full, dtype=float) - small).mean() < 1.0


def test_first_frame_of_animations() -> None:
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "lime", "blue")]
    for form, options in (
        ("GIF", {}),
        ("PNG", {}),
        ("WEBP", {"lossless": True}),
        ("TIFF", {}),
        ("MPO", {}),
        ("AVIF", {}),
    ):
        data = saved(frames[0], form, save_all=True, append_images=frames[1:], **options)
        picture = decode(data, long_side=0)
        assert near(colour_at(picture.pixels, 0.5, 0.5), RED), form
        assert picture.pixels.shape == (30, 40, 3)


def test_other_formats_are_read() -> None:
    for form, kind in (
        ("BMP", "bmp"),
        ("JPEG2000", "jp2"),
        ("AVIF", "avif"),
        ("WEBP", "webp"),
        ("GIF", "gif"),
    ):
        picture = decode(saved(corners(), form), long_side=0)
        assert picture.format == kind
        assert looks_upright(picture.pixels, 30), form


def test_extreme_shapes_are_ordinary_photos() -> None:
    for size in ((1, 1), (1, 100_000), (100_000, 1), (3, 50_000), (20, 1)):
        picture = decode(saved(Image.new("RGB", size, "red"), "PNG"), long_side=512, short_side=289)
        assert (picture.width, picture.height) == size
        assert picture.pixels.size <= 3 * 24_000_000
        assert near(colour_at(picture.pixels, 0.5, 0.5), RED)
    assert decode(saved(Image.new("RGB", (1, 100_000)), "PNG"), long_side=512).pixels.shape[0] < 2000
    wide = decode(saved(Image.new("L", (65_000, 300), 9)), long_side=512, short_side=289)
    assert wide.pixels.shape[0] >= 200 and wide.pixels.size <= 3 * 24_000_000
    assert decode(saved(Image.new("L", (65_000, 1), 9)), long_side=512).pixels.shape[0] == 1


def test_a_strip_of_many_megapixels_stays_small() -> None:
    strip = saved(Image.new("L", (300_000, 120), 77), "PNG")
    picture = decode(strip, long_side=512, short_side=289)
    assert picture.pixels.size <= 3 * 24_000_000
    assert picture.pixels.shape[0] >= 60


# the pixel cap ------------------------------------------------------------------------------------


def test_a_bomb_is_refused_from_its_header() -> None:
    """30,000 × 30,000: nothing is allocated (watched in a child with little memory)."""
    code = (
        "import resource, sys, zlib; resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30));"
        "sys.path[:0] = ['tests/unit/images']; from images_support import bare_png;"
        "from core.errors import RecollectError; from core.images.decode import decode\n"
        "try: decode(bare_png(30000, 30000, zlib.compress(bytes(10000))), long_side=512)\n"
        "except RecollectError as error: print(error.code, error.facts)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "photo.too_large {'megapixels': 900.0, 'limit': 400}"


def test_the_cap_counts_what_is_decoded() -> None:
    data = saved(scene(1600, 1200), quality=50)
    limits = Limits(max_megapixels=0.5)
    assert decode(data, long_side=512, limits=limits).width == 1600  # a quarter of it is decoded
    with pytest.raises(RecollectError) as caught:
        decode(data, long_side=0, limits=limits)
    assert caught.value.code == "photo.too_large"
    assert caught.value.facts == {"megapixels": 1.9, "limit": 0.5}
    for form in ("PNG", "WEBP", "GIF", "TIFF", "BMP", "AVIF", "JPEG2000"):
        with pytest.raises(RecollectError) as caught:
            decode(saved(scene(320, 240), form), long_side=64, limits=Limits(max_megapixels=0.05))
        assert caught.value.code == "photo.too_large", form


def test_a_progressive_jpeg_counts_in_full() -> None:
    """libjpeg keeps all its coefficients in memory whatever the scale."""
    data = saved(scene(1600, 1200), progressive=True)
    with pytest.raises(RecollectError) as caught:
        decode(data, long_side=256, limits=Limits(max_megapixels=0.5))
    assert caught.value.code == "photo.too_large"


def test_pillows_own_cap_is_left_alone_and_does_not_stop_large_phone_photos() -> None:
    import PIL.Image

    before = PIL.Image.MAX_IMAGE_PIXELS
    data = bytearray(saved(Image.new("L", (16_320, 12_240), 128), quality=30))  # 200 megapixels
    picture = decode(bytes(data), long_side=512)
    assert (picture.width, picture.height) == (16_320, 12_240)
    assert before == PIL.Image.MAX_IMAGE_PIXELS == 89_478_485


# threads ------------------------------------------------------------------------------------------


def test_many_threads_decode_alike() -> None:
    files = [saved(scene(640, 480, seed), quality=80) for seed in range(4)]
    files += [files[0][: len(files[0]) * 3 // 4], saved(scene(64, 64), "PNG"), saved(corners(), "GIF")]
    alone = [decode(data, long_side=200).pixels for data in files]
    wrong: list[int] = []

    def work() -> None:
        for _ in range(5):
            for number, data in enumerate(files):
                if not np.array_equal(decode(data, long_side=200).pixels, alone[number]):
                    wrong.append(number)

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


# names --------------------------------------------------------------------------------------------


def test_which_names_are_photos() -> None:
    for name in (
        "a.jpg",
        "A.JPEG",
        b"\xff\xfe.HeIc",
        "/x/y.z/ü.cr3",
        "a.b.png",
        b"new\nline.webp",
        ".hidden.jpg",
    ):
        assert is_photo(name), name
    for name in ("a.txt", "jpg", ".jpg", "a.jpg.part", "._a.jpg", "clip.mp4", "a.jpg/b", "", b""):
        assert not is_photo(name), name
    assert not EXTENSIONS & VIDEO_EXTENSIONS
    assert all(
        ending == ending.lower() and ending.startswith(".") for ending in EXTENSIONS | VIDEO_EXTENSIONS
    )


def test_bytes_beside_the_picture_do_no_harm() -> None:
    plain = saved(corners(), quality=95)
    assert looks_upright(decode(plain + b"MotionPhoto" * 1000, long_side=0).pixels, 30)
    assert looks_upright(
        decode(with_segment(plain, 0xE1, b"Exif\x00\x00" + b"\xff" * 60_000), long_side=0).pixels, 30
    )
    assert decode(bare_png(1, 1, b"x\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe"), long_side=0).pixels.shape == (
        1,
        1,
        3,
    )
