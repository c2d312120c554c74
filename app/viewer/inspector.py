"""What is known of the photo: when, with what, where, which file, its words, and its copies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.theme import Theme
from app.viewer import facts
from app.viewer.parts import Flow, Tool, Words, heading, plain, tag
from core import paths
from core.query.tree import quote

if TYPE_CHECKING:
    from core.library.values import PhotoInfo, Tag

WIDE = 288
_KEYWORDS = 60  # a photo may have five hundred; nobody reads them here
_COPIES = 20


class Inspector(QScrollArea):
    """``search_asked``: query text of what was clicked. ``tag_asked``: a proposed label.
    ``show_asked``: the id of a photo whose file is to be shown in its folder."""

    search_asked = Signal(str)
    tag_asked = Signal(str)
    show_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row: PhotoInfo | None = None
        self._place_text = ""
        self.setFixedWidth(WIDE)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Details of the photo"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        page.setObjectName("side")
        self.setObjectName("side")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(12, 16, 12, 16)
        self._column.setSpacing(16)
        self._build()
        self._column.addStretch(1)
        self.setWidget(page)
        theme.changed.connect(self._colour)
        self._colour()
        self.show_row(None)

    # building

    def _build(self) -> None:
        self.caption = plain()
        self._column.addWidget(self.caption)
        self._when, box = self._group()
        self.day, self.clock = Words(strong=True), plain(faint=True)
        box.addWidget(self.day)
        box.addWidget(self.clock)
        self._build_card()
        self._build_place()
        self._build_file()
        self._words_group, box = self._group(self.tr("Keywords"))
        self._keywords = Flow()
        box.addLayout(self._keywords)
        self._tags_group, box = self._group(self.tr("What Recollect sees"))
        self._tags: dict[str, tuple[QWidget, Flow]] = {}
        for sure, words in (
            ("very", self.tr("Very sure")),
            ("fairly", self.tr("Fairly sure")),
            ("maybe", self.tr("Perhaps")),
        ):
            part, line = self._group(words, small=True)
            flow = Flow()
            line.addLayout(flow)
            self._tags[sure] = (part, flow)
            box.addWidget(part)
        self._copies_group, box = self._group(self.tr("Copies of this photo"))
        self._copies = QVBoxLayout()
        self._copies.setSpacing(0)
        box.addLayout(self._copies)

    def _group(self, title: str = "", *, small: bool = False) -> tuple[QWidget, QVBoxLayout]:
        group = QWidget()
        box = QVBoxLayout(group)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4 if title else 0)
        if title:
            label = heading(title)
            label.setContentsMargins(5, 0, 0, 0)
            if small:
                font = label.font()
                font.setBold(False)
                label.setFont(font)
            box.addWidget(label)
        if not small:
            self._column.addWidget(group)
        return group, box

    def _build_card(self) -> None:
        """Camera, lens, size of the picture and exposure, as one card."""
        self._card = QFrame()
        self._card.setObjectName("card")
        box = QVBoxLayout(self._card)
        box.setContentsMargins(8, 8, 8, 8)
        box.setSpacing(2)
        self.camera, self.lens = Words(strong=True), plain(faint=True)
        self.picture, self.exposure = plain(faint=True), plain(faint=True)
        self._lines = [_hairline(), _hairline()]
        for widget in (self.camera, self.lens, self._lines[0], self.picture, self._lines[1], self.exposure):
            box.addWidget(widget)
        self._column.addWidget(self._card)

    def _build_place(self) -> None:
        self._where = QWidget()
        row = QHBoxLayout(self._where)
        row.setContentsMargins(5, 0, 0, 0)
        row.setSpacing(4)
        self._pin = QLabel()
        row.addWidget(self._pin, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.place, self.altitude = plain(), plain(faint=True)
        self.place.setAccessibleName(self.tr("Coordinates"))
        words.addWidget(self.place)
        words.addWidget(self.altitude)
        row.addLayout(words, 1)
        self.copy_place = Tool(self._theme, "copy", self.tr("Copy the coordinates"))
        self.copy_place.setIconSize(self.copy_place.iconSize() * 0.8)
        self.copy_place.setFixedSize(24, 24)
        self.copy_place.clicked.connect(self._copy_place)
        row.addWidget(self.copy_place, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(self._where)

    def _build_file(self) -> None:
        self._file, box = self._group()
        self.name, self.path = Words(strong=True), Words(faint=True)
        self.folder = Words(faint=True)
        for widget in (self.name, self.path, self.folder):
            box.addWidget(widget)
        self.day.clicked.connect(self._ask_day)
        self.camera.clicked.connect(self._ask_camera)
        self.folder.clicked.connect(self._ask_folder)
        for words in (self.name, self.path):
            words.clicked.connect(self._ask_show)

    def _colour(self) -> None:
        self._pin.setPixmap(self._theme.pixmap("map-pin", "faint", 16, self.devicePixelRatioF()))

    # what is shown

    def show_row(self, row: PhotoInfo | None) -> None:
        """The facts of a photo; labels and copies of another photo go."""
        if row is None or self._row is None or row.id != self._row.id:
            self.show_tags([])
            self.show_copies([])
            self.verticalScrollBar().setValue(0)
        self._row = row
        for group in (self._when, self._card, self._where, self._file, self._words_group):
            group.setVisible(row is not None)
        self.caption.setVisible(row is not None and bool(row.caption))
        if row is None:
            return
        self.caption.setText(row.caption or "")
        self._show_when(row)
        self._show_card(row)
        self._show_place(row)
        self.name.say(facts.name_of(row), self.tr("Show in folder"))
        whole = paths.display(row.path).replace("\n", "␤")
        self.path.say(whole, self.tr("Show in folder"))
        self.folder.say(
            self.tr("Photos in “{folder}”").format(folder=_last(row.folder)), self.tr("Search in this folder")
        )
        self._keywords.clear()
        self._words_group.setVisible(bool(row.keywords))
        for word in row.keywords[:_KEYWORDS]:
            chip = tag(word, self.tr("Search for photos with this keyword"))
            text = f"keyword:{quote(word)}"
            chip.clicked.connect(lambda _checked=False, text=text: self.search_asked.emit(text))
            self._keywords.addWidget(chip)

    def _show_when(self, row: PhotoInfo) -> None:
        when = facts.moment(row.taken_at, row.taken_offset)
        self._when.setVisible(when is not None)
        if when is None:
            return
        self.day.say(facts.day(when), self.tr("Search for photos of this day"))
        known = facts.source(row.taken_source)
        self.clock.setText(" · ".join(part for part in (facts.clock(when), known) if part))

    def _show_card(self, row: PhotoInfo) -> None:
        self.camera.setVisible(bool(row.camera))
        self.camera.say(row.camera or "", self.tr("Search for photos of this camera"))
        self.lens.setVisible(bool(row.lens))
        self.lens.setText(row.lens or "")
        parts = (facts.dimensions(row), facts.megapixels(row), facts.size(row), row.format.upper())
        self.picture.setText(" · ".join(part for part in parts if part))
        self.exposure.setVisible(bool(row.exposure))
        self.exposure.setText(row.exposure or "")
        self._lines[0].setVisible(bool(row.camera or row.lens))
        self._lines[1].setVisible(bool(row.exposure))

    def _show_place(self, row: PhotoInfo) -> None:
        known = row.latitude is not None and row.longitude is not None
        self._where.setVisible(known)
        if row.latitude is None or row.longitude is None:
            return
        self.place.setText(facts.place(row.latitude, row.longitude))
        self._place_text = facts.place_to_copy(row.latitude, row.longitude)
        self.altitude.setVisible(row.altitude is not None)
        if row.altitude is not None:
            self.altitude.setText(facts.altitude(row.altitude))

    def show_tags(self, tags: Sequence[Tag]) -> None:
        """Labels the encoder proposes, by how sure it is."""
        self._tags_group.setVisible(bool(tags))
        said = {"very": self.tr("very sure"), "fairly": self.tr("fairly sure"), "maybe": self.tr("perhaps")}
        for sure, (part, flow) in self._tags.items():
            flow.clear()
            mine = [one for one in tags if one.sure == sure]
            part.setVisible(bool(mine))
            for one in mine:
                shown = one.shown or one.term
                chip = tag(
                    shown,
                    self.tr("Search for “{label}”").format(label=shown),
                    f"{shown}, {said[sure]}",
                    sure,
                )
                chip.clicked.connect(lambda _checked=False, term=one.term: self.tag_asked.emit(term))
                flow.addWidget(chip)

    def show_copies(self, rows: Sequence[PhotoInfo]) -> None:
        """Other files with the same bytes."""
        while (item := self._copies.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._copies_group.setVisible(bool(rows))
        for row in rows[:_COPIES]:
            line = Words(faint=True)
            line.say(paths.display(row.path).replace("\n", "␤"), self.tr("Show in folder"))
            line.clicked.connect(lambda _checked=False, photo=row.id: self.show_asked.emit(photo))
            self._copies.addWidget(line)

    # what is asked

    def _copy_place(self) -> None:
        QGuiApplication.clipboard().setText(self._place_text)

    def _ask_day(self) -> None:
        when = facts.moment(self._row.taken_at, self._row.taken_offset) if self._row is not None else None
        if when is not None:
            self.search_asked.emit(f"date:{facts.iso(when.date())}")

    def _ask_camera(self) -> None:
        if self._row is not None and self._row.camera:
            self.search_asked.emit(f"camera:{quote(self._row.camera)}")

    def _ask_folder(self) -> None:
        if self._row is not None:
            self.search_asked.emit(f"in:{quote(self._row.folder)}")

    def _ask_show(self) -> None:
        if self._row is not None:
            self.show_asked.emit(self._row.id)


def _hairline() -> QFrame:
    line = QFrame()
    line.setObjectName("hairline")
    line.setFixedHeight(1)
    return line


def _last(folder: str) -> str:
    """The folder's own name."""
    return folder.replace("\\", "/").rstrip("/").rpartition("/")[2] or folder
