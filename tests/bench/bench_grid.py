"""How fast the grid is: layout, first paint and scrolling with many photos; the window's first paint.

Run ``python tests/bench/bench_grid.py [photos]``. Beside each figure stands a ceiling of the same run:
what the same number of pictures costs when nothing but drawing them is done.
"""

from __future__ import annotations

import io
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402
from PIL import Image  # noqa: E402
from PySide6.QtCore import QPoint  # noqa: E402
from PySide6.QtGui import QImage, QPainter, QPixmap  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

FIRST_PAINT = """
import sys, time
from app import application
qt = application._qt_application()
made = application.Application(qt)
def painted():
    print(time.time(), time.process_time(), "torch" in sys.modules or "transformers" in sys.modules)
    made.window.close()
made.window.first_painted.connect(painted)
made.window.show()
qt.exec()
made.end()
"""


def window_first_paint(repeats: int = 20) -> None:
    """From the start of the process to the first painted window, wall and CPU milliseconds."""
    walls, cpus, bare = [], [], []
    for _ in range(repeats):
        begin = time.time()
        line = subprocess.run(
            [sys.executable, "-c", FIRST_PAINT], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout.split()
        walls.append((float(line[0]) - begin) * 1000)
        cpus.append(float(line[1]) * 1000)
        begin = time.time()
        code = "from PySide6 import QtWidgets, QtSvg, QtNetwork; import numpy, time; print(time.time())"
        ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        bare.append((float(ran.stdout) - begin) * 1000)
    print(
        f"window first paint: {statistics.median(walls):.0f} ms wall (best {min(walls):.0f}), "
        f"{statistics.median(cpus):.0f} ms CPU; importing Qt and numpy alone {statistics.median(bare):.0f} ms; "
        f"torch loaded: {line[2]}"
    )


def thumbnails(number: int = 200) -> list[bytes]:
    """Encoded pictures of 512 pixels with some structure."""
    rng = np.random.default_rng(0)
    result = []
    for _ in range(number):
        small = rng.integers(0, 255, (24, 32, 3)).astype(np.uint8)
        store = io.BytesIO()
        Image.fromarray(small).resize((512, 384), Image.Resampling.BICUBIC).save(store, "JPEG", quality=85)
        result.append(store.getvalue())
    return result


def grid(count: int) -> None:
    """First paint and scroll steps of a grid with ``count`` photos."""
    from app.grid.rows import RowBook
    from app.grid.sections import by_date
    from app.grid.thumbnails import ThumbnailMaker
    from app.grid.view import GridView
    from app.theme import Theme
    from app.workers import Bridge

    qt = QApplication.instance() or QApplication([])
    assert isinstance(qt, QApplication)
    rng = np.random.default_rng(0)
    ids = np.arange(1, count + 1, dtype=np.int64)
    aspects = rng.choice([1.5, 4 / 3, 0.75, 2 / 3, 1.0], count).astype(np.float32)
    days = np.sort(rng.integers(15_000, 20_000, count))[::-1].astype(np.int32)
    files = thumbnails()
    bridge = Bridge()
    view = GridView(Theme(qt), RowBook())
    view.resize(1072, 690)
    view.show()
    qt.processEvents()

    layouts = []
    for _ in range(20):
        begin = time.perf_counter()
        view.show_hits(ids, aspects, by_date(days))
        layouts.append((time.perf_counter() - begin) * 1000)

    begin = time.perf_counter()
    view.show_hits(ids, aspects, by_date(days))
    view.viewport().repaint()
    first = (time.perf_counter() - begin) * 1000

    maker = ThumbnailMaker(
        lambda photo: files[photo % len(files)], bridge.caller(lambda _: view.take_pictures(maker.take()))
    )
    view.serve(maker)
    begin = time.perf_counter()
    shown = view.layout_.tiles_between(0, view.viewport().height())
    while any(view.cache.get(int(ids[index])) is None for index in shown):
        qt.processEvents()
    filled = (time.perf_counter() - begin) * 1000

    steps, cpu, latency = [], [], []
    bar = view.verticalScrollBar()
    for step in range(300):
        begin, spent = time.perf_counter(), time.thread_time()
        bar.setValue(bar.value() + (120 if step % 20 else bar.maximum() // 17))
        view.viewport().repaint()
        steps.append((time.perf_counter() - begin) * 1000)
        cpu.append((time.thread_time() - spent) * 1000)
        begin = time.perf_counter()
        qt.processEvents()
        latency.append((time.perf_counter() - begin) * 1000)
    maker.close()
    tiles = len(view.layout_.tiles_between(view.top(), view.top() + view.viewport().height()))
    print(f"{count:,} photos, {tiles} tiles in view")
    print(f"  new list laid out     {statistics.median(layouts):6.1f} ms")
    print(f"  first paint           {first:6.1f} ms, all thumbnails in view after {filled:.0f} ms more")
    print(
        f"  scroll step and paint {statistics.median(steps):6.2f} ms (95 %: {np.percentile(steps, 95):.2f}), "
        f"{statistics.median(cpu):.2f} ms CPU (95 %: {np.percentile(cpu, 95):.2f})"
    )
    print(
        f"  events after a step   {statistics.median(latency):6.2f} ms (95 %: {np.percentile(latency, 95):.2f})"
    )
    print(f"  ceiling: drawing {tiles} pixmaps of that size {_drawing(tiles):6.2f} ms CPU")
    view.close()
    bridge.close()


def _drawing(tiles: int) -> float:
    """CPU milliseconds to draw so many pixmaps of the usual size, and nothing else."""
    source = QImage(240, 160, QImage.Format.Format_ARGB32_Premultiplied)
    source.fill(0xFF336699)
    pixmap = QPixmap.fromImage(source)
    target = QImage(1072, 690, QImage.Format.Format_ARGB32_Premultiplied)
    times = []
    for _ in range(20):
        begin = time.thread_time()
        painter = QPainter(target)
        for number in range(tiles):
            painter.drawPixmap(QPoint((number * 37) % 800, (number * 53) % 500), pixmap)
        painter.end()
        times.append((time.thread_time() - begin) * 1000)
    return statistics.median(times)


def main() -> None:
    """Print all figures, and the load they were measured under."""
    counts = [int(text) for text in sys.argv[1:]] or [100_000, 500_000]
    print("load", ", ".join(f"{load:.1f}" for load in os.getloadavg()))
    for count in counts:
        grid(count)
    window_first_paint()


if __name__ == "__main__":
    main()
