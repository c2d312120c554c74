"""One read of a file: every way it can go wrong, on real files."""

from __future__ import annotations

import errno
import os
import socket
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
from images_support import corners, saved, scene
from PIL import Image
from PIL.PngImagePlugin import PngImageFile

from core.errors import Cancelled, RecollectError
from core.images import read
from core.images.decode import Limits, decode
from core.images.fingerprint import fingerprint, look
from core.images.read import ChangedWhileRead, read_bytes, read_photo

posix = pytest.mark.skipif(os.name == "nt", reason="POSIX files")


def put(folder: Path, data: bytes, name: str | bytes = "IMG_20210506_123456.jpg") -> bytes:
    path = os.fsencode(folder) + b"/" + os.fsencode(name)
    with open(path, "wb") as stream:
        stream.write(data)
    return path


def test_one_read_gives_everything(tmp_path: Path) -> None:
    data = saved(scene(1600, 1200), quality=85)
    path = put(tmp_path, data)
    result = read_photo(path, long_side=512, short_side=289)
    assert result.fingerprint == fingerprint(data)
    assert result.size == len(data) and result.mtime_ns == os.stat(path).st_mtime_ns
    assert np.array_equal(result.picture.pixels, decode(data, long_side=512, short_side=289).pixels)
    assert result.look == look(result.picture.pixels)
    assert result.metadata.taken_source == "name"
    assert read_photo(path, name="other.jpg").metadata.taken_source == "mtime"


@posix
@pytest.mark.parametrize(
    "name",
    [
        b"new\nline.jpg",
        "emoji 🐶.jpg",
        "‏right-to-left.jpg",
        "é.jpg",
        "é.jpg",
        b"invalid \xff\xfe.jpg",
        b" .jpg",
    ],
)
def test_any_name_is_an_ordinary_photo(tmp_path: Path, name: str | bytes) -> None:
    assert read_photo(put(tmp_path, saved(corners()), name)).picture.width == 60


def test_the_file_is_opened_once(tmp_path: Path) -> None:
    path = put(tmp_path, saved(corners()))
    opened: list[object] = []

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and arguments and arguments[0] == path:
            opened.append(arguments)

    sys.addaudithook(watch)
    read_photo(path)
    assert len(opened) == 1


def test_vanished(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_photo(os.fsencode(tmp_path) + b"/gone.jpg")


def code_of(path: bytes, **options: object) -> str:
    with pytest.raises(RecollectError) as caught:
        read_photo(path, **options)
    assert "?" not in caught.value.reason
    return caught.value.code


def test_empty_and_too_large_files(tmp_path: Path) -> None:
    assert code_of(put(tmp_path, b"")) == "photo.empty"
    path = put(tmp_path, saved(scene(1600, 1200), quality=95))
    assert code_of(path, limits=Limits(max_file_mb=0)) == "photo.file_too_large"
    sparse = os.fsencode(tmp_path) + b"/sparse.tif"
    with open(sparse, "wb") as stream:
        stream.truncate(3 << 30)
    assert code_of(sparse) == "photo.file_too_large"


@posix
def test_things_that_are_no_files_do_not_hang(tmp_path: Path) -> None:
    folder = tmp_path / "folder.jpg"
    folder.mkdir()
    assert code_of(os.fsencode(folder)) == "photo.unreadable"
    pipe = tmp_path / "pipe.jpg"
    os.mkfifo(pipe)
    assert code_of(os.fsencode(pipe)) == "photo.unreadable"
    name = tmp_path / "s.jpg"
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(name))
        assert code_of(os.fsencode(name)) == "photo.unreadable"
    (tmp_path / "zero.jpg").symlink_to("/dev/zero")
    assert code_of(os.fsencode(tmp_path / "zero.jpg")) == "photo.unreadable"
    (tmp_path / "loop.jpg").symlink_to("loop.jpg")
    assert code_of(os.fsencode(tmp_path / "loop.jpg")) == "photo.unreadable"
    assert code_of(os.fsencode(tmp_path) + b"/" + b"x" * 300 + b".jpg") == "photo.unreadable"


@posix
def test_no_permission(tmp_path: Path) -> None:
    """Tests may run as root, who may read everything: a child with another user id tries."""
    path = put(tmp_path, saved(corners()))
    os.chmod(path, 0)
    for folder in (tmp_path, *tmp_path.parents):
        if folder.owner() == "root" and folder != Path("/tmp") and folder != Path("/"):
            folder.chmod(0o755)
    code = f"""
import os
from core.errors import RecollectError
from core.images.decode import decode
from core.images.read import read_photo
if os.geteuid() == 0: os.setuid(65534)
try: read_photo({path!r})
except RecollectError as error: print(error.code)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "photo.forbidden"


def test_a_file_that_grows_or_shrinks_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = saved(scene(400, 300))
    whole = read._whole
    for change in (data + b"more", data[:100], data):
        path = put(tmp_path, data)
        os.utime(path, ns=(1, 1))

        def read_and_change(handle: int, size: int, change: bytes = change, path: bytes = path) -> bytes:
            found = whole(handle, size)
            with open(path, "r+b") as stream:
                stream.truncate(0)
                stream.write(change)
            return found

        monkeypatch.setattr(read, "_whole", read_and_change)
        with pytest.raises(ChangedWhileRead):
            read_photo(path)
    monkeypatch.undo()
    assert read_photo(path).picture.width == 400


@pytest.mark.parametrize(
    ("number", "outcome"),
    [
        (errno.EIO, "photo.not_read"),
        (errno.EINVAL, "photo.unreadable"),
        (errno.EPERM, "photo.forbidden"),
        (errno.EACCES, "photo.forbidden"),
        (errno.ENODEV, ""),
        (errno.ESTALE, ""),
        (errno.ENXIO, ""),
        (errno.ETIMEDOUT, ""),
        (errno.ENOTCONN, ""),
        (errno.EMFILE, ""),
        (errno.ENOMEM, ""),
    ],
)
def test_errors_of_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, outcome: str
) -> None:
    """A drive that fails cannot be had in a test: the read itself is made to fail."""
    path = put(tmp_path, saved(corners()))

    def fail(handle: int, size: int) -> bytes:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(read, "_whole", fail)
    if outcome:
        assert code_of(path) == outcome
    else:
        with pytest.raises(OSError) as caught:
            read_photo(path)
        assert caught.value.errno == number


@pytest.mark.parametrize("away", ["folder gone", "empty mount point", "folder fails too"])
def test_a_drive_pulled_while_reading_says_nothing_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, away: str
) -> None:
    folder = tmp_path / "usb"
    folder.mkdir()
    path = put(folder, saved(corners()))
    scandir = os.scandir

    def pulled(handle: int, size: int) -> bytes:
        if away == "folder fails too":
            monkeypatch.setattr(os, "scandir", failing)
        else:
            folder.rename(tmp_path / "pulled")
            if away == "empty mount point":
                folder.mkdir()
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    def failing(place: bytes):
        if place == os.fsencode(folder):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return scandir(place)

    monkeypatch.setattr(read, "_whole", pulled)
    with pytest.raises(OSError) as caught:
        read_photo(path)
    assert caught.value.errno == errno.EIO and caught.value.errno in read.OFFLINE


# memory ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "mode", "bytes_a_pixel", "options"),
    [
        ("PNG", "RGB", 4, {}),
        ("PNG", "RGBA", 8, {}),
        ("PNG", "L", 1, {}),
        ("PNG", "P", 5, {}),
        ("PNG", "I;16", 12, {}),
        ("JPEG", "RGB", 4 / 16, {}),  # decoded at a quarter
        ("JPEG", "RGB", 4 / 16 + 3, {"progressive": True}),
        ("JPEG", "RGB", 4 / 16 + 6, {"progressive": True, "subsampling": 0}),
        ("WEBP", "RGB", 16, {}),
        ("AVIF", "RGB", 10, {}),
        ("JPEG2000", "RGB", 20, {}),
        ("GIF", "P", 5, {}),
        ("TIFF", "F", 25, {}),
    ],
)
def test_room_is_asked_for_what_decoding_takes(
    tmp_path: Path, form: str, mode: str, bytes_a_pixel: float, options: dict[str, object]
) -> None:
    """The numbers a pixel are those measured; a photo's bytes are counted too."""
    picture = scene(1600, 1200)
    if mode == "I;16":
        picture = Image.fromarray(np.asarray(picture.convert("L")).astype(np.uint16) * 257)
    else:
        picture = picture.quantize(64) if mode == "P" else picture.convert(mode)
    data = saved(picture, form, **options)
    asked: list[int] = []
    read_photo(put(tmp_path, data, "a.jpg"), long_side=400, room=asked.append)
    assert [round((one - len(data)) / (1600 * 1200), 2) for one in asked] == [round(bytes_a_pixel, 2)]


def test_what_room_raises_is_raised_before_anything_is_decoded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(needed: int) -> None:
        raise Cancelled

    monkeypatch.setattr(PngImageFile, "load", lambda image: pytest.fail("it was decoded"))
    with pytest.raises(Cancelled):
        read_photo(put(tmp_path, saved(corners(), "PNG"), "a.png"), room=closed)


@pytest.mark.parametrize("error", [MemoryError(), OSError("out of memory error when reading image file")])
def test_too_little_memory_is_told_from_a_broken_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(image: object) -> None:
        raise error

    path = put(tmp_path, saved(scene(320, 200), "PNG"), "a.png")
    monkeypatch.setattr(PngImageFile, "load", fail)
    assert code_of(path) == "photo.no_memory"


def test_handles_are_given_back(tmp_path: Path) -> None:
    good, bad = put(tmp_path, saved(corners())), put(tmp_path, b"no picture", "b.jpg")
    before = len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0
    for _ in range(50):
        read_bytes(good)
        code_of(bad)
    after = len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0
    assert after <= before + 1


def test_placeholders_of_cloud_drives_are_not_opened() -> None:
    class Facts:
        st_file_attributes = 0x00400000

    with pytest.raises(RecollectError) as caught:
        read._refuse_placeholder(Facts())  # type: ignore[arg-type]
    assert caught.value.code == "photo.cloud_only"
    Facts.st_file_attributes = 0x20
    read._refuse_placeholder(Facts())  # type: ignore[arg-type]


def test_short_reads_are_put_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = saved(scene(400, 300))
    path = put(tmp_path, data)
    monkeypatch.setattr(read, "_CHUNK", 1000)
    assert read_bytes(path)[0] == data


def test_many_threads_read_alike(tmp_path: Path) -> None:
    paths = [put(tmp_path, saved(scene(300, 200, seed)), f"{seed}.jpg") for seed in range(4)]
    wanted = [read_photo(path).look for path in paths]
    wrong: list[bytes] = []

    def work() -> None:
        for _ in range(5):
            wrong.extend(p for p, w in zip(paths, wanted, strict=True) if read_photo(p).look != w)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong
