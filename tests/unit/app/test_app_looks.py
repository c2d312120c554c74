"""What can be read, what fits, what stands where."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app import dialogs
from app import theme as looks
from app.actions import SPECS, Actions
from app.notices import Notices
from app.panels.first_run import FirstRun, Message
from app.panels.problems import ProblemsPage
from app.panels.side_bar import SideBar
from app.panels.status_strip import StatusStrip
from app.query_bar.top_bar import TopBar
from core import paths
from core.errors import RecollectError
from core.jobs import Progress
from core.library.values import FolderInfo, ProblemInfo

NARROW = 640


def channels(text: str) -> list[float]:
    return [int(text[i : i + 2], 16) / 255 for i in (1, 3, 5)]


def contrast(one: str, two: str) -> float:
    """As WCAG 2 defines it."""

    def light(text: str) -> float:
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in channels(text)]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def over(veil: str, ground: str) -> str:
    """#aarrggbb over #rrggbb."""
    alpha = int(veil[1:3], 16) / 255
    pairs = zip(channels("#" + veil[3:]), channels(ground), strict=True)
    return "#" + "".join(f"{round(255 * (alpha * a + (1 - alpha) * b)):02x}" for a, b in pairs)


def pairs_of(c: looks.Colours) -> dict[str, tuple[str, str]]:
    """Every colour of words with every ground it stands on."""
    grounds = {"page": c.page, "side": c.side, "bar": c.bar, "field": c.field, "raised": c.raised}
    pairs = {
        f"{ink} on {name}": (getattr(c, ink), g) for ink in ("text", "faint") for name, g in grounds.items()
    }
    for name in ("page", "side", "raised"):
        ground = grounds[name]
        pairs[f"text on hovered {name}"] = (c.text, over(c.hover, ground))
        pairs[f"text on pressed {name}"] = (c.text, over(c.pressed, ground))
        pairs[f"link on {name}"] = (c.accent, ground)
        pairs[f"link on hovered {name}"] = (c.accent, over(c.hover, ground))
        pairs[f"warning on {name}"] = (c.warning, ground)
    pairs["faint on a hovered line"] = (c.faint, over(c.hover, c.side))
    pairs["text on a chosen line"] = (c.text, c.chosen)
    pairs["words on the accent"] = (c.on_fill, c.fill)
    for pressed in (False, True):
        pairs[f"words on the accent, {pressed=}"] = (c.on_fill, looks.fill_shade(c, pressed=pressed))
    return pairs


@pytest.mark.parametrize("colours", [looks.LIGHT, looks.DARK], ids=["light", "dark"])
def test_all_words_can_be_read_on_their_ground(colours):
    found = {name: contrast(*pair) for name, pair in pairs_of(colours).items()}
    assert {name: round(value, 2) for name, value in found.items() if value < 4.5} == {}
    assert contrast("#ffffff", "#000000") == pytest.approx(21)


def test_the_style_uses_no_pair_the_test_above_does_not_know():
    """White words stand on ``fill`` alone, and ``fill`` carries nothing but white words."""
    sheet = paths.resource("themes/window.qss").read_text("utf-8")
    for rule in re.findall(r"\{([^{}]*(?:\$\{\w+\}[^{}]*)*)\}", sheet):
        ground = re.search(r"background: \$\{(\w+)\}", rule)
        ink = re.search(r"(?<![-\w])color: \$\{(\w+)\}", rule)
        if ground and ink:
            assert (ground[1] == "fill") == (ink[1] == "on_fill"), rule
            assert ground[1] != "accent", rule


def test_a_notice_covers_nothing(qtbot, theme):
    pages = QStackedWidget()
    qtbot.addWidget(pages)
    free, full = FirstRun(theme), QWidget()
    for page in (free, full):
        pages.addWidget(page)
    pages.resize(800, 600)
    pages.show()
    notices = Notices(theme, pages)
    promise = next(one for one in free.findChildren(QLabel) if one.text().startswith("Everything stays"))
    before = promise.mapTo(pages, promise.rect().topLeft())
    notices.say("One line.")
    assert promise.mapTo(pages, promise.rect().bottomLeft()).y() < notices.y()
    assert promise.mapTo(pages, promise.rect().topLeft()) == before  # nor does anything jump
    pages.setCurrentWidget(full)
    qtbot.waitUntil(lambda: full.height() <= notices.y())
    sign, label = notices._sign, notices._label
    qtbot.waitUntil(lambda: abs(sign.geometry().center().y() - label.geometry().center().y()) <= 1)
    notices.say("Many words. " * 20)
    qtbot.waitUntil(lambda: sign.geometry().bottom() < label.geometry().center().y())
    notices.hide()
    qtbot.waitUntil(lambda: full.height() == 600)


def test_waiting_for_the_model_moves_the_bar(qtbot, theme):
    strip = StatusStrip(theme)
    qtbot.addWidget(strip)
    strip.show_progress(Progress(0, 960, "Getting ready"), paused=False)
    assert (strip.bar.minimum(), strip.bar.maximum()) == (0, 0)
    strip.show_progress(Progress(0, 960, "Indexing"), paused=True)
    assert strip.bar.maximum() > 0  # a moving bar would keep a paused window awake
    strip.show_progress(Progress(24, 960, "Indexing", {"rate": 12.0}), paused=False)
    assert (strip.bar.value(), strip.bar.maximum()) == (24, 960)


def test_the_window_can_be_narrow(qtbot, theme):
    strip, side = StatusStrip(theme), SideBar(theme)
    strip.show_model("starter")
    strip.show_chosen(1234)
    strip.show_progress(Progress(3204, 12400, "", {"rate": 74.2, "seconds_left": 9000.0}), paused=False)
    assert strip.minimumSizeHint().width() <= NARROW
    problems = ProblemsPage(theme)
    problems.show_problems([ProblemInfo(1, b"/a/b.jpg", "photo.empty", {})])
    pages = (FirstRun(theme), Message(theme, "images"), problems, TopBar(theme, 160))
    for page in (strip, side, *pages):
        qtbot.addWidget(page)
    for page in pages:
        assert side.minimumWidth() + page.minimumSizeHint().width() < NARROW
    strip.resize(NARROW, 32)
    strip.grab()
    assert strip.text.toolTip() == strip.text.text()  # it was cut: the whole stands in the tooltip


def test_the_side_bar_names_the_samples_and_ignores_the_pointer_over_folders(qtbot, theme):
    side = SideBar(theme)
    qtbot.addWidget(side)
    home = str(paths.data_home() / "samples").encode()
    folders = (
        FolderInfo(1, home, "samples", "live", 60),
        FolderInfo(2, b"/home/a/samples", "samples", "waiting", 0),
    )
    side.show_library(folders, 60, 2)
    lines = [(entry.kind, entry.text, entry.right) for entry in side._entries]
    at = lines.index(("folder", "Sample photos", "60"))
    assert lines[at - 1 : at + 2] == [
        ("heading", "Folders", ""),
        ("folder", "Sample photos", "60"),
        ("folder", "samples", ""),
    ]
    assert ("problems", "Problems", "2") in lines
    assert "samples" not in side.list.item(at).toolTip()
    assert "/home/a/samples" in side.list.item(at + 1).toolTip()
    side.add.grab()


def test_problems_say_no_more_than_is_true(qtbot, theme):
    page = ProblemsPage(theme)
    qtbot.addWidget(page)
    page.resize(900, 500)
    page.show()
    page.show_problems([ProblemInfo(7, b"/a/b.jpg", "photo.empty", {})])
    assert "Everything else" not in page.said.text()
    page.set_complete(True)
    assert page.said.text().startswith("Everything else was indexed.")
    card = page.findChild(QWidget, "card")
    buttons = sorted(card.findChildren(QPushButton), key=lambda one: one.x())
    assert [one.text() for one in buttons] == ["Try again", "Show in folder", "Ignore"]
    words = card.findChildren(QLabel)[0]
    assert buttons[0].y() < card.height() / 2
    page.resize(440, 500)
    qtbot.waitUntil(lambda: buttons[0].geometry().left() == words.geometry().left())


def test_a_second_thing_to_do_is_a_link_only_beside_a_first(qtbot, theme):
    page = Message(theme, "images")
    qtbot.addWidget(page)
    page.say("Nothing", "here", "Clear", "Close")
    assert page.second.property("link") == "true"
    page.say("Nothing", "here", second="Add a folder")
    assert (page.second.property("link"), page.first.isVisibleTo(page)) == (None, False)


def test_a_mistake_is_underlined_where_it_stands(qtbot, theme, monkeypatch):
    top = TopBar(theme, 160)
    qtbot.addWidget(top)
    top.show()
    top.bar.set_text("  dog ^^ cat")
    spans: list[tuple[int, int] | None] = []
    monkeypatch.setattr(top.bar._line, "underline", lambda theme, span: spans.append(span))
    top.explain(RecollectError("query.only_minus"))
    top.explain(RecollectError("query.mistake", detail="No.", position=5, end=7))
    assert top.mistake.text() == "No."  # the place is seen
    top.explain(RecollectError("query.mistake", detail="No.", position=0, end=0))  # in a chip
    assert not top.mistake.isHidden()
    top.clear_mistake()
    assert spans == [(2, 12), (6, 8), None, None]


def test_every_action_of_a_menu_has_a_sign_and_open_shows_its_key(qtbot, theme):
    window, grid = QWidget(), QWidget()
    qtbot.addWidget(window)
    qtbot.addWidget(grid)
    actions = Actions(theme, window, grid)
    assert [spec.name for spec in SPECS if actions[spec.name].icon().isNull()] == []
    assert actions["open"].shortcut() == QKeySequence("Enter")
    assert actions["open"] in grid.actions()
    listed = actions.keys()
    assert ("Open", "Enter") in listed


def test_small_windows_close_quietly(qtbot, theme):
    parent = QWidget()
    qtbot.addWidget(parent)
    QVBoxLayout(parent)
    parent.show()
    dialog = dialogs.show_about(parent)
    (button,) = dialog.findChildren(QPushButton)
    assert (button.text(), button.icon().isNull(), button.property("plain")) == ("Close", True, "true")
    fill = theme.colour("fill")
    image = button.grab().toImage()
    assert image.pixelColor(image.width() // 2, 4) != fill
    with qtbot.waitSignal(dialog.finished, timeout=500):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
