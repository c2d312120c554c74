import io
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from conftest import jpeg
from PIL import Image

from app.viewer.loader import LargePictures, Loaded, Need, Pictures
from app.workers import Bridge
from core.errors import RecollectError


class Folder:
    """Real JPEG files, decoded with Pillow; can be held shut, and remembers what it was asked."""

    def __init__(self, folder, count=6, size=(480, 300)):
        self.files = []
        for number in range(count):
            path = folder / f"{number}.jpg"
            path.write_bytes(jpeg(*size, seed=number))
            self.files.append(path)
        self.asked = []
        self.open = threading.Event()
        self.open.set()

    def load(self, photo, side):
        self.asked.append((photo, side))
        assert self.open.wait(10)
        if photo >= len(self.files) or not self.files[photo].exists():
            raise RecollectError("photo.unreadable")
        picture = Image.open(self.files[photo]).convert("RGB")
        if side is not None:
            picture.thumbnail((side, side))
        return SimpleNamespace(pixels=np.asarray(picture))

    def glance(self, photo):
        return jpeg(60, 40, seed=photo) if photo < len(self.files) else None


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path)


@pytest.fixture
def opened():
    made = []
    yield made.append
    for one in made:
        one.close()


def wait(condition):
    until = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.002)


def test_the_one_looked_at_is_not_kept_waiting_by_the_ones_ahead(folder, opened):
    arrived = []
    large = LargePictures(folder.load, arrived.append)
    opened(large)
    folder.open.clear()
    large.want([Need(0, 300), Need(1, 300), Need(2, 300)])
    wait(lambda: len(folder.asked) == 2)  # one thread each for the present photo and those ahead
    large.want([Need(5, 300), Need(4, 300), Need(3, 300)])  # walked on before anything came
    folder.open.set()
    wait(lambda: large.idle)
    assert {photo for photo, _ in folder.asked[:2]} == {0, 1}
    assert 5 in {photo for photo, _ in folder.asked[2:4]}
    assert {photo for photo, _ in folder.asked[2:]} == {5, 4, 3}  # 2 was never begun
    wait(lambda: {one.photo for one in arrived} >= {3, 4, 5})
    assert max(one.pyramid.long_side for one in arrived) == 300


def test_what_is_here_is_not_made_again_and_all_pixels_serve_every_size(folder, opened):
    arrived = []
    large = LargePictures(folder.load, arrived.append)
    opened(large)
    for need in (Need(0, 300), Need(0, 200), Need(0, None), Need(0, 600)):
        large.want([need])
        wait(lambda: large.idle)
    assert folder.asked == [(0, 300), (0, None)]
    assert large.best(0).pyramid.long_side == 480
    assert large.best(0).whole


def test_a_late_coarse_picture_does_not_replace_a_sharp_one(folder, opened):
    first, gate = threading.Event(), threading.Event()

    def load(photo, side):
        if side == 300:
            first.set()
            assert gate.wait(10)
        return folder.load(photo, side)

    arrived = []
    large = LargePictures(load, arrived.append)
    opened(large)
    large.want([Need(0, 300)])
    assert first.wait(10)
    large.want([Need(0, None)])
    wait(lambda: large.best(0) is not None)
    gate.set()
    wait(lambda: large.idle)
    assert large.best(0).need.side is None
    assert large.best(0).pyramid.long_side == 480


def test_memory_is_bounded_and_the_last_seen_stay(folder, opened):
    large = LargePictures(folder.load, lambda one: None, limit_bytes=3 * 480 * 300 * 4)
    opened(large)
    for photo in range(5):
        large.want([Need(photo, None)])
        wait(lambda: large.idle)
    assert [photo for photo in range(5) if large.best(photo) is not None] == [2, 3, 4]
    assert large.bytes == 3 * 480 * 300 * 4
    small = LargePictures(folder.load, lambda one: None, limit_bytes=1)
    opened(small)
    small.want([Need(0, None)])
    wait(lambda: small.idle)
    assert small.best(0) is not None  # what is looked at is kept however large it is


def test_a_difficulty_is_told_and_our_own_bugs_end_no_thread(folder, opened, expected_logs):
    expected_logs("no picture of photo 77")

    def load(photo, side):
        if photo == 77:
            raise ZeroDivisionError
        return folder.load(photo, side)

    arrived = []
    large = LargePictures(load, arrived.append)
    opened(large)
    folder.files[2].unlink()
    large.want([Need(77, 300), Need(2, 300), Need(1, 300)])
    wait(lambda: len(arrived) == 3)
    by_photo = {one.photo: one for one in arrived}
    assert by_photo[2].error.code == "photo.unreadable"
    assert by_photo[77].pyramid is None
    assert by_photo[1].pyramid is not None
    assert large.best(2) is None


def test_an_edited_photo_is_decoded_anew_even_while_it_is_being_decoded(folder, opened):
    arrived = []
    large = LargePictures(folder.load, arrived.append)
    opened(large)
    folder.open.clear()
    large.want([Need(0, None)])
    wait(lambda: folder.asked)
    large.forget([0])
    folder.open.set()
    wait(lambda: arrived)
    assert folder.asked == [(0, None), (0, None)]
    assert len(arrived) == 1
    large.forget([0])
    assert large.best(0) is None


def test_glances_come_in_the_order_asked_and_are_outdone(folder, opened):
    arrived = []
    large = LargePictures(folder.load, arrived.append, folder.glance)
    opened(large)
    large.want([], [3, 4, 99, 2])
    wait(lambda: len(arrived) == 3)
    assert [one.photo for one in arrived] == [3, 4, 2]
    assert all(one.glance and not one.whole for one in arrived)
    large.want([Need(3, 300)], [3])
    wait(lambda: large.idle)
    assert large.best(3).pyramid.long_side == 300
    assert large.best(4).pyramid.long_side == 60


def test_glances_and_the_grids_thumbnails_never_wait_for_each_other(tmp_path):
    """Qt's lock and Python's, taken in two orders, stop all threads for ever: hence another process."""
    path = tmp_path / "one.jpg"
    path.write_bytes(jpeg(512, 340))
    program = """
import sys, threading
from PySide6.QtWidgets import QApplication
from app.grid.thumbnails import ThumbnailMaker, Wish
from app.viewer.loader import LargePictures
application = QApplication([])
data = open(sys.argv[1], "rb").read()
done = threading.Semaphore(0)
large = LargePictures(None, lambda one: done.release(), lambda photo: data)
maker = ThumbnailMaker(lambda photo: data, lambda _: None)
maker.want([Wish(photo, 56, 56, 1.0) for photo in range(600)])
large.want([], range(250))
for _ in range(250):
    while not done.acquire(timeout=0.001):
        application.processEvents()
maker.close()
large.close()
"""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path(__file__).parents[3])}
    subprocess.run([sys.executable, "-c", program, str(path)], env=env, check=True, timeout=60)


def test_closing_drops_what_waits_and_ends_the_threads(folder):
    arrived = []
    large = LargePictures(folder.load, arrived.append, folder.glance)
    folder.open.clear()
    large.want([Need(number, 300) for number in range(6)])
    wait(lambda: folder.asked)
    threading.Timer(0.05, folder.open.set).start()
    large.close()
    assert arrived == []
    assert len(folder.asked) <= 2


def test_results_reach_the_gui_thread(folder, qtbot):
    bridge = Bridge()
    pictures = Pictures(bridge, folder.load, folder.glance)
    got: list[tuple[Loaded, threading.Thread]] = []
    pictures.arrived.connect(lambda one: got.append((one, threading.current_thread())))
    pictures.want([Need(1, 300)], [1])
    qtbot.waitUntil(lambda: len(got) == 2)
    assert {thread for _, thread in got} == {threading.main_thread()}
    assert pictures.idle
    pictures.close()
    bridge.close()


def test_a_real_file_keeps_its_colours(tmp_path, opened):
    pixels = np.zeros((64, 96, 3), np.uint8)
    pixels[:, :48] = (200, 30, 40)
    pixels[:, 48:] = (10, 60, 220)
    store = io.BytesIO()
    Image.fromarray(pixels).save(store, "PNG")
    large = LargePictures(
        lambda photo, side: SimpleNamespace(pixels=np.asarray(Image.open(store))), lambda one: None
    )
    opened(large)
    large.want([Need(1, None)])
    wait(lambda: large.idle)
    image = large.best(1).pyramid.levels[0]
    assert image.pixelColor(10, 10).getRgb() == (200, 30, 40, 255)
    assert image.pixelColor(80, 10).getRgb() == (10, 60, 220, 255)
