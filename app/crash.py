"""When our own code fails: say so in one sentence, give the details, offer to start again."""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from types import TracebackType

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

log = logging.getLogger(__name__)

_WIDE = 520


class CrashReporter(QObject):
    """Installed as the hook of all threads; shows one dialog at a time, on the GUI thread."""

    restart_asked = Signal()
    _failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.window: QWidget | None = None
        self.dialog: CrashDialog | None = None
        self._hooks = (sys.excepthook, threading.excepthook)
        self._failed.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over from Python's own hooks."""
        sys.excepthook = self.hook
        threading.excepthook = self._thread_hook

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._hooks

    def hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """An exception nobody caught; any thread."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        log.critical("unexpected %s", kind.__name__, exc_info=(kind, error, trace))
        details = "".join(traceback.format_exception(kind, error, trace))
        self._failed.emit(f"{_versions()}\n\n{details}")

    def _thread_hook(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.hook(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def _show(self, details: str) -> None:
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.add(details)
            return
        self.dialog = CrashDialog(details, self.window)
        self.dialog.restart.clicked.connect(self.restart_asked)
        self.dialog.show()


class CrashDialog(QDialog):
    """A sentence, the details on request, copy, restart."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        title = QLabel(self.tr("Recollect has made a mistake"))
        title.setProperty("heading", "true")
        column.addWidget(title)
        said = QLabel(
            self.tr(
                "Your photos and your library are safe. You can go on, but starting again is wiser. "
                "The details help the developers; they may hold names of your folders."
            )
        )
        said.setWordWrap(True)
        said.setFixedWidth(_WIDE)
        said.setFixedHeight(said.heightForWidth(_WIDE))
        column.addWidget(said)
        self.details = QPlainTextEdit(details)
        self.details.setReadOnly(True)
        self.details.setFixedSize(_WIDE, 220)
        self.details.setAccessibleName(self.tr("Details"))
        self.details.hide()
        column.addWidget(self.details)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self.more = QPushButton(self.tr("Details"))
        self.more.clicked.connect(self._toggle)
        self.copy = QPushButton(self.tr("Copy"))
        self.copy.setToolTip(self.tr("Copy the details"))
        self.copy.clicked.connect(lambda: QApplication.clipboard().setText(self.details.toPlainText()))
        go_on = QPushButton(self.tr("Continue"))
        go_on.clicked.connect(self.close)
        self.restart = QPushButton(self.tr("Restart Recollect"))
        self.restart.setDefault(True)
        buttons.addWidget(self.more)
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        buttons.addWidget(go_on)
        buttons.addWidget(self.restart)
        column.addSpacing(4)
        column.addLayout(buttons)
        for button in (self.more, self.copy, go_on):
            button.setAutoDefault(False)
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)

    def _toggle(self) -> None:
        self.details.setVisible(self.details.isHidden())

    def add(self, details: str) -> None:
        """One more, while this one is still open."""
        self.details.appendPlainText("\n" + details)


def _versions() -> str:
    return f"Python {platform.python_version()}, PySide6 {pyside_version}, {platform.platform()}"
