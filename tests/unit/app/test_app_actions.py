"""Every action of the window, and every icon that is named anywhere in it."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QMenuBar, QVBoxLayout, QWidget

from app.actions import SPECS, Actions
from core import paths

APP = Path(__file__).resolve().parents[3] / "app"
ICONS = paths.resource("icons")
# Calls whose argument at this place is the name of an icon.
_CALLS = {"icon": 0, "pixmap": 0, "Spec": 5, "Entry": 2, "Tool": 1, "Message": 1, "_menu_icon": 0, "draw": 0}


def named_icons() -> dict[str, str]:
    """Every string in ``app`` that stands where an icon is named, with its file."""
    found: dict[str, str] = {}
    for file in APP.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                place = _CALLS.get(name)
                if place is not None and len(node.args) > place:
                    for one in ast.walk(node.args[place]):
                        if isinstance(one, ast.Constant) and isinstance(one.value, str) and one.value:
                            found[one.value] = str(file.relative_to(APP))
    return found


def test_every_icon_that_is_named_is_there():
    found = named_icons()
    assert len(found) > 50
    there = {file.stem for file in ICONS.glob("*.svg")}
    values = {"light", "dark", "favourite"}  # what decides between two icons
    missing = {name: file for name, file in found.items() if name not in there | values}
    assert not missing
    assert {spec.icon for spec in SPECS} <= there


@pytest.fixture
def parts(qtbot, theme):
    window, grid, bar = QWidget(), QWidget(), QMenuBar()
    QVBoxLayout(window).addWidget(grid)
    qtbot.addWidget(window)
    qtbot.addWidget(bar)
    actions = Actions(theme, window, grid)
    actions.fill(bar)
    return window, grid, bar, actions


def test_every_action_has_words_a_tip_an_icon_and_one_place_in_the_menus(parts):
    _, _, bar, actions = parts
    placed = Counter(
        action.text()
        for menu in bar.findChildren(QMenu)
        for action in menu.actions()
        if not action.isSeparator()
    )
    for spec in SPECS:
        action = actions[spec.name]
        assert spec.text and spec.tip and spec.icon, spec.name
        assert action.statusTip() == spec.tip and not action.icon().isNull()
        assert placed[action.text()] == 1, spec.name
        if action.shortcuts():
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            assert keys in action.toolTip()
    assert sum(placed.values()) == len(SPECS)
    assert len({spec.name for spec in SPECS}) == len(SPECS)


def test_no_key_means_two_things(parts):
    """Those of the window hold within the grid too, so all of them must differ."""
    *_, actions = parts
    every = Counter(one.toString() for spec in SPECS for one in actions[spec.name].shortcuts())
    assert [key for key, times in every.items() if times > 1] == []
    assert "" not in every  # each was understood


def test_letters_mean_actions_in_the_grid_alone(parts, qtbot):
    window, grid, _, actions = parts
    other = QWidget()
    window.layout().addWidget(other)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    heard: list[str] = []
    for spec in SPECS:
        actions.on(spec.name, lambda name=spec.name: heard.append(name))
    for widget in (grid, other):
        widget.setFocusPolicy(widget.focusPolicy().StrongFocus)
        widget.setFocus()
        qtbot.waitUntil(widget.hasFocus)
        for key in "fhmlsc":
            QTest.keyClick(widget, key)
    assert heard == ["favourite", "hide", "more", "less", "similar", "compare"]
