"""From a typed query to hits at 100,000 photos, beside the bare product of the same vectors.

python tests/bench/bench_query.py [--photos 100000]
The library is real; its vectors are drawn around the sample photos' real ones, with noise.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from core.models.runtime import prepare_environment  # noqa: E402

prepare_environment()

from core.catalogue import contents, folders, photos  # noqa: E402
from core.jobs import BACKGROUND, Context, Token, Turn  # noqa: E402
from core.library import Library  # noqa: E402

QUERIES = [
    "dog in the snow", "a red bus", "children playing football", "sunset over the sea", "birthday cake",
    "a man on a bicycle", "mountains", "a cat on a sofa", "people dancing", "a boat on a lake",
    "rock climbing", "a crowded street", "a girl in a pink dress", "a bridge at night", "a horse",
    "food on a table", "a swimming pool", "a guitar", "an old church", "flowers",
]  # fmt: skip


def fill(library: Library, count: int) -> None:
    """Photos without files: rows, contents and vectors as indexing would leave them."""
    base = library._models.index()
    real = base.sample(1000)
    random = np.random.default_rng(0)
    card = library._models.card()
    space = library._models.space_id(card)
    with library._shared.catalogue.writing() as conn:
        folder = folders.add(conn, b"/bench", 0.0).id
    for start in range(0, count, 10_000):
        size = min(10_000, count - start)
        paths = [b"/bench/%03d/IMG_%07d.JPG" % (n // 500, n) for n in range(start, start + size)]
        vectors = real[random.integers(0, len(real), size)] + random.normal(0, 0.03, (size, card.dimension))
        vectors = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
        with library._shared.catalogue.writing() as conn:
            new = [photos.NewPhoto(path, 1, start + at + 10, 1, 1) for at, path in enumerate(paths)]
            photos.insert_waiting(conn, folder, new, 0.0)
            prints = [b"%016d" % (start + at) for at in range(size)]
            ids = contents.add(conn, [contents.NewContent(one, None, 4000, 3000, "jpeg") for one in prints])
            contents.add_embeddings(conn, space, np.array([ids[one] for one in prints]), vectors)
            waiting = photos.waiting(conn, after_id=0, limit=size)
            photos.attach(
                conn,
                [
                    photos.ReadPhoto(row.id, ids[prints[at]], taken_at=1e9 + 60.0 * (start + at))
                    for at, row in enumerate(waiting)
                ],
            )


def main() -> None:
    """Fill, warm, then alternate query and bare product."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--photos", type=int, default=100_000)
    parser.add_argument("--pause", type=float, default=1.5, help="seconds between queries")
    options = parser.parse_args()
    count = options.photos
    with tempfile.TemporaryDirectory() as home:
        with Library.open(Path(home)) as library:
            library.add_samples()
            library.index_now(None, Context(Token(), BACKGROUND, lambda event: None, lambda: None))
            fill(library, count)
        with Library.open(Path(home)) as library:
            turn = Turn(1)
            library.warm_up()
            library.search("warm", turn)
            index = library._models.index()
            dense = index.vectors(index.keys()).astype(np.float32)
            whole, encode, bare = [], [], []
            for query in QUERIES:
                began = time.perf_counter()
                vector = library._models.encode_texts([f"a photo of {query}"], turn)[0]
                encode.append(time.perf_counter() - began)
                began = time.perf_counter()
                hits = library.search(query, turn)
                whole.append(time.perf_counter() - began - encode[-1])
                # As people do: the text's vector is stored meanwhile, and nothing is fresh any more.
                time.sleep(options.pause)
                began = time.perf_counter()
                scores = dense @ vector
                np.argpartition(scores, -100)
                bare.append(time.perf_counter() - began)
            assert hits.photos_searched >= count
    whole_ms, encode_ms, bare_ms = (1000 * statistics.median(times) for times in (whole, encode, bare))
    print(
        f"{count} photos: query to all hits with bands {whole_ms:.1f} ms beside encoding the text {encode_ms:.1f} ms;"
        f" bare product {bare_ms:.1f} ms, ratio {bare_ms / whole_ms:.2f}"
        f" (medians of {len(whole)}, load {os.getloadavg()[0]:.1f})"
    )


if __name__ == "__main__":
    main()
