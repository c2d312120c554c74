"""Small windows of the Help menu."""

from __future__ import annotations

from importlib import metadata

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

# Keys that belong to the grid and the query bar rather than to a menu.
_MORE = (
    ("↓", "From the query to the photos"),
    ("Esc", "End the selection, then the question"),
    ("Home · End", "First and last photo"),
    ("Space", "Quick preview"),
    ("+ · −", "Zoom in the viewer"),
    ("I", "What is known of the photo, in the viewer"),
    ("Tab", "From part to part, while regions are shown"),
    ("Space", "Hold it to move a zoomed photo, while regions are shown"),
    ("Wheel on a part", "Make it count more or less"),
    ("Ctrl+wheel", "Size of the thumbnails"),
)


def more_keys() -> list[tuple[str, str]]:
    """Words and keys of what no menu holds."""
    return [(_tr(words), key) for key, words in _MORE]


def version() -> str:
    """This program's version."""
    try:
        return metadata.version("recollect")
    except metadata.PackageNotFoundError:
        return _tr("development")


def show_about(parent: QWidget) -> QDialog:
    """Name, version, licence, promise."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(_tr("About Recollect"))
    column = QVBoxLayout(dialog)
    column.setContentsMargins(32, 32, 32, 16)
    column.setSpacing(8)
    for text, kind in (
        ("Recollect", "title"),
        (_tr("Version {version}").format(version=version()), "faint"),
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
