"""Regions in the whole window: a tiny random model looks into real photos, the query bar takes what is found."""

import json
import shutil
import threading

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.panels.vocabulary import OwnWords
from app.query_bar.chips import Token
from app.query_bar.faces import Face
from app.query_bar.question import Question
from app.region_care import words_of
from core.errors import RecollectError
from core.query.parse import parse

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
WAIT = 30_000


@pytest.fixture(scope="module")
def segmenter(tmp_path_factory):
    """The folder of a tiny random GroupViT."""
    from tests.tiny_models import make_tiny

    return make_tiny("groupvit", tmp_path_factory.mktemp("regions") / "tiny-groupvit")


@pytest.fixture(scope="module")
def looking(shared_program, segmenter):
    """The program with that model and few words to be encoded."""
    window = shared_program.window
    library = window.link.library
    library.settings.set("regions.model", str(segmenter))
    library.settings.set("regions.vocabulary", "voc")
    return window


@pytest.fixture
def window(looking, qtbot):
    """The grid with all photos."""
    window = looking
    window.viewing.regions._kept = ""
    if window.viewing.open:
        window.viewing.back()
    window.bar.clear()
    qtbot.waitUntil(lambda: len(window.grid.ids) > 30 and not window.asker.waiting)
    yield window
    window.viewing.viewer.regions.turn_to("")
    if window.viewing.open:
        window.viewing.back()


@pytest.fixture
def view(window, qtbot):
    """A photo of the grid is looked into."""
    window.grid.selection.click(3)
    window.grid.chose()
    window.actions_["regions"].trigger()
    view = window.viewing.viewer.regions
    qtbot.waitUntil(lambda: view.choice.found is not None, timeout=WAIT)
    return view


def click(view, number=0):
    """On a part of the photo."""
    canvas, point = view._canvas, view.choice.found.regions[number].point
    place = canvas.target()
    at = QPointF(place.x() + point[0] * place.width(), place.y() + point[1] * place.height())
    QTest.mouseClick(canvas, LEFT, pos=at.toPoint())


def test_from_a_click_to_the_photos_with_it(window, view, qtbot):
    assert window.viewing.viewer.isVisible()
    assert view.choice.found.photo_id == window.viewing.viewer.current_id()
    assert view.choice.found.vocabulary == "voc"
    # once somebody has looked, it is measured
    seeing = window.link.library._segmenting
    qtbot.waitUntil(lambda: seeing.segmenter().plan.photos_per_s > 0, timeout=WAIT)
    click(view)
    assert view.choice.regions == (0,)
    qtbot.waitUntil(lambda: view.choice.found.finer, timeout=WAIT)
    assert view.choice.regions == (0,)
    QTest.mouseClick(view.card.search, LEFT)
    qtbot.waitUntil(lambda: bool(window.bar.question().tokens))
    (token,) = window.bar.question().tokens
    assert "#at=" in token.piece.value
    assert not window.viewing.open
    assert view.mode == ""
    qtbot.waitUntil(lambda: not window.asker.waiting, timeout=WAIT)


def test_a_part_goes_beside_the_question(window, qtbot):
    window.bar.show_query("type:jpeg")
    qtbot.waitUntil(lambda: not window.asker.waiting)
    window.grid.selection.click(2)
    window.grid.chose()
    window.viewing.look_into("parts")
    view = window.viewing.viewer.regions
    qtbot.waitUntil(lambda: view.choice.found is not None, timeout=WAIT)
    click(view)
    assert view.card.add.isVisible()
    QTest.mouseClick(view.card.add, LEFT)
    qtbot.waitUntil(lambda: len(window.bar.question().tokens) == 2)
    qtbot.waitUntil(lambda: not window.asker.waiting, timeout=WAIT)


def test_a_box_of_ones_own_gets_a_name_and_is_asked_for(window, view, qtbot):
    view._boxed((0.1, 0.2, 0.5, 0.4), False)
    qtbot.waitUntil(lambda: view.choice.complete, timeout=WAIT)
    assert view.choice.infos[0].groups == ()
    QTest.mouseClick(view.card.search, LEFT)
    qtbot.waitUntil(lambda: bool(window.bar.question().tokens))
    assert "#xywh=percent:" in window.bar.question().tokens[0].piece.value
    qtbot.waitUntil(lambda: not window.asker.waiting, timeout=WAIT)


def test_other_words_are_used_at_once_and_remembered(window, view, qtbot):
    qtbot.waitUntil(lambda: bool(view.bar.menu.actions()[0].isCheckable()))
    settings = window.link.library.settings
    coco = next(one for one in view.bar.menu.actions() if one.text().startswith("COCO"))
    coco.trigger()
    qtbot.waitUntil(lambda: view.choice.found.vocabulary == "coco", timeout=WAIT)
    qtbot.waitUntil(lambda: settings.text("regions.vocabulary") == "coco")
    qtbot.waitUntil(lambda: view.bar.words.text().startswith("COCO"))
    window.page_care.set_setting("regions.vocabulary", "voc")  # as the settings page does
    qtbot.waitUntil(lambda: view.choice.found.vocabulary == "voc", timeout=WAIT)


def test_words_chosen_on_the_settings_page_are_used_when_the_viewer_opens_again(window, view, qtbot):
    care, settings = window.viewing.regions, window.link.library.settings
    qtbot.waitUntil(lambda: care._vocabulary == "voc")
    window.viewing.back()  # that page cannot be reached while the viewer is open
    with qtbot.waitSignal(window.page_care.setting_changed):
        window.page_care.set_setting("regions.vocabulary", "coco")
    window.viewing.open_current()
    assert view.mode == "parts"
    qtbot.waitUntil(lambda: view.choice.found is not None, timeout=WAIT)
    assert view.choice.found.vocabulary == "coco"
    qtbot.waitUntil(lambda: view.bar.words.text().startswith("COCO"))
    care._choose_vocabulary("voc")
    qtbot.waitUntil(lambda: settings.text("regions.vocabulary") == "voc")


def test_another_model_is_used_when_it_has_taken_over(window, view, segmenter, tmp_path, qtbot):
    """That waits behind whatever runs in the background."""
    other = shutil.copytree(segmenter, tmp_path / "other-groupvit")
    link, gate, begun = window.link, threading.Event(), threading.Event()

    def hold(_context):
        begun.set()
        gate.wait(30)

    link.library.lanes.background.submit("hold", hold)
    assert begun.wait(30)
    before = view.choice.found.model
    window.bar.faces.put("/p/a.jpg#at=1,2", Face(None, "hat"))
    try:
        with qtbot.waitSignal(window.page_care.setting_changed):
            window.page_care.set_setting("regions.model", str(other))
        qtbot.waitUntil(lambda: "Looking" not in view.bar.sentence.text(), timeout=WAIT)
        assert view.choice.found.model == before
        assert "/p/a.jpg#at=1,2" in window.bar.faces._known
    finally:
        with qtbot.waitSignal(link.region_model_changed, timeout=WAIT):
            gate.set()
    assert "/p/a.jpg#at=1,2" not in window.bar.faces._known
    qtbot.waitUntil(lambda: view.choice.found.model == "other-groupvit", timeout=WAIT)
    with qtbot.waitSignal(link.region_model_changed, timeout=WAIT):
        window.page_care.set_setting("regions.model", str(segmenter))
    qtbot.waitUntil(lambda: view.choice.found.model == before, timeout=WAIT)


def test_a_box_that_waits_is_asked_for_again_with_the_rest(window, view, qtbot):
    view._boxed((0.1, 0.2, 0.5, 0.4), False)
    view.again()  # under the same words: what was asked before is dropped
    qtbot.waitUntil(lambda: view.choice.complete, timeout=WAIT)


def test_a_box_drawn_before_the_parts_are_known_is_asked_for_once(window, view, qtbot, monkeypatch):
    regions, asked = window.link.library.regions, []
    plain = regions.box

    def box(photo, box, *rest, **more):
        asked.append(box)
        return plain(photo, box, *rest, **more)

    monkeypatch.setattr(regions, "box", box)
    view.turn_to("")
    window.viewing.look_into("parts")
    assert view.choice.found is None
    view._boxed((0.1, 0.2, 0.5, 0.4), False)
    qtbot.waitUntil(lambda: view.choice.complete, timeout=WAIT)
    care = window.viewing.regions
    qtbot.waitUntil(lambda: care._job is None and not care._waiting, timeout=WAIT)
    assert asked == [(0.1, 0.2, 0.5, 0.4)]


def own_list(window, qtbot, text):
    """These are the person's own words, and the window knows how many."""
    care = window.viewing.regions
    window.link.library.regions.set_own_text(text)
    care._refresh()
    qtbot.waitUntil(lambda: care._own_terms == len(text.split()))


def choose(window, view, qtbot, vocabulary):
    """Another list of words, and wait until the photo is named by it."""
    window.viewing.regions._choose_vocabulary(vocabulary)
    qtbot.waitUntil(lambda: view.choice.found.vocabulary == vocabulary, timeout=WAIT)


def open_own(window, view, qtbot):
    """The editor of the person's own words."""
    care = window.viewing.regions
    view.bar.own_asked.emit()
    qtbot.waitUntil(lambda: care.editor is not None)


def test_own_words_are_written_in_the_window(window, view, qtbot):
    care = window.viewing.regions
    view.bar.menu.actions()[-1].trigger()
    qtbot.waitUntil(lambda: care.editor is not None)
    editor = care.editor
    editor.edit.setPlainText("my red bicycle\n" + "x" * 200 + "\ntram")
    editor.keep.click()
    qtbot.waitUntil(lambda: editor.mistake.isVisible())
    assert "2" in editor.mistake.text()
    assert editor.edit.textCursor().blockNumber() == 1
    editor.edit.setPlainText("my red bicycle\ntram")
    assert not editor.mistake.isVisible()
    assert "2" in editor.count.text()
    editor.keep.click()
    qtbot.waitUntil(lambda: care.editor is None)
    qtbot.waitUntil(lambda: view.choice.found.vocabulary == "own", timeout=WAIT)
    names = {one.label for one in view.choice.found.regions}
    assert names <= {"my red bicycle", "tram", ""}
    choose(window, view, qtbot, "voc")


def test_a_name_added_to_the_own_list_reaches_a_box_that_was_drawn(window, view, qtbot):
    care = window.viewing.regions
    own_list(window, qtbot, "tram")
    choose(window, view, qtbot, "own")
    view._boxed((0.1, 0.2, 0.5, 0.4), False)
    qtbot.waitUntil(lambda: view.choice.complete, timeout=WAIT)
    assert view.choice.infos[0].label in ("tram", "")
    open_own(window, view, qtbot)
    care.editor.edit.setPlainText("red bicycle\nsnow")
    care.editor.keep.click()

    def names():
        info = view.choice.infos[0]
        return {info.label, *(one.label for one in info.alternatives)}

    qtbot.waitUntil(lambda: view.choice.complete and "snow" in names(), timeout=WAIT)
    assert "tram" not in names()
    choose(window, view, qtbot, "voc")


def test_words_saved_while_the_library_is_busy_are_used_though_the_dialog_is_gone(window, view, qtbot):
    care, gate = window.viewing.regions, threading.Event()
    assert view.choice.found.vocabulary == "voc"
    open_own(window, view, qtbot)
    care.editor.edit.setPlainText("tram\nsnow")
    window.link.act("hold", lambda library: gate.wait(30), None)
    care.editor.keep.click()
    QTest.keyClick(care.editor, Key.Key_Escape)
    assert care.editor is None
    gate.set()
    qtbot.waitUntil(lambda: view.choice.found.vocabulary == "own", timeout=WAIT)
    assert window.link.library.regions.own_text().split() == ["tram", "snow"]
    choose(window, view, qtbot, "voc")


def test_an_empty_list_leads_to_its_editor(window, view, qtbot):
    care = window.viewing.regions
    own_list(window, qtbot, "")
    before = view.choice.found.vocabulary
    care._choose_vocabulary("own")
    qtbot.waitUntil(lambda: care.editor is not None)
    care.editor.reject()
    assert window.link.library.settings.text("regions.vocabulary") == before == view.choice.found.vocabulary
    window.page_care.set_setting("regions.vocabulary", "own")  # as the settings page does
    qtbot.waitUntil(lambda: view.bar.help.isVisible(), timeout=WAIT)
    assert view.bar.help.text() == "My own words…"
    care._choose_vocabulary("voc")
    qtbot.waitUntil(lambda: not view.bar.help.isVisible(), timeout=WAIT)


def test_a_list_that_is_emptied_gives_way_to_everyday_things(window, view, qtbot):
    care = window.viewing.regions
    own_list(window, qtbot, "tram\nbicycle")
    choose(window, view, qtbot, "own")
    open_own(window, view, qtbot)
    care.editor.edit.clear()
    care.editor.keep.click()
    qtbot.waitUntil(lambda: care.editor is None)
    qtbot.waitUntil(lambda: view.choice.found.vocabulary == "everyday", timeout=WAIT)
    assert not view.bar.help.isVisible()
    choose(window, view, qtbot, "voc")


def test_walking_on_shows_the_parts_of_the_last_photo_alone(window, view, qtbot):
    viewer = window.viewing.viewer
    for _ in range(5):
        QTest.keyClick(viewer.canvas, Key.Key_Right)
    last = viewer.current_id()
    qtbot.waitUntil(lambda: view.choice.found is not None, timeout=WAIT)
    assert view.choice.found.photo_id == last
    window.viewing.back()
    assert view.mode == ""
    assert window.viewing.regions._job is None


def test_who_looks_at_parts_goes_on_with_the_next_photo_opened(window, view, qtbot):
    window.viewing.back()
    assert view.mode == ""
    window.grid.selection.click(5)
    window.grid.chose()
    window.viewing.open_current()
    assert view.mode == "parts"
    QTest.keyClick(window.viewing.viewer.canvas, Key.Key_Escape)
    window.viewing.back()
    window.viewing.open_current()
    assert view.mode == ""


def test_a_photo_that_is_gone_says_so(window, qtbot):
    window.viewing.open_photo(10**12)
    view = window.viewing.viewer.regions
    window.viewing.look_into("parts")
    qtbot.waitUntil(lambda: "Looking" not in view.bar.sentence.text(), timeout=WAIT)
    assert view.bar.sentence.text()
    assert view.choice.found is None


def test_without_a_model_the_button_leads_to_the_models(window, view, qtbot):
    window.viewing.regions._failed(view.photo, RecollectError("model.segmenter_missing"))
    assert view.bar.help.text() == "Get a region model"
    QTest.mouseClick(view.bar.help, LEFT)
    assert window.pages.currentWidget() is window.pages.named("models")
    window.turn_to("all")


def test_why_needs_words(window, qtbot):
    window.grid.selection.click(1)
    window.grid.chose()
    window.viewing.look_into("why")
    viewer = window.viewing.viewer
    assert viewer.regions.mode == ""
    assert not viewer.tools.why.isVisible()
    assert "words first" in window.notices.text
    window.notices.hide()


def test_an_alternative_is_looked_for_among_parts_once_there_are_any(window, view, qtbot):
    asked = []
    window.viewing.regions.found.connect(asked.append)
    view.name_asked.emit('tower "x"')
    window.viewing.regions.found.disconnect(asked.append)
    assert asked[0].endswith('"tower ""x"""')
    qtbot.waitUntil(lambda: not window.asker.waiting, timeout=WAIT)


def test_the_words_photos_were_found_by():
    chips = tuple(Token(one) for one in parse("-indoors type:jpeg part:boat").typed)
    assert words_of(Question("a dog in the snow", chips)) == "boat a dog in the snow"
    assert words_of(Question("type:jpeg")) == ""
    assert words_of(None) == ""
    assert words_of(Question("x" * 20_000)) in ("", "x" * 20_000)


def test_the_editor_marks_a_line_even_where_there_is_none(qtbot, theme):
    editor = OwnWords(theme, "one\ntwo")
    qtbot.addWidget(editor)
    editor.show_mistake("No such line.", 12)
    assert editor.mistake.text() == "No such line."
    assert not editor.edit.extraSelections()
    with qtbot.waitSignal(editor.keep_asked) as told:
        editor.keep.click()
    assert json.dumps(told.args) == json.dumps(["one\ntwo"])
    assert np.sign(editor.count.text().count("2")) == 1


@pytest.mark.parametrize(
    ("languages", "text", "unreadable"),
    [
        (["en"], "# 我的\nred bicycle\n", False),
        (["en"], "red bicycle\n红色自行车", True),
        (["en", "zh"], "红色自行车", False),
        ([], "红色自行车", False),
    ],
)
def test_the_editor_says_which_words_the_model_cannot_read(qtbot, theme, languages, text, unreadable):
    editor = OwnWords(theme, text, languages)
    qtbot.addWidget(editor)
    editor.show()
    assert editor.letters.isVisible() is unreadable
    reads = [label for label in editor.findChildren(QLabel) if "reads English" in label.text()]
    assert bool(reads) is (languages == ["en"])
    editor.edit.setPlainText("tram")
    assert not editor.letters.isVisible()


def test_what_the_model_of_parts_reads_is_known(window):
    state = window.link.library.regions.state()
    assert state.languages == window.link.library._segmenting.card().languages
