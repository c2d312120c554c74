"""Regions in the viewer: pointing, choosing, drawing, keys, and what is said of them."""

import io
from types import SimpleNamespace

import numpy as np
import pytest
from conftest import jpeg
from PIL import Image
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from app import theme as looks
from app.grid.thumbnails import ThumbnailMaker
from app.viewer.loader import Pictures
from app.viewer.region_card import Alternative
from app.viewer.region_overlay import INK, LEGEND, PLATE, UNCLEAR
from app.viewer.viewer import Viewer
from app.workers import Bridge
from core.library.region_values import (
    PhotoRegions,
    RegionInfo,
    RegionLabel,
    RegionModelInfo,
    VocabularyInfo,
    Why,
)

Key = Qt.Key
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton


def part(label, box, groups, share=0.3, others=()):
    left, top, wide, high = box
    point = (left + wide / 2, top + high / 2)
    sure = "very" if label else "unclear"
    named = tuple(RegionLabel(one, one.title(), 0.1) for one in others)
    return RegionInfo(label, label.title(), 0.8, sure, share, box, point, named, groups)


def regions(photo, vocabulary="everyday", labels=("grass", "dog", "")):
    """Below, in the middle, and at the right; above is none."""
    planes = np.zeros((3, 20, 20), np.uint8)
    planes[0, 14:] = 230
    planes[1, 6:14, 4:12] = 230
    planes[2, 6:14, 14:] = 230
    parts = (
        part(labels[0], (0, 0.7, 1, 0.3), (0,), 0.3),
        part(labels[1], (0.2, 0.3, 0.4, 0.4), (1,), 0.16, ("wolf", "fox")),
        part(labels[2], (0.7, 0.3, 0.3, 0.4), (2,), 0.12, ("cat",)),
    )
    return PhotoRegions(photo, parts, planes, vocabulary, "Tiny")


def load(photo, side):
    return SimpleNamespace(pixels=np.full((400, 600, 3), 90 + photo, np.uint8))


@pytest.fixture
def viewer(qtbot, theme):
    bridge = Bridge()
    pictures = Pictures(bridge, load, lambda photo: jpeg(60, 40, photo))
    made = Viewer(theme)
    maker = ThumbnailMaker(
        lambda photo: jpeg(60, 40, photo), bridge.caller(lambda _: made.take_thumbnails(maker.take()))
    )
    made.serve(pictures, maker)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show_list(np.array([1, 2, 3], np.int64), 0)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: pictures.idle)
    yield made
    maker.close()
    pictures.close()
    bridge.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def view(viewer):
    """Regions are on and known."""
    QTest.keyClick(viewer.canvas, Key.Key_R)
    viewer.regions.show_regions(regions(1))
    return viewer.regions


def at(viewer, x, y):
    """Where a point of the photo (0 to 1, not turned) lies on the canvas."""
    place = viewer.canvas.target()
    return QPointF(place.x() + x * place.width(), place.y() + y * place.height())


def move(viewer, point, buttons=Qt.MouseButton.NoButton):
    event = QMouseEvent(
        QEvent.Type.MouseMove, point, viewer.canvas.mapToGlobal(point), Qt.MouseButton.NoButton, buttons, NONE
    )
    QApplication.sendEvent(viewer.canvas, event)


def click(viewer, x, y, modifiers=NONE):
    QTest.mouseClick(viewer.canvas, LEFT, modifiers, at(viewer, x, y).toPoint())


def drag(viewer, one, other, modifiers=NONE, button=LEFT):
    start, end = at(viewer, *one), at(viewer, *other)
    QTest.mousePress(viewer.canvas, button, modifiers, start.toPoint())
    move(viewer, (start + end) / 2, button)
    move(viewer, end, button)
    QTest.mouseRelease(viewer.canvas, button, modifiers, end.toPoint())


# pointing


def test_the_key_turns_regions_on_and_off(viewer, qtbot):
    view = viewer.regions
    with qtbot.waitSignal(view.wanted) as told:
        QTest.keyClick(viewer.canvas, Key.Key_R)
    assert told.args == [1]
    assert view.bar.isVisible()
    assert view.overlay.isVisible()
    assert viewer.tools.regions.isChecked()
    assert viewer.canvas.cursor().shape() == Qt.CursorShape.CrossCursor
    assert "Looking" in view.bar.sentence.text()
    QTest.keyClick(viewer.canvas, Key.Key_R)
    assert not view.bar.isVisible()
    assert not view.overlay.isVisible()
    assert not viewer.tools.regions.isChecked()
    with qtbot.waitSignal(view.wanted):
        QTest.mouseClick(viewer.tools.regions, LEFT)


def test_hovering_names_the_part_under_the_pointer(viewer, view):
    move(viewer, at(viewer, 0.4, 0.5))
    assert view.overlay.name == "Dog"
    assert view.overlay.marks.hovered == 1
    move(viewer, at(viewer, 0.85, 0.5))
    assert view.overlay.name == "Unclear"
    move(viewer, at(viewer, 0.4, 0.1))
    assert view.overlay.name == ""
    assert view.overlay.marks.hovered is None
    move(viewer, at(viewer, 0.4, 0.9))
    QApplication.sendEvent(viewer.canvas, QEvent(QEvent.Type.Leave))
    assert view.overlay.name == ""


def test_a_click_chooses_and_the_card_tells_what_it_is(viewer, view, qtbot):
    with qtbot.waitSignal(view.finer_wanted):
        click(viewer, 0.4, 0.5)
    card = view.card
    assert card.isVisible()
    assert card.words == "Dog"
    assert card.facts.text() == "Very sure · 16 % of the photo"
    assert [line.label.label for line in card.findChildren(Alternative) if line.isVisible()] == [
        "wolf",
        "fox",
    ]
    with qtbot.assertNotEmitted(view.finer_wanted):  # once is enough
        click(viewer, 0.85, 0.5)
    assert card.words == "Unclear"
    assert "No word" in card.facts.text()
    assert [line.label.label for line in card.findChildren(Alternative) if line.isVisible()] == ["cat"]
    click(viewer, 0.4, 0.1)  # beside all parts
    assert not card.isVisible()
    assert view.mode == "parts"


def test_shift_adds_and_takes_away(viewer, view):
    click(viewer, 0.4, 0.5)
    click(viewer, 0.4, 0.9, SHIFT)
    assert view.overlay.marks.chosen == (1, 0)
    assert view.card.words == "Dog, Grass"
    assert "46 % of the photo" in view.card.facts.text()
    click(viewer, 0.4, 0.5, SHIFT)
    assert view.overlay.marks.chosen == (0,)
    assert view.card.words == "Grass"
    click(viewer, 0.4, 0.1, SHIFT)  # a miss loses nothing
    assert view.overlay.marks.chosen == (0,)


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_clicks_hit_in_a_turned_view(viewer, view, turns):
    viewer.turn(turns)
    x, y = [(0.4, 0.5), (1 - 0.5, 0.4), (1 - 0.4, 1 - 0.5), (0.5, 1 - 0.4)][turns]
    click(viewer, x, y)
    assert view.card.words == "Dog"


def test_the_colours_under_a_chosen_part_change_and_others_stay(viewer, view):
    inside, outside = at(viewer, 0.3, 0.5).toPoint(), at(viewer, 0.3, 0.12).toPoint()
    QApplication.sendEvent(viewer.canvas, QEvent(QEvent.Type.Leave))
    before = viewer.canvas.grab().toImage()
    QTest.keyClick(viewer.canvas, Key.Key_Tab)
    QTest.keyClick(viewer.canvas, Key.Key_Tab)
    after = viewer.canvas.grab().toImage()
    assert view.card.words == "Dog"
    assert after.pixelColor(outside) == before.pixelColor(outside)
    assert after.pixelColor(inside).blue() > before.pixelColor(inside).blue() + 15
    viewer.canvas.full_size()
    viewer.canvas.turn(1)
    assert viewer.canvas.grab().toImage() != after


def test_a_click_before_the_parts_are_known_counts_when_they_come(viewer):
    QTest.keyClick(viewer.canvas, Key.Key_R)
    click(viewer, 0.4, 0.5)
    assert not viewer.regions.card.isVisible()
    viewer.regions.show_regions(regions(1))
    assert viewer.regions.card.words == "Dog"


# boxes


def test_dragging_draws_a_box(viewer, view, qtbot):
    with qtbot.waitSignal(view.box_wanted) as told:
        drag(viewer, (0.3, 0.2), (0.6, 0.6))
    photo, box = told.args
    assert photo == 1
    assert box == pytest.approx((0.3, 0.2, 0.3, 0.4), abs=0.01)
    assert view.card.words == "Your box"
    assert "Looking" in view.card.facts.text()
    assert not view.card.search.isEnabled()
    view.show_box(1, (0, 0, 1, 1), part("cat", box, ()))  # another box
    assert view.card.words == "Your box"
    view.show_box(1, box, part("dog", box, (), 0.12))
    assert view.card.words == "Dog"
    with qtbot.waitSignal(view.find_asked) as told:
        QTest.mouseClick(view.card.search, LEFT)
    assert told.args[1][0].groups == ()


def test_a_box_is_asked_for_again_whenever_the_parts_are(viewer, view, qtbot):
    """The words of a list may be others though the list is the same."""
    with qtbot.waitSignal(view.box_wanted) as told:
        drag(viewer, (0.3, 0.2), (0.6, 0.6))
    box = told.args[1]
    view.show_box(1, box, part("dog", box, (), 0.12))
    with qtbot.waitSignal(view.box_wanted) as told:
        view.show_regions(regions(1))
    assert told.args == [1, box]
    view.show_box(1, box, part("wolf", box, (), 0.12))
    assert view.card.words == "Wolf"
    view.show_box(1, box, None, "The photo cannot be read.")
    with qtbot.waitSignal(view.box_wanted):
        view.show_regions(regions(1, "voc"))
    assert "Looking" in view.card.facts.text()


def test_a_box_drawn_before_the_parts_are_known_is_asked_for_with_them(viewer, qtbot):
    view = viewer.regions
    QTest.keyClick(viewer.canvas, Key.Key_R)
    with qtbot.waitSignal(view.box_wanted) as told:
        drag(viewer, (0.3, 0.2), (0.6, 0.6))
    box = told.args[1]
    with qtbot.waitSignal(view.box_wanted) as told:
        view.show_regions(regions(1))
    assert told.args == [1, box]
    view.turn_to("")
    QTest.keyClick(viewer.canvas, Key.Key_R)
    drag(viewer, (0.3, 0.2), (0.6, 0.6))
    view.show_box(1, view.choice.boxes[0], None, "The photo cannot be read.")
    with qtbot.assertNotEmitted(view.box_wanted):
        view.show_regions(regions(1))
    assert view.card.facts.text() == "The photo cannot be read."


def test_a_box_keeps_to_the_photo_and_one_that_is_hardly_drawn_is_a_click(viewer, view, qtbot):
    with qtbot.waitSignal(view.box_wanted) as told:
        drag(viewer, (0.8, 0.8), (1.3, 1.4))
    assert told.args[1] == pytest.approx((0.8, 0.8, 0.2, 0.2), abs=0.01)
    QTest.keyClick(viewer.canvas, Key.Key_Escape)
    with qtbot.assertNotEmitted(view.box_wanted):
        drag(viewer, (0.4, 0.5), (0.4, 0.55))  # a line
    assert view.card.words == "Dog"


def test_a_box_that_nothing_can_be_told_of_says_why(viewer, view, qtbot):
    with qtbot.waitSignal(view.box_wanted) as told:
        drag(viewer, (0.3, 0.2), (0.6, 0.6), SHIFT)
    view.show_box(1, told.args[1], None, "The photo cannot be read.")
    assert view.card.facts.text() == "The photo cannot be read."
    assert not view.card.search.isEnabled()


def test_escape_forgets_a_box_being_drawn_first(viewer, view, qtbot):
    click(viewer, 0.4, 0.5)
    start = at(viewer, 0.3, 0.2)
    QTest.mousePress(viewer.canvas, LEFT, NONE, start.toPoint())
    move(viewer, at(viewer, 0.6, 0.6), LEFT)
    assert view.overlay.marks.drawing is not None
    with qtbot.assertNotEmitted(view.box_wanted):
        QTest.keyClick(viewer.canvas, Key.Key_Escape)
        QTest.mouseRelease(viewer.canvas, LEFT, NONE, at(viewer, 0.6, 0.6).toPoint())
    assert view.overlay.marks.drawing is None
    assert view.card.words == "Dog"


def test_a_zoomed_photo_is_moved_with_the_middle_button_or_space(viewer, view, qtbot):
    viewer.canvas.place.zoom_to(4.0, 10, 10)
    viewer.canvas.step(1)
    before = viewer.canvas.place.cx
    with qtbot.assertNotEmitted(view.box_wanted):
        QTest.mousePress(viewer.canvas, MIDDLE, NONE, QPoint(400, 300))
        move(viewer, QPointF(300, 300), MIDDLE)
        QTest.mouseRelease(viewer.canvas, MIDDLE, NONE, QPoint(300, 300))
        middle = viewer.canvas.place.cx
        assert middle > before
        QTest.keyPress(viewer.canvas, Key.Key_Space)
        assert viewer.canvas.cursor().shape() == Qt.CursorShape.OpenHandCursor
        QTest.mousePress(viewer.canvas, LEFT, NONE, QPoint(400, 300))
        move(viewer, QPointF(300, 300), LEFT)
        QTest.mouseRelease(viewer.canvas, LEFT, NONE, QPoint(300, 300))
        QTest.keyRelease(viewer.canvas, Key.Key_Space)
    assert viewer.canvas.place.cx > middle
    assert viewer.canvas.cursor().shape() == Qt.CursorShape.CrossCursor
    assert viewer.isVisible()  # Space did not go back


# keys


def test_tab_goes_through_the_parts_then_to_the_card(viewer, view, qtbot):
    viewer.canvas.setFocus()
    said = []
    for _ in range(3):
        QTest.keyClick(viewer.canvas, Key.Key_Tab)
        said.append(viewer.canvas.accessibleDescription())
    assert said[0] == "Grass, Very sure, 30 % of the photo"
    assert said[1].startswith("Dog")
    assert said[2].startswith("Unclear")
    QTest.keyClick(viewer.canvas, Key.Key_Backtab, SHIFT)
    assert view.card.words == "Dog"
    QTest.keyClick(viewer.canvas, Key.Key_Tab)
    QTest.keyClick(viewer.canvas, Key.Key_Tab)  # beyond the last
    assert viewer.focusWidget() is view.card.search
    with qtbot.waitSignal(view.find_asked) as told:
        QTest.keyClick(viewer.canvas, Key.Key_Return)
    assert told.args[0] == 1
    assert told.args[2] is False


def test_escape_ends_the_choice_then_the_mode_then_the_viewer(viewer, view, qtbot):
    assert viewer.canvas.accessibleDescription().startswith("3 part")
    click(viewer, 0.4, 0.5)
    with qtbot.assertNotEmitted(viewer.closed):
        QTest.keyClick(viewer.canvas, Key.Key_Escape)
        assert not view.card.isVisible()
        assert viewer.canvas.accessibleDescription() == ""  # of the photo, whose name is not known
        assert view.mode == "parts"
        QTest.keyClick(viewer.canvas, Key.Key_Escape)
        assert view.mode == ""
    with qtbot.waitSignal(viewer.closed):
        QTest.keyClick(viewer.canvas, Key.Key_Escape)


def test_without_regions_the_canvas_keeps_its_keys(viewer, qtbot):
    with qtbot.waitSignal(viewer.closed):
        QTest.keyClick(viewer.canvas, Key.Key_Space)
    QTest.keyClick(viewer.canvas, Key.Key_1)
    drag(viewer, (0.3, 0.3), (0.6, 0.6))
    assert viewer.regions.choice.chosen == []


# what comes


def test_another_photo_drops_what_was_known_and_asks_anew(viewer, view, qtbot):
    click(viewer, 0.4, 0.5)
    with qtbot.waitSignal(view.wanted) as told:
        QTest.keyClick(viewer.canvas, Key.Key_Right)
    assert told.args == [2]
    assert not view.card.isVisible()
    view.show_regions(regions(1))  # late
    assert view.choice.found is None
    view.show_finer(regions(1))
    view.show_failed(1, "Too late.")
    assert "Looking" in view.bar.sentence.text()
    view.show_regions(regions(2))
    assert view.choice.found is not None


def test_other_words_rename_what_is_chosen(viewer, view, qtbot):
    click(viewer, 0.4, 0.5)
    with qtbot.waitSignal(view.wanted):
        view.again()
    assert view.card.words == "Dog"  # until the answer comes
    view.show_regions(regions(1, "voc", ("lawn", "animal", "")))
    assert view.card.words == "Animal"


def test_finer_outlines_change_no_name_and_no_choice(viewer, view):
    click(viewer, 0.4, 0.5)
    finer = regions(1)
    planes = np.repeat(np.repeat(finer.planes, 3, axis=1), 3, axis=2)
    planes[1, 12:18, 12:36] = 230  # the dog's head
    finer = PhotoRegions(1, finer.regions, planes, "everyday", "Tiny", finer=True)
    move(viewer, at(viewer, 0.4, 0.25))
    assert view.overlay.name == ""
    view.show_finer(finer)
    assert view.card.words == "Dog"
    assert view.overlay.marks.chosen == (1,)
    assert view.overlay.name == "Dog"  # under the resting pointer


def test_what_was_clicked_stays_chosen_where_finer_outlines_give_it_to_another_part(viewer, view):
    finer = regions(1)
    planes = finer.planes.copy()
    planes[0, 12:], planes[1, 12:] = 230, 0  # the grass begins higher up
    finer = PhotoRegions(1, finer.regions, planes, "everyday", "Tiny", finer=True)
    click(viewer, 0.4, 0.66)
    assert view.card.words == "Dog"
    view.show_finer(finer)
    assert view.card.words == "Grass"
    view.show_regions(regions(1))
    assert view.step(1)  # chosen by the keyboard: no place was meant
    assert view.card.words == "Dog"
    view.show_finer(finer)
    assert view.card.words == "Dog"


def test_no_model_is_a_button_and_no_error(viewer, view, qtbot):
    view.show_failed(1, "There is no model that sees parts.", "model")
    assert view.bar.help.text() == "Get a region model"
    assert not view.card.isVisible()
    with qtbot.waitSignal(view.help_asked) as told:
        QTest.mouseClick(view.bar.help, LEFT)
    assert told.args == ["model"]
    view.show_failed(1, "The photo is gone.")
    assert not view.bar.help.isVisible()
    assert view.bar.sentence.text() == "The photo is gone."


def test_nothing_found_says_so(viewer, view):
    view.again()
    view.show_regions(PhotoRegions(1, (), np.zeros((0, 20, 20), np.uint8), "everyday", "Tiny"))
    assert "No parts" in view.bar.sentence.text()
    move(viewer, at(viewer, 0.4, 0.5))
    QTest.keyClick(viewer.canvas, Key.Key_Tab)
    assert view.choice.chosen == []


def test_who_waits_long_is_told_why(viewer, view, qtbot):
    view.bar._patience.setInterval(20)
    view.again()
    assert "first time" not in view.bar.sentence.text()
    qtbot.waitUntil(lambda: "first time" in view.bar.sentence.text())
    view.again()
    view.show_regions(regions(1))
    qtbot.wait(60)
    assert "first time" not in view.bar.sentence.text()


# the card and the bar


def test_what_is_chosen_is_looked_for_alone_or_beside_the_question(viewer, view, qtbot):
    click(viewer, 0.4, 0.5)
    click(viewer, 0.4, 0.9, SHIFT)
    view.show_asked(True)
    with qtbot.waitSignal(view.find_asked) as told:
        QTest.mouseClick(view.card.add, LEFT)
    photo, chosen, beside = told.args
    assert (photo, [one.label for one in chosen], beside) == (1, ["dog", "grass"], True)
    view.show_asked(False)
    assert not view.card.add.isVisible()


def test_an_alternative_is_looked_for_by_its_english_name(viewer, view, qtbot):
    click(viewer, 0.4, 0.5)
    wolf = next(one for one in view.card.findChildren(Alternative) if one.label.label == "wolf")
    assert wolf.accessibleName() == "Wolf, 10 %"
    with qtbot.waitSignal(view.name_asked) as told:
        QTest.mouseClick(wolf, LEFT)
    assert told.args == ["wolf"]


@pytest.mark.parametrize(
    ("looked", "words"),
    [(0, "cut out"), (50, "parts of 50"), (90, "parts of your photos")],
)
def test_the_card_says_what_is_compared(viewer, view, looked, words):
    view.show_state(RegionModelInfo("x", "Tiny", "ready", looked, 90))
    click(viewer, 0.4, 0.5)
    assert words in view.card.how.text()


def test_a_click_on_the_card_is_none_on_the_photo(viewer, view):
    click(viewer, 0.4, 0.5)
    QTest.mouseClick(view.card, LEFT, NONE, QPoint(4, view.card.height() - 4))
    assert view.card.words == "Dog"


@pytest.mark.parametrize("size", [(1000, 700), (640, 560)])
def test_the_card_stands_aside_of_what_is_chosen_and_inside_the_window(viewer, view, size):
    viewer.resize(*size)
    click(viewer, 0.85, 0.5)
    assert view.card.x() < viewer.canvas.width() / 2
    click(viewer, 0.3, 0.5)
    assert view.card.x() > viewer.canvas.width() / 2
    assert viewer.canvas.rect().contains(view.card.geometry())
    for button in (view.bar.words, view.bar.all, view.bar.close_):
        corner = button.mapTo(viewer, button.rect().bottomRight())
        assert viewer.rect().contains(corner)


def test_all_parts_are_shown_with_a_legend(viewer, view, qtbot):
    move(viewer, at(viewer, 0.4, 0.5))
    with qtbot.waitSignal(view.finer_wanted):
        view.bar.all.click()
    assert view.overlay.name == ""  # it stands on the part itself
    assert len(view.overlay.marks.colours) == 3
    assert [name for name, _ in view.overlay.marks.names] == ["Grass", "Dog", ""]
    chips = {one.text(): one for one in view.bar._chips.children() if hasattr(one, "text")}
    assert list(chips) == ["Grass", "Dog", "Unclear"]
    QTest.mouseClick(chips["Dog"], LEFT)
    assert view.card.words == "Dog"
    QTest.keyClick(viewer.canvas, Key.Key_Right)
    assert view.overlay.marks.colours == ()
    view.show_regions(regions(2))
    assert len(view.overlay.marks.colours) == 3  # it stays on
    view.bar.all.click()
    assert view.overlay.marks.colours == ()
    assert not view.bar._chips.isVisible()


def test_the_words_are_chosen_from_a_menu(viewer, view, qtbot):
    known = [VocabularyInfo("everyday", "Everyday", 300), VocabularyInfo("own", "My own words", 0)]
    view.show_vocabularies(known, "everyday")
    assert view.bar.words.text() == "Everyday"
    everyday, own, _, edit = view.bar.menu.actions()
    assert everyday.isChecked()
    with qtbot.waitSignal(view.vocabulary_chosen) as told:
        own.trigger()
    assert told.args == ["own"]
    with qtbot.waitSignal(view.help_asked) as told:
        edit.trigger()
    assert told.args == ["words"]


def test_every_button_of_it_has_a_name_and_a_tooltip(viewer, view):
    click(viewer, 0.4, 0.5)
    view.bar.all.click()
    for part_ in (view.card, view.bar):
        for button in part_.findChildren(QToolButton):
            assert button.accessibleName()
            assert button.toolTip()


# why


def test_why_is_offered_for_photos_found_by_words_alone(viewer, qtbot):
    view = viewer.regions
    QTest.keyClick(viewer.canvas, Key.Key_W)
    assert view.mode == ""
    view.show_question("a dog")
    with qtbot.waitSignal(view.why_wanted) as told:
        QTest.keyClick(viewer.canvas, Key.Key_W)
    assert told.args == [1]
    assert viewer.tools.why.isChecked()
    assert "a dog" in view.bar.sentence.text()
    assert not view.bar.words.isVisible()
    before = viewer.canvas.grab().toImage()
    heat = np.zeros((12, 12), np.float32)
    heat[4:8, 4:8] = 1
    view.show_why(Why(2, heat, 0.2))  # of another photo
    assert viewer.canvas.grab().toImage() == before
    view.show_why(Why(1, heat, 0.2))
    assert "approximation" in view.bar.sentence.text()
    dark = viewer.canvas.grab().toImage().pixelColor(at(viewer, 0.05, 0.05).toPoint())
    assert dark.lightness() < before.pixelColor(at(viewer, 0.05, 0.05).toPoint()).lightness() - 20
    QTest.keyClick(viewer.canvas, Key.Key_R)
    assert view.mode == "parts"
    assert not viewer.tools.why.isChecked()
    view.toggle("why")
    view.show_question("")  # another list
    assert view.mode == ""


# looks


def contrast(one, two):
    def light(text):
        linear = []
        for first in (1, 3, 5):
            part_ = int(text[first : first + 2], 16) / 255
            linear.append(part_ / 12.92 if part_ <= 0.03928 else ((part_ + 0.055) / 1.055) ** 2.4)
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_names_can_be_read_over_any_photo():
    alpha = int(PLATE[1:3], 16) / 255
    for ground in (0, 255):
        mixed = [round(alpha * int(PLATE[at : at + 2], 16) + (1 - alpha) * ground) for at in (3, 5, 7)]
        assert contrast(INK, "#{:02x}{:02x}{:02x}".format(*mixed)) >= 7


def test_the_legend_has_colours_that_can_be_told_apart():
    every = [*LEGEND, UNCLEAR]
    assert len(set(every)) == len(every)
    for colour in every:
        # dots stand on a chip in either appearance
        assert max(contrast(colour, looks.LIGHT.chosen), contrast(colour, looks.DARK.chosen)) >= 3


@pytest.mark.parametrize("colours", [looks.LIGHT, looks.DARK], ids=["light", "dark"])
def test_it_follows_light_and_dark(viewer, view, theme, colours):
    click(viewer, 0.4, 0.5)
    theme.use(colours)
    ground = view.card.grab().toImage().pixelColor(view.card.width() // 2, 3)
    assert ground.lightness() > 200 if not colours.dark else ground.lightness() < 80
    theme.use(looks.LIGHT)


def test_a_very_small_photo_can_be_clicked(viewer, view):
    store = io.BytesIO()
    Image.new("RGB", (1, 1)).save(store, "PNG")
    viewer.canvas.place.measure(1, 1)
    viewer.canvas.fit()
    click(viewer, 0.5, 0.5)
    assert view.mode == "parts"
