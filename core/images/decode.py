"""From a photo's bytes to upright sRGB pixels at the scale asked for, or why not.

Pillow's readers are called directly and not through ``Image.open``: only the formats named here
are ever tried (no PostScript, no fonts), and the size is judged by ``Limits`` from the header
before anything is allocated. That stands in the place of ``Image.MAX_IMAGE_PIXELS``, which knows
nothing of reduced JPEG decoding and so refuses 200-megapixel phone photos; it is not touched.
Everything here may be called from several threads at once.
"""

from __future__ import annotations

import io
import logging
import math
import struct
import warnings
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFile

from core.errors import RecollectError
from core.images import colour, exif, partial
from core.images.formats import EXTENSIONS, RAW_EXTENSIONS, VIDEO_EXTENSIONS, is_photo, sniff

__all__ = ["EXTENSIONS", "VIDEO_EXTENSIONS", "Limits", "Picture", "decode", "is_photo"]

log = logging.getLogger(__name__)

# What odd tags make Pillow say belongs to no log; what matters becomes a RecollectError.
warnings.filterwarnings("ignore", module=r"PIL\.")

HALF = 0.5
"""A truncated photo of which at least this much was decoded is a photo."""

_ZEROS = bytes(512)

# Measured: bytes a pixel that Pillow's picture and what is made of it take at most, by its mode, and
# those the decoder needs beside it (alpha included), by format.
_MODE_BYTES = {"1": 2, "L": 1, "P": 5, "I;16": 12, "I": 21, "F": 21, "LA": 8, "PA": 12, "RGBA": 8, "RGBX": 8}
_CLEAR_BYTES = 8
_DECODER_BYTES = {"webp": 12, "jp2": 16, "avif": 6, "heic": 4, "tiff": 4}

MAX_PIXELS_OUT = 24_000_000
"""A reduced picture has no more pixels; only shapes beyond about 1 : 200 ever reach it."""

# All that Pillow and the libraries below it are known to raise on bytes that make no sense.
BAD_BYTES = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    EOFError,
    RuntimeError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
)


@dataclass(frozen=True)
class Limits:
    """What is opened at most: megapixels to be decoded (after reduction for JPEG), and MB of file."""

    max_megapixels: float = 400
    max_file_mb: int = 1024


@dataclass(frozen=True)
class Picture:
    """A decoded photo.

    ``pixels`` is (h, w, 3) uint8, read-only, upright, sRGB, at the decoded scale. ``width`` and ``height``
    are the upright size of the full photo. ``complete`` is 1.0, or the fraction of rows that a
    truncated file still holds; ``pixels``, ``width`` and ``height`` then cover these rows alone, so
    that nobody takes the grey rest for a part of the photo. ``image`` is the same picture as
    Pillow holds it (None when made from an array); it spares the thumbnail a copy.
    """

    pixels: NDArray[np.uint8]
    width: int
    height: int
    format: str
    complete: float
    image: Image.Image | None = field(default=None, repr=False, compare=False)


def decode(
    data: bytes,
    *,
    long_side: int,
    short_side: int = 0,
    limits: Limits = Limits(),
    suffix: str = "",
    room: Callable[[int], None] | None = None,
) -> Picture:
    """Decode a photo at the smallest cheap scale with long side ≥ ``long_side`` and short side ≥
    ``short_side`` pixels; never enlarged; ``long_side=0`` means the full size.

    ``room`` is called with the bytes of memory that decoding will take, known from the header,
    before it takes them: it may wait until they are there. ``suffix`` is the file's extension (lower
    case with dot): RAW files that are TIFF inside are told by it. Other formats are told by their
    bytes, so a PNG called .jpg is an ordinary photo.

    Raises RecollectError ``photo.empty``, ``photo.unreadable``, ``photo.too_large``,
    ``photo.truncated`` (less than half is there), ``photo.no_preview`` (RAW), ``photo.no_memory``;
    and what ``room`` raises.
    """
    if not data:
        raise RecollectError("photo.empty")
    wanted = Wanted(long_side, short_side, limits, room)
    kind = sniff(data)
    if kind == "raw" or suffix in RAW_EXTENSIONS:
        from core.images import raw

        picture = raw.decode_raw(data, wanted, needed=kind in ("raw", ""))
        if picture is not None:
            return picture
    return decode_format(data, kind, wanted)


@dataclass(frozen=True)
class Wanted:
    """The scale asked for, the limits, and whom to ask for memory."""

    long_side: int
    short_side: int
    limits: Limits
    room: Callable[[int], None] | None = None

    def factor(self, size: tuple[int, int]) -> int:
        """The largest whole factor by which a picture of this size may be reduced."""
        long, short = max(size), min(size)
        if self.long_side <= 0:
            return 1
        factor = long // self.long_side
        if self.short_side > 0:
            factor = min(factor, short // self.short_side)
        return max(1, factor)

    def check(self, pixels: int) -> None:
        """Raise ``photo.too_large`` when so many pixels would be decoded."""
        if pixels > self.limits.max_megapixels * 1e6:
            megapixels = round(pixels / 1e6, 1)
            raise RecollectError("photo.too_large", megapixels=megapixels, limit=self.limits.max_megapixels)

    def ask(self, needed: int) -> None:
        """Wait for room for so many bytes."""
        if self.room is not None:
            self.room(needed)


@dataclass
class Opened:
    """A header that was read: the reader, the full size, what is known of its orientation, and the bytes
    a pixel that its decoder keeps beside the picture."""

    image: ImageFile.ImageFile
    size: tuple[int, int]
    turned: int
    beside: float = 0.0

    def memory(self, kind: str) -> int:
        """The bytes that loading the picture and making it 8-bit sRGB take at most."""
        width, height = self.image.size
        mode = "I;16" if self.image.mode.startswith("I;16") else self.image.mode
        each = _MODE_BYTES.get(mode, 4) + _DECODER_BYTES.get(kind, 0)
        if "transparency" in self.image.info:
            each += _CLEAR_BYTES
        return width * height * each + int(self.size[0] * self.size[1] * self.beside)


def decode_format(data: bytes, kind: str, wanted: Wanted, turned: int | None = None) -> Picture:
    """Decode bytes of a known format. ``turned`` is used when the file says nothing of orientation."""
    reader = _READERS.get(kind)
    if reader is None:
        raise RecollectError("photo.unreadable", detail=_guess(data))
    if kind == "jpeg" and data.endswith(_ZEROS):
        # A copy that broke off into a file made large beforehand.
        data = data.rstrip(b"\x00")
    with bad_bytes(data, kind):
        opened = reader(data, wanted)
    wanted.ask(len(data) + opened.memory(kind))
    if opened.turned == 0 and turned is not None:
        opened.turned = turned
    try:
        with bad_bytes(data, kind):
            opened.image.load()
    except RecollectError as error:
        if error.code == "photo.no_memory":
            raise
        return _rest_of(data, kind, wanted, opened, error)
    return finish(opened.image, opened.turned, opened.size, kind, 1.0, wanted)


def _rest_of(data: bytes, kind: str, wanted: Wanted, opened: Opened, error: RecollectError) -> Picture:
    """The part of a picture that was decoded before loading it failed with ``error``."""
    image = opened.image
    if kind == "jpeg":
        # With the end marker put there, libjpeg gives out what it has, also of progressive files.
        try:
            with bad_bytes(data, kind):
                image = _jpeg(data + b"\xff\xd9", wanted).image
                image.load()
        except RecollectError:
            raise error from None
    with bad_bytes(data, kind):
        rescued = partial.rescue(image)
    if rescued is None:
        raise error
    there, complete = rescued
    if complete < HALF:
        raise RecollectError("photo.truncated", percent=math.floor(complete * 100)) from error
    width, height = opened.size
    if there.width == image.width:  # else it came in passes and is all there, at half the size
        height = max(1, round(height * complete))
    return finish(there, opened.turned, (width, height), kind, complete, wanted)


def finish(
    image: Image.Image, turned: int, full: tuple[int, int], kind: str, complete: float, wanted: Wanted
) -> Picture:
    """Bring a loaded picture to the scale asked for, upright and in sRGB."""
    profile = image.info.get("icc_profile")
    with bad_bytes(b"", kind):
        image = colour.to_eight_bit(image)
    try:
        image = colour.flatten(reduce(image, wanted))
        if turned in colour.TURNS:
            image = image.transpose(colour.TURNS[turned])
            if turned >= 5:
                full = (full[1], full[0])
        image = colour.to_srgb(image, profile if isinstance(profile, bytes) else None)
        image.info = {}  # or Pillow would write the photo's XMP and comment into the thumbnail
        return Picture(np.asarray(image), full[0], full[1], kind, complete, image)
    except MemoryError as error:
        raise RecollectError("photo.no_memory") from error


def reduce(image: Image.Image, wanted: Wanted) -> Image.Image:
    """Average whole blocks of pixels, as far as the scale asked for allows."""
    factor = wanted.factor(image.size)
    width, height = image.size
    if wanted.long_side > 0 and width * height > factor * factor * MAX_PIXELS_OUT:
        factor = max(factor, math.ceil(math.sqrt(width * height / MAX_PIXELS_OUT)))
        long = math.ceil(max(width, height) * min(width, height) / MAX_PIXELS_OUT)
        if factor > min(width, height):
            return image.reduce((1, long) if height > width else (long, 1))
    if factor == 1:
        return image
    return image.reduce((min(factor, width), min(factor, height)))


@contextmanager
def bad_bytes(data: bytes, kind: str) -> Iterator[None]:
    """Turn what Pillow and its libraries raise on bytes that make no sense into RecollectError."""
    try:
        yield
    except RecollectError:
        raise
    except Image.DecompressionBombError as error:
        raise RecollectError("photo.too_large", megapixels="very many", limit=179) from error
    except MemoryError as error:
        raise RecollectError("photo.no_memory") from error
    except BAD_BYTES as error:
        if isinstance(error, OSError) and "out of memory" in str(error):  # as Pillow's decoders say it
            raise RecollectError("photo.no_memory") from error
        if partial.ends_early(data, kind):
            raise RecollectError("photo.truncated", percent=0) from error
        raise RecollectError("photo.unreadable", detail=str(error)[:200] or type(error).__name__) from error


def _guess(data: bytes) -> str:
    if not data.strip(b"\x00"):
        return "it holds nothing but zeros"
    if data[:2] == b"\xff\x0a" or data[4:8] == b"JXL ":
        return "JPEG XL is not read yet"
    return "none of the formats Recollect reads"


def _sized(image: ImageFile.ImageFile, wanted: Wanted, turned: int) -> Opened:
    width, height = image.size
    if width < 1 or height < 1:
        raise RecollectError("photo.unreadable", detail=f"{width} × {height} pixels")
    wanted.check(width * height)
    return Opened(image, (width, height), turned)


def _orientation(image: ImageFile.ImageFile) -> int:
    block = image.info.get("exif")
    return (exif.orientation(block) or 0) if isinstance(block, bytes) else 0


def _jpeg(data: bytes, wanted: Wanted) -> Opened:
    from PIL.JpegImagePlugin import JpegImageFile

    image = JpegImageFile(io.BytesIO(data))
    width, height = image.size
    if width < 1 or height < 1:
        raise RecollectError("photo.unreadable", detail=f"{width} × {height} pixels")
    scale = next(s for s in (8, 4, 2, 1) if s <= wanted.factor(image.size))
    beside = 0.0
    if _keeps_coefficients(image, data):
        # libjpeg holds all of it in memory before the first row, whatever the scale.
        wanted.check(width * height)
        beside = 2 * _samples(image)
    if scale > 1:
        image.draft(None, (max(1, width // scale), max(1, height // scale)))
    wanted.check(image.size[0] * image.size[1])
    return Opened(image, (width, height), _orientation(image), beside)


def _samples(image: ImageFile.ImageFile) -> float:
    """Numbers a pixel that a JPEG holds: 3 in full colour, 1.5 with colours at half the width and height."""
    layers = [(layer[1], layer[2]) for layer in getattr(image, "layer", ())]
    if not layers:
        return 4.0
    whole = max(across for across, _ in layers) * max(down for _, down in layers)
    return float(sum(across * down for across, down in layers) / max(1, whole))


def _keeps_coefficients(image: ImageFile.ImageFile, data: bytes) -> bool:
    """Whether a JPEG comes in several scans (progressive, or its colours one after another)."""
    if image.info.get("progressive"):
        return True
    scan = image.fp.tell() if image.fp is not None else 0
    return len(data) > scan + 2 and data[scan + 2] < getattr(image, "layers", 0)


def _png(data: bytes, wanted: Wanted) -> Opened:
    from PIL.PngImagePlugin import PngImageFile

    try:
        image = PngImageFile(io.BytesIO(data))
    except (ValueError, SyntaxError, OSError) as error:
        # Huge or broken text and colour chunks: the picture itself may be well.
        log.debug("PNG opened without its side chunks: %s", error)
        image = PngImageFile(io.BytesIO(partial.bare_png(data)))
    if not image.tile:
        raise OSError("no picture data")
    return _sized(image, wanted, _orientation(image))


def _gif(data: bytes, wanted: Wanted) -> Opened:
    from PIL.GifImagePlugin import GifImageFile

    wanted.check(int.from_bytes(data[6:8], "little") * int.from_bytes(data[8:10], "little"))
    return _sized(GifImageFile(io.BytesIO(data)), wanted, 1)


def _webp(data: bytes, wanted: Wanted) -> Opened:
    from PIL.WebPImagePlugin import WebPImageFile

    if data[12:16] == b"VP8X":  # the only kind that can be large; its canvas is allocated on opening
        wanted.check(
            (int.from_bytes(data[24:27], "little") + 1) * (int.from_bytes(data[27:30], "little") + 1)
        )
    image = WebPImageFile(io.BytesIO(data))
    return _sized(image, wanted, _orientation(image))


def _bmp(data: bytes, wanted: Wanted) -> Opened:
    from PIL.BmpImagePlugin import BmpImageFile

    return _sized(BmpImageFile(io.BytesIO(data)), wanted, 1)


def _tiff(data: bytes, wanted: Wanted) -> Opened:
    from PIL.TiffImagePlugin import TiffImageFile

    image = TiffImageFile(io.BytesIO(data))
    return _sized(image, wanted, 1)  # Pillow turns a TIFF upright while loading it


def _jp2(data: bytes, wanted: Wanted) -> Opened:
    from PIL.Jpeg2KImagePlugin import Jpeg2KImageFile

    image = Jpeg2KImageFile(io.BytesIO(data))
    return _sized(image, wanted, 1)


def _avif(data: bytes, wanted: Wanted) -> Opened:
    from PIL.AvifImagePlugin import AvifImageFile

    image = AvifImageFile(io.BytesIO(data))
    return _sized(image, wanted, _orientation(image))


def _heic(data: bytes, wanted: Wanted) -> Opened:
    from pillow_heif import HeifImageFile

    image = HeifImageFile(io.BytesIO(data))
    # libheif has turned it upright already, so the EXIF orientation must not do it again.
    opened = _sized(image, wanted, 1)
    long, short = max(opened.size), min(opened.size)
    share = max(wanted.long_side / long, wanted.short_side / short)
    if wanted.long_side > 0 and share < 1:
        # An embedded thumbnail that is large enough costs a tenth of the picture.
        image.draft(None, (math.ceil(opened.size[0] * share), math.ceil(opened.size[1] * share)))
    return opened


_READERS: dict[str, Callable[[bytes, Wanted], Opened]] = {
    "jpeg": _jpeg,
    "png": _png,
    "gif": _gif,
    "webp": _webp,
    "bmp": _bmp,
    "tiff": _tiff,
    "jp2": _jp2,
    "avif": _avif,
    "heic": _heic,
}
