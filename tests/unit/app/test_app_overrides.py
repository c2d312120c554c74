"""An exception in an override reaches the crash dialog, and does not end the program (see CONTRIBUTING)."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

import app


class Broken(QWidget):
    painted = 0

    def paintEvent(self, _event):
        self.painted += 1
        [][self.painted]


def test_an_exception_while_painting_ends_nothing(shared_program, qtbot):
    window = shared_program.window
    broken = Broken(window)
    broken.resize(40, 40)
    with qtbot.capture_exceptions() as caught:
        broken.show()
        qtbot.waitUntil(lambda: broken.painted > 0)
        seen = broken.painted
        broken.update()  # through the window's own event, not as it is first shown
        qtbot.waitUntil(lambda: broken.painted > seen)
    broken.hide()
    broken.setParent(None)
    broken.deleteLater()
    assert caught and all(kind is IndexError for kind, _, _ in caught)


def test_no_override_of_event_ends_in_super():
    files = list(Path(app.__file__).parent.rglob("*.py"))
    assert len(files) > 100
    for file in files:
        text = file.read_text("utf-8")
        assert "super().event(" not in text and "super().viewportEvent(" not in text, file
