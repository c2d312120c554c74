"""What could not be read is tried again when it may have passed, and never more than once for each look."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from core.images import read
from core.jobs import Context, Event, Progress, Token
from core.library import IndexSummary, Library
from tests.photos import jpeg_bytes, make_photos, settle, write
from tests.tiny_models import make_tiny

ROOT = Path(__file__).resolve().parents[3]


def run(library: Library, *paths: Path, heard=None) -> IndexSummary:
    for path in paths:
        library.add_folder(path)
    return library.index_now(None, Context(Token(), 3, heard or (lambda event: None), lambda: None))


def listed(library: Library) -> dict[str, str]:
    return {os.path.basename(one.path).decode(): one.code for one in library.problems()}


class Reads:
    """Counts reads of files, and lets those of the named ones fail."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.failing: dict[int, int] = {}
        self.tried: list[int] = []
        self._whole = read._whole
        monkeypatch.setattr(read, "_whole", self._read)

    def fail(self, path: Path, number: int) -> None:
        self.failing[path.stat().st_ino] = number

    def _read(self, handle: int, size: int) -> bytes:
        file = os.fstat(handle).st_ino
        self.tried.append(file)
        if file in self.failing:
            raise OSError(self.failing[file], os.strerror(self.failing[file]))
        return self._whole(handle, size)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Reads:
    return Reads(monkeypatch)


def test_a_drive_pulled_while_reading_loses_nothing(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.settings.set("watch.quiet_seconds", 0.1)
    usb = tmp_path / "usb"
    make_photos(usb, 3)
    scandir = os.scandir

    def pulled(handle: int, size: int) -> bytes:
        patch.setattr(os, "scandir", failing)
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    def failing(place: str | bytes):
        # What ``stat`` says may still be remembered; what is on the drive cannot be read.
        if os.fsencode(place).startswith(os.fsencode(usb)):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return scandir(place)

    with monkeypatch.context() as patch:
        patch.setattr(read, "_whole", pulled)
        summary = run(library, usb)
    assert (summary.indexed, summary.failed) == (0, 0) and listed(library) == {}
    assert run(library).indexed == 3
    assert listed(library) == {}


@pytest.mark.parametrize(
    ("number", "code"), [(errno.EIO, "photo.not_read"), (errno.EACCES, "photo.forbidden")]
)
def test_one_file_that_fails_is_tried_once_for_each_look(
    library: Library, tmp_path: Path, reads: Reads, number: int, code: str
) -> None:
    library.settings.set("watch.quiet_seconds", 0.1)
    made = make_photos(tmp_path / "p", 2)
    broken = made[1].stat().st_ino
    reads.fail(made[1], number)
    for first in (True, False, False):
        # One that vanishes before it is read makes a patient run go over what waits several times.
        write(tmp_path / "p" / "vanishing.jpg", jpeg_bytes(9))

        def heard(event: Event) -> None:
            if isinstance(event, Progress) and event.text == "Getting ready":
                (tmp_path / "p" / "vanishing.jpg").unlink(missing_ok=True)

        reads.tried.clear()
        summary = run(library, tmp_path / "p", heard=heard)
        assert reads.tried.count(broken) == 1
        assert (summary.indexed, summary.failed) == (int(first), 1)
        assert summary.waiting == 1, "the vanished one: a listed problem does not wait"
        assert listed(library) == {"photo_0001.jpg": code}
    reads.failing.clear()
    assert run(library).indexed == 1
    assert listed(library) == {}


def test_broken_files_are_not_tried_again_by_themselves(
    library: Library, tmp_path: Path, reads: Reads
) -> None:
    make_photos(tmp_path / "p", 1)
    write(tmp_path / "p" / "bad.jpg", b"no picture")
    run(library, tmp_path / "p")
    reads.tried.clear()
    assert run(library).failed == 0 and reads.tried == []
    library.retry_problems()
    assert run(library).failed == 1 and len(reads.tried) == 1


def test_half_a_photo_is_found_while_it_waits_to_be_tried_again(library: Library, tmp_path: Path) -> None:
    data = jpeg_bytes(3, (640, 480))
    make_photos(tmp_path / "p", 1)
    write(tmp_path / "p" / "half.jpg", data[: len(data) * 8 // 10])
    run(library, tmp_path / "p")
    (tmp_path / "p").rename(tmp_path / "away")
    library.retry_problems()
    run(library)
    assert library.search("a dog").photos_searched == 2
    (tmp_path / "away").rename(tmp_path / "p")
    assert run(library).indexed == 1
    assert listed(library) == {"half.jpg": "photo.truncated"}


def test_a_damaged_thumbnail_does_not_stop_a_change_of_the_model(library: Library, tmp_path: Path) -> None:
    make_photos(tmp_path / "p", 4, size=(640, 480))
    run(library, tmp_path / "p")
    file = sorted((library.home / "thumbnails").rglob("*.jpg"))[0]
    file.write_bytes(b"\xff\xd8\xff" + b"garbage" * 40 + b"\xff\xd9")
    other = make_tiny("clip", tmp_path / "other", seed=5)
    library.use_model_now(str(other), Context(Token(), 3, lambda event: None, lambda: None))
    assert library.status().embedded == 4
    assert library.search("a dog").photos_searched == 4
    assert file.read_bytes()[:3] == b"\xff\xd8\xff" and b"garbage" not in file.read_bytes()


def test_a_raised_limit_takes_what_was_too_large(library: Library, tmp_path: Path, reads: Reads) -> None:
    library.settings.set("photo.max_megapixels", 10)
    (tmp_path / "p").mkdir()
    Image.new("RGB", (4000, 3000), "red").save(tmp_path / "p" / "large.png", compress_level=1)
    settle(tmp_path / "p" / "large.png")
    assert run(library, tmp_path / "p").failed == 1
    assert listed(library) == {"large.png": "photo.too_large"} and library.status().waiting == 0
    assert run(library).failed == 0 and len(reads.tried) == 1
    library.settings.set("photo.max_megapixels", 20)
    assert library.status().waiting == 1
    assert run(library).indexed == 1
    assert listed(library) == {}


def recollect(*arguments: str, code: int = 0) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "app", *arguments], cwd=ROOT, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == code and "Traceback" not in done.stderr, done
    return done


def test_on_the_command_line_all_listed_ones_are_tried_again(library: Library, tmp_path: Path) -> None:
    make_photos(tmp_path / "p", 1)
    for name in ("bad.jpg", "mended.jpg", "ignored.jpg"):
        write(tmp_path / "p" / name, b"no picture")
    run(library, tmp_path / "p")
    ignored = next(one.id for one in library.problems() if one.path.endswith(b"ignored.jpg"))
    library.ignore_problem(ignored)
    assert recollect("problems", "--retry", code=1).stderr.startswith("The library is open read-only")
    library.close()
    write(tmp_path / "p" / "mended.jpg", jpeg_bytes(50), age=60)

    done = recollect("problems", "--retry", "--json")
    (left,) = json.loads(done.stdout)
    assert set(left) == {"path", "class", "reason", "remedy"} and left["path"].endswith("bad.jpg")
    assert "2 tried again, 1 still with a problem." in done.stderr
    assert json.loads(recollect("status", "--json").stdout)["embedded"] == 2

    write(tmp_path / "p" / "bad.jpg", jpeg_bytes(51), age=60)
    done = recollect("problems", "--retry")
    assert done.stdout == "1 tried again, 0 still with a problem.\nNo problems.\n"
    assert recollect("problems", "--retry").stdout == "No problems.\n"
    assert json.loads(recollect("problems", "--retry", "--json").stdout) == []
