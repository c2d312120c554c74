"""The viewer's keys: single letters, since nothing is typed there."""

from __future__ import annotations

from PySide6.QtCore import Qt

Key = Qt.Key

_PLAIN = {
    Key.Key_F: "favourite",
    Key.Key_S: "similar",
    Key.Key_M: "more",
    Key.Key_L: "less",
    Key.Key_H: "hide",
    Key.Key_C: "compare",
    Key.Key_Z: "toggle",
    Key.Key_G: "back",
    Key.Key_I: "info",
    Key.Key_R: "regions",
    Key.Key_W: "why",
    Key.Key_Space: "back",
    Key.Key_Backspace: "back",
    Key.Key_Delete: "trash",
    Key.Key_F11: "full",
    Key.Key_Escape: "escape",
    Key.Key_PageDown: "next",
    Key.Key_PageUp: "previous",
    Key.Key_Home: "first",
    Key.Key_End: "last",
}
_SHIFT = {Key.Key_M: "less"}
_CTRL = {Key.Key_R: "turn", Key.Key_C: "copy"}
_CTRL_SHIFT = {Key.Key_R: "turn_back", Key.Key_F: "show"}


def meaning(key: Key, modifiers: Qt.KeyboardModifier) -> str | None:
    """What a key asks for; None when it is no key of the viewer."""
    if modifiers & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
        return None
    shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        return (_CTRL_SHIFT if shift else _CTRL).get(key)
    if shift and key in _SHIFT:
        return _SHIFT[key]
    return _PLAIN.get(key)
