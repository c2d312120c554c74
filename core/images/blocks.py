"""Where a file keeps its EXIF, XMP and IPTC: found without decoding, for each container."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from core.images import exif
from core.images.formats import sniff

MAX_SEGMENTS = 500
MAX_BLOCK = 4 << 20
_XMP_NAME = b"http://ns.adobe.com/xap/1.0/\x00"
_IRB_NAME = b"Photoshop 3.0\x00"
_XMP_BOX = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
_EXIF_BOX = b"JpgTiffExif->JP2"
_CANON_BOX = bytes.fromhex("85c0b687820f11e08111f4ce462b6a48")


@dataclass
class Blocks:
    """The raw blocks of one file; empty where there are none.

    ``parts`` are the directories of Canon's CR3, each a TIFF-shaped block of its own: ("main",
    "exif" or "gps", block).
    """

    exif: bytes = b""
    xmp: bytes = b""
    iptc: bytes = b""
    parts: list[tuple[str, bytes]] = field(default_factory=list)


def find_blocks(data: bytes) -> Blocks:
    """The metadata blocks of a photo's bytes. Never raises on odd bytes."""
    finder = _FINDERS.get(sniff(data))
    return finder(data) if finder is not None else Blocks()


def _jpeg(data: bytes, start: int = 0) -> Blocks:
    blocks = Blocks()
    irb: list[bytes] = []
    at = start + 2
    for _ in range(MAX_SEGMENTS):
        while data[at : at + 1] == b"\xff" and data[at + 1 : at + 2] == b"\xff":
            at += 1
        if at + 4 > len(data) or data[at] != 0xFF or data[at + 1] in (0xDA, 0xD9):
            break
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if data[at + 1] == 0xE1:
            if data[at + 4 : at + 10] == b"Exif\x00\x00" and not blocks.exif:
                blocks.exif = data[at + 10 : at + 2 + length]
            elif data.startswith(_XMP_NAME, at + 4) and not blocks.xmp:
                blocks.xmp = data[at + 4 + len(_XMP_NAME) : at + 2 + length]
        elif data[at + 1] == 0xED and data.startswith(_IRB_NAME, at + 4):
            irb.append(data[at + 4 + len(_IRB_NAME) : at + 2 + length])
        at += 2 + max(2, length)
    blocks.iptc = iptc_of(b"".join(irb))
    return blocks


def iptc_of(irb: bytes) -> bytes:
    """The IPTC block among Photoshop's image resources."""
    at = 0
    while irb[at : at + 4] == b"8BIM" and at + 12 <= len(irb):
        name = irb[at + 6] + 1
        sized = at + 6 + name + (name & 1)
        size = int.from_bytes(irb[sized : sized + 4], "big")
        if irb[at + 4 : at + 6] == b"\x04\x04":
            return irb[sized + 4 : sized + 4 + size]
        at = sized + 4 + size + (size & 1)
    return b""


def _png(data: bytes) -> Blocks:
    blocks = Blocks()
    at = 8
    for _ in range(MAX_SEGMENTS):
        if at + 12 > len(data):
            break
        length = int.from_bytes(data[at : at + 4], "big")
        kind = data[at + 4 : at + 8]
        if kind == b"IDAT":
            # Side chunks may follow the picture; steps of up to 2 GB over it cost nothing.
            at = _after_picture(data, at)
            continue
        if kind == b"eXIf":
            blocks.exif = data[at + 8 : at + 8 + length]
        elif kind == b"iTXt" and data.startswith(b"XML:com.adobe.xmp\x00", at + 8):
            blocks.xmp = _itxt(data[at + 8 : at + 8 + min(length, MAX_BLOCK)])
        at += 12 + length
    return blocks


def _after_picture(data: bytes, at: int) -> int:
    while data[at + 4 : at + 8] == b"IDAT" and at + 12 <= len(data):
        at += 12 + int.from_bytes(data[at : at + 4], "big")
    return at


def _itxt(chunk: bytes) -> bytes:
    keyword, _, rest = chunk.partition(b"\x00")
    packed = rest[:1] == b"\x01"
    texts = rest[2:].split(b"\x00", 2)
    text = texts[2] if len(texts) == 3 else b""
    if not packed or not keyword:
        return text
    try:
        return zlib.decompressobj().decompress(text, MAX_BLOCK)  # bounded: a bomb stays small
    except zlib.error:
        return b""


def _webp(data: bytes) -> Blocks:
    blocks = Blocks()
    at = 12
    for _ in range(MAX_SEGMENTS):
        if at + 8 > len(data):
            break
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        kind = data[at : at + 4]
        if kind == b"EXIF":
            blocks.exif = data[at + 8 : at + 8 + size]
        elif kind == b"XMP ":
            blocks.xmp = data[at + 8 : at + 8 + size]
        at += 8 + size + (size & 1)
    return blocks


def _tiff(data: bytes) -> Blocks:
    tags = exif.parse(data).main
    iptc = exif.raw(tags, 0x83BB) or _packed(tags.get(0x83BB), data)
    return Blocks(data, exif.raw(tags, 0x02BC), iptc or iptc_of(exif.raw(tags, 0x8649)))


def _packed(value: exif.Value | None, data: bytes) -> bytes:
    """IPTC that was written as a row of 32-bit numbers."""
    if value is None or isinstance(value, bytes):
        return b""
    form = "<I" if data[:2] == b"II" else ">I"
    return b"".join(struct.pack(form, n) for n in value if isinstance(n, int) and 0 <= n < 1 << 32)


def _raw(data: bytes) -> Blocks:
    if data[:15] == b"FUJIFILMCCD-RAW":
        start = int.from_bytes(data[84:88], "big")
        return _jpeg(data, start) if data[start : start + 2] == b"\xff\xd8" else Blocks()
    if data[4:8] == b"ftyp":
        return _boxes(data)
    return _tiff(data)


def _walk(data: bytes, at: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """The boxes between two places: name, start of content, end."""
    for _ in range(MAX_SEGMENTS):
        if at + 8 > end:
            return
        size, head = int.from_bytes(data[at : at + 4], "big"), 8
        if size == 1:
            size, head = int.from_bytes(data[at + 8 : at + 16], "big"), 16
        elif size == 0:
            size = end - at
        if size < head:
            return
        yield data[at + 4 : at + 8], at + head, min(at + size, end)
        at += size


def _boxes(data: bytes) -> Blocks:
    blocks = Blocks()
    for name, start, end in _walk(data, 0, len(data)):
        if name == b"meta":
            _items(data, start + 4, end, blocks)
        elif name == b"uuid":
            _uuid(data, start, end, blocks)
        elif name == b"moov":
            for inner, first, last in _walk(data, start, end):
                if inner == b"uuid" and data[first : first + 16] == _CANON_BOX:
                    _canon(data, first + 16, last, blocks)
    return blocks


def _uuid(data: bytes, start: int, end: int, blocks: Blocks) -> None:
    name = data[start : start + 16]
    if name == _XMP_BOX:
        blocks.xmp = data[start + 16 : end]
    elif name == _EXIF_BOX:
        blocks.exif = data[start + 16 : end]


def _canon(data: bytes, start: int, end: int, blocks: Blocks) -> None:
    kinds = {b"CMT1": "main", b"CMT2": "exif", b"CMT4": "gps"}
    for name, first, last in _walk(data, start, end):
        if name in kinds:
            blocks.parts.append((kinds[name], data[first:last]))


def _items(data: bytes, start: int, end: int, blocks: Blocks) -> None:
    """EXIF and XMP of a HEIF or AVIF file: items named in iinf, found by iloc (ISO 14496-12)."""
    wanted: dict[int, str] = {}
    places: dict[int, bytes] = {}
    stored = (0, 0)
    located: tuple[int, int] | None = None
    for name, first, last in _walk(data, start, end):
        if name == b"iinf":
            wanted = _item_kinds(data, first, last)
        elif name == b"idat":
            stored = (first, last)
        elif name == b"iloc":
            located = (first, last)
    if wanted and located is not None:
        places = _item_bytes(data, *located, wanted, stored)
    for item, kind in wanted.items():
        content = places.get(item, b"")
        if kind == "xmp":
            blocks.xmp = blocks.xmp or content
        elif len(content) > 8:
            blocks.exif = blocks.exif or content[4 + int.from_bytes(content[:4], "big") :]


def _item_kinds(data: bytes, start: int, end: int) -> dict[int, str]:
    kinds: dict[int, str] = {}
    head = start + (6 if data[start] == 0 else 8)
    for name, first, last in _walk(data, head, end):
        version = data[first]
        if name != b"infe" or version < 2:
            continue
        wide = 4 if version > 2 else 2
        item = int.from_bytes(data[first + 4 : first + 4 + wide], "big")
        kind = data[first + 6 + wide : first + 10 + wide]
        if kind == b"Exif":
            kinds[item] = "exif"
        elif kind == b"mime" and b"rdf+xml" in data[first + 10 + wide : last]:
            kinds[item] = "xmp"
    return kinds


def _item_bytes(
    data: bytes, start: int, end: int, wanted: dict[int, str], stored: tuple[int, int]
) -> dict[int, bytes]:
    reader = _Numbers(data, start, end)
    version = reader.take(1)
    reader.take(3)
    sizes = reader.take(2)
    offset_size, length_size = sizes >> 12, sizes >> 8 & 15
    base_size, index_size = sizes >> 4 & 15, sizes & 15 if version in (1, 2) else 0
    found: dict[int, bytes] = {}
    for _ in range(reader.take(2 if version < 2 else 4)):
        if reader.at >= end:
            break
        item = reader.take(2 if version < 2 else 4)
        method = reader.take(2) & 15 if version in (1, 2) else 0
        reader.take(2)
        base = reader.take(base_size)
        content = b""
        for _ in range(reader.take(2)):
            if reader.at >= end:
                break
            reader.take(index_size)
            place = base + reader.take(offset_size) + (stored[0] if method == 1 else 0)
            length = reader.take(length_size)
            if item in wanted and method < 2 and len(content) < MAX_BLOCK:
                content += data[place : place + min(length, MAX_BLOCK)]
        if item in wanted:
            found[item] = content
    return found


class _Numbers:
    """Big-endian numbers one after another; zero beyond the end."""

    def __init__(self, data: bytes, at: int, end: int) -> None:
        self.data, self.at, self.end = data, at, end

    def take(self, size: int) -> int:
        value = int.from_bytes(self.data[self.at : min(self.at + size, self.end)], "big")
        self.at += size
        return value


_FINDERS: dict[str, Callable[[bytes], Blocks]] = {
    "jpeg": _jpeg,
    "png": _png,
    "webp": _webp,
    "tiff": _tiff,
    "raw": _raw,
    "heic": _boxes,
    "avif": _boxes,
    "jp2": _boxes,
}
