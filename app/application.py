"""From a start on the command line to a window, and back: one program per library."""

from __future__ import annotations

import logging
import os
import signal
import socket
import sys
from collections.abc import Sequence

from PySide6.QtCore import QObject, QSettings, QSocketNotifier, Qt
from PySide6.QtWidgets import QApplication

from app import i18n, quick_imports, system
from app.crash import CrashReporter
from app.library_link import LibraryLink
from app.logs import LogFile
from app.main_window import MainWindow
from app.motion import Motion
from app.single_instance import SingleInstance, socket_name
from app.surroundings import Scheme, Surroundings
from app.theme import Theme
from app.workers import Bridge
from core import paths
from core.settings import Settings

log = logging.getLogger(__name__)


class Application(QObject):
    """Everything that lives as long as the window."""

    def __init__(self, qt: QApplication, language: str = "en") -> None:
        super().__init__()
        self.qt = qt
        self.crashes = CrashReporter(self)
        self.instance = SingleInstance(socket_name(paths.data_home()), self)
        self.theme = Theme(qt)
        self.bridge = Bridge(self)
        self.link = LibraryLink(self.bridge, self)
        place = paths.data_home() / "window.ini"
        self.settings = QSettings(str(place), QSettings.Format.IniFormat)
        self.motion = Motion("system", Surroundings().reduced_motion)
        self.scheme = Scheme(qt, self.theme)
        self.window = MainWindow(
            self.theme, self.bridge, self.link, self.settings, self.motion, self.scheme, language
        )
        self.crashes.window = self.window
        self.crashes.restart_asked.connect(self._restart)
        self.instance.started_again.connect(self._started_again)
        self._restart_wanted = False

    def start(self, folders: Sequence[str | bytes], *, samples: bool) -> None:
        """Show the window; the library is opened when it has been painted."""
        self.crashes.install()
        self.instance.listen()
        self.window.folders.take([os.path.abspath(os.fsencode(folder)) for folder in folders])
        if samples:
            self.window.folders.add_samples()
        self.window.first_painted.connect(self.link.open)
        self.window.first_painted.connect(self._ask_for_motion)
        self.window.show()

    def _ask_for_motion(self) -> None:
        """Whether the system wants things to move; asked of programs and files, so on a worker."""
        self.link.ask("motion", self.motion.ask, self.motion.answered)

    def end(self) -> bool:
        """Close everything, at most about three seconds; then restart when that was asked for.

        False when a worker is still inside a call that cannot be cancelled.
        """
        self.instance.close()
        ended = self.window.end()
        self.settings.sync()
        self.crashes.uninstall()
        if self._restart_wanted:
            system.restart(sys.argv[1:])
        return ended

    def _started_again(self, folders: list[bytes], samples: bool) -> None:
        self.window.bring_to_front()
        self.window.folders.take(folders)
        if samples:
            self.window.folders.add_samples()

    def _restart(self) -> None:
        self._restart_wanted = True
        self.window.close()


def run_window(folders: list[str], samples: bool) -> int:
    """Show the window until it is closed; 0 at the end. A second start hands over and ends at once."""
    qt = _qt_application()
    first = SingleInstance(socket_name(paths.data_home()))
    if first.hand_over(folders, samples=samples):
        return 0
    logs = LogFile()
    logs.start()
    loaded = i18n.install(qt, Settings(paths.data_home() / "settings.json").text("language"))
    application = Application(qt, loaded.language)
    signals = _Signals(application)
    application.start(folders, samples=samples)
    code, ended = 1, False
    try:
        code = qt.exec()
    finally:
        signals.close()
        ended = application.end()
        logs.stop()
    if not ended:
        # A thread still imports or loads the model: the interpreter's own end would wait for it, or
        # crash under it. The library is closed and nothing is left to write.
        os._exit(code)
    return code


def _qt_application() -> QApplication:
    quick_imports.restore()
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("Recollect")
    qt.setApplicationDisplayName("Recollect")
    qt.setDesktopFileName("recollect")
    return qt


class _Signals:
    """Ctrl-C and SIGTERM close the window as its button does, so that nothing committed is lost."""

    def __init__(self, application: Application) -> None:
        self._before: dict[int, object] = {}
        self._ours, self._theirs = socket.socketpair()
        self._ours.setblocking(False)
        self._theirs.setblocking(False)
        self._wakeup = signal.set_wakeup_fd(self._theirs.fileno())
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(lambda *_: self._close(application))
        for number in (signal.SIGINT, signal.SIGTERM):
            self._before[number] = signal.signal(number, lambda *_: None)

    def _close(self, application: Application) -> None:
        self._ours.recv(64)
        application.window.close()

    def close(self) -> None:
        """Put the earlier handlers back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._wakeup)
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]
        self._ours.close()
        self._theirs.close()
