"""The places of the tour: each is gone to, looked at, and left as it was found."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu, QMessageBox, QPushButton

from tests.journeys.tour_hands import Hands

if TYPE_CHECKING:
    from core.library import FolderInfo

Key, Mod, Button = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton
DRIVE = "USB-7"


def first_run(hands: Hands, _: Path) -> None:
    """The first page, with its one button."""
    window = hands.window
    hands.wait(lambda: window.pages.currentWidget() is window.pages.first_run, "the first page")
    hands.wait(window.bar._line.hasFocus, "the keyboard in the query bar")
    assert window.pages.first_run.add.isVisible()
    hands.shot("first-run")


def indexing(hands: Hands, made: Path) -> None:
    """Add the folder by its button, the drive and the samples from the menu; search meanwhile."""
    window = hands.window
    hands.click(window.pages.first_run.add)
    hands.choose_folder(made / "Pictures")
    hands.wait(
        lambda: window.status.bar.isVisible() and len(hands.grid.ids) > 20, "photos while indexing", 150
    )
    hands.wait(lambda: "/s" in window.status.text.text() or not window.link.indexing, "a speed")
    hands.shot("indexing", 0.05)
    hands.press(Key.Key_O, Mod.ControlModifier)
    hands.choose_folder(made / DRIVE)
    hands.menu(0, "samples")
    hands.wait(lambda: window.link.status is not None and len(window.link.status.folders) == 3, "3 folders")
    hands.rest(0.5)
    hands.wait(lambda: not window.link.indexing, "the end of indexing", 180)
    hands.wait(lambda: bool(window.results._themes.pills), "what the library is rich in")
    hands.home()
    assert len(hands.grid.ids) > 100
    hands.shot("all-photos")


def results(hands: Hands, _: Path) -> None:
    """A question, its bands and when its matches were taken."""
    hands.ask("snowy mountains")
    titles = [hands.grid.heading(section)[0] for section in range(len(hands.grid.layout_.heading_y))]
    assert len(titles) >= 2, titles
    answer = hands.window.results.answer
    assert answer is not None and answer.ranked and answer.clear and answer.strong > 0
    assert hands.window.parts.histogram.isVisible() and len(hands.window.parts.histogram.bins) > 1
    hands.move(hands.grid.viewport(), hands.tile(1))
    hands.shot("results")


def chips(hands: Hands, _: Path) -> None:
    """Words, words that are to be less, and a photo."""
    _mix(hands)
    hands.shot("chips")


def _mix(hands: Hands) -> None:
    hands.ask("animal -snow", enter=True)
    assert len(hands.window.bar.question().tokens) == 2
    hands.click_tile(0)
    hands.press(Key.Key_M)
    hands.wait(lambda: len(hands.window.bar.question().tokens) == 3, "a third chip")
    hands.answered()
    assert hands.window.bar.question().pictures


def history(hands: Hands, _: Path) -> None:
    """Save a question under a name, and see what was asked before."""
    window = hands.window
    hands.ask("lake and mountains")
    hands.press(Key.Key_D, Mod.ControlModifier)
    hands.wait(lambda: isinstance(QApplication.activeModalWidget(), QInputDialog), "the dialog")
    hands.shot("save-search")
    hands.press(Key.Key_Return)
    hands.wait(lambda: bool(window.side._searches), "a saved search in the side bar")
    hands.rest(2.7)  # a question that stood for 2.5 seconds was meant
    hands.click(window.bar._past)
    hands.wait(window.searches.popup.isVisible, "the history")
    assert window.searches.popup.list.count() > 0
    hands.shot("history")


def histogram(hands: Hands, _: Path) -> None:
    """A span of time, drawn with the pointer."""
    strip = hands.window.parts.histogram
    hands.ask("animal")
    hands.wait(strip.isVisible, "the histogram")
    wide = strip.width()
    hands.drag(strip, QPoint(wide * 4 // 10, 24), QPoint(wide * 8 // 10, 24))
    hands.wait(lambda: strip.span is not None, "a span")
    hands.answered()
    assert any(token.days is not None for token in hands.window.bar.question().tokens)
    hands.shot("histogram")


def filters(hands: Hands, _: Path) -> None:
    """What the answer can be narrowed by; one camera is chosen."""
    window = hands.window
    drawer = window.parts.filters
    hands.ask("animal")
    hands.click(window.parts.results_bar.filters)
    hands.wait(lambda: drawer.isVisible() and drawer.sections["camera"].rows, "cameras to choose from")
    row = next(iter(drawer.sections["camera"].rows.values()))
    before = len(hands.grid.ids)
    hands.click(row)
    hands.answered()
    hands.wait(lambda: drawer.sections["camera"].narrowed, "a tick")
    assert 0 < len(hands.grid.ids) < before
    hands.shot("filters")
    hands.click(drawer.close_button)
    assert not drawer.isVisible()


def viewer(hands: Hands, _: Path) -> None:
    """A photo large, with all that is known of it; back at the same place."""
    viewing = hands.window.viewing
    hands.ask("camera:canon", enter=True)
    hands.click_tile(2, twice=True)
    hands.wait(lambda: viewing.open and viewing.viewer.isVisible(), "the viewer")
    photo = viewing.viewer.current_id()
    hands.press(Key.Key_I)
    hands.wait(lambda: "Canon" in viewing.viewer.inspector.camera.text(), "the camera")
    hands.wait(lambda: viewing.viewer.canvas.resolution >= 1000, "a sharp picture")
    hands.shot("viewer", 1.0)
    hands.press(Key.Key_I)
    hands.press(Key.Key_Escape)
    hands.wait(lambda: not viewing.open, "the grid")
    assert hands.grid.current_id() == photo


def similar(hands: Hands, _: Path) -> None:
    """Photos that look like one."""
    hands.ask("a tower")
    hands.click_tile(0)
    photo = hands.grid.current_id()
    hands.press(Key.Key_S)
    hands.wait(lambda: hands.window.bar.question().pictures, "the photo as a question")
    hands.answered()
    assert [picture.photo for picture in hands.window.asker.question.pictures] == [photo]
    hands.shot("similar")


def preview(hands: Hands, _: Path) -> None:
    """A glance with Space."""
    hands.ask("a cat")
    hands.click_tile(0)
    hands.press(Key.Key_Space)
    hands.wait(hands.window.viewing.preview.isVisible, "the preview")
    hands.shot("preview", 0.8)
    hands.press(Key.Key_Space)
    assert not hands.window.viewing.preview.isVisible()


def compare(hands: Hands, _: Path) -> None:
    """Two photos side by side."""
    hands.ask("snowy mountains")
    hands.click_tile(0)
    hands.click_tile(1, keys=Mod.ControlModifier)
    hands.press(Key.Key_C)
    page = hands.window.viewing.compare
    hands.wait(lambda: page.isVisible() and len(page.panels) == 2, "two photos")
    hands.wait(lambda: all(panel.canvas.resolution > 300 for panel in page.panels), "sharp pictures")
    assert [panel.marked for panel in page.panels] == [True, False], "the keyboard is elsewhere"
    hands.press(Key.Key_Right)
    assert [panel.marked for panel in page.panels] == [False, True], "the keyboard is elsewhere"
    hands.shot("compare")


def context_menu(hands: Hands, _: Path) -> None:
    """What can be done with a photo."""
    hands.ask("a dog")
    hands.click_tile(1, button=Button.RightButton)
    hands.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "the menu")
    hands.shot("menu")


def duplicates(hands: Hands, _: Path) -> None:
    """Look for duplicates and see them in groups."""
    hands.side("duplicates")
    page = hands.window.tidying.duplicates
    assert page is not None
    if page._groups is None:
        hands.shot("duplicates-before")
        hands.click(page.none.first)
    hands.wait(lambda: page.reviews["bytes"].groups, "groups of the same file")
    hands.shot("duplicates", 0.8)
    hands.click(page.pills["resaved"])
    assert page.kind == "resaved"
    hands.shot("duplicates-resaved", 0.8)


def card(hands: Hands, made: Path) -> None:
    """What a card has that the library lacks."""
    hands.side("card")
    page = hands.window.tidying.card
    assert page is not None
    if page.report is None:
        hands.shot("card-before")
        hands.click(page.place.choose)
        hands.choose_folder(made / "DCIM")
    hands.wait(lambda: page.report is not None and page.wall.isVisible(), "the report")
    assert page.report is not None and page.report.count("new") and page.report.count("here")
    first, wall = page.wall._book[0], page.wall
    numbers = range(first, first + len(wall.photos))
    hands.wait(lambda: all(wall.cache.get(number) is not None for number in numbers), "thumbnails")
    hands.shot("card")


def problems(hands: Hands, _: Path) -> None:
    """Files that could not be read."""
    hands.side("problems")
    hands.wait(lambda: hands.window.problems._cards, "a problem")
    hands.shot("problems")


def health(hands: Hands, _: Path) -> None:
    """The library's numbers, and a check."""
    hands.side("health")
    page = hands.window.page_care.health
    hands.wait(lambda: page.searchable.text(), "the numbers")
    hands.click(page.check)
    hands.wait(lambda: page._found.isVisible(), "what the check found")
    hands.wait(page.check.hasFocus, "the keyboard where it was")
    hands.shot("health")


def settings(hands: Hands, _: Path) -> None:
    """How Recollect works and looks."""
    hands.side("settings")
    page = hands.window.page_care.settings
    assert page is not None
    hands.wait(page.filter.isVisible, "the settings")
    hands.shot("settings")


def models(hands: Hands, _: Path) -> None:
    """What reads the photos."""
    hands.side("models")
    hands.wait(lambda: hands.window.page_care.models.cards, "the models")
    hands.shot("models")


def help_(hands: Hands, _: Path) -> None:
    """How to search, and every key."""
    hands.press(Key.Key_F1)
    page = hands.window.page_care.help
    assert page is not None
    hands.wait(page.isVisible, "the help")
    for row, name in enumerate(("start", "query", "shortcuts", "privacy", "about")):
        hands.click(page.list.viewport(), page.list.visualItemRect(page.list.item(row)).center())
        assert page.stack.currentIndex() == row
        hands.shot(f"help-{name}")


def trash(hands: Hands, _: Path) -> None:
    """To the trash, after a question, and back."""
    hands.ask("a dog")
    hands.click_tile(0)
    photo = hands.grid.current_id()
    hands.press(Key.Key_Delete)
    hands.wait(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox), "the question")
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    hands.shot("trash-asked")
    yes = next(one for one in box.findChildren(QPushButton) if one.isDefault())
    hands.click(yes)
    hands.wait(lambda: photo not in hands.grid.ids and hands.window.notices.isVisible(), "an empty place")
    hands.shot("trash")
    hands.click(hands.window.notices._button)
    hands.wait(lambda: photo in hands.grid.ids, "the photo again")


def nothing_clear(hands: Hands, _: Path) -> None:
    """Nothing matches: it is said."""
    hands.ask("a plate of sushi")
    answer = hands.window.results.answer
    assert answer is not None and not answer.clear and len(hands.grid.ids), "sushi was found"
    hands.shot("nothing-clear")


def offline(hands: Hands, made: Path) -> None:
    """A drive goes away; its photos stay, and it comes back."""
    window = hands.window

    def drive() -> FolderInfo:
        assert window.link.status is not None
        return next(folder for folder in window.link.status.folders if folder.name == DRIVE)

    def away(photo: int) -> bool:
        row = window.rows.get(photo)
        return row is not None and row.offline

    os.rename(made / DRIVE, made / "away")
    try:
        hands.press(Key.Key_F5)
        hands.wait(lambda: drive().state == "offline", "the word Offline")
        hands.side(f"folder:{drive().id}")
        hands.answered()
        hands.wait(lambda: all(away(int(photo)) for photo in hands.grid.ids), "photos shown as away")
        hands.shot("offline")
    finally:
        os.rename(made / "away", made / DRIVE)
    hands.press(Key.Key_F5)
    hands.wait(lambda: drive().state != "offline", "the drive again")


def narrow(hands: Hands, made: Path) -> None:
    """The same in a small window."""
    with hands.resized(720, 560):
        hands.ask("snowy mountains")
        hands.shot("narrow-results")
        _mix(hands)
        hands.shot("narrow-chips")
        for name in ("settings", "health", "duplicates"):
            hands.side(name)
            hands.shot(f"narrow-{name}")
        hands.home()
        hands.click_tile(1, twice=True)
        hands.wait(lambda: hands.window.viewing.open, "the viewer")
        hands.press(Key.Key_I)
        hands.shot("narrow-viewer", 1.0)
        hands.press(Key.Key_I)


def samples(hands: Hands, _: Path) -> None:
    """The sample photos instead of a folder."""
    window = hands.window
    hands.wait(lambda: window.pages.currentWidget() is window.pages.first_run, "the first page")
    hands.click(window.pages.first_run.samples)
    hands.wait(lambda: len(hands.grid.ids) > 50 and not window.link.indexing, "the sample photos", 150)
    hands.wait(lambda: window.results._themes.pills, "what they are rich in")


def screen_library(hands: Hands, _: Path) -> None:
    """For the README: all photos, and what they are rich in."""
    hands.shot("library")


def screen_search(hands: Hands, _: Path) -> None:
    """For the README: a question and its bands."""
    hands.ask("city at night")
    _without_timeline(hands)
    hands.shot("search")


def _without_timeline(hands: Hands) -> None:  # the samples are all of one day
    if hands.window.parts.histogram.isVisible():
        hands.click(hands.window.parts.results_bar.timeline)
    hands.move(hands.window.status)


def screen_mixed(hands: Hands, _: Path) -> None:
    """For the README: words, words that are to be less, and a photo."""
    _mix(hands)
    hands.click(hands.window.notices._cross)
    _without_timeline(hands)
    hands.shot("mixed")


Step = Callable[[Hands, Path], None]
FIRST: dict[str, Step] = {"first_run": first_run, "indexing": indexing}
"""They begin every tour of a new library, in this order."""
SCREENS: dict[str, Step] = {"library": screen_library, "search": screen_search}  # for the README
SCREENS_DARK: dict[str, Step] = {"mixed": screen_mixed}
PLACES: dict[str, Step] = {
    "results": results,
    "chips": chips,
    "histogram": histogram,
    "filters": filters,
    "history": history,
    "viewer": viewer,
    "similar": similar,
    "preview": preview,
    "compare": compare,
    "menu": context_menu,
    "duplicates": duplicates,
    "card": card,
    "problems": problems,
    "health": health,
    "settings": settings,
    "models": models,
    "help": help_,
    "trash": trash,
    "nothing": nothing_clear,
    "offline": offline,
    "narrow": narrow,
}
