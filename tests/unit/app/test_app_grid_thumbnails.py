import io
import threading

import pytest
from PIL import Image
from PySide6.QtGui import QImage

from app.grid.thumbnails import Made, PixmapCache, ThumbnailMaker, Wish, fitted


def picture(width: int, height: int, form: str = "JPEG", colour=(200, 40, 40)) -> bytes:
    store = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(store, form)
    return store.getvalue()


def wish(photo: int, width: int = 40, height: int = 30) -> Wish:
    return Wish(photo, width, height, 1.0)


@pytest.mark.parametrize("form", ["JPEG", "WEBP", "PNG"])
@pytest.mark.parametrize("size", [(512, 341), (341, 512), (20, 10), (512, 4), (1, 1)])
def test_every_thumbnail_fills_its_tile_and_has_round_corners(qapp, form, size):
    image = fitted(picture(*size, form), Wish(1, 160, 107, 2.0))
    assert (image.width(), image.height(), image.devicePixelRatio()) == (160, 107, 2.0)
    assert image.pixelColor(0, 0).alpha() == 0
    middle = image.pixelColor(80, 53)
    assert (middle.alpha(), middle.red() > 150) == (255, True)


@pytest.mark.parametrize("data", [b"", b"no picture", picture(64, 64)[:60]])
def test_bytes_that_are_no_picture_give_nothing(qapp, data):
    assert fitted(data, wish(1)) is None


def test_what_is_no_longer_wanted_is_not_made(qtbot):
    gate, asked, woken = threading.Event(), [], []

    def fetch(photo: int) -> bytes:
        asked.append(photo)
        gate.wait(5)
        return picture(30, 30)

    maker = ThumbnailMaker(fetch, woken.append, threads=1)
    maker.want([wish(0)])
    qtbot.waitUntil(lambda: asked == [0])
    maker.want([wish(n) for n in range(1, 400)])  # scrolled on before any was made
    maker.want([wish(n) for n in (0, 900, 901)])  # 0 is being made already
    gate.set()
    qtbot.waitUntil(lambda: len(asked) == 3)
    assert asked == [0, 900, 901]
    qtbot.waitUntil(lambda: maker._wishes == type(maker._wishes)() and not maker._busy)
    assert [made.wish.photo for made in maker.take()] == [0, 900, 901]
    assert maker.idle
    assert len(woken) <= 3
    maker.close()


def test_a_photo_that_cannot_be_read_does_not_stop_the_others(qtbot, expected_logs):
    expected_logs("no thumbnail of photo 1")

    def fetch(photo: int) -> bytes | None:
        if photo == 1:
            raise OSError("gone")
        return None if photo == 2 else picture(30, 30)

    results: list[Made] = []
    maker = ThumbnailMaker(fetch, lambda _: None, threads=2)
    maker.want([wish(1), wish(2), wish(3)])

    def all_here() -> bool:
        results.extend(maker.take())
        return len(results) == 3

    qtbot.waitUntil(all_here)
    assert {made.wish.photo for made in results if made.image is None} == {1, 2}
    maker.close()


def made(photo: int, width: int = 100, height: int = 100) -> Made:
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    return Made(Wish(photo, width, height, 1.0), image)


def test_the_cache_keeps_what_was_painted_last(qapp):
    cache = PixmapCache(limit_bytes=3 * 40_000)
    for photo in (1, 2, 3):
        cache.put(made(photo))
    assert cache.get(1) is not None
    cache.put(made(4))
    assert cache.get(2) is None
    assert [cache.get(photo) is not None for photo in (1, 3, 4)] == [True] * 3
    assert cache.bytes == 3 * 40_000
    cache.put(made(1, 50, 50))  # another size replaces
    assert cache.bytes == 2 * 40_000 + 10_000
    assert cache.fits(1, 50, 50)
    assert not cache.fits(1, 100, 100)


def test_a_missing_thumbnail_is_asked_for_again_only_after_a_change(qapp):
    cache = PixmapCache()
    cache.put(Made(wish(5), None))
    assert cache.missing(5)
    assert cache.fits(5, 40, 30)
    cache.ask_again()
    assert not cache.fits(5, 40, 30)
