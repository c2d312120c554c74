"""A catalogue of a few hundred photos with odd values, made without files, and what is true of each photo."""

from __future__ import annotations

import json
import os
import unicodedata
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from core.catalogue import folders, photos
from core.catalogue.connect import raw
from core.catalogue.store import Catalogue
from core.query.matcher import PhotoFacts

NOW = 1_750_000_000.0
DAY = 86_400.0

NAMES = (
    "IMG_{n:04}.JPG",
    "img_{n:04}.jpg",
    "Café {n}.jpg",
    unicodedata.normalize("NFD", "Café am Môle {n}.jpg"),
    "Straße [{n}].png",
    "golden gate bridge {n}.heic",
    "two\nlines {n}.jpg",
    ".{n}",
    "snow{n}.tar.JPEG",
)
PLACES = (
    "Trips/Norway",
    "Trips/Norway2",
    "trips/norway/Oslo",
    "Ünder/" + unicodedata.normalize("NFD", "Grün"),
    "Ünder/Grün/deep/er",
    "",
)
ROOTS = (b"/pictures/one", b"/pictures/Two", b"/drive/away", b"/pictures/removed", b"/pictures/one/inner")
CAMERAS = (None, "", "Google Pixel 6", "Google Pixel 6 Pro", "NIKON D750", "Caméra Ö")
LENSES = (None, "", "50mm f/1.8", "Canon EF 24-70mm")
KEYWORDS: tuple[tuple[str, ...], ...] = (
    (),
    ("beach",),
    ("red boat", "Norway"),
    ("red", "boat"),
    ("Straße", "❤"),
    ("café crème", "C++", "two\nwords", 'quo"ted'),
    (unicodedata.normalize("NFD", "Fjällräven"), "北京 长城"),
    ("snow_man",),
)
CAPTIONS = (None, "", "A red boat on the beach", "CAFÉ at night", "The boat's wake – Ålesund", "\ufb01sh")
FORMATS = ("jpeg", "jpeg", "png", "heic", "raw", "raw")
SIDES = (
    (4000, 3000),
    (3000, 4000),
    (1030, 1000),
    (1029, 1000),
    (1000, 1000),
    (970, 1000),
    (971, 1000),
    (0, 0),
)


def made(home: Path, seed: int = 1, count: int = 300) -> Catalogue:
    """A new catalogue in ``home``: several folders (one offline, one removed, one inside another), copies,
    RAW beside JPEG, photos gone, hidden, waiting, undated, older than 1970, and names that are no text.
    """
    random = Random(f"catalogue {seed}")
    catalogue = Catalogue.open(home)
    with catalogue.writing() as conn:
        known = [folders.add(conn, path, NOW - 900 * DAY).id for path in ROOTS]
        for folder, state in zip(known, ("live", "polling", "offline", "live", "seen"), strict=True):
            folders.set_state(conn, folder, state)
        database = raw(conn)
        for key in range(1, count * 3 // 4):
            width, height = random.choice(SIDES)
            database.execute(
                "INSERT INTO contents (id, fingerprint, width, height, format) VALUES (?, ?, ?, ?, ?)",
                (key * 3, key.to_bytes(16, "big"), width, height, random.choice(FORMATS)),
            )
        rows = [_row(random, number, count * 3 // 4 - 1) for number in range(count)]
        for row in rows:
            _insert(database, known, row)
        for row in [row for row in rows if row["format_of"] is not None][:40]:
            _beside(database, random, known, row)
        folders.remove(conn, known[3], NOW - DAY)
    return catalogue


def _row(random: Random, number: int, contents: int) -> dict[str, Any]:
    root = random.randrange(len(ROOTS))
    place = os.fsencode(random.choice(PLACES))
    name = os.fsencode(random.choice(NAMES).format(n=number))
    if number % 17 == 0:
        name = b"bad \xff\xfe " + name
    if number % 23 == 0:
        place = b"odd \xff/" + place
    dated = random.random()
    taken = None
    if dated < 0.8:
        taken = random.choice(
            (random.uniform(-2e9, 0), random.uniform(0, NOW), NOW - random.uniform(0, 40) * DAY, 0.0, -1.0)
        )
    latitude, longitude = random.choice(
        (
            (None, None),
            (59.91, 10.75),
            (-33.9, 151.2),
            (0.0, 180.0),
            (0.0, -179.99),
            (48.2, None),
            (None, 16.3),
        )
    )
    keywords = random.choice(KEYWORDS)
    return {
        "id": number * 2 + 5,
        "root": root,
        "directory": b"/".join(part for part in (ROOTS[root], place) if part).rstrip(b"/") + b"/",
        "name": name,
        "size": random.choice((0, 10, 1_999_999, 2_000_000, 5_000_001, 2**33)),
        # A tenth wait to be read, a few contents are those of many photos.
        "content_id": None
        if number % 10 == 9
        else 3 * random.choice((1, 2, 3, *([1 + number % contents] * 9))),
        "added_at": NOW - random.choice((0, 1, 6, 6.5, 7, 7.5, 30, 800)) * DAY - random.uniform(0, DAY),
        "gone_at": NOW if number % 13 == 0 else None,
        "favourite": random.random() < 0.2,
        "hidden": random.random() < 0.15,
        "taken_at": taken,
        "taken_offset": None if taken is None else random.choice((None, 0, 120, -720, 840)),
        "taken_source": None if taken is None else random.choice(("exif", "xmp", "name", "mtime", None)),
        "camera": random.choice(CAMERAS),
        "lens": random.choice(LENSES),
        "latitude": latitude,
        "longitude": longitude,
        "keywords": json.dumps(keywords, ensure_ascii=False) if keywords else random.choice((None, "", "[]")),
        "caption": random.choice(CAPTIONS),
        "format_of": None,
    }


def _insert(database: Any, known: list[int], row: dict[str, Any]) -> None:
    database.execute("INSERT INTO directories (path) VALUES (?) ON CONFLICT DO NOTHING", (row["directory"],))
    (directory,) = database.execute(
        "SELECT id FROM directories WHERE path = ?", (row["directory"],)
    ).fetchone()
    found = database.execute("SELECT format FROM contents WHERE id = ?", (row["content_id"],)).fetchone()
    row["format_of"] = found[0] if found and found[0] == "raw" and not row["name"].startswith(b".") else None
    if row["format_of"]:
        row["name"] = row["name"].rpartition(b".")[0] + b".NEF"
    values = {name: value for name, value in row.items() if name not in ("root", "directory", "format_of")}
    values |= {"folder_id": known[row["root"]], "directory_id": directory, "device": 1, "inode": row["id"]}
    values |= {"mtime_ns": int(NOW * 1e9)}
    names = ", ".join(values)
    database.execute(
        f"INSERT INTO photos ({names}) VALUES ({', '.join('?' * len(values))})", tuple(values.values())
    )


def _beside(database: Any, random: Random, known: list[int], row: dict[str, Any]) -> None:
    """One or two pictures beside a RAW file, and one that only begins like it."""
    jpegs = [key for (key,) in database.execute("SELECT id FROM contents WHERE format != 'raw'")]
    stem = row["name"].rpartition(b".")[0]
    suffixes = random.sample((b".JPG", b".heic", b".edited.jpg", b"-2.jpg"), random.choice((1, 2, 3)))
    for place, suffix in enumerate(suffixes):
        # Ids between those of the others.
        other = row | {
            "id": row["id"] * 10_000 + place,
            "name": stem + suffix,
            "content_id": random.choice(jpegs),
        }
        _insert(database, known, other | {"hidden": random.random() < 0.1})


def facts_of(catalogue: Catalogue, today: date) -> dict[int, PhotoFacts]:
    """What is true of each photo that can be shown, read one by one."""
    with catalogue.reading() as conn:
        ids = [row[0] for row in raw(conn).execute("SELECT id FROM photos ORDER BY id")]
        rows = photos.rows(conn, ids)
    shown = [r for r in rows if r.content_id is not None and r.gone_at is None and not r.folder_removed]
    number: dict[int | None, int] = {}
    for row in shown:
        number[row.content_id] = number.get(row.content_id, 0) + 1
    return {row.id: _facts(row, number[row.content_id] > 1, today) for row in shown}


def _facts(row: photos.PhotoRow, duplicate: bool, today: date) -> PhotoFacts:
    path = row.path.decode("utf-8", "surrogateescape")
    folder, name = os.path.split(path)
    taken = None
    if row.taken_at is not None and row.taken_offset is not None:
        taken = (datetime(1970, 1, 1) + timedelta(seconds=row.taken_at, minutes=row.taken_offset)).date()
    elif row.taken_at is not None:
        taken = datetime.fromtimestamp(row.taken_at).date()
    added = datetime.fromtimestamp(row.added_at).date()
    return PhotoFacts(
        name=name,
        path=path,
        folder=folder,
        taken=taken,
        added=added,
        format=row.format or "",
        camera=row.camera,
        lens=row.lens,
        width=row.width or 0,
        height=row.height or 0,
        size=row.size,
        latitude=row.latitude,
        longitude=row.longitude,
        keywords=row.keywords,
        caption=row.caption,
        favourite=row.favourite,
        hidden=row.hidden,
        duplicate=duplicate,
        raw=row.format == "raw",
        offline=row.folder_state == "offline",
        new=added > today - timedelta(days=7),
        dated=row.taken_at is not None and row.taken_source != "mtime",
    )
