"""Things the window's tests share."""

from __future__ import annotations

import io
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from send2trash import plat_other

from app import theme as looks
from app.application import Application
from core.jobs import Context, Token
from tests.journeys.cage import pump
from tests.photos import picture, settle
from tests.window_hands import end


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[looks.Theme]:
    made = looks.Theme(qapp)
    yield made
    made.setParent(None)
    made.deleteLater()


def jpeg(width: int = 60, height: int = 40, seed: int = 0) -> bytes:
    """A small picture in one colour with some grain."""
    rng = np.random.default_rng(seed)
    pixels = np.clip(rng.integers(0, 255, 3) + rng.normal(0, 8, (height, width, 3)), 0, 255).astype(np.uint8)
    store = io.BytesIO()
    Image.fromarray(pixels).save(store, "JPEG")
    return store.getvalue()


@pytest.fixture(scope="session")
def ready_library(tmp_path_factory: pytest.TempPathFactory, tiny_model: Path) -> tuple[Path, Path]:
    """The home of a closed library, and its folder: 24 photos of May 2021 in ``old``, 8 of two days of 2023
    in ``new``, two of which are named ``zebra``, and ``copy.jpg``, which is the first photo again."""
    from core.library import Library

    top = tmp_path_factory.mktemp("ready")
    home, folder = top / "home", top / "photos"
    home.mkdir()
    chosen = {"model.active": str(tiny_model), "device": "cpu", "precision": "fp32"}
    chosen["regions.vocabulary"] = "voc"  # twenty names to encode instead of three hundred
    (home / "settings.json").write_text(json.dumps(chosen))
    for number in range(32):
        old = number < 24
        name = f"{'old' if old else 'new'}/{'zebra' if number in (24, 28) else 'photo'} {number:02}.jpg"
        day = f"2021:05:{1 + number // 6:02}" if old else f"2023:08:{1 + number % 2:02}"
        dated_photo(folder / name, number, f"{day} 12:{number:02}:00")
    shutil.copy2(folder / "old" / "photo 00.jpg", folder / "new" / "copy.jpg")
    with Library.open(home) as library:
        library.add_folder(folder)
        library.index_now(None, Context(Token(), 3, lambda event: None, lambda: None))
    return home, folder


@pytest.fixture
def program(qapp: QApplication, ready_library: tuple[Path, Path], own_home: Path) -> Iterator[Application]:
    """The whole program on that library; files it moves away come back afterwards."""
    yield from running(qapp, ready_library, own_home)


@pytest.fixture(scope="module")
def shared_program(
    qapp: QApplication, ready_library: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Application]:
    """The same for all tests of a file, which leave it as they found it."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RECOLLECT_HOME", str(home))
        yield from running(qapp, ready_library, home)


def running(qapp: QApplication, ready: tuple[Path, Path], home: Path) -> Iterator[Application]:
    """The program on a copy of a ready library in ``home``, which holds the system's trash too."""
    folder = ready[1]
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    shutil.copytree(ready[0], home, dirs_exist_ok=True)
    kept = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*.jpg")}
    with pytest.MonkeyPatch.context() as patch:
        # whichever test asked first where it is
        trash = os.fsencode(home / "xdg")
        patch.setattr(plat_other, "XDG_DATA_HOME", trash)
        patch.setattr(plat_other, "HOMETRASH_B", trash + b"/Trash")
        made = Application(qapp)
        made.start([], samples=False)
        made.window.resize(1100, 700)
        window = made.window

        def at_work() -> bool:
            library = window.link.library
            shown = library is not None and library.warm and len(window.grid.ids) > 0
            return shown and not window.link.indexing

        assert pump(60, at_work), "the program does not come to rest"
        yield made
        end(made)
    for path, (data, moment) in kept.items():
        if not path.exists():
            path.write_bytes(data)
            os.utime(path, ns=(moment, moment))
    QLocale.setDefault(before)


def dated_photo(path: Path, seed: int, moment: str) -> None:
    """A small JPEG that says when it was taken, last changed an hour ago."""
    path.parent.mkdir(parents=True, exist_ok=True)
    size = [(96, 64), (64, 96), (80, 80)][seed % 3]
    exif = Image.Exif()
    exif[0x0110] = f"Model {seed % 3}"
    exif.get_ifd(0x8769)[0x9003] = moment
    picture(seed, size).save(path, "JPEG", quality=88, exif=exif)
    settle(path)
