"""EXIF and TIFF tags, read straight from the bytes.

Pillow's own reader builds objects for every tag and raises in many ways on odd files; here only
the tags somebody asks for are looked at, nothing outside the block is ever read, and a tag that
makes no sense is simply not there. Layout after TIFF 6.0 and EXIF 2.32.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

MAX_TAGS = 1000
MAX_VALUE = 1 << 16
LONG_TAGS = frozenset({0x02BC, 0x83BB, 0x8649})  # XMP, IPTC, Photoshop: blocks, not values
MAX_BLOCK = 8 << 20

_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_CODES = {3: "H", 4: "I", 8: "h", 9: "i", 11: "f", 12: "d", 13: "I"}

Ratio = tuple[int, int]
Value = bytes | tuple[int | float, ...] | tuple[Ratio, ...]


@dataclass
class Tags:
    """The tags of the main, Exif and GPS directories by number.

    Text and undefined values are bytes, numbers tuples, rationals tuples of (numerator, denominator).
    ``little`` is the byte order of the block.
    """

    main: dict[int, Value] = field(default_factory=dict)
    exif: dict[int, Value] = field(default_factory=dict)
    gps: dict[int, Value] = field(default_factory=dict)
    little: bool = True


def parse(block: bytes) -> Tags:
    """Read the directories of a TIFF-shaped block (an EXIF block, or a whole TIFF or RAW file).

    A leading ``Exif\\0\\0`` is skipped. Never raises on odd bytes.
    """
    tags = Tags()
    block, order, start = _begin(block)
    if not order:
        return tags
    tags.little = order == "<"
    tags.main = directory(block, order, start)
    tags.exif = directory(block, order, number(tags.main, 0x8769))
    tags.gps = directory(block, order, number(tags.main, 0x8825))
    return tags


def _begin(block: bytes) -> tuple[bytes, str, int]:
    """The TIFF-shaped part of a block, its byte order for struct ("" when it is none), and where its
    first directory is.
    """
    if block[:6] == b"Exif\x00\x00":
        block = block[6:]
    order = {b"II": "<", b"MM": ">"}.get(bytes(block[:2]), "")
    if not order or len(block) < 8:
        return block, "", 0
    version, start = struct.unpack_from(order + "HI", block, 2)
    return block, "" if version == 43 else order, start  # 43 is BigTIFF: another layout


def directory(block: bytes, order: str, start: int | None) -> dict[int, Value]:
    """The tags of one directory at byte ``start``; empty when there is none."""
    found: dict[int, Value] = {}
    if start is None or not 8 <= start <= len(block) - 2:
        return found
    (count,) = struct.unpack_from(order + "H", block, start)
    entry = struct.Struct(order + "HHII")
    for at in range(start + 2, min(start + 2 + 12 * min(count, MAX_TAGS), len(block) - 11), 12):
        tag, kind, amount, offset = entry.unpack_from(block, at)
        size = _SIZES.get(kind, 0) * amount
        if not 0 < size <= (MAX_BLOCK if tag in LONG_TAGS else MAX_VALUE):
            continue
        if size <= 4:
            offset = at + 8
        if offset + size <= len(block) and tag not in found:
            found[tag] = _value(block, order, kind, amount, offset, size)
    return found


def _value(block: bytes, order: str, kind: int, amount: int, offset: int, size: int) -> Value:
    if kind in (5, 10):
        flat = struct.unpack_from(f"{order}{2 * amount}{'I' if kind == 5 else 'i'}", block, offset)
        return tuple(zip(flat[::2], flat[1::2], strict=True))
    if kind in _CODES:
        return struct.unpack_from(f"{order}{amount}{_CODES[kind]}", block, offset)
    return bytes(block[offset : offset + size])


def number(tags: dict[int, Value], tag: int) -> int | None:
    """A whole number, or None."""
    value = tags.get(tag)
    if not value:
        return None
    first = value[0]
    return first if isinstance(first, int) else None


def ratios(tags: dict[int, Value], tag: int) -> list[float | None]:
    """A tag's numbers as floats; None where the denominator is zero. Empty when there is no such tag."""
    value = tags.get(tag)
    if value is None or isinstance(value, bytes):
        return []
    numbers: list[float | None] = []
    for item in value:
        if isinstance(item, tuple):
            numbers.append(item[0] / item[1] if item[1] else None)
        else:
            numbers.append(float(item) if item == item and abs(item) < 1e12 else None)
    return numbers


def ratio(tags: dict[int, Value], tag: int) -> float | None:
    """The first of a tag's numbers, or None."""
    return next(iter(ratios(tags, tag)), None)


def raw(tags: dict[int, Value], tag: int) -> bytes:
    """A tag's bytes; empty when it is not text. Some programs write text as a row of small numbers."""
    value = tags.get(tag)
    if isinstance(value, bytes):
        return value
    if value and all(isinstance(item, int) and 0 <= item < 256 for item in value):
        return bytes(item for item in value if isinstance(item, int))
    return b""


def orientation(block: bytes) -> int | None:
    """The EXIF orientation 1 to 8 of a block, or None when it is not given or senseless."""
    block, order, start = _begin(block)
    if not order:
        return None
    turned = number(directory(block, order, start), 0x0112)
    return turned if turned is not None and 1 <= turned <= 8 else None
