"""Saving and opening: what comes back, and what becomes of missing, damaged, cut, swapped and foreign files."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from core.errors import RecollectError
from core.index import store as store_module
from core.index.files import page_sums, subfolder
from core.index.index import Index
from core.jobs import Token

D, SPACE = 16, "starter-0123456789ab-p1"


def unit(n: int, seed: int = 0) -> np.ndarray:
    x = np.random.default_rng(seed).standard_normal((n, D)).astype(np.float32)
    return (x / np.linalg.norm(x, axis=1, keepdims=True)).astype(np.float16).astype(np.float32)


VECTORS = unit(5000)


def make(folder: Path, n: int = 5000, graph: bool = False, space: str = SPACE) -> Path:
    index = Index.open(folder, space, D, answers="hnsw")
    index.add(np.arange(n), VECTORS[:n])
    index.save()
    if graph:
        index.build_graph(Token())
    index.close()
    return folder / space


def opened(folder: Path, **more) -> Index:
    return Index.open(folder, SPACE, D, **more)


def refill(keys: np.ndarray):
    yield keys, VECTORS[keys]


def assert_whole(index: Index, n: int = 5000) -> None:
    assert index.keys().tolist() == list(range(n))
    np.testing.assert_array_equal(index.vectors(np.arange(n)), VECTORS[:n])


def flip(path: Path, at: int) -> None:
    with open(path, "r+b") as stream:
        stream.seek(at)
        byte = stream.read(1)[0]
        stream.seek(at)
        stream.write(bytes([byte ^ 0x10]))


def only_file(folder: Path, suffix: str) -> Path:
    (path,) = folder.glob(f"*{suffix}")
    return path


def test_what_was_saved_comes_back(tmp_path: Path) -> None:
    make(tmp_path)
    index = opened(tmp_path)
    assert index.findings == [] and index.verify() == [] and index.generation == 1
    assert_whole(index)
    index.remove(np.arange(0, 5000, 2))
    index.add([7, 10**12], VECTORS[:2])
    index.save()
    index.close()
    again = opened(tmp_path)
    assert again.findings == [] and again.generation == 2 and again.count == 2501
    assert again.keys().tolist() == [*range(1, 5000, 2), 10**12]
    np.testing.assert_array_equal(again.vectors([7, 10**12, 9]), VECTORS[[0, 1, 9]])
    again.close()


def test_what_was_not_saved_is_not_there_and_reconcile_brings_it(tmp_path: Path) -> None:
    make(tmp_path, 4000)
    index = opened(tmp_path)
    index.add(np.arange(4000, 5000), VECTORS[4000:])
    index.close()
    again = opened(tmp_path)
    assert again.count == 4000
    assert again.reconcile(np.arange(5000), refill) == (1000, 0)
    assert_whole(again)
    again.close()


def test_saves_write_only_what_is_new_and_merge_small_files(tmp_path: Path) -> None:
    index = opened(tmp_path)
    index.add(np.arange(4000), VECTORS[:4000])
    index.save()
    big = only_file(tmp_path / SPACE, ".vectors")
    most = 0
    for at in range(4000, 5000, 50):
        index.add(np.arange(at, at + 50), VECTORS[at : at + 50])
        index.save()
        most = max(most, len(list((tmp_path / SPACE).glob("*.vectors"))))
    assert big.exists() and most <= 6
    assert_whole(index)
    index.close()
    again = opened(tmp_path)
    assert_whole(again)
    again.close()


def test_a_save_without_changes_writes_nothing(tmp_path: Path) -> None:
    folder = make(tmp_path)
    index = opened(tmp_path)
    before = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    index.save()
    assert before == {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    index.close()


def test_many_removals_shrink_the_file(tmp_path: Path) -> None:
    folder = make(tmp_path)
    size = only_file(folder, ".vectors").stat().st_size
    index = opened(tmp_path)
    index.remove(np.arange(4000))
    index.save()
    assert only_file(folder, ".vectors").stat().st_size < size / 4
    index.remove(np.arange(5000))
    index.save()
    assert not list(folder.glob("*.vectors")) and index.count == 0
    index.add(np.arange(3), VECTORS[:3])
    index.save()
    index.close()
    again = opened(tmp_path)
    assert_whole(again, 3)
    again.close()


@pytest.mark.parametrize("place", [0, 20, 4096, 4096 + 16 * 4 * 777, 200_000, -9, -20_000])
def test_any_flipped_byte_is_noticed_at_opening_and_made_good(tmp_path: Path, place: int) -> None:
    path = only_file(make(tmp_path), ".vectors")
    flip(path, place % path.stat().st_size)
    index = opened(tmp_path)
    assert len(index.findings) == 1 and index.count < 5000
    left = index.keys()
    np.testing.assert_array_equal(index.vectors(left), VECTORS[left])
    added, removed = index.reconcile(np.arange(5000), refill)
    assert added == 5000 - len(left) and removed == 0
    assert_whole(index)
    index.save()
    assert index.verify() == []
    index.close()
    again = opened(tmp_path)
    assert again.findings == []
    assert_whole(again)
    again.close()


def test_a_large_file_is_left_to_verify_which_can_mend(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(store_module, "CHECKED_AT_OPEN", 1000)
    path = only_file(make(tmp_path), ".vectors")
    flip(path, 100_000)
    index = opened(tmp_path)
    assert index.findings == [] and index.count == 5000
    assert "damaged" in index.verify()[0] and index.count == 5000, "verify alone changes nothing"
    assert len(index.verify(mend=True)) == 1
    assert 0 < 5000 - index.count <= 66, "one page of 64 rows, not all"
    index.reconcile(np.arange(5000), refill)
    assert_whole(index)
    index.save()
    assert index.verify() == []
    index.close()


@pytest.mark.parametrize("size", [0, 1, 100, 4096, 5000, 200_000, -1])
def test_a_cut_file_is_discarded(tmp_path: Path, size: int) -> None:
    path = only_file(make(tmp_path), ".vectors")
    os.truncate(path, size if size >= 0 else path.stat().st_size + size)
    index = opened(tmp_path)
    assert len(index.findings) == 1 and index.count == 0
    index.reconcile(np.arange(5000), refill)
    assert_whole(index)
    index.save()
    assert index.verify() == []
    index.close()


def test_one_missing_file_of_several_costs_only_its_rows(tmp_path: Path) -> None:
    folder = make(tmp_path)
    index = opened(tmp_path)
    first = only_file(folder, ".vectors")
    index.add([10_000], VECTORS[:1])
    index.save()
    index.close()
    first.unlink()
    index = opened(tmp_path)
    assert index.keys().tolist() == [10_000] and len(index.findings) == 1
    index.close()


def _swap(one: Path, other: Path) -> None:
    shutil.copyfile(other, one)


def test_files_of_another_space_are_refused(tmp_path: Path) -> None:
    mine, other = make(tmp_path, 600, graph=True), make(tmp_path, 600, graph=True, space="clip-x-p1")
    _swap(only_file(mine, ".vectors"), only_file(other, ".vectors"))
    _swap(only_file(mine, ".hnsw"), only_file(other, ".hnsw"))
    _swap(only_file(mine, ".header"), only_file(other, ".header"))
    index = opened(tmp_path, answers="hnsw")
    assert index.count == 0 and "'clip-x-p1'" in index.findings[0]
    index.reconcile(np.arange(600), refill)
    assert not index.load_graph() and "'clip-x-p1'" in index.findings[1]
    assert index.search(VECTORS[3], 1, exact=False).keys.tolist() == [3]
    index.close()
    _swap(mine / "list.index", other / "list.index")
    index = opened(tmp_path)
    assert index.count == 0 and "space" in index.findings[0]
    index.close()


def test_another_dimension_under_the_same_name_is_refused(tmp_path: Path) -> None:
    make(tmp_path)
    index = Index.open(tmp_path, SPACE, 2 * D)
    assert index.count == 0 and "dimension" in index.findings[0]
    index.close()


def test_an_earlier_file_under_the_name_of_a_later_is_refused(tmp_path: Path) -> None:
    folder = make(tmp_path)
    early = only_file(folder, ".vectors").read_bytes()
    index = opened(tmp_path)
    index.add(np.arange(5000), VECTORS[::-1])
    index.save()
    index.close()
    only_file(folder, ".vectors").write_bytes(early)
    index = opened(tmp_path)
    assert index.count == 0 and len(index.findings) == 1
    index.close()


@pytest.mark.parametrize("content", [b"", b"\0" * 300, b"RECOLLECT-INDEX 0000000002 00000000\n{}", b"{}"])
def test_a_foreign_or_damaged_list_is_discarded(tmp_path: Path, content: bytes) -> None:
    folder = make(tmp_path)
    (folder / "list.index").write_bytes(content)
    index = opened(tmp_path)
    assert index.count == 0 and len(index.findings) == 1
    index.reconcile(np.arange(5000), refill)
    index.save()
    assert len(list(folder.glob("*.vectors"))) == 1, "the orphan is swept"
    assert_whole(index)
    index.close()


def test_a_missing_list_is_a_finding_a_missing_folder_a_new_index(tmp_path: Path) -> None:
    folder = make(tmp_path)
    (folder / "list.index").unlink()
    index = opened(tmp_path)
    assert index.count == 0 and "missing" in index.findings[0]
    index.close()
    shutil.rmtree(folder)
    index = opened(tmp_path)
    assert index.count == 0 and index.findings == []
    index.close()


@pytest.mark.parametrize("suffix", [".hnsw", ".header"])
@pytest.mark.parametrize("harm", ["flip", "cut", "empty", "missing"])
def test_a_damaged_graph_is_discarded_and_built_anew(tmp_path: Path, suffix: str, harm: str) -> None:
    path = only_file(make(tmp_path, 600, graph=True), suffix)
    if harm == "flip":
        flip(path, path.stat().st_size // 2)
    elif harm == "missing":
        path.unlink()
    else:
        data = path.read_bytes()
        path.write_bytes({"cut": data[:-1], "empty": b""}[harm])
    index = opened(tmp_path, answers="hnsw")
    assert index.graph_wanted and len(index.verify()) == 1
    assert index.search(VECTORS[3], 1).exact, "exact search meanwhile"
    assert not index.load_graph() and len(index.findings) == 1
    assert index.prepare_graph(Token()) and not index.search(VECTORS[3], 1).exact
    assert index.verify() == []
    index.close()


def test_files_left_by_a_kill_are_swept_by_the_next_save(tmp_path: Path) -> None:
    folder = make(tmp_path)
    for name in (".rows-1-x.vectors-1.tmp", "rows-00000009-aa.vectors", "graph-00000009-aa.hnsw"):
        (folder / name).write_bytes(b"half")
    (folder / "notes.txt").write_text("not ours")
    index = opened(tmp_path)
    assert index.findings == [] and index.count == 5000
    index.remove([1])
    index.save()
    assert sorted(p.suffix for p in folder.iterdir()) == [".index", ".txt", ".vectors"]
    index.close()


def test_a_reader_beside_a_writer_keeps_its_rows_and_opens_the_newest(tmp_path: Path) -> None:
    make(tmp_path)
    reader, writer = opened(tmp_path), opened(tmp_path)
    writer.add(np.arange(5000), VECTORS[::-1])
    writer.save()
    assert_whole(reader)
    second = opened(tmp_path)
    assert second.findings == []
    np.testing.assert_array_equal(second.vectors(np.arange(5000)), VECTORS[::-1])
    for index in (reader, writer, second):
        index.close()


def test_opening_while_another_process_saves_takes_the_new_list(tmp_path: Path, monkeypatch) -> None:
    make(tmp_path)
    writer = opened(tmp_path)
    writer.add(np.arange(5000), VECTORS[::-1])
    real, done = store_module.vector_files.open_file, []

    def slow(path: Path, **wanted):
        if not done:
            done.append(True)
            writer.save()
        return real(path, **wanted)

    monkeypatch.setattr(store_module.vector_files, "open_file", slow)
    reader = opened(tmp_path)
    assert reader.findings == [] and reader.count == 5000
    np.testing.assert_array_equal(reader.vectors([0]), VECTORS[-1:])
    reader.close()
    writer.close()


@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, "disk.full"), (errno.EROFS, "disk.forbidden"), (errno.EIO, None)]
)
@pytest.mark.parametrize("where", ["rows-", ".list.index"])
def test_a_disk_that_refuses_leaves_the_old_files_and_the_index_answers(
    tmp_path: Path, monkeypatch, number: int, code: str | None, where: str
) -> None:
    folder = make(tmp_path, 4000)
    index = opened(tmp_path)
    index.add(np.arange(4000, 5000), VECTORS[4000:])
    before = sorted(path.name for path in folder.iterdir())
    real = os.replace

    def refuse(source, target):
        if where.lstrip(".") in Path(target).name:
            raise OSError(number, os.strerror(number))
        real(source, target)

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OSError if code is None else RecollectError) as raised:
        index.save()
    if code is not None:
        assert raised.value.code == code and str(folder) in str(raised.value)
    monkeypatch.undo()
    assert sorted(path.name for path in folder.iterdir()) == before
    assert_whole(index)
    index.save()
    index.close()
    again = opened(tmp_path)
    assert_whole(again)
    again.close()


CHILD = """
import sys
import time
from pathlib import Path
import numpy as np
from core.errors import RecollectError
from core.index.index import Index
from core.jobs import Token
index = Index.open(Path(sys.argv[1]), "starter-0123456789ab-p1", 16, answers="hnsw")
index.add(np.arange(20_000), np.random.default_rng(0).standard_normal((20_000, 16)))
for work in (index.save, lambda: index.build_graph(Token())):
    try:
        work()
        print("saved")
    except RecollectError as error:
        print(error.code)
print(index.search(np.ones(16), 3).keys.shape[0], index.count)
print(sorted(p.suffix for p in Path(sys.argv[1]).rglob("*.tmp")))
index.close()
"""


@pytest.mark.skipif(sys.platform != "linux" or os.getuid() != 0, reason="mounts a small disk")
def test_a_full_disk_and_a_read_only_disk_for_real(tmp_path: Path) -> None:
    script = tmp_path / "child.py"
    script.write_text(CHILD)
    place = tmp_path / "disk"
    place.mkdir()
    for mount, code in (("size=1m", "disk.full"), ("ro", "disk.forbidden")):
        command = f"mount -t tmpfs -o {mount} none {place} && exec {sys.executable} {script} {place}"
        done = subprocess.run(
            ["unshare", "-m", "sh", "-c", command],
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
            timeout=60,
        )
        if "unshare failed" in done.stderr or "mount:" in done.stderr:
            pytest.skip(done.stderr)
        assert done.stdout.split("\n")[:4] == [code, code, "3 20000", "[]"], done.stderr


def test_names_of_spaces_become_safe_and_different_folders() -> None:
    assert subfolder("align-0123-p1") == "align-0123-p1"
    names = ["a/b", "a_b", "..", ".", "../x", "A", "a", "ä", "a b", "x" * 300, "x" * 301, "a\nb", "a:b"]
    made = [subfolder(name) for name in names]
    assert len(set(made)) == len(names)
    for name in made:
        assert "/" not in name and name not in {".", ".."} and len(name.encode()) <= 120


def test_a_folder_whose_name_is_not_utf_8(tmp_path: Path) -> None:
    home = tmp_path / os.fsdecode(b"caf\xe9")
    try:
        home.mkdir()
    except OSError:
        pytest.skip("the file system takes only UTF-8 names")
    folder = make(home, 600, graph=True)
    assert len(list(folder.glob("*.hnsw"))) == 1
    index = opened(home, answers="hnsw")
    assert index.load_graph() and index.count == 600
    index.close()


@pytest.mark.parametrize("size", [0, 1, 4095, 4096, 4097, 12_288, 20_000])
def test_page_sums_equal_the_plain_reference(size: int) -> None:
    data = np.random.default_rng(size).integers(0, 256, size, np.uint8)
    padded = data.tobytes() + bytes(-size % 4096)
    plain = [
        sum(int.from_bytes(padded[at : at + 8], "little") for at in range(page, page + 4096, 8)) % 2**64
        for page in range(0, len(padded), 4096)
    ]
    assert page_sums(data).tolist() == plain


KILLED = """
import sys
import time
from pathlib import Path
import numpy as np
from core.index.index import Index
from core.jobs import Token
index = Index.open(Path(sys.argv[1]), "starter-0123456789ab-p1", 16, answers="hnsw")
assert index.findings == [] and index.verify() == [], index.findings
print("begun", flush=True)
at = int(sys.argv[2])
while True:
    keys = np.arange(at, at + 200)
    index.add(keys, np.outer(keys % 1000 + 1, np.ones(16)) / 1000)
    index.remove(keys[:20])
    index.save()
    print(at, flush=True)
    if at % 1000 == 0:
        index.build_graph(Token())
    at += 200
"""


def test_killed_at_any_moment_the_files_are_those_of_a_save(tmp_path: Path) -> None:
    script = tmp_path / "child.py"
    script.write_text(KILLED)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    random, saved = np.random.default_rng(4), 0
    for number in range(4):
        command = [sys.executable, str(script), str(tmp_path), str(saved)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as child:
            assert child.stdout is not None and child.stdout.readline() == "begun\n", "needs no repair"
            lines = [child.stdout.readline() for _ in range(2 + 3 * number)]
            time.sleep(float(random.uniform(0, 0.03)))
            child.kill()
            lines += child.stdout.read().splitlines()
        index = opened(tmp_path, answers="hnsw")
        assert index.findings == [] and index.verify() == []
        told = max(int(line) for line in lines if line.strip())
        keys = index.keys()
        kept = [key for key in range(told + 200) if key % 200 >= 20]
        assert keys[: len(kept)].tolist() == kept, "every save that was told of"
        np.testing.assert_allclose(index.vectors(keys)[:, 3], (keys % 1000 + 1) / 1000, rtol=1e-3)
        if index.graph_wanted and index.load_graph():
            assert not index.search(np.ones(16), 5, exact=False).exact
        saved = (int(keys[-1]) // 200 + 1) * 200
        index.close()
