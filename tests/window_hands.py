"""A person at the window: what they type and press, and what they see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.application import Application

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

WAIT = 30_000  # ms: a loaded machine loads the model slowly
Key = Qt.Key


class Hands:
    """What a person does with the window, and what they see."""

    def __init__(self, program: Application, qtbot: QtBot) -> None:
        self.window = program.window
        self.qtbot = qtbot
        window = self.window
        window.activateWindow()
        qtbot.waitUntil(lambda: len(window.grid.ids) == 32 and not window.link.indexing, timeout=WAIT)
        self.settle()

    def reset(self) -> None:
        """All photos in their usual order again, nothing chosen, nothing open but the grid."""
        window = self.window
        window.notices.hide()
        window.turn_to("all")
        window.results.set_filters(False)
        window.results.setting_changed("results.sort", "relevance")
        window.results.setting_changed("search.strictness", 0.5)
        window.results.setting_changed("grid.shape", "justified")
        window.results._back.clear()
        window.results._forward.clear()
        window.grid.set_tile(160)
        window.grid.selection.nothing()
        window.grid.selection.current = -1
        window.grid.verticalScrollBar().setValue(0)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is being asked any more."""
        window = self.window
        self.qtbot.wait(1)
        self.qtbot.waitUntil(
            lambda: (
                not window.bar._pause.isActive()
                and not window.asker.waiting
                and window.results.answer is not None
                and window.results.answer.question == window.asker.question
            ),
            timeout=WAIT,
        )

    def type(self, text: str, *, enter: bool = False) -> None:
        """Type into the query bar instead of what stands there."""
        line = self.window.bar._line
        line.setFocus()
        line.selectAll()
        QTest.keyClick(line, Key.Key_Delete)
        QTest.keyClicks(line, text)
        if enter:
            QTest.keyClick(line, Key.Key_Return)
        self.settle()

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key where the focus is."""
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifiers)

    def headings(self) -> list[str]:
        """What the grid's headings say."""
        grid = self.window.grid
        return [grid.heading(section)[0] for section in range(len(grid.wall.sections))]

    def chips(self) -> list[str]:
        """What stands on the chips."""
        return [
            " ".join(part for part in token.label() if part) for token in self.window.bar.question().tokens
        ]
