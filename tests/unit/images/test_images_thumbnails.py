"""Thumbnails on disk."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
from images_support import P3, bag, corners, profile, saved, scene, with_chunk, with_xmp, xmp
from PIL import Image

from core.errors import RecollectError
from core.images.decode import Picture, decode
from core.images.thumbnails import LONG_SIDE, ThumbnailStore

KEY = bytes(range(16))


def picture_of(image: Image.Image) -> Picture:
    return decode(saved(image, "PNG"), long_side=512, short_side=289)


def test_sizes(tmp_path: Path) -> None:
    store = ThumbnailStore(tmp_path / "thumbnails")
    for size, wanted in (
        ((1600, 1200), (512, 384)),
        ((600, 900), (341, 512)),
        ((100, 50), (100, 50)),
        ((1, 4000), (1, 512)),
        ((512, 512), (512, 512)),
        ((1, 1), (1, 1)),
    ):
        written = store.write(KEY, picture_of(scene(*size)))
        content = store.read(KEY)
        assert content is not None and len(content) == written
        shown = Image.open(io.BytesIO(content))
        assert shown.size == wanted and max(shown.size) <= LONG_SIDE
        assert shown.format == "JPEG" and "exif" not in shown.info and "icc_profile" not in shown.info


def test_it_looks_like_the_photo(tmp_path: Path) -> None:
    store = ThumbnailStore(tmp_path)
    image = scene(1024, 768)
    data = saved(image, quality=92)
    store.write(KEY, decode(data, long_side=512))
    shown = np.asarray(Image.open(io.BytesIO(store.read(KEY) or b"")), dtype=float)
    wanted = np.asarray(image.resize((512, 384), Image.Resampling.LANCZOS), dtype=float)
    assert np.abs(shown - wanted).mean() < 4
    alone = Picture(np.asarray(corners()), 60, 40, "png", 1.0)  # without Pillow's copy
    assert store.write(KEY, alone) > 0


def test_nothing_of_the_photos_texts_gets_into_it(tmp_path: Path) -> None:
    store = ThumbnailStore(tmp_path)
    secret = xmp(bag("dc:subject", "secret")).encode()
    icc = profile(b"RGB ", P3)
    for data in (
        with_xmp(saved(corners(), exif=b"Exif\0\0II*\0secret", comment=b"secret", icc_profile=icc), secret),
        with_chunk(
            saved(corners(), "PNG"), b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + secret + b" " * 100_000
        ),
    ):
        store.write(KEY, decode(data, long_side=512))
        content = store.read(KEY) or b""
        assert b"secret" not in content and b"ICC" not in content and len(content) < 3000


def test_where_they_are(tmp_path: Path) -> None:
    store = ThumbnailStore(tmp_path / "new" / "thumbnails")
    assert store.read(KEY) is None and not store.has(KEY)
    assert store.total_bytes() == 0 and list(store.known()) == []
    store.remove(KEY)
    other = b"\xff" * 16
    sizes = [store.write(key, picture_of(corners())) for key in (KEY, other)]
    assert store.path(KEY) == tmp_path / "new" / "thumbnails" / "00" / (KEY.hex() + ".jpg")
    assert store.has(KEY) and sorted(store.known()) == [KEY, other]
    assert store.total_bytes() == sum(sizes)
    store.remove(KEY)
    assert list(store.known()) == [other]
    (store.folder / "00" / "stranger.jpg").write_bytes(b"x")
    (store.folder / "00" / ".part-left").write_bytes(b"x")
    (store.folder / "README").write_bytes(b"x")
    assert list(store.known()) == [other]
    assert store.clear_leftovers() == 1
    assert not (store.folder / "00" / ".part-left").exists()


@pytest.mark.parametrize("damage", [b"", b"\xff\xd8", None, bytes(3000)])
def test_a_damaged_one_is_removed(tmp_path: Path, damage: bytes | None) -> None:
    store = ThumbnailStore(tmp_path)
    store.write(KEY, picture_of(scene(600, 400)))
    content = store.read(KEY) or b""
    store.path(KEY).write_bytes(content[: len(content) // 2] if damage is None else damage)
    assert store.read(KEY) is None
    assert not store.has(KEY)
    store.write(KEY, picture_of(scene(600, 400)))
    assert store.read(KEY) == content


def test_many_writers_of_one_photo(tmp_path: Path) -> None:
    store = ThumbnailStore(tmp_path)
    picture = picture_of(scene(600, 400))
    bad: list[object] = []

    def work() -> None:
        for _ in range(20):
            store.write(KEY, picture)
            content = store.read(KEY)
            if content is None or content[-2:] != b"\xff\xd9":
                bad.append(content)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not bad
    assert [entry.name for entry in store.path(KEY).parent.iterdir()] == [KEY.hex() + ".jpg"]


def test_disk_full_leaves_nothing_behind(tmp_path: Path) -> None:
    """A real file system of 100 KB, in a mount namespace of its own."""
    code = f"""
import os, subprocess, sys
sys.path[:0] = ["tests/unit/images"]
folder = {str(tmp_path)!r}
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=100k", "tmpfs", folder], check=True)
from pathlib import Path
from images_support import saved, scene
from core.errors import RecollectError
from core.images.decode import decode
from core.images.thumbnails import ThumbnailStore
store = ThumbnailStore(Path(folder) / "thumbnails")
picture = decode(saved(scene(512, 512)), long_side=512)
done = 0
try:
    for number in range(100):
        store.write(bytes([0] * 15 + [number]), picture)
        done += 1
except RecollectError as error:
    print(done, error.code, sorted(error.facts), error.reason)
names = [p for p in Path(folder).rglob("*") if p.is_file()]
assert len(names) == done, names
assert all(store.read(key) for key in list(store.known()))
"""
    done = subprocess.run(
        ["unshare", "-m", sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": "."},
    )
    if "unshare" in done.stderr or "mount:" in done.stderr:
        pytest.skip("no right to mount here")
    assert done.returncode == 0, done.stderr
    assert "disk.full ['free_mb', 'needed_mb', 'path']" in done.stdout and int(done.stdout.split()[0]) >= 1


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid"), reason="POSIX users")
def test_a_folder_one_may_not_write_to(tmp_path: Path) -> None:
    (tmp_path / "thumbnails").mkdir(mode=0o555)
    for folder in (tmp_path, *tmp_path.parents):
        if folder.owner() == "root" and folder not in (Path("/"), Path("/tmp")):
            folder.chmod(0o755)
    code = f"""
import os, sys
sys.path[:0] = ["tests/unit/images"]
from pathlib import Path
from images_support import corners, saved
from core.errors import RecollectError
from core.images.decode import decode
from core.images.thumbnails import ThumbnailStore
picture = decode(saved(corners()), long_side=0)
if os.geteuid() == 0: os.setuid(65534)
try: ThumbnailStore(Path({str(tmp_path)!r}) / "thumbnails").write(bytes(16), picture)
except RecollectError as error: print(error.code)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "disk.forbidden"


def test_disk_full_as_an_error_of_the_system(tmp_path: Path) -> None:
    """The disk has room again: nothing of the failed attempt is in the way."""
    store = ThumbnailStore(tmp_path / "file")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OSError):
        store.write(KEY, picture_of(corners()))
    with pytest.raises(RecollectError) as caught:
        raise store._explained(OSError(28, "No space left on device"), 60_000)
    assert caught.value.code == "disk.full" and "?" not in caught.value.reason
