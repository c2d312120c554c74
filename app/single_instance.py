"""One window per library: a second start hands what it was asked for to the first and ends.

The socket's name holds the user and the library's folder. After a crash the socket file stays and
would count as "in use" for ever, so a name nobody answers under is taken over.
"""

from __future__ import annotations

import getpass
import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDir, QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_REACH = 500  # ms to reach a running program
_REPLY = 3000  # ms it may take to answer
_MOST = 1 << 20  # bytes of one message


def socket_name(home: Path) -> str:
    """The same for every start of one user on one library."""
    user = str(os.getuid()) if hasattr(os, "getuid") else getpass.getuser()
    mark = hashlib.sha256(os.fsencode(home) + b"\0" + user.encode()).hexdigest()[:16]
    return f"recollect-{mark}"


class SingleInstance(QObject):
    """Either hands over to the first program (``hand_over``), or is the first (``listen``)."""

    started_again = Signal(object, bool)  # folders (bytes) the second start was given; the samples too?

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._server: QLocalServer | None = None

    def hand_over(self, folders: Sequence[str | bytes], *, samples: bool = False) -> bool:
        """Give the folders, and the wish for the sample photos, to a running program; True when it took them.

        Before the window is up.
        """
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_REACH):
            return False
        named = [os.path.abspath(os.fsencode(folder)).hex() for folder in folders]
        message = {"folders": named, "samples": samples}
        socket.write(json.dumps(message).encode() + b"\n")
        socket.flush()
        answered = socket.waitForReadyRead(_REPLY) and bytes(socket.readAll().data()).startswith(b"ok")
        socket.disconnectFromServer()
        return answered

    def listen(self) -> bool:
        """Become the first. False when another one took the name meanwhile and is alive."""
        # With access options Qt makes the socket aside and renames it over one that lives, so a name in
        # use is not refused: ask first. The lock keeps two simultaneous starts from both being first.
        lock = QLockFile(str(Path(QDir.tempPath()) / f"{self._name}.lock"))
        lock.tryLock(_REPLY)
        if self._alive():
            return False
        QLocalServer.removeServer(self._name)
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not server.listen(self._name):
            return False
        server.newConnection.connect(self._connected)
        self._server = server
        return True

    def close(self) -> None:
        """Answer no more: the next start is a first one."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None

    def _alive(self) -> bool:
        probe = QLocalSocket()
        probe.connectToServer(self._name)
        alive = probe.waitForConnected(_REACH)
        probe.abort()
        return alive

    def _connected(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            visitor = _Visitor(socket, self)
            visitor.asked.connect(self.started_again)


class _Visitor(QObject):
    """One connection: reads a line, answers, and goes when the other side has gone."""

    asked = Signal(object, bool)

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        self._text = b""
        socket.setParent(self)  # not the server's: nothing is deleted behind our back
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(self.deleteLater)
        self._read()

    def _read(self) -> None:
        self._text += bytes(self._socket.readAll().data())
        if len(self._text) > _MOST:
            self._socket.abort()
        elif self._text.endswith(b"\n"):
            folders, samples = _understood(self._text)
            self._text = b""
            self._socket.write(b"ok\n")
            self._socket.flush()
            self.asked.emit(folders, samples)


def _understood(message: bytes) -> tuple[list[bytes], bool]:
    """The folders in a message, and whether the samples are wanted; nothing from one that is not ours."""
    try:
        told = json.loads(message)
        return [bytes.fromhex(folder) for folder in told["folders"]], told.get("samples") is True
    except (ValueError, KeyError, TypeError, RecursionError):
        return [], False
