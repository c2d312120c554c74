"""A tour of the window: every page and state of it, reached by clicks and keys, saved as pictures.

``python -m tests.journeys.tour [FOLDER] [--only NAME,...] [--dark] [--language zh_CN] [--scale 2]``
``python -m tests.journeys.tour resources/screens --readme`` makes the README's small pictures.

The window runs as it is shipped, on a library made on the spot, on a screen of its own (Xvfb). Each place
asserts what it shows. Without options the whole tour is made, with some places dark, in other languages,
and on a screen of twice the density.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.journeys.tour_hands import Hands

ROOT = Path(__file__).resolve().parents[2]
FONTS = {
    "fonts-noto-cjk": "Noto Sans CJK",
    "fonts-noto-color-emoji": "Noto Color Emoji",
    "fonts-dejavu-core": "DejaVu Sans",
}
WIDE, HIGH = 1280, 800
FIRST = ("first_run", "indexing", "samples")  # without these nothing else can be shown
MOST_FAILED = 3  # then something is wrong with all of it
READY = "ready"  # a file beside a library that is whole


@dataclass(frozen=True)
class Leg:
    """Part of the whole tour: a look of the window, and what is looked at in it."""

    prefix: str
    options: tuple[str, ...]
    only: str
    new: bool = False  # with a library of its own


LEGS = (
    Leg("", (), ""),
    Leg("dark-", ("--dark",), "results,chips,filters,viewer,duplicates,settings,help,menu"),
    Leg("zh-", ("--language", "zh_CN"), "first_run", new=True),
    Leg("zh-", ("--language", "zh_CN"), "results,filters,viewer,settings,health,menu"),
    Leg("de-", ("--language", "de"), "first_run", new=True),
    Leg("de-", ("--language", "de"), "results,filters,viewer,settings,health,duplicates"),
    Leg("large-", ("--scale", "2"), "results,viewer,settings"),
)


README = (
    Leg("", ("--readme",), ""),
    Leg("", ("--readme", "--dark"), ""),
)


def main(arguments: Sequence[str]) -> int:
    """Make the tour; the number of pictures is printed at the end."""
    given = _parser().parse_args(arguments)
    out = given.folder.resolve()
    out.mkdir(parents=True, exist_ok=True)
    if given.inside:
        return _walk(given, out)
    _fonts()
    with tempfile.TemporaryDirectory(prefix="recollect-tour-") as place:
        work = given.work.resolve() if given.work else Path(place)
        legs = README if given.readme else LEGS if _whole(given) else (_leg(given),)
        begin = time.monotonic()
        failed = [leg for leg in legs if _run(leg, out, work) != 0]
        if given.readme:
            _shrink(out)
        pictures = len(list(out.glob("*.png")))
        print(f"{pictures} pictures in {out}, {time.monotonic() - begin:.0f} s")
        for leg in failed:
            print(f"failed: {leg.prefix or 'the main part'} {leg.only}")
        return 1 if failed else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.journeys.tour", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("tour"), help="where pictures go")
    parser.add_argument("--only", default="", help="places, with commas between them")
    parser.add_argument("--dark", action="store_true", help="in dark colours")
    parser.add_argument("--language", default="", help="the window's language, as zh_CN")
    parser.add_argument("--scale", default="1", help="the screen's density")
    parser.add_argument("--readme", action="store_true", help="the README's pictures only")
    parser.add_argument("--work", type=Path, help="keep library and photos here, and use them again")
    parser.add_argument("--prefix", default="", help=argparse.SUPPRESS)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    return parser


def _whole(given: argparse.Namespace) -> bool:
    return not (given.only or given.dark or given.language or given.scale != "1")


def _leg(given: argparse.Namespace) -> Leg:
    options = ["--dark"] if given.dark else []
    options += ["--language", given.language] if given.language else []
    options += ["--scale", given.scale] if given.scale != "1" else []
    return Leg(given.prefix, tuple(options), given.only)


# outside: screens, fonts, folders


def _fonts() -> None:
    """Fonts for Chinese, emoji and all else; installed where that is possible."""
    known = subprocess.run(["fc-list"], capture_output=True, text=True, check=False).stdout
    missing = [package for package, family in FONTS.items() if family not in known]
    if missing and os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "install", "-qq", "-y", *missing], check=False, capture_output=True)
    elif missing:
        print(f"Letters may be missing from the pictures; install {', '.join(missing)}.")


def _run(leg: Leg, out: Path, work: Path) -> int:
    """One leg in a process of its own, on a screen of its own where there is none."""
    if leg.new:
        work = work / f"new-{leg.prefix}"
    work.mkdir(parents=True, exist_ok=True)
    scale = float(leg.options[leg.options.index("--scale") + 1]) if "--scale" in leg.options else 1.0
    command = [sys.executable, "-m", "tests.journeys.tour", str(out), "--inside", "--prefix", leg.prefix]
    command += ["--work", str(work), "--only", leg.only, *leg.options]
    environment = {
        **os.environ,
        "RECOLLECT_HOME": str(work / "home"),
        "QT_SCALE_FACTOR": f"{scale:g}",
        "PYTHONPATH": str(ROOT),
    }
    if not os.environ.get("QT_QPA_PLATFORM"):
        environment.pop("WAYLAND_DISPLAY", None)
        screen = f"-screen 0 {round(WIDE * scale)}x{round(HIGH * scale)}x24"
        command = ["xvfb-run", "-a", "-s", screen, *command]
        environment["QT_QPA_PLATFORM"] = "xcb"
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def _shrink(out: Path) -> None:
    """Small enough for a repository: two thirds of the size, 256 colours."""
    from PIL import Image

    for file in out.glob("*.png"):
        picture = Image.open(file).convert("RGB")
        if picture.width == WIDE:
            picture.thumbnail((880, 880), Image.Resampling.LANCZOS)
            small = picture.quantize(256, kmeans=4, dither=Image.Dither.FLOYDSTEINBERG)
            small.save(file, optimize=True)


# inside: the window


def _walk(given: argparse.Namespace, out: Path) -> int:
    from PySide6.QtTest import QTest

    from app import application as program
    from app import i18n
    from tests.journeys import tour_hands

    work: Path = given.work
    made = work / "photos"
    fresh = not (work / READY).exists()
    if fresh:
        shutil.rmtree(work / "home", ignore_errors=True)
        shutil.rmtree(made, ignore_errors=True)
        if given.only != "first_run" and not given.readme:
            make(made)
    (work / "home" / "window.ini").unlink(missing_ok=True)
    _settings(given)
    qt = program._qt_application()
    i18n.install(qt, given.language or "en")
    application = program.Application(qt, given.language or "en")
    hands = tour_hands.Hands(application, out, given.prefix)
    tour_hands.out_of_the_way()
    application.start([], samples=False)
    QTest.qWaitForWindowExposed(application.window, 10_000)
    application.window.activateWindow()  # a screen without a window manager gives nobody the keyboard
    QTest.qWaitForWindowActive(application.window, 10_000)
    failed: list[str] = []
    steps = _steps(given, fresh=fresh)
    for name, step in steps.items():
        begin = time.monotonic()
        try:
            if name not in FIRST:
                hands.wait(lambda: not application.window.asker.waiting, "the first answer")
                hands.home()
            step(hands, made)
        except AssertionError as error:
            failed.append(name)
            print(f"{given.prefix}{name}: {error}", flush=True)
            hands.shot(f"failed-{name}")
            if name in FIRST or len(failed) == MOST_FAILED:
                break
        if name in ("indexing", "samples") and name not in failed:
            (work / READY).touch()
        print(f"{given.prefix}{name} {time.monotonic() - begin:.1f} s", flush=True)
    application.window.close()
    application.end()
    crash = application.crashes.dialog is not None
    if crash:
        print("an error was reported by the window")
    sys.stdout.flush()
    os._exit(1 if failed or crash else 0)  # a thread may still be loading the model


def _steps(given: argparse.Namespace, *, fresh: bool) -> dict[str, Callable[[Hands, Path], None]]:
    from tests.journeys import tour_steps as every

    if given.readme:
        first = {"samples": every.samples} if fresh else {}
        return {**first, **(every.SCREENS_DARK if given.dark else every.SCREENS)}
    if given.only == "first_run":
        return {"first_run": every.first_run}
    wanted = given.only.split(",") if given.only else list(every.PLACES)
    unknown = [name for name in wanted if name not in every.PLACES]
    assert not unknown, f"there is no place {unknown}; there are {', '.join(every.PLACES)}"
    places = {name: step for name, step in every.PLACES.items() if name in wanted}
    return {**every.FIRST, **places} if fresh else places


def _settings(given: argparse.Namespace) -> None:
    home = Path(os.environ["RECOLLECT_HOME"])
    home.mkdir(parents=True, exist_ok=True)
    file = home / "settings.json"
    values = json.loads(file.read_text("utf-8")) if file.exists() else {}
    values |= {"looks.scheme": "dark" if given.dark else "light", "language": given.language or "en"}
    values |= {"watch.quiet_seconds": 0.5, "watch.poll_seconds": 1.0}
    file.write_text(json.dumps(values), "utf-8")


def make(folder: Path) -> None:
    """``Pictures``, a drive, and a camera's card with some photos that the library lacks."""
    from tests import made_library
    from tests.journeys.tour_steps import DRIVE

    made = made_library.build(folder / "Pictures")
    shutil.move(folder / "Pictures" / "New York", folder / DRIVE)
    card = folder / "DCIM"
    card.mkdir()
    new = [path for path in made.photos if b"2018 Farm weekend" in path]
    for path in new:
        shutil.move(os.fsdecode(path), card)
    for path in [path for path in made.photos if b"/2019/Norway/" in path][:8]:
        shutil.copy2(os.fsdecode(path), card)
    os.rmdir(folder / "Pictures" / "2018 Farm weekend")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
