"""One quiet bar at the bottom for what the person should know. Sentences for errors are made here.

It covers nothing of a page: that gives way by as much as the bar needs, less what it keeps free at its lower
edge anyway (property ``free``, in pixels). Only over a photo it floats.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from app import i18n
from app.theme import Theme, icon_size
from core.errors import RecollectError

SHOWN = 8000  # ms
_WIDEST = 640
_BELOW = 16  # pixels to the lower edge
_ABOVE = 8


class Notices(QFrame):
    """Floats above the lower edge of ``over``; shows one sentence at a time, the newest wins."""

    def __init__(self, theme: Theme, over: QWidget | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._action: Callable[[], None] | None = None
        self._ended: Callable[[], None] | None = None
        self._floats = False
        self.setObjectName("notice")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        self._sign = QLabel()
        row.addWidget(self._sign)
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        row.addWidget(self._label, 1)
        self._button = QPushButton()
        self._button.setProperty("link", "true")
        self._button.clicked.connect(self._act)
        row.addWidget(self._button)
        self._cross = QToolButton()
        self._cross.setIconSize(icon_size(14))
        self._cross.setToolTip(self.tr("Close"))
        self._cross.setAccessibleName(self.tr("Close"))
        self._cross.clicked.connect(self.hide)
        row.addWidget(self._cross)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN)
        self._timer.timeout.connect(self._time_out)
        self._warning = False
        theme.changed.connect(self._colour)
        self._colour()
        self.hide()
        if over is not None:
            self.stand_over(over)

    def stand_over(self, over: QWidget, *, floats: bool = False) -> None:
        """Stand above the lower edge of this widget from now on, with what is being said.

        ``floats``: the widget does not give way.
        """
        before, shown = self.parentWidget(), not self.isHidden()
        if before is not None and before is not over:
            before.removeEventFilter(self)
        # A widget that changes its place is hidden for a moment; nothing has ended by that.
        ended, self._ended = self._ended, None
        self.setParent(over)
        self._ended, self._floats = ended, floats
        over.installEventFilter(self)
        if isinstance(over, QStackedWidget):
            over.currentChanged.connect(self._reserve, Qt.ConnectionType.UniqueConnection)
        if shown and before is not None:
            self.show()
            self._place()
            self.raise_()

    @property
    def text(self) -> str:
        """The sentence that is shown, or was last."""
        return self._label.text()

    def say(
        self,
        text: str,
        *,
        action: str = "",
        do: Callable[[], None] | None = None,
        ended: Callable[[], None] | None = None,
        warning: bool = False,
    ) -> None:
        """Show a sentence, with one thing that can be done about it; ``ended``: that was not done."""
        self._finish()
        self._ended = ended
        self._label.setText(text)
        self._action = do
        self._button.setText(action)
        self._button.setVisible(bool(action and do))
        self._warning = warning
        self._colour()
        self.show()
        self._place()
        self.raise_()
        self._timer.start()

    def explain(self, error: RecollectError) -> None:
        """Show what happened and what can be done."""
        self.say(i18n.said(error), warning=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the lower edge."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        over = self.parentWidget()
        if over is None:
            return
        wide = min(_WIDEST, over.width() - 48)
        metrics = self._label.fontMetrics()
        taken = 84 + (self._button.sizeHint().width() + 8 if self._button.text() else 0)
        need = metrics.horizontalAdvance(self._label.text()) + taken + 4
        wide = min(wide, max(need, 200))
        text = metrics.boundingRect(
            0, 0, max(wide - taken, 80), 1000, Qt.TextFlag.TextWordWrap.value, self._label.text()
        )
        high = max(text.height() + 20, 44)
        lines = Qt.AlignmentFlag.AlignTop if text.height() > 1.5 * metrics.height() else None
        self._row.setAlignment(self._sign, lines or Qt.AlignmentFlag.AlignVCenter)
        # In a window too small for the words their end is cut, never the bar's buttons.
        high = min(high, max(over.height() - _ABOVE, 1))
        top = max(over.height() - high - _BELOW, 0)
        self.setGeometry((over.width() - wide) // 2, top, wide, high)
        self._reserve()

    def _reserve(self) -> None:
        over = self.parentWidget()
        if over is None:
            return
        if self._floats:
            return
        room = self.height() + _BELOW + _ABOVE if not self.isHidden() else 0
        page = over.currentWidget() if isinstance(over, QStackedWidget) else None
        free = page.property("free") if page is not None else None
        over.setContentsMargins(0, 0, 0, max(room - free, 0) if isinstance(free, int) else room)

    def setVisible(self, visible: bool) -> None:
        """Hidden, the bar gives its room back, and what it announced is carried out; also while another page
        stands before it."""
        super().setVisible(visible)
        if not visible:
            self._reserve()
            self._finish()

    def _finish(self) -> None:
        """What was announced is carried out now that it can no longer be undone here."""
        ended, self._ended = self._ended, None
        if ended is not None:
            ended()

    def _act(self) -> None:
        action = self._action
        self._ended = None
        self.hide()
        if action is not None:
            action()

    def _time_out(self) -> None:
        if self.underMouse():
            self._timer.start()
        else:
            self.hide()

    def _colour(self) -> None:
        sign = ("triangle-alert", "warning") if self._warning else ("info", "accent")
        self._sign.setPixmap(self._theme.pixmap(*sign, 16, self.devicePixelRatioF()))
        self._cross.setIcon(self._theme.icon("x", "faint", 14))
