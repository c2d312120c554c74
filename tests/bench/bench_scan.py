"""Looking over 100,000 unchanged files again, beside a bare scandir + stat of the same tree.

python tests/bench/bench_scan.py [--files 100000]
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
from core.ingest.scan import scan_folder  # noqa: E402


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


def main() -> None:
    """Scan twice; the second is the figure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, default=100_000)
    files = parser.parse_args().files
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
            grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
            assert scan.unchanged == files
    best = sorted(times)[1]
    print(
        f"{files} unchanged files: {best:.2f} CPU-s (bare scandir + stat {floor:.2f}, ratio {floor / best:.2f}),"
        f" peak memory grew by {grown:.0f} MB (load {os.getloadavg()[0]:.1f})"
    )


if __name__ == "__main__":
    main()
