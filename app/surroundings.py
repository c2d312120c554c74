"""What the computer says of itself: battery, network, less motion; and light or dark as the person wants it.

The readers block for up to a few seconds and are called on a worker. They tell None where the system says
nothing, and never complain: a desktop that has no such setting is no difficulty.
"""

from __future__ import annotations

import configparser
import ctypes
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from app import system
from app import theme as looks

log = logging.getLogger(__name__)

_WAIT = 2.0
_CLIENT_AREA_ANIMATION = 0x1042  # SPI_GETCLIENTAREAANIMATION
_OFF = {"0", "false", "no", "off"}
_MAC_KEYS = (
    ("com.apple.universalaccess", "reduceMotion"),
    ("com.apple.Accessibility", "ReduceMotionEnabled"),
)


def on_battery() -> bool | None:
    """True while no mains power is connected."""
    from core.library.surroundings import Computer  # the engine is loaded on a worker

    return Computer().on_battery()


def online() -> bool | None:
    """False when no network is connected. True says only that one is; nothing is sent to find out."""
    import ipaddress
    import socket

    import psutil

    try:
        states = psutil.net_if_stats()
        networks = psutil.net_if_addrs()
    except (OSError, psutil.Error):
        return None
    for name, addresses in networks.items():
        if name in states and not states[name].isup:
            continue
        for one in addresses:
            if one.family in (socket.AF_INET, socket.AF_INET6):
                address = ipaddress.ip_address(one.address.partition("%")[0])
                if not (address.is_loopback or address.is_link_local or address.is_unspecified):
                    return True
    return False


def reduced_motion(environment: Mapping[str, str] | None = None) -> bool | None:
    """True when the system's settings ask for less motion. ``environment`` instead of the process's own."""
    if sys.platform == "win32":
        animated = ctypes.c_int(1)
        place = ctypes.byref(animated)
        if not ctypes.windll.user32.SystemParametersInfoW(_CLIENT_AREA_ANIMATION, 0, place, 0):
            return None
        return not animated.value
    known = system._environment() if environment is None else environment
    if sys.platform == "darwin":
        said = [one for key in _MAC_KEYS if (one := _said(known, "defaults", "read", *key))]
        return "1" in said if said else None
    answers = [animated for animated in desktop_animations(known) if animated is not None]
    return not all(answers) if answers else None


def desktop_animations(environment: Mapping[str, str]) -> Iterator[bool | None]:
    """Whether GNOME, KDE and GTK's own files say that things are animated; None from each without a word."""
    said = _said(environment, "gsettings", "get", "org.gnome.desktop.interface", "enable-animations")
    yield said not in _OFF if said else None
    home = environment.get("XDG_CONFIG_HOME") or os.path.join(environment.get("HOME", ""), ".config")
    factor = _stored(Path(home, "kdeglobals"), "KDE", "AnimationDurationFactor")
    yield _factor(factor) if factor else None
    for version in ("gtk-4.0", "gtk-3.0"):
        said = _stored(Path(home, version, "settings.ini"), "Settings", "gtk-enable-animations")
        yield said.lower() not in _OFF if said else None


def _factor(text: str) -> bool | None:
    try:
        return float(text) > 0
    except ValueError:
        return None


def _stored(file: Path, section: str, key: str) -> str:
    """A value from a settings file; empty when there is none or it cannot be read."""
    reader = configparser.RawConfigParser(strict=False)
    reader.optionxform = str  # type: ignore[assignment]
    try:
        reader.read_string(file.read_text("utf-8", "replace"))
        return reader.get(section, key, fallback="").strip()
    except FileNotFoundError:
        return ""
    except (OSError, configparser.Error) as error:
        log.debug("%s is not read: %s", file, error)
        return ""


def _said(environment: Mapping[str, str], program: str, *arguments: str) -> str:
    """What a program prints, trimmed; empty when it is missing, fails or does not answer."""
    found = shutil.which(program, path=environment.get("PATH", ""))
    if found is None:
        return ""
    try:
        done = subprocess.run(
            [found, *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_WAIT,
            env=dict(environment),
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        log.debug("%s does not answer: %s", program, error)
        return ""
    return done.stdout.decode("utf-8", "replace").strip() if done.returncode == 0 else ""


@dataclass(frozen=True)
class Surroundings:
    """The readers, each to be replaced where another answer is wanted. All of them block."""

    on_battery: Callable[[], bool | None] = on_battery
    online: Callable[[], bool | None] = online
    reduced_motion: Callable[[], bool | None] = reduced_motion


class Scheme(QObject):
    """Light or dark: as the system does, or as the person chose in ``looks.scheme``."""

    def __init__(self, application: QApplication, theme: looks.Theme) -> None:
        super().__init__(theme)
        self._hints = application.styleHints()
        self._theme = theme
        self._chosen = Qt.ColorScheme.Unknown
        self._hints.colorSchemeChanged.connect(self._keep)

    def apply(self, scheme: str) -> None:
        """A value of ``looks.scheme``: "system", "light" or "dark"; the window changes at once."""
        chosen = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        self._chosen = chosen.get(scheme, Qt.ColorScheme.Unknown)
        # Qt then draws the window's frame and its own dialogs so as well; asked for Unknown it follows
        # the system again.
        self._hints.setColorScheme(self._chosen)
        self._keep()

    def _keep(self) -> None:
        """Not every platform obeys Qt: the theme takes the colours by itself then."""
        wanted = self._chosen if self._chosen != Qt.ColorScheme.Unknown else self._hints.colorScheme()
        dark = wanted == Qt.ColorScheme.Dark
        if self._theme.colours.dark != dark:
            self._theme.use(looks.DARK if dark else looks.LIGHT)
