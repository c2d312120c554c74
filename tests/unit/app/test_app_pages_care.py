"""The pages beside the photos and who cares for them: made when turned to, one long task at a time."""

from __future__ import annotations

import threading
from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from app.grid.thumbnails import Made, Wish
from app.library_link import LibraryLink
from app.notices import Notices
from app.page_care import PageCare
from app.panels.pages import Pages
from app.tidying import Tidying
from app.workers import Bridge
from core.errors import RecollectError
from core.jobs import Lanes
from core.library.region_values import RegionModelInfo
from core.library.values import (
    CardPhoto,
    CardReport,
    DuplicateGroup,
    Finding,
    HealthInfo,
    ModelInfo,
    PhotoInfo,
)

KEEP, COPY = (
    PhotoInfo(number, b"/a/%d.jpg" % number, f"{number}.jpg", "/a", 60, 40, 1000, "jpeg", *[None] * 8, (), None,
              False, False, False)
    for number in (1, 2)
)  # fmt: skip


class TinyLibrary:
    """Long tasks wait at a gate; each call is written down."""

    def __init__(self) -> None:
        self.lanes = Lanes()
        self.gate = threading.Event()
        self.calls: list[str] = []
        self.trouble: RecollectError | None = None
        self.parts_by = "starter-regions"
        self.regions = SimpleNamespace(state=lambda: RegionModelInfo("", self.parts_by, "ready", 0, 2))
        self.settings = SimpleNamespace(
            set=self._set, get=lambda key: "before", values=lambda: {"network.allowed": False}
        )

    def _set(self, key, value):
        if value == "wrong":
            raise RecollectError("settings.bad_value", key=key, value=value, allowed="yes, no")
        if key == "regions.model":
            self.parts_by = value
        return value

    def _long(self, name, context):
        self.calls.append(name)
        context.progress(1, 2)
        while not self.gate.wait(0.005):
            context.token.check()
        if self.trouble is not None:
            raise self.trouble

    def duplicates(self, context):
        self._long("duplicates", context)
        return [DuplicateGroup("bytes", (KEEP, COPY), "first", 1000)]

    def those_left(self, groups):
        return groups

    def not_duplicates(self, ids):
        self.calls.append(f"apart {sorted(ids)}")

    def card(self, path, context):
        self._long("card", context)
        return CardReport(path, (CardPhoto(b"/card/1.jpg", "new"),))

    def check(self, repair):
        self.calls.append(f"check {repair}")
        return [Finding("lost thumbnails", 2, wrong=True, mended=repair)]

    def back_up(self):
        if self.trouble is not None:
            raise self.trouble
        return "catalogue-1.sqlite3"

    def health(self):
        return HealthInfo(2, 2, 0, 0, "/home", {"catalogue": 1}, (), 10)

    def folders(self):
        return []

    def offered_models(self):
        return [
            ModelInfo("o/more", "More", "clip", "https://hub/o/more", 0, 9.0, (), "", "MIT", False, "absent")
        ]

    def download_model_now(self, name, context):
        self._long(f"download {name}", context)
        return self.models()[0]

    def models(self):
        return [
            ModelInfo("tiny", "Tiny", "groupvit", "/m/tiny", 8, 1.0, ("en",), "tests", "MIT", False, state)
            for state in ("ready",)
        ]

    def use_model_now(self, name, context):
        self._long(f"use {name}", context)
        return self.models()[0]

    def thumbnail(self, photo):
        return None

    def file_thumbnail(self, path):
        return None


@pytest.fixture
def scene(qtbot, theme):
    from app.grid.rows import RowBook
    from app.grid.view import GridView

    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    bridge = Bridge()
    link = LibraryLink(bridge)
    notices = Notices(theme, window)
    page_care = PageCare(window, theme, link, notices)
    tidying = Tidying(window, theme, bridge, link, notices)
    pages = Pages(theme, GridView(theme, RowBook()), {**page_care.makers(), **tidying.makers()}, window)
    window.show()
    library = TinyLibrary()
    yield SimpleNamespace(
        window=window,
        link=link,
        notices=notices,
        care=page_care,
        tidying=tidying,
        pages=pages,
        library=library,
    )
    library.gate.set()
    tidying.close_workers()
    assert library.lanes.close()
    assert link._start.close(10)
    bridge.close()


def serve(scene):
    scene.link.library = scene.library
    scene.tidying.serve(scene.library)


def test_pages_are_made_once_and_when_first_turned_to(scene):
    assert scene.tidying.duplicates is None and scene.care.help is None
    for name in ("duplicates", "card", "settings", "health", "models", "help"):
        page = scene.pages.named(name)
        assert scene.pages.named(name) is page
        scene.pages.turn_to(page)
        assert scene.pages.turned_to == name


def test_without_a_library_nothing_seems_to_be_going_on(scene):
    page = scene.pages.named("duplicates")
    scene.tidying.find()
    assert page.progress.isHidden()
    scene.pages.named("card")
    scene.tidying.look_at(b"/card")
    scene.pages.named("health")
    scene.care._check(repair=False)
    assert scene.care.health.check.isEnabled()


def test_a_search_for_duplicates_runs_once_and_can_be_cancelled(scene, qtbot):
    serve(scene)
    page = scene.pages.named("duplicates")
    scene.pages.turn_to(page)
    page.find_asked.emit()
    qtbot.waitUntil(lambda: scene.library.calls == ["duplicates"])
    page.find_asked.emit()
    assert not page.progress.isHidden()
    page.cancel_asked.emit()
    qtbot.waitUntil(lambda: page.progress.isHidden())
    assert scene.library.calls == ["duplicates"]
    scene.library.gate.set()
    page.find_asked.emit()
    qtbot.waitUntil(lambda: bool(page.reviews["bytes"].groups))
    found_at = page._looked_at
    scene.tidying.doomed([COPY.id])
    assert not page.reviews["bytes"].groups
    scene.tidying.doomed([])  # spared
    qtbot.waitUntil(lambda: bool(page.reviews["bytes"].groups))
    assert page._looked_at == found_at  # nothing was compared anew
    page.ignored_asked.emit([KEEP.id, COPY.id])
    qtbot.waitUntil(lambda: not page.reviews["bytes"].groups)
    assert scene.library.calls[-1] == "apart [1, 2]"


def found(scene, qtbot, groups):
    """The page of duplicates with these groups."""
    serve(scene)
    page = scene.pages.named("duplicates")
    scene.pages.turn_to(page)
    scene.library.duplicates = lambda context: groups
    page.find_asked.emit()
    qtbot.waitUntil(lambda: scene.tidying._finding is None)
    return page


def test_a_photo_that_went_meanwhile_is_not_the_one_to_keep(scene, qtbot):
    page = found(scene, qtbot, [DuplicateGroup("bytes", (KEEP, COPY), "first", 1000)])
    assert page.reviews["bytes"].all_going() == [COPY.id]
    scene.library.those_left = lambda groups: []
    scene.link.photos_changed.emit()
    qtbot.waitUntil(lambda: not page.reviews["bytes"].groups)
    assert page.reviews["bytes"].all_going() == [] and scene.tidying._groups == []


def test_while_much_changes_what_is_left_is_asked_for_now_and_then(scene, qtbot):
    asked = []
    page = found(scene, qtbot, [])
    scene.library.those_left = lambda groups: asked.append(groups) or groups
    scene.link.photos_changed.emit()
    assert not scene.tidying._due.isActive()  # there is nothing to ask about
    page = found(scene, qtbot, [DuplicateGroup("bytes", (KEEP, COPY), "first", 1000)])
    scene.link.photos_changed.emit()
    qtbot.waitUntil(lambda: len(asked) == 1)
    shown = page.reviews["bytes"]
    for _ in range(50):
        scene.link.photos_changed.emit()
    assert scene.tidying._due.isActive() and scene.tidying._due.interval() > 1000
    assert len(asked) == 1
    scene.tidying._due.setInterval(1)
    qtbot.waitUntil(lambda: len(asked) == 2)
    qtbot.wait(20)
    assert page.reviews["bytes"] is shown  # nothing is shown anew where nothing changed


def test_what_is_on_its_way_to_the_trash_is_not_shown_again(scene, qtbot):
    groups = [DuplicateGroup("bytes", (KEEP, COPY), "first", 1000)]
    scene.pages.named("duplicates")
    scene.tidying.doomed([KEEP.id])  # while photos were still being compared
    page = found(scene, qtbot, groups)
    assert page.reviews["bytes"].groups == () and page.reviews["bytes"].all_going() == []
    asked = []
    scene.library.those_left = lambda groups: asked.append(groups) or groups
    scene.link.photos_changed.emit()
    qtbot.waitUntil(lambda: bool(asked))
    qtbot.wait(20)
    assert page.reviews["bytes"].groups == ()
    scene.tidying.doomed([])  # spared
    qtbot.waitUntil(lambda: bool(page.reviews["bytes"].groups))


def test_an_answer_about_earlier_groups_is_not_shown(scene, qtbot):
    page = found(scene, qtbot, [DuplicateGroup("bytes", (KEEP, COPY), "first", 1000)])
    begun = threading.Event()
    gate = threading.Event()

    def slow(groups):
        begun.set()
        assert gate.wait(30)
        return [replace(groups[0], reason="oldest")]

    scene.library.those_left = slow
    scene.link.photos_changed.emit()
    assert begun.wait(30)
    scene.tidying._groups = []
    page.show_groups([])
    gate.set()
    qtbot.wait(50)
    assert page.reviews["bytes"].groups == ()


def test_a_photo_that_was_edited_is_no_duplicate_for_now(scene, qtbot):
    page = found(scene, qtbot, [DuplicateGroup("bytes", (KEEP, COPY), "first", 1000)])
    for photo in (KEEP, COPY):
        page.wall.cache.put(Made(Wish(photo.id, 8, 8, 1.0), QImage(8, 8, QImage.Format.Format_RGB32)))
    scene.tidying.edited([KEEP.id])
    assert page.wall.cache.get(KEEP.id) is None and page.wall.cache.get(COPY.id) is not None
    assert page.reviews["bytes"].groups == () and scene.tidying._groups == []


def test_a_card_is_looked_at_once_and_its_trouble_is_explained(scene, qtbot):
    serve(scene)
    page = scene.pages.named("card")
    page.look_asked.emit(b"/card")
    qtbot.waitUntil(lambda: scene.library.calls == ["card"])
    page.look_asked.emit(b"/other")
    scene.library.trouble = RecollectError("folder.missing", path="/card")
    scene.library.gate.set()
    qtbot.waitUntil(lambda: "/card" in scene.notices.text)
    assert scene.tidying._looking is None and scene.library.calls == ["card"]
    scene.library.trouble = None
    page.look_asked.emit(b"/card")
    qtbot.waitUntil(lambda: page.photo_at(0) is not None)


def test_health_does_one_thing_at_a_time_and_says_what_became_of_it(scene, qtbot):
    serve(scene)
    page = scene.pages.named("health")
    scene.pages.turn_to(page)
    page.check_asked.emit()
    page.repair_asked.emit()  # the first is not over
    qtbot.waitUntil(lambda: scene.care._health_job is None and page.repair.isEnabled())
    assert scene.library.calls == ["check False"]
    page.backup_asked.emit()
    qtbot.waitUntil(lambda: "catalogue-1.sqlite3" in page.said.text())
    scene.library.trouble = RecollectError("disk.full", path="/home")
    page.backup_asked.emit()
    qtbot.waitUntil(lambda: page.said.property("warning") == "true" and page.backup.isEnabled())


def test_health_is_at_hand_while_a_model_comes(scene, qtbot):
    serve(scene)
    models, health = scene.pages.named("models"), scene.pages.named("health")
    shown = []
    scene.care.health.show_health = lambda *answer: shown.append(answer)
    models.download_asked.emit("o/more")
    qtbot.waitUntil(lambda: scene.library.calls == ["download o/more"])
    download = scene.care._model_job
    scene.pages.turn_to(health)
    scene.care.refresh(health)
    health.backup_asked.emit()
    assert not health.backup.isEnabled()  # it is being done, or waits for the model
    assert scene.care._health_job is not None and scene.care._model_job is download
    health.cancel_asked.emit()
    qtbot.waitUntil(lambda: bool(shown))
    assert not download.token.cancelled and scene.care._model_job is download
    scene.library.gate.set()
    qtbot.waitUntil(lambda: scene.care._model_job is None)
    qtbot.waitUntil(lambda: scene.care._health_job is None and health.backup.isEnabled())
    assert models.importing.isHidden()


def test_a_check_of_health_is_not_ended_by_the_cancel_of_models(scene, qtbot):
    serve(scene)
    scene.pages.named("models")
    health = scene.pages.named("health")
    scene.library.check = lambda repair: scene.library.gate.wait(30) and []
    health.check_asked.emit()
    scene.care.models.cancel_asked.emit()
    scene.library.gate.set()
    qtbot.waitUntil(lambda: scene.care._health_job is None)
    assert "Stopped" not in health.said.text()


@pytest.mark.parametrize("end", ["done", "cancelled", "failed"])
def test_a_change_of_the_model_ends_on_its_card(scene, qtbot, end):
    serve(scene)
    page = scene.pages.named("models")
    scene.pages.turn_to(page)
    scene.care.refresh(page)
    qtbot.waitUntil(lambda: "tiny" in page.cards)
    page.use_asked.emit("tiny")
    qtbot.waitUntil(lambda: scene.library.calls == ["use tiny"])
    assert not page.cards["tiny"].busy.isHidden()
    page.import_asked.emit(b"/m/other")
    assert "Something else is being done" in page.failed.text()
    if end == "failed":
        scene.library.trouble = RecollectError("disk.full", path="/home")
    if end == "cancelled":
        page.cancel_asked.emit()
    else:
        scene.library.gate.set()
    qtbot.waitUntil(lambda: scene.care._model_job is None)
    assert page.cards["tiny"].busy.isHidden() and page._busy_with == ""
    assert page.cards["tiny"].use.isEnabled()
    if end == "done":
        assert "Tiny answers from now on" in scene.notices.text
    if end == "failed":
        assert page.failed.text() and "else" not in page.failed.text()


@pytest.mark.parametrize("end", ["done", "cancelled", "failed"])
def test_a_download_ends_in_words(scene, qtbot, end):
    serve(scene)
    page = scene.pages.named("models")
    scene.pages.turn_to(page)
    scene.care.refresh(page)
    qtbot.waitUntil(lambda: "o/more" in page.offers)
    page.download_asked.emit("o/more")
    qtbot.waitUntil(lambda: scene.library.calls == ["download o/more"])
    qtbot.waitUntil(lambda: "Downloading" in page.importing.text.text())
    assert not page.offers["o/more"].get.isEnabled()
    if end == "failed":
        scene.library.trouble = RecollectError("model.download", name="o/more", detail="no connection")
    if end == "cancelled":
        page.cancel_asked.emit()
    else:
        scene.library.gate.set()
    qtbot.waitUntil(lambda: scene.care._model_job is None)
    assert page.importing.isHidden() and page.offers["o/more"].get.isEnabled()
    assert ("is here and can be used" in scene.notices.text) == (end == "done")
    assert ("could not be downloaded (no connection)" in page.failed.text()) == (end == "failed")


def test_a_setting_that_is_refused_goes_back(scene, qtbot):
    serve(scene)
    scene.pages.named("help")
    heard = []
    scene.care.setting_changed.connect(lambda *args: heard.append(args))
    scene.care.set_setting("network.allowed", True)
    qtbot.waitUntil(lambda: heard == [("network.allowed", True)])
    scene.care.set_setting("network.allowed", "wrong")
    qtbot.waitUntil(scene.notices.isVisible)
    assert len(heard) == 1


def test_which_model_tells_parts_apart_is_changed_on_its_card(scene, qtbot):
    serve(scene)
    scene.pages.named("models")
    page = scene.care.models
    scene.care.refresh(page)
    qtbot.waitUntil(lambda: "tiny" in page.cards)
    button = page.cards["tiny"].parts
    for name in ("Tiny", "starter-regions"):
        before = button.text()
        button.click()
        qtbot.waitUntil(lambda before=before: button.text() != before)
        assert scene.library.parts_by == name
