"""How Recollect looks: two palettes that follow the system live, one accent, icons of one family.

Photographs are the only colour. Spacing is a multiple of 8 logical pixels (4 inside things), text is
13 pixels of the system's font.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cache
from string import Template

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QStyleFactory

from core import paths

STEP = 8
TEXT = 13
SMALL = 12
RADIUS = 6


@dataclass(frozen=True)
class Colours:
    """The colours of one appearance, as #rrggbb or #aarrggbb."""

    dark: bool
    page: str  # behind the photos
    side: str  # side bar
    bar: str  # menu, status
    field: str
    field_line: str
    line: str
    text: str
    faint: str
    accent: str  # signs, rings, links
    fill: str  # behind words: the primary button, the chosen line of a menu
    on_fill: str
    hover: str
    pressed: str
    chosen: str
    tile: str
    warning: str
    raised: str


LIGHT = Colours(
    dark=False,
    page="#ffffff",
    side="#f5f5f7",
    bar="#fafafb",
    field="#f1f1f3",
    field_line="#e3e3e6",
    line="#e6e6e9",
    text="#1d1d1f",
    faint="#66666b",
    accent="#0062cc",
    fill="#0062cc",
    on_fill="#ffffff",
    hover="#0f000000",
    pressed="#1c000000",
    chosen="#e3e4e8",
    tile="#ececef",
    warning="#a35000",
    raised="#ffffff",
)
DARK = Colours(
    dark=True,
    page="#1c1c1e",
    side="#252527",
    bar="#202022",
    field="#2c2c2f",
    field_line="#3a3a3d",
    line="#333336",
    text="#f2f2f4",
    faint="#a4a4aa",
    accent="#5eacff",
    fill="#1a6fd8",
    on_fill="#ffffff",
    hover="#14ffffff",
    pressed="#24ffffff",
    chosen="#3a3a3e",
    tile="#2a2a2d",
    warning="#ffb054",
    raised="#2c2c2f",
)


class Theme(QObject):
    """The appearance in use. ``changed`` is emitted when the system goes light or dark."""

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._drawings: dict[str, bytes] = {}
        self._icons: dict[tuple[str, str, int, str], QIcon] = {}
        self.colours = LIGHT
        _read_icons(self._drawings)
        fusion = QStyleFactory.create("Fusion")
        if fusion is not None:
            application.setStyle(fusion)
        font = application.font()
        font.setPixelSize(TEXT)
        application.setFont(font)
        application.styleHints().colorSchemeChanged.connect(self._follow)
        self._follow(application.styleHints().colorScheme())

    def _follow(self, scheme: Qt.ColorScheme) -> None:
        self.use(DARK if scheme == Qt.ColorScheme.Dark else LIGHT)

    def use(self, colours: Colours) -> None:
        """Put these colours on everything now."""
        self.colours = colours
        self._icons.clear()
        self._application.setPalette(_palette(colours))
        self._application.setStyleSheet(_sheet(colours))
        self.changed.emit()

    def colour(self, role: str) -> QColor:
        """One of the colours by its name in ``Colours``."""
        return colour(getattr(self.colours, role))

    def icon(self, name: str, role: str = "text", size: int = 16, *, chosen: str = "") -> QIcon:
        """An icon in one of the theme's colours, sharp on every screen; greyed when disabled.

        ``chosen``: the colour it takes on a chosen line of a menu.
        """
        key = (name, role, size, chosen)
        if key not in self._icons:
            icon = QIcon()
            for ratio in (1.0, 2.0):
                plain = self.pixmap(name, role, size, ratio)
                icon.addPixmap(plain)
                icon.addPixmap(plain, QIcon.Mode.Selected)  # else the style tints it
                faded = self.pixmap(name, role, size, ratio, opacity=0.35)
                icon.addPixmap(faded, QIcon.Mode.Disabled)
                if chosen:
                    icon.addPixmap(self.pixmap(name, chosen, size, ratio), QIcon.Mode.Active)
            self._icons[key] = icon
        return self._icons[key]

    def pixmap(
        self, name: str, role: str = "text", size: int = 16, ratio: float = 1.0, opacity: float = 1.0
    ) -> QPixmap:
        """One drawing as pixels, ``size`` logical pixels square."""
        side = round(size * ratio)
        image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        ink = self.colour(role).name().encode()
        # 1.6 instead of 2: lighter strokes suit 16-pixel icons beside 13-pixel text
        drawing = self._drawings[name].replace(b"currentColor", ink)
        drawing = drawing.replace(b'stroke-width="2"', b'stroke-width="1.75"')
        painter = QPainter(image)
        painter.setOpacity(opacity)
        QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, side, side))
        painter.end()
        image.setDevicePixelRatio(ratio)
        return QPixmap.fromImage(image)


def icon_size(size: int = 16) -> QSize:
    """A square size for ``setIconSize``."""
    return QSize(size, size)


@cache
def colour(text: str) -> QColor:
    """A colour from ``Colours``."""
    return QColor(text)


def _read_icons(drawings: dict[str, bytes]) -> None:
    """All drawings at once, at start: the GUI thread reads no file afterwards."""
    for file in paths.resource("icons").glob("*.svg"):
        drawings[file.stem] = file.read_bytes()


def _palette(c: Colours) -> QPalette:
    palette = QPalette()
    roles = QPalette.ColorRole
    pairs = {
        roles.Window: c.page,
        roles.WindowText: c.text,
        roles.Base: c.page,
        roles.AlternateBase: c.side,
        roles.Text: c.text,
        roles.PlaceholderText: c.faint,
        roles.Button: c.raised,
        roles.ButtonText: c.text,
        roles.ToolTipBase: c.raised,
        roles.ToolTipText: c.text,
        roles.Highlight: c.fill,
        roles.HighlightedText: c.on_fill,
        roles.Accent: c.accent,
        roles.Link: c.accent,
        roles.LinkVisited: c.accent,
        roles.BrightText: c.warning,
        roles.Light: c.raised,
        roles.Midlight: c.line,
        roles.Mid: c.line,
        roles.Dark: c.field_line,
    }
    for role, value in pairs.items():
        palette.setColor(role, QColor(value))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        faint = QColor(c.faint)
        faint.setAlphaF(0.6)
        palette.setColor(QPalette.ColorGroup.Disabled, role, faint)
    return palette


def fill_shade(c: Colours, *, pressed: bool) -> str:
    """The primary button under the pointer. Darker in both appearances: its words stay readable."""
    return QColor(c.fill).darker(118 if pressed else 108).name()


def _rgba(text: str) -> str:
    value = QColor(text)
    return f"rgba({value.red()}, {value.green()}, {value.blue()}, {value.alphaF():.3f})"


def _sheet(c: Colours) -> str:
    template = Template(paths.resource("themes/window.qss").read_text("utf-8"))
    return template.substitute(
        {key: value for key, value in asdict(c).items() if key not in {"hover", "pressed"}},
        hover=_rgba(c.hover),
        pressed=_rgba(c.pressed),
        handle="rgba(255, 255, 255, 0.22)" if c.dark else "rgba(0, 0, 0, 0.20)",
        handle_hover="rgba(255, 255, 255, 0.38)" if c.dark else "rgba(0, 0, 0, 0.36)",
        fill_hover=fill_shade(c, pressed=False),
        fill_pressed=fill_shade(c, pressed=True),
        radius=RADIUS,
        small=SMALL,
    )
