import pytest
from PySide6.QtCore import QDate, QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.panels.facet_list import MOST, SHORT
from app.panels.filters import WIDE, FiltersDrawer, year_span
from core.library.values import Facets, FacetValue

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
START = QDate(1970, 1, 1)


def month(year, number):
    return START.daysTo(QDate(year, number, 1))


def facets(cameras=3, chosen=(), photos=40, **more):
    fields = {
        "camera": tuple(
            FacetValue(f'camera:"Pixel {n}"', f"Pixel {n}", 34 - n if n else 34, f"Pixel {n}" in chosen)
            for n in range(cameras)
        ),
        "type": (
            FacetValue("type:jpeg", "JPEG", 30),
            FacetValue("type:raw", "RAW", 0),
            FacetValue("type:heic", "HEIC", 0, True),
        ),
        **more,
    }
    months = ((month(2023, 5), 12), (month(2023, 6), 8), (month(2024, 2), 20))
    return Facets(months, fields, photos)


@pytest.fixture
def drawer(qtbot, theme):
    made = FiltersDrawer(theme, today=lambda: QDate(2024, 7, 1))
    qtbot.addWidget(made)
    made.resize(WIDE, 700)
    made.show()
    qtbot.waitExposed(made)
    made.show_facets(facets())
    made.heard = []
    made.toggled.connect(lambda *said: made.heard.append(said))
    made.cleared.connect(lambda field: made.heard.append(("cleared", field)))
    made.brushed.connect(lambda *span: made.heard.append(("brushed", *span)))
    made.close_asked.connect(lambda: made.heard.append(("close",)))
    return made


def show(drawer, *said):
    drawer.show_facets(*said)
    QApplication.processEvents()  # new rows appear and are laid out


def camera(drawer, number):
    return drawer.sections["camera"].rows[f'camera:"Pixel {number}"']


def order(section):
    return [row.label for row in sorted(section.rows.values(), key=lambda row: row.y())]


def test_a_click_and_space_toggle_a_value(drawer):
    QTest.mouseClick(camera(drawer, 1), LEFT)
    camera(drawer, 0).setFocus()
    QTest.keyClick(camera(drawer, 0), Key.Key_Space)
    assert drawer.heard == [('camera:"Pixel 1"', True), ('camera:"Pixel 0"', True)]
    show(drawer, facets(chosen=("Pixel 0", "Pixel 1")))
    assert camera(drawer, 0).hasFocus()  # the answer changed under it, the row is still the same
    assert len(drawer.heard) == 2  # showing is not asking
    QTest.keyClick(camera(drawer, 0), Key.Key_Space)
    assert drawer.heard[-1] == ('camera:"Pixel 0"', False)


def test_rows_say_what_they_are(drawer):
    show(drawer, facets(chosen=("Pixel 0",)))
    name = camera(drawer, 0).accessibleName()
    assert name.startswith("Camera Pixel 0, 34 photo")
    assert name.endswith(", chosen")
    assert not camera(drawer, 1).accessibleName().endswith("chosen")
    QTest.mouseClick(camera(drawer, 1), LEFT)
    assert camera(drawer, 1).accessibleName().endswith("chosen")


def test_what_would_leave_nothing_is_grey_unless_chosen(drawer):
    rows = drawer.sections["type"].rows
    assert rows["type:jpeg"].isEnabled()
    assert not rows["type:raw"].isEnabled()
    assert rows["type:heic"].isEnabled()
    QTest.mouseClick(rows["type:raw"], LEFT)
    assert drawer.heard == []
    QTest.mouseClick(rows["type:heic"], LEFT)
    assert drawer.heard == [("type:heic", False)]


def test_more_than_a_few_unfold(drawer):
    show(drawer, facets(cameras=23, chosen=("Pixel 20",)))
    section = drawer.sections["camera"]
    assert order(section) == [*(f"Pixel {n}" for n in range(SHORT)), "Pixel 20"]
    assert "23" in section.more.text()
    QTest.mouseClick(section.more, LEFT)
    assert len(section.rows) == 23
    show(drawer, facets(cameras=MOST + 9))
    assert len(section.rows) == MOST
    assert section.rest.isVisible()
    assert "9" in section.rest.text()
    QTest.mouseClick(section.more, LEFT)
    assert len(section.rows) == SHORT
    assert not section.rest.isVisible()
    show(drawer, facets(cameras=3))
    assert not section.more.isVisible()


def test_the_order_follows_the_answer(drawer, qtbot):
    turned = facets()
    turned.fields["camera"] = turned.fields["camera"][::-1]
    kept = camera(drawer, 2)
    show(drawer, turned)
    qtbot.waitUntil(lambda: order(drawer.sections["camera"]) == ["Pixel 2", "Pixel 1", "Pixel 0"])
    assert camera(drawer, 2) is kept
    kept.setFocus()
    QTest.keyClick(kept, Key.Key_Tab)
    assert camera(drawer, 1).hasFocus()


def test_the_focus_is_not_lost_with_its_row(drawer):
    show(drawer, facets(cameras=9, chosen=("Pixel 8",)))
    camera(drawer, 8).setFocus()
    show(drawer, facets(cameras=9))
    assert drawer.sections["camera"].more.hasFocus()


def test_every_row_is_reached_by_tab(drawer):
    show(drawer, facets(cameras=9))
    seen = []
    drawer.close_button.setFocus()
    for _ in range(40):
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Tab)
        seen.append(QApplication.focusWidget())
        if seen[-1] is drawer.close_button:
            break
    for section in drawer.sections.values():
        for row in section.rows.values():
            assert (row in seen) == row.isEnabled()
    assert drawer.months in seen
    places = [seen.index(row) for row in drawer.sections["camera"].rows.values()]
    assert places == sorted(places)


def test_clear_one_field_and_all(drawer):
    assert not drawer.clear_all.isHidden()  # HEIC is chosen
    assert drawer.sections["camera"].clear.isHidden()
    QTest.mouseClick(drawer.sections["type"].clear, LEFT)
    QTest.mouseClick(drawer.clear_all, LEFT)
    assert drawer.heard == [("cleared", "type"), ("cleared", "")]
    show(drawer, Facets((), {"camera": facets().fields["camera"]}, 1234))
    assert drawer.clear_all.isHidden()
    assert drawer.sections["type"].isHidden()
    assert drawer.left.text().startswith(("1,234 photo", "1234 photo"))


def test_years_and_months(drawer):
    this, last = drawer.years
    assert (this.count, last.count) == (20, 20)
    QTest.mouseClick(last, LEFT)
    assert drawer.heard == [("brushed", *year_span(2023))]
    show(drawer, facets(), year_span(2023))
    assert last.isChecked()
    assert not this.isChecked()
    assert drawer.months.chosen == (0, 7)  # May to December
    QTest.mouseClick(last, LEFT)
    assert drawer.heard[-1] == ("brushed", None, None)
    show(drawer, facets(), year_span(2023))
    QTest.mouseClick(drawer.sections["date"].clear, LEFT)
    assert drawer.heard[2:] == [("brushed", None, None)]
    drawer.months.setFocus()
    QTest.keyClick(drawer.months, Key.Key_End)
    assert drawer.heard[-1] == ("brushed", month(2024, 2), month(2024, 3))


def test_the_programs_own_words(drawer):
    show(
        drawer,
        facets(
            orientation=(FacetValue("orientation:portrait", "portrait", 3),),
            **{"in": (FacetValue('in:"Trips/Norway"', "Trips/Norway", 3),)},
        ),
    )
    assert order(drawer.sections["orientation"]) == ["Portrait"]
    assert order(drawer.sections["in"]) == ["Trips/Norway"]


def test_escape_and_the_cross_close(drawer):
    camera(drawer, 0).setFocus()
    QTest.keyClick(camera(drawer, 0), Key.Key_Escape)
    QTest.mouseClick(drawer.close_button, LEFT)
    assert drawer.heard == [("close",), ("close",)]


def test_a_name_that_is_cut_stands_in_the_tooltip(drawer, qtbot):
    long = "A camera with a name that no drawer of this width can hold in one line"
    show(drawer, facets(camera=(FacetValue("camera:long", long, 4), FacetValue("camera:x", "X", 4))))
    rows = drawer.sections["camera"].rows
    for row in rows.values():
        QApplication.sendEvent(row, _tip(row))
    assert rows["camera:long"].toolTip() == long
    assert rows["camera:x"].toolTip() == ""
    rows["camera:long"].grab()


def _tip(row):
    return QHelpEvent(QEvent.Type.ToolTip, QPoint(3, 3), row.mapToGlobal(QPoint(3, 3)))
