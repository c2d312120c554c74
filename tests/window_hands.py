"""A person at the window: what they type and press, and what they see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from app.application import Application

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from core.library.values import PhotoInfo

WAIT = 30_000  # ms: a loaded machine loads the model slowly
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
YES, NO = QMessageBox.ButtonRole.AcceptRole, QMessageBox.ButtonRole.RejectRole
# Two files of the same bytes in the library the window is shown with.
COPIES = ("photo 00.jpg", "copy.jpg")


def end(program: Application) -> None:
    """Close the window and its library: no worker is left, nothing crashed."""
    program.window.close()
    program.end()
    assert program.link._start.close(60)
    assert program.crashes.dialog is None
    program.theme.setParent(None)
    program.window.deleteLater()


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
        window.results.setting_changed("results.stacks", True)
        window.results.without = ()
        library = window.link.library
        if library is not None:
            library.marks.favourite([int(one) for one in window.grid.ids], False)
        window.rows.forget()
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

    def rows(self, ids: list[int]) -> list[PhotoInfo]:
        """What the library knows of these photos now."""
        library = self.window.link.library
        assert library is not None
        return library.rows(ids)

    def choose(self, *places: int) -> list[int]:
        """Click tiles, the further ones with Ctrl."""
        grid = self.window.grid
        for number, place in enumerate(places):
            grid.reveal(place)
            x, y, w, h = grid.layout_.rect(place)
            spot = QPoint(x + w // 2, y - grid.top() + h // 2)
            held = CTRL if number else Qt.KeyboardModifier.NoModifier
            QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, held, spot)
        grid.setFocus()
        return grid.chosen_ids()

    def answer_box(self, role: QMessageBox.ButtonRole) -> str:
        """Press a button of the question that is asked; what it said."""
        window = self.window
        self.qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)), timeout=WAIT)
        (box,) = window.findChildren(QMessageBox)
        words = box.text()
        next(one for one in box.buttons() if box.buttonRole(one) == role).click()
        self.qtbot.waitUntil(lambda: not window.findChildren(QMessageBox), timeout=WAIT)
        window.activateWindow()
        self.settle()
        return words
