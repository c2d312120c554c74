"""The page "What is new on this card?": a place to drop it on, and which of its photos the library lacks."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QLocale, QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app import system
from app.grid.thumbnails import Made, ThumbnailMaker
from app.panels.card_wall import CardWall
from app.panels.progress_row import ProgressRow
from app.theme import Theme
from core import paths

if TYPE_CHECKING:
    from core.library.values import CardPhoto, CardReport


class CardPage(QWidget):
    """``choose_asked``: a folder is to be chosen. ``look_asked``, ``add_asked``: a path, bytes.

    ``cancel_asked``: no longer look. ``show_asked``: an id. ``copied``: so many paths were copied.
    """

    choose_asked = Signal()
    look_asked = Signal(object)
    cancel_asked = Signal()
    add_asked = Signal(object)
    show_asked = Signal(object)
    copied = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.report: CardReport | None = None
        self.setAcceptDrops(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.place = _DropPlace(theme)
        self.place.choose.clicked.connect(self.choose_asked)
        self.wall = CardWall(theme)
        self.wall.show_asked.connect(self.show_asked)
        self._head = self._make_head()
        column.addWidget(self._head)
        self.progress = ProgressRow(self.tr("Looking at the card"))
        self.progress.setContentsMargins(16, 16, 16, 8)
        self.progress.cancel_asked.connect(self.cancel_asked)
        column.addWidget(self.progress)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.place)
        self._pages.addWidget(self.wall)
        column.addWidget(self._pages, 1)
        self._turn()

    def _make_head(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(8)
        self.title, self.said = QLabel(), QLabel()
        self.title.setProperty("heading", "true")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.said.setWordWrap(True)
        self.add = QPushButton(self.tr("Add this folder"))
        self.add.setToolTip(self.tr("Watch this folder: its new photos become part of the library"))
        self.add.clicked.connect(self._add)
        self.copy = QPushButton(self.tr("Copy the list of new photos"))
        self.copy.setToolTip(self.tr("Copy where the new photos are, as text"))
        self.copy.clicked.connect(self._copy)
        self.another = QPushButton(self.tr("Look at another"))
        self.another.setProperty("link", "true")
        self.another.setToolTip(self.tr("Choose another folder or card"))
        self.another.clicked.connect(self.choose_asked)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.said)
        top = QHBoxLayout()
        top.addLayout(words, 1)
        top.addWidget(self.another, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.add, self.copy):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        return head

    # what is shown

    def serve(self, maker: ThumbnailMaker) -> None:
        """From now on thumbnails come from here; it is asked with the numbers that ``photo_at`` knows."""
        self.wall.serve(maker)

    def photo_at(self, number: int) -> CardPhoto | None:
        """The photo a thumbnail is asked for by this number; None: of an earlier card. Any thread."""
        return self.wall.photo_at(number)

    def take_pictures(self, made: list[Made]) -> None:
        """Thumbnails that were made, on the GUI thread."""
        self.wall.take_pictures(made)

    def show_progress(self, done: int, total: int | None) -> None:
        """The card's photos are being compared: ``done`` of ``total`` (None: not yet counted)."""
        number = QLocale().toString
        if total is None:
            words = self.tr("Counting photos: {count}").format(count=number(done))
        else:
            words = self.tr("Looking at {done} of {total}").format(done=number(done), total=number(total))
        begins = self.progress.isHidden()
        self.progress.show_progress(done, total, words)
        if begins:
            self._turn()

    def stop_progress(self) -> None:
        """Looking ended without a result."""
        self.progress.end()
        self._turn()

    def show_report(self, report: CardReport | None) -> None:
        """Show what is new on a card; None: nothing was looked at yet."""
        self.report = report
        self.progress.end()
        self.wall.show_photos(report.photos if report is not None else ())
        if report is not None:
            name = os.path.basename(report.path.rstrip(b"/")) or report.path
            self.title.setText(paths.display(name).replace("\n", "␤"))
            self.title.setToolTip(paths.display(report.path))
            self.said.setText(self.sentence(report))
            new = report.count("new")
            self.add.setEnabled(new > 0)
            self.copy.setEnabled(new > 0)
        self._turn()

    def sentence(self, report: CardReport) -> str:
        """128 photos: 34 new, 90 already here, and so on."""
        if not report.photos:
            return self.tr("There are no photos in this folder.")
        counts = {state: report.count(state) for state in ("new", "here", "resaved", "unreadable")}
        words = {
            "new": self.tr("%Ln new", "", counts["new"]),
            "here": self.tr("%Ln already here", "", counts["here"]),
            "resaved": self.tr("%Ln the library has in another size", "", counts["resaved"]),
            "unreadable": self.tr("%Ln unreadable", "", counts["unreadable"]),
        }
        parts = [words[state] for state, count in counts.items() if count or state == "new"]
        return f"{self.tr('%Ln photo(s)', '', len(report.photos))}: {', '.join(parts)}"

    def _turn(self) -> None:
        looking = not self.progress.isHidden()
        shown = self.report is not None and not looking
        self._head.setVisible(shown)
        self._pages.setCurrentWidget(self.wall if shown else self.place)
        self._pages.setVisible(not looking)
        column = self.layout()
        if column is not None:
            edge = Qt.AlignmentFlag.AlignTop if looking else Qt.AlignmentFlag(0)
            column.setAlignment(self.progress, edge)

    def _add(self) -> None:
        if self.report is not None:
            self.add_asked.emit(self.report.path)

    def _copy(self) -> None:
        if self.report is None:
            return
        new = [photo.path for photo in self.report.photos if photo.state == "new"]
        text = b"\n".join(new)
        mime = QMimeData()
        try:
            mime.setText(text.decode())
        except UnicodeDecodeError:
            mime.setData("text/plain", QByteArray(text))  # the exact bytes: a terminal understands them
        QGuiApplication.clipboard().setMimeData(mime)
        self.copied.emit(len(new))

    # dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Whatever has a place on this computer may be dropped."""
        if any(system.path_of(url) is not None for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self.place.set_offered(True)
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It went elsewhere."""
        self.place.set_offered(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at the first that was dropped."""
        self.place.set_offered(False)
        dropped = [path for url in event.mimeData().urls() if (path := system.path_of(url)) is not None]
        if dropped:
            event.acceptProposedAction()
            self.look_asked.emit(dropped[0])


class _DropPlace(QWidget):
    """A calm place with a dashed line, one sentence and one button."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._offered = False
        column = QVBoxLayout(self)
        column.setContentsMargins(64, 48, 64, 48)
        column.setSpacing(8)
        column.addStretch(4)
        self._sign = QLabel()
        column.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignHCenter)
        for text, kind in (
            (self.tr("What is new on this card?"), "heading"),
            (
                self.tr("Drop a folder or memory card here. You will see which photos your library lacks."),
                "faint",
            ),
        ):
            label = QLabel(text)
            label.setProperty(kind, "true")
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(8)
        self.choose = QPushButton(self.tr("Choose a folder or card…"))
        self.choose.setToolTip(self.tr("Nothing on it is changed"))
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(5)
        theme.changed.connect(self._colour)
        self._colour()

    def set_offered(self, offered: bool) -> None:
        """Something is being dragged over the page."""
        self._offered = offered
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(24.5, 24.5, -24.5, -24.5)
        if self._offered:
            painter.setBrush(self._theme.colour("hover"))
            painter.setPen(QPen(self._theme.colour("accent"), 2))
        else:
            painter.setPen(QPen(self._theme.colour("field_line"), 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(box, 12, 12)

    def sizeHint(self) -> QSize:
        """Room to aim at."""
        return QSize(480, 360)

    def _colour(self) -> None:
        self._sign.setPixmap(self._theme.pixmap("card-sim", "faint", 40, self.devicePixelRatioF()))
        self.update()
