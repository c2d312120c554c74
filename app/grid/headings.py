"""Headings of the grid: what they say, where they stick, and the line that opens the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QRect, Qt
from PySide6.QtGui import QPainter

from app.grid.layout import BOTTOM, MARGIN, RIGHT
from app.grid.paint import Brush, date_of
from app.grid.sections import HEADING, Sections
from app.grid.walls import Wall

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

FOOTER = 48  # logical pixels for the line below a list whose rest is closed


def _tr(text: str) -> str:
    return QCoreApplication.translate("GridView", text)


def heading(sections: Sections, section: int) -> tuple[str, str]:
    """Title and number of a section, in this language."""
    kind = sections.kind(section)
    number = QLocale().toString(sections.size(section))
    titles = {
        "named": _tr("In names and keywords"),
        "strong": _tr("Strong matches"),
        "possible": _tr("Possible"),
        "rest": _tr("The rest") if sections.ordered else _tr("The rest, by relevance"),
        "undated": _tr("Without a date"),
        "unclear": _tr("Nothing matches clearly. Here are the closest."),
        "list": "",
    }
    if sections.grains and sections.grains[section]:
        begins = section == 0 or sections.kind(section - 1) != kind
        when = _date(sections.grains[section], int(sections.days[section]))
        return (f"{titles[kind]} · {when}" if begins else when), number
    if kind in titles:
        return titles[kind], "" if kind == "unclear" else number
    return _date(kind, int(sections.days[section])), number


def _date(grain: str, days: int) -> str:
    if grain == "undated":
        return _tr("Without a date")
    date = date_of(days)
    if grain == "month":
        month = QCoreApplication.translate("GridView", "MMMM yyyy", "a month as a heading")
        return QLocale().toString(date, month)
    if grain == "year":
        return QLocale().toString(date, QCoreApplication.translate("GridView", "yyyy", "a year as a heading"))
    form = QCoreApplication.translate("GridView", "d MMMM yyyy", "a day as a heading")
    return QLocale().toString(date, form)


def draw_headings(painter: QPainter, brush: Brush, wall: Wall, top: int, size: QSize) -> None:
    """The headings in view, where they stand."""
    if wall.sections.bare:
        return
    for section in wall.layout.headings_between(top, top + size.height(), HEADING):
        title, count = heading(wall.sections, section)
        y = int(wall.layout.heading_y[section]) - top
        rect = QRect(MARGIN, y, size.width() - MARGIN - RIGHT, HEADING)
        line = section > 0 and wall.sections.kind(section) == "rest" and _begins(wall.sections, section)
        brush.draw_heading(painter, rect, title, count, line=line)


def draw_sticky(painter: QPainter, brush: Brush, wall: Wall, top: int, size: QSize) -> None:
    """The heading of what is in view stays at the upper edge until the next one pushes it away."""
    section = wall.layout.section_at(top)
    if section < 0 or wall.sections.bare or int(wall.layout.heading_y[section]) >= top:
        return
    y = 0
    if section + 1 < len(wall.sections):
        y = min(0, int(wall.layout.heading_y[section + 1]) - top - HEADING)
    brush.draw_veil(painter, QRect(0, y, size.width(), HEADING - 4), 0.94)
    title, count = heading(wall.sections, section)
    rect = QRect(MARGIN, y - 3, size.width() - MARGIN - RIGHT, HEADING)
    brush.draw_heading(painter, rect, title, count, line=False)


def footer(wall: Wall, width: int) -> QRect:
    """Where the line that opens the rest stands, in content coordinates; empty when there is none."""
    if not wall.closed:
        return QRect()
    return QRect(MARGIN, wall.layout.height - BOTTOM + 8, width - MARGIN - RIGHT, FOOTER - 12)


def footer_words(wall: Wall) -> str:
    """What that line says."""
    number = QLocale().toString(wall.closed)
    unclear = wall.sections.kinds is not None and wall.sections.kinds[:1] == ("unclear",)
    said = _tr("Show all others, by relevance · {count}") if unclear else _tr("Show the rest · {count}")
    return said.format(count=number)


def draw_footer(
    painter: QPainter, brush: Brush, wall: Wall, top: int, width: int, *, hovered: bool, ringed: bool
) -> None:
    """A quiet line with an arrow; the whole of it can be clicked. ``ringed``: the keyboard is there."""
    rect = footer(wall, width).translated(0, -top)
    if rect.isEmpty():
        return
    painter.setPen(brush.line)
    painter.drawLine(rect.left(), rect.top() - 4, rect.right(), rect.top() - 4)
    painter.setFont(brush.count_font)
    words = footer_words(wall)
    painter.setPen(brush.accent)
    area = rect.adjusted(20, 0, 0, 0)
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
    painter.drawPixmap(rect.left() - 2, rect.center().y() - 6, brush.open_rest)
    end = area.left() + painter.fontMetrics().horizontalAdvance(words)
    if ringed:
        brush.draw_ring(painter, QRect(rect.left() - 6, rect.top(), end - rect.left() + 14, rect.height()))
    elif hovered:
        base = rect.center().y() + painter.fontMetrics().height() // 2
        painter.drawLine(area.left(), base, end, base)


def _begins(sections: Sections, section: int) -> bool:
    return section == 0 or sections.kind(section - 1) != sections.kind(section)
