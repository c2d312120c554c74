"""What the system says of motion, power and network; light or dark by choice."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app import theme as looks
from app.motion import LONGEST, Motion
from app.surroundings import Scheme, Surroundings, desktop_animations, reduced_motion
from core.settings import BY_KEY

linux = pytest.mark.skipif(sys.platform != "linux", reason="asks the desktops of Linux")


@pytest.fixture
def desktop(tmp_path: Path) -> Callable[..., dict[str, str]]:
    """An environment with a ``gsettings`` that does as told, and settings files."""

    def make(script: str = "", **files: str) -> dict[str, str]:
        programs = tmp_path / "bin"
        programs.mkdir(exist_ok=True)
        if script:
            (programs / "gsettings").write_text(f"#!/bin/sh\n{script}\n")
            (programs / "gsettings").chmod(0o755)
        for name, text in files.items():
            file = (
                tmp_path
                / ".config"
                / name.replace("__", "/").replace("_ini", ".ini").replace("gtk3", "gtk-3.0")
            )
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode("utf-8", "surrogateescape"))
        return {"PATH": str(programs), "HOME": str(tmp_path)}

    return make


ASKED = 'test "$*" = "get org.gnome.desktop.interface enable-animations" && echo {}'


@linux
@pytest.mark.parametrize(
    ("script", "files", "less"),
    [
        (ASKED.format("false"), {}, True),
        (ASKED.format("true"), {}, False),
        ("exit 1", {}, None),
        ("", {}, None),
        ("", {"kdeglobals": "[KDE]\nAnimationDurationFactor=0\n"}, True),
        ("", {"kdeglobals": "[KDE]\nSingleClick=false\nAnimationDurationFactor=0.5\n"}, False),
        ("", {"kdeglobals": "[KDE]\nAnimationDurationFactor=much\n"}, None),
        ("", {"kdeglobals": "[General]\nName[$i]=x\n"}, None),
        ("", {"kdeglobals": "no section\n\udcff\n"}, None),
        ("", {"gtk3__settings_ini": "[Settings]\ngtk-enable-animations=0\n"}, True),
        ("", {"gtk3__settings_ini": "[Settings]\ngtk-enable-animations = true\n"}, False),
        # one desktop's word for less is enough: the other's may be a default that nobody chose
        (ASKED.format("true"), {"kdeglobals": "[KDE]\nAnimationDurationFactor=0\n"}, True),
    ],
)
def test_less_motion_is_read_from_each_desktop(
    desktop: Callable[..., dict[str, str]], script: str, files: dict[str, str], less: bool | None
) -> None:
    assert reduced_motion(desktop(script, **files)) is less


@linux
def test_a_program_that_does_not_answer_is_given_up(
    desktop: Callable[..., dict[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.surroundings._WAIT", 0.1)
    assert list(desktop_animations(desktop("exec /bin/sleep 30"))) == [None] * 4


def test_this_computer_answers_without_a_complaint() -> None:
    """Whatever it is: each answer is yes, no or not known."""
    computer = Surroundings()
    for reader in (computer.on_battery, computer.online, computer.reduced_motion):
        assert reader() in (True, False, None)


def test_a_reader_can_be_replaced() -> None:
    assert Surroundings(on_battery=lambda: True).on_battery() is True


@pytest.mark.parametrize(
    ("setting", "less", "allowed"),
    [
        ("system", None, True),
        ("system", False, True),
        ("system", True, False),
        ("full", True, True),
        ("less", False, False),
    ],
)
def test_motion_is_as_wished_or_as_the_system_says(setting: str, less: bool | None, allowed: bool) -> None:
    motion = Motion(setting, lambda: less)
    motion.answered(motion.ask())
    assert motion.allowed is allowed
    assert motion.duration(120) == (120 if allowed else 0)
    assert motion.duration(10_000) == (LONGEST if allowed else 0)
    assert setting in BY_KEY["looks.motion"].choices


def test_nothing_moves_before_the_system_has_answered_and_the_reader_is_not_asked_by_itself() -> None:
    asked: list[int] = []

    def reader() -> bool:
        asked.append(threading.get_ident())
        return False

    motion = Motion("system", reader)
    assert not motion.allowed and motion.duration(100) == 0 and asked == []
    worker = threading.Thread(target=lambda: motion.answered(motion.ask()))
    worker.start()
    worker.join()
    assert motion.allowed and asked and asked[0] != threading.get_ident()
    motion.choose("less")
    assert not motion.allowed
    motion.choose("system")
    assert motion.allowed


@pytest.fixture
def scheme(qapp: QApplication, theme: looks.Theme) -> Iterator[Scheme]:
    made = Scheme(qapp, theme)
    yield made
    made.apply("system")


def test_light_and_dark_are_chosen_live(scheme: Scheme, theme: looks.Theme, qapp: QApplication) -> None:
    seen: list[bool] = []
    theme.changed.connect(lambda: seen.append(theme.colours.dark))
    for choice, dark in (("dark", True), ("light", False), ("dark", True), ("dark", True)):
        scheme.apply(choice)
        assert theme.colours.dark is dark
        assert qapp.palette().window().color() == theme.colour("page")
    assert seen == [True, False, True]  # once for each change
    scheme.apply("system")
    assert theme.colours.dark is (qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark)
    assert set(BY_KEY["looks.scheme"].choices) == {"system", "light", "dark"}


def test_a_choice_outlasts_what_the_system_does(
    scheme: Scheme, theme: looks.Theme, qapp: QApplication
) -> None:
    scheme.apply("dark")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.colours.dark
    scheme.apply("system")
    assert theme.colours.dark is (qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark)
