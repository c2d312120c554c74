"""What a photo is: identity of its bytes, and its look.

The hash is SHA-256 cut to 16 bytes. Measured here (tests/bench/bench_images.py, 2.6 MB, processor
with SHA extensions): SHA-256 1.4 CPU-ms, BLAKE2b-128 2.8, SHA-512 3.0, BLAKE2s-128 4.9. On a
processor without these extensions BLAKE2b would be faster by a few milliseconds per photo.
"""

from __future__ import annotations

import hashlib

import numpy as np
from numpy.typing import NDArray
from PIL import Image

SIDE = 32
KEPT = 8


def fingerprint(data: bytes) -> bytes:
    """16 bytes that name these bytes and no others. Frees the interpreter lock while it counts."""
    return hashlib.sha256(data, usedforsecurity=False).digest()[:16]


def _waves() -> NDArray[np.float32]:
    """The lowest ``KEPT`` + 1 rows of the type-2 cosine transform over ``SIDE`` samples."""
    row = np.arange(KEPT + 1)[:, None]
    column = np.arange(SIDE)[None, :]
    return np.cos(np.pi * (2 * column + 1) * row / (2 * SIDE)).astype(np.float32)


_WAVES = _waves()


def look(pixels: NDArray[np.uint8]) -> bytes:
    """8-byte perceptual hash (DCT, 64 bits) of (h, w, 3) or (h, w) pixels at any scale.

    Few bits differ after re-saving, resizing or a small change of brightness; about 32 of 64 differ
    between unrelated photos. After Zauner, "Implementation and Benchmarking of Perceptual Image
    Hash Functions" (2010), with the zero frequencies left out, so that brightness does not count.
    """
    return look_of_image(Image.fromarray(np.ascontiguousarray(pixels)))


def look_of_image(image: Image.Image) -> bytes:
    """The look of a Pillow picture of mode L or RGB."""
    # The gap lets Pillow average whole blocks first: three times cheaper, and no bit of these changes.
    size = (SIDE, SIDE)
    small = image.resize(size, Image.Resampling.BILINEAR, reducing_gap=3.0).convert("L")
    grey = np.asarray(small, dtype=np.float32)
    low = (_WAVES @ grey @ _WAVES.T)[1:, 1:]
    bits = low > np.median(low)
    return np.packbits(bits.ravel()).tobytes()
