"""Which files are photos: by their name before reading, by their first bytes after."""

from __future__ import annotations

import os

_RAW = """
.3fr .arw .cr2 .cr3 .crw .dcr .dng .erf .fff .iiq .k25 .kdc .mef .mos .mrw .nef .nrw .orf .pef .raf
.raw .rw2 .rwl .sr2 .srf .srw .x3f
"""
_ORDINARY = """
.jpg .jpeg .jpe .jfif .mpo .png .apng .webp .gif .bmp .dib .tif .tiff .heic .heif .hif .avif .jp2 .j2k
.jpx .jpf
"""
_VIDEO = """
.3gp .avi .flv .insv .lrv .m2ts .m4v .mkv .mov .mp4 .mpeg .mpg .mts .ogv .webm .wmv
"""

RAW_EXTENSIONS: frozenset[str] = frozenset(_RAW.split())
"""Lower case with dot: read by the preview inside."""

EXTENSIONS: frozenset[str] = RAW_EXTENSIONS | frozenset(_ORDINARY.split())
"""Lower case with dot: what counts as a photo."""

VIDEO_EXTENSIONS: frozenset[str] = frozenset(_VIDEO.split())
"""Lower case with dot: counted, not searched."""

_BRANDS = {
    b"avif": "avif",
    b"avis": "avif",
    b"crx ": "raw",
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"), "heic"),
}
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"II*\x00\x10\x00\x00\x00CR", "raw"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"II+\x00", "tiff"),
    (b"MM\x00+", "tiff"),
    (b"\x00\x00\x00\x0cjP  \r\n\x87\n", "jp2"),
    (b"\xff\x4f\xff\x51", "jp2"),
    (b"FUJIFILMCCD-RAW", "raw"),
    (b"IIRO", "raw"),
    (b"IIRS", "raw"),
    (b"MMOR", "raw"),
    (b"IIU\x00", "raw"),
    (b"FOVb", "raw"),
    (b"\x00MRM", "raw"),
    (b"BM", "bmp"),
)


def base_name(path: str | bytes) -> bytes:
    """The last part of a path."""
    name = os.fsencode(path)
    if os.altsep is not None:
        name = name.replace(os.fsencode(os.altsep), os.fsencode(os.sep))
    return name.rpartition(os.fsencode(os.sep))[2]


def suffix_of(path: str | bytes) -> str:
    """The extension of a file name or path, lower case with dot; empty when there is none."""
    stem, dot, ending = base_name(path).rpartition(b".")
    return "." + ending.decode("ascii", "replace").lower() if dot and stem.strip(b".") else ""


def is_photo(name: str | bytes) -> bool:
    """True when the name has a photo's extension. macOS's ``._`` side files are none."""
    return suffix_of(name) in EXTENSIONS and not base_name(name).startswith(b"._")


def sniff(data: bytes) -> str:
    """The format by the first bytes: "jpeg", "png", "gif", "webp", "bmp", "tiff", "heic", "avif",
    "jp2", "raw", or "" when unknown. RAW files that are TIFF inside say "tiff"; their name decides.
    """
    head = bytes(data[:64])
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp":
        return _by_brands(head)
    return ""


def _by_brands(head: bytes) -> str:
    end = min(len(head), int.from_bytes(head[:4], "big"))
    brands = [head[8:12], *(head[at : at + 4] for at in range(16, end - 3, 4))]
    for brand in brands:
        if brand in _BRANDS:
            return _BRANDS[brand]
    return "heic" if b"mif1" in brands or b"msf1" in brands else ""
