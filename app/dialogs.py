"""Small windows of the Help menu."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import metadata

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

# Keys that belong to the grid and the query bar rather than to a menu.
_MORE = (
    ("↓", "From the query to the photos"),
    ("Esc", "End the selection, then the question"),
    ("Home · End", "First and last photo"),
    ("Ctrl+wheel", "Size of the thumbnails"),
)


def show_shortcuts(parent: QWidget, keys: Sequence[tuple[str, str]]) -> QDialog:
    """All keys in two columns."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(_tr("Shortcuts"))
    column = QVBoxLayout(dialog)
    column.setContentsMargins(24, 24, 24, 16)
    column.setSpacing(16)
    table = QGridLayout()
    table.setHorizontalSpacing(32)
    table.setVerticalSpacing(6)
    rows = [*keys, *((_tr(words), key) for key, words in _MORE)]
    half = (len(rows) + 1) // 2
    for number, (words, key) in enumerate(rows):
        side = 0 if number < half else 3
        table.addWidget(QLabel(words), number % half, side)
        shown = QLabel(key)
        shown.setProperty("faint", "true")
        table.addWidget(shown, number % half, side + 1)
    table.setColumnMinimumWidth(2, 24)
    column.addLayout(table)
    column.addWidget(_closer(dialog), 0, Qt.AlignmentFlag.AlignTrailing)
    dialog.open()
    return dialog


def show_about(parent: QWidget) -> QDialog:
    """Name, version, licence, promise."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(_tr("About Recollect"))
    column = QVBoxLayout(dialog)
    column.setContentsMargins(32, 32, 32, 16)
    column.setSpacing(8)
    try:
        version = metadata.version("recollect")
    except metadata.PackageNotFoundError:
        version = _tr("development")
    for text, kind in (
        ("Recollect", "title"),
        (_tr("Version {version}").format(version=version), "faint"),
        (_tr("Every photo you own, found by saying what is in it, on your own computer."), ""),
        (_tr("Apache License 2.0. Icons: Lucide (ISC)."), "faint"),
    ):
        label = QLabel(text)
        if kind:
            label.setProperty(kind, "true")
        column.addWidget(label)
    column.addSpacing(8)
    column.addWidget(_closer(dialog), 0, Qt.AlignmentFlag.AlignTrailing)
    dialog.open()
    return dialog


def _closer(dialog: QDialog) -> QPushButton:
    """Answers Enter as a default button does, but calls for nothing: these windows only tell."""
    button = QPushButton(_tr("Close"))
    button.setProperty("plain", "true")
    button.setDefault(True)
    button.clicked.connect(dialog.reject)
    return button


def _tr(text: str) -> str:
    return QCoreApplication.translate("dialogs", text)
