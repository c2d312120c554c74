"""Shows a text in Markdown as the window looks: legible tables, tinted code, light and dark."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QKeyEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit

from app.theme import SMALL, TEXT, Theme

_EDGE = 24
_HEADINGS = {1: 24, 2: 16, 3: 14}
_READ_BY_KEYS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class MarkdownView(QTextBrowser):
    """``link_asked``: a link was followed; nothing is loaded from anywhere. ``fitted``: as high as its
    text, for a page that scrolls by itself."""

    link_asked = Signal(str)

    def __init__(self, theme: Theme, *, fitted: bool = False, widest: int = 0) -> None:
        super().__init__()
        self._theme = theme
        self._text = ""
        self._fitted = fitted
        self._widest = widest
        self._found: list[QTextCursor] = []
        self._at = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.anchorClicked.connect(lambda url: self.link_asked.emit(url.toString()))
        self.document().setDocumentMargin(0)
        if widest:
            self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if fitted:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.viewport().setAutoFillBackground(False)
            self.document().documentLayout().documentSizeChanged.connect(self._fit)
        theme.changed.connect(self._colour)

    def show_text(self, text: str) -> None:
        """Show this Markdown; the place in it is kept when only the colours change."""
        self._text = text
        self._colour()

    def loadResource(self, type: int, name: QUrl | str) -> object:
        """Nothing: a text names no pictures, and the window reads no file while it is in use."""
        return None

    def find_all(self, text: str) -> int:
        """Mark every place with these words and go to the first. Returns how many there are."""
        self._found = []
        self._at = -1
        start = QTextCursor(self.document())
        while text.strip():
            start = self.document().find(text.strip(), start)
            if start.isNull():
                break
            self._found.append(QTextCursor(start))
        self.find_next()
        return len(self._found)

    def find_next(self, step: int = 1) -> int:
        """Go to the next place (or the one before: -1), around the end. Returns its number from 1, or 0."""
        if self._found:
            self._at = (self._at + step) % len(self._found)
            cursor = QTextCursor(self._found[self._at])
            cursor.setPosition(cursor.selectionStart())
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
        self._mark()
        return self._at + 1

    def _mark(self) -> None:
        marks = []
        for place, cursor in enumerate(self._found):
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor
            shown = QTextCharFormat()
            chosen = place == self._at
            shown.setBackground(self._theme.colour("fill" if chosen else "chosen"))
            shown.setForeground(self._theme.colour("on_fill" if chosen else "text"))
            mark.format = shown
            marks.append(mark)
        self.setExtraSelections(marks)

    def _colour(self) -> None:
        place = self.verticalScrollBar().value()
        places = [(one.selectionStart(), one.selectionEnd()) for one in self._found]
        self.setMarkdown(self._text)
        dress(self.document(), self._theme)
        self._found = []
        for start, end in places:
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            self._found.append(cursor)
        self._mark()
        self.verticalScrollBar().setValue(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines stay short enough to be followed."""
        super().resizeEvent(event)
        if self._widest:
            self.setLineWrapColumnOrWidth(min(self._widest, self.viewport().width() - _EDGE))
        if self._fitted:
            self._fit()

    def _fit(self, *_size: object) -> None:
        high = int(self.document().size().height()) + 2
        if self.height() != high:
            self.setFixedHeight(high)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Where the page scrolls, the keys for that are the page's."""
        if self._fitted and event.key() in _READ_BY_KEYS:
            event.ignore()
            return
        super().keyPressEvent(event)


def dress(document: QTextDocument, theme: Theme) -> None:
    """Give a document read from Markdown the window's sizes, spaces and colours."""
    document.setIndentWidth(20)
    block = document.begin()
    while block.isValid():
        _dress_block(block, theme)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame, theme)


def _dress_block(block: QTextBlock, theme: Theme) -> None:
    shape = QTextBlockFormat()
    level = block.blockFormat().headingLevel()
    if level:
        size = _HEADINGS.get(level, TEXT)
        shape.setTopMargin(0 if block.position() == 0 else 24 if level < 3 else 16)
        shape.setBottomMargin(8)
        look = QTextCharFormat()
        look.setProperty(QTextCharFormat.Property.FontPixelSize, size)
        look.clearProperty(QTextCharFormat.Property.FontSizeAdjustment)
        look.setFontWeight(QFont.Weight.DemiBold)
        _style_fragments(block, look)
    elif QTextCursor(block).currentTable() is not None:  # the cells have room of their own
        shape.setTopMargin(0)
        shape.setBottomMargin(0)
    elif block.textList() is not None:
        shape.setTopMargin(2)
        goes_on = block.next().textList() is not None
        shape.setBottomMargin(2 if goes_on else 10)
    else:
        shape.setTopMargin(0)
        shape.setBottomMargin(10)
    if block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence):
        shape.setBackground(theme.colour("field"))
    shape.setLineHeight(130, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    QTextCursor(block).mergeBlockFormat(shape)
    _dress_code(block, theme)


def _style_fragments(block: QTextBlock, look: QTextCharFormat) -> None:
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    before = cursor.charFormat()
    whole = QTextCharFormat(before)
    whole.clearProperty(QTextCharFormat.Property.FontSizeAdjustment)
    whole.merge(look)
    cursor.setCharFormat(whole)


def _dress_code(block: QTextBlock, theme: Theme) -> None:
    """Code in typewriter letters on a tinted ground; links in the accent."""
    pieces = []
    walk = block.begin()
    while not walk.atEnd():
        piece = walk.fragment()
        pieces.append((piece.position(), piece.length(), piece.charFormat()))
        walk += 1
    family = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    for start, length, form in pieces:
        look = QTextCharFormat()
        if form.fontFixedPitch():
            look.setFontFamilies([family])
            look.setProperty(QTextCharFormat.Property.FontPixelSize, SMALL)
            look.setBackground(theme.colour("field"))
            look.setForeground(theme.colour("text"))
        elif form.isAnchor():
            look.setForeground(theme.colour("accent"))
            look.setFontUnderline(False)
        else:
            continue
        cursor = QTextCursor(block.document())
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(look)


def _dress_table(table: QTextTable, theme: Theme) -> None:
    """Thin rules between the rows, room in the cells, a quiet head."""
    shape = QTextTableFormat(table.format())
    shape.setBorder(0)
    shape.setCellPadding(0)
    shape.setCellSpacing(0)
    shape.setTopMargin(4)
    shape.setBottomMargin(12)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    if table.columns() == 2:  # a short thing, and what it means
        parts = (36, 64)
        shape.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.PercentageLength, part) for part in parts]
        )
    table.setFormat(shape)
    solid = QTextFrameFormat.BorderStyle.BorderStyle_Solid
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            form = cell.format().toTableCellFormat()
            form.setTopPadding(6)
            form.setBottomPadding(6)
            form.setLeftPadding(0 if column == 0 else 16)
            form.setBottomBorder(1)
            form.setBottomBorderStyle(solid)
            form.setBottomBorderBrush(QBrush(QColor(theme.colour("line"))))
            cell.setFormat(form)
            if row == 0:
                head = QTextCharFormat()
                head.setForeground(theme.colour("faint"))
                head.setFontWeight(QFont.Weight.DemiBold)
                cursor = cell.firstCursorPosition()
                cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(head)
