"""A full disk loses nothing that was committed; neither does SIGKILL at any moment."""

from __future__ import annotations

import json
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from core.catalogue import audit, contents, photos
from core.catalogue.store import Catalogue

ROOT = Path(__file__).resolve().parents[3]

mounting = pytest.mark.skipif(
    sys.platform != "linux"
    or shutil.which("unshare") is None
    or subprocess.run(["unshare", "-m", "true"], capture_output=True, check=False).returncode != 0,
    reason="needs mount namespaces",
)

# Fills a tiny disk, says what was committed before the error, frees space, goes on.
FILL = """
import json, sys
from pathlib import Path
import numpy as np
from core.catalogue import contents, folders, photos
from core.catalogue.store import Catalogue
from core.errors import RecollectError
home = Path(sys.argv[1])
ballast = home / "ballast"
ballast.write_bytes(bytes(600_000))
store = Catalogue.open(home)
with store.writing() as conn:
    folder = folders.add(conn, b"/p", 1.0).id
    space = contents.space_id(conn, "s", 384)

def batch(number):
    with store.writing() as conn:
        new = [photos.NewPhoto(b"/p/%d-%d.jpg" % (number, i), 1, number * 100 + i, 3, 4) for i in range(20)]
        photos.insert_waiting(conn, folder, new, 1.0)
        waiting = photos.waiting(conn, after_id=0, limit=100)
        ids = contents.add(conn, [contents.NewContent(b"%016d" % p.id, None, 1, 1, "png") for p in waiting])
        photos.attach(conn, [photos.ReadPhoto(p.id, ids[b"%016d" % p.id]) for p in waiting])
        keys = np.array([ids[b"%016d" % p.id] for p in waiting])
        contents.add_embeddings(conn, space, keys, np.ones((len(keys), 384), np.float32))

def state():
    with store.reading() as conn:
        return [photos.counts(conn).indexed, len(contents.embedding_keys(conn, space)), store.check()]

done, said = 0, None
while said is None and done < 1000:
    try:
        batch(done)
        done += 1
    except RecollectError as error:
        said = [error.code, error.reason, error.facts["needed_mb"]]
full = state()
try:
    store.backup()
    backup = "made"
except RecollectError as error:
    backup = error.code
left = [path.name for path in (home / "backups").iterdir()] if (home / "backups").exists() else []
store.close()
store = Catalogue.open(home)
reopened = state()
ballast.unlink()
batch(done)
after = state()
store.close()
print(json.dumps(dict(done=done, said=said, full=full, backup=backup, left=left, reopened=reopened, after=after)))
"""

TINY = """
import sys
from pathlib import Path
from core.catalogue.store import Catalogue
from core.errors import RecollectError
try:
    Catalogue.open(Path(sys.argv[1]))
except RecollectError as error:
    print(error.code, sorted(path.name for path in Path(sys.argv[1]).iterdir()))
"""


def on_tiny_disk(folder: Path, kilobytes: int, script: str) -> str:
    folder.mkdir()
    command = 'mount -t tmpfs -o size="$4"k tmpfs "$1" && exec "$2" -c "$3" "$1"'
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", command, "sh", folder, sys.executable, script, str(kilobytes)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@mounting
def test_a_full_disk_keeps_what_was_committed_and_goes_on_later(tmp_path: Path) -> None:
    said = json.loads(on_tiny_disk(tmp_path / "disk", 2048, FILL))
    done = said["done"]
    assert done > 3
    assert said["said"][0] == "disk.full" and said["said"][2] >= 1
    assert "is full (" in said["said"][1]
    assert said["full"] == [20 * done, 20 * done, []]
    assert (said["backup"], said["left"]) == ("disk.full", [])
    assert said["reopened"] == said["full"]
    assert said["after"] == [20 * done + 20, 20 * done + 20, []]


@mounting
@pytest.mark.parametrize("kilobytes", [4, 40])
def test_a_disk_too_small_for_a_new_catalogue(tmp_path: Path, kilobytes: int) -> None:
    said = on_tiny_disk(tmp_path / "disk", kilobytes, TINY)
    assert said == "disk.full ['catalogue.lock']\n"


# Writes batches as the pipeline does and says each number once it is committed.
WRITE = """
import sys
from pathlib import Path
import numpy as np
from core.catalogue import contents, folders, photos
from core.catalogue.store import Catalogue
store = Catalogue.open(Path(sys.argv[1]), read_only=False)
with store.writing() as conn:
    folder = folders.add(conn, b"/p", 1.0).id
    space = contents.space_id(conn, "s", 384)
    start = photos.counts(conn).contents
number = start
while True:
    with store.writing() as conn:
        new = [photos.NewPhoto(b"/p/%d.jpg" % (number + i), 1, number + i, 3, 4) for i in range(32)]
        photos.insert_waiting(conn, folder, new, 1.0)
        waiting = photos.waiting(conn, after_id=0, limit=100)
        prints = [b"%016d" % photo.id for photo in waiting]
        ids = contents.add(conn, [contents.NewContent(print_, None, 1, 1, "png") for print_ in prints])
        photos.attach(conn, [photos.ReadPhoto(p.id, ids[b"%016d" % p.id]) for p in waiting])
        keys = np.array([ids[print_] for print_ in prints])
        contents.add_embeddings(conn, space, keys, np.ones((32, 384), np.float32))
        if number % 320 == 0:
            photos.mark_gone(conn, [waiting[0].id], 2.0)
    number += 32
    print(number, flush=True)
"""


def kill_while_writing(folder: Path, seed: int) -> None:
    """One writer, killed at a random moment after its first commit; then everything said is there."""
    process = subprocess.Popen([sys.executable, "-c", WRITE, folder], cwd=ROOT, stdout=subprocess.PIPE)
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(random.Random(seed).uniform(0.0, 0.4))
    process.send_signal(signal.SIGKILL)
    said = [first, *process.stdout.read().split()]
    process.stdout.close()
    process.wait()
    committed = int(said[-1])
    with Catalogue.open(folder, read_only=False) as catalogue:
        assert catalogue.check() == []
        with catalogue.reading() as conn:
            space = contents.list_spaces(conn)["s"][0]
            assert audit.findings(conn, space) == []
            counts = photos.counts(conn)
            assert counts.waiting == 0
            assert committed <= counts.photos + counts.gone <= committed + 32
            assert counts.contents == counts.photos + counts.gone


def test_killed_three_times_needs_no_repair(tmp_path: Path) -> None:
    for seed in range(3):
        kill_while_writing(tmp_path, seed)


@pytest.mark.slow
def test_killed_twenty_times_needs_no_repair(tmp_path: Path) -> None:
    for seed in range(100, 120):
        kill_while_writing(tmp_path, seed)
