"""A seeded monkey at the real window: clicks, drags, keys, queries, drops, dialogs, files that come and go.

Whatever it does, no exception and no warning may come, the window must answer, and at the end the photos
are as they were. ``python -m tests.journeys.monkey --seed 5 --events 3000`` replays what a test reported:
each event depends on the seed and its number alone.
"""

from __future__ import annotations

import argparse
import faulthandler
import gc
import os
import sys
import tempfile
import threading
import time
from collections import deque
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QScrollArea, QStackedWidget, QWidget

from app import asking, system
from app.actions import SPECS
from core.errors import RecollectError
from core.jobs import Token, Turn
from core.library import Library
from core.settings import SETTINGS
from tests.journeys.cage import Cage, Complaints, Files, pump
from tests.photos import jpeg_bytes

Key, Mouse, Mod = Qt.Key, Qt.MouseButton, Qt.KeyboardModifier
NOTHING, CTRL, SHIFT = Mod.NoModifier, Mod.ControlModifier, Mod.ShiftModifier
_HELD = {
    SHIFT: Key.Key_Shift,
    CTRL: Key.Key_Control,
    Mod.AltModifier: Key.Key_Alt,
    Mod.MetaModifier: Key.Key_Meta,
}
_TEXTS = {
    Key.Key_Backspace: "\b",
    Key.Key_Tab: "\t",
    Key.Key_Return: "\r",
    Key.Key_Enter: "\r",
    Key.Key_Escape: "\x1b",
}
_NAMES = """Left Right Up Down Home End PageUp PageDown Space Return Enter Escape Escape Tab Backtab Delete Backspace
Menu F S M L I R H C A Plus Minus Slash 0 1 F1 F2 F5 F9 F11"""
_KEYS = [Key[f"Key_{name}"] for name in _NAMES.split()]
_MORE = "Ctrl+Z Ctrl+Y Ctrl+A Ctrl+X Ctrl+V Shift+Right Shift+Down Ctrl+Space Alt+F"
_CHORDS = [*_MORE.split(), *(keys for spec in SPECS for keys in spec.keys if keys != "Ctrl+Q")]
_TYPED = """
dog ;; a dog in the snow ;; red ;; -dog ;; dog -cat ;; dog^2 beach ;; "golden gate bridge" ;; 狗
name:photo_00* ;; name: ;; in:Trips ;; in:" ;; after:2021-05 ;; after:2021-13 ;; date:2019..
date: ;; type:jpeg ;; type:xyz ;; is:favourite ;; is:hidden ;; is:duplicate ;; has:place
size:>10mb ;; size:>> ;; near:59.91,10.75,20km ;; near:91,900,-1km ;; like:"/nowhere.jpg" ;; like:
camera:pixel ;; ( ;; ) ;; a or ;; or ;; (((((( ;; type:jpeg or is:favourite ;; (dog or cat ;; " ;; -
-- ;; ^ ;; ^9^ ;; dog^999999999999 ;; keyword:beach ;; part:dog ;; part: ;; -is:favourite
orientation:portrait ;; taken: ;; %s{0}{name} ;; <b>bold</b> ;; ' ; drop table photo
"""
QUERIES = [part for line in _TYPED.splitlines() for part in line.split(" ;; ") if part]
QUERIES += ["a" * 300, "\N{BEACH WITH UMBRELLA} \u202eabc"]
_PAGES = ("all", "favourites", "duplicates", "problems", "health", "models", "settings", "card", "help")
_VALUES: tuple[Any, ...] = (0, 1, -1, 0.5, 1e9, "", "system", "garbage", True, False, None, "[", "*.tmp", "1")


class Monkey:
    """Plays events one by one. Raises AssertionError with the seed and what it did last."""

    def __init__(self, place: Path, model: Path, seed: int, story: Path | None = None) -> None:
        self.seed = seed
        self._kept = story.open("w", buffering=1, encoding="utf-8", errors="replace") if story else None
        self.files = Files(place)
        self.cage = Cage(place / "home", model, self.files.throw)
        self.complaints = Complaints()
        self.done: deque[str] = deque(maxlen=30)
        self.slowest = (0.0, "")
        self._beat = time.monotonic()
        self._number = 0
        kinds = [(self.click, 22), (self.key, 22), (self.chord, 7), (self.write, 8), (self.wheel, 4)]
        kinds += [(self.pull, 5), (self.drop, 5), (self.paste, 2), (self.resize, 3), (self.page, 5)]
        kinds += [(self.act, 7), (self.set, 3), (self.disk, 3), (self.wait, 1)]
        self._kinds = [kind for kind, weight in kinds for _ in range(weight)]

    @property
    def window(self) -> Any:
        """The program's window."""
        return self.cage.program.window

    def run(self, events: int) -> None:
        """The whole life of a window: start, events with a new start in the middle, a rest, the end."""
        alive = threading.Event()
        warden = threading.Thread(target=self._guard, args=(alive,), daemon=True)
        before = set(QApplication.topLevelWidgets()) if QApplication.instance() else set()
        warden.start()
        try:
            with self.cage, self.complaints.listening():
                self._begin()
                between = max(400, events // 10)
                for number in range(events):
                    self.step(number)
                    if number % between == between - 1:
                        self.rest()
                    if number == events // 2:
                        self._end()
                        self._begin()
                self.rest()
                self._end()
                self._look_back(before)
        except Exception as error:
            story = self._story()
            if self.cage.running:
                self.cage.end()
            raise AssertionError(
                f"{error!r}\n{story}" if str(error) == "" else f"{error}\n{story}"
            ) from error
        finally:
            alive.set()
            warden.join()

    def _begin(self) -> None:
        self.done.append("start")
        self.cage.start([str(self.files.folder)])
        assert pump(60, lambda: self.window.link.library is not None), "the library does not open"

    def _end(self) -> None:
        self.done.append("end")
        ended = self.cage.end()
        self._sane_so_far()
        assert ended, "a worker did not end"

    def _story(self) -> str:
        return f"--seed {self.seed}, up to event {self._number}; the last ones:\n" + "\n".join(self.done)

    def _guard(self, alive: threading.Event) -> None:
        """On a thread: says what was done last when the event loop stands still."""
        while not alive.wait(1.0):
            if time.monotonic() - self._beat > 60:
                print(f"no event was finished for a minute. {self._story()}", file=sys.stderr)
                faulthandler.dump_traceback(all_threads=True)
                self._beat = time.monotonic()

    # one event

    def step(self, number: int) -> None:
        """Play one event, let the window answer, and look whether all is well."""
        draw = Random(f"{self.seed}/{number}")
        self._number = number
        began = self._beat = time.monotonic()
        do = draw.choice(self._kinds)
        self.done.append(f"{number} {do.__name__}")
        if self._kept is not None:
            self._kept.write(f"{self.done[-2]}\n{number} {do.__name__}\n")
        rescue = QTimer(interval=30)
        rescue.timeout.connect(lambda: self._leave_menu(draw))
        rescue.start()  # a menu below a button holds the event until it is closed
        if not (QApplication.activeModalWidget() is not None and draw.random() < 0.7 and self.answer(draw)):
            said = do(draw)
            self.done[-1] += f" {said or ''}"
        rescue.stop()
        pump(draw.choice((0.001, 0.001, 0.004, 0.02)))
        took = time.monotonic() - began
        self.slowest = max(self.slowest, (took, self.done[-1]))
        self.check()

    def _leave_menu(self, draw: Random) -> None:
        popup = QApplication.activePopupWidget()
        if popup is None:
            return
        if isinstance(popup, QMenu) and draw.random() < 0.5:
            open_ = [one for one in popup.actions() if one.isEnabled() and not one.isSeparator()]
            safe = [one for one in open_ if one.text() != "Quit"]
            if safe:
                popup.setActiveAction(draw.choice(safe))
                self._press(Key.Key_Return)
                return
        self._press(Key.Key_Escape)

    def _aim(self) -> QWidget:
        return QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window

    def _press(self, key: Key, mods: Mod = NOTHING) -> None:
        at = self._aim()
        if isinstance(at, QFileDialog) or (key, mods) == (Key.Key_Q, CTRL):
            return  # its keys delete files
        handle = at.windowHandle()
        if handle is not None:
            gone = _told_when_gone(handle)
            for step in _strokes(key, mods):
                if not gone:
                    QTest.simulateEvent(handle, *step)

    def _place(self, draw: Random) -> tuple[QWidget, QPoint]:
        at, place = self._wanted_place(draw)
        handle = at.windowHandle()
        if handle is not None:  # a full screen has its own size, whatever was asked for
            place = QPoint(place.x() % max(1, handle.width()), place.y() % max(1, handle.height()))
        return at, place

    def _wanted_place(self, draw: Random) -> tuple[QWidget, QPoint]:
        """A point of what is in front; every other time on a part a person would aim at."""
        at = self._aim()
        x, y, some = draw.random(), draw.random(), draw.random()
        if at is self.window and some < 0.6:
            window = self.window
            showing = [
                window.grid,
                window.grid,
                window.side,
                window.bar,
                window.results.asker and window.status,
            ]
            showing += [window.pages, window.menuBar(), window.top_bar, window.parts.results_bar]
            part = showing[int(some / 0.6 * len(showing))]
            if part.isVisible():
                inside = part.rect().topLeft() + QPoint(int(x * part.width()), int(y * part.height()))
                return at, part.mapTo(at, inside)
        return at, QPoint(int(x * (at.width() - 1)), int(y * (at.height() - 1)))

    def click(self, draw: Random) -> str:
        """A click with any button, sometimes two, sometimes with Ctrl or Shift."""
        at, place = self._place(draw)
        button = draw.choices((Mouse.LeftButton, Mouse.RightButton, Mouse.MiddleButton), (8, 2, 0.3))[0]
        mods = draw.choices((NOTHING, CTRL, SHIFT), (6, 1, 1))[0]
        handle = at.windowHandle()
        if handle is None or isinstance(at, QFileDialog) or self._is_quit(at, place):
            return "nowhere"
        name = type(at).__name__  # a click may close it for good
        gone = _told_when_gone(handle)
        QTest.mouseMove(handle, place)
        for _ in range(2 if draw.random() < 0.2 else 1):  # two of them are a double click
            for act in (QTest.mousePress, QTest.mouseRelease):
                if not gone:
                    act(handle, button, mods, place)
        return f"{name} {place.toTuple()} {button.name}"

    def _is_quit(self, at: QWidget, place: QPoint) -> bool:
        action = at.actionAt(place) if isinstance(at, QMenu) else None
        return action is not None and action.text() == "Quit"

    def wheel(self, draw: Random) -> str:
        """The wheel, sometimes with Ctrl."""
        at, place = self._place(draw)
        handle, turn = at.windowHandle(), draw.choice((-960, -120, -15, 15, 120, 960))
        mods = CTRL if draw.random() < 0.3 else NOTHING
        if handle is not None:
            QTest.wheelEvent(handle, QPointF(place), QPoint(0, turn), QPoint(), mods)
        return f"{turn}"

    def pull(self, draw: Random) -> str:
        """Press, move, release."""
        at, place = self._place(draw)
        handle = at.windowHandle()
        if handle is None or isinstance(at, QFileDialog | QMenu):
            return "nothing"
        mods = draw.choices((NOTHING, CTRL, SHIFT), (6, 1, 1))[0]
        gone = _told_when_gone(handle)
        QTest.mousePress(handle, Mouse.LeftButton, mods, place)
        for _ in range(3):
            to = self._place(draw)[1]
            if not gone:
                to = QPoint(to.x() % handle.width(), to.y() % handle.height())
                QTest.mouseMove(handle, to)
            pump(0.001)
        if not gone:
            QTest.mouseRelease(handle, Mouse.LeftButton, mods, to)
        return f"{place.toTuple()}"

    def key(self, draw: Random) -> str:
        """A key that means something somewhere."""
        key = draw.choice(_KEYS)
        self._press(key)
        return key.name

    def chord(self, draw: Random) -> str:
        """A shortcut."""
        keys = draw.choice(_CHORDS)
        combination = QKeySequence(keys)[0]
        self._press(combination.key(), combination.keyboardModifiers())
        return keys

    def write(self, draw: Random) -> str:
        """Words into the query bar: typed, or pasted where a keyboard has no such key."""
        text = draw.choice(QUERIES)
        if draw.random() < 0.3:
            text = " ".join(draw.sample(QUERIES, 3))
        if self._aim() is not self.window:
            return "nowhere"
        self._press(Key.Key_F, CTRL)
        if draw.random() < 0.5:
            self._press(Key.Key_A, CTRL)
        focus = QApplication.focusWidget()
        if text.isascii() and len(text) < 60 and focus is not None:
            QTest.keyClicks(focus, text)
        else:
            QApplication.clipboard().setText(text)
            self._press(Key.Key_V, CTRL)
        pump(draw.choice((0.0, 0.0, 0.15)))
        if draw.random() < 0.4:
            self._press(draw.choice((Key.Key_Return, Key.Key_Down, Key.Key_Escape)))
        return repr(text)

    def _mime(self, draw: Random) -> tuple[str, QMimeData]:
        mime, kind = QMimeData(), draw.randrange(11)
        known = sorted(self.files.held)
        paths: list[bytes] = []
        if kind == 0:
            paths = [os.fsencode(draw.choice(self.files.more))]
        elif kind == 1:
            paths = [draw.choice(known)]
        elif kind == 2:
            paths = known
        elif kind == 3:
            paths = [b"/nowhere/at all \xff.jpg", os.fsencode(self.cage.home), b"/dev/null"]
        elif kind == 4:
            mime.setUrls([QUrl("https://example.invalid/photo.jpg"), QUrl("trash:///x"), QUrl()])
        elif kind == 5:
            image = QImage(draw.choice((1, 64)), 64, QImage.Format.Format_RGB32)
            image.fill(draw.randrange(1 << 24))
            mime.setImageData(image)
        elif kind == 6:
            mime.setText(draw.choice(QUERIES))
        elif kind in (7, 8):
            data = jpeg_bytes(draw.randrange(300))
            mime.setData("image/jpeg", data if kind == 7 else data[: draw.randrange(len(data))])
        elif kind == 9:
            mime.setData("image/png", b"no picture")
        if paths:
            mime.setUrls([QUrl.fromEncoded(system.file_uri(path)) for path in paths])
        return f"kind {kind}", mime

    def drop(self, draw: Random) -> str:
        """Something is dragged over the window, and dropped on it or not."""
        said, mime = self._mime(draw)
        at, buttons = QPoint(draw.randrange(300), draw.randrange(300)), Mouse.LeftButton
        if QApplication.activeModalWidget() is not None:
            return "not while a dialog is open"
        self.window.dragEnterEvent(QDragEnterEvent(at, Qt.DropAction.CopyAction, mime, buttons, NOTHING))
        if draw.random() < 0.2:
            self.window.dragLeaveEvent(QDragLeaveEvent())
            return f"{said}, but not here"
        self.window.dropEvent(QDropEvent(QPointF(at), Qt.DropAction.CopyAction, mime, buttons, NOTHING))
        return said

    def paste(self, draw: Random) -> str:
        """Something is in the clipboard, and pasted."""
        said, mime = self._mime(draw)
        QApplication.clipboard().setMimeData(mime)
        self._press(Key.Key_V, CTRL)
        return said

    def resize(self, draw: Random) -> str:
        """Another size; sometimes the whole screen or an icon for a moment."""
        if draw.random() < 0.1:
            self.window.showMinimized()
            pump(0.01)
            self.window.showNormal()
            self.window.activateWindow()
        elif self.window.isFullScreen():
            self._press(Key.Key_F11)
        self.window.resize(draw.randrange(300, 1700), draw.randrange(200, 1200))
        return str(self.window.size().toTuple())

    def page(self, draw: Random) -> str:
        """A page of the side bar."""
        name = draw.choice(_PAGES)
        if QApplication.activeModalWidget() is None:
            self.window.turn_to(name)
        return name

    def act(self, draw: Random) -> str:
        """An action, as from its menu."""
        name = draw.choice([spec.name for spec in SPECS if spec.name != "quit"])
        action = self.window.actions_[name]
        if action.isEnabled() and QApplication.activeModalWidget() is None:
            action.trigger()
        return name

    def set(self, draw: Random) -> str:
        """A setting gets a value, which may not be one of its own."""
        setting = draw.choice([one for one in SETTINGS if one.key not in _FIXED])
        value = draw.choice([*_VALUES, *setting.choices * 3, setting.default, setting.low, setting.high])
        self.window.page_care.set_setting(setting.key, value)
        return f"{setting.key} = {value!r}"

    def disk(self, draw: Random) -> str:
        """Another program changes a file."""
        kind = draw.randrange(5)
        return f"{('add', 'remove', 'move', 'edit', 'spoil')[kind]} {self.files.change(kind, draw)}"

    def wait(self, draw: Random) -> str:
        """Nothing for a while: timers end, notices go."""
        if draw.random() < 0.3:
            self.window.notices.hide()  # as when its eight seconds are over
        pump(0.1)
        return ""

    def answer(self, draw: Random) -> bool:
        """Deal with the dialog that is open; False when it takes any event."""
        dialog = QApplication.activeModalWidget()
        self.done[-1] += f" (a {type(dialog).__name__})"
        if isinstance(dialog, QFileDialog):
            if draw.random() < 0.5:
                folder = str(draw.choice([*self.files.more, self.files.folder / "Trips"]))
                dialog.fileSelected.emit(folder)  # what its button does
            dialog.reject()
            return True
        self._press(draw.choice((Key.Key_Escape, Key.Key_Return, Key.Key_Return, Key.Key_Tab)))
        return True

    # what must hold

    def _sane_so_far(self) -> None:
        assert not self.complaints.said, "\n".join(self.complaints.said[:3])

    def check(self) -> None:
        """After each event."""
        self._sane_so_far()
        window = self.window
        assert window.isVisible(), "the window is gone"
        assert window.pages.currentWidget() is not window.pages.trouble, window.pages.trouble.title.text()
        stack = window.parts.stack.currentWidget()
        assert stack in (window.parts.browse, window.viewing.viewer, window.viewing.compare)
        grid = window.grid
        assert len(grid.selection.chosen) == len(grid.ids) == len(grid.layout_)
        assert -1 <= grid.selection.current < max(1, len(grid.ids))
        notices = window.notices
        over = notices.parentWidget()
        if notices.isVisible() and notices.width() < over.width():
            where = f"{notices.geometry()} of {over.rect()}: {notices.text}"
            assert over.rect().contains(notices.geometry()), f"the notice stands outside the page: {where}"
        assert bool(notices.text.strip()) or not notices.isVisible(), "an empty notice"

    def rest(self) -> None:
        """Now and then: everything comes to rest, and what is shown is what is so."""
        self.done.append("rest")
        self._beat = time.monotonic()
        window, link = self.window, self.window.link
        for _ in range(8):
            if QApplication.activePopupWidget() or QApplication.activeModalWidget():
                (QApplication.activePopupWidget() or QApplication.activeModalWidget()).close()
        if link.paused:
            link.resume()
        pages = window.page_care
        jobs = (pages._health_job, pages._model_job, window.tidying._finding, window.tidying._looking)
        for job in jobs:
            if job is not None:
                job.cancel()
        window.notices.hide()
        assert pump(50, self._is_quiet), self._unrest()
        wanted = window.results._wanted()
        heard: list[Any] = []
        question, turn = window.asker.question, Turn(1, Token())
        link.act("reference", lambda library: _reference(library, question, turn, wanted), heard.append)
        assert pump(30, lambda: bool(heard)), "the library does not answer"
        shown = window.grid.ids.tolist()
        assert heard[0] in (None, shown), f"{shown[:20]} are shown for {question}, not {heard[0][:20]}"
        if not window.pages.turned_to:
            right = window.pages.grid if shown else (window.pages.message, window.pages.first_run)
            page = window.pages.currentWidget()
            assert page is right or (isinstance(right, tuple) and page in right), f"the wrong page: {page}"
        least = window.minimumSizeHint().toTuple()
        assert least[0] <= 1000 and least[1] <= 760, (
            f"the window cannot be smaller than {least}: {_largest(window, least[0] <= 1000)}"
        )
        gc.collect()
        self.check()

    def _unrest(self) -> str:
        link, window = self.window.link, self.window
        faulthandler.dump_traceback(all_threads=True)
        return (
            f"no rest: {link._runs} runs, looking {link._looking}, asking {window.asker.waiting}, "
            f"paused {link.paused}, {link.library.paused}, {link.status}"
        )

    def _is_quiet(self) -> bool:
        window = self.window
        busy = window.link.indexing or window.asker.waiting or window.link._due.isActive()
        busy = busy or window.bar._pause.isActive() or bool(window.care._doomed)
        if busy:
            self._still = time.monotonic()
        return time.monotonic() - getattr(self, "_still", 0.0) > 0.7

    def _look_back(self, before: set[QWidget]) -> None:
        """After the end: nothing is left behind, and the photos are as they were."""
        self.done.append("look back")
        assert self.cage.crashed is None, "the crash dialog was shown"
        gc.collect()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        left = [one for one in QApplication.topLevelWidgets() if one not in before]
        assert not left, (
            f"widgets are left: {[(one, one.objectName(), getattr(one, 'text', str)()) for one in left]}"
        )
        changed = self.files.differences()
        assert not changed, f"photos are not as they were: {changed}"
        with (
            patch.dict(os.environ, RECOLLECT_HOME=str(self.cage.home)),
            Library.open(self.cage.home) as library,
        ):
            wrong = [str(one) for one in library.check() if one.wrong]
        assert not wrong, f"the library is not whole: {wrong}"


def _largest(window: QWidget, tall: bool) -> str:
    """The part that asks for most room, in it the part that does, and so on: pages that are hidden ask too."""
    names, part = [], window

    def needs(one: QWidget) -> int:
        least, fixed = one.minimumSizeHint(), one.minimumSize()
        return fixed.height() or least.height() if tall else fixed.width() or least.width()

    while not isinstance(part, QScrollArea):
        pages = isinstance(part, QStackedWidget)
        inside = [
            one for one in part.children() if isinstance(one, QWidget) and (pages or not one.isHidden())
        ]
        if not inside:
            break
        part = max(inside, key=needs)
        text = str(getattr(part, "text", str)())[:60]
        names.append(f"{type(part).__name__} {part.objectName()} {needs(part)} {text}")
    return " > ".join(names)


def _strokes(key: Key, mods: Mod) -> list[tuple[bool, int, Mod, str, bool]]:
    """The keys of a chord one by one, down and up, as ``QTest.keyClick`` plays them. It goes on at a window
    that one of them has closed for good, as no platform would, and dies of it."""
    held = [one for one in _HELD if one & mods]
    text = _TEXTS.get(key) or (chr(key).lower() if key < 0x80 else "")
    down = [(True, int(_HELD[one]), NOTHING, "", False) for one in held]
    up = [(False, int(_HELD[one]), NOTHING, "", False) for one in held]
    return [*down, (True, int(key), mods, text, False), (False, int(key), mods, text, False), *up]


def _told_when_gone(handle: QWindow) -> list[bool]:
    """Empty as long as a window is there: a key or a click may close a menu for good."""
    gone: list[bool] = []
    handle.destroyed.connect(lambda: gone.append(True))
    return gone


# Settings that would load another model, or make nothing happen for an hour.
_FIXED = {
    "model.active",
    "watch.quiet_seconds",
    "watch.poll_seconds",
    "watch.rescan_seconds",
    "index.hnsw_from",
}


def _reference(library: Library, question: Any, turn: Turn, wanted: Any) -> list[int] | None:
    """The photos for a question, asked anew; None when it cannot be answered."""
    try:
        ids: list[int] = asking.answer(library, question, turn, wanted).wall.ids.tolist()
    except RecollectError:
        return None
    return ids


def main(arguments: list[str]) -> int:
    """Let the monkey at a window; 1 when it found something."""
    parser = argparse.ArgumentParser(prog="python -m tests.journeys.monkey", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--events", type=int, default=3000)
    parser.add_argument("--story", type=Path, help="a file that gets each event, should the program die")
    given = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from tests.tiny_models import make_tiny

    with tempfile.TemporaryDirectory(prefix="monkey-", ignore_cleanup_errors=True) as place:
        os.environ["XDG_DATA_HOME"] = place
        qt = QApplication(["recollect"])
        monkey = Monkey(Path(place), make_tiny("clip", Path(place) / "model"), given.seed, given.story)
        began = time.monotonic()
        try:
            monkey.run(given.events)
        except AssertionError as error:
            print(error, flush=True)
            os._exit(1)  # what the failure still holds would be taken down in any order
        seconds, slow = monkey.slowest
        print(
            f"{given.events} events in {time.monotonic() - began:.1f} s; the slowest took {seconds:.2f} s: {slow}"
        )
        del qt
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
