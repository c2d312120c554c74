"""Photos with captions, packed once into a work folder so that training never decodes twice."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image

from core.errors import RecollectError
from core.jobs import Token

Pixels = npt.NDArray[np.uint8]
SIDES = re.compile(r"\b(left|right)\b", re.IGNORECASE)
SPACE_BEFORE = re.compile(r"\s+([.,!?;:])")


@dataclass(frozen=True)
class Captioned:
    """Photos and what was said of each; every photo has at least one caption."""

    files: list[Path]
    captions: list[list[str]]

    def __len__(self) -> int:
        return len(self.files)

    @property
    def texts(self) -> list[str]:
        """All captions, photo after photo."""
        return [caption for captions in self.captions for caption in captions]

    @property
    def owner(self) -> npt.NDArray[np.int64]:
        """(captions,) number of the photo each of ``texts`` belongs to."""
        return np.repeat(np.arange(len(self)), [len(c) for c in self.captions])

    @property
    def sided(self) -> npt.NDArray[np.bool_]:
        """(photos,) True where a caption says left or right: such a photo must not be mirrored."""
        return np.array([any(SIDES.search(c) for c in captions) for captions in self.captions], dtype=bool)


def tidy(caption: str) -> str:
    """A caption without the spaces that its collectors left before full stops and commas."""
    return SPACE_BEFORE.sub(r"\1", " ".join(caption.split()))


def read_split(folder: Path, split: str) -> Captioned:
    """The photos of ``folder/split`` named in ``folder/captions.json`` ({split: {file: [caption]}})."""
    path = folder / "captions.json"
    if not path.is_file():
        raise RecollectError("train.data_missing", path=str(folder))
    named: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8")).get(split, {})
    found = [(folder / split / name, captions) for name, captions in named.items() if captions]
    found = [(file, captions) for file, captions in found if file.is_file()]
    if not found:
        raise RecollectError("train.data_missing", path=str(folder / split))
    return Captioned([f for f, _ in found], [[tidy(c) for c in captions] for _, captions in found])


PHOTO_ENDINGS = {".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".bmp"}


def read_folder(folder: Path) -> Captioned:
    """A person's own photos: captions.json ({file: [text]}), else a .txt beside each photo.

    Each line of such a text is one caption or one list of keywords separated by commas.
    """
    if not folder.is_dir():
        raise RecollectError("train.data_missing", path=str(folder))
    listing = folder / "captions.json"
    files: list[Path] = []
    captions: list[list[str]] = []
    named: dict[str, list[str]] = {}
    if listing.is_file():
        named = json.loads(listing.read_text(encoding="utf-8"))
    for file in sorted(p for p in folder.rglob("*") if p.suffix.lower() in PHOTO_ENDINGS):
        beside = file.with_suffix(".txt")
        said = named.get(file.relative_to(folder).as_posix(), [])
        if not said and beside.is_file():
            said = [line for line in beside.read_text(encoding="utf-8").splitlines() if line.strip()]
        if said:
            files.append(file)
            captions.append([tidy(c) for c in said])
    if not files:
        raise RecollectError("train.data_missing", path=str(folder))
    return Captioned(files, captions)


def square(image: Image.Image, size: int) -> Pixels:
    """The whole photo squeezed to (size, size, 3) uint8."""
    image = image.convert("RGB")
    if image.size != (size, size):
        image = image.resize((size, size), Image.Resampling.BICUBIC)
    return np.asarray(image, dtype=np.uint8)


def pack(files: Sequence[Path], size: int, out: Path, token: Token | None = None) -> Pixels:
    """Photos squeezed to (photos, size, size, 3) uint8 in one memory-mapped file, made once.

    ``out`` is written aside and renamed, so a file that is there is complete; it is made anew
    when the list of files or the size differs.
    """
    names = json.dumps([str(size), *(f"{f.parent.name}/{f.name}" for f in files)])
    listing = out.with_suffix(".json")
    if not (out.is_file() and listing.is_file() and listing.read_text(encoding="utf-8") == names):
        out.parent.mkdir(parents=True, exist_ok=True)
        aside = out.with_suffix(".part")
        shape = (len(files), size, size, 3)
        packed = np.lib.format.open_memmap(aside, mode="w+", dtype=np.uint8, shape=shape)
        for number, file in enumerate(files):
            if token is not None:
                token.check()
            with Image.open(file) as image:
                packed[number] = square(image, size)
        packed.flush()
        del packed
        aside.replace(out)
        listing.write_text(names, encoding="utf-8")
    stored: Pixels = np.load(out, mmap_mode="r")
    return stored


def resized(photos: Pixels, size: int) -> Pixels:
    """(photos, H, H, 3) -> (photos, size, size, 3), bicubic."""
    if photos.shape[1] == size:
        return np.ascontiguousarray(photos)
    return np.stack([square(Image.fromarray(photo), size) for photo in photos])


def lines(path: Path) -> list[str]:
    """The lines of a word list, without comments (#) and empty lines."""
    text = path.read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
