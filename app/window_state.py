"""What the window remembers from one start to the next: its place, its parts, the last question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

if TYPE_CHECKING:
    from app.main_window import MainWindow


def restore(window: MainWindow, settings: QSettings) -> None:
    """As the window was left; at first a usual size."""
    window.resize(1280, 800)
    geometry = settings.value("window/geometry")
    if geometry is not None:
        window.restoreGeometry(geometry)
    splitter = settings.value("window/splitter")
    if splitter is not None:
        window.splitter.restoreState(splitter)
    last = settings.value("query/last", "")
    if isinstance(last, str) and last:
        window.bar.show_query(last)


def remember(window: MainWindow, settings: QSettings) -> None:
    """As the window is left now."""
    settings.setValue("window/geometry", window.saveGeometry())
    settings.setValue("window/splitter", window.splitter.saveState())
    settings.setValue("query/last", _last_query(window))


def _last_query(window: MainWindow) -> str:
    """What to begin with next time; a query that is no text (a path may be none) cannot be kept there."""
    answer = window.results.answer
    query = answer.query if answer is not None else ""
    return query if query.encode("utf-8", "replace").decode() == query else ""
