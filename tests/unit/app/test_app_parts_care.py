"""Looking inside photos as the window shows it, and how an answer about parts came about."""

from types import SimpleNamespace

import numpy as np
import pytest
from conftest import jpeg
from PySide6.QtCore import QObject, QSettings, Signal

from app import library_life
from app.asking import Wanted, answer
from app.grid.rows import RowBook
from app.grid.view import GridView
from app.grid.walls import Frame
from app.notices import Notices
from app.panels.status_strip import LOOKING, StatusStrip
from app.parts_care import PartsCare
from app.query_bar.bar import QueryBar
from app.query_bar.faces import SIDE
from app.query_bar.question import Question
from app.results_bar import ResultsBar
from core.errors import RecollectError
from core.jobs import Progress, Turn
from core.library.region_values import RegionOfHit
from core.library.values import Arrangement, Change
from core.search.hits import Hits


class Library:
    """Ten photos; ``looked`` of them were looked into."""

    read_only = False

    def __init__(self, looked):
        self.looked = looked
        self.values = {"regions.look_inside": False}
        self.settings = self
        self.regions = self
        self.files = self

    def get(self, key):
        return self.values[key]

    def search(self, text, turn, arrangement):
        by = self.looked > 0
        return Hits(
            photo_ids=np.arange(10, dtype=np.int64),
            scores=np.ones(10, np.float32),
            bands=np.zeros(10, np.uint8),
            aspects=np.ones(10, np.float32),
            days=np.zeros(10, np.int32),
            clear=True,
            exact=True,
            photos_searched=10,
            copies=np.ones(10, np.int32),
            paired=np.zeros(10, np.bool_),
            regions=np.full(10, 0 if by else -1, np.int8),
            by_regions=by,
            looked=self.looked,
        )

    def hits(self, photos, places, text="", language="en", turn=None):
        return {
            photo: RegionOfHit("hat", (0.1, 0.1, 0.5, 0.5), np.zeros((1, 1), np.uint8)) for photo in photos
        }

    def face(self, value, turn=None, language="en"):
        if "gone" in value:
            raise RecollectError("photo.not_found", path="gone.jpg")
        return jpeg(30, 50), "hat"


class Link(QObject):
    """Does at once what is asked of a lane."""

    setting_stored = Signal(str)
    region_model_changed = Signal()

    def __init__(self, library):
        super().__init__()
        self.library = library
        self.stored = []

    def aside(self, name, work, then, failed=None):
        try:
            found = work(self.library)
        except RecollectError as error:
            failed(error)
            return
        then(found)

    def set_setting(self, key, value):
        self.stored.append((key, value))


@pytest.fixture
def parts(qtbot, theme, tmp_path):
    def make(looked):
        library = Library(looked)
        view, row, notices = GridView(theme, RowBook()), ResultsBar(theme), Notices(theme)
        bar = QueryBar(theme)
        for widget in (view, row, bar):
            qtbot.addWidget(widget)
        notices.stand_over(view)
        store = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        care = PartsCare(view, Link(library), bar, view, row, notices, store)
        care.serve()
        view.resize(600, 400)
        view.show()
        qtbot.waitExposed(view)
        made = SimpleNamespace(
            care=care, library=library, grid=view, row=row, notices=notices, bar=bar, store=store
        )
        made.ask = lambda text, again=False: ask(made, text, again)
        return made

    def ask(made, text, again):
        found = answer(made.library, Question(text), Turn(1), Wanted(Arrangement(), Frame(600, 160)))
        if again:
            from dataclasses import replace

            found = replace(found, again=True)
        made.grid.show_wall(found.wall)
        made.grid.supply.fetch_rows()
        made.row.show_counts(found.strong, found.possible, found.photos, ranked=True, clear=True)
        made.care.shown(found)

    return make


def test_an_answer_by_parts_says_so_and_offers_outlines(parts):
    made = parts(looked=10)
    made.ask("part:hat")
    assert made.row.summary.text() == "10 strong · by parts"
    assert not made.row.outlines.isHidden()
    assert made.row.outlines.isChecked()
    assert made.grid.part_at(0).label == "hat"
    assert not made.notices.isVisible()
    made.library.looked = 4
    made.ask("part:hat")
    assert made.row.summary.text() == "10 strong · by parts of 4 photos"


def test_plain_words_may_be_outlined_and_need_no_word(parts):
    made = parts(looked=10)
    made.ask("hat")
    assert made.row.summary.text() == "10 strong"
    assert not made.row.outlines.isHidden()


def test_outlines_are_turned_off_and_that_is_remembered(parts):
    made = parts(looked=10)
    made.ask("part:hat")
    made.row.outlines.click()
    assert made.grid.part_at(0) is None
    assert made.store.value("results/outlines") == "false"
    made.care.toggle_outlines()
    assert made.grid.part_at(0) is not None
    assert made.row.outlines.isChecked()
    made.care.set_outlined(False)
    assert parts(looked=10).grid.outlined is False


def test_while_nothing_was_looked_into_that_is_offered(parts):
    made = parts(looked=0)
    made.ask("part:hat")
    assert made.row.summary.text() == "10 strong · by whole photos"
    assert made.row.outlines.isHidden()
    assert made.notices.isVisible()
    assert made.notices._button.text() == "Look inside photos"
    made.notices._button.click()
    assert made.care._link.stored == [("regions.look_inside", True)]


def test_the_offer_goes_when_photos_are_looked_into_anyway(parts):
    made = parts(looked=0)
    made.ask("part:hat")
    made.care.setting_changed("regions.in_search")
    assert made.notices.isVisible()
    made.care.setting_changed("regions.look_inside")  # as the settings page does
    assert not made.notices.isVisible()
    made.notices.say("Something else.")
    made.care.setting_changed("regions.look_inside")
    assert made.notices.isVisible()


@pytest.mark.parametrize("why", ["plain words", "asked again", "switched on", "read only"])
def test_it_is_offered_only_where_it_helps(parts, why):
    made = parts(looked=0)
    if why == "switched on":
        made.library.values["regions.look_inside"] = True
    made.library.read_only = why == "read only"
    made.ask("hat" if why == "plain words" else "part:hat", again=why == "asked again")
    assert not made.notices.isVisible()


def test_chips_get_their_names_and_keep_their_look_when_a_photo_is_gone(parts):
    made = parts(looked=10)
    made.bar.show_query('like:"/p/a.jpg#at=1,2" -like:"/p/gone.jpg#at=1,2"')
    assert [chip._words.text() for chip in made.bar._chips._chips] == ["hat", "part of gone.jpg"]
    assert made.bar.faces.get("/p/a.jpg#at=1,2").image.width() == 3 * SIDE
    assert made.bar.faces.get("/p/gone.jpg#at=1,2").image is None


def renamed(parts):
    """A part of a photo is shown, and asked with, by a name that the library would not give again."""
    made = parts(looked=10)
    made.ask("part:hat")
    made.bar.show_query('like:"/p/a.jpg#at=1,2"')
    made.library.hits = lambda *_, **__: {}
    made.library.face = lambda *_, **__: (None, "cap")
    return made


def test_other_names_are_asked_for_again(parts):
    made = renamed(parts)
    made.care.setting_changed("grid.tile")
    assert made.grid.part_at(0) is not None
    made.care._link.setting_stored.emit("regions.vocabulary")
    assert made.grid.part_at(0) is None
    assert made.bar._chips._chips[0]._words.text() == "cap"


def test_another_model_brings_other_names_once_it_has_taken_over(parts):
    made = renamed(parts)
    made.care.setting_changed("regions.model")  # the model before still answers
    assert made.grid.part_at(0) is not None
    assert made.bar._chips._chips[0]._words.text() == "hat"
    made.care._link.region_model_changed.emit()
    assert made.grid.part_at(0) is None
    assert made.bar._chips._chips[0]._words.text() == "cap"


def test_the_strip_says_how_far_photos_are_looked_into(qtbot, theme):
    strip = StatusStrip(theme)
    qtbot.addWidget(strip)
    facts = {"done": 120, "total": 400, "running": True, "rate": 31.0, "seconds_left": 360.0}
    going = library_life.looking(Change("regions", facts))
    strip.show_progress(going, paused=False)
    assert strip.text.text() == "Looking inside photos 120 of 400 · 31 photos/s · about 6 min left"
    assert strip.button.toolTip() == "Pause looking inside"
    strip.show_progress(going, paused=True)
    assert strip.text.text() == "Looking inside photos 120 of 400 · Paused"
    strip.show_progress(Progress(0, 5, LOOKING), paused=False)
    assert strip.text.text() == "Looking inside photos 0 of 5"
    strip.show_progress(Progress(3, 5, "Indexing"), paused=False)
    assert strip.text.text() == "Indexing 3 of 5"
    assert strip.button.toolTip() == "Pause indexing"
    assert library_life.looking(Change("regions", {"running": False, "done": 5, "total": 5})) is None
