"""The window with its real library: asking, the way back, the rest, dates, filters, other pages."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app import results
from tests.window_hands import WAIT, Hands

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def hands(shared_program, qtbot) -> Iterator[Hands]:
    made = Hands(shared_program, qtbot)
    yield made
    made.reset()


def test_the_rest_is_opened_by_keyboard_and_closed_for_the_next_question(hands, monkeypatch):
    window, grid = hands.window, hands.window.grid
    monkeypatch.setattr(results, "STOOD", 0.0)
    hands.type("zebra")
    assert hands.headings()[0] == "In names and keywords"
    shown, closed = len(grid.ids), grid.wall.closed
    assert closed and shown + closed == 32
    hands.key(Key.Key_Down)  # from the bar to the photos
    assert grid.hasFocus()
    for _ in range(40):
        hands.key(Key.Key_Down)
        if grid.on_footer:
            break
    assert grid.on_footer and "Show the rest" in grid.accessibleDescription()
    grid.grab()
    current = grid.current_id()
    hands.key(Key.Key_Up)
    assert not grid.on_footer and grid.current_id() == current
    hands.key(Key.Key_Down)
    hands.key(Key.Key_Return)
    hands.settle()
    assert (len(grid.ids), grid.wall.closed, grid.on_footer) == (32, 0, False)
    assert hands.headings()[-1] == "The rest, by relevance"
    assert grid.current_id() == current
    hands.key(Key.Key_Down)
    assert grid.current_id() != current
    there, place = grid.current_id(), grid.top()
    hands.type("a dog")
    assert grid.wall.closed
    hands.key(Key.Key_Left, ALT)  # back: the rest is open again, at the same place
    hands.settle()
    assert window.bar.text() == "zebra"
    assert (len(grid.ids), grid.current_id(), grid.top()) == (32, there, place)
    hands.key(Key.Key_Right, ALT)
    hands.settle()
    assert window.bar.text() == "a dog" and grid.wall.closed
    window.grid.setFocus()
    hands.key(Key.Key_R, CTRL)
    hands.settle()
    assert not grid.wall.closed


def test_order_strictness_and_shape_keep_place_and_selection(hands):
    window, grid, row = hands.window, hands.window.grid, hands.window.parts.results_bar
    grid.setFocus()
    grid.verticalScrollBar().setValue(200)
    grid.selection.click(12)
    grid.chose()
    photo = grid.current_id()
    assert row.sort.text().strip() == "Newest first" and not row._sorts["relevance"].isVisible()
    row._sorts["oldest"].trigger()
    hands.settle()
    assert grid.chosen_ids() == [photo]
    y = grid.layout_.rect(grid.selection.current)[1] - grid.top()
    assert 0 <= y < grid.viewport().height()
    row.square.click()
    assert grid.square and grid.chosen_ids() == [photo]
    hands.type("zebra")
    row._sorts["newest"].trigger()
    hands.settle()
    assert hands.headings()[0].startswith("In names and keywords · ") and "2023" in hands.headings()[0]
    window.results.open_rest()
    hands.settle()
    assert any(words.startswith("The rest") and "relevance" not in words for words in hands.headings())
    row.strictness.setValue(0)
    hands.qtbot.waitUntil(lambda: window.results._strictness == 0.0)
    hands.settle()
    assert window.results.answer.again
    row._sorts["folder"].trigger()
    hands.settle()
    assert "The rest" in hands.headings()
    hands.type("")
    assert grid.wall.sections.bare  # a list by folder needs no headings


def test_words_become_chips_without_losing_their_place(hands, monkeypatch):
    window, bar = hands.window, hands.window.bar
    monkeypatch.setattr(results, "STOOD", 0.0)
    hands.type("a dog type:jpeg")
    window.grid.setFocus()
    window.grid.verticalScrollBar().setValue(60)
    window.grid.selection.click(3)
    window.grid.chose()
    chosen = window.grid.chosen_ids()
    steps = len(window.results._back)
    bar._line.setFocus()
    hands.key(Key.Key_Return)
    hands.settle()
    assert hands.chips() == ["a dog", "Type jpeg"] and bar.text() == ""
    assert window.grid.chosen_ids() == chosen
    assert len(window.results._back) == steps


def test_a_span_of_time_is_one_chip_and_the_histogram_shows_all_times(hands):
    window, histogram = hands.window, hands.window.parts.histogram
    assert not histogram.isVisible()  # nothing is asked
    hands.type("is:favourite or type:jpeg", enter=True)
    assert histogram.isVisible() and len(histogram.bins) > 1
    everything = int(histogram.bins.shown.sum())
    assert everything == 32
    last = len(histogram.bins) - 1
    for first, end in ((0, 0), (last, last)):
        y = histogram.height() // 2
        left, right = histogram.left_of(first) + 1, histogram.left_of(end + 1) - 2
        QTest.mousePress(histogram, Qt.MouseButton.LeftButton, pos=QPoint(int(left), y))
        QTest.mouseMove(histogram, QPoint(int(right), y))
        QTest.mouseRelease(histogram, Qt.MouseButton.LeftButton, pos=QPoint(int(right), y))
        hands.settle()
        dates = [words for words in hands.chips() if words.startswith("Date")]
        assert len(dates) == 1
        assert histogram.chosen == (first, end)
        assert int(histogram.bins.shown.sum()) == everything
    assert len(window.grid.ids) == 8 and "2023" in dates[0]
    histogram.clear_button.click()
    hands.settle()
    assert len(window.grid.ids) == 32 and len(hands.chips()) == 1
    hands.type("after:2022", enter=True)  # a span with one end
    assert len(window.grid.ids) == 8
    assert histogram.span is not None and histogram.span[1] is None
    assert int(histogram.bins.shown.sum()) == everything


def test_filters_are_chips_and_chips_are_filters(hands):
    window, drawer = hands.window, hands.window.parts.filters
    hands.type("zebra")
    window.actions_["filters"].trigger()
    assert drawer.isVisible()
    camera = drawer.sections["camera"]

    def rows():
        return list(camera.rows.values())

    hands.qtbot.waitUntil(lambda: bool(camera.rows) and camera.isVisible(), timeout=WAIT)
    rows()[0].click()
    hands.settle()
    assert hands.chips()[0] == "zebra" and hands.chips()[1].startswith("Camera")
    hands.qtbot.waitUntil(lambda: drawer.clear_all.isVisible(), timeout=WAIT)
    assert rows()[0].isChecked()
    chip = window.bar._chips._chips[1]
    QTest.mouseClick(chip._cross, Qt.MouseButton.LeftButton)
    hands.settle()
    hands.qtbot.waitUntil(lambda: not any(row.isChecked() for row in rows()), timeout=WAIT)
    rows()[0].click()
    hands.settle()
    rows()[1].click()
    hands.settle()
    assert len(hands.chips()) == 3
    hands.qtbot.waitUntil(lambda: camera.clear.isVisible(), timeout=WAIT)
    camera.clear.click()
    hands.settle()
    assert hands.chips() == ["zebra"]
    drawer.brushed.emit(18_748, 18_779)  # May 2021
    hands.settle()
    hands.qtbot.waitUntil(lambda: drawer.clear_all.isVisible(), timeout=WAIT)
    drawer.clear_all.click()
    hands.settle()
    assert hands.chips() == ["zebra"]


def test_pages_folders_and_favourites_of_the_side_bar(hands, ready_library):
    window, pages = hands.window, hands.window.pages
    window.turn_to("favourites")
    hands.settle()
    assert pages.currentWidget() is pages.message and "press F" in pages.message.text.text()
    QTest.mouseClick(pages.message.first, Qt.MouseButton.LeftButton)
    hands.settle()
    assert pages.currentWidget() is window.grid and window.side.kind == "all"
    folder = window.link.status.folders[0]
    window.show_folder(folder)
    hands.settle()
    assert window.side.kind == f"folder:{folder.id}" and len(window.grid.ids) == 32
    hands.type("zebra")
    assert len(hands.chips()) == 1  # the folder is still there
    window.turn_to("settings")
    assert pages.turned_to == "settings"
    window.bar._line.setFocus()
    hands.key(Key.Key_Return)  # words after a chip become one, which asks anew: back to the photos
    hands.settle()
    assert pages.currentWidget() is window.grid
    window.turn_to("health")
    window.bar.take_focus()
    hands.key(Key.Key_Return)  # nothing new is asked, but its answer is wanted
    assert pages.currentWidget() is window.grid
    hands.type("camera:nowhere", enter=True)
    assert pages.message.title.text() == "No photo fits all of this"


def test_history_and_saved_searches(hands, monkeypatch):
    window, searches = hands.window, hands.window.searches
    searches._meant.setInterval(0)
    hands.type("zebra")
    hands.type("a dog -cat", enter=True)
    hands.qtbot.wait(20)
    window.bar.take_focus()
    hands.key(Key.Key_Down, ALT)
    hands.qtbot.waitUntil(
        lambda: searches.popup.isVisible() and searches.popup.list.count() == 2, timeout=WAIT
    )
    assert searches.popup.list.item(0).text() == "a dog -cat"
    QTest.keyClick(searches.popup.list, Key.Key_Delete)
    assert searches.popup.list.count() == 1
    QTest.keyClick(searches.popup.list, Key.Key_Escape)
    assert not searches.popup.isVisible()
    hands.key(Key.Key_Down, ALT)
    hands.qtbot.waitUntil(lambda: searches.popup.isVisible(), timeout=WAIT)
    QTest.keyClick(searches.popup.list, Key.Key_Return)
    hands.settle()
    assert window.bar.text() == "zebra" and not hands.chips()
    names: list[str] = []
    monkeypatch.setattr(searches, "_name", lambda title, text, then: (names.append(text), then("Stripes")))
    window.actions_["save"].trigger()
    hands.qtbot.waitUntil(lambda: "“Stripes” was saved" in window.notices.text, timeout=WAIT)
    assert names == ["zebra"]
    hands.type("")
    window.turn_to("settings")
    hands.qtbot.waitUntil(lambda: any(one.search for one in window.side._entries), timeout=WAIT)
    (entry,) = [one for one in window.side._entries if one.search]
    window.side._ask(entry)
    hands.settle()
    assert window.bar.text() == "zebra" and window.pages.currentWidget() is window.grid
    assert window.side.kind == entry.key
    window.turn_to("settings")
    window.side._ask(entry)  # asked already: the page is left all the same
    assert window.pages.currentWidget() is window.grid and window.side.kind == entry.key
    searches._remove(entry.search)
    hands.qtbot.waitUntil(lambda: not any(one.search for one in window.side._entries), timeout=WAIT)
    window.notices._button.click()
    hands.qtbot.waitUntil(lambda: any(one.search for one in window.side._entries), timeout=WAIT)


def test_mistakes_are_underlined_where_they_stand(hands):
    window, top, spans = hands.window, hands.window.top_bar, []
    underline = window.bar._line.underline
    window.bar._line.underline = lambda theme, span: (spans.append(span), underline(theme, span))
    hands.type("dog date:")
    assert not top.mistake.isVisible()  # it is still being typed
    hands.key(Key.Key_Return)
    assert top.mistake.isVisible() and spans[-1] == (4, 9)
    QTest.keyClicks(window.bar._line, "2021")
    assert not top.mistake.isVisible() and spans[-1] is None
    hands.settle()
    window.bar.clear()
    hands.settle()
    line = window.bar._line
    QTest.keyClicks(line, "  cat date:2021-13 dog")
    hands.qtbot.waitUntil(top.mistake.isVisible, timeout=WAIT)
    assert spans[-1] == (11, 18) and "character" not in top.mistake.text()
    window.bar.clear()
    hands.type("type:jpeg", enter=True)
    QTest.keyClicks(line, "cat date:2021-13 dog")
    hands.qtbot.waitUntil(top.mistake.isVisible, timeout=WAIT)
    assert spans[-1] == (9, 16)  # in the line, not in the whole query
    window.bar.clear()
    hands.settle()
    window.bar.show_query('like:"/nowhere/boat.jpg" dog')  # a chip is what cannot be asked
    hands.qtbot.waitUntil(top.mistake.isVisible, timeout=WAIT)
    assert "boat.jpg" in top.mistake.text()


def test_the_wheel_of_a_touchpad_counts_by_notches(hands):
    window = hands.window
    hands.type("dog^2 cat", enter=True)
    chip = window.bar._chips._chips[0]

    def turn(widget, angle, modifiers=Qt.KeyboardModifier.NoModifier):
        place = QPointF(widget.rect().center())
        event = QWheelEvent(
            place,
            QPointF(widget.mapToGlobal(place.toPoint())),
            QPoint(),
            QPoint(0, angle),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, event)

    for _ in range(7):
        turn(chip, 15)
    assert chip.token.weight == 2.0
    turn(chip, 15)
    assert chip.token.weight == 3.0
    tile = window.grid.tile
    for _ in range(8):
        turn(window.grid.viewport(), -15, CTRL)
    assert window.grid.tile == tile - 16
    assert np.all(window.grid.layout_.h > 0)


def test_whether_words_match_parts_changes_what_is_shown_at_once(hands):
    window = hands.window
    hands.type("zebra")
    hands.settle()
    for wanted in (False, True):
        with hands.qtbot.waitSignal(window.results.shown, timeout=30_000) as answered:
            window.page_care.set_setting("regions.in_search", wanted)
        assert answered.args[0].again and window.link.library.settings.get("regions.in_search") is wanted
