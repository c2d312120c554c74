"""Thumbnails: one size on disk, in sharded folders, written aside and renamed.

JPEG of quality 85 without Huffman optimisation. Measured for 512 pixels of grainy camera photos
(tests/bench/bench_images.py, CPU-ms and KB): JPEG q85 0.6 and 39, optimised 1.3 and 38, q80 0.6 and
33; WebP q80 at its fastest 4.0 and 31, at its usual effort 14.5 and 25. For 100,000 photos WebP
would save about a third of 3.9 GB and cost 6 to 24 minutes of processor time more, and each look at
a thumbnail twice the decoding.
"""

from __future__ import annotations

import errno
import io
import itertools
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from core.errors import RecollectError
from core.images.decode import Picture

LONG_SIDE = 512
QUALITY = 85
_ENDING = ".jpg"
_ASIDE = ".part-"
_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_serial = itertools.count()
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


def shrink(picture: Picture) -> Image.Image:
    """The picture at most ``LONG_SIDE`` pixels long, never enlarged, at least one pixel wide."""
    image = picture.image if picture.image is not None else Image.fromarray(picture.pixels)
    longest = max(image.size)
    if longest <= LONG_SIDE:
        return image
    width, height = (max(1, round(side * LONG_SIDE / longest)) for side in image.size)
    # Hamming is nearly as sharp as bicubic when shrinking, at two thirds of its cost.
    return image.resize((width, height), Image.Resampling.HAMMING, reducing_gap=2.0)


def encode(image: Image.Image) -> bytes:
    """A thumbnail's bytes: baseline JPEG, 4:2:0, without metadata."""
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=QUALITY)
    return stream.getvalue()


class ThumbnailStore:
    """The thumbnails of one library under ``folder``. Derived: whatever is lost is made again.

    May be used from several threads and processes at once: files appear whole or not at all.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, fingerprint: bytes) -> Path:
        """Where the thumbnail of a content is, or would be."""
        name = fingerprint.hex()
        return self.folder / name[:2] / (name + _ENDING)

    def has(self, fingerprint: bytes) -> bool:
        """Whether there is a thumbnail (not whether it is sound: ``read`` finds out)."""
        return self.path(fingerprint).is_file()

    def write(self, fingerprint: bytes, picture: Picture) -> int:
        """Store the thumbnail of a picture; its size in bytes.

        Raises RecollectError ``disk.full`` or ``disk.forbidden``, and leaves no partial file.
        """
        return self.write_bytes(fingerprint, encode(shrink(picture)))

    def write_bytes(self, fingerprint: bytes, content: bytes) -> int:
        """Store an encoded thumbnail; its size in bytes. Raises like ``write``."""
        target = self.path(fingerprint)
        try:
            _write_aside(target, content)
        except OSError as error:
            raise self._explained(error, len(content)) from error
        return len(content)

    def read(self, fingerprint: bytes) -> bytes | None:
        """A thumbnail's bytes; None when there is none or it was damaged (then it is removed)."""
        path = self.path(fingerprint)
        try:
            content = path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        if content[:3] == b"\xff\xd8\xff" and content[-2:] == b"\xff\xd9":
            return content
        self.remove(fingerprint)
        return None

    def remove(self, fingerprint: bytes) -> None:
        """Remove a thumbnail; nothing happens when there is none."""
        self.path(fingerprint).unlink(missing_ok=True)

    def total_bytes(self) -> int:
        """Bytes of all thumbnails."""
        total = 0
        for entry in self._entries():
            try:
                total += entry.stat().st_size
            except FileNotFoundError:  # removed meanwhile
                continue
        return total

    def known(self) -> Iterator[bytes]:
        """The fingerprints that have a thumbnail."""
        for entry in self._entries():
            try:
                yield bytes.fromhex(entry.name.removesuffix(_ENDING))
            except ValueError:
                continue

    def clear_leftovers(self) -> int:
        """Remove files that a killed process left half-written; their number. For the only writer."""
        leftovers = [path for shard in self._shards() for path in shard.glob(_ASIDE + "*")]
        for path in leftovers:
            path.unlink(missing_ok=True)
        return len(leftovers)

    def _shards(self) -> list[Path]:
        if not self.folder.is_dir():
            return []
        return sorted(path for path in self.folder.iterdir() if len(path.name) == 2 and path.is_dir())

    def _entries(self) -> Iterator[os.DirEntry[str]]:
        for shard in self._shards():
            with os.scandir(shard) as entries:
                yield from (entry for entry in entries if entry.name.endswith(_ENDING))

    def _explained(self, error: OSError, needed: int) -> Exception:
        if error.errno in _FULL:
            free = _free_bytes(self.folder)
            return RecollectError(
                "disk.full",
                path=str(self.folder),
                free_mb=free // 1_000_000,
                needed_mb=max(1, needed // 1_000_000),
            )
        if error.errno in _FORBIDDEN:
            return RecollectError("disk.forbidden", path=str(self.folder))
        return error


def _write_aside(target: Path, content: bytes) -> None:
    aside = f"{target.parent}{os.sep}{_ASIDE}{os.getpid()}-{next(_serial)}"
    try:
        handle = os.open(aside, _NEW, 0o600)
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(aside, _NEW, 0o600)
    try:
        with os.fdopen(handle, "wb", buffering=0) as stream:
            view = memoryview(content)
            while view:
                view = view[stream.write(view) or 0 :]
        _put_in_place(aside, target)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise


def _put_in_place(aside: str, target: Path) -> None:
    try:
        os.replace(aside, target)
    except PermissionError:
        # Windows refuses while somebody reads the old one; that one shows the same photo.
        if os.name != "nt" or not target.exists():
            raise
        Path(aside).unlink()


def _free_bytes(folder: Path) -> int:
    for path in (folder, *folder.parents):
        if path.exists():
            return shutil.disk_usage(path).free
    return 0
