"""One photo's way in with its surroundings: what is remembered, what is tried again, how much memory it takes."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from core.catalogue import contents, folders, photos, problems
from core.catalogue.store import Catalogue
from core.errors import Cancelled, RecollectError
from core.images import read
from core.images.decode import Limits, decode
from core.images.fingerprint import fingerprint
from core.images.thumbnails import ThumbnailStore
from core.ingest import stages
from core.ingest.pipeline import Counts, Pipeline
from core.ingest.stages import Later, Read, Reader, Wanted, decoder_version
from core.jobs import Turn
from tests.photos import jpeg_bytes, write

ROOT = Path(__file__).resolve().parents[3]


class Colours:
    """An encoder that says what colour a photo has."""

    space = "colours"
    dimension = 3
    input_long_side = 8
    input_short_side = 8

    def __init__(self) -> None:
        self.passes = 0

    def prepare(self, pixels: np.ndarray) -> np.ndarray:
        return pixels.mean((0, 1))

    def encode_photos(self, batch: Sequence[Any], turn: Turn) -> np.ndarray:
        self.passes += len(batch)
        return (np.stack(batch) / 255 + 0.01).astype(np.float32)


class Intake:
    """A catalogue with one folder, and all that takes its photos in."""

    def __init__(self, place: Path) -> None:
        self.folder = place / "photos"
        self.folder.mkdir()
        self.catalogue = Catalogue.open(place / "home", role="test")
        self.thumbnails = ThumbnailStore(place / "thumbnails")
        self.encoder = Colours()
        self.limits = Limits()
        self.index: dict[int, np.ndarray] = {}
        with self.catalogue.writing() as conn:
            self.folder_id = folders.add(conn, os.fsencode(self.folder), 1.0).id
            self.space = contents.space_id(conn, "colours", 3)

    @property
    def version(self) -> str:
        return decoder_version(self.limits)

    def look(self) -> None:
        """What a scan does, as far as it matters here."""
        with self.catalogue.writing() as conn:
            known = photos.known(conn, self.folder_id)
            for path in sorted(self.folder.iterdir()):
                facts = path.stat()
                found = (facts.st_dev, facts.st_ino, facts.st_size, facts.st_mtime_ns)
                before = known.get(os.fsencode(path))
                if before is None:
                    photos.insert_waiting(
                        conn, self.folder_id, [photos.NewPhoto(os.fsencode(path), *found)], 1.0
                    )
                elif (before.size, before.mtime_ns) != found[2:]:
                    photos.mark_changed(conn, [(before.id, *found)])
            problems.due_again(conn, self.folder_id)
            problems.clear_places(conn, self.folder_id)

    def wanted(self) -> list[Wanted]:
        with self.catalogue.reading() as conn:
            rows = photos.waiting(conn, after_id=0, limit=999, decoder_version=self.version)
        return [Wanted(row.id, row.path, row.folder_id, row.size, row.mtime_ns) for row in rows]

    def pipeline(self, **more: Any) -> Pipeline:
        def searchable(ids: np.ndarray) -> np.ndarray:
            return np.array([int(one) in self.index for one in ids], np.bool_)

        def committed(commit: Any) -> None:
            self.index.update(zip(commit.keys.tolist(), commit.vectors, strict=False))

        return Pipeline(
            self.catalogue,
            Reader(self.encoder, self.thumbnails, self.limits),
            self.encoder,
            self.space,
            Turn(),
            self.version,
            searchable,
            **{"committed": committed, **more},
        )

    def take_in(self, source: Sequence[Wanted] | None = None) -> Counts:
        return self.pipeline().run(self.wanted() if source is None else source)

    def listed(self) -> dict[str, str]:
        with self.catalogue.reading() as conn:
            return {os.path.basename(row.path).decode(): row.code for row in problems.list_all(conn)}

    def row(self, name: str) -> photos.PhotoRow:
        with self.catalogue.reading() as conn:
            row = photos.find(conn, os.fsencode(self.folder / name))
        assert row is not None
        return row


@pytest.fixture
def intake(tmp_path: Path) -> Iterator[Intake]:
    made = Intake(tmp_path)
    yield made
    made.catalogue.close()


def counted(counts: Counts) -> tuple[int, int, int]:
    return counts.indexed, counts.failed, counts.later


# what passes, and what does not -------------------------------------------------------------------


def failing_reads(monkeypatch: pytest.MonkeyPatch, number: int, path: Path | None = None) -> list[bool]:
    """Reading ``path`` (None: any file) fails with this error while the answer's first item is True."""
    whole = read._whole
    switch = [True]

    def fail(handle: int, size: int) -> bytes:
        if switch[0] and (path is None or os.fstat(handle).st_ino == path.stat().st_ino):
            raise OSError(number, os.strerror(number))
        return whole(handle, size)

    monkeypatch.setattr(read, "_whole", fail)
    return switch


def test_a_drive_pulled_while_reading_leaves_no_problems(
    intake: Intake, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        write(intake.folder / f"{number}.jpg", jpeg_bytes(number))
    intake.look()
    pulled = failing_reads(monkeypatch, errno.EIO)
    monkeypatch.setattr(read, "_has_entries", lambda folder: not pulled[0])
    assert counted(intake.take_in()) == (0, 0, 3)
    assert intake.listed() == {}
    pulled[0] = False
    assert counted(intake.take_in()) == (3, 0, 0)


def test_a_file_its_drive_cannot_read_is_a_problem_tried_at_each_look_once(
    intake: Intake, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        write(intake.folder / f"{number}.jpg", jpeg_bytes(number))
    intake.look()
    loose = failing_reads(monkeypatch, errno.EIO, intake.folder / "1.jpg")
    assert counted(intake.take_in()) == (2, 1, 0)
    for _ in range(2):
        assert intake.listed() == {"1.jpg": "photo.not_read"}
        assert intake.wanted() == []
        intake.look()
        assert counted(intake.take_in()) == (0, 1, 0)
    loose[0] = False
    assert intake.wanted() == []
    intake.look()
    assert counted(intake.take_in()) == (1, 0, 0)
    assert intake.listed() == {}


@pytest.mark.parametrize("where", ["decode", "shrink"])
def test_too_little_memory_is_tried_again_at_the_next_look(
    intake: Intake, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    write(intake.folder / "a.jpg", jpeg_bytes(1))
    intake.look()

    def fail(*_: object, **__: object) -> None:
        raise RecollectError("photo.no_memory") if where == "decode" else MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(read if where == "decode" else stages, where, fail)
        assert counted(intake.take_in()) == (0, 1, 0)
    assert intake.listed() == {"a.jpg": "photo.no_memory"} and intake.wanted() == []
    intake.look()
    assert counted(intake.take_in()) == (1, 0, 0)
    assert intake.listed() == {}


def test_a_forbidden_photo_is_tried_at_each_look(intake: Intake, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests may run as root, who may read everything: opening it is made to fail."""
    write(intake.folder / "a.jpg", jpeg_bytes(1))
    intake.look()
    shut = failing_reads(monkeypatch, errno.EACCES)
    for _ in range(3):
        assert counted(intake.take_in()) == (0, 1, 0)
        assert intake.listed() == {"a.jpg": "photo.forbidden"} and intake.wanted() == []
        intake.look()
    shut[0] = False
    assert counted(intake.take_in()) == (1, 0, 0)
    assert intake.listed() == {}


@pytest.mark.parametrize(
    ("small", "code"),
    [
        (Limits(max_megapixels=0.001), "photo.too_large"),
        (Limits(max_file_mb=0), "photo.file_too_large"),
    ],
)
def test_a_raised_limit_takes_what_was_too_large(intake: Intake, small: Limits, code: str) -> None:
    write(intake.folder / "a.jpg", jpeg_bytes(1))
    write(intake.folder / "broken.jpg", b"no picture")
    intake.look()
    intake.limits = small
    assert counted(intake.take_in()) == (0, 2, 0)
    assert intake.listed()["a.jpg"] == code
    intake.look()
    assert intake.wanted() == []
    intake.limits = Limits()
    assert counted(intake.take_in()) == (1, 1, 0)
    assert intake.listed() == {"broken.jpg": "photo.unreadable"} and intake.wanted() == []


def test_a_better_decoder_makes_more_of_half_a_photo(intake: Intake, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its description, thumbnail and vector are made anew; until then the half is found."""
    whole = np.full((480, 640, 3), 250, np.uint8)
    whole[240:] = np.random.default_rng(1).integers(0, 60, (240, 640, 3))
    stream = io.BytesIO()
    Image.fromarray(whole).save(stream, "JPEG", quality=95)
    data = stream.getvalue()
    write(intake.folder / "half.jpg", data[: len(data) * 7 // 10])
    intake.look()
    assert counted(intake.take_in()) == (1, 0, 0)
    before = intake.row("half.jpg")
    assert before.complete is not None and 0.5 <= before.complete < 0.9
    assert intake.listed() == {"half.jpg": "photo.truncated"} and intake.wanted() == []
    vector = intake.index[before.content_id or 0]

    monkeypatch.setattr(stages, "DECODER_VERSION", 2)
    assert [one.photo_id for one in intake.wanted()] == [before.id]
    better = decode(data, long_side=0)
    monkeypatch.setattr(read, "decode", lambda *_, **__: better)
    assert counted(intake.take_in()) == (1, 0, 0)
    after = intake.row("half.jpg")
    assert (after.content_id, after.complete, after.height) == (before.content_id, 1.0, 480)
    assert intake.listed() == {} and intake.wanted() == []
    stored = intake.thumbnails.read(after.fingerprint or b"")
    assert stored is not None and decode(stored, long_side=0).height == 384
    assert intake.index[after.content_id or 0].mean() < vector.mean()
    assert intake.encoder.passes == 2


def test_the_same_half_read_again_is_not_encoded_again(
    intake: Intake, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = jpeg_bytes(3, (640, 480))
    write(intake.folder / "half.jpg", data[: len(data) * 8 // 10])
    intake.look()
    intake.take_in()
    monkeypatch.setattr(stages, "DECODER_VERSION", 2)
    assert counted(intake.take_in()) == (1, 0, 0)
    assert intake.encoder.passes == 1
    assert intake.listed() == {"half.jpg": "photo.truncated"} and intake.wanted() == []


# damaged thumbnails -------------------------------------------------------------------------------


def damaged(data: bytes, how: str) -> bytes:
    if how == "garbage":
        return b"\xff\xd8\xff" + b"garbage" * 40 + b"\xff\xd9"
    return data[:40] + b"\xff\xd9"


@pytest.mark.parametrize("how", ["garbage", "head only"])
def test_a_damaged_thumbnail_is_made_anew_from_the_photo(intake: Intake, how: str) -> None:
    data = jpeg_bytes(5, (640, 480))
    write(intake.folder / "a.jpg", data)
    intake.look()
    intake.take_in()
    row = intake.row("a.jpg")
    print_ = fingerprint(data)
    good = intake.thumbnails.read(print_)
    assert good is not None
    intake.thumbnails.write_bytes(print_, damaged(good, how))

    wanted = Wanted(row.id, row.path, 0, row.size, row.mtime_ns, row.content_id, print_)
    outcome = Reader(Colours(), intake.thumbnails)(wanted)
    assert isinstance(outcome, Read) and outcome.metadata is not None
    assert intake.thumbnails.read(print_) == good
    outcome = Reader(Colours(), intake.thumbnails)(wanted)
    assert isinstance(outcome, Read) and outcome.metadata is None


def test_a_damaged_thumbnail_of_a_photo_that_is_away_stops_nothing(intake: Intake) -> None:
    names = ("a.jpg", "b.jpg", "c.jpg")
    for number, name in enumerate(names):
        write(intake.folder / name, jpeg_bytes(number))
    intake.look()
    intake.take_in()
    rows = [intake.row(name) for name in names]
    intake.thumbnails.write_bytes(rows[0].fingerprint or b"", damaged(b"", "garbage"))
    (intake.folder / "a.jpg").unlink()
    intake.index.clear()
    wanted = [
        Wanted(row.id, row.path, 0, row.size, row.mtime_ns, row.content_id, row.fingerprint) for row in rows
    ]
    assert counted(intake.take_in(wanted)) == (2, 0, 1)


def test_half_a_photo_read_again_for_its_thumbnail_keeps_its_problem(intake: Intake) -> None:
    data = jpeg_bytes(3, (640, 480))
    write(intake.folder / "half.jpg", data[: len(data) * 8 // 10])
    intake.look()
    intake.take_in()
    row = intake.row("half.jpg")
    assert row.fingerprint is not None
    intake.thumbnails.remove(row.fingerprint)
    wanted = Wanted(row.id, row.path, 0, row.size, row.mtime_ns, row.content_id, row.fingerprint)
    assert counted(intake.take_in([wanted])) == (1, 0, 0)
    assert intake.listed() == {"half.jpg": "photo.truncated"}


def test_too_little_memory_leaves_a_thumbnail_alone(intake: Intake, monkeypatch: pytest.MonkeyPatch) -> None:
    data = jpeg_bytes(5)
    write(intake.folder / "a.jpg", data)
    intake.look()
    intake.take_in()
    row = intake.row("a.jpg")

    def fail(*_: object, **__: object) -> None:
        raise RecollectError("photo.no_memory")

    monkeypatch.setattr(stages, "decode", fail)
    wanted = Wanted(row.id, row.path, 0, row.size, row.mtime_ns, row.content_id, row.fingerprint)
    assert isinstance(Reader(Colours(), intake.thumbnails)(wanted), Read)
    assert intake.thumbnails.has(fingerprint(data))


# memory -------------------------------------------------------------------------------------------

_MANY_LARGE = """
import io, os, sys, threading, time
from pathlib import Path
from PIL import Image
sys.path[:0] = [{root!r}, {here!r}]
from test_ingest_pipeline import Intake
from tests.photos import write
intake = Intake(Path(sys.argv[1]))
stream = io.BytesIO()
Image.new("RGB", (10_000, 6_000), (200, 30, 30)).save(stream, "PNG", compress_level=1)
for number in range(6):
    write(intake.folder / f"{{number}}.png", stream.getvalue() + bytes([number]))
intake.look()
def rss(name):
    return int(next(line for line in open("/proc/self/status") if line.startswith(name)).split()[1]) / 1024
before = rss("VmRSS")
counts = intake.pipeline(workers=int(sys.argv[2])).run(intake.wanted())
intake.catalogue.close()
print(len(stream.getvalue()) / 1e6 < 2, counts.indexed, rss("VmHWM") - before)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc")
@pytest.mark.parametrize(("workers", "most"), [(2, 300), (4, 550)])
def test_small_files_that_become_large_stay_under_the_roof(tmp_path: Path, workers: int, most: int) -> None:
    """60 megapixels of one colour take 230 MB; four decoders together would take 900.

    Under the roof of 256 MB that two decoders have, and of 512 that four have, one and two fit.
    """
    code = _MANY_LARGE.format(root=str(ROOT), here=str(Path(__file__).parent))
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path, str(workers)], capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    small, indexed, grown = done.stdout.split()
    print(f"six of 60 megapixels with {workers} decoders: +{float(grown):.0f} MB")
    assert (small, indexed) == ("True", "6")
    assert 200 < float(grown) < most


def test_ordinary_photos_ask_for_no_more_than_was_foreseen() -> None:
    """JPEGs are decoded at a reduced scale: nothing holds them back."""
    from core.ingest import pipeline

    for size in ((4000, 3000), (6000, 8000), (1200, 800), (300, 200)):
        stream = io.BytesIO()
        Image.new("RGB", size, (9, 90, 200)).save(stream, "JPEG", quality=85)
        asked: list[int] = []
        decode(stream.getvalue(), long_side=512, short_side=224, room=asked.append)
        wanted = Wanted(1, b"", 1, len(stream.getvalue()), 0)
        assert asked[0] <= pipeline._cost(wanted), size


def test_a_cancel_ends_those_that_wait_for_room(intake: Intake) -> None:
    for number in range(8):
        write(intake.folder / f"{number}.jpg", jpeg_bytes(number))
    intake.look()
    inside, go, waiting = threading.Event(), threading.Event(), threading.Semaphore(0)

    def reader(wanted: Wanted, room: Any) -> Any:
        waiting.release()
        room(1 << 40)
        inside.set()
        assert go.wait(10)
        return Later(wanted, "growing")

    pipeline = intake.pipeline(workers=4)
    pipeline.reader = reader
    ended: list[BaseException] = []

    def run() -> None:
        try:
            pipeline.run(intake.wanted())
        except Cancelled as error:
            ended.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    assert inside.wait(10)
    for _ in range(4):
        assert waiting.acquire(timeout=10)
    pipeline.turn.token.cancel()
    time.sleep(0.5)
    go.set()
    thread.join(10)
    assert not thread.is_alive() and len(ended) == 1


def test_our_own_mistake_with_one_file_is_logged_and_the_run_goes_on(intake: Intake, expected_logs) -> None:
    write(intake.folder / "a.jpg", jpeg_bytes(1))
    intake.look()
    expected_logs("a.jpg failed")
    pipeline = intake.pipeline()

    def reader(wanted: Wanted, room: Any) -> Any:
        raise ZeroDivisionError

    pipeline.reader = reader
    assert counted(pipeline.run(intake.wanted())) == (0, 1, 0)
    assert intake.listed() == {"a.jpg": "photo.unreadable"}
