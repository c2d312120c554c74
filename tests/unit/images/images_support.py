"""Files for the tests of core.images, made by hand where no library writes them."""

from __future__ import annotations

import io
import struct
import zlib
from functools import lru_cache

import numpy as np
from PIL import Image

P3 = ((0.51512, 0.2412, -0.00105), (0.29198, 0.69225, 0.04189), (0.1571, 0.06657, 0.78407))
ADOBE = ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457))


@lru_cache(maxsize=16)
def scene(width: int, height: int, seed: int = 1) -> Image.Image:
    """A photo-like picture: smooth colours, some shapes, no flat rows."""
    random = np.random.default_rng(seed)
    small = random.integers(0, 256, (6, 8, 3), dtype=np.uint8)
    picture = Image.fromarray(small).resize((width, height), Image.Resampling.BICUBIC)
    noise = random.integers(-6, 7, (height, width, 3))
    return Image.fromarray((np.asarray(picture).astype(np.int16) + noise).clip(0, 255).astype(np.uint8))


def corners(width: int = 60, height: int = 40) -> Image.Image:
    """Red, green / blue, white quarters: shows each way to turn and mirror."""
    picture = Image.new("RGB", (width, height), "white")
    picture.paste((255, 0, 0), (0, 0, width // 2, height // 2))
    picture.paste((0, 255, 0), (width // 2, 0, width, height // 2))
    picture.paste((0, 0, 255), (0, height // 2, width // 2, height))
    return picture


def saved(image: Image.Image, form: str = "JPEG", **options: object) -> bytes:
    stream = io.BytesIO()
    if form in ("PNG", "AVIF"):
        options.setdefault("compress_level" if form == "PNG" else "speed", 1 if form == "PNG" else 10)
    image.save(stream, form, **options)
    return stream.getvalue()


def colour_at(pixels: np.ndarray, x: float, y: float) -> tuple[int, int, int]:
    """The colour at a place given as fractions of width and height."""
    height, width = pixels.shape[:2]
    return tuple(int(part) for part in pixels[int(y * (height - 1)), int(x * (width - 1))])


def _fixed(value: float) -> bytes:
    return struct.pack(">i", round(value * 65536))


def profile(space: bytes, colorants: tuple = (), gamma: float = 2.19921875) -> bytes:
    """A small ICC version 2 profile: RGB by matrix, or grey."""
    curve = b"curv" + bytes(4) + struct.pack(">IH", 1, round(gamma * 256)) + bytes(2)
    white = b"XYZ " + bytes(4) + _fixed(0.9642) + _fixed(1.0) + _fixed(0.8249)
    text = b"a test profile\x00"
    desc = b"desc" + bytes(4) + struct.pack(">I", len(text)) + text + bytes(78)
    tags = [(b"desc", desc), (b"wtpt", white), (b"cprt", b"text" + bytes(4) + b"none\x00")]
    if space == b"GRAY":
        tags.append((b"kTRC", curve))
    else:
        for name, xyz in zip(b"rgb", colorants, strict=True):
            tags.append((bytes([name]) + b"XYZ", b"XYZ " + bytes(4) + b"".join(map(_fixed, xyz))))
            tags.append((bytes([name]) + b"TRC", curve))
    table, body = b"", b""
    start = 128 + 4 + 12 * len(tags)
    for name, content in tags:
        table += name + struct.pack(">II", start + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    size = start + len(body)
    head = struct.pack(">I", size) + bytes(4) + bytes([2, 0x40, 0, 0]) + b"mntr" + space + b"XYZ "
    head += bytes(12) + b"acsp" + bytes(28) + _fixed(0.9642) + _fixed(1.0) + _fixed(0.8249)
    head += bytes(128 - len(head))
    return head + struct.pack(">I", len(tags)) + table + body


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def with_chunk(png: bytes, kind: bytes, content: bytes) -> bytes:
    """A PNG with one more chunk after its header."""
    return png[:33] + chunk(kind, content) + png[33:]


def bare_png(width: int, height: int, idat: bytes, depth: int = 8, colour: int = 2) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", idat) + chunk(b"IEND", b"")


def segment(marker: int, content: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(content) + 2) + content


def with_segment(jpeg: bytes, marker: int, content: bytes) -> bytes:
    """A JPEG with one more segment right after its start."""
    return jpeg[:2] + segment(marker, content) + jpeg[2:]


def with_xmp(jpeg: bytes, packet: str | bytes) -> bytes:
    content = packet.encode() if isinstance(packet, str) else packet
    return with_segment(jpeg, 0xE1, b"http://ns.adobe.com/xap/1.0/\x00" + content)


def iptc(records: list[tuple[int, int, bytes]]) -> bytes:
    return b"".join(bytes([0x1C, r, n]) + struct.pack(">H", len(v)) + v for r, n, v in records)


def with_iptc(jpeg: bytes, records: list[tuple[int, int, bytes]]) -> bytes:
    block = iptc(records)
    other = b"8BIM\x04\x25\x00\x00" + struct.pack(">I", 3) + b"abc\x00"
    content = other + b"8BIM\x04\x04\x00\x00" + struct.pack(">I", len(block)) + block
    return with_segment(jpeg, 0xED, b"Photoshop 3.0\x00" + content)


def xmp(body: str, attributes: str = "") -> str:
    return f"""<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:lr="http://ns.adobe.com/lightroom/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:digiKam="http://www.digikam.org/ns/1.0/" {attributes}>{body}</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def bag(name: str, *words: str, kind: str = "Bag") -> str:
    items = "".join(f"<rdf:li>{word}</rdf:li>" for word in words)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>"


def _entry(tag: int, kind: int, values: tuple, extra: bytearray, base: int) -> bytes:
    form = {1: "B", 2: "B", 3: "H", 4: "I", 5: "I", 7: "B", 10: "i"}[kind]
    content = struct.pack(f"<{len(values)}{form}", *values)
    count = len(values) // 2 if kind in (5, 10) else len(values)
    if len(content) <= 4:
        return struct.pack("<HHI", tag, kind, count) + content.ljust(4, b"\x00")
    place = base + len(extra)
    extra += content + bytes(len(content) % 2)
    return struct.pack("<HHII", tag, kind, count, place)


def _directory(entries: list[tuple[int, int, tuple]], at: int) -> bytes:
    entries = sorted(entries)
    extra = bytearray()
    base = at + 2 + 12 * len(entries) + 4
    body = b"".join(_entry(*entry, extra, base) for entry in entries)
    return struct.pack("<H", len(entries)) + body + bytes(4) + bytes(extra)


def dng(preview: bytes | None, size: tuple[int, int], orientation: int = 1) -> bytes:
    """A DNG: a plain 16-bit mosaic of ``size`` and, if given, a JPEG (or uncompressed RGB) preview."""
    width, height = size
    mosaic = np.full((height, width), 1000, dtype="<u2").tobytes()
    start = 8
    body = bytearray()
    mosaic_at = start + len(body)
    body += mosaic
    preview_at = start + len(body)
    body += preview or b""
    body += bytes(len(body) % 2)
    raw_at = start + len(body)
    sub = [
        (254, 4, (0,)),
        (256, 4, (width,)),
        (257, 4, (height,)),
        (258, 3, (16,)),
        (259, 3, (1,)),
        (262, 3, (32803,)),
        (273, 4, (mosaic_at,)),
        (277, 3, (1,)),
        (278, 4, (height,)),
        (279, 4, (len(mosaic),)),
        (33421, 3, (2, 2)),
        (33422, 1, (0, 1, 1, 2)),
    ]
    body += _directory(sub, raw_at)
    body += bytes(len(body) % 2)
    main = [
        (271, 2, tuple(b"Acme\x00")),
        (272, 2, tuple(b"Acme One\x00")),
        (274, 3, (orientation,)),
        (306, 2, tuple(b"2021:05:06 12:34:56\x00")),
        (50706, 1, (1, 4, 0, 0)),
        (50708, 2, tuple(b"Acme One\x00")),
        (50721, 10, (1, 1, 0, 1, 0, 1, 0, 1, 1, 1, 0, 1, 0, 1, 0, 1, 1, 1)),
        (330, 4, (raw_at,)),
    ]
    if preview is not None:
        jpeg = preview[:2] == b"\xff\xd8"
        shown = Image.open(io.BytesIO(preview)).size if jpeg else (32, 24)
        main += [
            (254, 4, (1,)),
            (256, 4, (shown[0],)),
            (257, 4, (shown[1],)),
            (258, 3, (8, 8, 8)),
            (259, 3, (7 if jpeg else 1,)),
            (262, 3, (6 if jpeg else 2,)),
            (273, 4, (preview_at,)),
            (277, 3, (3,)),
            (278, 4, (shown[1],)),
            (279, 4, (len(preview),)),
        ]
    else:
        main += [(254, 4, (1,))]
    main_at = start + len(body)
    return b"II*\x00" + struct.pack("<I", main_at) + bytes(body) + _directory(main, main_at)
