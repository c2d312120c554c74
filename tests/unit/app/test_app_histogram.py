import numpy as np
import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest

from app.grid.bins import MOST_DAYS, SLIMMEST, bins, by_day
from app.grid.histogram import Histogram

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


def day(year, month=1, date=1):
    return QDate(1970, 1, 1).daysTo(QDate(year, month, date))


def slow(days, bands, unit, step=1):
    """What bins counts, photo by photo with the calendar of Qt."""
    found = {}
    for one, band in zip(days.tolist(), bands.tolist(), strict=True):
        if one < 0:
            continue
        date = QDate(1970, 1, 1).addDays(one)
        if unit == "year":
            date = QDate(date.year() // step * step if step > 1 else date.year(), 1, 1)
        elif unit == "month":
            date = QDate(date.year(), date.month(), 1)
        key = QDate(1970, 1, 1).daysTo(date)
        found.setdefault(key, [0, 0, 0])[min(band, 2)] += 1
    return found


@pytest.mark.parametrize(
    ("low", "high", "width", "unit"),
    [
        (day(2021, 5, 3), day(2021, 6, 20), 900, "day"),
        (day(2021, 5, 3), day(2021, 6, 20), 120, "month"),
        (day(2008, 2, 29), day(2024, 2, 29), 900, "month"),
        (day(2008, 2, 29), day(2024, 2, 29), 300, "year"),
        (day(1971), day(2024, 12, 31), 900, "year"),
    ],
)
def test_bins_agree_with_the_calendar(low, high, width, unit):
    rng = np.random.default_rng(4)
    days = rng.integers(low, high, 500, endpoint=True).astype(np.int32)
    days[:2] = low, high
    days[rng.integers(2, 500, 40)] = np.iinfo(np.int32).min
    bands = rng.integers(0, 4, 500).astype(np.uint8)
    made = bins(days, width, bands)
    assert made.unit == unit
    assert len(made) * SLIMMEST <= width
    expected = slow(days, bands, unit)
    found = {
        int(edge): counts
        for edge, counts in zip(made.edges, made.counts.T.tolist(), strict=False)
        if any(counts)
    }
    assert found == expected
    assert made.undated == int((days < 0).sum())
    assert int(made.edges[0]) <= low
    assert high < int(made.edges[-1])


def test_centuries_in_a_narrow_strip_share_bars():
    days = np.array([day(1975), day(2300)], np.int32)
    made = bins(days, 60)
    assert made.unit == "year"
    assert len(made) * SLIMMEST <= 60
    assert made.counts.sum() == 2
    assert np.diff(made.edges).min() > 366


@pytest.mark.parametrize("far", [0, 2_900_000])
def test_gathering_by_day_changes_no_bar(far):
    rng = np.random.default_rng(9)
    days = rng.integers(-3, 9000, 4000).astype(np.int32)
    days[0] = max(far, 1)
    bands = rng.integers(0, 3, 4000).astype(np.uint8)
    counts = rng.integers(1, 5, 4000)
    few = by_day(days, bands, counts)
    assert len(few[0]) == len({(max(int(day), -1), int(band)) for day, band in zip(days, bands, strict=True)})
    one, other = bins(days, 700, bands, counts), bins(few[0], 700, few[1], few[2])
    assert (one.unit, one.undated) == (other.unit, other.undated)
    assert one.counts.tolist() == other.counts.tolist()
    assert one.edges.tolist() == other.edges.tolist()
    assert one.counts.sum() + one.undated == counts.sum()


def test_bins_of_nothing_and_of_one_day():
    none = bins(np.array([-1, -5], np.int32), 900)
    assert (none.unit, len(none), none.undated) == ("", 0, 2)
    assert none.bars(0, 100) is None
    one = bins(np.array([day(2020)] * 3, np.int32), 900)
    assert (one.unit, one.shown.tolist()) == ("day", [3])
    assert len(bins(np.array([0, MOST_DAYS], np.int32), 900)) == 3  # one day too many: months


def test_only_clear_matches_are_shown_where_there_are_any():
    days = np.array([day(2020), day(2020, 2), day(2020, 3)], np.int32)
    ranked = bins(days, 900, np.array([0, 1, 2], np.uint8), finest="month")
    assert (ranked.ranked, ranked.shown.tolist()) == (True, [1, 1, 0])
    unclear = bins(days, 900, np.array([2, 2, 2], np.uint8), finest="month")
    assert unclear.shown.tolist() == [1, 1, 1]


def test_spans_and_bars():
    made = bins(np.array([day(2020), day(2020, 12)], np.int32), 900)
    assert made.bars(day(2020, 3), day(2020, 5)) == (2, 3)
    assert made.bars(day(2020, 3, 9), day(2020, 3, 10)) == (2, 2)
    assert made.bars(None, day(2020, 2)) == (0, 0)
    assert made.bars(day(2020, 11), None) == (10, 11)
    assert made.bars(day(2010), day(2030)) == (0, 11)
    assert made.bars(day(2021, 3), day(2021, 5)) is None
    assert made.days(2, 3) == (day(2020, 3), day(2020, 5))


@pytest.fixture
def strip(qtbot, theme):
    """One photo in January 2020, two in February and so on, twelve months."""
    made = Histogram(theme)
    qtbot.addWidget(made)
    made.resize(800, made.height())
    made.show()
    qtbot.waitExposed(made)
    days = [day(2020, month) for month in range(1, 13) for _ in range(month)]
    made.show_counts(np.array([*days, -1], np.int32))
    made.emitted = []
    made.brushed.connect(lambda *span: made.emitted.append(span))
    return made


def at(strip, bar):
    return QPoint(round((strip.left_of(bar) + strip.left_of(bar + 1)) / 2), 30)


def drag(strip, begin, end):
    QTest.mousePress(strip, LEFT, pos=begin)
    QTest.mouseMove(strip, (begin + end) / 2)
    QTest.mouseMove(strip, end)
    QTest.mouseRelease(strip, LEFT, pos=end)


def test_dragging_chooses_whole_bars_in_either_direction(strip):
    drag(strip, at(strip, 2), at(strip, 4))
    drag(strip, at(strip, 8), at(strip, 6))
    assert strip.emitted == [
        (day(2020, 3), day(2020, 6)),
        (day(2020, 7), day(2020, 10)),
    ]
    assert strip.chosen == (6, 8)
    assert strip.clear_button.isVisible()


def test_handles_adjust_and_the_span_moves(strip):
    drag(strip, at(strip, 2), at(strip, 4))
    edge = QPoint(round(strip.left_of(5)), 30)
    drag(strip, edge, at(strip, 6))
    assert strip.chosen in {(2, 5), (2, 6)}  # the nearest edge of the bar under the pointer
    strip.emitted.clear()
    drag(strip, QPoint(round(strip.left_of(2)), 30), QPoint(round(strip.left_of(0)), 30))
    assert strip.emitted == [(day(2020, 1), strip.span[1])]
    wide = strip.chosen[1] - strip.chosen[0]
    drag(strip, at(strip, 2), at(strip, 4))
    assert strip.chosen == (2, 2 + wide)
    drag(strip, at(strip, 4), QPoint(799, 30))  # not beyond the end, and no narrower
    assert strip.chosen == (11 - wide, 11)


def test_a_handle_dragged_over_the_other_leaves_one_bar(strip):
    drag(strip, at(strip, 5), at(strip, 5))
    edge = QPoint(round(strip.left_of(6)), 30)
    QTest.mousePress(strip, LEFT, pos=edge)
    QTest.mouseMove(strip, QPoint(round(strip.left_of(5)), 30))
    QTest.mouseRelease(strip, LEFT, pos=QPoint(round(strip.left_of(5)), 30))
    assert strip.chosen is not None
    assert strip.chosen[0] <= strip.chosen[1]
    drag(strip, QPoint(round(strip.left_of(strip.chosen[1] + 1)), 30), QPoint(round(strip.left_of(2)), 30))
    assert strip.chosen == (2, 4)


def test_double_click_cross_and_escape_clear(strip):
    for clear in (
        lambda: QTest.mouseDClick(strip, LEFT, pos=at(strip, 3)),
        lambda: QTest.mouseClick(strip.clear_button, LEFT),
        lambda: QTest.keyClick(strip, Key.Key_Escape),
    ):
        drag(strip, at(strip, 2), at(strip, 4))
        clear()
        assert strip.emitted[-1] == (None, None)
        assert strip.span is None
        assert not strip.clear_button.isVisible()


def test_a_click_chooses_one_bar(strip):
    QTest.mouseClick(strip, LEFT, pos=at(strip, 7))
    drag(strip, at(strip, 2), at(strip, 9))
    QTest.mouseClick(strip, LEFT, pos=at(strip, 5))
    assert [strip.bins.bars(*span) for span in strip.emitted] == [(7, 7), (2, 9), (5, 5)]


def test_keys_move_and_extend(strip):
    strip.setFocus()
    QTest.keyClick(strip, Key.Key_Right)
    assert strip.chosen == (0, 0)
    QTest.keyClick(strip, Key.Key_Left)  # there is nothing further left
    QTest.keyClick(strip, Key.Key_Right, SHIFT)
    QTest.keyClick(strip, Key.Key_Right, SHIFT)
    QTest.keyClick(strip, Key.Key_Right)
    assert strip.chosen == (1, 3)
    QTest.keyClick(strip, Key.Key_Left, SHIFT)
    QTest.keyClick(strip, Key.Key_End)
    assert strip.chosen == (10, 11)
    QTest.keyClick(strip, Key.Key_Home)
    assert strip.chosen == (0, 1)
    assert len(strip.emitted) == 7


def test_words_for_the_pointer_and_for_screen_readers(strip):
    QTest.mouseMove(strip, at(strip, 4))
    plain = strip.grab().toImage()
    assert strip.hovered == 4
    assert strip.label(4, 4) == "May 2020 · 5"
    assert strip.label(4, 5) == "May 2020 – June 2020 · 11"
    QTest.mouseMove(strip, at(strip, 9))
    assert strip.grab().toImage() != plain
    assert "1" in strip.toolTip()  # the photo without a date
    drag(strip, at(strip, 2), at(strip, 2))
    said = strip.accessibleDescription()
    assert "December 2020 · 12" in said
    assert "March 2020 · 3" in said


def test_a_given_span_stays_through_new_counts_and_widths(strip, qtbot):
    span = (day(2019), day(2020, 7, 20))
    days = np.array([day(2020, month) for month in range(1, 13)], np.int32)
    strip.show_counts(days, np.zeros(12, np.uint8), span)
    assert strip.span == span
    assert strip.chosen == (0, 6)
    strip.resize(160, strip.height())
    qtbot.waitUntil(lambda: strip.chosen is not None and strip.width() == 160)
    strip.show_counts(days, None, (day(1999), day(2000)))  # elsewhere: nothing to draw, but to clear
    assert strip.chosen is None
    strip.grab()
    assert strip.clear_button.isVisible()
    assert not strip.emitted


@pytest.mark.parametrize("pressed", [False, True])
def test_fewer_bars_under_the_pointer(strip, qtbot, pressed):
    """A bar under the pointer, or a span being drawn, may be there no more when the window gets narrow."""
    strip.show_counts(np.arange(day(2021, 5, 3), day(2021, 6, 20), dtype=np.int32))
    many = len(strip.bins)
    if pressed:
        QTest.mousePress(strip, LEFT, pos=at(strip, many - 3))
    QTest.mouseMove(strip, at(strip, many - 1))
    assert strip.hovered == many - 1
    strip.resize(160, strip.height())
    qtbot.waitUntil(lambda: len(strip.bins) < many - 3)
    strip.grab()
    QTest.mouseMove(strip, at(strip, 0))
    QTest.mouseRelease(strip, LEFT, pos=at(strip, 0))
    strip.grab()
    assert strip.hovered == 0 and not strip.emitted


def test_nothing_to_tell(strip):
    strip.show_counts(np.array([-1, -1], np.int32))
    assert not strip.tells_something
    strip.grab()
    QTest.mouseClick(strip, LEFT, pos=QPoint(100, 30))
    QTest.keyClick(strip, Key.Key_Right)
    assert not strip.emitted
    assert strip.accessibleDescription() == "No photo has a date"
