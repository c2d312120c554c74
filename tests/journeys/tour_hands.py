"""Eyes and hands for walking through the window: real clicks and keys at real places, waits for conditions.

Events are given to the window, which finds the widget under them itself: what is covered, hidden or greyed
cannot be used here either.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QCursor, QInputMethodEvent, QPixmap, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QScrollArea,
    QWidget,
)

from app.application import Application
from app.panels.side_lines import ROLE
from tests.journeys.cage import pump

Key, Mod, Button = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton
PATIENCE = 30.0  # seconds: for a condition on a loaded machine
_STEP = 0.005


class Hands:
    """Uses a window as a person does. Without ``folder`` nothing is saved."""

    def __init__(self, application: Application, folder: Path | None = None, prefix: str = "") -> None:
        self.application = application
        self.window = application.window
        self.grid = self.window.grid
        self._folder = folder
        self._prefix = prefix
        self.saved: list[Path] = []

    # waiting

    def wait(self, condition: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
        """Let the window live until the condition holds. Raises AssertionError: it never did."""
        end = time.monotonic() + patience
        while not condition():
            assert self.application.crashes.dialog is None, "the window reported an error"
            assert time.monotonic() < end, f"this never came: {what}"
            pump(0.001)
            time.sleep(_STEP)

    def rest(self, seconds: float = 0.2) -> None:
        """Let movements end and events be handled."""
        pump(seconds)

    def answered(self) -> None:
        """The answer to what stands in the bar is on screen, with its thumbnails."""
        bar, asker = self.window.bar, self.window.asker
        self.wait(lambda: asker.question == bar.question() and not asker.waiting, "an answer")
        self.rest(0.05)
        self.wait(lambda: not asker.waiting, "an answer")

    def pictures(self) -> None:
        """Every tile in view has its thumbnail."""
        grid = self.grid

        def there() -> bool:
            tiles = grid.layout_.tiles_between(grid.top(), grid.top() + grid.viewport().height())
            ids = [int(grid.ids[index]) for index in tiles]
            return all(grid.cache.get(photo) is not None or grid.cache.missing(photo) for photo in ids)

        self.wait(there, "the thumbnails in view")

    # the pointer

    def click(
        self,
        widget: QWidget,
        place: QPoint | None = None,
        *,
        button: Qt.MouseButton = Button.LeftButton,
        keys: Qt.KeyboardModifier = Mod.NoModifier,
        twice: bool = False,
    ) -> None:
        """Click a widget, in its middle if no place is given."""
        window, there = self._reach(widget, place)
        QTest.mouseMove(window, there)
        QTest.mouseClick(window, button, keys, there)
        if twice:
            QTest.mouseDClick(window, button, keys, there)
        pump(0.001)

    def move(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Move the pointer over a widget."""
        QTest.mouseMove(*self._reach(widget, place))
        pump(0.001)

    def drag(self, widget: QWidget, begin: QPoint, end: QPoint) -> None:
        """Press, move, release."""
        window, there = self._reach(widget, begin)
        QTest.mousePress(window, Button.LeftButton, Mod.NoModifier, there)
        for part in (0.25, 0.5, 0.75, 1.0):
            step = begin + (end - begin) * part
            QTest.mouseMove(window, widget.mapTo(widget.window(), step))
            pump(0.001)
        QTest.mouseRelease(window, Button.LeftButton, Mod.NoModifier, widget.mapTo(widget.window(), end))
        pump(0.001)

    def _reach(self, widget: QWidget, place: QPoint | None) -> tuple[QWindow, QPoint]:
        self.wait(lambda: widget.isVisible() and widget.isEnabled(), f"a usable {widget}")
        pump(0.001)

        def there() -> QPoint:
            return widget.rect().center() if place is None else place

        def under() -> QWidget:
            front = QApplication.activePopupWidget() or QApplication.activeModalWidget() or widget.window()
            place = front.mapFromGlobal(widget.mapToGlobal(there()))
            return front.childAt(place) or front

        def reached() -> bool:
            return under() is widget or widget.isAncestorOf(under())

        if not reached():  # below the edge of a page that scrolls, or not yet laid out
            self.rest(0.05)
            self._scroll_to(widget)
        try:
            self.wait(reached, "", 5.0)
        except AssertionError:
            name = widget.accessibleName() or repr(widget)
            raise AssertionError(f"{name} cannot be clicked: {under()} lies over it") from None
        window = widget.window().windowHandle()
        assert window is not None
        return window, widget.mapTo(widget.window(), there())

    def _scroll_to(self, widget: QWidget) -> None:
        above = widget.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(widget)

    def tile(self, index: int) -> QPoint:
        """Where a tile stands in the grid's viewport; it is scrolled into view first."""
        self.grid.reveal(index)
        x, y, wide, high = self.grid.layout_.rect(index)
        return QRect(x, y - self.grid.top(), wide, high).center()

    def click_tile(self, index: int, **named: object) -> None:
        """Click a photo of the grid."""
        self.click(self.grid.viewport(), self.tile(index), **named)  # type: ignore[arg-type]

    # keys

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = Mod.NoModifier) -> None:
        """One key, to whatever has the keyboard."""
        front = QApplication.activePopupWidget() or self._front()
        window = front.windowHandle()
        assert window is not None
        QTest.keyClick(window, key, keys)
        pump(0.001)

    def _front(self) -> QWidget:
        """The window that has the keyboard; given to it where there is no window manager to do so."""
        front = QApplication.activeModalWidget() or self.window
        if QApplication.activeWindow() is not front:
            front.activateWindow()
            self.wait(lambda: QApplication.activeWindow() is front, "the keyboard")
        return front

    def write(self, text: str) -> None:
        """Type text where the keyboard is; letters no keyboard has come as from an input method."""
        focus = self._front().focusWidget()
        assert focus is not None, "nothing has the keyboard"
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(focus, letter)
            else:
                event = QInputMethodEvent()
                event.setCommitString(letter)
                QApplication.sendEvent(focus, event)
        pump(0.001)

    def ask(self, text: str, *, enter: bool = False) -> None:
        """Clear the bar, type a question, and wait for its answer."""
        bar = self.window.bar
        self.click(bar._line)
        self._escape(lambda: bool(bar.question().tokens or bar.text()))
        self.write(text)
        if enter:
            self.press(Key.Key_Return)
        self.answered()
        self.wait(lambda: self.window.pages.currentWidget() is not self.window.pages.message, "photos")

    # parts of the window

    def side(self, key: str) -> None:
        """Click a line of the side bar."""
        side = self.window.side
        rows = range(side.list.count())
        row = next((row for row in rows if side.list.item(row).data(ROLE).key.startswith(key)), None)
        assert row is not None, f"the side bar has no line {key}"
        item = side.list.item(row)
        side.list.scrollToItem(item)
        self.click(side.list.viewport(), side.list.visualItemRect(item).center())

    def menu(self, title: int, name: str) -> None:
        """Open a menu of the menu bar by its place and click an action."""
        bar = self.window.menuBar()
        self.click(bar, bar.actionGeometry(bar.actions()[title]).center())
        self.wait(lambda: QApplication.activePopupWidget() is not None, "the menu")
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, QMenu)
        self.click(popup, popup.actionGeometry(self.window.actions_[name]).center())

    def choose_folder(self, path: Path) -> None:
        """Name a folder in the dialog that is open and choose it."""
        self.wait(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog), "the folder dialog")
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(line, QLineEdit)
        self.click(line)
        line.selectAll()
        self.write(str(path))
        self.rest(0.05)
        self._escape(lambda: QApplication.activePopupWidget() is not None)
        buttons = dialog.findChild(QDialogButtonBox)
        assert isinstance(buttons, QDialogButtonBox)
        self.click(buttons.button(QDialogButtonBox.StandardButton.Open))
        self.wait(lambda: QApplication.activeModalWidget() is None, "the end of the dialog")

    def home(self) -> None:
        """Back to all photos, with nothing open, chosen or asked."""
        viewing = self.window.viewing
        self._escape(lambda: QApplication.activePopupWidget() is not None)
        self._front()
        self._escape(lambda: viewing.open or viewing.preview.isVisible())
        notices = self.window.notices
        if notices.isVisible():
            self.click(notices._cross)
        self.side("all")
        self.move(self.window.status)
        self.answered()
        self.wait(lambda: self.window.pages.currentWidget() is self.grid, "all photos")

    def _escape(self, inside: Callable[[], bool]) -> None:
        for _ in range(10):
            if not inside():
                return
            self.press(Key.Key_Escape)
        raise AssertionError("Esc leads nowhere")

    # pictures of the window

    @contextmanager
    def resized(self, wide: int, high: int) -> Iterator[None]:
        """The window in another size for a while."""
        size = self.window.size()
        self.window.resize(wide, high)
        self.rest(0.3)
        yield
        self.window.resize(size)
        self.rest(0.3)

    def shot(self, name: str, settle: float = 0.25) -> None:
        """Save what the screen shows."""
        if self._folder is None:
            return
        if self.window.pages.currentWidget() is self.grid and self.grid.isVisible():
            self.pictures()
        self.rest(settle)
        screen = self.window.screen()
        picture: QPixmap = screen.grabWindow(0)
        size = self.window.size() * screen.devicePixelRatio()
        file = self._folder / f"{self._prefix}{name}.png"
        assert picture.copy(QRect(QPoint(0, 0), size)).save(str(file)), f"{file} cannot be written"
        self.saved.append(file)


def out_of_the_way() -> None:
    """Put the real pointer where nothing lies under it."""
    screen = QApplication.primaryScreen().geometry()
    QCursor.setPos(screen.right(), screen.bottom())
