"""Small things viewer, inspector and comparison are made of: words that shorten, chips that wrap, buttons."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QPushButton, QSizePolicy, QToolButton, QWidget

from app.theme import SMALL, Theme, icon_size


def sheet(theme: Theme) -> str:
    """The style of what only the viewer has."""
    c = theme.colours
    return f"""
QPushButton[quiet="true"] {{ background: transparent; border: 1px solid transparent; border-radius: 4px;
    padding: 2px 4px; margin: 0; text-align: left; color: {c.text}; }}
QPushButton[quiet="true"]:hover {{ background: {c.chosen}; }}
QPushButton[quiet="true"]:focus {{ border: 1px solid {c.accent}; }}
QPushButton[quiet="true"][strong="true"] {{ font-weight: 600; }}
QPushButton[quiet="true"][faint="true"] {{ color: {c.faint}; font-size: {SMALL}px; }}
QPushButton[tag="true"] {{ background: {c.chosen}; border: 1px solid transparent; border-radius: 10px;
    padding: 2px 9px; font-size: {SMALL}px; color: {c.text}; }}
QPushButton[tag="true"]:hover {{ border: 1px solid {c.faint}; }}
QPushButton[tag="true"]:focus {{ border: 1px solid {c.accent}; }}
QPushButton[sure="very"] {{ font-weight: 600; }}
QPushButton[sure="maybe"] {{ background: transparent; border: 1px solid {c.field_line}; color: {c.faint}; }}
QToolButton:checked {{ background: {c.chosen}; }}
QToolButton[heart="true"]:checked {{ background: transparent; }}
QToolButton[tab="true"] {{ color: {c.faint}; padding: 3px 8px; text-align: left; }}
QToolButton[tab="true"]:checked {{ color: {c.text}; font-weight: 600; }}
#side #card {{ background: {c.raised}; }}
#regioncard {{ background: {c.raised}; border: 1px solid {c.field_line}; border-radius: 10px; }}
#regioncard QLabel[strong="true"] {{ font-size: 15px; font-weight: 600; }}
#regionbar {{ background: {c.page}; border: none; }}
#regionbar QToolButton[popupMode="2"] {{ padding: 4px 16px 4px 8px; }}
#hairline {{ background: {c.line}; }}
"""


class Flow(QLayout):
    """Widgets one after another, in as many lines as the width asks for."""

    def __init__(self, gap: int = 4) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Qt's way of adding."""
        self._items.append(item)

    def count(self) -> int:
        """How many widgets."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of them."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove one."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Of all lines."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Lay out."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """As its smallest."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The widest widget must fit."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def clear(self) -> None:
        """Remove and end all widgets."""
        while (item := self.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _place(self, rect: QRect, *, move: bool) -> int:
        x, y, high = rect.x(), rect.y(), 0
        for item in self._items:
            size = item.sizeHint()
            size.setWidth(min(size.width(), rect.width()))
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, high = rect.x(), y + high + self._gap, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self._gap
            high = max(high, size.height())
        return y + high - rect.y()


class Words(QPushButton):
    """Words that can be clicked; what does not fit is left out in the middle and told by the tooltip."""

    def __init__(self, parent: QWidget | None = None, *, strong: bool = False, faint: bool = False) -> None:
        super().__init__(parent)
        self._whole = ""
        self._tip = ""
        self.setProperty("quiet", True)
        self.setProperty("strong", strong)
        self.setProperty("faint", faint)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, text: str, tip: str) -> None:
        """What it reads and what a click does."""
        self._whole, self._tip = text, tip
        self.setAccessibleName(text)
        self.setAccessibleDescription(tip)
        self.updateGeometry()
        self._fit()

    @property
    def whole(self) -> str:
        """The words, unshortened."""
        return self._whole

    def sizeHint(self) -> QSize:
        """Room for all words."""
        self.ensurePolished()
        wide = self.fontMetrics().horizontalAdvance(self._whole) + 14
        return QSize(wide, self.fontMetrics().height() + 6)

    def minimumSizeHint(self) -> QSize:
        """They may be shortened."""
        return QSize(24, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten to what fits."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(self.width() - 10, 16)
        short = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideMiddle, room)
        self.setText(short.replace("&", "&&"))
        self.setToolTip(self._tip if short == self._whole else f"{self._whole}\n{self._tip}")


def tag(text: str, tip: str, name: str = "", sure: str = "") -> QPushButton:
    """A chip that can be clicked."""
    made = QPushButton(text.replace("&", "&&"))
    made.setProperty("tag", True)
    if sure:
        made.setProperty("sure", sure)
    made.setToolTip(tip)
    made.setAccessibleName(name or text)
    made.setAccessibleDescription(tip)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def heading(text: str) -> QLabel:
    """A quiet heading."""
    made = QLabel(text)
    made.setProperty("faint", True)
    made.setProperty("small", True)
    font = made.font()
    font.setPixelSize(SMALL)
    font.setBold(True)
    made.setFont(font)
    return made


def plain(*, faint: bool = False, wrap: bool = True) -> QLabel:
    """Text that can be selected with mouse and keyboard."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    made.setContentsMargins(5, 2, 0, 2)
    if faint:
        made.setProperty("faint", True)
        made.setProperty("small", True)
    return made


class Tool(QToolButton):
    """A quiet button with an icon. Its tooltip is what it does, with the key."""

    def __init__(
        self, theme: Theme, icon: str, name: str, keys: str = "", *, checkable: bool = False
    ) -> None:
        super().__init__()
        self._theme = theme
        self.drawing = icon
        self.setIconSize(icon_size(18))
        self.setFixedSize(QSize(32, 32))
        self.setCheckable(checkable)
        self.setProperty("heart", icon == "heart")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.say(name, keys)
        self.draw(icon)
        theme.changed.connect(self._colour)

    def say(self, name: str, keys: str = "") -> None:
        """What a click does."""
        self.setToolTip(f"{name} ({keys})" if keys else name)
        self.setAccessibleName(name)

    def draw(self, icon: str) -> None:
        """Another icon."""
        self.drawing = icon
        self._colour()

    def _colour(self) -> None:
        self.setIcon(self._theme.icon(self.drawing, "text", 18))


class Styled(QWidget):
    """A part of the window with the viewer's own style, in the theme's colours."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setStyleSheet(sheet(self._theme))


class Sentence(QLabel):
    """One sentence at the lower edge of its parent."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMargin(8)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hide()

    def say(self, words: str) -> None:
        """Show it."""
        self.setText(words)
        self.show()
        self.settle()

    def settle(self) -> None:
        """The parent has another size."""
        parent = self.parentWidget()
        if parent is None:
            return
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 32
        wide = min(wide, max(parent.width() - 48, 120), 560)
        self.resize(wide, max(self.heightForWidth(wide), self.fontMetrics().height() + 18))
        self.move((parent.width() - self.width()) // 2, parent.height() - self.height() - 16)
