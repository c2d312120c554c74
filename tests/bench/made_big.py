"""Large libraries made fast: 100,000 photos that are there, indexed, with thumbnails, in half a minute.

The photos are hard links to a few hundred real ones, each with a fingerprint, a vector and a thumbnail of
its own (a link too), as if all were different.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from core.catalogue import contents, folders, photos  # noqa: E402
from core.jobs import BACKGROUND, Context, Token  # noqa: E402
from core.library import Library  # noqa: E402
from tests.bench.camera_photos import make_camera_jpegs  # noqa: E402

A_FOLDER = 1000
_BLOCK = 10_000


def link_tree(root: Path, originals: list[Path], count: int) -> None:
    """``count`` hard links below ``root``, a thousand to a folder."""
    sources = [os.fspath(one) for one in originals]
    for number in range(count):
        if number % A_FOLDER == 0:
            folder = root / f"{number // A_FOLDER:04}"
            folder.mkdir(parents=True)
            place = os.fspath(folder)
        os.link(sources[number % len(sources)], f"{place}/IMG_{number:07}.jpg")


def copy_tree(root: Path, originals: list[Path], count: int) -> None:
    """``count`` files of their own below ``root``, a thousand to a folder, an hour old."""
    contents_ = [one.read_bytes() for one in originals]
    past = time.time() - 3600
    for number in range(count):
        if number % A_FOLDER == 0:
            folder = root / f"{number // A_FOLDER:04}"
            folder.mkdir(parents=True)
            place = os.fspath(folder)
        path = f"{place}/IMG_{number:07}.jpg"
        with open(path, "wb", buffering=0) as file:
            file.write(contents_[number % len(contents_)])
        os.utime(path, (past, past))


def make_library(place: Path, count: int, real: int = 300) -> None:
    """A library in ``place/home`` with ``count`` photos below ``place/tree``.

    ``place`` must be on the same file system as the photos it makes below ``place/originals``.
    """
    originals = make_camera_jpegs(place / "originals", real, 0.5)
    past = os.stat(originals[0]).st_mtime - 86_400
    for one in originals:
        os.utime(one, (past, past))
    link_tree(place / "tree", originals, count)
    with Library.open(place / "home") as library:
        library.add_folder(place / "originals")
        library.index_now(None, Context(Token(), BACKGROUND, lambda event: None, lambda: None))
        _fill(library, place / "tree", originals, count)


def _fill(library: Library, tree: Path, originals: list[Path], count: int) -> None:
    """Rows, contents, vectors and thumbnails as indexing the tree would leave them."""
    store = library._shared.thumbnails
    prints = [store.path(one) for one in store.known()]
    stats = [one.stat() for one in originals]
    vectors_of = library._models.index().sample(len(originals))
    random = np.random.default_rng(0)
    card = library._models.card()
    space = library._models.space_id(card)
    for shard in range(256):
        (store.folder / f"{shard:02x}").mkdir(exist_ok=True)
    folder = library.add_folder(tree).id
    for start in range(0, count, _BLOCK):
        numbers = range(start, min(start + _BLOCK, count))
        names = [hashlib.blake2b(b"%d" % number, digest_size=16).digest() for number in numbers]
        for number, name in zip(numbers, names, strict=True):
            os.link(prints[number % len(prints)], store.path(name))
        new = []
        for number in numbers:
            stat = stats[number % len(stats)]
            path = os.fsencode(tree / f"{number // A_FOLDER:04}" / f"IMG_{number:07}.jpg")
            new.append(photos.NewPhoto(path, stat.st_dev, stat.st_ino, stat.st_size, stat.st_mtime_ns))
        near = vectors_of[random.integers(0, len(vectors_of), len(new))]
        vectors = near + random.normal(0, 0.03, (len(new), card.dimension))
        vectors = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
        with library._shared.catalogue.writing() as conn:
            photos.insert_waiting(conn, folder, new, 0.0)
            ids = contents.add(conn, [contents.NewContent(one, None, 900, 600, "jpeg") for one in names])
            contents.add_embeddings(conn, space, np.array([ids[one] for one in names]), vectors)
            waiting = photos.waiting(conn, after_id=0, limit=len(new))
            read = [
                photos.ReadPhoto(row.id, ids[names[at]], taken_at=1e9 + 3600.0 * (start + at))
                for at, row in enumerate(waiting)
            ]
            photos.attach(conn, read)
    with library._shared.catalogue.writing() as conn:
        folders.set_state(conn, folder, "live")


def new_photos(place: Path, large: int = 500) -> Path:
    """Photos of 2 and of 12 megapixels, new to the library."""
    folder = place / "new"
    if not folder.exists():
        cache = Path(tempfile.gettempdir())
        sources = make_camera_jpegs(cache / "recollect-bench-2mp", 500, 2, 1)
        sources += make_camera_jpegs(cache / "recollect-bench-12mp", large, 12)
        folder.mkdir(parents=True)
        # Both kinds by turns, as they come: the rate stays the same.
        order = np.random.default_rng(0).permutation(len(sources))
        for number, source in enumerate(order):
            os.link(sources[source], folder / f"NEW_{number:05}.jpg")
    return folder


def copied(library: Path, home: Path) -> None:
    """A library's home, its thumbnails as hard links: what the program does to them is undone so."""
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(library, home, ignore=shutil.ignore_patterns("thumbnails"))
    shutil.copytree(library / "thumbnails", home / "thumbnails", copy_function=os.link)
