"""Where a photo lies in the window: scale, centre and quarter turns, without a word of painting."""

from __future__ import annotations

from dataclasses import dataclass

STEP = 1.25  # of one key press
LARGEST = 8.0  # device pixels for one of the photo's
FIT_LIMIT = 4.0  # a tiny picture is not blown up further to fill the window


@dataclass
class Place:
    """Sizes in device pixels. The photo is ``width`` × ``height`` real pixels before it is turned.

    ``scale``: device pixels for one real pixel. ``cx``, ``cy``: the point of the turned photo (0 to 1)
    that lies in the middle of the port. While ``fitted`` the scale follows the port.
    """

    width: int = 1
    height: int = 1
    port_width: int = 1
    port_height: int = 1
    turns: int = 0
    scale: float = 1.0
    cx: float = 0.5
    cy: float = 0.5
    fitted: bool = True

    def show(self, width: int, height: int, turns: int = 0) -> None:
        """Another photo, fitted."""
        self.width, self.height, self.turns = max(width, 1), max(height, 1), turns % 4
        self.fit()

    def measure(self, width: int, height: int) -> None:
        """The photo's true size became known: what is seen stays where it is."""
        seen = self.size()[0]
        self.width, self.height = max(width, 1), max(height, 1)
        if self.fitted:
            self.fit()
        else:
            self.scale = seen / self.turned()[0]
            self._settle()

    def frame(self, width: int, height: int) -> None:
        """The port has another size."""
        self.port_width, self.port_height = max(width, 1), max(height, 1)
        if self.fitted:
            self.fit()
        else:
            self._settle()

    def turned(self) -> tuple[int, int]:
        """Width and height as seen, in real pixels."""
        return (self.height, self.width) if self.turns % 2 else (self.width, self.height)

    def size(self) -> tuple[float, float]:
        """Width and height as seen, in device pixels."""
        wide, high = self.turned()
        return wide * self.scale, high * self.scale

    def rect(self) -> tuple[float, float, float, float]:
        """Left, top, width and height as seen; left and top are whole device pixels."""
        wide, high = self.size()
        return (
            _start(self.port_width, wide, self.cx),
            _start(self.port_height, high, self.cy),
            wide,
            high,
        )

    @property
    def fit_scale(self) -> float:
        """The scale at which the whole photo just fills the port."""
        wide, high = self.turned()
        return min(self.port_width / wide, self.port_height / high, FIT_LIMIT)

    @property
    def factor(self) -> float:
        """Scale relative to the fitted one: what photos of different sizes share when compared."""
        return self.scale / self.fit_scale

    @property
    def zoomed(self) -> bool:
        """True when something lies outside the port."""
        wide, high = self.size()
        return wide > self.port_width + 0.5 or high > self.port_height + 0.5

    def fit(self) -> None:
        """The whole photo."""
        self.fitted = True
        self.scale = self.fit_scale
        self.cx = self.cy = 0.5

    def turn(self, quarters: int) -> None:
        """Turn clockwise; what lies in the middle stays there."""
        for _ in range(quarters % 4):
            self.turns = (self.turns + 1) % 4
            self.cx, self.cy = 1 - self.cy, self.cx
        if self.fitted:
            self.fit()
        else:
            self._settle()

    def zoom_to(self, scale: float, x: float, y: float) -> None:
        """Another scale; the point of the photo at (x, y) of the port stays there, as far as edges let it."""
        smallest = min(self.fit_scale, 1.0)
        scale = min(max(scale, smallest), max(LARGEST, self.fit_scale))
        if abs(scale - self.fit_scale) <= 1e-6 * self.fit_scale:
            self.fit()
            return
        left, top, wide, high = self.rect()
        along, down = (x - left) / wide, (y - top) / high
        self.fitted = False
        self.scale = scale
        wide, high = self.size()
        self.cx = along + (self.port_width / 2 - x) / wide
        self.cy = down + (self.port_height / 2 - y) / high
        self._settle()

    def zoom_by(self, factor: float, x: float, y: float) -> None:
        """Multiply the scale, stopping at the whole photo on the way in or out."""
        fit = self.fit_scale
        goal = self.scale * factor
        if (self.scale - fit) * (goal - fit) < -1e-9:
            goal = fit
        self.zoom_to(goal, x, y)

    def step(self, direction: int) -> None:
        """One key press in or out about the middle, stopping at 100 % and at the whole photo."""
        goal = self.scale * STEP**direction
        if (self.scale - 1.0) * (goal - 1.0) < -1e-9:
            goal = 1.0
        x, y = self.port_width / 2, self.port_height / 2
        if (self.scale - self.fit_scale) * (goal - self.fit_scale) < -1e-9:
            goal = self.fit_scale
        self.zoom_to(goal, x, y)

    def pan(self, dx: float, dy: float) -> bool:
        """Move the photo by device pixels; False when an edge held it."""
        wide, high = self.size()
        before = (self.cx, self.cy)
        self.cx -= dx / wide
        self.cy -= dy / high
        self._settle()
        return (self.cx, self.cy) != before

    def follow(self, factor: float, cx: float, cy: float) -> None:
        """Take the zoom and centre of another place."""
        if abs(factor - 1.0) < 1e-6:
            self.fit()
            return
        self.fitted = False
        self.scale = self.fit_scale * factor
        self.cx, self.cy = cx, cy
        self._settle()

    def needed(self) -> int:
        """The long side in device pixels at which nothing would be sharper."""
        return round(max(self.width, self.height) * min(self.scale, 1.0))

    def _settle(self) -> None:
        wide, high = self.size()
        self.cx = _clamped(self.cx, wide, self.port_width)
        self.cy = _clamped(self.cy, high, self.port_height)


def _start(port: int, length: float, centre: float) -> float:
    return float(round(port / 2 - centre * length))


def _clamped(centre: float, length: float, port: int) -> float:
    if length <= port:
        return 0.5
    half = port / 2 / length
    return min(max(centre, half), 1 - half)
