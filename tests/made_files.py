"""Bytes of photos with metadata, written by hand where no library writes them.

``Facts`` is what a file says of itself; the functions put it into a JPEG, PNG, WebP, HEIC or DNG.
"""

from __future__ import annotations

import io
import math
import struct
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from xml.sax.saxutils import escape

import numpy as np
from PIL import Image
from PIL.PngImagePlugin import PngInfo

Tags = dict[int, tuple[int, object]]
"""Tag → (TIFF type, value)."""

TEXT, BYTE, SHORT, LONG, RATIO, RAW, SIGNED = 2, 1, 3, 4, 5, 7, 10


@dataclass(frozen=True)
class Camera:
    """A camera: what it writes as make and model, what a person calls it, and since when it is sold."""

    make: str
    model: str
    called: str
    since: int
    lens: str
    apertures: tuple[float, ...]


@dataclass(frozen=True)
class Facts:
    """What a photo says. ``clock`` is the camera's own time, ``offset`` its minutes east of UTC (None:
    not written). ``source`` is where the date stands: "exif", "xmp", "name" or "mtime". ``way`` is where
    keywords and caption stand: "iptc", "xmp" or "windows". ``place`` is latitude, longitude, altitude.
    ``size`` is the upright size, ``format`` the one core.images names.
    """

    clock: datetime
    offset: int | None
    source: str
    size: tuple[int, int]
    format: str
    camera: Camera | None = None
    seconds: int = 250
    aperture: float = 4.0
    speed: int = 100
    place: tuple[float, float, float] | None = None
    keywords: tuple[str, ...] = ()
    caption: str | None = None
    way: str = "iptc"
    turned: int = 1

    @property
    def taken_at(self) -> float:
        """POSIX seconds; a clock without an offset is local time of this computer, a file's time UTC."""
        if self.source == "mtime":
            return self.clock.replace(tzinfo=UTC).timestamp()
        if self.offset is None:
            return self.clock.timestamp()
        return self.clock.replace(tzinfo=timezone(timedelta(minutes=self.offset))).timestamp()

    @property
    def exposure(self) -> str | None:
        """As it is read: "1/250 s · f/4 · ISO 100"."""
        if self.camera is None:
            return None
        return f"1/{self.seconds} s · f/{self.aperture:.2g} · ISO {self.speed}"


class Tiff:
    """A little-endian TIFF, written from its leaves to its root."""

    def __init__(self) -> None:
        self._body = bytearray(b"II*\x00" + bytes(4))

    def add(self, data: bytes) -> int:
        """Append bytes; gives their offset."""
        self._body += bytes(len(self._body) % 2)
        at = len(self._body)
        self._body += data
        return at

    def directory(self, tags: Tags) -> int:
        """Append a directory; gives its offset."""
        rows = []
        for tag, (kind, value) in sorted(tags.items()):
            count, data = _packed(kind, value)
            place = data.ljust(4, b"\x00") if len(data) <= 4 else struct.pack("<I", self.add(data))
            rows.append(struct.pack("<HHI", tag, kind, count) + place)
        return self.add(struct.pack("<H", len(rows)) + b"".join(rows) + bytes(4))

    def whole(self, first: int) -> bytes:
        """The finished file or block; ``first`` is the offset of its main directory."""
        self._body[4:8] = struct.pack("<I", first)
        return bytes(self._body)


def _packed(kind: int, value: object) -> tuple[int, bytes]:
    if kind in (TEXT, BYTE, RAW):
        data = value.encode() + b"\x00" if isinstance(value, str) else bytes(value)  # type: ignore[call-overload]
        return len(data), data
    numbers = value if isinstance(value, tuple) else (value,)
    if kind in (RATIO, SIGNED):
        flat = [part for pair in numbers for part in (pair if isinstance(pair, tuple) else (pair, 1))]
        return len(flat) // 2, struct.pack(f"<{len(flat)}{'I' if kind == RATIO else 'i'}", *flat)
    return len(numbers), struct.pack(f"<{len(numbers)}{'H' if kind == SHORT else 'I'}", *numbers)


def exif_block(facts: Facts) -> bytes:
    """The TIFF-shaped block of a photo's EXIF."""
    tiff = Tiff()
    return tiff.whole(tiff.directory(_main(tiff, facts)))


def _main(tiff: Tiff, facts: Facts) -> Tags:
    """The tags of the main directory; the others are written already."""
    main: Tags = {0x0112: (SHORT, facts.turned)}
    inner: Tags = {0x9000: (RAW, b"0232")}
    if facts.source == "exif":
        written = facts.clock.strftime("%Y:%m:%d %H:%M:%S")
        main[0x0132] = (TEXT, written)
        inner[0x9003] = inner[0x9004] = (TEXT, written)
        if facts.clock.microsecond:
            inner[0x9291] = (TEXT, f"{facts.clock.microsecond // 1000:03}")
        if facts.offset is not None:
            sign, minutes = "-" if facts.offset < 0 else "+", abs(facts.offset)
            inner[0x9011] = (TEXT, f"{sign}{minutes // 60:02}:{minutes % 60:02}")
    if facts.camera is not None:
        main |= {0x010F: (TEXT, facts.camera.make), 0x0110: (TEXT, facts.camera.model)}
        inner |= {
            0x829A: (RATIO, ((1, facts.seconds),)),
            0x829D: (RATIO, ((round(facts.aperture * 100), 100),)),
            0x8827: (SHORT, facts.speed),
            0xA434: (TEXT, facts.camera.lens),
        }
    if facts.way == "windows":
        if facts.keywords:
            main[0x9C9E] = (BYTE, ";".join(facts.keywords).encode("utf-16-le") + bytes(2))
        if facts.caption:
            main[0x010E] = (TEXT, facts.caption)
    if facts.place is not None:
        main[0x8825] = (LONG, tiff.directory(_gps(*facts.place)))
    main[0x8769] = (LONG, tiff.directory(inner))
    return main


def _gps(latitude: float, longitude: float, altitude: float) -> Tags:
    return {
        0: (BYTE, bytes((2, 3, 0, 0))),
        1: (TEXT, "N" if latitude >= 0 else "S"),
        2: (RATIO, _degrees(latitude)),
        3: (TEXT, "E" if longitude >= 0 else "W"),
        4: (RATIO, _degrees(longitude)),
        5: (BYTE, bytes((altitude < 0,))),
        6: (RATIO, ((round(abs(altitude) * 100), 100),)),
    }


def _degrees(value: float) -> tuple[tuple[int, int], ...]:
    minutes, degrees = math.modf(abs(value))
    seconds, minutes = math.modf(minutes * 60)
    return (int(degrees), 1), (int(minutes), 1), (round(seconds * 60 * 10_000), 10_000)


def xmp_packet(facts: Facts) -> bytes:
    """An XMP packet with what stands there; empty when nothing does."""
    body = ""
    if facts.way == "xmp" and facts.keywords:
        items = "".join(f"<rdf:li>{escape(word)}</rdf:li>" for word in facts.keywords)
        body += f"<dc:subject><rdf:Bag>{items}</rdf:Bag></dc:subject>"
    if facts.way == "xmp" and facts.caption:
        item = f'<rdf:li xml:lang="x-default">{escape(facts.caption)}</rdf:li>'
        body += f"<dc:description><rdf:Alt>{item}</rdf:Alt></dc:description>"
    if facts.source == "xmp":
        body += f"<photoshop:DateCreated>{facts.clock.isoformat()}</photoshop:DateCreated>"
    if not body:
        return b""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">'
        f'{body}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def iptc_block(facts: Facts) -> bytes:
    """An IPTC record in UTF-8 with keywords and caption; empty when they stand elsewhere."""
    if facts.way != "iptc" or not (facts.keywords or facts.caption):
        return b""
    records = [(1, 90, b"\x1b%G"), *((2, 25, word.encode()) for word in facts.keywords)]
    if facts.caption:
        records.append((2, 120, facts.caption.encode()))
    return b"".join(bytes((0x1C, r, n)) + struct.pack(">H", len(v)) + v for r, n, v in records)


def encoded(image: Image.Image, form: str, **options: object) -> bytes:
    """The bytes Pillow writes."""
    stream = io.BytesIO()
    image.save(stream, form, **options)
    return stream.getvalue()


def jpeg(base: bytes, facts: Facts) -> bytes:
    """A JPEG's bytes with the metadata put in, its own taken out; the picture's bytes stay as they are."""
    head = _segment(0xE1, b"Exif\x00\x00" + exif_block(facts))
    packet, block = xmp_packet(facts), iptc_block(facts)
    if packet:
        head += _segment(0xE1, b"http://ns.adobe.com/xap/1.0/\x00" + packet)
    if block:
        resource = b"8BIM\x04\x04\x00\x00" + struct.pack(">I", len(block)) + block + bytes(len(block) % 2)
        head += _segment(0xED, b"Photoshop 3.0\x00" + resource)
    return b"\xff\xd8" + head + bare_jpeg(base)[2:]


def bare_jpeg(data: bytes) -> bytes:
    """A JPEG without EXIF, XMP and IPTC."""
    kept, at = bytearray(data[:2]), 2
    while data[at] == 0xFF and data[at + 1] != 0xDA:
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if data[at + 1] not in (0xE1, 0xED):
            kept += data[at:end]
        at = end
    return bytes(kept) + data[at:]


def _segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(content) + 2) + content


def png(image: Image.Image, facts: Facts) -> bytes:
    """A PNG with EXIF and XMP chunks; without any where the date stands in the name."""
    if facts.source == "name":
        return encoded(image, "PNG", compress_level=1)
    info = PngInfo()
    if xmp_packet(facts):
        info.add_itxt("XML:com.adobe.xmp", xmp_packet(facts).decode())
    return encoded(image, "PNG", compress_level=1, exif=exif_block(facts), pnginfo=info)


def webp(image: Image.Image, facts: Facts) -> bytes:
    """A WebP with EXIF and XMP chunks."""
    return encoded(image, "WEBP", quality=80, method=0, exif=exif_block(facts), xmp=xmp_packet(facts))


def heic(image: Image.Image, facts: Facts) -> bytes:
    """A HEIC with EXIF and XMP. Raises ImportError, OSError or RuntimeError where none can be encoded."""
    import pillow_heif

    stream = io.BytesIO()
    options = {"exif": b"Exif\x00\x00" + exif_block(facts), "xmp": xmp_packet(facts) or None}
    pillow_heif.from_pillow(image).save(stream, quality=60, **options)
    return stream.getvalue()


def dng(image: Image.Image, facts: Facts) -> bytes:
    """A DNG: a small 16-bit mosaic of the picture, and the picture itself as its JPEG preview."""
    tiff = Tiff()
    preview = encoded(image, "JPEG", quality=85)
    mosaic = _mosaic(image)
    height, width = mosaic.shape
    sensor = tiff.directory(
        {
            254: (LONG, 0),
            **_strip(width, height, (16,), 1, 32803, tiff.add(mosaic.tobytes()), mosaic.nbytes),
            33421: (SHORT, (2, 2)),
            33422: (BYTE, bytes((0, 1, 1, 2))),
            50714: (LONG, 0),
            50717: (LONG, 65535),
        }
    )
    # The sensor sees linear sRGB, so that every RAW program shows the picture's colours.
    matrix = (32406, -15372, -4986, -9689, 18758, 415, 557, -2040, 10570)
    model = facts.camera.called if facts.camera else "Camera"
    shown = _strip(*image.size, (8, 8, 8), 7, 6, tiff.add(preview), len(preview))
    main = _main(tiff, facts) | shown
    if xmp_packet(facts):
        main[700] = (BYTE, xmp_packet(facts))
    main |= {
        254: (LONG, 1),
        330: (LONG, sensor),
        50706: (BYTE, bytes((1, 4, 0, 0))),
        50708: (TEXT, model),
        50721: (SIGNED, tuple((part, 10_000) for part in matrix)),
        50728: (RATIO, ((1, 1),) * 3),
        50778: (SHORT, 21),
    }
    return tiff.whole(tiff.directory(main))


def _strip(
    width: int, height: int, bits: tuple[int, ...], packing: int, meaning: int, at: int, length: int
) -> Tags:
    return {
        256: (LONG, width),
        257: (LONG, height),
        258: (SHORT, bits),
        259: (SHORT, packing),
        262: (SHORT, meaning),
        273: (LONG, at),
        277: (SHORT, len(bits)),
        278: (LONG, height),
        279: (LONG, length),
    }


def _mosaic(image: Image.Image) -> np.ndarray:
    """(h, w) uint16, red and green over green and blue, at a fourth of the picture's size."""
    width, height = (side // 8 * 2 for side in image.size)
    pixels = np.asarray(image.convert("RGB").resize((width, height)), dtype=np.float64) / 255
    linear = (pixels**2.2 * 65535).astype("<u2")
    mosaic = linear[:, :, 1].copy()
    mosaic[0::2, 0::2] = linear[0::2, 0::2, 0]
    mosaic[1::2, 1::2] = linear[1::2, 1::2, 2]
    return mosaic
