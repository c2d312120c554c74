"""When, where and with what a photo was taken, and what people wrote about it.

Nothing is decoded: the blocks are found in the container and read tag by tag. A tag that makes no
sense is as good as none; ``read_metadata`` never raises on what a file holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from core.images import dates, exif, xmp
from core.images.blocks import find_blocks

MAX_KEYWORDS = 500
MAX_KEYWORD = 200
MAX_CAPTION = 4000


@dataclass(frozen=True)
class Metadata:
    """What is known of a photo besides its pixels.

    ``taken_at`` is POSIX seconds; ``taken_offset`` minutes east of UTC, None when unknown (the time
    was then read as local time of this computer); ``taken_source`` is "exif", "xmp", "name" or
    "mtime". ``latitude`` and ``longitude`` are degrees, ``altitude`` metres above the sea.
    """

    taken_at: float | None = None
    taken_offset: int | None = None
    taken_source: str | None = None
    camera: str | None = None
    lens: str | None = None
    exposure: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    altitude: float | None = None
    keywords: tuple[str, ...] = ()
    caption: str | None = None


def read_metadata(data: bytes, *, name: str, mtime_ns: int) -> Metadata:
    """The metadata of a photo's bytes. ``name`` is the file's name, ``mtime_ns`` its modification
    time: the last two places where the date is looked for. Never raises on odd tags.
    """
    blocks = find_blocks(data)
    tags = exif.parse(blocks.exif)
    for kind, part in blocks.parts:
        setattr(tags, kind, exif.parse(part).main)
    packet = xmp.parse(blocks.xmp) if blocks.xmp else xmp.Packet()
    iptc = read_iptc(blocks.iptc) if blocks.iptc else {}
    taken_at, offset, source = _taken(tags, packet, name, mtime_ns)
    latitude, longitude, altitude = _place(tags, packet)
    make, model = (text_of(exif.raw(tags.main, tag)) for tag in (0x010F, 0x0110))
    return Metadata(
        taken_at=taken_at,
        taken_offset=offset,
        taken_source=source,
        camera=_camera(make, model) or _camera(*packet.camera()),
        lens=_lens(tags) or clean(packet.lens())[:120] or None,
        exposure=_exposure(tags),
        latitude=latitude,
        longitude=longitude,
        altitude=altitude,
        keywords=_keywords(tags, packet, iptc),
        caption=_caption(tags, packet, iptc),
    )


# texts ------------------------------------------------------------------------------------------

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]+")


def clean(text: str) -> str:
    """Text without control characters and lone surrogates, its ends trimmed."""
    text = _CONTROLS.sub(" ", text).strip()
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def text_of(raw: bytes) -> str:
    """Bytes of a tag as text: up to the first NUL, UTF-8 if it is that, else Windows Latin."""
    raw = raw.partition(b"\x00")[0]
    try:
        return clean(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return clean(raw.decode("cp1252", "replace"))


def _wide(raw: bytes) -> str:
    """Windows' XP tags: UTF-16, ended by NULs."""
    return clean(raw.decode("utf-16-le", "replace").partition("\x00")[0])


def _comment(raw: bytes, little: bool) -> str:
    """EXIF UserComment: eight bytes name the character set."""
    kind, rest = raw[:8], raw[8:]
    if kind == b"UNICODE\x00":
        if rest[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return clean(rest.decode("utf-16", "replace").partition("\x00")[0])
        return clean(rest.decode("utf-16-le" if little else "utf-16-be", "replace").partition("\x00")[0])
    if kind.startswith(b"JIS"):
        return clean(rest.decode("iso2022_jp", "replace").partition("\x00")[0])
    if kind in (b"ASCII\x00\x00\x00", bytes(8)):
        return text_of(rest.strip(b"\x00"))
    return ""


# when -------------------------------------------------------------------------------------------

_TIMES = (  # directory, date, sub-seconds, offset: taken, digitised, changed
    ("exif", 0x9003, 0x9291, 0x9011),
    ("exif", 0x9004, 0x9292, 0x9012),
    ("main", 0x0132, 0x9290, 0x9010),
)


def _taken(
    tags: exif.Tags, packet: xmp.Packet, name: str, mtime_ns: int
) -> tuple[float | None, int | None, str | None]:
    for where, date, fraction, offset in _TIMES:
        text = text_of(exif.raw(tags.main if where == "main" else tags.exif, date))
        if text:
            more = (text_of(exif.raw(tags.exif, tag)) for tag in (fraction, offset))
            found = dates.from_exif(text, *more)
            if found is not None:
                return (*found, "exif")
    for text in packet.dates():
        found = dates.from_iso(text) or dates.from_exif(text, "", "")
        if found is not None:
            return (*found, "xmp")
    found = dates.from_name(name)
    if found is not None:
        return (*found, "name")
    seconds = mtime_ns / 1e9
    return (seconds, None, "mtime") if seconds > 86_400 and dates.believable(seconds) else (None, None, None)


# where ------------------------------------------------------------------------------------------

_XMP_DEGREES = re.compile(r"\s*(\d{1,3}),(\d{1,2}(?:\.\d+)?)(?:,(\d{1,2}(?:\.\d+)?))?\s*([NSEWnsew])\s*$")


def _place(tags: exif.Tags, packet: xmp.Packet) -> tuple[float | None, float | None, float | None]:
    latitude = _degrees(tags.gps, 1, b"NS", 90)
    longitude = _degrees(tags.gps, 3, b"EW", 180)
    if latitude is None or longitude is None:
        latitude, longitude = (
            _xmp_degrees(text, limit) for text, limit in zip(packet.place(), (90, 180), strict=True)
        )
    if latitude is None or longitude is None or latitude == longitude == 0:
        return None, None, None  # 0° 0° is what devices write that know nothing
    altitude = exif.ratio(tags.gps, 6)
    if altitude is not None:
        if exif.raw(tags.gps, 5)[:1] == b"\x01":
            altitude = -altitude
        altitude = round(altitude, 2) if -500 <= altitude <= 20_000 else None
    return latitude, longitude, altitude


def _degrees(gps: dict[int, exif.Value], tag: int, sides: bytes, limit: float) -> float | None:
    side = exif.raw(gps, tag).strip(b"\x00 ").upper()
    parts = exif.ratios(gps, tag + 1)
    if len(side) != 1 or side not in sides or not 1 <= len(parts) <= 3:
        return None
    total = 0.0
    for part, unit in zip(parts, (1, 60, 3600), strict=False):
        if part is None or part < 0:
            return None
        total += part / unit
    if total > limit:
        return None
    return round(-total if side == sides[1:] else total, 7)


def _xmp_degrees(text: str, limit: float) -> float | None:
    match = _XMP_DEGREES.match(text)
    if match is None:
        return None
    total = int(match[1]) + float(match[2]) / 60 + float(match[3] or 0) / 3600
    if total > limit:
        return None
    return round(-total if match[4] in "SWsw" else total, 7)


# with what --------------------------------------------------------------------------------------

_COMPANY = re.compile(
    r"[ ,]*\b(?:corporation|corp|company|co|ltd|limited|inc|imaging|electric|optical|ag|gmbh|camera)\b\.?,?",
    re.IGNORECASE,
)
_NAMES = {
    "NIKON": "Nikon",
    "SONY": "Sony",
    "OLYMPUS": "Olympus",
    "PENTAX": "Pentax",
    "FUJIFILM": "Fujifilm",
    "PANASONIC": "Panasonic",
    "SAMSUNG": "Samsung",
    "RICOH": "Ricoh",
    "CASIO": "Casio",
    "LEICA": "Leica",
    "KODAK": "Kodak",
    "EASTMAN": "Kodak",
    "CANON": "Canon",
    "HUAWEI": "Huawei",
    "XIAOMI": "Xiaomi",
    "GOOGLE": "Google",
    "APPLE": "Apple",
}


def _camera(make: str, model: str) -> str | None:
    """Make and model as a person would say it: no doubled make, no company forms."""
    make, model = clean(make)[:80], clean(model)[:80]
    first = make.split(" ")[0].upper()
    maker = _NAMES.get(first) or _COMPANY.sub("", make).strip(" ,")
    words = model.split()
    while words and (words[0].casefold() == maker.casefold() or words[0].upper() == first):
        words.pop(0)
    rest = " ".join(words)
    if rest.casefold().startswith(maker.casefold()) and maker:
        return rest
    return f"{maker} {rest}".strip() or None


def _lens(tags: exif.Tags) -> str | None:
    name = text_of(exif.raw(tags.exif, 0xA434))[:120]
    if name and not set(name) <= set("-0. /mf"):
        return name
    numbers = exif.ratios(tags.exif, 0xA432)
    short, long, wide = (numbers[n] if n < len(numbers) else None for n in range(3))
    if not short or not 0 < short < 10_000:
        return None
    text = f"{short:g} mm" if not long or long == short else f"{short:g}-{long:g} mm"
    return f"{text} f/{wide:g}" if wide and 0 < wide < 100 else text


def _exposure(tags: exif.Tags) -> str | None:
    parts = []
    seconds = exif.ratio(tags.exif, 0x829A)
    if seconds is not None and 1e-6 < seconds < 1e6:
        parts.append(f"1/{round(1 / seconds)} s" if seconds < 0.3 else f"{seconds:.3g} s")
    number = exif.ratio(tags.exif, 0x829D)
    if number is not None and 0 < number < 1000:
        parts.append(f"f/{number:.2g}" if number < 10 else f"f/{number:.0f}")
    speed = exif.ratio(tags.exif, 0x8827)
    if speed is not None and 0 < speed < 65535:
        parts.append(f"ISO {speed:.0f}")
    return " · ".join(parts) or None


# what people wrote ------------------------------------------------------------------------------


def read_iptc(block: bytes) -> dict[int, list[str]]:
    """The application record (2:x) of an IPTC block: number → texts."""
    raw: list[tuple[int, bytes]] = []
    at = 0
    utf8 = False
    while at + 5 <= len(block) and block[at] == 0x1C:
        record, number = block[at + 1], block[at + 2]
        size, head = int.from_bytes(block[at + 3 : at + 5], "big"), 5
        if size & 0x8000:  # a long one: the size's own size follows
            wide = size & 0x7FFF
            if wide > 8:
                break
            size, head = int.from_bytes(block[at + 5 : at + 5 + wide], "big"), 5 + wide
        value = block[at + head : at + head + size]
        if (record, number) == (1, 90):
            utf8 = value == b"\x1b%G"
        elif record == 2:
            raw.append((number, value))
        at += head + size
    found: dict[int, list[str]] = {}
    for number, value in raw:
        text = clean(value.decode("utf-8", "replace")) if utf8 else text_of(value)
        if text:
            found.setdefault(number, []).append(text)
    return found


def _keywords(tags: exif.Tags, packet: xmp.Packet, iptc: dict[int, list[str]]) -> tuple[str, ...]:
    windows = _wide(exif.raw(tags.main, 0x9C9E)).split(";")
    kept: dict[str, str] = {}
    for word in _chain(iptc.get(25, []), packet.keywords, windows):
        word = clean(word)[:MAX_KEYWORD]
        if word:
            kept.setdefault(word.casefold(), word)
    return tuple(kept.values())[:MAX_KEYWORDS]


def _chain(*many: Iterable[str]) -> Iterable[str]:
    for words in many:
        yield from words


_BY_CAMERAS = """olympus digital camera|sony dsc|minolta digital camera|konica minolta digital camera
samsung|samsung digital camera|digital camera|dcim|default|exif_jpeg_picture|jpeg|untitled|dav|cof|oznor
sdr|hdr|mde|rbt|dig|screenshot|untagged"""
_NO_CAPTIONS = frozenset(_BY_CAMERAS.replace("\n", "|").split("|"))


def _caption(tags: exif.Tags, packet: xmp.Packet, iptc: dict[int, list[str]]) -> str | None:
    candidates = [
        *packet.captions[:1],
        *iptc.get(120, [])[:1],
        text_of(exif.raw(tags.main, 0x010E)),
        _comment(exif.raw(tags.exif, 0x9286), tags.little),
        _wide(exif.raw(tags.main, 0x9C9C)),
        _wide(exif.raw(tags.main, 0x9C9B)),
        *packet.captions[1:2],
        *iptc.get(105, [])[:1],
    ]
    for text in map(clean, candidates):
        if text.casefold() not in _NO_CAPTIONS and any(sign.isalnum() for sign in text):
            return text[:MAX_CAPTION]
    return None
