"""The viewer's bar: back, which photo of how many, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from app.theme import Theme
from app.viewer.facts import name_of
from app.viewer.parts import Tool

if TYPE_CHECKING:
    from core.library.values import PhotoInfo

HIGH = 48


class Tools(QFrame):
    """Emits ``asked`` with the name of what was clicked."""

    asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self.setObjectName("topbar")
        self.setFixedHeight(HIGH)
        self.back = Tool(theme, "arrow-left", self.tr("Back to the photos"), self.tr("Esc"))
        self.out = Tool(theme, "zoom-out", self.tr("Zoom out"), "-")
        self.scale = QToolButton()
        self.scale.setFixedSize(64, 32)
        self.scale.setToolTip(self.tr("Between the whole photo and 100 % (0, 1)"))
        self.scale.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.in_ = Tool(theme, "zoom-in", self.tr("Zoom in"), "+")
        self.turn = Tool(
            theme, "rotate-cw", self.tr("Turn the view; the file stays as it is"), self.tr("Ctrl+R")
        )
        self.regions = Tool(theme, "scan-eye", self.tr("Regions: what is in the photo"), "R", checkable=True)
        self.why = Tool(theme, "lightbulb", self.tr("Why this matched"), "W", checkable=True)
        self.why.hide()
        self.compare = Tool(theme, "columns-2", self.tr("Compare with other photos"))
        self.heart = Tool(theme, "heart", self.tr("Favourite"), "F", checkable=True)
        self.info = Tool(theme, "info", self.tr("Details of the photo"), "I", checkable=True)
        self.full = Tool(theme, "maximize", self.tr("Full screen"), "F11")
        self.more = Tool(theme, "ellipsis", self.tr("More"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setStyleSheet("QToolButton { padding: 3px; } QToolButton::menu-indicator { image: none; }")
        self.title, self.position = self._words()
        self._lay_out()
        self._wire()
        self.menu = self._menu()
        self.more.setMenu(self.menu)

    def _words(self) -> tuple[QLabel, QLabel]:
        title, position = QLabel(), QLabel()
        title.setTextFormat(Qt.TextFormat.PlainText)
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        position.setProperty("faint", True)
        position.setProperty("small", True)
        for label in (title, position):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return title, position

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(2)
        left = QHBoxLayout()
        left.setSpacing(2)
        left.addWidget(self.back)
        left.addSpacing(8)
        for button in (self.out, self.scale, self.in_):
            left.addWidget(button)
        left.addStretch(1)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addStretch(1)
        middle.addWidget(self.title)
        middle.addWidget(self.position)
        middle.addStretch(1)
        right = QHBoxLayout()
        right.setSpacing(2)
        right.addStretch(1)
        seeing = (self.why, self.regions, self.turn)
        for button in (*seeing, self.compare, self.heart, self.info, self.full, self.more):
            right.addWidget(button)
        row.addLayout(left, 1)
        row.addLayout(middle)
        row.addLayout(right, 1)

    def _wire(self) -> None:
        names = {
            self.back: "back",
            self.out: "smaller",
            self.scale: "toggle",
            self.in_: "larger",
            self.why: "why",
            self.regions: "regions",
            self.turn: "turn",
            self.compare: "compare",
            self.heart: "favourite",
            self.info: "info",
            self.full: "full",
        }
        for button, name in names.items():
            button.clicked.connect(lambda _checked=False, name=name: self.asked.emit(name))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        lines: list[tuple[str, str, str] | None] = [
            ("open", self.tr("Open in another program"), ""),
            ("show", self.tr("Show in folder"), "Ctrl+Shift+F"),
            ("copy", self.tr("Copy"), "Ctrl+C"),
            None,
            ("regions", self.tr("Regions"), "R"),
            ("why", self.tr("Why this matched"), "W"),
            ("similar", self.tr("Find similar"), "S"),
            ("more", self.tr("More like this"), "M"),
            ("less", self.tr("Less like this"), "Shift+M"),
            None,
            ("turn_back", self.tr("Turn to the left"), "Ctrl+Shift+R"),
            None,
            ("hide", self.tr("Hide this photo"), ""),
            ("trash", self.tr("Move to the trash"), "Del"),
        ]
        for line in lines:
            if line is None:
                menu.addSeparator()
                continue
            name, text, keys = line
            # the key is only written here: the viewer listens itself
            action = menu.addAction(f"{text}\t{keys}" if keys else text)
            action.setObjectName(name)
            action.triggered.connect(lambda _checked=False, name=name: self.asked.emit(name))
        return menu

    def show_position(self, index: int, count: int) -> None:
        """Which of how many."""
        number = QLocale().toString
        words = self.tr("{index} of {count}").format(index=number(index + 1), count=number(count))
        self.position.setText(words if count else "")

    def show_row(self, row: PhotoInfo | None) -> None:
        """Name and heart of the photo."""
        self._name = name_of(row) if row is not None else ""
        loved = row is not None and row.favourite
        self.heart.setChecked(loved)
        self.heart.draw("heart-filled" if loved else "heart")
        self.heart.say(self.tr("No longer a favourite") if loved else self.tr("Favourite"), "F")
        self._fit()

    def show_scale(self, text: str, *, fitted: bool) -> None:
        """How large the photo is shown."""
        self.scale.setText(self.tr("Fit") if fitted else text)
        self.scale.setAccessibleName(self.tr("Zoom: {scale}").format(scale=text))

    def show_mode(self, mode: str) -> None:
        """What is shown over the photo: "parts", "why" or nothing."""
        self.regions.setChecked(mode == "parts")
        self.why.setChecked(mode == "why")

    def offer_why(self, offered: bool) -> None:
        """Whether the photo was found by words, so that it can be shown why."""
        self.why.setVisible(offered)
        self._fit()

    def show_full(self, full: bool) -> None:
        """Whether the whole screen is used."""
        self.full.draw("minimize" if full else "maximize")
        self.full.say(self.tr("Leave full screen") if full else self.tr("Full screen"), "F11")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A long name gives way."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        buttons = 7 if self.why.isHidden() else 8
        room = max(self.width() - 2 * (36 + 34 * buttons), 112)
        self.title.setText(
            self.title.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideMiddle, room)
        )
        self.title.setToolTip(self._name)
