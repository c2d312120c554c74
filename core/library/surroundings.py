"""How hard indexing may work now: the person's wish, and whether the computer runs on battery."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import psutil

from core.settings import Settings

_ASKED_EVERY = 5.0
_NICE = 10
_LOWEST = -2  # THREAD_PRIORITY_LOWEST of Windows
_DARWIN_THREAD, _DARWIN_BACKGROUND = 3, 0x1000


class Surroundings(Protocol):
    """What the engine asks of the computer around it."""

    def on_battery(self) -> bool | None:
        """True while no mains power is connected; None where that is not known."""
        ...


class Computer:
    """This computer."""

    def on_battery(self) -> bool | None:
        """What the system says of its battery; None without one."""
        sensors = getattr(psutil, "sensors_battery", None)
        try:
            battery = sensors() if sensors is not None else None
        except (OSError, psutil.Error, ValueError, RuntimeError):
            # Batteries' drivers answer in odd ways; then nothing is known.
            return None
        if battery is None or battery.power_plugged is None:
            return None
        return not battery.power_plugged


@dataclass(frozen=True)
class Pace:
    """How indexing goes now. ``gentle``: one decoder of low priority, one thread of the encoder, and rests;
    ``paused``: not at all. ``battery``: because of the battery."""

    gentle: bool = False
    paused: bool = False
    battery: bool = False


class Pacing:
    """Decides the pace from the settings and the surroundings; cheap, any thread, any time."""

    def __init__(
        self,
        settings: Settings,
        surroundings: Surroundings | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._settings = settings
        self._surroundings = surroundings or Computer()
        self._clock = clock
        self._lock = threading.Lock()
        self._asked: float | None = None
        self._on_battery = False

    def now(self) -> Pace:
        """The pace at this moment. "auto" is as the settings for the battery say, "never" is never gentle."""
        wish, on_battery = self._settings.text("indexing.gentle"), self._settings.text("indexing.battery")
        if on_battery != "same" and self._without_mains():
            if on_battery == "pause":
                return Pace(gentle=wish != "never", paused=True, battery=True)
            if wish == "auto":
                return Pace(gentle=True, battery=True)
        return Pace(gentle=wish == "always")

    def _without_mains(self) -> bool:
        now = self._clock()
        with self._lock:
            if self._asked is None or not 0 <= now - self._asked < _ASKED_EVERY:
                self._asked = now
                self._on_battery = self._surroundings.on_battery() is True
            return self._on_battery


def lower_priority() -> None:
    """Let the calling thread leave the processor to others, for good, where the system has a way."""
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            kernel = ctypes.windll.kernel32
            kernel.SetThreadPriority(kernel.GetCurrentThread(), _LOWEST)
        elif sys.platform == "darwin":
            os.setpriority(_DARWIN_THREAD, 0, _DARWIN_BACKGROUND)
        elif sys.platform == "linux":
            # Here a thread has a priority of its own.
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICE)
