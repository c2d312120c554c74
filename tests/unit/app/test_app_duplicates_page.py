import time

import numpy as np
import pytest
from conftest import jpeg
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.grid.thumbnails import ThumbnailMaker
from app.panels import duplicate_layout as places
from app.panels.duplicates import DuplicatesPage
from app.panels.review import Review
from app.workers import Bridge
from core.library.values import DuplicateGroup, PhotoInfo

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def photo(number, *, size=1000, offline=False, width=400, height=300):
    return PhotoInfo(
        id=number, path=b"/p/%d.jpg" % number, name=f"{number}.jpg", folder="Trips", width=width, height=height,
        size=size, format="jpeg", taken_at=1.6e9, taken_offset=0, taken_source="exif", camera=None, lens=None,
        exposure=None, latitude=None, longitude=None, keywords=(), caption=None, favourite=False, hidden=False,
        offline=offline,
    )  # fmt: skip


def group(kind, *photos, reason="largest"):
    rows = tuple(one if isinstance(one, PhotoInfo) else photo(one) for one in photos)
    return DuplicateGroup(kind, rows, reason, sum(row.size for row in rows[1:]))


GROUPS = [
    group("bytes", 1, 2, 3),
    group("bytes", 4, 5, reason="oldest"),
    group("moment", 6, 7),
    group("alike", 8, 9),
]


# decisions


def test_the_proposal_keeps_the_best_and_nothing_is_proposed_where_it_is_not_sure():
    review = Review([group(kind, 1, 2, 3) for kind in ("bytes",)] + [group("resaved", 4, 5)])
    assert review.all_going() == [2, 3, 5]
    assert (review.freed, review.of_group(0), review.of_group(1)) == (3000, [2, 3], [5])
    assert Review([group("moment", 1, 2), group("alike", 3, 4)]).all_going() == []


def test_one_photo_of_each_group_stays_whatever_is_asked():
    rng = np.random.default_rng(3)
    groups = []
    for _ in range(60):
        ids = rng.choice(90, rng.integers(2, 6), replace=False).tolist()  # groups overlap, some are away
        kind = str(rng.choice(["bytes", "resaved", "moment", "alike"]))
        groups.append(group(kind, *(photo(n, offline=n % 7 == 0) for n in ids)))
    review = Review(groups)
    refused = 0
    for _ in range(4000):
        number, goes = int(rng.integers(90)), bool(rng.random() < 0.8)
        if number not in {row.id for one in groups for row in one.photos}:
            continue
        before = set(review.going)
        if not review.decide(number, goes=goes):
            refused += 1
            assert review.going == before
        assert review.goes(number) in {goes, number in before}
    assert refused > 100
    for index, one in enumerate(groups):
        reachable = {row.id for row in one.photos if not row.offline}
        assert not reachable or reachable - review.going
        assert set(review.of_group(index)) == {row.id for row in one.photos} & review.going
    assert all(number % 7 for number in review.going)
    assert review.freed == 1000 * len(review.going)
    assert sorted(review.all_going()) == sorted(review.going)


def test_decisions_by_hand_outlive_a_new_search():
    first = Review([group("bytes", 1, 2, 3), group("moment", 6, 7)])
    assert first.decide(2, goes=False)
    assert first.decide(7, goes=True)
    again = Review([group("bytes", 1, 2, 3, 4), group("moment", 6, 7)], first)
    assert again.all_going() == [3, 4, 7]


def test_groups_without_some_photos():
    review = Review([group("bytes", 1, 2, 3), group("bytes", 4, 5), group("bytes", 6, 7)])
    left = review.without([1, 5])
    assert [[row.id for row in one.photos] for one in left] == [[2, 3], [6, 7]]
    assert [(one.reason, one.freed) for one in left] == [("first", 1000), ("largest", 1000)]


# places


def test_cards_against_a_slow_layout():
    rng = np.random.default_rng(5)
    for width in (240, 640, 1500):
        sizes = rng.integers(2, 12, 40).tolist()
        cards = places.lay_out(sizes, width)
        y, tile = places.MARGIN, 0
        for number, size in enumerate(sizes):
            rows = -(-size // cards.columns)
            assert cards.card(number).top() == y
            for one in range(size):
                rect = cards.tile(tile)
                assert rect.top() == y + places.HEAD + one // cards.columns * places.ROW
                assert cards.card(number).contains(rect) or cards.columns == 1
                assert cards.at(rect.center().x(), rect.center().y()) == (number, tile)
                assert cards.group_of(tile) == number
                tile += 1
            y += places.HEAD + rows * places.ROW + places.BETWEEN
        assert cards.height == y
        for top in range(0, y, 1373):
            shown = [n for n in range(len(sizes)) if cards.y[n] < top + 300 and cards.y[n + 1] > top]
            assert list(cards.between(top, top + 300)) == shown
            tiles = [t for n in shown for t in cards.tiles_between(n, top, top + 300)]
            visible = {
                t for t in range(tile) if cards.tile(t).top() <= top + 300 and cards.tile(t).bottom() >= top
            }
            assert visible <= set(tiles)


def test_up_and_down_visit_every_group():
    cards = places.lay_out([2, 7, 3], 640)
    assert cards.columns == 3
    down = [0]
    while (to := cards.beside(down[-1], 1)) != down[-1]:
        down.append(to)
    assert down == [0, 2, 5, 8, 9]
    up = [11]
    while (to := cards.beside(up[-1], -1)) != up[-1]:
        up.append(to)
    assert up == [11, 8, 5, 2, 0]


def test_a_picture_is_shown_whole():
    tile = places.lay_out([2], 640).tile(0)
    for width, height in ((400, 300), (300, 4000), (9000, 20), (0, 0)):
        rect = places.fitted(tile, width, height)
        assert rect.width() <= places.WIDE
        assert rect.height() <= places.PICTURE
        assert tile.contains(rect)


# the page


@pytest.fixture
def page(qtbot, theme):
    made = DuplicatesPage(theme)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    qtbot.waitExposed(made)
    made.heard = []
    for name in ("find_asked", "cancel_asked"):
        getattr(made, name).connect(lambda name=name: made.heard.append(name))
    for name in ("compare_asked", "ignored_asked", "trash_asked", "open_asked"):
        getattr(made, name).connect(lambda said, name=name: made.heard.append((name, said)))
    return made


@pytest.fixture
def found(page):
    page.show_groups(GROUPS)
    QApplication.processEvents()
    return page


def click(wall, place):
    QTest.mouseClick(wall.viewport(), LEFT, pos=place - QPoint(0, wall.top))


def half(wall, tile, which):
    return places.switch(wall.cards.tile(tile))[which].center()


def button(wall, number, name):
    return next(one.rect.center() for one in wall.buttons(number) if one.name == name)


def test_looking_and_cancelling(page):
    assert page.none.isVisible()
    QTest.mouseClick(page.none.first, LEFT)
    page.show_progress(0, None)
    assert page.progress.bar.maximum() == 0
    page.show_progress(50, 200)
    assert (page.progress.bar.value(), page.progress.bar.maximum()) == (50, 200)
    assert "50" in page.progress.text.text()
    assert "200" in page.progress.text.text()
    assert not page.look.isVisible()
    QTest.mouseClick(page.progress.cancel, LEFT)
    QTest.mouseClick(page.progress.cancel, LEFT)  # once is enough
    assert page.heard == ["find_asked", "cancel_asked"]
    page.stop_progress()
    assert page.none.first.isVisible()
    page.show_groups([])
    assert page.none.title.text() == "No duplicates"
    assert not page.wall.isVisible()


def test_long_work_says_how_long(page):
    page.show_progress(1, 1000)
    page.progress._begun = time.monotonic() - 100
    page.show_progress(500, 1000)
    assert "about 2 min left" in page.progress.text.text()
    page.show_progress(900, 1000)
    assert "less than a minute left" in page.progress.text.text()


def test_lists_with_their_numbers_and_meaning(found):
    assert [(pill.number, pill.isChecked()) for pill in found.pills.values()] == [
        ("2", True), ("", False), ("1", False), ("1", False),
    ]  # fmt: skip
    said = {found.meaning.text()}
    for kind in ("resaved", "moment", "alike"):
        QTest.mouseClick(found.pills[kind], LEFT)
        said.add(found.meaning.text())
        assert found.kind == kind
        assert not found.trash.isEnabled()
    assert len(said) == 4
    assert found.heard == []
    found.show_groups(GROUPS[2:])  # nothing of the list that was open: the next that holds something
    found.choose("bytes")
    found.show_groups(GROUPS[2:])
    assert found.kind == "moment"


def test_a_switch_decides_and_the_total_follows(found):
    wall = found.wall
    assert found.total.text().startswith("3 photo")
    click(wall, half(wall, 1, 0))
    assert found.reviews["bytes"].all_going() == [3, 5]
    click(wall, half(wall, 0, 1))
    assert found.reviews["bytes"].all_going() == [1, 3, 5]
    click(wall, half(wall, 1, 1))  # the last of its group
    assert found.reviews["bytes"].all_going() == [1, 3, 5]
    assert found.refusal.text()
    click(wall, half(wall, 0, 0))
    assert not found.refusal.text()
    QTest.mouseClick(found.trash, LEFT)
    assert found.heard == [("trash_asked", [3, 5])]


def test_buttons_of_a_group(found):
    wall = found.wall
    for name in ("compare", "ignore", "trash"):
        click(wall, button(wall, 0, name))
    assert found.heard == [
        ("compare_asked", [1, 2, 3]), ("ignored_asked", [1, 2, 3]), ("trash_asked", [2, 3]),
    ]  # fmt: skip
    found.choose("moment")
    click(wall, button(wall, 0, "trash"))
    assert len(found.heard) == 3  # nothing is marked
    QTest.mouseDClick(wall.viewport(), LEFT, pos=wall.cards.tile(1).topLeft() + QPoint(80, 60))
    assert found.heard[-1] == ("open_asked", 7)


def test_a_press_that_ends_elsewhere_does_nothing(found):
    wall = found.wall
    QTest.mousePress(wall.viewport(), LEFT, pos=button(wall, 0, "trash"))
    QTest.mouseRelease(wall.viewport(), LEFT, pos=button(wall, 0, "compare"))
    QTest.mousePress(wall.viewport(), LEFT, pos=half(wall, 1, 0))
    QTest.mouseRelease(wall.viewport(), LEFT, pos=half(wall, 2, 0))
    assert found.heard == []
    assert found.reviews["bytes"].all_going() == [2, 3, 5]


def test_the_keyboard_does_all_of_it(found):
    wall = found.wall
    wall.setFocus()
    QTest.keyClick(wall, Key.Key_Right)
    QTest.keyClick(wall, Key.Key_Space)
    assert found.reviews["bytes"].all_going() == [3, 5]
    for key in (Key.Key_C, Key.Key_Delete, Key.Key_Return, Key.Key_End, Key.Key_N):
        QTest.keyClick(wall, key)
    assert found.heard == [
        ("compare_asked", [1, 2, 3]), ("trash_asked", [3]), ("open_asked", 2), ("ignored_asked", [4, 5]),
    ]  # fmt: skip
    assert "group 2 of 2" in wall.accessibleDescription()
    assert "to the trash" in wall.accessibleDescription()
    QTest.keyClick(wall, Key.Key_Home)
    assert "Keep · Largest" in wall.accessibleDescription()
    QTest.keyClick(wall, Key.Key_Space)
    assert "Keep" not in wall.accessibleDescription()
    QTest.keyClick(wall, Key.Key_Tab)
    assert not wall.hasFocus()


def test_a_photo_on_a_drive_that_is_away_cannot_go(found):
    found.show_groups(
        [group("bytes", 1, photo(2, offline=True), 3), group("bytes", photo(4, offline=True), 5)]
    )
    assert found.reviews["bytes"].all_going() == [3]  # 5 is the only one of its group that can be reached
    click(found.wall, half(found.wall, 1, 1))
    assert found.reviews["bytes"].all_going() == [3]
    assert found.refusal.text()
    assert "not connected" in found.wall.tip(half(found.wall, 1, 1))


def test_photos_that_went_leave_their_groups(found):
    found.drop_photos([2, 3])
    assert [one.photos[0].id for one in found.wall.review.groups] == [4]
    assert found.pills["bytes"].number == "1"
    found.drop_photos([5, 7, 9])
    assert found.none.title.text() == "No duplicates"


def test_how_old_the_result_is(found):
    for age, part in ((0, "just now"), (130, "2 minute"), (7300, "2 hour"), (90000, "Compared on")):
        found.show_groups(GROUPS, time.time() - age)
        assert part in found.age.text()


def test_tips_name_the_path_and_the_keys(found):
    wall = found.wall
    assert wall.tip(wall.cards.tile(1).topLeft() + QPoint(80, 60)) == "/p/2.jpg"
    assert "(Del)" in wall.tip(button(wall, 0, "trash"))
    assert wall.tip(QPoint(2, 2)) == ""


def test_thousands_of_groups_paint_only_what_is_in_view(found, qtbot):
    many = [group("bytes", *range(n * 4, n * 4 + 3)) for n in range(4000)]
    bridge = Bridge()
    asked = []

    def fetch(number):
        asked.append(number)
        return jpeg(80, 60, seed=number)

    maker = ThumbnailMaker(fetch, bridge.caller(lambda _: found.take_pictures(maker.take())))
    found.show_groups(many)
    wall = found.wall
    wall.verticalScrollBar().setValue(wall.verticalScrollBar().maximum() // 2)
    found.serve(maker)
    shown = [tile for n in wall.cards.between(wall.top, wall.top + wall.viewport().height())
             for tile in wall.cards.tiles_between(n, wall.top, wall.top + wall.viewport().height())]  # fmt: skip
    ids = [wall._photos[tile].id for tile in shown]
    before = wall.viewport().grab().toImage()
    qtbot.waitUntil(lambda: all(wall.cache.get(number) is not None for number in ids))
    qtbot.waitUntil(lambda: maker.idle)
    assert len(asked) < 60
    assert set(asked[: len(ids) - 2]) <= set(ids)
    assert wall.viewport().grab().toImage() != before
    maker.close()
    bridge.close()


def test_a_narrow_page_can_be_used(found, qtbot):
    assert found.minimumSizeHint().width() <= 428
    found.resize(428, 600)
    qtbot.waitUntil(lambda: found.wall.cards.width == found.wall.viewport().width())
    assert found.wall.cards.columns == 1
    found.grab()
    click(found.wall, half(found.wall, 1, 0))
    assert found.reviews["bytes"].all_going() == [3, 5]
