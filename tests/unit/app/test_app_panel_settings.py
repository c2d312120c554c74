"""The settings page is made from core.settings, applies at once, and says when it cannot."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from app.panels import settings_words
from app.panels.page import Choice, Switch, about, amount
from app.panels.settings import SettingsPage
from app.panels.settings_words import GROUPS, SENTENCES, WORDS
from core.settings import BY_KEY, SETTINGS, Settings

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def page(qtbot, theme):
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    made = SettingsPage(theme)
    made.resize(1000, 700)
    made.show()
    yield made
    # at once: a later test's theme would dress hundreds of widgets that only wait for their end
    shiboken6.delete(made)
    QLocale.setDefault(before)


def heard(page):
    said = []
    page.changed.connect(lambda key, value: said.append((key, value)))
    return said


def test_every_setting_has_words_and_every_choice_too():
    assert [words.key for words in WORDS] == list(dict.fromkeys(words.key for words in WORDS))
    assert {words.key for words in WORDS} == set(BY_KEY)
    for words in WORDS:
        assert words.group in GROUPS
        assert words.title and words.title != words.key
        assert tuple(words.choices) == BY_KEY[words.key].choices
    assert set(SENTENCES) == {setting.sentence for setting in SETTINGS}


def test_the_translators_tool_finds_all_of_them(tmp_path):
    """lupdate reads literals only, so whatever is translated has to stand in the file as one."""
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    if not tool.exists():
        pytest.skip("pyside6-lupdate is not installed")
    made = tmp_path / "words.ts"
    subprocess.run([tool, settings_words.__file__, "-ts", made], check=True, capture_output=True)
    contexts = {c.findtext("name"): c for c in ET.parse(made).iter("context")}
    found = {message.findtext("source") for message in contexts["Settings"].iter("message")}
    needed = {words.title for words in WORDS} | {words.cost for words in WORDS if words.cost}
    needed |= {one for words in WORDS for one in words.choices.values() if words.key != "language"}
    assert needed | set(SENTENCES) | set(GROUPS) <= found


def test_every_setting_stands_in_its_group_and_shows_its_default(page):
    assert set(page.rows) == set(BY_KEY)
    assert [s.heading.text() for s in page._sections if not s.isHidden()] == list(GROUPS)
    assert page.rows["forget.days"].control.spin.text() == "30 days"
    assert page.rows["threads"].control.spin.text() == "All"
    assert page.rows["watch.rescan_seconds"].control.spin.text() == "1 h"
    assert page.rows["results.stacks"].control.switch.isChecked()
    assert page.rows["device"].control.box.currentText() == "Automatic"
    assert not any(row.reset.isVisible() for row in page.rows.values())


def test_a_setting_without_words_is_shown_by_its_key(qtbot, theme, monkeypatch):
    monkeypatch.setattr(settings_words, "_BY_KEY", {})
    made = SettingsPage(theme)
    qtbot.addWidget(made)
    assert made.rows["device"].title.text() == "device"
    assert [s.heading.text() for s in made._sections if not s.isHidden()] == ["Advanced"]


def test_changes_are_told_at_once_and_only_once(qtbot, page):
    said = heard(page)
    qtbot.mouseClick(page.rows["results.stacks"].control.switch, Qt.MouseButton.LeftButton)
    box = page.rows["grid.shape"].control.box
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert said == [("results.stacks", False), ("grid.shape", "square")]
    slider = page.rows["search.strictness"].control.slider
    for _ in range(3):
        qtbot.keyClick(slider, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: len(said) == 3)
    assert said[-1] == ("search.strictness", pytest.approx(0.53))
    page.show_values(dict(said))
    assert len(said) == 3  # showing is not changing


def test_a_number_is_typed_with_or_without_its_unit(qtbot, page):
    said = heard(page)
    spin = page.rows["watch.rescan_seconds"].control.spin
    for text, value in (("90", 90.0), ("5 min", 300.0), ("2 h", 7200.0)):
        spin.selectAll()
        qtbot.keyClicks(spin, text)
        qtbot.keyClick(spin, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda value=value: said[-1:] == [("watch.rescan_seconds", value)])
    spin.selectAll()
    qtbot.keyClicks(spin, "99 h")  # more than a day is not allowed
    qtbot.keyClick(spin, Qt.Key.Key_Return)
    assert spin.value() == 7200.0
    whole = page.rows["index.hnsw_from"].control.spin
    whole.selectAll()
    qtbot.keyClicks(whole, "2,000,000")
    qtbot.keyClick(whole, Qt.Key.Key_Return)
    page.hide()  # leaving the page loses nothing
    assert said[-1] == ("index.hnsw_from", 2_000_000)
    assert isinstance(said[-1][1], int)


def test_bounds_and_defaults_of_numbers_can_be_shown(page):
    for setting in SETTINGS:
        if setting.kind not in {int, float}:
            continue
        control = page.rows[setting.key].control
        for value in (setting.low, setting.default, setting.high):
            page.show_values({setting.key: value})
            assert control.spin.value() == pytest.approx(value)
            assert control.spin.valueFromText(control.spin.text()) == pytest.approx(value)
        if control.slider is not None:
            for place in (0, 37, 100):
                control.slider.setValue(place)
                assert setting.parse(control._value()) == control._value()


def test_a_refused_value_goes_back_and_says_why(qtbot, page):
    said = heard(page)
    page.show_values({"threads": 4})
    spin = page.rows["threads"].control.spin
    spin.setValue(8)
    qtbot.waitUntil(lambda: said == [("threads", 8)])
    page.show_refused("threads", "The disk is full.")
    assert spin.value() == 4
    assert page.rows["threads"].refused.text() == "The disk is full."
    assert page.rows["threads"].refused.isVisible()
    spin.setValue(2)
    qtbot.waitUntil(lambda: said[-1] == ("threads", 2))
    assert not page.rows["threads"].refused.isVisible()


def test_an_answer_that_comes_late_does_not_move_a_control_back(page):
    box = page.rows["results.sort"].control.box
    for index in (1, 2):
        box.setCurrentIndex(index)
        box.activated.emit(index)
    page.show_values({"results.sort": "newest"})  # the answer to the first of the two
    assert box.currentData() == "oldest"
    page.show_values({"results.sort": "oldest"})
    page.show_values({"results.sort": "folder"})  # changed elsewhere
    assert box.currentData() == "folder"


def test_reset_goes_back_to_the_default(qtbot, page):
    said = heard(page)
    page.show_values({"forget.days": 90, "device": "cpu"})
    for key in ("forget.days", "device"):
        reset = page.rows[key].reset
        assert reset.isVisible()
        qtbot.mouseClick(reset, Qt.MouseButton.LeftButton)
        assert not reset.isVisible()
    assert said == [("forget.days", 30), ("device", "auto")]
    assert page.rows["forget.days"].control.spin.value() == 30


def test_patterns_count_only_when_applied(qtbot, page):
    said = heard(page)
    control = page.rows["exclude.patterns"].control
    qtbot.keyClicks(control.editor, "*")
    assert said == []
    page.show_values({"exclude.patterns": "", "device": "cpu"})  # something else was stored meanwhile
    assert control.editor.toPlainText() == "*"
    qtbot.keyClicks(control.editor, ".gif")
    qtbot.mouseClick(control.apply, Qt.MouseButton.LeftButton)
    assert said == [("exclude.patterns", "*.gif")]
    page.show_values({"exclude.patterns": "*.gif"})
    assert not control.apply.isEnabled()
    qtbot.keyClicks(control.editor, "x")
    qtbot.mouseClick(control.discard, Qt.MouseButton.LeftButton)
    assert control.editor.toPlainText() == "*.gif"
    qtbot.keyClick(control.editor, Qt.Key.Key_Tab)  # the keyboard gets out again
    assert not control.editor.hasFocus()


def test_what_a_change_costs_stands_there_before_it(page):
    costs = {
        "device": "Applies to the next photos.",
        "index.answers": "built anew in the background",
        "exclude.patterns": "come back when the pattern goes",
        "model.active": "the present one answers until that is done",
    }
    for key, part in costs.items():
        assert part in page.rows[key].says.text()


def test_the_model_is_chosen_on_its_own_page(qtbot, page):
    page.show_model("openai/clip")
    row = page.rows["model.active"]
    assert row.control.name.text() == "Clip"
    with qtbot.waitSignal(page.models_asked):
        qtbot.mouseClick(row.control.button, Qt.MouseButton.LeftButton)


def test_the_filter_finds_by_words_of_title_sentence_choice_and_group(qtbot, page):
    def shown():
        return {key for key, row in page.rows.items() if row.isVisible()}

    qtbot.keyClicks(page.filter, "NVIDIA")
    assert shown() == {"device"}
    assert [s.heading.text() for s in page._sections if s.isVisible()] == ["Model and device"]
    page.filter.setText("watching often")
    assert shown() == {"watch.rescan_seconds", "watch.poll_seconds"}
    page.filter.setText("zzz")
    assert shown() == set() and page._none.isVisible()
    qtbot.keyClick(page.filter, Qt.Key.Key_Escape)
    assert shown() == set(BY_KEY)


def test_the_wheel_scrolls_the_page_and_changes_nothing(qtbot, page):
    said = heard(page)
    for key in ("grid.shape", "threads", "search.strictness"):
        control = page.rows[key].control
        for widget in control.findChildren(QWidget):
            at = QPointF(widget.rect().center())
            turn = QWheelEvent(
                at, QPointF(widget.mapToGlobal(at.toPoint())), QPoint(), QPoint(0, -120),
                Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
            )  # fmt: skip
            QApplication.sendEvent(widget, turn)
    page.hide()
    assert said == []


def test_the_keyboard_reaches_every_control_in_order_and_each_has_a_name(qtbot, page):
    page.show_values({"forget.days": 90})
    page.setFocus()
    assert page.filter.hasFocus()
    # the window is not active on the offscreen platform, so the order of the chain itself is walked
    order, widget = [], page.filter.nextInFocusChain()
    while widget is not page.filter:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            order.append(widget)
        widget = widget.nextInFocusChain()
    inner = {row.control.spin.lineEdit() for row in page.rows.values() if hasattr(row.control, "spin")}
    order = [one for one in order if one not in inner]  # part of a number, reached by it
    reached = [key for one in order for key, row in page.rows.items() if row.isAncestorOf(one)]
    wanted = [words.key for group in GROUPS for s in SETTINGS for words in WORDS
              if words.key == s.key and words.group == group]  # fmt: skip
    assert list(dict.fromkeys(reached)) == wanted
    assert [
        w for w in order if not w.accessibleName() and not (isinstance(w, QPushButton) and w.text())
    ] == []
    assert page.rows["forget.days"].reset.accessibleName() == "Reset Remember what is gone"
    assert "gone photos" in page.rows["forget.days"].control.spin.accessibleDescription()


def test_nothing_is_cut_in_a_narrow_or_a_wide_window(qtbot, page):
    inside = page.area.widget()
    for width in (1000, 430):
        page.resize(width, 700)
        qtbot.waitUntil(lambda width=width: page.width() == width)
        page.layout().activate()
        QApplication.processEvents()
        for key, row in page.rows.items():
            place = row.control.mapTo(row, QPoint(0, 0))
            below = width < 500 or key == "exclude.patterns"
            assert (place.y() > row.says.geometry().bottom()) == below
            assert (place.x() == 0) == below
            assert place.x() + row.control.width() <= row.width()
            assert row.mapTo(inside, QPoint(row.width(), 0)).x() <= inside.width()
        assert max(section.width() for section in page._sections) <= 720


def test_settings_really_take_what_the_page_sends(qtbot, page, tmp_path):
    store = Settings(tmp_path / "settings.json")
    page.changed.connect(store.set)
    for key, row in page.rows.items():
        if hasattr(row.control, "spin"):
            row.control.spin.setValue(BY_KEY[key].high)
        elif hasattr(row.control, "box"):
            last = row.control.box.count() - 1
            row.control.box.setCurrentIndex(last)
            row.control.box.activated.emit(last)
        elif hasattr(row.control, "switch"):
            row.control.switch.click()
    page.hide()
    left = {key for key in BY_KEY if store.get(key) == BY_KEY[key].default}
    assert left == {"model.active", "regions.model", "exclude.patterns"}
    assert type(store.get("threads")) is int


def test_a_switch_looks_different_on_off_and_focused(qtbot, theme):
    switch, choice = Switch(theme, "Stacks"), Choice(theme, "Order")
    choice.addItems(["One", "Two"])
    for widget in (switch, choice):
        qtbot.addWidget(widget)
        widget.show()
    off = switch.grab().toImage()
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert switch.isChecked()
    on = switch.grab().toImage()
    assert on != off
    choice.resize(120, 30)
    before = choice.grab().toImage()
    choice.setCurrentIndex(1)
    assert choice.grab().toImage() != before


def test_words_for_amounts_and_times():
    assert [amount(n) for n in (0, 999, 1500, 59_000_000, 1_240_000_000)] == [
        "0 bytes", "999 bytes", "1.5 kB", "59 MB", "1.2 GB",
    ]  # fmt: skip
    assert about(30) == "less than a minute"
    assert about(720) == "about 12 min"
    assert re.fullmatch(r"about 2.0 h|about 2 h", about(7200))
