"""Looking over 100,000 unchanged files again, beside a bare scandir + stat of the same tree; the same with
patterns of what is left out; and how soon photos are found when a very large folder is added.

python tests/bench/bench_scan.py [--files 100000] [--adding 800000]
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from core.catalogue import folders  # noqa: E402
from core.catalogue.store import Catalogue  # noqa: E402
from core.ingest.excludes import Excludes  # noqa: E402
from core.ingest.scan import scan_folder  # noqa: E402
from tests.photos import make_photos  # noqa: E402


def make_tree(root: Path, files: int) -> None:
    """Empty files with photos' names, 200 to a folder."""
    for start in range(0, files, 200):
        folder = root / f"{2000 + start // 20000}" / f"trip-{start // 200:04}"
        folder.mkdir(parents=True)
        for number in range(start, min(files, start + 200)):
            (folder / f"IMG_{number:06}.JPG").touch()


def bare(root: bytes) -> int:
    """The ceiling: names and facts of every file, nothing compared or kept."""
    count, pending = 0, [root]
    while pending:
        with os.scandir(pending.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    pending.append(entry.path)
                else:
                    entry.stat()
                    count += 1
    return count


def link_tree(root: Path, files: int) -> None:
    """Hard links to 1,000 small photos, 2,000 to a folder."""
    originals = make_photos(root.with_name("originals"), 1000, size=(640, 480))
    for number in range(files):
        folder = root / f"{number // 2000:05}"
        if number % 2000 == 0:
            folder.mkdir(parents=True)
        os.link(originals[number % 1000], folder / f"IMG_{number:07}.jpg")


def adding(files: int) -> None:
    """Add a folder with the built-in model, as a window does, and watch what a person would see."""
    from core.library import Library

    with tempfile.TemporaryDirectory() as place:
        root = Path(place) / "tree"
        link_tree(root, files)
        os.environ["RECOLLECT_HOME"] = str(Path(place) / "home")
        with Library.open(Path(place) / "home") as library:
            library.warm_up()
        with Library.open(Path(place) / "home") as library:
            began = time.monotonic()
            library.add_folder(root)
            job = library.index()
            first, waits, seen, found = 0.0, [], 0, 0
            while not job.ended and (not first or time.monotonic() - began < first + 20):
                asked = time.monotonic()
                found = len(library.all_photos().photo_ids)
                waits.append(time.monotonic() - asked)
                first = first or (time.monotonic() - began if found else 0.0)
                time.sleep(1.0 if first else 0.1)
            seen = library.status().photos
            job.cancel()
            job.wait(30)
    print(
        f"{files} files added: first photos after {first:.1f} s; 20 s later {seen} known and {found} taken in,"
        f" and the list had answered in {max(waits):.2f} s at most (load {os.getloadavg()[0]:.1f})"
    )


def main() -> None:
    """Scan twice; the second is the figure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--adding", type=int, default=0)
    files, more = vars(parser.parse_args()).values()
    if more:
        adding(more)
        return
    with tempfile.TemporaryDirectory() as place:
        root = Path(place) / "tree"
        make_tree(root, files)
        with Catalogue.open(Path(place) / "home") as catalogue:
            with catalogue.writing() as conn:
                row = folders.add(conn, os.fsencode(root), 0.0)
            scan_folder(catalogue, row, now=1.0)
            began = time.process_time()
            bare(os.fsencode(root))
            floor = time.process_time() - began
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            times = []
            for _ in range(3):
                began = time.process_time()
                scan = scan_folder(catalogue, row, now=2.0)
                times.append(time.process_time() - began)
            excludes = Excludes("*.tmp\ncache/\n/private/**\n!keep.jpg")
            began = time.process_time()
            scan_folder(catalogue, row, now=2.0, excludes=excludes)
            left_out = time.process_time() - began
            grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
            assert scan.unchanged == files
    best = sorted(times)[1]
    print(
        f"{files} unchanged files: {best:.2f} CPU-s (bare scandir + stat {floor:.2f}, ratio {floor / best:.2f}),"
        f" with 4 patterns {left_out:.2f} CPU-s,"
        f" peak memory grew by {grown:.0f} MB (load {os.getloadavg()[0]:.1f})"
    )


if __name__ == "__main__":
    main()
