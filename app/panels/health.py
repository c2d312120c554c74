"""The page of the library's health: what is searchable, what is where, and how to look after it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.panels.page import QT_TRANSLATE_NOOP, Busy, Page, Row, amount, label, link
from app.panels.side_bar import is_samples, shown_name
from app.theme import Theme
from core import paths

if TYPE_CHECKING:
    from core.library.values import Finding, FolderInfo, HealthInfo

# What core says of a check, for the translators' tool; what is not here is shown as it is.
FINDINGS = (
    QT_TRANSLATE_NOOP("Findings", "Photos that belong to no folder"),
    QT_TRANSLATE_NOOP("Findings", "Photos whose description is missing"),
    QT_TRANSLATE_NOOP("Findings", "Embeddings that belong to no photo"),
    QT_TRANSLATE_NOOP("Findings", "Embeddings of a wrong length"),
    QT_TRANSLATE_NOOP("Findings", "Parts of photos of a wrong length"),
    QT_TRANSLATE_NOOP("Findings", "Parts of photos that belong to no photo"),
    QT_TRANSLATE_NOOP("Findings", "Photos whose parts cannot be read"),
    QT_TRANSLATE_NOOP("Findings", "Remembered texts of a wrong length"),
    QT_TRANSLATE_NOOP("Findings", "Problems that belong to nothing"),
    QT_TRANSLATE_NOOP("Findings", "Directories without photos"),
    QT_TRANSLATE_NOOP("Findings", "Contents no photo has any more"),
    QT_TRANSLATE_NOOP("Findings", "Photos indexed without an embedding"),
    QT_TRANSLATE_NOOP("Findings", "Photos on which the index and the catalogue differ"),
    QT_TRANSLATE_NOOP("Findings", "Photos the stored index still has to catch up with"),
    QT_TRANSLATE_NOOP("Findings", "Photos still waiting to be indexed"),
    QT_TRANSLATE_NOOP("Findings", "Folders that are offline"),
    QT_TRANSLATE_NOOP("Findings", "Problems listed"),
)
# Colour and strength of each part of the bar: one accent, and greys.
_SHADES = (("accent", 1.0), ("accent", 0.5), ("faint", 1.0), ("faint", 0.6), ("faint", 0.3))


class HealthPage(Page):
    """Shows a ``HealthInfo`` and its folders; asks for what is to be done, and is told how far it is."""

    check_asked = Signal()
    repair_asked = Signal()
    backup_asked = Signal()
    rebuild_asked = Signal()
    folder_asked = Signal(object)  # the library's folder, as text
    problems_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.title.setText(self.tr("Library health"))
        self.setAccessibleName(self.tr("Library health"))
        self._home = ""
        self._wrong = False
        self._held: QPushButton | None = None  # what had the keyboard before the buttons had to wait
        self._shown: tuple[HealthInfo, tuple[FolderInfo, ...]] | None = None
        self._make_numbers()
        self._make_care()
        self._make_places(theme)
        self._backups = self.section(self.tr("Backups"))
        self._folders = self.section(self.tr("Folders"))
        self.column.addStretch(1)
        self._rest()

    def _make_numbers(self) -> None:
        top = self.section()
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(4)
        self.searchable = label("", "title")
        column.addWidget(self.searchable)
        below = QHBoxLayout()
        below.setSpacing(8)
        self.waiting = label("", "faint")
        self.waiting.setWordWrap(False)
        below.addWidget(self.waiting)
        self.problems = link("", self.tr("See what could not be read, and what to do"))
        self.problems.setStyleSheet("padding: 2px 4px;")
        self.problems.clicked.connect(self.problems_asked)
        below.addWidget(self.problems)
        below.addStretch(1)
        column.addLayout(below)
        top.add(words)
        self.busy = Busy()
        self.busy.cancel.clicked.connect(self.cancel_asked)
        top.add(self.busy)
        self.said = label("")
        self.said.setContentsMargins(0, 12, 0, 12)
        self.said.hide()
        top.add(self.said)
        self._numbers = top

    def _make_care(self) -> None:
        care = self.section(self.tr("Care"))
        self.check = QPushButton(self.tr("Check"))
        self.repair = QPushButton(self.tr("Repair"))
        self.backup = QPushButton(self.tr("Back up now"))
        self.rebuild = QPushButton(self.tr("Rebuild search index"))
        rows = (
            (
                self.tr("Check"),
                self.tr("Compares catalogue, index and thumbnails. Changes nothing."),
                (self.check,),
            ),
            (
                self.tr("Repair"),
                self.tr("Mends what a check found. Your photos are not touched."),
                (self.repair,),
            ),
            (
                self.tr("Backup"),
                self.tr("Keeps a copy of the catalogue beside it. The photos are not copied."),
                (self.backup,),
            ),
            (
                self.tr("Search index"),
                self.tr("Makes the index anew from the catalogue, for when results look wrong."),
                (self.rebuild,),
            ),
        )
        signals = (self.check_asked, self.repair_asked, self.backup_asked, self.rebuild_asked)
        for (title, says, buttons), signal in zip(rows, signals, strict=True):
            row = Row(title, says)
            for button in buttons:
                button.setAccessibleName(button.text())
                button.setToolTip(says)
                button.clicked.connect(signal)
                row.put(button)
            care.add(row)
        self._found = self.section(self.tr("What the check found"))
        self._found.hide()

    def _make_places(self, theme: Theme) -> None:
        self._sizes = self.section(self.tr("On disk"))
        self._place = Row(self.tr("Library folder"))
        self._place.says.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.folder = QPushButton(self.tr("Show library folder"))
        self.folder.setToolTip(self.tr("Open the folder with the library in it"))
        self.folder.clicked.connect(lambda: self.folder_asked.emit(self._home))
        self.folder.setAccessibleName(self.folder.text())
        self._place.put(self.folder)
        self._sizes.add(self._place)
        self.parts = SizesBar(theme)
        self._sizes.add(self.parts)

    def show_health(self, info: HealthInfo, folders: Sequence[FolderInfo] = ()) -> None:
        """The library as it is now."""
        if self._shown == (info, tuple(folders)):
            return
        self._shown = (info, tuple(folders))
        number = QLocale().toString
        self._home = info.home
        self.searchable.setText(
            self.tr("{done} of {total} searchable").format(
                done=number(info.searchable), total=number(info.photos)
            )
        )
        waiting = self.tr("Waiting: {count}").format(count=number(info.waiting))
        self.waiting.setText(waiting if info.waiting else self.tr("Nothing is waiting."))
        problems = self.tr("Problems: {count}").format(count=number(info.problems))
        self.problems.setText(problems)
        self.problems.setAccessibleName(problems)
        self.problems.setVisible(bool(info.problems))
        self._place.says.setText(info.home)
        self._place.says.setVisible(True)
        self.parts.show_sizes({self.part_words(part): size for part, size in info.sizes.items()}, info.free)
        self._show_backups(info.backups)
        self._show_folders(folders)
        self.fit()

    def part_words(self, part: str) -> str:
        """What a part of the library is called."""
        return {
            "catalogue": self.tr("Catalogue"),
            "vectors": self.tr("Search index"),
            "thumbnails": self.tr("Thumbnails"),
            "models": self.tr("Models"),
            "backups": self.tr("Backups"),
            "other": self.tr("Other"),
        }.get(part, part)

    def _show_backups(self, backups: Sequence[tuple[str, float, int]]) -> None:
        self._backups.clear()
        for name, when, size in backups:
            date = QDateTime.fromSecsSinceEpoch(int(when))
            day = QLocale().toString(date.date(), QLocale.FormatType.LongFormat)
            shown = f"{day}, {QLocale().toString(date.time(), QLocale.FormatType.ShortFormat)}"
            row = Row(shown, name, below=False)
            right = label(amount(size), "faint")
            right.setWordWrap(False)
            row.put(right)
            self._backups.add(row)
        if not backups:
            self._backups.add(
                Row(self.tr("There is no backup yet."), self.tr("“Back up now” makes the first."))
            )

    def _show_folders(self, folders: Sequence[FolderInfo]) -> None:
        self._folders.clear()
        for folder in folders:
            where = "" if is_samples(folder) else paths.display(folder.path)
            state, cure = self._state(folder.state)
            row = Row(
                shown_name(folder).replace("\n", "␤"), "\n".join(filter(None, (where, cure))), below=False
            )
            row.says.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            count = QLocale().toString(folder.photos)
            right = label(
                f"{count} · {state}", "warning" if folder.state in {"offline", "limit"} else "faint"
            )
            right.setWordWrap(False)
            right.setAccessibleName(self.tr("{count} photos, {state}").format(count=count, state=state))
            row.put(right)
            self._folders.add(row)
        self._folders.setVisible(bool(folders))

    def _state(self, state: str) -> tuple[str, str]:
        """A folder's state as a word, and what can be done about it."""
        known = {
            "live": (self.tr("Live"), ""),
            "waiting": (self.tr("Waiting"), self.tr("Not yet looked at.")),
            "polling": (
                self.tr("Polling"),
                self.tr("This place tells of no changes, so it is looked at every now and then."),
            ),
            "limit": (
                self.tr("Polling"),
                self.tr(
                    "The system's limit of watched folders is reached. "
                    "Raise it with: sudo sysctl fs.inotify.max_user_watches=524288"
                ),
            ),
            "offline": (
                self.tr("Offline"),
                self.tr("Connect the drive or share; everything known of its photos is kept."),
            ),
        }
        return known.get(state, (state, ""))

    def show_check(self, findings: Sequence[Finding]) -> None:
        """What a check, or a repair, found."""
        self._rest()
        left = [one for one in findings if one.wrong and not one.mended]
        self._wrong = bool(left)
        self.repair.setEnabled(self._wrong)
        self._found.clear()
        for finding in findings:
            self._found.add(self._finding(finding))
        if not findings:
            self._found.add(Row(self.tr("Everything is in order.")))
        elif not any(one.wrong for one in findings):
            self._found.add(Row(self.tr("Nothing has to be mended.")))
        self._found.show()
        self.fit()

    def _finding(self, finding: Finding) -> Row:
        row = Row(QCoreApplication.translate("Findings", finding.what), below=False)
        state = self.tr("Mended") if finding.mended else self.tr("To be mended") if finding.wrong else ""
        parts = (QLocale().toString(finding.count), state)
        to_do = finding.wrong and not finding.mended
        right = label(" · ".join(filter(None, parts)), "warning" if to_do else "faint")
        right.setWordWrap(False)
        right.setAccessibleName(f"{row.title.text()}: {right.text()}")
        row.put(right)
        return row

    def show_busy(self, text: str, done: int, total: int | None) -> None:
        """Something is being done, and how far it is; the buttons wait."""
        self.said.hide()
        self.busy.say(text, done, total)
        buttons = (self.check, self.repair, self.backup, self.rebuild)
        if self._held is None:
            self._held = next((button for button in buttons if button.hasFocus()), None)
            if self._held is not None:
                self.busy.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        for button in buttons:
            button.setEnabled(False)
        self._numbers.tidy()

    def show_done(self, sentence: str = "", *, failed: bool = False) -> None:
        """It is over: what became of it, one sentence; ``failed`` says it as a warning."""
        self._rest()
        self.said.setText(sentence)
        self.said.setProperty("warning", "true" if failed else None)
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)
        self.said.setVisible(bool(sentence))
        self._numbers.tidy()

    def _rest(self) -> None:
        held, self._held = self._held if self.busy.cancel.hasFocus() else None, None
        self.busy.hide()
        self.said.hide()
        for button in (self.check, self.backup, self.rebuild):
            button.setEnabled(True)
        self.repair.setEnabled(self._wrong)
        if held is not None:
            held.setFocus(Qt.FocusReason.OtherFocusReason)
        self._numbers.tidy()


class SizesBar(QWidget):
    """How much each part takes: one bar in shades, and what the shades mean."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 14)
        column.setSpacing(12)
        self.bar = _Bar(theme)
        column.addWidget(self.bar)
        self._legend = QGridLayout()
        self._legend.setHorizontalSpacing(8)
        self._legend.setVerticalSpacing(6)
        self._legend.setColumnMinimumWidth(0, 10)
        self._legend.setColumnStretch(1, 1)
        column.addLayout(self._legend)

    def show_sizes(self, sizes: dict[str, int], free: int) -> None:
        """Bytes by part, largest first, and what is free on the disk."""
        while (item := self._legend.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        parts = sorted(((name, size) for name, size in sizes.items() if size), key=lambda one: -one[1])
        self.bar.parts = parts
        self.bar.update()
        total = sum(size for _, size in parts)
        lines = [*parts, (self.tr("Altogether"), total), (self.tr("Free on this disk"), free)]
        for place, (name, size) in enumerate(lines):
            counted = place < len(parts)
            if counted:
                self._legend.addWidget(_Dot(self._theme, place), place, 0)
            self._legend.addWidget(label(name, "" if counted else "faint"), place, 1)
            right = label(amount(size), "faint")
            right.setWordWrap(False)
            self._legend.addWidget(right, place, 2, Qt.AlignmentFlag.AlignTrailing)
        said = ", ".join(f"{name} {amount(size)}" for name, size in lines)
        self.bar.setAccessibleName(said)
        self.bar.setToolTip(said)


class _Bar(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.parts: list[tuple[str, int]] = []
        self.setFixedHeight(12)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), 4, 4)
        painter.setClipPath(shape)
        total = sum(size for _, size in self.parts)
        if not total:
            painter.fillRect(self.rect(), self._theme.colour("chosen"))
        left = 0.0
        for place, (_, size) in enumerate(self.parts):
            width = self.width() * size / total
            last = place == len(self.parts) - 1
            # a hair of the card between the parts, and even the least of them to be seen
            piece = QRectF(left, 0, max(1.0, width - (0 if last else 1.5)), self.height())
            painter.fillRect(piece, _shade(self._theme, place))
            left += width


class _Dot(QWidget):
    def __init__(self, theme: Theme, place: int) -> None:
        super().__init__()
        self._theme, self._place = theme, place
        self.setFixedSize(10, 10)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_shade(self._theme, self._place))
        painter.drawRoundedRect(QRectF(0, 0, 10, 10), 3, 3)


def _shade(theme: Theme, place: int) -> QColor:
    """The colour of the part in this place; the last ones share the palest."""
    role, strength = _SHADES[min(place, len(_SHADES) - 1)]
    shade = QColor(theme.colour(role))
    shade.setAlphaF(strength)
    return shade
