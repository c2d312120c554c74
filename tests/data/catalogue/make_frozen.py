"""Made the frozen catalogues beside it, each once, when its revision was the newest. Never make them again.

``python tests/data/catalogue/make_frozen.py 0001`` writes 0001.sqlite3: rows in every table of that
revision, written with plain SQL, because the program only knows the newest tables.
"""

from __future__ import annotations

import sqlite3
import struct
import sys
import zlib
from contextlib import closing
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[2]))

HALVES = struct.Struct("<4e")
FLOATS = struct.Struct("<4f")
# A version, two rows of three columns, and the cells, packed.
CELLS = struct.pack("<BHH", 1, 2, 3) + zlib.compress(bytes([31, 10, 224, 31, 224, 224]), 9)


def common(database: sqlite3.Connection) -> None:
    """Rows that are the same in all revisions so far."""
    database.executemany(
        "INSERT INTO folders (id, path, state, added_at, removed_at, scanned_at) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (1, b"/photos", "live", 1000.5, None, 2000.25),
            (2, b"/usb\xff\xfe", "offline", 1001.0, None, None),
            (3, b"/old", "waiting", 1002.0, 1700.0, 1500.0),
        ],
    )
    database.executemany(
        "INSERT INTO directories VALUES (?, ?)",
        [(1, b"/photos/"), (2, b"/photos/a\nb/"), (3, b"/usb\xff\xfe/"), (4, b"/old/")],
    )
    database.executemany(
        "INSERT INTO contents (id, fingerprint, width, height, format) VALUES (?, ?, ?, ?, ?)",
        [
            (1, b"1" * 16, 4032, 3024, "jpeg"),
            (2, b"\x00" * 15 + b"\xff", 1, 100_000, "png"),
            (3, b"3" * 16, 5, 7, "heic"),
        ],
    )
    database.executemany(
        "INSERT INTO spaces VALUES (?, ?, ?)", [(1, "align-abc-p1", 4), (2, "clip-def-p1", 4)]
    )


PHOTOS = [
    # id, folder, directory, name, device, inode, size, mtime_ns, content, added_at, missing_at, favourite, hidden
    (1, 1, 1, b"one.jpg", 2049, 11, 100, 1_600_000_000_123_456_789, 1, 1000.5, None, 1, 0),
    (2, 1, 1, b"copy of one.jpg", 2049, 12, 100, 1_600_000_001_000_000_000, 1, 1000.5, None, 0, 1),
    (3, 1, 2, b"caf\xc3\xa9.png", 2049, -1, 2**40, -1, 2, 1000.75, None, 0, 0),
    (4, 1, 2, b"cafe\xcc\x81.png", 2049, 14, 0, 0, None, 1000.75, None, 0, 0),
    (5, 2, 3, b"\xff\xfe.jpg", -5, 15, 7, 7, 3, 1001.0, None, 1, 1),
    (6, 3, 4, b"gone.jpg", 2049, 16, 8, 8, None, 1002.0, 1600.0, 1, 0),
]
METADATA = {
    1: (
        1.6e9,
        120,
        "exif",
        "NIKON Z 6_2",
        "NIKKOR Z",
        "1/250 s · f/2.8 · ISO 100",
        46.5,
        8.25,
        400.0,
        '["See", "été"]',
        "Am See",
    ),
    5: (-1.5, None, "name", None, None, None, None, None, None, None, "\U0001f40b"),
}


def rows_0001(database: sqlite3.Connection) -> None:
    common(database)
    nothing = (None,) * 11
    database.executemany(
        f"INSERT INTO photos VALUES ({', '.join('?' * 24)})",
        [(*photo, *METADATA.get(photo[0], nothing)) for photo in PHOTOS],
    )
    database.executemany(
        "INSERT INTO embeddings VALUES (?, ?, ?, ?)",
        [
            (1, 1, 1, HALVES.pack(1, 0, 0, 0)),
            (2, 1, 2, HALVES.pack(0, 0.5, -0.5, 0.25)),
            (3, 1, 3, HALVES.pack(0, 0, 0, 1)),
            (4, 2, 1, HALVES.pack(0, 0, 1, 0)),
        ],
    )
    database.execute(
        "INSERT INTO texts VALUES (1, 1, 'a photo of {}', 'Ein Wal \U0001f40b', ?)",
        (FLOATS.pack(1, 2, 3, 4),),
    )
    database.executemany(
        "INSERT INTO problems VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (1, 4, None, None, "photo.empty", "{}", 0, 0, "1", 1003.0),
            (
                2,
                None,
                1,
                b"/photos/secret\xff",
                "folder.forbidden",
                '{"path": "/photos/secret?"}',
                0,
                0,
                "",
                1004.0,
            ),
        ],
    )


def rows_0002(database: sqlite3.Connection) -> None:
    """As 0001, and what 0002 added."""
    common(database)
    nothing = (None,) * 11
    database.executemany(
        f"INSERT INTO photos VALUES ({', '.join('?' * 25)})",
        [(*photo, *METADATA.get(photo[0], nothing), 2 if photo[0] == 4 else None) for photo in PHOTOS],
    )
    database.execute("UPDATE folders SET videos = 12 WHERE id = 1")
    database.execute("UPDATE contents SET look = X'0123456789ABCDEF', complete = 0.75 WHERE id = 2")
    database.execute("INSERT INTO embeddings VALUES (1, 1, 1, ?)", (HALVES.pack(1, 0, 0, 0),))
    database.execute("INSERT INTO texts VALUES (1, 1, '{}', 'dog', ?)", (FLOATS.pack(1, 2, 3, 4),))
    database.executemany(
        "INSERT INTO problems VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (1, 4, None, None, "photo.empty", "{}", 0, 0, "1", 1003.0, 1, None),
            (2, 5, None, None, "photo.encode_failed", "{}", 7, 7, "1", 1003.0, 0, 1),
            (3, None, 1, b"/photos/secret\xff", "folder.forbidden", "{}", 0, 0, "", 1004.0, 0, None),
        ],
    )
    database.execute("""INSERT INTO stored_values VALUES ('calibration', '{"scale": 14.5}')""")


def rows_0003(database: sqlite3.Connection) -> None:
    """As 0002, and what 0003 added."""
    rows_0002(database)
    database.execute("UPDATE folders SET excludes = '*.tmp' WHERE id = 1")
    database.executemany(
        "INSERT INTO searches VALUES (?, ?, ?, ?, ?, ?)",
        [(1, None, b"dog -cat", 1005.0, 0, 0), (2, "Whales", b'like:"/usb\xff/w.jpg"', 1006.0, 1006.5, 3)],
    )
    database.execute("INSERT INTO apart VALUES (1, 1, 2)")


def rows_0004(database: sqlite3.Connection) -> None:
    """As 0003, and what 0004 added."""
    rows_0003(database)
    database.executemany(
        "INSERT INTO groups VALUES (?, ?, ?, ?, ?, ?)",
        [
            (1, 1, 1, 2, HALVES.pack(1, 0, 0, 0) + HALVES.pack(0, 0, 1, 0), CELLS),
            (2, 1, 3, 0, b"", CELLS),
            (3, 2, 1, 1, HALVES.pack(0, 1, 0, 0), CELLS),
        ],
    )


def main(revision: str) -> None:
    target = HERE / f"{revision}.sqlite3"
    if target.exists():
        raise SystemExit(f"{target} is frozen")
    from core.catalogue.migrations import run

    run.upgrade(target, revision)
    with closing(sqlite3.connect(target)) as database, database:
        database.execute("PRAGMA foreign_keys=ON")
        {"0001": rows_0001, "0002": rows_0002, "0003": rows_0003, "0004": rows_0004}[revision](database)
        assert not database.execute("PRAGMA foreign_key_check").fetchall()
    with closing(sqlite3.connect(target)) as database:
        database.execute("VACUUM")


if __name__ == "__main__":
    main(sys.argv[1])
