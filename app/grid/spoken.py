"""What a screen reader is told of the grid's current photo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QAccessibleEvent

from app.grid import headings
from app.grid.paint import details

if TYPE_CHECKING:
    from app.grid.view import GridView


def speak(view: GridView) -> None:
    """Tell what the current photo is, when that has changed."""
    text = headings.footer_words(view.wall) if view.on_footer else _photo(view)
    if text != view.accessibleDescription():
        view.setAccessibleDescription(text)
        QAccessible.updateAccessibility(QAccessibleEvent(view, QAccessible.Event.DescriptionChanged))


def _photo(view: GridView) -> str:
    photo = view.current_id()
    row = view.rows.get(photo) if photo is not None else None
    if row is None:
        return ""
    return ", ".join(one for one in (row.name, _part(view), details(row), _band(view)) if one)


def _part(view: GridView) -> str:
    """The part it was found by."""
    part = view.part_at(view.selection.current)
    if part is None or not part.label:
        return ""
    return QCoreApplication.translate("GridView", "found by: {part}").format(part=part.label)


def _band(view: GridView) -> str:
    """The heading the current photo stands under."""
    starts = view.wall.sections.starts
    section = int(np.searchsorted(starts, view.selection.current, side="right")) - 1
    return view.heading(section)[0] if section >= 0 else ""
