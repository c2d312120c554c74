"""Size and speed of the catalogue at 100,000 realistic photos, beside plain sqlite3 in the same run.

``python tests/bench/bench_catalogue.py [ROWS] [DIMENSION]``. Times are CPU-seconds of this process, so
that other work on the machine distorts them little.
"""

from __future__ import annotations

import os
import random
import sqlite3
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np

from core.catalogue import contents, photos
from core.catalogue import folders as folder_rows
from core.catalogue.store import Catalogue

CAMERAS = ("Canon EOS 5D Mark IV", "NIKON Z 6_2", "iPhone 13 Pro", "Pixel 7", "DSC-RX100M5")
LENSES = (
    "EF24-70mm f/2.8L II USM",
    "NIKKOR Z 24-120mm f/4 S",
    "iPhone 13 Pro back triple camera 5.7mm f/1.5",
)
ROOT = b"/home/someone/Pictures/Library"


def paths(count: int) -> list[bytes]:
    """Paths of about 80 bytes in directories of about 190 photos."""
    made = []
    for number in range(count):
        day = number // 190
        place = f"/{2005 + day // 60}/{day % 12 + 1:02}-{day % 28 + 1:02} Holiday at the lake {day:04}"
        made.append(ROOT + f"{place}/DSC_{number:07}.JPG".encode())
    return made


def measured(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def metadata(number: int, chance: random.Random) -> dict[str, Any]:
    return {
        "taken_at": 1.1e9 + number * 977.25,
        "taken_offset": 120,
        "taken_source": "exif",
        "camera": chance.choice(CAMERAS),
        "lens": chance.choice(LENSES),
        "exposure": f"1/{chance.randrange(30, 4000)} s · f/{chance.randrange(18, 110) / 10} · ISO 400",
        "latitude": 46 + chance.random(),
        "longitude": 8 + chance.random(),
        "altitude": chance.random() * 2000,
        "keywords": ("Holiday", "Lake Como", "family", f"Person {number % 40}") if number % 3 == 0 else (),
        "caption": "The boat at the pier, just before the storm" if number % 10 == 0 else None,
    }


def fill(store: Catalogue, count: int, dimension: int, batch: int = 256) -> tuple[float, float, int]:
    """Insert as a scan does, then attach and embed in the pipeline's batches. CPU-seconds of both."""
    chance = random.Random(7)
    names = paths(count)
    vectors = np.random.default_rng(7).standard_normal((batch, dimension)).astype(np.float32)
    with store.writing() as conn:
        folder = folder_rows.add(conn, ROOT, 0.0).id
        space = contents.space_id(conn, "bench", dimension)

    def insert() -> None:
        for start in range(0, count, 5000):
            new = [
                photos.NewPhoto(
                    path, 2049, 10_000_000 + start + i, 4_000_000 + i, 1_600_000_000_123_456_789 + i
                )
                for i, path in enumerate(names[start : start + 5000])
            ]
            with store.writing() as conn:
                photos.insert_waiting(conn, folder, new, 1.7e9)

    def read() -> None:
        after = 0
        while True:
            with store.reading() as conn:
                waiting = photos.waiting(conn, after_id=after, limit=batch)
            if not waiting:
                return
            after = waiting[-1].id
            with store.writing() as conn:
                ids = contents.add(
                    conn,
                    [
                        contents.NewContent(
                            photo.id.to_bytes(16, "little"), os.urandom(8), 4032, 3024, "jpeg"
                        )
                        for photo in waiting
                    ],
                )
                keys = [ids[photo.id.to_bytes(16, "little")] for photo in waiting]
                photos.attach(
                    conn,
                    [
                        photos.ReadPhoto(photo.id, key, **metadata(photo.id, chance))
                        for photo, key in zip(waiting, keys, strict=True)
                    ],
                )
                contents.add_embeddings(conn, space, np.array(keys), vectors[: len(keys)])

    return measured(insert)[0], measured(read)[0], space


def size_by_table(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as database:
        try:
            return dict(database.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name"))
        except sqlite3.OperationalError:
            return {}


def ceiling(folder: Path, count: int, dimension: int) -> dict[str, float]:
    """The same amounts through plain sqlite3: one table of paths and facts, one of vectors."""
    names = paths(count)
    vector = bytes(2 * dimension)
    with closing(sqlite3.connect(folder / "plain.sqlite3")) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE p (id INTEGER PRIMARY KEY, path BLOB UNIQUE, a, b, c, d, e)")
        database.execute("CREATE TABLE v (id INTEGER PRIMARY KEY, vector BLOB)")

        def write(sql: str, rows: Any) -> None:
            with database:
                database.executemany(sql, rows)

        found = {}
        found["insert"], _ = measured(
            lambda: write("INSERT INTO p VALUES (NULL, ?, 1, 2, 3, 4, 5)", [(name,) for name in names])
        )
        found["vectors"], _ = measured(
            lambda: write("INSERT INTO v VALUES (NULL, ?)", [(vector,) for _ in range(count)])
        )
        found["dict of paths"], _ = measured(
            lambda: {row[0]: row for row in database.execute("SELECT path, id, a, b, c, d, e FROM p")}
        )
        found["fetch nine columns"], _ = measured(
            lambda: database.execute("SELECT id, a, b, c, d, e, a, b, c FROM p").fetchall()
        )

        def read() -> None:
            cursor = database.execute("SELECT id, vector FROM v")
            while block := cursor.fetchmany(4096):
                np.frombuffer(b"".join([row[1] for row in block]), np.float16)

        found["read vectors"], _ = measured(read)
    return found


def reading(store: Catalogue, space: int, repeat: int = 3) -> dict[str, float]:
    """Median CPU-seconds of what scans, searches and the grid ask."""
    rng = np.random.default_rng(3)
    with store.reading() as conn:
        columns = photos.columns(conn)
        some = rng.choice(columns.photo_id, 200, replace=False).tolist()
        subset = rng.choice(columns.content_id, min(5000, len(columns.content_id)), replace=False)
        calls: dict[str, Callable[[], Any]] = {
            "known": lambda: photos.known(conn, 1),
            "columns": lambda: photos.columns(conn),
            "rows of 200": lambda: photos.rows(conn, some),
            "counts": lambda: photos.counts(conn),
            "embedding_keys": lambda: contents.embedding_keys(conn, space),
            "missing_embedding_count": lambda: contents.missing_embedding_count(conn, space),
            "iter_embeddings, all": lambda: [None for _ in contents.iter_embeddings(conn, space)],
            "iter_embeddings, 5,000 keys": lambda: [
                None for _ in contents.iter_embeddings(conn, space, subset)
            ],
            "waiting, none left": lambda: photos.waiting(conn, after_id=0, limit=256),
            "waiting_embedding, none left": lambda: photos.waiting_embedding(conn, space, 0, 256),
            "orphans": lambda: contents.orphans(conn),
        }
        return {
            name: sorted(measured(call)[0] for _ in range(repeat))[repeat // 2]
            for name, call in calls.items()
        }


def known_memory(store: Catalogue) -> int:
    with store.reading() as conn:
        tracemalloc.start()
        found = photos.known(conn, 1)
        size, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert found
    return size


def main(count: int = 100_000, dimension: int = 384) -> None:
    print(f"{count:,} photos, {dimension} numbers per vector; load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        plain = ceiling(folder, count, dimension)
        store = Catalogue.open(folder / "library")
        insert, read, space = fill(store, count, dimension)
        store.close()
        wall = time.perf_counter()
        store = Catalogue.open(folder / "library")
        opened = time.perf_counter() - wall
        size = store.path.stat().st_size
        tables = size_by_table(store.path)
        vectors = sum(size for name, size in tables.items() if "embeddings" in name)
        print(f"path length {sum(map(len, paths(count))) / count:.0f} bytes")
        print(
            f"file {size / 1e6:.1f} MB = {size / count:.0f} bytes per photo; without 2 bytes × dimension "
            f"{size / count - 2 * dimension:.0f} (limit 1,600)"
        )
        for name, part in sorted(tables.items(), key=lambda item: -item[1])[:12]:
            print(f"  {name:40} {part / count:7.1f} bytes per photo")
        print(
            f"  embeddings with their index {vectors / count:.0f} bytes per photo for {2 * dimension} of vector"
        )
        print(f"open, warm {opened * 1000:.1f} ms wall")
        print(f"insert_waiting {insert:.2f} CPU-s (plain insert {plain['insert']:.2f})")
        print(
            f"waiting + add + attach + add_embeddings, batches of 256 {read:.2f} CPU-s, "
            f"{count / read:,.0f} photos per CPU-s (plain insert of vectors alone {plain['vectors']:.2f})"
        )
        for name, seconds in reading(store, space).items():
            print(f"{name:30} {seconds * 1000:8.1f} ms CPU")
        for name in ("dict of paths", "fetch nine columns", "read vectors"):
            print(f"  plain sqlite3, {name:20} {plain[name] * 1000:8.1f} ms CPU")
        print(f"known keeps {known_memory(store) / 1e6:.1f} MB")
        wall = time.perf_counter()
        findings = store.check()
        print(f"check {time.perf_counter() - wall:.2f} s wall, {len(findings)} findings")
        wall = time.perf_counter()
        store.backup()
        print(f"backup {time.perf_counter() - wall:.2f} s wall")
        store.close()


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:3]))
