"""The pages of health, models and help: what they show, what they ask for, how they are reached."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QTextTable
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton

from app import theme as looks
from app.panels import health as health_module
from app.panels.health import HealthPage
from app.panels.help import HelpPage, read_texts
from app.panels.markdown_view import MarkdownView
from app.panels.models import ModelsPage
from app.panels.page import Row
from core import paths
from core.jobs import Progress
from core.library.values import Finding, FolderInfo, HealthInfo, ModelInfo

STARTER = ModelInfo(
    "starter-1", "starter", "align", "/opt/starter", 384, 59.0, ("English",), "Everyday things.", "Private use", True, "active"
)  # fmt: skip
CLIP = ModelInfo(
    "clip-1", "openai/clip", "clip", "/home/a/clip", 512, 605.0, ("English",), "A wide vocabulary.", "MIT", False, "ready"
)  # fmt: skip
SIGLIP = ModelInfo(
    "siglip-1", "google/siglip2", "siglip", "/home/a/siglip", 768, 1500.0, (), "The best hits.", "", False, "ready"
)  # fmt: skip
FOLDERS = (
    FolderInfo(1, b"/home/a/Pictures", "Pictures", "live", 30_000),
    FolderInfo(2, b"/media/USB-\xff", "USB-7", "offline", 4_000),
    FolderInfo(3, b"/mnt/nas", "nas", "limit", 475),
)
INFO = HealthInfo(
    photos=34_475,
    searchable=34_470,
    waiting=5,
    problems=3,
    home="/home/a/Recollect",
    sizes={"catalogue": 61_000_000, "thumbnails": 5_000_000_000, "vectors": 52_000_000, "models": 0},
    backups=(("library-2.sqlite3", 1_764_057_600.0, 61_000_000), ("library-1.sqlite3", 1_763_452_800.0, 59_000_000)),
    free=212_000_000_000,
)  # fmt: skip
QUERY = (
    "# The query language\n\nWrite what is in the photo.\n\n| write | means |\n|---|---|\n"
    "| `dog in the snow` | photos that look like this |\n| `-indoors` | less like this photo |\n\n"
    "- one\n- two\n\nAfter.\n\n```\nbeach -people\n```\n"
)


@pytest.fixture
def shown(qtbot, theme):
    made, before = [], QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))

    def show(page, width=1000):
        page.resize(width, 680)
        page.show()
        QApplication.processEvents()
        made.append(page)
        return page

    yield show
    for page in made:
        shiboken6.delete(page)
    QLocale.setDefault(before)


def words_of(widget):
    QApplication.processEvents()
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible() and one.text()]


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_health_says_how_the_library_is(qtbot, theme, shown):
    page = shown(HealthPage(theme))
    page.show_health(INFO, FOLDERS)
    QApplication.processEvents()
    said = words_of(page)
    assert page.searchable.text() == "34,470 of 34,475 searchable"
    assert page.waiting.text() == "Waiting: 5" and page.problems.text() == "Problems: 3"
    assert "/home/a/Recollect" in said and "212 GB" in said
    assert any("Connect the drive" in text and "USB-\N{REPLACEMENT CHARACTER}" in text for text in said)
    assert any("sudo sysctl" in text for text in said)
    assert "30,000 · Live" in said and "4,000 · Offline" in said
    assert "library-2.sqlite3" in said and "61 MB" in said
    # sizes above four gigabytes, largest first, and parts that take nothing are left out
    assert page.parts.bar.parts[0] == ("Thumbnails", 5_000_000_000)
    assert "Models" not in said and "5.1 GB" in said
    page.show_health(INFO, FOLDERS[:1])
    QApplication.processEvents()
    assert not any("Connect the drive" in text for text in words_of(page))
    assert [name for name, _ in page.parts.bar.parts] == ["Thumbnails", "Catalogue", "Search index"]


def test_health_asks_for_each_thing_to_do(qtbot, theme, shown):
    page = shown(HealthPage(theme))
    page.show_health(INFO, FOLDERS)
    for button, signal in (
        (page.check, page.check_asked),
        (page.backup, page.backup_asked),
        (page.rebuild, page.rebuild_asked),
        (page.problems, page.problems_asked),
    ):
        with qtbot.waitSignal(signal, timeout=500):
            click(qtbot, button)
    with qtbot.waitSignal(page.folder_asked, timeout=500) as asked:
        click(qtbot, page.folder)
    assert asked.args == ["/home/a/Recollect"]


def test_repair_is_offered_only_after_a_check_that_found_something(qtbot, theme, shown):
    page = shown(HealthPage(theme))
    page.show_health(INFO)
    assert not page.repair.isEnabled() and not page._found.isVisible()
    told = Finding("Folders that are offline", 1, False)
    page.show_check([told])
    assert not page.repair.isEnabled()
    assert "Nothing has to be mended." in words_of(page)
    page.show_check([told, Finding("Directories without photos", 2, True)])
    assert page.repair.isEnabled() and "2 · To be mended" in words_of(page)
    with qtbot.waitSignal(page.repair_asked, timeout=500):
        click(qtbot, page.repair)
    page.show_check([Finding("Directories without photos", 2, True, True)])
    assert not page.repair.isEnabled() and "2 · Mended" in words_of(page)
    page.show_check([])
    assert "Everything is in order." in words_of(page)


def test_while_health_is_busy_only_cancelling_is_possible(qtbot, theme, shown):
    page = shown(HealthPage(theme))
    page.show_health(INFO)
    page.show_check([Finding("Directories without photos", 2, True)])
    page.show_busy("Copying", 6_000_000_000, 8_000_000_000)  # more than a bar's 32 bits hold
    buttons = (page.check, page.repair, page.backup, page.rebuild)
    assert not any(button.isEnabled() for button in buttons)
    assert page.busy.bar.value() / page.busy.bar.maximum() == pytest.approx(0.75, abs=0.001)
    with qtbot.waitSignal(page.cancel_asked, timeout=500):
        click(qtbot, page.busy.cancel)
    page.show_done("The disk is full.", failed=True)
    assert all(button.isEnabled() for button in buttons)
    assert page.said.isVisible() and page.said.property("warning") == "true"
    page.show_busy("Checking", 0, None)
    assert page.busy.bar.maximum() == 0 and not page.said.isVisible()


def test_what_core_can_find_is_listed_for_translators():
    from core.library import health

    sentences = set(health._KINDS.values())
    source = Path(health.__file__).read_text("utf-8")
    sentences |= set(re.findall(r'Finding\(\s*"([^"{]+)", ', source))
    assert len(sentences) > 10
    assert sentences - set(health_module.FINDINGS) == set()


def test_the_bar_of_sizes_has_one_shade_for_each_part(qtbot, theme, shown):
    page = shown(HealthPage(theme))
    page.show_health(INFO)
    QApplication.processEvents()
    for colours in (looks.LIGHT, looks.DARK):
        theme.use(colours)
        image = page.parts.bar.grab().toImage()
        assert image.pixelColor(30, 6) == theme.colour("accent")
        assert image.pixelColor(image.width() - 4, 6) != theme.colour("accent")
    page.show_health(HealthInfo(0, 0, 0, 0, "/x", {}, (), 0))
    page.parts.bar.grab()
    assert "There is no backup yet." in words_of(page)


def test_models_show_what_each_is_good_for(theme, shown):
    page = shown(ModelsPage(theme))
    page.show_models([STARTER, CLIP, SIGLIP])
    QApplication.processEvents()
    said = words_of(page)
    assert "English · 59 MB · 384 dimensions · Built in" in said
    assert "Languages unknown · 1.5 GB · 768 dimensions · Imported" in said
    assert "Starter" in said and "openai/clip" in said
    starter, clip, siglip = (page.cards[one.id] for one in (STARTER, CLIP, SIGLIP))
    assert starter.state.isVisible() and not starter.use.isVisible()
    assert clip.use.isVisible() and not clip.state.isVisible()
    assert not siglip.details.isVisible()
    siglip.more.click()
    assert siglip.details.isVisible()
    assert siglip.details.text().startswith("Licence: not named by those who made it")


def test_a_model_that_tells_parts_apart_can_do_so_and_gives_way_again(qtbot, theme, shown):
    page = shown(ModelsPage(theme))
    seer = replace(CLIP, id="seer", name="nvidia/seer", family="groupvit")
    page.show_models([STARTER, CLIP, seer])
    QApplication.processEvents()
    assert not page.cards[CLIP.id].parts.isVisible()
    button = page.cards[seer.id].parts
    assert button.text() == "Use for parts of photos"
    with qtbot.waitSignal(page.parts_asked) as asked:
        click(qtbot, button)
    assert asked.args == ["nvidia/seer"]
    page.show_parts_by("nvidia/seer")
    assert button.text() == "Use the built-in one for parts"
    with qtbot.waitSignal(page.parts_asked) as asked:
        click(qtbot, button)
    assert asked.args == [""]
    page.show_parts_by("Starter regions")
    assert button.text() == "Use for parts of photos"


def test_the_cost_is_said_before_the_model_is_changed(qtbot, theme, shown):
    page = shown(ModelsPage(theme))
    page.show_models([STARTER, CLIP, SIGLIP])
    QApplication.processEvents()
    used = []
    page.use_asked.connect(used.append)
    card = page.cards[SIGLIP.id]
    with qtbot.waitSignal(page.cost_asked, timeout=500) as asked:
        click(qtbot, card.use)
    assert asked.args == [SIGLIP.id] and used == []
    page.show_cost(SIGLIP.id, 34_475, 720.0)
    assert card.cost.text() == (
        "Photos to encode: 34,475. That takes about 12 min. "
        "Starter goes on answering until this one is complete."
    )
    click(qtbot, card.no)
    assert not card.ask.isVisible() and card.use.isVisible()
    page.show_cost(SIGLIP.id, 10, None)
    assert "How long that takes shows when it has begun." in card.cost.text()
    page.show_cost("gone", 10, None)  # taken away meanwhile
    page.cards[CLIP.id].use.click()  # thinking of another one ends this question
    assert not card.ask.isVisible() and card.use.isVisible()
    page.show_cost(CLIP.id, 0, 0.0)
    assert page.cards[CLIP.id].cost.text().startswith("Nothing has to be encoded.")
    click(qtbot, page.cards[CLIP.id].go)
    assert used == [CLIP.id]


def test_while_switching_there_is_progress_and_a_way_back(qtbot, theme, shown):
    page = shown(ModelsPage(theme))
    page.show_models([STARTER, CLIP, SIGLIP])
    page.show_switching(CLIP.id, Progress(0, None))
    QApplication.processEvents()
    page.show_switching(CLIP.id, Progress(3_204, 34_475, "", {"seconds_left": 1500.0}))
    card = page.cards[CLIP.id]
    assert card.busy.text.text() == "Encoding 3,204 of 34,475 · about 25 min left"
    assert card.meanwhile.isVisible() and "Starter goes on answering" in card.meanwhile.text()
    assert not page.cards[SIGLIP.id].use.isEnabled() and not card.use.isVisible()
    page.show_cost(SIGLIP.id, 5, 1.0)
    assert not page.cards[SIGLIP.id].ask.isVisible()
    # the list comes anew while it goes on
    switching = ModelInfo(*[*vars(CLIP).values()][:-1], "switching")
    page.show_models([STARTER, switching, SIGLIP])
    QApplication.processEvents()
    card = page.cards[CLIP.id]
    assert card.busy.isVisible() and not card.use.isVisible()
    with qtbot.waitSignal(page.cancel_asked, timeout=500):
        click(qtbot, card.busy.cancel)
    page.show_models([STARTER, CLIP, SIGLIP])
    page.show_switching(CLIP.id, None)
    QApplication.processEvents()
    assert page.cards[CLIP.id].use.isVisible() and page.cards[SIGLIP.id].use.isEnabled()
    assert not page.cards[CLIP.id].busy.isVisible()


def test_a_model_is_imported_from_a_folder_and_a_failure_is_one_sentence(qtbot, theme, shown):
    page = shown(ModelsPage(theme))
    page.show_models([STARTER])
    page.show_failed("The weights in /x are not in the safetensors format.")
    assert page.failed.isVisible()
    with qtbot.waitSignal(page.import_asked, timeout=500) as asked:
        page._chosen("/models/b\udcff")
    assert asked.args == [b"/models/b\xff"]
    assert not page.failed.isVisible()
    page.show_import(Progress(200_000_000, 605_000_000))
    assert page.importing.text.text() == "Copying the model · 200 MB of 605 MB"
    assert not page.bring.isEnabled()
    page.show_import(None)
    assert page.bring.isEnabled() and not page._said.isVisible()


@pytest.fixture
def help_page(theme, shown):
    return shown(HelpPage(theme, {**read_texts(), "query": QUERY}, version="0.1.0"))


def test_help_has_its_sections_beside_or_above(qtbot, help_page):
    page = help_page
    titles = [page.list.item(row).text() for row in range(page.list.count())]
    assert titles == ["Getting started", "The query language", "Shortcuts", "Privacy", "About"]
    assert page.list.isVisible() and not page.choice.isVisible()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.stack.currentWidget() is page.query
    page.show_section("privacy")
    assert page.stack.currentWidget() is page.privacy
    page.show_section("nowhere")
    assert page.stack.currentWidget() is page.privacy
    page.resize(480, 680)
    QApplication.processEvents()
    assert page.choice.isVisible() and not page.list.isVisible()
    assert page.choice.currentText() == "Privacy"
    page.choice.activated.emit(2)
    assert page.stack.currentWidget() is page.shortcuts


def test_without_its_text_a_section_is_left_out(theme, shown):
    page = shown(HelpPage(theme, {}))
    titles = [page.list.item(row).text() for row in range(page.list.count())]
    assert titles == ["Shortcuts", "Privacy", "About"]
    page.show_section("query")
    assert page.stack.currentWidget() is page.shortcuts


def test_texts_are_read_in_a_language_where_there_is_one(tmp_path, monkeypatch):
    (tmp_path / "start.md").write_text("# Start", "utf-8")
    (tmp_path / "start.de.md").write_text("# Anfang", "utf-8")

    def resource(name):
        found = tmp_path / name.removeprefix("help/")
        if not found.exists():
            raise FileNotFoundError(name)
        return found

    assert {"start", "privacy"} <= set(read_texts())
    monkeypatch.setattr(paths, "resource", resource)
    assert read_texts("de") == {"start": "# Anfang"}
    assert read_texts("fr") == {"start": "# Start"}


def test_help_searches_in_the_query_language(qtbot, help_page):
    help_page.show_section("query")
    reading = help_page.query
    qtbot.keyClicks(reading.field, "photo")
    assert reading.count.text() == "1 of 3"
    qtbot.keyClick(reading.field, Qt.Key.Key_Return)
    qtbot.keyClick(reading.field, Qt.Key.Key_Return)
    assert reading.count.text() == "3 of 3"
    qtbot.keyClick(reading.field, Qt.Key.Key_Return)
    assert reading.count.text() == "1 of 3"
    qtbot.keyClick(reading.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert reading.count.text() == "3 of 3"
    assert len(reading.view.extraSelections()) == 3
    reading.field.setText("zebra")
    assert reading.count.text() == "Not on this page" and reading.view.extraSelections() == []
    qtbot.keyClick(reading.field, Qt.Key.Key_Escape)
    assert reading.count.text() == "" and reading.field.text() == ""


def test_privacy_lists_every_use_of_the_network_and_forbids_them_all(qtbot, help_page):
    page = help_page
    page.show_section("privacy")
    QApplication.processEvents()
    said = words_of(page.privacy)
    assert "Downloading a model" in said and "https://huggingface.co" in said
    assert "Checking for updates" in said and "No address in this version" in said
    assert sum("Never by itself." in text for text in said) == 2
    assert "Connections since the start: 0" in said
    page.show_network([(1_764_057_600.0, "Downloading a model", "https://huggingface.co/openai/clip")])
    QApplication.processEvents()
    said = words_of(page.privacy)
    assert "Connections since the start: 1" in said and "https://huggingface.co/openai/clip" in said
    allowed = []
    page.network_allowed.connect(allowed.append)
    page.show_allowed(False)
    assert allowed == []  # showing is not choosing
    click(qtbot, page.privacy.switch)
    click(qtbot, page.privacy.switch)
    assert allowed == [True, False]


def test_shortcuts_are_those_that_were_given(help_page):
    help_page.show_section("shortcuts")
    help_page.show_shortcuts([("Search", "Ctrl+F · /"), ("Quit", "Ctrl+Q")])
    help_page.show_shortcuts([("Search", "Ctrl+F · /")])
    QApplication.processEvents()
    assert words_of(help_page.shortcuts) == ["Shortcuts", "Search", "Ctrl+F · /"]


def test_links_lead_to_a_section_or_to_the_window(qtbot, help_page):
    help_page.start.view.link_asked.emit("query")
    assert help_page.stack.currentWidget() is help_page.query
    with qtbot.waitSignal(help_page.link_asked, timeout=500) as asked:
        help_page.start.view.link_asked.emit("https://example.org")
    assert asked.args == ["https://example.org"]
    assert "](query)" in read_texts()["start"]


def test_markdown_follows_light_and_dark_and_stays_where_it_is(theme, shown):
    view = shown(MarkdownView(theme, widest=720), 400)
    view.resize(400, 120)
    QApplication.processEvents()

    def code():
        cursor = view.document().find("dog in the snow")
        return cursor.charFormat()

    for colours in (looks.LIGHT, looks.DARK):
        theme.use(colours)
        view.show_text(QUERY)
        assert code().background().color().name() == colours.field
        assert view.document().find("means").charFormat().foreground().color().name() == colours.faint
    view.find_all("photo")
    view.verticalScrollBar().setValue(40)
    theme.use(looks.LIGHT)
    assert code().background().color().name() == looks.LIGHT.field
    assert view.verticalScrollBar().value() == 40 and len(view.extraSelections()) == 3
    tables = [one for one in view.document().rootFrame().childFrames() if isinstance(one, QTextTable)]
    assert len(tables) == 1 and tables[0].format().border() == 0
    assert view.loadResource(2, "file:///etc/passwd") is None


def test_a_fitted_text_is_as_high_as_it_is_long(theme, shown):
    view = shown(MarkdownView(theme, fitted=True), 700)
    view.show_text(QUERY * 3)
    QApplication.processEvents()
    wide = view.height()
    assert abs(wide - view.document().size().height()) <= 3
    view.resize(260, wide)
    QApplication.processEvents()
    assert view.height() > wide


@pytest.mark.parametrize("which", ["health", "models", "help"])
def test_every_control_has_a_name_a_key_path_and_room(theme, shown, which):
    if which == "health":
        page = HealthPage(theme)
        page.show_health(INFO, FOLDERS)
        page.show_check([Finding("Directories without photos", 2, True)])
    elif which == "models":
        page = ModelsPage(theme)
        page.show_models([STARTER, CLIP, SIGLIP])
        page.show_cost(CLIP.id, 5, 1.0)
    else:
        page = HelpPage(theme, {**read_texts(), "query": QUERY}, version="0.1.0")
        page.show_shortcuts([("Search", "Ctrl+F")])
    shown(page, 1000)
    for width in (1000, 430):
        page.resize(width, 680)
        QApplication.processEvents()
        assert page.width() == width  # no part insists on more
        for button in [*page.findChildren(QAbstractButton), *page.findChildren(QLineEdit)]:
            if button.objectName().startswith("qt_") or not button.isVisible():
                continue
            assert button.accessibleName() or button.text(), button
            assert button.focusPolicy() & Qt.FocusPolicy.TabFocus or not button.isEnabled(), button
            right = button.mapTo(page, QPoint(button.width(), 0)).x()
            assert right <= page.width(), button
        for row in page.findChildren(Row):
            if row.isVisible():
                for label in (one for one in row.findChildren(QLabel) if one.isVisible()):
                    assert label.mapTo(row, QPoint(label.width(), 0)).x() <= row.width() + 1, label.text()
    tips = [one.text() for one in page.findChildren(QPushButton) if one.isVisible() and not one.toolTip()]
    assert tips == []
