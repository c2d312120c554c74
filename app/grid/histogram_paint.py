"""How the histogram is drawn: bars, the chosen span, the axis and the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

if TYPE_CHECKING:
    from app.grid.histogram import Histogram

WORDS = 16  # height of the line of words above the bars
BASE = 40  # where the bars stand
_WIDEST = 28


def draw(painter: QPainter, view: Histogram) -> None:
    """All of it."""
    theme = view.theme
    if view.hasFocus():
        painter.setPen(QPen(theme.colour("accent"), 1.5))
        painter.drawRoundedRect(QRectF(view.rect()).adjusted(2, 1, -2, -1), 6, 6)
    painter.setPen(theme.colour("line"))
    painter.drawLine(view.margin, BASE, view.margin + view.room, BASE)
    if not len(view.bins):
        return
    chosen = view.chosen
    if chosen is not None:
        _draw_ground(painter, view, *chosen)
    _draw_bars(painter, view, chosen)
    if chosen is not None:
        _draw_handles(painter, view, *chosen)
    _draw_axis(painter, view)
    _draw_words(painter, view, chosen)


def _draw_ground(painter: QPainter, view: Histogram, first: int, last: int) -> None:
    left, right = view.left_of(first), view.left_of(last + 1)
    painter.fillRect(QRectF(left, WORDS, right - left, BASE - WORDS), view.theme.colour("hover"))


def _draw_handles(painter: QPainter, view: Histogram, first: int, last: int) -> None:
    painter.setPen(QPen(view.theme.colour("page"), 1))
    painter.setBrush(view.theme.colour("accent"))
    for x in (view.left_of(first), view.left_of(last + 1)):
        painter.drawRoundedRect(QRectF(x - 2.5, WORDS + 5, 5, 14), 2.5, 2.5)


def _draw_bars(painter: QPainter, view: Histogram, chosen: tuple[int, int] | None) -> None:
    counts, shown = view.bins.counts, view.bins.shown
    most = max(int(shown.max()), 1)
    slot = view.room / len(view.bins)
    wide = min(max(slot - (2 if slot >= 8 else 1), 1.0), _WIDEST)
    accent, grey = view.theme.colour("accent"), faded(view.theme.colour("faint"), 0.5)
    shades = (accent, faded(accent, 0.4)) if view.bins.ranked else (grey, grey, grey)
    painter.setPen(Qt.PenStyle.NoPen)
    high = BASE - WORDS - 2
    for bar in np.flatnonzero(shown).tolist():
        x = view.left_of(bar) + (slot - wide) / 2
        outside = chosen is not None and not chosen[0] <= bar <= chosen[1]
        hovered = bar == view.hovered and not view.grip
        painter.setOpacity(0.4 if outside and not hovered else 1.0)
        whole = max(int(shown[bar]) / most * high, 2.0)
        base = float(BASE)
        for band, shade in enumerate(shades):
            part = whole * int(counts[band, bar]) / int(shown[bar])
            if part > 0:
                painter.setBrush(_stronger(shade) if hovered else shade)
                painter.drawRect(QRectF(x, base - part, wide, part))
                base -= part
    painter.setOpacity(1.0)


def _draw_axis(painter: QPainter, view: Histogram) -> None:
    metrics = painter.fontMetrics()
    painter.setPen(view.theme.colour("faint"))
    end = -1000.0
    ticks, centred = _ticks(view)
    if centred and len(ticks) > 1:
        widest = max(metrics.horizontalAdvance(text) for _, text in ticks)
        ticks = ticks[:: _stride((widest + 14) * len(view.bins) / view.room)]
    for bar, text in ticks:
        wide = metrics.horizontalAdvance(text) + 2
        x = view.left_of(bar)
        if centred:
            x = max((x + view.left_of(bar + 1) - wide) / 2, view.margin)
        if x >= end + (6 if centred else 12) and x + wide <= view.width() - view.margin:
            painter.drawText(QRectF(x, BASE + 1, wide, 14), Qt.AlignmentFlag.AlignVCenter, text)
            end = x + wide


def _stride(bars: float) -> int:
    """A round number of bars, at least so many."""
    return next(step * scale for scale in (1, 10, 100, 1000) for step in (1, 2, 5) if step * scale >= bars)


def _ticks(view: Histogram) -> tuple[list[tuple[int, str]], bool]:
    """Bars that may have words below: each year's first month, else all, centred."""
    edges = view.bins.edges[:-1]
    months = edges.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    if view.bins.unit == "month" and months[0] // 12 != months[-1] // 12:
        firsts = np.flatnonzero(months % 12 == 0).tolist()
        # the first bar says its year too where it does not crowd out the next
        if firsts and view.left_of(firsts[0]) - view.left_of(0) >= 40:
            firsts.insert(0, 0)
        return [(bar, str(1970 + int(months[bar]) // 12)) for bar in firsts], False
    return [(bar, view.short(int(day))) for bar, day in enumerate(edges)], True


def _draw_words(painter: QPainter, view: Histogram, chosen: tuple[int, int] | None) -> None:
    """What is under the pointer, else what is chosen."""
    meant = chosen
    if not view.grip and view.hovered >= 0:
        meant = (view.hovered, view.hovered)
    if meant is None:
        return
    text = view.label(*meant)
    wide = painter.fontMetrics().horizontalAdvance(text) + 2
    middle = (view.left_of(meant[0]) + view.left_of(meant[1] + 1)) / 2
    x = min(max(middle - wide / 2, view.margin), view.width() - view.margin - wide)
    painter.setPen(view.theme.colour("text"))
    painter.drawText(QRectF(x, 0, wide, WORDS - 2), Qt.AlignmentFlag.AlignVCenter, text)


def _stronger(shade: QColor) -> QColor:
    """Under the pointer."""
    return faded(shade, min(shade.alphaF() + 0.35, 1.0)) if shade.alphaF() < 1 else shade.darker(115)


def faded(shade: QColor, strength: float) -> QColor:
    """The same colour, seen through."""
    pale = QColor(shade)
    pale.setAlphaF(strength)
    return pale
