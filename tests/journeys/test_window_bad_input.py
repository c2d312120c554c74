"""What a person (or the disk) may do wrong with the real window: nothing lost, nothing frozen, one quiet word."""

from __future__ import annotations

import os
import re
import shutil
import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QMessageBox

from app import system
from app.folder_care import FolderCare
from core.jobs import Token, Turn
from core.library import Library
from tests.harm import in_namespace, needs_mount
from tests.journeys.cage import Cage, Complaints, pump
from tests.photos import jpeg_bytes, make_photos, write

WAIT = 30.0  # seconds: a loaded machine loads the model slowly
Key = Qt.Key


class Trash:
    """The system's trash; ``refuses`` names files that do not go."""

    def __init__(self) -> None:
        self.refuses: set[bytes] = set()
        self.took: dict[bytes, bytes] = {}

    def __call__(self, path: bytes) -> None:
        if path in self.refuses:
            raise PermissionError(13, "Permission denied")
        with open(path, "rb") as file:
            self.took[path] = file.read()
        os.unlink(path)


@pytest.fixture
def trash() -> Trash:
    return Trash()


@pytest.fixture
def cage(qapp: QApplication, own_home: Path, tiny_model: Path, trash: Trash) -> Iterator[Cage]:
    """A program that is started by the test and ended after it."""
    complaints = Complaints()
    with Cage(own_home, tiny_model, trash) as made, complaints.listening():
        yield made
        if made.running:
            assert made.end(), "a worker did not end"
        assert made.crashed is None
        complaints.said = [line for line in complaints.said if line.startswith("Qt:")]
        assert not complaints.said  # of the log the test sees itself


def begun(cage: Cage, folder: Path, count: int) -> Any:
    """The window on a folder of so many photos, all taken in."""
    make_photos(folder, count)
    window = cage.start([str(folder)]).window
    at_rest(window, lambda: len(window.grid.ids) == count)
    return window


def in_front(window: Any) -> None:
    """What a window manager does when a dialog ends."""
    window.activateWindow()
    assert pump(WAIT, window.isActiveWindow)
    window.grid.setFocus()


def at_rest(window: Any, so: Callable[[], bool] = lambda: True) -> None:
    """Wait until nothing is under way and something is so."""

    def rests() -> bool:
        link = window.link
        busy = link.library is None or link.indexing or window.asker.waiting or link._due.isActive()
        return not busy and not window.bar._pause.isActive() and so()

    assert pump(WAIT, rests), (
        f"indexing {window.link.indexing}, {len(window.grid.ids)} photos, {said(window)}"
    )


def said(window: Any) -> str:
    """What the window says of a difficulty just now: under the query bar, or in its notice."""
    if window.top_bar.mistake.isVisible():
        return str(window.top_bar.mistake.text())
    return window.notices.text if window.notices.isVisible() else ""


def is_plain(words: str) -> bool:
    """A sentence or two as one person says them to another: no code, no haste, not long."""
    words = words.replace("(s)", "s")  # no language is loaded here, which would make plurals
    odd = re.search(r"Traceback|Errno|Error\b|Exception|[{}]|None|!(\s|$)|0x|\\x", words)
    whole = re.fullmatch(r"[A-Z0-9“/].*([.)]|: \S+( \S+)*)", words, re.DOTALL)
    return bool(whole) and odd is None and len(words) < 300 and "\n" not in words


def hears(window: Any, part: str) -> str:
    """Wait for words with this part; they must be plain."""
    assert pump(WAIT, lambda: part in said(window)), f"{part!r} is not said, but {said(window)!r}"
    words = said(window)
    assert is_plain(words), words
    return words


def drop(window: Any, mime: QMimeData) -> None:
    window.notices.hide()
    event = QDropEvent(
        QPointF(300, 200),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)  # Qt hands a drop on only within a drag of the window system


def files(*paths: bytes | Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromEncoded(system.file_uri(os.fsencode(path))) for path in paths])
    return mime


def reference(window: Any) -> set[int]:
    """All photos, asked of the library anew."""
    heard: list[Any] = []
    window.link.act("all", lambda library: library.all_photos().photo_ids.tolist(), heard.append)
    assert pump(WAIT, lambda: bool(heard))
    return set(heard[0])


def test_drops_that_are_no_pictures(cage: Cage, tmp_path: Path) -> None:
    window = begun(cage, tmp_path / "photos", 6)
    before = window.grid.ids.tolist()
    takes = "Recollect takes folders and pictures"
    text, address = QMimeData(), QMimeData()
    text.setText("some words")
    address.setUrls([QUrl("https://example.invalid/a.jpg"), QUrl("trash:///a")])
    for mime in (text, address, QMimeData(), files(b"/nowhere/at all \xff.jpg"), files(b"/dev/null")):
        drop(window, mime)
        hears(window, takes)
    # a file that is no picture, one that ends too early, one that is empty: the photos stay on screen
    write(tmp_path / "letter.txt", b"Dear all, " * 50)
    write(tmp_path / "cut.jpg", jpeg_bytes(1, (400, 300))[:900])
    write(tmp_path / "empty.jpg", b"")
    for name in ("letter.txt", "cut.jpg", "empty.jpg"):
        drop(window, files(tmp_path / name))
        hears(window, name)
        assert window.grid.ids.tolist() == before
        window.bar.clear()
        at_rest(window)
    for kind, data in (("image/jpeg", b"no picture"), ("image/png", b""), ("image/webp", jpeg_bytes(1)[:40])):
        mime = QMimeData()
        mime.setData(kind, data)
        drop(window, mime)
        assert pump(WAIT, lambda: bool(said(window))), kind
        assert is_plain(said(window)), said(window)
        window.bar.clear()
        at_rest(window)
    # folders: an empty one is taken, the library itself is not, a folder twice is once
    (tmp_path / "hollow").mkdir()
    drop(window, files(tmp_path / "hollow", tmp_path / "photos"))
    at_rest(window, lambda: window.link.status.folders and len(window.link.status.folders) == 2)
    drop(window, files(cage.home))
    hears(window, "Recollect's own data folder")
    at_rest(window)
    assert window.grid.ids.tolist() == before
    # a picture so small that nothing is in it is an ordinary question
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    mime = QMimeData()
    mime.setImageData(image)
    drop(window, mime)
    at_rest(window)
    assert len(window.grid.ids) > 0


def test_five_hundred_files_at_once_leave_the_window_as_it_is(cage: Cage, tmp_path: Path) -> None:
    window = begun(cage, tmp_path / "photos", 6)
    window.resize(1200, 700)
    many = make_photos(tmp_path / "many", 25)
    for number in range(475):
        os.link(many[number % 25], tmp_path / "many" / f"again {number}.jpg")
    drop(window, files(*sorted((tmp_path / "many").iterdir())))
    at_rest(window, lambda: bool(window.asker.question.pictures))
    assert len(window.grid.ids) > 0
    hears(window, "the first 5 of these 500 pictures")
    assert len(window.asker.question.pictures) == 5
    window.resize(800, 600)
    pump(0.05)
    assert window.width() <= 820, "its chips keep the window from being made narrow"
    window.bar.clear()
    at_rest(window)
    assert set(window.grid.ids.tolist()) == reference(window)


def test_mistakes_in_a_query_are_underlined_where_they_are(cage: Cage, tmp_path: Path) -> None:
    window = begun(cage, tmp_path / "photos", 4)
    lines: list[tuple[int, int] | None] = []
    shown = window.bar._line.underline
    window.bar._line.underline = lambda theme, span: (lines.append(span), shown(theme, span))[0]
    for query, part in (
        ("dog after:2021-13", "2021-13"),
        ("dog near:91,900,5km red", "91,900,5km"),
        ("size:>>", ">>"),
        ("red type:xyz", "xyz"),
        ("is:hungry dog", "hungry"),
        ("dog ((type:jpeg or in:a", "("),
        ("-dog", None),
        ('like:"/nowhere/a.jpg"', None),
    ):
        before = window.grid.ids.tolist()
        lines.clear()
        window.bar.set_text(query)
        if part is not None:
            pump(0.05)
            QTest.keyClick(window.bar._line, Key.Key_Return)  # a word at the end may still be typed
        assert pump(WAIT, window.top_bar.mistake.isVisible), query
        assert is_plain(said(window)), said(window)
        assert window.grid.ids.tolist() == before
        assert window.bar.text() == query
        if part is not None:
            spans = [span for span in lines if span is not None]
            assert spans, f"nothing of {query} is underlined"
            begin, end = spans[-1]
            assert part in query[max(0, begin - 6) : end], (query, query[begin:end])
            assert query[begin:end] != query, "the whole line is underlined"
        window.bar.set_text("dog")
        assert pump(WAIT, lambda: not window.top_bar.mistake.isVisible())
        at_rest(window)


def test_photos_that_go_while_they_are_looked_at(cage: Cage, tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    window = begun(cage, folder, 5)
    viewer = window.viewing.viewer
    window.grid.setFocus()
    QTest.keyClick(window.grid, Key.Key_Right)
    QTest.keyClick(window.grid, Key.Key_Return)
    assert pump(WAIT, lambda: viewer.isVisible() and viewer.current_id() is not None)
    seen = viewer.current_id()
    (path,) = [row.path for row in window.rows.known([seen])] or [b""]
    if not path:
        heard: list[bytes] = []
        window.link.act("path", lambda library: library.photo_path(seen), heard.append)
        assert pump(WAIT, lambda: bool(heard))
        path = heard[0]
    os.unlink(path)
    for key in (Key.Key_Right, Key.Key_Left, Key.Key_Plus, Key.Key_F, Key.Key_R, Key.Key_I):
        QTest.keyClick(viewer, key)
        pump(0.02)
    at_rest(window, lambda: len(window.grid.ids) == 4)  # the watcher has seen it
    for key in (Key.Key_Right, Key.Key_Left, Key.Key_End, Key.Key_Home):
        QTest.keyClick(viewer, key)
    assert viewer.current_id() in set(window.grid.ids.tolist())
    # all of them, with the folder
    shutil.rmtree(folder)
    for key in (Key.Key_Right, Key.Key_Left, Key.Key_F):
        QTest.keyClick(viewer, key)
        pump(0.02)
    assert pump(WAIT, lambda: any(one.state == "offline" for one in window.link.status.folders))
    at_rest(window)
    assert len(reference(window)) == 4, "a folder that cannot be reached keeps its photos"
    QTest.keyClick(viewer, Key.Key_Escape)
    QTest.keyClick(viewer, Key.Key_Escape)
    assert pump(WAIT, lambda: not window.viewing.open)
    assert not said(window) or is_plain(said(window))


def test_folders_removed_while_they_are_read(cage: Cage, tmp_path: Path) -> None:
    kept, gone = tmp_path / "kept", tmp_path / "gone"
    window = begun(cage, kept, 4)
    make_photos(gone, 150, first=100)
    window.folders.take([os.fsencode(gone)])
    assert pump(WAIT, lambda: any(one.path == os.fsencode(gone) for one in window.link.status.folders))
    (folder,) = [one for one in window.link.status.folders if one.path == os.fsencode(gone)]
    window.folders.remove(folder)
    hears(window, "was removed. Its photos stay where they are.")
    at_rest(window, lambda: len(window.grid.ids) == 4)
    assert len(list(gone.iterdir())) == 150
    # once more, and now the files go while they are read
    window.notices._button.click()  # Undo
    assert pump(WAIT, lambda: len(window.link.status.folders) == 2 and window.link.indexing)
    shutil.rmtree(gone)
    at_rest(window, lambda: {one.state for one in window.link.status.folders} >= {"offline"})
    assert set(window.grid.ids.tolist()) == reference(window)
    assert pump(WAIT, lambda: not window.link.indexing)


def test_a_trash_that_refuses(cage: Cage, tmp_path: Path, trash: Trash) -> None:
    folder = tmp_path / "photos"
    window = begun(cage, folder, 5)
    paths = sorted(os.fsencode(path) for path in folder.iterdir())
    bytes_before = {path: Path(os.fsdecode(path)).read_bytes() for path in paths}
    trash.refuses = set(paths[:2])
    window.grid.setFocus()
    QTest.keyClick(window.grid, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window.grid, Key.Key_Delete)
    assert pump(WAIT, lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
    box = QApplication.activeModalWidget()
    assert is_plain(box.informativeText())
    QTest.keyClick(box, Key.Key_Escape)
    pump(0.05)
    assert len(window.grid.ids) == 5
    in_front(window)
    QTest.keyClick(window.grid, Key.Key_Delete)
    assert pump(WAIT, lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
    QTest.keyClick(QApplication.activeModalWidget(), Key.Key_Return)
    hears(window, "go to the trash.")
    assert pump(WAIT, lambda: len(window.grid.ids) == 0)
    assert not trash.took, "only when the notice ends"
    window.notices.hide()
    words = hears(window, "could not be moved to the trash.")
    assert "Permission denied" in words
    at_rest(window, lambda: len(window.grid.ids) == 2)  # what stayed is shown again
    assert sorted(trash.took) == paths[2:]
    for path in paths:
        there = trash.took.get(path) or Path(os.fsdecode(path)).read_bytes()
        assert there == bytes_before[path]


def test_the_trash_from_the_viewer_can_be_undone_there_and_keeps_its_word(
    cage: Cage, tmp_path: Path, trash: Trash
) -> None:
    window = begun(cage, tmp_path / "photos", 4)
    window.care.ask_first = False
    window.grid.setFocus()
    QTest.keyClick(window.grid, Key.Key_Right)
    QTest.keyClick(window.grid, Key.Key_Return)
    viewer = window.viewing.viewer
    assert pump(WAIT, lambda: viewer.isVisible() and viewer.current_id() is not None)
    viewer.trash_asked.emit(viewer.current_id())
    hears(window, "to the trash.")
    at_rest(window, lambda: len(window.grid.ids) == 3)
    assert viewer.rect().contains(window.notices.geometry())
    QTest.mouseClick(window.notices._button, Qt.MouseButton.LeftButton)  # Undo
    at_rest(window, lambda: len(window.grid.ids) == 4)
    viewer.trash_asked.emit(viewer.current_id())
    hears(window, "to the trash.")
    for _ in range(2):  # into the viewer and out again: the offer stands, nothing is done yet
        window.viewing.back() if window.viewing.open else window.viewing.open_current()
        pump(0.1)
        assert "to the trash." in said(window)
        assert window.care._doomed
        assert not trash.took
    window.viewing.open_current()
    window.notices._timer.timeout.emit()  # its time is over
    assert pump(WAIT, lambda: len(trash.took) == 1), "what was announced is not done"
    at_rest(window, lambda: len(window.grid.ids) == 3)


def test_an_empty_clipboard(cage: Cage, tmp_path: Path) -> None:
    window = begun(cage, tmp_path / "photos", 3)
    QApplication.clipboard().clear()
    window.grid.setFocus()
    window.actions_["paste"].trigger()
    hears(window, "Recollect takes folders and pictures")
    window.bar.take_focus()
    QTest.keyClick(window.bar._line, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert window.bar.text() == ""
    QApplication.clipboard().setText("\0\ud800 two\nlines\t" + "x" * 20_000)
    QTest.keyClick(window.bar._line, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    at_rest(window)
    assert len(window.grid.ids) == 3
    assert len(window.bar.text()) <= 10_000


def test_a_library_that_another_program_has(
    cage: Cage, tmp_path: Path, expected_logs: Callable[[str], None]
) -> None:
    folder = tmp_path / "photos"
    make_photos(folder, 3)
    with Library.open(cage.home, role="recollect index") as owner:
        owner.add_folder(folder)
        done: list[object] = []
        owner.index(None, done.append)
        assert pump(WAIT, lambda: owner.status().embedded == 3)
        window = cage.start([]).window
        hears(window, "The library is open read-only")
        at_rest(window, lambda: len(window.grid.ids) == 3)
        window.grid.setFocus()
        QTest.keyClick(window.grid, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        for key in (Key.Key_F, Key.Key_H):
            window.notices.hide()
            QTest.keyClick(window.grid, key)
            hears(window, "read-only")
        window.notices.hide()
        window.care.ask_first = False
        QTest.keyClick(window.grid, Key.Key_Delete)
        pump(0.1)
        window.notices.hide()  # its time is over: now it is to be done
        hears(window, "read-only")
        at_rest(window, lambda: len(window.grid.ids) == 3)
        window.bar.set_text("red")
        at_rest(window, lambda: window.asker.question.text == "red")
        window.notices.hide()
        window.actions_["save"].trigger()
        assert pump(WAIT, lambda: isinstance(QApplication.activeModalWidget(), QInputDialog))
        QTest.keyClick(QApplication.activeModalWidget(), Key.Key_Return)
        hears(window, "read-only")
        assert owner.status().embedded == 3
        assert cage.end()
    assert sorted(path.name for path in folder.iterdir()) == [f"photo_{n:04}.jpg" for n in range(3)]


def test_a_saved_search_whose_picture_is_gone(cage: Cage, tmp_path: Path) -> None:
    window = begun(cage, tmp_path / "photos", 4)
    model = make_photos(tmp_path / "elsewhere", 1, first=50)[0]
    drop(window, files(model))
    at_rest(window, lambda: bool(window.asker.question.pictures))
    window.actions_["save"].trigger()
    assert pump(WAIT, lambda: isinstance(QApplication.activeModalWidget(), QInputDialog))
    dialog = QApplication.activeModalWidget()
    dialog.setTextValue("Like that one")
    QTest.keyClick(dialog, Key.Key_Return)
    hears(window, "“Like that one” was saved.")
    window.bar.clear()
    at_rest(window)
    model.unlink()
    before = window.grid.ids.tolist()
    window.notices.hide()
    (search,) = window.side._searches
    window.side.search_asked.emit(search)
    hears(window, "There is no photo at")
    assert window.grid.ids.tolist() == before
    # the search itself is kept, and photos that come in do not stumble over it
    make_photos(tmp_path / "photos", 1, first=80)
    window.bar.clear()
    at_rest(window, lambda: len(window.grid.ids) == 5)
    assert [one.name for one in window.side._searches] == ["Like that one"]


def test_what_is_no_model_is_not_imported(cage: Cage, tmp_path: Path, tiny_model: Path) -> None:
    window = begun(cage, tmp_path / "photos", 3)
    window.turn_to("models")
    page = window.page_care.models
    at_rest(window, lambda: bool(page.cards))
    known = set(page.cards)
    (tmp_path / "hollow").mkdir()
    write(tmp_path / "a file", b"no folder")
    pickled = tmp_path / "pickled"
    shutil.copytree(tiny_model, pickled)
    (pickled / "model.safetensors").rename(pickled / "pytorch_model.bin")
    cut = tmp_path / "cut"
    shutil.copytree(tiny_model, cut)
    write(cut / "model.safetensors", (cut / "model.safetensors").read_bytes()[:500])
    for wrong in (
        tmp_path / "hollow",
        tmp_path / "photos",
        tmp_path / "a file",
        tmp_path / "nowhere",
        pickled,
        cut,
    ):
        page.failed.setText("")
        page.import_asked.emit(os.fsencode(wrong))
        assert pump(WAIT, lambda: bool(page.failed.text()) and window.page_care._model_job is None), (
            wrong.name
        )
        assert is_plain(page.failed.text()), page.failed.text()
        assert set(page.cards) == known
    window.bar.set_text("red")
    at_rest(window, lambda: len(window.grid.ids) == 3)


def test_broken_patterns_are_said_and_leave_nothing_out(
    cage: Cage, tmp_path: Path, expected_logs: Callable[[str], None]
) -> None:
    window = begun(cage, tmp_path / "photos", 4)
    folders: FolderCare = window.folders
    (folder,) = window.link.status.folders
    for wrong in ("!", "*.tmp\n/\n", "a/\n[z-a]\n"):
        window.notices.hide()
        folders.edit_excludes(folder)
        assert pump(WAIT, lambda: isinstance(QApplication.activeModalWidget(), QInputDialog))
        dialog = QApplication.activeModalWidget()
        dialog.setTextValue(wrong)
        dialog.accept()
        hears(window, "of what is left out cannot be read")
    window.turn_to("settings")
    page = window.page_care.settings
    window.notices.hide()
    page.changed.emit("exclude.patterns", "*.tmp\n!\n")
    row = page.rows["exclude.patterns"]
    assert pump(WAIT, lambda: not row.refused.isHidden() or bool(said(window)))
    words = row.refused.text() if not row.refused.isHidden() else said(window)
    assert is_plain(words), words
    at_rest(window)
    window.link.index(None)
    at_rest(window)
    assert len(reference(window)) == 4
    page.changed.emit("watch.quiet_seconds", 1e9)
    assert pump(WAIT, lambda: not page.rows["watch.quiet_seconds"].refused.isHidden())
    assert "0.1 to 600" in page.rows["watch.quiet_seconds"].refused.text()


def test_a_picture_of_two_hundred_megabytes(cage: Cage, tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    wide, high = 9000, 7780
    with open(folder / "huge.bmp", "wb") as file:  # its pixels are a hole in the file: black
        size = 54 + wide * 3 * high
        file.write(b"BM" + struct.pack("<IHHI", size, 0, 0, 54))
        file.write(struct.pack("<IiiHHIIiiII", 40, wide, high, 1, 24, 0, wide * 3 * high, 2835, 2835, 0, 0))
        file.truncate(size)
    assert size > 200 << 20
    os.utime(folder / "huge.bmp", (1e9, 1e9))
    window = begun_beside(cage, folder)
    status = window.link.status
    assert status.embedded + status.problems == 4
    window.grid.setFocus()
    for _ in range(4):  # past it and back in the viewer
        QTest.keyClick(window.grid, Key.Key_Right)
    QTest.keyClick(window.grid, Key.Key_Return)
    for key in (Key.Key_Left, Key.Key_Left, Key.Key_Left, Key.Key_Right, Key.Key_1):
        QTest.keyClick(window.viewing.viewer, key)
        pump(0.05)
    window.viewing.back()
    drop(window, files(folder / "huge.bmp"))
    at_rest(window)
    assert not said(window) or is_plain(said(window))


def begun_beside(cage: Cage, folder: Path) -> Any:
    make_photos(folder, 3)
    window = cage.start([str(folder)]).window
    at_rest(window, lambda: len(window.grid.ids) >= 3 and window.link.status.waiting == 0)
    return window


@pytest.mark.slow
@needs_mount
def test_a_full_disk_is_said_in_the_window_and_indexing_goes_on_after_it(
    tmp_path: Path, tiny_model: Path
) -> None:
    make_photos(tmp_path / "photos", 40, size=(900, 700))
    (tmp_path / "disk").mkdir()
    (tmp_path / "hollow").mkdir()
    done = in_namespace(
        """
        import os, shutil, subprocess, sys
        from pathlib import Path
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        disk, photos, model = map(Path, sys.argv[1:4])
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=5m", "none", str(disk)], check=True)
        from tests.journeys.cage import Cage, Complaints, pump
        filler = disk / "filler"
        complaints = Complaints()
        with Cage(disk / "home", model) as cage, complaints.listening():
            window = cage.start([]).window
            assert pump(60, lambda: window.link.status is not None and window.link._begun)
            window.folders.take([os.fsencode(photos.parent / "hollow")])
            assert pump(60, lambda: bool(window.link.status.folders) and not window.link.indexing)
            filler.write_bytes(b"x" * (shutil.disk_usage(disk).free - 150_000))
            photos.rename(photos.parent / "hollow" / "photos")
            assert pump(60, lambda: "is full" in window.notices.text), window.notices.text
            print(window.notices.text)
            pump(10, lambda: "Paused" in window.status.text.text())  # the strip hears of it a moment later
            print("paused", window.link.library.paused, window.status.text.text())
            window.turn_to("settings")
            window.page_care.set_setting("looks.scheme", "dark")
            pump(0.3)
            filler.unlink()
            print("button", window.status.button.isVisible())
            window.status.button.click()
            if window.link.paused:
                window.status.button.click()
            print("done", pump(60, lambda: window.link.status.embedded == 40 and not window.link.indexing))
            print("ended", cage.end(), cage.crashed, complaints.said)
        """,
        tmp_path / "disk",
        tmp_path / "photos",
        tiny_model,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    words, paused, button, went_on, ended = done.stdout.splitlines()
    assert is_plain(words), words
    assert paused.startswith("paused True"), done.stdout
    assert "Paused" in paused, done.stdout
    assert button == "button True"
    assert went_on == "done True"
    assert ended.startswith("ended True None"), ended
    assert "Traceback" not in done.stderr


def test_two_windows_on_one_library(cage: Cage, tmp_path: Path, tiny_model: Path) -> None:
    """A second start hands over; where it cannot, it only reads, and both close in any order."""
    window = begun(cage, tmp_path / "photos", 3)
    with Library.open(cage.home) as second:
        assert second.read_only
        assert second.owner
        assert len(second.all_photos().photo_ids) == 3
        assert len(second.search("red", Turn(1, Token())).photo_ids) == 3
        make_photos(tmp_path / "photos", 1, first=30)
        at_rest(window, lambda: len(window.grid.ids) == 4)
        assert pump(WAIT, lambda: len(second.all_photos().photo_ids) == 4)
        more = make_photos(tmp_path / "more", 2, first=40)[0].parent
        second.hand_over([more])
        at_rest(window, lambda: len(window.grid.ids) == 6)
        assert cage.end()
        assert len(second.all_photos().photo_ids) == 6
